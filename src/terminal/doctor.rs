//! What this terminal is, what was decided about it and why, for a person or a bug report to read.

use std::io;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::colours::{Background, ColourDepth};
use super::environment::Environment;
use super::input::{Event, InputParser, Reply};
use super::probe::{QUERIES, Replies};
use super::session::{Options, Session};
use super::strategy::Decision;
use super::tty::{SystemTty, Tty, Wake};

/// A row to check by eye.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What stands in each cell, in visual order: one cluster a cell, all of them one column wide.
    pub cells: Vec<String>,
    /// How it should look.
    pub description: String,
}

/// The terminal's name and version, as far as they can be told.
pub fn name(environment: &Environment, replies: &Replies) -> String {
    if let Some(version) = replies.version() {
        return version.to_owned();
    }
    let number = |name: &str| environment.get(name).map(str::to_owned);
    // VTE writes 0.70.6 as 7006, here and in DA2.
    let vte = |digits: &str| {
        let n: u32 = digits.parse().unwrap_or(0);
        format!("VTE 0.{}.{}", n / 100, n % 100)
    };
    match replies.secondary().map(|text| text.split(';').collect::<Vec<_>>()).as_deref() {
        Some(["65", version, ..]) => vte(version),
        Some(["24", ..]) => number("MLTERM").map_or("mlterm".into(), |v| format!("mlterm {v}")),
        Some(["85", ..]) => "rxvt-unicode".into(),
        Some(["83", version, ..]) => format!("GNU screen {version}"),
        Some(["84", ..]) => "tmux".into(),
        Some(["77", ..]) => "mintty".into(),
        Some([_, "115", ..]) if environment.has("KONSOLE_VERSION") => "konsole".into(),
        Some(["0", "115", ..]) => "qterminal, or another with the same widget".into(),
        Some(["0", "1700", ..]) | Some(["0", ..]) if environment.has("ALACRITTY_WINDOW_ID") => "alacritty".into(),
        _ if replies.complete() => number("TERM_PROGRAM").unwrap_or_else(|| "not known".into()),
        _ => number("TERM_PROGRAM")
            .or_else(|| number("KONSOLE_VERSION").map(|v| format!("konsole {v}")))
            .or_else(|| number("VTE_VERSION").map(|v| vte(&v)))
            .unwrap_or_else(|| "not known".into()),
    }
}

/// The report, one line an item. Pure.
pub fn report(environment: &Environment, replies: &Replies, decision: &Decision, depth: ColourDepth) -> Vec<String> {
    let mut lines = vec![
        format!("terminal              {}", name(environment, replies)),
        format!("mode                  {}", decision.mode.name()),
        format!("because               {}", decision.rule),
        format!("sent on entering      {}", visible(&decision.enter)),
        format!("sent on leaving       {}", visible(&decision.leave)),
        format!("reorders by mode 8    {}", bidi_mode(replies)),
        format!("synchronized output   {}", yes_or_no(replies.synchronized_output())),
        format!("left, right margins   {}", yes_or_no(replies.margins())),
        format!("colours               {}", colours(depth)),
        format!("background            {}", background(environment, replies)),
    ];
    lines.extend(decision.recommends.map(|advice| format!("advice                {advice}")));
    lines.push(if replies.complete() {
        "replies".into()
    } else {
        "replies (it has not answered all questions)".into()
    });
    lines.extend(replies.all().iter().map(|reply| format!("  {}", describe(reply))));
    lines.push("environment".into());
    lines.extend(environment.pairs().map(|(name, value)| match name {
        // Addresses and paths say nothing about the terminal and need not stand in a bug report.
        "SSH_CONNECTION" | "SSH_TTY" | "TMUX" | "STY" => format!("  {name} is set"),
        _ => format!("  {name}={}", visible(value.as_bytes())),
    }));
    lines
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn bidi_mode(replies: &Replies) -> &'static str {
    match replies.bidi_mode() {
        Some(true) => "yes, and it can be switched off",
        Some(false) => "no, it is switched off already",
        None => "not known to this terminal (which says nothing about whether it reorders)",
    }
}

fn colours(depth: ColourDepth) -> &'static str {
    match depth {
        ColourDepth::None => "none",
        ColourDepth::Ansi16 => "16",
        ColourDepth::Indexed256 => "256",
        ColourDepth::True => "24 bit",
    }
}

fn background(environment: &Environment, replies: &Replies) -> String {
    let kind = match Background::of(environment, replies) {
        Some(Background::Dark) => "dark",
        Some(Background::Light) => "light",
        None => return "not known".into(),
    };
    match replies.background() {
        Some((r, g, b)) => format!("{kind} (#{r:02x}{g:02x}{b:02x})"),
        None => format!("{kind} (by COLORFGBG)"),
    }
}

fn describe(reply: &Reply) -> String {
    match reply {
        Reply::PrimaryAttributes(text) => format!("DA1        CSI ? {text} c"),
        Reply::SecondaryAttributes(text) => format!("DA2        CSI > {text} c"),
        Reply::Mode { private, mode, state } => {
            format!("mode       CSI {}{mode} ; {state} $ y", if *private { "? " } else { "" })
        }
        Reply::Version(text) => format!("XTVERSION  {text}"),
        Reply::Colour { which, rgb: (r, g, b) } => format!("OSC {which}     #{r:02x}{g:02x}{b:02x}"),
        Reply::CursorPosition { row, column } => format!("CPR        row {row}, column {column}"),
        Reply::Other(text) => format!("other      {text}"),
    }
}

/// Bytes with their controls as names, so that they can be printed.
fn visible(bytes: &[u8]) -> String {
    if bytes.is_empty() {
        return "nothing".into();
    }
    String::from_utf8_lossy(bytes)
        .chars()
        .map(|c| match c {
            '\x1b' => "ESC ".into(),
            '\x07' => " BEL".into(),
            c if c.is_control() => format!("\\x{:02x}", u32::from(c)),
            c => c.to_string(),
        })
        .collect()
}

/// Asks the terminal of this process and waits for its answer, at most `patience`. The screen is left as it is.
pub fn ask(patience: Duration) -> io::Result<Replies> {
    ask_on(&mut SystemTty::open()?, patience)
}

/// As [`ask`], on any device.
pub fn ask_on(tty: &mut impl Tty, patience: Duration) -> io::Result<Replies> {
    tty.raw()?;
    // On the alternate screen: a terminal that does not know a question may print a part of it.
    tty.set_undo(b"\x1b[?1049l");
    let asked = tty.write(&[b"\x1b[?1049h", QUERIES].concat()).and_then(|()| collect(tty, patience));
    tty.discard_input();
    tty.restore()?;
    asked
}

fn collect(tty: &mut impl Tty, patience: Duration) -> io::Result<Replies> {
    let (mut parser, mut replies, end) = (InputParser::default(), Replies::default(), Instant::now() + patience);
    parser.expect_replies(true);
    while !replies.complete() {
        match tty.wait(Some(end.saturating_duration_since(Instant::now())))? {
            Wake::TimedOut | Wake::Terminate(_) => break,
            Wake::Input => {}
            Wake::Resized | Wake::Stop | Wake::Continued => continue,
        }
        let (mut buffer, mut events) = ([0; 1024], Vec::new());
        let n = tty.read(&mut buffer)?;
        if n == 0 {
            break;
        }
        parser.push(&buffer[..n], &mut events);
        for event in events {
            if let Event::Reply(reply) = event {
                replies.add(reply);
            }
        }
    }
    Ok(replies)
}

/// Shows the report and the samples on the screen as any frame is shown, until a key is pressed, so that the eye
/// can check what the report says. Returns the report, for the caller to print.
pub fn show(options: Options, samples: &[Sample]) -> io::Result<Vec<String>> {
    show_on(Session::enter(options)?, samples)
}

/// As [`show`], in a session that was entered already.
pub fn show_on<T: Tty>(mut session: Session<T>, samples: &[Sample]) -> io::Result<Vec<String>> {
    loop {
        let lines = session.report();
        session.draw(&frame(session.size(), &lines, samples))?;
        if let Event::Key(_) | Event::Closed | Event::Terminate(_) = session.next_event()? {
            let lines = session.report();
            return session.leave().map(|()| lines);
        }
    }
}

fn frame((columns, rows): (u16, u16), lines: &[String], samples: &[Sample]) -> Buffer {
    let mut frame = Buffer::empty(Rect::new(0, 0, columns, rows));
    let mut y = 0;
    let mut put = |cells: &mut dyn Iterator<Item = String>| {
        for (x, symbol) in (0..columns).zip(cells) {
            if let Some(cell) = frame.cell_mut((x, y)) {
                cell.set_symbol(&symbol);
            }
        }
        y += 1;
    };
    for sample in samples {
        put(&mut sample.description.chars().map(String::from));
        put(&mut sample.cells.iter().cloned());
        put(&mut std::iter::empty());
    }
    put(&mut "Press any key.".chars().map(String::from));
    put(&mut std::iter::empty());
    for line in lines {
        put(&mut line.chars().map(String::from));
    }
    frame
}

#[cfg(test)]
mod tests;
