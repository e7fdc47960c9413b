//! Generated texts that give a layout engine trouble.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use newsreader::layout::{Direction, Marks};
use proptest::prelude::*;
use proptest::sample::select;

/// A thousand cases, or as many as the environment variable PROPTEST_CASES says.
pub(crate) fn config() -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 1000;
    }
    config
}

fn one_of(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(pieces).prop_map(str::to_owned)
}

fn chars(range: std::ops::RangeInclusive<char>) -> impl Strategy<Value = String> {
    proptest::char::ranges(vec![range].into()).prop_map(String::from)
}

const WORDS: &[&str] = &[
    "قال",
    "لا",
    "الإسلام",
    "لأَنَّ",
    "سلام",
    "می‌خواهم",
    "پژوهش",
    "کیلو",
    "ٹھیک",
    "שלום",
    "עלה",
    "WHO",
    "the",
    "5.3%",
    "٢٠٢٤",
];
const LAMS: &[&str] =
    &["لا", "لأ", "لإ", "لآ", "ل", "ا", "ا\u{654}", "ل\u{64e}", "ل\u{200d}", "ل\u{200c}", "ل\u{903}", "ـ", "لل"];
const SIGNS: &[&str] = &[
    "(", ")", "[", "]", "{", "«", "»", "<", "≥", "\"", "'", ",", "،", ".", ":", "-", "/", "%", "!", "؟", "–",
    "\u{2019}",
];
const SPACES: &[&str] = &[" ", " ", "  ", "    ", "\t", "\u{a0}", "\u{3000}", "\u{2009}", "\u{202f}"];
const MARKS: &[&str] = &[
    "\u{64e}", "\u{651}", "\u{654}", "\u{655}", "\u{653}", "\u{670}", "\u{5b0}", "\u{301}", "\u{20dd}", "\u{488}",
    "\u{fe0f}", "\u{fe0e}", "\u{903}", "\u{e31}", "\u{102c}",
];
const INVISIBLE: &[&str] = &[
    "\u{200b}",
    "\u{200c}",
    "\u{200d}",
    "\u{2060}",
    "\u{feff}",
    "\u{ad}",
    "\u{ad}",
    "\u{34f}",
    "\u{180e}",
    "\u{3164}",
    "\u{115f}",
    "\u{fff9}",
    "\u{e0041}",
];
const BIDI: &[&str] = &[
    "\u{61c}", "\u{200e}", "\u{200f}", "\u{202a}", "\u{202b}", "\u{202c}", "\u{202d}", "\u{202e}", "\u{2066}",
    "\u{2067}", "\u{2068}", "\u{2069}",
];
const TERMINATORS: &[&str] = &["\n", "\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "\u{1c}"];
const CLUSTERS: &[&str] = &[
    "👩‍👩‍👧",
    "🇱🇧",
    "🇱",
    "👍🏽",
    "1\u{fe0f}\u{20e3}",
    "❤\u{fe0f}",
    "中",
    "한",
    "\u{1112}\u{1161}\u{11ab}",
    "\u{1112}",
    "\u{1161}",
    "क्षि",
    "क\u{94d}",
    "กำ",
    "\u{600}١",
    "\u{6dd}ب",
    "\u{70f}ܐ",
    "\u{600}(",
    "א\u{200d}ל",
    "ꓹꓼ",
    "\u{110bd}\u{11083}",
];

/// One piece of a text.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => one_of(WORDS),
        2 => one_of(LAMS),
        2 => chars('\u{620}'..='\u{6d5}'),
        1 => chars('\u{5d0}'..='\u{5ea}'),
        2 => chars(' '..='~'),
        3 => one_of(SIGNS),
        5 => one_of(SPACES),
        2 => one_of(MARKS),
        2 => one_of(INVISIBLE),
        2 => one_of(BIDI),
        1 => one_of(TERMINATORS),
        2 => one_of(CLUSTERS),
        1 => chars('\0'..='\u{9f}'),
        1 => any::<char>().prop_map(String::from),
    ]
}

/// Texts of up to `pieces` pieces.
pub(crate) fn texts(pieces: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..pieces).prop_map(|pieces| pieces.concat())
}

pub(crate) fn directions() -> impl Strategy<Value = Direction> {
    any::<bool>().prop_map(Direction::from_rtl)
}

pub(crate) fn marks() -> impl Strategy<Value = Marks> {
    select(&[Marks::Drop, Marks::Keep][..])
}

/// Columns: narrow ones are where things go wrong.
pub(crate) fn widths() -> impl Strategy<Value = u16> {
    prop_oneof![2 => 1_u16..=8, 1 => 1_u16..=200]
}
