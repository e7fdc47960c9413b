//! A text in which offsets count, and the blocks that its parts have become.

use std::borrow::Cow;
use std::ops::Range;

use super::draft::Draft;
use super::plain::{self, Piece};
use crate::article::{Article, BlockKind, Span};

/// A text and where its parts are.
#[derive(Debug)]
pub(crate) struct Whole<'t> {
    text: Cow<'t, str>,
    parts: Vec<Part>,
}

/// One block's part of the text.
#[derive(Debug)]
struct Part {
    range: Range<usize>,
    block: usize,
    /// What became of line ends in it; none where the block's text is the part's text.
    piece: Option<Piece>,
}

impl<'t> Whole<'t> {
    /// A text that becomes the next paragraphs of a draft.
    pub(crate) fn of_text(text: impl Into<Cow<'t, str>>, draft: &mut Draft) -> Self {
        let first = draft.article.blocks.len();
        let whole = Self::of_blocks(text, first);
        for part in &whole.parts {
            draft.push(BlockKind::Paragraph, part.piece.as_ref().map_or("", |piece| &piece.text));
        }
        whole
    }

    /// A text whose paragraphs are the blocks from `first` on.
    pub(crate) fn of_blocks(text: impl Into<Cow<'t, str>>, first: usize) -> Self {
        let text = text.into();
        let pieces = plain::pieces(&text).into_iter();
        let parts =
            (first..).zip(pieces).map(|(block, piece)| Part { range: piece.range.clone(), block, piece: Some(piece) });
        let parts = parts.collect();
        Self { text, parts }
    }

    /// The blocks of an article with `between` between them, those before `first` left out.
    pub(crate) fn joined(article: &Article, first: usize, between: &str) -> Self {
        let mut text = String::new();
        let mut parts = vec![];
        for (block, said) in article.blocks.iter().enumerate().skip(first).filter(|(_, block)| !block.text.is_empty()) {
            if !parts.is_empty() {
                text.push_str(between);
            }
            let start = text.len();
            text.push_str(&said.text);
            parts.push(Part { range: start..text.len(), block, piece: None });
        }
        Self { text: text.into(), parts }
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// How many blocks its parts are.
    pub(crate) fn len(&self) -> usize {
        self.parts.len()
    }

    /// The places in the article of bytes of the text that may lie in several blocks.
    pub(crate) fn spans(&self, bytes: Range<usize>) -> Vec<Span> {
        let parts = self.parts.iter().map(|part| bytes.start.max(part.range.start)..bytes.end.min(part.range.end));
        parts.filter(|part| part.start < part.end).filter_map(|part| self.span(part)).collect()
    }

    /// The place in the article of bytes of the text, which must not be empty nor lie in two blocks.
    pub(crate) fn span(&self, bytes: Range<usize>) -> Option<Span> {
        let at = self.parts.partition_point(|part| part.range.end <= bytes.start);
        let part = self.parts.get(at)?;
        let inner = |byte: usize| match &part.piece {
            Some(piece) => piece.inner(byte),
            None => byte.clamp(part.range.start, part.range.end) - part.range.start,
        };
        let (start, end) = (inner(bytes.start), inner(bytes.end));
        let next = self.parts.get(at + 1).map_or(usize::MAX, |next| next.range.start);
        (start < end && bytes.end <= next).then_some(Span { block: part.block, start, end })
    }
}
