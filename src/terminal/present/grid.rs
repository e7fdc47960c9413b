//! A screen as the presenter compares it: one small number a cell.

use std::collections::HashMap;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::terminal::colours::ColourDepth;
use crate::terminal::links::Links;
use crate::terminal::sgr::Style;

/// What one column of a row holds. Two slots show the same exactly if they are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Slot {
    /// A code point, or (from [`CLUSTERS`] on) the number of a cluster of several.
    text: u32,
    /// The number of its style.
    style: u16,
    /// Columns that the cluster takes; 0: this is the second column of a wide one.
    pub(super) width: u8,
    /// Terminals may disagree about the width.
    pub(super) doubtful: bool,
}

/// The first number that is no code point.
const CLUSTERS: u32 = 0x11_0000;
/// Clusters and styles that are remembered at most. A long session with many emoji starts anew.
const MOST: usize = 0x4000;

impl Slot {
    /// A blank in the default style.
    pub(super) const BLANK: Slot = Slot { text: ' ' as u32, style: 0, width: 1, doubtful: false };
    /// The second column of a wide cluster.
    pub(super) const TAIL: Slot = Slot { text: 0, style: 0, width: 0, doubtful: false };

    pub(super) fn is_space(self) -> bool {
        self.text == ' ' as u32
    }

    /// As one number, for hashing.
    pub(super) fn number(self) -> u64 {
        u64::from(self.text) << 16 | u64::from(self.style)
    }

    /// About how many bytes it takes to write it, doubled; blanks in a row are cheap.
    pub(super) fn weight(self) -> i32 {
        match char::from_u32(self.text) {
            _ if self.width == 0 => 0,
            Some(' ') => 1,
            Some(c) => {
                if c.is_ascii() {
                    2
                } else {
                    6
                }
            }
            None => 10,
        }
    }
}

/// Rows of slots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) width: usize,
    pub(super) height: usize,
    slots: Vec<Slot>,
}

impl Grid {
    pub(super) fn blank(width: usize, height: usize) -> Self {
        Self { width, height, slots: vec![Slot::BLANK; width * height] }
    }

    pub(super) fn row(&self, y: usize) -> &[Slot] {
        &self.slots[y * self.width..(y + 1) * self.width]
    }

    pub(super) fn row_mut(&mut self, y: usize) -> &mut [Slot] {
        &mut self.slots[y * self.width..(y + 1) * self.width]
    }

    /// How many clusters there are that are not blank.
    pub(super) fn filled(&self) -> usize {
        self.slots.iter().filter(|slot| **slot != Slot::BLANK && slot.width > 0).count()
    }

    /// The last column of a row that is not blank in the default style, and one.
    pub(super) fn end_of_row(&self, y: usize) -> usize {
        self.row(y).iter().rposition(|slot| *slot != Slot::BLANK).map_or(0, |last| last + 1)
    }
}

/// Foreground, background, number of the link and modifiers of a cell, before they are mapped to what the terminal has.
type Raw = (Color, Color, Color, Modifier);

/// The clusters and styles that the numbers in slots stand for.
#[derive(Debug)]
pub(super) struct Tables {
    clusters: Vec<(Box<str>, u8, bool)>,
    by_text: HashMap<Box<str>, u32>,
    styles: Vec<Style>,
    by_style: HashMap<Style, u16>,
    /// Width and doubt of the code points below U+10000; 0 where not known yet.
    points: Vec<u8>,
    links: Links,
    /// Colours and modifiers of the cell before, and the numbers of its style: as it is, and on a blank.
    last: Option<(Raw, (u16, u16))>,
}

impl Default for Tables {
    fn default() -> Self {
        let plain = Style::default();
        Self {
            clusters: Vec::new(),
            by_text: HashMap::new(),
            styles: vec![plain],
            by_style: HashMap::from([(plain, 0)]),
            points: vec![0; 0x1_0000],
            links: Links::default(),
            last: None,
        }
    }
}

const KNOWN: u8 = 0x80;
const DOUBTFUL: u8 = 0x40;

impl Tables {
    /// Whether the tables are so full that they should be thrown away, with every grid made by them.
    pub(super) fn are_full(&self) -> bool {
        self.clusters.len() > MOST || self.styles.len() > MOST
    }

    /// Empty, with other links.
    pub(super) fn with_links(links: Links) -> Self {
        Self { links, ..Self::default() }
    }

    /// The numbers of styles stay what they are, if there were no links.
    pub(super) fn set_links(&mut self, links: Links) {
        self.links = links;
        // The cell looked up last may be of a link now.
        self.last = None;
    }

    pub(super) fn links(&self) -> &Links {
        &self.links
    }

    pub(super) fn style(&self, slot: Slot) -> Style {
        self.styles[usize::from(slot.style)]
    }

    pub(super) fn write(&self, slot: Slot, out: &mut Vec<u8>) {
        match char::from_u32(slot.text) {
            Some(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            None => out.extend_from_slice(self.clusters[(slot.text - CLUSTERS) as usize].0.as_bytes()),
        }
    }

    /// A frame as a grid. With `exact`, blanks keep what cannot be seen of their style.
    pub(super) fn grid(&mut self, buffer: &Buffer, depth: ColourDepth, exact: bool) -> Grid {
        let (width, height) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
        let mut slots = Vec::with_capacity(width * height);
        self.last = None;
        for cells in buffer.content.chunks(width.max(1)) {
            let end = slots.len() + width;
            while slots.len() < end {
                let cell = &cells[cells.len() - (end - slots.len())];
                let (style, on_blank) = self.numbers(cell, depth, exact);
                let slot = self.slot(cell.symbol(), style, on_blank);
                match slot.width {
                    2 if slots.len() + 2 <= end => slots.extend([slot, Slot::TAIL]),
                    1 => slots.push(slot),
                    // Nothing to see, or no room for it.
                    _ => slots.push(Slot { style: on_blank, ..Slot::BLANK }),
                }
            }
        }
        Grid { width, height, slots }
    }

    fn slot(&mut self, symbol: &str, style: u16, on_blank: u16) -> Slot {
        if symbol == " " {
            return Slot { style: on_blank, ..Slot::BLANK };
        }
        let mut chars = symbol.chars();
        let (text, width, doubtful) = match (chars.next(), chars.next()) {
            (Some(point), None) => {
                let (width, doubtful) = self.point(point, symbol);
                (u32::from(point), width, doubtful)
            }
            _ => self.cluster(symbol),
        };
        Slot { text, style, width, doubtful }
    }

    fn point(&mut self, point: char, symbol: &str) -> (u8, bool) {
        let known = self.points.get(point as usize).copied().unwrap_or(0);
        if known != 0 {
            return (known & 3, known & DOUBTFUL != 0);
        }
        let (width, doubtful) = measure(symbol);
        if let Some(known) = self.points.get_mut(point as usize) {
            *known = KNOWN | width | if doubtful { DOUBTFUL } else { 0 };
        }
        (width, doubtful)
    }

    fn cluster(&mut self, symbol: &str) -> (u32, u8, bool) {
        if let Some(&text) = self.by_text.get(symbol) {
            let (_, width, doubtful) = self.clusters[(text - CLUSTERS) as usize];
            return (text, width, doubtful);
        }
        let (width, doubtful) = measure(symbol);
        let text = CLUSTERS + u32::try_from(self.clusters.len()).unwrap_or(0);
        self.clusters.push((symbol.into(), width, doubtful));
        self.by_text.insert(symbol.into(), text);
        (text, width, doubtful)
    }

    /// The numbers of a cell's style: as it is, and on a blank.
    fn numbers(&mut self, cell: &Cell, depth: ColourDepth, exact: bool) -> (u16, u16) {
        let raw = (cell.fg, cell.bg, cell.underline_color, cell.modifier);
        match self.last {
            Some((last, numbers)) if last == raw => numbers,
            _ => {
                let style = Style::of(cell, depth, &self.links);
                let on_blank = if exact { style } else { style.on_blank() };
                let numbers = (self.number(style), self.number(on_blank));
                self.last = Some((raw, numbers));
                numbers
            }
        }
    }

    fn number(&mut self, style: Style) -> u16 {
        let next = u16::try_from(self.styles.len()).unwrap_or(u16::MAX);
        let number = *self.by_style.entry(style).or_insert(next);
        if number == next {
            self.styles.push(style);
        }
        number
    }
}

fn measure(symbol: &str) -> (u8, bool) {
    (u8::try_from(columns(symbol)).unwrap_or(0), is_doubtful(symbol))
}

/// The columns that a cell's symbol takes: 0 if it has no base character (nothing is written for it).
///
/// The sum over a cluster would be wrong for emoji sequences, the width of a string is wrong for lam and
/// alef in two cells; a cell holds one cluster, so its string width is meant here.
pub(in crate::terminal) fn columns(symbol: &str) -> usize {
    let visible = !symbol.chars().any(char::is_control);
    if visible { symbol.width().min(2) } else { 0 }
}

/// Whether terminals may disagree about the width of this cluster.
fn is_doubtful(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return false };
    if second.is_none() && first.is_ascii() {
        return false;
    }
    let sum: usize = symbol.chars().map(|c| c.width().unwrap_or(0)).sum();
    sum != symbol.width()
        || symbol.contains(['\u{200d}', '\u{200e}', '\u{fe0e}', '\u{fe0f}', '\u{20e3}'])
        // Regional indicators, emoji and pictographs: their width changed between Unicode versions.
        || symbol.chars().any(|c| matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}'))
        // Signs that some terminals draw two columns wide in an East Asian locale.
        || symbol.width() != symbol.width_cjk() && !matches!(first, '\u{2500}'..='\u{257f}')
}
