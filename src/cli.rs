//! The command line: one definition of every flag.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::layout::Marks;
use crate::terminal::Mode;

/// Reads structured news articles in a terminal: Arabic, Hebrew, Persian and Urdu in the right order,
/// and beside the text who and what it is about and who said what.
#[derive(Debug, Parser)]
#[command(name = "newsreader", version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// Something else than reading.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// The article, or - for standard input; without one and without a pipe, the bundled article
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,

    /// Print rows to standard output instead of opening the screen (the default when standard output is
    /// no terminal)
    #[arg(long)]
    pub print: bool,

    /// Columns for --print, or of the text on screen
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub width: Option<u16>,

    /// The order in which right-to-left text is sent; auto finds out what the terminal needs, and is
    /// logical on a pipe
    #[arg(long, value_name = "MODE", default_value = "auto")]
    pub bidi: Bidi,

    /// Arabic and Hebrew vowel marks on screen: several terminals lose or misplace them. On a pipe they
    /// are kept unless drop is asked for
    #[arg(long, value_name = "MODE")]
    pub marks: Option<MarksChoice>,

    /// When to use colours and emphasis
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

/// What else the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tell what this terminal is, how right-to-left text is sent to it and why, with lines to check by eye
    Doctor,
}

/// `--bidi`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Bidi {
    /// What the terminal needs
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
