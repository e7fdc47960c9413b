//! Everything that knows a real terminal. Finished frames go in, events come out; nothing here knows what
//! is read, so any ratatui program can use it.
//!
//! A frame is a [`ratatui::buffer::Buffer`] in *visual order*: the leftmost cell is the leftmost letter, Arabic
//! as presentation forms, no control characters in any cell. How a given terminal must be told to show exactly
//! that differs (`docs/terminals.md`); this room finds out and does it.
//!
//! ```no_run
//! use newsreader::terminal::{Event, Options, Session};
//! use ratatui::{buffer::Buffer, layout::Rect};
//! # fn paint(_: &mut Buffer) {}
//!
//! # fn main() -> std::io::Result<()> {
//! let mut session = Session::enter(Options::default())?;
//! loop {
//!     if !session.has_pending_input()? {
//!         let (columns, rows) = session.size();
//!         let mut frame = Buffer::empty(Rect::new(0, 0, columns, rows));
//!         paint(&mut frame);
//!         session.draw(&frame)?; // writes what changed, nothing if nothing did
//!     }
//!     match session.next_event()? {
//!         Event::Key(key) if key.code == crossterm::event::KeyCode::Char('q') => break,
//!         Event::Terminate(_) | Event::Closed => break,
//!         Event::Resize(..) | Event::Redraw => {} // the next turn draws
//!         _ => {}
//!     }
//! }
//! session.leave() // dropping it, a panic and signals give the terminal back as well
//! # }
//! ```
//!
//! - [`Session::suspend`] is for the key Ctrl-Z (raw mode makes it a key); a SIGTSTP from outside is handled inside.
//! - After [`Event::Terminate`] leave, save, and then [`die_by`] that signal.
//! - [`Session::waker`] is for other threads that have news: they make [`Session::next_event`] return [`Event::Woken`].
//! - [`Session::set_mode`] chooses by hand; [`Session::decision`] says what was chosen and why;
//!   [`Session::background`] whether the terminal is dark or light (ask again after [`Event::Redraw`]).
//!
//! The pieces, none of which needs the others' state: [`input`] (bytes to events), [`probe`] (questions and
//! replies), [`environment`], [`strategy`] (the rules), [`reorder`] (the last step of a frame), [`present`]
//! (frame to bytes), [`colours`], [`tty`] (the device), [`doctor`] (a report).

pub mod colours;
pub mod doctor;
pub mod environment;
pub mod input;
pub mod clipboard;
pub mod links;
mod multiplexer;
pub mod present;
pub mod probe;
#[cfg(test)]
mod recorded;
pub mod reorder;
mod restore;
mod session;
mod sgr;
pub mod strategy;
pub mod tty;
mod waker;

use crate::layout::is_bidi_control;

#[cfg(test)]
pub(crate) use colours::ansi_number;
pub(crate) use colours::rgb_of;
pub use colours::{Background, ColourDepth, Paper};
pub use environment::Environment;
pub use input::Event;
pub use links::Links;
pub use session::{Options, Session};
pub use sgr::write_row;
pub use strategy::{Decision, Mode};
pub use waker::Waker;

/// Text of one line as it can be sent to a terminal: control characters and bidi controls in it are written as `\u{1b}`.
pub(crate) fn harmless(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_bidi_control(c) { harmless.extend(c.escape_unicode()) } else { harmless.push(c) }
    }
    harmless
}

/// Ends the process by a signal's default action, so that the parent sees why it ended. Leave the session first.
pub fn die_by(signal: i32) -> ! {
    // Fails only for a number that is no signal.
    let _ = signal_hook::low_level::emulate_default_handler(signal);
    std::process::exit(128 + signal)
}
