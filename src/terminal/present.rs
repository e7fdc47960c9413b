//! From one frame to the next in as few bytes as is safe.
//!
//! A [`Presenter`] owns the frame that the terminal shows. [`Presenter::present`] writes what turns it into
//! the next one: nothing if nothing changed, else the shortest of several drafts, by counting:
//!
//! - the plain difference: cursor movements, SGR (ECMA-48 8.3.117) where the style changes, the cells that
//!   differ, runs of blanks erased (EL, ECH, ED) or repeated (REP);
//! - scrolls first (line feeds in a DECSTBM region, between DECSLRM margins where the terminal has them), then the
//!   difference. What was scrolled is found by comparing the frames, so nobody has to say what a pane is;
//! - everything cleared and drawn afresh.
//!
//! What terminals disagree about is not relied on. After a cluster whose width is doubtful the cursor's
//! column counts as unknown and the next movement is absolute; so it is after the last column, where some
//! terminals hold the cursor back (pending wrap), and after a scroll region was set. Only blanks in the default
//! style are erased, and only such blanks scroll in: not all terminals erase with the current background (BCE).
//!
//! The terminal is expected to be raw (a line feed keeps the column), with autowrap off (DECAWM).

mod draft;
mod grid;
mod scroll;

use ratatui::buffer::Buffer;

use super::colours::ColourDepth;
use super::environment::Environment;
use super::links::Links;
use super::probe::Replies;
use super::sgr::Pen;
use draft::{Draft, absolute};
pub(super) use grid::columns;
use grid::{Grid, Tables};

/// What may be sent to a terminal, beyond what a VT100 knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Abilities {
    /// Scroll regions of rows (DECSTBM). The VT100 had them, some that call themselves `ansi` do not.
    pub regions: bool,
    /// Left and right margins (DECSLRM, DEC private mode 69).
    pub margins: bool,
    /// ECH, erase characters.
    pub erase: bool,
    /// REP, repeat the last character.
    pub repeat: bool,
    /// Synchronized output (DEC private mode 2026).
    pub synchronized: bool,
    /// Blanks must have exactly their style, even what cannot be seen of it: the terminal reorders within cells
    /// of one style.
    pub exact: bool,
}

impl Abilities {
    /// What the environment and the terminal itself say, as far as it has answered.
    #[must_use]
    pub fn of(environment: &Environment, replies: &Replies) -> Self {
        let term = environment.term();
        let poor = ["ansi", "pcansi", "sun", "cons25", "cygwin"];
        let regions = !term.is_empty() && term != "dumb" && !poor.iter().any(|name| term.starts_with(name));
        Self {
            regions,
            margins: regions && replies.margins(),
            erase: regions && !["vt52", "vt100", "vt102"].iter().any(|name| term.starts_with(name)),
            repeat: replies.repeats(),
            synchronized: replies.synchronized_output(),
            exact: false,
        }
    }
}

/// Scrolls in one frame at most: the text, a list beside it, and back.
const SCROLLS: usize = 3;
/// A difference of so few bytes is sent without looking for something shorter.
const SHORT: usize = 48;

/// See the module's text.
#[derive(Debug)]
pub struct Presenter {
    depth: ColourDepth,
    abilities: Abilities,
    tables: Tables,
    shown: Grid,
    /// The screen holds something else than `shown`.
    stale: bool,
    pen: Pen,
    /// Where the cursor is, counted from 0, as far as known.
    cursor: Option<(usize, usize)>,
    /// Where a visible cursor should stand, and where one stands.
    wanted: Option<(u16, u16)>,
    visible: Option<(u16, u16)>,
}

impl Presenter {
    /// For a terminal with this many colours and nothing beyond a VT100. The first frame is drawn completely.
    pub fn new(depth: ColourDepth) -> Self {
        Self {
            depth,
            abilities: Abilities::default(),
            tables: Tables::default(),
            shown: Grid::default(),
            stale: true,
            pen: Pen::default(),
            cursor: None,
            wanted: None,
            visible: None,
        }
    }

    /// What the terminal was found to be able to do, from the next frame on.
    pub fn set_abilities(&mut self, abilities: Abilities) {
        // Grids made with and without it cannot be compared.
        self.stale |= abilities.exact != self.abilities.exact;
        self.abilities = abilities;
    }

    /// With the next frame the cursor is visible in this column and row (from 0), or not at all.
    pub fn set_cursor(&mut self, position: Option<(u16, u16)>) {
        self.wanted = position;
    }

    /// For a terminal that gets another number of colours from now on.
    pub fn set_depth(&mut self, depth: ColourDepth) {
        self.depth = depth;
    }

    /// The links that the cells of the next frames belong to; see [`links`](super::links). Where there were others before, all
    /// is drawn anew.
    pub fn set_links(&mut self, links: &Links) {
        if self.tables.links() != links {
            // Cells that were no links can stay.
            let fresh = self.tables.links().is_empty();
            if fresh {
                self.tables.set_links(links.clone());
            } else {
                (self.tables, self.stale) = (Tables::with_links(links.clone()), true);
            }
        }
    }

    /// The screen's content is unknown: the next frame clears it and is drawn completely.
    pub fn invalidate(&mut self) {
        self.stale = true;
    }

    /// The screen was entered anew, with the cursor hidden: as [`invalidate`](Self::invalidate).
    pub fn entered(&mut self) {
        self.stale = true;
        self.visible = None;
    }

    /// Appends to `out` what turns the screen into `next`; nothing if it shows that already.
    pub fn present(&mut self, next: &Buffer, out: &mut Vec<u8>) {
        if self.tables.are_full() {
            (self.tables, self.stale) = (Tables::with_links(self.tables.links().clone()), true);
        }
        let next = self.tables.grid(next, self.depth, self.abilities.exact);
        let inside = |&(x, y): &(u16, u16)| usize::from(x) < next.width && usize::from(y) < next.height;
        let wanted = self.wanted.filter(inside);
        let same_size = (self.shown.width, self.shown.height) == (next.width, next.height);
        let (bytes, pen, cursor) = if self.stale || !same_size {
            self.afresh(&next)
        } else if self.shown != next {
            self.shortest(&next)
        } else if wanted != self.visible {
            (Vec::new(), self.pen, self.cursor)
        } else {
            return;
        };
        (self.shown, self.stale, self.pen, self.cursor) = (next, false, pen, cursor);
        if self.abilities.synchronized {
            out.extend_from_slice(b"\x1b[?2026h");
        }
        if self.visible.is_some() {
            out.extend_from_slice(b"\x1b[?25l");
        }
        out.extend_from_slice(&bytes);
        // What is written behind the frame belongs to no link.
        self.pen.end_link(self.tables.links(), out);
        self.visible = wanted;
        if let Some((x, y)) = wanted {
            let (x, y) = (usize::from(x), usize::from(y));
            absolute(x, y, out);
            self.cursor = Some((x, y));
            out.extend_from_slice(b"\x1b[?25h");
        }
        if self.abilities.synchronized {
            out.extend_from_slice(b"\x1b[?2026l");
        }
    }

    fn draft(&self) -> Draft<'_> {
        Draft::new(&self.tables, self.abilities, self.pen, self.cursor)
    }

    /// Clears and draws everything.
    fn afresh(&self, next: &Grid) -> Drawn {
        let mut draft = self.draft();
        draft.clear();
        draft.difference(&Grid::blank(next.width, next.height), next, usize::MAX);
        (draft.out, draft.pen, draft.cursor)
    }

    fn shortest(&self, next: &Grid) -> Drawn {
        let plain = |limit| {
            let mut draft = self.draft();
            draft.difference(&self.shown, next, limit).then_some(draft)
        };
        // Most frames are short either way, so the long way round is left early.
        let mut best = plain(SHORT);
        if best.is_none() {
            best = self.scrolled(next);
            let limit = best.as_ref().map_or(usize::MAX, |best| best.out.len());
            best = plain(limit).or(best);
        }
        let best = best.map(|best| (best.out, best.pen, best.cursor));
        match best {
            // Every cell that is not blank takes a byte at least.
            Some(best) if best.0.len() <= next.filled() => best,
            Some(best) => Some(self.afresh(next)).filter(|afresh| afresh.0.len() < best.0.len()).unwrap_or(best),
            None => self.afresh(next),
        }
    }

    /// Scrolls as long as that makes the whole shorter.
    fn scrolled<'a>(&'a self, next: &Grid) -> Option<Draft<'a>> {
        let mut best: Option<Draft<'a>> = None;
        if !self.abilities.regions {
            return best;
        }
        let (mut screen, mut before) = (self.shown.clone(), self.draft());
        for _ in 0..SCROLLS {
            let mut shorter = None;
            for scroll in scroll::find(&screen, next, self.abilities.margins) {
                let (mut moved, mut begun) = (screen.clone(), before.clone());
                scroll.apply(&mut moved);
                begun.scroll(&scroll, &moved);
                let mut draft = begun.clone();
                let limit = best.as_ref().map_or(usize::MAX, |best| best.out.len() - 1);
                if draft.difference(&moved, next, limit) {
                    shorter = Some((draft.out.len() - begun.out.len() > SHORT, moved, begun));
                    best = Some(draft);
                }
            }
            match shorter {
                Some((true, moved, begun)) => (screen, before) = (moved, begun),
                _ => break,
            }
        }
        best
    }
}

/// Bytes, and pen and cursor after them.
type Drawn = (Vec<u8>, Pen, Option<(usize, usize)>);

#[cfg(test)]
mod tests;
