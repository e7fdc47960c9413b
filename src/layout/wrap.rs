//! Line breaking: UAX #14 on logical text, at unit boundaries.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::unit::{Kind, Units};

/// Break opportunities of a block, one bit for each byte: whether a row may begin there.
///
/// Computed for the whole block at once: about 10 ms for a million letters, and exact, which a
/// search that starts in the middle of a text would not be.
#[derive(Debug, Clone)]
pub struct Opportunities {
    bits: Vec<u64>,
}

impl Opportunities {
    /// Opportunities of `text` by UAX #14, Unicode 17 (the rules that resolve complex scripts such
    /// as Thai without a dictionary).
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::found(text, &mut |_| true).unwrap_or(Self { bits: Vec::new() })
    }

    /// The same; `go_on` is told now and then how many bytes are done, and when it says no, nothing comes of it.
    pub(super) fn found(text: &str, go_on: &mut dyn FnMut(usize) -> bool) -> Option<Self> {
        /// Bytes between two looks at whether to go on.
        const PIECE: usize = 1 << 18;
        let segmenter = LineSegmenter::new_17_for_non_complex_scripts(LineBreakOptions::default());
        let mut bits = vec![0_u64; text.len() / 64 + 1];
        let mut look = PIECE;
        for at in segmenter.segment_str(text) {
            bits[at / 64] |= 1 << (at % 64);
            if at >= look {
                look = at + PIECE;
                if !go_on(at) {
                    return None;
                }
            }
        }
        Some(Self { bits })
    }

    /// Whether a row may begin at byte `at`.
    #[must_use]
    pub fn allows(&self, at: usize) -> bool {
        self.bits.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }
}

/// Which part of a block one row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RowSpan {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte, its hanging spaces and line terminator included.
    pub(super) end: usize,
    /// It ends with a line terminator or with the block.
    pub(super) hard: bool,
    /// It ends at a soft hyphen, which is to be shown.
    pub(super) hyphen: bool,
}

/// The row that begins at `start`: as many units as fit into `width` columns, up to the last
/// opportunity; a word longer than the row breaks between units. Spaces never overflow: they hang.
///
/// `units` are those of the text from `start` on. A unit wider than the row counts as one column.
pub(super) fn next_row(units: &mut Units<'_>, opportunities: &Opportunities, start: usize, width: u16) -> RowSpan {
    let row = |end, hard, hyphen| RowSpan { start, end, hard, hyphen };
    let limit = u32::from(width);
    let mut used = 0_u32;
    let mut best: Option<RowSpan> = None;
    let mut after_soft_hyphen = false;
    let mut end = start;
    for unit in units {
        let at = unit.bytes.start;
        // Behind what has no appearance there is nothing yet to break off.
        if used > 0 && opportunities.allows(at) && (!after_soft_hyphen || used < limit) {
            best = Some(row(at, false, after_soft_hyphen));
        }
        match unit.kind {
            Kind::Terminator => return row(unit.bytes.end, true, false),
            Kind::Space => used += u32::from(unit.width),
            Kind::Text | Kind::SoftHyphen | Kind::Kashida => {
                let wide = u32::from(unit.width_in(width));
                if wide > 0 && used + wide > limit && used > 0 {
                    return best.unwrap_or(row(at, false, false));
                }
                used += wide;
            }
        }
        after_soft_hyphen = unit.kind == Kind::SoftHyphen;
        end = unit.bytes.end;
    }
    row(end, true, false)
}

#[cfg(test)]
mod tests {
    use super::super::Marks;
    use super::super::shape::Context;
    use super::*;

    fn rows(text: &str, width: u16) -> Vec<&str> {
        let opportunities = Opportunities::new(text);
        let context = Context { text, levels: None };
        let mut found = Vec::new();
        let mut start = 0;
        while start < text.len() {
            let mut units = Units::new(&context, start..text.len(), Marks::Keep);
            let row = next_row(&mut units, &opportunities, start, width);
            assert!(row.end > start, "progress");
            found.push(&text[row.start..row.end]);
            start = row.end;
        }
        found
    }

    #[test]
    fn breaks_at_opportunities_between_units_and_at_terminators() {
        for (text, width, expected) in [
            ("ab cd ef", 5, &["ab cd ", "ef"][..]),
            ("ab cd ef", 8, &["ab cd ef"]),
            ("ab    cd", 2, &["ab    ", "cd"]),
            ("abcdef gh", 4, &["abcd", "ef ", "gh"]),
            ("a\nb\r\nc", 9, &["a\n", "b\r\n", "c"]),
            ("a\n\nb", 9, &["a\n", "\n", "b"]),
            ("中文字", 4, &["中文", "字"]),
            ("中", 1, &["中"]),
            ("a中b", 1, &["a", "中", "b"]),
            ("e\u{301}e\u{301}", 1, &["e\u{301}", "e\u{301}"]),
            ("قال: \"نعم\" ثم", 8, &["قال: ", "\"نعم\" ثم"]),
            ("كتاب الـ75 عاما", 10, &["كتاب الـ75 ", "عاما"]),
        ] {
            assert_eq!(rows(text, width), expected, "{text:?} at {width}");
        }
    }

    #[test]
    fn no_row_is_empty_for_what_has_no_appearance() {
        assert_eq!(rows("\u{200b}abcdef", 4), ["\u{200b}abcd", "ef"], "an opportunity behind a zero width space");
        assert_eq!(rows("\u{ad}abcdef", 4), ["\u{ad}abcd", "ef"]);
        assert_eq!(rows("\u{200f}中a", 1), ["\u{200f}中", "a"], "wider than the row, behind a mark");
    }

    #[test]
    fn what_replaces_a_unit_wider_than_the_row_takes_one_column() {
        assert_eq!(rows("क\u{94d}क\u{94d}कab", 2), ["क\u{94d}क\u{94d}कa", "b"], "a cluster of three columns");
    }

    #[test]
    fn a_soft_hyphen_breaks_only_where_its_hyphen_fits() {
        assert_eq!(rows("abc\u{ad}def", 4), ["abc\u{ad}", "def"]);
        assert_eq!(rows("abc\u{ad}def", 3), ["abc\u{ad}", "def"], "an emergency break, without a hyphen");
        assert_eq!(rows("ab\u{ad}cd", 4), ["ab\u{ad}cd"]);
    }
}
