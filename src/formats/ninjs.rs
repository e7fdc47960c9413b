//! IPTC ninjs 1.x (`body_text`, `body_html`, `person`), 2.x (`bodies[]`, `people`) and 3.x (the
//! same in camel case), as agencies and Superdesk write them.

use serde_json_borrow::Value;

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::html;
use crate::article::{Article, Block, BlockDetails, BlockKind, EntityKind};

/// Bodies of 1.x, the richest first. 1.x lets anyone add others (`body_main`).
const BODIES: &[&str] = &["body_html", "body_xhtml", "body_richtext", "body_text", "body_main"];

/// Widest rendition of a picture that is linked to, in pixels, if there are others.
const WIDEST: usize = 2048;

/// Lists of entities in every version.
const ENTITIES: &[(&str, EntityKind)] = &[
    ("person", EntityKind::Person),
    ("people", EntityKind::Person),
    ("organisation", EntityKind::Org),
    ("organisations", EntityKind::Org),
    ("place", EntityKind::Place),
    ("places", EntityKind::Place),
    ("event", EntityKind::Event),
    ("events", EntityKind::Event),
    ("object", EntityKind::Other),
    ("objects", EntityKind::Other),
];

/// Whether an object is a news item of ninjs, an article or not.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let named = fields.str_at(&["standard", "name"]).is_some_and(|name| name.eq_ignore_ascii_case("ninjs"));
    let identified = ["uri", "guid", "_id"].iter().any(|key| fields.str(key).is_some());
    let own = ["versioncreated", "versionCreated", "pubstatus", "pubStatus", "bodies", "headlines", "eventDetails"];
    let old = BODIES.iter().any(|key| fields.str(key).is_some());
    let story = fields.has("content_elements");
    named
        || !story
            && identified
            && (own.iter().any(|key| fields.has(key)) || old && (fields.has("headline") || fields.has("type")))
}

/// Reads a news item.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let mut draft = Draft::new("IPTC ninjs");
    let headlines = chosen(fields, "headlines", &["main", ""], &[]);
    let headline = fields.text(&["headline", "headline_main"]).or(headlines).or_else(|| fields.str("title"));
    draft.headline(headline);
    let description = fields
        .text(&["description_text", "description_html"])
        .or_else(|| chosen(fields, "descriptions", &["summary", "text"], &["text/plain"]));
    draft.description(description);
    byline(fields, &mut draft);
    let types = ["text/html", "application/xhtml+xml", "text/plain", "text/vnd.IPTC.NITF"];
    let body = fields.text(BODIES).or_else(|| chosen(fields, "bodies", &["html", "main", "text"], &types));
    match (body, description.filter(|_| is_text(fields))) {
        (Some(body), _) => draft.body(body),
        (None, Some(description)) => draft.summary(description),
        (None, None) => {}
    }
    if !draft.has_body() {
        return Err(match fields.str("type") {
            Some(name) if !is_text(fields) => Problem::other_item(fields.map(), "ninjs", name),
            _ => Problem::nearest(fields.map(), "a ninjs item", "body_html, body_text or bodies"),
        });
    }
    associations(fields).iter().for_each(|item| picture(item, &mut draft));
    metadata(fields, &mut draft);
    for (key, kind) in ENTITIES {
        fields.objects(key).iter().for_each(|thing| entity(thing, *kind, key, &mut draft));
    }
    Ok(draft.finish(fields.str("language")))
}

/// The items that belong to an item: by name in 1.x, in a list since 2.x.
fn associations<'d>(fields: &Fields<'d>) -> Vec<Fields<'d>> {
    match fields.get("associations") {
        Some(Value::Object(map)) => map.values().filter_map(Fields::of).collect(),
        Some(_) => fields.objects("associations"),
        None => vec![],
    }
}

/// A picture that belongs to the item, unless its body has it.
fn picture(item: &Fields<'_>, draft: &mut Draft) {
    if !matches!(item.str("type"), Some("picture" | "graphic")) {
        return;
    }
    let renditions: Vec<Fields<'_>> = match item.get("renditions") {
        Some(Value::Object(map)) => map.values().filter_map(Fields::of).collect(),
        Some(_) => item.objects("renditions"),
        None => vec![],
    };
    let hrefs: Vec<&str> = renditions.iter().filter_map(|one| one.str("href")).collect();
    let width = |one: &&Fields<'_>| one.offset("width").filter(|width| *width <= WIDEST);
    let widest = renditions.iter().filter(|one| one.str("href").is_some()).max_by_key(width);
    let url = widest.and_then(|one| one.str("href")).or_else(|| item.str("href")).map(str::to_owned);
    let described = item.text(&["description_text", "description_caption", "description_html", "caption"]);
    let described = described.or_else(|| chosen(item, "descriptions", &["caption", "text"], &["text/plain"]));
    let headline = item.text(&["headline"]).or_else(|| chosen(item, "headlines", &["main"], &[]));
    let caption = described.or(headline).map(html::inline).filter(|caption| !caption.is_empty());
    let is_there = draft.article.blocks.iter().any(|block| {
        let shown = block.details.url.as_deref().is_some_and(|url| hrefs.contains(&url));
        let said = caption.is_some() && (block.details.alt == caption || Some(&*block.text) == caption.as_deref());
        block.kind == BlockKind::Image && shown || said
    });
    if !is_there && (url.is_some() || caption.is_some()) {
        let credit = item.text(&["byline", "by", "creditline"]).map(html::inline);
        let details = BlockDetails { url, caption, credit, ..BlockDetails::default() }.into();
        draft.article.blocks.push(Block { kind: BlockKind::Image, details, ..Block::default() });
    }
}

/// Whether the item says that it is a text, or does not say what it is.
fn is_text(fields: &Fields<'_>) -> bool {
    let other = fields.str("type").is_some_and(|name| !matches!(name, "text" | "composite"));
    !other && !fields.has("eventDetails")
}

fn byline(fields: &Fields<'_>, draft: &mut Draft) {
    if let Some(byline) = fields.text(&["byline", "by"]) {
        draft.push(BlockKind::Byline, &html::inline(byline));
    }
    draft.article.dateline = fields.text(&["located"]).map(html::inline);
}

fn metadata(fields: &Fields<'_>, draft: &mut Draft) {
    draft.keep("uri", fields.text(&["uri", "guid", "_id"]).unwrap_or_default());
    let uri = fields.str("uri").filter(|uri| uri.starts_with("http"));
    draft.url(fields.str("url").or(uri));
    let created = fields.get("firstcreated").or_else(|| fields.get("firstCreated"));
    let version = fields.get("versioncreated").or_else(|| fields.get("versionCreated"));
    draft.dates(created.or(version), created.and(version));
    draft.authors(fields.get("authors"));
    let holder = ["copyrightholder", "copyrightHolder", "source"].iter().find_map(|key| fields.get(key));
    draft.publisher(holder);
    draft.article.copyright_notice = fields.text(&["copyrightnotice", "copyrightNotice"]).map(html::inline);
    draft.keywords(fields.get("keywords"));
    draft.sections(fields.get("subject").or_else(|| fields.get("subjects")));
}

/// The value of one of several variants (`bodies`, `headlines`): the first content type of a list
/// that there is, then the first role, then whatever comes first.
fn chosen<'d>(fields: &Fields<'d>, key: &str, roles: &[&str], types: &[&str]) -> Option<&'d str> {
    let variants: Vec<Fields<'d>> = fields.objects(key).into_iter().filter(|one| one.str("value").is_some()).collect();
    let content_type = |one: &&Fields<'d>, name: &str| {
        one.text(&["contenttype"]).is_some_and(|stated| stated.to_lowercase().starts_with(&name.to_lowercase()))
    };
    let by_type = types.iter().find_map(|name| variants.iter().find(|one| content_type(one, name)));
    let role = |one: &&Fields<'d>, role: &str| one.str("role").unwrap_or_default() == role;
    let by_role = || roles.iter().find_map(|name| variants.iter().find(|one| role(one, name)));
    by_type.or_else(by_role).or_else(|| variants.first())?.str("value")
}

fn entity(thing: &Fields<'_>, kind: EntityKind, key: &str, draft: &mut Draft) {
    let Some(name) = thing.text(&["name", "literal"]) else { return };
    let mut same_as: Vec<String> = vec![];
    same_as.extend(thing.str("uri").filter(|uri| uri.contains("://")).map(str::to_owned));
    match (thing.str("code"), thing.str("scheme")) {
        (Some(code), _) if code.contains("://") => same_as.push(code.to_owned()),
        (Some(code), Some(scheme)) if scheme.ends_with('/') => same_as.push(format!("{scheme}{code}")),
        _ => {}
    }
    draft.entity(name, kind, Some(key), same_as);
}
