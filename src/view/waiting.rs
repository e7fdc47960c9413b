//! What is shown while the article is being opened.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::reader::Action;
use crate::reader::keys::{Context, Keymap};
use crate::tongue::{Text, Tongue};

use super::put;

/// A screen of `columns` and `rows` that says `what` is being done, and how to quit.
#[must_use]
pub fn waiting((columns, rows): (u16, u16), what: &str, keymap: &Keymap, tongue: Tongue) -> Buffer {
    let quit = tongue.key_hint(&keymap.spoken(Context::Reading, Action::Quit), Text::HintQuit);
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    for (y, text) in (0..rows).zip([what, &quit]) {
        let row = put::said_row(text, columns.max(1), tongue);
        put::row(&mut buffer, area, put::aligned(area, &row, tongue.is_rtl()), y, &row, |_| Style::new());
    }
    buffer
}
