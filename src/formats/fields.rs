//! Reading objects of foreign formats, where null, a missing key and an empty string all say nothing.

use serde_json_borrow::{ObjectAsVec, Value};

/// One JSON object, asked by key or by several names of the same thing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields<'d> {
    map: &'d ObjectAsVec<'d>,
}

impl<'d> Fields<'d> {
    /// The object in `value`; nothing when it is something else.
    pub(crate) fn of(value: &'d Value<'d>) -> Option<Self> {
        match value {
            Value::Object(map) => Some(Self { map }),
            _ => None,
        }
    }

    /// The object itself.
    pub(crate) fn map(&self) -> &'d ObjectAsVec<'d> {
        self.map
    }

    /// The last value of a key that is not null.
    pub(crate) fn get(&self, key: &str) -> Option<&'d Value<'d>> {
        self.map.iter().filter(|(name, _)| *name == key).last().map(|(_, value)| value).filter(|value| !value.is_null())
    }

    /// Whether the key is there, even with null.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.map.iter().any(|(name, _)| name == key)
    }

    /// The first of several names, whatever its case and separators (`PublishDate`, `publish_date`),
    /// whose value says something: the key as written and the value.
    pub(crate) fn any(&self, names: &[&str]) -> Option<(&'d str, &'d Value<'d>)> {
        names.iter().find_map(|name| {
            self.map.iter().filter(|(key, value)| is_same_name(key, name) && says_something(value)).last()
        })
    }

    /// The string of a key, when it says something.
    pub(crate) fn str(&self, key: &str) -> Option<&'d str> {
        self.get(key).and_then(Value::as_str).filter(|text| !text.trim().is_empty())
    }

    /// The string of the first of several names that has one.
    pub(crate) fn text(&self, names: &[&str]) -> Option<&'d str> {
        names.iter().find_map(|name| {
            let said =
                self.map.iter().filter(|(key, _)| is_same_name(key, name)).filter_map(|(_, value)| value.as_str());
            said.filter(|text| !text.trim().is_empty()).last()
        })
    }

    /// The object of a key.
    pub(crate) fn object(&self, key: &str) -> Option<Self> {
        Self::of(self.get(key)?)
    }

    /// The elements of the array of a key; none when it is something else.
    pub(crate) fn array(&self, key: &str) -> &'d [Value<'d>] {
        self.get(key).and_then(Value::as_array).unwrap_or_default()
    }

    /// The objects in the array of a key; the object itself where there is no array around it.
    pub(crate) fn objects(&self, key: &str) -> Vec<Self> {
        match self.get(key) {
            Some(Value::Array(list)) => list.iter().filter_map(Self::of).collect(),
            Some(value) => Self::of(value).into_iter().collect(),
            None => vec![],
        }
    }

    /// A number or a string of digits.
    pub(crate) fn offset(&self, key: &str) -> Option<usize> {
        offset(self.get(key)?)
    }

    /// The value at the end of a chain of keys.
    pub(crate) fn at(&self, keys: &[&str]) -> Option<&'d Value<'d>> {
        let (last, before) = keys.split_last()?;
        before.iter().try_fold(*self, |fields, key| fields.object(key))?.get(last)
    }

    /// The string at the end of a chain of keys.
    pub(crate) fn str_at(&self, keys: &[&str]) -> Option<&'d str> {
        self.at(keys).and_then(Value::as_str).filter(|text| !text.trim().is_empty())
    }
}

/// A whole number from 0; some tools write it as a float or a string.
pub(crate) fn offset(value: &Value<'_>) -> Option<usize> {
    let number = match value {
        Value::Str(text) => text.parse().ok(),
        _ => value.as_u64().or_else(|| {
            let float = value.as_f64().filter(|float| float.fract() == 0.0 && (0.0..9e15).contains(float))?;
            format!("{float:.0}").parse().ok()
        }),
    };
    number.and_then(|number| usize::try_from(number).ok())
}

fn says_something(value: &Value<'_>) -> bool {
    match value {
        Value::Null => false,
        Value::Str(text) => !text.trim().is_empty(),
        Value::Array(list) => !list.is_empty(),
        Value::Object(map) => !map.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// Whether two names differ in nothing but case, `_`, `-` and spaces.
fn is_same_name(key: &str, name: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).flat_map(char::to_lowercase)
    }
    key == name || key.len() < 64 && letters(key).eq(letters(name))
}

/// The strings in a value: itself, the elements of an array, or the names of objects in it.
pub(crate) fn names(value: &Value<'_>) -> Vec<String> {
    let one = |value: &Value<'_>| -> Option<String> {
        let name = match value {
            Value::Str(text) => text.to_string(),
            Value::Object(map) => {
                let keys = ["name", "label", "title", "prefLabel", "webTitle", "keyword", "text", "slug", "@value"];
                keys.iter().find_map(|key| map.get(key).and_then(Value::as_str))?.to_owned()
            }
            _ => return None,
        };
        Some(name.trim().to_owned()).filter(|name| !name.is_empty())
    };
    match value {
        Value::Array(list) => list.iter().filter_map(one).collect(),
        _ => one(value).into_iter().collect(),
    }
}
