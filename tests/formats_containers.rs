//! What stands around articles: arrays, wrappers, JSON Lines, search responses, gzip; and JSON that is not strict.
#![allow(clippy::unwrap_used)]

use std::io::Write;

use newsreader::article::BlockKind;
use newsreader::formats::{self, Collection, Format, check};
use serde_json::{Value, json};

const BODY: &str = "قال وزير الخارجية إن الاجتماع سيعقد في القاهرة.\nوأضاف أن الوفد وصل إلى المدينة أمس.";

fn article(number: usize) -> Value {
    json!({"title": format!("خبر {number}"), "text": BODY, "url": "https://x.example/"})
}

fn open(text: impl Into<String>) -> Collection {
    Collection::from_bytes(text.into().into_bytes(), "x.json").unwrap()
}

fn headlines(collection: &Collection) -> Vec<String> {
    (0..collection.len()).map(|number| collection.open(number).unwrap().article.headline.unwrap()).collect()
}

#[test]
fn every_way_to_keep_several_articles() {
    let list = json!([article(1), article(2), article(3)]);
    let hits: Vec<Value> = (1..4).map(|n| json!({"_id": n, "_score": 1.0, "_source": article(n)})).collect();
    let rows: Vec<Value> = (1..4).map(|n| json!({"row_idx": n, "row": article(n), "truncated_cells": []})).collect();
    let lines = format!("{}\n{}\r\n\n{}\n", article(1), article(2), article(3));
    let pretty = |n| serde_json::to_string_pretty(&article(n)).unwrap();
    for text in [
        list.to_string(),
        serde_json::to_string_pretty(&list).unwrap(),
        format!("\u{feff}{list}"),
        lines,
        format!("{}{}{}", article(1), article(2), article(3)),
        format!("{}\n{}\n{}\n", pretty(1), pretty(2), pretty(3)),
        format!("{}\n{}\n{}", article(1), pretty(2), article(3)),
        json!({"status": "ok", "totalResults": 3, "articles": list}).to_string(),
        json!({"articles": {"results": list, "page": 1}}).to_string(),
        json!({"response": {"status": "ok", "results": list}}).to_string(),
        json!({"count": 3, "data": list}).to_string(),
        json!({"_items": list, "_meta": {}}).to_string(),
        json!({"took": 3, "hits": {"total": {"value": 3}, "hits": hits}}).to_string(),
        json!({"features": [], "rows": rows, "num_rows_total": 3}).to_string(),
        json!({"num_hits": 3, "hits": list}).to_string(),
    ] {
        let collection = open(text.clone());
        assert_eq!(headlines(&collection), ["خبر 1", "خبر 2", "خبر 3"], "{text}");
        let opened = formats::open_bytes(text.as_bytes(), "x").unwrap();
        assert_eq!(opened.article.headline.as_deref(), Some("خبر 1"));
        assert_eq!(opened.article.language, "ar");
    }
}

/// Of keys that stand twice the last counts, also of those around an article.
#[test]
fn the_last_wrapper_of_several_is_the_article() {
    let native = json!({"format": "newsreader-article/1", "headline": "خبر",
        "blocks": [{"id": "b", "type": "paragraph", "text": BODY}]});
    for (wanted, other) in [(native.clone(), json!({"no": "article"})), (native, json!("no object"))] {
        let record = format!(r#"{{"_id": 1, "_source": {other}, "_source": {wanted}}}"#);
        assert_eq!(headlines(&open(format!("[{record}]"))), ["خبر"], "{record}");
        let record = format!(r#"{{"_id": 1, "_source": {wanted}, "_source": {other}}}"#);
        assert!(open(format!("[{record}]")).open(0).is_err(), "{record}");
    }
}

/// The white space of JSON is four characters; other blanks are no part of it.
#[test]
fn blanks_of_unicode_around_an_article_are_no_json() {
    let native = json!({"format": "newsreader-article/1", "blocks": [{"id": "b", "type": "paragraph", "text": BODY}]});
    assert!(formats::open_bytes(format!(" \t\r\n{native} \t\r\n").as_bytes(), "x").is_ok());
    for record in [native, article(1)] {
        for blank in ["\u{a0}", "\u{2003}", "\u{2028}", "\u{c}", "\u{85}"] {
            for text in [format!("{record}{blank}"), format!("{blank}{record}"), format!("{record}\n{blank}")] {
                assert!(formats::open_bytes(text.as_bytes(), "x").is_err(), "{blank:?}: {text}");
            }
        }
    }
}

#[test]
fn one_article_alone_or_in_a_wrapper() {
    for value in [article(1), json!({"data": {"article": article(1)}}), json!({"result": article(1), "took": 1})] {
        assert_eq!(headlines(&open(value.to_string())), ["خبر 1"]);
    }
}

#[test]
fn gzip_of_one_and_of_several_members() {
    let pack = |text: &str| {
        let mut encoder = flate2::write::GzEncoder::new(vec![], flate2::Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    let mut bytes = pack(&format!("\u{feff}{}\n", article(1)));
    bytes.extend(pack(&article(2).to_string()));
    let collection = Collection::from_bytes(bytes.clone(), "x.jsonl.gz").unwrap();
    assert_eq!(headlines(&collection), ["خبر 1", "خبر 2"]);
    bytes.truncate(bytes.len() - 20);
    let message = Collection::from_bytes(bytes, "x.gz").unwrap_err().to_string();
    assert!(message.starts_with("x.gz: byte 0: gzip data that cannot be unpacked: "), "{message}");
}

#[test]
fn a_broken_record_does_not_close_the_others() {
    let collection = open(format!("{}\n{{\"title\": \"خبر\", \"text\": }}\n{}\n{{\"title\":", article(1), article(3)));
    assert_eq!(collection.len(), 4);
    assert!(collection.open(0).is_ok() && collection.open(2).is_ok());
    assert_eq!(
        collection.open(1).unwrap_err().to_string(),
        "x.json: record 2: line 2, column 26: not valid JSON: expected value"
    );
    let cut_off = collection.open(3).unwrap_err().to_string();
    assert!(cut_off.contains("record 4: line 4") && cut_off.ends_with("the file seems to be cut off"), "{cut_off}");
    assert_eq!(collection.open(4).unwrap_err().to_string(), "x.json: record 5: there are only 4 records");
}

#[test]
fn the_first_article_is_opened_and_what_stands_before_it_is_said() {
    let collection = open(json!([{"limit": 3, "offset": 0}, article(2)]).to_string());
    let (number, opened) = collection.first().unwrap();
    assert_eq!((number, opened.article.headline.as_deref()), (1, Some("خبر 2")));
    let warning = opened.warnings[0].to_string();
    assert!(warning.starts_with("record 1: no article: JSON object but no article: keys limit, offset."), "{warning}");
    let message = open(json!([{"limit": 3}, {"limit": 4}]).to_string()).first().unwrap_err().to_string();
    assert!(message.starts_with("x.json: record 1: JSON object but no article: keys limit."), "{message}");
}

#[test]
fn what_strict_json_refuses_is_read_with_a_warning() {
    for (text, body, warning) in [
        (
            "{\"title\": \"خبر\",\n \"score\": NaN, \"text\": \"نص هذا الخبر هنا\"}",
            "نص هذا الخبر هنا",
            "line 2, column 11: NaN or Infinity, which JSON does not have; read as \"null\"",
        ),
        (
            "{\"title\": \"خبر\", \"text\": \"a\\ud800b as it is\"}",
            "a\u{fffd}b as it is",
            "line 1, column 28: half of a surrogate pair; read as \"U+FFFD\"",
        ),
        (
            "{\"title\": \"خبر\", \"text\": \"a\tb\tc d\"}",
            "a\tb\tc d",
            "line 1, column 28: a control character that is not escaped (2 times); read as \"an escape\"",
        ),
    ] {
        let opened = formats::open_bytes(text.as_bytes(), "x").unwrap();
        assert_eq!(&*opened.article.blocks[1].text, body);
        assert_eq!(opened.warnings[0].to_string(), warning);
    }
}

#[test]
fn a_fault_after_a_repaired_one_is_told_at_its_own_place() {
    let text = "{\"a\": \"\u{1}\u{2}\",\n \"b\": NaN, \"c\": nul}";
    let message = Collection::from_bytes(text.into(), "x").unwrap_err().to_string();
    assert_eq!(message, "x: line 2, column 20: not valid JSON: expected ident");
}

#[test]
fn a_large_file_of_lines_is_cut_without_being_parsed() {
    // Only the first line is JSON: the others would be refused if they were looked at.
    let mut text = article(1).to_string();
    for _ in 0..200_000 {
        text.push_str("\n{no JSON at all}");
    }
    let collection = open(text);
    assert_eq!(collection.len(), 200_001);
    let (number, opened) = collection.first().unwrap();
    assert_eq!((number, opened.format), (0, Format::Flat));
}

#[test]
fn a_report_has_one_line_and_every_problem() {
    let text = format!("{}\n{{\"limit\": 1}}\n{}", article(1), json!({"text": "نص", "label": [[0, 2, "ORG"]]}));
    let report = check(&open(text));
    assert_eq!((report.articles, report.records, report.located, report.unlocated), (2, 3, 1, 0));
    let words = report.to_string();
    let first = "x.json: flat article, 2 of 3 articles, ar und, 4 blocks, 1 entities located, 0 not, 0 quotes";
    assert_eq!(words.lines().next(), Some(first));
    assert!(words.contains("\n  record 2: JSON object but no article: keys limit."), "{words}");
    let missing = formats::check_path("no-such-file.json");
    assert!(
        !missing.is_article() && missing.to_string().starts_with("no-such-file.json: no article\n  cannot be read")
    );
}

#[test]
fn paragraphs_of_a_body() {
    let opened = formats::open_bytes(article(1).to_string().as_bytes(), "x").unwrap();
    let kinds: Vec<BlockKind> = opened.article.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Headline, BlockKind::Paragraph, BlockKind::Paragraph]);
}

/// A large file of JSON Lines is read line by line; what comes out is what comes out of the same bytes at once.
#[test]
fn a_large_file_is_read_as_a_small_one() {
    let text = "قال الوزير إن هذا الخبر من القاهرة.\\n\\n".repeat(500);
    let row = |n: usize| match n {
        7 => "{\"id\": 7}\n".to_owned(),
        8 => "  \n\r\n".to_owned(),
        9 => "{\"title\": \"x\", \"text\": \"y\",, }\n".to_owned(),
        10 => format!("{{\"title\": NaN, \"text\": \"{text}\"}}\n"),
        n => format!("{{\"title\": \"خبر {n}\", \"text\": \"{text}\"}}\n"),
    };
    let bytes = (0..320).map(row).collect::<String>().into_bytes();
    assert!(bytes.len() > 9 << 20);
    let path = std::env::temp_dir().join(format!("newsreader-large-{}.jsonl", std::process::id()));
    std::fs::write(&path, &bytes).unwrap();
    let name = path.to_str().unwrap();
    let large = Collection::open_path(&path).unwrap();
    let (about, exact) = large.estimate();
    assert!(!exact && (250..400).contains(&about), "not read to its end: {about}");
    let small = Collection::from_bytes(bytes, name).unwrap();
    assert!(small.estimate().1);
    assert_eq!(large.first().unwrap().1.article.headline.as_deref(), Some("خبر 0"));
    assert_eq!((large.len(), small.len()), (319, 319));
    for number in [0, 1, 6, 7, 8, 9, 10, 200, 318, 319] {
        let read = |collection: &Collection| match collection.open(number) {
            Ok(opened) => Ok((opened.format, opened.warnings, opened.article)),
            Err(error) => Err(error.to_string()),
        };
        assert_eq!(read(&large), read(&small), "record {number}");
    }
    std::fs::remove_file(&path).unwrap();
}
