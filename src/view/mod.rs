//! The picture: a [`State`] drawn into a buffer, cell by cell.
//!
//! Every text goes through the layout engine, titles and the status line too: ratatui's own `Line`
//! and `Span` measure strings, and a string's width is wrong for Arabic.

mod article;
mod help;
mod menu;
mod prompt;
mod put;
mod sidebar;
mod status;
mod strip;
pub mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub use article::draw_line;

use crate::layout::Direction;
use crate::reader::State;

/// Draws a text into an area that is one row high, from the side where it begins.
pub fn draw_text(text: &str, buffer: &mut Buffer, area: Rect) {
    let row = put::one_row(text, area.width, Direction::Ltr);
    let x = put::aligned(area, &row, row.direction.is_rtl());
    put::row(buffer, area, x, area.y, &row, |_| Style::new());
}

/// Draws the whole screen. The buffer has the size of the state.
#[must_use]
pub fn draw(state: &mut State) -> Buffer {
    let (columns, rows) = state.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    let areas = state.areas();
    if areas.overlaid {
        sidebar::draw(state, &mut buffer);
    } else {
        article::draw(state, &mut buffer);
        strip::draw(state, &mut buffer);
        sidebar::draw(state, &mut buffer);
    }
    if state.asked().is_some() {
        prompt::draw(state, &mut buffer);
    } else {
        status::draw(state, &mut buffer);
    }
    menu::draw(state, &mut buffer);
    if state.help().is_some() {
        help::draw(state, &mut buffer);
    }
    if state.is_on_light() {
        theme::suit_light(&mut buffer);
    }
    buffer
}
