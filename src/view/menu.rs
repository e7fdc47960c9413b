//! The letters that make sense now, above the status line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::layout::Direction;
use crate::reader::{Awaited, State};
use crate::tongue::Text;

use super::{put, theme};

/// Columns for what a letter stands for.
const NAME: u16 = 12;

pub(super) fn draw(state: &State, buffer: &mut Buffer) {
    let Some(awaited) = state.awaited() else { return };
    let choices = state.choices();
    let (columns, rows) = state.size();
    let bottom = rows - state.areas().status.height;
    let tongue = state.tongue();
    let title = match (awaited, choices.is_empty()) {
        (Awaited::SetMark, _) => tongue.text(Text::MenuSetMark),
        (Awaited::GoToMark, false) => tongue.text(Text::MenuGoToMark),
        (Awaited::GoToMark, true) => tongue.no_bookmarks("m"),
        (Awaited::Copy, _) => tongue.text(Text::MenuCopy),
    };
    let shown = choices.len().min(usize::from(bottom.saturating_sub(1)));
    // As many as fit were taken.
    let height = (shown as u16 + 1).min(bottom);
    let area = Rect::new(0, bottom - height, columns, height);
    put::fill(buffer, area, Style::new());
    put::fill(buffer, Rect { height: 1, ..area }, theme::STATUS);
    let rtl = tongue.is_rtl();
    let head = put::behind(area, u16::from(area.width > 8), rtl);
    let row = put::said_row(&title, head.width, tongue);
    put::row(buffer, head, put::aligned(head, &row, rtl), area.y, &row, |_| theme::STATUS);
    for (y, choice) in (area.y + 1..area.bottom()).zip(&choices) {
        let line = Rect { y, height: 1, ..area };
        let piece = |buffer: &mut Buffer, columns: u16, text: &str, style: Style| {
            let rest = put::behind(line, columns, rtl);
            if !rest.is_empty() {
                let row = put::one_row(text, rest.width, Direction::from_rtl(rtl));
                put::row(buffer, rest, put::aligned(rest, &row, rtl), y, &row, |_| style);
            }
        };
        piece(buffer, 2, &choice.letter.to_string(), theme::STRONG);
        piece(buffer, 4, &choice.what, Style::new());
        piece(buffer, 4 + NAME, &choice.words, theme::QUIET);
    }
}
