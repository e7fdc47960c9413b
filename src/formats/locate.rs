//! From what a file says about a place to a [`Span`] whose text is what it should be.
//!
//! The rules, in this order; the first that yields the stated words wins:
//!
//! 1. the offsets in the format's own unit;
//! 2. the offsets in each other unit;
//! 3. the match nearest to the stated start in the stated block, those first around which the
//!    stated prefix and suffix stand;
//! 4. the only match in the other blocks.

use super::fault::{Misplaced, NotLocated, Repair, StatedPlace};
use super::message::shorten;
use super::offsets::{OffsetUnit, TextIndex};
use crate::article::Span;

/// Bytes of text that may be searched for misplaced anchors of one article: a bound on the time
/// that a file full of wrong anchors can take (well under a second).
const SEARCH_BUDGET: usize = 1 << 28;

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

/// Finds the places of anchors in the blocks of one article.
pub(crate) struct Locator<'t> {
    blocks: Vec<(&'t str, TextIndex<'t>)>,
    unit: OffsetUnit,
    budget: usize,
}

impl<'t> Locator<'t> {
    /// A locator in blocks, each an id and a text, of a format that counts in `unit`.
    pub(crate) fn new(blocks: impl Iterator<Item = (&'t str, &'t str)>, unit: OffsetUnit) -> Self {
        let blocks = blocks.map(|(id, text)| (id, TextIndex::new(text))).collect();
        Self { blocks, unit, budget: SEARCH_BUDGET }
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
        if let Some(block) = anchor.block {
            if let Some(found) = self.nearest(block, anchor, exact)? {
                return Ok(Some(found));
            }
        }
        let only = self.only_match_elsewhere(anchor.block, exact)?;
        Ok(only.map(|span| (span, Repair::OtherBlock)))
    }

    /// The span that the offsets name when they count `unit`.
    fn by_offsets(&self, anchor: &Anchor<'_>, unit: OffsetUnit) -> Option<Span> {
        let block = anchor.block?;
        let index = &self.blocks.get(block)?.1;
        let start = index.byte_of(unit, anchor.start?)?;
        let end = index.byte_of(unit, anchor.end?)?;
        (start <= end).then_some(Span { block, start, end })
    }

    fn nearest(
        &mut self,
        block: usize,
        anchor: &Anchor<'_>,
        exact: &str,
    ) -> Result<Option<(Span, Repair)>, OverBudget> {
        let text = self.blocks[block].1.text();
        self.spend(text.len())?;
        let expected = anchor.start.map(|start| self.blocks[block].1.byte_of(self.unit, start).unwrap_or(text.len()));
        let rank = |start: usize| {
            let before = anchor.prefix.filter(|words| !words.is_empty() && text[..start].ends_with(words));
            let after =
                anchor.suffix.filter(|words| !words.is_empty() && text[start + exact.len()..].starts_with(words));
            let strangers = 2 - usize::from(before.is_some()) - usize::from(after.is_some());
            (strangers, expected.map_or(0, |expected| expected.abs_diff(start)), start)
        };
        let mut several = false;
        let mut best: Option<(usize, usize, usize)> = None;
        let context = anchor.prefix.map_or(0, str::len) + anchor.suffix.map_or(0, str::len);
        for (start, _) in text.match_indices(exact) {
            self.spend(context)?;
            several |= best.is_some();
            best = Some(best.map_or(rank(start), |best| best.min(rank(start))));
        }
        Ok(best.map(|(strangers, _, start)| {
            let how = if several && strangers < 2 { Repair::Context } else { Repair::Nearest };
            (Span { block, start, end: start + exact.len() }, how)
        }))
    }

    /// The match in all blocks but `except`, when there is exactly one.
    fn only_match_elsewhere(&mut self, except: Option<usize>, exact: &str) -> Result<Option<Span>, OverBudget> {
        let mut only = None;
        for block in (0..self.blocks.len()).filter(|block| Some(*block) != except) {
            let text = self.blocks[block].1.text();
            self.spend(text.len())?;
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
        &self.blocks[span.block].1.text()[span.bytes()]
    }

    fn misplaced(&self, anchor: &Anchor<'_>, exact: &str, span: &Span, how: Repair) -> Misplaced {
        let (id, index) = &self.blocks[span.block];
        Misplaced {
            exact: shorten(exact),
            stated: stated_place(anchor),
            block: shorten(id),
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

/// The budget for searches is used up.
#[derive(Debug)]
struct OverBudget;

fn stated_place(anchor: &Anchor<'_>) -> StatedPlace {
    StatedPlace { block: anchor.block_id.map(shorten), start: anchor.start, end: anchor.end }
}
