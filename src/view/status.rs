//! The status line: what can be done, what was found, where we are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::layout::Direction;
use crate::reader::keys::Context;
use crate::reader::{Action, Awaited, Focus, State, Tab, Target, shown_address};
use crate::tongue::{Text, Tongue};

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
    let pieces = fitting(pieces(state), left.width, tongue);
    for (at, piece) in pieces.iter().enumerate() {
        if left.width < 2 {
            break;
        }
        let room = left.width.saturating_sub(reserved(&pieces[at + 1..], tongue)).max(LEAST.min(left.width));
        // Each piece is laid out by itself: an Arabic name must not draw the words beside it along.
        let row = match piece {
            Piece::Said(text) => put::said_row(text, room, tongue),
            Piece::Name(text) => put::one_row(text, room, Direction::from_rtl(rtl)),
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

/// Columns of a name that is cut for the sake of the hints behind it.
const LEAST: u16 = 12;

/// Without the hints for which there is no room: help and the way out, which come last, stay longest.
fn fitting(mut pieces: Vec<Piece>, width: u16, tongue: Tongue) -> Vec<Piece> {
    let is_hint = |piece: &Piece| matches!(piece, Piece::Hint(_));
    loop {
        let names = pieces.iter().take_while(|piece| !is_hint(piece));
        let names: u16 = names.map(|piece| piece.columns(tongue).min(LEAST) + 2).sum();
        if names + reserved(&pieces, tongue) <= width + 2 {
            return pieces;
        }
        let hints: Vec<usize> = (0..pieces.len()).filter(|&at| is_hint(&pieces[at])).collect();
        let before_last_two = hints.len().checked_sub(3).and_then(|at| hints.get(at));
        let Some(&drop) = before_last_two.or(hints.last()) else { return pieces };
        pieces.remove(drop);
    }
}

/// Columns of the hints, each with the blanks behind it.
fn reserved(pieces: &[Piece], tongue: Tongue) -> u16 {
    pieces.iter().filter(|piece| matches!(piece, Piece::Hint(_))).map(|piece| piece.columns(tongue) + 2).sum()
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

impl Piece {
    /// Columns that it takes where there is room.
    fn columns(&self, tongue: Tongue) -> u16 {
        /// More than any terminal has.
        const MOST: u16 = 1_000;
        let (Self::Said(text) | Self::Name(text) | Self::Hint(text)) = self;
        put::said_row(text, MOST, tongue).width
    }
}

/// Actions, and what their keys do together.
type Hint<'a> = (&'a [Action], Text);

/// The first key of each action, and what they do; an action without a key is not hinted at.
fn hints<'a>(state: &'a State, hinted: &'a [Hint<'a>]) -> impl Iterator<Item = Piece> + 'a {
    hinted.iter().filter_map(|(actions, words)| {
        let keys = actions.iter().filter_map(|&action| state.keymap().key(Context::Reading, action));
        let keys: Vec<String> = keys.map(|key| key.name()).collect();
        (!keys.is_empty()).then(|| Piece::Hint(state.tongue().key_hint(&keys.join(" "), *words)))
    })
}

fn pieces(state: &State) -> Vec<Piece> {
    if let Some(message) = state.message() {
        return vec![Piece::Said(message.to_owned())];
    }
    if let Some(progress) = state.progress() {
        let mut pieces = vec![Piece::Said(progress.to_owned())];
        pieces.extend(hints(state, &[(&[Action::Close], Text::HintStop), (&[Action::Quit], Text::HintQuit)]));
        return pieces;
    }
    let help: Hint = (&[Action::ToggleHelp], Text::HintHelp);
    let quit: Hint = (&[Action::Quit], Text::HintQuit);
    let hinted: &[Hint] = match (state.help().is_some(), state.focus()) {
        (true, _) => &[
            (&[Action::ToggleHelp, Action::Close], Text::HintClose),
            (&[Action::Lines(1), Action::Lines(-1)], Text::HintScroll),
            quit,
        ],
        (false, _) if state.is_marking() => &[
            (&[Action::Lines(1), Action::Lines(-1)], Text::HintMark),
            (&[Action::Wait(Awaited::Copy)], Text::HintCopy),
            (&[Action::Close], Text::HintEnd),
        ],
        (false, Focus::Sidebar) if state.details().is_some() => {
            &[(&[Action::Jump], Text::HintJump), (&[Action::Close], Text::HintList), help, quit]
        }
        (false, Focus::Sidebar) if state.tab() == Tab::Outline => &[
            (&[Action::Jump], Text::HintJump),
            (&Tab::ALL.map(Action::ShowTab), Text::HintTabs),
            (&[Action::SwitchFocus], Text::HintArticle),
            help,
            quit,
        ],
        (false, Focus::Sidebar) => &[
            (&[Action::Jump], Text::HintJump),
            (&[Action::Details], Text::HintDetails),
            (&Tab::ALL.map(Action::ShowTab), Text::HintTabs),
            (&[Action::SwitchFocus], Text::HintArticle),
            help,
            quit,
        ],
        (false, Focus::Article) if state.selection().is_some() => &[
            (&[Action::NextPlace(1)], Text::HintNext),
            (&[Action::NextPlace(-1)], Text::HintPrevious),
            (&[Action::Back], Text::HintBack),
            (&[Action::SwitchFocus], Text::HintSidebar),
            help,
            quit,
        ],
        (false, Focus::Article) => {
            &[(&[Action::SwitchFocus], Text::HintSidebar), (&[Action::Search], Text::HintSearch), help, quit]
        }
    };
    let mut pieces: Vec<Piece> = Vec::new();
    if state.focus() == Focus::Article && state.help().is_none() {
        pieces.extend(selected(state));
    }
    pieces.extend(hints(state, hinted));
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
            Piece::Name(mark.and_then(|mark| mark.url.as_deref()).map(shown_address).unwrap_or_default())
        }
        Target::Match => {
            Piece::Name(state.places().search.map_or(String::new(), |search| search.query().typed().to_owned()))
        }
    };
    vec![Piece::Said(place), name]
}
