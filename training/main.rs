//! Rebuilds the files of `assets/extract` from the training data.
//!
//!     cargo run --release --example train -- [--baseline] DATA GAZETTEERS OUT [LANGUAGE...]
//!
//! Twice the same bytes: no clock, no threads, fixed seeds. What is printed are figures on the last
//! tenth of each set, on which nothing is trained. `--baseline` trains and scores a plain tagger (one
//! pass, words and affixes, no lists) and writes no model.

mod clusters;
mod data;
mod learn;
mod lists;

use std::path::{Path, PathBuf};
use std::time::Instant;

use data::{Sentence, Set};
use learn::{Example, Learnt, Settings};
use newsreader::extract::crf::{self, TYPES, Weights};
use newsreader::extract::features::{self, Features, Word};
use newsreader::extract::gazetteer::{Entry, Gazetteer, Kind};
use newsreader::extract::tagger::{self, Memory};

/// A language: its sets, the first being the one whose policy ships, and its budget.
struct Plan {
    language: &'static str,
    sets: &'static [&'static str],
    settings: Settings,
    /// Rows of each pass that ship.
    rows: usize,
    /// Whether its words are clustered.
    clusters: bool,
}

const SETTINGS: Settings = Settings { epochs: 10, rate: 0.02, decay: 1e-3, drop: 0.0, least: 3, seed: 0x5eed };

const PLANS: &[Plan] = &[
    Plan {
        language: "ar",
        sets: &["newsfane_train.ar", "wikifane_gold.ar", "aqmar_train_dev.ar", "anercorp_train.ar", "wojood_sample.ar"],
        settings: SETTINGS,
        rows: 140_000,
        clusters: true,
    },
    Plan {
        language: "en",
        sets: &["wikigold.en", "uner_ewt_dev.en", "re3d_free.en"],
        settings: SETTINGS,
        rows: 40_000,
        clusters: false,
    },
    Plan { language: "fr", sets: &["europeana_bnf.fr"], settings: SETTINGS, rows: 40_000, clusters: false },
    Plan { language: "ru", sets: &["factrueval_dev.ru"], settings: SETTINGS, rows: 40_000, clusters: false },
    Plan { language: "ur", sets: &["ilner_train.ur"], settings: SETTINGS, rows: 40_000, clusters: false },
];

/// Sentences with their features.
struct Made {
    words: Vec<Vec<Word>>,
    features: Vec<Features>,
}

fn make(
    sentences: &[Sentence],
    gazetteer: &Gazetteer,
    clusters: features::Clusters,
    clitics: bool,
    baseline: bool,
) -> Made {
    let mut words: Vec<Vec<Word>> = sentences
        .iter()
        .map(|s| features::look_up(&s.words.iter().map(String::as_str).collect::<Vec<_>>(), gazetteer, clitics))
        .collect();
    if baseline {
        for word in words.iter_mut().flatten() {
            word.readings.truncate(1);
            (word.kinds, word.trigger, word.name, word.cluster, word.spans) = (0, 0, 0, 0, [0; 3]);
        }
    }
    let features = words.iter().map(|words| features::features(words, clusters)).collect();
    Made { words, features }
}

/// The features of the second pass, given the labels of the first.
fn second(sentences: &[Sentence], made: &Made, tags: &[Vec<u8>]) -> Vec<Features> {
    let mut out = Vec::new();
    let mut start = 0;
    while start < sentences.len() {
        let document = sentences[start].document;
        let end = (start..sentences.len()).find(|&at| sentences[at].document != document).unwrap_or(sentences.len());
        let words: Vec<&[Word]> = made.words[start..end].iter().map(Vec::as_slice).collect();
        let memory = Memory::new(&words, &tags[start..end]);
        for (at, tags) in tags.iter().enumerate().take(end).skip(start) {
            out.push(features::second_pass(&made.features[at], tags, &memory.elsewhere(&made.words[at], tags)));
        }
        start = end;
    }
    out
}

fn examples<'a>(sentences: &'a [Sentence], features: &'a [Features], set: usize) -> impl Iterator<Item = Example<'a>> {
    sentences.iter().zip(features).map(move |(s, features)| Example { features, labels: &s.labels, set })
}

#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    gold: usize,
    given: usize,
}

impl Count {
    fn f1(self) -> f64 {
        200.0 * self.right as f64 / ((self.gold + self.given) as f64).max(1.0)
    }
}

fn score(name: &str, sentences: &[Sentence], tags: &[Vec<u8>]) {
    let mut counts = [Count::default(); 4];
    for (sentence, tags) in sentences.iter().zip(tags) {
        let (gold, given) = (tagger::spans(&sentence.labels), tagger::spans(tags));
        gold.iter().for_each(|span| counts[span.2].gold += 1);
        given.iter().for_each(|span| counts[span.2].given += 1);
        given.iter().filter(|span| gold.contains(span)).for_each(|span| counts[span.2].right += 1);
    }
    let sum = |kinds: &[Count]| {
        kinds.iter().fold(Count::default(), |a, b| Count {
            right: a.right + b.right,
            gold: a.gold + b.gold,
            given: a.given + b.given,
        })
    };
    let (plo, all) = (sum(&counts[..3]), sum(&counts));
    print!(
        "{name:28} PLO {:.1} (P {:.1} R {:.1})  all {:.1} ",
        plo.f1(),
        100.0 * plo.right as f64 / plo.given.max(1) as f64,
        100.0 * plo.right as f64 / plo.gold.max(1) as f64,
        all.f1()
    );
    for (kind, count) in TYPES.iter().zip(counts) {
        print!(" {kind} {:.1}", count.f1());
    }
    println!();
}

fn tag(learnt: &Learnt, features: &[Features], set: usize) -> Vec<Vec<u8>> {
    let transitions = learnt.transitions(set);
    features.iter().map(|features| crf::best(&learnt.emissions(features, set), &transitions)).collect()
}

fn tag_shipped(weights: &Weights, features: &[Features]) -> Vec<Vec<u8>> {
    features.iter().map(|features| crf::best(&weights.emissions(features), weights.transitions())).collect()
}

const FOLDS: usize = 4;

/// Labels of the training sentences from models that have not seen them, fold by fold.
fn cross_fit(sets: &[Set], made: &[Made], settings: Settings) -> Vec<Vec<Vec<u8>>> {
    let mut out: Vec<Vec<Vec<u8>>> = sets.iter().map(|set| vec![Vec::new(); set.train.len()]).collect();
    // In order, so that an article is not in two folds; where only the beginning has all types marked,
    // in turns.
    let fold = |set: &Set, at: usize| match set.name.as_str() {
        data::PARTLY_ANNOTATED => set.train[at].document % FOLDS,
        _ => at * FOLDS / set.train.len().max(1),
    };
    for held in 0..FOLDS {
        let mut seen = Vec::new();
        for (number, set) in sets.iter().enumerate() {
            let all = examples(&set.train, &made[number].features, number);
            seen.extend(all.enumerate().filter(|(at, _)| fold(set, *at) != held).map(|(_, example)| example));
        }
        let learnt = Learnt::train(&seen, sets.len(), settings);
        for (number, set) in sets.iter().enumerate() {
            let transitions = learnt.transitions(number);
            for at in (0..set.train.len()).filter(|&at| fold(set, at) == held) {
                out[number][at] = crf::best(&learnt.emissions(&made[number].features[at], number), &transitions);
            }
        }
    }
    out
}

/// Trains a language and gives the bytes of its model; none with `baseline`, where a word is only
/// its spelling and only the first pass is trained.
fn build(plan: &Plan, sets: &[Set], gazetteer: &Gazetteer, clusters: &[[u8; 2]], baseline: bool) -> Option<Vec<u8>> {
    let clock = Instant::now();
    let train: Vec<Made> =
        sets.iter().map(|set| make(&set.train, gazetteer, clusters, plan.language != "ur", baseline)).collect();
    let dev: Vec<Made> =
        sets.iter().map(|set| make(&set.dev, gazetteer, clusters, plan.language != "ur", baseline)).collect();
    println!("{} features made, {:.0} s", plan.language, clock.elapsed().as_secs_f32());
    let all: Vec<Example> = (0..sets.len()).flat_map(|n| examples(&sets[n].train, &train[n].features, n)).collect();
    let first = Learnt::train(&all, sets.len(), plan.settings);
    println!("first pass: {} features, {:.0} s", first.len(), clock.elapsed().as_secs_f32());
    for (n, set) in sets.iter().enumerate() {
        score(&format!("{} pass 1", set.name), &set.dev, &tag(&first, &dev[n].features, n));
    }
    if baseline {
        return None;
    }
    let bytes_first = Weights::write(&first.transitions(0), &first.rows(0, plan.rows));
    let fitted = cross_fit(sets, &train, plan.settings);
    println!("cross-fitted, {:.0} s", clock.elapsed().as_secs_f32());
    let train_second: Vec<Vec<Features>> =
        (0..sets.len()).map(|n| second(&sets[n].train, &train[n], &fitted[n])).collect();
    let all: Vec<Example> = (0..sets.len()).flat_map(|n| examples(&sets[n].train, &train_second[n], n)).collect();
    let learnt = Learnt::train(&all, sets.len(), plan.settings);
    println!("second pass: {} features, {:.0} s", learnt.len(), clock.elapsed().as_secs_f32());
    for (n, set) in sets.iter().enumerate() {
        let features = second(&set.dev, &dev[n], &tag(&first, &dev[n].features, n));
        score(&format!("{} pass 2", set.name), &set.dev, &tag(&learnt, &features, n));
    }
    let bytes_second = Weights::write(&learnt.transitions(0), &learnt.rows(0, plan.rows));
    for (n, set) in sets.iter().enumerate() {
        let (Some((one, _)), Some((two, _))) = (Weights::read(&bytes_first), Weights::read(&bytes_second)) else {
            continue;
        };
        let features = second(&set.dev, &dev[n], &tag_shipped(&one, &dev[n].features));
        score(&format!("{} as shipped", set.name), &set.dev, &tag_shipped(&two, &features));
    }
    let mut out = Vec::from(*b"NRL1");
    out.extend((clusters.len() as u16).to_le_bytes());
    clusters.iter().for_each(|pair| out.extend(pair));
    out.extend(bytes_first);
    out.extend(bytes_second);
    println!("{}: {} bytes, {:.0} s", plan.language, out.len(), clock.elapsed().as_secs_f32());
    Some(out)
}

/// Clusters the words of the training texts and adds them to the rows of the gazetteer; gives the
/// middle and coarse cluster of each.
fn cluster(sets: &[Set], rows: &mut Vec<(u32, Vec<u8>)>) -> Vec<[u8; 2]> {
    let text = sets.iter().flat_map(|set| &set.train).map(|sentence| &sentence.words[..]);
    let found = clusters::clusters(text, 10, SETTINGS.seed);
    println!("{} words in {} clusters", found.words.len(), found.levels.len());
    rows.extend(found.words.iter().map(|(word, cluster)| {
        (Gazetteer::key([word.as_str()]), Entry { kind: Kind::Cluster, payload: *cluster }.pack().to_vec())
    }));
    found.levels
}

fn run(data: &Path, gazetteers: &Path, out: &Path, languages: &[String], baseline: bool) -> std::io::Result<()> {
    let mapping = data::mapping(data)?;
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("training/lists");
    let mut rows = lists::rows(gazetteers, &own)?;
    let mut sets = Vec::new();
    let mut levels = Vec::new();
    for plan in PLANS {
        let mut read = plan.sets.iter().map(|name| data::read(data, name, &mapping)).collect::<Result<Vec<_>, _>>()?;
        println!(
            "{}: {} sentences dropped from training, also in a development part",
            plan.language,
            data::part(&mut read)
        );
        levels.push(if plan.clusters { cluster(&read, &mut rows) } else { Vec::new() });
        sets.push(read);
    }
    let bytes = newsreader::extract::table::pack(rows, 2);
    println!("gazetteer.bin: {} bytes", bytes.len());
    std::fs::write(out.join("gazetteer.bin"), &bytes)?;
    let gazetteer =
        Gazetteer::read(&bytes).ok_or_else(|| std::io::Error::other("the gazetteer cannot be read back"))?;
    for set in sets.iter_mut().flatten().filter(|set| set.name == data::PARTLY_ANNOTATED) {
        // A sentence with a country or city that nobody marked would teach that it is none.
        let missed = |sentence: &Sentence| {
            let words =
                features::look_up(&sentence.words.iter().map(String::as_str).collect::<Vec<_>>(), &gazetteer, false);
            words
                .iter()
                .zip(&sentence.labels)
                .any(|(word, &label)| label == 0 && word.spans[0] != 0 && !word.is(Kind::Common))
        };
        set.train.retain(|sentence| data::is_complete(sentence) || !missed(sentence));
    }
    for ((plan, sets), levels) in PLANS.iter().zip(&sets).zip(&levels) {
        let wanted = languages.is_empty() || languages.iter().any(|language| language == plan.language);
        if wanted && let Some(model) = build(plan, sets, &gazetteer, levels, baseline) {
            std::fs::write(out.join(format!("{}.model", plan.language)), model)?;
        }
    }
    Ok(())
}

fn main() -> std::process::ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let baseline = arguments.iter().any(|argument| argument == "--baseline");
    arguments.retain(|argument| argument != "--baseline");
    let [data, gazetteers, out, languages @ ..] = &arguments[..] else {
        eprintln!("usage: train [--baseline] DATA GAZETTEERS OUT [LANGUAGE...]");
        return std::process::ExitCode::from(2);
    };
    let [data, gazetteers, out] = [data, gazetteers, out].map(PathBuf::from);
    match run(&data, &gazetteers, &out, languages, baseline) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
