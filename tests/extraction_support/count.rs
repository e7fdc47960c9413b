//! What was found, counted against a gold.

/// Right ones, those of the gold, those given.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Count {
    pub(crate) right: usize,
    pub(crate) gold: usize,
    pub(crate) given: usize,
}

impl Count {
    /// Harmonic mean of precision and recall, from 0 to 1; 1 where nothing was to be found and nothing was.
    pub(crate) fn f1(self) -> f64 {
        if self.gold + self.given == 0 { 1.0 } else { 2.0 * self.right as f64 / (self.gold + self.given) as f64 }
    }

    pub(crate) fn add(&mut self, other: Self) {
        *self = Self { right: self.right + other.right, gold: self.gold + other.gold, given: self.given + other.given };
    }
}
