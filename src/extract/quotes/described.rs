//! Speakers without a name that the article knows all the same: a relative (`والدها`), "the source", "the minister".

use std::ops::Range;

use super::gender::{self, Gender};
use super::kin::{self, Kin};
use super::lexicon::{Role, Tongue};
use super::line::Line;
use super::voice::{Voice, Voices};
use crate::article::{EntityKind, Speaker};
use crate::extract::nominal::{same, stem};
use crate::extract::words::nz;

impl Voices<'_> {
    /// Whom the words of an unnamed subject stand for.
    pub(super) fn described(&self, line: &Line<'_>, bytes: &Range<usize>) -> Option<Voice> {
        let from = line.tokens.partition_point(|token| token.bytes.end <= bytes.start);
        let until = line.tokens.partition_point(|token| token.bytes.start < bytes.end);
        let head = &line.text[line.tokens.get(from)?.bytes.clone()];
        if let Some(kin) = kin::of(head, line.tongue).filter(|kin| !kin.bare || until == from + 1) {
            return self.relative(line, bytes.start, kin);
        }
        self.same_source(line, from..until)
            .or_else(|| self.last_by_title(line, from..until))
            .or_else(|| self.institution(line, from..until))
    }

    /// `המוזיאון`: the only organisation whose name begins with that word.
    fn institution(&self, line: &Line<'_>, tokens: Range<usize>) -> Option<Voice> {
        if tokens.len() != 1 || !is_definite(line, &tokens) || line.roles[tokens.start].has(Role::Title) {
            return None;
        }
        let wanted = stem(&line.tokens[tokens.start].norm, line.tongue);
        let begins = |entity: &usize| {
            let name = &self.entities[*entity].name;
            let first = name.split_whitespace().next().filter(|_| self.entities[*entity].kind == EntityKind::Org);
            first.is_some_and(|first| stem(&nz(first), line.tongue) == wanted)
        };
        let mut all = (0..self.entities.len()).filter(begins);
        let entity = all.next().filter(|_| wanted.chars().count() > 2)?;
        all.next().is_none().then(|| one(entity, "title", None))
    }

    /// The person whom the article introduced as that relative, or who shares the surname of the one that the
    /// text is about.
    fn relative(&self, line: &Line<'_>, at: usize, kin: Kin) -> Option<Voice> {
        let last = self.last.last().and_then(|voice| self.person(voice));
        let introduced = self.kin.iter().filter(|(entity, other)| other.same(kin) && Some(*entity) != last);
        let mut introduced = introduced.map(|(entity, _)| *entity);
        let persons = |from: usize, to: usize| {
            let before = line.named.partition_point(|name| name.bytes.end <= to);
            let inside = line.named[..before].iter().rev().take(8).filter(move |name| name.bytes.start >= from);
            inside.filter(|name| name.kind == EntityKind::Person).take(4).map(|name| name.entity)
        };
        // Of the same sentence, whoever spoke last, of the paragraph.
        let sentence = line.sentence_start(at);
        let topics = self.topics.iter().filter_map(|(voice, _)| self.person(voice));
        let anchors: Vec<usize> = persons(sentence, at).chain(last).chain(topics).chain(persons(0, sentence)).collect();
        let fits = |entity: usize| {
            let known = self.genders.get(&entity).copied();
            self.is_person(entity) && kin.gender.is_none_or(|gender| known.is_none_or(|known| known == gender))
        };
        let of_family = |&anchor: &usize| {
            let name = &self.entities[anchor].name;
            (0..self.entities.len())
                .find(|&other| other != anchor && fits(other) && kin::shares_surname(name, &self.entities[other].name))
        };
        let entity = introduced.next().or_else(|| anchors.iter().find_map(of_family))?;
        Some(one(entity, "relative", kin.gender))
    }

    fn person(&self, voice: &Voice) -> Option<usize> {
        match voice.speakers.as_slice() {
            [only] => only.entity.filter(|&entity| self.is_person(entity)),
            _ => None,
        }
    }

    /// "The source" is the one that spoke before.
    fn same_source(&self, line: &Line<'_>, tokens: Range<usize>) -> Option<Voice> {
        if !is_definite(line, &tokens) {
            return None;
        }
        let head = line.tokens[tokens].iter().find(|token| !DEMONSTRATIVES.contains(&token.norm.as_str()))?;
        let wanted = stem(&head.norm, line.tongue);
        let known = |speaker: &Speaker| {
            let name = speaker.name.as_deref().filter(|_| speaker.entity.is_none())?;
            let words = crate::extract::words::tokens(name);
            words.iter().take(3).any(|word| same(&stem(&word.norm, line.tongue), &wanted)).then(|| name.to_owned())
        };
        let name = self.last.iter().rev().flat_map(|voice| &voice.speakers).find_map(known)?;
        let speakers = vec![Speaker { entity: None, name: Some(name), span: None }];
        Some(Voice { speakers, rule: "the same source", gender: None })
    }

    /// A bare title ("the minister") stands for the person that spoke last, of its gender where it shows one.
    fn last_by_title(&self, line: &Line<'_>, tokens: Range<usize>) -> Option<Voice> {
        let roles = line.roles[tokens.end - 1];
        // "The author of the book “…”" is somebody whom the text has named.
        let of_work = tokens.len() == 2 && line.roles[tokens.start + 1].has(Role::TermHead);
        let roles = if of_work { line.roles[tokens.start] } else { roles };
        if !(of_work || is_definite(line, &tokens))
            || tokens.len() > 2
            || !roles.has(Role::Title)
            || roles.has(Role::Source)
        {
            return None;
        }
        let shown = gender_of(line, if of_work { tokens.start } else { tokens.end - 1 });
        let voice = self.before_of("title of the one before", shown, true)?;
        self.person(&voice).is_some().then_some(voice)
    }
}

/// One who speaks, without a place of its own.
fn one(entity: usize, rule: &'static str, gender: Option<Gender>) -> Voice {
    Voice { speakers: vec![Speaker { entity: Some(entity), name: None, span: None }], rule, gender }
}

const DEMONSTRATIVES: &[&str] = &["the", "le", "la", "l'", "اين", "همين", "هذا", "هذه", "اس", "اسي"];

/// Whether the words are of somebody whom everybody knows by now.
fn is_definite(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let norm = line.tokens[tokens.start].norm.as_str();
    match () {
        () if line.tongue.is(Tongue::AR) => norm.starts_with("ال") || matches!(norm, "هذا" | "هذه"),
        () if line.tongue.is(Tongue::HE) => norm.starts_with('ה') && norm.chars().count() > 2,
        () if line.tongue.is(Tongue::RU) => tokens.len() == 1,
        () if line.tongue.is(Tongue::UR) => norm != "ايك",
        () => DEMONSTRATIVES.contains(&norm) && tokens.len() == 2,
    }
}

/// The gender that a title shows.
fn gender_of(line: &Line<'_>, token: usize) -> Option<Gender> {
    if line.tongue.is(Tongue::AR) {
        let feminine = line.text[line.tokens[token].bytes.clone()].ends_with('ة');
        return Some(if feminine { Gender::Feminine } else { Gender::Masculine });
    }
    gender::of_noun(&line.tokens[token].norm)
}
