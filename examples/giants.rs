//! Articles of sizes that nobody sends in good faith: strings of a gigabyte, a million entities. Each is written to the
//! temporary folder, read by `newsreader check` and opened in a pty; printed are the outcome, the time and the memory
//! as a multiple of the file. The table of `docs/robustness.md`.
//!
//!     cargo build --release && cargo run --release --example giants [MEGABYTES [THOUSANDS [CASE]]]
//!
//! MEGABYTES is the size of the long strings (1024), THOUSANDS the number of the small things (1000), CASE a part of the
//! name of the only case to run. It needs that much disk and some four times as much memory, so it is no test.

#[allow(dead_code)]
#[path = "cost/pty.rs"]
mod pty;

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use pty::Program;

type Outcome<T> = Result<T, Box<dyn Error>>;
type Out<'a> = &'a mut dyn Write;

/// What is written, and how much of it: bytes of a string, or things.
struct Case {
    name: &'static str,
    file: &'static str,
    many: Many,
    write: fn(Out<'_>, usize) -> std::io::Result<()>,
}

#[derive(Clone, Copy, PartialEq)]
enum Many {
    Bytes,
    Things,
}

const HEAD: &str = r#"{"format":"newsreader-article/1","id":"giant","inLanguage":"ar","headline":"giant""#;

const CASES: &[Case] = &[
    Case {
        name: "one paragraph",
        file: "a.json",
        many: Many::Bytes,
        write: |out, n| inside(out, n, r#","blocks":[{"id":"a","type":"paragraph","text":""#, r#""}]}"#),
    },
    Case {
        name: "a string that never ends",
        file: "b.json",
        many: Many::Bytes,
        write: |out, n| inside(out, n, r#","blocks":[{"id":"a","type":"paragraph","text":""#, ""),
    },
    Case {
        name: "the headline",
        file: "c.json",
        many: Many::Bytes,
        write: |out, n| inside(out, n, r#","blocks":[{"id":"a","type":"headline","text":""#, r#""}]}"#),
    },
    Case {
        name: "the name of an entity",
        file: "d.json",
        many: Many::Bytes,
        write: |out, n| {
            inside(
                out,
                n,
                r#","blocks":[{"id":"a","type":"paragraph","text":"x"}],"entities":[{"id":"e","type":"PERSON","name":""#,
                r#"","mentions":[{"anchor":{"block":"a","start":0,"end":1,"exact":"x"}}]}]}"#,
            )
        },
    },
    Case {
        name: "a key",
        file: "e.json",
        many: Many::Bytes,
        write: |out, n| inside(out, n, r#",""#, r#"":1,"blocks":[{"id":"a","type":"paragraph","text":"x"}]}"#),
    },
    Case { name: "the digits of a number", file: "f.json", many: Many::Bytes, write: digits },
    Case {
        name: "brackets, opened and never closed",
        file: "g.json",
        many: Many::Bytes,
        write: |out, n| repeat(out, "[", n),
    },
    Case {
        name: "plain text without a line end",
        file: "h.txt",
        many: Many::Bytes,
        write: |out, n| repeat(out, "مرحبا ", n / 11),
    },
    Case {
        name: "HTML: bold, opened and never closed",
        file: "i.html",
        many: Many::Bytes,
        write: |out, n| {
            out.write_all(b"<html><body><p>x")?;
            repeat(out, "<b>", n / 3)
        },
    },
    Case {
        name: "HTML: empty paragraphs",
        file: "j.html",
        many: Many::Bytes,
        write: |out, n| {
            out.write_all(b"<html><body><p>x")?;
            repeat(out, "<p>", n / 3)
        },
    },
    Case {
        name: "HTML: one comment",
        file: "k.html",
        many: Many::Bytes,
        write: |out, n| {
            out.write_all(b"<html><body><p>x<!--")?;
            repeat(out, "a ", n / 2)
        },
    },
    Case {
        name: "a foreign JSON's body",
        file: "l.json",
        many: Many::Bytes,
        write: |out, n| {
            out.write_all(br#"{"title":"t","text":""#)?;
            repeat(out, "word ", n / 5)?;
            out.write_all(br#""}"#)
        },
    },
    Case { name: "entities", file: "m.json", many: Many::Things, write: entities },
    Case { name: "mentions of one entity in one paragraph", file: "n.json", many: Many::Things, write: mentions },
    Case { name: "quotations", file: "o.json", many: Many::Things, write: quotations },
    Case { name: "paragraphs", file: "p.json", many: Many::Things, write: paragraphs },
];

fn repeat(out: Out<'_>, piece: &str, times: usize) -> std::io::Result<()> {
    (0..times).try_for_each(|_| out.write_all(piece.as_bytes()))
}

/// A native article with `n` bytes of text between two pieces of JSON.
fn inside(out: Out<'_>, n: usize, before: &str, after: &str) -> std::io::Result<()> {
    write!(out, "{HEAD}{before}")?;
    repeat(out, "سلام عليكم ", n / 20)?;
    out.write_all(after.as_bytes())
}

fn digits(out: Out<'_>, n: usize) -> std::io::Result<()> {
    write!(out, r#"{HEAD},"version":"#)?;
    repeat(out, "1234567890", n / 10)?;
    write!(out, r#","blocks":[{{"id":"a","type":"paragraph","text":"x"}}]}}"#)
}

/// A list of `n` things, separated by commas.
fn list(out: Out<'_>, n: usize, mut write: impl FnMut(Out<'_>, usize) -> std::io::Result<()>) -> std::io::Result<()> {
    (0..n).try_for_each(|number| {
        out.write_all(if number == 0 { b"" } else { b"," })?;
        write(out, number)
    })
}

fn entities(out: Out<'_>, n: usize) -> std::io::Result<()> {
    write!(out, r#"{HEAD},"blocks":[{{"id":"a","type":"paragraph","text":"one word of many"}}],"entities":["#)?;
    list(out, n, |out, number| {
        write!(
            out,
            r#"{{"id":"e{number}","type":"PERSON","name":"name {number}","mentions":[{{"anchor":{{"block":"a","start":0,"end":3,"exact":"one"}}}}]}}"#
        )
    })?;
    out.write_all(b"]}")
}

fn mentions(out: Out<'_>, n: usize) -> std::io::Result<()> {
    write!(out, r#"{HEAD},"blocks":[{{"id":"a","type":"paragraph","text":""#)?;
    repeat(out, "abc ", n)?;
    write!(out, r#""}}],"entities":[{{"id":"e","type":"PERSON","name":"abc","mentions":["#)?;
    list(out, n, |out, number| {
        let start = number * 4;
        write!(out, r#"{{"anchor":{{"block":"a","start":{start},"end":{},"exact":"abc"}}}}"#, start + 3)
    })?;
    out.write_all(b"]}]}")
}

fn quotations(out: Out<'_>, n: usize) -> std::io::Result<()> {
    write!(out, r#"{HEAD},"blocks":[{{"id":"a","type":"paragraph","text":""#)?;
    repeat(out, "abc ", n)?;
    write!(out, r#""}}],"quotes":["#)?;
    list(out, n, |out, number| {
        let start = number * 4;
        let anchor = format!(r#"{{"block":"a","start":{start},"end":{},"exact":"abc"}}"#, start + 3);
        write!(out, r#"{{"id":"q{number}","kind":"direct","anchors":[{anchor}],"speakers":[{{"name":"s"}}]}}"#)
    })?;
    out.write_all(b"]}")
}

fn paragraphs(out: Out<'_>, n: usize) -> std::io::Result<()> {
    write!(out, r#"{HEAD},"blocks":["#)?;
    list(out, n, |out, number| write!(out, r#"{{"id":"b{number}","type":"paragraph","text":"x"}}"#))?;
    out.write_all(b"]}")
}

/// What became of a program: its last words, its time, the most memory it had in KiB.
struct Ran {
    said: String,
    time: Duration,
    memory: u64,
}

/// `check`: reads the whole file and says what it is.
fn check(program: &Path, file: &Path) -> Outcome<Ran> {
    // To a file, since a million warnings do not fit into a pipe.
    let says = file.with_extension("says");
    let out = File::create(&says)?;
    let began = Instant::now();
    let mut child = Command::new(program)
        .arg("check")
        .arg(file)
        .stdin(Stdio::null())
        .stderr(out.try_clone()?)
        .stdout(out)
        .spawn()?;
    let mut memory = 0;
    let code = loop {
        match child.try_wait()? {
            Some(code) => break code,
            None => memory = memory.max(pty::peak_memory_of(child.id())),
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let time = began.elapsed();
    let mut said = Vec::new();
    File::open(&says)?.take(4096).read_to_end(&mut said)?;
    let said = String::from_utf8_lossy(&said).replace(&*file.to_string_lossy(), "").replace('|', "/");
    let line = said.lines().next().unwrap_or_default().trim_start_matches([':', ' ']);
    let line: String = line.chars().take(90).collect();
    std::fs::remove_file(says)?;
    Ok(Ran { said: format!("{}: {line}", code.code().unwrap_or(-1)), time, memory })
}

/// Opened in a terminal: until the first picture or the error, then the end, the lists, and out.
fn read(program: &Path, file: &Path) -> Outcome<Ran> {
    let began = Instant::now();
    let mut started = Program::start(program, &[file.as_os_str()], (80, 24))?;
    let opened = started.until_any(&["Entities", "laying out", "newsreader: "])?;
    let time = began.elapsed();
    if opened == 2 {
        return Ok(Ran { said: "refused".into(), time, memory: started.peak_memory() });
    }
    let began = Instant::now();
    started.type_keys("?")?;
    started.until(": keys")?;
    let said = format!("first key {} ms", began.elapsed().as_millis());
    Ok(Ran { said, time, memory: started.peak_memory() })
}

fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let megabytes: usize = arguments.next().map_or(Ok(1024), |n| n.parse())?;
    let thousands: usize = arguments.next().map_or(Ok(1000), |n| n.parse())?;
    let only = arguments.next().unwrap_or_default();
    let beside = std::env::current_exe()?;
    let target = beside.parent().and_then(Path::parent).ok_or("this example stands in no target directory")?;
    let program = target.join("newsreader");
    let folder: PathBuf = std::env::temp_dir().join(format!("newsreader-giants-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    println!("| what is giant | file | `check` says | time | memory | in a terminal | first picture | memory |");
    println!("|---|---|---|---|---|---|---|---|");
    let done = CASES.iter().filter(|case| case.name.contains(&only)).try_for_each(|case| {
        let many = if case.many == Many::Bytes { megabytes << 20 } else { thousands * 1000 };
        row(&program, &folder.join(case.file), case, many)
    });
    std::fs::remove_dir_all(&folder)?;
    done
}

fn row(program: &Path, file: &Path, case: &Case, many: usize) -> Outcome<()> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(file)?);
    (case.write)(&mut out, many)?;
    out.flush()?;
    drop(out);
    let size = std::fs::metadata(file)?.len();
    let times = |kib: u64| (kib << 10) as f64 / size as f64;
    let checked = check(program, file)?;
    print!(
        "| {} | {} MB | {} | {:.1} s | {:.1} x ",
        case.name,
        size >> 20,
        checked.said,
        checked.time.as_secs_f64(),
        times(checked.memory)
    );
    match read(program, file) {
        Ok(read) => println!("| {} | {:.1} s | {:.1} x |", read.said, read.time.as_secs_f64(), times(read.memory)),
        Err(error) => println!("| **{error}** | | |"),
    }
    std::fs::remove_file(file)?;
    Ok(())
}
