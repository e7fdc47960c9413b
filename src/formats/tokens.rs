//! A text put together from its tokens, and where the offsets of the tokens are in it.

use std::ops::Range;

/// The text and the tokens, in their order.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    pub(crate) text: String,
    all: Vec<Token>,
}

#[derive(Debug, Clone)]
struct Token {
    /// Offsets as the file states them.
    stated: Range<usize>,
    /// Bytes of the text.
    bytes: Range<usize>,
}

impl Tokens {
    /// The next token; `between` is what stands before it, else a space where the offsets leave room. A token that
    /// stands where the one before it does (parts of a word that was taken apart) adds nothing.
    pub(crate) fn push(&mut self, between: Option<&str>, words: &str, start: Option<usize>, end: Option<usize>) {
        let before = self.all.last().map(|token| token.stated.clone());
        let last = before.as_ref().map_or(0, |before| before.end);
        let start = start.unwrap_or(last);
        let stated = start..end.unwrap_or(start).max(start);
        let part_of_last = before.is_some_and(|before| stated.start < before.end);
        if part_of_last {
            let bytes = self.all.last().map(|token| token.bytes.clone()).unwrap_or_default();
            self.all.push(Token { stated, bytes });
            return;
        }
        match between {
            Some(between) if !between.is_empty() => self.text.push_str(between),
            _ if start > last && !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) => {
                self.text.push(' ');
            }
            _ => {}
        }
        let first = self.text.len();
        self.text.push_str(words);
        self.all.push(Token { stated, bytes: first..self.text.len() });
    }

    /// The byte of the token that begins at an offset.
    pub(crate) fn start(&self, offset: usize) -> Option<usize> {
        let at = self.all.partition_point(|token| token.stated.start < offset);
        self.all.get(at).filter(|token| token.stated.start == offset).map(|token| token.bytes.start)
    }

    /// The byte behind the token that ends at an offset.
    pub(crate) fn end(&self, offset: usize) -> Option<usize> {
        let at = self.all.partition_point(|token| token.stated.end < offset);
        self.all.get(at).filter(|token| token.stated.end == offset).map(|token| token.bytes.end)
    }

    /// The bytes from one token to another, both by number and both included.
    pub(crate) fn bytes(&self, first: usize, last: usize) -> Option<Range<usize>> {
        let bytes = self.all.get(first)?.bytes.start..self.all.get(last)?.bytes.end;
        (bytes.start < bytes.end).then_some(bytes)
    }

    /// The stated offsets from one token to another, both by number and both included.
    pub(crate) fn stated(&self, first: usize, last: usize) -> Option<Range<usize>> {
        Some(self.all.get(first)?.stated.start..self.all.get(last)?.stated.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_tokens_is_kept_and_parts_of_a_word_add_nothing() {
        let mut tokens = Tokens::default();
        tokens.push(None, "وقال", Some(3), Some(7));
        tokens.push(None, "و", Some(3), Some(4));
        tokens.push(None, "الوزير", Some(8), Some(14));
        tokens.push(Some("\n\n"), "إن", Some(16), Some(18));
        tokens.push(Some(""), ".", Some(18), Some(19));
        assert_eq!(tokens.text, "وقال الوزير\n\nإن.");
        let wazir = tokens.start(8).zip(tokens.end(14)).map(|(start, end)| &tokens.text[start..end]);
        assert_eq!((wazir, tokens.start(9)), (Some("الوزير"), None));
        assert_eq!(tokens.bytes(2, 4).map(|bytes| &tokens.text[bytes]), Some("الوزير\n\nإن."));
    }
}
