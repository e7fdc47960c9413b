//! Filling a row to its width: by kashida between Arabic letters that join, then by wider spaces.
//!
//! A word is stretched at one place, by [`PER_WORD`] columns at most. Which place is best follows the priorities that are
//! usual for Arabic type (as in Microsoft's OpenType documentation): behind a kashida that is there, behind seen and
//! sad, before a final teh marbuta, heh or dal, before a final alef, tah, lam, kaf or gaf, before a medial beh that a
//! final reh or yeh follows, before a final waw, ain, qaf or feh, before another final letter. Of equals the last counts.

use super::row::Source;
use super::shape::{self, Joined, LAM};
use super::unit::{Dropped, Kind, Unit};

/// U+0640 ARABIC TATWEEL.
pub(super) const KASHIDA: char = '\u{640}';

/// Columns by which a word is stretched at most.
const PER_WORD: usize = 2;

/// Letters of the shortest word that is stretched.
const LETTERS: usize = 3;

/// Where a word can be stretched: behind this unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Site {
    after: usize,
    rank: u8,
}

/// A unit as far as joining is concerned.
#[derive(Debug, Clone, Copy)]
struct Letter {
    base: char,
    joined: Joined,
    ligature: bool,
}

impl Source<'_> {
    /// Widens spaces and puts kashidas in, so that the units fill the row. Where that cannot be, they stay.
    pub(super) fn justify(&self, units: &mut Vec<Unit>) {
        let end =
            units.iter().rposition(|unit| unit.dropped.is_none() && unit.kind != Kind::Space).map_or(0, |at| at + 1);
        let used: usize = units[..end].iter().map(|unit| usize::from(unit.width)).sum();
        let slack = usize::from(self.width).saturating_sub(used);
        let first = units.iter().position(|unit| unit.dropped.is_none() && unit.kind != Kind::Space).unwrap_or(end);
        let is_gap = |unit: &Unit| unit.dropped.is_none() && &self.text[unit.bytes.clone()] == " ";
        let gaps: Vec<usize> = (first..end).filter(|&at| is_gap(&units[at])).collect();
        let sites = self.sites(&units[..end]);
        let stretched = slack.min(sites.len() * PER_WORD);
        if end == 0 || gaps.is_empty() && stretched < slack {
            return;
        }
        for unit in &mut units[end..] {
            if unit.dropped.is_none() {
                (unit.width, unit.dropped) = (0, Some(Dropped::HangingSpace));
            }
        }
        for (at, share) in gaps.iter().zip(shares(slack - stretched, gaps.len())) {
            units[*at].width += u16::try_from(share).unwrap_or(0);
        }
        let shares: Vec<usize> = shares(stretched, sites.len()).collect();
        for (site, share) in sites.iter().zip(shares).rev() {
            let letter = &units[site.after];
            let kashida =
                Unit { kind: Kind::Kashida, width: 1, dropped: None, alef: None, bytes: letter.bytes.clone() };
            let behind = site.after + 1;
            units.splice(behind..behind, std::iter::repeat_n(kashida, share));
        }
    }

    /// The best place of every word that has one, in logical order.
    fn sites(&self, units: &[Unit]) -> Vec<Site> {
        let letters: Vec<Option<Letter>> = units.iter().map(|unit| self.letter(unit)).collect();
        let mut sites = Vec::new();
        let mut at = 0;
        while at < letters.len() {
            let length = letters[at..].iter().take_while(|letter| letter.is_some()).count();
            let word: Vec<Letter> = letters[at..at + length].iter().copied().flatten().collect();
            let best = (0..length.saturating_sub(1))
                .filter_map(|index| Some(Site { after: at + index, rank: rank(&word, index)? }))
                .filter(|_| length >= LETTERS)
                .min_by_key(|site| (site.rank, usize::MAX - site.after));
            sites.extend(best);
            at += length.max(1);
        }
        sites
    }

    /// None: not a letter of the Arabic script that runs from right to left.
    fn letter(&self, unit: &Unit) -> Option<Letter> {
        let start = unit.bytes.start;
        if unit.kind != Kind::Text || unit.dropped.is_some() || !self.levels.at(start).is_rtl() {
            return None;
        }
        if unit.alef.is_some() {
            let right = self.context().joined(LAM, start).right;
            return Some(Letter { base: LAM, joined: Joined { left: false, right }, ligature: true });
        }
        let (base, _) = shape::composed_base(&self.text[unit.bytes.clone()])?;
        let known = shape::has_forms(base) || base == KASHIDA;
        known.then(|| Letter { base, joined: self.context().joined(base, start), ligature: false })
    }
}

/// How good the place behind letter `at` of a word is, 1 the best; none where the letters do not join.
fn rank(word: &[Letter], at: usize) -> Option<u8> {
    let (before, behind) = (word[at], word[at + 1]);
    let joins = before.joined.left && behind.joined.right;
    // The two lams of the name of God stand together.
    if !joins || before.base == LAM && behind.base == LAM {
        return None;
    }
    let is_final = !behind.joined.left;
    let next_is_final = |letters: &str| {
        word.get(at + 2).is_some_and(|next| behind.joined.left && !next.joined.left && letters.contains(next.base))
    };
    Some(match behind.base {
        _ if before.base == KASHIDA || behind.base == KASHIDA => 1,
        _ if "سشصض".contains(before.base) => 2,
        _ if behind.ligature => 6,
        base if is_final && "ةهدذہھۃۀەڈ".contains(base) => 3,
        base if is_final && "اأإآٱطظلكکگ".contains(base) => 4,
        base if "بتثنيئپٹیی".contains(base) && next_is_final("رزژڑيىیے") => 5,
        base if is_final && "وؤعغقف".contains(base) => 6,
        _ if is_final => 7,
        _ => 8,
    })
}

/// `all` as even as can be over `count` places.
fn shares(all: usize, count: usize) -> impl Iterator<Item = usize> {
    (0..count).map(move |at| (at + 1) * all / count - at * all / count)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Direction, Justify, Marks, Options, TextLayout};
    use super::*;

    fn justified(text: &str, rtl: bool, width: u16) -> Vec<String> {
        let mut layout = TextLayout::new(text, Direction::from_rtl(rtl), Options { width, marks: Marks::Keep });
        layout.set_justify(Justify::Both);
        (0..layout.row_count()).map(|index| layout.row(index).unwrap().text().to_owned()).collect()
    }

    /// The word with its kashidas, as logical text, when it must grow by `columns`.
    fn stretched(word: &str, columns: u16) -> String {
        // In a row of its own, before another.
        let text = format!("{word} بببببببببببببب");
        let width = |text: &str| {
            let mut layout = TextLayout::new(text, Direction::Rtl, Options { width: 100, marks: Marks::Drop });
            layout.row(0).unwrap().width
        };
        let options = Options { width: width(word) + columns, marks: Marks::Drop };
        let mut layout = TextLayout::new(text.as_str(), Direction::Rtl, options);
        layout.set_justify(Justify::Both);
        let row = layout.row(0).unwrap();
        let mut logical = String::new();
        for &index in row.logical_order() {
            logical.push_str(&text[row.cells[index].bytes.clone()]);
            let same = |cell: &&super::super::Cell| cell.filler && cell.bytes == row.cells[index].bytes;
            logical.extend(row.cells.iter().filter(same).map(|_| KASHIDA));
        }
        logical
    }

    #[test]
    fn a_word_is_stretched_at_its_best_place() {
        for (word, wanted) in [
            // Behind seen and sad first.
            ("مستعدة", "مسـتعدة"),
            ("الصين", "الصـين"),
            ("يمنحه", "يمنحـه"),
            // A dal that is final is one before which there is a place.
            ("محمد", "محمـد"),
            ("كتاب", "كتـاب"),
            ("قليل", "قليـل"),
            ("كبير", "كبـير"),
            ("تعاون", "تعـاون"),
            ("مرفوع", "مرفـوع"),
            ("حليب", "حليـب"),
            // A kashida that is there already.
            ("قـلم", "قــلم"),
            // Never between lam and alef, but before them.
            ("عملا", "عمـلا"),
            // Nothing joins, or too short.
            ("دار", "دار"),
            ("ورود", "ورود"),
            ("من", "من"),
            ("الله", "اللـه"),
            // A ZWNJ parts.
            ("می\u{200c}روم", "مـی\u{200c}روم"),
        ] {
            assert_eq!(stretched(word, 1).trim_end(), wanted, "{word}");
        }
    }

    #[test]
    fn a_word_grows_by_two_columns_at_most() {
        assert_eq!(stretched("محمد", 2), "محمــد");
        assert_eq!(stretched("محمد", 3).trim_end(), "محمد", "a row that cannot be filled stays");
    }

    #[test]
    fn spaces_share_evenly_and_the_last_row_stays() {
        assert_eq!(justified("ab cd ef ghi", false, 11), ["ab  cd   ef", "ghi"]);
        assert_eq!(justified("אב גד הו זחט", true, 11), ["וה   דג  בא", "טחז"]);
        assert_eq!(justified("ab cd\nef", false, 9), ["ab cd", "ef"], "a line that ends by its text");
        assert_eq!(justified("abcd efgh", false, 6), ["abcd ", "efgh"], "no space between");
        assert_eq!(justified("  ab cd efg", false, 9), ["  ab   cd", "efg"], "an indent is none");
    }

    #[test]
    fn spaces_take_what_words_cannot() {
        let rows = justified("دار دار بببب", true, 10);
        assert_eq!(rows[0].chars().filter(|&c| c == ' ').count(), 4, "{rows:?}");
        let rows = justified("محمد دار بببببب", true, 12);
        assert_eq!(rows[0].chars().filter(|&c| c == KASHIDA).count(), 2, "{rows:?}");
        assert_eq!(rows[0].chars().filter(|&c| c == ' ').count(), 3, "{rows:?}");
    }
}
