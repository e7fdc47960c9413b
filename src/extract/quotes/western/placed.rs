//! Verbs of speech that no table has, known by their place beside what is said: `“…,” Dunn sighed`,
//! `« … », s’étrangle Didier Bessou`, `«…», — радуется главный архитектор`. Such verbs are an open class.

use super::super::lexicon::{Role, Roles, Tongue, roles_of};
use super::super::line::{Item, Line};
use super::super::phrase::is_mark;
use super::phrase::{behind, name_at};
use super::words::{Class, is, is_comma, is_filler, is_person_noun, is_small};

/// How far behind a quotation its verb may stand, in items.
const REACH: usize = 12;

/// The pronoun that French writes onto a verb: `raconte-t-il`, `fait-elle`, `a-t-on`.
pub(super) fn clitic(norm: &str) -> Option<&str> {
    let (verb, pronoun) = norm.rsplit_once('-')?;
    let fits = matches!(pronoun, "il" | "elle" | "on" | "ils" | "elles") && verb.chars().any(char::is_alphabetic);
    fits.then_some(pronoun)
}

/// What the word at `item` plays when it can only be a verb of speech by its place.
pub(in super::super) fn placed(line: &Line<'_>, item: usize) -> Option<Roles> {
    if line.roles(item).has(Role::Verb) || name_at(line, item).is_some() || line.token(item).is_none() {
        return None;
    }
    let quote = (item.saturating_sub(REACH)..item).rev().find(|&at| line.is_quote(at))?;
    let Some(&Item::Quote(pair)) = line.items.get(quote) else { return None };
    let inner = line.text[line.pairs[pair].inner()].trim_end();
    let marks = (quote + 1..(quote + 3).min(line.items.len())).take_while(|&at| is_comma(line, at)).count();
    let first = quote + 1 + marks;
    let asks = inner.ends_with(['?', '!', '…']);
    let open = marks > 0 || inner.ends_with(',') || asks && !line.ends[quote];
    if !open || item < first || (quote..item).any(|at| line.ends[at]) {
        return None;
    }
    match line.tongue {
        Tongue::EN => english(line, first, marks > 0),
        Tongue::FR => french(line, first),
        _ => russian(line, first, item),
    }
    .filter(|&(verb, _)| verb == item)
    .filter(|&(verb, _)| !known_between(line, first, verb))
    .map(|(_, length)| Roles::placed(length))
}

/// Whether the tables know a verb in the rest of the clause: then that is it.
fn known_between(line: &Line<'_>, first: usize, verb: usize) -> bool {
    let end = (verb..line.sentence_ends[verb].min(verb + REACH))
        .find(|&at| is_comma(line, at) || line.is_quote(at))
        .unwrap_or(line.sentence_ends[verb].min(verb + REACH));
    (first..end).any(|at| line.has(at, Role::Verb) && at != verb)
}

/// The token where a subject may begin.
fn subject_at(line: &Line<'_>, item: usize) -> bool {
    name_at(line, item).is_some()
        || is(line, item, Class::Article)
        || line.has(item, Role::Pronoun)
        || is_person_noun(line, item)
        || line.token(item).is_some_and(|token| {
            line.text[line.tokens[token].bytes.clone()].starts_with(char::is_uppercase)
                && line.roles[token].is_unknown()
        })
}

fn english(line: &Line<'_>, first: usize, comma_outside: bool) -> Option<(usize, usize)> {
    let verbal = |item: usize| {
        let norm = line.norm(item);
        is_small(line, item)
            && !line.has(item, Role::Preposition)
            && !is(line, item, Class::Article)
            && !is(line, item, Class::Clause)
            && (norm.len() > 3 && (norm.ends_with("ed") || norm.ends_with('s') && !norm.ends_with("ss"))
                || IRREGULAR.contains(&norm))
    };
    if verbal(first) && subject_at(line, first + 1) {
        return Some((first, 1));
    }
    if comma_outside || !subject_at(line, first) {
        return None;
    }
    let mut item = match name_at(line, first) {
        Some(name) => behind(line, first, name),
        None => first + 1,
    };
    let end = line.sentence_ends[first].min(first + 8);
    while item < end {
        if let Some(name) = name_at(line, item) {
            item = behind(line, item, name);
        } else if verbal(item) && !is_person_noun(line, item) && !is_filler(line, item) {
            return Some((item, 1));
        } else if is_mark(line, item) {
            return None;
        } else {
            item += 1;
        }
    }
    None
}

const IRREGULAR: &[&str] = &[
    "shot", "swore", "sang", "spat", "spoke", "bit", "began", "burst", "threw", "put", "thought", "went", "broke",
    "let",
];

fn french(line: &Line<'_>, first: usize) -> Option<(usize, usize)> {
    let at = first + usize::from(matches!(line.norm(first), "s'" | "se"));
    if clitic(line.norm(at)).is_some() {
        return Some((first, at + 1 - first));
    }
    let word = |item: usize| {
        is_small(line, item)
            && !is_mark(line, item)
            && !line.has(item, Role::Preposition)
            && !line.has(item, Role::Relative)
            && !line.has(item, Role::That)
            && !line.has(item, Role::Conj)
            && !is(line, item, Class::Article)
            && line.norm(item).chars().count() >= 2
    };
    // "a laissé tomber la mairesse"
    if matches!(line.norm(at), "a" | "ont" | "avait" | "avaient" | "est" | "aura" | "aurait") {
        let participle = (at + 1..at + 4)
            .take_while(|&item| !line.is_quote(item))
            .find(|&item| word(item) && !is_filler(line, item))?;
        let infinitive =
            usize::from(line.norm(participle + 1).ends_with("er") && line.roles(participle + 1).is_unknown());
        let end = participle + 1 + infinitive;
        return (subject_at(line, end)
            || line.has(end, Role::Preposition)
            || line.has(end, Role::Time)
            || line.norm(end) == "," && (end + 1..end + 8).any(|item| name_at(line, item).is_some()))
        .then_some((first, end - first));
    }
    // "veut croire Luc Morin"
    let infinitive = ["er", "ir", "re", "oir"].iter().any(|end| line.norm(at + 1).ends_with(end));
    if MODALS.contains(&line.norm(at)) && infinitive && line.roles(at + 1).is_unknown() && subject_at(line, at + 2) {
        return Some((first, at + 2 - first));
    }
    let verb = word(at) && !is_filler(line, at) && !line.roles(at).has(Role::According) && !is_person_noun(line, at);
    let next = at + 1;
    let subject = subject_at(line, next)
        || (line.has(next, Role::Preposition) || is_filler(line, next))
            && (next..next + 8).any(|item| name_at(line, item).is_some());
    (verb && subject).then_some((first, next - first))
}

const MODALS: &[&str] = &[
    "veut",
    "veulent",
    "voulait",
    "tient",
    "préfère",
    "feint",
    "semble",
    "aime",
    "ose",
    "croit",
    "fait",
    "dit",
    "finit",
    "laisse",
];

fn russian(line: &Line<'_>, first: usize, item: usize) -> Option<(usize, usize)> {
    let end = line.sentence_ends[first].min(first + 6);
    let verb = (first..end).take_while(|&at| !is_mark(line, at)).find(|&at| is_russian_verb(line, at))?;
    (verb == item).then_some((verb, 1))
}

/// Whether a word has the ending of a finite verb and is nothing else.
pub(super) fn is_russian_verb(line: &Line<'_>, item: usize) -> bool {
    let norm = line.norm(item);
    let endings =
        ["л", "ла", "ли", "ло", "лся", "лась", "лись", "ет", "ит", "ют", "ят", "ется", "ится", "ются", "ятся"];
    name_at(line, item).is_none()
        && is_small(line, item)
        && line.roles(item).is_unknown()
        && !is_person_noun(line, item)
        && !is_filler(line, item)
        && norm.chars().count() >= 4
        && endings.iter().any(|end| norm.ends_with(end))
}

/// What the word at `item` plays inside the marks, where French and Russian put the reporter's words:
/// `…, rembobine-t-il. …`, `…, — шутит он. — …`
pub(in super::super) fn incised(line: &Line<'_>, item: usize) -> Option<Roles> {
    if line.roles(item).has(Role::Verb) {
        return None;
    }
    let before = item.checked_sub(1)?;
    if line.tongue == Tongue::RU {
        let opens = is_comma(line, before) && line.norm(before) != "," && before > 0 && is_mark(line, before - 1);
        return (opens && is_russian_verb(line, item)).then(|| Roles::placed(1));
    }
    let reflexive = matches!(line.norm(before), "s'" | "se");
    let comma = if reflexive { before.checked_sub(1)? } else { before };
    let opens = matches!(line.norm(comma), "," | "?" | "!");
    let inverted = clitic(line.norm(item)).is_some() && !matches!(line.norm(item), "est-il" | "est-elle" | "y-a-t-il");
    if line.tongue != Tongue::FR || !opens {
        return None;
    }
    if inverted {
        return Some(Roles::placed(1));
    }
    // "…, s’est insurgée l’avocate de la défense, …": an auxiliary, a participle, a person.
    let past = matches!(line.norm(item), "a" | "ont" | "avait" | "est" | "était");
    let verb = item + usize::from(past);
    let subject = verb + 1 + usize::from(is(line, verb + 1, Class::Article) && name_at(line, verb + 1).is_none());
    let person = name_at(line, subject).is_some_and(|name| line.named[name].kind == crate::article::EntityKind::Person)
        || subject > verb + 1 && is_person_noun(line, subject) && is_small(line, subject);
    let plain = is_small(line, verb)
        && line.roles(verb).is_unknown()
        && !is_filler(line, verb)
        && !is(line, verb, Class::Article);
    let participle = ["é", "ée", "és", "i", "ie", "it", "u", "ue"].iter().any(|end| line.norm(verb).ends_with(end));
    let present = ["e", "t", "d", "ent"].iter().any(|end| line.norm(verb).ends_with(end));
    let fits = plain && person && (past && participle || !past && present && !is(line, item, Class::Clause));
    fits.then(|| Roles::placed(verb + 1 - item))
}

/// French `dit-il`, `raconte-t-elle`: a verb of the tables with its pronoun, wherever it stands.
pub(in super::super) fn inverted(line: &Line<'_>, item: usize) -> Option<Roles> {
    is_inverted(line, item).then(|| Roles::placed(1))
}

/// Whether a French word has a pronoun written onto it.
pub(in super::super) fn has_clitic(line: &Line<'_>, item: usize) -> bool {
    line.tongue == Tongue::FR && clitic(line.norm(item)).is_some()
}

/// Whether a French word is a verb of speech with its pronoun written onto it.
fn is_inverted(line: &Line<'_>, item: usize) -> bool {
    if line.tongue != Tongue::FR {
        return false;
    }
    let norm = line.norm(item);
    let Some(pronoun) = clitic(norm) else { return false };
    let verb = norm.trim_end_matches(pronoun).trim_end_matches('-').trim_end_matches("-t");
    roles_of(verb, Tongue::FR).has(Role::Verb)
}

/// Whether a word of the tables is no verb of speech where it stands: a passive, a participle that opens an aside.
pub(in super::super) fn is_weak(line: &Line<'_>, item: usize, roles: Roles) -> bool {
    if line.tongue != Tongue::EN || !roles.has(Role::Verb) {
        return false;
    }
    let norm = line.norm(item);
    let past = norm.ends_with("ed") || matches!(norm, "read" | "told" | "said" | "hailed" | "quoted");
    let passive = ["is", "was", "were", "are", "been", "being", "be"];
    let before =
        (item.saturating_sub(3)..item).rev().find(|&at| !is_filler(line, at) || passive.contains(&line.norm(at)));
    let by_passive = before.is_some_and(|at| passive.contains(&line.norm(at)));
    let opens = item == 0 || line.ends[item - 1] || is_mark(line, item - 1) && !is_comma(line, item - 1);
    let aside = opens && norm.ends_with("ed") && name_at(line, item + 1).is_none();
    past && (by_passive || aside)
}
