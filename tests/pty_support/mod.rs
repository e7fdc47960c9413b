//! The real binary in a pty under an emulator, in a home directory of its own.
//!
//! Waits are on conditions; the time limit is for a test that fails.
#![allow(clippy::unwrap_used, dead_code, unreachable_pub)]

#[path = "../pty_line/mod.rs"]
mod pty_line;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// What a kitty answers to the questions of the probe.
pub const KITTY: &str = "\x1bP>|kitty(0.26.5)\x1b\\\x1b[8;0$y\x1b[?2026;2$y\x1b[>1;4000;26c\x1b[?62;c";

/// A home directory of its own, gone with the test.
pub struct Home(pub PathBuf);

impl Home {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("newsreader-settings-{name}-{}", std::process::id()));
        fs::create_dir_all(path.join("config/newsreader")).unwrap();
        Self(path)
    }

    pub fn configure(&self, text: &str) {
        fs::write(self.0.join("config/newsreader/config.toml"), text).unwrap();
    }

    pub fn state(&self) -> String {
        fs::read_to_string(self.0.join("state/newsreader/state.json")).unwrap_or_default()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A program in a pty of 100 columns, 30 rows.
pub struct Terminal {
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    pub emulator: vt100::Parser,
    bytes: Vec<u8>,
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    pub fn run(home: &Home, command: CommandBuilder) -> Self {
        Self::in_state(home, command, &home.0.join("state"))
    }

    /// With the memory in another directory.
    pub fn in_state(home: &Home, mut command: CommandBuilder, state: &Path) -> Self {
        let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.env("TERM", "xterm-kitty");
        // Whoever runs the tests may read another language.
        command.env("LC_ALL", "C.UTF-8");
        command.env("XDG_CONFIG_HOME", home.0.join("config"));
        command.env("XDG_STATE_HOME", state);
        pty_line::forget_terminal(&mut command);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let output = pty_line::output_of(pair.master.try_clone_reader().unwrap());
        let writer = pair.master.take_writer().unwrap();
        Self { writer, child, output, emulator: vt100::Parser::new(30, 100, 0), bytes: Vec::new(), master: pair.master }
    }

    /// The reader with its first frame drawn, and the terminal's replies sent.
    pub fn reader(home: &Home, arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsreader"));
        command.args(arguments);
        Self::drawn(home, command)
    }

    /// The same at the other end of an SSH line.
    pub fn over_ssh(home: &Home, arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsreader"));
        command.args(arguments);
        command.env("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22");
        Self::drawn(home, command)
    }

    /// A shell command with the reader as `$0`, so that it can change what the reader finds.
    pub fn shell(home: &Home, script: &str) -> Self {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script, env!("CARGO_BIN_EXE_newsreader")]);
        Self::run(home, command)
    }

    /// The window gets another size, and the program is told.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
        self.emulator.screen_mut().set_size(rows, columns);
    }

    /// The number of the process, and of its group.
    pub fn pid(&self) -> rustix::process::Pid {
        let number = self.child.process_id().unwrap();
        rustix::process::Pid::from_raw(i32::try_from(number).unwrap()).unwrap()
    }

    /// Waits for a screen on which something stands.
    pub fn wait_for_a_frame(&mut self) {
        self.wait_until("a frame", |contents| contents.lines().filter(|line| !line.trim().is_empty()).count() > 20);
    }

    /// The settings of the line, to be compared.
    pub fn settings(&self) -> String {
        format!("{:?}", self.master.get_termios().unwrap())
    }

    /// Everything that the program has sent.
    pub fn bytes(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// With its first frame drawn, and the terminal's replies sent.
    pub fn drawn(home: &Home, command: CommandBuilder) -> Self {
        let mut terminal = Self::run(home, command);
        // The status line is drawn last and never empty.
        terminal
            .wait_until("a first frame", |contents| contents.lines().nth(29).is_some_and(|row| !row.trim().is_empty()));
        terminal.send(KITTY);
        terminal
    }

    pub fn send(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |contents| contents.contains(text));
    }

    /// Waits until the screen is as `wanted` asks.
    pub fn wait_until(&mut self, what: &str, wanted: impl Fn(&str) -> bool) {
        let end = Instant::now() + Duration::from_secs(20);
        while !wanted(&self.emulator.screen().contents()) {
            assert!(Instant::now() < end, "{what:?} does not come:\n{}", self.emulator.screen().contents());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(10)) {
                self.emulator.process(&bytes);
                self.bytes.extend(bytes);
            }
        }
    }

    pub fn end(self) {
        self.ended();
    }

    /// Waits for the end; gives everything that was sent.
    pub fn ended(self) -> Vec<u8> {
        self.ended_with().0
    }

    /// The same with the exit status.
    pub fn ended_with(mut self) -> (Vec<u8>, ExitStatus) {
        let end = Instant::now() + Duration::from_secs(20);
        // Reading on: who writes to a full pty waits. The reader of the pty ends with the program.
        loop {
            match self.output.recv_timeout(Duration::from_millis(10)) {
                Ok(bytes) => self.bytes.extend(bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => assert!(Instant::now() < end, "it does not end"),
            }
        }
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (self.bytes, status);
            }
            assert!(Instant::now() < end, "it does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}
