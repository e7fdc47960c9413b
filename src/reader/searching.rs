//! Search in the text, and narrowing the sidebar's lists: what is typed, and what that shows at once.

use crate::search::{Query, Search};
use crate::tongue::Text;

use super::prompt::{Edit, Prompt};
use super::{Focus, Jump, List, Selection, State, Tab, Target};

/// What is being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// What to look for in the text.
    Search,
    /// What the lines of the sidebar must have in them.
    Filter,
}

/// Everything that has to do with looking for something.
#[derive(Debug, Default)]
pub(super) struct Searching {
    /// The search whose places are marked in the text.
    search: Option<Search>,
    /// Whether the places are marked; Esc ends that, the next step along them begins it again.
    marked: bool,
    exact: bool,
    /// What is being typed, and where the reader was before.
    open: Option<(Asked, Jump)>,
    /// The search before the one that is being typed, and whether its places were marked.
    former: Option<(Option<Search>, bool, Option<Selection>)>,
    searches: Prompt,
    filters: Prompt,
    /// What the sidebar is narrowed to.
    filter: Option<Query>,
    /// The first place behind this view is still to be shown when it is found.
    waiting: Option<Jump>,
    /// Steps along the places that were asked for before it was known where they lead.
    steps: Option<isize>,
}

/// Bytes of text that are searched at once when nothing is under way yet: no key waits for that.
const AT_ONCE: usize = 64 * 1024;

impl State {
    /// What is being typed, and whether matches must be exact.
    #[must_use]
    pub fn asked(&self) -> Option<(Asked, &Prompt, bool)> {
        let (asked, _) = self.searching.open?;
        let (prompt, exact) = match asked {
            Asked::Search => (&self.searching.searches, self.searching.exact),
            Asked::Filter => (&self.searching.filters, false),
        };
        Some((asked, prompt, exact))
    }

    /// The search whose places are marked in the text.
    #[must_use]
    pub fn marked_search(&self) -> Option<&Search> {
        self.searching.search.as_ref().filter(|_| self.searching.marked)
    }

    pub(super) fn search(&self) -> Option<&Search> {
        self.searching.search.as_ref()
    }

    /// What the sidebar is narrowed to.
    #[must_use]
    pub fn filter(&self) -> Option<&Query> {
        self.searching.filter.as_ref()
    }

    /// Opens the line to type in: for the text, or for the list when that gets the keys.
    pub(super) fn ask(&mut self) {
        let asked = match self.focus {
            Focus::Sidebar if self.tab != Tab::Outline => Asked::Filter,
            _ => Asked::Search,
        };
        if asked == Asked::Filter {
            self.details = None;
        }
        if asked == Asked::Search && self.areas.overlaid {
            self.leave_sidebar();
        }
        self.searching.open = Some((asked, self.here()));
        self.typed().open();
    }

    fn typed(&mut self) -> &mut Prompt {
        match self.searching.open {
            Some((Asked::Filter, _)) => &mut self.searching.filters,
            _ => &mut self.searching.searches,
        }
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        let Some((asked, _)) = self.searching.open else { return };
        let rtl = self.mirrored;
        if edit == Edit::Backspace && self.typed().text().is_empty() {
            // Nothing is left to take away but the line itself.
            return self.stop_asking();
        }
        if self.typed().edit(edit, rtl) {
            match asked {
                Asked::Search => self.look_for_typed(),
                Asked::Filter => self.narrow(),
            }
        }
    }

    /// Folded or exact.
    pub(super) fn toggle_exact(&mut self) {
        if matches!(self.searching.open, Some((Asked::Search, _))) {
            self.searching.exact = !self.searching.exact;
            self.look_for_typed();
        }
    }

    /// Shows the first place of what has been typed so far, as seen from where the line was opened.
    fn look_for_typed(&mut self) {
        let Some((_, origin)) = self.searching.open else { return };
        if self.searching.former.is_none() {
            self.searching.former = Some((self.searching.search.take(), self.searching.marked, self.last_place));
        }
        // Its selection may be a place of the former search.
        self.return_to_view(Jump { selection: None, ..origin });
        let query = Query::new(self.searching.searches.text(), self.searching.exact);
        self.searching.marked = query.is_some();
        self.searching.search = query.map(|query| Search::new(query, &self.article, origin.anchor.block));
        self.searching.waiting = self.searching.search.is_some().then_some(origin);
        self.search_on(AT_ONCE);
    }

    /// Whether there is text left to search.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        self.searching.search.as_ref().is_some_and(|search| !search.is_done())
    }

    /// Searches about `bytes` bytes more; the caller does this as long as no key waits.
    pub fn search_on(&mut self, bytes: usize) {
        if let Some(search) = &mut self.searching.search {
            search.advance(&self.article, bytes);
        }
        self.show_first_place();
        if let Some(steps) = self.searching.steps.take() {
            // It is put off again where that is still not known.
            self.message = None;
            self.next_place(steps);
        }
    }

    /// Puts a step along the places off until it is known where it leads.
    pub(super) fn step_later(&mut self, steps: isize) {
        self.searching.steps = Some(steps);
    }

    fn show_first_place(&mut self) {
        let Some(origin) = self.searching.waiting else { return };
        let Some(search) = &self.searching.search else { return };
        if let Some(mention) = search.first_from(origin.anchor.byte) {
            self.searching.waiting = None;
            let selection = Selection { target: Target::Match, mention };
            self.selection = Some(selection);
            self.last_place = Some(selection);
            self.show_selection();
            self.set_anchor();
            if self.searching.open.is_none() {
                self.remember_search_from(origin);
            }
        } else if search.is_done() {
            self.searching.waiting = None;
            if self.searching.open.is_none() {
                let missing = self.tongue.not_found_text(search.query().typed());
                self.say(missing);
            }
        }
    }

    /// Enter: what is shown stays. An empty line looks for the same again.
    pub(super) fn accept(&mut self) {
        let Some((asked, origin)) = self.searching.open else { return };
        self.typed().remember();
        let empty = self.typed().text().is_empty();
        self.searching.open = None;
        let former = self.searching.former.take();
        if asked == Asked::Filter {
            return;
        }
        if empty {
            if let Some((search, marked, last_place)) = former {
                (self.searching.search, self.searching.marked) = (search, marked);
                self.last_place = last_place;
            }
            return self.next_match();
        }
        self.forget_places();
        let Some(search) = &self.searching.search else { return };
        if search.is_done() && search.places().is_empty() {
            let missing = self.tongue.not_found_text(search.query().typed());
            self.say(missing);
        } else if self.searching.waiting.is_none() && self.here() != origin {
            self.remember_search_from(origin);
        }
    }

    /// The jump list leads back to where the search began.
    fn remember_search_from(&mut self, origin: Jump) {
        self.remember_jump(Jump { selection: origin.selection.filter(is_of_article), ..origin });
    }

    /// Who moves on by hand is not pulled away by a place that is found later.
    pub(super) fn stay_here(&mut self) {
        self.searching.steps = None;
        if self.searching.open.is_none() {
            self.searching.waiting = None;
        }
    }

    /// Types a text, and looks for it once.
    pub fn paste(&mut self, text: &str) {
        let Some((asked, _)) = self.searching.open else { return };
        let rtl = self.mirrored;
        for c in text.chars() {
            self.typed().edit(Edit::Insert(c), rtl);
        }
        match asked {
            Asked::Search => self.look_for_typed(),
            Asked::Filter => self.narrow(),
        }
    }

    /// Places of a former search mean nothing now.
    fn forget_places(&mut self) {
        for jump in &mut self.jumps {
            jump.selection = jump.selection.filter(is_of_article);
        }
    }

    fn next_match(&mut self) {
        if self.selection.or(self.last_place).is_some_and(|last| last.target == Target::Match) {
            return self.next_place(1);
        }
        let (block, byte) = (self.anchor.block, self.anchor.byte);
        match self.searching.search.as_ref().and_then(|search| search.at_or_behind(block, byte)) {
            Some(mention) => {
                self.searching.marked = true;
                self.go_to(Selection { target: Target::Match, mention });
            }
            None => self.say_text(Text::NothingFoundBefore),
        }
    }

    /// Esc: as before the line was opened.
    pub(super) fn stop_asking(&mut self) {
        match self.searching.open.take() {
            Some((Asked::Search, origin)) => {
                if let Some((search, marked, last_place)) = self.searching.former.take() {
                    (self.searching.search, self.searching.marked) = (search, marked);
                    self.last_place = last_place;
                }
                self.searching.waiting = None;
                self.return_to_view(origin);
            }
            Some((Asked::Filter, _)) => _ = self.widen(),
            None => {}
        }
    }

    /// Marks the places again.
    pub(super) fn mark_places(&mut self, marked: bool) {
        if !marked && self.is_searching() {
            // Nobody waits for the rest.
            self.searching.search = None;
        }
        self.searching.marked = marked;
    }

    fn narrow(&mut self) {
        self.searching.filter = Query::new(self.searching.filters.text(), false);
        self.list_anew();
    }

    /// Every line of the sidebar is back; whether any was gone.
    pub(super) fn widen(&mut self) -> bool {
        let narrowed = self.searching.filter.take().is_some();
        if narrowed {
            self.list_anew();
        }
        narrowed
    }

    /// Makes the lists again, the chosen lines kept where they are still listed.
    pub(super) fn list_anew(&mut self) {
        for tab in Tab::ALL {
            let chosen = self.lists[tab as usize].chosen();
            let mut list = List::of(&self.article, tab, self.searching.filter.as_ref());
            if let Some(target) = chosen {
                list.choose(target);
            }
            self.lists[tab as usize] = list;
        }
    }
}

/// Whether a selection says the same whatever is looked for.
fn is_of_article(selection: &Selection) -> bool {
    selection.target != Target::Match
}
