//! The body of an article as a web page writes it.

use newsreader::formats;

use super::checks::check_opened;

/// Any text as the HTML of a WordPress post.
pub(crate) fn check(data: &[u8]) {
    let html = String::from_utf8_lossy(data);
    let post = serde_json::json!({"title": {"rendered": "خبر"}, "content": {"rendered": html}, "date": "2024"});
    if let Ok(opened) = formats::open_bytes(post.to_string().as_bytes(), "x") {
        check_opened(&opened);
        let bytes: usize = opened.article.blocks.iter().map(|block| block.text.len()).sum();
        // A list marker or a line break may be added, no more.
        assert!(bytes <= 4 * html.len() + 64, "{bytes} bytes of text out of {}", html.len());
    }
}
