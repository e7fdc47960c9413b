//! Half a batch: from its sentences to the loss and the gradients.

use newsreader::extract::crf::{LABELS, Scores, Transitions, beliefs};

use super::recurrent::{self, Direction};
use super::{Plan, Sequence, Shape};
use crate::learn::Random;

/// The numbers of a net, ready for products.
pub(super) struct Weights<'a> {
    shape: Shape,
    directions: [Direction; 2],
    numbers: &'a [f32],
}

impl<'a> Weights<'a> {
    pub(super) fn new(numbers: &'a [f32], shape: Shape) -> Self {
        let direction = |n| Direction::new(&numbers[shape.direction(n)], shape.width, shape.hidden);
        Self { shape, directions: [direction(0), direction(1)], numbers }
    }
}

/// What a half gives.
pub(super) struct Half {
    pub(super) loss: f64,
    /// Of the numbers of the net.
    pub(super) numbers: Vec<f32>,
    /// The rows of every word that were not dropped, up to `ends` of the word.
    pub(super) rows: Vec<u32>,
    pub(super) ends: Vec<usize>,
    /// The gradient of every word's vector.
    pub(super) words: Vec<f32>,
}

/// Factors that drop a share of the numbers and make up for it.
fn mask(count: usize, share: f32, random: &mut Random) -> Vec<f32> {
    let kept = 1.0 / (1.0 - share);
    (0..count).map(|_| if random.unit() < share { 0.0 } else { kept }).collect()
}

fn times(values: &mut [f32], factors: &[f32]) {
    values.iter_mut().zip(factors).for_each(|(value, factor)| *value *= factor);
}

/// Where the words of sentences lie in the rows of one direction.
struct Places {
    sentences: usize,
    steps: usize,
    lengths: Vec<usize>,
}

impl Places {
    fn row(&self, direction: usize, sentence: usize, at: usize) -> usize {
        let step = if direction == 0 { at } else { self.lengths[sentence] - 1 - at };
        step * self.sentences + sentence
    }
}

/// Runs a half forwards and backwards.
pub(super) fn half(
    weights: &Weights,
    vectors: &[f32],
    sequences: &[&Sequence],
    plan: &Plan,
    mut random: Random,
) -> Half {
    let Shape { width, hidden, .. } = weights.shape;
    let mut out = Half {
        loss: 0.0,
        numbers: vec![0.0; weights.numbers.len()],
        rows: Vec::new(),
        ends: Vec::new(),
        words: Vec::new(),
    };
    let mut words = sums(vectors, width, sequences, plan, &mut random, &mut out);
    let word_mask = mask(words.len(), plan.drop, &mut random);
    times(&mut words, &word_mask);
    let lengths: Vec<usize> = sequences.iter().map(|sequence| sequence.ends.len()).collect();
    let steps = lengths.iter().copied().max().unwrap_or(0);
    let places = Places { sentences: sequences.len(), steps, lengths };
    let mut inputs = [vec![0.0; steps * sequences.len() * width], vec![0.0; steps * sequences.len() * width]];
    each(&places, |word, sentence, at| {
        for (direction, input) in inputs.iter_mut().enumerate() {
            let row = places.row(direction, sentence, at);
            input[row * width..(row + 1) * width].copy_from_slice(&words[word * width..(word + 1) * width]);
        }
    });
    let runs = [0, 1].map(|n| recurrent::forwards(&weights.directions[n], &inputs[n], sequences.len()));
    let read = weights.shape.read();
    let mut shown = vec![0.0; words.len() / width * read];
    each(&places, |word, sentence, at| {
        let row = &mut shown[word * read..(word + 1) * read];
        for (direction, run) in runs.iter().enumerate() {
            let from = places.row(direction, sentence, at) * hidden;
            row[direction * hidden..(direction + 1) * hidden].copy_from_slice(&run.states[from..from + hidden]);
        }
        row[2 * hidden..].copy_from_slice(&words[word * width..(word + 1) * width]);
    });
    // The states are dropped, the word has been already.
    let mut shown_mask = mask(shown.len(), plan.drop, &mut random);
    shown_mask.chunks_exact_mut(read).for_each(|row| row[2 * hidden..].fill(1.0));
    times(&mut shown, &shown_mask);
    let mut back = heads(weights, sequences, &shown, &mut out);
    times(&mut back, &shown_mask);
    let mut of_states = [0, 1].map(|_| vec![0.0; steps * sequences.len() * hidden]);
    each(&places, |word, sentence, at| {
        for (direction, states) in of_states.iter_mut().enumerate() {
            let to = places.row(direction, sentence, at) * hidden;
            states[to..to + hidden].copy_from_slice(&back[word * read + direction * hidden..][..hidden]);
        }
    });
    let of_inputs = [0, 1].map(|n| {
        let numbers = &mut out.numbers[weights.shape.direction(n)];
        recurrent::backwards(&weights.directions[n], &runs[n], &inputs[n], &of_states[n], numbers)
    });
    out.words = vec![0.0; words.len()];
    let scale = 1.0 / (1.0 - plan.drop_features);
    each(&places, |word, sentence, at| {
        let rows = [0, 1].map(|direction| {
            let row = places.row(direction, sentence, at);
            &of_inputs[direction][row * width..(row + 1) * width]
        });
        for index in 0..width {
            let sum = rows[0][index] + rows[1][index] + back[word * read + 2 * hidden + index];
            out.words[word * width + index] = sum * word_mask[word * width + index] * scale;
        }
    });
    out
}

/// Every word: its number, sentence and place.
fn each(places: &Places, mut take: impl FnMut(usize, usize, usize)) {
    debug_assert!(places.lengths.iter().all(|&length| length <= places.steps));
    let mut word = 0;
    for (sentence, &length) in places.lengths.iter().enumerate() {
        for at in 0..length {
            take(word, sentence, at);
            word += 1;
        }
    }
}

/// The vectors of the words: sums over the features that are not dropped.
fn sums(
    vectors: &[f32],
    width: usize,
    sequences: &[&Sequence],
    plan: &Plan,
    random: &mut Random,
    out: &mut Half,
) -> Vec<f32> {
    let scale = 1.0 / (1.0 - plan.drop_features);
    let mut words = Vec::new();
    for sequence in sequences {
        let mut start = 0;
        for &end in &sequence.ends {
            let first = words.len();
            words.resize(first + width, 0.0);
            for &row in &sequence.rows[start..end] {
                if random.unit() < plan.drop_features {
                    continue;
                }
                out.rows.push(row);
                let vector = &vectors[row as usize * width..(row as usize + 1) * width];
                words[first..].iter_mut().zip(vector).for_each(|(sum, x)| *sum += x);
            }
            words[first..].iter_mut().for_each(|x| *x *= scale);
            out.ends.push(out.rows.len());
            start = end;
        }
    }
    words
}

/// Scores, loss, and the gradients of what the heads were shown.
fn heads(weights: &Weights, sequences: &[&Sequence], shown: &[f32], out: &mut Half) -> Vec<f32> {
    let read = weights.shape.read();
    let mut back = vec![0.0; shown.len()];
    let mut first = 0;
    for sequence in sequences {
        let place = weights.shape.head(sequence.set);
        let numbers = &weights.numbers[place.clone()];
        let gradient = &mut out.numbers[place];
        let (rows, rest) = numbers.split_at(LABELS * read);
        let transitions = Transitions {
            pairs: std::array::from_fn(|a| std::array::from_fn(|b| rest[LABELS + a * LABELS + b])),
            first: std::array::from_fn(|label| rest[LABELS + LABELS * LABELS + label]),
        };
        let count = sequence.ends.len();
        let shown = &shown[first * read..(first + count) * read];
        let back = &mut back[first * read..(first + count) * read];
        first += count;
        let emissions: Vec<Scores> = shown
            .chunks_exact(read)
            .map(|row| std::array::from_fn(|label| rest[label] + dot(row, &rows[label * read..(label + 1) * read])))
            .collect();
        let powers = transitions.powers();
        let believed = beliefs(&emissions, &powers);
        out.loss += believed.log_sum - path(&emissions, &transitions, sequence.labels);
        let (of_rows, of_rest) = gradient.split_at_mut(LABELS * read);
        for at in 0..count {
            let mut change = believed.words[at];
            change[usize::from(sequence.labels[at])] -= 1.0;
            let (shown, back) = (&shown[at * read..(at + 1) * read], &mut back[at * read..(at + 1) * read]);
            for (label, change) in change.into_iter().enumerate() {
                of_rest[label] += change;
                let (row, of_row) =
                    (&rows[label * read..(label + 1) * read], &mut of_rows[label * read..(label + 1) * read]);
                back.iter_mut().zip(row).for_each(|(sum, x)| *sum += change * x);
                of_row.iter_mut().zip(shown).for_each(|(sum, x)| *sum += change * x);
            }
            if at == 0 {
                let of_first = &mut of_rest[LABELS + LABELS * LABELS..];
                of_first.iter_mut().zip(change).for_each(|(sum, x)| *sum += x);
                continue;
            }
            let pairs = believed.pairs(at, &powers);
            let of_pairs = &mut of_rest[LABELS..LABELS + LABELS * LABELS];
            of_pairs.iter_mut().zip(pairs.iter().flatten()).for_each(|(sum, x)| *sum += x);
            of_pairs[usize::from(sequence.labels[at - 1]) * LABELS + usize::from(sequence.labels[at])] -= 1.0;
        }
    }
    back
}

/// In eight sums side by side: one order on every machine.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (wide_a, rest_a) = a.as_chunks::<8>();
    let (wide_b, rest_b) = b.as_chunks::<8>();
    let mut sums = [0.0_f32; 8];
    for (a, b) in wide_a.iter().zip(wide_b) {
        sums.iter_mut().zip(a.iter().zip(b)).for_each(|(sum, (a, b))| *sum += a * b);
    }
    sums.iter().sum::<f32>() + rest_a.iter().zip(rest_b).map(|(a, b)| a * b).sum::<f32>()
}

/// The score of one sequence of labels.
fn path(emissions: &[Scores], transitions: &Transitions, labels: &[u8]) -> f64 {
    let Some(&first) = labels.first() else { return 0.0 };
    let mut sum = f64::from(transitions.first[usize::from(first)]);
    for (scores, &label) in emissions.iter().zip(labels) {
        sum += f64::from(scores[usize::from(label)]);
    }
    for pair in labels.windows(2) {
        sum += f64::from(transitions.pairs[usize::from(pair[0])][usize::from(pair[1])]);
    }
    sum
}
