//! Bytes to text: gzip, UTF-8, byte order mark; and the names of what is not even meant to be JSON.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::error::Problem;

/// Most bytes that a packed file may unpack to; a bound on what a small hostile file can take.
const LARGEST: u64 = 4 << 30;

/// The text of a file without its byte order mark.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, Problem> {
    let bytes = if bytes.starts_with(b"\x1f\x8b") { gunzip(&bytes)? } else { bytes };
    let mut text = String::from_utf8(bytes).map_err(|error| not_utf8(&error))?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    refuse_other_languages(&text)?;
    Ok(text)
}

fn gunzip(packed: &[u8]) -> Result<Vec<u8>, Problem> {
    let mut bytes = vec![];
    let result = MultiGzDecoder::new(packed).take(LARGEST + 1).read_to_end(&mut bytes);
    match result {
        Ok(_) if bytes.len() as u64 > LARGEST => Err(Problem::Gzip { message: "more than 4 GiB".to_owned() }),
        Ok(_) => Ok(bytes),
        Err(error) => Err(Problem::Gzip { message: error.to_string() }),
    }
}

fn not_utf8(error: &std::string::FromUtf8Error) -> Problem {
    let bytes = error.as_bytes();
    let byte = error.utf8_error().valid_up_to();
    let line = 1 + bytes[..byte].iter().filter(|&&b| b == b'\n').count();
    let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    Problem::NotUtf8 { byte, line, value: bytes[byte], utf16 }
}

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
pub(super) fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let byte = (0..=byte.min(text.len())).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0);
    let before = &text[..byte];
    let line_start = before.rfind('\n').map_or(0, |line_feed| line_feed + 1);
    (1 + before.matches('\n').count(), 1 + before[line_start..].chars().count())
}
