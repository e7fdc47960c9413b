//! What the program does besides reading: `check` and `extract`.

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::article::{Article, Span};
use crate::cli::{CheckArguments, ExportFormat, ExtractArguments};
use crate::export;
use crate::extract;
use crate::formats::{self, Annotations, Collection, FileReport, OpenError, native};
use crate::shelf::is_standard_input;

/// Why a command ended before its end.
#[derive(Debug)]
pub enum CommandError {
    /// There is no article in the input.
    Open(OpenError),
    /// Standard output takes no more.
    Output(io::Error),
    /// The file cannot be written.
    Write(PathBuf, io::Error),
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(error) => error.fmt(f),
            Self::Output(error) => write!(f, "standard output: {error}"),
            Self::Write(path, error) => {
                write!(f, "{}: cannot be written: {error}", formats::visible(&path.to_string_lossy()))
            }
        }
    }
}

impl std::error::Error for CommandError {}

/// Tells of every file what is in it and what is wrong with it. True when each could be opened as an article.
///
/// # Errors
/// When `out` takes no more.
pub fn check(arguments: &CheckArguments, mut out: impl Write) -> Result<bool, CommandError> {
    let mut all = true;
    for path in &arguments.files {
        let report = if is_standard_input(path) {
            FileReport::of(Collection::read_from(io::stdin().lock(), "standard input"))
        } else {
            formats::check_path(path)
        };
        all &= report.is_article();
        let written = if arguments.json { report.write_json(&mut out) } else { write!(out, "{report}") };
        written.and_then(|()| writeln!(out)).map_err(CommandError::Output)?;
    }
    out.flush().map_err(CommandError::Output)?;
    Ok(all)
}

/// Writes every article of a file of any format, or of plain text, as native JSON, one behind the other; `warn` gets
/// what is wrong with them.
///
/// # Errors
/// When there is no article, or the output cannot be written; then a file of that name is as it was.
pub fn extract(
    arguments: &ExtractArguments,
    out: impl Write,
    mut warn: impl FnMut(String),
) -> Result<(), CommandError> {
    let annotations = arguments.annotations.as_deref().map(Annotations::open_path).transpose();
    let annotations = annotations.map_err(CommandError::Open)?;
    let collection = if is_standard_input(&arguments.file) {
        Collection::read_from_or_text(io::stdin().lock(), "standard input")
    } else {
        Collection::open_path_or_text(&arguments.file)
    };
    let collection = collection.map_err(CommandError::Open)?;
    match &arguments.out {
        None => {
            write_articles(arguments, &collection, annotations.as_ref(), out, &mut warn)?.map_err(CommandError::Output)
        }
        Some(path) => {
            let fail = |error| CommandError::Write(path.clone(), error);
            let mut file = Replacement::of(path).map_err(fail)?;
            write_articles(arguments, &collection, annotations.as_ref(), &mut file.file, &mut warn)?.map_err(fail)?;
            file.finish().map_err(fail)
        }
    }
}

/// Writes the articles of a collection; the outer error is that there are none.
fn write_articles(
    arguments: &ExtractArguments,
    collection: &Collection,
    annotations: Option<&Annotations>,
    mut out: impl Write,
    warn: &mut impl FnMut(String),
) -> Result<io::Result<()>, CommandError> {
    let mut refused = None;
    let mut written = 0_usize;
    for number in 0..collection.len() {
        let mut opened = match collection.open(number) {
            Ok(opened) => opened,
            Err(error) => {
                warn(error.to_string());
                refused.get_or_insert(error);
                continue;
            }
        };
        if let Some(annotations) = annotations.filter(|_| number == 0) {
            annotations.add_to(&mut opened);
        }
        opened.warnings.iter().for_each(|warning| warn(warning.to_string()));
        let explained = annotate(&mut opened.article, arguments);
        let outcome = match explained {
            Some(lines) if arguments.explain => lines.iter().try_for_each(|line| writeln!(out, "{line}")),
            _ => match arguments.format {
                ExportFormat::Json => native::write(&opened.article, &mut out),
                ExportFormat::Md => export::markdown(&opened.article, &mut out),
                ExportFormat::Csv => export::csv(&opened.article, written + 1, &mut out),
            },
        };
        if let Err(error) = outcome {
            return Ok(Err(error));
        }
        written += 1;
    }
    match refused {
        Some(error) if written == 0 => Err(CommandError::Open(error)),
        _ => Ok(out.flush()),
    }
}

/// Adds names and quotations to an article that carries none; why each was found, a line each.
fn annotate(article: &mut Article, arguments: &ExtractArguments) -> Option<Vec<String>> {
    let bare = article.entities.is_empty() && article.quotes.is_empty();
    if arguments.no_extract || !(bare || arguments.again || arguments.explain) {
        return None;
    }
    let found = extract::annotate(article);
    let lines = if arguments.explain { explain(article, &found) } else { Vec::new() };
    article.entities = found.entities;
    article.quotes = found.quotes;
    Some(lines)
}

/// Block and bytes, what stands there, what it is taken for, and why.
fn explain(article: &Article, found: &extract::Annotations) -> Vec<String> {
    let place = |span: &Span| format!("{}:{}-{}", span.block, span.start, span.end);
    let words = |span: &Span| formats::visible(article.text(span)).chars().take(120).collect::<String>();
    let mut lines = Vec::new();
    for (entity, reasons) in found.entities.iter().zip(&found.reasons.mentions) {
        for (mention, reason) in entity.mentions.iter().zip(reasons) {
            let (place, words) = (place(&mention.span), words(&mention.span));
            let name = formats::visible(&entity.name);
            lines.push((mention.span.clone(), format!("{place}\t{words}\t{} {name}\t{reason}", entity.kind.as_str())));
        }
    }
    for (quote, reason) in found.quotes.iter().zip(&found.reasons.quotes) {
        let Some(span) = quote.spans.first() else { continue };
        let speakers: Vec<String> = quote
            .speakers
            .iter()
            .map(|speaker| match speaker.entity.and_then(|entity| found.entities.get(entity)) {
                Some(entity) => formats::visible(&entity.name).to_string(),
                None => formats::visible(article.speaker_name(speaker)).to_string(),
            })
            .collect();
        let kind = quote.kind.as_str().to_owned();
        let line = format!("{}\t{}\t{kind} by {}\t{reason}", place(span), words(span), speakers.join(", "));
        lines.push((span.clone(), line));
    }
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}

/// A file being written beside the one whose place it takes at the end, and not before.
struct Replacement {
    file: fs::File,
    /// What is written, and what it becomes; none where the path is no file (a device, a pipe).
    rename: Option<(PathBuf, PathBuf)>,
}

impl Replacement {
    fn of(path: &Path) -> io::Result<Self> {
        // A link stays a link: what it leads to is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let before = fs::metadata(&path).ok();
        if before.as_ref().is_some_and(|before| !before.is_file()) {
            return Ok(Self { file: fs::File::options().write(true).open(&path)?, rename: None });
        }
        let Some(name) = path.file_name() else { return Err(io::ErrorKind::InvalidInput.into()) };
        let mut beside = std::ffi::OsString::from(".");
        beside.push(name);
        beside.push(format!(".{}.new", std::process::id()));
        let beside = path.with_file_name(beside);
        let replacement = Self { file: fs::File::create(&beside)?, rename: Some((beside, path)) };
        if let Some(before) = before {
            replacement.file.set_permissions(before.permissions())?;
        }
        Ok(replacement)
    }

    fn finish(mut self) -> io::Result<()> {
        let Some((beside, path)) = self.rename.as_ref() else { return self.file.flush() };
        self.file.sync_all()?;
        fs::rename(beside, path)?;
        self.rename = None;
        Ok(())
    }
}

impl Drop for Replacement {
    fn drop(&mut self) {
        if let Some((beside, _)) = &self.rename {
            _ = fs::remove_file(beside);
        }
    }
}
