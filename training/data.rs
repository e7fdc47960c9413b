//! The training sets: `token<TAB>BIO-tag`, a blank line between sentences, `# doc NAME` before a document.

use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::path::Path;

use newsreader::extract::words::nz;

/// The Urdu set: of its 8,720 sentences only the first four tenths have persons and organisations
/// marked, and only the first tenth has places; its last tenth holds two names. Of the first
/// tenth every fifth stretch is kept for development.
pub(crate) const PARTLY_ANNOTATED: &str = "ilner_train";

/// Whether a sentence of that set has all types marked.
pub(crate) fn is_complete(sentence: &Sentence) -> bool {
    sentence.document < 21
}

/// A sentence of a training set.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sentence {
    pub(crate) words: Vec<String>,
    /// Labels of [`newsreader::extract::crf`].
    pub(crate) labels: Vec<u8>,
    /// Letters of the first word of a name that stand outside it; only our own text says so.
    pub(crate) cuts: Vec<u8>,
    /// Number of the document, real or a stretch of [`STRETCH`] sentences.
    pub(crate) document: usize,
}

/// Sentences that count as one document where a set marks none.
const STRETCH: usize = 40;

/// A training set, cut in two.
#[derive(Debug, Clone, Default)]
pub(crate) struct Set {
    pub(crate) name: String,
    pub(crate) train: Vec<Sentence>,
    /// The last tenth: never trained on.
    pub(crate) dev: Vec<Sentence>,
}

/// From the label of a set to the index of a type of the tagger; `None` is no name at all.
pub(crate) type Mapping = HashMap<(String, String), Option<usize>>;

/// The types of `labels.tsv`; what is a name but of no type of ours is X, the fourth.
pub(crate) fn mapping(folder: &Path) -> std::io::Result<Mapping> {
    let text = std::fs::read_to_string(folder.join("labels.tsv"))?;
    let rows = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.split('\t');
        let (set, label, product) = (fields.next()?, fields.next()?, fields.next()?);
        let kind = match (product, label) {
            ("PERSON", _) => Some(0),
            ("ORG", _) => Some(1),
            ("PLACE", _) => Some(2),
            ("EVENT" | "WORK" | "PRODUCT" | "OTHER", _) | (_, "MISC" | "Group" | "NORP" | "Nationality") => Some(3),
            _ => None,
        };
        Some(((set.to_owned(), label.to_owned()), kind))
    });
    Ok(rows.collect())
}

/// Reads a set and cuts off its last tenth.
pub(crate) fn read(folder: &Path, file: &str, mapping: &Mapping) -> std::io::Result<Set> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(folder.join(format!("{file}.conll.gz")))?)
        .read_to_string(&mut text)?;
    let name = file.split('.').next().unwrap_or(file).to_owned();
    let mut sentences: Vec<Sentence> = Vec::new();
    let (mut sentence, mut document, mut marked, mut stretch) = (Sentence::default(), 0, false, 0);
    for line in text.lines().chain([""]) {
        if line.starts_with("# ") && !line.contains('\t') {
            if line.starts_with("# doc ") {
                document += 1;
                marked = true;
            }
            continue;
        }
        let Some((word, tag)) = line.rsplit_once('\t') else {
            if !sentence.words.is_empty() {
                stretch += 1;
                sentence.document = document * 10_000 + if marked { stretch / 400 } else { stretch / STRETCH };
                sentences.push(std::mem::take(&mut sentence));
            }
            continue;
        };
        push(&mut sentence, word, tag, &name, mapping);
    }
    if name == PARTLY_ANNOTATED {
        sentences.truncate(sentences.len() * 4 / 10);
        let (dev, train) =
            sentences.into_iter().partition(|sentence| is_complete(sentence) && sentence.document % 5 == 2);
        return Ok(Set { name, train, dev });
    }
    let cut = whole_documents(&sentences, marked);
    let dev = sentences.split_off(cut);
    Ok(Set { name, train: sentences, dev })
}

fn push(sentence: &mut Sentence, word: &str, tag: &str, set: &str, mapping: &Mapping) {
    // Urdu writes words that belong together with `_`: a text has them apart.
    for (index, part) in word.split('_').filter(|part| !part.is_empty()).enumerate() {
        let label = tag.split_once('-').and_then(|(position, label)| {
            let kind = mapping.get(&(set.to_owned(), label.to_owned())).copied().flatten()?;
            Some(1 + 2 * kind as u8 + u8::from(position == "I" || index > 0))
        });
        let before = sentence.labels.last().copied().unwrap_or(0);
        let label = match label {
            Some(label) if label.is_multiple_of(2) && before != label && before + 1 != label => label - 1,
            other => other.unwrap_or(0),
        };
        sentence.words.push(part.to_owned());
        sentence.labels.push(label);
    }
}

/// Where the last tenth begins; with documents marked, at the beginning of one.
fn whole_documents(sentences: &[Sentence], marked: bool) -> usize {
    let mut cut = sentences.len() * 9 / 10;
    while marked
        && cut > 0
        && cut < sentences.len()
        && sentences[cut].document / 10_000 == sentences[cut - 1].document / 10_000
    {
        cut += 1;
    }
    if cut >= sentences.len() { sentences.len() * 9 / 10 } else { cut }
}

fn grams(sentence: &Sentence) -> impl Iterator<Item = String> {
    let words: Vec<String> =
        sentence.words.iter().map(|word| nz(word)).filter(|w| w.chars().any(char::is_alphanumeric)).collect();
    let width = 7.min(words.len().max(1));
    words.windows(width).map(|w| w.join(" ")).collect::<Vec<_>>().into_iter()
}

/// Drops from the training parts every sentence that shares seven words running (or all of them, when
/// it is shorter) with a development sentence of any set: the news sets have one text underneath.
pub(crate) fn part(sets: &mut [Set]) -> usize {
    let held: HashSet<String> =
        sets.iter().flat_map(|set| &set.dev).filter(|s| s.words.len() >= 4).flat_map(grams).collect();
    let mut dropped = 0;
    for set in sets {
        let before = set.train.len();
        set.train.retain(|sentence| sentence.words.len() < 4 || !grams(sentence).any(|gram| held.contains(&gram)));
        dropped += before - set.train.len();
    }
    dropped
}
