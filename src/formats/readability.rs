//! Mozilla's Readability.js: `content` is HTML; `textContent` is full of the page's own line feeds
//! and only stands in where there is no `content`.

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::flat;
use crate::article::Article;

/// Whether an object is what `Readability.parse` returns.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    fields.has("textContent") && fields.has("title") && (fields.has("content") || fields.has("length"))
}

/// Reads an extraction.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("Readability.js");
    let language = flat::metadata(fields, &mut draft);
    flat::byline(&mut draft, fields.str("byline"));
    match (fields.str("content"), fields.str("textContent")) {
        (Some(html), _) => draft.html(html),
        (None, Some(text)) => draft.plain(text),
        (None, None) => {}
    }
    flat::finish(fields, draft, language, "Readability's JSON")
}
