//! The reporter's words inside the marks, or inside a paragraph that a dash opens.
//!
//! ```text
//! « Nous avons agi, a déclaré Claire Morel, mais trop tard. »
//! — Воды по пояс, — рассказывает жительница. — Лодки нет.
//! ```

use std::ops::Range;

use super::events::{Event, events};
use super::lexicon::{Role, Tongue};
use super::line::Line;
use super::subject::Who;
use super::western;

/// Longest run of the reporter's words, in items.
const REACH: usize = 16;

/// What is said, and the verb between.
pub(super) struct Incise {
    pub(super) spans: Vec<Range<usize>>,
    pub(super) event: Event,
}

/// Looks for the reporter's words in `inner`; `part` holds the tokens of that range and no pairs.
pub(super) fn split(part: &Line<'_>, inner: Range<usize>) -> Option<Incise> {
    let events = events(part);
    let dashes = part.tongue.is(Tongue::RU) || part.text[..inner.start].trim_end().ends_with(is_dash);
    events.into_iter().filter(|event| event.has(Role::Verb)).find_map(|event| {
        let marked = dashes.then(|| between_dashes(part, &event)).flatten();
        let (from, to) = marked.or_else(|| between_commas(part, &event))?;
        let before = inner.start..part.tokens[part.token(from)?].bytes.start;
        let after = part.token(to).map_or(inner.end, |token| part.tokens[token].bytes.end)..inner.end;
        let spans: Vec<Range<usize>> = [before, after].into_iter().filter_map(|span| trim(part.text, span)).collect();
        (!spans.is_empty() && part.has_words(&spans[0], 1)).then_some(Incise { spans, event })
    })
}

/// Bytes without blanks, dashes and commas at their ends.
pub(super) fn trim(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let inner = text.get(span.clone())?;
    let cut = |c: char| c.is_whitespace() || is_dash(c);
    let start = span.start + (inner.len() - inner.trim_start_matches(|c| cut(c) || c == ',').len());
    let end = span.end - (inner.len() - inner.trim_end_matches(|c: char| cut(c) || c == ',').len());
    (start < end).then_some(start..end)
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '―' | '-')
}

fn dash(line: &Line<'_>, item: usize) -> bool {
    matches!(line.norm(item), "—" | "–" | "―" | "-")
}

/// The dash before the verb and the one behind its clause (or the end).
fn between_dashes(line: &Line<'_>, event: &Event) -> Option<(usize, usize)> {
    let from = (event.item.saturating_sub(3)..event.item).rev().find(|&item| dash(line, item))?;
    let closes = |item: usize| matches!(line.norm(item), "," | "!" | "?" | "." | "…" | "»" | "”" | "\"");
    if from == 0 || !closes(from - 1) {
        return None;
    }
    let end = line.items.len();
    let to = (event.end..end.min(event.end + REACH))
        .find(|&item| dash(line, item) && matches!(line.norm(item - 1), "," | "." | ":"));
    match to {
        Some(to) => Some((from, to)),
        None if end <= event.end + REACH => Some((from, end)),
        None => None,
    }
}

/// The comma before an inverted verb and the comma or full stop behind its subject.
fn between_commas(line: &Line<'_>, event: &Event) -> Option<(usize, usize)> {
    if !line.tongue.is(Tongue::FR) {
        return None;
    }
    let from =
        (event.item.saturating_sub(4)..event.item).rev().find(|&item| matches!(line.norm(item), "," | "?" | "!"))?;
    let inverted = event.rule == "pronoun" && (event.item..event.end).any(|item| western::has_clitic(line, item));
    let named = matches!(event.who, Who::Named(_) | Who::Unnamed(_) | Who::Spokes(..))
        && event.rule == "subject after"
        && event.item <= from + 2;
    if !inverted && !named {
        return None;
    }
    // The subject may have commas of its own: "la procureure d’Aurillac, Maylis Cazals, …".
    let behind = if inverted { event.end } else { western::behind_subject(line, event.end) };
    let to = (behind..line.items.len().min(event.end + REACH)).find(|&item| matches!(line.norm(item), "," | "."));
    let to = to.map(|to| behind_aside(line, to));
    let from = if line.norm(from) == "," { from } else { from + 1 };
    Some((from, to.unwrap_or(line.items.len())))
}

/// `répond le généraliste, avant de sourire.`: what he does besides is the reporter's too.
fn behind_aside(line: &Line<'_>, to: usize) -> usize {
    let aside =
        matches!(line.norm(to + 1), "avant" | "en" | "tout" | "non" | "l'air" | "visiblement" | "sourire" | "sans");
    if line.norm(to) != "," || !aside {
        return to;
    }
    let end = (to + 1..line.items.len().min(to + 12)).find(|&item| matches!(line.norm(item), "," | "."));
    end.filter(|&item| line.norm(item) == ".").unwrap_or(to)
}

/// Bytes without blanks at their ends.
pub(super) fn trim_blanks(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let inner = text.get(span.clone())?;
    let start = span.start + (inner.len() - inner.trim_start().len());
    let end = span.start + inner.trim_end().len();
    (start < end).then_some(start..end)
}
