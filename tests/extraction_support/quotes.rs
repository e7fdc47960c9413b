//! Quotations and speakers against those of a gold, as `score.py` counts them.

use std::path::{Path, PathBuf};

use newsreader::article::{Article, Entity, MentionKind, Quote, QuoteKind, Span};
use newsreader::extract::words::nz;
use newsreader::extract::{nominal, quotes};
use newsreader::formats;

use super::count::Count;

#[derive(Debug, Default)]
pub(crate) struct Score {
    pub(crate) direct: Count,
    pub(crate) term: Count,
    pub(crate) indirect: Count,
    /// Speakers right, direct quotations of the gold with a speaker, those of them that were found.
    pub(crate) speakers: Count,
    pub(crate) misses: Vec<String>,
}

fn folder(name: &str) -> Vec<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extraction").join(name);
    let mut files: Vec<PathBuf> = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

pub(crate) fn open(path: &Path) -> Article {
    let opened = formats::open_path(path).unwrap();
    assert_eq!(opened.warnings.len(), 0, "{}: {:?}", path.display(), opened.warnings);
    opened.article
}

/// The gold's entities by name only: descriptions are for the program to find.
pub(crate) fn by_name(article: &Article) -> Vec<Entity> {
    let mut entities = article.entities.clone();
    for entity in &mut entities {
        entity.mentions.retain(|mention| mention.kind != Some(MentionKind::Nominal));
    }
    entities
}

pub(crate) fn found(article: &Article) -> Vec<quotes::Found> {
    let mut entities = by_name(article);
    nominal::tie(article, &mut entities);
    quotes::find(article, &entities)
}

fn trimmed(article: &Article, quote: &Quote) -> Vec<Span> {
    let cut = |c: char| c.is_whitespace() || "\"'«»“”„‟‘’‹›״.,،;؛:!?؟…".contains(c);
    let span = |span: &Span| {
        let text = article.text(span);
        let start = span.start + (text.len() - text.trim_start_matches(cut).len());
        Span { block: span.block, start, end: start + text.trim_matches(cut).len() }
    };
    quote.spans.iter().map(span).collect()
}

fn optional(quote: &Quote) -> bool {
    quote.extra.get("x-optional").is_some_and(|value| value == &serde_json::Value::Bool(true))
}

pub(crate) fn score(gold: &Article, given: &[quotes::Found]) -> Score {
    let mut score = Score::default();
    let kinds = [QuoteKind::Direct, QuoteKind::Term, QuoteKind::Indirect];
    for kind in kinds {
        let mut count = Count::default();
        let mut free: Vec<&quotes::Found> = given.iter().filter(|found| found.quote.kind == kind).collect();
        for quote in gold.quotes.iter().filter(|quote| quote.kind == kind) {
            let wanted = trimmed(gold, quote);
            let hit =
                free.iter().position(|found| trimmed(gold, &found.quote) == wanted).map(|at| free.swap_remove(at));
            if !optional(quote) {
                count.gold += 1;
                count.given += usize::from(hit.is_some());
                count.right += usize::from(hit.is_some());
                if hit.is_none() {
                    score.misses.push(format!("missed {kind:?} {:?}", text(gold, quote)));
                }
            }
            if kind == QuoteKind::Direct && !optional(quote) && !quote.speakers.is_empty() {
                let right = hit.is_some_and(|found| speakers_right(gold, quote, &found.quote));
                score.speakers.add(Count { right: usize::from(right), gold: 1, given: usize::from(hit.is_some()) });
                if let Some(found) = hit.filter(|_| !right) {
                    let names = |quote: &Quote| {
                        quote.speakers.iter().map(|one| gold.speaker_name(one).to_owned()).collect::<Vec<_>>()
                    };
                    let rules = (found.rule, found.speaker_rule);
                    score.misses.push(format!(
                        "speaker {:?} not {:?} {rules:?} of {:?}",
                        names(&found.quote),
                        names(quote),
                        text(gold, quote)
                    ));
                }
            }
        }
        count.given += free.len();
        score.misses.extend(
            free.iter().map(|found| format!("too much {kind:?} {:?} ({})", text(gold, &found.quote), found.rule)),
        );
        match kind {
            QuoteKind::Direct => score.direct = count,
            QuoteKind::Term => score.term = count,
            _ => score.indirect = count,
        }
    }
    score
}

fn text(article: &Article, quote: &Quote) -> String {
    quote.spans.iter().map(|span| article.text(span)).collect::<Vec<_>>().join(" | ")
}

fn speakers_right(gold: &Article, wanted: &Quote, given: &Quote) -> bool {
    let accepted: Vec<&str> = wanted
        .extra
        .get("x-accept-speakers")
        .and_then(|list| list.as_array())
        .into_iter()
        .flatten()
        .filter_map(|id| id.as_str())
        .collect();
    !given.speakers.is_empty()
        && given.speakers.iter().all(|one| match one.entity {
            Some(index) => {
                wanted.speakers.iter().any(|speaker| speaker.entity == Some(index))
                    || accepted.contains(&gold.entities[index].id.as_str())
            }
            None => wanted.speakers.iter().any(|speaker| {
                let (a, b) = (nz(gold.speaker_name(one)), speaker.name.as_deref().map(nz).unwrap_or_default());
                !b.is_empty() && (a.contains(&b) || b.contains(&a))
            }),
        })
}

/// Scores the articles of a folder together and prints what was missed.
pub(crate) fn measure(name: &str) -> Score {
    let mut all = Score::default();
    for path in folder(name) {
        let gold = open(&path);
        let one = score(&gold, &found(&gold));
        let id = path.file_stem().unwrap().to_string_lossy().into_owned();
        println!(
            "{id}: direct {:.2} term {:.2} indirect {:.2} speakers {}/{}",
            one.direct.f1(),
            one.term.f1(),
            one.indirect.f1(),
            one.speakers.right,
            one.speakers.gold
        );
        for miss in &one.misses {
            println!("    {miss}");
        }
        all.direct.add(one.direct);
        all.term.add(one.term);
        all.indirect.add(one.indirect);
        all.speakers.add(one.speakers);
        all.misses.extend(one.misses.into_iter().map(|miss| format!("{id}: {miss}")));
    }
    println!("{name}: direct F1 {:.3} {:?}", all.direct.f1(), all.direct);
    println!("{name}: term F1 {:.3} {:?}", all.term.f1(), all.term);
    println!("{name}: indirect F1 {:.3} {:?}", all.indirect.f1(), all.indirect);
    println!("{name}: speakers {:?}", all.speakers);
    all
}

pub(crate) fn ratio(count: Count) -> f64 {
    count.right as f64 / count.gold as f64
}
