//! Marking lines to copy them: it begins where the reader is, moving extends it, and the text of the marked rows is copied.

use crate::layout::page::Line;
use crate::tongue::Text;

use super::{Action, Copied, CopyTarget, Effect, Focus, Place, State, Texts};

/// The first and the last line that are marked, in the order in which they were reached; as places, which survive a resize.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marking {
    from: Place,
    to: Place,
}

impl Action {
    /// Whether lines that are marked stay so.
    fn keeps_marking(self) -> bool {
        self.moves_nothing() || matches!(self, Self::Suspend | Self::Measure(_) | Self::Wheel(..))
    }
}

impl State {
    /// Whether lines are being marked.
    #[must_use]
    pub fn is_marking(&self) -> bool {
        self.marking.is_some()
    }

    /// The first and the last marked line.
    pub fn marked_lines(&mut self) -> Option<(Line, Line)> {
        let Marking { from, to } = self.marking?;
        let (from, to) = (self.page.line_of(from.block, from.byte), self.page.line_of(to.block, to.byte));
        Some((from.min(to), from.max(to)))
    }

    /// Begins: at the selection where that is on screen, else at the first line on screen.
    pub(super) fn begin_marking(&mut self) {
        if self.article.blocks.is_empty() {
            return self.say_text(Text::NoTextHere);
        }
        self.leave_sidebar();
        let top = self.text_line(self.top, true);
        let height = usize::from(self.areas.text.height);
        let (bottom, _) = self.walk(self.top, height.saturating_sub(1));
        let selected = self.selected_line().map(|(line, _)| line).filter(|line| (self.top..=bottom).contains(line));
        let place = self.place_of(selected.unwrap_or(top));
        self.marking = Some(Marking { from: place, to: place });
    }

    /// Does what concerns marked lines; none: it is for others to do.
    pub(super) fn mark(&mut self, action: Action) -> Option<Effect> {
        let marking = self.marking?;
        let to = self.page.line_of(marking.to.block, marking.to.byte);
        let height = isize::try_from(self.areas.text.height).unwrap_or(1);
        let target = match action {
            Action::Lines(count) => self.line_further(to, count),
            Action::Pages(count) => self.line_further(to, count * (height - 1).max(1)),
            Action::HalfPages(count) => self.line_further(to, count * (height / 2).max(1)),
            Action::First => self.page.first(),
            Action::Last => self.page.last(),
            Action::Blocks(count) => {
                let last = self.article.blocks.len().saturating_sub(1);
                let back = count < 0 && to.row > 0;
                match to.text.saturating_add_signed(if back { count + 1 } else { count }) {
                    text if text > last => self.page.last(),
                    text => Line { text, row: 0 },
                }
            }
            Action::Wait(super::Awaited::Copy) => return Some(self.copy_marked()),
            Action::MarkLines | Action::Close => {
                self.marking = None;
                return Some(Effect::None);
            }
            other => {
                if !other.keeps_marking() {
                    self.marking = None;
                }
                return None;
            }
        };
        let target = self.text_line(target, target >= to);
        self.marking = Some(Marking { to: self.place_of(target), ..marking });
        self.show_line(target);
        Some(Effect::None)
    }

    /// `count` rows of text further, gaps not counted.
    fn line_further(&mut self, mut line: Line, count: isize) -> Line {
        for _ in 0..count.unsigned_abs() {
            let next = if count > 0 { self.page.below(line) } else { self.page.above(line) };
            let Some(next) = next else { break };
            line = self.text_line(next, count > 0);
        }
        line
    }

    /// The line itself, or the next one (`down`) or the one before that shows text.
    fn text_line(&mut self, mut line: Line, down: bool) -> Line {
        while self.page.row(line).is_none() {
            let next = if down { self.page.below(line) } else { self.page.above(line) };
            match next {
                Some(next) => line = next,
                None => break,
            }
        }
        line
    }

    fn place_of(&mut self, line: Line) -> Place {
        Place { block: line.text, byte: self.page.byte_of(line) }
    }

    /// Scrolls no further than is needed to see a line.
    fn show_line(&mut self, line: Line) {
        let height = usize::from(self.areas.text.height);
        let (bottom, _) = self.walk(self.top, height.saturating_sub(1));
        if line < self.top {
            self.top = line;
        } else if line > bottom {
            self.top = self.page.moved(line, 1 - isize::try_from(height).unwrap_or(1));
        }
        self.fill_screen();
        self.set_anchor();
    }

    /// The text of the marked rows as it was written, blocks apart.
    fn copy_marked(&mut self) -> Effect {
        let Some((first, last)) = self.marked_lines() else { return Effect::None };
        self.marking = None;
        let mut texts = Vec::new();
        for block in first.text..=last.text {
            let start = if block == first.text { self.page.byte_of(first) } else { 0 };
            let end = self.page.row(last).filter(|_| block == last.text).map(|row| row.bytes.clone());
            // What a table shows is made for the screen: its rows are copied whole.
            let part = if self.page.is_fitted(block) {
                let end = end.map_or(usize::MAX, |end| end.start);
                let width = self.page.layout(block).options().width;
                self.page.texts().table_part(block, width, start..end)
            } else {
                let text = self.page.texts().text(block);
                text.get(start..end.map_or(text.len(), |end| end.end)).unwrap_or_default().to_owned()
            };
            let part = part.trim();
            if !part.is_empty() {
                texts.push(part.to_owned());
            }
        }
        if texts.is_empty() {
            self.say_text(Text::NoTextHere);
            return Effect::None;
        }
        self.focus = Focus::Article;
        Effect::Copy(Copied::new(CopyTarget::Lines, &texts.join("\n\n")))
    }
}
