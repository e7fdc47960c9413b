//! Bytes to text: gzip, UTF-8, byte order mark; and the names of what is not even meant to be JSON.

use std::io::Read;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;

use super::error::Problem;

/// Most bytes that a packed file may unpack to if nobody says otherwise.
const LARGEST: u64 = 2 << 30;

/// A file that unpacks to more than this is looked at more closely:
const SMALL: u64 = 64 << 20;

/// texts become some 4 to 20 times smaller by packing; what becomes this many times smaller is a bomb.
const RATIO: u64 = 200;

/// What was asked for, in bytes; 0: nothing.
static ASKED: AtomicU64 = AtomicU64::new(0);

/// Lets packed files unpack to so many bytes, and no more, for the whole process. Without this it is 2 GiB, and of what
/// unpacks to more than 64 MiB not more than 200 times its size.
pub fn set_most_unpacked(bytes: u64) {
    ASKED.store(bytes.max(1), Ordering::Relaxed);
}

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

/// Whether contents begin as JSON, or a packed file, does.
pub(super) fn looks_like_json(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    // A text may begin with a bracket; an array goes on with a value.
    let array = |rest: &[u8]| {
        rest.trim_ascii_start()
            .first()
            .is_none_or(|byte| matches!(byte, b'{' | b'[' | b'"' | b']' | b'-' | b'0'..=b'9'))
    };
    match start {
        [0x1f, 0x8b, ..] | [b'{' | 0x1e, ..] => true,
        [b'[', rest @ ..] => array(rest),
        _ => false,
    }
}

fn gunzip(packed: &[u8]) -> Result<Vec<u8>, Problem> {
    let most = match ASKED.load(Ordering::Relaxed) {
        0 => (packed.len() as u64).saturating_mul(RATIO).clamp(SMALL, LARGEST),
        asked => asked,
    };
    unpacked(packed, most)
}

fn unpacked(packed: &[u8], most: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = vec![];
    match MultiGzDecoder::new(packed).take(most.saturating_add(1)).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 > most => Err(Problem::TooLarge { most }),
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::io::Write;

    fn packed(text: &[u8], times: usize) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        (0..times).for_each(|_| encoder.write_all(text).unwrap());
        encoder.finish().unwrap()
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        // 128 MiB in 128 KiB: a thousand times.
        let bomb = packed(&[b' '; 1 << 20], 128);
        assert!(bomb.len() < 1 << 18);
        let refused = gunzip(&bomb).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "byte 0: gzip data that unpacks to more than 64 MiB, which is no text; --max-unpacked allows more"
        );
        // Several of them behind each other, as the format allows.
        assert!(matches!(gunzip(&bomb.repeat(3)), Err(Problem::TooLarge { .. })));
        assert_eq!(unpacked(&packed(b"ab", 50), 100).unwrap().len(), 100);
        assert!(matches!(unpacked(&packed(b"ab", 50), 99), Err(Problem::TooLarge { most: 99 })));
    }

    #[test]
    fn a_small_text_may_repeat_itself() {
        assert_eq!(gunzip(&packed(b"{}      ", 1 << 17)).unwrap().len(), 1 << 20);
    }
}
