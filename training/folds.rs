//! Cross-validation on our own text: each quarter of the training articles by a model of the others.

use newsreader::extract::crf::TYPES;
use newsreader::extract::features;
use newsreader::extract::gazetteer::Gazetteer;
use newsreader::extract::tagger::{Tagger, spans};

use crate::data::Set;
use crate::own::{self, Document};
use crate::{Plan, clitics, passes, score, whole};

const FOLDS: usize = 4;

/// What is measured in a fold, by model and labels.
struct Sums {
    labels: score::Counts,
    whole: whole::Counts,
    rules: whole::Counts,
    cuts: (usize, usize),
}

/// Trains and scores the folds of a language, beside the `others` of its sets. `show` prints what a sure tagger sees otherwise than the
/// marks, and what the whole gets wrong.
pub(crate) fn run(plan: &Plan, documents: &[Document], others: &[Set], gazetteer: &Gazetteer, show: bool) {
    let mut sums = Sums { labels: score::Counts::default(), whole: [[0; 3]; 3], rules: [[0; 3]; 3], cuts: (0, 0) };
    for held in 0..FOLDS {
        let part = |inside: bool| -> Vec<Document> {
            let numbered = documents.iter().enumerate();
            numbered.filter(|(at, _)| (at % FOLDS == held) == inside).map(|(_, document)| document.clone()).collect()
        };
        let (train, test) = (part(false), part(true));
        let mut sets = vec![own::set(plan.language, &[train, Vec::new()])];
        sets.extend_from_slice(others);
        let Some(bytes) = crate::build(plan, &sets, gazetteer, &[], false) else { return };
        let Some(tagger) = Tagger::read(&bytes) else { return };
        one(&tagger, plan.language, &test, gazetteer, show, &mut sums);
    }
    sums.labels.print(&format!("{} folds, tagger", plan.language));
    println!("{} folds, clitics: {} of {} right", plan.language, sums.cuts.0, sums.cuts.1);
    whole::print(&format!("{} folds, rules alone", plan.language), &sums.rules);
    whole::print(&format!("{} folds, the whole", plan.language), &sums.whole);
}

/// Scores the whole on articles for development, with and without a model.
pub(crate) fn whole(language: &str, dev: &[Document], model: &[u8]) {
    let tagger = Tagger::read(model);
    let (mut with, mut without) = ([[0; 3]; 3], [[0; 3]; 3]);
    whole::score(dev, language, &|_| None, false, &mut without);
    whole::score(dev, language, &|wanted| tagger.as_ref().filter(|_| wanted == language), false, &mut with);
    whole::print(&format!("own.{language} rules alone"), &without);
    whole::print(&format!("own.{language} the whole"), &with);
}

fn one(tagger: &Tagger, language: &str, test: &[Document], gazetteer: &Gazetteer, show: bool, sums: &mut Sums) {
    let sentences = own::flat(test);
    let made = passes::make(&sentences, gazetteer, &[], crate::has_clitics(language), false);
    let mut start = 0;
    for document in sentences.chunk_by(|a, b| a.document == b.document) {
        let words: Vec<&[features::Word]> =
            made.words[start..start + document.len()].iter().map(Vec::as_slice).collect();
        let found = tagger.tag(&words);
        for (number, sentence) in document.iter().enumerate() {
            let given: Vec<_> = found.iter().filter(|found| found.sentence == number).collect();
            let gold = spans(&sentence.labels);
            sums.labels.add(&gold, &given.iter().map(|found| (found.start, found.end, found.kind)).collect::<Vec<_>>());
            for found in given.iter().filter(|found| show && found.probability > 0.8) {
                if !gold.contains(&(found.start, found.end, found.kind)) {
                    let name = sentence.words[found.start..found.end].join(" ");
                    println!("? {} {name} {:.2} | {}", TYPES[found.kind], found.probability, sentence.words.join(" "));
                }
            }
        }
        start += document.len();
    }
    if let Some(decision) = tagger.clitics() {
        let (right, count) = clitics::score(&sentences, &made, gazetteer, decision);
        (sums.cuts.0, sums.cuts.1) = (sums.cuts.0 + right, sums.cuts.1 + count);
    }
    whole::score(test, language, &|_| None, false, &mut sums.rules);
    whole::score(test, language, &|wanted| (wanted == language).then_some(tagger), show, &mut sums.whole);
}
