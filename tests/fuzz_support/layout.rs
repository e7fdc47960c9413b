//! Every property of the layout engine.

use newsreader::layout::{Direction, Marks};

use super::{Input, properties};

/// Direction, width, marks and a text; all that `layout_properties.rs` asks of them.
pub(crate) fn check(data: &[u8]) {
    let mut input = Input(data);
    let direction = Direction::from_rtl(input.flag());
    let marks = if input.flag() { Marks::Keep } else { Marks::Drop };
    let width = |byte: u8| if byte < 128 { 1 + u16::from(byte % 12) } else { u16::from(byte) - 100 };
    let (here, other) = (width(input.byte()), width(input.byte()));
    let asked: Vec<usize> = (0..input.byte() % 8).map(|_| input.below(40)).collect();
    let text = match input.flag() {
        true => String::from_utf8_lossy(input.rest()).into_owned(),
        false => input.text(),
    };
    properties::every_byte_is_shown_once_or_dropped_by_a_rule_that_fits(&text, direction, here, marks);
    properties::cells_stand_side_by_side_within_the_width(&text, direction, here, marks);
    properties::both_maps_are_inverse(&text, direction, here, marks);
    properties::rows_do_not_depend_on_the_order_in_which_they_are_asked_for(
        &text, direction, here, marks, &asked, other,
    );
    properties::rows_are_found_by_their_bytes(&text, direction, here);
    properties::logical_rows_hold_no_control(&text, direction, here, marks);
    properties::rows_are_as_long_as_they_can_be(&text, direction, here);
}
