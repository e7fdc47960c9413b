//! Who speaks, construction by construction, language by language; the names are given.
#![allow(clippy::unwrap_used)]

mod arabic;
#[path = "../extraction_support/count.rs"]
mod count;
mod hebrew;
mod persian;
#[path = "../extraction_support/said.rs"]
mod said;
#[allow(dead_code)] // the scores of whole articles are for other tests
#[path = "../extraction_support/quotes.rs"]
mod scoring;
mod urdu;
