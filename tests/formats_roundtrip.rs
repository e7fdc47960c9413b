//! What is written is valid, and reads back as it was.
#![allow(clippy::unwrap_used)]

mod formats_support;

use formats_support::articles::article;
use formats_support::schema::violations;
use newsreader::article::Article;
use newsreader::formats;
use proptest::prelude::*;
use serde_json::{Value, json};

fn written(article: &Article) -> Vec<u8> {
    let mut bytes = vec![];
    formats::native::write(article, &mut bytes).unwrap();
    bytes
}

#[test]
fn the_judge_accepts_the_seed_and_sees_what_is_wrong() {
    let seed: Value = serde_json::from_str(formats::bundled()).unwrap();
    assert_eq!(violations(&seed), Vec::<String>::new());
    let changes: &[fn(&mut Value)] = &[
        |v| v["format"] = json!("x"),
        |v| v["note"] = json!("x"),
        |v| v["blocks"] = json!([]),
        |v| v["blocks"][0]["type"] = json!("text"),
        |v| drop(v["blocks"][0].as_object_mut().unwrap().remove("text")),
        |v| v["blocks"][0]["level"] = json!(7),
        |v| drop(v["entities"][0]["mentions"][0]["anchor"].as_object_mut().unwrap().remove("exact")),
        |v| v["quotes"][0]["speakers"][0] = json!({}),
        |v| v["quotes"][0]["id"] = json!("a b"),
    ];
    for (number, change) in changes.iter().enumerate() {
        let mut changed = seed.clone();
        change(&mut changed);
        assert_eq!(violations(&changed).len(), 1, "change {number}: {:?}", violations(&changed));
    }
}

#[test]
fn the_written_seed_is_valid() {
    let seed = formats::open_bundled().unwrap().article;
    assert_eq!(violations(&serde_json::from_slice(&written(&seed)).unwrap()), Vec::<String>::new());
}

proptest! {
    #[test]
    fn an_article_reads_back_equal_and_its_file_is_valid(article in article()) {
        let bytes = written(&article);
        let found = violations(&serde_json::from_slice(&bytes).unwrap());
        prop_assert_eq!(&found, &Vec::<String>::new());
        let opened = formats::open_bytes(&bytes, "x").unwrap();
        prop_assert_eq!(&opened.warnings, &vec![]);
        prop_assert_eq!(opened.article, article);
    }
}
