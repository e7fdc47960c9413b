//! An article with a paragraph of megabytes: its beginning is there at once, the rest is laid out aside.

use std::time::{Duration, Instant};

use super::*;
use crate::article::{Block, BlockKind, Entity, Mention, Span};
use crate::view;

const WORDS: &str = "قال الوزير (WHO) إن 12.5% من الدول وافقت. ";

/// A headline and a long paragraph, with an entity named near the beginning and near the end of it, and some text behind.
fn article(bytes: usize) -> Article {
    let block = |text: String| Block { kind: BlockKind::Paragraph, text: text.into(), ..Block::default() };
    let times = bytes / WORDS.len();
    let mentions = [times / 1000, times - 3].map(|time| {
        let start = time * WORDS.len() + WORDS.find("WHO").unwrap();
        let span = Span { block: 1, start, end: start + 3 };
        Mention { span, kind: None, confidence: None, extra: Default::default() }
    });
    Article {
        language: "ar".into(),
        blocks: vec![block("عنوان".into()), block(WORDS.repeat(times)), block("النهاية".into())],
        entities: vec![Entity { name: "WHO".into(), mentions: mentions.into(), ..Entity::default() }],
        ..Article::default()
    }
}

fn opened(bytes: usize) -> State {
    open(article(bytes), 80, 24)
}

fn finish(state: &mut State) {
    let job = state.long_text().unwrap();
    let layout = job.run(&mut |_, _| true).unwrap();
    state.finish_layout(&job, layout);
    assert!(state.long_text().is_none());
}

/// The text of the last row.
fn last_row(state: &mut State) -> String {
    let frame = view::draw(state);
    let text = state.areas().text;
    (text.x..text.right()).map(|x| frame[(x, text.bottom() - 1)].symbol().to_owned()).collect::<String>()
}

#[test]
fn the_screen_stays_as_it_is_when_the_rest_is_there() {
    let mut state = opened(3 << 20);
    all(&mut state, &[Pages(2), Lines(1)]);
    let before = view::draw(&mut state);
    finish(&mut state);
    let after = view::draw(&mut state);
    let text = state.areas().text;
    assert!(text.positions().all(|at| before[at] == after[at]));
    // Through the whole of it, and it is the same as if there had been no hurry.
    all(&mut state, &[Last]);
    assert_eq!(state.top().text, 1);
    assert!(state.top().row > 10_000, "{:?}", state.top());
}

#[test]
fn to_the_end_means_the_end_also_of_what_is_not_laid_out_yet() {
    let mut article = article(3 << 20);
    article.blocks.pop();
    let mut state = open(article, 80, 24);
    all(&mut state, &[Last]);
    let (visible, bytes) = state.visible_bytes();
    assert!(visible.end < bytes / 2, "the end of the beginning is not the end");
    finish(&mut state);
    assert_eq!(state.visible_bytes().0.end, bytes);
    let row = state.top().row;
    assert!(row > 10_000 && !last_row(&mut state).trim().is_empty());
    all(&mut state, &[Lines(1)]);
    assert_eq!(state.top().row, row, "it was the end");
    // Who has moved on does not jump later.
    all(&mut state, &[Resize(90, 24), Last, First]);
    let place = state.top();
    finish(&mut state);
    assert_eq!(state.top(), place);
}

#[test]
fn a_jump_arrives_when_its_place_is_there() {
    let mut state = opened(3 << 20);
    all(&mut state, &[SwitchFocus, Jump, NextPlace(1)]);
    finish(&mut state);
    let row = state.top().row;
    assert!(row > 10_000);
    let highlighted = |state: &mut State| {
        let frame = view::draw(state);
        let text = state.areas().text;
        text.positions().filter(|at| frame[*at].modifier.contains(ratatui::style::Modifier::REVERSED)).count()
    };
    assert_eq!(highlighted(&mut state), 3);
    // Another width: the place is found again, when the rows are.
    all(&mut state, &[Resize(100, 30)]);
    finish(&mut state);
    assert_eq!(highlighted(&mut state), 3);
    all(&mut state, &[Back]);
    assert!(state.top().row < 1000);
    all(&mut state, &[Forward]);
    assert_eq!(highlighted(&mut state), 3);
}

#[test]
fn esc_stops_what_is_done_aside_when_nothing_else_is_open() {
    let mut state = opened(1 << 20);
    state.set_progress(Some("laying out: 3 %".into()));
    all(&mut state, &[ToggleHelp]);
    assert_eq!(state.update(Close), Effect::None);
    all(&mut state, &[SwitchFocus]);
    assert_eq!(state.update(Close), Effect::None);
    assert_eq!(state.update(Close), Effect::Cancel);
    state.set_progress(None);
    assert_eq!(state.update(Close), Effect::None);
}

/// As a ratio, so that it holds on a slow machine: laying it all out takes a hundred times a key.
#[test]
fn no_key_waits_for_the_layout() {
    let mut state = opened(16 << 20);
    let began = Instant::now();
    let job = state.long_text().unwrap();
    let layout = job.run(&mut |_, _| true).unwrap();
    let whole = began.elapsed();
    let keys = [Pages(1), Last, First, SwitchFocus, Jump, NextPlace(1), Back, Resize(100, 30), Last, Resize(70, 20)];
    let timed = |state: &mut State, keys: &[Action]| -> Vec<Duration> {
        let key = |key: &Action| {
            let began = Instant::now();
            state.update(*key);
            let frame = view::draw(state);
            assert!(!frame.content.is_empty());
            began.elapsed()
        };
        keys.iter().map(key).collect()
    };
    for round in 0..2 {
        let mut times = timed(&mut state, &keys);
        times.sort_unstable();
        // The slowest but one: a loaded machine may stop any of them for a while.
        assert!(times[times.len() - 2] * 10 < whole, "round {round}: {times:?} of {whole:?}");
        all(&mut state, &[Resize(80, 24)]);
        state.finish_layout(&job, layout.clone());
    }
}
