//! Opening the details of a line, moving in them, and going from them into the text.

use crate::tongue::Text;

use super::{Action, Details, Focus, State, Tab, Target};

impl State {
    /// The details that the sidebar shows in the place of its list.
    #[must_use]
    pub fn details(&self) -> Option<&Details> {
        self.details.as_ref()
    }

    /// Opens the details of the chosen line, or of what is selected in the text; closes them.
    pub(super) fn toggle_details(&mut self) {
        if self.focus == Focus::Sidebar {
            if self.details.take().is_none() {
                self.open_details(self.list().chosen());
            }
            return;
        }
        let Some(target) = self.selection.map(|selection| selection.target) else {
            let next = self.key_for(Action::Stops(1));
            return self.say(self.tongue.nothing_to_show(&next));
        };
        let tab = if matches!(target, Target::Quote(_)) { Tab::Quotes } else { Tab::Entities };
        if matches!(target, Target::Entity(_) | Target::Quote(_)) {
            self.widen();
            self.lists[tab as usize].choose(target);
            self.show_tab(tab);
        }
        self.open_details(Some(target));
    }

    fn open_details(&mut self, target: Option<Target>) {
        let width = self.areas.list_inner().width;
        let details = target.and_then(|target| Details::of(&self.article, target, width));
        match (details, target) {
            // Those that are open stay where there are no others.
            (Some(details), _) => self.details = Some(details),
            (None, Some(_)) => self.say_text(Text::NoMoreAbout),
            (None, None) => self.say_text(Text::NothingListed),
        }
    }

    /// The details that the keys go to.
    fn details_with_keys(&mut self) -> Option<&mut Details> {
        self.details.as_mut().filter(|_| self.focus == Focus::Sidebar)
    }

    /// Does what moves in the details; false: there are none that get the keys, or it is something else.
    pub(super) fn move_in_details(&mut self, action: Action) -> bool {
        let height = isize::from(i16::try_from(self.list_height()).unwrap_or(i16::MAX));
        let Some(details) = self.details_with_keys() else { return false };
        match action {
            Action::Lines(count) => details.step(count),
            Action::Pages(count) => details.step(count * (height - 1).max(1)),
            Action::HalfPages(count) => details.step(count * (height / 2).max(1)),
            Action::First => details.step(-(details.lines.len() as isize)),
            Action::Last => details.step(details.lines.len() as isize),
            Action::Jump => self.jump_from_details(),
            _ => return false,
        }
        true
    }

    pub(super) fn jump_from_details(&mut self) {
        let goal = self.details.as_ref().and_then(Details::goal);
        match goal {
            Some(Some(selection)) => {
                self.leave_sidebar();
                self.go_to(selection);
            }
            _ => self.say_text(Text::KnownWithoutPlace),
        }
    }

    /// A click on a row of the details chooses it, a second one goes there.
    pub(super) fn click_details(&mut self, row: usize) {
        let again = self.focus == Focus::Sidebar;
        self.focus = Focus::Sidebar;
        let Some(details) = &mut self.details else { return };
        let row = details.top + row;
        let again = again && details.cursor() == Some(row);
        if details.choose(row) && again {
            self.jump_from_details();
        }
    }

    /// After a change of the screen.
    pub(super) fn fit_details(&mut self) {
        let inner = self.areas.list_inner();
        if let Some(details) = self.details.as_mut().filter(|_| inner.width > 0) {
            details.at_width(&self.article, inner.width);
            details.resize(usize::from(inner.height));
        }
    }
}
