//! The state machine: a [`State`], one [`Action`] enum, one [`State::update`]. No input, no output.
//!
//! A place in the article is a block and a byte. Rows exist only for the present width: the first
//! line on screen is found again from an anchor after every change of the screen, so that nothing
//! moves away from under the reader's eyes.

mod action;
mod address;
mod annotate;
mod awaited;
pub mod areas;
mod concordance;
mod copying;
mod detailing;
mod details;
pub mod help_texts;
pub mod keyboards;
pub mod keys;
mod long;
mod marking;
mod memory;
mod messages;
mod moves;
pub mod places;
pub mod prompt;
mod screen;
mod searching;
mod seen;
mod stops;
pub mod sidebar;
mod table;
pub mod texts;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use crate::article::{Article, Span};
use crate::layout::page::Line;
use crate::layout::{Justify, Marks, Page, Texts};
use crate::tongue::Tongue;

pub use action::{Action, Effect};
pub use address::{plain_address, shown_address};
use annotate::Annotating;
use areas::{Areas, Placement};
pub use awaited::{Awaited, Choice};
pub use concordance::{Centred, centred};
pub use copying::{Copied, CopyTarget};
pub use details::{DetailLine, Details, Heading, quoted_words, speaker_names};
use keys::Keymap;
use long::Pending;
use marking::Marking;
pub use memory::{Place, Remembered};
use places::Listed;
pub use places::{Places, Selection, Target};
pub use searching::Asked;
use searching::Searching;
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Vowel marks.
    pub marks: Marks,
    /// Columns of text at most.
    pub measure: u16,
    /// Where the sidebar stands.
    pub placement: Placement,
    /// Whether it is shown at first.
    pub sidebar: bool,
    /// Whether rows are filled to the width.
    pub justify: Justify,
    /// Which keys do what.
    pub keymap: Arc<Keymap>,
    /// The language of the interface.
    pub tongue: Tongue,
}

impl Settings {
    /// What nobody has asked to be otherwise.
    #[must_use]
    pub fn of_size(size: (u16, u16)) -> Self {
        let (placement, justify, keymap, tongue) = (Placement::Auto, Justify::Start, Arc::default(), Tongue::default());
        Self { size, marks: Marks::Drop, measure: areas::MEASURE, placement, sidebar: true, justify, keymap, tongue }
    }
}

/// Columns of text that can be asked for at least.
const NARROWEST: u16 = 20;

/// The reader of one article.
#[derive(Debug)]
pub struct State {
    article: Arc<Article>,
    tongue: Tongue,
    mirrored: bool,
    page: Page<ArticleTexts>,
    size: (u16, u16),
    measure: u16,
    placement: Placement,
    areas: Areas,
    focus: Focus,
    tab: Tab,
    /// Whether the sidebar stands beside (or below) the article where there is room for it.
    sidebar_beside: bool,
    /// Whether it is open over the article where there is not.
    sidebar_over: bool,
    lists: [List; 3],
    details: Option<Details>,
    /// What they list, whatever they are narrowed to.
    listed: Listed,
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
    searching: Searching,
    annotations: Annotating,
    /// The terminal is trusted with one column of text only.
    one_column: bool,
    /// Bookmarks by their letters.
    marks: BTreeMap<char, Place>,
    awaited: Option<Awaited>,
    marking: Option<Marking>,
    /// The line of the list of letters that is chosen.
    choice: usize,
    keymap: Arc<Keymap>,
    message: Option<String>,
    /// Whether nobody asked for it, and more of that kind, which wait for their turn.
    unasked: bool,
    waiting: VecDeque<String>,
    /// What is being done aside.
    progress: Option<String>,
    pending: Pending,
    /// Where the article stands among others.
    among: Option<String>,
    /// Bytes of text before each block, and of all.
    bytes_before: Vec<usize>,
    /// Numbers of links before each block: one for each of its marks, and one for its own address.
    links_before: Vec<usize>,
    /// The block behind the headline.
    title_end: usize,
}

impl State {
    /// Opens `article` at its beginning.
    #[must_use]
    pub fn new(article: Article, settings: Settings) -> Self {
        let article = Arc::new(article);
        let lists = Tab::ALL.map(|tab| List::of(&article, tab, None));
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
            tongue: settings.tongue,
            page: Page::new(ArticleTexts::new(Arc::clone(&article)), 1, settings.marks),
            size: settings.size,
            measure: settings.measure,
            placement: settings.placement,
            areas: Areas::default(),
            focus: Focus::Article,
            tab: Tab::Entities,
            sidebar_beside: settings.sidebar,
            sidebar_over: false,
            lists,
            details: None,
            listed: Listed::of(&article),
            top: Line::default(),
            anchor: Anchor::default(),
            selection: None,
            last_place: None,
            jumps: Vec::new(),
            jumped: 0,
            help: None,
            searching: Searching::default(),
            annotations: Annotating::of(&article),
            one_column: false,
            marks: BTreeMap::new(),
            awaited: None,
            marking: None,
            choice: 0,
            keymap: settings.keymap,
            message: None,
            unasked: false,
            waiting: VecDeque::new(),
            progress: None,
            pending: Pending::Nothing,
            among: None,
            bytes_before,
            links_before: seen::links_before(&article),
            title_end: title.map_or(0, |title| title + 1),
            article,
        };
        state.page.set_justify(settings.justify);
        state.divide();
        // A low screen has to begin behind the heading of the first group.
        state.scroll_list();
        state
    }

    /// Brings the chosen line of the list into view.
    fn scroll_list(&mut self) {
        let height = usize::from(self.list_height());
        self.lists[self.tab as usize].scroll_into_view(height);
    }

    /// Does `action`. A message of the former action is gone.
    pub fn update(&mut self, action: Action) -> Effect {
        self.message = self.waiting.pop_front();
        self.unasked = self.message.is_some();
        if !action.keeps_waiting() {
            self.awaited = None;
        }
        if !action.moves_nothing() && action != Action::Accept {
            self.stay_here();
        }
        let mut effect = Effect::None;
        self.forget_pending(action);
        let closes =
            self.help.is_some() || self.focus == Focus::Sidebar || self.asked().is_some() || self.awaited.is_some();
        if self.help.is_none()
            && self.asked().is_none()
            && let Some(effect) = self.mark(action)
        {
            return effect;
        }
        match action {
            Action::Quit => return Effect::Quit,
            Action::Suspend => return Effect::Suspend,
            Action::Redraw => return Effect::Redraw,
            Action::CycleBidi => return Effect::CycleBidi,
            Action::ToggleMouse => return Effect::ToggleMouse,
            Action::CycleTheme => return Effect::CycleTheme,
            Action::Articles(count) => {
                self.help = None;
                return Effect::Articles(count);
            }
            Action::Resize(columns, rows) => self.resize(columns.max(1), rows.max(1)),
            Action::ToggleHelp => self.help = if self.help.is_some() { None } else { Some(0) },
            Action::Close if self.progress.is_some() && !closes => return Effect::Cancel,
            Action::Close => self.close(),
            _ if self.help.is_some() => self.scroll_help(action),
            _ if self.move_in_details(action) => {}
            Action::Details => self.toggle_details(),
            Action::MarkLines => self.begin_marking(),
            Action::Lines(count) => self.lines(count),
            Action::Pages(count) => self.scroll_pages(count, 1),
            Action::HalfPages(count) => self.scroll_pages(count, 2),
            Action::First => self.go_to_end(false),
            Action::Last => self.go_to_end(true),
            Action::Blocks(count) => self.blocks(count),
            Action::SwitchFocus => self.switch_focus(),
            Action::ShowTab(tab) => self.show_tab(tab),
            Action::Jump if self.focus == Focus::Article => effect = self.show_in_sidebar(),
            Action::Jump => self.jump(),
            Action::Stops(steps) => self.walk_stops(steps),
            Action::OpenLink => effect = self.open_link(),
            // Where something is asked for, a click means nothing.
            Action::Click(..) if self.asked().is_some() || self.awaited.is_some() => {}
            Action::Wheel(_, _, lines) if self.awaited.is_some() => self.move_choice(lines),
            Action::Click(column, row) => self.click(column, row),
            Action::Wheel(column, row, lines) => self.wheel(column, row, lines),
            Action::Measure(columns) => self.change_measure(columns),
            Action::NextPlace(steps) => self.next_place(steps),
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::ToggleSidebar => self.toggle_sidebar(),
            Action::Wait(awaited) => self.wait_for_letter(awaited),
            Action::Letter(letter) => effect = self.letter(letter),
            Action::Choose(lines) => self.move_choice(lines),
            Action::Remove => self.remove_choice(),
            Action::Accept if self.awaited.is_some() => effect = self.take_choice(),
            Action::Search => self.ask(),
            Action::Edit(edit) => self.edit(edit),
            Action::Accept => self.accept(),
            Action::ToggleExact => self.toggle_exact(),
        }
        let height = usize::from(self.list_height());
        let list = &mut self.lists[self.tab as usize];
        match action {
            Action::Resize(..) => list.resize(height),
            _ => list.scroll_into_view(height),
        }
        if let Some(details) = self.details.as_mut().filter(|_| !matches!(action, Action::Resize(..))) {
            details.scroll_into_view(height);
        }
        effect
    }

    /// Says where the article stands among others, as `3/118`; nothing when it stands alone.
    pub fn stand_among(&mut self, place: Option<String>) {
        self.among = place;
    }

    fn close(&mut self) {
        if self.help.is_some() {
            self.help = None;
        } else if self.awaited.take().is_some() {
            // No letter, then.
        } else if self.asked().is_some() {
            self.stop_asking();
        } else if self.focus == Focus::Sidebar && self.details.take().is_some() {
            // The list is back.
        } else if self.focus == Focus::Sidebar && self.widen() {
            // The next time it leaves.
        } else if self.focus == Focus::Sidebar {
            self.leave_sidebar();
        } else {
            self.selection = None;
            self.mark_places(false);
        }
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
        self.details = None;
        self.focus = Focus::Sidebar;
        self.show_sidebar(true);
    }

    fn toggle_sidebar(&mut self) {
        let shown = !self.is_sidebar_shown();
        // Where the sidebar covers the article, to see it is to be in it.
        self.focus = if shown && self.is_narrow() { Focus::Sidebar } else { Focus::Article };
        self.show_sidebar(shown);
    }
}

#[cfg(test)]
mod tests;
