//! What holds for every text, direction, width and choice of marks.
#![allow(clippy::unwrap_used)]

mod layout_support;

use std::ops::Range;
use std::sync::Arc;

use layout_support::{directions, marks, texts, widths};
use newsreader::layout::{
    ByteAt, Cell, Direction, Dropped, Justify, Marks, Opportunities, Options, Row, TextLayout, is_bidi_control,
    mirrored,
};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

fn rows(layout: &mut TextLayout) -> Vec<Arc<Row>> {
    (0..layout.row_count()).map(|index| layout.row(index).unwrap()).collect()
}

fn lay_out(text: &str, direction: Direction, width: u16, marks: Marks) -> (TextLayout, Vec<Arc<Row>>) {
    let mut layout = TextLayout::new(text, direction, Options { width, marks });
    let rows = rows(&mut layout);
    (layout, rows)
}

/// Cells' and omitted bytes of all rows, in logical order.
fn claimed(rows: &[Arc<Row>]) -> Vec<Range<usize>> {
    let mut claimed: Vec<Range<usize>> = Vec::new();
    for row in rows {
        claimed.extend(row.cells.iter().map(|cell| cell.bytes.clone()));
        claimed.extend(row.omitted.iter().map(|omitted| omitted.bytes.clone()));
    }
    claimed.sort_by_key(|bytes| bytes.start);
    claimed
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

/// Whether `dropped` is the rule for this text.
fn rule_fits(rule: Dropped, text: &str, marks: Marks) -> bool {
    match rule {
        Dropped::BidiControl => text.chars().all(is_bidi_control),
        Dropped::LineTerminator => {
            matches!(text, "\n" | "\r" | "\r\n" | "\u{b}" | "\u{c}" | "\u{85}" | "\u{2028}" | "\u{2029}")
        }
        Dropped::HangingSpace => text.chars().count() == 1 && text.chars().all(hangs),
        Dropped::SoftHyphen => text == "\u{ad}",
        Dropped::VowelMark => marks == Marks::Drop && text.chars().all(|c| c.width() == Some(0)),
        Dropped::Ignorable => text.chars().all(|c| c.width() == Some(0) || matches!(c, '\u{115f}' | '\u{3164}')),
    }
}

/// Letters every form of which is in Unicode: none is ever shown as it is in the text.
fn always_has_a_form(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | 'پ' | 'چ' | 'ژ' | 'ک' | 'گ' | 'ی' | 'ہ' | 'ھ' | 'ے')
}

fn check_symbol(symbol: &str, text: &str) {
    assert!(!symbol.chars().any(|c| c.is_control() || is_bidi_control(c)), "{symbol:?} of {text:?}");
    assert!(!symbol.chars().any(always_has_a_form), "{symbol:?} of {text:?} is not joined");
    let first = symbol.chars().next().unwrap();
    let is_mark = format!("a{first}").graphemes(true).count() == 1 && first.width() == Some(0);
    assert!(!is_mark, "{symbol:?} of {text:?} begins with a mark");
    let plain = |c: char| c.is_ascii_graphic() || matches!(c, 'א'..='ת' | 'À'..='ɏ' | '一'..='龥');
    if text.chars().all(|c| plain(c) && mirrored(c).is_none()) && symbol != "\u{fffd}" {
        assert_eq!(symbol, text);
    }
}

proptest! {
    #![proptest_config(layout_support::config())]

    #[test]
    fn every_byte_is_shown_once_or_dropped_by_a_rule_that_fits(
        text in texts(40), direction in directions(), width in widths(), marks in marks()
    ) {
        let (_, rows) = lay_out(&text, direction, width, marks);
        assert_contiguous(rows.iter().map(|row| row.bytes.clone()), 0, text.len());
        assert_contiguous(claimed(&rows).into_iter(), 0, text.len());
        for omitted in rows.iter().flat_map(|row| &row.omitted) {
            let dropped = &text[omitted.bytes.clone()];
            prop_assert!(rule_fits(omitted.rule, dropped, marks), "{dropped:?} by {:?}", omitted.rule);
        }
        for row in &rows[..rows.len() - 1] {
            let ends = row.omitted.iter().any(|omitted| omitted.rule == Dropped::LineTerminator);
            prop_assert_eq!(row.hard, ends);
        }
        prop_assert!(rows.last().unwrap().hard);
    }

    #[test]
    fn cells_stand_side_by_side_within_the_width(
        text in texts(40), direction in directions(), width in widths(), marks in marks()
    ) {
        let (_, rows) = lay_out(&text, direction, width, marks);
        for row in &rows {
            prop_assert!(row.width <= width);
            assert_contiguous(row.cells.iter().map(|cell| cell.column..cell.column + cell.width), 0, row.width);
            let mut symbols = String::new();
            for cell in &row.cells {
                let symbol = row.symbol(cell);
                prop_assert!(cell.width > 0);
                prop_assert_eq!(symbol.width(), usize::from(cell.width), "{:?}", symbol);
                let shown = &text[cell.bytes.clone()];
                check_symbol(symbol, shown);
                if symbol == "\u{fffd}" {
                    let (_, alone) = lay_out(shown, Direction::Rtl, 1000, marks);
                    let replaced = shown.chars().any(|c| c.is_control() || c == '\u{fffd}');
                    prop_assert!(replaced || alone[0].width > width, "{shown:?} had room");
                }
                symbols.push_str(symbol);
            }
            prop_assert_eq!(row.text(), symbols);
            prop_assert_eq!(row.direction, direction);
        }
    }

    #[test]
    fn both_maps_are_inverse(text in texts(40), direction in directions(), width in widths(), marks in marks()) {
        let (_, rows) = lay_out(&text, direction, width, marks);
        for row in &rows {
            for (index, cell) in row.cells.iter().enumerate() {
                for byte in cell.bytes.clone() {
                    prop_assert_eq!(row.at_byte(byte), Some(ByteAt::Cell(index)));
                }
                for column in cell.column..cell.column + cell.width {
                    prop_assert_eq!(row.cell_at(column), Some((index, cell)));
                }
                prop_assert_eq!(row.columns_of(&cell.bytes), vec![cell.column..cell.column + cell.width]);
            }
            for omitted in &row.omitted {
                for byte in omitted.bytes.clone() {
                    prop_assert_eq!(row.at_byte(byte), Some(ByteAt::Dropped(omitted.rule)));
                }
                prop_assert_eq!(row.columns_of(&omitted.bytes), []);
            }
            prop_assert_eq!(row.cell_at(row.width), None);
            prop_assert_eq!(row.at_byte(row.bytes.end), None);
            prop_assert_eq!(row.bytes.start.checked_sub(1).and_then(|byte| row.at_byte(byte)), None);
            let mut order = row.logical_order().to_vec();
            prop_assert!(order.is_sorted_by(|&a, &b| row.cells[a].bytes.end <= row.cells[b].bytes.start));
            order.sort_unstable();
            prop_assert!(order.into_iter().eq(0..row.cells.len()));
        }
    }

    #[test]
    fn rows_do_not_depend_on_the_order_in_which_they_are_asked_for(
        text in texts(40), direction in directions(), width in widths(), marks in marks(),
        asked in proptest::collection::vec(0_usize..40, 0..20), other in widths()
    ) {
        let (mut layout, rows) = lay_out(&text, direction, width, marks);
        let options = layout.options();
        let mut lazy = TextLayout::new(&*text, direction, options);
        for index in asked {
            prop_assert_eq!(lazy.has_row(index), index < rows.len());
            prop_assert_eq!(lazy.row(index), rows.get(index).cloned());
        }
        layout.set_options(Options { width: other, ..options });
        layout.row_count();
        layout.set_options(options);
        prop_assert_eq!(self::rows(&mut layout), rows);
    }

    /// Rows keep their text; every byte is shown by one cell that is no filler, or dropped; what is filled is full.
    #[test]
    fn justified_rows_are_as_wide_as_asked_for_and_keep_both_maps(
        text in texts(40), direction in directions(), width in widths(), marks in marks()
    ) {
        let (mut layout, plain) = lay_out(&text, direction, width, marks);
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

    #[test]
    fn rows_are_found_by_their_bytes(text in texts(30), direction in directions(), width in widths()) {
        let (mut layout, rows) = lay_out(&text, direction, width, Marks::Drop);
        let mut lazy = TextLayout::new(&*text, direction, layout.options());
        for byte in (0..text.len()).rev() {
            prop_assert!(rows[layout.row_of(byte)].bytes.contains(&byte));
        }
        for (index, row) in rows.iter().enumerate() {
            prop_assert_eq!(lazy.row_start(index), row.bytes.start);
            prop_assert!(row.bytes.is_empty() || lazy.row_of(row.bytes.start) == index);
        }
        prop_assert_eq!(lazy.row_of(text.len()), rows.len() - 1);
        prop_assert_eq!(lazy.row_start(rows.len()), text.len());
    }

    #[test]
    fn logical_rows_hold_no_control(text in texts(40), direction in directions(), width in widths(), marks in marks()) {
        let (mut layout, rows) = lay_out(&text, direction, width, marks);
        for index in 0..rows.len() {
            let row = layout.logical_row(index).unwrap();
            let harmful = |c: char| c.is_control() || (is_bidi_control(c) && !matches!(c, '\u{200e}' | '\u{200f}'));
            prop_assert!(!row.chars().any(|c| harmful(c) || matches!(c, '\u{2028}' | '\u{2029}')), "{row:?}");
        }
        prop_assert_eq!(layout.logical_row(rows.len()), None);
    }

    /// A row ends where the next piece that cannot be broken has no more room in it.
    #[test]
    fn rows_are_as_long_as_they_can_be(text in texts(40), direction in directions(), width in widths()) {
        let text = text.replace('\u{ad}', "");
        let (_, rows) = lay_out(&text, direction, width, Marks::Keep);
        let opportunities = Opportunities::new(&text);
        for pair in rows.windows(2).filter(|pair| !pair[0].hard) {
            let (row, next) = (&pair[0], &pair[1]);
            if row.omitted.iter().any(|omitted| omitted.rule == Dropped::HangingSpace) {
                continue;
            }
            prop_assert!(row.width > 0, "an empty row before {:?}", &text[next.bytes.clone()]);
            let breaks_word = !opportunities.allows(row.bytes.end);
            let (mut wanted, mut piece) = (0, 0);
            let mut broken = !next.hard && !opportunities.allows(next.bytes.end);
            for &index in next.logical_order() {
                let cell = &next.cells[index];
                if cell.bytes.start > next.bytes.start && (breaks_word || opportunities.allows(cell.bytes.start)) {
                    broken = false;
                    break;
                }
                piece += cell.width;
                if !text[cell.bytes.clone()].chars().all(hangs) {
                    wanted = piece;
                }
            }
            // A piece for which even the next row has no room would have none in this one.
            prop_assert!(broken || row.width + wanted > width, "{row:?} had room for {wanted} columns of {next:?}");
        }
    }
}

/// Every character of the planes in use, alone and behind a letter: symbols are as wide as their cells, without controls.
#[test]
fn every_character_has_a_cell_or_a_rule() {
    for direction in [Direction::Ltr, Direction::Rtl] {
        for marks in [Marks::Drop, Marks::Keep] {
            for c in ('\0'..='\u{323af}').chain('\u{e0000}'..='\u{e01ff}') {
                for text in [String::from(c), format!("ب{c}")] {
                    let (_, rows) = lay_out(&text, direction, 20, marks);
                    assert_contiguous(claimed(&rows).into_iter(), 0, text.len());
                    for (row, cell) in rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell))) {
                        let symbol = row.symbol(cell);
                        assert_eq!(symbol.width(), usize::from(cell.width), "{c:?} {text:?}");
                        check_symbol(symbol, &text[cell.bytes.clone()]);
                        let replaced = symbol.contains('\u{fffd}') && c != '\u{fffd}' && !c.is_control();
                        assert!(!replaced, "{c:?} {text:?} is not shown");
                    }
                }
            }
        }
    }
}
