//! Whatever frames come after each other: a terminal that gets the presenter's bytes shows the last one.
#![allow(clippy::unwrap_used)]

mod present_support;

use newsreader::terminal::present::{Abilities, Presenter};
use newsreader::terminal::{ColourDepth, Links};
use present_support::emulator::{Emulator, address, assert_shows};
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// Blanks are as common as in text; some clusters are wide, some carry a mark.
const SYMBOLS: [&str; 16] = ["a", "b", "c", "d", " ", " ", " ", " ", "ﺑ", "ﻻَ", "ﻪ", "א", "漢", "字", "é", "│"];

fn cell() -> impl Strategy<Value = Cell> {
    let colours = vec![Color::Reset, Color::Reset, Color::Reset, Color::Red, Color::LightBlue, Color::Indexed(99)];
    let modifiers = vec![Modifier::empty(), Modifier::empty(), Modifier::BOLD, Modifier::DIM, Modifier::REVERSED];
    (select(&SYMBOLS[..]), select(colours.clone()), select(colours), select(modifiers)).prop_map(
        |(symbol, fg, bg, on)| {
            let mut cell = Cell::new(symbol);
            cell.set_fg(fg);
            // Most of what is shown has no background.
            cell.set_bg(if on.is_empty() { bg } else { Color::Reset });
            cell.modifier = on;
            // Some are links, of which a few stand side by side.
            if let Color::Indexed(_) | Color::LightBlue = fg {
                cell.underline_color = Color::Rgb(0, 0, 1 + u8::from(on.is_empty()));
            }
            cell
        },
    )
}

/// What changes between two frames. Places are taken modulo the size.
#[derive(Clone, Debug)]
enum Change {
    Put(u16, u16, Cell, u16),
    /// Plain text in a row.
    Text(u16, u16, Vec<usize>),
    /// A rectangle moves, and new text comes in.
    Scroll {
        columns: (u16, u16),
        rows: (u16, u16),
        by: i16,
        text: Vec<usize>,
    },
    Clear,
    Lost,
}

fn change() -> impl Strategy<Value = Change> {
    let text = || prop::collection::vec(0..SYMBOLS.len(), 1..40);
    prop_oneof![
        4 => (any::<u16>(), any::<u16>(), cell(), 1..30u16).prop_map(|(x, y, cell, times)| Change::Put(x, y, cell, times)),
        4 => (any::<u16>(), any::<u16>(), text()).prop_map(|(x, y, text)| Change::Text(x, y, text)),
        8 => (any::<(u16, u16)>(), any::<(u16, u16)>(), -6..6i16, text())
            .prop_map(|(columns, rows, by, text)| Change::Scroll { columns, rows, by, text }),
        4 => (-4..4i16, text())
            .prop_map(|(by, text)| Change::Scroll { columns: (0, u16::MAX), rows: (0, u16::MAX), by, text }),
        1 => Just(Change::Clear),
        1 => Just(Change::Lost),
    ]
}

fn between((a, b): (u16, u16), length: u16) -> std::ops::Range<u16> {
    // The greatest number stands for the end.
    let place = |n| if n == u16::MAX { length } else { n % length };
    let (a, b) = (place(a), place(b));
    a.min(b)..a.max(b)
}

fn write(frame: &mut Buffer, x: u16, y: u16, cells: impl Iterator<Item = Cell>) {
    for (x, cell) in (x..frame.area.width).zip(cells) {
        frame[(x, y)] = cell;
    }
}

fn text(symbols: &[usize], salt: usize) -> impl Iterator<Item = Cell> {
    symbols.iter().map(move |symbol| Cell::new(SYMBOLS[(symbol + salt) % SYMBOLS.len()]))
}

fn apply(frame: &mut Buffer, presenter: &mut Presenter, change: &Change) {
    let (width, height) = (frame.area.width, frame.area.height);
    match change {
        Change::Put(x, y, cell, times) => {
            write(frame, x % width, y % height, std::iter::repeat_n(cell.clone(), usize::from(*times)));
        }
        Change::Text(x, y, symbols) => write(frame, x % width, y % height, text(symbols, 0)),
        Change::Scroll { columns, rows, by, text: symbols } => {
            let (columns, rows) = (between(*columns, width), between(*rows, height));
            let before = frame.clone();
            for y in rows.clone() {
                let source = y.checked_add_signed(*by).filter(|source| rows.contains(source));
                let mut fresh = text(symbols, usize::from(y)).chain(std::iter::repeat(Cell::EMPTY));
                for x in columns.clone() {
                    frame[(x, y)] = match source {
                        Some(source) => before[(x, source)].clone(),
                        None => fresh.next().unwrap(),
                    };
                }
            }
        }
        Change::Clear => frame.reset(),
        Change::Lost => presenter.invalidate(),
    }
}

fn abilities() -> impl Strategy<Value = Abilities> {
    any::<[bool; 6]>().prop_map(|[regions, margins, erase, repeat, synchronized, exact]| Abilities {
        regions,
        margins: margins && regions,
        erase,
        repeat,
        synchronized,
        exact,
    })
}

fn present(presenter: &mut Presenter, frame: &Buffer) -> Vec<u8> {
    let mut out = Vec::new();
    presenter.present(frame, &mut out);
    out
}

/// vt100 does not know margins, and REP neither.
fn other_emulator_agrees(screen: &vt100::Screen, frame: &Buffer) {
    for y in 0..frame.area.height {
        let mut x = 0;
        while x < frame.area.width {
            let symbol = frame[(x, y)].symbol();
            let width = u16::try_from(symbol.width()).unwrap();
            let fits = width > 0 && x + width <= frame.area.width;
            let shown = screen.cell(y, x).unwrap().contents();
            let shown = if shown.is_empty() { " " } else { shown };
            assert_eq!(shown, if fits { symbol } else { " " }, "column {x}, row {y}");
            x += if fits { width } else { 1 };
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_terminal_shows_every_frame(
        frames in prop::collection::vec(prop::collection::vec(change(), 1..5), 1..10),
        (width, height) in (2..60u16, 2..20u16),
        abilities in abilities(),
        links in any::<bool>(),
    ) {
        let mut emulator = Emulator::new(width.into(), height.into());
        emulator.links = links;
        let mut other = vt100::Parser::new(height, width, 0);
        other.process(b"\x1b[?7l");
        let mut presenter = Presenter::new(ColourDepth::True);
        presenter.set_abilities(abilities);
        let mut frame = Buffer::empty(Rect::new(0, 0, width, height));
        let addresses = [address(0), address(1)];
        for changes in frames {
            if links {
                presenter.set_links(&Links::new(addresses.iter().map(|address| Some(address.as_str()))));
            }
            for change in &changes {
                apply(&mut frame, &mut presenter, change);
            }
            let bytes = present(&mut presenter, &frame);
            emulator.frame(&bytes);
            assert_shows(&emulator, &frame);
            if !abilities.margins && !abilities.repeat {
                other.process(&bytes);
                other_emulator_agrees(other.screen(), &frame);
            }
            prop_assert_eq!(present(&mut presenter, &frame).len(), 0);
        }
    }

    /// A terminal that can do more is never sent more, and no frame costs more than drawing it afresh.
    #[test]
    fn abilities_save_bytes_and_never_cost_any(
        before in prop::collection::vec(change(), 1..12),
        after in prop::collection::vec(change(), 1..5),
        (width, height) in (2..60u16, 2..20u16),
    ) {
        let all = Abilities { regions: true, margins: true, erase: true, repeat: true, ..Abilities::default() };
        let cost = |abilities: Abilities, keep: bool| {
            let mut presenter = Presenter::new(ColourDepth::True);
            presenter.set_abilities(abilities);
            let mut frame = Buffer::empty(Rect::new(0, 0, width, height));
            before.iter().for_each(|change| apply(&mut frame, &mut presenter, change));
            present(&mut presenter, &frame);
            after.iter().for_each(|change| apply(&mut frame, &mut presenter, change));
            if !keep {
                presenter.invalidate();
            }
            present(&mut presenter, &frame).len()
        };
        prop_assume!(!after.iter().any(|change| matches!(change, Change::Lost)));
        let plain = cost(Abilities::default(), true);
        let regions = cost(Abilities { regions: true, ..Abilities::default() }, true);
        prop_assert!(regions <= plain, "{} <= {}", regions, plain);
        let without = Abilities { regions: false, margins: false, ..all };
        prop_assert!(cost(all, true) <= cost(without, true));
        prop_assert!(plain <= cost(Abilities::default(), false));
    }
}
