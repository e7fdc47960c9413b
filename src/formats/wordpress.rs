//! Posts of the WordPress REST API (`/wp-json/wp/v2/posts`): texts stand in `rendered`.

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::{self, Fields};
use super::flat;
use crate::article::Article;

/// Whether an object is a post.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    fields.str_at(&["title", "rendered"]).is_some()
        && (fields.at(&["content", "rendered"]).is_some() || fields.at(&["excerpt", "rendered"]).is_some())
}

/// Reads a post.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("WordPress REST");
    draft.headline(fields.str_at(&["title", "rendered"]));
    let excerpt = fields.str_at(&["excerpt", "rendered"]);
    draft.description(excerpt);
    match (fields.str_at(&["content", "rendered"]), excerpt) {
        (Some(content), _) => draft.html(content),
        (None, Some(excerpt)) => draft.summary(excerpt),
        (None, None) => {}
    }
    draft.url(fields.str("link"));
    // The times in GMT lack the Z that says so.
    let gmt = |key: &str| fields.str(key).map(|date| serde_json_borrow::Value::from(format!("{date}Z")));
    draft.dates(
        gmt("date_gmt").as_ref().or(fields.get("date")),
        gmt("modified_gmt").as_ref().or(fields.get("modified")),
    );
    if let Some(authors) = fields.at(&["_embedded", "author"]) {
        draft.authors(Some(authors));
    }
    for terms in fields.at(&["_embedded", "wp:term"]).and_then(|value| value.as_array()).unwrap_or_default() {
        for name in fields::names(terms) {
            draft.keywords(Some(&serde_json_borrow::Value::from(vec![name])));
        }
    }
    flat::finish(fields, draft, fields.text(&["lang", "language", "locale"]), "a WordPress post")
}
