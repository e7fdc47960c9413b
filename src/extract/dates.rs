//! Dates and periods, with a value in ISO 8601 where one can be had.
//!
//! A full date says its value. "Tuesday", "last year" and "18 November" need to know when the
//! article was published; such a value is marked as worked out.

use super::document::{Document, Language, Text};
use super::gazetteer::Kind;
use super::names::Name;
use crate::article::EntityKind;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Day {
    year: i64,
    month: i64,
    day: i64,
}

impl Day {
    /// From the first ten characters of an ISO 8601 date.
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.get(..10)?.split('-');
        let mut next = || parts.next()?.parse::<i64>().ok();
        let day = Self { year: next()?, month: next()?, day: next()? };
        ((1..=12).contains(&day.month) && (1..=31).contains(&day.day) && (1..=9999).contains(&day.year)).then_some(day)
    }

    /// Days since 1970-01-01, which was a Thursday.
    fn number(self) -> i64 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let of_era = year - era * 400;
        let of_year = (153 * ((self.month + 9) % 12) + 2) / 5 + self.day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    fn of_number(number: i64) -> Self {
        let shifted = number + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted - era * 146_097;
        let of_cycle = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * of_cycle + of_cycle / 4 - of_cycle / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        Self { year: of_cycle + era * 400 + i64::from(month <= 2), month, day }
    }

    /// ISO weekday, 1 is Monday.
    fn weekday(self) -> i64 {
        (self.number() + 3).rem_euclid(7) + 1
    }

    fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

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

/// What a phrase says of the day, month or year: language, words, unit, offset.
const RELATIVE: &[(&str, char, i64)] = &[
    ("هذا العام", 'y', 0),
    ("العام الجاري", 'y', 0),
    ("العام الحالي", 'y', 0),
    ("العام الماضي", 'y', -1),
    ("العام المقبل", 'y', 1),
    ("العام القادم", 'y', 1),
    ("السنه الماضيه", 'y', -1),
    ("السنه المقبله", 'y', 1),
    ("الشهر الجاري", 'm', 0),
    ("الشهر الحالي", 'm', 0),
    ("الشهر الماضي", 'm', -1),
    ("الشهر المقبل", 'm', 1),
    ("الشهر القادم", 'm', 1),
    ("اول امس", 'd', -2),
    ("اول من امس", 'd', -2),
    ("امس", 'd', -1),
    ("بعد غد", 'd', 2),
    ("غدا", 'd', 1),
    ("يوم امس", 'd', -1),
    ("yesterday", 'd', -1),
    ("tomorrow", 'd', 1),
    ("today", 'd', 0),
    ("last year", 'y', -1),
    ("this year", 'y', 0),
    ("next year", 'y', 1),
    ("last month", 'm', -1),
    ("this month", 'm', 0),
    ("next month", 'm', 1),
    ("вчера", 'd', -1),
    ("сегодня", 'd', 0),
    ("завтра", 'd', 1),
    ("позавчера", 'd', -2),
    ("в прошлом году", 'y', -1),
    ("в этом году", 'y', 0),
    ("в следующем году", 'y', 1),
    ("прошлого года", 'y', -1),
    ("этого года", 'y', 0),
    ("hier", 'd', -1),
    ("aujourd'hui", 'd', 0),
    ("demain", 'd', 1),
    ("l' an dernier", 'y', -1),
    ("l' année dernière", 'y', -1),
    ("cette année", 'y', 0),
    ("l' année prochaine", 'y', 1),
    ("le mois dernier", 'm', -1),
    ("le mois prochain", 'm', 1),
    ("אתמול", 'd', -1),
    ("היום", 'd', 0),
    ("מחר", 'd', 1),
    ("שלשום", 'd', -2),
    ("השנה", 'y', 0),
    ("בשנה שעברה", 'y', -1),
    ("בשנה הבאה", 'y', 1),
    ("בחודש שעבר", 'm', -1),
    ("החודש", 'm', 0),
    ("בחודש הבא", 'm', 1),
    ("ديروز", 'd', -1),
    ("امروز", 'd', 0),
    ("فردا", 'd', 1),
    ("سال گذشته", 'y', -1),
    ("سال جاري", 'y', 0),
    ("امسال", 'y', 0),
    ("سال آينده", 'y', 1),
    ("پارسال", 'y', -1),
    ("ماه گذشته", 'm', -1),
    ("ماه جاري", 'm', 0),
    ("ماه آينده", 'm', 1),
    ("گزشتہ روز", 'd', -1),
    ("گزشتہ سال", 'y', -1),
    ("رواں سال", 'y', 0),
    ("آئندہ سال", 'y', 1),
    ("گزشتہ ماہ", 'm', -1),
    ("رواں ماہ", 'm', 0),
    ("آئندہ ماہ", 'm', 1),
];

type ByFirst = std::collections::HashMap<String, Vec<(Vec<String>, char, i64)>>;

static PHRASES: std::sync::LazyLock<ByFirst> = std::sync::LazyLock::new(|| {
    let mut map = ByFirst::new();
    for (phrase, unit, offset) in RELATIVE {
        let mut words = phrase.split(' ').map(super::words::nz);
        if let Some(first) = words.next() {
            // Words lose the marks at their ends, "l'" its apostrophe.
            let first = first.trim_end_matches('\'').to_owned();
            map.entry(first).or_default().push((words.collect(), *unit, *offset));
        }
    }
    map
});

/// Parts of a day that stand before a weekday: `مساء الأربعاء`.
const PARTS: &[&str] = &["مساء", "صباح", "ظهر", "فجر", "ليل", "ليله", "عصر", "روز", "יום", "חודש"];

fn relative(text: &Text, at: usize, today: Option<Day>) -> Option<Found> {
    let word = text.words.get(at)?;
    for reading in word.readings.iter().filter(|reading| reading.cut <= 1) {
        let Some(list) = PHRASES.get(&reading.norm) else { continue };
        let fit = list
            .iter()
            .filter(|(rest, ..)| rest.iter().enumerate().all(|(index, word)| text.norm(at + 1 + index) == word))
            .max_by_key(|(rest, ..)| rest.len());
        let Some((rest, unit, offset)) = fit else { continue };
        let mut end = at + 1 + rest.len();
        // "أمس الثلاثاء"
        if *unit == 'd' && weekday_number(text, end).is_some() {
            end += 1;
        }
        let value = today.map(|today| (shifted(today, *unit, *offset), true));
        return Some(Found { start: at, end, cut: reading.cut, value });
    }
    None
}

fn shifted(today: Day, unit: char, offset: i64) -> String {
    match unit {
        'y' => format!("{:04}", today.year + offset),
        'm' => {
            let months = today.year * 12 + today.month - 1 + offset;
            format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1)
        }
        _ => Day::of_number(today.number() + offset).iso(),
    }
}

fn weekday_number(text: &Text, at: usize) -> Option<(i64, usize)> {
    let gazetteer = (*super::gazetteer::BUILT_IN)?;
    let word = text.words.get(at)?;
    if text.language == Language::English && !word.is_capital() {
        return None;
    }
    word.readings.iter().find_map(|reading| {
        gazetteer
            .word(&reading.norm)
            .find(|entry| entry.kind == Kind::Weekday)
            .map(|entry| (i64::from(entry.payload), reading.cut))
    })
}

/// The Hebrew weekdays after "יום": the lists have them with it.
fn hebrew_weekday(text: &Text, at: usize) -> Option<i64> {
    Some(match text.norm(at) {
        "ראשון" | "א'" => 7,
        "שני" | "ב'" => 1,
        "שלישי" | "ג'" => 2,
        "רביעי" | "ד'" => 3,
        "חמישי" | "ה'" => 4,
        "שישי" | "ו'" => 5,
        "שבת" => 6,
        _ => return None,
    })
}

const NEXT: &[&str] = &["المقبل", "القادم", "المقبله", "القادمه", "الاتي", "prochain", "הבא", "آينده", "next"];
const LAST: &[&str] = &["الماضي", "الماضيه", "الفائت", "المنصرم", "dernier", "שעבר", "האחרון", "گذشته", "last"];

/// `اليوم الثلاثاء`, `الثلاثاء الماضي`, `on Tuesday`, `во вторник`, `ביום שלישי`.
fn weekday(text: &Text, at: usize, today: Option<Day>) -> Option<Found> {
    let arabic = text.language == Language::Arabic;
    if PARTS.contains(&text.norm(at))
        && text.language != Language::Hebrew
        && let Some(found) =
            weekday_number(text, at + 1).filter(|found| found.1 == 0).and_then(|_| weekday(text, at + 1, today))
    {
        return Some(Found { start: at, ..found });
    }
    if arabic && text.norm(at) == "اليوم" {
        let next = weekday_number(text, at + 1);
        let end = if next.is_some() { at + 2 } else { at + 1 };
        // "اليوم" alone is "today" only where a sentence does not go on about a day.
        return (next.is_some() || matches!(text.norm(at + 1), "،" | "." | "ان" | "عن")).then(|| Found {
            start: at,
            end,
            cut: 0,
            value: today.map(|today| (today.iso(), true)),
        });
    }
    let two = (text.language == Language::Hebrew && matches!(text.norm(at), "יום" | "ביום" | "מיום" | "ליום"))
        .then(|| hebrew_weekday(text, at + 1))
        .flatten();
    let (number, cut, mut end) = match two {
        Some(number) => (number, usize::from(text.norm(at) != "יום"), at + 2),
        None => {
            let (number, cut) = weekday_number(text, at)?;
            let ordinal = text.language == Language::Hebrew
                || !arabic && text.language.is_arabic_script() && text.norm(at).chars().count() < 3;
            if ordinal && text.language == Language::Hebrew {
                return None;
            }
            (number, cut, at + 1)
        }
    };
    let direction = if NEXT.contains(&text.norm(end)) {
        1
    } else if LAST.contains(&text.norm(end)) {
        -1
    } else {
        0
    };
    if direction != 0 {
        end += 1;
    }
    let value = today.map(|today| {
        let back = (today.weekday() - number).rem_euclid(7);
        let day = match direction {
            1 => today.number() + if back == 0 { 7 } else { 7 - back },
            -1 => today.number() - if back == 0 { 7 } else { back },
            _ => today.number() - back,
        };
        (Day::of_number(day).iso(), true)
    });
    Some(Found { start: at, end, cut, value })
}

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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn days_are_counted() {
        let day = Day::parse("2024-11-19T08:00:00Z").unwrap();
        assert_eq!((day.weekday(), day.number()), (2, 20_046));
        assert_eq!(Day::of_number(day.number() + 103).iso(), "2025-03-02");
        for number in (-800_000..800_000).step_by(137) {
            assert_eq!(Day::of_number(number).number(), number);
        }
        assert_eq!(shifted(day, 'm', 2), "2025-01");
    }
}
