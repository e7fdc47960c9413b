//! Reading from the text: mention to mention, link to link, and the mouse.
use super::*;
use crate::article::{Block, BlockDetails, Mark, MarkKind};

use Action::{Click, Measure, OpenLink, Stops, Wheel};

fn selected_text(state: &State) -> String {
    let spans = state.selection().map(|selection| selection.spans(state.places())).unwrap_or_default();
    spans.iter().map(|span| state.article().text(span).to_owned()).collect()
}

/// Every mention once, in reading order, and back again.
#[test]
fn a_walk_meets_every_mention_in_reading_order() {
    let mut state = reader();
    let count: usize = state.article().entities.iter().map(|entity| entity.mentions.len()).sum();
    let mut walk = Vec::new();
    for _ in 0..count {
        all(&mut state, &[Stops(1)]);
        let selection = state.selection().unwrap();
        assert_eq!(state.list().chosen(), Some(selection.target), "the sidebar shows it too");
        let span = selection.spans(state.places()).remove(0);
        walk.push((span.block, span.start, selection));
    }
    assert!(walk.windows(2).all(|pair| (pair[0].0, pair[0].1) <= (pair[1].0, pair[1].1)));
    let mut once: Vec<Selection> = walk.iter().map(|step| step.2).collect();
    once.dedup();
    assert_eq!(once.len(), count);
    all(&mut state, &[Stops(1)]);
    assert_eq!(state.message(), Some("no further mention or link"));
    for step in walk.iter().rev().skip(1) {
        all(&mut state, &[Stops(-1)]);
        assert_eq!(state.selection(), Some(step.2));
    }
}

#[test]
fn enter_in_the_text_shows_the_line_of_the_sidebar() {
    let mut state = reader();
    all(&mut state, &[Jump]);
    assert!(state.message().unwrap().contains("nothing is selected"));
    all(&mut state, &[ShowTab(Tab::Quotes), SwitchFocus, Stops(1), Jump]);
    assert_eq!((state.focus(), state.tab()), (Focus::Sidebar, Tab::Entities));
    assert_eq!(state.list().chosen(), state.selection().map(|selection| selection.target));
}

fn linked() -> Article {
    let mark = |kind, bytes, url: Option<&str>| Mark { kind, bytes, url: url.map(str::to_owned) };
    let marks = vec![
        mark(MarkKind::Strong, 0..3, None),
        mark(MarkKind::Link, 4..8, Some("https://example.org/1")),
        mark(MarkKind::Link, 13..20, Some("https://example.org/2")),
    ];
    let details = BlockDetails { marks, ..BlockDetails::default() }.into();
    let block = Block { text: "one link and another".into(), details, ..Block::default() };
    Article { blocks: vec![block], ..Article::default() }
}

#[test]
fn links_are_walked_along_and_opened() {
    let mut state = open(linked(), 80, 24);
    // None is selected: the first of the paragraph.
    assert_eq!(state.update(OpenLink), Effect::Open("https://example.org/1".to_owned()));
    all(&mut state, &[Stops(1), Stops(1)]);
    assert_eq!(selected_text(&state), "another");
    assert_eq!(state.update(OpenLink), Effect::Open("https://example.org/2".to_owned()));
    assert_eq!(state.update(Jump), Effect::Open("https://example.org/2".to_owned()));
    let mut bare = reader();
    assert_eq!(bare.update(OpenLink), Effect::None);
    assert!(bare.message().unwrap().contains("no link"));
}

/// The cell of the screen at which a part of the first line stands.
fn cell_of(state: &mut State, words: &str) -> (u16, u16) {
    let frame = crate::view::draw(state);
    let area = state.areas().text;
    for y in area.y..area.bottom() {
        let row: Vec<&str> = (area.x..area.right()).map(|x| frame[(x, y)].symbol()).collect();
        let text = row.concat();
        if let Some(at) = text.find(words) {
            return (area.x + text[..at].chars().count() as u16, y);
        }
    }
    panic!("{words} is not on the screen");
}

#[test]
fn a_click_selects_what_it_hits() {
    let mut state = open(linked(), 80, 24);
    let (x, y) = cell_of(&mut state, "link");
    all(&mut state, &[Click(x + 1, y)]);
    assert_eq!(selected_text(&state), "link");
    all(&mut state, &[Click(x - 1, y)]);
    assert_eq!(selected_text(&state), "link", "a blank is nothing");
    let (x, y) = cell_of(&mut state, "another");
    all(&mut state, &[Click(x + 6, y)]);
    assert_eq!(selected_text(&state), "another");
}

/// In a right-to-left row the cell under the mouse is found by the row's own map.
#[test]
fn a_click_in_arabic_selects_the_mention_under_it() {
    let mut state = reader();
    for step in 0..12 {
        all(&mut state, &[Stops(1)]);
        let (wanted, selection) = (selected_text(&state), state.selection().unwrap());
        let frame = crate::view::draw(&mut state);
        let area = state.areas().text;
        let reversed = ratatui::style::Modifier::REVERSED;
        let cell = area.positions().find(|&at| frame[at].modifier.contains(reversed) && frame[at].symbol() != " ");
        let cell = cell.unwrap_or_else(|| panic!("step {step}: {wanted}"));
        all(&mut state, &[Close, Click(cell.x, cell.y)]);
        let hit = state.selection().unwrap();
        // A shorter mention inside this one may be what the cell belongs to as well.
        assert!(hit == selection || wanted.contains(&selected_text(&state)), "step {step}: {wanted}");
        state.update(Close);
        let place = selection.spans(state.places()).remove(0);
        all(&mut state, &[First]);
        while state.selection().is_none_or(|now| now != selection) {
            all(&mut state, &[Stops(1)]);
            assert!(state.message().is_none(), "{place:?}");
        }
    }
}

#[test]
fn clicks_in_the_sidebar_choose_and_then_jump() {
    let mut state = reader();
    let list = state.areas().list;
    all(&mut state, &[Click(list.x + 3, list.y + 2)]);
    assert_eq!((state.focus(), state.list().chosen()), (Focus::Sidebar, Some(Target::Entity(1))));
    all(&mut state, &[Click(list.x + 3, list.y + 2)]);
    assert_eq!(state.selection().map(|selection| selection.target), Some(Target::Entity(1)));
    // Beyond everything nothing happens.
    all(&mut state, &[Click(500, 500), Click(0, 23)]);
}

#[test]
fn the_wheel_scrolls_what_it_is_over() {
    let mut state = reader();
    let (text, list) = (state.areas().text, state.areas().list);
    all(&mut state, &[SwitchFocus, Wheel(text.x, text.y, 3)]);
    assert_eq!((state.top().text + state.top().row > 0, state.focus()), (true, Focus::Sidebar));
    let top = state.top();
    all(&mut state, &[SwitchFocus, Wheel(list.x, list.y, 3)]);
    assert_eq!((state.top(), state.list().cursor > 2, state.focus()), (top, true, Focus::Article));
}

/// It moved the hidden list behind the details.
#[test]
fn the_wheel_over_details_scrolls_them() {
    let mut state = reader();
    let list = state.areas().list;
    all(&mut state, &[SwitchFocus, Action::Details, SwitchFocus]);
    let (cursor, before) = (state.list().cursor, state.details().unwrap().cursor());
    all(&mut state, &[Wheel(list.x, list.y, 3)]);
    assert_eq!((state.list().cursor, state.focus()), (cursor, Focus::Article));
    assert_ne!(state.details().unwrap().cursor(), before);
}

/// A click selected what the list of letters covers, and the wheel closed it.
#[test]
fn the_mouse_does_not_go_through_a_list_of_letters() {
    let mut state = reader();
    let text = state.areas().text;
    all(&mut state, &[Action::Wait(crate::reader::Awaited::Copy)]);
    let (top, waiting) = (state.top(), state.awaited());
    all(&mut state, &[Click(text.x + 5, text.y), Wheel(text.x, text.y, 1)]);
    assert_eq!((state.top(), state.awaited(), state.choice(), state.selection()), (top, waiting, 1, None));
}

/// Help stayed open in the article that was left, and its keys did nothing after the terminal had grown.
#[test]
fn help_is_closed_with_its_article_and_scrolls_from_where_it_is() {
    let mut state = reader();
    all(&mut state, &[Action::Resize(80, 10), Action::ToggleHelp, Last, Action::Resize(80, 24)]);
    let before = crate::view::draw(&mut state);
    all(&mut state, &[Lines(-1)]);
    assert_ne!(crate::view::draw(&mut state), before);
    all(&mut state, &[Action::Articles(1)]);
    assert_eq!(state.help(), None);
}

#[test]
fn the_measure_changes_and_the_place_stays() {
    let mut state = open(seed(), 160, 30);
    all(&mut state, &[Pages(1)]);
    let place = state.place();
    let width = state.areas().text.width;
    all(&mut state, &[Measure(-4)]);
    assert_eq!(state.areas().text.width, width - 4);
    assert_eq!(state.place().block, place.block);
    all(&mut state, &[Measure(4)]);
    assert_eq!((state.areas().text.width, state.place()), (width, place));
    for _ in 0..100 {
        all(&mut state, &[Measure(-4)]);
    }
    assert_eq!(state.areas().text.width, 20);
    for _ in 0..100 {
        all(&mut state, &[Measure(4)]);
    }
    assert!(state.areas().text.width > 80);
}
