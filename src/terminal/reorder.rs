//! The last step before a frame is sent: cells in visual order become what this terminal shows as that order.
//!
//! Everything before this works in visual order. What each terminal does with cells was measured; here is
//! the inverse of it. Brackets are mirrored where the terminal mirrors them once more.

mod clicks;

use std::ops::Range;

use crate::layout::mirrored;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use super::colours::{ColourDepth, rgb_of};
use super::present::columns;
use super::strategy::Mode;

pub use clicks::Shown;

/// What this step must know about the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reordering {
    /// The order and form in which it wants its cells.
    pub mode: Mode,
    /// Whether it mirrors brackets in what it reorders (UAX #9 L4), as all but konsole do.
    pub mirrors: bool,
    /// What keeps a right-to-left run apart from what follows it in a logical row.
    pub parting: Parting,
    /// Its default text colour.
    pub foreground: (u8, u8, u8),
    /// The colours it gets.
    pub depth: ColourDepth,
}

/// What keeps a right-to-left run in a logical row apart from a number or from the next run behind a border, which would
/// be drawn into it (UAX #9 W7, N0, N1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parting {
    /// LRM, which takes no column.
    #[default]
    Mark,
    /// A blank that is a left-to-right letter, BRAILLE PATTERN BLANK; also at the beginning of the row. For terminals that
    /// take a row's direction from its first strong letter and do not see LRM (PuTTY).
    Blank,
    /// Nothing: the terminal stops at borders, and LRM takes a column (mlterm).
    Nothing,
}

/// The frame to send to a terminal; `None`: the frame as it is.
///
/// In [`Mode::Colours`] the result holds colours that differ by one step of 24-bit colour, so it must be sent
/// with [`ColourDepth::True`].
pub fn reorder(frame: &Buffer, how: Reordering) -> Option<Buffer> {
    let transform: &dyn Fn(&mut [Cell]) = match how.mode {
        Mode::Visual => return None,
        Mode::Words => &words,
        Mode::Colours => &|row| colours(row, how.foreground, how.depth),
        Mode::Logical => &|row| logical(row, how.mirrors, how.parting),
    };
    let mut changed = frame.clone();
    let width = usize::from(frame.area.width).max(1);
    changed.content.chunks_mut(width).for_each(transform);
    Some(changed)
}

fn first(cell: &Cell) -> char {
    cell.symbol().chars().next().unwrap_or(' ')
}

/// A cell whose character the terminal takes for right-to-left: Hebrew, Arabic and their neighbours, with
/// their marks, digits and presentation forms. These are the blocks that were measured.
fn is_rtl(cell: &Cell) -> bool {
    matches!(first(cell), '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Blanks end a word, and so does what terminals draw themselves: it is of no font.
fn ends_word(cell: &Cell) -> bool {
    matches!(first(cell), ' ' | '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}')
}

/// Bold and italic: a change of either is a change of font.
fn font(cell: &Cell) -> Modifier {
    cell.modifier & (Modifier::BOLD | Modifier::ITALIC)
}

/// For kitty, which turns each word round if its characters are of one font. The letters are turned back.
/// What touches them (digits, signs, Latin) gets another font, so that it is a word of its own.
///
/// Only the characters change places: in kitty colours belong to the cells (measured), elsewhere to the characters.
fn words(row: &mut [Cell]) {
    for word in row.chunk_by_mut(|a, b| !ends_word(a) && !ends_word(b)) {
        if word.iter().any(|cell| is_rtl(cell) && is_letter(cell)) {
            foreign_font(word);
            for part in word.chunk_by_mut(|a, b| is_rtl(a) == is_rtl(b) && font(a) == font(b)) {
                if is_rtl(&part[0]) {
                    turn_symbols(part);
                }
            }
        }
    }
}

fn is_letter(cell: &Cell) -> bool {
    matches!(bidi_class(first(cell)), BidiClass::R | BidiClass::AL)
}

fn turn_symbols(part: &mut [Cell]) {
    let symbols: Vec<String> = part.iter().rev().map(|cell| cell.symbol().to_owned()).collect();
    for (cell, symbol) in part.iter_mut().zip(&symbols) {
        cell.set_symbol(symbol);
    }
}

/// Gives every part of a word that is not right-to-left a font that its neighbours do not have.
fn foreign_font(word: &mut [Cell]) {
    let mut from = 0;
    while from < word.len() {
        let rtl = is_rtl(&word[from]);
        let len = word[from..].iter().take_while(|cell| is_rtl(cell) == rtl).count();
        let to = from + len;
        if !rtl {
            let before = from.checked_sub(1).map(|i| font(&word[i]));
            let after = word.get(to).map(font);
            let taken = |f: Modifier| before == Some(f) || after == Some(f);
            let part = &mut word[from..to];
            let bold = part.iter().all(|cell| !taken(font(cell) ^ Modifier::BOLD));
            for cell in part.iter_mut().filter(|cell| taken(font(cell))) {
                cell.modifier ^= if bold { Modifier::BOLD } else { Modifier::ITALIC };
            }
        }
        from = to;
    }
}

/// For what reorders within cells of one style: no right-to-left cell has its neighbour's, so nothing is left
/// to reorder. The steps (1 between such neighbours, 2 to everything else) are too small to be seen. All text
/// gets them, since the guessed `foreground` may not be quite the terminal's own.
fn colours(row: &mut [Cell], foreground: (u8, u8, u8), depth: ColourDepth) {
    for (x, cell) in row.iter_mut().enumerate() {
        (cell.fg, cell.bg) = (depth.map(cell.fg), depth.map(cell.bg));
        let lines = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
        if first(cell) == ' ' && !cell.modifier.intersects(lines) {
            continue;
        }
        let plain = matches!(first(cell), ' ' | '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{2500}'..='\u{257f}');
        let (r, g, b) = rgb_of(cell.fg).unwrap_or(foreground);
        let step = if plain { 2 } else { u8::from(x % 2 == 1) };
        cell.fg = Color::Rgb(r, g, (b & !3) | step);
    }
}

/// One cluster with the cells it covers.
#[derive(Clone)]
struct Unit {
    cells: Vec<Cell>,
    class: BidiClass,
    /// No right-to-left run reaches over it.
    border: bool,
}

impl Unit {
    fn is_rtl(&self) -> bool {
        matches!(self.class, BidiClass::R | BidiClass::AL | BidiClass::AN)
    }
}

/// Borders are left-to-right letters, and lines: some terminals stop at them, some do not.
fn units(row: &[Cell]) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut rest = row;
    while !rest.is_empty() {
        let (cells, after) = rest.split_at(columns(rest[0].symbol()).clamp(1, rest.len()));
        let class = bidi_class(first(&cells[0]));
        let border = class == BidiClass::L || matches!(first(&cells[0]), '\u{2500}'..='\u{259f}');
        units.push(Unit { cells: cells.to_vec(), class, border });
        rest = after;
    }
    units
}

/// For terminals that reorder a whole row as a left-to-right paragraph of UAX #9: each right-to-left run is
/// turned round, numbers in it stay as they are. The cells move with their colours, as the terminal moves them.
fn logical(row: &mut [Cell], mirrors: bool, parting: Parting) {
    let mut units = units(row);
    if !units.iter().any(Unit::is_rtl) {
        return;
    }
    if parting == Parting::Blank {
        anchor(&mut units);
    }
    for run in runs(&mut units) {
        let end = run.end;
        turn_run(&mut units[run], mirrors);
        if parting == Parting::Nothing || !needs_parting(&units[end..]) {
            continue;
        }
        if parting == Parting::Mark || !anchor(&mut units[end..]) {
            let cell = &mut units[end - 1].cells[0];
            let symbol = format!("{}\u{200e}", cell.symbol());
            cell.set_symbol(&symbol);
        }
    }
    let cells = units.into_iter().flat_map(|unit| unit.cells);
    for (cell, moved) in row.iter_mut().zip(cells) {
        *cell = moved;
    }
}

/// Makes the first blank before the first letter a left-to-right one that looks like a blank, BRAILLE PATTERN BLANK: the row
/// begins from the left (P2), and what is before it is parted from what comes after. Whether there is such a blank.
fn anchor(units: &mut [Unit]) -> bool {
    let letter = units.iter().position(|unit| unit.is_rtl() || unit.class == BidiClass::L).unwrap_or(units.len());
    let blank = units[..letter].iter_mut().find(|unit| unit.cells[0].symbol() == " ");
    if let Some(unit) = blank {
        unit.cells[0].set_symbol("\u{2800}");
        (unit.class, unit.border) = (BidiClass::L, true);
        return true;
    }
    false
}

/// The right-to-left runs. A bracket whose partner is not in the same run becomes a border: the terminal would
/// pair it with one outside (N0) and move it.
fn runs(units: &mut [Unit]) -> Vec<Range<usize>> {
    loop {
        let runs = runs_between_borders(units);
        let single: Vec<usize> = runs.iter().flat_map(|run| single_brackets(units, run)).collect();
        if single.is_empty() {
            return runs;
        }
        for i in single {
            units[i].border = true;
        }
    }
}

fn runs_between_borders(units: &[Unit]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut from = 0;
    while let Some(start) = units[from..].iter().position(Unit::is_rtl).map(|i| from + i) {
        let segment = units[start..].iter().take_while(|unit| !unit.border).count();
        let last = units[start..start + segment].iter().rposition(Unit::is_rtl).unwrap_or(0);
        from = start + last + 1;
        runs.push(start..from);
    }
    runs
}

fn single_brackets(units: &[Unit], run: &Range<usize>) -> Vec<usize> {
    let (mut open, mut single) = (Vec::new(), Vec::new());
    for i in run.clone() {
        match first(&units[i].cells[0]) {
            c @ ('(' | '[' | '{') => open.push((i, c)),
            c @ (')' | ']' | '}') if open.last().is_some_and(|(_, o)| mirrored(*o) == Some(c)) => _ = open.pop(),
            ')' | ']' | '}' => single.push(i),
            _ => {}
        }
    }
    single.extend(open.into_iter().map(|(i, _)| i));
    single
}

fn needs_parting(after: &[Unit]) -> bool {
    let strong = after.iter().find(|unit| unit.is_rtl() || matches!(unit.class, BidiClass::L | BidiClass::EN));
    strong.is_some_and(|unit| unit.class != BidiClass::L)
}

fn turn_run(run: &mut [Unit], mirrors: bool) {
    run.reverse();
    let text: String = run.iter().map(|unit| first(&unit.cells[0])).collect();
    let info = BidiInfo::new(&text, Some(Level::ltr()));
    let levels: Vec<bool> = text.char_indices().map(|(i, _)| info.levels[i].is_ltr()).collect();
    let mut from = 0;
    for part in levels.chunk_by(|a, b| a == b) {
        let to = from + part.len();
        if part[0] {
            run[from..to].reverse();
        } else if mirrors {
            run[from..to].iter_mut().for_each(mirror);
        }
        from = to;
    }
}

fn mirror(unit: &mut Unit) {
    let cell = &mut unit.cells[0];
    if let Some(mirrored) = mirrored(first(cell)) {
        let symbol: String = std::iter::once(mirrored).chain(cell.symbol().chars().skip(1)).collect();
        cell.set_symbol(&symbol);
    }
}

#[cfg(test)]
mod tests;
