//! Where a text can be cut so that UAX #9 gives each piece the levels that it has in the whole.
//!
//! Behind a line feed, of course (P1). In a paragraph without explicit embeddings, overrides and isolates (X1 to X8 have
//! nothing to do) all characters are at the paragraph's level, and the rules W1 to W7, N1 and N2 look no further than the
//! nearest strong character: between two of them nothing passes from one side to the other. Rule N0 does, as long as a
//! bracket is open (BD16). So a cut is made between two strong characters where no bracket is open; a paragraph
//! with explicit formatting is not cut from there on.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiDataSource, HardcodedBidiData, bidi_class};

/// Bytes of a piece, about.
const PIECE: usize = 1 << 20;
/// Brackets that BD16 has room for. With more of them open it stops looking for pairs, and we for places to cut.
const MOST_OPEN: usize = 63;

/// The pieces of a text.
pub(super) struct Pieces<'t> {
    text: &'t str,
    done: usize,
    size: usize,
}

impl<'t> Pieces<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, done: 0, size: PIECE }
    }

    /// The end of the piece that begins where the last one ended.
    fn end(&self) -> usize {
        let bytes = self.text.as_bytes();
        let mut open: Vec<char> = Vec::new();
        let mut whole = false;
        let mut at = self.done;
        while at < bytes.len() {
            let far = at - self.done >= self.size;
            if far && !whole && open.is_empty() && self.is_between_strong(at) {
                return at;
            }
            match bytes[at] {
                b'\n' if far => return at + 1,
                b'\n' => {
                    open.clear();
                    whole = false;
                    at += 1;
                }
                byte if !whole && may_matter(byte) => {
                    let c = self.text[at..].chars().next().unwrap_or('\n');
                    whole = !follow(c, &mut open);
                    at += c.len_utf8();
                }
                _ => at += 1,
            }
        }
        bytes.len()
    }

    /// Whether characters with a strong direction stand on both sides.
    fn is_between_strong(&self, at: usize) -> bool {
        let strong =
            |c: Option<char>| c.is_some_and(|c| matches!(bidi_class(c), BidiClass::L | BidiClass::R | BidiClass::AL));
        self.text.is_char_boundary(at)
            && strong(self.text[..at].chars().next_back())
            && strong(self.text[at..].chars().next())
    }
}

/// Whether a byte is an ASCII bracket, or may begin another one or a formatting character: Arabic, Hebrew and Cyrillic
/// letters do not.
fn may_matter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'[' | b']' | b'{' | b'}' | 0xE0..=0xE3 | 0xEF)
}

/// Follows the brackets that are open (BD16). False: nothing behind this character can be cut off.
fn follow(c: char, open: &mut Vec<char>) -> bool {
    if matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}') {
        return false;
    }
    let Some(bracket) = HardcodedBidiData.bidi_matched_opening_bracket(c) else { return true };
    if bracket.is_open {
        open.push(bracket.opening);
    } else if let Some(at) = open.iter().rposition(|&opening| opening == bracket.opening) {
        open.truncate(at);
    }
    open.len() < MOST_OPEN
}

impl Iterator for Pieces<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.done;
        self.done = if start < self.text.len() { self.end() } else { start };
        (start < self.done).then_some(start..self.done)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_bidi::{BidiInfo, Level};

    use super::*;

    fn pieces(text: &str, size: usize) -> Vec<Range<usize>> {
        Pieces { size, ..Pieces::of(text) }.collect()
    }

    #[test]
    #[allow(clippy::single_range_in_vec_init)] // A list of ranges it is.
    fn a_cut_is_made_between_letters_where_no_bracket_is_open() {
        for (text, expected) in [
            ("ab cd", &[0..1, 1..4, 4..5][..]),
            ("a(b cd) ef", &[0..9, 9..10]),
            ("a)bcd", &[0..3, 3..4, 4..5]),
            ("ab\n(cd", &[0..1, 1..3, 3..6]),
            ("a\u{2067}bcd\nef", &[0..8, 8..9, 9..10]),
            ("", &[]),
        ] {
            assert_eq!(pieces(text, 1), expected, "{text:?}");
        }
        assert_eq!(pieces("12 34", 1).len(), 1, "no letters");
        let deep = format!("{}abc{}def", "(".repeat(70), ")".repeat(70));
        assert_eq!(pieces(&deep, 1).len(), 1, "more brackets than BD16 has room for");
    }

    #[test]
    fn a_text_of_news_has_places_to_cut() {
        let text = "قال (الوزير): 61% في [18-19] نوفمبر. ".repeat(10_000);
        let longest = pieces(&text, 4096).iter().map(ExactSizeIterator::len).max();
        assert!(longest < Some(4200), "{longest:?}");
    }

    proptest! {
        #[test]
        fn pieces_have_the_levels_of_the_whole(
            text in "[abא-גا-ت0-9%+,. «»()\\[\\]〈〉⟨⟩\u{2329}\n\u{2029}\u{64b}\u{200d}\u{200f}\u{202b}\u{202c}\u{2067}\u{2069}]{0,60}",
            size in 1..20_usize,
            rtl in any::<bool>(),
        ) {
            let base = Some(if rtl { Level::rtl() } else { Level::ltr() });
            let pieces = pieces(&text, size);
            prop_assert_eq!(pieces.iter().map(ExactSizeIterator::len).sum::<usize>(), text.len());
            let levels: Vec<Level> =
                pieces.into_iter().flat_map(|piece| BidiInfo::new(&text[piece], base).levels).collect();
            prop_assert_eq!(levels, BidiInfo::new(&text, base).levels);
        }

        /// Without explicit formatting, where most cuts are made.
        #[test]
        fn plain_pieces_have_the_levels_of_the_whole(
            text in "[abאבان1%,. ()\\[\\]\u{64b}]{0,60}",
            size in 1..9_usize,
            rtl in any::<bool>(),
        ) {
            let base = Some(if rtl { Level::rtl() } else { Level::ltr() });
            let levels: Vec<Level> =
                pieces(&text, size).into_iter().flat_map(|piece| BidiInfo::new(&text[piece], base).levels).collect();
            prop_assert_eq!(levels, BidiInfo::new(&text, base).levels);
        }
    }
}
