//! Direction of a text or of a language.

use unicode_bidi::Direction;

/// Languages that are written right to left when their tag names no script.
const RTL_LANGUAGES: &[&str] = &[
    "ar", "arc", "arz", "ary", "apc", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw",
    "ks", "lrc", "luz", "mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
];

/// ISO 15924 codes of scripts that are written right to left.
const RTL_SCRIPTS: &[&str] =
    &["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "syre", "syrj", "syrn", "thaa"];

/// Whether the language of a BCP 47 tag is written right to left. A script subtag (`az-Arab`,
/// `ku-Latn`) decides before the language.
#[must_use]
pub fn is_rtl_language(tag: &str) -> bool {
    let mut subtags = tag.split(['-', '_']);
    let language = subtags.next().unwrap_or_default().to_ascii_lowercase();
    match subtags.find(|subtag| subtag.len() == 4 && subtag.bytes().all(|b| b.is_ascii_alphabetic())) {
        Some(script) => RTL_SCRIPTS.contains(&script.to_ascii_lowercase().as_str()),
        None => RTL_LANGUAGES.contains(&language.as_str()),
    }
}

/// Whether the first strong character of `text` is right to left (UAX #9 P2, P3 over all its
/// paragraphs, isolates skipped); `None` when it has no strong character.
#[must_use]
pub fn script_direction(text: &str) -> Option<bool> {
    match unicode_bidi::get_base_direction_full(text) {
        Direction::Rtl => Some(true),
        Direction::Ltr => Some(false),
        Direction::Mixed => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_subtag_decides_before_the_language() {
        for (tag, rtl) in [
            ("ar", true),
            ("ar-EG", true),
            ("he", true),
            ("ckb", true),
            ("ku", false),
            ("ku-Arab-IQ", true),
            ("az-Arab", true),
            ("ar-Latn", false),
            ("en", false),
            ("", false),
            ("FA_ir", true),
        ] {
            assert_eq!(is_rtl_language(tag), rtl, "{tag}");
        }
    }

    #[test]
    fn first_strong_character_over_digits_isolates_and_line_feeds() {
        for (text, rtl) in [
            ("الصين", Some(true)),
            ("2024 الصين", Some(true)),
            ("Sputnik", Some(false)),
            ("\u{2067}الصين\u{2069} a", Some(false)),
            ("12 %", None),
            ("", None),
            ("1\nאב", Some(true)),
        ] {
            assert_eq!(script_direction(text), rtl, "{text:?}");
        }
    }
}
