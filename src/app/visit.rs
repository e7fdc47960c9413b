//! One visit to an article: it begins where the last one ended.

use crate::reader::{Remembered, State};
use crate::store::{Store, StoreError, key_of};

use super::told;

/// What was known of the article when it was opened, and where to remember more.
#[derive(Debug)]
pub(super) struct Visit {
    store: Store,
    key: String,
    known: Remembered,
}

impl Visit {
    /// Shows the article as it was left. What cannot be recalled is said.
    pub(super) fn begin(state: &mut State, store: &Store) -> Self {
        let key = key_of(state.article());
        let known = match store.recall(&key) {
            Ok(Some(known)) => {
                state.recall(&known);
                known
            }
            Ok(None) => Remembered::default(),
            Err(error) => {
                state.tell(told(&error, state.tongue()));
                Remembered::default()
            }
        };
        Self { store: store.clone(), key, known }
    }

    /// Remembers how this article is left, lets `turn` put another one into `state`, and begins that one's visit. `turn` tells
    /// whether it is one that was not read before in this run; others are as they were left.
    pub(super) fn leave_for(&mut self, state: &mut State, turn: impl FnOnce(&mut State) -> bool) {
        let outcome = self.end(state);
        let store = self.store.clone();
        *self = if turn(state) { Self::begin(state, &store) } else { Self::resume(state, &store) };
        if let Err(error) = outcome {
            state.tell(told(&error, state.tongue()));
        }
    }

    /// Goes on with an article that is as it was left.
    fn resume(state: &State, store: &Store) -> Self {
        let key = key_of(state.article());
        let known = store.recall(&key).ok().flatten().unwrap_or_default();
        Self { store: store.clone(), key, known }
    }

    /// Remembers how the article is left.
    ///
    /// # Errors
    /// Those of the store. An article that was only opened is not worth one: then there is nothing to remember.
    pub(super) fn end(&self, state: &mut State) -> Result<(), StoreError> {
        let now = state.remembered();
        if now == self.known {
            return Ok(());
        }
        let title = state.article().headline.clone().unwrap_or_default();
        match self.store.remember(&self.key, &title, &now, &self.known) {
            // Who has no home has nothing to lose.
            Err(StoreError::NoPlace) => Ok(()),
            outcome => outcome,
        }
    }
}
