//! One block, read: its words outside quotations, its quotations as single items among them.
//!
//! ```text
//! قال  لافروف  إن  "…"  ،  مضيفا  :  "…"
//! T     T      T    Q   T   T     T   Q
//! ```

use std::ops::Range;

use super::super::words::{Token, TokenKind, sentences};
use super::lexicon::{Role, Roles, Tongue, roles};
use super::marks::{Pair, is_mark};
use crate::article::{Article, Entity, EntityKind, MentionKind, Span};

/// A word outside quotations, or a whole quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// Index of a token.
    Token(usize),
    /// Index of an outermost pair of marks.
    Quote(usize),
}

/// A mention of a person, an organisation or a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) bytes: Range<usize>,
    pub(super) entity: usize,
    pub(super) kind: EntityKind,
    pub(super) nominal: bool,
    /// The last token that it touches.
    pub(super) last: usize,
}

/// A block and what is known about its words.
pub(super) struct Line<'a> {
    pub(super) block: usize,
    pub(super) text: &'a str,
    pub(super) tongue: Tongue,
    pub(super) tokens: Vec<Token>,
    pub(super) roles: Vec<Roles>,
    pub(super) pairs: Vec<Pair>,
    /// Whether a pair holds nothing but a name.
    pub(super) names: Vec<bool>,
    pub(super) items: Vec<Item>,
    /// For every item: a sentence ends with it.
    pub(super) ends: Vec<bool>,
    /// For every item: one past the last item of its sentence.
    pub(super) sentence_ends: Vec<usize>,
    /// The first item behind a dateline: `LAGOS (Reuters) — …`.
    pub(super) dateline: usize,
    /// Mentions that do not lie in another, in reading order.
    pub(super) named: Vec<Named>,
    /// For every token, the mention that begins in it.
    pub(super) named_at: Vec<Option<usize>>,
    /// It holds the words inside a pair of marks, or behind the dash that opens a paragraph.
    pub(super) inside: bool,
}

impl<'a> Line<'a> {
    pub(super) fn new(
        block: usize,
        text: &'a str,
        tongue: Tongue,
        tokens: Vec<Token>,
        pairs: Vec<Pair>,
        mut named: Vec<Named>,
    ) -> Self {
        named.sort_by_key(|name| (name.bytes.start, std::cmp::Reverse(name.bytes.end), name.nominal));
        let mut outermost: Vec<Named> = Vec::with_capacity(named.len());
        for name in named {
            if outermost.last().is_none_or(|last| last.bytes.end <= name.bytes.start) {
                outermost.push(name);
            }
        }
        let mut line = Self {
            block,
            text,
            tongue,
            roles: roles(&tokens, tongue),
            named_at: vec![None; tokens.len()],
            tokens,
            names: vec![],
            pairs,
            items: vec![],
            ends: vec![],
            sentence_ends: vec![],
            dateline: 0,
            named: outermost,
            inside: false,
        };
        line.place_names();
        line.names = line.pairs.iter().map(|pair| line.is_name(pair)).collect();
        line.place_items();
        line.place_ends();
        line.dateline = line.dateline();
        line
    }

    /// A dateline is names, times and brackets up to a dash.
    fn dateline(&self) -> usize {
        let mut item = 0;
        while item < self.items.len().min(14) {
            let Some(token) = self.token(item) else { return 0 };
            let norm = self.tokens[token].norm.as_str();
            if item > 0 && matches!(norm, "-" | "–" | "—") {
                return item + 1;
            }
            if let Some(name) = self.named_at[token] {
                while self.token(item).is_some_and(|token| token <= self.named[name].last) {
                    item += 1;
                }
                continue;
            }
            let small = self.tokens[token].kind != TokenKind::Word
                || norm.chars().count() <= 2
                || self.roles[token].has(Role::Time);
            let month = self.tokens[token].kind == TokenKind::Word
                && item > 1
                && self.tokens[token - 1].kind == TokenKind::Number;
            if !(small || month) || norm == ":" {
                return 0;
            }
            item += 1;
        }
        0
    }

    fn place_ends(&mut self) {
        let mut end = self.items.len();
        self.sentence_ends = vec![end; self.items.len()];
        for item in (0..self.items.len()).rev() {
            if self.ends[item] {
                end = item + 1;
            }
            self.sentence_ends[item] = end;
        }
    }

    fn place_names(&mut self) {
        for (index, name) in self.named.iter_mut().enumerate() {
            let first = self.tokens.partition_point(|token| token.bytes.end <= name.bytes.start);
            name.last =
                self.tokens.partition_point(|token| token.bytes.start < name.bytes.end).saturating_sub(1).max(first);
            if let Some(at) = self.named_at.get_mut(first) {
                *at = Some(index);
            }
        }
    }

    /// Whether what stands in the marks is a name and nothing else.
    fn is_name(&self, pair: &Pair) -> bool {
        let (inner, outer) = (pair.inner(), pair.outer());
        let at = self.named.partition_point(|name| name.bytes.end <= inner.start);
        self.named.get(at).is_some_and(|name| {
            let covers = name.bytes.start <= outer.start && name.bytes.end >= outer.end;
            // Blanks, a clitic and a full stop may stand beside the name.
            let fills =
                name.bytes.start <= inner.start + 6 && name.bytes.end + 4 >= inner.end && name.bytes.start < inner.end;
            covers || fills
        })
    }

    fn place_items(&mut self) {
        let starts: Vec<bool> = {
            let mut starts = vec![false; self.tokens.len() + 1];
            for sentence in sentences(self.text, &self.tokens) {
                starts[sentence.start] = true;
            }
            starts[self.tokens.len()] = true;
            starts
        };
        let outer: Vec<usize> = (0..self.pairs.len()).filter(|&pair| self.pairs[pair].parent.is_none()).collect();
        let (mut token, mut next) = (0, 0);
        while token < self.tokens.len() || next < outer.len() {
            let pair = outer.get(next).map(|&pair| (pair, self.pairs[pair].outer()));
            match pair {
                Some((pair, bytes)) if token >= self.tokens.len() || self.tokens[token].bytes.end > bytes.start => {
                    next += 1;
                    self.items.push(Item::Quote(pair));
                    self.ends.push(false);
                    token = self.skip(token, &bytes, self.names[pair]);
                    let over = starts[token.min(self.tokens.len())] && self.breaks_after(&self.pairs[pair], token);
                    if let Some(last) = self.ends.last_mut() {
                        *last = over;
                    }
                }
                _ => {
                    self.items.push(Item::Token(token));
                    self.ends.push(starts[token + 1]);
                    token += 1;
                }
            }
        }
    }

    /// The first token behind a pair. The tokens of a name in marks stay: they may be a subject.
    fn skip(&mut self, mut token: usize, bytes: &Range<usize>, name: bool) -> usize {
        while self.tokens.get(token).is_some_and(|at| at.bytes.start < bytes.end) {
            if name && !self.text[self.tokens[token].bytes.clone()].starts_with(is_mark) {
                self.items.push(Item::Token(token));
                self.ends.push(false);
            }
            token += 1;
        }
        token
    }

    /// Whether a sentence that ended inside the marks is over with them: not before a comma or dash,
    /// nor before a small letter (`“Why?” asked X`).
    fn breaks_after(&self, pair: &Pair, next: usize) -> bool {
        let Some(token) = self.tokens.get(next) else { return true };
        let first = self.text[token.bytes.clone()].chars().next().unwrap_or(' ');
        if token.kind == TokenKind::Mark {
            return is_mark(first);
        }
        let question = self.text[pair.inner()].trim_end().ends_with(['?', '!', '؟']);
        !first.is_lowercase() && (first.is_uppercase() || !question || self.roles[next].and)
    }

    /// The token of an item.
    pub(super) fn token(&self, item: usize) -> Option<usize> {
        match self.items.get(item) {
            Some(&Item::Token(token)) => Some(token),
            _ => None,
        }
    }

    /// The roles of an item; none for a quotation.
    pub(super) fn roles(&self, item: usize) -> Roles {
        self.token(item).map_or_else(Roles::default, |token| self.roles[token])
    }

    /// The normalised word of an item; empty for a quotation.
    pub(super) fn norm(&self, item: usize) -> &str {
        self.token(item).map_or("", |token| &self.tokens[token].norm)
    }

    /// Whether an item can play a part.
    pub(super) fn has(&self, item: usize, role: Role) -> bool {
        self.roles(item).has(role)
    }

    /// Whether an item is a quotation that is no name.
    pub(super) fn is_quote(&self, item: usize) -> bool {
        matches!(self.items.get(item), Some(&Item::Quote(pair)) if !self.names[pair])
    }

    /// Whether an item is a quotation of three words or less: rather a name than speech.
    pub(super) fn is_short(&self, item: usize) -> bool {
        matches!(self.items.get(item), Some(&Item::Quote(pair)) if !self.has_words(&self.pairs[pair].inner(), 4))
    }

    /// How many words stand in a range of bytes.
    pub(super) fn words(&self, bytes: &Range<usize>) -> usize {
        let from = self.tokens.partition_point(|token| token.bytes.end <= bytes.start);
        self.tokens[from..]
            .iter()
            .take_while(|token| token.bytes.start < bytes.end)
            .filter(|token| token.kind != TokenKind::Mark)
            .count()
    }

    /// Whether at least `count` words stand in a range of bytes.
    pub(super) fn has_words(&self, bytes: &Range<usize>, count: usize) -> bool {
        let from = self.tokens.partition_point(|token| token.bytes.end <= bytes.start);
        let inside = self.tokens[from..].iter().take_while(|token| token.bytes.start < bytes.end);
        inside.filter(|token| token.kind != TokenKind::Mark).take(count).count() == count
    }

    /// The mentions that end before a byte.
    pub(super) fn named_before(&self, at: usize) -> &[Named] {
        &self.named[..self.named.partition_point(|name| name.bytes.end <= at)]
    }

    /// Bytes as a span of the article.
    pub(super) fn span(&self, bytes: Range<usize>) -> Span {
        Span { block: self.block, start: bytes.start, end: bytes.end }
    }

    /// Where the sentence of a byte begins, as far as the items show.
    pub(super) fn sentence_start(&self, at: usize) -> usize {
        let ends = |item: &usize| {
            let token = self.token(*item).map(|token| self.tokens[token].bytes.end);
            let pair = || match self.items.get(*item) {
                Some(&Item::Quote(pair)) => self.pairs[pair].outer().end,
                _ => 0,
            };
            token.unwrap_or_else(pair)
        };
        // Items stand in the order of their bytes.
        let (mut low, mut high) = (0, self.items.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if ends(&middle) <= at { low = middle + 1 } else { high = middle }
        }
        let last = (low.saturating_sub(60)..low).rev().find(|&item| self.ends[item]);
        last.map_or(0, |item| ends(&item))
    }

    /// The bytes of a run of items, its first and last being tokens.
    pub(super) fn bytes(&self, items: Range<usize>) -> Option<Range<usize>> {
        let mut tokens = items.filter_map(|item| self.token(item));
        let first = tokens.next()?;
        let last = tokens.next_back().unwrap_or(first);
        Some(self.tokens[first].bytes.start..self.tokens[last].bytes.end)
    }
}

/// The mentions of every block that can speak.
pub(super) fn named(article: &Article, entities: &[Entity]) -> Vec<Vec<Named>> {
    let mut out: Vec<Vec<Named>> = article.blocks.iter().map(|_| vec![]).collect();
    for (index, entity) in entities.iter().enumerate() {
        if !matches!(entity.kind, EntityKind::Person | EntityKind::Org | EntityKind::Place | EntityKind::Group) {
            continue;
        }
        for mention in &entity.mentions {
            let span = &mention.span;
            let Some(block) = article.blocks.get(span.block) else { continue };
            if span.start < span.end && block.text.get(span.bytes()).is_some() {
                let nominal = mention.kind == Some(MentionKind::Nominal);
                out[span.block].push(Named { bytes: span.bytes(), entity: index, kind: entity.kind, nominal, last: 0 });
            }
        }
    }
    out
}
