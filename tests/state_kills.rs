//! Killed in the middle of writing its state, a hundred times: the state is the old or the new one, never half of one.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use newsreader::reader::{Place, Remembered};
use newsreader::store::Store;

/// Times that a writer is killed.
const KILLS: usize = 100;

/// Entries of which each write changes all, so that half a write would show.
const ENTRIES: usize = 40;

fn remembered(generation: usize) -> Remembered {
    let place = Place { block: generation, byte: generation };
    Remembered { place, marks: ('a'..='z').map(|letter| (letter, place)).collect(), jumps: vec![place; ENTRIES] }
}

/// Writes as fast as it can until it is killed; as a test of its own it does nothing.
#[test]
fn writer() {
    let Ok(path) = std::env::var("STATE_KILLS") else { return };
    let store = Store::at(&path);
    // What others remember must stay as well.
    let written = store.recall(&format!("other {}", ENTRIES - 1)).unwrap().is_some();
    for article in (0..ENTRIES).filter(|_| !written) {
        store
            .remember(&format!("other {article}"), &"title ".repeat(50), &remembered(1), &Remembered::default())
            .unwrap();
    }
    for generation in 2.. {
        store.remember("k", "t", &remembered(generation), &remembered(generation - 1)).unwrap();
        store.set_terminal_setting("t", "generation", &generation.to_string()).unwrap();
        fs::write(Path::new(&path).with_extension("begun"), "").unwrap();
    }
}

struct Directory(PathBuf);

impl Drop for Directory {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn killed_a_hundred_times_while_it_writes() {
    let directory = Directory(std::env::temp_dir().join(format!("newsreader-kills-{}", std::process::id())));
    let path = directory.0.join("state.json");
    let (mut number, mut newest) = (1_u64, 1);
    for kill in 0..KILLS {
        _ = fs::remove_file(path.with_extension("begun"));
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "writer", "--nocapture"])
            .env("STATE_KILLS", &path)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let end = Instant::now() + Duration::from_secs(60);
        while !path.with_extension("begun").exists() {
            assert!(Instant::now() < end && writer.try_wait().unwrap().is_none(), "the writer does not begin");
            std::thread::yield_now();
        }
        // Anywhere in the next write or two.
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros((number >> 33) % 5_000));
        writer.kill().unwrap();
        writer.wait().unwrap();

        // The lock died with it, and what is there is whole.
        let store = Store::at(&path);
        let found = store.recall("k").unwrap().unwrap();
        assert_eq!(found, remembered(found.place.block), "kill {kill}: of one writing");
        assert!(found.place.block >= 2 && found.place.block <= 1_000_000);
        newest = newest.max(found.place.block);
        for article in 0..ENTRIES {
            let other = store.recall(&format!("other {article}")).unwrap();
            assert_eq!(other, Some(remembered(1)), "kill {kill}: what another run remembered");
        }
        let setting: usize = store.terminal_setting("t", "generation").unwrap().unwrap().parse().unwrap();
        assert!(setting >= 2);
        // At most what one writer left: the next one writes over it.
        let names: Vec<_> = fs::read_dir(&directory.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(names.len() <= 7, "kill {kill}: {names:?}");
    }
    assert!(newest > 2, "it was killed in the middle of its work");
}
