//! The subject of a verb of speech in English, French and Russian: noun phrases, where a clause begins,
//! appositions and relative clauses between a name and its verb.

mod around;
mod gender;
mod introduced;
mod known;
mod near;
mod part;
mod phrase;
mod unnamed;
mod placed;
mod pronouns;
mod words;

use super::events::Event;
use super::lexicon::{Role, Tongue};
use super::line::Line;
use super::phrase::is_mark;
use super::pieces::comma_inside;
use super::subject::Who;
use crate::article::EntityKind;
pub(super) use around::behind_subject;
use around::{after, ahead};
pub(super) use gender::{gender_by_article, gender_of_name};
pub(super) use introduced::{Introduction, introduction};
pub(super) use near::{Near, about, before_colon, first_person, near, source};
pub(super) use part::{Lead, judge, source_over, whose};
use phrase::{Phrase, behind, name_at};
pub(super) use placed::{has_clitic, incised, inverted, is_weak, placed};
pub(super) use pronouns::{is_latter, replies};
pub(super) use unnamed::is_of_person;
use words::{is_break, is_comma, is_filler};

/// Longest way back from a verb to its subject, and on to one behind it, in items.
const REACH: usize = 48;
const BEHIND: usize = 30;

/// Whether these rules are for a line.
pub(super) fn speaks(line: &Line<'_>) -> bool {
    [Tongue::EN, Tongue::FR, Tongue::RU].contains(&line.tongue)
}

/// Finds the subject of a finite verb.
pub(super) fn verb(line: &Line<'_>, event: &mut Event, before: &[Event]) {
    if let Some(who) = clitic(line, event) {
        (event.who, event.rule) = who;
        return with_auxiliary(line, event);
    }
    let start = clause(line, event, before);
    let end = line.sentence_ends[event.item].min(event.end + BEHIND);
    let inverted = right_behind_quote(line, event, start);
    let found = if inverted { after(line, event.end, end).map(|phrase| (phrase, "subject after")) } else { None };
    let found = found.or_else(|| set_off(line, event, start, end).map(|phrase| (phrase, "subject after")));
    let found = found.or_else(|| institution(line, event, start).map(|phrase| (phrase, "institution")));
    let found = found.or_else(|| joined_participle(line, event, start).map(|phrase| (phrase, "subject before")));
    let found = found.or_else(|| ahead(line, start, event.item).map(|phrase| (phrase, "subject before")));
    let found = found.or_else(|| {
        let object = event.has(Role::Object) && line.tongue != Tongue::RU;
        let spoken = !object && (line.tongue != Tongue::EN || inverted || ends_quote(line, event.item));
        if spoken { after(line, event.end, end).map(|phrase| (phrase, "subject after")) } else { None }
    });
    let Some((phrase, rule)) = found else {
        return same_subject(line, event, before);
    };
    if let (Who::Before(_), Some(main)) = (&phrase.who, before.last())
        && main.sentence == event.sentence
        && main.who != Who::Nobody
        && phrase.items.start > main.end
        && line.has(phrase.items.start - 1, Role::That)
    {
        // "X a répondu qu’elle ne commentait pas …": whoever says so.
        (event.who, event.rule) = (main.who.clone(), "subject of the sentence");
        return with_auxiliary(line, event);
    }
    let rule = if matches!(phrase.who, Who::Before(_)) { "pronoun" } else { rule };
    (event.who, event.rule) = (phrase.who, rule);
    with_auxiliary(line, event);
}

/// `X a présenté ses condoléances aux proches, …, et assuré que`: a second participle has the first one's subject.
fn joined_participle(line: &Line<'_>, event: &Event, start: usize) -> Option<Phrase> {
    let joined = event.item > start && line.has(event.item - 1, Role::Conj);
    let participle = ["é", "is", "it", "u"].iter().any(|end| line.norm(event.item).ends_with(end));
    let past = (start..event.item).any(|item| matches!(line.norm(item), "a" | "ont" | "avait"));
    (line.tongue == Tongue::FR && joined && participle && past)
        .then(|| around::leftmost(line, start, event.item))
        .flatten()
}

/// `a déclaré`: the auxiliary is a part of the cue.
fn with_auxiliary(line: &Line<'_>, event: &mut Event) {
    let before = event.item.checked_sub(1).map_or("", |item| line.norm(item));
    let auxiliary =
        matches!(before, "a" | "ont" | "avait" | "avaient") || before.starts_with("a-t-") || before.starts_with("ont-");
    if line.tongue == Tongue::FR && auxiliary {
        event.item -= 1;
    }
}

/// `…, and called it “…”`: a verb without a subject has that of the verb before.
fn same_subject(line: &Line<'_>, event: &mut Event, before: &[Event]) {
    let main = before.last().filter(|main| main.sentence == event.sentence && main.who != Who::Nobody);
    let joined =
        (event.item.saturating_sub(4)..event.item).any(|item| line.has(item, Role::Conj) || is_comma(line, item));
    if let Some(main) = main.filter(|_| joined || line.tongue == Tongue::FR) {
        (event.who, event.rule) = (main.who.clone(), "subject of the sentence");
    }
}

/// French `raconte-t-elle`, `a-t-il ajouté`, `assure-t-on à l’ARS`: the pronoun is written onto the verb.
fn clitic(line: &Line<'_>, event: &Event) -> Option<(Who, &'static str)> {
    if line.tongue != Tongue::FR {
        return None;
    }
    let own = event.item.checked_sub(1).into_iter().chain(event.item..event.end);
    let at = own.rev().find(|&item| placed::clitic(line.norm(item)).is_some())?;
    let pronoun = placed::clitic(line.norm(at))?;
    if pronoun == "on" {
        let end = line.sentence_ends[at].min(event.end + 8);
        let office = (event.end.max(at + 1)..end).find_map(|item| name_at(line, item));
        let office = office.filter(|&name| line.named[name].kind == EntityKind::Org);
        return Some(office.map_or_else(
            || line.bytes(at..at + 1).map_or((Who::Nobody, "pronoun"), |bytes| (Who::Before(bytes), "pronoun")),
            |name| (Who::Named(vec![name]), "institution"),
        ));
    }
    line.bytes(at..at + 1).map(|bytes| (Who::Before(bytes), "pronoun"))
}

/// Whether what is said stands right before the verb, a comma or a dash between at most.
fn right_behind_quote(line: &Line<'_>, event: &Event, start: usize) -> bool {
    let first = (start.saturating_sub(1)..event.item).rev().find(|&item| !is_filler(line, item));
    let Some(first) = first else { return event.item <= start };
    let dash = line.tongue == Tongue::RU && is_comma(line, first) && line.norm(first) != ",";
    line.is_quote(first)
        || is_comma(line, first) && first > 0 && (line.is_quote(first - 1) || dash && is_mark(line, first - 1))
        || matches!(line.norm(first), "как" | "comme") && first > start
}

/// `…, a annoncé jeudi la préfecture`; `…, said Ann Lee, a doctor`: a clause at the end of the sentence whose subject
/// stands behind its verb.
fn set_off(line: &Line<'_>, event: &Event, start: usize, end: usize) -> Option<Phrase> {
    let first = (start..event.item).rev().find(|&item| !is_filler(line, item))?;
    if !is_comma(line, first) || event.has(Role::Object) || line.has(event.end, Role::That) {
        return None;
    }
    let phrase = after(line, event.end, end)?;
    let closes = phrase.items.end >= end || is_break(line, phrase.items.end) || is_mark(line, phrase.items.end);
    let person = match &phrase.who {
        Who::Named(_) | Who::Spokes(..) => true,
        Who::Unnamed(bytes) => is_of_person(line, bytes),
        Who::Before(_) => phrase.items.start == event.end,
        _ => false,
    };
    (closes && person).then_some(phrase)
}

/// Whether a quotation ends a few items before.
fn ends_quote(line: &Line<'_>, item: usize) -> bool {
    (item.saturating_sub(2)..item).any(|at| line.is_quote(at))
}

/// Where the clause of a verb begins: its sentence, or behind the last long quotation, semicolon or verb of
/// speech that has its own subject.
fn clause(line: &Line<'_>, event: &Event, before: &[Event]) -> usize {
    let floor = event.sentence.max(event.item.saturating_sub(REACH));
    let cut = (floor..event.item).rev().find(|&item| {
        let set_off = || item == event.sentence || is_comma(line, item + 1) || comma_inside(line, item);
        line.is_quote(item) && (!line.is_short(item) || set_off()) || matches!(line.norm(item), ";" | ":")
    });
    let floor = cut.map_or(floor, |item| item + 1);
    let Some(last) = before.last().filter(|last| last.sentence == event.sentence && last.end > floor) else {
        return floor;
    };
    // "X, who told the judge so, said": the verb before is in a clause of its own.
    let relative = (floor..last.item).rev().take(12).any(|item| line.has(item, Role::Relative));
    match () {
        () if relative && !last.leans() => floor,
        // Behind "according to X," the subject comes after the comma.
        () if last.has(Role::According) => {
            (last.end..event.item).find(|&item| is_comma(line, item)).map_or(last.end, |item| item + 1)
        }
        () => last.end,
    }
}

/// Russian `в министерстве отметили`, `отметили в министерстве`; `на … on se dit` in French.
fn institution(line: &Line<'_>, event: &Event, start: usize) -> Option<Phrase> {
    let norm = line.norm(event.item);
    let endings = ["ли", "ют", "ят", "ут", "ат", "лись", "лось"];
    let impersonal = matches!(norm, "говорится" | "сообщается") || endings.iter().any(|end| norm.ends_with(end));
    let plural = line.tongue == Tongue::RU && impersonal
        || line.tongue == Tongue::FR && event.item > start && clitic_on(line, start, event.item);
    if !plural {
        return None;
    }
    let opens = |item: usize| matches!(line.norm(item), "в" | "во" | "на" | "à" | "au" | "chez" | "dans" | "из" | "со");
    let ahead = (start..event.item).find(|&item| opens(item)).filter(|&item| item <= start + 2);
    let end = line.sentence_ends[event.item].min(event.end + 10);
    let behind_verb = || (event.end..end).find(|&item| opens(item)).filter(|&item| item <= event.end + 2);
    let (from, to) = match ahead {
        Some(item) => (item + 1, event.item),
        None => (behind_verb()? + 1, end),
    };
    office(line, from, to)
}

fn clitic_on(line: &Line<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|item| line.norm(item) == "on")
}

/// The organisation in a place that a preposition opens, else the noun for one that the article has named:
/// `в ведомстве`, `в сообщении пресс-службы`.
fn office(line: &Line<'_>, from: usize, to: usize) -> Option<Phrase> {
    let end = (from..to).find(|&item| is_break(line, item)).unwrap_or(to).min(from + 8);
    let organisation = (from..end).find_map(|item| Some((item, name_at(line, item)?)));
    if let Some((item, name)) = organisation.filter(|&(_, name)| line.named[name].kind == EntityKind::Org) {
        let governed = item > from && line.has(item - 1, Role::Preposition);
        if !governed {
            return Some(Phrase { who: Who::Named(vec![name]), items: from..behind(line, item, name) });
        }
    }
    let noun = (from..end)
        .take_while(|&item| !line.has(item, Role::Preposition) && name_at(line, item).is_none())
        .find(|&item| known::is_office(line, item))?;
    let bytes = line.bytes(from.saturating_sub(1)..noun + 1)?;
    Some(Phrase { who: Who::Unnamed(bytes), items: from..noun + 1 })
}

/// Whether a French participle has no auxiliary, and so is no verb.
pub(super) fn is_bare_participle(line: &Line<'_>, item: usize, before: &[Event]) -> bool {
    let norm = line.norm(item);
    let participle = norm.ends_with('é')
        || matches!(
            norm,
            "prévenu"
                | "conclu"
                | "reconnu"
                | "averti"
                | "admis"
                | "promis"
                | "réagi"
                | "soutenu"
                | "répondu"
                | "poursuivi"
                | "renchéri"
                | "souri"
                | "défendu"
        );
    if line.tongue != Tongue::FR || !participle || line.roles(item).length > 1 {
        return false;
    }
    // "le prévenu"
    if item > 0 && matches!(line.norm(item - 1), "le" | "un" | "ce") {
        return true;
    }
    let auxiliary = (item.saturating_sub(5)..item).rev().take_while(|&at| !is_mark(line, at)).any(|at| {
        matches!(
            line.norm(at),
            "a" | "ont" | "avait" | "avaient" | "aura" | "auraient" | "aurait" | "ayant" | "s'est" | "est" | "avoir"
        ) || line.norm(at).starts_with("a-t-")
            || line.norm(at).starts_with("ont-")
            || line.norm(at).starts_with("avait-")
            || line.norm(at).starts_with("est-")
    });
    let joined = item > 0
        && (line.has(item - 1, Role::Conj) || is_filler(line, item - 1))
        && before.last().is_some_and(|last| line.sentence_ends[last.item] == line.sentence_ends[item]);
    // "a présenté ses condoléances et assuré que …"
    let reports = line.has(item + 1, Role::That) && item > 0 && line.has(item - 1, Role::Conj);
    !auxiliary && !joined && !reports
}
