//! Who stands near a place: behind "according to", before a colon, in the sentences before.

use super::super::lexicon::{Role, Tongue, roles_of};
use super::super::line::Line;
use super::super::phrase::is_mark;
use super::super::subject::Who;
use super::around::leftmost;
use super::phrase::{Phrase, behind, is_governed, is_person, name_at, read};
use super::unnamed::is_of_person;
use super::{BEHIND, REACH};
use crate::article::EntityKind;

/// Who stands behind "according to", and the person whom an apposition behind its comma adds.
pub(in super::super) fn source(line: &Line<'_>, from: usize) -> Option<Who> {
    let end = line.sentence_ends.get(from).copied()?.min(from + BEHIND);
    if line.has(from, Role::Relative) {
        // "…, Solenn Le Guirriec, selon qui": the nearest person before.
        let back = (from.saturating_sub(12)..from)
            .rev()
            .find_map(|item| name_at(line, item).filter(|&name| is_person(line, name)));
        return back.map(|name| Who::Named(vec![name]));
    }
    if let Some(who) = russian_source(line, from, end) {
        return Some(who);
    }
    read(line, from, end).map(|phrase| phrase.who)
}

/// `по словам источника РБК в правительстве`: a source in the genitive, with nobody's name behind it.
fn russian_source(line: &Line<'_>, from: usize, end: usize) -> Option<Who> {
    let norm = line.norm(from);
    let bare = ["а", "я", "ов", "ев", "ей"].iter().find_map(|ending| norm.strip_suffix(ending));
    let source = line.tongue == Tongue::RU
        && bare.is_some_and(|bare| {
            let roles = roles_of(bare, Tongue::RU);
            roles.has(Role::Source) || roles.has(Role::Spokes)
        });
    let stop =
        (from..end.min(from + 8)).find(|&item| is_mark(line, item) || line.is_quote(item)).unwrap_or(end.min(from + 8));
    let named = (from..stop).any(|item| name_at(line, item).is_some_and(|name| is_person(line, name)));
    (source && !named).then(|| line.bytes(from..stop)).flatten().map(Who::Unnamed)
}

/// Whom a sentence is about: its first phrase.
pub(in super::super) fn about(line: &Line<'_>, items: std::ops::Range<usize>) -> Option<Phrase> {
    leftmost(line, items.start, items.end.min(items.start + REACH))
}

/// Persons of the sentences before a place, nearest sentence first.
#[derive(Debug, Default)]
pub(in super::super) struct Near {
    /// No preposition stands before them.
    pub(super) free: Vec<usize>,
    pub(super) governed: Vec<usize>,
}

impl Near {
    /// All of them, the free ones first.
    pub(in super::super) fn all(self) -> Vec<usize> {
        self.free.into_iter().chain(self.governed).collect()
    }
}

/// The persons named in the sentence before that of an item, or in the one before that if nobody speaks between.
pub(in super::super) fn near(line: &Line<'_>, item: usize) -> Near {
    let mut near = Near::default();
    let mut sentences = 0;
    for at in (0..item).rev().take(120) {
        if line.ends[at] {
            sentences += 1;
            if sentences > 2 || !(near.free.is_empty() && near.governed.is_empty()) {
                break;
            }
        }
        if let Some(name) = name_at(line, at).filter(|&name| sentences > 0 && is_person(line, name)) {
            let governed = is_governed(line, at, 0) || line.norm(behind(line, at, name)) == "'s";
            let list = if governed { &mut near.governed } else { &mut near.free };
            list.push(line.named[name].entity);
        }
        // Whoever speaks here speaks on, named or not.
        if sentences > 0 && line.has(at, Role::Verb) && line.ends[..at].iter().rev().take(1).any(|end| *end) {
            break;
        }
    }
    near.free.reverse();
    near.governed.reverse();
    near
}

/// The first person of a run of words that no preposition governs.
pub(in super::super) fn first_person(line: &Line<'_>, items: std::ops::Range<usize>) -> Option<usize> {
    let end = items.end.min(items.start + REACH);
    (items.start..end).find_map(|item| {
        let name = name_at(line, item).filter(|&name| is_person(line, name))?;
        (!is_governed(line, item, items.start) && line.norm(behind(line, item, name)) != "'s").then_some(name)
    })
}

/// The person whose mention ends right before an item.
fn last_person(line: &Line<'_>, item: usize) -> Option<usize> {
    let token = line.token(item.checked_sub(1)?)?;
    let name = line.named.partition_point(|name| name.last < token);
    line.named.get(name).filter(|named| named.last == token && named.kind == EntityKind::Person).map(|_| name)
}

/// The person whose mention ends right before a description and its comma.
fn apposed_to(line: &Line<'_>, bytes: &std::ops::Range<usize>) -> Option<usize> {
    let first = line.tokens.partition_point(|token| token.bytes.end <= bytes.start);
    let comma = first.checked_sub(1).filter(|&at| line.tokens[at].norm == ",")?;
    let name = line.named.partition_point(|name| name.last + 1 < comma);
    line.named.get(name).filter(|named| named.last + 1 == comma && named.kind == EntityKind::Person).map(|_| name)
}

/// Who stands before a colon and what is said: whom the sentence is about, the nearest person or organisation in it.
pub(in super::super) fn before_colon(line: &Line<'_>, items: std::ops::Range<usize>) -> Who {
    let colon = items.end.saturating_sub(1);
    let first = about(line, items.start..colon).map(|phrase| phrase.who);
    if let Some(Who::Named(names)) = &first
        && names.iter().all(|&name| is_person(line, name))
    {
        return Who::Named(names.clone());
    }
    let free = |person: bool| {
        (items.start..colon).rev().take(REACH).find_map(|item| {
            let name = name_at(line, item)?;
            let kind = line.named[name].kind;
            let fits = kind == EntityKind::Person || !person && kind == EntityKind::Org;
            (fits && !is_governed(line, item, items.start)).then_some(name)
        })
    };
    match (free(true).or_else(|| free(false)), first) {
        (_, Some(who @ (Who::Before(_) | Who::Spokes(..)))) => who,
        (Some(name), _) => Who::Named(vec![name]),
        // "Même constat chez Luc Morin, éleveur :"
        (None, Some(Who::Unnamed(bytes))) if apposed_to(line, &bytes).is_some() => {
            Who::Named(apposed_to(line, &bytes).into_iter().collect())
        }
        (None, Some(Who::Unnamed(bytes))) if is_of_person(line, &bytes) => Who::Unnamed(bytes),
        (None, Some(who @ Who::Named(_))) => who,
        // "Réponse de Luc Morin :"
        _ => last_person(line, colon).map_or(Who::Nobody, |name| Who::Named(vec![name])),
    }
}
