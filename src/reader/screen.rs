//! The size of the screen, how it is divided, and where the sidebar stands.

use super::areas::{Areas, Layout, Placement};
use super::{Action, Focus, NARROWEST, State};

impl State {
    /// The wheel scrolls what it stands over, whoever has the keys.
    pub(super) fn wheel(&mut self, column: u16, row: u16, lines: isize) {
        let focus = self.focus;
        let over_list = self.areas.sidebar.contains((column, row).into());
        self.focus = if over_list { Focus::Sidebar } else { Focus::Article };
        if !self.move_in_details(Action::Lines(lines)) {
            self.lines(lines);
        }
        self.focus = focus;
    }

    /// A wider or narrower column of text.
    pub(super) fn change_measure(&mut self, columns: i16) {
        let room = self.size.0.max(NARROWEST);
        self.measure = self.measure.min(room).saturating_add_signed(columns).clamp(NARROWEST, room);
        self.divide();
        self.say(self.tongue.measure(self.measure.into()));
    }

    pub(super) fn is_narrow(&self) -> bool {
        self.placement().covers(self.size)
    }

    /// Where the sidebar stands: where it was asked for, unless nothing may stand beside the text.
    pub(super) fn placement(&self) -> Placement {
        if self.one_column && self.placement != Placement::Bottom { Placement::Over } else { self.placement }
    }

    /// Says whether the terminal is trusted with one column of text only: then the sidebar lies over the article.
    pub fn set_one_column(&mut self, one_column: bool) {
        if self.one_column != one_column {
            self.one_column = one_column;
            self.sidebar_over = self.focus == Focus::Sidebar;
            self.divide();
            self.scroll_list();
        }
    }

    pub(super) fn is_sidebar_shown(&self) -> bool {
        if self.is_narrow() { self.sidebar_over } else { self.sidebar_beside }
    }

    pub(super) fn show_sidebar(&mut self, shown: bool) {
        if self.is_sidebar_shown() != shown {
            *(if self.is_narrow() { &mut self.sidebar_over } else { &mut self.sidebar_beside }) = shown;
            self.divide();
        }
    }

    pub(super) fn resize(&mut self, columns: u16, rows: u16) {
        self.size = (columns, rows);
        // The sidebar stays while it gets the keys; becoming narrow does not put it over what is being read.
        self.sidebar_over = self.focus == Focus::Sidebar;
        self.sidebar_beside |= self.sidebar_over;
        self.divide();
    }

    /// Divides the screen anew and finds the first line again.
    pub(super) fn divide(&mut self) {
        self.areas = Areas::of(Layout {
            size: self.size,
            sidebar: self.is_sidebar_shown(),
            placement: self.placement(),
            mirrored: self.mirrored,
            measure: self.measure,
        });
        self.page.set_width(self.areas.text.width);
        self.fit_details();
        self.top = self.line_of_anchor(self.anchor);
        self.fill_screen();
    }
}
