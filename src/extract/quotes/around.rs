//! What is said outside marks: headlines, paragraphs that a dash opens, colons at the end.

use super::Found;
use super::decide::Verdict;
use super::incise::{self, Incise};
use super::indirect;
use super::line::Line;
use super::pieces::{cue, part};
use super::subject::{Who, scan};
use super::walk::{Announced, Walker, Within};
use crate::article::{Quote, QuoteKind};

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
        let voice = self.voices.resolve(&sub, &said.event.who, said.event.rule);
        if let Some(voice) = &voice {
            self.voices.hear(voice);
        }
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

    /// Remembers a verb of speech whose colon ends the paragraph.
    pub(super) fn announce(&mut self, within: &Within<'_, '_>) {
        let line = within.line;
        let colon = line.items.len().checked_sub(1).is_some_and(|last| line.norm(last) == ":");
        self.announced = within
            .events
            .last()
            .filter(|event| colon && line.items.len() - event.end < 40)
            .map(|event| Announced { voice: within.voices.last().cloned().flatten().flatten(), cue: cue(line, event) });
    }
}
