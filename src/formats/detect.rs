//! Which format a JSON value is in. Each format has one file; this one chooses among them.
//!
//! Formats are asked from the most to the least telling: a marker, keys that only one has, a shape,
//! and last the flat article. What none claims is refused: to take something for an article that is
//! none is worse than to refuse one.

use serde_json_borrow::{ObjectAsVec, Value};

use super::error::Problem;
use super::fault::{Fault, Warning};
use super::fields::Fields;
use super::json::{quotable, type_name};
use super::jsonfeed::{self, Feed};
use super::path::Path;
use super::{
    ans, applenews, bbc, corenlp, eventregistry, flat, fundus, guardian, jsonld, labelstudio, native, newsapi,
    newspaper, newsplease, ninjs, postlight, readability, spans, stanza, trafilatura, uima, wallabag, wordpress,
};
use crate::article::Article;

/// How an article came out of a value.
type Read = Result<(Article, Vec<Warning>), Problem>;

/// The formats, each with its name for people, the question whether an object is one, and its reader.
macro_rules! formats {
    ($($(#[$doc:meta])* $variant:ident = $name:expr, $is:path, $read:path;)+) => {
        /// A format that this program reads.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Format {
            /// The native format, `newsreader-article/1`.
            Native,
            /// An item of a JSON Feed.
            JsonFeed,
            /// Stanza's list of sentences.
            Stanza,
            /// A text without any form.
            PlainText,
            $($(#[$doc])* $variant,)+
        }

        impl Format {
            /// The format's name for people.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    Self::Native => native::FORMAT,
                    Self::JsonFeed => "JSON Feed",
                    Self::Stanza => "Stanza",
                    Self::PlainText => "plain text",
                    $(Self::$variant => $name,)+
                }
            }
        }

        /// The format of an object that is neither native nor an item of a feed.
        fn foreign(fields: &Fields<'_>) -> Option<Format> {
            $(if $is(fields) { return Some(Format::$variant); })+
            None
        }

        /// Reads an object as what it was found to be.
        fn read_foreign(format: Format, fields: &Fields<'_>) -> Read {
            match format {
                $(Format::$variant => $read(fields),)+
                Format::Native | Format::JsonFeed | Format::Stanza | Format::PlainText => Err(Problem::no_article(fields.map())),
            }
        }
    };
}

formats! {
    /// schema.org JSON-LD.
    JsonLd = "schema.org JSON-LD", jsonld::is, jsonld::read;
    /// A post of the WordPress REST API.
    WordPress = "WordPress REST", wordpress::is, wordpress::read;
    /// Arc XP ANS.
    Ans = "Arc XP ANS", ans::is, ans::read;
    /// Apple News Format.
    AppleNews = "Apple News Format", applenews::is, applenews::read;
    /// UIMA CAS JSON, as INCEpTION writes it.
    Uima = "UIMA CAS JSON", uima::is, uima::read;
    /// Stanford CoreNLP.
    CoreNlp = "CoreNLP", corenlp::is, corenlp::read;
    /// BBC articles as blocks.
    Bbc = "BBC blocks", bbc::is, bbc::read;
    /// The Guardian's content API.
    Guardian = "Guardian content API", guardian::is, guardian::read;
    /// fundus.
    Fundus = "fundus", fundus::is, fundus::read;
    /// Event Registry (NewsAPI.ai).
    EventRegistry = "Event Registry", eventregistry::is, eventregistry::read;
    /// wallabag.
    Wallabag = "wallabag", wallabag::is, wallabag::read;
    /// Label Studio.
    LabelStudio = "Label Studio", labelstudio::is, labelstudio::read;
    /// IPTC ninjs 1.x to 3.x.
    Ninjs = "IPTC ninjs", ninjs::is, ninjs::read;
    /// Mozilla's Readability.js.
    Readability = "Readability.js", readability::is, readability::read;
    /// Postlight (Mercury) Parser.
    Postlight = "Postlight Parser", postlight::is, postlight::read;
    /// news-please.
    NewsPlease = "news-please", newsplease::is, newsplease::read;
    /// trafilatura.
    Trafilatura = "trafilatura", trafilatura::is, trafilatura::read;
    /// newspaper3k and newspaper4k.
    Newspaper = "newspaper", newspaper::is, newspaper::read;
    /// NewsAPI.org, GNews, newsdata.io.
    NewsApi = "news API", newsapi::is, newsapi::read;
    /// spaCy, displaCy, Prodigy, doccano.
    Spans = "text with spans", spans::is, spans::read;
    /// Title and body under any of their usual names.
    Flat = "flat article", flat::is, flat::read;
}

/// Chooses the format of a JSON value; the error says what is missing.
pub(super) fn detect(value: &Value<'_>, feed: Option<&Feed>) -> Result<Format, Problem> {
    if stanza::is(value) {
        return Ok(Format::Stanza);
    }
    let Value::Object(map) = value else {
        return Err(Problem::NotAnObject { found: type_name(value) });
    };
    let last = |key: &str| map.iter().filter(|(name, _)| *name == key).last().map(|(_, value)| value);
    if let Some(Value::Str(format)) = last("format")
        && format == native::FORMAT
    {
        return Ok(Format::Native);
    }
    if is_json_schema(map) {
        return Err(Problem::JsonSchema);
    }
    let found = Fields::of(value).and_then(|fields| match feed {
        Some(_) if jsonfeed::is_item(&fields) => Some(Format::JsonFeed),
        _ => foreign(&fields),
    });
    match (found, last("format")) {
        (Some(format), _) => Ok(format),
        (None, Some(Value::Str(format))) => Err(Problem::WrongFormat { found: quotable(format) }),
        (None, Some(other)) => {
            let fault = Fault::WrongType { found: type_name(other), expected: "the string \"newsreader-article/1\"" };
            Err(Problem::Value { place: Path::ROOT.key("format").to_string(), fault: Box::new(fault) })
        }
        (None, None) => Err(Problem::no_article(map)),
    }
}

/// Reads a value as what [`detect`] found it to be. A native article is read from its text ([`native::read`]), without a
/// tree of all of it.
pub(super) fn read(format: Format, value: &Value<'_>, feed: Option<&Feed>) -> Read {
    match (format, Fields::of(value)) {
        (Format::Stanza, _) => stanza::read(value),
        (_, None) => Err(Problem::NotAnObject { found: type_name(value) }),
        (Format::JsonFeed, Some(fields)) => jsonfeed::read(&fields, feed.unwrap_or(&Feed::default())),
        (_, Some(fields)) => read_foreign(format, &fields),
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
