//! Annotations that stand apart from their text: places in a [`Whole`] and what they are said to be, made into
//! entities with mentions. Formats with spans and files beside a text share this.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::draft::entity_kind;
use super::fault::{Fault, Remedy, Warning};
use super::json::Notes;
use super::locate::{Anchor, Located, Locator, Texts};
use super::offsets::{OffsetUnit, TextIndex};
use super::whole::Whole;
use crate::article::{Article, Entity, Mention, Span};

/// A place in a text, and what is said of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Noted<'d> {
    pub(crate) start: Option<usize>,
    pub(crate) end: Option<usize>,
    /// The words that stand there.
    pub(crate) exact: Option<Cow<'d, str>>,
    /// Words before and after it.
    pub(crate) around: [Option<Cow<'d, str>>; 2],
    /// The type, as the file writes it.
    pub(crate) label: Cow<'d, str>,
    /// The name, where it is another than the words.
    pub(crate) name: Option<Cow<'d, str>>,
    pub(crate) same_as: Vec<String>,
    /// A date or number in standard form.
    pub(crate) value: Option<String>,
    pub(crate) salience: Option<f64>,
    pub(crate) confidence: Option<f64>,
    /// Places with the same number belong to one entity.
    pub(crate) group: Option<usize>,
    /// Where it stands in the file.
    pub(crate) path: String,
}

impl Noted<'_> {
    /// The words, where it says any.
    fn words(&self) -> Option<&str> {
        self.exact.as_deref().filter(|words| !words.is_empty())
    }

    fn anchor(&self) -> Anchor<'_> {
        let [prefix, suffix] = [self.around[0].as_deref(), self.around[1].as_deref()];
        let (start, end) = (self.start, self.end.or(self.start));
        Anchor { block_id: Some("text"), block: Some(0), start, end, exact: self.words(), prefix, suffix }
    }
}

/// Makes entities of notes on one text.
pub(crate) struct Annotator<'t> {
    whole: &'t Whole<'t>,
    locator: Locator<'t>,
    index: TextIndex<'t>,
    unit: OffsetUnit,
    /// Entities by name and label, and by group.
    known: HashMap<(String, String), usize>,
    groups: HashMap<usize, usize>,
    /// How far words without a place have been found.
    found_to: HashMap<String, usize>,
    /// Bytes that may be searched for such words.
    budget: usize,
}

/// Bytes of text that may be searched for words without a place; a bound on the time that a hostile file takes.
const SEARCH_BUDGET: usize = 1 << 28;

impl<'t> Annotator<'t> {
    /// An annotator of a text in which offsets count `unit`.
    pub(crate) fn new(whole: &'t Whole<'t>, unit: OffsetUnit) -> Self {
        let locator = Locator::new(Texts::Whole(whole.text()), unit);
        let index = TextIndex::new(whole.text());
        let (known, groups, found_to) = Default::default();
        Self { whole, locator, index, unit, known, groups, found_to, budget: SEARCH_BUDGET }
    }

    /// Adds what is noted to the entities of an article.
    pub(crate) fn add(&mut self, noted: &Noted<'_>, article: &mut Article, notes: &mut Notes) {
        let span = self.place(noted, notes);
        let name = match (&noted.name, &span) {
            (Some(name), _) => name.trim().to_owned(),
            (None, Some(span)) => article.text(span).trim().to_owned(),
            (None, None) => self.stated_words(noted).trim().to_owned(),
        };
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return;
        }
        let at = self.entity(&name, noted, article);
        let entity = &mut article.entities[at];
        for same in &noted.same_as {
            if !entity.same_as.contains(same) {
                entity.same_as.push(same.clone());
            }
        }
        entity.mentions.extend(span.map(|span| Mention {
            span,
            kind: None,
            confidence: noted.confidence.filter(|confidence| (0.0..=1.0).contains(confidence)),
            extra: Default::default(),
        }));
    }

    /// The unit in which offsets count.
    pub(crate) fn unit(&self) -> OffsetUnit {
        self.unit
    }

    /// The place of what is noted.
    pub(crate) fn place(&mut self, noted: &Noted<'_>, notes: &mut Notes) -> Option<Span> {
        let span = self.whole.span(self.bytes(noted, notes)?);
        if span.is_none() {
            let (place, fault) = (noted.path.clone(), Fault::AcrossBlocks);
            notes.warnings.push(Warning { place, fault, remedy: Remedy::Unlocated });
        }
        span
    }

    /// The bytes of the whole text that are meant.
    pub(crate) fn bytes(&mut self, noted: &Noted<'_>, notes: &mut Notes) -> Option<Range<usize>> {
        let mut warn = |fault, remedy| notes.warnings.push(Warning { place: noted.path.clone(), fault, remedy });
        let words = noted.words();
        match (noted.start, noted.end, words) {
            (None, _, None) => return None,
            (None, _, Some(words)) if noted.around.iter().all(Option::is_none) => {
                let next = self.next_occurrence(words);
                // Words that have been found, but not so often, have no more places.
                if next.is_some() || self.found_to.contains_key(words) {
                    return next;
                }
            }
            // The length is that of the words, in whatever unit the start counts.
            (Some(start), None, Some(words)) => {
                let start = self.index.byte_of(self.unit, start);
                if let Some(start) = start.filter(|start| self.whole.text()[*start..].starts_with(words)) {
                    return Some(start..start + words.len());
                }
            }
            _ => {}
        }
        match self.locator.locate(&noted.anchor()) {
            Located::Right(found) | Located::Unchecked(found) => Some(found.bytes()),
            Located::Repaired(found, misplaced) => {
                // Where no place is stated none can be wrong.
                if noted.start.is_some() {
                    warn(Fault::Misplaced(Box::new(misplaced)), Remedy::Corrected);
                }
                Some(found.bytes())
            }
            Located::Lost(lost) => {
                warn(Fault::NotLocated(Box::new(lost)), Remedy::Unlocated);
                None
            }
        }
    }

    /// Where words without a place stand next.
    fn next_occurrence(&mut self, words: &str) -> Option<Range<usize>> {
        let from = self.found_to.get(words).copied().unwrap_or(0);
        let rest = &self.whole.text()[from..];
        self.budget = self.budget.checked_sub(rest.len())?;
        let start = from + rest.find(words)?;
        self.found_to.insert(words.to_owned(), start + words.len());
        Some(start..start + words.len())
    }

    /// The words that are said to stand at a place that has become none.
    fn stated_words<'a>(&'a self, noted: &'a Noted<'_>) -> &'a str {
        if let Some(words) = noted.words() {
            return words;
        }
        let byte = |offset: Option<usize>| self.index.byte_of(self.unit, offset?);
        byte(noted.start).zip(byte(noted.end)).and_then(|(start, end)| self.whole.text().get(start..end)).unwrap_or("")
    }

    fn entity(&mut self, name: &str, noted: &Noted<'_>, article: &mut Article) -> usize {
        let by_group = noted.group.and_then(|group| self.groups.get(&group).copied());
        let key = (name.to_owned(), noted.label.to_string());
        if let Some(at) = by_group.or_else(|| self.known.get(&key).copied().filter(|_| noted.group.is_none())) {
            return at;
        }
        let at = article.entities.len();
        let label = noted.label.trim();
        article.entities.push(Entity {
            name: name.to_owned(),
            kind: entity_kind(label),
            source_type: (!label.is_empty()).then(|| label.to_owned()),
            value: noted.value.clone(),
            salience: noted.salience.filter(|salience| salience.is_finite()),
            ..Entity::default()
        });
        self.known.insert(key, at);
        noted.group.and_then(|group| self.groups.insert(group, at));
        at
    }
}

/// How many of the notes that state their words have them at their offsets in this unit.
pub(crate) fn matches(text: &str, unit: OffsetUnit, noted: &[Noted<'_>]) -> usize {
    let index = TextIndex::new(text);
    let fits = |note: &&Noted<'_>| -> Option<bool> {
        let (start, words) = (index.byte_of(unit, note.start?)?, note.words()?);
        let rest = text.get(start..)?;
        Some(
            rest.starts_with(words) && note.end.is_none_or(|end| index.byte_of(unit, end) == Some(start + words.len())),
        )
    };
    noted.iter().filter(|note| fits(note).unwrap_or(false)).count()
}
