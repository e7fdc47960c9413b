//! Opening an address: a browser here, the clipboard at the other end of a line.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use crate::terminal::Environment;

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

    #[test]
    fn an_address_is_shown_where_the_reader_sits() {
        let here = Environment::default();
        let ssh = Environment::from_pairs([("SSH_TTY", "/dev/pts/3")]);
        assert_eq!(way(&here, true), Way::Browser);
        assert_eq!(way(&ssh, true), Way::Clipboard);
        assert_eq!(way(&here, false), Way::Clipboard);
    }
}
