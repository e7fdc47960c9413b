//! Places that outlive the screen: where somebody reads, bookmarks, what the jump list holds.

use std::collections::BTreeMap;

use super::{Action, Anchor, Awaited, Jump, State};

/// A block and a byte in its text. It may lie outside an article that has changed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// Index into [`Article::blocks`](crate::article::Article::blocks).
    pub block: usize,
    /// A byte of its text; of a table that is fitted to the width as many of its rows as have begun, which is the same at
    /// every width.
    pub byte: usize,
}

/// What is worth remembering of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remembered {
    /// The first line on screen.
    pub place: Place,
    /// Bookmarks by their letters.
    pub marks: BTreeMap<char, Place>,
    /// Where jumps led away from, the latest last.
    pub jumps: Vec<Place>,
}

/// Jumps worth remembering.
const MOST_JUMPS: usize = 50;

impl State {
    /// The place of the first line on screen.
    pub fn place(&mut self) -> Place {
        if self.page.is_unfinished(self.anchor.block) {
            // Only its beginning is laid out; the anchor knows where the reader is.
            return Place { block: self.anchor.block, byte: self.anchor.byte };
        }
        let byte = self.page.byte_of(self.top);
        self.place_at(self.top.text, byte)
    }

    /// The place of a byte of what is shown of a block.
    fn place_at(&mut self, block: usize, byte: usize) -> Place {
        if !self.page.is_fitted(block) {
            return Place { block, byte };
        }
        let width = self.page.layout(block).options().width;
        Place { block, byte: self.page.texts().table_row(block, width, byte) }
    }

    /// What is worth remembering of this visit.
    pub fn remembered(&mut self) -> Remembered {
        let behind = self.jumps[self.jumped.saturating_sub(MOST_JUMPS)..self.jumped].to_vec();
        let jumps = behind.iter().map(|jump| self.place_at(jump.anchor.block, jump.anchor.byte)).collect();
        Remembered { place: self.place(), marks: self.marks.clone(), jumps }
    }

    /// Goes on where a former visit ended, and says so when that is not the beginning.
    pub fn recall(&mut self, remembered: &Remembered) {
        let jump = |place: &Place| Jump { anchor: self.anchor_of(*place), selection: None };
        let jumps = remembered.jumps.iter().map(jump).collect();
        self.jumps = jumps;
        self.jumped = self.jumps.len();
        self.marks.clone_from(&remembered.marks);
        let anchor = self.anchor_of(remembered.place);
        self.return_to_view(Jump { anchor, selection: None });
        if self.top != self.page.first() {
            let (visible, all) = self.visible_bytes();
            let (per_cent, top) = (self.tongue.per_cent_of(visible.start, all), self.key_for(Action::First));
            self.tell(self.tongue.left_at(&per_cent, &top));
        }
    }

    /// An anchor at a place, or at what is nearest to it in this article.
    fn anchor_of(&mut self, place: Place) -> Anchor {
        let Some(last) = self.article.blocks.len().checked_sub(1) else { return Anchor::default() };
        if place.block > last {
            return Anchor { block: last, ..Anchor::default() };
        }
        if self.page.is_fitted(place.block) {
            let width = self.page.layout(place.block).options().width;
            let byte = self.page.texts().table_byte(place.block, width, place.byte);
            return Anchor { block: place.block, byte, ..Anchor::default() };
        }
        let text = &self.article.blocks[place.block].text;
        if text.is_empty() {
            // What is shown instead has bytes of its own.
            return Anchor { block: place.block, byte: place.byte, ..Anchor::default() };
        }
        let byte = (0..=place.byte.min(text.len())).rev().find(|&byte| text.is_char_boundary(byte));
        Anchor { block: place.block, byte: byte.unwrap_or(0), ..Anchor::default() }
    }

    pub(super) fn set_mark(&mut self, letter: char) {
        let place = self.place();
        self.marks.insert(letter, place);
        let list = self.key_for(Action::Wait(Awaited::GoToMark));
        self.say(self.tongue.bookmark_set(&letter.to_string(), &format!("{list} {letter}")));
    }

    pub(super) fn go_to_mark(&mut self, letter: char) {
        let Some(place) = self.marks.get(&letter).copied() else {
            let set = self.key_for(Action::Wait(Awaited::SetMark));
            return self.say(self.tongue.no_bookmark(&letter.to_string(), &format!("{set} {letter}")));
        };
        self.jump_to(place);
    }

    /// Shows a place at the top of the screen; the jump list leads back.
    fn jump_to(&mut self, place: Place) {
        self.leave_sidebar();
        let before = (self.top, self.here());
        let anchor = self.anchor_of(place);
        self.return_to_view(Jump { anchor, selection: None });
        if self.top != before.0 {
            self.remember_jump(before.1);
        }
        if !self.page.is_unfinished(place.block) {
            self.set_anchor();
        }
    }
}
