//! JSON that is made to hurt: deep, wide, huge, packed, contradicting itself. Each is an article or an error, and twice as
//! much of it takes about twice as long. Sizes are cut down for `cargo test`.
#![allow(clippy::unwrap_used)]

#[path = "formats_support/checks.rs"]
mod checks;

use std::time::{Duration, Instant};

use checks::{check_message, check_opened};
use newsreader::formats;
use serde_json::{Value, json};

fn native(change: impl FnOnce(&mut Value)) -> String {
    let mut article = json!({
        "format": "newsreader-article/1", "inLanguage": "ar", "offsetUnit": "codepoint",
        "blocks": [{"id": "b", "type": "paragraph", "text": "قال👩‍👩‍👧 وزير لا مَن"}],
        "entities": [], "quotes": [],
    });
    change(&mut article);
    article.to_string()
}

fn mention(start: i64, end: i64, exact: &str) -> Value {
    json!({"anchor": {"block": "b", "start": start, "end": end, "exact": exact}})
}

/// The name of an attack, and the file of a size.
type Sized = (&'static str, fn(usize) -> String);

/// The attacks that have a size.
fn sized() -> Vec<Sized> {
    vec![
        ("open brackets", |n| "[".repeat(n)),
        ("open objects", |n| "{\"a\":".repeat(n)),
        ("nested arrays", |n| format!("{{\"title\":\"t\",\"text\":\"x y\",\"k\":{}{}}}", "[".repeat(n), "]".repeat(n))),
        ("nested blocks", |n| {
            format!("{{\"format\":\"newsreader-article/1\",\"blocks\":{}{}}}", "[".repeat(n), "]".repeat(n))
        }),
        ("one key many times", |n| format!("{{\"title\":\"t\",{}\"text\":\"x y z\"}}", "\"text\":\"قال\",".repeat(n))),
        ("many keys", |n| {
            let keys: String = (0..n).map(|n| format!("\"k{n}\":{n},")).collect();
            format!("{{{keys}\"title\":\"t\",\"text\":\"x y z\"}}")
        }),
        ("a long number", |n| format!("{{\"title\":\"t\",\"text\":\"x y z\",\"id\":{}}}", "9".repeat(n * 10))),
        ("a long exponent", |n| format!("{{\"title\":\"t\",\"text\":\"x y z\",\"id\":1e{}}}", "9".repeat(n))),
        ("a long key", |n| format!("{{\"title\":\"t\",\"text\":\"x y z\",\"{}\":1}}", "k".repeat(n * 10))),
        ("a long string", |n| format!("{{\"title\":\"t\",\"text\":\"{}\"}}", "قال ".repeat(n * 4))),
        ("escapes", |n| format!("{{\"title\":\"t\",\"text\":\"{}\"}}", "\\u0642\\ud83d\\ude00 ".repeat(n))),
        ("lone surrogates", |n| format!("{{\"title\":\"t\",\"text\":\"{}\"}}", "\\ud800 a".repeat(n))),
        ("NaN", |n| format!("{{\"title\":\"t\",\"text\":\"x y z\",\"k\":[{}1]}}", "NaN,-Infinity,".repeat(n))),
        ("deep HTML", |n| {
            format!(
                "{{\"title\":\"t\",\"content\":{{\"rendered\":\"{}x y z\"}},\"date\":\"2024\"}}",
                "<div><b>".repeat(n)
            )
        }),
        ("deep lists", |n| {
            format!(
                "{{\"title\":{{\"rendered\":\"t\"}},\"content\":{{\"rendered\":\"{}x\"}},\"date\":\"2024\"}}",
                "<ul><li>".repeat(n)
            )
        }),
        ("wrongly nested HTML", |n| {
            format!(
                "{{\"title\":{{\"rendered\":\"t\"}},\"content\":{{\"rendered\":\"{}x\"}},\"date\":\"2024\"}}",
                "<a><table><i></a></td>".repeat(n)
            )
        }),
        ("open comments", |n| {
            format!(
                "{{\"title\":{{\"rendered\":\"t\"}},\"content\":{{\"rendered\":\"x{}\"}},\"date\":\"2024\"}}",
                "<!--<".repeat(n)
            )
        }),
        ("many blocks", |n| {
            native(|article| {
                article["blocks"] =
                    (0..n).map(|n| json!({"id": format!("b{n}"), "type": "paragraph", "text": "قال"})).collect();
            })
        }),
        ("many entities", |n| {
            native(|article| {
                article["entities"] = (0..n).map(|n| json!({"id": format!("e{n}"), "name": format!("x{n}"), "type": "PERSON", "mentions": [mention(0, 3, "قال")]})).collect();
            })
        }),
        ("many mentions of one entity", |n| {
            native(|article| {
                article["entities"] =
                    json!([{"id": "e", "name": "x", "type": "PERSON", "mentions": vec![mention(0, 3, "قال"); n]}]);
            })
        }),
        ("mentions that are nowhere", |n| {
            native(|article| {
                article["entities"] =
                    json!([{"id": "e", "name": "x", "type": "PERSON", "mentions": vec![mention(1, 2, "nowhere"); n]}]);
            })
        }),
        ("a long mention that is nowhere in many short blocks", |n| {
            native(|article| {
                article["blocks"] =
                    (0..n).map(|n| json!({"id": format!("b{n}"), "type": "paragraph", "text": "ق"})).collect();
                article["entities"] = json!([{"id": "e", "name": "x", "type": "PERSON",
                    "mentions": [mention(1, 2, &"x".repeat(n * 50))]}]);
            })
        }),
        ("ids that collide", |n| {
            native(|article| {
                article["blocks"] = (0..n).map(|_| json!({"id": "b", "type": "paragraph", "text": "قال"})).collect();
                article["entities"] = (0..n).map(|_| json!({"id": "b", "name": "x", "type": "PERSON"})).collect();
                article["quotes"] = (0..n).map(|_| json!({"id": "b", "anchors": []})).collect();
            })
        }),
        ("a circle of parents", |n| {
            native(|article| {
                article["quotes"] = (0..n)
                    .map(|at| json!({"id": format!("q{at}"), "anchors": [], "parent": format!("q{}", (at + 1) % n)}))
                    .collect();
            })
        }),
        ("parents of everybody", |n| {
            native(|article| {
                article["quotes"] =
                    (0..n).map(|at| json!({"id": format!("q{at}"), "anchors": [], "parent": "q0"})).collect();
            })
        }),
        ("records", |n| "{\"title\":\"t\",\"text\":\"x y z\"}\n".repeat(n)),
        ("records of one array", |n| format!("[{}1]", "{\"title\":\"t\",\"text\":\"x y z\"},".repeat(n))),
        ("spans of doccano", |n| json!({"text": "قال وزير", "label": vec![json!([0, 3, "PER"]); n]}).to_string()),
        ("table cells", |n| {
            native(|article| article["blocks"][0] = json!({"id": "b", "type": "table", "rows": vec![vec!["x"; 10]; n]}))
        }),
    ]
}

/// Opens the bytes, and checks what holds for every article.
fn open(name: &str, bytes: &[u8]) {
    match formats::open_bytes(bytes, "x") {
        Ok(opened) => check_opened(&opened),
        Err(error) => {
            check_message(&error.to_string());
            assert!(!error.to_string().is_empty(), "{name}");
        }
    }
}

fn time(mut work: impl FnMut()) -> Duration {
    // The best of some: other programs run beside this one.
    let once = |work: &mut dyn FnMut()| {
        let begun = Instant::now();
        work();
        begun.elapsed()
    };
    (0..2).map(|_| once(&mut work)).min().unwrap()
}

/// Time that an attack takes at least where its growth is measured; where it is so quick that it does not, its largest size.
const MEASURABLE: Duration = Duration::from_millis(10);
const LARGEST: usize = 32_000;

/// Eight times as much may take sixteen times as long, and some milliseconds: what is quadratic takes sixty-four times.
#[test]
fn every_attack_is_answered_in_time_that_grows_with_it() {
    for (name, attack) in sized() {
        for size in [500, 4_000] {
            open(name, attack(size).as_bytes());
        }
        let read = |size: usize| {
            let file = attack(size);
            time(|| _ = formats::open_bytes(file.as_bytes(), "x"))
        };
        let (mut size, mut one) = (500, read(500));
        while one < MEASURABLE && size < LARGEST {
            size *= 2;
            one = read(size);
        }
        let eight = read(size * 8);
        assert!(
            eight < one * 16 + Duration::from_millis(80),
            "{name}: {size} take {one:?}, eight times as much: {eight:?}"
        );
    }
}

/// Mentions as no annotator would set them: none is lost without a word, none points between the bytes of a letter.
#[test]
fn mentions_that_cannot_be() {
    let cases: [(&str, Value, usize); 14] = [
        ("whole", mention(0, 3, "قال"), 1),
        ("overlapping", json!([mention(0, 3, "قال"), mention(1, 3, "ال")]), 2),
        ("nested", json!([mention(9, 13, "وزير"), mention(10, 12, "زي")]), 2),
        ("the same twice", json!([mention(0, 3, "قال"), mention(0, 3, "قال")]), 2),
        ("empty, as the format allows", mention(2, 2, ""), 1),
        ("reversed", mention(3, 0, "قال"), 1),
        ("out of range", mention(900, 903, "قال"), 1),
        ("out of range, and nowhere", mention(900, 903, "nowhere"), 0),
        ("negative", mention(-3, 3, "قال"), 1),
        (
            "the greatest number",
            json!({"anchor": {"block": "b", "start": u64::MAX, "end": u64::MAX, "exact": "قال"}}),
            1,
        ),
        ("inside a cluster", mention(4, 5, "\u{200d}"), 1),
        ("of another block", json!({"anchor": {"block": "nobody", "start": 0, "end": 3, "exact": "قال"}}), 1),
        ("no numbers", json!({"anchor": {"block": "b", "start": "0", "end": null, "exact": "قال"}}), 1),
        ("no anchor", json!({"anchor": []}), 0),
    ];
    for (name, mentions, located) in cases {
        let mentions = if mentions.is_array() { mentions } else { json!([mentions]) };
        let file = native(|article| {
            article["entities"] = json!([{"id": "e", "name": "x", "type": "PERSON", "mentions": mentions}]);
        });
        let opened = formats::open_bytes(file.as_bytes(), "x").unwrap_or_else(|error| panic!("{name}: {error}"));
        check_opened(&opened);
        assert_eq!(opened.article.entities[0].mentions.len(), located, "{name}: {:?}", opened.warnings);
        let trusted = matches!(
            name,
            "whole" | "overlapping" | "nested" | "the same twice" | "empty, as the format allows" | "inside a cluster"
        );
        assert_eq!(opened.warnings.is_empty(), trusted, "{name}: {:?}", opened.warnings);
    }
}

/// Numbers that no machine holds.
#[test]
fn numbers_of_every_size() {
    for number in [
        "1e999",
        "-1e999",
        "1e-999",
        "0.1e1000000000",
        "123456789012345678901234567890",
        "-0",
        "1E+2",
        "9007199254740993",
    ] {
        for key in ["start", "level", "confidence", "ordinal", "id"] {
            let file = native(|article| {
                article["blocks"][0]["level"] = json!("N1");
                article["entities"] = json!([{"id": "e", "name": "x", "type": "PERSON", "confidence": "N2", "mentions": [
                    {"anchor": {"block": "b", "start": "N3", "end": "N4", "exact": "قال"}}]}]);
                article[key] = json!("N5");
            });
            let file = (1..=5).fold(file, |file, n| file.replace(&format!("\"N{n}\""), number));
            open(number, file.as_bytes());
        }
    }
}

/// Text that is cut off at every byte, and every byte of it replaced.
#[test]
fn a_small_article_damaged_at_every_byte() {
    let file = native(|article| {
        article["entities"] = json!([{"id": "e", "name": "x", "type": "PERSON", "mentions": [mention(0, 3, "قال")]}]);
    });
    for at in 0..file.len() {
        open("cut off", &file.as_bytes()[..at]);
        for byte in [0, b'"', b'\\', b'}', 0xff] {
            let mut damaged = file.as_bytes().to_vec();
            damaged[at] = byte;
            open("damaged", &damaged);
        }
    }
}
