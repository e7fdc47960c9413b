//! The flat article: what has a title and a text under any name in any language opens, and what only looks so is
//! refused. A wrong article is worse than a refusal.
#![allow(clippy::unwrap_used)]

#[path = "formats_support/reading.rs"]
mod reading;

use newsreader::article::BlockKind;
use newsreader::formats::Format;
use reading::{open, outline, refusal, round_trip, warnings};
use serde_json::{Value, json};

/// Prose that is long enough to be an article without a title.
fn prose() -> String {
    "He said on Tuesday that the talks would go on for another week. ".repeat(8)
}

/// An article, and what it should be read as.
struct Case {
    value: Value,
    title: &'static str,
    paragraphs: &'static [&'static str],
    language: &'static str,
    date: Option<&'static str>,
    author: Option<&'static str>,
}

fn cases() -> Vec<Case> {
    let case =
        |value, title, paragraphs, language, date, author| Case { value, title, paragraphs, language, date, author };
    vec![
        // Arabic.
        case(
            json!({"عنوان الخبر": "القاهرة تستضيف القمة", "نص الخبر": "قال الوزير إن القمة في القاهرة.\n\nوأضاف أن ذلك من أجل السلام.", "تاريخ النشر": "2024/11/19", "الكاتب": "سمير", "المصدر": "الأهرام", "رقم": 3}),
            "القاهرة تستضيف القمة",
            &["قال الوزير إن القمة في القاهرة.", "وأضاف أن ذلك من أجل السلام."],
            "ar",
            Some("2024-11-19"),
            Some("سمير"),
        ),
        case(
            json!({"Title": "القاهرة تستضيف القمة", "Article Text": "قال الوزير إن القمة في القاهرة.", "DATE": "2024-11-19", "ID": 1, "Label": "politics"}),
            "القاهرة تستضيف القمة",
            &["قال الوزير إن القمة في القاهرة."],
            "ar",
            Some("2024-11-19"),
            None,
        ),
        // Persian.
        case(
            json!({"تیتر": "وزیر خارجه به قاهره رفت", "متن خبر": "وزیر گفت که این سفر برای صلح است.\nاو گفت که آن را می‌خواهد.", "تاریخ انتشار": "2024-11-19", "خبرنگار": "رضا", "منبع": "ایرنا", "سرویس": "سیاسی"}),
            "وزیر خارجه به قاهره رفت",
            &["وزیر گفت که این سفر برای صلح است.", "او گفت که آن را می‌خواهد."],
            "fa",
            Some("2024-11-19"),
            Some("رضا"),
        ),
        // Urdu.
        case(
            json!({"Headline": "وزیر خارجہ قاہرہ پہنچ گئے", "News Text": "انہوں نے کہا کہ یہ ملاقات امن کے لیے ہے۔", "Category": "World", "Date": "19 Nov 2024", "Source": "Jang", "News length": 9}),
            "وزیر خارجہ قاہرہ پہنچ گئے",
            &["انہوں نے کہا کہ یہ ملاقات امن کے لیے ہے۔"],
            "ur",
            Some("2024-11-19"),
            None,
        ),
        case(
            json!({"سرخی": "وزیر خارجہ قاہرہ پہنچ گئے", "تفصیل": "انہوں نے کہا کہ یہ ملاقات امن کے لیے ہے۔", "مصنف": "احمد"}),
            "وزیر خارجہ قاہرہ پہنچ گئے",
            &["انہوں نے کہا کہ یہ ملاقات امن کے لیے ہے۔"],
            "ur",
            None,
            Some("احمد"),
        ),
        // Hebrew.
        case(
            json!({"כותרת ראשית": "השר הגיע לקהיר", "גוף הכתבה": "השר אמר כי הוא לא יודע את זה.\n\nהוא הוסיף כי של מי זה.", "כותב": "דן", "תאריך": "2024-11-19", "מדור": "חדשות"}),
            "השר הגיע לקהיר",
            &["השר אמר כי הוא לא יודע את זה.", "הוא הוסיף כי של מי זה."],
            "he",
            Some("2024-11-19"),
            Some("דן"),
        ),
        // Russian.
        case(
            json!({"Заголовок": "Министр прибыл в Каир", "Текст": "Он сказал, что это не так, как было.\nОб этом он сообщил и на встрече.", "Дата": "2024-11-19", "Автор": "Иван", "Рубрика": "Мир"}),
            "Министр прибыл в Каир",
            &["Он сказал, что это не так, как было.", "Об этом он сообщил и на встрече."],
            "ru",
            Some("2024-11-19"),
            Some("Иван"),
        ),
        // Chinese: no spaces.
        case(
            json!({"标题": "外交部长抵达开罗", "正文": "他说,这次访问是为了和平。\n\n他在会上还表示支持。", "发布时间": "2024-11-19", "作者": "李明", "来源": "新华社"}),
            "外交部长抵达开罗",
            &["他说,这次访问是为了和平。", "他在会上还表示支持。"],
            "zh",
            Some("2024-11-19"),
            Some("李明"),
        ),
        // French.
        case(
            json!({"titre": "Le ministre est arrivé au Caire", "chapô": "Une visite.", "corps_article": "Il a dit que c'est une visite pour la paix.\n\nLe ministre est dans la ville.", "auteur": "Jeanne", "date_publication": "2024-11-19", "rubrique": "Monde"}),
            "Le ministre est arrivé au Caire",
            &["Il a dit que c'est une visite pour la paix.", "Le ministre est dans la ville."],
            "fr",
            Some("2024-11-19"),
            Some("Jeanne"),
        ),
    ]
}

#[test]
fn articles_with_odd_keys_in_many_languages() {
    for Case { value, title, paragraphs, language, date, author } in cases() {
        let opened = open(&value);
        let article = &opened.article;
        let mut text = vec![(BlockKind::Headline, title)];
        text.extend(paragraphs.iter().map(|text| (BlockKind::Paragraph, *text)));
        assert_eq!((opened.format, outline(article)), (Format::Flat, text), "{value}");
        assert_eq!(article.language, language, "{value}");
        assert_eq!(article.date_published.as_deref(), date, "{value}");
        assert_eq!(article.authors.first().map(|author| author.name.as_str()), author, "{value}");
        assert_eq!(warnings(&opened), Vec::<String>::new());
        round_trip(&opened);
    }
}

#[test]
fn rows_of_corpora_with_keys_of_their_own() {
    for value in [
        json!({"id": "1", "url": "https://x.example", "title": "t", "summary": "s", "text": prose(), "label": 2}),
        json!({"title": "The talks go on", "text": "He said that they would.", "score": 0.7, "stock": "ABC", "price": 7.5}),
        json!({"title": "A feature", "body": "He said that they would.", "type": "feature", "location": "Cairo", "company": "x"}),
        json!({"title": "Opinion", "body": "He said that they would.", "channel": "politics", "subject": "talks", "state": "done"}),
        json!({"title": "Opinion", "body": "He said that they would.", "type": "comment"}),
        json!({"text": prose(), "timestamp": "2019-04-25T12:57:54Z", "url": "https://x.example"}),
        json!({"@type": "WebPage", "headline": "The talks go on", "text": "He said that they would."}),
        json!({"title": "Answer", "context": "world", "text": "He said that they would."}),
        json!({"title": "The talks go on", "text": "He said that they would.", "error": false, "errors": []}),
    ] {
        assert_eq!(open(&value).format, Format::Flat, "{value}");
    }
}

#[test]
fn what_looks_like_an_article_and_is_none_is_refused() {
    let text = prose();
    for (what, value) in [
        (
            "a JSON Schema",
            json!({"title": "Article", "description": text, "type": "object", "properties": {"text": {"type": "string"}}}),
        ),
        (
            "a JSON Schema by its address",
            json!({"$schema": "http://json-schema.org/draft-07/schema#", "title": "t", "text": text}),
        ),
        ("an event", json!({"title": "Summit", "body": text, "start_date": "2024-11-19", "venue": "Cairo"})),
        (
            "an event of schema.org",
            json!({"@context": "https://schema.org", "@type": "Event", "name": "x", "title": "t", "text": text}),
        ),
        ("an image task", json!({"title": "t", "text": text, "image": "a.png", "spans": []})),
        ("package.json", json!({"name": "x", "title": "x", "version": "1.0.0", "text": text, "dependencies": {}})),
        ("settings", json!({"title": "My site", "content": "./docs", "theme": "dark"})),
        ("settings with prose", json!({"title": "My site", "text": text, "plugins": [], "scripts": {}})),
        (
            "an OpenAPI description",
            json!({"openapi": "3.0.0", "title": "t", "text": text, "info": {"title": "t", "description": text}, "paths": {}}),
        ),
        ("GeoJSON", json!({"type": "FeatureCollection", "title": "t", "text": text, "features": []})),
        (
            "a feature of GeoJSON",
            json!({"type": "Feature", "title": "t", "text": text, "geometry": null, "properties": {}, "bbox": [1]}),
        ),
        (
            "a tweet without text",
            json!({"id_str": "1", "created_at": "x", "user": {"screen_name": "a"}, "retweet_count": 1}),
        ),
        ("a tweet", json!({"id_str": "1", "full_text": text, "retweet_count": 1, "user": {}})),
        ("a comment of a network", json!({"body": text, "subreddit": "x", "author": "y", "link_id": "z"})),
        ("an issue", json!({"title": "Bug", "body": text, "number": 7, "state": "open", "url": "https://x.example/7"})),
        ("a product", json!({"title": "Shoes", "body_html": text, "vendor": "x", "variants": []})),
        ("a job", json!({"title": "Editor", "text": text, "salary": "1", "company": "x"})),
        ("a recipe", json!({"title": "Soup", "text": text, "ingredients": ["water"]})),
        ("a film", json!({"title": "Film", "text": text, "imdb_id": "tt1", "runtime": 90})),
        ("a mail", json!({"subject": "x", "from": "a", "to": "b", "body": text})),
        ("a chat", json!({"title": "Chat", "content": text, "role": "assistant"})),
        ("a training row of a model", json!({"title": "x", "text": text, "prompt": "p", "completion": "c"})),
        (
            "a question",
            json!({"title": "x", "text": text, "question": "q", "answers": {"text": [], "answer_start": []}}),
        ),
        ("a notebook", json!({"title": "x", "text": text, "cells": [], "nbformat": 4})),
        (
            "a notification",
            json!({"title": "New", "body": "He said that they would.", "icon": "a.png", "badge": "b.png"}),
        ),
        (
            "words of an interface",
            json!({"title": "Settings", "text": "Choose the language of your reader", "a": "b", "c": "d", "e": "f", "g": "h"}),
        ),
        ("a form", json!({"title": "Form", "text": text, "fields": [], "required": ["a"]})),
        ("an answer of a server", json!({"title": "Not found", "text": text, "error": {"code": 404}})),
        ("a title and an address", json!({"title": "t", "url": "https://x.example", "date": "2024"})),
        ("a title and a description", json!({"title": "t", "description": text})),
        ("a word for a text", json!({"title": "t", "text": "word", "url": "https://x.example"})),
        ("numbers", json!({"title": "Table", "text": "1 2 3 4 5 6 7 8 9"})),
        ("an answer of GraphQL", json!({"data": {"viewer": {"login": "x"}}, "errors": []})),
        ("lists of numbers", json!({"text": [1, 2, 3], "title": "t"})),
    ] {
        for value in [value.clone(), json!([value]), json!({"items": [value]})] {
            let bytes = value.to_string().into_bytes();
            let opened = newsreader::formats::open_bytes(&bytes, "x.json");
            let said = opened.map(|opened| opened.format.as_str()).map_err(|error| error.to_string());
            assert!(said.as_ref().is_err_and(|words| words.starts_with("x.json: ")), "{what}: {said:?}: {value}");
        }
    }
    assert!(refusal(&json!({"title": "t", "description": "d"})).contains("Nearest: a flat article"));
}
