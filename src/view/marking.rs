//! Lines that are marked to be copied.

use ratatui::buffer::Buffer;

use crate::reader::State;

use super::theme;

/// Lays the mark over the text that is drawn already.
pub(super) fn draw(state: &mut State, buffer: &mut Buffer) {
    let Some((first, last)) = state.marked_lines() else { return };
    let area = state.areas().text;
    let mut line = Some(state.top());
    for y in area.y..area.bottom() {
        let Some(here) = line else { return };
        if (first..=last).contains(&here) && state.page().row(here).is_some() {
            for x in area.x..area.right() {
                buffer[(x, y)].set_style(theme::CHOSEN);
            }
        }
        line = state.page().below(here);
    }
}
