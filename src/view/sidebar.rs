//! The sidebar: titles of the tabs, and the list of the open one.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::article::EntityKind;
use crate::layout::{Direction, Row};
use crate::reader::keys::Context;
use crate::reader::{Action, Focus, ListLine, State, Tab, Target, quoted_words, speaker_names};
use crate::tongue::Text;

use super::{details, put, theme};

pub(super) fn draw(state: &State, buffer: &mut Buffer) {
    let area = state.areas().sidebar;
    if area.is_empty() {
        return;
    }
    put::fill(buffer, area, Style::new());
    draw_rule(state.areas().rule, buffer);
    draw_tabs(state, buffer, area);
    draw_filter(state, buffer, area);
    let list = state.areas().list_inner();
    if let Some(shown) = state.details() {
        return details::draw(state, shown, buffer, list);
    }
    if state.list().lines.is_empty() {
        let text = match state.tab() {
            Tab::Entities | Tab::Quotes if state.filter().is_some() => Text::NoneHasThis,
            Tab::Entities | Tab::Quotes if state.expects_annotations() => Text::LookingForThem,
            Tab::Entities => Text::NoEntities,
            Tab::Quotes => Text::NoQuotations,
            Tab::Outline => Text::NoHeadings,
        };
        let row = put::said_row(&state.tongue().text(text), list.width, state.tongue());
        put::row(buffer, list, put::aligned(list, &row, state.mirrored()), list.y, &row, |_| theme::QUIET);
        return;
    }
    let lines = state.list().lines.iter().enumerate().skip(state.list().top);
    for (y, (index, line)) in (list.y..list.bottom()).zip(lines) {
        draw_line(state, buffer, Rect { y, height: 1, ..list }, index, *line);
    }
}

/// Under the titles: what the list is narrowed to; beside them where the list begins at once.
fn draw_filter(state: &State, buffer: &mut Buffer, area: Rect) {
    let Some(filter) = state.filter().filter(|_| state.tab() != Tab::Outline && area.height > 2) else { return };
    let area = if area.width > 8 { Rect { x: area.x + 1, width: area.width - 2, ..area } } else { area };
    let below = state.areas().list.y > area.y + 1;
    let row = put::one_row(&format!("~ {}", filter.typed()), area.width, fallback(state));
    // Beside the titles it takes the side where they end.
    let at = put::aligned(area, &row, if below { state.mirrored() } else { !state.tongue().is_rtl() });
    put::row(buffer, area, at, area.y + u16::from(below), &row, |_| theme::STRONG);
}

/// What parts a sidebar below the article from it.
fn draw_rule(area: Rect, buffer: &mut Buffer) {
    for at in area.positions() {
        buffer[at].set_symbol("─").set_style(theme::QUIET);
    }
}

fn draw_tabs(state: &State, buffer: &mut Buffer, area: Rect) {
    let tongue = state.tongue();
    let mut rest = put::behind(area, u16::from(area.width > 8), tongue.is_rtl());
    for tab in Tab::ALL {
        let key = state.keymap().key(Context::Reading, Action::ShowTab(tab)).map(|key| key.name());
        let title = key.map_or_else(|| tongue.text(tab.title()), |key| tongue.key_hint(&key, tab.title()));
        let row = put::said_row(&title, rest.width, tongue);
        let style = match (tab == state.tab(), state.focus()) {
            (true, Focus::Sidebar) => theme::STRONG.add_modifier(Modifier::UNDERLINED),
            (true, Focus::Article) => theme::STRONG,
            (false, _) => theme::QUIET,
        };
        put::row(buffer, rest, put::aligned(rest, &row, tongue.is_rtl()), area.y, &row, |_| style);
        rest = put::behind(rest, row.width + 2, tongue.is_rtl());
    }
}

fn draw_line(state: &State, buffer: &mut Buffer, area: Rect, index: usize, line: ListLine) {
    let list = state.list();
    let target = match line {
        ListLine::Blank => return,
        ListLine::Group(kind, count) => return draw_group(state, buffer, area, kind, count),
        ListLine::Item(target) | ListLine::More(target, _) => target,
    };
    let chosen = list.chosen() == Some(target) && index >= list.cursor;
    let style = match (chosen, state.focus()) {
        (true, Focus::Sidebar) => theme::CHOSEN,
        (true, Focus::Article) => theme::STRONG,
        _ => Style::new(),
    };
    if chosen {
        fill_chosen(state, buffer, area);
    }
    match target {
        Target::Entity(entity) => draw_entity(state, buffer, area, entity, style),
        Target::Quote(quote) => draw_quote(state, buffer, area, (quote, line), style),
        Target::Match | Target::Link(..) => {}
        Target::Heading(block) => {
            let part = if let ListLine::More(_, part) = line { part } else { 0 };
            let rows = put::rows(&state.article().blocks[block].text, area.width, 2, fallback(state));
            if let Some(row) = rows.get(part) {
                draw_text(state, buffer, area, row, style);
            }
        }
    }
}

fn fallback(state: &State) -> Direction {
    Direction::from_rtl(state.mirrored())
}

fn draw_text(state: &State, buffer: &mut Buffer, area: Rect, row: &Arc<Row>, style: Style) {
    put::row(buffer, area, put::aligned(area, row, state.mirrored()), area.y, row, |_| style);
}

fn draw_group(state: &State, buffer: &mut Buffer, area: Rect, kind: EntityKind, count: usize) {
    // The sign in a column of its own, at the starting side.
    let sign = put::one_row(theme::sign(kind), 1, Direction::Ltr);
    draw_text(state, buffer, area, &sign, theme::group(kind));
    let rest =
        Rect { x: if state.mirrored() { area.x } else { area.x + 2 }, width: area.width.saturating_sub(2), ..area };
    let tongue = state.tongue();
    let title = format!("{} {}", tongue.text(theme::group_title(kind)), tongue.number(count));
    let row = put::said_row(&title, rest.width.max(1), tongue);
    draw_text(state, buffer, rest, &row, theme::group(kind));
}

/// The name at the starting side, the number of mentions at the other.
fn draw_entity(state: &State, buffer: &mut Buffer, area: Rect, entity: usize, style: Style) {
    let entity = &state.article().entities[entity];
    let count = match entity.mentions.len() {
        0 => "-".to_owned(),
        count => state.tongue().number(count),
    };
    let count = put::one_row(&count, area.width, Direction::Ltr);
    let room = area.width.saturating_sub(count.width + 1).max(1);
    let x = if state.mirrored() { area.right() - room } else { area.x };
    let name = put::one_row(&entity.name, room, fallback(state));
    let dim = if entity.mentions.is_empty() { theme::QUIET } else { Style::new() };
    draw_text(state, buffer, Rect { x, width: room, ..area }, &name, style.patch(dim));
    let at = if state.mirrored() { area.x } else { area.right() - count.width.min(area.width) };
    put::row(buffer, area, at, area.y, &count, |_| style.patch(theme::QUIET));
}

/// Who says it, then its first words on two lines.
fn draw_quote(state: &State, buffer: &mut Buffer, area: Rect, at: (usize, ListLine), style: Style) {
    let (quote, line) = at;
    let article = state.article();
    if let ListLine::More(_, part) = line {
        let words = quoted_words(article, &article.quotes[quote]);
        if let Some(row) = put::rows(&words, area.width, 2, fallback(state)).get(part - 1) {
            draw_text(state, buffer, area, row, style);
        }
        return;
    }
    let speakers = speaker_names(article, &article.quotes[quote]).unwrap_or_else(|| "?".to_owned());
    let row = put::one_row(&speakers, area.width, fallback(state));
    draw_text(state, buffer, area, &row, style.patch(theme::STRONG));
}

/// The ground of the chosen line, a column wider on each side.
pub(super) fn fill_chosen(state: &State, buffer: &mut Buffer, area: Rect) {
    let around = Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area };
    let around = around.intersection(state.areas().sidebar);
    put::fill(buffer, around, if state.focus() == Focus::Sidebar { theme::CHOSEN } else { Style::new() });
}
