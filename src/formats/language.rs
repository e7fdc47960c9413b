//! The language of an article whose file names it oddly (`arabic`, `ara`, `Hebrew`) or not at all.

use super::fault::{Fault, Remedy};
use super::json::{Notes, quotable};
use super::path::Path;

/// Names and ISO 639-2 and -3 codes, and the tag that BCP 47 wants.
const NAMES: &[(&str, &[&str])] = &[
    ("ar", &["arabic", "ara", "arb", "العربية", "عربي", "arabe"]),
    ("he", &["hebrew", "heb", "iw", "עברית"]),
    ("fa", &["persian", "farsi", "fas", "per", "pes", "فارسی", "prs"]),
    ("ur", &["urdu", "urd", "اردو"]),
    ("ps", &["pashto", "pus", "pushto", "پښتو"]),
    ("ckb", &["sorani", "central kurdish"]),
    ("ku", &["kurdish", "kur"]),
    ("ug", &["uyghur", "uighur", "uig"]),
    ("yi", &["yiddish", "yid", "ji"]),
    ("en", &["english", "eng"]),
    ("fr", &["french", "fra", "fre", "français"]),
    ("de", &["german", "deu", "ger", "deutsch"]),
    ("es", &["spanish", "spa", "español", "castilian"]),
    ("it", &["italian", "ita"]),
    ("pt", &["portuguese", "por"]),
    ("nl", &["dutch", "nld", "dut"]),
    ("tr", &["turkish", "tur", "türkçe"]),
    ("ru", &["russian", "rus", "русский"]),
    ("uk", &["ukrainian", "ukr"]),
    ("zh", &["chinese", "zho", "chi", "cmn", "中文"]),
    ("ja", &["japanese", "jpn"]),
    ("ko", &["korean", "kor"]),
    ("hi", &["hindi", "hin"]),
    ("bn", &["bengali", "ben"]),
    ("el", &["greek", "ell", "gre"]),
    ("no", &["norwegian", "nor"]),
    ("sv", &["swedish", "swe"]),
    ("da", &["danish", "dan"]),
    ("fi", &["finnish", "fin"]),
    ("pl", &["polish", "pol"]),
    ("id", &["indonesian", "ind"]),
];

/// Letters that one language of a script has and its neighbours do not, and its commonest words.
struct Signs {
    tag: &'static str,
    letters: &'static str,
    words: &'static [&'static str],
}

const ARABIC_SCRIPT: &[Signs] = &[
    Signs {
        tag: "ar",
        letters: "ةىيك",
        words: &["في", "من", "على", "إلى", "أن", "التي", "الذي", "عن", "هذا", "مع", "ما", "لا", "بين", "كما"],
    },
    Signs {
        tag: "fa",
        letters: "پچژگکی",
        words: &["در", "به", "از", "که", "این", "را", "است", "با", "برای", "آن", "می", "شد", "های", "ها"],
    },
    Signs {
        tag: "ur",
        letters: "ٹڈڑںےہھ",
        words: &["کے", "میں", "کی", "ہے", "سے", "نے", "کا", "کو", "اور", "پر", "ہیں", "کہ"],
    },
    Signs {
        tag: "ps", letters: "ټډړښځڅېۍګ", words: &["د", "په", "او", "چې", "ته", "له", "دی", "کې"]
    },
    Signs { tag: "ckb", letters: "ەێۆڕڵ", words: &["لە", "و", "بە", "کە", "بۆ", "ئەو", "لەگەڵ"] },
    Signs { tag: "ug", letters: "ۇۈۋڭې", words: &["ۋە", "بىلەن", "بۇ", "بىر", "ئۇ"] },
];

const HEBREW_SCRIPT: &[Signs] = &[
    Signs {
        tag: "he", letters: "", words: &["של", "את", "על", "לא", "הוא", "כי", "גם", "עם", "זה", "אל"]
    },
    Signs {
        tag: "yi", letters: "װױײאַאָ", words: &["און", "די", "דער", "איז", "אין", "פון", "צו", "ניט"]
    },
];

const CYRILLIC_SCRIPT: &[Signs] = &[
    Signs {
        tag: "ru", letters: "ыэъё", words: &["и", "в", "не", "на", "что", "с", "по", "как", "это"]
    },
    Signs {
        tag: "uk", letters: "іїєґ", words: &["і", "в", "не", "на", "що", "та", "з", "до", "як"]
    },
];

const LATIN_SCRIPT: &[Signs] = &[
    Signs { tag: "en", letters: "", words: &["the", "of", "and", "to", "in", "that", "is", "for", "was", "with"] },
    Signs { tag: "fr", letters: "", words: &["le", "la", "les", "de", "des", "et", "du", "une", "est", "dans", "que"] },
    Signs { tag: "de", letters: "ß", words: &["der", "die", "und", "das", "den", "von", "mit", "ist", "ein", "im"] },
    Signs { tag: "es", letters: "ñ¿¡", words: &["el", "la", "de", "que", "los", "las", "por", "con", "una", "del"] },
    Signs { tag: "it", letters: "", words: &["il", "di", "che", "la", "della", "per", "un", "con", "sono", "gli"] },
    Signs { tag: "pt", letters: "ãõ", words: &["o", "que", "do", "da", "em", "um", "para", "com", "não", "uma"] },
    Signs { tag: "nl", letters: "", words: &["het", "een", "van", "en", "dat", "niet", "zijn", "voor", "met"] },
    Signs { tag: "tr", letters: "ğışİ", words: &["ve", "bir", "bu", "için", "ile", "olarak", "daha"] },
];

/// Letters that are looked at.
const SAMPLE: usize = 4000;

/// Letters without which a text says nothing about its script.
const ENOUGH: usize = 20;

/// The scripts that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Arabic,
    Hebrew,
    Cyrillic,
    Latin,
    Other(&'static str),
}

/// The language tag for an article: the stated one where it has a good form and fits the script of
/// the text, else what a repair or the text itself says; `und` when nothing does.
pub(crate) fn settle<'t>(stated: Option<&str>, texts: impl Iterator<Item = &'t str>, notes: &mut Notes) -> String {
    let sample: String = texts.flat_map(|text| text.chars().chain([' '])).take(SAMPLE).collect();
    let guess = guess(&sample);
    let stated = stated.map(str::trim).filter(|tag| !tag.is_empty());
    let Some(raw) = stated else {
        return guess.map_or("und", |(tag, _)| tag).to_owned();
    };
    let path = Path::ROOT.key("language");
    let Some(tag) = repair(raw) else {
        let tag = guess.map_or("und", |(tag, _)| tag);
        let fault = Fault::BadForm { value: quotable(raw), expected: "a language tag" };
        notes.warn(&path, fault, Remedy::ReadAs(tag.to_owned()));
        return tag.to_owned();
    };
    match (guess, script_of(&tag)) {
        (Some((found, script)), Some(expected)) if script != expected => {
            notes.warn(&path, Fault::OtherScript { tag: tag.clone() }, Remedy::ReadAs(found.to_owned()));
            found.to_owned()
        }
        _ => tag,
    }
}

/// A BCP 47 tag from what tools write; none for anything that is no language.
pub(crate) fn repair(raw: &str) -> Option<String> {
    let lower = raw.trim().to_lowercase().replace('_', "-");
    let named = |name: &str| NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(tag, _)| *tag);
    if let Some(tag) = named(&lower) {
        return Some(tag.to_owned());
    }
    let mut subtags = lower.split('-');
    let language = subtags.next().filter(|tag| matches!(tag.len(), 2 | 3) && is_alphabetic(tag))?;
    let mut tag = named(language).unwrap_or(language).to_owned();
    for subtag in subtags {
        if !(1..=8).contains(&subtag.len()) || !subtag.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        tag.push('-');
        match subtag.len() {
            2 => tag.push_str(&subtag.to_uppercase()),
            4 if is_alphabetic(subtag) => {
                tag.push_str(&subtag[..1].to_uppercase());
                tag.push_str(&subtag[1..]);
            }
            _ => tag.push_str(subtag),
        }
    }
    Some(tag)
}

fn is_alphabetic(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The script that a language is written in, where it has one.
fn script_of(tag: &str) -> Option<Script> {
    let mut subtags = tag.split('-');
    let language = subtags.next()?;
    if subtags.any(|subtag| subtag.len() == 4) {
        return None;
    }
    match language {
        "ar" | "fa" | "ur" | "ps" | "ckb" | "ug" => Some(Script::Arabic),
        "he" | "yi" => Some(Script::Hebrew),
        "ru" | "uk" | "bg" | "mk" | "be" => Some(Script::Cyrillic),
        "en" | "fr" | "de" | "es" | "it" | "pt" | "nl" | "tr" | "pl" | "sv" | "da" | "no" | "nb" | "fi" | "id" => {
            Some(Script::Latin)
        }
        "zh" => Some(Script::Other("zh")),
        _ => None,
    }
}

/// The language that script and common words point to; none for a text of few letters.
fn guess(sample: &str) -> Option<(&'static str, Script)> {
    let mut counts: Vec<(Script, usize)> = vec![];
    for script in sample.chars().filter_map(script_of_char) {
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    // A Japanese text has as many Han characters as kana, or more.
    let kana = counts.iter().find(|(script, _)| *script == Script::Other("ja")).map_or(0, |(_, count)| *count);
    let (script, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    if count < ENOUGH {
        return None;
    }
    let tag = match script {
        Script::Arabic => best(ARABIC_SCRIPT, sample, "ar"),
        Script::Hebrew => best(HEBREW_SCRIPT, sample, "he"),
        Script::Cyrillic => best(CYRILLIC_SCRIPT, sample, "ru"),
        Script::Latin => best(LATIN_SCRIPT, sample, "und"),
        Script::Other("zh") if kana * 5 > count => "ja",
        Script::Other(tag) => tag,
    };
    Some((tag, script))
}

/// The language with most signs: a common word counts as much as two letters.
fn best(languages: &'static [Signs], sample: &str, none: &'static str) -> &'static str {
    let words: Vec<String> =
        sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let rate = |signs: &Signs| {
        let letters = sample.chars().filter(|letter| signs.letters.contains(*letter)).count();
        let common = words.iter().filter(|word| signs.words.contains(&word.as_str())).count();
        letters + 4 * common
    };
    let mut best = (none, 0);
    for signs in languages {
        let rating = rate(signs);
        if rating > best.1 {
            best = (signs.tag, rating);
        }
    }
    best.0
}

fn script_of_char(letter: char) -> Option<Script> {
    Some(match letter {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => Script::Latin,
        '\u{370}'..='\u{3ff}' => Script::Other("el"),
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{5d0}'..='\u{5f2}' => Script::Hebrew,
        '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fefc}' => {
            Script::Arabic
        }
        '\u{900}'..='\u{97f}' => Script::Other("hi"),
        '\u{980}'..='\u{9ff}' => Script::Other("bn"),
        '\u{e00}'..='\u{e7f}' => Script::Other("th"),
        '\u{3040}'..='\u{30ff}' => Script::Other("ja"),
        '\u{4e00}'..='\u{9fff}' => Script::Other("zh"),
        '\u{ac00}'..='\u{d7a3}' => Script::Other("ko"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_as_tools_write_them() {
        for (raw, tag) in [
            ("ar", Some("ar")),
            ("arabic", Some("ar")),
            ("Hebrew", Some("he")),
            ("eng", Some("en")),
            ("ara", Some("ar")),
            ("iw", Some("he")),
            ("ar_EG", Some("ar-EG")),
            ("EN-us", Some("en-US")),
            ("zh-hans-cn", Some("zh-Hans-CN")),
            ("nb-NO", Some("nb-NO")),
            ("العربية", Some("ar")),
            ("ltr content", None),
            ("Klingon", None),
            ("x", None),
            ("ar-", None),
        ] {
            assert_eq!(repair(raw).as_deref(), tag, "{raw}");
        }
    }

    #[test]
    fn script_and_common_words_decide() {
        let texts = [
            ("ar", "قال وزير الخارجية إن الاجتماع سيعقد في القاهرة من أجل بحث الأزمة بين البلدين"),
            ("fa", "وزیر امور خارجه گفت که این نشست در تهران برای بررسی بحران برگزار می شود"),
            ("fa", "وزير امور خارجه گفت كه اين نشست در تهران براي بررسي است و از اين پس با آن"),
            ("ur", "وزیر خارجہ نے کہا کہ اجلاس اسلام آباد میں ہوگا جس میں بحران پر بات کی جائے گی"),
            ("ckb", "وەزیری دەرەوە لە کۆبوونەوەکەدا بە ڕۆژنامەنووسانی گوت کە بۆ چارەسەری کێشەکە"),
            ("he", "שר החוץ אמר כי הפגישה תתקיים בירושלים על מנת לדון במשבר של האזור"),
            ("ru", "Министр иностранных дел заявил, что встреча состоится в Москве"),
            ("uk", "Міністр закордонних справ заявив, що зустріч відбудеться в Києві"),
            ("zh", "外交部长表示会议将于下周在北京举行以讨论两国之间的危机问题并签署协议"),
            ("fr", "Le ministre des Affaires étrangères a déclaré que la réunion est prévue dans la capitale"),
            ("en", "The minister said that the meeting is to be held in the capital of the country"),
            ("und", "12 % 2024"),
        ];
        for (tag, text) in texts {
            assert_eq!(settle(None, [text].into_iter(), &mut Notes::default()), tag, "{text}");
        }
    }

    #[test]
    fn a_default_that_the_script_contradicts_does_not_count() {
        let arabic = "قال وزير الخارجية إن الاجتماع سيعقد في القاهرة من أجل بحث الأزمة";
        for (stated, tag, warnings) in [("en", "ar", 1), ("ar-EG", "ar-EG", 0), ("null?", "ar", 1), ("", "ar", 0)] {
            let mut notes = Notes::default();
            assert_eq!(settle(Some(stated), [arabic].into_iter(), &mut notes), tag);
            assert_eq!(notes.warnings.len(), warnings, "{stated}");
        }
    }
}
