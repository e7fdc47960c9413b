//! What holds for whatever is read, from whatever bytes.
#![allow(clippy::unwrap_used, dead_code, reason = "each test binary uses a part of it")]

use std::collections::HashSet;

use newsreader::article::{Article, Span};
use newsreader::formats::{self, Opened};
use newsreader::layout::is_bidi_control;

/// Opens the bytes and checks everything that holds for whatever comes out.
pub(crate) fn check(bytes: &[u8]) {
    match formats::open_bytes(bytes, "x\u{1b}.json") {
        Ok(opened) => check_opened(&opened),
        Err(error) => check_message(&error.to_string()),
    }
}

pub(crate) fn check_message(message: &str) {
    assert!(!message.chars().any(|c| c.is_control() || is_bidi_control(c)), "{message:?}");
    assert!(message.len() < 4000, "{message}");
}

pub(crate) fn check_opened(opened: &Opened) {
    let article = &opened.article;
    opened.warnings.iter().for_each(|warning| check_message(&warning.to_string()));
    spans(article).for_each(|span| {
        let block = &article.blocks[span.block];
        assert!(block.text.get(span.bytes()).is_some(), "{span:?} in {:?}", block.text);
    });
    for block in &article.blocks {
        assert!(block.details.marks.iter().all(|mark| block.text.get(mark.bytes.clone()).is_some()));
    }
    let speakers = article.quotes.iter().flat_map(|quote| quote.speakers.iter().chain(&quote.via));
    let agents = article.authors.iter().chain(&article.publisher).map(|agent| agent.entity);
    let entities = speakers.map(|speaker| speaker.entity).chain(agents);
    assert!(entities.flatten().all(|index| index < article.entities.len()));
    for entity in &article.entities {
        assert!(entity.mentions.is_sorted_by(|a, b| a.span <= b.span));
    }
    check_parents(article);
    check_ids(article);
    check_written(article);
}

pub(crate) fn spans(article: &Article) -> impl Iterator<Item = &Span> {
    let mentions = article.entities.iter().flat_map(|entity| &entity.mentions).map(|mention| &mention.span);
    let quotes = article.quotes.iter().flat_map(|quote| {
        let speakers = quote.speakers.iter().chain(&quote.via).filter_map(|speaker| speaker.span.as_ref());
        quote.spans.iter().chain(&quote.cue).chain(speakers)
    });
    mentions.chain(quotes)
}

pub(crate) fn check_parents(article: &Article) {
    for quote in &article.quotes {
        let mut steps = 0;
        let mut at = quote.parent;
        while let Some(index) = at {
            steps += 1;
            assert!(steps <= article.quotes.len(), "a circle of parents");
            at = article.quotes[index].parent;
        }
    }
}

pub(crate) fn check_ids(article: &Article) {
    let mut seen = HashSet::new();
    let blocks = article.blocks.iter().map(|block| block.id.as_str());
    let entities = article.entities.iter().map(|entity| entity.id.as_str());
    let quotes = article.quotes.iter().map(|quote| quote.id.as_str());
    assert!(blocks.chain(entities).chain(quotes).all(|id| seen.insert(id)), "an id stands twice");
}

/// What has been opened once is written and opened again as the same article.
pub(crate) fn check_written(article: &Article) {
    let mut bytes = vec![];
    formats::native::write(article, &mut bytes).unwrap();
    assert_eq!(&formats::open_bytes(&bytes, "again").unwrap().article, article);
}
