//! Names and words that are known: places, name tokens, organisations, titles, nisba forms, months.

use std::sync::LazyLock;

use super::table::{Hash, Table};
use super::words::{self, Clitic};

/// What a list says of a word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Kind {
    /// A country or a part of the world; payload: [`territory`].
    Territory,
    /// A city; payload: the [`territory`] it lies in.
    City,
    /// A language.
    Language,
    /// A given name; payload: the bit length of how many people bear it (1 to 9).
    Given,
    /// A family name; payload as above.
    Family,
    /// Part of a name of unknown role; payload as above.
    Part,
    /// The full name of somebody known.
    FullName,
    /// An organisation; payload: the same number in every language.
    Org,
    /// An organisation whose name is also an everyday word; payload as above.
    OrgWeak,
    /// A club or company.
    Club,
    /// An adjective of belonging; payload: [`territory`].
    Nisba,
    /// A title or function.
    Title,
    /// The first word of organisations' names.
    OrgHead,
    /// The first word of places' names.
    PlaceHead,
    /// The first word of events' names.
    EventHead,
    /// What a ministry is for.
    Portfolio,
    /// A month; payload: 1 to 12, plus 16 × calendar (0 Gregorian, 1 Islamic, 2 Persian, 3 Hebrew).
    Month,
    /// A weekday; payload: 1 (Monday) to 7.
    Weekday,
    /// A day or period seen from today; payload: 1024 + days.
    Relative,
    /// A name token that is an everyday word.
    Common,
    /// A verb of saying.
    Speech,
    /// Words that stand in like company; payload: number of the cluster.
    Cluster,
    /// A city that news name so often that the list alone is enough.
    Capital,
    /// Somebody whom news name so often that the list alone is enough.
    KnownPerson,
}

pub(crate) const KINDS: [Kind; 24] = [
    Kind::Territory,
    Kind::City,
    Kind::Language,
    Kind::Given,
    Kind::Family,
    Kind::Part,
    Kind::FullName,
    Kind::Org,
    Kind::OrgWeak,
    Kind::Club,
    Kind::Nisba,
    Kind::Title,
    Kind::OrgHead,
    Kind::PlaceHead,
    Kind::EventHead,
    Kind::Portfolio,
    Kind::Month,
    Kind::Weekday,
    Kind::Relative,
    Kind::Common,
    Kind::Speech,
    Kind::Cluster,
    Kind::Capital,
    Kind::KnownPerson,
];

/// One thing that a list says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// More about it, by kind.
    pub payload: u16,
}

impl Entry {
    /// The two bytes that stand for it in the table: five bits of kind, eleven of payload.
    #[must_use]
    pub fn pack(self) -> [u8; 2] {
        ((self.kind as u16) << 11 | self.payload & 0x7ff).to_le_bytes()
    }

    fn unpack(bytes: &[u8]) -> Option<Self> {
        let value = u16::from_le_bytes([*bytes.first()?, *bytes.get(1)?]);
        Some(Self { kind: *KINDS.get(usize::from(value >> 11))?, payload: value & 0x7ff })
    }
}

/// The number of a CLDR territory: two letters, or three digits of a region (UN M.49); 2047 when it
/// has none.
#[must_use]
pub fn territory(code: &str) -> u16 {
    match code.as_bytes() {
        [a @ b'A'..=b'Z', b @ b'A'..=b'Z'] => u16::from(a - b'A') * 26 + u16::from(b - b'A'),
        [_, _, _] => code.parse::<u16>().map_or(2047, |number| 700 + number.min(1200)),
        _ => 2047,
    }
}

/// The space of the hashes of names.
const NAMES: u32 = 1;

/// The longest phrase of the lists, in words.
pub const LONGEST: usize = 6;

/// A Russian word without its ending, marked so that it never meets a whole word; names are listed
/// under it as well, because a text declines them. `None` for a short word or one of other letters.
#[must_use]
pub fn stem(norm: &str) -> Option<String> {
    const ENDINGS: &[&str] = &[
        "ыми", "ими", "ого", "его", "ому", "ему", "ами", "ями", "ах", "ях", "ой", "ей", "ою", "ею", "ом", "ем", "ым",
        "им", "ую", "юю", "ая", "яя", "ые", "ие", "ый", "ий", "ых", "их", "ии", "ия", "ию", "ям", "ам",
    ];
    if !norm.starts_with(|c: char| ('\u{0430}'..='\u{044f}').contains(&c)) {
        return None;
    }
    let long = |text: &str| text.chars().count() >= 3;
    let cut = ENDINGS.iter().find_map(|ending| norm.strip_suffix(ending).filter(|rest| long(rest))).unwrap_or(norm);
    let mut cut = cut;
    while let Some(rest) =
        cut.strip_suffix(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'ь', 'й']).filter(|rest| long(rest))
    {
        cut = rest;
    }
    Some(format!("~{cut}"))
}

/// A way to read a word, for look-ups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What to look up.
    pub norm: String,
    /// What was cut off at the front.
    pub clitic: Clitic,
    /// How many letters stand outside a span.
    pub cut: usize,
}

/// The ways to read a word of any language: the clitic candidates of Arabic, the prefixes of Hebrew,
/// the stem of a Russian word, the parts of a word with hyphens.
#[must_use]
pub fn readings(norm: &str) -> Vec<Reading> {
    let mut out: Vec<Reading> =
        words::candidates(norm).into_iter().map(|c| Reading { norm: c.norm, clitic: c.clitic, cut: c.cut }).collect();
    if let Some(norm) = stem(norm) {
        out.push(Reading { norm, clitic: Clitic::None, cut: 0 });
    }
    if norm.starts_with(|c: char| ('\u{05d0}'..='\u{05ea}').contains(&c)) {
        // A prefix written onto an opening mark: "ל"הארץ"".
        if let Some((front, quoted)) = norm.split_once('"')
            && front.chars().count() == 1
            && quoted.chars().count() > 2
        {
            out.push(Reading { norm: quoted.to_owned(), clitic: Clitic::Preposition, cut: 2 });
        }
        let mut rest = norm;
        for cut in 1..=2 {
            let Some(next) =
                rest.strip_prefix(['ו', 'ה', 'ב', 'כ', 'ל', 'מ', 'ש']).filter(|next| next.chars().count() >= 2)
            else {
                break;
            };
            let clitic = if rest.starts_with('ו') { Clitic::And } else { Clitic::Preposition };
            out.push(Reading { norm: next.trim_start_matches('-').to_owned(), clitic, cut });
            rest = next;
        }
    }
    out
}

/// The lists.
#[derive(Debug, Clone, Copy)]
pub struct Gazetteer<'a>(Table<'a>);

impl<'a> Gazetteer<'a> {
    /// Reads the lists from the bytes of their file.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        Some(Self(Table::read(bytes)?.0))
    }

    /// The hash under which a phrase of normalised words stands.
    #[must_use]
    pub fn key<'w>(words: impl IntoIterator<Item = &'w str>) -> u32 {
        let mut words = words.into_iter();
        let first = Hash::new(NAMES, words.next().unwrap_or(""));
        words.fold(first, |hash, word| hash.more(" ").more(word)).value()
    }

    /// What the lists say of a hash of [`Gazetteer::key`].
    pub fn get(&self, key: u32) -> impl Iterator<Item = Entry> + use<'a> {
        self.0.get(key).filter_map(Entry::unpack)
    }

    /// What the lists say of one word.
    pub fn word(&self, norm: &str) -> impl Iterator<Item = Entry> + use<'a> {
        self.get(Self::key([norm]))
    }

    /// Every phrase of two to [`LONGEST`] words that begins with `first`: its number of words and
    /// what it is. `rest` gives the words after it.
    pub fn phrases<'w>(&self, first: &str, rest: impl Iterator<Item = &'w str>) -> Vec<(usize, Entry)> {
        let mut hash = Hash::new(NAMES, first);
        let mut out = Vec::new();
        for (index, word) in rest.take(LONGEST - 1).enumerate() {
            hash = hash.more(" ").more(word);
            out.extend(self.get(hash.value()).map(|entry| (index + 2, entry)));
        }
        out
    }
}

/// The lists that come with the program.
pub static BUILT_IN: LazyLock<Option<Gazetteer<'static>>> = LazyLock::new(|| Gazetteer::read(super::assets::GAZETTEER));
