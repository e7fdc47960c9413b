//! Many texts under each other: the page that a reader scrolls through.
//!
//! Only what is looked at is laid out, and nothing depends on how much lies above: a position on the
//! page is a text and a row in it, never a row number from the top.
//!
//! A text of megabytes would take longer than a key may (256 KiB). Of it the page shows the beginning, and
//! [`Page::long_text`] gives out the [`Job`] of laying it out, to be done in another thread; [`Page::finish`] takes the
//! result. The rows of the beginning stay what they were.

use std::collections::HashMap;
use std::sync::Arc;

use super::long::{Job, LONG, beginning};
use super::{Direction, Justify, Marks, Options, Row, TextLayout};

/// Where a page gets its texts from.
pub trait Texts {
    /// How many there are.
    fn count(&self) -> usize;
    /// Text `index`, less than [`count`](Texts::count).
    fn text(&self, index: usize) -> Arc<str>;
    /// Its base direction.
    fn direction(&self, index: usize) -> Direction;
    /// Columns that are kept free at its starting side (a list's bullet, a quotation's bar).
    fn inset(&self, index: usize) -> u16 {
        let _ = index;
        0
    }
    /// Whether text `index` is another for every width, as a table is: then [`fitted_text`](Texts::fitted_text) is shown.
    fn is_fitted(&self, index: usize) -> bool {
        let _ = index;
        false
    }
    /// Text `index` for rows of `width` columns.
    fn fitted_text(&self, index: usize, width: u16) -> Arc<str> {
        let _ = width;
        self.text(index)
    }
    /// Whether its rows may be filled to the width, where that is asked for.
    fn may_justify(&self, index: usize) -> bool {
        let _ = index;
        true
    }
    /// Empty rows between it and the next text.
    fn gap_after(&self, index: usize) -> u16 {
        let _ = index;
        0
    }
}

/// A row of a page: a text and a row in it. Rows behind the last one of a text are its gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Line {
    /// Which text.
    pub text: usize,
    /// Which row of it, from 0.
    pub row: usize,
}

/// Layouts kept at most, and bytes of text in them.
const KEPT_LAYOUTS: usize = 128;
const KEPT_BYTES: usize = 4 << 20;

#[derive(Debug)]
struct Kept {
    /// When it was looked at last.
    used: u64,
    layout: TextLayout,
    /// The long text of which the layout is only the beginning.
    whole: Option<Arc<str>>,
}

impl Kept {
    /// Lays out text `index`, of a text of more than `most` bytes the beginning.
    fn new(texts: &impl Texts, index: usize, options: Options, most: usize) -> Self {
        let text = texts.text(index);
        let (text, whole) = if text.len() > most {
            (beginning(Arc::clone(&text)), Some(text))
        } else if texts.is_fitted(index) {
            (texts.fitted_text(index, options.width), None)
        } else {
            (text, None)
        };
        Self { used: 0, layout: TextLayout::new(text, texts.direction(index), options), whole }
    }
}

/// Texts, a width, and the layouts of those that were looked at last.
#[derive(Debug)]
pub struct Page<T> {
    texts: T,
    width: u16,
    marks: Marks,
    justify: Justify,
    kept: HashMap<usize, Kept>,
    clock: u64,
    /// Bytes of a text that are laid out at once.
    most: usize,
    /// The long text that was laid out last, all of it.
    long: Option<(usize, TextLayout)>,
    /// The long text of which only the beginning was there when it was last looked at.
    wanted: Option<usize>,
}

impl<T: Texts> Page<T> {
    /// A page of `width` columns.
    pub fn new(texts: T, width: u16, marks: Marks) -> Self {
        let (justify, kept) = (Justify::Start, HashMap::new());
        Self { texts, width, marks, justify, kept, clock: 0, most: LONG, long: None, wanted: None }
    }

    /// The same page for who can wait: long texts are laid out whole like all others, and none aside.
    #[must_use]
    pub fn with_whole_texts(self) -> Self {
        Self { most: usize::MAX, ..self }
    }

    /// What the page shows.
    pub fn texts(&self) -> &T {
        &self.texts
    }

    /// What the page shows, for changes that leave every text as it is.
    pub fn texts_mut(&mut self) -> &mut T {
        &mut self.texts
    }

    /// Columns.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Changes the width. Layouts keep what does not depend on it.
    pub fn set_width(&mut self, width: u16) {
        self.width = width;
    }

    /// Says whether rows are filled to the width.
    pub fn set_justify(&mut self, justify: Justify) {
        self.justify = justify;
    }

    /// The layout of text `index` at the present width. Panics when there is no such text.
    pub fn layout(&mut self, index: usize) -> &mut TextLayout {
        let options = self.options(index);
        let justify = if self.texts.may_justify(index) { self.justify } else { Justify::Start };
        if self.is_done(index) {
            // Looked up twice: the borrow of a returned reference would last too long.
            let layout = &mut self.long.as_mut().expect("it was just seen").1;
            layout.set_justify(justify);
            return layout;
        }
        // What is kept needs no text: to join the cells of a table again for every row takes too long.
        let serves =
            |kept: &Kept| kept.layout.options() == options || kept.whole.is_some() || !self.texts.is_fitted(index);
        if !self.kept.get(&index).is_some_and(serves) {
            self.kept.remove(&index);
            self.forget_old();
        }
        self.clock += 1;
        let kept = self.kept.entry(index).or_insert_with(|| Kept::new(&self.texts, index, options, self.most));
        kept.used = self.clock;
        if kept.whole.is_some() {
            self.wanted = Some(index);
        }
        kept.layout.set_options(options);
        kept.layout.set_justify(justify);
        &mut kept.layout
    }

    /// Whether all of the long text `index` is laid out at the present width.
    fn is_done(&self, index: usize) -> bool {
        self.long.as_ref().is_some_and(|(long, layout)| *long == index && layout.options() == self.options(index))
    }

    fn options(&self, index: usize) -> Options {
        let width = self.width.saturating_sub(self.texts.inset(index)).max(1);
        Options { width, marks: self.marks }
    }

    /// Whether text `index` is shown as it was [fitted](Texts::is_fitted) to the width: one so long that it is laid out
    /// aside is not.
    pub fn is_fitted(&mut self, index: usize) -> bool {
        if index >= self.texts.count() || !self.texts.is_fitted(index) || self.is_done(index) {
            return false;
        }
        self.layout(index);
        self.kept.get(&index).is_some_and(|kept| kept.whole.is_none())
    }

    /// Whether only the beginning of text `index` is laid out at the present width.
    #[must_use]
    pub fn is_unfinished(&self, index: usize) -> bool {
        if index >= self.texts.count() || self.is_done(index) {
            return false;
        }
        match self.kept.get(&index) {
            Some(kept) => kept.whole.is_some(),
            None => self.texts.text(index).len() > self.most,
        }
    }

    /// What is to be done aside: the long text that was looked at last, if only its beginning is there.
    #[must_use]
    pub fn long_text(&self) -> Option<Job> {
        let index = self.wanted.filter(|&index| self.is_unfinished(index))?;
        let options = self.options(index);
        let base =
            self.long.as_ref().filter(|(long, layout)| *long == index && layout.options().marks == options.marks);
        Some(Job {
            index,
            base: base.map(|(_, layout)| layout.with_options(options)),
            text: self.whole(index),
            direction: self.texts.direction(index),
            options,
        })
    }

    fn whole(&self, index: usize) -> Arc<str> {
        let whole = self.kept.get(&index).and_then(|kept| kept.whole.clone());
        whole.unwrap_or_else(|| self.texts.text(index))
    }

    /// Takes what came of a [`Job`].
    pub fn finish(&mut self, job: &Job, layout: TextLayout) {
        self.long = Some((job.index, layout));
        self.kept.remove(&job.index);
    }

    fn forget_old(&mut self) {
        let bytes: usize = self.kept.values().map(|kept| kept.layout.text().len()).sum();
        if self.kept.len() < KEPT_LAYOUTS && bytes < KEPT_BYTES {
            return;
        }
        let mut used: Vec<u64> = self.kept.values().map(|kept| kept.used).collect();
        used.sort_unstable();
        let middle = used[used.len() / 2];
        self.kept.retain(|_, kept| kept.used > middle);
    }

    /// The cells of a line; none for a line of a gap.
    pub fn row(&mut self, line: Line) -> Option<Arc<Row>> {
        self.layout(line.text).row(line.row)
    }

    /// Rows of text `index` with its gap. Lays out the whole text.
    pub fn height(&mut self, index: usize) -> usize {
        let gap = if index + 1 < self.texts.count() { usize::from(self.texts.gap_after(index)) } else { 0 };
        self.layout(index).row_count() + gap
    }

    /// The first line of the page.
    #[must_use]
    pub fn first(&self) -> Line {
        Line::default()
    }

    /// The last line of the page that shows text; the first when there are no texts.
    pub fn last(&mut self) -> Line {
        match self.texts.count().checked_sub(1) {
            Some(text) => Line { text, row: self.height(text) - 1 },
            None => Line::default(),
        }
    }

    /// The line below; none below the last.
    pub fn below(&mut self, line: Line) -> Option<Line> {
        let next = Line { row: line.row + 1, ..line };
        if line.text >= self.texts.count() {
            return None;
        }
        // A long text need not be laid out to its end to know that it goes on.
        if self.layout(line.text).has_row(next.row) || next.row < self.height(line.text) {
            return Some(next);
        }
        (line.text + 1 < self.texts.count()).then_some(Line { text: line.text + 1, row: 0 })
    }

    /// The line above; none above the first.
    pub fn above(&mut self, line: Line) -> Option<Line> {
        if line.row > 0 {
            return Some(Line { row: line.row - 1, ..line });
        }
        let text = line.text.checked_sub(1)?;
        Some(Line { text, row: self.height(text) - 1 })
    }

    /// `rows` lines up (negative) or down, stopping at the first and last line.
    pub fn moved(&mut self, mut line: Line, rows: isize) -> Line {
        for _ in 0..rows.unsigned_abs() {
            let next = if rows < 0 { self.above(line) } else { self.below(line) };
            match next {
                Some(next) => line = next,
                None => break,
            }
        }
        line
    }

    /// The line that shows `byte` of text `text`.
    pub fn line_of(&mut self, text: usize, byte: usize) -> Line {
        if text >= self.texts.count() {
            return self.last();
        }
        Line { text, row: self.layout(text).row_of(byte) }
    }

    /// First byte of a line: what to remember of it, since a row number does not survive a change of
    /// width. For a line of a gap the end of its text.
    pub fn byte_of(&mut self, line: Line) -> usize {
        if line.text >= self.texts.count() {
            return 0;
        }
        self.layout(line.text).row_start(line.row)
    }
}

#[cfg(test)]
mod tests;
