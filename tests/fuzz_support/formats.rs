//! Every reader of files: the first byte says which door the bytes come in by.

use newsreader::formats::{self, Annotations, Collection};
use serde_json::Value;

use super::checks::{check_message, check_opened};
use super::templates::{merge, templates};

/// Articles looked at of one file.
const MOST: usize = 8;

const TEXT: &str = "قال الوزير 😀 وزير.\r\n\r\nوأضاف أن قال وزير الخارجية.";

/// Any bytes: articles that keep every promise, or errors with a clean message.
pub(crate) fn check(data: &[u8]) {
    let Some((&door, bytes)) = data.split_first() else { return };
    match door {
        0 => collection(Collection::from_bytes(bytes.to_vec(), "x\u{1b}\u{202e}.json")),
        1 => collection(Collection::read_from_or_text(bytes, "x\u{1b}\u{202e}.txt")),
        2 => annotations(bytes),
        3 => changed_seed(bytes),
        // An article of a known format of which members are replaced: what is detected is what was meant.
        door => {
            let templates = templates();
            let mut article = templates[usize::from(door) % templates.len()].clone();
            let Ok(change) = serde_json::from_slice::<Value>(bytes) else { return };
            merge(&mut article, &change);
            collection(Collection::from_bytes(article.to_string().into_bytes(), "x"));
        }
    }
}

fn collection(read: Result<Collection, formats::OpenError>) {
    let collection = match read {
        Ok(collection) => collection,
        Err(error) => return check_message(&error.to_string()),
    };
    for number in 0..collection.len().min(MOST) {
        match collection.open(number) {
            Ok(opened) => {
                check_opened(&opened);
                assert!(!opened.article.language.is_empty());
                // The native format has empty mentions; what was read from others has words.
                let foreign = opened.format != formats::Format::Native;
                for mention in opened.article.entities.iter().flat_map(|entity| &entity.mentions) {
                    assert!(!foreign || !opened.article.text(&mention.span).is_empty());
                }
            }
            Err(error) => check_message(&error.to_string()),
        }
    }
    check_message(&collection.first().map_or_else(|error| error.to_string(), |_| String::new()));
    let report = formats::check(&collection).to_string();
    assert!(report.chars().all(|c| c == '\n' || !c.is_control()), "{report:?}");
}

/// The bytes as annotations that stand beside a text.
fn annotations(bytes: &[u8]) {
    let notes = match Annotations::from_bytes(bytes.to_vec(), "x\u{1b}") {
        Ok(notes) => notes,
        Err(error) => return check_message(&error.to_string()),
    };
    let mut opened = Collection::read_from_or_text(TEXT.as_bytes(), "text").and_then(|text| text.open(0)).unwrap();
    notes.add_to(&mut opened);
    check_opened(&opened);
}

/// The bundled article with a stretch of it overwritten: two bytes say where, one how much goes.
fn changed_seed(bytes: &[u8]) {
    let [high, low, gone, new @ ..] = bytes else { return };
    let mut file = formats::bundled().as_bytes().to_vec();
    let at = usize::from(u16::from_be_bytes([*high, *low])) % file.len();
    let end = (at + usize::from(*gone)).min(file.len());
    file.splice(at..end, new.iter().copied());
    collection(Collection::from_bytes(file, "x"));
}
