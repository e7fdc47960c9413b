//! tmux and screen: what they swallow can be handed on to the terminal around them.

use super::strategy::Switch;

/// Who stands between the program and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Multiplexer {
    Tmux,
    Screen,
}

impl Multiplexer {
    /// What turns a switch of the terminal around it over, and back.
    pub(super) fn pass(self, switch: Switch) -> (Vec<u8>, Vec<u8>) {
        let (enter, leave) = switch.bytes();
        match switch {
            Switch::Bdsm => (self.on_every_row(enter), self.on_every_row(leave)),
            _ => (self.wrap(enter), self.wrap(leave)),
        }
    }

    /// VTE keeps mode 8 row by row: a row takes it over when it is cleared as a whole, or when the mode is set
    /// while the cursor stands in its first column. A multiplexer clears rows as it thinks fit (tmux leaves the
    /// first one alone, and those that it reaches by cursor addressing), so the mode is set on every row.
    fn on_every_row(self, mode: &[u8]) -> Vec<u8> {
        /// More than windows have; terminals stay in the last row.
        const ROWS: usize = 100;
        /// screen hands on at most 768 bytes at once.
        const AT_ONCE: usize = 50;
        let mut out = Vec::new();
        for first in (1..=ROWS).step_by(AT_ONCE) {
            // The cursor and its style are saved and brought back: the multiplexer believes to know them.
            let mut bytes = b"\x1b7".to_vec();
            for row in first..first + AT_ONCE {
                bytes.extend_from_slice(format!("\x1b[{row}H").as_bytes());
                bytes.extend_from_slice(mode);
            }
            bytes.extend_from_slice(b"\x1b8");
            out.extend(self.wrap(&bytes));
        }
        out
    }

    /// `bytes` so that the multiplexer hands them on to the terminal around it.
    pub(super) fn wrap(self, bytes: &[u8]) -> Vec<u8> {
        if bytes.is_empty() {
            return Vec::new();
        }
        match self {
            Self::Screen => [b"\x1bP", bytes, b"\x1b\\"].concat(),
            Self::Tmux => {
                let doubled = bytes.iter().flat_map(|b| if *b == 0x1b { vec![*b, *b] } else { vec![*b] });
                b"\x1bPtmux;".iter().copied().chain(doubled).chain(*b"\x1b\\").collect()
            }
        }
    }
}
