//! The words with which an article introduces its persons: `врио министра угольной промышленности Анатолий Горелик`,
//! `Paul Delestrange, frère de la parlementaire`. A later description with the same noun is theirs.

use super::super::lexicon::{Role, Tongue};
use super::super::line::Line;
use crate::article::EntityKind;
use crate::extract::nominal::stem;
use crate::extract::words::TokenKind;

/// How many words before and behind a name are read.
const BEFORE: usize = 9;
const BEHIND: usize = 9;

/// A person with the stems of the words beside a mention.
#[derive(Debug, Clone)]
pub(in super::super) struct Introduction {
    pub(super) entity: usize,
    pub(super) words: Vec<String>,
    /// Block and byte of the mention.
    pub(super) at: (usize, usize),
    /// The mention opens its sentence, or nothing but an aside stands before it.
    pub(super) first: bool,
}

impl Introduction {
    /// Whether the noun and its other words are among those that introduced the person.
    pub(super) fn agrees(&self, noun: &str, others: &[String]) -> bool {
        let has = |word: &str| self.words.iter().any(|own| is_same(own, word));
        has(noun) && others.iter().filter(|word| has(word)).count() * 2 >= others.len()
    }
}

/// Whether two stems are of one word: `sénat` of a senator is none.
fn is_same(a: &str, b: &str) -> bool {
    let (long, short) = (a.chars().count().max(b.chars().count()), a.chars().count().min(b.chars().count()));
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    a == b || short >= 5 && shared + 2 >= long && shared + 1 >= short
}

/// The words by which a line introduces a person.
pub(in super::super) fn introduction(line: &Line<'_>, name: usize) -> Option<Introduction> {
    let named = &line.named[name];
    if named.kind != EntityKind::Person || named.nominal {
        return None;
    }
    let first = line.tokens.partition_point(|token| token.bytes.end <= named.bytes.start);
    let mut words: Vec<String> = vec![];
    let mut start = first;
    for at in (first.saturating_sub(BEFORE)..first).rev() {
        let comma = at + 1 == first && line.tokens[at].norm == ",";
        if ends(line, at) && !comma || other_person(line, at) {
            break;
        }
        start = at;
        words.extend(word(line, at));
    }
    let open =
        line.tokens.get(named.last + 1).is_some_and(|token| matches!(token.norm.as_str(), "," | "—" | "–" | "("));
    if open {
        for at in (named.last + 2..line.tokens.len().min(named.last + 2 + BEHIND)).take_while(|&at| !ends(line, at)) {
            words.extend(word(line, at));
        }
    }
    let opens = start
        .checked_sub(1)
        .is_none_or(|at| matches!(line.tokens[at].norm.as_str(), "," | "." | "»" | "”" | "!" | "?"));
    Some(Introduction { entity: named.entity, words, at: (line.block, named.bytes.start), first: opens })
}

/// Whether a noun phrase ends at a token.
fn ends(line: &Line<'_>, at: usize) -> bool {
    let roles = line.roles[at];
    let mark = line.tokens[at].kind == TokenKind::Mark && !matches!(line.tokens[at].norm.as_str(), "-" | "'" | "’");
    mark || roles.has(Role::That)
        || roles.has(Role::Relative)
        || roles.is_cue() && !roles.has(Role::Title) && !roles.has(Role::Source)
}

fn other_person(line: &Line<'_>, at: usize) -> bool {
    let index = line.named.partition_point(|name| name.last < at);
    line.named.get(index).is_some_and(|name| name.last == at && name.kind == EntityKind::Person && !name.nominal)
}

/// The stem of a word that may tell who somebody is.
fn word(line: &Line<'_>, at: usize) -> Option<String> {
    let token = &line.tokens[at];
    let opens = at == 0 || line.tokens[at - 1].kind == TokenKind::Mark;
    let small =
        line.text[token.bytes.clone()].starts_with(char::is_lowercase) || line.roles[at].has(Role::Title) || opens;
    let filler =
        line.roles[at].has(Role::Preposition) || line.roles[at].has(Role::Pronoun) || line.roles[at].has(Role::Time);
    (token.kind == TokenKind::Word && small && !filler && token.norm.chars().count() >= 3)
        .then(|| noun(&token.norm, line.tongue))
}

/// The form under which words are compared: the ending cut, the ending of women too.
pub(super) fn noun(norm: &str, tongue: Tongue) -> String {
    stem(norm, tongue)
}
