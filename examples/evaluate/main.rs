//! Scores the extraction against articles with gold annotations.
//!
//!     cargo run --release --example evaluate -- [--misses] [--gold-names] [--models FOLDER] [--write FOLDER] GOLD...
//!
//! GOLD is native JSON: one article, an array of them, or one a line. The text is taken from it, the
//! annotations are found anew. Measured as `score.py` of the project does: exact spans, every gold
//! mention matched once, `x-accept` for spans that are as good, `x-optional` for mentions that do not
//! count; quotations without the marks around them, speakers of the direct ones. `--write` puts what was found beside, as native JSON.
//! `--models` takes the taggers (`xx.model`) of a folder in place of those of the program.
//! With `--gold-names` the rules for quotations are given the gold's names, so that what a tagger missed is not laid at their door.
//!
//!     cargo run --release --example evaluate -- [--misses] --dev DATA
//!
//! scores the whole extraction on the last tenth of every training set (which no model was trained
//! on): tokens are joined to text, what is found is laid back on the tokens. DATE and EVENT are not
//! counted, the tagger's fourth type neither. Our own text (`training/own`) is scored by bytes; with `own`
//! for DATA nothing else is.

#[path = "../../training/data.rs"]
#[allow(dead_code)] // the trainer uses the rest
mod data;
mod dev;
mod gold;
mod models;
#[path = "../../training/own.rs"]
#[allow(dead_code)]
mod own;
mod quotes;
#[path = "../../training/whole.rs"]
mod whole;

use std::collections::BTreeMap;
use std::time::Instant;

use newsreader::article::{Article, Block, BlockKind, BlockRole, Mention};
use newsreader::extract::{Annotations, Reason};
use serde_json::{Value, json};

type Key = (String, usize, usize);

fn key(value: &Value) -> Option<Key> {
    Some((value["block"].as_str()?.to_owned(), value["start"].as_u64()? as usize, value["end"].as_u64()? as usize))
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn articles(path: &str) -> Result<Vec<Value>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    match serde_json::from_str(&text) {
        Ok(Value::Array(all)) => Ok(all),
        Ok(one) => Ok(vec![one]),
        Err(_) => text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| serde_json::from_str(line).map_err(|error| format!("{path}: {error}")))
            .collect(),
    }
}

/// The text of a gold article without its annotations.
fn bare(gold: &Value) -> Article {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let blocks = list(gold, "blocks").iter().map(|block| Block {
        id: text(&block["id"]).unwrap_or_default().into(),
        kind: block["type"].as_str().and_then(BlockKind::from_name).unwrap_or_default(),
        text: block["text"].as_str().unwrap_or("").into(),
        language: text(&block["lang"]).map(String::into_boxed_str),
        role: block["role"].as_str().and_then(BlockRole::from_name),
        ..Block::default()
    });
    Article {
        language: text(&gold["inLanguage"]).unwrap_or_default(),
        date_published: text(&gold["datePublished"]),
        blocks: blocks.collect(),
        ..Article::default()
    }
}

fn code_points(text: &str, byte: usize) -> usize {
    text[..byte].chars().count()
}

fn anchor(article: &Article, span: &newsreader::article::Span) -> Value {
    let block = &article.blocks[span.block];
    let (start, end) = (code_points(&block.text, span.start), code_points(&block.text, span.end));
    json!({"block": block.id, "start": start, "end": end, "exact": &block.text[span.bytes()]})
}

/// What was found as native JSON.
fn written(gold: &Value, article: &Article, found: &Annotations) -> Value {
    let entities: Vec<Value> = found
        .entities
        .iter()
        .zip(&found.reasons.mentions)
        .map(|(entity, reasons)| {
            let one = |(mention, reason): (&Mention, &Reason)| {
                let kind = mention.kind.map_or("name", |kind| kind.as_str());
                json!({"anchor": anchor(article, &mention.span), "kind": kind, "x-reason": reason.to_string()})
            };
            let mentions: Vec<Value> = entity.mentions.iter().zip(reasons).map(one).collect();
            json!({"id": entity.id, "name": entity.name, "type": entity.kind.as_str(), "aliases": entity.aliases, "value": entity.value, "mentions": mentions})
        })
        .collect();
    let quotes: Vec<Value> = found
        .quotes
        .iter()
        .map(|quote| {
            let speakers: Vec<Value> = quote
                .speakers
                .iter()
                .map(|speaker| {
                    let mut out = serde_json::Map::new();
                    if let Some(entity) = speaker.entity {
                        out.insert("entity".into(), json!(found.entities[entity].id));
                    }
                    if let Some(name) = &speaker.name {
                        out.insert("name".into(), json!(name));
                    }
                    if let Some(span) = &speaker.span {
                        out.insert("anchor".into(), anchor(article, span));
                    }
                    Value::Object(out)
                })
                .collect();
            let anchors: Vec<Value> = quote.spans.iter().map(|span| anchor(article, span)).collect();
            json!({"id": quote.id, "kind": quote.kind.as_str(), "anchors": anchors, "speakers": speakers})
        })
        .collect();
    let mut out = gold.clone();
    out["entities"] = entities.into();
    out["quotes"] = quotes.into();
    out
}

#[derive(Debug, Default, Clone, Copy)]
struct Count {
    right: usize,
    gold: usize,
    given: usize,
}

impl Count {
    fn add(&mut self, other: Self) {
        (self.right, self.gold, self.given) =
            (self.right + other.right, self.gold + other.gold, self.given + other.given);
    }

    fn line(self, name: &str) -> String {
        let share = |of: usize| if of == 0 { 1.0 } else { self.right as f64 / of as f64 };
        let f1 =
            if self.gold + self.given == 0 { 1.0 } else { 2.0 * self.right as f64 / (self.gold + self.given) as f64 };
        format!(
            "  {name:20} P {:.3}  R {:.3}  F1 {f1:.3}   ({} of {}, {} given)",
            share(self.given),
            share(self.gold),
            self.right,
            self.gold,
            self.given
        )
    }
}

struct Gold {
    kind: String,
    accepted: Vec<Key>,
    optional: bool,
    printed: String,
    /// Why it was found.
    reason: String,
}

fn mentions(article: &Value) -> (Vec<Gold>, Vec<(String, Key)>) {
    let (mut names, mut nominal) = (Vec::new(), Vec::new());
    for entity in list(article, "entities") {
        let kind = entity["type"].as_str().unwrap_or("").to_owned();
        let optional: Vec<Key> = list(entity, "x-optional").iter().filter_map(key).collect();
        for mention in list(entity, "mentions") {
            let Some(at) = key(&mention["anchor"]) else { continue };
            if mention["kind"].as_str().is_some_and(|kind| kind != "name") {
                nominal.push((kind.clone(), at));
                continue;
            }
            let others = list(entity, "x-accept").iter().filter(|accept| key(&accept["of"]).as_ref() == Some(&at));
            let mut accepted = vec![at.clone()];
            accepted.extend(others.flat_map(|accept| list(accept, "anchors")).filter_map(key));
            let printed = mention["anchor"]["exact"].as_str().unwrap_or("").to_owned();
            let reason = mention["x-reason"].as_str().unwrap_or("").to_owned();
            names.push(Gold { kind: kind.clone(), optional: optional.contains(&at), accepted, printed, reason });
        }
    }
    (names, nominal)
}

fn overlap(a: &Key, b: &Key) -> bool {
    a.0 == b.0 && a.1 < b.2 && b.1 < a.2
}

/// Entity mentions by type; what went wrong goes to `wrong`.
fn score(gold: &Value, given: &Value, counts: &mut BTreeMap<String, Count>, wrong: &mut Vec<String>) {
    let (gold, nominal) = mentions(gold);
    let given = mentions(given).0;
    let mut free: Vec<bool> = vec![true; given.len()];
    let mut found = vec![false; gold.len()];
    for exact in [true, false] {
        for (index, mention) in gold.iter().enumerate().filter(|_| true) {
            let fits = |other: &Gold| {
                other.kind == mention.kind
                    && if exact {
                        other.accepted[0] == mention.accepted[0]
                    } else {
                        mention.accepted.contains(&other.accepted[0])
                    }
            };
            if !found[index]
                && let Some(hit) = (0..given.len()).find(|&hit| free[hit] && fits(&given[hit]))
            {
                (found[index], free[hit]) = (true, false);
            }
        }
    }
    for (mention, found) in gold.iter().zip(found).filter(|(mention, _)| !mention.optional) {
        let right = usize::from(found);
        counts.entry(mention.kind.clone()).or_default().add(Count { right, gold: 1, given: right });
        if !found {
            wrong.push(format!("missed {} {:?} {}", mention.kind, mention.accepted[0], mention.printed));
        }
    }
    for (mention, _) in given.iter().zip(free).filter(|(_, free)| *free) {
        let at = &mention.accepted[0];
        let lenient =
            gold.iter().any(|gold| gold.optional && gold.kind == mention.kind && overlap(&gold.accepted[0], at))
                || nominal.iter().any(|(kind, key)| *kind == mention.kind && overlap(key, at));
        if !lenient {
            counts.entry(mention.kind.clone()).or_default().add(Count { given: 1, ..Count::default() });
            wrong.push(format!("too much {} {at:?} {} ({})", mention.kind, mention.printed, mention.reason));
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let misses = arguments.iter().any(|argument| argument == "--misses");
    let option =
        |name: &str| arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1));
    let (models_of, folder) = (option("--models"), option("--write"));
    let models = match models_of {
        Some(folder) => models::Models::read(folder.as_ref()).map_err(|error| format!("{folder}: {error}"))?,
        None => models::Models::default(),
    };
    if let Some(at) = arguments.iter().position(|argument| argument == "--dev") {
        return dev::dev(arguments.get(at + 1).ok_or("--dev needs the folder of the data")?, &models, misses);
    }
    let given_names = arguments.iter().any(|argument| argument == "--gold-names");
    let paths = arguments
        .iter()
        .filter(|argument| !argument.starts_with("--") && Some(*argument) != folder && Some(*argument) != models_of);
    let mut totals: BTreeMap<String, BTreeMap<String, Count>> = BTreeMap::new();
    let clock = Instant::now();
    let _ = models
        .annotate(&Article { blocks: vec![Block { text: "x".into(), ..Block::default() }], ..Article::default() });
    println!("loading and an empty article: {:.2} ms", clock.elapsed().as_secs_f64() * 1e3);
    for path in paths {
        let mut out = Vec::new();
        for gold in articles(path)? {
            let article = bare(&gold);
            let found = if given_names { gold::given_names(&gold, &article) } else { models.annotate(&article) };
            // The best of five: what it takes when nothing else runs.
            let time = (0..5)
                .map(|_| {
                    let clock = Instant::now();
                    std::hint::black_box(models.annotate(&article));
                    clock.elapsed().as_secs_f64() * 1e3
                })
                .fold(f64::INFINITY, f64::min);
            let words: usize = article.blocks.iter().map(|block| block.text.split_whitespace().count()).sum();
            let given = written(&gold, &article, &found);
            let mut wrong = Vec::new();
            let mut counts = BTreeMap::new();
            score(&gold, &given, &mut counts, &mut wrong);
            quotes::score_quotes(&gold, &given, &mut counts, &mut wrong);
            let total = totals.entry(article.language.clone()).or_default();
            counts.iter().for_each(|(kind, count)| total.entry(kind.clone()).or_default().add(*count));
            println!("{path}: {words} words, {time:.1} ms");
            if misses {
                wrong.iter().for_each(|line| println!("  {line}"));
            }
            out.push(given);
        }
        if let Some(folder) = folder {
            let name = std::path::Path::new(path).file_name().unwrap_or_default();
            let text = serde_json::to_string_pretty(&Value::Array(out)).map_err(|error| error.to_string())?;
            std::fs::write(std::path::Path::new(folder).join(name), text)
                .map_err(|error| format!("{folder}: {error}"))?;
        }
    }
    for (language, counts) in &totals {
        println!("{language}");
        let mut core = Count::default();
        for (kind, count) in counts {
            println!("{}", count.line(kind));
            if matches!(kind.as_str(), "PERSON" | "ORG" | "PLACE") {
                core.add(*count);
            }
        }
        println!("{}", core.line("PERSON+ORG+PLACE"));
    }
    Ok(())
}

fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("evaluate: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
