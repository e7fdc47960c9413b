//! The `newsreader` program.

fn main() {}
