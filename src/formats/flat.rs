//! The generic flat article: one object with a title and a body under any of their usual names, as
//! corpora, scrapers and data sets have it. The readers of tools with flat objects of their own
//! (trafilatura, newspaper, …) share its metadata.

use serde_json_borrow::Value;

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use crate::article::{Article, BlockKind};

/// Names of the body, the most telling first; compared without regard to case, `_` and `-`.
const BODIES: &[&str] = &[
    "maintext",
    "article_body",
    "body_html",
    "content_html",
    "article_text",
    "article_content",
    "full_text",
    "main_text",
    "main_content",
    "news_text",
    "news_body",
    "news_content",
    "body_text",
    "content_text",
    "body",
    "content",
    "text",
    "article",
    "story",
    "paragraphs",
    "plain_text",
    "clean_text",
    "cleaned_text",
    "raw_text",
    "document",
    "html",
    "المحتوى",
    "محتوى",
    "النص",
    "نص",
    "متن",
    "متن خبر",
    "خبر",
    "תוכן",
    "טקסט",
    "متن_خبر",
    "مواد",
];

/// Names of the title.
const TITLES: &[&str] = &[
    "title",
    "headline",
    "article_title",
    "news_title",
    "heading",
    "head_line",
    "post_title",
    "main_title",
    "العنوان",
    "عنوان",
    "כותרת",
    "titre",
    "titel",
    "titulo",
    "título",
    "заголовок",
    "标题",
    "سرخی",
];

/// Names of what a title alone may stand with, when it is an article that one looks at.
const SUMMARIES: &[&str] = &["description", "summary", "abstract", "excerpt", "lead", "dek", "standfirst", "snippet"];

const URLS: &[&str] = &["url", "link", "source_url", "canonical_url", "article_url", "web_url", "permalink", "href"];

const PUBLISHED: &[&str] = &[
    "date_published",
    "published_at",
    "publish_date",
    "date_publish",
    "publication_date",
    "published_date",
    "published",
    "publishing_date",
    "pub_date",
    "published_time",
    "published_on",
    "date",
    "datetime",
    "date_time",
    "timestamp",
    "created_at",
    "dateline_date",
    "تاريخ",
    "التاريخ",
    "تاریخ",
    "תאריך",
];

const MODIFIED: &[&str] = &["date_modified", "modified_at", "updated_at", "date_modify", "last_modified", "updated"];

const AUTHORS: &[&str] = &["authors", "author", "byline", "creator", "by", "writer", "journalist", "الكاتب", "نویسنده"];

const PUBLISHERS: &[&str] = &[
    "publisher",
    "site_name",
    "source_name",
    "source",
    "newspaper",
    "outlet",
    "publication",
    "sitename",
    "hostname",
    "source_domain",
    "domain",
    "agency",
];

/// Shortest body without a title, in code points: a sentence may be anything.
const LONG: usize = 200;

/// Values of `type` that say that an object is no article.
const OTHER_TYPES: &[&str] = &[
    "event",
    "picture",
    "image",
    "photo",
    "graphic",
    "video",
    "audio",
    "planning",
    "person",
    "organization",
    "place",
    "product",
    "feature",
    "featurecollection",
    "object",
    "comment",
    "user",
    "job",
    "recipe",
    "error",
    "message",
];

/// Whether an object is a flat article.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    if is_something_else(fields) {
        return false;
    }
    let titled = fields.text(TITLES).is_some();
    let Some(body) = body(fields) else {
        let summary = fields.text(SUMMARIES).is_some();
        return titled && summary && fields.text(URLS).is_some() && fields.any(PUBLISHED).is_some();
    };
    titled && !body.trim().is_empty() || body.chars().nth(LONG).is_some()
}

fn is_something_else(fields: &Fields<'_>) -> bool {
    let other_type =
        fields.text(&["type", "@type", "kind"]).is_some_and(|name| OTHER_TYPES.contains(&name.to_lowercase().as_str()));
    // A chat message, an annotation task on an image, a question with its context, an error.
    let chat = fields.has("role") && fields.has("content");
    let task = fields.has("image") && (fields.has("spans") || fields.has("annotations") || fields.has("_input_hash"));
    let question = fields.has("question") && (fields.has("answers") || fields.has("context"));
    other_type || chat || task || question || fields.has("eventDetails") || fields.has("error")
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
    draft.keywords(value(&["keywords", "tags", "meta_keywords", "topics", "labels_text"]));
    draft.sections(value(&["section", "sections", "category", "categories", "category_name", "article_section"]));
    draft.direction(fields.text(&["dir", "direction"]));
    fields.text(&["language", "lang", "in_language", "meta_lang", "locale", "language_code"])
}

/// A byline of its own, set as it was printed.
pub(super) fn byline(draft: &mut Draft, text: Option<&str>) {
    if let Some(text) = text {
        draft.push(BlockKind::Byline, &super::html::inline(text));
    }
}
