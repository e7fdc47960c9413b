//! Frames, one after the other, and a terminal that knows exactly what may be sent.

use newsreader::terminal::ColourDepth;
use newsreader::terminal::present::{Abilities, Presenter};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use super::Input;
use super::emulator::{Emulator, assert_shows};

const SYMBOLS: [&str; 18] =
    ["a", "b", "c", "d", " ", " ", " ", " ", "ﺑ", "ﻻَ", "ﻪ", "א", "漢", "字", "é", "│", "\u{903}", "…"];

const COLOURS: [Color; 6] =
    [Color::Reset, Color::Reset, Color::Red, Color::LightBlue, Color::Indexed(99), Color::Rgb(1, 2, 3)];

const MODIFIERS: [Modifier; 6] =
    [Modifier::empty(), Modifier::empty(), Modifier::BOLD, Modifier::DIM, Modifier::REVERSED, Modifier::UNDERLINED];

/// Whatever frames come after each other: the terminal shows the last one, and the same again costs nothing.
pub(crate) fn check(data: &[u8]) {
    let mut input = Input(data);
    let (width, height) = (2 + input.below(58), 2 + input.below(18));
    let flags = input.byte();
    let on = |bit: u8| flags & (1 << bit) != 0;
    let mut presenter = Presenter::new(ColourDepth::True);
    presenter.set_abilities(Abilities {
        regions: on(0),
        margins: on(0) && on(1),
        erase: on(2),
        repeat: on(3),
        synchronized: on(4),
        exact: on(5),
    });
    let mut emulator = Emulator::new(width, height);
    let (width, height) = (u16::try_from(width).unwrap(), u16::try_from(height).unwrap());
    let mut frame = Buffer::empty(Rect::new(0, 0, width, height));
    for _ in 0..12 {
        for _ in 0..=input.byte() % 4 {
            change(&mut frame, &mut presenter, &mut input);
        }
        let mut bytes = Vec::new();
        presenter.present(&frame, &mut bytes);
        emulator.frame(&bytes);
        assert_shows(&emulator, &frame);
        bytes.clear();
        presenter.present(&frame, &mut bytes);
        assert!(bytes.is_empty(), "the same frame costs nothing");
        if input.is_empty() {
            break;
        }
    }
}

fn change(frame: &mut Buffer, presenter: &mut Presenter, input: &mut Input<'_>) {
    let (width, height) = (frame.area.width, frame.area.height);
    let (kind, x, y) = (input.byte() % 8, input.number() % width, input.number() % height);
    match kind {
        0 | 1 => {
            let mut cell = Cell::new(input.of(&SYMBOLS));
            cell.set_fg(input.of(&COLOURS));
            cell.modifier = input.of(&MODIFIERS);
            cell.set_bg(if cell.modifier.is_empty() { input.of(&COLOURS) } else { Color::Reset });
            let times = usize::from(input.byte() % 30);
            write(frame, x, y, std::iter::repeat_n(cell, times));
        }
        2 | 3 => {
            let text: Vec<Cell> = (0..input.byte() % 40).map(|_| Cell::new(input.of(&SYMBOLS))).collect();
            write(frame, x, y, text.into_iter());
        }
        4..=6 => scroll(frame, (x, y), input),
        _ if input.flag() => frame.reset(),
        _ => presenter.invalidate(),
    }
}

fn write(frame: &mut Buffer, x: u16, y: u16, cells: impl Iterator<Item = Cell>) {
    for (x, cell) in (x..frame.area.width).zip(cells) {
        frame[(x, y)] = cell;
    }
}

/// A rectangle moves by some rows, and new text comes in.
fn scroll(frame: &mut Buffer, (left, top): (u16, u16), input: &mut Input<'_>) {
    let (width, height) = (frame.area.width, frame.area.height);
    let (right, bottom) = (left + 1 + input.number() % (width - left), top + 1 + input.number() % (height - top));
    let by = i16::from(input.byte() % 13) - 6;
    let salt = input.below(SYMBOLS.len());
    let before = frame.clone();
    for y in top..bottom {
        let source = y.checked_add_signed(by).filter(|source| (top..bottom).contains(source));
        for x in left..right {
            let fresh = SYMBOLS[(salt + usize::from(x * 7 + y)) % SYMBOLS.len()];
            frame[(x, y)] = source.map_or_else(|| Cell::new(fresh), |source| before[(x, source)].clone());
        }
    }
}
