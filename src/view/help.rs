//! The help screen, made from the table of keys.

use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::layout::{Direction, Row};
use crate::reader::State;
use crate::reader::keys::{BINDINGS, Binding};

use super::{put, theme};

/// Columns of the keys with the air behind them, and of the whole.
const KEYS: u16 = 15;
const WIDTH: u16 = KEYS + 44;

/// Columns that a binding needs at least to be understood.
const SMALL: u16 = 38;

/// A row of the help: the keys in the first row of a binding, what they do in one or two.
type HelpRow = (Option<Rc<Row>>, Rc<Row>);

pub(super) fn draw(state: &State, buffer: &mut Buffer) {
    let (columns, rows) = state.size();
    let height = rows.saturating_sub(state.areas().status.height);
    // Where one column of bindings is too high, two stand beside each other.
    let two = usize::from(height) < BINDINGS.len() + 2 && columns >= SMALL * 2;
    let parts = if two { 2 } else { 1 };
    let width = columns.min(WIDTH * parts);
    let column = (width / parts).saturating_sub(2);
    let room = usize::from(height.saturating_sub(1));
    let helps = [2, 1].map(|most| divided(column, usize::from(parts), most));
    let Some(helps) = helps.iter().find(|helps| helps.iter().all(|part| part.len() <= room)).or(helps.last()) else {
        return;
    };
    let lines = helps.iter().map(Vec::len).max().unwrap_or(0);
    let tall = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2).min(height);
    let area = Rect::new((columns - width) / 2, (height - tall) / 2, width, tall);
    put::fill(buffer, area, Style::new());
    let title = put::one_row("keys", width, Direction::Ltr);
    put::row(buffer, area, area.x + 1, area.y, &title, |_| theme::STRONG);
    for (x, part) in (area.x + 1..).step_by(usize::from(width / parts).max(1)).zip(helps) {
        for (y, (keys, help)) in (area.y + 1..area.bottom()).zip(part) {
            let line = Rect::new(x, y, column, 1);
            if let Some(keys) = keys {
                put::row(buffer, line, x, y, keys, |_| theme::STRONG);
            }
            put::row(buffer, line, x + KEYS, y, help, |_| Style::new());
        }
    }
}

/// The table in `parts` columns of about the same height, each binding in `most` rows at most.
fn divided(width: u16, parts: usize, most: usize) -> Vec<Vec<HelpRow>> {
    let of_binding = |binding: &Binding| -> Vec<HelpRow> {
        let keys: Vec<String> = binding.keys.iter().map(|key| key.name()).collect();
        let mut keys = Some(put::one_row(&keys.join(" "), KEYS - 2, Direction::Ltr));
        let help = put::rows(binding.help, width.saturating_sub(KEYS).max(1), most, Direction::Ltr);
        help.into_iter().map(|row| (keys.take(), row)).collect()
    };
    let bindings: Vec<Vec<HelpRow>> = BINDINGS.iter().map(of_binding).collect();
    let all: usize = bindings.iter().map(Vec::len).sum();
    let mut divided = vec![Vec::new()];
    for rows in bindings {
        let last = divided.len() - 1;
        if divided.len() < parts && divided[last].len() + rows.len() > all.div_ceil(parts) {
            divided.push(rows);
        } else {
            divided[last].extend(rows);
        }
    }
    divided
}
