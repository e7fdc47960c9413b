//! A reader of a small article, whatever is pressed at whatever size.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use newsreader::article::{
    Article, Block, BlockDetails, BlockKind, DeclaredDirection, Entity, EntityKind, Mark, MarkKind, Mention, Quote,
    Span, Speaker,
};
use newsreader::layout::{Marks, is_bidi_control};
use newsreader::reader::areas::Placement;
use newsreader::reader::prompt::Edit;
use newsreader::reader::{Action, Awaited, Effect, Place, Remembered, Settings, State, Tab};
use newsreader::terminal::ColourDepth;
use newsreader::terminal::present::{Abilities, Presenter};
use newsreader::view;
use ratatui::layout::Rect;

use super::Input;

/// Steps at most.
const MOST: usize = 40;

/// An article, then keys, actions and sizes; every state is drawn.
pub(crate) fn check(data: &[u8]) {
    let mut input = Input(data);
    let article = article(&mut input);
    let settings = Settings {
        placement: input.of(&[Placement::Auto, Placement::Left, Placement::Right, Placement::Bottom]),
        sidebar: !input.flag(),
        marks: if input.flag() { Marks::Keep } else { Marks::Drop },
        ..Settings::of_size(size(&mut input))
    };
    let mut state = State::new(article, settings.clone());
    let mut presenter = Presenter::new(ColourDepth::Indexed256);
    presenter.set_abilities(Abilities { regions: true, margins: input.flag(), erase: true, ..Abilities::default() });
    draw(&mut state, &mut presenter);
    for _ in 0..MOST {
        if input.is_empty() {
            break;
        }
        step(&mut state, &mut input);
        draw(&mut state, &mut presenter);
    }
    let remembered = state.remembered();
    let blocks = state.article().blocks.len();
    assert!(remembered.place.block < blocks.max(1));
    // The next visit begins at the same place, at another size too.
    let mut again = State::new((**state.article()).clone(), Settings { size: size(&mut input), ..settings });
    again.recall(&remembered);
    draw(&mut again, &mut Presenter::new(ColourDepth::None));
}

/// Draws, and checks what holds for every picture.
fn draw(state: &mut State, presenter: &mut Presenter) {
    while state.is_searching() {
        state.search_on(64);
    }
    let frame = view::draw(state);
    let (columns, rows) = state.size();
    assert_eq!(frame.area, Rect::new(0, 0, columns, rows));
    for cell in &frame.content {
        let bad = |c: char| c.is_control() || is_bidi_control(c);
        assert!(!cell.symbol().contains(bad), "{:?}", cell.symbol());
    }
    assert!(frame == view::draw(state), "drawing changes the picture");
    if !state.article().blocks.is_empty() {
        let top = state.top();
        assert!(top.text < state.article().blocks.len() && top.row < state.page().height(top.text), "{top:?}");
    }
    let (visible, all) = state.visible_bytes();
    assert!(visible.start <= visible.end && visible.end <= all, "{visible:?} of {all}");
    let mut bytes = Vec::new();
    presenter.present(&frame, &mut bytes);
    check_sent(&bytes);
}

/// Besides text, only what the presenter itself sends: `CSI`, and few of them.
fn check_sent(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '\x1b' => match rest.next() {
                Some('[') => {
                    let last = rest.find(|c| ('@'..='~').contains(c));
                    assert!(last.is_some_and(|last| "mHABCDJKXbrshl".contains(last)), "CSI {last:?}");
                }
                other => assert_eq!(other, Some('M')),
            },
            '\r' | '\n' | '\x08' => {}
            c => assert!(!c.is_control() && !is_bidi_control(c), "{c:?}"),
        }
    }
}

fn size(input: &mut Input<'_>) -> (u16, u16) {
    let columns = input.byte();
    let columns = if columns < 64 { columns } else { columns.saturating_sub(32) };
    (u16::from(columns).max(1), u16::from(input.byte() % 60).max(1))
}

fn step(state: &mut State, input: &mut Input<'_>) {
    match input.byte() {
        // Most often a key, as a person has it.
        0..=159 => {
            let event = key(input);
            if let Some(action) = state.action_of(&event) {
                act(state, action, input);
            }
        }
        160..=199 => {
            let (columns, rows) = size(input);
            act(state, Action::Resize(columns, rows), input);
        }
        200..=239 => {
            let action = action(input);
            act(state, action, input);
        }
        240..=243 => state.paste(&input.text()),
        244 => state.say(input.text()),
        245 => state.set_progress(input.flag().then(|| input.text())),
        246 => state.stand_among(Some(input.text())),
        247 => state.set_one_column(input.flag()),
        // The number is kept free, so that the seeds stay what they are.
        248 => _ = input.flag(),
        249 => state.expect_annotations(input.flag()),
        250 => {
            let other = article(input);
            let inside = |span: &Span| {
                state.article().blocks.get(span.block).is_some_and(|block| block.text.get(span.bytes()).is_some())
            };
            let entities = other.entities.into_iter().map(|mut entity| {
                entity.mentions.retain(|mention| inside(&mention.span));
                entity
            });
            let (entities, quotes) = (entities.collect(), vec![]);
            state.annotate(entities, quotes);
        }
        251 => {
            let mut place = || Place { block: input.below(40), byte: input.number().into() };
            let remembered =
                Remembered { place: place(), marks: [('a', place())].into(), jumps: vec![place(), place()] };
            state.recall(&remembered);
        }
        _ => _ = finish_long(state),
    }
}

fn act(state: &mut State, action: Action, input: &mut Input<'_>) {
    match state.update(action) {
        // What goes to a clipboard or a browser is text, without control characters.
        Effect::Copy(copied) => {
            assert!(copied.text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\t')), "{:?}", copied.text);
        }
        Effect::Quit => _ = input.rest(),
        _ => {}
    }
}

fn finish_long(state: &mut State) -> Option<()> {
    let job = state.long_text()?;
    let layout = job.run(&mut |_, _| true)?;
    state.finish_layout(&job, layout);
    Some(())
}

fn key(input: &mut Input<'_>) -> KeyEvent {
    const NAMED: [KeyCode; 16] = [
        KeyCode::Tab,
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Down,
        KeyCode::Up,
        KeyCode::PageDown,
        KeyCode::PageUp,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::BackTab,
        KeyCode::Char('ا'),
        KeyCode::Char('\u{301}'),
    ];
    match input.byte() {
        byte @ 0..16 => NAMED[usize::from(byte)].into(),
        byte @ 32..127 => KeyCode::Char(char::from(byte)).into(),
        byte => KeyEvent::new(KeyCode::Char(char::from(b'a' + byte % 26)), KeyModifiers::CONTROL),
    }
}

fn action(input: &mut Input<'_>) -> Action {
    let steps = match input.byte() {
        byte @ 0..=200 => isize::from(byte) - 100,
        201..=220 => isize::MAX,
        221..=240 => isize::MIN,
        _ => 0,
    };
    let cell = (input.byte().into(), input.byte().into());
    match input.byte() % 17 {
        0 => Action::Lines(steps),
        1 => Action::Pages(steps),
        2 => Action::HalfPages(steps),
        3 => Action::Blocks(steps),
        4 => Action::NextPlace(steps),
        5 => Action::Stops(steps.clamp(-100, 100)),
        6 => Action::Click(cell.0, cell.1),
        7 => Action::Wheel(cell.0, cell.1, steps),
        8 => Action::Measure(i16::try_from(steps).unwrap_or(i16::MAX)),
        9 => Action::Letter(input.text().chars().next().unwrap_or('q')),
        10 => Action::Wait(input.of(&[Awaited::SetMark, Awaited::GoToMark, Awaited::Copy])),
        11 => Action::ShowTab(input.of(&Tab::ALL)),
        12 => Action::Edit(Edit::Insert(input.text().chars().next().unwrap_or('a'))),
        13 => Action::OpenLink,
        14 => Action::Jump,
        15 => Action::Redraw,
        _ => Action::Last,
    }
}

/// A small article with spans on character boundaries, everything else as bad as can be.
fn article(input: &mut Input<'_>) -> Article {
    let blocks: Vec<Block> = (0..input.byte() % 8).map(|at| block(at, input)).collect();
    let entities = (0..input.byte() % 6).map(|at| Entity {
        id: format!("e{at}"),
        name: input.text(),
        kind: input.of(EntityKind::ALL),
        value: input.flag().then(|| input.text()),
        mentions: mentions(&blocks, input),
        ..Entity::default()
    });
    let entities: Vec<Entity> = entities.collect();
    let quotes = (0..input.byte() % 5).map(|at| Quote {
        id: format!("q{at}"),
        spans: (0..input.byte() % 4).filter_map(|_| span(&blocks, input)).collect(),
        speakers: (0..input.byte() % 3)
            .map(|_| Speaker {
                entity: input.flag().then(|| input.below(6)).filter(|entity| *entity < entities.len()),
                name: input.flag().then(|| input.text()),
                span: span(&blocks, input),
            })
            .collect(),
        parent: (at > 0 && input.flag()).then(|| input.below(at.into())),
        ..Quote::default()
    });
    let quotes = quotes.collect();
    Article {
        headline: input.flag().then(|| input.text()),
        url: input.flag().then(|| input.text()),
        language: input.of(&["ar", "en", "he", "und"]).to_owned(),
        direction: input.of(&[DeclaredDirection::Auto, DeclaredDirection::Rtl, DeclaredDirection::Ltr]),
        blocks,
        entities,
        quotes,
        ..Article::default()
    }
}

fn block(at: u8, input: &mut Input<'_>) -> Block {
    let kind = input.of(BlockKind::ALL);
    let mut text = input.text();
    if input.byte() % 16 == 1 {
        text = text.repeat(usize::from(input.byte()) * 4);
    }
    let link = |bytes| Mark { kind: MarkKind::Link, bytes, url: Some("https://example.org/\u{202e}\u{1b}".to_owned()) };
    let marks = (0..input.byte() % 3).filter_map(|_| stretch(&text, input)).map(link).collect();
    Block {
        id: format!("b{at}").into(),
        kind,
        level: input.flag().then(|| input.byte()),
        ordered: Some(input.flag()),
        details: BlockDetails {
            ordinal: input.flag().then(|| i64::from(input.number()).wrapping_shl(input.byte().into())),
            alt: input.flag().then(|| input.text()),
            rows: (0..input.byte() % 3).map(|_| (0..input.byte() % 3).map(|_| input.text()).collect()).collect(),
            marks,
            ..BlockDetails::default()
        }
        .into(),
        text: text.into(),
        ..Block::default()
    }
}

/// A stretch of a text, between characters; it may be empty.
fn stretch(text: &str, input: &mut Input<'_>) -> Option<std::ops::Range<usize>> {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (a, b) = (bounds[input.below(bounds.len())], bounds[input.below(bounds.len())]);
    (text.len() < 10_000).then(|| a.min(b)..a.max(b))
}

fn span(blocks: &[Block], input: &mut Input<'_>) -> Option<Span> {
    let block = input.below(blocks.len().max(1));
    let bytes = stretch(&blocks.get(block)?.text, input)?;
    Some(Span { block, start: bytes.start, end: bytes.end })
}

fn mentions(blocks: &[Block], input: &mut Input<'_>) -> Vec<Mention> {
    let spans = (0..input.byte() % 6).filter_map(|_| span(blocks, input));
    let mention = |span| Mention { span, kind: None, confidence: None, extra: Default::default() };
    let mut mentions: Vec<Mention> = spans.map(mention).collect();
    mentions.sort_by(|a, b| a.span.cmp(&b.span));
    mentions
}
