//! What the tests of the presenter share. Not every one of them needs everything.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

pub mod drive;
pub mod emulator;
