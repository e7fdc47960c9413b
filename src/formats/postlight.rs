//! Postlight (Mercury) Parser: `content` is HTML in which every letter beyond ASCII may be a
//! character reference; `direction` may be `bidi`, which says nothing.

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::flat;
use crate::article::Article;

/// Whether an object is what the parser writes.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let own = ["rendered_pages", "total_pages", "next_page_url", "lead_image_url", "dek", "word_count"];
    fields.has("content") && own.iter().filter(|key| fields.has(key)).count() > 1
}

/// Reads an extraction.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("Postlight Parser");
    let language = flat::metadata(fields, &mut draft);
    draft.description(fields.text(&["dek", "excerpt"]));
    if let Some(content) = fields.str("content") {
        draft.html(content);
    }
    flat::finish(fields, draft, language, "Postlight Parser's JSON")
}
