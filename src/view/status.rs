//! The status line: what can be done, what was found, where we are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::layout::Direction;
use crate::reader::{Focus, State, Target};

use super::{put, theme};

pub(super) fn draw(state: &mut State, buffer: &mut Buffer) {
    let area = state.areas().status;
    if area.is_empty() {
        return;
    }
    put::fill(buffer, area, theme::STATUS);
    let position = put::one_row(&position(state), area.width, Direction::Ltr);
    let room = area.width.saturating_sub(position.width + 2);
    if position.width < area.width {
        put::row(buffer, area, area.right() - position.width - 1, area.y, &position, |_| theme::STATUS);
    }
    let mut left = Rect { x: area.x + u16::from(area.width > 8), width: room.saturating_sub(1), ..area };
    for piece in pieces(state) {
        // Each piece is laid out by itself: an Arabic name must not draw the words beside it along.
        let (text, whole) = match &piece {
            Piece::Text(text) => (text.as_str(), false),
            Piece::Hint(text) => (*text, true),
        };
        if left.width < 2 {
            break;
        }
        let row = put::one_row(text, left.width, Direction::Ltr);
        // Half a hint tells nothing.
        if whole && text.len() > usize::from(left.width) {
            break;
        }
        put::row(buffer, left, left.x, left.y, &row, |_| theme::STATUS);
        let used = (row.width + 2).min(left.width);
        left = Rect { x: left.x + used, width: left.width - used, ..left };
    }
}

/// Where we are: which of several articles, and in per cent of the text above the end of the screen.
fn position(state: &mut State) -> String {
    let (visible, all) = state.visible_bytes();
    let within = match (visible.start, visible.end) {
        (0, end) if end >= all => "all".to_owned(),
        (0, _) => "top".to_owned(),
        (_, end) if end >= all => "end".to_owned(),
        (_, end) => format!("{} %", end as u128 * 100 / all.max(1) as u128),
    };
    match state.among() {
        Some(among) => format!("{among}  {within}"),
        None => within,
    }
}

/// A part of the status line.
enum Piece {
    /// Cut when there is no room for all of it.
    Text(String),
    /// A key and what it does, in ASCII; left out when there is no room for all of it.
    Hint(&'static str),
}

fn pieces(state: &State) -> Vec<Piece> {
    if let Some(message) = state.message() {
        return vec![Piece::Text(message.to_owned())];
    }
    if let Some(progress) = state.progress() {
        return vec![Piece::Text(progress.to_owned()), Piece::Hint("Esc stops"), Piece::Hint("q quit")];
    }
    let hints: &[&'static str] = match (state.help().is_some(), state.focus()) {
        (true, _) => &["? or Esc closes", "j k scroll", "q quit"],
        (false, Focus::Sidebar) => &["Enter jumps", "1 2 3 tabs", "Tab article", "? help", "q quit"],
        (false, Focus::Article) if state.selection().is_some() => {
            &["n next", "N previous", "[ back", "? help", "q quit"]
        }
        (false, Focus::Article) => &["Tab sidebar", "? help", "q quit"],
    };
    let mut pieces: Vec<Piece> = Vec::new();
    if state.focus() == Focus::Article && state.help().is_none() {
        pieces.extend(selected(state).into_iter().map(Piece::Text));
    }
    pieces.extend(hints.iter().map(|&hint| Piece::Hint(hint)));
    if state.selection().is_none() && state.focus() == Focus::Article && state.is_past_headline() {
        pieces.extend(state.article().headline.clone().map(Piece::Text));
    }
    pieces
}

/// The name of what was jumped to, and which of how many places this is.
fn selected(state: &State) -> Vec<String> {
    let Some(selection) = state.selection() else { return Vec::new() };
    let article = state.article();
    let (at, count) = selection.position(state.places());
    let place = format!("{}/{count}", at + 1);
    let name = match selection.target {
        Target::Entity(entity) => {
            let entity = &article.entities[entity];
            format!("{} {}", theme::sign(entity.kind), entity.name)
        }
        Target::Quote(quote) => match article.quotes[quote].speakers.first() {
            Some(speaker) => article.speaker_name(speaker).to_owned(),
            None => "quotation".to_owned(),
        },
        Target::Heading(_) => "heading".to_owned(),
        Target::Link(block, mark) => {
            let mark = article.blocks.get(block).and_then(|block| block.marks.get(mark));
            mark.and_then(|mark| mark.url.clone()).unwrap_or_default()
        }
        Target::Match => state.places().search.map_or(String::new(), |search| search.query().typed().to_owned()),
    };
    vec![place, name]
}
