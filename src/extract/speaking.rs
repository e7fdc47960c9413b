//! Persons whom what stands beside them gives away: a verb of speech, an age, what they are. `Jayden Pruitt, 17,`,
//! `le conseiller régional Marc-Antoine Le Floc’h`, `said Aroha Tennent`. The tagger and the lists know only names
//! that they have seen.

use std::collections::HashMap;

use super::Reason;
use super::document::{Document, Language, Text};
use super::gazetteer::Kind;
use super::names::{Name, Taken};
use super::quotes::{Role, Roles, Tongue, roles};
use super::words::TokenKind;
use crate::article::EntityKind;

/// Longest name, in tokens.
const LONGEST: usize = 5;

/// Small words inside names.
const PARTICLES: &[&str] = &[
    "de", "du", "des", "d'", "le", "la", "van", "von", "der", "den", "al", "el", "bin", "ben", "di", "da", "ibn", "mac",
];

/// Finds persons in languages that write names with a capital. What stands beside a full name says more than the
/// tagger that took it for a body or a place, or saw half of it.
pub(crate) fn find(document: &Document, taken: &mut Taken) {
    let starts: HashMap<(usize, usize), usize> =
        taken.names.iter().enumerate().map(|(index, name)| ((name.text, name.start), index)).collect();
    let mut gone = vec![];
    for (index, text) in document.texts.iter().enumerate() {
        let Some(tongue) = tongue(text.language) else { continue };
        let roles = roles(&text.tokens, tongue);
        let mut at = 0;
        while at < text.tokens.len() {
            let Some(end) = full_name(text, &roles, at) else {
                at += 1;
                continue;
            };
            // "Lifeguard Jayden Pruitt": a title that no list has.
            let front = end - at >= 3 && weight(text, at) == 0 && weight(text, at + 1) > 0;
            let start = at + usize::from(front);
            at = end;
            let evidence = evidence(text, &roles, start, end, tongue);
            if evidence == Evidence::None {
                continue;
            }
            if !taken.is_covered(index, start..end) {
                taken.add(Name::new(index, start..end, EntityKind::Person, RULE));
            } else if evidence == Evidence::Strong {
                let inside: Vec<usize> = (start..end).filter_map(|at| starts.get(&(index, at)).copied()).collect();
                gone.extend(replace(taken, &inside, start, end));
            }
        }
    }
    gone.sort_unstable();
    let mut index = 0;
    taken.names.retain(|_| {
        index += 1;
        gone.binary_search(&(index - 1)).is_err()
    });
}

const RULE: &str = "beside a verb, an age or a title";

/// Makes one person of the names that lie inside a run; gives back those that are no more.
fn replace(taken: &mut Taken, inside: &[usize], start: usize, end: usize) -> Vec<usize> {
    let [first, rest @ ..] = inside else { return vec![] };
    let names = &taken.names;
    let fits = inside.iter().all(|&one| {
        let name = &names[one];
        name.end <= end
            && name.known.is_none()
            && (name.kind != EntityKind::Person || name.end - name.start < end - start)
    });
    let whole = names[*first].start == start || !taken.is_covered(names[*first].text, start..names[*first].start);
    if !fits || !whole {
        return vec![];
    }
    taken.widen(*first, start, end);
    let name = &mut taken.names[*first];
    (name.kind, name.cut, name.reason) = (EntityKind::Person, 0, Reason::rule(RULE));
    rest.to_vec()
}

/// What stands around a run says that it is a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Evidence {
    None,
    /// A verb of speech.
    Weak,
    /// A title, an age, what he is.
    Strong,
}

fn tongue(language: Language) -> Option<Tongue> {
    match language {
        Language::English => Some(Tongue::EN),
        Language::French => Some(Tongue::FR),
        Language::Russian => Some(Tongue::RU),
        _ => None,
    }
}

/// A word with a capital that is no title, no body, no day and no small word.
fn is_name(text: &Text, roles: &[Roles], at: usize) -> bool {
    let Some(word) = text.words.get(at) else { return false };
    let others = [
        Kind::Title,
        Kind::Nisba,
        Kind::OrgHead,
        Kind::Month,
        Kind::Weekday,
        Kind::EventHead,
        Kind::PlaceHead,
        Kind::Portfolio,
    ];
    let acronym =
        text.raw(at).chars().filter(|c| c.is_alphabetic()).count() > 1 && !text.raw(at).chars().any(char::is_lowercase);
    text.tokens[at].kind == TokenKind::Word
        && word.is_capital()
        && !acronym
        && !others.into_iter().any(|kind| word.is(kind))
        && roles.get(at).is_some_and(|roles| roles.is_unknown())
        && !NO_NAMES.contains(&text.norm(at))
}

/// Words with a capital that begin a sentence or a body's name.
const NO_NAMES: &[&str] = &[
    "the",
    "a",
    "an",
    "in",
    "on",
    "at",
    "my",
    "our",
    "his",
    "her",
    "its",
    "their",
    "this",
    "that",
    "these",
    "those",
    "council",
    "university",
    "college",
    "school",
    "church",
    "club",
    "city",
    "town",
    "county",
    "state",
    "street",
    "road",
    "park",
    "house",
    "hall",
    "hospital",
    "company",
    "group",
    "bank",
    "union",
    "party",
    "press",
    "times",
    "post",
    "news",
    "national",
    "international",
    "royal",
    "united",
    "north",
    "south",
    "east",
    "west",
    "new",
    "foundation",
    "association",
    "society",
    "institute",
    "museum",
    "trust",
    "fund",
    "agency",
    "authority",
    "department",
    "office",
    "service",
    "services",
    "airlines",
    "bus",
    "rail",
    "energy",
    "les",
    "une",
    "un",
    "cette",
    "ce",
    "ces",
    "son",
    "sa",
    "ses",
    "mon",
    "notre",
    "dans",
    "pour",
    "avec",
    "chez",
    "selon",
    "mais",
    "il",
    "elle",
    "on",
    "ville",
    "mairie",
    "région",
    "conseil",
    "ministère",
    "préfecture",
    "université",
    "fédération",
    "syndicat",
    "société",
    "groupe",
    "banque",
    "crédit",
    "fondation",
    "habitations",
    "collectif",
    "coalition",
    "saint",
    "sainte",
    "hôtel",
    "lycée",
    "collège",
    "école",
    "parti",
    "assemblée",
    "sénat",
    "union",
    "état",
    "république",
    "monsieur",
    "madame",
    "в",
    "на",
    "по",
    "как",
    "это",
    "он",
    "она",
    "но",
    "а",
    "и",
    "не",
    "мы",
    "я",
    "вы",
    "что",
    "университет",
    "область",
    "край",
    "район",
    "город",
    "улица",
    "фонд",
    "компания",
    "банк",
    "российская",
    "российский",
    "российского",
    "российской",
    "государственная",
    "национальный",
    "русское",
    "министерство",
    "комитет",
    "совет",
    "дума",
];

/// The end of a run of two to five words that may be somebody's full name.
fn full_name(text: &Text, roles: &[Roles], at: usize) -> Option<usize> {
    if !is_name(text, roles, at) || at > 0 && is_name(text, roles, at - 1) {
        return None;
    }
    let sentence = text.sentence_of(at);
    let (mut end, mut names) = (at + 1, 1);
    while end < sentence.end && end < at + LONGEST {
        let capital = is_name(text, roles, end) || text.words[end].is_capital() && PARTICLES.contains(&text.norm(end));
        let particle =
            PARTICLES.contains(&text.norm(end)) && is_name(text, roles, end + 1) && text.language != Language::Russian;
        if !(capital || particle) {
            break;
        }
        names += usize::from(is_name(text, roles, end));
        end += 1;
    }
    let closed = text.words.get(end).is_none_or(|word| !word.is_capital() || !word.is_letters());
    (names >= 2 && closed && is_name(text, roles, end - 1)).then_some(end)
}

/// How well a word is known as part of a name.
fn weight(text: &Text, at: usize) -> u8 {
    let known = |norm: &str| {
        (*super::gazetteer::BUILT_IN)
            .is_some_and(|gazetteer| gazetteer.word(norm).any(|entry| matches!(entry.kind, Kind::Given | Kind::Family)))
    };
    let parts = text.norm(at).split('-').filter(|part| known(part)).count();
    (text.words[at].name % 10).max(u8::try_from(parts).unwrap_or(1))
}

/// What stands around the run.
fn evidence(text: &Text, roles: &[Roles], at: usize, end: usize, tongue: Tongue) -> Evidence {
    let has = |at: usize, role: Role| roles.get(at).is_some_and(|roles| roles.has(role));
    let mark =
        |at: usize, marks: &[&str]| text.tokens.get(at).is_some_and(|token| marks.contains(&token.norm.as_str()));
    let place = (at..end).any(|at| text.words[at].spans[0] != 0 || text.words[at].spans[2] != 0);
    let titled = (at.saturating_sub(3)..at)
        .rev()
        .take_while(|&before| {
            text.tokens[before].kind == TokenKind::Word && !has(before, Role::Preposition) && !has(before, Role::Verb)
        })
        .any(|before| has(before, Role::Title) && (before + 1 == at || tongue != Tongue::EN));
    let age = mark(end, &[","])
        && text.tokens.get(end + 1).is_some_and(|token| token.kind == TokenKind::Number && token.norm.len() == 2)
        && (mark(end + 2, &[",", "."])
            || matches!(text.tokens.get(end + 2).map(|token| token.norm.as_str()), Some("ans" | "лет")));
    let article = |at: usize| text.tokens.get(at).is_some_and(|token| ARTICLES.contains(&token.norm.as_str()));
    let word = |at: &usize| text.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Word);
    let title = |mut tokens: std::ops::Range<usize>| tokens.any(|at| has(at, Role::Title));
    let noun =
        end + 1..end + 1 + (end + 1..end + 6).take_while(word).take_while(|&at| !has(at, Role::Preposition)).count();
    let apposed = mark(end, &[","]) && (has(end + 1, Role::Title) || article(end + 1) && title(noun));
    // "The Taoiseach, Eoin Hanratty, …"
    let added = at > 1 && mark(at - 1, &[","]) && mark(end, &[",", "."]) && has(at - 2, Role::Title);
    if titled || age || (apposed || added) && !place {
        return Evidence::Strong;
    }
    let known = (at..end).any(|at| weight(text, at) > 0);
    let verb = |at: usize| has(at, Role::Verb) && !has(at, Role::Preposition);
    let before = at > 0 && (verb(at - 1) || at > 1 && has(at - 1, Role::Time) && verb(at - 2));
    let auxiliary =
        matches!(text.tokens.get(end).map(|token| token.norm.as_str()), Some("a" | "has" | "had" | "avait"));
    let behind = verb(end) || auxiliary && verb(end + 1) || mark(end, &[","]) && titled;
    match known && !place && (before || behind) {
        true if weight(text, at) > 0 => Evidence::Strong,
        true => Evidence::Weak,
        false => Evidence::None,
    }
}

const ARTICLES: &[&str] = &["a", "an", "the", "le", "la", "l'", "un", "une"];

#[cfg(test)]
mod tests {
    use crate::article::{Article, Block, EntityKind};

    /// The persons that are found in a text.
    fn persons(language: &str, text: &str) -> Vec<String> {
        let article = Article {
            language: language.to_owned(),
            blocks: vec![Block { text: text.into(), ..Block::default() }],
            ..Article::default()
        };
        let found = crate::extract::annotate(&article);
        let persons = found.entities.into_iter().filter(|entity| entity.kind == EntityKind::Person);
        persons.map(|entity| entity.name).collect()
    }

    #[test]
    fn names_that_no_list_has_are_found_beside_an_age_a_title_or_what_they_are() {
        for (language, text, name) in [
            ("en", "The bus was late again, and Grizelda Quonkworth, 43, had to walk to work.", "Grizelda Quonkworth"),
            ("en", "The paper was read by palaeontologist Tamsyn Quonkworth in a crowded room.", "Tamsyn Quonkworth"),
            ("fr", "Le projet déplaît à Zénobie Kerquelven, 61 ans, qui habite en face.", "Zénobie Kerquelven"),
            ("fr", "Le conseiller régional Anaclet Kerquelven a voté contre le budget.", "Anaclet Kerquelven"),
        ] {
            assert!(persons(language, text).iter().any(|found| found == name), "{text} {:?}", persons(language, text));
        }
    }

    #[test]
    fn bodies_and_places_are_no_persons() {
        for text in
            ["Harbour Council said no.", "North Park, 12, is a street.", "The Riverside Trust said it would appeal."]
        {
            assert_eq!(persons("en", text), Vec::<String>::new(), "{text}");
        }
    }
}
