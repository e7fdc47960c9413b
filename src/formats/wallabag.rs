//! wallabag's export and API: entries whose `content` is HTML.

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::flat;
use crate::article::Article;

/// Whether an object is an entry.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let own = ["is_archived", "is_starred", "reading_time", "domain_name", "mimetype", "preview_picture"];
    fields.has("title") && fields.has("content") && own.iter().filter(|key| fields.has(key)).count() > 1
}

/// Reads an entry.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("wallabag");
    let language = flat::metadata(fields, &mut draft);
    if let Some(content) = fields.str("content") {
        draft.html(content);
    }
    draft.url(fields.str("url").or_else(|| fields.str("given_url")));
    // `created_at` is when the entry was saved.
    draft.dates(fields.get("published_at"), None);
    draft.authors(fields.get("published_by"));
    draft.publisher(fields.get("domain_name"));
    flat::finish(fields, draft, language, "an entry of wallabag")
}
