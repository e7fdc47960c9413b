//! The two passes: features of sentences, labels of the first pass for the second to see.

use newsreader::extract::crf::{self, Weights};
use newsreader::extract::features::{self, Elsewhere, Features, Word};
use newsreader::extract::gazetteer::Gazetteer;
use newsreader::extract::tagger::Memory;

use crate::data::{self, Sentence, Set};
use crate::learn::{Example, Learnt, Settings};

/// Sentences with their features.
pub(crate) struct Made {
    pub(crate) words: Vec<Vec<Word>>,
    pub(crate) features: Vec<Features>,
}

pub(crate) fn make(
    sentences: &[Sentence],
    gazetteer: &Gazetteer,
    clusters: features::Clusters,
    clitics: bool,
    baseline: bool,
) -> Made {
    let mut words: Vec<Vec<Word>> = sentences
        .iter()
        .map(|s| features::look_up(&s.words.iter().map(String::as_str).collect::<Vec<_>>(), gazetteer, clitics))
        .collect();
    if baseline {
        for word in words.iter_mut().flatten() {
            word.readings.truncate(1);
            (word.kinds, word.trigger, word.name, word.cluster, word.spans) = (0, 0, 0, 0, [0; 3]);
        }
    }
    let features = words.iter().map(|words| features::features(words, clusters)).collect();
    Made { words, features }
}

/// For every sentence what the first pass said of its words elsewhere in the document.
pub(crate) fn elsewhere(sentences: &[Sentence], made: &Made, tags: &[Vec<u8>]) -> Vec<Vec<Elsewhere>> {
    let mut out = Vec::new();
    let mut start = 0;
    while start < sentences.len() {
        let document = sentences[start].document;
        let end = (start..sentences.len()).find(|&at| sentences[at].document != document).unwrap_or(sentences.len());
        let words: Vec<&[Word]> = made.words[start..end].iter().map(Vec::as_slice).collect();
        let memory = Memory::new(&words, &tags[start..end]);
        for (at, tags) in tags.iter().enumerate().take(end).skip(start) {
            out.push(memory.elsewhere(&made.words[at], tags));
        }
        start = end;
    }
    out
}

/// The features of the second pass, given the labels of the first.
pub(crate) fn second(sentences: &[Sentence], made: &Made, tags: &[Vec<u8>]) -> Vec<Features> {
    let elsewhere = elsewhere(sentences, made, tags);
    let all = made.features.iter().zip(tags).zip(&elsewhere);
    all.map(|((first, tags), elsewhere)| features::second_pass(first, tags, elsewhere)).collect()
}

/// The features of the net, given the labels of the first pass.
pub(crate) fn own(
    sentences: &[Sentence],
    made: &Made,
    tags: &[Vec<u8>],
    clusters: features::Clusters,
) -> Vec<Features> {
    let elsewhere = elsewhere(sentences, made, tags);
    let all = made.words.iter().zip(tags).zip(&elsewhere);
    all.map(|((words, tags), elsewhere)| features::own(words, clusters, tags, elsewhere)).collect()
}

pub(crate) fn examples<'a>(
    sentences: &'a [Sentence],
    features: &'a [Features],
    set: usize,
) -> impl Iterator<Item = Example<'a>> {
    sentences.iter().zip(features).map(move |(s, features)| Example { features, labels: &s.labels, set })
}

pub(crate) fn tag(learnt: &Learnt, features: &[Features], set: usize) -> Vec<Vec<u8>> {
    let transitions = learnt.transitions(set);
    features.iter().map(|features| crf::best(&learnt.emissions(features, set), &transitions)).collect()
}

pub(crate) fn tag_shipped(weights: &Weights, features: &[Features]) -> Vec<Vec<u8>> {
    features.iter().map(|features| crf::best(&weights.emissions(features), weights.transitions())).collect()
}

const FOLDS: usize = 4;

/// Labels of the training sentences from models that have not seen them, fold by fold.
pub(crate) fn cross_fit(sets: &[Set], made: &[Made], settings: Settings) -> Vec<Vec<Vec<u8>>> {
    let mut out: Vec<Vec<Vec<u8>>> = sets.iter().map(|set| vec![Vec::new(); set.train.len()]).collect();
    // In order, so that an article is not in two folds; where only the beginning has all types marked,
    // in turns.
    let fold = |set: &Set, at: usize| match set.name.as_str() {
        data::PARTLY_ANNOTATED => set.train[at].document % FOLDS,
        _ => at * FOLDS / set.train.len().max(1),
    };
    for held in 0..FOLDS {
        let mut seen = Vec::new();
        for (number, set) in sets.iter().enumerate() {
            let all = examples(&set.train, &made[number].features, number);
            seen.extend(all.enumerate().filter(|(at, _)| fold(set, *at) != held).map(|(_, example)| example));
        }
        let learnt = Learnt::train(&seen, sets.len(), settings);
        for (number, set) in sets.iter().enumerate() {
            let transitions = learnt.transitions(number);
            for at in (0..set.train.len()).filter(|&at| fold(set, at) == held) {
                out[number][at] = crf::best(&learnt.emissions(&made[number].features[at], number), &transitions);
            }
        }
    }
    out
}
