//! newspaper3k and newspaper4k: `text` with blank lines between paragraphs, `meta_*`, `top_image`.

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::flat;
use crate::article::Article;

/// Whether an object is what `Article.to_json` writes.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let own = ["meta_lang", "meta_language", "meta_keywords", "meta_description", "meta_data", "top_image", "top_img"];
    let count =
        own.iter().chain(&["movies", "source_url", "read_more_link", "is_parsed"]).filter(|key| fields.has(key));
    fields.has("text") && fields.has("title") && count.count() > 1
}

/// Reads an extraction.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("newspaper");
    let language = flat::metadata(fields, &mut draft);
    if let Some(text) = fields.str("text") {
        draft.plain(text);
    }
    draft.description(fields.str("meta_description"));
    // What the page says of itself goes before the setting with which the tool was run.
    flat::finish(fields, draft, fields.str("meta_lang").or(language), "newspaper's JSON")
}
