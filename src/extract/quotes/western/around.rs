//! The subject behind a verb, before it, at the head of its sentence.

use super::super::lexicon::{Role, Tongue};
use super::super::line::Line;
use super::super::subject::Who;
use super::BEHIND;
use super::phrase::{Phrase, behind, is_person, name_at, read};
use super::words::{Class, is, is_break, is_comma, is_filler, is_person_noun, is_small};

/// The subject behind a verb: what it is spoken to, where and when is passed over.
pub(super) fn after(line: &Line<'_>, from: usize, end: usize) -> Option<Phrase> {
    let mut item = from;
    for _ in 0..6 {
        while item < end && is_filler(line, item) && !is(line, item, Class::Article) {
            item += 1;
        }
        if item >= end || line.is_quote(item) && !line.is_short(item) {
            return None;
        }
        if line.has(item, Role::Preposition) && name_at(line, item).is_none() || is_dative(line, item) {
            item = behind_place(line, item, end);
            continue;
        }
        if line.is_short(item) {
            item += 1;
            continue;
        }
        // "a déclaré, lundi, le préfet"; "сказал, в частности, Иванов".
        if is_comma(line, item) && item > from
            || matches!(line.norm(item), ",") && item == from && line.tongue != Tongue::EN
        {
            let next = (item + 1..end.min(item + 7)).find(|&at| is_comma(line, at))?;
            let aside =
                line.has(item + 1, Role::Preposition) || line.has(item + 1, Role::Time) || is_filler(line, item + 1);
            // "a glissé, un brin moqueur, Luc Morin"
            let named = || read(line, next + 1, end).is_some_and(|phrase| matches!(phrase.who, Who::Named(_)));
            if !(aside || line.tongue == Tongue::FR && named()) {
                return None;
            }
            item = next + 1;
            continue;
        }
        return read(line, item, end);
    }
    None
}

/// A noun right behind a Russian or French verb whom it is spoken to: `сказал журналистам`.
fn is_dative(line: &Line<'_>, item: usize) -> bool {
    let norm = line.norm(item);
    line.tongue == Tongue::RU
        && name_at(line, item).is_none()
        && (norm.ends_with("ам")
            || norm.ends_with("ям")
            || matches!(
                norm,
                "суду"
                    | "агентству"
                    | "изданию"
                    | "каналу"
                    | "ему"
                    | "ей"
                    | "им"
                    | "нам"
                    | "мне"
                    | "это"
            ))
        || line.tongue == Tongue::EN && matches!(norm, "him" | "her" | "them" | "me" | "us")
}

/// The first item behind a phrase that a preposition opens, where the next one may begin.
fn behind_place(line: &Line<'_>, from: usize, end: usize) -> usize {
    let mut item = from + 1;
    while item < end {
        let governed = line.has(item - 1, Role::Preposition);
        if is_break(line, item) {
            return item;
        }
        if let Some(name) = name_at(line, item) {
            let other = name_at(line, behind(line, item, name)).filter(|&next| is_person(line, next));
            let other = other.is_some_and(|next| line.named[next].entity != line.named[name].entity);
            // "ответил на обвинения Беловой Иван Лосев": hers are the accusations.
            if !governed && is_person(line, name) && !(other && line.tongue == Tongue::RU) {
                return item;
            }
            item = behind(line, item, name);
            continue;
        }
        let opens = match line.tongue {
            Tongue::RU => line.has(item, Role::Title) || line.has(item, Role::Spokes) || line.has(item, Role::Source),
            Tongue::FR => is(line, item, Class::Article) || line.has(item, Role::Title),
            _ => is(line, item, Class::Article) || line.has(item, Role::Title),
        };
        if opens && !governed && item > from + 1 {
            return item;
        }
        item += 1;
    }
    end
}

/// The subject before a verb.
pub(super) fn ahead(line: &Line<'_>, start: usize, verb: usize) -> Option<Phrase> {
    let mut end = verb;
    while end > start && is_filler(line, end - 1) && !line.has(end - 1, Role::Pronoun) {
        end -= 1;
    }
    if end > start && line.has(end - 1, Role::Pronoun) && name_at(line, end - 1).is_none() {
        return read(line, end - 1, end);
    }
    if end > start && !is_comma(line, end - 1) && line.norm(end - 1) != ")" {
        for _ in 0..4 {
            let from = chunk(line, start, end);
            if let Some(found) = adjacent(line, from, end) {
                return Some(found);
            }
            let stopper = from.checked_sub(1).filter(|&at| at >= start)?;
            let inner = line.has(stopper, Role::Relative) || line.has(stopper, Role::That);
            if !inner {
                break;
            }
            end = stopper;
            // "X, who …": the comma before the relative.
            if end > start && is_comma(line, end - 1) {
                break;
            }
        }
    }
    inner(line, start, end).or_else(|| leftmost(line, start, verb))
}

/// `un choix que l’avocat des familles, Me X, juge …`: the subject of a relative clause, an apposition behind it.
fn inner(line: &Line<'_>, start: usize, verb: usize) -> Option<Phrase> {
    if verb <= start || !is_comma(line, verb - 1) {
        return None;
    }
    let opens = |item: &usize| {
        (line.has(*item, Role::That) || line.has(*item, Role::Relative) || is(line, *item, Class::Clause))
            && name_at(line, *item).is_none()
            && !matches!(line.norm(*item), "qui" | "who" | "which" | "et" | "and" | "и" | "а" | "mais" | "but" | "но")
            && !(line.tongue == Tongue::RU && line.norm(*item).starts_with("котор"))
    };
    let at = (start.max(verb.saturating_sub(20))..verb).rev().find(opens)?;
    let phrase = read(line, at + 1, verb)?;
    let closes = phrase.items.end + 1 >= verb || is_comma(line, phrase.items.end);
    (closes && matches!(phrase.who, Who::Named(_) | Who::Spokes(..))).then_some(phrase)
}

/// Where the run of words that ends before `end` begins.
fn chunk(line: &Line<'_>, start: usize, end: usize) -> usize {
    let mut item = end;
    while item > start {
        let at = item - 1;
        let roles = line.roles(at);
        let joins = line.has(at, Role::Conj)
            && at > start
            && matches!(line.norm(at), "and" | "et" | "и")
            && joins_names(line, at);
        let stops = is_break(line, at) && line.norm(at) != "'"
            || line.ends[at]
            || (roles.has(Role::Relative) || roles.has(Role::That)) && name_at(line, at).is_none()
            || is(line, at, Class::Clause) && !joins
            || line.is_quote(at) && !line.is_short(at);
        if stops {
            break;
        }
        item = at;
    }
    item
}

/// Whether "and" stands between a name and another.
fn joins_names(line: &Line<'_>, at: usize) -> bool {
    let Some(token) = at.checked_sub(1).and_then(|before| line.token(before)) else { return false };
    let index = line.named.partition_point(|name| name.last < token);
    let ends = line.named.get(index).is_some_and(|name| name.last == token);
    ends && (name_at(line, at + 1).is_some() || name_at(line, at + 2).is_some())
}

/// The subject within a run of words that the verb follows.
fn adjacent(line: &Line<'_>, from: usize, end: usize) -> Option<Phrase> {
    let mut item = from;
    while item < end {
        while item < end && (is_filler(line, item) && !is(line, item, Class::Article) || line.has(item, Role::Conj)) {
            item += 1;
        }
        if item >= end {
            return None;
        }
        if line.has(item, Role::Preposition) && name_at(line, item).is_none() {
            item = behind_place(line, item, end);
            continue;
        }
        let phrase = read(line, item, end)?;
        let reaches = phrase.items.end >= end || (phrase.items.end..end).all(|at| is_filler(line, at));
        let complement = line.has(phrase.items.end, Role::Preposition);
        return match phrase.who {
            Who::Named(_) | Who::Spokes(..) => Some(phrase),
            Who::Before(_) if reaches => Some(phrase),
            Who::Unnamed(_) if reaches && !disagrees(line, &phrase, end) => Some(whole(line, phrase, end)),
            Who::Unnamed(_) if complement && is_person_noun_in(line, &phrase) => Some(phrase),
            _ => None,
        };
    }
    None
}

/// Whether a Russian verb in the past cannot have this noun as its subject: `само обвинение назвал`.
fn disagrees(line: &Line<'_>, phrase: &Phrase, verb: usize) -> bool {
    if line.tongue != Tongue::RU || is_person_noun_in(line, phrase) {
        return false;
    }
    let at = phrase.items.start + usize::from(is(line, phrase.items.start, Class::Article));
    let (noun, verb) = (line.norm(at), line.norm(verb));
    match () {
        () if verb.ends_with('л') || verb.ends_with("лся") => {
            noun.ends_with(['о', 'е', 'а', 'я', 'у', 'ю', 'и', 'ы'])
        }
        () if verb.ends_with("ла") || verb.ends_with("лась") => !noun.ends_with(['а', 'я', 'ь']),
        () => false,
    }
}

fn is_person_noun_in(line: &Line<'_>, phrase: &Phrase) -> bool {
    phrase.items.clone().any(|item| is_person_noun(line, item))
}

/// A Russian object may stand before the subject: then the last word is it.
fn whole(line: &Line<'_>, phrase: Phrase, end: usize) -> Phrase {
    let last = end - 1;
    let long = phrase.items.len() > 1 && !phrase.items.clone().any(|item| is_person_noun(line, item) && item < last);
    if line.tongue == Tongue::RU
        && long
        && is_person_noun(line, last)
        && is_small(line, last)
        && !is(line, phrase.items.start, Class::Article)
        && let Some(bytes) = line.bytes(last..end)
    {
        return Phrase { who: Who::Unnamed(bytes), items: last..end };
    }
    phrase
}

/// The first phrase of a sentence, asides left out: `X, who …, said`; `On Monday, X, the mayor, said`.
pub(super) fn leftmost(line: &Line<'_>, start: usize, end: usize) -> Option<Phrase> {
    let mut item = start;
    for _ in 0..6 {
        while item < end
            && (is_filler(line, item) && !is(line, item, Class::Article)
                || line.has(item, Role::Conj)
                || is_comma(line, item))
        {
            item += 1;
        }
        if item >= end {
            return None;
        }
        let aside = line.has(item, Role::Preposition) || is(line, item, Class::Clause) || is_participle(line, item);
        if !aside || name_at(line, item).is_some() {
            if let Some(phrase) = read(line, item, end) {
                return Some(phrase);
            }
        } else if line.has(item, Role::Preposition) {
            // A short phrase of place without a comma behind it.
            let next = behind_place(line, item, end);
            if next < end && !is_break(line, next) {
                item = next;
                continue;
            }
        }
        item = (item..end).find(|&at| is_comma(line, at))? + 1;
    }
    None
}

/// A participle that opens an aside: `Asked whether`, `Contactée`, `Покидая зал`.
fn is_participle(line: &Line<'_>, item: usize) -> bool {
    let norm = line.norm(item);
    if name_at(line, item).is_some() || is_person_noun(line, item) || norm.chars().count() < 5 {
        return false;
    }
    match line.tongue {
        Tongue::EN => norm.ends_with("ing") || norm.ends_with("ed"),
        Tongue::FR => {
            ["é", "ée", "és", "ées", "ant"].iter().any(|end| norm.ends_with(end)) && !is(line, item, Class::Article)
        }
        _ => {
            ["ая", "яя", "вая", "ив", "ав", "вши", "вшись", "ясь", "уя"].iter().any(|end| norm.ends_with(end))
                && !norm.ends_with("ная")
                && !norm.ends_with("ская")
        }
    }
}

/// The first item behind the subject of an inverted verb.
pub(in super::super) fn behind_subject(line: &Line<'_>, from: usize) -> usize {
    after(line, from, line.items.len().min(from + BEHIND)).map_or(from, |phrase| phrase.items.end)
}
