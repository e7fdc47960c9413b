//! What is said outside marks: headlines, paragraphs that a dash opens, colons at the end.

use std::ops::Range;

use super::Found;
use super::decide::Verdict;
use super::events::events;
use super::gender::{self, gender};
use super::incise::{self, Incise};
use super::indirect;
use super::lexicon::{Role, Tongue};
use super::line::Line;
use super::pieces::{cue, marks, part};
use super::subject::{Who, scan};
use super::voice::Voice;
use super::walk::{Announced, Walker, Within};
use super::western;
use crate::article::{Quote, QuoteKind, Speaker};

/// How far before a quotation inside another its verb is looked for, in tokens.
const REACH: usize = 20;

impl Walker<'_> {
    /// `X: …` in a headline.
    pub(super) fn headline(&mut self, line: &Line<'_>) {
        let Some((colon, bytes)) = indirect::headline(line) else { return };
        let scanned = scan(line, 0..colon);
        let (Who::Named(_) | Who::Spokes(..)) = scanned.who else { return };
        let Some(voice) = self.voices.resolve(line, &scanned.who, "headline") else { return };
        let quote = Quote {
            kind: QuoteKind::Indirect,
            spans: vec![line.span(bytes)],
            speakers: voice.speakers,
            confidence: Some(0.7),
            ..Quote::default()
        };
        self.out.push(Found { quote, rule: "headline", speaker_rule: Some("headline") });
    }

    /// A paragraph that a dash opens.
    pub(super) fn dialogue(&mut self, line: &Line<'_>, said: Incise) {
        let sub = part(line, 0..line.text.len());
        let event = &said.event;
        let shown = gender(&sub, event);
        let voice = match &event.who {
            Who::Before(bytes) if western::speaks(line) => {
                let pronoun = gender::of_pronoun(&line.text[bytes.clone()]);
                self.voices.third_person(&western::Near::default(), pronoun.or(shown))
            }
            Who::Nobody => self.voices.before_of("the one before", shown, false),
            who => self.voices.resolve(&sub, who, event.rule),
        };
        if let (Some(shown), Some([Speaker { entity: Some(entity), .. }])) =
            (shown, voice.as_ref().map(|voice| voice.speakers.as_slice()))
        {
            self.voices.learn(*entity, shown);
        }
        if let Some(voice) = &voice {
            self.voices.hear(voice);
            self.turns.push(voice.clone());
        }
        self.announced = None;
        let quote = Quote {
            kind: QuoteKind::Direct,
            spans: said.spans.into_iter().map(|span| line.span(span)).collect(),
            marks: Some(["—".to_owned(), String::new()]),
            speakers: voice.as_ref().map(|voice| voice.speakers.clone()).unwrap_or_default(),
            cue: cue(&sub, &said.event),
            confidence: Some(0.9),
            ..Quote::default()
        };
        self.out.push(Found { quote, rule: "dash", speaker_rule: voice.map(|voice| voice.rule) });
        let parent = Some(self.out.len() - 1);
        self.terms_inside(line, parent);
    }

    fn terms_inside(&mut self, line: &Line<'_>, parent: Option<usize>) {
        for pair in (0..line.pairs.len()).filter(|&pair| line.pairs[pair].parent.is_none()) {
            if let Some(bytes) = incise::trim_blanks(line.text, line.pairs[pair].inner()) {
                self.push_term(
                    line,
                    pair,
                    bytes,
                    parent,
                    Verdict { direct: false, event: None, behind: false, rule: "inside a quotation", confidence: 0.8 },
                );
            }
        }
    }

    /// A paragraph that a dash opens, without a word of the reporter's, among others: whoever did not speak last.
    pub(super) fn turn(&mut self, line: &Line<'_>) -> bool {
        let opens = line.text.trim_start().starts_with(['—', '–', '―']);
        if !western::speaks(line) || !opens || self.turns.is_empty() && self.announced.is_none() {
            return false;
        }
        let inner = line.text.len() - line.text.trim_start().len();
        let dash = line.text[inner..].chars().next().map_or(0, char::len_utf8);
        let Some(bytes) = incise::trim(line.text, inner + dash..line.text.len()) else { return false };
        let voice = match self.announced.take() {
            Some(announced) => announced.voice,
            None => self.other_turn(),
        };
        if let Some(voice) = &voice {
            self.voices.hear(voice);
            self.turns.push(voice.clone());
        }
        let quote = Quote {
            kind: QuoteKind::Direct,
            spans: vec![line.span(bytes)],
            marks: Some(["—".to_owned(), String::new()]),
            speakers: voice.as_ref().map(|voice| voice.speakers.clone()).unwrap_or_default(),
            confidence: Some(0.7),
            ..Quote::default()
        };
        self.out.push(Found { quote, rule: "a turn of a dialogue", speaker_rule: voice.map(|voice| voice.rule) });
        let parent = Some(self.out.len() - 1);
        self.terms_inside(line, parent);
        true
    }

    /// The last one of a dialogue who is not whoever spoke last.
    fn other_turn(&self) -> Option<Voice> {
        let last = self.turns.last()?;
        let same = |voice: &Voice| {
            voice.speakers.iter().zip(&last.speakers).all(|(a, b)| (a.entity, &a.name) == (b.entity, &b.name))
        };
        let other = self.turns.iter().rev().take(6).find(|voice| !same(voice));
        let other = other.or_else(|| self.voices.last.iter().rev().find(|voice| !same(voice)))?;
        let speakers = other.speakers.iter().map(|one| Speaker { span: None, ..one.clone() }).collect();
        Some(Voice { speakers, rule: "the other of two", gender: other.gender })
    }

    /// What a speaker says that somebody else has said: `"… ורופא אחד אמר לה: 'תחפשי תחביב אחר'"`. Only where a verb of
    /// speech with a subject of its own and a colon or comma stand right before the marks.
    pub(super) fn told(
        &mut self,
        line: &Line<'_>,
        outer: usize,
        inner: usize,
        bytes: Range<usize>,
        parent: Option<usize>,
    ) -> bool {
        let measured =
            [Tongue::AR, Tongue::HE, Tongue::FA, Tongue::UR].into_iter().any(|tongue| line.tongue.is(tongue));
        if !measured || !line.has_words(&bytes, 2) || line.pairs[inner].close.is_empty() {
            return false;
        }
        let whole = line.pairs[outer].inner();
        // A verb far before is not looked for: the reading stays linear.
        let near = line.tokens.partition_point(|token| token.bytes.end <= line.pairs[inner].open.start);
        let from = line.tokens.get(near.saturating_sub(REACH)).map_or(0, |token| token.bytes.start);
        let sub = part(line, whole.start.max(from)..line.pairs[inner].open.start);
        let mark = sub.items.len().checked_sub(1).filter(|&last| matches!(sub.norm(last), ":" | "," | "،"));
        let Some(event) = events(&sub).pop().filter(|event| mark.is_some_and(|mark| mark < event.end + 4)) else {
            return false;
        };
        if !event.has(Role::Verb) || matches!(event.who, Who::Nobody | Who::Before(_)) {
            return false;
        }
        let Some(voice) = self.voices.resolve(&sub, &event.who, event.rule) else { return false };
        let quote = Quote {
            kind: QuoteKind::Direct,
            spans: vec![line.span(bytes)],
            marks: Some(marks(line, inner)),
            speakers: voice.speakers,
            cue: cue(&sub, &event),
            parent,
            confidence: Some(0.7),
            ..Quote::default()
        };
        self.out.push(Found { quote, rule: "told inside a quotation", speaker_rule: Some(voice.rule) });
        true
    }

    /// Remembers a verb of speech whose colon ends the paragraph.
    pub(super) fn announce(&mut self, within: &Within<'_, '_>) {
        let line = within.line;
        let colon = line.items.len().checked_sub(1).is_some_and(|last| line.norm(last) == ":");
        self.announced =
            within.events.last().filter(|event| colon && line.items.len().saturating_sub(event.end) < 40).map(
                |event| Announced { voice: within.voices.last().cloned().flatten().flatten(), cue: cue(line, event) },
            );
    }
}
