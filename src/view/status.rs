//! The status line: what can be done, what was found, where we are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::layout::Direction;
use crate::reader::keys::Context;
use crate::reader::{Action, Awaited, Focus, State, Tab, Target};

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
    let pieces = fitting(pieces(state), left.width);
    for (at, piece) in pieces.iter().enumerate() {
        // Each piece is laid out by itself: an Arabic name must not draw the words beside it along.
        let (text, whole) = match piece {
            Piece::Text(text) => (text.as_str(), false),
            Piece::Hint(text) => (text.as_str(), true),
        };
        if left.width < 2 {
            break;
        }
        let room = left.width.saturating_sub(reserved(&pieces[at + 1..])).max(LEAST.min(left.width));
        let row = put::one_row(text, if whole { left.width } else { room }, Direction::Ltr);
        // Half a hint tells nothing.
        if whole && piece.columns() > left.width {
            break;
        }
        put::row(buffer, left, left.x, left.y, &row, |_| theme::STATUS);
        let used = (row.width + 2).min(left.width);
        left = Rect { x: left.x + used, width: left.width - used, ..left };
    }
}

/// Columns of a name that is cut for the sake of the hints behind it.
const LEAST: u16 = 12;

/// Without the hints for which there is no room: help and the way out, which come last, stay longest.
fn fitting(mut pieces: Vec<Piece>, width: u16) -> Vec<Piece> {
    loop {
        let named = pieces.iter().take_while(|piece| matches!(piece, Piece::Text(_)));
        let names: u16 = named.map(|piece| piece.columns().min(LEAST) + 2).sum();
        if names + reserved(&pieces) <= width + 2 {
            return pieces;
        }
        let hints: Vec<usize> = (0..pieces.len()).filter(|&at| matches!(pieces[at], Piece::Hint(_))).collect();
        let before_last_two = hints.len().checked_sub(3).and_then(|at| hints.get(at));
        let Some(&drop) = before_last_two.or(hints.last()) else { return pieces };
        pieces.remove(drop);
    }
}

/// Columns of the hints, each with the blanks behind it.
fn reserved(pieces: &[Piece]) -> u16 {
    pieces.iter().filter(|piece| matches!(piece, Piece::Hint(_))).map(|piece| piece.columns() + 2).sum()
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
    /// A key and what it does, a column a character; left out when there is no room for all of it.
    Hint(String),
}

impl Piece {
    /// About as many columns as it takes: exactly as many for a hint.
    fn columns(&self) -> u16 {
        let (Self::Text(text) | Self::Hint(text)) = self;
        u16::try_from(text.chars().count()).unwrap_or(u16::MAX).min(u16::MAX / 8)
    }
}

fn pieces(state: &State) -> Vec<Piece> {
    if let Some(message) = state.message() {
        return vec![Piece::Text(message.to_owned())];
    }
    if let Some(progress) = state.progress() {
        let mut pieces = vec![Piece::Text(progress.to_owned())];
        pieces.extend(hints(state, &[(&[Action::Close], "stops"), (&[Action::Quit], "quit")]).map(Piece::Hint));
        return pieces;
    }
    let help: Hint = (&[Action::ToggleHelp], "help");
    let quit: Hint = (&[Action::Quit], "quit");
    let hinted: &[Hint] = match (state.help().is_some(), state.focus()) {
        (true, _) => &[
            (&[Action::ToggleHelp, Action::Close], "closes"),
            (&[Action::Lines(1), Action::Lines(-1)], "scroll"),
            quit,
        ],
        (false, _) if state.is_marking() => &[
            (&[Action::Lines(1), Action::Lines(-1)], "mark more or less"),
            (&[Action::Wait(Awaited::Copy)], "copies"),
            (&[Action::Close], "ends"),
        ],
        (false, Focus::Sidebar) if state.details().is_some() => {
            &[(&[Action::Jump], "jumps"), (&[Action::Close], "back to the list"), help, quit]
        }
        (false, Focus::Sidebar) => &[
            (&[Action::Jump], "jumps"),
            (&[Action::Details], "more about it"),
            (&Tab::ALL.map(Action::ShowTab), "tabs"),
            (&[Action::SwitchFocus], "article"),
            help,
            quit,
        ],
        (false, Focus::Article) if state.selection().is_some() => &[
            (&[Action::NextPlace(1)], "next"),
            (&[Action::NextPlace(-1)], "previous"),
            (&[Action::Back], "back"),
            (&[Action::SwitchFocus], "sidebar"),
            help,
            quit,
        ],
        (false, Focus::Article) => &[(&[Action::SwitchFocus], "sidebar"), (&[Action::Search], "search"), help, quit],
    };
    let mut pieces: Vec<Piece> = Vec::new();
    if state.focus() == Focus::Article && state.help().is_none() {
        pieces.extend(selected(state).into_iter().map(Piece::Text));
    }
    pieces.extend(hints(state, hinted).map(Piece::Hint));
    if state.selection().is_none() && state.focus() == Focus::Article && state.is_past_headline() {
        pieces.extend(state.article().headline.clone().map(Piece::Text));
    }
    pieces
}

/// Actions, and what their keys do together.
type Hint<'a> = (&'a [Action], &'a str);

/// The first key of each action, and what they do; an action without a key is not hinted at.
fn hints<'a>(state: &'a State, hinted: &'a [Hint<'a>]) -> impl Iterator<Item = String> + 'a {
    hinted.iter().filter_map(|(actions, words)| {
        let keys = actions.iter().filter_map(|&action| state.keymap().key(Context::Reading, action));
        let keys: Vec<String> = keys.map(|key| key.name()).collect();
        (!keys.is_empty()).then(|| format!("{} {words}", keys.join(" ")))
    })
}

/// The name of what was jumped to, and which of how many places this is.
fn selected(state: &State) -> Vec<String> {
    let Some(selection) = state.selection() else { return Vec::new() };
    let article = state.article();
    let (at, count) = selection.position(state.places());
    let place = format!("{}/{count}", at + 1);
    let name = match selection.target {
        Target::Entity(entity) => article.entities[entity].name.clone(),
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
