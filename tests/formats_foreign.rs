//! One file of each foreign format, made as its tool makes it, and one that is nearly of it.
#![allow(clippy::unwrap_used)]

use newsreader::article::{Article, BlockKind, EntityKind, MarkKind};
use newsreader::formats::{self, Format, Opened};
use serde_json::{Value, json};

fn open(value: &Value) -> Opened {
    formats::open_bytes(value.to_string().as_bytes(), "x.json").unwrap()
}

fn refusal(value: &Value) -> String {
    formats::open_bytes(value.to_string().as_bytes(), "x.json").unwrap_err().to_string()
}

/// Kind and text of each block.
fn outline(article: &Article) -> Vec<(BlockKind, &str)> {
    article.blocks.iter().map(|block| (block.kind, &*block.text)).collect()
}

fn warnings(opened: &Opened) -> Vec<String> {
    opened.warnings.iter().map(ToString::to_string).collect()
}

/// Native JSON of it reads back as the same article.
fn round_trip(opened: &Opened) {
    let mut bytes = vec![];
    formats::native::write(&opened.article, &mut bytes).unwrap();
    assert_eq!(formats::open_bytes(&bytes, "again").unwrap().article, opened.article);
}

const TITLE: &str = "وزير الخارجية يصل إلى القاهرة";
const FIRST: &str = "وصل وزير الخارجية إلى القاهرة اليوم من أجل بحث الأزمة.";
const SECOND: &str = "وقال إن \"الحل ممكن\" في هذا العام.";

fn two_paragraphs(opened: &Opened, format: Format) {
    use BlockKind::{Headline, Paragraph};
    let text = [(Headline, TITLE), (Paragraph, FIRST), (Paragraph, SECOND)];
    assert_eq!(outline(&opened.article), text);
    assert_eq!((opened.format, opened.article.language.as_str()), (format, "ar"));
    round_trip(opened);
}

#[test]
fn flat_articles_under_many_names() {
    for (title, body, separator) in [
        ("title", "text", "\n"),
        ("Title", "Body", "\n\n"),
        ("headline", "articleBody", "\r\n"),
        ("HEADLINE", "full_text", "\n\n\n"),
        ("article_title", "Content", "\r\n\r\n"),
        ("العنوان", "النص", "\n"),
    ] {
        let opened = open(&json!({title: TITLE, body: format!("{FIRST}{separator}{SECOND}"), "id": 7}));
        two_paragraphs(&opened, Format::Flat);
        assert_eq!(opened.warnings, []);
    }
    two_paragraphs(&open(&json!({"title": TITLE, "text": [FIRST, SECOND]})), Format::Flat);
    let html = format!("<p>{FIRST}</p>\n<p>وقال إن &quot;الحل ممكن&quot; في هذا <b>العام</b>.</p>");
    let opened = open(&json!({"title": TITLE, "content": html, "language": "Arabic", "author": {"name": "سمير"}}));
    two_paragraphs(&opened, Format::Flat);
    assert_eq!(
        (opened.article.blocks[2].details.marks[0].kind, opened.article.authors[0].name.as_str()),
        (MarkKind::Strong, "سمير")
    );
}

#[test]
fn what_is_no_article_is_refused() {
    for value in [
        json!({"title": "t", "description": "d"}),
        json!({"title": "t", "description": "d", "type": "object", "properties": {}}),
        json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "t", "text": "x"}),
        json!({"type": "event", "title": "t", "text": "x", "startDate": "2024-01-01"}),
        json!({"role": "user", "content": "c ".repeat(300)}),
        json!({"image": "a.png", "spans": [{"points": [[0, 0]], "label": "CAR"}], "_input_hash": 1}),
        json!({"name": "package", "version": "1.0.0", "description": "d", "dependencies": {}}),
        json!({"type": "FeatureCollection", "features": []}),
        json!({"status": "error", "code": "apiKeyInvalid", "message": "m"}),
        json!({"text": "short"}),
        json!({"title": "t", "text": ""}),
        json!({"title": "t", "text": "<p> </p>"}),
        json!({"question": "q", "context": "c", "text": "t ".repeat(300), "answers": {"text": ["a"], "answer_start": [1]}}),
        json!({"title": 7, "text": {"a": 1}}),
        json!([[{"id": 1, "text": "tok", "start_char": 0, "end_char": 3}]]),
    ] {
        refusal(&value);
    }
    assert_eq!(
        refusal(&json!({"title": "t", "id": 1})),
        "x.json: JSON object but no article: keys title, id. \
         Nearest: a flat article (needs a text, body, content or maintext beside its title)"
            .replace("x.json: ", "x.json: top level: ")
    );
}

#[test]
fn a_summary_is_shown_as_one() {
    let opened =
        open(&json!({"title": TITLE, "summary": FIRST, "link": "https://x.example/1", "published": "2024-11-19"}));
    assert_eq!(warnings(&opened), ["top level: there is no text of the article here, only a summary; kept as it is"]);
}

/// A publisher of markup without a word had an empty name, and was lost when the article was written.
#[test]
fn a_publisher_without_a_word() {
    let opened = open(&json!({"title": TITLE, "text": FIRST, "source": "<table><tr><td>a<td>b", "author": "<b> </b>"}));
    assert_eq!((opened.article.publisher.as_ref(), opened.article.authors.len()), (None, 0));
    round_trip(&opened);
}

#[test]
fn news_please() {
    let opened = open(&json!({
        "authors": ["سمير"], "date_download": null, "date_publish": "2017-07-17 17:03:00", "description": FIRST,
        "filename": "x.json", "language": "ar", "localpath": null, "source_domain": "x.example",
        "maintext": format!("{FIRST}\n{SECOND}"), "title": TITLE, "url": "https://x.example/1",
    }));
    two_paragraphs(&opened, Format::NewsPlease);
    assert_eq!(opened.article.date_published.as_deref(), Some("2017-07-17"));
    assert!(refusal(&json!({"maintext": null, "title": TITLE})).contains("Nearest: news-please's JSON"));
}

#[test]
fn trafilatura() {
    let opened = open(&json!({
        "title": TITLE, "author": "سمير", "hostname": "x.example", "date": "2024-11-19", "fingerprint": "abc",
        "id": null, "license": null, "comments": "", "raw_text": "…", "text": format!("{FIRST}\n{SECOND}"),
        "language": null, "image": null, "pagetype": "article", "source": "https://x.example/1",
        "source-hostname": "x", "excerpt": FIRST, "categories": "سياسة", "tags": "أ;ب",
    }));
    two_paragraphs(&opened, Format::Trafilatura);
    assert_eq!(
        (opened.article.url.as_deref(), &*opened.article.keywords),
        (Some("https://x.example/1"), &["أ".into(), "ب".into()][..])
    );
    assert!(refusal(&json!({"hostname": "x", "fingerprint": "a", "text": null})).contains("trafilatura"));
}

#[test]
fn newspaper_with_the_wrong_default_language() {
    let opened = open(&json!({
        "url": "https://x.example/1", "read_more_link": "", "language": "en", "title": TITLE, "top_image": "",
        "meta_img": "", "images": [], "movies": [], "keywords": ["القاهرة"], "meta_keywords": [""], "tags": [],
        "authors": ["سمير"], "publish_date": "2024-11-19T10:30:00+02:00", "summary": "",
        "meta_description": FIRST, "meta_lang": "", "text": format!("{FIRST}\n\n{SECOND}"),
    }));
    two_paragraphs(&opened, Format::Newspaper);
    assert_eq!(warnings(&opened), ["language: the text is not in the script of \"en\"; read as \"ar\""]);
    assert!(refusal(&json!({"title": TITLE, "text": "", "top_image": "", "movies": []})).contains("newspaper"));
}

#[test]
fn readability_reads_content_and_not_text_content() {
    let opened = open(&json!({
        "title": TITLE, "byline": null, "dir": "rtl", "lang": "ar", "length": 10, "excerpt": FIRST, "siteName": "x",
        "content": format!("<div id=\"readability-page-1\"><h1>{TITLE}</h1><p>{FIRST}</p><p>وقال إن \"<a href=\"https://x.example/a\">الحل ممكن</a>\" في هذا العام.</p></div>"),
        "textContent": "\n\n\n  x \n\n\n", "publishedTime": null,
    }));
    two_paragraphs(&opened, Format::Readability);
    let block = &opened.article.blocks[2];
    assert_eq!(&block.text[block.details.marks[0].bytes.clone()], "الحل ممكن");
    assert_eq!(block.details.marks[0].url.as_deref(), Some("https://x.example/a"));
    assert!(refusal(&json!({"title": TITLE, "content": "", "textContent": "", "length": 0})).contains("Readability"));
}

#[test]
fn postlight_with_every_letter_as_a_reference() {
    let encode = |text: &str| {
        text.chars()
            .map(|c| if c.is_ascii() { c.to_string() } else { format!("&#x{:x};", c as u32) })
            .collect::<String>()
    };
    let opened = open(&json!({
        "title": TITLE, "author": null, "date_published": "2024-11-19T10:30:00.000Z", "dek": null,
        "lead_image_url": null, "content": format!("<div><p>{}</p><p>{}</p></div>", encode(FIRST), encode(SECOND)),
        "next_page_url": null, "url": "https://x.example/1", "domain": "x.example", "excerpt": FIRST,
        "word_count": 1, "direction": "bidi", "total_pages": 1, "rendered_pages": 1,
    }));
    two_paragraphs(&opened, Format::Postlight);
    assert!(
        refusal(&json!({"title": TITLE, "content": "<div></div>", "total_pages": 1, "rendered_pages": 1}))
            .contains("Postlight")
    );
}

#[test]
fn json_ld_alone_in_a_graph_and_in_a_list() {
    let node = json!({
        "@context": "https://schema.org", "@type": ["NewsArticle"], "headline": TITLE,
        "articleBody": format!("{FIRST}\n\n{SECOND}"), "inLanguage": {"@type": "Language", "name": "Arabic"},
        "author": [{"@type": "Person", "name": "سمير", "url": "https://x.example/s"}],
        "publisher": {"@type": "NewsMediaOrganization", "name": "الأهرام"}, "keywords": "مصر, القاهرة",
        "datePublished": "2024-11-19T10:30:00+0200", "mainEntityOfPage": {"@id": "https://x.example/1"},
        "about": [{"@type": "City", "name": "القاهرة", "sameAs": "https://www.wikidata.org/wiki/Q85"}],
        "mentions": {"@type": "Person", "name": "وزير الخارجية"},
    });
    let other = json!({"@type": "WebSite", "name": "x", "url": "https://x.example"});
    for value in [
        node.clone(),
        json!([other, node]),
        json!({"@context": "https://schema.org", "@graph": [other, node, {"@type": "Person", "name": "x"}]}),
    ] {
        let opened = open(&value);
        two_paragraphs(&opened, Format::JsonLd);
        let article = &opened.article;
        assert_eq!(article.date_published.as_deref(), Some("2024-11-19T10:30:00+02:00"));
        assert_eq!((article.url.as_deref(), article.keywords.len()), (Some("https://x.example/1"), 2));
        let kinds: Vec<_> = article.entities.iter().map(|e| (e.name.as_str(), e.kind, e.same_as.len())).collect();
        assert_eq!(kinds, [("القاهرة", EntityKind::Place, 1), ("وزير الخارجية", EntityKind::Person, 0)]);
    }
    let summary = open(
        &json!({"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, "description": FIRST}),
    );
    assert!(warnings(&summary)[0].contains("only a summary"));
    assert!(
        refusal(&json!({"@type": "Article", "name": TITLE}))
            .ends_with("Nearest: a schema.org article (needs articleBody or description)")
    );
    assert!(
        refusal(&json!({"@context": "https://schema.org", "@type": "Event", "name": "x", "text": "y"}))
            .contains("JSON-LD")
    );
}

#[test]
fn json_feed() {
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "الأهرام", "language": "ar", "authors": [{"name": "سمير"}],
        "items": [{"id": "1", "url": "https://x.example/1", "title": TITLE, "content_html": format!("<p>{FIRST}<p>{SECOND}")},
                  {"id": "2", "content_text": "بلا عنوان"}, {"id": "3"}],
    });
    let collection = formats::Collection::from_bytes(feed.to_string().into_bytes(), "x.json").unwrap();
    two_paragraphs(&collection.open(0).unwrap(), Format::JsonFeed);
    let second = collection.open(1).unwrap().article;
    assert_eq!((second.language.as_str(), second.authors[0].name.as_str()), ("ar", "سمير"));
    assert!(collection.open(2).unwrap_err().to_string().starts_with("x.json: record 3: "));
}

#[test]
fn ninjs_of_three_versions() {
    let old = json!({
        "uri": "urn:x:1", "type": "text", "versioncreated": "2024-11-19T10:30:00Z", "language": "ar", "headline": TITLE,
        "body_html": format!("<p>{FIRST}</p><p>{SECOND}</p>"), "body_text": "x",
        "person": [{"name": "وانغ يي", "rel": "about", "scheme": "http://www.wikidata.org/entity/", "code": "Q1"}],
        "place": [{"name": "القاهرة"}],
    });
    let two = json!({
        "uri": "urn:x:1", "versioncreated": "2024-11-19T10:30:00Z", "language": "ar",
        "headlines": [{"role": "short", "value": "x"}, {"role": "main", "value": TITLE}],
        "bodies": [{"role": "text", "contenttype": "text/plain", "value": "x"},
                   {"role": "html", "contenttype": "text/html", "value": format!("<p>{FIRST}</p><p>{SECOND}</p>")}],
        "people": [{"name": "وانغ يي", "uri": "http://www.wikidata.org/entity/Q1"}], "places": [{"name": "القاهرة"}],
    });
    let mut three = two.clone();
    three["versionCreated"] = three["versioncreated"].take();
    three["bodies"] =
        json!([{"role": "text", "contentType": "text/plain", "value": format!("{FIRST}\r\n\r\n{SECOND}")}]);
    for value in [old, two, three] {
        let opened = open(&value);
        two_paragraphs(&opened, Format::Ninjs);
        let entities = &opened.article.entities;
        assert_eq!(
            (entities[0].kind, &*entities[0].same_as[0]),
            (EntityKind::Person, "http://www.wikidata.org/entity/Q1")
        );
        assert_eq!((entities[1].kind, entities.len()), (EntityKind::Place, 2));
    }
    let event =
        json!({"standard": {"name": "ninjs"}, "uri": "urn:x:2", "type": "event", "title": "t", "eventDetails": {}});
    assert!(refusal(&event).contains("no article but an item of ninjs of the type \"event\""));
    assert!(
        refusal(&json!({"uri": "urn:x:3", "type": "picture", "versioncreated": "2024", "description_text": "d"}))
            .contains("\"picture\"")
    );
}

/// A picture that belongs to an item stands behind its text, once: the body may have it already.
#[test]
fn ninjs_pictures_of_both_versions() {
    let body = format!("<p>{FIRST}</p><figure><img src=\"https://x.example/small.jpg\"></figure><p>{SECOND}</p>");
    let renditions = json!([{"name": "r0", "href": "https://x.example/huge.jpg", "width": 4724}, {"name": "r1", "href": "https://x.example/1024.jpg", "width": 1024},
        {"name": "r2", "href": "https://x.example/small.jpg", "width": 256}]);
    let two = json!({"uri": "urn:x:1", "type": "text", "versioncreated": "2024", "language": "ar", "headlines": [{"value": TITLE}],
        "bodies": [{"contenttype": "text/html", "value": body}], "associations": [
            {"name": "a1", "type": "picture", "descriptions": [{"value": "شرح"}], "renditions": renditions},
            {"name": "a2", "type": "picture", "by": "سمير", "descriptions": [{"value": "صورة أخرى"}], "renditions": renditions.as_array().unwrap()[..2]},
            {"name": "a3", "type": "text", "uri": "urn:x:2", "headlines": [{"value": "خبر آخر"}]}]});
    let images = |opened: &Opened| -> Vec<(Option<String>, Option<String>, Option<String>)> {
        let blocks = opened.article.blocks.iter().filter(|block| block.kind == BlockKind::Image);
        blocks
            .map(|block| (block.details.url.clone(), block.details.caption.clone(), block.details.credit.clone()))
            .collect()
    };
    let url = |name: &str| Some(format!("https://x.example/{name}.jpg"));
    let opened = open(&two);
    let other = (url("1024"), Some("صورة أخرى".to_owned()), Some("سمير".to_owned()));
    assert_eq!(images(&opened), [(url("small"), None, None), other]);
    round_trip(&opened);
    let one = json!({"uri": "urn:x:1", "type": "text", "versioncreated": "2024", "language": "ar", "headline": TITLE, "body_text": FIRST,
        "associations": {"featured": {"type": "picture", "uri": "urn:x:3", "description_text": "شرح", "byline": "سمير",
            "renditions": {"original": {"href": "https://x.example/o.jpg", "width": 900}, "thumb": {"href": "https://x.example/t.jpg", "width": 90}}}}});
    assert_eq!(images(&open(&one)), [(url("o"), Some("شرح".to_owned()), Some("سمير".to_owned()))]);
    let picture = json!({"uri": "urn:x:3", "type": "picture", "versioncreated": "2024", "renditions": renditions});
    assert!(refusal(&picture).contains("no article but an item of ninjs of the type \"picture\""));
}

#[test]
fn relative_links_are_those_of_the_page() {
    let html = "<p>قال <a href=\"/a/b?c=1\">هنا</a> و<a href=\"../d\">هناك</a> و<a href=\"//y.example/e\">ثم</a> و<a href=\"mailto:x@y\">أخيرا</a>.</p><img src=\"i.jpg\">";
    let links = |value: &Value| -> Vec<String> {
        let article = open(value).article;
        let urls = |block: &newsreader::article::Block| {
            block
                .details
                .marks
                .iter()
                .filter_map(|mark| mark.url.clone())
                .chain(block.details.url.clone())
                .collect::<Vec<_>>()
        };
        article.blocks.iter().flat_map(urls).collect()
    };
    let absolute = [
        "https://x.example/a/b?c=1",
        "https://x.example/d",
        "https://y.example/e",
        "mailto:x@y",
        "https://x.example/n/i.jpg",
    ];
    assert_eq!(links(&json!({"title": TITLE, "content": html, "url": "https://x.example/n/1"})), absolute);
    assert_eq!(
        links(&json!({"title": TITLE, "content": html})),
        ["/a/b?c=1", "../d", "//y.example/e", "mailto:x@y", "i.jpg"]
    );
    assert_eq!(links(&json!({"title": TITLE, "content": html, "url": "no address"}))[0], "/a/b?c=1");
}

#[test]
fn wordpress_rest() {
    let opened = open(&json!([{
        "id": 1, "date": "2024-11-19T12:30:00", "date_gmt": "2024-11-19T10:30:00", "link": "https://x.example/1",
        "title": {"rendered": "وزير الخارجية يصل&#32;إلى القاهرة"},
        "content": {"rendered": format!("\n<p>{FIRST}</p>\n\n\n<p>{SECOND}</p>\n"), "protected": false},
        "excerpt": {"rendered": "<p>x [&hellip;]</p>\n"},
        "_embedded": {"author": [{"name": "سمير"}], "wp:term": [[{"name": "سياسة"}]]},
    }]));
    two_paragraphs(&opened, Format::WordPress);
    assert_eq!(opened.article.date_published.as_deref(), Some("2024-11-19T10:30:00Z"));
    assert_eq!((opened.article.description.as_deref(), opened.article.keywords.len()), (Some("x […]"), 1));
    assert!(refusal(&json!({"title": {"rendered": "x"}, "content": {"rendered": ""}})).contains("WordPress"));
}

#[test]
fn news_api_that_lost_its_letters_and_one_that_is_cut() {
    let item = |content: &str| {
        json!({"status": "ok", "totalResults": 1, "articles": [{
            "source": {"id": null, "name": "x"}, "author": null, "title": TITLE, "description": FIRST,
            "url": "https://x.example/1", "urlToImage": null, "publishedAt": "2024-11-19T10:30:00Z", "content": content,
        }]})
    };
    let lost = open(&item("  \" \"  . \r\n [+1234 chars]"));
    assert_eq!((lost.format, &*lost.article.blocks[1].text), (Format::NewsApi, FIRST));
    assert!(warnings(&lost)[0].starts_with("content: the text has lost its letters"));
    let cut = open(&item(&format!("{FIRST}… [+1234 chars]")));
    assert!(warnings(&cut)[0].contains("cut short"));
    let empty =
        json!({"title": "t", "description": "", "content": null, "source": {"name": "x"}, "publishedAt": "2024"});
    assert!(refusal(&empty).contains("an item of a news API"));
}

#[test]
fn newsdata_io() {
    let opened = open(&json!({"status": "success", "results": [{
        "article_id": "a", "title": TITLE, "link": "https://x.example/1", "creator": ["سمير"], "language": "arabic",
        "description": format!("{FIRST}\n{SECOND}"), "content": "ONLY AVAILABLE IN PAID PLANS", "pubDate": "2024-11-19 10:30:00",
    }]}));
    two_paragraphs(&opened, Format::NewsApi);
}

#[test]
fn arc_xp_ans() {
    let opened = open(&json!({
        "type": "story", "version": "0.10.9", "language": "ar", "headlines": {"basic": TITLE},
        "content_elements": [
            {"type": "text", "content": FIRST},
            {"type": "header", "level": 3, "content": "عنوان"},
            {"type": "quote", "content_elements": [{"type": "text", "content": "قال <a href=\"https://x.example/\">هنا</a>"}]},
            {"type": "list", "list_type": "ordered", "items": [{"type": "text", "content": "أ"}, {"type": "text", "content": "ب"}]},
            {"type": "image", "url": "https://x.example/i.jpg", "caption": "شرح"},
            {"type": "ghost", "content": "x"},
        ],
        "taxonomy": {"named_entities": [{"_id": "1", "name": "القاهرة", "type": "location"}]},
        "credits": {"by": [{"name": "سمير", "type": "author"}]}, "display_date": "2024-11-19T10:30:00Z",
    }));
    use BlockKind::{Blockquote, Heading, Headline, Image, ListItem, Paragraph};
    let text = [
        (Headline, TITLE),
        (Paragraph, FIRST),
        (Heading, "عنوان"),
        (Blockquote, "قال هنا"),
        (ListItem, "أ"),
        (ListItem, "ب"),
        (Image, ""),
    ];
    assert_eq!((opened.format, outline(&opened.article)), (Format::Ans, text.to_vec()));
    assert_eq!((opened.article.blocks[3].details.marks.len(), opened.article.blocks[5].details.ordinal), (1, Some(2)));
    assert_eq!(opened.article.entities[0].kind, EntityKind::Place);
    round_trip(&opened);
    assert!(
        refusal(&json!({"type": "story", "version": "0.10.9", "content_elements": [{"type": "ghost"}]}))
            .contains("Arc XP")
    );
}

#[test]
fn apple_news() {
    let opened = open(&json!({
        "version": "1.7", "identifier": "x", "title": "t", "language": "ar", "layout": {},
        "components": [
            {"role": "header", "components": [{"role": "title", "text": TITLE}]},
            {"role": "body", "format": "html", "text": format!("<p>{FIRST}</p><p>وقال إن \"<b>الحل ممكن</b>\" في هذا العام.</p>")},
        ],
    }));
    two_paragraphs(&opened, Format::AppleNews);
    assert_eq!(opened.article.blocks[2].details.marks[0].kind, MarkKind::Strong);
    assert!(
        refusal(&json!({"title": "t", "components": [{"role": "photo", "URL": "bundle://x"}]})).contains("Apple News")
    );
}
