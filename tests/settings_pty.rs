//! The real binary in a pty: the key B and what is remembered of it, the configuration, the doctor on a pipe.
//!
//! Waits are on conditions; the time limit is for a test that fails.
#![allow(clippy::unwrap_used)]

mod pty_support;

use std::fs;

use portable_pty::CommandBuilder;
use pty_support::{Home, KITTY, Terminal};

/// Presses B until the status line names `wanted`.
fn press_b_until(terminal: &mut Terminal, names: &[&str]) {
    for name in names {
        terminal.send("B");
        terminal.wait_for(&format!("right-to-left text: {name}, remembered for kitty"));
    }
}

#[test]
fn the_key_walks_through_the_modes_and_the_last_one_is_remembered_for_this_terminal() {
    let home = Home::new("remembered");
    let mut terminal = Terminal::reader(&home, &[]);
    press_b_until(&mut terminal, &["visual", "words", "colours", "logical", "auto (words)", "visual"]);
    terminal.send("q");
    terminal.end();
    assert!(home.state().contains("\"kitty\""), "{}", home.state());

    // The next run begins where this one ended: the key goes on from there.
    let mut terminal = Terminal::reader(&home, &[]);
    press_b_until(&mut terminal, &["words"]);
    terminal.send("q");
    terminal.end();
    let mut terminal = Terminal::reader(&home, &["--bidi", "logical"]);
    press_b_until(&mut terminal, &["auto (words)"]);
    terminal.send("q");
    terminal.end();
}

#[test]
fn a_memory_that_cannot_be_written_is_told_and_nothing_ends() {
    let home = Home::new("told");
    fs::write(home.0.join("state"), "a file where the directory should be").unwrap();
    let mut terminal = Terminal::reader(&home, &[]);
    terminal.send("B");
    terminal.wait_for("right-to-left text: visual, not remembered: ");
    terminal.send("q");
    terminal.end();
}

#[test]
fn the_configuration_counts_and_what_is_wrong_in_it_is_told() {
    let home = Home::new("config");
    home.configure("bidi = \"logical\"\nwidht = 40\n");
    let mut terminal = Terminal::reader(&home, &[]);
    terminal.wait_for(" config.toml:2:1: there is no key \"widht\"; is it \"width\"?");
    // After logical comes auto.
    press_b_until(&mut terminal, &["auto (words)"]);
    terminal.send("q");
    terminal.end();
}

/// What the configuration binds is what works, and what the screen names.
#[test]
fn keys_that_were_chosen_work_and_are_shown() {
    let home = Home::new("keys");
    home.configure("[keys]\nsearch = 'F3'\nquit = 'Alt-q'\nswitch-focus = ['ت', 'Tab']\n");
    let mut terminal = Terminal::reader(&home, &["--bidi", "visual"]);
    terminal.wait_for("F3 search");
    terminal.wait_for("Alt-q quit");
    terminal.send("ت");
    terminal.wait_for("Enter jumps");
    terminal.send("\t");
    terminal.wait_for("F3 search");
    // What was the key of it does nothing now.
    terminal.send("/q\x1bOR");
    terminal.wait_for("Enter keeps  Esc goes back");
    terminal.send("\x1b");
    terminal.wait_until("no prompt", |contents| !contents.contains("Enter keeps"));
    terminal.send("\x1bq");
    terminal.end();
}

/// Bytes that take the mouse: locally, not over SSH; what is asked for holds everywhere.
#[test]
fn the_mouse_is_on_but_not_over_ssh() {
    let home = Home::new("mouse");
    let takes = |ssh: bool, arguments: &[&str]| {
        let mut terminal = if ssh { Terminal::over_ssh(&home, arguments) } else { Terminal::reader(&home, arguments) };
        let taken = terminal.bytes().contains("\x1b[?1002h");
        terminal.send("q");
        terminal.end();
        taken
    };
    assert_eq!((takes(false, &[]), takes(true, &[])), (true, false));
    assert_eq!((takes(false, &["--mouse", "off"]), takes(true, &["--mouse", "on"])), (false, true));
    home.configure("mouse = 'off'\n");
    assert!(!takes(false, &[]));
}

/// Standard output is a file: the report is written there, without a picture.
#[test]
fn the_doctor_reports_on_a_pipe_what_the_terminal_answered() {
    let home = Home::new("doctor");
    home.configure("bidi = \"visual\"\n");
    let report = home.0.join("report");
    let mut command = CommandBuilder::new("sh");
    let line = format!("{} doctor >{}; echo done", env!("CARGO_BIN_EXE_newsreader"), report.display());
    command.args(["-c", &line]);
    let mut terminal = Terminal::run(&home, command);
    terminal.send(KITTY);
    terminal.wait_for("done");
    terminal.end();
    let report = fs::read_to_string(&report).unwrap();
    for part in [
        "terminal              kitty(0.26.5)\n",
        "choice                visual in the configuration file\n",
        "mode                  visual\n",
        "synchronized output   yes\n",
        "  XTVERSION  kitty(0.26.5)\n",
    ] {
        assert!(report.contains(part), "{part:?} is missing in\n{report}");
    }
    assert!(!report.contains('\x1b'));
}

/// The terminal names itself only by its replies, and turns words round.
#[test]
fn a_print_asks_the_terminal_what_it_needs() {
    let home = Home::new("print");
    let article = home.0.join("article.txt.json");
    let text = include_str!("../assets/article.json");
    fs::write(&article, text).unwrap();
    let print = |replies: &str| {
        let mut command = CommandBuilder::new("sh");
        let line = format!(
            "TERM=xterm {} --print --width 60 --color never {}; echo done",
            env!("CARGO_BIN_EXE_newsreader"),
            article.display()
        );
        command.args(["-c", &line]);
        let mut terminal = Terminal::run(&home, command);
        terminal.send(replies);
        terminal.wait_for("done");
        let screen = terminal.emulator.screen().contents();
        terminal.end();
        screen
    };
    // "in the period", whose letters stand from right to left in the cells, or in each word from left to right.
    let xterm = print("\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?64;1;2c");
    assert!(xterm.contains("ﺓﺮﺘﻔﻟﺍ ﻲﻓ"), "{xterm}");
    let kitty = print(KITTY);
    assert!(kitty.contains("ﺍﻟﻔﺘﺮﺓ ﻓﻲ"), "{kitty}");
    let vte = print("\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c");
    assert!(vte.contains("ﻓﻲ ﺍﻟﻔﺘﺮﺓ"), "{vte}");
    let mlterm = print("\x1b[>24;279;0c\x1b[?63;1;2;3;4c");
    assert!(mlterm.contains("في الفترة"), "{mlterm}");
}

/// The flag before the configuration before the locale; a pty of its own for each.
#[test]
fn the_interface_speaks_the_language_that_was_asked_for() {
    let home = Home::new("language");
    let mut terminal = Terminal::reader(&home, &["--lang", "fr"]);
    terminal.wait_for("? aide");
    terminal.send("q");
    terminal.end();
    home.configure("lang = \"ru\"\n");
    let mut terminal = Terminal::reader(&home, &[]);
    terminal.wait_for("? справка");
    // On a Russian keyboard q gives й.
    terminal.send("й");
    terminal.end();
    let mut terminal = Terminal::reader(&home, &["--lang", "fr"]);
    terminal.wait_for("? aide");
    terminal.send("q");
    terminal.end();
}
