//! What the status line says of the last action, and the help screen that covers the rest.

use crate::tongue::Text;

use super::areas::HelpAreas;
use super::{Action, State};

impl State {
    /// Shows what came of an action in the status line, until the next one.
    pub fn say(&mut self, message: impl Into<String>) {
        if let Some(message) = self.message.replace(message.into()).filter(|_| self.unasked) {
            self.waiting.push_front(message);
        }
        self.unasked = false;
    }

    /// Shows a message that no action asked for. It does not take the place of another: it is shown when that one has been
    /// read, after the next action.
    pub fn tell(&mut self, message: impl Into<String>) {
        /// Nobody reads more.
        const MOST: usize = 20;
        let message = message.into();
        if self.message.is_none() {
            (self.message, self.unasked) = (Some(message), true);
        } else if self.message.as_ref() != Some(&message)
            && !self.waiting.contains(&message)
            && self.waiting.len() < MOST
        {
            self.waiting.push_back(message);
        }
    }

    pub(super) fn say_text(&mut self, text: Text) {
        self.say(self.tongue.text(text));
    }

    /// Keys that move scroll the help; others close it.
    pub(super) fn scroll_help(&mut self, action: Action) {
        let areas = HelpAreas::of(self.size);
        let visible = isize::try_from(areas.visible).unwrap_or(isize::MAX);
        let rows = match action {
            Action::Lines(count) | Action::Wheel(_, _, count) => count,
            Action::Pages(count) => count.saturating_mul(visible),
            Action::HalfPages(count) => count.saturating_mul((visible / 2).max(1)),
            Action::First => isize::MIN,
            Action::Last => isize::MAX,
            _ => return self.help = None,
        };
        // A terminal may have become higher since.
        let most = areas.most_scrolled();
        let scrolled = self.help.unwrap_or(0).min(most).saturating_add_signed(rows).min(most);
        self.help = Some(scrolled);
    }
}
