//! Any bytes at all: an article with valid spans or an error with a clean message, never a panic.
#![allow(clippy::unwrap_used)]

mod formats_support;
#[path = "formats_support/checks.rs"]
mod checks;

use checks::{check, check_opened, check_written};
use formats_support::articles;
use newsreader::formats;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

/// A key that the reader keeps for itself stood in a file, and writing lost it.
#[test]
fn the_readers_own_key_in_a_file() {
    let anchor = serde_json::json!({"block": "b", "start": 0, "end": 3, "exact": "One"});
    for (kept, spans) in [(serde_json::json!(7), 0), (serde_json::json!([anchor, 1]), 1)] {
        let file = serde_json::json!({
            "format": "newsreader-article/1",
            "inLanguage": "en",
            "blocks": [{"id": "b", "type": "paragraph", "text": "One"}],
            "quotes": [{"id": "q", "anchors": [], "x-newsreader-unlocated": kept}],
        });
        let opened = formats::open_bytes(file.to_string().as_bytes(), "x").unwrap();
        assert_eq!(opened.article.quotes[0].spans.len(), spans);
        check_opened(&opened);
    }
}

/// Small JSON values, with strings that mean something in the format.
fn json() -> impl Strategy<Value = Value> {
    let word = select(vec![
        "b01",
        "b02",
        "e-wang",
        "q1",
        "paragraph",
        "ORG",
        "",
        "الصين",
        "بريكس",
        "x-a",
        "und",
        "a\u{1b}",
        "direct",
        "link",
        "1",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3..300_i64).prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((key(), inner), 0..6).prop_map(|entries| {
                Value::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
            }),
        ]
    })
}

/// Every key of the format.
fn key() -> impl Strategy<Value = &'static str> {
    select(vec![
        "format",
        "id",
        "type",
        "text",
        "blocks",
        "entities",
        "quotes",
        "mentions",
        "anchor",
        "anchors",
        "block",
        "start",
        "end",
        "exact",
        "prefix",
        "suffix",
        "name",
        "speakers",
        "via",
        "cue",
        "parent",
        "marks",
        "rows",
        "kind",
        "entity",
        "author",
        "publisher",
        "level",
        "inLanguage",
        "headline",
        "provenance",
        "confidence",
        "url",
        "x-a",
        "other",
        "x-newsreader-unlocated",
    ])
}

/// Every place in a JSON value, as pointers.
fn pointers(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| pointers(value, format!("{at}/{index}"), all));
        }
        Value::Object(map) => map.iter().for_each(|(key, value)| pointers(value, format!("{at}/{key}"), all)),
        _ => {}
    }
    all.push(at);
}

/// One change somewhere in a JSON value.
#[derive(Debug, Clone)]
enum Change {
    Replace(Value),
    Remove,
    Double,
    Swap(Index),
    Add(&'static str, Value),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => json().prop_map(Change::Replace),
        1 => Just(Change::Remove),
        1 => Just(Change::Double),
        2 => any::<Index>().prop_map(Change::Swap),
        2 => (key(), json()).prop_map(|(key, value)| Change::Add(key, value)),
    ]
}

fn apply(root: &mut Value, place: Index, change: Change) {
    let mut all = vec![];
    pointers(root, String::new(), &mut all);
    let pointer = all[place.index(all.len())].clone();
    let (parent, last) = pointer.rsplit_once('/').unwrap_or_default();
    match change {
        Change::Replace(value) => *root.pointer_mut(&pointer).unwrap() = value,
        Change::Swap(other) => {
            let value = root.pointer(&all[other.index(all.len())]).unwrap().clone();
            *root.pointer_mut(&pointer).unwrap() = value;
        }
        Change::Add(key, value) => {
            if let Some(Value::Object(map)) = root.pointer_mut(&pointer) {
                map.insert(key.to_owned(), value);
            }
        }
        Change::Remove | Change::Double => match root.pointer_mut(parent) {
            Some(Value::Object(map)) => drop(map.remove(last)),
            Some(Value::Array(list)) if !last.is_empty() => {
                let value = list.remove(last.parse().unwrap());
                if matches!(change, Change::Double) {
                    list.extend([value.clone(), value]);
                }
            }
            _ => {}
        },
    }
}

proptest! {
    #[test]
    fn random_bytes(bytes in vec(any::<u8>(), 0..200)) {
        check(&bytes);
    }

    #[test]
    fn random_json(value in json()) {
        check(value.to_string().as_bytes());
    }

    #[test]
    fn random_json_in_the_place_of_each_part(key in key(), value in json(), list in json()) {
        let mut file = serde_json::json!({
            "format": "newsreader-article/1",
            "inLanguage": "ar",
            "blocks": [{"id": "b01", "type": "paragraph", "text": "الصين وبريكس والصين"}],
            "entities": [list],
            "quotes": [value],
        });
        check(file.to_string().as_bytes());
        file[key] = value;
        check(file.to_string().as_bytes());
    }

    #[test]
    fn the_seed_with_changed_values(changes in vec((any::<Index>(), change()), 1..12)) {
        let mut file: Value = serde_json::from_str(formats::bundled()).unwrap();
        for (place, change) in changes {
            apply(&mut file, place, change);
        }
        check(file.to_string().as_bytes());
    }

    #[test]
    fn the_seed_with_changed_bytes(changes in vec((any::<Index>(), any::<u8>(), 0..3_u8), 1..6), end in any::<Index>()) {
        let mut file = formats::bundled().as_bytes().to_vec();
        for (place, byte, kind) in changes {
            let place = place.index(file.len());
            match kind {
                0 => file[place] = byte,
                1 => file.insert(place, byte),
                _ => drop(file.remove(place)),
            }
        }
        check(&file);
        file.truncate(end.index(file.len()));
        check(&file);
    }

    /// Offsets of a whole file moved by a few: every anchor is found again or honestly given up.
    #[test]
    fn the_seed_with_shifted_offsets(shift in -20..20_i64) {
        let mut file: Value = serde_json::from_str(formats::bundled()).unwrap();
        for entity in file["entities"].as_array_mut().unwrap() {
            for mention in entity["mentions"].as_array_mut().unwrap() {
                for key in ["start", "end"] {
                    let offset = mention["anchor"][key].as_i64().unwrap();
                    mention["anchor"][key] = (offset + shift).max(0).into();
                }
            }
        }
        let opened = formats::open_bytes(file.to_string().as_bytes(), "x").unwrap();
        check_opened(&opened);
        prop_assert_eq!(opened.article.entities.iter().map(|entity| entity.mentions.len()).sum::<usize>(), 85);
    }

    #[test]
    fn articles_at_random_keep_every_promise(article in articles::article()) {
        check_written(&article);
    }
}
