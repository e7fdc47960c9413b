//! The environment variables that say something about the terminal.

use std::collections::BTreeMap;

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
pub struct Environment(BTreeMap<String, String>);

impl Environment {
    /// Of this process.
    pub fn of_process() -> Self {
        Self::from_pairs(std::env::vars_os().filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?))))
    }

    /// From pairs of name and value; names that say nothing about terminals and empty values are left out.
    pub fn from_pairs<K: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        let pairs = pairs.into_iter().map(|(k, v)| (k.into(), v.into()));
        Self(pairs.filter(|(k, v): &(String, String)| NAMES.contains(&k.as_str()) && !v.is_empty()).collect())
    }

    /// The value of a variable.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Whether a variable is set and not empty.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// `TERM`, or nothing.
    pub fn term(&self) -> &str {
        self.get("TERM").unwrap_or("")
    }

    /// All that is set, by name.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(k, v)| (k.as_str(), v.as_str()))
    }
}
