//! Writing the native format: keys in the order of the seed, offsets in code points, `exact` always there.

use std::fmt::Display;
use std::io::{self, BufWriter, Write};

use serde::Serialize;
use serde::ser::{Error, SerializeMap, Serializer};
use serde_json::ser::PrettyFormatter;
use serde_json::{Map, Value};

use super::super::escaping::Escaping;
use super::super::offsets::TextIndex;
use super::blocks::needs_text;
use super::{FORMAT, UNLOCATED};
use crate::article::{Agent, Article, Block, BlockKind, Entity, Mark, Mention, Quote, Span, Speaker};

/// Keys of the top level that stand before `format`.
const OPENING: &[&str] = &["$schema", "@context", "@type"];

/// Writes an article as a native file: JSON, indented by one space, ending in a line feed. Control characters and bidi
/// controls stand in it escaped, so that it can be looked at in a terminal.
/// Reading it back gives an equal article.
///
/// # Errors
/// When `out` does, and when a span or index of the article points outside of it; then the output
/// is incomplete, so a file is best written beside the old one and renamed.
pub fn write(article: &Article, out: impl Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    let texts = article.blocks.iter().map(|block| TextIndex::new(&block.text)).collect();
    let context = Context { article, texts };
    let formatter = PrettyFormatter::with_indent(b" ");
    let mut serializer = serde_json::Serializer::with_formatter(Escaping(&mut out), formatter);
    context.of(article).serialize(&mut serializer)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// What every part needs to be written.
struct Context<'a> {
    article: &'a Article,
    texts: Vec<TextIndex<'a>>,
}

/// A part of the article together with the context.
struct Part<'a, T: ?Sized> {
    context: &'a Context<'a>,
    part: &'a T,
}

impl<'a> Context<'a> {
    fn of<T: ?Sized>(&'a self, part: &'a T) -> Part<'a, T> {
        Part { context: self, part }
    }

    fn all<T>(&'a self, parts: &'a [T]) -> Vec<Part<'a, T>> {
        parts.iter().map(|part| self.of(part)).collect()
    }

    fn entity_id<E: Error>(&self, index: Option<usize>) -> Result<Option<&'a str>, E> {
        id_at(index, &self.article.entities, |entity| &entity.id)
    }
}

/// The id of the item at `index`.
fn id_at<T, E: Error>(index: Option<usize>, list: &[T], id: fn(&T) -> &String) -> Result<Option<&str>, E> {
    match index.map(|index| list.get(index).ok_or(index)) {
        None => Ok(None),
        Some(Ok(item)) => Ok(Some(id(item))),
        Some(Err(index)) => {
            Err(E::custom(format_args!("index {index} points outside of the article's {}", list.len())))
        }
    }
}

/// A JSON object being written.
struct Keys<M>(M);

impl<M: SerializeMap> Keys<M> {
    fn put(&mut self, key: &str, value: &(impl Serialize + ?Sized)) -> Result<(), M::Error> {
        self.0.serialize_entry(key, value)
    }

    /// A key that stands only where there is a value.
    fn opt(&mut self, key: &str, value: Option<&(impl Serialize + ?Sized)>) -> Result<(), M::Error> {
        value.map_or(Ok(()), |value| self.put(key, value))
    }

    /// JSON has no infinite numbers; what is not finite is left out.
    fn number(&mut self, key: &str, value: Option<f64>) -> Result<(), M::Error> {
        self.opt(key, value.filter(|number| number.is_finite()).as_ref())
    }

    /// A list that stands only where it is not empty.
    fn list<T: Serialize>(&mut self, key: &str, list: &[T]) -> Result<(), M::Error> {
        if list.is_empty() { Ok(()) } else { self.put(key, list) }
    }

    /// Kept keys, without those that have been written already.
    fn extra(&mut self, extra: &Map<String, Value>, written: &[&str]) -> Result<(), M::Error> {
        for (key, value) in extra.iter().filter(|(key, _)| !written.contains(&key.as_str())) {
            self.put(key, value)?;
        }
        Ok(())
    }

    fn end(self) -> Result<M::Ok, M::Error> {
        self.0.end()
    }
}

fn keys<S: Serializer>(serializer: S) -> Result<Keys<S::SerializeMap>, S::Error> {
    Ok(Keys(serializer.serialize_map(None)?))
}

impl Serialize for Part<'_, Article> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { context, part: article } = self;
        let mut keys = keys(serializer)?;
        for key in OPENING {
            keys.opt(key, article.extra.get(*key))?;
        }
        keys.put("format", FORMAT)?;
        keys.opt("id", article.id.as_ref())?;
        keys.opt("url", article.url.as_ref())?;
        keys.opt("headline", article.headline.as_ref())?;
        keys.opt("alternativeHeadline", article.alternative_headline.as_ref())?;
        keys.opt("description", article.description.as_ref())?;
        keys.put("inLanguage", &article.language)?;
        keys.put("direction", article.direction.as_str())?;
        keys.opt("publisher", article.publisher.as_ref().map(|agent| context.of(agent)).as_ref())?;
        keys.list("author", &context.all(&article.authors))?;
        keys.opt("datePublished", article.date_published.as_ref())?;
        keys.opt("dateModified", article.date_modified.as_ref())?;
        keys.opt("dateline", article.dateline.as_ref())?;
        keys.list("articleSection", &article.sections)?;
        keys.list("keywords", &article.keywords)?;
        keys.opt("license", article.license.as_ref())?;
        keys.opt("copyrightNotice", article.copyright_notice.as_ref())?;
        keys.put("offsetUnit", "codepoint")?;
        keys.put("blocks", &context.all(&article.blocks))?;
        keys.list("entities", &context.all(&article.entities))?;
        keys.list("quotes", &context.all(&article.quotes))?;
        keys.opt("provenance", article.provenance.as_ref())?;
        keys.extra(&article.extra, &[OPENING, super::INTERPRETED].concat())?;
        keys.end()
    }
}

impl Serialize for Part<'_, Agent> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { context, part: agent } = self;
        let mut keys = keys(serializer)?;
        keys.put("name", &agent.name)?;
        keys.opt("url", agent.url.as_ref())?;
        keys.opt("type", agent.kind.as_ref())?;
        keys.opt("role", agent.role.as_ref())?;
        keys.opt("entity", context.entity_id(agent.entity)?)?;
        keys.extra(&agent.extra, super::annotations::AGENT_KEYS)?;
        keys.end()
    }
}

impl Serialize for Part<'_, Block> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let block = self.part;
        let index = TextIndex::new(&block.text);
        let marks = block.details.marks.iter().map(|mark| MarkOut { mark, index: &index }).collect::<Vec<_>>();
        let mut keys = keys(serializer)?;
        keys.put("id", block.id.as_str())?;
        keys.put("type", block.kind.as_str())?;
        keys.opt("level", block.level.as_ref())?;
        keys.opt("role", block.role.map(|role| role.as_str()))?;
        if needs_text(block.kind) || !block.text.is_empty() {
            keys.put("text", &*block.text)?;
        }
        keys.opt("lang", block.language.as_ref())?;
        keys.opt("dir", block.direction.map(|direction| direction.as_str()))?;
        keys.opt("ordered", block.ordered.as_ref())?;
        keys.opt("ordinal", block.details.ordinal.as_ref())?;
        keys.opt("url", block.details.url.as_ref())?;
        keys.opt("alt", block.details.alt.as_ref())?;
        keys.opt("caption", block.details.caption.as_ref())?;
        keys.opt("credit", block.details.credit.as_ref())?;
        if block.kind == BlockKind::Table || !block.details.rows.is_empty() {
            keys.put("rows", &block.details.rows)?;
        }
        keys.list("marks", &marks)?;
        keys.extra(&block.details.extra, super::blocks::INTERPRETED)?;
        keys.end()
    }
}

/// A mark and the text that it stands in.
struct MarkOut<'a> {
    mark: &'a Mark,
    index: &'a TextIndex<'a>,
}

impl Serialize for MarkOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Mark { kind, bytes, url } = self.mark;
        let outside = || S::Error::custom(format_args!("a mark at {bytes:?} lies outside of its block's text"));
        let mut keys = keys(serializer)?;
        keys.put("type", kind.as_str())?;
        keys.put("start", &self.index.code_point_of(bytes.start).ok_or_else(outside)?)?;
        keys.put("end", &self.index.code_point_of(bytes.end).ok_or_else(outside)?)?;
        keys.opt("url", url.as_ref())?;
        keys.end()
    }
}

impl Serialize for Part<'_, Span> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { context, part: span } = self;
        let anchor = || -> Option<_> {
            let index = context.texts.get(span.block)?;
            let exact = index.text().get(span.bytes())?;
            Some((index.code_point_of(span.start)?, index.code_point_of(span.end)?, exact))
        };
        let (start, end, exact) = anchor().ok_or_else(|| outside(span))?;
        let mut keys = keys(serializer)?;
        keys.put("block", context.article.blocks[span.block].id.as_str())?;
        keys.put("start", &start)?;
        keys.put("end", &end)?;
        keys.put("exact", exact)?;
        keys.end()
    }
}

fn outside<E: Error>(span: &Span) -> E {
    let place: &dyn Display = &format_args!("{}..{} of block number {}", span.start, span.end, span.block);
    E::custom(format_args!("an annotation at bytes {place} lies outside of the article"))
}

impl Serialize for Part<'_, Entity> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { context, part: entity } = self;
        let mut keys = keys(serializer)?;
        keys.put("id", &entity.id)?;
        keys.put("name", &entity.name)?;
        keys.put("type", entity.kind.as_str())?;
        keys.opt("sourceType", entity.source_type.as_ref())?;
        keys.opt("value", entity.value.as_ref())?;
        keys.opt("inferred", entity.inferred.as_ref())?;
        keys.number("salience", entity.salience)?;
        keys.number("confidence", entity.confidence)?;
        keys.list("mentions", &located_and_not(context, &entity.mentions, &entity.extra))?;
        keys.list("aliases", &entity.aliases)?;
        keys.list("sameAs", &entity.same_as)?;
        keys.extra(&entity.extra, super::annotations::ENTITY_KEYS)?;
        keys.end()
    }
}

/// What has a place in the text, then what was read and has none, as it was read.
#[derive(Serialize)]
#[serde(untagged, bound = "Part<'a, T>: Serialize")]
enum Located<'a, T> {
    Yes(Part<'a, T>),
    No(&'a Value),
}

fn located_and_not<'a, T>(
    context: &'a Context<'a>,
    located: &'a [T],
    extra: &'a Map<String, Value>,
) -> Vec<Located<'a, T>> {
    let unlocated = extra.get(UNLOCATED).and_then(Value::as_array).into_iter().flatten();
    let located = located.iter().map(|part| Located::Yes(context.of(part)));
    located.chain(unlocated.map(Located::No)).collect()
}

impl Serialize for Part<'_, Mention> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { context, part: mention } = self;
        let mut keys = keys(serializer)?;
        keys.put("anchor", &context.of(&mention.span))?;
        keys.opt("kind", mention.kind.map(|kind| kind.as_str()))?;
        keys.number("confidence", mention.confidence)?;
        keys.extra(&mention.extra, super::annotations::MENTION_KEYS)?;
        keys.end()
    }
}

impl Serialize for Part<'_, Quote> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { context, part: quote } = self;
        let mut keys = keys(serializer)?;
        keys.put("id", &quote.id)?;
        keys.put("kind", quote.kind.as_str())?;
        keys.put("anchors", &located_and_not(context, &quote.spans, &quote.extra))?;
        keys.opt("marks", quote.marks.as_ref())?;
        keys.list("speakers", &context.all(&quote.speakers))?;
        keys.opt("via", quote.via.as_ref().map(|via| context.of(via)).as_ref())?;
        keys.opt("cue", quote.cue.as_ref().map(|cue| context.of(cue)).as_ref())?;
        keys.opt("parent", id_at(quote.parent, &context.article.quotes, |quote| &quote.id)?)?;
        keys.number("confidence", quote.confidence)?;
        keys.extra(&quote.extra, super::annotations::QUOTE_KEYS)?;
        keys.end()
    }
}

impl Serialize for Part<'_, Speaker> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { context, part: speaker } = self;
        let mut keys = keys(serializer)?;
        keys.opt("entity", context.entity_id(speaker.entity)?)?;
        keys.opt("name", speaker.name.as_ref())?;
        keys.opt("anchor", speaker.span.as_ref().map(|span| context.of(span)).as_ref())?;
        keys.end()
    }
}
