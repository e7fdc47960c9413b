//! A whole visit to an article and the next one, with the real binary in a pty: search, bookmark, copy, quit, go on.
#![allow(clippy::unwrap_used)]

mod pty_support;

use pty_support::{Home, Terminal};

/// The screen without its status line.
fn above_status(contents: &str) -> Vec<&str> {
    let rows: Vec<&str> = contents.lines().collect();
    rows[..rows.len().min(29)].to_vec()
}

#[test]
fn a_visit_goes_on_where_the_last_one_ended() {
    let home = Home::new("visit");
    let mut terminal = Terminal::reader(&home, &["--bidi", "visual"]);
    terminal.send("/");
    terminal.wait_for("Enter keeps");
    terminal.send("\u{648}\u{627}\u{634}\u{646}\u{637}\u{646}");
    terminal.wait_for("1 of 1");
    terminal.send("\r");
    terminal.wait_for("[ back");
    terminal.send("ma");
    terminal.wait_for("bookmark a: ");
    // What was searched for is marked no more, and one line further down.
    terminal.send("\x1b");
    // Alone: Esc and a letter at once would be Alt and that letter.
    terminal.wait_until("no selection", |contents| !contents.contains("bookmark") && !contents.contains("[ back"));
    terminal.send("j");
    terminal.wait_for("Tab sidebar");
    let left = terminal.emulator.screen().contents();
    terminal.send("q");
    terminal.end();

    let mut terminal = Terminal::reader(&home, &["--bidi", "visual"]);
    terminal.wait_for("% as you left it, g for the beginning");
    terminal.wait_until("the same text", |contents| above_status(contents) == above_status(&left));
    terminal.send("g");
    terminal.wait_until("the beginning", |contents| above_status(contents) != above_status(&left));
    terminal.send("'");
    terminal.wait_for("go to a bookmark");
    terminal.send("a");
    terminal.send("j");
    terminal.wait_until("the bookmark", |contents| above_status(contents) == above_status(&left));
    terminal.send("q");
    terminal.end();
}

#[test]
fn two_at_once_lose_no_bookmark() {
    let home = Home::new("two");
    let mut one = Terminal::reader(&home, &[]);
    let mut other = Terminal::reader(&home, &[]);
    one.send("ma");
    one.wait_for("bookmark a: ");
    other.send("jmb");
    other.wait_for("bookmark b: ");
    other.send("q");
    other.end();
    one.send("q");
    one.end();
    let mut third = Terminal::reader(&home, &[]);
    third.send("'");
    third.wait_for("go to a bookmark");
    third.wait_until("both", |contents| {
        let begins = |letter: &str| contents.lines().any(|line| line.trim_start().starts_with(letter));
        begins("a 0%") && begins("b 1%")
    });
    third.send("\x1b");
    third.wait_until("no menu", |contents| !contents.contains("go to a bookmark"));
    third.send("q");
    third.end();
}

/// Over SSH: the terminal's clipboard, and logical text in it.
#[test]
fn a_copy_is_logical_text_on_the_clipboard_of_the_terminal() {
    let home = Home::new("copy");
    let mut terminal = Terminal::over_ssh(&home, &[]);
    terminal.send("2\r");
    terminal.wait_for("n next");
    terminal.send("y");
    terminal.wait_for("quotation");
    terminal.send("q");
    terminal.wait_for("sent to the terminal's clipboard");
    let bytes = terminal.bytes();
    let start = bytes.find("\x1b]52;c;").unwrap() + 7;
    let encoded = &bytes[start..start + bytes[start..].find('\x07').unwrap()];
    let text = String::from_utf8(base64::Engine::decode(&base64::prelude::BASE64_STANDARD, encoded).unwrap()).unwrap();
    assert!(text.contains("الصين مستعدة لمواصلة تعزيز التعاون"), "{text}");
    assert!(text.contains("وانغ يي"), "{text}");
    assert!(!text.chars().any(|c| matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')), "{text}");
    terminal.send("q");
    terminal.end();
}
