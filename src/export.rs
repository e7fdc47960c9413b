//! Entities and quotations of an article for other programs and for people: Markdown and CSV.
//!
//! The text is logical text as it stands in the article, without control characters.

use std::io::{self, Write};

use crate::article::{Article, Entity, Quote};
use crate::reader::places::{GROUPS, listed_quotes};
use crate::tongue::Tongue;
use crate::view::theme::group_title;

/// Writes the quotations with their speakers, and the entities by type with the number of their mentions, as CommonMark.
///
/// # Errors
/// When `out` takes no more.
pub fn markdown(article: &Article, mut out: impl Write) -> io::Result<()> {
    if let Some(headline) = article.headline.as_deref().filter(|headline| !headline.is_empty()) {
        writeln!(out, "# {}\n", escaped(headline))?;
    }
    let publisher = article.publisher.as_ref().map(|publisher| publisher.name.as_str());
    let source = [publisher, article.date_published.as_deref(), article.url.as_deref()];
    let source: Vec<String> = source.into_iter().flatten().map(escaped).collect();
    if !source.is_empty() {
        writeln!(out, "{}\n", source.join(", "))?;
    }
    let quotes = listed_quotes(article);
    if !quotes.is_empty() {
        writeln!(out, "## Quotations\n")?;
    }
    for quote in quotes {
        let quote = &article.quotes[quote];
        let speakers: Vec<String> = speakers(article, quote).map(escaped).collect();
        for line in words(article, quote).lines().filter(|line| !line.trim().is_empty()) {
            writeln!(out, "> {}", escaped(line))?;
        }
        if speakers.is_empty() {
            writeln!(out)?;
        } else {
            writeln!(out, ">\n> — {}\n", speakers.join(", "))?;
        }
    }
    for kind in GROUPS {
        let members: Vec<&Entity> = article.entities.iter().filter(|entity| entity.kind == kind).collect();
        if members.is_empty() {
            continue;
        }
        writeln!(out, "## {}\n", Tongue::default().text(group_title(kind)))?;
        for entity in members {
            writeln!(out, "- {} ({})", escaped(&entity.name), entity.mentions.len())?;
        }
        writeln!(out)?;
    }
    out.flush()
}

/// Writes one record for each mention and each part of a quotation, before the first article a heading: the number of the
/// article (from 1), what it is, the name of the entity or
/// speaker, the words in the text, the block (from 0) and the bytes in it (RFC 4180).
///
/// A field that a spreadsheet would take for a formula begins with an apostrophe.
///
/// # Errors
/// When `out` takes no more.
pub fn csv(article: &Article, number: usize, out: impl Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let article_number = number.to_string();
    if number == 1 {
        table.write_record(["article", "kind", "name", "text", "block", "start", "end"]).map_err(plain)?;
    }
    let mut record = |kind: &str, name: &str, span: &crate::article::Span| {
        let place = [span.block.to_string(), span.start.to_string(), span.end.to_string()];
        let fields =
            [article_number.as_str(), kind, &tame(name), &tame(article.text(span)), &place[0], &place[1], &place[2]];
        table.write_record(fields).map_err(plain)
    };
    for entity in &article.entities {
        for mention in &entity.mentions {
            record(entity.kind.as_str(), &entity.name, &mention.span)?;
        }
    }
    for quote in &article.quotes {
        let speakers: Vec<&str> = speakers(article, quote).collect();
        for span in &quote.spans {
            record(&format!("{} quotation", quote.kind.as_str()), &speakers.join("; "), span)?;
        }
    }
    table.flush()
}

/// A closed pipe must be known as one.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn speakers<'a>(article: &'a Article, quote: &'a Quote) -> impl Iterator<Item = &'a str> {
    quote.speakers.iter().map(|speaker| article.speaker_name(speaker))
}

fn words(article: &Article, quote: &Quote) -> String {
    quote.spans.iter().map(|span| article.text(span)).collect::<Vec<_>>().join(" … ")
}

/// Text of one line: what would end it is a blank, and bidi embeddings, overrides and isolates, which could reorder what
/// stands beside it, are left out.
fn printable(text: &str) -> impl Iterator<Item = char> {
    let blank = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let reorders = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(move |c| !reorders(c)).map(move |c| if blank(c) { ' ' } else { c })
}

/// As CommonMark text: every ASCII punctuation that could mean something is escaped, at the beginning also what would
/// begin a list, a quotation, a rule or code.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut number = true;
    for c in printable(text).skip_while(|c| *c == ' ') {
        let marker = match c {
            '-' | '+' | '=' | ':' => escaped.is_empty(),
            // "1." and "1)" begin a list.
            '.' | ')' => number && !escaped.is_empty(),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&' | '$' | '^' => true,
            _ => false,
        };
        if marker {
            escaped.push('\\');
        }
        escaped.push(c);
        number &= c.is_ascii_digit();
    }
    escaped
}

/// For a field of a table: no control characters, no formula. Spreadsheets skip blanks before one.
fn tame(text: &str) -> String {
    let text: String = printable(text).collect();
    if text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn seed() -> Article {
        crate::formats::open_bundled().unwrap().article
    }

    #[test]
    fn markdown_has_every_quotation_with_its_speaker_and_every_entity() {
        let article = seed();
        let mut out = Vec::new();
        markdown(&article, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text.lines().filter(|line| line.starts_with("> — ")).count(), 12);
        assert!(text.contains("## People\n\n- وانغ يي (8)\n"), "{text}");
        for entity in &article.entities {
            assert!(text.contains(&escaped(&entity.name)), "{}", entity.name);
        }
    }

    #[test]
    fn csv_has_a_record_for_each_mention_and_quotation() {
        let article = seed();
        let mut out = Vec::new();
        csv(&article, 1, &mut out).unwrap();
        csv(&article, 2, &mut out).unwrap();
        let mut table = csv::Reader::from_reader(&out[..]);
        let records: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        let mentions: usize = article.entities.iter().map(|entity| entity.mentions.len()).sum();
        let parts: usize = article.quotes.iter().map(|quote| quote.spans.len()).sum();
        assert_eq!(records.len(), 2 * (mentions + parts), "one heading");
        for record in &records {
            let number = |field: usize| record[field].parse::<usize>().unwrap();
            let block = &article.blocks[number(4)].text;
            assert_eq!(tame(&block[number(5)..number(6)]), record[3]);
        }
    }

    #[test]
    fn nothing_of_the_text_becomes_markup_or_a_formula() {
        for (text, markdown) in [
            ("a*b*\u{1b}[31m<i>", "a\\*b\\* \\[31m\\<i\\>"),
            ("- a - b", "\\- a - b"),
            ("1. a 2. b", "1\\. a 2. b"),
            ("12) a", "12\\) a"),
            ("# a", "\\# a"),
            ("> a", "\\> a"),
            ("+ a", "\\+ a"),
            ("---", "\\---"),
            ("===", "\\==="),
            ("\t    a", "a"),
            ("3.5 %", "3\\.5 %"),
            ("a\u{2029}- b", "a - b"),
            ("a \u{202e}b\u{2066}c", "a bc"),
            ("\u{200f}א", "\u{200f}א"),
        ] {
            assert_eq!(escaped(text), markdown);
        }
        for (text, field) in [
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("\t=1", "' =1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM", "'@SUM"),
            ("＝1", "'＝1"),
            ("1=1", "1=1"),
            ("a\r\nb", "a  b"),
        ] {
            assert_eq!(tame(text), field);
        }
    }
}
