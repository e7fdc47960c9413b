//! A mention with the words around it: in one row with the mention in the middle, or in the rows that it stands in.
//!
//! ```text
//!   …e committee met in Geneva on Tuesday; Dr. A…
//!      said that those in Geneva have …
//!                         Geneva first
//! ```

use std::ops::Range;
use std::sync::Arc;

use crate::article::{Article, Span};
use crate::layout::{Direction, Marks, Options, Row, TextLayout, flat};

/// A part of a block's text, and where the mention stands in it.
struct Excerpt {
    text: String,
    hit: Range<usize>,
    direction: Direction,
}

/// Rows with a mention in them.
#[derive(Debug, Clone)]
pub(super) struct InContext {
    /// The rows.
    pub(super) rows: Vec<Arc<Row>>,
    /// Bytes of the mention, as the rows count them.
    pub(super) hit: Range<usize>,
}

/// One row of a concordance.
#[derive(Debug, Clone)]
pub struct Centred {
    /// The row: wider than the line, as far as the text goes.
    pub row: Arc<Row>,
    /// Bytes of the mention, as the row counts them.
    pub hit: Range<usize>,
    /// The column of the row at which the line begins; negative: so many columns stay empty before it.
    pub from: i32,
}

impl Excerpt {
    /// The text around a span, at most `reach` characters on each side, cut between words where that is possible.
    fn of(article: &Article, span: &Span, reach: usize) -> Self {
        let text = article.blocks.get(span.block).map_or("", |block| &*block.text);
        let hit = if text.get(span.bytes()).is_some() { span.bytes() } else { 0..0 };
        let before = text[..hit.start].char_indices().rev().nth(reach).map_or(0, |(at, c)| {
            let at = at + c.len_utf8();
            text[at..hit.start].find(' ').map_or(at, |blank| at + blank + 1)
        });
        let after = text[hit.end..].char_indices().nth(reach).map_or(text.len(), |(at, _)| {
            let at = hit.end + at;
            text[hit.end..at].rfind(' ').map_or(at, |blank| hit.end + blank)
        });
        // A mention without end is shown by its beginning.
        let most = hit.start + (hit.len()).min(reach.saturating_mul(4));
        let after = if most < hit.end { ceil(text, most) } else { after };
        let rtl = article.blocks.get(span.block).is_some_and(|_| article.block_is_rtl(span.block));
        Self {
            text: flat(&text[before..after]),
            hit: hit.start - before..hit.end.min(after) - before,
            direction: Direction::from_rtl(rtl),
        }
    }
}

fn ceil(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// The rows of `width` columns in which the mention stands, with one before and one behind.
pub(super) fn in_context(article: &Article, span: &Span, width: u16) -> InContext {
    let excerpt = Excerpt::of(article, span, usize::from(width.max(1)) * 3);
    let options = Options { width, marks: Marks::Drop };
    let mut layout = TextLayout::new(excerpt.text, excerpt.direction, options);
    let first = layout.row_of(excerpt.hit.start).saturating_sub(1);
    let last = layout.row_of(excerpt.hit.end.saturating_sub(1)) + 1;
    InContext { rows: (first..=last).map_while(|index| layout.row(index)).collect(), hit: excerpt.hit }
}

/// The mention in the middle of `width` columns. What stands beside it on screen is what stands beside it in a row that
/// has room for everything.
#[must_use]
pub fn centred(article: &Article, span: &Span, width: u16) -> Option<Centred> {
    let excerpt = Excerpt::of(article, span, usize::from(width.max(1)) * 2);
    let options = Options { width: u16::MAX, marks: Marks::Drop };
    let row = TextLayout::new(excerpt.text, excerpt.direction, options).row(0)?;
    let columns = row.columns_of(&excerpt.hit);
    let (start, end) = (columns.first().map_or(0, |part| part.start), columns.last().map_or(0, |part| part.end));
    let (start, end, width) = (i32::from(start), i32::from(end), i32::from(width));
    let from = if end - start <= width {
        (start + end - width).div_euclid(2)
    } else if row.direction.is_rtl() {
        // What has no room is shown by its beginning.
        end - width
    } else {
        start
    };
    Some(Centred { row, hit: excerpt.hit, from })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::article::Block;

    /// The line as it is seen, with the columns of the mention.
    fn seen(text: &str, hit: &str, width: u16) -> (String, Range<i32>) {
        let start = text.find(hit).unwrap();
        let block = Block { text: text.into(), ..Block::default() };
        let article = Article { blocks: vec![block], ..Article::default() };
        let line = centred(&article, &Span { block: 0, start, end: start + hit.len() }, width).unwrap();
        let columns = line.row.columns_of(&line.hit);
        let cells = line.row.cells.iter().filter(|cell| {
            let at = i32::from(cell.column) - line.from;
            at >= 0 && at + i32::from(cell.width) <= i32::from(width)
        });
        let before = " ".repeat(usize::try_from(-line.from).unwrap_or(0));
        let shown: String = cells.map(|cell| line.row.symbol(cell)).collect();
        let end = i32::from(columns.last().unwrap().end) - line.from;
        (before + &shown, i32::from(columns[0].start) - line.from..end)
    }

    #[test]
    fn the_mention_stands_in_the_middle_with_what_stands_beside_it() {
        let text = "The committee met in Geneva on Tuesday and left";
        assert_eq!(seen(text, "Geneva", 20), ("met in Geneva on Tue".to_owned(), 7..13));
        assert_eq!(seen(text, "The", 13), ("     The comm".to_owned(), 5..8));
        assert_eq!(seen(text, "left", 12), ("and left".to_owned(), 4..8));
        assert_eq!(seen(text, "committee met", 5), ("commi".to_owned(), 0..13));
        // Hebrew: what comes before stands on the right.
        assert_eq!(seen("אבג דהו זחט יכל", "דהו", 9), ("חז והד גב".to_owned(), 3..6));
        assert_eq!(seen("אבג דהו", "אבג", 9), ("הד גבא".to_owned(), 3..6));
        // A Latin name in Hebrew keeps its own order, and its neighbours their sides.
        assert_eq!(seen("אבג New York דהו", "New York", 14), ("הד New York גב".to_owned(), 3..11));
    }

    #[test]
    fn in_a_long_text_only_what_is_near_is_looked_at() {
        let text = format!("{}Geneva{}", "word ".repeat(100_000), " word".repeat(100_000));
        assert_eq!(seen(&text, "Geneva", 20), ("d word Geneva word w".to_owned(), 7..13));
        let solid = format!("{}Geneva{}", "x".repeat(100_000), "y".repeat(100_000));
        assert_eq!(seen(&solid, "Geneva", 10), ("xxGenevayy".to_owned(), 2..8));
    }
}
