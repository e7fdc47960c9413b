//! Descriptions that stand for somebody the article knows: `l’élu`, `cet ancien de la maison`, `студентка`,
//! `the company`, `sa direction`.

use std::ops::Range;

use super::super::gender::{self, Gender};
use super::super::kin;
use super::super::lexicon::{Role, Tongue};
use super::super::line::Line;
use super::super::voice::{Voice, Voices};
use super::introduced;
use super::pronouns::is_latter;
use super::words::is_person_token;
use crate::article::{EntityKind, Speaker};
use crate::extract::words::TokenKind;

/// Nouns for organisations: "the company" is the last one that was named.
const ORGANISATIONS: &[(Tongue, &str)] = &[
    (
        Tongue::EN,
        "company firm group agency ministry bank charity union club university council party organisation organization institute \
        department network operator manufacturer carmaker airline retailer regulator watchdog embassy hospital museum newspaper federation association commission foundation board panel committee",
    ),
    (
        Tongue::FR,
        "entreprise société groupe agence ministère banque association syndicat club université parti organisation institut constructeur compagnie \
        municipalité collectivité régie rectorat enseigne exploitant opérateur fédération commission fondation musée hôpital préfecture mairie ville direction firme régie collectif",
    ),
    (
        Tongue::RU,
        "компания компании ведомство ведомстве министерство министерстве банк банке регулятор регуляторе агентство организация университет институт клуб партия \
        фонд фонде корпорация холдинг музей музее мэрия мэрии администрация администрации пресс-служба пресс-службе",
    ),
];

/// The first blocks of an article, where a description may stand before the name.
const EARLY: usize = 4;

const POSSESSIVES: &[&str] = &["its", "their", "his", "her", "sa", "son", "leur", "его", "ее", "их"];

/// Words before a relative whom the article knows.
const IS_DEFINITE: &[&str] = &["the", "le", "la", "l'"];

/// What belongs to an organisation and speaks for it: `sa direction`, `its management`.
const ORGANS: &[&str] = &[
    "direction",
    "management",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "porte-parole",
    "board",
    "пресс-служба",
    "руководство",
    "leadership",
];

impl Voices<'_> {
    /// Whom a description stands for, if the article has told.
    pub(in super::super) fn known(&self, line: &Line<'_>, bytes: &Range<usize>) -> Option<Voice> {
        let from = line.tokens.partition_point(|token| token.bytes.end <= bytes.start);
        let until = line.tokens.partition_point(|token| token.bytes.start < bytes.end);
        let words: Vec<&str> = line.tokens[from..until].iter().map(|token| token.norm.as_str()).collect();
        let (first, rest) = words.split_first()?;
        let possessive = POSSESSIVES.contains(first);
        if possessive && rest.iter().any(|word| ORGANS.contains(word)) && rest.len() <= 2 {
            return self.organisation_before(line, bytes.start);
        }
        let relative = line.tokens.get(from + 1).map_or("", |token| &line.text[token.bytes.clone()]).to_lowercase();
        let relative = kin::of(&relative, line.tongue).filter(|_| possessive || IS_DEFINITE.contains(first));
        if let Some(voice) = relative.filter(|_| words.len() == 2).and_then(|kin| self.relative(line, bytes.start, kin))
        {
            return Some(voice);
        }
        if is_latter(&line.text[bytes.clone()]) {
            let shown = gender::of_pronoun(&line.text[bytes.clone()]);
            return self.latter(line, bytes.start, shown);
        }
        if let Some(voice) = self.interlocutor(line, &words) {
            return Some(voice);
        }
        if let Some(entity) = self.introduced(line, from..until, &words) {
            return Some(one(entity, "title"));
        }
        if matches!(words[0], "в" | "во") {
            return self.organisation_before(line, bytes.start);
        }
        let head = self.head(line, from..until, &words)?;
        let noun = line.tokens[head].norm.as_str();
        if is_one_of(ORGANISATIONS, line.tongue, noun) {
            return self.organisation_before(line, bytes.start);
        }
        if is_thing(&line.text[bytes.clone()]) || line.tongue == Tongue::RU && is_many(line, head) {
            return None;
        }
        let shown = gender_of(line.tongue, noun, first);
        if line.tongue == Tongue::FR && line.text[line.tokens[head].bytes.clone()].starts_with(char::is_uppercase) {
            // "le Danois"
            return self.latter(line, bytes.start, shown);
        }
        let roles = line.roles[head];
        if line.tongue == Tongue::RU && roles.has(Role::Source) && !roles.has(Role::Title) {
            // "Соседка" without an article may be anybody's.
            return self.same_person(&line.text[bytes.clone()], noun);
        }
        // "Le médecin de l’équipe" is somebody else than whom the text was about.
        let complemented = words.len() > 2
            && !matches!(*first, "ce" | "cet" | "cette" | "this" | "that")
            && words[2..].iter().any(|word| matches!(*word, "de" | "du" | "des" | "d'" | "of"));
        self.told_later(line, bytes, shown)
            .or_else(|| self.same_person(&line.text[bytes.clone()], noun))
            .or_else(|| self.person_before(line, bytes.start, shown).filter(|_| !complemented))
    }

    /// `собеседник агентства` is the source that spoke before.
    fn interlocutor(&self, line: &Line<'_>, words: &[&str]) -> Option<Voice> {
        let head = words.iter().take(2).any(|word| {
            matches!(*word, "собеседник" | "собеседница" | "интервьюируемый" | "interlocuteur" | "interlocutrice")
        });
        if !head || line.tongue == Tongue::EN {
            return None;
        }
        let unnamed = |voice: &&Voice| voice.speakers.iter().all(|one| one.entity.is_none());
        let voice = self.last.iter().rev().take(3).find(unnamed)?;
        let speakers = voice.speakers.iter().map(|one| Speaker { span: None, ..one.clone() }).collect();
        Some(Voice { speakers, rule: "the same source", gender: None })
    }

    /// The person whom the article introduces with the noun of a definite description: the last one before it, else
    /// the first one behind (`la mairesse` of a headline).
    fn introduced(&self, line: &Line<'_>, tokens: Range<usize>, words: &[&str]) -> Option<usize> {
        let definite = line.tongue == Tongue::RU
            || matches!(words[0], "the" | "this" | "that" | "le" | "la" | "l'" | "ce" | "cet" | "cette" | "sa" | "son");
        if !definite {
            return None;
        }
        let head = tokens.clone().take(5).find(|&token| is_person_token(line, token))?;
        if line.tongue == Tongue::RU && is_many(line, head) {
            return None;
        }
        let noun = introduced::noun(&line.tokens[head].norm, line.tongue);
        let others: Vec<String> = (head + 1..tokens.end)
            .filter(|&token| line.tokens[token].norm.chars().count() > 3)
            .map(|token| introduced::noun(&line.tokens[token].norm, line.tongue))
            .collect();
        let place = (line.block, line.tokens[tokens.start].bytes.start);
        let shown = gender_of(line.tongue, &line.tokens[head].norm, words[0]);
        let fits = |one: &&introduced::Introduction| {
            let known = self.genders.get(&one.entity);
            one.agrees(&noun, &others) && (shown.is_none() || known.is_none_or(|known| Some(*known) == shown))
        };
        let before = self.introductions.iter().rev().filter(|one| one.at < place).find(fits);
        let behind = || self.introductions.iter().filter(|one| one.at > place).find(fits);
        let early = line.block < EARLY;
        before.or_else(|| behind().filter(|_| early)).map(|one| one.entity)
    }

    /// "Le gérant d’un hôtel … a assuré": whoever the next paragraphs name first, where nobody was named before.
    fn told_later(&self, line: &Line<'_>, bytes: &Range<usize>, shown: Option<Gender>) -> Option<Voice> {
        // Nor in the words themselves: "la défense de Luc Morin".
        let place = (line.block, bytes.end);
        if line.block >= EARLY || self.introductions.iter().any(|one| one.at < place) {
            return None;
        }
        let next = self.introductions.iter().find(|one| one.first)?;
        let known = self.genders.get(&next.entity);
        let fits = shown.is_none() || known.is_none_or(|known| Some(*known) == shown);
        (fits && next.at.0 <= line.block + 3).then(|| one(next.entity, "told later"))
    }

    /// The token of the head of a definite description of a person or an organisation.
    fn head(&self, line: &Line<'_>, tokens: Range<usize>, words: &[&str]) -> Option<usize> {
        let article = match line.tongue {
            Tongue::EN => matches!(words[0], "the" | "that" | "this"),
            Tongue::FR => matches!(words[0], "le" | "la" | "l'" | "ce" | "cet" | "cette"),
            _ => matches!(words[0], "этот" | "эта" | "сам" | "сама"),
        };
        let bare = line.tongue == Tongue::RU && tokens.len() == 1;
        if !(article || bare) {
            return None;
        }
        let first = tokens.start + usize::from(article);
        let small = |token: usize| line.text[line.tokens[token].bytes.clone()].starts_with(char::is_lowercase);
        let noun = |&token: &usize| {
            let organisation = is_one_of(ORGANISATIONS, line.tongue, &line.tokens[token].norm);
            let opens = token == 0 || line.tokens[token - 1].kind == TokenKind::Mark;
            (small(token) || opens && line.tongue == Tongue::RU) && (is_person_token(line, token) || organisation)
        };
        // "le Danois", "cet ancien de la maison", "старушка": a noun that no table has, alone behind its article.
        let alone = bare || words.len() == 2 || matches!(words[0], "cet" | "cette" | "ce");
        let nation = line.tongue == Tongue::FR && words.len() == 2;
        let fits = |&token: &usize| alone && token < tokens.end && (small(token) || nation);
        (first..tokens.end).take(4).find(noun).or_else(|| Some(first).filter(fits))
    }

    /// The unnamed speaker of before whose words have the same head.
    fn same_person(&self, printed: &str, noun: &str) -> Option<Voice> {
        let same = |speaker: &&Speaker| {
            speaker.entity.is_none()
                && speaker.name.as_deref().is_some_and(|name| {
                    name != printed
                        && crate::extract::words::tokens(name).iter().take(4).any(|token| token.norm == noun)
                })
        };
        let name = self.last.iter().rev().flat_map(|voice| &voice.speakers).find(same)?.name.clone();
        Some(Voice {
            speakers: vec![Speaker { entity: None, name, span: None }],
            rule: "the same source",
            gender: None,
        })
    }

    /// The person whom the text has been about, who spoke last, or who was named last before a place.
    fn person_before(&self, line: &Line<'_>, at: usize, shown: Option<Gender>) -> Option<Voice> {
        let fits = |entity: usize| {
            self.is_person(entity)
                && shown.is_none_or(|shown| self.genders.get(&entity).is_none_or(|known| *known == shown))
        };
        let only = |voice: &Voice| match voice.speakers.as_slice() {
            [one] => one.entity.filter(|&entity| fits(entity)),
            _ => None,
        };
        let named = line.named_before(at).iter().rev().take(6).map(|name| name.entity);
        let topic = self.topics.iter().find_map(|(voice, _)| only(voice));
        let spoke = self.last.iter().rev().take(4).find_map(only);
        let entity = topic.or(spoke).or_else(|| named.into_iter().find(|&entity| fits(entity)))?;
        Some(one(entity, "title of the one before"))
    }

    /// The organisation named last before a place, else the one that spoke last.
    fn organisation_before(&self, line: &Line<'_>, at: usize) -> Option<Voice> {
        let named = line.named_before(at).iter().rev().take(12).filter(|name| name.kind == EntityKind::Org).take(1);
        let topic = || {
            let known = self.topics.iter().flat_map(|(voice, _)| &voice.speakers).filter_map(|one| one.entity);
            known.into_iter().find(|&entity| self.entities[entity].kind == EntityKind::Org)
        };
        let entity = named.map(|name| name.entity).next().or_else(topic).or(self.organisation)?;
        Some(one(entity, "the organisation before"))
    }
}

/// Whether a Russian noun is of several: `приставы`.
fn is_many(line: &Line<'_>, token: usize) -> bool {
    line.tokens[token].norm.ends_with(['ы', 'и']) && line.tokens[token].norm.chars().count() > 3
}

/// Whether a Russian word is an office, or what one writes.
pub(super) fn is_office(line: &Line<'_>, item: usize) -> bool {
    const WRITTEN: &str = "сообщении заявлении пресс-релизе релизе ответе письме обращении комментарии отчете докладе";
    const OFFICES: &str = "пресс-службы ведомства компании министерства мэрии администрации прокуратуры полиции банка \
        ведомстве министерстве прокуратуре полиции мэрии управлении инспекции клубе штабе фонде вузе больнице департаменте \
        комитете суде следствии редакции посольстве дирекции холдинге корпорации службе театре музее аэропорту";
    let is = |words: &str| words.split_whitespace().any(|word| word == line.norm(item));
    line.tongue == Tongue::RU && (is(OFFICES) || is(WRITTEN) || is_organisation(line, item))
}

/// Whether a word is a noun for organisations.
pub(super) fn is_organisation(line: &Line<'_>, item: usize) -> bool {
    is_one_of(ORGANISATIONS, line.tongue, line.norm(item))
}

pub(super) fn one(entity: usize, rule: &'static str) -> Voice {
    Voice { speakers: vec![Speaker { entity: Some(entity), name: None, span: None }], rule, gender: None }
}

fn is_one_of(table: &[(Tongue, &str)], tongue: Tongue, norm: &str) -> bool {
    table.iter().any(|(other, words)| *other == tongue && words.split_whitespace().any(|word| word == norm))
}

/// The gender that a noun shows by itself, its article or its ending.
fn gender_of(tongue: Tongue, noun: &str, first: &str) -> Option<Gender> {
    if let Some(known) = gender::of_noun(noun) {
        return Some(known);
    }
    match tongue {
        Tongue::FR => match first {
            "la" | "cette" => Some(Gender::Feminine),
            "le" | "ce" | "cet" => Some(Gender::Masculine),
            _ if noun.ends_with("ée") || noun.ends_with("euse") || noun.ends_with("rice") => Some(Gender::Feminine),
            _ if noun.ends_with('é') || noun.ends_with("eur") => Some(Gender::Masculine),
            _ => None,
        },
        Tongue::RU => match noun {
            "судья" | "коллега" | "глава" | "староста" => None,
            "дядя" | "дедушка" | "мужчина" | "старшина" | "мальчик" | "парень" | "старик" | "юноша" | "дед"
            | "внук" => Some(Gender::Masculine),
            _ if noun.ends_with(['а', 'я']) => Some(Gender::Feminine),
            _ if noun.ends_with("ый") || noun.ends_with("ий") || noun.ends_with("ой") => Some(Gender::Masculine),
            // Many nouns for professions are men's by form and anybody's by use.
            _ => None,
        },
        _ => None,
    }
}

/// Whether an unnamed speaker is no person: `Обвинение`, `the government`.
pub(super) fn is_thing(name: &str) -> bool {
    const THINGS: &[&str] = &[
        "government",
        "defense",
        "defence",
        "prosecution",
        "court",
        "jury",
        "statement",
        "report",
        "memo",
        "обвинение",
        "защита",
        "суд",
        "следствие",
        "правительство",
        "accusation",
        "défense",
        "parquet",
        "gouvernement",
        "tribunal",
        "rapport",
    ];
    let tokens = crate::extract::words::tokens(name);
    tokens.last().is_some_and(|token| THINGS.contains(&token.norm.as_str()))
}
