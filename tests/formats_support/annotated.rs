//! A text with annotations in every unit, and what must be found in it. An emoji stands before everything, so that a
//! wrong unit of the offsets is noticed.
#![allow(dead_code, unused_imports, clippy::unwrap_used)] // each test uses a part

use newsreader::article::{BlockKind, EntityKind};
use newsreader::formats::{Format, OffsetUnit, Opened, TextIndex};

use crate::reading::{Found, entities, outline, round_trip, warnings};

pub(crate) const TEXT: &str = "😀 قال وانغ يي إن بكين ترحب.\n\nوأضاف أن بكين و\"بريكس\" شريكان.";
pub(crate) const BLOCKS: [&str; 2] = ["😀 قال وانغ يي إن بكين ترحب.", "وأضاف أن بكين و\"بريكس\" شريكان."];

pub(crate) const SPANS: [(&str, usize, &str); 4] =
    [("وانغ يي", 0, "PERSON"), ("بكين", 0, "GPE"), ("بكين", 1, "GPE"), ("بريكس", 0, "ORG")];

/// Start and end of the `nth` place where some words stand, in a unit.
pub(crate) fn place(unit: OffsetUnit, words: &str, nth: usize) -> (usize, usize) {
    let index = TextIndex::new(TEXT);
    let start = TEXT.match_indices(words).nth(nth).unwrap().0;
    let offset = |byte: usize| (0..=TEXT.len()).find(|offset| index.byte_of(unit, *offset) == Some(byte)).unwrap();
    (offset(start), offset(start + words.len()))
}

pub(crate) fn expected<'a>(same_as: usize) -> Vec<Found<'a>> {
    vec![
        ("وانغ يي", EntityKind::Person, same_as, vec![(0, "وانغ يي")]),
        ("بكين", EntityKind::Place, 0, vec![(0, "بكين"), (1, "بكين")]),
        ("بريكس", EntityKind::Org, 0, vec![(1, "بريكس")]),
    ]
}

pub(crate) fn is_the_text(opened: &Opened, format: Format) {
    let text: Vec<(BlockKind, &str)> = BLOCKS.map(|text| (BlockKind::Paragraph, text)).to_vec();
    assert_eq!((opened.format, outline(&opened.article)), (format, text));
    assert_eq!((opened.article.language.as_str(), &warnings(opened)[..]), ("ar", &[][..]));
    round_trip(opened);
}
