//! Rows of the layout engine into cells of the buffer.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::article::script_direction;
use crate::layout::{Cell, Direction, Marks, Options, Row, brief};
use crate::tongue::Tongue;

/// Writes the cells of `row` with the row's first column at (`x`, `y`), as far as they lie in `area`.
pub(super) fn row(buffer: &mut Buffer, area: Rect, x: u16, y: u16, row: &Row, style: impl Fn(&Cell) -> Style) {
    let area = area.intersection(buffer.area);
    for cell in &row.cells {
        let at = x.saturating_add(cell.column);
        if y < area.bottom() && y >= area.y && at >= area.x && at.saturating_add(cell.width) <= area.right() {
            symbol(buffer, at, y, cell.width, row.symbol(cell), style(cell));
        }
    }
}

/// As [`row`], for a row of which `area` shows the columns from `from` on; negative: so many columns stay empty before it.
/// Where something is cut off at an edge, an ellipsis stands in the place of the cell at it.
pub(super) fn window(buffer: &mut Buffer, area: Rect, from: i32, row: &Row, style: impl Fn(&Cell) -> Style) {
    let area = area.intersection(buffer.area);
    let width = i32::from(area.width);
    let place = |cell: &Cell| (i32::from(cell.column) - from, i32::from(cell.width));
    let cut_before = row.cells.iter().any(|cell| place(cell).0 < 0);
    let cut_behind = row.cells.iter().any(|cell| place(cell).0 + place(cell).1 > width);
    let (first, last) = (i32::from(cut_before), width - i32::from(cut_behind));
    for cell in &row.cells {
        let (at, columns) = place(cell);
        // The columns are those of the area.
        let x = area.x + u16::try_from(at).unwrap_or(0);
        if at >= first && at + columns <= last {
            symbol(buffer, x, area.y, cell.width, row.symbol(cell), style(cell));
        } else if at + columns > 0 && at < width {
            let edge = if at < first { area.x } else { area.right() - 1 };
            symbol(buffer, edge, area.y, 1, "…", style(cell));
        }
    }
}

/// Writes one symbol of `width` columns. The columns that it covers beyond the first are emptied, as
/// the presenter expects of wide cells.
fn symbol(buffer: &mut Buffer, x: u16, y: u16, width: u16, symbol: &str, style: Style) {
    let spaces = symbol.bytes().all(|byte| byte == b' ');
    for offset in 0..width {
        let cell = &mut buffer[(x + offset, y)];
        cell.reset();
        cell.set_style(style);
        // A tab is several spaces, each a cell of its own.
        cell.set_symbol(if spaces {
            " "
        } else if offset == 0 {
            symbol
        } else {
            ""
        });
    }
}

/// A text of one row: its first row at `width` columns, with an ellipsis when there is more.
/// `fallback` is its direction when it has no strong character.
pub(super) fn one_row(text: &str, width: u16, fallback: Direction) -> Arc<Row> {
    rows(text, width, 1, fallback).pop().unwrap_or_else(|| rows("", width, 1, fallback).remove(0))
}

/// The first `most` rows of a text, the last with an ellipsis when there is more.
///
/// Lists show the same few texts in frame after frame, so the last ones are kept.
pub(super) fn rows(text: &str, width: u16, most: usize, fallback: Direction) -> Vec<Arc<Row>> {
    known_rows(text, width, most, script_direction(text).map_or(fallback, Direction::from_rtl))
}

/// A text of the interface as one row: it has the direction of its language, whatever it begins with.
pub(super) fn said_row(text: &str, width: u16, tongue: Tongue) -> Arc<Row> {
    let direction = Direction::from_rtl(tongue.is_rtl());
    known_rows(text, width, 1, direction).pop().unwrap_or_else(|| lay_out("", width, 1, direction).remove(0))
}

/// As [`said_row`], or nothing where not all of it has room.
pub(super) fn whole_said_row(text: &str, width: u16, tongue: Tongue) -> Option<Arc<Row>> {
    let row = said_row(text, u16::MAX, tongue);
    (row.width <= width).then_some(row)
}

fn known_rows(text: &str, width: u16, most: usize, direction: Direction) -> Vec<Arc<Row>> {
    let rtl = direction.is_rtl();
    let end = (0..=text.len().min(SHOWN)).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    let text = &text[..end];
    KNOWN.with_borrow_mut(|known| {
        let place = (width, most, rtl);
        if let Some(rows) = known.get(text).and_then(|known| known.iter().find(|(at, _)| *at == place)) {
            return rows.1.clone();
        }
        if known.len() >= KEPT {
            known.clear();
        }
        let rows = lay_out(text, width, most, direction);
        let here = known.entry(text.to_owned()).or_default();
        // While a window is dragged every width is new.
        if here.len() >= 4 {
            here.clear();
        }
        here.push((place, rows.clone()));
        rows
    })
}

/// Bytes of a text that are looked at: more than a few rows of the widest screen show. A name may have megabytes.
const SHOWN: usize = 16 << 10;

/// Texts that are kept: more than the biggest screen shows.
const KEPT: usize = 512;

/// Rows of a text for a width, a number of rows, and a direction.
type Known = Vec<((u16, usize, bool), Vec<Arc<Row>>)>;

thread_local! {
    static KNOWN: RefCell<HashMap<String, Known>> = RefCell::default();
}

fn lay_out(text: &str, width: u16, most: usize, direction: Direction) -> Vec<Arc<Row>> {
    let options = Options { width, marks: Marks::Drop };
    brief(text, direction, options, most)
}

/// Where a row begins so that it stands at the starting side of `area`: on the right when `rtl`.
pub(super) fn aligned(area: Rect, row: &Row, rtl: bool) -> u16 {
    if rtl { area.right().saturating_sub(row.width).max(area.x) } else { area.x }
}

/// The part of `area` that is left when `columns` at its starting side are taken: on the right when `rtl`.
pub(super) fn behind(area: Rect, columns: u16, rtl: bool) -> Rect {
    let columns = columns.min(area.width);
    Rect { x: if rtl { area.x } else { area.x + columns }, width: area.width - columns, ..area }
}

/// Fills an area with a style.
pub(super) fn fill(buffer: &mut Buffer, area: Rect, style: Style) {
    for position in area.intersection(buffer.area).positions() {
        buffer[position].reset();
        buffer[position].set_style(style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_long_ends_in_an_ellipsis_on_its_own_side() {
        assert_eq!(one_row("one two three", 8, Direction::Ltr).text(), "one two…");
        assert_eq!(one_row("אחת שתיים שלוש", 8, Direction::Ltr).text(), "…תחא");
        assert_eq!(one_row("short", 8, Direction::Ltr).text(), "short");
        assert_eq!(one_row("", 8, Direction::Rtl).text(), "");
        assert_eq!(one_row("ab cd", 1, Direction::Ltr).width, 1);
        let two = rows("one two three four", 7, 2, Direction::Ltr);
        assert_eq!(two.iter().map(|row| row.text()).collect::<Vec<_>>(), ["one two", "three…"]);
    }
}
