//! A judge of JSON values by `assets/newsreader.schema.json`, for the keywords that it uses.
//! A keyword that it does not know is an error, so that nothing goes unchecked unnoticed.

use serde_json::{Map, Value};

/// Everything in `value` that the schema of the format does not allow, with its place.
pub(crate) fn violations(value: &Value) -> Vec<String> {
    let root: Value = serde_json::from_str(include_str!("../../assets/newsreader.schema.json")).unwrap();
    let mut found = vec![];
    check(&root, &root, value, "", &mut found);
    found
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let Value::Object(keywords) = schema else { return };
    for (keyword, rule) in keywords {
        let ok = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "default" | "examples" | "format" => true,
            // Both are read together with `properties`; `then` with `if`.
            "patternProperties" | "additionalProperties" | "then" => true,
            "$ref" => {
                let target = root.pointer(rule.as_str().unwrap().strip_prefix('#').unwrap()).unwrap();
                check(root, target, value, at, found);
                true
            }
            "type" => has_type(value, rule.as_str().unwrap()),
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "pattern" => value.as_str().is_none_or(|text| matches_pattern(text, rule.as_str().unwrap())),
            "minLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 >= rule.as_u64().unwrap()),
            "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= rule.as_f64().unwrap()),
            "minItems" => value.as_array().is_none_or(|list| list.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|list| list.len() as u64 <= rule.as_u64().unwrap()),
            "required" => value.as_object().is_none_or(|object| {
                rule.as_array().unwrap().iter().all(|key| object.contains_key(key.as_str().unwrap()))
            }),
            "items" | "prefixItems" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    let schema = if keyword == "items" { Some(rule) } else { rule.get(index) };
                    check(root, schema.unwrap_or(&Value::Null), item, &format!("{at}/{index}"), found);
                }
                true
            }
            "properties" => {
                check_properties(root, keywords, value, at, found);
                true
            }
            "anyOf" => rule.as_array().unwrap().iter().any(|one| is_valid(root, one, value)),
            "allOf" => {
                rule.as_array().unwrap().iter().for_each(|one| check(root, one, value, at, found));
                true
            }
            "if" => {
                if is_valid(root, rule, value) {
                    check(root, &keywords["then"], value, at, found);
                }
                true
            }
            other => panic!("the judge does not know the keyword {other}"),
        };
        if !ok {
            found.push(format!("{at}: {keyword} {rule}: {value}"));
        }
    }
}

fn is_valid(root: &Value, schema: &Value, value: &Value) -> bool {
    let mut found = vec![];
    check(root, schema, value, "", &mut found);
    found.is_empty()
}

fn check_properties(root: &Value, schema: &Map<String, Value>, value: &Value, at: &str, found: &mut Vec<String>) {
    for (key, value) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(key) {
            Some(schema) => check(root, schema, value, &format!("{at}/{key}"), found),
            None if key.starts_with("x-") && schema.contains_key("patternProperties") => {}
            None if schema.contains_key("additionalProperties") => found.push(format!("{at}/{key}: not allowed")),
            None => {}
        }
    }
}

fn has_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("the judge does not know the type {other}"),
    }
}

/// The schema's patterns for ids and languages; those for dates and checksums are not judged.
fn matches_pattern(text: &str, pattern: &str) -> bool {
    let id = |c: char| c.is_ascii_alphanumeric() || "._:-".contains(c);
    match pattern {
        "^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$" => {
            text.starts_with(|c: char| c.is_ascii_alphanumeric()) && text.len() <= 128 && text.chars().all(id)
        }
        "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" => text.split('-').all(|tag| (1..=8).contains(&tag.len())),
        _ => true,
    }
}
