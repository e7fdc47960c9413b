//! The help screen, made from the table of keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::layout::Direction;
use crate::reader::State;
use crate::reader::areas::HelpAreas;
use crate::reader::keys::{BINDINGS, Binding};

use super::{put, theme};

/// Columns of the keys, and of a whole line at most.
const KEYS: u16 = 14;
const LINE: u16 = KEYS + 44;

/// Draws it over everything but the status line.
pub(super) fn draw(state: &State, buffer: &mut Buffer) {
    let help = HelpAreas::of(state.size(), BINDINGS.len());
    put::fill(buffer, help.area, Style::new());
    let margin = u16::from(help.area.width > LINE);
    let width = ((help.area.width - margin) / help.columns).min(LINE);
    let left = ((help.area.width - width * help.columns) / 2).max(margin);
    let title = put::one_row(concat!("newsreader ", env!("CARGO_PKG_VERSION"), ": keys"), width, Direction::Ltr);
    put::row(buffer, help.area, left, help.area.y, &title, |_| theme::STRONG);
    // A terminal may have become higher since it was scrolled.
    let scrolled = state.help().unwrap_or(0).min(help.most_scrolled());
    for (x, bindings) in (left..).step_by(usize::from(width.max(1))).zip(BINDINGS.chunks(help.lines)) {
        let seen = bindings.iter().skip(scrolled).take(help.visible);
        for (y, binding) in (help.area.y + 2..help.area.bottom()).zip(seen) {
            draw_binding(buffer, Rect::new(x, y, width, 1), binding);
        }
    }
}

fn draw_binding(buffer: &mut Buffer, line: Rect, binding: &Binding) {
    let keys: Vec<String> = binding.keys.iter().map(|key| key.name()).collect();
    let keys = put::one_row(&keys.join(" "), KEYS - 1, Direction::Ltr);
    put::row(buffer, line, line.x, line.y, &keys, |_| theme::STRONG);
    let room = line.width.saturating_sub(KEYS);
    if room > 0 {
        let help = put::one_row(binding.help, room, Direction::Ltr);
        put::row(buffer, line, line.x + KEYS, line.y, &help, |_| Style::new());
    }
}
