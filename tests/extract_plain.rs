//! The seed from its plain text to its names, quotations and speakers, through the reader of plain text,
//! and the articles of `tests/extraction` from their text alone: floors under what has been reached.
//!
//! Scored as `score.py` does: exact spans, `x-accept` for spans that are as good, `x-optional` for
//! mentions that do not count, quotations without marks, blanks and closing punctuation.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use newsreader::article::{Article, Block, BlockKind, MentionKind, QuoteKind, Span};
use newsreader::extract::{Annotations, annotate};
use newsreader::formats;
use serde_json::Value;

#[path = "extraction_support/count.rs"]
mod count;

use count::Count;

/// A place in the gold's text: number of the block, code points.
type Key = (usize, usize, usize);

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

struct Gold {
    value: Value,
    texts: Vec<String>,
    ids: Vec<String>,
}

impl Gold {
    fn open(path: &Path) -> Self {
        let value: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let of = |name: &str| {
            list(&value, "blocks").iter().map(|block| block[name].as_str().unwrap_or("").to_owned()).collect()
        };
        let (texts, ids) = (of("text"), of("id"));
        Self { value, texts, ids }
    }

    fn key(&self, anchor: &Value) -> Key {
        let block = self.ids.iter().position(|id| *id == anchor["block"].as_str().unwrap()).unwrap();
        (block, anchor["start"].as_u64().unwrap() as usize, anchor["end"].as_u64().unwrap() as usize)
    }

    /// The article without its annotations.
    fn bare(&self) -> Article {
        let block = |block: &Value| Block {
            id: block["id"].as_str().unwrap().into(),
            kind: block["type"].as_str().and_then(BlockKind::from_name).unwrap_or_default(),
            text: block["text"].as_str().unwrap().into(),
            ..Block::default()
        };
        Article {
            language: self.value["inLanguage"].as_str().unwrap().to_owned(),
            date_published: self.value["datePublished"].as_str().map(str::to_owned),
            blocks: list(&self.value, "blocks").iter().map(block).collect(),
            ..Article::default()
        }
    }
}

/// Where each block of an article lies in the gold's blocks: the gold's block and the bytes between
/// the beginnings of both. The same text in the same order, cut into blocks as the reader cuts.
fn laid(article: &Article, gold: &Gold) -> Vec<Vec<(usize, usize, usize)>> {
    let mut next = 0;
    article
        .blocks
        .iter()
        .map(|block| {
            let mut from = 0;
            let mut places = Vec::new();
            while next < gold.texts.len() {
                let Some(at) = block.text[from..].find(gold.texts[next].trim()) else { break };
                places.push((from + at, from + at + gold.texts[next].trim().len(), next));
                from += at + gold.texts[next].trim().len();
                next += 1;
            }
            places
        })
        .collect()
}

fn key(article: &Article, places: &[Vec<(usize, usize, usize)>], gold: &Gold, span: &Span) -> Option<Key> {
    let &(start, _, block) =
        places[span.block].iter().find(|(start, end, _)| *start <= span.start && span.end <= *end)?;
    let lead = gold.texts[block].len() - gold.texts[block].trim_start().len();
    let points = |byte: usize| {
        gold.texts[block][..lead].chars().count() + article.blocks[span.block].text[start..byte].chars().count()
    };
    Some((block, points(span.start), points(span.end)))
}

#[derive(Debug, Default)]
struct Score {
    names: Count,
    direct: Count,
    terms: Count,
    /// Direct quotations of the gold with a speaker, and those with the right one.
    speakers: (usize, usize),
    misses: Vec<String>,
}

const KINDS: [&str; 3] = ["PERSON", "ORG", "PLACE"];

fn names(
    gold: &Gold,
    article: &Article,
    found: &Annotations,
    places: &[Vec<(usize, usize, usize)>],
    score: &mut Score,
) {
    let mut given: Vec<(String, Key)> = Vec::new();
    for entity in found.entities.iter().filter(|entity| KINDS.contains(&entity.kind.as_str())) {
        for mention in entity.mentions.iter().filter(|mention| mention.kind == Some(MentionKind::Name)) {
            if let Some(key) = key(article, places, gold, &mention.span) {
                given.push((entity.kind.as_str().to_owned(), key));
            }
        }
    }
    let mut lenient: Vec<(String, Key)> = Vec::new();
    for entity in
        list(&gold.value, "entities").iter().filter(|entity| KINDS.contains(&entity["type"].as_str().unwrap()))
    {
        let kind = entity["type"].as_str().unwrap().to_owned();
        let optional: Vec<Key> = list(entity, "x-optional").iter().map(|anchor| gold.key(anchor)).collect();
        for mention in list(entity, "mentions") {
            let at = gold.key(&mention["anchor"]);
            if mention["kind"].as_str().is_some_and(|kind| kind != "name") {
                lenient.push((kind.clone(), at));
                continue;
            }
            let accepted = list(entity, "x-accept").iter().filter(|accept| gold.key(&accept["of"]) == at);
            let mut keys = vec![at];
            keys.extend(accepted.flat_map(|accept| list(accept, "anchors")).map(|anchor| gold.key(anchor)));
            let hit = keys.iter().find_map(|key| given.iter().position(|(other, at)| *other == kind && at == key));
            if let Some(hit) = hit {
                given.remove(hit);
            }
            if optional.contains(&at) {
                lenient.push((kind.clone(), at));
                continue;
            }
            let right = usize::from(hit.is_some());
            score.names.add(Count { right, gold: 1, given: right });
            if right == 0 {
                score.misses.push(format!("missed {kind} {at:?} {}", mention["anchor"]["exact"]));
            }
        }
    }
    for (kind, at) in given {
        let over = lenient.iter().any(|(other, key)| *other == kind && key.0 == at.0 && key.1 < at.2 && at.1 < key.2);
        if !over {
            score.names.add(Count { given: 1, ..Count::default() });
            let text: String = gold.texts[at.0].chars().skip(at.1).take(at.2 - at.1).collect();
            score.misses.push(format!("too much {kind} {at:?} {text}"));
        }
    }
}

/// A span without marks, blanks and closing punctuation at its ends.
fn core(gold: &Gold, key: Key) -> Key {
    let chars: Vec<char> = gold.texts[key.0].chars().collect();
    let outside = |c: char| c.is_whitespace() || "\"«»“”„‟‘’'״.,،؛!?؟…".contains(c);
    let (mut start, mut end) = (key.1, key.2);
    while start < end && outside(chars[start]) {
        start += 1;
    }
    while end > start && outside(chars[end - 1]) {
        end -= 1;
    }
    (key.0, start, end)
}

/// From the entities found to those of the gold, by their mentions.
fn counterparts(
    gold: &Gold,
    article: &Article,
    found: &Annotations,
    places: &[Vec<(usize, usize, usize)>],
) -> BTreeMap<usize, String> {
    let mut at = BTreeMap::new();
    for entity in list(&gold.value, "entities") {
        let id = entity["id"].as_str().unwrap().to_owned();
        for mention in list(entity, "mentions") {
            at.insert(gold.key(&mention["anchor"]), id.clone());
        }
        for anchor in list(entity, "x-accept").iter().flat_map(|accept| list(accept, "anchors")) {
            at.insert(gold.key(anchor), id.clone());
        }
    }
    let mut out = BTreeMap::new();
    for (index, entity) in found.entities.iter().enumerate() {
        let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
        for mention in &entity.mentions {
            if let Some(id) = key(article, places, gold, &mention.span).and_then(|key| at.get(&key)) {
                *votes.entry(id).or_default() += 1;
            }
        }
        if let Some((id, _)) = votes.into_iter().max_by_key(|vote| vote.1) {
            out.insert(index, id.to_owned());
        }
    }
    out
}

fn quotations(
    gold: &Gold,
    article: &Article,
    found: &Annotations,
    places: &[Vec<(usize, usize, usize)>],
    score: &mut Score,
) {
    let entity_of = counterparts(gold, article, found, places);
    for (kind, name) in [(QuoteKind::Direct, "direct"), (QuoteKind::Term, "term")] {
        let spans = |spans: &[Span]| -> Option<Vec<Key>> {
            spans.iter().map(|span| Some(core(gold, key(article, places, gold, span)?))).collect()
        };
        let given: Vec<_> = found
            .quotes
            .iter()
            .filter(|quote| quote.kind == kind)
            .filter_map(|quote| Some((spans(&quote.spans)?, &quote.speakers)))
            .collect();
        let mut count = Count { given: given.len(), ..Count::default() };
        for quote in list(&gold.value, "quotes").iter().filter(|quote| quote["kind"].as_str() == Some(name)) {
            count.gold += 1;
            let wanted: Vec<Key> = list(quote, "anchors").iter().map(|anchor| core(gold, gold.key(anchor))).collect();
            let hit = given.iter().find(|(spans, _)| *spans == wanted);
            count.right += usize::from(hit.is_some());
            if hit.is_none() {
                score.misses.push(format!("missed {name} {wanted:?}"));
            }
            let speakers = list(quote, "speakers");
            if kind != QuoteKind::Direct || speakers.is_empty() {
                continue;
            }
            score.speakers.1 += 1;
            let accepted: Vec<&str> = speakers
                .iter()
                .filter_map(|speaker| speaker["entity"].as_str())
                .chain(list(quote, "x-accept-speakers").iter().filter_map(Value::as_str))
                .collect();
            let printed: Vec<&str> = speakers.iter().filter_map(|speaker| speaker["name"].as_str()).collect();
            let right = hit.is_some_and(|(_, speakers)| {
                !speakers.is_empty()
                    && speakers.iter().all(|speaker| match speaker.entity {
                        Some(entity) => entity_of.get(&entity).is_some_and(|id| accepted.contains(&id.as_str())),
                        None => speaker.name.as_deref().is_some_and(|name| printed.contains(&name)),
                    })
            });
            score.speakers.0 += usize::from(right);
            if !right {
                score.misses.push(format!("speaker of {wanted:?}"));
            }
        }
        match kind {
            QuoteKind::Direct => score.direct.add(count),
            _ => score.terms.add(count),
        }
    }
}

fn score(gold: &Gold, article: &Article) -> Score {
    let found = annotate(article);
    let places = laid(article, gold);
    let mut score = Score::default();
    names(gold, article, &found, &places, &mut score);
    quotations(gold, article, &found, &places, &mut score);
    score
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extraction").join(name)
}

#[test]
fn the_seed_from_its_plain_text() {
    let gold = Gold::open(&folder("seed/gold.json"));
    let opened = formats::open_path(folder("seed/article.txt")).unwrap();
    let article = opened.article;
    let laid: usize = laid(&article, &gold).iter().map(Vec::len).sum();
    assert_eq!(laid, gold.texts.len(), "every block of the gold stands in the article as it was read");
    let score = score(&gold, &article);
    println!("F1 {:.3} {score:#?}", score.names.f1());
    assert!(score.names.f1() >= 0.95, "{:#?}", score.misses);
    assert_eq!((score.direct.right, score.direct.gold, score.direct.given), (12, 12, 12), "{:#?}", score.misses);
    assert_eq!(score.speakers, (12, 12), "{:#?}", score.misses);
    assert_eq!((score.terms.right, score.terms.gold, score.terms.given), (7, 7, 7), "{:#?}", score.misses);
}

/// Just under what was reached on the day that a floor was last raised, by folder and language: F1 of names, F1 of direct quotations, share of right speakers.
const FLOORS: &[(&str, &str, f64, f64, f64)] = &[
    ("held_back", "ar", 0.88, 1.0, 0.93),
    ("held_back", "en", 0.93, 1.0, 0.9),
    ("held_back", "fa", 0.9, 1.0, 0.92),
    ("held_back", "fr", 0.96, 1.0, 1.0),
    ("held_back", "he", 0.95, 1.0, 1.0),
    ("held_back", "ru", 0.87, 1.0, 1.0),
    // Speakers were 1.0: a name that no list has (`غوى النكت`) was found by the tagger of NewsFANE's policy, and is not by today's.
    ("second_look", "ar", 0.9, 1.0, 0.9),
    ("second_look", "en", 0.92, 0.9, 0.83),
    ("second_look", "he", 0.9, 1.0, 1.0),
    ("third_look", "ar", 0.82, 0.99, 0.84),
    ("third_look", "fa", 0.88, 0.98, 0.95),
    ("third_look", "he", 0.85, 0.91, 0.92),
    ("third_look", "ur", 0.93, 0.99, 0.86),
    ("third_tuning", "ar", 0.77, 0.98, 0.77),
    ("third_tuning", "en", 0.87, 0.96, 0.83),
    ("third_tuning", "fa", 0.79, 0.96, 0.83),
    ("third_tuning", "fr", 0.81, 0.97, 0.82),
    ("third_tuning", "he", 0.78, 0.98, 0.79),
    ("third_tuning", "ru", 0.87, 0.97, 0.89),
    ("third_tuning", "ur", 0.91, 0.97, 0.91),
    ("tuning", "ar", 0.93, 0.98, 0.9),
    ("tuning", "en", 0.85, 0.96, 0.88),
    ("tuning", "fa", 0.93, 1.0, 0.71),
    ("tuning", "he", 0.96, 0.97, 0.82),
    ("tuning", "ur", 0.94, 1.0, 1.0),
];

#[test]
fn articles_keep_what_was_reached() {
    let mut all: BTreeMap<(String, String), Score> = BTreeMap::new();
    for set in ["tuning", "held_back", "second_look", "third_look", "third_tuning"] {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(folder(set)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files {
            let gold = Gold::open(&file);
            let article = gold.bare();
            let one = score(&gold, &article);
            let sum = all.entry((set.to_owned(), article.language.clone())).or_default();
            sum.names.add(one.names);
            sum.direct.add(one.direct);
            sum.terms.add(one.terms);
            sum.speakers = (sum.speakers.0 + one.speakers.0, sum.speakers.1 + one.speakers.1);
            sum.misses.extend(one.misses);
        }
    }
    let reached: Vec<_> = all
        .iter()
        .map(|((set, language), sum)| {
            let speakers = sum.speakers.0 as f64 / sum.speakers.1.max(1) as f64;
            println!("({set:?}, {language:?}, {:.3}, {:.3}, {speakers:.3}),", sum.names.f1(), sum.direct.f1());
            (set.as_str(), language.as_str(), sum.names.f1(), sum.direct.f1(), speakers)
        })
        .collect();
    assert_eq!(reached.len(), FLOORS.len());
    for (floor, reached) in FLOORS.iter().zip(reached) {
        assert_eq!((floor.0, floor.1), (reached.0, reached.1));
        let misses = &all[&(floor.0.to_owned(), floor.1.to_owned())].misses;
        assert!(reached.2 >= floor.2 && reached.3 >= floor.3 && reached.4 >= floor.4, "{reached:?} {misses:#?}");
    }
}
