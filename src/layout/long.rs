//! Texts so long that laying them out takes longer than a key may: the job of doing it in another thread.

use std::sync::Arc;

use super::{Direction, Options, TextLayout};

/// Bytes from which on a text is laid out aside: about 10 ms on a slow machine.
pub(super) const LONG: usize = 256 << 10;
/// Bytes of its beginning that are shown until then.
const BEGINNING: usize = 64 << 10;

/// A long text that is to be laid out, in any thread.
#[derive(Debug, Clone)]
pub struct Job {
    /// Which text of the page.
    pub index: usize,
    /// Its layout at another width, if there was one.
    pub(super) base: Option<TextLayout>,
    pub(super) text: Arc<str>,
    pub(super) direction: Direction,
    pub(super) options: Options,
}

impl Job {
    /// Does it, for [`Page::finish`](super::Page::finish). `go_on` is told now and then how much is done of how much; when it says no,
    /// nothing comes of it.
    pub fn run(&self, go_on: &mut dyn FnMut(usize, usize) -> bool) -> Option<TextLayout> {
        match &self.base {
            Some(base) => {
                let mut layout = base.with_options(self.options);
                layout.find_all_rows(go_on).then_some(layout)
            }
            None => TextLayout::complete(Arc::clone(&self.text), self.direction, self.options, go_on),
        }
    }

    /// Whether both lead to the same rows.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        (self.index, self.options) == (other.index, other.options)
    }
}

/// The whole text if it is short, else as much as can be laid out at once, cut where a paragraph or a word ends.
pub(super) fn beginning(text: Arc<str>) -> Arc<str> {
    if text.len() <= LONG {
        return text;
    }
    let end = (0..=BEGINNING).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let head = &text[..end];
    let cut = head.rfind('\n').or_else(|| head.rfind(' ')).filter(|cut| *cut > BEGINNING / 2);
    head[..cut.map_or(head.len(), |cut| cut + 1)].into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::page::{Line, Page, Texts};
    use super::super::{Direction, Marks};
    use super::*;

    /// One long text between two short ones, without line feeds and with.
    fn long_page(piece: &str) -> Page<LongTexts> {
        Page::new(LongTexts(["one".into(), piece.repeat(2 * LONG / piece.len()).into(), "end".into()]), 60, Marks::Drop)
    }

    struct LongTexts([Arc<str>; 3]);

    impl Texts for LongTexts {
        fn count(&self) -> usize {
            3
        }
        fn text(&self, index: usize) -> Arc<str> {
            Arc::clone(&self.0[index])
        }
        fn direction(&self, _: usize) -> Direction {
            Direction::Rtl
        }
    }

    const PIECES: [&str; 4] = ["أكد وزير (WHO) الخارجية 12. ", "first line\nثم هنا\n", "بببب", "a\u{2029}ب\r\n"];

    #[test]
    fn of_a_long_text_the_beginning_is_there_at_once_and_stays_as_it_was() {
        for piece in PIECES {
            let mut page = long_page(piece);
            assert!(page.long_text().is_none(), "nobody looked at it");
            let line = |row| Line { text: 1, row };
            let shown: Vec<_> = (0..50).map(|row| page.row(line(row))).collect();
            assert!(page.layout(1).text().len() <= BEGINNING && page.is_unfinished(1) && !page.is_unfinished(0));
            let rows = page.height(1);
            assert_eq!(page.below(line(rows - 1)), Some(Line { text: 2, row: 0 }), "one can read on");
            let job = page.long_text().unwrap();
            let layout = job.run(&mut |done, all| done <= all).unwrap();
            assert!(layout.is_complete());
            page.finish(&job, layout);
            assert!(page.long_text().is_none() && !page.is_unfinished(1));
            assert_eq!((0..50).map(|row| page.row(line(row))).collect::<Vec<_>>(), shown, "{piece}");
            let mut whole = TextLayout::new(page.texts().text(1), Direction::Rtl, job.options);
            assert_eq!(page.height(1), whole.row_count());
            assert_eq!(page.row(line(rows + 50)), whole.row(rows + 50));
        }
    }

    #[test]
    fn another_width_is_another_job_that_need_not_begin_at_the_beginning() {
        let mut page = long_page(PIECES[0]);
        page.height(1);
        let first = page.long_text().unwrap();
        page.finish(&first, first.run(&mut |_, _| true).unwrap());
        page.set_width(33);
        assert!(page.is_unfinished(1));
        page.height(1);
        let second = page.long_text().unwrap();
        assert!(second.base.is_some() && !second.is_same(&first) && second.is_same(&second.clone()));
        page.finish(&second, second.run(&mut |_, _| true).unwrap());
        let mut whole = TextLayout::new(page.texts().text(1), Direction::Rtl, second.options);
        assert_eq!(page.height(1), whole.row_count());
        assert_eq!(page.row(Line { text: 1, row: 999 }), whole.row(999));
    }

    #[test]
    fn a_job_ends_soon_after_it_was_told_to() {
        let mut page = long_page(PIECES[0]);
        page.height(1);
        let job = page.long_text().unwrap();
        let mut asked = Vec::new();
        job.run(&mut |done, all| {
            asked.push((done, all));
            true
        });
        assert!(asked.len() >= 4 && asked.is_sorted() && asked.iter().all(|(done, all)| done <= all), "{asked:?}");
        for last in 0..asked.len() {
            let mut times = 0;
            assert!(
                job.run(&mut |_, _| {
                    times += 1;
                    times <= last
                })
                .is_none(),
                "after {last}"
            );
            assert_eq!(times, last + 1);
        }
    }
}
