//! The picture: a [`State`] drawn into a buffer, cell by cell.
//!
//! Every text goes through the layout engine, titles and the status line too: ratatui's own `Line`
//! and `Span` measure strings, and a string's width is wrong for Arabic.

mod article;
mod details;
mod help;
mod marking;
mod menu;
mod prompt;
mod put;
mod sidebar;
mod status;
mod strip;
mod waiting;
pub mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub use article::draw_line;
pub use waiting::waiting;

use crate::reader::State;

/// Draws the whole screen, in inks and attributes: a [`crate::palette::Palette`] makes colours of them. The buffer has the
/// size of the state.
#[must_use]
pub fn draw(state: &mut State) -> Buffer {
    let (columns, rows) = state.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    let areas = state.areas();
    if areas.overlaid {
        sidebar::draw(state, &mut buffer);
    } else {
        article::draw(state, &mut buffer);
        marking::draw(state, &mut buffer);
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
    buffer
}
