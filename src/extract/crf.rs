//! A linear-chain conditional random field: the score of every label for every word, the best
//! sequence (Viterbi) and how probable each label is (forward-backward).

use super::features::Features;
use super::table::Table;

/// Number of labels: O, then B and I of each of the four types.
pub const LABELS: usize = 9;

/// O, `B-PERSON`, `I-PERSON`, `B-ORG`, `I-ORG`, `B-PLACE`, `I-PLACE`, `B-X`, `I-X`. X is whatever
/// else the training sets mark as a name: peoples, works, products, events.
pub const TYPES: [&str; 4] = ["PERSON", "ORG", "PLACE", "X"];

/// The scores of the labels of one word.
pub type Scores = [f32; LABELS];

/// The type of a label, none for O.
#[must_use]
pub fn type_of(label: u8) -> Option<usize> {
    label.checked_sub(1).map(|label| usize::from(label / 2))
}

/// Whether a label may follow another one: an I only after the B or I of its type.
#[must_use]
pub fn may_follow(before: usize, label: usize) -> bool {
    label == 0 || label % 2 == 1 || before == label || before + 1 == label
}

/// The score of a transition that BIO forbids.
pub const NEVER: f32 = -1000.0;

/// Scores of labels that follow each other, and of the first label.
#[derive(Debug, Clone, PartialEq)]
pub struct Transitions {
    /// `pairs[before][label]`.
    pub pairs: [Scores; LABELS],
    /// The first label of a sentence.
    pub first: Scores,
}

impl Default for Transitions {
    fn default() -> Self {
        let score = |before, label| if may_follow(before, label) { 0.0 } else { NEVER };
        Self {
            pairs: std::array::from_fn(|before| std::array::from_fn(|label| score(before, label))),
            first: std::array::from_fn(|label| score(0, label)),
        }
    }
}

/// The best sequence of labels.
#[must_use]
pub fn best(emissions: &[Scores], transitions: &Transitions) -> Vec<u8> {
    let Some(first) = emissions.first() else { return Vec::new() };
    let mut scores: Scores = std::array::from_fn(|label| transitions.first[label] + first[label]);
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(emissions.len());
    for emission in &emissions[1..] {
        let mut from = [0_u8; LABELS];
        let next = std::array::from_fn(|label| {
            let (mut most, mut who) = (f32::NEG_INFINITY, 0);
            for (before, score) in scores.iter().enumerate() {
                let score = score + transitions.pairs[before][label];
                if score > most {
                    (most, who) = (score, before as u8);
                }
            }
            from[label] = who;
            most + emission[label]
        });
        back.push(from);
        scores = next;
    }
    let mut label = (0..LABELS).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or(0) as u8;
    let mut out = vec![label; emissions.len()];
    for at in (0..back.len()).rev() {
        label = back[at][usize::from(label)];
        out[at] = label;
    }
    out
}

/// For training and for confidence: what the model believes of a sentence.
#[derive(Debug, Clone, Default)]
pub struct Beliefs {
    /// Probability of each label of each word.
    pub words: Vec<Scores>,
    /// `forward[i] × backward[i]` are the unscaled beliefs; kept for the beliefs of pairs.
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    powers: Vec<Scores>,
    /// Logarithm of the sum over all sequences.
    pub log_sum: f64,
}

fn normalise(scores: &mut Scores) -> f32 {
    let sum: f32 = scores.iter().sum();
    let factor = if sum > 0.0 { 1.0 / sum } else { 1.0 };
    scores.iter_mut().for_each(|score| *score *= factor);
    sum
}

/// The exponentials of transitions, made once for many sentences.
#[derive(Debug, Clone)]
pub struct Powers {
    pairs: [Scores; LABELS],
    first: Scores,
}

impl Transitions {
    /// Their exponentials.
    #[must_use]
    pub fn powers(&self) -> Powers {
        Powers { pairs: self.pairs.map(|row| row.map(f32::exp)), first: self.first.map(f32::exp) }
    }
}

/// Forward-backward, scaled so that nothing overflows.
#[must_use]
pub fn beliefs(emissions: &[Scores], powers: &Powers) -> Beliefs {
    let count = emissions.len();
    let mut out = Beliefs { powers: Vec::with_capacity(count), ..Beliefs::default() };
    for emission in emissions {
        let most = emission.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        out.powers.push(emission.map(|score| (score - most).exp()));
        out.log_sum += f64::from(most);
    }
    let mut now: Scores = powers.first;
    for at in 0..count {
        if at > 0 {
            let before = out.forward[at - 1];
            now = std::array::from_fn(|label| (0..LABELS).map(|b| before[b] * powers.pairs[b][label]).sum());
        }
        now.iter_mut().zip(&out.powers[at]).for_each(|(score, power)| *score *= power);
        out.log_sum += f64::from(normalise(&mut now).max(f32::MIN_POSITIVE)).ln();
        out.forward.push(now);
    }
    out.backward = vec![[1.0; LABELS]; count];
    for at in (0..count.saturating_sub(1)).rev() {
        let (after, power) = (out.backward[at + 1], out.powers[at + 1]);
        let mut now: Scores = std::array::from_fn(|label| {
            (0..LABELS).map(|next| powers.pairs[label][next] * power[next] * after[next]).sum()
        });
        normalise(&mut now);
        out.backward[at] = now;
    }
    for at in 0..count {
        let mut belief: Scores = std::array::from_fn(|label| out.forward[at][label] * out.backward[at][label]);
        normalise(&mut belief);
        out.words.push(belief);
    }
    out
}

impl Beliefs {
    /// Probability of each pair of labels at words `at - 1` and `at`.
    #[must_use]
    pub fn pairs(&self, at: usize, powers: &Powers) -> [Scores; LABELS] {
        let (before, after, power) = (&self.forward[at - 1], &self.backward[at], &self.powers[at]);
        let mut out = [[0.0; LABELS]; LABELS];
        let mut sum = 0.0;
        for first in 0..LABELS {
            for second in 0..LABELS {
                let value = before[first] * powers.pairs[first][second] * power[second] * after[second];
                out[first][second] = value;
                sum += value;
            }
        }
        let factor = if sum > 0.0 { 1.0 / sum } else { 0.0 };
        out.iter_mut().flatten().for_each(|value| *value *= factor);
        out
    }
}

/// The weights of one pass as they lie in a file.
///
/// ```text
/// "NRM1"  f32 step  9 x 9 x f32 pairs  9 x f32 first  table     little-endian
/// ```
/// The table (see [`Table`]) has for every feature hash eight signed bytes: the weight of every
/// label but O, in `step`s. O has none: only differences count.
#[derive(Debug, Clone)]
pub struct Weights<'a> {
    step: f32,
    transitions: Transitions,
    table: Table<'a>,
}

fn float(bytes: &[u8], index: usize) -> Option<f32> {
    let bytes = bytes.get(index * 4..index * 4 + 4)?;
    Some(f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
}

/// Width of a row of weights in bytes.
pub const ROW: u8 = (LABELS - 1) as u8;

impl<'a> Weights<'a> {
    /// Reads the weights of a pass and gives them with the bytes after them.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let body = bytes.strip_prefix(b"NRM1")?;
        let step = float(body, 0)?;
        let mut transitions = Transitions::default();
        for before in 0..LABELS {
            for label in 0..LABELS {
                transitions.pairs[before][label] = float(body, 1 + before * LABELS + label)?;
            }
            transitions.first[before] = float(body, 1 + LABELS * LABELS + before)?;
        }
        let (table, rest) = Table::read(body.get((1 + LABELS * LABELS + LABELS) * 4..)?)?;
        Some((Self { step, transitions, table }, rest))
    }

    /// The bytes of a pass. `rows` are weights relative to O.
    #[must_use]
    pub fn write(transitions: &Transitions, rows: &[(u32, [f32; LABELS - 1])]) -> Vec<u8> {
        let most = rows.iter().flat_map(|row| row.1).fold(0.0_f32, |most, weight| most.max(weight.abs()));
        let step = (most / 127.0).max(1e-6);
        let mut out = Vec::from(*b"NRM1");
        out.extend(step.to_le_bytes());
        transitions.pairs.iter().flatten().chain(&transitions.first).for_each(|score| out.extend(score.to_le_bytes()));
        let rows = rows
            .iter()
            .map(|(hash, row)| (*hash, row.iter().map(|weight| (weight / step).round() as i8 as u8).collect()))
            .collect();
        out.extend(super::table::pack(rows, ROW));
        out
    }

    /// The scores of every word of a sentence.
    #[must_use]
    pub fn emissions(&self, features: &Features) -> Vec<Scores> {
        (0..features.len())
            .map(|at| {
                let mut sums = [0_i32; LABELS - 1];
                for &hash in features.word(at) {
                    if let Some(row) = self.table.get(hash).next() {
                        sums.iter_mut().zip(row).for_each(|(sum, &weight)| *sum += i32::from(weight as i8));
                    }
                }
                let mut scores = [0.0; LABELS];
                scores[1..].iter_mut().zip(sums).for_each(|(score, sum)| *score = sum as f32 * self.step);
                scores
            })
            .collect()
    }

    /// The transitions.
    #[must_use]
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }
}
