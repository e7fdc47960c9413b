//! Files become articles, and articles become files.
//!
//! Bytes in, an [`Article`] and what was wrong on the way ([`Warning`]s) out; or an [`OpenError`]
//! when there is no article in them. Offsets of every unit are turned into byte spans here, once,
//! and are checked against the text that they claim to name. Each format has one file;
//! `detect.rs` chooses among them.
//!
//! ```text
//! bytes ── unpack ──► text ── container ──► records ── detect ──► one reader ──► Article + warnings
//!          gzip, UTF-8          array, wrapper,          native, ninjs, JSON-LD, …
//!          byte order mark      JSON Lines, hits
//! ```

mod annotations;
mod ans;
mod applenews;
mod bbc;
mod brat;
mod check;
mod collection;
mod container;
mod corenlp;
mod dates;
mod detect;
mod draft;
mod error;
mod escaping;
mod eventregistry;
mod fault;
mod fields;
mod flat;
mod fundus;
mod guardian;
mod html;
mod json;
mod jsonfeed;
mod jsonld;
mod labelstudio;
mod language;
mod lenient;
mod lines;
mod locate;
mod message;
mod names;
pub mod native;
mod newsapi;
mod newspaper;
mod newsplease;
mod ninjs;
mod offsets;
mod other;
mod path;
mod plain;
mod postlight;
mod progress;
mod readability;
mod sidecar;
mod spans;
mod standoff;
mod stanza;
mod tokens;
mod trafilatura;
mod uima;
mod unpack;
mod wallabag;
mod whole;
mod wordpress;

use std::io::Read;

use crate::article::Article;

pub use annotations::Annotations;
pub use check::{FileReport, check, check_path};
pub use collection::Collection;
pub use detect::Format;
pub use error::{OpenError, Problem};
pub use fault::{Fault, Lax, Misplaced, NotLocated, Remedy, Repair, StatedPlace, Warning};
pub(crate) use message::nearest_name;
pub use message::{visible, visible_path};
pub use offsets::{OffsetUnit, TextIndex};
pub use progress::Progress;
pub use unpack::set_most_unpacked;

/// An article and how its file fared.
#[derive(Debug)]
pub struct Opened {
    /// The article. Every span in it lies in its block, on character boundaries.
    pub article: Article,
    /// The format that it was read from.
    pub format: Format,
    /// What is wrong in the file without making it unreadable, in the order in which it was met.
    pub warnings: Vec<Warning>,
    /// The text in which offsets of annotations that stand elsewhere count, where that is known.
    pub(crate) text: Option<String>,
    /// Texts of blocks that stand in the file only once, until the file is let go of.
    late: Vec<native::Late>,
}

impl Opened {
    /// Gives its blocks the texts that [`Collection::open_late`] kept back.
    pub(crate) fn settle(&mut self) {
        native::Late::settle(std::mem::take(&mut self.late), &mut self.article);
    }
}

/// The article that comes with the program, as the text of a native file.
#[must_use]
pub fn bundled() -> &'static str {
    include_str!("../../assets/article.json")
}

/// Opens the article that comes with the program.
///
/// # Errors
/// None that a released program can meet: a test opens it.
pub fn open_bundled() -> Result<Opened, OpenError> {
    Collection::bundled()?.first().map(|(_, opened)| opened)
}

/// Opens the file at `path`: the first article in it. [`Collection`] opens the others.
///
/// # Errors
/// When it cannot be read, or there is no article in it.
pub fn open_path(path: impl AsRef<std::path::Path>) -> Result<Opened, OpenError> {
    Collection::open_path(path)?.first().map(|(_, opened)| opened)
}

/// Opens what `reader` (standard input, say) gives until its end: the first article in it; `name`
/// stands for it in messages.
///
/// # Errors
/// When it cannot be read, or there is no article in it.
pub fn read_from(reader: impl Read, name: &str) -> Result<Opened, OpenError> {
    Collection::read_from(reader, name)?.first().map(|(_, opened)| opened)
}

/// Opens the contents of a file: the first article in them; `name` stands for it in messages.
///
/// # Errors
/// When there is no article in them.
pub fn open_bytes(bytes: &[u8], name: &str) -> Result<Opened, OpenError> {
    Collection::from_bytes(bytes.to_vec(), name)?.first().map(|(_, opened)| opened)
}
