//! JSON Feed 1.0 and 1.1 (jsonfeed.org): a feed whose items are articles.

use serde_json_borrow::Value;

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::{self, Fields};
use crate::article::Article;

/// What a feed says about all its items.
#[derive(Debug, Clone, Default)]
pub(crate) struct Feed {
    title: Option<String>,
    language: Option<String>,
    authors: Vec<String>,
}

impl Feed {
    /// The feed in an object; nothing when it is no JSON Feed. `version` is the address of the
    /// specification, or only a number in files that other tools have rewritten.
    pub(crate) fn of(fields: &Fields<'_>) -> Option<Self> {
        let version = fields.str("version")?;
        let items = fields.get("items").and_then(Value::as_array)?;
        let by_keys = matches!(version, "1" | "1.0" | "1.1")
            && ["home_page_url", "feed_url"].iter().any(|key| fields.has(key))
            && items.iter().filter_map(Fields::of).any(|item| is_item(&item));
        if !version.contains("jsonfeed.org/version/") && !by_keys {
            return None;
        }
        let authors = fields.get("authors").or_else(|| fields.get("author"));
        Some(Self {
            title: fields.str("title").map(str::to_owned),
            language: fields.str("language").map(str::to_owned),
            authors: authors.map(fields::names).unwrap_or_default(),
        })
    }
}

/// Whether an object is an item of a feed.
pub(super) fn is_item(fields: &Fields<'_>) -> bool {
    fields.str("content_html").is_some() || fields.str("content_text").is_some() || fields.str("summary").is_some()
}

/// Reads an item.
pub(super) fn read(fields: &Fields<'_>, feed: &Feed) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("JSON Feed");
    draft.headline(fields.str("title"));
    draft.description(fields.str("summary"));
    match (fields.str("content_html"), fields.str("content_text"), fields.str("summary")) {
        (Some(html), ..) => draft.html(html),
        (None, Some(text), _) => draft.plain(text),
        (None, None, Some(summary)) => draft.summary(summary),
        (None, None, None) => {}
    }
    if !draft.has_body() {
        return Err(Problem::nearest(fields.map(), "an item of a JSON Feed", "content_html or content_text"));
    }
    draft.article.id = fields.str("id").filter(|id| super::native::is_id(id)).map(str::to_owned);
    draft.url(fields.str("url").or_else(|| fields.str("external_url")));
    draft.dates(fields.get("date_published"), fields.get("date_modified"));
    draft.authors(fields.get("authors").or_else(|| fields.get("author")));
    if draft.article.authors.is_empty() {
        feed.authors.iter().for_each(|name| draft.authors(Some(&Value::from(name.as_str()))));
    }
    draft.publisher(feed.title.as_deref().map(Value::from).as_ref());
    draft.keywords(fields.get("tags"));
    Ok(draft.finish(fields.str("language").or(feed.language.as_deref())))
}
