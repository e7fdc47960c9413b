//! What reading costs, side by side with `less` on the same text in the same run: bytes on the line, time to the
//! first full picture, memory, processor time per key. Writes the tables of `docs/performance.md`.
//!
//!     cargo build --release && cargo run --release --example cost [PROGRAM]
//!
//! PROGRAM is the binary to start; without it the one that was built beside this example. Memory is read from
//! `/proc`, so that part is for Linux. What is big (`--big MEGABYTES`) takes longer and is asked for.

#[allow(unreachable_pub)]
#[path = "../tests/present_support/drive.rs"]
mod drive;
#[path = "cost/pty.rs"]
mod pty;

use std::error::Error;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use drive::{Reader, WITH_MARGINS, WITHOUT_MARGINS, long_article};
use newsreader::article::Article;
use newsreader::reader::areas::Placement;
use newsreader::reader::{Action, Tab};
use newsreader::terminal::present::Abilities;
use pty::Program;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
/// Keys of each kind.
const KEYS: usize = 60;
/// The last word of a big article.
const LAST: &str = "FINIS";
/// Starts of each program.
const STARTS: usize = 20;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let mut arguments = std::env::args_os().skip(1).peekable();
    let big = arguments.next_if(|argument| argument == "--big").is_some();
    if big {
        let megabytes = arguments.next().and_then(|n| n.to_str()?.parse().ok()).unwrap_or(100);
        return big_files(&program(arguments.next())?, megabytes);
    }
    let program = program(arguments.next())?;
    let folder = std::env::temp_dir().join(format!("newsreader-cost-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let done = bytes(&folder).and_then(|()| start(&program, &folder)).and_then(|()| keys());
    std::fs::remove_dir_all(&folder)?;
    done
}

fn program(named: Option<std::ffi::OsString>) -> Outcome<PathBuf> {
    if let Some(path) = named {
        return Ok(path.into());
    }
    let beside = std::env::current_exe()?;
    let target = beside.parent().and_then(Path::parent).ok_or("this example stands in no target directory")?;
    Ok(target.join("newsreader"))
}

/// The text of an article as `less` gets it: one paragraph a line, blank lines between.
fn plain_text(article: &Article, folder: &Path, name: &str) -> Outcome<PathBuf> {
    let path = folder.join(name);
    let mut file = File::create(&path)?;
    for block in &article.blocks {
        writeln!(file, "{}\n", block.text)?;
    }
    Ok(path)
}

fn median<T: Ord + Copy>(mut values: Vec<T>) -> T {
    values.sort_unstable();
    values[values.len() / 2]
}

fn bytes(folder: &Path) -> Outcome<()> {
    let less = plain_text(&long_article(20), folder, "long.txt")?;
    println!("| bytes | size | one line | page | jump to the end and back | sidebar line | fresh draw |");
    println!("|---|---|---|---|---|---|---|");
    for size in SIZES {
        let mut program = Program::start("less", &["-R".as_ref(), less.as_os_str()], size)?;
        program.until("long.txt")?;
        let (line, page) = (program.mean("j", KEYS)?, program.mean(" ", 10)?);
        let jump = program.mean("Gg", 4)?;
        let first = program.first;
        println!("| less | {}x{} | {line} | {page} | {jump} | | {first} |", size.0, size.1);
    }
    let kinds = [
        ("with margins", WITH_MARGINS, Placement::Auto, false),
        ("without margins", WITHOUT_MARGINS, Placement::Auto, false),
        ("sidebar below, without margins", WITHOUT_MARGINS, Placement::Bottom, false),
        ("sidebar hidden, without margins", WITHOUT_MARGINS, Placement::Auto, true),
        ("nothing but the plain difference", Abilities::default(), Placement::Auto, false),
    ];
    for (name, abilities, placement, hidden) in kinds {
        for size in SIZES {
            let mut reader = Reader::open_with(size, abilities, placement);
            if hidden {
                reader.cost(Action::ToggleSidebar);
            }
            reader.presenter.invalidate();
            let fresh = reader.draw().len();
            let line = reader.mean([Action::Lines(1); KEYS]);
            let page = reader.mean([Action::Pages(1); 10]);
            let jump = reader.mean([[Action::Last, Action::First]; 2].concat());
            let sidebar = if hidden { String::new() } else { sidebar(&mut reader).to_string() };
            println!("| {name} | {}x{} | {line} | {page} | {jump} | {sidebar} | {fresh} |", size.0, size.1);
        }
    }
    println!();
    Ok(())
}

fn sidebar(reader: &mut Reader) -> usize {
    reader.cost(Action::ShowTab(Tab::Entities));
    let cost = reader.mean([[Action::Lines(1); 20], [Action::Lines(-1); 20]].concat());
    reader.cost(Action::Close);
    cost
}

fn start(program: &Path, folder: &Path) -> Outcome<()> {
    let text = plain_text(&long_article(1), folder, "article.txt")?;
    let (mut ours, mut less) = (Vec::new(), Vec::new());
    // In turns, so that both meet the same load of the machine.
    for _ in 0..STARTS {
        for (command, argument, mark, list) in
            [(program.as_os_str(), None, "q quit", &mut ours), ("less".as_ref(), Some(&text), "article.txt", &mut less)]
        {
            let arguments: Vec<_> = argument.iter().map(|path| path.as_os_str()).collect();
            let began = Instant::now();
            let mut started = Program::start(command, &arguments, (80, 24))?;
            started.until(mark)?;
            list.push((began.elapsed(), started.peak_memory()));
        }
    }
    println!("| start at 80x24, median of {STARTS} | first full picture | peak memory |");
    println!("|---|---|---|");
    for (name, list) in [("less", less), ("newsreader", ours)] {
        let time = median(list.iter().map(|(time, _)| *time).collect());
        let memory = median(list.iter().map(|(_, memory)| *memory).collect());
        println!("| {name} | {:.1} ms | {:.1} MB |", time.as_secs_f64() * 1e3, memory as f64 / 1024.0);
    }
    println!();
    Ok(())
}

fn keys() -> Outcome<()> {
    println!("| processor time per key at 200x60 | median | slowest of {KEYS} |");
    println!("|---|---|---|");
    for (name, action) in [
        ("one line", Action::Lines(1)),
        ("page", Action::Pages(1)),
        ("back and forth through the places of an entity", Action::NextPlace(1)),
    ] {
        let mut reader = Reader::open((200, 60), WITH_MARGINS);
        if action == Action::NextPlace(1) {
            for action in [Action::ShowTab(Tab::Entities), Action::Lines(1), Action::Jump] {
                reader.cost(action);
            }
        }
        let times: Vec<Duration> = (0..KEYS)
            .map(|_| {
                let began = Instant::now();
                reader.cost(action);
                began.elapsed()
            })
            .collect();
        let most = times.iter().max().copied().unwrap_or_default();
        println!("| {name} | {:.2} ms | {:.2} ms |", median(times).as_secs_f64() * 1e3, most.as_secs_f64() * 1e3);
    }
    println!();
    Ok(())
}

/// An article of this size, and one of a million paragraphs: parsing alone, first picture, jump to the end, search, memory.
fn big_files(program: &Path, megabytes: usize) -> Outcome<()> {
    let folder = std::env::temp_dir().join(format!("newsreader-cost-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let done = measure_big(program, megabytes, &folder);
    std::fs::remove_dir_all(&folder)?;
    done
}

fn measure_big(program: &Path, megabytes: usize, folder: &Path) -> Outcome<()> {
    let article = long_article(1);
    let seed: Vec<&str> = article.blocks.iter().map(|block| &*block.text).filter(|text| !text.is_empty()).collect();
    let bytes: usize = seed.iter().map(|text| text.len()).sum();
    let paragraphs = (megabytes << 20) / (bytes / seed.len() + 40);
    println!(
        "| paragraphs | file | parsing alone | first picture | a key at once | to the end | a letter of a search | peak memory |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let kinds =
        [("as news are", paragraphs, usize::MAX, 1), ("short", 1_000_000, 40, 1), ("one paragraph", 1, usize::MAX, 0)];
    for (name, count, most, times) in kinds {
        let path = folder.join("big.json");
        let whole = seed.join(" ");
        match times {
            0 => write_big(&path, &[&whole.repeat((megabytes << 20) / whole.len())], count, most)?,
            _ => write_big(&path, &seed, count, most)?,
        }
        let size = std::fs::metadata(&path)?.len();
        // Three times: the first is slower, since the process gets its memory from the system then.
        let mut parsed = Vec::new();
        for _ in 0..3 {
            let began = Instant::now();
            let opened = newsreader::formats::open_path(&path).map_err(|error| error.to_string())?;
            parsed.push(began.elapsed());
            drop(opened);
        }
        let parsed = median(parsed);
        let began = Instant::now();
        let mut started = Program::start(program, &[path.as_os_str()], (80, 24))?;
        started.until(if times == 0 { "laying out" } else { "? help" })?;
        let first = began.elapsed();
        let mut key = |keys: &str, mark: &str| -> Outcome<f64> {
            let began = Instant::now();
            started.type_keys(keys)?;
            started.until(mark)?;
            Ok(began.elapsed().as_secs_f64() * 1e3)
        };
        // `?` shows the help, whose first line is drawn in one frame with the rest.
        let (at_once, end) = (key("?", ": keys")?, key("?G", LAST)?);
        // A letter begins a search of the whole article.
        key("g/", "Enter keeps")?;
        let letter = key("q", " so far")?;
        println!(
            "| {name}: {count} | {} MB | {:.2} s | {:.2} s | {at_once:.0} ms | {end:.0} ms | {letter:.0} ms | {} MB, {:.1} times the file |",
            size >> 20,
            parsed.as_secs_f64(),
            first.as_secs_f64(),
            started.peak_memory() >> 10,
            (started.peak_memory() << 10) as f64 / size as f64,
        );
    }
    Ok(())
}

fn write_big(path: &Path, seed: &[&str], count: usize, most: usize) -> Outcome<()> {
    let mut file = std::io::BufWriter::new(File::create(path)?);
    write!(file, r#"{{"format":"newsreader-article/1","id":"big","inLanguage":"ar","blocks":["#)?;
    for (number, text) in (0..count).zip(seed.iter().cycle()) {
        let text: String = text.chars().take(most).collect();
        let comma = if number == 0 { "" } else { "," };
        let text = if number + 1 == count { format!("{text} {LAST}") } else { text };
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        writeln!(file, r#"{comma}{{"id":"b{number}","type":"paragraph","text":"{text}"}}"#)?;
    }
    writeln!(file, "]}}")?;
    Ok(file.flush()?)
}
