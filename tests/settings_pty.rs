//! The real binary in a pty: the key B and what is remembered of it, the configuration, the doctor on a pipe.
//!
//! Waits are on conditions; the time limit is for a test that fails.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// What a kitty answers to the questions of the probe.
const KITTY: &str = "\x1bP>|kitty(0.26.5)\x1b\\\x1b[8;0$y\x1b[?2026;2$y\x1b[>1;4000;26c\x1b[?62;c";

/// A home directory of its own, gone with the test.
struct Home(PathBuf);

impl Home {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("newsreader-settings-{name}-{}", std::process::id()));
        fs::create_dir_all(path.join("config/newsreader")).unwrap();
        Self(path)
    }

    fn configure(&self, text: &str) {
        fs::write(self.0.join("config/newsreader/config.toml"), text).unwrap();
    }

    fn state(&self) -> String {
        fs::read_to_string(self.0.join("state/newsreader/state.json")).unwrap_or_default()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A program in a pty of 100 columns, 30 rows.
struct Terminal {
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    emulator: vt100::Parser,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    fn run(home: &Home, mut command: CommandBuilder) -> Self {
        let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.env("TERM", "xterm-kitty");
        command.env("XDG_CONFIG_HOME", home.0.join("config"));
        command.env("XDG_STATE_HOME", home.0.join("state"));
        for name in ["TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "MLTERM", "TERM_PROGRAM"] {
            command.env_remove(name);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Self { writer, child, output, emulator: vt100::Parser::new(30, 100, 0), _master: pair.master }
    }

    /// The reader with its first frame drawn, and the terminal's replies sent.
    fn reader(home: &Home, arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsreader"));
        command.args(arguments);
        let mut terminal = Self::run(home, command);
        terminal.wait_for("1 Entities");
        terminal.send(KITTY);
        terminal
    }

    fn send(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    fn wait_for(&mut self, text: &str) {
        let end = Instant::now() + Duration::from_secs(20);
        while !self.emulator.screen().contents().contains(text) {
            assert!(Instant::now() < end, "{text:?} does not come:\n{}", self.emulator.screen().contents());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(10)) {
                self.emulator.process(&bytes);
            }
        }
    }

    fn end(mut self) {
        let end = Instant::now() + Duration::from_secs(20);
        while self.child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < end, "it does not end");
            // Reading on: who writes to a full pty waits.
            _ = self.output.recv_timeout(Duration::from_millis(10));
        }
    }
}

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
