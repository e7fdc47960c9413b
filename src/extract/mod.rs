//! Extraction: who, where, which organisation, when, and who said what.
//!
//! [`annotate`] reads the text of an article and nothing else: no network, no clock, no state. What
//! it finds points into the text by byte spans, and every mention and quotation says why it is there
//! ([`Reasons`]), so that a reader can ask and a wrong rule can be found.

pub mod assets;
pub mod clitics;
mod consistent;
pub mod crf;
mod dates;
pub mod document;
mod events;
mod everyday;
pub mod features;
pub mod gazetteer;
mod lexicon;
mod link;
pub mod names;
pub mod net;
pub mod nominal;
mod patterns;
mod persons;
pub mod quotes;
mod refine;
mod speaking;
pub mod table;
pub mod tagger;
mod voiced;
pub mod words;

use std::fmt;
use std::sync::LazyLock;

use crate::article::{Article, BlockKind, Entity, Mention, MentionKind, Quote};

/// What was found in an article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Annotations {
    /// Who and what, most salient first. Mentions stand in reading order.
    pub entities: Vec<Entity>,
    /// Who said what, in reading order; speakers point into [`Annotations::entities`].
    pub quotes: Vec<Quote>,
    /// Why each of them was found.
    pub reasons: Reasons,
}

/// Why something was found, in the order of what it explains.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reasons {
    /// For every entity, for every mention of it.
    pub mentions: Vec<Vec<Reason>>,
    /// For every quotation.
    pub quotes: Vec<QuoteReason>,
}

/// The rules that found a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuoteReason {
    /// What made it a quotation or a term, e.g. `cue and colon`.
    pub rule: &'static str,
    /// What found its speaker, e.g. `subject after`; none without a speaker.
    pub speaker_rule: Option<&'static str>,
}

impl fmt::Display for QuoteReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.speaker_rule {
            Some(speaker) => write!(f, "{}; speaker: {speaker}", self.rule),
            None => f.write_str(self.rule),
        }
    }
}

/// The rule that found something, or the probability that the tagger gave it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// Name of the rule, e.g. `ministry`, `tagger`, `cue before`.
    pub rule: &'static str,
    /// What the tagger gave, 0 to 1; rules have none.
    pub probability: Option<f64>,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.probability {
            Some(probability) => write!(f, "{} {probability:.2}", self.rule),
            None => f.write_str(self.rule),
        }
    }
}

impl Reason {
    /// A rule that needs no probability.
    #[must_use]
    pub fn rule(rule: &'static str) -> Self {
        Self { rule, probability: None }
    }

    /// The tagger, and how sure it was (0 to 1).
    #[must_use]
    pub fn tagger(probability: f64) -> Self {
        Self { rule: "tagger", probability: Some(probability) }
    }
}

/// The taggers that come with the program, by language.
static TAGGERS: LazyLock<Vec<(&'static str, tagger::Tagger<'static>)>> = LazyLock::new(|| {
    assets::MODELS.iter().filter_map(|(language, bytes)| Some((*language, tagger::Tagger::read(bytes)?))).collect()
});

/// The tagger of a language, by its BCP 47 tag.
pub type Taggers<'t> = &'t dyn Fn(&str) -> Option<&'t tagger::Tagger<'t>>;

/// The tagger that comes with the program for a language.
#[must_use]
pub fn tagger_of(language: &str) -> Option<&'static tagger::Tagger<'static>> {
    TAGGERS.iter().find(|(name, _)| *name == language).map(|(_, tagger)| tagger)
}

/// The reasons of all mentions: those of the names in their order, the others are descriptions.
fn explain(entity: &Entity, names: Vec<Reason>) -> Vec<Reason> {
    let mut names = names.into_iter();
    let reason = |mention: &Mention| match mention.kind {
        Some(MentionKind::Nominal) => None,
        _ => names.next(),
    };
    entity.mentions.iter().map(reason).map(|reason| reason.unwrap_or(Reason::rule("description"))).collect()
}

/// Finds the entities and quotations of an article. Annotations that it already carries are not
/// looked at.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    annotate_with(article, &tagger_of)
}

/// The same with other taggers than those of the program: training measures the whole with them.
#[must_use]
pub fn annotate_with(article: &Article, taggers: Taggers) -> Annotations {
    let Some(gazetteer) = *gazetteer::BUILT_IN else { return Annotations::default() };
    let document = document::Document::new(article, &gazetteer);
    let mut names = names::find(&document, &gazetteer, taggers, article.date_published.as_deref());
    voiced::complete(&document, &mut names);
    let lead = article.blocks.iter().position(|block| block.kind == BlockKind::Paragraph);
    let roles: Vec<_> = article.blocks.iter().map(|block| block.role).collect();
    let (mut entities, reasons) = link::link(&document, lead, &roles, &names);
    nominal::tie(article, &mut entities);
    let mentions = entities.iter().zip(reasons).map(|(entity, reasons)| explain(entity, reasons)).collect();
    let quoted =
        |found: quotes::Found| (found.quote, QuoteReason { rule: found.rule, speaker_rule: found.speaker_rule });
    let (quotes, reasons) = quotes::find(article, &entities).into_iter().map(quoted).unzip();
    Annotations { entities, quotes, reasons: Reasons { mentions, quotes: reasons } }
}
