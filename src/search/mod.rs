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
        let (word, with_li) = match &self.needle {
            Needle::Exact => return text.match_indices(&self.typed).map(|(at, found)| at..at + found.len()).collect(),
            Needle::Folded { word, with_li } => (word, with_li),
        };
        let folded = Folded::of(text);
        let mut found: Vec<Range<usize>> =
            folded.text().match_indices(word.as_str()).map(|(at, word)| at..at + word.len()).collect();
        if let Some(form) = with_li {
            let forms = folded.text().match_indices(form.as_str()).map(|(at, form)| at..at + form.len());
            found.extend(forms.filter(|range| begins_word(&folded.text()[..range.start])));
            found.sort_unstable_by_key(|range| range.start);
        }
        let mut places: Vec<Range<usize>> = Vec::with_capacity(found.len());
        for range in found {
            let place = folded.source(range);
            // Two letters of one ligature are one place.
            if places.last().is_none_or(|last| last.end <= place.start) {
                places.push(place);
            }
        }
        places
    }
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
        Self { query, start: start.min(blocks), searched: 0, blocks, places: Vec::new(), from_start: 0 }
    }

    /// Searches about `bytes` bytes of text more, at least one block; whether all is done.
    pub fn advance(&mut self, article: &Article, bytes: usize) -> bool {
        let mut read = 0;
        while !self.is_done() && read < bytes.max(1) {
            let block = (self.start + self.searched) % self.blocks;
            let text = &article.blocks[block].text;
            read += text.len().max(1);
            let found = self.query.find(text);
            let room = MOST_PLACES - self.places.len().min(MOST_PLACES);
            self.places.extend(found.into_iter().take(room).map(|range| Span {
                block,
                start: range.start,
                end: range.end,
            }));
            self.searched += 1;
            if self.start + self.searched <= self.blocks {
                self.from_start = self.places.len();
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

    /// Blocks that were searched, and all of them.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.searched, self.blocks)
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

    /// The number of a place in reading order, from 0.
    #[must_use]
    pub fn rank(&self, place: usize) -> usize {
        let before = self.places.len() - self.from_start;
        if place < self.from_start { place + before } else { place - self.from_start }
    }

    /// The first place at or behind a byte of a block, else the first of all.
    #[must_use]
    pub fn at_or_behind(&self, block: usize, byte: usize) -> Option<usize> {
        let behind = |place: &usize| (self.places[*place].block, self.places[*place].start) >= (block, byte);
        let all = self.places.len();
        (0..all).map(|rank| self.place(rank)).find(behind).or((all > 0).then(|| self.place(0)))
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
    fn a_million_places_are_cut() {
        let long = "a".repeat(MOST_PLACES + 5);
        let article = article(&[&long, "a"]);
        let mut search = Search::new(Query::new("a", false).unwrap(), &article, 0);
        assert!(search.advance(&article, 1));
        assert!(search.is_cut());
    }
}
