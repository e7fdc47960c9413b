//! What stands around articles: one object, an array, a wrapper object with the array inside, JSON
//! Lines, concatenated JSON, the response of a search engine.
//!
//! A file is only cut into the texts of its records here; each is parsed when it is opened.

use std::fmt;
use std::ops::Range;

use serde::Deserializer as _;
use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json_borrow::Value;

use super::detect::{self, Format};
use super::fields::Fields;
use super::jsonfeed::Feed;
use super::{jsonld, native};

/// The places of articles in a text.
#[derive(Debug)]
pub(crate) struct Records {
    /// Bytes of the JSON value of each.
    pub(crate) ranges: Vec<Range<usize>>,
    /// Whether the file is meant for several records, though there may be one.
    pub(crate) is_list: bool,
    /// What a feed says about all its items.
    pub(crate) feed: Option<Feed>,
}

impl Records {
    /// The only record of a file.
    pub(crate) fn one(range: Range<usize>) -> Self {
        Self { ranges: vec![range], is_list: false, feed: None }
    }

    /// The records of a list.
    pub(crate) fn list(ranges: Vec<Range<usize>>) -> Self {
        Self { ranges, is_list: true, feed: None }
    }
}

/// Keys under which lists of articles are kept, from the most to the least telling.
const LISTS: &[&[&str]] = &[
    &["hits", "hits"],
    &["articles", "results"],
    &["response", "results"],
    &["response", "docs"],
    &["data", "articles"],
    &["data", "items"],
    &["data", "results"],
    &["_embedded", "items"],
    &["articles"],
    &["results"],
    &["hits"],
    &["_items"],
    &["items"],
    &["item"],
    &["data"],
    &["documents"],
    &["docs"],
    &["posts"],
    &["entries"],
    &["news"],
    &["stories"],
    &["records"],
    &["rows"],
    &["value"],
    &["examples"],
];

/// Keys under which a single article is kept.
const SINGLES: &[&[&str]] = &[
    &["response", "content"],
    &["data", "article"],
    &["data", "item"],
    &["_source"],
    &["article"],
    &["data"],
    &["result"],
    &["response"],
    &["content"],
    &["story"],
    &["post"],
    &["row"],
];

/// The white space of JSON (RFC 8259, section 2). Other blanks of Unicode are no part of it.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// Records looked at to find out whether a list is one of articles.
const PROBED: usize = 20;

/// Cuts a text into records.
///
/// # Errors
/// When it is no JSON, with the byte at which it stops being so.
pub(crate) fn split(text: &str) -> Result<Records, (usize, serde_json::Error)> {
    if let Some(lines) = json_lines(text) {
        return Ok(Records::list(lines));
    }
    let object = text.trim_matches(BLANKS);
    if native::Parts::of(object).is_some_and(|parts| parts.is_all()) {
        return Ok(Records::one(range_in(text, object)));
    }
    let mut values = top_level(text)?;
    match values.len() {
        1 => Ok(inside(text, values.remove(0))),
        _ => Ok(Records::list(values)),
    }
}

/// The lines of JSON Lines; none when the text is something else. Only the first line is parsed.
fn json_lines(text: &str) -> Option<Vec<Range<usize>>> {
    let first = text.trim_start_matches(BLANKS).lines().next()?.trim_end_matches(BLANKS);
    if !first.starts_with('{') || !first.ends_with('}') {
        return None;
    }
    let mut ranges = vec![];
    let mut at = 0;
    for line in text.split('\n') {
        let start = at + (line.len() - line.trim_start_matches(BLANKS).len());
        let trimmed = line.trim_matches(BLANKS);
        if !trimmed.is_empty() {
            // A record that goes on in the next line makes it concatenated JSON; the last may be cut off.
            let ends = trimmed.ends_with('}') || text[at + line.len()..].trim_matches(BLANKS).is_empty();
            if !trimmed.starts_with('{') || !ends {
                return None;
            }
            ranges.push(start..start + trimmed.len());
        }
        at += line.len() + 1;
    }
    (ranges.len() > 1 && serde_json::from_str::<IgnoredAny>(first).is_ok()).then_some(ranges)
}

/// The values that stand side by side in a text.
fn top_level(text: &str) -> Result<Vec<Range<usize>>, (usize, serde_json::Error)> {
    let mut ranges = vec![];
    let mut end = 0;
    loop {
        let rest = &text[end..];
        let trimmed = rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{1e}']);
        if trimmed.is_empty() && !ranges.is_empty() {
            return Ok(ranges);
        }
        let start = end + (rest.len() - trimmed.len());
        let mut stream = serde_json::Deserializer::from_str(trimmed).into_iter::<IgnoredAny>();
        match stream.next() {
            Some(Ok(_)) => {
                end = start + stream.byte_offset();
                ranges.push(start..end);
            }
            // After several records a broken one is left to whoever opens it.
            Some(Err(_)) if ranges.len() > 1 => {
                ranges.push(start..text.len());
                return Ok(ranges);
            }
            _ => return Err(first_error(text, start, ranges.is_empty())),
        }
    }
}

/// The error of a text that is no JSON, and the byte to which its line and column count.
fn first_error(text: &str, start: usize, alone: bool) -> (usize, serde_json::Error) {
    // What follows a whole value is wrong as a whole: "trailing characters".
    let from = if alone { start } else { 0 };
    match serde_json::from_str::<IgnoredAny>(&text[from..]) {
        Err(error) => (from, error),
        Ok(_) => (from, serde::de::Error::custom("no JSON value")),
    }
}

/// The records in one JSON value.
fn inside(text: &str, range: Range<usize>) -> Records {
    let value = &text[range.clone()];
    if value.starts_with('[') {
        let elements = elements(text, value);
        let objects = elements.iter().any(|element| text[element.clone()].starts_with('{'));
        return match objects {
            true if jsonld::is_list(text, &elements) => Records::list(jsonld::articles(text, elements)),
            true => Records::list(elements),
            false => Records::one(range),
        };
    }
    if native::Parts::of(value).is_some() {
        return Records::one(range);
    }
    let Ok(parsed) = serde_json::from_str::<Value<'_>>(value) else { return Records::one(range) };
    let Some(fields) = Fields::of(&parsed) else { return Records::one(range) };
    if let Some(feed) = Feed::of(&fields) {
        let items = member(text, value, &["items"]).map(|items| elements(text, items)).unwrap_or_default();
        if !items.is_empty() {
            return Records { ranges: items, is_list: true, feed: Some(feed) };
        }
    }
    if detect::detect(&parsed, None).is_ok() {
        return Records::one(range);
    }
    if let Some(graph) = member(text, value, &["@graph"]) {
        let articles = jsonld::articles(text, elements(text, graph));
        if !articles.is_empty() {
            return Records::list(articles);
        }
    }
    wrapped(text, value, &fields).unwrap_or_else(|| Records::one(range))
}

/// The records of a wrapper object.
fn wrapped(text: &str, value: &str, fields: &Fields<'_>) -> Option<Records> {
    for keys in LISTS {
        let Some(list) = fields.at(keys).and_then(Value::as_array) else { continue };
        if list.iter().take(PROBED).any(is_article) {
            return Some(Records::list(elements(text, member(text, value, keys)?)));
        }
    }
    for keys in SINGLES {
        if fields.at(keys).is_some_and(is_article) {
            let inner = member(text, value, keys)?;
            return Some(Records::one(range_in(text, inner)));
        }
    }
    None
}

fn is_article(value: &Value<'_>) -> bool {
    format_of(value).is_some()
}

/// The format of a record, also of one that a search engine has wrapped.
fn format_of(value: &Value<'_>) -> Option<Format> {
    detect::detect(unwrapped(value), None).ok()
}

/// Keys under which an element of a list may have its article.
const WRAPPERS: [&str; 5] = ["_source", "row", "document", "article", "node"];

/// The article in an element of a list: itself, or what stands in its `_source`, `row`, ….
pub(crate) fn unwrapped<'v, 'd>(value: &'v Value<'d>) -> &'v Value<'d> {
    let Value::Object(map) = value else { return value };
    // The last of keys that stand twice, as everywhere.
    let last = |wanted: &str| map.iter().filter(|(key, _)| *key == wanted).last().map(|(_, value)| value);
    let inner = WRAPPERS.into_iter().find_map(last);
    match inner {
        Some(inner) if inner.is_object() && detect::detect(value, None).is_err() => inner,
        _ => value,
    }
}

/// The text of what [`unwrapped`] finds in an element, if it is wrapped.
pub(crate) fn wrapped_text<'t>(text: &'t str, value: &Value<'_>) -> Option<&'t str> {
    let Value::Object(map) = value else { return None };
    let key = WRAPPERS.into_iter().find(|key| map.get(key).is_some())?;
    member(text, text.trim_start(), &[key])
}

/// The bytes of a part of a text.
fn range_in(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    start..start + part.len()
}

/// The bytes of the elements of an array.
fn elements(text: &str, array: &str) -> Vec<Range<usize>> {
    let mut deserializer = serde_json::Deserializer::from_str(array);
    let parts = deserializer.deserialize_seq(Elements).unwrap_or_default();
    parts.into_iter().map(|part| range_in(text, part)).collect()
}

/// The JSON text of the value at the end of a chain of keys; the last of several.
fn member<'t>(text: &'t str, object: &'t str, keys: &[&str]) -> Option<&'t str> {
    debug_assert!(object.len() <= text.len());
    keys.iter().try_fold(object, |object, key| {
        let mut deserializer = serde_json::Deserializer::from_str(object);
        deserializer.deserialize_map(Member(key)).ok().flatten()
    })
}

/// Collects the texts of the elements of an array.
struct Elements;

impl<'t> Visitor<'t> for Elements {
    type Value = Vec<&'t str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut parts = vec![];
        while let Some(raw) = list.next_element::<&'t RawValue>()? {
            parts.push(raw.get());
        }
        Ok(parts)
    }
}

/// Finds the text of the value of one key.
struct Member<'k>(&'k str);

impl<'t> Visitor<'t> for Member<'_> {
    type Value = Option<&'t str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some((key, raw)) = map.next_entry::<std::borrow::Cow<'t, str>, &'t RawValue>()? {
            if key == self.0 {
                found = Some(raw.get());
            }
        }
        Ok(found)
    }
}
