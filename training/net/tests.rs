//! The gradients against differences of the loss.
#![allow(clippy::unwrap_used)]

use newsreader::extract::features::Features;
use newsreader::extract::net::Net;
use newsreader::extract::{crf, features};

use super::batch::{Weights, half};
use super::*;

const PLAN: Plan =
    Plan { width: 8, hidden: 8, epochs: 40, rate: 0.02, decay: 0.0, drop_features: 0.0, drop: 0.0, least: 1, seed: 7 };

fn example(random: &mut Random, words: usize, set: usize) -> (Vec<u32>, Vec<usize>, Vec<u8>, usize) {
    let mut labels = Vec::new();
    for at in 0..words {
        let before = if at == 0 { 0 } else { usize::from(labels[at - 1]) };
        let label = random.below(LABELS);
        labels.push(if may_follow(before, label) { label as u8 } else { 0 });
    }
    let rows: Vec<u32> = (0..words * 3).map(|_| random.below(20) as u32).collect();
    (rows, (1..=words).map(|word| word * 3).collect(), labels, set)
}

#[test]
fn gradients_are_the_slopes_of_the_loss() {
    let mut random = Random(99);
    let shape = Shape { width: 8, hidden: 8, heads: 2 };
    let mut numbers = first_numbers(shape, &mut random);
    let mut vectors: Vec<f32> = (0..20 * 8).map(|_| random.unit() - 0.5).collect();
    let made: Vec<_> = [(5, 0), (1, 1), (7, 1), (7, 0)].map(|(n, set)| example(&mut random, n, set)).into();
    let sequences: Vec<Sequence> = made
        .iter()
        .map(|(rows, ends, labels, set)| Sequence { rows: rows.clone(), ends: ends.clone(), labels, set: *set })
        .collect();
    let chosen: Vec<&Sequence> = sequences.iter().collect();
    let loss =
        |numbers: &[f32], vectors: &[f32]| half(&Weights::new(numbers, shape), vectors, &chosen, &PLAN, Random(1)).loss;
    let given = half(&Weights::new(&numbers, shape), &vectors, &chosen, &PLAN, Random(1));
    let mut of_vectors = vec![0.0_f32; vectors.len()];
    let mut start = 0;
    for (&end, word) in given.ends.iter().zip(given.words.chunks_exact(8)) {
        for &row in &given.rows[start..end] {
            of_vectors[row as usize * 8..][..8].iter_mut().zip(word).for_each(|(sum, x)| *sum += x);
        }
        start = end;
    }
    let near = |slope: f64, gradient: f32, what: &str| {
        let gradient = f64::from(gradient);
        assert!((slope - gradient).abs() < 2e-3 + 0.01 * gradient.abs(), "{what}: {slope} and {gradient}");
    };
    const STEP: f32 = 0.01;
    for at in (0..numbers.len()).step_by(3).filter(|&at| given.numbers[at] != 0.0) {
        let value = numbers[at];
        numbers[at] = value + STEP;
        let more = loss(&numbers, &vectors);
        numbers[at] = value - STEP;
        let slope = (more - loss(&numbers, &vectors)) / f64::from(2.0 * STEP);
        numbers[at] = value;
        near(slope, given.numbers[at], &format!("number {at}"));
    }
    for at in 0..vectors.len() {
        let value = vectors[at];
        vectors[at] = value + STEP;
        let more = loss(&numbers, &vectors);
        vectors[at] = value - STEP;
        let slope = (more - loss(&numbers, &vectors)) / f64::from(2.0 * STEP);
        vectors[at] = value;
        near(slope, of_vectors[at], &format!("vector {at}"));
    }
}

/// Sentences in which a word after "قال" is a person and one after "في" a place.
fn corpus() -> Vec<(Features, Vec<u8>)> {
    let gazetteer = newsreader::extract::gazetteer::BUILT_IN.unwrap();
    let (names, places) = (["سعد", "منصور", "جابر", "هاني"], ["عدن", "صور", "درنة", "بابل"]);
    (0..32)
        .map(|n| {
            let words = ["قال", names[n % 4], "ذلك", "في", places[n / 4 % 4], "يوم", names[n / 8], "."];
            let labels = [0, 1, 0, 0, 5, 0, if n % 2 == 0 { 1 } else { 3 }, 0];
            let words = &words[..if n % 2 == 0 { 8 } else { 6 }];
            let looked = features::look_up(words, &gazetteer, true);
            (features::own(&looked, &[], &[], &[]), labels[..words.len()].to_vec())
        })
        .collect()
}

#[test]
fn what_is_learnt_is_known_and_twice_the_same_bytes() {
    let corpus = corpus();
    let examples = || -> Vec<Example> {
        corpus.iter().map(|(features, labels)| Example { features, labels, set: labels.len() % 2 }).collect()
    };
    let plan = Plan { drop: 0.1, drop_features: 0.1, ..PLAN };
    let bytes = Trained::train(&examples(), 2, &plan).bytes(usize::MAX);
    assert!(bytes == Trained::train(&examples(), 2, &plan).bytes(usize::MAX));
    let (net, rest) = Net::read(&bytes).unwrap();
    assert!(rest.is_empty());
    for (features, labels) in &corpus {
        assert_eq!(crf::best(&net.emissions(features, 0), net.transitions(0)), *labels);
    }
}
