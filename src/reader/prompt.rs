//! A line that is being typed, with its cursor: in logical order, as the text it looks for.

use unicode_segmentation::UnicodeSegmentation;

use crate::article::script_direction;

/// Bytes that can be typed or pasted; more is not a thing to look for.
const MOST_BYTES: usize = 1_000;
/// Lines remembered.
const MOST_REMEMBERED: usize = 100;

/// Changes a [`Prompt`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Puts a character in at the cursor.
    Insert(char),
    /// Takes the cluster before the cursor out.
    Backspace,
    /// Takes the cluster behind the cursor out.
    Delete,
    /// Takes the word before the cursor out.
    DeleteWord,
    /// Takes everything before the cursor out.
    DeleteToStart,
    /// Moves the cursor to what the screen shows on its left: forward in right-to-left text.
    Left,
    /// Moves the cursor to what the screen shows on its right.
    Right,
    /// Before everything.
    Start,
    /// Behind everything.
    End,
    /// The line that was typed before this one.
    Earlier,
    /// The line that was typed after it.
    Later,
}

/// A line that is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prompt {
    text: String,
    /// A byte of `text`, between clusters.
    cursor: usize,
    /// What was typed at other times, the latest last.
    earlier: Vec<String>,
    /// Which of them is shown, and what was being typed instead.
    shown: Option<(usize, String)>,
}

impl Prompt {
    /// Begins a new line.
    pub fn open(&mut self) {
        self.text.clear();
        self.cursor = 0;
        self.shown = None;
    }

    /// Remembers the line, for [`Edit::Earlier`].
    pub fn remember(&mut self) {
        if !self.text.is_empty() && self.earlier.last() != Some(&self.text) {
            self.earlier.retain(|line| *line != self.text);
            self.earlier.push(self.text.clone());
            if self.earlier.len() > MOST_REMEMBERED {
                self.earlier.remove(0);
            }
        }
    }

    /// What has been typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte of the text before which the next letter goes.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether the line runs from right to left: by its first strong character, else as `fallback` says.
    #[must_use]
    pub fn is_rtl(&self, fallback: bool) -> bool {
        script_direction(&self.text).unwrap_or(fallback)
    }

    /// Does an edit; whether the text is another now. `rtl` is the direction of an empty line.
    pub fn edit(&mut self, edit: Edit, rtl: bool) -> bool {
        let before = self.text.clone();
        match edit {
            Edit::Insert(c) => self.insert(c),
            Edit::Backspace => self.remove(self.previous()),
            Edit::Delete => {
                let next = self.next();
                self.text.replace_range(self.cursor..next, "");
            }
            Edit::DeleteWord => self.remove(self.word_start()),
            Edit::DeleteToStart => self.remove(0),
            Edit::Left if self.is_rtl(rtl) => self.cursor = self.next(),
            Edit::Left => self.cursor = self.previous(),
            Edit::Right if self.is_rtl(rtl) => self.cursor = self.previous(),
            Edit::Right => self.cursor = self.next(),
            Edit::Start => self.cursor = 0,
            Edit::End => self.cursor = self.text.len(),
            Edit::Earlier => self.recall(-1),
            Edit::Later => self.recall(1),
        }
        self.text != before
    }

    fn insert(&mut self, c: char) {
        // A line break is pasted, not typed; it is looked for as a blank.
        let c = if c.is_control() { ' ' } else { c };
        if self.text.len() + c.len_utf8() <= MOST_BYTES {
            self.text.insert(self.cursor, c);
            self.cursor += c.len_utf8();
        }
    }

    fn remove(&mut self, from: usize) {
        self.text.replace_range(from..self.cursor, "");
        self.cursor = from;
    }

    fn previous(&self) -> usize {
        self.text[..self.cursor].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn next(&self) -> usize {
        self.text[self.cursor..].graphemes(true).next().map_or(self.cursor, |cluster| self.cursor + cluster.len())
    }

    fn word_start(&self) -> usize {
        let before = self.text[..self.cursor].trim_end();
        before.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8())
    }

    fn recall(&mut self, step: isize) {
        let at = self.shown.as_ref().map_or(self.earlier.len(), |(at, _)| *at);
        let to = at.saturating_add_signed(step).min(self.earlier.len());
        if to == at {
            return;
        }
        let typed = self.shown.take().map_or_else(|| std::mem::take(&mut self.text), |(_, typed)| typed);
        match self.earlier.get(to) {
            Some(line) => {
                self.text.clone_from(line);
                self.shown = Some((to, typed));
            }
            None => self.text = typed,
        }
        self.cursor = self.text.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Prompt {
        let mut prompt = Prompt::default();
        for c in text.chars() {
            prompt.edit(Edit::Insert(c), false);
        }
        prompt
    }

    #[test]
    fn arrows_go_where_they_point() {
        let mut prompt = typed("سلام");
        assert_eq!(prompt.cursor(), 8);
        prompt.edit(Edit::Left, false);
        assert_eq!(prompt.cursor(), 8);
        prompt.edit(Edit::Right, false);
        assert_eq!(prompt.cursor(), 6);
        let mut prompt = typed("ab");
        prompt.edit(Edit::Left, true);
        assert_eq!(prompt.cursor(), 1);
        prompt.edit(Edit::Insert('x'), true);
        assert_eq!(prompt.text(), "axb");
    }

    #[test]
    fn clusters_are_taken_out_whole_and_words_too() {
        let mut prompt = typed("قال سَ");
        assert!(prompt.edit(Edit::Backspace, true));
        assert_eq!(prompt.text(), "قال ");
        prompt.edit(Edit::DeleteWord, true);
        assert_eq!(prompt.text(), "");
        assert!(!prompt.edit(Edit::Backspace, true));
        let mut prompt = typed("one two");
        prompt.edit(Edit::Start, false);
        prompt.edit(Edit::Delete, false);
        assert_eq!(prompt.text(), "ne two");
        prompt.edit(Edit::End, false);
        prompt.edit(Edit::DeleteToStart, false);
        assert_eq!(prompt.text(), "");
    }

    #[test]
    fn earlier_lines_come_back_and_so_does_the_one_begun() {
        let mut prompt = typed("first");
        prompt.remember();
        prompt.open();
        for c in "sec".chars() {
            prompt.edit(Edit::Insert(c), false);
        }
        prompt.edit(Edit::Earlier, false);
        assert_eq!(prompt.text(), "first");
        prompt.edit(Edit::Earlier, false);
        assert_eq!(prompt.text(), "first");
        prompt.edit(Edit::Later, false);
        assert_eq!(prompt.text(), "sec");
    }

    #[test]
    fn what_is_pasted_stays_one_line_and_ends_somewhere() {
        let mut prompt = typed("a\nb\u{1b}");
        assert_eq!(prompt.text(), "a b ");
        for _ in 0..2_000 {
            prompt.edit(Edit::Insert('x'), false);
        }
        assert_eq!(prompt.text().len(), MOST_BYTES);
    }
}
