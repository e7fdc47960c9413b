//! A file of articles: how many there are, and each opened when it is asked for.

use std::fs;
use std::io::{self, Read};
use std::ops::Range;

use super::annotations::Annotations;
use super::container::{self, Records};
use super::error::{OpenError, Problem};
use super::fault::{Fault, Remedy, Warning};
use super::json::error_byte;
use super::lenient;
use super::lines::{LARGE, Lines};
use super::native::{Parts, Refused};
use super::progress::{Progress, READING, SPLITTING};
use super::unpack::{self, line_and_column};
use super::{Format, Opened, detect, native, plain};

/// Records that may be refused before the first that is an article.
const REFUSED: usize = 100;

/// The articles of one file.
///
/// Opening it reads the file and finds where its records are; of JSON Lines only the first line is
/// parsed, and of a large file of them only the first lines are read. [`Collection::open`] parses one record.
#[derive(Debug)]
pub struct Collection {
    name: String,
    text: String,
    records: Records,
    /// What is wrong with the file as a whole.
    warnings: Vec<Warning>,
    /// The file is plain text; with the annotations that stand in the file beside it.
    plain: Option<Option<Annotations>>,
    /// The file is large, and its records are read one by one.
    lines: Option<Lines>,
    progress: Progress,
}

impl Collection {
    /// The articles in the file at `path`. A file whose name ends in `.txt` may be plain text, with brat's
    /// annotations in the `.ann` file beside it; either of the two names may be given.
    ///
    /// # Errors
    /// When it cannot be read, or is no JSON.
    pub fn open_path(path: impl AsRef<std::path::Path>) -> Result<Self, OpenError> {
        Self::open_path_telling(path, Progress::default())
    }

    /// The same; `progress` is told how far that is, and later [`Collection::open`].
    ///
    /// # Errors
    /// When it cannot be read, or is no JSON.
    pub fn open_path_telling(path: impl AsRef<std::path::Path>, progress: Progress) -> Result<Self, OpenError> {
        let path = path.as_ref();
        let ends_in = |end: &str| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(end));
        let name = path.to_string_lossy();
        if ends_in("ann") {
            let text = path.with_extension("txt");
            let bytes = fs::read(&text).map_err(|error| refused(&name, Problem::NoText { beside: error }))?;
            let annotations = Annotations::open_path(path)?;
            return Self::from_text(bytes, &text.to_string_lossy(), Some(annotations));
        }
        if let Some(lines) = large(path).map_err(|error| refused(&name, Problem::Io(error)))? {
            let records = Records::list(vec![]);
            let (name, text, warnings) = (name.into_owned(), String::new(), vec![]);
            return Ok(Self { name, text, records, warnings, plain: None, lines: Some(lines), progress });
        }
        let bytes = read_file(path, &progress).map_err(|error| refused(&name, Problem::Io(error)))?;
        if ends_in("txt") && !unpack::looks_like_json(&bytes) {
            let beside = path.with_extension("ann");
            let annotations = beside.is_file().then(|| Annotations::open_path(&beside)).transpose()?;
            return Self::from_text(bytes, &name, annotations);
        }
        let collection = Self::from_bytes(bytes, &name)?;
        progress.tell(&SPLITTING, 1, 1);
        Ok(Self { progress, ..collection })
    }

    /// The same, but whatever does not begin as JSON does is plain text, whatever its name.
    ///
    /// # Errors
    /// When it cannot be read, is JSON with a fault, or is no text.
    pub fn open_path_or_text(path: impl AsRef<std::path::Path>) -> Result<Self, OpenError> {
        let path = path.as_ref();
        let known = ["ann", "txt"];
        if path.extension().is_some_and(|extension| known.iter().any(|end| extension.eq_ignore_ascii_case(end))) {
            return Self::open_path(path);
        }
        let name = path.to_string_lossy();
        let bytes = fs::read(path).map_err(|error| refused(&name, Problem::Io(error)))?;
        Self::from_bytes_or_text(bytes, &name)
    }

    /// The articles in what `reader` gives until its end; `name` stands for it in messages.
    ///
    /// # Errors
    /// When it cannot be read, or is no JSON.
    pub fn read_from(reader: impl Read, name: &str) -> Result<Self, OpenError> {
        Self::from_bytes(read_all(reader, name)?, name)
    }

    /// The same, but whatever does not begin as JSON does is plain text.
    ///
    /// # Errors
    /// When it cannot be read, is JSON with a fault, or is no text.
    pub fn read_from_or_text(reader: impl Read, name: &str) -> Result<Self, OpenError> {
        Self::from_bytes_or_text(read_all(reader, name)?, name)
    }

    /// The article that comes with the program.
    ///
    /// # Errors
    /// None that a released program can meet: a test opens it.
    pub fn bundled() -> Result<Self, OpenError> {
        Self::from_bytes(super::bundled().as_bytes().to_vec(), "the bundled article")
    }

    /// The articles in the contents of a file, packed with gzip or not; `name` stands for it in messages.
    ///
    /// # Errors
    /// When they are no JSON.
    pub fn from_bytes(bytes: Vec<u8>, name: &str) -> Result<Self, OpenError> {
        let text = unpack::text(bytes).map_err(|problem| refused(name, problem))?;
        let (text, records, warnings) = match container::split(&text) {
            Ok(records) => (text, records, vec![]),
            Err((from, error)) => Self::again(text, from, &error).map_err(|problem| refused(name, problem))?,
        };
        let name = name.to_owned();
        Ok(Self { name, text, records, warnings, plain: None, lines: None, progress: Progress::default() })
    }

    fn from_bytes_or_text(bytes: Vec<u8>, name: &str) -> Result<Self, OpenError> {
        if unpack::looks_like_json(&bytes) { Self::from_bytes(bytes, name) } else { Self::from_text(bytes, name, None) }
    }

    /// The article in a plain text; `annotations` belong to it.
    fn from_text(bytes: Vec<u8>, name: &str, annotations: Option<Annotations>) -> Result<Self, OpenError> {
        let text = unpack::text(bytes).map_err(|problem| refused(name, problem))?;
        if let Some(byte) = text.find('\0') {
            return Err(refused(name, Problem::NoPlainText { byte }));
        }
        let (name, records) = (name.to_owned(), Records::one(0..text.len()));
        let (plain, progress) = (Some(annotations), Progress::default());
        Ok(Self { name, text, records, warnings: vec![], plain, lines: None, progress })
    }

    /// The second, lenient pass over a text that is no strict JSON.
    fn again(text: String, from: usize, error: &serde_json::Error) -> Result<(String, Records, Vec<Warning>), Problem> {
        let Some(repaired) = lenient::repair(&text) else {
            return Err(syntax_problem(&text, from + error_byte(&text[from..], error), error));
        };
        match container::split(&repaired.text) {
            Ok(records) => {
                let warnings = repaired.warnings(|byte| place(&text, byte, 0));
                Ok((repaired.text, records, warnings))
            }
            Err((from, error)) => {
                let byte = repaired.original(from + error_byte(&repaired.text[from..], &error));
                Err(syntax_problem(&text, byte, &error))
            }
        }
    }

    /// The number of records, each of which should be an article. Never 0. A large file of JSON Lines is read to its
    /// end for that.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.as_ref().map_or(self.records.ranges.len(), Lines::count)
    }

    /// Whether there is a record of this number, from 0.
    #[must_use]
    pub fn has(&self, number: usize) -> bool {
        match &self.lines {
            Some(lines) => lines.has(number).unwrap_or(false),
            None => number < self.records.ranges.len(),
        }
    }

    /// The number of records as far as it is known without reading on: about how many there are, and whether it is
    /// just so many.
    #[must_use]
    pub fn estimate(&self) -> (usize, bool) {
        self.lines.as_ref().map_or((self.records.ranges.len(), true), Lines::estimate)
    }

    /// Always false: a file without records is refused.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.has(0)
    }

    /// Bytes of the file that are held in memory.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// The file's name as it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Opens record `number`, from 0.
    ///
    /// # Errors
    /// When there is no such record, or it is no article.
    pub fn open(&self, number: usize) -> Result<Opened, OpenError> {
        let mut opened = self.open_late(number)?;
        opened.settle();
        Ok(opened)
    }

    /// The same, but texts of megabytes may be missing until [`Opened::settle`], which is best called when this collection is
    /// no more: else there are three copies of them for a while.
    pub(crate) fn open_late(&self, number: usize) -> Result<Opened, OpenError> {
        let record = self.records.is_list.then_some(number + 1);
        let fail = |problem| OpenError { file: self.name.clone(), record, problem };
        if let Some(lines) = &self.lines {
            let (text, line) = lines.text(number).map_err(fail)?;
            return self.read(&text, 0..text.len(), line).map_err(fail);
        }
        let Some(range) = self.records.ranges.get(number) else {
            return Err(fail(Problem::NoSuchRecord { count: self.len() }));
        };
        let mut opened = match &self.plain {
            None => self.read(&self.text, range.clone(), 0).map_err(fail)?,
            Some(annotations) => {
                let mut opened = plain::read(&self.text);
                annotations.iter().for_each(|annotations| annotations.add_to(&mut opened));
                opened
            }
        };
        opened.warnings.splice(..0, self.warnings.iter().cloned());
        Ok(opened)
    }

    /// Opens the first record that is an article, and says which that is (from 0). Those before it
    /// are warned of.
    ///
    /// # Errors
    /// What is wrong with the first record, when none of the first hundred is an article.
    pub fn first(&self) -> Result<(usize, Opened), OpenError> {
        let mut first = None;
        let mut skipped = vec![];
        for number in (0..REFUSED).take_while(|number| self.has(*number)) {
            match self.open(number) {
                Ok(mut opened) => {
                    opened.warnings.append(&mut skipped);
                    return Ok((number, opened));
                }
                Err(error) => {
                    let why = error.problem.to_string();
                    let why = why.strip_prefix("top level: ").unwrap_or(&why).to_owned();
                    let place = format!("record {}", number + 1);
                    skipped.push(Warning { place, fault: Fault::RecordRefused { why }, remedy: Remedy::LeftOut });
                    first.get_or_insert(error);
                }
            }
        }
        Err(first.unwrap_or_else(|| refused(&self.name, Problem::Empty)))
    }

    /// Reads the record at a range of a text, before which the file has some more lines.
    fn read(&self, whole: &str, range: Range<usize>, lines: usize) -> Result<Opened, Problem> {
        let text = &whole[range.clone()];
        let problem = |byte: usize, error| syntax_problem(whole, range.start + byte, &error).below(lines);
        let (byte, error) = match self.parse(text) {
            Ok(opened) => return Ok(opened),
            Err(Refused::Problem(problem)) => return Err(problem),
            Err(Refused::Syntax(byte, error)) => (byte, error),
        };
        let Some(repaired) = lenient::repair(text) else { return Err(problem(byte, error)) };
        let mut opened = self.parse(&repaired.text).map_err(|refused| match refused {
            Refused::Problem(problem) => problem,
            Refused::Syntax(byte, error) => problem(repaired.original(byte), error),
        })?;
        opened.warnings.splice(..0, repaired.warnings(|byte| place(whole, range.start + byte, lines)));
        Ok(opened)
    }

    /// Parses and reads one record.
    fn parse(&self, text: &str) -> Result<Opened, Refused> {
        if let Some(parts) = Parts::of(text) {
            return Ok(opened(Format::Native, native::read(&parts, &self.progress)?));
        }
        let whole = serde_json::from_str(text).map_err(|error| Refused::Syntax(error_byte(text, &error), error))?;
        let feed = self.records.feed.as_ref();
        let value = container::unwrapped(&whole);
        let format = detect::detect(value, feed)?;
        if format == Format::Native
            && let Some(parts) = container::wrapped_text(text, &whole).and_then(Parts::of)
        {
            // The tree has said what it was made for. The article is read without it.
            drop(whole);
            return Ok(opened(format, native::read(&parts, &self.progress)?));
        }
        let (article, warnings) = detect::read(format, value, feed)?;
        Ok(opened(format, (article, vec![], warnings)))
    }
}

fn opened(format: Format, (article, late, warnings): native::Read) -> Opened {
    Opened { article, format, warnings, text: None, late }
}

/// The lines of a large file of JSON Lines; nothing when it is small, packed, or something else.
fn large(path: &std::path::Path) -> io::Result<Option<Lines>> {
    let file = fs::File::open(path)?;
    let about = file.metadata()?;
    if about.is_file() && about.len() >= LARGE { Lines::of(file, about.len()) } else { Ok(None) }
}

/// The contents of a file, in pieces, so that something can be told of a slow disk.
fn read_file(path: &std::path::Path, progress: &Progress) -> io::Result<Vec<u8>> {
    const PIECE: u64 = 4 << 20;
    let mut file = fs::File::open(path)?;
    let all = usize::try_from(file.metadata()?.len()).unwrap_or(0);
    let mut bytes = room(all)?;
    while file.by_ref().take(PIECE).read_to_end(&mut bytes)? > 0 {
        progress.tell(&READING, bytes.len(), all);
    }
    Ok(bytes)
}

/// Room for a file of so many bytes. A sparse file may be larger than any memory: that is an error, not the end of the
/// program.
fn room(size: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One more, so that the end is found without growing.
    bytes.try_reserve_exact(size.saturating_add(1)).map_err(|_| io::Error::from(io::ErrorKind::OutOfMemory))?;
    Ok(bytes)
}

fn read_all(mut reader: impl Read, name: &str) -> Result<Vec<u8>, OpenError> {
    let mut bytes = vec![];
    reader.read_to_end(&mut bytes).map_err(|error| refused(name, Problem::Io(error)))?;
    Ok(bytes)
}

fn refused(name: &str, problem: Problem) -> OpenError {
    OpenError { file: name.to_owned(), record: None, problem }
}

/// The place of a byte of a text, before which the file has some more lines.
fn place(text: &str, byte: usize, lines: usize) -> String {
    let (line, column) = line_and_column(text, byte);
    format!("line {}, column {column}", line + lines)
}

/// The problem of a text that is no JSON.
pub(super) fn syntax_of(text: &str, error: &serde_json::Error) -> Problem {
    syntax_problem(text, error_byte(text, error), error)
}

fn syntax_problem(text: &str, byte: usize, error: &serde_json::Error) -> Problem {
    let (line, column) = line_and_column(text, byte);
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(words, _)| words).to_owned();
    let cut_off = error.classify() == serde_json::error::Category::Eof;
    Problem::Syntax { line, column, message, cut_off }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_file_larger_than_any_memory_is_an_error() {
        for size in [usize::MAX, usize::MAX / 2 + 1] {
            assert_eq!(room(size).unwrap_err().kind(), io::ErrorKind::OutOfMemory);
        }
        assert!(room(10).unwrap().capacity() > 10);
    }
}
