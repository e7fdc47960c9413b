//! Items of NewsAPI.org, GNews and newsdata.io. Their `content` is cut, and NewsAPI's has lost every
//! letter of some scripts: then the description stands in.

use super::draft::Draft;
use super::error::Problem;
use super::fault::{Fault, Remedy, Warning};
use super::fields::Fields;
use super::flat;
use super::path::Path;
use crate::article::Article;

/// Whether an object is an item of one of these services.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let source = fields.object("source").is_some_and(|source| source.has("name"));
    let text = fields.str("title").is_some() && (fields.has("content") || fields.has("description"));
    text && (source && fields.has("publishedAt") || fields.has("article_id") && fields.has("pubDate"))
}

/// Reads an item.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("news API");
    let language = flat::metadata(fields, &mut draft);
    draft.authors(fields.get("creator"));
    let description = fields.str("description");
    match (fields.str("content").filter(|content| !content.starts_with("ONLY AVAILABLE IN")), description) {
        (Some(content), Some(description)) if has_lost_letters(content, description) => {
            let path = Path::ROOT.key("content");
            draft.notes.warn(&path, Fault::LettersLost, Remedy::ReadAs("the description".to_owned()));
            draft.body(description);
        }
        (Some(content), _) => draft.body(content),
        (None, Some(description)) => draft.summary(description),
        (None, None) => {}
    }
    flat::finish(fields, draft, language, "an item of a news API")
}

/// Whether a text has no letter beyond ASCII though the other is mostly of such letters.
fn has_lost_letters(content: &str, description: &str) -> bool {
    let count = |text: &str| {
        let (mut ascii, mut other) = (0_usize, 0_usize);
        text.chars().filter(|c| c.is_alphabetic()).for_each(|c| if c.is_ascii() { ascii += 1 } else { other += 1 });
        (ascii, other)
    };
    let (ascii, other) = count(description);
    count(content).1 == 0 && other > 10 && other > ascii
}
