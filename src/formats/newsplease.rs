//! news-please: a flat object whose body is `maintext`.

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::flat;
use crate::article::Article;

/// Whether an object is what news-please writes.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    fields.has("maintext") && fields.has("title")
}

/// Reads an extraction.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("news-please");
    let language = flat::metadata(fields, &mut draft);
    match (fields.str("maintext"), fields.str("description")) {
        (Some(text), _) => draft.body(text),
        (None, Some(description)) => draft.summary(description),
        (None, None) => {}
    }
    flat::finish(fields, draft, language, "news-please's JSON")
}
