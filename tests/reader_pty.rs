//! The real binary in a pty, under a terminal emulator: what stands in every cell is what the library
//! draws after the same actions, and the terminal is given back.
//!
//! Waits are on conditions; the time limit is for a test that fails.
#![allow(clippy::unwrap_used)]

mod pty_line;

use std::io::Write;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use newsreader::formats;
use newsreader::palette::{Palette, Theme};
use newsreader::reader::{Action, Focus, Settings, State, Tab, Target};
use newsreader::terminal::{ColourDepth, Paper};
use newsreader::view;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::style::{Color, Modifier};

/// What is sent last, and once: BDSM on, bracketed paste off, style, autowrap, cursor, a clear, main screen.
const LEAVE: &str = "\x1b[8h\x1b[?2004l\x1b[m\x1b[?7h\x1b[?25h\x1b[H\x1b[2J\x1b[?1049l";

/// What an xterm answers to the questions of the probe.
const REPLIES: &str =
    "\x1bP>|XTerm(379)\x1b\\\x1b[8;0$y\x1b[?2026;0$y\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[>41;379;0c\x1b[?64;1;2c";

/// The program, the emulator that shows it, and the state that it should be in.
struct Reader {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    bytes: Vec<u8>,
    emulator: vt100::Parser,
    state: State,
    before: String,
}

impl Reader {
    fn open(columns: u16, rows: u16) -> Self {
        let article = formats::open_bundled().unwrap().article;
        let state = State::new(article, Settings::of_size((columns, rows)));
        Self::open_files(&[], state)
    }

    /// Opens files, of which `state` is the reader of the first article.
    fn open_files(files: &[&std::path::Path], state: State) -> Self {
        let (columns, rows) = state.size();
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsreader"));
        command.args(files);
        command.arg("--no-extract");
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        // Neither the configuration nor the memory of whoever runs the tests.
        command.env("XDG_CONFIG_HOME", "/nonexistent");
        // Relative: nothing is remembered.
        command.env("XDG_STATE_HOME", "nowhere");
        command.env("HOME", "nowhere");
        command.cwd(".");
        pty_line::forget_terminal(&mut command);
        let before = format!("{:?}", pair.master.get_termios().unwrap());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let output = pty_line::output_of(pair.master.try_clone_reader().unwrap());
        let mut this = Self {
            writer: pair.master.take_writer().unwrap(),
            master: pair.master,
            child,
            output,
            bytes: Vec::new(),
            emulator: vt100::Parser::new(rows, columns, 0),
            state,
            before,
        };
        this.send(REPLIES);
        this.assert_screen();
        this
    }

    fn send(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Presses a key that should do `action`, and waits until the screen shows it.
    fn press(&mut self, key: &str, action: Action) {
        self.state.update(action);
        self.send(key);
        self.assert_screen();
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        // The emulator first: what the program still sends for the former size, it clears.
        self.emulator.screen_mut().set_size(rows, columns);
        self.master.resize(size(columns, rows)).unwrap();
        self.state.update(Action::Resize(columns, rows));
        self.assert_screen();
    }

    /// The cells that differ from what the library draws: (row, column, shown, expected).
    fn differences(&mut self) -> Vec<(u16, u16, String, String)> {
        let mut frame = view::draw(&mut self.state);
        // The terminal has answered that its ground is black.
        let paper = Paper { depth: ColourDepth::Indexed256, ground: Some((0, 0, 0)), ..Paper::default() };
        Palette::of(Theme::Auto, paper).paint(&mut frame);
        let screen = self.emulator.screen();
        let mut found = Vec::new();
        for position in frame.area.positions() {
            let modifier = frame[position].modifier;
            let styles = [Modifier::REVERSED, Modifier::UNDERLINED, Modifier::BOLD, Modifier::DIM];
            let colour = match frame[position].fg {
                Color::Indexed(number) => vt100::Color::Idx(number),
                Color::Reset => vt100::Color::Default,
                other => panic!("{other:?} for a terminal of 256 colours"),
            };
            let expected = written(frame[position].symbol(), styles.map(|style| modifier.contains(style)), colour);
            let shown = shown(screen.cell(position.y, position.x).unwrap());
            if expected != shown {
                found.push((position.y, position.x, shown, expected));
            }
        }
        found
    }

    fn receive(&mut self) {
        if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(10)) {
            self.emulator.process(&bytes);
            self.bytes.extend(bytes);
        }
    }

    /// Waits until every cell holds and is highlighted as the library says.
    fn assert_screen(&mut self) {
        let end = Instant::now() + Duration::from_secs(20);
        while !self.emulator.screen().alternate_screen() || !self.differences().is_empty() {
            let shown = self.emulator.screen().contents();
            assert!(Instant::now() < end, "{:?}\n{shown}", self.differences());
            self.receive();
        }
    }

    /// The cells of the text that are shown reversed, as the emulator has them.
    fn reversed(&self) -> Vec<(u16, u16)> {
        let area = self.state.areas().text;
        let screen = self.emulator.screen();
        area.positions().filter(|at| screen.cell(at.y, at.x).unwrap().inverse()).map(|at| (at.y, at.x)).collect()
    }

    /// The cells in which the layout shows the selection.
    fn cells_of_selection(&mut self) -> Vec<(u16, u16)> {
        let area = self.state.areas().text;
        let spans = self.state.selection().unwrap().spans(self.state.places());
        let mut found = Vec::new();
        let mut line = Some(self.state.top());
        for y in area.y..area.bottom() {
            let Some(here) = line else { break };
            if let Some(row) = self.state.page().row(here) {
                let x = if row.direction.is_rtl() { area.right() - row.width } else { area.x };
                for span in spans.iter().filter(|span| span.block == here.text) {
                    found.extend(row.columns_of(&span.bytes()).into_iter().flatten().map(|column| (y, x + column)));
                }
            }
            line = self.state.page().below(here);
        }
        found.sort_unstable();
        found
    }

    fn assert_selection_is_highlighted(&mut self) {
        let expected = self.cells_of_selection();
        assert!(!expected.is_empty(), "the selection is on the screen");
        assert_eq!(self.reversed(), expected);
    }

    /// The whole screen with its styles.
    fn picture(&self) -> Vec<String> {
        let screen = self.emulator.screen();
        let (rows, columns) = screen.size();
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        cells.map(|(row, column)| shown(screen.cell(row, column).unwrap())).collect()
    }

    /// The article's part of it.
    fn article(&self) -> Vec<String> {
        let screen = self.emulator.screen();
        self.state.areas().text.positions().map(|at| shown(screen.cell(at.y, at.x).unwrap())).collect()
    }

    /// Presses `q`; the terminal must be as it was.
    fn quit(mut self) {
        assert_ne!(format!("{:?}", self.master.get_termios().unwrap()), self.before, "raw mode was on");
        assert!(self.emulator.screen().hide_cursor());
        self.send("q");
        let end = Instant::now() + Duration::from_secs(20);
        let status = loop {
            self.receive();
            if let Some(status) = self.child.try_wait().unwrap()
                && self.bytes.ends_with(LEAVE.as_bytes())
            {
                break status;
            }
            assert!(Instant::now() < end, "it ends with {:?}", String::from_utf8_lossy(&self.bytes));
        };
        assert!(status.success());
        assert!(!self.emulator.screen().alternate_screen() && !self.emulator.screen().hide_cursor());
        let text = String::from_utf8_lossy(&self.bytes);
        assert_eq!(text.matches(LEAVE).count(), 1);
        assert_eq!(text.matches("\x1b[?1049h").count(), 1);
        assert_eq!(format!("{:?}", self.master.get_termios().unwrap()), self.before, "the line settings are as before");
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A cell for comparison: what it shows, its styles as letters, and the number of its colour.
fn written(symbol: &str, [reversed, underlined, bold, dim]: [bool; 4], colour: vt100::Color) -> String {
    let blank = symbol.trim().is_empty();
    // A blank cell looks the same in bold.
    let styles = [(reversed, 'r'), (underlined, 'u'), (bold && !blank, 'b'), (dim && !blank, 'd')];
    let styles = styles.iter().filter(|style| style.0).map(|style| style.1);
    let text: String = if blank { " " } else { symbol }.chars().chain(styles).collect();
    match colour {
        vt100::Color::Idx(number) if !blank => format!("{text}{number}"),
        _ => text,
    }
}

fn shown(cell: &vt100::Cell) -> String {
    written(cell.contents(), [cell.inverse(), cell.underline(), cell.bold(), cell.dim()], cell.fgcolor())
}

/// Compares two pictures; a failure names the cells that differ.
fn assert_same(found: &[String], expected: &[String], what: &str) {
    let differ = |&at: &usize| found.get(at) != expected.get(at);
    let cells: Vec<usize> = (0..found.len().max(expected.len())).filter(differ).collect();
    let cells: Vec<_> = cells.into_iter().map(|at| (at, found.get(at), expected.get(at))).collect();
    assert!(cells.is_empty(), "{what}: {cells:?}");
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn entity(state: &State, id: &str) -> Target {
    Target::Entity(state.article().entities.iter().position(|entity| entity.id == id).unwrap())
}

/// The walk of a first session. The mentions of this entity cross row ends and have digits in them.
#[test]
fn an_entity_is_found_its_mentions_walked_and_the_place_kept() {
    let mut reader = Reader::open(100, 30);
    reader.press("jj", Action::Lines(2));
    let start = reader.article();
    reader.press("\t", Action::SwitchFocus);
    let target = entity(&reader.state, "v-brics16");
    while reader.state.list().chosen() != Some(target) {
        reader.press("j", Action::Lines(1));
    }
    reader.press("\r", Action::Jump);
    assert_eq!(reader.state.focus(), Focus::Article);
    reader.assert_selection_is_highlighted();
    let jumped = reader.picture();

    reader.press("n", Action::NextPlace(1));
    assert_eq!(reader.state.selection().unwrap().mention, 1);
    reader.assert_selection_is_highlighted();
    assert_ne!(reader.picture(), jumped);
    reader.press("[", Action::Back);
    assert_same(&reader.picture(), &jumped, "back at the first mention");
    reader.press("\x0f", Action::Back);
    assert_eq!(reader.reversed(), []);
    assert_same(&reader.article(), &start, "Ctrl-O: back where it began");
    reader.press("]", Action::Forward);
    assert_same(&reader.picture(), &jumped, "forward");
    reader.quit();
}

#[test]
fn a_resize_keeps_the_place_and_back_again_gives_the_same_screen() {
    let mut reader = Reader::open(100, 30);
    reader.press("\t", Action::SwitchFocus);
    reader.press("\r", Action::Jump);
    for _ in 0..3 {
        reader.press("n", Action::NextPlace(1));
    }
    let before = reader.picture();
    for (columns, rows) in [(60, 20), (40, 10), (150, 45), (100, 12)] {
        reader.resize(columns, rows);
        reader.assert_selection_is_highlighted();
    }
    reader.resize(3, 2);
    reader.resize(100, 30);
    assert_same(&reader.picture(), &before, "the former size");
    reader.quit();
}

#[test]
fn sidebar_tabs_help_and_esc() {
    let mut reader = Reader::open(90, 28);
    let opened = reader.picture();
    reader.press("s", Action::ToggleSidebar);
    assert!(!reader.emulator.screen().contents().contains("Entities"));
    reader.press("s", Action::ToggleSidebar);
    assert_same(&reader.picture(), &opened, "as opened");
    reader.press("?", Action::ToggleHelp);
    assert!(reader.emulator.screen().contents().contains("half a page down"));
    reader.press("\x1b", Action::Close);
    assert_same(&reader.picture(), &opened, "as opened");
    reader.press("2", Action::ShowTab(Tab::Quotes));
    reader.press("G", Action::Last);
    reader.press("\x1b[A", Action::Lines(-1));
    reader.press("\r", Action::Jump);
    reader.assert_selection_is_highlighted();
    reader.press("\x1b[6~", Action::Pages(1));
    reader.press("\x1b[H", Action::First);
    reader.quit();
}

#[test]
fn a_narrow_terminal_has_the_sidebar_over_the_article() {
    let mut reader = Reader::open(50, 20);
    reader.press("\t", Action::SwitchFocus);
    assert!(reader.emulator.screen().contents().contains("Entities"));
    reader.press("j", Action::Lines(1));
    reader.press("\r", Action::Jump);
    assert!(!reader.emulator.screen().contents().contains("Entities"));
    reader.assert_selection_is_highlighted();
    reader.quit();
}

/// Files of a test, gone with it.
struct Scratch(Vec<std::path::PathBuf>);

impl Drop for Scratch {
    fn drop(&mut self) {
        self.0.iter().for_each(|path| _ = std::fs::remove_file(path));
    }
}

/// `>` and `<` go through the records of a file, into the next file and back; each article is as it was left.
#[test]
fn next_and_previous_article_through_two_files() {
    let text = "جملة من هذا الخبر الطويل.\\n\\n".repeat(40);
    let row = |title: &str| format!("{{\"title\": \"{title}\", \"text\": \"{text}\"}}\n");
    let path = |name: &str| std::env::temp_dir().join(format!("newsreader-pty-{}-{name}", std::process::id()));
    let files = Scratch(vec![path("rows.jsonl"), path("one.json")]);
    std::fs::write(&files.0[0], row("الخبر الأول") + "{\"id\": 1}\n" + &row("الخبر الثالث")).unwrap();
    std::fs::write(&files.0[1], row("خبر وحده")).unwrap();

    let size = (90, 24);
    let opened = |file: usize, record: usize, among: &str| {
        let article = formats::Collection::open_path(&files.0[file]).unwrap().open(record).unwrap().article;
        let mut state = State::new(article, Settings::of_size(size));
        state.stand_among(Some(among.to_owned()));
        state
    };
    let paths: Vec<&std::path::Path> = files.0.iter().map(std::path::PathBuf::as_path).collect();
    let mut reader = Reader::open_files(&paths, opened(0, 0, "file 1/2  1/3"));
    assert!(reader.emulator.screen().contents().contains("file 1/2  1/3  top"));
    reader.press("jjjj", Action::Lines(4));
    let left = reader.picture();

    // The program keeps the first; so does this test.
    let mut third = opened(0, 2, "file 1/2  3/3");
    third.say(format!("{}: record 2: JSON object but no article: keys id.         The native format needs format, inLanguage, blocks; missing: format, inLanguage, blocks", files.0[0].display()));
    let first = std::mem::replace(&mut reader.state, third);
    reader.send(">");
    reader.assert_screen();
    reader.press("j", Action::Lines(1));
    assert!(reader.emulator.screen().contents().contains("file 1/2  3/3"));

    let third = std::mem::replace(&mut reader.state, opened(1, 0, "2/2"));
    reader.send(">");
    reader.assert_screen();
    let end = |reader: &mut Reader, key: &str, words: &str| {
        reader.state.say(words);
        reader.send(key);
        reader.assert_screen();
    };
    end(&mut reader, ">", "this is the last article");

    reader.state = third;
    reader.send("<");
    reader.assert_screen();
    reader.press("k", Action::Lines(-1));
    reader.state = first;
    reader.state.say("1 problem");
    reader.send("<");
    // What is in the way is told until the next key.
    reader.press("j", Action::Lines(1));
    reader.press("k", Action::Lines(-1));
    assert_same(&reader.picture(), &left, "the first article as it was left");
    end(&mut reader, "<", "this is the first article");
    reader.quit();
}
