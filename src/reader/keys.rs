//! The one table of keys: dispatch, the help screen and the README come from it.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::prompt::Edit;
use super::{Action, Awaited, State, Tab};

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The keys, each of which does it.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// What the help screen says.
    pub help: &'static str,
}

/// A key with its modifiers; Shift is part of the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    code: KeyCode,
    control: bool,
}

const fn key(code: KeyCode) -> Key {
    Key { code, control: false }
}

const fn letter(c: char) -> Key {
    key(KeyCode::Char(c))
}

const fn control(c: char) -> Key {
    Key { code: KeyCode::Char(c), control: true }
}

const fn binding(keys: &'static [Key], action: Action, help: &'static str) -> Binding {
    Binding { keys, action, help }
}

/// Every key, in the order of the help screen.
pub const BINDINGS: &[Binding] = &[
    binding(&[letter('j'), key(KeyCode::Down)], Action::Lines(1), "one line down"),
    binding(&[letter('k'), key(KeyCode::Up)], Action::Lines(-1), "one line up"),
    binding(&[letter(' '), key(KeyCode::PageDown)], Action::Pages(1), "a page down"),
    binding(&[letter('b'), key(KeyCode::PageUp)], Action::Pages(-1), "a page up"),
    binding(&[letter('d')], Action::HalfPages(1), "half a page down"),
    binding(&[letter('u')], Action::HalfPages(-1), "half a page up"),
    binding(&[letter('g'), key(KeyCode::Home)], Action::First, "to the beginning"),
    binding(&[letter('G'), key(KeyCode::End)], Action::Last, "to the end"),
    binding(&[letter('}')], Action::Blocks(1), "next paragraph"),
    binding(&[letter('{')], Action::Blocks(-1), "previous paragraph"),
    binding(&[key(KeyCode::Tab), key(KeyCode::BackTab)], Action::SwitchFocus, "article or sidebar"),
    binding(&[letter('1')], Action::ShowTab(Tab::Entities), "sidebar: entities"),
    binding(&[letter('2')], Action::ShowTab(Tab::Quotes), "sidebar: quotes"),
    binding(&[letter('3')], Action::ShowTab(Tab::Outline), "sidebar: outline"),
    binding(&[key(KeyCode::Enter)], Action::Jump, "jump; in the text: list"),
    binding(&[letter('n')], Action::NextPlace(1), "its next place"),
    binding(&[letter('N')], Action::NextPlace(-1), "its previous place"),
    binding(&[letter('['), control('o')], Action::Back, "back from the jump"),
    binding(&[letter(']')], Action::Forward, "forward again"),
    binding(&[letter('w')], Action::Stops(1), "next mention or link"),
    binding(&[letter('W')], Action::Stops(-1), "previous mention or link"),
    binding(&[letter('o')], Action::OpenLink, "open the link"),
    binding(&[letter('/')], Action::Search, "search; narrow the list"),
    binding(&[letter('m')], Action::Wait(Awaited::SetMark), "set a bookmark"),
    binding(&[letter('\'')], Action::Wait(Awaited::GoToMark), "go to a bookmark"),
    binding(&[letter('y')], Action::Wait(Awaited::Copy), "copy: what, by a letter"),
    binding(&[letter('s')], Action::ToggleSidebar, "hide or show the sidebar"),
    binding(&[letter('>')], Action::Articles(1), "next article"),
    binding(&[letter('<')], Action::Articles(-1), "previous article"),
    binding(&[letter('+')], Action::Measure(4), "wider text"),
    binding(&[letter('-')], Action::Measure(-4), "narrower text"),
    binding(&[letter('M')], Action::ToggleMouse, "mouse on or off"),
    binding(&[letter('B')], Action::CycleBidi, "other right-to-left order"),
    binding(&[letter('T')], Action::CycleTheme, "other colours"),
    binding(&[control('l')], Action::Redraw, "draw the screen again"),
    binding(&[control('z')], Action::Suspend, "to the shell; fg returns"),
    binding(&[letter('?')], Action::ToggleHelp, "this help"),
    binding(&[key(KeyCode::Esc)], Action::Close, "close what is open"),
    binding(&[letter('q'), control('c')], Action::Quit, "quit"),
];

/// Keys while a line is being typed; every other letter is typed.
pub const TYPING: &[Binding] = &[
    binding(&[key(KeyCode::Enter)], Action::Accept, "keep what is shown"),
    binding(&[key(KeyCode::Esc), control('c')], Action::Close, "back to before"),
    binding(&[key(KeyCode::Left)], Action::Edit(Edit::Left), "cursor to the left"),
    binding(&[key(KeyCode::Right)], Action::Edit(Edit::Right), "cursor to the right"),
    binding(&[key(KeyCode::Home), control('a')], Action::Edit(Edit::Start), "before everything"),
    binding(&[key(KeyCode::End), control('e')], Action::Edit(Edit::End), "behind everything"),
    binding(&[key(KeyCode::Backspace), control('h')], Action::Edit(Edit::Backspace), "remove the letter before"),
    binding(&[key(KeyCode::Delete), control('d')], Action::Edit(Edit::Delete), "remove the letter behind"),
    binding(&[control('w')], Action::Edit(Edit::DeleteWord), "remove the word before"),
    binding(&[control('u')], Action::Edit(Edit::DeleteToStart), "remove all before"),
    binding(&[key(KeyCode::Up), control('p')], Action::Edit(Edit::Earlier), "typed earlier"),
    binding(&[key(KeyCode::Down), control('n')], Action::Edit(Edit::Later), "typed later"),
    binding(&[control('r')], Action::ToggleExact, "exact, or as it reads"),
    binding(&[control('l')], Action::Redraw, "draw the screen again"),
    binding(&[control('z')], Action::Suspend, "to the shell; fg returns"),
];

impl Key {
    /// As the help screen writes it: `j`, `↓`, `Ctrl-O`, `PgDn`.
    #[must_use]
    pub fn name(self) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(c) if self.control => c.to_ascii_uppercase().to_string(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            other => format!("{other:?}"),
        };
        if self.control { format!("Ctrl-{name}") } else { name }
    }

    fn matches(self, event: &KeyEvent) -> bool {
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::META | KeyModifiers::SUPER);
        self.code == event.code && self.control == control && !alt
    }
}

/// What a key press asks for in the present state of the reader.
#[must_use]
pub fn action_in(state: &State, event: &KeyEvent) -> Option<Action> {
    if state.awaited().is_some()
        && event.kind != KeyEventKind::Release
        && let KeyCode::Char(c) = event.code
        && event.modifiers.difference(KeyModifiers::SHIFT).is_empty()
    {
        return Some(Action::Letter(c));
    }
    if state.awaited().is_some() && control('c').matches(event) {
        return Some(Action::Close);
    }
    if state.asked().is_some() { typing_action_of(event) } else { action_of(event) }
}

/// What a key press asks for while a line is being typed.
#[must_use]
pub fn typing_action_of(event: &KeyEvent) -> Option<Action> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    if let Some(binding) = TYPING.iter().find(|binding| binding.keys.iter().any(|key| key.matches(event))) {
        return Some(binding.action);
    }
    let plain = event.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    match event.code {
        KeyCode::Char(c) if plain => Some(Action::Edit(Edit::Insert(c))),
        _ => None,
    }
}

/// What a key press asks for while nothing is being typed; none when it is bound to nothing or is a release.
#[must_use]
pub fn action_of(event: &KeyEvent) -> Option<Action> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    BINDINGS.iter().find(|binding| binding.keys.iter().any(|key| key.matches(event))).map(|binding| binding.action)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn no_key_is_bound_twice() {
        for table in [BINDINGS, TYPING] {
            let all: Vec<Key> = table.iter().flat_map(|binding| binding.keys).copied().collect();
            for (at, key) in all.iter().enumerate() {
                assert!(!all[..at].contains(key), "{}", key.name());
            }
        }
    }

    #[test]
    fn shift_is_part_of_the_letter_and_alt_is_another_key() {
        let event = |code, modifiers| KeyEvent::new(code, modifiers);
        assert_eq!(action_of(&event(KeyCode::Char('G'), KeyModifiers::SHIFT)), Some(Action::Last));
        assert_eq!(action_of(&event(KeyCode::Char('o'), KeyModifiers::CONTROL)), Some(Action::Back));
        assert_eq!(action_of(&event(KeyCode::Char('q'), KeyModifiers::ALT)), None);
        assert_eq!(action_of(&event(KeyCode::Char('z'), KeyModifiers::NONE)), None);
    }

    #[test]
    fn the_readme_shows_this_table() {
        let readme = include_str!("../../README.md");
        for binding in BINDINGS.iter().chain(TYPING) {
            let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{}`", key.name())).collect();
            let line = format!("| {} | {} |", keys.join(" "), binding.help);
            assert!(readme.contains(&line), "the README lacks the line\n{line}");
        }
    }
}
