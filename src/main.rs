//! The `newsreader` program: settings, open, hand over.

use std::env;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::{CommandFactory, Parser};
use newsreader::app::{self, work};
use newsreader::choice::BidiChoice;
use newsreader::cli::{Arguments, Bidi, Color, Command, ConfigArguments, Mouse, Sidebar};
use newsreader::commands::{self, CommandError};
use newsreader::config;
use newsreader::desk;
use newsreader::formats::{Annotations, OpenError, Opened, Progress, set_most_unpacked, visible, visible_path};
use newsreader::layout::{Justify, Marks};
use newsreader::manual;
use newsreader::palette::{Palette, Theme};
use newsreader::print::{self, Order};
use newsreader::reader::areas::MEASURE;
use newsreader::reader::keys::Keymap;
use newsreader::shelf::{Found, Shelf, Source};

use newsreader::store::Store;
use newsreader::terminal::probe::Replies;
use newsreader::terminal::strategy::{Unswitched, unswitched};
use newsreader::terminal::{ColourDepth, Environment, Mode, Options, Paper, doctor};
use newsreader::tongue::Tongue;

/// A problem in the input, or in reaching the terminal.
const PROBLEM: u8 = 1;
/// Wrong usage, as clap has it.
const USAGE: u8 = 2;

/// How long `--print` waits for a terminal to say what it is; there and back over a slow line.
const PATIENCE: Duration = Duration::from_millis(500);

/// What went wrong, for a person to read.
enum Failure {
    Open(OpenError),
    Terminal(io::Error),
    Config(PathBuf, io::Error),
    Output(io::Error),
    Write(CommandError),
    /// It has been told already.
    Told,
}

impl From<CommandError> for Failure {
    fn from(error: CommandError) -> Self {
        match error {
            CommandError::Open(error) => Self::Open(error),
            CommandError::Output(error) => Self::Output(error),
            other => Self::Write(other),
        }
    }
}

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(tell_panic));
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => {
            // It repeats arguments, which may be names of files from anywhere.
            _ = writeln!(io::stderr(), "{}", visible_lines(&error.render().to_string()));
            return ExitCode::from(USAGE);
        }
        Err(help) => help.exit(),
    };
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        // Who closed the pipe has read enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let code = if matches!(failure, Failure::Config(..)) { USAGE } else { PROBLEM };
            let message = match failure {
                Failure::Config(path, error) => format!("configuration {}: {error}", visible_path(&path)),
                Failure::Open(error) => error.to_string(),
                Failure::Terminal(error) => tongue(&arguments).no_terminal(&error.to_string()),
                Failure::Output(error) => format!("standard output: {error}"),
                Failure::Write(error) => error.to_string(),
                Failure::Told => return ExitCode::from(PROBLEM),
            };
            _ = writeln!(io::stderr(), "newsreader: {message}");
            ExitCode::from(code)
        }
    }
}

/// Text of several lines with every control and invisible character in them escaped.
fn visible_lines(text: &str) -> String {
    text.trim_end().lines().map(visible).collect::<Vec<_>>().join("\n")
}

/// A fault of this program, for who is to mend it. Some messages quote the article: it must not act on the terminal.
fn tell_panic(info: &std::panic::PanicHookInfo<'_>) {
    let trace = std::backtrace::Backtrace::capture();
    let trace = match trace.status() {
        std::backtrace::BacktraceStatus::Captured => trace.to_string(),
        _ => String::new(),
    };
    _ = writeln!(io::stderr(), "newsreader: a fault of the program: {}\n{trace}", visible_lines(&info.to_string()));
}

/// The language of the interface as far as it is known without the configuration.
fn tongue(arguments: &Arguments) -> Tongue {
    arguments.lang.unwrap_or_else(|| Tongue::of_locale(|name| env::var(name).ok()))
}

fn run(arguments: &Arguments) -> Result<(), Failure> {
    let unpack = |mebibytes: u64| set_most_unpacked(mebibytes.saturating_mul(1 << 20));
    arguments.max_unpacked.into_iter().for_each(unpack);
    match &arguments.command {
        Some(Command::Check(check)) => {
            let all = commands::check(check, io::stdout().lock())?;
            return if all { Ok(()) } else { Err(Failure::Told) };
        }
        Some(Command::Extract(extract)) => {
            let warn = |words| _ = writeln!(io::stderr(), "newsreader: {words}");
            return Ok(commands::extract(extract, io::stdout().lock(), warn)?);
        }
        Some(Command::Completions { shell }) => {
            // Into memory: the generator knows no error, a pipe does.
            let mut text = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "newsreader", &mut text);
            return io::stdout().write_all(&text).map_err(Failure::Output);
        }
        Some(Command::Man) => {
            let mut text = Vec::new();
            manual::write(&mut text).map_err(Failure::Output)?;
            return io::stdout().write_all(&text).map_err(Failure::Output);
        }
        Some(Command::Config(asked)) => return configuration(asked, arguments),
        Some(Command::Doctor) | None => {}
    }
    let (settings, mut warnings) = Settings::of(arguments)?;
    settings.max_unpacked.into_iter().for_each(unpack);
    if let Some(Command::Doctor) = arguments.command {
        return diagnose(&settings, &warnings);
    }
    let annotations = arguments.annotations.as_deref().map(Annotations::open_path).transpose();
    let mut shelf = Shelf::new(Source::all(&arguments.files), annotations.map_err(Failure::Open)?);
    if arguments.print || !io::stdout().is_terminal() {
        let found = first(&mut shelf, &mut warnings)?;
        for warning in &warnings {
            _ = writeln!(io::stderr(), "newsreader: {warning}");
        }
        return print_article(&settings, found.opened);
    }
    let mouse = settings.mouse.is_on(Environment::of_process().is_remote());
    let run = app::Run {
        terminal: Options { mouse, ..settings.terminal() },
        store: settings.bidi.store.clone(),
        bidi: settings.bidi,
        extract: !settings.no_extract,
        marks: settings.marks.unwrap_or(Marks::Drop),
        measure: settings.width.unwrap_or(MEASURE),
        sidebar: settings.sidebar.placement(),
        theme: settings.theme,
        justify: settings.justify,
        keymap: settings.keymap.clone(),
        tongue: settings.tongue,
        message: None,
    };
    let tongue = settings.tongue;
    if let Some(what) = arguments.files.first().and_then(|path| takes_long(path, tongue)) {
        let open = move |progress: &work::Progress| {
            let progress = progress.clone();
            shelf.tell(Progress::new(move |done, all| _ = progress.report(done, all)));
            let found = first(&mut shelf, &mut warnings)?;
            shelf.tell(Progress::default());
            Ok((shelf, found, desk::summary(&warnings, tongue)))
        };
        return app::open_and_read(&what, open, run).map_err(Failure::Terminal)?;
    }
    let found = first(&mut shelf, &mut warnings)?;
    app::read(shelf, found, app::Run { message: desk::summary(&warnings, tongue), ..run }).map_err(Failure::Terminal)
}

/// The first article of the shelf; what is wrong with it and those before it joins the warnings.
fn first(shelf: &mut Shelf, warnings: &mut Vec<String>) -> Result<Found, Failure> {
    let found = shelf.first().map_err(|error| error.map_or(Failure::Told, Failure::Open))?;
    warnings.extend(found.passed.iter().map(ToString::to_string));
    warnings.extend(found.opened.warnings.iter().map(ToString::to_string));
    Ok(found)
}

/// What to say while a file is opened that takes so long that somebody would wonder; none for others.
fn takes_long(path: &Path, tongue: Tongue) -> Option<String> {
    /// Opened in about a tenth of a second.
    const LONG: u64 = 4 << 20;
    let bytes = fs::metadata(path).ok()?.len();
    let megabytes = usize::try_from(bytes >> 20).unwrap_or(usize::MAX);
    (bytes >= LONG).then(|| tongue.opening(&visible_path(path), megabytes))
}

/// What was asked for: by a flag, else in the configuration.
struct Settings {
    bidi: BidiChoice,
    marks: Option<Marks>,
    color: Color,
    width: Option<u16>,
    sidebar: Sidebar,
    theme: Theme,
    justify: Justify,
    mouse: Mouse,
    no_extract: bool,
    keymap: Arc<Keymap>,
    tongue: Tongue,
    max_unpacked: Option<u64>,
}

impl Settings {
    /// With what is wrong in the configuration. A file that was named must be there.
    fn of(arguments: &Arguments) -> Result<(Self, Vec<String>), Failure> {
        let path = arguments.config.clone().or_else(config::default_path);
        let mut warnings = Vec::new();
        let text = match path.as_deref().map(fs::read_to_string) {
            Some(Ok(text)) => text,
            Some(Err(error)) if arguments.config.is_some() => {
                return Err(Failure::Config(path.unwrap_or_default(), error));
            }
            Some(Err(error)) if error.kind() != io::ErrorKind::NotFound => {
                warnings.push(format!("{}: {error}", visible_path(path.as_deref().unwrap_or(Path::new("")))));
                String::new()
            }
            _ => String::new(),
        };
        let (config, problems) = config::parse(&text, path.as_deref().unwrap_or(Path::new("")));
        let on_screen = !arguments.print && arguments.command.is_none() && io::stdout().is_terminal();
        warnings.extend(problems.iter().map(|one| if on_screen { one.brief() } else { one.to_string() }));
        let bidi = BidiChoice { flag: arguments.bidi, config: config.bidi, store: Store::of_user() };
        let settings = Self {
            bidi,
            marks: arguments.marks.or(config.marks).map(|choice| choice.marks()),
            color: arguments.color.or(config.color).unwrap_or(Color::Auto),
            width: arguments.width.or(config.width),
            sidebar: arguments.sidebar.or(config.sidebar).unwrap_or_default(),
            justify: if arguments.justify || config.justify.unwrap_or(false) { Justify::Both } else { Justify::Start },
            theme: arguments.theme.or(config.theme).map_or(Theme::Auto, |choice| choice.theme()),
            mouse: arguments.mouse.or(config.mouse).unwrap_or_default(),
            no_extract: arguments.no_extract || config.no_extract.unwrap_or_default(),
            keymap: Arc::new(config.keymap),
            tongue: arguments.lang.or(config.lang.flatten()).unwrap_or_else(|| tongue(arguments)),
            max_unpacked: arguments.max_unpacked.or(config.max_unpacked.flatten()),
        };
        Ok((settings, warnings))
    }

    /// The mode is chosen when the terminal is known.
    fn terminal(&self) -> Options {
        let depth = match self.color {
            Color::Auto => None,
            Color::Always => Some(ColourDepth::of(&Environment::of_process()).max(ColourDepth::Ansi16)),
            Color::Never => Some(ColourDepth::None),
        };
        Options { depth, ..Options::default() }
    }
}

/// `newsreader config`.
fn configuration(asked: &ConfigArguments, arguments: &Arguments) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    if asked.default {
        return out.write_all(config::commented().as_bytes()).map_err(Failure::Output);
    }
    let Some(path) = arguments.config.clone().or_else(config::default_path) else {
        _ = writeln!(io::stderr(), "newsreader: neither XDG_CONFIG_HOME nor HOME says where the configuration is");
        return Err(Failure::Told);
    };
    writeln!(out, "{}", path.display()).map_err(Failure::Output)
}

/// On a terminal with rows to check by eye, else the report alone.
fn diagnose(settings: &Settings, warnings: &[String]) -> Result<(), Failure> {
    let report = if io::stdout().is_terminal() {
        app::examine(settings.terminal(), &settings.bidi, settings.tongue).map_err(Failure::Terminal)?
    } else {
        app::report(settings.terminal(), &settings.bidi)
    };
    let mut out = io::stdout().lock();
    warnings.iter().chain(&report).try_for_each(|line| writeln!(out, "{line}")).map_err(Failure::Output)
}

fn print_article(settings: &Settings, opened: Opened) -> Result<(), Failure> {
    let on_terminal = io::stdout().is_terminal();
    let environment = Environment::of_process();
    let (order, replies) = order(settings, &environment, on_terminal);
    let columns = || crossterm::terminal::size().map_or(MEASURE, |(columns, _)| columns.max(1));
    let width = settings.width.unwrap_or_else(|| if on_terminal { columns().min(MEASURE) } else { MEASURE });
    let kept = if order == Order::Logical { Marks::Keep } else { Marks::Drop };
    let colours = match settings.color {
        Color::Never => None,
        Color::Auto if !on_terminal || environment.has("NO_COLOR") => None,
        Color::Auto => Some(ColourDepth::of(&environment)),
        Color::Always => Some(ColourDepth::of(&environment).max(ColourDepth::Ansi16)),
    };
    let paper = Paper::of(&environment, &replies, colours.unwrap_or(ColourDepth::None));
    let settings = print::Settings {
        width,
        order,
        marks: settings.marks.unwrap_or(kept),
        colours: colours.map(|depth| (depth, Palette::of(settings.theme, paper))),
        justify: settings.justify,
    };
    print::print(opened.article, settings, &mut io::stdout().lock()).map_err(Failure::Output)
}

/// The order of a print, and what the terminal said if it was asked. What the key `B` or the configuration chose is for terminals: a pipe gets real text unless
/// a flag says otherwise.
fn order(settings: &Settings, environment: &Environment, on_terminal: bool) -> (Order, Replies) {
    let cells = |mode: Mode| Order::Cells { mode, mirrors: true };
    let unasked = |order| (order, Replies::default());
    match settings.bidi.flag {
        Some(Bidi::Logical) => return unasked(Order::Logical),
        Some(Bidi::Auto) | None if !on_terminal => return unasked(Order::Logical),
        Some(Bidi::Auto) | None => {}
        Some(chosen) => return unasked(cells(chosen.mode().unwrap_or_default())),
    }
    // A print is no session: nothing may be switched off in the terminal.
    let replies = doctor::ask_in_foreground(PATIENCE);
    let (chosen, ..) = settings.bidi.of(&doctor::short_name(environment, &replies));
    let order = match (unswitched(environment, &replies), chosen.mode()) {
        (_, Some(mode @ (Mode::Words | Mode::Colours))) => cells(mode),
        (Unswitched::Cells { mode: Mode::Words | Mode::Colours, .. }, Some(Mode::Visual)) => cells(Mode::Visual),
        (Unswitched::Cells { mirrors, .. }, Some(Mode::Logical)) => Order::Cells { mode: Mode::Logical, mirrors },
        // Chosen visual on a terminal that a session would switch: it is not switched now.
        (Unswitched::Cells { mode, mirrors }, _) => Order::Cells { mode, mirrors },
        (Unswitched::Text, _) => Order::Logical,
    };
    (order, replies)
}
