//! Hyperlinks (OSC 8, "Hyperlinks in Terminal Emulators"): which cells are links, and who is sent them.
//!
//! A cell that belongs to a link has the link's number in place of an underline colour, which is not sent: so the
//! link goes wherever the cell goes, also where rows are turned round for a terminal that reorders. The addresses are
//! given to the presenter once.

use std::sync::Arc;

use ratatui::style::{Color, Style};

use super::environment::Environment;
use super::probe::Replies;

/// Bytes of an address at most: VTE and others take no more.
const LONGEST: usize = 2083;

/// Addresses by their numbers.
#[derive(Clone, Debug, Default, Eq)]
pub struct Links {
    addresses: Arc<[Option<Box<str>>]>,
}

/// Compared for every frame, and nearly always the very same.
impl PartialEq for Links {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.addresses, &other.addresses) || self.addresses == other.addresses
    }
}

impl Links {
    /// Addresses in the order of their numbers, from 0. Those that are not to be sent are none.
    pub fn new(addresses: impl IntoIterator<Item = Option<impl AsRef<str>>>) -> Self {
        Self {
            addresses: addresses
                .into_iter()
                .map(|address| address.and_then(|address| safe(address.as_ref())).map(String::into_boxed_str))
                .collect(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.addresses.iter().all(Option::is_none)
    }

    fn address(&self, link: Link) -> Option<&str> {
        let number = link.0.checked_sub(1)?;
        self.addresses.get(usize::try_from(number).ok()?)?.as_deref()
    }

    /// The link of a cell, if its address is one that is sent.
    pub(super) fn of(&self, colour: Color) -> Link {
        let Color::Rgb(high, middle, low) = colour else { return Link::NONE };
        let link = Link(u32::from_be_bytes([0, high, middle, low]));
        if self.address(link).is_some() { link } else { Link::NONE }
    }

    /// Begins a link, or ends the one that is open. All cells with one `id` and one address are one link, also over
    /// the end of a row.
    pub(super) fn write(&self, link: Link, out: &mut Vec<u8>) {
        match self.address(link) {
            Some(address) => out.extend_from_slice(format!("\x1b]8;id={};{address}\x1b\\", link.0).as_bytes()),
            None => out.extend_from_slice(b"\x1b]8;;\x1b\\"),
        }
    }
}

/// The number of a link, from 1; 0 is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Link(u32);

impl Link {
    pub(super) const NONE: Self = Self(0);
}

/// What a cell of link `number` (from 0) has besides its own style.
#[must_use]
pub fn style(number: usize) -> Style {
    match u32::try_from(number + 1).map(u32::to_be_bytes) {
        Ok([0, high, middle, low]) => Style::new().underline_color(Color::Rgb(high, middle, low)),
        _ => Style::new(),
    }
}

/// An address as it may be sent: http, https or mailto, printable ASCII, everything else percent-encoded (RFC 3986).
#[must_use]
pub fn safe(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once(':')?;
    let known = ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    if !known || rest.is_empty() || address.len() > LONGEST || address.chars().any(char::is_control) {
        return None;
    }
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b'!'..=b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    (out.len() <= LONGEST).then_some(out)
}

/// Whether this terminal is known to understand links. One that has not answered, or is behind a multiplexer that
/// does not know them, gets none.
#[must_use]
pub fn understood(environment: &Environment, replies: &Replies) -> bool {
    if !replies.complete() {
        return false;
    }
    let numbers =
        |text: &str| -> Vec<u32> { text.split(|c: char| !c.is_ascii_digit()).map_while(|n| n.parse().ok()).collect() };
    if let Some(version) = replies.version() {
        let name = |name: &str| version.starts_with(name);
        // `tmux 3.4`, `tmux next-3.6`: since 3.4 it keeps links of cells.
        if let Some(tmux) = version.strip_prefix("tmux ") {
            return numbers(tmux.trim_start_matches("next-")).as_slice() >= [3, 4].as_slice();
        }
        return ["kitty", "foot", "Konsole", "WezTerm", "iTerm2", "ghostty", "contour", "xterm.js"]
            .into_iter()
            .any(name);
    }
    match replies.secondary().map(numbers).as_deref() {
        // VTE since 0.50, alacritty since 0.11, xterm.js; PuTTY, urxvt, st, mlterm and screen do not know them.
        Some([65, version, ..]) => *version >= 5000,
        Some([0, version, 1]) if environment.has("ALACRITTY_WINDOW_ID") || environment.term() == "alacritty" => {
            *version >= 1700
        }
        Some([0, 276, ..]) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::recorded;
    use super::*;

    #[test]
    fn only_addresses_that_can_do_no_harm_are_sent() {
        let long = format!("https://example.org/{}", "a".repeat(LONGEST));
        let grows = format!("https://example.org/{}", "ب".repeat(LONGEST / 3));
        for (address, wanted) in [
            ("https://example.org/a?b=c;d#e", Some("https://example.org/a?b=c;d#e")),
            ("HTTP://example.org/", Some("HTTP://example.org/")),
            ("mailto:a@example.org", Some("mailto:a@example.org")),
            ("https://example.org/خبر 1", Some("https://example.org/%D8%AE%D8%A8%D8%B1%201")),
            ("https://example.org/%20", Some("https://example.org/%20")),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("//example.org/", None),
            ("https:", None),
            ("https://example.org/\u{1b}\\", None),
            ("https://example.org/\u{7}", None),
            ("https://example.org/\u{9c}x", None),
            (long.as_str(), None),
            (grows.as_str(), None),
        ] {
            assert_eq!(safe(address).as_deref(), wanted, "{address}");
        }
    }

    #[test]
    fn terminals_that_are_known_to_understand_links_get_them() {
        let wanted = ["vte", "konsole", "kitty", "alacritty", "foot", "xterm.js in VS Code", "xterm.js over SSH"];
        for terminal in recorded::all() {
            let (environment, replies) = (terminal.environment(), terminal.replies());
            assert_eq!(understood(&environment, &replies), wanted.contains(&terminal.name), "{}", terminal.name);
            assert!(!understood(&environment, &Replies::default()), "before it has answered");
        }
    }

    #[test]
    fn tmux_is_asked_for_its_version() {
        for (version, wanted) in
            [("3.3a", false), ("3.4", true), ("3.5a", true), ("next-3.6", true), ("4.0", true), ("", false)]
        {
            let mut replies = Replies::default();
            replies.add(super::super::input::Reply::Version(format!("tmux {version}")));
            replies.add(super::super::input::Reply::PrimaryAttributes("1;2".into()));
            assert_eq!(understood(&Environment::default(), &replies), wanted, "{version}");
        }
    }

    #[test]
    fn a_number_is_found_again_in_a_cell() {
        let links = Links::new((0..70_000).map(|n| (n % 2 == 0).then_some("https://example.org/")));
        for (number, is_link) in [(0, true), (1, false), (300, true), (69_998, true), (70_000, false)] {
            let colour = style(number).underline_color.unwrap_or(Color::Reset);
            assert_eq!(links.of(colour) != Link::NONE, is_link, "{number}");
        }
        assert_eq!(style(1 << 24), Style::new());
    }
}
