//! Which order and form of cells a terminal wants, and what stops it from reordering by itself.
//!
//! [`decide`] is a pure function of what is known. Its rules are a table, tried in order; each was measured
//! in the real terminal unless its comment says otherwise. Replies come before the environment, which is
//! inherited and may speak of another terminal; as long as there are no replies it is all there is.

use super::environment::Environment;
use super::multiplexer::Multiplexer;
use super::probe::Replies;
use super::reorder::Parting;

/// The order and form in which cells are sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// As they stand: for terminals that reorder nothing, or were told not to.
    #[default]
    Visual,
    /// For terminals that turn each word round: the letters of each word turned back.
    Words,
    /// For terminals that reorder within cells of one style: neighbours differ in colour by one step.
    Colours,
    /// For terminals that reorder whole rows: right-to-left runs in logical order.
    Logical,
}

impl Mode {
    /// All modes, in the order in which a key may walk through them.
    pub const ALL: [Mode; 4] = [Mode::Visual, Mode::Words, Mode::Colours, Mode::Logical];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Visual => "visual",
            Mode::Words => "words",
            Mode::Colours => "colours",
            Mode::Logical => "logical",
        }
    }
}

/// How to talk to this terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// The order and form of cells.
    pub mode: Mode,
    /// Whether the terminal mirrors brackets when it reorders; only [`Mode::Logical`] asks.
    pub mirrors: bool,
    /// What keeps right-to-left runs apart; only [`Mode::Logical`] asks.
    pub parting: Parting,
    /// Whether two texts in one row may come out wrong: rows are reordered by a terminal in which that was not measured.
    pub one_column: bool,
    /// Stops the terminal's own reordering. A clear of the screen must follow (VTE keeps it row by row).
    pub enter: Vec<u8>,
    /// Undoes `enter`.
    pub leave: Vec<u8>,
    /// `enter` goes to the terminal around a multiplexer, and stands before the alternate screen is entered.
    pub outer: bool,
    /// The rule that decided, for a person to read.
    pub rule: &'static str,
    /// What the person could do for a better picture.
    pub recommends: Option<&'static str>,
}

/// What switches a terminal's own reordering off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Switch {
    None,
    /// ECMA-48 BDSM (mode 8): reset is explicit, no reordering.
    Bdsm,
    /// konsole's profile property. The same number sets the font elsewhere, so it goes to konsole only.
    Konsole,
    /// mlterm's own configuration protocol.
    Mlterm,
}

impl Switch {
    pub(super) fn bytes(self) -> (&'static [u8], &'static [u8]) {
        match self {
            Switch::None => (b"", b""),
            Switch::Bdsm => (b"\x1b[8l", b"\x1b[8h"),
            Switch::Konsole => (b"\x1b]50;BidiRenderingEnabled=false\x07", b"\x1b]50;BidiRenderingEnabled=true\x07"),
            Switch::Mlterm => (b"\x1b]5379;use_ctl=false\x07", b"\x1b]5379;use_ctl=true\x07"),
        }
    }
}

/// What is known about the terminal.
struct Seen<'a> {
    environment: &'a Environment,
    replies: &'a Replies,
}

impl Seen<'_> {
    fn version(&self, name: &str) -> bool {
        self.replies.version().is_some_and(|version| version.starts_with(name))
    }

    /// DA2 begins so; written with its `>`, as in the tables.
    fn secondary(&self, start: &str) -> bool {
        self.replies
            .secondary()
            .is_some_and(|text| start.strip_prefix('>').is_some_and(|start| text.starts_with(start)))
    }

    /// There are replies, and none has a name in it; or there are none yet.
    fn nameless(&self) -> bool {
        self.replies.version().is_none()
    }

    /// What stands between the program and the terminal. Replies first: over SSH from inside tmux there is no
    /// TMUX, but the reply is tmux's.
    fn multiplexer(&self) -> Option<Multiplexer> {
        if self.version("tmux") || self.secondary(">84;") {
            return Some(Multiplexer::Tmux);
        }
        if self.secondary(">83;") {
            return Some(Multiplexer::Screen);
        }
        // A terminal that names itself is no multiplexer, whatever was inherited: both answer DA2 with their own number.
        if self.replies.complete() && self.replies.secondary().is_some() {
            return None;
        }
        let term = self.environment.term();
        match () {
            () if self.has("TMUX") || term.starts_with("tmux") => Some(Multiplexer::Tmux),
            () if self.has("STY") || term.starts_with("screen") => Some(Multiplexer::Screen),
            () => None,
        }
    }

    fn is_putty(&self) -> bool {
        self.secondary(">0;136;") && self.nameless()
    }

    fn waiting(&self) -> bool {
        !self.replies.complete()
    }

    fn has(&self, name: &str) -> bool {
        self.environment.has(name)
    }

    fn program(&self, name: &str) -> bool {
        self.environment.get("TERM_PROGRAM") == Some(name)
    }
}

struct Rule {
    text: &'static str,
    applies: fn(&Seen) -> bool,
    mode: Mode,
    switch: Switch,
    recommends: Option<&'static str>,
}

const KITTY_ADVICE: &str = "kitty turns every word round by itself; with `force_ltr yes` in kitty.conf choose the mode `visual`, which is sharper";
const PUTTY_ADVICE: &str = "in PuTTY's settings, Terminal, Features, tick `Disable bidirectional text display` and `Disable Arabic text shaping`, and choose the mode `visual`, which is right in every row";
const TMUX_ADVICE: &str = "put `set -g allow-passthrough on` into ~/.tmux.conf (tmux 3.3 or newer), so that the terminal around tmux can be told not to reorder";

/// Terminals at hand, not behind a multiplexer.
const RULES: &[Rule] = &[
    Rule {
        text: "kitty (its version reply, or TERM=xterm-kitty): turns each word round",
        applies: |s| s.version("kitty") || s.nameless() && s.environment.term() == "xterm-kitty",
        mode: Mode::Words,
        switch: Switch::None,
        recommends: Some(KITTY_ADVICE),
    },
    Rule {
        text: "konsole (its version reply, or KONSOLE_VERSION): reordering switched off by OSC 50",
        applies: |s| {
            let inherited = !s.waiting() && !s.secondary(">0;115;") && !s.secondary(">1;115;");
            s.version("Konsole") || s.nameless() && s.has("KONSOLE_VERSION") && !inherited
        },
        mode: Mode::Visual,
        switch: Switch::Konsole,
        recommends: None,
    },
    Rule {
        text: "mlterm (DA2 24, or MLTERM and TERM=mlterm): reordering switched off by OSC 5379",
        applies: |s| {
            s.secondary(">24;") || s.waiting() && s.has("MLTERM") && s.environment.term().starts_with("mlterm")
        },
        mode: Mode::Visual,
        switch: Switch::Mlterm,
        recommends: None,
    },
    Rule {
        // mintty documents the same mode (DA2 77); not run here.
        text: "the terminal knows mode 8 (BDSM), which switches its reordering off",
        applies: |s| s.replies.bidi_mode().is_some(),
        mode: Mode::Visual,
        switch: Switch::Bdsm,
        recommends: None,
    },
    Rule {
        text: "VTE_VERSION, before the terminal has answered: mode 8 (BDSM) switches its reordering off",
        applies: |s| s.waiting() && s.has("VTE_VERSION"),
        mode: Mode::Visual,
        switch: Switch::Bdsm,
        recommends: None,
    },
    Rule {
        text: "qterminal or its widget (DA2 0;115 without KONSOLE_VERSION): reorders within cells of one style",
        applies: |s| s.secondary(">0;115;") && s.nameless(),
        mode: Mode::Colours,
        switch: Switch::None,
        recommends: None,
    },
    Rule {
        // The DOM renderer reorders within one style, the WebGL renderer does not: right in both.
        // Over SSH and in other hosts than VS Code only DA2 tells.
        text: "xterm.js (DA2 0;276, or TERM_PROGRAM=vscode): may reorder within cells of one style",
        applies: |s| s.version("xterm.js") || s.nameless() && (s.secondary(">0;276;") || s.program("vscode")),
        mode: Mode::Colours,
        switch: Switch::None,
        recommends: None,
    },
    Rule {
        // Measured in PuTTY's terminal for Unix, pterm 0.78. There is no switch but the person's.
        text: "PuTTY (DA2 0;136): reorders rows by itself",
        applies: |s| s.is_putty(),
        mode: Mode::Logical,
        switch: Switch::None,
        recommends: Some(PUTTY_ADVICE),
    },
    Rule {
        // Not run here. Others report that it reorders rows by itself and answers no DECRQM.
        text: "Terminal.app (TERM_PROGRAM=Apple_Terminal): reorders rows by itself",
        applies: |s| s.nameless() && s.program("Apple_Terminal"),
        mode: Mode::Logical,
        switch: Switch::None,
        recommends: Some("if words stand in the wrong order, try the other modes; this terminal was not measured"),
    },
    Rule {
        // xterm, urxvt, st, alacritty, foot were measured. Not run here, known from their documents: Windows
        // Terminal, WezTerm (bidi_enabled off by default), Ghostty, iTerm2 (reorders only if set so).
        text: "any other terminal: taken not to reorder; mode 8 (BDSM) switched off in case it does",
        applies: |_| true,
        mode: Mode::Visual,
        switch: Switch::Bdsm,
        recommends: None,
    },
];

/// Terminals around a multiplexer: only the environment that the multiplexer was started in tells about them.
const OUTER_RULES: &[Rule] = &[
    Rule {
        text: "a multiplexer in kitty (KITTY_WINDOW_ID): turns each word round",
        applies: |s| s.has("KITTY_WINDOW_ID"),
        mode: Mode::Words,
        switch: Switch::None,
        recommends: Some(KITTY_ADVICE),
    },
    Rule {
        text: "a multiplexer in konsole (KONSOLE_VERSION): OSC 50 passed through",
        applies: |s| s.has("KONSOLE_VERSION"),
        mode: Mode::Visual,
        switch: Switch::Konsole,
        recommends: None,
    },
    Rule {
        text: "a multiplexer in mlterm (MLTERM): OSC 5379 passed through",
        applies: |s| s.has("MLTERM"),
        mode: Mode::Visual,
        switch: Switch::Mlterm,
        recommends: None,
    },
    Rule {
        text: "a multiplexer in VTE (VTE_VERSION): mode 8 (BDSM) passed through",
        applies: |s| s.has("VTE_VERSION"),
        mode: Mode::Visual,
        switch: Switch::Bdsm,
        recommends: None,
    },
    Rule {
        text: "a multiplexer in an unknown terminal: mode 8 (BDSM) passed through in case it reorders",
        applies: |_| true,
        mode: Mode::Visual,
        switch: Switch::Bdsm,
        recommends: None,
    },
];

/// Terminals around a tmux that hands nothing on: what reorders by itself goes on doing so.
const SHUT_RULES: &[Rule] = &[
    Rule {
        text: "tmux in kitty (KITTY_WINDOW_ID): turns each word round",
        applies: |s| s.has("KITTY_WINDOW_ID"),
        mode: Mode::Words,
        switch: Switch::None,
        recommends: Some(KITTY_ADVICE),
    },
    Rule {
        // Measured in VTE and konsole: right. mlterm: words are right, rows that begin with a right-to-left letter are flush right.
        text: "tmux that hands nothing on, in a terminal that reorders rows (VTE, konsole, mlterm)",
        applies: |s| s.has("VTE_VERSION") || s.has("KONSOLE_VERSION") || s.has("MLTERM"),
        mode: Mode::Logical,
        switch: Switch::None,
        recommends: Some(TMUX_ADVICE),
    },
    Rule {
        text: "tmux in any other terminal: taken not to reorder",
        applies: |_| true,
        mode: Mode::Visual,
        switch: Switch::None,
        recommends: None,
    },
];

/// What to send to this terminal, and why. `choice` is what the person chose by hand, if they did.
pub fn decide(environment: &Environment, replies: &Replies, choice: Option<Mode>) -> Decision {
    let seen = Seen { environment, replies };
    let multiplexer = seen.multiplexer();
    let rule = first_that_applies(
        match multiplexer {
            Some(Multiplexer::Tmux) if environment.passthrough() == Some(false) => SHUT_RULES,
            Some(_) => OUTER_RULES,
            None => RULES,
        },
        &seen,
    );
    let (mirrors, parting) = (mirrors(&seen, rule), parting(&seen, rule));
    // PuTTY's terminal and those behind a tmux that hands nothing on were measured with the sidebar beside the text.
    let measured = rule.mode == Mode::Logical && !seen.program("Apple_Terminal");
    let (mode, mut switch, text) = match choice {
        None => (rule.mode, rule.switch, rule.text),
        Some(Mode::Visual) => (Mode::Visual, rule.switch, "chosen by hand: visual"),
        // The other modes reckon with the terminal's own reordering, so it is left on.
        Some(Mode::Words) => (Mode::Words, Switch::None, "chosen by hand: words"),
        Some(Mode::Colours) => (Mode::Colours, Switch::None, "chosen by hand: colours"),
        Some(Mode::Logical) => (Mode::Logical, Switch::None, "chosen by hand: logical"),
    };
    if environment.term() == "dumb" || environment.term() == "linux" {
        // Nothing there reorders, and an unknown sequence may show.
        switch = Switch::None;
    }
    let (enter, leave) = switch.bytes();
    // The person may have had it off already.
    let leave: &[u8] = if switch == Switch::Bdsm && replies.bidi_mode() == Some(false) { b"" } else { leave };
    let advice = rule.recommends.filter(|_| choice.is_none());
    let (enter, leave, recommends) = match multiplexer {
        None => (enter.to_vec(), leave.to_vec(), advice),
        Some(m) => {
            // Not known, because tmux is at the other end of an SSH line, or could not be asked.
            let unsure = m == Multiplexer::Tmux && environment.passthrough().is_none();
            let (enter, leave) = m.pass(switch);
            (enter, leave, advice.or(unsure.then_some(TMUX_ADVICE)))
        }
    };
    let one_column = mode == Mode::Logical && !measured;
    Decision { mode, mirrors, parting, one_column, enter, leave, outer: multiplexer.is_some(), rule: text, recommends }
}

/// The last rule of each table applies always.
fn first_that_applies<'a>(rules: &'a [Rule], seen: &Seen) -> &'a Rule {
    rules.iter().find(|rule| (rule.applies)(seen)).unwrap_or(&rules[rules.len() - 1])
}

/// konsole 22.12 turns rows round, but not the brackets in them.
fn mirrors(seen: &Seen, rule: &Rule) -> bool {
    rule.switch != Switch::Konsole && !(seen.multiplexer().is_some() && seen.has("KONSOLE_VERSION"))
}

fn parting(seen: &Seen, rule: &Rule) -> Parting {
    let mlterm = rule.switch == Switch::Mlterm || seen.multiplexer().is_some() && seen.has("MLTERM");
    match () {
        () if seen.is_putty() => Parting::Blank,
        // It draws a box for the blank.
        () if mlterm => Parting::Nothing,
        () => Parting::Mark,
    }
}

/// How rows are written where nothing may be switched, because they stay when the program has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unswitched {
    /// The text itself: the terminal finds direction and order out (mlterm, PuTTY).
    Text,
    /// Cells in this order and form, with or without mirrored brackets (see [`Decision::mirrors`]).
    Cells {
        /// Order and form.
        mode: Mode,
        /// Whether the terminal mirrors.
        mirrors: bool,
    },
}

/// What a terminal shows right that goes on reordering as it does.
pub fn unswitched(environment: &Environment, replies: &Replies) -> Unswitched {
    let seen = Seen { environment, replies };
    let multiplexer = seen.multiplexer();
    let rule = first_that_applies(if multiplexer.is_some() { SHUT_RULES } else { RULES }, &seen);
    let reorders = match rule.switch {
        Switch::Mlterm => return Unswitched::Text,
        Switch::None if seen.is_putty() => return Unswitched::Text,
        Switch::Konsole => true,
        // As it was found: the person may have switched it off.
        Switch::Bdsm => replies.bidi_mode().unwrap_or(seen.waiting() && seen.has("VTE_VERSION")),
        Switch::None => false,
    };
    let mode = if reorders { Mode::Logical } else { rule.mode };
    Unswitched::Cells { mode, mirrors: mirrors(&seen, rule) }
}

#[cfg(test)]
mod tests;
