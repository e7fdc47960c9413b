//! Places that are remembered, bookmarks, copies.
use super::*;
use crate::reader::{Awaited, CopyTarget, Place, Remembered};

use Action::{Letter, Wait};

#[test]
fn a_visit_goes_on_where_the_last_one_ended_at_any_width() {
    let mut state = reader();
    all(&mut state, &[ShowTab(Tab::Quotes), Lines(6), Jump, Pages(1), Wait(Awaited::SetMark), Letter('a'), Lines(3)]);
    let remembered = state.remembered();
    assert_eq!(remembered.marks.len(), 1);
    assert!(!remembered.jumps.is_empty());
    for (columns, rows) in [(80, 24), (200, 60), (40, 10)] {
        let mut next = open(seed(), columns, rows);
        next.recall(&remembered);
        // Near the end of the article a higher screen begins further up.
        assert!(next.place() <= remembered.place);
        let Place { block, byte } = remembered.place;
        let at = next.bytes_before(&crate::article::Span { block, start: byte, end: byte });
        assert!(next.visible_bytes().0.contains(&at), "{columns}x{rows}");
        assert!(next.message().unwrap().contains("as you left it"), "{:?}", next.message());
        // Back through the jumps of the last visit.
        all(&mut next, &[Back]);
        assert!(next.place() < remembered.place);
    }
}

#[test]
fn an_article_that_has_changed_shows_what_is_nearest() {
    for place in [Place { block: 1_000, byte: 5 }, Place { block: 2, byte: 1_000_000 }, Place { block: 1, byte: 1 }] {
        let mut state = reader();
        let marks = [('x', place)].into();
        state.recall(&Remembered { place, marks, jumps: vec![place; 3] });
        all(&mut state, &[First, Wait(Awaited::GoToMark), Letter('x'), Back, Back, Forward]);
        assert!(state.place().block <= place.block);
        let mut empty = open(Article::default(), 80, 24);
        empty.recall(&Remembered { place, ..Remembered::default() });
        assert_eq!(empty.place(), Place::default());
    }
}

#[test]
fn at_the_beginning_nothing_is_said() {
    let mut state = reader();
    state.recall(&Remembered::default());
    assert_eq!(state.message(), None);
}

#[test]
fn bookmarks_are_set_listed_and_gone_to() {
    let mut state = reader();
    all(&mut state, &[Wait(Awaited::GoToMark)]);
    assert!(state.choices().is_empty());
    all(&mut state, &[Letter('a')]);
    assert!(state.message().unwrap().contains("no bookmark a"));
    all(&mut state, &[Pages(1), Wait(Awaited::SetMark), Letter('ب')]);
    let there = view(&state);
    all(&mut state, &[First, Wait(Awaited::GoToMark)]);
    let choices = state.choices();
    assert_eq!(choices.len(), 1);
    assert_eq!((choices[0].letter, choices[0].words.is_empty()), ('ب', false));
    all(&mut state, &[Letter('ب')]);
    assert_eq!(view(&state), there);
    all(&mut state, &[Back]);
    assert_eq!(view(&state).0, Default::default());
    all(&mut state, &[Wait(Awaited::SetMark), Letter('/')]);
    assert!(state.message().unwrap().contains("letter"));
}

#[test]
fn another_key_ends_the_wait_and_does_what_it_does() {
    let mut state = reader();
    all(&mut state, &[Wait(Awaited::Copy), Lines(1)]);
    assert_eq!((state.awaited(), state.top().row + state.top().text), (None, 1));
    all(&mut state, &[Wait(Awaited::Copy), Close]);
    assert_eq!(state.awaited(), None);
    all(&mut state, &[Wait(Awaited::Copy), Resize(100, 30)]);
    assert_eq!(state.awaited(), Some(Awaited::Copy));
}

#[test]
fn copies_are_logical_text() {
    let article = seed();
    let mut state = reader();
    let copied = |state: &mut State, letter| {
        state.update(Wait(Awaited::Copy));
        match state.update(Letter(letter)) {
            Effect::Copy(copied) => Some(copied.text),
            _ => None,
        }
    };
    assert_eq!(copied(&mut state, 'y'), None);
    assert_eq!(state.message(), Some("nothing is selected"));
    assert_eq!(copied(&mut state, 'e'), None);
    assert_eq!(copied(&mut state, 'z'), None);
    assert_eq!(copied(&mut state, 'p').unwrap(), *article.blocks[0].text);
    assert!(copied(&mut state, 'a').unwrap().starts_with(&*article.blocks[0].text));
    all(&mut state, &[ShowTab(Tab::Quotes), Lines(2), Jump]);
    let quote = &article.quotes[crate::reader::places::listed_quotes(&article)[2]];
    let text = copied(&mut state, 'q').unwrap();
    assert!(text.contains(article.text(&quote.spans[0])), "{text}");
    assert!(text.contains(article.speaker_name(&quote.speakers[0])), "{text}");
    assert!(text.contains(article.headline.as_deref().unwrap()), "{text}");
    assert_eq!(copied(&mut state, 'y').unwrap(), article.text(&quote.spans[0]));
    all(&mut state, &[ShowTab(Tab::Entities), First, Jump]);
    assert_eq!(copied(&mut state, 'e').unwrap(), article.entities[0].name);
}

#[test]
fn no_control_character_is_copied() {
    let block = crate::article::Block { text: "a\u{1b}]52;c;x\u{7}b\u{85}\nc".into(), ..Default::default() };
    let state = open(Article { blocks: vec![block], ..Article::default() }, 80, 24);
    assert_eq!(state.copied(CopyTarget::Paragraph).unwrap().text, "a]52;c;xb\nc");
}

/// A table of twenty rows, some of two lines where it is narrow, between two paragraphs.
fn with_table() -> Article {
    use crate::article::{Block, BlockDetails, BlockKind};
    let block = |kind, text: &str| Block { kind, text: text.into(), ..Block::default() };
    let row = |number| vec![format!("Town {number}"), "one two three four five six".to_owned()];
    let details =
        BlockDetails { caption: Some("Towns".into()), rows: (0..20).map(row).collect(), ..BlockDetails::default() };
    let table = Block { details: details.into(), ..block(BlockKind::Table, "") };
    let end = block(BlockKind::Paragraph, &"end ".repeat(400));
    Article { blocks: vec![block(BlockKind::Paragraph, "before"), table, end], ..Article::default() }
}

fn top_row(state: &mut State) -> String {
    let top = state.top();
    state.page().row(top).unwrap().text().to_owned()
}

/// Found by a critic: a place inside a table was its beginning.
#[test]
fn a_place_in_a_table_is_its_row_at_every_width() {
    let mut state = open(with_table(), 80, 10);
    all(&mut state, &[Lines(6), Wait(Awaited::SetMark), Letter('a')]);
    assert!(top_row(&mut state).starts_with("Town 3 "), "{}", top_row(&mut state));
    let there = view(&state);
    all(&mut state, &[First, Wait(Awaited::GoToMark), Letter('a')]);
    assert_eq!(view(&state), there);
    all(&mut state, &[Lines(3), Last]);
    let mut remembered = state.remembered();
    remembered.place = remembered.marks[&'a'];
    for columns in [80, 200, 30, 14] {
        let mut next = open(with_table(), columns, 10);
        next.recall(&remembered);
        assert!(top_row(&mut next).contains("Town 3"), "{columns}: {}", top_row(&mut next));
        all(&mut next, &[Back]);
        let at = top_row(&mut next);
        assert!(at.contains("Town 6"), "{columns}: {at}");
        all(&mut next, &[First, Wait(Awaited::GoToMark), Letter('a')]);
        assert!(top_row(&mut next).contains("Town 3"), "{columns}");
    }
}
