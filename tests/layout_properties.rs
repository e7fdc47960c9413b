//! What holds for every text, direction, width and choice of marks.

mod layout_support;
#[path = "layout_support/properties.rs"]
mod properties;

use layout_support::{directions, marks, texts, widths};
use newsreader::layout::{Direction, Marks};
use properties::{assert_contiguous, check_symbol, claimed, lay_out};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

proptest! {
    #![proptest_config(layout_support::config())]

    #[test]
    fn every_byte_is_shown_once_or_dropped_by_a_rule_that_fits(
        text in texts(40), direction in directions(), width in widths(), marks in marks()
    ) {
        properties::every_byte_is_shown_once_or_dropped_by_a_rule_that_fits(&text, direction, width, marks);
    }

    #[test]
    fn cells_stand_side_by_side_within_the_width(
        text in texts(40), direction in directions(), width in widths(), marks in marks()
    ) {
        properties::cells_stand_side_by_side_within_the_width(&text, direction, width, marks);
    }

    #[test]
    fn both_maps_are_inverse(text in texts(40), direction in directions(), width in widths(), marks in marks()) {
        properties::both_maps_are_inverse(&text, direction, width, marks);
    }

    #[test]
    fn rows_do_not_depend_on_the_order_in_which_they_are_asked_for(
        text in texts(40), direction in directions(), width in widths(), marks in marks(),
        asked in proptest::collection::vec(0_usize..40, 0..20), other in widths()
    ) {
        properties::rows_do_not_depend_on_the_order_in_which_they_are_asked_for(&text, direction, width, marks, &asked, other);
    }

    #[test]
    fn rows_are_found_by_their_bytes(text in texts(30), direction in directions(), width in widths()) {
        properties::rows_are_found_by_their_bytes(&text, direction, width);
    }

    #[test]
    fn logical_rows_hold_no_control(text in texts(40), direction in directions(), width in widths(), marks in marks()) {
        properties::logical_rows_hold_no_control(&text, direction, width, marks);
    }

    #[test]
    fn rows_are_as_long_as_they_can_be(text in texts(40), direction in directions(), width in widths()) {
        properties::rows_are_as_long_as_they_can_be(&text, direction, width);
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
