//! The article on a pipe or a plain terminal: the same rows, one after the other.

use std::io::{self, Write};
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::article::Article;
use crate::layout::page::Line;
use crate::layout::{Justify, Marks, Page};
use crate::palette::Palette;
use crate::reader::ArticleTexts;
use crate::terminal::reorder::{Parting, Reordering, reorder};
use crate::terminal::{ColourDepth, Mode, write_row};
use crate::view;

/// The order of the letters in a printed row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Real text, for programs and screen readers: letters of the article in logical order, not padded.
    Logical,
    /// What the cells hold, for a terminal that wants them so; rows padded on the left where the block
    /// is right to left.
    Cells {
        /// Order and form.
        mode: Mode,
        /// Whether the terminal mirrors brackets when it reorders.
        mirrors: bool,
    },
}

/// How to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Columns.
    pub width: u16,
    /// Order of the letters.
    pub order: Order,
    /// Vowel marks.
    pub marks: Marks,
    /// Colours and emphasis; none for plain text.
    pub colours: Option<(ColourDepth, Palette)>,
    /// Whether rows are filled to the width; real text is not.
    pub justify: Justify,
}

/// Prints the whole article. Rows are laid out as they are written, so that the first one does not
/// wait for the last.
///
/// # Errors
/// Those of `out`.
pub fn print(article: Article, settings: Settings, out: &mut impl Write) -> io::Result<()> {
    let mut page = Page::new(ArticleTexts::new(Arc::new(article)), settings.width, settings.marks).with_whole_texts();
    page.set_justify(settings.justify);
    if page.texts().0.blocks.is_empty() {
        return Ok(());
    }
    let mut line = Some(page.first());
    let mut bytes = Vec::new();
    while let Some(here) = line {
        bytes.clear();
        match settings.order {
            Order::Logical => logical_row(&mut page, here, &mut bytes),
            Order::Cells { mode, mirrors } => cells_row(&mut page, here, (mode, mirrors), settings, &mut bytes),
        }
        bytes.push(b'\n');
        out.write_all(&bytes)?;
        line = page.below(here);
    }
    out.flush()
}

fn logical_row(page: &mut Page<ArticleTexts>, line: Line, out: &mut Vec<u8>) {
    if let Some(text) = page.layout(line.text).logical_row(line.row) {
        out.extend_from_slice(text.as_bytes());
    }
}

fn cells_row(
    page: &mut Page<ArticleTexts>,
    line: Line,
    (mode, mirrors): (Mode, bool),
    settings: Settings,
    out: &mut Vec<u8>,
) {
    /// What a terminal is taken to write in.
    const FOREGROUND: (u8, u8, u8) = (229, 229, 229);
    let area = Rect::new(0, 0, settings.width.max(1), 1);
    let mut frame = Buffer::empty(area);
    view::draw_line(page, line, &mut frame, area, |_| Style::new());
    if let Some((_, palette)) = settings.colours {
        palette.paint(&mut frame);
    }
    let depth = settings.colours.map_or(ColourDepth::None, |(depth, _)| depth);
    let frame = reorder(&frame, Reordering { mode, mirrors, parting: Parting::Mark, foreground: FOREGROUND, depth })
        .unwrap_or(frame);
    let plain = settings.colours.is_none() && mode != Mode::Words && mode != Mode::Colours;
    let depth = if mode == Mode::Colours { ColourDepth::True } else { depth };
    write_row(&frame, 0, depth, plain, out);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::article::{Block, BlockDetails, BlockKind};

    /// Found while the cost of long tables was mended: of a text of more than 256 KiB only the beginning was printed.
    #[test]
    fn long_texts_are_printed_to_their_end() {
        let word = "w".repeat(99);
        let details = BlockDetails { rows: vec![vec![format!("{word} ").repeat(150); 20]], ..BlockDetails::default() };
        let blocks = vec![
            Block { kind: BlockKind::Paragraph, text: format!("{word} ").repeat(3000).into(), ..Block::default() },
            Block { kind: BlockKind::Table, details: details.into(), ..Block::default() },
        ];
        for order in [Order::Logical, Order::Cells { mode: Mode::Visual, mirrors: false }] {
            let (marks, justify) = (Marks::Drop, Justify::Start);
            let settings = Settings { width: 100, order, marks, colours: None, justify };
            let mut out = Vec::new();
            print(Article { blocks: blocks.clone(), ..Article::default() }, settings, &mut out).unwrap();
            let text = String::from_utf8(out).unwrap();
            assert_eq!(text.matches(word.as_str()).count(), 6000, "{order:?}");
        }
    }
}
