//! The command line: one definition of every flag.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::layout::Marks;
use crate::palette::Theme;
use crate::reader::areas::Placement;
use crate::terminal::Mode;
use crate::tongue::{Language, Tongue};

/// Reads structured news articles in a terminal: Arabic, Hebrew, Persian and Urdu in the right order,
/// and beside the text who and what it is about and who said what.
#[derive(Debug, Parser)]
#[command(name = "newsreader", version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// Something else than reading.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// The articles, or - for standard input; without one and without a pipe, the bundled article
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Entities and where they stand, for the first article: W3C Web Annotation, brat, the answers of Google, AWS
    /// and Azure
    #[arg(long, value_name = "FILE")]
    pub annotations: Option<PathBuf>,

    /// Print rows to standard output instead of opening the screen (the default when standard output is
    /// no terminal)
    #[arg(long)]
    pub print: bool,

    /// Columns for --print, or of the text on screen
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub width: Option<u16>,

    /// The order in which right-to-left text is sent; auto finds out what the terminal needs, and is
    /// logical on a pipe [default: what the key B chose for this terminal, else auto]
    #[arg(long, value_name = "MODE")]
    pub bidi: Option<Bidi>,

    /// Arabic and Hebrew vowel marks on screen: several terminals lose or misplace them. On a pipe they
    /// are kept unless drop is asked for
    #[arg(long, value_name = "MODE")]
    pub marks: Option<MarksChoice>,

    /// When to use colours and emphasis [default: auto]
    #[arg(long, value_name = "WHEN")]
    pub color: Option<Color>,

    /// Colours of the screen; auto is dark or light as the terminal says that it is, and the terminal's own sixteen
    /// where it says nothing. The key T changes them [default: auto]
    #[arg(long, value_name = "THEME")]
    pub theme: Option<ThemeChoice>,

    /// Fill rows to their width: Arabic words are stretched (kashida), other text gets wider spaces
    #[arg(long)]
    pub justify: bool,

    /// Where the sidebar stands; auto is beside the article, where its lines end. Below it, scrolling needs few bytes on
    /// every terminal. The key s hides and shows it [default: auto]
    #[arg(long, value_name = "WHERE")]
    pub sidebar: Option<Sidebar>,

    /// Whether the mouse selects and scrolls here instead of marking text in the terminal; auto is off over SSH. The key M
    /// changes it [default: auto]
    #[arg(long, value_name = "WHEN")]
    pub mouse: Option<Mouse>,

    /// Do not look for names and quotations in articles that carry none
    #[arg(long)]
    pub no_extract: bool,

    /// Let packed files unpack to so many MiB [default: 2048, and of more than 64 not more than 200 times their size]
    #[arg(long, value_name = "MIB", global = true, value_parser = clap::value_parser!(u64).range(1..=MOST_MEBIBYTES))]
    pub max_unpacked: Option<u64>,

    /// The language of the interface: ar, en, he, fa, ur, ru or fr; a region decides about digits (ar-MA) [default: that
    /// of the locale, by LC_ALL, LC_MESSAGES and LANG]
    #[arg(long, value_name = "LANGUAGE", value_parser = tongue)]
    pub lang: Option<Tongue>,

    /// Read this configuration file instead of $XDG_CONFIG_HOME/newsreader/config.toml
    #[arg(long, value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
}

/// The tongue of a language tag, or what would be one.
///
/// # Errors
/// When the interface does not speak the language.
pub fn tongue(tag: &str) -> Result<Tongue, String> {
    let known = || Language::ALL.map(Language::tag).join(", ");
    Tongue::of_tag(tag).ok_or_else(|| format!("the interface speaks {}", known()))
}

/// Most that `--max-unpacked` takes, in MiB.
pub const MOST_MEBIBYTES: u64 = 1 << 40;

/// What else the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tell what this terminal is, how right-to-left text is sent to it and why, with lines to check by eye
    Doctor,
    /// Tell what is in files: format, articles, language, blocks, entities, quotations, and everything that is wrong
    Check(CheckArguments),
    /// Write an article of any format, or plain text, as native JSON
    Extract(ExtractArguments),
    /// Write what completes the command line in a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Write the manual page
    Man,
    /// Tell about the configuration file
    Config(ConfigArguments),
}

/// `newsreader config`.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct ConfigArguments {
    /// Write a file with everything that can be configured, each behind a comment sign
    #[arg(long)]
    pub default: bool,

    /// Write where the file is looked for
    #[arg(long)]
    pub path: bool,
}

/// `newsreader check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// The files, or - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,

    /// One JSON object a line for each file
    #[arg(long)]
    pub json: bool,
}

/// `newsreader extract`.
#[derive(Debug, Args)]
pub struct ExtractArguments {
    /// The article or plain text, or - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Write to this file, whole or not at all, instead of standard output
    #[arg(short, long, value_name = "OUT")]
    pub out: Option<PathBuf>,

    /// Entities and where they stand, as for reading
    #[arg(long, value_name = "FILE")]
    pub annotations: Option<PathBuf>,

    /// Do not look for names and quotations in articles that carry none
    #[arg(long)]
    pub no_extract: bool,

    /// Look for names and quotations also in articles that carry some, which are dropped
    #[arg(long, conflicts_with = "no_extract")]
    pub again: bool,

    /// What to write; Markdown and CSV have the entities and quotations, not the text
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub format: ExportFormat,

    /// Instead of JSON one line for each mention and quotation: where it stands, what it is, and by which rule or with
    /// which probability it was found
    #[arg(long, conflicts_with_all = ["no_extract", "out", "format"])]
    pub explain: bool,
}

/// `--format`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// The native format
    #[default]
    Json,
    /// Markdown (CommonMark)
    Md,
    /// A table (RFC 4180)
    Csv,
}

/// `--bidi`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Bidi {
    /// What the terminal needs
    #[default]
    Auto,
    /// Cells as they are to be seen, for terminals that reorder nothing
    Visual,
    /// For terminals that turn each word round (kitty)
    Words,
    /// For terminals that reorder within one colour (qterminal)
    Colours,
    /// As the text was written, for terminals that reorder whole rows, for programs and screen readers
    Logical,
}

impl Bidi {
    /// The mode asked for; none for auto.
    #[must_use]
    pub fn mode(self) -> Option<Mode> {
        match self {
            Self::Auto => None,
            Self::Visual => Some(Mode::Visual),
            Self::Words => Some(Mode::Words),
            Self::Colours => Some(Mode::Colours),
            Self::Logical => Some(Mode::Logical),
        }
    }

    /// The name on the command line, in the configuration and in the memory.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.mode().map_or("auto", Mode::name)
    }

    /// The next one for a key that walks through all of them.
    #[must_use]
    pub fn after(self) -> Self {
        let all = Self::value_variants();
        let at = all.iter().position(|&known| known == self).unwrap_or(0);
        all[(at + 1) % all.len()]
    }
}

/// `--marks`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MarksChoice {
    /// Leave them out
    Drop,
    /// Show them
    Keep,
}

impl MarksChoice {
    /// What the layout engine is told.
    #[must_use]
    pub fn marks(self) -> Marks {
        match self {
            Self::Drop => Marks::Drop,
            Self::Keep => Marks::Keep,
        }
    }
}

/// `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// `--theme`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ThemeChoice {
    /// As the terminal is
    Auto,
    /// Light on dark
    Dark,
    /// Dark on light
    Light,
    /// White on black, with strong contrast
    Contrast,
    /// The terminal's own sixteen colours
    #[value(name = "16")]
    Sixteen,
}

impl ThemeChoice {
    /// What it stands for.
    #[must_use]
    pub fn theme(self) -> Theme {
        match self {
            Self::Auto => Theme::Auto,
            Self::Dark => Theme::Dark,
            Self::Light => Theme::Light,
            Self::Contrast => Theme::Contrast,
            Self::Sixteen => Theme::Sixteen,
        }
    }
}

/// `--mouse`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Mouse {
    /// On, but not over SSH
    #[default]
    Auto,
    /// The reader's
    On,
    /// The terminal's
    Off,
}

impl Mouse {
    /// Whether the reader gets the mouse; `remote`: the terminal is at the other end of an SSH line.
    #[must_use]
    pub fn is_on(self, remote: bool) -> bool {
        match self {
            Self::Auto => !remote,
            Self::On => true,
            Self::Off => false,
        }
    }
}

/// `--sidebar`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Sidebar {
    /// Left of a right-to-left article, right of any other
    #[default]
    Auto,
    /// Left of the article
    Left,
    /// Right of the article
    Right,
    /// Below the article
    Bottom,
    /// Hidden at first
    Off,
}

impl Sidebar {
    /// Where it stands when it is shown, and whether it is at first.
    #[must_use]
    pub fn placement(self) -> (Placement, bool) {
        match self {
            Self::Auto => (Placement::Auto, true),
            Self::Left => (Placement::Left, true),
            Self::Right => (Placement::Right, true),
            Self::Bottom => (Placement::Bottom, true),
            Self::Off => (Placement::Auto, false),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn one_name_for_a_mode_everywhere() {
        for bidi in Bidi::value_variants() {
            assert_eq!(bidi.to_possible_value().unwrap().get_name(), bidi.name());
        }
        for theme in ThemeChoice::value_variants() {
            assert_eq!(theme.to_possible_value().unwrap().get_name(), theme.theme().name());
        }
    }

    #[test]
    fn the_key_walks_through_all_modes_and_back_to_auto() {
        let walk: Vec<Bidi> = std::iter::successors(Some(Bidi::Auto), |bidi| Some(bidi.after())).take(6).collect();
        let wanted = [Bidi::Auto, Bidi::Visual, Bidi::Words, Bidi::Colours, Bidi::Logical, Bidi::Auto];
        assert_eq!(walk, wanted);
    }
}
