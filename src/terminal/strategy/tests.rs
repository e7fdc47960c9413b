#![allow(clippy::unwrap_used, clippy::type_complexity)]

use super::*;
use crate::terminal::input::Reply;
use crate::terminal::recorded;

fn environment(pairs: &[(&str, &str)]) -> Environment {
    Environment::from_pairs(pairs.iter().copied())
}

fn replies(list: &[Reply]) -> Replies {
    let mut replies = Replies::default();
    for reply in list.iter().cloned().chain([Reply::PrimaryAttributes("62".into())]) {
        replies.add(reply);
    }
    replies
}

fn version(text: &str) -> Reply {
    Reply::Version(text.into())
}

fn secondary(text: &str) -> Reply {
    Reply::SecondaryAttributes(text.into())
}

type Pairs = &'static [(&'static str, &'static str)];

/// The mode, and `start` if what is sent begins so (behind a multiplexer) or is so.
fn what_begins<'a>(decision: &'a Decision, start: &str) -> (Mode, &'a str) {
    let enter = std::str::from_utf8(&decision.enter).unwrap();
    (decision.mode, if decision.outer && enter.starts_with(start) { &enter[..start.len()] } else { enter })
}

/// Seen in VTE: rows that tmux had not cleared kept on being reordered, the first above all.
#[test]
fn behind_a_multiplexer_mode_8_is_set_on_every_row() {
    let of = |name: &str| {
        let terminal = recorded::all().iter().find(|terminal| terminal.name == name).unwrap();
        String::from_utf8(decide(&terminal.environment(), &terminal.replies(), None).enter).unwrap()
    };
    let passed: Vec<String> = of("screen-in-vte").split_inclusive("\x1b\\").map(str::to_owned).collect();
    let rows = |from: usize, to: usize| (from..=to).map(|row| format!("\x1b[{row}H\x1b[8l")).collect::<String>();
    let wanted = [(1, 50), (51, 100)].map(|(from, to)| format!("\x1bP\x1b7{}\x1b8\x1b\\", rows(from, to)));
    assert_eq!(passed, wanted);
    assert!(passed.iter().all(|string| string.len() < 768), "screen cuts longer strings off");
    let inner: Vec<String> =
        passed.iter().map(|string| string[2..string.len() - 2].replace('\x1b', "\x1b\x1b")).collect();
    let wanted: String = inner.iter().map(|inner| format!("\x1bPtmux;{inner}\x1b\\")).collect();
    assert_eq!(of("tmux-in-vte"), wanted);
}

#[test]
fn where_nothing_may_be_switched_rows_are_sent_as_the_terminal_reorders_them() {
    let cells = |mode, mirrors| Unswitched::Cells { mode, mirrors };
    for terminal in recorded::all() {
        let wanted = match terminal.name {
            "mlterm" | "pterm" => Unswitched::Text,
            "konsole" | "tmux-in-konsole" => cells(Mode::Logical, false),
            "vte" | "tmux-in-vte" | "screen-in-vte" => cells(Mode::Logical, true),
            _ => cells(terminal.mode, true),
        };
        assert_eq!(unswitched(&terminal.environment(), &terminal.replies()), wanted, "{}", terminal.name);
        let at_first = unswitched(&terminal.environment(), &Replies::default());
        let silent = ["qterminal", "xterm.js over SSH", "pterm"].contains(&terminal.name);
        assert!(at_first == wanted || silent, "{} before it answered", terminal.name);
    }
    let off = replies(&[Reply::Mode { private: false, mode: 8, state: 2 }]);
    assert_eq!(unswitched(&environment(&[("VTE_VERSION", "7006")]), &off), cells(Mode::Visual, true));
}

#[test]
fn every_recorded_terminal_gets_what_was_measured_for_it() {
    for terminal in recorded::all() {
        let first = decide(&terminal.environment(), &Replies::default(), None);
        assert_eq!(what_begins(&first, terminal.at_first.1), terminal.at_first, "{} before it answered", terminal.name);
        let decision = decide(&terminal.environment(), &terminal.replies(), None);
        assert_eq!(what_begins(&decision, terminal.enter), (terminal.mode, terminal.enter), "{}", terminal.name);
        assert!(terminal.replies().complete(), "{}", terminal.name);
    }
}

/// Over SSH only TERM comes along: the replies alone must do.
#[test]
fn the_replies_suffice_without_the_environment() {
    for terminal in recorded::all().iter().filter(|terminal| !terminal.name.contains("-in-")) {
        let term = terminal.environment().term().to_owned();
        let ssh = environment(&[("TERM", &term), ("SSH_CONNECTION", "192.0.2.1 5000 192.0.2.2 22")]);
        let decision = decide(&ssh, &terminal.replies(), None);
        let enter = String::from_utf8(decision.enter).unwrap();
        assert_eq!((decision.mode, enter.as_str()), (terminal.mode, terminal.enter), "{}", terminal.name);
    }
}

#[test]
fn what_the_environment_inherited_does_not_win_over_replies() {
    let cases: &[(&str, Pairs, &[Reply], Mode, &[u8])] = &[
        (
            "alacritty from konsole",
            &[("KONSOLE_VERSION", "221203")],
            &[secondary("0;1700;1")],
            Mode::Visual,
            b"\x1b[8l",
        ),
        (
            "xterm from kitty",
            &[("KITTY_WINDOW_ID", "1"), ("TERM", "xterm")],
            &[version("XTerm(379)")],
            Mode::Visual,
            b"\x1b[8l",
        ),
        (
            "xterm from tmux",
            &[("TMUX", "/tmp/x,1,0"), ("TERM", "xterm")],
            &[secondary("41;379;0")],
            Mode::Visual,
            b"\x1b[8l",
        ),
        (
            "VTE from VS Code",
            &[("TERM_PROGRAM", "vscode")],
            &[Reply::Mode { private: false, mode: 8, state: 1 }],
            Mode::Visual,
            b"\x1b[8l",
        ),
        (
            "kitty from mlterm",
            &[("MLTERM", "3.9.0"), ("TERM", "mlterm")],
            &[version("kitty(0.36.0)")],
            Mode::Words,
            b"",
        ),
        (
            "old konsole",
            &[("KONSOLE_VERSION", "180400")],
            &[secondary("0;115;0")],
            Mode::Visual,
            b"\x1b]50;BidiRenderingEnabled=false\x07",
        ),
    ];
    for (name, pairs, list, mode, enter) in cases {
        let decision = decide(&environment(pairs), &replies(list), None);
        assert_eq!((decision.mode, decision.enter.as_slice()), (*mode, *enter), "{name}");
    }
}

/// Not run here: rules from documents and reports.
#[test]
fn terminals_that_were_not_run() {
    let cases: &[(&str, Pairs, &[Reply], Mode)] = &[
        ("VS Code", &[("TERM_PROGRAM", "vscode"), ("TERM", "xterm-256color")], &[secondary("0;276;0")], Mode::Colours),
        ("Terminal.app", &[("TERM_PROGRAM", "Apple_Terminal")], &[secondary("1;95;0")], Mode::Logical),
        ("iTerm2", &[("TERM_PROGRAM", "iTerm.app")], &[version("iTerm2 3.5.0")], Mode::Visual),
        ("WezTerm", &[("TERM_PROGRAM", "WezTerm")], &[version("WezTerm 20240203")], Mode::Visual),
        ("Ghostty", &[("TERM", "xterm-ghostty")], &[version("ghostty 1.0.0")], Mode::Visual),
        ("Windows Terminal", &[("WT_SESSION", "1")], &[secondary("0;10;1")], Mode::Visual),
        (
            "mintty",
            &[("TERM_PROGRAM", "mintty")],
            &[secondary("77;30700;0"), Reply::Mode { private: false, mode: 8, state: 1 }],
            Mode::Visual,
        ),
        ("PuTTY", &[("TERM", "putty-256color")], &[secondary("0;136;0")], Mode::Logical),
    ];
    for (name, pairs, list, mode) in cases {
        assert_eq!(decide(&environment(pairs), &replies(list), None).mode, *mode, "{name}");
    }
}

#[test]
fn tmux_over_ssh_is_known_by_its_reply() {
    let decision = decide(&environment(&[("TERM", "screen-256color")]), &replies(&[secondary("84;0;0")]), None);
    assert!(decision.outer && decision.enter.starts_with(b"\x1bPtmux;"));
    assert!(decision.recommends.unwrap().contains("allow-passthrough"));
}

#[test]
fn everything_sent_is_undone() {
    for terminal in recorded::all() {
        for choice in [None].into_iter().chain(Mode::ALL.map(Some)) {
            let decision = decide(&terminal.environment(), &terminal.replies(), choice);
            let undo = String::from_utf8(decision.enter).unwrap().replace("8l", "8h").replace("=false", "=true");
            assert_eq!(String::from_utf8(decision.leave).unwrap(), undo, "{} {choice:?}", terminal.name);
        }
    }
}

#[test]
fn a_mode_that_the_person_had_off_already_stays_off() {
    let off = replies(&[Reply::Mode { private: false, mode: 8, state: 2 }]);
    let decision = decide(&Environment::default(), &off, None);
    assert_eq!((decision.enter.as_slice(), decision.leave.as_slice()), (&b"\x1b[8l"[..], &b""[..]));
}

#[test]
fn a_choice_by_hand_decides_the_mode_and_leaves_other_reordering_on() {
    let kitty = &recorded::all().iter().find(|terminal| terminal.name == "kitty").unwrap();
    let konsole = &recorded::all().iter().find(|terminal| terminal.name == "konsole").unwrap();
    let by_hand = |t: &recorded::Recorded, mode| decide(&t.environment(), &t.replies(), Some(mode));
    assert_eq!(by_hand(kitty, Mode::Visual).mode, Mode::Visual);
    assert_eq!(by_hand(konsole, Mode::Visual).enter, konsole.enter.as_bytes());
    assert_eq!(by_hand(konsole, Mode::Logical).enter, b"");
}

/// tmux keeps what it does not know unless it was told to hand it on: then rows are sent as VTE reorders them.
#[test]
fn a_tmux_that_hands_nothing_on() {
    let cases = [
        ("tmux-in-vte", Mode::Logical, true),
        ("tmux-in-konsole", Mode::Logical, true),
        ("tmux-in-xterm", Mode::Visual, false),
    ];
    for (name, mode, advice) in cases {
        let terminal = recorded::all().iter().find(|terminal| terminal.name == name).unwrap();
        let shut = decide(&terminal.environment().with_passthrough(Some(false)), &terminal.replies(), None);
        assert_eq!((shut.mode, shut.enter.as_slice(), shut.recommends.is_some()), (mode, &b""[..], advice), "{name}");
        let open = decide(&terminal.environment().with_passthrough(Some(true)), &terminal.replies(), None);
        assert_eq!((open.mode, open.recommends), (Mode::Visual, None), "{name}");
        assert!(open.enter.starts_with(terminal.enter.as_bytes()));
    }
}

/// Rows of two texts were measured where the rule says so, not in a terminal that a person only says reorders rows.
#[test]
fn only_measured_terminals_get_two_texts_in_a_row_that_they_reorder() {
    let none = Replies::default();
    let apple = Environment::from_pairs([("TERM_PROGRAM", "Apple_Terminal")]);
    assert!(decide(&apple, &none, None).one_column);
    assert!(decide(&Environment::default(), &none, Some(Mode::Logical)).one_column);
    assert!(!decide(&Environment::default(), &none, None).one_column);
    let shut = Environment::from_pairs([("TMUX", "x"), ("VTE_VERSION", "7000")]).with_passthrough(Some(false));
    let decision = decide(&shut, &none, None);
    assert_eq!((decision.mode, decision.one_column), (Mode::Logical, false));
}
