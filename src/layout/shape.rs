//! Arabic shaping: which presentation form a letter takes.
//!
//! Cursive joining follows chapter 9.2 of the Unicode Standard (Joining_Type, rules R1 to R7). It is
//! decided on the paragraph, so that a letter keeps its form where a row breaks beside it, and
//! within one embedding level: UAX #9 confines joining to characters of the same directional run.
//! In a run of even level (an override shows Arabic left to right) the neighbour on the right is the
//! next letter, not the former one, so the sides change places.

use unicode_bidi::{BidiClass, Level, bidi_class};

use super::tables::{COMPOSED, FORMS, JOINING_TYPE, LAM_ALEF};

/// Joining_Type of UAX #44, by its short names; `U` is Non_Joining.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JoiningType {
    R,
    L,
    D,
    C,
    T,
    U,
}

impl JoiningType {
    /// Whether it can connect to what stands on its left.
    fn joins_left(self) -> bool {
        matches!(self, Self::L | Self::D | Self::C)
    }

    /// Whether it can connect to what stands on its right.
    fn joins_right(self) -> bool {
        matches!(self, Self::R | Self::D | Self::C)
    }
}

/// Arabic letter lam.
pub(super) const LAM: char = '\u{644}';

/// The first letter of any script that joins (Arabic) in the code charts.
const FIRST_JOINING: char = '\u{600}';

pub(super) fn joining_type(c: char) -> JoiningType {
    // The table starts with the soft hyphen and the combining marks, which are all transparent.
    JOINING_TYPE
        .binary_search_by(|&(first, last, _)| {
            if last < c {
                std::cmp::Ordering::Less
            } else if first > c {
                std::cmp::Ordering::Greater
            } else {
                std::cmp::Ordering::Equal
            }
        })
        .map_or(JoiningType::U, |found| JOINING_TYPE[found].2)
}

fn removed_by_x9(c: char) -> bool {
    use BidiClass::{BN, LRE, LRO, PDF, RLE, RLO};
    matches!(bidi_class(c), BN | LRE | RLE | LRO | RLO | PDF)
}

/// Whether the letter has forms that join.
pub(super) fn has_forms(c: char) -> bool {
    forms(c).is_some()
}

/// The four forms of a letter: isolated, final, initial, medial (NUL where there is none).
fn forms(c: char) -> Option<&'static [char; 4]> {
    FORMS.binary_search_by_key(&c, |&(letter, _)| letter).ok().map(|found| &FORMS[found].1)
}

/// The letter that `base` and `mark` are canonically equivalent to.
pub(super) fn compose(base: char, mark: char) -> Option<char> {
    COMPOSED.iter().find(|&&(b, m, _)| b == base && m == mark).map(|&(_, _, whole)| whole)
}

/// The first character of a cluster with a combining hamza or maddah taken in, and the byte offset
/// of the mark that was taken.
pub(super) fn composed_base(cluster: &str) -> Option<(char, Option<usize>)> {
    let mut chars = cluster.char_indices();
    let (_, base) = chars.next()?;
    if base >= FIRST_JOINING {
        for (at, mark) in chars {
            if let Some(whole) = compose(base, mark) {
                return Some((whole, Some(at)));
            }
        }
    }
    Some((base, None))
}

/// Which forms the sides of a letter ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Joined {
    pub(super) left: bool,
    pub(super) right: bool,
}

/// The text around a letter, as far as shaping needs it.
pub(super) struct Context<'a> {
    /// The whole block.
    pub(super) text: &'a str,
    /// Embedding levels, one for each byte of `text`; none when all are zero.
    pub(super) levels: Option<&'a [Level]>,
}

impl Context<'_> {
    fn level(&self, byte: usize) -> Level {
        self.levels.map_or_else(Level::ltr, |levels| levels[byte])
    }

    /// Joining type of the next character after `byte` that is not transparent, if it stands in the
    /// same level run.
    fn after(&self, byte: usize, level: Level) -> JoiningType {
        self.neighbour(self.text[byte..].char_indices().map(|(at, c)| (byte + at, c)), level)
    }

    /// The same before `byte`.
    fn before(&self, byte: usize, level: Level) -> JoiningType {
        self.neighbour(self.text[..byte].char_indices().rev(), level)
    }

    fn neighbour(&self, chars: impl Iterator<Item = (usize, char)>, level: Level) -> JoiningType {
        for (at, c) in chars {
            let kind = joining_type(c);
            // The level of what rule X9 removes (a ZWJ, an embedding) says nothing; that of an LRM,
            // a mark or a tatweel does.
            if self.level(at) != level && !removed_by_x9(c) {
                return JoiningType::U;
            }
            if kind != JoiningType::T {
                return kind;
            }
        }
        JoiningType::U
    }

    /// What the letter `base` at byte `at` joins to.
    pub(super) fn joined(&self, base: char, at: usize) -> Joined {
        let kind = joining_type(base);
        if !(kind.joins_left() || kind.joins_right()) {
            return Joined { left: false, right: false };
        }
        let level = self.level(at);
        let inner = at + self.text[at..].chars().next().map_or(0, char::len_utf8);
        // From behind the letter, not behind its cluster: a ZWNJ belongs to the cluster.
        let next = self.after(inner, level);
        let former = self.before(at, level);
        let (left, right) = if level.is_rtl() { (next, former) } else { (former, next) };
        Joined { left: kind.joins_left() && left.joins_right(), right: kind.joins_right() && right.joins_left() }
    }
}

/// The presentation form of `base` for its joined sides; `base` itself where Unicode has none.
pub(super) fn form(base: char, joined: Joined) -> char {
    let Some(forms) = forms(base) else { return base };
    let wanted = match (joined.right, joined.left) {
        (false, false) => 0,
        (true, false) => 1,
        (false, true) => 2,
        (true, true) => 3,
    };
    if forms[wanted] == '\0' { base } else { forms[wanted] }
}

/// Whether `cluster` (a lam and its marks) and `next` (an alef and its marks) are written as one
/// glyph. A ZWNJ or ZWJ between the two prevents it.
pub(super) fn is_lam_alef(cluster: &str, next: &str) -> bool {
    cluster.starts_with(LAM)
        && !cluster.contains(['\u{200c}', '\u{200d}'])
        && composed_base(next).is_some_and(|(alef, _)| lam_alef_forms(alef).is_some())
}

fn lam_alef_forms(alef: char) -> Option<&'static [char; 2]> {
    LAM_ALEF.iter().find(|&&(a, _)| a == alef).map(|(_, forms)| forms)
}

/// The ligature of a lam joined as `lam` with `alef`.
pub(super) fn lam_alef(alef: char, lam: Joined) -> Option<char> {
    lam_alef_forms(alef).map(|forms| forms[usize::from(lam.right)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(text: &str) -> String {
        let levels = vec![Level::rtl(); text.len()];
        let context = Context { text, levels: Some(&levels) };
        text.char_indices().map(|(at, c)| form(c, context.joined(c, at))).collect()
    }

    #[test]
    fn tables_state_their_version() {
        assert_eq!(super::super::tables::UNICODE_VERSION, "15.0.0");
    }

    #[test]
    fn letters_take_the_form_that_their_neighbours_ask_for() {
        for (text, expected) in [
            ("بيت", "\u{FE91}\u{FEF4}\u{FE96}"),
            ("ب", "\u{FE8F}"),
            ("دار", "\u{FEA9}\u{FE8D}\u{FEAD}"),
            // Transparent marks do not break the joining; ZWNJ does, ZWJ makes it.
            ("بَب", "\u{FE91}\u{64E}\u{FE90}"),
            ("ب\u{200C}ب", "\u{FE8F}\u{200C}\u{FE8F}"),
            ("ه\u{200D}", "\u{FEEB}\u{200D}"),
            ("\u{200D}ه", "\u{200D}\u{FEEA}"),
            // Tatweel joins on both sides.
            ("ـب", "ـ\u{FE90}"),
            // Persian, Urdu, Pashto, Sindhi, Uyghur letters with forms.
            ("پگچ", "\u{FB58}\u{FB95}\u{FB7B}"),
            ("ٹھے", "\u{FB68}\u{FBAD}\u{FBAF}"),
            ("ڭۈ", "\u{FBD5}\u{FBDC}"),
            // A letter without forms stays, and its neighbour still joins to it.
            ("ڵب", "ڵ\u{FE90}"),
        ] {
            assert_eq!(shaped(text), expected, "{text}");
        }
    }

    #[test]
    fn joining_does_not_cross_a_change_of_level() {
        let text = "بب";
        let levels = [Level::rtl(), Level::rtl(), Level::ltr(), Level::ltr()];
        let context = Context { text, levels: Some(&levels) };
        assert_eq!(form('ب', context.joined('ب', 0)), '\u{FE8F}');
    }

    #[test]
    fn a_tatweel_on_another_level_does_not_join_but_a_zwj_does() {
        let levels = [Level::rtl(), Level::rtl(), Level::ltr(), Level::ltr(), Level::ltr()];
        let context = |text| Context { text, levels: Some(&levels) };
        assert_eq!(form('ب', context("بـ").joined('ب', 0)), '\u{FE8F}');
        assert_eq!(form('ب', context("ب\u{200D}").joined('ب', 0)), '\u{FE91}');
    }

    #[test]
    fn joining_does_not_cross_a_mark_of_the_other_direction() {
        // UAX #9, 3.5: shaping is confined to a directional run, and an LRM is a run of its own.
        let mut levels = vec![Level::rtl(); 7];
        let text = "ب\u{200e}ب";
        assert_eq!(form('ب', Context { text, levels: Some(&levels) }.joined('ب', 0)), '\u{FE91}');
        levels[2..5].fill(Level::new(2).expect("a level"));
        assert_eq!(form('ب', Context { text, levels: Some(&levels) }.joined('ب', 0)), '\u{FE8F}');
        assert_eq!(form('ب', Context { text, levels: Some(&levels) }.joined('ب', 5)), '\u{FE8F}');
    }

    #[test]
    fn sides_change_places_where_letters_run_left_to_right() {
        let context = Context { text: "بب", levels: None };
        assert_eq!(form('ب', context.joined('ب', 0)), '\u{FE90}', "first letter, joined on its right: final");
        assert_eq!(form('ب', context.joined('ب', 2)), '\u{FE91}', "second letter, joined on its left: initial");
    }

    #[test]
    fn combining_hamza_is_part_of_the_letter() {
        assert_eq!(composed_base("ا\u{654}"), Some(('أ', Some(2))));
        assert_eq!(composed_base("ا\u{64E}\u{653}"), Some(('آ', Some(4))));
        assert_eq!(composed_base("ب\u{64E}"), Some(('ب', None)));
    }
}
