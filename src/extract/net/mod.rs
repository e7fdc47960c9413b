//! A small recurrent net over the words of a sentence, as it lies in a file.
//!
//! A word is the sum of the vectors of its features. A layer of long short-term memory (Hochreiter
//! and Schmidhuber 1997) reads the sentence from both ends; the scores of the labels are a linear
//! function of both states and of the word itself. One layer of scores and one set of transitions
//! (a *head*) for every training set: they share all the rest, each speaks its own policy.
//!
//! ```text
//! "NRN1"  u16 width  u16 hidden  u16 heads  u16 0
//! 2 x    (width + hidden) x 4 hidden, hidden innermost within input, forget, output, new
//!        f32 x 4 hidden
//! heads x  9 x (width + 2 hidden)   f32 x 9   f32 x 81 pairs   f32 x 9 first
//! table: width signed bytes and a scale, for every feature hash            all little-endian
//! ```
//! The rows of matrices are signed bytes, with a scale (u16: the upper half of an f32) behind each.

pub mod matrix;

use super::crf::{LABELS, Scores, Transitions};
use super::features::Features;
use super::table::Table;
use matrix::{Panels, add_product, add_row, sigmoid, tanh};

/// Rows of a matrix as signed bytes.
#[must_use]
pub fn row_bytes(row: &[f32]) -> Vec<u8> {
    let most = row.iter().fold(0.0_f32, |most, x| most.max(x.abs()));
    // Rounded up, so that the largest element fits.
    let half = ((most / 127.0).to_bits() >> 16) as u16 + 1;
    let scale = scale(half.to_le_bytes());
    let bytes = row.iter().map(|x| (x / scale).round() as i8 as u8);
    bytes.chain(half.to_le_bytes()).collect()
}

fn scale(half: [u8; 2]) -> f32 {
    f32::from_bits(u32::from(u16::from_le_bytes(half)) << 16)
}

/// One direction of the recurrent layer.
#[derive(Debug, Clone)]
struct Direction {
    inputs: Panels,
    states: Panels,
    bias: Vec<f32>,
}

/// The scores of one training set's labels.
#[derive(Debug, Clone)]
struct Head {
    /// Nine columns; first the forward state's rows, then the backward's, then the word's.
    weights: Panels,
    bias: Scores,
    transitions: Transitions,
}

/// A net.
#[derive(Debug, Clone)]
pub struct Net<'a> {
    width: usize,
    hidden: usize,
    directions: [Direction; 2],
    heads: Vec<Head>,
    table: Table<'a>,
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<usize> {
        self.bytes(2).map(|b| usize::from(u16::from_le_bytes([b[0], b[1]])))
    }

    fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        let floats = self.bytes(count * 4)?.as_chunks::<4>().0;
        Some(floats.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect())
    }

    /// A matrix by its rows; `turned`: the panels of the matrix with rows and columns exchanged.
    fn matrix(&mut self, rows: usize, columns: usize, turned: bool) -> Option<Panels> {
        let bytes = self.bytes(rows * (columns + 2))?;
        let row = |row: usize| &bytes[row * (columns + 2)..(row + 1) * (columns + 2)];
        let scales: Vec<f32> = (0..rows).map(|r| scale([row(r)[columns], row(r)[columns + 1]])).collect();
        let element = |r: usize, c: usize| f32::from(row(r)[c] as i8) * scales[r];
        Some(if turned {
            Panels::new(columns, rows, |r, c| element(c, r))
        } else {
            Panels::new(rows, columns, element)
        })
    }
}

impl<'a> Net<'a> {
    /// Reads a net and gives it with the bytes after it; `None` when these are not the bytes of one.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let mut reader = Reader(bytes.strip_prefix(b"NRN1")?);
        let [width, hidden, heads] = [reader.number()?, reader.number()?, reader.number()?];
        reader.number()?;
        if width == 0 || hidden == 0 {
            return None;
        }
        let mut direction = || {
            Some(Direction {
                inputs: reader.matrix(width, 4 * hidden, false)?,
                states: reader.matrix(hidden, 4 * hidden, false)?,
                bias: reader.floats(4 * hidden)?,
            })
        };
        let directions = [direction()?, direction()?];
        let mut head = || {
            let weights = reader.matrix(LABELS, width + 2 * hidden, true)?;
            let [bias, pairs, first] =
                [reader.floats(LABELS)?, reader.floats(LABELS * LABELS)?, reader.floats(LABELS)?];
            let transitions = Transitions {
                pairs: std::array::from_fn(|a| std::array::from_fn(|b| pairs[a * LABELS + b])),
                first: std::array::from_fn(|label| first[label]),
            };
            Some(Head { weights, bias: std::array::from_fn(|label| bias[label]), transitions })
        };
        let heads = (0..heads).map(|_| head()).collect::<Option<Vec<_>>>().filter(|heads| !heads.is_empty())?;
        let (table, rest) = Table::read(reader.0)?;
        (table.width() == width + 2).then_some((Self { width, hidden, directions, heads, table }, rest))
    }

    /// The transitions of a head.
    #[must_use]
    pub fn transitions(&self, head: usize) -> &Transitions {
        &self.heads[head.min(self.heads.len() - 1)].transitions
    }

    /// The scores that a head gives to every word of a sentence.
    #[must_use]
    pub fn emissions(&self, features: &Features, head: usize) -> Vec<Scores> {
        let (count, hidden) = (features.len(), self.hidden);
        let words = self.words(features);
        let all = self.width + 2 * hidden;
        // Of every word both states, then the word: what the head reads.
        let mut rows = vec![0.0; count * all];
        for (row, word) in rows.chunks_exact_mut(all).zip(words.chunks_exact(self.width)) {
            row[2 * hidden..].copy_from_slice(word);
        }
        for (number, direction) in self.directions.iter().enumerate() {
            let mut gates = direction.bias.repeat(count);
            add_product::<4>(&mut gates, &words, &direction.inputs);
            let (mut state, mut memory) = (vec![0.0; hidden], vec![0.0; hidden]);
            for step in 0..count {
                let at = if number == 0 { step } else { count - 1 - step };
                let gates = &mut gates[at * 4 * hidden..(at + 1) * 4 * hidden];
                add_row(gates, &state, &direction.states);
                cell(gates, &mut memory, &mut state);
                rows[at * all + number * hidden..][..hidden].copy_from_slice(&state);
            }
        }
        let head = &self.heads[head.min(self.heads.len() - 1)];
        let mut scores = head.bias.repeat(count);
        add_product::<4>(&mut scores, &rows, &head.weights);
        scores.as_chunks::<LABELS>().0.to_vec()
    }

    fn words(&self, features: &Features) -> Vec<f32> {
        let mut words = vec![0.0; features.len() * self.width];
        for (at, word) in words.chunks_exact_mut(self.width).enumerate() {
            for row in features.word(at).iter().filter_map(|&hash| self.table.get(hash).next()) {
                let (row, half) = row.split_at(self.width);
                let scale = scale([half[0], half[1]]);
                word.iter_mut().zip(row).for_each(|(sum, &x)| *sum += f32::from(x as i8) * scale);
            }
        }
        words
    }
}

/// One step: from the sums of the four gates (input, forget, output, new) to the next memory and state.
/// The gates hold their values afterwards.
pub fn cell(gates: &mut [f32], memory: &mut [f32], state: &mut [f32]) {
    let hidden = memory.len();
    let (three, new) = gates.split_at_mut(3 * hidden);
    three.iter_mut().for_each(|gate| *gate = sigmoid(*gate));
    new.iter_mut().for_each(|gate| *gate = tanh(*gate));
    let (input, rest) = three.split_at(hidden);
    let (forget, output) = rest.split_at(hidden);
    for (((memory, input), forget), new) in memory.iter_mut().zip(input).zip(forget).zip(&*new) {
        *memory = forget * *memory + input * new;
    }
    for ((state, memory), output) in state.iter_mut().zip(&*memory).zip(output) {
        *state = output * tanh(*memory);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::extract::features;

    const WIDTH: usize = 3;
    const HIDDEN: usize = 2;

    fn number(n: usize) -> f32 {
        ((n * 37 % 23) as f32 - 11.0) / 8.0
    }

    /// A net of two heads and its bytes; what stands in them is made by [`number`].
    fn bytes(hashes: &[u32]) -> Vec<u8> {
        let mut out = Vec::from(*b"NRN1");
        [WIDTH, HIDDEN, 2, 0].iter().for_each(|&n| out.extend((n as u16).to_le_bytes()));
        let mut next = 0;
        let mut row = |columns: usize| {
            next += columns;
            (next - columns..next).map(number).collect::<Vec<_>>()
        };
        for _ in 0..2 {
            (0..WIDTH + HIDDEN).for_each(|_| out.extend(row_bytes(&row(4 * HIDDEN))));
            row(4 * HIDDEN).iter().for_each(|x| out.extend(x.to_le_bytes()));
        }
        for _ in 0..2 {
            (0..LABELS).for_each(|_| out.extend(row_bytes(&row(WIDTH + 2 * HIDDEN))));
            row(LABELS * (LABELS + 2)).iter().for_each(|x| out.extend(x.to_le_bytes()));
        }
        let rows = hashes.iter().map(|&hash| (hash, row_bytes(&row(WIDTH)))).collect();
        out.extend(crate::extract::table::pack(rows, WIDTH as u8 + 2));
        out
    }

    fn sentence() -> Features {
        let gazetteer = crate::extract::gazetteer::BUILT_IN.unwrap();
        let words = features::look_up(&["قال", "سيرغي", "لافروف", "في", "موسكو"], &gazetteer, true);
        features::own(&words, &[], &[], &[])
    }

    #[test]
    fn a_row_comes_back_to_half_a_step() {
        let row: Vec<f32> = (0..40).map(number).collect();
        let bytes = row_bytes(&row);
        let scale = scale([bytes[40], bytes[41]]);
        for (x, &byte) in row.iter().zip(&bytes) {
            assert!((x - f32::from(byte as i8) * scale).abs() <= scale * 0.51, "{x} {byte} {scale}");
        }
        assert_eq!(row_bytes(&[0.0, 0.0])[..2], [0, 0]);
    }

    #[test]
    fn broken_bytes_are_refused() {
        let bytes = bytes(&[1, 2, 3]);
        assert!(Net::read(&bytes).is_some());
        for cut in 0..bytes.len() {
            assert!(Net::read(&bytes[..cut]).is_none(), "{cut}");
        }
        for at in 0..bytes.len().min(400) {
            let mut bytes = bytes.clone();
            bytes[at] ^= 0x55;
            if let Some((net, _)) = Net::read(&bytes) {
                assert_eq!(net.emissions(&sentence(), 7).len(), 5);
            }
        }
    }

    #[test]
    fn every_head_has_scores_of_its_own_for_every_word() {
        let whole = sentence();
        let hashes: Vec<u32> = (0..whole.len()).flat_map(|at| whole.word(at)).copied().collect();
        let bytes = bytes(&hashes);
        let (net, rest) = Net::read(&bytes).unwrap();
        assert!(rest.is_empty());
        let (first, second) = (net.emissions(&whole, 0), net.emissions(&whole, 1));
        assert_eq!((first.len(), second.len()), (5, 5));
        assert_ne!(first, second);
        assert_ne!(net.transitions(0), net.transitions(1));
        // Every word is told apart by what stands around it.
        assert!(first.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(net.emissions(&Features::default(), 0).is_empty());
    }
}
