#![allow(clippy::unwrap_used)]

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::double::{MemoryTty, Step};
use super::*;
use crate::terminal::input::ESCAPE_GRACE;
use crate::terminal::recorded;

fn frame(text: &str) -> Buffer {
    let mut frame = Buffer::empty(Rect::new(0, 0, 20, 4));
    frame.set_string(0, 0, text, ratatui::style::Style::default());
    frame
}

fn plain() -> Environment {
    Environment::from_pairs([("TERM", "xterm-256color")])
}

fn quiet() -> Options {
    Options { probe: false, ..Options::default() }
}

fn session(tty: &MemoryTty, environment: Environment, options: Options) -> Session<MemoryTty> {
    Session::on(tty.clone(), environment, options).unwrap()
}

fn key(event: &Event) -> KeyCode {
    match event {
        Event::Key(KeyEvent { code, .. }) => *code,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_first_frame_goes_out_in_one_write_with_everything_before_it() {
    let tty = MemoryTty::default();
    let mut session = session(&tty, plain(), Options::default());
    assert_eq!(tty.writes(), 0);
    session.draw(&frame("hello")).unwrap();
    let queries = std::str::from_utf8(QUERIES).unwrap();
    let wanted = format!("\x1b[?1049h{queries}\x1b[8l\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[m\x1b[2J\x1b[Hhello");
    assert_eq!((tty.written(), tty.writes()), (wanted, 1));
}

/// VTE keeps the flag row by row from the last clear; tmux needs it before its own alternate screen.
#[test]
fn the_switch_stands_where_it_was_measured_to_work() {
    for terminal in recorded::all() {
        let tty = MemoryTty::default();
        session(&tty, terminal.environment(), quiet()).draw(&frame("x")).unwrap();
        let (mode, enter) = terminal.at_first;
        let text = tty.written();
        // Behind a multiplexer only the beginning of it is on record.
        let right = match text.split_once("\x1b[?1049h") {
            Some((before, _)) if terminal.name.contains("-in-") => before.starts_with(enter),
            Some((before, after)) => before.is_empty() && after.starts_with(enter),
            None => false,
        };
        assert!(right, "{} {mode:?}", terminal.name);
    }
}

#[test]
fn a_frame_that_did_not_change_costs_nothing() {
    let tty = MemoryTty::default();
    let mut session = session(&tty, plain(), quiet());
    session.draw(&frame("hello")).unwrap();
    session.draw(&frame("hello")).unwrap();
    assert_eq!(tty.writes(), 1);
}

/// Without its environment (over SSH) a terminal is known only when it answers: the screen is drawn anew then.
#[test]
fn when_replies_decide_otherwise_the_frame_is_drawn_again() {
    for terminal in recorded::all().iter().filter(|terminal| !terminal.name.contains("-in-")) {
        let mut tty = MemoryTty::default();
        tty.answer_with(terminal.bytes);
        let mut session = session(&tty, plain(), Options::default());
        session.draw(&frame("ﺮﺒﺧ 1")).unwrap();
        tty.take_written();
        assert_eq!(session.next_event().unwrap(), Event::Redraw);
        session.draw(&frame("ﺮﺒﺧ 1")).unwrap();
        assert_eq!(session.decision().mode, terminal.mode, "{}", terminal.name);
        let again = tty.take_written();
        let changed = terminal.mode != Mode::Visual || terminal.enter != "\x1b[8l";
        let switch =
            if changed && terminal.enter != "\x1b[8l" { format!("\x1b[8h{}", terminal.enter) } else { String::new() };
        if changed {
            assert!(
                again.replace("\x1b[?2026h", "").starts_with(&format!("{switch}\x1b[m\x1b[2J")),
                "{}: {again:?}",
                terminal.name
            );
        } else {
            assert_eq!(again, "", "{}", terminal.name);
        }
        session.leave().unwrap();
        let undo = terminal.enter.replace("8l", "8h").replace("=false", "=true");
        assert!(tty.written().contains(&undo) && tty.written().ends_with("\x1b[?1049l"), "{}", terminal.name);
    }
}

/// Answers at once, in pieces with silences in them, after keys, or never; somebody types meanwhile.
#[test]
fn no_key_is_lost_and_no_reply_becomes_a_key_however_late_it_comes() {
    let silence = Step::Silence(ESCAPE_GRACE * 2);
    for terminal in recorded::all() {
        for cut in 0..=terminal.bytes.len() {
            let (head, tail) = terminal.bytes.split_at(cut);
            let mut tty = MemoryTty::default();
            let steps: [&[u8]; 5] = [b"j", head, tail, b"k", b"\x1b"];
            for bytes in steps.into_iter().filter(|bytes| !bytes.is_empty()) {
                tty.then(Step::Type(bytes.to_vec()));
                tty.then(silence.clone());
            }
            let mut session = session(&tty, terminal.environment(), Options::default());
            let mut keys = Vec::new();
            while keys.len() < 3 {
                match session.next_event().unwrap() {
                    Event::Redraw => {}
                    event => keys.push(key(&event)),
                }
            }
            assert_eq!(keys, [KeyCode::Char('j'), KeyCode::Char('k'), KeyCode::Esc], "{} cut at {cut}", terminal.name);
        }
    }
}

#[test]
fn a_terminal_that_never_answers_still_has_an_escape_key() {
    let mut tty = MemoryTty::default();
    tty.type_later(b"\x1b");
    tty.then(Step::Silence(Duration::from_secs(10)));
    tty.type_later(b"q");
    let mut session = session(&tty, plain(), Options::default());
    assert_eq!(key(&session.next_event().unwrap()), KeyCode::Esc);
    assert_eq!(key(&session.next_event().unwrap()), KeyCode::Char('q'));
}

#[test]
fn pending_input_is_seen_without_waiting() {
    let mut tty = MemoryTty::default();
    let mut session = session(&tty, plain(), quiet());
    assert!(!session.has_pending_input().unwrap());
    tty.type_later(b"jjj");
    for left in [true, true, false] {
        session.next_event().unwrap();
        assert_eq!(session.has_pending_input().unwrap(), left);
    }
}

#[test]
fn a_resize_is_told_and_everything_is_drawn_again() {
    let mut tty = MemoryTty::default();
    let mut session = session(&tty, plain(), quiet());
    session.draw(&frame("hello")).unwrap();
    tty.take_written();
    tty.then(Step::Resize(20, 4));
    assert_eq!(session.next_event().unwrap(), Event::Resize(20, 4));
    session.draw(&frame("hello")).unwrap();
    assert_eq!(tty.take_written(), "\x1b[m\x1b[2J\x1b[Hhello");
}

#[test]
fn stopping_gives_the_terminal_back_and_takes_it_again() {
    let mut tty = MemoryTty::default();
    let options = Options { mouse: true, ..quiet() };
    let mut session = session(&tty, plain(), options);
    session.draw(&frame("hello")).unwrap();
    tty.take_written();
    tty.then(Step::Wake(Wake::Stop));
    assert_eq!(session.next_event().unwrap(), Event::Resize(20, 4));
    assert_eq!(tty.stops(), 1);
    assert_eq!(
        tty.take_written(),
        "\x1b[?1006l\x1b[?1002l\x1b[8h\x1b[?2004l\x1b[m\x1b[?7h\x1b[?25h\x1b[H\x1b[2J\x1b[?1049l"
    );
    assert_eq!(session.next_event().unwrap(), Event::Redraw);
    session.draw(&frame("hello")).unwrap();
    let again = tty.take_written();
    assert!(again.starts_with("\x1b[?1049h\x1b[8l") && again.ends_with("\x1b[2J\x1b[Hhello"), "{again:?}");
    assert!(tty.is_raw());
    tty.then(Step::Wake(Wake::Continued));
    assert_eq!(session.next_event().unwrap(), Event::Resize(20, 4));
}

#[test]
fn the_end_of_input_is_told_once_and_again() {
    let mut tty = MemoryTty::default();
    tty.type_later(b"j\x1b");
    tty.then(Step::HangUp);
    let mut session = session(&tty, plain(), Options::default());
    let events: Vec<Event> = (0..4).map(|_| session.next_event().unwrap()).collect();
    assert_eq!((key(&events[0]), key(&events[1])), (KeyCode::Char('j'), KeyCode::Esc));
    assert_eq!(events[2..], [Event::Closed, Event::Closed]);
}

#[test]
fn a_signal_that_ends_is_handed_on() {
    let mut tty = MemoryTty::default();
    tty.then(Step::Wake(Wake::Terminate(15)));
    assert_eq!(session(&tty, plain(), quiet()).next_event().unwrap(), Event::Terminate(15));
}

#[test]
fn output_that_fails_is_an_error() {
    let mut tty = MemoryTty::default();
    tty.break_output();
    let mut session = session(&tty, plain(), quiet());
    assert_eq!(session.draw(&frame("x")).unwrap_err().kind(), io::ErrorKind::BrokenPipe);
}

/// Quitting before the terminal has answered: its replies are read, not left for the shell.
#[test]
fn replies_under_way_are_read_before_leaving() {
    let mut tty = MemoryTty::default();
    tty.answer_with(recorded::all()[0].bytes);
    let mut session = session(&tty, plain(), Options::default());
    session.draw(&frame("x")).unwrap();
    session.leave().unwrap();
    assert!(!tty.is_raw());
    assert_eq!(tty.clone().wait(Some(Duration::ZERO)).unwrap(), Wake::TimedOut);
}

#[test]
fn a_mode_chosen_by_hand_takes_effect_with_the_next_frame() {
    let konsole = recorded::all().iter().find(|terminal| terminal.name == "konsole").unwrap();
    let mut tty = MemoryTty::default();
    let mut session = session(&tty, konsole.environment(), quiet());
    session.draw(&frame("ﺮﺒﺧ")).unwrap();
    tty.take_written();
    session.set_mode(Some(Mode::Logical));
    session.draw(&frame("ﺮﺒﺧ")).unwrap();
    assert_eq!(tty.take_written(), "\x1b]50;BidiRenderingEnabled=true\x07\x1b[m\x1b[2J\x1b[Hﺧﺒﺮ");
    session.set_mode(None);
    session.draw(&frame("ﺮﺒﺧ")).unwrap();
    assert!(tty.take_written().ends_with("\x1b[Hﺮﺒﺧ"));
}

#[test]
fn another_thread_wakes_the_session_and_calls_in_a_row_count_as_one() {
    let mut tty = MemoryTty::default();
    let mut session = session(&tty, plain(), quiet());
    let waker = session.waker();
    std::thread::spawn(move || (0..3).for_each(|_| waker.wake())).join().unwrap();
    tty.type_later(b"j");
    assert!(session.has_pending_input().unwrap());
    assert_eq!(session.next_event().unwrap(), Event::Woken);
    assert_eq!(key(&session.next_event().unwrap()), KeyCode::Char('j'));
    assert!(!session.has_pending_input().unwrap());
}

#[test]
fn a_wake_while_replies_are_under_way_leaves_none_of_them_behind() {
    let mut tty = MemoryTty::default();
    tty.answer_with(recorded::all()[0].bytes);
    let mut session = session(&tty, plain(), Options::default());
    session.draw(&frame("x")).unwrap();
    session.waker().wake();
    session.leave().unwrap();
    assert_eq!(tty.clone().wait(Some(Duration::ZERO)).unwrap(), Wake::TimedOut);
}

/// A terminal that is behind gets the last frame, not all of them.
#[test]
fn frames_are_left_out_while_the_terminal_takes_no_bytes() {
    let mut tty = MemoryTty::default();
    let mut session = session(&tty, plain(), quiet());
    session.draw(&frame("first")).unwrap();
    tty.take_written();
    tty.fill();
    for text in ["second", "third", "fourth"] {
        session.draw(&frame(text)).unwrap();
    }
    assert_eq!(tty.take_written(), "");
    tty.type_later(b"j");
    assert_eq!(key(&session.next_event().unwrap()), KeyCode::Char('j'), "keys are heard");
    tty.then(Step::Wake(Wake::Ready));
    assert_eq!(session.next_event().unwrap(), Event::Redraw);
    session.draw(&frame("last")).unwrap();
    let text = tty.take_written();
    assert!(text.contains("la") && !text.contains("second") && !text.contains("fourth"), "{text:?}");
}

/// Only who has said that it is a terminal that understands links is sent any; a cell is drawn again for it.
#[test]
fn links_go_to_terminals_that_understand_them() {
    for terminal in recorded::all().iter().filter(|terminal| ["xterm", "vte", "kitty"].contains(&terminal.name)) {
        let mut tty = MemoryTty::default();
        tty.answer_with(terminal.bytes);
        let mut session = session(&tty, terminal.environment(), Options::default());
        session.set_links(Links::new([Some("https://example.org/a b")]));
        let mut frame = frame("a link");
        frame.set_style(Rect::new(2, 0, 4, 1), links::style(0));
        session.draw(&frame).unwrap();
        assert!(!tty.take_written().contains("\x1b]8;"), "{} has not answered yet", terminal.name);
        while session.next_event().unwrap() != Event::Redraw {}
        session.draw(&frame).unwrap();
        let sent = tty.take_written();
        let wanted = "\x1b]8;id=1;https://example.org/a%20b\x1b\\link\x1b]8;;\x1b\\";
        assert_eq!(sent.contains(wanted), terminal.name != "xterm", "{}: {sent:?}", terminal.name);
        assert_eq!(sent.contains("\x1b]8;"), terminal.name != "xterm", "{}", terminal.name);
        session.draw(&frame).unwrap();
        assert_eq!(tty.take_written(), "", "nothing is sent twice");
    }
}

/// In logical mode a terminal reports the column in which the letter was sent.
#[test]
fn clicks_in_logical_mode_are_turned_back() {
    let mut tty = MemoryTty::default();
    let options = Options { mouse: true, mode: Some(Mode::Logical), ..quiet() };
    let mut session = session(&tty, plain(), options);
    session.draw(&frame("גבא xy")).unwrap();
    // The first letter of the word is sent first and seen third; Latin letters stay.
    tty.type_later(b"\x1b[<0;1;1M\x1b[<0;3;1M\x1b[<0;5;1M");
    let columns: Vec<u16> = (0..3)
        .map(|_| match session.next_event().unwrap() {
            Event::Mouse(mouse) => mouse.column,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(columns, [2, 0, 4]);
}
