//! Our own training text, which has the policy of the product: one sentence a line with marks in the
//! line, `ב{L|ירושלים}`, a line `# doc NAME` before each article. See `own/README.md`.

use std::ops::Range;
use std::path::Path;

use newsreader::article::{Article, Block};
use newsreader::extract::words;

use crate::data::{Sentence, Set};

/// The files of our own text, by language.
pub(crate) const FILES: &[(&str, &[&str])] = &[
    ("ar", &["ar_a.txt", "ar_b.txt", "ar_c.txt", "ar_d.txt"]),
    ("en", &["en_a.txt", "en_b.txt"]),
    ("fa", &["fa_a.txt", "fa_b.txt", "fa_c.txt"]),
    ("fr", &["fr_a.txt", "fr_b.txt"]),
    ("he", &["he_a.txt", "he_b.txt", "he_c.txt", "he_d.txt"]),
    ("ru", &["ru_a.txt", "ru_b.txt"]),
    ("ur", &["ur_a.txt", "ur_b.txt", "ur_c.txt"]),
];

/// An article of our own.
#[derive(Debug, Clone, Default)]
pub(crate) struct Document {
    pub(crate) name: String,
    pub(crate) lines: Vec<Line>,
}

/// A line without its marks, and what was marked: bytes and index of the type.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) marks: Vec<(Range<usize>, usize)>,
}

/// The line that marks stand in; an error says what is wrong with them.
pub(crate) fn line(source: &str) -> Result<Line, String> {
    let mut out = Line::default();
    let mut rest = source;
    while let Some(at) = rest.find(['{', '}']) {
        out.text.push_str(&rest[..at]);
        let wrong = |what: &str| Err(format!("{what}: {source}"));
        let Some((head, inner)) = rest[at..].split_once('|') else { return wrong("a brace without a mark") };
        let Some(kind) = ["{P", "{O", "{L", "{E"].iter().position(|kind| *kind == head) else {
            return wrong("an unknown mark");
        };
        let Some((name, after)) = inner.split_once('}') else { return wrong("an open mark") };
        if name.trim() != name || name.is_empty() || name.contains(['{', '|']) {
            return wrong("a mark that is empty, nested or has blanks at its ends");
        }
        let start = out.text.len();
        out.text.push_str(name);
        out.marks.push((start..out.text.len(), kind));
        rest = after;
    }
    out.text.push_str(rest);
    Ok(out)
}

/// The articles of a file.
pub(crate) fn parse(text: &str) -> Result<Vec<Document>, String> {
    let mut out: Vec<Document> = Vec::new();
    for source in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(name) = source.strip_prefix("# doc ") {
            out.push(Document { name: name.to_owned(), lines: Vec::new() });
        } else {
            out.last_mut().ok_or("a sentence before the first document")?.lines.push(line(source)?);
        }
    }
    Ok(out)
}

/// How many letters of a word stand before a span that begins inside it.
fn cut(text: &str, word: &Range<usize>, start: usize) -> u8 {
    (0..8).find(|&cut| words::cut_front(text, word, cut) >= start).unwrap_or(0) as u8
}

/// The sentences of a line as the extraction cuts them, with labels, and the letters that stand outside.
pub(crate) fn sentences(line: &Line, document: usize) -> Vec<Sentence> {
    let tokens = words::tokens(&line.text);
    let mut labels = vec![0; tokens.len()];
    let mut cuts = vec![0; tokens.len()];
    for (bytes, kind) in &line.marks {
        let start = tokens.partition_point(|token| token.bytes.end <= bytes.start);
        let end = tokens.partition_point(|token| token.bytes.start < bytes.end);
        // Two names in one word ("תל-אביב-יפו"): the first has it.
        if start >= end || labels[start..end].iter().any(|&label| label != 0) {
            continue;
        }
        labels[start..end].fill(2 + 2 * *kind as u8);
        labels[start] -= 1;
        cuts[start] = cut(&line.text, &tokens[start].bytes, bytes.start);
    }
    let sentence = |range: Range<usize>| Sentence {
        words: tokens[range.clone()].iter().map(|token| line.text[token.bytes.clone()].to_owned()).collect(),
        labels: labels[range.clone()].to_vec(),
        cuts: cuts[range].to_vec(),
        document,
    };
    words::sentences(&line.text, &tokens).into_iter().map(sentence).collect()
}

/// The articles of a language, cut in two: for training, and the last tenth of each file for development.
/// None where we wrote none.
pub(crate) fn documents(language: &str) -> std::io::Result<Option<[Vec<Document>; 2]>> {
    let Some((_, files)) = FILES.iter().find(|own| own.0 == language) else { return Ok(None) };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("training/own");
    let mut out = [Vec::new(), Vec::new()];
    for file in *files {
        let text = std::fs::read_to_string(folder.join(file))?;
        let mut all = parse(&text).map_err(|error| std::io::Error::other(format!("{file}: {error}")))?;
        let dev = all.split_off(all.len() * 9 / 10);
        out[0].extend(all);
        out[1].extend(dev);
    }
    Ok(Some(out))
}

/// Articles as sentences; of two articles no number is the same.
pub(crate) fn flat(documents: &[Document]) -> Vec<Sentence> {
    let all = documents.iter().enumerate();
    all.flat_map(|(number, document)| {
        document.lines.iter().flat_map(move |line| sentences(line, (number + 1) * 10_000))
    })
    .collect()
}

/// The set of a language, as the other sets are.
pub(crate) fn set(language: &str, [train, dev]: &[Vec<Document>; 2]) -> Set {
    Set { name: format!("own.{language}"), train: flat(train), dev: flat(dev) }
}

/// An article to annotate: a paragraph a line.
pub(crate) fn article(document: &Document, language: &str) -> Article {
    let block = |line: &Line| Block { text: line.text.as_str().into(), ..Block::default() };
    Article { language: language.to_owned(), blocks: document.lines.iter().map(block).collect(), ..Article::default() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use newsreader::extract::tagger::spans;

    use super::*;

    #[test]
    fn marks_in_a_line_become_spans_and_labels() {
        let line = line("לדברי {P|כהן לוי}, השריפה שב{L|חיפה} כבתה.").unwrap();
        assert_eq!(line.text, "לדברי כהן לוי, השריפה שבחיפה כבתה.");
        let marked: Vec<(&str, usize)> =
            line.marks.iter().map(|(bytes, kind)| (&line.text[bytes.clone()], *kind)).collect();
        assert_eq!(marked, [("כהן לוי", 0), ("חיפה", 2)]);
        let sentence = &sentences(&line, 7)[0];
        assert_eq!(sentence.labels, [0, 1, 2, 0, 0, 5, 0, 0]);
        assert_eq!(sentence.cuts, [0, 0, 0, 0, 0, 2, 0, 0]);
        assert_eq!((sentence.words[5].as_str(), sentence.document), ("שבחיפה", 7));
    }

    #[test]
    fn a_prefix_before_a_mark_or_hyphen_is_cut_with_it() {
        let sentence = |source| sentences(&line(source).unwrap(), 0).remove(0);
        let quoted = sentence("כתב ל\"{O|הארץ}\".");
        assert_eq!((quoted.words[1].as_str(), quoted.labels[1], quoted.cuts[1]), ("ל\"הארץ", 3, 2));
        let latin = sentence("אמרו ב-{O|BBC} היום");
        assert_eq!((latin.words[1].as_str(), latin.labels[1], latin.cuts[1]), ("ב-BBC", 3, 2));
    }

    #[test]
    fn what_is_wrong_with_marks_is_said() {
        for wrong in ["{P|", "{P|א", "{Z|א}", "א}", "{P|}", "{P|א {L|ב}}", "{P| א}"] {
            assert!(line(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn our_own_text_can_be_read() {
        for (language, _) in FILES {
            let [train, dev] = documents(language).unwrap().unwrap();
            assert!(train.len() > 100 && dev.len() > 10 && train.iter().all(|document| document.lines.len() > 2));
            let names = flat(&train).iter().map(|sentence| spans(&sentence.labels).len()).sum::<usize>();
            let marks = train.iter().flat_map(|document| &document.lines).map(|line| line.marks.len()).sum::<usize>();
            assert!(names + 20 > marks, "{names} of {marks} marks lie on words");
        }
    }
}
