//! The files that this program keeps for itself: somebody else may have written anything into them.

use std::path::Path;

use newsreader::config;
use newsreader::layout::is_bidi_control;
use newsreader::reader::{Place, Remembered};
use newsreader::store::Store;

use super::Input;

/// A configuration, or what the store finds in its files.
pub(crate) fn check(data: &[u8]) {
    let mut input = Input(data);
    match input.byte() {
        0 => stored(input.rest()),
        _ => configured(&String::from_utf8_lossy(input.rest())),
    }
}

fn configured(text: &str) {
    let (_, problems) = config::parse(text, Path::new("x\u{1b}[31m/c.toml"));
    for problem in problems {
        let bad = |c: char| c.is_control() || is_bidi_control(c);
        assert!(!problem.to_string().contains(bad), "{:?}", problem.to_string());
        assert!(!problem.brief().contains(bad), "{:?}", problem.brief());
    }
}

/// What is there is understood, or is told and left alone; and what is remembered is recalled.
fn stored(bytes: &[u8]) {
    let directory = std::env::temp_dir().join(format!("newsreader-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    let store = Store::at(directory.join("state.json"));
    for name in ["state.json", "articles.json"] {
        std::fs::write(directory.join(name), bytes).unwrap();
    }
    let clean = |error: &dyn std::fmt::Display| {
        let text = error.to_string();
        assert!(!text.contains(|c: char| c.is_control() || is_bidi_control(c)), "{text:?}");
    };
    if let Err(error) = store.recall("id:x") {
        clean(&error);
    }
    if let Err(error) = store.terminal_setting("kitty", "bidi") {
        clean(&error);
    }
    let place = Place { block: 3, byte: 7 };
    let remembered = Remembered { place, marks: [('a', place)].into(), jumps: vec![place] };
    let known = store.recall("id:x").ok().flatten().unwrap_or_default();
    match store.remember("id:x", "t", &remembered, &known) {
        Ok(()) => assert_eq!(store.recall("id:x").unwrap().unwrap().place, place),
        Err(error) => {
            clean(&error);
            assert_eq!(std::fs::read(directory.join("articles.json")).unwrap(), bytes, "left alone");
        }
    }
    if let Err(error) = store.set_terminal_setting("kitty", "bidi", "words") {
        clean(&error);
        assert_eq!(std::fs::read(directory.join("state.json")).unwrap(), bytes, "left alone");
    }
}
