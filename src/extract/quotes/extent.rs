//! How far the words of an unnamed speaker reach: `גורם בכיר באגף ההנדסה`, `یک منبع آگاه در بانک مرکزی`, but not
//! `גורם בכיר בשיחה עם`, `یک مقام آگاه در نامه‌ای`.

use std::ops::Range;

use super::lexicon::{Role, Tongue};
use super::line::Line;
use super::phrase::{glued_preposition, is_mark, preposition_attached};
use crate::article::EntityKind;

/// Heads of offices: with "in" before them they belong to the phrase.
const OFFICES: &str =
    "وزارت وزارتخانه بانك شركت سازمان دولت مجلس شورا شوراي نيروي اداره كميسيون دفتر دادگاه استانداري شهرداري باشگاه";

/// Arabic verbs that begin what is told of a source: asked not to be named.
const CONDITIONS: &[&str] = &[
    "طلب",
    "طلبت",
    "طلبوا",
    "اشترط",
    "اشترطت",
    "فضل",
    "فضلت",
    "رفض",
    "رفضت",
    "اثر",
    "اثرت",
    "لم",
    "لا",
    "تحفظ",
    "تحفظت",
    "يعمل",
    "تعمل",
    "كان",
    "كانت",
    "شارك",
    "حضر",
    "عاين",
    "يقيم",
    "تقيم",
    "وهو",
    "وهي",
];

/// Persian words that "of" belongs to: one of, some of.
const SOME: &[&str] =
    &["يكي", "برخي", "بسياري", "شماري", "تعدادي", "گروهي", "جمعي", "تني", "بعضي", "نفر", "تن", "عدهاي", "عده"];

/// Whether a word is "one" of those that follow: `אחת המפונות`.
pub(super) fn one_of(line: &Line<'_>, item: usize) -> bool {
    let next = line.norm(item + 1);
    matches!(line.norm(item), "אחד" | "אחת")
        && (next.starts_with('ה') || next.starts_with('מ'))
        && next.chars().count() > 3
}

/// Where the phrase of an Urdu head begins: at the noun that owns it (`مقتول کے والد`).
pub(super) fn owner(line: &Line<'_>, from: usize, at: usize) -> usize {
    let Some(noun) = at.checked_sub(2).filter(|&noun| noun >= from && line.tongue.is(Tongue::UR)) else { return at };
    let genitive = matches!(line.norm(at - 1), "كے" | "كي" | "كا");
    let Some(token) = line.token(noun).filter(|_| genitive && line.norm(noun).chars().count() > 3) else { return at };
    let name = line.named.partition_point(|name| name.last < token);
    let name = line.named.get(name).filter(|name| name.bytes.start < line.tokens[token].bytes.end);
    match name {
        // "گل زمان کی والدہ"
        Some(name) if name.kind == EntityKind::Person => {
            let first = line.tokens.partition_point(|token| token.bytes.end <= name.bytes.start);
            (from..=noun).rev().take(6).find(|&item| line.token(item) == Some(first)).unwrap_or(at)
        }
        None if line.roles(noun).is_unknown() => noun,
        _ => at,
    }
}

/// Whether an item that looks like a preposition still belongs to the phrase that begins at `head`.
pub(super) fn goes_on(line: &Line<'_>, head: usize, item: usize) -> bool {
    let norm = line.norm(item);
    if line.tongue.is(Tongue::FA) {
        let next = line.norm(item + 1);
        let office = OFFICES.split(' ').any(|office| office == next) || is_office(line, item + 1);
        return norm == "در" && office;
    }
    if line.tongue.is(Tongue::AR) && line.tongue != Tongue::ARABIC_SCRIPT {
        // "مسؤول بالديوان"
        return item == head + 1
            && norm.strip_prefix("بال").is_some_and(|rest| rest.chars().count() > 2)
            && line.roles(item).is_unknown();
    }
    if !line.tongue.is(Tongue::HE) || item > head + 3 {
        return false;
    }
    if norm == "לשעבר" {
        return true;
    }
    let Some(rest) = norm.strip_prefix(['ב', 'מ']).filter(|rest| rest.chars().count() > 2) else { return false };
    let named = line.named_at_item(item);
    (named || line.roles(item).is_unknown()) && !is_occasion(rest)
}

fn is_office(line: &Line<'_>, item: usize) -> bool {
    line.token(item).and_then(|token| line.named_at[token]).is_some_and(|name| line.named[name].kind == EntityKind::Org)
}

/// Hebrew words for where and when something is said.
fn is_occasion(norm: &str) -> bool {
    const OCCASIONS: &[&str] = &[
        "שיחה",
        "ראיון",
        "תגובה",
        "הודעה",
        "נאום",
        "מכתב",
        "ציוץ",
        "פוסט",
        "הצהרה",
        "דיון",
        "תדרוך",
        "סוף",
        "תחילת",
        "ישיבה",
        "ישיבת",
        "מהלך",
        "יום",
        "ערב",
        "בוקר",
        "שבוע",
        "שנה",
        "חודש",
        "תוקף",
        "קול",
        "פני",
        "מיוחד",
    ];
    OCCASIONS.contains(&norm) || norm.strip_prefix('ה').is_some_and(|rest| OCCASIONS.contains(&rest))
}

/// Whether the phrase ends before an item for a reason of its own language: the relative ש.
pub(super) fn ends(line: &Line<'_>, head: usize, item: usize) -> bool {
    let norm = line.norm(item);
    match () {
        () if line.tongue.is(Tongue::HE) => {
            item > head && norm.starts_with('ש') && norm.chars().count() > 3 && line.roles(item).is_unknown()
        }
        () if line.tongue.is(Tongue::FA) => {
            line.has(item, Role::That)
                || matches!(norm, "با" | "به" | "در" | "را")
                || norm == "از" && !SOME.contains(&line.norm(item - 1))
                || norm == "اين" && line.norm(item + 2) == "را"
        }
        // "أبلغ مصدر مقرب من الوفد وكالة …": behind an article the phrase is closed.
        () if line.tongue.is(Tongue::AR) => {
            let closed = line.norm(item - 1).starts_with("ال") && !norm.starts_with("ال");
            closed && (line.named_at_item(item) || line.has(item, Role::TermHead))
                || item > head + 1 && CONDITIONS.contains(&norm)
        }
        () => false,
    }
}

/// Where the phrase of a head begins: at the article before it ("a port official").
fn article_before(line: &Line<'_>, from: usize, at: usize) -> usize {
    let articles = [
        "a", "an", "the", "one", "un", "une", "le", "la", "l'", "ein", "eine", "ايك", "يك", "اين", "همين", "همان",
        "another", "some",
    ];
    let floor = at.saturating_sub(3).max(from);
    let article = (floor..at).rev().find(|&item| articles.contains(&line.norm(item)) && line.norm(item + 1) != "را");
    let own = |article: &usize| (*article + 1..at).all(|item| line.roles(item).is_unknown() && !is_mark(line, item));
    article.filter(own).unwrap_or_else(|| owner(line, from, at))
}

/// The words of a phrase without a name: up to a comma, a dash, a relative pronoun, eight words.
pub(super) fn phrase(line: &Line<'_>, from: usize, at: usize, end: usize) -> Option<Range<usize>> {
    let start = article_before(line, from, at);
    let stop = (at + 1..end).find(|&item| {
        let roles = line.roles(item);
        if goes_on(line, at, item) {
            return item >= at + 8;
        }
        line.token(item).is_none()
            || is_mark(line, item) && !(matches!(line.norm(item), "'" | "׳") && item == at + 1)
            || roles.has(Role::Relative)
            || ends(line, at, item)
            || roles.is_cue()
            || roles.has(Role::Time)
            || roles.has(Role::Ergative)
            || line.tongue.is(Tongue::UR) && roles.has(Role::Preposition)
            || item >= at + 8
            || line.token(item).is_some_and(|token| match line.named_at[token] {
                Some(name) => preposition_attached(line, token, line.named[name].bytes.start),
                None => glued_preposition(line, token),
            })
            || roles.has(Role::Preposition) && (!roles.has(Role::Inside) || line.has(item + 1, Role::Occasion))
    });
    let first = start.max(from);
    let mut bytes = line.bytes(first..stop.unwrap_or(end).max(at + 1))?;
    // "والفلاحون": the conjunction is none of the phrase.
    let roles = line.roles(first);
    let and = line.tongue == Tongue::AR && (roles.and || roles.is_unknown() && line.norm(first).starts_with("وال"));
    if let Some(front) = line.text[bytes.clone()].chars().next().filter(|c| and && matches!(c, 'و' | 'ف')) {
        bytes.start += front.len_utf8();
    }
    Some(bytes)
}
