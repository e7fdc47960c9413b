//! The gazetteers as one table.

use std::collections::{BTreeMap, HashSet};
use std::io::Read;
use std::path::Path;

use newsreader::extract::gazetteer::{Entry, Gazetteer, Kind, LONGEST, stem, territory};
use newsreader::extract::words::{nz, tokens};

/// Our own lists: words that rules go by, then names.
const OWN: &[&str] = &[
    "own.tsv",
    "names_ar.tsv",
    "names_en.tsv",
    "names_fa.tsv",
    "names_fr.tsv",
    "names_he.tsv",
    "names_ru.tsv",
    "names_ur.tsv",
];

fn text(path: &Path) -> std::io::Result<String> {
    let bytes = std::fs::read(path)?;
    let mut out = String::new();
    if path.extension().is_some_and(|extension| extension == "gz") {
        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut out)?;
    } else {
        out = String::from_utf8_lossy(&bytes).into_owned();
    }
    Ok(out)
}

/// What a row of a list says; `None` for rows that the program has no use for.
fn entry(kind: &str, lang: &str, organisations: &BTreeMap<String, u16>) -> Option<Entry> {
    let (head, payload) = kind.split_once(':').unwrap_or((kind, ""));
    let frequency = payload.parse().unwrap_or(1);
    let organisation = organisations.get(payload).copied().unwrap_or(0);
    let (kind, payload) = match head {
        "PLACE" if lang == "territory" => (Kind::Territory, territory(payload)),
        "PLACE" => (Kind::City, territory(payload)),
        "CAPITAL" => (Kind::Capital, 2047),
        "REGION" => (Kind::Territory, 2047),
        "LANGUAGE" => (Kind::Language, 0),
        "PERSON.given" => (Kind::Given, frequency),
        "PERSON.family" => (Kind::Family, frequency),
        "PERSON.part" => (Kind::Part, frequency),
        "PERSON" => (Kind::FullName, 0),
        "PERSON-SURE" => (Kind::KnownPerson, 0),
        "ORG" if payload == "club" || payload == "company" => (Kind::Club, 0),
        "ORG" => (Kind::Org, organisation),
        "ORG-WEAK" => (Kind::OrgWeak, organisation),
        "NISBA" => (Kind::Nisba, territory(payload)),
        "TITLE" => (Kind::Title, 0),
        "ORG-HEAD" => (Kind::OrgHead, 0),
        "PLACE-HEAD" => (Kind::PlaceHead, 0),
        "EVENT-HEAD" => (Kind::EventHead, 0),
        "PORTFOLIO" => (Kind::Portfolio, 0),
        "MONTH" => (Kind::Month, frequency),
        "MONTH.islamic" => (Kind::Month, frequency + 16),
        "MONTH.persian" => (Kind::Month, frequency + 32),
        "MONTH.hebrew" => (Kind::Month, frequency + 48),
        "WEEKDAY" => (Kind::Weekday, frequency),
        "COMMON" => (Kind::Common, 0),
        "SPEECH" => (Kind::Speech, 0),
        _ => return None,
    };
    Some(Entry { kind, payload })
}

/// Every list of the folder and our own as rows of a table, sorted and each once.
pub(crate) fn rows(folder: &Path, own: &Path) -> std::io::Result<Vec<(u32, Vec<u8>)>> {
    let lists = [
        "territories.tsv.gz",
        "cities.tsv.gz",
        "organisations.tsv",
        "triggers.tsv",
        "nisba.ar.tsv",
        "dates.tsv",
        "ambiguous.ar.tsv",
        "name_tokens.tsv.gz",
        "full_names.tsv.gz",
    ];
    let organisations = text(&folder.join("organisations.tsv"))?;
    let keys: HashSet<&str> =
        organisations.lines().filter_map(|l| l.split('\t').nth(1)?.split_once(':').map(|(_, k)| k)).collect();
    let mut keys: Vec<&str> = keys.into_iter().collect();
    keys.sort_unstable();
    let keys: BTreeMap<String, u16> =
        keys.iter().enumerate().map(|(n, key)| ((*key).to_owned(), n as u16 + 1)).collect();
    let mut out = HashSet::new();
    let ours = OWN.iter().map(|name| (own.join(name), *name));
    for list in lists.map(|name| (folder.join(name), name)).into_iter().chain(ours) {
        for line in text(&list.0)?.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let (Some(name), Some(kind), Some(lang)) = (fields.next(), fields.next(), fields.next()) else { continue };
            if lang == "latn" && list.1 == "cities.tsv.gz" || matches!(lang, "de" | "es" | "tr") {
                continue;
            }
            let lang = if list.1 == "territories.tsv.gz" { "territory" } else { lang };
            if let Some(mut entry) = entry(kind, lang, &keys) {
                // The long lists are not looked through for words that mean something else as well.
                if entry.kind == Kind::Org && OWN[1..].contains(&list.1) && !name.contains([' ', '\u{200c}']) {
                    entry.kind = Kind::OrgWeak;
                }
                add(name, entry, &mut out);
            }
        }
    }
    let mut rows: Vec<_> = out.into_iter().map(|(key, value)| (key, value.to_vec())).collect();
    rows.sort_unstable();
    Ok(rows)
}

fn add(name: &str, entry: Entry, out: &mut HashSet<(u32, [u8; 2])>) {
    // Words as a text is cut into words, without marks: "U.N." and "مجموعة الـ77" as they will be met.
    let words: Vec<String> =
        tokens(name).iter().map(|t| nz(name[t.bytes.clone()].trim_matches(|c: char| !c.is_alphanumeric()))).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    if words.is_empty() || words.len() > LONGEST || words.len() == 1 && words[0].chars().count() < 2 {
        return;
    }
    out.insert((Gazetteer::key(words.iter().copied()), entry.pack()));
    let stems: Option<Vec<String>> = words.iter().map(|word| stem(word)).collect();
    if let Some(stems) = stems {
        out.insert((Gazetteer::key(stems.iter().map(String::as_str)), entry.pack()));
    }
}
