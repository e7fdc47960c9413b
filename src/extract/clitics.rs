//! How much of the first word of a tagged name stands outside it: Hebrew writes `ב ה ו כ ל מ ש` onto
//! the next word, and `ברק` may be a person, `מרק` too, while `בחיפה` is "in Haifa".
//!
//! Every way to cut the word is scored by learnt weights of what speaks for it (a log-linear choice);
//! the best one wins. Training and reading call the same functions.

use std::collections::HashMap;

use super::features::Word;
use super::gazetteer::{Gazetteer, Kind};
use super::table::{Hash, Table};

/// The letters that are written onto the next word.
const LETTERS: [char; 7] = ['ו', 'ה', 'ב', 'כ', 'ל', 'מ', 'ש'];

/// The longest run of them that is looked at: `ושמה…`.
const MOST: usize = 4;

/// Number of the space of these hashes; the features of the tagger lie from 16 to 120.
const SPACE: u32 = 200;

/// The ways to cut a normalised word, in letters; a mark or hyphen behind the prefix goes with it. The
/// first is always 0.
#[must_use]
pub fn choices(norm: &str) -> Vec<usize> {
    let letters: Vec<char> = norm.chars().collect();
    let mut out = vec![0];
    for cut in 1..=MOST {
        if !letters.get(cut - 1).is_some_and(|letter| LETTERS.contains(letter)) {
            break;
        }
        let joined = letters.get(cut).is_some_and(|next| matches!(next, '-' | '"'));
        // What is left of "ב"כ" is no name.
        let cut = cut + usize::from(joined);
        if letters.len() >= cut + 2 {
            out.push(cut);
        }
        if joined {
            break;
        }
    }
    out
}

/// A name whose first word is to be cut.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The words of its sentence or text.
    pub words: &'a [Word],
    /// Its first word.
    pub start: usize,
    /// One past its last word.
    pub end: usize,
    /// Index into [`super::crf::TYPES`].
    pub kind: usize,
    /// How often each word occurs in the article, by its normalised spelling.
    pub counts: &'a HashMap<String, u32>,
}

/// What the lists say of a word that a name may begin with: places, parts of names, organisations,
/// heads, titles, everyday words.
fn listed(gazetteer: &Gazetteer, norm: &str) -> u32 {
    gazetteer.word(norm).fold(0, |bits, entry| {
        bits | match entry.kind {
            Kind::Territory | Kind::Capital => 1,
            Kind::City => 2,
            Kind::Given | Kind::Family | Kind::Part if entry.payload >= 4 => 4,
            Kind::Given | Kind::Family | Kind::Part => 8,
            Kind::Org | Kind::OrgWeak | Kind::Club => 16,
            Kind::OrgHead | Kind::PlaceHead | Kind::EventHead => 32,
            Kind::Common => 64,
            _ => 0,
        }
    })
}

/// What speaks for or against a cut, as hashes.
#[must_use]
pub fn features(case: &Case, cut: usize, gazetteer: &Gazetteer) -> Vec<u32> {
    let word = &case.words[case.start];
    let prefix: String = word.norm.chars().take(cut).filter(|c| LETTERS.contains(c)).collect();
    let rest: String = word.norm.chars().skip(cut).collect();
    let length = rest.chars().count();
    let few = |letters: usize| rest.chars().take(letters).collect::<String>();
    let [kind, several, is_cut] =
        [case.kind as u32, u32::from(case.end - case.start > 1), u32::from(!prefix.is_empty())];
    let text = |number: u32, text: &str| Hash::new(SPACE + number, text);
    let says = listed(gazetteer, &rest);
    let after = case.words.iter().take(case.end).skip(case.start + 1).map(|word| word.norm.as_str());
    let phrase = gazetteer.phrases(&rest, after).iter().any(|(words, _)| *words == case.end - case.start);
    // Of the word as it stands there is one already.
    let bare = case.counts.get(&rest).copied().unwrap_or(0).saturating_sub(1 - is_cut);
    let others = LETTERS.iter().filter(|letter| {
        let mut other = letter.to_string();
        other.push_str(&rest);
        other != word.norm && case.counts.contains_key(&other)
    });
    let (bare, others) = (bare.min(3), others.count().min(2) as u32);
    let before = case.start.checked_sub(1).map(|before| &case.words[before]);
    let mut out = vec![
        text(1, &prefix).value(),
        text(2, &prefix).with(kind).with(several).value(),
        text(3, &prefix).more("|").more(&few(1)).value(),
        text(4, &prefix).more("|").more(&few(2)).value(),
        text(5, &prefix).with(length.min(6) as u32).value(),
        text(6, &rest).value(),
        text(7, &rest).with(kind).value(),
        text(8, "").with(says).with(kind).with(several).value(),
        text(9, "").with(says).with(is_cut).value(),
        text(10, "").with(u32::from(phrase)).with(several).value(),
        text(11, "").with(bare).with(is_cut).value(),
        text(12, "").with(others).with(is_cut).value(),
        text(13, &prefix).with(before.map_or(15, |word| u32::from(word.trigger))).value(),
        text(14, &prefix).more("|").more(before.map_or("", |word| &word.norm)).value(),
        text(15, &few(3)).with(is_cut).value(),
        text(16, &prefix).with(u32::from(before.is_none_or(|word| !word.is_letters()))).value(),
    ];
    out.extend((0..7).filter(|bit| says >> bit & 1 == 1).map(|bit| text(17, "").with(bit).with(kind).value()));
    out
}

/// The learnt weights as they lie in a file.
///
/// ```text
/// "NRC1"  f32 step  table of one signed byte, in steps     little-endian
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Clitics<'a> {
    step: f32,
    table: Table<'a>,
}

impl<'a> Clitics<'a> {
    /// Reads the weights and gives them with the bytes after them.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let body = bytes.strip_prefix(b"NRC1")?;
        let step = f32::from_le_bytes([*body.first()?, *body.get(1)?, *body.get(2)?, *body.get(3)?]);
        let (table, rest) = Table::read(&body[4..])?;
        Some((Self { step, table }, rest))
    }

    /// The bytes of weights.
    #[must_use]
    pub fn write(rows: &[(u32, f32)]) -> Vec<u8> {
        let most = rows.iter().fold(0.0_f32, |most, row| most.max(row.1.abs()));
        let step = (most / 127.0).max(1e-6);
        let mut out = Vec::from(*b"NRC1");
        out.extend(step.to_le_bytes());
        let rows = rows.iter().map(|(hash, weight)| (*hash, vec![(weight / step).round() as i8 as u8])).collect();
        out.extend(super::table::pack(rows, 1));
        out
    }

    fn score(&self, features: &[u32]) -> f32 {
        let weight =
            |hash: &u32| self.table.get(*hash).next().and_then(|row| row.first()).map_or(0, |&w| i32::from(w as i8));
        features.iter().map(weight).sum::<i32>() as f32 * self.step
    }

    /// How many letters of the first word stand outside.
    #[must_use]
    pub fn cut(&self, case: &Case, gazetteer: &Gazetteer) -> usize {
        // `ש"ירדן`: a mark that opens behind the prefix; that of an acronym stands before its last letter.
        let mut letters = case.words[case.start].norm.chars();
        if letters.next().is_some_and(|letter| LETTERS.contains(&letter))
            && letters.next() == Some('"')
            && letters.count() > 1
        {
            return 2;
        }
        let known = |cut: usize| {
            let rest: String = case.words[case.start].norm.chars().skip(cut).collect();
            listed(gazetteer, &rest) & [12, 16, 3, 0][case.kind.min(3)] != 0
        };
        let mut best = (f32::NEG_INFINITY, 0);
        for cut in choices(&case.words[case.start].norm) {
            let score = self.score(&features(case, cut, gazetteer));
            if score > best.0 {
                best = (score, cut);
            }
        }
        if best.1 > 0 && known(0) && !known(best.1) {
            return 0;
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::extract::{features, gazetteer, tagger_of};

    #[test]
    fn a_word_can_be_cut_where_prefixes_end() {
        assert_eq!(choices("ירושלים"), [0]);
        assert_eq!(choices("בירושלים"), [0, 1]);
        assert_eq!(choices("ושבחיפה"), [0, 1, 2, 3]);
        assert_eq!(choices("ב-bbc"), [0, 2]);
        assert_eq!(choices("ל\"הארצ"), [0, 2]);
        assert_eq!(choices("בכ"), [0]);
    }

    #[test]
    fn weights_come_back_from_their_bytes() {
        let bytes = Clitics::write(&[(7, 1.0), (9, -0.5)]);
        let (clitics, rest) = Clitics::read(&bytes).unwrap();
        assert!(rest.is_empty());
        assert!(clitics.score(&[7]) > 0.9 && clitics.score(&[9]) < -0.4 && clitics.score(&[8]).abs() < 1e-6);
        assert!((0..bytes.len()).all(|end| Clitics::read(&bytes[..end]).is_none()));
    }

    #[test]
    fn what_is_learnt_tells_a_prefix_from_a_name() {
        let gazetteer = (*gazetteer::BUILT_IN).unwrap();
        let clitics = tagger_of("he").unwrap().clitics().unwrap();
        let cut = |sentence: &[&str], start, end, kind| {
            let words = features::look_up(sentence, &gazetteer, true);
            let mut counts = HashMap::new();
            words.iter().for_each(|word| *counts.entry(word.norm.clone()).or_default() += 1);
            clitics.cut(&Case { words: &words, start, end, kind, counts: &counts }, &gazetteer)
        };
        assert_eq!(cut(&["הוא", "נולד", "בחיפה"], 2, 3, 2), 1);
        assert_eq!(cut(&["אמר", "משה", "כהן"], 1, 3, 0), 0);
        assert_eq!(cut(&["ולשמעון", "פרס"], 0, 2, 0), 2);
        assert_eq!(cut(&["דיון", "בכנסת"], 1, 2, 1), 1);
        assert_eq!(cut(&["אישרה", "הכנסת"], 1, 2, 1), 0);
        assert_eq!(cut(&["אמר", "ש\"ירדן"], 1, 2, 2), 2);
    }
}
