//! JSON that can be shown in a terminal: what a string may hold raw by the grammar (RFC 8259, section 7) but a terminal
//! would act on is written as `\u009b`.

use std::io::{self, Write};

/// Writes JSON through, and escapes in it DEL, the C1 controls, the line and paragraph separator, and the bidi embeddings,
/// overrides and isolates. All of them can stand in strings only, so the JSON means the same.
#[derive(Debug)]
pub(crate) struct Escaping<W>(pub(crate) W);

impl<W: Write> Write for Escaping<W> {
    /// `bytes` must end with a whole character, as what a serializer writes at once does.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let (mut at, mut written) = (0, 0);
        while let Some(found) = bytes[at..].iter().position(|byte| matches!(byte, 0x7f | 0xc2 | 0xe2)) {
            at += found;
            let (length, point) = match bytes[at..] {
                [0x7f, ..] => (1, 0x7f),
                [0xc2, c1 @ 0x80..=0x9f, ..] => (2, u32::from(c1)),
                [0xe2, 0x80, last @ 0xa8..=0xae, ..] => (3, 0x2000 + u32::from(last - 0x80)),
                [0xe2, 0x81, last @ 0xa6..=0xa9, ..] => (3, 0x2040 + u32::from(last - 0x80)),
                _ => {
                    at += 1;
                    continue;
                }
            };
            self.0.write_all(&bytes[written..at])?;
            write!(self.0, "\\u{point:04x}")?;
            at += length;
            written = at;
        }
        self.0.write_all(&bytes[written..])?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_a_terminal_acts_on_is_escaped_and_means_the_same() {
        for c in '\0'..='\u{2fff}' {
            let text = format!("aص{c}{c}é…»");
            let mut out = Vec::new();
            serde_json::to_writer(Escaping(&mut out), &text).unwrap();
            let json = String::from_utf8(out).unwrap();
            let acts = c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            assert_eq!(json.contains(c), !acts, "{c:?}: {json}");
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
