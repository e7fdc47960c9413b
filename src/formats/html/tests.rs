#![allow(clippy::unwrap_used)]
use super::*;
use crate::article::{BlockKind, MarkKind};
use proptest::prelude::*;

/// Kind and text of each block.
fn outline(html: &str) -> Vec<(BlockKind, String)> {
    blocks(html).into_iter().map(|block| (block.kind, block.text.to_string())).collect()
}

fn paragraphs(html: &str) -> Vec<String> {
    blocks(html).into_iter().map(|block| block.text.to_string()).collect()
}

#[test]
fn elements_become_blocks() {
    use BlockKind::{Blockquote, Caption, Heading, Image, ListItem, Paragraph, Separator};
    let html = "<html><head><title>x</title><style>p{}</style></head><body><h2>عنوان</h2><p>نص <b>أول</b>\n  هنا</p>\
        <blockquote><p>قال</p></blockquote><ul><li>a<ol start=3><li>b</li></ol></li></ul><hr>\
        <figure><img src='i.jpg' alt='صورة'><figcaption>شرح</figcaption></figure><script>if (a<b) x()</script>end";
    let expected = [
        (Heading, "عنوان"),
        (Paragraph, "نص أول هنا"),
        (Blockquote, "قال"),
        (ListItem, "a"),
        (ListItem, "b"),
        (Separator, ""),
        (Image, ""),
        (Caption, "شرح"),
        (Paragraph, "end"),
    ];
    assert_eq!(outline(html), expected.map(|(kind, text)| (kind, text.to_owned())));
    let blocks = blocks(html);
    assert_eq!((blocks[4].level, blocks[4].ordered, blocks[4].details.ordinal), (Some(2), Some(true), Some(3)));
    assert_eq!((blocks[6].details.url.as_deref(), blocks[6].details.alt.as_deref()), (Some("i.jpg"), Some("صورة")));
}

#[test]
fn links_and_emphasis_are_marks_on_bytes() {
    let block = &blocks("<p>  قال <a href='https://x.example/?a=1&amp;b=2'>الوزير <em>وانغ</em></a> إن </p>")[0];
    assert_eq!(&*block.text, "قال الوزير وانغ إن");
    let marks: Vec<_> =
        block.details.marks.iter().map(|m| (m.kind, &block.text[m.bytes.clone()], m.url.as_deref())).collect();
    assert_eq!(
        marks,
        [(MarkKind::Link, "الوزير وانغ", Some("https://x.example/?a=1&b=2")), (MarkKind::Em, "وانغ", None)]
    );
}

#[test]
fn emphasis_goes_on_over_paragraphs_and_ends_with_them() {
    let blocks = blocks("<b>one<br><br>two</b> three<p>four <i>five</p>six");
    let marked = |at: usize| -> Vec<&str> {
        let block: &Block = &blocks[at];
        block.details.marks.iter().map(|mark| &block.text[mark.bytes.clone()]).collect()
    };
    assert_eq!(blocks.len(), 4);
    assert_eq!((marked(0), marked(1), marked(2)), (vec!["one"], vec!["two"], vec!["five"]));
}

#[test]
fn script_addresses_are_no_links() {
    assert!(blocks("<a href='javascript:alert(1)'>x</a> <a href='#n'>y</a>")[0].details.marks.is_empty());
}

#[test]
fn character_references_of_every_kind() {
    assert_eq!(paragraphs("<p>&#x648;&#x632;&#1610;&#x631; &amp; &quot;&laquo;&nbsp;x</p>"), ["وزير & \"«\u{a0}x"]);
    assert_eq!(decode("AT&amp;T <b> &lt;p&gt; &#8217;"), "AT&T <b> <p> ’");
    assert_eq!(decode("a & b; R&D"), "a & b; R&D");
    assert_eq!(inline(" خبر &#8220;<b>عاجل</b>&#8221;\n الآن "), "خبر “عاجل” الآن");
}

#[test]
fn tags_that_are_themselves_escaped_are_decoded_first() {
    assert_eq!(paragraphs("&lt;p&gt;&#x648;&#x632;&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;"), ["وز", "b"]);
}

#[test]
fn breaks() {
    assert_eq!(paragraphs("a<br>b<br/> <br>c</br>d"), ["a\nb", "c\nd"]);
    assert_eq!(paragraphs("<div>a</div>b<div><div>c"), ["a", "b", "c"]);
    assert_eq!(paragraphs("<pre>\n a\n  b\n</pre>"), [" a\n  b"]);
}

#[test]
fn tables_keep_their_rows_and_layout_tables_become_paragraphs() {
    let table = &blocks("<table><caption>جدول</caption><tr><th>أ<th>ب<tr><td>1<td><p>2</p><p>3</p></table>")[0];
    assert_eq!((table.kind, table.details.caption.as_deref()), (BlockKind::Table, Some("جدول")));
    assert_eq!(table.details.rows, [["أ", "ب"], ["1", "2\n3"]]);
    assert_eq!(paragraphs("<table><tr><td><p>one</p><p>two</p></td></tr></table>three"), ["one", "two", "three"]);
}

#[test]
fn an_unclosed_element_that_is_skipped_does_not_swallow_the_article() {
    assert_eq!(paragraphs("<p>a</p><nav><p>b</p>"), ["a", "b"]);
    assert_eq!(paragraphs("<p>a</p><nav><p>b</p></nav>c"), ["a", "c"]);
}

#[test]
fn prose_with_angle_brackets_is_no_html() {
    for (text, html) in [
        ("if a < b and c > d", false),
        ("<3", false),
        ("mail <someone@x.example>", false),
        ("<p>a", true),
        ("a<br/>b", true),
        ("a</strong>", true),
        ("<پ>", false),
    ] {
        assert_eq!(is_html(text), html, "{text}");
    }
}

#[test]
fn depth_costs_no_more_than_length() {
    let deep = format!("{}x{}", "<div><b><ul><li>".repeat(50_000), "</b>".repeat(50_000));
    assert_eq!(blocks(&deep)[0].text.as_ref(), "x");
}

proptest! {
    #[test]
    fn marks_lie_in_their_block_and_text_is_trimmed(parts in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<b>", "</b>", "<a href=u>", "</a>", "<br>", " ", "ص", "a", "&amp;", "<li>", "<ul>", "</ul>",
        "<table>", "<tr>", "<td>", "</td>", "</table>", "<img alt=x>", "<pre>", "</pre>", "\n", "<nav>", "</nav>",
        "<blockquote>", "</blockquote>", "<h2>", "</h2>", "<caption>", "&#x648;", "<", "😀",
    ]), 0..40)) {
        for block in blocks(&parts.concat()) {
            for mark in &block.details.marks {
                prop_assert!(block.text.get(mark.bytes.clone()).is_some_and(|text| !text.is_empty()));
            }
            if block.kind != BlockKind::Code {
                prop_assert_eq!(block.text.trim(), &*block.text);
            }
        }
    }
}
