//! Reading the Unicode Consortium's test files, and what a layout made of their cases.
#![allow(dead_code, clippy::unwrap_used, reason = "each test binary uses a part of it")]

use std::fs::File;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;
use newsreader::layout::{Direction, Dropped, Marks, Options, TextLayout};

/// The text of `tests/data/<name>.txt.gz`.
pub(crate) fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(format!("{name}.txt.gz"));
    let mut text = String::new();
    GzDecoder::new(File::open(path).unwrap()).read_to_string(&mut text).unwrap();
    text
}

/// The lines of a test file that are cases: without comments, line number first.
pub(crate) fn cases(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line.split('#').next().unwrap_or_default().trim()))
        .filter(|(_, line)| !line.is_empty())
}

pub(crate) fn hex(code_point: &str) -> char {
    char::from_u32(u32::from_str_radix(code_point, 16).unwrap()).unwrap()
}

/// A case of a break test: `÷ 0020 × 0308 ÷`. Gives the text and the byte positions of its breaks,
/// both ends of the text left out.
pub(crate) fn breaks(case: &str) -> (String, Vec<usize>) {
    let (mut text, mut at) = (String::new(), Vec::new());
    for token in case.split_whitespace() {
        match token {
            "÷" => at.push(text.len()),
            "×" => {}
            code_point => text.push(hex(code_point)),
        }
    }
    at.retain(|&at| at > 0 && at < text.len());
    (text, at)
}

/// What became of each `char` of a text that fits into one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    /// Embedding levels, in logical order.
    pub(crate) levels: Vec<u8>,
    /// By which rule it has no cell.
    pub(crate) dropped: Vec<Option<Dropped>>,
    /// Indices of the `char`s that are in cells, from left to right. Those of one cluster stand as
    /// rule L2 puts them before L3 takes the marks behind their base again.
    pub(crate) order: Vec<usize>,
}

/// Lays `text` out in one row and takes its clusters apart again.
pub(crate) fn placed(text: &str, direction: Direction, marks: Marks) -> Placed {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let index = |byte: usize| starts.partition_point(|&start| start < byte);
    let mut placed = Placed { levels: vec![u8::MAX; starts.len()], dropped: vec![None; starts.len()], order: vec![] };
    let mut layout = TextLayout::new(text, direction, Options { width: 1000, marks });
    assert_eq!(layout.row_count(), 1, "{text:?}");
    let row = layout.row(0).unwrap();
    for cell in &row.cells {
        let chars = index(cell.bytes.start)..index(cell.bytes.end);
        placed.levels[chars.clone()].fill(cell.level);
        if cell.level % 2 == 1 { placed.order.extend(chars.rev()) } else { placed.order.extend(chars) }
    }
    for omitted in &row.omitted {
        let chars = index(omitted.bytes.start)..index(omitted.bytes.end);
        placed.levels[chars.clone()].fill(omitted.level);
        placed.dropped[chars].fill(Some(omitted.rule));
    }
    placed
}
