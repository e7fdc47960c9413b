//! A program with a session in a real pty, and the terminal's side of it.
#![allow(clippy::unwrap_used, dead_code)]

#[path = "../pty_line/mod.rs"]
mod pty_line;

use std::io::Write;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyModifiers};
use newsreader::terminal::{Event, Options, Session, die_by};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rustix::process::Pid;

pub(crate) const LEAVE: &str = "\x1b[8h\x1b[?2004l\x1b[m\x1b[?7h\x1b[?25h\x1b[H\x1b[2J\x1b[?1049l";
/// xterm's.
pub(crate) const REPLIES: &str =
    "\x1bP>|XTerm(379)\x1b\\\x1b[8;0$y\x1b[?2026;0$y\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[>41;379;0c\x1b[?64;1;2c";

/// The program in the pty: logs its events. Every test binary has a test of this name that calls it, and starts itself by
/// that name; as a test of its own it does nothing.
pub(crate) fn program() {
    let Ok(path) = std::env::var("TERMINAL_PTY_LOG") else { return };
    let mut log = std::fs::File::create(path).unwrap();
    writeln!(log, "pid {}", std::process::id()).unwrap();
    let mut session =
        Session::enter(Options { mouse: std::env::var_os("TERMINAL_PTY_MOUSE").is_some(), ..Options::default() })
            .unwrap();
    let mut last = String::from("ready");
    let signal = loop {
        let (columns, rows) = session.size();
        let mut frame = Buffer::empty(Rect::new(0, 0, columns, rows));
        frame.set_string(0, 0, &last, Style::default());
        if session.draw(&frame).is_err() {
            break None;
        }
        let event = match session.next_event() {
            Ok(event) => event,
            Err(_) => break None,
        };
        last = match &event {
            Event::Key(key) => format!("key {:?}", key.code),
            other => format!("{other:?}"),
        };
        writeln!(log, "{last}").unwrap();
        match event {
            Event::Key(key) => match key.code {
                KeyCode::Char('q') => break None,
                KeyCode::Char('w') => {
                    session.leave().unwrap();
                    writeln!(log, "works on").unwrap();
                    loop {
                        std::thread::park();
                    }
                }
                KeyCode::Char('!') => panic!("asked to panic"),
                KeyCode::Char('t') => {
                    let _ = std::thread::spawn(|| panic!("another thread")).join();
                }
                KeyCode::Char('o') => {
                    let waker = session.waker();
                    std::thread::spawn(move || waker.wake());
                }
                KeyCode::Char('z') if key.modifiers == KeyModifiers::CONTROL => session.suspend().unwrap(),
                _ => {}
            },
            Event::Terminate(signal) => break Some(signal),
            Event::Closed => break None,
            _ => {}
        }
    };
    let _ = session.leave();
    writeln!(log, "left").unwrap();
    if let Some(signal) = signal {
        die_by(signal);
    }
}

pub(crate) struct Terminal {
    pub(crate) master: Option<Box<dyn MasterPty + Send>>,
    pub(crate) writer: Option<Box<dyn Write + Send>>,
    pub(crate) child: Box<dyn Child + Send + Sync>,
    pub(crate) output: Receiver<Vec<u8>>,
    pub(crate) seen: Vec<u8>,
    pub(crate) log: PathBuf,
    pub(crate) before: String,
}

impl Terminal {
    /// Starts the program alone, or (`shell`) as `$0` of a shell command.
    pub(crate) fn start(name: &str, shell: Option<&str>, mouse: bool) -> Self {
        let pair =
            native_pty_system().openpty(PtySize { rows: 10, cols: 40, pixel_width: 0, pixel_height: 0 }).unwrap();
        let log = std::env::temp_dir().join(format!("terminal-pty-{}-{name}", std::process::id()));
        let _ = std::fs::remove_file(&log);
        let exe = std::env::current_exe().unwrap();
        let mut command = match shell {
            None => CommandBuilder::new(exe),
            Some(script) => {
                let mut command = CommandBuilder::new("sh");
                command.args(["-c", script]);
                command.arg(exe);
                command
            }
        };
        command.args(["--exact", "program", "--nocapture", "--test-threads=1"]);
        command.env("TERMINAL_PTY_LOG", &log);
        if mouse {
            command.env("TERMINAL_PTY_MOUSE", "1");
        }
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        pty_line::forget_terminal(&mut command);
        let before = settings(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let output = pty_line::output_of(pair.master.try_clone_reader().unwrap());
        let writer = Some(pair.master.take_writer().unwrap());
        Self { master: Some(pair.master), writer, child, output, seen: Vec::new(), log, before }
    }

    pub(crate) fn started(name: &str, shell: Option<&str>) -> Self {
        let mut terminal = Self::start(name, shell, false);
        terminal.wait_for_output("ready");
        terminal
    }

    pub(crate) fn send(&mut self, text: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(text.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.seen).into_owned()
    }

    pub(crate) fn log(&self) -> Vec<String> {
        std::fs::read_to_string(&self.log).unwrap_or_default().lines().map(String::from).collect()
    }

    /// The keys in the log.
    pub(crate) fn keys(&self) -> Vec<String> {
        self.log().iter().filter_map(|line| line.strip_prefix("key ").map(String::from)).collect()
    }

    pub(crate) fn pid(&self) -> Pid {
        let log = self.log();
        let pid = log.iter().find_map(|line| line.strip_prefix("pid ")).unwrap().parse().unwrap();
        Pid::from_raw(pid).unwrap()
    }

    /// Waits for a condition; the time limit is for a test that fails.
    pub(crate) fn wait(&mut self, what: &str, condition: impl Fn(&Self) -> bool) {
        let end = Instant::now() + Duration::from_secs(20);
        while !condition(self) {
            assert!(Instant::now() < end, "no {what}; log {:?}, output {:?}", self.log(), self.text());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(10)) {
                self.seen.extend(bytes);
            }
        }
    }

    pub(crate) fn wait_for_output(&mut self, text: &str) {
        self.wait(text, |terminal| terminal.text().contains(text));
    }

    pub(crate) fn wait_for_log(&mut self, line: &str) {
        self.wait(line, |terminal| terminal.log().iter().any(|l| l == line));
    }

    pub(crate) fn now(&self) -> String {
        settings(self.master.as_deref().unwrap())
    }

    /// Waits for the end; the terminal must be as it was.
    pub(crate) fn assert_given_back(mut self) -> (portable_pty::ExitStatus, String) {
        self.wait_for_output(LEAVE);
        let end = Instant::now() + Duration::from_secs(20);
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < end, "it does not end; log {:?}", self.log());
            std::thread::sleep(Duration::from_millis(5));
        };
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
            self.seen.extend(bytes);
        }
        assert_eq!(self.now(), self.before, "the line settings are as before");
        let text = self.text();
        assert_eq!(text.matches("\x1b[?1049h").count(), text.matches("\x1b[?1049l").count());
        (status, text)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_file(&self.log);
    }
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}
