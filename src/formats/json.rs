//! Reading JSON objects leniently: what is wrong becomes a warning with its path.

use std::collections::HashSet;

use serde_json::Map;
use serde_json_borrow::{ObjectAsVec, Value};

use super::fault::{Fault, Remedy, Warning};
use super::message::{nearest_name, shorten};
use super::path::Path;

/// Collects the warnings of one file.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) warnings: Vec<Warning>,
}

impl Notes {
    pub(crate) fn warn(&mut self, path: &Path<'_>, fault: Fault, remedy: Remedy) {
        self.warnings.push(Warning { place: path.to_string(), fault, remedy });
    }

    /// Warns of a value of the wrong type, which does not count.
    fn wrong_type(&mut self, path: &Path<'_>, found: &Value<'_>, expected: &'static str) {
        self.warn(path, Fault::WrongType { found: type_name(found), expected }, Remedy::Ignored);
    }
}

/// The JSON type of a value, with its article.
pub(crate) fn type_name(value: &Value<'_>) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::Str(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// A text without what messages need not repeat.
pub(crate) fn quotable(text: &str) -> String {
    shorten(text)
}

/// One JSON object and the path that leads to it.
#[derive(Clone, Copy)]
pub(crate) struct Object<'d, 'p> {
    map: &'d ObjectAsVec<'d>,
    pub(crate) path: &'p Path<'p>,
}

impl<'d, 'p> Object<'d, 'p> {
    /// The object in `value`; warns when it is something else.
    pub(crate) fn new(value: &'d Value<'d>, path: &'p Path<'p>, notes: &mut Notes) -> Option<Self> {
        match value {
            Value::Object(map) => Some(Self { map, path }),
            _ => {
                notes.wrong_type(path, value, "an object");
                None
            }
        }
    }

    /// An object that is known to be one.
    pub(crate) fn of(map: &'d ObjectAsVec<'d>, path: &'p Path<'p>) -> Self {
        Self { map, path }
    }

    /// The value of a key; the last one when it stands twice.
    pub(crate) fn get(&self, key: &str) -> Option<&'d Value<'d>> {
        self.map.iter().filter(|(name, _)| *name == key).last().map(|(_, value)| value)
    }

    /// The string of a key; a warning when it is something else.
    pub(crate) fn str(&self, key: &str, notes: &mut Notes) -> Option<&'d str> {
        self.typed(key, "a string", notes, Value::as_str)
    }

    /// The same, owned.
    pub(crate) fn string(&self, key: &str, notes: &mut Notes) -> Option<String> {
        self.str(key, notes).map(str::to_owned)
    }

    pub(crate) fn bool(&self, key: &str, notes: &mut Notes) -> Option<bool> {
        self.typed(key, "true or false", notes, Value::as_bool)
    }

    pub(crate) fn number(&self, key: &str, notes: &mut Notes) -> Option<f64> {
        self.typed(key, "a number", notes, Value::as_f64)
    }

    pub(crate) fn integer(&self, key: &str, notes: &mut Notes) -> Option<i64> {
        self.typed(key, "an integer", notes, Value::as_i64)
    }

    /// An offset: a whole number that is not negative.
    pub(crate) fn offset(&self, key: &str, notes: &mut Notes) -> Option<usize> {
        self.typed(key, "a whole number from 0", notes, |value| value.as_u64().and_then(|n| usize::try_from(n).ok()))
    }

    /// The elements of an array; none, with a warning, when it is something else.
    pub(crate) fn array(&self, key: &str, notes: &mut Notes) -> &'d [Value<'d>] {
        self.typed(key, "an array", notes, Value::as_array).unwrap_or_default()
    }

    /// The strings of an array; a warning for each element that is something else.
    pub(crate) fn strings(&self, key: &str, notes: &mut Notes) -> Vec<String> {
        let path = self.path.key(key);
        let mut strings = vec![];
        for (index, value) in self.array(key, notes).iter().enumerate() {
            match value.as_str() {
                Some(text) => strings.push(text.to_owned()),
                None => notes.wrong_type(&path.index(index), value, "a string"),
            }
        }
        strings
    }

    /// A name from a closed list; a warning for any other value.
    pub(crate) fn one_of<T>(
        &self,
        key: &str,
        what: &'static str,
        from_name: impl FnOnce(&str) -> Option<T>,
        names: &'static [&'static str],
        notes: &mut Notes,
    ) -> Option<T> {
        let value = self.str(key, notes)?;
        let found = from_name(value);
        if found.is_none() {
            notes.warn(&self.path.key(key), unknown_name(value, what, names), Remedy::Ignored);
        }
        found
    }

    fn typed<T>(
        &self,
        key: &str,
        expected: &'static str,
        notes: &mut Notes,
        read: impl FnOnce(&'d Value<'d>) -> Option<T>,
    ) -> Option<T> {
        let value = self.get(key)?;
        let typed = read(value);
        if typed.is_none() {
            notes.wrong_type(&self.path.key(key), value, expected);
        }
        typed
    }

    /// The keys that are not in `interpreted`, for writing them again. Warns of keys that stand
    /// twice, and of those that are neither in `known` nor open to everyone (`x-…`, `@…`, `$…`).
    pub(crate) fn extra(
        &self,
        interpreted: &[&str],
        known: &[&str],
        notes: &mut Notes,
    ) -> Map<String, serde_json::Value> {
        self.warn_of_repeated_keys(notes);
        let mut extra = Map::new();
        for (key, value) in self.map.iter().filter(|(key, _)| !interpreted.contains(key)) {
            if !known.contains(&key) && !is_open(key) {
                notes.warn(&self.path.key(key), Fault::UnknownKey, Remedy::Kept);
            }
            extra.insert(key.to_owned(), value.into());
        }
        extra
    }

    /// Warns of keys that are not in `interpreted` and that the article has no room for.
    pub(crate) fn nothing_else(&self, interpreted: &[&str], notes: &mut Notes) {
        self.warn_of_repeated_keys(notes);
        for (key, _) in self.map.iter().filter(|(key, _)| !interpreted.contains(key)) {
            notes.warn(&self.path.key(key), Fault::UnknownKey, Remedy::Ignored);
        }
    }

    fn warn_of_repeated_keys(&self, notes: &mut Notes) {
        let keys: Vec<&str> = self.map.keys().collect();
        let mut seen = HashSet::with_capacity(if keys.len() > 16 { keys.len() } else { 0 });
        for (index, key) in keys.iter().enumerate() {
            let repeated = if keys.len() > 16 { !seen.insert(*key) } else { keys[..index].contains(key) };
            if repeated {
                notes.warn(&self.path.key(key), Fault::RepeatedKey, Remedy::LastCounts);
            }
        }
    }
}

/// The fault of a name that is not in its list.
pub(crate) fn unknown_name(value: &str, what: &'static str, names: &'static [&'static str]) -> Fault {
    Fault::UnknownName { value: quotable(value), what, nearest: nearest_name(value, names), names }
}

/// Whether a key belongs to whoever wrote the file: extensions, JSON-LD, JSON Schema.
fn is_open(key: &str) -> bool {
    key.starts_with("x-") || key.starts_with('@') || key.starts_with('$')
}

/// The byte of a text that the line and column of an error mean; the parser counts columns in bytes.
pub(crate) fn error_byte(text: &str, error: &serde_json::Error) -> usize {
    let lines = text.split('\n').take(error.line().saturating_sub(1));
    let start: usize = lines.map(|line| line.len() + 1).sum();
    (start + error.column().saturating_sub(1)).min(text.len())
}
