//! Structure on screen: tables, quotations, lists, images, justified rows and links, cell by cell.
//!
//! `NEWSREADER_BLESS=1 cargo test --test looks` writes the goldens anew; look at the difference.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;

use newsreader::article::{Article, Block, BlockDetails, BlockKind, BlockRole, Mark, MarkKind, Quote, Span};
use newsreader::layout::{Direction, Justify, Marks, Page};
use newsreader::reader::{ArticleTexts, Settings, State};
use newsreader::terminal::Mode;
use newsreader::terminal::reorder::{Parting, Reordering, reorder};
use newsreader::view;
use ratatui::buffer::Buffer;
use ratatui::style::Color;

const WORDS: &str = "الصين مستعدة لمواصلة تعزيز التعاون والارتباط مع روسيا، وستبقى كذلك في السنوات القادمة.";

fn block(kind: BlockKind, text: &str) -> Block {
    Block { kind, text: text.into(), ..Block::default() }
}

fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

fn detailed(kind: BlockKind, text: &str, details: BlockDetails) -> Block {
    Block { details: details.into(), ..block(kind, text) }
}

/// One block of each kind that has a form of its own.
fn structured(arabic: bool) -> Article {
    let pick = |ar: &'static str, en: &'static str| if arabic { ar } else { en };
    let words = pick(
        WORDS,
        "China is ready to strengthen the cooperation with Russia, and so it will be in the years to come.",
    );
    let quoted = format!("«{words}»");
    let table = if arabic {
        rows(&[
            &["البلد", "الصادرات", "WHO", "ملاحظات"],
            &["الصين", "1,234", "12", WORDS],
            &["روسيا", "980", "7", "UN data"],
        ])
    } else {
        rows(&[
            &["Country", "Exports", "WHO", "Notes"],
            &["China", "1,234", "12", "growing for years, since the treaty"],
            &["Russia", "980", "7", "بيانات UN"],
        ])
    };
    let blocks = vec![
        block(BlockKind::Headline, pick("بكين مستعدة", "Beijing is ready")),
        Block { role: Some(BlockRole::Lead), ..block(BlockKind::Paragraph, words) },
        detailed(
            BlockKind::Table,
            "",
            BlockDetails {
                rows: table, caption: Some(pick("التجارة", "Trade").into()), ..BlockDetails::default()
            },
        ),
        block(BlockKind::Paragraph, &quoted),
        block(BlockKind::Blockquote, words),
        Block { role: Some(BlockRole::Pullquote), ..block(BlockKind::Paragraph, words) },
        Block {
            ordered: Some(true),
            ..detailed(BlockKind::ListItem, words, BlockDetails { ordinal: Some(12), ..BlockDetails::default() })
        },
        block(BlockKind::ListItem, words),
        detailed(
            BlockKind::Image,
            "",
            BlockDetails {
                alt: Some(pick("وزير الخارجية", "The minister").into()),
                credit: Some("Reuters".into()),
                url: Some("https://example.org/images/2024/minister.jpg".into()),
                ..BlockDetails::default()
            },
        ),
    ];
    let quote =
        Quote { spans: vec![Span { block: 3, start: "«".len(), end: quoted.len() - "»".len() }], ..Quote::default() };
    Article { language: pick("ar", "en").into(), blocks, quotes: vec![quote], ..Article::default() }
}

fn screen(article: Article, size: (u16, u16), justify: Justify) -> (State, Buffer) {
    let mut state = State::new(article, Settings { sidebar: false, justify, ..Settings::of_size(size) });
    let frame = view::draw(&mut state);
    (state, frame)
}

fn assert_golden(name: &str, frame: &Buffer) {
    let width = usize::from(frame.area.width);
    let row =
        |cells: &[ratatui::buffer::Cell]| cells.iter().map(ratatui::buffer::Cell::symbol).collect::<String>() + "|\n";
    let found: String = frame.content.chunks(width).map(row).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.txt"));
    if std::env::var_os("NEWSREADER_BLESS").is_some() {
        return std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    for (number, (old, new)) in expected.lines().zip(found.lines()).enumerate() {
        assert_eq!(old, new, "{name}, line {}; NEWSREADER_BLESS=1 writes it anew", number + 1);
    }
    assert_eq!(expected.lines().count(), found.lines().count(), "{name}");
}

#[test]
fn structure() {
    assert_golden("structure-ar-60", &screen(structured(true), (60, 40), Justify::Start).1);
    assert_golden("structure-en-60", &screen(structured(false), (60, 40), Justify::Start).1);
    assert_golden("structure-ar-28", &screen(structured(true), (28, 64), Justify::Start).1);
}

#[test]
fn justified() {
    assert_golden("justified-ar-44", &screen(structured(true), (44, 40), Justify::Both).1);
    assert_golden("justified-en-44", &screen(structured(false), (44, 40), Justify::Both).1);
}

/// Bars stand at the starting side, beside every row of a quotation and nowhere else.
#[test]
fn bars_stand_where_the_text_begins() {
    for arabic in [true, false] {
        let (mut state, frame) = screen(structured(arabic), (60, 60), Justify::Start);
        let text = state.areas().text;
        let mut line = Some(state.top());
        let mut barred = 0;
        for y in 0..text.height {
            let Some(here) = line.filter(|line| line.text < state.article().blocks.len()) else { break };
            let start = |away: u16| if arabic { text.right() - 1 + away } else { text.x - away };
            let is_text = state.page().row(here).is_some();
            let bars: Vec<bool> = [0, 1].map(|away| frame[(start(away), y)].symbol() == "│").into();
            let wanted = match here.text {
                3 if is_text => [false, true],
                4 | 5 if is_text => [true, false],
                _ => [false, false],
            };
            assert_eq!(bars, wanted, "row {y}, block {}", here.text);
            barred += usize::from(bars != [false, false]);
            line = state.page().below(here);
        }
        assert!(barred >= 6, "{barred}");
    }
}

/// A paragraph with a link that goes over the end of a row, and one in another direction.
fn linked() -> Article {
    let text = "انظر التقرير الكامل الذي صدر أمس عن WHO report وغيره";
    let mark = |word: &str, url: &str| {
        let at = text.find(word).unwrap();
        Mark { kind: MarkKind::Link, bytes: at..at + word.len(), url: Some(url.into()) }
    };
    let marks = vec![
        mark("التقرير الكامل الذي صدر أمس", "https://example.org/a"),
        mark("WHO report", "https://example.org/b"),
        Mark { kind: MarkKind::Strong, bytes: 0..8, url: None },
    ];
    let blocks = vec![
        detailed(BlockKind::Paragraph, text, BlockDetails { marks, ..BlockDetails::default() }),
        structured(true).blocks.pop().unwrap(),
    ];
    Article { language: "ar".into(), blocks, ..Article::default() }
}

#[test]
fn a_wrapped_link_is_one_link_in_every_order_of_cells() {
    let (state, frame) = screen(linked(), (24, 12), Justify::Both);
    let addresses: Vec<Option<&str>> = state.addresses().collect();
    let image = "https://example.org/images/2024/minister.jpg";
    assert_eq!(addresses, [Some("https://example.org/a"), Some("https://example.org/b"), None, None, Some(image)]);
    let of = |frame: &Buffer, number: u8| -> Vec<(u16, u16, String)> {
        let here = |&(x, y): &(u16, u16)| frame[(x, y)].underline_color == Color::Rgb(0, 0, number);
        let all = (0..12).flat_map(|y| (0..24).map(move |x| (x, y)));
        all.filter(here).map(|(x, y)| (x, y, frame[(x, y)].symbol().to_owned())).collect()
    };
    let first = of(&frame, 1);
    let rows: Vec<u16> = first.iter().map(|(_, y, _)| *y).collect();
    assert!(rows.first() < rows.last(), "it is wrapped: {first:?}");
    let latin: String = of(&frame, 2).into_iter().map(|(.., symbol)| symbol).collect();
    assert_eq!(latin.split_whitespace().collect::<String>(), "WHOreport");
    assert!(
        of(&frame, 3).is_empty() && of(&frame, 4).is_empty(),
        "strong text and a block without an address are none"
    );
    assert!(of(&frame, 5).len() > 40, "the image");
    for mode in Mode::ALL {
        let how = Reordering {
            mode,
            mirrors: true,
            parting: Parting::Mark,
            foreground: (0, 0, 0),
            depth: Default::default(),
        };
        let Some(sent) = reorder(&frame, how) else { continue };
        for number in [1, 2, 5] {
            assert_eq!(of(&sent, number).len(), of(&frame, number).len(), "{mode:?}");
        }
    }
}

/// A table is laid out anew for every width, and the page still knows where its rows are.
#[test]
fn a_table_is_another_text_for_another_width() {
    let article = Arc::new(structured(true));
    let mut page = Page::new(ArticleTexts::new(Arc::clone(&article)), 80, Marks::Drop);
    let mut heights = Vec::new();
    for width in [80, 50, 20, 80] {
        page.set_width(width);
        heights.push(page.height(2));
        let rows: Vec<_> = (0..page.height(2) - 1).filter_map(|row| page.layout(2).row(row)).collect();
        assert!(rows.iter().all(|row| row.width <= width && row.direction == Direction::Rtl));
    }
    assert!(heights[0] < heights[1] && heights[1] < heights[2], "{heights:?}");
    assert_eq!(heights[0], heights[3]);
}
