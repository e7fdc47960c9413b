//! Bytes from a terminal become [`Event`]s. Pure: no file descriptor, no clock.
//!
//! Why not crossterm's reader: it knows only the replies that crossterm itself asks for. In its
//! `parse_event` (0.29, `event/sys/unix/parse.rs`) an `ESC` before anything but `[`, `O` and `ESC` is
//! "Alt and that character": the XTVERSION reply `ESC P > | XTerm(379) ESC \` becomes Alt-P and then the
//! keys `>`, `|`, `X`, `T`, ..., and any `q` in it quits a pager; an OSC 11 reply becomes Alt-] and digits.
//! `CSI >` (DA2) is an error that drops three bytes, so `41;379;0c` arrives as keys. A DECRPM reply
//! (`CSI ? 2026 ; 2 $ y`) ends in a byte that its `CSI ?` branch does not know, so it waits and eats what is
//! typed until a `u` or a `c` comes. Only the types of its events are used here.
//!
//! [`InputParser`] is a state machine over single bytes, so the way a stream is cut into reads changes
//! nothing. Time enters in one place: a lone `ESC` is a key only if nothing follows, and only the reader
//! knows that. It asks [`InputParser::patience`] how long to wait, and calls [`InputParser::flush`] when
//! that much time went by in silence. While replies are outstanding, an `ESC` may be the first byte of a
//! reply whose rest is still on its way, so the wait is longer, and what follows later is compared with the
//! beginnings of the replies that were asked for before it is taken for keys. The wait ends with the next
//! byte, so it is never longer than the replies take, and it is long only once if none come.
//!
//! Sequences: ECMA-48 (CSI, DCS, OSC, C0), xterm's `ctlseqs`, the kitty keyboard protocol's `CSI u`.

mod keys;
mod late;
mod machine;
mod replies;

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent};

pub use replies::Reply;

/// How long a lone `ESC` waits for the rest of its sequence.
pub const ESCAPE_GRACE: Duration = Duration::from_millis(40);
/// How long it waits while replies of the terminal are outstanding.
pub const REPLY_GRACE: Duration = Duration::from_millis(1500);
/// How long when [`REPLY_GRACE`] has gone by once without a reply, or when all but the colours was answered: a terminal
/// that never answers must not make the Esc key slow for ever.
pub const SECOND_GRACE: Duration = Duration::from_millis(400);

/// What came from the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed (or repeated; releases are not reported).
    Key(KeyEvent),
    /// Text was pasted (bracketed paste); line ends as the terminal sent them, not cleaned.
    Paste(String),
    /// A mouse event; columns and rows count from 0.
    Mouse(MouseEvent),
    /// The terminal answered a query.
    Reply(Reply),
    /// The window gained the focus.
    FocusGained,
    /// The window lost the focus.
    FocusLost,
    /// The window has this many columns and rows now.
    Resize(u16, u16),
    /// The screen must be drawn again: after a stop, because the terminal turned out to need another strategy, or because
    /// a frame was left out.
    Redraw,
    /// Another thread called [`Waker::wake`](super::Waker::wake).
    Woken,
    /// A signal with this number asks the program to end.
    Terminate(i32),
    /// No more input will come: end of file, or the terminal is gone.
    Closed,
}

/// A string (DCS, OSC, APC, PM) or a paste longer than this is not kept further.
const STRING_LIMIT: usize = 4096;
const PASTE_LIMIT: usize = 1 << 20;
const PASTE_END: &[u8] = b"\x1b[201~";

#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    Ground,
    /// A character of which some bytes are missing.
    Utf8 {
        alt: bool,
        bytes: Vec<u8>,
        len: usize,
    },
    Escape,
    Csi(Vec<u8>),
    /// After `ESC O`, and perhaps a digit.
    Ss3(Option<u8>),
    /// `CSI [` and a letter: a function key of the Linux console.
    LinuxConsole,
    /// `CSI M` and three bytes: a mouse report in the old encoding.
    OldMouse(Vec<u8>),
    /// A string opened by `ESC kind`; `ended` is set after an `ESC` that may open ST, `waited` if a silence came after it.
    String {
        kind: u8,
        bytes: Vec<u8>,
        ended: bool,
        waited: bool,
    },
    Paste(Vec<u8>),
    /// Replies are outstanding and a silence came after `ESC` (and perhaps more): key or reply, not known yet.
    Late {
        bytes: Vec<u8>,
        told: bool,
    },
}

/// Which replies are outstanding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Expecting {
    #[default]
    Nothing,
    /// A multiplexer has answered DA1 itself; the colours may still come from the terminal around it.
    Colours,
    All,
}

/// See the module's text.
#[derive(Debug)]
pub struct InputParser {
    state: State,
    expecting: Expecting,
    /// DA2 said tmux or screen.
    multiplexer: bool,
    coloured: bool,
    /// The long wait was for nothing, and no reply has come since.
    silent: bool,
}

impl Default for InputParser {
    fn default() -> Self {
        let (state, expecting) = (State::Ground, Expecting::Nothing);
        Self { state, expecting, multiplexer: false, coloured: false, silent: false }
    }
}

impl InputParser {
    /// Replies to queries are (or are no longer) outstanding. The reply to DA1 sets it back by itself.
    pub fn expect_replies(&mut self, expecting: bool) {
        self.expecting = if expecting { Expecting::All } else { Expecting::Nothing };
    }

    /// Whether the reply to DA1 is outstanding.
    pub fn is_expecting(&self) -> bool {
        self.expecting == Expecting::All
    }

    fn is_late(&self) -> bool {
        self.expecting != Expecting::Nothing
    }

    fn reply(&mut self, reply: Reply, out: &mut Vec<Event>) {
        self.silent = false;
        match &reply {
            Reply::SecondaryAttributes(text) => self.multiplexer = text.starts_with("83;") || text.starts_with("84;"),
            Reply::Colour { which: 11, .. } => {
                self.coloured = true;
                if self.expecting == Expecting::Colours {
                    self.expecting = Expecting::Nothing;
                }
            }
            Reply::PrimaryAttributes(_) if self.expecting == Expecting::All => {
                let open = self.multiplexer && !self.coloured;
                self.expecting = if open { Expecting::Colours } else { Expecting::Nothing };
            }
            _ => {}
        }
        out.push(Event::Reply(reply));
    }

    /// Takes `bytes` as they came and appends to `out` the events that are complete.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<Event>) {
        for &byte in bytes {
            self.byte(byte, out);
        }
    }

    /// How long to wait for more before calling [`flush`](Self::flush); `None`: as long as it takes.
    pub fn patience(&self) -> Option<Duration> {
        match &self.state {
            State::Escape | State::Ss3(_) => Some(ESCAPE_GRACE),
            State::Csi(bytes) | State::String { bytes, ended: false, .. } if bytes.is_empty() => Some(ESCAPE_GRACE),
            State::String { ended: true, waited: false, .. } => Some(ESCAPE_GRACE),
            State::Late { bytes, told } if !(*told && bytes.is_empty()) => {
                Some(if self.is_expecting() && !self.silent { REPLY_GRACE } else { SECOND_GRACE })
            }
            _ => None,
        }
    }

    /// Nothing came for [`patience`](Self::patience): decides what an open sequence was.
    pub fn flush(&mut self, out: &mut Vec<Event>) {
        let state = std::mem::replace(&mut self.state, State::Ground);
        match state {
            State::Escape => self.silence_after(Vec::new(), out),
            State::Csi(bytes) if bytes.is_empty() => self.introducer_alone(b'[', out),
            State::Ss3(modifier) => {
                out.push(keys::alt(char_key('O')));
                out.extend(modifier.map(|digit| Event::Key(char_key(digit as char))));
            }
            State::String { kind, bytes, ended: false, .. } if bytes.is_empty() => {
                self.introducer_alone(kind, out);
            }
            State::String { kind, bytes, ended: true, .. } => {
                self.state = State::String { kind, bytes, ended: true, waited: true };
            }
            State::Late { bytes, told } => self.give_up(&bytes, told, out),
            other => self.state = other,
        }
    }

    /// `ESC` and one of the bytes that open a sequence, then silence: Alt and that key, unless a reply is due.
    fn introducer_alone(&mut self, kind: u8, out: &mut Vec<Event>) {
        if self.is_late() {
            self.state = State::Late { bytes: vec![kind], told: false };
        } else {
            out.push(keys::alt(char_key(kind as char)));
        }
    }

    fn silence_after(&mut self, bytes: Vec<u8>, out: &mut Vec<Event>) {
        if self.is_late() {
            self.state = State::Late { bytes, told: false };
        } else {
            out.push(escape());
        }
    }

    /// The long wait is over: what was held back are keys. A reply may come all the same, so the state stays.
    fn give_up(&mut self, bytes: &[u8], told: bool, out: &mut Vec<Event>) {
        if !told {
            out.push(escape());
        }
        self.replay(bytes, out);
        self.silent = true;
        if self.expecting == Expecting::Colours {
            // They do not come. Esc must not be slow for ever.
            self.expecting = Expecting::Nothing;
        }
        if self.is_late() && self.state == State::Ground && bytes.is_empty() {
            self.state = State::Late { bytes: Vec::new(), told: true };
        }
    }

    fn replay(&mut self, bytes: &[u8], out: &mut Vec<Event>) {
        self.state = State::Ground;
        self.push(bytes, out);
    }
}

fn escape() -> Event {
    Event::Key(KeyCode::Esc.into())
}

/// The key of a typed character; capitals carry SHIFT, as crossterm's own reader has it.
fn char_key(c: char) -> KeyEvent {
    let modifiers = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    KeyEvent::new(KeyCode::Char(c), modifiers)
}

#[cfg(test)]
mod tests;
