//! Marks of every convention, as a table and as a property.
#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;

/// The pairs, `>` for every level of nesting.
fn found(text: &str, tag: &str) -> Vec<String> {
    let paired = pair(text, Tongue::of(tag, text));
    let depth = |mut at: usize| {
        let mut depth = 0;
        while let Some(parent) = paired.pairs[at].parent {
            (at, depth) = (parent, depth + 1);
        }
        depth
    };
    (0..paired.pairs.len())
        .map(|at| format!("{}{}", ">".repeat(depth(at)), text[paired.pairs[at].inner()].trim()))
        .collect()
}

#[test]
fn every_convention() {
    let table: &[(&str, &str, &[&str])] = &[
        ("ar", "قال: \"نعمل في \"بريكس\" معا\" وذهب", &["نعمل في \"بريكس\" معا", ">بريكس"]),
        ("ar", "بينها و\"بريكس\" وبـ\"السلبي\" ولـ\"رويترز\"", &["بريكس", "السلبي", "رويترز"]),
        ("ar", "قال ل«الشرق الأوسط» إن “الحل” و\"الحرب“", &["الشرق الأوسط", "الحل", "الحرب"]),
        ("ar", "قال:\"نعم\"،وأضاف:\"لا\".", &["نعم", "لا"]),
        ("ar", "قال: \" نص النص \" ثم", &["نص النص"]),
        ("ar", "قال\"نعم\"وأضاف\"لا\"", &["نعم", "لا"]),
        ("ar", "\u{200f}\"نعم\"\u{200f}، قال", &["نعم"]),
        ("ar", "قال: \"\"نعم وألف نعم\"\"", &["\"نعم وألف نعم\""]),
        ("fa", "گفت: «این «طرح» خوب است».", &["این «طرح» خوب است", ">طرح"]),
        ("ur", "انھوں نے کہا: ’ہم تیار ہیں۔‘ اور 'نہیں'", &["ہم تیار ہیں۔", "نہیں"]),
        ("ur", "کہا کہ ‘ہم تیار ہیں’۔", &["ہم تیار ہیں"]),
        ("he", "דובר צה\"ל אמר: \"ארה\"ב ודו\"ח\" וד\"ר", &["ארה\"ב ודו\"ח"]),
        ("he", "לעיתון ה\"מגזין\" וב\"הארץ\" אמר ”כן“ „לא”", &["מגזין", "הארץ", "כן", "לא"]),
        ("he", "מנכ\"ל ש\"ס אמר ״הכול בסדר״", &["הכול בסדר"]),
        ("en", "“Don’t say ‘no’ to ’em,” the workers’ chief said.", &["Don’t say ‘no’ to ’em,", ">no"]),
        ("en", "'I can't,' she said. \"He's 'fine'.\"", &["I can't,", "He's 'fine'.", ">fine"]),
        ("en", "a 5\" nail and 6'2\" tall", &[]),
        ("ru", "«Это „Мир“ и всё», — сказал он.", &["Это „Мир“ и всё", ">Мир"]),
        ("fr", "« Nous l’avons dit », a-t-il dit", &["Nous l’avons dit"]),
        ("de", "„Ja“, sagte sie. »Nein«, sagte er.", &["Ja", "Nein"]),
        ("es", "«Sí», dijo. “No”, dijo.", &["Sí", "No"]),
        ("tr", "“Evet” dedi. \"Hayır\" dedi.", &["Evet", "Hayır"]),
    ];
    for (tag, text, expected) in table {
        assert_eq!(found(text, tag), *expected, "{text}");
    }
}

#[test]
fn what_finds_no_partner_is_told() {
    let text = "قال: \"نعمل معا. ثم ذهب";
    let paired = pair(text, Tongue::AR);
    assert_eq!(paired.pairs, []);
    assert_eq!(&text[paired.unclosed.unwrap().start..][..1], "\"");
    let text = "وهذا آخر الكلام\".";
    assert_eq!(&text[pair(text, Tongue::AR).orphan.unwrap()], "\"");
    assert_eq!(pair("rock 'n roll", Tongue::EN).unclosed, None);
}

proptest! {
    #[test]
    fn pairs_lie_inside_each_other_or_apart(text in "[\"“”„«»'‘’״ ,.:אבוقال a\u{200f}—]{0,60}") {
        for tongue in [Tongue::AR, Tongue::HE, Tongue::UR, Tongue::EN, Tongue::DE] {
            let pairs = pair(&text, tongue).pairs;
            for (index, pair) in pairs.iter().enumerate() {
                prop_assert!(text.get(pair.inner()).is_some_and(|inner| !inner.is_empty()));
                for other in &pairs[..index] {
                    prop_assert!(other.open.start < pair.open.start);
                    prop_assert!(other.outer().end <= pair.open.start || pair.outer().end <= other.inner().end);
                }
                if let Some(parent) = pair.parent {
                    prop_assert!(pairs[parent].inner().end >= pair.outer().end);
                }
            }
        }
    }
}
