//! Reads the lines from top to bottom and writes down who says what.

use std::ops::Range;

use super::Found;
use super::decide::{Setting, Verdict, decide};
use super::events::{Event, events};
use super::gender;
use super::incise::{self, Incise};
use super::indirect;
use super::kin;
use super::lexicon::{Role, Tongue};
use super::line::{Item, Line};
use super::pieces::{comma_inside, cue, dialogue, headline_speakers, incised, is_heading, marks, part};
use super::subject::Who;
use super::topic::{self, Topic};
use super::voice::{Voice, Voices};
use super::western;
use crate::article::{Article, Block, BlockRole, Entity, Quote, QuoteKind, Span, Speaker};
use crate::extract::nominal::Titles;

/// How many introductions are kept: far more than an article has, and a bound on the work.
const INTRODUCTIONS: usize = 400;

/// Reads all lines.
pub(super) fn walk(article: &Article, entities: &[Entity], titles: &Titles, lines: &[Line<'_>]) -> Vec<Found> {
    let mut walker = Walker {
        article,
        voices: Voices::new(entities, titles),
        out: vec![],
        announced: None,
        open: None,
        turns: vec![],
    };
    for line in lines {
        (0..line.named.len()).for_each(|name| {
            if let Some(shown) = gender::beside(line, name) {
                walker.voices.learn(line.named[name].entity, shown);
            }
            if western::speaks(line) && walker.voices.introductions.len() < INTRODUCTIONS {
                walker.voices.introductions.extend(western::introduction(line, name));
            }
            if let Some(kin) = kin::introduced(line, name).filter(|_| walker.voices.kin.len() < INTRODUCTIONS) {
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

/// Whether the sentence before an item asks what somebody says.
fn asked(within: &Within<'_, '_>, item: usize) -> bool {
    let line = within.line;
    let Some(mark) = item.checked_sub(1).filter(|&at| matches!(line.norm(at), "?" | "؟")) else { return false };
    let before = within.events.partition_point(|event| event.item < mark).checked_sub(1);
    let near = before.map(|index| &within.events[index]).filter(|event| event.item + 16 > mark);
    near.is_some_and(|event| {
        event.has(Role::Verb) && event.who != Who::Nobody && !(event.item..mark).any(|at| line.is_quote(at))
    })
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
    /// Who spoke in the paragraphs right before that a dash opened.
    pub(super) turns: Vec<Voice>,
}

/// The state within one line.
pub(super) struct Within<'l, 'a> {
    pub(super) line: &'l Line<'a>,
    pub(super) events: Vec<Event>,
    /// What each event's subject became; `None` before it was reached.
    pub(super) voices: Vec<Option<Option<Voice>>>,
    /// The last quotation that was speech: its item, its index in `out`, whether its verb stood behind it.
    pub(super) last: Option<(usize, usize, bool)>,
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
        if self.turn(line) {
            return;
        }
        self.turns.clear();
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
        if western::speaks(line) {
            self.voices.recent = western::near(line, line.items.len()).all();
        }
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

    pub(super) fn via(&self, within: &Within<'_, '_>, index: usize) -> Option<Speaker> {
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
            heard: item > 0
                && line.ends[item - 1]
                && within.events[..within.events.partition_point(|event| event.item < item)]
                    .iter()
                    .rev()
                    .take(6)
                    .any(|event| line.sentence_ends[event.item] == item && event.who != Who::Nobody),
            about: self.voices.has_topic(),
            asked: asked(within, item),
        };
        let verdict = decide(line, &within.events, item, setting);
        let verdict = if !verdict.direct && western::speaks(line) && incised(line, pair).is_some() {
            Verdict::direct("interrupted by its verb", None, 0.85)
        } else {
            verdict
        };
        let Some(bytes) = incise::trim_blanks(line.text, line.pairs[pair].inner()) else { return };
        if !verdict.direct {
            self.push_term(line, pair, bytes, None, verdict);
            return self.nested(line, pair, None);
        }
        let incise = incised(line, pair);
        let interrupted = incise.is_some();
        let index = match continued.or(resumed.filter(|_| verdict.rule == "taken up again")) {
            Some(index) => {
                self.resume(within, item, index, bytes, &verdict);
                index
            }
            None => self.push_speech(within, item, pair, bytes, verdict, incise),
        };
        self.open = line.pairs[pair].close.is_empty().then_some(index);
        within.last = Some((item, index, verdict.behind && !interrupted));
        self.nested(line, pair, Some(index));
    }

    /// The quotation that this one takes up again: `"A," said X, "b"`.
    fn resumed(&self, within: &Within<'_, '_>, item: usize) -> Option<usize> {
        let (last, index, behind) = within.last?;
        let line = within.line;
        let between = last + 1..item;
        let clause = behind
            && !(western::speaks(line) && line.ends[last])
            && between.len() <= 18
            && !between.clone().any(|at| line.ends[at] || line.norm(at) == ":" || line.has(at, Role::That));
        let inside = !between.is_empty() && comma_inside(line, last) && line.tongue != Tongue::EN;
        let comma = matches!(line.norm(item - 1), "," | "،" | "—" | "–" | "-") || inside;
        if western::speaks(line) && (item.saturating_sub(5)..item).any(|at| line.has(at, Role::TermHead)) {
            // "…", ironise X, auteur d’un essai remarqué, "Le Temps des déserts".
            return None;
        }
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
                if parent.is_some() && self.told(line, pair, inner, bytes.clone(), parent) {
                    continue;
                }
                let verdict =
                    Verdict { direct: false, event: None, behind: false, rule: "inside a quotation", confidence: 0.8 };
                self.push_term(line, inner, bytes, parent, verdict);
            }
        }
    }
}
