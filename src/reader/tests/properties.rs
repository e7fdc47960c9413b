//! Whatever is pressed in whatever order at whatever size.

use std::fmt::Debug;

use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::*;
use crate::article::{Block, BlockDetails, BlockKind, DeclaredDirection, Entity, Mark, MarkKind, Mention, Quote, Span};
use crate::layout::is_bidi_control;
use crate::reader::Awaited;
use crate::reader::areas::Placement;
use crate::reader::prompt::Edit;
use crate::reader::texts::shown_text;
use crate::view;

/// An English article with every kind of block, an entity in several of them, and hostile text.
pub(super) fn english() -> Article {
    let block = |kind, text: &str| Block { kind, text: text.into(), ..Block::default() };
    let long = "The committee met in Geneva on Tuesday; Dr. Amara Obi said (in Arabic) \u{627}\u{644}\u{633}\u{644}\u{627}\u{645} and left. ";
    let mut blocks = vec![
        block(BlockKind::Headline, "Committee meets in Geneva after a long delay that nobody can explain"),
        block(BlockKind::Byline, "By A. Writer"),
        block(BlockKind::Paragraph, &long.repeat(6)),
        block(BlockKind::Heading, "What was said"),
        block(BlockKind::ListItem, "Geneva first"),
        Block {
            ordered: Some(true),
            details: BlockDetails { ordinal: Some(1_234_567), ..BlockDetails::default() }.into(),
            ..block(BlockKind::ListItem, "then a much longer second item that has to wrap on most screens")
        },
        Block { level: Some(3), ..block(BlockKind::ListItem, "nested") },
        block(BlockKind::Blockquote, &long.repeat(2)),
        Block {
            details: BlockDetails {
                alt: Some("a map".into()),
                url: Some("https://example.org/a.png".into()),
                ..BlockDetails::default()
            }
            .into(),
            ..block(BlockKind::Image, "")
        },
        Block {
            details: BlockDetails {
                rows: vec![vec!["a".into(), "\u{645}".into()], vec!["1\u{1b}[31m".into()]],
                ..BlockDetails::default()
            }
            .into(),
            ..block(BlockKind::Table, "")
        },
        block(BlockKind::Code, "fn main() {\n\tlet \u{202e}x = 1;\u{0}\r\n}"),
        Block {
            details: BlockDetails {
                marks: vec![Mark { kind: MarkKind::Link, bytes: 0..6, url: None }],
                ..BlockDetails::default()
            }
            .into(),
            ..block(BlockKind::RelatedLink, "Geneva: more 世界 👨\u{200d}👩")
        },
        block(BlockKind::Separator, ""),
        block(BlockKind::Paragraph, ""),
        block(BlockKind::Paragraph, &"x".repeat(300)),
    ];
    for (number, block) in blocks.iter_mut().enumerate() {
        block.id = format!("b{number}").into();
    }
    let mentions = blocks
        .iter()
        .enumerate()
        .flat_map(|(block, b)| {
            b.text.match_indices("Geneva").map(move |(start, name)| (block, start, start + name.len()))
        })
        .map(|(block, start, end)| Mention {
            span: Span { block, start, end },
            kind: None,
            confidence: None,
            extra: Default::default(),
        })
        .collect();
    let entities = vec![
        Entity { id: "e0".into(), name: "Geneva".into(), mentions, ..Entity::default() },
        Entity { id: "e1".into(), name: "unplaced \u{1b}]52;c;x\u{7}\u{202e}".into(), ..Entity::default() },
    ];
    let quote = Span { block: 2, start: 4, end: 240 };
    let quotes =
        vec![Quote { id: "q0".into(), spans: vec![quote, Span { block: 7, start: 0, end: 9 }], ..Quote::default() }];
    Article {
        headline: Some("Committee".into()),
        language: "en".into(),
        direction: DeclaredDirection::Ltr,
        blocks,
        entities,
        quotes,
        ..Article::default()
    }
}

fn action() -> impl Strategy<Value = Action> {
    let steps = || prop_oneof![Just(1isize), Just(-1), -50isize..50];
    prop_oneof![
        3 => steps().prop_map(Lines),
        1 => steps().prop_map(Pages),
        1 => steps().prop_map(HalfPages),
        1 => Just(First),
        1 => Just(Last),
        1 => steps().prop_map(Blocks),
        2 => Just(SwitchFocus),
        2 => prop::sample::select(Tab::ALL.to_vec()).prop_map(ShowTab),
        3 => Just(Jump),
        2 => steps().prop_map(NextPlace),
        2 => Just(Back),
        1 => Just(Forward),
        1 => Just(ToggleSidebar),
        1 => Just(ToggleHelp),
        1 => Just(Close),
        2 => Just(Action::Search),
        3 => prop::sample::select(vec!['a', 'ا', ' ', 'ل', '\u{301}']).prop_map(|c| Action::Edit(Edit::Insert(c))),
        1 => prop::sample::select(vec![Edit::Backspace, Edit::Left, Edit::Right, Edit::DeleteWord]).prop_map(Action::Edit),
        1 => Just(Action::Accept),
        3 => Just(Action::Details),
        2 => Just(Action::MarkLines),
        1 => prop::sample::select(vec![-1isize, 1, isize::MAX]).prop_map(Action::Choose),
        1 => Just(Action::Remove),
        1 => prop::sample::select(vec![Awaited::SetMark, Awaited::GoToMark, Awaited::Copy]).prop_map(Action::Wait),
        1 => prop::sample::select(vec!['a', 'q', 'p']).prop_map(Action::Letter),
        2 => (-3isize..3).prop_map(Action::Stops),
        1 => (0u16..260, 0u16..110).prop_map(|(column, row)| Action::Click(column, row)),
        1 => (0u16..260, 0u16..110).prop_map(|(column, row)| Action::Wheel(column, row, 3)),
        1 => prop::sample::select(vec![-4i16, 4]).prop_map(Action::Measure),
        3 => (1u16..=250, 1u16..=100).prop_map(|(columns, rows)| Resize(columns, rows)),
        1 => (1u16..=24, 1u16..=8).prop_map(|(columns, rows)| Resize(columns, rows)),
    ]
}

fn check(state: &mut State, after: &dyn Debug) {
    let blocks = state.article().blocks.len();
    let (top, height) = (state.top(), usize::from(state.areas().text.height));
    if blocks > 0 {
        assert!(top.text < blocks && top.row < state.page().height(top.text), "{after:?}: {top:?}");
    }
    let (bottom, moved) = state.walk(top, height - 1);
    if moved < height - 1 {
        assert_eq!(top, state.page().first(), "{after:?}: room below although there is more above");
        assert_eq!(bottom, state.page().last());
    }
    let list = state.list();
    let rows = usize::from(state.list_height());
    if !state.areas().sidebar.is_empty() && rows > 0 && !list.lines.is_empty() {
        assert!((list.top..list.top + rows).contains(&list.cursor), "{after:?}: {} of {}", list.cursor, list.top);
    }
    if let Some(details) = state.details().filter(|_| !state.areas().sidebar.is_empty() && rows > 0) {
        let cursor = details.cursor().unwrap_or(0);
        assert!((details.top..details.top + rows).contains(&cursor), "{after:?}: {cursor} of {}", details.top);
    }
    assert!(state.focus() == Focus::Article || !state.areas().sidebar.is_empty() || height <= 2, "{after:?}");
    let frame = view::draw(state);
    assert_eq!(frame.area, Rect::new(0, 0, state.size().0, state.size().1));
    for cell in &frame.content {
        let bad = |c: char| c.is_control() || is_bidi_control(c);
        assert!(!cell.symbol().contains(bad), "{after:?}: {:?}", cell.symbol());
        // The marks on the strip were both, which is faint on one terminal and bright on another.
        assert!(!cell.modifier.contains(Modifier::BOLD | Modifier::DIM), "{after:?}: {:?}", cell.symbol());
    }
    assert!(frame == view::draw(state), "{after:?}: drawing changes the picture");
}

fn placement() -> impl Strategy<Value = Placement> {
    prop::sample::select(vec![Placement::Auto, Placement::Left, Placement::Right, Placement::Bottom])
}

fn play(article: Article, settings: Settings, actions: &[Action]) {
    let mut state = State::new(article, settings);
    check(&mut state, &"opened");
    for action in actions {
        state.update(*action);
        check(&mut state, action);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_may_be_pressed_in_the_bundled_article(
        size in (1u16..=250, 1u16..=100),
        placement in placement(),
        sidebar in any::<bool>(),
        actions in vec(action(), 0..30),
    ) {
        play(seed(), Settings { placement, sidebar, ..Settings::of_size(size) }, &actions);
    }

    #[test]
    fn anything_may_be_pressed_in_an_english_article(
        size in (1u16..=250, 1u16..=100),
        placement in placement(),
        sidebar in any::<bool>(),
        actions in vec(action(), 0..30),
    ) {
        play(english(), Settings { placement, sidebar, ..Settings::of_size(size) }, &actions);
    }

    #[test]
    fn any_way_of_resizing_and_back_gives_the_same_screen(
        start in vec(action(), 0..12),
        sizes in vec((1u16..=250, 1u16..=100), 1..6),
        ltr in any::<bool>(),
        placement in placement(),
    ) {
        let settings = Settings { placement, ..Settings::of_size((90, 20)) };
        let mut state = State::new(if ltr { english() } else { seed() }, settings);
        all(&mut state, &start);
        all(&mut state, &[Resize(90, 20), Close, Close]);
        let before = (view(&state), state.areas(), view::draw(&mut state));
        for (columns, rows) in sizes {
            state.update(Resize(columns, rows));
        }
        state.update(Resize(90, 20));
        prop_assert_eq!((view(&state), state.areas(), view::draw(&mut state)), before);
    }
}

#[test]
fn an_article_without_blocks_or_with_one_empty_block_can_be_used() {
    let actions = [
        Lines(1),
        Pages(-1),
        HalfPages(1),
        Last,
        First,
        Blocks(1),
        Blocks(-1),
        SwitchFocus,
        Jump,
        ShowTab(Tab::Outline),
        Jump,
        Close,
        NextPlace(1),
        Back,
        Forward,
        ToggleHelp,
        Resize(3, 2),
        ToggleSidebar,
        ToggleSidebar,
        Resize(100, 40),
    ];
    for placement in [Placement::Auto, Placement::Bottom] {
        let settings = Settings { placement, ..Settings::of_size((80, 24)) };
        play(Article::default(), settings.clone(), &actions);
        play(Article { blocks: vec![Block::default()], ..Article::default() }, settings, &actions);
    }
}

#[test]
fn every_size_from_1x1_can_be_drawn_with_help_and_sidebar() {
    for article in [seed(), english()] {
        let mut state = open(article, 80, 24);
        for columns in (1..=12).chain([19, 20, 21, 40, 69, 70, 76, 120]) {
            for rows in [1, 2, 3, 4, 5, 10, 30] {
                all(&mut state, &[Resize(columns, rows), SwitchFocus]);
                check(&mut state, &(columns, rows));
                all(&mut state, &[ToggleHelp]);
                check(&mut state, &(columns, rows, "help"));
                all(&mut state, &[Close, Close, Action::Search, Action::Edit(Edit::Insert('a'))]);
                check(&mut state, &(columns, rows, "prompt"));
                all(&mut state, &[Close, Action::Wait(Awaited::Copy)]);
                check(&mut state, &(columns, rows, "menu"));
                all(&mut state, &[Close]);
            }
        }
    }
}

#[test]
fn what_has_no_place_says_so() {
    let mut state = open(english(), 100, 30);
    state.update(NextPlace(1));
    assert_eq!(state.message(), Some("nothing was jumped to yet: Tab, then Enter on a line of the sidebar"));
    all(&mut state, &[SwitchFocus, Lines(1)]);
    assert_eq!(state.message(), None, "a message lasts until the next action");
    state.update(Jump);
    assert_eq!(state.message(), Some("this is known of the article, but has no place in its text"));
    assert_eq!((state.focus(), state.selection()), (Focus::Sidebar, None));
    all(&mut state, &[ShowTab(Tab::Quotes), Jump, NextPlace(1)]);
    assert_eq!(state.message(), Some("the only place"));
    let mut state = open(Article::default(), 100, 30);
    all(&mut state, &[SwitchFocus, Jump]);
    assert_eq!(state.message(), Some("nothing is listed here"));
}

#[test]
fn blocks_without_text_show_what_they_have() {
    let article = english();
    let shown: Vec<_> = [8, 9, 12].map(|block| shown_text(&article.blocks[block]).to_string()).into();
    assert_eq!(shown, ["[a map]\n\u{2066}https://example.org/a.png\u{2069}", "a | \u{645}\n1\u{1b}[31m", "* * *"]);
}

/// After `Esc`, and after `[` to where nothing was selected, `n` said that nothing was jumped to yet.
#[test]
fn n_goes_on_with_what_was_last_jumped_by() {
    for end in [Close, Back] {
        let mut state = reader();
        all(&mut state, &[SwitchFocus, Lines(1), Jump, NextPlace(1), Back, end]);
        let entity = |mention| Some(Selection { target: Target::Entity(1), mention });
        assert_eq!(state.selection(), None);
        state.update(NextPlace(1));
        assert_eq!(state.selection(), entity(2), "after the second, which was the last jumped to");
        state.update(NextPlace(-1));
        assert_eq!(state.selection(), entity(1));
    }
}

#[test]
fn what_the_caller_is_to_do() {
    let mut state = reader();
    for (action, effect) in [
        (Action::Quit, Effect::Quit),
        (Action::Suspend, Effect::Suspend),
        (Action::Redraw, Effect::Redraw),
        (Action::CycleBidi, Effect::CycleBidi),
    ] {
        assert_eq!(state.update(action), effect);
        state.update(ToggleHelp);
        assert_eq!(state.update(action), effect, "under the help too");
        state.update(ToggleHelp);
    }
}
