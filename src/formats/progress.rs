//! How far the opening of a file is.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// Whom to tell how far the opening of a file is; nobody by default.
#[derive(Clone, Default)]
pub struct Progress(Option<Arc<Told>>);

/// Called with how much is done of how much.
type Told = dyn Fn(usize, usize) + Send + Sync;

/// The parts of opening a file, in per cent of the time that they take: reading it, ...
pub(super) const READING: Range<usize> = 0..10;
/// ... finding the records in it, ...
pub(super) const SPLITTING: Range<usize> = 10..30;
/// ... and parsing one.
pub(super) const PARSING: Range<usize> = 30..100;

impl Progress {
    /// Tells `told` how much is done of how much, in steps of no fixed size that never go back.
    pub fn new(told: impl Fn(usize, usize) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(told)))
    }

    /// Tells that `done` of `all` bytes of a part are done.
    pub(super) fn tell(&self, part: &Range<usize>, done: usize, all: usize) {
        if let Some(told) = &self.0 {
            // In permille, so that a big file does not overflow on a small machine.
            let permille = done.min(all) as u128 * 10 * part.len() as u128 / all.max(1) as u128;
            told(part.start * 10 + usize::try_from(permille).unwrap_or(0), 1000);
        }
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Progress({})", if self.0.is_some() { "told" } else { "nobody" })
    }
}
