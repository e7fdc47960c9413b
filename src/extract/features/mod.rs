//! What the tagger sees of a sentence: for every word a list of feature hashes.
//!
//! Training and reading call the same functions, so a model can never meet features that are made in
//! another way than those it learnt.

mod word;

use super::gazetteer::Kind;
use super::table::Hash;
pub use word::{Word, look_up};

/// The features of a sentence, one list a word.
#[derive(Debug, Clone, Default)]
pub struct Features {
    hashes: Vec<u32>,
    ends: Vec<usize>,
}

impl Features {
    /// How many words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The feature hashes of one word.
    #[must_use]
    pub fn word(&self, index: usize) -> &[u32] {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.hashes[start..self.ends[index]]
    }
}

/// Template numbers start here; 1 is taken by the gazetteer.
const FIRST: u32 = 16;

struct Made<'a>(&'a mut Vec<u32>);

impl Made<'_> {
    fn text(&mut self, template: u32, text: &str) {
        self.0.push(Hash::new(FIRST + template, text).value());
    }

    fn numbers(&mut self, template: u32, numbers: &[u32]) {
        self.0.push(numbers.iter().fold(Hash::new(FIRST + template, ""), |hash, &n| hash.with(n)).value());
    }
}

fn prefix(text: &str, letters: usize) -> &str {
    text.char_indices().nth(letters).map_or(text, |(at, _)| &text[..at])
}

fn suffix(text: &str, letters: usize) -> &str {
    text.char_indices().rev().nth(letters - 1).map_or(text, |(at, _)| &text[at..])
}

/// The sums over clusters that the tagger is shown: fine, middle and coarse number of a cluster.
pub type Clusters<'a> = &'a [[u8; 2]];

/// Everything that is known of the words of a sentence, before any of them has a tag.
#[must_use]
pub fn features(words: &[Word], clusters: Clusters) -> Features {
    let mut out = Features { hashes: Vec::with_capacity(words.len() * 80), ends: Vec::with_capacity(words.len()) };
    for at in 0..words.len() {
        let mut made = Made(&mut out.hashes);
        spelling(&mut made, words, at);
        lists(&mut made, words, at);
        company(&mut made, words, at, clusters);
        out.ends.push(out.hashes.len());
    }
    out
}

/// The word `offset` away from `at`.
fn near(words: &[Word], at: usize, offset: isize) -> Option<&Word> {
    at.checked_add_signed(offset).and_then(|index| words.get(index))
}

fn spelling(made: &mut Made, words: &[Word], at: usize) {
    let word = &words[at];
    made.numbers(0, &[]);
    made.text(1, &word.norm);
    for (offset, template) in [(-2, 2), (-1, 3), (1, 4), (2, 5)] {
        made.text(template, near(words, at, offset).map_or("\u{1}", |word| &word.norm));
    }
    letters(made, words, at);
    for (offset, template) in [(-1, 26), (1, 29)] {
        if let Some(word) = near(words, at, offset) {
            made.text(template, prefix(&word.norm, 3));
            made.text(template + 1, suffix(&word.norm, 2));
            made.numbers(template + 2, &[u32::from(word.shape)]);
        }
    }
    // Hebrew: the word behind its prefixes is the same feature as the word alone, here and next to here.
    for (offset, template) in [(-1, 37), (0, 36), (1, 38)] {
        let hebrew = near(words, at, offset).filter(|word| word.shape == 7);
        hebrew.iter().flat_map(|word| &word.readings).for_each(|reading| made.text(template, &reading.norm));
    }
    let shapes = [-1, 0, 1].map(|offset| near(words, at, offset).map_or(63, |word| u32::from(word.shape)));
    made.numbers(33, &shapes);
    if word.shape >= 16 {
        let wide = [-2, 2].map(|offset| near(words, at, offset).map_or(63, |word| u32::from(word.shape)));
        made.numbers(34, &wide[..1]);
        made.numbers(35, &wide[1..]);
    }
}

/// What the letters of a word say of it.
fn letters(made: &mut Made, words: &[Word], at: usize) {
    let word = &words[at];
    let length = word.norm.chars().count();
    let first = at == 0 || at == 1 && !words[0].is_letters();
    made.numbers(6, &[u32::from(word.shape), u32::from(first)]);
    made.numbers(7, &[length.min(8) as u32]);
    if word.is_letters() {
        for letters in 1..=4.min(length) {
            made.text(8 + letters as u32, prefix(&word.norm, letters));
            made.text(16 + letters as u32, suffix(&word.norm, letters));
        }
        for reading in &word.readings[1..] {
            made.text(24, &reading.norm);
        }
        if word.norm.starts_with("ال") {
            made.numbers(25, &[]);
        }
    }
}

fn lists(made: &mut Made, words: &[Word], at: usize) {
    let trigger = |offset| near(words, at, offset).map_or(31, |word| u32::from(word.trigger));
    for (offset, template) in [(-3, 40), (-2, 41), (-1, 42), (0, 43), (1, 44)] {
        if trigger(offset) != 0 {
            made.numbers(template, &[trigger(offset)]);
        }
    }
    made.numbers(45, &[trigger(-1), trigger(0)]);
    made.numbers(46, &[trigger(-2), trigger(-1), trigger(0)]);
    for (slot, template) in [(0, 50), (1, 53), (2, 56)] {
        let span = |offset| near(words, at, offset).map_or(31, |word| u32::from(word.spans[slot]));
        for (offset, template) in [(-1, template), (0, template + 1), (1, template + 2)] {
            if !matches!(span(offset), 0 | 31) {
                made.numbers(template, &[span(offset)]);
            }
        }
    }
    let word = &words[at];
    made.numbers(60, &word.spans.map(u32::from));
    made.numbers(61, &[word.kinds & !(1 << Kind::Cluster as u32)]);
    let name = |offset| near(words, at, offset).map_or(0, |word| u32::from(word.name));
    for (offset, template) in [(-2, 62), (-1, 63), (0, 64), (1, 65), (2, 66)] {
        if name(offset) != 0 {
            made.numbers(template, &[name(offset)]);
        }
    }
    let step = |offset| match name(offset) % 10 {
        0 => 0,
        1..=3 => 1,
        _ => 2,
    };
    made.numbers(67, &[step(-1), step(0), step(1), u32::from(word.is(Kind::Common))]);
    made.numbers(68, &[name(0), trigger(-1)]);
    made.numbers(69, &[name(0), u32::from(word.shape), u32::from(word.spans[0])]);
}

/// The fine, middle and coarse cluster of a word.
fn cluster(word: &Word, clusters: Clusters) -> Option<[u32; 3]> {
    let fine = word.cluster.checked_sub(1)?;
    clusters.get(usize::from(fine)).map(|&[middle, coarse]| [u32::from(fine), u32::from(middle), u32::from(coarse)])
}

fn company(made: &mut Made, words: &[Word], at: usize, clusters: Clusters) {
    let level = |offset: isize| cluster(near(words, at, offset)?, clusters);
    for (offset, template) in [(-2, 70), (-1, 73), (0, 76), (1, 79), (2, 82)] {
        if let Some(level) = level(offset) {
            for (index, &number) in level.iter().enumerate() {
                made.numbers(template + index as u32, &[number]);
            }
        }
    }
    if let (Some(before), Some(here)) = (level(-1), level(0)) {
        made.numbers(85, &[before[2], here[2]]);
    }
    if let (Some(after), Some(here)) = (level(1), level(0)) {
        made.numbers(86, &[here[2], after[2]]);
    }
}

/// What the first pass said of a word elsewhere in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Elsewhere {
    /// How many other occurrences there are, up to 255.
    pub count: u8,
    /// The type that most of the tagged ones have: 0 none of them is tagged, then 1 + type.
    pub kind: u8,
    /// Share of the occurrences that have it, in quarters.
    pub share: u8,
    /// Positions in a span that were seen: bit 0 alone, 1 first, 2 inside, 3 last.
    pub positions: u8,
}

impl Elsewhere {
    /// The type, or that there is nothing elsewhere.
    fn class(self) -> u32 {
        if self.count == 0 { 15 } else { u32::from(self.kind) }
    }
}

/// What the first pass said of a word elsewhere, with its tag here.
fn said(made: &mut Made, tag: u32, seen: Elsewhere) {
    let kind = seen.class();
    made.numbers(90, &[kind]);
    if seen.count > 0 {
        let [share, count, positions] = [seen.share, seen.count.min(4), seen.positions].map(u32::from);
        made.numbers(91, &[kind, share]);
        made.numbers(92, &[kind, count]);
        made.numbers(93, &[kind, positions]);
        made.numbers(94, &[kind, share, count, tag]);
    }
}

/// Adds to the features of a sentence what the first pass said of its words, here (`tags`) and
/// elsewhere in the document.
#[must_use]
pub fn second_pass(first: &Features, tags: &[u8], elsewhere: &[Elsewhere]) -> Features {
    let mut out = Features {
        hashes: Vec::with_capacity(first.hashes.len() + first.len() * 14),
        ends: Vec::with_capacity(first.len()),
    };
    for at in 0..first.len() {
        out.hashes.extend(first.word(at));
        let mut made = Made(&mut out.hashes);
        let tag =
            |offset: isize| at.checked_add_signed(offset).and_then(|i| tags.get(i)).map_or(31, |&tag| u32::from(tag));
        let seen = |offset: isize| {
            let seen = at.checked_add_signed(offset).and_then(|i| elsewhere.get(i)).copied().unwrap_or_default();
            (seen.class(), seen)
        };
        let (kind, here) = seen(0);
        said(&mut made, tag(0), here);
        made.numbers(95, &[seen(-1).0, kind]);
        made.numbers(96, &[kind, seen(1).0]);
        made.numbers(97, &[tag(0)]);
        made.numbers(98, &[tag(-1), tag(0), tag(1)]);
        made.numbers(99, &[tag(0), kind]);
        out.ends.push(out.hashes.len());
    }
    out
}

/// What the net sees: of a word only what is its own, since it reads the neighbours itself. `tags` and
/// `elsewhere` as in [`second_pass`].
#[must_use]
pub fn own(words: &[Word], clusters: Clusters, tags: &[u8], elsewhere: &[Elsewhere]) -> Features {
    let mut out = Features { hashes: Vec::with_capacity(words.len() * 32), ends: Vec::with_capacity(words.len()) };
    for (at, word) in words.iter().enumerate() {
        let mut made = Made(&mut out.hashes);
        made.text(1, &word.norm);
        letters(&mut made, words, at);
        let [trigger, name] = [word.trigger, word.name].map(u32::from);
        if trigger != 0 {
            made.numbers(43, &[trigger]);
        }
        if name != 0 {
            made.numbers(64, &[name]);
            made.numbers(69, &[name, u32::from(word.shape), u32::from(word.spans[0])]);
        }
        for (span, template) in word.spans.iter().zip([51, 54, 57]).filter(|(span, _)| **span != 0) {
            made.numbers(template, &[u32::from(*span)]);
        }
        made.numbers(60, &word.spans.map(u32::from));
        made.numbers(61, &[word.kinds & !(1 << Kind::Cluster as u32)]);
        if let Some(level) = cluster(word, clusters) {
            (76..).zip(level).for_each(|(template, number)| made.numbers(template, &[number]));
        }
        let (tag, seen) = (tags.get(at).copied().unwrap_or(0), elsewhere.get(at).copied().unwrap_or_default());
        said(&mut made, u32::from(tag), seen);
        made.numbers(97, &[u32::from(tag)]);
        made.numbers(99, &[u32::from(tag), seen.class()]);
        out.ends.push(out.hashes.len());
    }
    out
}
