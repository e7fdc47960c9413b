//! The help screen, made from the tables of keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::layout::Direction;
use crate::reader::State;
use crate::reader::areas::{HelpAreas, HelpRow};
use crate::reader::help_texts::{heading, help_text};
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
    let tongue = state.tongue();
    put::fill(buffer, help.area, Style::new());
    let margin = u16::from(help.area.width > LINE);
    let width = ((help.area.width - margin) / help.columns).min(LINE);
    let margin = ((help.area.width - width * help.columns) / 2).max(margin);
    // Columns of lines follow each other as the language is read.
    let inner = put::behind(help.area, margin, tongue.is_rtl());
    draw_title(state, buffer, inner, &tongue.help_title(concat!("newsreader ", env!("CARGO_PKG_VERSION"))));
    // A terminal may have become higher since it was scrolled.
    let scrolled = state.help().unwrap_or(0).min(help.most_scrolled());
    let seen = help.rows.iter().skip(scrolled).take(help.visible);
    for (y, row) in (help.area.y + 2..help.area.bottom()).zip(seen) {
        let line = Rect { y, height: 1, ..inner };
        match *row {
            HelpRow::Blank => {}
            HelpRow::Title(context) => draw_title(state, buffer, line, &tongue.text(heading(context))),
            HelpRow::Keys(context, first, second) => {
                draw_binding(state, buffer, part(line, width, tongue.is_rtl()), (context, first));
                if let Some(second) = second {
                    let rest = put::behind(line, width, tongue.is_rtl());
                    draw_binding(state, buffer, part(rest, width, tongue.is_rtl()), (context, second));
                }
            }
        }
    }
}

/// The first `width` columns of a line, from where it is read.
fn part(line: Rect, width: u16, rtl: bool) -> Rect {
    let x = if rtl { line.right().saturating_sub(width).max(line.x) } else { line.x };
    Rect { x, width: width.min(line.width), ..line }
}

fn draw_title(state: &State, buffer: &mut Buffer, line: Rect, title: &str) {
    let row = put::said_row(title, line.width, state.tongue());
    put::row(buffer, line, put::aligned(line, &row, state.tongue().is_rtl()), line.y, &row, |_| theme::STRONG);
}

fn draw_binding(state: &State, buffer: &mut Buffer, line: Rect, (context, at): (Context, usize)) {
    let Some((binding, keys)) = state.keymap().table(context).nth(at) else { return };
    let tongue = state.tongue();
    let rtl = tongue.is_rtl();
    let keys: Vec<String> = keys.iter().map(|key| key.name()).collect();
    let keys = if keys.is_empty() { NO_KEY.to_owned() } else { keys.join(" ") };
    let keys = put::one_row(&keys, KEYS - 1, Direction::Ltr);
    put::row(buffer, line, put::aligned(line, &keys, rtl), line.y, &keys, |_| theme::STRONG);
    let line = put::behind(line, KEYS, rtl);
    if !line.is_empty() {
        let text = help_text(binding.action, context);
        let help = text.map_or_else(|| binding.help.to_owned(), |text| tongue.text(text));
        let help = put::said_row(&help, line.width, tongue);
        put::row(buffer, line, put::aligned(line, &help, rtl), line.y, &help, |_| Style::new());
    }
}
