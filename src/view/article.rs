//! The article's rows, with what was jumped to highlighted cell by cell.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::article::{Block, BlockKind, Mark, Span};
use crate::layout::page::Line;
use crate::layout::{Direction, Page, Texts};
use crate::reader::texts::sign;
use crate::reader::{ArticleTexts, State};

use super::{put, theme};

/// What is highlighted in one row.
struct Highlights {
    current: Vec<Range<usize>>,
    others: Vec<Range<usize>>,
}

impl Highlights {
    /// What touches these bytes of a block: a block of megabytes may have very many places.
    fn of(state: &State, block: usize, row: &Range<usize>) -> Self {
        let here = |span: &&Span| span.block == block && touch(&span.bytes(), row);
        let selected = state.selection().map(|selection| selection.spans(state.places())).unwrap_or_default();
        let others = match (state.marked_search(), state.selection()) {
            (Some(search), _) => search.touching(block, row).iter().map(Span::bytes).collect(),
            (None, Some(selection)) => {
                let mentions = selection.mentions(state.places()).iter().map(|mention| &mention.span);
                mentions.filter(here).map(Span::bytes).collect()
            }
            (None, None) => Vec::new(),
        };
        Self { current: selected.iter().filter(here).map(Span::bytes).collect(), others }
    }

    fn style(&self, bytes: &Range<usize>) -> Style {
        if overlaps(&self.current, bytes) {
            theme::CURRENT
        } else if overlaps(&self.others, bytes) {
            theme::OTHER
        } else {
            Style::new()
        }
    }
}

fn overlaps(ranges: &[Range<usize>], bytes: &Range<usize>) -> bool {
    ranges.iter().any(|range| touch(range, bytes))
}

fn touch(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

pub(super) fn draw(state: &mut State, buffer: &mut Buffer) {
    let area = state.areas().text;
    let mut line = Some(state.top());
    for y in area.y..area.bottom() {
        let Some(here) = line.filter(|line| line.text < state.article().blocks.len()) else { break };
        if let Some(row) = state.page().row(here) {
            let highlights = Highlights::of(state, here.text, &row.bytes);
            draw_line(state.page(), here, buffer, Rect { y, height: 1, ..area }, |bytes| highlights.style(bytes));
        }
        line = state.page().below(here);
    }
}

/// Draws one line of a page into `area`, one row high: right-aligned where its text is right to left,
/// its sign in the inset. `over` adds to the style of a cell that shows these bytes.
pub fn draw_line(
    page: &mut Page<ArticleTexts>,
    line: Line,
    buffer: &mut Buffer,
    area: Rect,
    over: impl Fn(&Range<usize>) -> Style,
) {
    let Some(row) = page.row(line) else { return };
    let inset = page.texts().inset(line.text).min(area.width.saturating_sub(1));
    let block = &page.texts().0.blocks[line.text];
    let rtl = row.direction.is_rtl();
    let inner = Rect { x: if rtl { area.x } else { area.x + inset }, width: area.width - inset, ..area };
    let base = theme::block(block);
    let marks: Vec<&Mark> = block.details.marks.iter().filter(|mark| touch(&mark.bytes, &row.bytes)).collect();
    put::row(buffer, area, put::aligned(inner, &row, rtl), area.y, &row, |cell| {
        base.patch(marked(&marks, &cell.bytes)).patch(over(&cell.bytes))
    });
    if inset > 0 && (line.row == 0 || block.kind == BlockKind::Blockquote) {
        draw_sign(buffer, area, inner, block, rtl);
    }
}

/// The sign beside `inner`. As a row of its own it is mirrored and put in order by the layout engine:
/// guillemets point the way the text runs, and `12.` has its dot on the side of the text.
fn draw_sign(buffer: &mut Buffer, area: Rect, inner: Rect, block: &Block, rtl: bool) {
    let Some(sign) = sign(block) else { return };
    let sign = put::one_row(&sign, area.width, Direction::from_rtl(rtl));
    if sign.width < area.width - inner.width {
        let x = if rtl { inner.right() + 1 } else { inner.x - 1 - sign.width };
        put::row(buffer, area, x, area.y, &sign, |_| theme::QUIET);
    }
}

fn marked(marks: &[&Mark], bytes: &Range<usize>) -> Style {
    marks
        .iter()
        .filter(|mark| touch(&mark.bytes, bytes))
        .fold(Style::new(), |style, mark| style.patch(theme::mark(mark.kind)))
}
