//! The walk of `docs/walk.md` with the real binary in a pty: every key is named on the screen before it is pressed.
#![allow(clippy::unwrap_used)]

mod pty_support;

use pty_support::{Home, Terminal};

/// The lines of the table: what is on the screen, what is pressed, what is on the screen then.
fn steps() -> Vec<[String; 3]> {
    let text = include_str!("../docs/walk.md");
    let rows = text.lines().filter(|line| line.starts_with("| ")).skip(1);
    let cells = |row: &str| -> [String; 3] {
        let cells: Vec<String> = row.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect();
        cells.try_into().unwrap()
    };
    rows.map(cells).collect()
}

fn quoted(cell: &str) -> Option<&str> {
    cell.strip_prefix('`')?.strip_suffix('`')
}

fn sent(key: &str) -> &str {
    match key {
        "Enter" => "\r",
        "Tab" => "\t",
        "Esc" => "\x1b",
        letter => {
            assert_eq!(letter.chars().count(), 1, "{letter}");
            letter
        }
    }
}

#[test]
fn whoever_has_never_seen_it_finds_every_key_on_the_screen() {
    let steps = steps();
    assert!(steps.len() > 10, "the table is read");
    let home = Home::new("walk");
    let mut terminal = Terminal::reader(&home, &["--bidi", "visual"]);
    for (number, [shown, press, then]) in steps.iter().enumerate() {
        let shown = quoted(shown).unwrap();
        terminal.wait_for(shown);
        match quoted(press) {
            Some(key) => {
                let named = shown.split([' ', ',']).any(|word| word == key);
                assert!(named, "step {number}: {shown:?} does not name {key:?}");
                terminal.send(sent(key));
            }
            None => terminal.send(press),
        }
        match quoted(then) {
            // After Esc a terminal waits whether more follows; the next key would be Alt and it.
            Some(then) => terminal.wait_until(then, |screen| {
                screen.contains(then) && !(press == "`Esc`" && screen.contains("Esc closes"))
            }),
            None => return terminal.end(),
        }
    }
    panic!("the walk ends in the shell");
}
