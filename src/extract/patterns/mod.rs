//! Organisations by pattern: ministries, governments and armies with the adjective of their country,
//! bodies whose name is a head word with definite words after it.

mod bodies;
mod capitals;
mod places;

pub(crate) use bodies::find as definite_bodies;
use capitals::{acronym, latin};
pub(crate) use places::find as places;
use places::{facility, settlement};

use super::document::{Document, Language, Text};
use super::features::Word;
use super::gazetteer::{Kind, territory};
use super::names::{Name, Taken};
use crate::article::EntityKind;

/// Bodies of a state: with a nisba adjective they are names.
const STATE: &[&str] = &[
    "الحكومه",
    "الجيش",
    "البرلمان",
    "الرئاسه",
    "الشرطه",
    "القوات",
    "المخابرات",
    "الاستخبارات",
    "السلطات",
    "المقاومه",
    "الكنيسه",
    "المعارضه",
    "القضاء",
    "النيابه",
    "المحكمه",
    "الاداره",
    "اداره",
    "البحريه",
    "السفاره",
    "القنصليه",
    "الدبلوماسيه",
    "الاتحاد",
    "المنتخب",
    "الجمارك",
    "الدوري",
    "البورصه",
    "الحزب",
    "المجلس",
    "اللجنه",
    "الهيئه",
    "الوكاله",
    "البنك",
    "الحركه",
    "الاركان",
    "القياده",
];

/// Of these only some are organisations that news name so.
const NOT_NAMES: &[&str] = &[
    "السلطات",
    "المقاومه",
    "المعارضه",
    "القضاء",
    "الدبلوماسيه",
    "الاداره",
    "اداره",
    "الدوري",
    "القياده",
    "الحركه",
    "اللجنه",
    "المجلس",
];

/// Adjectives with which a body's name ends.
const CLOSING: &[&str] = &[
    "الدولي",
    "الدوليه",
    "العالمي",
    "العالميه",
    "الوطني",
    "الوطنيه",
    "المركزي",
    "المركزيه",
    "العليا",
    "الاعلي",
    "العام",
    "العامه",
    "العربي",
    "العربيه",
    "الاسلامي",
    "الاسلاميه",
    "الاتحادي",
    "الاتحاديه",
    "الفيدرالي",
    "الفدراليه",
    "الاداريه",
    "الدستوريه",
    "الجنائيه",
    "المسلحه",
    "الجويه",
    "البحريه",
    "البريه",
    "الثوري",
    "الديمقراطي",
    "الديمقراطيه",
    "الاشتراكي",
    "الشيوعي",
    "الجمهوري",
    "الشعبي",
    "الشعبيه",
    "الاحمر",
    "الاوروبي",
    "الاوروبيه",
    "الافريقي",
    "الافريقيه",
    "الملكي",
    "الملكيه",
    "الرياضي",
    "الاولمبيه",
    "الحكوميه",
    "المستقله",
];

/// Finds organisations by pattern.
///
/// Gives the acronyms that nobody else may know, to be taken last.
pub(crate) fn organisations(document: &Document, taken: &mut Taken) -> Vec<Name> {
    let mut acronyms = Vec::new();
    for (index, text) in document.texts.iter().enumerate() {
        for at in 0..text.tokens.len() {
            let found = match text.language {
                Language::Arabic => ministry(text, at).or_else(|| state(text, at)).or_else(|| body(text, at)),
                Language::Persian => headed(text, at, &["وزارت", "دانشگاه"], 3),
                Language::Hebrew => headed(text, at, &["משרד", "אוניברסיטת", "ממשלת", "צבא", "נבחרת"], 1),
                Language::Urdu | Language::Russian | Language::French | Language::English => None,
            };
            if let Some((end, cut, rule, known)) = found {
                let mut name = Name::new(index, at..end, EntityKind::Org, rule);
                (name.cut, name.known) = (cut, known);
                taken.add(name);
            }
            if let Some((start, end)) = settlement(text, at) {
                let plain = document.counts.get(text.norm(start)).is_none_or(|&count| count < 40);
                if plain {
                    taken.add(Name::new(index, start..end, EntityKind::Place, "after the word for a place"));
                }
            }
            if acronym(text, at) {
                let mut name = Name::new(index, at..at + 1, EntityKind::Org, "acronym");
                name.cut = usize::from(
                    text.language == Language::Hebrew
                        && text.norm(at).starts_with('ה')
                        && text.norm(at).chars().count() > 4,
                );
                acronyms.push(name);
            }
            if let Some(end) = facility(text, at) {
                let cut = reading(text, at, |norm| super::refine::FACILITIES.contains(&norm)).unwrap_or(0);
                let mut name = Name::new(index, at..end, EntityKind::Place, "facility and place");
                name.cut = cut;
                taken.add(name);
            }
            if let Some((start, end)) = latin(text, at) {
                taken.add(Name::new(
                    index,
                    start..end,
                    EntityKind::Org,
                    "adjective and body of a state, or form of a company",
                ));
            }
            if let Some(end) = medium(text, at) {
                taken.add(Name::new(index, at + 1..end, EntityKind::Org, "after the name of a medium"));
            }
            if let Some((start, end)) = quoted(text, at) {
                taken.add(Name::new(index, start..end, EntityKind::Org, "head word and marks"));
            }
        }
    }
    acronyms
}

type Found = (usize, usize, &'static str, Option<u32>);

/// The form of a word without clitics that `test` accepts, and how many letters go.
fn reading(text: &Text, at: usize, test: impl Fn(&str) -> bool) -> Option<usize> {
    text.words.get(at)?.readings.iter().find(|reading| test(&reading.norm)).map(|reading| reading.cut)
}

fn is_nisba(text: &Text, at: usize) -> bool {
    text.words.get(at).is_some_and(|word| word.is(Kind::Nisba) && word.norm.starts_with("ال"))
}

fn is_portfolio(text: &Text, at: usize) -> bool {
    text.words.get(at).is_some_and(|word| word.is(Kind::Portfolio))
}

/// The number under which two names of the same ministry meet.
fn ministry_number(text: &Text, portfolio: usize, nisba: Option<usize>) -> Option<u32> {
    let gazetteer = (*super::gazetteer::BUILT_IN)?;
    let country = nisba.and_then(|at| gazetteer.word(text.norm(at)).find(|entry| entry.kind == Kind::Nisba))?.payload;
    let portfolio = super::table::Hash::new(4, text.norm(portfolio).trim_start_matches(['ل', 'ب'])).value() % 0x3fff;
    (country != territory("x")).then_some(3 << 28 | portfolio << 12 | u32::from(country))
}

/// `وزارة الخارجية الصينية`, `الخارجية الصينية`.
fn ministry(text: &Text, at: usize) -> Option<Found> {
    let head = reading(text, at, |norm| norm == "وزاره");
    let portfolio = if head.is_some() { at + 1 } else { at };
    if !is_portfolio(text, portfolio) {
        return None;
    }
    let mut end = portfolio + 1;
    while head.is_some() && text.norm(end).starts_with("وال") && is_portfolio(text, end) {
        end += 1;
    }
    let nisba = [end, end + 1]
        .into_iter()
        .find(|&at| is_nisba(text, at) && text.norm(at).ends_with('ه'))
        .filter(|&nisba| nisba == end || head.is_some() && text.norm(end).starts_with("ال"));
    if let Some(cut) = head {
        let end = nisba.map_or(end, |nisba| nisba + 1);
        return Some((end, cut, "ministry", ministry_number(text, portfolio, nisba)));
    }
    let nisba = nisba.filter(|&nisba| nisba == end)?;
    // The minister's portfolio is no ministry: "وزيرة الخارجية الألمانية".
    let before = (at.saturating_sub(2)..at).any(|before| {
        text.words[before].readings.iter().any(|reading| {
            matches!(reading.norm.as_str(), "وزيره" | "وزير" | "وزراء" | "وزيري" | "وزيرا" | "الوزيره" | "السياسه")
        })
    });
    let name = matches!(
        text.norm(at).trim_start_matches(['و', 'ب', 'ل']),
        "الخارجيه" | "الداخليه" | "الدفاع" | "الماليه" | "الصحه" | "الخزانه" | "العدل"
    );
    let cut = reading(text, at, |norm| norm.starts_with("ال"))?;
    (name && !before).then(|| (nisba + 1, cut, "portfolio and nisba", ministry_number(text, portfolio, Some(nisba))))
}

/// `الحكومة الإسرائيلية`, `القوات المسلحة السودانية`, `مجلس الشيوخ الأمريكي`.
fn state(text: &Text, at: usize) -> Option<Found> {
    let cut = reading(text, at, |norm| STATE.contains(&norm) && !NOT_NAMES.contains(&norm))?;
    let mut end = at + 1;
    if CLOSING.contains(&text.norm(end)) && is_nisba(text, end + 1) {
        end += 1;
    }
    if !is_nisba(text, end) && !CLOSING.contains(&text.norm(end)) {
        return None;
    }
    let plain = !is_nisba(text, end);
    let named = !plain
        || matches!(text.norm(at).trim_start_matches(['و', 'ب']), "القوات" | "البنك" | "المحكمه" | "الحزب" | "الشرطه");
    named.then_some((end + 1, cut, "body of a state", None))
}

/// `منظمة العفو الدولية`: an indefinite head, definite words, the last of them an adjective that
/// closes names.
fn body(text: &Text, at: usize) -> Option<Found> {
    let word = text.words.get(at)?;
    let cut = reading(text, at, |norm| !norm.starts_with("ال"))?;
    if !word.is(Kind::OrgHead)
        || word.norm.starts_with("ال")
        || matches!(
            word.norm.as_str(),
            "فريق"
                | "مجموعه"
                | "برنامج"
                | "مكتب"
                | "قوات"
                | "اداره"
                | "جيش"
                | "مركز"
                | "شبكه"
                | "قضاء"
                | "موقع"
        )
    {
        return None;
    }
    let definite = |at: usize| {
        let norm = text.norm(at);
        (norm.starts_with("ال") || norm.starts_with("لل") || norm.starts_with("وال"))
            && norm.chars().count() > 4
            && !text.is_mark(at)
    };
    let mut end = at + 1;
    let mut closed = 0;
    while end <= at + 5
        && (definite(end) || end == at + 1 && text.words.get(end).is_some_and(|word| word.spans[0] != 0))
        && !matches!(text.words[end].trigger, 1 | 8)
    {
        if end > at + 1 && (CLOSING.contains(&text.norm(end)) || is_nisba(text, end)) {
            closed = end + 1;
        }
        end += 1;
    }
    (closed > 0).then_some((closed, cut, "head word and definite words", None))
}

/// A head word with the words after it, for languages without a tagger.
fn headed(text: &Text, at: usize, heads: &[&str], most: usize) -> Option<Found> {
    let cut = reading(text, at, |norm| heads.contains(&norm))?;
    let mut end = at + 1;
    while end <= at + most
        && text
            .words
            .get(end)
            .is_some_and(|word| word.is_letters() && word.trigger != 4 && word.norm.chars().count() > 2)
    {
        let word = &text.words[end];
        let named = word.spans[0] != 0 || word.is(Kind::Portfolio);
        if !named {
            break;
        }
        end += 1;
    }
    (end > at + 1).then_some((end, cut, "head word", None))
}

/// `صحيفة الشرق الأوسط`: what looks like a place after "newspaper" or "channel" is its name.
fn medium(text: &Text, at: usize) -> Option<usize> {
    reading(text, at, |norm| matches!(norm, "صحيفه" | "جريده" | "قناه" | "مجله" | "روزنامه" | "اخبار"))?;
    let place = |at: usize| text.words.get(at).map_or(0, |word| word.spans[0]);
    match place(at + 1) {
        1 => Some(at + 2),
        2 => (at + 2..text.words.len()).find(|&end| place(end) != 3),
        _ => None,
    }
}

/// `حركة "فتح"`: what stands between marks after a head word. Gives the tokens between them.
fn quoted(text: &Text, at: usize) -> Option<(usize, usize)> {
    let word = text.words.get(at)?;
    let names = word.is(Kind::OrgHead)
        && !matches!(
            text.norm(at),
            "برنامج"
                | "مكتب"
                | "الحكومه"
                | "الجيش"
                | "موقع"
                | "group"
                | "office"
                | "board"
                | "band"
                | "team"
        );
    if !names || !text.is_quote_mark(at + 1) {
        return None;
    }
    let close = (at + 2..(at + 8).min(text.tokens.len())).find(|&close| text.is_quote_mark(close))?;
    // "the group “would welcome” it" is a quotation: a name begins with a capital where there are any.
    let fine = close > at + 2
        && text.words[at + 2..close].iter().any(Word::is_letters)
        && (text.words[at + 2].shape < 16 || text.words[at + 2].is_capital())
        && (at + 2..close).all(|at| !text.is_mark(at) || matches!(text.norm(at), "-" | "." | "&"));
    fine.then_some((at + 2, close))
}
