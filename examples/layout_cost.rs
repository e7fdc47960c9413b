//! What layout costs: times of the steps on texts that are long or made to be slow, as a table.
//!
//!     cargo run --release --example layout_cost [RUNS]
//!
//! Every figure is the median of RUNS (5) runs, in milliseconds. Columns: `new` makes the layout
//! (levels, break opportunities); `first` the first 50 rows; `all` finds every row; `end` the last 50
//! rows of a new layout, found by the last byte; `again` the first 50 rows from the cache; `drawn` every
//! row with its cells. `RSS` is what the process grew by, in MiB, while a layout with all rows found lived.

use std::time::{Duration, Instant};

use newsreader::layout::{Direction, Marks, Options, TextLayout};

const LETTERS: usize = 1_000_000;
const WIDTH: u16 = 80;

fn repeated(piece: &str, chars: usize) -> String {
    let times = chars / piece.chars().count();
    piece.repeat(times.max(1))
}

/// Named texts; every one is given a second time at half its length, to see what is not linear.
fn texts() -> Vec<(&'static str, String)> {
    let isolates = |count: usize| "\u{2067}".repeat(count) + "ب";
    let nested = |depth: usize| "\u{202b}a ".repeat(depth) + "ب" + &"\u{202c}".repeat(depth);
    let mut texts = Vec::new();
    for part in [2, 1] {
        let letters = LETTERS / part;
        let odd = 100_000 / part;
        texts.extend([
            ("Arabic", repeated("أكد وزير الخارجية الصيني، اليوم الثلاثاء، أن بلاده مستعدة للعمل معا. ", letters)),
            ("Arabic with marks", repeated("مُحَمَّدٌ رَسُولُ ٱللَّهِ وَالَّذِينَ مَعَهُ ", letters)),
            ("mixed", repeated("قال (WHO) إن 12.5% من COVID-19 في שלום \"الصين\" [2024/05/06] ", letters)),
            ("Latin", repeated("The quick brown fox (jumps) over the lazy dog, 12.5% of it. ", letters)),
            ("Latin, one é", repeated("The quick brown fox jumps over the lazy dog. ", letters) + "é"),
            ("Arabic, no space", "ب".repeat(letters)),
            ("Latin, no space", "a".repeat(letters)),
            ("spaces", " ".repeat(letters)),
            ("zero width spaces", "\u{200b}".repeat(letters)),
            ("brackets (", "(".repeat(odd) + "ب"),
            ("brackets ()", repeated("ب(a)", odd)),
            ("marks on one letter", "ب".to_owned() + &"\u{64e}".repeat(odd / 10)),
            ("marks, ten letters", ("ب".to_owned() + &"\u{64e}".repeat(odd / 10)).repeat(10)),
            ("isolates, never closed", isolates(odd)),
            ("isolates, closed", repeated("\u{2067}ب\u{2069}", odd)),
            ("embeddings, 200 deep", nested(200 / part)),
            ("embeddings in a row", repeated("\u{202b}a\u{202a}ب\u{202c}\u{202c}", odd)),
            ("soft hyphens", "ب\u{ad}".repeat(odd)),
            ("line feeds", "ب\n".repeat(odd)),
        ]);
    }
    texts
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// Kibibytes of the process in memory; none where /proc is not there.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.split_whitespace().next()?.parse().ok()
}

fn fifty(layout: &mut TextLayout, from: usize) {
    for index in from..from + 50 {
        std::hint::black_box(layout.row(index));
    }
}

const STEPS: usize = 6;

fn measure(text: &str) -> ([Duration; STEPS], usize, Option<u64>) {
    let before = resident();
    let direction = Direction::from_rtl(newsreader::article::script_direction(text).unwrap_or(false));
    let options = Options { width: WIDTH, marks: Marks::Drop };
    let (mut layout, new) = timed(|| TextLayout::new(text, direction, options));
    let ((), first) = timed(|| fifty(&mut layout, 0));
    let (rows, all) = timed(|| layout.row_count());
    let grown = before.zip(resident()).map(|(before, now)| now.saturating_sub(before));
    let ((), again) = timed(|| fifty(&mut layout, 0));
    let ((), drawn) = timed(|| (0..rows).for_each(|index| _ = std::hint::black_box(layout.row(index))));
    let mut jumping = TextLayout::new(text, direction, options);
    let ((), end) = timed(|| {
        let row = jumping.row_of(text.len());
        fifty(&mut jumping, row.saturating_sub(49));
    });
    ([new, first, all, end, again, drawn], rows, grown)
}

fn median<T: Ord + Copy>(mut found: Vec<T>) -> Option<T> {
    found.sort_unstable();
    found.get(found.len() / 2).copied()
}

/// Measures text `index` and prints its line.
fn print_line(index: usize, runs: usize) {
    let Some((name, text)) = texts().into_iter().nth(index) else { return };
    let found: Vec<_> = (0..runs).map(|_| measure(&text)).collect();
    let step = |at: usize| median(found.iter().map(|(steps, ..)| steps[at]).collect()).unwrap_or_default();
    let steps: String = (0..STEPS).map(|at| format!("{:>9.3}", step(at).as_secs_f64() * 1e3)).collect();
    let Some(&(_, rows, grown)) = found.first() else { return };
    let memory = grown.map_or(String::new(), |kib| format!("{:.1}", kib as f64 / 1024.0));
    println!("{name:<24}{:>9}{:>9}{rows:>8}{steps}{memory:>7}", text.chars().count(), text.len());
}

/// Every text has a process of its own, so that memory given back by one is not reused by the next.
fn main() -> std::io::Result<()> {
    let mut numbers = std::env::args().skip(1).filter_map(|number| number.parse::<usize>().ok());
    let runs = numbers.next().unwrap_or(5).max(1);
    if let Some(index) = numbers.next() {
        print_line(index, runs);
        return Ok(());
    }
    let heads = ["new", "first", "all", "end", "again", "drawn"].map(|head| format!("{head:>9}")).concat();
    println!("{:<24}{:>9}{:>9}{:>8}{heads}{:>7}", "text", "chars", "bytes", "rows", "RSS");
    for index in 0..texts().len() {
        let arguments = [runs.to_string(), index.to_string()];
        std::process::Command::new(std::env::current_exe()?).args(arguments).status()?;
    }
    Ok(())
}
