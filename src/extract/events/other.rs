//! Events by pattern in the languages other than Arabic, and storms in all.

use super::{Found, Text, ending, starting, with_year};
use crate::article::EntityKind;
use crate::extract::document::Language;
use crate::extract::gazetteer::Kind;
use crate::extract::names::Name;

/// Words that make an event of the name before them: `G20 summit`, `Falklands war`.
const BEHIND_NAME: &[&str] =
    &["summit", "olympics", "war", "elections", "election", "uprising", "revolution", "crisis"];

/// Last words of events written with capitals: `Africa Cup`, `Munich Security Conference`.
const LAST: &[&str] = &[
    "cup",
    "championship",
    "championships",
    "games",
    "olympics",
    "festival",
    "forum",
    "summit",
    "conference",
    "marathon",
    "open",
    "prix",
    "trophy",
    "biennale",
];

/// First words of events before a name: `sommet du G7`, `битва за Москву`, `פסגת נאט"ו`, `نشست اوپک`.
fn heads(language: Language) -> (&'static [&'static str], &'static [&'static str]) {
    match language {
        Language::English => (&["battle", "siege"], &["of"]),
        Language::French => (
            &[
                "sommet",
                "bataille",
                "guerre",
                "festival",
                "traité",
                "coupe",
                "championnat",
                "championnats",
                "conférence",
                "foire",
            ],
            &["du", "de", "d'", "des", "la", "le", "l'", "les", "en"],
        ),
        Language::Russian => (
            &[
                "саммит",
                "саммита",
                "саммите",
                "саммиту",
                "саммитом",
                "форум",
                "форума",
                "форуме",
                "битва",
                "битвы",
                "битве",
                "кубок",
                "кубка",
                "кубке",
                "фестиваль",
                "фестиваля",
                "фестивале",
                "чемпионат",
                "чемпионата",
                "чемпионате",
            ],
            &["в", "за", "под", "при"],
        ),
        Language::Hebrew => (&["פסגת", "מלחמת", "קרב", "ועידת", "אליפות", "גביע", "פסטיבל", "מרתון", "בחירות"], &[]),
        Language::Persian => {
            (&["نشست", "اجلاس", "جنگ", "نبرد", "جشنواره", "جام", "كنفرانس"], &["سران", "وزيران", "سازمان", "گروه"])
        }
        Language::Arabic | Language::Urdu => (&[], &[]),
    }
}

/// An event at a word: a name before or after a head word, or words with capitals that end with one.
pub(super) fn other(text: &Text, at: usize, names: &[&Name]) -> Option<Found> {
    behind_name(text, at, names)
        .or_else(|| capitals(text, at))
        .or_else(|| election(text, at))
        .or_else(|| urdu(text, at, names))
        .or_else(|| {
            let (heads, between) = heads(text.language);
            let reading = text.words[at].readings.iter().find(|reading| heads.contains(&reading.norm.as_str()))?;
            let from = (at + 1..at + 4).find(|&at| !between.contains(&text.norm(at)))?;
            let name = starting(names, from).filter(|name| name.kind != EntityKind::Person)?;
            // A cup or war of a club or firm is none: only of a place or a body of states.
            let place = matches!(text.norm(at), "guerre" | "кубок" | "кубка" | "בחירות" | "coupe");
            (!place || name.kind == EntityKind::Place).then(|| (at, with_year(text, name.end), reading.cut))
        })
}

fn behind_name(text: &Text, at: usize, names: &[&Name]) -> Option<Found> {
    if text.language != Language::English || at == 0 || !BEHIND_NAME.contains(&text.norm(at)) {
        return None;
    }
    let before = ending(names, at).filter(|name| name.kind != EntityKind::Person)?;
    let summit = matches!(text.norm(at), "summit" | "olympics" | "war");
    (summit || before.kind == EntityKind::Place).then(|| (before.start, with_year(text, at + 1), 0))
}

/// `Africa Cup of Nations`, `Australian Open`: two to five words with capitals, the last of them a head.
fn capitals(text: &Text, at: usize) -> Option<Found> {
    let capital = |at: usize| text.words.get(at).is_some_and(|word| word.is_capital());
    if text.language != Language::English || !capital(at) || at > 0 && capital(at - 1) {
        return None;
    }
    let first = if matches!(text.norm(at), "the" | "at" | "in" | "a") { at + 1 } else { at };
    let last =
        (first + 1..first + 5).take_while(|&at| capital(at)).filter(|&at| LAST.contains(&text.norm(at))).last()?;
    let end = if text.norm(last + 1) == "of" && capital(last + 2) { last + 3 } else { last + 1 };
    Some((first, with_year(text, end), 0))
}

/// `the 2024 US presidential election`, `l'élection présidentielle de 2027`.
fn election(text: &Text, at: usize) -> Option<Found> {
    match text.language {
        Language::English => {
            let vote = matches!(text.norm(at), "election" | "elections" | "vote") && at > 0;
            let kind = vote
                && matches!(
                    text.norm(at - 1),
                    "presidential" | "parliamentary" | "general" | "legislative" | "midterm" | "european"
                );
            let before = at.checked_sub(2).filter(|_| kind)?;
            let word = &text.words[before];
            let whose = word.shape == 4 || word.is_capital() && (word.spans[0] != 0 || word.is(Kind::Nisba));
            let year = before > 0 && text.words[before - 1].shape == 4;
            whose.then(|| (before - usize::from(year), with_year(text, at + 1), 0))
        }
        Language::French => {
            let vote = matches!(text.norm(at), "élection" | "élections");
            let kind = matches!(
                text.norm(at + 1),
                "présidentielle" | "législatives" | "européennes" | "municipales" | "régionales"
            );
            let year = text.norm(at + 2) == "de" && text.words.get(at + 3).is_some_and(|word| word.shape == 4);
            (vote && kind && year).then_some((at, at + 4, 0))
        }
        _ => None,
    }
}

/// `پاک بھارت جنگ`, `ایس سی او کا سربراہی اجلاس`: the head stands behind the name.
fn urdu(text: &Text, at: usize, names: &[&Name]) -> Option<Found> {
    if text.language != Language::Urdu || at < 2 {
        return None;
    }
    let head = text.norm(at);
    if head == "جنگ" {
        let before = ending(names, at - 1)
            .filter(|name| matches!(text.norm(name.end), "كے" | "كي" | "كا") && name.kind == EntityKind::Org)?;
        return Some((before.start, at + 1, 0));
    }
    if head == "اجلاس" && matches!(text.norm(at - 1), "سربراہي" | "سربراہ") {
        let before = [at - 1, at - 2].into_iter().find_map(|at| ending(names, at))?;
        return Some((before.start, at + 1, 0));
    }
    None
}

/// Words for storms, before their name.
const STORMS: &[&str] = &[
    "العاصفه",
    "عاصفه",
    "الاعصار",
    "اعصار",
    "hurricane",
    "typhoon",
    "cyclone",
    "storm",
    "ouragan",
    "tempête",
    "l'ouragan",
    "ураган",
    "урагана",
    "тайфун",
    "тайфуна",
    "הסופה",
    "סופת",
    "הוריקן",
    "توفان",
    "طوفان",
];

/// `العاصفة دانيال`, `Hurricane Katrina`: a word for a storm and one word that is a name.
pub(super) fn storm(text: &Text, at: usize) -> Option<Found> {
    let reading = text.words[at].readings.iter().find(|reading| STORMS.contains(&reading.norm.as_str()))?;
    let word = text.words.get(at + 1)?;
    let named = word.name % 10 >= 2 && !word.is(Kind::Common) && word.spans[0] != 1 && !word.is(Kind::Speech);
    let cased = word.shape < 16 || word.is_capital();
    let english = text.language == Language::English && !text.words[at].is_capital();
    let definite = word.norm.starts_with("ال") || reading.norm.as_str() == "طوفان" && text.language == Language::Arabic;
    (word.is_letters() && named && cased && !english && !definite).then_some((at, at + 2, reading.cut))
}
