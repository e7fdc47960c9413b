//! A word with everything that the lists say of it.

use crate::extract::gazetteer::{self, Gazetteer, Kind, Reading};
use crate::extract::words::{self, Clitic};

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
        let norm = words::nz(if core.is_empty() { raw } else { core });
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
