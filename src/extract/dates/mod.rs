//! Dates and periods, with a value in ISO 8601 where one can be had.
//!
//! A full date says its value. "Tuesday", "last year" and "18 November" need to know when the
//! article was published; such a value is marked as worked out.

mod calendar;
mod relative;

use calendar::Day;
use relative::{relative, weekday};

use super::document::{Document, Language, Text};
use super::gazetteer::Kind;
use super::names::Name;
use crate::article::EntityKind;

/// A found date: first token, one past the last, letters cut, value and whether it was worked out.
struct Found {
    start: usize,
    end: usize,
    cut: usize,
    value: Option<(String, bool)>,
}

/// Finds the dates of a document; `published` is the ISO 8601 date of the article.
#[must_use]
pub(crate) fn find(document: &Document, published: Option<&str>) -> Vec<Name> {
    let today = published.and_then(Day::parse);
    let mut out = Vec::new();
    for (index, text) in document.texts.iter().enumerate() {
        let mut at = 0;
        while at < text.tokens.len() {
            let found = day_and_month(text, at, today)
                .or_else(|| iso(text, at))
                .or_else(|| relative(text, at, today))
                .or_else(|| weekday(text, at, today))
                .or_else(|| month_and_year(text, at, today))
                .or_else(|| year(text, at));
            let Some(found) = found else {
                at += 1;
                continue;
            };
            let mut name = Name::new(index, found.start..found.end, EntityKind::Date, "date");
            (name.cut, name.value) = (found.cut, found.value);
            at = found.end;
            out.push(name);
        }
    }
    out
}

/// A whole number in any digits; none with separators.
fn digits(text: &str) -> Option<i64> {
    let mut value = 0_i64;
    for c in text.chars() {
        let digit = match c {
            '0'..='9' => c as i64 - '0' as i64,
            '٠'..='٩' => c as i64 - '٠' as i64,
            '۰'..='۹' => c as i64 - '۰' as i64,
            _ => return None,
        };
        value = value.checked_mul(10)?.checked_add(digit)?;
    }
    (!text.is_empty()).then_some(value)
}

fn day_number(text: &Text, at: usize) -> Option<i64> {
    let raw = text.norm(at);
    let raw = raw
        .strip_suffix("-го")
        .or_else(|| raw.strip_suffix("th"))
        .or_else(|| raw.strip_suffix("st"))
        .or_else(|| raw.strip_suffix("er"))
        .unwrap_or(raw);
    digits(raw).filter(|day| (1..=31).contains(day))
}

fn year_number(text: &Text, at: usize) -> Option<i64> {
    let raw = text.norm(at);
    if text.is_mark(at) || raw.chars().count() != 4 {
        return None;
    }
    digits(raw).filter(|year| (1300..=2100).contains(year))
}

/// The month at a token (one or two words, or two names with a slash), as its number with calendar,
/// one past its last token, and the letters cut from the first.
fn month(text: &Text, at: usize) -> Option<(u16, usize, usize)> {
    let gazetteer = (*super::gazetteer::BUILT_IN)?;
    let word = text.words.get(at)?;
    if text.is_mark(at) || word.shape >= 16 && !word.is_capital() && text.language == Language::English {
        return None;
    }
    let mut best = None;
    for reading in &word.readings {
        let one = gazetteer
            .word(&reading.norm)
            .find(|entry| entry.kind == Kind::Month)
            .map(|entry| (entry.payload, at + 1, reading.cut));
        let two = gazetteer
            .phrases(&reading.norm, [text.norm(at + 1)].into_iter())
            .into_iter()
            .find(|(length, entry)| *length == 2 && entry.kind == Kind::Month)
            .map(|(_, entry)| (entry.payload, at + 2, reading.cut));
        best = best.or(two).or(one);
    }
    let (number, end, cut) = best?;
    // "نوفمبر/ تشرين الثاني": the same month by its other name.
    if text.norm(end) == "/"
        && let Some((same, after, 0)) = month(text, end + 1).filter(|other| other.0 == number)
    {
        return Some((same, after, cut));
    }
    Some((number, end, cut))
}

fn range_mark(text: &Text, at: usize) -> bool {
    matches!(text.norm(at), "-" | "–" | "—" | "الي" | "و" | "to" | "and" | "au" | "et" | "تا" | "سے")
        || text.norm(at) == "حتي"
}

fn value_of(day: Option<i64>, month: u16, year: Option<i64>, today: Option<Day>) -> Option<(String, bool)> {
    if month > 12 {
        return None;
    }
    let month = i64::from(month);
    let stated = year.is_some();
    let year = year.or_else(|| today.map(|today| nearest_year(today, month)))?;
    Some((day.map_or_else(|| format!("{year:04}-{month:02}"), |day| Day { year, month, day }.iso()), !stated))
}

/// The year in which a month without one lies nearest to today.
fn nearest_year(today: Day, month: i64) -> i64 {
    match month - today.month {
        7.. => today.year - 1,
        ..=-7 => today.year + 1,
        _ => today.year,
    }
}

/// `18 إلى 19 نوفمبر 2024`, `15 мая`, `May 15, 2024`.
fn day_and_month(text: &Text, at: usize, today: Option<Day>) -> Option<Found> {
    if let Some(first) = day_number(text, at) {
        let (last, from) = match day_number(text, at + 2).filter(|_| range_mark(text, at + 1)) {
            Some(last) => (Some(last), at + 3),
            None => (None, at + 1),
        };
        let from = if matches!(text.norm(from), "من" | "of" | "de") { from + 1 } else { from };
        let (number, end, cut) = month(text, from)?;
        // Hebrew writes "15 במאי": the preposition stays inside.
        let _ = cut;
        let (year, end) = trailing_year(text, end);
        let value = value_of(Some(first), number, year, today);
        let value = match (value, last.and_then(|last| value_of(Some(last), number, year, today))) {
            (Some((from, inferred)), Some((to, _))) => Some((format!("{from}/{to}"), inferred)),
            (value, _) => value,
        };
        return Some(Found { start: at, end, cut: 0, value });
    }
    if let Some((day, from)) = ordinal(text, at) {
        let (number, end, _) = month(text, from)?;
        let (year, end) = trailing_year(text, end);
        return Some(Found { start: at, end, cut: 0, value: value_of(Some(day), number, year, today) });
    }
    if matches!(text.language, Language::English) {
        let (number, end, _) = month(text, at)?;
        let day = day_number(text, end)?;
        let (year, end) = trailing_year(text, end + 1);
        return Some(Found { start: at, end, cut: 0, value: value_of(Some(day), number, year, today) });
    }
    None
}

/// `الرابع من`, `الحادي عشر من`: the day, and where the month stands.
fn ordinal(text: &Text, at: usize) -> Option<(i64, usize)> {
    const UNITS: [&str; 10] =
        ["الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"];
    let unit = |norm: &str| {
        if norm == "الحادي" {
            Some(1)
        } else {
            UNITS.iter().position(|unit| *unit == norm).map(|at| at as i64 + 1)
        }
    };
    let first = text.norm(at);
    let (day, end) = match (unit(first), text.norm(at + 1)) {
        (Some(unit), "عشر") => (unit + 10, at + 2),
        (Some(unit), "والعشرين" | "والعشرون") => (unit + 20, at + 2),
        (Some(unit), "والثلاثين") => (unit + 30, at + 2),
        (Some(unit), _) => (unit, at + 1),
        (None, _) if matches!(first, "العشرين" | "العشرون") => (20, at + 1),
        (None, _) if first == "الثلاثين" => (30, at + 1),
        _ => return None,
    };
    (text.norm(end) == "من" && day <= 31).then_some((day, end + 1))
}

fn trailing_year(text: &Text, end: usize) -> (Option<i64>, usize) {
    let from = if matches!(text.norm(end), "," | "،" | "من" | "عام" | "سنه" | "لعام" | "سال")
        && year_number(text, end + 1).is_some()
    {
        end + 1
    } else {
        end
    };
    match year_number(text, from) {
        Some(year) => (Some(year), from + 1),
        None => (None, end),
    }
}

/// `2024-11-19`, `19.11.2024`, `19/11/2024`.
fn iso(text: &Text, at: usize) -> Option<Found> {
    let token = text.tokens.get(at)?;
    let raw = text.raw(at);
    let parts: Vec<i64> = raw.split(['-', '.', '/']).map_while(digits).collect();
    let (parts, end) = match parts[..] {
        [a, b, c] => ([a, b, c], at + 1),
        [a] if token.norm.len() <= 4
            && matches!(text.norm(at + 1), "/" | "-")
            && text.norm(at + 3) == text.norm(at + 1) =>
        {
            ([a, digits(text.raw(at + 2))?, digits(text.raw(at + 4))?], at + 5)
        }
        _ => return None,
    };
    let day = match parts {
        [year @ 1900..=2100, month @ 1..=12, day @ 1..=31] | [day @ 1..=31, month @ 1..=12, year @ 1900..=2100] => {
            Day { year, month, day }
        }
        _ => return None,
    };
    Some(Found { start: at, end, cut: 0, value: Some((day.iso(), false)) })
}

const NEXT: &[&str] = &["المقبل", "القادم", "المقبله", "القادمه", "الاتي", "prochain", "הבא", "آينده", "next"];
const LAST: &[&str] = &["الماضي", "الماضيه", "الفائت", "المنصرم", "dernier", "שעבר", "האחרון", "گذشته", "last"];

/// `نوفمبر 2024`, `in May`.
fn month_and_year(text: &Text, at: usize, today: Option<Day>) -> Option<Found> {
    let (number, end, cut) = month(text, at)?;
    let (year, end) = trailing_year(text, end);
    let before = at.checked_sub(1).map_or("", |at| text.norm(at));
    if text.language == Language::Hebrew && cut == 0 && matches!(before, "בחודש" | "חודש" | "לחודש" | "מחודש")
    {
        let cut = usize::from(before != "חודש");
        return Some(Found { start: at - 1, end, cut, value: value_of(None, number, year, today) });
    }
    let alone = match text.language {
        Language::Arabic => matches!(
            before,
            "في" | "شهر"
                | "منذ"
                | "خلال"
                | "اواخر"
                | "مطلع"
                | "بدايه"
                | "نهايه"
                | "منتصف"
                | "اوائل"
                | "حتي"
        ),
        Language::English => matches!(before, "in" | "since" | "last" | "early" | "late" | "until" | "by" | "mid"),
        Language::French => matches!(before, "en" | "depuis" | "fin" | "début" | "mi"),
        Language::Russian => matches!(before, "в" | "с" | "конце" | "начале" | "до"),
        Language::Hebrew => cut > 0 && text.norm(at).chars().count() > 4,
        _ => matches!(before, "ماه" | "ماہ") || matches!(text.norm(end), "ماه" | "ميں"),
    };
    let followed =
        LAST.contains(&text.norm(end)) || NEXT.contains(&text.norm(end)) || matches!(text.norm(end), "الجاري");
    if year.is_none() && !alone && !followed {
        return None;
    }
    let end = if year.is_none() && followed { end + 1 } else { end };
    Some(Found { start: at, end, cut, value: value_of(None, number, year, today) })
}

/// `عام 2024`, `in 2024`, `2024 году`.
fn year(text: &Text, at: usize) -> Option<Found> {
    let heads = ["عام", "سنه", "العام", "سال", "سنہ", "שנת"];
    if let Some(reading) = text.words.get(at)?.readings.iter().find(|reading| heads.contains(&reading.norm.as_str()))
        && let Some(year) = year_number(text, at + 1)
    {
        return Some(Found { start: at, end: at + 2, cut: reading.cut, value: gregorian(year) });
    }
    let hebrew = text
        .norm(at)
        .strip_prefix("ב-")
        .or_else(|| text.norm(at).strip_prefix("מ-"))
        .or_else(|| text.norm(at).strip_prefix("ל-"));
    if let Some(year) = hebrew.and_then(digits).filter(|year| (1900..=2100).contains(year)) {
        return Some(Found { start: at, end: at + 1, cut: 2, value: gregorian(year) });
    }
    let year = year_number(text, at).filter(|year| *year >= 1800)?;
    let before = at.checked_sub(1).map_or("", |at| text.norm(at));
    let after = text.norm(at + 1);
    let (fits, end) = match text.language {
        Language::Russian if after.starts_with("год") || after == "г" => (true, at + 2),
        Language::English => (
            matches!(
                before,
                "in" | "since" | "of" | "by" | "until" | "from" | "during" | "before" | "after" | "late" | "early"
            ),
            at + 1,
        ),
        Language::French => (matches!(before, "en" | "depuis" | "dès" | "avant" | "après" | "fin" | "début"), at + 1),
        Language::Arabic => (matches!(before, "منذ" | "عامي" | "حتي"), at + 1),
        Language::Urdu => (after == "ميں" || after == "ء", at + 1),
        Language::Hebrew => (matches!(before, "ב" | "מאז" | "-"), at + 1),
        _ => (false, at + 1),
    };
    fits.then(|| Found { start: at, end, cut: 0, value: gregorian(year) })
}

/// The value of a year, unless it is one of the Persian or Islamic calendar.
fn gregorian(year: i64) -> Option<(String, bool)> {
    (year >= 1500).then(|| (format!("{year:04}"), false))
}
