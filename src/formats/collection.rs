//! A file of articles: how many there are, and each opened when it is asked for.

use std::fs;
use std::io::Read;
use std::ops::Range;

use super::container::{self, Records};
use super::error::{OpenError, Problem};
use super::fault::{Fault, Remedy, Warning};
use super::lenient::{self, Repaired};
use super::unpack::{self, line_and_column};
use super::{Opened, detect};

/// Records that may be refused before the first that is an article.
const REFUSED: usize = 100;

/// The articles of one file.
///
/// Opening it reads the file and finds where its records are; of JSON Lines only the first line is
/// parsed. [`Collection::open`] parses one record.
#[derive(Debug)]
pub struct Collection {
    name: String,
    text: String,
    records: Records,
    /// What is wrong with the file as a whole.
    warnings: Vec<Warning>,
}

impl Collection {
    /// The articles in the file at `path`.
    ///
    /// # Errors
    /// When it cannot be read, or is no JSON.
    pub fn open_path(path: impl AsRef<std::path::Path>) -> Result<Self, OpenError> {
        let path = path.as_ref();
        let name = path.to_string_lossy();
        let bytes = fs::read(path).map_err(|error| refused(&name, Problem::Io(error)))?;
        Self::from_bytes(bytes, &name)
    }

    /// The articles in what `reader` gives until its end; `name` stands for it in messages.
    ///
    /// # Errors
    /// When it cannot be read, or is no JSON.
    pub fn read_from(mut reader: impl Read, name: &str) -> Result<Self, OpenError> {
        let mut bytes = vec![];
        reader.read_to_end(&mut bytes).map_err(|error| refused(name, Problem::Io(error)))?;
        Self::from_bytes(bytes, name)
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
        Ok(Self { name: name.to_owned(), text, records, warnings })
    }

    /// The second, lenient pass over a text that is no strict JSON.
    fn again(text: String, from: usize, error: &serde_json::Error) -> Result<(String, Records, Vec<Warning>), Problem> {
        let Some(repaired) = lenient::repair(&text) else {
            return Err(syntax_problem(&text, from + error_byte(&text[from..], error), error));
        };
        match container::split(&repaired.text) {
            Ok(records) => {
                let warnings = repaired.warnings(|byte| place(&text, byte));
                Ok((repaired.text, records, warnings))
            }
            Err((from, error)) => {
                let byte = repaired.original(from + error_byte(&repaired.text[from..], &error));
                Err(syntax_problem(&text, byte, &error))
            }
        }
    }

    /// The number of records, each of which should be an article. Never 0.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.ranges.len()
    }

    /// Always false: a file without records is refused.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.ranges.is_empty()
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
        let record = self.records.is_list.then_some(number + 1);
        let fail = |problem| OpenError { file: self.name.clone(), record, problem };
        let Some(range) = self.records.ranges.get(number) else {
            return Err(fail(Problem::NoSuchRecord { count: self.len() }));
        };
        let mut opened = self.read(range).map_err(fail)?;
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
        for number in 0..self.len().clamp(1, REFUSED) {
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

    fn read(&self, range: &Range<usize>) -> Result<Opened, Problem> {
        let text = &self.text[range.clone()];
        let error = match self.parse(text) {
            Ok(opened) => return opened,
            Err(error) => error,
        };
        let Some(repaired) = lenient::repair(text) else {
            return Err(syntax_problem(&self.text, range.start + error_byte(text, &error), &error));
        };
        let mut opened = self.parse(&repaired.text).map_err(|error| {
            let byte = repaired.original(error_byte(&repaired.text, &error));
            syntax_problem(&self.text, range.start + byte, &error)
        })??;
        opened.warnings.splice(..0, self.repairs(&repaired, range.start));
        Ok(opened)
    }

    fn repairs(&self, repaired: &Repaired, start: usize) -> Vec<Warning> {
        repaired.warnings(|byte| place(&self.text, start + byte))
    }

    /// Parses and reads one record.
    fn parse(&self, text: &str) -> Result<Result<Opened, Problem>, serde_json::Error> {
        let value = serde_json::from_str(text)?;
        let feed = self.records.feed.as_ref();
        let value = container::unwrapped(&value);
        Ok(detect::detect(value, feed).and_then(|format| {
            let (article, warnings) = detect::read(format, value, feed)?;
            Ok(Opened { article, format, warnings })
        }))
    }
}

fn refused(name: &str, problem: Problem) -> OpenError {
    OpenError { file: name.to_owned(), record: None, problem }
}

fn place(text: &str, byte: usize) -> String {
    let (line, column) = line_and_column(text, byte);
    format!("line {line}, column {column}")
}

/// The byte of a text that the line and column of an error mean; the parser counts columns in bytes.
fn error_byte(text: &str, error: &serde_json::Error) -> usize {
    let lines = text.split('\n').take(error.line().saturating_sub(1));
    let start: usize = lines.map(|line| line.len() + 1).sum();
    (start + error.column().saturating_sub(1)).min(text.len())
}

fn syntax_problem(text: &str, byte: usize, error: &serde_json::Error) -> Problem {
    let (line, column) = line_and_column(text, byte);
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(words, _)| words).to_owned();
    let cut_off = error.classify() == serde_json::error::Category::Eof;
    Problem::Syntax { line, column, message, cut_off }
}
