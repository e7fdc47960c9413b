//! The article's rows, with what was jumped to highlighted cell by cell.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::article::{Block, BlockKind, Mark, Span};
use crate::layout::page::Line;
use crate::layout::{Direction, Page, Texts};
use crate::reader::texts::sign;
use crate::reader::{ArticleTexts, State, Target};

use super::{put, theme};

/// The bar beside quotations.
const QUOTED: &str = "│";

/// What is highlighted in one block.
struct Highlights {
    current: Vec<Range<usize>>,
    others: Vec<Range<usize>>,
}

impl Highlights {
    fn of(state: &State, block: usize) -> Self {
        let here = |spans: Vec<Span>| -> Vec<Range<usize>> {
            spans.iter().filter(|span| span.block == block).map(Span::bytes).collect()
        };
        let found = state.marked_search().map(|search| search.in_block(block).iter().map(Span::bytes).collect());
        match (state.selection(), found) {
            (Some(selection), Some(found)) => Self { current: here(selection.spans(state.places())), others: found },
            (None, found) => Self { current: Vec::new(), others: found.unwrap_or_default() },
            (Some(selection), None) => Self {
                current: here(selection.spans(state.places())),
                others: here(selection.all_spans(state.places())),
            },
        }
    }

    /// What of it touches one row: a block of megabytes may have very many.
    fn within(&self, row: &Range<usize>) -> Self {
        let here = |ranges: &[Range<usize>]| ranges.iter().filter(|range| touch(range, row)).cloned().collect();
        Self { current: here(&self.current), others: here(&self.others) }
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
    let mut known: Option<(usize, Highlights)> = None;
    for y in area.y..area.bottom() {
        let Some(here) = line.filter(|line| line.text < state.article().blocks.len()) else { break };
        if known.as_ref().is_none_or(|(block, _)| *block != here.text) {
            known = Some((here.text, Highlights::of(state, here.text)));
        }
        if let (Some((_, highlights)), Some(row)) = (&known, state.page().row(here)) {
            let highlights = highlights.within(&row.bytes);
            draw_line(state.page(), here, buffer, Rect { y, height: 1, ..area }, |bytes| highlights.style(bytes));
            let marked = !(highlights.current.is_empty() && highlights.others.is_empty());
            if let Some((sign, style)) = margin_sign(state, here.text, marked) {
                draw_in_margin(buffer, area, y, row.direction.is_rtl(), sign, style);
            }
        }
        line = state.page().below(here);
    }
}

/// What stands beside a row of a block, at its starting side: the type of the selected entity where that occurs, else a bar
/// beside a paragraph that is nothing but somebody's words.
fn margin_sign(state: &State, block: usize, marked: bool) -> Option<(&'static str, Style)> {
    let article = state.article();
    match state.selection().map(|selection| selection.target) {
        Some(Target::Entity(entity)) if marked => Some((theme::sign(article.entities[entity].kind), theme::STRONG)),
        _ if article.is_all_quoted(block) => Some((QUOTED, theme::QUIET)),
        _ => None,
    }
}

/// One column beside `area`, where there is a margin.
fn draw_in_margin(buffer: &mut Buffer, area: Rect, y: u16, rtl: bool, sign: &str, style: Style) {
    let x = if rtl { Some(area.right()) } else { area.x.checked_sub(1) };
    if let Some(cell) = x.and_then(|x| buffer.cell_mut((x, y))).filter(|cell| cell.symbol() == " ") {
        cell.set_symbol(sign).set_style(style);
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
    let marks: Vec<&Mark> = block.marks.iter().filter(|mark| touch(&mark.bytes, &row.bytes)).collect();
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
