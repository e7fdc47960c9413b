//! How many colours the terminal has, and whether it is dark.

use ratatui::style::Color;

use super::environment::Environment;
use super::probe::Replies;

/// How many colours are sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColourDepth {
    /// None at all; bold, underline and reverse remain.
    None,
    /// The sixteen of the terminal's own palette.
    #[default]
    Ansi16,
    /// The 256 of xterm.
    Indexed256,
    /// 24 bits (SGR 38;2).
    True,
}

/// Light text on dark, or dark on light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// Light text on a dark ground.
    Dark,
    /// Dark text on a light ground.
    Light,
}

/// What is known about the colours of a terminal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Paper {
    /// How many colours are sent.
    pub depth: ColourDepth,
    /// Its ground, if it has said so (OSC 11).
    pub ground: Option<(u8, u8, u8)>,
    /// What it writes in, if it has said so (OSC 10).
    pub text: Option<(u8, u8, u8)>,
    /// Dark or light, if anybody says so.
    pub background: Option<Background>,
}

impl Paper {
    /// What the environment and the terminal itself say, as far as it has answered.
    #[must_use]
    pub fn of(environment: &Environment, replies: &Replies, depth: ColourDepth) -> Self {
        let background = Background::of(environment, replies);
        Self { depth, ground: replies.background(), text: replies.foreground(), background }
    }
}

impl ColourDepth {
    /// What the environment says: `NO_COLOR` (no-color.org), `COLORTERM`, then `TERM`.
    pub fn of(environment: &Environment) -> Self {
        let term = environment.term();
        if environment.has("NO_COLOR") || matches!(term, "dumb" | "vt100" | "vt220" | "xterm-mono") {
            return Self::None;
        }
        if matches!(environment.get("COLORTERM"), Some("truecolor" | "24bit")) || term.ends_with("-direct") {
            return Self::True;
        }
        let known = ["xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm", "contour", "mlterm"];
        let outer = ["VTE_VERSION", "KONSOLE_VERSION", "WT_SESSION"];
        let multiplexed = environment.has("TMUX") || environment.has("STY");
        if known.iter().any(|name| term.starts_with(name))
            || !multiplexed && outer.iter().any(|name| environment.has(name))
        {
            return Self::True;
        }
        // Every xterm since 2000 has 256; Debian's calls itself plain `xterm`.
        if term.contains("256color") || term == "xterm" {
            return Self::Indexed256;
        }
        if term.is_empty() { Self::None } else { Self::Ansi16 }
    }

    /// The colour that comes nearest to `colour` among those that are sent.
    pub fn map(self, colour: Color) -> Color {
        match self {
            Self::None => Color::Reset,
            Self::True => colour,
            Self::Indexed256 => match colour {
                Color::Rgb(r, g, b) => Color::Indexed(nearest_256((r, g, b))),
                other => other,
            },
            Self::Ansi16 => match colour {
                Color::Rgb(r, g, b) => nearest_16((r, g, b)),
                Color::Indexed(n @ 0..=15) => NAMED[usize::from(n)],
                Color::Indexed(_) => rgb_of(colour).map_or(Color::Reset, nearest_16),
                other => other,
            },
        }
    }
}

impl Background {
    /// The terminal's own answer (OSC 11) first, then `COLORFGBG`; `None`: nobody says.
    pub fn of(environment: &Environment, replies: &Replies) -> Option<Self> {
        if let Some((r, g, b)) = replies.background() {
            // Rec. 709 luma, in thousandths.
            let luma = 2126 * u32::from(r) + 7152 * u32::from(g) + 722 * u32::from(b);
            return Some(if luma > 127 * 10_000 { Self::Light } else { Self::Dark });
        }
        let number: u8 = environment.get("COLORFGBG")?.rsplit(';').next()?.parse().ok()?;
        match number {
            7 | 15 => Some(Self::Light),
            0..=15 => Some(Self::Dark),
            _ => None,
        }
    }
}

/// The sixteen in the order of their numbers.
const NAMED: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// xterm's values of the sixteen: what a palette is likely to look like.
const ANSI_RGB: [(u8, u8, u8); 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];

/// The levels of a channel in xterm's colour cube.
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The number of a named colour, 0 to 15.
pub(crate) fn ansi_number(colour: Color) -> Option<u8> {
    NAMED.iter().position(|named| *named == colour).and_then(|n| u8::try_from(n).ok())
}

/// Red, green, blue of a colour; `None` for the terminal's default.
pub(crate) fn rgb_of(colour: Color) -> Option<(u8, u8, u8)> {
    let indexed = |n: u8| match n {
        0..=15 => ANSI_RGB[usize::from(n)],
        16..=231 => {
            let n = usize::from(n - 16);
            (CUBE[n / 36], CUBE[n / 6 % 6], CUBE[n % 6])
        }
        _ => {
            let grey = 8 + 10 * (n - 232);
            (grey, grey, grey)
        }
    };
    match colour {
        Color::Reset => None,
        Color::Rgb(r, g, b) => Some((r, g, b)),
        Color::Indexed(n) => Some(indexed(n)),
        named => ansi_number(named).map(indexed),
    }
}

fn distance(a: (u8, u8, u8), b: (u8, u8, u8)) -> u32 {
    let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    // Weighted as the eye does, roughly.
    3 * square(a.0, b.0) + 4 * square(a.1, b.1) + 2 * square(a.2, b.2)
}

fn nearest_256(rgb: (u8, u8, u8)) -> u8 {
    // 0 to 15 are the user's own colours, so they are not used as measures.
    (16..=255u8).min_by_key(|n| rgb_of(Color::Indexed(*n)).map_or(u32::MAX, |c| distance(c, rgb))).unwrap_or(16)
}

fn nearest_16(rgb: (u8, u8, u8)) -> Color {
    let nearest = (0..16).min_by_key(|n| distance(ANSI_RGB[*n], rgb)).unwrap_or(7);
    NAMED[nearest]
}
