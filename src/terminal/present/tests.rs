#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use super::*;

fn frame(rows: &[&str]) -> Buffer {
    Buffer::with_lines(rows.iter().copied())
}

fn bytes(presenter: &mut Presenter, frame: &Buffer) -> String {
    let mut out = Vec::new();
    presenter.present(frame, &mut out);
    String::from_utf8(out).unwrap()
}

/// A presenter that shows `rows` already.
fn showing(rows: &[&str]) -> Presenter {
    let mut presenter = Presenter::new(ColourDepth::True);
    bytes(&mut presenter, &frame(rows));
    presenter
}

#[test]
fn nothing_is_sent_for_what_did_not_change() {
    let mut presenter = showing(&["one", "two"]);
    assert_eq!(bytes(&mut presenter, &frame(&["one", "two"])), "");
    presenter.set_abilities(Abilities { synchronized: true, ..Abilities::default() });
    assert_eq!(bytes(&mut presenter, &frame(&["one", "two"])), "");
}

#[test]
fn only_what_differs_is_sent() {
    let table: &[(&[&str], &[&str], &str)] = &[
        (&["abcdefghij"], &["abcdeXghij"], "\x1b[1;6HX"),
        // Two cells apart: one is written again rather than moved over.
        (&["abcdefghij"], &["abcXeXghij"], "\x1b[1;4HXeX"),
        (&["abcdefghij"], &["Xbcdefghij"], "\x1b[HX"),
        (&["aaaaaaaaaa", "bbbbbbbbbb"], &["Xaaaaaaaaa", "Xbbbbbbbbb"], "\x1b[HX\n\x08X"),
        // The rest of a row is erased.
        (&["abcdefghij"], &["abc       "], "\x1b[1;4H\x1b[K"),
        // After the last column the position is not relied on.
        (&["abc", "def"], &["abX", "deY"], "\x1b[1;3HX\x1b[2;3HY"),
        (&["abcdefghijkl"], &["aXcdefghijYl"], "\x1b[1;2HX\x1b[8CY"),
    ];
    for (before, after, wanted) in table {
        assert_eq!(bytes(&mut showing(before), &frame(after)), *wanted, "{before:?} to {after:?}");
    }
}

#[test]
fn what_is_shown_elsewhere_is_scrolled_and_blanks_are_erased_or_repeated() {
    let words = ["oak", "willow", "fig", "juniper", "elm", "blackthorn", "ash", "hornbeam", "yew", "poplar"];
    let line = |n: usize| format!("{0} trees and {0} leaves", words[n]);
    let far = |n: usize| -> Vec<String> { (n..n + 9).map(line).collect() };
    let beside = |n: usize| -> Vec<String> {
        (0..9).map(|i| format!("{:<10} {:<38}|{}", words[9 - i], line(i + n), words[i])).collect()
    };
    let blank = format!("x{}y", " ".repeat(40));
    let full = format!("x{}y", "abcd".repeat(10));
    let half = format!("x{}y", "#".repeat(40));
    let able = Abilities { regions: true, margins: true, erase: true, repeat: true, ..Abilities::default() };
    let none = Abilities::default();
    let table: Vec<(Abilities, Vec<String>, Vec<String>, String)> = vec![
        (able, far(0), far(1), "\x1b[9H\npoplar trees and poplar leaves".into()),
        (able, far(1), far(0), "\x1b[H\x1bMoak trees and oak leaves".into()),
        (
            able,
            beside(0),
            beside(1),
            "\x1b[?69h\x1b[12;49s\x1b[9;12H\n\x1b[?69l\x1b[9;12Hpoplar trees and poplar leaves".into(),
        ),
        (able, vec![full.clone()], vec![blank.clone()], "\x1b[1;2H\x1b[40X".into()),
        (Abilities { repeat: true, ..none }, vec![full.clone()], vec![blank.clone()], "\x1b[1;2H \x1b[39b".into()),
        (none, vec![half], vec![blank], "\x1b[1;2H\x1b[K\x1b[40Cy".into()),
    ];
    for (abilities, before, after, wanted) in table {
        let of = |rows: &[String]| Buffer::with_lines(rows.iter().map(String::as_str));
        let mut presenter = Presenter::new(ColourDepth::True);
        presenter.set_abilities(abilities);
        bytes(&mut presenter, &of(&before));
        assert_eq!(bytes(&mut presenter, &of(&after)), wanted, "{after:?}");
    }
}

#[test]
fn a_frame_is_one_synchronized_update_if_the_terminal_knows_it() {
    let mut presenter = showing(&["abc"]);
    presenter.set_abilities(Abilities { synchronized: true, ..Abilities::default() });
    assert_eq!(bytes(&mut presenter, &frame(&["xbc"])), "\x1b[?2026h\x1b[Hx\x1b[?2026l");
}

#[test]
fn a_visible_cursor_stands_where_it_should_and_costs_nothing_while_it_does() {
    let mut presenter = showing(&["abc"]);
    presenter.set_cursor(Some((1, 0)));
    assert_eq!(bytes(&mut presenter, &frame(&["abc"])), "\x1b[1;2H\x1b[?25h");
    assert_eq!(bytes(&mut presenter, &frame(&["abc"])), "");
    assert_eq!(bytes(&mut presenter, &frame(&["aXc"])), "\x1b[?25lX\x1b[1;2H\x1b[?25h");
    presenter.set_cursor(None);
    assert_eq!(bytes(&mut presenter, &frame(&["aXc"])), "\x1b[?25l");
    presenter.set_cursor(Some((9, 9)));
    presenter.set_abilities(Abilities { synchronized: true, ..Abilities::default() });
    assert_eq!(bytes(&mut presenter, &frame(&["aXc"])), "", "outside the frame there is none");
}

#[test]
fn after_a_doubtful_cluster_the_cursor_is_placed_anew() {
    for symbol in ["👨‍👩‍👧", "❤️", "👍🏽", "☺", "→"] {
        let mut next = frame(&["          "]);
        next.set_string(0, 0, symbol, ratatui::style::Style::default());
        next[(2, 0)].set_symbol("x");
        let sent = bytes(&mut showing(&["          "]), &next);
        assert!(sent.ends_with("\x1b[1;3Hx"), "{sent:?}");
    }
    for symbol in ["ﻻ", "ﻻَ", "א", "漢", "│", "é"] {
        let mut next = frame(&["     "]);
        next[(0, 0)].set_symbol(symbol);
        next[(u16::try_from(symbol.width()).unwrap(), 0)].set_symbol("x");
        let sent = bytes(&mut showing(&["     "]), &next);
        assert_eq!(sent, format!("\x1b[H{symbol}x"));
    }
}

#[test]
fn a_wide_cluster_with_no_room_is_left_out() {
    let mut next = frame(&["  "]);
    next[(1, 0)].set_symbol("漢");
    assert_eq!(bytes(&mut showing(&["xx"]), &next), "\x1b[H  ");
}

#[test]
fn a_control_character_is_never_sent() {
    let mut next = frame(&["   "]);
    next[(0, 0)].set_symbol("\x1b[31m");
    next[(1, 0)].set_symbol("a\u{9b}");
    assert_eq!(bytes(&mut showing(&["xxx"]), &next), "\x1b[H   ");
}

#[test]
fn colours_are_mapped_to_what_the_terminal_has() {
    let mut next = frame(&["x"]);
    next[(0, 0)].set_fg(Color::Rgb(255, 0, 0)).set_bg(Color::Indexed(240));
    let cases = [
        (ColourDepth::True, "\x1b[38;2;255;0;0;48;5;240m"),
        (ColourDepth::Indexed256, "\x1b[38;5;196;48;5;240m"),
        (ColourDepth::Ansi16, "\x1b[91;100m"),
        (ColourDepth::None, ""),
    ];
    for (depth, wanted) in cases {
        let mut presenter = Presenter::new(depth);
        bytes(&mut presenter, &frame(&[" "]));
        assert_eq!(bytes(&mut presenter, &next), format!("\x1b[H{wanted}x"), "{depth:?}");
    }
}

#[derive(Clone, Debug)]
struct Put {
    x: u16,
    y: u16,
    symbol: &'static str,
    fg: Color,
    bg: Color,
    modifier: Modifier,
    times: u16,
}

fn put() -> impl Strategy<Value = Put> {
    let symbols = vec!["a", "b", " ", " ", " ", "ﺑ", "ﻻَ", "א", "漢", "字", "é", "│"];
    let colours =
        vec![Color::Reset, Color::Reset, Color::Red, Color::LightBlue, Color::Indexed(99), Color::Rgb(1, 2, 3)];
    let modifiers = vec![
        Modifier::empty(),
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::ITALIC | Modifier::UNDERLINED,
        Modifier::REVERSED | Modifier::BOLD,
    ];
    let pick = prop::sample::select::<Color>;
    (
        0..14u16,
        0..5u16,
        prop::sample::select(symbols),
        pick(colours.clone()),
        pick(colours),
        prop::sample::select(modifiers),
        1..8u16,
    )
        .prop_map(|(x, y, symbol, fg, bg, modifier, times)| Put { x, y, symbol, fg, bg, modifier, times })
}

/// Draws as a careful program does: what a wide cluster covers is reset.
fn draw(frame: &mut Buffer, put: &Put) {
    let style = ratatui::style::Style::reset().fg(put.fg).bg(put.bg).add_modifier(put.modifier);
    if put.y < frame.area.height {
        for i in 0..put.times {
            let x = put.x + i * u16::try_from(put.symbol.width()).unwrap();
            if x < frame.area.width {
                frame.set_string(x, put.y, put.symbol, style);
            }
        }
    }
}

fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        Color::Indexed(n) => vt100::Color::Idx(n),
        other => crate::terminal::colours::ansi_number(other).map_or(vt100::Color::Default, vt100::Color::Idx),
    }
}

fn assert_shows(screen: &vt100::Screen, frame: &Buffer) {
    for y in 0..frame.area.height {
        let mut x = 0;
        while x < frame.area.width {
            let (cell, shown) = (&frame[(x, y)], screen.cell(y, x).unwrap());
            let width = columns(cell.symbol());
            let fits = usize::from(x) + width <= usize::from(frame.area.width) && width > 0;
            let wanted = if fits { cell.symbol() } else { " " };
            let contents = if shown.contents().is_empty() { " " } else { shown.contents() };
            assert_eq!(contents, wanted, "column {x}, row {y}");
            let m = cell.modifier;
            let has = |flag| m.contains(flag);
            assert_eq!(shown.bgcolor(), colour(cell.bg), "column {x}, row {y}");
            // Nothing of a blank's colour and weight can be seen.
            if contents != " " || m.intersects(Modifier::REVERSED | Modifier::UNDERLINED) {
                assert_eq!(shown.fgcolor(), colour(cell.fg), "column {x}, row {y}");
                let attributes = (shown.bold(), shown.dim(), shown.italic(), shown.underline(), shown.inverse());
                let wanted = (
                    has(Modifier::BOLD),
                    has(Modifier::DIM),
                    has(Modifier::ITALIC),
                    has(Modifier::UNDERLINED),
                    has(Modifier::REVERSED),
                );
                assert_eq!(attributes, wanted, "column {x}, row {y}");
            }
            x += u16::try_from(if fits { width } else { 1 }).unwrap();
        }
    }
}

proptest! {
    /// Whatever is drawn: an emulator that gets the bytes shows the frame.
    #[test]
    fn an_emulator_shows_every_frame(
        frames in prop::collection::vec((prop::collection::vec(put(), 0..8), any::<bool>(), 0..12u8), 1..8),
        // vt100 0.16 itself overflows at one column or one row.
        width in 2..16u16,
        height in 2..5u16,
    ) {
        let mut emulator = vt100::Parser::new(height, width, 0);
        emulator.process(b"\x1b[?7lrubbish");
        let mut presenter = Presenter::new(ColourDepth::True);
        let mut frame = Buffer::empty(Rect::new(0, 0, width, height));
        for (puts, clear, special) in frames {
            if clear {
                frame.reset();
            }
            for put in &puts {
                draw(&mut frame, put);
            }
            presenter.set_abilities(Abilities { synchronized: special == 1, regions: true, erase: true, ..Abilities::default() });
            if special == 0 {
                presenter.invalidate();
            }
            emulator.process(bytes(&mut presenter, &frame).as_bytes());
            assert_shows(emulator.screen(), &frame);
            prop_assert_eq!(bytes(&mut presenter, &frame), "");
        }
    }
}
