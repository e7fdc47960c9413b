//! Label Studio: tasks with a text in `data` and labelled regions of it in `annotations[].result[]`, and the short form
//! of its export (JSON-MIN). Offsets are those of JavaScript: UTF-16 code units.

use serde_json_borrow::Value;

use super::draft::Draft;
use super::error::Problem;
use super::fault::Warning;
use super::fields::Fields;
use super::offsets::OffsetUnit;
use super::path::Path;
use super::standoff::{Annotator, Noted};
use super::whole::Whole;
use super::{flat, html};
use crate::article::Article;

/// Keys of the text in `data`, before any other that has one.
const TEXTS: &[&str] = &["text", "content", "body", "article", "dialogue", "document", "html"];

/// Whether an object is a task.
pub(super) fn is(fields: &Fields<'_>) -> bool {
    let lists = ["annotations", "completions", "predictions"];
    let task = fields.object("data").is_some() && lists.iter().any(|key| fields.get(key).is_some_and(Value::is_array));
    task || short(fields).is_some()
}

/// The key of the regions in the short form.
fn short<'d>(fields: &Fields<'d>) -> Option<&'d str> {
    let region = |value: &Value<'_>| {
        Fields::of(value)
            .is_some_and(|region| region.has("start") && region.has("end") && !region.array("labels").is_empty())
    };
    let is_list = |value: &Value<'_>| value.as_array().is_some_and(|list| list.iter().any(region));
    text(fields)?;
    fields.map().iter().find(|(_, value)| is_list(value)).map(|(key, _)| key)
}

/// The text among the data.
fn text<'d>(data: &Fields<'d>) -> Option<&'d str> {
    TEXTS.iter().find_map(|key| data.str(key)).or_else(|| {
        let strings = data.map().iter().filter_map(|(_, value)| value.as_str());
        strings.filter(|text| text.contains(char::is_whitespace)).max_by_key(|text| text.len())
    })
}

/// Reads a task.
pub(super) fn read(fields: &Fields<'_>) -> Result<(Article, Vec<Warning>), Problem> {
    let data = fields.object("data").unwrap_or(*fields);
    let refusal = || Problem::nearest(fields.map(), "a Label Studio task", "a text in data");
    let text = text(&data).ok_or_else(refusal)?;
    let mut draft = Draft::new("Label Studio");
    let language = ["title", "headline"].iter().find_map(|key| data.str(key)).map_or_else(
        || data.text(&["language", "lang"]),
        |title| {
            draft.headline(Some(title));
            data.text(&["language", "lang"])
        },
    );
    draft.url(data.text(&["url", "link", "source_url"]));
    let regions = regions(fields);
    if html::is_html(text) {
        draft.html(text);
        // Offsets count in the text nodes of a page; the words of a region are what is left.
        let whole = Whole::joined(&draft.article, usize::from(draft.article.headline.is_some()), "\n");
        let words = regions.into_iter().map(|region| Noted { start: None, end: None, ..region }).collect::<Vec<_>>();
        add(&whole, &words, &mut draft);
    } else {
        let whole = Whole::of_text(text, &mut draft);
        add(&whole, &regions, &mut draft);
    }
    flat::finish(fields, draft, language, "a Label Studio task")
}

fn add(whole: &Whole<'_>, regions: &[Noted<'_>], draft: &mut Draft) {
    let mut annotator = Annotator::new(whole, OffsetUnit::Utf16);
    regions.iter().for_each(|region| annotator.add(region, &mut draft.article, &mut draft.notes));
}

/// The regions of the first annotation that was not cancelled, else of the first prediction.
fn regions<'d>(fields: &Fields<'d>) -> Vec<Noted<'d>> {
    if let Some(key) = short(fields).filter(|_| fields.object("data").is_none()) {
        let regions = fields.array(key).iter().enumerate();
        return regions
            .filter_map(|(at, region)| noted(&Fields::of(region)?, Path::ROOT.key(key).index(at).to_string()))
            .collect();
    }
    for key in ["annotations", "completions", "predictions"] {
        for (number, annotation) in fields.array(key).iter().enumerate() {
            let Some(annotation) = Fields::of(annotation) else { continue };
            if annotation.get("was_cancelled").and_then(Value::as_bool) == Some(true) {
                continue;
            }
            let results = annotation.array("result").iter().enumerate();
            let found: Vec<Noted<'_>> = results
                .filter_map(|(at, result)| {
                    let path = format!("{key}[{number}].result[{at}].value");
                    noted(&Fields::of(result)?.object("value")?, path)
                })
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
    }
    vec![]
}

/// A region of a text; none when it is of an image, or a choice for the whole task.
fn noted<'d>(value: &Fields<'d>, path: String) -> Option<Noted<'d>> {
    let labels = ["labels", "hypertextlabels", "paragraphlabels"].iter().find_map(|key| value.array(key).first());
    let label = labels.and_then(Value::as_str)?;
    let global = value.object("globalOffsets");
    let offset = |key: &str| global.and_then(|global| global.offset(key)).or_else(|| value.offset(key));
    let (start, end) = (offset("start"), offset("end"));
    let exact = value.get("text").and_then(Value::as_str);
    (start.is_some() && end.is_some() || exact.is_some()).then(|| Noted {
        start,
        end,
        exact: exact.map(Into::into),
        label: label.into(),
        path,
        ..Noted::default()
    })
}
