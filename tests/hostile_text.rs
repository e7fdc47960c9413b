//! What strangers write never acts on the terminal: every attack, in every string of an article, through every way out.
#![allow(clippy::unwrap_used)]

mod hostile_support;

use hostile_support::{all_at_once, article, assert_plain, assert_rows, assert_sent, attacks};
use newsreader::article::Article;
use newsreader::export;
use newsreader::formats::{self, Collection, FileReport, Opened};
use newsreader::layout::{Justify, Marks};
use newsreader::palette::{Palette, Theme};
use newsreader::print::{self, Order, Settings as PrintSettings};
use newsreader::reader::areas::Placement;
use newsreader::reader::prompt::Edit;
use newsreader::reader::{Action, Awaited, CopyTarget, Effect, Settings, State, Tab};
use newsreader::terminal::present::{Abilities, Presenter};
use newsreader::terminal::reorder::{Parting, Reordering, reorder};
use newsreader::terminal::{ColourDepth, Mode, Paper};
use newsreader::view;
use ratatui::buffer::Buffer;

fn open(name: &str, evil: &str) -> Opened {
    let json = article(evil);
    formats::open_bytes(json.as_bytes(), evil).unwrap_or_else(|error| panic!("{name}: {error}"))
}

const ORDERS: [Order; 6] = [
    Order::Logical,
    Order::Cells { mode: Mode::Visual, mirrors: true },
    Order::Cells { mode: Mode::Words, mirrors: true },
    Order::Cells { mode: Mode::Colours, mirrors: true },
    Order::Cells { mode: Mode::Logical, mirrors: true },
    Order::Cells { mode: Mode::Logical, mirrors: false },
];

fn printed(article: Article, order: Order, marks: Marks, colours: Option<ColourDepth>) -> String {
    let mut out = Vec::new();
    let paper = |depth| Paper { depth, ground: Some((0, 0, 0)), ..Paper::default() };
    let colours = colours.map(|depth| (depth, Palette::of(Theme::Auto, paper(depth))));
    let settings = PrintSettings { width: 40, order, marks, colours, justify: Justify::Both };
    print::print(article, settings, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn every_attack_printed_in_every_order() {
    for (name, evil) in attacks() {
        let article = open(name, &evil).article;
        for order in ORDERS {
            for (marks, colours) in [(Marks::Drop, None), (Marks::Keep, Some(ColourDepth::True))] {
                let text = printed(article.clone(), order, marks, colours);
                let what = format!("{name}, {order:?}");
                let sgr = order != Order::Logical;
                if sgr {
                    assert_rows(&text, &what)
                } else {
                    assert_plain(&text, &what)
                }
                assert!(text.contains("Wang"), "{what}: the rest is there");
            }
        }
    }
}

/// A screen that checks everything that is sent to it.
struct Screen {
    presenters: Vec<(Mode, Presenter)>,
}

impl Screen {
    fn new() -> Self {
        let presenter = |mode| {
            let mut presenter = Presenter::new(ColourDepth::Indexed256);
            let all = Abilities { regions: true, margins: true, erase: true, repeat: true, ..Abilities::default() };
            presenter.set_abilities(Abilities { exact: mode == Mode::Colours, ..all });
            (mode, presenter)
        };
        Self { presenters: Mode::ALL.map(presenter).into() }
    }

    fn show(&mut self, state: &mut State, what: &str) -> Buffer {
        let frame = view::draw(state);
        for (mode, presenter) in &mut self.presenters {
            let how = Reordering {
                mode: *mode,
                mirrors: true,
                parting: Parting::Mark,
                foreground: (229, 229, 229),
                depth: ColourDepth::Indexed256,
            };
            let mut bytes = Vec::new();
            presenter.present(reorder(&frame, how).as_ref().unwrap_or(&frame), &mut bytes);
            assert_sent(&bytes, &format!("{what}, {mode:?}"));
        }
        frame
    }
}

/// Everything that a reader shows, step by step.
fn visit(state: &mut State, evil: &str, mut seen: impl FnMut(&mut State, &str)) {
    let steps: [(&str, &[Action]); 12] = [
        ("the beginning", &[]),
        ("the end", &[Action::Last]),
        ("a mention", &[Action::First, Action::Stops(1)]),
        ("in the sidebar", &[Action::Jump]),
        ("a jump to an entity", &[Action::ShowTab(Tab::Entities), Action::Lines(1), Action::Jump]),
        ("the next place", &[Action::NextPlace(1)]),
        ("quotations", &[Action::ShowTab(Tab::Quotes), Action::Jump]),
        ("the outline", &[Action::ShowTab(Tab::Outline), Action::Jump]),
        ("what can be copied", &[Action::Wait(Awaited::Copy)]),
        ("a bookmark", &[Action::Wait(Awaited::SetMark), Action::Letter('a'), Action::Wait(Awaited::GoToMark)]),
        ("the help", &[Action::Close, Action::ToggleHelp]),
        ("small", &[Action::Close, Action::Resize(12, 5)]),
    ];
    for (what, actions) in steps {
        for action in actions {
            state.update(*action);
        }
        seen(state, what);
    }
    state.update(Action::Resize(100, 30));
    state.say(evil);
    seen(state, "a message");
    state.update(Action::Redraw);
    state.set_progress(Some(evil.to_owned()));
    state.stand_among(Some(evil.to_owned()));
    seen(state, "progress");
    state.update(Action::Search);
    state.paste(&evil.chars().take(500).collect::<String>());
    state.update(Action::Edit(Edit::Insert('\u{1b}')));
    while state.is_searching() {
        state.search_on(1 << 20);
    }
    seen(state, "a search");
}

#[test]
fn every_attack_on_every_screen() {
    for (name, evil) in attacks() {
        for placement in [Placement::Auto, Placement::Bottom] {
            let settings = Settings { placement, ..Settings::of_size((100, 30)) };
            let mut state = State::new(open(name, &evil).article, settings);
            let mut screen = Screen::new();
            visit(&mut state, &evil, |state, what| _ = screen.show(state, &format!("{name}: {what}")));
        }
    }
}

/// What is left open in one text (an override, an isolate) ends with it: nothing beside it changes.
#[test]
fn bidi_controls_left_open_change_no_other_text() {
    let frames = |evil: &str| {
        let mut state = State::new(open("", evil).article, Settings::of_size((100, 30)));
        let mut frames = Vec::new();
        // What is typed may differ: only what stands on screen counts.
        visit(&mut state, "", |state, what| frames.push((what.to_owned(), view::draw(state))));
        frames
    };
    // At the end of every name, title and label. In the middle of a paragraph they order that paragraph, as they should.
    let plain = frames("");
    for evil in ["\u{202e}", "\u{2067}\u{202b}", "\u{202d}", "\u{2066}\u{202d}", "\u{2069}\u{202c}"] {
        let json = article("").replace(" النهاية", &format!(" النهاية{evil}"));
        let opened = formats::open_bytes(json.as_bytes(), "x").unwrap();
        let mut state = State::new(opened.article, Settings::of_size((100, 30)));
        let mut at = 0;
        visit(&mut state, "", |state, what| {
            let frame = view::draw(state);
            let rows = |frame: &Buffer| {
                let width = usize::from(frame.area.width);
                let row = |cells: &[ratatui::buffer::Cell]| cells.iter().map(|cell| cell.symbol()).collect::<String>();
                frame.content.chunks(width).map(row).collect::<Vec<_>>()
            };
            // Places in per cent count bytes, which are more here.
            let last = rows(&frame).len() - 1;
            assert_eq!(rows(&frame)[..last], rows(&plain[at].1)[..last], "{what} after {evil:?}");
            at += 1;
        });
    }
}

#[test]
fn every_attack_in_messages_reports_and_exports() {
    for (name, evil) in attacks() {
        let opened = open(name, &evil);
        for warning in &opened.warnings {
            assert_plain(&warning.to_string(), name);
            assert!(!warning.to_string().contains('\n'), "{name}: one line");
        }
        let mut written = Vec::new();
        export::markdown(&opened.article, &mut written).unwrap();
        assert_plain(std::str::from_utf8(&written).unwrap(), &format!("{name}: Markdown"));
        written.clear();
        export::csv(&opened.article, 1, &mut written).unwrap();
        assert_plain(std::str::from_utf8(&written).unwrap(), &format!("{name}: CSV"));
        written.clear();
        formats::native::write(&opened.article, &mut written).unwrap();
        assert_plain(std::str::from_utf8(&written).unwrap(), &format!("{name}: JSON"));
        assert_eq!(formats::open_bytes(&written, "again").unwrap().article, opened.article, "{name}: nothing is lost");

        let report = FileReport::of(Collection::from_bytes(article(&evil).into_bytes(), &evil));
        assert_plain(&report.to_string(), &format!("{name}: check"));
        written.clear();
        report.write_json(&mut written).unwrap();
        assert_plain(std::str::from_utf8(&written).unwrap(), &format!("{name}: check --json"));
    }
}

/// Files that are refused, with the attack where the message quotes the file.
#[test]
fn every_attack_in_refusals() {
    for (name, evil) in attacks() {
        let text = serde_json::to_string(&evil).unwrap();
        let files = [
            evil.clone(),
            format!("{{{text}: 1}}"),
            format!("{{\"format\": {text}}}"),
            format!(
                r#"{{"format": "newsreader-article/1", "blocks": [{{"id": {text}, "type": {text}, "text": ""}}]}}"#
            ),
            format!("{{\"title\": {text}}}"),
            format!("[{text}, {text}]"),
            format!("{{\"title\": {text}, \"text\": {text} {evil}"),
            format!("<html>{evil}"),
            format!("{{\"$schema\": {text}, \"properties\": {{}}}}"),
        ];
        for file in files {
            let refused = [
                Collection::from_bytes(file.clone().into_bytes(), &evil)
                    .and_then(|collection| collection.first())
                    .err(),
                formats::Annotations::from_bytes(file.into_bytes(), &evil).err(),
                Collection::open_path(format!("/nonexistent/{}", evil.replace('\0', ""))).err(),
            ];
            for error in refused.into_iter().flatten() {
                assert_plain(&error.to_string(), name);
                assert!(!error.to_string().contains('\n'), "{name}: one line");
            }
        }
    }
}

/// The clipboard gets text; controls that a shell would take for keys are not in it.
#[test]
fn every_attack_on_the_clipboard() {
    let (mut copies, mut opened) = (0, 0);
    for (name, evil) in attacks() {
        let mut state = State::new(open(name, &evil).article, Settings::of_size((100, 30)));
        for actions in [&[Action::Stops(1)][..], &[Action::ShowTab(Tab::Quotes), Action::Jump]] {
            for action in actions {
                state.update(*action);
            }
            for target in CopyTarget::ALL {
                let Ok(copied) = state.copied(target) else { continue };
                copies += 1;
                let harmful = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
                assert!(!copied.text.contains(harmful), "{name}: {target:?}: {:?}", copied.text);
            }
        }
        if let Effect::Open(address) = state.update(Action::OpenLink) {
            opened += 1;
            assert!(address.starts_with("https://example.org/"), "{name}");
        }
    }
    // Of every article something is copied, and an address is opened where the attack left one whole.
    let all = attacks().len();
    assert!(copies >= all && opened >= 1, "{all} attacks, {copies} copies, {opened} openings");
}

/// Longer than any buffer, and all of the attacks at once.
#[test]
fn a_megabyte_without_a_space_and_everything_at_once() {
    let mut articles = vec![open("all", &all_at_once()).article];
    for evil in ["x".repeat(1 << 20), "\u{202e}س".repeat(1 << 18)] {
        let entities = serde_json::json!([{"id": "e", "name": evil, "type": "PERSON", "mentions": [
            {"anchor": {"block": "b", "start": 0, "end": evil.chars().count(), "exact": evil}}]}]);
        let json = serde_json::json!({"format": "newsreader-article/1", "inLanguage": "en", "headline": evil,
            "blocks": [{"id": "b", "type": "paragraph", "text": evil}], "entities": entities});
        articles.push(formats::open_bytes(json.to_string().as_bytes(), "big").unwrap().article);
    }
    for article in articles {
        assert_rows(&printed(article.clone(), ORDERS[1], Marks::Drop, Some(ColourDepth::Ansi16)), "big");
        let mut state = State::new(article, Settings::of_size((80, 24)));
        let mut screen = Screen::new();
        for action in [Action::Redraw, Action::Pages(1), Action::ShowTab(Tab::Entities), Action::Jump] {
            state.update(action);
            screen.show(&mut state, "big");
        }
    }
}
