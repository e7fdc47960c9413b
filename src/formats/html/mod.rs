//! HTML to blocks.
//!
//! html5ever cuts the text into tags and characters (with every character reference decoded, as the
//! HTML standard says); [`builder`] makes blocks of them in one pass, so that neither depth nor
//! wrong nesting costs more than the length of the text.
//!
//! ```text
//! <h2>عنوان</h2><p>نص <a href="u">رابط</a></p>  ──►  heading "عنوان" · paragraph "نص رابط", link on 5..13
//! ```

mod builder;
mod table;

use std::cell::RefCell;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};

use crate::article::Block;
use builder::Builder;

/// Elements that make a string HTML when one of their tags is in it.
const TELLING: &[&str] = &[
    "p",
    "br",
    "div",
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "strong",
    "em",
    "b",
    "i",
    "u",
    "span",
    "table",
    "img",
    "figure",
    "section",
    "article",
    "html",
    "body",
    "hr",
    "pre",
    "sup",
    "sub",
    "tr",
    "td",
    "main",
    "aside",
    "header",
    "font",
    "center",
    "iframe",
    "script",
];

/// The blocks of an HTML text, without ids.
pub(crate) fn blocks(html: &str) -> Vec<Block> {
    let decoded;
    let html = if !is_html(html) && has_escaped_tags(html) {
        decoded = decode(html);
        &decoded
    } else {
        html
    };
    let (blocks, unclosed) = run(html, true);
    // An element that is skipped and never closed would take the rest of the article with it.
    if unclosed { run(html, false).0 } else { blocks }
}

/// Whether a string has HTML tags in it.
pub(crate) fn is_html(text: &str) -> bool {
    has_tag(text, "<")
}

/// Whether a string has character references in it.
pub(crate) fn has_references(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| {
        let rest = &text.as_bytes()[at + 1..];
        let length = rest.iter().take(32).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
        length > 1 && rest.get(length) == Some(&b';')
    })
}

/// Decodes the character references of a string; what looks like tags stays.
pub(crate) fn decode(text: &str) -> String {
    if !has_references(text) {
        return text.to_owned();
    }
    let sink = Characters::default();
    // In a textarea there are references but no tags.
    feed(sink, &format!("<textarea>{text}")).0.into_inner()
}

/// A title or name: references decoded, tags left out, white space single.
pub(crate) fn inline(text: &str) -> String {
    let text = if is_html(text) {
        let parts: Vec<String> = blocks(text).into_iter().map(|block| block.text.to_string()).collect();
        parts.join(" ")
    } else {
        decode(text)
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn has_escaped_tags(text: &str) -> bool {
    has_tag(text, "&lt;") || has_tag(text, "&#60;") || has_tag(text, "&#x3c;") || has_tag(text, "&#x3C;")
}

/// Whether a tag that tells HTML follows an opening bracket, however that is written.
fn has_tag(text: &str, bracket: &str) -> bool {
    text.match_indices(bracket).any(|(at, _)| {
        let rest = &text[at + bracket.len()..];
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        end <= 10
            && rest[end..].starts_with([' ', '>', '/', '\n', '\t', '\r', '&'])
            && TELLING.contains(&rest[..end].to_ascii_lowercase().as_str())
    })
}

fn run(html: &str, skipping: bool) -> (Vec<Block>, bool) {
    feed(Blocks(RefCell::new(Builder::new(skipping))), html).0.into_inner().finish()
}

fn feed<S: TokenSink<Handle = ()>>(sink: S, text: &str) -> S {
    let input = BufferQueue::default();
    input.push_back(text.into());
    let tokenizer = Tokenizer::new(sink, Default::default());
    // It stops at the end of a script element only for sinks that ask for it.
    _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink
}

/// Collects characters.
#[derive(Default)]
struct Characters(RefCell<String>);

impl TokenSink for Characters {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(text) => self.0.borrow_mut().push_str(&text),
            Token::TagToken(_) => return TokenSinkResult::RawData(RawKind::Rcdata),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Hands tokens to the builder.
struct Blocks(RefCell<Builder>);

impl TokenSink for Blocks {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut builder = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => builder.text(&text),
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => builder.end(&tag.name),
            Token::TagToken(tag) => {
                builder.start(&tag);
                return raw_text(&tag);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Elements in which there are no tags (HTML standard, 13.2.6.4.4 and .7).
fn raw_text(tag: &Tag) -> TokenSinkResult<()> {
    match &*tag.name {
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        _ => TokenSinkResult::Continue,
    }
}

#[cfg(test)]
mod tests;
