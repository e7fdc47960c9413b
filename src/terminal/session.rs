//! Entering and leaving the terminal, frames out, events in.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;

use super::colours::{Background, ColourDepth};
use super::environment::Environment;
use super::input::{Event, InputParser};
use super::links::{self, Links};
use super::present::{Abilities, Presenter};
use super::probe::{QUERIES, Replies};
use super::reorder::{self, Reordering, Shown};
use super::strategy::{Decision, Mode, decide};
use super::tty::{SystemTty, Tty, Wake};
use super::waker::Waker;

/// What a session is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The mode chosen by hand; `None`: what the terminal needs.
    pub mode: Option<Mode>,
    /// The colours to send; `None`: what the environment says.
    pub depth: Option<ColourDepth>,
    /// Report mouse buttons, drags and the wheel.
    pub mouse: bool,
    /// Ask the terminal what it is.
    pub probe: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { mode: None, depth: None, mouse: false, probe: true }
    }
}

/// Alternate screen.
const SCREEN: &[u8] = b"\x1b[?1049h";
/// Cursor hidden, autowrap off, bracketed paste on.
const MODES: &[u8] = b"\x1b[?25l\x1b[?7l\x1b[?2004h";
const MOUSE: &[u8] = b"\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l";
/// Ends a frame that was cut off; style, autowrap, cursor and screen as a shell expects them. The clear is for
/// those without a second screen (screen by default): the prompt would stand in the middle of the last frame.
const LEAVE: &[u8] = b"\x1b[?2004l\x1b[m\x1b[?7h\x1b[?25h\x1b[H\x1b[2J\x1b[?1049l";
const END_SYNCHRONIZED: &[u8] = b"\x1b[?2026l";

/// How long leaving waits for replies that are still on their way: they would be typed into the shell.
const DRAIN: Duration = Duration::from_millis(300);

/// A program's hold of the terminal, from [`enter`](Session::enter) until it is dropped.
#[derive(Debug)]
pub struct Session<T: Tty = SystemTty> {
    tty: T,
    options: Options,
    environment: Environment,
    depth: ColourDepth,
    parser: InputParser,
    events: VecDeque<Event>,
    replies: Replies,
    /// When the questions were sent.
    asked: Option<Instant>,
    decision: Decision,
    presenter: Presenter,
    links: Links,
    /// For terminals that do not understand them.
    no_links: Links,
    /// For clicks.
    shown: Shown,
    /// What must be sent before the next frame.
    prefix: Vec<u8>,
    closed: bool,
    left: bool,
}

impl Session {
    /// Takes over the terminal of this process. Nothing is written before the first frame.
    pub fn enter(options: Options) -> io::Result<Self> {
        Self::on(SystemTty::open()?, Environment::of_process().ask_tmux(), options)
    }
}

impl<T: Tty> Session<T> {
    /// As [`enter`](Session::enter), on any device and with any environment.
    pub fn on(mut tty: T, environment: Environment, options: Options) -> io::Result<Self> {
        tty.raw()?;
        let depth = options.depth.unwrap_or_else(|| ColourDepth::of(&environment));
        let decision = decide(&environment, &Replies::default(), options.mode);
        let mut session = Self {
            tty,
            options,
            environment,
            depth,
            parser: InputParser::default(),
            events: VecDeque::new(),
            replies: Replies::default(),
            asked: None,
            decision,
            presenter: Presenter::new(depth),
            links: Links::default(),
            no_links: Links::default(),
            shown: Shown::default(),
            prefix: Vec::new(),
            closed: false,
            left: false,
        };
        session.prepare(options.probe && session.environment.term() != "dumb");
        Ok(session)
    }

    /// Makes ready what enters the screen; it is sent with the next frame.
    fn prepare(&mut self, probe: bool) {
        let switch = self.decision.enter.as_slice();
        let (before, after): (&[u8], &[u8]) = if self.decision.outer { (switch, b"") } else { (b"", switch) };
        let queries: &[u8] = if probe { QUERIES } else { b"" };
        let mouse: &[u8] = if self.options.mouse { MOUSE } else { b"" };
        self.prefix = [before, SCREEN, queries, after, MODES, mouse].concat();
        self.presenter.entered();
        if probe {
            self.parser.expect_replies(true);
        }
        self.arm();
    }

    fn arm(&mut self) {
        let mouse: &[u8] = if self.options.mouse { MOUSE_OFF } else { b"" };
        let frame: &[u8] = if self.replies.synchronized_output() { END_SYNCHRONIZED } else { b"" };
        self.tty.set_undo(&[frame, mouse, &self.decision.leave, LEAVE].concat());
    }

    /// Columns and rows of the window.
    pub fn size(&self) -> (u16, u16) {
        self.tty.size()
    }

    /// Shows a frame: cells in visual order. One write, none if nothing changed.
    ///
    /// A terminal that has not yet taken what was written before is not written to: the frame is left out, and when the
    /// terminal takes bytes again there is an [`Event::Redraw`]. So what is shown is never old for longer than that.
    pub fn draw(&mut self, frame: &Buffer) -> io::Result<()> {
        if !self.tty.is_ready()? {
            return Ok(());
        }
        let mut out = self.take_prefix();
        let Decision { mode, mirrors, parting, .. } = self.decision;
        let foreground = self.replies.foreground().unwrap_or_else(|| self.likely_foreground());
        self.presenter.set_depth(if mode == Mode::Colours { ColourDepth::True } else { self.depth });
        let understood = links::understood(&self.environment, &self.replies);
        self.presenter.set_links(if understood { &self.links } else { &self.no_links });
        let abilities = Abilities::of(&self.environment, &self.replies);
        self.presenter.set_abilities(Abilities { exact: mode == Mode::Colours, ..abilities });
        let how = Reordering { mode, mirrors, parting, foreground, depth: self.depth };
        self.shown.keep(frame, how);
        match reorder::reorder(frame, how) {
            Some(changed) => self.presenter.present(&changed, &mut out),
            None => self.presenter.present(frame, &mut out),
        }
        if out.is_empty() { Ok(()) } else { self.tty.write(&out) }
    }

    fn likely_foreground(&self) -> (u8, u8, u8) {
        match self.background() {
            Some(Background::Light) => (30, 30, 30),
            _ => (229, 229, 229),
        }
    }

    /// The next event; waits for it without using the processor.
    pub fn next_event(&mut self) -> io::Result<Event> {
        loop {
            if let Some(event) = self.events.pop_front() {
                return Ok(event);
            }
            if self.closed {
                return Ok(Event::Closed);
            }
            self.send_prefix()?;
            let patience = self.parser.patience();
            if !self.pump(patience)? {
                let mut events = Vec::new();
                self.parser.flush(&mut events);
                self.take(events);
            }
        }
    }

    /// For other threads: each call makes [`next_event`](Self::next_event) return [`Event::Woken`], calls in a row once.
    pub fn waker(&self) -> Waker {
        self.tty.waker()
    }

    /// Whether an event can be had without waiting: then drawing may be left until it was handled.
    pub fn has_pending_input(&mut self) -> io::Result<bool> {
        if self.events.is_empty() && !self.closed {
            self.pump(Some(Duration::ZERO))?;
        }
        Ok(!self.events.is_empty())
    }

    /// Queries and switches must reach the terminal even if nothing is drawn.
    fn send_prefix(&mut self) -> io::Result<()> {
        if self.prefix.is_empty() {
            return Ok(());
        }
        let prefix = self.take_prefix();
        self.tty.write(&prefix)
    }

    /// The first that is sent holds the questions.
    fn take_prefix(&mut self) -> Vec<u8> {
        if self.parser.is_expecting() && !self.prefix.is_empty() {
            self.asked.get_or_insert_with(Instant::now);
        }
        std::mem::take(&mut self.prefix)
    }

    /// Waits once, and turns what came into events. False: the time is up.
    fn pump(&mut self, timeout: Option<Duration>) -> io::Result<bool> {
        match self.tty.wait(timeout)? {
            Wake::TimedOut => return Ok(false),
            Wake::Input => self.read()?,
            Wake::Resized => {
                // Terminals move or lose rows when they are resized, even if the size ends up the same.
                self.presenter.invalidate();
                let (columns, rows) = self.size();
                self.events.push_back(Event::Resize(columns, rows));
            }
            Wake::Stop => self.suspend_as(false)?,
            Wake::Continued => {
                self.tty.raw()?;
                self.enter_again();
            }
            Wake::Terminate(signal) => self.events.push_back(Event::Terminate(signal)),
            Wake::Woken => self.events.push_back(Event::Woken),
            Wake::Ready => self.events.push_back(Event::Redraw),
        }
        Ok(true)
    }

    fn read(&mut self) -> io::Result<()> {
        let mut buffer = [0; 4096];
        match self.tty.read(&mut buffer) {
            Ok(0) => {
                let mut events = Vec::new();
                while self.parser.patience().is_some() {
                    self.parser.flush(&mut events);
                }
                self.take(events);
                self.events.push_back(Event::Closed);
                self.closed = true;
            }
            Ok(n) => {
                let mut events = Vec::new();
                self.parser.push(&buffer[..n], &mut events);
                self.take(events);
            }
            Err(error) if matches!(error.kind(), io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Keeps replies for itself, hands on the rest.
    fn take(&mut self, events: Vec<Event>) {
        let mut news = false;
        for event in events {
            match event {
                Event::Reply(reply) => news |= self.replies.add(reply),
                Event::Mouse(mut mouse) => {
                    mouse.column = self.shown.column(mouse.column, mouse.row);
                    self.events.push_back(Event::Mouse(mouse));
                }
                other => self.events.push_back(other),
            }
        }
        if news && self.replies.complete() {
            if let (Some(asked), None) = (self.asked, self.replies.took()) {
                self.replies.set_took(asked.elapsed());
            }
            self.decide();
            self.arm();
            // At least the background may be known now.
            self.events.push_back(Event::Redraw);
        }
    }

    /// Decides again. If the terminal needs something else, the old is undone and all is drawn again.
    fn decide(&mut self) {
        let next = decide(&self.environment, &self.replies, self.options.mode);
        let before = std::mem::replace(&mut self.decision, next);
        if (before.mode, before.mirrors, before.parting, &before.enter)
            != (self.decision.mode, self.decision.mirrors, self.decision.parting, &self.decision.enter)
        {
            if before.enter != self.decision.enter {
                self.prefix.extend_from_slice(&before.leave);
                self.prefix.extend_from_slice(&self.decision.enter);
            }
            self.presenter.invalidate();
        }
    }

    /// Chooses a mode by hand, or (`None`) leaves the choice to the rules again. Draw afterwards.
    pub fn set_mode(&mut self, mode: Option<Mode>) {
        self.options.mode = mode;
        self.decide();
        self.arm();
    }

    /// The links that cells of the next frames belong to (see [`links`]). Terminals that are not known to
    /// understand them get none.
    pub fn set_links(&mut self, links: Links) {
        self.links = links;
    }

    /// From the next frame on the cursor is visible in this column and row (from 0; for a prompt), or not at all.
    pub fn set_cursor(&mut self, position: Option<(u16, u16)>) {
        self.presenter.set_cursor(position);
    }

    /// The next frame is drawn completely (for a key such as Ctrl-L).
    pub fn redraw_all(&mut self) {
        self.presenter.invalidate();
    }

    /// Whether the terminal reports the mouse to the program.
    pub fn has_mouse(&self) -> bool {
        self.options.mouse
    }

    /// Takes the mouse from the terminal, or gives it back, with the next frame. Who has it cannot select text by the
    /// terminal's own means.
    pub fn set_mouse(&mut self, mouse: bool) {
        if self.options.mouse != mouse {
            self.options.mouse = mouse;
            self.prefix.extend_from_slice(if mouse { MOUSE } else { MOUSE_OFF });
            self.arm();
        }
    }

    /// Sends a control sequence that moves no cursor and draws nothing (the clipboard, a title) with the next frame.
    pub fn send_with_next_frame(&mut self, bytes: &[u8]) {
        self.prefix.extend_from_slice(bytes);
    }

    /// Gives the terminal back, stops the program until it is continued (`fg`), and takes the terminal again.
    /// An [`Event::Resize`] and an [`Event::Redraw`] follow. For the key Ctrl-Z, which raw mode makes a key.
    pub fn suspend(&mut self) -> io::Result<()> {
        self.suspend_as(true)
    }

    fn suspend_as(&mut self, group: bool) -> io::Result<()> {
        self.drain();
        self.tty.restore()?;
        self.tty.stop(group)?;
        self.tty.raw()?;
        self.enter_again();
        Ok(())
    }

    fn enter_again(&mut self) {
        self.prepare(false);
        let (columns, rows) = self.size();
        self.events.extend([Event::Resize(columns, rows), Event::Redraw]);
    }

    /// Gives the terminal back, as [`leave`](Self::leave), where the session cannot be given away.
    pub fn give_back(&mut self) -> io::Result<()> {
        self.left = true;
        self.drain();
        self.tty.restore()
    }

    /// Gives the terminal back. Dropping does the same, but cannot tell of an error.
    pub fn leave(mut self) -> io::Result<()> {
        self.give_back()
    }

    /// Reads the replies that are still on their way, so that they are not typed into the shell.
    fn drain(&mut self) {
        if !self.parser.is_expecting() || self.closed {
            return;
        }
        let end = Instant::now() + DRAIN;
        while self.parser.is_expecting() && !self.closed {
            match self.tty.wait(Some(end.saturating_duration_since(Instant::now()))) {
                Ok(Wake::Input) if self.read().is_ok() => {}
                Ok(Wake::Woken | Wake::Ready) => {}
                _ => break,
            }
        }
        self.tty.discard_input();
    }
}

impl<T: Tty> Drop for Session<T> {
    fn drop(&mut self) {
        if self.left {
            return;
        }
        if !std::thread::panicking() {
            self.drain();
        }
        // Nobody is left to tell.
        let _ = self.tty.restore();
    }
}

mod asked;
#[cfg(test)]
pub(crate) mod double;
#[cfg(test)]
mod tests;
