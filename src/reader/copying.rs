//! What can be copied: logical text of the article, never what the cells hold.

use crate::article::{Article, MarkKind, Span};
use crate::layout::closed;
use crate::tongue::{Text, Tongue};

use super::{State, Target};

/// A part of the article that can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyTarget {
    /// What is selected: a mention, a match, a heading.
    Selection,
    /// The quotation that is selected, else the first one from the top of the screen on, with its speaker and source.
    Quote,
    /// The paragraph of the selection, else the first one on screen.
    Paragraph,
    /// The name of the selected entity.
    Entity,
    /// Lines that are marked first.
    Lines,
    /// The first link of the paragraph.
    Link,
    /// The address of the article.
    Address,
    /// All of it.
    Article,
}

/// Text for the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// What it is, for the status line.
    pub what: Text,
    /// Logical text without control characters other than line feeds and tabs.
    pub text: String,
}

impl Copied {
    /// The text of a target, without control characters.
    pub(super) fn new(target: CopyTarget, text: &str) -> Self {
        let text = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        Self { what: target.name(), text }
    }
}

impl CopyTarget {
    /// Every target, in the order of the list.
    pub const ALL: [Self; 8] = [
        Self::Selection,
        Self::Quote,
        Self::Paragraph,
        Self::Lines,
        Self::Entity,
        Self::Link,
        Self::Address,
        Self::Article,
    ];

    /// Its letter.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Selection => 'y',
            Self::Quote => 'q',
            Self::Paragraph => 'p',
            Self::Lines => 'v',
            Self::Entity => 'e',
            Self::Link => 'l',
            Self::Address => 'u',
            Self::Article => 'a',
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            Self::Selection => Text::CopySelection,
            Self::Quote => Text::CopyQuote,
            Self::Paragraph => Text::CopyParagraph,
            Self::Lines => Text::CopyLines,
            Self::Entity => Text::CopyEntity,
            Self::Link => Text::CopyLink,
            Self::Address => Text::CopyAddress,
            Self::Article => Text::CopyArticle,
        }
    }

    pub(super) fn of(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.letter() == letter)
    }
}

impl State {
    /// The text of a target, or why there is none.
    ///
    /// # Errors
    /// A sentence for the status line.
    pub fn copied(&self, target: CopyTarget) -> Result<Copied, Text> {
        let article = self.article();
        let text = match target {
            CopyTarget::Selection => match self.selected_spans().as_slice() {
                [] => return Err(Text::NothingSelected),
                spans => spans.iter().map(|span| closed(article.text(span))).collect::<Vec<_>>().join(" … "),
            },
            CopyTarget::Quote => with_source(article, self.tongue, self.quote_here().ok_or(Text::NoQuotationHere)?),
            CopyTarget::Paragraph => match article.blocks.get(self.block_here()) {
                Some(block) if !block.text.is_empty() => block.text.to_string(),
                _ => return Err(Text::NoTextHere),
            },
            CopyTarget::Lines => return Err(Text::NoLinesMarked),
            CopyTarget::Entity => match self.selection().map(|selection| selection.target) {
                Some(Target::Entity(entity)) => article.entities[entity].name.clone(),
                _ => return Err(Text::NoEntitySelected),
            },
            CopyTarget::Link => self.link_here().ok_or(Text::NoLinkHere)?,
            CopyTarget::Address => article.url.clone().ok_or(Text::NoAddress)?,
            CopyTarget::Article => {
                let texts: Vec<&str> = article.blocks.iter().map(|block| &*block.text).collect();
                texts.join("\n\n")
            }
        };
        Ok(Copied::new(target, &text))
    }

    fn selected_spans(&self) -> Vec<Span> {
        self.selection().map(|selection| selection.spans(self.places())).unwrap_or_default()
    }

    /// The block of the selection, else of the first line on screen.
    pub(super) fn block_here(&self) -> usize {
        self.selected_spans().first().map_or(self.top().text, |span| span.block)
    }

    fn quote_here(&self) -> Option<usize> {
        if let Some(Target::Quote(quote)) = self.selection().map(|selection| selection.target) {
            return Some(quote);
        }
        let here = self.block_here();
        let listed = self.places().listed.quotes.iter().copied();
        listed
            .into_iter()
            .find(|&quote| self.article().quotes[quote].spans.first().is_some_and(|span| span.block >= here))
    }

    pub(super) fn link_here(&self) -> Option<String> {
        let block = self.article().blocks.get(self.block_here())?;
        let link =
            block.details.marks.iter().find(|mark| mark.kind == MarkKind::Link).and_then(|mark| mark.url.clone());
        link.or_else(|| block.details.url.clone())
    }
}

/// A quotation with who said it and where that was printed.
fn with_source(article: &Article, tongue: Tongue, quote: usize) -> String {
    let quote = &article.quotes[quote];
    let words: Vec<_> = quote.spans.iter().map(|span| closed(article.text(span))).collect();
    let [open, close] = match &quote.marks {
        Some([open, close]) if !open.is_empty() => {
            [open.as_str(), if close.is_empty() { open.as_str() } else { close.as_str() }]
        }
        _ => ["«", "»"],
    };
    let mut text = format!("{open}{}{close}", words.join(" … "));
    let speakers: Vec<_> = quote.speakers.iter().map(|speaker| closed(article.speaker_name(speaker))).collect();
    if !speakers.is_empty() {
        text += "\n— ";
        text += &speakers.join(", ");
    }
    let publisher = article.publisher.as_ref().map(|publisher| publisher.name.as_str());
    let date = article.date_published.as_deref().map(|iso| tongue.date(iso).unwrap_or_else(|| iso.to_owned()));
    let source = [article.headline.as_deref(), publisher, date.as_deref(), article.url.as_deref()];
    for part in source.into_iter().flatten().filter(|part| !part.is_empty()) {
        text.push('\n');
        text += part;
    }
    text
}
