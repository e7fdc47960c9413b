//! The letters that make sense now, above the status line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::layout::Direction;
use crate::reader::keys::Context;
use crate::reader::{Action, Awaited, State};

use super::{put, theme};

/// Columns for what a letter stands for.
const NAME: u16 = 12;

pub(super) fn draw(state: &State, buffer: &mut Buffer) {
    let Some(awaited) = state.awaited() else { return };
    let choices = state.choices();
    let (columns, rows) = state.size();
    let bottom = rows - state.areas().status.height;
    let title = match (awaited, choices.is_empty()) {
        (Awaited::SetMark, _) => "bookmark this place: a letter for it".to_owned(),
        (Awaited::GoToMark, false) => "go to a bookmark".to_owned(),
        (Awaited::GoToMark, true) => {
            let set = state.key_for(Action::Wait(Awaited::SetMark));
            format!("no bookmarks yet: {set} and a letter sets one")
        }
        (Awaited::Copy, _) => "copy".to_owned(),
    };
    let title = if choices.is_empty() { title } else { with_hints(title, &hints(state, awaited), columns) };
    let shown = choices.len().min(usize::from(bottom.saturating_sub(1)));
    // As many as fit were taken.
    let height = (shown as u16 + 1).min(bottom);
    let area = Rect::new(0, bottom - height, columns, height);
    put::fill(buffer, area, Style::new());
    put::fill(buffer, Rect { height: 1, ..area }, theme::STATUS);
    let row = put::one_row(&title, area.width, Direction::Ltr);
    put::row(buffer, area, area.x + u16::from(area.width > 8), area.y, &row, |_| theme::STATUS);
    let scrolled = (state.choice() + 1).saturating_sub(shown);
    for (y, (index, choice)) in (area.y + 1..area.bottom()).zip(choices.iter().enumerate().skip(scrolled)) {
        let line = Rect { y, height: 1, ..area };
        let base = if index == state.choice() { theme::CHOSEN } else { Style::new() };
        put::fill(buffer, line, base);
        let piece = |buffer: &mut Buffer, x: u16, text: &str, style: Style| {
            if x < line.right() {
                let rest = Rect { x, width: line.right() - x, ..line };
                let row = put::one_row(text, rest.width, Direction::Ltr);
                put::row(buffer, rest, x, y, &row, |_| base.patch(style));
            }
        };
        piece(buffer, 2, &choice.letter.to_string(), theme::STRONG);
        piece(buffer, 4, &choice.what, Style::new());
        piece(buffer, 4 + NAME, &choice.words, theme::QUIET);
    }
}

/// As many hints behind the title as there is room for, each whole.
fn with_hints(title: String, hints: &[String], columns: u16) -> String {
    hints.iter().fold(title, |title, hint| {
        let longer = format!("{title}   {hint}");
        if longer.chars().count() + 2 <= usize::from(columns) { longer } else { title }
    })
}

/// What can be done with the chosen line.
fn hints(state: &State, awaited: Awaited) -> Vec<String> {
    let key = |action| state.keymap().key(Context::Choosing, action).map(|key| key.name());
    let take = if awaited == Awaited::SetMark { "replaces" } else { "takes it" };
    let delete = key(Action::Remove).filter(|_| awaited != Awaited::Copy);
    let pieces = [
        key(Action::Accept).map(|key| format!("{key} {take}")),
        delete.map(|key| format!("{key} deletes")),
        key(Action::Close).map(|key| format!("{key} closes")),
    ];
    pieces.into_iter().flatten().collect()
}
