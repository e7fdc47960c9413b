//! The help screen, made from the tables of keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::layout::Direction;
use crate::reader::State;
use crate::reader::areas::{HelpAreas, HelpRow};
use crate::reader::keys::Context;

use super::{put, theme};

/// Columns of the keys, and of a whole line at most.
const KEYS: u16 = 14;
const LINE: u16 = KEYS + 44;

/// What stands for the keys of an action that has none.
const NO_KEY: &str = "–";

/// Draws it over everything but the status line.
pub(super) fn draw(state: &State, buffer: &mut Buffer) {
    let help = HelpAreas::of(state.size());
    put::fill(buffer, help.area, Style::new());
    let margin = u16::from(help.area.width > LINE);
    let width = ((help.area.width - margin) / help.columns).min(LINE);
    let left = ((help.area.width - width * help.columns) / 2).max(margin);
    let title = put::one_row(concat!("newsreader ", env!("CARGO_PKG_VERSION"), ": keys"), width, Direction::Ltr);
    put::row(buffer, help.area, left, help.area.y, &title, |_| theme::STRONG);
    // A terminal may have become higher since it was scrolled.
    let scrolled = state.help().unwrap_or(0).min(help.most_scrolled());
    let seen = help.rows.iter().skip(scrolled).take(help.visible);
    for (y, row) in (help.area.y + 2..help.area.bottom()).zip(seen) {
        let line = Rect::new(left, y, width, 1);
        match *row {
            HelpRow::Blank => {}
            HelpRow::Title(context) => {
                let title = put::one_row(context.title(), width, Direction::Ltr);
                put::row(buffer, line, left, y, &title, |_| theme::STRONG);
            }
            HelpRow::Keys(context, first, second) => {
                draw_binding(state, buffer, line, (context, first));
                if let Some(second) = second {
                    draw_binding(state, buffer, Rect { x: left + width, ..line }, (context, second));
                }
            }
        }
    }
}

fn draw_binding(state: &State, buffer: &mut Buffer, line: Rect, (context, at): (Context, usize)) {
    let Some((binding, keys)) = state.keymap().table(context).nth(at) else { return };
    let keys: Vec<String> = keys.iter().map(|key| key.name()).collect();
    let keys = if keys.is_empty() { NO_KEY.to_owned() } else { keys.join(" ") };
    let keys = put::one_row(&keys, KEYS - 1, Direction::Ltr);
    put::row(buffer, line, line.x, line.y, &keys, |_| theme::STRONG);
    let room = line.width.saturating_sub(KEYS);
    if room > 0 {
        let help = put::one_row(binding.help, room, Direction::Ltr);
        put::row(buffer, line, line.x + KEYS, line.y, &help, |_| Style::new());
    }
}
