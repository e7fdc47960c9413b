//! Arc XP ANS: a story whose `content_elements` are blocks, their text HTML.

use serde_json_borrow::Value;

use super::draft::{Draft, entity_kind};
use super::error::Problem;
use super::fault::Warning;
use super::fields::{self, Fields};
use super::{flat, html};
use crate::article::{Article, Block, BlockDetails, BlockKind};

/// Whether an object is a story.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let story = fields.str("type").is_none_or(|name| name == "story");
    story && !fields.array("content_elements").is_empty() && (fields.has("headlines") || fields.has("version"))
}

/// Reads a story.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("Arc XP ANS");
    draft.headline(fields.str_at(&["headlines", "basic"]));
    draft.article.alternative_headline = fields.str_at(&["subheadlines", "basic"]).map(html::inline);
    draft.description(fields.str_at(&["description", "basic"]));
    fields.objects("content_elements").iter().for_each(|element| self::element(element, &mut draft));
    let site = fields.text(&["canonical_url", "website_url"]);
    draft.url(site);
    let published = ["display_date", "publish_date", "first_publish_date", "created_date"];
    draft.dates(published.iter().find_map(|key| fields.get(key)), fields.get("last_updated_date"));
    draft.authors(fields.at(&["credits", "by"]));
    draft.publisher(fields.at(&["distributor"]).or_else(|| fields.at(&["canonical_website"])));
    draft.article.copyright_notice = fields.str("copyright").map(html::inline);
    draft.keywords(fields.at(&["taxonomy", "keywords"]).or_else(|| fields.at(&["taxonomy", "tags"])));
    draft.sections(fields.at(&["taxonomy", "sections"]));
    for entity in fields.object("taxonomy").map(|taxonomy| taxonomy.objects("named_entities")).unwrap_or_default() {
        if let Some(name) = entity.text(&["name", "_id"]) {
            let source = entity.str("type");
            draft.entity(name, source.map(entity_kind).unwrap_or_default(), source, vec![]);
        }
    }
    flat::finish(fields, draft, fields.str("language"), "an Arc XP story")
}

fn element(element: &Fields<'_>, draft: &mut Draft) {
    let text = element.str("content").unwrap_or_default();
    match element.str("type").unwrap_or_default() {
        "text" | "raw_html" | "interstitial_link" => draft.html(text),
        "header" => {
            let level = element.offset("level").and_then(|level| u8::try_from(level).ok());
            let level = level.filter(|level| (1..=6).contains(level)).or(Some(2));
            let block = Block { kind: BlockKind::Heading, text: html::inline(text).into(), level, ..Block::default() };
            draft.article.blocks.extend(Some(block).filter(|block| !block.text.is_empty()));
        }
        "quote" => {
            let first = draft.article.blocks.len();
            element.objects("content_elements").iter().for_each(|inner| self::element(inner, draft));
            draft.article.blocks[first..].iter_mut().for_each(|block| block.kind = BlockKind::Blockquote);
            if let Some(citation) = element.str_at(&["citation", "content"]) {
                draft.push(BlockKind::Caption, &html::inline(citation));
            }
        }
        "list" => list(element, 1, draft),
        "image" => {
            let credit = element.at(&["credits", "by"]).map(fields::names).unwrap_or_default().join(", ");
            let details = BlockDetails {
                url: element.str("url").map(str::to_owned),
                alt: element.text(&["alt_text", "subtitle"]).map(html::inline),
                caption: element.str("caption").map(html::inline),
                credit: Some(credit).filter(|credit| !credit.is_empty()),
                ..BlockDetails::default()
            };
            let details = details.into();
            draft.article.blocks.push(Block { kind: BlockKind::Image, details, ..Block::default() });
        }
        "table" => table(element, draft),
        "divider" => draft.article.blocks.push(Block { kind: BlockKind::Separator, ..Block::default() }),
        _ => {}
    }
}

/// A list, whose items may be lists.
fn list(element: &Fields<'_>, level: u8, draft: &mut Draft) {
    let ordered = element.str("list_type") == Some("ordered");
    for (number, item) in (1_i64..).zip(element.objects("items")) {
        if item.str("type") == Some("list") {
            if level < 6 {
                list(&item, level + 1, draft);
            }
            continue;
        }
        let first = draft.article.blocks.len();
        draft.html(item.str("content").unwrap_or_default());
        for block in draft.article.blocks.iter_mut().skip(first).take(1) {
            block.kind = BlockKind::ListItem;
            block.level = Some(level);
            block.ordered = Some(ordered);
            if ordered {
                block.details.ordinal = Some(number);
            }
        }
    }
}

fn table(element: &Fields<'_>, draft: &mut Draft) {
    let cells = |row: &Value<'_>| -> Vec<String> {
        let list = row.as_array().unwrap_or_default().iter();
        list.map(|cell| html::inline(Fields::of(cell).and_then(|cell| cell.str("content")).unwrap_or_default()))
            .collect()
    };
    let rows = element.get("header").into_iter().chain(element.array("rows"));
    let rows: Vec<Vec<String>> = rows.map(cells).filter(|row| !row.is_empty()).collect();
    if !rows.is_empty() {
        let details = BlockDetails { rows, ..BlockDetails::default() }.into();
        draft.article.blocks.push(Block { kind: BlockKind::Table, details, ..Block::default() });
    }
}
