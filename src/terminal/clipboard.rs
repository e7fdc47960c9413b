//! Text to the reader's clipboard: the one of the machine where the reader sits, not of the server.

use std::io::{self, Write};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Environment;
use super::multiplexer::Multiplexer;

/// Bytes of text that OSC 52 takes to a terminal; of more, many terminals take nothing, and none says so.
pub const MOST_BYTES: usize = 74_994 / 4 * 3;

/// How a text goes to the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// A program of this machine that takes it on standard input.
    Program(&'static [&'static str]),
    /// OSC 52 (xterm's control sequences): the terminal puts it on its clipboard.
    Terminal,
}

/// The ways to try, the best first. A local clipboard only where nobody is at the other end of an SSH line; `variable`
/// tells a variable of the environment.
#[must_use]
pub fn ways(environment: &Environment, variable: impl Fn(&str) -> Option<String>) -> Vec<Way> {
    let set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let mut ways = Vec::new();
    if !environment.is_remote() {
        if set("WAYLAND_DISPLAY") {
            ways.push(Way::Program(&["wl-copy"]));
        }
        if set("DISPLAY") {
            ways.push(Way::Program(&["xclip", "-selection", "clipboard"]));
            ways.push(Way::Program(&["xsel", "--input", "--clipboard"]));
        }
        if cfg!(target_os = "macos") {
            ways.push(Way::Program(&["pbcopy"]));
        }
    }
    if environment.has("TMUX") {
        // tmux keeps OSC 52 of a program to itself unless it is told otherwise; with -w it hands the text on.
        ways.push(Way::Program(&["tmux", "load-buffer", "-w", "-"]));
    }
    ways.push(Way::Terminal);
    ways
}

/// What makes the terminal put `text` on its clipboard; through screen, where it stands between.
#[must_use]
pub fn osc_52(environment: &Environment, text: &str) -> Vec<u8> {
    let sequence = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
    // tmux was asked by its own command; if that failed it may still hand this on.
    if environment.has("TMUX") {
        Multiplexer::Tmux.wrap(sequence.as_bytes())
    } else if environment.has("STY") {
        /// screen hands on at most 768 bytes at once, and puts them together again.
        const AT_ONCE: usize = 700;
        sequence.as_bytes().chunks(AT_ONCE).flat_map(|chunk| Multiplexer::Screen.wrap(chunk)).collect()
    } else {
        sequence.into_bytes()
    }
}

/// Gives `text` to a program.
///
/// # Errors
/// When it cannot be started, does not take the text, or says that it failed.
pub fn give(program: &[&str], text: &str) -> io::Result<()> {
    /// They take it and go into the background at once; of one that does not, nobody knows whether it has it.
    const PATIENCE: Duration = Duration::from_millis(500);
    let (name, arguments) = program.split_first().ok_or(io::ErrorKind::InvalidInput)?;
    let mut command = Command::new(name);
    // A group of its own: what keeps the text for others must not stop with us.
    command.process_group(0).args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    let (name, text) = (name.to_string(), text.to_owned());
    let (sender, outcome) = channel();
    // Aside: a program that hangs must not keep the reader waiting, nor stay behind as a zombie.
    std::thread::spawn(move || {
        let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
        let ended = child.wait().and_then(|status| match status.success() {
            true => Ok(()),
            false => Err(io::Error::other(format!("{name}: {status}"))),
        });
        // Fails when nobody waits any more.
        _ = sender.send(ended.and(written));
    });
    outcome.recv_timeout(PATIENCE).unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> Environment {
        Environment::from_pairs(pairs.iter().map(|(name, value)| (*name, *value)))
    }

    #[test]
    fn over_ssh_it_is_the_terminals_clipboard() {
        let display = |name: &str| (name == "DISPLAY").then(|| ":0".to_owned());
        let here = ways(&environment(&[]), display);
        assert!(matches!(here[0], Way::Program(["xclip", ..])), "{here:?}");
        assert_eq!(here.last(), Some(&Way::Terminal));
        let there = ways(&environment(&[("SSH_CONNECTION", "a b c d")]), display);
        if !cfg!(target_os = "macos") {
            assert_eq!(there, [Way::Terminal]);
        }
        let there = ways(&environment(&[("SSH_TTY", "/dev/pts/1"), ("TMUX", "x")]), display);
        assert!(matches!(there[0], Way::Program(["tmux", ..])));
    }

    #[test]
    fn the_sequence_has_the_text_in_base_64_and_is_wrapped_for_what_stands_between() {
        assert_eq!(osc_52(&environment(&[]), "سلام\n"), b"\x1b]52;c;2LPZhNin2YUK\x07");
        assert_eq!(osc_52(&environment(&[("TMUX", "x")]), "a"), b"\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\");
        let long = "x".repeat(2_000);
        let wrapped = osc_52(&environment(&[("STY", "1.x")]), &long);
        let inner: Vec<u8> =
            String::from_utf8(wrapped).unwrap().replace("\x1bP", "").replace("\x1b\\", "").into_bytes();
        assert_eq!(inner, osc_52(&environment(&[]), &long));
    }

    #[test]
    fn a_program_takes_the_text_or_says_that_it_did_not() {
        give(&["cat"], "text").unwrap();
        assert!(give(&["false"], "").is_err());
        assert!(give(&["newsreader-no-such-program"], "text").is_err());
        assert!(give(&[], "text").is_err());
    }
}
