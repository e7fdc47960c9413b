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

#[test]
fn every_recorded_terminal_gets_what_was_measured_for_it() {
    for terminal in recorded::all() {
        let first = decide(&terminal.environment(), &Replies::default(), None);
        let enter = String::from_utf8(first.enter).unwrap();
        assert_eq!((first.mode, enter.as_str()), terminal.at_first, "{} before it answered", terminal.name);
        let decision = decide(&terminal.environment(), &terminal.replies(), None);
        let enter = String::from_utf8(decision.enter).unwrap();
        assert_eq!((decision.mode, enter.as_str()), (terminal.mode, terminal.enter), "{}", terminal.name);
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
        ("PuTTY", &[("TERM", "putty-256color")], &[secondary("0;136;0")], Mode::Visual),
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
        assert_eq!(open.enter, terminal.enter.as_bytes());
    }
}
