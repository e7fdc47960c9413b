//! From what a file says about a place to a [`Span`] whose text is what it should be.
//!
//! The rules, in this order; the first that yields the stated words wins:
//!
//! 1. the offsets in the format's own unit;
//! 2. the offsets in each other unit;
//! 3. the match nearest to the stated start in the stated block, those first around which the
//!    stated prefix and suffix stand;
//! 4. the only match in the other blocks.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::fault::{Misplaced, NotLocated, Repair, StatedPlace};
use super::message::shorten;
use super::offsets::{OffsetUnit, TextIndex};
use crate::article::{Block, Span};

/// Bytes of text that may be searched for misplaced anchors of one article: a bound on the time
/// that a file full of wrong anchors can take (well under a second).
const SEARCH_BUDGET: usize = 1 << 28;

/// Bytes around the stated start in which a match is looked for first.
const NEARBY: usize = 2048;

/// A place as a file states it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Anchor<'d> {
    /// The block's id as written.
    pub(crate) block_id: Option<&'d str>,
    /// The block with that id.
    pub(crate) block: Option<usize>,
    pub(crate) start: Option<usize>,
    pub(crate) end: Option<usize>,
    /// The words that stand there.
    pub(crate) exact: Option<&'d str>,
    /// Words before it.
    pub(crate) prefix: Option<&'d str>,
    /// Words after it.
    pub(crate) suffix: Option<&'d str>,
}

/// What became of an anchor.
#[derive(Debug, PartialEq)]
pub(crate) enum Located {
    /// It is right.
    Right(Span),
    /// It has no words to check it by.
    Unchecked(Span),
    /// It was wrong and was put right.
    Repaired(Span, Misplaced),
    /// It is wrong.
    Lost(NotLocated),
}

/// Where anchors are looked for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Texts<'t> {
    /// In the blocks of an article.
    Blocks(&'t [Block]),
    /// In one text that has no blocks.
    Whole(&'t str),
}

impl<'t> Texts<'t> {
    fn count(self) -> usize {
        match self {
            Self::Blocks(blocks) => blocks.len(),
            Self::Whole(_) => 1,
        }
    }

    fn id(self, block: usize) -> &'t str {
        match self {
            Self::Blocks(blocks) => &blocks[block].id,
            Self::Whole(_) => "text",
        }
    }

    fn text(self, block: usize) -> &'t str {
        match self {
            Self::Blocks(blocks) => &blocks[block].text,
            Self::Whole(text) => text,
        }
    }
}

/// Finds the places of anchors in the blocks of one article.
pub(crate) struct Locator<'t> {
    texts: Texts<'t>,
    /// Indices of long texts in which something was looked for. One of a short text is made in no time.
    indices: RefCell<HashMap<usize, Rc<TextIndex<'t>>>>,
    unit: OffsetUnit,
    budget: usize,
}

/// Bytes of a text whose index is worth keeping.
const LONG: usize = 1024;

impl<'t> Locator<'t> {
    /// A locator in the texts of a format that counts in `unit`.
    pub(crate) fn new(texts: Texts<'t>, unit: OffsetUnit) -> Self {
        Self { texts, indices: RefCell::default(), unit, budget: SEARCH_BUDGET }
    }

    /// The index of a block's text.
    fn index(&self, block: usize) -> Rc<TextIndex<'t>> {
        let text = self.texts.text(block);
        let index = || Rc::new(TextIndex::new(text));
        if text.len() < LONG {
            index()
        } else {
            Rc::clone(self.indices.borrow_mut().entry(block).or_insert_with(index))
        }
    }

    /// Applies the rules of this module.
    pub(crate) fn locate(&mut self, anchor: &Anchor<'_>) -> Located {
        let stated = self.by_offsets(anchor, self.unit);
        let Some(exact) = anchor.exact.filter(|exact| !exact.is_empty()) else {
            return match stated {
                Some(span) if anchor.exact.is_some() && span.start == span.end => Located::Right(span),
                Some(span) => Located::Unchecked(span),
                None => Located::Lost(self.not_located(anchor, false)),
            };
        };
        if let Some(span) = stated.filter(|span| self.text(span) == exact) {
            return Located::Right(span);
        }
        match self.search(anchor, exact) {
            Ok(Some((span, how))) => {
                let misplaced = self.misplaced(anchor, exact, &span, how);
                Located::Repaired(span, misplaced)
            }
            Ok(None) => Located::Lost(self.not_located(anchor, false)),
            Err(OverBudget) => Located::Lost(self.not_located(anchor, true)),
        }
    }

    fn search(&mut self, anchor: &Anchor<'_>, exact: &str) -> Result<Option<(Span, Repair)>, OverBudget> {
        for unit in [OffsetUnit::CodePoint, OffsetUnit::Utf16, OffsetUnit::Byte, OffsetUnit::Grapheme] {
            if let Some(span) = self.by_offsets(anchor, unit).filter(|span| self.text(span) == exact) {
                return Ok(Some((span, Repair::Unit(unit))));
            }
        }
        if let Some(block) = anchor.block
            && let Some(found) = self.nearest(block, anchor, exact)?
        {
            return Ok(Some(found));
        }
        let only = self.only_match_elsewhere(anchor.block, exact)?;
        Ok(only.map(|span| (span, Repair::OtherBlock)))
    }

    /// The span that the offsets name when they count `unit`.
    fn by_offsets(&self, anchor: &Anchor<'_>, unit: OffsetUnit) -> Option<Span> {
        let block = anchor.block.filter(|&block| block < self.texts.count())?;
        let index = self.index(block);
        let start = index.byte_of(unit, anchor.start?)?;
        let end = index.byte_of(unit, anchor.end?)?;
        (start <= end).then_some(Span { block, start, end })
    }

    /// The nearest match in the stated block. A match close by is found without a search through
    /// the whole text, so that a large block whose offsets are all off by a few is put right quickly.
    fn nearest(
        &mut self,
        block: usize,
        anchor: &Anchor<'_>,
        exact: &str,
    ) -> Result<Option<(Span, Repair)>, OverBudget> {
        let index = self.index(block);
        let text = self.texts.text(block);
        let expected = anchor.start.map(|start| index.byte_of(self.unit, start).unwrap_or(text.len()));
        let wanted = Wanted { text, exact, prefix: anchor.prefix, suffix: anchor.suffix, expected };
        let mut found = None;
        if let Some(expected) = expected {
            let reach = NEARBY + exact.len();
            let window = char_boundary(text, expected.saturating_sub(reach))..char_boundary(text, expected + reach);
            found = self.best(&wanted, window)?.filter(|found| found.distance <= NEARBY && found.in_context);
        }
        if found.is_none() {
            found = self.best(&wanted, 0..text.len())?;
        }
        Ok(found.map(|found| (Span { block, start: found.start, end: found.start + exact.len() }, found.how())))
    }

    /// The match within `range` that has most of the stated context around it, and among those the
    /// nearest to the expected start.
    fn best(&mut self, wanted: &Wanted<'_>, range: Range<usize>) -> Result<Option<Match>, OverBudget> {
        if wanted.exact.len() > range.len() {
            self.spend(0)?;
            return Ok(None);
        }
        self.spend(range.len() + wanted.exact.len())?;
        let context = wanted.prefix.map_or(0, str::len) + wanted.suffix.map_or(0, str::len);
        let mut best: Option<Match> = None;
        for (offset, _) in wanted.text[range.clone()].match_indices(wanted.exact) {
            self.spend(context)?;
            let found = wanted.rate(range.start + offset);
            best = Some(match best {
                None => found,
                Some(other) if found.rank() < other.rank() => Match { alone: false, ..found },
                Some(other) => Match { alone: false, ..other },
            });
        }
        Ok(best)
    }

    /// The match in all blocks but `except`, when there is exactly one.
    fn only_match_elsewhere(&mut self, except: Option<usize>, exact: &str) -> Result<Option<Span>, OverBudget> {
        let mut only = None;
        for block in (0..self.texts.count()).filter(|block| Some(*block) != except) {
            let text = self.texts.text(block);
            if exact.len() > text.len() {
                self.spend(0)?;
                continue;
            }
            // To prepare a search takes time that grows with what is searched for.
            self.spend(text.len() + exact.len())?;
            for (start, _) in text.match_indices(exact).take(2) {
                let span = Span { block, start, end: start + exact.len() };
                if only.replace(span).is_some() {
                    return Ok(None);
                }
            }
        }
        Ok(only)
    }

    /// Takes a search of `bytes` bytes off the budget; a small sum goes for the call itself.
    fn spend(&mut self, bytes: usize) -> Result<(), OverBudget> {
        self.budget = self.budget.checked_sub(bytes + 16).ok_or(OverBudget)?;
        Ok(())
    }

    /// The text of a span that this locator made.
    fn text(&self, span: &Span) -> &'t str {
        &self.texts.text(span.block)[span.bytes()]
    }

    fn misplaced(&self, anchor: &Anchor<'_>, exact: &str, span: &Span, how: Repair) -> Misplaced {
        let index = self.index(span.block);
        Misplaced {
            exact: shorten(exact),
            stated: stated_place(anchor),
            block: shorten(self.texts.id(span.block)),
            start: index.code_point_of(span.start).unwrap_or_default(),
            end: index.code_point_of(span.end).unwrap_or_default(),
            how,
        }
    }

    fn not_located(&self, anchor: &Anchor<'_>, gave_up: bool) -> NotLocated {
        let found = self.by_offsets(anchor, self.unit).map(|span| shorten(self.text(&span)));
        NotLocated { exact: anchor.exact.map(shorten), stated: stated_place(anchor), found, gave_up }
    }
}

/// What is searched for in one text.
struct Wanted<'w> {
    text: &'w str,
    exact: &'w str,
    prefix: Option<&'w str>,
    suffix: Option<&'w str>,
    /// The byte at which it should begin, where the file says so.
    expected: Option<usize>,
}

impl Wanted<'_> {
    /// How well a match at byte `start` fits.
    fn rate(&self, start: usize) -> Match {
        let (before, after) = (&self.text[..start], &self.text[start + self.exact.len()..]);
        let stated = [self.prefix, self.suffix].map(|words| words.is_some_and(|words| !words.is_empty()));
        let fits = [
            stated[0] && self.prefix.is_some_and(|words| before.ends_with(words)),
            stated[1] && self.suffix.is_some_and(|words| after.starts_with(words)),
        ];
        Match {
            start,
            distance: self.expected.map_or(0, |expected| expected.abs_diff(start)),
            context: fits.into_iter().filter(|fits| *fits).count(),
            in_context: fits == stated,
            alone: true,
        }
    }
}

/// One match of the words of an anchor.
#[derive(Debug, Clone, Copy)]
struct Match {
    start: usize,
    /// Bytes from where it should begin.
    distance: usize,
    /// How many of prefix and suffix stand around it.
    context: usize,
    /// All that are stated stand around it.
    in_context: bool,
    /// No other match was met.
    alone: bool,
}

impl Match {
    /// Less is better.
    fn rank(&self) -> (Reverse<usize>, usize, usize) {
        (Reverse(self.context), self.distance, self.start)
    }

    fn how(&self) -> Repair {
        if self.context > 0 && !self.alone { Repair::Context } else { Repair::Nearest }
    }
}

/// The last character boundary of a text that is not after `byte`.
fn char_boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}

/// The budget for searches is used up.
#[derive(Debug)]
struct OverBudget;

fn stated_place(anchor: &Anchor<'_>) -> StatedPlace {
    StatedPlace { block: anchor.block_id.map(shorten), start: anchor.start, end: anchor.end }
}
