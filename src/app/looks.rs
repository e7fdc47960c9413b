//! The theme, and what it is on the terminal at hand.

use ratatui::buffer::Buffer;

use crate::palette::{Palette, Theme};
use crate::terminal::{ColourDepth, Paper};
use crate::tongue::Text;

/// A theme with the palette that was made of it last.
#[derive(Debug)]
pub(super) struct Looks {
    theme: Theme,
    made: Option<(Paper, Palette)>,
}

impl Looks {
    pub(super) fn new(theme: Theme) -> Self {
        Self { theme, made: None }
    }

    /// Turns the inks of a frame into colours of this terminal.
    pub(super) fn paint(&mut self, paper: Paper, frame: &mut Buffer) {
        let known = self.made.filter(|(known, _)| *known == paper);
        let (_, palette) = *self.made.insert(known.unwrap_or_else(|| (paper, Palette::of(self.theme, paper))));
        palette.paint(frame);
    }

    /// The next theme; says which.
    pub(super) fn next(&mut self, paper: Paper) -> Text {
        (self.theme, self.made) = (self.theme.after(), None);
        match self.theme {
            _ if paper.depth == ColourDepth::None => Text::ThemeNone,
            Theme::Auto => Text::ThemeAuto,
            Theme::Dark => Text::ThemeDark,
            Theme::Light => Text::ThemeLight,
            Theme::Contrast => Text::ThemeContrast,
            Theme::Sixteen => Text::ThemeSixteen,
        }
    }
}
