//! Offsets of every unit that formats count in, turned into bytes of a UTF-8 text.

use std::cell::OnceCell;

use unicode_segmentation::UnicodeSegmentation;

/// What an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OffsetUnit {
    /// Unicode code points (Python, spaCy, the native format).
    CodePoint,
    /// UTF-16 code units (Java, JavaScript).
    Utf16,
    /// UTF-8 bytes.
    Byte,
    /// Extended grapheme clusters (UAX #29).
    Grapheme,
}

impl OffsetUnit {
    /// The unit's name for messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CodePoint => "code points",
            Self::Utf16 => "UTF-16 code units",
            Self::Byte => "UTF-8 bytes",
            Self::Grapheme => "grapheme clusters",
        }
    }
}

/// Distance of two check points, in code points or clusters.
const STRIDE: usize = 32;

/// One text, ready to turn offsets into bytes and back.
///
/// Its tables are built at the first question that needs them, in one pass over the text; each
/// further question costs at most 32 steps and a binary search. ASCII text needs none.
#[derive(Debug)]
pub struct TextIndex<'t> {
    text: &'t str,
    ascii: bool,
    points: OnceCell<Points>,
    clusters: OnceCell<Clusters>,
}

/// Byte and UTF-16 offset of every [`STRIDE`]th code point.
#[derive(Debug)]
struct Points {
    checks: Vec<Check>,
    total: usize,
}

#[derive(Debug, Clone, Copy)]
struct Check {
    byte: usize,
    utf16: usize,
}

/// First byte of every [`STRIDE`]th grapheme cluster.
#[derive(Debug)]
struct Clusters {
    starts: Vec<usize>,
    total: usize,
}

impl<'t> TextIndex<'t> {
    /// An index of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, ascii: text.is_ascii(), points: OnceCell::new(), clusters: OnceCell::new() }
    }

    /// The text itself.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The byte at which unit number `offset` begins, or the length of the text for the offset one
    /// past the last unit. `None` beyond that, and where the offset cuts a character in two.
    #[must_use]
    pub fn byte_of(&self, unit: OffsetUnit, offset: usize) -> Option<usize> {
        match unit {
            OffsetUnit::Byte => self.text.is_char_boundary(offset).then_some(offset),
            OffsetUnit::Grapheme => self.byte_of_cluster(offset),
            OffsetUnit::CodePoint | OffsetUnit::Utf16 if self.ascii => (offset <= self.text.len()).then_some(offset),
            OffsetUnit::CodePoint => self.byte_of_point(offset),
            OffsetUnit::Utf16 => self.byte_of_utf16(offset),
        }
    }

    /// The number of code points before `byte`; `None` when it is no character boundary of the text.
    #[must_use]
    pub fn code_point_of(&self, byte: usize) -> Option<usize> {
        if !self.text.is_char_boundary(byte) {
            return None;
        }
        if self.ascii {
            return Some(byte);
        }
        let checks = &self.points().checks;
        let at = checks.partition_point(|check| check.byte <= byte).checked_sub(1)?;
        Some(at * STRIDE + self.text[checks[at].byte..byte].chars().count())
    }

    /// The number of code points in the text.
    #[must_use]
    pub fn code_points(&self) -> usize {
        if self.ascii { self.text.len() } else { self.points().total }
    }

    fn byte_of_point(&self, offset: usize) -> Option<usize> {
        let points = self.points();
        if offset >= points.total {
            return (offset == points.total).then_some(self.text.len());
        }
        let from = points.checks[offset / STRIDE].byte;
        self.text[from..].char_indices().nth(offset % STRIDE).map(|(byte, _)| from + byte)
    }

    fn byte_of_utf16(&self, offset: usize) -> Option<usize> {
        let checks = &self.points().checks;
        let at = checks.partition_point(|check| check.utf16 <= offset).checked_sub(1)?;
        let Check { mut byte, mut utf16 } = checks[at];
        for character in self.text[byte..].chars() {
            if utf16 >= offset {
                break;
            }
            byte += character.len_utf8();
            utf16 += character.len_utf16();
        }
        (utf16 == offset).then_some(byte)
    }

    fn byte_of_cluster(&self, offset: usize) -> Option<usize> {
        let clusters = self.clusters();
        if offset >= clusters.total {
            return (offset == clusters.total).then_some(self.text.len());
        }
        // Segmentation from a cluster boundary on finds the same boundaries as from the start.
        let from = clusters.starts[offset / STRIDE];
        self.text[from..].grapheme_indices(true).nth(offset % STRIDE).map(|(byte, _)| from + byte)
    }

    fn points(&self) -> &Points {
        self.points.get_or_init(|| {
            let mut checks = vec![];
            let (mut total, mut utf16) = (0, 0);
            for (byte, character) in self.text.char_indices() {
                if total % STRIDE == 0 {
                    checks.push(Check { byte, utf16 });
                }
                total += 1;
                utf16 += character.len_utf16();
            }
            Points { checks, total }
        })
    }

    fn clusters(&self) -> &Clusters {
        self.clusters.get_or_init(|| {
            let mut starts = vec![];
            let mut total = 0;
            for (byte, _) in self.text.grapheme_indices(true) {
                if total % STRIDE == 0 {
                    starts.push(byte);
                }
                total += 1;
            }
            Clusters { starts, total }
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_unit_of_one_text() {
        // a, beh + fatha (one cluster), an emoji outside the BMP, b
        let index = TextIndex::new("aبَ😀b");
        let bytes = |unit| (0..12).map(|offset| index.byte_of(unit, offset)).collect::<Vec<_>>();
        let some = |list: &[isize]| {
            let mut all: Vec<_> = list.iter().map(|&byte| usize::try_from(byte).ok()).collect();
            all.resize(12, None);
            all
        };
        assert_eq!(bytes(OffsetUnit::CodePoint), some(&[0, 1, 3, 5, 9, 10]));
        assert_eq!(bytes(OffsetUnit::Utf16), some(&[0, 1, 3, 5, -1, 9, 10]));
        assert_eq!(bytes(OffsetUnit::Byte), some(&[0, 1, -1, 3, -1, 5, -1, -1, -1, 9, 10]));
        assert_eq!(bytes(OffsetUnit::Grapheme), some(&[0, 1, 5, 9, 10]));
        assert_eq!(index.code_points(), 5);
    }

    #[test]
    fn an_empty_text_has_one_offset() {
        let index = TextIndex::new("");
        for unit in [OffsetUnit::CodePoint, OffsetUnit::Utf16, OffsetUnit::Byte, OffsetUnit::Grapheme] {
            assert_eq!(index.byte_of(unit, 0), Some(0), "{unit:?}");
            assert_eq!(index.byte_of(unit, 1), None, "{unit:?}");
        }
        assert_eq!(index.code_point_of(0), Some(0));
    }

    proptest! {
        /// Against the plain definition of each unit, at every offset of texts longer than a stride.
        #[test]
        fn agrees_with_counting_from_the_start(text in "[a-cب-صַ\u{64e}😀🇸🇦\u{200d}\r\n]{0,150}") {
            let index = TextIndex::new(&text);
            let starts: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
            for (point, &byte) in starts.iter().enumerate() {
                prop_assert_eq!(index.byte_of(OffsetUnit::CodePoint, point), Some(byte));
                prop_assert_eq!(index.code_point_of(byte), Some(point));
                prop_assert_eq!(index.byte_of(OffsetUnit::Utf16, text[..byte].encode_utf16().count()), Some(byte));
            }
            let clusters: Vec<usize> =
                text.grapheme_indices(true).map(|(byte, _)| byte).chain([text.len()]).collect();
            for (number, &byte) in clusters.iter().enumerate() {
                prop_assert_eq!(index.byte_of(OffsetUnit::Grapheme, number), Some(byte));
            }
            prop_assert_eq!(index.code_points() + 1, starts.len());
            for unit in [OffsetUnit::CodePoint, OffsetUnit::Utf16, OffsetUnit::Byte, OffsetUnit::Grapheme] {
                for offset in [text.len() + 1, usize::MAX] {
                    prop_assert_eq!(index.byte_of(unit, offset), None);
                }
            }
        }
    }
}
