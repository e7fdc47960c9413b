//! fundus: `body` with a summary and sections, each a headline and paragraphs.

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::{self, Fields};
use super::{flat, html};
use crate::article::{Article, Block, BlockKind, BlockRole};

/// Whether an object is what `Article.to_json` writes.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let sections = fields.object("body").map(|body| body.objects("sections")).unwrap_or_default();
    fields.has("title") && sections.iter().any(|section| section.has("paragraphs"))
}

/// Reads an article.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("fundus");
    let language = flat::metadata(fields, &mut draft);
    if let Some(body) = fields.object("body") {
        let summary = texts(&body, "summary");
        draft.description(Some(summary.join(" ")).filter(|text| !text.is_empty()).as_deref());
        for text in summary {
            draft.push(BlockKind::Paragraph, &text);
            draft
                .article
                .blocks
                .iter_mut()
                .next_back()
                .into_iter()
                .for_each(|block| block.role = Some(BlockRole::Lead));
        }
        for section in body.objects("sections") {
            for text in texts(&section, "headline") {
                let block = Block { kind: BlockKind::Heading, level: Some(2), text: text.into(), ..Block::default() };
                draft.article.blocks.push(block);
            }
            texts(&section, "paragraphs").iter().for_each(|text| draft.push(BlockKind::Paragraph, text));
        }
    }
    flat::finish(fields, draft, language, "fundus' JSON")
}

/// The texts under a key, which are plain.
fn texts(part: &Fields<'_>, key: &str) -> Vec<String> {
    let texts = part.get(key).map(fields::names).unwrap_or_default();
    texts.iter().map(|text| html::decode(text).trim().to_owned()).filter(|text| !text.is_empty()).collect()
}
