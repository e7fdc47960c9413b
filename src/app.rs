//! The reader on a real terminal: events in, actions, frames out.

use std::io;

use crate::article::Article;
use crate::layout::{Direction, Marks, Options as LayoutOptions, TextLayout};
use crate::reader::{Action, Effect, Settings, State, keys};
use crate::terminal::doctor::{self, Sample};
use crate::terminal::{Event, Mode, Options, Session, die_by};
use crate::view;

/// How the reader is to run.
#[derive(Debug, Clone)]
pub struct Run {
    /// How the terminal is to be treated.
    pub terminal: Options,
    /// Vowel marks.
    pub marks: Marks,
    /// Columns of text at most.
    pub measure: u16,
    /// Shown in the status line at first.
    pub message: Option<String>,
}

/// Reads an article until the person quits. Returns when the terminal has been given back; ends the
/// process by the same signal when a signal ended it.
///
/// # Errors
/// When there is no terminal, or it is gone.
pub fn read(article: Article, run: Run) -> io::Result<()> {
    let mut session = Session::enter(run.terminal)?;
    let settings = Settings { size: session.size(), marks: run.marks, measure: run.measure };
    let mut state = State::new(article, settings);
    if let Some(message) = run.message {
        state.say(message);
    }
    let ended_by = turn(&mut session, &mut state);
    session.leave()?;
    match ended_by? {
        Some(signal) => die_by(signal),
        None => Ok(()),
    }
}

/// Draws and waits, until the end; gives the signal that ended it.
fn turn(session: &mut Session, state: &mut State) -> io::Result<Option<i32>> {
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
            _ => None,
        };
        let effect = action.map_or(Effect::None, |action| state.update(action));
        match effect {
            Effect::None => {}
            Effect::Quit => return Ok(None),
            Effect::Redraw => session.redraw_all(),
            Effect::Suspend => session.suspend()?,
            Effect::CycleBidi => {
                let mode = after(session.decision().mode);
                session.set_mode(Some(mode));
                state.say(format!("right-to-left text is sent: {}", mode.name()));
            }
        }
    }
}

fn after(mode: Mode) -> Mode {
    let at = Mode::ALL.iter().position(|&known| known == mode).unwrap_or(0);
    Mode::ALL[(at + 1) % Mode::ALL.len()]
}

/// Shows what the terminal is and rows to check by eye; prints the report when a key was pressed.
///
/// # Errors
/// When there is no terminal, or it is gone.
pub fn examine(options: Options) -> io::Result<Vec<String>> {
    let sample = |text: &str, direction, marks, description: &str| {
        let mut layout = TextLayout::new(text, direction, LayoutOptions { width: 60, marks });
        let row = layout.row(0);
        let cells = row.map(|row| row.cells.iter().map(|cell| row.symbol(cell).to_owned()).collect());
        Sample { cells: cells.unwrap_or_default(), description: description.to_owned() }
    };
    let samples = [
        sample(
            "قال (الوزير): 61% في 18-19 نوفمبر.",
            Direction::Rtl,
            Marks::Drop,
            "Arabic: reads from the right, letters joined; (the minister) in brackets that open to the left; 61% ; 18-19",
        ),
        sample(
            "קרא Financial Times ב-5 בבוקר.",
            Direction::Rtl,
            Marks::Drop,
            "Hebrew: reads from the right, \"Financial Times\" from the left inside it, the full stop at the left end",
        ),
        sample(
            "سَلَامٌ وَلَا",
            Direction::Rtl,
            Marks::Keep,
            "marks: each above its letter, and the lam-alef at the left end is there",
        ),
    ];
    doctor::show(options, &samples)
}
