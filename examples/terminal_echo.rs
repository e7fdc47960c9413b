//! Shows a frame with right-to-left text and the events that come; for trying a terminal, and for tests.
//!
//!     terminal_echo [--mode MODE] [--mouse] [--no-probe] [--panic-on KEY] [--log FILE] [--rows FILE]
//!
//! `q` quits, Ctrl-Z suspends, `m` walks through the modes. Every event is appended to the log, one a line.

use std::fs::File;
use std::io::{self, Write};

use crossterm::event::{KeyCode, KeyModifiers};
use newsreader::terminal::{Event, Mode, Options, Session, die_by};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

/// Rows in visual order, shaped, as a layout engine hands them over.
const ROWS: &str = include_str!("visual_rows.txt");

struct Arguments {
    options: Options,
    log: Option<File>,
    panic_on: Option<char>,
    rows: String,
}

fn arguments() -> io::Result<Arguments> {
    let mut arguments = Arguments { options: Options::default(), log: None, panic_on: None, rows: ROWS.into() };
    let mut list = std::env::args().skip(1);
    while let Some(flag) = list.next() {
        match flag.as_str() {
            "--mouse" => arguments.options.mouse = true,
            "--no-probe" => arguments.options.probe = false,
            "--mode" => {
                let name = list.next().unwrap_or_default();
                arguments.options.mode = Mode::ALL.into_iter().find(|mode| mode.name() == name);
            }
            "--panic-on" => arguments.panic_on = list.next().and_then(|key| key.chars().next()),
            "--rows" => arguments.rows = std::fs::read_to_string(list.next().unwrap_or_default())?,
            "--log" => arguments.log = Some(File::create(list.next().unwrap_or_default())?),
            other => return Err(io::Error::other(format!("unknown argument {other}"))),
        }
    }
    Ok(arguments)
}

fn main() -> io::Result<()> {
    let mut arguments = arguments()?;
    let mut session = Session::enter(arguments.options)?;
    let mut last = String::new();
    let mut chosen = 0;
    let signal = loop {
        if !session.has_pending_input()? {
            draw(&mut session, &arguments.rows, &last)?;
        }
        let event = session.next_event()?;
        last = format!("{event:?}");
        if let Some(log) = &mut arguments.log {
            writeln!(log, "{}", describe(&event))?;
        }
        match event {
            Event::Key(key) => match key.code {
                KeyCode::Char('q') => break None,
                KeyCode::Char('z') if key.modifiers == KeyModifiers::CONTROL => session.suspend()?,
                KeyCode::Char('m') => {
                    chosen += 1;
                    session.set_mode(Some(Mode::ALL[chosen % Mode::ALL.len()]));
                }
                KeyCode::Char(c) if arguments.panic_on == Some(c) => panic!("asked to panic"),
                _ => {}
            },
            Event::Terminate(signal) => break Some(signal),
            Event::Closed => break None,
            _ => {}
        }
    };
    let left = session.leave();
    match signal {
        Some(signal) => die_by(signal),
        None => left,
    }
}

/// One line of the log: short and stable.
fn describe(event: &Event) -> String {
    match event {
        Event::Key(key) if key.modifiers.is_empty() => format!("key {:?}", key.code),
        Event::Key(key) => format!("key {:?} {:?}", key.code, key.modifiers),
        other => format!("{other:?}"),
    }
}

fn draw(session: &mut Session, text: &str, last: &str) -> io::Result<()> {
    let (columns, rows) = session.size();
    let mut frame = Buffer::empty(Rect::new(0, 0, columns, rows));
    let title = format!("mode {} | {}", session.decision().mode.name(), session.decision().rule);
    put(&mut frame, 0, &title, Style::default().add_modifier(Modifier::BOLD));
    for (y, row) in (2u16..).zip(text.lines()) {
        put(&mut frame, y, row, Style::default());
    }
    let below = 3 + u16::try_from(text.lines().count()).unwrap_or(0);
    put(&mut frame, below, last, Style::default().fg(Color::Cyan));
    session.draw(&frame)
}

/// Puts text into a row, one character a cell; marks go to the cell of their base.
fn put(frame: &mut Buffer, y: u16, text: &str, style: Style) {
    let mut x = 0;
    for c in text.chars() {
        let mark =
            matches!(c, '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{05b0}'..='\u{05c7}');
        if mark && x > 0 {
            if let Some(cell) = frame.cell_mut((x - 1, y)) {
                let symbol = format!("{}{c}", cell.symbol());
                cell.set_symbol(&symbol);
            }
            continue;
        }
        if let Some(cell) = frame.cell_mut((x, y)) {
            cell.set_char(c).set_style(style);
        }
        x += 1;
    }
}
