//! Quotations given the names of the gold: what is left is the rules' own.

use newsreader::article::{Article, Entity, EntityKind, Mention, MentionKind, Span};
use newsreader::extract::{Annotations, nominal, quotes};
use serde_json::Value;

use crate::{key, list};

/// The gold's entities by name; descriptions are for the program to find.
fn entities(gold: &Value, article: &Article) -> Vec<Entity> {
    let byte = |text: &str, points: usize| text.char_indices().nth(points).map_or(text.len(), |(at, _)| at);
    let mention = |anchor: &Value| {
        let (id, start, end) = key(anchor)?;
        let block = article.blocks.iter().position(|block| *block.id == *id)?;
        let text = &article.blocks[block].text;
        let span = Span { block, start: byte(text, start), end: byte(text, end) };
        Some(Mention { span, kind: Some(MentionKind::Name), confidence: None, extra: serde_json::Map::new() })
    };
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    list(gold, "entities")
        .iter()
        .map(|entity| Entity {
            id: text(&entity["id"]),
            name: text(&entity["name"]),
            kind: EntityKind::from_name(entity["type"].as_str().unwrap_or("")).unwrap_or(EntityKind::Person),
            mentions: list(entity, "mentions")
                .iter()
                .filter(|mention| mention["kind"].as_str().is_none_or(|kind| kind == "name"))
                .filter_map(|one| mention(&one["anchor"]))
                .collect(),
            ..Entity::default()
        })
        .collect()
}

/// What the rules for quotations find when the names are given.
pub(crate) fn given_names(gold: &Value, article: &Article) -> Annotations {
    let mut entities = entities(gold, article);
    nominal::tie(article, &mut entities);
    let quotes = quotes::find(article, &entities).into_iter().map(|found| found.quote).collect();
    Annotations { entities, quotes, ..Annotations::default() }
}
