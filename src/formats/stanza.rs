//! Stanza's `Document.to_dict`: a list of sentences, each a list of tokens with `start_char`, `end_char` and `ner` in
//! BIOES. The text is put together from the tokens.

use serde_json_borrow::Value;

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::json::type_name;
use super::offsets::OffsetUnit;
use super::standoff::{Annotator, Noted};
use super::tokens::Tokens;
use super::whole::Whole;
use crate::article::Article;

/// Whether a value is a document: sentences of tokens, of which something is said besides where they are.
pub(super) fn is(value: &Value<'_>) -> bool {
    let token = |token: &Value<'_>| {
        Fields::of(token).is_some_and(|token| {
            token.has("id")
                && token.has("text")
                && ["lemma", "upos", "ner", "multi_ner", "misc", "deprel"].iter().any(|key| token.has(key))
                && place(&token).is_some()
        })
    };
    let sentence = |sentence: &Value<'_>| sentence.as_array().is_some_and(|tokens| tokens.first().is_some_and(token));
    value.as_array().is_some_and(|sentences| sentences.first().is_some_and(sentence))
}

/// Start and end, in keys of their own or, as older versions wrote them, in `misc`.
fn place(token: &Fields<'_>) -> Option<(usize, usize)> {
    let said = |key: &str| token.offset(key).or_else(|| misc(token, key)?.parse().ok());
    said("start_char").zip(said("end_char"))
}

/// `start_char=0|end_char=4|SpacesAfter=\n`
fn misc<'d>(token: &Fields<'d>, key: &str) -> Option<&'d str> {
    let parts = token.str("misc")?.split('|');
    parts.filter_map(|part| part.split_once('=')).find(|(name, _)| *name == key).map(|(_, value)| value)
}

/// Reads a document.
pub(super) fn read(value: &Value<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let Some(sentences) = value.as_array() else { return Err(Problem::NotAnObject { found: type_name(value) }) };
    let mut draft = Draft::new("Stanza");
    let mut tokens = Tokens::default();
    let mut entities: Vec<Noted<'_>> = vec![];
    let mut after: Option<String> = None;
    let mut last_end = None;
    for (number, sentence) in sentences.iter().enumerate() {
        let words = sentence.as_array().unwrap_or_default().iter().enumerate();
        let words = words.filter_map(|(at, token)| Fields::of(token).map(|token| (at, token)));
        for (position, (at, token, (start, end))) in
            words.filter_map(|(at, token)| Some((at, token, place(&token)?))).enumerate()
        {
            // Between sentences more than a space is a new paragraph.
            let gap = last_end.filter(|last| position == 0 && start > last + 1).map(|_| "\n\n".to_owned());
            let text = token.get("text").and_then(Value::as_str).unwrap_or_default();
            tokens.push(after.take().or(gap).as_deref(), text, Some(start), Some(end));
            after = spaces(&token);
            last_end = Some(end);
            let tag = token.str("ner").or_else(|| misc(&token, "ner")).unwrap_or("O");
            entity(tag, (start, end), format!("[{number}][{at}].ner"), &mut entities);
        }
        entities.iter_mut().for_each(|entity| entity.group = None);
    }
    let whole = Whole::of_text(tokens.text.clone(), &mut draft);
    let mut annotator = Annotator::new(&whole, OffsetUnit::Byte);
    for mut entity in entities {
        entity.start = entity.start.and_then(|start| tokens.start(start));
        entity.end = entity.end.and_then(|end| tokens.end(end));
        annotator.add(&entity, &mut draft.article, &mut draft.notes);
    }
    if !draft.has_body() {
        return Err(Problem::NotAnObject { found: type_name(value) });
    }
    Ok(draft.finish(None))
}

/// White space behind a token, as CoNLL-U writes it.
fn spaces(token: &Fields<'_>) -> Option<String> {
    let written = misc(token, "SpacesAfter")?;
    Some(written.replace("\\s", " ").replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"))
}

/// Takes a tag of BIOES (or BIO) along: begins an entity, or carries the last one on. An entity that can be carried on
/// has a group.
fn entity<'d>(tag: &'d str, place: (usize, usize), path: String, entities: &mut Vec<Noted<'d>>) {
    let (position, label) = tag.split_once('-').unwrap_or(("O", ""));
    let open = entities.last_mut().filter(|last| last.group.is_some());
    match (position, open) {
        ("I" | "E", Some(last)) if last.label == label => {
            last.end = Some(place.1);
            if position == "E" {
                last.group = None;
            }
        }
        ("B" | "S" | "I" | "E", open) => {
            open.into_iter().for_each(|last| last.group = None);
            let group = matches!(position, "B" | "I").then_some(0);
            let (start, end) = (Some(place.0), Some(place.1));
            entities.push(Noted { start, end, label: label.into(), path, group, ..Noted::default() });
        }
        (_, open) => open.into_iter().for_each(|last| last.group = None),
    }
}
