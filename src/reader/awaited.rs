//! Keys that wait for a letter: bookmarks and copying. The letters that make sense are shown meanwhile.

use crate::tongue::Text;

use super::action::{Action, Effect};
use super::copying::CopyTarget;
use super::{Place, State, keyboards};

/// Letters of a text that a line can show at most.
const MOST_SHOWN: usize = 200;

/// What a letter is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// The name of a new bookmark.
    SetMark,
    /// The bookmark to go to.
    GoToMark,
    /// What to copy.
    Copy,
}

/// A letter that makes sense now, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The letter.
    pub letter: char,
    /// What it stands for, in words of the interface.
    pub what: String,
    /// Words of the article that belong to it.
    pub words: String,
}

impl State {
    /// What a letter is waited for.
    #[must_use]
    pub fn awaited(&self) -> Option<Awaited> {
        self.awaited
    }

    pub(super) fn wait_for_letter(&mut self, awaited: Awaited) {
        self.awaited = Some(awaited);
        self.choice = 0;
    }

    /// The chosen line of [`choices`](Self::choices).
    #[must_use]
    pub fn choice(&self) -> usize {
        self.choice
    }

    /// Chooses the line that many below, or above when negative.
    pub(super) fn move_choice(&mut self, lines: isize) {
        let last = self.choices().len().saturating_sub(1);
        self.choice = self.choice.saturating_add_signed(lines).min(last);
    }

    /// Does what the letter of the chosen line does.
    pub(super) fn take_choice(&mut self) -> Effect {
        match self.choices().get(self.choice) {
            Some(choice) => self.letter(choice.letter),
            None => {
                self.awaited = None;
                Effect::None
            }
        }
    }

    /// Deletes the chosen bookmark.
    pub(super) fn remove_choice(&mut self) {
        if !matches!(self.awaited, Some(Awaited::SetMark | Awaited::GoToMark)) {
            return;
        }
        if let Some(choice) = self.choices().get(self.choice) {
            self.marks.remove(&choice.letter);
            self.move_choice(0);
            self.say(self.tongue.bookmark_deleted(&choice.letter.to_string()));
        }
    }

    pub(super) fn letter(&mut self, letter: char) -> Effect {
        match self.awaited.take() {
            Some(Awaited::SetMark) if letter.is_alphanumeric() => self.set_mark(letter),
            Some(Awaited::SetMark) => self.say_text(Text::BadMark),
            Some(Awaited::GoToMark) => self.go_to_mark(letter),
            Some(Awaited::Copy) if self.copy_target(letter) == Some(CopyTarget::Lines) => self.begin_marking(),
            Some(Awaited::Copy) => match self.copy_target(letter).map(|target| self.copied(target)) {
                Some(Ok(copied)) => return Effect::Copy(copied),
                Some(Err(why)) => self.say_text(why),
                None => {
                    let key = self.key_for(Action::Wait(Awaited::Copy));
                    self.say(self.tongue.letter_copies_nothing(&key));
                }
            },
            None => {}
        }
        Effect::None
    }

    /// What a letter copies, or the letter that a Latin keyboard has on its key.
    fn copy_target(&self, letter: char) -> Option<CopyTarget> {
        CopyTarget::of(letter).or_else(|| CopyTarget::of(keyboards::latin(letter, self.tongue)?))
    }

    /// The letters that make sense now; none when no letter is waited for.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        match self.awaited {
            None => Vec::new(),
            Some(Awaited::SetMark | Awaited::GoToMark) => {
                let choice = |(letter, place): (&char, &Place)| Choice {
                    letter: *letter,
                    what: self.per_cent_of(*place),
                    words: self.words_at(*place),
                };
                self.marks.iter().map(choice).collect()
            }
            Some(Awaited::Copy) => CopyTarget::ALL
                .into_iter()
                .filter_map(|target| {
                    let words = self.preview(target)?;
                    Some(Choice { letter: target.letter(), what: self.tongue.text(target.name()), words })
                })
                .collect(),
        }
    }

    /// The first words of what would be copied; none when there is nothing.
    fn preview(&self, target: CopyTarget) -> Option<String> {
        match target {
            // They are marked then.
            CopyTarget::Lines => (!self.article.blocks.is_empty()).then(String::new),
            // Too long to be copied for a look.
            CopyTarget::Article => Some(self.article.headline.clone().unwrap_or_default()),
            CopyTarget::Paragraph => {
                let words = self.words_at(Place { block: self.block_here(), byte: 0 });
                (!words.is_empty()).then_some(words)
            }
            // One line: in the next stands another text, which what is left open in this one would reorder.
            _ => self.copied(target).ok().map(|copied| {
                let first = copied.text.lines().find(|line| !line.trim().is_empty());
                first.unwrap_or_default().chars().take(MOST_SHOWN).collect()
            }),
        }
    }

    fn per_cent_of(&self, place: Place) -> String {
        let before = self.bytes_before.get(place.block).copied().unwrap_or(0).saturating_add(place.byte);
        let all = self.bytes_before.last().copied().unwrap_or(0).max(1);
        self.tongue.per_cent_of(before, all)
    }

    /// As much of the text as a line can show.
    fn words_at(&self, place: Place) -> String {
        let text = |block: usize| self.article.blocks.get(block).map_or("", |block| &*block.text);
        // Between two blocks it is the next one that a reader sees.
        let rest = text(place.block).get(place.byte..).filter(|rest| !rest.is_empty());
        rest.unwrap_or_else(|| text(place.block.saturating_add(1))).chars().take(MOST_SHOWN).collect()
    }
}
