//! Reads the lines from top to bottom and writes down who says what.

use std::ops::Range;

use super::Found;
use super::decide::{Setting, Verdict, decide};
use super::events::{Event, events};
use super::gender::{self, gender};
use super::incise::{self, Incise};
use super::indirect;
use super::kin;
use super::lexicon::{Role, Tongue};
use super::line::{Item, Line};
use super::pieces::{comma_inside, cue, dialogue, headline_speakers, incised, is_heading, marks, part};
use super::subject::{Who, scan};
use super::topic::{self, Topic};
use super::voice::{Voice, Voices};
use crate::article::{Article, Block, BlockRole, Entity, Quote, QuoteKind, Span, Speaker};
use crate::extract::nominal::Titles;

/// Reads all lines.
pub(super) fn walk(article: &Article, entities: &[Entity], titles: &Titles, lines: &[Line<'_>]) -> Vec<Found> {
    let mut walker =
        Walker { article, voices: Voices::new(entities, titles), out: vec![], announced: None, open: None };
    for line in lines {
        (0..line.named.len()).for_each(|name| {
            if let Some(shown) = gender::beside(line, name) {
                walker.voices.learn(line.named[name].entity, shown);
            }
            if let Some(kin) = kin::introduced(line, name) {
                let entity = line.named[name].entity;
                walker.voices.kin.push((entity, kin));
                kin.gender.into_iter().for_each(|gender| walker.voices.learn(entity, gender));
            }
        });
    }
    for (index, line) in lines.iter().enumerate() {
        walker.voices.enter(line.block, index.checked_sub(1).map(|before| lines[before].block));
        walker.line(line);
    }
    let mut out = walker.out;
    headline_speakers(article, &mut out);
    number(out)
}

/// Ids in reading order.
fn number(mut out: Vec<Found>) -> Vec<Found> {
    for (index, found) in out.iter_mut().enumerate() {
        found.quote.id = format!("q{}", index + 1);
    }
    out
}

/// Who is about to speak: the last paragraph ended with a colon.
pub(super) struct Announced {
    pub(super) voice: Option<Voice>,
    pub(super) cue: Option<Span>,
}

pub(super) struct Walker<'a> {
    article: &'a Article,
    pub(super) voices: Voices<'a>,
    pub(super) out: Vec<Found>,
    pub(super) announced: Option<Announced>,
    /// The quotation that the last paragraph left open, an index of `out`.
    open: Option<usize>,
}

/// The state within one line.
pub(super) struct Within<'l, 'a> {
    pub(super) line: &'l Line<'a>,
    pub(super) events: Vec<Event>,
    /// What each event's subject became; `None` before it was reached.
    pub(super) voices: Vec<Option<Option<Voice>>>,
    /// The last quotation that was speech: its item, its index in `out`, whether its verb stood behind it.
    last: Option<(usize, usize, bool)>,
}

impl Walker<'_> {
    fn line(&mut self, line: &Line<'_>) {
        let block = &self.article.blocks[line.block];
        if block.role == Some(BlockRole::RelatedStory) {
            self.voices.forget();
        }
        let events = events(line);
        let mut within = Within { line, voices: vec![None; events.len()], events, last: None };
        if let Some(said) = dialogue(line) {
            self.dialogue(line, said);
            return;
        }
        if is_heading(block) {
            self.headline(line);
        }
        let mut next = 0;
        let mut sentence = line.dateline;
        for item in 0..line.items.len() {
            if item == sentence {
                sentence = line.sentence_ends[item];
                self.topic(&within, item, block);
            }
            if within.events.get(next).is_some_and(|event| event.item == item) {
                self.event(&mut within, next);
                next += 1;
            }
            self.statement(line, item);
            if let Item::Quote(pair) = line.items[item] {
                self.quote(&mut within, item, pair, block);
            }
        }
        self.announce(&within);
    }

    /// Remembers whom the sentence from `item` on is about.
    fn topic(&mut self, within: &Within<'_, '_>, item: usize, block: &Block) {
        let line = within.line;
        let first = within.events.partition_point(|event| event.item < item);
        let end = within.events.get(first).map_or(line.items.len(), |event| event.item).min(line.sentence_ends[item]);
        let voice = match topic::of(line, item..end).filter(|_| !is_heading(block)) {
            Some(Topic::Known(voice)) => Some(voice),
            Some(Topic::Described(bytes)) => self.voices.resolve(line, &Who::Unnamed(bytes), "the one before"),
            None => None,
        };
        if let Some(voice) = voice {
            self.voices.about(voice);
        }
    }

    /// The voice of an event, found when it is first asked for.
    fn voice(&mut self, within: &mut Within<'_, '_>, index: usize) -> Option<Voice> {
        if within.voices[index].is_none() {
            let event = &within.events[index];
            let gender = gender(within.line, event);
            let voice = match &event.who {
                Who::Before(bytes) => self.pronoun(within.line, event.item, bytes.clone()),
                Who::Nobody if event.has(Role::Himself) => self.himself(within.line, event, gender),
                Who::Nobody => self.voices.before_of("the one before", gender, event.has(Role::Onward)),
                _ => self
                    .voices
                    .resolve(within.line, &event.who, event.rule)
                    .map(|voice| Voice { gender: gender.filter(|_| event.agrees()).or(voice.gender), ..voice }),
            };
            if let (Some(shown), Some([Speaker { entity: Some(entity), .. }])) =
                (gender.filter(|_| event.agrees()), voice.as_ref().map(|voice| voice.speakers.as_slice()))
            {
                self.voices.learn(*entity, shown);
            }
            let guess = event.who == Who::Nobody && event.has(Role::According);
            within.voices[index] = Some(voice.filter(|_| !guess));
        }
        within.voices[index].clone().flatten()
    }

    /// Hears an event, and writes down what it reports without marks.
    fn event(&mut self, within: &mut Within<'_, '_>, index: usize) {
        let voice = self.voice(within, index);
        let event = &within.events[index];
        let told = indirect::reported(within.line, event, within.events.get(index + 1));
        if let Some(voice) = &voice {
            self.voices.hear(voice);
        }
        if let (Some(bytes), Some(voice)) = (told, voice) {
            let cue = cue(within.line, &within.events[index]);
            let via = self.via(within, index);
            let quote = Quote {
                kind: QuoteKind::Indirect,
                spans: vec![within.line.span(bytes)],
                speakers: voice.speakers.clone(),
                via,
                cue,
                confidence: Some(0.7),
                ..Quote::default()
            };
            self.out.push(Found { quote, rule: "reported", speaker_rule: Some(voice.rule) });
        }
    }

    fn via(&self, within: &Within<'_, '_>, index: usize) -> Option<Speaker> {
        let event = &within.events[index];
        match &event.via {
            Who::Nobody => self.outer_statement(within, index),
            who => self.voices.resolve(within.line, who, "via").and_then(|voice| voice.speakers.into_iter().next()),
        }
    }

    /// `وأوضح البيان أن الوزيرين شددا على "…"`: the statement passes it on.
    fn outer_statement(&self, within: &Within<'_, '_>, index: usize) -> Option<Speaker> {
        let event = &within.events[index];
        let outer = within.events[..index].iter().rev().take(1).find(|other| other.sentence == event.sentence)?;
        let passes = matches!(outer.who, Who::Statement(_))
            && event.rule == "subject before"
            && !matches!(event.who, Who::Nobody);
        passes.then(|| self.voices.resolve(within.line, &outer.who, "via")).flatten()?.speakers.into_iter().next()
    }

    /// Remembers the organisation behind "in a statement of …".
    fn statement(&mut self, line: &Line<'_>, item: usize) {
        if !(line.has(item, Role::Statement) || line.tongue.is(Tongue::UR) && line.has(item, Role::Occasion)) {
            return;
        }
        let name = if line.tongue.is(Tongue::UR) {
            (item.saturating_sub(3)..item).rev().find_map(|at| line.named_at[line.token(at)?])
        } else {
            (item + 1..item + 4).find_map(|at| line.named_at[line.token(at)?])
        };
        if let Some(name) = name.filter(|&name| line.named[name].kind == crate::article::EntityKind::Org) {
            self.voices.statement_of(line.named[name].entity);
        }
    }

    fn quote(&mut self, within: &mut Within<'_, '_>, item: usize, pair: usize, block: &Block) {
        let line = within.line;
        let continued = line.pairs[pair].continues.then_some(self.open).flatten();
        let resumed = self.resumed(within, item);
        let setting = Setting {
            after_speech: within.last.map(|(item, ..)| item),
            resumes: resumed.is_some(),
            announced: self.announced.is_some(),
            continues: continued.is_some(),
            headline: is_heading(block),
            about: self.voices.has_topic(),
        };
        let verdict = decide(line, &within.events, item, setting);
        let Some(bytes) = incise::trim_blanks(line.text, line.pairs[pair].inner()) else { return };
        if !verdict.direct {
            self.push_term(line, pair, bytes, None, verdict);
            return self.nested(line, pair, None);
        }
        let incise = incised(line, pair);
        let index = match continued.or(resumed.filter(|_| verdict.rule == "taken up again")) {
            Some(index) => {
                self.resume(within, item, index, bytes, &verdict);
                index
            }
            None => self.push_speech(within, item, pair, bytes, verdict, incise),
        };
        self.open = line.pairs[pair].close.is_empty().then_some(index);
        within.last = Some((item, index, verdict.behind));
        self.nested(line, pair, Some(index));
    }

    /// The quotation that this one takes up again: `"A," said X, "b"`.
    fn resumed(&self, within: &Within<'_, '_>, item: usize) -> Option<usize> {
        let (last, index, behind) = within.last?;
        let line = within.line;
        let between = last + 1..item;
        let clause = behind
            && between.len() <= 18
            && !between.clone().any(|at| line.ends[at] || line.norm(at) == ":" || line.has(at, Role::That));
        let comma = matches!(line.norm(item - 1), "," | "،" | "—" | "–" | "-")
            || !between.is_empty() && comma_inside(line, last);
        let first = within.events.partition_point(|event| event.item < between.start);
        let one = within.events[first..].iter().take_while(|event| event.item < item).take(3).count()
            <= 1 + usize::from(line.tongue.is(Tongue::AR));
        (clause && comma && one).then_some(index)
    }

    fn resume(
        &mut self,
        within: &mut Within<'_, '_>,
        item: usize,
        index: usize,
        bytes: Range<usize>,
        verdict: &Verdict,
    ) {
        self.out[index].quote.spans.push(within.line.span(bytes));
        if let Some(event) = verdict.event
            && self.out[index].quote.cue.is_none()
        {
            // The paragraph that ends the quotation says whose it is.
            let (voice, cue, via) = self.speaker(within, item, verdict);
            if let Some(voice) = voice {
                self.voices.hear(&voice);
                let found = &mut self.out[index];
                (found.quote.speakers, found.speaker_rule) = (voice.speakers, Some(voice.rule));
                (found.quote.cue, found.quote.via) = (cue, via);
            }
            debug_assert!(event < within.events.len());
        }
    }

    fn push_speech(
        &mut self,
        within: &mut Within<'_, '_>,
        item: usize,
        pair: usize,
        bytes: Range<usize>,
        verdict: Verdict,
        incise: Option<Incise>,
    ) -> usize {
        let line = within.line;
        let (spans, voice, cue, via) = match incise {
            Some(Incise { spans, event }) => {
                let part = part(line, line.pairs[pair].inner());
                let voice = match &event.who {
                    Who::Before(bytes) => self.pronoun(line, item, bytes.clone()),
                    who => self.voices.resolve(&part, who, event.rule),
                };
                (spans, voice, cue(&part, &event), None)
            }
            None => {
                let (voice, cue, via) = self.speaker(within, item, &verdict);
                (vec![bytes], voice, cue, via)
            }
        };
        if let Some(voice) = &voice {
            self.voices.hear(voice);
        }
        let quote = Quote {
            kind: QuoteKind::Direct,
            spans: spans.into_iter().map(|span| line.span(span)).collect(),
            marks: Some(marks(line, pair)),
            speakers: voice.as_ref().map(|voice| voice.speakers.clone()).unwrap_or_default(),
            via,
            cue,
            confidence: Some(verdict.confidence),
            ..Quote::default()
        };
        self.out.push(Found { quote, rule: verdict.rule, speaker_rule: voice.map(|voice| voice.rule) });
        self.out.len() - 1
    }

    /// Who says a quotation, by which words, and through whom.
    fn speaker(
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
            "colon" => {
                let who = topic::before_colon(line, item);
                let voice = if who == Who::Nobody {
                    self.voices.before("the one before")
                } else {
                    self.voices.resolve(line, &who, "colon")
                };
                (voice, None, None)
            }
            "goes on"
            | "goes on in the next paragraph"
            | "a paragraph of its own"
            | "a sentence of its own"
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

    pub(super) fn push_term(
        &mut self,
        line: &Line<'_>,
        pair: usize,
        bytes: Range<usize>,
        parent: Option<usize>,
        verdict: Verdict,
    ) {
        let quote = Quote {
            kind: QuoteKind::Term,
            spans: vec![line.span(bytes)],
            marks: Some(marks(line, pair)),
            parent,
            confidence: Some(verdict.confidence),
            ..Quote::default()
        };
        if !line.pairs[pair].close.is_empty() {
            self.out.push(Found { quote, rule: verdict.rule, speaker_rule: None });
        }
    }

    /// Marks inside marks are terms.
    fn nested(&mut self, line: &Line<'_>, pair: usize, parent: Option<usize>) {
        let end = line.pairs[pair].outer().end;
        for (inner, _) in line.pairs.iter().enumerate().skip(pair + 1).take_while(|(_, other)| other.open.start < end) {
            if let Some(bytes) = incise::trim_blanks(line.text, line.pairs[inner].inner()) {
                let verdict =
                    Verdict { direct: false, event: None, behind: false, rule: "inside a quotation", confidence: 0.8 };
                self.push_term(line, inner, bytes, parent, verdict);
            }
        }
    }
}
