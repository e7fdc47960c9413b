#![allow(clippy::unwrap_used)]

use super::*;
use crate::terminal::recorded;
use crate::terminal::session::double::MemoryTty;
use crate::terminal::strategy::decide;

fn report_of(wanted: &str) -> Vec<String> {
    let terminal = recorded::all().iter().find(|terminal| terminal.name == wanted).unwrap();
    let (environment, replies) = (terminal.environment(), terminal.replies());
    report(&environment, &replies, &decide(&environment, &replies, None), ColourDepth::of(&environment))
}

#[test]
fn every_terminal_that_can_be_named_is_named() {
    let wanted = [
        ("xterm", "XTerm(379)"),
        ("vte", "VTE 0.70.6"),
        ("konsole", "Konsole 22.12.3"),
        ("mlterm", "mlterm 3.9.0"),
        ("kitty", "kitty(0.26.5)"),
        ("alacritty", "alacritty"),
        ("foot", "foot(1.13.1)"),
        ("st", "not known (TERM=st-256color)"),
        ("urxvt", "rxvt-unicode"),
        ("qterminal", "qterminal, or another with the same widget"),
        ("pterm", "PuTTY"),
        ("xterm.js in VS Code", "vscode"),
        ("xterm.js over SSH", "xterm.js"),
        ("tmux-in-vte", "tmux 3.3a"),
        ("screen-in-vte", "GNU screen 4.9.0"),
    ];
    for (terminal, name) in wanted {
        assert_eq!(report_of(terminal)[0], format!("terminal              {name}"));
    }
}

#[test]
fn short_names_have_no_versions() {
    let wanted = [
        ("xterm", "xterm"),
        ("vte", "vte"),
        ("konsole", "konsole"),
        ("mlterm", "mlterm"),
        ("kitty", "kitty"),
        ("alacritty", "alacritty"),
        ("foot", "foot"),
        ("st", "st"),
        ("urxvt", "rxvt-unicode"),
        ("qterminal", "qterminal"),
        ("pterm", "putty"),
        ("xterm.js in VS Code", "vscode"),
        ("xterm.js over SSH", "xterm.js"),
        ("tmux-in-xterm", "tmux"),
        ("tmux-in-vte", "tmux in vte"),
        ("tmux-in-konsole", "tmux in konsole"),
        ("screen-in-vte", "screen in vte"),
    ];
    for (name, short) in wanted {
        let terminal = recorded::all().iter().find(|terminal| terminal.name == name).unwrap();
        assert_eq!(short_name(&terminal.environment(), &terminal.replies()), short);
    }
    assert_eq!(short_name(&Environment::default(), &Replies::default()), "not known");
    let terms = [("xterm-kitty", "kitty"), ("xterm-256color", "xterm"), ("screen.xterm-256color", "screen")];
    for (term, short) in terms {
        assert_eq!(short_name(&Environment::from_pairs([("TERM", term)]), &Replies::default()), short);
    }
}

#[test]
fn the_doctor_shows_the_mode_that_was_chosen_for_this_terminal() {
    let mut tty = MemoryTty::default();
    tty.answer_with(recorded::all()[4].bytes);
    tty.type_later(b"x");
    let session = Session::on(tty, recorded::all()[4].environment(), Options::default()).unwrap();
    let check = Check { title: "".into(), end: "".into(), direction: Direction::Ltr, samples: vec![] };
    let lines = show_on(session, &check, |name| (name == "kitty").then_some(Mode::Visual)).unwrap();
    assert_eq!(lines[1], "mode                  visual");
}

#[test]
fn a_report_says_what_was_decided_and_why() {
    let text = report_of("vte").join("\n");
    for part in [
        "mode                  visual",
        "because               the terminal knows mode 8",
        "sent on entering      ESC [8l",
        "sent on leaving       ESC [8h",
        "synchronized output   no",
        "colours               24 bit",
        "background            dark (#000000)",
        "  DA2        CSI > 65;7006;1 c",
        "  mode       CSI 8 ; 1 $ y",
        "  VTE_VERSION=7006",
    ] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
    let tmux = report_of("tmux-in-konsole").join("\n");
    assert!(tmux.contains("set -g allow-passthrough on") && tmux.contains("  TMUX is set"), "{tmux}");
}

#[test]
fn no_report_holds_a_control_character() {
    for terminal in recorded::all() {
        for line in report_of(terminal.name) {
            assert!(!line.contains(char::is_control), "{line:?}");
        }
    }
}

#[test]
fn asking_ends_with_the_last_reply_and_leaves_the_terminal_as_it_was() {
    for terminal in recorded::all() {
        let mut tty = MemoryTty::default();
        tty.answer_with(terminal.bytes);
        let replies = ask_on(&mut tty, Duration::from_secs(5)).unwrap();
        assert!(replies.complete(), "{}", terminal.name);
        assert!(!tty.is_raw() && tty.written().ends_with("\x1b[?1049l"));
    }
}

#[test]
fn a_terminal_that_never_answers_does_not_hold_the_doctor() {
    let mut tty = MemoryTty::default();
    assert_eq!(ask_on(&mut tty, Duration::ZERO).unwrap(), Replies::default());
    assert!(!tty.is_raw());
}

#[test]
fn the_screen_shows_samples_and_report_until_a_key() {
    let mut tty = MemoryTty::default();
    tty.answer_with(recorded::all()[1].bytes);
    tty.type_later(b"x");
    let session = Session::on(tty.clone(), recorded::all()[1].environment(), Options::default()).unwrap();
    let sample = Sample { cells: vec!["ﺮ".into(), "ﺒ".into(), "ﺧ".into()], description: "reads khabar".into() };
    let check = Check { title: "title".into(), end: "press".into(), direction: Direction::Ltr, samples: vec![sample] };
    let lines = show_on(session, &check, |_| None).unwrap();
    assert!(lines[0].contains("VTE"));
    assert!(tty.written().contains("ﺮﺒﺧ") && tty.written().contains("reads khabar"));
    assert!(!tty.is_raw());
}

/// With the time that the answers took as the measure of the line.
#[test]
fn on_a_slow_line_without_margins_the_sidebar_is_better_below() {
    let advice = |name: &str, ms| {
        let terminal = recorded::all().iter().find(|terminal| terminal.name == name).unwrap();
        let (environment, mut replies) = (terminal.environment(), terminal.replies());
        replies.set_took(Duration::from_millis(ms));
        let lines = report(&environment, &replies, &decide(&environment, &replies, None), ColourDepth::Indexed256);
        assert!(lines.contains(&format!("answered after        {ms} ms")), "{lines:?}");
        lines.iter().any(|line| line.contains("--sidebar bottom"))
    };
    assert!(advice("foot", 180));
    assert!(!advice("foot", 4), "a quick line");
    assert!(!advice("xterm", 180), "it has margins");
}

#[test]
fn the_time_that_the_answer_took_is_measured() {
    let terminal = &recorded::all()[0];
    let mut tty = MemoryTty::default();
    tty.answer_with(terminal.bytes);
    assert!(ask_on(&mut tty, Duration::from_secs(1)).unwrap().took().is_some());
    assert!(ask_on(&mut MemoryTty::default(), Duration::from_millis(1)).unwrap().took().is_none());
    let mut tty = MemoryTty::default();
    tty.answer_with(terminal.bytes);
    tty.type_later(b"q");
    let mut session = Session::on(tty, terminal.environment(), Options::default()).unwrap();
    while !matches!(session.next_event().unwrap(), Event::Key(_)) {}
    assert!(session.replies().took().is_some());
}

/// Seen behind tmux and screen: `BELESC \`, `ESC PESC 7ESC [1H`.
#[test]
fn names_of_controls_do_not_stick_to_what_stands_before_them() {
    assert_eq!(visible(b"\x1bP\x1b7\x1b[1H\x1b\\"), "ESC P ESC 7 ESC [1H ESC \\");
    assert_eq!(visible(b"\x1b\x1b]50;a=b\x07\x1b\\"), "ESC ESC ]50;a=b BEL ESC \\");
    assert_eq!(visible(b"a\x01b"), "a \\x01b");
    assert_eq!(visible(b""), "nothing");
}
