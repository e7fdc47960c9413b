//! Blocks: what they are and what they say must be right, the rest is read leniently.

use std::sync::Arc;

use serde_json_borrow::Value;

use super::super::error::Problem;
use super::super::fault::{Fault, Remedy};
use super::super::json::{Notes, Object, type_name, unknown_name};
use super::super::offsets::{OffsetUnit, TextIndex};
use super::super::path::Path;
use super::super::progress::{PARSING, Progress};
use super::forms;
use super::giant::Late;
use super::ids::Ids;
use super::parts::{List, Refused};
use crate::article::{Block, BlockDetails, BlockKind, BlockRole, DeclaredDirection, Mark, MarkKind};

/// The keys of a block that become fields.
pub(super) const INTERPRETED: &[&str] = &[
    "id", "type", "text", "lang", "dir", "level", "role", "ordered", "ordinal", "url", "alt", "caption", "credit",
    "rows", "marks",
];

/// The keys that the format knows and this program only keeps.
const KEPT: &[&str] = &["origin", "placement", "width", "height", "published"];

/// What is at hand while blocks are read.
pub(super) struct Reading<'r, 't> {
    pub(super) ids: &'r mut Ids<'t>,
    pub(super) notes: &'r mut Notes,
    /// Texts that blocks are given later; none where every text is needed at once.
    pub(super) late: &'r mut Option<Vec<Late>>,
    pub(super) progress: &'r Progress,
}

/// Reads the list of blocks, one after the other.
pub(super) fn read(list: List<'_>, path: &Path<'_>, reading: &mut Reading<'_, '_>) -> Result<Vec<Block>, Refused> {
    if !list.is_list() {
        let fault = Fault::WrongType { found: list.type_name(), expected: "an array of blocks" };
        return Err(value_problem(path, fault).into());
    }
    let mut blocks = Vec::new();
    let (mut read, all) = (0, list.len());
    list.each(|number, value| {
        // About as much as the keys of a block take, and its text. To tell needs no better measure.
        read += 48 + value.get("text").as_str().map_or(0, str::len);
        if number.is_multiple_of(1024) {
            reading.progress.tell(&PARSING, read, all);
        }
        let path = path.index(number);
        let map = value.as_object().ok_or_else(|| wrong_type(&path, &value, "a block object"))?;
        let mut next = block(&Object::of(map, &path), reading.ids, &blocks, reading.notes)?;
        let late = reading.late.as_ref().is_some_and(|_| next.kind != BlockKind::Headline) && Late::is_text(&value);
        if !late {
            next.text = text(&Object::of(map, &path), next.kind)?.into();
        }
        blocks.push(next);
        if let Some(list) = reading.late.as_mut().filter(|_| late) {
            list.extend(Late::of(number, value));
        }
        Ok(())
    })?;
    if blocks.is_empty() {
        return Err(value_problem(path, Fault::EmptyList { expected: "at least one block" }).into());
    }
    blocks.shrink_to_fit();
    Ok(blocks)
}

/// The block behind those `before` it, without its text.
fn block(object: &Object<'_, '_>, ids: &mut Ids<'_>, before: &[Block], notes: &mut Notes) -> Result<Block, Problem> {
    let kind = kind(object)?;
    let text = text(object, kind)?;
    let id = ids.claim_block(object, before, notes).into();
    Ok(Block {
        id,
        kind,
        language: forms::language(object, "lang", notes).map(String::into_boxed_str),
        direction: object.one_of("dir", "direction", DeclaredDirection::from_name, DeclaredDirection::NAMES, notes),
        level: level(object, notes),
        role: object.one_of("role", "block role", BlockRole::from_name, BlockRole::NAMES, notes),
        ordered: object.bool("ordered", notes),
        details: BlockDetails {
            ordinal: object.integer("ordinal", notes),
            url: object.string("url", notes),
            alt: object.string("alt", notes),
            caption: object.string("caption", notes),
            credit: object.string("credit", notes),
            rows: rows(object, kind)?,
            marks: marks(object, text, notes),
            extra: object.extra(INTERPRETED, KEPT, notes),
        }
        .into(),
        // Given by the caller.
        text: Arc::default(),
    })
}

fn kind(object: &Object<'_, '_>) -> Result<BlockKind, Problem> {
    let value = object.get("type").ok_or_else(|| missing(object, "type"))?;
    let path = object.path.key("type");
    let name = value.as_str().ok_or_else(|| wrong_type(&path, value, "a block type"))?;
    BlockKind::from_name(name).ok_or_else(|| value_problem(&path, unknown_name(name, "block type", BlockKind::NAMES)))
}

/// The text, which only images, tables and separators can do without.
fn text<'d>(object: &Object<'d, '_>, kind: BlockKind) -> Result<&'d str, Problem> {
    match object.get("text") {
        Some(value) => value.as_str().ok_or_else(|| wrong_type(&object.path.key("text"), value, "a string")),
        None if needs_text(kind) => Err(missing(object, "text")),
        None => Ok(""),
    }
}

/// Whether the schema requires `text` of blocks of this kind.
pub(super) fn needs_text(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Image | BlockKind::Table | BlockKind::Separator)
}

fn level(object: &Object<'_, '_>, notes: &mut Notes) -> Option<u8> {
    let stated = object.integer("level", notes)?;
    let level = u8::try_from(stated).ok().filter(|level| (1..=6).contains(level));
    if level.is_none() {
        let fault = Fault::OutOfRange { value: stated.to_string(), expected: "a level from 1 to 6" };
        notes.warn(&object.path.key("level"), fault, Remedy::Ignored);
    }
    level
}

fn rows(object: &Object<'_, '_>, kind: BlockKind) -> Result<Vec<Vec<String>>, Problem> {
    let path = object.path.key("rows");
    let Some(value) = object.get("rows") else {
        return if kind == BlockKind::Table { Err(missing(object, "rows")) } else { Ok(vec![]) };
    };
    let rows = value.as_array().ok_or_else(|| wrong_type(&path, value, "an array of rows"))?;
    rows.iter().enumerate().map(|(number, value)| row(value, &path.index(number))).collect()
}

fn row(value: &Value<'_>, path: &Path<'_>) -> Result<Vec<String>, Problem> {
    let cells = value.as_array().ok_or_else(|| wrong_type(path, value, "an array of cell texts"))?;
    let cell = |(number, value): (usize, &Value<'_>)| match value.as_str() {
        Some(text) => Ok(text.to_owned()),
        None => Err(wrong_type(&path.index(number), value, "a string")),
    };
    cells.iter().enumerate().map(cell).collect()
}

fn marks(object: &Object<'_, '_>, text: &str, notes: &mut Notes) -> Vec<Mark> {
    let list = object.array("marks", notes);
    if list.is_empty() {
        return vec![];
    }
    let index = TextIndex::new(text);
    let path = object.path.key("marks");
    let marks = list.iter().enumerate().filter_map(|(number, value)| mark(value, &path.index(number), &index, notes));
    marks.collect()
}

fn mark<'d>(value: &'d Value<'d>, path: &Path<'_>, index: &TextIndex<'_>, notes: &mut Notes) -> Option<Mark> {
    let object = Object::new(value, path, notes)?;
    object.nothing_else(&["type", "start", "end", "url"], notes);
    let kind = object.one_of("type", "mark type", MarkKind::from_name, MarkKind::NAMES, notes);
    let (start, end) = (object.offset("start", notes), object.offset("end", notes));
    let byte = |offset: Option<usize>| index.byte_of(OffsetUnit::CodePoint, offset?);
    match (kind, byte(start), byte(end)) {
        (Some(kind), Some(start), Some(end)) if start <= end => {
            Some(Mark { kind, bytes: start..end, url: object.string("url", notes) })
        }
        (kind, ..) => {
            if let Some(fault) = mark_fault(&object, kind, start.zip(end), index.code_points()) {
                notes.warn(path, fault, Remedy::LeftOut);
            }
            None
        }
    }
}

/// Why a mark cannot be used; none when a value of it has been warned of.
fn mark_fault(
    object: &Object<'_, '_>,
    kind: Option<MarkKind>,
    range: Option<(usize, usize)>,
    length: usize,
) -> Option<Fault> {
    let missing = ["type", "start", "end"].into_iter().find(|key| object.get(key).is_none());
    if let Some(key) = missing {
        return Some(Fault::Missing { key });
    }
    let (start, end) = kind.and(range)?;
    Some(Fault::BadRange { start, end, length })
}

fn missing(object: &Object<'_, '_>, key: &'static str) -> Problem {
    value_problem(object.path, Fault::Missing { key })
}

fn wrong_type(path: &Path<'_>, value: &Value<'_>, expected: &'static str) -> Problem {
    value_problem(path, Fault::WrongType { found: type_name(value), expected })
}

fn value_problem(path: &Path<'_>, fault: Fault) -> Problem {
    Problem::Value { place: path.to_string(), fault: Box::new(fault) }
}
