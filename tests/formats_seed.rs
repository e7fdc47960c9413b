//! The bundled article: every count and every anchor.
#![allow(clippy::unwrap_used)]

use newsreader::article::{BlockKind, EntityKind, QuoteKind};
use newsreader::formats::{self, Format};
use serde_json::Value;

#[test]
fn the_bundled_article_opens_without_a_warning() {
    let opened = formats::open_bundled().unwrap();
    assert_eq!(opened.warnings, []);
    assert_eq!(opened.format, Format::Native);
    let article = opened.article;
    assert_eq!(article.blocks.len(), 20);
    assert_eq!(article.entities.len(), 32);
    let quotes = |kind| article.quotes.iter().filter(|quote| quote.kind == kind).count();
    assert_eq!((quotes(QuoteKind::Direct), quotes(QuoteKind::Term)), (12, 7));
    assert_eq!(article.quotes.len(), 19);
    assert_eq!(article.language, "ar");
    assert!(article.is_rtl());
    assert_eq!(article.blocks[0].kind, BlockKind::Headline);
    assert_eq!(article.headline.as_deref(), Some(&*article.blocks[0].text));
}

/// Against the file itself, read in the plainest way: the words of every anchor are the words in the text.
#[test]
fn every_place_of_the_bundled_article_names_the_words_of_the_file() {
    let article = formats::open_bundled().unwrap().article;
    let file: Value = serde_json::from_str(formats::bundled()).unwrap();
    let mut checked = 0;
    for (entity, stated) in article.entities.iter().zip(file["entities"].as_array().unwrap()) {
        assert_eq!(entity.name, stated["name"]);
        let words: Vec<&str> = entity.mentions.iter().map(|mention| article.text(&mention.span)).collect();
        let expected: Vec<&str> =
            stated["mentions"].as_array().unwrap().iter().map(|m| m["anchor"]["exact"].as_str().unwrap()).collect();
        assert_eq!(words, expected, "{}", entity.name);
        assert!(entity.mentions.is_sorted_by(|a, b| a.span <= b.span));
        checked += words.len();
    }
    assert_eq!(checked, 85);
    for (quote, stated) in article.quotes.iter().zip(file["quotes"].as_array().unwrap()) {
        assert_eq!(article.text(&quote.spans[0]), stated["anchors"][0]["exact"]);
        if let Some(cue) = &quote.cue {
            assert_eq!(article.text(cue), stated["cue"]["exact"]);
        }
        for (speaker, stated) in quote.speakers.iter().zip(stated["speakers"].as_array().into_iter().flatten()) {
            assert_eq!(article.entities[speaker.entity.unwrap()].id, stated["entity"]);
            if let Some(span) = &speaker.span {
                assert_eq!(article.text(span), stated["anchor"]["exact"]);
            }
        }
    }
}

#[test]
fn what_the_bundled_article_says_of_itself_is_read() {
    let article = formats::open_bundled().unwrap().article;
    let publisher = article.publisher.as_ref().unwrap();
    assert_eq!(publisher.name, "Sputnik");
    assert_eq!(article.entities[publisher.entity.unwrap()].kind, EntityKind::Org);
    assert_eq!(article.extra["@type"], "NewsArticle");
    assert_eq!(article.blocks[0].details.extra["origin"]["line"], 1);
    assert_eq!(article.provenance.as_ref().unwrap()["bytes"], 5822);
    let nested: Vec<&str> =
        article.quotes.iter().filter_map(|quote| quote.parent).map(|index| &*article.quotes[index].id).collect();
    assert_eq!(nested.len(), 6);
    let via = article.quotes[0].via.as_ref().unwrap();
    assert_eq!(article.speaker_name(via), "وزارة الخارجية الصينية");
}

#[test]
fn the_bundled_article_is_written_as_it_was_read() {
    let article = formats::open_bundled().unwrap().article;
    let mut written = vec![];
    formats::native::write(&article, &mut written).unwrap();
    let before: Value = serde_json::from_str(formats::bundled()).unwrap();
    let after: Value = serde_json::from_slice(&written).unwrap();
    assert_eq!(after, before);
    let order = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(order(&after), order(&before));
    let again = formats::open_bytes(&written, "written").unwrap();
    assert_eq!(again.warnings, []);
    assert_eq!(again.article, article);
}
