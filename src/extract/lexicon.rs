//! Names that the lists are sure of: organisations, countries, cities.

use std::collections::HashSet;

use super::document::{Document, Language, Text};
use super::everyday::{BODIES, DESCRIBING, EVERYDAY};
use super::features::Word;
use super::gazetteer::{Entry, Gazetteer, Kind};
use super::names::{Name, Taken};
use crate::article::EntityKind;

/// A phrase of the lists in a text.
#[derive(Debug, Clone, Copy)]
struct Hit {
    end: usize,
    cut: usize,
    entry: Entry,
}

/// The longest phrase of certain kinds that begins at a token; marks inside a phrase do not count,
/// so that `منظمة "شانغهاي للتعاون"` and `U.N.` are found.
fn longest(text: &Text, at: usize, gazetteer: &Gazetteer, wanted: fn(Kind) -> bool) -> Option<Hit> {
    let word = text.words.get(at)?;
    if word.shape < 6 {
        return None;
    }
    let mut best: Option<Hit> = None;
    let mut keep = |hit: Hit| {
        let strength = |kind| matches!(kind, Kind::Territory | Kind::Capital | Kind::Org);
        if wanted(hit.entry.kind)
            && best.is_none_or(|best| (hit.end, strength(hit.entry.kind)) > (best.end, strength(best.entry.kind)))
        {
            best = Some(hit);
        }
    };
    let sentence = text.sentence_of(at);
    let others: Vec<usize> = (at + 1..sentence.end).filter(|&at| !text.is_mark(at)).take(5).collect();
    for reading in &word.readings {
        let stemmed = reading.norm.starts_with('~');
        for entry in gazetteer.word(&reading.norm) {
            keep(Hit { end: at + 1, cut: reading.cut, entry });
        }
        let stems: Vec<String> = others
            .iter()
            .map(|&at| {
                if stemmed { super::gazetteer::stem(text.norm(at)) } else { None }
                    .unwrap_or_else(|| text.norm(at).to_owned())
            })
            .collect();
        for (length, entry) in gazetteer.phrases(&reading.norm, stems.iter().map(String::as_str)) {
            let end = others[length - 2] + 1;
            // Only hyphens, stops and quotation marks may stand between the words of a name.
            let apart = (at + 1..end)
                .any(|at| text.is_mark(at) && !matches!(text.norm(at), "-" | "." | "\"" | "«" | "»" | "'" | "’" | "&"));
            if !apart {
                keep(Hit { end, cut: reading.cut, entry });
            }
        }
    }
    best
}

/// Whether a word of a script with capitals is written like a name.
fn written_like_name(text: &Text, at: usize) -> bool {
    let word: &Word = &text.words[at];
    word.shape < 16 || word.is_capital()
}

/// Whether the lists have an organisation or country of several words where a tagged name begins, and that name goes on
/// with a given name: `רשות שדות התעופה` + `שרון`.
pub(crate) fn has_shorter(text: &Text, gazetteer: &Gazetteer, name: &Name) -> bool {
    longest(text, name.start, gazetteer, |kind| matches!(kind, Kind::Org | Kind::Territory | Kind::Capital))
        .filter(|hit| hit.end > name.start + 1 && hit.end < name.end)
        .is_some_and(|hit| text.words[hit.end].name % 10 >= 3 && !text.words[hit.end].is(Kind::Common))
}

/// Organisations of the lists, and countries, wherever they stand.
pub(crate) fn certain(document: &Document, gazetteer: &Gazetteer, tagged: &[Name], taken: &mut Taken) {
    let kinds = Tagged::new(document, tagged);
    let mut hits = Vec::new();
    let mut in_full = HashSet::new();
    for (index, text) in document.texts.iter().enumerate() {
        for at in 0..text.tokens.len() {
            let Some(hit) = longest(text, at, gazetteer, |kind| matches!(kind, Kind::Org | Kind::OrgWeak | Kind::Club))
            else {
                continue;
            };
            if hit.entry.kind == Kind::Org && hit.end > at + 1 {
                in_full.insert(hit.entry.payload);
            }
            hits.push((index, at, hit));
        }
    }
    let mut free = (0, 0);
    for (index, at, hit) in hits {
        if (index, at) >= free && organisation(&document.texts[index], index, at, &hit, &kinds, &in_full, taken) {
            free = (index, hit.end);
        }
    }
}

/// What the tagger says of each token.
struct Tagged(Vec<Vec<Option<EntityKind>>>);

impl Tagged {
    fn new(document: &Document, names: &[Name]) -> Self {
        let mut kinds: Vec<Vec<Option<EntityKind>>> =
            document.texts.iter().map(|text| vec![None; text.tokens.len()]).collect();
        names.iter().for_each(|name| kinds[name.text][name.start..name.end].fill(Some(name.kind)));
        Self(kinds)
    }

    fn all(&self, text: usize, tokens: std::ops::Range<usize>, kind: EntityKind) -> bool {
        self.0[text].get(tokens).is_some_and(|kinds| kinds.iter().all(|other| *other == Some(kind)))
    }
}

/// The spelling of a word without what was cut off.
fn read<'t>(text: &'t Text, at: usize, cut: usize) -> &'t str {
    text.words[at].readings.iter().find(|reading| reading.cut == cut).map_or("", |reading| &reading.norm)
}

/// Takes a phrase for an organisation if enough speaks for it; `in_full` are those whose long name
/// stands somewhere in the article.
fn organisation(
    text: &Text,
    index: usize,
    at: usize,
    hit: &Hit,
    kinds: &Tagged,
    in_full: &HashSet<u16>,
    taken: &mut Taken,
) -> bool {
    if !written_like_name(text, at) || super::refine::FACILITIES.contains(&text.norm(at)) {
        return false;
    }
    // "ראש עיריית תל אביב": the mayor of the place; "חבר הכנסת": a title.
    if at > 0 && matches!(text.norm(at - 1), "ראש" | "חבר" | "חברת" | "חברי") && text.language == Language::Hebrew
    {
        return false;
    }
    let quoted = at > 0 && text.is_quote_mark(at - 1) && text.is_quote_mark(hit.end);
    let agreed = |kind| kinds.all(index, at..hit.end, kind);
    // "Greenpeace Africa": in scripts with capitals a longer tagged name is the whole.
    let longer = text.words[at].shape >= 16
        && agreed(EntityKind::Org)
        && kinds.all(index, hit.end..hit.end + 1, EntityKind::Org);
    if longer {
        return false;
    }
    let upper = text.words[at].shape % 8 == 3 && text.words[at].shape >= 16;
    let after_head = at > 0 && text.words[at - 1].is(Kind::OrgHead);
    let sure = match hit.entry.kind {
        Kind::Org if hit.end == at + 1 && EVERYDAY.contains(&read(text, at, hit.cut)) => {
            quoted || after_head || agreed(EntityKind::Org)
        }
        Kind::Org => hit.end > at + 1 || !text.words[at].is(Kind::Common) || quoted || agreed(EntityKind::Org),
        Kind::Club => {
            hit.end > at + 1 && !agreed(EntityKind::Person) && (agreed(EntityKind::Org) || hit.end > at + 2 || quoted)
        }
        _ => quoted || upper || agreed(EntityKind::Org) || after_head || in_full.contains(&hit.entry.payload),
    };
    // "Un" opens a sentence where "UN" names a body.
    let lower = text.words[at].shape >= 16 && !upper && hit.end == at + 1 && text.norm(at).chars().count() < 3;
    // An everyday reading after a clitic ("وفا", "بوفا") is no name unless the rest agrees.
    let clitic = hit.cut > 0 && hit.end == at + 1 && text.norm(at).chars().count() < 5 && !agreed(EntityKind::Org);
    if !sure || clitic || lower {
        return false;
    }
    let generic = BODIES.contains(&read(text, at, hit.cut));
    let country = text.words.get(hit.end).is_some_and(|word| word.is(Kind::Nisba) && word.norm.starts_with("ال"));
    let end = hit.end + usize::from(generic && hit.end > at + 1 && country);
    let mut name = Name::new(index, at..end, EntityKind::Org, "organisation of the list");
    name.cut = hit.cut;
    let whose = end > hit.end;
    name.known = (hit.entry.kind != Kind::Club && hit.entry.payload > 0 && !whose)
        .then(|| 1 << 16 | u32::from(hit.entry.payload));
    // "مجموعة "بريكس"": the name is what stands between the marks.
    if let Some(inner) = (at + 1..hit.end).find(|&inside| text.is_quote_mark(inside)) {
        name.start = inner + 1;
        name.cut = 0;
        if text.is_quote_mark(name.end - 1) {
            name.end -= 1;
        }
    }
    if super::refine::is_outer_head(text, name.start, name.end) {
        (name.start, name.cut) = (name.start + 1, 0);
    }
    taken.add(name);
    true
}

/// Persons whom the list is sure of, unless the tagger has a longer name there.
pub(crate) fn persons(document: &Document, gazetteer: &Gazetteer, tagged: &[Name], taken: &mut Taken) {
    let kinds = Tagged::new(document, tagged);
    for (index, text) in document.texts.iter().enumerate() {
        for at in 0..text.tokens.len() {
            let Some(hit) = longest(text, at, gazetteer, |kind| kind == Kind::KnownPerson) else { continue };
            let plain = hit.end == at + 1 && (text.words[at].is(Kind::Common) || hit.cut > 1);
            if plain || kinds.all(index, at..hit.end, EntityKind::Person) {
                continue;
            }
            let mut name = Name::new(index, at..hit.end, EntityKind::Person, "person of the list");
            name.cut = hit.cut;
            taken.add(name);
        }
    }
}

/// What the probability of a tagged name exceeds that goes before the rules (Hebrew, Persian), or lengthens what they found (Arabic).
pub(crate) const SURE: f64 = 0.8;

/// Below this nothing that the tagger says of a longer name stands against the lists.
const DOUBTFUL: f64 = 0.6;

/// Countries and cities of several words, which the tagger may see only half: `جنوب أفريقيا`. Where it
/// has a longer name, that stands.
pub(crate) fn long_places(document: &Document, gazetteer: &Gazetteer, tagged: &[Name], taken: &mut Taken) {
    let mut longer: Vec<Vec<bool>> = document.texts.iter().map(|text| vec![false; text.tokens.len()]).collect();
    // A tagger is unsure where it sees too much: "מחירי השכירות בתל אביב", "الشرق الأوسط غوى".
    let sure =
        |name: &&Name| name.reason.probability >= Some(if taken.reads_first(name.text) { SURE } else { DOUBTFUL });
    let long = tagged.iter().filter(|name| name.end - name.start > 2 || name.kind == EntityKind::Person);
    for name in long.filter(sure) {
        longer[name.text][name.start..name.end].fill(true);
    }
    for (index, text) in document.texts.iter().enumerate() {
        for at in 0..text.tokens.len() {
            let Some(hit) = longest(text, at, gazetteer, |kind| matches!(kind, Kind::Territory | Kind::Capital)) else {
                continue;
            };
            if hit.end == at + 1 || longer[index][at..hit.end].contains(&true) || !written_like_name(text, at) {
                continue;
            }
            // "لـ«الشرق الأوسط»": between marks the region is a newspaper.
            let marked = at > 0 && text.is_quote_mark(at - 1) && text.is_quote_mark(hit.end);
            let region = hit.entry.kind == Kind::Territory && hit.entry.payload == 2047;
            let kind = if marked && region { EntityKind::Org } else { EntityKind::Place };
            let mut name = Name::new(index, at..hit.end, kind, "place of the list");
            name.cut = hit.cut;
            name.known = (hit.entry.kind == Kind::Territory && hit.entry.payload < 2047)
                .then(|| 2 << 16 | u32::from(hit.entry.payload));
            taken.add(name);
        }
    }
}

/// Countries and cities that the tagger did not see.
pub(crate) fn places(document: &Document, gazetteer: &Gazetteer, taken: &mut Taken) {
    // A newspaper "الشرق الأوسط" is one wherever the article names it.
    let media: HashSet<Vec<String>> = taken
        .names
        .iter()
        .filter(|name| name.reason.rule == "after the name of a medium")
        .map(|name| name.norms(&document.texts[name.text]))
        .collect();
    for (index, text) in document.texts.iter().enumerate() {
        for at in 0..text.tokens.len() {
            if taken.is_covered(index, at..at + 1) || !written_like_name(text, at) {
                continue;
            }
            let Some(hit) =
                longest(text, at, gazetteer, |kind| matches!(kind, Kind::Territory | Kind::Capital | Kind::City))
            else {
                continue;
            };
            if is_place(text, at, &hit) {
                let mut name = Name::new(index, at..hit.end, EntityKind::Place, "place of the list");
                name.cut = hit.cut;
                name.known = (hit.entry.kind == Kind::Territory && hit.entry.payload < 2047)
                    .then(|| 2 << 16 | u32::from(hit.entry.payload));
                if media.contains(&name.norms(text)) {
                    (name.kind, name.known) = (EntityKind::Org, None);
                }
                taken.add(name);
            }
        }
    }
}

fn is_place(text: &Text, at: usize, hit: &Hit) -> bool {
    let word = &text.words[at];
    let letters = text.norm(at).chars().count() - hit.cut;
    if hit.end == at + 1 && (word.is(Kind::Speech) || DESCRIBING.contains(&read(text, at, hit.cut))) {
        return at > 0 && text.words[at - 1].is(Kind::PlaceHead);
    }
    // "مسقط رأسه" is a birthplace.
    if text.norm(at + 1).starts_with("راس") && text.norm(at).ends_with("مسقط") {
        return false;
    }
    // "שיבנה" is "that he builds" before it is "that Yavne".
    if text.language == Language::Hebrew && hit.cut == 1 && text.norm(at).starts_with('ש') {
        return false;
    }
    // "VALPARAISO, Chile": the place of a report, in capitals before a mark.
    if at == 0 && word.shape % 8 == 3 && word.shape >= 16 && text.is_mark(hit.end) && text.norm(hit.end) != ":" {
        return true;
    }
    if hit.entry.kind == Kind::Capital {
        return hit.end > at + 1 || letters > 2 && (hit.cut == 0 || letters > 3) && !is_after_given_name(text, at);
    }
    if hit.entry.kind == Kind::Territory {
        // The Persian name of a country is the Arabic adjective of it, and "مالي" is "financial".
        let adjective =
            text.language == Language::Arabic && hit.end == at + 1 && (word.is(Kind::Nisba) || text.norm(at) == "مالي");
        let after_preposition = at > 0 && matches!(text.norm(at - 1), "في" | "من" | "الى" | "الي");
        if adjective && !after_preposition {
            return false;
        }
        let region = hit.entry.payload == 700 + 1;
        return !region
            && (hit.end > at + 1 || letters > 2 && !(word.is(Kind::Common) && hit.cut > 0))
            && !is_language(text, at);
    }
    let head = at > 0 && text.words[at - 1].is(Kind::PlaceHead);
    let comes_from = at > 0
        && matches!(
            text.norm(at - 1),
            "في" | "من" | "الى" | "in" | "from" | "near" | "at" | "to" | "в" | "из" | "à" | "de" | "در" | "از" | "به"
        );
    let plain = word.is(Kind::Common)
        || word.kinds & (1 << Kind::Title as u32 | 1 << Kind::OrgHead as u32 | 1 << Kind::Nisba as u32) != 0;
    let person = word.name != 0;
    match text.language {
        _ if hit.end > at + 1 => true,
        _ if plain || letters < 3 => false,
        Language::Arabic => hit.cut == 0 && letters > 3 && (head || comes_from && !person || !person && letters > 4),
        Language::Persian | Language::Urdu => letters > 3 && !person || head,
        Language::Hebrew => hit.cut <= 1 && letters > 3 && !person || head,
        _ => (comes_from || head) && !person && !text.words.get(at + 1).is_some_and(Word::is_capital),
    }
}

/// Whether the lists have a word as a place or a title.
pub(crate) fn is_place_or_title(norm: &str) -> bool {
    (*super::gazetteer::BUILT_IN).is_some_and(|gazetteer| {
        gazetteer
            .word(norm)
            .any(|entry| matches!(entry.kind, Kind::Territory | Kind::Capital | Kind::City | Kind::Title))
    })
}

/// "Jack London": what looks like a city is the family name of somebody.
fn is_after_given_name(text: &Text, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| &text.words[at]) else { return false };
    before.name / 10 == 1
        && before.name % 10 >= 4
        && !before.is(Kind::Common)
        && (before.shape < 16 || before.is_capital())
}

/// "speaks Arabic", "باللغة العربية": the name of a language is no place.
fn is_language(text: &Text, at: usize) -> bool {
    text.words[at].is(Kind::Language) && !text.words[at].is(Kind::Territory)
        || at > 0 && matches!(text.norm(at - 1), "اللغه" | "باللغه")
}
