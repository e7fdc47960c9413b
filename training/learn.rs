//! Training of a conditional random field by stochastic gradient descent (AdaGrad), for several sets
//! at once: every feature has weights that all sets share and a correction for each set ("frustratingly
//! easy domain adaptation", Daumé 2007). What ships is the sum for one set.

use std::collections::HashMap;

use newsreader::extract::crf::{LABELS, Scores, Transitions, beliefs, may_follow};
use newsreader::extract::features::Features;

/// A sentence ready for training.
pub(crate) struct Example<'a> {
    pub(crate) features: &'a Features,
    pub(crate) labels: &'a [u8],
    /// Number of the set.
    pub(crate) set: usize,
}

/// How to train.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    pub(crate) epochs: usize,
    pub(crate) rate: f32,
    /// Weight of the squared weights.
    pub(crate) decay: f32,
    /// Share of the features that a word loses each time it is seen.
    pub(crate) drop: f32,
    /// Features seen fewer times are left out.
    pub(crate) least: u32,
    pub(crate) seed: u64,
}

/// A small generator of numbers, the same on every machine (xorshift64*).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub(crate) fn below(&mut self, count: usize) -> usize {
        ((self.next() >> 33) as usize) % count.max(1)
    }

    pub(crate) fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1 << 24) as f32
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

/// A trained model: the weights of every feature, shared and for each set.
pub(crate) struct Learnt {
    ids: HashMap<u32, u32>,
    counts: Vec<u32>,
    /// `[set + 1][feature]`, 0 is shared.
    weights: Vec<Vec<Scores>>,
    transitions: Vec<Transitions>,
}

fn plus(a: &Transitions, b: &Transitions) -> Transitions {
    Transitions {
        pairs: std::array::from_fn(|x| std::array::from_fn(|y| a.pairs[x][y] + b.pairs[x][y])),
        first: std::array::from_fn(|y| a.first[y] + b.first[y]),
    }
}

fn zero() -> Transitions {
    Transitions { pairs: [[0.0; LABELS]; LABELS], first: [0.0; LABELS] }
}

struct Step {
    rate: f32,
    decay: f32,
    /// One over the share of the features that is left.
    scale: f32,
}

impl Step {
    fn take(&self, weight: &mut f32, past: &mut f32, gradient: f32) {
        let gradient = gradient + self.decay * *weight;
        *past += gradient * gradient;
        *weight -= self.rate * gradient / (past.sqrt() + 1e-3);
    }
}

impl Learnt {
    /// Trains on examples of `sets` sets.
    pub(crate) fn train(examples: &[Example], sets: usize, settings: Settings) -> Self {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for example in examples {
            for at in 0..example.features.len() {
                example.features.word(at).iter().for_each(|&hash| *counts.entry(hash).or_default() += 1);
            }
        }
        let mut kept: Vec<(u32, u32)> = counts.into_iter().filter(|&(_, count)| count >= settings.least).collect();
        kept.sort_unstable();
        let ids: HashMap<u32, u32> = kept.iter().enumerate().map(|(id, &(hash, _))| (hash, id as u32)).collect();
        let mut learnt = Self {
            counts: kept.iter().map(|kept| kept.1).collect(),
            weights: vec![vec![[0.0; LABELS]; kept.len()]; sets + 1],
            transitions: std::iter::once(Transitions::default()).chain((0..sets).map(|_| zero())).collect(),
            ids,
        };
        learnt.descend(examples, settings);
        learnt
    }

    fn descend(&mut self, examples: &[Example], settings: Settings) {
        let rows: Vec<Vec<Vec<u32>>> = examples
            .iter()
            .map(|e| {
                (0..e.features.len())
                    .map(|at| e.features.word(at).iter().filter_map(|h| self.ids.get(h).copied()).collect())
                    .collect()
            })
            .collect();
        let mut past: Vec<Vec<Scores>> = self.weights.iter().map(|w| vec![[0.0; LABELS]; w.len()]).collect();
        let mut past_moves: Vec<Transitions> = self.transitions.iter().map(|_| zero()).collect();
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut random = Random(settings.seed);
        let step = Step { rate: settings.rate, decay: settings.decay, scale: 1.0 / (1.0 - settings.drop) };
        for _ in 0..settings.epochs {
            random.shuffle(&mut order);
            for &index in &order {
                let kept: Vec<Vec<u32>> = rows[index]
                    .iter()
                    .map(|ids| ids.iter().copied().filter(|_| random.unit() >= settings.drop).collect())
                    .collect();
                self.one(&examples[index], &kept, &step, &mut past, &mut past_moves);
            }
        }
    }

    fn one(
        &mut self,
        example: &Example,
        rows: &[Vec<u32>],
        step: &Step,
        past: &mut [Vec<Scores>],
        moves: &mut [Transitions],
    ) {
        let set = example.set + 1;
        let emissions: Vec<Scores> = rows
            .iter()
            .map(|ids| {
                let mut sum = [0.0; LABELS];
                for &id in ids {
                    let (a, b) = (&self.weights[0][id as usize], &self.weights[set][id as usize]);
                    sum.iter_mut().zip(a.iter().zip(b)).for_each(|(sum, (a, b))| *sum += a + b);
                }
                sum.map(|score| score * step.scale)
            })
            .collect();
        let powers = plus(&self.transitions[0], &self.transitions[set]).powers();
        let believed = beliefs(&emissions, &powers);
        for (at, ids) in rows.iter().enumerate() {
            let mut gradient = believed.words[at];
            gradient[usize::from(example.labels[at])] -= 1.0;
            if gradient.iter().all(|g| g.abs() < 1e-3) {
                continue;
            }
            for &id in ids {
                for table in [0, set] {
                    let (weights, past) = (&mut self.weights[table][id as usize], &mut past[table][id as usize]);
                    for ((weight, past), gradient) in weights.iter_mut().zip(past).zip(gradient) {
                        step.take(weight, past, gradient);
                    }
                }
            }
        }
        self.moves(example, &believed, &powers, step, moves);
    }

    fn moves(
        &mut self,
        example: &Example,
        believed: &newsreader::extract::crf::Beliefs,
        powers: &newsreader::extract::crf::Powers,
        step: &Step,
        past: &mut [Transitions],
    ) {
        let mut gradient = zero();
        for at in 1..example.labels.len() {
            let pairs = believed.pairs(at, powers);
            gradient.pairs.iter_mut().flatten().zip(pairs.iter().flatten()).for_each(|(sum, pair)| *sum += pair);
            gradient.pairs[usize::from(example.labels[at - 1])][usize::from(example.labels[at])] -= 1.0;
        }
        if let (Some(&label), Some(belief)) = (example.labels.first(), believed.words.first()) {
            gradient.first = *belief;
            gradient.first[usize::from(label)] -= 1.0;
        }
        for table in [0, example.set + 1] {
            let (weights, past) = (&mut self.transitions[table], &mut past[table]);
            for a in 0..LABELS {
                for b in (0..LABELS).filter(|&b| may_follow(a, b)) {
                    step.take(&mut weights.pairs[a][b], &mut past.pairs[a][b], gradient.pairs[a][b]);
                }
                if may_follow(0, a) {
                    step.take(&mut weights.first[a], &mut past.first[a], gradient.first[a]);
                }
            }
        }
    }

    /// The scores of a sentence as one of set `set`.
    pub(crate) fn emissions(&self, features: &Features, set: usize) -> Vec<Scores> {
        (0..features.len())
            .map(|at| {
                let mut sum = [0.0; LABELS];
                for id in features.word(at).iter().filter_map(|hash| self.ids.get(hash)) {
                    let (a, b) = (&self.weights[0][*id as usize], &self.weights[set + 1][*id as usize]);
                    sum.iter_mut().zip(a.iter().zip(b)).for_each(|(sum, (a, b))| *sum += a + b);
                }
                sum
            })
            .collect()
    }

    /// The transitions for one set.
    pub(crate) fn transitions(&self, set: usize) -> Transitions {
        plus(&self.transitions[0], &self.transitions[set + 1])
    }

    /// The `most` weightiest rows for one set, relative to O, in order of their hashes.
    pub(crate) fn rows(&self, set: usize, most: usize) -> Vec<(u32, [f32; LABELS - 1])> {
        let mut rows: Vec<(f32, u32, [f32; LABELS - 1])> = self
            .ids
            .iter()
            .map(|(&hash, &id)| {
                let (a, b) = (&self.weights[0][id as usize], &self.weights[set + 1][id as usize]);
                let row: [f32; LABELS - 1] = std::array::from_fn(|label| a[label + 1] + b[label + 1] - a[0] - b[0]);
                let most = row.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
                (most * (self.counts[id as usize] as f32).powf(0.25), hash, row)
            })
            .collect();
        rows.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        rows.truncate(most);
        let mut rows: Vec<_> = rows.into_iter().map(|(_, hash, row)| (hash, row)).collect();
        rows.sort_unstable_by_key(|row| row.0);
        rows
    }

    /// How many features it knows.
    pub(crate) fn len(&self) -> usize {
        self.counts.len()
    }
}
