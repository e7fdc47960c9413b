//! The learned tagger: two passes over a document.
//!
//! The first pass tags sentence by sentence. The second sees, besides, what the first said of the
//! same words elsewhere in the document, so that a surname alone is taken for what it was called
//! with its first name. The first is always a conditional random field; the second is one as well, or
//! a net.

use std::collections::HashMap;

use super::clitics::Clitics;
use super::crf::{self, Powers, Scores, Transitions, Weights};
use super::features::{self, Elsewhere, Features, Word};
use super::net::Net;
use super::table::Hash;

/// The tagger of one language.
///
/// ```text
/// "NRL1"  u16 clusters  clusters x (u8 middle, u8 coarse)  first pass  second pass  clitics
/// ```
/// The second pass is one of weights ("NRM1") or a net ("NRN1"); where none follows the first, one
/// pass is all. What decides on clitics ("NRC1") only Hebrew has.
#[derive(Debug, Clone)]
pub struct Tagger<'a> {
    clusters: Vec<[u8; 2]>,
    first: Weights<'a>,
    second: Second<'a>,
    clitics: Option<Clitics<'a>>,
}

#[derive(Debug, Clone)]
enum Second<'a> {
    None,
    Weights(Weights<'a>),
    Net(Net<'a>),
}

/// A name that the tagger sees.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Sentence of the document.
    pub sentence: usize,
    /// First word of the sentence.
    pub start: usize,
    /// One past the last word.
    pub end: usize,
    /// Index into [`crf::TYPES`].
    pub kind: usize,
    /// 0 to 1.
    pub probability: f32,
}

impl<'a> Tagger<'a> {
    /// Reads a tagger from the bytes of its file.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let body = bytes.strip_prefix(b"NRL1")?;
        let count = usize::from(u16::from_le_bytes([*body.first()?, *body.get(1)?]));
        let (clusters, rest) = body[2..].split_at_checked(count * 2)?;
        let (first, rest) = Weights::read(rest)?;
        let (second, rest) = match rest {
            [] | [b'N', b'R', b'C', ..] => (Second::None, rest),
            [b'N', b'R', b'N', ..] => Net::read(rest).map(|(net, rest)| (Second::Net(net), rest))?,
            _ => Weights::read(rest).map(|(weights, rest)| (Second::Weights(weights), rest))?,
        };
        let clitics = if rest.is_empty() { None } else { Some(Clitics::read(rest)?.0) };
        let clusters = clusters.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect();
        Some(Self { clusters, first, second, clitics })
    }

    /// What decides how much of the first word of a name stands outside it, for a language that needs it.
    #[must_use]
    pub fn clitics(&self) -> Option<&Clitics<'a>> {
        self.clitics.as_ref()
    }

    /// Tags the sentences of a document.
    #[must_use]
    pub fn tag(&self, document: &[&[Word]]) -> Vec<Found> {
        let features: Vec<Features> = document.iter().map(|words| features::features(words, &self.clusters)).collect();
        let emissions: Vec<Vec<Scores>> = features.iter().map(|features| self.first.emissions(features)).collect();
        let mut out = Vec::new();
        if matches!(self.second, Second::None) {
            let transitions = self.first.transitions();
            let powers = transitions.powers();
            for (sentence, emissions) in emissions.iter().enumerate() {
                found(sentence, emissions, transitions, &powers, &mut out);
            }
            return out;
        }
        let tags: Vec<Vec<u8>> =
            emissions.iter().map(|emissions| crf::best(emissions, self.first.transitions())).collect();
        let memory = Memory::new(document, &tags);
        let transitions = match &self.second {
            Second::None => self.first.transitions(),
            Second::Weights(second) => second.transitions(),
            Second::Net(net) => net.transitions(0),
        };
        let powers = transitions.powers();
        for (sentence, words) in document.iter().enumerate() {
            let tags = &tags[sentence];
            let elsewhere = memory.elsewhere(words, tags);
            let emissions = match &self.second {
                Second::None => continue,
                Second::Weights(second) => {
                    second.emissions(&features::second_pass(&features[sentence], tags, &elsewhere))
                }
                Second::Net(net) => net.emissions(&features::own(words, &self.clusters, tags, &elsewhere), 0),
            };
            found(sentence, &emissions, transitions, &powers, &mut out);
        }
        out
    }
}

/// The names of a sentence by the scores of its labels.
fn found(sentence: usize, emissions: &[Scores], transitions: &Transitions, powers: &Powers, out: &mut Vec<Found>) {
    let labels = crf::best(emissions, transitions);
    if labels.iter().all(|&label| label == 0) {
        return;
    }
    let beliefs = crf::beliefs(emissions, powers);
    for (start, end, kind) in spans(&labels) {
        let sure = (start..end).map(|at| beliefs.words[at][usize::from(labels[at])]).fold(1.0, f32::min);
        out.push(Found { sentence, start, end, kind, probability: sure });
    }
}

/// The spans of a sequence of labels: first word, one past the last, type.
#[must_use]
pub fn spans(labels: &[u8]) -> Vec<(usize, usize, usize)> {
    let mut out: Vec<(usize, usize, usize)> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        let Some(kind) = crf::type_of(label) else { continue };
        match out.last_mut() {
            Some(last) if label.is_multiple_of(2) && last.1 == at && last.2 == kind => last.1 = at + 1,
            _ => out.push((at, at + 1, kind)),
        }
    }
    out
}

#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    all: u32,
    kinds: [u32; 4],
    positions: [u32; 4],
}

/// What the first pass said of every word of a document.
#[derive(Debug, Clone, Default)]
pub struct Memory(HashMap<u32, Counts>);

/// Where a word stands in its span: 0 alone, 1 first, 2 inside, 3 last.
fn position(labels: &[u8], at: usize) -> usize {
    let inside = labels[at].is_multiple_of(2);
    let goes_on = labels.get(at + 1).is_some_and(|&next| next != 0 && next.is_multiple_of(2));
    match (inside, goes_on) {
        (false, false) => 0,
        (false, true) => 1,
        (true, true) => 2,
        (true, false) => 3,
    }
}

/// The keys under which an occurrence of a word counts: every reading of three letters or more.
fn keys(word: &Word) -> impl Iterator<Item = u32> {
    let readings = if word.shape >= 6 { &word.readings[..] } else { &[] };
    readings
        .iter()
        .filter(|reading| reading.norm.chars().count() >= 3)
        .map(|reading| Hash::new(2, &reading.norm).value())
}

impl Memory {
    /// Counts the words of a document by their labels.
    #[must_use]
    pub fn new(document: &[&[Word]], labels: &[Vec<u8>]) -> Self {
        let mut counts: HashMap<u32, Counts> = HashMap::new();
        for (words, labels) in document.iter().zip(labels) {
            for (at, word) in words.iter().enumerate() {
                for key in keys(word) {
                    let count = counts.entry(key).or_default();
                    count.all += 1;
                    if let Some(kind) = crf::type_of(labels[at]) {
                        count.kinds[kind] += 1;
                        count.positions[position(labels, at)] += 1;
                    }
                }
            }
        }
        Self(counts)
    }

    /// What was said of every word of a sentence at its other occurrences.
    #[must_use]
    pub fn elsewhere(&self, words: &[Word], labels: &[u8]) -> Vec<Elsewhere> {
        words.iter().enumerate().map(|(at, word)| self.word(word, labels, at)).collect()
    }

    fn word(&self, word: &Word, labels: &[u8], at: usize) -> Elsewhere {
        // Of the readings the one that occurs most elsewhere: "ولافروف" is known by "لافروف".
        let mut most = Counts::default();
        for key in keys(word) {
            let Some(mut count) = self.0.get(&key).copied() else { continue };
            count.all -= 1;
            if let Some(kind) = crf::type_of(labels[at]) {
                count.kinds[kind] -= 1;
                count.positions[position(labels, at)] -= 1;
            }
            if count.all > most.all {
                most = count;
            }
        }
        if most.all == 0 {
            return Elsewhere::default();
        }
        let kind = (0..4).rev().max_by_key(|&kind| most.kinds[kind]).filter(|&kind| most.kinds[kind] > 0);
        let share = kind.map_or(0, |kind| (most.kinds[kind] * 4).div_ceil(most.all));
        let positions = (0..4).filter(|&p| most.positions[p] > 0).fold(0, |bits, p| bits | 1 << p);
        Elsewhere {
            count: most.all.min(255) as u8,
            kind: kind.map_or(0, |kind| kind as u8 + 1),
            share: share as u8,
            positions,
        }
    }
}
