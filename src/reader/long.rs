//! Texts so long that they are laid out aside: what is to be done, and what becomes of the place when it is.

use crate::layout::{Job, TextLayout};

use super::{Action, Span, State};

/// Where the reader wanted to go, of which only the beginning is laid out so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Pending {
    /// Nowhere.
    #[default]
    Nothing,
    /// To the end of the article.
    End,
    /// To the selection.
    Selection,
}

impl State {
    /// What is to be laid out aside, for [`finish_layout`](Self::finish_layout); until then the beginning of the text is
    /// shown.
    #[must_use]
    pub fn long_text(&self) -> Option<Job> {
        self.page.long_text()
    }

    /// Takes a text that was laid out aside. The reader comes to where it wanted to go, else stays where it is.
    pub fn finish_layout(&mut self, job: &Job, layout: TextLayout) {
        self.page.finish(job, layout);
        self.top = self.line_of_anchor(self.anchor);
        match std::mem::take(&mut self.pending) {
            Pending::Nothing => self.fill_screen(),
            Pending::End => {
                self.top = self.page.last();
                self.fill_screen();
                self.set_anchor();
            }
            Pending::Selection => {
                self.fill_screen();
                self.show_selection();
                self.set_anchor();
            }
        }
    }

    /// What is being done aside, for the status line; none when that is over.
    pub fn set_progress(&mut self, progress: Option<String>) {
        self.progress = progress;
    }

    /// What is being done aside.
    #[must_use]
    pub fn progress(&self) -> Option<&str> {
        self.progress.as_deref()
    }

    /// Who moves on by hand no longer waits for what a former key asked for.
    pub(super) fn forget_pending(&mut self, action: Action) {
        if !action.moves_nothing() {
            self.pending = Pending::Nothing;
        }
    }

    /// The end of the article was asked for.
    pub(super) fn expect_end(&mut self) {
        let last = self.article.blocks.len().checked_sub(1);
        if last.is_some_and(|last| self.page.is_unfinished(last)) {
            self.pending = Pending::End;
        }
    }

    /// These spans were asked for.
    pub(super) fn expect_selection(&mut self, spans: &[Span]) {
        if spans.iter().any(|span| self.page.is_unfinished(span.block)) {
            self.pending = Pending::Selection;
        }
    }
}
