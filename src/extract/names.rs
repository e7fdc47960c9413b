//! From what the tagger and the rules found to the names of an article.

use std::collections::HashMap;

use super::document::{Document, Language, Text};
use super::features::Word;
use super::gazetteer::{Gazetteer, Kind};
use super::table::Hash;
use super::words;
use super::{Reason, Taggers, lexicon, patterns, persons, refine, tagger};
use crate::article::EntityKind;

/// A name at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Index into [`Document::texts`].
    pub text: usize,
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// Letters of the first token that stand outside.
    pub cut: usize,
    /// What it is.
    pub kind: EntityKind,
    /// Why.
    pub reason: Reason,
    /// Number of an organisation or territory of the lists: equal numbers are one entity.
    pub known: Option<u32>,
    /// Normalised value of a date, and whether it was worked out.
    pub value: Option<(String, bool)>,
}

impl Name {
    /// A name that a rule found.
    #[must_use]
    pub fn new(text: usize, tokens: std::ops::Range<usize>, kind: EntityKind, rule: &'static str) -> Self {
        Self {
            text,
            start: tokens.start,
            end: tokens.end,
            cut: 0,
            kind,
            reason: Reason::rule(rule),
            known: None,
            value: None,
        }
    }

    /// Its bytes in the text.
    #[must_use]
    pub fn bytes(&self, text: &Text) -> std::ops::Range<usize> {
        let (Some(first), Some(last)) = (text.tokens.get(self.start), text.tokens.get(self.end.saturating_sub(1)))
        else {
            return 0..0;
        };
        words::cut_front(text.text, &first.bytes, self.cut)..last.bytes.end
    }

    /// Its words, normalised, without what stands outside.
    #[must_use]
    pub fn norms(&self, text: &Text) -> Vec<String> {
        (self.start..self.end)
            .filter(|&at| !text.is_mark(at))
            .enumerate()
            .map(|(index, at)| match index {
                0 => text.norm(at).chars().skip(self.cut).collect(),
                _ => text.norm(at).to_owned(),
            })
            .collect()
    }

    /// Whether it may not share a word with another name: persons, organisations, places.
    #[must_use]
    pub fn is_core(&self) -> bool {
        matches!(self.kind, EntityKind::Person | EntityKind::Org | EntityKind::Place)
    }
}

/// Which tokens of a document names cover.
#[derive(Debug, Default)]
struct Cover(Vec<Vec<bool>>);

impl Cover {
    fn of(document: &Document, names: &[Name]) -> Self {
        let mut cover = Self(document.texts.iter().map(|text| vec![false; text.tokens.len()]).collect());
        names.iter().for_each(|name| cover.add(name));
        cover
    }

    fn add(&mut self, name: &Name) {
        self.0[name.text][name.start..name.end].fill(true);
    }

    fn touches(&self, name: &Name) -> bool {
        self.any(name.text, name.start..name.end)
    }

    fn any(&self, text: usize, tokens: std::ops::Range<usize>) -> bool {
        self.0.get(text).and_then(|covered| covered.get(tokens)).is_none_or(|covered| covered.contains(&true))
    }
}

/// Names that do not overlap; the first to come stays.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    pub(crate) names: Vec<Name>,
    cover: Cover,
    /// By text: what the tagger says goes before the rules, and those that only guess are silent.
    read_first: Vec<bool>,
}

/// Rules that stand in for a tagger: beside one that was taught on text of our own policy (Hebrew, Persian)
/// they do more harm than good.
const GUESSES: &[&str] = &["given and family name", "acronym", "after the word for a place"];

impl Taken {
    fn new(document: &Document) -> Self {
        Self { names: Vec::new(), cover: Cover::of(document, &[]), read_first: vec![false; document.texts.len()] }
    }

    /// Whether any of the tokens belongs to a name.
    pub(crate) fn is_covered(&self, text: usize, tokens: std::ops::Range<usize>) -> bool {
        self.cover.any(text, tokens)
    }

    /// Whether what the tagger says of a text goes before the rules.
    pub(crate) fn reads_first(&self, text: usize) -> bool {
        self.read_first[text]
    }

    /// Gives a name other ends; the tokens must be free.
    pub(crate) fn widen(&mut self, index: usize, start: usize, end: usize) {
        let name = &mut self.names[index];
        (name.start, name.end) = (start, end);
        self.cover.add(name);
    }

    /// Adds a name unless one stands there.
    pub(crate) fn add(&mut self, name: Name) {
        // Right behind a body stands who is at its head: "מנכ"ל רשות שדות התעופה שרון קדמי".
        let behind = name.start > 0 && self.is_covered(name.text, name.start - 1..name.start);
        let guess = self.read_first[name.text] && GUESSES.contains(&name.reason.rule) && !behind;
        if !guess && name.start < name.end && !self.is_covered(name.text, name.start..name.end) {
            self.cover.add(&name);
            self.names.push(name);
        }
    }
}

/// Finds the names of a document: persons, organisations, places, then events and dates around them.
#[must_use]
pub fn find(document: &Document, gazetteer: &Gazetteer, taggers: Taggers, published: Option<&str>) -> Vec<Name> {
    let mut dates = super::dates::find(document, published);
    let found: Vec<Name> = tag(document, taggers)
        .into_iter()
        .filter_map(|name| refine::refine(document, gazetteer, taggers, name))
        .collect();
    let dated = Cover::of(document, &dates);
    let mut taken = Taken::new(document);
    for (text, first) in document.texts.iter().zip(&mut taken.read_first) {
        *first =
            matches!(text.language, Language::Hebrew | Language::Persian) && taggers(text.language.tag()).is_some();
    }
    for name in &found {
        let first = taken.read_first[name.text] && name.reason.probability > Some(lexicon::SURE);
        if first && !dated.touches(name) && !lexicon::has_shorter(&document.texts[name.text], gazetteer, name) {
            taken.add(name.clone());
        }
    }
    patterns::definite_bodies(document, &mut taken);
    lexicon::certain(document, gazetteer, &found, &mut taken);
    let acronyms = patterns::organisations(document, &mut taken);
    lengthen(document, &found, &mut taken);
    lexicon::persons(document, gazetteer, &found, &mut taken);
    lexicon::long_places(document, gazetteer, &found, &mut taken);
    for name in found {
        if !dated.touches(&name) {
            taken.add(name);
        }
    }
    patterns::places(document, &mut taken);
    lexicon::places(document, gazetteer, &mut taken);
    persons::find(document, &mut taken);
    super::speaking::find(document, &mut taken);
    acronyms.into_iter().for_each(|name| taken.add(name));
    persons::complete(document, &mut taken);
    super::consistent::spread(document, &mut taken);
    let mut names = taken.names;
    let named =
        Cover::of(document, &names.iter().filter(|name| name.end - name.start > 2).cloned().collect::<Vec<_>>());
    dates.retain(|date| !named.touches(date));
    let dated = Cover::of(document, &dates);
    names.retain(|name| !dated.touches(name));
    let events = super::events::find(document, &names);
    let event = Cover::of(document, &events);
    let storms: Vec<Name> = events.iter().filter(|event| event.reason.rule == super::events::STORM).cloned().collect();
    let storms = Cover::of(document, &storms);
    names.retain(|name| !storms.touches(name));
    dates.retain(|date| !event.touches(date));
    names.extend(events);
    names.extend(dates);
    names.sort_by_key(|name| (name.text, name.start, std::cmp::Reverse(name.end)));
    names
}

/// Gives an Arabic organisation of the rules the end that the tagger is sure of, where both begin at one word and
/// it sees further: `الاتحاد الكويتي` + `لكرة القدم`.
fn lengthen(document: &Document, found: &[Name], taken: &mut Taken) {
    let starts: HashMap<(usize, usize), usize> =
        taken.names.iter().enumerate().map(|(index, name)| ((name.text, name.start), index)).collect();
    for longer in
        found.iter().filter(|name| name.kind == EntityKind::Org && name.reason.probability > Some(lexicon::SURE))
    {
        let Some(&index) = starts.get(&(longer.text, longer.start)) else { continue };
        let shorter = &taken.names[index];
        if document.texts[longer.text].language == Language::Arabic
            && shorter.kind == EntityKind::Org
            && shorter.end < longer.end
            && !taken.is_covered(longer.text, shorter.end..longer.end)
        {
            taken.widen(index, longer.start, longer.end);
        }
    }
}

/// What the taggers say, language by language.
fn tag(document: &Document, taggers: Taggers) -> Vec<Name> {
    let mut out = Vec::new();
    for language in ["ar", "en", "fa", "fr", "he", "ru", "ur"] {
        let Some(tagger) = taggers(language) else { continue };
        let mut places = Vec::new();
        let mut sentences: Vec<&[Word]> = Vec::new();
        for (index, text) in document.texts.iter().enumerate().filter(|(_, text)| text.language.tag() == language) {
            for sentence in &text.sentences {
                places.push((index, sentence.start));
                sentences.push(&text.words[sentence.clone()]);
            }
        }
        out.extend(tagger.tag(&sentences).into_iter().filter_map(|found| named(found, &places)));
    }
    out
}

fn named(found: tagger::Found, places: &[(usize, usize)]) -> Option<Name> {
    let kind = *[EntityKind::Person, EntityKind::Org, EntityKind::Place].get(found.kind)?;
    let (text, start) = places[found.sentence];
    let mut name = Name::new(text, start + found.start..start + found.end, kind, "tagger");
    name.reason.probability = Some(f64::from(found.probability));
    Some(name)
}

/// Whether a token can begin a name after one of its clitics, and how many letters are cut: the first
/// reading that the lists or another place in the text know.
#[must_use]
pub(crate) fn known_cut(document: &Document, gazetteer: &Gazetteer, word: &Word) -> Option<usize> {
    let says = |norm: &str| {
        gazetteer
            .word(norm)
            .any(|entry| !matches!(entry.kind, Kind::Common | Kind::Cluster | Kind::Speech | Kind::Title))
    };
    if says(&word.norm) || document.counts.get(&word.norm).is_some_and(|&count| count > 1) && word.readings.len() == 1 {
        return Some(0);
    }
    let rest = || {
        word.readings
            .iter()
            .skip(1)
            .filter(|reading| !reading.norm.starts_with('~') && reading.norm.chars().count() > 2)
    };
    rest()
        .find(|reading| says(&reading.norm))
        .or_else(|| rest().find(|reading| document.counts.contains_key(&reading.norm)))
        .map(|reading| reading.cut)
}

/// A number for a phrase, to compare names by.
#[must_use]
pub(crate) fn number(norms: &[String]) -> u32 {
    norms.iter().fold(Hash::new(3, ""), |hash, norm| hash.more(norm).more(" ")).value()
}
