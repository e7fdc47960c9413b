//! Apple News Format: `components`, each with a role; their text plain, HTML or Markdown.

use serde_json_borrow::Value;

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::{flat, html};
use crate::article::{Article, Block, BlockDetails, BlockKind, BlockRole};

/// Deepest nesting of sections and containers that is read.
const DEEPEST: usize = 16;

/// Whether an object is an article document.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let components = fields.objects("components");
    fields.has("title") && !components.is_empty() && components.iter().all(|component| component.has("role"))
}

/// Reads an article document.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("Apple News Format");
    draft.article.headline = fields.str("title").map(html::inline);
    components(fields, DEEPEST, &mut draft);
    let headline = draft.article.blocks.iter().find(|block| block.kind == BlockKind::Headline);
    match headline.map(|block| block.text.to_string()) {
        Some(text) => draft.article.headline = Some(text),
        None => {
            let title = draft.article.headline.take();
            let blocks = std::mem::take(&mut draft.article.blocks);
            draft.headline(title.as_deref());
            draft.article.blocks.extend(blocks);
        }
    }
    draft.article.alternative_headline = fields.str("subtitle").map(html::inline);
    draft.description(fields.str_at(&["metadata", "excerpt"]));
    draft.url(fields.str_at(&["metadata", "canonicalURL"]));
    draft.dates(fields.at(&["metadata", "datePublished"]), fields.at(&["metadata", "dateModified"]));
    draft.authors(fields.at(&["metadata", "authors"]));
    draft.keywords(fields.at(&["metadata", "keywords"]));
    flat::finish(fields, draft, fields.str("language"), "an Apple News article")
}

fn components(fields: &Fields<'_>, depth: usize, draft: &mut Draft) {
    for component in fields.objects("components") {
        read_component(&component, draft);
        if depth > 0 {
            components(&component, depth - 1, draft);
        }
    }
}

fn read_component(component: &Fields<'_>, draft: &mut Draft) {
    let role = component.str("role").unwrap_or_default();
    let kind = match role {
        "title" if draft.article.blocks.iter().all(|block| block.kind != BlockKind::Headline) => BlockKind::Headline,
        "title" | "heading" => BlockKind::Heading,
        "author" | "byline" => BlockKind::Byline,
        "caption" | "illustrator" | "photographer" => BlockKind::Caption,
        "quote" | "pullquote" => BlockKind::Blockquote,
        "photo" | "image" | "portrait" | "figure" | "logo" => return image(component, draft),
        "divider" => {
            draft.article.blocks.push(Block { kind: BlockKind::Separator, ..Block::default() });
            return;
        }
        "body" | "intro" | "article_thumbnail" => BlockKind::Paragraph,
        _ if role.starts_with("heading") => BlockKind::Heading,
        _ => return,
    };
    let Some(text) = text(component) else { return };
    let first = draft.article.blocks.len();
    if kind == BlockKind::Headline {
        draft.push(kind, &html::inline(text));
        return;
    }
    if component.str("format") == Some("html") {
        draft.html(text)
    } else {
        draft.plain(text)
    }
    for block in &mut draft.article.blocks[first..] {
        if kind != BlockKind::Paragraph && block.kind == BlockKind::Paragraph {
            block.kind = kind;
        }
        if kind == BlockKind::Heading {
            block.level = role.strip_prefix("heading").and_then(|n| n.parse().ok()).filter(|n| (1..=6).contains(n));
        }
        block.role = (role == "pullquote").then_some(BlockRole::Pullquote).or(block.role);
    }
}

/// The text: a string, or an object with one.
fn text<'d>(component: &Fields<'d>) -> Option<&'d str> {
    component.str("text").or_else(|| component.str_at(&["text", "text"]))
}

fn image(component: &Fields<'_>, draft: &mut Draft) {
    let words = |key: &str| {
        let value = component.get(key)?;
        value.as_str().or_else(|| Fields::of(value)?.get("text").and_then(Value::as_str)).map(html::inline)
    };
    let details = BlockDetails {
        url: component.str("URL").map(str::to_owned),
        alt: words("accessibilityCaption"),
        caption: words("caption"),
        ..BlockDetails::default()
    };
    draft.article.blocks.push(Block { kind: BlockKind::Image, details: details.into(), ..Block::default() });
}
