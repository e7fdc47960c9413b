//! Whom a pronoun stands for: "he", "the latter", whoever replies.

use super::super::gender::Gender;
use super::super::line::Line;
use super::super::voice::{Voice, Voices};
use super::Near;
use super::known::{is_thing, one};
use crate::article::Speaker;

impl Voices<'_> {
    /// Whom "he" or "she" stands for: somebody of the sentence before (`free`) that no preposition governs, whoever
    /// spoke last or whom the text is about, those behind prepositions (`governed`), the last named before.
    pub(in super::super) fn third_person(&mut self, near: &Near, shown: Option<Gender>) -> Option<Voice> {
        let of = |entity: usize| self.genders.get(&entity).copied();
        let pick = |list: &[usize]| {
            let known = list.iter().find(|&&entity| shown.is_some() && of(entity) == shown);
            known.or_else(|| list.iter().find(|&&entity| shown.is_none() || of(entity).is_none())).copied()
        };
        let fits = |voice: &Voice| match voice.speakers.as_slice() {
            [Speaker { entity: Some(entity), .. }] => {
                self.is_person(*entity) && (shown.is_none() || of(*entity).is_none_or(|known| Some(known) == shown))
            }
            [Speaker { entity: None, name: Some(name), .. }] => !is_thing(name),
            [_, _, ..] => shown.is_none(),
            _ => false,
        };
        let topic = || self.topics.iter().map(|(voice, _)| voice).find(|voice| fits(voice));
        let spoke = || self.last.iter().rev().take(4).find(|voice| fits(voice));
        let voice = pick(&near.free)
            .map(|entity| one(entity, "pronoun"))
            .or_else(|| topic().or_else(spoke).map(|voice| Voice { rule: "pronoun", ..voice.clone() }))
            .or_else(|| pick(&near.governed).or_else(|| pick(&self.recent)).map(|entity| one(entity, "pronoun")))?;
        if let (Some(shown), [Speaker { entity: Some(entity), .. }]) = (shown, voice.speakers.as_slice()) {
            self.learn(*entity, shown);
        }
        let speakers = voice.speakers.iter().map(|one| Speaker { span: None, ..one.clone() }).collect();
        Some(Voice { speakers, gender: shown, ..voice })
    }

    /// The person named last before a place, whom the gender does not contradict.
    pub(in super::super) fn named_before(&self, line: &Line<'_>, at: usize, shown: Option<Gender>) -> Option<Voice> {
        let fits = |entity: &usize| {
            self.is_person(*entity)
                && (shown.is_none() || self.genders.get(entity).is_none_or(|known| Some(*known) == shown))
        };
        let entity = line.named_before(at).iter().rev().take(8).map(|name| name.entity).find(fits)?;
        Some(one(entity, "pronoun"))
    }

    /// Who replies is not whoever asked: somebody else of the sentence before.
    pub(in super::super) fn asked(&self, near: &Near, shown: Option<Gender>) -> Option<Voice> {
        let last = match self.last.last()?.speakers.as_slice() {
            [one] => one.entity?,
            _ => return None,
        };
        let asked = near.free.contains(&last);
        let fits = |entity: &&usize| {
            **entity != last && (shown.is_none() || self.genders.get(*entity).is_none_or(|known| Some(*known) == shown))
        };
        let other = near.free.iter().chain(&near.governed).find(fits).filter(|_| asked)?;
        Some(one(*other, "who was asked"))
    }

    /// Whom "the latter", `celui-ci`, `тот` stands for: the person named last.
    pub(in super::super) fn latter(&self, line: &Line<'_>, at: usize, shown: Option<Gender>) -> Option<Voice> {
        let fits = |entity: &usize| {
            self.is_person(*entity)
                && (shown.is_none() || self.genders.get(entity).is_none_or(|known| Some(*known) == shown))
        };
        let sentence = line.sentence_start(line.sentence_start(at).saturating_sub(1));
        let named = line.named_before(at).iter().rev().take(6);
        let (near, far): (Vec<_>, Vec<_>) = named.partition(|name| name.bytes.start >= sentence);
        let person = |list: &[&super::super::line::Named]| list.iter().map(|name| name.entity).find(fits);
        let topic = || {
            let known = self.topics.iter().take(1).flat_map(|(voice, _)| &voice.speakers).filter_map(|one| one.entity);
            known.into_iter().find(fits)
        };
        let told = person(&near)
            .or_else(topic)
            .or_else(|| person(&far))
            .or_else(|| self.recent.iter().rev().copied().find(|one| fits(one)));
        told.map(|entity| one(entity, "the latter")).or_else(|| self.before_of("the latter", shown, false))
    }
}

/// Whether a verb answers somebody.
pub(in super::super) fn replies(norm: &str) -> bool {
    let stems = [
        "replied",
        "replies",
        "answered",
        "responded",
        "retorted",
        "répondu",
        "répond",
        "rétorqu",
        "réplique",
        "ответил",
        "отвеча",
        "парировал",
    ];
    stems.iter().any(|stem| norm.starts_with(stem))
}

/// Whether a pronoun points at whom was named last.
pub(in super::super) fn is_latter(words: &str) -> bool {
    let norm = crate::extract::words::nz(words);
    matches!(norm.as_str(), "ce dernier" | "cette dernière" | "the latter" | "celui-ci" | "celle-ci" | "тот" | "та")
}
