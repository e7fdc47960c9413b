//! Quotations and their speakers.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{Count, Key, key, list, overlap};

/// Kinds of quotations as they are counted: what is partly the speaker's words is direct.
fn quote_kind(quote: &Value) -> &str {
    match quote["kind"].as_str() {
        Some("term") => "term",
        Some("indirect") => "indirect",
        _ => "direct",
    }
}

/// The spans of a quotation without marks, blanks and closing punctuation at their ends.
fn trimmed(article: &Value, quote: &Value) -> Vec<Key> {
    let cut = |c: &char| c.is_whitespace() || "\"'«»“”„‟‘’‹›״.,،;؛:!?؟…".contains(*c);
    let text = |block: &str| list(article, "blocks").iter().find(|b| b["id"] == block).and_then(|b| b["text"].as_str());
    list(quote, "anchors")
        .iter()
        .filter_map(key)
        .map(|(block, start, end)| {
            let chars: Vec<char> = text(&block).unwrap_or("").chars().skip(start).take(end - start).collect();
            let front = chars.iter().take_while(|c| cut(c)).count();
            let back = chars[front..].iter().rev().take_while(|c| cut(c)).count();
            (block, start + front, end - back)
        })
        .collect()
}

/// The gold entity that a found one stands for: the one with which it shares most mentions.
fn meant<'v>(gold: &'v Value, given: &Value, id: &str) -> Option<&'v str> {
    let entity = list(given, "entities").iter().find(|entity| entity["id"] == id)?;
    let at: Vec<Key> = list(entity, "mentions").iter().filter_map(|mention| key(&mention["anchor"])).collect();
    let shared = |other: &Value| {
        list(other, "mentions")
            .iter()
            .filter_map(|mention| key(&mention["anchor"]))
            .filter(|key| at.iter().any(|a| overlap(a, key)))
            .count()
    };
    let best = list(gold, "entities")
        .iter()
        .filter(|other| other["type"] == entity["type"])
        .max_by_key(|other| shared(other))?;
    (shared(best) > 0).then(|| best["id"].as_str()).flatten()
}

/// The words of a quotation.
fn printed(quote: &Value) -> String {
    let words: Vec<&str> = list(quote, "anchors").iter().map(|anchor| anchor["exact"].as_str().unwrap_or("")).collect();
    words.join(" | ")
}

/// Its speakers: what is printed of them, or the ids of their entities.
fn voices(quote: &Value) -> String {
    let of = |speaker: &Value| {
        let places = [&speaker["entity"], &speaker["anchor"]["exact"], &speaker["name"]];
        places.iter().filter_map(|value| value.as_str()).collect::<Vec<_>>().join("/")
    };
    format!("[{}]", list(quote, "speakers").iter().map(of).collect::<Vec<_>>().join(", "))
}

/// Quotations by kind under `quotes …`, speakers of the direct ones of the gold under `speakers`.
pub(crate) fn score_quotes(gold: &Value, given: &Value, counts: &mut BTreeMap<String, Count>, wrong: &mut Vec<String>) {
    let optional = |quote: &Value| quote["x-optional"] == true;
    let mut free: Vec<&Value> = list(given, "quotes").iter().collect();
    for quote in list(gold, "quotes") {
        let (kind, spans) = (quote_kind(quote), trimmed(gold, quote));
        let hit = free.iter().position(|other| quote_kind(other) == kind && trimmed(given, other) == spans);
        let found = hit.map(|at| free.swap_remove(at));
        if optional(quote) {
            continue;
        }
        let right = usize::from(found.is_some());
        counts.entry(format!("quotes {kind}")).or_default().add(Count { right, gold: 1, given: right });
        if found.is_none() {
            wrong.push(format!("missed {kind} {spans:?} {}", printed(quote)));
        }
        let speakers = list(quote, "speakers");
        if kind != "direct" || speakers.is_empty() {
            continue;
        }
        let mut wanted: Vec<&str> = speakers.iter().filter_map(|speaker| speaker["entity"].as_str()).collect();
        wanted.extend(list(quote, "x-accept-speakers").iter().filter_map(Value::as_str));
        let named = |speaker: &Value| {
            speaker["entity"].is_null()
                && speakers.iter().any(|gold| gold["entity"].is_null() && gold["name"] == speaker["name"])
        };
        let right = found.is_some_and(|found| {
            let given_speakers = list(found, "speakers");
            let fine = |speaker: &Value| {
                speaker["entity"].as_str().and_then(|id| meant(gold, given, id)).is_some_and(|id| wanted.contains(&id))
                    || named(speaker)
            };
            !given_speakers.is_empty() && given_speakers.iter().all(fine)
        });
        counts.entry("speakers".into()).or_default().add(Count { right: usize::from(right), gold: 1, given: 1 });
        if !right {
            wrong.push(format!(
                "speaker of {}: {} instead of {}: {}",
                quote["id"],
                found.map_or(String::new(), voices),
                voices(quote),
                printed(quote)
            ));
        }
    }
    for quote in free.into_iter().filter(|quote| {
        quote_kind(quote) != "indirect"
            || list(gold, "quotes").iter().any(|q| quote_kind(q) == "indirect" && !optional(q))
    }) {
        counts.entry(format!("quotes {}", quote_kind(quote))).or_default().add(Count { given: 1, ..Count::default() });
        wrong.push(format!("too much {} {:?} {}", quote_kind(quote), trimmed(given, quote), printed(quote)));
    }
}
