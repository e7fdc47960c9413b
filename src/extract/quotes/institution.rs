//! Institutions behind a preposition: `В Кремле заявили`, `בצה"ל מסרו`, `ממשרד הפנים נמסר`, and what documents say:
//! `جاء في البيان`, `در این بیانیه آمده است`.

use super::events::Event;
use super::lexicon::{Role, Tongue};
use super::line::Line;
use super::phrase::is_mark;
use super::subject::{Who, scan};
use crate::article::EntityKind;

/// How far a document or an institution is looked for, in items.
const REACH: usize = 10;

/// With a verb in the plural or the passive the institution behind "in" or "from" speaks.
pub(super) fn institution(line: &Line<'_>, event: &mut Event, start: usize) {
    let norm = line.norm(event.item);
    let passive = line.tongue.is(Tongue::HE) && event.has(Role::Document);
    let plural = match () {
        () if line.tongue.is(Tongue::HE) => norm.ends_with(['ו', 'ם']) || passive,
        () if line.tongue.is(Tongue::RU) => norm.ends_with("ли") || norm.ends_with("ют") || norm.ends_with("ят"),
        () => false,
    };
    if !plural {
        return;
    }
    if let Some(name) = organisation(line, start..event.item.min(start + 4)) {
        (event.who, event.rule) = (Who::Named(vec![name]), "institution");
    } else if line.tongue.is(Tongue::HE) {
        let behind = event.end..line.sentence_ends[event.item].min(event.end + 6);
        let from = behind.clone().find(|&item| is_from(line, item));
        if let Some(name) = from.and_then(|from| organisation(line, from..behind.end)) {
            (event.who, event.rule) = (Who::Named(vec![name]), "institution");
        } else if let Some(bytes) =
            from.filter(|&from| line.norm(from).starts_with("מה")).and_then(|from| line.bytes(from..from + 1))
        {
            (event.who, event.rule) = (Who::Unnamed(bytes.start + 'מ'.len_utf8()..bytes.end), "institution");
        } else if let Some(bytes) = unnamed(line, start, event.item) {
            (event.who, event.rule) = (Who::Unnamed(bytes), "institution");
        }
    }
}

fn organisation(line: &Line<'_>, mut items: std::ops::Range<usize>) -> Option<usize> {
    let name = items.find_map(|item| line.named_at[line.token(item)?])?;
    (line.named[name].kind == EntityKind::Org).then_some(name)
}

/// Whether a word begins with "from", or is it.
fn is_from(line: &Line<'_>, item: usize) -> bool {
    let norm = line.norm(item);
    matches!(norm, "מן" | "מטעם") || norm.starts_with('מ') && norm.chars().count() > 3
}

/// `מהעירייה נמסר`: an institution that is no name, its preposition cut off.
fn unnamed(line: &Line<'_>, start: usize, verb: usize) -> Option<std::ops::Range<usize>> {
    let norm = line.norm(start);
    let cut = norm.chars().next().filter(|c| matches!(c, 'מ' | 'ב'))?.len_utf8();
    let plain =
        (start..verb).all(|item| line.token(item).is_some() && !is_mark(line, item) && !line.has(item, Role::Time));
    if !plain || verb > start + 5 || norm.chars().count() < 4 || !line.roles(start).is_unknown() {
        return None;
    }
    let bytes = line.bytes(start..verb)?;
    line.text.get(bytes.start + cut..bytes.end).map(|_| bytes.start + cut..bytes.end)
}

/// The bytes without the preposition that is written onto a Hebrew document.
fn front(line: &Line<'_>, at: usize, bytes: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let cut = line.tongue.is(Tongue::HE) && line.roles(at).is_unknown() && line.norm(at).starts_with('ב');
    bytes.start + if cut { 'ב'.len_utf8() } else { 0 }..bytes.end
}

/// `ממשרד ראש הממשלה נמסר`, `הגיבו בלשכת השר X`: an office speaks, whoever is named in its name.
pub(super) fn office(line: &Line<'_>, event: &mut Event, start: usize) -> bool {
    let passive = event.has(Role::Document) && !line.named_at_item(start) && line.norm(start).starts_with('מ');
    if let Some(bytes) = unnamed(line, start, event.item).filter(|_| passive) {
        (event.who, event.rule) = (Who::Unnamed(bytes), "institution");
        return true;
    }
    let at = event.end;
    let norm = line.norm(at);
    let plural = line.norm(event.item).ends_with(['ו', 'ם']) || event.has(Role::Document);
    let Some(rest) = norm.strip_prefix(['ב', 'מ']).filter(|rest| plural && OFFICES.contains(rest)) else {
        return false;
    };
    let cut = norm.len() - rest.len();
    let end = (at + 1..line.items.len().min(at + 7))
        .find(|&item| is_mark(line, item) || line.is_quote(item) || line.has(item, Role::That));
    let named = line.token(at).is_some_and(|token| line.named_at[token].is_some());
    let Some(bytes) = line.bytes(at..end.unwrap_or(at + 2)).filter(|_| !named) else { return false };
    (event.who, event.rule) = (Who::Unnamed(bytes.start + cut..bytes.end), "institution");
    true
}

/// Offices of somebody.
const OFFICES: &[&str] =
    &["לשכת", "לשכתו", "לשכתה", "סביבת", "סביבתו", "סביבתה", "מטה", "צוות", "מחנה", "משרדו", "משרדה"];

/// `הארגון הוסיף`, `وزارت بهداشت می‌گوید`: up to three words that nothing is known of begin the sentence, then the verb.
pub(super) fn bare_subject(line: &Line<'_>, start: usize, verb: usize) -> Who {
    let plain = |item: usize| {
        line.token(item).is_some()
            && !is_mark(line, item)
            && !line.named_at_item(item)
            && (line.roles(item).is_unknown() || item == start && line.has(item, Role::TermHead))
    };
    let begins = start == 0 || line.ends[start - 1];
    // "کاخ سفید در بیانیه‌ای اعلام کرد"
    let until = (start..verb).find(|&item| line.tongue == Tongue::FA && matches!(line.norm(item), "در" | "با" | "به"));
    let verb = until.unwrap_or(verb);
    if !begins || start >= verb || verb > start + 3 || !(start..verb).all(plain) || line.norm(start).chars().count() < 3
    {
        return Who::Nobody;
    }
    let noun = match () {
        () if line.tongue.is(Tongue::HE) => line.norm(start).starts_with('ה') && line.norm(start).chars().count() > 3,
        () => line.tongue == Tongue::FA && !line.norm(start).ends_with('ا'),
    };
    line.bytes(start..verb).filter(|_| noun).map_or(Who::Nobody, Who::Unnamed)
}

/// Whether a verb such as `جاء` tells what a document says.
pub(super) fn tells(line: &Line<'_>, item: usize) -> bool {
    match () {
        () if line.tongue.is(Tongue::AR) => {
            let next = line.norm(item + 1);
            matches!(next, "فيه" | "فيها" | "علي")
                || next == "في" && (item + 2..item + 6).any(|at| is_document(line, at) || line.named_at_item(at))
        }
        () if line.tongue.is(Tongue::FA) || line.tongue.is(Tongue::UR) => {
            (item.saturating_sub(REACH)..item).any(|at| is_document(line, at))
        }
        () => true,
    }
}

fn is_document(line: &Line<'_>, item: usize) -> bool {
    // "בהחלטה", "בהכרעת הדין"
    let glued = || {
        let bare = line.norm(item).strip_prefix('ב').filter(|_| line.tongue.is(Tongue::HE));
        bare.is_some_and(|bare| {
            let next = line.norm(item + 1);
            let has = |word: &str| super::lexicon::roles_of(word, line.tongue).has(Role::Statement);
            has(bare) || next == "הדין" && matches!(bare, "הכרעת" | "גזר" | "פסק")
        })
    };
    line.has(item, Role::Statement) || line.has(item, Role::Occasion) || glued()
}

/// Whose document it is: the organisation named beside it, or the one that the sentence is about.
pub(super) fn document(line: &Line<'_>, item: usize, sentence: usize, before: &[Event]) -> Who {
    let end = line.sentence_ends[item];
    let back = matches!(line.norm(item + 1), "فيه" | "فيها");
    if back {
        let main =
            before.iter().rev().take_while(|other| other.sentence == sentence).find(|other| other.who != Who::Nobody);
        // "إذ تقدم النائب X بطلب إحاطة جاء فيه": of the last clause.
        let clause =
            (sentence..item).rev().take(24).find(|&at| matches!(line.norm(at), "اذ" | "حيث" | "بعدما" | "فيما"));
        let near = clause.map(|at| scan(line, at + 1..item).who).filter(|who| *who != Who::Nobody);
        return near.or_else(|| main.map(|main| main.who.clone())).unwrap_or_else(|| scan(line, sentence..item).who);
    }
    let window = if line.tongue.is(Tongue::AR) {
        item + 1..end.min(item + REACH)
    } else {
        item.saturating_sub(REACH).max(sentence)..end.min(item + 6)
    };
    let Some(at) = window.clone().find(|&at| is_document(line, at)) else { return Who::Nobody };
    // In Urdu the owner stands before: "نیپرا کے نوٹس میں".
    let owner = || (at.saturating_sub(8).max(sentence)..at).rev().find_map(|item| organisation(line, item..item + 1));
    if let Some(name) =
        organisation(line, at..window.end.min(at + 6)).or_else(|| owner().filter(|_| line.tongue.is(Tongue::UR)))
    {
        return Who::Named(vec![name]);
    }
    // "جاء في حيثيات اللجنة أن": whose it is stands behind it.
    let owner = line.tongue.is(Tongue::AR) && line.norm(at + 1).starts_with("ال") && !line.norm(at).starts_with("ال");
    if owner && line.has(at + 2, Role::That) {
        return line.bytes(at + 1..at + 2).map_or(Who::Nobody, Who::Unnamed);
    }
    let end = at + usize::from(line.roles(at).length.max(1)) + usize::from(line.norm(at + 1) == "הדין");
    line.bytes(at..end).map(|bytes| front(line, at, bytes)).map_or(Who::Nobody, Who::Statement)
}
