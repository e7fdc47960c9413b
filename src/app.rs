//! The reader on a real terminal: events in, actions, frames out.

mod aside;
pub mod extracting;
mod links;
mod looks;
mod visit;
pub mod work;

use std::cell::RefCell;
use std::io::{self, Write};
use std::sync::{Arc, Weak};
use std::time::Duration;

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use crate::choice::{BidiChoice, Origin};
use crate::cli::Bidi;
use crate::desk::Desk;
use crate::formats::visible_path;
use crate::layout::{Direction, Justify, Marks, Options as LayoutOptions, TextLayout};
use crate::palette::Theme;
use crate::reader::areas::Placement;
use crate::reader::keys::Keymap;
use crate::reader::{Action, Copied, Effect, Settings, State, plain_address, shown_address};
use crate::shelf::{Found, Shelf};
use crate::store::{Store, StoreError};
use crate::terminal::clipboard::{self, Way};
use crate::terminal::doctor::{self, Check, Sample};
use crate::terminal::strategy::decide;
use crate::terminal::{ColourDepth, Environment, Event, Options, Session, die_by, harmless};
use crate::tongue::{Text, Tongue};
use crate::view;

use extracting::Extracting;
use looks::Looks;
use visit::Visit;

/// How the reader is to run.
#[derive(Debug, Clone)]
pub struct Run {
    /// How the terminal is to be treated.
    pub terminal: Options,
    /// How right-to-left text is to be sent, as far as the person chose; `terminal.mode` does not count.
    pub bidi: BidiChoice,
    /// What remembers places in articles.
    pub store: Store,
    /// Whether names and quotations are looked for in articles that carry none.
    pub extract: bool,
    /// Vowel marks.
    pub marks: Marks,
    /// How it looks.
    pub theme: Theme,
    /// Whether rows are filled to the width.
    pub justify: Justify,
    /// Columns of text at most.
    pub measure: u16,
    /// Where the sidebar stands, and whether it is shown at first.
    pub sidebar: (Placement, bool),
    /// Which keys do what.
    pub keymap: Arc<Keymap>,
    /// The language of the interface.
    pub tongue: Tongue,
    /// Shown in the status line at first.
    pub message: Option<String>,
}

/// Reads the articles of a shelf, `found` first, until the person quits. Returns when the terminal has been given back; ends the
/// process by the same signal when a signal ended it.
///
/// # Errors
/// When there is no terminal, or it is gone.
pub fn read(shelf: Shelf, found: Found, run: Run) -> io::Result<()> {
    read_in(Session::enter(run.terminal)?, shelf, found, run)
}

/// As [`read`], for an article that takes long to open: `open` runs beside a screen that says `what` is being done, which
/// can be quit, and how far it is. What it gives besides is shown in the status line at first.
///
/// # Errors
/// Outside, that there is no terminal, or it is gone; inside, that of `open`, when the terminal has been given back.
pub fn open_and_read<E: Send + 'static>(
    what: &str,
    open: impl FnOnce(&work::Progress) -> Result<(Shelf, Found, Option<String>), E> + Send + 'static,
    run: Run,
) -> io::Result<Result<(), E>> {
    let mut session = Session::enter(run.terminal)?;
    match aside::with_screen(&mut session, (what, run.tongue), &run.keymap, open)? {
        None => session.leave().map(Ok),
        Some(Err(error)) => session.leave().map(|()| Err(error)),
        Some(Ok((shelf, found, message))) => read_in(session, shelf, found, Run { message, ..run }).map(Ok),
    }
}

fn read_in(mut session: Session, shelf: Shelf, found: Found, run: Run) -> io::Result<()> {
    let mut bidi = Sending { choice: run.bidi, now: Bidi::Auto, by_key: false, recalled: None };
    let (placement, sidebar) = run.sidebar;
    let Run { marks, measure, justify, keymap, tongue, .. } = run;
    let settings = Settings { size: session.size(), marks, measure, placement, sidebar, justify, keymap, tongue };
    let (mut desk, mut state) = Desk::new(shelf, found, settings);
    if let Some(message) = run.message {
        state.tell(message);
    }
    bidi.recall(&mut session, &mut state);
    let mut visit = Visit::begin(&mut state, &run.store);
    let extracting = Extracting::new(session.waker(), run.extract);
    let ended_by =
        turn(&mut session, &mut state, &mut bidi, (&mut desk, &mut visit, extracting), Looks::new(run.theme));
    let remembered = visit.end(&mut state);
    session.leave()?;
    if let Err(error) = remembered {
        // Nobody may listen there any more.
        _ = writeln!(io::stderr(), "newsreader: {}", run.tongue.place_not_remembered(&error.to_string()));
    }
    match ended_by? {
        Some(signal) => die_by(signal),
        None => Ok(()),
    }
}

/// Draws and waits, until the end; gives the signal that ended it.
fn turn(
    session: &mut Session,
    state: &mut State,
    bidi: &mut Sending,
    (desk, visit, mut extracting): (&mut Desk, &mut Visit, Extracting),
    mut looks: Looks,
) -> io::Result<Option<i32>> {
    let mut long_texts = aside::LongTexts::new(session.waker());
    // Weak: to put annotations in, the article must be nobody else's.
    let mut linked = Weak::new();
    loop {
        long_texts.keep_up(state);
        extracting.keep_up(state);
        let article = Arc::downgrade(state.article());
        if !Weak::ptr_eq(&linked, &article) {
            linked = article;
            session.set_links(links::sent(state));
        }
        state.set_one_column(session.decision().one_column);
        // Queued keys are taken together, and only the last state is drawn.
        if !session.has_pending_input()? {
            let mut frame = view::draw(state);
            looks.paint(session.paper(), &mut frame);
            session.draw(&frame)?;
        }
        if state.is_searching() && !session.has_pending_input()? {
            state.search_on(SEARCHED_AT_ONCE);
            continue;
        }
        let action = match session.next_event()? {
            Event::Key(key) => state.action_of(&key),
            Event::Mouse(mouse) => mouse_action(&mouse),
            Event::Paste(text) => {
                type_all(state, &text);
                None
            }
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
            Effect::Redraw => {
                session.redraw_all();
                long_texts.go_on();
            }
            Effect::Cancel => long_texts.stop(state),
            Effect::Suspend => session.suspend()?,
            Effect::CycleBidi => bidi.next(session, state),
            Effect::CycleTheme => state.say(state.tongue().text(looks.next(session.paper()))),
            Effect::Copy(copied) => copy(session, state, &copied),
            Effect::Open(address) => open_address(session, state, address),
            Effect::ToggleMouse => {
                session.set_mouse(!session.has_mouse());
                let (tongue, key) = (state.tongue(), state.key_for(Action::ToggleMouse));
                state.say(if session.has_mouse() { tongue.mouse_on(&key) } else { tongue.text(Text::MouseOff) });
            }
            Effect::Articles(steps) => {
                visit.leave_for(state, |state| desk.turn(state, steps));
                long_texts.forget();
            }
        }
    }
}

/// What the mouse asks for.
fn mouse_action(mouse: &MouseEvent) -> Option<Action> {
    /// Rows of a notch of the wheel, as in most programs.
    const NOTCH: isize = 3;
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Action::Click(mouse.column, mouse.row)),
        MouseEventKind::ScrollDown => Some(Action::Wheel(mouse.column, mouse.row, NOTCH)),
        MouseEventKind::ScrollUp => Some(Action::Wheel(mouse.column, mouse.row, -NOTCH)),
        _ => None,
    }
}

/// In a browser here, or to the clipboard where the reader sits. What is said is what is opened.
fn open_address(session: &mut Session, state: &mut State, address: String) {
    let display = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let has_display = cfg!(target_os = "macos") || display("DISPLAY") || display("WAYLAND_DISPLAY");
    let plain = match plain_address(&address) {
        Ok(plain) => plain,
        Err(why) => {
            let why = state.tongue().text(why);
            return state.say(state.tongue().not_opened(&why, &shown_address(&address)));
        }
    };
    let way = links::way(&Environment::of_process(), has_display);
    if way == links::Way::Browser && links::browse(&plain).is_ok() {
        return state.say(state.tongue().opened(&plain));
    }
    copy(session, state, &Copied { what: Text::CopyAddress, text: plain });
}

/// To the first clipboard that takes it.
fn copy(session: &mut Session, state: &mut State, copied: &Copied) {
    let environment = Environment::of_process();
    let letters = copied.text.chars().count();
    let tongue = state.tongue();
    let what = tongue.text(copied.what);
    for way in clipboard::ways(&environment, |name| std::env::var(name).ok()) {
        match way {
            Way::Program(program) => {
                if clipboard::give(program, &copied.text).is_ok() {
                    return state.say(tongue.copied_by(&what, letters, program[0]));
                }
            }
            Way::Terminal if copied.text.len() > clipboard::MOST_BYTES => {
                let most = clipboard::MOST_BYTES / 1000;
                return state.say(tongue.copied_too_long(&what, most));
            }
            Way::Terminal => {
                session.send_with_next_frame(&clipboard::osc_52(&environment, &copied.text));
                return state.say(tongue.copied_to_terminal(&what, letters));
            }
        }
    }
}

/// Bytes of text searched between two looks at the keyboard: some milliseconds.
const SEARCHED_AT_ONCE: usize = 256 * 1024;

/// What the store has to say, in the language of the interface as far as the words are ours.
fn told(error: &StoreError, tongue: Tongue) -> String {
    match error {
        StoreError::NoPlace => tongue.text(Text::NowhereToRemember),
        StoreError::NotOurs(path, what) => tongue.not_ours(&visible_path(path), what),
        other => tongue.isolated(&other.to_string()),
    }
}

/// What is pasted is typed, where something is being typed.
fn type_all(state: &mut State, text: &str) {
    if state.asked().is_some() {
        state.paste(&text.chars().take(MOST_PASTED).collect::<String>());
    }
}

/// Characters; nobody looks for more.
const MOST_PASTED: usize = 500;

/// How right-to-left text is sent, and who decided that.
struct Sending {
    choice: BidiChoice,
    now: Bidi,
    /// The key was pressed: what was chosen before is over.
    by_key: bool,
    /// The name of the terminal for which the choice was recalled.
    recalled: Option<String>,
}

impl Sending {
    /// Does what was chosen for this terminal, as far as its name is known by now. Nothing is read while that is the same.
    fn recall(&mut self, session: &mut Session, state: &mut State) {
        let Some((bidi, outcome)) = self.recalled_for(session.short_name()) else { return };
        if let Err(error) = outcome {
            state.tell(told(&error, state.tongue()));
        }
        self.now = bidi;
        session.set_mode(bidi.mode());
    }

    /// What was chosen for the terminal of this name; nothing when that is known.
    fn recalled_for(&mut self, name: String) -> Option<(Bidi, Result<(), StoreError>)> {
        if self.by_key || self.recalled.as_ref() == Some(&name) {
            return None;
        }
        let (bidi, _, outcome) = self.choice.of(&name);
        self.recalled = Some(name);
        Some((bidi, outcome))
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
            Ok(()) => state.tongue().order_remembered(&name, &terminal),
            Err(error) => state.tongue().order_not_remembered(&name, &told(&error, state.tongue())),
        });
    }
}

/// Shows what the terminal is and rows to check by eye; gives the report when a key was pressed.
///
/// # Errors
/// When there is no terminal, or it is gone.
pub fn examine(options: Options, choice: &BidiChoice, tongue: Tongue) -> io::Result<Vec<String>> {
    let name = RefCell::new(String::new());
    let mut lines = doctor::show(options, &check(tongue), |terminal| {
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
    harmless(&format!("choice                {} {who}{problem}", bidi.name()))
}

/// What to look at, in the language of the interface; the report stays in English, for whoever gets it.
fn check(tongue: Tongue) -> Check {
    let sample = |text: &str, marks, description: Text| {
        let mut layout = TextLayout::new(text, Direction::Rtl, LayoutOptions { width: 60, marks });
        let row = layout.row(0);
        let cells = row.map(|row| row.cells.iter().map(|cell| row.symbol(cell).to_owned()).collect());
        Sample { cells: cells.unwrap_or_default(), description: tongue.text(description) }
    };
    Check {
        title: tongue.text(Text::DoctorTitle),
        end: tongue.text(Text::DoctorEnd),
        direction: Direction::from_rtl(tongue.is_rtl()),
        samples: vec![
            sample("قال (الوزير): 61% في 18-19 نوفمبر.", Marks::Drop, Text::DoctorArabic),
            sample("קרא Financial Times ב-5 בבוקר.", Marks::Drop, Text::DoctorHebrew),
            sample("سَلَامٌ وَلَا", Marks::Keep, Text::DoctorMarks),
        ],
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Its fault was told at every redraw.
    #[test]
    fn a_broken_store_is_read_once_for_a_terminal() {
        let path = std::env::temp_dir().join(format!("newsreader-recall-{}.json", std::process::id()));
        std::fs::write(&path, "{").unwrap();
        let choice = BidiChoice { store: Store::at(&path), ..BidiChoice::default() };
        let mut bidi = Sending { choice, now: Bidi::Auto, by_key: false, recalled: None };
        let mut told = |name: &str| bidi.recalled_for(name.to_owned()).map(|(_, outcome)| outcome.is_err());
        assert_eq!((told("vte"), told("vte"), told("kitty")), (Some(true), None, Some(true)));
        std::fs::remove_file(&path).unwrap();
    }
}
