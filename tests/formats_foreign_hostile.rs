//! Any JSON value under the keys of foreign formats: an article that keeps every promise, or an error; never a panic.
#![allow(clippy::unwrap_used)]

use newsreader::formats::{self, Collection};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value};

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
];

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => select(WORDS).prop_map(Value::from),
        1 => Just(Value::Null),
        2 => (-2_i64..40).prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 60, 8, |inner| {
        prop_oneof![
            1 => vec(inner.clone(), 0..4).prop_map(Value::from),
            3 => vec((select(KEYS), inner), 0..8).prop_map(|pairs| {
                Value::Object(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
            }),
        ]
    })
}

/// Whole articles, of which parts are replaced.
fn templates() -> Vec<Value> {
    use serde_json::json;
    let text = "قال وزير الخارجية وانغ يي.\r\nوأضاف <b>الوزير</b>.";
    vec![
        json!({"title": "خبر", "text": text, "date": "2024", "authors": ["x"], "language": "ar"}),
        json!({"uri": "u", "versioncreated": "2024", "headline": "خبر", "body_html": text, "person": [{"name": "x"}]}),
        json!({"@type": "NewsArticle", "headline": "خبر", "articleBody": text, "about": [{"@type": "Person", "name": "x"}]}),
        json!({"title": {"rendered": "خبر"}, "content": {"rendered": text}, "date": "2024"}),
        json!({"text": text, "spans": [{"start": 4, "end": 8, "label": "PER"}, {"start": 0, "end": 3, "label": "X"}]}),
        json!({"text": text, "label": [[4, 8, "PER"], [0, 3, "X"]]}),
        json!({"type": "story", "version": "1", "headlines": {"basic": "x"}, "content_elements": [
            {"type": "text", "content": text}, {"type": "list", "items": [{"type": "text", "content": text}]}]}),
        json!({"title": "x", "components": [{"role": "body", "text": text}, {"role": "title", "text": "خبر"}]}),
    ]
}

/// The members of an object replaced, and those of the objects in it.
fn merge(into: &mut Value, from: &Value) {
    if let (Value::Object(into), Value::Object(from)) = (&mut *into, from) {
        for (key, value) in from {
            match into.get_mut(key) {
                Some(old) => merge(old, value),
                None => _ = into.insert(key.clone(), value.clone()),
            }
        }
    } else if let (Value::Array(list), Value::Object(_)) = (&mut *into, from) {
        list.iter_mut().for_each(|element| merge(element, from));
    } else if !from.is_object() {
        *into = from.clone();
    }
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
        prop_assert!(article.blocks.iter().any(|block| !block.text.trim().is_empty() || !block.rows.is_empty()));
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
