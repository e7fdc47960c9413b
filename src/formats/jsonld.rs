//! schema.org JSON-LD: `NewsArticle` and its kin, alone, in a list or in a `@graph`.

use std::ops::Range;

use serde_json_borrow::Value;

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::{self, Fields};
use super::html;
use crate::article::{Article, BlockKind, BlockRole, EntityKind};

/// Types of nodes that are articles, besides those that end in `NewsArticle`.
const TYPES: &[&str] = &[
    "Article",
    "BlogPosting",
    "LiveBlogPosting",
    "Report",
    "SatiricalArticle",
    "TechArticle",
    "ScholarlyArticle",
    "AdvertiserContentArticle",
    "DiscussionForumPosting",
];

/// Whether an object is a JSON-LD node of an article type.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    types(fields).iter().any(|name| name.ends_with("NewsArticle") || TYPES.contains(&name.as_str()))
}

/// The types of a node, without what stands before their names.
fn types(fields: &Fields<'_>) -> Vec<String> {
    let names = fields.get("@type").map(fields::names).unwrap_or_default();
    names.iter().map(|name| name.rsplit(['/', ':', '#']).next().unwrap_or_default().to_owned()).collect()
}

/// Whether the elements of an array are nodes of JSON-LD, of which some may be articles.
pub(super) fn is_list(text: &str, elements: &[Range<usize>]) -> bool {
    elements.iter().take(50).any(|element| with_node(text, element, |node| node.has("@type")).unwrap_or(false))
}

/// Those of some elements that are articles; all of them when none is.
pub(super) fn articles(text: &str, elements: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let is_one = |element: &Range<usize>| with_node(text, element, |node| is(&node)).unwrap_or(false);
    let found: Vec<Range<usize>> = elements.iter().filter(|element| is_one(element)).cloned().collect();
    if found.is_empty() { elements } else { found }
}

fn with_node<T>(text: &str, range: &Range<usize>, ask: impl Fn(Fields<'_>) -> T) -> Option<T> {
    let value: Value<'_> = serde_json::from_str(&text[range.clone()]).ok()?;
    Fields::of(&value).map(ask)
}

/// Reads a node.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("schema.org JSON-LD");
    draft.headline(fields.text(&["headline", "name"]));
    draft.article.alternative_headline = fields.text(&["alternativeHeadline"]).map(html::inline);
    let summary = fields.text(&["description", "abstract"]);
    draft.description(summary);
    if let Some(body) = fields.text(&["articleBody", "text"]) {
        draft.body(body);
    }
    live_updates(fields, &mut draft);
    if !draft.has_body()
        && let Some(summary) = summary
    {
        draft.summary(summary);
    }
    if !draft.has_body() {
        return Err(Problem::nearest(fields.map(), "a schema.org article", "articleBody or description"));
    }
    draft.url(fields.text(&["url"]).or_else(|| page(fields)));
    draft.dates(fields.get("datePublished").or_else(|| fields.get("dateCreated")), fields.get("dateModified"));
    draft.authors(fields.get("author").or_else(|| fields.get("creator")));
    draft.publisher(fields.get("publisher").or_else(|| fields.get("sourceOrganization")));
    draft.keywords(fields.get("keywords"));
    draft.sections(fields.get("articleSection"));
    draft.article.dateline = fields.text(&["dateline"]).map(html::inline);
    draft.article.license = fields.text(&["license"]).map(str::to_owned);
    draft.article.copyright_notice = fields.text(&["copyrightNotice"]).map(str::to_owned);
    for key in ["about", "mentions"] {
        things(fields, key, &mut draft);
    }
    let language = fields.get("inLanguage").and_then(language);
    Ok(draft.finish(language.as_deref()))
}

/// The page that the node is the main entity of.
fn page<'d>(fields: &Fields<'d>) -> Option<&'d str> {
    let page = fields.get("mainEntityOfPage")?;
    page.as_str().or_else(|| Fields::of(page)?.text(&["@id", "url"])).filter(|url| url.contains("://"))
}

/// `ar`, `{"@type": "Language", "name": "Arabic", "alternateName": "ar"}`, or a list of those.
fn language(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Array(list) => list.first().and_then(language),
        Value::Object(_) => Fields::of(value)?.text(&["alternateName", "name", "@value", "@id"]).map(str::to_owned),
        _ => value.as_str().map(str::to_owned),
    }
}

/// The entries of a live blog, newest first as they stand.
fn live_updates(fields: &Fields<'_>, draft: &mut Draft) {
    for update in fields.objects("liveBlogUpdate") {
        let first = draft.article.blocks.len();
        if let Some(headline) = update.text(&["headline", "name"]) {
            draft.push(BlockKind::Heading, &html::inline(headline));
        }
        if let Some(body) = update.text(&["articleBody", "text", "description"]) {
            draft.body(body);
        }
        for block in &mut draft.article.blocks[first..] {
            block.role = Some(BlockRole::LiveUpdate);
            block.level = (block.kind == BlockKind::Heading).then_some(3).or(block.level);
        }
    }
}

/// The things under `about` or `mentions`; names alone are of an unknown kind.
fn things(fields: &Fields<'_>, key: &str, draft: &mut Draft) {
    let list = match fields.get(key) {
        Some(Value::Array(list)) => list.iter().collect(),
        Some(value) => vec![value],
        None => vec![],
    };
    for thing in list {
        if let Some(name) = thing.as_str() {
            draft.entity(name, EntityKind::Other, None, vec![]);
        } else if let Some(thing) = Fields::of(thing)
            && let Some(name) = thing.text(&["name", "headline"])
        {
            let types = types(&thing);
            let kind = types.iter().map(|name| kind(name)).find(|kind| *kind != EntityKind::Other);
            let mut same_as = thing.get("sameAs").map(fields::names).unwrap_or_default();
            same_as.extend(thing.str("@id").filter(|id| id.contains("://")).map(str::to_owned));
            draft.entity(name, kind.unwrap_or_default(), types.first().map(String::as_str), same_as);
        }
    }
}

fn kind(name: &str) -> EntityKind {
    match name {
        "Person" => EntityKind::Person,
        "Corporation" | "SportsTeam" | "PoliticalParty" => EntityKind::Org,
        _ if name.ends_with("Organization") => EntityKind::Org,
        "Place" | "City" | "Country" | "State" | "AdministrativeArea" | "Continent" => EntityKind::Place,
        "Product" => EntityKind::Product,
        "Legislation" => EntityKind::Law,
        "CreativeWork" | "Book" | "Movie" | "TVSeries" => EntityKind::Work,
        _ if name.ends_with("Event") => EntityKind::Event,
        _ => EntityKind::Other,
    }
}
