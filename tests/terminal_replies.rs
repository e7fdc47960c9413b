//! Replies of a terminal over lines of every speed: no key is lost, no reply is one.
//!
//! The program in the pty is this test binary itself ([`program`], started by name). It logs its events.
#![allow(clippy::unwrap_used)]

mod terminal_support;

use std::time::Duration;

use terminal_support::{REPLIES, Terminal};

#[test]
fn program() {
    terminal_support::program();
}

/// The replies come at once, after keys were handled (as after ten seconds), in two pieces, or never.
#[test]
fn every_key_arrives_and_no_reply_is_one() {
    for (name, early, pieces) in
        [("at-once", true, 1), ("late", false, 1), ("late-pieces", false, 7), ("pieces", true, 40)]
    {
        let mut terminal = Terminal::started(name, None);
        if !early {
            terminal.send("jب");
            terminal.wait_for_log("key Char('ب')");
            terminal.send("\x1b[B");
            terminal.wait_for_log("key Down");
        }
        let size = REPLIES.len().div_ceil(pieces);
        for piece in REPLIES.as_bytes().chunks(size) {
            terminal.send(std::str::from_utf8(piece).unwrap());
        }
        terminal.wait_for_log("Redraw");
        terminal.send("k\x1b[Aq");
        terminal.wait_for_log("left");
        let wanted: &[&str] = if early { &[] } else { &["Char('j')", "Char('ب')", "Down"] };
        assert_eq!(terminal.keys(), [wanted, &["Char('k')", "Up", "Char('q')"]].concat(), "{name}");
        terminal.assert_given_back();
    }
}

#[test]
fn a_terminal_that_never_answers_can_be_used_and_left() {
    let mut terminal = Terminal::started("never", None);
    terminal.send("j\x1b");
    terminal.wait_for_log("key Esc");
    terminal.send("q");
    terminal.wait_for_log("left");
    assert_eq!(terminal.keys(), ["Char('j')", "Esc", "Char('q')"]);
    terminal.assert_given_back();
}

/// What lies behind two or ten seconds: `Esc` was given out as a key after the longest wait, and only then the replies come.
#[test]
fn replies_after_the_longest_wait_are_no_keys() {
    for pieces in [1, 7, 40] {
        let mut terminal = Terminal::started(&format!("longest-{pieces}"), None);
        terminal.send("j\x1b");
        terminal.wait_for_log("key Esc");
        for piece in REPLIES.as_bytes().chunks(REPLIES.len().div_ceil(pieces)) {
            terminal.send(std::str::from_utf8(piece).unwrap());
        }
        terminal.wait_for_log("Redraw");
        terminal.send("kq");
        terminal.wait_for_log("left");
        assert_eq!(terminal.keys(), ["Char('j')", "Esc", "Char('k')", "Char('q')"], "{pieces} pieces");
        terminal.assert_given_back();
    }
}

/// The same by the clock, which a loaded machine may not have; by hand: `cargo test --test terminal_replies -- --ignored`.
#[test]
#[ignore = "takes ten seconds by the clock"]
fn replies_after_0_and_0_3_and_2_and_10_seconds_are_no_keys() {
    let lines = [0, 300, 2000, 10_000].map(|late| {
        std::thread::spawn(move || {
            let mut terminal = Terminal::started(&format!("late-{late}"), None);
            terminal.send("jب");
            std::thread::sleep(Duration::from_millis(late / 2));
            terminal.send("\x1b[B\x1b");
            std::thread::sleep(Duration::from_millis(late - late / 2));
            for piece in REPLIES.as_bytes().chunks(REPLIES.len().div_ceil(3)) {
                terminal.send(std::str::from_utf8(piece).unwrap());
                std::thread::sleep(Duration::from_millis(late / 10));
            }
            terminal.wait_for_log("Redraw");
            terminal.send("kq");
            terminal.wait_for_log("left");
            let wanted = ["Char('j')", "Char('ب')", "Down", "Esc", "Char('k')", "Char('q')"];
            assert_eq!(terminal.keys(), wanted, "{late} ms");
            terminal.assert_given_back();
        })
    });
    for line in lines {
        line.join().unwrap();
    }
}
