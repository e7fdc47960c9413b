//! Articles as publishers, services and scrapers have them: fundus, Event Registry, the Guardian, wallabag, BBC. One
//! file of each made as its tool makes it, and one that is nearly of it.
#![allow(clippy::unwrap_used)]

#[path = "formats_support/reading.rs"]
mod reading;

use newsreader::article::{BlockKind, BlockRole, EntityKind, MarkKind};
use newsreader::formats::{Collection, Format};
use reading::{entities, open, outline, refusal, round_trip, warnings};
use serde_json::{Value, json};

use BlockKind::{Caption, Heading, Headline, Image, ListItem, Paragraph};

const TITLE: &str = "وزير الخارجية يصل إلى القاهرة";
const FIRST: &str = "وصل وزير الخارجية إلى القاهرة اليوم من أجل بحث الأزمة.";
const SECOND: &str = "وقال إن \"الحل ممكن\" في هذا العام.";

#[test]
fn fundus_has_a_summary_and_sections() {
    let opened = open(&json!({
        "title": TITLE, "authors": ["سمير"], "publishing_date": "2024-11-19 10:30:00+02:00", "topics": ["مصر", "السودان"],
        "free_access": true,
        "body": {"summary": ["ملخص الخبر هنا."], "sections": [
            {"headline": [], "paragraphs": [FIRST]},
            {"headline": ["عنوان فرعي"], "paragraphs": [SECOND, "انتهى."]},
        ]},
    }));
    let text = [
        (Headline, TITLE),
        (Paragraph, "ملخص الخبر هنا."),
        (Paragraph, FIRST),
        (Heading, "عنوان فرعي"),
        (Paragraph, SECOND),
        (Paragraph, "انتهى."),
    ];
    assert_eq!((opened.format, outline(&opened.article)), (Format::Fundus, text.to_vec()));
    let article = &opened.article;
    assert_eq!(article.blocks[1].role, Some(BlockRole::Lead));
    assert_eq!(article.date_published.as_deref(), Some("2024-11-19T10:30:00+02:00"));
    assert_eq!((&*article.keywords, article.language.as_str()), (&["مصر".to_owned(), "السودان".to_owned()][..], "ar"));
    round_trip(&opened);
    let empty = json!({"title": TITLE, "publishing_date": null, "body": {"summary": [], "sections": [{"headline": [], "paragraphs": []}]}});
    assert!(refusal(&empty).ends_with("Nearest: fundus' JSON (needs a text that is not empty)"));
    assert!(refusal(&json!({"title": TITLE, "publishing_date": "2024", "body": null})).contains("Nearest: fundus"));
}

fn event_registry_item() -> Value {
    json!({
        "uri": "8442271", "lang": "ara", "isDuplicate": false, "date": "2024-11-19", "time": "10:30:00",
        "dateTime": "2024-11-19T10:30:00Z", "dateTimePub": "2024-11-19T10:25:00Z", "dataType": "news", "sim": 0,
        "url": "https://x.example/1", "title": TITLE, "body": format!("{FIRST}\n\n{SECOND}"),
        "source": {"uri": "x.example", "dataType": "news", "title": "الأهرام"}, "authors": [{"uri": "s@x.example", "name": "سمير", "type": "author", "isAgency": false}],
        "concepts": [
            {"uri": "http://en.wikipedia.org/wiki/Cairo", "type": "loc", "score": 5, "label": {"eng": "Cairo", "ara": "القاهرة"}, "location": {"type": "place"}},
            {"uri": "http://en.wikipedia.org/wiki/Wang_Yi", "type": "person", "score": 3, "label": {"eng": "Wang Yi"}},
            {"uri": "http://en.wikipedia.org/wiki/Crisis", "type": "wiki", "score": 1, "label": "أزمة"},
        ],
        "image": null, "eventUri": null, "sentiment": null, "wgt": 1,
    })
}

#[test]
fn event_registry_has_concepts_with_names_in_several_languages() {
    let opened = open(
        &json!({"articles": {"results": [event_registry_item()], "totalResults": 1, "page": 1, "count": 100, "pages": 1}}),
    );
    let text = [(Headline, TITLE), (Paragraph, FIRST), (Paragraph, SECOND)];
    assert_eq!((opened.format, outline(&opened.article)), (Format::EventRegistry, text.to_vec()));
    let article = &opened.article;
    let concepts = [
        ("القاهرة", EntityKind::Place, 1, vec![]),
        ("Wang Yi", EntityKind::Person, 1, vec![]),
        ("أزمة", EntityKind::Other, 1, vec![]),
    ];
    assert_eq!(entities(article), concepts);
    assert_eq!(article.entities[0].same_as[0], "http://en.wikipedia.org/wiki/Cairo");
    assert_eq!((article.language.as_str(), article.authors[0].name.as_str()), ("ar", "سمير"));
    assert_eq!(article.publisher.as_ref().unwrap().name, "الأهرام");
    assert_eq!(article.date_published.as_deref(), Some("2024-11-19T10:25:00Z"));
    round_trip(&opened);
    let mut empty = event_registry_item();
    empty["body"] = "".into();
    assert!(refusal(&empty).contains("Nearest: an article of Event Registry"));
}

fn guardian_item() -> Value {
    json!({
        "id": "world/2024/nov/19/x", "type": "article", "sectionId": "world", "sectionName": "World news",
        "webPublicationDate": "2024-11-19T10:30:00Z", "webTitle": "A minister arrives in Cairo",
        "webUrl": "https://www.theguardian.com/world/2024/nov/19/x", "apiUrl": "https://content.guardianapis.com/x",
        "fields": {
            "headline": "A minister arrives in Cairo", "trailText": "He said it was <strong>possible</strong>.", "byline": "A Reporter",
            "body": "<p>The minister of the <a href=\"https://www.theguardian.com/world/egypt\">Egyptian</a> government said that it is possible.</p><h2>And then</h2><p>He left with the others.</p>",
            "lang": "en", "publication": "theguardian.com", "lastModified": "2024-11-19T12:00:00Z",
        },
        "tags": [
            {"id": "world/egypt", "type": "keyword", "webTitle": "Egypt"},
            {"id": "profile/r", "type": "contributor", "webTitle": "A. Reporter"},
            {"id": "tone/news", "type": "tone", "webTitle": "News"},
        ],
        "isHosted": false, "pillarId": "pillar/news", "pillarName": "News",
    })
}

#[test]
fn the_guardian_in_the_answer_to_an_item_and_to_a_search() {
    let answers = [
        json!({"response": {"status": "ok", "userTier": "developer", "total": 1, "content": guardian_item()}}),
        json!({"response": {"status": "ok", "total": 1, "startIndex": 1, "results": [guardian_item()]}}),
    ];
    for answer in answers {
        let opened = open(&answer);
        let article = &opened.article;
        let text = [
            (Headline, "A minister arrives in Cairo"),
            (Paragraph, "The minister of the Egyptian government said that it is possible."),
            (Heading, "And then"),
            (Paragraph, "He left with the others."),
        ];
        assert_eq!((opened.format, outline(article)), (Format::Guardian, text.to_vec()));
        let mark = &article.blocks[1].details.marks[0];
        assert_eq!((mark.kind, &article.blocks[1].text[mark.bytes.clone()]), (MarkKind::Link, "Egyptian"));
        assert_eq!((&*article.keywords, article.authors[0].name.as_str()), (&["Egypt".to_owned()][..], "A. Reporter"));
        assert_eq!(article.url.as_deref(), Some("https://www.theguardian.com/world/2024/nov/19/x"));
        round_trip(&opened);
    }
    let mut live = guardian_item();
    live["type"] = "liveblog".into();
    live["blocks"] = json!({"body": [{"id": "1", "title": "Later", "bodyHtml": "<p>He said it again.</p>"}, {"id": "2", "bodyTextSummary": "He said it."}]});
    let opened = open(&live);
    let text = [
        (Headline, "A minister arrives in Cairo"),
        (Heading, "Later"),
        (Paragraph, "He said it again."),
        (Paragraph, "He said it."),
    ];
    assert_eq!(outline(&opened.article), text);
    assert!(opened.article.blocks[1..].iter().all(|block| block.role == Some(BlockRole::LiveUpdate)));
    // Without show-fields=body there is a line of summary at most, or nothing.
    let mut summary = guardian_item();
    summary["fields"] = json!({"trailText": "He said it was possible."});
    assert!(warnings(&open(&summary))[0].contains("only a summary"));
    summary["fields"].take();
    assert!(refusal(&summary).contains("Nearest: an item of the Guardian's content API"));
}

#[test]
fn wallabag_entries_in_an_export() {
    let entry = json!({
        "id": 3, "title": TITLE, "url": "https://x.example/1", "given_url": "https://x.example/1?a", "is_archived": 0, "is_starred": 1,
        "content": format!("<p>{FIRST}</p>\n<p>وقال إن \"<em>الحل ممكن</em>\" في هذا العام.</p>"),
        "created_at": "2024-12-01T00:00:00+0000", "updated_at": "2024-12-02T00:00:00+0000",
        "published_at": "2024-11-19T10:30:00+0000", "published_by": ["سمير"], "tags": ["مصر"], "annotations": [],
        "mimetype": "text/html", "language": "ar_EG", "reading_time": 1, "domain_name": "x.example", "preview_picture": null,
    });
    let opened = open(&json!([entry]));
    let text = [(Headline, TITLE), (Paragraph, FIRST), (Paragraph, SECOND)];
    assert_eq!((opened.format, outline(&opened.article)), (Format::Wallabag, text.to_vec()));
    let article = &opened.article;
    assert_eq!((article.language.as_str(), article.blocks[2].details.marks[0].kind), ("ar-EG", MarkKind::Em));
    assert_eq!(article.date_published.as_deref(), Some("2024-11-19T10:30:00+00:00"), "not when it was saved");
    assert_eq!((article.authors[0].name.as_str(), &*article.keywords), ("سمير", &["مصر".to_owned()][..]));
    round_trip(&opened);
    let embedded = json!({"page": 1, "pages": 1, "total": 1, "_embedded": {"items": [entry]}});
    assert_eq!(open(&embedded).format, Format::Wallabag);
    let mut empty = entry;
    empty["content"] = "".into();
    assert!(refusal(&json!([empty])).contains("Nearest: an entry of wallabag"));
}

/// A paragraph of the blocks of a BBC page.
fn paragraph(parts: Value) -> Value {
    let text: String = parts.as_array().unwrap().iter().map(|part| part["model"]["text"].as_str().unwrap()).collect();
    json!({"type": "paragraph", "model": {"text": text, "blocks": parts}})
}

fn fragment(text: &str, attributes: &[&str]) -> Value {
    json!({"type": "fragment", "model": {"text": text, "attributes": attributes}})
}

fn text_of(paragraphs: &[Value]) -> Value {
    json!({"type": "text", "model": {"blocks": paragraphs}})
}

#[test]
fn bbc_blocks_with_links_lists_and_images() {
    let plain = |text: &str| paragraph(json!([fragment(text, &[])]));
    let link = json!({"type": "urlLink", "model": {"text": "الحل ممكن", "locator": "https://www.bbc.com/arabic/a", "blocks": [fragment("الحل ممكن", &[])], "isExternal": false}});
    let item = |text: &str| json!({"type": "listItem", "model": {"blocks": [plain(text)]}});
    let article = json!({
        "metadata": {
            "id": "urn:bbc:ares::article:c1", "type": "article", "firstPublished": 1_732_012_200_000_i64, "lastPublished": 1_732_012_200_000_i64,
            "locators": {"canonicalUrl": "https://www.bbc.com/arabic/articles/c1"},
            "passport": {"language": "ar"},
            "tags": {"about": [{"thingLabel": "القاهرة", "thingUri": "http://www.bbc.co.uk/things/1#id", "thingType": ["Place", "tagging:TagConcept"],
                "thingSameAs": ["http://www.wikidata.org/entity/Q85"]}]},
        },
        "content": {"model": {"blocks": [
            {"type": "headline", "model": {"blocks": [text_of(&[plain(TITLE)])]}},
            {"type": "timestamp", "model": {"firstPublished": 1}},
            {"type": "image", "model": {"blocks": [
                {"type": "caption", "model": {"blocks": [text_of(&[plain("شرح الصورة")])]}},
                {"type": "altText", "model": {"blocks": [text_of(&[plain("صورة")])]}},
                {"type": "rawImage", "model": {"locator": "6eab/x.jpg", "copyrightHolder": "BBC"}},
            ]}},
            text_of(&[plain(FIRST), paragraph(json!([fragment("وقال إن \"", &[]), link, fragment("\" في ", &[]), fragment("هذا العام", &["bold"]), fragment(".", &[])]))]),
            {"type": "subheadline", "model": {"blocks": [text_of(&[plain("عنوان فرعي")])]}},
            text_of(&[json!({"type": "orderedList", "model": {"blocks": [item("أول"), item("ثان")]}})]),
            {"type": "relatedContent", "model": {"blocks": [text_of(&[plain("اقرأ أيضا")])]}},
        ]}},
        "promo": {"headlines": {"seoHeadline": "x"}},
    });
    for value in [json!({"data": {"article": article}}), article.clone()] {
        let opened = open(&value);
        let article = &opened.article;
        let text = [
            (Headline, TITLE),
            (Image, ""),
            (Caption, "شرح الصورة"),
            (Paragraph, FIRST),
            (Paragraph, SECOND),
            (Heading, "عنوان فرعي"),
            (ListItem, "أول"),
            (ListItem, "ثان"),
        ];
        assert_eq!((opened.format, outline(article)), (Format::Bbc, text.to_vec()));
        let second = &article.blocks[4];
        let marks: Vec<_> = second
            .details
            .marks
            .iter()
            .map(|mark| (mark.kind, &second.text[mark.bytes.clone()], mark.url.as_deref()))
            .collect();
        let link = Some("https://www.bbc.com/arabic/a");
        assert_eq!(marks, [(MarkKind::Link, "الحل ممكن", link), (MarkKind::Strong, "هذا العام", None)]);
        assert_eq!(
            (article.blocks[1].details.alt.as_deref(), article.blocks[1].details.credit.as_deref()),
            (Some("صورة"), Some("BBC"))
        );
        assert_eq!(article.blocks[7].details.ordinal, Some(2));
        assert_eq!(entities(article), [("القاهرة", EntityKind::Place, 2, vec![])]);
        assert_eq!(article.entities[0].same_as[0], "http://www.wikidata.org/entity/Q85");
        assert_eq!(
            (article.date_published.as_deref(), article.language.as_str()),
            (Some("2024-11-19T10:30:00Z"), "ar")
        );
        round_trip(&opened);
    }
    let video = json!({"content": {"model": {"blocks": [{"type": "video", "model": {"locator": "x", "blocks": []}}]}}});
    assert!(refusal(&video).contains("Nearest: a BBC article"));
}

/// One file of several formats side by side, as people concatenate what they have.
#[test]
fn formats_may_be_mixed_in_one_file() {
    let rows = format!("{}\n{}\n{}\n", event_registry_item(), json!({"id": 1}), guardian_item());
    let collection = Collection::from_bytes(rows.into_bytes(), "x").unwrap();
    let formats: Vec<_> = (0..3).map(|at| collection.open(at).map(|opened| opened.format).ok()).collect();
    assert_eq!(formats, [Some(Format::EventRegistry), None, Some(Format::Guardian)]);
}
