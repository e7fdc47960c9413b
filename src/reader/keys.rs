//! The one table of keys: dispatch, the help screen, the manual page, the README and the configuration come from it.
//!
//! What is pressed means something else while a line is being typed and while a letter is waited for, so there are three
//! tables. [`Keymap`] has the keys as the person wants them; nothing but it says what a key does.

mod key;
mod keymap;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::prompt::Edit;
use super::{Action, Awaited, State, Tab};

pub use key::Key;
use key::{control, key, letter};
pub use keymap::{Keymap, Objection, Request};

/// One line of a table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// What the configuration calls it.
    pub name: &'static str,
    /// The keys, each of which does it, unless somebody chose others.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// What the help screen says.
    pub help: &'static str,
}

const fn binding(name: &'static str, keys: &'static [Key], action: Action, help: &'static str) -> Binding {
    Binding { name, keys, action, help }
}

/// What is going on when a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// Nothing is asked for.
    Reading,
    /// A line is being typed.
    Typing,
    /// A letter is waited for, and those that make sense are listed.
    Choosing,
}

impl Context {
    /// All of them, in the order of the help screen.
    pub const ALL: [Self; 3] = [Self::Reading, Self::Typing, Self::Choosing];

    /// Its table.
    #[must_use]
    pub fn bindings(self) -> &'static [Binding] {
        match self {
            Self::Reading => READING,
            Self::Typing => TYPING,
            Self::Choosing => CHOOSING,
        }
    }

    /// The name of its table in the configuration.
    #[must_use]
    pub fn table(self) -> &'static str {
        match self {
            Self::Reading => "keys",
            Self::Typing => "keys.typing",
            Self::Choosing => "keys.choosing",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Reading => "keys",
            Self::Typing => "while a line is typed",
            Self::Choosing => "in a list of letters",
        }
    }

    /// The action without which nobody gets out.
    fn way_out(self) -> Action {
        match self {
            Self::Reading => Action::Quit,
            Self::Typing | Self::Choosing => Action::Close,
        }
    }
}

/// Every key, in the order of the help screen.
const READING: &[Binding] = &[
    binding("line-down", &[letter('j'), key(KeyCode::Down)], Action::Lines(1), "one line down"),
    binding("line-up", &[letter('k'), key(KeyCode::Up)], Action::Lines(-1), "one line up"),
    binding("page-down", &[letter(' '), key(KeyCode::PageDown)], Action::Pages(1), "a page down"),
    binding("page-up", &[letter('b'), key(KeyCode::PageUp)], Action::Pages(-1), "a page up"),
    binding("half-page-down", &[letter('d')], Action::HalfPages(1), "half a page down"),
    binding("half-page-up", &[letter('u')], Action::HalfPages(-1), "half a page up"),
    binding("top", &[letter('g'), key(KeyCode::Home)], Action::First, "to the beginning"),
    binding("bottom", &[letter('G'), key(KeyCode::End)], Action::Last, "to the end"),
    binding("next-paragraph", &[letter('}')], Action::Blocks(1), "next paragraph"),
    binding("previous-paragraph", &[letter('{')], Action::Blocks(-1), "previous paragraph"),
    binding("switch-focus", &[key(KeyCode::Tab), key(KeyCode::BackTab)], Action::SwitchFocus, "article or sidebar"),
    binding("entities", &[letter('1')], Action::ShowTab(Tab::Entities), "sidebar: entities"),
    binding("quotes", &[letter('2')], Action::ShowTab(Tab::Quotes), "sidebar: quotes"),
    binding("outline", &[letter('3')], Action::ShowTab(Tab::Outline), "sidebar: outline"),
    binding("jump", &[key(KeyCode::Enter)], Action::Jump, "jump; in the text: list"),
    binding("next-place", &[letter('n')], Action::NextPlace(1), "its next place"),
    binding("previous-place", &[letter('N')], Action::NextPlace(-1), "its previous place"),
    binding("back", &[letter('['), control('o')], Action::Back, "back from the jump"),
    binding("forward", &[letter(']')], Action::Forward, "forward again"),
    binding("next-mention", &[letter('w')], Action::Stops(1), "next mention or link"),
    binding("previous-mention", &[letter('W')], Action::Stops(-1), "previous mention or link"),
    binding("open-link", &[letter('o')], Action::OpenLink, "open the link"),
    binding("search", &[letter('/')], Action::Search, "search; narrow the list"),
    binding("set-bookmark", &[letter('m')], Action::Wait(Awaited::SetMark), "set a bookmark"),
    binding("bookmarks", &[letter('\'')], Action::Wait(Awaited::GoToMark), "go to a bookmark"),
    binding("details", &[letter('i')], Action::Details, "more about a line"),
    binding("mark-lines", &[letter('v')], Action::MarkLines, "mark lines to copy"),
    binding("copy", &[letter('y')], Action::Wait(Awaited::Copy), "copy: what, by a letter"),
    binding("sidebar", &[letter('s')], Action::ToggleSidebar, "hide or show the sidebar"),
    binding("next-article", &[letter('>')], Action::Articles(1), "next article"),
    binding("previous-article", &[letter('<')], Action::Articles(-1), "previous article"),
    binding("wider", &[letter('+')], Action::Measure(4), "wider text"),
    binding("narrower", &[letter('-')], Action::Measure(-4), "narrower text"),
    binding("mouse", &[letter('M')], Action::ToggleMouse, "mouse on or off"),
    binding("bidi", &[letter('B')], Action::CycleBidi, "other right-to-left order"),
    binding("theme", &[letter('T')], Action::CycleTheme, "other colours"),
    binding("redraw", &[control('l')], Action::Redraw, "draw the screen again"),
    binding("suspend", &[control('z')], Action::Suspend, "to the shell; fg returns"),
    binding("help", &[letter('?')], Action::ToggleHelp, "this help"),
    binding("close", &[key(KeyCode::Esc)], Action::Close, "close what is open"),
    binding("quit", &[letter('q'), control('c')], Action::Quit, "quit"),
];

/// Keys while a line is being typed; every other letter is typed.
const TYPING: &[Binding] = &[
    binding("accept", &[key(KeyCode::Enter)], Action::Accept, "keep what is shown"),
    binding("close", &[key(KeyCode::Esc), control('c')], Action::Close, "back to before"),
    binding("left", &[key(KeyCode::Left)], Action::Edit(Edit::Left), "cursor to the left"),
    binding("right", &[key(KeyCode::Right)], Action::Edit(Edit::Right), "cursor to the right"),
    binding("start", &[key(KeyCode::Home), control('a')], Action::Edit(Edit::Start), "before everything"),
    binding("end", &[key(KeyCode::End), control('e')], Action::Edit(Edit::End), "behind everything"),
    binding("backspace", &[key(KeyCode::Backspace)], Action::Edit(Edit::Backspace), "remove the letter before"),
    binding("delete", &[key(KeyCode::Delete), control('d')], Action::Edit(Edit::Delete), "remove the letter behind"),
    binding("delete-word", &[control('w')], Action::Edit(Edit::DeleteWord), "remove the word before"),
    binding("delete-to-start", &[control('u')], Action::Edit(Edit::DeleteToStart), "remove all before"),
    binding("earlier", &[key(KeyCode::Up), control('p')], Action::Edit(Edit::Earlier), "typed earlier"),
    binding("later", &[key(KeyCode::Down), control('n')], Action::Edit(Edit::Later), "typed later"),
    binding("exact", &[control('r')], Action::ToggleExact, "exact, or as it reads"),
    binding("redraw", &[control('l')], Action::Redraw, "draw the screen again"),
    binding("suspend", &[control('z')], Action::Suspend, "to the shell; fg returns"),
];

/// Keys while a letter is waited for; the letters stand for what is listed.
const CHOOSING: &[Binding] = &[
    binding("next", &[key(KeyCode::Down), control('n')], Action::Choose(1), "one line down"),
    binding("previous", &[key(KeyCode::Up), control('p')], Action::Choose(-1), "one line up"),
    binding("first", &[key(KeyCode::Home)], Action::Choose(isize::MIN), "to the beginning"),
    binding("last", &[key(KeyCode::End)], Action::Choose(isize::MAX), "to the end"),
    binding("accept", &[key(KeyCode::Enter)], Action::Accept, "take the line"),
    binding("delete", &[key(KeyCode::Delete), control('d')], Action::Remove, "delete the bookmark"),
    binding("close", &[key(KeyCode::Esc), control('c')], Action::Close, "back to before"),
    binding("redraw", &[control('l')], Action::Redraw, "draw the screen again"),
    binding("suspend", &[control('z')], Action::Suspend, "to the shell; fg returns"),
];

impl State {
    /// What is going on.
    fn context(&self) -> Context {
        if self.asked().is_some() {
            Context::Typing
        } else if self.awaited().is_some() {
            Context::Choosing
        } else {
            Context::Reading
        }
    }

    /// What a key press asks for now; none when it is bound to nothing or is a release.
    #[must_use]
    pub fn action_of(&self, event: &KeyEvent) -> Option<Action> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let plain = event.modifiers.difference(KeyModifiers::SHIFT).is_empty();
        let context = self.context();
        // Lazily: what has no Latin key must not take the found action away.
        self.keymap().action(context, event).or_else(|| match (context, event.code) {
            (Context::Typing, KeyCode::Char(c)) if plain => Some(Action::Edit(Edit::Insert(c))),
            (Context::Choosing, KeyCode::Char(c)) if plain => Some(Action::Letter(c)),
            // Any other key ends the wait and does what it always does.
            (Context::Choosing, _) => self.keymap().action(Context::Reading, event),
            (Context::Reading, _) => self.keymap().reading_action(event, self.tongue()),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn no_key_and_no_name_stands_twice_in_a_table() {
        for context in Context::ALL {
            let keys: Vec<Key> = context.bindings().iter().flat_map(|binding| binding.keys).copied().collect();
            let names: Vec<&str> = context.bindings().iter().map(|binding| binding.name).collect();
            for at in 0..keys.len() {
                assert!(!keys[..at].contains(&keys[at]), "{}", keys[at].name());
            }
            for at in 0..names.len() {
                assert!(!names[..at].contains(&names[at]), "{}", names[at]);
                assert!(names[at].bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", names[at]);
            }
        }
    }

    /// Of every table, in a reader in which that is going on; the help screen has a line for each.
    #[test]
    fn every_binding_is_reached_by_each_of_its_keys_and_in_the_help() {
        let article = crate::formats::open_bundled().unwrap().article;
        let mut state = State::new(article, super::super::Settings::of_size((200, 100)));
        let ways = [
            (Context::Reading, Action::Close),
            (Context::Typing, Action::Search),
            (Context::Choosing, Action::Wait(Awaited::Copy)),
        ];
        for (context, way) in ways {
            state.update(way);
            for binding in context.bindings() {
                for key in binding.keys {
                    assert_eq!(state.action_of(&key.press()), Some(binding.action), "{context:?} {}", key.name());
                }
            }
            state.update(Action::Close);
        }
        state.update(Action::ToggleHelp);
        let frame = crate::view::draw(&mut state);
        let screen: String = frame.content.iter().map(|cell| cell.symbol()).collect();
        for binding in Context::ALL.into_iter().flat_map(Context::bindings) {
            let keys: Vec<String> = binding.keys.iter().map(|key| key.name()).collect();
            let line = format!("{:<14}{}", keys.join(" "), binding.help);
            assert!(screen.contains(&line), "{line}");
        }
    }

    #[test]
    fn the_readme_shows_these_tables() {
        let readme = include_str!("../../README.md");
        for binding in Context::ALL.into_iter().flat_map(Context::bindings) {
            let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{}`", key.name())).collect();
            let line = format!("| {} | {} | {} |", keys.join(" "), binding.help, binding.name);
            assert!(readme.contains(&line), "the README lacks the line\n{line}");
        }
    }
}
