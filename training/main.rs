//! Rebuilds the files of `assets/extract` from the training data.
//!
//!     cargo run --release --example train -- [--baseline] DATA GAZETTEERS OUT [LANGUAGE...]
//!
//! Twice the same bytes on the same libm (`exp`, `ln`, `powf` and `cos` are the system's): no clock,
//! fixed seeds; the threads of the net share its batches and are summed in one order. What is printed
//! are figures on the last tenth of each set, on which nothing is trained. `--baseline` trains and
//! scores a plain tagger (one pass, words and affixes, no lists) and writes no model. `--folds` and
//! `--doubts` cross-validate the languages that have our own text and write nothing either; the second
//! prints what went wrong.

mod clitics;
mod clusters;
mod data;
mod folds;
mod learn;
mod lists;
mod net;
mod own;
mod passes;
mod score;
mod whole;

use std::path::Path;
use std::time::Instant;

use data::{Sentence, Set};
use learn::{Example, Learnt, Settings};
use newsreader::extract::crf::{self, Weights};
use newsreader::extract::features::{self, Features};
use newsreader::extract::gazetteer::{Entry, Gazetteer, Kind};
use newsreader::extract::net::Net;
use passes::{Made, cross_fit, examples, make, own, second, tag, tag_shipped};
use score::score;

/// A language: its sets besides our own text, which comes first and whose policy ships, and its budget.
struct Plan {
    language: &'static str,
    sets: &'static [&'static str],
    settings: Settings,
    /// Rows of each pass that ship.
    rows: (usize, usize),
    /// Whether its words are clustered.
    clusters: bool,
    /// What the second pass is.
    second: Second,
}

/// The second pass of a language.
enum Second {
    /// None: where measuring says that it only does harm.
    None,
    /// Weights as in the first.
    Weights,
    /// A net with so many vectors.
    Net(net::Plan, usize),
}

const SETTINGS: Settings = Settings { epochs: 10, rate: 0.02, decay: 1e-3, drop: 0.0, least: 3, seed: 0x5eed };

const NET: net::Plan = net::Plan {
    width: 48,
    hidden: 64,
    epochs: 9,
    rate: 3e-3,
    decay: 1e-2,
    drop_features: 0.2,
    drop: 0.35,
    least: 4,
    seed: 77,
};

/// For our own text, which is small: what is seen twice counts, a word loses some of it each time it is met.
const SMALL: Settings = Settings { epochs: 20, rate: 0.03, decay: 1e-3, drop: 0.2, least: 2, seed: 0x5eed };

/// Whether a language writes small words onto the next one.
fn has_clitics(language: &str) -> bool {
    !matches!(language, "fa" | "ur")
}

const PLANS: &[Plan] = &[
    Plan {
        language: "ar",
        sets: &["newsfane_train.ar", "wikifane_gold.ar", "aqmar_train_dev.ar", "anercorp_train.ar", "wojood_sample.ar"],
        settings: SETTINGS,
        rows: (118_000, 0),
        clusters: true,
        second: Second::Net(NET, 30_000),
    },
    Plan {
        language: "en",
        sets: &["wikigold.en", "uner_ewt_dev.en", "re3d_free.en"],
        settings: SMALL,
        rows: (25_000, 25_000),
        clusters: false,
        second: Second::Weights,
    },
    Plan {
        language: "fr",
        sets: &["europeana_bnf.fr"],
        settings: SMALL,
        rows: (22_000, 22_000),
        clusters: false,
        second: Second::Weights,
    },
    Plan {
        language: "ru",
        sets: &["factrueval_dev.ru"],
        settings: SMALL,
        rows: (22_000, 22_000),
        clusters: false,
        second: Second::Weights,
    },
    Plan {
        language: "ur",
        sets: &["ilner_train.ur"],
        settings: SETTINGS,
        rows: (33_000, 0),
        clusters: false,
        second: Second::None,
    },
    Plan { language: "fa", sets: &[], settings: SMALL, rows: (27_000, 0), clusters: false, second: Second::None },
    Plan {
        language: "he",
        sets: &[],
        settings: SMALL,
        rows: (27_000, 27_000),
        clusters: false,
        second: Second::Weights,
    },
];

/// Trains a language and gives the bytes of its model; none with `baseline`, where a word is only
/// its spelling and only the first pass is trained.
fn build(plan: &Plan, sets: &[Set], gazetteer: &Gazetteer, clusters: &[[u8; 2]], baseline: bool) -> Option<Vec<u8>> {
    let clock = Instant::now();
    let train: Vec<Made> =
        sets.iter().map(|set| make(&set.train, gazetteer, clusters, has_clitics(plan.language), baseline)).collect();
    let dev: Vec<Made> =
        sets.iter().map(|set| make(&set.dev, gazetteer, clusters, has_clitics(plan.language), baseline)).collect();
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
    let bytes_first = Weights::write(&first.transitions(0), &first.rows(0, plan.rows.0));
    let shipped: Vec<Vec<Vec<u8>>> = match Weights::read(&bytes_first) {
        Some((weights, _)) => dev.iter().map(|made| tag_shipped(&weights, &made.features)).collect(),
        None => return None,
    };
    let mut out = Vec::from(*b"NRL1");
    out.extend((clusters.len() as u16).to_le_bytes());
    clusters.iter().for_each(|pair| out.extend(pair));
    out.extend(bytes_first);
    let passes = Passes { sets, train: &train, dev: &dev, shipped: &shipped, clusters };
    match &plan.second {
        Second::None => sets.iter().zip(&shipped).for_each(|(set, tags)| {
            score(&format!("{} as shipped", set.name), &set.dev, tags);
        }),
        Second::Weights => {
            let fitted = cross_fit(sets, &train, plan.settings);
            println!("cross-fitted, {:.0} s", clock.elapsed().as_secs_f32());
            out.extend(weights(&passes, plan, &fitted));
        }
        Second::Net(net, most) => {
            let fitted = cross_fit(sets, &train, plan.settings);
            println!("cross-fitted, {:.0} s", clock.elapsed().as_secs_f32());
            out.extend(net_bytes(&passes, net, *most, &fitted));
        }
    }
    if plan.language == "he" {
        out.extend(clitics::train(&sets[0].train, &train[0], gazetteer));
    }
    println!("{}: {} bytes, {:.0} s", plan.language, out.len(), clock.elapsed().as_secs_f32());
    Some(out)
}

/// What a second pass is trained on and scored by.
struct Passes<'a> {
    sets: &'a [Set],
    train: &'a [Made],
    dev: &'a [Made],
    /// Labels of the development parts by the first pass as it ships.
    shipped: &'a [Vec<Vec<u8>>],
    clusters: features::Clusters<'a>,
}

/// Trains weights for the second pass.
fn weights(passes: &Passes, plan: &Plan, fitted: &[Vec<Vec<u8>>]) -> Vec<u8> {
    let sets = passes.sets;
    let train: Vec<Vec<Features>> =
        (0..sets.len()).map(|n| second(&sets[n].train, &passes.train[n], &fitted[n])).collect();
    let all: Vec<Example> = (0..sets.len()).flat_map(|n| examples(&sets[n].train, &train[n], n)).collect();
    let learnt = Learnt::train(&all, sets.len(), plan.settings);
    println!("second pass: {} features", learnt.len());
    let bytes = Weights::write(&learnt.transitions(0), &learnt.rows(0, plan.rows.1));
    for (n, set) in sets.iter().enumerate() {
        let features = second(&set.dev, &passes.dev[n], &passes.shipped[n]);
        score(&format!("{} pass 2", set.name), &set.dev, &tag(&learnt, &features, n));
        if let Some((weights, _)) = Weights::read(&bytes) {
            score(&format!("{} as shipped", set.name), &set.dev, &tag_shipped(&weights, &features));
        }
    }
    bytes
}

/// Trains a net for the second pass.
fn net_bytes(passes: &Passes, plan: &net::Plan, most: usize, fitted: &[Vec<Vec<u8>>]) -> Vec<u8> {
    let sets = passes.sets;
    let train: Vec<Vec<Features>> =
        (0..sets.len()).map(|n| own(&sets[n].train, &passes.train[n], &fitted[n], passes.clusters)).collect();
    let all: Vec<Example> = (0..sets.len()).flat_map(|n| examples(&sets[n].train, &train[n], n)).collect();
    let trained = net::Trained::train(&all, sets.len(), plan);
    let bytes = trained.bytes(most);
    println!("net: {} features, {most} kept, {} bytes", trained.len(), bytes.len());
    if let Some((net, _)) = Net::read(&bytes) {
        for (n, set) in sets.iter().enumerate() {
            let features = own(&set.dev, &passes.dev[n], &passes.shipped[n], passes.clusters);
            let tags: Vec<Vec<u8>> =
                features.iter().map(|features| crf::best(&net.emissions(features, n), net.transitions(n))).collect();
            score(&format!("{} as shipped, its own head", set.name), &set.dev, &tags);
        }
    }
    bytes
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

/// What is asked for.
struct Wanted<'a> {
    data: &'a Path,
    gazetteers: &'a Path,
    out: &'a Path,
    /// None: all.
    languages: &'a [String],
    baseline: bool,
    /// Cross-validate instead of writing.
    folds: bool,
    doubts: bool,
}

impl Wanted<'_> {
    fn plans(&self) -> impl Iterator<Item = &'static Plan> {
        let named = |plan: &&Plan| self.languages.is_empty() || self.languages.iter().any(|name| name == plan.language);
        PLANS.iter().filter(named)
    }
}

/// Reads the sets of a language.
fn read(plan: &Plan, data: &Path) -> std::io::Result<Vec<Set>> {
    let mapping = data::mapping(data)?;
    let mut sets = Vec::new();
    if let Some(documents) = own::documents(plan.language)? {
        sets.push(own::set(plan.language, &documents));
    }
    for name in plan.sets {
        sets.push(data::read(data, name, &mapping)?);
    }
    let dropped = data::part(&mut sets);
    println!("{}: {dropped} sentences dropped from training, also in a development part", plan.language);
    Ok(sets)
}

/// Makes the lists anew, which the clusters of a training text belong to; gives the clusters too.
fn make_gazetteer(wanted: &Wanted) -> std::io::Result<(Vec<u8>, Vec<[u8; 2]>)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("training/lists");
    let mut rows = lists::rows(wanted.gazetteers, &own)?;
    let mut levels = Vec::new();
    for plan in PLANS.iter().filter(|plan| plan.clusters) {
        levels = cluster(&read(plan, wanted.data)?, &mut rows);
    }
    let bytes = newsreader::extract::table::pack(rows, 2);
    println!("gazetteer.bin: {} bytes", bytes.len());
    std::fs::write(wanted.out.join("gazetteer.bin"), &bytes)?;
    Ok((bytes, levels))
}

fn run(wanted: &Wanted) -> std::io::Result<()> {
    let folds = wanted.folds || wanted.doubts;
    // The lists only change with all: for some languages they are taken as they lie there.
    let clustered = wanted.plans().any(|plan| plan.clusters);
    let (bytes, levels) = if folds || !wanted.languages.is_empty() && !clustered {
        (std::fs::read(wanted.out.join("gazetteer.bin"))?, Vec::new())
    } else {
        make_gazetteer(wanted)?
    };
    let gazetteer =
        Gazetteer::read(&bytes).ok_or_else(|| std::io::Error::other("the gazetteer cannot be read back"))?;
    for plan in wanted.plans() {
        if folds {
            if let Some([documents, _]) = own::documents(plan.language)? {
                let sets = read(plan, wanted.data)?;
                folds::run(plan, &documents, &sets[1..], &gazetteer, wanted.doubts);
            }
            continue;
        }
        let mut sets = read(plan, wanted.data)?;
        for set in sets.iter_mut().filter(|set| set.name == data::PARTLY_ANNOTATED) {
            // A sentence with a country or city that nobody marked would teach that it is none.
            set.train.retain(|sentence| data::is_complete(sentence) || !misses_place(sentence, &gazetteer));
        }
        let levels = if plan.clusters { &levels[..] } else { &[] };
        if let Some(model) = build(plan, &sets, &gazetteer, levels, wanted.baseline) {
            if let Some([_, dev]) = own::documents(plan.language)? {
                folds::whole(plan.language, &dev, &model);
            }
            std::fs::write(wanted.out.join(format!("{}.model", plan.language)), model)?;
        }
    }
    Ok(())
}

/// Whether a sentence has a country or city of the lists that nobody marked.
fn misses_place(sentence: &Sentence, gazetteer: &Gazetteer) -> bool {
    let raw: Vec<&str> = sentence.words.iter().map(String::as_str).collect();
    features::look_up(&raw, gazetteer, false)
        .iter()
        .zip(&sentence.labels)
        .any(|(word, &label)| label == 0 && word.spans[0] != 0 && !word.is(Kind::Common))
}

fn main() -> std::process::ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut flag = |name: &str| {
        let before = arguments.len();
        arguments.retain(|argument| argument != name);
        arguments.len() < before
    };
    let [baseline, folds, doubts] = ["--baseline", "--folds", "--doubts"].map(&mut flag);
    let [data, gazetteers, out, languages @ ..] = &arguments[..] else {
        eprintln!("usage: train [--baseline] [--folds] [--doubts] DATA GAZETTEERS OUT [LANGUAGE...]");
        return std::process::ExitCode::from(2);
    };
    let [data, gazetteers, out] = [data, gazetteers, out].map(Path::new);
    match run(&Wanted { data, gazetteers, out, languages, baseline, folds, doubts }) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
