//! UAX #29 and UAX #14 through our own pipeline: every case of GraphemeBreakTest.txt and
//! LineBreakTest.txt, and what wrapping makes of the opportunities.
#![allow(clippy::unwrap_used)]

mod unicode_support;

use std::collections::BTreeSet;

use newsreader::layout::{Direction, Marks, Opportunities, Options, TextLayout};
use unicode_segmentation::UnicodeSegmentation;
use unicode_support::{breaks, cases, data};

const DIRECTIONS: [Direction; 2] = [Direction::Ltr, Direction::Rtl];

/// Where the units of all rows begin: what has a cell and what has none.
fn unit_starts(layout: &mut TextLayout) -> Vec<usize> {
    let mut starts = Vec::new();
    for index in 0..layout.row_count() {
        let row = layout.row(index).unwrap();
        starts.extend(row.cells.iter().map(|cell| cell.bytes.start));
        starts.extend(row.omitted.iter().map(|omitted| omitted.bytes.start));
    }
    starts.sort_unstable();
    starts
}

#[test]
fn grapheme_break_test() {
    let mut run = 0;
    for (number, line) in cases(&data("GraphemeBreakTest-17.0.0")) {
        let (text, at) = breaks(line);
        let expected: Vec<usize> = std::iter::once(0).chain(at).collect();
        for direction in DIRECTIONS {
            for (width, marks) in [(1000, Marks::Keep), (1000, Marks::Drop), (1, Marks::Keep)] {
                let mut layout = TextLayout::new(&*text, direction, Options { width, marks });
                assert_eq!(unit_starts(&mut layout), expected, "line {number}: {line} {direction:?} {width} {marks:?}");
            }
        }
        run += 1;
    }
    assert_eq!(run, 766);
}

/// A lam and its alef share a cell where they run right to left: the one exception from cells being clusters.
#[test]
fn a_lam_and_its_alef_are_one_unit() {
    let text = "لا لَا";
    for (direction, expected) in [(Direction::Rtl, &[0, 4, 5][..]), (Direction::Ltr, &[0, 4, 5])] {
        let mut layout = TextLayout::new(text, direction, Options { width: 1000, marks: Marks::Keep });
        assert_eq!(unit_starts(&mut layout), expected, "{direction:?}");
    }
    let mut layout = TextLayout::new("\u{202d}لا", Direction::Ltr, Options { width: 1000, marks: Marks::Keep });
    assert_eq!(unit_starts(&mut layout), [0, 3, 5], "an override to the right separates them");
}

/// Cases that icu_segmenter 2.4 (`new_17_for_non_complex_scripts`) fails, all for one reason: it hands
/// characters of class SA (Thai, Lao, Khmer, Myanmar) to its dictionary iterator in runs of one script
/// before rule LB1 makes CM of the combining marks among them. So it breaks between runs (a Thai and
/// a Myanmar sign beside each other, which no text has) and behind a run whose mark stands alone.
const LINE_BREAK_FAILURES: [&str; 10] = [
    "× 0E31 × 0308 × 0E31 ÷",
    "× 0E31 × 102C ÷",
    "× 0E31 × 0308 × 102C ÷",
    "× 102C × 0E31 ÷",
    "× 102C × 0308 × 0E31 ÷",
    "× 102C × 0308 × 102C ÷",
    "× 102C × 0E01 ÷",
    "× 0E01 × 0308 × 0E31 ÷",
    "× 0E01 × 102C ÷",
    "× 0E01 × 0308 × 102C ÷",
];

#[test]
fn line_break_test() {
    let mut failed = Vec::new();
    let mut run = 0;
    let file = data("LineBreakTest-17.0.0");
    for (_, line) in cases(&file) {
        let (text, expected) = breaks(line);
        let opportunities = Opportunities::new(&text);
        let found: Vec<usize> =
            (1..text.len()).filter(|&at| text.is_char_boundary(at) && opportunities.allows(at)).collect();
        if found != expected {
            failed.push(line);
        }
        run += 1;
    }
    assert_eq!(failed, LINE_BREAK_FAILURES);
    assert_eq!(run, 19_338);
}

/// Rows begin at boundaries of clusters only, at every opportunity that is one and where there is no
/// room for more, and nowhere else unless a word is longer than the row.
#[test]
fn rows_begin_at_opportunities_between_clusters() {
    for (number, line) in cases(&data("LineBreakTest-17.0.0")) {
        let (text, _) = breaks(line);
        let clusters: BTreeSet<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        let opportunities = Opportunities::new(&text);
        for width in 1..=6 {
            let mut layout = TextLayout::new(&*text, Direction::Ltr, Options { width, marks: Marks::Keep });
            for index in 0..layout.row_count() {
                let row = layout.row(index).unwrap();
                let case = || format!("line {number}: {line} at {width}, row {:?}", row.bytes);
                assert!(clusters.contains(&row.bytes.start), "{}", case());
                if row.hard || opportunities.allows(row.bytes.end) {
                    continue;
                }
                let Some(&first) = row.logical_order().first() else { continue };
                let inner = (row.cells[first].bytes.start + 1..row.bytes.end).find(|at| {
                    // A soft hyphen breaks only where its hyphen has room.
                    clusters.contains(at) && opportunities.allows(*at) && !text[..*at].ends_with('\u{ad}')
                });
                assert_eq!(inner, None, "breaks a word although it could break at an opportunity, {}", case());
            }
        }
    }
}

/// `tests/data/README.md` says which crate implements which version; this is where it would show.
#[test]
fn versions_are_those_of_the_readme() {
    assert_eq!(unicode_bidi::UNICODE_VERSION, (16, 0, 0));
    assert_eq!(unicode_segmentation::UNICODE_VERSION, (17, 0, 0));
    assert_eq!(unicode_width::UNICODE_VERSION, (18, 0, 0));
}
