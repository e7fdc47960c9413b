//! The layout engine: logical text in, rows of cells out, for any program that draws text into a
//! grid of cells and cannot leave the order of Arabic or Hebrew to the terminal.
//!
//! It knows no terminal, no colour and no article. Give it a text, its base direction and a width
//! in columns; it gives rows whose cells stand from left to right as they are to be shown. Every
//! cell knows the bytes that it shows, and every byte the cell that shows it.
//!
//! ```
//! use newsreader::layout::{Direction, Marks, Options, TextLayout};
//!
//! let mut layout = TextLayout::new("قال (WHO) لا", Direction::Rtl, Options { width: 40, marks: Marks::Drop });
//! let row = layout.row(0).unwrap();
//! assert_eq!(row.text(), "\u{FEFB} (WHO) \u{FEDD}\u{FE8E}\u{FED7}"); // joined, mirrored, from left to right
//! assert_eq!(row.columns_of(&(0..6)), [8..11]); // the first word stands on the right
//! ```
//!
//! The steps, each in its own file:
//!
//! 1. `bidi`: levels of every paragraph of the text (UAX #9, P1 to I2), once;
//! 2. `unit`: grapheme clusters (UAX #29), a lam and its alef taken together, with their widths;
//! 3. `wrap`: rows, by UAX #14 on the logical text;
//! 4. `row`: per row L1 and L2, Arabic `shape`, mirroring (L4). L3 holds because clusters stay whole;
//!    With [`Justify::Both`], `justify` stretches what is between the letters and words first;
//! 5. [`page`]: many texts under each other, laid out as they are looked at.

mod bidi;
mod brief;
mod cut;
mod justify;
mod long;
pub mod page;
mod row;
mod shape;
mod tables;
mod text;
mod unit;
mod wrap;

pub use bidi::closed;
pub use brief::{brief, flat};
pub use long::Job;
pub use page::{Page, Texts};
pub use row::{ByteAt, Cell, Omitted, Row, mirrored};
pub use text::{Options, TextLayout};
pub use unit::{Dropped, is_bidi_control};
pub use wrap::Opportunities;

use unicode_bidi::Level;

/// A base direction: the paragraph embedding level of UAX #9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// `Rtl` when `rtl`.
    #[must_use]
    pub fn from_rtl(rtl: bool) -> Self {
        if rtl { Self::Rtl } else { Self::Ltr }
    }

    /// Whether it is right to left.
    #[must_use]
    pub fn is_rtl(self) -> bool {
        self == Self::Rtl
    }

    fn level(self) -> Level {
        if self.is_rtl() { Level::rtl() } else { Level::ltr() }
    }
}

/// Whether rows are filled to the width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Justify {
    /// They end where their text ends.
    #[default]
    Start,
    /// They are as wide as was asked for, but for the last of a paragraph: Arabic words are stretched by kashida (U+0640)
    /// where the script allows it, the rest goes evenly to the spaces. A row without either stays as it is.
    Both,
}

/// What is done with Arabic and Hebrew vowel marks, points and accents.
///
/// Several terminals lose or misplace them, and one lets a mark erase the lam-alef under it, so they
/// are better left out. Hamza and maddah written as marks are parts of letters and always stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Marks {
    /// Not shown. They stay in the logical text.
    #[default]
    Drop,
    /// Shown behind the letter they belong to.
    Keep,
}
