//! The voices of verbs and of quotations, as the walk asks for them.

use super::decide::Verdict;
use super::gender::{Gender, gender};
use super::lexicon::Role;
use super::line::Line;
use super::pieces::cue;
use super::subject::{Who, scan};
use super::topic;
use super::voice::Voice;
use super::walk::{Walker, Within};
use super::western;
use crate::article::{Span, Speaker};

impl Walker<'_> {
    /// The voice of an event, found when it is first asked for.
    pub(super) fn voice(&mut self, within: &mut Within<'_, '_>, index: usize) -> Option<Voice> {
        if within.voices[index].is_none() {
            let event = &within.events[index];
            let gender = gender(within.line, event);
            let voice = match &event.who {
                Who::Before(bytes) => self.pronoun(within.line, event.item, bytes.clone()),
                Who::Nobody if event.has(Role::Himself) => self.himself(within.line, event, gender),
                Who::Nobody => {
                    let asked = event.has(Role::Answers)
                        && index.checked_sub(1).is_some_and(|before| within.events[before].has(Role::Asks));
                    let answer = asked.then(|| self.voices.answering(gender)).flatten();
                    answer.or_else(|| self.voices.before_of("the one before", gender, event.has(Role::Onward)))
                }
                _ => self
                    .voices
                    .resolve(within.line, &event.who, event.rule)
                    .map(|voice| Voice { gender: gender.filter(|_| event.agrees()).or(voice.gender), ..voice }),
            };
            if let (Some(shown), Some([Speaker { entity: Some(entity), .. }])) = (
                gender.filter(|_| event.agrees() || event.who == Who::Nobody),
                voice.as_ref().map(|voice| voice.speakers.as_slice()),
            ) {
                self.voices.learn(*entity, shown);
            }
            let voice = match voice {
                Some(voice) if western::speaks(within.line) && self.contradicts(&voice, gender) => {
                    self.voices.before_of("the one before", gender, false).or(Some(voice))
                }
                voice => voice,
            };
            let guess = event.who == Who::Nobody && event.has(Role::According);
            within.voices[index] = Some(voice.filter(|_| !guess));
        }
        within.voices[index].clone().flatten()
    }

    /// Whether a description was taken for a person whose gender the verb contradicts.
    fn contradicts(&self, voice: &Voice, shown: Option<Gender>) -> bool {
        let known = match voice.speakers.as_slice() {
            [Speaker { entity: Some(entity), .. }] if voice.rule == "title" => self.voices.genders.get(entity),
            _ => None,
        };
        known.is_some_and(|known| shown.is_some_and(|shown| *known != shown))
    }

    /// Who says a quotation, by which words, and through whom.
    pub(super) fn speaker(
        &mut self,
        within: &mut Within<'_, '_>,
        item: usize,
        verdict: &Verdict,
    ) -> (Option<Voice>, Option<Span>, Option<Speaker>) {
        let line = within.line;
        if let Some(index) = verdict.event {
            let mut voice = if verdict.behind { self.behind(within, index, item) } else { self.voice(within, index) };
            if voice.is_none() {
                voice = self.voices.before("the one before");
            }
            return (voice, cue(line, &within.events[index]), self.via(within, index));
        }
        match verdict.rule {
            "announced in the paragraph before" => {
                let announced = self.announced.take();
                announced.map_or((None, None, None), |announced| (announced.voice, announced.cue, None))
            }
            "words of whom the sentence is about" => {
                let who = western::whose(line, item).unwrap_or(Who::Nobody);
                (self.voices.resolve(line, &who, "subject of the sentence"), None, None)
            }
            "colon" => {
                let who = topic::before_colon(line, item);
                let voice = if who == Who::Nobody {
                    self.voices.before("the one before")
                } else {
                    self.voices.resolve(line, &who, "colon")
                };
                (voice, None, None)
            }
            "beginning of a headline" => {
                let who = super::decide::headline_speaker(line, item);
                (self.voices.resolve(line, &who, "headline"), None, None)
            }
            "end of a headline" => {
                let who = headline_subject(line, item);
                let voice = if who == Who::Nobody { None } else { self.voices.resolve(line, &who, "headline") };
                (voice, None, None)
            }
            "goes on"
            | "what somebody was asked"
            | "goes on in the next paragraph"
            | "a paragraph of its own"
            | "a sentence of its own"
            | "in the first person"
            | "whom the text is about" => (self.voices.before("the one before"), None, None),
            _ => (self.voices.before("the one before").filter(|_| within.last.is_some()), None, None),
        }
    }

    /// The subject of a verb behind the quotation; in Turkish and Persian it may stand before it.
    fn behind(&mut self, within: &mut Within<'_, '_>, index: usize, item: usize) -> Option<Voice> {
        let line = within.line;
        let event = &within.events[index];
        if event.who == Who::Nobody && !event.has(Role::Himself) {
            let start = (0..item).rev().take(30).find(|&at| line.ends[at]).map_or(item.saturating_sub(30), |at| at + 1);
            let who = scan(line, start..item).who;
            if who != Who::Nobody {
                let voice = self.voices.resolve(line, &who, "subject before the quotation");
                within.voices[index] = Some(voice);
            }
        }
        self.voice(within, index)
    }
}

/// Whom a headline is about that ends with what they say: `הסוחרים זועמים – "גזר דין מוות"`.
fn headline_subject(line: &Line<'_>, item: usize) -> Who {
    let who = scan(line, 0..item).who;
    let noun = || {
        let clause =
            (0..item).rev().find(|&at| matches!(line.norm(at), ":" | "." | "," | "،" | "…")).map_or(0, |at| at + 1);
        let definite = |norm: &str| norm.starts_with("ال") || norm.starts_with('ה') && norm.chars().count() > 3;
        line.bytes(clause..clause + 1).filter(|_| definite(line.norm(clause))).map_or(Who::Nobody, Who::Unnamed)
    };
    if who == Who::Nobody { noun() } else { who }
}
