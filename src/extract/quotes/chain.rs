//! Quotations that go on over several paragraphs, and marks that are never closed.
//!
//! - A paragraph that leaves a mark open and is followed by one that opens with the same mark goes on
//!   there (the English convention).
//! - One that is followed by a closing mark with nothing open goes on up to it.
//! - Otherwise the closing mark is missing, and the quotation ends with its sentence.

use std::ops::Range;

use super::marks::{Pair, Paired, nest};

/// How far a closing mark is looked for, in paragraphs.
const REACH: usize = 5;

/// What the marks of one block are paired with.
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    /// Where its sentences end.
    pub(super) sentence_ends: Vec<usize>,
    pub(super) paired: Paired,
    /// Running text, through which a quotation may go on.
    pub(super) running: bool,
}

/// Gives the pairs that reach over paragraphs, and those without a closing mark, their ends.
/// Returns the pairs of every block.
pub(super) fn join(mut texts: Vec<Text<'_>>) -> Vec<Vec<Pair>> {
    let mut added: Vec<Vec<Pair>> = texts.iter().map(|_| vec![]).collect();
    let mut continues = false;
    for index in 0..texts.len() {
        if continues && let Some(first) = added[index].first_mut().or_else(|| texts[index].paired.pairs.first_mut()) {
            first.continues = true;
        }
        let opened_here = continues && texts[index].paired.pairs.is_empty();
        continues = false;
        let Some(open) = texts[index].paired.unclosed.clone() else { continue };
        let end = texts[index].text.len();
        let mut pair =
            Pair { open: open.clone(), close: end..end, parent: None, continues: opened_here, onward: false };
        if goes_on(&texts, index, &open) {
            (continues, pair.onward) = (true, true);
        } else if let Some((last, mark)) = closed_later(&texts, index) {
            pair.onward = true;
            close_later(&mut texts, &mut added, index, last, mark);
        } else {
            let end = sentence_end(&texts[index], open.end);
            pair.close = end..end;
        }
        added[index].push(pair);
    }
    texts.into_iter().zip(added).map(|(text, added)| merge(text.paired.pairs, added)).collect()
}

/// Whether the next paragraph opens with the mark that this one left open.
fn goes_on(texts: &[Text<'_>], index: usize, open: &Range<usize>) -> bool {
    let Some(next) = texts.get(index + 1).filter(|next| next.running && texts[index].running) else { return false };
    let start = next.text.len() - next.text.trim_start().len();
    let opens =
        |range: &Range<usize>| range.start == start && next.text[range.clone()] == texts[index].text[open.clone()];
    next.paired.pairs.first().is_some_and(|pair| opens(&pair.open)) || next.paired.unclosed.as_ref().is_some_and(opens)
}

/// The paragraph, and the mark in it, that closes what `index` left open.
fn closed_later(texts: &[Text<'_>], index: usize) -> Option<(usize, Range<usize>)> {
    for (at, text) in texts.iter().enumerate().skip(index + 1).take(REACH) {
        if !text.running {
            return None;
        }
        if let Some(mark) = &text.paired.orphan {
            return Some((at, mark.clone()));
        }
        if !text.paired.pairs.is_empty() || text.paired.unclosed.is_some() {
            return None;
        }
    }
    None
}

fn close_later(texts: &mut [Text<'_>], added: &mut [Vec<Pair>], index: usize, last: usize, mark: Range<usize>) {
    for at in index + 1..=last {
        let end = texts[at].text.len();
        let close = if at == last { mark.clone() } else { end..end };
        added[at].push(Pair { open: 0..0, close, parent: None, continues: true, onward: at < last });
    }
    texts[last].paired.orphan = None;
}

fn sentence_end(text: &Text<'_>, from: usize) -> usize {
    let at = text.sentence_ends.partition_point(|&end| end <= from);
    text.sentence_ends.get(at).copied().unwrap_or(text.text.len())
}

fn merge(pairs: Vec<Pair>, added: Vec<Pair>) -> Vec<Pair> {
    if added.is_empty() {
        return pairs;
    }
    let mut all: Vec<Pair> = pairs;
    for pair in added {
        // What was left open may reach into a pair that began inside it: then it ends before.
        let inner = pair.inner();
        let cut = all.iter().filter(|other| {
            other.open.start > inner.start && other.open.start < inner.end && other.outer().end > inner.end
        });
        let end = cut.map(|other| other.open.start).min().unwrap_or(inner.end);
        let close = if end == inner.end { pair.close.clone() } else { end..end };
        all.push(Pair { close, ..pair });
    }
    all.sort_by_key(|pair| (pair.open.start, std::cmp::Reverse(pair.outer().end)));
    nest(all)
}
