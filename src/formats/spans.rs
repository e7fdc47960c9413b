//! Text plus spans: spaCy's `Doc.to_json`, displaCy, Prodigy, doccano, and the like. One text, and
//! a list of places in it with labels.
//!
//! Offsets count code points (doccano's grapheme mode and tools in other languages do not). Where a
//! span states its words they are checked; where none does, the unit is taken in which most spans
//! begin and end at the edge of a word.

use serde_json_borrow::Value;

use super::draft::{Draft, address};
use super::error::Problem;
use super::fault::{Fault, Remedy, Warning};
use super::fields::{self, Fields};
use super::offsets::{OffsetUnit, TextIndex};
use super::path::Path;
use super::standoff::{Annotator, Noted};
use super::whole::Whole;
use crate::article::Article;

/// Keys of the text.
const TEXTS: &[&str] = &["text", "content", "data", "sentence", "column_data", "raw_text"];

/// Keys of lists of spans; any other key with triples in it is taken as well.
const LISTS: &[&str] = &["ents", "entities", "spans", "label", "labels", "annotations", "ner"];

/// Keys that only annotation tools write.
const MARKS: &[&str] = &["_input_hash", "_task_hash", "_view_id", "Comments"];

/// Whether an object is a text with spans.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    if text(fields).is_none() {
        return false;
    }
    let tokens = fields.array("tokens").first().and_then(Fields::of).is_some_and(|token| token.has("start"));
    let marked = MARKS.iter().any(|key| fields.has(key));
    let empty = ["ents", "spans", "entities", "label", "labels"]
        .iter()
        .any(|key| fields.get(key).and_then(Value::as_array).is_some_and(<[_]>::is_empty));
    let annotated = empty && (fields.has("id") || fields.has("meta") || fields.map().len() < 4);
    tokens || marked || annotated && fields.text(&["body"]).is_none() || !spans(fields).is_empty()
}

fn text<'d>(fields: &Fields<'d>) -> Option<&'d str> {
    TEXTS.iter().find_map(|key| fields.str(key))
}

/// Reads a text with spans.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let Some(text) = text(fields) else {
        return Err(Problem::nearest(fields.map(), "a text with spans", "text"));
    };
    let mut draft = Draft::new("text with spans");
    let title = fields.str("title").or_else(|| fields.str_at(&["meta", "title"]));
    draft.headline(title);
    draft.url(fields.str("url").or_else(|| fields.str_at(&["meta", "url"])));
    draft.publisher(fields.at(&["meta", "source"]).filter(|source| source.is_string()));
    let whole = Whole::of_text(text, &mut draft);
    let spans = spans(fields);
    let unit = unit(text, &spans, &mut draft);
    let mut annotator = Annotator::new(&whole, unit);
    spans.iter().for_each(|span| annotator.add(span, &mut draft.article, &mut draft.notes));
    let language = fields.text(&["language", "lang"]).or_else(|| fields.str_at(&["meta", "language"]));
    super::flat::finish(fields, draft, language, "a text with spans")
}

/// The spans under every key that has some.
fn spans<'d>(fields: &Fields<'d>) -> Vec<Noted<'d>> {
    let mut spans: Vec<Noted<'d>> = vec![];
    for (key, value) in fields.map().iter() {
        let known = LISTS.contains(&key);
        match value {
            Value::Array(list) => {
                let found = list.iter().enumerate().filter_map(|(number, item)| match item {
                    Value::Array(parts) => triple(parts, (key, number)),
                    _ if known => labelled(&Fields::of(item)?, (key, number)),
                    _ => None,
                });
                spans.extend(found);
            }
            // Named groups of spans, as spaCy writes `doc.spans`.
            Value::Object(groups) if key == "spans" => {
                let lists = groups.values().filter_map(Value::as_array);
                let all = lists.flatten().enumerate();
                spans.extend(all.filter_map(|(number, item)| labelled(&Fields::of(item)?, (key, number))));
            }
            _ => {}
        }
    }
    spans
}

/// `spans[3]`
fn path((key, number): (&str, usize)) -> String {
    Path::ROOT.key(key).index(number).to_string()
}

/// `[0, 5, "ORG"]`
fn triple<'d>(parts: &'d [Value<'d>], place: (&'d str, usize)) -> Option<Noted<'d>> {
    let [start, end, Value::Str(label)] = parts else { return None };
    let (start, end) = (fields::offset(start)?, fields::offset(end)?);
    Some(Noted { start: Some(start), end: Some(end), label: (&**label).into(), path: path(place), ..Noted::default() })
}

/// `{"start": 0, "end": 5, "label": "ORG"}`, under any of the names that tools use.
fn labelled<'d>(item: &Fields<'d>, place: (&'d str, usize)) -> Option<Noted<'d>> {
    let number = |keys: &[&str]| keys.iter().find_map(|key| item.offset(key));
    let start = number(&["start", "start_offset", "begin", "start_char", "startOffset"])?;
    let end = number(&["end", "end_offset", "end_char", "endOffset"])?;
    let keys = ["label", "entity_group", "type", "tag", "entity", "category", "ner"];
    let label = keys.iter().find_map(|key| item.str(key))?;
    let exact = ["text", "word", "mention", "surface", "value"].iter().find_map(|key| item.str(key));
    let id = ["kb_id", "id_url", "wikidata"].iter().find_map(|key| item.str(key));
    Some(Noted {
        start: Some(start),
        end: Some(end),
        exact: exact.map(Into::into),
        label: label.into(),
        same_as: id.and_then(address).into_iter().collect(),
        path: path(place),
        ..Noted::default()
    })
}

/// The unit of the offsets: code points, unless others fit more of the spans.
fn unit(text: &str, spans: &[Noted<'_>], draft: &mut Draft) -> OffsetUnit {
    let stated = OffsetUnit::CodePoint;
    if text.is_ascii() || spans.iter().any(|span| span.exact.is_some()) {
        return stated;
    }
    let index = TextIndex::new(text);
    let rate = |unit: OffsetUnit| spans.iter().filter(|span| fits(&index, unit, span)).count();
    let mut best = (stated, rate(stated));
    for unit in [OffsetUnit::Utf16, OffsetUnit::Byte, OffsetUnit::Grapheme] {
        if best.1 == spans.len() {
            break;
        }
        let rating = rate(unit);
        if rating > best.1 {
            best = (unit, rating);
        }
    }
    if best.0 != stated {
        draft.notes.warn(&Path::ROOT, Fault::OtherUnit { stated, found: best.0 }, Remedy::Corrected);
    }
    best.0
}

/// Whether a span is whole words in this unit: no white space at its ends, no letter beside them.
fn fits(index: &TextIndex<'_>, unit: OffsetUnit, span: &Noted<'_>) -> bool {
    let (Some(start), Some(end)) =
        (span.start.and_then(|start| index.byte_of(unit, start)), span.end.and_then(|end| index.byte_of(unit, end)))
    else {
        return false;
    };
    let text = index.text();
    let Some(words) = text.get(start..end).filter(|words| !words.is_empty() && words.trim() == *words) else {
        return false;
    };
    let letters =
        |a: Option<char>, b: Option<char>| a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric);
    !letters(text[..start].chars().next_back(), words.chars().next())
        && !letters(words.chars().next_back(), text[end..].chars().next())
}
