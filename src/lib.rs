//! newsreader: a terminal reader for structured news articles that reads right.
//!
//! The rooms stand in the order in which the data passes through them, and import only what
//! stands above them. `docs/architecture.md` has the plan of the house.

pub mod article;
pub mod formats;
pub mod layout;
pub mod terminal;
