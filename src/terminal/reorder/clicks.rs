//! Where a click is meant. A terminal that reorders a row itself reports a click at the column in which the letter was sent, not
//! in which it is seen (measured: docs/terminals.md).

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;

use super::{Mode, Reordering, logical};

/// The last frame, as far as clicks on it have to be turned back.
#[derive(Debug, Default)]
pub struct Shown(Option<(Buffer, Reordering)>);

impl Shown {
    /// Remembers a frame of cells in visual order that is sent like this.
    pub fn keep(&mut self, frame: &Buffer, how: Reordering) {
        self.0 = (how.mode == Mode::Logical).then(|| (frame.clone(), how));
    }

    /// The column of the frame that shows what was sent in `column` of `row`, both from 0.
    #[must_use]
    pub fn column(&self, column: u16, row: u16) -> u16 {
        let Some((frame, how)) = &self.0 else { return column };
        if column >= frame.area.width || row >= frame.area.height {
            return column;
        }
        let width = usize::from(frame.area.width);
        let start = usize::from(row) * width;
        let mut cells: Vec<Cell> = frame.content[start..start + width].to_vec();
        // Cells move with their colours, so a colour tells where one came from.
        for (at, cell) in (0u16..).zip(&mut cells) {
            let [high, low] = at.to_be_bytes();
            cell.fg = Color::Rgb(high, low, 0);
        }
        logical(&mut cells, how.mirrors, how.parting);
        match cells[usize::from(column)].fg {
            Color::Rgb(high, low, _) => u16::from_be_bytes([high, low]),
            _ => column,
        }
    }
}
