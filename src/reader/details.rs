//! What is known of one line of the sidebar: names, every mention in its context, quotations; who says a quotation, and how.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::article::{Article, EntityKind, Quote, Span, Speaker, script_direction};
use crate::layout::{Direction, Marks, Options, Row, TextLayout, brief, closed, flat};

use super::concordance::in_context;
use super::places::{is_listed, listed_quotes};
use super::{Selection, Target};

/// A row of the details.
#[derive(Debug, Clone)]
pub enum DetailLine {
    /// Nothing.
    Blank,
    /// A row of the name.
    Name(Arc<Row>),
    /// What it is, and how often it is mentioned.
    Kind(EntityKind, usize),
    /// The heading of a part, and how many lines can be chosen in it; 0 where that says nothing.
    Heading(Heading, usize),
    /// A row of text that can be chosen.
    Text {
        /// The row.
        row: Arc<Row>,
        /// Bytes that are the mention, as the row counts them.
        hit: Range<usize>,
        /// Where it leads; none: it has no place in the text.
        goal: Option<Selection>,
    },
    /// A line of the concordance, which can be chosen: see [`centred`](super::centred).
    Mention(Span, Selection),
}

/// The heading of a part of the details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Other names of the entity.
    Aliases,
    /// Its first mention in context.
    First,
    /// All of them.
    Mentions,
    /// What this speaker says.
    Quotes,
    /// Who says the quotation.
    Speakers,
    /// The verb that introduces it.
    Cue,
    /// Who passes it on.
    Via,
    /// Its words.
    Words,
}

/// The details of one line, and which of their rows is chosen.
#[derive(Debug)]
pub struct Details {
    target: Target,
    width: u16,
    /// All rows.
    pub lines: Vec<DetailLine>,
    /// For each row the item that it belongs to, and which row of it it is.
    items: Vec<Option<(usize, usize)>>,
    /// What was chosen: an item and a row of it, which it may not have at this width.
    chosen: (usize, usize),
    /// Index of the first row on screen.
    pub top: usize,
    /// What that was before the size of the screen changed it.
    kept_top: usize,
}

/// Rows of each quotation of a speaker.
const QUOTE_ROWS: usize = 3;
/// Bytes of one part of a quotation that are shown; nobody reads more of it in a sidebar.
const MOST_BYTES: usize = 50_000;

impl Details {
    /// The details of an entity or a quotation in rows of `width` columns; none for other targets.
    #[must_use]
    pub fn of(article: &Article, target: Target, width: u16) -> Option<Self> {
        let mut builder = Builder { article, width: width.max(1), lines: Vec::new(), items: Vec::new(), next: 0 };
        match target {
            Target::Entity(entity) if entity < article.entities.len() => builder.entity(entity),
            Target::Quote(quote) => builder.quote(quote, article.quotes.get(quote)?),
            _ => return None,
        }
        let Builder { lines, items, .. } = builder;
        Some(Self { target, width, lines, items, chosen: (0, 0), top: 0, kept_top: 0 })
    }

    /// What they are the details of.
    #[must_use]
    pub fn target(&self) -> Target {
        self.target
    }

    /// The same at another width, with the same row chosen.
    pub(super) fn at_width(&mut self, article: &Article, width: u16) {
        if width == self.width {
            return;
        }
        if let Some(anew) = Self::of(article, self.target, width) {
            (self.width, self.lines, self.items) = (width, anew.lines, anew.items);
        }
    }

    /// Index of the chosen row; none when there is nothing to choose.
    #[must_use]
    pub fn cursor(&self) -> Option<usize> {
        let place = |at: &Option<(usize, usize)>| at.is_some_and(|at| at <= self.chosen);
        self.items.iter().rposition(place).or_else(|| self.items.iter().position(Option::is_some))
    }

    /// Where the chosen row leads: none when nothing is chosen, inside none when that has no place in the text.
    #[must_use]
    pub fn goal(&self) -> Option<Option<Selection>> {
        match self.lines.get(self.cursor()?)? {
            DetailLine::Text { goal, .. } => Some(*goal),
            DetailLine::Mention(_, goal) => Some(Some(*goal)),
            _ => None,
        }
    }

    /// Moves the choice by rows that can be chosen, stopping at the ends.
    pub(super) fn step(&mut self, rows: isize) {
        let Some(mut cursor) = self.cursor() else { return };
        for _ in 0..rows.unsigned_abs() {
            let next = if rows > 0 {
                self.items.iter().skip(cursor + 1).position(Option::is_some).map(|at| cursor + 1 + at)
            } else {
                self.items[..cursor].iter().rposition(Option::is_some)
            };
            match next {
                Some(next) => cursor = next,
                None => break,
            }
        }
        self.choose(cursor);
    }

    /// Chooses a row; false when it cannot be chosen.
    pub(super) fn choose(&mut self, row: usize) -> bool {
        let item = self.items.get(row).copied().flatten();
        if let Some(item) = item {
            self.chosen = item;
        }
        item.is_some()
    }

    /// Scrolls so that the chosen row, and the headings right above it, can be seen in `height` rows.
    pub(super) fn scroll_into_view(&mut self, height: usize) {
        if height > 0 {
            self.scroll_to_cursor(height);
            self.kept_top = self.top;
        }
    }

    /// The same after the size has changed; the former size brings back the former first row.
    pub(super) fn resize(&mut self, height: usize) {
        if height > 0 {
            self.top = self.kept_top;
            self.scroll_to_cursor(height);
        }
    }

    fn scroll_to_cursor(&mut self, height: usize) {
        let cursor = self.cursor().unwrap_or(0);
        let start = self.items[..cursor].iter().rposition(Option::is_some).map_or(0, |at| at + 1);
        if self.top + height <= cursor {
            self.top = cursor + 1 - height;
        }
        // The headings, unless the row itself then has no room.
        self.top = self.top.min(start.max((cursor + 1).saturating_sub(height)));
        self.top = self.top.min(self.lines.len().saturating_sub(height));
    }
}

/// The names of speakers, as the language of the article joins them.
#[must_use]
pub fn speaker_names(article: &Article, quote: &Quote) -> Option<String> {
    let arabic = ["ar", "fa", "ur"].iter().any(|language| article.language.starts_with(language));
    let comma = if arabic { "، " } else { ", " };
    let names: Vec<_> = quote.speakers.iter().map(|speaker| closed(article.speaker_name(speaker))).collect();
    (!names.is_empty()).then(|| names.join(comma))
}

struct Builder<'a> {
    article: &'a Article,
    width: u16,
    lines: Vec<DetailLine>,
    items: Vec<Option<(usize, usize)>>,
    /// The number of the next item.
    next: usize,
}

impl Builder<'_> {
    fn line(&mut self, line: DetailLine) {
        self.lines.push(line);
        self.items.push(None);
    }

    fn heading(&mut self, heading: Heading, count: usize) {
        if !self.lines.is_empty() {
            self.line(DetailLine::Blank);
        }
        self.line(DetailLine::Heading(heading, count));
    }

    /// An item of several rows.
    fn item(&mut self, lines: impl IntoIterator<Item = DetailLine>) {
        let before = self.lines.len();
        self.lines.extend(lines);
        let rows = self.lines.len() - before;
        self.items.extend((0..rows).map(|row| Some((self.next, row))));
        self.next += 1;
    }

    fn texts(&mut self, rows: Vec<Arc<Row>>, hit: &Range<usize>, goal: Option<Selection>) {
        let text = |row| DetailLine::Text { row, hit: hit.clone(), goal };
        self.item(rows.into_iter().map(text).collect::<Vec<_>>());
    }

    fn direction(&self, text: &str) -> Direction {
        Direction::from_rtl(script_direction(text).unwrap_or_else(|| self.article.is_rtl()))
    }

    /// The first rows of a text, or all of it.
    fn rows(&self, text: &str, most: Option<usize>) -> Vec<Arc<Row>> {
        let options = Options { width: self.width, marks: Marks::Drop };
        let direction = self.direction(text);
        if let Some(most) = most {
            return brief(text, direction, options, most);
        }
        let end = (0..=text.len().min(MOST_BYTES)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let mut layout = TextLayout::new(flat(&text[..end]), direction, options);
        (0..layout.row_count()).map_while(|row| layout.row(row)).collect()
    }

    fn entity(&mut self, index: usize) {
        let article = self.article;
        let entity = &article.entities[index];
        let select = |mention| Selection { target: Target::Entity(index), mention };
        for row in self.rows(&entity.name, Some(QUOTE_ROWS)) {
            self.line(DetailLine::Name(row));
        }
        self.line(DetailLine::Kind(entity.kind, entity.mentions.len()));
        let mut seen = HashSet::from([entity.name.as_str()]);
        let aliases: Vec<&str> = entity.aliases.iter().map(String::as_str).filter(|alias| seen.insert(alias)).collect();
        if !aliases.is_empty() {
            self.heading(Heading::Aliases, aliases.len());
        }
        let mut places = HashMap::new();
        if !aliases.is_empty() {
            for (number, mention) in entity.mentions.iter().enumerate() {
                places.entry(article.text(&mention.span)).or_insert(number);
            }
        }
        for alias in aliases {
            let place = places.get(alias).copied();
            self.texts(self.rows(alias, Some(QUOTE_ROWS)), &(0..0), place.map(select));
        }
        if let Some(first) = entity.mentions.first() {
            self.heading(Heading::First, 0);
            let context = in_context(article, &first.span, self.width);
            self.texts(context.rows, &context.hit, Some(select(0)));
            self.heading(Heading::Mentions, entity.mentions.len());
        }
        for (mention, at) in entity.mentions.iter().enumerate() {
            self.item([DetailLine::Mention(at.span.clone(), select(mention))]);
        }
        let says = |quote: &usize| article.quotes[*quote].speakers.iter().any(|speaker| speaker.entity == Some(index));
        let quotes: Vec<usize> = listed_quotes(article).into_iter().filter(says).collect();
        if !quotes.is_empty() {
            self.heading(Heading::Quotes, quotes.len());
        }
        for (number, quote) in quotes.into_iter().enumerate() {
            if number > 0 {
                self.line(DetailLine::Blank);
            }
            let words = quoted_words(article, &article.quotes[quote]);
            self.texts(self.rows(&words, Some(QUOTE_ROWS)), &(0..0), self.place_of_quote(quote));
        }
    }

    fn quote(&mut self, index: usize, quote: &Quote) {
        let article = self.article;
        let goal = self.place_of_quote(index);
        if !quote.speakers.is_empty() {
            self.heading(Heading::Speakers, 0);
        }
        for speaker in &quote.speakers {
            self.speaker(speaker, goal);
        }
        if let Some(cue) = &quote.cue {
            self.heading(Heading::Cue, 0);
            self.texts(self.rows(article.text(cue), None), &(0..0), goal);
        }
        if let Some(via) = &quote.via {
            self.heading(Heading::Via, 0);
            self.speaker(via, goal);
        }
        self.heading(Heading::Words, 0);
        for (number, span) in quote.spans.iter().enumerate() {
            if number > 0 {
                self.line(DetailLine::Blank);
            }
            self.texts(self.rows(article.text(span), None), &(0..0), goal);
        }
    }

    /// Who says something: leads to where the words name them, else to the quotation.
    fn speaker(&mut self, speaker: &Speaker, quote: Option<Selection>) {
        let mention = speaker.entity.and_then(|entity| {
            let mentions = &self.article.entities.get(entity)?.mentions;
            let named = |span: &Span| mentions.iter().position(|mention| touch(&mention.span, span));
            let mention = speaker.span.as_ref().and_then(named).or((!mentions.is_empty()).then_some(0))?;
            Some(Selection { target: Target::Entity(entity), mention })
        });
        let name = self.article.speaker_name(speaker);
        self.texts(self.rows(name, None), &(0..0), mention.or(quote));
    }

    fn place_of_quote(&self, quote: usize) -> Option<Selection> {
        let found = &self.article.quotes[quote];
        let has_place = is_listed(found.kind) && !found.spans.is_empty();
        has_place.then_some(Selection { target: Target::Quote(quote), mention: 0 })
    }
}

fn touch(one: &Span, other: &Span) -> bool {
    one.block == other.block && one.start < other.end && other.start < one.end
}

/// As much of a quotation as a few rows can show.
#[must_use]
pub fn quoted_words(article: &Article, quote: &Quote) -> String {
    const ENOUGH: usize = 400;
    let mut words = String::new();
    for span in &quote.spans {
        if !words.is_empty() {
            words.push_str(" … ");
        }
        let piece: String = article.text(span).chars().take(ENOUGH).collect();
        words.push_str(&closed(&piece));
        if words.len() > ENOUGH {
            break;
        }
    }
    words
}
