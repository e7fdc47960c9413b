//! The titles that an article gives to its persons, and the head words of its organisations.

use std::ops::Range;

use super::super::quotes::{Role, Tongue};
use super::super::words::{TokenKind, nz};
use super::{LONGEST, Name, Text, names, same, stem, texts};
use crate::article::{Article, Entity, EntityKind};

/// How many introductions are kept: far more than an article has, and a bound on the work.
const MOST: usize = 400;

/// A title that introduced a person, or the head word of an organisation.
#[derive(Debug, Clone)]
struct Title {
    entity: usize,
    kind: EntityKind,
    /// Stem of the head: `وزير`, `minister`.
    head: String,
    /// Stems of its other words: `خارج`, `صين`.
    words: Vec<String>,
    block: usize,
    at: usize,
}

/// The titles that an article gives to its persons and organisations.
#[derive(Debug, Clone, Default)]
pub(crate) struct Titles {
    titles: Vec<Title>,
}

impl Titles {
    /// Reads the titles before and behind the names of an article.
    pub(crate) fn learn(article: &Article, entities: &[Entity]) -> Self {
        let texts = texts(article);
        let names = names(article, entities, &texts);
        Self::of(&texts, &names, entities)
    }

    pub(super) fn of(texts: &[Text<'_>], names: &[Vec<Name>], entities: &[Entity]) -> Self {
        let mut titles = Self::default();
        for (text, names) in texts.iter().zip(names) {
            for (index, name) in names.iter().enumerate() {
                if titles.titles.len() >= MOST {
                    return titles;
                }
                match name.kind {
                    EntityKind::Person => {
                        titles.before(text, names, index);
                        titles.behind(text, name);
                    }
                    EntityKind::Org => titles.organisation(text, name, &entities[name.entity]),
                    _ => {}
                }
            }
        }
        titles
    }

    fn push(&mut self, text: &Text<'_>, name: &Name, head: usize, rest: Range<usize>) {
        let words = rest
            .filter(|&at| at != head && text.tokens[at].kind == TokenKind::Word)
            .map(|at| stem(&text.tokens[at].norm, text.tongue))
            .collect();
        let head = stem(&text.tokens[head].norm, text.tongue);
        self.titles.push(Title {
            entity: name.entity,
            kind: name.kind,
            head,
            words,
            block: text.block,
            at: name.bytes.start,
        });
    }

    /// `وزير الخارجية الصيني، وانغ يي`
    fn before(&mut self, text: &Text<'_>, names: &[Name], index: usize) {
        let name = &names[index];
        let floor = name.tokens.start.saturating_sub(LONGEST + 1);
        let others = &names[..index];
        let named = |at: usize| {
            let after = others.partition_point(|other| other.tokens.start <= at);
            after
                .checked_sub(1)
                .is_some_and(|other| others[other].tokens.end > at && others[other].kind != EntityKind::Person)
        };
        if let Some(head) = title_before(text, floor..name.tokens.start, named) {
            let adjectives = if text.tongue.is(Tongue::EN) || text.tongue.is(Tongue::RU) {
                head.saturating_sub(2)
            } else {
                head + 1
            };
            let floor = (adjectives..head).rev().find(|&at| {
                text.tokens[at].kind != TokenKind::Word
                    || matches!(text.tokens[at].norm.as_str(), "the" | "met" | "and")
            });
            self.push(text, name, head, floor.map_or(adjectives, |at| at + 1)..name.tokens.start);
            // "הנשיאה, השופטת X": she is both.
            let second = (head + 1..name.tokens.start)
                .find(|&at| text.roles[at].has(Role::Title) && matches!(text.tokens[at - 1].norm.as_str(), "," | "،"));
            if let Some(second) = second {
                self.push(text, name, second, second + 1..name.tokens.start);
            }
        }
    }

    /// `Marcus Lindt, the Chinese minister, …`
    fn behind(&mut self, text: &Text<'_>, name: &Name) {
        let from = name.tokens.end;
        if !text.tokens.get(from).is_some_and(|token| matches!(token.norm.as_str(), "," | "،")) {
            return;
        }
        let end = (from + 1..text.tokens.len().min(from + 2 + LONGEST))
            .find(|&at| text.tokens[at].kind == TokenKind::Mark && text.tokens[at].norm != "\"");
        let end = end.unwrap_or(text.tokens.len().min(from + 2 + LONGEST));
        if let Some(head) = (from + 1..end).find(|&at| {
            let roles = text.roles[at];
            (roles.has(Role::Title) || roles.has(Role::Spokes)) && !roles.has(Role::Verb)
        }) {
            let near = text.tongue.is(Tongue::EN) || head <= from + 2;
            if near {
                self.push(text, name, head, from + 1..end);
            }
        }
    }

    /// The head of an organisation is the first word of its name, and the word before it.
    fn organisation(&mut self, text: &Text<'_>, name: &Name, entity: &Entity) {
        for at in name.tokens.start.saturating_sub(2)..name.tokens.end.min(name.tokens.start + 5) {
            if text.tokens[at].kind == TokenKind::Word {
                self.push(text, name, at, 0..0);
            }
        }
        let ministry = ["الخارجيه", "الداخليه", "الدفاع", "الماليه", "الصحه"];
        if text.tokens.get(name.tokens.start).is_some_and(|token| ministry.contains(&token.norm.as_str()))
            && entity.kind == EntityKind::Org
        {
            let title = Title {
                entity: name.entity,
                kind: name.kind,
                head: stem("الوزاره", text.tongue),
                words: vec![],
                block: text.block,
                at: name.bytes.start,
            };
            self.titles.push(title);
        }
    }

    /// The persons that a plural stands for (`الوزيرين`), as the article has named them before the
    /// place: the last two with that title. Fewer than two when it is no title.
    pub(crate) fn several(&self, word: &str, block: usize, at: usize) -> Vec<usize> {
        let tongue = Tongue::of("", word);
        let norm = nz(word);
        let head = stem(&norm, if tongue.is(Tongue::AR) { Tongue::AR } else { tongue });
        let mut out: Vec<usize> = vec![];
        for title in self.titles.iter().rev().filter(|title| (title.block, title.at) < (block, at)) {
            let fits =
                title.kind == EntityKind::Person && (same(&title.head, &head) || head_is_counterpart(&title.head));
            if fits && !out.contains(&title.entity) && out.len() < 2 {
                out.push(title.entity);
            }
        }
        out.reverse();
        out
    }

    /// The only person of the article with a title.
    pub(crate) fn only(&self, head: &str) -> Option<usize> {
        let mut all = self.titles.iter().filter(|title| title.kind == EntityKind::Person && same(&title.head, head));
        let first = all.next()?.entity;
        all.all(|title| title.entity == first).then_some(first)
    }

    /// Whom a description names: the last one before it whose title agrees, else the first behind it.
    pub(crate) fn find(&self, kind: EntityKind, head: &str, words: &[String], place: (usize, usize)) -> Option<usize> {
        let agrees = |title: &&Title| {
            let head = same(&title.head, head) || head_is_counterpart(&title.head) && !words.is_empty();
            title.kind == kind
                && head
                && words.iter().all(|word| {
                    title.words.is_empty() && kind == EntityKind::Org
                        || title.words.iter().any(|other| same(other, word))
                })
        };
        let before = self.titles.iter().rev().filter(|title| (title.block, title.at) < place).find(agrees);
        let behind = || {
            self.titles
                .iter()
                .filter(|title| kind == EntityKind::Person && !words.is_empty() && (title.block, title.at) >= place)
                .find(agrees)
        };
        before.or_else(behind).map(|title| title.entity)
    }
}

fn head_is_counterpart(head: &str) -> bool {
    matches!(head, "نظير")
}

/// The head of the title that ends where a name begins.
fn title_before(text: &Text<'_>, tokens: Range<usize>, named: impl Fn(usize) -> bool) -> Option<usize> {
    let end = tokens.end;
    let mut head = None;
    for at in tokens.rev() {
        let token = &text.tokens[at];
        let roles = text.roles[at];
        // "رئيس اللجنة، المستشار X": two titles.
        let two = matches!(token.norm.as_str(), "," | "،") && head == Some(at + 1) && !text.tongue.is(Tongue::LATIN);
        if token.kind == TokenKind::Mark
            && !two
            && !(at + 1 == end && matches!(token.norm.as_str(), "," | "،" | "\"" | "("))
        {
            break;
        }
        let inside = named(at) || named(at + 1) && at + 1 < end;
        let stops = !inside
            && roles.has(Role::Preposition)
            && !text.tongue.is(Tongue::UR)
            && !text.tongue.is(Tongue::EN)
            && !text.tongue.is(Tongue::FR)
            || roles.has(Role::That);
        if stops || roles.is_cue() && !roles.has(Role::Title) {
            break;
        }
        if roles.has(Role::Title) || roles.has(Role::Spokes) {
            head = Some(at);
        }
    }
    head
}
