//! What can be asked of a session.

use super::Session;
use crate::terminal::colours::{Background, ColourDepth, Paper};
use crate::terminal::doctor;
use crate::terminal::probe::Replies;
use crate::terminal::strategy::Decision;
use crate::terminal::tty::Tty;

impl<T: Tty> Session<T> {
    /// What was decided about this terminal, and why.
    pub fn decision(&self) -> &Decision {
        &self.decision
    }

    /// What the terminal has said about itself so far.
    pub fn replies(&self) -> &Replies {
        &self.replies
    }

    /// The terminal's name without its version, as far as it is known: see [`doctor::short_name`].
    pub fn short_name(&self) -> String {
        doctor::short_name(&self.environment, &self.replies)
    }

    /// The lines of [`doctor::report`] about this terminal.
    pub fn report(&self) -> Vec<String> {
        doctor::report(&self.environment, &self.replies, &self.decision, self.depth)
    }

    /// How many colours are sent.
    pub fn colour_depth(&self) -> ColourDepth {
        self.depth
    }

    /// What is known about the terminal's colours. May become known with an [`Event::Redraw`](crate::terminal::Event::Redraw).
    pub fn paper(&self) -> Paper {
        Paper::of(&self.environment, &self.replies, self.depth)
    }

    /// Whether the terminal is dark or light, if it or the environment says so. May become known with an [`Event::Redraw`](crate::terminal::Event::Redraw).
    pub fn background(&self) -> Option<Background> {
        Background::of(&self.environment, &self.replies)
    }
}
