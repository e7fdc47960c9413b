//! Which colours the inks of the view are on this terminal.
//!
//! The view paints with [`Ink`]s and attributes. A [`Palette`] says what they are here: colours that were reckoned
//! against the ground on which they stand, so that every one can be read (WCAG 2.x, 4.5:1), also by who tells red from
//! green badly. On a ground that nobody knows there are no colours, and nothing with letters in it is dim: how
//! dim, each terminal decides for itself.

mod contrast;
#[cfg(test)]
mod tests;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::terminal::{Background, ColourDepth, Paper};
use crate::view::theme::Ink;

use contrast::furthest;
pub use contrast::{ENOUGH, HIGH, Rgb, Sight, contrast, is_dark, least_contrast, luminance};

const INKS: usize = Ink::ALL.len();

/// How things are to look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark or light, as the terminal says that it is, on its own ground; the sixteen colours if it says nothing.
    #[default]
    Auto,
    /// Light text on dark: on the terminal's ground if that is known to be dark, else on one of its own.
    Dark,
    /// Dark text on light, likewise.
    Light,
    /// White on black, everything at 7:1 or better.
    Contrast,
    /// Of the terminal's own sixteen colours those that can be read in the usual palettes.
    Sixteen,
}

impl Theme {
    /// All of them, in the order in which a key walks through them.
    pub const ALL: [Self; 5] = [Self::Auto, Self::Dark, Self::Light, Self::Contrast, Self::Sixteen];

    /// The name on the command line and in the configuration.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Sixteen => "16",
        }
    }

    /// The next one for the key.
    #[must_use]
    pub fn after(self) -> Self {
        let at = Self::ALL.iter().position(|&theme| theme == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}

/// The colours of the inks. `Color::Reset` is what the terminal has by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    ground: Color,
    text: Color,
    /// Instead of what a terminal calls dim; none where no colour can be reckoned.
    quiet: Option<Color>,
    inks: [Color; INKS],
    /// Many terminals make bold text of the first eight colours bright, so coloured text is not bold.
    bold_brightens: bool,
}

/// Colours of a theme before they are fitted to a ground: text, quiet text, and the inks in the order of [`Ink::ALL`].
struct Tints {
    ground: Rgb,
    text: Rgb,
    quiet: Rgb,
    inks: [Rgb; INKS],
    least: f64,
}

/// The inks of a theme are far from each other also to who cannot tell red from green (a test computes how far).
const DARK: Tints = Tints {
    ground: (0x16, 0x18, 0x1d),
    text: (0xe4, 0xe4, 0xe0),
    quiet: (0xa9, 0xad, 0xb3),
    inks: [
        (0x8f, 0xb8, 0xd0),
        (0xff, 0xec, 0x4f),
        (0xb9, 0x90, 0xc5),
        (0x77, 0xb3, 0x87),
        (0xe6, 0xb6, 0x64),
        (0x9a, 0xef, 0xe0),
        (0x98, 0x94, 0xff),
    ],
    least: ENOUGH,
};

const LIGHT: Tints = Tints {
    ground: (0xfd, 0xfd, 0xfa),
    text: (0x1c, 0x1d, 0x20),
    quiet: (0x5a, 0x60, 0x66),
    inks: [
        (0x2f, 0x5d, 0x7c),
        (0x5e, 0x6e, 0x1a),
        (0x99, 0x38, 0x96),
        (0x24, 0x4e, 0x2e),
        (0xc7, 0x1f, 0x13),
        (0x13, 0x76, 0x6d),
        (0x2d, 0x3b, 0xb1),
    ],
    least: ENOUGH,
};

const CONTRAST: Tints = Tints {
    ground: (0, 0, 0),
    text: (255, 255, 255),
    quiet: (0xd0, 0xd0, 0xd0),
    inks: [
        (0x9f, 0xd8, 0xff),
        (0xff, 0xec, 0x4f),
        (0xba, 0x87, 0xbf),
        (0x87, 0xb3, 0x89),
        (0xe4, 0xac, 0x5c),
        (0x98, 0xef, 0xe3),
        (0x88, 0x94, 0xfd),
    ],
    least: HIGH,
};

/// Of the sixteen these hold on black in the usual palettes ...
const SIXTEEN_ON_DARK: [Color; INKS] = [
    Color::LightCyan,
    Color::LightYellow,
    Color::LightCyan,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightCyan,
    Color::LightGreen,
];
/// ... and these on white.
const SIXTEEN_ON_LIGHT: [Color; INKS] =
    [Color::Blue, Color::Blue, Color::Magenta, Color::Reset, Color::Red, Color::Blue, Color::Magenta];

impl Palette {
    /// No colours.
    const PLAIN: Self = Self {
        ground: Color::Reset,
        text: Color::Reset,
        quiet: None,
        inks: [Color::Reset; INKS],
        bold_brightens: false,
    };

    /// What a theme is on this paper.
    #[must_use]
    pub fn of(theme: Theme, paper: Paper) -> Self {
        if paper.depth < ColourDepth::Indexed256 {
            return Self::of_sixteen(theme, paper);
        }
        let ground = paper.ground;
        match theme {
            Theme::Auto => match ground {
                Some(ground) => Self::fitted(if is_dark(ground) { &DARK } else { &LIGHT }, paper),
                None => Self::of_sixteen(theme, paper),
            },
            Theme::Dark if ground.is_some_and(is_dark) => Self::fitted(&DARK, paper),
            Theme::Dark => Self::on_own_ground(&DARK, paper.depth),
            Theme::Light if ground.is_some_and(|ground| !is_dark(ground)) => Self::fitted(&LIGHT, paper),
            Theme::Light => Self::on_own_ground(&LIGHT, paper.depth),
            Theme::Contrast => Self::on_own_ground(&CONTRAST, paper.depth),
            Theme::Sixteen => Self::of_sixteen(theme, paper),
        }
    }

    /// On the ground that the terminal has said it has. Its own text stays what it is, if it can be read.
    fn fitted(tints: &Tints, paper: Paper) -> Self {
        let ground = paper.ground.unwrap_or(tints.ground);
        let fit = |tint| fitted(tint, ground, paper.depth, tints.least);
        let legible = paper.text.is_none_or(|text| contrast(text, ground) >= ENOUGH);
        Self {
            ground: Color::Reset,
            text: if legible { Color::Reset } else { fit(tints.text) },
            quiet: Some(fit(tints.quiet)),
            inks: tints.inks.map(fit),
            bold_brightens: false,
        }
    }

    fn on_own_ground(tints: &Tints, depth: ColourDepth) -> Self {
        let ground = depth.map(rgb(tints.ground));
        let shown = crate::terminal::rgb_of(ground).unwrap_or(tints.ground);
        let fit = |tint| fitted(tint, shown, depth, tints.least);
        Self {
            ground,
            text: fit(tints.text),
            quiet: Some(fit(tints.quiet)),
            inks: tints.inks.map(fit),
            bold_brightens: false,
        }
    }

    fn of_sixteen(theme: Theme, paper: Paper) -> Self {
        let sixteen = |own: bool, dark: bool| {
            let (ground, text) = if dark { (Color::Black, Color::White) } else { (Color::White, Color::Black) };
            Self {
                ground: if own { ground } else { Color::Reset },
                text: if own { text } else { Color::Reset },
                quiet: None,
                inks: if dark { SIXTEEN_ON_DARK } else { SIXTEEN_ON_LIGHT },
                bold_brightens: !dark,
            }
        };
        let known = paper.ground.map(is_dark).or(paper.background.map(|known| known == Background::Dark));
        match (theme, known) {
            _ if paper.depth == ColourDepth::None => Self::PLAIN,
            (Theme::Contrast, _) | (Theme::Dark, Some(false) | None) => sixteen(true, true),
            (Theme::Light, Some(true) | None) => sixteen(true, false),
            (_, Some(dark)) => sixteen(false, dark),
            (_, None) => Self::PLAIN,
        }
    }

    /// Turns the inks of a frame into colours.
    pub fn paint(&self, frame: &mut Buffer) {
        for cell in &mut frame.content {
            self.paint_cell(cell);
        }
    }

    fn paint_cell(&self, cell: &mut Cell) {
        let reversed = cell.modifier.contains(Modifier::REVERSED);
        let dim = cell.modifier.contains(Modifier::DIM);
        let ink = Ink::of(cell.fg).filter(|_| !reversed);
        cell.fg = match (ink, self.quiet) {
            (Some(ink), _) if self.inks[ink as usize] != Color::Reset => self.inks[ink as usize],
            (_, Some(quiet)) if dim && !reversed => quiet,
            _ => self.text,
        };
        // A colour that was reckoned, or letters; a line may be as faint as it likes.
        if dim && (self.quiet.is_some() || reversed || !is_line(cell.symbol())) {
            cell.modifier.remove(Modifier::DIM);
        }
        if self.bold_brightens && ink.is_some() && cell.fg != Color::Reset {
            cell.modifier.remove(Modifier::BOLD);
        }
        if cell.bg == Color::Reset {
            cell.bg = self.ground;
        }
    }
}

/// Box drawing.
fn is_line(symbol: &str) -> bool {
    symbol.chars().all(|c| matches!(c, '\u{2500}'..='\u{257f}'))
}

fn rgb((red, green, blue): Rgb) -> Color {
    Color::Rgb(red, green, blue)
}

/// `tint`, or what is nearest to it of what can be read on `ground`, among the colours that are sent.
fn fitted(tint: Rgb, ground: Rgb, depth: ColourDepth, least: f64) -> Color {
    const STEPS: u16 = 24;
    let end = furthest(ground);
    let mix = |from: u8, to: u8, step: u16| {
        let mixed = (u16::from(from) * (STEPS - step) + u16::from(to) * step) / STEPS;
        u8::try_from(mixed).unwrap_or(to)
    };
    let legible =
        |colour: &Color| crate::terminal::rgb_of(*colour).is_some_and(|shown| least_contrast(shown, ground) >= least);
    (0..=STEPS)
        .map(|step| (mix(tint.0, end.0, step), mix(tint.1, end.1, step), mix(tint.2, end.2, step)))
        .map(|mixed| depth.map(rgb(mixed)))
        .find(legible)
        .unwrap_or(depth.map(rgb(end)))
}
