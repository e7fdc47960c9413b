//! One way of turning a screen into another, as bytes: what is sent is the shortest of several drafts.

use std::io::Write;
use std::ops::Range;

use super::Abilities;
use super::grid::{Grid, Slot, Tables};
use super::scroll::Scroll;
use crate::terminal::sgr::{Pen, Style};

/// Bytes, and what the terminal's pen and cursor are after them.
#[derive(Clone, Debug)]
pub(super) struct Draft<'a> {
    tables: &'a Tables,
    abilities: Abilities,
    pub(super) out: Vec<u8>,
    pub(super) pen: Pen,
    /// Where the cursor is, counted from 0, as far as known.
    pub(super) cursor: Option<(usize, usize)>,
    /// A scroll region is set, and these rows came in blank.
    open: Option<Range<usize>>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(tables: &'a Tables, abilities: Abilities, pen: Pen, cursor: Option<(usize, usize)>) -> Self {
        Self { tables, abilities, out: Vec::new(), pen, cursor, open: None }
    }

    /// Clears the screen (ED 2).
    pub(super) fn clear(&mut self) {
        // SGR 0 first, whatever the pen is thought to be: clearing paints with the current background.
        self.out.extend_from_slice(b"\x1b[m\x1b[2J");
        self.pen = Pen::default();
        self.cursor = None;
    }

    /// Scrolls a rectangle. Line feeds at its bottom (or reverse index at its top) instead of SU and SD, which
    /// the VT100 and the Linux console do not have. Everything is set back by the difference that is drawn next:
    /// no region outlives a frame.
    pub(super) fn scroll(&mut self, scroll: &Scroll, screen: &Grid) {
        let Scroll { columns, rows, by } = scroll;
        let margins = *columns != (0..screen.width);
        let region = *rows != (0..screen.height);
        // What comes in is painted with the current background.
        self.pen.change(Style::default(), self.tables.links(), &mut self.out);
        self.close_region();
        // Writing to a Vec cannot fail.
        if margins {
            let _ = write!(self.out, "\x1b[?69h\x1b[{};{}s", columns.start + 1, columns.end);
        }
        if region {
            let top = if rows.start == 0 { String::new() } else { (rows.start + 1).to_string() };
            let _ = write!(self.out, "\x1b[{top};{}r", rows.end);
        }
        let (y, step): (usize, &[u8]) = if *by > 0 { (rows.end - 1, b"\n") } else { (rows.start, b"\x1bM") };
        absolute(columns.start, y, &mut self.out);
        for _ in 0..by.unsigned_abs() {
            self.out.extend_from_slice(step);
        }
        self.cursor = Some((columns.start, y));
        if region {
            let far = by.unsigned_abs();
            self.open = Some(if *by > 0 { rows.end - far..rows.end } else { rows.start..rows.start + far });
        }
        if margins {
            // Between margins even a carriage return is not what it was.
            self.close_region();
            self.out.extend_from_slice(b"\x1b[?69l");
            self.cursor = None;
        }
    }

    fn close_region(&mut self) {
        if self.open.take().is_some() {
            self.out.extend_from_slice(b"\x1b[r");
            // That moves the cursor home, they say; who knows.
            self.cursor = None;
        }
    }

    /// Draws what differs between two screens of one size. False: it would take more than `limit` bytes in all.
    pub(super) fn difference(&mut self, shown: &Grid, next: &Grid, limit: usize) -> bool {
        // The cursor stands where blank rows came in. A line feed among them does not reach the bottom of the region.
        for y in self.open.clone().into_iter().flatten() {
            self.row(y, shown.row(y), next.row(y));
        }
        let drawn = self.open.clone().unwrap_or_default();
        self.close_region();
        let blank_from = (0..next.height).rev().find(|&y| next.end_of_row(y) > 0).map_or(0, |y| y + 1);
        for y in 0..next.height {
            if drawn.contains(&y) || shown.row(y) == next.row(y) {
                continue;
            }
            if y >= blank_from && (y + 1..next.height).any(|y| shown.end_of_row(y) > 0) {
                // Nothing follows: erase it all (ED).
                self.erase_from((0, y), next.row(y), b"\x1b[J");
                break;
            }
            self.row(y, shown.row(y), next.row(y));
            if self.out.len() > limit {
                return false;
            }
        }
        self.out.len() <= limit
    }

    /// Draws what differs in a row, or erases it first if that is shorter.
    fn row(&mut self, y: usize, shown: &[Slot], next: &[Slot]) {
        let differing = || (0..next.len()).filter(|&x| shown[x] != next[x]);
        let Some(first) = differing().next() else { return };
        let before = (self.out.len(), self.pen, self.cursor);
        self.cells(y, shown, next);
        let cleared = differing().filter(|&x| next[x] == Slot::BLANK && shown[x] != Slot::BLANK).count();
        if cleared < 4 {
            return;
        }
        let (bytes, pen, cursor) = (self.out.split_off(before.0), self.pen, self.cursor);
        (self.pen, self.cursor) = (before.1, before.2);
        self.erase_from((first, y), next, b"\x1b[K");
        let mut erased = shown.to_vec();
        erased[first..].fill(Slot::BLANK);
        self.cells(y, &erased, next);
        if self.out.len() - before.0 >= bytes.len() {
            self.out.truncate(before.0);
            self.out.extend_from_slice(&bytes);
            (self.pen, self.cursor) = (pen, cursor);
        }
    }

    /// Erases from here on, with the default background: terminals differ in what others do.
    fn erase_from(&mut self, (x, y): (usize, usize), next: &[Slot], how: &[u8]) {
        self.go_to(x, y, next);
        self.pen.change(Style::default(), self.tables.links(), &mut self.out);
        self.out.extend_from_slice(how);
    }

    fn cells(&mut self, y: usize, shown: &[Slot], next: &[Slot]) {
        let end = next.iter().rposition(|slot| *slot != Slot::BLANK).map_or(0, |last| last + 1);
        let mut x = 0;
        while x < next.len() {
            let slot = next[x];
            if shown[x] == slot || slot.width == 0 {
                x += 1;
                continue;
            }
            if x >= end && self.erases_rest(x, y, shown, next) {
                return;
            }
            let run = run_of(shown, next, x);
            if slot.is_space() && run.len() > 4 {
                self.spaces(y, run.clone(), shown, next);
                x = run.end;
            } else {
                self.go_to(x, y, next);
                self.put(x, slot, next.len());
                x += usize::from(slot.width);
            }
        }
    }

    /// Erases the rest of a blank row (EL) if that is shorter than blanks.
    fn erases_rest(&mut self, x: usize, y: usize, shown: &[Slot], next: &[Slot]) -> bool {
        let last = (x..next.len()).rev().find(|&x| shown[x] != next[x]).unwrap_or(x);
        let shorter = 3 + self.pen.cost(Style::default(), self.tables.links()) < last + 1 - x + self.cost_of_blank();
        if shorter {
            self.erase_from((x, y), next, b"\x1b[K");
        }
        shorter
    }

    fn cost_of_blank(&self) -> usize {
        if self.pen_shows(Slot::BLANK) { 0 } else { self.pen.cost(Style::default(), self.tables.links()) }
    }

    /// Writes a run of equal blanks: one by one, repeated (REP), or erased (ECH).
    fn spaces(&mut self, y: usize, run: Range<usize>, shown: &[Slot], next: &[Slot]) {
        let slot = next[run.start];
        let ends_row = run.end == next.len();
        self.go_to(run.start, y, next);
        let more = (run.end..next.len()).any(|x| shown[x] != next[x]);
        let mut repeat = b" ".to_vec();
        let _ = write!(repeat, "\x1b[{}b", run.len() - 1);
        let erase = format!("\x1b[{}X", run.len());
        // The cursor stays where it was, so that a movement is needed when something follows.
        let way = if more { erase.len() } else { 0 };
        let erase_cost = erase.len() + way + self.pen.cost(Style::default(), self.tables.links());
        let written = if self.abilities.repeat && repeat.len() < run.len() { repeat.len() } else { run.len() };
        if self.abilities.erase && slot == Slot::BLANK && erase_cost < written + self.cost_of_blank() {
            self.pen.change(Style::default(), self.tables.links(), &mut self.out);
            self.out.extend_from_slice(erase.as_bytes());
            return;
        }
        self.pen_for(slot);
        if written < run.len() {
            self.out.extend_from_slice(&repeat);
        } else {
            self.out.resize(self.out.len() + run.len(), b' ');
        }
        self.cursor = if ends_row { None } else { Some((run.end, y)) };
    }

    fn pen_shows(&self, slot: Slot) -> bool {
        let style = self.tables.style(slot);
        self.pen.shows(style) || slot.is_space() && !self.abilities.exact && self.pen.shows_on_blank(style)
    }

    fn pen_for(&mut self, slot: Slot) {
        if !self.pen_shows(slot) {
            self.pen.change(self.tables.style(slot), self.tables.links(), &mut self.out);
        }
    }

    fn put(&mut self, x: usize, slot: Slot, width: usize) {
        self.pen_for(slot);
        self.tables.write(slot, &mut self.out);
        let after = x + usize::from(slot.width);
        // After the last column some terminals hold the cursor back (pending wrap).
        self.cursor = self.cursor.map(|(_, y)| (after, y)).filter(|_| after < width && !slot.doubtful);
    }

    /// Moves the cursor to column `x` of row `y`, by the shortest way. `next` is that row.
    fn go_to(&mut self, x: usize, y: usize, next: &[Slot]) {
        if self.cursor == Some((x, y)) {
            return;
        }
        let mut way = Vec::new();
        absolute(x, y, &mut way);
        if let Some((from, row)) = self.cursor {
            let mut vertical = Vec::new();
            if y > row {
                // Every row is there, so no line feed scrolls; the terminal is raw, so the column stays.
                let down = relative(y - row, 'B');
                vertical = if y - row <= down.len() { vec![b'\n'; y - row] } else { down };
            } else if y < row {
                vertical = relative(row - y, 'A');
            }
            if vertical.len() < way.len() {
                for horizontal in [self.sideways(from, x, next), self.along_margin(x, next)] {
                    if vertical.len() + horizontal.len() < way.len() {
                        way = [vertical.as_slice(), &horizontal].concat();
                    }
                }
            }
        }
        self.out.extend_from_slice(&way);
        self.cursor = Some((x, y));
    }

    fn along_margin(&self, x: usize, next: &[Slot]) -> Vec<u8> {
        let mut way = b"\r".to_vec();
        way.extend(self.sideways(0, x, next));
        way
    }

    fn sideways(&self, from: usize, to: usize, next: &[Slot]) -> Vec<u8> {
        if to <= from {
            let by = from - to;
            let left = relative(by, 'D');
            return if by <= left.len() { vec![8; by] } else { left };
        }
        let right = relative(to - from, 'C');
        self.over(from, to, next, right.len()).unwrap_or(right)
    }

    /// What is between, written again, if that is shorter than `limit` and needs no other style.
    fn over(&self, from: usize, to: usize, next: &[Slot], limit: usize) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        for slot in &next[from..to] {
            if bytes.len() >= limit || slot.width != 1 || slot.doubtful || !self.pen_shows(*slot) {
                return None;
            }
            self.tables.write(*slot, &mut bytes);
        }
        (bytes.len() < limit).then_some(bytes)
    }
}

/// The equal blanks from `x` on that are to be written: up to the last of them that differs.
fn run_of(shown: &[Slot], next: &[Slot], x: usize) -> Range<usize> {
    let equal = next[x..].iter().take_while(|slot| **slot == next[x]).count();
    let last = (x..x + equal).rev().find(|&x| shown[x] != next[x]).unwrap_or(x);
    x..last + 1
}

/// CUP.
pub(super) fn absolute(x: usize, y: usize, out: &mut Vec<u8>) {
    // Writing to a Vec cannot fail.
    let _ = match (x, y) {
        (0, 0) => write!(out, "\x1b[H"),
        (0, _) => write!(out, "\x1b[{}H", y + 1),
        _ => write!(out, "\x1b[{};{}H", y + 1, x + 1),
    };
}

/// CUU, CUD, CUF or CUB; nothing for no distance.
fn relative(by: usize, letter: char) -> Vec<u8> {
    match by {
        0 => Vec::new(),
        1 => format!("\x1b[{letter}").into_bytes(),
        _ => format!("\x1b[{by}{letter}").into_bytes(),
    }
}
