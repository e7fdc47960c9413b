//! Asking the terminal what it is: one write, and the end is known by the reply to DA1.

use super::input::Reply;

/// The queries, in one piece. Terminals answer in order, and all of them answer the last one (DA1).
///
/// XTVERSION, DECRQM of the ECMA-48 mode 8 (BDSM; not the private mode 8), of the private modes 69
/// (left and right margins) and 2026 (synchronized output), OSC 10 and 11 (colours), DA2, DA1. Nobody can be
/// asked about REP, so it is tried: a blank and three more, then the cursor's column is asked for (CPR).
///
/// Send it where a clear of the screen follows: a terminal that does not know DECRQM may print its `p`.
/// It must stand before `CSI 8 l`, so that the reply tells how the mode was.
pub const QUERIES: &[u8] =
    b"\r \x1b[3b\x1b[6n\x1b[>q\x1b[8$p\x1b[?69$p\x1b[?2026$p\x1b]10;?\x1b\\\x1b]11;?\x1b\\\x1b[>c\x1b[c";

/// What came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replies(Vec<Reply>);

impl Replies {
    /// Takes one reply; the first answer to a question stays (later ones may answer somebody else).
    /// Returns whether it said something new.
    pub fn add(&mut self, reply: Reply) -> bool {
        let same_question = |a: &Reply, b: &Reply| match (a, b) {
            (Reply::Mode { private: p, mode: m, .. }, Reply::Mode { private, mode, .. }) => (p, m) == (private, mode),
            (Reply::Colour { which: a, .. }, Reply::Colour { which: b, .. }) => a == b,
            (Reply::Other(_), _) => false,
            _ => std::mem::discriminant(a) == std::mem::discriminant(b),
        };
        let new = !matches!(reply, Reply::Other(_)) && !self.0.iter().any(|known| same_question(known, &reply));
        if new {
            self.0.push(reply);
        }
        new
    }

    /// All replies, in the order in which they came.
    pub fn all(&self) -> &[Reply] {
        &self.0
    }

    /// Whether the last question was answered, so that silence about the others is an answer too.
    pub fn complete(&self) -> bool {
        self.primary().is_some()
    }

    /// Parameters of DA1.
    pub fn primary(&self) -> Option<&str> {
        self.0.iter().find_map(|r| if let Reply::PrimaryAttributes(text) = r { Some(text.as_str()) } else { None })
    }

    /// Parameters of DA2.
    pub fn secondary(&self) -> Option<&str> {
        self.0.iter().find_map(|r| if let Reply::SecondaryAttributes(text) = r { Some(text.as_str()) } else { None })
    }

    /// Name and version by XTVERSION.
    pub fn version(&self) -> Option<&str> {
        self.0.iter().find_map(|r| if let Reply::Version(text) = r { Some(text.as_str()) } else { None })
    }

    /// The state of a mode by DECRPM: 0 not known, 1 set, 2 reset, 3 always set, 4 always reset; `None`: no answer.
    pub fn mode(&self, private: bool, number: u16) -> Option<u8> {
        self.0.iter().find_map(|r| match r {
            Reply::Mode { private: p, mode, state } if (*p, *mode) == (private, number) => Some(*state),
            _ => None,
        })
    }

    /// The state of ECMA-48's mode 8 before anything was sent, if the terminal knows it: true is implicit (it reorders).
    pub fn bidi_mode(&self) -> Option<bool> {
        match self.mode(false, 8)? {
            1 => Some(true),
            2 => Some(false),
            _ => None,
        }
    }

    /// Whether synchronized output works.
    pub fn synchronized_output(&self) -> bool {
        matches!(self.mode(true, 2026), Some(1 | 2))
    }

    /// Whether left and right margins work.
    pub fn margins(&self) -> bool {
        matches!(self.mode(true, 69), Some(1 | 2))
    }

    /// Whether REP repeats: the cursor stood where the repeated blanks end.
    pub fn repeats(&self) -> bool {
        self.0.iter().any(|r| matches!(r, Reply::CursorPosition { column: 5, .. }))
    }

    /// The default foreground.
    pub fn foreground(&self) -> Option<(u8, u8, u8)> {
        self.colour(10)
    }

    /// The default background.
    pub fn background(&self) -> Option<(u8, u8, u8)> {
        self.colour(11)
    }

    fn colour(&self, wanted: u8) -> Option<(u8, u8, u8)> {
        self.0.iter().find_map(|r| match r {
            Reply::Colour { which, rgb } if *which == wanted => Some(*rgb),
            _ => None,
        })
    }
}
