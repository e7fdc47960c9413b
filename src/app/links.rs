//! Opening an address: a browser here, the clipboard at the other end of a line.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use crate::reader::{State, plain_address};
use crate::terminal::{Environment, Links};

/// The programs that open an address in what the person has chosen for it.
const OPENERS: &[&[&str]] = if cfg!(target_os = "macos") { &[&["open"]] } else { &[&["xdg-open"], &["gio", "open"]] };

/// What is to be done with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// A program of this machine shows it.
    Browser,
    /// The reader sits elsewhere: the address goes to the clipboard there.
    Clipboard,
}

/// The links that a terminal is sent: what a click there opens is what `o` would open.
pub(super) fn sent(state: &State) -> Links {
    Links::new(state.addresses().map(|address| plain_address(address?).ok()))
}

/// Where an address is to be shown.
pub(super) fn way(environment: &Environment, has_display: bool) -> Way {
    let remote = environment.is_remote();
    if remote || !has_display { Way::Clipboard } else { Way::Browser }
}

/// Hands the address, which [`plain_address`](crate::reader::plain_address) has checked, to the first opener that can be
/// started; never through a shell.
///
/// # Errors
/// When none can.
pub(super) fn browse(address: &str) -> io::Result<()> {
    let mut outcome = Err(io::ErrorKind::NotFound.into());
    for opener in OPENERS {
        let mut command = Command::new(opener[0]);
        // A group of its own: the browser must not stop with us.
        command.process_group(0).args(&opener[1..]).arg(address);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        match command.spawn() {
            Ok(mut child) => {
                // It is waited for, so that it does not stay behind as a zombie.
                std::thread::spawn(move || child.wait());
                return Ok(());
            }
            Err(error) => outcome = Err(error),
        }
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Block, BlockDetails};
    use crate::reader::Settings;

    /// The terminal got addresses that `o` refuses or shortens.
    #[test]
    fn a_terminal_gets_the_addresses_that_would_be_opened() {
        let links = |url: &str| {
            let details = BlockDetails { url: Some(url.to_owned()), ..BlockDetails::default() };
            let block = Block { text: "x".into(), details: details.into(), ..Block::default() };
            sent(&State::new(Article { blocks: vec![block], ..Article::default() }, Settings::of_size((80, 24))))
        };
        for refused in ["https://bank.example@evil.example/", "javascript:alert(1)", "file:///etc/passwd", "/relative"]
        {
            assert!(links(refused).is_empty(), "{refused}");
        }
        let one = |address: &str| Links::new([Some(address)]);
        assert_eq!(links("https://xn--e1afmkfd.example/"), one("https://xn--e1afmkfd.example/"));
        assert_eq!(links("https://пример.example/"), one("https://xn--e1afmkfd.example/"));
        assert_eq!(links("mailto:a@b.example?attach=/etc/passwd"), one("mailto:a@b.example"));
    }

    #[test]
    fn an_address_is_shown_where_the_reader_sits() {
        let here = Environment::default();
        let ssh = Environment::from_pairs([("SSH_TTY", "/dev/pts/3")]);
        assert_eq!(way(&here, true), Way::Browser);
        assert_eq!(way(&ssh, true), Way::Clipboard);
        assert_eq!(way(&here, false), Way::Clipboard);
    }
}
