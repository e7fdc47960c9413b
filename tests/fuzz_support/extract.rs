//! Entities and quotations of any text.

use newsreader::article::{Article, Block, BlockKind};
use newsreader::extract;

use super::Input;
use super::checks::{check_parents, spans};

const LANGUAGES: [&str; 8] = ["ar", "en", "fa", "he", "ur", "ru", "fr", "und"];

/// The first byte says which language, the second whether the rest is text or choices of pieces.
pub(crate) fn check(data: &[u8]) {
    let mut input = Input(data);
    let language = input.of(&LANGUAGES).to_owned();
    let texts: Vec<String> = match input.flag() {
        true => String::from_utf8_lossy(input.rest()).split("\n\n").map(str::to_owned).collect(),
        false => std::iter::from_fn(|| (!input.is_empty()).then(|| input.text())).collect(),
    };
    let kinds = [BlockKind::Headline, BlockKind::Byline, BlockKind::Paragraph];
    let blocks = texts.into_iter().take(20).enumerate().map(|(at, text)| Block {
        id: format!("b{at}").into(),
        kind: kinds[at.min(2)],
        text: text.into(),
        ..Block::default()
    });
    let mut article = Article { language, blocks: blocks.collect(), ..Article::default() };
    let found = extract::annotate(&article);
    assert_eq!(found.reasons.mentions.len(), found.entities.len());
    (article.entities, article.quotes) = (found.entities, found.quotes);
    for span in spans(&article) {
        let text = article.blocks[span.block].text.get(span.bytes());
        assert!(text.is_some_and(|text| !text.is_empty()), "{span:?}");
    }
    let speakers = article.quotes.iter().flat_map(|quote| quote.speakers.iter().chain(&quote.via));
    assert!(speakers.filter_map(|speaker| speaker.entity).all(|index| index < article.entities.len()));
    check_parents(&article);
    let again = extract::annotate(&Article { entities: vec![], quotes: vec![], ..article.clone() });
    assert_eq!((again.entities, again.quotes), (article.entities, article.quotes), "the same text, the same names");
}
