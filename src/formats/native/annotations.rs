//! Entities, quotations, and the people and organisations of the metadata.

use std::collections::HashMap;

use serde_json::Map;
use serde_json_borrow::Value;

use super::super::fault::{Fault, Remedy, Warning};
use super::super::json::{Notes, Object, quotable, type_name, unknown_name};
use super::super::locate::{Anchor, Located, Locator};
use super::super::path::Path;
use super::UNLOCATED;
use super::ids::{Ids, id_of};
use super::parts::{List, Refused};
use crate::article::{Agent, Block, Entity, EntityKind, Mention, MentionKind, Quote, QuoteKind, Span, Speaker};

/// The keys of an entity that become fields.
pub(super) const ENTITY_KEYS: &[&str] = &[
    "id",
    "name",
    "type",
    "sourceType",
    "aliases",
    "sameAs",
    "value",
    "inferred",
    "salience",
    "confidence",
    "mentions",
    UNLOCATED,
];

/// The keys of a mention that become fields.
pub(super) const MENTION_KEYS: &[&str] = &["anchor", "kind", "confidence"];

/// The keys of a quotation that become fields.
pub(super) const QUOTE_KEYS: &[&str] =
    &["id", "kind", "anchors", "marks", "speakers", "via", "cue", "parent", "confidence", UNLOCATED];

/// The keys of a person or organisation that become fields.
pub(super) const AGENT_KEYS: &[&str] = &["name", "url", "type", "role", "entity"];

/// Reads everything that points into the blocks or at entities. Entities come first, then quotes.
pub(super) struct Annotations<'t, 'b> {
    notes: Notes,
    ids: Ids<'t>,
    blocks: &'b [Block],
    entities: Index,
    quotes: Index,
    locator: Locator<'b>,
}

/// From an id as a file states it to the index of the first item that has it.
type Index = HashMap<Box<str>, usize>;

impl<'t, 'b> Annotations<'t, 'b> {
    pub(super) fn new(notes: Notes, ids: Ids<'t>, blocks: &'b [Block], locator: Locator<'b>) -> Self {
        Self { notes, ids, blocks, entities: Index::new(), quotes: Index::new(), locator }
    }

    pub(super) fn into_warnings(self) -> Vec<Warning> {
        self.notes.warnings
    }

    /// The entities; those without a name are left out.
    pub(super) fn entities(&mut self, list: Option<List<'t>>) -> Result<Vec<Entity>, Refused> {
        let list_path = Path::ROOT.key("entities");
        let mut entities = vec![];
        let Some(list) = list.and_then(|list| list.or_warn(&list_path, &mut self.notes)) else { return Ok(entities) };
        list.each(|number, value| {
            let path = list_path.index(number);
            let Some(object) = Object::new(&value, &path, &mut self.notes) else { return Ok(()) };
            let Some(entity) = self.entity(&object) else { return Ok(()) };
            if let Some(id) = object.get("id").and_then(Value::as_str) {
                self.entities.entry(id.into()).or_insert(entities.len());
            }
            entities.push(entity);
            Ok(())
        })?;
        Ok(entities)
    }

    fn entity(&mut self, object: &Object<'_, '_>) -> Option<Entity> {
        let name = self.name(object)?;
        let id = self.ids.claim(object, "entity", self.blocks, &mut self.notes);
        let (kind, source_type) = self.entity_type(object);
        let notes = &mut self.notes;
        let mut entity = Entity {
            id,
            name,
            kind,
            source_type,
            aliases: object.strings("aliases", notes),
            same_as: object.strings("sameAs", notes),
            value: object.string("value", notes),
            inferred: object.bool("inferred", notes),
            salience: object.number("salience", notes),
            confidence: confidence(object, notes),
            mentions: vec![],
            extra: object.extra(ENTITY_KEYS, &[], notes),
        };
        self.mentions(object, &mut entity);
        Some(entity)
    }

    /// The name, without which an entity or agent is left out.
    fn name(&mut self, object: &Object<'_, '_>) -> Option<String> {
        let name = object.string("name", &mut self.notes).filter(|name| !name.is_empty());
        if name.is_none() {
            self.notes.warn(object.path, Fault::Missing { key: "name" }, Remedy::LeftOut);
        }
        name
    }

    /// Our type and the source's; an unknown type is kept as the source's.
    fn entity_type(&mut self, object: &Object<'_, '_>) -> (EntityKind, Option<String>) {
        let other = || Remedy::ReadAs(EntityKind::Other.as_str().to_owned());
        let source_type = object.string("sourceType", &mut self.notes);
        if object.get("type").is_none() {
            self.notes.warn(object.path, Fault::Missing { key: "type" }, other());
        }
        let Some(name) = object.str("type", &mut self.notes) else {
            return (EntityKind::Other, source_type);
        };
        if let Some(kind) = EntityKind::from_name(name) {
            return (kind, source_type);
        }
        self.notes.warn(&object.path.key("type"), unknown_name(name, "entity type", EntityKind::NAMES), other());
        (EntityKind::Other, source_type.or_else(|| Some(name.to_owned())))
    }

    fn mentions(&mut self, object: &Object<'_, '_>, entity: &mut Entity) {
        let mut unlocated = vec![];
        for key in ["mentions", UNLOCATED] {
            let list_path = object.path.key(key);
            for (number, value) in object.array(key, &mut self.notes).iter().enumerate() {
                match self.mention(value, &list_path.index(number)) {
                    Some(mention) => entity.mentions.push(mention),
                    None => unlocated.push(value),
                }
            }
        }
        entity.mentions.sort_by(|a, b| a.span.cmp(&b.span));
        keep_unlocated(&mut entity.extra, &unlocated);
    }

    fn mention(&mut self, value: &Value<'_>, path: &Path<'_>) -> Option<Mention> {
        let object = Object::new(value, path, &mut self.notes)?;
        let span = self.required_anchor(&object)?;
        let notes = &mut self.notes;
        Some(Mention {
            span,
            kind: object.one_of("kind", "kind of mention", MentionKind::from_name, MentionKind::NAMES, notes),
            confidence: object.number("confidence", notes),
            extra: object.extra(MENTION_KEYS, &[], notes),
        })
    }

    /// The quotations.
    pub(super) fn quotes(&mut self, list: Option<List<'t>>) -> Result<Vec<Quote>, Refused> {
        let list_path = Path::ROOT.key("quotes");
        let mut quotes = vec![];
        let Some(list) = list.and_then(|list| list.or_warn(&list_path, &mut self.notes)) else { return Ok(quotes) };
        // A quote may stand in one that comes behind it.
        let mut count = 0;
        list.each(|_, value| {
            if let Some(id) = id_of(&value) {
                self.quotes.entry(id.into()).or_insert(count);
            }
            count += usize::from(value.is_object());
            Ok(())
        })?;
        let mut numbers = vec![];
        list.each(|number, value| {
            let path = list_path.index(number);
            if let Some(object) = Object::new(&value, &path, &mut self.notes) {
                quotes.push(self.quote(&object));
                numbers.push(number);
            }
            Ok(())
        })?;
        for index in cut_parent_cycles(&mut quotes) {
            let path = list_path.index(numbers[index]);
            self.notes.warn(&path.key("parent"), Fault::ParentCycle, Remedy::Ignored);
        }
        Ok(quotes)
    }

    fn quote(&mut self, object: &Object<'_, '_>) -> Quote {
        let notes = &mut self.notes;
        let mut quote = Quote {
            id: self.ids.claim(object, "quote", self.blocks, notes),
            kind: object
                .one_of("kind", "kind of quotation", QuoteKind::from_name, QuoteKind::NAMES, notes)
                .unwrap_or_default(),
            marks: quotation_marks(object, notes),
            confidence: object.number("confidence", notes),
            extra: object.extra(QUOTE_KEYS, &[], notes),
            ..Quote::default()
        };
        self.quote_spans(object, &mut quote);
        let speakers_path = object.path.key("speakers");
        for (number, value) in object.array("speakers", &mut self.notes).iter().enumerate() {
            quote.speakers.extend(self.speaker(value, &speakers_path.index(number)));
        }
        quote.via = object.get("via").and_then(|value| self.speaker(value, &object.path.key("via")));
        quote.cue = object.get("cue").and_then(|value| self.anchor(value, &object.path.key("cue")));
        quote.parent = self.reference(object, "parent", "quote");
        quote
    }

    fn quote_spans(&mut self, object: &Object<'_, '_>, quote: &mut Quote) {
        if object.get("anchors").is_none() {
            self.notes.warn(object.path, Fault::Missing { key: "anchors" }, Remedy::Unlocated);
        } else if object.get("anchors").and_then(Value::as_array).is_some_and(<[_]>::is_empty) {
            let fault = Fault::EmptyList { expected: "at least one anchor" };
            self.notes.warn(&object.path.key("anchors"), fault, Remedy::Unlocated);
        }
        let mut unlocated = vec![];
        for key in ["anchors", UNLOCATED] {
            let list_path = object.path.key(key);
            for (number, value) in object.array(key, &mut self.notes).iter().enumerate() {
                match self.anchor(value, &list_path.index(number)) {
                    Some(span) => quote.spans.push(span),
                    None => unlocated.push(value),
                }
            }
        }
        quote.spans.sort();
        keep_unlocated(&mut quote.extra, &unlocated);
    }

    /// A speaker of whom at least one thing is known.
    fn speaker(&mut self, value: &Value<'_>, path: &Path<'_>) -> Option<Speaker> {
        if let Some(name) = value.as_str().filter(|name| !name.is_empty()) {
            let fault = Fault::WrongType { found: type_name(value), expected: "an object with entity, name or anchor" };
            self.notes.warn(path, fault, Remedy::ReadAs(quotable(name)));
            return Some(Speaker { name: Some(name.to_owned()), ..Speaker::default() });
        }
        let object = Object::new(value, path, &mut self.notes)?;
        object.nothing_else(&["entity", "name", "anchor"], &mut self.notes);
        let mut speaker = Speaker {
            entity: self.reference(&object, "entity", "entity"),
            name: object.string("name", &mut self.notes),
            span: object.get("anchor").and_then(|anchor| self.anchor(anchor, &path.key("anchor"))),
        };
        if speaker == Speaker::default() {
            // The words of an anchor without a place still say who speaks.
            speaker.name = exact_words(object.get("anchor"));
        }
        if speaker == Speaker::default() {
            self.notes.warn(path, Fault::NobodyNamed, Remedy::LeftOut);
            return None;
        }
        Some(speaker)
    }

    /// The publisher.
    pub(super) fn publisher(&mut self, root: &Object<'_, '_>) -> Option<Agent> {
        self.agent(root.get("publisher")?, &root.path.key("publisher"))
    }

    /// The authors; a single one that stands in no list is taken as a list of one.
    pub(super) fn authors(&mut self, root: &Object<'_, '_>) -> Vec<Agent> {
        let path = root.path.key("author");
        let Some(value) = root.get("author") else { return vec![] };
        if let Some(list) = value.as_array() {
            return list.iter().enumerate().filter_map(|(n, value)| self.agent(value, &path.index(n))).collect();
        }
        if value.is_object() || value.is_string() {
            let fault = Fault::WrongType { found: type_name(value), expected: "an array" };
            self.notes.warn(&path, fault, Remedy::ListOfOne);
            return self.agent(value, &path).into_iter().collect();
        }
        root.array("author", &mut self.notes);
        vec![]
    }

    fn agent(&mut self, value: &Value<'_>, path: &Path<'_>) -> Option<Agent> {
        const KINDS: &[&str] = &["Person", "Organization"];
        if let Some(name) = value.as_str().filter(|name| !name.is_empty()) {
            let fault = Fault::WrongType { found: type_name(value), expected: "an object with a name" };
            self.notes.warn(path, fault, Remedy::ReadAs(quotable(name)));
            return Some(Agent { name: name.to_owned(), ..Agent::default() });
        }
        let object = Object::new(value, path, &mut self.notes)?;
        let name = self.name(&object)?;
        let entity = self.reference(&object, "entity", "entity");
        let notes = &mut self.notes;
        let kind = |name: &str| KINDS.contains(&name).then(|| name.to_owned());
        Some(Agent {
            name,
            url: object.string("url", notes),
            kind: object.one_of("type", "type of agent", kind, KINDS, notes),
            role: object.string("role", notes),
            entity,
            extra: object.extra(AGENT_KEYS, &[], notes),
        })
    }

    /// The index of the entity or quote whose id stands under `key`.
    fn reference(&mut self, object: &Object<'_, '_>, key: &str, what: &'static str) -> Option<usize> {
        let id = object.str(key, &mut self.notes)?;
        let index = if what == "quote" { &self.quotes } else { &self.entities };
        let found = index.get(id).copied();
        if found.is_none() {
            self.notes.warn(&object.path.key(key), Fault::Dangling { what, id: quotable(id) }, Remedy::Ignored);
        }
        found
    }

    /// The place under `anchor` of an object that must have one.
    fn required_anchor(&mut self, object: &Object<'_, '_>) -> Option<Span> {
        match object.get("anchor") {
            Some(value) => self.anchor(value, &object.path.key("anchor")),
            None => {
                self.notes.warn(object.path, Fault::Missing { key: "anchor" }, Remedy::Unlocated);
                None
            }
        }
    }

    /// The place that an anchor names, put right if need be.
    fn anchor(&mut self, value: &Value<'_>, path: &Path<'_>) -> Option<Span> {
        let notes = &mut self.notes;
        let object = Object::new(value, path, notes)?;
        object.nothing_else(&["block", "start", "end", "exact", "prefix", "suffix"], notes);
        let block_id = object.str("block", notes);
        let anchor = Anchor {
            block_id,
            block: block_id.and_then(|id| self.ids.block(id, self.blocks)),
            start: object.offset("start", notes),
            end: object.offset("end", notes),
            exact: object.str("exact", notes),
            prefix: object.str("prefix", notes),
            suffix: object.str("suffix", notes),
        };
        match self.locator.locate(&anchor) {
            Located::Right(span) => Some(span),
            Located::Unchecked(span) => {
                notes.warn(path, Fault::Unchecked, Remedy::Kept);
                Some(span)
            }
            Located::Repaired(span, misplaced) => {
                notes.warn(path, Fault::Misplaced(Box::new(misplaced)), Remedy::Corrected);
                Some(span)
            }
            Located::Lost(not_located) => {
                notes.warn(path, Fault::NotLocated(Box::new(not_located)), Remedy::Unlocated);
                None
            }
        }
    }
}

/// An entity's confidence, which the schema wants between 0 and 1.
fn confidence(object: &Object<'_, '_>, notes: &mut Notes) -> Option<f64> {
    let stated = object.number("confidence", notes)?;
    if (0.0..=1.0).contains(&stated) {
        return Some(stated);
    }
    let fault = Fault::OutOfRange { value: stated.to_string(), expected: "a number from 0 to 1" };
    notes.warn(&object.path.key("confidence"), fault, Remedy::Ignored);
    None
}

/// Opening and closing quotation mark.
fn quotation_marks(object: &Object<'_, '_>, notes: &mut Notes) -> Option<[String; 2]> {
    let value = object.get("marks")?;
    if let Some([Value::Str(open), Value::Str(close)]) = value.as_array() {
        return Some([open.clone().into_owned(), close.clone().into_owned()]);
    }
    let fault = Fault::WrongType { found: type_name(value), expected: "an array of two strings" };
    notes.warn(&object.path.key("marks"), fault, Remedy::Ignored);
    None
}

/// The `exact` words of an anchor.
fn exact_words(anchor: Option<&Value<'_>>) -> Option<String> {
    let anchor = anchor?.as_object()?;
    let (_, words) = anchor.iter().filter(|(key, _)| *key == "exact").last()?;
    words.as_str().filter(|words| !words.is_empty()).map(str::to_owned)
}

/// Keeps what has no place in the text, so that writing the article loses nothing.
fn keep_unlocated(extra: &mut Map<String, serde_json::Value>, unlocated: &[&Value<'_>]) {
    if !unlocated.is_empty() {
        let kept = unlocated.iter().map(|value| serde_json::Value::from(*value)).collect();
        extra.insert(UNLOCATED.to_owned(), serde_json::Value::Array(kept));
    }
}

/// Takes away the parent that closes a cycle, and says of which quotes.
fn cut_parent_cycles(quotes: &mut [Quote]) -> Vec<usize> {
    let mut cut = vec![];
    // Number of the walk, from 1, on which a quote was first met.
    let mut met = vec![0; quotes.len()];
    for walk in 1..=quotes.len() {
        let mut at = walk - 1;
        while met[at] == 0 {
            met[at] = walk;
            let Some(parent) = quotes[at].parent else { break };
            if met[parent] == walk {
                quotes[at].parent = None;
                cut.push(at);
                break;
            }
            at = parent;
        }
    }
    cut
}
