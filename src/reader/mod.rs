//! The state machine: a [`State`], one [`Action`] enum, one [`State::update`]. No input, no output.
//!
//! A place in the article is a block and a byte. Rows exist only for the present width: the first
//! line on screen is found again from an anchor after every change of the screen, so that nothing
//! moves away from under the reader's eyes.

mod action;
pub mod areas;
pub mod keys;
mod moves;
pub mod places;
pub mod sidebar;
pub mod texts;

use std::rc::Rc;

use crate::article::Article;
use crate::layout::page::Line;
use crate::layout::{Marks, Page};

pub use action::{Action, Effect};
use areas::{Areas, HelpAreas, Layout};
pub use places::{Selection, Target};
pub use sidebar::{List, ListLine, Tab};
pub use texts::ArticleTexts;

/// Who gets the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The article.
    #[default]
    Article,
    /// The sidebar.
    Sidebar,
}

/// A place that is to stay where it is on screen when the width changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Anchor {
    block: usize,
    byte: usize,
    /// Rows behind the last row of the block, when the line is in its gap.
    gap: usize,
    /// The row of the screen at which it stands.
    screen_row: usize,
}

/// What `[` returns to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Jump {
    anchor: Anchor,
    selection: Option<Selection>,
}

/// How the reader is to start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Vowel marks.
    pub marks: Marks,
    /// Columns of text at most.
    pub measure: u16,
}

/// The reader of one article.
#[derive(Debug)]
pub struct State {
    article: Rc<Article>,
    mirrored: bool,
    page: Page<ArticleTexts>,
    size: (u16, u16),
    measure: u16,
    areas: Areas,
    focus: Focus,
    tab: Tab,
    /// Whether the sidebar stands beside the article where there is room for it.
    sidebar_beside: bool,
    /// Whether it is open over the article where there is not.
    sidebar_over: bool,
    lists: [List; 3],
    top: Line,
    anchor: Anchor,
    selection: Option<Selection>,
    /// What was jumped by last, also after the selection has ended.
    last_place: Option<Selection>,
    jumps: Vec<Jump>,
    /// How many of `jumps` lie behind; the rest lies ahead.
    jumped: usize,
    /// The first line of the help screen, while it is shown.
    help: Option<usize>,
    message: Option<String>,
    /// Where the article stands among others.
    among: Option<String>,
    /// Bytes of text before each block, and of all.
    bytes_before: Vec<usize>,
    /// The block behind the headline.
    title_end: usize,
}

impl State {
    /// Opens `article` at its beginning.
    #[must_use]
    pub fn new(article: Article, settings: Settings) -> Self {
        let article = Rc::new(article);
        let lists = Tab::ALL.map(|tab| List::of(&article, tab));
        let mut bytes_before = Vec::with_capacity(article.blocks.len() + 1);
        let mut sum = 0;
        for block in &article.blocks {
            bytes_before.push(sum);
            sum += block.text.len();
        }
        bytes_before.push(sum);
        let title = article.blocks.iter().position(|block| block.kind == crate::article::BlockKind::Headline);
        let mut state = Self {
            mirrored: article.is_rtl(),
            page: Page::new(ArticleTexts(Rc::clone(&article)), 1, settings.marks),
            size: settings.size,
            measure: settings.measure,
            areas: Areas::default(),
            focus: Focus::Article,
            tab: Tab::Entities,
            sidebar_beside: true,
            sidebar_over: false,
            lists,
            top: Line::default(),
            anchor: Anchor::default(),
            selection: None,
            last_place: None,
            jumps: Vec::new(),
            jumped: 0,
            help: None,
            message: None,
            among: None,
            bytes_before,
            title_end: title.map_or(0, |title| title + 1),
            article,
        };
        state.divide();
        // A low screen has to begin behind the heading of the first group.
        let height = usize::from(state.list_height());
        state.lists[state.tab as usize].scroll_into_view(height);
        state
    }

    /// Does `action`. A message of the former action is gone.
    pub fn update(&mut self, action: Action) -> Effect {
        self.message = None;
        match action {
            Action::Quit => return Effect::Quit,
            Action::Suspend => return Effect::Suspend,
            Action::Redraw => return Effect::Redraw,
            Action::CycleBidi => return Effect::CycleBidi,
            Action::Articles(count) => return Effect::Articles(count),
            Action::Resize(columns, rows) => self.resize(columns.max(1), rows.max(1)),
            Action::ToggleHelp => self.help = if self.help.is_some() { None } else { Some(0) },
            Action::Close => self.close(),
            _ if self.help.is_some() => self.scroll_help(action),
            Action::Lines(count) => self.lines(count),
            Action::Pages(count) => self.scroll_pages(count, 1),
            Action::HalfPages(count) => self.scroll_pages(count, 2),
            Action::First => self.go_to_end(false),
            Action::Last => self.go_to_end(true),
            Action::Blocks(count) => self.blocks(count),
            Action::SwitchFocus => self.switch_focus(),
            Action::ShowTab(tab) => self.show_tab(tab),
            Action::Jump => self.jump(),
            Action::NextPlace(steps) => self.next_place(steps),
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::ToggleSidebar => self.toggle_sidebar(),
        }
        let height = usize::from(self.list_height());
        let list = &mut self.lists[self.tab as usize];
        match action {
            Action::Resize(..) => list.resize(height),
            _ => list.scroll_into_view(height),
        }
        Effect::None
    }

    /// Shows a message in the status line until the next action.
    pub fn say(&mut self, message: impl Into<String>) {
        self.message = Some(message.into());
    }

    /// Says where the article stands among others, as `3/118`; nothing when it stands alone.
    pub fn stand_among(&mut self, place: Option<String>) {
        self.among = place;
    }

    fn close(&mut self) {
        if self.help.is_some() {
            self.help = None;
        } else if self.focus == Focus::Sidebar {
            self.leave_sidebar();
        } else {
            self.selection = None;
        }
    }

    /// Keys that move scroll the help; others close it.
    fn scroll_help(&mut self, action: Action) {
        let areas = HelpAreas::of(self.size, keys::BINDINGS.len());
        let visible = isize::try_from(areas.visible).unwrap_or(isize::MAX);
        let rows = match action {
            Action::Lines(count) => count,
            Action::Pages(count) => count * visible,
            Action::HalfPages(count) => count * (visible / 2).max(1),
            Action::First => isize::MIN,
            Action::Last => isize::MAX,
            _ => return self.help = None,
        };
        let scrolled = self.help.unwrap_or(0).saturating_add_signed(rows).min(areas.most_scrolled());
        self.help = Some(scrolled);
    }

    fn switch_focus(&mut self) {
        match self.focus {
            Focus::Sidebar => self.leave_sidebar(),
            Focus::Article => {
                self.focus = Focus::Sidebar;
                self.show_sidebar(true);
            }
        }
    }

    fn leave_sidebar(&mut self) {
        self.focus = Focus::Article;
        if self.areas.overlaid {
            self.show_sidebar(false);
        }
    }

    fn show_tab(&mut self, tab: Tab) {
        self.tab = tab;
        self.focus = Focus::Sidebar;
        self.show_sidebar(true);
    }

    fn toggle_sidebar(&mut self) {
        let shown = !self.is_sidebar_shown();
        // Where the sidebar covers the article, to see it is to be in it.
        self.focus = if shown && self.is_narrow() { Focus::Sidebar } else { Focus::Article };
        self.show_sidebar(shown);
    }

    fn is_narrow(&self) -> bool {
        self.size.0 < areas::SIDE_BY_SIDE
    }

    fn is_sidebar_shown(&self) -> bool {
        if self.is_narrow() { self.sidebar_over } else { self.sidebar_beside }
    }

    fn show_sidebar(&mut self, shown: bool) {
        if self.is_sidebar_shown() != shown {
            *(if self.is_narrow() { &mut self.sidebar_over } else { &mut self.sidebar_beside }) = shown;
            self.divide();
        }
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.size = (columns, rows);
        // The sidebar stays while it gets the keys; becoming narrow does not put it over what is being read.
        self.sidebar_over = self.focus == Focus::Sidebar;
        self.sidebar_beside |= self.sidebar_over;
        self.divide();
    }

    /// Divides the screen anew and finds the first line again.
    fn divide(&mut self) {
        self.areas = Areas::of(Layout {
            size: self.size,
            sidebar: self.is_sidebar_shown(),
            mirrored: self.mirrored,
            measure: self.measure,
        });
        self.page.set_width(self.areas.text.width);
        self.top = self.line_of_anchor(self.anchor);
        self.fill_screen();
    }

    /// The article.
    #[must_use]
    pub fn article(&self) -> &Rc<Article> {
        &self.article
    }

    /// Whether the article, and with it the screen, runs from right to left.
    #[must_use]
    pub fn mirrored(&self) -> bool {
        self.mirrored
    }

    /// The page, for drawing its rows.
    pub fn page(&mut self) -> &mut Page<ArticleTexts> {
        &mut self.page
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

    /// Rows of the sidebar's list: one is taken by the titles of the tabs, one is left empty.
    #[must_use]
    pub fn list_height(&self) -> u16 {
        self.areas.sidebar.height.saturating_sub(2)
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

#[cfg(test)]
mod tests;
