//! Where things stand in the text: the places of an entity, of a quotation, of a heading.

use crate::article::{Article, BlockKind, EntityKind, Mention, QuoteKind, Span};
use crate::search::Search;

/// What a line of the sidebar stands for, and what `n` walks along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// Index into [`Article::entities`]; its places are its mentions.
    Entity(usize),
    /// Index into [`Article::quotes`]; the places are all listed quotations.
    Quote(usize),
    /// Index into [`Article::blocks`]; the places are all headings.
    Heading(usize),
    /// What was looked for; the places are where it was found.
    Match,
    /// A link: index into [`Article::blocks`], and into the marks of that block. It is its only place.
    Link(usize, usize),
}

/// What was jumped to: a target and which of its places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Selection {
    /// What.
    pub target: Target,
    /// Which of the entity's mentions, or of the places found; 0 for a quotation or a heading.
    pub mention: usize,
}

/// Where places are looked up: the article's own, and what was found in it.
#[derive(Debug, Clone, Copy)]
pub struct Places<'a> {
    /// The article.
    pub article: &'a Article,
    /// What is looked for in it.
    pub search: Option<&'a Search>,
    /// Its quotations and headings.
    pub listed: &'a Listed,
}

/// What the sidebar lists, in its order. It is found once for an article: a long one has very many.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// [`listed_quotes`].
    pub quotes: Vec<usize>,
    /// The blocks that are headings.
    pub headings: Vec<usize>,
    /// The blocks that are nothing but somebody's words, in order.
    pub quoted_blocks: Vec<usize>,
}

impl Listed {
    /// What is listed of an article.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let headings = (0..article.blocks.len()).filter(|&block| is_heading(article.blocks[block].kind));
        Self { quotes: listed_quotes(article), headings: headings.collect(), quoted_blocks: article.quoted_blocks() }
    }
}

impl<'a> Places<'a> {
    fn found(self) -> &'a [Span] {
        self.search.map_or(&[], Search::places)
    }
}

/// The groups of the entity list, in the order in which a reader asks: who, what, where, when.
pub const GROUPS: [EntityKind; 12] = [
    EntityKind::Person,
    EntityKind::Org,
    EntityKind::Group,
    EntityKind::Place,
    EntityKind::Event,
    EntityKind::Work,
    EntityKind::Product,
    EntityKind::Law,
    EntityKind::Date,
    EntityKind::Number,
    EntityKind::Money,
    EntityKind::Other,
];

/// Whether a quotation is listed: speech is, a term in quotation marks is not.
#[must_use]
pub fn is_listed(kind: QuoteKind) -> bool {
    matches!(kind, QuoteKind::Direct | QuoteKind::Mixed)
}

/// Whether a block is listed in the outline.
#[must_use]
pub fn is_heading(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Headline | BlockKind::Heading)
}

/// Indices of the listed quotations, in reading order; those without a place come last.
#[must_use]
pub fn listed_quotes(article: &Article) -> Vec<usize> {
    let mut listed: Vec<usize> = (0..article.quotes.len()).filter(|&q| is_listed(article.quotes[q].kind)).collect();
    listed.sort_by_key(|&q| article.quotes[q].spans.first().map_or((1, 0, 0), |span| (0, span.block, span.start)));
    listed
}

impl Selection {
    /// The spans to highlight: one mention, all parts of a quotation, a whole heading.
    #[must_use]
    pub fn spans(&self, places: Places) -> Vec<Span> {
        let article = places.article;
        match self.target {
            Target::Entity(entity) => {
                let mention = article.entities.get(entity).and_then(|entity| entity.mentions.get(self.mention));
                mention.map(|mention| mention.span.clone()).into_iter().collect()
            }
            Target::Quote(quote) => article.quotes.get(quote).map(|quote| quote.spans.clone()).unwrap_or_default(),
            Target::Heading(block) => {
                let end = article.blocks.get(block).map_or(0, |block| block.text.len());
                vec![Span { block, start: 0, end }]
            }
            Target::Link(block, mark) => {
                let mark = article.blocks.get(block).and_then(|block| block.details.marks.get(mark));
                mark.map(|mark| Span { block, start: mark.bytes.start, end: mark.bytes.end }).into_iter().collect()
            }
            Target::Match => places.found().get(self.mention).cloned().into_iter().collect(),
        }
    }

    /// The mentions of the selected entity; none of something else.
    #[must_use]
    pub fn mentions<'a>(&self, places: Places<'a>) -> &'a [Mention] {
        match self.target {
            Target::Entity(entity) => {
                places.article.entities.get(entity).map(|entity| &entity.mentions[..]).unwrap_or_default()
            }
            _ => &[],
        }
    }

    /// The selection `steps` places on, round at the ends, with its number from 1 and their count.
    #[must_use]
    pub fn stepped(&self, places: Places, steps: isize) -> (Self, usize, usize) {
        let (at, count) = self.position(places);
        if count == 0 {
            return (*self, 0, 0);
        }
        // Both fit: a count of places is far below isize::MAX.
        let to = (at as isize + steps).rem_euclid(count as isize) as usize;
        (self.at(places, to), to + 1, count)
    }

    /// Its number from 0 among the places, and their count.
    #[must_use]
    pub fn position(&self, places: Places) -> (usize, usize) {
        let article = places.article;
        match self.target {
            Target::Entity(entity) => {
                (self.mention, article.entities.get(entity).map_or(0, |entity| entity.mentions.len()))
            }
            Target::Quote(quote) => {
                let all = &places.listed.quotes;
                (all.iter().position(|&q| q == quote).unwrap_or(0), all.len())
            }
            Target::Heading(block) => {
                let all = &places.listed.headings;
                (all.partition_point(|&heading| heading < block), all.len())
            }
            Target::Link(..) => (0, 1),
            Target::Match => (places.search.map_or(0, |search| search.rank(self.mention)), places.found().len()),
        }
    }

    fn at(&self, places: Places, to: usize) -> Self {
        let target = match self.target {
            Target::Entity(_) => return Self { mention: to, ..*self },
            Target::Link(..) => return *self,
            Target::Match => return Self { mention: places.search.map_or(0, |search| search.place(to)), ..*self },
            Target::Quote(quote) => Target::Quote(places.listed.quotes.get(to).copied().unwrap_or(quote)),
            Target::Heading(block) => Target::Heading(places.listed.headings.get(to).copied().unwrap_or(block)),
        };
        Self { target, mention: 0 }
    }
}
