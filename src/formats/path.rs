//! The place of a value in a JSON text, as `blocks[3].type`.

use std::fmt;

use super::message::{shorten, visible};

/// A path that lives on the stack of the reader and becomes text only when a message needs it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'p> {
    Root,
    Key(&'p str),
    Index(usize),
}

impl<'p> Path<'p> {
    /// The top level of the JSON text.
    pub(crate) const ROOT: Path<'static> = Path { parent: None, step: Step::Root };

    /// The value of `key` in the object at this path.
    pub(crate) fn key(&'p self, key: &'p str) -> Path<'p> {
        Path { parent: Some(self), step: Step::Key(key) }
    }

    /// Element `index` (from 0) of the array at this path.
    pub(crate) fn index(&'p self, index: usize) -> Path<'p> {
        Path { parent: Some(self), step: Step::Index(index) }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(parent) = self.parent else {
            return f.write_str("top level");
        };
        let below_root = parent.parent.is_none();
        if !below_root {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Index(index) => write!(f, "[{index}]"),
            Step::Key(key) if !is_plain(key) => write!(f, "[\"{}\"]", visible(&shorten(key))),
            Step::Key(key) if below_root => f.write_str(key),
            Step::Key(key) => write!(f, ".{key}"),
        }
    }
}

/// Whether a key can stand in a path without brackets.
fn is_plain(key: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$' | b'@');
    !key.is_empty() && key.len() <= 64 && key.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_like_the_json_they_point_into() {
        let blocks = Path::ROOT.key("blocks");
        let third = blocks.index(3);
        assert_eq!(third.key("type").to_string(), "blocks[3].type");
        assert_eq!(third.key("a b\u{1b}").to_string(), "blocks[3][\"a b\\u{1b}\"]");
        assert_eq!(Path::ROOT.to_string(), "top level");
        assert_eq!(Path::ROOT.key("").to_string(), "[\"\"]");
    }
}
