//! Opening an address: a browser here, the clipboard at the other end of a line.

use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use crate::terminal::Environment;
use crate::tongue::Text;

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

/// How to open an address.
///
/// # Errors
/// When it is none that may be opened: what an article says is not to be trusted.
pub(super) fn way(environment: &Environment, has_display: bool, address: &str) -> Result<Way, Text> {
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    if !matches!(scheme.as_deref(), Some("http" | "https" | "mailto")) {
        return Err(Text::OnlyWebAddresses);
    }
    if address.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(Text::BadAddress);
    }
    let remote = environment.is_remote();
    Ok(if remote || !has_display { Way::Clipboard } else { Way::Browser })
}

/// Hands the address to the first opener that can be started; never through a shell.
///
/// # Errors
/// When none can.
pub(super) fn browse(address: &str) -> io::Result<()> {
    // What stands behind ? in mailto is headers, and with some mail programs a file to attach.
    let is_mail = address.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    let address = if is_mail { address.split('?').next().unwrap_or(address) } else { address };
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
    fn only_addresses_of_pages_and_people_are_opened() {
        let here = Environment::default();
        let ssh = Environment::from_pairs([("SSH_TTY", "/dev/pts/3")]);
        assert_eq!(way(&here, true, "https://example.org/أخبار"), Ok(Way::Browser));
        assert_eq!(way(&here, true, "MAILTO:a@example.org"), Ok(Way::Browser));
        assert_eq!(way(&ssh, true, "http://example.org"), Ok(Way::Clipboard));
        assert_eq!(way(&here, false, "http://example.org"), Ok(Way::Clipboard));
        for address in ["file:///etc/passwd", "javascript:alert(1)", "-x", "", "//example.org", "vnc:x"] {
            assert!(way(&here, true, address).is_err(), "{address}");
        }
        assert!(way(&here, true, "https://a b").is_err());
        assert!(way(&here, true, "https://a\u{1b}[31m").is_err());
    }
}
