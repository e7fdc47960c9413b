//! The Guardian's content API (`response.content`, `response.results[]`): HTML in `fields.body` or in `blocks.body[]`.

use serde_json_borrow::Value;

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::{flat, html};
use crate::article::{Article, Block, BlockKind, BlockRole};

/// Whether an object is a content item.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let own = ["webUrl", "webPublicationDate", "apiUrl", "sectionId", "pillarId"];
    fields.str("webTitle").is_some() && own.iter().filter(|key| fields.has(key)).count() > 1
}

/// Reads a content item.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("Guardian content API");
    let field = |key: &str| fields.str_at(&["fields", key]);
    draft.headline(field("headline").or_else(|| fields.str("webTitle")));
    let standfirst = field("standfirst").or_else(|| field("trailText"));
    draft.description(standfirst);
    body(fields, &mut draft);
    if !draft.has_body() && fields.str("type").is_none_or(|name| name == "article" || name == "liveblog") {
        standfirst.into_iter().for_each(|text| draft.summary(text));
    }
    draft.url(fields.str("webUrl"));
    draft.dates(fields.get("webPublicationDate"), fields.at(&["fields", "lastModified"]));
    draft.publisher(fields.at(&["fields", "publication"]));
    draft.sections(fields.get("sectionName"));
    for tag in fields.objects("tags") {
        let Some(name) = tag.str("webTitle").map(Value::from) else { continue };
        match tag.str("type") {
            Some("contributor") => draft.authors(Some(&name)),
            Some("keyword") => draft.keywords(Some(&name)),
            _ => {}
        }
    }
    if draft.article.authors.is_empty() {
        draft.authors(fields.at(&["fields", "byline"]));
    }
    flat::finish(fields, draft, field("lang"), "an item of the Guardian's content API")
}

fn body(fields: &Fields<'_>, draft: &mut Draft) {
    let blocks = fields.object("blocks").map(|blocks| blocks.objects("body")).unwrap_or_default();
    let is_live = fields.str("type") == Some("liveblog");
    let whole = fields.str_at(&["fields", "body"]);
    match (whole, fields.str_at(&["fields", "bodyText"])) {
        (Some(html), _) if !is_live || blocks.is_empty() => draft.html(html),
        (None, Some(text)) if blocks.is_empty() => draft.plain(text),
        _ => blocks.iter().for_each(|block| one(block, is_live, draft)),
    }
}

/// A block of a story, or an entry of a live blog.
fn one(block: &Fields<'_>, is_live: bool, draft: &mut Draft) {
    let first = draft.article.blocks.len();
    if let Some(title) = block.str("title").map(html::inline).filter(|title| !title.is_empty()) {
        draft.article.blocks.push(Block {
            kind: BlockKind::Heading,
            level: Some(3),
            text: title.into(),
            ..Block::default()
        });
    }
    match (block.str("bodyHtml"), block.str("bodyTextSummary")) {
        (Some(html), _) => draft.html(html),
        (None, Some(text)) => draft.plain(text),
        (None, None) => {}
    }
    if is_live {
        draft.article.blocks[first..].iter_mut().for_each(|block| block.role = Some(BlockRole::LiveUpdate));
    }
}
