//! Words for messages: text from files is shown so that it cannot act on a terminal.

use std::fmt;
use std::path::Path;

/// Longest text from a file that a message repeats, in code points.
const LONGEST: usize = 60;

/// Shows text without quotation marks, with every control and invisible character escaped
/// (`\u{1b}`), so that no terminal acts on it; for file names, keys and the words of other programs.
#[must_use]
pub fn visible(text: &str) -> String {
    escaped(text).replace("\\\"", "\"")
}

/// The same for a path; U+FFFD stands for what is no UTF-8.
#[must_use]
pub fn visible_path(path: &Path) -> String {
    visible(&path.to_string_lossy())
}

/// Shows text in quotation marks, shortened, with every control and invisible character escaped.
pub(crate) struct Quoted<'t>(pub(crate) &'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", escaped(&shorten(self.0)))
    }
}

/// Escapes what Rust does, but vowel marks stay on their letters and apostrophes as they are.
fn escaped(text: &str) -> String {
    text.escape_debug().to_string().replace("\\'", "'")
}

/// At most [`LONGEST`] code points of a text; an ellipsis stands for what is left out of its middle.
/// What has been shortened once is not shortened again.
pub(crate) fn shorten(text: &str) -> String {
    if text.len() <= LONGEST || text.chars().nth(LONGEST).is_none() {
        return text.to_owned();
    }
    let half = (LONGEST - 3) / 2;
    let head = text.char_indices().nth(half).map_or(text.len(), |(byte, _)| byte);
    let tail = text.char_indices().rev().nth(half - 1).map_or(0, |(byte, _)| byte);
    format!("{} … {}", &text[..head], &text[tail..])
}

/// The listed name that `value` was probably meant to be: case does not count, and one edit for
/// every three letters is forgiven.
pub(crate) fn nearest_name(value: &str, names: &[&'static str]) -> Option<&'static str> {
    if value.len() > 64 {
        return None;
    }
    let value = value.to_lowercase();
    names
        .iter()
        .map(|name| (strsim::osa_distance(&value, &name.to_lowercase()), *name))
        .filter(|(distance, name)| *distance <= (name.len() / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Joins names for a sentence: `a, b, c`.
pub(crate) fn comma_list<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    let mut list = String::new();
    for name in names {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(name.as_ref());
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_and_invisible_characters_are_escaped_and_letters_are_not() {
        for (text, shown) in [
            ("a.json", "a.json"),
            ("وثيقة مُشكَّلة.json", "وثيقة مُشكَّلة.json"),
            ("a\u{1b}[31m", "a\\u{1b}[31m"),
            ("a\u{9b}b", "a\\u{9b}b"),
            ("a\nb\r", "a\\nb\\r"),
            ("\u{202e}cod", "\\u{202e}cod"),
            ("it's \"so\"", "it's \"so\""),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn long_text_is_cut_in_the_middle_on_character_boundaries() {
        let long = "ص".repeat(61);
        let short = format!("{} … {}", "ص".repeat(28), "ص".repeat(28));
        assert_eq!(shorten(&long), short);
        assert_eq!(shorten(&short), short);
        assert_eq!(shorten(&"ص".repeat(60)), "ص".repeat(60));
    }

    #[test]
    fn nearest_name_forgives_a_slip_and_no_more() {
        let names = &["paragraph", "heading", "headline", "code"];
        for (value, near) in [
            ("pargraph", Some("paragraph")),
            ("Paragraph", Some("paragraph")),
            ("headlnie", Some("headline")),
            ("cod", Some("code")),
            ("text", None),
            ("", None),
        ] {
            assert_eq!(nearest_name(value, names), near, "{value}");
        }
    }
}
