//! An article of every format, to be changed.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use serde_json::{Value, json};

/// Whole articles, of which parts are replaced.
pub(crate) fn templates() -> Vec<Value> {
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
        json!({"docId": "x", "sentences": [{"entitymentions": [{"text": "وزير", "ner": "PERSON", "characterOffsetBegin": 4, "characterOffsetEnd": 8}],
            "tokens": [{"word": "قال", "characterOffsetBegin": 0, "characterOffsetEnd": 3, "after": " "}, {"word": "وزير", "characterOffsetBegin": 4, "characterOffsetEnd": 8}]}],
            "quotes": [{"text": "وزير", "beginIndex": 4, "endIndex": 8, "speaker": "x", "mention": "قال", "mentionBegin": 0, "mentionEnd": 0, "canonicalSpeaker": "x"}]}),
        json!([[{"id": 1, "text": "قال", "ner": "O", "start_char": 0, "end_char": 3}, {"id": 2, "text": "وزير", "ner": "S-PER", "start_char": 4, "end_char": 8}]]),
        json!({"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": text}, {"%TYPE": "custom.X", "@sofa": 1, "begin": 4, "end": 8, "value": "PER"}]}),
        json!({"data": {"text": text}, "annotations": [{"result": [{"value": {"start": 4, "end": 8, "text": "وزير", "labels": ["PER"]}}]}]}),
        json!({"title": "x", "body": {"summary": [text], "sections": [{"headline": [text], "paragraphs": [text]}]}}),
        json!({"uri": "1", "lang": "ara", "isDuplicate": false, "dataType": "news", "title": "x", "body": text, "url": "https://x.example/a",
            "concepts": [{"uri": "http://a/b", "type": "person", "label": {"eng": "x"}}]}),
        json!({"webTitle": "x", "webUrl": "https://x.example/a", "apiUrl": "x", "fields": {"body": text, "trailText": "y"}}),
        json!({"title": "x", "content": text, "is_archived": 0, "domain_name": "x"}),
        json!({"content": {"model": {"blocks": [{"type": "text", "model": {"blocks": [{"type": "paragraph", "model": {"text": text, "blocks": [
            {"type": "fragment", "model": {"text": text, "attributes": ["bold"]}}, {"type": "urlLink", "model": {"text": "x", "locator": "../x"}}]}}]}}]}}}),
        json!({"title": "x", "components": [{"role": "body", "text": text}, {"role": "title", "text": "خبر"}]}),
    ]
}

/// The members of an object replaced, and those of the objects in it.
pub(crate) fn merge(into: &mut Value, from: &Value) {
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
