//! Units: what cannot be cut. A unit is a grapheme cluster (UAX #29), or a lam and an alef that share
//! a glyph. It becomes one cell, or is dropped by a named rule.

use std::ops::Range;

use unicode_bidi::Level;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Marks;
use super::shape::{self, Context};
use super::tables::{DEFAULT_IGNORABLE, VOWEL_MARKS};

/// Why a part of the text has no cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dropped {
    /// An explicit bidi control or mark (UAX #9, 2.1 to 2.6): obeyed, not shown.
    BidiControl,
    /// The end of a line: LF, CR, CR LF, VT, FF, NEL, U+2028, U+2029.
    LineTerminator,
    /// A space that hangs over the end of a full row.
    HangingSpace,
    /// A vowel mark without a letter, under [`Marks::Drop`].
    VowelMark,
    /// A soft hyphen where the row does not break.
    SoftHyphen,
    /// Another character that has no appearance (Default_Ignorable_Code_Point).
    Ignorable,
}

/// What a unit is to the one who breaks lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// A space that may hang over the end of a row.
    Space,
    Terminator,
    SoftHyphen,
    /// Put in behind a letter to stretch the word; its bytes are those of the letter.
    Kashida,
}

/// A part of the text that stays together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) bytes: Range<usize>,
    pub(super) kind: Kind,
    /// Columns; 0 when dropped.
    pub(super) width: u16,
    pub(super) dropped: Option<Dropped>,
    /// Where the alef begins that shares the cell of this lam.
    pub(super) alef: Option<usize>,
}

impl Unit {
    /// Columns in a row of `row` columns: what is wider than the whole row is replaced by one column.
    pub(super) fn width_in(&self, row: u16) -> u16 {
        if self.kind == Kind::Text && self.width > row { 1 } else { self.width }
    }
}

/// Columns of a tab stop; a tab never takes more than this, whatever column it stands in.
pub(super) const TAB: u16 = 4;

/// The combining marks of one cluster that are sent to the terminal; a cluster may hold any number,
/// and terminals keep few (the Stream-Safe Text Format of UAX #15 allows 30).
const MOST_MARKS: usize = 12;

/// Shown for a control character that has no picture, and for what is wider than the row.
pub(super) const REPLACEMENT: char = '\u{fffd}';

/// Carries a combining mark that has no base.
const DOTTED_CIRCLE: char = '\u{25cc}';

fn in_ranges(table: &[(char, char)], c: char) -> bool {
    let found = table.partition_point(|&(_, last)| last < c);
    table.get(found).is_some_and(|&(first, _)| first <= c)
}

fn is_vowel_mark(c: char) -> bool {
    c >= '\u{591}' && in_ranges(VOWEL_MARKS, c)
}

fn is_ignorable(c: char) -> bool {
    c >= '\u{ad}' && in_ranges(DEFAULT_IGNORABLE, c)
}

/// U+061C, U+200E, U+200F and the explicit formatting characters of UAX #9.
#[must_use]
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_terminator(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_hanging_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}')
}

/// What a control character is shown as: its picture (U+2400), else U+FFFD.
fn control_picture(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(REPLACEMENT),
        '\u{7f}' => '\u{2421}',
        _ => REPLACEMENT,
    }
}

/// The units of `text[range]`, in logical order. `range` starts on a cluster boundary.
pub(super) struct Units<'a> {
    text: &'a str,
    clusters: std::iter::Peekable<unicode_segmentation::GraphemeIndices<'a>>,
    offset: usize,
    levels: Option<&'a [Level]>,
    marks: Marks,
    scratch: String,
}

impl<'a> Units<'a> {
    pub(super) fn new(context: &Context<'a>, range: Range<usize>, marks: Marks) -> Self {
        Self {
            text: context.text,
            clusters: context.text[range.clone()].grapheme_indices(true).peekable(),
            offset: range.start,
            levels: context.levels,
            marks,
            scratch: String::new(),
        }
    }

    /// Takes the next cluster as well when it is an alef that shares the glyph of this lam.
    /// Gives the bytes of that alef.
    fn ligature(&mut self, start: usize, cluster: &str) -> Option<Range<usize>> {
        let &(next_at, next) = self.clusters.peek()?;
        let levels = self.levels?;
        let next_start = self.offset + next_at;
        let same_run = levels[start].is_rtl() && levels[start] == levels[next_start];
        if !(same_run && shape::is_lam_alef(cluster, next)) {
            return None;
        }
        self.clusters.next();
        Some(next_start..next_start + next.len())
    }
}

impl Iterator for Units<'_> {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        let (at, cluster) = self.clusters.next()?;
        let start = self.offset + at;
        let first = cluster.chars().next()?;
        let alone = cluster.len() == first.len_utf8();
        let mut unit =
            Unit { bytes: start..start + cluster.len(), kind: Kind::Text, width: 1, dropped: None, alef: None };
        if alone && first.is_ascii_graphic() {
            return Some(unit);
        }
        if is_terminator(first) {
            (unit.kind, unit.width, unit.dropped) = (Kind::Terminator, 0, Some(Dropped::LineTerminator));
        } else if alone && is_hanging_space(first) {
            unit.kind = Kind::Space;
            unit.width = if first == '\t' { TAB } else { width_of_char(first) };
        } else if alone && first == '\u{ad}' {
            (unit.kind, unit.width, unit.dropped) = (Kind::SoftHyphen, 0, Some(Dropped::SoftHyphen));
        } else if let Some(dropped) = dropped(cluster, self.marks) {
            (unit.width, unit.dropped) = (0, Some(dropped));
        } else if let Some(alef) = self.ligature(start, cluster) {
            if cluster.len() + alef.len() > 4 {
                // Some marks take a column of their own.
                self.scratch.clear();
                write_ligature(&mut self.scratch, cluster, &self.text[alef.clone()], |letter| letter, self.marks);
                unit.width = width_of_symbol(&self.scratch);
            }
            (unit.bytes.end, unit.alef) = (alef.end, Some(alef.start));
        } else if alone && width_of_char(first) > 0 {
            unit.width = width_of_char(first);
        } else {
            self.scratch.clear();
            write_symbol(&mut self.scratch, cluster, |_, c| c, self.marks);
            unit.width = width_of_symbol(&self.scratch);
        }
        debug_assert!(unit.bytes.end <= self.text.len());
        Some(unit)
    }
}

fn width_of_char(c: char) -> u16 {
    u16::try_from(c.width().unwrap_or(0)).unwrap_or(1)
}

/// Columns of one cell's symbol. This is the width of a *cluster*: of a longer string it would be
/// wrong, because unicode-width counts a lam and an alef in a string as one.
pub(super) fn width_of_symbol(symbol: &str) -> u16 {
    u16::try_from(symbol.width()).unwrap_or(u16::MAX)
}

/// The rule by which a whole cluster is not shown.
fn dropped(cluster: &str, marks: Marks) -> Option<Dropped> {
    let first = cluster.chars().next()?;
    if is_bidi_control(first) {
        Some(Dropped::BidiControl)
    } else if marks == Marks::Drop && is_vowel_mark(first) && cluster.chars().all(is_unseen_with_dropped_marks) {
        Some(Dropped::VowelMark)
    } else if cluster.chars().all(is_ignorable) {
        Some(Dropped::Ignorable)
    } else {
        None
    }
}

fn is_unseen_with_dropped_marks(c: char) -> bool {
    is_vowel_mark(c) || is_ignorable(c)
}

/// Whether an invisible character inside a cluster matters to the terminal: variation selectors
/// always, joiners and tags only in emoji and Indic clusters. Arabic has had its joiners obeyed.
fn is_kept_ignorable(base: char, c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}')
        || (base >= '\u{900}' && matches!(c, '\u{200c}' | '\u{200d}' | '\u{e0020}'..='\u{e007f}'))
}

/// Writes what a cell shows for `cluster`: `shown` gives the glyph (the form, the mirror image) of the
/// character at an offset, the marks follow. Never writes a control character or a bidi control.
pub(super) fn write_symbol(out: &mut String, cluster: &str, shown: impl Fn(usize, char) -> char, marks: Marks) {
    let Some((base, taken)) = shape::composed_base(cluster) else { return };
    if cluster == "\t" {
        out.extend(std::iter::repeat_n(' ', usize::from(TAB)));
        return;
    }
    if base.is_control() {
        out.push(control_picture(base));
        return;
    }
    let start = out.len();
    if width_of_char(base) > 0 {
        out.push(shown(0, base));
        write_marks(out, base, cluster, taken, shown, marks);
        return;
    }
    // A mark without a base: Hangul vowels and the like are measured with what follows.
    write_mark(out, base, base, marks);
    write_marks(out, base, cluster, taken, shown, marks);
    let carried = out[start..].chars().next().is_some_and(|first| width_of_char(first) > 0 || is_prepended(first));
    if !carried || width_of_symbol(&out[start..]) == 0 {
        out.insert(start, DOTTED_CIRCLE);
    }
}

/// Whether it is a sign without a width that belongs to what follows (Grapheme_Cluster_Break Prepend).
fn is_prepended(c: char) -> bool {
    String::from_iter([c, 'a']).graphemes(true).count() == 1
}

/// Writes the one glyph of a lam and an alef, with the marks of both.
pub(super) fn write_ligature(out: &mut String, lam: &str, alef: &str, glyph: impl Fn(char) -> char, marks: Marks) {
    let Some((letter, taken)) = shape::composed_base(alef) else { return };
    out.push(glyph(letter));
    write_marks(out, letter, lam, None, |_, c| c, marks);
    write_marks(out, letter, alef, taken, |_, c| c, marks);
}

/// Writes what follows the first character of a cluster: marks, but letters and brackets too behind
/// a character of class Prepend (an Arabic number sign, the end of an ayah).
fn write_marks(
    out: &mut String,
    base: char,
    cluster: &str,
    taken: Option<usize>,
    shown: impl Fn(usize, char) -> char,
    marks: Marks,
) {
    let mut left = MOST_MARKS;
    for (at, c) in cluster.char_indices().skip(1).filter(|&(at, _)| Some(at) != taken) {
        if left == 0 {
            break;
        }
        let c = if width_of_char(c) > 0 { shown(at, c) } else { c };
        left -= usize::from(write_mark(out, base, c, marks));
    }
}

/// Writes one character behind the base, unless it is not to be seen. Says whether it did.
fn write_mark(out: &mut String, base: char, c: char, marks: Marks) -> bool {
    let unseen = c.is_control()
        || is_bidi_control(c)
        || (marks == Marks::Drop && is_vowel_mark(c))
        || (is_ignorable(c) && !is_kept_ignorable(base, c));
    if !unseen {
        out.push(c);
    }
    !unseen
}

/// Writes a cluster as real text: letters as they are, control characters as their pictures, LRM,
/// RLM and joiners kept, explicit bidi controls left out.
pub(super) fn write_logical(out: &mut String, cluster: &str, marks: Marks) {
    for c in cluster.chars() {
        match c {
            '\t' => out.push(' '),
            '\u{200e}' | '\u{200f}' => out.push(c),
            _ if is_bidi_control(c) || (marks == Marks::Drop && is_vowel_mark(c)) => {}
            _ if c.is_control() => out.push(control_picture(c)),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn units(text: &str, marks: Marks) -> Vec<(String, u16, Option<Dropped>)> {
        let levels = vec![Level::rtl(); text.len()];
        let context = Context { text, levels: Some(&levels) };
        Units::new(&context, 0..text.len(), marks)
            .map(|unit| (text[unit.bytes].to_owned(), unit.width, unit.dropped))
            .collect()
    }

    fn one(text: &str, marks: Marks) -> (u16, Option<Dropped>) {
        let found = units(text, marks);
        assert_eq!(found.len(), 1, "{text:?}: {found:?}");
        (found[0].1, found[0].2)
    }

    #[test]
    fn widths_and_rules_of_single_units() {
        for (text, expected) in [
            ("a", (1, None)),
            ("ب", (1, None)),
            ("بَ", (1, None)),
            ("中", (2, None)),
            ("👩‍👩‍👧", (2, None)),
            ("🇱🇧", (2, None)),
            ("\t", (4, None)),
            ("\u{1b}", (1, None)),
            ("\u{9b}", (1, None)),
            ("\u{300}", (1, None)),
            ("\r\n", (0, Some(Dropped::LineTerminator))),
            ("\u{202e}", (0, Some(Dropped::BidiControl))),
            ("\u{64e}", (0, Some(Dropped::VowelMark))),
            ("\u{200b}", (0, Some(Dropped::Ignorable))),
            ("\u{200d}", (0, Some(Dropped::Ignorable))),
            ("\u{ad}", (0, Some(Dropped::SoftHyphen))),
        ] {
            assert_eq!(one(text, Marks::Drop), expected, "{text:?}");
        }
        assert_eq!(one("\u{64e}", Marks::Keep), (1, None));
    }

    #[test]
    fn a_mark_without_a_base_has_a_carrier_even_before_a_spacing_mark() {
        for (text, expected) in [
            ("\u{301}", "\u{25cc}\u{301}"),
            // Without the carrier the terminal would set U+0301 on the cell before.
            ("\u{301}\u{903}", "\u{25cc}\u{301}\u{903}"),
            ("\u{903}", "\u{903}"),
            ("\u{1161}", "\u{25cc}\u{1161}"),
            ("\u{70f}ܐ", "\u{70f}ܐ"),
        ] {
            let mut out = String::new();
            write_symbol(&mut out, text, |_, c| c, Marks::Keep);
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn lam_alef_is_one_unit_unless_a_joiner_stands_between() {
        assert_eq!(units("لا", Marks::Drop).len(), 1);
        assert_eq!(units("لَا", Marks::Keep).len(), 1);
        assert_eq!(units("لا\u{654}", Marks::Drop).len(), 1);
        assert_eq!(units("ل\u{200c}ا", Marks::Drop).len(), 2);
        assert_eq!(units("ل\u{200d}ا", Marks::Drop).len(), 2);
        assert_eq!(units("لب", Marks::Drop).len(), 2);
    }

    #[test]
    fn a_lam_alef_with_a_mark_that_takes_a_column_is_measured_with_it() {
        assert_eq!(units("ل\u{903}ا", Marks::Keep), [("ل\u{903}ا".to_owned(), 2, None)]);
        assert_eq!(units("ل\u{64e}ا\u{654}", Marks::Keep), [("ل\u{64e}ا\u{654}".to_owned(), 1, None)]);
    }

    #[test]
    fn symbols_hold_no_control_and_few_marks() {
        let mut long = String::from("a");
        long.extend(std::iter::repeat_n('\u{301}', 10_000));
        for text in ["\u{1b}", "\0", "\u{7f}", "\u{85}", "\u{9b}", "a\u{34f}\u{301}", "\u{301}\u{200d}", &long] {
            let mut out = String::new();
            write_symbol(&mut out, text, |_, c| c, Marks::Keep);
            assert!(!out.chars().any(|c| c.is_control() || is_bidi_control(c)), "{text:?}: {out:?}");
            assert!(out.chars().count() <= 1 + MOST_MARKS);
        }
    }
}
