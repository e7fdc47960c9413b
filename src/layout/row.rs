//! One row of cells, and both maps: cell to bytes, byte to cell.

use std::ops::Range;

use unicode_bidi::Level;

use super::bidi::{self, Levels};
use super::shape::{self, Context};
use super::tables::MIRRORED;
use super::unit::{self, Dropped, Kind, Unit, Units};
use super::wrap::RowSpan;
use super::{Direction, Justify, Marks, justify};

/// One cell of a row: a grapheme cluster, or a lam and an alef in one glyph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Bytes of the block's logical text that it shows.
    pub bytes: Range<usize>,
    /// First column, counted from the left edge of the row's own text, from 0.
    pub column: u16,
    /// Columns that it takes, at least 1.
    pub width: u16,
    /// Embedding level after rule L1; odd is right to left.
    pub level: u8,
    /// Put in by justification: a kashida, which stretches the letter whose bytes it has. [`Row::at_byte`] and
    /// [`Row::logical_order`] know only the letter.
    pub filler: bool,
    /// Its part of [`Row::text`].
    symbol: Range<usize>,
}

/// A part of the row's text that no cell shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Omitted {
    /// Bytes of the block's logical text.
    pub bytes: Range<usize>,
    /// Why.
    pub rule: Dropped,
    /// Embedding level after rule L1.
    pub level: u8,
}

/// What became of a byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByteAt {
    /// Index into [`Row::cells`].
    Cell(usize),
    /// No cell, by this rule.
    Dropped(Dropped),
}

/// A row of cells from left to right, as a terminal that reorders nothing is to show them.
///
/// ```text
/// logical text   ق ا ل   W H O   ن ع م      bytes ──►
/// cells          م ع ن   W H O   ل ا ق      column 0 ──►
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Bytes of the block's logical text that belong to this row.
    pub bytes: Range<usize>,
    /// Cells in visual order.
    pub cells: Vec<Cell>,
    /// What has no cell, in logical order.
    pub omitted: Vec<Omitted>,
    /// Columns of all cells together; never more than was asked for.
    pub width: u16,
    /// Base direction of the block: the side at which the row starts.
    pub direction: Direction,
    /// Whether the line ends here by its text, not for want of room.
    pub hard: bool,
    /// Symbols of all cells, in visual order.
    text: String,
    /// Indices of the cells in logical order.
    logical: Vec<usize>,
}

impl Row {
    /// What the cell shows: a base character in its presentation form and its marks. Never empty,
    /// never a control character or a bidi control.
    #[must_use]
    pub fn symbol(&self, cell: &Cell) -> &str {
        &self.text[cell.symbol.clone()]
    }

    /// All symbols from left to right.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The cell that covers `column`, with its index.
    #[must_use]
    pub fn cell_at(&self, column: u16) -> Option<(usize, &Cell)> {
        let index = self.cells.partition_point(|cell| cell.column + cell.width <= column);
        self.cells.get(index).map(|cell| (index, cell))
    }

    /// What became of a byte of the block; none when it belongs to another row.
    #[must_use]
    pub fn at_byte(&self, byte: usize) -> Option<ByteAt> {
        let found = self.logical.partition_point(|&cell| self.cells[cell].bytes.end <= byte);
        if let Some(&cell) = self.logical.get(found)
            && self.cells[cell].bytes.contains(&byte)
        {
            return Some(ByteAt::Cell(cell));
        }
        let found = self.omitted.partition_point(|omitted| omitted.bytes.end <= byte);
        let omitted = self.omitted.get(found).filter(|omitted| omitted.bytes.contains(&byte));
        omitted.map(|omitted| ByteAt::Dropped(omitted.rule))
    }

    /// Indices of the cells, in logical order.
    #[must_use]
    pub fn logical_order(&self) -> &[usize] {
        &self.logical
    }

    /// The columns that show any byte of `bytes`, as few ranges as possible, from left to right. A
    /// span that crosses a change of direction gives several.
    #[must_use]
    pub fn columns_of(&self, bytes: &Range<usize>) -> Vec<Range<u16>> {
        let mut found: Vec<Range<u16>> = Vec::new();
        for cell in &self.cells {
            if cell.bytes.start < bytes.end && bytes.start < cell.bytes.end {
                match found.last_mut() {
                    Some(last) if last.end == cell.column => last.end += cell.width,
                    _ => found.push(cell.column..cell.column + cell.width),
                }
            }
        }
        found
    }
}

/// What a row is made from.
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) levels: &'a Levels,
    pub(super) direction: Direction,
    pub(super) marks: Marks,
    /// Columns.
    pub(super) width: u16,
    pub(super) justify: Justify,
}

impl Source<'_> {
    pub(super) fn context(&self) -> Context<'_> {
        Context { text: self.text, levels: self.levels.bytes() }
    }

    /// The cells of `span`.
    pub(super) fn row(&self, span: RowSpan) -> Row {
        let mut units: Vec<Unit> = Units::new(&self.context(), span.start..span.end, self.marks).collect();
        self.fit(&mut units, span);
        if self.justify == Justify::Both && !span.hard {
            self.justify(&mut units);
        }
        let level = |unit: &Unit| self.levels.of_unit(unit.bytes.start, &self.text[unit.bytes.clone()]);
        let mut levels: Vec<Level> = units.iter().map(level).collect();
        let texts = units.iter().map(|unit| match unit.kind {
            // A hyphen that is shown is no white space: it stays beside its word.
            Kind::SoftHyphen if unit.dropped.is_none() => "-",
            _ => &self.text[unit.bytes.clone()],
        });
        bidi::reset_whitespace(texts, &mut levels, self.levels.base());

        let mut row = Row {
            bytes: span.start..span.end,
            cells: Vec::with_capacity(units.len()),
            omitted: Vec::new(),
            width: 0,
            direction: self.direction,
            hard: span.hard,
            text: String::with_capacity((span.end - span.start) * 2),
            logical: Vec::new(),
        };
        for at in bidi::visual_order(&levels) {
            if units[at].dropped.is_none() {
                self.push_cell(&mut row, &units[at], levels[at]);
            }
        }
        row.logical = (0..row.cells.len()).filter(|&cell| !row.cells[cell].filler).collect();
        row.logical.sort_unstable_by_key(|&cell| row.cells[cell].bytes.start);
        for (unit, level) in units.into_iter().zip(levels) {
            if let Some(rule) = unit.dropped {
                row.omitted.push(Omitted { bytes: unit.bytes, rule, level: level.number() });
            }
        }
        row
    }

    /// Lets spaces hang, shows the hyphen of a soft hyphen, narrows what is wider than the row.
    fn fit(&self, units: &mut [Unit], span: RowSpan) {
        if span.hyphen
            && let Some(unit) = units.iter_mut().rfind(|unit| unit.kind == Kind::SoftHyphen)
        {
            (unit.width, unit.dropped) = (1, None);
        }
        for unit in units.iter_mut() {
            unit.width = unit.width_in(self.width);
        }
        let mut used: u32 = units.iter().map(|unit| u32::from(unit.width)).sum();
        for unit in units.iter_mut().rev() {
            if used <= u32::from(self.width) {
                break;
            }
            if unit.dropped.is_none() {
                debug_assert_eq!(unit.kind, Kind::Space, "only spaces overflow");
                used -= u32::from(unit.width);
                (unit.width, unit.dropped) = (0, Some(Dropped::HangingSpace));
            }
        }
    }

    fn push_cell(&self, row: &mut Row, unit: &Unit, level: Level) {
        let start = row.text.len();
        let cluster = &self.text[unit.bytes.clone()];
        if unit.kind == Kind::SoftHyphen {
            row.text.push('-');
        } else if unit.kind == Kind::Kashida {
            row.text.push(justify::KASHIDA);
        } else if unit.kind == Kind::Space && cluster == " " {
            // More than one where the row is justified.
            row.text.extend(std::iter::repeat_n(' ', usize::from(unit.width)));
        } else {
            self.write(&mut row.text, unit, cluster, level);
            if unit::width_of_symbol(&row.text[start..]) != unit.width {
                // Wider than the row itself: it was narrowed to one column.
                row.text.truncate(start);
                row.text.push(unit::REPLACEMENT);
            }
        }
        row.cells.push(Cell {
            bytes: unit.bytes.clone(),
            column: row.width,
            width: unit.width,
            level: level.number(),
            filler: unit.kind == Kind::Kashida,
            symbol: start..row.text.len(),
        });
        row.width += unit.width;
    }

    fn write(&self, out: &mut String, unit: &Unit, cluster: &str, level: Level) {
        let context = self.context();
        if let Some(alef) = unit.alef {
            let (lam, alef) = cluster.split_at(alef - unit.bytes.start);
            let joined = context.joined(shape::LAM, unit.bytes.start);
            let glyph = |letter| shape::lam_alef(letter, joined).unwrap_or(letter);
            unit::write_ligature(out, lam, alef, glyph, self.marks);
            return;
        }
        let glyph = |offset: usize, c: char| {
            let at = unit.bytes.start + offset;
            match mirrored(c) {
                Some(mirror) if self.levels.at(at).is_rtl() => mirror,
                _ => shape::form(c, context.joined(c, at)),
            }
        };
        if cluster.len() == 1 && level.is_ltr() && !cluster.as_bytes()[0].is_ascii_control() {
            out.push_str(cluster);
        } else {
            unit::write_symbol(out, cluster, glyph, self.marks);
        }
    }
}

/// Rule L4: the glyph of a mirrored character (Bidi_Mirroring_Glyph).
#[must_use]
pub fn mirrored(c: char) -> Option<char> {
    MIRRORED.binary_search_by_key(&c, |&(from, _)| from).ok().map(|found| MIRRORED[found].1)
}
