//! The subject in Urdu: before نے, before کا with کہنا.

use std::ops::Range;

use super::events::{Event, nearest_before};
use super::lexicon::Role;
use super::line::Line;
use super::phrase::is_mark;
use super::subject::{REACH, Who, scan};
use crate::article::EntityKind;

/// Longest phrase of a subject without a name, in items.
const PHRASE: usize = 6;

/// `یہ کہنا ہے 74 سالہ X کا`: the subject stands behind.
fn cleft(line: &Line<'_>, event: &Event) -> Option<usize> {
    let opens = event.item.checked_sub(1).is_some_and(|at| line.norm(at) == "يہ");
    let name = (event.end..event.end + 8).filter(|_| opens).find_map(|item| line.named_at[line.token(item)?])?;
    let last = (event.end..event.end + 14).find(|&item| line.token(item) == Some(line.named[name].last))?;
    matches!(line.norm(last + 1), "كا" | "كي" | "كے").then_some(name)
}

/// In Urdu the subject stands before نے, or before کا with کہنا.
pub(super) fn ergative(line: &Line<'_>, event: &Event) -> Option<Who> {
    let floor = event.sentence.max(event.item.saturating_sub(REACH));
    let floor = (floor..event.item).rev().find(|&item| line.has(item, Role::Break)).map_or(floor, |item| item + 1);
    if matches!(line.norm(event.item), "كہنا" | "الفاظ")
        && let Some(name) = cleft(line, event)
    {
        return Some(Who::Named(vec![name]));
    }
    if line.norm(event.item) == "اواز" {
        // "X کی آواز بھرا جاتی ہے"
        return Some(nearest_before(line, floor..event.item)).filter(|who| *who != Who::Nobody);
    }
    let mark = (floor..event.item).rev().find(|&item| line.has(item, Role::Ergative)).or_else(|| {
        let says = line.norm(event.item) == "كہنا";
        says.then(|| (floor..event.item).rev().find(|&item| matches!(line.norm(item), "كا" | "كي"))).flatten()
    })?;
    if mark.checked_sub(1).is_some_and(|at| matches!(line.norm(at), "جنہوں" | "جنھوں" | "جس" | "جن")) {
        // "X، جنھوں نے سنچری بنائی، کہتے ہیں"
        return Some(nearest_before(line, floor..mark - 1)).filter(|who| *who != Who::Nobody);
    }
    if (floor..mark).rev().take(2).any(|item| line.has(item, Role::Pronoun)) {
        let bytes = line.bytes(mark.saturating_sub(1)..mark)?;
        return Some(Who::Before(bytes));
    }
    let ends_at = |item: usize| {
        let token = line.token(item)?;
        let at = line.named.partition_point(|name| name.last < token);
        line.named.get(at).filter(|name| name.last == token).map(|_| at)
    };
    if let Some(name) = mark.checked_sub(1).and_then(ends_at) {
        return Some(joined(line, floor, mark).unwrap_or(Who::Named(vec![name])));
    }
    if let Some(others) = joined(line, floor, mark) {
        return Some(others);
    }
    let spokes = mark.checked_sub(1).is_some_and(|at| line.has(at, Role::Spokes));
    if let Some(phrase) = noun_phrase(line, floor, mark).filter(|phrase| line.bytes(phrase.clone()).is_some()) {
        let name = phrase.clone().find_map(|item| line.named_at[line.token(item)?]);
        let organisation = name.filter(|&name| line.named[name].kind == EntityKind::Org);
        let bytes = line.bytes(phrase.clone())?;
        if let Some(name) = organisation.filter(|_| spokes) {
            return Some(Who::Spokes(name, bytes));
        }
        if let Some(name) = organisation.filter(|&name| line.token(phrase.end - 1) == Some(line.named[name].last)) {
            return Some(Who::Named(vec![name]));
        }
        return Some(Who::Unnamed(bytes));
    }
    match scan(line, floor..mark).who {
        Who::Nobody => Some(nearest_before(line, floor..mark)).filter(|who| *who != Who::Nobody),
        who => Some(who),
    }
}

/// `X اور Y نے`: both.
fn joined(line: &Line<'_>, floor: usize, mark: usize) -> Option<Who> {
    let and = (floor.max(mark.saturating_sub(6))..mark).rev().find(|&item| line.norm(item) == "اور")?;
    let name_from = |items: Range<usize>| items.filter_map(|item| line.named_at[line.token(item)?]).next_back();
    let (first, second) = (name_from(floor.max(and.saturating_sub(5))..and)?, name_from(and + 1..mark)?);
    let beside = line.token(and - 1) == Some(line.named[first].last);
    let persons = [first, second].iter().all(|&name| line.named[name].kind == EntityKind::Person);
    (beside && persons && first != second).then(|| Who::Named(vec![first, second]))
}

/// `ایک اور صارف`: another one.
fn other(line: &Line<'_>, item: usize) -> bool {
    item.checked_sub(1).is_some_and(|before| line.norm(before) == "ايك")
}

/// Of whom `کے مطابق` is said where nobody is named.
pub(super) fn of(line: &Line<'_>, sentence: usize, item: usize) -> Who {
    let phrase = noun_phrase(line, sentence.max(item.saturating_sub(REACH)), item);
    let phrase = phrase.filter(|phrase| !phrase.clone().any(|item| line.has(item, Role::Pronoun)));
    phrase.and_then(|phrase| line.bytes(phrase)).map_or(Who::Nobody, Who::Unnamed)
}

/// The noun phrase that ends right before `نے` (or `کا` of `کا کہنا ہے`): with the genitives that belong to it.
fn noun_phrase(line: &Line<'_>, floor: usize, mark: usize) -> Option<Range<usize>> {
    let mut start = mark;
    while start > floor && mark - start < PHRASE {
        let item = start - 1;
        let roles = line.roles(item);
        let genitive = matches!(line.norm(item), "كے" | "كي" | "كا");
        let owned = matches!(line.norm(start), "كے" | "كي" | "كا");
        let noun = line.token(item).is_some()
            && !is_mark(line, item)
            && !(roles.has(Role::That)
                || roles.has(Role::Conj) && !other(line, item)
                || roles.has(Role::Break)
                || roles.has(Role::Time))
            && !(roles.has(Role::Verb) || roles.has(Role::Ergative) || roles.has(Role::Preposition) && !genitive)
            && (!roles.has(Role::Pronoun) || owned)
            && !(line.ends[item]);
        if !noun || genitive && start == mark {
            break;
        }
        start = item;
    }
    // "{پاور ڈویژن} کے ایک اعلیٰ افسر": of a name's one, from "one" on.
    if let Some(one) = (start..mark).find(|&item| line.norm(item) == "ايك" && item > start) {
        let owner = (start..one).any(|item| line.named_at_item(item));
        start = if owner { one } else { start };
    }
    // "گرفتار ملزم ہمایوں خلیل کے وکیل": from the name on.
    let named = (start..mark).find(|&item| line.named_at_item(item));
    start = named.filter(|&item| item > start && !matches!(line.norm(item - 1), "كے" | "كي" | "كا")).unwrap_or(start);
    while start < mark && matches!(line.norm(start), "كے" | "كي" | "كا") {
        start += 1;
    }
    (start < mark).then_some(start..mark)
}
