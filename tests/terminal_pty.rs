//! A session in a real pty: every way out gives the terminal back, keys and replies are told apart.
//!
//! The program in the pty is this test binary itself ([`program`], started by name). It logs its events.
#![allow(clippy::unwrap_used)]

use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyModifiers};
use newsreader::terminal::{Event, Options, Session, die_by};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rustix::process::{Pid, Signal, kill_process};

const LEAVE: &str = "\x1b[8h\x1b[?2004l\x1b[m\x1b[?7h\x1b[?25h\x1b[H\x1b[2J\x1b[?1049l";
const REPLIES: &str =
    "\x1bP>|XTerm(379)\x1b\\\x1b[8;0$y\x1b[?2026;0$y\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[>41;379;0c\x1b[?64;1;2c";

/// The program in the pty. As a test of its own it does nothing.
#[test]
fn program() {
    let Ok(path) = std::env::var("TERMINAL_PTY_LOG") else { return };
    let mut log = std::fs::File::create(path).unwrap();
    writeln!(log, "pid {}", std::process::id()).unwrap();
    let mut session = Session::enter(Options::default()).unwrap();
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

struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    seen: Vec<u8>,
    log: PathBuf,
    before: String,
}

impl Terminal {
    /// Starts the program alone, or (`shell`) as `$0` of a shell command.
    fn start(name: &str, shell: Option<&str>) -> Self {
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
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        for name in ["TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "MLTERM", "TERM_PROGRAM"] {
            command.env_remove(name);
        }
        let before = settings(&*pair.master);
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
        let writer = Some(pair.master.take_writer().unwrap());
        Self { master: Some(pair.master), writer, child, output, seen: Vec::new(), log, before }
    }

    fn started(name: &str, shell: Option<&str>) -> Self {
        let mut terminal = Self::start(name, shell);
        terminal.wait_for_output("ready");
        terminal
    }

    fn send(&mut self, text: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(text.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.seen).into_owned()
    }

    fn log(&self) -> Vec<String> {
        std::fs::read_to_string(&self.log).unwrap_or_default().lines().map(String::from).collect()
    }

    /// The keys in the log.
    fn keys(&self) -> Vec<String> {
        self.log().iter().filter_map(|line| line.strip_prefix("key ").map(String::from)).collect()
    }

    fn pid(&self) -> Pid {
        let log = self.log();
        let pid = log.iter().find_map(|line| line.strip_prefix("pid ")).unwrap().parse().unwrap();
        Pid::from_raw(pid).unwrap()
    }

    /// Waits for a condition; the time limit is for a test that fails.
    fn wait(&mut self, what: &str, condition: impl Fn(&Self) -> bool) {
        let end = Instant::now() + Duration::from_secs(20);
        while !condition(self) {
            assert!(Instant::now() < end, "no {what}; log {:?}, output {:?}", self.log(), self.text());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(10)) {
                self.seen.extend(bytes);
            }
        }
    }

    fn wait_for_output(&mut self, text: &str) {
        self.wait(text, |terminal| terminal.text().contains(text));
    }

    fn wait_for_log(&mut self, line: &str) {
        self.wait(line, |terminal| terminal.log().iter().any(|l| l == line));
    }

    fn now(&self) -> String {
        settings(self.master.as_deref().unwrap())
    }

    /// Waits for the end; the terminal must be as it was.
    fn assert_given_back(mut self) -> (portable_pty::ExitStatus, String) {
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
