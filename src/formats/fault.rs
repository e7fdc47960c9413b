//! What can be wrong with one value of a file, and what was done about it.

use std::fmt;

use super::message::{Quoted, comma_list};
use super::offsets::OffsetUnit;

/// Something that is wrong in a file that opens all the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// JSON path of the value, e.g. `entities[3].mentions[0].anchor`.
    pub place: String,
    /// What is wrong with it.
    pub fault: Fault,
    /// What was done about it.
    pub remedy: Remedy,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.place, self.fault, self.remedy)
    }
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Fault {
    /// A property that must be there is not.
    Missing {
        /// Its key.
        key: &'static str,
    },
    /// A value of another JSON type.
    WrongType {
        /// What was found, e.g. `a number`.
        found: &'static str,
        /// What belongs there.
        expected: &'static str,
    },
    /// A name that is not in a closed list.
    UnknownName {
        /// The name in the file.
        value: String,
        /// What it should be, e.g. `block type`.
        what: &'static str,
        /// The listed name that was probably meant.
        nearest: Option<&'static str>,
        /// The whole list.
        names: &'static [&'static str],
    },
    /// A text that does not have the form it must have.
    BadForm {
        /// The text.
        value: String,
        /// What it should be, e.g. `a BCP 47 language tag`.
        expected: &'static str,
    },
    /// A number outside its range.
    OutOfRange {
        /// The number as written.
        value: String,
        /// What it should be.
        expected: &'static str,
    },
    /// A mark that has no valid range of its block.
    BadRange {
        /// Its first code point.
        start: usize,
        /// One past its last.
        end: usize,
        /// Code points in the block.
        length: usize,
    },
    /// A list that must not be empty.
    EmptyList {
        /// What belongs into it.
        expected: &'static str,
    },
    /// A key that the format does not know.
    UnknownKey,
    /// A key that stands twice in one object.
    RepeatedKey,
    /// An id that was used before.
    RepeatedId {
        /// The id.
        id: String,
    },
    /// A reference to something that is not there.
    Dangling {
        /// What should have this id, e.g. `entity`.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// A quotation that, by way of its parents, stands in itself.
    ParentCycle,
    /// `headline` is not what the headline block says.
    HeadlineDiffers {
        /// JSON path of the headline block.
        block: String,
    },
    /// `headline` is there and no block is of that type.
    NoHeadlineBlock,
    /// A speaker of whom nothing is known.
    NobodyNamed,
    /// An anchor without the words that stand there.
    Unchecked,
    /// An anchor whose offsets point at other words than its `exact`.
    Misplaced(Box<Misplaced>),
    /// An anchor whose place was not found by any rule.
    NotLocated(Box<NotLocated>),
    /// Something that strict JSON does not allow.
    NotStrict {
        /// What it is.
        lax: Lax,
        /// How often it occurs.
        count: usize,
    },
    /// The item has no text of its own, only a summary.
    SummaryOnly,
    /// The body ends with words such as `… [+1234 chars]`.
    CutShort,
    /// The body has lost the letters of its script.
    LettersLost,
    /// The stated language is not written in the script of the text.
    OtherScript {
        /// The language tag in the file.
        tag: String,
    },
    /// The offsets of all annotations fit better when they count another unit.
    OtherUnit {
        /// What the format says they count.
        stated: OffsetUnit,
        /// What they count.
        found: OffsetUnit,
    },
    /// A place that begins in one paragraph and ends in another.
    AcrossBlocks,
    /// A record before this one that is no article.
    RecordRefused {
        /// Why not.
        why: String,
    },
}

/// What tools write though strict JSON (RFC 8259) does not allow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lax {
    /// Half of a surrogate pair in `\u` escapes.
    Surrogate,
    /// `NaN`, `Infinity` or `-Infinity`.
    NotANumber,
    /// A control character in a string, not escaped.
    Control,
}

impl Lax {
    /// What it is read as.
    pub(crate) fn stand_in(self) -> &'static str {
        match self {
            Self::Surrogate => "U+FFFD",
            Self::NotANumber => "null",
            Self::Control => "an escape",
        }
    }
}

/// An anchor that was wrong and has been put right.
#[derive(Debug, Clone, PartialEq)]
pub struct Misplaced {
    /// The words.
    pub exact: String,
    /// Where the file says they stand.
    pub stated: StatedPlace,
    /// Id of the block in which they stand.
    pub block: String,
    /// Where they stand in it, in code points.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// How they were found.
    pub how: Repair,
}

/// An anchor that could not be put right.
#[derive(Debug, Clone, PartialEq)]
pub struct NotLocated {
    /// The words, where the file states them.
    pub exact: Option<String>,
    /// Where the file says they stand.
    pub stated: StatedPlace,
    /// What stands there instead, where there is such a place.
    pub found: Option<String>,
    /// The search was not made, because too many other anchors of the file had to be searched for.
    pub gave_up: bool,
}

/// A place as a file states it, right or wrong.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StatedPlace {
    /// Block id.
    pub block: Option<String>,
    /// Start offset.
    pub start: Option<usize>,
    /// End offset.
    pub end: Option<usize>,
}

/// The rule by which a wrong anchor was put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// Its offsets count another unit.
    Unit(OffsetUnit),
    /// The nearest place in the block where the words stand.
    Nearest,
    /// Among several places, the one with the stated prefix or suffix.
    Context,
    /// The only place in another block.
    OtherBlock,
}

/// What was done about a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// The value does not count.
    Ignored,
    /// The value stays as it is.
    Kept,
    /// The whole item (an entity, a speaker, a mark) was left out.
    LeftOut,
    /// The item stays, without this place in the text.
    Unlocated,
    /// The last of several counts.
    LastCounts,
    /// The corrected place counts.
    Corrected,
    /// The text of the headline block counts.
    BlockCounts,
    /// The value is taken as the only element of the array that belongs there.
    ListOfOne,
    /// Another value stands in.
    ReadAs(String),
}

impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ignored => "ignored",
            Self::Kept => "kept as it is",
            Self::LeftOut => "left out",
            Self::Unlocated => "listed without this place",
            Self::LastCounts => "the last one counts",
            Self::Corrected => "corrected",
            Self::BlockCounts => "the block's text counts",
            Self::ListOfOne => "read as a list of one",
            Self::ReadAs(value) => return write!(f, "read as {}", Quoted(value)),
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { key } => write!(f, "has no {}", Quoted(key)),
            Self::WrongType { found, expected } => write!(f, "{found} where {expected} belongs"),
            Self::UnknownName { value, what, nearest, names } => {
                write!(f, "{} is no {what}; ", Quoted(value))?;
                match nearest {
                    Some(name) => write!(f, "did you mean {}?", Quoted(name)),
                    None => write!(f, "known are {}", comma_list(*names)),
                }
            }
            Self::BadForm { value, expected } => write!(f, "{} is not {expected}", Quoted(value)),
            Self::OutOfRange { value, expected } => write!(f, "{value} is not {expected}"),
            Self::BadRange { start, end, length } => {
                write!(f, "{start}..{end} is no range of the block's {length} code points")
            }
            Self::EmptyList { expected } => write!(f, "is empty where {expected} belongs"),
            Self::UnknownKey => f.write_str("the native format has no such key (its own begin with x-)"),
            Self::RepeatedKey => f.write_str("the key stands twice in one object"),
            Self::RepeatedId { id } => write!(f, "the id {} was used before; every id is unique", Quoted(id)),
            Self::Dangling { what, id } => write!(f, "there is no {what} {}", Quoted(id)),
            Self::ParentCycle => f.write_str("the quotation would stand in itself"),
            Self::HeadlineDiffers { block } => write!(f, "differs from {block}.text, of which it should be a copy"),
            Self::NoHeadlineBlock => f.write_str("no block has the type \"headline\""),
            Self::NobodyNamed => f.write_str("names nobody; a speaker needs entity, name or anchor"),
            Self::Unchecked => f.write_str("has no \"exact\", so that its offsets cannot be checked"),
            Self::Misplaced(misplaced) => misplaced.fmt(f),
            Self::NotLocated(not_located) => not_located.fmt(f),
            Self::NotStrict { lax, count } => {
                f.write_str(match lax {
                    Lax::Surrogate => "half of a surrogate pair",
                    Lax::NotANumber => "NaN or Infinity, which JSON does not have",
                    Lax::Control => "a control character that is not escaped",
                })?;
                if *count > 1 { write!(f, " ({count} times)") } else { Ok(()) }
            }
            Self::SummaryOnly => f.write_str("there is no text of the article here, only a summary"),
            Self::CutShort => f.write_str("the text is cut short in the file"),
            Self::LettersLost => f.write_str("the text has lost its letters in the file"),
            Self::OtherScript { tag } => write!(f, "the text is not in the script of {}", Quoted(tag)),
            Self::OtherUnit { stated, found } => {
                write!(f, "the offsets count {}, not {}", found.as_str(), stated.as_str())
            }
            Self::AcrossBlocks => f.write_str("begins in one paragraph and ends in another"),
            Self::RecordRefused { why } => write!(f, "no article: {why}"),
        }
    }
}

impl fmt::Display for Misplaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { exact, stated, block, start, end, how } = self;
        write!(f, "{} is not at {stated} but at {start}..{end} of block {} (", Quoted(exact), Quoted(block))?;
        match how {
            Repair::Unit(unit) => write!(f, "the offsets count {}, not code points", unit.as_str())?,
            Repair::Nearest => f.write_str("the nearest match")?,
            Repair::Context => f.write_str("chosen by prefix and suffix")?,
            Repair::OtherBlock => f.write_str("the only match in another block")?,
        }
        f.write_str(")")
    }
}

impl fmt::Display for NotLocated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.exact, &self.found) {
            (Some(exact), Some(found)) => {
                write!(f, "{} is not at {}, where {} stands", Quoted(exact), self.stated, Quoted(found))?;
            }
            (Some(exact), None) => write!(f, "{} is not at {}, which is no place", Quoted(exact), self.stated)?,
            (None, _) => return write!(f, "{} is no place, and there is no \"exact\" to search for", self.stated),
        }
        f.write_str(if self.gave_up { ", and too many anchors are wrong to search for all" } else { ", nor elsewhere" })
    }
}

impl fmt::Display for StatedPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |offset: Option<usize>| offset.map_or_else(|| "?".to_owned(), |offset| offset.to_string());
        write!(f, "{}..{} of ", number(self.start), number(self.end))?;
        match &self.block {
            Some(id) => write!(f, "block {}", Quoted(id)),
            None => f.write_str("no block"),
        }
    }
}
