//! What a terminal says about itself.

/// An answer of the terminal to a query.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reply {
    /// DA1, `CSI ? ... c`: its parameters. Every terminal answers it, so it is asked last.
    PrimaryAttributes(String),
    /// DA2, `CSI > ... c`: its parameters, such as `65;7006;1`.
    SecondaryAttributes(String),
    /// DECRPM, `CSI Pd ; Ps $ y` or with `?` for a private mode.
    Mode {
        /// A DEC private mode (`?`), not an ECMA-48 one.
        private: bool,
        /// The mode's number.
        mode: u16,
        /// 0 not known, 1 set, 2 reset, 3 always set, 4 always reset.
        state: u8,
    },
    /// XTVERSION, `DCS > | text ST`: name and version.
    Version(String),
    /// OSC 10 (foreground) or 11 (background): the colour, eight bits a channel.
    Colour {
        /// 10 or 11.
        which: u8,
        /// Red, green, blue.
        rgb: (u8, u8, u8),
    },
    /// CPR, `CSI row ; column R`, counted from 1.
    CursorPosition {
        /// Row from 1.
        row: u16,
        /// Column from 1.
        column: u16,
    },
    /// Any other answer, without its introducer and terminator; nothing was asked that it could answer.
    Other(String),
}

/// The reply in a control sequence (its bytes after `CSI`, final byte included), if it is none of a key's.
///
/// `CSI 1 ; 2 R` is both Shift-F3 and a cursor report in row 1: a report only while one is `expecting`.
pub(super) fn csi(bytes: &[u8], expecting: bool) -> Option<Reply> {
    let (&last, body) = bytes.split_last()?;
    let text = String::from_utf8_lossy(body);
    let other = || Some(Reply::Other(String::from_utf8_lossy(bytes).into_owned()));
    match (body.first(), last) {
        (Some(b'?'), b'c') => Some(Reply::PrimaryAttributes(text[1..].to_owned())),
        (Some(b'>'), b'c') => Some(Reply::SecondaryAttributes(text[1..].to_owned())),
        (_, b'y') if text.ends_with('$') => mode(&text).or_else(other),
        (Some(b'<'), b'M' | b'm') => None,
        (Some(b'<'..=b'?'), _) => other(),
        (Some(_), b'R') => {
            let (row, column) = text.split_once(';')?;
            let (row, column) = (row.parse().ok()?, column.parse().ok()?);
            let key = row == 1 && (2..=16).contains(&column) && !expecting;
            (!key).then_some(Reply::CursorPosition { row, column })
        }
        (Some(_), b'n' | b't' | b'c' | b'y' | b'x') => other(),
        _ => None,
    }
}

fn mode(text: &str) -> Option<Reply> {
    let text = text.strip_suffix('$')?;
    let (private, numbers) = text.strip_prefix('?').map_or((false, text), |rest| (true, rest));
    let (mode, state) = numbers.split_once(';')?;
    Some(Reply::Mode { private, mode: mode.parse().ok()?, state: state.parse().ok()? })
}

/// The reply in a control string of this kind (`P` DCS, `]` OSC; others carry none that matters).
pub(super) fn string(kind: u8, bytes: &[u8]) -> Reply {
    let text = String::from_utf8_lossy(bytes);
    match kind {
        b'P' => text.strip_prefix(">|").map(|version| Reply::Version(printable(version))),
        b']' => osc(&text),
        _ => None,
    }
    .unwrap_or_else(|| Reply::Other(printable(&text)))
}

fn osc(text: &str) -> Option<Reply> {
    let (number, colour) = text.split_once(';')?;
    let which: u8 = number.parse().ok().filter(|n| matches!(n, 10 | 11))?;
    Some(Reply::Colour { which, rgb: colour_of(colour)? })
}

/// `rgb:RR/GG/BB` with one to four hexadecimal digits a channel, or `rgba:` (XParseColor).
fn colour_of(text: &str) -> Option<(u8, u8, u8)> {
    let digits = text.strip_prefix("rgb:").or_else(|| text.strip_prefix("rgba:"))?;
    let mut channels = digits.split('/').map(|digits| {
        let most = 16u32.checked_pow(digits.len().try_into().ok()?)? - 1;
        let value = u32::from_str_radix(digits, 16).ok().filter(|_| (1..=4).contains(&digits.len()))?;
        u8::try_from(value * 255 / most).ok()
    });
    Some((channels.next()??, channels.next()??, channels.next()??))
}

fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}
