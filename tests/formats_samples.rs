//! Real files of other projects: each opens with what is in it, or is refused with the right words.
#![allow(clippy::unwrap_used)]

use newsreader::formats::{FileReport, check_path};

fn report(name: &str) -> FileReport {
    check_path(format!("{}/tests/samples/{name}", env!("CARGO_MANIFEST_DIR")))
}

#[test]
fn files_that_open() {
    // Format, articles, language, blocks, located and unlocated entities.
    for (name, format, articles, language, blocks, located, unlocated) in [
        ("ans_story-fixture-good-dropcap.json", "Arc XP ANS", 1, "en", 2, 0, 0),
        ("ans_story-fixture-good-multi-site.json", "Arc XP ANS", 1, "en", 2, 0, 0),
        ("ans_story-fixture-good-mystery-element.json", "Arc XP ANS", 1, "en", 3, 0, 0),
        ("doccano_ner_export.jsonl", "text with spans", 3, "en und", 3, 4, 0),
        ("doccano_ner_import.jsonl", "text with spans", 3, "en und", 3, 3, 0),
        ("doccano_relation_export.jsonl", "text with spans", 1, "en", 1, 4, 0),
        ("jsonfeed_json10_full.json", "JSON Feed", 1, "und", 2, 0, 0),
        ("jsonfeed_json11_full.json", "JSON Feed", 1, "en", 2, 0, 0),
        ("ninjs_dpa_text_2.1.json", "IPTC ninjs", 1, "de", 11, 0, 0),
        ("ninjs_ntb_text_2.1.json", "IPTC ninjs", 1, "nb-NO", 3, 0, 1),
    ] {
        let report = report(name);
        assert_eq!(report.format, Some(format), "{report}");
        let found = (report.articles, report.languages.join(" "), report.blocks, report.located, report.unlocated);
        assert_eq!(found, (articles, language.to_owned(), blocks, located, unlocated), "{report}");
    }
    assert_eq!(report("apple_news_article.json").format, Some("Apple News Format"));
}

#[test]
fn files_that_are_refused() {
    for (name, words) in [
        ("ninjs_event_3.1.json", "no article but an item of ninjs of the type \"event\": keys standard, uri, type"),
        (
            "aws_comprehend_detect-entities.malformed.json",
            "line 86, column 9: not valid JSON: EOF while parsing a list",
        ),
        ("spacy_training_json_ner-token-per-line.json", "record 1: JSON object but no article: keys id, paragraphs."),
    ] {
        let report = report(name);
        assert!(!report.is_article() && report.to_string().contains(words), "{report}");
    }
}
