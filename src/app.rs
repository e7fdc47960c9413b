//! The reader on a real terminal: events in, actions, frames out.

use std::cell::RefCell;
use std::io;
use std::time::Duration;

use crate::choice::{BidiChoice, Origin};
use crate::cli::Bidi;
use crate::desk::Desk;
use crate::layout::{Direction, Marks, Options as LayoutOptions, TextLayout};
use crate::reader::{Action, Effect, Settings, State, keys};
use crate::shelf::{Found, Shelf};
use crate::terminal::doctor::{self, Sample};
use crate::terminal::strategy::decide;
use crate::terminal::{ColourDepth, Environment, Event, Options, Session, die_by};
use crate::view;

/// How the reader is to run.
#[derive(Debug, Clone)]
pub struct Run {
    /// How the terminal is to be treated.
    pub terminal: Options,
    /// How right-to-left text is to be sent, as far as the person chose; `terminal.mode` does not count.
    pub bidi: BidiChoice,
    /// Vowel marks.
    pub marks: Marks,
    /// Columns of text at most.
    pub measure: u16,
    /// Shown in the status line at first.
    pub message: Option<String>,
}

/// Reads the articles of a shelf, `found` first, until the person quits. Returns when the terminal has been given back; ends the
/// process by the same signal when a signal ended it.
///
/// # Errors
/// When there is no terminal, or it is gone.
pub fn read(shelf: Shelf, found: Found, run: Run) -> io::Result<()> {
    let mut session = Session::enter(run.terminal)?;
    let mut bidi = Sending { choice: run.bidi, now: Bidi::Auto, by_key: false };
    let settings = Settings { size: session.size(), marks: run.marks, measure: run.measure };
    let (mut desk, mut state) = Desk::new(shelf, found, settings);
    if let Some(message) = run.message {
        state.say(message);
    }
    bidi.recall(&mut session, &mut state);
    let ended_by = turn(&mut session, &mut state, &mut bidi, &mut desk);
    session.leave()?;
    match ended_by? {
        Some(signal) => die_by(signal),
        None => Ok(()),
    }
}

/// Draws and waits, until the end; gives the signal that ended it.
fn turn(session: &mut Session, state: &mut State, bidi: &mut Sending, desk: &mut Desk) -> io::Result<Option<i32>> {
    loop {
        // Queued keys are taken together, and only the last state is drawn.
        if !session.has_pending_input()? {
            let frame = view::draw(state);
            session.draw(&frame)?;
        }
        let action = match session.next_event()? {
            Event::Key(key) => keys::action_of(&key),
            Event::Resize(columns, rows) => Some(Action::Resize(columns, rows)),
            Event::Terminate(signal) => return Ok(Some(signal)),
            Event::Closed => return Ok(None),
            Event::Redraw => {
                // The terminal may have said its name.
                bidi.recall(session, state);
                None
            }
            _ => None,
        };
        let effect = action.map_or(Effect::None, |action| state.update(action));
        match effect {
            Effect::None => {}
            Effect::Quit => return Ok(None),
            Effect::Redraw => session.redraw_all(),
            Effect::Suspend => session.suspend()?,
            Effect::CycleBidi => bidi.next(session, state),
            Effect::Articles(steps) => _ = desk.turn(state, steps),
        }
    }
}

/// How right-to-left text is sent, and who decided that.
struct Sending {
    choice: BidiChoice,
    now: Bidi,
    /// The key was pressed: what was chosen before is over.
    by_key: bool,
}

impl Sending {
    /// Does what was chosen for this terminal, as far as its name is known by now.
    fn recall(&mut self, session: &mut Session, state: &mut State) {
        if self.by_key {
            return;
        }
        let (bidi, _, outcome) = self.choice.of(&session.short_name());
        if let Err(error) = outcome {
            state.say(error.to_string());
        }
        self.now = bidi;
        session.set_mode(bidi.mode());
    }

    /// The next mode, remembered for this terminal.
    fn next(&mut self, session: &mut Session, state: &mut State) {
        self.by_key = true;
        self.now = self.now.after();
        session.set_mode(self.now.mode());
        let name = match self.now {
            Bidi::Auto => format!("auto ({})", session.decision().mode.name()),
            chosen => chosen.name().to_owned(),
        };
        let terminal = session.short_name();
        state.say(match self.choice.remember(&terminal, self.now) {
            Ok(()) => format!("right-to-left text: {name}, remembered for {terminal}"),
            Err(error) => format!("right-to-left text: {name}, not remembered: {error}"),
        });
    }
}

/// Shows what the terminal is and rows to check by eye; gives the report when a key was pressed.
///
/// # Errors
/// When there is no terminal, or it is gone.
pub fn examine(options: Options, choice: &BidiChoice) -> io::Result<Vec<String>> {
    let name = RefCell::new(String::new());
    let mut lines = doctor::show(options, &samples(), |terminal| {
        terminal.clone_into(&mut name.borrow_mut());
        choice.of(terminal).0.mode()
    })?;
    lines.insert(1, chosen_by(choice, &name.borrow()));
    Ok(lines)
}

/// The report without a look: of the terminal that listens, if one does, else of the environment alone.
#[must_use]
pub fn report(options: Options, choice: &BidiChoice) -> Vec<String> {
    /// For a terminal at the end of a slow line.
    const PATIENCE: Duration = Duration::from_secs(2);
    let environment = Environment::of_process().ask_tmux();
    let asked = doctor::ask(PATIENCE);
    let replies = asked.as_ref().cloned().unwrap_or_default();
    let depth = options.depth.unwrap_or_else(|| ColourDepth::of(&environment));
    let name = doctor::short_name(&environment, &replies);
    let (bidi, ..) = choice.of(&name);
    let mut lines = doctor::report(&environment, &replies, &decide(&environment, &replies, bidi.mode()), depth);
    lines.insert(1, chosen_by(choice, &name));
    if let Err(error) = asked {
        lines.insert(0, format!("no terminal            {error}; this is what the environment says"));
    }
    lines
}

/// Who chose the mode, for the report.
fn chosen_by(choice: &BidiChoice, terminal: &str) -> String {
    let (bidi, origin, outcome) = choice.of(terminal);
    let who = match origin {
        Origin::Flag => "by --bidi".to_owned(),
        Origin::Memory => format!("by the key B, remembered for {terminal}"),
        Origin::Config => "in the configuration file".to_owned(),
        Origin::Nobody => "by nobody".to_owned(),
    };
    let problem = outcome.err().map_or(String::new(), |error| format!(" ({error})"));
    format!("choice                {} {who}{problem}", bidi.name())
}

fn samples() -> [Sample; 3] {
    let sample = |text: &str, direction, marks, description: &str| {
        let mut layout = TextLayout::new(text, direction, LayoutOptions { width: 60, marks });
        let row = layout.row(0);
        let cells = row.map(|row| row.cells.iter().map(|cell| row.symbol(cell).to_owned()).collect());
        Sample { cells: cells.unwrap_or_default(), description: description.to_owned() }
    };
    [
        sample(
            "قال (الوزير): 61% في 18-19 نوفمبر.",
            Direction::Rtl,
            Marks::Drop,
            "Arabic, read from the right: the letters are joined, the brackets hold the second word, % stands left of 61, 18 right of 19, the full stop at the left end",
        ),
        sample(
            "קרא Financial Times ב-5 בבוקר.",
            Direction::Rtl,
            Marks::Drop,
            "Hebrew, read from the right: \"Financial Times\" in it is read from the left, the full stop stands at the left end",
        ),
        sample(
            "سَلَامٌ وَلَا",
            Direction::Rtl,
            Marks::Keep,
            "Vowel marks: each stands above its letter, and the lam-alef at the left end is there",
        ),
    ]
}
