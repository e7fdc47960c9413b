//! One text at one width, laid out as far as somebody has looked.

use std::collections::HashMap;
use std::sync::Arc;

use super::bidi::Levels;
use super::row::{Row, Source};
use super::shape::Context;
use super::unit::{self, Kind, Unit, Units};
use super::wrap::{Opportunities, RowSpan, next_row};
use super::{Direction, Justify, Marks};

/// How a text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Options {
    /// Columns of a row; 0 counts as 1.
    pub width: u16,
    /// Vowel marks.
    pub marks: Marks,
}

/// Rows kept for drawing them again; a screen has fewer.
const KEPT_ROWS: usize = 512;

/// A text, its base direction and its rows.
///
/// Levels and break opportunities are found for the whole text when it is made (they look at all of
/// it): about 70 ms for a million Arabic letters. Rows are found only up to the one asked for.
#[derive(Debug, Clone)]
pub struct TextLayout {
    text: Arc<str>,
    direction: Direction,
    options: Options,
    levels: Arc<Levels>,
    opportunities: Arc<Opportunities>,
    spans: Vec<RowSpan>,
    /// Where the next row begins; none when all rows are known.
    next: Option<usize>,
    rows: HashMap<usize, Arc<Row>>,
    justify: Justify,
}

impl TextLayout {
    /// Lays out `text` in rows of `options.width` columns. Line terminators inside it end rows; every
    /// paragraph (UAX #9 P1) has the same base `direction`. An empty text has one empty row.
    pub fn new(text: impl Into<Arc<str>>, direction: Direction, options: Options) -> Self {
        Self::unless(text.into(), direction, options, &mut |_| true).expect("nobody says no")
    }

    /// As [`new`](Self::new), and with every row found, for a text so long that this should be done aside.
    ///
    /// `go_on` is told now and then how much is done of how much; when it says no, nothing comes of it.
    pub fn complete(
        text: impl Into<Arc<str>>,
        direction: Direction,
        options: Options,
        go_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Option<Self> {
        let text = text.into();
        // Levels, opportunities, rows: about the same time for each.
        let all = text.len() * 3;
        let mut layout = Self::unless(text, direction, options, &mut |done| go_on(done, all))?;
        layout.find_all_rows(go_on).then_some(layout)
    }

    /// The same text with other options and no row found yet. What does not depend on them is shared.
    #[must_use]
    pub fn with_options(&self, options: Options) -> Self {
        Self {
            text: Arc::clone(&self.text),
            direction: self.direction,
            options,
            levels: Arc::clone(&self.levels),
            opportunities: Arc::clone(&self.opportunities),
            spans: Vec::new(),
            next: Some(0),
            rows: HashMap::new(),
            justify: self.justify,
        }
    }

    /// Finds every row, `go_on` as for [`complete`](Self::complete). False: it said no.
    pub fn find_all_rows(&mut self, go_on: &mut dyn FnMut(usize, usize) -> bool) -> bool {
        /// Rows between two looks at whether to go on.
        const LOOK: usize = 1024;
        while self.lay_out_next() {
            if self.spans.len().is_multiple_of(LOOK) {
                let done = self.next.unwrap_or(self.text.len());
                if !go_on(self.text.len() * 2 + done, self.text.len() * 3) {
                    return false;
                }
            }
        }
        true
    }

    /// Nothing when `go_on`, which is told how many bytes of twice the text are done, says no.
    fn unless(
        text: Arc<str>,
        direction: Direction,
        options: Options,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Option<Self> {
        let levels = Arc::new(Levels::new(&text, direction, go_on)?);
        let opportunities = Arc::new(Opportunities::found(&text, &mut |done| go_on(text.len() + done))?);
        Some(Self {
            direction,
            options,
            levels,
            opportunities,
            spans: Vec::new(),
            next: Some(0),
            rows: HashMap::new(),
            justify: Justify::Start,
            text,
        })
    }

    /// Whether every row is known, so that asking for any takes no time.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.next.is_none()
    }

    /// The text, as it was given.
    #[must_use]
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The base direction.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// How it is laid out.
    #[must_use]
    pub fn options(&self) -> Options {
        self.options
    }

    /// Changes width or marks. What does not depend on them is kept.
    pub fn set_options(&mut self, options: Options) {
        if options != self.options {
            self.options = options;
            self.spans.clear();
            self.rows.clear();
            self.next = Some(0);
        }
    }

    /// Says whether rows are filled to the width. Which text stands in which row does not depend on it.
    pub fn set_justify(&mut self, justify: Justify) {
        if justify != self.justify {
            self.justify = justify;
            self.rows.clear();
        }
    }

    /// Row `index`, from 0; none behind the last. Lays out as many rows as that takes.
    pub fn row(&mut self, index: usize) -> Option<Arc<Row>> {
        let span = self.span(index)?;
        if let Some(row) = self.rows.get(&index) {
            return Some(Arc::clone(row));
        }
        if self.rows.len() >= KEPT_ROWS {
            self.rows.clear();
        }
        let row = Arc::new(self.source().row(span));
        self.rows.insert(index, Arc::clone(&row));
        Some(row)
    }

    /// Number of rows, at least 1. Lays out the whole text.
    pub fn row_count(&mut self) -> usize {
        while self.lay_out_next() {}
        self.spans.len()
    }

    /// Whether row `index` exists. Lays out no more than is needed to know.
    pub fn has_row(&mut self, index: usize) -> bool {
        self.span(index).is_some()
    }

    /// The row that holds `byte`; the last row for a byte at or behind the end.
    pub fn row_of(&mut self, byte: usize) -> usize {
        while self.spans.last().is_none_or(|span| span.end <= byte) && self.lay_out_next() {}
        self.spans.partition_point(|span| span.end <= byte).min(self.spans.len() - 1)
    }

    /// First byte of row `index`; the end of the text behind the last row.
    pub fn row_start(&mut self, index: usize) -> usize {
        self.span(index).map_or(self.text.len(), |span| span.start)
    }

    /// Row `index` as logical text for a pipe: no line terminator, no hanging spaces at the end, no
    /// control characters, no explicit bidi controls (a row may hold only half of a pair); LRM, RLM,
    /// ZWNJ and ZWJ stay. Letters are those of the text, not presentation forms.
    pub fn logical_row(&mut self, index: usize) -> Option<String> {
        let span = self.span(index)?;
        let mut out = String::with_capacity(span.end - span.start);
        for unit in Units::new(&self.context(), span.start..span.end, self.options.marks) {
            self.write_logical(&mut out, &unit, span);
        }
        out.truncate(out.trim_end_matches(' ').len());
        Some(out)
    }

    fn write_logical(&self, out: &mut String, unit: &Unit, span: RowSpan) {
        match unit.kind {
            Kind::Terminator | Kind::Kashida => {}
            Kind::SoftHyphen if span.hyphen && unit.bytes.end == span.end => out.push('-'),
            Kind::SoftHyphen => {}
            Kind::Space | Kind::Text => unit::write_logical(out, &self.text[unit.bytes.clone()], self.options.marks),
        }
    }

    fn source(&self) -> Source<'_> {
        Source {
            text: &self.text,
            levels: &self.levels,
            direction: self.direction,
            marks: self.options.marks,
            width: self.options.width.max(1),
            justify: self.justify,
        }
    }

    fn context(&self) -> Context<'_> {
        Context { text: &self.text, levels: self.levels.bytes() }
    }

    fn span(&mut self, index: usize) -> Option<RowSpan> {
        while index >= self.spans.len() && self.lay_out_next() {}
        self.spans.get(index).copied()
    }

    /// Finds one more row, if there is one.
    fn lay_out_next(&mut self) -> bool {
        let Some(start) = self.next else { return false };
        let mut units = Units::new(&self.context(), start..self.text.len(), self.options.marks);
        let span = next_row(&mut units, &self.opportunities, start, self.options.width.max(1));
        self.next = (span.end < self.text.len()).then_some(span.end);
        self.spans.push(span);
        true
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn layout(text: &str, direction: Direction, width: u16) -> TextLayout {
        TextLayout::new(text, direction, Options { width, marks: Marks::Drop })
    }

    fn visual(text: &str, direction: Direction, width: u16) -> Vec<String> {
        let mut layout = layout(text, direction, width);
        (0..layout.row_count()).map(|index| layout.row(index).unwrap().text().to_owned()).collect()
    }

    #[test]
    fn rows_read_right_to_left() {
        for (text, expected) in [
            ("שלום world", &["world םולש"][..]),
            ("עלה ב-5.3% (מ-12)", &["(12-מ) 5.3%-ב הלע"]),
            ("«אב» [גד]", &["[דג] «בא»"]),
            ("a אב", &["בא a"]),
        ] {
            assert_eq!(visual(text, Direction::Rtl, 40), expected, "{text}");
        }
    }

    #[test]
    fn letters_keep_their_forms_where_a_row_breaks_inside_a_word() {
        let rows = visual("بببب", Direction::Rtl, 2);
        assert_eq!(rows, ["\u{FE92}\u{FE91}", "\u{FE90}\u{FE92}"]);
    }

    #[test]
    fn letters_behind_a_prepended_sign_are_joined_and_brackets_mirrored() {
        // The sign for the end of an ayah is of class Prepend: it takes what follows into its cluster.
        assert_eq!(visual("\u{6dd}بب", Direction::Rtl, 9), ["\u{FE90}\u{6dd}\u{FE91}"]);
        assert_eq!(visual("א\u{6dd}(ב", Direction::Rtl, 9), ["ב\u{6dd})א"]);
    }

    #[test]
    fn the_hyphen_of_a_soft_hyphen_stays_beside_its_word() {
        assert_eq!(visual("a אבגד\u{ad}הו", Direction::Ltr, 7), ["a -דגבא", "וה"]);
        assert_eq!(visual("א abcd\u{ad}ef", Direction::Rtl, 7), ["abcd- א", "ef"]);
    }

    #[test]
    fn both_maps_agree_across_a_change_of_direction() {
        let text = "قال WHO نعم";
        let mut layout = layout(text, Direction::Rtl, 40);
        let row = layout.row(0).unwrap();
        for cell in 0..row.cells.len() {
            for byte in row.cells[cell].bytes.clone() {
                assert_eq!(row.at_byte(byte), Some(super::super::ByteAt::Cell(cell)));
            }
        }
        // "WHO نعم" is one span of text and one stretch of cells; "قال WHO" too; "O ن" is not.
        let span = text.find('O').unwrap()..text.find('ن').unwrap() + 2;
        assert_eq!(row.columns_of(&span), [2..4, 6..7]);
    }

    #[test]
    fn controls_are_obeyed_and_not_shown() {
        let mut layout = layout("a\u{202e}bc\u{202c}d\u{1b}", Direction::Ltr, 40);
        let row = layout.row(0).unwrap();
        assert_eq!(row.text(), "acbd\u{241b}");
        assert_eq!(row.omitted.len(), 2);
    }

    #[test]
    fn what_is_wider_than_the_row_is_replaced() {
        assert_eq!(visual("中a", Direction::Ltr, 1), ["\u{fffd}", "a"]);
    }

    #[test]
    fn an_empty_text_has_one_empty_row() {
        assert_eq!(visual("", Direction::Rtl, 10), [""]);
        assert_eq!(visual("\n", Direction::Rtl, 10), [""]);
    }

    #[test]
    fn rows_are_found_by_byte_and_only_as_far_as_needed() {
        let text = "אבג דהו זחט יכל";
        let mut layout = layout(text, Direction::Rtl, 4);
        assert_eq!(layout.row_of(9), 1);
        assert_eq!(layout.spans.len(), 2, "lazy");
        assert_eq!(layout.row_of(1000), 3);
        assert_eq!(layout.row_start(1), 7);
    }

    #[test]
    fn logical_rows_are_real_text() {
        let mut layout = layout("لا\u{200f} (س) \u{202b}x\u{202c}\u{7}\nب", Direction::Rtl, 40);
        assert_eq!(layout.logical_row(0).unwrap(), "لا\u{200f} (س) x\u{2407}");
        assert_eq!(layout.logical_row(1).unwrap(), "ب");
        assert_eq!(layout.logical_row(2), None);
    }
}
