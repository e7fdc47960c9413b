//! Quotations: what is said, by whom, and what only stands in marks.
//!
//! [`find`] takes the blocks of an article and its entities. Every block becomes a [`Line`](line::Line):
//! marks are paired ([`marks`], [`chain`]), the words outside them are looked up ([`lexicon`]), every
//! verb of speech gets its subject ([`events`], [`subject`]). Then the article is read once from top
//! to bottom: every pair is judged ([`decide`]), every subject becomes a speaker ([`voice`]).
//!
//! Linear in the length of the text: no search goes further than a fixed number of words.

mod antecedent;
mod around;
mod before;
mod chain;
mod decide;
mod described;
mod events;
mod extent;
mod forms;
mod gender;
mod incise;
mod indirect;
mod inflect;
mod institution;
mod kin;
mod lexicon;
mod light;
mod line;
mod marks;
mod phrase;
mod pieces;
mod placed;
mod subject;
mod tables;
mod tail;
mod tongue;
mod topic;
mod urdu;
mod verb;
mod voice;
mod walk;
mod western;
mod who;

use super::words;
use crate::article::{Article, BlockKind, Entity, Quote};

pub(crate) use lexicon::{Role, Roles, Tongue, roles};

/// A quotation and why it is one.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Ids are `q1`, `q2`, … in reading order; speakers are indexes into the entities given.
    pub quote: Quote,
    /// The rule that made it a quotation or a term, e.g. `cue and colon`.
    pub rule: &'static str,
    /// The rule that found the speaker, e.g. `subject after`; none without a speaker.
    pub speaker_rule: Option<&'static str>,
}

/// Finds the quotations of an article, given its entities (nominal mentions included, see
/// [`super::nominal::tie`]).
///
/// Direct and indirect speech and terms are told apart by [`Quote::kind`]; a term or quotation that
/// stands in another has it as its parent. Quotations that the article already carries are not looked at.
#[must_use]
pub fn find(article: &Article, entities: &[Entity]) -> Vec<Found> {
    let lines = read(article, entities);
    let titles = super::nominal::Titles::learn(article, entities);
    walk::walk(article, entities, &titles, &lines)
}

/// Whether a block has text of its own to be read.
pub(crate) fn is_read(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Code | BlockKind::Table | BlockKind::Separator | BlockKind::Furniture | BlockKind::Image)
}

/// The lines of the blocks that are read.
fn read<'a>(article: &'a Article, entities: &[Entity]) -> Vec<line::Line<'a>> {
    let mut named = line::named(article, entities);
    let blocks: Vec<usize> = (0..article.blocks.len()).filter(|&index| is_read(article.blocks[index].kind)).collect();
    let mut tokens = vec![];
    let mut texts = vec![];
    let mut tongues = vec![];
    for &index in &blocks {
        let block = &article.blocks[index];
        let tag = block.language.as_deref().unwrap_or(&article.language);
        let tongue = Tongue::of(tag, &block.text);
        let found = words::tokens(&block.text);
        let sentence_ends = words::sentences(&block.text, &found)
            .iter()
            .filter_map(|range| Some(found[range.end.checked_sub(1)?].bytes.end))
            .collect();
        let running = matches!(block.kind, BlockKind::Paragraph | BlockKind::Blockquote | BlockKind::ListItem);
        texts.push(chain::Text { text: &block.text, sentence_ends, paired: marks::pair(&block.text, tongue), running });
        tokens.push(found);
        tongues.push(tongue);
    }
    let pairs = chain::join(texts);
    let parts = blocks.into_iter().zip(tokens).zip(tongues).zip(pairs);
    parts
        .map(|(((index, tokens), tongue), pairs)| {
            line::Line::new(
                index,
                &article.blocks[index].text,
                tongue,
                tokens,
                pairs,
                std::mem::take(&mut named[index]),
            )
        })
        .collect()
}
