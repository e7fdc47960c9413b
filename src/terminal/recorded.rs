//! What real terminals answered to [`super::probe::QUERIES`] and put into the environment; recorded by hand
//! under Xvfb (versions in `docs/terminals.md`), window numbers and socket names made plain.

use super::environment::Environment;
use super::input::{Event, InputParser};
use super::probe::Replies;
use super::strategy::Mode;

/// One terminal's record, and what it needs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Recorded {
    pub(super) name: &'static str,
    pub(super) environment: &'static [(&'static str, &'static str)],
    pub(super) bytes: &'static [u8],
    pub(super) mode: Mode,
    /// What stops its own reordering, or (behind a multiplexer) the beginning of it.
    pub(super) enter: &'static str,
    /// The same as far as the environment tells, before it has answered.
    pub(super) at_first: (Mode, &'static str),
}

impl Recorded {
    pub(super) fn environment(&self) -> Environment {
        Environment::from_pairs(self.environment.iter().copied())
    }

    pub(super) fn replies(&self) -> Replies {
        let (mut parser, mut events, mut replies) = (InputParser::default(), Vec::new(), Replies::default());
        parser.expect_replies(true);
        parser.push(self.bytes, &mut events);
        for event in events {
            if let Event::Reply(reply) = event {
                replies.add(reply);
            }
        }
        replies
    }
}

/// The single replies in a record.
pub(super) fn split(mut bytes: &'static [u8]) -> Vec<&'static [u8]> {
    let mut replies = Vec::new();
    while !bytes.is_empty() {
        let is_string = matches!(bytes[1], b'P' | b']');
        let end = |i: usize| match is_string {
            true => bytes[i] == 0x07 || bytes[..=i].ends_with(b"\x1b\\"),
            false => i > 1 && (0x40..=0x7e).contains(&bytes[i]),
        };
        let last = (0..bytes.len()).find(|i| end(*i)).unwrap_or(bytes.len() - 1);
        let (reply, rest) = bytes.split_at(last + 1);
        replies.push(reply);
        bytes = rest;
    }
    replies
}

const BDSM: &str = "\x1b[8l";
const KONSOLE: &str = "\x1b]50;BidiRenderingEnabled=false\x07";
const MLTERM: &str = "\x1b]5379;use_ctl=false\x07";
/// On every row; the test of the strategy has its whole text.
const TMUX_BDSM: &str = "\x1bPtmux;\x1b\x1b7\x1b\x1b[1H\x1b\x1b[8l\x1b\x1b[2H\x1b\x1b[8l";
const TMUX_KONSOLE: &str = "\x1bPtmux;\x1b\x1b]50;BidiRenderingEnabled=false\x07\x1b\\";
const SCREEN_BDSM: &str = "\x1bP\x1b7\x1b[1H\x1b[8l\x1b[2H\x1b[8l";

/// Every terminal that could be run.
pub(super) fn all() -> &'static [Recorded] {
    &ALL
}

const XTERM_JS: &[u8] = b"\x1b[1;5R\x1b[8;0$y\x1b[?69;0$y\x1b[?2026;2$y\x1b]10;rgb:ffff/ffff/ffff\x1b\\\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[>0;276;0c\x1b[?1;2c";

const ALL: [Recorded; 18] = [
    Recorded { name: "xterm", environment: &[("TERM", "xterm"), ("WINDOWID", "4194309"), ("XTERM_VERSION", "XTerm(379)")], bytes: b"\x1b[1;5R\x1bP>|XTerm(379)\x1b\\\x1b[8;0$y\x1b[?69;2$y\x1b[?2026;0$y\x1b]10;rgb:e5e5/e5e5/e5e5\x1b\\\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[>41;379;0c\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c", mode: Mode::Visual, enter: BDSM, at_first: (Mode::Visual, BDSM) },
    Recorded { name: "vte", environment: &[("COLORTERM", "truecolor"), ("TERM", "xterm-256color"), ("VTE_VERSION", "7006")], bytes: b"\x1b[8;1$y\x1b[?69;4$y\x1b[?2026;4$y\x1b]10;rgb:c000/c000/c000\x1b\\\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[>65;7006;1c\x1b[?65;1;9c", mode: Mode::Visual, enter: BDSM, at_first: (Mode::Visual, BDSM) },
    Recorded { name: "konsole", environment: &[("COLORFGBG", "15;0"), ("COLORTERM", "truecolor"), ("KONSOLE_VERSION", "221203"), ("TERM", "xterm-256color"), ("WINDOWID", "4194309")], bytes: b"\x1bP>|Konsole 22.12.3\x1b\\\x1b]10;rgb:ffff/ffff/ffff\x1b\\\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[>1;115;0c\x1b[?62;1;4c", mode: Mode::Visual, enter: KONSOLE, at_first: (Mode::Visual, KONSOLE) },
    Recorded { name: "mlterm", environment: &[("COLORFGBG", "default;default"), ("MLTERM", "3.9.0"), ("TERM", "mlterm"), ("WINDOWID", "4194309")], bytes: b"\x1b[8;0$y\x1b[?69;2$y\x1b[?2026;0$y\x1b]10;rgb:e5e5/e5e5/e5e5\x1b\\\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[>24;279;0c\x1b[?63;1;2;3;4;6;7;15;18;22;29c", mode: Mode::Visual, enter: MLTERM, at_first: (Mode::Visual, MLTERM) },
    Recorded { name: "kitty", environment: &[("COLORTERM", "truecolor"), ("KITTY_WINDOW_ID", "1"), ("TERM", "xterm-kitty"), ("WINDOWID", "4194309")], bytes: b"\x1bP>|kitty(0.26.5)\x1b\\\x1b[8;0$y\x1b[?69;0$y\x1b[?2026;2$y\x1b]10;rgb:dddd/dddd/dddd\x1b\\\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[>1;4000;26c\x1b[?62;c", mode: Mode::Words, enter: "", at_first: (Mode::Words, "") },
    Recorded { name: "alacritty", environment: &[("ALACRITTY_WINDOW_ID", "4194309"), ("COLORTERM", "truecolor"), ("TERM", "alacritty"), ("WINDOWID", "4194309")], bytes: b"\x1b]10;rgb:c5c5/c8c8/c6c6\x1b\\\x1b]11;rgb:1d1d/1f1f/2121\x1b\\\x1b[>0;1700;1c\x1b[?6c", mode: Mode::Visual, enter: BDSM, at_first: (Mode::Visual, BDSM) },
    Recorded { name: "foot", environment: &[("COLORTERM", "truecolor"), ("TERM", "foot")], bytes: b"\x1bP>|foot(1.13.1)\x1b\\\x1b[?69;0$y\x1b[?2026;2$y\x1b]10;rgb:dcdc/dcdc/cccc\x1b\\\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[>1;011301;0c\x1b[?62;4;22c", mode: Mode::Visual, enter: BDSM, at_first: (Mode::Visual, BDSM) },
    Recorded { name: "st", environment: &[("TERM", "st-256color"), ("WINDOWID", "4194309")], bytes: b"\x1b]10;rgb:e5e5/e5e5/e5e5\x07\x1b]11;rgb:0000/0000/0000\x07\x1b[?6c", mode: Mode::Visual, enter: BDSM, at_first: (Mode::Visual, BDSM) },
    Recorded { name: "urxvt", environment: &[("COLORFGBG", "7;default;0"), ("COLORTERM", "rxvt-xpm"), ("TERM", "rxvt-unicode-256color"), ("WINDOWID", "4194309")], bytes: b"\x1b[?69;0$y\x1b[?2026;0$y\x1b[>85;95;0c\x1b[?1;2c", mode: Mode::Visual, enter: BDSM, at_first: (Mode::Visual, BDSM) },
    Recorded { name: "qterminal", environment: &[("COLORFGBG", "15;0"), ("COLORTERM", "truecolor"), ("TERM", "xterm-256color"), ("WINDOWID", "4194309")], bytes: b"\x1b[>0;115;0c\x1b[?1;2c", mode: Mode::Colours, enter: "", at_first: (Mode::Visual, BDSM) },
    Recorded { name: "pterm", environment: &[("TERM", "xterm"), ("WINDOWID", "4194309")], bytes: b"\x1b[1;5R\x1b[>0;136;0c\x1b[?6c", mode: Mode::Logical, enter: "", at_first: (Mode::Visual, BDSM) },
    Recorded { name: "xterm.js in VS Code", environment: &[("COLORTERM", "truecolor"), ("TERM", "xterm-256color"), ("TERM_PROGRAM", "vscode"), ("TERM_PROGRAM_VERSION", "1.100.0")], bytes: XTERM_JS, mode: Mode::Colours, enter: "", at_first: (Mode::Colours, "") },
    Recorded { name: "xterm.js over SSH", environment: &[("SSH_TTY", "/dev/pts/0"), ("TERM", "xterm-256color")], bytes: XTERM_JS, mode: Mode::Colours, enter: "", at_first: (Mode::Visual, BDSM) },
    Recorded { name: "tmux-in-vte", environment: &[("COLORTERM", "truecolor"), ("TERM", "tmux-256color"), ("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.3a"), ("TMUX", "/tmp/tmux-1000/default,100,0"), ("VTE_VERSION", "7006")], bytes: b"\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c\x1b[?1;2c", mode: Mode::Visual, enter: TMUX_BDSM, at_first: (Mode::Visual, TMUX_BDSM) },
    Recorded { name: "tmux-in-xterm", environment: &[("TERM", "tmux-256color"), ("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.3a"), ("TMUX", "/tmp/tmux-1000/default,100,0"), ("WINDOWID", "4194309"), ("XTERM_VERSION", "XTerm(379)")], bytes: b"\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c\x1b[?1;2c", mode: Mode::Visual, enter: TMUX_BDSM, at_first: (Mode::Visual, TMUX_BDSM) },
    Recorded { name: "tmux-in-konsole", environment: &[("COLORFGBG", "15;0"), ("COLORTERM", "truecolor"), ("KONSOLE_VERSION", "221203"), ("TERM", "tmux-256color"), ("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.3a"), ("TMUX", "/tmp/tmux-1000/default,100,0"), ("WINDOWID", "4194309")], bytes: b"\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c\x1b[?1;2c", mode: Mode::Visual, enter: TMUX_KONSOLE, at_first: (Mode::Visual, TMUX_KONSOLE) },
    Recorded { name: "screen-in-xterm", environment: &[("STY", "100.pts-0"), ("TERM", "screen"), ("WINDOWID", "4194309"), ("XTERM_VERSION", "XTerm(379)")], bytes: b"\x1b[>83;40900;0c\x1b[?1;2c", mode: Mode::Visual, enter: SCREEN_BDSM, at_first: (Mode::Visual, SCREEN_BDSM) },
    Recorded { name: "screen-in-vte", environment: &[("COLORTERM", "truecolor"), ("STY", "100.pts-0"), ("TERM", "screen.xterm-256color"), ("VTE_VERSION", "7006")], bytes: b"\x1b[>83;40900;0c\x1b[?1;2c\x1b]11;rgb:0000/0000/0000\x1b\\", mode: Mode::Visual, enter: SCREEN_BDSM, at_first: (Mode::Visual, SCREEN_BDSM) },
];
