//! Finding what was scrolled, from two screens alone.
//!
//! Nobody says which part of a frame is a pane. Stretches of [`STRETCH`] columns that stand in another row than
//! before vote for a distance; for that distance the rectangle is taken in which most is gained by moving
//! (a maximum sum over columns, then rows, then columns again). It is a guess that may cost bytes, never a
//! wrong screen: the caller draws what differs afterwards, and counts.

use std::collections::HashMap;
use std::ops::Range;

use super::grid::{Grid, Slot};

/// Columns of a screen that vote together.
const STRETCH: usize = 8;
/// Less than this is not worth a scroll, in units of [`Slot::weight`].
const WORTH: i32 = 40;

/// Rows of a rectangle move up (`by` > 0) or down; blank ones come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scroll {
    pub(super) columns: Range<usize>,
    pub(super) rows: Range<usize>,
    pub(super) by: isize,
}

impl Scroll {
    /// What a terminal does to its screen.
    pub(super) fn apply(&self, screen: &mut Grid) {
        let Self { columns, rows, by } = self;
        let height = rows.len();
        for i in 0..height {
            // Away from where the rows go to, so that nothing is read after it was overwritten.
            let target = if *by > 0 { rows.start + i } else { rows.end - 1 - i };
            match target.checked_add_signed(*by).filter(|source| rows.contains(source)) {
                Some(source) => {
                    let moved = screen.row(source)[columns.clone()].to_vec();
                    screen.row_mut(target)[columns.clone()].copy_from_slice(&moved);
                }
                None => screen.row_mut(target)[columns.clone()].fill(Slot::BLANK),
            }
        }
    }
}

/// Scrolls that may bring `shown` nearer to `next`, likely ones first. Part of the width only with `margins`.
pub(super) fn find(shown: &Grid, next: &Grid, margins: bool) -> Vec<Scroll> {
    let Some(by) = distance(shown, next) else { return Vec::new() };
    let mut found: Vec<Scroll> = Vec::new();
    let all = 0..shown.width;
    let pair = Pair { shown, next, by };
    if margins && let Some(scroll) = pair.rectangle() {
        found.push(scroll);
    }
    if let Some(rows) = pair.rows(&all)
        && let Some(scroll) = pair.scroll(all, rows)
        && !found.contains(&scroll)
    {
        found.push(scroll);
    }
    found
}

/// By how many rows most of what moved has moved up.
fn distance(shown: &Grid, next: &Grid) -> Option<isize> {
    // Where a stretch stood, if it stood in one row only.
    let mut stood: HashMap<(usize, u64), Option<usize>> = HashMap::new();
    let rows = || (0..shown.height).filter(|&y| shown.row(y) != next.row(y));
    for y in rows() {
        for (at, stretch) in shown.row(y).chunks(STRETCH).enumerate() {
            if let Some(hash) = hash(stretch) {
                stood.entry((at, hash)).and_modify(|row| *row = None).or_insert(Some(y));
            }
        }
    }
    let mut votes: HashMap<isize, usize> = HashMap::new();
    for y in rows() {
        let before = shown.row(y).chunks(STRETCH);
        for (at, (stretch, before)) in next.row(y).chunks(STRETCH).zip(before).enumerate() {
            let from = hash(stretch).filter(|_| stretch != before).and_then(|hash| *stood.get(&(at, hash))?);
            if let Some(from) = from.filter(|&from| from != y) {
                *votes.entry(from.cast_signed() - y.cast_signed()).or_default() += 1;
            }
        }
    }
    // Of equals the nearer, so that the answer does not depend on the order of a hash table.
    votes.into_iter().max_by_key(|&(by, votes)| (votes, -by.abs(), by)).map(|(by, _)| by)
}

/// A number for a stretch that says where it came from; none for blanks and lines, which are everywhere.
fn hash(stretch: &[Slot]) -> Option<u64> {
    let telling = stretch.iter().filter(|slot| **slot != stretch[0] && !slot.is_space()).count();
    (telling >= 3).then(|| {
        stretch.iter().fold(0xcbf2_9ce4_8422_2325, |hash, slot| {
            (hash ^ slot.number()).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
        })
    })
}

/// Two screens and a distance between them.
struct Pair<'a> {
    shown: &'a Grid,
    next: &'a Grid,
    by: isize,
}

impl Pair<'_> {
    /// What is gained in row `y` when it comes from `by` rows below: for each of `columns`.
    fn gains(&self, y: usize, columns: &Range<usize>) -> Option<impl Iterator<Item = i32>> {
        let source = y.checked_add_signed(self.by).filter(|&source| source < self.shown.height)?;
        let (next, moved) = (&self.next.row(y)[columns.clone()], &self.shown.row(source)[columns.clone()]);
        let stays = &self.shown.row(y)[columns.clone()];
        Some(next.iter().zip(moved).zip(stays).map(|((next, moved), stays)| match (next == moved, next == stays) {
            (true, false) => next.weight(),
            (false, true) => -next.weight(),
            _ => 0,
        }))
    }

    fn columns(&self, rows: Range<usize>) -> Option<Range<usize>> {
        let all = 0..self.shown.width;
        let mut sums = vec![0; all.len()];
        for y in rows {
            for (sum, gain) in sums.iter_mut().zip(self.gains(y, &all).into_iter().flatten()) {
                *sum += gain;
            }
        }
        best(&sums)
    }

    /// Target rows.
    fn rows(&self, columns: &Range<usize>) -> Option<Range<usize>> {
        let sum = |y| self.gains(y, columns).into_iter().flatten().sum();
        best(&(0..self.shown.height).map(sum).collect::<Vec<i32>>())
    }

    fn rectangle(&self) -> Option<Scroll> {
        let columns = self.columns(0..self.shown.height)?;
        let rows = self.rows(&columns)?;
        let columns = self.columns(rows.clone())?;
        let rows = self.rows(&columns)?;
        self.scroll(columns, rows)
    }

    /// The scroll that fills these target rows; no wide cluster may be cut by its sides.
    fn scroll(&self, mut columns: Range<usize>, rows: Range<usize>) -> Option<Scroll> {
        let far = self.by.unsigned_abs();
        let rows = if self.by > 0 { rows.start..rows.end + far } else { rows.start.checked_sub(far)?..rows.end };
        let cuts = |x: usize| rows.clone().any(|y| self.shown.row(y).get(x) == Some(&Slot::TAIL));
        while columns.start > 0 && cuts(columns.start) {
            columns.start -= 1;
        }
        while columns.end < self.shown.width && cuts(columns.end) {
            columns.end += 1;
        }
        let by = self.by;
        (columns.len() >= 2 && rows.len() > far).then_some(Scroll { columns, rows, by })
    }
}

/// The stretch with the greatest sum, if that is worth anything.
fn best(gains: &[i32]) -> Option<Range<usize>> {
    let (mut best, mut range) = (WORTH - 1, None);
    let (mut sum, mut start) = (0, 0);
    for (i, gain) in gains.iter().enumerate() {
        if sum <= 0 {
            (sum, start) = (0, i);
        }
        sum += gain;
        if sum > best {
            (best, range) = (sum, Some(start..i + 1));
        }
    }
    range
}
