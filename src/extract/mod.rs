//! Extraction: who, where, which organisation, when, and who said what.
//!
//! [`annotate`] reads the text of an article and nothing else: no network, no clock, no state. What
//! it finds points into the text by byte spans, and every mention and quotation says why it is there
//! ([`Reasons`]), so that a reader can ask and a wrong rule can be found.

pub mod nominal;
pub mod quotes;
pub mod words;

use crate::article::{Article, Entity, Quote};

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
    pub quotes: Vec<Reason>,
}

/// The rule that found something, or the probability that the tagger gave it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// Name of the rule, e.g. `ministry`, `tagger`, `cue before`.
    pub rule: &'static str,
    /// What the tagger gave, 0 to 1; rules have none.
    pub probability: Option<f64>,
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

/// Finds the entities and quotations of an article. Annotations that it already carries are not
/// looked at.
#[must_use]
pub fn annotate(_article: &Article) -> Annotations {
    Annotations::default()
}
