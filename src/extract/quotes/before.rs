//! What stands right before an opening mark.

use super::super::words::TokenKind;
use super::lexicon::{Role, Tongue};
use super::line::{Item, Line};

/// What stands right before the opening mark.
pub(super) struct Before {
    pub(super) colon: bool,
    pub(super) comma: bool,
    pub(super) that: bool,
    pub(super) preposition: bool,
    /// A noun that a name in marks follows.
    pub(super) head: bool,
    /// "so-called".
    pub(super) intro: bool,
    pub(super) conj: bool,
    /// A dash or semicolon.
    pub(super) aside: bool,
}

impl Before {
    pub(super) fn new(line: &Line<'_>, at: usize, sentence: usize) -> Self {
        let mut last = at;
        let mut conj = false;
        let mut glued = false;
        if last > sentence && touches(line, last) {
            match line.norm(last - 1) {
                "و" | "ف" | "ו" => (conj, last) = (true, last - 1),
                "ب" | "ل" | "ك" | "وب" | "ول" | "ב" | "ל" => (glued, last) = (true, last - 1),
                "ش" | "ש" | "וש" => return Self { that: true, ..Self::nothing() },
                _ => {}
            }
        }
        let item = |back: usize| last.checked_sub(back).filter(|&item| item >= sentence);
        let has = |back: usize, role: Role| item(back).is_some_and(|item| line.has(item, role));
        let norm = |back: usize| item(back).map_or("", |item| line.norm(item));
        // The token may be the last one of a phrase of several.
        let ends = |role: Role| {
            (1..=4).any(|back| {
                item(back).is_some_and(|item| line.has(item, role) && usize::from(line.roles(item).length) >= back)
            })
        };
        let that = ends(Role::That) && !glued
            || norm(1) == "علي" && (has(2, Role::Verb) || has(2, Role::Participle))
            || conj && norm(1) == "ان";
        // Its last word may stand two words before: "what she called a very".
        let after_intro = |back: usize| {
            let length = item(back).map_or(1, |item| usize::from(line.roles(item).length));
            let rest = 1..(back + 1).saturating_sub(length).max(1);
            has(back, Role::TermIntro)
                && back <= length + 2
                && rest.clone().all(|at| !has(at, Role::Verb) && !is_stop(line, last - at))
        };
        Self {
            colon: norm(1) == ":",
            comma: matches!(norm(1), "," | "،"),
            that: that || comma_after_that(line, last, sentence),
            preposition: glued || has(1, Role::Preposition),
            head: !(glued
                || has(1, Role::TermHead) && matches!(norm(2), "اين" | "ان" | "هذا" | "هذه")
                || line.tongue.is(Tongue::FA) && norm(1) == "را")
                && (ends(Role::TermHead)
                    || has(2, Role::TermHead) && norm(1) != ":" && !is_stop(line, last - 1) && !has(1, Role::Verb))
                || conj && ends(Role::TermHead),
            intro: ends(Role::TermIntro) || !that && (1..=6).any(after_intro),
            conj,
            aside: matches!(norm(1), "-" | "–" | "—" | "؛" | ";"),
        }
    }

    fn nothing() -> Self {
        Self {
            colon: false,
            comma: false,
            that: false,
            preposition: false,
            head: false,
            intro: false,
            conj: false,
            aside: false,
        }
    }
}

/// Whether the item before is written onto the opening mark.
fn touches(line: &Line<'_>, at: usize) -> bool {
    let (Some(token), Some(&Item::Quote(pair))) = (line.token(at - 1), line.items.get(at)) else { return false };
    line.text[line.tokens[token].bytes.end..line.pairs[pair].open.start]
        .chars()
        .all(|c| !c.is_alphanumeric() && !c.is_whitespace())
        && line.tokens[token].bytes.end <= line.pairs[pair].open.start
}

fn is_stop(line: &Line<'_>, item: usize) -> bool {
    line.token(item).is_none_or(|token| line.tokens[token].kind == TokenKind::Mark)
}

/// `إن، "…"`: a comma between.
fn comma_after_that(line: &Line<'_>, at: usize, sentence: usize) -> bool {
    at >= sentence + 2 && matches!(line.norm(at - 1), "," | "،") && line.has(at - 2, Role::That)
}
