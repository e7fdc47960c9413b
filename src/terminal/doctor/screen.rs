//! The doctor's screen: rows to check by eye, then as much of the report as there is room for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::Check;
use crate::layout::{Direction, Marks, Options, TextLayout};

const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);
const HINT: Style = Style::new().add_modifier(Modifier::REVERSED);

/// Rows from which on there is a title above the samples.
const ROOM_FOR_TITLE: u16 = 16;

/// Columns before a sample, and before the values of the report.
const SAMPLE_INDENT: usize = 4;
const VALUE_INDENT: usize = 22;

/// Every sample is in visual order, so it stands in its cells as in any other frame.
pub(super) fn frame((columns, rows): (u16, u16), lines: &[String], check: &Check) -> Buffer {
    let mut page = Page { buffer: Buffer::empty(Rect::new(0, 0, columns, rows)), direction: check.direction, y: 0 };
    let width = usize::from(columns).max(1);
    if rows >= ROOM_FOR_TITLE {
        page.say(&check.title, STRONG, u16::MAX);
        page.y += 1;
    }
    for sample in &check.samples {
        page.say(&sample.description, Style::new(), u16::MAX);
        let cells: Vec<&str> = sample.cells.iter().map(String::as_str).collect();
        let from = match check.direction {
            Direction::Ltr => SAMPLE_INDENT,
            Direction::Rtl => width.saturating_sub(SAMPLE_INDENT + cells.len()),
        };
        page.put(from, cells.into_iter(), Style::new());
        page.y += 1;
    }
    let last = rows.saturating_sub(1);
    for line in lines.iter().flat_map(|line| wrap(line, width, VALUE_INDENT)) {
        if page.y < last {
            page.put(0, chars(&line), Style::new());
        }
    }
    page.y = last;
    page.put(0, std::iter::repeat_n(" ", width), HINT);
    page.y = last;
    page.say(&format!(" {}", check.end), HINT, 1);
    page.buffer
}

struct Page {
    buffer: Buffer,
    direction: Direction,
    y: u16,
}

impl Page {
    /// Writes a text, at most `most` rows of it, from the side where its language begins.
    fn say(&mut self, text: &str, style: Style, most: u16) {
        let columns = self.buffer.area.width;
        let mut layout = TextLayout::new(text, self.direction, Options { width: columns.max(1), marks: Marks::Drop });
        for index in 0..usize::from(most) {
            let Some(row) = layout.row(index) else { break };
            let from = if self.direction.is_rtl() { columns.saturating_sub(row.width) } else { 0 };
            for cell in &row.cells {
                if let Some(here) = self.buffer.cell_mut((from.saturating_add(cell.column), self.y)) {
                    here.reset();
                    here.set_symbol(row.symbol(cell)).set_style(style);
                }
            }
            self.y = self.y.saturating_add(1);
        }
    }

    fn put<'a>(&mut self, from: usize, symbols: impl Iterator<Item = &'a str>, style: Style) {
        for (x, symbol) in (0..self.buffer.area.width).skip(from).zip(symbols) {
            if let Some(cell) = self.buffer.cell_mut((x, self.y)) {
                cell.reset();
                cell.set_symbol(symbol).set_style(style);
            }
        }
        self.y = self.y.saturating_add(1);
    }
}

fn chars(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|_| true)
}

/// Breaks a line of left-to-right text, one column a character, at blanks; later lines are indented.
fn wrap(line: &str, width: usize, indent: usize) -> Vec<String> {
    let indent = if indent * 2 < width { indent } else { 0 };
    let mut lines = Vec::new();
    let mut rest = line.to_owned();
    while rest.chars().count() > width {
        let end = rest.char_indices().nth(width).map_or(rest.len(), |(end, _)| end);
        let cut = if rest[end..].starts_with(' ') { end } else { rest[..end].rfind(' ').unwrap_or(0) };
        let at = if cut > indent && !rest[..cut].trim().is_empty() { cut } else { end };
        lines.push(rest[..at].trim_end().to_owned());
        rest = format!("{:indent$}{}", "", rest[at..].trim_start());
    }
    lines.push(rest);
    lines
}

#[cfg(test)]
mod tests {
    use super::super::Sample;
    use super::*;

    #[test]
    fn lines_break_at_blanks_and_lose_no_word() {
        let line = "because               the terminal knows mode 8 (BDSM), which switches its reordering off";
        for width in 1..100 {
            let lines = wrap(line, width, VALUE_INDENT);
            assert!(lines.iter().all(|line| line.chars().count() <= width), "{width}: {lines:?}");
            let joined: String = lines.concat().split_whitespace().collect();
            assert_eq!(joined, line.split_whitespace().collect::<String>(), "{width}");
        }
        assert_eq!(wrap("ab cd ef", 5, 0), ["ab cd", "ef"]);
    }

    #[test]
    fn the_hint_is_there_at_any_size() {
        let sample = Sample { cells: vec!["x".into(); 30], description: "a description of some length".into() };
        let (title, end) = ("title".to_owned(), "press any key".to_owned());
        for (columns, rows) in [(1, 1), (3, 2), (20, 5), (80, 24), (200, 60)] {
            for direction in [Direction::Ltr, Direction::Rtl] {
                let (title, end, samples) = (title.clone(), end.clone(), vec![sample.clone()]);
                let check = Check { title, end, direction, samples };
                let frame = frame((columns, rows), &["terminal   x".into()], &check);
                assert_eq!(frame[(0, rows - 1)].modifier, Modifier::REVERSED, "{columns} x {rows}");
            }
        }
    }
}
