//! The second pass over text that strict JSON refuses but that people's tools write: a lone
//! surrogate becomes U+FFFD, NaN and Infinity become null, raw control characters are escaped.

use super::fault::{Fault, Lax, Remedy, Warning};

/// Repaired text, and where what was repaired stood.
#[derive(Debug)]
pub(crate) struct Repaired {
    /// JSON without those faults; it may have others.
    pub(crate) text: String,
    /// Bytes just after each repair: in the original and in `text`.
    ends: Vec<(usize, usize)>,
    /// First place (byte of the original) and number of each kind of fault.
    found: Vec<(Lax, usize, usize)>,
}

impl Repaired {
    /// The byte of the original at which a byte of the repaired text stood.
    pub(crate) fn original(&self, byte: usize) -> usize {
        let at = self.ends.partition_point(|(_, new)| *new <= byte);
        match at.checked_sub(1).map(|at| self.ends[at]) {
            Some((old, new)) => old + (byte - new),
            None => byte,
        }
    }

    /// One warning for each kind of fault; `place` makes the words for a byte of the original.
    pub(crate) fn warnings(&self, place: impl Fn(usize) -> String) -> Vec<Warning> {
        let warning = |&(lax, byte, count): &(Lax, usize, usize)| Warning {
            place: place(byte),
            fault: Fault::NotStrict { lax, count },
            remedy: Remedy::ReadAs(lax.stand_in().to_owned()),
        };
        self.found.iter().map(warning).collect()
    }

    fn replace(&mut self, lax: Lax, old: usize, length: usize, new: &str) {
        match self.found.iter_mut().find(|(kind, ..)| *kind == lax) {
            Some((_, _, count)) => *count += 1,
            None => self.found.push((lax, old, 1)),
        }
        self.text.push_str(new);
        self.ends.push((old + length, self.text.len()));
    }
}

/// Repairs what can be repaired; nothing when there is no such fault.
pub(crate) fn repair(text: &str) -> Option<Repaired> {
    let mut repaired = Repaired { text: String::with_capacity(text.len() + 64), ends: vec![], found: vec![] };
    let bytes = text.as_bytes();
    let (mut at, mut copied, mut in_string) = (0, 0, false);
    while at < bytes.len() {
        let (length, fault) = match bytes[at] {
            b'"' => {
                in_string = !in_string;
                (1, None)
            }
            b'\\' if in_string => escape(&bytes[at..]),
            control @ 0..0x20 if in_string => (1, Some((Lax::Control, format!("\\u{control:04x}")))),
            b'N' | b'I' | b'-' if !in_string => number(&text[at..]),
            _ => (1, None),
        };
        if let Some((lax, new)) = fault {
            repaired.text.push_str(&text[copied..at]);
            repaired.replace(lax, at, length, &new);
            copied = at + length;
        }
        at += length;
    }
    if repaired.found.is_empty() {
        return None;
    }
    repaired.text.push_str(&text[copied..]);
    Some(repaired)
}

/// How many bytes an escape takes, and what stands in for it when it is a lone surrogate.
fn escape(bytes: &[u8]) -> (usize, Option<(Lax, String)>) {
    let unit = |bytes: &[u8]| -> Option<u32> {
        let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
        digits.iter().all(u8::is_ascii_hexdigit).then_some(())?;
        u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    match unit(bytes) {
        Some(0xd800..0xdc00) => match bytes.get(6..).and_then(unit) {
            Some(0xdc00..0xe000) => (12, None),
            _ => (6, Some((Lax::Surrogate, "\\ufffd".to_owned()))),
        },
        Some(0xdc00..0xe000) => (6, Some((Lax::Surrogate, "\\ufffd".to_owned()))),
        Some(_) => (6, None),
        None if bytes.get(1).is_some_and(|byte| byte.is_ascii_graphic()) => (2, None),
        None => (1, None),
    }
}

/// The length of NaN or Infinity at the beginning of a text.
fn number(text: &str) -> (usize, Option<(Lax, String)>) {
    let found = ["NaN", "Infinity", "-Infinity"].into_iter().find(|name| text.starts_with(name));
    found.map_or((1, None), |name| (name.len(), Some((Lax::NotANumber, "null".to_owned()))))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_python_and_javascript_write_becomes_strict_json() {
        for (text, strict) in [
            (r#"{"a": NaN, "b": [-Infinity, Infinity]}"#, r#"{"a": null, "b": [null, null]}"#),
            (r#"{"a": "x\ud800y\udc00"}"#, r#"{"a": "x\ufffdy\ufffd"}"#),
            (r#"{"a": "\ud83d\ude00\ud800\ud83d\ude00"}"#, r#"{"a": "\ud83d\ude00\ufffd\ud83d\ude00"}"#),
            ("{\"a\": \"ص\nب\u{1b}\"}", r#"{"a": "ص\u000aب\u001b"}"#),
        ] {
            let repaired = repair(text).unwrap();
            assert_eq!(repaired.text, strict);
            assert_eq!(repaired.original(repaired.text.len()), text.len());
            assert_eq!(repaired.original(0), 0);
        }
    }

    #[test]
    fn strict_json_is_left_alone() {
        for text in [r#"{"a": "NaN \\ud800 \" \ud83d\ude00", "b": -1}"#, "{\n\t\"a\": 1}\r\n", "\"\\", ""] {
            assert!(repair(text).is_none(), "{text}");
        }
    }
}
