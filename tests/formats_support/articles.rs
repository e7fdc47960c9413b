//! Articles at random, as a well-formed file holds them: unique ids, references that resolve,
//! spans on character boundaries, places in reading order.

use newsreader::article::{
    Agent, Article, Block, BlockDetails, BlockKind, BlockRole, DeclaredDirection, Entity, EntityKind, Mark, MarkKind,
    Mention, MentionKind, Quote, QuoteKind, Span, Speaker,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

/// Letters with marks, astral characters, both directions, controls, forced line breaks, doubles.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "الصين",
        "بريكس ",
        "مَ",
        "لا",
        "\u{640}",
        "ب\u{64e}\u{651}",
        "שָׁלוֹם",
        "می\u{200c}خواهم",
        "😀",
        "👨\u{200d}👩",
        "𝒜",
        "🇸🇦",
        "\n",
        "\r\n",
        " ",
        "\u{a0}",
        "abc",
        "aa",
        "\"",
        "\\",
        "\u{0}",
        "\u{1b}[31m",
        "\u{202e}",
        "é",
        "e\u{301}",
        "٢٠٢٤",
        "12%",
        "\u{2028}",
        "</p>",
    ]);
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Two random places of a text, as a range on character boundaries.
type Cut = (Index, Index);

fn cut(text: &str, (one, two): &Cut) -> (usize, usize) {
    let places: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let (one, two) = (one.get(&places), two.get(&places));
    (*one.min(two), *one.max(two))
}

/// A random span: a block, and a cut in it.
type Place = (Index, Cut);

fn span(blocks: &[Block], (block, place): &Place) -> Span {
    let block = block.index(blocks.len());
    let (start, end) = cut(&blocks[block].text, place);
    Span { block, start, end }
}

fn spans(blocks: &[Block], places: &[Place]) -> Vec<Span> {
    let mut spans: Vec<Span> = places.iter().map(|place| span(blocks, place)).collect();
    spans.sort();
    spans
}

fn name() -> impl Strategy<Value = String> {
    text().prop_map(|text| format!("n{text}"))
}

fn extra() -> impl Strategy<Value = Map<String, Value>> {
    let value = prop_oneof![Just(json!(null)), any::<i64>().prop_map(Value::from), text().prop_map(Value::from)];
    vec((select(vec!["x-a", "x-b", "x-\u{635}"]), value), 0..3)
        .prop_map(|entries| entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn one_in<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    select(all)
}

fn block() -> impl Strategy<Value = Block> {
    let mark = (one_in(MarkKind::ALL), any::<Cut>(), option::of(text()));
    let form = (
        one_in(BlockKind::ALL),
        text(),
        option::of(select(vec!["ar", "fa-IR", "he"])),
        option::of(one_in(DeclaredDirection::ALL)),
        option::of(1..=6_u8),
        option::of(one_in(BlockRole::ALL)),
    );
    let more = (
        option::of(any::<bool>()),
        option::of(any::<i64>()),
        option::of(text()),
        vec(vec(text(), 0..3), 0..3),
        vec(mark, 0..3),
        extra(),
    );
    (form, more).prop_map(|((kind, text, language, direction, level, role), more)| {
        let (ordered, ordinal, words, rows, marks, mut extra) = more;
        if ordered.is_some() {
            extra.insert("origin".to_owned(), json!({"line": 3}));
        }
        let marks = marks.into_iter().map(|(kind, place, url)| {
            let (start, end) = cut(&text, &place);
            Mark { kind, bytes: start..end, url }
        });
        Block {
            id: "".into(),
            kind,
            details: BlockDetails {
                marks: marks.collect(),
                ordinal,
                url: words.clone(),
                alt: words.clone(),
                caption: words.clone(),
                credit: words,
                rows,
                extra,
            }
            .into(),
            text: text.into(),
            language: language.map(Box::from),
            direction,
            level,
            role,
            ordered,
        }
    })
}

/// A speaker before indices are known.
type RawSpeaker = (Option<Index>, Option<String>, Option<Place>);

fn raw_speaker() -> impl Strategy<Value = RawSpeaker> {
    option::of(any::<Index>()).prop_flat_map(|entity| (Just(entity), option::of(name()), option::of(any::<Place>())))
}

fn speaker(article: &Article, (entity, name, place): RawSpeaker) -> Option<Speaker> {
    let entity = entity.filter(|_| !article.entities.is_empty()).map(|index| index.index(article.entities.len()));
    let span = place.map(|place| span(&article.blocks, &place));
    let speaker = Speaker { entity, name, span };
    (speaker != Speaker::default()).then_some(speaker)
}

/// An entity before its mentions have a text.
type RawEntity = (EntityKind, String, Vec<(Place, Option<f64>)>, Map<String, Value>);

fn add_entities(article: &mut Article) -> impl FnMut(RawEntity) {
    |(kind, name, mentions, extra)| {
        let number = article.entities.len();
        let mut mentions: Vec<Mention> = mentions
            .into_iter()
            .map(|(place, confidence)| Mention {
                span: span(&article.blocks, &place),
                kind: confidence.map(|_| MentionKind::Nominal),
                confidence,
                extra: extra.clone(),
            })
            .collect();
        mentions.sort_by(|a, b| a.span.cmp(&b.span));
        article.entities.push(Entity {
            id: format!("e{number}"),
            source_type: Some(name.clone()).filter(|_| mentions.len() == 1),
            aliases: vec![name.clone(); mentions.len() % 3],
            same_as: vec![name.clone(); mentions.len() % 2],
            value: Some(name.clone()).filter(|_| mentions.is_empty()),
            inferred: Some(true).filter(|_| mentions.is_empty()),
            salience: mentions.first().and_then(|mention| mention.confidence.map(|number| number * 1e3)),
            confidence: mentions.first().and_then(|mention| mention.confidence),
            name,
            kind,
            mentions,
            extra,
        });
    }
}

/// A quotation before indices are known.
type RawQuote =
    (QuoteKind, Vec<Place>, Option<[String; 2]>, Vec<RawSpeaker>, Option<RawSpeaker>, Option<Place>, Option<Index>);

fn raw_quote() -> impl Strategy<Value = RawQuote> {
    (
        one_in(QuoteKind::ALL),
        vec(any::<Place>(), 1..4),
        option::of([text(), text()]),
        vec(raw_speaker(), 0..3),
        option::of(raw_speaker()),
        option::of(any::<Place>()),
        option::of(any::<Index>()),
    )
}

fn quote(article: &Article, (kind, places, marks, speakers, via, cue, parent): RawQuote) -> Quote {
    let number = article.quotes.len();
    Quote {
        id: format!("q{number}"),
        kind,
        spans: spans(&article.blocks, &places),
        marks,
        speakers: speakers.into_iter().filter_map(|raw| speaker(article, raw)).collect(),
        via: via.and_then(|raw| speaker(article, raw)),
        cue: cue.map(|place| span(&article.blocks, &place)),
        // A parent that comes before its children makes no circle.
        parent: parent.filter(|_| number > 0).map(|index| index.index(number)),
        confidence: Some(0.1).filter(|_| number.is_multiple_of(2)),
        extra: Map::new(),
    }
}

/// An article of up to eight blocks, six entities and six quotations.
pub(crate) fn article() -> impl Strategy<Value = Article> {
    let entity = (one_in(EntityKind::ALL), name(), vec((any::<Place>(), option::of(0.0..=1.0)), 0..5), extra());
    let metadata = (option::of(text()), one_in(DeclaredDirection::ALL), vec(name(), 0..3), extra());
    (vec(block(), 1..8), vec(entity, 0..6), vec(raw_quote(), 0..6), metadata).prop_map(
        |(blocks, entities, quotes, (words, direction, names, extra))| {
            let mut article = Article { blocks, direction, language: "ar".to_owned(), ..Article::default() };
            for (number, block) in article.blocks.iter_mut().enumerate() {
                block.id = format!("b{number}").into();
            }
            entities.into_iter().for_each(add_entities(&mut article));
            for raw in quotes {
                let quote = quote(&article, raw);
                article.quotes.push(quote);
            }
            let headline = article.blocks.iter().find(|block| block.kind == BlockKind::Headline);
            article.headline = headline.map(|block| block.text.to_string());
            add_metadata(&mut article, words, &names, extra);
            article
        },
    )
}

fn add_metadata(article: &mut Article, words: Option<String>, names: &[String], extra: Map<String, Value>) {
    let last_entity = article.entities.len().checked_sub(1);
    let agent = |name: &String| Agent {
        name: name.clone(),
        url: words.clone(),
        kind: last_entity.map(|_| "Person".to_owned()),
        role: words.clone(),
        entity: last_entity,
        extra: extra.clone(),
    };
    article.authors = names.iter().map(agent).collect();
    article.publisher = names.first().map(agent);
    article.id = words.as_ref().map(|_| "id-1".to_owned());
    article.date_published = words.as_ref().map(|_| "2024-11-19T10:30:00+03:00".to_owned());
    article.date_modified = words.as_ref().map(|_| "2024".to_owned());
    article.provenance = words.as_ref().map(|_| Map::from_iter([("bytes".to_owned(), json!(7))]));
    article.sections = names.to_vec();
    article.keywords = names.to_vec();
    article.url.clone_from(&words);
    article.alternative_headline.clone_from(&words);
    article.description.clone_from(&words);
    article.dateline.clone_from(&words);
    article.license.clone_from(&words);
    article.copyright_notice = words;
    article.extra = extra;
    article.extra.insert("$schema".to_owned(), json!("urn:newsreader:schema:article:1"));
}
