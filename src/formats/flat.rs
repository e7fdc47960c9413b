//! The generic flat article: one object with a title and a body under any of their usual names, as
//! corpora, scrapers and data sets have it. The readers of tools with flat objects of their own
//! (trafilatura, newspaper, …) share its metadata.

use serde_json_borrow::Value;

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::names::{
    AUTHORS, BODIES, KEYWORDS, LANGUAGES, MODIFIED, PUBLISHED, PUBLISHERS, SECTIONS, SUMMARIES, TITLES, URLS,
};
use super::other;
use crate::article::{Article, BlockKind};

/// Shortest body without a title, in code points: a sentence may be anything.
const LONG: usize = 200;

/// Whether an object is a flat article.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let titled = fields.text(TITLES).is_some();
    if other::is(fields, titled) {
        return false;
    }
    let Some(body) = body(fields) else {
        let summary = fields.text(SUMMARIES).is_some();
        return titled && summary && fields.text(URLS).is_some() && fields.any(PUBLISHED).is_some();
    };
    let long = body.chars().nth(LONG).is_some();
    other::is_prose(&body) && (long || titled && !other::is_list_of_words(fields))
}

/// The body: a string, or paragraphs in a list.
fn body(fields: &Fields<'_>) -> Option<String> {
    for name in BODIES {
        match fields.any(&[name]) {
            Some((_, Value::Str(text))) => return Some(text.to_string()),
            Some((_, Value::Array(list))) if list.iter().all(Value::is_string) => {
                let paragraphs: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
                return Some(paragraphs.join("\n\n"));
            }
            _ => {}
        }
    }
    None
}

/// Reads a flat article.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("flat article");
    let language = metadata(fields, &mut draft);
    match body(fields) {
        Some(text) => draft.body(&text),
        None => {
            if let Some(summary) = fields.text(SUMMARIES) {
                draft.summary(summary);
            }
        }
    }
    finish(fields, draft, language, "a flat article")
}

/// The article of a draft that has text; else the refusal.
pub(super) fn finish(
    fields: &Fields<'_>,
    draft: Draft,
    language: Option<&str>,
    nearest: &'static str,
) -> Result<(Article, Vec<Warning>), Problem> {
    if draft.has_body() {
        return Ok(draft.finish(language));
    }
    Err(Problem::nearest(fields.map(), nearest, "a text that is not empty"))
}

/// Everything but the body; returns the stated language.
pub(super) fn metadata<'d>(fields: &Fields<'d>, draft: &mut Draft) -> Option<&'d str> {
    draft.headline(fields.text(TITLES));
    if let Some(subtitle) = fields.text(&["subtitle", "sub_title", "subheadline", "alternative_headline"]) {
        draft.article.alternative_headline = Some(super::html::inline(subtitle));
    }
    draft.description(fields.text(SUMMARIES));
    draft.url(fields.text(URLS));
    let value = |names: &[&str]| fields.any(names).map(|(_, value)| value);
    draft.dates(value(PUBLISHED), value(MODIFIED));
    draft.authors(value(AUTHORS));
    draft.publisher(value(PUBLISHERS));
    draft.keywords(value(KEYWORDS));
    draft.sections(value(SECTIONS));
    draft.direction(fields.text(&["dir", "direction"]));
    fields.text(LANGUAGES)
}

/// A byline of its own, set as it was printed.
pub(super) fn byline(draft: &mut Draft, text: Option<&str>) {
    if let Some(text) = text {
        draft.push(BlockKind::Byline, &super::html::inline(text));
    }
}
