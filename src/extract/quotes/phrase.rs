//! Small questions about the words of a subject.

use std::ops::Range;

use super::super::words::TokenKind;
use super::lexicon::{Role, Roles, Tongue};
use super::line::Line;
use super::subject::Who;

impl Line<'_> {
    pub(super) fn named_at_item(&self, item: usize) -> bool {
        self.token(item).is_some_and(|token| self.named_at[token].is_some())
    }
}

/// Whether an unknown Arabic word may be a name or a noun (no adverb in ا, no particle), a Hebrew one a noun.
pub(super) fn is_noun(tongue: Tongue, norm: &str, roles: Roles) -> bool {
    if tongue.is(Tongue::HE) {
        // With its article; names without one are the business of others.
        return norm.starts_with('ה') && norm.chars().count() > 3 && roles.is_unknown();
    }
    let definite = norm.starts_with("ال") && !roles.has(Role::Time);
    let name = roles.is_unknown()
        && norm.chars().count() >= 3
        && !norm.ends_with(['ا', 'ه'])
        && !norm.ends_with("هم")
        && !norm.ends_with("ها")
        && norm.chars().all(char::is_alphabetic);
    tongue.is(Tongue::AR) && (definite || name)
}

/// Whether an item is a punctuation mark.
pub(super) fn is_mark(line: &Line<'_>, item: usize) -> bool {
    line.token(item).is_some_and(|token| line.tokens[token].kind == TokenKind::Mark)
}

pub(super) fn is_stop(line: &Line<'_>, item: usize) -> bool {
    let roles = line.roles(item);
    let mark = line.token(item).is_none_or(|token| line.tokens[token].kind == TokenKind::Mark);
    mark || roles.has(Role::That) || roles.is_cue() || roles.has(Role::Relative)
}

/// The words with a capital right before the item, or from it on: a name that was not found.
pub(super) fn capitalised(line: &Line<'_>, items: Range<usize>, backwards: bool) -> Who {
    let is_name = |item: &usize| {
        let Some(token) = line.token(*item) else { return false };
        let word = &line.text[line.tokens[token].bytes.clone()];
        line.roles[token].is_unknown()
            && line.tokens[token].norm != "как"
            && word.starts_with(char::is_uppercase)
            && line.tokens[token].kind == TokenKind::Word
    };
    let count = if backwards {
        items.clone().rev().take(4).take_while(is_name).count()
    } else {
        items.clone().take(4).take_while(is_name).count()
    };
    let run = if backwards { items.end - count..items.end } else { items.start..items.start + count };
    line.bytes(run).map_or(Who::Nobody, Who::Unnamed)
}

/// Whether a preposition is written onto the front of a mention: `لرويترز`, `בצה"ל`.
pub(super) fn preposition_attached(line: &Line<'_>, token: usize, start: usize) -> bool {
    line.text
        .get(line.tokens[token].bytes.start..start)
        .is_some_and(|prefix| prefix.contains(['ب', 'ل', 'ك', 'ב', 'ל', 'מ', 'כ']))
}

/// Whether a word begins with a preposition that only its look can tell: `لوكالة`, `بوزارة`, `למשרד`.
pub(super) fn glued_preposition(line: &Line<'_>, token: usize) -> bool {
    let norm = line.tokens[token].norm.as_str();
    let roles = line.roles[token];
    if line.tongue.is(Tongue::AR) {
        let bare = norm.strip_prefix('و').unwrap_or(norm);
        let glued = bare.starts_with("لل")
            || bare.starts_with('ل') && !bare.starts_with("لا")
            || bare.starts_with('ب')
            || bare.starts_with("كال");
        return roles.is_unknown() && glued && bare.chars().count() >= 5;
    }
    line.tongue.is(Tongue::HE)
        && norm.chars().count() >= 4
        && norm.starts_with(['ב', 'ל', 'מ'])
        && !roles.has(Role::Title)
        && !roles.is_cue()
        && !roles.has(Role::Source)
}

/// Whether the word behind a name in Urdu makes it an object.
pub(super) fn postposition(line: &Line<'_>, item: usize) -> bool {
    line.has(item, Role::Preposition) && !says(line, item + 1)
}

/// Whether the words from `item` on are a verb of speech.
pub(super) fn says(line: &Line<'_>, item: usize) -> bool {
    line.has(item, Role::Verb)
}
