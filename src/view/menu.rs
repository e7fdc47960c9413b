//! The letters that make sense now, above the status line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::layout::Direction;
use crate::reader::keys::Context;
use crate::reader::{Action, Awaited, State};
use crate::tongue::{Text, Tongue};

use super::{put, theme};

/// Columns for what a letter stands for.
const NAME: u16 = 12;

pub(super) fn draw(state: &State, buffer: &mut Buffer) {
    let Some(awaited) = state.awaited() else { return };
    let choices = state.choices();
    let (columns, rows) = state.size();
    let bottom = rows - state.areas().status.height;
    let tongue = state.tongue();
    let title = match (awaited, choices.is_empty()) {
        (Awaited::SetMark, _) => tongue.text(Text::MenuSetMark),
        (Awaited::GoToMark, false) => tongue.text(Text::MenuGoToMark),
        (Awaited::GoToMark, true) => tongue.no_bookmarks(&state.key_for(Action::Wait(Awaited::SetMark))),
        (Awaited::Copy, _) => tongue.text(Text::MenuCopy),
    };
    let title = if choices.is_empty() { title } else { with_hints(title, &hints(state, awaited), columns, tongue) };
    let shown = choices.len().min(usize::from(bottom.saturating_sub(1)));
    // As many as fit were taken.
    let height = (shown as u16 + 1).min(bottom);
    let area = Rect::new(0, bottom - height, columns, height);
    put::fill(buffer, area, Style::new());
    put::fill(buffer, Rect { height: 1, ..area }, theme::STATUS);
    let rtl = tongue.is_rtl();
    let head = put::behind(area, u16::from(area.width > 8), rtl);
    let row = put::said_row(&title, head.width, tongue);
    put::row(buffer, head, put::aligned(head, &row, rtl), area.y, &row, |_| theme::STATUS);
    let scrolled = (state.choice() + 1).saturating_sub(shown);
    for (y, (index, choice)) in (area.y + 1..area.bottom()).zip(choices.iter().enumerate().skip(scrolled)) {
        let line = Rect { y, height: 1, ..area };
        let base = if index == state.choice() { theme::CHOSEN } else { Style::new() };
        put::fill(buffer, line, base);
        let piece = |buffer: &mut Buffer, columns: u16, text: &str, style: Style| {
            let rest = put::behind(line, columns, rtl);
            if !rest.is_empty() {
                let row = put::one_row(text, rest.width, Direction::from_rtl(rtl));
                put::row(buffer, rest, put::aligned(rest, &row, rtl), y, &row, |_| base.patch(style));
            }
        };
        piece(buffer, 2, &choice.letter.to_string(), theme::STRONG);
        piece(buffer, 4, &choice.what, Style::new());
        piece(buffer, 4 + NAME, &choice.words, theme::QUIET);
    }
}

/// As many hints behind the title as there is room for, each whole.
fn with_hints(title: String, hints: &[String], columns: u16, tongue: Tongue) -> String {
    hints.iter().fold(title, |title, hint| {
        let longer = format!("{title}   {hint}");
        if put::whole_said_row(&longer, columns.saturating_sub(2), tongue).is_some() { longer } else { title }
    })
}

/// What can be done with the chosen line.
fn hints(state: &State, awaited: Awaited) -> Vec<String> {
    let key = |action| state.keymap().key(Context::Choosing, action).map(|key| key.name());
    let take = if awaited == Awaited::SetMark { Text::HintReplaces } else { Text::HintTakes };
    let hints = [
        (key(Action::Accept), take),
        (key(Action::Remove).filter(|_| awaited != Awaited::Copy), Text::HintDeletes),
        (key(Action::Close), Text::HintClose),
    ];
    let hint = |(key, what): (Option<String>, Text)| Some(state.tongue().key_hint(&key?, what));
    hints.into_iter().filter_map(hint).collect()
}
