//! A paragraph of Arabic, Hebrew or mixed text in a ratatui program: a widget that asks `newsreader::layout` for its rows.
//!
//!     cargo run --example bidi_paragraph                          # q quits, j justifies, resize the window
//!     cargo run --example bidi_paragraph -- --once [--justify] [COLUMNS] [TEXT]   # one frame on standard output
//!
//! ratatui's own `Paragraph` measures and places strings, which puts right-to-left text in the wrong order and gives a lam
//! and an alef one column. Here every cell is placed by itself.

use std::io::{self, Write};

use newsreader::article::script_direction;
use newsreader::layout::{Direction, Justify, Marks, Options, TextLayout};
use newsreader::terminal::{ColourDepth, Event, Session, die_by, write_row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

const TEXT: &str = "أكد وزير الخارجية (وانغ يي) أن بلاده مستعدة للعمل مع روسيا في 18-19 نوفمبر، وقال إن «التعاون بين البلدين» بلغ 5.3% \
    في إطار WHO وسائر المنظمات الدولية.\nשר החוץ קרא לחזק את שיתוף הפעולה עם Financial Times ב-5 בבוקר.\nEnglish with كلمات عربية inside stays on the left.";

/// Text of any direction, wrapped, each paragraph at the side where it starts.
struct BidiParagraph<'a> {
    text: &'a str,
    style: Style,
    /// What is highlighted: bytes of the text, which need not stand together on screen.
    highlighted: std::ops::Range<usize>,
    justify: Justify,
}

impl Widget for BidiParagraph<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        let mut y = area.y;
        let mut start = 0;
        for paragraph in self.text.split('\n') {
            // Each paragraph by its first strong letter, as `dir="auto"` in a browser.
            let direction = Direction::from_rtl(script_direction(paragraph).unwrap_or(false));
            let options = Options { width: area.width, marks: Marks::Drop };
            let mut layout = TextLayout::new(paragraph, direction, options);
            layout.set_justify(self.justify);
            for row in (0..).map_while(|index| layout.row(index)) {
                if y >= area.bottom() {
                    return;
                }
                let x = if direction.is_rtl() { area.right() - row.width } else { area.x };
                for cell in &row.cells {
                    let lit = start + cell.bytes.start < self.highlighted.end
                        && self.highlighted.start < start + cell.bytes.end;
                    let style = if lit { self.style.add_modifier(Modifier::REVERSED) } else { self.style };
                    // A space that was widened is several columns of blanks, and wide letters have two columns.
                    for column in 0..cell.width {
                        buffer[(x + cell.column + column, y)].set_symbol(" ").set_style(style);
                    }
                    if !row.symbol(cell).starts_with(' ') {
                        buffer[(x + cell.column, y)].set_symbol(row.symbol(cell));
                    }
                }
                y += 1;
            }
            start += paragraph.len() + 1;
        }
    }
}

fn frame(text: &str, (columns, rows): (u16, u16), justify: Justify) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    let highlighted = text.find("WHO").map_or(0..0, |at| at..at + 3);
    BidiParagraph { text, style: Style::new(), highlighted, justify }.render(buffer.area, &mut buffer);
    buffer
}

fn main() -> io::Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut has = |flag: &str| arguments.iter().position(|one| one == flag).map(|at| arguments.remove(at)).is_some();
    let (once, mut justify) = (has("--once"), if has("--justify") { Justify::Both } else { Justify::Start });
    if once {
        let columns = arguments.first().and_then(|columns| columns.parse().ok()).unwrap_or(60);
        let text = arguments.get(1).map_or(TEXT, String::as_str);
        let buffer = frame(text, (columns, 24), justify);
        let mut out = Vec::new();
        let is_blank = |y: u16| (0..columns).all(|x| buffer[(x, y)].symbol() == " ");
        for y in (0..24).take_while(|&y| !is_blank(y)) {
            write_row(&buffer, y, ColourDepth::None, true, &mut out);
            out.push(b'\n');
        }
        return io::stdout().write_all(&out);
    }
    // The session stops the terminal from reordering what is in order already, and gives it back.
    let mut session = Session::enter(newsreader::terminal::Options::default())?;
    let signal = loop {
        if !session.has_pending_input()? {
            let frame = frame(TEXT, session.size(), justify);
            session.draw(&frame)?;
        }
        match session.next_event()? {
            Event::Key(key) if key.code == crossterm::event::KeyCode::Char('q') => break None,
            Event::Key(key) if key.code == crossterm::event::KeyCode::Char('j') => {
                justify = if justify == Justify::Both { Justify::Start } else { Justify::Both };
            }
            Event::Terminate(signal) => break Some(signal),
            Event::Closed => break None,
            _ => {}
        }
    };
    session.leave()?;
    signal.map_or(Ok(()), |signal| die_by(signal))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(buffer: &Buffer) -> Vec<String> {
        let row = |y| (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (0..buffer.area.height).map(row).collect()
    }

    #[test]
    fn a_mixed_paragraph_stands_in_order_at_its_starting_side() {
        let buffer = frame("אבג WHO (דה)\nabc אב", (16, 3), Justify::Start);
        assert_eq!(rows(&buffer), ["    (הד) WHO גבא", "abc בא          ", "                "]);
        // What is highlighted is found cell by cell.
        let lit: Vec<u16> = (0..16).filter(|&x| buffer[(x, 0)].modifier.contains(Modifier::REVERSED)).collect();
        assert_eq!(lit, [9, 10, 11]);
    }

    #[test]
    fn justified_rows_reach_both_edges() {
        for columns in [24, 40, 63] {
            let rows = rows(&frame(TEXT, (columns, 20), Justify::Both));
            assert!(!rows[0].starts_with(' ') && !rows[0].ends_with(' '), "{:?}", rows[0]);
        }
    }

    #[test]
    fn no_size_is_too_small() {
        for size in [(1, 1), (2, 30), (200, 1)] {
            frame(TEXT, size, Justify::Both);
        }
    }
}
