//! From one frame to the next in as few bytes as is safe.
//!
//! A [`Presenter`] owns the frame that the terminal shows. [`Presenter::present`] writes what turns it into
//! the next one: nothing if nothing changed, else cursor movements, SGR (ECMA-48 8.3.117) where the style
//! changes, and the cells that differ. The terminal is expected to have autowrap off (DECAWM).
//!
//! What terminals disagree about is not relied on. After a cluster whose width is doubtful the cursor's
//! column counts as unknown and the next movement is absolute; so it is after the last column, where some
//! terminals hold the cursor back (pending wrap).

use std::io::Write;

use ratatui::buffer::{Buffer, Cell};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::colours::ColourDepth;
use super::sgr::{Pen, Style};

/// What one column of a row holds.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Slot {
    /// A cluster begins here, this many columns wide.
    Glyph { symbol: Box<str>, style: Style, width: u8 },
    /// The second column of a wide cluster.
    Tail,
}

impl Slot {
    fn blank(style: Style) -> Self {
        Slot::Glyph { symbol: " ".into(), style, width: 1 }
    }

    fn is_blank(&self, wanted: Style) -> bool {
        matches!(self, Slot::Glyph { symbol, style, .. } if &**symbol == " " && *style == wanted)
    }
}

type Row = Vec<Slot>;

/// See the module's text.
#[derive(Debug)]
pub struct Presenter {
    depth: ColourDepth,
    synchronized: bool,
    shown: Vec<Row>,
    width: u16,
    /// The screen holds something else than `shown`.
    stale: bool,
    pen: Pen,
    /// Where the cursor is, counted from 0, as far as known.
    cursor: Option<(u16, u16)>,
    /// Where a visible cursor should stand, and where one stands.
    wanted: Option<(u16, u16)>,
    visible: Option<(u16, u16)>,
}

impl Presenter {
    /// For a terminal with this many colours. The first frame is drawn completely.
    pub fn new(depth: ColourDepth) -> Self {
        let pen = Pen::default();
        Self {
            depth,
            synchronized: false,
            shown: Vec::new(),
            width: 0,
            stale: true,
            pen,
            cursor: None,
            wanted: None,
            visible: None,
        }
    }

    /// Whether frames are wrapped in synchronized output (DEC private mode 2026), which the terminal must know.
    pub fn synchronize(&mut self, on: bool) {
        self.synchronized = on;
    }

    /// With the next frame the cursor is visible in this column and row (from 0), or not at all.
    pub fn set_cursor(&mut self, position: Option<(u16, u16)>) {
        self.wanted = position;
    }

    /// For a terminal that gets another number of colours from now on.
    pub fn set_depth(&mut self, depth: ColourDepth) {
        self.depth = depth;
    }

    /// The screen's content is unknown: the next frame clears it and is drawn completely.
    pub fn invalidate(&mut self) {
        self.stale = true;
    }

    /// The screen was entered anew, with the cursor hidden: as [`invalidate`](Self::invalidate).
    pub fn entered(&mut self) {
        self.stale = true;
        self.visible = None;
    }

    /// Appends to `out` what turns the screen into `next`; nothing if it shows that already.
    pub fn present(&mut self, next: &Buffer, out: &mut Vec<u8>) {
        let rows: Vec<Row> = (0..next.area.height).map(|y| row(next, y, self.depth)).collect();
        let begin = out.len();
        if self.synchronized {
            out.extend_from_slice(b"\x1b[?2026h");
        }
        if self.visible.is_some() {
            out.extend_from_slice(b"\x1b[?25l");
        }
        let body = out.len();
        if self.stale || self.width != next.area.width || self.shown.len() != rows.len() {
            // SGR 0 first: clearing paints with the current background.
            out.extend_from_slice(b"\x1b[m\x1b[2J");
            self.pen = Pen::default();
            self.cursor = None;
            self.width = next.area.width;
            self.shown = vec![vec![Slot::blank(Style::default()); usize::from(self.width)]; rows.len()];
            self.stale = false;
        }
        // Here scroll regions will come in: before the rows are compared, `shown` is moved along with them.
        for (y, row) in (0..).zip(&rows) {
            self.row(y, row, out);
        }
        self.shown = rows;
        let inside = |&(x, y): &(u16, u16)| x < self.width && usize::from(y) < self.shown.len();
        let wanted = self.wanted.filter(inside);
        if out.len() == body && wanted == self.visible {
            out.truncate(begin);
            return;
        }
        self.visible = wanted;
        if let Some((x, y)) = self.visible {
            absolute(x, y, out);
            self.cursor = self.visible;
            out.extend_from_slice(b"\x1b[?25h");
        }
        if self.synchronized {
            out.extend_from_slice(b"\x1b[?2026l");
        }
    }

    fn row(&mut self, y: u16, next: &Row, out: &mut Vec<u8>) {
        let shown = std::mem::take(&mut self.shown[usize::from(y)]);
        let blank_from = next.iter().rposition(|slot| !slot.is_blank(Style::default())).map_or(0, |last| last + 1);
        for (x, slot) in next.iter().enumerate() {
            if shown[x] == *slot {
                continue;
            }
            let rest = next.len() - x;
            if x >= blank_from && rest > 3 {
                // The rest of the row is blank: erase it (EL), which paints with the current background.
                self.go_to(x, y, next, out);
                self.pen.change(Style::default(), out);
                out.extend_from_slice(b"\x1b[K");
                return;
            }
            if let Slot::Glyph { symbol, style, width } = slot {
                self.go_to(x, y, next, out);
                self.put(symbol, *style, *width, out);
            }
        }
    }

    fn put(&mut self, symbol: &str, style: Style, width: u8, out: &mut Vec<u8>) {
        self.pen.change(style, out);
        out.extend_from_slice(symbol.as_bytes());
        self.cursor = self
            .cursor
            .map(|(x, y)| (x + u16::from(width), y))
            .filter(|&(x, _)| x < self.width && !is_doubtful(symbol));
    }

    /// Moves the cursor to column `x` of row `y`, by the shortest way.
    fn go_to(&mut self, x: usize, y: u16, next: &Row, out: &mut Vec<u8>) {
        let x = u16::try_from(x).unwrap_or(u16::MAX);
        let Some((from, row)) = self.cursor else {
            self.cursor = Some((x, y));
            return absolute(x, y, out);
        };
        if (from, row) == (x, y) {
            return;
        }
        let mut way = Vec::new();
        absolute(x, y, &mut way);
        let mut candidates: Vec<Vec<u8>> = Vec::new();
        if row == y {
            if x == 0 {
                candidates.push(b"\r".to_vec());
            } else if x > from {
                candidates.push(relative(x - from, 'C'));
                candidates.extend(self.over(from, x, next));
            } else {
                candidates.push(relative(from - x, 'D'));
            }
        } else if x == from {
            candidates.push(if y > row { relative(y - row, 'B') } else { relative(row - y, 'A') });
        } else if x == 0 && y == row + 1 {
            // The row exists, so the line feed does not scroll.
            candidates.push(b"\r\n".to_vec());
        }
        for candidate in candidates {
            if candidate.len() < way.len() {
                way = candidate;
            }
        }
        out.extend_from_slice(&way);
        self.cursor = Some((x, y));
    }

    /// What is between, written again: shorter than a movement over one or two cells of the same style.
    fn over(&self, from: u16, to: u16, next: &Row) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        for slot in &next[usize::from(from)..usize::from(to)] {
            match slot {
                Slot::Glyph { symbol, style, width: 1 } if self.pen.shows(*style) && !is_doubtful(symbol) => {
                    bytes.extend_from_slice(symbol.as_bytes());
                }
                _ => return None,
            }
        }
        Some(bytes)
    }
}

fn absolute(x: u16, y: u16, out: &mut Vec<u8>) {
    // Writing to a Vec cannot fail.
    let _ = match (x, y) {
        (0, 0) => write!(out, "\x1b[H"),
        (0, _) => write!(out, "\x1b[{}H", y + 1),
        _ => write!(out, "\x1b[{};{}H", y + 1, x + 1),
    };
}

fn relative(by: u16, letter: char) -> Vec<u8> {
    if by == 1 { format!("\x1b[{letter}") } else { format!("\x1b[{by}{letter}") }.into_bytes()
}

/// Row `y` of a frame as slots: a cluster that is two columns wide covers the cell after it.
fn row(buffer: &Buffer, y: u16, depth: ColourDepth) -> Row {
    let area = buffer.area;
    let width = usize::from(area.width);
    let mut row = Row::with_capacity(width);
    while row.len() < width {
        let x = area.x + u16::try_from(row.len()).unwrap_or(u16::MAX);
        let cell: &Cell = &buffer[(x, area.y + y)];
        let style = Style::of(cell, depth);
        match columns(cell.symbol()) {
            1 => row.push(Slot::Glyph { symbol: cell.symbol().into(), style, width: 1 }),
            2 if row.len() + 2 <= width => {
                row.push(Slot::Glyph { symbol: cell.symbol().into(), style, width: 2 });
                row.push(Slot::Tail);
            }
            // Nothing to see, or no room for it.
            _ => row.push(Slot::blank(style)),
        }
    }
    row
}

/// The columns that a cell's symbol takes: 0 if it has no base character (nothing is written for it).
///
/// The sum over a cluster would be wrong for emoji sequences, the width of a string is wrong for lam and
/// alef in two cells; a cell holds one cluster, so its string width is meant here.
pub(super) fn columns(symbol: &str) -> usize {
    let visible = !symbol.chars().any(char::is_control);
    if visible { symbol.width().min(2) } else { 0 }
}

/// Whether terminals may disagree about the width of this cluster.
fn is_doubtful(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return false };
    if second.is_none() && first.is_ascii() {
        return false;
    }
    let sum: usize = symbol.chars().map(|c| c.width().unwrap_or(0)).sum();
    sum != symbol.width()
        || symbol.contains(['\u{200d}', '\u{200e}', '\u{fe0e}', '\u{fe0f}', '\u{20e3}'])
        // Regional indicators, emoji and pictographs: their width changed between Unicode versions.
        || symbol.chars().any(|c| matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}'))
        // Signs that some terminals draw two columns wide in an East Asian locale.
        || symbol.width() != symbol.width_cjk() && !matches!(first, '\u{2500}'..='\u{257f}')
}

#[cfg(test)]
mod tests;
