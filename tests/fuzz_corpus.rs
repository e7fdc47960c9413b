//! What the fuzzer starts from and every case that it ever found, as ordinary tests: each file below `fuzz/seeds/TARGET` goes
//! through the check of that target.
#![allow(clippy::unwrap_used)]

mod fuzz_support;

use std::path::Path;

/// The seeds of one target; few without which a target is not worth running.
fn replay(target: &str, check: fn(&[u8])) {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    if !fuzz.is_dir() {
        // The published package comes without it.
        eprintln!("skipped: there is no {}", fuzz.display());
        return;
    }
    let seeds = std::fs::read_dir(fuzz.join("seeds").join(target)).unwrap();
    let mut paths: Vec<_> = seeds.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 3, "{target} has {} seeds", paths.len());
    for path in paths {
        // Said when the check fails: the test's output is shown then.
        println!("{}", path.display());
        check(&std::fs::read(&path).unwrap());
    }
    check(&[]);
}

macro_rules! replay {
    ($($target:ident)+) => {
        $(
            #[test]
            fn $target() {
                replay(stringify!($target), fuzz_support::$target::check);
            }
        )+
    };
}

replay!(extract formats html layout present replies settings state);
