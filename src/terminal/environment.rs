//! The environment variables that say something about the terminal.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

/// The names that are kept; everything else is none of our business.
const NAMES: [&str; 23] = [
    "ALACRITTY_WINDOW_ID",
    "COLORFGBG",
    "COLORTERM",
    "GHOSTTY_RESOURCES_DIR",
    "ITERM_SESSION_ID",
    "KITTY_WINDOW_ID",
    "KONSOLE_VERSION",
    "LC_TERMINAL",
    "MLTERM",
    "NO_COLOR",
    "SSH_CONNECTION",
    "SSH_TTY",
    "STY",
    "TERM",
    "TERMINAL_EMULATOR",
    "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION",
    "TMUX",
    "VTE_VERSION",
    "WEZTERM_EXECUTABLE",
    "WINDOWID",
    "WT_SESSION",
    "XTERM_VERSION",
];

/// What the environment says about the terminal. A plain value: tests give recorded ones.
///
/// The environment is inherited, so it may speak of another terminal than the one at hand (a program
/// started from GNOME Terminal has VTE_VERSION): the terminal's own replies come before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    variables: BTreeMap<String, String>,
    passthrough: Option<bool>,
}

impl Environment {
    /// Of this process.
    pub fn of_process() -> Self {
        Self::from_pairs(std::env::vars_os().filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?))))
    }

    /// From pairs of name and value; names that say nothing about terminals and empty values are left out.
    pub fn from_pairs<K: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        let pairs = pairs.into_iter().map(|(k, v)| (k.into(), v.into()));
        let kept = pairs.filter(|(k, v): &(String, String)| NAMES.contains(&k.as_str()) && !v.is_empty());
        Self { variables: kept.collect(), passthrough: None }
    }

    /// With the knowledge whether tmux hands sequences on to the terminal around it.
    pub fn with_passthrough(mut self, passthrough: Option<bool>) -> Self {
        self.passthrough = passthrough;
        self
    }

    /// Asks tmux about that, if this process runs in it: one short command (4 ms), no more.
    pub fn ask_tmux(self) -> Self {
        if !self.has("TMUX") {
            return self;
        }
        let mut command = Command::new("tmux");
        command.args(["show-options", "-Apv"]);
        if let Some(pane) = std::env::var_os("TMUX_PANE") {
            command.arg("-t").arg(pane);
        }
        let output = command.arg("allow-passthrough").stdin(Stdio::null()).output().ok();
        let passthrough = output.and_then(|output| passthrough(&output.stdout, &output.stderr));
        self.with_passthrough(passthrough)
    }

    /// Whether tmux hands sequences on; `None`: there is no tmux, or it could not be asked.
    pub fn passthrough(&self) -> Option<bool> {
        self.passthrough
    }

    /// The value of a variable.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.variables.get(name).map(String::as_str)
    }

    /// Whether whoever reads sits at the other end of an SSH line.
    pub fn is_remote(&self) -> bool {
        self.has("SSH_CONNECTION") || self.has("SSH_TTY")
    }

    /// Whether a variable is set and not empty.
    pub fn has(&self, name: &str) -> bool {
        self.variables.contains_key(name)
    }

    /// `TERM`, or nothing.
    pub fn term(&self) -> &str {
        self.get("TERM").unwrap_or("")
    }

    /// All that is set, by name.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.variables.iter().map(|(k, v)| (k.as_str(), v.as_str()))
    }
}

/// What tmux's answer means. Before 3.3 it had no such option, and handed everything on.
fn passthrough(output: &[u8], error: &[u8]) -> Option<bool> {
    match output.trim_ascii() {
        b"on" | b"all" => Some(true),
        b"off" => Some(false),
        _ => error.starts_with(b"invalid option").then_some(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_about_terminals_is_not_kept() {
        let environment = Environment::from_pairs([("TERM", "xterm"), ("HOME", "/x"), ("NO_COLOR", "")]);
        assert_eq!(environment.pairs().collect::<Vec<_>>(), [("TERM", "xterm")]);
    }

    /// The texts of tmux 3.3a, and of one without the option.
    #[test]
    fn tmux_is_understood() {
        assert_eq!(passthrough(b"on\n", b""), Some(true));
        assert_eq!(passthrough(b"off\n", b""), Some(false));
        assert_eq!(passthrough(b"", b"invalid option: allow-passthrough\n"), Some(true));
        assert_eq!(passthrough(b"", b"no server running on /tmp/tmux-0/default\n"), None);
    }
}
