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

/// Prints the figures of one set.
pub(crate) fn score(name: &str, sentences: &[Sentence], tags: &[Vec<u8>]) {
    let mut counts = [Count::default(); 4];
    for (sentence, tags) in sentences.iter().zip(tags) {
        let (gold, given) = (tagger::spans(&sentence.labels), tagger::spans(tags));
        gold.iter().for_each(|span| counts[span.2].gold += 1);
        given.iter().for_each(|span| counts[span.2].given += 1);
        given.iter().filter(|span| gold.contains(span)).for_each(|span| counts[span.2].right += 1);
    }
    let sum = |kinds: &[Count]| {
        kinds.iter().fold(Count::default(), |a, b| Count {
            right: a.right + b.right,
            gold: a.gold + b.gold,
            given: a.given + b.given,
        })
    };
    let (plo, all) = (sum(&counts[..3]), sum(&counts));
    print!(
        "{name:28} PLO {:.1} (P {:.1} R {:.1})  all {:.1} ",
        plo.f1(),
        100.0 * plo.right as f64 / plo.given.max(1) as f64,
        100.0 * plo.right as f64 / plo.gold.max(1) as f64,
        all.f1()
    );
    for (kind, count) in TYPES.iter().zip(counts) {
        print!(" {kind} {:.1}", count.f1());
    }
    println!();
}
