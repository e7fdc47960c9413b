//! What holds for justified rows of every text, direction, width and choice of marks.
#![allow(clippy::unwrap_used)]

mod layout_support;

use std::ops::Range;
use std::sync::Arc;

use layout_support::{directions, marks, texts, widths};
use newsreader::layout::{ByteAt, Cell, Justify, Options, Row, TextLayout};
use proptest::prelude::*;

fn rows(layout: &mut TextLayout) -> Vec<Arc<Row>> {
    (0..layout.row_count()).map(|index| layout.row(index).unwrap()).collect()
}

fn assert_contiguous<T: Copy + PartialEq + std::fmt::Debug>(ranges: impl Iterator<Item = Range<T>>, from: T, to: T) {
    let mut at = from;
    for range in ranges {
        assert_eq!(range.start, at);
        at = range.end;
    }
    assert_eq!(at, to);
}

/// Whether it is a space that may hang over the end of a row: not one that forbids a break.
fn hangs(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}') && c != '\u{2007}'
}

proptest! {
    #![proptest_config(layout_support::config())]

    /// Rows keep their text; every byte is shown by one cell that is no filler, or dropped; what is filled is full.
    #[test]
    fn justified_rows_are_as_wide_as_asked_for_and_keep_both_maps(
        text in texts(40), direction in directions(), width in widths(), marks in marks()
    ) {
        let mut layout = TextLayout::new(text.as_str(), direction, Options { width, marks });
        let plain = self::rows(&mut layout);
        layout.set_justify(Justify::Both);
        let rows = self::rows(&mut layout);
        prop_assert_eq!(rows.len(), plain.len());
        for (row, before) in rows.iter().zip(&plain) {
            prop_assert_eq!((&row.bytes, row.hard), (&before.bytes, before.hard));
            prop_assert!(row.width <= width);
            assert_contiguous(row.cells.iter().map(|cell| cell.column..cell.column + cell.width), 0, row.width);
            if row.hard {
                prop_assert_eq!(row, before);
                continue;
            }
            let grown = row != before;
            prop_assert!(!grown || row.width == width, "{row:?}");
            let gap = |cell: &Cell| &text[cell.bytes.clone()] == " ";
            // Between the first and the last letter there is a space: then the row can be filled.
            let order: Vec<&Cell> = before.logical_order().iter().map(|&index| &before.cells[index]).collect();
            let letters: Vec<usize> = (0..order.len()).filter(|&at| !text[order[at].bytes.clone()].chars().all(hangs)).collect();
            if let (Some(&first), Some(&last)) = (letters.first(), letters.last()) {
                prop_assert!(row.width == width || !order[first..last].iter().any(|cell| gap(cell)), "{row:?}");
            }
            let fillers: Vec<&Cell> = row.cells.iter().filter(|cell| cell.filler).collect();
            for filler in &fillers {
                prop_assert_eq!(row.symbol(filler), "\u{640}");
                let Some(ByteAt::Cell(letter)) = row.at_byte(filler.bytes.start) else { panic!("{filler:?}") };
                let letter = &row.cells[letter];
                prop_assert!(!letter.filler && letter.bytes == filler.bytes && letter.level % 2 == 1);
                // The filler stands at the left of its letter, or of another of its fillers.
                let beside = row.cell_at(filler.column + 1).map(|(_, cell)| &cell.bytes);
                prop_assert_eq!(beside, Some(&letter.bytes));
                prop_assert!(!text[letter.bytes.clone()].contains('ا'), "no alef joins, nor a lam-alef");
            }
            // Without what was put in, it is the row that it was, with wider spaces and fewer of them at its end.
            let shown = |row: &Row| -> String {
                let cells = row.cells.iter().filter(|cell| !cell.filler);
                cells.filter(|cell| !text[cell.bytes.clone()].chars().all(hangs)).map(|cell| row.symbol(cell)).collect()
            };
            prop_assert_eq!(shown(row), shown(before));
        }
        let mut claimed: Vec<Range<usize>> = Vec::new();
        for row in &rows {
            claimed.extend(row.cells.iter().filter(|cell| !cell.filler).map(|cell| cell.bytes.clone()));
            claimed.extend(row.omitted.iter().map(|omitted| omitted.bytes.clone()));
        }
        claimed.sort_by_key(|bytes| bytes.start);
        assert_contiguous(claimed.into_iter(), 0, text.len());
        layout.set_justify(Justify::Start);
        prop_assert_eq!(self::rows(&mut layout), plain);
    }
}
