//! The position strip beside the text: which part of the article is on screen, and where the
//! selected entity occurs.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::reader::State;

use super::theme;

const TRACK: &str = "│";
const HERE: &str = "┃";
const PLACE: &str = "•";

pub(super) fn draw(state: &mut State, buffer: &mut Buffer) {
    let area = state.areas().strip;
    if area.is_empty() {
        return;
    }
    let (visible, all) = state.visible_bytes();
    let row_of = |byte: usize| scaled(byte, all, area.height);
    // At least one row shows where we are, also in an endless article.
    let (first, last) = (row_of(visible.start), row_of(visible.end.saturating_sub(1).max(visible.start)));
    for row in 0..area.height {
        let here = (first..=last).contains(&row);
        // The track parts the text from the sidebar; alone it would have to be mended after every scroll.
        let (symbol, style) = match here {
            true => (HERE, Style::new()),
            false if state.areas().sidebar.y > 0 || state.areas().sidebar.is_empty() => (" ", Style::new()),
            false => (TRACK, theme::QUIET),
        };
        buffer[(area.x, area.y + row)].set_symbol(symbol).set_style(style);
    }
    let current = state.selection().map(|selection| selection.spans(state.places())).unwrap_or_default();
    let mut mark = |row: u16, style| _ = buffer[(area.x, area.y + row)].set_symbol(PLACE).set_style(style);
    match (state.marked_search(), state.selection()) {
        (Some(search), _) => {
            // Of very many places none is looked at but those at the borders of the rows.
            let before = |row: u16| search.count_before(|span| row_of(state.bytes_before(span)) < row);
            (0..area.height).filter(|&row| before(row) < before(row + 1)).for_each(|row| mark(row, theme::PLACE));
        }
        (None, Some(selection)) => {
            let mentions = selection.mentions(state.places()).iter();
            mentions.for_each(|mention| mark(row_of(state.bytes_before(&mention.span)), theme::PLACE));
        }
        (None, None) => return,
    }
    // The current place is not painted over by another in the same row.
    let style = theme::PLACE.patch(theme::CHOSEN);
    current.iter().for_each(|span| mark(row_of(state.bytes_before(span)), style));
}

/// The row of `height` for byte `at` of `all`.
fn scaled(at: usize, all: usize, height: u16) -> u16 {
    let row = at as u128 * u128::from(height) / (all.max(1) as u128);
    u16::try_from(row).unwrap_or(u16::MAX).min(height.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::scaled;

    #[test]
    fn the_first_byte_is_at_the_top_and_the_last_at_the_bottom() {
        for (at, all, height, row) in
            [(0, 100, 10, 0), (99, 100, 10, 9), (100, 100, 10, 9), (0, 0, 10, 0), (5, 10, 1, 0)]
        {
            assert_eq!(scaled(at, all, height), row);
        }
    }
}
