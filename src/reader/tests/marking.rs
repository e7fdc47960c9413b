//! Lines that are marked, and what is copied of them.
use super::*;
use crate::article::{Block, BlockDetails, BlockKind};
use crate::reader::Awaited;

use Action::{MarkLines, Wait};

/// Two paragraphs of five words in rows of two words, and a picture.
fn article() -> Article {
    let block = |kind, text: &str| Block { kind, text: text.into(), ..Block::default() };
    let details = BlockDetails { alt: Some("a map".into()), ..BlockDetails::default() };
    let picture = Block { details: details.into(), ..block(BlockKind::Image, "") };
    let blocks = vec![
        block(BlockKind::Paragraph, "aaaaa bbbbb ccccc ddddd eeeee"),
        picture,
        block(BlockKind::Paragraph, "אאאאא בבבבב גגגגג דדדדד ההההה"),
    ];
    Article { blocks, ..Article::default() }
}

/// The next paragraph of the last one was its own beginning, so that the mark shrank; other colours ended it.
#[test]
fn the_next_paragraph_of_the_last_is_the_end() {
    let mut state = open(article(), 14, 5);
    all(&mut state, &[MarkLines, Action::Blocks(1), Action::Blocks(1), Action::Blocks(1), Action::CycleTheme]);
    let last = state.page.last();
    assert_eq!(state.marked_lines().map(|(_, to)| to), Some(last));
}

/// What `y` copies after these actions; none when nothing is copied.
fn copied(state: &mut State, actions: &[Action]) -> Option<String> {
    all(state, actions);
    match state.update(Wait(Awaited::Copy)) {
        Effect::Copy(copied) => {
            assert_eq!(copied.what, crate::tongue::Text::CopyLines);
            assert!(!state.is_marking());
            Some(copied.text)
        }
        _ => {
            state.update(Close);
            None
        }
    }
}

#[test]
fn the_text_of_the_marked_rows_is_copied_as_it_was_written() {
    // Rows of 12 columns: aaaaa bbbbb / ccccc ddddd / eeeee, nothing, [a map], nothing, the same in Hebrew.
    let cases: &[(&[Action], Option<&str>)] = &[
        (&[], None),
        (&[MarkLines], Some("aaaaa bbbbb")),
        (&[MarkLines, Lines(1)], Some("aaaaa bbbbb ccccc ddddd")),
        (&[MarkLines, Lines(2)], Some("aaaaa bbbbb ccccc ddddd eeeee")),
        // The gap is no line; the words that stand for a picture are.
        (&[MarkLines, Lines(3)], Some("aaaaa bbbbb ccccc ddddd eeeee\n\n[a map]")),
        (&[MarkLines, Lines(4)], Some("aaaaa bbbbb ccccc ddddd eeeee\n\n[a map]\n\nאאאאא בבבבב")),
        (&[MarkLines, Lines(4), Lines(-4)], Some("aaaaa bbbbb")),
        (&[MarkLines, Last, Lines(-1)], Some("aaaaa bbbbb ccccc ddddd eeeee\n\n[a map]\n\nאאאאא בבבבב גגגגג דדדדד")),
        (&[MarkLines, Blocks(1)], Some("aaaaa bbbbb ccccc ddddd eeeee\n\n[a map]")),
        (&[MarkLines, Lines(1), Blocks(-1)], Some("aaaaa bbbbb")),
        (&[Lines(1), MarkLines, Lines(-1)], Some("aaaaa bbbbb ccccc ddddd")),
        (&[MarkLines, Lines(2), MarkLines], None),
        (&[MarkLines, Lines(2), Close], None),
        (&[MarkLines, Lines(2), ShowTab(Tab::Outline)], None),
        (&[MarkLines, Lines(1), ToggleHelp, ToggleHelp, Action::Wheel(3, 1, 1)], Some("aaaaa bbbbb ccccc ddddd")),
    ];
    for (actions, expected) in cases {
        let mut state = open(article(), 14, 5);
        assert_eq!(copied(&mut state, actions).as_deref(), *expected, "{actions:?}");
    }
}

#[test]
fn what_is_marked_stays_marked_at_another_width_by_its_beginning() {
    let mut state = open(article(), 14, 5);
    all(&mut state, &[Lines(1), MarkLines, Lines(1)]);
    all(&mut state, &[Resize(60, 20), Resize(14, 5)]);
    assert_eq!(copied(&mut state, &[]).as_deref(), Some("ccccc ddddd eeeee"));
}

#[test]
fn moving_scrolls_no_further_than_is_needed() {
    let mut state = reader();
    let height = usize::from(state.areas().text.height);
    all(&mut state, &[MarkLines]);
    for _ in 0..3 * height {
        all(&mut state, &[Lines(1)]);
        let (first, last) = state.marked_lines().unwrap();
        assert_eq!(first, Default::default());
        let top = state.top();
        let (bottom, _) = state.walk(top, height - 1);
        assert!((top..=bottom).contains(&last), "{last:?} not in {top:?}..{bottom:?}");
    }
}

#[test]
fn marking_begins_at_the_selection_and_by_its_letter_in_the_list_of_copies() {
    let mut state = reader();
    all(&mut state, &[ShowTab(Tab::Outline), Lines(1), Jump, MarkLines]);
    let place = state.page().line_of(10, 0);
    assert_eq!(state.marked_lines(), Some((place, place)));
    let mut state = reader();
    all(&mut state, &[Wait(Awaited::Copy), Action::Letter('v')]);
    assert!(state.is_marking());
    let mut empty = open(Article::default(), 80, 24);
    all(&mut empty, &[MarkLines]);
    assert!(!empty.is_marking());
}

/// A paragraph, a table of four rows with a caption, a paragraph.
fn with_table() -> Article {
    let block = |kind, text: &str| Block { kind, text: text.into(), ..Block::default() };
    let rows =
        [["Name", "Votes"], ["Tel Aviv", "1"], ["حيفا", "22"], ["x", "333"]].map(|row| row.map(str::to_owned).into());
    let details = BlockDetails { caption: Some("Results".into()), rows: rows.into(), ..BlockDetails::default() };
    let table = Block { details: details.into(), ..block(BlockKind::Table, "") };
    Article {
        blocks: vec![block(BlockKind::Paragraph, "before"), table, block(BlockKind::Paragraph, "after")],
        ..Article::default()
    }
}

/// Found by a critic: bytes of the fitted table were taken for bytes of its joined cells; what was copied was wrong or nothing.
#[test]
fn marked_rows_of_a_table_are_copied_whole() {
    let table = "Results\nName | Votes\nTel Aviv | 1\nحيفا | 22\nx | 333";
    let rows = |range: std::ops::Range<usize>| table.lines().collect::<Vec<_>>()[range].join("\n");
    // before, nothing, Results, four rows, nothing, after.
    for (from, by, expected) in [
        (0, 1, "before\n\nResults".to_owned()),
        (0, 3, format!("before\n\n{}", rows(0..3))),
        (0, 6, format!("before\n\n{table}\n\nafter")),
        (3, 0, rows(1..2)),
        (4, 1, rows(2..4)),
        (5, 1, rows(3..5)),
        (5, 2, format!("{}\n\nafter", rows(3..5))),
        (6, 0, rows(4..5)),
        (2, 4, table.to_owned()),
        (6, -2, rows(2..5)),
    ] {
        let mut state = open(with_table(), 60, 4);
        let found = copied(&mut state, &[Lines(from), MarkLines, Lines(by)]);
        assert_eq!(found, Some(expected), "{by} lines from {from}");
    }
}

#[test]
fn of_a_stacked_table_the_row_of_a_marked_cell_is_copied() {
    let mut state = open(with_table(), 12, 3);
    let byte = state.page().layout(1).text().find("22").unwrap();
    state.top = state.page().line_of(1, byte);
    assert_eq!(copied(&mut state, &[MarkLines]).as_deref(), Some("حيفا | 22"));
}
