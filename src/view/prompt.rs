//! The line that is being typed, in place of the status line, with its cursor where the next letter will stand.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::layout::{Direction, Marks, Options, TextLayout};
use crate::reader::keys::Context;
use crate::reader::{Action, Asked, State};
use crate::tongue::Text;

use super::{put, theme};

/// Columns for what is typed where the keys that end it are named.
const TYPED: u16 = 40;

/// Stands for the place behind the last letter, so that blanks at the end are shown. It is never sent.
const BEHIND: &str = "▏";

pub(super) fn draw(state: &State, buffer: &mut Buffer) {
    let Some((asked, prompt, exact)) = state.asked() else { return };
    let area = state.areas().status;
    let area = if area.is_empty() { last_row(state) } else { area };
    put::fill(buffer, area, Style::new());
    let sign = if asked == Asked::Search { "/" } else { "~" };
    let news = news(state, asked, exact);
    let rtl = prompt.is_rtl(state.mirrored());
    let direction = Direction::from_rtl(rtl);
    let sign = put::one_row(sign, area.width, direction);
    let tongue = state.tongue();
    let ways = put::said_row(&format!("{news}   {}", ways(state, asked).join("  ")), u16::MAX, tongue);
    let news = put::said_row(&news, area.width, tongue);
    // How it ends, as long as a long line has room beside it.
    let typed = if prompt.text().is_empty() { 14 } else { TYPED };
    let news = if ways.width + typed <= area.width { ways } else { news };
    // What is typed comes first; the news stands at its other end if there is room.
    let least = 12.min(area.width);
    let side = if news.width + least + 3 <= area.width { news.width + 2 } else { 0 };
    let room = area.width.saturating_sub(side + 1).max(1);
    let field = Rect { x: if rtl { area.right().saturating_sub(room + 1) } else { area.x + 1 }, width: room, ..area };
    let field = field.intersection(area);
    let sign_at = if rtl { area.right() - 1 } else { area.x };
    put::row(buffer, area, sign_at, area.y, &sign, |_| theme::STRONG);
    if side > 0 {
        let at = if rtl { area.x } else { area.right() - news.width };
        put::row(buffer, area, at, area.y, &news, |_| theme::QUIET);
    }
    let text = format!("{}{BEHIND}", prompt.text());
    let mut layout = TextLayout::new(text.as_str(), direction, Options { width: field.width, marks: Marks::Keep });
    let index = layout.row_of(prompt.cursor());
    let Some(row) = layout.row(index) else { return };
    let at = put::aligned(field, &row, rtl);
    put::row(buffer, field, at, field.y, &row, |cell| {
        if cell.bytes.contains(&prompt.cursor()) { theme::CHOSEN } else { Style::new() }
    });
    for cell in row.cells.iter().filter(|cell| cell.bytes.start == prompt.text().len()) {
        let x = at + cell.column;
        if x < field.right() {
            buffer[(x, field.y)].set_symbol(" ");
        }
    }
}

/// Where there is no status line the prompt covers the last row.
fn last_row(state: &State) -> Rect {
    let (columns, rows) = state.size();
    Rect::new(0, rows.saturating_sub(1), columns, 1)
}

fn news(state: &State, asked: Asked, exact: bool) -> String {
    let tongue = state.tongue();
    let with_mode = |news: String| if exact { tongue.with_exact(&news) } else { news };
    let Some(search) = state.marked_search().filter(|_| asked == Asked::Search) else {
        return match asked {
            Asked::Search => with_mode(tongue.text(Text::SearchPrompt)),
            Asked::Filter => tongue.text(Text::FilterPrompt),
        };
    };
    let count = search.places().len();
    with_mode(match (state.selection(), count) {
        _ if !search.is_done() => {
            tongue.found_so_far(count, &tongue.per_cent_of(search.per_cent(state.article()), 100))
        }
        (_, 0) => tongue.text(Text::NotFound),
        (Some(selection), _) => {
            let (at, count) = selection.position(state.places());
            if search.is_cut() { tongue.place_of_more(at + 1, count) } else { tongue.place_of(at + 1, count) }
        }
        (None, _) => tongue.number(count),
    })
}

/// The keys that end it.
fn ways(state: &State, asked: Asked) -> Vec<String> {
    let close = if asked == Asked::Search { Text::HintGoBack } else { Text::HintEnd };
    let hint = |(action, what)| {
        let key = state.keymap().key(Context::Typing, action)?;
        Some(state.tongue().key_hint(&key.name(), what))
    };
    [(Action::Accept, Text::HintKeep), (Action::Close, close)].into_iter().filter_map(hint).collect()
}
