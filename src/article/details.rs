//! What few blocks have, kept apart: an article of a million paragraphs pays a pointer for each.

use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::Mark;

/// What a picture, a table, a numbered item or a paragraph with links has beyond its text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BlockDetails {
    /// The number of a list item.
    pub ordinal: Option<i64>,
    /// Address of an image, a related link, …
    pub url: Option<String>,
    /// Alternative text of an image.
    pub alt: Option<String>,
    /// Caption of an image or table.
    pub caption: Option<String>,
    /// Credit of an image.
    pub credit: Option<String>,
    /// Rows of a table, each a list of cell texts.
    pub rows: Vec<Vec<String>>,
    /// Inline marks: links, emphasis.
    pub marks: Vec<Mark>,
    /// Keys that the reader does not interpret (`origin`, `placement`, `width`, `x-…`), kept for writing.
    pub extra: Map<String, Value>,
}

/// A box of [`BlockDetails`] that takes no memory where all of them are empty. To write to it makes the box.
#[derive(Debug, Clone, Default)]
pub struct Details(Option<Box<BlockDetails>>);

impl From<BlockDetails> for Details {
    fn from(details: BlockDetails) -> Self {
        Self((details != BlockDetails::default()).then(|| Box::new(details)))
    }
}

impl Deref for Details {
    type Target = BlockDetails;

    fn deref(&self) -> &BlockDetails {
        static NONE: LazyLock<BlockDetails> = LazyLock::new(BlockDetails::default);
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for Details {
    fn deref_mut(&mut self) -> &mut BlockDetails {
        self.0.get_or_insert_default()
    }
}

impl PartialEq for Details {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Block;

    #[test]
    fn a_block_without_details_takes_no_more_than_its_text_and_a_little() {
        assert!(size_of::<Block>() <= 72, "{} bytes", size_of::<Block>());
        assert!(Details::from(BlockDetails::default()).0.is_none());
    }

    #[test]
    #[allow(clippy::field_reassign_with_default)] // It is reached through the box.
    fn an_empty_box_is_no_box() {
        let mut written = Details::from(BlockDetails { url: Some("x".to_owned()), ..BlockDetails::default() });
        assert_ne!(written, Details::default());
        written.url = None;
        assert_eq!(written, Details::default());
    }
}
