//! The subject of a finite verb of speech: behind it, before it, above it.

use std::ops::Range;

use super::events::{Event, nearest_before};
use super::institution::{bare_subject, institution, office};
use super::kin;
use super::lexicon::{Role, Tongue};
use super::line::Line;
use super::phrase::capitalised;
use super::subject::{REACH, Scanned, Who, scan, scan_behind};
use super::urdu::ergative;
use super::western;
use crate::article::EntityKind;

/// The subject of a finite verb, behind it or before it as the language has it.
pub(super) fn verb(line: &Line<'_>, event: &mut Event, before: &[Event]) {
    if western::speaks(line) {
        return western::verb(line, event, before);
    }
    let end = event.end;
    let after = || scan_behind(line, end..line.items.len());
    let start = clause_start(line, event, before);
    if line.tongue.is(Tongue::AR) {
        return arabic(line, event, before, start);
    }
    if line.tongue.is(Tongue::UR)
        && let Some(who) = ergative(line, event)
    {
        (event.who, event.rule) = (who, "subject before نے");
        return;
    }
    if let Some(at) = event.item.checked_sub(1).filter(|&at| at >= start && line.has(at, Role::Pronoun))
        && let Some(bytes) = line.bytes(at..event.item)
    {
        (event.who, event.rule) = (Who::Before(bytes), "pronoun");
        return;
    }
    if line.tongue.is(Tongue::HE) && office(line, event, start) {
        return;
    }
    let before_verb = before_verb(line, start..event.item);
    let adjacent =
        event.item.checked_sub(1).is_some_and(|at| !is_comma(line, at) && !line.is_quote(at)) && event.item > start;
    let inverted = after();
    let right_behind = inverted.who != Who::Nobody && inverted.at <= event.end + 1 && !event.has(Role::Object);
    let chosen = match before_verb.who {
        Who::Nobody => (inverted.who, "subject after"),
        _ if right_behind && !adjacent => (inverted.who, "subject after"),
        who => (who, "subject before"),
    };
    (event.who, event.rule) = chosen;
    if event.who == Who::Nobody {
        institution(line, event, start);
    }
    if event.who == Who::Nobody {
        (event.who, event.rule) = (bare_subject(line, start, event.item), "subject before");
    }
    if event.who == Who::Nobody
        && (line.tongue.is(Tongue::FA) || line.tongue.is(Tongue::HE) || line.tongue.is(Tongue::UR))
    {
        over_quotation(line, event, before);
    }
    if event.who == Who::Nobody && (line.tongue.is(Tongue::RU) || line.tongue.is(Tongue::LATIN)) {
        let (from, behind) = (start.min(event.item)..event.item, event.end..line.items.len());
        let who = Some(capitalised(line, from, true)).filter(|who| *who != Who::Nobody);
        event.who =
            who.unwrap_or_else(|| if event.has(Role::Object) { Who::Nobody } else { capitalised(line, behind, false) });
        event.rule = "words with a capital";
    }
    if relative(line, event.item) && matches!(event.who, Who::Nobody) {
        event.who = nearest_before(line, event.sentence..event.item);
    }
}

/// The subject of an Arabic verb, whose clause begins at `start`.
fn arabic(line: &Line<'_>, event: &mut Event, before: &[Event], start: usize) {
    let found = scan_behind(line, event.end..line.items.len());
    let main = before.last().filter(|main| main.sentence == event.sentence && main.who != Who::Nobody);
    if let Some(main) = main
        && event.has(Role::Object)
        && event.roles.and
    {
        // "and accused Y of …": Y is no subject.
        (event.who, event.rule) = (main.who.clone(), "subject of the sentence");
        return;
    }
    if let Some(who) = right_before(line, start, event, &found.who) {
        (event.who, event.rule) = (who, "subject before");
        return;
    }
    if found.who != Who::Nobody {
        event.who = found.who;
        return;
    }
    if relative(line, event.item) {
        event.who = nearest_before(line, event.sentence..event.item);
        event.rule = "before the relative";
        return;
    }
    // "As for X, …, he said": the verb of أما carries a ف.
    let topic = matches!(line.norm(event.sentence), "اما" | "واما");
    if !event.roles.and || topic {
        (event.who, event.rule) = (before_verb(line, start..event.item).who, "subject before");
    }
}

/// The subject that stands right before an Arabic verb, with nothing between: `جملة ظل والدها يرددها`,
/// `وزير الثقافة سمير الخازن هنأ الكاتبة`.
fn right_before(line: &Line<'_>, start: usize, event: &Event, behind: &Who) -> Option<Who> {
    let last = event.item.checked_sub(1).filter(|&at| at >= start && !event.roles.and)?;
    let token = line.token(last)?;
    let word = &line.text[line.tokens[token].bytes.clone()];
    if *behind == Who::Nobody && kin::of(word, line.tongue).is_some() {
        return line.bytes(last..last + 1).map(Who::Unnamed);
    }
    if !matches!(behind, Who::Nobody | Who::Unnamed(_)) {
        return None;
    }
    let name = line.named.partition_point(|name| name.last < token);
    let ends = line.named.get(name).is_some_and(|name| name.last == token && name.kind == EntityKind::Person);
    let found = before_verb(line, start..event.item);
    (ends && matches!(&found.who, Who::Named(names) if names.iter().any(|&one| line.named[one].entity == line.named[name].entity))).then_some(found.who)
}

/// The subject before a verb: in the clause that a "but" or "while" opens if it has one, else before it.
fn before_verb(line: &Line<'_>, items: Range<usize>) -> Scanned {
    let breaks = items.clone().rev().find(|&item| line.has(item, Role::Break) && item > items.start);
    let own = breaks.map(|item| scan(line, item + usize::from(line.roles(item).length.max(1))..items.end));
    let that = (items.end.saturating_sub(4).max(items.start)..items.end).rev().find(|&item| line.norm(item) == "كه");
    if let Some(that) = that.filter(|_| line.tongue.is(Tongue::FA) && own.is_none()) {
        // "لحظه‌ای که خبرنگاری پرسید": the noun between "that" and the verb.
        let found = scan(line, that + 1..items.end);
        if found.who != Who::Nobody && !(that + 1..items.end).any(|item| is_comma(line, item)) {
            return found;
        }
    }
    own.filter(|found| found.who != Who::Nobody).unwrap_or_else(|| scan(line, items))
}

/// `X با بیان اینکه «…»، افزود`: the subject stands before the quotation that the verb follows.
fn over_quotation(line: &Line<'_>, event: &mut Event, before: &[Event]) {
    let main = before.iter().rev().take_while(|other| other.sentence == event.sentence).take(4);
    let main = main.filter(|other| other.who != Who::Nobody && other.rule.starts_with("subject")).last();
    let quoted = (event.sentence..event.item).rev().take(40).any(|item| line.is_quote(item));
    if let Some(main) = main {
        (event.who, event.rule) = (main.who.clone(), "subject of the sentence");
    } else if quoted {
        (event.who, event.rule) = (before_verb(line, event.sentence..event.item).who, "subject before");
    }
}

/// Where the clause of a verb begins: at its sentence, or behind the verb or complementiser before it.
fn clause_start(line: &Line<'_>, event: &Event, before: &[Event]) -> usize {
    let last = before.last().filter(|other| other.sentence == event.sentence).map_or(event.sentence, |other| other.end);
    let last = last.max(behind_source(line, event, before, last));
    let floor = last.max(event.item.saturating_sub(REACH));
    let that = (floor..event.item).rev().find(|&item| {
        let roles = line.roles(item);
        roles.has(Role::That) && !line.tongue.is(Tongue::FA) && roles.length == 1 && !line.tongue.is(Tongue::HE)
            || line.is_quote(item) && !line.is_short(item)
            || matches!(line.norm(item), ";" | "؛")
    });
    that.map_or(floor, |item| item + 1)
}

/// Behind `according to X,` the subject comes after the comma.
fn behind_source(line: &Line<'_>, event: &Event, before: &[Event], from: usize) -> usize {
    let source = before.last().is_some_and(|other| other.sentence == event.sentence && other.has(Role::According));
    let comma = (from..event.item.min(from + 12)).find(|&item| source && is_comma(line, item));
    comma.map_or(from, |item| item + 1)
}

pub(super) fn is_comma(line: &Line<'_>, item: usize) -> bool {
    matches!(line.norm(item), "," | "،" | "-" | "–" | "—")
}

fn relative(line: &Line<'_>, item: usize) -> bool {
    item.checked_sub(1)
        .is_some_and(|at| line.has(at, Role::Relative) && line.roles(at).length == 1 && !line.tongue.is(Tongue::DE))
}
