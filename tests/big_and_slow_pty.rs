//! The real program in a pty: a paragraph of megabytes, a big file, and a terminal that does not take what is sent.
#![allow(clippy::unwrap_used)]

mod pty_line;

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const COLUMNS: u16 = 80;
const ROWS: u16 = 24;
const REPLIES: &str = "\x1b[>41;379;0c\x1b[?64;1;2c";

/// A file that is removed at the end.
struct Article(PathBuf);

impl Article {
    /// With these paragraphs.
    fn of(name: &str, paragraphs: impl Iterator<Item = String>) -> Self {
        let mut text = String::from(r#"{"format":"newsreader-article/1","id":"big","inLanguage":"ar","blocks":["#);
        for (number, paragraph) in paragraphs.enumerate() {
            let comma = if number == 0 { "" } else { "," };
            write!(text, "{comma}{{\"id\":\"b{number}\",\"type\":\"paragraph\",\"text\":\"{paragraph}\"}}").unwrap();
        }
        text.push_str("]}");
        let path = std::env::temp_dir().join(format!("newsreader-big-{}-{name}.json", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }
}

impl Drop for Article {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

struct Reader {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    /// The terminal reads as long as it is told to.
    go_on: Sender<()>,
    emulator: vt100::Parser,
    received: usize,
    _master: Box<dyn MasterPty + Send>,
}

impl Reader {
    fn open(article: &Path, arguments: &[&str]) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsreader"));
        command.args(arguments.iter().map(OsStr::new).chain([article.as_os_str()]));
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        command.env("XDG_CONFIG_HOME", "/nonexistent");
        // Relative: nothing is remembered, also by a user who may write anywhere.
        command.env("XDG_STATE_HOME", "nowhere");
        command.env("HOME", "nowhere");
        command.cwd(".");
        pty_line::forget_terminal(&mut command);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        let (go_on, may_read) = channel::<()>();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while may_read.recv().is_ok() {
                match reader.read(&mut buffer) {
                    Ok(n @ 1..) if sender.send(buffer[..n].to_vec()).is_ok() => {}
                    _ => break,
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        let emulator = vt100::Parser::new(ROWS, COLUMNS, 0);
        Self { child, writer, output, go_on, emulator, received: 0, _master: pair.master }
    }

    fn send(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Reads until the screen is as wanted. The time is for a test that fails.
    fn until(&mut self, what: &str, wanted: impl Fn(&str) -> bool) {
        let end = Instant::now() + Duration::from_secs(120);
        while !wanted(&self.emulator.screen().contents()) {
            let left = end.saturating_duration_since(Instant::now());
            // Fails when the program has ended; then there is nothing to read.
            let _ = self.go_on.send(());
            match self.output.recv_timeout(left) {
                Ok(bytes) => {
                    self.received += bytes.len();
                    self.emulator.process(&bytes);
                }
                Err(error) => panic!("{error}: waited for {what}, saw\n{}", self.emulator.screen().contents()),
            }
        }
    }

    /// The last row of the screen.
    fn status(screen: &str) -> &str {
        screen.lines().nth(usize::from(ROWS) - 1).unwrap_or("")
    }

    /// Resident memory at most so far, beyond what the program takes for a small article.
    #[cfg(target_os = "linux")]
    fn peak_memory(&self) -> u64 {
        const SMALL: u64 = 12 << 20;
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id().unwrap())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        (peak.split_whitespace().next().unwrap().parse::<u64>().unwrap() << 10).saturating_sub(SMALL)
    }

    /// Not where nobody tells how much memory a program takes.
    #[cfg(not(target_os = "linux"))]
    fn peak_memory(&self) -> u64 {
        0
    }

    fn assert_memory(&self, article: &Article) {
        let (peak, file) = (self.peak_memory(), std::fs::metadata(&article.0).unwrap().len());
        println!("{peak} bytes, {:.2} times the file", peak as f64 / file as f64);
        assert!(peak <= 3 * file, "{peak} bytes for a file of {file}");
    }

    fn quit(mut self) {
        self.send("q");
        let end = Instant::now() + Duration::from_secs(120);
        loop {
            let _ = self.go_on.send(());
            if let Some(status) = self.child.try_wait().unwrap() {
                return assert!(status.success());
            }
            assert!(Instant::now() < end, "it ends");
            let _ = self.output.recv_timeout(Duration::from_millis(50));
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn has(text: &'static str) -> impl Fn(&str) -> bool {
    move |screen| screen.contains(text)
}

/// Latin words: what is on the screen can be compared without knowing how Arabic is shown.
fn long_paragraph(bytes: usize) -> Article {
    // With escapes, which have to be undone.
    let words = r#"one two \"three\" four five six seven "#;
    let paragraph = format!("BEGIN é {}FINIS", words.repeat(bytes / words.len()));
    Article::of(&format!("paragraph-{bytes}"), std::iter::once(paragraph))
}

#[test]
fn of_a_paragraph_of_megabytes_the_beginning_is_read_while_the_rest_is_laid_out() {
    let article = long_paragraph(40 << 20);
    let mut reader = Reader::open(&article.0, &[]);
    reader.send(REPLIES);
    reader.until("the text and that more is to come", |screen| {
        screen.contains("BEGIN") && Reader::status(screen).contains("laying out a long paragraph")
    });
    reader.send(" ");
    reader.until("the next page", |screen| screen.contains("one two") && !screen.contains("BEGIN"));
    reader.send("G");
    reader.until("the end", |screen| screen.contains("FINIS") && Reader::status(screen).contains("end"));
    reader.assert_memory(&article);
    reader.send("g");
    reader.until("the beginning", has("BEGIN"));
    reader.quit();
}

#[test]
fn what_is_done_aside_can_be_stopped_and_taken_up_again() {
    let article = long_paragraph(64 << 20);
    let mut reader = Reader::open(&article.0, &[]);
    reader.send(REPLIES);
    reader.until("that it is laid out", |screen| Reader::status(screen).contains("laying out"));
    reader.send("\x1b");
    reader.until("that it was stopped", |screen| Reader::status(screen).contains("stopped"));
    reader.send("G\x0c");
    reader.until("the end", |screen| screen.contains("FINIS"));
    reader.quit();
}

#[test]
fn a_big_file_is_opened_beside_a_screen_that_can_be_quit() {
    let article = Article::of("many", (0..400_000).map(|number| format!("paragraph {number} of many of them")));
    let mut reader = Reader::open(&article.0, &[]);
    reader.send(REPLIES);
    reader.until("what is done, and how far it is", |screen| {
        screen.lines().next().is_some_and(|line| line.contains("opening") && line.contains("MB") && line.ends_with('%'))
    });
    reader.quit();
    let mut reader = Reader::open(&article.0, &[]);
    reader.send(REPLIES);
    reader.until("the article", has("paragraph 0 of"));
    reader.send("G");
    reader.until("its end", has("paragraph 399999 of"));
    reader.assert_memory(&article);
    reader.quit();
}

#[test]
fn an_error_in_a_big_file_is_told_on_the_shells_screen() {
    let path = std::env::temp_dir().join(format!("newsreader-big-{}-wrong.json", std::process::id()));
    std::fs::write(&path, format!("{{\"format\": 1, \"text\": \"{}\"", "x".repeat(5 << 20))).unwrap();
    let article = Article(path);
    let mut reader = Reader::open(&article.0, &[]);
    reader.send(REPLIES);
    reader.until("the message", |screen| screen.contains("newsreader: ") && screen.contains("line 1"));
    assert!(!reader.emulator.screen().alternate_screen());
    assert!(!reader.child.wait().unwrap().success());
}

/// A terminal at the end of a line that is full: 600 pages are asked for while it takes nothing. Drawn, each of them would
/// be about a thousand bytes; it gets no more than what fits into the line, and then the last.
#[test]
fn a_terminal_that_does_not_drain_gets_the_last_frame_and_not_all_of_them() {
    const PAGES: usize = 600;
    let lines = (0..40_000).map(|number| format!("paragraph {number} {}", "word ".repeat(9 + number % 5)));
    let article = Article::of("pages", lines);
    let mut reader = Reader::open(&article.0, &["--sidebar", "off"]);
    reader.send(REPLIES);
    reader.until("the article", has("paragraph 0 "));
    let before = reader.received;
    // Nobody reads now.
    for _ in 0..PAGES {
        reader.send(" ");
        // So that they are keys pressed one after the other: in one piece they would be one frame anyway.
        std::thread::sleep(Duration::from_millis(3));
    }
    reader.send("G");
    reader.until("the last state", has("paragraph 39999 "));
    let received = reader.received - before;
    assert!(received < PAGES * 400, "{received} bytes");
    reader.quit();
}
