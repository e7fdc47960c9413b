//! The configuration file: TOML, few keys, each with the values of the flag of the same name.
//!
//! ```toml
//! bidi = "auto"    # auto, visual, words, colours, logical
//! marks = "drop"   # drop, keep
//! color = "auto"   # auto, always, never
//! width = 80       # columns of text at most
//! justify = false  # true fills rows to their width
//! theme = "auto"   # auto, dark, light, contrast, 16
//! sidebar = "auto" # auto, left, right, bottom, off
//! lang = "ar-EG"   # ar, en, he, fa, ur, ru, fr; without it that of the locale
//! ```
//!
//! What is wrong in it is told with its line and column, and the rest of it counts.

use std::fmt;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::cli::{self, Bidi, Color, MarksChoice, Sidebar, ThemeChoice};
use crate::formats::{nearest_name, visible, visible_path};
use crate::tongue::Tongue;

/// What the file says; nothing where it is silent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Config {
    /// As `--bidi`.
    pub bidi: Option<Bidi>,
    /// As `--marks`.
    pub marks: Option<MarksChoice>,
    /// As `--color`.
    pub color: Option<Color>,
    /// As `--width`.
    pub width: Option<u16>,
    /// As `--sidebar`.
    pub sidebar: Option<Sidebar>,
    /// As `--justify`.
    pub justify: Option<bool>,
    /// As `--theme`.
    pub theme: Option<ThemeChoice>,
    /// As `--lang`.
    pub lang: Option<Tongue>,
}

/// Something wrong in the file: `config.toml:2:1: there is no key "bdi"; is it "bidi"?`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub path: PathBuf,
    /// Line and column of it, from 1; columns are code points.
    pub place: (usize, usize),
    /// What is wrong and what would be right.
    pub what: String,
}

impl Problem {
    /// With the name of the file only, for a line that has no room.
    #[must_use]
    pub fn brief(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str()).to_owned();
        Self { path: name.into(), ..self.clone() }.to_string()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.place;
        write!(f, "{}:{line}:{column}: {}", visible_path(&self.path), visible(&self.what))
    }
}

/// The keys.
const KEYS: [&str; 8] = ["bidi", "marks", "color", "width", "sidebar", "theme", "justify", "lang"];

/// Where the file is if no other is named: `$XDG_CONFIG_HOME/newsreader/config.toml` or the same below
/// `~/.config` (XDG Base Directory Specification: a relative path in the variable does not count).
#[must_use]
pub fn default_path() -> Option<PathBuf> {
    crate::store::base_directory("XDG_CONFIG_HOME", ".config").map(|base| base.join("newsreader/config.toml"))
}

/// Understands the text of a file; `path` is for the messages.
#[must_use]
pub fn parse(text: &str, path: &Path) -> (Config, Vec<Problem>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let problem = |at: usize, what| Problem { path: path.to_owned(), place: place(text, at), what };
    let mut problems: Vec<Problem> = errors
        .iter()
        .map(|error| problem(error.span().map_or(0, |span| span.start), error.message().trim().replace('\n', ", ")))
        .collect();
    let mut config = Config::default();
    for (key, value) in table.get_ref() {
        if let Err((at, what)) = config.set(key, value) {
            problems.push(problem(at, what));
        }
    }
    problems.sort_by_key(|problem| problem.place);
    (config, problems)
}

impl Config {
    fn set(
        &mut self,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), (usize, String)> {
        let wrong = |what| (value.span().start, what);
        match key.get_ref().as_ref() {
            "bidi" => self.bidi = Some(choice(value.get_ref()).map_err(wrong)?),
            "marks" => self.marks = Some(choice(value.get_ref()).map_err(wrong)?),
            "color" => self.color = Some(choice(value.get_ref()).map_err(wrong)?),
            "width" => self.width = Some(columns(value.get_ref()).map_err(wrong)?),
            "justify" => {
                self.justify =
                    Some(value.get_ref().as_bool().ok_or_else(|| wrong("this must be true or false".into()))?)
            }
            "theme" => self.theme = Some(choice(value.get_ref()).map_err(wrong)?),
            "sidebar" => self.sidebar = Some(choice(value.get_ref()).map_err(wrong)?),
            "lang" => {
                let tag = value.get_ref().as_str().unwrap_or_default();
                self.lang = Some(cli::tongue(tag).map_err(wrong)?);
            }
            other => {
                let hint = match nearest_name(other, &KEYS) {
                    Some(near) => format!("is it \"{near}\"?"),
                    None => format!("there are {}", KEYS.join(", ")),
                };
                return Err((key.span().start, format!("there is no key {other:?}; {hint}")));
            }
        }
        Ok(())
    }
}

/// One of the names that the flag knows.
fn choice<T: ValueEnum + 'static>(value: &DeValue<'_>) -> Result<T, String> {
    let names: Vec<String> =
        T::value_variants().iter().filter_map(|v| Some(v.to_possible_value()?.get_name().to_owned())).collect();
    let known = value.as_str().and_then(|text| T::from_str(text, false).ok());
    known.ok_or_else(|| format!("this must be one of \"{}\"", names.join("\", \"")))
}

fn columns(value: &DeValue<'_>) -> Result<u16, String> {
    let number = value.as_integer().and_then(|number| u16::from_str_radix(number.as_str(), number.radix()).ok());
    number.filter(|columns| (1..=1000).contains(columns)).ok_or_else(|| "this must be a number from 1 to 1000".into())
}

/// Line and column of a byte.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or("");
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Config, Vec<String>) {
        let (config, problems) = parse(text, Path::new("/home/x/config.toml"));
        for problem in &problems {
            assert_eq!(problem.to_string(), format!("/home/x/{}", problem.brief()));
        }
        (config, problems.iter().map(Problem::brief).collect())
    }

    #[test]
    fn every_key_is_understood() {
        let wanted = Config {
            bidi: Some(Bidi::Words),
            marks: Some(MarksChoice::Keep),
            color: Some(Color::Never),
            width: Some(64),
            sidebar: Some(Sidebar::Bottom),
            theme: Some(ThemeChoice::Sixteen),
            justify: Some(true),
            lang: Tongue::of_tag("he-IL"),
        };
        let text = "bidi = 'words' # kitty\nmarks = \"keep\"\ncolor = \"never\"\nwidth = 0x40\nsidebar = 'bottom'\ntheme = '16'\njustify = true\nlang = 'he-IL'\n";
        assert_eq!(read(text), (wanted, vec![]));
        assert_eq!(read(""), (Config::default(), vec![]));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_the_rest_counts() {
        let cases = [
            ("width = 70\nbdi = 'words'\n", "config.toml:2:1: there is no key \"bdi\"; is it \"bidi\"?"),
            (
                "width = 70\nfont = 'x'",
                "config.toml:2:1: there is no key \"font\"; there are bidi, marks, color, width, sidebar, theme, justify, lang",
            ),
            (
                "width = 70\nbidi = 'rtl'",
                "config.toml:2:8: this must be one of \"auto\", \"visual\", \"words\", \"colours\", \"logical\"",
            ),
            ("width = 70\nmarks = true", "config.toml:2:9: this must be one of \"drop\", \"keep\""),
        ];
        for (text, message) in cases {
            let (config, problems) = read(text);
            assert_eq!((config.width, problems), (Some(70), vec![message.to_owned()]), "{text}");
        }
        for text in ["width = 0", "width = 1001", "width = '80'", "width = -1", "width = 1.5"] {
            assert_eq!(read(text).1, ["config.toml:1:9: this must be a number from 1 to 1000"], "{text}");
        }
    }

    #[test]
    fn bad_syntax_is_told_with_its_line() {
        let (config, problems) = read("width = 70\nbidi = \n");
        assert_eq!(config.width, Some(70));
        assert!(problems[0].starts_with("config.toml:2:"), "{problems:?}");
    }
}
