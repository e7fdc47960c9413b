//! Folding: what a reader takes for the same letters becomes the same.
//!
//! Unicode's compatibility decomposition (NFKD, UAX #15) undoes presentation forms, width variants and accents; on top
//! of it come lower case, the letters that Arabic, Persian and Urdu keyboards write differently, digits, and
//! quotation marks. Marks that a reader leaves out, tatweel and invisible characters vanish. Every character of the
//! result knows the bytes that it comes from, so that what is found can be shown.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A folded text with the way back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    text: String,
    /// For every byte of `text` the byte range of the character that it comes from. Characters that vanished belong to
    /// the one before them.
    sources: Vec<Range<u32>>,
}

impl Folded {
    /// Folds `text`, which must be shorter than 4 GiB.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), sources: Vec::with_capacity(text.len()) };
        for (at, c) in text.char_indices() {
            // A block of text is far shorter than 4 GiB: the file it stands in is.
            let source = at as u32..(at + c.len_utf8()) as u32;
            folded.push(c, source);
        }
        folded
    }

    fn push(&mut self, c: char, source: Range<u32>) {
        if c.is_ascii() && !c.is_ascii_control() && c != ' ' && c != '`' {
            // The fast way for most of the world's markup and English.
            return self.put(c.to_ascii_lowercase(), source);
        }
        let before = self.text.len();
        // The breve of this letter is no accent.
        if matches!(c, 'й' | 'Й') {
            self.put('й', source.clone());
        } else {
            for part in std::iter::once(c).nfkd() {
                for lower in part.to_lowercase() {
                    if let Some(folded) = fold_char(lower) {
                        self.put_folded(folded, &source);
                    }
                }
            }
        }
        if self.text.len() == before
            && let Some(last) = self.sources.last().cloned()
            && !c.is_whitespace()
        {
            // It vanished: what is found up to here is shown with it.
            let first = self.sources.iter().rposition(|source| source.start != last.start).map_or(0, |at| at + 1);
            for kept in &mut self.sources[first..] {
                kept.end = source.end;
            }
        }
    }

    fn put_folded(&mut self, c: char, source: &Range<u32>) {
        match c {
            // Blanks of any kind and number are one.
            ' ' if self.text.ends_with(' ') => {}
            'ß' => {
                self.put('s', source.clone());
                self.put('s', source.clone());
            }
            c => self.put(c, source.clone()),
        }
    }

    fn put(&mut self, c: char, source: Range<u32>) {
        self.text.push(c);
        self.sources.resize(self.text.len(), source);
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where in the folded text the characters from byte `at` of the original on begin.
    #[must_use]
    pub fn from_source(&self, at: usize) -> usize {
        self.sources.partition_point(|source| (source.start as usize) < at)
    }

    /// The bytes of the original that a range of bytes of the folded text comes from: whole characters, with the marks
    /// that vanished behind them.
    #[must_use]
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        if range.is_empty() {
            let at = self.sources.get(range.start).map_or(0, |source| source.start as usize);
            return at..at;
        }
        self.sources[range.start].start as usize..self.sources[range.end - 1].end as usize
    }
}

/// A character of a decomposed, lower-case text; none when it does not count.
fn fold_char(c: char) -> Option<char> {
    Some(match c {
        // Hamza on its seat was decomposed, and is a mark then.
        'ٱ' => 'ا',
        'ى' | 'ی' | 'ې' | 'ۍ' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ة' | 'ہ' | 'ە' | 'ۃ' | 'ھ' => 'ه',
        'ς' => 'σ',
        'ı' => 'i',
        '«' | '»' | '“' | '”' | '„' | '‟' | '״' | '〝' | '〞' => '"',
        '‘' | '’' | '‚' | '‛' | 'ʼ' | 'ʻ' | '`' | '´' | '׳' | '‹' | '›' | 'ʹ' | '′' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '־' => '-',
        _ if c.is_whitespace() => ' ',
        _ if vanishes(c) => return None,
        _ => digit(c).unwrap_or(c),
    })
}

/// Marks that are left out as often as written, and characters that nobody sees.
fn vanishes(c: char) -> bool {
    match c {
        'ـ' => true,
        // Latin, Greek and Cyrillic accents; Hebrew points; Arabic marks. Vowels of Indic scripts are letters.
        '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' => is_combining_mark(c),
        '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}' | '\u{8CA}'..='\u{8FF}' => {
            is_combining_mark(c)
        }
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => true,
        '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => true,
        _ => c.is_control(),
    }
}

/// The ASCII digit for a decimal digit of a script whose readers also write ASCII digits.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        _ => return None,
    };
    char::from_digit(c as u32 - zero as u32, 10)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_reader_takes_for_the_same_is_the_same() {
        for (one, other) in [
            ("أحمد", "احمد"),
            ("إلى", "الي"),
            ("آسيا", "اسيا"),
            ("ٱلله", "الله"),
            ("مسؤول", "مسوول"),
            ("شؤون", "شوون"),
            ("قائد", "قايد"),
            ("سَلَامٌ", "سلام"),
            ("الـعـربية", "العربيه"),
            ("کی", "كي"),
            ("علی", "علي"),
            ("ﻻ", "لا"),
            ("ﷲ", "الله"),
            ("ﻣﺼﺮ", "مصر"),
            ("١٢٣", "123"),
            ("۱۲۳", "123"),
            ("１２３", "123"),
            ("שָׁלוֹם", "שלום"),
            ("צה״ל", "צה\"ל"),
            ("Élysée", "elysee"),
            ("Ёлка", "елка"),
            ("ＡＢＣ", "abc"),
            ("Straße", "STRASSE"),
            ("ΣΊΣΥΦΟΣ", "σισυφος"),
            ("İstanbul", "istanbul"),
            ("l’État", "l'etat"),
            ("«a»", "\"a\""),
            ("a\u{a0}b", "a \t\nb"),
            ("می\u{200c}رود", "میرود"),
            ("a\u{202e}b", "ab"),
            ("18–19", "18-19"),
            ("ﬁn", "fin"),
        ] {
            assert_eq!(Folded::of(one).text(), Folded::of(other).text(), "{one} and {other}");
        }
    }

    #[test]
    fn what_is_another_word_stays_another() {
        for (one, other) in [
            ("سعيد", "سعد"),
            ("علم", "عالم"),
            ("й", "и"),
            ("か", "が"),
            ("कि", "क"),
            ("ab", "a b"),
            ("צ", "ץ"),
            ("ث", "ت"),
            ("گ", "ك"),
            ("پ", "ب"),
            ("ء", "ا"),
            ("½", "12"),
        ] {
            assert_ne!(Folded::of(one).text(), Folded::of(other).text(), "{one} and {other}");
        }
    }

    #[test]
    fn what_vanished_belongs_to_the_letter_before() {
        let text = "سَلَامٌ وَ";
        let folded = Folded::of(text);
        assert_eq!(folded.text(), "سلام و");
        assert_eq!(&text[folded.source(0..2)], "سَ");
        assert_eq!(&text[folded.source(0.."سلام".len())], "سَلَامٌ");
        let ligature = "ﷲ";
        let folded = Folded::of(ligature);
        assert_eq!(folded.source(2..4), 0..ligature.len());
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing_and_sources_are_characters(text in "\\PC{0,40}") {
            let folded = Folded::of(&text);
            let again = Folded::of(folded.text());
            prop_assert_eq!(again.text(), folded.text());
            for (at, c) in folded.text().char_indices() {
                let source = folded.source(at..at + c.len_utf8());
                prop_assert!(text.get(source.clone()).is_some_and(|text| !text.is_empty()), "{:?}", source);
            }
        }

        #[test]
        fn sources_run_forward(text in "[a-zأإىيةـًَ‌ \u{202e}é٠-٩ﻻﷲ]{0,40}") {
            let folded = Folded::of(&text);
            let mut last = 0;
            for (at, c) in folded.text().char_indices() {
                let source = folded.source(at..at + c.len_utf8());
                prop_assert!(source.start >= last);
                last = source.start;
            }
        }
    }
}
