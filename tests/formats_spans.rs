//! Text plus spans: spaCy, displaCy, Prodigy, doccano, in every unit of offsets.
#![allow(clippy::unwrap_used)]

use newsreader::article::EntityKind;
use newsreader::formats::{self, Format, OffsetUnit, Opened, TextIndex};
use serde_json::{Value, json};

const TEXT: &str = "😀 قال وانغ يي إن بكين ترحب.\r\nوأضاف أن بكين و\"بريكس\" شريكان.";

fn open(value: &Value) -> Opened {
    let opened = formats::open_bytes(value.to_string().as_bytes(), "x.json").unwrap();
    assert_eq!(opened.format, Format::Spans);
    opened
}

/// Start and end of the `nth` place where some words stand, in a unit.
fn span(unit: OffsetUnit, words: &str, nth: usize) -> (usize, usize) {
    let index = TextIndex::new(TEXT);
    let start = TEXT.match_indices(words).nth(nth).unwrap().0;
    let offset = |byte: usize| (0..=TEXT.len()).find(|offset| index.byte_of(unit, *offset) == Some(byte)).unwrap();
    (offset(start), offset(start + words.len()))
}

/// Name, type, and words of each mention with their block.
type Found = Vec<(String, EntityKind, Vec<(usize, String)>)>;

fn entities(opened: &Opened) -> Found {
    let words =
        |mention: &newsreader::article::Mention| (mention.span.block, opened.article.text(&mention.span).to_owned());
    let list = opened.article.entities.iter();
    list.map(|entity| (entity.name.clone(), entity.kind, entity.mentions.iter().map(words).collect())).collect()
}

fn expected() -> Found {
    let at = |block, words: &str| (block, words.to_owned());
    vec![
        ("وانغ يي".to_owned(), EntityKind::Person, vec![at(0, "وانغ يي")]),
        ("بكين".to_owned(), EntityKind::Place, vec![at(0, "بكين"), at(1, "بكين")]),
        ("بريكس".to_owned(), EntityKind::Org, vec![at(1, "بريكس")]),
    ]
}

const SPANS: [(&str, usize, &str); 4] =
    [("وانغ يي", 0, "PERSON"), ("بكين", 0, "GPE"), ("بكين", 1, "GPE"), ("بريكس", 0, "ORG")];

fn objects(unit: OffsetUnit, start: &str, end: &str) -> Vec<Value> {
    let object = |(words, nth, label): &(&str, usize, &str)| {
        let place = span(unit, words, *nth);
        json!({start: place.0, end: place.1, "label": label})
    };
    SPANS.iter().map(object).collect()
}

fn triples(unit: OffsetUnit) -> Vec<Value> {
    SPANS
        .iter()
        .map(|(words, nth, label)| {
            let place = span(unit, words, *nth);
            json!([place.0, place.1, label])
        })
        .collect()
}

#[test]
fn every_tool_that_counts_code_points() {
    let unit = OffsetUnit::CodePoint;
    for value in [
        json!({"text": TEXT, "ents": objects(unit, "start", "end"), "sents": [], "tokens": [{"id": 0, "start": 0, "end": 1}]}),
        json!({"text": TEXT, "ents": objects(unit, "start", "end"), "title": null}),
        json!({"text": TEXT, "spans": objects(unit, "start", "end"), "_input_hash": 1, "_task_hash": 2, "answer": "accept"}),
        json!({"text": TEXT, "spans": {"sc": objects(unit, "start", "end")}}),
        json!({"id": 1, "text": TEXT, "label": triples(unit)}),
        json!({"id": 1, "text": TEXT, "entities": objects(unit, "start_offset", "end_offset"), "relations": []}),
        json!({"column_data": TEXT, "column_label": triples(unit)}),
    ] {
        let opened = open(&value);
        assert_eq!(entities(&opened), expected(), "{value}");
        assert_eq!((opened.warnings.len(), opened.article.language.as_str()), (0, "ar"));
        assert_eq!(opened.article.entities[1].source_type.as_deref(), Some("GPE"));
        let mut bytes = vec![];
        formats::native::write(&opened.article, &mut bytes).unwrap();
        assert_eq!(formats::open_bytes(&bytes, "again").unwrap().article, opened.article);
    }
}

#[test]
fn another_unit_is_found_by_the_edges_of_words() {
    for unit in [OffsetUnit::Utf16, OffsetUnit::Byte] {
        let opened = open(&json!({"text": TEXT, "spans": objects(unit, "start", "end")}));
        assert_eq!(entities(&opened), expected(), "{unit:?}");
        let words = format!("top level: the offsets count {}, not code points; corrected", unit.as_str());
        assert_eq!(opened.warnings[0].to_string(), words);
    }
}

#[test]
fn stated_words_are_checked() {
    let opened = open(&json!({"text": TEXT, "entities": [
        {"start": 4, "end": 8, "label": "LOC", "text": "بكين"},
        {"start": 0, "end": 3, "label": "PER", "text": "ليس هنا"},
    ]}));
    assert_eq!(opened.article.text(&opened.article.entities[0].mentions[0].span), "بكين");
    assert_eq!(opened.article.entities[1].mentions, []);
    assert_eq!(opened.warnings.len(), 2);
}

#[test]
fn places_that_cannot_be_are_listed_without_one() {
    let opened = open(&json!({"text": TEXT, "label": [[0, 99999, "ORG"], [20, 50, "LOC"], [9, 3, "PER"]]}));
    assert!(opened.article.entities.iter().all(|entity| entity.mentions.is_empty()));
    assert_eq!(opened.warnings.len(), 3);
}

#[test]
fn a_prodigy_line_without_spans_and_tasks_without_text() {
    open(
        &json!({"text": TEXT, "_input_hash": 1, "tokens": [{"text": "x", "start": 0, "end": 1, "id": 0}], "answer": "reject"}),
    );
    for value in [
        json!({"image": "data:image/png;base64,x", "_input_hash": 1, "spans": [{"label": "A", "points": [[1, 2]]}]}),
        json!({"text": "", "ents": []}),
        json!({"text": "good", "label": ["positive"]}),
        json!({"spans": [{"start": 0, "end": 1, "label": "A"}]}),
    ] {
        formats::open_bytes(value.to_string().as_bytes(), "x.json").unwrap_err();
    }
}
