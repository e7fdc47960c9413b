//! Text plus spans: spaCy's `Doc.to_json`, displaCy, Prodigy, doccano, and the like. One text, and
//! a list of places in it with labels.
//!
//! Offsets count code points (doccano's grapheme mode and tools in other languages do not). Where a
//! span states its words they are checked; where none does, the unit is taken in which most spans
//! begin and end at the edge of a word.

use serde_json_borrow::Value;

use super::draft::{Draft, entity_kind};
use super::error::Problem;
use super::fault::{Fault, Remedy, Warning};
use super::fields::{self, Fields};
use super::locate::{Anchor, Located, Locator};
use super::offsets::{OffsetUnit, TextIndex};
use super::path::Path;
use super::plain::{self, Piece};
use crate::article::{Article, BlockKind, Entity, Mention, Span};

/// Keys of the text.
const TEXTS: &[&str] = &["text", "content", "data", "sentence", "column_data", "raw_text"];

/// Keys of lists of spans; any other key with triples in it is taken as well.
const LISTS: &[&str] = &["ents", "entities", "spans", "label", "labels", "annotations", "ner"];

/// Keys that only annotation tools write.
const MARKS: &[&str] = &["_input_hash", "_task_hash", "_view_id", "Comments"];

/// One labelled place.
struct Labelled<'d> {
    start: usize,
    end: usize,
    label: &'d str,
    exact: Option<&'d str>,
    id: Option<&'d str>,
    /// Where it stands in the file: key and number.
    place: (&'d str, usize),
}

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
    let pieces = plain::pieces(text);
    let first = draft.article.blocks.len();
    pieces.iter().for_each(|piece| draft.push(BlockKind::Paragraph, &piece.text));
    let spans = spans(fields);
    let unit = unit(text, &spans, &mut draft);
    let mut locator = Locator::new(std::iter::once(("text", text)), unit);
    for span in &spans {
        let path = Path::ROOT.key(span.place.0);
        let path = path.index(span.place.1);
        let found = located(&mut locator, span, &path, &mut draft).and_then(|whole| {
            let inner = in_piece(&pieces, &whole);
            if inner.is_none() {
                draft.notes.warn(&path, Fault::AcrossBlocks, Remedy::Unlocated);
            }
            inner.map(|(piece, start, end)| Span { block: first + piece, start, end })
        });
        mention(&mut draft, span, text, unit, found);
    }
    let language = fields.text(&["language", "lang"]).or_else(|| fields.str_at(&["meta", "language"]));
    super::flat::finish(fields, draft, language, "a text with spans")
}

/// The spans under every key that has some.
fn spans<'d>(fields: &Fields<'d>) -> Vec<Labelled<'d>> {
    let mut spans: Vec<Labelled<'d>> = vec![];
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

/// `[0, 5, "ORG"]`
fn triple<'d>(parts: &'d [Value<'d>], place: (&'d str, usize)) -> Option<Labelled<'d>> {
    let [start, end, Value::Str(label)] = parts else { return None };
    let (start, end) = (fields::offset(start)?, fields::offset(end)?);
    Some(Labelled { start, end, label, exact: None, id: None, place })
}

/// `{"start": 0, "end": 5, "label": "ORG"}`, under any of the names that tools use.
fn labelled<'d>(item: &Fields<'d>, place: (&'d str, usize)) -> Option<Labelled<'d>> {
    let number = |keys: &[&str]| keys.iter().find_map(|key| item.offset(key));
    let start = number(&["start", "start_offset", "begin", "start_char", "startOffset"])?;
    let end = number(&["end", "end_offset", "end_char", "endOffset"])?;
    let keys = ["label", "entity_group", "type", "tag", "entity", "category", "ner"];
    let label = keys.iter().find_map(|key| item.str(key))?;
    let exact = ["text", "word", "mention", "surface", "value"].iter().find_map(|key| item.str(key));
    let id = ["kb_id", "id_url", "wikidata"].iter().find_map(|key| item.str(key)).filter(|id| *id != "NIL");
    Some(Labelled { start, end, label, exact, id, place })
}

/// The unit of the offsets: code points, unless others fit more of the spans.
fn unit(text: &str, spans: &[Labelled<'_>], draft: &mut Draft) -> OffsetUnit {
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
fn fits(index: &TextIndex<'_>, unit: OffsetUnit, span: &Labelled<'_>) -> bool {
    let (Some(start), Some(end)) = (index.byte_of(unit, span.start), index.byte_of(unit, span.end)) else {
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

/// The place of a span in the whole text.
fn located(locator: &mut Locator<'_>, span: &Labelled<'_>, path: &Path<'_>, draft: &mut Draft) -> Option<Span> {
    let (start, end) = (Some(span.start), Some(span.end));
    let anchor = Anchor { block_id: Some("text"), block: Some(0), start, end, exact: span.exact, ..Anchor::default() };
    match locator.locate(&anchor) {
        // These formats do not state the words, so that is nothing to warn of.
        Located::Right(found) | Located::Unchecked(found) => Some(found),
        Located::Repaired(found, misplaced) => {
            draft.notes.warn(path, Fault::Misplaced(Box::new(misplaced)), Remedy::Corrected);
            Some(found)
        }
        Located::Lost(not_located) => {
            draft.notes.warn(path, Fault::NotLocated(Box::new(not_located)), Remedy::Unlocated);
            None
        }
    }
}

/// The paragraph in which a place of the whole text lies, and its bytes in it.
fn in_piece(pieces: &[Piece], whole: &Span) -> Option<(usize, usize, usize)> {
    let at = pieces.partition_point(|piece| piece.range.end <= whole.start);
    let piece = pieces.get(at)?;
    let (start, end) = (piece.inner(whole.start), piece.inner(whole.end));
    let next = pieces.get(at + 1).map_or(usize::MAX, |next| next.range.start);
    (start < end && whole.end <= next).then_some((at, start, end))
}

/// Adds a mention to the entity of that name and label.
fn mention(draft: &mut Draft, span: &Labelled<'_>, text: &str, unit: OffsetUnit, found: Option<Span>) {
    let name = match (&found, span.exact) {
        (Some(found), _) => draft.article.text(found).trim().to_owned(),
        (None, Some(exact)) => exact.trim().to_owned(),
        (None, None) => {
            let index = TextIndex::new(text);
            let (start, end) = (index.byte_of(unit, span.start), index.byte_of(unit, span.end));
            start.zip(end).and_then(|(start, end)| text.get(start..end)).unwrap_or_default().trim().to_owned()
        }
    };
    if name.is_empty() {
        return;
    }
    let kind = entity_kind(span.label);
    let entities = &mut draft.article.entities;
    let same = |known: &Entity| known.name == name && known.source_type.as_deref() == Some(span.label);
    let at = entities.iter().position(same).unwrap_or_else(|| {
        let same_as = span.id.filter(|id| id.contains("://")).map(str::to_owned).into_iter().collect();
        let source_type = Some(span.label.to_owned());
        entities.push(Entity { name: name.clone(), kind, source_type, same_as, ..Entity::default() });
        entities.len() - 1
    });
    let mentions = &mut entities[at].mentions;
    mentions.extend(found.map(|span| Mention { span, kind: None, confidence: None, extra: Default::default() }));
}
