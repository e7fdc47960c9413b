//! Organisations by how they are written: acronyms, forms of companies, English bodies of a state.

use super::super::document::{Language, Text};
use super::super::gazetteer::Kind;
use super::super::lexicon;

/// Capitals that stand for no organisation.
const NO_ORGANISATION: &[&str] = &[
    "tv",
    "ceo",
    "us",
    "uk",
    "eu",
    "pm",
    "ai",
    "gdp",
    "am",
    "hiv",
    "dna",
    "fm",
    "gps",
    "usb",
    "it",
    "pc",
    "ngo",
    "ngos",
    "vip",
    "bst",
    "gmt",
    "edt",
    "est",
    "pdf",
    "sms",
    "hr",
    "id",
    "ok",
    "pib",
    "tva",
    "pdg",
    "suv",
    "btp",
    "qr",
    "rer",
    "tgv",
    "usd",
    "eur",
    "ii",
    "iii",
    "iv",
    "vi",
    "vii",
    "xi",
    "xvi",
    "i",
    "mp",
    "mps",
    "usa",
    "uae",
    "сша",
    "рф",
    "ссср",
    "дтп",
    "ввп",
    "ндс",
    "жкх",
    "сми",
    "чп",
    "кнр",
    "фрг",
    "оаэ",
    "кндр",
    "ии",
    "нко",
    "гэс",
    "аэс",
    "тэц",
    "бпла",
    "днр",
    "лнр",
    "сво",
    "юар",
    "ооо",
    "оао",
    "зао",
    "пао",
    "ао",
    "דו\"ח",
    "חו\"ל",
    "סה\"כ",
    "אח\"כ",
    "בד\"כ",
    "ע\"י",
    "ק\"מ",
    "ש\"ח",
    "קמ\"ש",
    "מ\"ר",
    "עו\"ד",
    "יו\"ר",
    "ד\"ר",
    "מנכ\"ל",
    "ח\"כ",
    "רה\"מ",
    "תנ\"ך",
    "חז\"ל",
    "ז\"ל",
    "מו\"מ",
    "רמטכ\"ל",
    "אל\"ם",
    "סא\"ל",
    "רס\"ן",
    "תא\"ל",
    "נדל\"ן",
    "כטב\"ם",
    "הנ\"ל",
    "בי\"ס",
    "מע\"מ",
    "תמ\"א",
    "מ\"מ",
    "ס\"מ",
    "ב\"כ",
    "נ\"ט",
    "או\"ח",
    "חד\"א",
    "מחו\"ל",
    "בחו\"ל",
    "לחו\"ל",
    "והרמטכ\"ל",
    "הרמטכ\"ל",
    "היו\"ר",
    "מנכ\"לית",
    "עפ\"י",
    "אב\"כ",
    "מד\"ס",
    "תל\"ג",
    "תמ\"ג",
    "התמ\"ג",
    "הדו\"ח",
    "בדו\"ח",
];

/// A word in capitals among words that are not, or a Hebrew abbreviation, which no list knows.
pub(super) fn acronym(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let norm = word.norm.as_str();
    if NO_ORGANISATION.contains(&norm) || word.is(Kind::Title) || word.spans[0] != 0 {
        return false;
    }
    let letters = norm.chars().count();
    if text.language == Language::Hebrew {
        // "צה"ל", but not a prefix before an opening mark: "ל"הארץ"".
        let inside = letters >= 4
            && norm.rsplit_once('"').is_some_and(|(front, last)| front.chars().count() > 1 && last.chars().count() < 3);
        return inside
            && !word.readings.iter().any(|reading| {
                NO_ORGANISATION.contains(&reading.norm.as_str()) || lexicon::is_place_or_title(&reading.norm)
            });
    }
    let capitals = |at: usize| text.words.get(at).is_some_and(|word| word.shape >= 16 && word.shape % 8 == 3);
    let alone = !(capitals(at + 1) || at > 0 && capitals(at - 1));
    capitals(at) && alone && (2..=6).contains(&letters) && norm.chars().all(char::is_alphabetic)
}

/// Bodies of a state in English, after an adjective of a country.
const ENGLISH_BODIES: &[&str] =
    &["military", "army", "government", "parliament", "navy", "police", "cabinet", "embassy"];

/// What ministries are for, before "ministry".
const ENGLISH_PORTFOLIOS: &[&str] =
    &["foreign", "defense", "defence", "interior", "finance", "health", "justice", "energy", "education", "economy"];

/// Forms of companies at the end of their names.
const COMPANY_FORMS: &[&str] = &["inc", "corp", "ltd", "plc", "llc", "gmbh", "holdings", "ag", "co"];

/// `Ukrainian military`, `Health Ministry`, `Apple Inc`.
pub(super) fn latin(text: &Text, at: usize) -> Option<(usize, usize)> {
    if text.language != Language::English || !text.words[at].is_capital() {
        return None;
    }
    let norm = text.norm(at);
    let adjective = [
        "ian", "ean", "ish", "ese", "aeli", "aqi", "ench", "utch", "rman", "ican", "stani", "emeni", "audi", "zbek",
        "reek", "wiss",
    ]
    .iter()
    .any(|ending| norm.ends_with(ending));
    if adjective && ENGLISH_BODIES.contains(&text.norm(at + 1)) {
        return Some((at, at + 2));
    }
    if adjective && ENGLISH_PORTFOLIOS.contains(&text.norm(at + 1)) && text.norm(at + 2) == "ministry" {
        return Some((at, at + 3));
    }
    if ENGLISH_PORTFOLIOS.contains(&norm) && text.norm(at + 1) == "ministry" {
        return Some((at, at + 2));
    }
    let end = (at + 1..(at + 4).min(text.words.len()))
        .find(|&at| !text.words[at].is_capital())
        .unwrap_or(at + 4)
        .min(text.words.len());
    let form = end.checked_sub(1).filter(|&last| last > at && COMPANY_FORMS.contains(&text.norm(last)))?;
    Some((at, form + 1))
}
