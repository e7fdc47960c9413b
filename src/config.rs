//! The configuration file: TOML, each key with the values of the flag of the same name, and a table of keys.
//!
//! ```toml
//! bidi = "auto"    # auto, visual, words, colours, logical
//! width = 80       # columns of text at most
//! lang = "ar-EG"   # ar, en, he, fa, ur, ru, fr; without it that of the locale
//!
//! [keys]
//! line-down = ["j", "↓", "ت"]
//! search = "Ctrl-F"
//! wider = "none"
//! ```
//!
//! What is wrong in it is told with its line and column, and the rest of it counts. [`commented`] writes all of it.

mod commented;
mod keys;

use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::cli::{self, Bidi, Color, MarksChoice, Mouse, Sidebar, ThemeChoice};
use crate::formats::{nearest_name, visible, visible_path};
use crate::reader::keys::{Context, Keymap};
use crate::tongue::Tongue;

pub use commented::commented;

/// A key of the file: the long name of a flag, and what holds where both are silent, as TOML.
#[derive(Debug, Clone, Copy)]
struct Setting {
    name: &'static str,
    default: &'static str,
}

/// One line a key: `field "name of the flag": type = function that reads the value, "default as TOML";`
macro_rules! settings {
    ($($field:ident $name:literal: $kind:ty = $read:ident, $default:literal;)*) => {
        /// What the file says; nothing where it is silent.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct Config {
            $(#[doc = concat!("As `--", $name, "`.")] pub $field: Option<$kind>,)*
            /// Which keys do what.
            pub keymap: Keymap,
        }

        const SETTINGS: &[Setting] = &[$(Setting { name: $name, default: $default }),*];
        const NAMES: &[&str] = &[$($name),*];

        impl Config {
            /// Takes the value of a key; false: there is no such key.
            fn set(&mut self, name: &str, value: &DeValue<'_>) -> Result<bool, String> {
                match name {
                    $($name => self.$field = Some($read(value)?),)*
                    _ => return Ok(false),
                }
                Ok(true)
            }
        }
    };
}

settings! {
    bidi "bidi": Bidi = choice, "\"auto\"";
    marks "marks": MarksChoice = choice, "\"drop\"";
    color "color": Color = choice, "\"auto\"";
    theme "theme": ThemeChoice = choice, "\"auto\"";
    width "width": u16 = columns, "80";
    justify "justify": bool = boolean, "false";
    sidebar "sidebar": Sidebar = choice, "\"auto\"";
    mouse "mouse": Mouse = choice, "\"auto\"";
    no_extract "no-extract": bool = boolean, "false";
    lang "lang": Option<Tongue> = language, "\"auto\"";
    max_unpacked "max-unpacked": Option<u64> = mebibytes, "\"auto\"";
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
    let mut faults: Vec<Fault> = errors
        .iter()
        .map(|error| (error.span().map_or(0, |span| span.start), error.message().trim().replace('\n', ", ")))
        .collect();
    let mut config = Config::default();
    let mut requests = Vec::new();
    for (key, value) in table.get_ref() {
        if key.get_ref() == Context::Reading.table() {
            keys::read(value, &mut requests, &mut faults);
            continue;
        }
        match config.set(key.get_ref(), value.get_ref()) {
            Ok(true) => {}
            Ok(false) => faults.push((key.span().start, unknown(key))),
            Err(what) => faults.push((value.span().start, what)),
        }
    }
    let (keymap, objections) = Keymap::new(&requests);
    config.keymap = keymap;
    faults.extend(objections.into_iter().map(|objection| (objection.at, objection.what)));
    faults.sort();
    let problem = |(at, what)| Problem { path: path.to_owned(), place: place(text, at), what };
    (config, faults.into_iter().map(problem).collect())
}

/// A byte of the text, and what is wrong there.
type Fault = (usize, String);

fn unknown(key: &Spanned<Cow<'_, str>>) -> String {
    let key = key.get_ref();
    if Context::Reading.bindings().iter().any(|binding| binding.name == key) {
        return format!("{key:?} is an action; it belongs into the table [{}]", Context::Reading.table());
    }
    let hint = match nearest_name(key, NAMES) {
        Some(near) => format!("is it \"{near}\"?"),
        None => format!("there are {}", NAMES.join(", ")),
    };
    format!("there is no key {key:?}; {hint}")
}

/// What is found out when it is needed.
const AUTO: &str = "auto";

/// One of the names that the flag knows.
fn choice<T: ValueEnum + 'static>(value: &DeValue<'_>) -> Result<T, String> {
    let names: Vec<String> =
        T::value_variants().iter().filter_map(|v| Some(v.to_possible_value()?.get_name().to_owned())).collect();
    if let Some(known) = value.as_str().and_then(|text| T::from_str(text, false).ok()) {
        return Ok(known);
    }
    let near = value.as_str().and_then(|text| nearest_of(text, &names));
    let hint = near.map_or(String::new(), |near| format!("; is it \"{near}\"?"));
    Err(format!("this must be one of \"{}\"{hint}", names.join("\", \"")))
}

/// As [`nearest_name`], for names that are made while the program runs.
fn nearest_of<'a>(text: &str, names: &'a [String]) -> Option<&'a str> {
    let near = |name: &&String| strsim::osa_distance(&text.to_lowercase(), name) <= (name.len() / 3).max(1);
    let distance = |name: &&String| strsim::osa_distance(&text.to_lowercase(), name);
    names.iter().filter(near).min_by_key(distance).map(String::as_str)
}

fn columns(value: &DeValue<'_>) -> Result<u16, String> {
    let number = value.as_integer().and_then(|number| u16::from_str_radix(number.as_str(), number.radix()).ok());
    number.filter(|columns| (1..=1000).contains(columns)).ok_or_else(|| "this must be a number from 1 to 1000".into())
}

fn mebibytes(value: &DeValue<'_>) -> Result<Option<u64>, String> {
    if value.as_str() == Some(AUTO) {
        return Ok(None);
    }
    let number = value.as_integer().and_then(|number| u64::from_str_radix(number.as_str(), number.radix()).ok());
    number.filter(|mebibytes| (1..=cli::MOST_MEBIBYTES).contains(mebibytes));
    number.map(Some).ok_or_else(|| "this must be \"auto\" or a number of MiB".into())
}

fn language(value: &DeValue<'_>) -> Result<Option<Tongue>, String> {
    match value.as_str().unwrap_or_default() {
        AUTO => Ok(None),
        tag => cli::tongue(tag).map(Some),
    }
}

fn boolean(value: &DeValue<'_>) -> Result<bool, String> {
    value.as_bool().ok_or_else(|| "this must be true or false".into())
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
            mouse: Some(Mouse::Off),
            no_extract: Some(true),
            lang: Some(Tongue::of_tag("he-IL")),
            max_unpacked: Some(Some(100)),
            keymap: Keymap::default(),
        };
        let text = "lang = 'he-IL'\nno-extract = true\nmouse = 'off'\nbidi = 'words' # kitty\nmarks = \"keep\"\ncolor = \"never\"\nwidth = 0x40\nsidebar = 'bottom'\ntheme = '16'\njustify = true\nmax-unpacked = 100\n";
        assert_eq!(read(text), (wanted, vec![]));
        assert_eq!(read(""), (Config::default(), vec![]));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_the_rest_counts() {
        let cases = [
            ("width = 70\nbdi = 'words'\n", "config.toml:2:1: there is no key \"bdi\"; is it \"bidi\"?"),
            (
                "width = 70\nfont = 'x'",
                "config.toml:2:1: there is no key \"font\"; there are bidi, marks, color, theme, width, justify, sidebar, mouse, no-extract, lang, max-unpacked",
            ),
            (
                "width = 70\nbidi = 'rtl'",
                "config.toml:2:8: this must be one of \"auto\", \"visual\", \"words\", \"colours\", \"logical\"",
            ),
            (
                "width = 70\nbidi = 'visal'",
                "config.toml:2:8: this must be one of \"auto\", \"visual\", \"words\", \"colours\", \"logical\"; is it \"visual\"?",
            ),
            ("width = 70\nno-extract = 1", "config.toml:2:14: this must be true or false"),
            (
                "width = 70\nline-down = 'j'",
                "config.toml:2:1: \"line-down\" is an action; it belongs into the table [keys]",
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
