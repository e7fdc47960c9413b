//! The first rows of a text, for lists and lines that have no room for all of it.

use std::sync::Arc;

use super::{Direction, Options, Row, TextLayout};

/// The first `most` rows of a text, the last with an ellipsis when there is more. Line breaks and other control characters
/// count as blanks; bytes of rows are those of the text, but for a last row with an ellipsis.
#[must_use]
pub fn brief(text: &str, direction: Direction, options: Options, most: usize) -> Vec<Arc<Row>> {
    let flat = flat(text);
    let mut layout = TextLayout::new(flat.as_str(), direction, options);
    let mut found: Vec<Arc<Row>> = (0..most).map_while(|index| layout.row(index)).collect();
    if layout.has_row(most)
        && let Some(last) = found.pop()
    {
        let shorter = Options { width: options.width.saturating_sub(1).max(1), ..options };
        let mut rest = TextLayout::new(&flat[last.bytes.start..], direction, shorter);
        let fits = rest.row(0).map_or(0, |row| row.bytes.end);
        let cut = format!("{}…", flat[last.bytes.start..last.bytes.start + fits].trim_end());
        found.extend(TextLayout::new(cut, direction, options).row(0));
    }
    found
}

/// The text with blanks in the place of control characters, as many bytes as they have.
#[must_use]
pub fn flat(text: &str) -> String {
    let mut flat = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() {
            flat.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            flat.push(c);
        }
    }
    flat
}
