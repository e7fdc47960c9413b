//! The letters that make sense now, above the status line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::layout::Direction;
use crate::reader::{Awaited, State};

use super::{put, theme};

/// Columns for what a letter stands for.
const NAME: u16 = 12;

pub(super) fn draw(state: &State, buffer: &mut Buffer) {
    let Some(awaited) = state.awaited() else { return };
    let choices = state.choices();
    let (columns, rows) = state.size();
    let bottom = rows - state.areas().status.height;
    let title = match (awaited, choices.is_empty()) {
        (Awaited::SetMark, _) => "bookmark this place: a letter for it",
        (Awaited::GoToMark, false) => "go to a bookmark",
        (Awaited::GoToMark, true) => "no bookmarks yet: m and a letter sets one",
        (Awaited::Copy, _) => "copy",
    };
    let shown = choices.len().min(usize::from(bottom.saturating_sub(1)));
    // As many as fit were taken.
    let height = (shown as u16 + 1).min(bottom);
    let area = Rect::new(0, bottom - height, columns, height);
    put::fill(buffer, area, Style::new());
    put::fill(buffer, Rect { height: 1, ..area }, theme::STATUS);
    let row = put::one_row(title, area.width, Direction::Ltr);
    put::row(buffer, area, area.x + u16::from(area.width > 8), area.y, &row, |_| theme::STATUS);
    for (y, choice) in (area.y + 1..area.bottom()).zip(&choices) {
        let line = Rect { y, height: 1, ..area };
        let piece = |buffer: &mut Buffer, x: u16, text: &str, style: Style| {
            if x < line.right() {
                let rest = Rect { x, width: line.right() - x, ..line };
                let row = put::one_row(text, rest.width, Direction::Ltr);
                put::row(buffer, rest, x, y, &row, |_| style);
            }
        };
        piece(buffer, 2, &choice.letter.to_string(), theme::STRONG);
        piece(buffer, 4, &choice.what, Style::new());
        piece(buffer, 4 + NAME, &choice.words, theme::QUIET);
    }
}
