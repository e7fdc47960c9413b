//! Scrolling and jumping, and how far into the article that is.

use std::ops::Range;

use crate::article::Span;
use crate::layout::page::Line;
use crate::tongue::Text;

use super::{Action, Anchor, Focus, Jump, Places, Selection, State, Target};

/// Jumps kept.
const MOST_JUMPS: usize = 200;

impl State {
    pub(super) fn lines(&mut self, count: isize) {
        match self.focus {
            Focus::Article => self.scroll(count),
            Focus::Sidebar => self.lists[self.tab as usize].step(count),
        }
    }

    /// `count` times the height of the screen divided by `part`. A whole page keeps one line in sight.
    pub(super) fn scroll_pages(&mut self, count: isize, part: isize) {
        let height = match self.focus {
            Focus::Article => self.areas.text.height,
            Focus::Sidebar => self.list_height(),
        };
        let height = isize::try_from(height).unwrap_or(1);
        let rows = if part == 1 { height - 1 } else { height / part }.max(1);
        match self.focus {
            Focus::Article => self.scroll(count.saturating_mul(rows)),
            Focus::Sidebar => self.lists[self.tab as usize].step_rows(count.saturating_mul(rows)),
        }
    }

    pub(super) fn go_to_end(&mut self, last: bool) {
        if self.focus == Focus::Sidebar {
            let all = self.lists[self.tab as usize].lines.len();
            let all = isize::try_from(all).unwrap_or(isize::MAX);
            return self.lists[self.tab as usize].step(if last { all } else { -all });
        }
        let before = (self.top, self.here());
        self.top = if last { self.page.last() } else { self.page.first() };
        self.fill_screen();
        if last {
            self.expect_end();
        }
        if self.top != before.0 {
            self.remember_jump(before.1);
            self.set_anchor();
        }
    }

    /// To the beginning of the next block, or of this one and then the former.
    pub(super) fn blocks(&mut self, count: isize) {
        let inside = self.top.row > 0;
        let text = self.top.text.saturating_add_signed(if count < 0 && inside { count + 1 } else { count });
        if text < self.article.blocks.len() {
            self.top = Line { text, row: 0 };
            self.fill_screen();
        }
        self.set_anchor();
    }

    fn scroll(&mut self, rows: isize) {
        self.top = self.page.moved(self.top, rows);
        self.fill_screen();
        self.set_anchor();
    }

    /// The line `rows` below, or the last line, and how far that is.
    pub(super) fn walk(&mut self, mut line: Line, rows: usize) -> (Line, usize) {
        for moved in 0..rows {
            match self.page.below(line) {
                Some(next) => line = next,
                None => return (line, moved),
            }
        }
        (line, rows)
    }

    /// Moves the first line up until the screen is full, if there is anything above.
    pub(super) fn fill_screen(&mut self) {
        let room = usize::from(self.areas.text.height).saturating_sub(1);
        let (last, found) = self.walk(self.top, room);
        if found < room {
            self.top = self.page.moved(last, -isize::try_from(room).unwrap_or(0));
        }
    }

    /// Remembers what is to stay in place: what was jumped to if it is on screen, else the first line.
    pub(super) fn set_anchor(&mut self) {
        if let Some(place) = self.selected_line() {
            let height = usize::from(self.areas.text.height);
            let mut line = self.top;
            for screen_row in 0..height {
                if line == place.0 {
                    self.anchor = Anchor { block: line.text, byte: place.1, gap: 0, screen_row };
                    return;
                }
                match self.page.below(line) {
                    Some(next) if line < place.0 => line = next,
                    _ => break,
                }
            }
        }
        let byte = self.page.byte_of(self.top);
        let rows = if self.article.blocks.is_empty() { 0 } else { self.page.layout(self.top.text).row_of(byte) };
        let gap = self.top.row.saturating_sub(rows);
        self.anchor = Anchor { block: self.top.text, byte, gap, screen_row: 0 };
    }

    /// The line and the byte at which the selection begins.
    pub(super) fn selected_line(&mut self) -> Option<(Line, usize)> {
        let span = self.selection?.spans(self.places()).into_iter().next()?;
        Some((self.page.line_of(span.block, span.start), span.start))
    }

    pub(super) fn line_of_anchor(&mut self, anchor: Anchor) -> Line {
        let mut line = self.page.line_of(anchor.block, anchor.byte);
        line = self.page.moved(line, isize::try_from(anchor.gap).unwrap_or(0));
        // The place itself must stay on a screen that has become lower.
        let row = anchor.screen_row.min(usize::from(self.areas.text.height).saturating_sub(1));
        self.page.moved(line, -isize::try_from(row).unwrap_or(0))
    }

    /// Jumps to the chosen line of the sidebar.
    pub(super) fn jump(&mut self) {
        if self.focus != Focus::Sidebar {
            return;
        }
        let Some(target) = self.list().chosen() else {
            return self.say_text(Text::NothingListed);
        };
        let selection = Selection { target, mention: 0 };
        if selection.spans(self.places()).is_empty() {
            return self.say_text(Text::KnownWithoutPlace);
        }
        // First, so that the place to come back to has the width of the article alone.
        self.leave_sidebar();
        self.go_to(selection);
    }

    pub(super) fn next_place(&mut self, steps: isize) {
        let Some(selection) = self.selection.or(self.last_place) else {
            let (tab, enter) = (self.key_for(Action::SwitchFocus), self.key_for(Action::Jump));
            return self.say(self.tongue.nothing_jumped_to(&tab, &enter));
        };
        let (next, number, count) = selection.stepped(self.places(), steps);
        if selection.target == Target::Match {
            self.mark_places(true);
            // Beyond the first and the last place that were found there may be others.
            let unknown = count == 0 || (steps > 0 && next.mention == 0) || (steps < 0 && selection.mention == 0);
            if self.is_searching() && unknown {
                self.step_later(steps);
                return self.say_text(Text::StillLooking);
            }
        }
        if count == 0 || next.spans(self.places()).is_empty() {
            return self.say_text(Text::NoOtherPlace);
        }
        if self.areas.overlaid {
            // What is found must be seen.
            self.leave_sidebar();
        }
        self.go_to(next);
        self.choose_in_list(next);
        let round = if count == 1 {
            Text::OnlyPlace
        } else if steps > 0 && number == 1 {
            Text::FromBeginningAgain
        } else if steps < 0 && number == count {
            Text::FromEndAgain
        } else {
            return;
        };
        self.say_text(round);
    }

    pub(super) fn go_to(&mut self, selection: Selection) {
        let before = (self.top, self.here());
        self.selection = Some(selection);
        self.last_place = Some(selection);
        let spans = selection.spans(self.places());
        self.expect_selection(&spans);
        self.show_selection();
        if (self.top, self.selection) != (before.0, before.1.selection) {
            self.remember_jump(before.1);
        }
        self.set_anchor();
    }

    /// Brings the selection into view with some lines above it, unless it is there already.
    pub(super) fn show_selection(&mut self) {
        let spans = self.selection.map(|selection| selection.spans(self.places())).unwrap_or_default();
        let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return };
        let start = self.page.line_of(first.block, first.start);
        let end = self.page.line_of(last.block, last.end.saturating_sub(1));
        let height = usize::from(self.areas.text.height);
        let context = height / 4;
        let highest = self.page.moved(self.top, isize::try_from(context.min(2)).unwrap_or(0));
        let (bottom, _) = self.walk(self.top, height.saturating_sub(1));
        let at_beginning = self.top == self.page.first();
        if (start >= highest || (at_beginning && start >= self.top)) && end <= bottom {
            return;
        }
        self.top = self.page.moved(start, -isize::try_from(context).unwrap_or(0));
        self.fill_screen();
    }

    pub(super) fn here(&self) -> Jump {
        Jump { anchor: self.anchor, selection: self.selection }
    }

    /// Puts a place on the jump list; what lay ahead is gone.
    pub(super) fn remember_jump(&mut self, here: Jump) {
        self.jumps.truncate(self.jumped);
        if self.jumps.last() != Some(&here) {
            self.jumps.push(here);
        }
        if self.jumps.len() > MOST_JUMPS {
            self.jumps.remove(0);
        }
        self.jumped = self.jumps.len();
    }

    pub(super) fn back(&mut self) {
        if self.jumped == 0 {
            return self.say_text(Text::NoJumpBack);
        }
        let here = self.here();
        if self.jumped == self.jumps.len() {
            self.jumps.push(here);
        } else {
            self.jumps[self.jumped] = here;
        }
        self.jumped -= 1;
        self.return_to(self.jumps[self.jumped]);
    }

    pub(super) fn forward(&mut self) {
        if self.jumped + 1 >= self.jumps.len() {
            return self.say_text(Text::NoJumpForward);
        }
        self.jumps[self.jumped] = self.here();
        self.jumped += 1;
        self.return_to(self.jumps[self.jumped]);
    }

    fn return_to(&mut self, jump: Jump) {
        self.return_to_view(jump);
        self.leave_sidebar();
    }

    pub(super) fn return_to_view(&mut self, jump: Jump) {
        self.selection = jump.selection.filter(|selection| !selection.spans(self.places()).is_empty());
        self.anchor = jump.anchor;
        self.top = self.line_of_anchor(jump.anchor);
        self.fill_screen();
    }

    /// Where places are looked up.
    #[must_use]
    pub fn places(&self) -> Places<'_> {
        Places { article: &self.article, search: self.search(), listed: &self.listed }
    }

    /// The part of the article on screen, as bytes from its beginning, and all its bytes.
    pub fn visible_bytes(&mut self) -> (Range<usize>, usize) {
        let all = self.bytes_before.last().copied().unwrap_or(0);
        let start = self.bytes_to(self.top);
        let height = usize::from(self.areas.text.height);
        let (below, moved) = self.walk(self.top, height);
        // The end of a beginning is not the end.
        let ends = moved < height && !self.page.is_unfinished(below.text);
        let end = if ends { all } else { self.bytes_to(below) };
        (start..end.max(start), all)
    }

    /// Bytes of the article before a span.
    #[must_use]
    pub fn bytes_before(&self, span: &Span) -> usize {
        self.bytes_before.get(span.block).map_or(0, |before| before + span.start)
    }

    /// Whether the headline has been scrolled out of sight.
    #[must_use]
    pub fn is_past_headline(&self) -> bool {
        self.top.text >= self.title_end
    }

    fn bytes_to(&mut self, line: Line) -> usize {
        let inside = self.page.byte_of(line);
        // A block without text shows a substitute, whose bytes do not count.
        let block = self.article.blocks.get(line.text).map_or(0, |block| block.text.len());
        self.bytes_before.get(line.text).copied().unwrap_or(0) + inside.min(block)
    }
}
