//! Key or reply? What comes after an `ESC` and a silence, while replies are outstanding.
//!
//! On a slow line a reply may be cut after its `ESC`. The rest then looks like typing, so it is compared
//! with how the replies that a probe asks for begin. Typed keys differ from all of them within two or
//! three bytes, and are given out then.

/// What the bytes after the `ESC` are.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Not known yet.
    Open,
    /// A control sequence or string.
    Sequence,
    /// Keys that a person typed.
    Keys,
}

/// Beginnings of the strings that answer XTVERSION, DA3, OSC 4, 10, 11, 12.
const STRINGS: [&[u8]; 6] = [b"P>|", b"P!|", b"]4;", b"]10;", b"]11;", b"]12;"];

/// Judges the bytes that came after `ESC`. `told`: the `ESC` was given out as a key, so only a reply matters.
pub(super) fn judge(bytes: &[u8], told: bool) -> Verdict {
    match bytes {
        [b'[', rest @ ..] => control_sequence(rest, told),
        _ if STRINGS.contains(&bytes) => Verdict::Sequence,
        _ if STRINGS.iter().any(|string| string.starts_with(bytes)) => Verdict::Open,
        _ => Verdict::Keys,
    }
}

fn control_sequence(rest: &[u8], told: bool) -> Verdict {
    let parameters = rest.strip_prefix(b"?").or_else(|| rest.strip_prefix(b">")).unwrap_or(rest);
    let private = parameters.len() < rest.len();
    let body = parameters.iter().take_while(|b| b.is_ascii_digit() || **b == b';').count();
    let text = &parameters[body..];
    match text {
        [] | [b'$'] => Verdict::Open,
        [b'c'] if private && body > 0 => Verdict::Sequence,
        [b'$', b'y'] | [b'R' | b'n' | b't'] if body > 0 => Verdict::Sequence,
        // A cursor key that was cut: `ESC` was held back, so it is still whole.
        [b'A'..=b'Z' | b'~' | b'u'] if !told && !private => Verdict::Sequence,
        _ => Verdict::Keys,
    }
}
