//! A large file of JSON Lines, of which only the lines that are asked for are read: where they are is found out as far
//! as somebody looks, and nothing of them is kept.

use std::cell::RefCell;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;

use serde::de::IgnoredAny;

use super::error::Problem;

/// Smallest file that is read in this way, in bytes. What is smaller is there at once anyway.
pub(crate) const LARGE: u64 = 8 << 20;

/// Bytes that are read at once in search of line ends.
const CHUNK: usize = 1 << 20;

/// Longest first line, in bytes: one large JSON value has no line end at all.
const LONGEST_FIRST: usize = 4 << 20;

/// Lines at the beginning that must look like records.
const PROBED: usize = 2;

/// The lines of a file.
#[derive(Debug)]
pub(crate) struct Lines {
    file: File,
    size: u64,
    index: RefCell<Index>,
}

/// What is known of the lines.
#[derive(Debug, Default)]
struct Index {
    lines: Vec<Line>,
    /// Bytes that have been looked at, up to the end of a line.
    seen: u64,
    /// Lines in them, blank ones too.
    count: usize,
}

/// A line that is not blank.
#[derive(Debug, Clone, Copy)]
struct Line {
    start: u64,
    length: usize,
    /// Its number, from 0.
    number: usize,
}

impl Lines {
    /// The lines of a file of `size` bytes; nothing when it does not begin as JSON Lines.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn of(file: File, size: u64) -> io::Result<Option<Self>> {
        let lines = Self { file, size, index: RefCell::default() };
        let mut head = vec![0; LONGEST_FIRST];
        let read = lines.fill(&mut head, 0)?;
        if !head[..read].contains(&b'\n') {
            return Ok(None);
        }
        for number in 0..PROBED {
            if !lines.has(number)? {
                return Ok(None);
            }
            let text = lines.bytes(number)?;
            let is_record = text.starts_with(b"{") && text.ends_with(b"}");
            if !is_record || number == 0 && serde_json::from_slice::<IgnoredAny>(&text).is_err() {
                return Ok(None);
            }
        }
        Ok(Some(lines))
    }

    /// Whether there is a line of this number (from 0, blank ones not counted).
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(crate) fn has(&self, number: usize) -> io::Result<bool> {
        let mut index = self.index.borrow_mut();
        while index.lines.len() <= number && index.seen < self.size {
            self.look_on(&mut index)?;
        }
        Ok(number < index.lines.len())
    }

    /// The number of lines: all of them are looked for. What cannot be read is not counted.
    pub(crate) fn count(&self) -> usize {
        _ = self.has(usize::MAX - 1);
        self.index.borrow().lines.len()
    }

    /// The number of lines if all are known, else about how many there are.
    pub(crate) fn estimate(&self) -> (usize, bool) {
        let index = self.index.borrow();
        let known = index.lines.len();
        if index.seen >= self.size || index.seen == 0 {
            return (known, true);
        }
        let all = known as u128 * u128::from(self.size) / u128::from(index.seen);
        (usize::try_from(all).unwrap_or(usize::MAX), false)
    }

    /// The text of a line, and its number in the file from 0.
    ///
    /// # Errors
    /// When it cannot be read, is no UTF-8, or there is no such line.
    pub(crate) fn text(&self, number: usize) -> Result<(String, usize), Problem> {
        if !self.has(number).map_err(Problem::Io)? {
            return Err(Problem::NoSuchRecord { count: self.count() });
        }
        let line = self.index.borrow().lines[number];
        let bytes = self.bytes(number).map_err(Problem::Io)?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let byte = usize::try_from(line.start).unwrap_or(usize::MAX).saturating_add(at);
            Problem::NotUtf8 { byte, line: line.number + 1, value: error.as_bytes()[at], utf16: false }
        })?;
        Ok((text, line.number))
    }

    fn bytes(&self, number: usize) -> io::Result<Vec<u8>> {
        let Line { start, length, .. } = self.index.borrow().lines[number];
        let mut bytes = vec![0; length];
        self.file.read_exact_at(&mut bytes, start)?;
        Ok(bytes)
    }

    /// Looks at the next lines: a chunk of them, or one that is longer.
    fn look_on(&self, index: &mut Index) -> io::Result<()> {
        let mut bytes = vec![];
        let end = loop {
            let from = bytes.len();
            bytes.resize(from + CHUNK.max(from), 0);
            let read = self.fill(&mut bytes[from..], index.seen + from as u64)?;
            bytes.truncate(from + read);
            match bytes.iter().rposition(|byte| *byte == b'\n') {
                _ if read == 0 || index.seen + bytes.len() as u64 >= self.size => break bytes.len(),
                Some(at) => break at + 1,
                None => {}
            }
        };
        let mut start = index.seen;
        for line in bytes[..end].split_inclusive(|byte| *byte == b'\n') {
            let mark = usize::from(start == 0 && line.starts_with(b"\xef\xbb\xbf")) * 3;
            let text = line[mark..].trim_ascii_start();
            let indent = (line.len() - text.len()) as u64;
            let text = text.trim_ascii_end();
            if !text.is_empty() {
                index.lines.push(Line { start: start + indent, length: text.len(), number: index.count });
            }
            index.count += 1;
            start += line.len() as u64;
        }
        // A file that has become shorter has no more lines.
        index.seen = if end == 0 { self.size } else { start };
        Ok(())
    }

    /// Reads until the buffer is full or the file ends.
    fn fill(&self, buffer: &mut [u8], at: u64) -> io::Result<usize> {
        let mut read = 0;
        while read < buffer.len() {
            match self.file.read_at(&mut buffer[read..], at + read as u64) {
                Ok(0) => break,
                Ok(more) => read += more,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn lines(name: &str, bytes: &[u8]) -> Option<Lines> {
        let path = std::env::temp_dir().join(format!("newsreader-lines-{name}-{}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        let file = File::open(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        Lines::of(file, bytes.len() as u64).unwrap()
    }

    #[test]
    fn lines_are_found_as_far_as_somebody_looks() {
        let row = |n: usize| format!("{{\"n\": {n}, \"text\": \"{}\"}}\r\n", "نص ".repeat(20_000));
        let mut text = "\u{feff}\n".to_owned();
        text.extend((0..100).map(row));
        let lines = lines("found", text.as_bytes()).unwrap();
        let (about, exact) = lines.estimate();
        assert!(!exact && (90..110).contains(&about), "{about}");
        let (first, number) = lines.text(0).unwrap();
        assert_eq!((first.as_str(), number), (row(0).trim(), 1), "the first line is blank");
        assert!(lines.index.borrow().lines.len() < 50, "no more than a chunk");
        assert_eq!(lines.text(99).unwrap().0, row(99).trim());
        assert!(matches!(lines.text(100), Err(Problem::NoSuchRecord { count: 100 })));
        assert_eq!((lines.count(), lines.estimate()), (100, (100, true)));
    }

    #[test]
    fn a_line_may_be_longer_than_a_chunk_or_no_utf_8() {
        let long = format!("{{\"text\": \"{}\"}}", "a".repeat(3 * CHUNK));
        let mut bytes = format!("{{}}\n{long}\n{{}}\n").into_bytes();
        bytes.extend(b"{\"a\": \"\xe9\"}");
        let lines = lines("long", &bytes).unwrap();
        assert_eq!((lines.text(1).unwrap().0, lines.count()), (long.clone(), 4));
        let Err(Problem::NotUtf8 { byte, line, value, .. }) = lines.text(3) else { panic!() };
        assert_eq!((byte, line, value), (long.len() + 14, 4, 0xe9));
    }

    #[test]
    fn what_does_not_begin_as_json_lines_is_left_to_others() {
        for text in
            ["", "{}", "[{},\n{}]", "{\n\"a\": 1}\n{}", "{\"a\": 1,\n\"b\": 2}", "<a>\n<b>", "{x}\n{}", "{} {}\n[]"]
        {
            assert!(lines("none", text.as_bytes()).is_none(), "{text}");
        }
    }
}
