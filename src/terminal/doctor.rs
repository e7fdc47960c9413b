//! What this terminal is, what was decided about it and why, for a person or a bug report to read.

use std::io;
use std::time::{Duration, Instant};

use super::colours::{Background, ColourDepth};
use super::environment::Environment;
use super::harmless;
use super::input::{Event, InputParser, Reply};
use super::probe::{QUERIES, Replies};
use super::session::{Options, Session};
use super::strategy::{Decision, Mode};
use super::tty::{SystemTty, Tty, Wake};
use crate::layout::Direction;

/// A row to check by eye.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What stands in each cell, in visual order: one cluster a cell, all of them one column wide.
    pub cells: Vec<String>,
    /// How it should look, in logical order.
    pub description: String,
}

/// What a person is asked to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Stands above the samples.
    pub title: String,
    /// Says how to go on.
    pub end: String,
    /// The base direction of these words and of the descriptions.
    pub direction: Direction,
    /// The rows.
    pub samples: Vec<Sample>,
}

const NOT_KNOWN: &str = "not known";

/// From here on a line counts as slow: longer than a terminal on the same desk or in the same house takes to answer.
const SLOW: Duration = Duration::from_millis(50);

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
    // screen writes 4.9.0 as 40900.
    let screen = |digits: &str| {
        let n: u32 = digits.parse().unwrap_or(0);
        format!("GNU screen {}.{}.{}", n / 10_000, n / 100 % 100, n % 100)
    };
    match replies.secondary().map(|text| text.split(';').collect::<Vec<_>>()).as_deref() {
        Some(["65", version, ..]) => vte(version),
        Some(["24", ..]) => number("MLTERM").map_or("mlterm".into(), |v| format!("mlterm {v}")),
        Some(["85", ..]) => "rxvt-unicode".into(),
        Some(["83", version, ..]) => screen(version),
        Some(["84", ..]) => "tmux".into(),
        Some(["77", ..]) => "mintty".into(),
        Some([_, "115", ..]) if environment.has("KONSOLE_VERSION") => "konsole".into(),
        Some(["0", "115", ..]) => "qterminal, or another with the same widget".into(),
        Some(["0", "136", ..]) => "PuTTY".into(),
        Some(["0", "276", ..]) => number("TERM_PROGRAM").unwrap_or_else(|| "xterm.js".into()),
        Some(["0", "1700", ..]) | Some(["0", ..]) if environment.has("ALACRITTY_WINDOW_ID") => "alacritty".into(),
        _ if replies.complete() => number("TERM_PROGRAM").unwrap_or_else(|| NOT_KNOWN.into()),
        _ => number("TERM_PROGRAM")
            .or_else(|| number("KONSOLE_VERSION").map(|v| format!("konsole {v}")))
            .or_else(|| number("VTE_VERSION").map(|v| vte(&v)))
            .unwrap_or_else(|| NOT_KNOWN.into()),
    }
}

/// A short name that stays the same from version to version, for remembering things about a terminal: `kitty`,
/// `vte`, `tmux in konsole`. Those without a name, and those that have not answered yet, are called by TERM.
pub fn short_name(environment: &Environment, replies: &Replies) -> String {
    let word = |name: &str| {
        let name = name.trim_start_matches("GNU ");
        let end = name.find([' ', '(', ',']).unwrap_or(name.len());
        name[..end].to_lowercase()
    };
    let name = match name(environment, replies).as_str() {
        NOT_KNOWN => plain_term(environment.term()),
        name => word(name),
    };
    let outer =
        [("KITTY_WINDOW_ID", "kitty"), ("KONSOLE_VERSION", "konsole"), ("MLTERM", "mlterm"), ("VTE_VERSION", "vte")];
    let multiplexed = matches!(name.as_str(), "tmux" | "screen");
    match outer.iter().find(|(variable, _)| multiplexed && environment.has(variable)) {
        Some((_, outer)) => format!("{name} in {outer}"),
        None => name,
    }
}

/// TERM without what says nothing about who it is: `kitty` of `xterm-kitty`, `st` of `st-256color`.
fn plain_term(term: &str) -> String {
    let term = term.split('.').next().unwrap_or(term);
    let term = ["-256color", "-direct", "-color"].iter().find_map(|end| term.strip_suffix(end)).unwrap_or(term);
    let term = term.strip_prefix("xterm-").unwrap_or(term);
    if term.is_empty() { NOT_KNOWN.into() } else { term.to_owned() }
}

/// A terminal that does not say its name is at least called something by its environment.
fn name_or_term(environment: &Environment, replies: &Replies) -> String {
    match (name(environment, replies), environment.term()) {
        (name, term) if name == NOT_KNOWN && !term.is_empty() => {
            format!("{NOT_KNOWN} (TERM={})", visible(term.as_bytes()))
        }
        (name, _) => name,
    }
}

/// The report, one line an item. Pure.
pub fn report(environment: &Environment, replies: &Replies, decision: &Decision, depth: ColourDepth) -> Vec<String> {
    let mut lines = vec![
        format!("terminal              {}", name_or_term(environment, replies)),
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
    lines.extend(replies.took().map(|took| format!("answered after        {} ms", took.as_millis())));
    lines.extend(decision.recommends.map(|advice| format!("advice                {advice}")));
    lines.extend(advice_on_bytes(replies));
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
    // Names of terminals come from the environment and from the other end of the line.
    lines.iter().map(|line| harmless(line)).collect()
}

/// Without margins a list beside the text is sent again with every scrolled line; below the text it is not.
fn advice_on_bytes(replies: &Replies) -> Option<String> {
    let took = replies.took().filter(|took| *took >= SLOW && !replies.margins())?;
    let ms = took.as_millis();
    Some(format!(
        "advice                the line is slow ({ms} ms) and this terminal has no margins: --sidebar bottom needs far fewer bytes"
    ))
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

/// Bytes with their controls as names, so that they can be printed; the beginning of them if they are many.
fn visible(bytes: &[u8]) -> String {
    const MOST: usize = 48;
    if bytes.is_empty() {
        return "nothing".into();
    }
    if bytes.len() > MOST {
        return format!("{} ... ({} bytes)", visible(&bytes[..MOST]), bytes.len());
    }
    let mut text = String::new();
    for c in String::from_utf8_lossy(bytes).chars() {
        if c.is_control() && !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
        match c {
            '\x1b' => text.push_str("ESC "),
            '\x07' => text.push_str("BEL"),
            c if c.is_control() => text.push_str(&format!("\\x{:02x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text
}

/// Asks the terminal of this process and waits for its answer, at most `patience`. The screen is left as it is.
pub fn ask(patience: Duration) -> io::Result<Replies> {
    ask_on(&mut SystemTty::open()?, patience)
}

/// As [`ask`]; silence if there is no terminal to ask, or another program has it now (this one runs in the
/// background, where changing the terminal would stop it).
pub fn ask_in_foreground(patience: Duration) -> Replies {
    match SystemTty::open() {
        Ok(mut tty) if tty.is_foreground() => ask_on(&mut tty, patience).unwrap_or_default(),
        _ => Replies::default(),
    }
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
    let asked = Instant::now();
    let (mut parser, mut replies, end) = (InputParser::default(), Replies::default(), asked + patience);
    parser.expect_replies(true);
    while !replies.complete() {
        match tty.wait(Some(end.saturating_duration_since(Instant::now())))? {
            Wake::TimedOut | Wake::Terminate(_) => break,
            Wake::Input => {}
            Wake::Resized | Wake::Stop | Wake::Continued | Wake::Woken | Wake::Ready => continue,
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
    if replies.complete() {
        replies.set_took(asked.elapsed());
    }
    Ok(replies)
}

/// Shows the report and the samples on the screen as any frame is shown, until a key is pressed, so that the eye
/// can check what the report says. Returns the report, for the caller to print.
///
/// `choose` is told the terminal's [`short_name`] whenever more of it is known, and says which mode the person
/// chose for it, if they did.
pub fn show(options: Options, check: &Check, choose: impl Fn(&str) -> Option<Mode>) -> io::Result<Vec<String>> {
    show_on(Session::enter(options)?, check, choose)
}

/// As [`show`], in a session that was entered already.
pub fn show_on<T: Tty>(
    mut session: Session<T>,
    check: &Check,
    choose: impl Fn(&str) -> Option<Mode>,
) -> io::Result<Vec<String>> {
    loop {
        session.set_mode(choose(&session.short_name()));
        let lines = session.report();
        session.draw(&screen::frame(session.size(), &lines, check))?;
        if let Event::Key(_) | Event::Closed | Event::Terminate(_) = session.next_event()? {
            let lines = session.report();
            return session.leave().map(|()| lines);
        }
    }
}

mod screen;
#[cfg(test)]
mod tests;
