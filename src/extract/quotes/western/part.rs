//! Partial quotations: words in marks that are a part of the reporter's sentence. Whether somebody says them is
//! told by the verb, by who the sentence is about, and by how they are written.

use super::super::decide::Verdict;
use super::super::events::Event;
use super::super::lexicon::{Role, Tongue};
use super::super::line::{Item, Line};
use super::super::subject::Who;
use super::phrase::Phrase;
use super::words::is_comma;
use crate::article::EntityKind;

/// How far behind a quotation who says it may stand, in items.
const TAIL: usize = 34;

/// What stands before the marks.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Lead {
    /// The verb before, an index of the events.
    pub(in super::super) event: Option<usize>,
    /// A noun that a name in marks follows.
    pub(in super::super) head: bool,
    pub(in super::super) comma: bool,
    /// First item of the sentence.
    pub(in super::super) sentence: usize,
}

/// Judges a partial quotation at item `at` of `words` words; none where nothing tells.
pub(in super::super) fn judge(
    line: &Line<'_>,
    events: &[Event],
    at: usize,
    words: usize,
    lead: Lead,
) -> Option<Verdict> {
    let Some(&Item::Quote(pair)) = line.items.get(at) else { return None };
    let inner = line.text[line.pairs[pair].inner()].trim();
    let small = inner.starts_with(|c: char| c.is_lowercase() || c == '…');
    if let Some(index) = according(line, events, at, lead)
        && (words >= 3 || words == 2 && small)
        && (!lead.head || small)
    {
        return Some(Verdict::direct("according to", Some(index), 0.75));
    }
    if lead.comma && words >= 3 && in_words_of(line, at).is_some() {
        return Some(Verdict::direct("words of whom the sentence is about", None, 0.7));
    }
    if let Some(index) = lead.event {
        let event = &events[index];
        // "утверждает, что датчики были «заклеены скотчем»", "возражает: штраф был «символический»"
        let reported = (event.end..at).any(|item| line.has(item, Role::That) || line.norm(item) == ":");
        if !lead.head && words == 2 && small && reported && event.who != Who::Nobody && !event.has(Role::Object) {
            return Some(Verdict::direct("part of what is reported", lead.event, 0.6));
        }
        let labels = event.has(Role::Object) && !event.has(Role::According);
        let how = lead.comma && as_said(line, event);
        if how || labels && !lead.head && at.saturating_sub(event.end) <= 8 && (small || words >= 3) {
            return Some(Verdict::direct("cue and a part", lead.event, 0.7));
        }
        if !lead.head && words >= 3 && small && event.who != Who::Nobody && !event.has(Role::According) {
            return Some(Verdict::direct("part of what somebody says", lead.event, 0.65));
        }
    }
    if !lead.head
        && words >= 2
        && let Some(index) = trailing(line, events, at)
    {
        return Some(Verdict { behind: true, ..Verdict::direct("who says it ends the sentence", Some(index), 0.7) });
    }
    // "Save Our Bus" is a name.
    let titled = inner.split_whitespace().all(|word| word.starts_with(|c: char| !c.is_lowercase()));
    let own = !titled && in_first_person(line.tongue, inner);
    if (small && words >= 3 || own) && !lead.head && lead.event.is_none() && about_somebody(line, lead.sentence, at) {
        return Some(Verdict::direct("words of whom the sentence is about", None, 0.55));
    }
    (own && words >= 3 && !lead.head).then(|| Verdict::direct("in the first person", None, 0.55))
}

/// The "according to" of the sentence, unless a verb of a person stands between.
fn according(line: &Line<'_>, events: &[Event], at: usize, lead: Lead) -> Option<usize> {
    let end = events.partition_point(|event| event.item < at);
    let first = events[..end].partition_point(|event| event.item < lead.sentence);
    let source = (first..end).rev().find(|&index| {
        (events[index].has(Role::According) || events[index].has(Role::Himself))
            && !line.has(events[index].end, Role::Relative)
    })?;
    let other = events[source + 1..end].iter().any(|event| names_person(line, &event.who));
    (!other).then_some(source)
}

/// "According to X, the network accuses “…”": a thing does not say it, X does.
pub(in super::super) fn source_over(line: &Line<'_>, events: &[Event], index: usize) -> Option<usize> {
    let event = &events[index];
    let Who::Unnamed(bytes) = &event.who else { return None };
    if super::is_of_person(line, bytes) || event.has(Role::According) {
        return None;
    }
    let mut own = (0..index).rev().take_while(|&other| events[other].sentence == event.sentence);
    let before = own.find(|&other| events[other].has(Role::According))?;
    names_person(line, &events[before].who).then_some(before)
}

fn names_person(line: &Line<'_>, who: &Who) -> bool {
    match who {
        Who::Named(names) => names.iter().all(|&name| line.named[name].kind == EntityKind::Person),
        Who::Before(_) => true,
        _ => false,
    }
}

/// `comme le dit X, “…”`, `как выразился X, «…»`, `as X put it, “…”`.
fn as_said(line: &Line<'_>, event: &Event) -> bool {
    (event.item.saturating_sub(5)..event.item).any(|item| matches!(line.norm(item), "как" | "comme" | "as"))
}

/// A verb of speech whose clause ends the sentence: `has “eighteen months” before clients leave, according to X`.
fn trailing(line: &Line<'_>, events: &[Event], at: usize) -> Option<usize> {
    let end = line.sentence_ends[at].min(at + TAIL);
    let end = (at + 1..end).find(|&item| line.is_quote(item)).unwrap_or(end);
    let first = events.partition_point(|event| event.item <= at);
    let index = Some(first).filter(|&first| events.get(first).is_some_and(|event| event.item < end))?;
    let event = &events[index];
    let set_off = (at + 1..event.item).rev().take(5).any(|item| is_comma(line, item));
    let reports = (event.end..end).any(|item| line.has(item, Role::That) || line.norm(item) == ":");
    let speaks = event.has(Role::According) || event.has(Role::Verb) && set_off;
    (speaks && event.who != Who::Nobody && !reports && !event.leans()).then_some(index)
}

/// Whether words are spoken by one who says I or we.
fn in_first_person(tongue: Tongue, inner: &str) -> bool {
    let words: &[&str] = match tongue {
        Tongue::EN => {
            &["i", "we", "my", "our", "us", "me", "i'm", "we're", "i've", "we've", "i'd", "we'd", "i'll", "we'll"]
        }
        Tongue::FR => &["je", "nous", "mon", "ma", "mes", "nos", "notre", "moi"],
        _ => &["я", "мы", "мне", "нам", "нас", "меня", "мой", "наш", "наши", "моя", "наша"],
    };
    let lower = inner.to_lowercase().replace('’', "'");
    lower
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .take(40)
        .any(|word| words.contains(&word) || word.starts_with("j'"))
}

/// Whether the sentence is about a person or an organisation.
fn about_somebody(line: &Line<'_>, sentence: usize, at: usize) -> bool {
    super::about(line, sentence..at).is_some_and(|phrase| is_somebody(line, &phrase))
}

fn is_somebody(line: &Line<'_>, phrase: &Phrase) -> bool {
    match &phrase.who {
        Who::Named(names) => {
            names.iter().all(|&name| matches!(line.named[name].kind, EntityKind::Person | EntityKind::Org))
        }
        Who::Spokes(..) => true,
        Who::Unnamed(_) => phrase
            .items
            .clone()
            .any(|item| super::words::is_person_noun(line, item) || super::known::is_organisation(line, item)),
        _ => false,
    }
}

/// `In Farah’s words, “…”`
fn in_words_of(line: &Line<'_>, at: usize) -> Option<usize> {
    let noun = at.checked_sub(2).filter(|&item| {
        matches!(line.norm(item), "words" | "view" | "opinion" | "telling" | "account" | "phrase" | "estimation")
    })?;
    let owner = noun.checked_sub(1).filter(|&item| line.norm(item) == "'s")?;
    let token = line.token(owner)?;
    let name = line.named.partition_point(|name| name.last + 1 < token);
    line.named.get(name).filter(|named| named.last + 1 == token).map(|_| name)
}

/// Whom a sentence is about that a partial quotation stands in.
pub(in super::super) fn whose(line: &Line<'_>, at: usize) -> Option<Who> {
    if let Some(name) = in_words_of(line, at) {
        return Some(Who::Named(vec![name]));
    }
    let floor = at.saturating_sub(60);
    let start = (floor..at).rev().find(|&item| line.ends[item]).map_or(floor, |item| item + 1);
    super::about(line, start..at).filter(|phrase| is_somebody(line, phrase)).map(|phrase| phrase.who)
}
