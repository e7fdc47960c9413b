//! Somebody whose name is not told, as printed: `a boy at the back`, `трейдер одного из крупных банков`.

use std::ops::Range;

use super::super::lexicon::{Role, Tongue};
use super::super::line::Line;
use super::super::phrase::is_mark;
use super::super::subject::Who;
use super::phrase::{Phrase, behind, is_governed, name_at};
use super::words::{Class, is, is_capital, is_filler, is_person_noun, is_person_token, is_small};
use crate::article::EntityKind;

/// A phrase without a name, as printed: from its article to the end of what belongs to its head.
pub(super) fn unnamed(line: &Line<'_>, from: usize, end: usize) -> Option<Phrase> {
    let from = (from..end).find(|&item| !line.has(item, Role::Conj) && !is_filler_only(line, item))?;
    let article = is(line, from, Class::Article);
    let head = (from + usize::from(article)..end).find(|&item| is_person_noun(line, item));
    // A name that was not found: its words with a capital, the title cut off.
    if let Some(words) = unfound(line, from, end) {
        return line.bytes(words.clone()).map(|bytes| Phrase { who: Who::Unnamed(bytes), items: from..words.end });
    }
    let from = if line.tongue == Tongue::RU { nominative(line, from, end, head)? } else { from };
    let opens = article
        || head.is_some_and(|head| head <= from + 3)
        || line.tongue == Tongue::RU && is_noun(line, from)
        || line.tongue == Tongue::EN && is_plural(line, from);
    if !opens || line.has(from, Role::Preposition) {
        return None;
    }
    let article = is(line, from, Class::Article);
    if from + usize::from(article) >= end && !is_number_word(line, from) {
        return None;
    }
    let lone = is_number_word(line, from) && from + 1 >= end;
    let stop = if lone { from + 1 } else { extent(line, from, head.unwrap_or(from + usize::from(article)), end) };
    let bytes = line.bytes(from..stop)?;
    let letters = line.text[bytes.clone()].chars().filter(|c| c.is_alphabetic()).count();
    let noun = stop > from + usize::from(article);
    (letters >= 3 && (noun || is_number_word(line, from)))
        .then_some(Phrase { who: Who::Unnamed(bytes), items: from..stop })
}

/// Where a Russian subject begins: objects may stand before it (`подытожил день трейдер`, `машет рукой бабушка`).
/// None where no nominative is.
fn nominative(line: &Line<'_>, from: usize, end: usize, head: Option<usize>) -> Option<usize> {
    let Some(head) = head else {
        let first = (from..end).take(3).find(|&item| !is_oblique(line.norm(item)) && is_noun(line, item))?;
        let masculine = line.norm(first).ends_with(|c: char| !"аеёиоуыэюя".contains(c));
        return (first == from || first + 1 == end && masculine).then_some(first);
    };
    if line.norm(from + 1) == "из" {
        return Some(from);
    }
    let own = |item: &usize| {
        is_person_noun(line, *item)
            || is_adjective(line.norm(*item))
            || is(line, *item, Class::Article) && !matches!(line.norm(*item), "его" | "ее" | "их" | "саму" | "самого")
            || line.norm(*item) == "его" && is_kin(line, head)
            || matches!(line.norm(*item), "ее" | "их") && is_kin(line, head)
    };
    Some((from..head).rev().take_while(own).last().unwrap_or(head))
}

fn is_kin(line: &Line<'_>, item: usize) -> bool {
    line.has(item, Role::Of) || super::super::kin::of(line.norm(item), line.tongue).is_some()
}

/// A Russian adjective in the nominative.
fn is_adjective(norm: &str) -> bool {
    const MEN: &[&str] = &["ской", "цкой", "лодой", "жилой", "чужой", "ьшой", "ругой", "радной", "ловой"];
    ["ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие"].iter().chain(MEN).any(|end| norm.ends_with(end))
}

/// A Russian word that is no nominative by its ending, or no noun.
fn is_oblique(norm: &str) -> bool {
    let adverb = norm.ends_with('о') && !norm.ends_with("ство") && norm.chars().count() > 3;
    let endings = [
        "у", "ю", "ом", "ем", "ой", "ей", "ами", "ями", "ах", "ях", "ого", "его", "ому", "ему", "ую", "юю", "ых", "их",
        "ым", "им", "ыми", "ими", "ся", "ив", "ав",
    ];
    adverb
        || endings.iter().any(|end| norm.ends_with(end)) && !norm.ends_with("ий")
        || matches!(norm, "два" | "три" | "четыре" | "пять" | "две" | "слова" | "слово")
}

/// Whose a document is that a phrase is about: `a post on the page of Keep Tod Moving`, `an update from ESB`.
pub(super) fn author(line: &Line<'_>, from: usize, end: usize) -> Option<usize> {
    let head = (from..end).find(|&item| is_small(line, item) && !is(line, item, Class::Article))?;
    let words = DOCUMENTS.iter().find(|(tongue, _)| line.tongue == *tongue).map_or("", |(_, words)| words);
    let document = (head..end.min(head + 3)).any(|item| words.split(' ').any(|word| word == line.norm(item)));
    let of = |at: usize| matches!(line.norm(at), "of" | "by" | "from" | "de" | "du" | "des" | "d'" | "group");
    let from = |item: usize| of(item - 1) || item > 1 && is(line, item - 1, Class::Article) && of(item - 2);
    let mut names =
        (head + 1..end).filter(|&item| line.tongue == Tongue::RU || from(item)).filter_map(|item| name_at(line, item));
    let speaks = |name: &usize| matches!(line.named[*name].kind, EntityKind::Org | EntityKind::Person);
    names.rfind(speaks).filter(|_| document)
}

/// Nouns for what is written by somebody.
const DOCUMENTS: &[(Tongue, &str)] = &[
    (Tongue::EN, "post page statement letter report tweet message email update audit study note website"),
    (Tongue::FR, "message communiqué lettre rapport tweet courriel note étude réponse"),
    (Tongue::RU, "ответ сообщение заявление письмо отчет пресс-релиз релиз пост обращение"),
];

/// "One of them", "certains": an article that may stand alone.
fn is_number_word(line: &Line<'_>, item: usize) -> bool {
    matches!(
        line.norm(item),
        "one"
            | "some"
            | "several"
            | "many"
            | "few"
            | "another"
            | "both"
            | "certains"
            | "plusieurs"
            | "некоторые"
            | "многие"
    )
}

fn is_filler_only(line: &Line<'_>, item: usize) -> bool {
    (is_filler(line, item) || is_mark(line, item)) && !is(line, item, Class::Article)
}

/// A Russian word that may be a noun in the nominative.
fn is_noun(line: &Line<'_>, item: usize) -> bool {
    let norm = line.norm(item);
    line.roles(item).is_unknown() && norm.chars().count() >= 3 && norm.chars().all(|c| c.is_alphabetic() || c == '-')
        || is_person_noun(line, item)
}

fn is_plural(line: &Line<'_>, item: usize) -> bool {
    line.norm(item).len() > 3 && line.norm(item).ends_with('s') && line.roles(item).is_unknown()
}

/// Two or more words with a capital, or one that ends the phrase: a name that was not found.
fn unfound(line: &Line<'_>, from: usize, end: usize) -> Option<Range<usize>> {
    let name = |item: usize| {
        is_capital(line, item)
            && name_at(line, item).is_none()
            && line.roles(item).is_unknown()
            && !is(line, item, Class::Article)
            && !is(line, item, Class::Clause)
    };
    let first = (from..end).find(|&item| name(item) && !is_governed(line, item, from))?;
    let last = (first..end).take_while(|&item| name(item)).last()? + 1;
    let titled = first > from && (from..first).all(|item| is_person_noun(line, item) || is(line, item, Class::Article));
    let small = (from..first).any(|item| is_small(line, item) && !is_person_noun(line, item));
    let sentence = first == 0 || line.ends[first - 1];
    let proper = last - first >= 2 || titled || !sentence;
    (proper && !small && (first == from || titled)).then_some(first..last)
}

/// Where the words that belong to a head end: its complements, and where somebody not named stands or works.
fn extent(line: &Line<'_>, from: usize, head: usize, end: usize) -> usize {
    let plural = line.tongue == Tongue::EN && is_person_noun(line, from) && line.norm(from).ends_with('s');
    let indefinite = INDEFINITE.contains(&line.norm(from)) || line.tongue == Tongue::RU || plural;
    let mut item = head;
    let mut described = false;
    while item < end && item < head + 9 {
        if line.has(item, Role::Preposition) && !(described || joins_head(line, head, item, indefinite)) {
            break;
        }
        if item > head && is_mark(line, item) && matches!(line.norm(item), "«" | "»" | "“" | "”" | "\"") {
            break;
        }
        if item > head && ends_phrase(line, item, indefinite) {
            break;
        }
        described |= item > head && line.tongue == Tongue::FR && is_french_participle(line, item);
        item = match name_at(line, item) {
            Some(name) => behind(line, item, name).max(item + 1),
            None => item + 1,
        };
    }
    item.min(end).max(head + 1)
}

const INDEFINITE: &[&str] =
    &["a", "an", "one", "another", "some", "several", "un", "une", "des", "plusieurs", "certains", "certaines"];

/// Whether the preposition at `item` goes on with what a head is: `of the club`, `at the back`, `в правительстве`.
fn joins_head(line: &Line<'_>, head: usize, item: usize, indefinite: bool) -> bool {
    let norm = line.norm(item);
    let infinitive =
        || ["er", "ir", "re"].iter().any(|end| line.norm(item + 1).ends_with(end)) && is_small(line, item + 1);
    if matches!(norm, "of" | "for" | "de" | "du" | "des" | "d'" | "из") {
        // "Et l’élu d’ajouter"
        return !(matches!(norm, "de" | "d'") && line.roles(item + 1).is_cue() && infinitive());
    }
    let close = item > head && matches!(line.norm(item - 1), "close" | "familiar" | "proche" | "proches");
    if close && matches!(norm, "to" | "with" | "de" | "du" | "des") {
        return true;
    }
    if norm == "entre" && matches!(line.norm(item - 1), "d'") {
        return true;
    }
    let right = item <= head + 1;
    let at = item + 1 + usize::from(is(line, item + 1, Class::Article));
    let office = name_at(line, at).is_some_and(|name| line.named[name].kind != EntityKind::Person)
        || OFFICES.contains(&line.norm(at));
    if right && office {
        return true;
    }
    let place =
        matches!(norm, "in" | "at" | "from" | "on" | "near" | "behind" | "outside" | "with" | "в" | "во" | "от");
    let source = line.tongue != Tongue::RU || line.has(head, Role::Source);
    let occasion = (item + 1..item + 4).any(|at| line.has(at, Role::Occasion) || line.has(at, Role::Time));
    let definite = is(line, item + 1, Class::Article) && line.norm(item + 1) != "his" || line.tongue == Tongue::RU;
    right && place && source && indefinite && definite && !occasion && !line.has(head, Role::Spokes)
}

/// Nouns of offices behind "in".
const OFFICES: &[&str] = &[
    "правительстве",
    "ведомстве",
    "министерстве",
    "руководстве",
    "окружении",
    "компании",
    "администрации",
    "органах",
    "структурах",
    "службах",
    "кругах",
];

/// Whether a word behind a head no longer belongs to it.
fn ends_phrase(line: &Line<'_>, item: usize, indefinite: bool) -> bool {
    let norm = line.norm(item);
    let named = name_at(line, item).is_some();
    let aside = match line.tongue {
        Tongue::EN => norm.ends_with("ed"),
        Tongue::FR => is_french_participle(line, item) && (!indefinite || ASKED.contains(&norm)),
        _ => ["шему", "щему", "шим", "щим"].iter().any(|end| norm.ends_with(end)),
    };
    aside && !named
        || line.has(item, Role::Conj)
        || line.has(item, Role::Time)
        || line.roles(item).has(Role::Participle)
}

fn is_french_participle(line: &Line<'_>, item: usize) -> bool {
    let norm = line.norm(item);
    name_at(line, item).is_none()
        && !is_person_noun(line, item)
        && (["é", "ée", "és", "ées"].iter().any(|end| norm.ends_with(end))
            || matches!(norm, "venu" | "venue" | "venus" | "venues" | "assis" | "assise" | "lu" | "joint" | "jointe"))
}

/// Participles of what the reporter did.
const ASKED: &[&str] = &[
    "interrogé",
    "interrogée",
    "interrogés",
    "contacté",
    "contactée",
    "contactés",
    "joint",
    "jointe",
    "sollicité",
    "sollicitée",
    "questionné",
    "questionnée",
    "cité",
    "citée",
    "rencontré",
    "rencontrée",
    "relancé",
    "relancée",
    "lu",
];

/// Whether one of the words of a description is a noun for a person.
pub(in super::super) fn is_of_person(line: &Line<'_>, bytes: &Range<usize>) -> bool {
    let from = line.tokens.partition_point(|token| token.bytes.end <= bytes.start);
    let until = line.tokens.partition_point(|token| token.bytes.start < bytes.end);
    (from..until).take(6).any(|token| is_person_token(line, token))
}
