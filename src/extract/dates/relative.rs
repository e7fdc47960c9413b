//! Dates that are told from today: `أمس`, `last year`, `on Tuesday`.

use super::super::document::{Language, Text};
use super::super::gazetteer::Kind;
use super::calendar::{Day, shifted};
use super::{Found, LAST, NEXT};

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
        let mut words = phrase.split(' ').map(super::super::words::nz);
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

pub(super) fn relative(text: &Text, at: usize, today: Option<Day>) -> Option<Found> {
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

fn weekday_number(text: &Text, at: usize) -> Option<(i64, usize)> {
    let gazetteer = (*super::super::gazetteer::BUILT_IN)?;
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

/// `اليوم الثلاثاء`, `الثلاثاء الماضي`, `on Tuesday`, `во вторник`, `ביום שלישי`.
pub(super) fn weekday(text: &Text, at: usize, today: Option<Day>) -> Option<Found> {
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
