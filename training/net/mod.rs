//! Training of the net of [`newsreader::extract::net`]: one net, one head for every set.
//!
//! Batches of sentences of like length, two halves of each on two threads; their gradients are added in
//! one order, so the numbers are the same on one thread or two. Adam (Kingma and Ba 2015) with
//! decoupled decay; rows of features only move when they are seen.

mod adam;
mod batch;
mod recurrent;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use newsreader::extract::crf::{LABELS, NEVER, may_follow};
use newsreader::extract::net::row_bytes;

use crate::learn::{Example, Random};
use adam::Adam;
use batch::Half;

/// How to train a net.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// Width of the vector of a feature.
    pub(crate) width: usize,
    /// Width of the state of a direction.
    pub(crate) hidden: usize,
    pub(crate) epochs: usize,
    pub(crate) rate: f32,
    pub(crate) decay: f32,
    /// Share of the features that a word loses.
    pub(crate) drop_features: f32,
    /// Share of the numbers of a word, and of a state, that are lost.
    pub(crate) drop: f32,
    /// Features seen fewer times are left out.
    pub(crate) least: u32,
    pub(crate) seed: u64,
}

/// Longer sentences are cut for training.
const LONGEST: usize = 80;
/// Sentences of a batch.
const BATCH: usize = 32;

/// A sentence: the rows of the features of its words.
struct Sequence<'a> {
    rows: Vec<u32>,
    ends: Vec<usize>,
    labels: &'a [u8],
    set: usize,
}

/// Where things lie among the numbers of a net that every sentence uses.
#[derive(Debug, Clone, Copy)]
struct Shape {
    width: usize,
    hidden: usize,
    heads: usize,
}

impl Shape {
    fn direction(self, number: usize) -> std::ops::Range<usize> {
        let size = recurrent::size(self.width, self.hidden);
        number * size..(number + 1) * size
    }

    /// What a head reads of a word: both states, then the word itself.
    fn read(self) -> usize {
        2 * self.hidden + self.width
    }

    fn head(self, number: usize) -> std::ops::Range<usize> {
        let size = LABELS * (self.read() + 1 + LABELS + 1);
        let first = self.direction(2).start + number * size;
        first..first + size
    }

    fn all(self) -> usize {
        self.head(self.heads).start
    }
}

/// A trained net.
pub(crate) struct Trained {
    shape: Shape,
    ids: HashMap<u32, u32>,
    counts: Vec<u32>,
    /// The directions, then the heads: `LABELS` rows, bias, transitions, first.
    numbers: Vec<f32>,
    vectors: Vec<f32>,
}

impl Trained {
    /// Trains on examples of `heads` sets.
    pub(crate) fn train(examples: &[Example], heads: usize, plan: &Plan) -> Self {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for example in examples {
            for at in 0..example.features.len() {
                example.features.word(at).iter().for_each(|&hash| *counts.entry(hash).or_default() += 1);
            }
        }
        let mut kept: Vec<(u32, u32)> = counts.into_iter().filter(|&(_, count)| count >= plan.least).collect();
        kept.sort_unstable();
        let ids: HashMap<u32, u32> = kept.iter().enumerate().map(|(id, &(hash, _))| (hash, id as u32)).collect();
        let shape = Shape { width: plan.width, hidden: plan.hidden, heads };
        let mut random = Random(plan.seed);
        let vectors = (0..kept.len() * plan.width).map(|_| (random.unit() - 0.5) * 0.2).collect();
        let numbers = first_numbers(shape, &mut random);
        let mut trained = Self { shape, ids, counts: kept.iter().map(|kept| kept.1).collect(), numbers, vectors };
        let sequences = trained.sequences(examples);
        trained.descend(&sequences, plan, &mut random);
        trained
    }

    fn sequences<'a>(&self, examples: &[Example<'a>]) -> Vec<Sequence<'a>> {
        let mut out = Vec::new();
        for example in examples {
            for first in (0..example.features.len()).step_by(LONGEST) {
                let last = (first + LONGEST).min(example.features.len());
                let (mut rows, mut ends) = (Vec::new(), Vec::new());
                for at in first..last {
                    rows.extend(example.features.word(at).iter().filter_map(|hash| self.ids.get(hash).copied()));
                    ends.push(rows.len());
                }
                out.push(Sequence { rows, ends, labels: &example.labels[first..last], set: example.set });
            }
        }
        out
    }

    fn descend(&mut self, sequences: &[Sequence], plan: &Plan, random: &mut Random) {
        let steps = plan.epochs * sequences.len().div_ceil(BATCH);
        let mut adam = Adam::new(self.numbers.len(), self.vectors.len(), self.shape.width);
        let mut step = 0;
        for epoch in 0..plan.epochs {
            let (mut loss, clock) = (0.0, std::time::Instant::now());
            for batch in batches(sequences, random) {
                let done = step as f32 / steps as f32;
                let warm = (done * 20.0).min(1.0);
                let rate = plan.rate * warm * 0.5 * (1.0 + (std::f32::consts::PI * done).cos()).max(0.02);
                step += 1;
                let chosen: Vec<&Sequence> = batch.iter().map(|&at| &sequences[at]).collect();
                let halves = self.gradients(&chosen, plan, random);
                loss += halves.iter().map(|half| half.loss).sum::<f64>();
                adam.step(rate, plan.decay, self, &halves, chosen.len());
            }
            let loss = loss / sequences.len() as f64;
            println!("  epoch {}: loss {loss:.3}, {:.0} s", epoch + 1, clock.elapsed().as_secs_f32());
        }
    }

    fn gradients(&self, chosen: &[&Sequence], plan: &Plan, random: &mut Random) -> Vec<Half> {
        let weights = batch::Weights::new(&self.numbers, self.shape);
        let seeds = [random.next() | 1, random.next() | 1];
        let (one, two) = chosen.split_at(chosen.len().div_ceil(2));
        let run = |half: &[&Sequence], seed| batch::half(&weights, &self.vectors, half, plan, Random(seed));
        std::thread::scope(|scope| {
            let second = (!two.is_empty()).then(|| scope.spawn(|| run(two, seeds[1])));
            let first = run(one, seeds[0]);
            let second = second.map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            std::iter::once(first).chain(second).collect()
        })
    }

    /// The bytes of the net as [`newsreader::extract::net::Net`] reads them, with the `most`
    /// weightiest vectors.
    pub(crate) fn bytes(&self, most: usize) -> Vec<u8> {
        let Shape { width, hidden, heads } = self.shape;
        let mut out = Vec::from(*b"NRN1");
        [width, hidden, heads, 0].iter().for_each(|&number| out.extend((number as u16).to_le_bytes()));
        let floats = |out: &mut Vec<u8>, floats: &[f32]| floats.iter().for_each(|x| out.extend(x.to_le_bytes()));
        for number in 0..2 {
            let numbers = &self.numbers[self.shape.direction(number)];
            let (rows, bias) = numbers.split_at((width + hidden) * 4 * hidden);
            rows.chunks_exact(4 * hidden).for_each(|row| out.extend(row_bytes(row)));
            floats(&mut out, bias);
        }
        for head in 0..heads {
            let numbers = &self.numbers[self.shape.head(head)];
            let (rows, rest) = numbers.split_at(LABELS * self.shape.read());
            rows.chunks_exact(self.shape.read()).for_each(|row| out.extend(row_bytes(row)));
            floats(&mut out, rest);
        }
        let mut rows: Vec<(f32, u32, &[f32])> = self
            .ids
            .iter()
            .map(|(&hash, &id)| {
                let vector = &self.vectors[id as usize * width..(id as usize + 1) * width];
                let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
                (length * (self.counts[id as usize] as f32).sqrt(), hash, vector)
            })
            .collect();
        rows.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        rows.truncate(most);
        let rows = rows.into_iter().map(|(_, hash, vector)| (hash, row_bytes(vector))).collect();
        out.extend(newsreader::extract::table::pack(rows, width as u8 + 2));
        out
    }

    /// How many features it knows.
    pub(crate) fn len(&self) -> usize {
        self.counts.len()
    }
}

fn first_numbers(shape: Shape, random: &mut Random) -> Vec<f32> {
    let mut numbers = vec![0.0; shape.all()];
    let (width, hidden) = (shape.width, shape.hidden);
    for number in 0..2 {
        let numbers = &mut numbers[shape.direction(number)];
        let (rows, bias) = numbers.split_at_mut((width + hidden) * 4 * hidden);
        let reach = 1.0 / (hidden as f32).sqrt();
        rows.iter_mut().for_each(|x| *x = (random.unit() * 2.0 - 1.0) * reach);
        // The gate that forgets begins open.
        bias[hidden..2 * hidden].fill(1.0);
    }
    for head in 0..shape.heads {
        let numbers = &mut numbers[shape.head(head)];
        let (rows, rest) = numbers.split_at_mut(LABELS * shape.read());
        let reach = 1.0 / (shape.read() as f32).sqrt();
        rows.iter_mut().for_each(|x| *x = (random.unit() * 2.0 - 1.0) * reach);
        for before in 0..LABELS {
            for label in (0..LABELS).filter(|&label| !may_follow(before, label)) {
                rest[LABELS + before * LABELS + label] = NEVER;
            }
            if !may_follow(0, before) {
                rest[LABELS + LABELS * LABELS + before] = NEVER;
            }
        }
    }
    numbers
}

/// Batches of sentences of like length, in any order.
fn batches(sequences: &[Sequence], random: &mut Random) -> Vec<Vec<usize>> {
    let mut order: Vec<(u32, usize)> = (0..sequences.len())
        .map(|at| {
            (
                (sequences[at].ends.len() as f32 * (0.85 + 0.3 * random.unit())) as u32 * 65_536
                    + random.below(65_536) as u32,
                at,
            )
        })
        .collect();
    order.sort_unstable();
    let mut batches: Vec<Vec<usize>> =
        order.chunks(BATCH).map(|batch| batch.iter().map(|&(_, at)| at).collect()).collect();
    random.shuffle(&mut batches);
    batches
}
