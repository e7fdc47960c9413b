//! The `newsreader` program: settings, open, hand over.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use newsreader::app;
use newsreader::cli::{Arguments, Bidi, Color, Command};
use newsreader::formats::{self, OpenError, Opened};
use newsreader::layout::Marks;
use newsreader::print::{self, Order};
use newsreader::reader::areas::MEASURE;
use newsreader::terminal::strategy::decide;
use newsreader::terminal::{ColourDepth, Environment, Options, probe::Replies};

/// A problem in the input, or in reaching the terminal.
const PROBLEM: u8 = 1;

/// What went wrong, for a person to read.
enum Failure {
    Open(OpenError),
    Terminal(io::Error),
    Output(io::Error),
}

fn main() -> ExitCode {
    // Wrong usage ends here, with exit code 2.
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        // Who closed the pipe has read enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let message = match failure {
                Failure::Open(error) => error.to_string(),
                Failure::Terminal(error) => {
                    format!("no terminal to read on: {error}; --print writes the article instead")
                }
                Failure::Output(error) => format!("standard output: {error}"),
            };
            _ = writeln!(io::stderr(), "newsreader: {message}");
            ExitCode::from(PROBLEM)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    if let Some(Command::Doctor) = arguments.command {
        let report = app::examine(terminal_options(arguments)).map_err(Failure::Terminal)?;
        let mut out = io::stdout().lock();
        return report.iter().try_for_each(|line| writeln!(out, "{line}")).map_err(Failure::Output);
    }
    let opened = open(arguments.file.as_deref()).map_err(Failure::Open)?;
    if arguments.print || !io::stdout().is_terminal() {
        for warning in &opened.warnings {
            _ = writeln!(io::stderr(), "newsreader: {warning}");
        }
        return print_article(arguments, opened);
    }
    let message = match opened.warnings.as_slice() {
        [] => None,
        [one] => Some(one.to_string()),
        [first, rest @ ..] => Some(format!("{} problems, the first: {first}", rest.len() + 1)),
    };
    let run = app::Run {
        terminal: terminal_options(arguments),
        marks: arguments.marks.map_or(Marks::Drop, |choice| choice.marks()),
        measure: arguments.width.unwrap_or(MEASURE),
        message,
    };
    app::read(opened.article, run).map_err(Failure::Terminal)
}

/// The file; standard input for `-` or when something is piped in; else the bundled article.
fn open(file: Option<&Path>) -> Result<Opened, OpenError> {
    match file {
        Some(path) if path == Path::new("-") => formats::read_from(io::stdin().lock(), "standard input"),
        Some(path) => formats::open_path(path),
        None if is_piped() => formats::read_from(io::stdin().lock(), "standard input"),
        None => formats::open_bundled(),
    }
}

/// Whether standard input is a pipe or a file. Neither a terminal nor `/dev/null` nor a closed input
/// is something to read.
fn is_piped() -> bool {
    use rustix::fs::FileType;
    rustix::fs::fstat(io::stdin()).is_ok_and(|stat| {
        matches!(FileType::from_raw_mode(stat.st_mode), FileType::Fifo | FileType::RegularFile | FileType::Socket)
    })
}

fn print_article(arguments: &Arguments, opened: Opened) -> Result<(), Failure> {
    let on_terminal = io::stdout().is_terminal();
    let environment = Environment::of_process();
    let order = match arguments.bidi {
        Bidi::Logical => Order::Logical,
        Bidi::Auto if !on_terminal => Order::Logical,
        // A print is no session: nothing may be switched off in the terminal, so one that would have to be
        // switched off is left to reorder by itself.
        Bidi::Auto => match decide(&environment, &Replies::default(), None) {
            decision if reorders(&decision.enter) => Order::Logical,
            decision => Order::Cells(decision.mode),
        },
        chosen => Order::Cells(chosen.mode().unwrap_or_default()),
    };
    let columns = || crossterm::terminal::size().map_or(MEASURE, |(columns, _)| columns.max(1));
    let width = arguments.width.unwrap_or_else(|| if on_terminal { columns().min(MEASURE) } else { MEASURE });
    let kept = if order == Order::Logical { Marks::Keep } else { Marks::Drop };
    let settings = print::Settings {
        width,
        order,
        marks: arguments.marks.map_or(kept, |choice| choice.marks()),
        colours: match arguments.color {
            Color::Never => None,
            Color::Auto if !on_terminal || environment.has("NO_COLOR") => None,
            Color::Auto => Some(ColourDepth::of(&environment)),
            Color::Always => Some(ColourDepth::of(&environment).max(ColourDepth::Ansi16)),
        },
    };
    print::print(opened.article, settings, &mut io::stdout().lock()).map_err(Failure::Output)
}

/// Whether what is sent on entering stops a terminal that is known to reorder. `CSI 8 l` is also sent
/// blind to terminals that are not known.
fn reorders(enter: &[u8]) -> bool {
    let known = ["VTE_VERSION", "KONSOLE_VERSION", "MLTERM"];
    !enter.is_empty() && known.iter().any(|name| std::env::var_os(name).is_some())
}

fn terminal_options(arguments: &Arguments) -> Options {
    let depth = match arguments.color {
        Color::Auto => None,
        Color::Always => Some(ColourDepth::of(&Environment::of_process()).max(ColourDepth::Ansi16)),
        Color::Never => Some(ColourDepth::None),
    };
    Options { mode: arguments.bidi.mode(), depth, ..Options::default() }
}
