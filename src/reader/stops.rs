//! Reading from the text: from mention to mention and from link to link, by keys or the mouse.

use std::ops::Range;

use crate::article::{Article, MarkKind, Span};
use crate::tongue::Text;

use super::{Action, Effect, Focus, Selection, State, Tab, Target};

/// Something in the text that can be selected: where it stands, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stop {
    block: usize,
    bytes: Range<usize>,
    selection: Selection,
}

/// Calls `each` with every stop of the blocks in `blocks`.
fn each_stop(article: &Article, blocks: &Range<usize>, mut each: impl FnMut(Stop)) {
    for (index, entity) in article.entities.iter().enumerate() {
        for (mention, at) in entity.mentions.iter().enumerate() {
            if blocks.contains(&at.span.block) {
                let selection = Selection { target: Target::Entity(index), mention };
                each(Stop { block: at.span.block, bytes: at.span.bytes(), selection });
            }
        }
    }
    for block in blocks.clone() {
        for (mark, at) in article.blocks[block].details.marks.iter().enumerate() {
            if at.kind == MarkKind::Link && at.url.is_some() {
                let selection = Selection { target: Target::Link(block, mark), mention: 0 };
                each(Stop { block, bytes: at.bytes.clone(), selection });
            }
        }
    }
}

impl State {
    /// Selects the next (1) or previous (-1) mention or link, from the selection on, else from the first line on screen.
    pub(super) fn walk_stops(&mut self, steps: isize) {
        if self.areas.overlaid {
            self.leave_sidebar();
        }
        self.focus = Focus::Article;
        for _ in 0..steps.unsigned_abs() {
            match self.next_stop(steps > 0) {
                Some(selection) => {
                    self.go_to(selection);
                    self.choose_in_list(selection);
                }
                None => return self.say_text(Text::NoFurtherStop),
            }
        }
    }

    fn next_stop(&mut self, forward: bool) -> Option<Selection> {
        let current = self.selection.and_then(|selection| selection.spans(self.places()).into_iter().next());
        let place = self.place();
        // Of two stops at one place the longer comes first; the selected one is passed over.
        let key = |block: usize, bytes: &Range<usize>| (block, bytes.start, usize::MAX - bytes.end);
        let here = current.as_ref().map(|span| key(span.block, &span.bytes()));
        let all = 0..self.article.blocks.len();
        let mut best: Option<((usize, usize, usize), Selection)> = None;
        each_stop(&self.article, &all, |stop| {
            let at = key(stop.block, &stop.bytes);
            let beyond = match (here, forward) {
                (Some(here), true) => at > here,
                (Some(here), false) => at < here,
                (None, true) => (stop.block, stop.bytes.start) >= (place.block, place.byte),
                (None, false) => (stop.block, stop.bytes.start) < (place.block, place.byte),
            };
            let nearer = best.as_ref().is_none_or(|(known, _)| if forward { at < *known } else { at > *known });
            if beyond && nearer {
                best = Some((at, stop.selection));
            }
        });
        best.map(|(_, selection)| selection)
    }

    /// The open list shows what was selected, if it has it.
    pub(super) fn choose_in_list(&mut self, selection: Selection) {
        self.lists[self.tab as usize].choose(selection.target);
    }

    /// Shows what is selected in the text as a line of the sidebar.
    pub(super) fn show_in_sidebar(&mut self) -> Effect {
        let Some(selection) = self.selection else {
            let next = self.key_for(Action::Stops(1));
            self.say(self.tongue.nothing_to_show(&next));
            return Effect::None;
        };
        let tab = match selection.target {
            Target::Entity(_) => Tab::Entities,
            Target::Quote(_) => Tab::Quotes,
            Target::Heading(_) => Tab::Outline,
            Target::Link(..) => return self.open_link(),
            Target::Match => {
                self.say_text(Text::MatchInNoList);
                return Effect::None;
            }
        };
        self.widen();
        self.lists[tab as usize].choose(selection.target);
        self.show_tab(tab);
        Effect::None
    }

    /// Opens the selected link, else that of the paragraph.
    pub(super) fn open_link(&mut self) -> Effect {
        let selected = match self.selection.map(|selection| selection.target) {
            Some(Target::Link(block, mark)) => self
                .article
                .blocks
                .get(block)
                .and_then(|block| block.details.marks.get(mark))
                .and_then(|mark| mark.url.clone()),
            _ => None,
        };
        match selected.or_else(|| self.link_here()) {
            Some(address) => Effect::Open(address),
            None => {
                self.say_text(Text::NoLinkHere);
                Effect::None
            }
        }
    }

    /// A click at a cell of the screen, columns and rows from 0: selects what stands there in the text, or chooses the line
    /// of the sidebar; a second click on the chosen line jumps.
    pub(super) fn click(&mut self, column: u16, row: u16) {
        let at = ratatui::layout::Position { x: column, y: row };
        if self.areas.sidebar.contains(at) {
            return self.click_sidebar(row);
        }
        if !self.areas.text.contains(at) || self.areas.overlaid {
            return;
        }
        self.focus = Focus::Article;
        let Some(Span { block, start, .. }) = self.span_at(column, row) else { return };
        let mut found: Option<(usize, Selection)> = None;
        each_stop(&self.article, &(block..block + 1), |stop| {
            // The shortest is what was meant.
            if stop.bytes.contains(&start) && found.is_none_or(|(length, _)| stop.bytes.len() < length) {
                found = Some((stop.bytes.len(), stop.selection));
            }
        });
        let quote = || {
            let article = &self.article;
            let quote = self
                .listed
                .quotes
                .iter()
                .copied()
                .find(|&quote| article.quotes[quote].spans.iter().any(|span| span.contains(block, start)));
            quote.map(|quote| Selection { target: Target::Quote(quote), mention: 0 })
        };
        if let Some(selection) = found.map(|(_, selection)| selection).or_else(quote) {
            self.go_to(selection);
            self.choose_in_list(selection);
        }
    }

    fn click_sidebar(&mut self, row: u16) {
        let list = self.areas.list;
        if row < list.y {
            return self.show_tab(self.tab);
        }
        if self.details.is_some() {
            return self.click_details(usize::from(row - list.y));
        }
        let index = self.list().top + usize::from(row - list.y);
        let target = match self.list().lines.get(index) {
            Some(super::ListLine::Item(target) | super::ListLine::More(target, _)) => *target,
            _ => return,
        };
        let again = self.focus == Focus::Sidebar && self.list().chosen() == Some(target);
        self.focus = Focus::Sidebar;
        self.lists[self.tab as usize].choose(target);
        if again {
            self.jump();
        }
    }

    /// The bytes that a cell of the text shows.
    fn span_at(&mut self, column: u16, row: u16) -> Option<Span> {
        let area = self.areas.text;
        let (line, moved) = self.walk(self.top, usize::from(row - area.y));
        if moved < usize::from(row - area.y) {
            return None;
        }
        let x = self.cell_column(line, column)?;
        let shown = self.page.row(line)?;
        let cell = shown.cells.iter().find(|cell| (cell.column..cell.column + cell.width.max(1)).contains(&x))?;
        Some(Span { block: line.text, start: cell.bytes.start, end: cell.bytes.end })
    }

    /// The column of a row that stands at a column of the screen.
    fn cell_column(&mut self, line: crate::layout::page::Line, column: u16) -> Option<u16> {
        use crate::layout::Texts;
        let area = self.areas.text;
        let row = self.page.row(line)?;
        let inset = self.page.texts().inset(line.text).min(area.width.saturating_sub(1));
        let start = if row.direction.is_rtl() {
            (area.right() - inset).saturating_sub(row.width).max(area.x)
        } else {
            area.x + inset
        };
        column.checked_sub(start)
    }
}
