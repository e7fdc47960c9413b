//! Stanford CoreNLP's JSON: sentences of tokens, entity mentions, and quotations with their speakers.
//!
//! The text is there only if the tool was asked for it; else it is put together from the tokens and what stands
//! between them. Offsets count UTF-16 code units of the text that the tool was given.

use serde_json_borrow::Value;

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::flat;
use super::offsets::OffsetUnit;
use super::standoff::{Annotator, Noted};
use super::tokens::Tokens;
use super::whole::Whole;
use crate::article::{Article, Quote, QuoteKind, Speaker};

/// Whether an object is an annotated document.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let token =
        |sentence: &Fields<'_>| {
            sentence.array("tokens").first().and_then(Fields::of).is_some_and(|token| {
                token.has("characterOffsetBegin") && (token.has("word") || token.has("originalText"))
            })
        };
    fields.objects("sentences").iter().any(token)
}

/// Reads a document.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("CoreNLP");
    draft.authors(fields.get("author"));
    draft.dates(fields.get("docDate"), None);
    fields.str("docId").into_iter().for_each(|id| draft.keep("docId", id));
    let tokens = tokens(fields);
    // With the text, offsets are what they are; without it those of the tokens lead to their bytes.
    let stated = fields.str("text");
    let unit = if stated.is_some() { OffsetUnit::Utf16 } else { OffsetUnit::Byte };
    let whole = Whole::of_text(stated.unwrap_or(&tokens.text).to_owned(), &mut draft);
    let place = |start: Option<usize>, end: Option<usize>| match stated {
        Some(_) => (start, end),
        None => (start.and_then(|start| tokens.start(start)), end.and_then(|end| tokens.end(end))),
    };
    let mut annotator = Annotator::new(&whole, unit);
    for (number, sentence) in fields.objects("sentences").iter().enumerate() {
        for (at, mention) in sentence.objects("entitymentions").iter().enumerate() {
            let mut noted = noted(mention);
            (noted.start, noted.end) =
                place(mention.offset("characterOffsetBegin"), mention.offset("characterOffsetEnd"));
            noted.path = format!("sentences[{number}].entitymentions[{at}]");
            annotator.add(&noted, &mut draft.article, &mut draft.notes);
        }
    }
    for (at, quote) in fields.objects("quotes").iter().enumerate() {
        let (start, end) = place(quote.offset("beginIndex"), quote.offset("endIndex"));
        let exact = quote.str("text").map(Into::into);
        let noted = Noted { start, end, exact, path: format!("quotes[{at}]"), ..Noted::default() };
        let Some(bytes) = annotator.bytes(&noted, &mut draft.notes) else { continue };
        let text = &whole.text()[bytes.clone()];
        let inner = text.trim_matches(is_quotation_mark);
        let start = bytes.start + text.find(inner).unwrap_or_default();
        let marks = text.chars().next().zip(text.chars().next_back()).filter(|_| inner.len() < text.len());
        let spans = whole.spans(start..start + inner.len());
        if spans.is_empty() {
            continue;
        }
        let speaker = speaker(quote, &tokens, &noted.path, &mut annotator, &mut draft);
        draft.article.quotes.push(Quote {
            kind: QuoteKind::Direct,
            spans,
            marks: marks.map(|(open, close)| [open.to_string(), close.to_string()]),
            speakers: speaker.into_iter().collect(),
            ..Quote::default()
        });
    }
    flat::finish(fields, draft, fields.text(&["language"]), "CoreNLP's JSON")
}

fn is_quotation_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '«'
            | '»'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‹'
            | '›'
            | '״'
            | '「'
            | '」'
    ) || c.is_whitespace()
}

/// The tokens of all sentences.
fn tokens<'d>(fields: &Fields<'d>) -> Tokens {
    let mut tokens = Tokens::default();
    let mut after: Option<&'d str> = None;
    for sentence in fields.objects("sentences") {
        for token in sentence.objects("tokens") {
            let said = |key: &str| token.get(key).and_then(Value::as_str);
            let words =
                said("originalText").filter(|text| !text.is_empty()).or_else(|| said("word")).unwrap_or_default();
            let start = token.offset("characterOffsetBegin");
            let end = token.offset("characterOffsetEnd");
            let before = after.or_else(|| said("before"));
            tokens.push(before, words, start, end);
            after = said("after");
        }
    }
    tokens
}

fn noted<'d>(mention: &Fields<'d>) -> Noted<'d> {
    let link = mention.str("entitylink").filter(|link| *link != "O");
    let link = link.map(|title| match title.contains("://") {
        true => title.to_owned(),
        false => format!("https://en.wikipedia.org/wiki/{}", title.replace(' ', "_")),
    });
    Noted {
        exact: mention.str("text").map(Into::into),
        label: mention.str("ner").unwrap_or_default().into(),
        same_as: link.into_iter().collect(),
        value: mention.str("normalizedNER").map(str::to_owned),
        ..Noted::default()
    }
}

/// Who says a quotation: by the name that is used for all mentions of that person, with the words that name them here.
fn speaker(
    quote: &Fields<'_>,
    tokens: &Tokens,
    path: &str,
    annotator: &mut Annotator<'_>,
    draft: &mut Draft,
) -> Option<Speaker> {
    let known = |key: &str| quote.str(key).filter(|name| *name != "Unknown");
    let name = known("canonicalSpeaker").or_else(|| known("speaker"))?;
    let entity = draft.article.entities.iter().position(|entity| entity.name.eq_ignore_ascii_case(name));
    let words = quote.str("mention").and_then(|mention| {
        let (first, last) = (quote.offset("mentionBegin")?, quote.offset("mentionEnd")?);
        // The last token is meant, but tools that rewrite these files mean the one after it.
        [Some(last), last.checked_sub(1)].into_iter().flatten().find_map(|last| {
            let bytes = tokens.bytes(first, last)?;
            let is_it = tokens.text.get(bytes.clone())? == mention;
            let place = if annotator.unit() == OffsetUnit::Byte { bytes } else { tokens.stated(first, last)? };
            is_it.then_some((place, mention))
        })
    });
    let span = words.and_then(|(place, mention)| {
        let (start, end, exact) = (Some(place.start), Some(place.end), Some(mention.into()));
        annotator.place(&Noted { start, end, exact, path: path.to_owned(), ..Noted::default() }, &mut draft.notes)
    });
    Some(Speaker { entity, name: entity.is_none().then(|| name.to_owned()), span })
}
