//! BBC articles as their pages are made of (`content.model.blocks`): blocks in blocks, each with a `type` and a `model`.

use super::draft::{Draft, address};
use super::error::Problem;
use super::fault::Warning;
use super::fields::{self, Fields};
use super::{flat, html};
use crate::article::{Article, Block, BlockDetails, BlockKind, EntityKind, Mark, MarkKind};

/// Deepest nesting of blocks that is read.
const DEEPEST: usize = 16;

/// Whether an object is an article of blocks.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    blocks(fields).iter().any(|block| block.has("type") && block.has("model"))
}

/// The blocks of an article, or of the model of a block.
fn blocks<'d>(fields: &Fields<'d>) -> Vec<Fields<'d>> {
    let content = fields.object("content").and_then(|content| content.object("model"));
    content.or_else(|| fields.object("model")).map(|model| model.objects("blocks")).unwrap_or_default()
}

/// Reads an article.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("BBC blocks");
    blocks(fields).iter().for_each(|inner| block(inner, None, DEEPEST, &mut draft));
    let promo = ["seoHeadline", "promoHeadline", "headline"];
    let headline = promo.iter().find_map(|key| fields.str_at(&["promo", "headlines", key]));
    if draft.article.headline.is_none() {
        let body = std::mem::take(&mut draft.article.blocks);
        draft.headline(headline);
        draft.article.blocks.extend(body);
    }
    let meta = |key: &str| fields.at(&["metadata", key]);
    draft.description(fields.str_at(&["promo", "summary"]));
    draft.url(fields.str_at(&["metadata", "locators", "canonicalUrl"]));
    draft.dates(meta("firstPublished"), meta("lastPublished").or_else(|| meta("lastUpdated")));
    let tags = fields.object("metadata").and_then(|meta| meta.object("tags"));
    for tag in tags.map(|tags| tags.objects("about")).unwrap_or_default() {
        let types = tag.get("thingType").map(fields::names).unwrap_or_default();
        let kind = types.iter().map(|name| kind(name)).find(|kind| *kind != EntityKind::Other).unwrap_or_default();
        let mut same_as = tag.get("thingSameAs").map(fields::names).unwrap_or_default();
        same_as.extend(tag.str("thingUri").map(str::to_owned));
        if let Some(name) = tag.text(&["thingLabel", "thingEnglishLabel"]) {
            draft.entity(
                name,
                kind,
                types.first().map(String::as_str),
                same_as.iter().filter_map(|id| address(id)).collect(),
            );
        }
    }
    let language = fields.str_at(&["metadata", "passport", "language"]);
    let language = language.or_else(|| fields.str_at(&["metadata", "language"]));
    flat::finish(fields, draft, language, "a BBC article")
}

fn kind(name: &str) -> EntityKind {
    match name {
        "Person" | "tagging:Person" => EntityKind::Person,
        "Organisation" | "tagging:Organisation" => EntityKind::Org,
        "Place" | "tagging:Place" => EntityKind::Place,
        "Event" | "tagging:Event" => EntityKind::Event,
        _ => EntityKind::Other,
    }
}

/// A block, and those in it. `kind` is what paragraphs in it are.
fn block(fields: &Fields<'_>, kind: Option<&Block>, depth: usize, draft: &mut Draft) {
    let Some(depth) = depth.checked_sub(1) else { return };
    let of = |kind| Block { kind, ..Block::default() };
    let mut inner = |kind: Option<&Block>| blocks(fields).iter().for_each(|one| block(one, kind, depth, draft));
    match fields.str("type").unwrap_or_default() {
        "paragraph" => paragraph(fields, kind, draft),
        "text" => inner(kind),
        "headline" => inner(Some(&of(BlockKind::Headline))),
        "subheadline" | "crosshead" => inner(Some(&Block { level: Some(2), ..of(BlockKind::Heading) })),
        "caption" => inner(Some(&of(BlockKind::Caption))),
        "quote" | "blockquote" => inner(Some(&of(BlockKind::Blockquote))),
        "unorderedList" => list(fields, false, depth, draft),
        "orderedList" => list(fields, true, depth, draft),
        "image" => image(fields, depth, draft),
        "video" | "audio" => captions(fields, depth, draft),
        _ => {}
    }
}

fn list(fields: &Fields<'_>, ordered: bool, depth: usize, draft: &mut Draft) {
    for (number, item) in (1..).zip(blocks(fields)) {
        let ordinal = ordered.then_some(number);
        let details = BlockDetails { ordinal, ..BlockDetails::default() }.into();
        let (kind, level, ordered) = (BlockKind::ListItem, Some(1), Some(ordered));
        let like = Block { kind, level, ordered, details, ..Block::default() };
        blocks(&item).iter().for_each(|one| block(one, Some(&like), depth, draft));
    }
}

fn captions(fields: &Fields<'_>, depth: usize, draft: &mut Draft) {
    blocks(fields)
        .iter()
        .filter(|one| one.str("type") == Some("caption"))
        .for_each(|one| block(one, None, depth, draft));
}

fn image(fields: &Fields<'_>, depth: usize, draft: &mut Draft) {
    let inner = blocks(fields);
    let of = |name: &str| inner.iter().find(|one| one.str("type") == Some(name));
    let words = |name: &str| of(name).map(|one| words(one, DEEPEST)).filter(|words| !words.is_empty());
    let raw = |key: &str| of("rawImage").and_then(|raw| raw.str_at(&["model", key])).map(str::to_owned);
    let (alt, url) = (words("altText"), raw("locator").filter(|url| url.contains("://")));
    if alt.is_some() || url.is_some() {
        let credit = raw("copyrightHolder");
        let details = BlockDetails { alt, url, credit, ..BlockDetails::default() }.into();
        draft.article.blocks.push(Block { kind: BlockKind::Image, details, ..Block::default() });
    }
    captions(fields, depth, draft);
}

/// All words in a block.
fn words(fields: &Fields<'_>, depth: usize) -> String {
    let Some(depth) = depth.checked_sub(1) else { return String::new() };
    match fields.str_at(&["model", "text"]) {
        Some(text) => html::inline(text),
        None => blocks(fields).iter().map(|one| words(one, depth)).collect::<Vec<_>>().join(" ").trim().to_owned(),
    }
}

/// A paragraph: fragments with emphasis, and links.
fn paragraph(fields: &Fields<'_>, like: Option<&Block>, draft: &mut Draft) {
    let mut text = String::new();
    let mut marks = vec![];
    for part in blocks(fields) {
        let start = text.len();
        match part.str("type") {
            Some("urlLink") => {
                let fragments = blocks(&part);
                fragments.iter().for_each(|one| fragment(one, &mut text, &mut marks));
                if fragments.is_empty() {
                    text.push_str(part.str_at(&["model", "text"]).unwrap_or_default());
                }
                let url = part.str_at(&["model", "locator"]).filter(|url| html::is_address(url)).map(str::to_owned);
                if url.is_some() {
                    marks.push(Mark { kind: MarkKind::Link, bytes: start..text.len(), url });
                }
            }
            _ => fragment(&part, &mut text, &mut marks),
        }
    }
    if text.trim().is_empty() {
        text = fields.str_at(&["model", "text"]).unwrap_or_default().to_owned();
        marks.clear();
    }
    let block = html::trimmed(&text, marks, BlockKind::Paragraph);
    if block.text.is_empty() {
        return;
    }
    let block = match like {
        Some(like) => {
            let details = BlockDetails { ordinal: like.details.ordinal, ..BlockDetails::clone(&block.details) };
            Block { text: block.text, details: details.into(), ..like.clone() }
        }
        None => block,
    };
    if block.kind == BlockKind::Headline && draft.article.headline.is_none() {
        draft.article.headline = Some(block.text.to_string());
    }
    draft.article.blocks.push(block);
}

fn fragment(part: &Fields<'_>, text: &mut String, marks: &mut Vec<Mark>) {
    let start = text.len();
    text.push_str(part.object("model").and_then(|model| model.get("text")?.as_str()).unwrap_or_default());
    let attributes = part.object("model").map(|model| model.array("attributes")).unwrap_or_default();
    for attribute in attributes.iter().filter_map(|attribute| attribute.as_str()) {
        let kind = match attribute {
            "bold" => MarkKind::Strong,
            "italic" => MarkKind::Em,
            _ => continue,
        };
        marks.push(Mark { kind, bytes: start..text.len(), url: None });
    }
}
