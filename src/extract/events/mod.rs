//! Events: summits, wars, championships, elections, by pattern over the names around them.

mod fixed;
mod other;

use super::document::{Document, Language, Text};
use super::gazetteer::Kind;
use super::names::Name;
use crate::article::EntityKind;
use fixed::fixed;
use other::{other, storm};

/// The rule of storms: what they are called is no name of a person or place.
pub(crate) const STORM: &str = "storm";

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
            if let Some((start, end, cut)) = storm(text, at) {
                let mut name = Name::new(index, start..end, EntityKind::Event, STORM);
                name.cut = cut;
                out.push(name);
                at = end;
                continue;
            }
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

type Found = (usize, usize, usize);

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
