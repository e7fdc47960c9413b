//! What `newsreader check` tells of a file: one line, and every problem.

use std::fmt;

use serde::Serialize;

use super::collection::Collection;
use super::error::OpenError;
use super::message::visible;
use crate::article::Article;

/// What is in one file.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileReport {
    /// The file's name as it was given.
    pub file: String,
    /// The format of the first article; none when no article could be opened.
    pub format: Option<&'static str>,
    /// Records that are articles.
    pub articles: usize,
    /// Records, articles or not.
    pub records: usize,
    /// Languages of the articles, each once, in the order in which they come.
    pub languages: Vec<String>,
    /// Blocks of all articles.
    pub blocks: usize,
    /// Entities with a place in the text.
    pub located: usize,
    /// Entities without one.
    pub unlocated: usize,
    /// Quotations.
    pub quotes: usize,
    /// Everything that is wrong, in words; at most [`FileReport::MOST_PROBLEMS`].
    pub problems: Vec<String>,
    /// Problems beyond those.
    pub more_problems: usize,
}

impl FileReport {
    /// Problems that are kept of one file.
    pub const MOST_PROBLEMS: usize = 1000;

    /// Whether something in the file could be opened as an article.
    #[must_use]
    pub fn is_article(&self) -> bool {
        self.articles > 0
    }

    /// What is in a collection, or why there is none.
    #[must_use]
    pub fn of(collection: Result<Collection, OpenError>) -> Self {
        match collection {
            Ok(collection) => check(&collection),
            Err(error) => Self::refusal(&error),
        }
    }

    fn refusal(error: &OpenError) -> Self {
        let mut report = Self { file: error.file.clone(), ..Self::default() };
        report.problem(error.to_string());
        report
    }

    fn problem(&mut self, words: String) {
        if self.problems.len() < Self::MOST_PROBLEMS { self.problems.push(words) } else { self.more_problems += 1 }
    }

    fn add(&mut self, article: &Article) {
        self.articles += 1;
        self.blocks += article.blocks.len();
        self.quotes += article.quotes.len();
        let located = article.entities.iter().filter(|entity| !entity.mentions.is_empty()).count();
        self.located += located;
        self.unlocated += article.entities.len() - located;
        if !self.languages.contains(&article.language) {
            self.languages.push(article.language.clone());
        }
    }
}

/// Opens every record of a collection and tells what is in it.
#[must_use]
pub fn check(collection: &Collection) -> FileReport {
    let records = collection.len();
    let mut report = FileReport { file: collection.name().to_owned(), records, ..FileReport::default() };
    for number in 0..records {
        match collection.open(number) {
            Ok(opened) => {
                report.format = report.format.or(Some(opened.format.as_str()));
                report.add(&opened.article);
                for warning in &opened.warnings {
                    let record = if records > 1 { format!("record {}: ", number + 1) } else { String::new() };
                    report.problem(format!("{record}{warning}"));
                }
            }
            Err(error) => report.problem(error.to_string()),
        }
    }
    report
}

/// The same for the file at `path`, which may be none that can be opened.
#[must_use]
pub fn check_path(path: impl AsRef<std::path::Path>) -> FileReport {
    FileReport::of(Collection::open_path(path))
}

impl FileReport {
    /// The report as JSON on one line, without a line feed, that can be looked at in a terminal.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_json(&self, out: impl std::io::Write) -> std::io::Result<()> {
        Ok(serde_json::to_writer(super::escaping::Escaping(out), self)?)
    }
}

impl fmt::Display for FileReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = visible(&self.file);
        match self.format {
            Some(format) => {
                write!(f, "{file}: {format}, {} of {} articles, ", self.articles, self.records)?;
                let languages: Vec<String> = self.languages.iter().map(|tag| visible(tag)).collect();
                write!(f, "{}, {} blocks, ", languages.join(" "), self.blocks)?;
                write!(f, "{} entities located, {} not, {} quotes", self.located, self.unlocated, self.quotes)?;
            }
            None => write!(f, "{file}: no article")?,
        }
        for problem in &self.problems {
            // A refusal begins with the name of the file, which stands above.
            let words = problem.strip_prefix(&format!("{file}: ")).unwrap_or(problem);
            write!(f, "\n  {words}")?;
        }
        if self.more_problems > 0 { write!(f, "\n  and {} more", self.more_problems) } else { Ok(()) }
    }
}
