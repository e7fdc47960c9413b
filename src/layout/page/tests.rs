use std::cell::Cell;

use super::*;

struct Blocks(Vec<&'static str>);

impl Texts for Blocks {
    fn count(&self) -> usize {
        self.0.len()
    }
    fn text(&self, index: usize) -> Arc<str> {
        self.0[index].into()
    }
    fn direction(&self, _: usize) -> Direction {
        Direction::Ltr
    }
    fn gap_after(&self, _: usize) -> u16 {
        1
    }
}

fn page(width: u16) -> Page<Blocks> {
    Page::new(Blocks(vec!["one two three", "", "four"]), width, Marks::Drop)
}

#[test]
fn lines_follow_each_other_over_gaps_and_back() {
    let mut page = page(5);
    let mut line = page.first();
    let mut found = vec![line];
    while let Some(next) = page.below(line) {
        assert_eq!(page.above(next), Some(line), "back from {next:?}");
        line = next;
        found.push(line);
    }
    let expected = [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (2, 0)];
    assert_eq!(found.iter().map(|line| (line.text, line.row)).collect::<Vec<_>>(), expected);
    assert_eq!(page.last(), line);
    assert_eq!(page.moved(Line::default(), 100), line);
    assert_eq!(page.moved(line, -3), Line { text: 0, row: 3 });
}

#[test]
fn a_byte_keeps_its_place_when_the_width_changes() {
    let mut page = page(5);
    let line = page.line_of(0, 9);
    assert_eq!(line.row, 2);
    let byte = page.byte_of(line);
    page.set_width(8);
    assert_eq!(page.line_of(0, byte).row, 1);
}

#[test]
fn an_empty_page_has_nowhere_to_go() {
    let mut page = Page::new(Blocks(Vec::new()), 10, Marks::Drop);
    assert_eq!(page.below(Line::default()), None);
    assert_eq!(page.above(Line::default()), None);
    assert_eq!(page.last(), Line::default());
    assert_eq!(page.byte_of(Line::default()), 0);
}

#[test]
fn old_layouts_are_forgotten() {
    let mut page = Page::new(Blocks(vec!["a"; 1000]), 10, Marks::Drop);
    page.moved(Line::default(), 2000);
    assert!(page.kept.len() <= KEPT_LAYOUTS);
}

/// Text 1 is a table of 40 rows; counts how often the texts are asked for.
#[derive(Default)]
struct Counted {
    joined: Cell<usize>,
    fitted: Cell<usize>,
    bytes: usize,
}

impl Texts for Counted {
    fn count(&self) -> usize {
        3
    }
    fn text(&self, _: usize) -> Arc<str> {
        self.joined.set(self.joined.get() + 1);
        "ab cd\n".repeat(40.max(self.bytes / 6)).into()
    }
    fn direction(&self, _: usize) -> Direction {
        Direction::Ltr
    }
    fn is_fitted(&self, index: usize) -> bool {
        index == 1
    }
    fn fitted_text(&self, index: usize, width: u16) -> Arc<str> {
        self.fitted.set(self.fitted.get() + 1);
        assert!(self.is_fitted(index));
        format!("{width} a\n").repeat(40).into()
    }
}

/// Found by a critic: each row of a table that was asked for joined all its cells again.
#[test]
fn texts_are_asked_for_once_and_not_for_every_row() {
    let mut page = Page::new(Counted::default(), 30, Marks::Drop);
    for (width, rounds) in [(30, 1), (30, 2), (31, 3)] {
        page.set_width(width);
        let mut next = Some(page.first());
        let mut rows = 0;
        while let Some(line) = next {
            let byte = page.byte_of(line);
            assert_eq!(page.line_of(line.text, byte).text, line.text);
            assert!(page.row(line).is_some() && !page.is_unfinished(line.text));
            rows += 1;
            next = page.below(line);
        }
        assert_eq!(rows, 120, "round {rounds}");
        assert!(page.long_text().is_none());
        // At another width only the table is another.
        let (joined, fitted) = if width == 30 { (3, 1) } else { (4, 2) };
        let asked = (page.texts().joined.get(), page.texts().fitted.get());
        assert!(asked.0 <= joined && asked.1 <= fitted, "round {rounds}: {asked:?}");
    }
}

#[test]
fn a_long_text_is_asked_for_once_also_while_it_is_laid_out_aside() {
    let mut page = Page::new(Counted { bytes: LONG + 6, ..Counted::default() }, 30, Marks::Drop);
    for row in 0..50 {
        assert!(page.row(Line { text: 1, row }).is_some() && page.is_unfinished(1));
        assert!(page.long_text().is_some());
    }
    assert_eq!((page.texts().joined.get(), page.texts().fitted.get()), (1, 0));
}

#[test]
fn who_can_wait_gets_long_texts_whole_and_fitted() {
    let texts = Counted { bytes: LONG + 6, ..Counted::default() };
    let mut page = Page::new(texts, 30, Marks::Drop).with_whole_texts();
    assert_eq!((page.layout(1).text().len(), page.is_unfinished(1)), (40 * "30 a\n".len(), false));
    assert!(page.layout(0).text().len() > LONG && !page.is_unfinished(0) && page.long_text().is_none());
}
