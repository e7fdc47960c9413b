//! The article's rows, with what was jumped to highlighted cell by cell.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::article::{Block, BlockKind, Mark, MarkKind, Span};
use crate::layout::page::Line;
use crate::layout::{Direction, Page, Texts};
use crate::reader::areas::Areas;
use crate::reader::texts::{BAR, sign};
use crate::reader::{ArticleTexts, State, Target};

use super::{put, theme};
use crate::terminal::links;

/// What is highlighted in one row.
struct Highlights {
    current: Vec<Range<usize>>,
    others: Vec<Range<usize>>,
    /// The block is nothing but somebody's words.
    quoted: bool,
}

impl Highlights {
    /// What touches these bytes of a block: a block of megabytes may have very many places.
    fn of(state: &State, block: usize, row: &Range<usize>) -> Self {
        let here = |span: &&Span| span.block == block && touch(&span.bytes(), row);
        let selected = state.selection().map(|selection| selection.spans(state.places())).unwrap_or_default();
        let others = match (state.marked_search(), state.selection()) {
            (Some(search), _) => search.touching(block, row).iter().map(Span::bytes).collect(),
            (None, Some(selection)) => {
                let mentions = selection.mentions(state.places());
                let first = mentions.partition_point(|mention| mention.span.block < block);
                let mentions = mentions[first..].iter().map(|mention| &mention.span);
                mentions.take_while(|span| span.block == block).filter(here).map(Span::bytes).collect()
            }
            (None, None) => Vec::new(),
        };
        let quoted = state.places().listed.quoted_blocks.binary_search(&block).is_ok();
        Self { current: selected.iter().filter(here).map(Span::bytes).collect(), others, quoted }
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

/// The links in one row.
struct Linked {
    marks: Vec<(Range<usize>, usize)>,
    /// Of the whole block.
    whole: Option<usize>,
}

impl Linked {
    fn of(state: &State, index: usize, row: &Range<usize>) -> Self {
        let block = &state.article().blocks[index];
        let is_link = |mark: &Mark| mark.kind == MarkKind::Link && mark.url.is_some() && touch(&mark.bytes, row);
        let marks = block.details.marks.iter().enumerate().filter(|(_, mark)| is_link(mark));
        Self {
            marks: marks.map(|(at, mark)| (mark.bytes.clone(), state.link_number(index, Some(at)))).collect(),
            whole: block.details.url.is_some().then(|| state.link_number(index, None)),
        }
    }

    fn style(&self, bytes: &Range<usize>) -> Style {
        let mark = self.marks.iter().find(|(range, _)| touch(range, bytes)).map(|(_, number)| *number);
        mark.or(self.whole).map_or(Style::new(), links::style)
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
            let links = Linked::of(state, here.text, &row.bytes);
            draw_line(state.page(), here, buffer, Rect { y, height: 1, ..area }, |bytes| {
                links.style(bytes).patch(highlights.style(bytes))
            });
            if let Some((sign, style)) = margin_sign(state, &highlights) {
                draw_in_margin(&state.areas(), buffer, y, row.direction.is_rtl(), sign, style);
            }
        }
        line = state.page().below(here);
    }
}

/// What stands beside a row, at its starting side: the type of the selected entity where that occurs, else a bar
/// beside a paragraph that is nothing but somebody's words.
fn margin_sign(state: &State, highlights: &Highlights) -> Option<(&'static str, Style)> {
    let marked = !(highlights.current.is_empty() && highlights.others.is_empty());
    match state.selection().map(|selection| selection.target) {
        Some(Target::Entity(entity)) if marked => {
            let kind = state.article().entities[entity].kind;
            Some((theme::sign(kind), theme::group(kind)))
        }
        _ if highlights.quoted => Some((BAR, theme::QUIET)),
        _ => None,
    }
}

/// Beside the text with a blank between, where the margin has room for it.
fn draw_in_margin(areas: &Areas, buffer: &mut Buffer, y: u16, rtl: bool, sign: &str, style: Style) {
    let area = areas.text;
    let at = |away: u16| if rtl { Some(area.right() + away) } else { area.x.checked_sub(1 + away) };
    let is_free = |x: &u16| {
        let position = (*x, y).into();
        *x < buffer.area.right() && !areas.strip.contains(position) && !areas.sidebar.contains(position)
    };
    // A bar may touch the text; a sign that does would be read as part of it.
    let beside = at(0).filter(|_| sign == BAR);
    if let Some(x) = at(1).filter(is_free).or(beside.filter(is_free)) {
        buffer[(x, y)].set_symbol(sign).set_style(style);
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
        let rule = block.kind == BlockKind::Table && row.symbol(cell) == BAR;
        let base = if rule { base.patch(theme::QUIET) } else { base };
        base.patch(marked(&marks, &cell.bytes)).patch(over(&cell.bytes))
    });
    if inset > 0 && (line.row == 0 || sign(block).is_some_and(|sign| sign == BAR)) {
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
