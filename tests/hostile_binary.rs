//! The real program, everything about it hostile: the article, the names of the files, the arguments, the environment.
#![allow(clippy::unwrap_used)]

mod hostile_support;
mod pty_support;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use hostile_support::{all_at_once, article, assert_plain, assert_rows, assert_sent};
use portable_pty::CommandBuilder;
use pty_support::{Home, KITTY, Terminal};

/// In the names of files and directories.
const NAME: &str = "n\u{1b}]0;x\u{7}\u{9b}31m\u{202e}\r\n\u{7f}\u{2066}e";

/// A home with a hostile article in a directory of a hostile name.
struct Place {
    home: Home,
    article: PathBuf,
}

impl Place {
    fn new(name: &str) -> Self {
        let home = Home::new(name);
        let directory = home.0.join(NAME);
        fs::create_dir_all(&directory).unwrap();
        let article = directory.join(format!("{NAME}.json"));
        fs::write(&article, hostile_support::article(&all_at_once())).unwrap();
        Self { home, article }
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.article.with_file_name(format!("{NAME}{name}"));
        fs::write(&path, bytes).unwrap();
        path
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsreader"));
        command.env_clear().env("RUST_BACKTRACE", "1").env("TERM", "xterm").stdin(Stdio::null());
        command.env("XDG_STATE_HOME", self.article.parent().unwrap());
        command.env("XDG_CONFIG_HOME", self.article.parent().unwrap());
        command
    }

    /// What it says, on both streams; each must be harmless.
    fn run(&self, arguments: &[&dyn AsRef<OsStr>]) -> Output {
        let output = self.command().args(arguments.iter().map(AsRef::as_ref)).output().unwrap();
        let names: Vec<&OsStr> = arguments.iter().map(|argument| (*argument).as_ref()).collect();
        for (stream, bytes) in [("output", &output.stdout), ("error", &output.stderr)] {
            let text = std::str::from_utf8(bytes).unwrap();
            let what = format!("{names:?}, standard {stream}");
            // Between the columns of an explanation stand tabs.
            let text =
                &if names.contains(&OsStr::new("--explain")) { text.replace('\t', " ") } else { text.to_owned() };
            if names.iter().any(|name| *name == "--color") {
                assert_rows(text, &what)
            } else {
                assert_plain(text, &what)
            }
        }
        let panicked = String::from_utf8_lossy(&output.stderr).contains("a fault of the program");
        assert!(!panicked && output.status.code().is_some_and(|code| code <= 2), "{names:?}: {output:?}");
        output
    }
}

#[test]
fn every_command_on_pipes() {
    let place = Place::new("hostile-pipes");
    for arguments in [
        &["--print"][..],
        &["--print", "--marks", "keep"],
        &["--print", "--bidi", "visual"],
        &["--print", "--bidi", "visual", "--color", "always"],
        &["--print", "--bidi", "words", "--color", "never"],
        &["--print", "--bidi", "colours", "--color", "always"],
        &["--print", "--bidi", "logical"],
        &["check"],
        &["check", "--json"],
        &["extract"],
        &["extract", "--again"],
        &["extract", "--explain"],
        &["extract", "--format", "md"],
        &["extract", "--format", "csv"],
    ] {
        let mut all: Vec<&dyn AsRef<OsStr>> = arguments.iter().map(|argument| argument as &dyn AsRef<OsStr>).collect();
        all.push(&place.article);
        let output = place.run(&all);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
        assert!(!output.stdout.is_empty());
    }
}

#[test]
fn every_way_to_fail() {
    let place = Place::new("hostile-errors");
    let evil = all_at_once();
    let missing = place.article.with_file_name(format!("{NAME}missing"));
    let broken = place.file("broken.json", format!("{{\"title\": \"{evil}\" {evil}"));
    let none = place.file("none.json", serde_json::json!({evil.as_str(): evil}).to_string());
    let latin = place.file("latin.json", b"\x1b]0;x\x07\xe9\x9b");
    let gzip = place.file("gzip.json", b"\x1f\x8b\x08\x10\0\0\0\0\0\0\x1b]0;x\x07\0");
    let config = place.file("config.toml", format!("{evil}\nbidi = \"{NAME}\"\n\"{NAME}\" = 1\n"));
    let parent = place.article.parent().unwrap();
    for file in [&missing, &broken, &none, &latin, &gzip, &parent.to_owned()] {
        for command in [&["--print"][..], &["check"], &["check", "--json"], &["extract"]] {
            let mut all: Vec<&dyn AsRef<OsStr>> =
                command.iter().map(|argument| argument as &dyn AsRef<OsStr>).collect();
            all.push(file);
            assert_eq!(place.run(&all).status.code(), Some(1), "{command:?} {file:?}");
        }
        place.run(&[&"--print", &"--annotations", file, &place.article]);
    }
    place.run(&[&"--print", &"--config", &config, &place.article]);
    assert_eq!(place.run(&[&"--print", &"--config", &missing, &place.article]).status.code(), Some(2));
    place.run(&[&"extract", &"--out", &missing.join("x"), &place.article]);
    // A name that is taken for a flag, as `newsreader *` gives it.
    for flag in [format!("--{NAME}"), format!("-{NAME}"), format!("--width={NAME}"), format!("--bidi={NAME}")] {
        assert_eq!(place.run(&[&flag]).status.code(), Some(2));
    }
    assert_eq!(place.run(&[&OsStr::from_bytes(b"--\xff\x1b]0;x\x07")]).status.code(), Some(2));
    // The configuration and the memory lie in a directory of that name and are no such thing.
    fs::create_dir_all(parent.join("newsreader/config.toml")).unwrap();
    fs::write(parent.join("newsreader/state.json"), format!("\"{NAME}\"")).unwrap();
    place.run(&[&"--print", &place.article]);
    place.run(&[&"doctor"]);
    let output = place.command().arg("doctor").env("TERM", NAME).env("TERM_PROGRAM", NAME).env("TMUX", NAME).output();
    assert_plain(std::str::from_utf8(&output.unwrap().stdout).unwrap(), "doctor");
}

/// Wrong usage goes to a terminal with colours: there it is that names must not act.
#[test]
fn every_message_on_a_terminal() {
    let place = Place::new("hostile-usage");
    for arguments in [vec![format!("--{NAME}")], vec!["--print".into(), format!("/nonexistent/{NAME}")]] {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsreader"));
        command.args(&arguments);
        let mut terminal = Terminal::run(&place.home, command);
        terminal
            .wait_until("a message", |contents| contents.contains("unexpected") || contents.contains("cannot be read"));
        let bytes = terminal.ended();
        assert_rows(&String::from_utf8(bytes).unwrap().replace("\r\n", "\n"), "usage");
    }
}

#[test]
fn every_screen_of_the_real_program() {
    let place = Place::new("hostile-screen");
    let arguments = |more: &[&str]| {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsreader"));
        command.args(more);
        command.arg(&place.article);
        command.env("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22");
        command
    };
    for mode in ["visual", "words", "colours", "logical"] {
        let mut terminal = Terminal::run(&place.home, arguments(&["--bidi", mode]));
        terminal.wait_for(" problems, the first");
        terminal.send(KITTY);
        for (keys, wait) in [
            ("?", "one line down"),
            ("?", "Tab sidebar"),
            ("w", "1/"),
            ("o", "example.org"),
            ("2", "Enter jumps"),
            ("\r", "1/"),
            ("y", "paragraph"),
            ("p", "clipboard"),
            ("B", "right-to-left"),
            ("/", "Enter keeps"),
        ] {
            terminal.send(keys);
            terminal.wait_for(wait);
        }
        terminal.send("\u{3}");
        terminal.wait_until("no prompt", |contents| !contents.contains("Enter keeps"));
        terminal.send("q");
        assert_sent(&terminal.ended(), mode);
    }
}

/// So big that a screen says that it is being opened, and by what name.
#[test]
fn the_name_of_a_file_that_opens_slowly() {
    let place = Place::new("hostile-slow");
    let body = "a ".repeat(5 << 20);
    let path = place.file("big.json", format!("{{\"title\": \"t\", \"text\": \"{body}\"}}"));
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsreader"));
    command.arg(&path);
    let mut terminal = Terminal::run(&place.home, command);
    terminal.wait_for("a a a a");
    terminal.send("q");
    let bytes = terminal.ended();
    assert_sent(&bytes, "opening");
    assert!(String::from_utf8(bytes).unwrap().contains("opening "));
}

/// What is said after the screen: the state cannot be written, in a directory of a hostile name.
#[test]
fn a_place_that_cannot_be_remembered() {
    let place = Place::new("hostile-state");
    let parent = place.article.parent().unwrap();
    fs::write(parent.join("newsreader"), "a file where the directory should be").unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsreader"));
    command.arg(&place.article);
    let mut terminal = Terminal::in_state(&place.home, command, parent);
    terminal.wait_for(" top ");
    terminal.send("jq");
    let bytes = terminal.ended();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains("was not remembered: ") && text.contains("\\u{1b}]0;x"), "{text:?}");
    assert_sent(&bytes, "afterwards");
}

/// The same attacks are in this file and in the article: nothing was lost in between.
#[test]
fn the_article_is_as_hostile_as_it_seems() {
    let json = article(&all_at_once());
    for attack in ["\\u001b]52;c;ZXZpbA==\\u0007", "\u{202e}", "\u{9b}", "\\u0000", "\\ud800 \\udc00"] {
        assert!(json.contains(attack), "{attack:?}");
    }
}
