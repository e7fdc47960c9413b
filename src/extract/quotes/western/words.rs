//! Small words of English, French and Russian by what they do in a clause.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::lexicon::{Role, Tongue};
use super::super::line::Line;
use super::super::phrase::is_mark;

/// What a small word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Opens a noun phrase: the, a, his.
    Article,
    /// Stands between a subject and its verb: has, also, не.
    Filler,
    /// Opens a clause of its own: when, although, чтобы.
    Clause,
    /// No part of a subject: a verb without speech, a particle.
    Other,
}

const TABLE: &[(Tongue, Class, &str)] = &[
    (
        Tongue::EN,
        Class::Article,
        "the a an his her their its our my your one this that these those another some several many most two three four five no each every both such few",
    ),
    (
        Tongue::EN,
        Class::Filler,
        "has had have having is was were are be been being could can would will may might must did does do not never also later then once \
        however repeatedly recently previously publicly privately already still even only just now again once often always too himself herself itself themselves instead quickly flatly bluntly simply \
        heard quoted seen recorded reported has_also be tersely",
    ),
    (
        Tongue::EN,
        Class::Clause,
        "when if because although though as while whether unless since once whereas before after until how why what so but and or nor yet",
    ),
    (Tongue::EN, Class::Other, "there here am i'm it's isn't don't him them me us you"),
    (
        Tongue::FR,
        Class::Article,
        "le la l' les un une des ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos plusieurs certains certaines aucun aucune deux trois quatre cinq quelques chaque autre",
    ),
    (
        Tongue::FR,
        Class::Filler,
        "a ont avait avaient aura aurait auraient avoir ayant est était sont fut été s' se n' ne pas plus lui leur y en nous vous m' me t' te également aussi encore ensuite toujours déjà même notamment \
        ainsi pourtant cependant alors enfin simplement longuement aussitôt immédiatement récemment publiquement rien jamais bien tout désormais quant elle-même lui-même va vont doit doivent peut veut veulent",
    ),
    (
        Tongue::FR,
        Class::Clause,
        "quand lorsque lorsqu' si puisque puisqu' parce comme tandis alors car quoique bien afin et mais ou donc or ni sinon",
    ),
    (Tongue::FR, Class::Other, "ceci cela ça voici voilà c' j' je tu"),
    (
        Tongue::RU,
        Class::Article,
        "этот эта это эти тот та те один одна одни его ее их наш наша наши мой моя свой каждый многие некоторые другой другая другие сам сама сами",
    ),
    (
        Tongue::RU,
        Class::Filler,
        "не также же ли бы уже еще тоже ранее затем потом тогда вновь снова лишь только даже прямо коротко однако сразу тут там так просто вообще обычно всегда часто впрочем наконец немедленно был была были будет вчера сегодня накануне позже",
    ),
    (
        Tongue::RU,
        Class::Clause,
        "когда если хотя чтобы потому поскольку пока как будто словно где куда откуда почему зачем и а но или да зато однако",
    ),
    (Tongue::RU, Class::Other, "вот есть нет этом этого этому том того тому нем ней них нему ему ей им"),
];

static WORDS: LazyLock<HashMap<&str, Vec<(Tongue, Class)>>> = LazyLock::new(|| {
    let mut map: HashMap<&str, Vec<(Tongue, Class)>> = HashMap::new();
    for (tongue, class, words) in TABLE {
        words.split_whitespace().for_each(|word| map.entry(word).or_default().push((*tongue, *class)));
    }
    map
});

/// Whether an item is a word of this class.
pub(super) fn is(line: &Line<'_>, item: usize, class: Class) -> bool {
    let classes = WORDS.get(line.norm(item)).map_or(&[][..], Vec::as_slice);
    classes.iter().any(|(tongue, other)| *other == class && line.tongue.is(*tongue))
}

/// Adverbs in -ly and -ment, auxiliaries, negations, times.
pub(super) fn is_filler(line: &Line<'_>, item: usize) -> bool {
    let norm = line.norm(item);
    let adverb = line.tongue == Tongue::EN && norm.len() > 4 && norm.ends_with("ly")
        || line.tongue == Tongue::FR && norm.len() > 6 && norm.ends_with("ment") && line.roles(item).is_unknown();
    is(line, item, Class::Filler) || (adverb && !is_capital(line, item)) || line.has(item, Role::Time)
}

/// Whether a word of letters begins with a small one.
pub(super) fn is_small(line: &Line<'_>, item: usize) -> bool {
    first(line, item).is_some_and(char::is_lowercase)
}

/// Whether a word begins with a capital.
pub(super) fn is_capital(line: &Line<'_>, item: usize) -> bool {
    first(line, item).is_some_and(char::is_uppercase)
}

fn first(line: &Line<'_>, item: usize) -> Option<char> {
    let token = line.token(item)?;
    line.text[line.tokens[token].bytes.clone()].chars().next()
}

/// A comma or a dash.
pub(super) fn is_comma(line: &Line<'_>, item: usize) -> bool {
    matches!(line.norm(item), "," | "—" | "–" | "-" | "―")
}

/// Whether an item is a quotation or a mark at which every noun phrase ends.
pub(super) fn is_break(line: &Line<'_>, item: usize) -> bool {
    line.is_quote(item) && !line.is_short(item) || is_mark(line, item) && !matches!(line.norm(item), "\"" | "«" | "»")
}

/// Endings of nouns for persons, beside those that the tables have.
const PERSONS: &[(Tongue, &[&str])] = &[
    (Tongue::EN, &["man", "woman", "men", "women", "ist", "ists", "ician", "ologist", "eer", "eers", "ian", "ians"]),
    (Tongue::FR, &["eur", "euse", "rice", "iste", "ien", "ienne", "logue", "eurs"]),
    (Tongue::RU, &["тель", "тельница", "ник", "ница", "ист", "истка", "лог", "вед", "ец", "ант", "ент"]),
];

/// Whether a noun is of a person: by the tables, by its ending.
pub(super) fn is_person_noun(line: &Line<'_>, item: usize) -> bool {
    line.token(item).is_some_and(|token| is_person_token(line, token))
}

/// The same of a token.
pub(super) fn is_person_token(line: &Line<'_>, token: usize) -> bool {
    let roles = line.roles[token];
    let norm = line.tokens[token].norm.as_str();
    let known = [Role::Title, Role::Spokes, Role::Source, Role::Of].into_iter().any(|role| roles.has(role));
    let by_ending = || {
        line.text[line.tokens[token].bytes.clone()].starts_with(char::is_lowercase)
            && roles.is_unknown()
            && norm.chars().count() >= 5
            && PERSONS
                .iter()
                .any(|(tongue, endings)| line.tongue.is(*tongue) && endings.iter().any(|end| norm.ends_with(end)))
    };
    known || by_ending()
}
