//! The details of a line of the sidebar, in the place of its list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::layout::{Cell, Row};
use crate::reader::{DetailLine, Details, Focus, Heading, State, centred};
use crate::tongue::Text;

use super::sidebar::fill_chosen;
use super::{put, theme};

pub(super) fn draw(state: &State, details: &Details, buffer: &mut Buffer, list: Rect) {
    let cursor = details.cursor();
    let lines = details.lines.iter().enumerate().skip(details.top);
    for (y, (index, line)) in (list.y..list.bottom()).zip(lines) {
        let area = Rect { y, height: 1, ..list };
        let chosen = cursor == Some(index);
        if chosen {
            fill_chosen(state, buffer, area);
        }
        let base = match (chosen, state.focus()) {
            (true, Focus::Sidebar) => theme::CHOSEN,
            (true, Focus::Article) => theme::STRONG,
            _ => Style::new(),
        };
        draw_line(state, buffer, area, line, base);
    }
}

fn draw_line(state: &State, buffer: &mut Buffer, area: Rect, line: &DetailLine, base: Style) {
    match line {
        DetailLine::Blank => {}
        DetailLine::Name(row) => put_row(buffer, area, row, |_| theme::STRONG),
        DetailLine::Kind(kind, mentions) => {
            let tongue = state.tongue();
            let text = format!("{} · {}", tongue.text(theme::group_title(*kind)), tongue.number(*mentions));
            put_words(state, buffer, area, &text, theme::group(*kind));
        }
        DetailLine::Heading(heading, count) => {
            let mut words = state.tongue().text(title(*heading));
            if *count > 0 {
                words = format!("{words} {}", state.tongue().number(*count));
            }
            put_words(state, buffer, area, &words, theme::STRONG);
        }
        DetailLine::Text { row, hit, .. } => put_row(buffer, area, row, |cell| within(cell, hit, base)),
        DetailLine::Mention(span, _) => {
            if let Some(line) = centred(state.article(), span, area.width) {
                put::window(buffer, area, line.from, &line.row, |cell| within(cell, &line.hit, base));
            }
        }
    }
}

/// The mention is told from the words around it.
fn within(cell: &Cell, hit: &std::ops::Range<usize>, base: Style) -> Style {
    if cell.bytes.start < hit.end && hit.start < cell.bytes.end { base.patch(theme::OTHER) } else { base }
}

fn put_row(buffer: &mut Buffer, area: Rect, row: &Row, style: impl Fn(&Cell) -> Style) {
    put::row(buffer, area, put::aligned(area, row, row.direction.is_rtl()), area.y, row, style);
}

/// Words of the interface, at the side at which the article starts.
fn put_words(state: &State, buffer: &mut Buffer, area: Rect, text: &str, style: Style) {
    let row = put::said_row(text, area.width, state.tongue());
    put::row(buffer, area, put::aligned(area, &row, state.mirrored()), area.y, &row, |_| style);
}

fn title(heading: Heading) -> Text {
    match heading {
        Heading::Aliases => Text::OtherNames,
        Heading::First => Text::FirstMention,
        Heading::Mentions => Text::Mentions,
        Heading::Quotes => Text::Says,
        Heading::Speakers => Text::SpokenBy,
        Heading::Cue => Text::IntroducedBy,
        Heading::Via => Text::PassedOnBy,
        Heading::Words => Text::ItsWords,
    }
}
