//! The style of a cell, and the shortest SGR (ECMA-48 8.3.117) from one style to another.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::colours::ColourDepth;
use super::links::{Link, Links};

/// Colours and modifiers of a cell, as they are sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Style {
    fg: Color,
    bg: Color,
    modifier: Modifier,
    link: Link,
}

impl Style {
    pub(super) fn of(cell: &Cell, depth: ColourDepth, links: &Links) -> Self {
        let link = links.of(cell.underline_color);
        Self { fg: depth.map(cell.fg), bg: depth.map(cell.bg), modifier: cell.modifier, link }
    }

    /// What of it can be seen on a blank: two styles that give the same look alike there.
    pub(super) fn on_blank(self) -> Self {
        let lines = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
        if self.modifier.intersects(lines) { self } else { Self { bg: self.bg, ..Self::default() } }
    }
}

/// One row of a frame as text with SGR, for output that is no screen: no cursor movement, blank cells at
/// the end of the row left out, the style reset at its end. `ColourDepth::None` keeps bold and the like;
/// with `plain` there are no escape sequences at all.
pub fn write_row(frame: &Buffer, y: u16, depth: ColourDepth, plain: bool, out: &mut Vec<u8>) {
    let cells = (frame.area.left()..frame.area.right()).map(|x| &frame[(x, y)]);
    let cells: Vec<&Cell> = cells.collect();
    let links = Links::default();
    let blank = |cell: &&Cell| cell.symbol() == " " && (plain || Style::of(cell, depth, &links) == Style::default());
    let end = cells.iter().rposition(|cell| !blank(cell)).map_or(0, |last| last + 1);
    let mut pen = Pen::default();
    for cell in &cells[..end] {
        if !plain {
            pen.change(Style::of(cell, depth, &links), &links, out);
        }
        out.extend_from_slice(cell.symbol().as_bytes());
    }
    pen.change(Style::default(), &links, out);
}

/// The style in which the terminal writes now.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pen(Style);

/// A modifier, the parameter that turns it on, and the one that turns it off.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Pen {
    pub(super) fn shows(&self, style: Style) -> bool {
        self.0 == style
    }

    /// Whether a blank written now looks as one written in `style`.
    pub(super) fn shows_on_blank(&self, style: Style) -> bool {
        self.0.on_blank() == style.on_blank()
    }

    /// How many bytes [`change`](Self::change) would append.
    pub(super) fn cost(mut self, style: Style, links: &Links) -> usize {
        let mut out = Vec::new();
        self.change(style, links, &mut out);
        out.len()
    }

    /// Ends the link that is open, if one is.
    pub(super) fn end_link(&mut self, links: &Links, out: &mut Vec<u8>) {
        self.change(Style { link: Link::NONE, ..self.0 }, links, out);
    }

    /// Appends the SGR that makes the terminal write in `style`, and begins or ends a link.
    pub(super) fn change(&mut self, style: Style, links: &Links, out: &mut Vec<u8>) {
        if self.0.link != style.link {
            links.write(style.link, out);
            self.0.link = style.link;
        }
        if self.0 == style {
            return;
        }
        let step = parameters(self.0, style);
        let afresh = parameters(Style::default(), style);
        let afresh = if afresh.is_empty() { afresh } else { format!("0;{afresh}") };
        let shorter = if step.len() <= afresh.len() { step } else { afresh };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(shorter.as_bytes());
        out.push(b'm');
        self.0 = style;
    }
}

/// The parameters from one style to another without a reset, joined by semicolons.
fn parameters(from: Style, to: Style) -> String {
    let mut list = String::new();
    let mut add = |parameter: &str| {
        if !list.is_empty() {
            list.push(';');
        }
        list.push_str(parameter);
    };
    let gone = from.modifier - to.modifier;
    let mut kept = from.modifier;
    for (modifier, _, off) in MODIFIERS {
        // Bold and dim (and the two kinds of blinking) have one parameter that ends both.
        if gone.contains(modifier) && kept.contains(modifier) {
            add(&off.to_string());
            for (other, _, same) in MODIFIERS {
                if same == off {
                    kept -= other;
                }
            }
        }
    }
    for (modifier, on, _) in MODIFIERS {
        if to.modifier.contains(modifier) && !kept.contains(modifier) {
            add(&on.to_string());
        }
    }
    if from.fg != to.fg {
        add(&colour(to.fg, 30));
    }
    if from.bg != to.bg {
        add(&colour(to.bg, 40));
    }
    list
}

/// The parameters of a colour; `base` is 30 for the foreground, 40 for the background.
fn colour(colour: Color, base: u8) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = match colour {
        Color::Rgb(r, g, b) => write!(text, "{};2;{r};{g};{b}", base + 8),
        Color::Indexed(n) => write!(text, "{};5;{n}", base + 8),
        other => match super::colours::ansi_number(other) {
            Some(n @ 0..=7) => write!(text, "{}", base + n),
            Some(n) => write!(text, "{}", base + 60 + n - 8),
            None => write!(text, "{}", base + 9),
        },
    };
    text
}
