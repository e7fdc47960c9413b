//! The page: moving over many texts, and places that survive a change of width.
#![allow(clippy::unwrap_used)]

mod layout_support;

use std::sync::Arc;

use layout_support::{texts, widths};
use newsreader::layout::page::Line;
use newsreader::layout::{Direction, Marks, Page, Texts};
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Block {
    text: Arc<str>,
    rtl: bool,
    inset: u16,
    gap: u16,
}

struct Blocks(Vec<Block>);

impl Texts for Blocks {
    fn count(&self) -> usize {
        self.0.len()
    }
    fn text(&self, index: usize) -> Arc<str> {
        self.0[index].text.clone()
    }
    fn direction(&self, index: usize) -> Direction {
        Direction::from_rtl(self.0[index].rtl)
    }
    fn inset(&self, index: usize) -> u16 {
        self.0[index].inset
    }
    fn gap_after(&self, index: usize) -> u16 {
        self.0[index].gap
    }
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let block = (texts(20), any::<bool>(), 0_u16..6, 0_u16..3);
    proptest::collection::vec(
        block.prop_map(|(text, rtl, inset, gap)| Block { text: text.into(), rtl, inset, gap }),
        1..8,
    )
}

proptest! {
    #![proptest_config(layout_support::config())]

    #[test]
    fn below_and_above_are_inverse_and_visit_every_line(blocks in blocks(), width in widths()) {
        let count = blocks.len();
        let mut page = Page::new(Blocks(blocks), width, Marks::Drop);
        let mut line = page.first();
        let mut visited = 1;
        prop_assert_eq!(page.above(line), None);
        while let Some(next) = page.below(line) {
            prop_assert!(next > line);
            prop_assert_eq!(page.above(next), Some(line));
            line = next;
            visited += 1;
        }
        prop_assert_eq!(line, page.last());
        prop_assert_eq!(visited, (0..count).map(|index| page.height(index)).sum::<usize>());
        prop_assert_eq!(page.moved(Line::default(), isize::try_from(visited).unwrap()), line);
        prop_assert_eq!(page.moved(line, -isize::try_from(visited).unwrap()), Line::default());
    }

    #[test]
    fn a_line_is_found_by_its_first_byte_and_after_another_width(
        blocks in blocks(), width in widths(), other in widths(), steps in 0_isize..60
    ) {
        let mut page = Page::new(Blocks(blocks), width, Marks::Drop);
        let line = page.moved(Line::default(), steps);
        let byte = page.byte_of(line);
        let length = page.layout(line.text).text().len();
        if page.row(line).is_some() && byte < length {
            prop_assert_eq!(page.line_of(line.text, byte), line);
        } else {
            prop_assert_eq!(byte, length);
        }
        page.set_width(other);
        let found = page.line_of(line.text, byte);
        let row = page.row(found).unwrap();
        prop_assert!(row.bytes.contains(&byte) || byte == length);
        page.set_width(width);
        prop_assert_eq!(page.byte_of(line), byte);
    }
}
