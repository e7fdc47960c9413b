//! Lines that die, signals, terminals that say little, homes that cannot be written: the real program in a pty.
#![allow(clippy::unwrap_used)]

mod pty_support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use pty_support::{Home, KITTY, Terminal};
use rustix::process::{Pid, Signal, kill_process};

const LEAVE: &str = "\x1b[?7h\x1b[?25h\x1b[H\x1b[2J\x1b[?1049l";

fn places(state: &Path) -> String {
    fs::read_to_string(state.join("newsreader/articles.json")).unwrap_or_default()
}

/// A place that is not the beginning.
fn has_place(state: &Path) -> bool {
    let json: serde_json::Value = serde_json::from_str(&places(state)).unwrap_or_default();
    json["articles"][0]["place"].as_array().is_some_and(|place| place[0] != 0 || place[1] != 0)
}

fn wait(what: &str, condition: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(30);
    while !condition() {
        assert!(Instant::now() < end, "no {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Each signal that ends: the terminal as it was, the place remembered, and the shell sees which signal it was.
#[test]
fn signals_that_end_remember_the_place() {
    for (signal, name) in [(Signal::INT, "int"), (Signal::TERM, "term"), (Signal::HUP, "hup"), (Signal::QUIT, "quit")] {
        let home = Home::new(&format!("signal-{name}"));
        let mut terminal = Terminal::reader(&home, &[]);
        terminal.send("ma");
        terminal.wait_for("bookmark a");
        terminal.send(" ");
        terminal.wait_until("another page", |contents| !contents.contains("bookmark a"));
        kill_process(terminal.pid(), signal).unwrap();
        let (bytes, status) = terminal.ended_with();
        assert!(String::from_utf8_lossy(&bytes).contains(LEAVE), "{name}");
        assert!(!status.success(), "{name}: {status:?}");
        assert!(has_place(&home.0.join("state")) && places(&home.0.join("state")).contains("\"a\""), "{name}");
    }
}

/// Hundreds of sizes down to 1 x 1, keys in between, and back: the same screen.
#[test]
fn a_storm_of_sizes_ends_where_it_began() {
    let home = Home::new("storm");
    let mut terminal = Terminal::reader(&home, &[]);
    terminal.send(" ");
    terminal.wait_until("another page", |contents| contents.lines().last().is_some_and(|row| !row.contains("top")));
    terminal.wait_for_a_frame();
    let before = terminal.emulator.screen().contents();
    let mut number = 7_u32;
    for round in 0..300 {
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let (columns, rows) = ((number >> 24) as u16 % 200 + 1, (number >> 16) as u16 % 60 + 1);
        let size = if round % 5 == 0 { (1, 1) } else { (columns, rows) };
        terminal.resize(size.0, size.1);
        if round % 50 == 0 {
            // Ctrl-L between two sizes: nothing moves by it.
            terminal.send("\x0c");
        }
    }
    terminal.resize(100, 30);
    terminal.send("\x0c");
    terminal.wait_until("the same screen", |contents| contents == before);
    terminal.send("q");
    terminal.end();
}

/// Started as a job in the background it waits for the shell to bring it to the front, and then reads as ever.
#[test]
fn started_in_the_background() {
    let home = Home::new("background");
    // The shell itself must not stop with its job.
    let mut terminal = Terminal::shell(&home, "set -m; \"$0\" & fg >/dev/null; echo over");
    terminal.wait_for_a_frame();
    terminal.send(KITTY);
    terminal.send("q");
    terminal.wait_for("over");
    terminal.end();
}

/// Stopped from outside under a shell with job control, and continued.
#[test]
fn stopped_and_continued() {
    let home = Home::new("stopped");
    let script = "set -m; \"$0\"; echo stopped by $?; read go; fg >/dev/null; echo over";
    let mut terminal = Terminal::shell(&home, script);
    terminal.wait_for_a_frame();
    terminal.send(KITTY);
    let settings = terminal.settings();
    // Ctrl-Z, as a key: raw mode has taken the signal from it.
    terminal.send("\x1a");
    terminal.wait_for("stopped by");
    assert_ne!(terminal.settings(), settings, "the line is the shell's");
    terminal.send("\r");
    terminal.wait_for_a_frame();
    terminal.send("q");
    terminal.wait_for("over");
    terminal.end();
}

/// Terminals that say nothing of themselves, or lie.
#[test]
fn every_term_and_locale() {
    let home = Home::new("terms");
    for environment in [
        "env -u TERM",
        "env TERM=",
        "env TERM=dumb",
        "env TERM=nosuchterminal",
        "env TERM=ansi",
        "env TERM=vt52",
        "env -u LANG LC_ALL=C",
        "env LC_ALL=POSIX",
        "env LC_ALL=de_DE.ISO-8859-1",
        "env LC_ALL=xx_YY.nonsense LANG=%s",
        "env -u LC_ALL -u LANG -u LC_CTYPE",
        "env COLUMNS=3 LINES=2",
        "env -i",
    ] {
        let mut terminal = Terminal::shell(&home, &format!("{environment} \"$0\"; echo over $?"));
        terminal.wait_for_a_frame();
        terminal.send("q");
        terminal.wait_until(environment, |contents| contents.contains("over 0"));
        terminal.end();
    }
}

/// Where nothing can be remembered, reading goes on; what is wrong is said when it matters.
#[test]
fn homes_that_cannot_be_used() {
    let home = Home::new("homes");
    let file = home.0.join("file");
    fs::write(&file, "no directory").unwrap();
    let file = file.to_str().unwrap();
    for (environment, told) in [
        ("env -u HOME -u XDG_STATE_HOME -u XDG_CONFIG_HOME".to_owned(), false),
        ("env HOME=relative XDG_STATE_HOME=too XDG_CONFIG_HOME=too".to_owned(), false),
        (format!("env -u XDG_STATE_HOME -u XDG_CONFIG_HOME HOME={file}"), true),
        (format!("env XDG_STATE_HOME={file} XDG_CONFIG_HOME={file}"), true),
        ("env XDG_STATE_HOME=/proc/self/nothing XDG_CONFIG_HOME=/proc/self/nothing".to_owned(), true),
    ] {
        let mut terminal = Terminal::shell(&home, &format!("{environment} \"$0\"; echo over $?"));
        terminal.wait_for_a_frame();
        terminal.send("jq");
        terminal.wait_until(&environment, |contents| contents.contains("over 0"));
        let bytes = String::from_utf8(terminal.ended()).unwrap();
        assert_eq!(bytes.contains("not remembered"), told, "{environment}");
    }
}

/// As on a full disk: the system takes no byte of the new state, so the old one stays, and it is told.
#[test]
fn a_full_disk_leaves_the_state_as_it_was() {
    let home = Home::new("full");
    let mut terminal = Terminal::reader(&home, &[]);
    terminal.send("ma");
    terminal.wait_for("bookmark a");
    terminal.send("q");
    terminal.end();
    let state = home.0.join("state");
    let before = places(&state);
    assert!(before.contains("\"a\""));
    let mut terminal = Terminal::shell(&home, "trap '' XFSZ; ulimit -f 0; \"$0\"; echo over $?");
    terminal.wait_for_a_frame();
    terminal.send(KITTY);
    terminal.send("mb");
    terminal.wait_for("bookmark b");
    terminal.send("q");
    terminal.wait_for("over 0");
    assert!(String::from_utf8(terminal.ended()).unwrap().contains("not remembered"));
    assert_eq!(places(&state), before);
    let left: Vec<_> =
        fs::read_dir(state.join("newsreader")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("new")), "{left:?}");
}

/// The same on a real file system without room; only root can mount one.
#[test]
fn a_full_file_system_leaves_the_state_as_it_was() {
    let home = Home::new("tmpfs");
    let state = home.0.join("state");
    fs::create_dir_all(&state).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "none"]).arg(&state).output();
    if !mounted.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: no tmpfs can be mounted here");
        return;
    }
    struct Mounted(PathBuf);
    impl Drop for Mounted {
        fn drop(&mut self) {
            _ = Command::new("umount").arg(&self.0).status();
        }
    }
    let mounted = Mounted(state.clone());
    let mut terminal = Terminal::reader(&home, &[]);
    terminal.send("maq");
    terminal.end();
    let before = places(&state);
    assert!(before.contains("\"a\""));
    // Until there is room for nothing.
    let mut filler = fs::File::create(state.join("filler")).unwrap();
    while std::io::Write::write_all(&mut filler, &[0; 512]).is_ok() {}
    drop(filler);
    let mut terminal = Terminal::reader(&home, &[]);
    terminal.send("mb");
    terminal.wait_for("bookmark b");
    terminal.send("q");
    assert!(String::from_utf8(terminal.ended()).unwrap().contains("not remembered"));
    assert_eq!(places(&state), before);
    drop(mounted);
}

/// The file changes, shrinks and goes away while it is read: what is on screen stays, and nothing crashes.
#[test]
fn a_file_that_changes_while_it_is_open() {
    let home = Home::new("changing");
    let row = |n: usize| format!("{{\"title\": \"number {n}\", \"text\": \"{}\"}}\n", "some words of it. ".repeat(200));
    // Large enough that its lines are read one by one.
    let rows: String = (0..3_000).map(row).collect();
    let path = home.0.join("rows.jsonl");
    for (change, name) in [("truncated", 0), ("overwritten", 1), ("removed", 2), ("grown", 3), ("a directory", 4)] {
        _ = fs::remove_dir(&path);
        fs::write(&path, &rows).unwrap();
        let mut terminal = Terminal::reader(&home, &[path.to_str().unwrap()]);
        terminal.wait_for("number 0");
        match name {
            0 => fs::File::options().write(true).open(&path).unwrap().set_len(100).unwrap(),
            1 => fs::write(&path, vec![b'\xff'; rows.len()]).unwrap(),
            2 => fs::remove_file(&path).unwrap(),
            3 => fs::write(&path, rows.repeat(2)).unwrap(),
            _ => {
                fs::remove_file(&path).unwrap();
                fs::create_dir(&path).unwrap();
            }
        }
        for keys in [">", ">", "<", "G", "g", "\x0c", ">>>>>>>>", "<"] {
            terminal.send(keys);
        }
        terminal.send("ma");
        terminal.wait_for("bookmark a");
        terminal.send("q");
        let (bytes, status) = terminal.ended_with();
        assert!(status.success(), "{change}: {status:?}");
        assert!(!String::from_utf8_lossy(&bytes).contains("a fault of the program"), "{change}");
    }
}

/// Holds the other end of a pty until it is killed; a test of its own it is none.
#[test]
fn holder() {
    let Ok(directory) = std::env::var("LINES_PTY_HOLDER").map(PathBuf::from) else { return };
    let home = std::mem::ManuallyDrop::new(Home(directory.clone()));
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsreader"));
    command.env("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22");
    let mut terminal = Terminal::drawn(&home, command);
    terminal.send("ma");
    terminal.wait_for("bookmark a");
    terminal.send("  ");
    terminal.wait_until("another page", |contents| !contents.contains("bookmark a"));
    fs::write(directory.join("reading"), terminal.pid().as_raw_nonzero().to_string()).unwrap();
    loop {
        std::thread::park();
    }
}

/// The terminal's end of the line is killed: the place is kept, and the reader is gone.
#[test]
fn a_line_that_is_cut() {
    let home = Home::new("cut");
    let mut holder = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "holder", "--nocapture"])
        .env("LINES_PTY_HOLDER", &home.0)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    wait("reader", || fs::read_to_string(home.0.join("reading")).is_ok_and(|pid| !pid.is_empty()));
    let pid: i32 = fs::read_to_string(home.0.join("reading")).unwrap().parse().unwrap();
    holder.kill().unwrap();
    holder.wait().unwrap();
    wait("place", || has_place(&home.0.join("state")));
    assert!(places(&home.0.join("state")).contains("\"a\""));
    // Gone, or a zombie that nobody here may wait for.
    wait("end", || {
        let gone = rustix::process::test_kill_process(Pid::from_raw(pid).unwrap()).is_err();
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        gone || stat.contains(") Z ")
    });
}
