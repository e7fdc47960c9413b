//! Any JSON value under the keys of foreign formats: an article that keeps every promise, or an error; never a panic.
#![allow(clippy::unwrap_used)]

#[path = "formats_support/templates.rs"]
mod templates;

use newsreader::formats::{self, Annotations, Collection};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value};
use templates::{merge, templates};

/// Keys that mean something in one format or another.
const KEYS: &[&str] = &[
    "title",
    "text",
    "content",
    "rendered",
    "body",
    "maintext",
    "textContent",
    "length",
    "@context",
    "@type",
    "@graph",
    "articleBody",
    "headline",
    "about",
    "name",
    "version",
    "items",
    "content_html",
    "home_page_url",
    "uri",
    "type",
    "versioncreated",
    "bodies",
    "value",
    "contenttype",
    "headlines",
    "basic",
    "content_elements",
    "components",
    "role",
    "list_type",
    "level",
    "rows",
    "ents",
    "spans",
    "entities",
    "label",
    "start",
    "end",
    "tokens",
    "_input_hash",
    "source",
    "publishedAt",
    "description",
    "hits",
    "_source",
    "articles",
    "data",
    "results",
    "date",
    "authors",
    "language",
    "meta",
    "fingerprint",
    "hostname",
    "top_image",
    "movies",
    "dek",
    "total_pages",
    "person",
    "code",
    "scheme",
    "liveBlogUpdate",
    "sentences",
    "entitymentions",
    "characterOffsetBegin",
    "characterOffsetEnd",
    "word",
    "after",
    "quotes",
    "beginIndex",
    "endIndex",
    "mention",
    "mentionBegin",
    "mentionEnd",
    "canonicalSpeaker",
    "start_char",
    "end_char",
    "ner",
    "id",
    "misc",
    "%FEATURE_STRUCTURES",
    "%TYPE",
    "%ID",
    "@sofa",
    "sofaString",
    "begin",
    "annotations",
    "result",
    "labels",
    "globalOffsets",
    "model",
    "blocks",
    "attributes",
    "locator",
    "metadata",
    "tags",
    "concepts",
    "lang",
    "dateTimePub",
    "isDuplicate",
    "webTitle",
    "webUrl",
    "apiUrl",
    "fields",
    "sections",
    "paragraphs",
    "is_archived",
    "domain_name",
    "associations",
    "renditions",
    "href",
    "width",
    "url",
];

/// Keys of annotations that stand beside a text.
const NOTES: &[&str] = &[
    "type",
    "target",
    "selector",
    "refinedBy",
    "exact",
    "prefix",
    "suffix",
    "start",
    "end",
    "body",
    "value",
    "purpose",
    "source",
    "motivation",
    "items",
    "first",
    "rows",
    "Entities",
    "ResultList",
    "entities",
    "documents",
    "results",
    "Text",
    "Type",
    "BeginOffset",
    "EndOffset",
    "Score",
    "name",
    "mentions",
    "Mentions",
    "matches",
    "text",
    "content",
    "beginOffset",
    "category",
    "offset",
    "length",
    "metadata",
    "wikipedia_url",
];

const WORDS: &[&str] = &[
    "",
    " ",
    "قال الوزير",
    "<p>وزير <b>x</b></p>",
    "&lt;p&gt;&#x648;",
    "NewsArticle",
    "story",
    "text",
    "list",
    "event",
    "1.1",
    "https://jsonfeed.org/version/1.1",
    "a\r\n\r\nب😀",
    "2024-11-19T10:30:00+é",
    "19 é 2024",
    "body",
    "title",
    "html",
    "ar",
    "&#0;&#xffffff;",
    "<table><tr><td>a<td>b",
    "\u{202e}x\u{0}",
    "[+12 chars]",
    "image",
    "text/html",
    "null",
    "paragraph",
    "fragment",
    "urlLink",
    "unorderedList",
    "B-PER",
    "I-PER",
    "start_char=0|end_char=9|SpacesAfter=\\n",
    "uima.cas.Sofa",
    "Annotation",
    "TextPositionSelector",
    "TextQuoteSelector",
    "قال",
    "وزير",
    "https://x.example/a b",
    "../..//\u{202e}",
];

fn json() -> impl Strategy<Value = Value> {
    json_of(KEYS)
}

fn json_of(keys: &'static [&'static str]) -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => select(WORDS).prop_map(Value::from),
        1 => Just(Value::Null),
        2 => (-2_i64..40).prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        // Offsets that no text has.
        1 => select(vec![u64::MAX, u64::from(u32::MAX), 1 << 53]).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 60, 8, move |inner| {
        prop_oneof![
            1 => vec(inner.clone(), 0..4).prop_map(Value::from),
            3 => vec((select(keys), inner), 0..8).prop_map(|pairs| {
                Value::Object(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
            }),
        ]
    })
}

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(collection) = Collection::from_bytes(bytes.to_vec(), "x.json") else { return Ok(()) };
    for number in 0..collection.len() {
        let opened = match collection.open(number) {
            Ok(opened) => opened,
            Err(error) => {
                prop_assert!(!error.to_string().chars().any(char::is_control), "{}", error);
                continue;
            }
        };
        let article = &opened.article;
        prop_assert!(!article.language.is_empty());
        prop_assert!(
            article.blocks.iter().any(|block| !block.text.trim().is_empty() || !block.details.rows.is_empty())
        );
        for mention in article.entities.iter().flat_map(|entity| &entity.mentions) {
            prop_assert!(!article.text(&mention.span).is_empty());
        }
        let mut written = vec![];
        formats::native::write(article, &mut written).unwrap();
        prop_assert_eq!(&formats::open_bytes(&written, "again").unwrap().article, article);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn any_value_under_keys_that_mean_something(value in json()) {
        check(value.to_string().as_bytes())?;
    }

    #[test]
    fn articles_of_which_parts_are_replaced(template in select(templates()), value in json()) {
        check(template.to_string().as_bytes())?;
        prop_assert!(formats::open_bytes(template.to_string().as_bytes(), "x").is_ok());
        let mut changed = template;
        merge(&mut changed, &value);
        check(changed.to_string().as_bytes())?;
    }

    #[test]
    fn the_same_with_bytes_changed(value in json(), changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = value.to_string().into_bytes();
        for (place, byte) in changes {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        check(&bytes)?;
    }
}

/// Annotations of any form beside a text: what comes out is an article, or it is said what is wrong.
fn check_notes(bytes: Vec<u8>, text: &str) -> Result<(), TestCaseError> {
    let notes = match Annotations::from_bytes(bytes, "notes") {
        Ok(notes) => notes,
        Err(error) => {
            prop_assert!(!error.to_string().chars().any(char::is_control), "{}", error);
            return Ok(());
        }
    };
    let article = serde_json::json!({"title": "خبر", "text": text}).to_string();
    for mut opened in [
        Collection::read_from_or_text(text.as_bytes(), "text").and_then(|text| text.open(0)).unwrap(),
        formats::open_bytes(article.as_bytes(), "article").unwrap(),
    ] {
        notes.add_to(&mut opened);
        for mention in opened.article.entities.iter().flat_map(|entity| &entity.mentions) {
            prop_assert!(!opened.article.text(&mention.span).is_empty());
        }
        let mut written = vec![];
        formats::native::write(&opened.article, &mut written).unwrap();
        prop_assert_eq!(&formats::open_bytes(&written, "again").unwrap().article, &opened.article);
    }
    Ok(())
}

const TEXT: &str = "قال الوزير 😀 وزير.\r\n\r\nوأضاف أن قال وزير الخارجية.";

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn any_value_as_annotations(value in json_of(NOTES)) {
        check_notes(value.to_string().into_bytes(), TEXT)?;
    }

    #[test]
    fn annotations_of_which_parts_are_replaced(value in json_of(NOTES), which in 0..4_usize) {
        use serde_json::json;
        let mut template = match which {
            0 => json!({"type": "Annotation", "body": {"value": "PER"}, "target": {"selector": [{"type": "TextQuoteSelector", "exact": "وزير"}]}}),
            1 => json!({"entities": [{"name": "x", "type": "PERSON", "mentions": [{"text": {"content": "وزير", "beginOffset": 4}}]}]}),
            2 => json!({"Entities": [{"Text": "وزير", "Type": "PERSON", "BeginOffset": 4, "EndOffset": 8}]}),
            _ => json!({"documents": [{"entities": [{"text": "وزير", "category": "Person", "offset": 4, "length": 4}]}]}),
        };
        merge(&mut template, &value);
        check_notes(template.to_string().into_bytes(), TEXT)?;
    }

    #[test]
    fn any_lines_as_brats(lines in vec(("[TNRA#]?[0-9]{0,2}", "[A-Z]{0,3} ?[0-9]{0,20} ?[0-9]{0,3}(;[0-9]{1,2} [0-9]{1,2})?", "[ قالوزير]{0,6}"), 0..8)) {
        let text: String = lines.iter().map(|(id, place, words)| format!("{id}\t{place}\t{words}\n")).collect();
        check_notes(text.into_bytes(), TEXT)?;
    }

    /// Any text at all is an article when text is what is asked for, or there is nothing in it.
    #[test]
    fn any_text_as_plain_text(text in "\\PC{0,200}|[\\r\\n\\u{2029}أب.:\\[{ ]{0,60}") {
        if let Ok(collection) = Collection::read_from_or_text(text.as_bytes(), "x")
            && let Ok(opened) = collection.open(0)
        {
            let mut written = vec![];
            formats::native::write(&opened.article, &mut written).unwrap();
            prop_assert_eq!(&formats::open_bytes(&written, "again").unwrap().article, &opened.article);
        }
    }
}
