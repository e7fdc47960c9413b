//! Noun phrases: who or what stands at a place, with the name that an apposition gives.
//!
//! ```text
//! his attorney, Lamar Beauchesne           apposition: the person
//! оленевод из Хатанги Афанасий Поротов     a name behind the place of its head: the person
//! a spokesman for the Coast Guard          a head that speaks for an organisation
//! une source proche de l’enquête           a head without a name: as printed
//! ```

use std::ops::Range;

use super::super::lexicon::{Role, Tongue};
use super::super::line::{Item, Line};
use super::super::phrase::is_mark;
use super::super::subject::Who;
use super::unnamed::{author, unnamed};
use super::words::{Class, is, is_break, is_comma, is_filler, is_person_noun, is_small};
use crate::article::EntityKind;

/// Longest noun phrase, in items.
const LONGEST: usize = 18;

/// A noun phrase and where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Phrase {
    pub(in super::super) who: Who,
    pub(super) items: Range<usize>,
}

/// The mention that begins in an item.
pub(super) fn name_at(line: &Line<'_>, item: usize) -> Option<usize> {
    line.named_at[line.token(item)?]
}

/// The first item behind the mention that begins at `item`.
pub(super) fn behind(line: &Line<'_>, mut item: usize, name: usize) -> usize {
    let last = line.named[name].last;
    while line.token(item).is_some_and(|token| token <= last)
        || matches!(line.items.get(item), Some(&Item::Quote(pair)) if line.names[pair])
    {
        item += 1;
    }
    item
}

pub(super) fn is_person(line: &Line<'_>, name: usize) -> bool {
    line.named[name].kind == EntityKind::Person
}

/// Whether a preposition stands before an item, an article between at most.
pub(super) fn is_governed(line: &Line<'_>, item: usize, from: usize) -> bool {
    let article = item > from + 1 && is(line, item - 1, Class::Article) && !line.has(item - 1, Role::Preposition);
    let at = item - usize::from(article && item > 0);
    at > from && line.has(at - 1, Role::Preposition) && !line.has(at - 1, Role::Title)
}

/// Where the noun phrase that begins at `from` ends at the latest.
fn end_of(line: &Line<'_>, from: usize, limit: usize) -> usize {
    let limit = limit.min(line.items.len()).min(from + LONGEST);
    let mut item = from;
    while item < limit {
        if let Some(name) = name_at(line, item) {
            item = behind(line, item, name).max(item + 1);
        } else {
            let roles = line.roles(item);
            let stops = is_break(line, item)
                || roles.has(Role::Relative)
                || roles.has(Role::That) && (line.tongue != Tongue::EN || item > from)
                || roles.is_cue()
                    && !is_person_noun(line, item)
                    && is_small(line, item)
                    && !(item > from && line.tongue == Tongue::FR && is(line, item - 1, Class::Article))
                || item > from && roles.has(Role::Pronoun) && !line.has(item - 1, Role::Preposition)
                || is(line, item, Class::Clause)
                || item > from
                    && is_filler(line, item)
                    && !is(line, item, Class::Article)
                    && !(line.norm(item) == "en"
                        && line.norm(item - 1).ends_with('e')
                        && line.norm(item - 1).starts_with("ven"));
            if stops {
                break;
            }
            item += 1;
        }
        if item > from && line.ends[item - 1] {
            break;
        }
    }
    item.min(limit)
}

/// How many items a pronoun takes, a demonstrative that stands alone included: `ce dernier`, `тот`.
fn pronoun(line: &Line<'_>, from: usize) -> usize {
    let lone =
        || line.roles(from + 1).is_cue() || is_filler(line, from + 1) || super::placed::is_russian_verb(line, from + 1);
    match (line.norm(from), line.norm(from + 1)) {
        ("ce", "dernier") | ("cette", "dernière") | ("the", "latter") => 2,
        ("celui-ci" | "celle-ci" | "ceux-ci" | "celles-ci", _) => 1,
        ("тот" | "та", _) if line.tongue == Tongue::RU && lone() => 1,
        _ => usize::from(line.has(from, Role::Pronoun)),
    }
}

/// Reads the noun phrase that begins at `from`; none where no such phrase begins there.
pub(super) fn read(line: &Line<'_>, from: usize, limit: usize) -> Option<Phrase> {
    let pronoun = pronoun(line, from);
    if pronoun > 0 && name_at(line, from).is_none() {
        let bytes = line.bytes(from..from + pronoun)?;
        return Some(Phrase { who: Who::Before(bytes), items: from..from + pronoun });
    }
    let end = end_of(line, from, limit);
    if end <= from {
        return None;
    }
    if let Some(item) = (from..end).find(|&item| is_free_person(line, item, from)) {
        let (name, after) = with_name(line, name_at(line, item)?, item);
        let next = name_at(line, after)
            .filter(|&next| is_person(line, next) && line.named[next].entity != line.named[name].entity);
        if let Some(next) = next.filter(|_| line.tongue == Tongue::RU && item > from && after < end) {
            // "адвокат Лосева Анна Белова"
            return Some(Phrase { who: Who::Named(vec![next]), items: from..behind(line, after, next) });
        }
        let (names, last) = joined(line, name, after);
        return Some(Phrase { who: Who::Named(names), items: from..last });
    }
    if line.norm(end) == "("
        && let Some(close) = (end..(end + 8).min(line.items.len())).find(|&item| line.norm(item) == ")")
        && is_free_person(line, close + 1, from)
        && let Some(name) = name_at(line, close + 1)
    {
        // "минералог университета (ТГУ) Евгения Цой"
        return Some(Phrase { who: Who::Named(vec![name]), items: from..behind(line, close + 1, name) });
    }
    if let Some(owner) = author(line, from, end) {
        return Some(Phrase { who: Who::Named(vec![owner]), items: from..end });
    }
    if let Some((name, last)) =
        apposition(line, end, limit).or_else(|| renamed(line, from, end).filter(|&(_, last)| last <= limit))
    {
        return Some(Phrase { who: Who::Named(vec![name]), items: from..last });
    }
    organisation(line, from, end).or_else(|| unnamed(line, from, end))
}

/// A description that its name follows (`жительница Орска Тамара Ильина`) is one phrase with it, a comma between or not.
fn with_name(line: &Line<'_>, name: usize, item: usize) -> (usize, usize) {
    let after = behind(line, item, name);
    let at = after + usize::from(is_comma(line, after));
    match name_at(line, at) {
        Some(next) if line.named[name].nominal && line.named[next].entity == line.named[name].entity => {
            (next, behind(line, at, next))
        }
        _ => (name, after),
    }
}

/// A person that is neither behind a preposition nor whose somebody else is.
fn is_free_person(line: &Line<'_>, item: usize, from: usize) -> bool {
    let Some(name) = name_at(line, item).filter(|&name| is_person(line, name)) else { return false };
    !is_governed(line, item, from) && line.norm(behind(line, item, name)) != "'s"
}

/// The persons or organisations joined to a mention by "and", and the first item behind them.
fn joined(line: &Line<'_>, first: usize, mut item: usize) -> (Vec<usize>, usize) {
    let mut all = vec![first];
    while all.len() < 5 {
        let comma = is_comma(line, item) && all.len() < 4;
        let conj = line.has(item, Role::Conj) && matches!(line.norm(item), "and" | "et" | "и");
        let next = match () {
            () if conj => item + 1,
            // "A, B and C"
            () if comma
                && name_at(line, item + 1).is_some_and(|name| {
                    is_person(line, name) && matches!(line.norm(behind(line, item + 1, name)), "and" | "et" | "и")
                }) =>
            {
                item + 1
            }
            () => break,
        };
        let skip = next + usize::from(line.has(next, Role::Title) || is(line, next, Class::Article));
        let Some(name) = name_at(line, next).or_else(|| name_at(line, skip)) else { break };
        let at = if name_at(line, next).is_some() { next } else { skip };
        let after = behind(line, at, name);
        if line.named[name].kind != line.named[first].kind || line.norm(after) == "'s" {
            break;
        }
        if line.named[name].entity != line.named[first].entity {
            all.push(name);
        }
        item = after;
    }
    (all, item)
}

/// `…, Lamar Beauchesne,`: the person whom the comma at `comma` adds, and the item behind.
fn apposition(line: &Line<'_>, comma: usize, limit: usize) -> Option<(usize, usize)> {
    let mut at = comma;
    if line.norm(at) == "(" {
        at = (at..(at + 8).min(line.items.len())).find(|&item| line.norm(item) == ")")? + 1;
    }
    if !is_comma(line, at) {
        return None;
    }
    at += 1;
    while at < comma + 10 && name_at(line, at).is_none() && (is_small(line, at) || line.has(at, Role::Title)) {
        let fits = is_person_noun(line, at) || is(line, at, Class::Article) || line.roles(at).is_unknown();
        if !fits || at > comma + 4 {
            return None;
        }
        at += 1;
    }
    let name = name_at(line, at).filter(|&name| is_person(line, name) && !line.named[name].nominal)?;
    if at >= limit.max(comma + 1) {
        return None;
    }
    let after = behind(line, at, name);
    let closes = after >= line.items.len() || is_mark(line, after) || line.is_quote(after) || line.ends[after - 1];
    (closes && line.norm(after) != "'s" && !is_governed(line, at, comma)).then_some((name, after))
}

/// `Leur syndicat, l’Isnar-IMG,`: the organisation that a comma adds to a phrase without a person.
fn renamed(line: &Line<'_>, from: usize, end: usize) -> Option<(usize, usize)> {
    if !is_comma(line, end) || (from..end).any(|item| is_person_noun(line, item) || name_at(line, item).is_some()) {
        return None;
    }
    let at = end + 1 + usize::from(is(line, end + 1, Class::Article));
    let name =
        name_at(line, at).filter(|&name| line.named[name].kind == EntityKind::Org && !line.named[name].nominal)?;
    let after = behind(line, at, name);
    let noun = (from..end).any(|item| super::known::is_organisation(line, item));
    (noun && is_mark(line, after)).then_some((name, after))
}

/// The first organisation (or a place that stands alone) of a phrase, unless a person's noun is its head.
fn organisation(line: &Line<'_>, from: usize, end: usize) -> Option<Phrase> {
    let head = (from..end).find(|&item| name_at(line, item).is_some() || is_person_noun(line, item))?;
    let first = (from..end).find(|&item| name_at(line, item).is_some())?;
    let name = name_at(line, first)?;
    let after = behind(line, first, name);
    let modifies = after < end && (is_person_noun(line, after) || line.norm(after) == "'s");
    if head < first {
        let spokes = (from..first).find(|&item| line.has(item, Role::Spokes))?;
        let speaks_for = line.named[name].kind == EntityKind::Org && spokes < first;
        let bytes = line.bytes(from..after)?;
        return speaks_for.then_some(Phrase { who: Who::Spokes(name, bytes), items: from..after });
    }
    let alone = (from..first).all(|item| is(line, item, Class::Article) || line.has(item, Role::Conj));
    let kind = line.named[name].kind;
    let free = !is_governed(line, first, from) && !modifies;
    let fits = match kind {
        EntityKind::Org => free && (alone || !line.named[name].nominal),
        EntityKind::Place | EntityKind::Group => free && alone && after >= end,
        _ => false,
    };
    if !fits {
        return None;
    }
    let (names, last) = joined(line, name, after);
    Some(Phrase { who: Who::Named(names), items: from..last.max(after) })
}
