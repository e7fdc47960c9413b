//! Texts of megabytes: unescaped without a second copy beside the file, and made an article's when the file is gone.

use std::borrow::Cow;

use serde_json::value::RawValue;
use serde_json_borrow::Value;

use crate::article::Article;

/// Bytes from which on a block gets this much care.
const GIANT: usize = 1 << 20;

/// The text of a block, which the block has not got yet.
#[derive(Debug)]
pub(in crate::formats) struct Late {
    /// Number of the block.
    pub(super) block: usize,
    pub(super) text: String,
}

impl Late {
    /// Gives the texts to their blocks. The time to do so is when the file they were read from is no longer in memory.
    pub(in crate::formats) fn settle(late: Vec<Self>, article: &mut Article) {
        for Self { block, text } in late {
            article.blocks[block].text = text.into();
        }
    }

    /// The text in a value, if it is so long, and a copy already.
    pub(super) fn of(block: usize, value: Value<'_>) -> Option<Self> {
        let Value::Object(object) = value else { return None };
        let (_, text) = object.into_vec().into_iter().rfind(|(key, _)| key == "text")?;
        match text {
            Value::Str(Cow::Owned(text)) if text.len() >= GIANT => Some(Self { block, text }),
            _ => None,
        }
    }

    /// Whether [`Late::of`] gives a text: of keys that stand twice the last counts.
    pub(super) fn is_text(value: &Value<'_>) -> bool {
        let text = value.as_object().and_then(|object| object.iter().filter(|(key, _)| *key == "text").last());
        matches!(text, Some((_, Value::Str(Cow::Owned(text)))) if text.len() >= GIANT)
    }
}

/// Parses an element of a list of blocks. The parser has each string with an escape twice for a while.
///
/// # Errors
/// Those of the parser.
pub(super) fn parse(raw: &RawValue) -> Result<Value<'_>, serde_json::Error> {
    let text = raw.get();
    if text.len() >= GIANT
        && let Ok(Some(value)) = by_keys(text)
    {
        return Ok(value);
    }
    serde_json::from_str(text)
}

/// The same for an object whose text can be unescaped here; none for another. Keys with escapes are an error.
fn by_keys(text: &str) -> Result<Option<Value<'_>>, serde_json::Error> {
    let mut entries = serde_json::Deserializer::from_str(text);
    let Ok(entries) = serde::Deserializer::deserialize_map(&mut entries, super::parts::Entries::<&str>::default())
    else {
        return Ok(None);
    };
    let mut values = Vec::with_capacity(entries.len());
    for (key, raw) in entries {
        let value = match unescaped(raw.get()).filter(|_| raw.get().len() >= GIANT) {
            Some(text) => Value::Str(Cow::Owned(text)),
            None => serde_json::from_str(raw.get())?,
        };
        values.push((key, value));
    }
    Ok(Some(Value::Object(values.into())))
}

/// The text of a JSON string (RFC 8259, section 7) with escapes in it, in memory that is taken once; none for one without
/// escapes, which need not be copied, and for any that is not as it should be: the parser says why.
fn unescaped(raw: &str) -> Option<String> {
    let mut rest = raw.strip_prefix('"')?.strip_suffix('"')?;
    if !rest.contains('\\') {
        return None;
    }
    let mut text = String::with_capacity(rest.len());
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let escape = *rest.as_bytes().get(at + 1)?;
        // What stands behind the stroke may be a letter of several bytes.
        rest = rest.get(at + 2..)?;
        text.push(match escape {
            b'"' | b'\\' | b'/' => char::from(escape),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut unit = code_unit(rest)?;
                rest = &rest[4..];
                if (0xd800..0xdc00).contains(&unit) {
                    let low = code_unit(rest.strip_prefix("\\u")?)?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                    unit = 0x1_0000 + ((unit - 0xd800) << 10 | low);
                    rest = &rest[6..];
                }
                char::from_u32(unit)?
            }
            _ => return None,
        });
    }
    text.push_str(rest);
    Some(text)
}

/// The code unit of four hexadecimal digits.
fn code_unit(digits: &str) -> Option<u32> {
    let digits = digits.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn escapes_are_what_the_parser_says() {
        for text in [
            r#""a\"b\\\/\b\f\n\r\tc""#,
            r#""\u0627\u0644 \ud83d\ude00x""#,
            r#""\ud83d""#,
            r#""\ud83d\u0041""#,
            r#""\ude00""#,
            r#""\u12""#,
            r#""\u+123""#,
            r#""\x""#,
            r#""\é""#,
            r#""\😀x""#,
            r#""\u00é""#,
            r#""\""#,
        ] {
            assert_eq!(unescaped(text), serde_json::from_str::<String>(text).ok(), "{text}");
        }
        assert_eq!(unescaped("\"no escape\""), None);
    }

    proptest! {
        #[test]
        fn every_string_comes_back(text in "[a-cا-ت\\\\\"/\n\u{1}\u{1f}😀]{0,30}") {
            let raw = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(unescaped(&raw).unwrap_or_else(|| text.clone()), text);
        }
    }

    #[test]
    fn of_a_text_that_stands_twice_the_last_counts() {
        let long = serde_json::to_string(&"\"ال\" ".repeat(GIANT / 4)).unwrap();
        for (first, last) in [(long.as_str(), "\"SHORT\""), ("\"SHORT\"", long.as_str()), (&long, &long)] {
            let block = format!(r#"{{"id":"b","type":"paragraph","text":{first},"text":{last}}}"#);
            let raw: &RawValue = serde_json::from_str(&block).unwrap();
            let value = parse(raw).unwrap();
            assert_eq!(Late::is_text(&value), Late::of(0, value).is_some());
            let file = format!(r#"{{"format":"newsreader-article/1","blocks":[{block}]}}"#);
            let article = crate::formats::open_bytes(file.as_bytes(), "x").unwrap().article;
            let expected: String = serde_json::from_str(last).unwrap();
            assert!(*article.blocks[0].text == *expected, "{} bytes", article.blocks[0].text.len());
        }
    }

    #[test]
    fn a_giant_block_is_read_as_any_other() {
        let long = "كلمة \"بين\" علامتين ".repeat(GIANT / 20);
        let json = serde_json::json!({"id": "b1", "text": long, "x-a": [1, {"b": null}]}).to_string();
        let raw: &RawValue = serde_json::from_str(&json).unwrap();
        let value = parse(raw).unwrap();
        assert!(Late::is_text(&value));
        assert_eq!(value, serde_json::from_str::<Value<'_>>(&json).unwrap());
        assert_eq!(Late::of(0, value).unwrap().text, long);
    }
}
