#![allow(clippy::unwrap_used)]
//! Each transform against a model of what the terminal does: the model of the result is the visual row again.

use proptest::prelude::*;
use ratatui::buffer::Cell;
use ratatui::layout::Rect;
use unicode_bidi::{BidiInfo, Level};

use super::*;

fn frame(text: &str) -> Buffer {
    let cells = clusters(text);
    let mut frame = Buffer::empty(Rect::new(0, 0, u16::try_from(cells.len()).unwrap(), 1));
    for (cell, symbol) in frame.content.iter_mut().zip(cells) {
        cell.set_symbol(&symbol);
    }
    frame
}

/// Base and marks in one cell.
fn clusters(text: &str) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for c in text.chars() {
        match list.last_mut() {
            Some(last) if matches!(c, '\u{064b}'..='\u{065f}') => last.push(c),
            _ => list.push(c.into()),
        }
    }
    list
}

fn text(cells: &[Cell]) -> String {
    cells.iter().map(Cell::symbol).collect::<String>().replace('\u{200e}', "")
}

fn how(mode: Mode) -> Reordering {
    Reordering { mode, mirrors: true, parting: Parting::Mark, foreground: (229, 229, 229), depth: ColourDepth::True }
}

fn sent(visual: &Buffer, mode: Mode) -> Buffer {
    reorder(visual, how(mode)).unwrap_or_else(|| visual.clone())
}

fn mirrored(cell: &Cell) -> Cell {
    let mut cell = cell.clone();
    if let Some(m) = crate::layout::mirrored(first(&cell)) {
        let symbol: String = std::iter::once(m).chain(cell.symbol().chars().skip(1)).collect();
        cell.set_symbol(&symbol);
    }
    cell
}

/// kitty: a run of non-blank cells of one font with a right-to-left letter is turned round and mirrored.
/// `fallback`: the main font has no Arabic, so letters and signs are of two fonts.
fn kitty(row: &[Cell], fallback: bool) -> Vec<Cell> {
    let same = |a: &Cell, b: &Cell| {
        !ends_word(a) && !ends_word(b) && font(a) == font(b) && (!fallback || is_rtl(a) == is_rtl(b))
    };
    let mut shown = Vec::new();
    for run in row.chunk_by(same) {
        if run.iter().any(is_letter) {
            shown.extend(run.iter().rev().map(mirrored));
        } else {
            shown.extend_from_slice(run);
        }
    }
    shown
}

/// UAX #9 on cells, as a left-to-right paragraph, mirroring (VTE) or not (konsole).
fn uax9(row: &[Cell], mirrors: bool) -> Vec<Cell> {
    // One item a character, so that LRM in a cell counts.
    let mut line = String::new();
    let mut owners = Vec::new();
    for (i, cell) in row.iter().enumerate() {
        for c in cell.symbol().chars() {
            owners.push((line.len(), i, c));
            line.push(c);
        }
    }
    let info = BidiInfo::new(&line, Some(Level::ltr()));
    let levels: Vec<Level> =
        row.iter().enumerate().map(|(i, _)| info.levels[owners.iter().find(|o| o.1 == i).unwrap().0]).collect();
    BidiInfo::reorder_visual(&levels)
        .into_iter()
        .map(|i| if mirrors && levels[i].is_rtl() { mirrored(&row[i]) } else { row[i].clone() })
        .collect()
}

/// PuTTY: the direction is that of the first strong letter, LRM is not seen.
fn putty(row: &[Cell]) -> Vec<Cell> {
    let line: String = row.iter().map(first).collect();
    let starts: Vec<usize> = line.char_indices().map(|(i, _)| i).collect();
    let info = BidiInfo::new(&line, None);
    // Not a paragraph's end for the terminal, but L1 makes no difference to blanks.
    let levels: Vec<Level> = starts.iter().map(|i| info.levels[*i]).collect();
    BidiInfo::reorder_visual(&levels)
        .into_iter()
        .map(|i| if levels[i].is_rtl() { mirrored(&row[i]) } else { row[i].clone() })
        .collect()
}

/// Rows at borders: konsole and mlterm reorder each side by itself.
fn uax9_split(row: &[Cell]) -> Vec<Cell> {
    row.chunk_by(|a, b| (first(a) == '│') == (first(b) == '│')).flat_map(|part| uax9(part, true)).collect()
}

/// qterminal, xterm.js: cells of one style by themselves.
fn by_style(row: &[Cell]) -> Vec<Cell> {
    row.chunk_by(|a, b| a.style() == b.style()).flat_map(|run| uax9(run, true)).collect()
}

const ROWS: &[&str] = &[
    "2024 ﺮﺒﻤﻓﻮﻧ 19-18 ﻲﻓ (BRICS) \"ﺲﻜﻳﺮﺑ\" ﺓﺩﺎﻘﻟ 16ـﻟﺍ ﺔﻤﻘﻟﺍ ﻥﺃ ،ﻲﻳ ﻎﻧﺍﻭ",
    "Reuters ירבדל ,2025-ב םלשות (Plan B) \"תינכותה\" יכ 12/05 םויב",
    "[ﻞﻣﺎﻜﻟﺍ ﺺﻨﻟﺍ] ﻰﻐَﻠْﻳُ ﻻَ ﺀﺎﺛﻼﺜﻟﺍ ﻉﺎﻤﺘﺟﻻﺍ :ﻑﻭﺮﻓﻻ",
    "│    ﺲﻜﻳﺮﺑ ﺓﺩﺎﻘﻟ 16ـﻟﺍ (ﻲﻳ ﻎﻧﺍﻭ) ﺔﻴﺟﺭﺎﺨﻟﺍ ﺪﻛﺃ│ Minister (China) says 16",
    "│  [1] \"ﻞﻣﺎﻜﻟﺍ ﺺﻨﻟﺍ\" ﻰﻐَﻠْﻳُ ﻻَ│ Tuesday [3] ﺮﺒﺧ",
    "│ ﺮﺒﺧ │ 4. Plan B (2025) │ תמא 12 │ ﺮﺒﺧ │",
    "ﺮﺒﺧ 12 and 5 ﺮﺒﺧ",
    "٢٠٢٤ ﻡﺎﻋ ٪٥٠ ﻡ٢٠٢٤",
    "plain",
    "",
];

#[test]
fn words_read_right_in_kitty_with_either_kind_of_font() {
    for row in ROWS {
        let visual = frame(row);
        let sent = sent(&visual, Mode::Words);
        for fallback in [false, true] {
            assert_eq!(text(&kitty(&sent.content, fallback)), *row, "fallback {fallback}");
        }
    }
}

#[test]
fn a_bold_word_has_signs_that_are_not_bold() {
    let mut visual = frame("\"ﺲﻜﻳﺮﺑ\" (ﻲﻳ)");
    visual.content.iter_mut().for_each(|cell| cell.modifier |= Modifier::BOLD);
    let sent = sent(&visual, Mode::Words);
    assert!(!sent.content[0].modifier.contains(Modifier::BOLD) && sent.content[1].modifier.contains(Modifier::BOLD));
    assert_eq!(text(&kitty(&sent.content, false)), text(&visual.content));
}

/// Seen in kitty after a jump: the colon after a marked name was in italics.
#[test]
fn a_plain_sign_beside_a_bold_word_stays_plain() {
    let mut visual = frame(":فورفال");
    for x in 1..7 {
        visual[(x, 0)].modifier = Modifier::BOLD;
    }
    let sent = sent(&visual, Mode::Words);
    assert_eq!((sent[(0, 0)].symbol(), sent[(0, 0)].modifier), (":", Modifier::empty()));
    assert_eq!(sent[(1, 0)].modifier, Modifier::BOLD);
}

#[test]
fn colours_stay_where_they_are_when_letters_of_a_word_move() {
    let mut visual = frame("ﺲﻜﻳﺮﺑ");
    visual.content[0].fg = Color::Red;
    let sent = sent(&visual, Mode::Words);
    assert_eq!((sent.content[0].symbol(), sent.content[0].fg), ("ﺑ", Color::Red));
}

#[test]
fn colours_leave_nothing_to_reorder() {
    for row in ROWS {
        let sent = sent(&frame(row), Mode::Colours);
        assert_eq!(text(&by_style(&sent.content)), *row);
    }
}

#[test]
fn colours_differ_by_no_more_than_can_be_seen() {
    let mut visual = frame("ﺲﻜﻳﺮﺑ 16 a");
    visual.content.iter_mut().for_each(|cell| cell.fg = Color::Rgb(10, 20, 31));
    for cell in sent(&visual, Mode::Colours).content.iter().filter(|cell| cell.symbol() != " ") {
        assert!(matches!(cell.fg, Color::Rgb(10, 20, 28..=31)), "{:?}", cell.fg);
    }
}

#[test]
fn logical_rows_read_right_where_rows_are_reordered() {
    for row in ROWS {
        let sent = sent(&frame(row), Mode::Logical);
        assert_eq!(text(&uax9(&sent.content, true)), *row, "sent {:?}", text(&sent.content));
        assert_eq!(text(&uax9_split(&sent.content)), *row, "split at borders");
    }
}

/// Seen in PuTTY (pterm 0.78): rows that begin with Arabic stood at the other side, the sidebar in the article.
#[test]
fn anchored_rows_read_right_where_the_first_letter_gives_the_direction() {
    let rows = ["8    فورفال │ نيصلا │ a", " (يي غناو) 61", " 75ـلا ىركذلا  │ 8 "];
    for row in rows.into_iter().map(str::to_owned).chain(ROWS.iter().map(|row| format!(" {row}"))) {
        let sent = reorder(&frame(&row), Reordering { parting: Parting::Blank, ..how(Mode::Logical) }).unwrap();
        let blank = |text: String| text.replace('\u{2800}', " ");
        assert_eq!(blank(text(&putty(&sent.content))), row, "sent {:?}", text(&sent.content));
    }
}

/// Seen in mlterm around a tmux that hands nothing on: each LRM took a column, and the last letters of the row were lost.
#[test]
fn no_mark_is_sent_to_a_terminal_that_gives_it_a_column() {
    let row = "8    فورفال │ نيصلا ";
    let sent = reorder(&frame(row), Reordering { parting: Parting::Nothing, ..how(Mode::Logical) }).unwrap();
    assert!(sent.content.iter().all(|cell| cell.symbol().chars().count() == 1), "{:?}", sent.content);
    assert_eq!(text(&uax9_split(&sent.content)), row);
}

/// konsole 22.12 turns rows round without their brackets.
#[test]
fn logical_rows_read_right_where_brackets_are_not_mirrored() {
    for row in ROWS {
        let sent = reorder(&frame(row), Reordering { mirrors: false, ..how(Mode::Logical) }).unwrap();
        assert_eq!(text(&uax9(&sent.content, false)), *row, "sent {:?}", text(&sent.content));
    }
}

#[test]
fn the_visual_mode_changes_nothing() {
    assert_eq!(reorder(&frame(ROWS[0]), how(Mode::Visual)), None);
}

fn visual_row() -> impl Strategy<Value = Vec<Cell>> {
    let symbol = prop_oneof![
        4 => prop::sample::select(vec!["ﺲ", "ﻜ", "ﻻَ", "ﺑ"]),
        3 => prop::sample::select(vec!["א", "ב"]),
        2 => prop::sample::select(vec!["a", "B"]),
        2 => prop::sample::select(vec!["1", "2"]),
        1 => prop::sample::select(vec!["(", ")", "«", "]"]),
        1 => prop::sample::select(vec!["-", "\"", "!", "│"]),
        2 => Just(" "),
    ];
    let cell = (symbol, 0..8u8).prop_map(|(symbol, style)| {
        let mut cell = Cell::default();
        cell.set_symbol(symbol);
        if style == 0 {
            cell.modifier |= Modifier::BOLD;
        }
        if style == 1 {
            cell.fg = Color::Green;
        }
        cell
    });
    prop::collection::vec(cell, 0..30)
}

fn buffer(cells: Vec<Cell>) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, u16::try_from(cells.len()).unwrap(), 1));
    buffer.content = cells;
    buffer
}

proptest! {
    #[test]
    fn any_row_in_words_mode_is_turned_back_by_kitty(cells in visual_row(), fallback: bool) {
        let visual = buffer(cells);
        let sent = sent(&visual, Mode::Words);
        prop_assert_eq!(text(&kitty(&sent.content, fallback)), text(&visual.content));
    }

    #[test]
    fn any_row_in_colours_mode_stays(cells in visual_row()) {
        let visual = buffer(cells);
        prop_assert_eq!(text(&by_style(&sent(&visual, Mode::Colours).content)), text(&visual.content));
    }

    /// Styles move along with the cells, so they come back with them.
    #[test]
    fn any_row_in_logical_mode_is_turned_back_by_uax9(cells in visual_row()) {
        let visual = buffer(cells);
        let sent = sent(&visual, Mode::Logical);
        let shown = uax9(&sent.content, true);
        prop_assert_eq!(text(&shown), text(&visual.content), "sent {:?}", text(&sent.content));
        let styles = |cells: &[Cell]| cells.iter().map(Cell::style).collect::<Vec<_>>();
        prop_assert_eq!(styles(&shown), styles(&visual.content));
    }
}

/// A click in right-to-left text was taken for one elsewhere in the row.
#[test]
fn a_click_on_a_letter_that_was_sent_elsewhere_is_meant_for_where_it_is_seen() {
    for visual in ["שלום olleh", "abc (םולש) 12 והד ef", "דנוי 24 םוי (א) x", "plain", "│ אב │ cd │"]
    {
        let frame = frame(visual);
        let sent = sent(&frame, Mode::Logical);
        let mut shown = Shown::default();
        shown.keep(&frame, how(Mode::Logical));
        let mut met: Vec<u16> = Vec::new();
        for column in 0..frame.area.width {
            let seen = shown.column(column, 0);
            let plain = |cell: &Cell| cell.symbol().trim_end_matches('\u{200e}').to_owned();
            let (there, here) = (plain(&sent[(column, 0)]), &frame[(seen, 0)]);
            assert!(there == plain(here) || there == plain(&mirrored(here)), "{visual}: {column} is seen at {seen}");
            met.push(seen);
        }
        met.sort_unstable();
        assert_eq!(met, (0..frame.area.width).collect::<Vec<_>>(), "{visual}: every column once");
        assert_eq!((shown.column(500, 0), shown.column(0, 9)), (500, 0));
        shown.keep(&frame, how(Mode::Visual));
        assert!((0..frame.area.width).all(|column| shown.column(column, 0) == column));
    }
}
