//! Events: summits, wars, championships, elections, by pattern over the names around them.

use super::document::{Document, Language, Text};
use super::gazetteer::Kind;
use super::names::Name;
use crate::article::EntityKind;

/// Finds the events of a document. An event may hold other names.
#[must_use]
pub(crate) fn find(document: &Document, names: &[Name]) -> Vec<Name> {
    let mut out: Vec<Name> = Vec::new();
    let mut core: Vec<&Name> = names.iter().filter(|name| name.is_core()).collect();
    core.sort_by_key(|name| (name.text, name.start));
    for (index, text) in document.texts.iter().enumerate() {
        let from = core.partition_point(|name| name.text < index);
        let here = &core[from..core.partition_point(|name| name.text <= index)];
        let mut at = 0;
        while at < text.tokens.len() {
            let found = fixed(text, at).or_else(|| match text.language {
                Language::Arabic => arabic(text, at, here),
                _ => other(text, at, here),
            });
            match found {
                Some((start, end, cut)) if out.last().is_none_or(|last| last.text != index || last.end <= start) => {
                    let mut name = Name::new(index, start..end, EntityKind::Event, "event pattern");
                    name.cut = cut;
                    out.push(name);
                    at = end;
                }
                _ => at += 1,
            }
        }
    }
    out
}

/// Events that are names as they stand, normalised; the words of one entry in order.
const FIXED: &[&str] = &[
    "الحرب العالميه الاولي",
    "الحرب العالميه الثانيه",
    "الحرب البارده",
    "كاس العالم للانديه",
    "كاس العالم",
    "كاس امم افريقيا",
    "كاس الامم الافريقيه",
    "كاس الامم الاوروبيه",
    "كاس امم اسيا",
    "كاس اسيا",
    "دوري ابطال اوروبا",
    "دوري ابطال افريقيا",
    "دوري ابطال اسيا",
    "الدوري الاوروبي",
    "كاس ملك اسبانيا",
    "الالعاب الاولمبيه",
    "دوره الالعاب الاولمبيه",
    "يوم النكبه",
    "عيد الفطر",
    "عيد الاضحي",
    "الربيع العربي",
    "طوفان الاقصي",
    "السيوف الحديديه",
    "world war i",
    "world war ii",
    "first world war",
    "second world war",
    "cold war",
    "world cup",
    "champions league",
    "olympic games",
    "winter olympics",
    "summer olympics",
    "super bowl",
    "arab spring",
    "brexit",
    "world economic forum",
    "euro 2024",
    "gulf war",
    "vietnam war",
    "premier league",
    "первая мировая война",
    "вторая мировая война",
    "первой мировой войны",
    "второй мировой войны",
    "вторую мировую войну",
    "второй мировой войне",
    "великая отечественная война",
    "великой отечественной войны",
    "великой отечественной войне",
    "холодной войны",
    "холодная война",
    "чемпионат мира",
    "чемпионата мира",
    "чемпионате мира",
    "чемпионата европы",
    "лиги чемпионов",
    "лига чемпионов",
    "лиге чемпионов",
    "олимпийских игр",
    "олимпийские игры",
    "олимпийских играх",
    "день победы",
    "дня победы",
    "première guerre mondiale",
    "seconde guerre mondiale",
    "deuxième guerre mondiale",
    "grande guerre",
    "guerre froide",
    "coupe du monde",
    "ligue des champions",
    "jeux olympiques",
    "tour de france",
    "festival de cannes",
    "מלחמת העולם הראשונה",
    "מלחמת העולם השנייה",
    "מלחמת העולם השניה",
    "מלחמת ששת הימים",
    "מלחמת יום הכיפורים",
    "המלחמה הקרה",
    "גביע העולם",
    "ליגת האלופות",
    "המשחקים האולימפיים",
    "מלחמת המפרץ",
    "מלחמת העצמאות",
    "جنگ جهاني اول",
    "جنگ جهاني دوم",
    "جنگ سرد",
    "جام جهاني",
    "ليگ قهرمانان اروپا",
    "بازي هاي المپيك",
    "بازيهاي المپيك",
    "پہلي جنگ عظيم",
    "دوسري جنگ عظيم",
    "سرد جنگ",
    "ورلڈ كپ",
    "ٹي ٹوئنٹي ورلڈ كپ",
    "چيمپئنز ٹرافي",
    "پي ايس ايل",
    "ايشيا كپ",
];

static BY_FIRST: std::sync::LazyLock<std::collections::HashMap<String, Vec<Vec<String>>>> =
    std::sync::LazyLock::new(|| {
        let mut map: std::collections::HashMap<String, Vec<Vec<String>>> = std::collections::HashMap::new();
        for phrase in FIXED {
            let mut words = phrase.split(' ').map(super::words::nz);
            if let Some(first) = words.next() {
                map.entry(first).or_default().push(words.collect());
            }
        }
        map
    });

type Found = (usize, usize, usize);

fn fixed(text: &Text, at: usize) -> Option<Found> {
    for reading in &text.words[at].readings {
        let Some(list) = BY_FIRST.get(&reading.norm) else { continue };
        let fit =
            list.iter().filter(|rest| rest.iter().enumerate().all(|(index, word)| text.norm(at + 1 + index) == word));
        if let Some(rest) = fit.max_by_key(|rest| rest.len()) {
            return Some((at, with_year(text, at + 1 + rest.len()), reading.cut));
        }
    }
    None
}

/// A year, alone or after "عام", belongs to the name of an edition.
fn with_year(text: &Text, end: usize) -> usize {
    let year = |at: usize| text.words.get(at).is_some_and(|word| word.shape == 4);
    if year(end) { end + 1 } else { end }
}

fn starting<'n>(names: &[&'n Name], at: usize) -> Option<&'n Name> {
    let index = names.binary_search_by_key(&at, |name| name.start).ok()?;
    Some(names[index])
}

fn ending<'n>(names: &[&'n Name], at: usize) -> Option<&'n Name> {
    let before = names.partition_point(|name| name.start < at);
    names.get(before.checked_sub(1)?).copied().filter(|name| name.end == at)
}

/// Heads that need a name after them.
const WITH_NAME: &[&str] = &[
    "قمه",
    "مؤتمر",
    "معركه",
    "منتدي",
    "اولمبياد",
    "مهرجان",
    "بطوله",
    "كاس",
    "دوره",
    "معرض",
    "حرب",
    "ثوره",
    "انتخابات",
    "اتفاقيه",
    "اتفاق",
    "معاهده",
    "هجمات",
    "مجزره",
    "مفاوضات",
    "محادثات",
];
/// Definite heads that need an adjective of a country or a closing adjective.
const WITH_ADJECTIVE: &[&str] =
    &["القمه", "الحرب", "الازمه", "الثوره", "الانتخابات", "المؤتمر", "المنتدي", "النكبه", "الانتفاضه"];

fn arabic(text: &Text, at: usize, names: &[&Name]) -> Option<Found> {
    let word = &text.words[at];
    let reading = word.readings.iter().find(|r| {
        WITH_NAME.contains(&r.norm.as_str()) || WITH_ADJECTIVE.contains(&r.norm.as_str()) || r.norm == "الذكري"
    })?;
    let cut = reading.cut;
    if reading.norm == "الذكري" {
        let number = text.raw(at + 1);
        return (number.starts_with("الـ")
            || number.starts_with("ال") && text.words.get(at + 1).is_some_and(|w| w.shape == 6))
        .then_some((at, at + 2, cut));
    }
    if WITH_ADJECTIVE.contains(&reading.norm.as_str()) {
        let mut end = at + 1;
        while end < at + 4
            && text.words.get(end).is_some_and(|word| {
                word.is(Kind::Nisba) && word.norm.starts_with("ال")
                    || matches!(
                        word.norm.as_str(),
                        "العربيه"
                            | "الاسلاميه"
                            | "الخليجيه"
                            | "الاقتصاديه"
                            | "العالميه"
                            | "الرئاسيه"
                            | "الاهليه"
                            | "الافريقيه"
                            | "الاوروبيه"
                            | "الثلاثيه"
                    )
            })
        {
            end += 1;
        }
        let nisba = (at + 1..end)
            .any(|at| text.words[at].is(Kind::Nisba) || text.norm(at) == "العربيه" || text.norm(at) == "الاهليه");
        return (end > at + 1 && nisba).then(|| (at, with_place(text, with_year(text, end), names), cut));
    }
    let summit = matches!(reading.norm.as_str(), "قمه" | "مؤتمر" | "منتدي");
    // "قمة رؤساء دول مجموعة العشرين": plain words may stand between a summit and whose it is.
    for skip in 0..=if summit { 3 } else { 0 } {
        let from = at + 1 + skip;
        let from = if text.is_quote_mark(from) { from + 1 } else { from };
        if let Some(name) = starting(names, from).filter(|name| name.cut == 0) {
            let fits = match reading.norm.as_str() {
                "حرب" | "معركه" | "مجزره" | "هجمات" | "ثوره" | "معرض" | "مهرجان" | "اتفاقيه" | "اتفاق" | "معاهده" => {
                    name.kind == EntityKind::Place
                }
                "انتخابات" | "مفاوضات" | "محادثات" | "بطوله" | "كاس" | "دوره" => {
                    false
                }
                _ => name.kind != EntityKind::Person,
            };
            let end = if text.is_quote_mark(name.end) && text.is_quote_mark(name.start - 1) {
                name.end + 1
            } else {
                name.end
            };
            let titled = matches!(reading.norm.as_str(), "مهرجان" | "معرض" | "منتدي");
            let adjectives = (end..end + 3)
                .take_while(|&at| titled && (text.norm(at).starts_with("ال") || text.norm(at).starts_with("لل")))
                .count();
            return fits.then(|| (at, with_place(text, with_year(text, end + adjectives), names), cut));
        }
        if skip > 0 && !matches!(text.norm(from), "رؤساء" | "قاده" | "دول" | "زعماء" | "الدول" | "وزراء" | "مجموعه")
        {
            break;
        }
        let plain = matches!(
            text.norm(from),
            "رؤساء"
                | "قاده"
                | "دول"
                | "زعماء"
                | "تجمع"
                | "مجموعه"
                | "رابطه"
                | "حلف"
                | "منظمه"
                | "تكتل"
        );
        if !plain {
            break;
        }
    }
    None
}

/// `قمة "بريكس" في قازان`: a place that follows with "في" belongs to a summit between marks or of a name.
fn with_place(text: &Text, end: usize, names: &[&Name]) -> usize {
    let quoted = text.is_quote_mark(end.wrapping_sub(1));
    match starting(names, end + 1) {
        Some(name) if quoted && text.norm(end) == "في" && name.kind == EntityKind::Place => name.end,
        _ => end,
    }
}

/// The other languages: a name before or after a head word.
fn other(text: &Text, at: usize, names: &[&Name]) -> Option<Found> {
    let head = text.norm(at);
    let after = |from: usize| starting(names, from).filter(|name| name.kind != EntityKind::Person);
    match text.language {
        Language::English => {
            if matches!(head, "summit" | "olympics" | "war") && at > 0 {
                let before = ending(names, at).filter(|name| name.kind != EntityKind::Person)?;
                return Some((before.start, with_year(text, at + 1), 0));
            }
            None
        }
        Language::French if matches!(head, "sommet" | "bataille") => {
            let from = (at + 1..at + 4)
                .find(|&at| !matches!(text.norm(at), "du" | "de" | "d'" | "des" | "la" | "le" | "l'" | "les"))?;
            after(from).map(|name| (at, name.end, 0))
        }
        Language::Russian if head.starts_with("саммит") || matches!(head, "форум" | "форума" | "форуме") => {
            after(at + 1).map(|name| (at, name.end, 0))
        }
        Language::Hebrew => {
            let reading = text.words[at]
                .readings
                .iter()
                .find(|reading| matches!(reading.norm.as_str(), "פסגת" | "מלחמת" | "קרב"))?;
            after(at + 1).map(|name| (at, name.end, reading.cut))
        }
        Language::Persian if matches!(head, "نشست" | "اجلاس" | "جنگ") => {
            after(at + 1).map(|name| (at, name.end, 0))
        }
        Language::Urdu if matches!(head, "اجلاس" | "جنگ") && at > 0 => {
            let before = ending(names, at - 1)
                .filter(|name| matches!(text.norm(name.end), "كے" | "كي" | "كا") && name.kind == EntityKind::Org)?;
            (head == "جنگ").then_some((before.start, at + 1, 0))
        }
        _ => None,
    }
}
