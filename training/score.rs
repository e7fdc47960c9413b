//! Entity-level exact F1 on sentences.

use newsreader::extract::crf::TYPES;
use newsreader::extract::tagger;

use crate::data::Sentence;

#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    gold: usize,
    given: usize,
}

impl Count {
    fn f1(self) -> f64 {
        200.0 * self.right as f64 / ((self.gold + self.given) as f64).max(1.0)
    }
}

/// Counts by type.
#[derive(Default, Clone, Copy)]
pub(crate) struct Counts([Count; 4]);

/// First word, one past the last, type.
type Span = (usize, usize, usize);

impl Counts {
    /// Adds the spans of a sentence.
    pub(crate) fn add(&mut self, gold: &[Span], given: &[Span]) {
        gold.iter().for_each(|span| self.0[span.2].gold += 1);
        given.iter().for_each(|span| self.0[span.2].given += 1);
        given.iter().filter(|span| gold.contains(span)).for_each(|span| self.0[span.2].right += 1);
    }

    /// Prints the figures.
    pub(crate) fn print(&self, name: &str) {
        let sum = |kinds: &[Count]| {
            kinds.iter().fold(Count::default(), |a, b| Count {
                right: a.right + b.right,
                gold: a.gold + b.gold,
                given: a.given + b.given,
            })
        };
        let (plo, all) = (sum(&self.0[..3]), sum(&self.0));
        print!(
            "{name:28} PLO {:.1} (P {:.1} R {:.1})  all {:.1} ",
            plo.f1(),
            100.0 * plo.right as f64 / plo.given.max(1) as f64,
            100.0 * plo.right as f64 / plo.gold.max(1) as f64,
            all.f1()
        );
        for (kind, count) in TYPES.iter().zip(self.0) {
            print!(" {kind} {:.1}", count.f1());
        }
        println!();
    }
}

/// Prints the figures of one set.
pub(crate) fn score(name: &str, sentences: &[Sentence], tags: &[Vec<u8>]) {
    let mut counts = Counts::default();
    for (sentence, tags) in sentences.iter().zip(tags) {
        counts.add(&tagger::spans(&sentence.labels), &tagger::spans(tags));
    }
    counts.print(name);
}
