//! The extraction takes time in proportion to the text, also where a text is made to have it search: inputs by which
//! a critic found searches over all names, all events or all titles.
#![allow(clippy::unwrap_used)]

use std::time::Instant;

use newsreader::article::{Article, Block};
use newsreader::extract::annotate;

/// Seconds for an article of these paragraphs, the best of three.
fn seconds(language: &str, paragraphs: &[String]) -> f64 {
    let block = |text: &String| Block { text: text.as_str().into(), ..Block::default() };
    let blocks = paragraphs.iter().map(block).collect();
    let article = Article { language: language.to_owned(), blocks, ..Article::default() };
    (0..3)
        .map(|_| {
            let clock = Instant::now();
            std::hint::black_box(annotate(&article));
            clock.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
}

/// A name that no other number has.
fn name(number: usize, letters: &[char]) -> String {
    let mut out = String::new();
    let mut rest = number + letters.len() * letters.len();
    while rest > 0 {
        out.push(letters[rest % letters.len()]);
        rest /= letters.len();
    }
    out
}

const ARABIC: &[char] = &['ب', 'د', 'ر', 'س', 'ط', 'ق', 'ن', 'ج'];
const HEBREW: &[char] = &['ב', 'ג', 'ד', 'ז', 'ט', 'נ', 'פ', 'ר'];

/// Checks that four times as many pieces take about four times as long.
fn check(what: &str, language: &str, paragraphs: impl Fn(usize) -> Vec<String>) {
    let (small, large) = (seconds(language, &paragraphs(400)), seconds(language, &paragraphs(1600)));
    assert!(large < small * 10.0 + 0.2, "{what}: {small:.3} s, then {large:.3} s");
}

#[test]
fn relatives_of_many_persons() {
    check("Arabic", "ar", |count| {
        let two = |at| {
            let name = name(at, ARABIC);
            [format!("قال محمد {name}: \"لن نترك هذه الأرض أبدا.\""), "وقالت والدتها: \"لن نتركها أبدا.\"".to_owned()]
        };
        (0..count).flat_map(two).collect()
    });
    check("English", "en", |count| {
        let two = |at| {
            let name: String = name(at, &['b', 'd', 'l', 'm', 'n', 'o', 'a', 'e']);
            let name = format!("John {}{name}", 'K');
            [format!("“We will never leave,” {name} said."), "“We will never leave it,” his mother said.".to_owned()]
        };
        (0..count).flat_map(two).collect()
    });
}

#[test]
fn definite_nouns_that_speak() {
    check("Hebrew", "he", |count| {
        (0..count).map(|at| format!("המגדל{} אמר: \"לא נעזוב את המקום הזה\".", name(at, HEBREW))).collect()
    });
}

#[test]
fn quotations_before_many_verbs() {
    check("verbs behind", "en", |count| {
        vec!["“We will never leave this place”. ".repeat(count) + &"The man said that. ".repeat(count)]
    });
    check("statements", "en", |count| vec!["The memo warns of “aa bb cc dd”. ".repeat(count)]);
}

#[test]
fn many_short_paragraphs() {
    check("Persian", "fa", |count| (0..4 * count).map(|_| "سردار احمدی در تهران گفت.".to_owned()).collect());
}
