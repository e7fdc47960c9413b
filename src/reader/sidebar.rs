//! The sidebar's lists: which lines there are, which is chosen, which is the first on screen.

use crate::article::{Article, EntityKind};
use crate::search::Query;
use crate::tongue::Text;

use super::places::{GROUPS, Target, is_heading, listed_quotes};

/// A tab of the sidebar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tab {
    /// Who and what.
    #[default]
    Entities,
    /// Who said what.
    Quotes,
    /// Headings.
    Outline,
}

impl Tab {
    /// Every tab, in the order of their keys.
    pub const ALL: [Self; 3] = [Self::Entities, Self::Quotes, Self::Outline];

    /// Its title.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Self::Entities => Text::Entities,
            Self::Quotes => Text::Quotes,
            Self::Outline => Text::Outline,
        }
    }
}

/// A line of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListLine {
    /// The heading of a group of entities, with their number.
    Group(EntityKind, usize),
    /// First line of an item; it can be chosen.
    Item(Target),
    /// A further line of the item above it, from 1.
    More(Target, usize),
    /// Nothing.
    Blank,
}

/// One list: its lines, the chosen line and the first line on screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// All lines.
    pub lines: Vec<ListLine>,
    /// Index of the chosen line, an [`ListLine::Item`] unless there is none.
    pub cursor: usize,
    /// Index of the first line on screen.
    pub top: usize,
    /// What `top` was before the size of the screen changed it.
    kept_top: usize,
}

impl List {
    /// The list of a tab; of entities and quotations those in which `filter` is found.
    #[must_use]
    pub fn of(article: &Article, tab: Tab, filter: Option<&Query>) -> Self {
        let lines = match tab {
            Tab::Entities => entity_lines(article, filter),
            Tab::Quotes => quote_lines(article, filter),
            Tab::Outline => outline_lines(article),
        };
        let cursor = lines.iter().position(|line| matches!(line, ListLine::Item(_))).unwrap_or(0);
        Self { lines, cursor, top: 0, kept_top: 0 }
    }

    /// What the chosen line stands for.
    #[must_use]
    pub fn chosen(&self) -> Option<Target> {
        match self.lines.get(self.cursor) {
            Some(ListLine::Item(target)) => Some(*target),
            _ => None,
        }
    }

    /// Moves the choice by `items`, stopping at the ends.
    pub fn step(&mut self, items: isize) {
        for _ in 0..items.unsigned_abs() {
            let is_item = |line: &ListLine| matches!(line, ListLine::Item(_));
            let next = if items > 0 {
                self.lines.iter().skip(self.cursor + 1).position(is_item).map(|at| self.cursor + 1 + at)
            } else {
                self.lines[..self.cursor.min(self.lines.len())].iter().rposition(is_item)
            };
            match next {
                Some(next) => self.cursor = next,
                None => break,
            }
        }
    }

    /// Moves the choice by about `rows` lines, at least one item.
    pub fn step_rows(&mut self, rows: isize) {
        let goal = self.cursor.saturating_add_signed(rows);
        loop {
            let before = self.cursor;
            self.step(rows.signum());
            let there = if rows > 0 { self.cursor >= goal } else { self.cursor <= goal };
            if there || self.cursor == before {
                break;
            }
        }
    }

    /// Chooses the line of `target`, if it is listed.
    pub fn choose(&mut self, target: Target) {
        if let Some(at) = self.lines.iter().position(|line| *line == ListLine::Item(target)) {
            self.cursor = at;
        }
    }

    /// Scrolls so that the chosen item, and the heading of its group if it is the first, can be seen
    /// in `height` rows. A list of no height, which is hidden, stays as it is.
    pub fn scroll_into_view(&mut self, height: usize) {
        if height > 0 {
            self.scroll_to_cursor(height);
            self.kept_top = self.top;
        }
    }

    /// The same after the height has changed; the former height brings back the former first line.
    pub fn resize(&mut self, height: usize) {
        if height > 0 {
            self.top = self.kept_top;
            self.scroll_to_cursor(height);
        }
    }

    fn scroll_to_cursor(&mut self, height: usize) {
        let end = self.cursor
            + 1
            + self.lines.iter().skip(self.cursor + 1).take_while(|line| matches!(line, ListLine::More(..))).count();
        let start = self.lines[..self.cursor.min(self.lines.len())]
            .iter()
            .rposition(|line| !matches!(line, ListLine::Group(..) | ListLine::Blank))
            .map_or(0, |at| at + 1);
        if self.top + height < end {
            self.top = end.saturating_sub(height);
        }
        self.top = self.top.min(start);
        if end - self.top > height {
            self.top = self.cursor;
        }
        self.top = self.top.min(self.lines.len().saturating_sub(height));
    }
}

fn entity_lines(article: &Article, filter: Option<&Query>) -> Vec<ListLine> {
    let listed = |entity: usize| filter.is_none_or(|query| is_entity_found(article, entity, query));
    let mut lines = Vec::new();
    for kind in GROUPS {
        let mut members: Vec<usize> = (0..article.entities.len())
            .filter(|&entity| article.entities[entity].kind == kind && listed(entity))
            .collect();
        if members.is_empty() {
            continue;
        }
        members.sort_by_key(|&entity| std::cmp::Reverse(article.entities[entity].mentions.len()));
        if !lines.is_empty() {
            lines.push(ListLine::Blank);
        }
        lines.push(ListLine::Group(kind, members.len()));
        lines.extend(members.into_iter().map(|entity| ListLine::Item(Target::Entity(entity))));
    }
    lines
}

/// By its name, another name, or its words in the text.
fn is_entity_found(article: &Article, entity: usize, query: &Query) -> bool {
    let entity = &article.entities[entity];
    let mut names = std::iter::once(&entity.name).chain(&entity.aliases);
    names.any(|name| !query.find(name).is_empty())
        || entity.mentions.iter().any(|mention| !query.find(article.text(&mention.span)).is_empty())
}

/// By a speaker or its words.
fn is_quote_found(article: &Article, quote: usize, query: &Query) -> bool {
    let quote = &article.quotes[quote];
    quote.speakers.iter().any(|speaker| !query.find(article.speaker_name(speaker)).is_empty())
        || quote.spans.iter().any(|span| !query.find(article.text(span)).is_empty())
}

fn quote_lines(article: &Article, filter: Option<&Query>) -> Vec<ListLine> {
    let mut lines = Vec::new();
    let listed = listed_quotes(article).into_iter();
    for quote in listed.filter(|&quote| filter.is_none_or(|query| is_quote_found(article, quote, query))) {
        let target = Target::Quote(quote);
        if !lines.is_empty() {
            lines.push(ListLine::Blank);
        }
        lines.extend([ListLine::Item(target), ListLine::More(target, 1), ListLine::More(target, 2)]);
    }
    lines
}

fn outline_lines(article: &Article) -> Vec<ListLine> {
    let mut lines = Vec::new();
    for block in (0..article.blocks.len()).filter(|&block| is_heading(article.blocks[block].kind)) {
        let target = Target::Heading(block);
        if !lines.is_empty() {
            lines.push(ListLine::Blank);
        }
        lines.extend([ListLine::Item(target), ListLine::More(target, 1)]);
    }
    lines
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn seed() -> Article {
        crate::formats::open_bundled().unwrap().article
    }

    #[test]
    fn entities_are_grouped_and_counted_most_named_first() {
        let article = seed();
        let list = List::of(&article, Tab::Entities, None);
        let groups: Vec<(EntityKind, usize)> = list
            .lines
            .iter()
            .filter_map(|line| if let ListLine::Group(kind, count) = line { Some((*kind, *count)) } else { None })
            .collect();
        let expected = [
            (EntityKind::Person, 5),
            (EntityKind::Org, 8),
            (EntityKind::Place, 10),
            (EntityKind::Event, 6),
            (EntityKind::Date, 3),
        ];
        assert_eq!(groups, expected);
        assert_eq!(list.chosen(), Some(Target::Entity(0)));
    }

    #[test]
    fn terms_are_no_quotes() {
        let list = List::of(&seed(), Tab::Quotes, None);
        assert_eq!(list.lines.iter().filter(|line| matches!(line, ListLine::Item(_))).count(), 12);
    }

    #[test]
    fn steps_skip_headings_and_stop_at_the_ends() {
        let mut list = List::of(&seed(), Tab::Entities, None);
        list.step(5);
        assert_eq!(list.lines[list.cursor - 1], ListLine::Group(EntityKind::Org, 8));
        list.step(-100);
        assert_eq!(list.cursor, 1);
        list.step(1000);
        assert_eq!(list.cursor, list.lines.len() - 1);
        list.step_rows(-10);
        assert!(list.cursor >= list.lines.len() - 12);
    }

    #[test]
    fn the_choice_is_always_in_view() {
        for height in 1..12 {
            let mut list = List::of(&seed(), Tab::Quotes, None);
            for _ in 0..14 {
                list.scroll_into_view(height);
                assert!(list.top <= list.cursor && list.cursor < list.top + height, "height {height}");
                list.step(1);
            }
        }
    }

    #[test]
    fn an_article_without_entities_has_an_empty_list() {
        let mut list = List::of(&Article::default(), Tab::Entities, None);
        list.step(1);
        list.step_rows(-5);
        list.scroll_into_view(3);
        assert_eq!(list.chosen(), None);
    }

    #[test]
    fn a_filter_leaves_what_has_it_in_its_names_or_words() {
        let article = seed();
        let query = |typed| Query::new(typed, false);
        let items = |tab, typed| -> Vec<Target> {
            let lines = List::of(&article, tab, query(typed).as_ref()).lines;
            lines
                .iter()
                .filter_map(|line| if let ListLine::Item(target) = line { Some(*target) } else { None })
                .collect()
        };
        let named = |target: &Target| match target {
            Target::Entity(entity) => article.entities[*entity].name.clone(),
            _ => String::new(),
        };
        assert!(items(Tab::Entities, "لافروف").iter().any(|target| named(target).contains("لافروف")));
        assert!(items(Tab::Entities, "لافروف").len() < 5);
        assert!(!items(Tab::Quotes, "لافروف").is_empty());
        assert!(items(Tab::Quotes, "لافروف").len() < 12);
        assert_eq!(items(Tab::Entities, "zzz"), []);
    }
}
