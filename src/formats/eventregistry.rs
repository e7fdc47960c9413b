//! Event Registry (NewsAPI.ai): an article with the concepts that it is about, each an address of Wikipedia.

use serde_json_borrow::Value;

use super::draft::{Draft, address};
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::flat;
use crate::article::{Article, EntityKind};

/// Whether an object is an article of this service.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let concept = |concept: &Fields<'_>| concept.str("uri").is_some() && concept.has("label");
    let concepts = fields.objects("concepts").iter().any(concept);
    let own = ["isDuplicate", "dataType", "dateTimePub", "eventUri", "lang"];
    let own = own.iter().filter(|key| fields.has(key)).count();
    fields.str("title").is_some() && fields.has("body") && (own > 2 || concepts && own > 0)
}

/// Reads an article.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("Event Registry");
    let language = flat::metadata(fields, &mut draft);
    if let Some(body) = fields.str("body") {
        draft.body(body);
    }
    draft.dates(["dateTimePub", "dateTime", "date"].iter().find_map(|key| fields.get(key)), None);
    for category in fields.objects("categories") {
        if let Some(name) = category.text(&["label", "uri"]) {
            draft.article.sections.push(name.trim_start_matches("dmoz/").to_owned());
        }
    }
    for concept in fields.objects("concepts") {
        let source = concept.str("type");
        let kind = match source {
            Some("person") => EntityKind::Person,
            Some("org") => EntityKind::Org,
            Some("loc") => EntityKind::Place,
            _ => EntityKind::Other,
        };
        let same_as = concept.str("uri").and_then(address);
        if let Some(name) = label(&concept, language) {
            draft.entity(name, kind, source, same_as.into_iter().collect());
        }
    }
    flat::finish(fields, draft, language, "an article of Event Registry")
}

/// The name of a concept: in the article's language, else in English, else in any.
fn label<'d>(concept: &Fields<'d>, language: Option<&str>) -> Option<&'d str> {
    if let Some(label) = concept.str("label") {
        return Some(label);
    }
    let labels = concept.object("label")?;
    let stated = language.and_then(|language| labels.str(language)).or_else(|| labels.str("eng"));
    stated.or_else(|| labels.map().values().find_map(Value::as_str))
}
