//! Every rule by which a wrong anchor is put right, one table row each.
#![allow(clippy::unwrap_used)]

use newsreader::article::Article;
use newsreader::formats::{self, Fault, OffsetUnit, Opened, Repair, Warning};
use serde_json::{Value, json};

/// Opens an article of these paragraphs (`b0`, `b1`, …) with one entity that has these mentions.
fn open(paragraphs: &[&str], anchors: &[Value]) -> Opened {
    let blocks: Vec<Value> = paragraphs
        .iter()
        .enumerate()
        .map(|(number, text)| json!({"id": format!("b{number}"), "type": "paragraph", "text": text}))
        .collect();
    let mentions: Vec<Value> = anchors.iter().map(|anchor| json!({"anchor": anchor})).collect();
    let file = json!({
        "format": "newsreader-article/1",
        "inLanguage": "ar",
        "blocks": blocks,
        "entities": [{"id": "e", "name": "E", "type": "ORG", "mentions": mentions}],
    });
    formats::open_bytes(file.to_string().as_bytes(), "x.json").unwrap()
}

/// Block, first byte and words of each mention.
fn places(article: &Article) -> Vec<(usize, usize, &str)> {
    let spans = article.entities[0].mentions.iter().map(|mention| &mention.span);
    spans.map(|span| (span.block, span.start, article.text(span))).collect()
}

fn repair(warning: &Warning) -> Repair {
    match &warning.fault {
        Fault::Misplaced(misplaced) => misplaced.how,
        other => panic!("not repaired: {other}"),
    }
}

/// Text, anchor, first byte, rule.
type Row<'a> = (&'a str, Value, usize, Repair);

#[test]
fn offsets_of_every_other_unit_are_recognised() {
    let rows: &[Row<'_>] = &[
        // Behind an emoji, UTF-16 counts one more than code points.
        ("😀 في الصين", json!({"start": 6, "end": 11, "exact": "الصين"}), 10, Repair::Unit(OffsetUnit::Utf16)),
        ("في الصين", json!({"start": 5, "end": 15, "exact": "الصين"}), 5, Repair::Unit(OffsetUnit::Byte)),
        // The fatha belongs to the cluster of its letter.
        ("بَ الصين", json!({"start": 2, "end": 7, "exact": "الصين"}), 5, Repair::Unit(OffsetUnit::Grapheme)),
    ];
    check(rows);
}

#[test]
fn the_nearest_match_counts_unless_prefix_or_suffix_know_better() {
    let text = "قال بريكس ثم بريكس ثم قال بريكس";
    let (first, second, third) = (7, 23, 46);
    let rows: &[Row<'_>] = &[
        (text, json!({"start": 3, "end": 8, "exact": "بريكس"}), first, Repair::Nearest),
        (text, json!({"start": 14, "end": 19, "exact": "بريكس"}), second, Repair::Nearest),
        (text, json!({"start": 900, "end": 905, "exact": "بريكس"}), third, Repair::Nearest),
        // As near to the first as to the second: the earlier one.
        ("ab--ab", json!({"start": 2, "end": 9, "exact": "ab"}), 0, Repair::Nearest),
        // No offsets at all: the first, or the one that the context names.
        (text, json!({"exact": "بريكس"}), first, Repair::Nearest),
        (text, json!({"exact": "بريكس", "prefix": "ثم "}), second, Repair::Context),
        (text, json!({"start": 3, "end": 8, "exact": "بريكس", "prefix": "ثم قال "}), third, Repair::Context),
        (
            text,
            json!({"start": 40, "end": 45, "exact": "بريكس", "prefix": "قال ", "suffix": " ثم"}),
            first,
            Repair::Context,
        ),
        // A context that stands nowhere does not hinder.
        (text, json!({"start": 14, "end": 19, "exact": "بريكس", "prefix": "xx"}), second, Repair::Nearest),
        // A wrong end, a reversed range.
        (text, json!({"start": 4, "end": 8, "exact": "بريكس"}), first, Repair::Nearest),
        (text, json!({"start": 6, "end": 2, "exact": "بريكس"}), first, Repair::Nearest),
    ];
    check(rows);
}

fn check(rows: &[Row<'_>]) {
    for (text, anchor, byte, how) in rows {
        let mut anchor = anchor.clone();
        anchor["block"] = json!("b0");
        let opened = open(&[text], std::slice::from_ref(&anchor));
        let exact = anchor["exact"].as_str().unwrap();
        assert_eq!(places(&opened.article), [(0, *byte, exact)], "{anchor}");
        assert_eq!(opened.warnings.len(), 1, "{anchor}");
        assert_eq!(repair(&opened.warnings[0]), *how, "{anchor}");
    }
}

#[test]
fn right_offsets_need_no_repair_whatever_the_context_says() {
    let anchor = json!({"block": "b0", "start": 3, "end": 8, "exact": "الصين", "prefix": "zz"});
    let opened = open(&["في الصين وفي الصين"], &[anchor]);
    assert_eq!(opened.warnings, []);
    assert_eq!(places(&opened.article), [(0, 5, "الصين")]);
}

#[test]
fn the_only_match_in_another_block_counts() {
    let paragraphs = ["لا شيء", "في الصين", "قازان وقازان"];
    let opened = open(&paragraphs, &[json!({"block": "b0", "start": 3, "end": 8, "exact": "الصين"})]);
    assert_eq!(places(&opened.article), [(1, 5, "الصين")]);
    assert_eq!(
        opened.warnings[0].to_string(),
        "entities[0].mentions[0].anchor: \"الصين\" is not at 3..8 of block \"b0\" but at 3..8 of block \"b1\" \
         (the only match in another block); corrected"
    );
    // A block that is not there, and none at all.
    for anchor in [json!({"block": "b9", "start": 3, "end": 8, "exact": "الصين"}), json!({"exact": "الصين"})]
    {
        let opened = open(&paragraphs, std::slice::from_ref(&anchor));
        assert_eq!(places(&opened.article), [(1, 5, "الصين")], "{anchor}");
        assert_eq!(repair(&opened.warnings[0]), Repair::OtherBlock);
    }
}

#[test]
fn what_is_nowhere_or_ambiguous_is_listed_without_a_place() {
    let paragraphs = ["لا شيء", "قازان وقازان"];
    for (anchor, message) in [
        (
            json!({"block": "b0", "start": 0, "end": 2, "exact": "بكين"}),
            "\"بكين\" is not at 0..2 of block \"b0\", where \"لا\" stands, nor elsewhere",
        ),
        (
            json!({"block": "b0", "start": 50, "end": 55, "exact": "قازان"}),
            "\"قازان\" is not at 50..55 of block \"b0\", which is no place, nor elsewhere",
        ),
        (
            json!({"block": "b7", "start": 0, "end": 4, "exact": "بكين"}),
            "\"بكين\" is not at 0..4 of block \"b7\", which is no place, nor elsewhere",
        ),
        (
            json!({"block": "b0", "start": 0, "end": 70}),
            "0..70 of block \"b0\" is no place, and there is no \"exact\" to search for",
        ),
        (json!({}), "?..? of no block is no place, and there is no \"exact\" to search for"),
    ] {
        let opened = open(&paragraphs, std::slice::from_ref(&anchor));
        assert_eq!(opened.article.entities.len(), 1);
        assert_eq!(opened.article.entities[0].mentions, []);
        let said: Vec<String> = opened.warnings.iter().map(ToString::to_string).collect();
        assert_eq!(said, [format!("entities[0].mentions[0].anchor: {message}; listed without this place")]);
    }
}

#[test]
fn offsets_without_words_are_believed_and_marked_as_unchecked() {
    let opened = open(&["في الصين"], &[json!({"block": "b0", "start": 3, "end": 8})]);
    assert_eq!(places(&opened.article), [(0, 5, "الصين")]);
    assert_eq!(opened.warnings[0].fault, Fault::Unchecked);
    let opened = open(&["في الصين"], &[json!({"block": "b0", "start": 3, "end": 3, "exact": ""})]);
    assert_eq!((places(&opened.article), opened.warnings.len()), (vec![(0, 5, "")], 0));
}

#[test]
fn a_span_may_cut_a_grapheme_cluster() {
    let opened = open(&["بَتَ"], &[json!({"block": "b0", "start": 0, "end": 1, "exact": "ب"})]);
    assert_eq!((places(&opened.article), opened.warnings.len()), (vec![(0, 0, "ب")], 0));
}

#[test]
fn mentions_come_in_reading_order() {
    let anchor = |block: &str, start: usize| json!({"block": block, "start": start, "end": start + 1, "exact": "x"});
    let opened = open(&["x x x", "x"], &[anchor("b1", 0), anchor("b0", 4), anchor("b0", 0)]);
    let order: Vec<_> = places(&opened.article).iter().map(|place| (place.0, place.1)).collect();
    assert_eq!(order, [(0, 0), (0, 4), (1, 0)]);
    assert_eq!(opened.warnings, []);
}

#[test]
fn what_has_no_place_is_written_again() {
    let lost = json!({"block": "b0", "start": 0, "end": 4, "exact": "بكين"});
    let found = json!({"block": "b0", "start": 3, "end": 8, "exact": "الصين"});
    let mut opened = open(&["في الصين"], &[lost.clone(), found.clone()]);
    assert_eq!(opened.article.entities[0].mentions.len(), 1);
    let mut written = vec![];
    formats::native::write(&opened.article, &mut written).unwrap();
    let file: Value = serde_json::from_slice(&written).unwrap();
    assert_eq!(file["entities"][0]["mentions"], json!([{"anchor": found}, {"anchor": lost}]));
    assert_eq!(file["entities"][0].as_object().unwrap().len(), 4);
    assert_eq!(formats::open_bytes(&written, "y").unwrap().article, opened.article);

    opened.article.entities[0].mentions[0].span.end = 6;
    let error = formats::native::write(&opened.article, std::io::sink()).unwrap_err();
    assert!(error.to_string().contains("bytes 5..6 of block number 0 lies outside"), "{error}");
}

#[test]
fn a_quotation_without_a_place_stays_and_its_speaker_keeps_a_name() {
    let anchor = json!({"block": "b0", "start": 0, "end": 3, "exact": "not there"});
    let file = json!({
        "format": "newsreader-article/1",
        "inLanguage": "en",
        "blocks": [{"id": "b0", "type": "paragraph", "text": "One."}],
        "quotes": [{"id": "q", "anchors": [anchor], "speakers": [{"anchor": anchor}], "cue": anchor}],
    });
    let opened = formats::open_bytes(file.to_string().as_bytes(), "x").unwrap();
    let quote = &opened.article.quotes[0];
    assert_eq!((quote.spans.len(), &quote.cue), (0, &None));
    assert_eq!(opened.article.speaker_name(&quote.speakers[0]), "not there");
    let places: Vec<&str> = opened.warnings.iter().map(|warning| &*warning.place).collect();
    assert_eq!(places, ["quotes[0].anchors[0]", "quotes[0].speakers[0].anchor", "quotes[0].cue"]);
}

/// Every anchor of a text of 3 MB is off by two: each is found close by, none is given up.
#[test]
fn a_large_block_with_shifted_offsets_is_put_right() {
    let text = "في الصين وفي بلاد كثيرة. ".repeat(70_000);
    let length = "في الصين وفي بلاد كثيرة. ".chars().count();
    let at = |start: usize| json!({"block": "b0", "start": start, "end": start + 5, "exact": "الصين"});
    let anchors: Vec<Value> = (0..20_000).map(|number| at(number * 3 * length + 5)).collect();
    let opened = open(&[&text], &anchors);
    let points: Vec<usize> = places(&opened.article).iter().map(|place| place.1).collect();
    let bytes = "في الصين وفي بلاد كثيرة. ".len();
    assert_eq!(points, (0..20_000).map(|number| number * 3 * bytes + 5).collect::<Vec<_>>());
    assert!(opened.warnings.iter().all(|warning| repair(warning) == Repair::Nearest));
}

/// A match close by without the stated context gives way to one far away that has it.
#[test]
fn context_far_away_beats_a_match_close_by() {
    let text = format!("x ab {} y ab", "- ".repeat(4000));
    let opened = open(&[&text], &[json!({"block": "b0", "start": 3, "end": 5, "exact": "ab", "prefix": "y "})]);
    assert_eq!(places(&opened.article), [(0, text.len() - 2, "ab")]);
    let far = format!("{}ab", "- ".repeat(4000));
    let opened = open(&[&far], &[json!({"block": "b0", "start": 3, "end": 5, "exact": "ab"})]);
    assert_eq!(places(&opened.article), [(0, far.len() - 2, "ab")]);
}

/// A file in which everything is wrong is read in bounded time: a search over all of it for each of
/// its anchors would be 40 thousand times 4 MB.
#[test]
fn very_many_wrong_anchors_are_given_up() {
    let text = "ص ".repeat(1_400_000);
    let anchors: Vec<Value> = (0..40_000)
        .map(|number| json!({"block": "b0", "start": number, "end": number + 1, "exact": format!("w{number}")}))
        .collect();
    let opened = open(&[&text], &anchors);
    assert_eq!(opened.warnings.len(), 40_000);
    let gave_up = |warning: &&Warning| matches!(&warning.fault, Fault::NotLocated(lost) if lost.gave_up);
    assert!(opened.warnings.iter().filter(gave_up).count() > 39_000);
    let message = opened.warnings.last().unwrap().to_string();
    assert!(message.ends_with("too many anchors are wrong to search for all; listed without this place"), "{message}");
}
