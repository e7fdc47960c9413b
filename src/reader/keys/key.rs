//! One key: what it is called, and which key press it is.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::formats::nearest_name;

/// A key with its modifiers; Shift is part of the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    control: bool,
    alt: bool,
}

pub(super) const fn key(code: KeyCode) -> Key {
    Key { code, control: false, alt: false }
}

pub(super) const fn letter(c: char) -> Key {
    key(KeyCode::Char(c))
}

pub(super) const fn control(c: char) -> Key {
    Key { code: KeyCode::Char(c), control: true, alt: false }
}

/// Keys that have a name: as it is shown first, then as it may be written too.
const NAMED: &[(KeyCode, &[&str])] = &[
    (KeyCode::Char(' '), &["Space"]),
    (KeyCode::Up, &["↑", "Up"]),
    (KeyCode::Down, &["↓", "Down"]),
    (KeyCode::Left, &["←", "Left"]),
    (KeyCode::Right, &["→", "Right"]),
    (KeyCode::PageUp, &["PgUp", "PageUp"]),
    (KeyCode::PageDown, &["PgDn", "PageDown"]),
    (KeyCode::Home, &["Home"]),
    (KeyCode::End, &["End"]),
    (KeyCode::Insert, &["Insert", "Ins"]),
    (KeyCode::Delete, &["Delete", "Del"]),
    (KeyCode::Backspace, &["Backspace"]),
    (KeyCode::Tab, &["Tab"]),
    (KeyCode::BackTab, &["Shift-Tab"]),
    (KeyCode::Enter, &["Enter", "Return"]),
    (KeyCode::Esc, &["Esc", "Escape"]),
];

/// The highest function key.
const MOST_F: u8 = 24;

impl Key {
    /// As the help screen writes it: `j`, `↓`, `Ctrl-O`, `PgDn`, `Alt-x`, `F5`.
    #[must_use]
    pub fn name(self) -> String {
        let named = NAMED.iter().find(|(code, _)| *code == self.code).map(|(_, names)| names[0].to_owned());
        let name = named.unwrap_or_else(|| match self.code {
            KeyCode::Char(c) if self.control => c.to_uppercase().collect(),
            KeyCode::Char(c) => c.to_string(),
            other => other.to_string(),
        });
        let (control, alt) = (if self.control { "Ctrl-" } else { "" }, if self.alt { "Alt-" } else { "" });
        format!("{control}{alt}{name}")
    }

    /// The key that is written like this: as [`name`](Self::name) writes it, in small letters too where it is a word.
    ///
    /// # Errors
    /// What is wrong, and what would be right.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (mut key, mut rest) = (key(KeyCode::Null), text);
        loop {
            if let Some(after) = without_prefix(rest, "ctrl-") {
                (key.control, rest) = (true, after);
            } else if let Some(after) = without_prefix(rest, "alt-") {
                (key.alt, rest) = (true, after);
            } else {
                break;
            }
        }
        key.code = code_of(rest).ok_or_else(|| unknown(text, rest))?;
        if let (KeyCode::Char(c), true) = (key.code, key.control) {
            let c = c.to_ascii_lowercase();
            let instead = match c {
                'i' => "Tab",
                'j' | 'm' => "Enter",
                'h' => "Backspace",
                ' ' | 'a'..='z' => "",
                _ => return Err(format!("terminals send Ctrl- with the letters A to Z and Space, not {text:?}")),
            };
            if !instead.is_empty() {
                return Err(format!("terminals send {instead} for {text:?}"));
            }
            key.code = KeyCode::Char(c);
        }
        Ok(key)
    }

    /// Whether it is a letter, a digit or a sign by itself, which is typed where something is typed.
    #[must_use]
    pub fn is_typed(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && !self.control && !self.alt
    }

    /// The press of it.
    #[cfg(test)]
    pub(super) fn press(self) -> KeyEvent {
        let mut held = KeyModifiers::NONE;
        held.set(KeyModifiers::CONTROL, self.control);
        held.set(KeyModifiers::ALT, self.alt);
        KeyEvent::new(self.code, held)
    }

    pub(super) fn matches(self, event: &KeyEvent) -> bool {
        let held = |modifiers| event.modifiers.intersects(modifiers);
        self.code == event.code
            && self.control == held(KeyModifiers::CONTROL)
            && self.alt == held(KeyModifiers::ALT | KeyModifiers::META)
            && !held(KeyModifiers::SUPER)
    }
}

fn without_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    (start.eq_ignore_ascii_case(prefix) && !rest.is_empty()).then_some(rest)
}

fn code_of(text: &str) -> Option<KeyCode> {
    let mut chars = text.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && !c.is_control()
        && !c.is_whitespace()
        && !NAMED.iter().any(|(_, names)| names.contains(&text))
    {
        return Some(KeyCode::Char(c));
    }
    let named = NAMED.iter().find(|(_, names)| names.iter().any(|name| name.eq_ignore_ascii_case(text)));
    named.map(|(code, _)| *code).or_else(|| {
        let number = text.strip_prefix(['F', 'f'])?.parse().ok()?;
        (1..=MOST_F).contains(&number).then_some(KeyCode::F(number))
    })
}

fn unknown(text: &str, rest: &str) -> String {
    if without_prefix(rest, "shift-").is_some() {
        return format!("there is no key {text:?}; Shift counts in Shift-Tab and in capital letters, as \"G\"");
    }
    let names = NAMED.iter().flat_map(|(_, names)| *names).copied().filter(|name| name.is_ascii());
    match nearest_name(rest, &names.collect::<Vec<&'static str>>()).filter(|_| rest.len() > 1) {
        Some(near) => {
            let modifiers = &text[..text.len() - rest.len()];
            format!("there is no key {text:?}; is it \"{modifiers}{near}\"?")
        }
        None => format!("there is no key {text:?}; keys are written as j, Space, PgDn, Ctrl-O, Alt-x, F5"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::Context;
    use super::*;

    #[test]
    fn every_key_of_the_tables_is_read_as_it_is_written() {
        for key in Context::ALL.into_iter().flat_map(Context::bindings).flat_map(|binding| binding.keys) {
            assert_eq!(Key::parse(&key.name()), Ok(*key));
        }
        for (_, names) in NAMED {
            for name in *names {
                assert_eq!(Key::parse(name).unwrap().name(), names[0]);
            }
        }
    }

    #[test]
    fn keys_are_read_and_what_is_none_is_told() {
        let good = [
            ("j", "j"),
            ("G", "G"),
            ("ت", "ت"),
            ("-", "-"),
            ("#", "#"),
            ("space", "Space"),
            ("Down", "↓"),
            ("pagedown", "PgDn"),
            ("ctrl-o", "Ctrl-O"),
            ("Alt-x", "Alt-x"),
            ("Alt-X", "Alt-X"),
            ("Alt--", "Alt--"),
            ("Alt-Ctrl-x", "Ctrl-Alt-X"),
            ("Ctrl-Space", "Ctrl-Space"),
            ("f5", "F5"),
            ("Ctrl-F12", "Ctrl-F12"),
        ];
        for (written, name) in good {
            assert_eq!(Key::parse(written).map(Key::name), Ok(name.to_owned()), "{written}");
        }
        let bad = [
            ("Spce", "there is no key \"Spce\"; is it \"Space\"?"),
            ("Ctrl-PgDwn", "there is no key \"Ctrl-PgDwn\"; is it \"Ctrl-PgDn\"?"),
            ("Ctrl-I", "terminals send Tab for \"Ctrl-I\""),
            ("Ctrl-M", "terminals send Enter for \"Ctrl-M\""),
            ("Ctrl-1", "terminals send Ctrl- with the letters A to Z and Space, not \"Ctrl-1\""),
            ("Shift-g", "there is no key \"Shift-g\"; Shift counts in Shift-Tab and in capital letters, as \"G\""),
            ("F25", "there is no key \"F25\"; is it"),
            ("", "there is no key \"\"; keys are written as j, Space, PgDn, Ctrl-O, Alt-x, F5"),
            ("jk", "there is no key \"jk\"; keys are written as j, Space, PgDn, Ctrl-O, Alt-x, F5"),
        ];
        for (written, why) in bad {
            let found = Key::parse(written).unwrap_err();
            assert!(found.starts_with(why) || written == "F25", "{written}: {found}");
        }
    }

    #[test]
    fn modifiers_are_other_keys() {
        let event = |code, modifiers| KeyEvent::new(code, modifiers);
        let key = |name| Key::parse(name).unwrap();
        assert!(key("G").matches(&event(KeyCode::Char('G'), KeyModifiers::SHIFT)));
        assert!(!key("q").matches(&event(KeyCode::Char('q'), KeyModifiers::ALT)));
        assert!(key("Alt-q").matches(&event(KeyCode::Char('q'), KeyModifiers::ALT)));
        assert!(!key("q").matches(&event(KeyCode::Char('q'), KeyModifiers::CONTROL)));
        assert!(!key("Alt-q").matches(&event(KeyCode::Char('q'), KeyModifiers::ALT | KeyModifiers::CONTROL)));
        assert!(!key("q").matches(&event(KeyCode::Char('q'), KeyModifiers::SUPER)));
    }
}
