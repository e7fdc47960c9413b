//! Opening values, and what a test says of what came out.
#![allow(dead_code)] // each test uses a part

use newsreader::article::{Article, BlockKind, EntityKind};
use newsreader::formats::{self, Opened};
use serde_json::Value;

pub(crate) fn open(value: &Value) -> Opened {
    formats::open_bytes(value.to_string().as_bytes(), "x.json").unwrap()
}

pub(crate) fn refusal(value: &Value) -> String {
    formats::open_bytes(value.to_string().as_bytes(), "x.json").unwrap_err().to_string()
}

/// Kind and text of each block.
pub(crate) fn outline(article: &Article) -> Vec<(BlockKind, &str)> {
    article.blocks.iter().map(|block| (block.kind, &*block.text)).collect()
}

pub(crate) fn warnings(opened: &Opened) -> Vec<String> {
    opened.warnings.iter().map(ToString::to_string).collect()
}

/// Name, type, addresses, and the words of each mention with their block.
pub(crate) type Found<'a> = (&'a str, EntityKind, usize, Vec<(usize, &'a str)>);

pub(crate) fn entities(article: &Article) -> Vec<Found<'_>> {
    let words = |mention: &newsreader::article::Mention| (mention.span.block, mention.span.clone());
    article
        .entities
        .iter()
        .map(|entity| {
            let places = entity.mentions.iter().map(words).map(|(block, span)| (block, text(article, &span)));
            (entity.name.as_str(), entity.kind, entity.same_as.len(), places.collect())
        })
        .collect()
}

fn text<'a>(article: &'a Article, span: &newsreader::article::Span) -> &'a str {
    &article.blocks[span.block].text[span.bytes()]
}

/// Native JSON of it reads back as the same article.
pub(crate) fn round_trip(opened: &Opened) {
    let mut bytes = vec![];
    formats::native::write(&opened.article, &mut bytes).unwrap();
    let again = formats::open_bytes(&bytes, "again").unwrap();
    assert_eq!(again.article, opened.article);
}
