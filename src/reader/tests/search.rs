//! Looking for something: in the text, in the sidebar.
use super::*;
use crate::reader::Asked;
use crate::reader::prompt::Edit;

use Action::{Accept, Search, ToggleExact};

fn type_text(state: &mut State, text: &str) {
    for c in text.chars() {
        state.update(Action::Edit(Edit::Insert(c)));
    }
}

fn selected_text(state: &State) -> String {
    let spans = state.selection().map(|selection| selection.spans(state.places())).unwrap_or_default();
    spans.iter().map(|span| state.article().text(span).to_owned()).collect()
}

/// Number and count of the selected place.
fn number(state: &State) -> (usize, usize) {
    let (at, count) = state.selection().unwrap().position(state.places());
    (at + 1, count)
}

#[test]
fn every_letter_shows_the_first_place_from_where_the_reader_was() {
    let mut state = reader();
    all(&mut state, &[Pages(1), Search]);
    let before = view(&state);
    type_text(&mut state, "الصي");
    let first = state.selection();
    assert!(first.is_some());
    assert!(selected_text(&state).ends_with("لصي"));
    type_text(&mut state, "ن");
    assert!(selected_text(&state).ends_with("لصين"));
    assert!(number(&state).0 > 1, "it began behind the first");
    // Nothing is found: back where it began, and the longer word finds it again when shortened.
    type_text(&mut state, "ظظ");
    assert_eq!(view(&state), before);
    all(&mut state, &[Action::Edit(Edit::Backspace), Action::Edit(Edit::Backspace)]);
    assert!(selected_text(&state).ends_with("لصين"));
    all(&mut state, &[Close]);
    assert_eq!(view(&state), before);
    assert!(state.asked().is_none() && state.marked_search().is_none());
}

#[test]
fn n_walks_along_all_places_and_round() {
    let mut state = reader();
    all(&mut state, &[Search]);
    type_text(&mut state, "روسيا");
    all(&mut state, &[Accept]);
    let (first, count) = number(&state);
    assert!(count > 3);
    let mut seen = vec![state.selection()];
    for step in 1..count {
        all(&mut state, &[NextPlace(1)]);
        assert_eq!(number(&state), ((first - 1 + step) % count + 1, count));
        assert!(!seen.contains(&state.selection()));
        seen.push(state.selection());
    }
    all(&mut state, &[NextPlace(1)]);
    assert_eq!(state.selection(), seen[0]);
    all(&mut state, &[NextPlace(-1)]);
    assert_eq!(state.selection(), seen[count - 1]);
    // The line opened and left empty goes on.
    all(&mut state, &[Search, Accept]);
    assert_eq!(state.selection(), seen[0]);
    // Back through the jumps, to the beginning.
    for _ in 0..count + 5 {
        all(&mut state, &[Back]);
    }
    assert_eq!(view(&state), (Default::default(), None));
}

#[test]
fn marks_go_with_esc_and_come_back_with_n() {
    let mut state = reader();
    all(&mut state, &[Search]);
    type_text(&mut state, "الصين");
    all(&mut state, &[Accept, Close]);
    assert!(state.marked_search().is_none() && state.selection().is_none());
    all(&mut state, &[NextPlace(1)]);
    assert!(state.marked_search().is_some() && state.selection().is_some());
}

#[test]
fn annotations_may_come_while_somebody_reads() {
    let whole = seed();
    let bare = Article { entities: Vec::new(), quotes: Vec::new(), ..seed() };
    let mut state = open(bare, 80, 24);
    state.expect_annotations(true);
    all(&mut state, &[Pages(1), Search]);
    type_text(&mut state, "الصين");
    all(&mut state, &[Accept]);
    let before = (view(&state), state.list().chosen());
    assert_eq!(before.1, None);
    state.annotate(whole.entities.clone(), whole.quotes.clone());
    assert!(!state.expects_annotations());
    assert_eq!(view(&state), before.0);
    assert_eq!(**state.article(), whole);
    all(&mut state, &[ShowTab(Tab::Quotes), Jump]);
    assert_eq!(selected_text(&state), whole.text(&whole.quotes[0].spans[0]));
    // What they replace is not selected any more.
    state.annotate(Vec::new(), Vec::new());
    assert_eq!(state.selection(), None);
    all(&mut state, &[Back, Back, NextPlace(1)]);
}

/// Esc from the search line forgot what `n` walked along.
#[test]
fn n_goes_on_with_the_entity_after_a_search_that_was_given_up() {
    let mut state = reader();
    all(&mut state, &[ShowTab(Tab::Entities), Jump, Close, Search]);
    type_text(&mut state, "الصين");
    all(&mut state, &[Close, NextPlace(1)]);
    assert!(matches!(state.selection().unwrap().target, Target::Entity(_)));
}

#[test]
fn enter_before_the_place_is_found_jumps_there_later_unless_somebody_moves() {
    let block = |text: &str| crate::article::Block { text: text.into(), ..Default::default() };
    let mut blocks: Vec<_> = (0..50_000).map(|_| block("nothing of note stands in this paragraph")).collect();
    blocks.push(block("a needle"));
    let article = Article { blocks, ..Article::default() };
    for moves in [false, true] {
        let mut state = open(article.clone(), 80, 24);
        all(&mut state, &[Search]);
        state.paste("needle");
        all(&mut state, &[Accept]);
        if moves {
            all(&mut state, &[Lines(1)]);
        }
        while state.is_searching() {
            state.search_on(256 * 1024);
        }
        assert_eq!(state.selection().is_some(), !moves);
        if !moves {
            all(&mut state, &[Back]);
            assert_eq!(state.top(), Default::default(), "the jump list leads back");
        }
    }
}

#[test]
fn with_one_column_the_sidebar_lies_over_the_article_and_comes_back() {
    let mut state = reader();
    all(&mut state, &[Pages(1)]);
    let (place, width) = (state.place(), state.areas().text.width);
    state.set_one_column(true);
    assert!(!state.areas().overlaid && state.areas().text.width > width, "nothing stands beside the text");
    assert_eq!(state.place().block, place.block);
    all(&mut state, &[SwitchFocus]);
    assert!(state.areas().overlaid);
    all(&mut state, &[Jump]);
    assert!(!state.areas().overlaid && state.selection().is_some());
    state.set_one_column(false);
    assert_eq!(state.areas().text.width, width);
}

#[test]
fn exact_finds_what_was_typed_and_nothing_else() {
    let mut state = reader();
    all(&mut state, &[Search]);
    type_text(&mut state, "الى");
    assert!(state.selection().is_some(), "hamza and yeh are folded");
    all(&mut state, &[ToggleExact]);
    assert!(state.selection().is_none());
    all(&mut state, &[ToggleExact]);
    assert!(state.selection().is_some());
}

#[test]
fn a_former_search_comes_back_when_the_next_is_given_up() {
    let mut state = reader();
    all(&mut state, &[Search]);
    type_text(&mut state, "الصين");
    all(&mut state, &[Accept]);
    let before = view(&state);
    all(&mut state, &[Search]);
    type_text(&mut state, "روس");
    all(&mut state, &[Close]);
    assert_eq!(view(&state), before);
    assert_eq!(state.marked_search().unwrap().query().typed(), "الصين");
    all(&mut state, &[NextPlace(1)]);
    assert!(selected_text(&state).ends_with("لصين"));
}

#[test]
fn a_jump_list_never_shows_a_place_of_another_search() {
    let mut state = reader();
    for word in ["الصين", "روسيا", "ظظظ", "ا"] {
        all(&mut state, &[Search]);
        type_text(&mut state, word);
        all(&mut state, &[Accept, NextPlace(1)]);
    }
    for _ in 0..20 {
        all(&mut state, &[Back]);
        if let Some(selection) = state.selection().filter(|selection| selection.target == Target::Match) {
            assert_eq!(state.places().search.unwrap().query().typed(), "ا");
            assert!(!selection.spans(state.places()).is_empty());
        }
    }
}

#[test]
fn the_sidebar_is_narrowed_and_widened() {
    let mut state = reader();
    all(&mut state, &[ShowTab(Tab::Entities)]);
    let whole = state.list().lines.len();
    all(&mut state, &[Search]);
    assert_eq!(state.asked().unwrap().0, Asked::Filter);
    type_text(&mut state, "لافروف");
    assert!(state.list().lines.len() < whole);
    all(&mut state, &[Accept, Jump]);
    let Some(Target::Entity(entity)) = state.selection().map(|selection| selection.target) else { panic!() };
    assert!(state.article().entities[entity].name.contains("لافروف"));
    assert!(state.list().lines.len() < whole, "it stays narrow");
    all(&mut state, &[SwitchFocus, Close]);
    assert_eq!((state.list().lines.len(), state.focus()), (whole, Focus::Sidebar));
    // Given up while it is typed.
    all(&mut state, &[Search]);
    type_text(&mut state, "zz");
    assert_eq!(state.list().chosen(), None);
    all(&mut state, &[Close]);
    assert_eq!(state.list().lines.len(), whole);
}

#[test]
fn a_long_article_is_searched_in_portions() {
    let block = |text: &str| crate::article::Block { text: text.into(), ..Default::default() };
    let mut blocks: Vec<_> = (0..50_000).map(|_| block("nothing of note stands in this paragraph")).collect();
    blocks.push(block("a needle"));
    let mut state = open(Article { blocks, ..Article::default() }, 80, 24);
    all(&mut state, &[Search]);
    type_text(&mut state, "needle");
    assert!(state.is_searching() && state.selection().is_none());
    all(&mut state, &[Accept]);
    let mut portions = 0;
    while state.is_searching() {
        state.search_on(256 * 1024);
        portions += 1;
    }
    assert!(portions > 3);
    assert_eq!(selected_text(&state), "needle");
    assert_eq!(number(&state), (1, 1));
}

/// `N` at the first place that was found went round to the last one so far, past those that were not found yet.
#[test]
fn backwards_from_the_first_place_waits_for_the_end_of_the_search() {
    let block = |text: &str| crate::article::Block { text: text.into(), ..Default::default() };
    let mut blocks: Vec<_> = (0..50_000).map(|_| block("nothing of note stands in this paragraph")).collect();
    for at in [10, 20, 49_990] {
        blocks[at] = block("a needle");
    }
    let mut state = open(Article { blocks, ..Article::default() }, 80, 24);
    all(&mut state, &[Search]);
    type_text(&mut state, "needle");
    all(&mut state, &[Accept, NextPlace(-1)]);
    assert!(state.is_searching() && state.message() == Some("still looking"));
    assert_eq!(state.selection().unwrap().spans(state.places())[0].block, 10);
    while state.is_searching() {
        state.search_on(256 * 1024);
    }
    assert_eq!(state.selection().unwrap().spans(state.places())[0].block, 49_990);
    // Who does something else meanwhile stays there.
    all(&mut state, &[First, Search]);
    type_text(&mut state, "eedle");
    all(&mut state, &[Accept, NextPlace(-1), Lines(1)]);
    while state.is_searching() {
        state.search_on(256 * 1024);
    }
    assert_eq!(state.selection().unwrap().spans(state.places())[0].block, 10);
}

#[test]
fn a_letter_typed_in_a_paragraph_of_megabytes_searches_a_piece_of_it() {
    let text = format!("{} needle", "nothing of note stands here ".repeat(1 << 16));
    let mut state = open(Article { blocks: vec![block_of(&text)], ..Article::default() }, 80, 24);
    all(&mut state, &[Search]);
    for letter in "needle".chars() {
        type_text(&mut state, &letter.to_string());
        let searched = state.marked_search().unwrap().per_cent(state.article());
        assert!(searched < 20, "{letter}: {searched} %");
    }
    let mut portions = 0;
    while state.is_searching() {
        state.search_on(64 * 1024);
        portions += 1;
    }
    assert!(portions > 20);
    assert_eq!(selected_text(&state), "needle");
}

fn block_of(text: &str) -> crate::article::Block {
    crate::article::Block { text: text.into(), ..Default::default() }
}

/// Of places so many that each row of the strip has some, every row is marked, and every visible place.
#[test]
fn very_many_places_are_marked() {
    let blocks = (0..2000).map(|_| block_of("one a two a three")).collect();
    let mut state = open(Article { blocks, ..Article::default() }, 80, 24);
    all(&mut state, &[Search]);
    type_text(&mut state, "two");
    while state.is_searching() {
        state.search_on(256 * 1024);
    }
    all(&mut state, &[Accept]);
    let strip = state.areas().strip;
    let frame = crate::view::draw(&mut state);
    assert!((strip.top()..strip.bottom()).all(|y| frame[(strip.x, y)].symbol() == "•"));
    let text = state.areas().text;
    let frame = &frame;
    let marked =
        |y: u16| (text.left()..text.right()).filter(move |&x| frame[(x, y)].style() != frame[(text.x, y)].style());
    let rows: Vec<String> = (text.top()..text.bottom())
        .step_by(2)
        .map(|y| marked(y).map(|x| frame[(x, y)].symbol().to_owned()).collect())
        .collect();
    assert!(rows.iter().all(|row| row == "two"), "{rows:?}");
}

#[test]
fn messages_that_nobody_asked_for_wait_for_their_turn() {
    let mut state = reader();
    state.tell("one");
    state.tell("two");
    state.tell("two");
    assert_eq!(state.message(), Some("one"));
    all(&mut state, &[Lines(1)]);
    assert_eq!(state.message(), Some("two"));
    // The answer to a key comes before what nobody asked for, which is not lost.
    state.tell("three");
    state.say("an answer");
    assert_eq!(state.message(), Some("an answer"));
    let mut seen = Vec::new();
    for _ in 0..3 {
        all(&mut state, &[Lines(1)]);
        seen.push(state.message().map(str::to_owned));
    }
    assert_eq!(seen, [Some("two".to_owned()), Some("three".to_owned()), None]);
}
