//! Going from article to article: each that was read keeps its place.

use std::collections::HashMap;

use crate::reader::{Action, Settings, State};
use crate::shelf::{Found, Place, Shelf};
use crate::tongue::{Text, Tongue};

/// Articles that are kept as they were left; of more, those that were left longest ago begin anew.
const KEPT: usize = 64;

/// The shelf, the article that is being read, and those that were.
#[derive(Debug)]
pub struct Desk {
    shelf: Shelf,
    place: Place,
    settings: Settings,
    /// The readers of articles that were left, and when that was.
    kept: HashMap<Place, (State, u64)>,
    turns: u64,
}

impl Desk {
    /// A desk with an article of the shelf on it, and its reader.
    #[must_use]
    pub fn new(shelf: Shelf, found: Found, settings: Settings) -> (Self, State) {
        let desk = Self { place: found.place, shelf, settings, kept: HashMap::new(), turns: 0 };
        let state = desk.reader(found);
        (desk, state)
    }

    /// Puts the next article (1), or the one before (-1), into `state`; what was there is kept. True when it is an
    /// article that was not kept. Where there is none, `state` says so.
    pub fn turn(&mut self, state: &mut State, steps: isize) -> bool {
        let found = match self.shelf.beside(self.place, steps > 0) {
            Ok(found) => found,
            Err(passed) => {
                let tongue = state.tongue();
                let end = tongue.text(if steps > 0 { Text::LastArticle } else { Text::FirstArticle });
                state.say(match passed.first() {
                    Some(why) => tongue.and_why(&end, &why.to_string()),
                    None => end,
                });
                return false;
            }
        };
        let (place, size) = (found.place, state.size());
        let message = message(&found, self.settings.tongue);
        let (next, is_new) = match self.kept.remove(&place) {
            Some((mut kept, _)) => {
                kept.update(Action::Resize(size.0, size.1));
                (kept, false)
            }
            None => {
                self.settings.size = size;
                (self.reader(found), true)
            }
        };
        let left = std::mem::replace(state, next);
        self.keep(left);
        self.place = place;
        if let Some(message) = message {
            state.say(message);
        }
        is_new
    }

    fn reader(&self, found: Found) -> State {
        let among = self.shelf.position(found.place, self.settings.tongue);
        let mut state = State::new(found.opened.article, self.settings.clone());
        state.stand_among(among);
        state
    }

    fn keep(&mut self, state: State) {
        self.turns += 1;
        self.kept.insert(self.place, (state, self.turns));
        if self.kept.len() > KEPT {
            let oldest = self.kept.iter().min_by_key(|(_, (_, turn))| *turn).map(|(place, _)| *place);
            oldest.and_then(|place| self.kept.remove(&place));
        }
    }
}

/// What is to be told of an article that was found.
fn message(found: &Found, tongue: Tongue) -> Option<String> {
    let passed = found.passed.iter().map(ToString::to_string);
    let words: Vec<String> = passed.chain(found.opened.warnings.iter().map(ToString::to_string)).collect();
    summary(&words, tongue)
}

/// Several problems in the one line that there is room for.
#[must_use]
pub fn summary(problems: &[String], tongue: Tongue) -> Option<String> {
    match problems {
        [] => None,
        [one] => Some(tongue.isolated(one)),
        [first, rest @ ..] => Some(tongue.problems(rest.len() + 1, first)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::shelf::Source;

    #[test]
    fn an_article_keeps_its_place_and_takes_the_size_of_the_screen() {
        let path = std::env::temp_dir().join(format!("newsreader-desk-{}.jsonl", std::process::id()));
        let text = "جملة طويلة من هذا الخبر.\\n\\n".repeat(80);
        let rows: String = (1..=3).map(|n| format!("{{\"title\": \"خبر {n}\", \"text\": \"{text}\"}}\n")).collect();
        std::fs::write(&path, rows).unwrap();
        let mut shelf = Shelf::new(vec![Source::File(path.clone())], None);
        let found = shelf.first().unwrap();
        let settings = Settings { measure: 60, ..Settings::of_size((80, 24)) };
        let (mut desk, mut state) = Desk::new(shelf, found, settings);
        let headline = |state: &State| state.article().headline.clone().unwrap();

        state.update(Action::Lines(9));
        let top = state.top();
        assert_ne!(top, crate::layout::page::Line::default());
        assert!(desk.turn(&mut state, 1));
        assert_eq!((headline(&state), state.among()), ("خبر 2".to_owned(), Some("2/3")));
        assert_eq!(state.top(), crate::layout::page::Line::default());
        state.update(Action::Resize(70, 20));
        assert!(!desk.turn(&mut state, -1), "it was kept");
        assert_eq!((headline(&state), state.size(), state.among()), ("خبر 1".to_owned(), (70, 20), Some("1/3")));
        assert_eq!(state.top().text, top.text, "the same paragraph");
        assert!(!desk.turn(&mut state, -1));
        assert_eq!((headline(&state), state.message()), ("خبر 1".to_owned(), Some("this is the first article")));
        desk.turn(&mut state, 1);
        assert!(desk.turn(&mut state, 1));
        assert!(!desk.turn(&mut state, 1));
        assert_eq!((headline(&state), state.message()), ("خبر 3".to_owned(), Some("this is the last article")));
        std::fs::remove_file(&path).unwrap();
    }
}
