//! The help screen, made from the table of keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::layout::Direction;
use crate::reader::State;
use crate::reader::keys::{BINDINGS, Binding};

use super::{put, theme};

/// Columns of the keys and of what they do, with the air between them.
const KEYS: u16 = 16;
const WIDTH: u16 = KEYS + 44;

pub(super) fn draw(state: &State, buffer: &mut Buffer) {
    let (columns, rows) = state.size();
    let height = rows.saturating_sub(state.areas().status.height);
    // Where one column of bindings is too high, two stand beside each other.
    let needed = u16::try_from(BINDINGS.len()).unwrap_or(u16::MAX).saturating_add(2);
    let two = height < needed && columns >= SMALL * 2;
    let lines = if two { BINDINGS.len().div_ceil(2) } else { BINDINGS.len() };
    let width = if two { columns.min(WIDTH * 2) } else { columns.min(WIDTH) };
    let tall = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2).min(height);
    let area = Rect::new((columns - width) / 2, (height - tall) / 2, width, tall);
    put::fill(buffer, area, Style::new());
    let title = put::one_row("keys", width, Direction::Ltr);
    put::row(buffer, area, area.x + 1, area.y, &title, |_| theme::STRONG);
    let parts = if two { 2 } else { 1 };
    for (index, binding) in BINDINGS.iter().enumerate() {
        let part = u16::try_from(index / lines).unwrap_or(0);
        let x = area.x + part * (width / parts);
        let Ok(y) = u16::try_from(index % lines) else { break };
        let line = Rect::new(x + 1, area.y + 1 + y, (width / parts).saturating_sub(2), 1);
        if line.y < area.bottom() {
            draw_binding(buffer, line, binding);
        }
    }
}

/// Columns that a binding needs at least to be understood.
const SMALL: u16 = 38;

fn draw_binding(buffer: &mut Buffer, line: Rect, binding: &Binding) {
    let keys: Vec<String> = binding.keys.iter().map(|key| key.name()).collect();
    let keys = put::one_row(&keys.join(" "), KEYS - 2, Direction::Ltr);
    put::row(buffer, line, line.x, line.y, &keys, |_| theme::STRONG);
    let help = put::one_row(binding.help, line.width.saturating_sub(KEYS).max(1), Direction::Ltr);
    put::row(buffer, line, line.x + KEYS, line.y, &help, |_| Style::new());
}
