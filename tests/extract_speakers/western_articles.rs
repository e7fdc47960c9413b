//! Articles of English, French and Russian writers who saw neither rules nor program.

use super::count::Count;
use newsreader::article::Article;

use super::scoring::{found, open, ratio, score};

/// Language, then just under what was reached: share of right speakers, given the gold's names; F1 of direct quotations.
const FLOORS: &[(&str, f64, f64)] = &[("en", 0.91, 0.97), ("fr", 0.91, 0.97), ("ru", 0.95, 0.97)];

/// The articles of a folder.
fn in_folder(name: &str) -> Vec<Article> {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extraction").join(name);
    std::fs::read_dir(dir).unwrap().map(|entry| open(&entry.unwrap().path())).collect()
}

#[test]
fn articles_for_tuning_keep_what_was_reached() {
    for &(language, speakers, direct) in FLOORS {
        let (mut right, mut quoted, mut misses) = (Count::default(), Count::default(), vec![]);
        for gold in in_folder("third_tuning").into_iter().filter(|gold| gold.language == language) {
            let score = score(&gold, &found(&gold));
            right.add(score.speakers);
            quoted.add(score.direct);
            misses.extend(score.misses);
        }
        println!("({language:?}, {:.3}, {:.3}) {right:?}", ratio(right), quoted.f1());
        assert!(ratio(right) >= speakers && quoted.f1() >= direct, "{language} {right:?} {quoted:?} {misses:#?}");
    }
}
