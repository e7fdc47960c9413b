//! What can be asked of a state.

use std::sync::Arc;

use crate::article::{Article, Block, MarkKind};
use crate::layout::Page;
use crate::layout::page::Line;
use crate::tongue::Tongue;

use super::areas::Areas;
use super::keys::{Context, Keymap};
use super::{Action, ArticleTexts, Focus, List, Selection, State, Tab};

impl State {
    /// The article.
    #[must_use]
    pub fn article(&self) -> &Arc<Article> {
        &self.article
    }

    /// Whether the article, and with it the screen, runs from right to left.
    #[must_use]
    pub fn mirrored(&self) -> bool {
        self.mirrored
    }

    /// The language of the interface.
    #[must_use]
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// The page, for drawing its rows.
    pub fn page(&mut self) -> &mut Page<ArticleTexts> {
        &mut self.page
    }

    /// The number of the link of a mark in a block, or of the block itself, among [`addresses`](Self::addresses).
    #[must_use]
    pub fn link_number(&self, block: usize, mark: Option<usize>) -> usize {
        let before = self.links_before.get(block).copied().unwrap_or(0);
        before + mark.unwrap_or_else(|| self.article.blocks.get(block).map_or(0, |block| block.details.marks.len()))
    }

    /// The addresses of all marks and blocks, in the order of their numbers.
    pub fn addresses(&self) -> impl Iterator<Item = Option<&str>> {
        self.article.blocks.iter().flat_map(|block| {
            let marks =
                block.details.marks.iter().map(|mark| mark.url.as_deref().filter(|_| mark.kind == MarkKind::Link));
            marks.chain(std::iter::once(block.details.url.as_deref()))
        })
    }

    /// How the screen is divided.
    #[must_use]
    pub fn areas(&self) -> Areas {
        self.areas
    }

    /// Columns and rows of the terminal.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Who gets the keys.
    #[must_use]
    pub fn focus(&self) -> Focus {
        self.focus
    }

    /// The tab of the sidebar.
    #[must_use]
    pub fn tab(&self) -> Tab {
        self.tab
    }

    /// Its list.
    #[must_use]
    pub fn list(&self) -> &List {
        &self.lists[self.tab as usize]
    }

    /// Rows of the sidebar's list.
    #[must_use]
    pub fn list_height(&self) -> u16 {
        self.areas.list.height
    }

    /// The first line on screen.
    #[must_use]
    pub fn top(&self) -> Line {
        self.top
    }

    /// What was jumped to.
    #[must_use]
    pub fn selection(&self) -> Option<Selection> {
        self.selection
    }

    /// The first line of the help screen; none when it is not shown.
    #[must_use]
    pub fn help(&self) -> Option<usize> {
        self.help
    }

    /// Which keys do what.
    #[must_use]
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// The key for an action of reading, as a sentence names it; where it has none, what the configuration calls it.
    #[must_use]
    pub fn key_for(&self, action: Action) -> String {
        self.keymap.spoken(Context::Reading, action)
    }

    /// Where the article stands among others.
    #[must_use]
    pub fn among(&self) -> Option<&str> {
        self.among.as_deref()
    }

    /// What the last action has to say.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

/// Numbers of links before each block: one for each of its marks, and one for its own address.
pub(super) fn links_before(article: &Article) -> Vec<usize> {
    let count = |block: &Block| block.details.marks.len() + 1;
    article.blocks.iter().scan(0, |sum, block| Some(std::mem::replace(sum, *sum + count(block)))).collect()
}
