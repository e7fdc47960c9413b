//! Texts with annotations: CoreNLP, Stanza, UIMA CAS JSON, Label Studio, brat.
#![allow(clippy::unwrap_used)]

#[path = "formats_support/annotated.rs"]
mod annotated;
#[path = "formats_support/reading.rs"]
mod reading;

use annotated::{SPANS, TEXT, expected, is_the_text, place};
use newsreader::article::{EntityKind, QuoteKind};
use newsreader::formats::{Collection, Format, OffsetUnit, TextIndex};
use reading::{entities, open, refusal, warnings};
use serde_json::{Value, json};

/// The words of the text with their offsets in UTF-16 units, as tokenizers cut them.
fn words() -> Vec<(String, usize, usize)> {
    let mut words: Vec<(String, usize, usize)> = vec![];
    let mut at = 0;
    let mut joined = false;
    for c in TEXT.chars() {
        let end = at + c.len_utf16();
        match words.last_mut() {
            _ if c.is_whitespace() => joined = false,
            Some(last) if joined && c.is_alphanumeric() => {
                last.0.push(c);
                last.2 = end;
            }
            _ => {
                words.push((c.into(), at, end));
                joined = c.is_alphanumeric();
            }
        }
        at = end;
    }
    words
}

fn corenlp(with_text: bool) -> Value {
    let words = words();
    let units: Vec<u16> = TEXT.encode_utf16().collect();
    let between = |from: usize, to: usize| String::from_utf16(&units[from..to]).unwrap();
    let token = |at: usize| {
        let (word, start, end) = &words[at];
        let before = between(at.checked_sub(1).map_or(0, |at| words[at].2), *start);
        let after = between(*end, words.get(at + 1).map_or(units.len(), |next| next.1));
        json!({"index": at + 1, "word": word, "originalText": word, "lemma": word, "characterOffsetBegin": start,
            "characterOffsetEnd": end, "pos": "NN", "ner": "O", "before": before, "after": after})
    };
    let second = words.iter().position(|word| word.0 == "وأضاف").unwrap();
    let mention = |(words, nth, label): &(&str, usize, &str)| {
        let (start, end) = place(OffsetUnit::Utf16, words, *nth);
        json!({"text": words, "characterOffsetBegin": start, "characterOffsetEnd": end, "ner": label, "tokenBegin": 0, "tokenEnd": 1})
    };
    let mut mentions: Vec<Value> = SPANS.iter().map(mention).collect();
    mentions[0]["entitylink"] = "Wang Yi".into();
    let (begin, end) = place(OffsetUnit::Utf16, "\"بريكس\"", 0);
    let speaker = words.iter().position(|word| word.0 == "وانغ").unwrap();
    let mut document = json!({
        "docDate": "2024-11-19",
        "sentences": [
            {"index": 0, "entitymentions": mentions[..2], "tokens": (0..second).map(token).collect::<Vec<_>>()},
            {"index": 1, "entitymentions": mentions[2..], "tokens": (second..words.len()).map(token).collect::<Vec<_>>()},
        ],
        "quotes": [{"id": 0, "text": "\"بريكس\"", "beginIndex": begin, "endIndex": end, "beginToken": 0, "endToken": 2,
            "beginSentence": 1, "endSentence": 1, "mention": "وانغ يي", "mentionBegin": speaker, "mentionEnd": speaker + 1,
            "mentionType": "name", "mentionSieve": "trigram NVQ", "speaker": "وانغ يي", "speakerSieve": "x",
            "canonicalSpeaker": "وانغ يي", "canonicalMentionBegin": speaker, "canonicalMentionEnd": speaker + 1},
            {"id": 1, "text": "\"ليس هنا\"", "beginIndex": 4000, "endIndex": 4009, "speaker": "Unknown", "canonicalSpeaker": "Unknown"}],
    });
    if with_text {
        document["text"] = TEXT.into();
    }
    document
}

#[test]
fn corenlp_entities_and_quotes_with_their_speakers() {
    for with_text in [true, false] {
        let mut document = corenlp(with_text);
        let lost = document["quotes"].as_array_mut().unwrap().pop().unwrap();
        let opened = open(&document);
        is_the_text(&opened, Format::CoreNlp);
        let article = &opened.article;
        assert_eq!(entities(article), expected(1), "with the text: {with_text}");
        assert_eq!(article.entities[0].same_as[0], "https://en.wikipedia.org/wiki/Wang_Yi");
        let quote = &article.quotes[0];
        assert_eq!((quote.kind, article.text(&quote.spans[0])), (QuoteKind::Direct, "بريكس"));
        assert_eq!(quote.marks, Some(["\"".to_owned(), "\"".to_owned()]));
        let speaker = &quote.speakers[0];
        assert_eq!((speaker.entity, speaker.span.as_ref().map(|span| article.text(span))), (Some(0), Some("وانغ يي")));
        document["quotes"].as_array_mut().unwrap().push(lost);
        let opened = open(&document);
        assert_eq!((opened.article.quotes.len(), opened.warnings.len()), (1, 1), "{:?}", warnings(&opened));
        assert!(warnings(&opened)[0].starts_with("quotes[1]: "));
    }
}

#[test]
fn corenlp_without_tokens_is_refused() {
    assert!(refusal(&json!({"docId": "x", "sentences": [{"index": 0, "parse": "(ROOT)"}]})).contains("CoreNLP's JSON"));
    assert!(refusal(&json!({"sentences": "text"})).contains("CoreNLP's JSON"));
}

/// Sentences of tokens with offsets in code points.
fn stanza(misc: bool) -> Value {
    let index = TextIndex::new(TEXT);
    let units = |utf16: usize| index.code_point_of(index.byte_of(OffsetUnit::Utf16, utf16).unwrap()).unwrap();
    let tags = |word: &str| match word {
        "وانغ" => "B-PER",
        "يي" => "E-PER",
        "بكين" => "S-GPE",
        "بريكس" => "S-ORG",
        _ => "O",
    };
    let mut sentences = vec![vec![], vec![]];
    for (number, (word, start, end)) in words().into_iter().enumerate() {
        let (start, end) = (units(start), units(end));
        let token = if misc {
            json!({"id": [number + 1], "text": word, "misc": format!("start_char={start}|end_char={end}|ner={}", tags(&word))})
        } else {
            json!({"id": number + 1, "text": word, "upos": "NOUN", "start_char": start, "end_char": end, "ner": tags(&word)})
        };
        sentences[usize::from(start >= index.code_point_of(TEXT.find("وأضاف").unwrap()).unwrap())].push(token);
        if word == "ترحب" {
            // The words of a token of several words have no place of their own.
            sentences[0].push(json!({"id": 90, "text": "ت", "upos": "PRON", "head": 1}));
        }
    }
    json!(sentences)
}

#[test]
fn stanza_tags_become_entities() {
    for misc in [false, true] {
        let opened = open(&stanza(misc));
        is_the_text(&opened, Format::Stanza);
        assert_eq!(entities(&opened.article), expected(0));
    }
    refusal(&json!([[{"id": 1, "text": "tok"}]]));
    refusal(&json!([[{"id": 1, "text": " ", "upos": "X", "start_char": 0, "end_char": 1}]]));
    refusal(&json!([[]]));
}

fn uima() -> Value {
    let ne = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
    let mut structures = vec![
        json!({"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text", "sofaString": TEXT}),
        json!({"%ID": 2, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData", "@sofa": 1, "begin": 0,
            "end": 62, "language": "x-unspecified", "documentTitle": "x.txt", "documentId": "x.txt", "isLastSegment": false}),
        json!({"%ID": 3, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence", "@sofa": 1, "begin": 0, "end": 28}),
        json!({"%ID": 4, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "@sofa": 1, "begin": 0, "end": 2, "order": 0}),
        json!({"%ID": 5, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS_NOUN", "@sofa": 1, "begin": 0, "end": 2, "PosValue": "NN"}),
    ];
    for (number, (words, nth, label)) in SPANS.iter().enumerate() {
        let (begin, end) = place(OffsetUnit::Utf16, words, *nth);
        structures
            .push(json!({"%ID": 10 + number, "%TYPE": ne, "@sofa": 1, "begin": begin, "end": end, "value": label}));
    }
    structures[5]["identifier"] = "http://www.wikidata.org/entity/Q55419".into();
    // A layer that somebody made.
    let (begin, end) = place(OffsetUnit::Utf16, "ترحب", 0);
    structures
        .push(json!({"%ID": 20, "%TYPE": "custom.Span", "@sofa": 1, "begin": begin, "end": end, "cue": "cue verb"}));
    json!({"%TYPES": {}, "%FEATURE_STRUCTURES": structures, "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2, 3]}}})
}

#[test]
fn uima_cas_named_entities_and_custom_layers() {
    let opened = open(&uima());
    is_the_text(&opened, Format::Uima);
    let mut all = expected(1);
    all.push(("ترحب", EntityKind::Other, 0, vec![(0, "ترحب")]));
    assert_eq!(entities(&opened.article), all);
    assert_eq!(opened.article.entities[3].source_type.as_deref(), Some("cue verb"));
    let mut without = uima();
    without["%FEATURE_STRUCTURES"].as_array_mut().unwrap().remove(0);
    assert!(refusal(&without).ends_with("Nearest: UIMA CAS JSON (needs a sofaString in a feature structure)"));
}

/// INCEpTION writes text in the emoji's units; here the middle of one is meant, and nothing stands there.
#[test]
fn an_offset_into_the_middle_of_a_character_is_told() {
    let mut cas = uima();
    cas["%FEATURE_STRUCTURES"][5]["begin"] = 1.into();
    let opened = open(&cas);
    assert_eq!(opened.warnings.len(), 1);
    assert!(warnings(&opened)[0].starts_with("%FEATURE_STRUCTURES, %ID 10: "), "{:?}", warnings(&opened));
}

fn region(words: &str, nth: usize, label: &str) -> Value {
    let (start, end) = place(OffsetUnit::Utf16, words, nth);
    json!({"start": start, "end": end, "text": words, "labels": [label]})
}

#[test]
fn label_studio_tasks_in_their_long_and_short_form() {
    let results: Vec<Value> = SPANS
        .iter()
        .enumerate()
        .map(|(id, (words, nth, label))| {
            json!({"id": id.to_string(), "from_name": "label", "to_name": "text", "type": "labels", "value": region(words, *nth, label)})
        })
        .collect();
    let mut all = results.clone();
    all.push(json!({"type": "relation", "from_id": "0", "to_id": "1", "direction": "right"}));
    all.push(json!({"from_name": "topic", "to_name": "text", "type": "choices", "value": {"choices": ["سياسة"]}}));
    let long = json!([{"id": 1, "data": {"text": TEXT, "source": "x"}, "project": 1, "predictions": [], "annotations": [
        {"id": 1, "was_cancelled": true, "result": [{"type": "labels", "value": region("قال", 0, "WRONG")}]},
        {"id": 2, "was_cancelled": false, "completed_by": 1, "result": all},
    ]}]);
    let label: Vec<Value> = SPANS.iter().map(|(words, nth, label)| region(words, *nth, label)).collect();
    let short = json!([{"id": 1, "text": TEXT, "label": label, "annotator": 1, "annotation_id": 2, "created_at": "2024-11-19T10:30:00Z"}]);
    for value in [long, short] {
        let opened = open(&value);
        is_the_text(&opened, Format::LabelStudio);
        assert_eq!(entities(&opened.article), expected(0));
    }
    let html = "<p>قال <b>وانغ يي</b> إن بكين ترحب.</p>";
    let value = json!({"start": "/p[1]/b[1]/text()[1]", "end": "/p[1]/b[1]/text()[1]", "startOffset": 0, "endOffset": 7,
        "globalOffsets": {"start": 4, "end": 11}, "text": "وانغ يي", "hypertextlabels": ["PERSON"]});
    let opened = open(
        &json!([{"id": 1, "data": {"html": html}, "annotations": [{"result": [{"type": "hypertextlabels", "value": value}]}]}]),
    );
    assert_eq!(entities(&opened.article), [("وانغ يي", EntityKind::Person, 0, vec![(0, "وانغ يي")])]);
    let image = json!([{"id": 1, "data": {"image": "https://x.example/1.jpg"}, "annotations": [{"result": [
        {"type": "rectanglelabels", "value": {"x": 1.0, "y": 2.0, "width": 3.0, "height": 4.0, "rectanglelabels": ["Car"]}}]}]}]);
    assert!(refusal(&image).contains("Nearest: a Label Studio task (needs a text in data)"));
}

/// Files in a directory of their own, gone with it.
struct Directory(std::path::PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("newsreader-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, text: &str) -> std::path::PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        _ = std::fs::remove_dir_all(&self.0);
    }
}

fn brat() -> String {
    let mut ann = String::new();
    for (number, (words, nth, label)) in SPANS.iter().enumerate() {
        let (start, end) = place(OffsetUnit::CodePoint, words, *nth);
        ann += &format!("T{}\t{label} {start} {end}\t{words}\n", number + 1);
    }
    ann + "N1\tReference T1 Wikidata:Q55419\tWang Yi\nR1\tLives Arg1:T1 Arg2:T2\nA1\tNegation T1\n#1\tAnnotatorNotes T1\tx\n"
}

#[test]
fn brat_opens_by_either_of_its_two_files() {
    let directory = Directory::new("brat");
    let (txt, ann) = (directory.file("x.txt", TEXT), directory.file("x.ann", &brat()));
    for path in [txt, ann] {
        let opened = Collection::open_path(path).unwrap().open(0).unwrap();
        is_the_text(&opened, Format::PlainText);
        assert_eq!(entities(&opened.article), expected(1));
        assert_eq!(opened.article.entities[0].same_as[0], "http://www.wikidata.org/entity/Q55419");
    }
    // In two parts, past the end, and nonsense.
    let (start, end) = place(OffsetUnit::CodePoint, "وانغ", 0);
    let (from, to) = place(OffsetUnit::CodePoint, "ترحب", 0);
    directory.file(
        "x.ann",
        &format!("T1\tPER {start} {end};{from} {to}\tوانغ ترحب\nT2\tLOC 900 904\tليس هنا\nT3\tX y z\t-\nT4\n"),
    );
    let opened = Collection::open_path(directory.0.join("x.txt")).unwrap().open(0).unwrap();
    let parts = vec![(0, "وانغ"), (0, "ترحب")];
    assert_eq!(entities(&opened.article)[0], ("وانغ ترحب", EntityKind::Person, 0, parts));
    assert_eq!(opened.warnings.len(), 1, "{:?}", warnings(&opened));
    let alone = directory.file("alone.ann", &brat());
    let error = Collection::open_path(alone).unwrap_err().to_string();
    assert!(error.contains("alone.ann: annotations without a text: the .txt file beside it cannot be read"), "{error}");
    let odd = directory.file("odd.ann", "قال وانغ يي ذلك");
    directory.file("odd.txt", TEXT);
    assert!(Collection::open_path(odd).unwrap_err().to_string().contains("odd.ann: "));
}
