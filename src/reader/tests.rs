//! The state machine, line by line: what is done, and what the screen then begins with, who gets the
//! keys and what is selected. Everything stands on the bundled article.
#![allow(clippy::unwrap_used)]

mod choosing;
mod details;
mod long;
mod marking;
mod memory;
mod properties;
mod search;
mod stops;

use super::areas::HelpAreas;
use super::areas::SIDE_BY_SIDE;
use super::{Action, Effect, Focus, Selection, Settings, State, Tab, Target};
use crate::article::Article;
use crate::formats;

use Action::{
    Back, Blocks, Close, First, Forward, HalfPages, Jump, Last, Lines, NextPlace, Pages, Resize, ShowTab, SwitchFocus,
    ToggleHelp, ToggleSidebar,
};

fn seed() -> Article {
    formats::open_bundled().unwrap().article
}

fn open(article: Article, columns: u16, rows: u16) -> State {
    State::new(article, Settings::of_size((columns, rows)))
}

/// 44 columns of text beside the sidebar, 23 rows.
fn reader() -> State {
    open(seed(), 80, 24)
}

/// `top block.row  focus  selection`, and the chosen line of the list when the sidebar has the focus:
/// `3.1 article e0#2`, `0.0 sidebar:e4 -`.
fn seen(state: &State) -> String {
    let target = |target| match target {
        Target::Entity(entity) => format!("e{entity}"),
        Target::Quote(quote) => format!("q{quote}"),
        Target::Heading(block) => format!("h{block}"),
        Target::Match => "match".to_owned(),
        Target::Link(block, mark) => format!("l{block}.{mark}"),
    };
    let focus = match state.focus() {
        Focus::Article => "article".to_owned(),
        Focus::Sidebar => format!("sidebar:{}", state.list().chosen().map_or("-".to_owned(), target)),
    };
    let selection = match state.selection() {
        None => "-".to_owned(),
        Some(Selection { target: Target::Entity(entity), mention }) => format!("e{entity}#{mention}"),
        Some(Selection { target: Target::Match, mention }) => format!("match#{mention}"),
        Some(selection) => target(selection.target),
    };
    format!("{}.{} {focus} {selection}", state.top().text, state.top().row)
}

/// Does the actions one after the other; all lines are compared at once, so that a failure shows the
/// whole walk.
fn assert_tracking(state: &mut State, steps: &[(Action, &str)]) {
    let (mut found, mut expected) = (String::new(), String::new());
    for (action, then) in steps {
        assert_eq!(state.update(*action), Effect::None);
        found += &format!("{action:?} -> {}\n", seen(state));
        expected += &format!("{action:?} -> {then}\n");
    }
    assert!(found == expected, "found:\n{found}\nexpected:\n{expected}");
}

/// What `[` must bring back.
fn view(state: &State) -> (crate::layout::page::Line, Option<Selection>) {
    (state.top(), state.selection())
}

fn all(state: &mut State, actions: &[Action]) {
    for action in actions {
        state.update(*action);
    }
}

#[test]
fn lines_pages_half_pages_and_ends() {
    let mut state = reader();
    assert_eq!((state.areas().text.width, state.areas().text.height), (44, 23));
    assert_tracking(
        &mut state,
        &[
            (Lines(-1), "0.0 article -"),
            (Lines(1), "0.1 article -"),
            (Lines(1), "0.2 article -"),
            (Lines(1), "1.0 article -"),
            (Lines(3), "1.3 article -"),
            (Lines(-3), "1.0 article -"),
            (First, "0.0 article -"),
            (Pages(1), "4.4 article -"),
            (Pages(-1), "0.0 article -"),
            (HalfPages(1), "3.1 article -"),
            (HalfPages(1), "4.4 article -"),
            (HalfPages(-1), "3.1 article -"),
            (HalfPages(-5), "0.0 article -"),
            (Last, "14.0 article -"),
            (Lines(1), "14.0 article -"),
            (Pages(1), "14.0 article -"),
            (Lines(-1), "13.2 article -"),
            (First, "0.0 article -"),
        ],
    );
}

#[test]
fn blocks_go_to_beginnings() {
    assert_tracking(
        &mut reader(),
        &[
            (Blocks(-1), "0.0 article -"),
            (Blocks(1), "1.0 article -"),
            (Blocks(1), "2.0 article -"),
            (Lines(1), "2.1 article -"),
            (Blocks(-1), "2.0 article -"),
            (Blocks(-1), "1.0 article -"),
            (Blocks(2), "3.0 article -"),
            (Last, "14.0 article -"),
            (Blocks(1), "14.0 article -"),
            (Blocks(-1), "13.0 article -"),
        ],
    );
}

#[test]
fn the_sidebar_gets_the_keys_and_gives_them_back() {
    assert_tracking(
        &mut reader(),
        &[
            (SwitchFocus, "0.0 sidebar:e0 -"),
            (Lines(1), "0.0 sidebar:e1 -"),
            (Lines(1), "0.0 sidebar:e2 -"),
            (Lines(-5), "0.0 sidebar:e0 -"),
            (Pages(1), "0.0 sidebar:e16 -"),
            (Pages(-1), "0.0 sidebar:e0 -"),
            (HalfPages(1), "0.0 sidebar:e6 -"),
            (Last, "0.0 sidebar:e29 -"),
            (First, "0.0 sidebar:e0 -"),
            (ShowTab(Tab::Quotes), "0.0 sidebar:q0 -"),
            (ShowTab(Tab::Outline), "0.0 sidebar:h0 -"),
            (SwitchFocus, "0.0 article -"),
            (Lines(1), "0.1 article -"),
            (SwitchFocus, "0.1 sidebar:h0 -"),
            (Close, "0.1 article -"),
            (ToggleSidebar, "0.0 article -"),
            (ToggleSidebar, "0.1 article -"),
        ],
    );
}

#[test]
fn a_jump_shows_the_place_with_context_above_and_gives_the_article_the_keys() {
    let mut state = reader();
    assert_tracking(
        &mut state,
        &[
            (ShowTab(Tab::Outline), "0.0 sidebar:h0 -"),
            (Lines(1), "0.0 sidebar:h10 -"),
            (Jump, "8.7 article h10"),
            // There and back.
            (Jump, "8.7 sidebar:h10 h10"),
            (Jump, "8.7 article h10"),
        ],
    );
    let place = state.page().line_of(10, 0);
    let context = state.areas().text.height / 4;
    let top = state.top();
    assert_eq!(state.page().moved(top, isize::try_from(context).unwrap()), place);
}

#[test]
fn what_is_on_screen_already_does_not_scroll() {
    let mut state = reader();
    assert_tracking(
        &mut state,
        &[
            (SwitchFocus, "0.0 sidebar:e0 -"),
            (Jump, "0.0 article e0#0"),
            (NextPlace(1), "0.0 article e0#1"),
            (SwitchFocus, "0.0 sidebar:e0 e0#1"),
            (Jump, "0.0 article e0#0"),
        ],
    );
}

#[test]
fn next_and_previous_go_round_the_ends_and_say_so() {
    let mut state = reader();
    let count = state.article().entities[0].mentions.len();
    all(&mut state, &[SwitchFocus, Jump]);
    state.update(NextPlace(-1));
    assert_eq!(state.selection(), Some(Selection { target: Target::Entity(0), mention: count - 1 }));
    assert_eq!(state.message(), Some("from the end again"));
    state.update(NextPlace(1));
    assert_eq!(state.selection(), Some(Selection { target: Target::Entity(0), mention: 0 }));
    assert_eq!(state.message(), Some("from the beginning again"));
    state.update(NextPlace(1));
    assert_eq!(state.message(), None);
}

#[test]
fn n_walks_along_all_quotations_and_headings_and_the_list_follows() {
    for tab in [Tab::Quotes, Tab::Outline] {
        let mut state = reader();
        all(&mut state, &[ShowTab(tab), Jump]);
        let first = state.selection();
        let mut places = Vec::new();
        loop {
            let target = state.selection().unwrap().target;
            assert_eq!(state.list().chosen(), Some(target));
            let span = Selection { target, mention: 0 }.spans(state.places()).remove(0);
            places.push((span.block, span.start));
            state.update(NextPlace(1));
            if state.selection() == first {
                break;
            }
        }
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(places.len(), if tab == Tab::Quotes { 12 } else { 3 });
    }
}

#[test]
fn back_and_forward_give_exactly_the_same_views() {
    let mut state = reader();
    all(&mut state, &[Lines(7), SwitchFocus, Lines(1)]);
    let mut views = vec![view(&state)];
    state.update(Jump);
    views.push(view(&state));
    for step in [NextPlace(1), NextPlace(4), Last, First, NextPlace(-1)] {
        state.update(step);
        views.push(view(&state));
    }
    for round in 0..2 {
        for expected in views.iter().rev().skip(1) {
            state.update(Back);
            assert_eq!(view(&state), *expected, "back, round {round}");
            assert_eq!(state.focus(), Focus::Article);
        }
        state.update(Back);
        assert_eq!(state.message(), Some("no jump to go back from"));
        for expected in &views[1..] {
            state.update(Forward);
            assert_eq!(view(&state), *expected, "forward, round {round}");
        }
        state.update(Forward);
        assert_eq!(state.message(), Some("no jump to go forward to"));
    }
}

#[test]
fn back_returns_to_where_one_has_scrolled_and_a_new_jump_cuts_off_what_lay_ahead() {
    let mut state = reader();
    all(&mut state, &[SwitchFocus, Jump, Lines(30)]);
    let scrolled = view(&state);
    all(&mut state, &[First, Back]);
    assert_eq!(view(&state), scrolled);
    all(&mut state, &[Last, Forward]);
    assert_eq!(state.message(), Some("no jump to go forward to"));
}

/// Found by reading: `G` at the end put the end on the jump list, and `[` then seemed to do nothing.
#[test]
fn going_where_one_is_already_is_no_jump() {
    let mut state = reader();
    all(&mut state, &[First, First]);
    assert!(state.jumps.is_empty());
    all(&mut state, &[Last, Last, Last, Back]);
    assert_eq!(seen(&state), "0.0 article -");
    // `n` on the only place: the same.
    all(&mut state, &[SwitchFocus, Last, Jump, NextPlace(1), NextPlace(1), NextPlace(-1)]);
    assert_eq!(state.message(), Some("the only place"));
    state.update(Back);
    assert_eq!(seen(&state), "0.0 article -");
}

#[test]
fn a_resize_keeps_the_place_and_back_again_gives_the_same_first_line() {
    let sizes = [(50, 24), (200, 24), (80, 5), (80, 60), (100, 30), (1, 1), (30, 3), (250, 100), (69, 24), (70, 24)];
    let starts: [&[Action]; 6] = [
        &[],
        &[Lines(2)],
        &[Lines(20)],
        &[Last],
        &[SwitchFocus, Lines(3), Jump],
        &[SwitchFocus, Lines(3), Jump, NextPlace(1), Lines(4)],
    ];
    for start in starts {
        for size in sizes {
            let mut state = reader();
            all(&mut state, start);
            let before = (view(&state), state.areas());
            state.update(Resize(size.0, size.1));
            let anchor = state.anchor;
            let byte = state.bytes_before[anchor.block] + anchor.byte;
            let (shown, _) = state.visible_bytes();
            assert!(shown.contains(&byte) || byte == shown.end, "{start:?} at {size:?}: {byte} not in {shown:?}");
            state.update(Resize(17, 9));
            state.update(Resize(80, 24));
            assert_eq!((view(&state), state.areas()), before, "{start:?} by way of {size:?}");
        }
    }
}

/// The sidebar was gone for good after the terminal had been narrow for a moment.
#[test]
fn the_sidebar_comes_back_when_the_terminal_is_wide_again() {
    let mut state = open(seed(), 100, 24);
    all(&mut state, &[Lines(9)]);
    let before = (view(&state), state.areas());
    all(&mut state, &[Resize(60, 24)]);
    assert!(state.areas().sidebar.is_empty(), "not over what is being read");
    all(&mut state, &[Resize(100, 24)]);
    assert_eq!((view(&state), state.areas()), before);
    all(&mut state, &[ToggleSidebar, Resize(60, 24), Resize(100, 24)]);
    assert!(state.areas().sidebar.is_empty(), "it was hidden by hand");
    let mut state = open(seed(), 60, 24);
    all(&mut state, &[SwitchFocus, Close, Resize(100, 24)]);
    assert!(!state.areas().sidebar.is_empty());
}

#[test]
fn a_narrow_terminal_shows_the_sidebar_over_the_article() {
    let mut state = open(seed(), SIDE_BY_SIDE - 1, 24);
    assert!(state.areas().sidebar.is_empty());
    all(&mut state, &[Lines(3)]);
    let before = view(&state);
    for close in [Close, SwitchFocus, ToggleSidebar] {
        state.update(SwitchFocus);
        assert!(state.areas().overlaid && state.focus() == Focus::Sidebar);
        state.update(close);
        assert!(!state.areas().overlaid && state.focus() == Focus::Article, "{close:?}");
        assert_eq!(view(&state), before);
    }
    all(&mut state, &[ToggleSidebar, Last, Jump]);
    assert!(!state.areas().overlaid && state.focus() == Focus::Article && state.selection().is_some());
    // The sidebar stays open where it is when the terminal becomes wide, and the other way round.
    all(&mut state, &[SwitchFocus, Resize(100, 24)]);
    assert!(!state.areas().overlaid && !state.areas().sidebar.is_empty() && state.focus() == Focus::Sidebar);
    all(&mut state, &[Resize(60, 24)]);
    assert!(state.areas().overlaid && state.focus() == Focus::Sidebar);
}

/// On a screen of three rows nothing was chosen that could be seen.
#[test]
fn the_first_item_is_in_view_when_a_low_screen_opens() {
    let state = open(seed(), 70, 4);
    assert_eq!((state.list_height(), state.list().top, state.list().cursor), (1, 1, 1));
}

/// Hidden, the list had no height, and came back scrolled.
#[test]
fn hiding_the_sidebar_does_not_scroll_its_list() {
    let mut state = reader();
    all(&mut state, &[SwitchFocus, Lines(18), Lines(-3)]);
    let top = state.list().top;
    assert_ne!(top, 0);
    all(&mut state, &[ToggleSidebar, ToggleSidebar, Resize(80, 5), Resize(50, 9), Resize(80, 24)]);
    assert_eq!(state.list().top, top);
}

/// The place was found behind the sidebar, where nobody could see it.
#[test]
fn the_next_place_is_not_hidden_by_the_sidebar() {
    let mut state = open(seed(), 60, 24);
    all(&mut state, &[SwitchFocus, Jump, SwitchFocus, NextPlace(1)]);
    assert!(!state.areas().overlaid && state.focus() == Focus::Article);
    assert_eq!(state.selection(), Some(Selection { target: Target::Entity(0), mention: 1 }));
}

#[test]
fn esc_closes_help_then_the_sidebar_then_the_selection_and_never_more() {
    let mut state = reader();
    all(&mut state, &[SwitchFocus, Jump, SwitchFocus, ToggleHelp]);
    let open = |state: &State| (state.help().is_some(), state.focus(), state.selection().is_some());
    let expected = [
        (true, Focus::Sidebar, true),
        (false, Focus::Sidebar, true),
        (false, Focus::Article, true),
        (false, Focus::Article, false),
        (false, Focus::Article, false),
    ];
    for expected in expected {
        assert_eq!(open(&state), expected);
        state.update(Close);
    }
}

#[test]
fn keys_that_move_scroll_the_help_where_it_does_not_fit() {
    for (size, actions, first) in [
        ((40, 12), &[Lines(1), Lines(1)][..], 2),
        ((40, 12), &[Lines(-1)], 0),
        ((40, 12), &[Pages(1)], 9),
        ((40, 12), &[Last], HelpAreas::of((40, 12)).most_scrolled()),
        ((40, 12), &[Last, First], 0),
        ((80, 24), &[Last], HelpAreas::of((80, 24)).most_scrolled()),
        ((200, 60), &[Last], 0),
    ] {
        let mut state = open(seed(), size.0, size.1);
        let before = seen(&state);
        state.update(ToggleHelp);
        all(&mut state, actions);
        assert_eq!(state.help(), Some(first), "{size:?} {actions:?}");
        assert_eq!(seen(&state), before, "the article does not move under it");
    }
}

#[test]
fn a_key_that_does_not_move_closes_the_help_and_does_nothing_else() {
    for action in [Jump, SwitchFocus, Blocks(1), ToggleSidebar, ToggleHelp, NextPlace(1), Back] {
        let mut state = reader();
        let before = (seen(&state), state.areas());
        state.update(ToggleHelp);
        assert!(state.help().is_some());
        state.update(action);
        assert_eq!((state.help().is_some(), (seen(&state), state.areas())), (false, before), "{action:?}");
    }
}
