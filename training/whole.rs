//! The whole extraction on articles of our own: exact bytes and types.

use newsreader::article::MentionKind;
use newsreader::extract::{Taggers, annotate_with};

use crate::own::{Document, article};

/// The types that are scored.
pub(crate) const TYPES: [&str; 3] = ["PERSON", "ORG", "PLACE"];

/// By type: right, in the gold, given.
pub(crate) type Counts = [[usize; 3]; 3];

/// Scores articles and adds to the counts; with `show` what went wrong is printed.
pub(crate) fn score(documents: &[Document], language: &str, taggers: Taggers, show: bool, counts: &mut Counts) {
    for document in documents {
        let article = article(document, language);
        let found = annotate_with(&article, taggers);
        let gold: Vec<(usize, usize, usize, usize)> = document
            .lines
            .iter()
            .enumerate()
            .flat_map(|(block, line)| {
                line.marks.iter().map(move |(bytes, kind)| (block, bytes.start, bytes.end, *kind))
            })
            .filter(|span| span.3 < 3)
            .collect();
        let mut given = Vec::new();
        for (entity, reasons) in found.entities.iter().zip(&found.reasons.mentions) {
            let Some(kind) = TYPES.iter().position(|kind| *kind == entity.kind.as_str()) else { continue };
            let names =
                entity.mentions.iter().zip(reasons).filter(|(mention, _)| mention.kind == Some(MentionKind::Name));
            given.extend(names.map(|(m, reason)| ((m.span.block, m.span.start, m.span.end, kind), reason.to_string())));
        }
        for span in &gold {
            let right = given.iter().any(|(other, _)| other == span);
            counts[span.3][0] += usize::from(right);
            counts[span.3][1] += 1;
            if show && !right {
                println!("- {} {}", document.name, around(document, span));
            }
        }
        for (span, reason) in &given {
            counts[span.3][2] += 1;
            if show && !gold.contains(span) {
                println!("+ {} {} ({reason})", document.name, around(document, span));
            }
        }
    }
}

/// A span with what stands around it.
fn around(document: &Document, &(line, start, end, kind): &(usize, usize, usize, usize)) -> String {
    let text = &document.lines[line].text;
    let from = text[..start].char_indices().rev().nth(30).map_or(0, |(at, _)| at);
    let to = text[end..].char_indices().nth(20).map_or(text.len(), |(at, _)| end + at);
    format!("{} {}[{}]{}", TYPES[kind], &text[from..start], &text[start..end], &text[end..to])
}

/// Prints counts, together and by type.
pub(crate) fn print(name: &str, counts: &Counts) {
    let f1 = |[right, gold, given]: [usize; 3]| 200.0 * right as f64 / (gold + given).max(1) as f64;
    let sum = counts.iter().fold([0; 3], |a, b| [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
    let share = |of: usize| 100.0 * sum[0] as f64 / of.max(1) as f64;
    print!("{name:28} PLO {:.1} (P {:.1} R {:.1}) ", f1(sum), share(sum[2]), share(sum[1]));
    TYPES.iter().zip(counts).for_each(|(kind, count)| print!(" {kind} {:.1}", f1(*count)));
    println!("  ({} names)", sum[1]);
}
