//! Search in the text of an article: what is typed, folded, against what is written, folded.
//!
//! Pure: an article and a query to places. A long article is searched in portions, so that no key waits.

mod fold;

use std::ops::Range;

use crate::article::{Article, Span};

pub use fold::Folded;

/// Places kept. A letter of a long article has millions; nobody walks along them.
pub const MOST_PLACES: usize = 100_000;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    typed: String,
    needle: Needle,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Needle {
    /// As it was typed.
    Exact,
    /// Folded, and the form that it takes behind the Arabic preposition li-.
    Folded { word: String, with_li: Option<String> },
}

impl Query {
    /// A query for what was typed; none when nothing is left of it.
    #[must_use]
    pub fn new(typed: &str, exact: bool) -> Option<Self> {
        let needle = if exact {
            Needle::Exact
        } else {
            let word = Folded::of(typed).text().to_owned();
            Needle::Folded { with_li: with_li(&word), word }
        };
        let empty = match &needle {
            Needle::Exact => typed.is_empty(),
            Needle::Folded { word, .. } => word.trim().is_empty(),
        };
        (!empty).then(|| Self { typed: typed.to_owned(), needle })
    }

    /// What was typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The places in a text, as byte ranges in reading order that do not overlap.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let (mut places, mut from) = (Vec::new(), 0);
        while from < text.len() {
            let (found, next) = self.find_from(text, from);
            places.extend(found);
            from = next;
        }
        places
    }

    /// The places that begin in the next piece of a text from byte `from` on, and where to go on: at the end of the text there
    /// is nothing more. Of a text of megabytes no more is folded at once than a key may take.
    #[must_use]
    pub fn find_from(&self, text: &str, from: usize) -> (Vec<Range<usize>>, usize) {
        self.find_piece(text, from, PIECE, OVERLAP + 4 * self.typed.len())
    }

    /// As [`find_from`](Self::find_from); a place ends at most `overlap` bytes behind the piece that it begins in.
    fn find_piece(&self, text: &str, from: usize, piece: usize, overlap: usize) -> (Vec<Range<usize>>, usize) {
        let limit = boundary(text, from.saturating_add(piece.max(4)));
        let mut places = self.find_in(text, from..boundary(text, limit.saturating_add(overlap)));
        places.truncate(places.partition_point(|place| place.start < limit));
        let next = places.last().map_or(limit, |last| last.end.max(limit));
        (places, next)
    }

    /// The places that lie in a part of a text. What stands before it may be looked at.
    fn find_in(&self, text: &str, part: Range<usize>) -> Vec<Range<usize>> {
        let (word, with_li) = match &self.needle {
            Needle::Exact => {
                let found = text[part.clone()].match_indices(&self.typed);
                return found.map(|(at, found)| part.start + at..part.start + at + found.len()).collect();
            }
            Needle::Folded { word, with_li } => (word, with_li),
        };
        // Blanks are one with those before them, and a preposition begins a word.
        let lead = text[..part.start].char_indices().rev().take(BEFORE).last().map_or(part.start, |(at, _)| at);
        let folded = Folded::of(&text[lead..part.end]);
        let begin = folded.from_source(part.start - lead);
        let matches = |needle: &str| {
            let found = folded.text()[begin..].match_indices(needle);
            found.map(|(at, found)| begin + at..begin + at + found.len()).collect::<Vec<_>>()
        };
        let mut found = matches(word);
        if let Some(form) = with_li {
            let forms = matches(form).into_iter();
            found.extend(forms.filter(|range| begins_word(&folded.text()[..range.start])));
            found.sort_unstable_by_key(|range| range.start);
        }
        let mut places: Vec<Range<usize>> = Vec::with_capacity(found.len());
        for range in found {
            let source = folded.source(range);
            let place = lead + source.start..lead + source.end;
            // Two letters of one ligature are one place.
            if places.last().is_none_or(|last| last.end <= place.start) {
                places.push(place);
            }
        }
        places
    }
}

/// Bytes that are folded at once: about a millisecond.
const PIECE: usize = 64 << 10;
/// Bytes by which a place may be longer than what was typed: vowel marks, tatweel, blanks.
const OVERLAP: usize = 4 << 10;
/// Characters before a piece that are looked at.
const BEFORE: usize = 8;

/// The last character boundary at or before a byte.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// li- before the article: its alef goes, and of three lams one.
fn with_li(word: &str) -> Option<String> {
    let rest = word.strip_prefix("ال").filter(|rest| rest.chars().count() > 1)?;
    Some(if rest.starts_with('ل') { format!("ل{rest}") } else { format!("لل{rest}") })
}

/// Whether a word begins behind `before`, or its conjunction stands there.
fn begins_word(before: &str) -> bool {
    let mut letters = before.chars().rev();
    match letters.next() {
        Some('و' | 'ف') => !letters.next().is_some_and(char::is_alphanumeric),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}

/// A search that is under way or done. Its places stand in the order in which they were found: from the block where it began
/// to the end, then from the beginning. That is reading order, turned; the number of a place never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    query: Query,
    /// The block where it began.
    start: usize,
    /// Blocks that have been searched.
    searched: usize,
    /// Bytes of the next one that have been.
    inside: usize,
    blocks: usize,
    places: Vec<Span>,
    /// How many of the places stand between the start and the end of the article.
    from_start: usize,
}

impl Search {
    /// Begins a search at a block. Nothing is searched yet.
    #[must_use]
    pub fn new(query: Query, article: &Article, start: usize) -> Self {
        let blocks = article.blocks.len();
        Self { query, start: start.min(blocks), searched: 0, inside: 0, blocks, places: Vec::new(), from_start: 0 }
    }

    /// Searches about `bytes` bytes of text more, at least a piece of a block; whether all is done.
    pub fn advance(&mut self, article: &Article, bytes: usize) -> bool {
        let mut read = 0;
        while !self.is_done() && read < bytes.max(1) {
            let block = (self.start + self.searched) % self.blocks;
            let text = &article.blocks[block].text;
            let in_front = self.start + self.searched < self.blocks;
            let (found, next) = self.query.find_from(text, self.inside);
            read += (next - self.inside).max(1);
            let room = MOST_PLACES - self.places.len().min(MOST_PLACES);
            self.places.extend(found.into_iter().take(room).map(|range| Span {
                block,
                start: range.start,
                end: range.end,
            }));
            if in_front {
                self.from_start = self.places.len();
            }
            self.inside = next;
            if next >= text.len() {
                (self.searched, self.inside) = (self.searched + 1, 0);
            }
        }
        self.is_done()
    }

    /// Whether every block has been searched, or enough was found.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.searched >= self.blocks || self.places.len() >= MOST_PLACES
    }

    /// Whether there may be more places than were kept.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.places.len() >= MOST_PLACES
    }

    /// How much of `article` has been searched, in per cent of its blocks, of a long block in per cent of its bytes.
    #[must_use]
    pub fn per_cent(&self, article: &Article) -> usize {
        let all = self.blocks.max(1);
        let block = article.blocks.get((self.start + self.searched) % all).map_or(1, |block| block.text.len().max(1));
        (self.searched * 100 + (self.inside as u128 * 100 / block as u128) as usize) / all
    }

    /// What is looked for.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// What was found so far.
    #[must_use]
    pub fn places(&self) -> &[Span] {
        &self.places
    }

    /// The places in a block.
    #[must_use]
    pub fn in_block(&self, block: usize) -> &[Span] {
        let (behind, before) = self.places.split_at(self.from_start);
        let part = if block >= self.start { behind } else { before };
        let first = part.partition_point(|span| span.block < block);
        let count = part[first..].partition_point(|span| span.block == block);
        &part[first..first + count]
    }

    /// The places in a block that touch some bytes of it.
    #[must_use]
    pub fn touching(&self, block: usize, bytes: &Range<usize>) -> &[Span] {
        let here = self.in_block(block);
        let first = here.partition_point(|span| span.end <= bytes.start);
        let count = here[first..].partition_point(|span| span.start < bytes.end);
        &here[first..first + count]
    }

    /// In reading order: how many places there are before the first for which `is_before` is false. It must be true of all
    /// before one of which it is true.
    #[must_use]
    pub fn count_before(&self, is_before: impl Fn(&Span) -> bool) -> usize {
        let (behind, before) = self.places.split_at(self.from_start);
        match before.partition_point(&is_before) {
            all if all == before.len() => all + behind.partition_point(&is_before),
            some => some,
        }
    }

    /// The number of a place in reading order, from 0.
    #[must_use]
    pub fn rank(&self, place: usize) -> usize {
        let before = self.places.len() - self.from_start;
        if place < self.from_start { place + before } else { place - self.from_start }
    }

    /// The first place at or behind a byte of a block, else the first of all.
    #[must_use]
    pub fn at_or_behind(&self, block: usize, byte: usize) -> Option<usize> {
        let rank = self.count_before(|span| (span.block, span.start) < (block, byte));
        let rank = if rank < self.places.len() { rank } else { 0 };
        (!self.places.is_empty()).then(|| self.place(rank))
    }

    /// The place with a number in reading order, the inverse of [`rank`](Self::rank).
    #[must_use]
    pub fn place(&self, rank: usize) -> usize {
        let before = self.places.len() - self.from_start;
        if rank < before { rank + self.from_start } else { rank - before }
    }

    /// The first place at or behind a byte of the block where the search began; else the first of all.
    #[must_use]
    pub fn first_from(&self, byte: usize) -> Option<usize> {
        let skipped =
            self.places[..self.from_start].partition_point(|span| span.block == self.start && span.start < byte);
        match (skipped < self.places.len(), self.places.is_empty()) {
            (true, _) => Some(skipped),
            (false, false) if self.is_done() => Some(0),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::article::Block;

    fn found<'a>(query: &str, text: &'a str) -> Vec<&'a str> {
        Query::new(query, false).unwrap().find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_word_is_found_with_what_is_attached_to_it() {
        let text = "الصين وبالصين، وللصين فالصين كالصين للصينيين";
        assert_eq!(found("الصين", text), ["الصين", "الصين", "للصين", "الصين", "الصين", "للصين"]);
        assert_eq!(found("الليل", "لليل والليل"), ["لليل", "الليل"]);
        assert_eq!(found("صين", "وصين"), ["صين"]);
        // This lam belongs to the word.
        assert_eq!(found("الغة", "باللغة"), Vec::<&str>::new());
    }

    #[test]
    fn marks_are_shown_with_their_letters() {
        assert_eq!(found("سلام", "قال سَلَامٌ عليكم"), ["سَلَامٌ"]);
        assert_eq!(found("l'etat", "c’est à l’État."), ["l’État"]);
        assert_eq!(found("لا", "ﻻ ﻼ"), ["ﻻ", "ﻼ"]);
    }

    #[test]
    fn exact_is_exact() {
        let query = Query::new("État", true).unwrap();
        assert_eq!(query.find("État etat").first(), Some(&(0..5)));
        assert_eq!(query.find("État etat").len(), 1);
        assert!(Query::new("", true).is_none());
        assert!(Query::new(" ", false).is_none());
        assert!(Query::new("ً", false).is_none());
    }

    fn article(texts: &[&str]) -> Article {
        let blocks = texts.iter().map(|&text| Block { text: text.into(), ..Block::default() }).collect();
        Article { blocks, ..Article::default() }
    }

    #[test]
    fn a_search_begins_where_the_reader_is_and_goes_round() {
        let article = article(&["one a", "a two a", "none", "a"]);
        let mut search = Search::new(Query::new("a", false).unwrap(), &article, 1);
        assert_eq!(search.first_from(0), None);
        assert!(!search.advance(&article, 1));
        assert_eq!(search.places().len(), 2);
        assert_eq!(search.first_from(1), Some(1));
        while !search.advance(&article, 1) {}
        let blocks: Vec<usize> = search.places().iter().map(|span| span.block).collect();
        assert_eq!(blocks, [1, 1, 3, 0]);
        let ranks: Vec<usize> = (0..4).map(|place| search.rank(place)).collect();
        assert_eq!(ranks, [1, 2, 3, 0]);
        assert!((0..4).all(|place| search.place(search.rank(place)) == place));
        assert_eq!(search.in_block(1).len(), 2);
        assert_eq!(search.in_block(0).len(), 1);
        assert_eq!(search.in_block(2), []);
        assert_eq!(search.first_from(0), Some(0));
        assert_eq!(search.first_from(100), Some(2));
    }

    #[test]
    fn nothing_before_the_end_of_a_search_that_began_behind_everything() {
        let article = article(&["a", "none"]);
        let mut search = Search::new(Query::new("a", false).unwrap(), &article, 1);
        assert!(!search.advance(&article, 1));
        assert_eq!(search.first_from(0), None);
        assert!(search.advance(&article, 1));
        assert_eq!(search.first_from(0), Some(0));
        let mut empty = Search::new(Query::new("a", false).unwrap(), &Article::default(), 7);
        assert!(empty.advance(&Article::default(), 1));
        assert_eq!(empty.first_from(0), None);
    }

    #[test]
    fn a_block_of_megabytes_is_searched_in_pieces() {
        let article = article(&[&"كلمة أخرى ".repeat(200_000)]);
        let mut search = Search::new(Query::new("اخري", false).unwrap(), &article, 0);
        let mut portions = 0;
        while !search.advance(&article, PIECE) {
            portions += 1;
            assert!(search.inside <= (portions + 1) * (PIECE + OVERLAP), "a portion is no more than a piece");
        }
        assert!(portions > 20);
        assert!(search.is_cut() && search.places().is_sorted());
        let middle = search.places()[50_000].clone();
        assert_eq!(search.touching(0, &middle.bytes()), std::slice::from_ref(&middle));
        assert_eq!(search.count_before(|span| span.start < middle.start), 50_000);
        assert_eq!(search.at_or_behind(0, middle.start - 3), Some(50_000));
    }

    #[test]
    fn pieces_find_what_the_whole_has() {
        let text = "قال إلى الصين و  للصين؛ وللصين ﻻ سَلَامٌ عليكم ـــ aaaa  aa l’État ";
        for typed in ["الصين", "ﻻ", "سلام", "aa", "  و  ", "l'etat", "ن و", "الله"] {
            for exact in [false, true] {
                let Some(query) = Query::new(typed, exact) else { continue };
                let whole = query.find_in(text, 0..text.len());
                for piece in 4..60 {
                    let (mut found, mut from) = (Vec::new(), 0);
                    while from < text.len() {
                        let (places, next) = query.find_piece(text, from, piece, 40);
                        assert!(next > from, "it goes on");
                        found.extend(places);
                        from = next;
                    }
                    assert_eq!(found, whole, "{typed} in pieces of {piece}");
                }
            }
        }
    }

    #[test]
    fn a_million_places_are_cut() {
        let long = "a".repeat(MOST_PLACES + 5);
        let article = article(&[&long, "a"]);
        let mut search = Search::new(Query::new("a", false).unwrap(), &article, 0);
        while !search.advance(&article, 1) {}
        assert!(search.is_cut());
    }
}
