//! Every refusal and every warning: place, fault and what would be right, word for word.
#![allow(clippy::unwrap_used)]

use newsreader::formats::{self, Problem};
use serde_json::{Value, json};

/// A native file with one paragraph, into which `change` brings its fault.
fn file(change: impl FnOnce(&mut Value)) -> String {
    let mut value = json!({
        "format": "newsreader-article/1",
        "inLanguage": "en",
        "blocks": [{"id": "b1", "type": "paragraph", "text": "One two."}],
    });
    change(&mut value);
    value.to_string()
}

/// A change to the file, and the message that it must give.
type Row = (fn(&mut Value), &'static str);

fn refusal(bytes: &[u8]) -> String {
    formats::open_bytes(bytes, "x.json").unwrap_err().to_string()
}

#[test]
fn what_is_no_json_article_is_refused_by_name_and_place() {
    for (bytes, message) in [
        (&b""[..], "x.json: byte 0: the file is empty; a JSON article was expected"),
        (b"\xef\xbb\xbf \n", "x.json: byte 0: the file is empty; a JSON article was expected"),
        (b"\x1f\x8b\x08\x00", "x.json: byte 0: gzip data that cannot be unpacked: unexpected end of file"),
        (
            b"{\n\"a\": \"\xff\"}",
            "x.json: line 2, byte 8: not UTF-8 (0xff); convert the file to UTF-8 (iconv -t UTF-8)",
        ),
        (
            b"\xff\xfe{\0",
            "x.json: line 1, byte 0: not UTF-8 (0xff); it looks like UTF-16: convert the file to UTF-8 (iconv -t UTF-8)",
        ),
        (b"\n <!DOCTYPE html>", "x.json: line 2, column 2: this is HTML; a JSON article was expected"),
        (b"<?xml version='1.0'?><rss/>", "x.json: line 1, column 1: this is XML; a JSON article was expected"),
        (b"{\"a\": nul}", "x.json: line 1, column 10: not valid JSON: expected ident"),
        ("{\"\u{635}\": \"\u{635}\" x".as_bytes(), "x.json: line 1, column 11: not valid JSON: expected `,` or `}`"),
        (
            b"{\n  \"a\": [1,",
            "x.json: line 2, column 10: not valid JSON: EOF while parsing a value; the file seems to be cut off",
        ),
        (b"{} x", "x.json: line 1, column 4: not valid JSON: trailing characters"),
        (
            b"{} {}",
            "x.json: record 1: JSON object but no article: it has no keys. \
             The native format needs format, inLanguage, blocks; missing: format, inLanguage, blocks",
        ),
        (b"Just words.", "x.json: line 1, column 1: not valid JSON: expected value"),
        (
            b"[1, 2]",
            "x.json: top level: JSON but no article: an array where an object belongs. \
             The native format needs format, inLanguage, blocks",
        ),
        (
            b"{\"item\": [], \"limit\": 10, \"offset\": 0}",
            "x.json: top level: JSON object but no article: keys item, limit, offset. \
             The native format needs format, inLanguage, blocks; missing: format, inLanguage, blocks",
        ),
        (
            b"{}",
            "x.json: top level: JSON object but no article: it has no keys. \
             The native format needs format, inLanguage, blocks; missing: format, inLanguage, blocks",
        ),
        (
            b"{\"inLanguage\": \"ar\", \"blocks\": [], \"\\u001b[31m\": 1}",
            "x.json: top level: JSON object but no article: keys inLanguage, blocks, \\u{1b}[31m. \
             The native format needs format, inLanguage, blocks; missing: format",
        ),
        (
            b"{\"format\": \"newsreader-article/1\"}",
            "x.json: top level: JSON object but no article: keys format. \
             The native format needs format, inLanguage, blocks; missing: inLanguage, blocks",
        ),
        (
            b"{\"format\": \"newsreader-article/2\"}",
            "x.json: format: \"newsreader-article/2\" is no known format; the native format is \"newsreader-article/1\"",
        ),
        (b"{\"format\": 1}", "x.json: format: a number where the string \"newsreader-article/1\" belongs"),
    ] {
        assert_eq!(refusal(bytes), message, "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn the_schema_of_the_format_is_no_article() {
    let schema = include_bytes!("../assets/newsreader.schema.json");
    let problem = formats::open_bytes(schema, "s.json").unwrap_err().problem;
    assert!(matches!(problem, Problem::JsonSchema), "{problem}");
    let bare = br#"{"title": "t", "description": "d", "type": "object", "properties": {}}"#;
    assert!(refusal(bare).contains("this is a JSON Schema"));
}

#[test]
fn a_long_list_of_keys_is_cut() {
    let keys: Vec<String> = (0..30).map(|number| format!("\"k{number}\": 0")).collect();
    let message = refusal(format!("{{{}}}", keys.join(",")).as_bytes());
    assert!(message.contains("keys k0, k1, ") && message.contains("k11 and 18 more."), "{message}");
}

#[test]
fn wrong_blocks_are_refused_with_their_json_path() {
    let table: &[Row] = &[
        (|v| v["blocks"] = json!({}), "blocks: an object where an array of blocks belongs"),
        (|v| v["blocks"] = json!([]), "blocks: is empty where at least one block belongs"),
        (|v| v["blocks"][0] = json!("text"), "blocks[0]: a string where a block object belongs"),
        (|v| v["blocks"][0] = json!({"id": "b"}), "blocks[0]: has no \"type\""),
        (|v| v["blocks"][0]["type"] = json!(3), "blocks[0].type: a number where a block type belongs"),
        (
            |v| v["blocks"][0]["type"] = json!("pargraph"),
            "blocks[0].type: \"pargraph\" is no block type; did you mean \"paragraph\"?",
        ),
        (
            |v| v["blocks"][0]["type"] = json!("\u{1b}[2J"),
            "blocks[0].type: \"\\u{1b}[2J\" is no block type; known are headline, heading, paragraph, blockquote, \
             listItem, image, relatedLink, sourceLine, byline, dateline, caption, code, table, separator, furniture",
        ),
        (|v| v["blocks"][0]["text"] = json!(null), "blocks[0].text: null where a string belongs"),
        (|v| v["blocks"][0] = json!({"id": "b", "type": "code"}), "blocks[0]: has no \"text\""),
        (|v| v["blocks"][0] = json!({"id": "b", "type": "table"}), "blocks[0]: has no \"rows\""),
        (|v| v["blocks"][0]["rows"] = json!(1), "blocks[0].rows: a number where an array of rows belongs"),
        (
            |v| v["blocks"][0]["rows"] = json!([["a"], 1]),
            "blocks[0].rows[1]: a number where an array of cell texts belongs",
        ),
        (|v| v["blocks"][0]["rows"] = json!([["a", 1]]), "blocks[0].rows[0][1]: a number where a string belongs"),
    ];
    for (change, message) in table {
        assert_eq!(refusal(file(change).as_bytes()), format!("x.json: {message}"));
    }
}

#[test]
fn file_names_cannot_act_on_the_terminal() {
    let error = formats::open_bytes(b"", "a\u{1b}]0;x\u{7}\u{202e}.json").unwrap_err();
    assert_eq!(
        error.to_string(),
        "a\\u{1b}]0;x\\u{7}\\u{202e}.json: byte 0: the file is empty; a JSON article was expected"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let error = formats::open_path("/nonexistent/x.json").unwrap_err();
    assert!(error.to_string().starts_with("/nonexistent/x.json: cannot be read: "), "{error}");
    assert!(matches!(error.problem, Problem::Io(_)));
}

#[test]
fn a_byte_order_mark_a_pipe_and_a_path_make_no_difference() {
    let plain = formats::open_bundled().unwrap().article;
    let marked = format!("\u{feff}{}", formats::bundled());
    assert_eq!(formats::open_bytes(marked.as_bytes(), "x").unwrap().article, plain);
    assert_eq!(formats::read_from(marked.as_bytes(), "-").unwrap().article, plain);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/article.json");
    assert_eq!(formats::open_path(path).unwrap().article, plain);
}

/// The warnings of a file that opens.
fn warnings(change: fn(&mut Value)) -> Vec<String> {
    let opened = formats::open_bytes(file(change).as_bytes(), "x.json").unwrap();
    opened.warnings.iter().map(ToString::to_string).collect()
}

/// Changes to the file, and the one warning that each must give.
const WARNINGS: &[Row] = &[
    (|v| drop(v.as_object_mut().unwrap().remove("inLanguage")), "top level: has no \"inLanguage\"; read as \"und\""),
    (
        |v| v["inLanguage"] = json!("ar_EG"),
        "inLanguage: \"ar_EG\" is not a BCP 47 language tag, such as \"ar\" or \"fa-IR\"; kept as it is",
    ),
    (|v| v["url"] = json!(7), "url: a number where a string belongs; ignored"),
    (|v| v["direction"] = json!("RTL"), "direction: \"RTL\" is no direction; did you mean \"rtl\"?; ignored"),
    (
        |v| v["offsetUnit"] = json!("byte"),
        "offsetUnit: \"byte\" is no offset unit of the native format; known are codepoint; ignored",
    ),
    (|v| v["keywords"] = json!(["a", 1]), "keywords[1]: a number where a string belongs; ignored"),
    (
        |v| v["datePublished"] = json!("yesterday"),
        "datePublished: \"yesterday\" is not an ISO 8601 date, such as \"2024-11-19T10:30:00Z\"; kept as it is",
    ),
    (
        |v| v["wordCount"] = json!(2),
        "wordCount: the native format has no such key (its own begin with x-); kept as it is",
    ),
    (|v| v["headline"] = json!("H"), "headline: no block has the type \"headline\"; kept as it is"),
    (
        |v| {
            v["headline"] = json!("H");
            v["blocks"][0]["type"] = json!("headline");
        },
        "headline: differs from blocks[0].text, of which it should be a copy; the block's text counts",
    ),
    (|v| v["provenance"] = json!("me"), "provenance: a string where an object belongs; ignored"),
    (|v| v["author"] = json!({"name": "A"}), "author: an object where an array belongs; read as a list of one"),
    (|v| v["author"] = json!(["A"]), "author[0]: a string where an object with a name belongs; read as \"A\""),
    (|v| v["author"] = json!([{}]), "author[0]: has no \"name\"; left out"),
    (|v| v["author"] = json!(1), "author: a number where an array belongs; ignored"),
    (
        |v| v["publisher"] = json!({"name": "P", "type": "org"}),
        "publisher.type: \"org\" is no type of agent; known are Person, Organization; ignored",
    ),
    (|v| v["publisher"] = json!({"name": "P", "entity": "e9"}), "publisher.entity: there is no entity \"e9\"; ignored"),
    (|v| drop(v["blocks"][0].as_object_mut().unwrap().remove("id")), "blocks[0]: has no \"id\"; read as \"block-1\""),
    (
        |v| v["blocks"][0]["id"] = json!("b\u{1b}1"),
        "blocks[0].id: \"b\\u{1b}1\" is not an id: a letter or digit, then at most 127 letters, digits or any of . _ : -; \
         kept as it is",
    ),
    (
        |v| v["blocks"].as_array_mut().unwrap().push(json!({"id": "b1", "type": "separator"})),
        "blocks[1].id: the id \"b1\" was used before; every id is unique; read as \"b1-1\"",
    ),
    (|v| v["blocks"][0]["level"] = json!(7), "blocks[0].level: 7 is not a level from 1 to 6; ignored"),
    (|v| v["blocks"][0]["ordered"] = json!("yes"), "blocks[0].ordered: a string where true or false belongs; ignored"),
    (|v| v["blocks"][0]["ordinal"] = json!(1.5), "blocks[0].ordinal: a number where an integer belongs; ignored"),
    (
        |v| v["blocks"][0]["role"] = json!("leed"),
        "blocks[0].role: \"leed\" is no block role; did you mean \"lead\"?; ignored",
    ),
    (
        |v| v["blocks"][0]["marks"] = json!([{"type": "em", "start": 4, "end": 9}]),
        "blocks[0].marks[0]: 4..9 is no range of the block's 8 code points; left out",
    ),
    (
        |v| v["blocks"][0]["marks"] = json!([{"type": "em", "start": 4, "end": 3}]),
        "blocks[0].marks[0]: 4..3 is no range of the block's 8 code points; left out",
    ),
    (|v| v["blocks"][0]["marks"] = json!([{"type": "em", "start": 4}]), "blocks[0].marks[0]: has no \"end\"; left out"),
    (
        |v| v["blocks"][0]["marks"] = json!([{"type": "emm", "start": 4, "end": 5}]),
        "blocks[0].marks[0].type: \"emm\" is no mark type; did you mean \"em\"?; ignored",
    ),
    (
        |v| v["blocks"][0]["marks"] = json!([{"type": "em", "start": 4, "end": -1}]),
        "blocks[0].marks[0].end: a number where a whole number from 0 belongs; ignored",
    ),
    (|v| v["entities"] = json!({}), "entities: an object where an array belongs; ignored"),
    (|v| v["entities"] = json!([1]), "entities[0]: a number where an object belongs; ignored"),
    (|v| v["entities"] = json!([{"id": "e", "type": "ORG"}]), "entities[0]: has no \"name\"; left out"),
    (|v| v["entities"] = json!([{"id": "e", "type": "ORG", "name": ""}]), "entities[0]: has no \"name\"; left out"),
    (|v| v["entities"] = json!([{"name": "E", "type": "ORG"}]), "entities[0]: has no \"id\"; read as \"entity-1\""),
    (|v| v["entities"] = json!([{"id": "e", "name": "E"}]), "entities[0]: has no \"type\"; read as \"OTHER\""),
    (
        |v| v["entities"] = json!([{"id": "e", "name": "E", "type": "PERSN"}]),
        "entities[0].type: \"PERSN\" is no entity type; did you mean \"PERSON\"?; read as \"OTHER\"",
    ),
    (
        |v| v["entities"] = json!([{"id": "e", "name": "E", "type": "ORG", "confidence": 2}]),
        "entities[0].confidence: 2 is not a number from 0 to 1; ignored",
    ),
    (
        |v| v["entities"] = json!([{"id": "b1", "name": "E", "type": "ORG"}]),
        "entities[0].id: the id \"b1\" was used before; every id is unique; read as \"b1-1\"",
    ),
    (
        |v| v["entities"] = json!([{"id": "e", "name": "E", "type": "ORG", "mentions": [{}]}]),
        "entities[0].mentions[0]: has no \"anchor\"; listed without this place",
    ),
    (
        |v| {
            let anchor = json!({"block": "b1", "start": 0, "end": 3, "exact": "One", "note": 1});
            v["entities"] = json!([{"id": "e", "name": "E", "type": "ORG", "mentions": [{"anchor": anchor}]}]);
        },
        "entities[0].mentions[0].anchor.note: the native format has no such key (its own begin with x-); ignored",
    ),
    (|v| v["quotes"] = json!([{"id": "q"}]), "quotes[0]: has no \"anchors\"; listed without this place"),
    (
        |v| v["quotes"] = json!([{"id": "q", "anchors": []}]),
        "quotes[0].anchors: is empty where at least one anchor belongs; listed without this place",
    ),
    (
        |v| v["quotes"] = json!([quote("kind", json!("say"))]),
        "quotes[0].kind: \"say\" is no kind of quotation; known are direct, indirect, mixed, term; ignored",
    ),
    (
        |v| v["quotes"] = json!([quote("marks", json!(["\""]))]),
        "quotes[0].marks: an array where an array of two strings belongs; ignored",
    ),
    (|v| v["quotes"] = json!([quote("parent", json!("q9"))]), "quotes[0].parent: there is no quote \"q9\"; ignored"),
    (
        |v| v["quotes"] = json!([quote("parent", json!("q"))]),
        "quotes[0].parent: the quotation would stand in itself; ignored",
    ),
    (
        |v| v["quotes"] = json!([quote("speakers", json!([{}]))]),
        "quotes[0].speakers[0]: names nobody; a speaker needs entity, name or anchor; left out",
    ),
    (
        |v| v["quotes"] = json!([quote("speakers", json!([{"name": "S", "entity": "e9"}]))]),
        "quotes[0].speakers[0].entity: there is no entity \"e9\"; ignored",
    ),
    (
        |v| v["quotes"] = json!([quote("via", json!("S"))]),
        "quotes[0].via: a string where an object with entity, name or anchor belongs; read as \"S\"",
    ),
];

fn quote(key: &str, value: Value) -> Value {
    let mut quote = json!({"id": "q", "anchors": [{"block": "b1", "start": 0, "end": 3, "exact": "One"}]});
    quote[key] = value;
    quote
}

#[test]
fn a_fault_outside_of_the_blocks_is_one_warning_with_place_and_remedy() {
    for (change, message) in WARNINGS {
        assert_eq!(warnings(*change), [*message]);
    }
}

#[test]
fn keys_that_are_open_or_known_give_no_warning_and_are_kept() {
    let opened = formats::open_bytes(
        file(|v| {
            v["x-desk"] = json!({"a": 1});
            v["@context"] = json!("https://schema.org");
            v["$schema"] = json!("urn:x");
            for (key, value) in [
                ("origin", json!({"line": 1})),
                ("placement", json!("after")),
                ("width", json!(3)),
                ("height", json!(4)),
                ("published", json!("2024")),
                ("x-a", json!(null)),
            ] {
                v["blocks"][0][key] = value;
            }
        })
        .as_bytes(),
        "x",
    )
    .unwrap();
    assert_eq!(opened.warnings, []);
    assert_eq!(opened.article.extra["x-desk"]["a"], 1);
    assert_eq!(opened.article.blocks[0].details.extra.len(), 6);
}

#[test]
fn a_key_that_stands_twice_is_named_and_the_last_counts() {
    let text = r#"{"format": "newsreader-article/1", "inLanguage": "en", "url": "a", "url": "b",
        "blocks": [{"id": "b1", "type": "code", "type": "paragraph", "text": "One"}]}"#;
    let opened = formats::open_bytes(text.as_bytes(), "x").unwrap();
    assert_eq!(opened.article.url.as_deref(), Some("b"));
    assert_eq!(opened.article.blocks[0].kind.as_str(), "paragraph");
    let said: Vec<String> = opened.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "url: the key stands twice in one object; the last one counts",
            "blocks[0].type: the key stands twice in one object; the last one counts"
        ]
    );
}

#[test]
fn control_characters_stay_in_the_logical_text() {
    let opened =
        formats::open_bytes(file(|v| v["blocks"][0]["text"] = json!("a\0b\u{1b}[31m\u{202e}")).as_bytes(), "x");
    let opened = opened.unwrap();
    assert_eq!(&*opened.article.blocks[0].text, "a\0b\u{1b}[31m\u{202e}");
    assert_eq!(opened.warnings, []);
}

#[test]
fn an_unknown_entity_type_is_kept_as_the_type_of_the_source() {
    let text = file(|v| v["entities"] = json!([{"id": "e", "name": "E", "type": "GPE"}]));
    let article = formats::open_bytes(text.as_bytes(), "x").unwrap().article;
    assert_eq!(article.entities[0].source_type.as_deref(), Some("GPE"));
}

#[test]
fn given_ids_are_none_that_the_file_states() {
    let text = file(|v| {
        v["blocks"] = json!([
            {"type": "separator"},
            {"id": "block-1", "type": "separator"},
            {"id": "block-1", "type": "separator"},
            {"id": "block-1-2", "type": "separator"},
            {"id": "", "type": "separator"},
        ]);
    });
    let article = formats::open_bytes(text.as_bytes(), "x").unwrap().article;
    let ids: Vec<&str> = article.blocks.iter().map(|block| &*block.id).collect();
    assert_eq!(ids, ["block-2", "block-1", "block-1-3", "block-1-2", "block-4"]);
}

#[test]
fn parents_that_go_round_in_a_circle_are_cut_once() {
    let anchor = json!({"block": "b1", "start": 0, "end": 3, "exact": "One"});
    let text = file(|v| {
        let quote = |id: &str, parent: &str| json!({"id": id, "anchors": [anchor], "parent": parent});
        v["quotes"] = json!([quote("q1", "q2"), quote("q2", "q3"), quote("q3", "q2"), quote("q4", "q1")]);
    });
    let opened = formats::open_bytes(text.as_bytes(), "x").unwrap();
    let parents: Vec<_> = opened.article.quotes.iter().map(|quote| quote.parent).collect();
    assert_eq!(parents, [Some(1), Some(2), None, Some(0)]);
    assert_eq!(opened.warnings.len(), 1);
    assert_eq!(opened.warnings[0].place, "quotes[2].parent");
}
