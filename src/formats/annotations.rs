//! Annotations in a file beside the text to which they belong.

use std::fs;

use serde_json_borrow::Value;

use super::error::{OpenError, Problem};
use super::json::Notes;
use super::message::visible;
use super::offsets::OffsetUnit;
use super::standoff::{Annotator, Noted, matches};
use super::whole::Whole;
use super::{Opened, brat, lenient, sidecar, unpack};
use crate::article::{Article, BlockKind};

/// What is said about the places of a text elsewhere: brat's `.ann`, W3C Web Annotations, the answers of Google, AWS
/// and Azure.
#[derive(Debug, Clone)]
pub struct Annotations {
    name: String,
    noted: Vec<Noted<'static>>,
}

impl Annotations {
    /// The annotations in the file at `path`.
    ///
    /// # Errors
    /// When it cannot be read, or has none of a known form.
    pub fn open_path(path: impl AsRef<std::path::Path>) -> Result<Self, OpenError> {
        let name = path.as_ref().to_string_lossy();
        let fail = |problem| OpenError { file: name.clone().into_owned(), record: None, problem };
        let bytes = fs::read(&path).map_err(|error| fail(Problem::Io(error)))?;
        Self::from_bytes(bytes, &name)
    }

    /// The annotations in the contents of a file; `name` stands for it in messages.
    ///
    /// # Errors
    /// When there are none of a known form.
    pub fn from_bytes(bytes: Vec<u8>, name: &str) -> Result<Self, OpenError> {
        let fail = |problem| OpenError { file: name.to_owned(), record: None, problem };
        let text = match unpack::text(bytes) {
            Ok(text) => text,
            // Whoever annotates nothing leaves an empty file.
            Err(Problem::Empty) => return Ok(Self { name: name.to_owned(), noted: vec![] }),
            Err(problem) => return Err(fail(problem)),
        };
        if brat::is(&text) {
            return Ok(Self { name: name.to_owned(), noted: brat::read(&text) });
        }
        let noted = parse(&text).or_else(|error| match lenient::repair(&text) {
            Some(repaired) => parse(&repaired.text),
            None => Err(error),
        });
        match noted {
            Ok(Some(noted)) => Ok(Self { name: name.to_owned(), noted }),
            Ok(None) => Err(fail(Problem::NoAnnotations)),
            Err(error) => Err(fail(super::collection::syntax_of(&text, &error))),
        }
    }

    /// Adds entities and their places to an article. Offsets count in its text if that is known, else in its blocks
    /// put one behind the other; in whatever way and unit most of them name the words that they state.
    pub fn add_to(&self, opened: &mut Opened) {
        let text = opened.text.take();
        let article = &mut opened.article;
        let before = article.entities.len();
        let wholes = wholes(article, text.as_deref());
        let units = [OffsetUnit::CodePoint, OffsetUnit::Utf16, OffsetUnit::Byte, OffsetUnit::Grapheme];
        let mut best = (0, units[0], 0);
        for (at, whole) in wholes.iter().enumerate() {
            for unit in units {
                let rating = matches(whole.text(), unit, &self.noted);
                if rating > best.2 {
                    best = (at, unit, rating);
                }
            }
        }
        let mut notes = Notes::default();
        let mut annotator = Annotator::new(&wholes[best.0], best.1);
        for noted in &self.noted {
            let path = format!("{}: {}", visible(&self.name), noted.path);
            annotator.add(&Noted { path, ..noted.clone() }, article, &mut notes);
        }
        number(article, before);
        opened.warnings.append(&mut notes.warnings);
        opened.text = text;
    }
}

/// The notes in a JSON text, of which there may be several values.
fn parse(text: &str) -> Result<Option<Vec<Noted<'static>>>, serde_json::Error> {
    let mut all: Option<Vec<Noted<'static>>> = None;
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value<'_>>() {
        if let Some(mut noted) = sidecar::read(&value?) {
            let known = all.get_or_insert_default();
            // Groups of one value are none of the next.
            let shift = known.len();
            noted.iter_mut().for_each(|noted| noted.group = noted.group.map(|group| group + shift));
            known.append(&mut noted);
        }
    }
    Ok(all)
}

/// The texts in which offsets may count.
fn wholes<'t>(article: &Article, text: Option<&'t str>) -> Vec<Whole<'t>> {
    if let Some(text) = text {
        let whole = Whole::of_blocks(text, 0);
        if whole.len() == article.blocks.len() {
            return vec![whole];
        }
    }
    let titled = article.blocks.first().is_some_and(|block| block.kind == BlockKind::Headline);
    let mut wholes = vec![];
    for first in [usize::from(titled), 0] {
        wholes.extend(["\n", "\n\n", " ", "\r\n"].map(|between| Whole::joined(article, first, between)));
    }
    wholes
}

/// Gives ids to the entities that were added, and puts their places in order.
fn number(article: &mut Article, before: usize) {
    let (old, new) = article.entities.split_at_mut(before);
    let mut number = before;
    for entity in new {
        entity.mentions.sort_by(|a, b| a.span.cmp(&b.span));
        loop {
            number += 1;
            let id = format!("e{number:02}");
            if old.iter().all(|known| known.id != id) {
                entity.id = id;
                break;
            }
        }
    }
}
