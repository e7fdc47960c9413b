//! Whom a sentence is about: its subject, where it says nothing itself. `Zangana looked less hopeful. “We have
//! signed many papers,” he said.`

use std::ops::Range;

use super::gender::Gender;
use super::lexicon::{Role, Tongue};
use super::line::Line;
use super::phrase::{is_mark, preposition_attached};
use super::subject::{REACH, Who, scan};
use super::voice::Voice;
use super::western;
use crate::article::{EntityKind, Speaker};

/// How many words of no known part may stand before a subject: its verb, mostly.
const LEAD: usize = 8;

/// Whom the sentence in `items` is about.
pub(super) enum Topic {
    /// A person or an organisation that is named.
    Known(Voice),
    /// The bytes of a description: `الكاتبة`, `מאמנו`.
    Described(Range<usize>),
}

/// Whom the sentence in `items` is about: its first subject, else the first person that no preposition stands
/// right before.
pub(super) fn of(line: &Line<'_>, items: Range<usize>) -> Option<Topic> {
    if western::speaks(line) {
        return match western::about(line, items.clone()).map(|phrase| phrase.who) {
            Some(Who::Named(names)) if names.len() == 1 && line.named[names[0]].kind == EntityKind::Person => {
                known(line, names[0]).map(Topic::Known)
            }
            Some(Who::Unnamed(bytes)) if western::is_of_person(line, &bytes) => Some(Topic::Described(bytes)),
            Some(Who::Before(bytes)) if western::is_latter(&line.text[bytes.clone()]) => Some(Topic::Described(bytes)),
            Some(Who::Before(_)) => None,
            _ => western::first_person(line, items).and_then(|name| known(line, name)).map(Topic::Known),
        };
    }
    let mut found = scan(line, items.clone());
    if found.who == Who::Nobody && line.tongue == Tongue::FA {
        // "عصر که به شوش زنگ زدیم، نگهبان گوشی را برداشت": a clause with "that" before it.
        let comma = items.clone().take(REACH).find(|&at| matches!(line.norm(at), "،" | ","));
        found = comma.map_or(found, |comma| scan(line, comma + 1..items.end));
    }
    let unknown = |&at: &usize| line.roles(at).is_unknown() && !is_mark(line, at);
    let near = |at: usize| (items.start..at).filter(unknown).count() <= LEAD;
    match found.who {
        Who::Named(names) if near(found.at) => match names.as_slice() {
            [name] => known(line, *name)
                .or_else(|| first_person(line, items).and_then(|name| known(line, name)))
                .map(Topic::Known),
            _ => None,
        },
        Who::Unnamed(bytes)
            if found.at <= items.start + 2 || line.tongue.is(Tongue::FA) && is_mark(line, found.at - 1) =>
        {
            Some(Topic::Described(bytes))
        }
        _ if asked(line, &items) => {
            let name = items.filter_map(|item| line.named_at[line.token(item)?]);
            name.filter(|&name| line.named[name].kind == EntityKind::Person)
                .find_map(|name| known(line, name))
                .map(Topic::Known)
        }
        _ => first_person(line, items.clone())
            .or_else(|| owner(line, items))
            .and_then(|name| known(line, name))
            .map(Topic::Known),
    }
}

/// `رحیم داد کی آنکھیں نم ہیں`: in Urdu the one whose eyes they are.
fn owner(line: &Line<'_>, items: Range<usize>) -> Option<usize> {
    let first = items.clone().take(3).find(|&item| line.named_at_item(item)).filter(|_| line.tongue == Tongue::UR)?;
    let name = line.named_at[line.token(first)?].filter(|&name| line.named[name].kind == EntityKind::Person)?;
    let behind = items.into_iter().find(|&item| line.token(item) == Some(line.named[name].last + 1))?;
    matches!(line.norm(behind), "كي" | "كا" | "كے").then_some(name)
}

fn known(line: &Line<'_>, name: usize) -> Option<Voice> {
    let named = &line.named[name];
    let gender = match named.kind {
        EntityKind::Person => None,
        EntityKind::Org => Some(of_organisation(line, name)?),
        _ => return None,
    };
    let speaker = Speaker { entity: Some(named.entity), name: None, span: None };
    Some(Voice { speakers: vec![speaker], rule: "the one before", gender })
}

/// Whether we ask in the sentence: who is asked answers (`از X پرسیدیم`).
fn asked(line: &Line<'_>, items: &Range<usize>) -> bool {
    const ASKED: &[&str] = &[
        "پرسيديم",
        "پرسيدم",
        "ميپرسم",
        "ميپرسيم",
        "مي\u{200c}پرسم",
        "نسال",
        "اسال",
        "سالنا",
        "سالناه",
        "سالناها",
        "سالت",
        "שאלנו",
        "שאלתי",
        "پوچھا",
        "پوچھي",
    ];
    items.clone().take(REACH).any(|item| ASKED.contains(&line.norm(item)))
}

/// The first person of a run of words that is neither behind a preposition nor whose somebody else is.
fn first_person(line: &Line<'_>, items: Range<usize>) -> Option<usize> {
    let end = items.end.min(items.start + REACH);
    (items.start..end).find_map(|item| {
        let token = line.token(item)?;
        let name = line.named_at[token].filter(|&name| line.named[name].kind == EntityKind::Person)?;
        let after =
            item.checked_sub(1).is_some_and(|at| line.has(at, Role::Preposition) && !line.tongue.is(Tongue::UR));
        let last = line.named[name].last;
        let behind = (item..end).find(|&at| line.token(at) == Some(last)).map_or(item, |at| at) + 1;
        let turned = line.tongue.is(Tongue::UR) && line.has(behind, Role::Preposition);
        let attached = preposition_attached(line, token, line.named[name].bytes.start);
        (!after && !attached && !turned).then_some(name)
    })
}

/// The gender of an organisation where its head shows it: `وزارة`, `חברה`.
fn of_organisation(line: &Line<'_>, name: usize) -> Option<Gender> {
    let first = line.tokens.partition_point(|token| token.bytes.end <= line.named[name].bytes.start);
    let head = line.tokens.get(first)?.norm.as_str();
    let feminine = line.tongue.is(Tongue::AR) && head.ends_with('ه')
        || line.tongue.is(Tongue::HE) && head.ends_with(['ה', 'ת']) && !line.roles[first].has(Role::Title);
    feminine.then_some(Gender::Feminine)
}

/// Who stands before a colon and what is said: the subject of the sentence, of its last clause, or the institution
/// that a Hebrew sentence begins with (`בוועד האולימפי היו זהירים: "…"`).
pub(super) fn before_colon(line: &Line<'_>, item: usize) -> Who {
    let floor = item.saturating_sub(40);
    let start = (floor..item).rev().find(|&at| line.ends[at]).map_or(floor, |at| at + 1);
    if western::speaks(line) {
        return western::before_colon(line, start..item);
    }
    let whole = scan(line, start..item).who;
    if whole != Who::Nobody {
        return whole;
    }
    let commas = (start + 1..item).rev().filter(|&at| matches!(line.norm(at), "," | "،")).take(3);
    let clause = commas.map(|at| scan(line, at + 1..item).who).find(|who| *who != Who::Nobody);
    let institution = || {
        let token = line.token(start).filter(|_| line.tongue.is(Tongue::HE))?;
        let name = line.named_at[token].filter(|&name| line.named[name].kind == EntityKind::Org)?;
        line.text[line.tokens[token].bytes.clone()].starts_with('ב').then_some(Who::Named(vec![name]))
    };
    let heading = || {
        // "والفلاحون: «…»": a noun with its article right before the colon.
        let noun = item.checked_sub(2).filter(|&at| at >= start && is_plain_noun(line, at))?;
        line.bytes(noun..noun + 1).map(|bytes| Who::Unnamed(front(line, bytes)))
    };
    clause.or_else(institution).or_else(heading).unwrap_or(Who::Nobody)
}

/// A definite noun, nothing but a mark, a conjunction or the beginning before it.
fn is_plain_noun(line: &Line<'_>, item: usize) -> bool {
    let norm = line.norm(item);
    let definite = line.tongue.is(Tongue::AR) && (norm.starts_with("ال") || norm.starts_with("وال"))
        || line.tongue.is(Tongue::HE) && norm.starts_with('ה') && norm.chars().count() > 3;
    let alone = norm.starts_with("وال") || item == 0 || is_mark(line, item - 1) || line.ends[item - 1];
    definite && alone && !line.roles(item).is_cue() && !line.has(item, Role::Time)
}

/// Bytes without the conjunction before an article.
fn front(line: &Line<'_>, bytes: Range<usize>) -> Range<usize> {
    let cut = line.text[bytes.clone()].starts_with("وال");
    bytes.start + if cut { 'و'.len_utf8() } else { 0 }..bytes.end
}
