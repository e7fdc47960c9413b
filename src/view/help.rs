//! The help screen, made from the table of keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::layout::Direction;
use crate::reader::State;
use crate::reader::areas::HelpAreas;
use crate::reader::help_texts::help_text;
use crate::reader::keys::{BINDINGS, Binding};
use crate::tongue::Tongue;

use super::{put, theme};

/// Columns of the keys, and of a whole line at most.
const KEYS: u16 = 14;
const LINE: u16 = KEYS + 44;

/// Draws it over everything but the status line.
pub(super) fn draw(state: &State, buffer: &mut Buffer) {
    let help = HelpAreas::of(state.size(), BINDINGS.len());
    let tongue = state.tongue();
    put::fill(buffer, help.area, Style::new());
    let margin = u16::from(help.area.width > LINE);
    let width = ((help.area.width - margin) / help.columns).min(LINE);
    let margin = ((help.area.width - width * help.columns) / 2).max(margin);
    // Columns of lines follow each other as the language is read.
    let mut rest = put::behind(help.area, margin, tongue.is_rtl());
    let title = put::said_row(&tongue.help_title(env!("CARGO_PKG_VERSION")), rest.width, tongue);
    put::row(buffer, rest, put::aligned(rest, &title, tongue.is_rtl()), rest.y, &title, |_| theme::STRONG);
    // A terminal may have become higher since it was scrolled.
    let scrolled = state.help().unwrap_or(0).min(help.most_scrolled());
    for bindings in BINDINGS.chunks(help.lines) {
        let x = if tongue.is_rtl() { rest.right().saturating_sub(width).max(rest.x) } else { rest.x };
        let column = Rect { x, width: width.min(rest.width), ..rest };
        let seen = bindings.iter().skip(scrolled).take(help.visible);
        for (y, binding) in (help.area.y + 2..help.area.bottom()).zip(seen) {
            draw_binding(buffer, Rect { y, height: 1, ..column }, binding, tongue);
        }
        rest = put::behind(rest, width, tongue.is_rtl());
    }
}

fn draw_binding(buffer: &mut Buffer, line: Rect, binding: &Binding, tongue: Tongue) {
    let rtl = tongue.is_rtl();
    let keys: Vec<String> = binding.keys.iter().map(|key| key.name()).collect();
    let keys = put::one_row(&keys.join(" "), KEYS - 1, Direction::Ltr);
    put::row(buffer, line, put::aligned(line, &keys, rtl), line.y, &keys, |_| theme::STRONG);
    let line = put::behind(line, KEYS, rtl);
    if !line.is_empty() {
        let text = help_text(binding.action, false);
        let help = text.map_or_else(|| binding.help.to_owned(), |text| tongue.text(text));
        let help = put::said_row(&help, line.width, tongue);
        put::row(buffer, line, put::aligned(line, &help, rtl), line.y, &help, |_| Style::new());
    }
}
