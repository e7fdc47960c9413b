//! The whole extraction on the development part of every training set.

use std::collections::BTreeMap;

use newsreader::article::{Article, Block, MentionKind};

use crate::models::Models;
use crate::{Count, data, own, whole};

/// The sets whose last tenth is scored, with their languages.
const SETS: &[(&str, &str)] = &[
    ("newsfane_train.ar", "ar"),
    ("wikifane_gold.ar", "ar"),
    ("aqmar_train_dev.ar", "ar"),
    ("anercorp_train.ar", "ar"),
    ("wojood_sample.ar", "ar"),
    ("ilner_train.ur", "ur"),
    ("factrueval_dev.ru", "ru"),
    ("europeana_bnf.fr", "fr"),
    ("wikigold.en", "en"),
    ("uner_ewt_dev.en", "en"),
    ("re3d_free.en", "en"),
];

const TYPES: [&str; 3] = ["PERSON", "ORG", "PLACE"];

/// One document of a set as an article, a sentence a paragraph, and where each token lies.
fn joined(sentences: &[data::Sentence], language: &str) -> (Article, Vec<Vec<std::ops::Range<usize>>>) {
    let mut article = Article { language: language.to_owned(), ..Article::default() };
    let mut places = Vec::new();
    for sentence in sentences {
        let mut text = String::new();
        let mut tokens = Vec::new();
        for word in &sentence.words {
            if !text.is_empty() {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(word);
            tokens.push(start..text.len());
        }
        article.blocks.push(Block { text: text.into(), ..Block::default() });
        places.push(tokens);
    }
    (article, places)
}

pub(crate) fn dev(folder: &str, models: &Models, misses: bool) -> Result<(), String> {
    if folder == "own" {
        return own_text(models, misses);
    }
    let folder = std::path::Path::new(folder);
    let mapping = data::mapping(folder).map_err(|error| error.to_string())?;
    for (file, language) in SETS {
        let set = data::read(folder, file, &mapping).map_err(|error| format!("{file}: {error}"))?;
        let mut counts = BTreeMap::new();
        for document in set.dev.chunk_by(|a, b| a.document == b.document) {
            let (article, places) = joined(document, language);
            let found = models.annotate(&article);
            let gold: Vec<(usize, usize, usize, usize)> = document
                .iter()
                .enumerate()
                .flat_map(|(at, sentence)| {
                    newsreader::extract::tagger::spans(&sentence.labels)
                        .into_iter()
                        .map(move |(a, b, kind)| (at, a, b, kind))
                })
                .filter(|span| span.3 < 3)
                .collect();
            let mut given = Vec::new();
            for entity in &found.entities {
                let Some(kind) = TYPES.iter().position(|kind| *kind == entity.kind.as_str()) else { continue };
                for mention in entity.mentions.iter().filter(|mention| mention.kind == Some(MentionKind::Name)) {
                    let tokens = &places[mention.span.block];
                    let start = tokens.partition_point(|token| token.end <= mention.span.start);
                    let end = tokens.partition_point(|token| token.start < mention.span.end);
                    given.push((mention.span.block, start, end, kind));
                }
            }
            let mut add = |span: &(usize, usize, usize, usize), count| {
                counts.entry(TYPES[span.3]).or_insert_with(Count::default).add(count)
            };
            let show = |sign: &str, span: &(usize, usize, usize, usize)| {
                if misses {
                    let words = &document[span.0].words;
                    let (from, to) = (span.1.saturating_sub(4), (span.2 + 4).min(words.len()));
                    println!(
                        "{sign} {} [{}] {} | {}",
                        TYPES[span.3],
                        words[span.1..span.2].join(" "),
                        words[from..span.1].join(" "),
                        words[span.2..to].join(" ")
                    );
                }
            };
            for span in &gold {
                let right = usize::from(given.contains(span));
                add(span, Count { right, gold: 1, given: 0 });
                if right == 0 {
                    show("-", span);
                }
            }
            for span in &given {
                add(span, Count { given: 1, ..Count::default() });
                if !gold.contains(span) {
                    show("+", span);
                }
            }
        }
        println!("{file}, {} sentences", set.dev.len());
        let mut all = Count::default();
        for (kind, count) in &counts {
            println!("{}", count.line(kind));
            all.add(*count);
        }
        println!("{}", all.line("PERSON+ORG+PLACE"));
    }
    own_text(models, misses)
}

/// The last tenth of our own text: exact bytes, a paragraph a line.
fn own_text(models: &Models, misses: bool) -> Result<(), String> {
    for (language, _) in own::FILES {
        let Some([_, dev]) = own::documents(language).map_err(|error| error.to_string())? else { continue };
        let mut counts = whole::Counts::default();
        whole::score(&dev, language, &|language| models.tagger(language), misses, &mut counts);
        whole::print(&format!("own.{language}, {} articles", dev.len()), &counts);
    }
    Ok(())
}
