//! The status line: what can be done, what was found, where we are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::layout::Direction;
use crate::reader::{Focus, State, Target};
use crate::tongue::Text;

use super::{put, theme};

pub(super) fn draw(state: &mut State, buffer: &mut Buffer) {
    let area = state.areas().status;
    if area.is_empty() {
        return;
    }
    put::fill(buffer, area, theme::STATUS);
    let tongue = state.tongue();
    let rtl = tongue.is_rtl();
    let position = put::said_row(&position(state), area.width, tongue);
    let room = area.width.saturating_sub(position.width + 2);
    if position.width < area.width {
        let x = if rtl { area.x + 1 } else { area.right() - position.width - 1 };
        put::row(buffer, area, x, area.y, &position, |_| theme::STATUS);
    }
    let line = put::behind(area, u16::from(area.width > 8), rtl);
    let width = room.saturating_sub(1).min(line.width);
    let mut left = Rect { x: if rtl { line.right() - width } else { line.x }, width, ..line };
    for piece in pieces(state) {
        if left.width < 2 {
            break;
        }
        // Each piece is laid out by itself: an Arabic name must not draw the words beside it along.
        let row = match &piece {
            Piece::Said(text) => put::said_row(text, left.width, tongue),
            Piece::Name(text) => put::one_row(text, left.width, Direction::from_rtl(rtl)),
            Piece::Hint(text) => match put::whole_said_row(text, left.width, tongue) {
                Some(row) => row,
                // Half a hint tells nothing.
                None => break,
            },
        };
        put::row(buffer, left, put::aligned(left, &row, rtl), left.y, &row, |_| theme::STATUS);
        left = put::behind(left, row.width + 2, rtl);
    }
}

/// Where we are: which of several articles, and in per cent of the text above the end of the screen.
fn position(state: &mut State) -> String {
    let (visible, all) = state.visible_bytes();
    let tongue = state.tongue();
    let within = match (visible.start, visible.end) {
        (0, end) if end >= all => tongue.text(Text::PlaceAll),
        (0, _) => tongue.text(Text::PlaceTop),
        (_, end) if end >= all => tongue.text(Text::PlaceEnd),
        (_, end) => tongue.per_cent_of(end, all),
    };
    match state.among() {
        Some(among) => format!("{among}  {within}"),
        None => within,
    }
}

/// A part of the status line.
enum Piece {
    /// Of the interface. Cut when there is no room for all of it.
    Said(String),
    /// Of the article, with a direction of its own. Cut when there is no room for all of it.
    Name(String),
    /// A key and what it does; left out when there is no room for all of it.
    Hint(String),
}

fn pieces(state: &State) -> Vec<Piece> {
    let tongue = state.tongue();
    let hint = |(key, text): &(&str, Text)| Piece::Hint(tongue.key_hint(key, *text));
    if let Some(message) = state.message() {
        return vec![Piece::Said(message.to_owned())];
    }
    if let Some(progress) = state.progress() {
        let hints = [("Esc", Text::HintStop), ("q", Text::HintQuit)];
        return std::iter::once(Piece::Said(progress.to_owned())).chain(hints.iter().map(hint)).collect();
    }
    let quit = ("q", Text::HintQuit);
    let help = ("?", Text::HintHelp);
    let hints: &[(&str, Text)] = match (state.help().is_some(), state.focus()) {
        (true, _) => &[("? Esc", Text::HintClose), ("j k", Text::HintScroll), quit],
        (false, Focus::Sidebar) => {
            &[("Enter", Text::HintJump), ("1 2 3", Text::HintTabs), ("Tab", Text::HintArticle), help, quit]
        }
        (false, Focus::Article) if state.selection().is_some() => {
            &[("n", Text::HintNext), ("N", Text::HintPrevious), ("[", Text::HintBack), help, quit]
        }
        (false, Focus::Article) => &[("Tab", Text::HintSidebar), help, quit],
    };
    let mut pieces: Vec<Piece> = Vec::new();
    if state.focus() == Focus::Article && state.help().is_none() {
        pieces.extend(selected(state));
    }
    pieces.extend(hints.iter().map(hint));
    if state.selection().is_none() && state.focus() == Focus::Article && state.is_past_headline() {
        pieces.extend(state.article().headline.clone().map(Piece::Name));
    }
    pieces
}

/// The name of what was jumped to, and which of how many places this is.
fn selected(state: &State) -> Vec<Piece> {
    let Some(selection) = state.selection() else { return Vec::new() };
    let (article, tongue) = (state.article(), state.tongue());
    let (at, count) = selection.position(state.places());
    let place = format!("{}/{}", tongue.number(at + 1), tongue.number(count));
    let name = match selection.target {
        Target::Entity(entity) => {
            let entity = &article.entities[entity];
            Piece::Name(format!("{} {}", theme::sign(entity.kind), entity.name))
        }
        Target::Quote(quote) => match article.quotes[quote].speakers.first() {
            Some(speaker) => Piece::Name(article.speaker_name(speaker).to_owned()),
            None => Piece::Said(tongue.text(Text::Quotation)),
        },
        Target::Heading(_) => Piece::Said(tongue.text(Text::Heading)),
        Target::Link(block, mark) => {
            let mark = article.blocks.get(block).and_then(|block| block.details.marks.get(mark));
            Piece::Name(mark.and_then(|mark| mark.url.clone()).unwrap_or_default())
        }
        Target::Match => {
            Piece::Name(state.places().search.map_or(String::new(), |search| search.query().typed().to_owned()))
        }
    };
    vec![Piece::Said(place), name]
}
