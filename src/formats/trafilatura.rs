//! trafilatura's JSON: paragraphs of `text` joined by one line feed, `fingerprint`, `hostname`.

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::flat;
use crate::article::Article;

/// Whether an object is what `trafilatura --json` writes.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let own = ["fingerprint", "source-hostname", "raw_text", "raw-text", "sitename", "filedate"];
    let count = own.iter().filter(|key| fields.has(key)).count();
    fields.has("text") && fields.has("hostname") && count > 0 || fields.has("fingerprint") && fields.has("text")
}

/// Reads an extraction.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("trafilatura");
    let language = flat::metadata(fields, &mut draft);
    if let Some(text) = fields.str("text").or_else(|| fields.text(&["raw_text"])) {
        draft.plain(text);
    }
    draft.url(fields.text(&["source"]).filter(|source| source.contains("://")));
    flat::finish(fields, draft, language, "trafilatura's JSON")
}
