//! Lists of letters: bookmarks, and what can be copied; and keys that somebody chose.
use super::*;
use crate::reader::keys::{Context, Key, Keymap, Request};
use crate::reader::{Awaited, CopyTarget};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use Action::{Accept, Choose, Letter, Remove, Wait};

/// Bookmarks a, b, c on three pages, and the reader at the beginning again.
fn marked() -> State {
    let mut state = reader();
    for letter in ['a', 'b', 'c'] {
        all(&mut state, &[Pages(1), Wait(Awaited::SetMark), Letter(letter)]);
    }
    all(&mut state, &[First]);
    state
}

fn letters(state: &State) -> String {
    state.choices().iter().map(|choice| choice.letter).collect()
}

#[test]
fn bookmarks_are_chosen_by_line_and_gone_to() {
    let mut state = marked();
    all(&mut state, &[Wait(Awaited::GoToMark)]);
    assert_eq!((letters(&state).as_str(), state.choice()), ("abc", 0));
    for (lines, choice) in [(1, 1), (1, 2), (1, 2), (-1, 1), (isize::MAX, 2), (isize::MIN, 0), (2, 2)] {
        all(&mut state, &[Choose(lines)]);
        assert_eq!((state.choice(), state.awaited()), (choice, Some(Awaited::GoToMark)));
    }
    all(&mut state, &[Accept]);
    let there = view(&state);
    assert_eq!(state.awaited(), None);
    all(&mut state, &[First, Wait(Awaited::GoToMark), Letter('c')]);
    assert_eq!(view(&state), there);
}

#[test]
fn a_bookmark_is_deleted_and_the_list_stays() {
    let mut state = marked();
    all(&mut state, &[Wait(Awaited::GoToMark), Choose(1), Remove]);
    assert_eq!((letters(&state).as_str(), state.choice()), ("ac", 1));
    assert_eq!(state.message(), Some("bookmark b is deleted"));
    all(&mut state, &[Remove, Remove, Remove]);
    assert_eq!((letters(&state).as_str(), state.awaited()), ("", Some(Awaited::GoToMark)));
    assert!(state.remembered().marks.is_empty());
    // With nothing to choose Enter only closes.
    all(&mut state, &[Accept]);
    assert_eq!(state.awaited(), None);
}

#[test]
fn enter_in_the_list_of_new_bookmarks_moves_the_chosen_one_here() {
    let mut state = marked();
    all(&mut state, &[Wait(Awaited::SetMark), Choose(2), Accept]);
    assert_eq!(state.remembered().marks[&'c'], state.place());
}

#[test]
fn what_can_be_copied_is_chosen_by_line_too_and_nothing_is_deleted_there() {
    let mut state = reader();
    all(&mut state, &[Wait(Awaited::Copy), Remove]);
    let at = state.choices().iter().position(|choice| choice.letter == CopyTarget::Paragraph.letter()).unwrap();
    all(&mut state, &[Choose(at as isize)]);
    match state.update(Accept) {
        Effect::Copy(copied) => assert_eq!(copied.text, *state.article().blocks[0].text),
        other => panic!("{other:?}"),
    }
}

fn press(state: &mut State, name: &str) -> Option<Action> {
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "F3" => KeyCode::F(3),
        "Delete" => KeyCode::Delete,
        letter => KeyCode::Char(letter.chars().next().unwrap()),
    };
    state.action_of(&KeyEvent::new(code, KeyModifiers::NONE))
}

/// The same key is a letter, a typed letter or an action, by what is going on.
#[test]
fn what_a_key_does_depends_on_what_is_going_on() {
    let mut state = reader();
    assert_eq!(press(&mut state, "d"), Some(HalfPages(1)));
    all(&mut state, &[Wait(Awaited::GoToMark)]);
    assert_eq!(press(&mut state, "d"), Some(Letter('d')));
    assert_eq!(press(&mut state, "Delete"), Some(Remove));
    all(&mut state, &[Close, Action::Search]);
    assert_eq!(press(&mut state, "d"), Some(Action::Edit(crate::reader::prompt::Edit::Insert('d'))));
    assert_eq!(press(&mut state, "Enter"), Some(Accept));
}

/// The help, the hints, the titles of the sidebar and the messages name the keys that do it now.
#[test]
fn the_screen_names_the_keys_as_they_are_bound() {
    let request = |name: &str, keys: &[&str]| {
        let binding = Context::Reading.bindings().iter().position(|binding| binding.name == name).unwrap();
        let keys = keys.iter().map(|key| (Key::parse(key).unwrap(), 0)).collect();
        Request { context: Context::Reading, binding, at: 0, keys }
    };
    let requests = [
        request("help", &["F1"]),
        request("search", &["F3"]),
        request("switch-focus", &["x"]),
        request("entities", &["e"]),
        request("next-mention", &[]),
    ];
    let (keymap, objections) = Keymap::new(&requests);
    assert_eq!(objections, vec![]);
    let settings = Settings { keymap: keymap.into(), ..Settings::of_size((100, 30)) };
    let mut state = State::new(seed(), settings);
    assert_eq!(press(&mut state, "F3"), Some(Action::Search));
    assert_eq!((press(&mut state, "/"), press(&mut state, "w")), (None, None));
    let text = |state: &mut State| -> String {
        let frame = crate::view::draw(state);
        let width = usize::from(frame.area.width);
        frame.content.chunks(width).map(|row| row.iter().map(|cell| cell.symbol()).collect::<String>() + "\n").collect()
    };
    let screen = text(&mut state);
    for hint in ["x sidebar", "F3 search", "F1 help", "q quit", "e Entities", "2 Quotes"] {
        assert!(screen.contains(hint), "{hint} is not on\n{screen}");
    }
    all(&mut state, &[NextPlace(1)]);
    assert_eq!(state.message(), Some("nothing was jumped to yet: x, then Enter on a line of the sidebar"));
    all(&mut state, &[Jump]);
    assert_eq!(state.message(), Some("nothing is selected: next-mention goes to the next mention or link"));
    all(&mut state, &[ToggleHelp]);
    let screen = text(&mut state);
    for line in
        ["F3            search; narrow the list", "F1            this help", "–             next mention or link"]
    {
        assert!(screen.contains(line), "{line} is not on\n{screen}");
    }
}
