//! An article as the extraction sees it: texts cut into words and sentences, each in a language.

use std::collections::HashMap;

use super::features::{self, Word};
use super::gazetteer::Gazetteer;
use super::words::{self, Token, TokenKind};
use crate::article::{Article, BlockKind};

/// A language that the extraction knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Arabic, and any other language in its script that is neither of the next two.
    Arabic,
    /// Persian.
    Persian,
    /// Urdu.
    Urdu,
    /// Hebrew.
    Hebrew,
    /// Russian, and any other language in Cyrillic.
    Russian,
    /// French.
    French,
    /// English, and any other language.
    English,
}

impl Language {
    /// The language of a BCP 47 tag.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let main = tag.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
        Some(match main.as_str() {
            "ar" => Self::Arabic,
            "fa" => Self::Persian,
            "ur" => Self::Urdu,
            "he" | "iw" => Self::Hebrew,
            "ru" => Self::Russian,
            "fr" => Self::French,
            "en" => Self::English,
            _ => return None,
        })
    }

    /// Whether it is written in Arabic script.
    #[must_use]
    pub fn is_arabic_script(self) -> bool {
        matches!(self, Self::Arabic | Self::Persian | Self::Urdu)
    }

    /// Its BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Persian => "fa",
            Self::Urdu => "ur",
            Self::Hebrew => "he",
            Self::Russian => "ru",
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language of a text: by its script, then by `stated` where that is written in this script,
    /// then by letters and words that only one language has.
    #[must_use]
    pub fn of_text(text: &str, stated: Option<Self>) -> Self {
        let mut scripts = [0_usize; 4];
        let (mut persian, mut urdu) = (0, 0);
        for c in text.chars() {
            match c {
                '\u{0600}'..='\u{06ff}' => {
                    scripts[0] += 1;
                    urdu += usize::from("ٹڈڑںےہھ".contains(c));
                    persian += usize::from("پچژگیک".contains(c));
                }
                '\u{05d0}'..='\u{05ea}' => scripts[1] += 1,
                '\u{0400}'..='\u{04ff}' => scripts[2] += 1,
                c if c.is_alphabetic() => scripts[3] += 1,
                _ => {}
            }
        }
        let script = (0..4).rev().max_by_key(|&script| scripts[script]).unwrap_or(3);
        match (script, stated) {
            (0, Some(stated)) if stated.is_arabic_script() => stated,
            (0, _) if urdu * 50 > scripts[0] => Self::Urdu,
            (0, _) if persian * 25 > scripts[0] => Self::Persian,
            (0, _) => Self::Arabic,
            (1, _) => Self::Hebrew,
            (2, _) => Self::Russian,
            (_, Some(stated @ (Self::French | Self::English))) => stated,
            _ => latin(text),
        }
    }
}

fn latin(text: &str) -> Language {
    let (mut french, mut english) = (0, 0);
    for word in text.split_whitespace().take(400) {
        french += usize::from(matches!(
            word,
            "le" | "la" | "les" | "des" | "et" | "du" | "une" | "est" | "dans" | "que" | "pour" | "à"
        ));
        english +=
            usize::from(matches!(word, "the" | "of" | "and" | "to" | "in" | "a" | "is" | "that" | "for" | "was"));
    }
    if french > english { Language::French } else { Language::English }
}

/// The text of one block.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    /// Index into [`Article::blocks`].
    pub block: usize,
    /// What the block is.
    pub kind: BlockKind,
    /// Its text.
    pub text: &'a str,
    /// Its language.
    pub language: Language,
    /// Its words, numbers and marks.
    pub tokens: Vec<Token>,
    /// What the lists say of each token.
    pub words: Vec<Word>,
    /// Its sentences, as ranges of tokens.
    pub sentences: Vec<std::ops::Range<usize>>,
}

impl Text<'_> {
    /// The normalised spelling of a token; empty past the ends.
    #[must_use]
    pub fn norm(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.norm)
    }

    /// The token as printed; empty past the end.
    #[must_use]
    pub fn raw(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.text[token.bytes.clone()])
    }

    /// Whether a token is a mark.
    #[must_use]
    pub fn is_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.kind == TokenKind::Mark)
    }

    /// Whether a token is a quotation mark.
    #[must_use]
    pub fn is_quote_mark(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            matches!(token.norm.as_str(), "\"" | "«" | "»" | "„" | "'") || token.norm == "”" || token.norm == "“"
        })
    }

    /// The sentence that holds a token.
    #[must_use]
    pub fn sentence_of(&self, at: usize) -> std::ops::Range<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.end <= at);
        self.sentences.get(index).cloned().unwrap_or(0..0)
    }
}

/// The texts of an article.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// One for every block that says something.
    pub texts: Vec<Text<'a>>,
    /// The language of most of it.
    pub language: Language,
    /// How often each word occurs, by its normalised spelling.
    pub counts: HashMap<String, u32>,
}

/// The longest sentence that is tagged in one piece, in tokens: text without any full stop stays
/// linear in time and memory.
const LONGEST_SENTENCE: usize = 200;

impl<'a> Document<'a> {
    /// Cuts the blocks of an article into words and looks every word up.
    #[must_use]
    pub fn new(article: &'a Article, gazetteer: &Gazetteer) -> Self {
        let stated = Language::of_tag(&article.language);
        let longest = article.blocks.iter().max_by_key(|block| block.text.len()).map_or("", |block| &block.text);
        let language = Language::of_text(longest, stated);
        let mut texts = Vec::new();
        for (block, source) in article.blocks.iter().enumerate() {
            if matches!(source.kind, BlockKind::Code | BlockKind::Separator | BlockKind::Furniture)
                || source.text.trim().is_empty()
            {
                continue;
            }
            let stated = source.language.as_deref().and_then(Language::of_tag).or(stated).or(Some(language));
            texts.push(text(block, source.kind, &source.text, stated, gazetteer));
        }
        let mut counts = HashMap::new();
        for text in &texts {
            text.words.iter().filter(|word| word.is_letters()).for_each(|word| match counts.get_mut(&word.norm) {
                Some(count) => *count += 1,
                None => {
                    counts.insert(word.norm.clone(), 1);
                }
            });
        }
        Self { texts, language, counts }
    }
}

fn text<'a>(block: usize, kind: BlockKind, text: &'a str, stated: Option<Language>, gazetteer: &Gazetteer) -> Text<'a> {
    let tokens = words::tokens(text);
    let language = Language::of_text(text, stated);
    let clitics = !matches!(language, Language::Persian | Language::Urdu);
    let mut sentences = Vec::new();
    for sentence in words::sentences(text, &tokens) {
        let mut start = sentence.start;
        while sentence.end - start > LONGEST_SENTENCE {
            sentences.push(start..start + LONGEST_SENTENCE);
            start += LONGEST_SENTENCE;
        }
        sentences.push(start..sentence.end);
    }
    let mut known = Vec::with_capacity(tokens.len());
    for sentence in &sentences {
        let raw: Vec<&str> = tokens[sentence.clone()].iter().map(|token| &text[token.bytes.clone()]).collect();
        known.extend(features::look_up(&raw, gazetteer, clitics));
    }
    Text { block, kind, text, language, tokens, words: known, sentences }
}
