//! What holds for every text, direction, width and choice of marks: for random texts in `layout_properties.rs`, and for what a
//! fuzzer thinks of.
#![allow(clippy::unwrap_used, dead_code, reason = "each test binary uses a part of it")]

use std::ops::Range;
use std::sync::Arc;

use newsreader::layout::{
    ByteAt, Direction, Dropped, Marks, Opportunities, Options, Row, TextLayout, is_bidi_control, mirrored,
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

pub(crate) fn rows(layout: &mut TextLayout) -> Vec<Arc<Row>> {
    (0..layout.row_count()).map(|index| layout.row(index).unwrap()).collect()
}

pub(crate) fn lay_out(text: &str, direction: Direction, width: u16, marks: Marks) -> (TextLayout, Vec<Arc<Row>>) {
    let mut layout = TextLayout::new(text, direction, Options { width, marks });
    let rows = rows(&mut layout);
    (layout, rows)
}

/// Cells' and omitted bytes of all rows, in logical order.
pub(crate) fn claimed(rows: &[Arc<Row>]) -> Vec<Range<usize>> {
    let mut claimed: Vec<Range<usize>> = Vec::new();
    for row in rows {
        claimed.extend(row.cells.iter().map(|cell| cell.bytes.clone()));
        claimed.extend(row.omitted.iter().map(|omitted| omitted.bytes.clone()));
    }
    claimed.sort_by_key(|bytes| bytes.start);
    claimed
}

pub(crate) fn assert_contiguous<T: Copy + PartialEq + std::fmt::Debug>(
    ranges: impl Iterator<Item = Range<T>>,
    from: T,
    to: T,
) {
    let mut at = from;
    for range in ranges {
        assert_eq!(range.start, at);
        at = range.end;
    }
    assert_eq!(at, to);
}

/// Whether it is a space that may hang over the end of a row: not one that forbids a break.
pub(crate) fn hangs(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}') && c != '\u{2007}'
}

/// Whether `dropped` is the rule for this text.
pub(crate) fn rule_fits(rule: Dropped, text: &str, marks: Marks) -> bool {
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
pub(crate) fn always_has_a_form(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | 'پ' | 'چ' | 'ژ' | 'ک' | 'گ' | 'ی' | 'ہ' | 'ھ' | 'ے')
}

pub(crate) fn check_symbol(symbol: &str, text: &str) {
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

pub(crate) fn every_byte_is_shown_once_or_dropped_by_a_rule_that_fits(
    text: &str,
    direction: Direction,
    width: u16,
    marks: Marks,
) {
    let (_, rows) = lay_out(text, direction, width, marks);
    assert_contiguous(rows.iter().map(|row| row.bytes.clone()), 0, text.len());
    assert_contiguous(claimed(&rows).into_iter(), 0, text.len());
    for omitted in rows.iter().flat_map(|row| &row.omitted) {
        let dropped = &text[omitted.bytes.clone()];
        assert!(rule_fits(omitted.rule, dropped, marks), "{dropped:?} by {:?}", omitted.rule);
    }
    for row in &rows[..rows.len() - 1] {
        let ends = row.omitted.iter().any(|omitted| omitted.rule == Dropped::LineTerminator);
        assert_eq!(row.hard, ends);
    }
    assert!(rows.last().unwrap().hard);
}

pub(crate) fn cells_stand_side_by_side_within_the_width(text: &str, direction: Direction, width: u16, marks: Marks) {
    let (_, rows) = lay_out(text, direction, width, marks);
    for row in &rows {
        assert!(row.width <= width);
        assert_contiguous(row.cells.iter().map(|cell| cell.column..cell.column + cell.width), 0, row.width);
        let mut symbols = String::new();
        for cell in &row.cells {
            let symbol = row.symbol(cell);
            assert!(cell.width > 0);
            assert_eq!(symbol.width(), usize::from(cell.width), "{:?}", symbol);
            let shown = &text[cell.bytes.clone()];
            check_symbol(symbol, shown);
            if symbol == "\u{fffd}" {
                let (_, alone) = lay_out(shown, Direction::Rtl, 1000, marks);
                let replaced = shown.chars().any(|c| c.is_control() || c == '\u{fffd}');
                assert!(replaced || alone[0].width > width, "{shown:?} had room");
            }
            symbols.push_str(symbol);
        }
        assert_eq!(row.text(), symbols);
        assert_eq!(row.direction, direction);
    }
}

pub(crate) fn both_maps_are_inverse(text: &str, direction: Direction, width: u16, marks: Marks) {
    let (_, rows) = lay_out(text, direction, width, marks);
    for row in &rows {
        for (index, cell) in row.cells.iter().enumerate() {
            for byte in cell.bytes.clone() {
                assert_eq!(row.at_byte(byte), Some(ByteAt::Cell(index)));
            }
            for column in cell.column..cell.column + cell.width {
                assert_eq!(row.cell_at(column), Some((index, cell)));
            }
            assert_eq!(row.columns_of(&cell.bytes), vec![cell.column..cell.column + cell.width]);
        }
        for omitted in &row.omitted {
            for byte in omitted.bytes.clone() {
                assert_eq!(row.at_byte(byte), Some(ByteAt::Dropped(omitted.rule)));
            }
            assert_eq!(row.columns_of(&omitted.bytes), []);
        }
        assert_eq!(row.cell_at(row.width), None);
        assert_eq!(row.at_byte(row.bytes.end), None);
        assert_eq!(row.bytes.start.checked_sub(1).and_then(|byte| row.at_byte(byte)), None);
        let mut order = row.logical_order().to_vec();
        assert!(order.is_sorted_by(|&a, &b| row.cells[a].bytes.end <= row.cells[b].bytes.start));
        order.sort_unstable();
        assert!(order.into_iter().eq(0..row.cells.len()));
    }
}

pub(crate) fn rows_do_not_depend_on_the_order_in_which_they_are_asked_for(
    text: &str,
    direction: Direction,
    width: u16,
    marks: Marks,
    asked: &[usize],
    other: u16,
) {
    let (mut layout, rows) = lay_out(text, direction, width, marks);
    let options = layout.options();
    let mut lazy = TextLayout::new(text, direction, options);
    for &index in asked {
        assert_eq!(lazy.has_row(index), index < rows.len());
        assert_eq!(lazy.row(index), rows.get(index).cloned());
    }
    layout.set_options(Options { width: other, ..options });
    layout.row_count();
    layout.set_options(options);
    assert_eq!(self::rows(&mut layout), rows);
}

pub(crate) fn rows_are_found_by_their_bytes(text: &str, direction: Direction, width: u16) {
    let (mut layout, rows) = lay_out(text, direction, width, Marks::Drop);
    let mut lazy = TextLayout::new(text, direction, layout.options());
    for byte in (0..text.len()).rev() {
        assert!(rows[layout.row_of(byte)].bytes.contains(&byte));
    }
    for (index, row) in rows.iter().enumerate() {
        assert_eq!(lazy.row_start(index), row.bytes.start);
        assert!(row.bytes.is_empty() || lazy.row_of(row.bytes.start) == index);
    }
    assert_eq!(lazy.row_of(text.len()), rows.len() - 1);
    assert_eq!(lazy.row_start(rows.len()), text.len());
}

pub(crate) fn logical_rows_hold_no_control(text: &str, direction: Direction, width: u16, marks: Marks) {
    let (mut layout, rows) = lay_out(text, direction, width, marks);
    for index in 0..rows.len() {
        let row = layout.logical_row(index).unwrap();
        let harmful = |c: char| c.is_control() || (is_bidi_control(c) && !matches!(c, '\u{200e}' | '\u{200f}'));
        assert!(!row.chars().any(|c| harmful(c) || matches!(c, '\u{2028}' | '\u{2029}')), "{row:?}");
    }
    assert_eq!(layout.logical_row(rows.len()), None);
}

/// A row ends where the next piece that cannot be broken has no more room in it.
pub(crate) fn rows_are_as_long_as_they_can_be(text: &str, direction: Direction, width: u16) {
    let text = &text.replace('\u{ad}', "");
    let (_, rows) = lay_out(text, direction, width, Marks::Keep);
    let opportunities = Opportunities::new(text);
    for pair in rows.windows(2).filter(|pair| !pair[0].hard) {
        let (row, next) = (&pair[0], &pair[1]);
        if row.omitted.iter().any(|omitted| omitted.rule == Dropped::HangingSpace) {
            continue;
        }
        assert!(row.width > 0, "an empty row before {:?}", &text[next.bytes.clone()]);
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
        assert!(broken || row.width + wanted > width, "{row:?} had room for {wanted} columns of {next:?}");
    }
}
