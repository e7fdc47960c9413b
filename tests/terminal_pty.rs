//! A session in a real pty: every way out gives the terminal back.
//!
//! The program in the pty is this test binary itself ([`program`], started by name). It logs its events.
#![allow(clippy::unwrap_used)]

mod terminal_support;

use std::time::{Duration, Instant};

use portable_pty::PtySize;
use rustix::process::{Pid, Signal, kill_process};
use terminal_support::{LEAVE, REPLIES, Terminal};

#[test]
fn program() {
    terminal_support::program();
}

#[test]
fn quitting_gives_the_terminal_back() {
    let mut terminal = Terminal::started("quit", None);
    assert_ne!(terminal.now(), terminal.before, "raw mode is on");
    terminal.send(REPLIES);
    terminal.wait_for_log("Redraw");
    terminal.send("q");
    let (status, _) = terminal.assert_given_back();
    assert!(status.success());
}

#[test]
fn a_panic_gives_the_terminal_back_before_its_message() {
    let mut terminal = Terminal::started("panic", None);
    terminal.send("!");
    let (_, text) = terminal.assert_given_back();
    assert!(text.find("asked to panic").unwrap() > text.find(LEAVE).unwrap(), "{text:?}");
}

#[test]
fn a_panic_in_another_thread_is_told_after_leaving() {
    let mut terminal = Terminal::started("thread", None);
    terminal.send("tj");
    terminal.wait_for_log("key Char('j')");
    assert!(!terminal.text().contains("another thread"));
    terminal.send("q");
    let (_, text) = terminal.assert_given_back();
    assert!(text.find("another thread").unwrap() > text.find(LEAVE).unwrap(), "{text:?}");
}

#[test]
fn another_thread_wakes_a_program_that_waits_for_keys() {
    let mut terminal = Terminal::started("woken", None);
    terminal.send(REPLIES);
    terminal.send("o");
    terminal.wait_for_log("Woken");
    terminal.send("q");
    terminal.assert_given_back();
}

#[test]
fn signals_that_end_give_the_terminal_back_and_end_by_themselves() {
    for (name, signal) in
        [("term", Signal::TERM), ("hup", Signal::HUP), ("int", Signal::INT), ("quit-signal", Signal::QUIT)]
    {
        let mut terminal = Terminal::started(name, None);
        terminal.send(REPLIES);
        kill_process(terminal.pid(), signal).unwrap();
        terminal.wait_for_log(&format!("Terminate({})", signal.as_raw()));
        let (status, _) = terminal.assert_given_back();
        assert!(!status.success(), "{name}: {status:?}");
    }
}

/// What a program does after its session (saving, printing) can be interrupted as ever.
#[test]
fn signals_end_the_program_after_it_has_left() {
    let mut terminal = Terminal::started("after", None);
    terminal.send("w");
    terminal.wait_for_log("works on");
    kill_process(terminal.pid(), Signal::TERM).unwrap();
    let (status, _) = terminal.assert_given_back();
    assert!(!status.success(), "{status:?}");
}

fn is_stopped(pid: Pid) -> bool {
    let ps = std::process::Command::new("ps").args(["-o", "stat=", "-p", &pid.to_string()]).output().unwrap();
    String::from_utf8_lossy(&ps.stdout).starts_with('T')
}

/// By the key and by the signal; the shell is there to continue it.
#[test]
fn a_stop_gives_the_terminal_back_until_it_is_continued() {
    for by_key in [true, false] {
        let mut terminal = Terminal::started(&format!("stop-{by_key}"), Some("\"$0\" \"$@\"; :"));
        terminal.send(REPLIES);
        terminal.wait_for_log("Redraw");
        let pid = terminal.pid();
        match by_key {
            true => terminal.send("\x1a"),
            false => kill_process(pid, Signal::TSTP).unwrap(),
        }
        terminal.wait_for_output(LEAVE);
        terminal.wait("stop", |_| is_stopped(pid));
        assert_eq!(terminal.now(), terminal.before);
        terminal.seen.clear();
        kill_process(pid, Signal::CONT).unwrap();
        terminal.wait_for_output("\x1b[?1049h");
        terminal.wait("second Redraw", |t| t.log().iter().filter(|line| *line == "Redraw").count() == 2);
        assert_ne!(terminal.now(), terminal.before);
        terminal.send("jq");
        terminal.assert_given_back();
    }
}

/// Stopped in a way that cannot be noticed, and continued: the screen is taken again, and still given back at the end.
#[test]
fn after_sigstop_the_line_settings_of_the_beginning_come_back() {
    let mut terminal = Terminal::started("sigstop", Some("\"$0\" \"$@\"; :"));
    terminal.send(REPLIES);
    terminal.wait_for_log("Redraw");
    let pid = terminal.pid();
    kill_process(pid, Signal::STOP).unwrap();
    terminal.wait("stop", |_| is_stopped(pid));
    terminal.seen.clear();
    kill_process(pid, Signal::CONT).unwrap();
    terminal.wait_for_output("\x1b[?1049h");
    terminal.seen.clear();
    terminal.send("q");
    terminal.wait_for_output(LEAVE);
    terminal.wait_for_log("left");
    assert_eq!(terminal.now(), terminal.before);
}

/// `xterm -e program`: nobody could continue it, so Ctrl-Z must not freeze it.
#[test]
fn without_a_shell_nothing_stops() {
    let mut terminal = Terminal::started("orphan", None);
    terminal.send(REPLIES);
    terminal.wait_for_log("Redraw");
    terminal.send("\x1aj");
    terminal.wait_for_log("key Char('j')");
    terminal.send("q");
    terminal.assert_given_back();
}

#[test]
fn a_resize_is_told() {
    let mut terminal = Terminal::started("resize", None);
    let size = PtySize { rows: 7, cols: 33, pixel_width: 0, pixel_height: 0 };
    terminal.master.as_ref().unwrap().resize(size).unwrap();
    terminal.wait_for_log("Resize(33, 7)");
    terminal.send("q");
    terminal.assert_given_back();
}

#[test]
fn keys_come_from_the_terminal_when_an_article_is_piped_in() {
    let mut terminal = Terminal::started("pipe", Some("echo article | \"$0\" \"$@\""));
    terminal.send("jq");
    terminal.wait_for_log("left");
    assert_eq!(terminal.keys(), ["Char('j')", "Char('q')"]);
    terminal.assert_given_back();
}

/// The terminal goes away: no endless loop.
#[test]
fn a_terminal_that_is_gone_ends_the_program() {
    let mut terminal = Terminal::started("gone", None);
    let pid = terminal.pid();
    terminal.writer = None;
    terminal.master = None;
    let end = Instant::now() + Duration::from_secs(20);
    // The reading side holds the pty open, so the hang-up is sent by hand.
    kill_process(pid, Signal::HUP).unwrap();
    while terminal.child.try_wait().unwrap().is_none() {
        assert!(Instant::now() < end, "it does not end: {:?}", terminal.log());
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Buttons and the wheel while it runs, nothing afterwards.
#[test]
fn the_mouse_is_heard_and_switched_off_again() {
    let mut terminal = Terminal::start("mouse", None, true);
    terminal.wait_for_output("\x1b[?1002h\x1b[?1006h");
    terminal.send(REPLIES);
    terminal.send("\x1b[<0;11;4M\x1b[<0;11;4m\x1b[<64;11;4M\x1b[<65;11;4Mq");
    let (_, text) = {
        terminal.wait_for_log("left");
        let kinds = ["Down(Left)", "Up(Left)", "ScrollUp", "ScrollDown"];
        let log = terminal.log();
        let mouse: Vec<&String> = log.iter().filter(|line| line.starts_with("Mouse")).collect();
        assert_eq!(mouse.len(), kinds.len(), "{log:?}");
        for (line, kind) in mouse.iter().zip(kinds) {
            assert!(line.contains(&format!("kind: {kind}, column: 10, row: 3")), "{line}");
        }
        terminal.assert_given_back()
    };
    assert!(text.rfind("\x1b[?1002l").unwrap() > text.rfind("\x1b[?1002h").unwrap(), "{text:?}");
    assert!(text.rfind("\x1b[?1006l").unwrap() > text.rfind("\x1b[?1006h").unwrap(), "{text:?}");
}
