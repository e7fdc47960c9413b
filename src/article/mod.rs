//! The article: what every room of the program agrees on.
//!
//! An [`Article`] is logical text cut into [`Block`]s, with annotations (entities, quotations) that
//! point into it. Every place is a [`Span`]: a block and a half-open range of UTF-8 **bytes** in
//! that block's text, on character boundaries. Whatever unit a file counts in (code points,
//! UTF-16 units, …) is turned into bytes once, in [`crate::formats`], and never again.
//!
//! Names follow schema.org `NewsArticle` and the W3C Web Annotation model.

mod details;
mod kinds;
mod language;

use std::ops::Range;
use std::sync::Arc;

use compact_str::CompactString;
use serde_json::{Map, Value};

pub use details::{BlockDetails, Details};
pub use kinds::{BlockKind, BlockRole, DeclaredDirection, EntityKind, MarkKind, MentionKind, QuoteKind};
pub use language::{is_rtl_language, script_direction};

/// One news article and everything that is known about it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// Stable document id, a file-independent key for bookmarks.
    pub id: Option<String>,
    /// Where the article was published.
    pub url: Option<String>,
    /// Copy of the headline block's text.
    pub headline: Option<String>,
    /// A second headline.
    pub alternative_headline: Option<String>,
    /// Summary, dek or abstract.
    pub description: Option<String>,
    /// BCP 47 tag of the main language, e.g. `ar`.
    pub language: String,
    /// Base direction that the file states for the whole article.
    pub direction: DeclaredDirection,
    /// Who published it.
    pub publisher: Option<Agent>,
    /// Who wrote it.
    pub authors: Vec<Agent>,
    /// ISO 8601 date of publication.
    pub date_published: Option<String>,
    /// ISO 8601 date of the last change.
    pub date_modified: Option<String>,
    /// Place of writing as printed.
    pub dateline: Option<String>,
    /// Sections of the publication.
    pub sections: Vec<String>,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Licence of the text.
    pub license: Option<String>,
    /// Copyright notice.
    pub copyright_notice: Option<String>,
    /// The text, in reading order.
    pub blocks: Vec<Block>,
    /// Who and what the article is about.
    pub entities: Vec<Entity>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// Where the data came from, kept as it was read.
    pub provenance: Option<Map<String, Value>>,
    /// Keys of the file that the reader does not interpret (`@type`, `x-…`), kept for writing.
    pub extra: Map<String, Value>,
}

/// One paragraph, heading, caption, …
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Block {
    /// Id within the article. Short ones stand in the block itself.
    pub id: CompactString,
    /// Logical text, no markup. A line feed inside is a forced line break.
    pub text: Arc<str>,
    /// BCP 47 tag where it differs from the article's.
    pub language: Option<Box<str>>,
    /// What it is.
    pub kind: BlockKind,
    /// Base direction where the file states one.
    pub direction: Option<DeclaredDirection>,
    /// Heading level (1 to 6) or list nesting depth.
    pub level: Option<u8>,
    /// What the block stands for, when more is known than its form.
    pub role: Option<BlockRole>,
    /// A list item that is numbered.
    pub ordered: Option<bool>,
    /// What few blocks have.
    pub details: Details,
}

/// An inline mark on a part of a block's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Link, emphasis, …
    pub kind: MarkKind,
    /// Bytes of the block's text.
    pub bytes: Range<usize>,
    /// Address of a link.
    pub url: Option<String>,
}

impl Article {
    /// The blocks that are nothing but direct speech, in order: paragraphs every letter and digit of which lies in a direct
    /// quotation.
    #[must_use]
    pub fn quoted_blocks(&self) -> Vec<usize> {
        let direct = self.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
        let mut spans: Vec<&Span> = direct.flat_map(|quote| &quote.spans).collect();
        spans.sort_unstable();
        let blocks = spans.chunk_by(|one, next| one.block == next.block);
        blocks.filter(|spans| self.is_all_quoted(spans)).map(|spans| spans[0].block).collect()
    }

    /// Whether these spans of one block, in order, leave no letter or digit of it out.
    fn is_all_quoted(&self, spans: &[&Span]) -> bool {
        let block = self.blocks.get(spans[0].block).filter(|block| block.kind == BlockKind::Paragraph);
        let Some(block) = block else { return false };
        let unquoted =
            |from: usize, to: usize| block.text.get(from..to).is_some_and(|text| text.contains(char::is_alphanumeric));
        let mut at = 0;
        for span in spans {
            if span.start > at && unquoted(at, span.start) {
                return false;
            }
            at = at.max(span.end);
        }
        !unquoted(at, block.text.len())
    }
}

/// A place in the text: a block and a half-open byte range in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// Index into [`Article::blocks`].
    pub block: usize,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The byte range within the block.
    #[must_use]
    pub fn bytes(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether `byte` of block `block` lies inside.
    #[must_use]
    pub fn contains(&self, block: usize, byte: usize) -> bool {
        self.block == block && (self.start..self.end).contains(&byte)
    }
}

/// A person or an organisation in the metadata.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Agent {
    /// Name as printed.
    pub name: String,
    /// Home page.
    pub url: Option<String>,
    /// `Person` or `Organization`.
    pub kind: Option<String>,
    /// What they did.
    pub role: Option<String>,
    /// Index into [`Article::entities`].
    pub entity: Option<usize>,
    /// Keys that the reader does not interpret, kept for writing.
    pub extra: Map<String, Value>,
}

/// Somebody or something that the article names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entity {
    /// Id within the article.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// Our type.
    pub kind: EntityKind,
    /// The type as the input wrote it.
    pub source_type: Option<String>,
    /// Other names in the text.
    pub aliases: Vec<String>,
    /// Addresses that identify it elsewhere.
    pub same_as: Vec<String>,
    /// Normalised value of a date or number.
    pub value: Option<String>,
    /// Whether that value was worked out rather than read.
    pub inferred: Option<bool>,
    /// How central it is; greater is more.
    pub salience: Option<f64>,
    /// 0 to 1.
    pub confidence: Option<f64>,
    /// Its places in the text, in reading order. May be empty: known, but not located.
    pub mentions: Vec<Mention>,
    /// Keys that the reader does not interpret, kept for writing.
    pub extra: Map<String, Value>,
}

/// One place where an entity is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// By name, by description or by pronoun.
    pub kind: Option<MentionKind>,
    /// 0 to 1.
    pub confidence: Option<f64>,
    /// Keys that the reader does not interpret, kept for writing.
    pub extra: Map<String, Value>,
}

/// A quotation, or a term in quotation marks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Quote {
    /// Id within the article.
    pub id: String,
    /// Speech, or a name in quotation marks that nobody says.
    pub kind: QuoteKind,
    /// The words without their quotation marks, in reading order; several when interrupted.
    /// Empty when none of its anchors could be located.
    pub spans: Vec<Span>,
    /// Opening and closing mark as printed.
    pub marks: Option<[String; 2]>,
    /// Who says it.
    pub speakers: Vec<Speaker>,
    /// Who passes the words on.
    pub via: Option<Speaker>,
    /// The verb or phrase that introduces it.
    pub cue: Option<Span>,
    /// Index into [`Article::quotes`] of the quotation that this one stands in.
    pub parent: Option<usize>,
    /// 0 to 1.
    pub confidence: Option<f64>,
    /// Keys that the reader does not interpret, kept for writing.
    pub extra: Map<String, Value>,
}

/// Who says a quotation; at least one field is set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Speaker {
    /// Index into [`Article::entities`].
    pub entity: Option<usize>,
    /// Name, where no entity stands for it.
    pub name: Option<String>,
    /// The words that name the speaker at this place; none when implied by context.
    pub span: Option<Span>,
}

impl Article {
    /// Base direction of the whole article: as stated, else the first strong character of the text
    /// (UAX #9 P2, P3), else the language's.
    #[must_use]
    pub fn is_rtl(&self) -> bool {
        match self.direction {
            DeclaredDirection::Rtl => true,
            DeclaredDirection::Ltr => false,
            DeclaredDirection::Auto => self
                .blocks
                .iter()
                .find_map(|block| script_direction(&block.text))
                .unwrap_or_else(|| is_rtl_language(&self.language)),
        }
    }

    /// Base direction of one block: its own `dir`, else its first strong character, else the
    /// direction of its language, else that of the article.
    ///
    /// An article-wide direction does not override the first strong character of a block: an
    /// English source line in an Arabic article is still English.
    #[must_use]
    pub fn block_is_rtl(&self, index: usize) -> bool {
        let block = &self.blocks[index];
        match block.direction {
            Some(DeclaredDirection::Rtl) => true,
            Some(DeclaredDirection::Ltr) => false,
            _ => script_direction(&block.text).unwrap_or_else(|| match &block.language {
                Some(tag) => is_rtl_language(tag),
                None => self.is_rtl(),
            }),
        }
    }

    /// The text of a span; empty when it does not lie in the article.
    #[must_use]
    pub fn text(&self, span: &Span) -> &str {
        self.blocks.get(span.block).and_then(|block| block.text.get(span.bytes())).unwrap_or("")
    }

    /// The name to show for a speaker: the entity's, else the stated one, else the words in the text.
    #[must_use]
    pub fn speaker_name<'a>(&'a self, speaker: &'a Speaker) -> &'a str {
        if let Some(entity) = speaker.entity.and_then(|index| self.entities.get(index)) {
            return &entity.name;
        }
        match (&speaker.name, &speaker.span) {
            (Some(name), _) => name,
            (None, Some(span)) => self.text(span),
            (None, None) => "",
        }
    }
}
