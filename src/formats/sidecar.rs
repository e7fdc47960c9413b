//! Annotations in JSON that stand in a file of their own: W3C Web Annotations (also in pages, collections and the
//! answers of Hypothesis), and what the services of Google, AWS and Azure answer when they are asked for entities.

use serde_json_borrow::Value;

use super::draft::address;
use super::fields::Fields;
use super::path::Path;
use super::standoff::Noted;

/// Deepest nesting that is followed.
const DEEPEST: usize = 6;

/// What is noted in a JSON value; none when it is of no known form.
pub(super) fn read(value: &Value<'_>) -> Option<Vec<Noted<'static>>> {
    let mut noted = vec![];
    let known = collect(value, &Path::ROOT, DEEPEST, &mut noted);
    known.then_some(noted)
}

fn collect(value: &Value<'_>, path: &Path<'_>, depth: usize, noted: &mut Vec<Noted<'static>>) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    if let Value::Array(list) = value {
        let each = list.iter().enumerate();
        return each.fold(false, |known, (at, one)| collect(one, &path.index(at), depth, noted) || known);
    }
    let Some(fields) = Fields::of(value) else { return false };
    let mut inner = |key: &str| fields.get(key).is_some_and(|value| collect(value, &path.key(key), depth, noted));
    if is_annotation(&fields) {
        annotation(&fields, path, noted);
        return true;
    }
    // AWS: of a batch the first answer. Azure: of several documents the first.
    if let Some(first) = fields.array("ResultList").first() {
        return collect(first, &path.key("ResultList").index(0), depth, noted);
    }
    if let Some(first) = fields.array("documents").first() {
        return collect(first, &path.key("documents").index(0), depth, noted);
    }
    if ["items", "first", "rows", "@graph", "results", "annotations"].iter().any(|key| inner(key)) {
        return true;
    }
    let aws = fields.get("Entities").and_then(Value::as_array);
    let others = fields.get("entities").and_then(Value::as_array);
    let (key, Some(list)) = (if aws.is_some() { "Entities" } else { "entities" }, aws.or(others)) else { return false };
    for (at, entity) in list.iter().enumerate() {
        let path = path.key(key);
        if let Some(entity) = Fields::of(entity) {
            service(&entity, &path.index(at), noted);
        }
    }
    true
}

/// An entity of one of the services: with its own place, or with mentions.
fn service(entity: &Fields<'_>, path: &Path<'_>, noted: &mut Vec<Noted<'static>>) {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let metadata = |key: &str| entity.str_at(&["metadata", key]);
    // A group is a number that no other entity has.
    let group = Some(noted.len());
    let address = entity.str("url").or_else(|| metadata("wikipedia_url")).and_then(address);
    let whole = Noted {
        name: owned(entity.str("name")).map(Into::into),
        label: owned(entity.text(&["type", "category"])).unwrap_or_default().into(),
        same_as: address.into_iter().collect(),
        salience: entity.get("salience").and_then(Value::as_f64),
        value: owned(metadata("value")),
        ..Noted::default()
    };
    for key in ["mentions", "Mentions", "matches"] {
        for (at, mention) in entity.array(key).iter().enumerate() {
            let Some(mention) = Fields::of(mention) else { continue };
            let place = path.key(key);
            let label = match &*whole.label {
                "" => owned(mention.str("Type")).unwrap_or_default().into(),
                label => label.to_owned().into(),
            };
            let path = place.index(at).to_string();
            noted.extend(one(&mention).map(|one| Noted {
                group,
                path,
                label,
                confidence: one.confidence,
                ..one.with(&whole)
            }));
        }
    }
    if noted.last().is_none_or(|last| last.group != group) {
        let one = one(entity).unwrap_or_default();
        let path = path.to_string();
        noted.push(Noted { path, ..one.with(&whole) });
    }
}

impl Noted<'static> {
    /// What is said of the entity as a whole.
    fn with(self, whole: &Self) -> Self {
        let Self { start, end, exact, around, confidence, group, path, .. } = self;
        Self { start, end, exact, around, confidence, group, path, ..whole.clone() }
    }
}

/// The words and the place of a mention.
fn one(mention: &Fields<'_>) -> Option<Noted<'static>> {
    let words = mention.object("text").and_then(|text| text.str("content"));
    let words = words.or_else(|| mention.text(&["text"])).map(|words| words.to_owned().into());
    let start = [&["text", "beginOffset"][..], &["BeginOffset"], &["offset"]];
    let start = start.iter().find_map(|keys| super::fields::offset(mention.at(keys)?));
    let end = mention.offset("EndOffset").or_else(|| Some(start? + mention.offset("length")?));
    let scores = ["Score", "confidenceScore", "probability"];
    let confidence = scores.iter().find_map(|key| mention.get(key).and_then(Value::as_f64));
    words.is_some().then_some(Noted { start, end, exact: words, confidence, ..Noted::default() })
}

/// Whether an object is a Web Annotation.
fn is_annotation(fields: &Fields<'_>) -> bool {
    let kind = ["type", "@type"].iter().find_map(|key| fields.get(key)).map(super::fields::names).unwrap_or_default();
    let named = kind.iter().any(|name| name == "Annotation" || name == "oa:Annotation");
    // Hypothesis leaves the type out.
    fields.has("target") && (named || fields.has("uri") && fields.has("user"))
}

fn annotation(fields: &Fields<'_>, path: &Path<'_>, noted: &mut Vec<Noted<'static>>) {
    let mut said = Noted::default();
    let bodies = fields.get("body").into_iter().flat_map(|body| match body {
        Value::Array(list) => list.iter().collect(),
        one => vec![one],
    });
    for body in bodies {
        self::body(body, &mut said);
    }
    let tag = fields.array("tags").first().and_then(Value::as_str);
    if said.label.is_empty() {
        let motivation = fields.get("motivation").map(super::fields::names).unwrap_or_default();
        let label = tag.or_else(|| motivation.first().map(String::as_str)).unwrap_or("annotation");
        said.label = label.to_owned().into();
    }
    let targets = match fields.get("target") {
        Some(Value::Array(list)) => list.iter().collect(),
        target => target.into_iter().collect::<Vec<_>>(),
    };
    for target in targets.iter().filter_map(|target| Fields::of(target)) {
        let mut one = said.clone();
        selector(target.get("selector"), DEEPEST, &mut one);
        if one.start.is_some() || one.exact.is_some() {
            noted.push(Noted { path: path.to_string(), ..one });
        }
    }
}

/// What a body says: a tag is the type, an address identifies.
fn body(body: &Value<'_>, said: &mut Noted<'static>) {
    if let Some(iri) = body.as_str() {
        said.same_as.extend(address(iri));
        return;
    }
    let Some(body) = Fields::of(body) else { return };
    let purpose = body.text(&["purpose"]).unwrap_or_default();
    let value = body.text(&["value", "label", "name"]);
    let iri = ["source", "id", "@id"].iter().find_map(|key| body.str(key)).and_then(address);
    match value {
        // A tag may itself be an address.
        Some(value) if value.contains("://") => said.same_as.extend(address(value)),
        Some(value) if said.label.is_empty() && !matches!(purpose, "commenting" | "replying" | "describing") => {
            said.label = value.to_owned().into();
        }
        _ => {}
    }
    match iri {
        Some(iri) if purpose == "classifying" && said.label.is_empty() => {
            let name = iri.rsplit(['/', '#']).next().unwrap_or_default();
            said.label = name.to_owned().into();
        }
        Some(iri) => said.same_as.push(iri),
        None => {}
    }
}

/// Where a target is: the position and the words of all its selectors together.
fn selector(value: Option<&Value<'_>>, depth: usize, noted: &mut Noted<'static>) {
    let (Some(value), Some(depth)) = (value, depth.checked_sub(1)) else { return };
    if let Value::Array(list) = value {
        list.iter().for_each(|one| selector(Some(one), depth, noted));
        return;
    }
    let Some(fields) = Fields::of(value) else { return };
    let words = |key: &str| fields.get(key).and_then(Value::as_str).map(|words| words.to_owned().into());
    match fields.text(&["type", "@type"]).map(|name| name.trim_start_matches("oa:")) {
        Some("TextPositionSelector") => (noted.start, noted.end) = (fields.offset("start"), fields.offset("end")),
        Some("TextQuoteSelector") => {
            noted.exact = words("exact");
            noted.around = [words("prefix"), words("suffix")];
        }
        _ => {}
    }
    selector(fields.get("refinedBy"), depth, noted);
}
