//! What is a name in one place of an article is one everywhere: the surname alone of somebody named
//! in full, a name that was seen with a title once.

use std::collections::HashMap;

use super::Reason;
use super::document::{Document, Language};
use super::features::Word;
use super::gazetteer::Kind;
use super::names::{Name, Taken};
use crate::article::EntityKind;

/// What a single word is known to be in this article.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Known {
    kind: EntityKind,
    number: Option<u32>,
    /// It is the last word of a longer name.
    surname: bool,
    /// How often.
    count: u32,
}

/// `(الروسي فلاديمير) بوتين`: of a name with a bracket that closes inside it only what stands outside is
/// a mention: a span never crosses a bracket.
fn outside_brackets(document: &Document, taken: &mut Taken) {
    taken.names.sort_by_key(|name| (name.text, name.start));
    let mut inside = vec![false; taken.names.len()];
    let mut at = 0;
    while at + 1 < taken.names.len() {
        let (a, b) = (&taken.names[at], &taken.names[at + 1]);
        let halves = a.text == b.text
            && a.kind == EntityKind::Person
            && b.kind == EntityKind::Person
            && a.end - a.start == 1
            && b.start == a.end + 1
            && document.texts[a.text].norm(a.end) == ")";
        let open =
            halves && (a.start.saturating_sub(3)..a.start).any(|before| document.texts[a.text].norm(before) == "(");
        // The name behind the bracket stays, whatever follows it.
        inside[at] = open;
        at += 1 + usize::from(open);
    }
    let mut inside = inside.into_iter();
    taken.names.retain(|_| !inside.next().unwrap_or(false));
}

/// Names every other occurrence of the names found so far.
pub(crate) fn spread(document: &Document, taken: &mut Taken) {
    settle(document, taken);
    outside_brackets(document, taken);
    let (phrases, singles) = collect(document, &taken.names);
    for (index, text) in document.texts.iter().enumerate() {
        for at in 0..text.tokens.len() {
            if taken.is_covered(index, at..at + 1) || !text.words[at].is_letters() {
                continue;
            }
            let found = phrase(text, at, &phrases).or_else(|| single(text, at, &singles));
            if let Some((end, cut, known)) = found {
                let mut name = Name::new(index, at..end, known.kind, "named elsewhere in the article");
                (name.cut, name.known) = (cut, known.number);
                taken.add(name);
            }
        }
    }
}

/// A single word that is tagged in two ways: a surname of somebody named in full is a person.
fn settle(document: &Document, taken: &mut Taken) {
    let mut surnames: HashMap<String, usize> = HashMap::new();
    for name in taken.names.iter().filter(|name| {
        name.kind == EntityKind::Person
            && name.end - name.start > 1
            && document.texts[name.text].words[name.start].name != 0
    }) {
        if let Some(last) = name.norms(&document.texts[name.text]).last() {
            *surnames.entry(last.clone()).or_default() += 1;
        }
    }
    let known: std::collections::HashSet<Vec<String>> = taken
        .names
        .iter()
        .filter(|name| name.kind == EntityKind::Person)
        .map(|name| name.norms(&document.texts[name.text]))
        .collect();
    for name in taken
        .names
        .iter_mut()
        .filter(|name| name.kind == EntityKind::Person && name.end - name.start > 1 && name.reason.rule == "tagger")
    {
        // "موكب لافروف", "سأل الأسعد": a word that is no name before somebody who is known without it.
        let text = &document.texts[name.text];
        let rest = &name.norms(text)[1..];
        let alone = known.contains(rest)
            || matches!(rest, [only] if surnames.contains_key(only))
            || text.words[name.end - 1].is(Kind::KnownPerson) && rest.len() == 1;
        if text.words[name.start].name == 0
            && alone
            && (text.words[name.start].shape < 16 || text.words[name.start].is(Kind::Title))
        {
            name.start += 1;
            name.cut = 0;
        }
    }
    for name in taken.names.iter_mut().filter(|name| name.end - name.start == 1 && name.reason.rule == "tagger") {
        let norms = name.norms(&document.texts[name.text]);
        if name.kind != EntityKind::Person && surnames.contains_key(&norms[0]) && name.reason.probability < Some(0.9) {
            name.kind = EntityKind::Person;
            name.reason = Reason::rule("surname of a person of the article");
        }
    }
}

type Phrases = HashMap<String, Vec<(Vec<String>, Known)>>;

fn collect(document: &Document, names: &[Name]) -> (Phrases, HashMap<String, Known>) {
    let mut phrases: Phrases = HashMap::new();
    let mut singles: HashMap<String, Known> = HashMap::new();
    for name in names {
        let text = &document.texts[name.text];
        let norms = name.norms(text);
        let known = Known { kind: name.kind, number: name.known, surname: false, count: 1 };
        match &norms[..] {
            [] => {}
            [one] => {
                let sure = name.reason.probability.is_none_or(|sure| sure > 0.6);
                if sure && one.chars().count() > 3 && !text.words[name.start].is(Kind::Common) {
                    singles.entry(one.clone()).and_modify(|known| known.count += 1).or_insert(known);
                }
            }
            [first, rest @ ..] => {
                let list = phrases.entry(first.clone()).or_default();
                if list.len() < 16 && !list.iter().any(|(words, _)| words == rest) {
                    list.push((rest.to_vec(), known));
                }
                let last = &text.words[name.end - 1];
                let least = if last.name != 0 && text.language == Language::Hebrew { 3 } else { 4 };
                if name.kind == EntityKind::Person && last.norm.chars().count() >= least && !last.is(Kind::Common) {
                    singles.entry(last.norm.clone()).or_insert(Known { surname: true, ..known });
                }
            }
        }
    }
    (phrases, singles)
}

fn phrase(text: &super::document::Text, at: usize, phrases: &Phrases) -> Option<(usize, usize, Known)> {
    for reading in &text.words[at].readings {
        let Some(list) = phrases.get(&reading.norm) else { continue };
        let fit = list
            .iter()
            .filter(|(rest, _)| rest.iter().enumerate().all(|(index, word)| text.norm(at + 1 + index) == word));
        if let Some((rest, known)) = fit.max_by_key(|(rest, _)| rest.len()) {
            return Some((at + 1 + rest.len(), reading.cut, *known));
        }
    }
    None
}

fn single(text: &super::document::Text, at: usize, singles: &HashMap<String, Known>) -> Option<(usize, usize, Known)> {
    let word: &Word = &text.words[at];
    if word.shape >= 16 && !word.is_capital() {
        return None;
    }
    let (reading, known) = word.readings.iter().find_map(|reading| Some((reading, *singles.get(&reading.norm)?)))?;
    let clitic = reading.cut > 0 && reading.norm.chars().count() < 4;
    let adjective = word.is(Kind::Nisba) || word.is(Kind::Common);
    (!clitic && !adjective).then_some((at + 1, reading.cut, known))
}
