//! Screens and printed pages of the bundled article, cell by cell.
//!
//! A golden of a screen has two lines for a row where anything is highlighted: the cells from left to
//! right as text (an editor that reorders will show them turned round), and under them `^` for a
//! reversed cell and `_` for an underlined one. Each row ends in `|`.
//!
//! `NEWSREADER_BLESS=1 cargo test --test golden` writes them anew; look at the difference.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::path::Path;

use newsreader::article::{Article, Block, BlockDetails, BlockKind, Entity, Mention, Quote, Span, Speaker};
use newsreader::formats;
use newsreader::layout::{Justify, Marks};
use newsreader::print::{self, Order};
use newsreader::reader::areas::Placement;
use newsreader::reader::prompt::Edit;
use newsreader::reader::{Action, Awaited, Settings, State, Tab, Target};
use newsreader::terminal::Mode;
use newsreader::tongue::Tongue;
use newsreader::view;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use Action::{Jump, Last, Lines, NextPlace, ShowTab, SwitchFocus, ToggleHelp, ToggleSidebar};

fn seed() -> Article {
    formats::open_bundled().unwrap().article
}

/// Compares with `tests/golden/<name>.txt`, or writes it.
fn assert_golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.txt"));
    if std::env::var_os("NEWSREADER_BLESS").is_some() {
        return std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    if found == expected {
        return;
    }
    let (found, expected): (Vec<&str>, Vec<&str>) = (found.lines().collect(), expected.lines().collect());
    let mut difference = String::new();
    for row in 0..found.len().max(expected.len()) {
        let (old, new) = (expected.get(row), found.get(row));
        if old != new {
            let line = |text: Option<&&str>| text.map_or("(no line)".to_owned(), |text| (*text).to_owned());
            write!(difference, "\nline {}\n- {}\n+ {}", row + 1, line(old), line(new)).unwrap();
        }
    }
    panic!("{name} is not as it was; NEWSREADER_BLESS=1 writes it anew:{difference}");
}

fn written(frame: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..frame.area.height {
        let cells = || (0..frame.area.width).map(|x| &frame[(x, y)]);
        let text: String = cells().map(ratatui::buffer::Cell::symbol).collect();
        let style: String = cells()
            .map(|cell| match cell.modifier {
                modifier if modifier.contains(Modifier::REVERSED) => '^',
                modifier if modifier.contains(Modifier::UNDERLINED) => '_',
                _ => ' ',
            })
            .collect();
        writeln!(out, "{text}|").unwrap();
        if !style.trim().is_empty() {
            writeln!(out, "{style}|").unwrap();
        }
    }
    out
}

fn screen(size: (u16, u16), actions: &[Action]) -> State {
    let mut state = State::new(seed(), Settings::of_size(size));
    for &action in actions {
        state.update(action);
    }
    state
}

fn placed(size: (u16, u16), placement: Placement, actions: &[Action]) -> String {
    let mut state = State::new(seed(), Settings { placement, ..Settings::of_size(size) });
    for &action in actions {
        state.update(action);
    }
    written(&view::draw(&mut state))
}

/// An English article with Arabic in it: somebody who is named in several ways and says something.
fn english() -> Article {
    let texts = [
        "Minister opens the port of Sidon",
        "Amara Obi opened the new port on Tuesday. The harbour, she said, “will feed the whole coast for years, and nobody who \
         lives here has to leave for work any more”.",
        "In Arabic the place is called \u{645}\u{64a}\u{646}\u{627}\u{621} \u{635}\u{64a}\u{62f}\u{627}; Obi was born there.",
    ];
    let kinds = [BlockKind::Headline, BlockKind::Paragraph, BlockKind::Paragraph];
    let block = |(kind, text): (BlockKind, &str)| Block { kind, text: text.into(), ..Block::default() };
    let span = |block: usize, words: &str| {
        let start = texts[block].find(words).unwrap();
        Span { block, start, end: start + words.len() }
    };
    let mention = |span| Mention { span, kind: None, confidence: None, extra: Default::default() };
    let obi = [span(1, "Amara Obi"), span(2, "Obi")].map(mention).to_vec();
    let port = [
        span(0, "port of Sidon"),
        span(1, "port"),
        span(2, "\u{645}\u{64a}\u{646}\u{627}\u{621} \u{635}\u{64a}\u{62f}\u{627}"),
    ]
    .map(mention)
    .to_vec();
    let quote = Quote {
        spans: vec![span(
            1,
            "will feed the whole coast for years, and nobody who lives here has to leave for work any more",
        )],
        speakers: vec![Speaker { entity: Some(0), span: Some(span(1, "she")), ..Speaker::default() }],
        cue: Some(span(1, "said")),
        ..Quote::default()
    };
    Article {
        headline: Some(texts[0].to_owned()),
        language: "en".into(),
        blocks: kinds.into_iter().zip(texts).map(block).collect(),
        entities: vec![
            Entity {
                id: "e0".into(),
                name: "Amara Obi".into(),
                aliases: vec!["Obi".into(), "Minister Obi".into()],
                mentions: obi,
                kind: newsreader::article::EntityKind::Person,
                ..Entity::default()
            },
            Entity {
                id: "e1".into(),
                name: "port of Sidon".into(),
                mentions: port,
                kind: newsreader::article::EntityKind::Place,
                ..Entity::default()
            },
        ],
        quotes: vec![quote],
        ..Article::default()
    }
}

fn assert_english(name: &str, size: (u16, u16), actions: &[Action]) {
    let mut state = State::new(english(), Settings::of_size(size));
    for &action in actions {
        state.update(action);
    }
    assert_golden(name, &written(&view::draw(&mut state)));
}

fn assert_screen(name: &str, size: (u16, u16), actions: &[Action]) {
    assert_golden(name, &written(&view::draw(&mut screen(size, actions))));
}

#[test]
fn opened() {
    assert_screen("open-40", (40, 20), &[]);
    assert_screen("open-80", (80, 24), &[]);
    assert_screen("open-120", (120, 36), &[]);
    assert_screen("open-200", (200, 50), &[]);
}

#[test]
fn without_the_sidebar() {
    assert_screen("hidden-80", (80, 24), &[ToggleSidebar]);
    assert_screen("hidden-200", (200, 24), &[ToggleSidebar]);
}

#[test]
fn the_sidebar_where_it_was_asked_for() {
    assert_golden("below-80", &placed((80, 24), Placement::Bottom, &[]));
    assert_golden("below-quotes-120", &placed((120, 40), Placement::Bottom, &[ShowTab(Tab::Quotes), Lines(2)]));
    assert_golden("below-40", &placed((40, 20), Placement::Bottom, &[SwitchFocus, Jump]));
    assert_golden("below-low-80", &placed((80, 10), Placement::Bottom, &[SwitchFocus, Lines(1)]));
    assert_golden("right-120", &placed((120, 36), Placement::Right, &[]));
    assert_eq!(placed((120, 36), Placement::Left, &[]), placed((120, 36), Placement::Auto, &[]));
}

#[test]
fn sidebar_with_the_focus() {
    assert_screen("entities-120", (120, 40), &[SwitchFocus, Lines(7)]);
    assert_screen("quotes-80", (80, 24), &[ShowTab(Tab::Quotes)]);
    assert_screen("quotes-120", (120, 40), &[ShowTab(Tab::Quotes), Last]);
    assert_screen("outline-80", (80, 24), &[ShowTab(Tab::Outline), Lines(1)]);
}

#[test]
fn narrow_the_sidebar_lies_over_the_article() {
    assert_screen("over-40", (40, 20), &[SwitchFocus, Lines(2)]);
    assert_screen("over-quotes-60", (60, 20), &[ShowTab(Tab::Quotes), Lines(1)]);
}

#[test]
fn help() {
    assert_screen("help-40", (40, 24), &[ToggleHelp]);
    assert_screen("help-80", (80, 24), &[ToggleHelp]);
    assert_screen("help-120", (120, 40), &[ToggleHelp]);
}

/// On the most usual screen eight of the lines ended in an ellipsis.
#[test]
fn the_help_says_everything_at_80_by_24() {
    let text = written(&view::draw(&mut screen((80, 24), &[ToggleHelp])));
    assert!(!text.contains('…'), "{text}");
    for binding in newsreader::reader::keys::Context::Reading.bindings() {
        let first = binding.help.split(' ').next().unwrap();
        assert!(text.contains(first), "{}", binding.help);
    }
}

/// "Tab…  ?…" told nobody anything.
#[test]
fn a_hint_is_shown_whole_or_not_at_all() {
    for columns in 1..=100 {
        for actions in [&[][..], &[SwitchFocus], &[ToggleHelp]] {
            let text = written(&view::draw(&mut screen((columns, 5), actions)));
            let status = text.lines().rev().find(|line| !line.contains('^')).unwrap();
            assert!(!status.contains('…'), "{columns} columns: {status}");
        }
    }
}

/// The interface in other languages, over an article in Arabic: the lines of the interface begin on the side of its language,
/// those of the article on that of the article.
#[test]
fn the_interface_in_other_languages() {
    for (tag, name) in [("ar-EG", "ar"), ("he", "he"), ("fr", "fr")] {
        let steps: [(&str, &[Action]); 4] = [
            ("read", &[ShowTab(Tab::Quotes), Lines(1), Jump]),
            ("help", &[ToggleHelp]),
            ("sidebar", &[SwitchFocus, Lines(2)]),
            ("copy", &[SwitchFocus, Jump, Action::Wait(Awaited::Copy)]),
        ];
        for (what, actions) in steps {
            let screen = written(&view::draw(&mut spoken(tag, seed(), actions)));
            assert_golden(&format!("lang-{name}-{what}-80"), &screen);
        }
    }
}

fn spoken(tag: &str, article: Article, actions: &[Action]) -> State {
    let tongue = Tongue::of_tag(tag).unwrap();
    let mut state = State::new(article, Settings { tongue, ..Settings::of_size((80, 24)) });
    for &action in actions {
        state.update(action);
    }
    state
}

/// Who reads English with an Arabic interface: the article from the left, the status line from the right.
#[test]
fn an_article_keeps_its_own_direction() {
    let text = "The minister said that talks would go on. ".repeat(40);
    let headline = Block { kind: BlockKind::Headline, text: "Talks go on".into(), ..Block::default() };
    let blocks = vec![headline, Block { text: text.into(), ..Block::default() }];
    let article = Article { language: "en".into(), headline: Some("Talks go on".into()), blocks, ..Article::default() };
    let mut state = spoken("ar-EG", article, &[Lines(3), Action::Search]);
    for c in "talks".chars() {
        state.update(Action::Edit(Edit::Insert(c)));
    }
    assert_golden("lang-ar-search-80", &written(&view::draw(&mut state)));
    state.update(Action::Accept);
    assert_golden("lang-ar-english-80", &written(&view::draw(&mut state)));
}

/// Nothing that the interface says by itself loses its end at 80 columns, in any language.
#[test]
fn every_language_has_room_at_80_by_24() {
    for tag in ["ar", "en", "he", "fa", "ur", "ru", "fr"] {
        let walks: [&[Action]; 5] =
            [&[], &[SwitchFocus], &[ToggleHelp], &[Action::Search], &[SwitchFocus, Action::Search]];
        for actions in walks {
            let mut state = spoken(tag, seed(), actions);
            let frame = view::draw(&mut state);
            let row = |y: u16| (0..80).map(|x| frame[(x, y)].symbol()).collect::<String>();
            assert!(!row(23).contains('…'), "{tag} {actions:?}: {}", row(23));
            if actions == [ToggleHelp] {
                let cut = (0..23).map(row).find(|row| row.contains('…'));
                assert_eq!(cut, None, "{tag}");
            }
        }
    }
}

#[test]
fn jumped() {
    assert_screen("jump-quote-80", (80, 24), &[ShowTab(Tab::Quotes), Lines(1), Jump]);
    assert_screen("jump-entity-40", (40, 20), &[SwitchFocus, Jump, NextPlace(3)]);
    assert_screen("end-80", (80, 24), &[Last]);
}

/// The mention with the Latin digits inside breaks at a row end: both parts are highlighted, and each
/// only as far as it goes.
#[test]
fn a_mention_across_a_row_end_is_highlighted_on_both_rows() {
    let article = seed();
    let brics = article.entities.iter().position(|entity| entity.id == "v-brics16").unwrap();
    let span = article.entities[brics].mentions[0].span.clone();
    for columns in 40..=120 {
        let mut state = screen((columns, 24), &[SwitchFocus]);
        while state.list().chosen() != Some(Target::Entity(brics)) {
            state.update(Lines(1));
        }
        state.update(Jump);
        let (first, last) =
            (state.page().line_of(span.block, span.start), state.page().line_of(span.block, span.end - 1));
        if first == last {
            continue;
        }
        assert_golden("jump-row-end", &format!("{columns} columns\n{}", written(&view::draw(&mut state))));
        return;
    }
    panic!("it breaks at no width");
}

#[test]
fn more_about_a_line_of_the_sidebar() {
    let entity = [SwitchFocus, Action::Details, Lines(8)];
    let quote = [ShowTab(Tab::Quotes), Lines(1), Action::Details, Lines(2)];
    for (columns, rows) in [(40, 20), (80, 24), (120, 36)] {
        assert_screen(&format!("details-entity-{columns}"), (columns, rows), &entity);
        assert_screen(&format!("details-quote-{columns}"), (columns, rows), &quote);
        assert_english(
            &format!("details-english-{columns}"),
            (columns, rows),
            &[SwitchFocus, Lines(1), Action::Details, Lines(3)],
        );
        assert_english(&format!("details-english-person-{columns}"), (columns, rows), &[SwitchFocus, Action::Details]);
        assert_english(
            &format!("details-english-quote-{columns}"),
            (columns, rows),
            &[ShowTab(Tab::Quotes), Action::Details],
        );
    }
}

#[test]
fn marked_lines() {
    assert_screen("marked-80", (80, 24), &[Lines(2), Action::MarkLines, Lines(4)]);
    assert_screen("marked-40", (40, 20), &[Action::MarkLines, Lines(25)]);
    assert_english("marked-english-80", (80, 24), &[Action::MarkLines, Last]);
}

#[test]
fn a_list_of_bookmarks() {
    let mut actions = Vec::new();
    for letter in ['a', 'b', 'c'] {
        actions.extend([Action::Pages(1), Action::Wait(Awaited::SetMark), Action::Letter(letter)]);
    }
    actions.extend([Action::Wait(Awaited::GoToMark), Action::Choose(1)]);
    assert_screen("bookmarks-80", (80, 24), &actions);
    assert_screen("bookmarks-40", (40, 20), &actions);
    assert_screen("bookmarks-none-80", (80, 24), &[Action::Wait(Awaited::GoToMark)]);
}

#[test]
fn small_screens_do_not_panic() {
    for size in [(1, 1), (5, 3), (20, 5)] {
        for actions in [&[][..], &[SwitchFocus], &[ToggleHelp], &[ShowTab(Tab::Quotes), Last, Jump]] {
            let frame = view::draw(&mut screen(size, actions));
            assert_eq!((frame.area.width, frame.area.height), size);
        }
    }
    assert_screen("small-20x5", (20, 5), &[]);
}

fn printed(width: u16, order: Order, marks: Marks) -> String {
    let mut out = Vec::new();
    print::print(seed(), print::Settings { width, order, marks, colours: None, justify: Justify::Start }, &mut out)
        .unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn printed_as_cells() {
    for width in [40, 80, 120] {
        assert_golden(
            &format!("print-visual-{width}"),
            &printed(width, Order::Cells { mode: Mode::Visual, mirrors: true }, Marks::Drop),
        );
    }
}

/// An item numbered 12 was shown with a bullet, one numbered 2 without its dot.
#[test]
fn signs_beside_blocks_of_both_directions() {
    let mut article = Article::default();
    for (kind, ordinal, text) in [
        (BlockKind::ListItem, None, "a bullet, and text that is long enough to wrap"),
        (BlockKind::ListItem, Some(2), "second, and text that is long enough to wrap"),
        (BlockKind::ListItem, Some(12), "twelfth"),
        (BlockKind::Blockquote, None, "a bar, beside every row of text that is long enough to wrap"),
        (BlockKind::RelatedLink, None, "another story"),
        (BlockKind::ListItem, None, "פריט ברשימה"),
        (BlockKind::ListItem, Some(12), "פריט ברשימה"),
        (BlockKind::Blockquote, None, "ציטוט"),
        (BlockKind::RelatedLink, None, "כתבה אחרת"),
    ] {
        let ordered = ordinal.map(|_| true);
        let details = BlockDetails { ordinal, ..BlockDetails::default() }.into();
        article.blocks.push(Block { kind, ordered, details, text: text.into(), ..Block::default() });
    }
    let mut out = Vec::new();
    let order = Order::Cells { mode: Mode::Visual, mirrors: true };
    print::print(
        article,
        print::Settings { width: 30, order, marks: Marks::Drop, colours: None, justify: Justify::Start },
        &mut out,
    )
    .unwrap();
    assert_golden("print-signs-30", std::str::from_utf8(&out).unwrap());
}

#[test]
fn printed_in_logical_order() {
    let page = printed(80, Order::Logical, Marks::Keep);
    assert_golden("print-logical-80", &page);
    // Apart from the rows it is the text itself.
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let article: Vec<String> = seed().blocks.iter().flat_map(|block| words(&block.text)).collect();
    let shown: Vec<String> =
        words(&page).into_iter().filter(|word| !matches!(word.as_str(), "»" | "•" | "│")).collect();
    assert_eq!(shown, article);
}
