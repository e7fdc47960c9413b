//! Plain text to paragraphs: blank lines part them if there are any, else line ends do.

use std::ops::Range;

use super::draft::Draft;
use super::whole::Whole;
use super::{Format, Opened};
use crate::article::BlockKind;

/// Longest first paragraph of a plain text that is taken for its headline, in code points.
const LONGEST_HEADLINE: usize = 150;

/// A paragraph of a longer text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its bytes in the text, white space around it left out.
    pub(crate) range: Range<usize>,
    /// What it says: CR LF, a lone CR, NEL, U+2028 and U+2029 inside are line feeds.
    pub(crate) text: String,
    /// Where bytes were dropped: a byte of the range, and how many were dropped before it.
    dropped: Vec<(usize, usize)>,
}

impl Piece {
    fn new(whole: &str, range: Range<usize>) -> Self {
        let slice = &whole[range.clone()];
        let mut piece = Self { range, text: String::with_capacity(slice.len()), dropped: vec![] };
        let mut characters = slice.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            if !is_line_end(character) {
                piece.text.push(character);
                continue;
            }
            piece.text.push('\n');
            let pair = character == '\r' && characters.next_if(|(_, next)| *next == '\n').is_some();
            let after = at + character.len_utf8() + usize::from(pair);
            if after != piece.text.len() + piece.dropped.last().map_or(0, |(_, dropped)| *dropped) {
                piece.dropped.push((after, after - piece.text.len()));
            }
        }
        piece
    }

    /// The byte in [`Piece::text`] of a byte of the whole text that lies in the piece.
    pub(crate) fn inner(&self, byte: usize) -> usize {
        let byte = byte.clamp(self.range.start, self.range.end) - self.range.start;
        let at = self.dropped.partition_point(|(after, _)| *after <= byte);
        byte - at.checked_sub(1).map_or(0, |at| self.dropped[at].1)
    }
}

/// The article in a plain text. A first paragraph that is short and no sentence is its headline.
pub(crate) fn read(text: &str) -> Opened {
    let mut draft = Draft::new("plain text");
    Whole::of_text(text, &mut draft);
    let several = draft.article.blocks.len() > 1;
    if let Some(first) = draft.article.blocks.first_mut().filter(|first| several && is_headline(&first.text)) {
        first.kind = BlockKind::Headline;
        draft.article.headline = Some(first.text.to_string());
    }
    let (article, warnings) = draft.finish(None);
    Opened { article, format: Format::PlainText, warnings, text: Some(text.to_owned()), late: vec![] }
}

fn is_headline(text: &str) -> bool {
    let sentence = text.ends_with(['.', '!', '?', '؟', '۔', '…', ':', ';', '،', ',', '"', '»', '。', '！', '？']);
    !sentence && !text.contains('\n') && text.chars().nth(LONGEST_HEADLINE).is_none()
}

/// Parts a text into paragraphs. Nothing of it is lost but white space.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let lines = lines(text);
    let is_blank = |line: &Range<usize>| text[line.clone()].trim().is_empty();
    let first = lines.iter().position(|line| !is_blank(line)).unwrap_or(lines.len());
    let last = lines.iter().rposition(|line| !is_blank(line)).map_or(first, |last| last + 1);
    let inner = &lines[first.min(last)..last];
    let by_blank_lines = inner.iter().any(is_blank);
    let mut groups: Vec<Range<usize>> = vec![];
    let mut open = false;
    for line in inner {
        match groups.last_mut() {
            _ if is_blank(line) => open = false,
            Some(group) if open && by_blank_lines => group.end = line.end,
            _ => {
                groups.push(line.clone());
                open = true;
            }
        }
    }
    groups.into_iter().map(|group| piece(text, group)).collect()
}

fn piece(text: &str, group: Range<usize>) -> Piece {
    let slice = &text[group.clone()];
    let start = group.start + (slice.len() - slice.trim_start().len());
    let range = start..start + slice.trim().len();
    Piece::new(text, range)
}

/// The lines of a text without their ends.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = vec![];
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if !is_line_end(character) {
            continue;
        }
        lines.push(start..at);
        start = at + character.len_utf8();
        if character == '\r' && characters.next_if(|(_, next)| *next == '\n').is_some() {
            start += 1;
        }
    }
    lines.push(start..text.len());
    lines
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        pieces(text).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn blank_lines_if_there_are_any_else_line_ends() {
        for (text, paragraphs) in [
            ("أولى\nثانية\nثالثة", &["أولى", "ثانية", "ثالثة"][..]),
            ("أولى\nتتمة\n\nثانية", &["أولى\nتتمة", "ثانية"]),
            ("\n\nأولى\r\nثانية\r\n", &["أولى", "ثانية"]),
            ("a\r\nb\r\n\r\n\r\nc", &["a\nb", "c"]),
            ("a\rb", &["a", "b"]),
            ("a\u{2029}b", &["a", "b"]),
            ("  a  \n \u{a0}\n b", &["a", "b"]),
            ("one", &["one"]),
            (" \n ", &[]),
            ("", &[]),
        ] {
            assert_eq!(texts(text), paragraphs, "{text:?}");
        }
    }

    #[test]
    fn bytes_of_the_whole_text_are_found_in_their_paragraph() {
        let text = " ab\r\nصب\r\n\r\nc";
        let pieces = pieces(text);
        let at = text.find('ب').unwrap_or_default();
        let inner = pieces[0].inner(at);
        assert_eq!((&pieces[0].text[..], &pieces[0].text[inner..]), ("ab\nصب", "ب"));
        assert_eq!(pieces[1].inner(text.len()), 1);
    }
}
