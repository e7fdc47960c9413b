//! Why a file cannot be opened.
//!
//! Every message names the file, the place (line and column, byte, or JSON path), what is wrong
//! and what would be right, and is safe to print on a terminal.

use std::error::Error;
use std::{fmt, io};

use serde_json_borrow::ObjectAsVec;

use super::fault::Fault;
use super::message::{Quoted, comma_list, shorten, visible};

/// How many keys of an unknown object a message names.
const KEYS_SHOWN: usize = 12;

/// A file that cannot be opened as an article.
#[derive(Debug)]
pub struct OpenError {
    /// The file's name as it was given, `-` or `standard input` for a pipe.
    pub file: String,
    /// The record of it that was to be opened, from 1, in a file of several.
    pub record: Option<usize>,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What makes a file no article at all.
#[derive(Debug)]
#[non_exhaustive]
pub enum Problem {
    /// It cannot be read.
    Io(io::Error),
    /// It has annotations only, and the text to which they belong is not beside it.
    NoText {
        /// Why the text cannot be read.
        beside: io::Error,
    },
    /// It should be plain text, and is not.
    NoPlainText {
        /// Offset of the first byte that no text has, from 0.
        byte: usize,
    },
    /// It should have annotations, and has none of a form that is known.
    NoAnnotations,
    /// There is nothing in it but white space.
    Empty,
    /// It is packed with gzip, and so much would come out that it is no text.
    TooLarge {
        /// Bytes to which it may unpack.
        most: u64,
    },
    /// It is packed with gzip, and what is packed is damaged.
    Gzip {
        /// What the unpacker says.
        message: String,
    },
    /// It is not UTF-8.
    NotUtf8 {
        /// Offset of the first wrong byte, from 0.
        byte: usize,
        /// Its line, from 1.
        line: usize,
        /// The wrong byte.
        value: u8,
        /// It begins with a UTF-16 byte order mark.
        utf16: bool,
    },
    /// It is XML or HTML.
    Markup {
        /// Line of the first `<`, from 1.
        line: usize,
        /// Column of it in code points, from 1.
        column: usize,
        /// It looks like HTML rather than other XML.
        html: bool,
    },
    /// It is not JSON.
    Syntax {
        /// Line from 1.
        line: usize,
        /// Column in code points, from 1.
        column: usize,
        /// The parser's own words.
        message: String,
        /// The text ends before the value does.
        cut_off: bool,
    },
    /// The JSON value is no object.
    NotAnObject {
        /// What it is instead.
        found: &'static str,
    },
    /// The file is a JSON Schema.
    JsonSchema,
    /// An object in which nothing says that it is an article.
    NoArticle {
        /// The keys that are there, at most the first twelve.
        keys: Vec<String>,
        /// How many keys there are beyond those.
        more: usize,
        /// The keys that the native format needs and that are not there.
        missing: Vec<&'static str>,
    },
    /// An object that is nearly of a known format.
    Nearest {
        /// The keys that are there, at most the first twelve.
        keys: Vec<String>,
        /// How many keys there are beyond those.
        more: usize,
        /// The format.
        nearest: &'static str,
        /// What it needs.
        needs: &'static str,
    },
    /// An item of a known format that is something else than a text.
    OtherItem {
        /// The keys that are there, at most the first twelve.
        keys: Vec<String>,
        /// How many keys there are beyond those.
        more: usize,
        /// The format.
        format: &'static str,
        /// What it says that it is, e.g. `event`.
        kind: String,
    },
    /// There is no such record.
    NoSuchRecord {
        /// How many there are.
        count: usize,
    },
    /// `format` names something that this program does not read.
    WrongFormat {
        /// The value of `format`.
        found: String,
    },
    /// A value without which there is no article is wrong.
    Value {
        /// Its JSON path.
        place: String,
        /// What is wrong with it.
        fault: Box<Fault>,
    },
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = visible(&self.file);
        match self.record {
            Some(number) => {
                let words = self.problem.to_string();
                write!(f, "{file}: record {number}: {}", words.strip_prefix("top level: ").unwrap_or(&words))
            }
            None => write!(f, "{file}: {}", self.problem),
        }
    }
}

impl Error for OpenError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.problem {
            Problem::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "cannot be read: {error}"),
            Self::NoText { beside } => {
                write!(f, "annotations without a text: the .txt file beside it cannot be read: {beside}")
            }
            Self::NoPlainText { byte } => {
                write!(f, "byte {byte}: neither JSON nor plain text: a NUL, which no text has")
            }
            Self::NoAnnotations => f.write_str(
                "top level: no annotations of a known form; W3C Web Annotations, brat's .ann, or the answer of Google, \
                 AWS or Azure to a question for entities was expected",
            ),
            Self::Empty => f.write_str("byte 0: the file is empty; a JSON article was expected"),
            Self::TooLarge { most } => {
                let most = most.div_ceil(1 << 20);
                write!(
                    f,
                    "byte 0: gzip data that unpacks to more than {most} MiB, which is no text; --max-unpacked allows more"
                )
            }
            Self::Gzip { message } => write!(f, "byte 0: gzip data that cannot be unpacked: {}", visible(message)),
            Self::NotUtf8 { byte, line, value, utf16 } => {
                write!(f, "line {line}, byte {byte}: not UTF-8 (0x{value:02x}); ")?;
                f.write_str(if *utf16 { "it looks like UTF-16: " } else { "" })?;
                f.write_str("convert the file to UTF-8 (iconv -t UTF-8)")
            }
            Self::Markup { line, column, html } => {
                let kind = if *html { "HTML" } else { "XML" };
                write!(f, "line {line}, column {column}: this is {kind}; a JSON article was expected")
            }
            Self::Syntax { line, column, message, cut_off } => {
                write!(f, "line {line}, column {column}: not valid JSON: {message}")?;
                f.write_str(if *cut_off { "; the file seems to be cut off" } else { "" })
            }
            Self::NotAnObject { found } => {
                write!(f, "top level: JSON but no article: {found} where an object belongs. {NEEDED}")
            }
            Self::JsonSchema => {
                f.write_str("top level: this is a JSON Schema, which describes articles, and no article itself")
            }
            Self::NoArticle { keys, more, missing } => no_article(f, keys, *more, missing),
            Self::Nearest { keys, more, nearest, needs } => {
                write!(f, "top level: JSON object but no article: {}", KeyList(keys, *more))?;
                write!(f, ". Nearest: {nearest} (needs {needs})")
            }
            Self::OtherItem { keys, more, format, kind } => {
                write!(f, "top level: no article but an item of {format} of the type {}: ", Quoted(kind))?;
                write!(f, "{}", KeyList(keys, *more))
            }
            Self::NoSuchRecord { count } => write!(f, "there are only {count} records"),
            Self::WrongFormat { found } => {
                let right = Quoted(super::native::FORMAT);
                write!(f, "format: {} is no known format; the native format is {right}", Quoted(found))
            }
            Self::Value { place, fault } => write!(f, "{place}: {fault}"),
        }
    }
}

/// What every native article has.
const NEEDED: &str = "The native format needs format, inLanguage, blocks";

/// The same, as keys.
const NEEDED_KEYS: [&str; 3] = ["format", "inLanguage", "blocks"];

fn no_article(f: &mut fmt::Formatter<'_>, keys: &[String], more: usize, missing: &[&str]) -> fmt::Result {
    f.write_str("top level: JSON object but no article: ")?;
    write!(f, "{}", KeyList(keys, more))?;
    write!(f, ". {NEEDED}; missing: {}", comma_list(missing))
}

/// The keys of an object, and how many more there are.
struct KeyList<'k>(&'k [String], usize);

impl fmt::Display for KeyList<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(keys, more) = self;
        if keys.is_empty() {
            f.write_str("it has no keys")?;
        } else {
            write!(f, "keys {}", comma_list(keys.iter().map(|key| visible(key))))?;
        }
        if *more > 0 { write!(f, " and {more} more") } else { Ok(()) }
    }
}

impl Problem {
    /// The refusal of an object that is nearly of a known format.
    pub(crate) fn nearest(map: &ObjectAsVec<'_>, nearest: &'static str, needs: &'static str) -> Self {
        Self::Nearest { keys: shown(map), more: map.len().saturating_sub(KEYS_SHOWN), nearest, needs }
    }

    /// The same problem that many lines further below.
    pub(crate) fn below(mut self, lines: usize) -> Self {
        if let Self::Syntax { line, .. } = &mut self {
            *line += lines;
        }
        self
    }

    /// The refusal of an item that says that it is no text.
    pub(crate) fn other_item(map: &ObjectAsVec<'_>, format: &'static str, kind: &str) -> Self {
        let more = map.len().saturating_sub(KEYS_SHOWN);
        Self::OtherItem { keys: shown(map), more, format, kind: shorten(kind) }
    }

    /// The refusal of an object, by its keys: the nearest format is that of which most is there.
    pub(crate) fn no_article(map: &ObjectAsVec<'_>) -> Self {
        let has = |key: &&str| map.get(key).is_some();
        let missing: Vec<&'static str> = NEEDED_KEYS.into_iter().filter(|key| !has(key)).collect();
        let nearest = NEIGHBOURS.iter().find(|(_, _, keys)| keys.iter().any(has));
        match nearest {
            Some((name, needs, _)) if missing.len() == NEEDED_KEYS.len() => Self::nearest(map, name, needs),
            _ => Self::NoArticle { keys: shown(map), more: map.len().saturating_sub(KEYS_SHOWN), missing },
        }
    }
}

fn shown(map: &ObjectAsVec<'_>) -> Vec<String> {
    map.keys().take(KEYS_SHOWN).map(shorten).collect()
}

/// Formats that a refused object may be near to: the name, what it needs, and keys that point to it.
type Neighbour = (&'static str, &'static str, &'static [&'static str]);

/// What answers of services need that have places but no text.
const BESIDE: &str = "the text to which its offsets belong: newsreader --annotations FILE TEXT";

const NEIGHBOURS: &[Neighbour] = &[
    ("schema.org JSON-LD", "a node of the type NewsArticle or Article", &["@context", "@graph", "@type"]),
    ("AWS Comprehend entities", BESIDE, &["Entities", "ResultList"]),
    ("Azure's or Google's entities", BESIDE, &["documentSentiment", "modelVersion", "kind"]),
    ("a Web Annotation", BESIDE, &["target", "motivation"]),
    ("a Label Studio task", "a text in data", &["annotations", "completions", "predictions"]),
    ("CoreNLP's JSON", "sentences with tokens", &["sentences"]),
    ("UIMA CAS JSON", "a sofaString in a feature structure", &["%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"]),
    ("fundus", "body.sections with paragraphs", &["publishing_date"]),
    ("the Guardian's content API", "fields.body, fields.bodyText or blocks", &["webTitle"]),
    ("spaCy's training format", "text with ents; tokens alone have no text", &["paragraphs"]),
    ("NYT or AP metadata", "the text of the article", &["abstract", "web_url", "renditions"]),
    ("a text with spans", "text", &["ents", "spans", "tokens", "label", "_input_hash"]),
    ("an item of a news API", "a title and content or description", &["publishedAt", "pubDate"]),
    ("a ninjs item", "body_html, body_text or bodies", &["versioncreated", "versionCreated", "pubstatus", "uri"]),
    ("a flat article", "a text, body, content or maintext beside its title", &["title", "headline"]),
    ("a flat article", "a title, or 200 letters of text", &["text", "body", "content", "maintext", "article"]),
    ("a flat article", "a title and a text", &["description", "summary", "url"]),
];
