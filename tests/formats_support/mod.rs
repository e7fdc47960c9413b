//! What several tests of the formats need: the schema as a judge, and articles at random.
#![allow(dead_code, clippy::unwrap_used)] // each test uses a part

pub(crate) mod articles;
pub(crate) mod schema;
