//! Verbs that no table has, known by their place: `"…", תיקן אותו המאמן`, `«…»، تضحك نجلاء`.

use super::lexicon::{Role, Tongue};
use super::line::{Item, Line};
use super::phrase::is_mark;

/// Words behind such a verb that say whom it is spoken to.
const OBJECTS: &[&str] = &[
    "אותו",
    "אותה",
    "אותם",
    "לו",
    "לה",
    "לי",
    "לנו",
    "להם",
    "אליו",
    "אליה",
    "له",
    "لها",
    "لي",
    "لنا",
    "لهم",
    "عليه",
    "عليها",
];

/// Whether the word at `item` can only be a verb of speech: right behind a quotation and its comma, with a
/// person behind it or nothing. Languages that put the verb before its subject there.
pub(super) fn is_verb(line: &Line<'_>, item: usize) -> bool {
    if !(line.tongue.is(Tongue::AR) || line.tongue.is(Tongue::HE)) || line.tongue == Tongue::ARABIC_SCRIPT {
        return false;
    }
    let roles = line.roles(item);
    let word = line.token(item).is_some() && !is_mark(line, item) && !line.named_at_item(item);
    // "…", כך הסנגור.
    if line.norm(item) == "כך"
        && word
        && is_comma(line, item.saturating_sub(1))
        && (line.named_at_item(item + 1) || line.has(item + 1, Role::Title))
    {
        return item > 1 && line.is_quote(item - 2);
    }
    if !word || !(roles.is_unknown() || roles.has(Role::Faint)) || line.norm(item).starts_with("ال") {
        return false;
    }
    let Some(quote) = item.checked_sub(2).filter(|_| is_comma(line, item - 1)) else { return false };
    let long = match line.items.get(quote) {
        Some(&Item::Quote(pair)) => {
            !line.names[pair] && line.has_words(&line.pairs[pair].inner(), 2) || quote == 0 || line.ends[quote - 1]
        }
        _ => false,
    };
    long && subject_follows(line, item + 1)
}

/// A person (with a title), or the end of the clause.
fn subject_follows(line: &Line<'_>, item: usize) -> bool {
    let item = item + usize::from(OBJECTS.contains(&line.norm(item)));
    let titled = line.has(item, Role::Title) || line.has(item, Role::Source) || line.has(item, Role::Spokes);
    let ends = item >= line.items.len() || matches!(line.norm(item), "," | "،" | "." | ":") || line.ends[item - 1];
    ends || titled || line.named_at_item(item)
}

fn is_comma(line: &Line<'_>, item: usize) -> bool {
    matches!(line.norm(item), "," | "،" | "-" | "–" | "—")
}
