//! A table as lines of text: cells one beside the other in columns that fit, else one below the other.
//!
//! A cell stands in an isolate (UAX #9), so that its text cannot change places with that of its neighbour; in a
//! right-to-left table the first column is the rightmost, without anything being done for it.

use crate::article::{Block, script_direction};
use crate::layout::{Direction, Marks, Options, TextLayout, closed};

/// Between two columns.
const BETWEEN: &str = " │ ";
/// Columns of the screen that `BETWEEN` takes.
const GAP: usize = 3;
/// Columns of the screen that a column of a table needs where it has more in it.
const NARROWEST: usize = 8;

/// A table as text.
#[derive(Debug, Default)]
pub(super) struct Fitted {
    /// Its lines.
    pub text: String,
    /// The byte at which each row of the table begins.
    pub rows: Vec<usize>,
    lines: usize,
}

impl Fitted {
    fn line(&mut self, line: &str) {
        if self.lines > 0 {
            self.text.push('\n');
        }
        self.text.push_str(line);
        self.lines += 1;
    }

    /// With the next line begins a row of the table.
    fn row(&mut self) {
        self.rows.push(self.text.len() + usize::from(self.lines > 0));
    }
}

/// The lines of a table for rows of `width` columns, its caption above them.
pub(super) fn fitted(block: &Block, direction: Direction, width: u16) -> Fitted {
    let mut fitted = Fitted::default();
    if let Some(caption) = block.details.caption.as_deref().filter(|caption| !caption.is_empty()) {
        fitted.line(&closed(caption));
    }
    let table = Table::of(block, direction);
    match table.widths(usize::from(width)) {
        Some(widths) => table.in_columns(&widths, &mut fitted),
        None => table.stacked(&mut fitted),
    }
    fitted
}

struct Table<'a> {
    rows: &'a [Vec<String>],
    direction: Direction,
    columns: usize,
}

/// One line of a cell.
struct Part {
    text: String,
    width: usize,
}

impl<'a> Table<'a> {
    fn of(block: &'a Block, direction: Direction) -> Self {
        Self {
            rows: &block.details.rows,
            direction,
            columns: block.details.rows.iter().map(Vec::len).max().unwrap_or(0),
        }
    }

    fn direction_of(&self, cell: &str) -> Direction {
        script_direction(cell).map_or(self.direction, Direction::from_rtl)
    }

    /// The lines of a cell that is `width` columns wide.
    fn parts(&self, cell: &str, width: usize) -> Vec<Part> {
        let options = Options { width: u16::try_from(width).unwrap_or(u16::MAX), marks: Marks::Drop };
        let mut layout = TextLayout::new(cell.trim(), self.direction_of(cell), options);
        let row = |index| {
            let text = layout.logical_row(index)?;
            // Without the spaces at its end.
            let mut alone = TextLayout::new(text.as_str(), Direction::Ltr, options);
            let width = alone.row(0).map_or(0, |row| usize::from(row.width));
            Some(Part { text, width })
        };
        (0..).map_while(row).collect()
    }

    /// The width of each column, the whole not wider than `width`; none when they would be too narrow to read.
    fn widths(&self, width: usize) -> Option<Vec<usize>> {
        let mut widths = vec![1; self.columns];
        for row in self.rows {
            for (most, cell) in widths.iter_mut().zip(row) {
                let widest = self.parts(cell, usize::from(u16::MAX)).iter().map(|part| part.width).max();
                *most = widest.unwrap_or(0).max(*most).min(width);
            }
        }
        let room = width.checked_sub(GAP * self.columns.saturating_sub(1))?;
        while widths.iter().sum::<usize>() > room {
            // The widest gives way.
            let widest = (0..self.columns).max_by_key(|&column| widths[column])?;
            if widths[widest] <= NARROWEST {
                return None;
            }
            widths[widest] -= 1;
        }
        Some(widths)
    }

    /// Whether a column holds numbers, below its heading, that would not stand on the right by themselves.
    fn is_numeric(&self, column: usize) -> bool {
        if self.direction.is_rtl() {
            return false;
        }
        let mut cells =
            self.rows.iter().skip(1).filter_map(|row| row.get(column)).filter(|cell| !cell.trim().is_empty());
        let numeric = |cell: &String| cell.contains(char::is_numeric) && !cell.contains(char::is_alphabetic);
        cells.next().is_some_and(numeric) && cells.all(numeric)
    }

    fn in_columns(&self, widths: &[usize], fitted: &mut Fitted) {
        let numeric: Vec<bool> = (0..self.columns).map(|column| self.is_numeric(column)).collect();
        for row in self.rows {
            fitted.row();
            let cell = |column| row.get(column).map_or("", String::as_str);
            let parts: Vec<Vec<Part>> =
                widths.iter().enumerate().map(|(column, &width)| self.parts(cell(column), width)).collect();
            for line in 0..parts.iter().map(Vec::len).max().unwrap_or(0) {
                let pieces = parts.iter().enumerate().map(|(column, parts)| {
                    let (text, used) = parts.get(line).map_or(("", 0), |part| (part.text.as_str(), part.width));
                    let blank = " ".repeat(widths[column].saturating_sub(used));
                    let text = self.isolated(text);
                    if numeric[column] { format!("{blank}{text}") } else { format!("{text}{blank}") }
                });
                fitted.line(pieces.collect::<Vec<_>>().join(BETWEEN).trim_end());
            }
        }
    }

    /// Each cell on a line, named by the heading of its column.
    fn stacked(&self, fitted: &mut Fitted) {
        let Some((headings, rows)) = self.rows.split_first() else { return };
        // The headings stand in every row.
        fitted.row();
        if rows.is_empty() {
            headings.iter().for_each(|cell| fitted.line(&self.isolated(&closed(cell))));
        }
        let before = fitted.lines;
        for row in rows {
            if fitted.lines > before {
                fitted.line("");
            }
            fitted.row();
            for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
                let cell = self.isolated(&closed(&cell.replace('\n', " ")));
                fitted.line(&match headings.get(column).filter(|heading| !heading.trim().is_empty()) {
                    Some(heading) => format!("{}: {cell}", self.isolated(&closed(&heading.replace('\n', " ")))),
                    None => cell,
                });
            }
        }
    }

    /// RLI or LRI, the text, PDI.
    fn isolated(&self, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        let opening = if self.direction_of(text).is_rtl() { '\u{2067}' } else { '\u{2066}' };
        format!("{opening}{text}\u{2069}")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::article::{BlockDetails, BlockKind};

    fn shown(rows: &[&[&str]], rtl: bool, width: u16) -> Vec<String> {
        let rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        let details = BlockDetails { rows, ..BlockDetails::default() };
        let block = Block { kind: BlockKind::Table, details: details.into(), ..Block::default() };
        let direction = Direction::from_rtl(rtl);
        let Fitted { text, rows, .. } = fitted(&block, direction, width);
        assert!(rows.is_sorted() && rows.len() == block.details.rows.len(), "{rows:?}");
        let mut layout = TextLayout::new(text, direction, Options { width, marks: Marks::Drop });
        (0..layout.row_count())
            .map(|index| {
                let row = layout.row(index).unwrap();
                assert!(row.hard, "{row:?} is a line of its own");
                row.text().to_owned()
            })
            .collect()
    }

    #[test]
    fn columns_are_aligned_and_numbers_stand_on_the_right() {
        let rows: &[&[&str]] = &[&["City", "Votes"], &["Haifa", "12"], &["Tel Aviv", "1,234"], &["x"]];
        assert_eq!(shown(rows, false, 40), ["City     │ Votes", "Haifa    │    12", "Tel Aviv │ 1,234", "x        │"]);
    }

    #[test]
    fn the_first_column_of_a_right_to_left_table_is_the_rightmost() {
        let rows: &[&[&str]] = &[&["עיר", "WHO", "UN"], &["חיפה", "12", "34"]];
        assert_eq!(shown(rows, true, 40), ["UN │ WHO │  ריע", "34 │  12 │ הפיח"]);
    }

    #[test]
    fn cells_wrap_within_their_column() {
        let rows: &[&[&str]] = &[&["a", "one two three four five"], &["b", "six"]];
        assert_eq!(shown(rows, false, 18), ["a │ one two three", "  │ four five", "b │ six"]);
    }

    #[test]
    fn where_columns_would_be_too_narrow_cells_stand_below_each_other() {
        let rows: &[&[&str]] =
            &[&["Name", "Country", "Number"], &["Wang Yi", "China", "12345678"], &["Lavrov", "Russia", ""]];
        let wanted = ["Name: Wang Yi", "Country: China", "Number: 12345678", "", "Name: Lavrov", "Country: Russia"];
        assert_eq!(shown(rows, false, 18), wanted);
    }

    #[test]
    fn no_table_is_too_odd() {
        for rows in [&[][..], &[&[][..]], &[&[""][..]], &[&["a\nb", "\u{202e}x"][..], &["1"]]] {
            for width in [1, 2, 7, 80] {
                shown(rows, true, width.max(40));
                let owned = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
                let details = BlockDetails { rows: owned, ..BlockDetails::default() };
                fitted(&Block { details: details.into(), ..Block::default() }, Direction::Rtl, width);
            }
        }
    }
}
