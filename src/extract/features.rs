//! What the tagger sees of a sentence: for every word a list of feature hashes.
//!
//! Training and reading call the same functions, so a model can never meet features that are made in
//! another way than those it learnt.

use super::gazetteer::{self, Gazetteer, Kind, Reading};
use super::table::Hash;
use super::words::Clitic;

/// A word of a sentence with everything that the lists say of it.
#[derive(Debug, Clone)]
pub struct Word {
    /// Normalised spelling, without punctuation at its ends.
    pub norm: String,
    /// The ways to read it.
    pub readings: Vec<Reading>,
    /// Script, case and digits.
    pub shape: u8,
    /// What single words of the lists it is, as bits by [`Kind`].
    pub kinds: u32,
    /// Title, head, verb of saying: 0 is none.
    pub trigger: u8,
    /// Role and frequency as a name token: 0 is none.
    pub name: u8,
    /// Cluster, 0 is none.
    pub cluster: u16,
    /// Place in the longest known place, person, organisation that covers it: 0 none, 1 the only
    /// word, 2 first of several, 3 inside.
    pub spans: [u8; 3],
}

const LETTERS: u8 = 8;

fn shape(raw: &str) -> u8 {
    let core = raw.trim_matches(|c: char| !c.is_alphanumeric());
    let Some(first) = core.chars().next() else {
        return match raw.chars().next() {
            Some('"' | '«' | '»' | '“' | '”') => 1,
            Some('.' | '!' | '?' | '؟' | '۔') => 2,
            _ => 3,
        };
    };
    let digits = core.chars().filter(|c| c.is_numeric()).count();
    if digits > 0 {
        let all = core.chars().all(|c| !c.is_alphabetic());
        return if all && digits == 4 {
            4
        } else if all {
            5
        } else {
            6
        };
    }
    let script = match first {
        '\u{0590}'..='\u{05ff}' => return 7,
        '\u{0600}'..='\u{06ff}' => return LETTERS,
        '\u{0400}'..='\u{04ff}' => 16,
        _ => 24,
    };
    let upper = core.chars().filter(|c| c.is_uppercase()).count();
    let letters = core.chars().filter(|c| c.is_alphabetic()).count();
    let case = match upper {
        0 => 0,
        1 if first.is_uppercase() && letters == 1 => 1,
        1 if first.is_uppercase() => 2,
        n if n == letters => 3,
        _ if first.is_uppercase() => 4,
        _ => 5,
    };
    script + case
}

impl Word {
    /// Whether it is written with a capital letter, in a script that has them.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        self.shape >= 16 && (1..=4).contains(&(self.shape % 8))
    }

    /// Whether it is a word of letters.
    #[must_use]
    pub fn is_letters(&self) -> bool {
        self.shape >= 7
    }

    /// Whether the lists have it as `kind`.
    #[must_use]
    pub fn is(&self, kind: Kind) -> bool {
        self.kinds >> kind as u32 & 1 == 1
    }

    fn of(raw: &str, gazetteer: &Gazetteer, clitics: bool) -> Self {
        let core = raw.trim_matches(|c: char| !c.is_alphanumeric() && c != '\u{0640}');
        let norm = super::words::nz(if core.is_empty() { raw } else { core });
        let mut readings = gazetteer::readings(&norm);
        if !clitics {
            readings.retain(|reading| reading.cut == 0 && reading.clitic == Clitic::None);
        }
        let mut word =
            Self { shape: shape(raw), readings, norm, kinds: 0, trigger: 0, name: 0, cluster: 0, spans: [0; 3] };
        if word.shape < 6 {
            return word;
        }
        let (mut weight, mut named) = ([0_u8; 3], None);
        for (index, reading) in word.readings.iter().enumerate() {
            for entry in gazetteer.word(&reading.norm) {
                match entry.kind {
                    Kind::Cluster => {
                        if word.cluster == 0 {
                            word.cluster = entry.payload + 1;
                        }
                        continue;
                    }
                    Kind::Given | Kind::Family | Kind::Part if named.is_none_or(|at| at == index) => {
                        named = Some(index);
                        let slot = entry.kind as usize - Kind::Given as usize;
                        weight[slot] = weight[slot].max((entry.payload as u8).min(9));
                    }
                    _ => {}
                }
                word.kinds |= 1 << entry.kind as u32;
            }
        }
        word.name = name_class(weight);
        word.trigger = trigger_class(&word);
        word
    }
}

/// Role (given, family, mixed) and bit length of the frequency in one number.
fn name_class([given, family, part]: [u8; 3]) -> u8 {
    let most = given.max(family).max(part);
    if most == 0 {
        return 0;
    }
    let role = if given > family + 1 {
        1
    } else if family > given + 1 {
        2
    } else {
        3
    };
    role * 10 + most
}

fn trigger_class(word: &Word) -> u8 {
    let order = [
        (Kind::Title, 1),
        (Kind::OrgHead, 2),
        (Kind::PlaceHead, 3),
        (Kind::Speech, 4),
        (Kind::Nisba, 5),
        (Kind::EventHead, 6),
        (Kind::Portfolio, 7),
        (Kind::Month, 8),
        (Kind::Weekday, 8),
    ];
    order.into_iter().find(|&(kind, _)| word.is(kind)).map_or(0, |(_, class)| class)
}

/// Looks up every word of a sentence, alone and in phrases. `clitics`: whether small words may be
/// written onto the front of a word, as in Arabic and Hebrew, but not in Persian and Urdu.
#[must_use]
pub fn look_up(sentence: &[&str], gazetteer: &Gazetteer, clitics: bool) -> Vec<Word> {
    let mut words: Vec<Word> = sentence.iter().map(|raw| Word::of(raw, gazetteer, clitics)).collect();
    let stems: Vec<Option<String>> = words.iter().map(|word| gazetteer::stem(&word.norm)).collect();
    for slot in 0..3 {
        let mut covered = 0;
        for at in 0..words.len() {
            if at < covered {
                continue;
            }
            let length = longest(&words, &stems, at, slot, gazetteer);
            for inside in 0..length {
                words[at + inside].spans[slot] = if length == 1 { 1 } else { 2 + u8::from(inside > 0) };
            }
            covered = at + length;
        }
    }
    words
}

fn slot_of(kind: Kind) -> Option<usize> {
    match kind {
        Kind::Territory | Kind::City | Kind::Capital => Some(0),
        Kind::FullName | Kind::KnownPerson => Some(1),
        Kind::Org | Kind::OrgWeak | Kind::Club => Some(2),
        _ => None,
    }
}

/// The number of words of the longest known phrase of a slot that begins at `at`; 0 is none.
fn longest(words: &[Word], stems: &[Option<String>], at: usize, slot: usize, gazetteer: &Gazetteer) -> usize {
    let word = &words[at];
    if word.shape < 6 {
        return 0;
    }
    let single = (0..32).filter(|bit| word.kinds >> bit & 1 == 1);
    let mut best = usize::from(single.into_iter().any(|bit| KIND_SLOT.get(bit as usize) == Some(&Some(slot))));
    for reading in &word.readings {
        let stemmed = reading.norm.starts_with('~');
        let after = words.iter().zip(stems).skip(at + 1).map(|(word, stem)| match stem {
            Some(stem) if stemmed => stem.as_str(),
            _ => word.norm.as_str(),
        });
        for (length, entry) in gazetteer.phrases(&reading.norm, after) {
            if slot_of(entry.kind) == Some(slot) {
                best = best.max(length);
            }
        }
    }
    best
}

const KIND_SLOT: [Option<usize>; 24] = {
    let mut slots = [None; 24];
    slots[Kind::KnownPerson as usize] = Some(1);
    slots[Kind::Territory as usize] = Some(0);
    slots[Kind::City as usize] = Some(0);
    slots[Kind::Capital as usize] = Some(0);
    slots[Kind::FullName as usize] = Some(1);
    slots[Kind::Org as usize] = Some(2);
    slots[Kind::OrgWeak as usize] = Some(2);
    slots[Kind::Club as usize] = Some(2);
    slots
};

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
    for (offset, template) in [(-1, 26), (1, 29)] {
        if let Some(word) = near(words, at, offset) {
            made.text(template, prefix(&word.norm, 3));
            made.text(template + 1, suffix(&word.norm, 2));
            made.numbers(template + 2, &[u32::from(word.shape)]);
        }
    }
    let shapes = [-1, 0, 1].map(|offset| near(words, at, offset).map_or(63, |word| u32::from(word.shape)));
    made.numbers(33, &shapes);
    if word.shape >= 16 {
        let wide = [-2, 2].map(|offset| near(words, at, offset).map_or(63, |word| u32::from(word.shape)));
        made.numbers(34, &wide[..1]);
        made.numbers(35, &wide[1..]);
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

fn company(made: &mut Made, words: &[Word], at: usize, clusters: Clusters) {
    let level = |offset: isize| {
        let fine = near(words, at, offset)?.cluster.checked_sub(1)?;
        clusters.get(usize::from(fine)).map(|&[middle, coarse]| [u32::from(fine), u32::from(middle), u32::from(coarse)])
    };
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
            let kind = if seen.count == 0 { 15 } else { u32::from(seen.kind) };
            (kind, seen)
        };
        let (kind, here) = seen(0);
        made.numbers(90, &[kind]);
        if here.count > 0 {
            made.numbers(91, &[kind, u32::from(here.share)]);
            made.numbers(92, &[kind, u32::from(here.count.min(4))]);
            made.numbers(93, &[kind, u32::from(here.positions)]);
            made.numbers(94, &[kind, u32::from(here.share), u32::from(here.count.min(4)), tag(0)]);
        }
        made.numbers(95, &[seen(-1).0, kind]);
        made.numbers(96, &[kind, seen(1).0]);
        made.numbers(97, &[tag(0)]);
        made.numbers(98, &[tag(-1), tag(0), tag(1)]);
        made.numbers(99, &[tag(0), kind]);
        out.ends.push(out.hashes.len());
    }
    out
}
