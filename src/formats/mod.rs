//! Files become articles, and articles become files.
//!
//! Bytes in, an [`Article`] and what was wrong on the way ([`Warning`]s) out; or an [`OpenError`]
//! when there is no article in them. Offsets of every unit are turned into byte spans here, once,
//! and are checked against the text that they claim to name. Each format has one file;
//! `detect.rs` chooses among them.
//!
//! ```text
//! bytes ── UTF-8, byte order mark, markup? ──► JSON ── detect ──► native::read ──► Article + warnings
//! ```

mod detect;
mod error;
mod fault;
mod json;
mod locate;
mod message;
pub mod native;
mod offsets;
mod path;

use std::fs;
use std::io::Read;

use crate::article::Article;

pub use detect::Format;
pub use error::{OpenError, Problem};
pub use fault::{Fault, Misplaced, NotLocated, Remedy, Repair, StatedPlace, Warning};
pub(crate) use message::nearest_name;
pub use offsets::{OffsetUnit, TextIndex};

/// An article and how its file fared.
#[derive(Debug)]
pub struct Opened {
    /// The article. Every span in it lies in its block, on character boundaries.
    pub article: Article,
    /// The format that it was read from.
    pub format: Format,
    /// What is wrong in the file without making it unreadable, in the order in which it was met.
    pub warnings: Vec<Warning>,
}

/// The article that comes with the program, as the text of a native file.
#[must_use]
pub fn bundled() -> &'static str {
    include_str!("../../assets/article.json")
}

/// Opens the article that comes with the program.
///
/// # Errors
/// None that a released program can meet: a test opens it.
pub fn open_bundled() -> Result<Opened, OpenError> {
    open_bytes(bundled().as_bytes(), "the bundled article")
}

/// Opens the file at `path`.
///
/// # Errors
/// When it cannot be read, or there is no article in it.
pub fn open_path(path: impl AsRef<std::path::Path>) -> Result<Opened, OpenError> {
    let path = path.as_ref();
    let name = path.to_string_lossy();
    match fs::read(path) {
        Ok(bytes) => open_bytes(&bytes, &name),
        Err(error) => Err(OpenError { file: name.into_owned(), problem: Problem::Io(error) }),
    }
}

/// Opens what `reader` (standard input, say) gives until its end; `name` stands for it in messages.
///
/// # Errors
/// When it cannot be read, or there is no article in it.
pub fn read_from(mut reader: impl Read, name: &str) -> Result<Opened, OpenError> {
    let mut bytes = vec![];
    match reader.read_to_end(&mut bytes) {
        Ok(_) => open_bytes(&bytes, name),
        Err(error) => Err(OpenError { file: name.to_owned(), problem: Problem::Io(error) }),
    }
}

/// Opens the contents of a file; `name` stands for it in messages.
///
/// # Errors
/// When there is no article in them.
pub fn open_bytes(bytes: &[u8], name: &str) -> Result<Opened, OpenError> {
    open(bytes).map_err(|problem| OpenError { file: name.to_owned(), problem })
}

fn open(bytes: &[u8]) -> Result<Opened, Problem> {
    let text = decode(bytes)?;
    refuse_other_languages(text)?;
    let value = serde_json::from_str(text).map_err(|error| syntax_problem(text, &error))?;
    let format = detect::detect(&value)?;
    let (article, warnings) = match format {
        Format::Native => native::read(&value)?,
    };
    Ok(Opened { article, format, warnings })
}

/// UTF-8 without its byte order mark.
fn decode(bytes: &[u8]) -> Result<&str, Problem> {
    if bytes.starts_with(b"\x1f\x8b") {
        return Err(Problem::Gzip);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let byte = error.valid_up_to();
        let line = 1 + bytes[..byte].iter().filter(|&&b| b == b'\n').count();
        let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
        Problem::NotUtf8 { byte, line, value: bytes[byte], utf16 }
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Names what is not even meant to be JSON.
fn refuse_other_languages(text: &str) -> Result<(), Problem> {
    let body = text.trim_start();
    if body.is_empty() {
        return Err(Problem::Empty);
    }
    if !body.starts_with('<') {
        return Ok(());
    }
    let (line, column) = line_and_column(text, text.len() - body.len());
    let head = body.chars().take(1000).collect::<String>().to_ascii_lowercase();
    let html = head.starts_with("<!doctype html")
        || ["<html", "<head", "<body", "<p", "<div"].iter().any(|tag| head.contains(tag));
    Err(Problem::Markup { line, column, html })
}

/// Line and column (in code points) of a byte, both from 1.
fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..byte];
    let line_start = before.rfind('\n').map_or(0, |line_feed| line_feed + 1);
    (1 + before.matches('\n').count(), 1 + before[line_start..].chars().count())
}

/// The parser's error with its column, which it counts in bytes, in code points.
fn syntax_problem(text: &str, error: &serde_json::Error) -> Problem {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or("");
    let column = line.char_indices().take_while(|(byte, _)| *byte < error.column()).count().max(1);
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(words, _)| words).to_owned();
    let cut_off = error.classify() == serde_json::error::Category::Eof;
    Problem::Syntax { line: error.line().max(1), column, message, cut_off }
}
