//! UAX #9 on a block: levels of whole paragraphs once, rules L1 and L2 for each row.
//!
//! The levels come from `unicode-bidi`. Its own `reorder_line` and `visual_runs` are not used: they
//! work on `char`s, know neither L3 nor L4, and copy the levels of the whole paragraph for a row.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use super::Direction;
use super::cut::Pieces;

/// The text with what closes the embeddings, overrides and isolates that it leaves open in its last paragraph (UAX #9
/// BD9, X6a, X7): what is put behind it stands as it would behind a text without them, by its last letter.
#[must_use]
pub fn closed(text: &str) -> Cow<'_, str> {
    const PDF: char = '\u{202c}';
    const PDI: char = '\u{2069}';
    let mut open = Vec::new();
    // ASCII has none of them; the first byte of all is this one.
    if text.as_bytes().contains(&0xe2) {
        for c in text.chars() {
            match c {
                '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(PDF),
                '\u{2066}'..='\u{2068}' => open.push(PDI),
                PDF if open.last() == Some(&PDF) => _ = open.pop(),
                PDI => {
                    if let Some(isolate) = open.iter().rposition(|closer| *closer == PDI) {
                        open.truncate(isolate);
                    }
                }
                '\n' | '\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2029}' => open.clear(),
                _ => {}
            }
        }
    }
    if open.is_empty() {
        return text.into();
    }
    text.chars().chain(open.into_iter().rev()).collect::<String>().into()
}

/// Embedding levels of a block, one for each byte; rules P1 to I2, before L1.
#[derive(Debug, Clone)]
pub(super) struct Levels {
    base: Level,
    /// None when every level is 0: left-to-right text needs no more than that.
    bytes: Option<Vec<Level>>,
}

impl Levels {
    /// Every paragraph of the block (P1 cuts at paragraph separators, a line feed among them) gets
    /// the block's base direction.
    ///
    /// `go_on` is told now and then how many bytes are done; when it says no, nothing comes of it. What needs much more
    /// memory than the levels is done piece by piece, see [`Pieces`].
    pub(super) fn new(text: &str, base: Direction, go_on: &mut dyn FnMut(usize) -> bool) -> Option<Self> {
        let base = base.level();
        if base.is_ltr() && text.is_ascii() {
            return Some(Self { base, bytes: None });
        }
        let mut levels = Vec::new();
        for piece in Pieces::of(text) {
            let mut found = BidiInfo::new(&text[piece.clone()], Some(base)).levels;
            if levels.is_empty() {
                levels = found;
                levels.reserve_exact(text.len() - levels.len());
            } else {
                levels.append(&mut found);
            }
            if !go_on(piece.end) {
                return None;
            }
        }
        let plain = levels.iter().all(|level| level.number() == 0);
        Some(Self { base, bytes: (!plain).then_some(levels) })
    }

    pub(super) fn bytes(&self) -> Option<&[Level]> {
        self.bytes.as_deref()
    }

    pub(super) fn base(&self) -> Level {
        self.base
    }

    pub(super) fn at(&self, byte: usize) -> Level {
        self.bytes.as_ref().map_or(self.base, |levels| levels[byte])
    }

    /// Level of the unit that begins at `start`: that of its first character which rule X9 does not
    /// remove. A cluster without a base may begin with a joiner, which has no level of its own.
    pub(super) fn of_unit(&self, start: usize, unit: &str) -> Level {
        let removed: usize = unit.chars().take_while(|&c| bidi_class(c) == BidiClass::BN).map(char::len_utf8).sum();
        self.at(if removed < unit.len() { start + removed } else { start })
    }
}

/// How rule L1 treats a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trailing {
    /// Segment or paragraph separator.
    Separator,
    /// White space, isolate formatting, and what X9 removes.
    White,
    Other,
}

fn trailing(unit: &str) -> Trailing {
    let mut chars = unit.chars().map(bidi_class);
    match chars.next() {
        Some(BidiClass::S | BidiClass::B) => Trailing::Separator,
        Some(first) if is_white(first) && chars.all(is_white) => Trailing::White,
        _ => Trailing::Other,
    }
}

fn is_white(class: BidiClass) -> bool {
    use BidiClass::{BN, FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO, WS};
    matches!(class, WS | FSI | LRI | RLI | PDI | BN | LRE | RLE | LRO | RLO | PDF)
}

/// Rule L1 on one row: separators, and white space before them or at the end of the row, go to the
/// paragraph level. `units` gives the text of each unit, `levels` its level.
pub(super) fn reset_whitespace<'a>(units: impl Iterator<Item = &'a str>, levels: &mut [Level], base: Level) {
    let mut white_from = None;
    for (at, unit) in units.enumerate() {
        match trailing(unit) {
            Trailing::Separator => {
                levels[white_from.take().unwrap_or(at)..=at].fill(base);
            }
            Trailing::White => _ = white_from.get_or_insert(at),
            Trailing::Other => white_from = None,
        }
    }
    if let Some(from) = white_from {
        levels[from..].fill(base);
    }
}

/// Rule L2: the order in which the units of a row stand from left to right.
pub(super) fn visual_order(levels: &[Level]) -> Vec<usize> {
    let highest = levels.iter().max().map_or(0, |level| level.number());
    let lowest_odd = levels.iter().filter(|level| level.is_rtl()).min().map(|level| level.number());
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let Some(lowest_odd) = lowest_odd else { return order };
    for level in (lowest_odd..=highest).rev() {
        let mut at = 0;
        while at < order.len() {
            let end = order[at..]
                .iter()
                .position(|&unit| levels[unit].number() < level)
                .map_or(order.len(), |length| at + length);
            order[at..end].reverse();
            at = end + 1;
        }
    }
    order
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Whatever a text leaves open: a letter behind it has the level of the paragraph.
    #[test]
    fn what_is_left_open_is_closed() {
        let controls = [
            '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
            'ب', '\n',
        ];
        let mut number = 1_u64;
        for length in 0..400 {
            let mut text = String::from("a");
            for _ in 0..length % 140 {
                number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push(controls[(number >> 33) as usize % controls.len()]);
            }
            let whole = format!("{}z", closed(&text));
            for base in [Level::ltr(), Level::rtl()] {
                let at = whole.len() - 1;
                let alone = BidiInfo::new("z", Some(base)).levels[0];
                assert_eq!(BidiInfo::new(&whole, Some(base)).levels[at], alone, "{text:?}");
            }
        }
        assert!(matches!(closed("سلام (x)"), Cow::Borrowed(_)));
    }

    fn levels(numbers: &[u8]) -> Vec<Level> {
        numbers.iter().map(|&n| Level::new(n).unwrap()).collect()
    }

    #[test]
    fn rule_l2_reverses_from_the_highest_level_down() {
        for (numbers, expected) in [
            (&[0, 0, 0][..], &[0, 1, 2][..]),
            (&[1, 1, 1], &[2, 1, 0]),
            (&[1, 2, 2, 1], &[3, 1, 2, 0]),
            (&[0, 1, 1, 0, 2, 2, 0], &[0, 2, 1, 3, 4, 5, 6]),
            (&[0, 1, 2, 2, 3, 3, 2, 1, 0], &[0, 7, 2, 3, 5, 4, 6, 1, 8]),
            (&[], &[]),
        ] {
            assert_eq!(visual_order(&levels(numbers)), expected, "{numbers:?}");
        }
    }

    #[test]
    fn rule_l1_resets_separators_and_white_space_before_them_and_at_the_end() {
        let units = ["a", " ", "\t", " ", "\u{2067}", "b", " ", "\u{200b}"];
        let mut got = levels(&[2; 8]);
        reset_whitespace(units.into_iter(), &mut got, Level::rtl());
        assert_eq!(got, levels(&[2, 1, 1, 2, 2, 2, 1, 1]));
    }

    #[test]
    fn a_cluster_that_begins_with_a_joiner_has_the_level_of_its_mark() {
        let text = "\u{202b}\u{200d}\u{301}";
        let levels = Levels::new(text, Direction::Ltr, &mut |_| true).unwrap();
        assert_eq!(levels.of_unit(3, &text[3..]).number(), 1);
        assert_eq!(levels.of_unit(3, &text[3..6]), levels.at(3), "nothing but a joiner");
    }

    #[test]
    fn rule_l1_leaves_a_space_that_carries_a_mark() {
        let mut got = levels(&[2; 2]);
        reset_whitespace(["a", " \u{301}"].into_iter(), &mut got, Level::rtl());
        assert_eq!(got, levels(&[2, 2]));
    }
}
