//! What has a title and a text, or only a text, and is no article all the same: an event, a product, a chat message, an
//! annotation task, a form, settings. To show one of these as an article is worse than to refuse it.

use serde_json_borrow::Value;

use super::fields::Fields;
use super::names::{AUTHORS, KEYWORDS, LANGUAGES, PUBLISHED, PUBLISHERS, SECTIONS, SUMMARIES, URLS};

/// Values of `type` that say that an object is no article.
const TYPES: &[&str] = &[
    "event",
    "picture",
    "image",
    "photo",
    "graphic",
    "video",
    "audio",
    "planning",
    "person",
    "organization",
    "place",
    "product",
    "featurecollection",
    "object",
    "user",
    "job",
    "recipe",
    "error",
    "message",
    "issue",
    "pullrequest",
    "form",
    "survey",
    "quiz",
    "dashboard",
    "notification",
    "module",
    "application",
];

/// Types of schema.org that may well be an article.
const SCHEMA_TYPES: &[&str] = &["WebPage", "ItemPage", "CreativeWork", "Thing", "Review", "Quotation", "WebContent"];

/// Keys of one kind of thing, and how many of them make an object that thing.
const KINDS: &[(usize, &str)] = &[
    // Programs and their settings.
    (1, "openapi swagger asyncapi nbformat dependencies devdependencies compileroptions $defs"),
    (2, "info paths servers components definitions scripts main plugins settings env port host debug"),
    (2, "icon badge buttons button placeholder actions onclick clickaction tooltip submit cancel save ok"),
    (2, "fields inputs required validation default enum properties widgets panels"),
    // Maps.
    (2, "geometry features bbox coordinates properties"),
    // Events.
    (2, "startdate starttime startsat dtstart enddate endtime endsat dtend venue attendees organizer rsvp"),
    (1, "eventdetails eventstatus icaluid"),
    // Goods, work, food, media.
    (2, "price sku variants vendor instock productid discount"),
    (2, "salary jobtype employmenttype company companyname jobtitle hiringorganization benefits"),
    (1, "ingredients"),
    (2, "isbn imdbid runtime album artist track lyrics durationms episode season"),
    // Software projects and lists of things to do.
    (2, "state number assignee assignees milestone issueurl commentsurl labelsurl pullrequest duedate"),
    // Conversations with people and with models.
    (2, "role messages prompt completion response instruction output choices usage"),
    (2, "role content"),
    (2, "from to cc bcc inreplyto messageid threadts chatid"),
    // Questions.
    (2, "question answers answer context options correctanswer hypothesis premise"),
];

/// Keys that social networks give to what their people write.
const SOCIAL: &str = "retweetcount favoritecount inreplytostatusid quotecount idstr publicmetrics subreddit linkid \
     parentid conversationid reblogscount favouritescount inreplytoid";

/// Whether an object says that it is something else than an article.
pub(super) fn is(fields: &Fields<'_>, titled: bool) -> bool {
    let keys: Vec<String> =
        fields.map().iter().filter(|(_, value)| !value.is_null()).map(|(key, _)| plain(key)).collect();
    let count = |names: &str| names.split(' ').filter(|name| keys.iter().any(|key| key == name)).count();
    let other_type = fields.text(&["type", "kind"]).is_some_and(|name| TYPES.contains(&plain(name).as_str()));
    let task =
        fields.has("image") && ["spans", "annotations", "_input_hash", "bboxes"].iter().any(|key| fields.has(key));
    let error = fields.get("error").is_some_and(|error| error.as_bool() != Some(false))
        || fields.has("errors") && fields.has("status");
    let social = !titled && count(SOCIAL) > 0;
    other_type
        || schema_type(fields)
        || task
        || error
        || social
        || KINDS.iter().any(|(enough, names)| count(names) >= *enough)
}

/// Whether an object names a type of schema.org that is none of text.
fn schema_type(fields: &Fields<'_>) -> bool {
    let types = fields.get("@type").map(super::fields::names).unwrap_or_default();
    !types.is_empty()
        && !types.iter().any(|name| SCHEMA_TYPES.contains(&name.rsplit(['/', ':', '#']).next().unwrap_or_default()))
}

/// A name without case and separators.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).take(64).flat_map(char::to_lowercase).collect()
}

/// Whether a text is one that people read: some words, or some letters in a script without spaces.
pub(super) fn is_prose(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).take(4).count();
    let letters = text.chars().filter(|c| c.is_alphabetic() && u32::from(*c) >= 0xe00).take(12).count();
    words > 3 || letters > 11
}

/// Whether an object with a title and a short text is a list of such: words of an interface, or settings.
pub(super) fn is_list_of_words(fields: &Fields<'_>) -> bool {
    let names = [
        URLS,
        PUBLISHED,
        AUTHORS,
        PUBLISHERS,
        SUMMARIES,
        KEYWORDS,
        SECTIONS,
        LANGUAGES,
        &["id", "guid", "image", "uuid"],
    ];
    let short = |value: &Value<'_>| value.as_str().is_some_and(|text| text.chars().nth(40).is_none());
    let shorts = fields.map().iter().filter(|(_, value)| short(value)).count();
    !names.iter().any(|names| fields.any(names).is_some()) && shorts > 5
}
