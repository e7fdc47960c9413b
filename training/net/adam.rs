//! Adam with decoupled decay.

use super::Trained;
use super::batch::Half;

const FIRST: f32 = 0.9;
const SECOND: f32 = 0.999;
/// The gradient of a batch is cut to this length.
const LONGEST: f32 = 5.0;

/// Averages of gradients and of their squares.
pub(super) struct Adam {
    width: usize,
    numbers: [Vec<f32>; 2],
    vectors: [Vec<f32>; 2],
    /// Of every vector the place of its gradient in the batch, or [`u32::MAX`].
    slots: Vec<u32>,
    steps: i32,
}

/// One step of some numbers.
struct Step {
    rate: f32,
    decay: f32,
    /// What the averages lack in the first steps.
    scales: [f32; 2],
}

impl Step {
    fn take(&self, values: &mut [f32], first: &mut [f32], second: &mut [f32], gradients: &[f32], factor: f32) {
        for (((value, first), second), gradient) in values.iter_mut().zip(first).zip(second).zip(gradients) {
            let gradient = gradient * factor;
            *first = FIRST * *first + (1.0 - FIRST) * gradient;
            *second = SECOND * *second + (1.0 - SECOND) * gradient * gradient;
            let change = *first * self.scales[0] / ((*second * self.scales[1]).sqrt() + 1e-8);
            *value -= self.rate * (change + self.decay * *value);
        }
    }
}

impl Adam {
    pub(super) fn new(numbers: usize, vectors: usize, width: usize) -> Self {
        let zeros = |count| [vec![0.0; count], vec![0.0; count]];
        Self {
            width,
            numbers: zeros(numbers),
            vectors: zeros(vectors),
            slots: vec![u32::MAX; vectors / width],
            steps: 0,
        }
    }

    /// Moves a net against the gradients of a batch of `count` sentences.
    pub(super) fn step(&mut self, rate: f32, decay: f32, net: &mut Trained, halves: &[Half], count: usize) {
        self.steps += 1;
        let scales = [FIRST, SECOND].map(|share| 1.0 / (1.0 - share.powi(self.steps)));
        let step = Step { rate, decay, scales };
        let mut gradients = vec![0.0; net.numbers.len()];
        for half in halves {
            gradients.iter_mut().zip(&half.numbers).for_each(|(sum, x)| *sum += x);
        }
        let (touched, of_vectors) = self.gather(halves);
        let factor = factor(&gradients, &of_vectors, count);
        let [first, second] = &mut self.numbers;
        // What BIO forbids has no gradient, and decay may not bring it back.
        let kept: Vec<(usize, f32)> =
            net.numbers.iter().copied().enumerate().filter(|&(_, x)| x == newsreader::extract::crf::NEVER).collect();
        step.take(&mut net.numbers, first, second, &gradients, factor);
        kept.into_iter().for_each(|(at, x)| net.numbers[at] = x);
        let [first, second] = &mut self.vectors;
        for (&row, gradient) in touched.iter().zip(of_vectors.chunks_exact(self.width)) {
            let place = row as usize * self.width..(row as usize + 1) * self.width;
            let moments = (&mut first[place.clone()], &mut second[place.clone()]);
            step.take(&mut net.vectors[place], moments.0, moments.1, gradient, factor);
        }
    }

    /// The rows that a batch has seen, in the order of their first place, and their gradients.
    fn gather(&mut self, halves: &[Half]) -> (Vec<u32>, Vec<f32>) {
        let (mut touched, mut sums): (Vec<u32>, Vec<f32>) = (Vec::new(), Vec::new());
        for half in halves {
            let mut start = 0;
            for (&end, word) in half.ends.iter().zip(half.words.chunks_exact(self.width)) {
                for &row in &half.rows[start..end] {
                    let slot = &mut self.slots[row as usize];
                    if *slot == u32::MAX {
                        *slot = touched.len() as u32;
                        touched.push(row);
                        sums.resize(touched.len() * self.width, 0.0);
                    }
                    let sum = &mut sums[*slot as usize * self.width..(*slot as usize + 1) * self.width];
                    sum.iter_mut().zip(word).for_each(|(sum, x)| *sum += x);
                }
                start = end;
            }
        }
        touched.iter().for_each(|&row| self.slots[row as usize] = u32::MAX);
        (touched, sums)
    }
}

/// One over the number of sentences, less when the gradient is too long.
fn factor(numbers: &[f32], vectors: &[f32], count: usize) -> f32 {
    let share = 1.0 / count.max(1) as f32;
    let square = |values: &[f32]| values.iter().map(|x| f64::from(x * share).powi(2)).sum::<f64>();
    let length = (square(numbers) + square(vectors)).sqrt() as f32;
    share * (LONGEST / length.max(LONGEST))
}
