//! Little articles, one paragraph a line, and who says what in them.

use newsreader::article::{Article, Block, BlockKind, Entity, EntityKind, Mention, QuoteKind, Span};

use super::scoring::found;

/// An article of one paragraph a line (a headline begins with `# `), with the names found where they are printed.
pub(crate) fn article(language: &str, text: &str, names: &[(&str, EntityKind)]) -> Article {
    let block = |(index, line): (usize, &str)| {
        let kind = if line.starts_with("# ") { BlockKind::Headline } else { BlockKind::Paragraph };
        let text = line.strip_prefix("# ").unwrap_or(line);
        Block { id: format!("b{index}").into(), kind, text: text.into(), ..Block::default() }
    };
    let mut article = Article {
        language: language.to_owned(),
        blocks: text.lines().enumerate().map(block).collect(),
        ..Article::default()
    };
    for (index, (forms, kind)) in names.iter().enumerate() {
        let name = forms.split('|').next().unwrap_or(forms);
        let mut entity = Entity { id: format!("e{index}"), name: name.to_owned(), kind: *kind, ..Entity::default() };
        for (block, line) in text.lines().enumerate() {
            let line = line.strip_prefix("# ").unwrap_or(line);
            let mut end = 0;
            let mut spans: Vec<Span> = forms
                .split('|')
                .flat_map(|form| line.match_indices(form).map(|(start, form)| (start, start + form.len())))
                .map(|(start, end)| Span { block, start, end })
                .collect();
            spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
            spans.retain(|span| span.start >= end && std::mem::replace(&mut end, span.end) <= span.start);
            let mention = |span| Mention { span, kind: None, confidence: None, extra: serde_json::Map::new() };
            entity.mentions.extend(spans.into_iter().map(mention));
        }
        article.entities.push(entity);
    }
    article
}

/// `speaker: words | words` of every direct quotation.
pub(crate) fn said(language: &str, text: &str, names: &[(&str, EntityKind)]) -> Vec<String> {
    let article = article(language, text, names);
    let direct = found(&article).into_iter().map(|found| found.quote).filter(|quote| quote.kind == QuoteKind::Direct);
    direct
        .map(|quote| {
            let who: Vec<&str> = quote.speakers.iter().map(|speaker| article.speaker_name(speaker)).collect();
            let words: Vec<&str> = quote.spans.iter().map(|span| article.text(span)).collect();
            format!("{}: {}", who.join(" + "), words.join(" | "))
        })
        .collect()
}

/// The rules by which every quotation and its speaker were found.
fn rules(
    language: &str,
    text: &str,
    names: &[(&str, EntityKind)],
) -> Vec<(QuoteKind, &'static str, Option<&'static str>)> {
    found(&article(language, text, names)).iter().map(|one| (one.quote.kind, one.rule, one.speaker_rule)).collect()
}

/// A case: the text, its names (`full name|other form`), the speaker of each direct quotation in order.
pub(crate) type Case<'a> = (&'a str, &'a [(&'a str, EntityKind)], &'a [&'a str]);

/// The speakers of the direct quotations of every case.
pub(crate) fn speakers(language: &str, cases: &[Case<'_>]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, names, expected)| {
            let found = said(language, text, names);
            let who: Vec<&str> = found.iter().map(|said| said.split(": ").next().unwrap_or_default()).collect();
            (who != *expected)
                .then(|| format!("{text}\n  {found:?}\n  not {expected:?}\n  {:?}", rules(language, text, names)))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
