//! Who has been speaking so far, and whom a found subject stands for.

use std::collections::HashMap;
use std::ops::Range;

use super::gender::Gender;
use super::kin::Kin;
use super::line::Line;
use super::subject::Who;
use super::western::Introduction;
use crate::article::{Entity, EntityKind, Speaker};
use crate::extract::nominal::Titles;

/// How many speakers are remembered.
const MEMORY: usize = 6;

/// One or several who speak, and how they were found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Voice {
    pub(super) speakers: Vec<Speaker>,
    pub(super) rule: &'static str,
    /// What the verb said of the gender.
    pub(super) gender: Option<Gender>,
}

/// What the article has told so far.
pub(super) struct Voices<'a> {
    pub(super) entities: &'a [Entity],
    pub(super) titles: &'a Titles,
    pub(super) last: Vec<Voice>,
    /// Whom sentences were about since somebody spoke, each with the block.
    pub(super) topics: Vec<(Voice, usize)>,
    /// The block that is being read.
    block: usize,
    pub(super) organisation: Option<usize>,
    /// Persons of the last sentence of the paragraph before.
    pub(super) recent: Vec<usize>,
    /// What is known of the gender of persons.
    pub(super) genders: HashMap<usize, Gender>,
    /// The words of the names of persons, each with those who bear it.
    pub(super) name_words: HashMap<String, Vec<usize>>,
    /// The relations by which persons were introduced.
    pub(super) kin: Vec<(usize, Kin)>,
    /// The words by which persons were introduced, in reading order.
    pub(super) introductions: Vec<Introduction>,
}

impl<'a> Voices<'a> {
    pub(super) fn new(entities: &'a [Entity], titles: &'a Titles) -> Self {
        Self {
            entities,
            titles,
            last: vec![],
            topics: vec![],
            block: 0,
            organisation: None,
            recent: vec![],
            genders: HashMap::new(),
            name_words: name_words(entities),
            kin: vec![],
            introductions: vec![],
        }
    }

    /// Another story begins: nobody has spoken.
    pub(super) fn forget(&mut self) {
        self.last.clear();
        self.topics.clear();
    }

    /// Another block begins: whoever the block before the last one was about is forgotten.
    pub(super) fn enter(&mut self, block: usize, before: Option<usize>) {
        self.topics.retain(|(_, at)| Some(*at) == before);
        self.block = block;
    }

    /// A sentence is about somebody: a verb without a subject behind it is theirs.
    pub(super) fn about(&mut self, topic: Voice) {
        self.topics.truncate(MEMORY - 1);
        self.topics.insert(0, (topic, self.block));
    }

    /// Whom the sentences since the last speech were about, the nearest that the gender does not contradict.
    /// An organisation only where the verb has its gender: "he" is none.
    fn topic(&self, rule: &'static str, gender: Option<Gender>) -> Option<Voice> {
        let fits = |voice: &&Voice| {
            let person = voice.speakers.iter().filter_map(|one| one.entity).all(|one| self.is_person(one));
            let known = voice.gender.or_else(|| self.gender_of(voice));
            if person {
                gender.is_none() || known.is_none_or(|known| Some(known) == gender)
            } else {
                known.is_some() && known == gender
            }
        };
        self.topics.iter().map(|(voice, _)| voice).find(fits).map(|voice| Voice { rule, ..voice.clone() })
    }

    /// Whether the text of this block has been about a person since somebody spoke.
    pub(super) fn has_topic(&self) -> bool {
        self.topics.iter().any(|(voice, block)| {
            *block == self.block && voice.speakers.iter().filter_map(|one| one.entity).all(|one| self.is_person(one))
        })
    }

    pub(super) fn is_person(&self, entity: usize) -> bool {
        self.entities[entity].kind == EntityKind::Person
    }

    /// The speaker of what was said last, or whom the text has been about since, without a place of its own.
    pub(super) fn before(&self, rule: &'static str) -> Option<Voice> {
        self.before_of(rule, None, false)
    }

    /// The last one whom the gender does not contradict; when it contradicts all, the last speaker. A verb
    /// that goes on ("added") is of somebody who has spoken.
    pub(super) fn before_of(&self, rule: &'static str, gender: Option<Gender>, onward: bool) -> Option<Voice> {
        if let Some(topic) = self.topic(rule, gender).filter(|_| !onward || self.last.is_empty()) {
            return Some(topic);
        }
        let known = |voice: &Voice| voice.gender.or_else(|| self.gender_of(voice));
        let fits = |voice: &&Voice| gender.is_none() || known(voice).is_none_or(|known| Some(known) == gender);
        let last = self.last.iter().rev().take(4).find(fits).or(self.last.last())?;
        let speakers = last
            .speakers
            .iter()
            .map(|speaker| Speaker { span: None, name: name_of(speaker), ..speaker.clone() })
            .collect();
        Some(Voice { speakers, rule, gender: last.gender })
    }

    /// Who answers: the last one who is not the one that asked.
    pub(super) fn answering(&self, gender: Option<Gender>) -> Option<Voice> {
        let asker = &self.last.last()?.speakers;
        let same = |voice: &Voice| {
            voice.speakers.iter().map(|one| (one.entity, &one.name)).eq(asker.iter().map(|one| (one.entity, &one.name)))
        };
        let known = |voice: &Voice| voice.gender.or_else(|| self.gender_of(voice));
        let fits = |voice: &&Voice| gender.is_none() || known(voice).is_none_or(|known| Some(known) == gender);
        let voice = self.last.iter().rev().filter(|voice| !same(voice)).find(fits)?;
        let speakers = voice.speakers.iter().map(|speaker| Speaker { span: None, ..speaker.clone() }).collect();
        Some(Voice { speakers, rule: "who was asked", gender: voice.gender })
    }

    /// Remembers the gender of a person; what was learnt first stays.
    pub(super) fn learn(&mut self, entity: usize, gender: Gender) {
        if self.entities[entity].kind == EntityKind::Person {
            self.genders.entry(entity).or_insert(gender);
        }
    }

    fn gender_of(&self, voice: &Voice) -> Option<Gender> {
        match voice.speakers.as_slice() {
            [only] => self.genders.get(&only.entity?).copied(),
            _ => None,
        }
    }

    /// Whom "he" or "she" stands for: of the persons named in the sentence before (`near`) the first of that
    /// gender, else the first of whom none is known; else whoever spoke last. What it tells is remembered.
    pub(super) fn pronoun(&mut self, near: &[usize], shown: Option<Gender>) -> Option<Voice> {
        let of = |entity: &&usize| self.genders.get(*entity).copied();
        let chosen = shown.and_then(|_| {
            near.iter().find(|entity| of(entity) == shown).or_else(|| near.iter().find(|entity| of(entity).is_none()))
        });
        let voice = match chosen {
            Some(&entity) => Voice {
                speakers: vec![Speaker { entity: Some(entity), name: None, span: None }],
                rule: "pronoun",
                gender: shown,
            },
            None => self.before_of("pronoun", shown, false)?,
        };
        if let (Some(shown), [Speaker { entity: Some(entity), .. }]) = (shown, voice.speakers.as_slice()) {
            self.learn(*entity, shown);
        }
        Some(voice)
    }

    /// Whom a subject stands for; with nobody named, the one before.
    pub(super) fn resolve(&self, line: &Line<'_>, who: &Who, rule: &'static str) -> Option<Voice> {
        let entity = |index: usize, bytes: &Range<usize>| Speaker {
            entity: Some(index),
            name: None,
            span: Some(line.span(bytes.clone())),
        };
        let one = |speaker| Some(Voice { speakers: vec![speaker], rule, gender: None });
        match who {
            Who::Nobody => self.before("the one before"),
            Who::Before(bytes) => {
                self.before_of("pronoun", super::gender::of_pronoun(&line.text[bytes.clone()]), false)
            }
            Who::Named(names) => {
                let speakers =
                    names.iter().map(|&name| entity(line.named[name].entity, &line.named[name].bytes)).collect();
                let nominal = names.iter().all(|&name| line.named[name].nominal);
                Some(Voice { speakers, rule: if nominal { "title" } else { rule }, gender: None })
            }
            Who::Unnamed(bytes) => {
                if let Some(known) = self.described(line, bytes) {
                    return Some(known);
                }
                Some(unnamed(line, bytes))
            }
            Who::Spokes(name, bytes) => Some(Voice {
                speakers: vec![entity(line.named[*name].entity, bytes)],
                rule: "spokesperson",
                gender: None,
            }),
            Who::Statement(bytes) => match self.organisation {
                Some(index) => Some(Voice { rule: "statement", ..one(entity(index, bytes))? }),
                None => self.before("statement").or_else(|| Some(unnamed(line, bytes))),
            },
            Who::Plural(bytes) => {
                let found = self.titles.several(&line.text[bytes.clone()], line.block, bytes.start);
                let both: Vec<usize> = if found.len() >= 2 { found } else { self.last_two() };
                let speakers: Vec<Speaker> = both.into_iter().map(|index| entity(index, bytes)).collect();
                if speakers.is_empty() {
                    return Some(unnamed(line, bytes));
                }
                Some(Voice { speakers, rule: "several", gender: None })
            }
        }
    }

    /// The last two persons that spoke.
    fn last_two(&self) -> Vec<usize> {
        let mut out: Vec<usize> = vec![];
        for voice in self.last.iter().rev() {
            for index in voice.speakers.iter().filter_map(|speaker| speaker.entity) {
                if self.entities[index].kind == EntityKind::Person && !out.contains(&index) && out.len() < 2 {
                    out.push(index);
                }
            }
        }
        if out.len() == 2 { out } else { vec![] }
    }

    /// Remembers who spoke.
    pub(super) fn hear(&mut self, voice: &Voice) {
        if voice.speakers.is_empty() {
            return;
        }
        let organisation = voice
            .speakers
            .iter()
            .filter_map(|speaker| speaker.entity)
            .find(|&index| self.entities[index].kind == EntityKind::Org);
        if organisation.is_some() {
            self.organisation = organisation;
        }
        if self.last.len() >= MEMORY {
            self.last.remove(0);
        }
        self.last.push(voice.clone());
        self.topics.clear();
    }

    /// Remembers whose statement is spoken of.
    pub(super) fn statement_of(&mut self, entity: usize) {
        self.organisation = Some(entity);
    }
}

/// The words of the names of persons.
fn name_words(entities: &[Entity]) -> HashMap<String, Vec<usize>> {
    let mut words: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, entity) in entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person) {
        for word in entity.name.split_whitespace() {
            let bearers = words.entry(crate::extract::words::nz(word)).or_default();
            if bearers.last() != Some(&index) {
                bearers.push(index);
            }
        }
    }
    words
}

fn name_of(speaker: &Speaker) -> Option<String> {
    speaker.name.clone()
}

/// Somebody of whom the article says no name: the words as they stand.
fn unnamed(line: &Line<'_>, bytes: &Range<usize>) -> Voice {
    let name = Some(line.text[bytes.clone()].to_owned());
    let speaker = Speaker { entity: None, name, span: Some(line.span(bytes.clone())) };
    Voice { speakers: vec![speaker], rule: "unnamed", gender: None }
}
