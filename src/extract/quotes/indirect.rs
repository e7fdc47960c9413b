//! Reported speech without marks: from the complementiser to the end of the sentence.

use std::ops::Range;

use super::events::Event;
use super::lexicon::{Role, Tongue};
use super::line::Line;

/// How far behind its verb a complementiser may stand, in items.
const REACH: usize = 26;

/// The bytes of what an event reports; none when it reports nothing, or quotes.
pub(super) fn reported(line: &Line<'_>, event: &Event, next: Option<&Event>) -> Option<Range<usize>> {
    let end = sentence_end(line, event.item);
    let until = next.map_or(end, |next| next.item.min(end));
    let from =
        behind_that(line, event, until).or_else(|| behind_comma(line, event, until)).or_else(|| bare(line, event))?;
    if from >= end || line.is_quote(from) {
        return None;
    }
    let stop =
        next.filter(|next| next.item < end && next.item > from && leaves(line, next)).map_or(end, |next| next.item);
    let bytes = line.bytes_with_quotes(from..stop)?;
    line.has_words(&bytes, 3).then(|| trim(line.text, bytes)).flatten()
}

/// `X: …` in a headline.
pub(super) fn headline(line: &Line<'_>) -> Option<(usize, Range<usize>)> {
    let colon = (1..line.items.len().min(10)).find(|&item| line.norm(item) == ":")?;
    if line.is_quote(colon + 1) {
        return None;
    }
    let bytes = line.bytes_with_quotes(colon + 1..line.items.len())?;
    Some((colon, trim(line.text, bytes)?)).filter(|(_, bytes)| line.has_words(bytes, 2))
}

fn sentence_end(line: &Line<'_>, item: usize) -> usize {
    line.sentence_ends.get(item).copied().unwrap_or(line.items.len())
}

fn behind_that(line: &Line<'_>, event: &Event, until: usize) -> Option<usize> {
    // "expected that it grow" reports nothing that was said.
    if event.has(Role::Himself)
        || matches!(line.norm(event.item), "توقعت" | "توقع" | "وتوقعت" | "وتوقع" | "قرر" | "اقترح")
    {
        return None;
    }
    let that = (event.end..until.min(event.end + REACH))
        .find(|&item| line.norm(item) == ":" || line.is_quote(item) || is_that(line, item))?;
    is_that(line, that).then(|| that + usize::from(line.roles(that).length.max(1)))
}

/// What follows a colon without marks, and English "said it regretted".
fn bare(line: &Line<'_>, event: &Event) -> Option<usize> {
    let next = event.end;
    if line.norm(next) == ":" && event.has(Role::Verb) {
        return Some(next + 1);
    }
    let says =
        line.tongue.is(Tongue::EN) && matches!(line.norm(event.item), "said" | "says") && event.rule != "subject after";
    let begins = matches!(
        line.norm(next),
        "it" | "the" | "he" | "she" | "they" | "there" | "this" | "its" | "his" | "her" | "their" | "a" | "an" | "no"
    ) || line.token(next).is_some_and(|token| line.named_at[token].is_some());
    (says && begins).then_some(next)
}

/// A complementiser; in Hebrew also the ש written onto a word, which is not looked for.
fn is_that(line: &Line<'_>, item: usize) -> bool {
    line.has(item, Role::That)
}

/// `По словам X, …`, `לדבריו, …`: the rest of the sentence.
fn behind_comma(line: &Line<'_>, event: &Event, until: usize) -> Option<usize> {
    let opens = event.item <= event.sentence + 1 && (event.has(Role::According) || event.has(Role::Himself));
    let urdu = line.tongue.is(Tongue::UR) && event.has(Role::According);
    if urdu {
        return Some(event.end + usize::from(matches!(line.norm(event.end), "," | "،")));
    }
    if !opens {
        return None;
    }
    let comma = (event.end..until.min(event.end + 14)).find(|&item| matches!(line.norm(item), "," | "،"))?;
    Some(comma + 1)
}

/// Whether the next verb takes the sentence over: a participle, or one behind "and".
fn leaves(line: &Line<'_>, next: &Event) -> bool {
    let comma = next.item.checked_sub(1).is_some_and(|at| matches!(line.norm(at), "," | "،"));
    (next.has(Role::Participle) || next.roles.and || next.has(Role::According) || next.has(Role::Himself)) && comma
}

fn trim(text: &str, bytes: Range<usize>) -> Option<Range<usize>> {
    let inner = text.get(bytes.clone())?;
    let start = bytes.start + (inner.len() - inner.trim_start().len());
    let end = bytes.end
        - (inner.len()
            - inner
                .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '،' | '۔' | ';' | '؛' | '…'))
                .len());
    (start < end).then_some(start..end)
}

impl Line<'_> {
    /// The bytes of a run of items, quotations with their marks.
    pub(super) fn bytes_with_quotes(&self, items: Range<usize>) -> Option<Range<usize>> {
        let bytes = |item: usize| match self.items.get(item)? {
            super::line::Item::Token(token) => Some(self.tokens[*token].bytes.clone()),
            super::line::Item::Quote(pair) => Some(self.pairs[*pair].outer()),
        };
        if items.is_empty() {
            return None;
        }
        Some(bytes(items.start)?.start..bytes(items.end.min(self.items.len()).checked_sub(1)?)?.end)
            .filter(|range| range.start < range.end)
    }
}
