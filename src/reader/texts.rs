//! The article as the page sees it: one text a block, with its direction and the room around it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::table;
use crate::article::{Article, Block, BlockKind, BlockRole};
use crate::layout::{Direction, Texts, closed};

/// The blocks of an article.
#[derive(Debug, Clone)]
pub struct ArticleTexts(pub Arc<Article>, RefCell<HashMap<usize, TableRows>>);

/// Where the rows of a table begin in its text, in bytes, and for which width that is.
type TableRows = (u16, Arc<[usize]>);

impl ArticleTexts {
    /// The blocks of this article.
    #[must_use]
    pub fn new(article: Arc<Article>) -> Self {
        Self(article, RefCell::default())
    }

    fn table_rows(&self, index: usize, width: u16) -> Arc<[usize]> {
        if let Some((_, rows)) = self.1.borrow().get(&index).filter(|(known, _)| *known == width) {
            return Arc::clone(rows);
        }
        self.fit(index, width).1
    }

    fn fit(&self, index: usize, width: u16) -> (Arc<str>, Arc<[usize]>) {
        let fitted = table::fitted(&self.0.blocks[index], self.direction(index), width);
        let rows: Arc<[usize]> = fitted.rows.into();
        self.1.borrow_mut().insert(index, (width, Arc::clone(&rows)));
        (fitted.text.into(), rows)
    }

    /// How many rows of the fitted table `index` have begun at a byte of its text for rows of `width` columns: the same
    /// at every width. 0 in its caption.
    pub(super) fn table_row(&self, index: usize, width: u16, byte: usize) -> usize {
        self.table_rows(index, width).partition_point(|&start| start <= byte)
    }

    /// The byte at which that many rows have begun.
    pub(super) fn table_byte(&self, index: usize, width: u16, row: usize) -> usize {
        let rows = self.table_rows(index, width);
        row.min(rows.len()).checked_sub(1).map_or(0, |row| rows[row])
    }

    /// The rows of a fitted table that stand at these bytes of its text, the last one included; each whole, without what
    /// a screen needs. At byte 0 begins the caption.
    pub(super) fn table_part(&self, index: usize, width: u16, bytes: Range<usize>) -> String {
        let block = &self.0.blocks[index];
        let caption = block.details.caption.as_deref().filter(|_| bytes.start == 0);
        let first = if bytes.start == 0 { 0 } else { self.table_row(index, width, bytes.start).saturating_sub(1) };
        let rows = block.details.rows.get(first..self.table_row(index, width, bytes.end)).unwrap_or_default();
        caption
            .map(str::to_owned)
            .into_iter()
            .chain(rows.iter().map(|row| joined_cells(row)))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

fn joined_cells(row: &[String]) -> String {
    row.iter().map(|cell| closed(cell)).collect::<Vec<_>>().join(" | ")
}

impl Texts for ArticleTexts {
    fn count(&self) -> usize {
        self.0.blocks.len()
    }

    fn text(&self, index: usize) -> Arc<str> {
        shown_text(&self.0.blocks[index])
    }

    fn direction(&self, index: usize) -> Direction {
        Direction::from_rtl(self.0.block_is_rtl(index))
    }

    fn inset(&self, index: usize) -> u16 {
        inset(&self.0.blocks[index])
    }

    fn is_fitted(&self, index: usize) -> bool {
        let block = &self.0.blocks[index];
        block.kind == BlockKind::Table && block.text.is_empty()
    }

    fn fitted_text(&self, index: usize, width: u16) -> Arc<str> {
        self.fit(index, width).0
    }

    fn may_justify(&self, index: usize) -> bool {
        use BlockKind::{Blockquote, ListItem, Paragraph};
        matches!(self.0.blocks[index].kind, Paragraph | Blockquote | ListItem)
    }

    fn gap_after(&self, index: usize) -> u16 {
        let block = &self.0.blocks[index];
        let next = self.0.blocks.get(index + 1).map(|block| block.kind);
        let list = matches!(block.kind, BlockKind::ListItem | BlockKind::RelatedLink) && next == Some(block.kind);
        let headed = block.kind == BlockKind::Heading && block.role != Some(BlockRole::RelatedStory);
        u16::from(!list && !headed)
    }
}

/// What is shown of a block. A block with text shows its text, byte for byte, so that spans hold;
/// one without shows what it has.
#[must_use]
pub fn shown_text(block: &Block) -> Arc<str> {
    if !block.text.is_empty() {
        return Arc::clone(&block.text);
    }
    let joined = |parts: &[&Option<String>], between: &str| -> String {
        let parts = parts.iter().filter_map(|part| part.as_deref()).filter(|part| !part.is_empty());
        parts.map(closed).collect::<Vec<_>>().join(between)
    };
    match block.kind {
        BlockKind::Separator => "* * *".into(),
        BlockKind::Table => {
            let caption = block.details.caption.iter().cloned();
            caption.chain(block.details.rows.iter().map(|row| joined_cells(row))).collect::<Vec<_>>().join("\n").into()
        }
        BlockKind::Image => {
            let about = joined(&[&block.details.alt, &block.details.caption, &block.details.credit], " · ");
            match (address(block), about.as_str()) {
                (None, about) => format!("[{about}]").into(),
                (Some(address), "") => format!("[\u{2066}{address}\u{2069}]").into(),
                // An isolate: signs at the end of an address must not go to its other end.
                (Some(address), about) => format!("[{about}]\n\u{2066}{address}\u{2069}").into(),
            }
        }
        _ => joined(&[&block.details.caption, &block.details.alt, &block.details.url], " · ").into(),
    }
}

/// The address of an image, if it is one to be shown: not the image itself, as `data:` is.
fn address(block: &Block) -> Option<Cow<'_, str>> {
    block
        .details
        .url
        .as_deref()
        .filter(|url| !url.is_empty() && url.len() <= LONGEST_ADDRESS && !url.starts_with("data:"))
        // Its own bidi controls must not end the isolate around it.
        .map(closed)
}

/// Bytes.
const LONGEST_ADDRESS: usize = 2083;

/// Columns before a block at its starting side: room for [`sign`] and a space, more for nested lists.
fn inset(block: &Block) -> u16 {
    let sign = sign(block).map_or(0, |sign| sign.chars().count() + 1);
    let nested = match block.kind {
        BlockKind::ListItem => 2 * usize::from(block.level.unwrap_or(1).clamp(1, 6)),
        _ => 0,
    };
    u16::try_from(sign.max(nested)).unwrap_or(u16::MAX)
}

/// The bar beside quotations.
pub const BAR: &str = "│";

/// What stands in the inset, in logical order: a bullet, a number, a bar. The bar is drawn beside every
/// row, the others beside the first.
#[must_use]
pub fn sign(block: &Block) -> Option<Cow<'static, str>> {
    match (block.kind, block.details.ordinal) {
        (BlockKind::ListItem, Some(number)) if block.ordered == Some(true) => Some(format!("{number}.").into()),
        (BlockKind::ListItem, _) => Some("•".into()),
        (BlockKind::RelatedLink, _) => Some("»".into()),
        (BlockKind::Blockquote, _) => Some(BAR.into()),
        _ if block.role == Some(BlockRole::Pullquote) => Some(BAR.into()),
        _ => None,
    }
}
