//! UIMA CAS JSON 0.4, as INCEpTION exports it: the text is the `sofaString` of a feature structure, annotations are
//! others with `begin` and `end` in UTF-16 code units.

use serde_json_borrow::Value;

use super::draft::{Draft, address};
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::flat;
use super::offsets::OffsetUnit;
use super::standoff::{Annotator, Noted};
use super::whole::Whole;
use crate::article::Article;

/// Features that hold the label of an annotation, the most telling first.
const LABELS: &[&str] = &["value", "label", "type", "category", "entityType", "tag", "kind", "class"];

/// Types of annotations that are layers of grammar or of the document, by the last part of their names.
const OTHERS: &[&str] = &[
    "Sofa",
    "DocumentAnnotation",
    "DocumentMetaData",
    "Sentence",
    "Token",
    "Paragraph",
    "Heading",
    "Div",
    "Lemma",
    "Stem",
    "MorphologicalFeatures",
    "SurfaceForm",
    "POS",
    "Dependency",
    "ROOT",
    "Chunk",
    "CoreferenceLink",
    "CoreferenceChain",
    "TagsetDescription",
    "Annotation",
    "SemPred",
    "SemArg",
    "XmlElement",
    "XmlDocument",
    "XmlTextNode",
    "CASMetadata",
    "LayerMetadata",
    "FeatureMetadata",
    "TagDescription",
];

/// Whether an object is a CAS.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    structures(fields).iter().any(|one| one.str("sofaString").is_some())
}

/// The feature structures, in a list or under their numbers.
fn structures<'d>(fields: &Fields<'d>) -> Vec<Fields<'d>> {
    match fields.get("%FEATURE_STRUCTURES") {
        Some(Value::Object(map)) => map.values().filter_map(Fields::of).collect(),
        Some(Value::Array(list)) => list.iter().filter_map(Fields::of).collect(),
        _ => vec![],
    }
}

/// Reads a CAS: the first view that has a text.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let structures = structures(fields);
    let refusal = || Problem::nearest(fields.map(), "UIMA CAS JSON", "a sofaString in a feature structure");
    let sofas = || structures.iter().filter(|one| one.str("sofaString").is_some());
    let initial = sofas().find(|sofa| sofa.str("sofaID") == Some("_InitialView"));
    let sofa = initial.or_else(|| sofas().next()).ok_or_else(refusal)?;
    let number = sofa.offset("%ID");
    let of_text = |one: &&Fields<'_>| number.is_none() || one.offset("@sofa").is_none_or(|sofa| Some(sofa) == number);
    let mut draft = Draft::new("UIMA CAS JSON");
    let said = |key: &str| structures.iter().find_map(|one| one.str(key));
    draft.headline(said("documentTitle").filter(|title| title.contains(char::is_whitespace)));
    said("documentId").into_iter().for_each(|id| draft.keep("documentId", id));
    draft.url(said("documentUri").filter(|uri| uri.starts_with("http")));
    let whole = Whole::of_text(sofa.str("sofaString").unwrap_or_default(), &mut draft);
    let mut annotator = Annotator::new(&whole, OffsetUnit::Utf16);
    for noted in structures.iter().filter(of_text).filter_map(noted) {
        annotator.add(&noted, &mut draft.article, &mut draft.notes);
    }
    let language = said("language").filter(|language| *language != "x-unspecified");
    flat::finish(fields, draft, language, "UIMA CAS JSON")
}

/// What an annotation says of its place; none when it is of grammar.
fn noted<'d>(one: &Fields<'d>) -> Option<Noted<'d>> {
    let name = one.str("%TYPE")?;
    let short = name.rsplit('.').next().unwrap_or(name);
    let grammar = [".pos.", ".dependency.", ".morph.", ".syntax.", ".constituency.", ".chunk."];
    if OTHERS.contains(&short) || short.ends_with("[]") || grammar.iter().any(|part| name.contains(part)) {
        return None;
    }
    let (start, end) = (one.offset("begin")?, one.offset("end")?);
    if start == end {
        return None;
    }
    let own = |(key, value): (&'d str, &'d Value<'d>)| {
        let identifies = key.starts_with(['%', '@', '^']) || key.eq_ignore_ascii_case("identifier");
        value.as_str().filter(|text| !identifies && !text.trim().is_empty())
    };
    let label = LABELS.iter().find_map(|key| one.str(key)).or_else(|| one.map().iter().find_map(own));
    let identifier = ["identifier", "Identifier", "uri"].iter().find_map(|key| one.str(key));
    Some(Noted {
        start: Some(start),
        end: Some(end),
        label: label.unwrap_or(short).into(),
        same_as: identifier.and_then(address).into_iter().collect(),
        path: format!("%FEATURE_STRUCTURES, %ID {}", one.offset("%ID").unwrap_or_default()),
        ..Noted::default()
    })
}
