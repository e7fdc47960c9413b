//! Which format a JSON value is in. Each format has one file; this one chooses among them.

use serde_json_borrow::{ObjectAsVec, Value};

use super::error::Problem;
use super::fault::Fault;
use super::json::{quotable, type_name};
use super::native;
use super::path::Path;

/// A format that this program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// The native format, `newsreader-article/1`.
    Native,
}

impl Format {
    /// The format's name for people.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Native => native::FORMAT,
        }
    }
}

/// Chooses the format of a JSON value; the error says what is missing.
pub(super) fn detect(value: &Value<'_>) -> Result<Format, Problem> {
    let Value::Object(map) = value else {
        return Err(Problem::NotAnObject { found: type_name(value) });
    };
    let last = |key: &str| map.iter().filter(|(name, _)| *name == key).last().map(|(_, value)| value);
    match last("format") {
        Some(Value::Str(format)) if format == native::FORMAT => Ok(Format::Native),
        _ if is_json_schema(map) => Err(Problem::JsonSchema),
        Some(Value::Str(format)) => Err(Problem::WrongFormat { found: quotable(format) }),
        Some(other) => {
            let fault = Fault::WrongType { found: type_name(other), expected: "the string \"newsreader-article/1\"" };
            Err(Problem::Value { place: Path::ROOT.key("format").to_string(), fault })
        }
        None => Err(Problem::no_article(map)),
    }
}

/// Whether an object is a JSON Schema: it names a meta-schema, or describes properties.
fn is_json_schema(map: &ObjectAsVec<'_>) -> bool {
    let names_meta_schema =
        map.get("$schema").and_then(Value::as_str).is_some_and(|address| address.contains("json-schema.org/"));
    let describes = map.get("properties").is_some_and(Value::is_object)
        && (map.get("$defs").is_some_and(Value::is_object)
            || map.get("type").and_then(Value::as_str).is_some_and(|name| name == "object"));
    names_meta_schema || describes
}
