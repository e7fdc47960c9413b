//! Annotations that come while the article is being read.

use std::sync::Arc;

use crate::article::{Article, Entity, Quote};

use super::places::Listed;
use super::{List, Selection, State, Tab, Target};

/// How it stands with annotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Annotating {
    /// The article has some, or none will come.
    #[default]
    Settled,
    /// The article has none, and looking for them has not begun.
    Wanted,
    /// They are being looked for.
    Expected,
}

impl Annotating {
    /// For an article as it was opened.
    pub(super) fn of(article: &Article) -> Self {
        let bare = article.entities.is_empty() && article.quotes.is_empty();
        if bare && !article.blocks.is_empty() { Self::Wanted } else { Self::Settled }
    }
}

impl State {
    /// Whether the article carries no annotations, and nobody has looked for them to the end.
    #[must_use]
    pub fn wants_annotations(&self) -> bool {
        self.annotations != Annotating::Settled
    }

    /// Says that annotations are being looked for, or will not be; the sidebar says so where it is empty.
    pub fn expect_annotations(&mut self, expected: bool) {
        self.annotations = if expected { Annotating::Expected } else { Annotating::Settled };
    }

    /// Whether annotations are being looked for.
    #[must_use]
    pub fn expects_annotations(&self) -> bool {
        self.annotations == Annotating::Expected
    }

    /// Puts entities and quotations in the place of those that the article has. Their spans must lie in its text.
    /// The reader stays where it is; what was selected by the former annotations is selected no more.
    pub fn annotate(&mut self, entities: Vec<Entity>, quotes: Vec<Quote>) {
        self.annotations = Annotating::Settled;
        // The page lets go of the article, so that its blocks need not be copied.
        self.page.texts_mut().0 = Arc::default();
        let article = Arc::make_mut(&mut self.article);
        article.entities = entities;
        article.quotes = quotes;
        self.page.texts_mut().0 = Arc::clone(&self.article);
        self.listed = Listed::of(&self.article);
        let stays = |selection: &Selection| !matches!(selection.target, Target::Entity(_) | Target::Quote(_));
        self.selection = self.selection.filter(stays);
        self.last_place = self.last_place.filter(stays);
        for jump in &mut self.jumps {
            jump.selection = jump.selection.filter(stays);
        }
        for tab in [Tab::Entities, Tab::Quotes] {
            self.lists[tab as usize] = List::of(&self.article, tab, self.filter());
        }
        self.details = None;
        self.scroll_list();
    }
}
