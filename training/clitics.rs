//! Training of the decision on clitics: a log-linear choice between the ways to cut a word.

use std::collections::{BTreeMap, HashMap};

use newsreader::extract::clitics::{Case, Clitics, choices, features};
use newsreader::extract::gazetteer::Gazetteer;
use newsreader::extract::tagger::spans;

use crate::data::Sentence;
use crate::learn::Random;
use crate::passes::Made;

const EPOCHS: usize = 20;
const RATE: f32 = 0.1;
const DECAY: f32 = 2e-3;
/// The weightiest weights that ship.
const ROWS: usize = 6_000;

/// The ways to cut the first word of a name, by their features, and which is right.
struct Choice {
    ways: Vec<Vec<u32>>,
    right: usize,
}

/// The names of sentences whose first word can be cut in several ways, one of them right.
fn all(sentences: &[Sentence], made: &Made, gazetteer: &Gazetteer) -> Vec<Choice> {
    let mut out = Vec::new();
    let mut start = 0;
    for document in sentences.chunk_by(|a, b| a.document == b.document) {
        let words = &made.words[start..start + document.len()];
        let mut counts: HashMap<String, u32> = HashMap::new();
        words.iter().flatten().for_each(|word| *counts.entry(word.norm.clone()).or_default() += 1);
        for (sentence, words) in document.iter().zip(words) {
            for (start, end, kind) in spans(&sentence.labels) {
                let case = Case { words, start, end, kind, counts: &counts };
                let cuts = choices(&words[start].norm);
                let Some(right) = cuts.iter().position(|&cut| cut == usize::from(sentence.cuts[start])) else {
                    continue;
                };
                if cuts.len() > 1 {
                    out.push(Choice { ways: cuts.iter().map(|&cut| features(&case, cut, gazetteer)).collect(), right });
                }
            }
        }
        start += document.len();
    }
    out
}

/// Trains on the names of sentences and gives the bytes of the weights.
pub(crate) fn train(sentences: &[Sentence], made: &Made, gazetteer: &Gazetteer) -> Vec<u8> {
    let choices = all(sentences, made, gazetteer);
    let mut weights: BTreeMap<u32, (f32, f32)> = BTreeMap::new();
    let mut random = Random(0x5eed);
    let mut order: Vec<usize> = (0..choices.len()).collect();
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for choice in order.iter().map(|&at| &choices[at]) {
            let score = |way: &Vec<u32>| way.iter().map(|hash| weights.get(hash).map_or(0.0, |w| w.0)).sum::<f32>();
            let scores: Vec<f32> = choice.ways.iter().map(score).collect();
            let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let powers: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
            let sum: f32 = powers.iter().sum();
            for (index, (way, power)) in choice.ways.iter().zip(&powers).enumerate() {
                let error = power / sum - f32::from(u8::from(index == choice.right));
                for hash in way {
                    let (weight, past) = weights.entry(*hash).or_default();
                    let gradient = error + DECAY * *weight;
                    *past += gradient * gradient;
                    *weight -= RATE * gradient / (past.sqrt() + 1e-3);
                }
            }
        }
    }
    let mut rows: Vec<(u32, f32)> = weights.into_iter().map(|(hash, (weight, _))| (hash, weight)).collect();
    rows.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    rows.truncate(ROWS);
    rows.sort_by_key(|row| row.0);
    Clitics::write(&rows)
}

/// How many first words of names are cut right, of those that can be cut in several ways.
pub(crate) fn score(sentences: &[Sentence], made: &Made, gazetteer: &Gazetteer, clitics: &Clitics) -> (usize, usize) {
    let (mut right, mut count, mut start) = (0, 0, 0);
    for document in sentences.chunk_by(|a, b| a.document == b.document) {
        let words = &made.words[start..start + document.len()];
        let mut counts: HashMap<String, u32> = HashMap::new();
        words.iter().flatten().for_each(|word| *counts.entry(word.norm.clone()).or_default() += 1);
        for (sentence, words) in document.iter().zip(words) {
            for (start, end, kind) in spans(&sentence.labels) {
                let case = Case { words, start, end, kind, counts: &counts };
                if choices(&words[start].norm).len() > 1 {
                    count += 1;
                    right += usize::from(clitics.cut(&case, gazetteer) == usize::from(sentence.cuts[start]));
                }
            }
        }
        start += document.len();
    }
    (right, count)
}
