//! Annotations in a file beside the text: W3C Web Annotation, Google, AWS, Azure.
#![allow(clippy::unwrap_used)]

#[path = "formats_support/annotated.rs"]
mod annotated;
#[path = "formats_support/reading.rs"]
mod reading;

use annotated::{BLOCKS, SPANS, TEXT, expected, is_the_text, place};
use newsreader::article::EntityKind;
use newsreader::formats::{Annotations, Collection, Format, OffsetUnit, Opened};
use reading::{Found, entities, open, refusal, round_trip, warnings};
use serde_json::{Value, json};

/// The text with what is noted elsewhere.
fn beside(annotations: &Value) -> Opened {
    beside_bytes(annotations.to_string().into_bytes())
}

fn beside_bytes(annotations: Vec<u8>) -> Opened {
    let annotations = Annotations::from_bytes(annotations, "notes.json").unwrap();
    let reader = TEXT.as_bytes();
    let mut opened = Collection::read_from_or_text(reader, "x").unwrap().open(0).unwrap();
    annotations.add_to(&mut opened);
    opened
}

const UNITS: [OffsetUnit; 4] = [OffsetUnit::CodePoint, OffsetUnit::Utf16, OffsetUnit::Byte, OffsetUnit::Grapheme];

#[test]
fn web_annotations_in_their_many_wrappings() {
    let annotation = |(words, nth, label): &(&str, usize, &str)| {
        let (start, end) = place(OffsetUnit::CodePoint, words, *nth);
        json!({"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:1", "type": "Annotation", "motivation": "tagging",
            "body": [{"type": "TextualBody", "purpose": "tagging", "value": label}],
            "target": {"source": "https://x.example/1", "selector": [
                {"type": "TextQuoteSelector", "exact": words, "prefix": "", "suffix": ""},
                {"type": "TextPositionSelector", "start": start, "end": end}]}})
    };
    let mut list: Vec<Value> = SPANS.iter().map(annotation).collect();
    let identifies = json!({"type": "SpecificResource", "purpose": "identifying", "source": "http://www.wikidata.org/entity/Q55419"});
    list[0]["body"].as_array_mut().unwrap().push(identifies);
    let lines: String = list.iter().map(|one| format!("{one}\n")).collect();
    let wrapped = [
        json!(list),
        json!({"type": "AnnotationPage", "items": list}),
        json!({"type": "AnnotationCollection", "total": 4, "first": {"type": "AnnotationPage", "items": list}}),
    ];
    let opened = wrapped.iter().map(beside).chain([beside_bytes(lines.into_bytes())]);
    for opened in opened {
        is_the_text(&opened, Format::PlainText);
        assert_eq!(entities(&opened.article), expected(1));
    }
    // By words alone, with what stands around them; and by a place alone, within a part of the page.
    let quote = json!({"type": "Annotation", "body": "http://www.wikidata.org/entity/Q956", "target": {"source": "x", "selector":
        {"type": "TextQuoteSelector", "exact": "بكين", "prefix": "أن ", "suffix": " و"}}});
    let (start, end) = place(OffsetUnit::CodePoint, "بريكس", 0);
    let position = json!({"type": "Annotation", "motivation": "highlighting", "target": {"source": "x", "selector":
        {"type": "FragmentSelector", "value": "p", "refinedBy": {"type": "TextPositionSelector", "start": start, "end": end}}}});
    let opened = beside(&json!([quote, position]));
    assert_eq!(entities(&opened.article)[0], ("بكين", EntityKind::Other, 1, vec![(1, "بكين")]));
    assert_eq!(entities(&opened.article)[1], ("بريكس", EntityKind::Other, 0, vec![(1, "بريكس")]));
    // The answer of Hypothesis has no types.
    let row = json!({"id": "x", "user": "acct:a@b", "uri": "https://x.example/1", "text": "", "tags": ["PERSON"], "target": [{"source": "https://x.example/1",
        "selector": [{"type": "RangeSelector"}, {"type": "TextPositionSelector", "start": 7, "end": 14}, {"type": "TextQuoteSelector", "exact": "وانغ يي", "prefix": "قال ", "suffix": " إن"}]}]});
    let opened = beside(&json!({"total": 1, "rows": [row]}));
    assert_eq!(entities(&opened.article), [("وانغ يي", EntityKind::Person, 0, vec![(0, "وانغ يي")])]);
}

#[test]
fn google_entities_in_whatever_unit_was_asked_for() {
    for unit in UNITS {
        let mention = |words: &str, nth| json!({"text": {"content": words, "beginOffset": place(unit, words, nth).0}, "type": "PROPER"});
        let answer = json!({"language": "ar", "entities": [
            {"name": "وانغ يي", "type": "PERSON", "salience": 0.5, "mentions": [mention("وانغ يي", 0)],
                "metadata": {"mid": "/m/0x", "wikipedia_url": "https://en.wikipedia.org/wiki/Wang_Yi"}},
            {"name": "بكين", "type": "LOCATION", "salience": 0.3, "metadata": {}, "mentions": [mention("بكين", 0), mention("بكين", 1)]},
            {"name": "بريكس", "type": "ORGANIZATION", "salience": 0.2, "metadata": {}, "mentions": [mention("بريكس", 0)]},
        ]});
        let opened = beside(&answer);
        is_the_text(&opened, Format::PlainText);
        assert_eq!(entities(&opened.article), expected(1), "{unit:?}");
        assert_eq!(opened.article.entities[0].salience, Some(0.5));
    }
    // Without an encoding every offset is -1: the words are taken where they stand, one after the other.
    let mention =
        |words: &str| json!({"text": {"content": words, "beginOffset": -1}, "type": "PROPER", "probability": 0.9});
    let opened = beside(
        &json!({"entities": [{"name": "بكين", "type": "LOCATION", "mentions": [mention("بكين"), mention("بكين"), mention("بكين")]}]}),
    );
    // There is no third place.
    assert_eq!(entities(&opened.article), [("بكين", EntityKind::Place, 0, vec![(0, "بكين"), (1, "بكين")])]);
    assert_eq!(warnings(&opened), Vec::<String>::new());
}

#[test]
fn aws_entities() {
    let entity = |(words, nth, label): &(&str, usize, &str)| {
        let (begin, end) = place(OffsetUnit::CodePoint, words, *nth);
        json!({"Score": 0.99, "Type": label.replace("GPE", "LOCATION").replace("ORG", "ORGANIZATION"), "Text": words, "BeginOffset": begin, "EndOffset": end})
    };
    let list: Vec<Value> = SPANS.iter().map(entity).collect();
    for answer in [json!({"Entities": list}), json!({"ResultList": [{"Index": 0, "Entities": list}], "ErrorList": []})]
    {
        let opened = beside(&answer);
        is_the_text(&opened, Format::PlainText);
        assert_eq!(entities(&opened.article), expected(0));
        assert_eq!(opened.article.entities[0].mentions[0].confidence, Some(0.99));
    }
    let mut wrong = list[0].clone();
    wrong["Text"] = "سيرغي لافروف".into();
    let opened = beside(&json!({"Entities": [wrong]}));
    assert_eq!(entities(&opened.article), [("سيرغي لافروف", EntityKind::Person, 0, vec![])]);
    assert!(warnings(&opened)[0].starts_with("notes.json: Entities[0]: "), "{:?}", warnings(&opened));
    assert!(refusal(&json!({"Entities": list})).contains("newsreader --annotations FILE TEXT"));
}

#[test]
fn azure_entities_and_linked_entities() {
    for unit in UNITS {
        let entity = |(words, nth, label): &(&str, usize, &str)| {
            let (start, end) = place(unit, words, *nth);
            json!({"text": words, "category": label.replace("GPE", "Location"), "offset": start, "length": end - start, "confidenceScore": 0.9})
        };
        let list: Vec<Value> = SPANS.iter().map(entity).collect();
        let documents = json!([{"id": "1", "entities": list, "warnings": []}, {"id": "2", "entities": list}]);
        for answer in [
            json!({"kind": "EntityRecognitionResults", "results": {"documents": documents, "errors": [], "modelVersion": "x"}}),
            json!({"documents": documents, "errors": []}),
        ] {
            let opened = beside(&answer);
            is_the_text(&opened, Format::PlainText);
            assert_eq!(entities(&opened.article), expected(0), "{unit:?}");
        }
    }
    let (start, end) = place(OffsetUnit::Utf16, "وانغ يي", 0);
    let linked = json!({"documents": [{"id": "1", "entities": [{"name": "Wang Yi", "language": "ar", "id": "Wang Yi", "dataSource": "Wikipedia",
        "url": "https://ar.wikipedia.org/wiki/x", "matches": [{"text": "وانغ يي", "offset": start, "length": end - start, "confidenceScore": 0.4}]}]}]});
    assert_eq!(entities(&beside(&linked).article), [("Wang Yi", EntityKind::Other, 1, vec![(0, "وانغ يي")])]);
}

/// The service got the paragraphs of an article with line feeds between them.
#[test]
fn annotations_beside_an_article_that_is_no_plain_text() {
    let html = format!("<p>{}</p><p>{}</p>", BLOCKS[0], BLOCKS[1]);
    let article = json!({"title": "خبر", "content": html});
    let entity = |(words, nth, label): &(&str, usize, &str)| {
        let (begin, end) = place(OffsetUnit::CodePoint, words, *nth);
        json!({"Score": 1, "Type": label, "Text": words, "BeginOffset": begin, "EndOffset": end})
    };
    let answer = json!({"Entities": SPANS.iter().map(entity).collect::<Vec<_>>()});
    let mut opened = open(&article);
    Annotations::from_bytes(answer.to_string().into_bytes(), "notes.json").unwrap().add_to(&mut opened);
    assert_eq!(warnings(&opened), Vec::<String>::new());
    let found: Vec<Found<'_>> = entities(&opened.article);
    let below = |mut one: Found<'static>| {
        one.3.iter_mut().for_each(|place| place.0 += 1);
        one
    };
    assert_eq!(found, expected(0).into_iter().map(below).collect::<Vec<_>>());
    round_trip(&opened);
}

#[test]
fn what_is_no_annotation_is_refused() {
    for text in ["{\"title\": \"x\"}", "[1, 2]", "[]", "{\"a\": ", "T", "\u{0}", "<a/>"] {
        let error = Annotations::from_bytes(text.as_bytes().to_vec(), "notes.json").unwrap_err().to_string();
        assert!(error.starts_with("notes.json: "), "{error}");
    }
    assert!(Annotations::from_bytes(vec![], "empty.ann").is_ok(), "whoever annotates nothing leaves an empty file");
}
