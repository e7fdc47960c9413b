//! Generated texts that give a layout engine trouble.
#![allow(dead_code, reason = "each test binary uses a part of it")]

mod pieces;

use newsreader::layout::{Direction, Marks};
use pieces::*;
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
