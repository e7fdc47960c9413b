//! A terminal that knows exactly what the presenter sends, and is as strict as the worst real one.
//!
//! It panics at any sequence that it does not know, and wherever terminals disagree: when something is written or
//! moved relatively while the cursor may be anywhere (after the last column, after a region was set, after a
//! cluster of doubtful width), when something is erased or scrolled in with a style, when a margin cuts a wide
//! cluster, when a movement leaves the screen. The half that is left of an overwritten wide cluster is unknown.

use std::collections::BTreeSet;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Colours by their SGR parameters (`31`, `38;5;7`), and the attributes that are on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Style {
    fg: Vec<u16>,
    bg: Vec<u16>,
    attributes: BTreeSet<u16>,
    /// Parameters and address of the link.
    link: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Glyph(String, Style),
    /// The second column of a wide cluster.
    Tail,
    /// Half a wide cluster was overwritten: terminals disagree.
    Unknown,
}

impl Cell {
    fn blank() -> Self {
        Cell::Glyph(" ".into(), Style::default())
    }
}

pub(crate) struct Emulator {
    pub(crate) cells: Vec<Vec<Cell>>,
    width: usize,
    height: usize,
    /// Column and row; none where terminals disagree.
    cursor: Option<(usize, usize)>,
    style: Style,
    last: Option<String>,
    /// Where a mark would go.
    printed: (usize, usize),
    rows: Range<usize>,
    columns: Range<usize>,
    margins: bool,
    synchronized: bool,
    visible: bool,
    link: String,
    /// Whether it understands OSC 8; else it panics at it.
    pub links: bool,
}

/// What the tests take for the address of a link.
pub(crate) fn address(number: usize) -> String {
    format!("https://example.org/{number}")
}

impl Emulator {
    pub(crate) fn new(width: usize, height: usize) -> Self {
        Self {
            cells: vec![vec![Cell::Unknown; width]; height],
            width,
            height,
            cursor: None,
            style: Style::default(),
            last: None,
            printed: (0, 0),
            rows: 0..height,
            columns: 0..width,
            margins: false,
            synchronized: false,
            visible: false,
            link: String::new(),
            links: false,
        }
    }

    /// Takes one whole frame.
    pub(crate) fn frame(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).expect("whole characters");
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            match c {
                '\x1b' => match rest.next() {
                    Some('[') => self.control(&mut rest),
                    Some('M') => self.reverse_index(),
                    Some(']') => self.link(&mut rest),
                    other => panic!("ESC {other:?}"),
                },
                '\r' => self.cursor = Some((0, self.at().1)),
                '\n' => self.line_feed(),
                '\x08' => self.move_by(-1, 0),
                c if c.is_control() => panic!("control {c:?}"),
                c if c.width() == Some(0) => self.combine(c),
                c => self.print(&c.to_string()),
            }
        }
        assert!(!self.synchronized, "a frame ends its synchronized update");
        assert_eq!((&self.rows, &self.columns), (&(0..self.height), &(0..self.width)), "no margin outlives a frame");
        assert!(!self.margins);
        assert_eq!(self.link, "", "no link outlives a frame");
    }

    /// OSC 8.
    fn link(&mut self, rest: &mut std::str::Chars) {
        assert!(self.links, "an OSC for a terminal that does not understand it");
        let mut text = String::new();
        while !text.ends_with("\x1b\\") {
            text.push(rest.next().expect("a whole sequence"));
        }
        let link = text.strip_prefix("8;").and_then(|text| text.strip_suffix("\x1b\\")).expect("OSC 8");
        assert!(link.bytes().all(|byte| (0x20..0x7f).contains(&byte)), "{link:?}");
        let link = if link == ";" { "" } else { link };
        assert_ne!(self.link, link, "no OSC 8 changes nothing");
        link.clone_into(&mut self.link);
        self.last = None;
    }

    fn at(&self) -> (usize, usize) {
        self.cursor.expect("the cursor's place is known to every terminal")
    }

    fn place(&mut self, x: usize, y: usize) {
        assert!(x < self.width && y < self.height, "{x}, {y} is on the screen");
        self.cursor = Some((x, y));
    }

    fn move_by(&mut self, dx: isize, dy: isize) {
        let (x, y) = self.at();
        self.place(x.checked_add_signed(dx).unwrap(), y.checked_add_signed(dy).unwrap());
        self.last = None;
    }

    fn print(&mut self, symbol: &str) {
        let (x, y) = self.at();
        let width = symbol.width();
        assert!(x + width <= self.width, "{symbol:?} has room");
        for column in x..x + width {
            self.overwrite(column, y);
        }
        self.cells[y][x] = Cell::Glyph(symbol.into(), Style { link: self.link.clone(), ..self.style.clone() });
        if width == 2 {
            self.cells[y][x + 1] = Cell::Tail;
        }
        self.cursor = (x + width < self.width).then_some((x + width, y));
        self.last = Some(symbol.into());
        if symbol.width() != symbol.width_cjk() && !('\u{2500}'..='\u{257f}').contains(&symbol.chars().next().unwrap())
        {
            self.cursor = None;
        }
        self.printed = (x, y);
    }

    fn combine(&mut self, mark: char) {
        let (x, y) = self.printed;
        match &mut self.cells[y][x] {
            Cell::Glyph(symbol, _) => symbol.push(mark),
            other => panic!("a mark on {other:?}"),
        }
        self.last = None;
    }

    /// Half of what stands here is about to go.
    fn overwrite(&mut self, x: usize, y: usize) {
        let row = &mut self.cells[y];
        if row[x] == Cell::Tail {
            row[x - 1] = Cell::Unknown;
        }
        if row.get(x + 1) == Some(&Cell::Tail) {
            row[x + 1] = Cell::Unknown;
        }
    }

    fn erase(&mut self, y: usize, columns: Range<usize>) {
        assert_eq!(self.style, Style::default(), "erased with the default background");
        assert_eq!(self.link, "", "erased with a link");
        for x in columns {
            self.overwrite(x, y);
            self.cells[y][x] = Cell::blank();
        }
        self.last = None;
    }

    fn line_feed(&mut self) {
        let (x, y) = self.at();
        if y + 1 == self.rows.end {
            assert!(self.columns.contains(&x), "inside the margins");
            self.scroll(true);
        } else {
            self.place(x, y + 1);
        }
        self.last = None;
    }

    fn reverse_index(&mut self) {
        let (x, y) = self.at();
        if y == self.rows.start {
            assert!(self.columns.contains(&x), "inside the margins");
            self.scroll(false);
        } else {
            self.place(x, y - 1);
        }
        self.last = None;
    }

    fn scroll(&mut self, up: bool) {
        assert_eq!(self.style, Style::default(), "what scrolls in has the default background");
        assert_eq!(self.link, "", "what scrolls in is no link");
        let (columns, rows) = (self.columns.clone(), self.rows.clone());
        for y in rows.clone() {
            for x in [columns.start, columns.end] {
                assert!(self.cells[y].get(x) != Some(&Cell::Tail), "a margin cuts a wide cluster");
            }
        }
        let mut moved: Vec<Vec<Cell>> = rows.clone().map(|y| self.cells[y][columns.clone()].to_vec()).collect();
        let blank = vec![Cell::blank(); columns.len()];
        if up {
            moved.remove(0);
            moved.push(blank);
        } else {
            moved.pop();
            moved.insert(0, blank);
        }
        for (y, row) in rows.zip(moved) {
            self.cells[y][columns.clone()].clone_from_slice(&row);
        }
    }

    fn control(&mut self, rest: &mut std::str::Chars) {
        let mut text = String::new();
        let last = loop {
            match rest.next().expect("a whole sequence") {
                c @ '@'..='~' => break c,
                c => text.push(c),
            }
        };
        if let Some(mode) = text.strip_prefix('?') {
            return self.mode(mode, last);
        }
        let numbers: Vec<usize> = match text.as_str() {
            "" => Vec::new(),
            // An empty parameter is the default.
            text if text.starts_with(';') => vec![1, text[1..].parse().expect("a number")],
            text => text.split(';').map(|n| n.parse().expect("a number")).collect(),
        };
        let by = isize::try_from(numbers.first().copied().unwrap_or(1)).unwrap();
        let repeated = self.last.take();
        match (last, numbers.as_slice()) {
            ('m', _) => self.sgr(&numbers),
            ('H', []) => self.place(0, 0),
            ('H', [y]) => self.place(0, y - 1),
            ('H', [y, x]) => self.place(x - 1, y - 1),
            ('A', [] | [_]) => self.move_by(0, -by),
            ('B', [] | [_]) => self.move_by(0, by),
            ('C', [] | [_]) => self.move_by(by, 0),
            ('D', [] | [_]) => self.move_by(-by, 0),
            ('J', [2]) => (0..self.height).for_each(|y| self.erase(y, 0..self.width)),
            ('J', []) => {
                let (x, y) = self.at();
                self.erase(y, x..self.width);
                (y + 1..self.height).for_each(|y| self.erase(y, 0..self.width));
            }
            ('K', []) => {
                let (x, y) = self.at();
                self.erase(y, x..self.width);
            }
            ('X', [count]) => {
                let (x, y) = self.at();
                assert!(x + count <= self.width);
                self.erase(y, x..x + count);
            }
            ('b', [count]) => {
                let symbol = repeated.expect("REP stands right behind a character");
                (0..*count).for_each(|_| self.print(&symbol));
            }
            ('r', []) => (self.rows, self.cursor) = (0..self.height, None),
            ('r', [top, bottom]) => {
                assert!(1 <= *top && top < bottom && *bottom <= self.height);
                (self.rows, self.cursor) = (top - 1..*bottom, None);
            }
            ('s', [left, right]) => {
                assert!(self.margins && 1 <= *left && left < right && *right <= self.width);
                (self.columns, self.cursor) = (left - 1..*right, None);
            }
            other => panic!("CSI {text:?} {other:?}"),
        }
    }

    fn mode(&mut self, mode: &str, last: char) {
        let on = match last {
            'h' => true,
            'l' => false,
            other => panic!("CSI ? {mode} {other}"),
        };
        self.last = None;
        match mode {
            "25" => self.visible = on,
            "69" => (self.margins, self.columns) = (on, 0..self.width),
            "2026" => {
                assert_ne!(self.synchronized, on);
                self.synchronized = on;
            }
            _ => panic!("CSI ? {mode} {last}"),
        }
    }

    fn sgr(&mut self, numbers: &[usize]) {
        let before = self.style.clone();
        let numbers: Vec<u16> = numbers.iter().map(|n| u16::try_from(*n).unwrap()).collect();
        let mut rest = if numbers.is_empty() { &[0][..] } else { &numbers[..] };
        while let [first, after @ ..] = rest {
            let colour = match (first, after) {
                (38 | 48, [5, ..]) => 3,
                (38 | 48, [2, ..]) => 5,
                _ => 1,
            };
            let (parameters, after) = rest.split_at(colour);
            match first {
                0 => self.style = Style::default(),
                1..=5 | 7..=9 => _ = self.style.attributes.insert(*first),
                22 => self.style.attributes.retain(|a| !matches!(a, 1 | 2)),
                23..=25 | 27..=29 => _ = self.style.attributes.remove(&(first - 20)),
                30..=38 | 90..=97 => self.style.fg = parameters.to_vec(),
                39 => self.style.fg.clear(),
                40..=48 | 100..=107 => self.style.bg = parameters.to_vec(),
                49 => self.style.bg.clear(),
                other => panic!("SGR {other}"),
            }
            rest = after;
        }
        // The one before a clear is sent whatever the pen is.
        assert!(self.style != before || self.style == Style::default(), "no SGR changes nothing");
    }
}

fn parameters(colour: Color, base: u16) -> Vec<u16> {
    let named = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour {
        Color::Reset => Vec::new(),
        Color::Rgb(r, g, b) => vec![base + 8, 2, r.into(), g.into(), b.into()],
        Color::Indexed(n) => vec![base + 8, 5, n.into()],
        other => {
            let n = u16::try_from(named.iter().position(|named| *named == other).unwrap()).unwrap();
            vec![if n < 8 { base + n } else { base + 52 + n }]
        }
    }
}

fn style(cell: &ratatui::buffer::Cell) -> Style {
    let numbers = [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::SLOW_BLINK, 5),
        (Modifier::REVERSED, 7),
        (Modifier::HIDDEN, 8),
        (Modifier::CROSSED_OUT, 9),
    ];
    let attributes = numbers.into_iter().filter(|(flag, _)| cell.modifier.contains(*flag)).map(|(_, n)| n).collect();
    let link = match cell.underline_color {
        Color::Rgb(0, 0, number) => format!("id={number};{}", address(usize::from(number) - 1)),
        _ => String::new(),
    };
    Style { fg: parameters(cell.fg, 30), bg: parameters(cell.bg, 40), attributes, link }
}

/// A blank whose style draws no line and is not reversed shows only its background.
fn seen(cell: Cell) -> Cell {
    match cell {
        Cell::Glyph(symbol, style) if symbol == " " && ![4, 7, 9].iter().any(|n| style.attributes.contains(n)) => {
            Cell::Glyph(symbol, Style { bg: style.bg, ..Style::default() })
        }
        other => other,
    }
}

/// What a terminal without links shows of a cell.
fn unlinked(cell: Cell) -> Cell {
    match cell {
        Cell::Glyph(symbol, style) => Cell::Glyph(symbol, Style { link: String::new(), ..style }),
        other => other,
    }
}

/// Checks that the screen is what the frame says.
pub(crate) fn assert_shows(emulator: &Emulator, frame: &Buffer) {
    for y in 0..frame.area.height {
        let mut wanted: Vec<Cell> = Vec::new();
        while wanted.len() < emulator.width {
            let cell = &frame[(u16::try_from(wanted.len()).unwrap(), y)];
            match cell.symbol().width() {
                2 if wanted.len() + 2 <= emulator.width => {
                    wanted.extend([Cell::Glyph(cell.symbol().into(), style(cell)), Cell::Tail]);
                }
                1 => wanted.push(Cell::Glyph(cell.symbol().into(), style(cell))),
                _ => wanted.push(Cell::Glyph(" ".into(), style(cell))),
            }
        }
        for (x, (shown, wanted)) in emulator.cells[usize::from(y)].iter().zip(wanted).enumerate() {
            let wanted = if emulator.links { wanted } else { unlinked(wanted) };
            assert_eq!(seen(shown.clone()), seen(wanted), "column {x}, row {y}");
        }
    }
}
