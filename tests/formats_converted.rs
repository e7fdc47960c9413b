//! The bundled article in every format that can hold it, made by `tools/convert_seed.py`: by the tools themselves where
//! they can be had. Read back it is the same: its blocks, and its mentions where the format has room for them.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use newsreader::article::{Article, EntityKind};
use newsreader::formats::{self, Annotations, Collection, Opened};

fn path(name: &str) -> String {
    format!("{}/tests/samples/seed/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn open(name: &str) -> Opened {
    Collection::open_path(path(name)).unwrap().first().unwrap().1
}

fn seed() -> Article {
    formats::open_bundled().unwrap().article
}

fn texts(article: &Article) -> Vec<&str> {
    article.blocks.iter().map(|block| &*block.text).collect()
}

/// Block, bytes, type and words of each mention.
type Mentions = BTreeSet<(usize, usize, usize, EntityKind, String)>;

fn mentions(article: &Article) -> Mentions {
    let all =
        article.entities.iter().flat_map(|entity| entity.mentions.iter().map(move |mention| (entity.kind, mention)));
    all.map(|(kind, mention)| {
        let span = &mention.span;
        (span.block, span.start, span.end, kind, article.text(span).to_owned())
    })
    .collect()
}

/// Those that lie in no longer one: some formats have room for one tag a word.
fn outer(mentions: Mentions) -> Mentions {
    let inside = |one: &(usize, usize, usize, EntityKind, String)| {
        mentions
            .iter()
            .any(|other| other.0 == one.0 && other.1 <= one.1 && one.2 <= other.2 && other.2 - other.1 > one.2 - one.1)
    };
    mentions.iter().filter(|one| !inside(one)).cloned().collect()
}

/// Warnings about places: of those there must be none.
fn about_places(opened: &Opened) -> Vec<String> {
    opened.warnings.iter().map(ToString::to_string).filter(|warning| warning.contains("block")).collect()
}

#[test]
fn every_text_format_has_the_same_twenty_blocks() {
    let seed = seed();
    for (name, format) in [
        ("trafilatura.json", "trafilatura"),
        ("newspaper4k.json", "newspaper"),
        ("readability.json", "Readability.js"),
        ("postlight.json", "Postlight Parser"),
        ("json_ld.json", "schema.org JSON-LD"),
        ("ninjs_1.json", "IPTC ninjs"),
        ("ninjs_2.json", "IPTC ninjs"),
        ("ninjs_3.json", "IPTC ninjs"),
        ("ans.json", "Arc XP ANS"),
        ("apple_news.json", "Apple News Format"),
        ("json_feed.json", "JSON Feed"),
        ("wordpress.json", "WordPress REST"),
        ("guardian.json", "Guardian content API"),
        ("wallabag.json", "wallabag"),
        ("fundus.json", "fundus"),
        ("event_registry.json", "Event Registry"),
        ("bbc.json.gz", "BBC blocks"),
        ("news_please.json", "news-please"),
        ("elasticsearch.json", "flat article"),
        ("flat.jsonl", "flat article"),
        ("brat.txt", "plain text"),
    ] {
        let opened = open(name);
        assert_eq!((opened.format.as_str(), opened.article.language.as_str()), (format, "ar"), "{name}");
        assert_eq!(texts(&opened.article), texts(&seed), "{name}");
        assert_eq!(opened.article.headline, seed.headline, "{name}");
        assert_eq!(about_places(&opened), Vec::<String>::new(), "{name}");
    }
}

/// Headings are told from paragraphs where the format can say so.
#[test]
fn headings_stay_headings() {
    let headings = |article: &Article| -> Vec<usize> {
        let is = |at: &usize| article.blocks[*at].kind == newsreader::article::BlockKind::Heading;
        (0..article.blocks.len()).filter(is).collect()
    };
    let expected = headings(&seed());
    assert_eq!(expected.len(), 2);
    for name in [
        "readability.json",
        "postlight.json",
        "ninjs_1.json",
        "ans.json",
        "apple_news.json",
        "fundus.json",
        "bbc.json.gz",
    ] {
        assert_eq!(headings(&open(name).article), expected, "{name}");
    }
}

#[test]
fn every_format_with_places_has_the_same_mentions() {
    let seed = seed();
    let expected = mentions(&seed);
    assert_eq!(expected.len(), 85);
    for name in [
        "spacy.json.gz",
        "prodigy.jsonl",
        "doccano.jsonl",
        "displacy.json",
        "corenlp.json.gz",
        "uima.json.gz",
        "label_studio.json.gz",
        "brat.txt",
        "brat.ann",
    ] {
        let opened = open(name);
        assert_eq!(texts(&opened.article), texts(&seed), "{name}");
        assert_eq!(mentions(&opened.article), expected, "{name}");
        assert_eq!(about_places(&opened), Vec::<String>::new(), "{name}");
    }
    let opened = open("stanza.json.gz");
    assert_eq!(texts(&opened.article), texts(&seed));
    assert_eq!(mentions(&opened.article), outer(expected));
}

/// The answers of services, beside the text and beside articles in other formats that hold the same text.
#[test]
fn annotations_beside_a_text_have_the_same_mentions() {
    let expected = mentions(&seed());
    for notes in ["web_annotation.json.gz", "google.json.gz", "aws.json.gz", "azure.json.gz", "brat.ann"] {
        let annotations = Annotations::open_path(path(notes)).unwrap();
        for text in ["wordpress.json", "fundus.json", "flat.jsonl"] {
            let mut opened = open(text);
            annotations.add_to(&mut opened);
            assert_eq!(mentions(&opened.article), expected, "{notes} beside {text}");
            assert_eq!(about_places(&opened), Vec::<String>::new(), "{notes} beside {text}");
        }
        let text = std::fs::read(path("brat.txt")).unwrap();
        let mut opened = Collection::read_from_or_text(&text[..], "x").unwrap().open(0).unwrap();
        annotations.add_to(&mut opened);
        assert_eq!(mentions(&opened.article), expected, "{notes} beside the text");
    }
}

/// The quotations of CoreNLP are those of the file, with their speakers.
#[test]
fn quotations_and_who_says_them() {
    let (seed, opened) = (seed(), open("corenlp.json.gz"));
    let quotes = |article: &Article| -> Vec<(String, String)> {
        let speaker = |quote: &newsreader::article::Quote| {
            quote.speakers.first().map(|one| article.speaker_name(one).to_owned()).unwrap_or_default()
        };
        article.quotes.iter().map(|quote| (article.text(&quote.spans[0]).to_owned(), speaker(quote))).collect()
    };
    assert_eq!(quotes(&opened.article), quotes(&seed));
}

/// Who and what the article is about, where a format has names without places.
#[test]
fn entities_without_places_are_all_there() {
    let seed = seed();
    let names =
        |article: &Article| -> BTreeSet<String> { article.entities.iter().map(|one| one.name.clone()).collect() };
    for name in ["json_ld.json", "ans.json", "event_registry.json", "bbc.json.gz"] {
        let opened = open(name);
        assert_eq!(names(&opened.article), names(&seed), "{name}");
        assert!(opened.article.entities.iter().all(|entity| entity.mentions.is_empty()), "{name}");
    }
}
