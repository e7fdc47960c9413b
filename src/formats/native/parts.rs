//! The top level of a native file, and its lists read element by element: of a file of megabytes there is never a tree
//! of all of it.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::Deserializer as _;
use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::Deserializer;
use serde_json::value::RawValue;
use serde_json_borrow::{ObjectAsVec, Value};

use super::super::error::Problem;
use super::super::fault::Fault;
use super::super::json::{Notes, error_byte, type_name};
use super::super::path::Path;
use super::{FORMAT, giant};

/// Why a text gives no article.
#[derive(Debug)]
pub(in crate::formats) enum Refused {
    /// It is no JSON that can be read: the byte at which it stops being so.
    Syntax(usize, serde_json::Error),
    /// It is no article.
    Problem(Problem),
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// The keys whose values are lists that may be long.
const LISTS: [&str; 3] = ["blocks", "entities", "quotes"];

/// The keys of the top level in the order of the file, and the texts of their values.
#[derive(Debug)]
pub(in crate::formats) struct Parts<'t> {
    whole: &'t str,
    entries: Vec<(Cow<'t, str>, &'t RawValue)>,
    /// Nothing stands behind the object.
    all: bool,
}

impl<'t> Parts<'t> {
    /// The parts of an object whose `format` says that it is native; none of anything else.
    pub(in crate::formats) fn of(text: &'t str) -> Option<Self> {
        let mut deserializer = Deserializer::from_str(text);
        let entries = deserializer.deserialize_map(Entries::default()).ok()?;
        let parts = Self { whole: text, entries, all: deserializer.end().is_ok() };
        let format = serde_json::from_str::<Cow<'_, str>>(parts.last("format")?.get()).ok()?;
        (format == FORMAT).then_some(parts)
    }

    /// Whether nothing stands behind the object.
    pub(in crate::formats) fn is_all(&self) -> bool {
        self.all
    }

    /// The value of a key; of several the last.
    fn last(&self, key: &str) -> Option<&'t RawValue> {
        self.entries.iter().rev().find(|(name, _)| name == key).map(|(_, raw)| *raw)
    }

    /// The value of a key as a list.
    pub(super) fn list(&self, key: &str) -> Option<List<'t>> {
        self.last(key).map(|raw| List { whole: self.whole, text: raw.get() })
    }

    /// The top level as an object, with null for the values of [`LISTS`].
    pub(super) fn top_level(&self) -> Result<ObjectAsVec<'_>, Refused> {
        let entry = |(key, raw): &'_ (Cow<'t, str>, &'t RawValue)| match LISTS.contains(&key.as_ref()) {
            true => Ok(Value::Null),
            false => serde_json::from_str(raw.get()).map_err(|error| syntax(self.whole, raw.get(), error)),
        };
        let keys = self.entries.iter().map(|(key, _)| key.as_ref());
        let values = self.entries.iter().map(entry).collect::<Result<Vec<Value<'_>>, _>>()?;
        Ok(keys.zip(values).collect())
    }
}

/// The place of an error in the whole text, of which `part` is a part.
fn syntax(whole: &str, part: &str, error: serde_json::Error) -> Refused {
    let start = part.as_ptr().addr() - whole.as_ptr().addr();
    Refused::Syntax(start + error_byte(part, &error), error)
}

/// A list as it stands in the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct List<'t> {
    whole: &'t str,
    text: &'t str,
}

impl<'t> List<'t> {
    /// Whether it is one.
    pub(super) fn is_list(self) -> bool {
        self.text.starts_with('[')
    }

    /// The type of what it is instead.
    pub(super) fn type_name(self) -> &'static str {
        serde_json::from_str::<Value<'_>>(self.text).map_or("something else", |value| type_name(&value))
    }

    /// Itself if it is one, else a warning.
    pub(super) fn or_warn(self, path: &Path<'_>, notes: &mut Notes) -> Option<Self> {
        if !self.is_list() {
            let fault = Fault::WrongType { found: self.type_name(), expected: "an array" };
            notes.warn(path, fault, super::super::fault::Remedy::Ignored);
        }
        self.is_list().then_some(self)
    }

    /// Whether nothing stands in it.
    pub(super) fn is_empty(self) -> bool {
        self.text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(']'))
    }

    /// Bytes of it.
    pub(super) fn len(self) -> usize {
        self.text.len()
    }

    /// Gives each element to `each` with its number, until one is refused.
    pub(super) fn each(self, each: impl FnMut(usize, Value<'t>) -> Result<(), Problem>) -> Result<(), Refused> {
        let mut refused = None;
        let elements = Elements { whole: self.whole, each, refused: &mut refused };
        let outcome = Deserializer::from_str(self.text).deserialize_seq(elements);
        match (refused, outcome) {
            (Some(refused), _) => Err(refused),
            (None, Err(error)) => Err(syntax(self.whole, self.text, error)),
            (None, Ok(())) => Ok(()),
        }
    }
}

/// Collects keys, as `K`, and the texts of their values.
pub(super) struct Entries<K>(PhantomData<K>);

impl<K> Default for Entries<K> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<'t, K: Deserialize<'t>> Visitor<'t> for Entries<K> {
    type Value = Vec<(K, &'t RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = vec![];
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(entries)
    }
}

/// Gives on one element after the other.
struct Elements<'p, F> {
    whole: &'p str,
    each: F,
    refused: &'p mut Option<Refused>,
}

impl<'t, F: FnMut(usize, Value<'t>) -> Result<(), Problem>> Visitor<'t> for Elements<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'t>>(mut self, mut list: A) -> Result<(), A::Error> {
        let mut number = 0;
        while let Some(raw) = list.next_element::<&'t RawValue>()? {
            let value = match giant::parse(raw) {
                Ok(value) => value,
                Err(error) => {
                    *self.refused = Some(syntax(self.whole, raw.get(), error));
                    return Err(A::Error::custom("no JSON"));
                }
            };
            if let Err(problem) = (self.each)(number, value) {
                *self.refused = Some(Refused::Problem(problem));
                return Err(A::Error::custom("refused"));
            }
            number += 1;
        }
        Ok(())
    }
}
