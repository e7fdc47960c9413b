//! Pieces of lines and quotations that the walk puts together.

use std::ops::Range;

use super::Found;
use super::events::Event;
use super::incise::{self, Incise};
use super::lexicon::{Role, Tongue};
use super::line::{Item, Line};
use crate::article::{Article, Block, BlockKind, QuoteKind, Span, Speaker};
use crate::extract::words::nz;

/// A quotation in the headline is usually cut from one in the text: then it has the same speaker.
pub(super) fn headline_speakers(article: &Article, out: &mut [Found]) {
    let words = |found: &Found| {
        found.quote.spans.iter().flat_map(|span| bare(article.text(span))).collect::<Vec<_>>().join(" ")
    };
    let in_headline = |found: &Found| {
        let head = |kind| matches!(kind, BlockKind::Headline | BlockKind::Heading);
        found.quote.spans.first().is_some_and(|span| head(article.blocks[span.block].kind))
    };
    let heads =
        (0..out.len()).take(60).filter(|&at| in_headline(&out[at]) && out[at].quote.kind != QuoteKind::Indirect);
    for at in heads.collect::<Vec<_>>() {
        let wanted = words(&out[at]);
        if wanted.split(' ').count() < 3 {
            continue;
        }
        let same = |found: &&Found| {
            found.quote.kind == QuoteKind::Direct && !in_headline(found) && words(found).contains(&wanted)
        };
        let Some(body) = out.iter().take(60).find(same) else { continue };
        let named = |found: &Found| found.quote.speakers.iter().any(|one| one.entity.is_some());
        if !out[at].quote.speakers.is_empty() && !named(body) {
            continue;
        }
        let speakers = body.quote.speakers.iter().map(|speaker| Speaker { span: None, ..speaker.clone() }).collect();
        let found = &mut out[at];
        (found.quote.kind, found.quote.speakers) = (QuoteKind::Direct, speakers);
        (found.rule, found.speaker_rule) = ("also in the text", Some("also in the text"));
    }
}

/// The words of a text without its punctuation.
fn bare(text: &str) -> Vec<String> {
    let words = nz(text);
    words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

pub(super) fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Headline | BlockKind::Heading | BlockKind::RelatedLink)
}

pub(super) fn comma_inside(line: &Line<'_>, item: usize) -> bool {
    matches!(line.items.get(item), Some(&Item::Quote(pair)) if line.text[line.pairs[pair].inner()].trim_end().ends_with([',', '،']))
}

/// The bytes of an event; `على` and `إلى` behind it are part of it.
pub(super) fn cue(line: &Line<'_>, event: &Event) -> Option<Span> {
    let reach = line.tongue.is(Tongue::AR)
        && event.has(Role::Verb) | event.has(Role::Participle)
        && matches!(line.norm(event.end), "علي" | "الي");
    Some(line.span(line.bytes(event.item..event.end + usize::from(reach))?))
}

/// The marks as printed; an empty one where it is missing.
pub(super) fn marks(line: &Line<'_>, pair: usize) -> [String; 2] {
    let pair = &line.pairs[pair];
    let close = if pair.close.is_empty() { "" } else { &line.text[pair.close.clone()] };
    [line.text[pair.open.clone()].to_owned(), close.to_owned()]
}

/// A line of the words in `bytes` alone.
pub(super) fn part<'a>(line: &Line<'a>, bytes: Range<usize>) -> Line<'a> {
    let first = line.tokens.partition_point(|token| token.bytes.start < bytes.start);
    let tokens = line.tokens[first..].iter().take_while(|token| token.bytes.end <= bytes.end).cloned().collect();
    let first = line.named.partition_point(|name| name.bytes.start < bytes.start);
    let named = line.named[first..].iter().take_while(|name| name.bytes.end <= bytes.end).cloned().collect();
    Line { inside: true, ..Line::new(line.block, line.text, line.tongue, tokens, vec![], named) }
}

/// The reporter's words inside a pair of marks, where the language puts them there.
pub(super) fn incised(line: &Line<'_>, pair: usize) -> Option<Incise> {
    if !(line.tongue.is(Tongue::FR) || line.tongue.is(Tongue::RU)) {
        return None;
    }
    let inner = line.pairs[pair].inner();
    incise::split(&part(line, inner.clone()), inner)
}

/// The speech of a paragraph that a dash opens, with the reporter's words cut out.
pub(super) fn dialogue(line: &Line<'_>) -> Option<Incise> {
    let languages = [Tongue::RU, Tongue::FR, Tongue::ES, Tongue::TR];
    let start = line.text.len() - line.text.trim_start().len();
    let dash = line.text[start..].chars().next().filter(|&c| incise::is_dash(c) && c != '-')?;
    if !languages.into_iter().any(|tongue| line.tongue.is(tongue)) {
        return None;
    }
    let inner = start + dash.len_utf8()..line.text.len();
    incise::split(&part(line, inner.clone()), inner)
}
