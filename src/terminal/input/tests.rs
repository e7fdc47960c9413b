#![allow(clippy::unwrap_used)]

use crossterm::event::{KeyEventKind, MouseButton, MouseEventKind};
use proptest::prelude::*;

use super::*;
use crate::terminal::recorded;

fn finish(parser: &mut InputParser, out: &mut Vec<Event>) {
    for _ in 0..10 {
        if parser.patience().is_some() {
            parser.flush(out);
        }
    }
    assert_eq!(parser.patience(), None, "flushing must come to an end: {parser:?}");
}

fn events(chunks: &[&[u8]], expecting: bool) -> Vec<Event> {
    let (mut parser, mut out) = (InputParser::default(), Vec::new());
    parser.expect_replies(expecting);
    for chunk in chunks {
        parser.push(chunk, &mut out);
    }
    finish(&mut parser, &mut out);
    out
}

/// A key as a short name: `C-` Ctrl, `A-` Alt, `S-` Shift (not for capitals).
fn name(event: &Event) -> String {
    let Event::Key(key) = event else { return format!("{event:?}") };
    let marks = [(KeyModifiers::CONTROL, "C-"), (KeyModifiers::ALT, "A-"), (KeyModifiers::SHIFT, "S-")];
    let capital = matches!(key.code, KeyCode::Char(c) if c.is_uppercase());
    let held = marks.into_iter().filter(|(m, _)| key.modifiers.contains(*m) && !(capital && *m == KeyModifiers::SHIFT));
    let code = match key.code {
        KeyCode::Char(c) => c.to_string(),
        KeyCode::F(n) => format!("F{n}"),
        code => format!("{code:?}"),
    };
    held.map(|(_, mark)| mark).chain([code.as_str()]).collect()
}

fn names(events: &[Event]) -> String {
    events.iter().map(name).collect::<Vec<_>>().join(" ")
}

#[test]
fn keys_of_every_terminal() {
    let table: &[(&[u8], &str)] = &[
        (b"aQ \xd8\xa8\xe2\x82\xac\xf0\x9f\x98\x80", "a Q   ب € 😀"),
        (b"\r\n\t\x7f\x08\x00\x01\x1a\x1c", "Enter Enter Tab Backspace Backspace C-  C-a C-z C-4"),
        (b"\x1b", "Esc"),
        (b"\x1b\x1b", "Esc Esc"),
        (b"\x1bx\x1bX\x1b\xd8\xa8\x1b\r\x1b\x7f", "A-x A-X A-ب A-Enter A-Backspace"),
        (b"\x1b\x1bx", "Esc A-x"),
        (b"\x1b[A\x1b[B\x1b[C\x1b[D\x1bOA\x1bOB\x1bOC\x1bOD", "Up Down Right Left Up Down Right Left"),
        (b"\x1b[1;5A\x1b[1;2C\x1b[1;3D\x1b[1;8B", "C-Up S-Right A-Left C-A-S-Down"),
        (b"\x1b[H\x1bOH\x1b[1~\x1b[7~\x1b[F\x1bOF\x1b[4~\x1b[8~", "Home Home Home Home End End End End"),
        (b"\x1b[2~\x1b[3~\x1b[5~\x1b[6~\x1b[5;5~\x1b[3;2~", "Insert Delete PageUp PageDown C-PageUp S-Delete"),
        (
            b"\x1bOP\x1bOS\x1b[11~\x1b[15~\x1b[17~\x1b[24~\x1b[1;2P\x1bO2P\x1b[[A\x1b[[E",
            "F1 F4 F1 F5 F6 F12 S-F1 S-F1 F1 F5",
        ),
        (b"\x1b[Z\x1b[1;2Z", "S-BackTab S-BackTab"),
        // rxvt
        (
            b"\x1b[a\x1b[d\x1bOa\x1bOd\x1b\x1b[A\x1b[3$\x1b[5^\x1b[6@",
            "S-Up S-Left C-Up C-Left Esc Up S-Delete C-PageUp C-S-PageDown",
        ),
        // the number pad
        (b"\x1bOM\x1bOp\x1bOy\x1bOk", "Enter 0 9 +"),
        // kitty and modifyOtherKeys
        (
            b"\x1b[97u\x1b[97;2u\x1b[97:65;2u\x1b[97;5u\x1b[27u\x1b[13;3u\x1b[9;2u\x1b[127u",
            "a A A C-a Esc A-Enter S-BackTab Backspace",
        ),
        (b"\x1b[57399u\x1b[57419u\x1b[27;5;106~\x1b[1;1:3A\x1b[106;1:3u\x1b[57441u", "0 Up C-j"),
        // An introducer alone is Alt and that key; what belongs to no key is none.
        (b"\x1b[", "A-["),
        (b"\x1bO", "A-O"),
        (b"\x1bP", "A-P"),
        (b"\x1b]", "A-]"),
        (b"\x1b[99;9X\x1b[5;5H", "C-Home"),
        // Broken off: what comes after is whole.
        (b"\x1b[12\x03j\xd8j\xffj", "C-c j j j"),
        (b"\x1b]0;never ended\x03j", "C-c j"),
        (b"\x1bP+x\x1b[Aj", "Up j"),
    ];
    for (bytes, wanted) in table {
        assert_eq!(names(&events(&[bytes], false)), *wanted, "{:?}", String::from_utf8_lossy(bytes));
    }
}

/// GNU screen 4.9 holds an ESC back and sends it together with the next key.
#[test]
fn escape_and_a_cursor_key_in_one_piece_are_two_keys() {
    assert_eq!(names(&events(&[b"\x1b\x1b[A\x1b\x1bOB"], false)), "Esc Up Esc Down");
}

#[test]
fn a_repeated_key_says_so() {
    let [Event::Key(key)] = events(&[b"\x1b[106;1:2u"], false)[..] else { panic!() };
    assert_eq!((key.code, key.kind), (KeyCode::Char('j'), KeyEventKind::Repeat));
}

#[test]
fn mouse_focus_and_paste() {
    let all = events(
        &[b"\x1b[<0;3;4M\x1b[<0;3;4m\x1b[<65;1;1M\x1b[<34;2;2M\x1b[I\x1b[O\x1b[200~a\x1b[Ab\r\xd8\xa8\x1b[201~q"],
        false,
    );
    let kinds: Vec<_> = all
        .iter()
        .filter_map(|e| if let Event::Mouse(m) = e { Some((m.kind, m.column, m.row)) } else { None })
        .collect();
    let wanted = [
        (MouseEventKind::Down(MouseButton::Left), 2, 3),
        (MouseEventKind::Up(MouseButton::Left), 2, 3),
        (MouseEventKind::ScrollDown, 0, 0),
        (MouseEventKind::Drag(MouseButton::Right), 1, 1),
    ];
    assert_eq!(kinds, wanted);
    assert_eq!(all[4..6], [Event::FocusGained, Event::FocusLost]);
    assert_eq!(all[6], Event::Paste("a\x1b[Ab\rب".into()));
    assert_eq!(names(&all[7..]), "q");
    let [Event::Mouse(old)] = events(&[b"\x1b[M !!"], false)[..] else { panic!() };
    assert_eq!((old.kind, old.column, old.row), (MouseEventKind::Down(MouseButton::Left), 0, 0));
}

#[test]
fn a_paste_without_end_is_bounded() {
    let (mut parser, mut out) = (InputParser::default(), Vec::new());
    parser.push(b"\x1b[200~", &mut out);
    for _ in 0..40 {
        parser.push(&[b'x'; 100_000], &mut out);
    }
    parser.push(b"\x1b[201~j", &mut out);
    let [Event::Paste(text), key] = &out[..] else { panic!() };
    assert_eq!((text.len(), name(key).as_str()), (PASTE_LIMIT, "j"));
}

#[test]
fn replies_are_understood() {
    let bytes = b"\x1bP>|XTerm(379)\x1b\\\x1b[8;1$y\x1b[?2026;2$y\x1b]11;rgb:ffff/8080/0000\x1b\\\x1b]10;rgb:e5/e5/e5\x07\x1b[>41;379;0c\x1b[3;7R\x1b[?64;1c";
    let wanted = [
        Reply::Version("XTerm(379)".into()),
        Reply::Mode { private: false, mode: 8, state: 1 },
        Reply::Mode { private: true, mode: 2026, state: 2 },
        Reply::Colour { which: 11, rgb: (255, 128, 0) },
        Reply::Colour { which: 10, rgb: (229, 229, 229) },
        Reply::SecondaryAttributes("41;379;0".into()),
        Reply::CursorPosition { row: 3, column: 7 },
        Reply::PrimaryAttributes("64;1".into()),
    ];
    assert_eq!(events(&[bytes], true), wanted.map(Event::Reply));
}

#[test]
fn shift_f3_is_a_key_unless_a_report_is_due() {
    assert_eq!(names(&events(&[b"\x1b[1;2R"], false)), "S-F3");
    assert_eq!(events(&[b"\x1b[1;2R"], true), [Event::Reply(Reply::CursorPosition { row: 1, column: 2 })]);
}

/// Feeds chunks with a silence after each: long enough for a key, `long`: longer than a reply may take.
fn with_silences(chunks: &[&[u8]], long: bool) -> Vec<Event> {
    let (mut parser, mut out) = (InputParser::default(), Vec::new());
    parser.expect_replies(true);
    for chunk in chunks {
        parser.push(chunk, &mut out);
        while parser.patience().is_some_and(|wait| long || wait <= ESCAPE_GRACE) {
            parser.flush(&mut out);
        }
    }
    finish(&mut parser, &mut out);
    out
}

fn keys_only(events: &[Event]) -> Vec<&Event> {
    events.iter().filter(|event| !matches!(event, Event::Reply(_))).collect()
}

/// Every terminal's replies, cut at every byte, with a silence in the cut that turns a lone ESC into a key.
#[test]
fn a_reply_that_comes_in_pieces_is_never_a_key() {
    for terminal in recorded::all() {
        for cut in 0..=terminal.bytes.len() {
            let (a, b) = terminal.bytes.split_at(cut);
            let all = with_silences(&[a, b], false);
            assert_eq!(keys_only(&all), Vec::<&Event>::new(), "{} cut at {cut}", terminal.name);
        }
        let bytes: Vec<&[u8]> = terminal.bytes.chunks(1).collect();
        assert_eq!(keys_only(&with_silences(&bytes, false)), Vec::<&Event>::new(), "{} byte by byte", terminal.name);
    }
}

/// After the longest wait the ESC is told as a key; nothing of the rest is.
#[test]
fn the_rest_of_a_reply_after_a_very_long_silence_is_no_key() {
    let bytes = b"\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c";
    assert_eq!(
        names(&keys_only(&with_silences(&[&bytes[..1], &bytes[1..]], true)).into_iter().cloned().collect::<Vec<_>>()),
        "Esc"
    );
}

/// Between the replies somebody types; exactly that arrives, in its order.
#[test]
fn keys_typed_between_replies_are_all_there() {
    let typed: &[&[u8]] = &[b"j", b"q", b"\x1b", b"\x1b[B", "ب".as_bytes(), b"]", b"P", b"\x1bOP", b">", b"?"];
    let wanted = ["j", "q", "Esc", "Down", "ب", "]", "P", "F1", ">", "?"];
    for terminal in recorded::all() {
        let replies = recorded::split(terminal.bytes);
        for (key, wanted) in typed.iter().zip(wanted) {
            for gap in 0..replies.len() {
                let mut chunks: Vec<&[u8]> = replies.clone();
                chunks.insert(gap, key);
                for long in [false, true] {
                    let all = with_silences(&chunks, long);
                    let keys: Vec<Event> = keys_only(&all).into_iter().cloned().collect();
                    assert_eq!(names(&keys), wanted, "{}: {wanted} before reply {gap}, long {long}", terminal.name);
                }
                // The same in one read, without a silence.
                let keys: Vec<Event> = keys_only(&events(&[&chunks.concat()], true)).into_iter().cloned().collect();
                assert_eq!(names(&keys), wanted, "{}: {wanted} before reply {gap}, at once", terminal.name);
            }
        }
    }
}

/// One long wait, and a short one from then on; a reply, even a late one, makes the next wait long again.
#[test]
fn a_terminal_that_never_answers_has_a_slow_escape_only_once() {
    let (mut parser, mut out) = (InputParser::default(), Vec::new());
    parser.expect_replies(true);
    let mut wait_for_escape = || {
        let mut waits = Vec::new();
        parser.push(b"\x1b", &mut out);
        while let Some(wait) = parser.patience() {
            waits.push(wait);
            parser.flush(&mut out);
        }
        waits
    };
    assert_eq!(wait_for_escape(), [ESCAPE_GRACE, REPLY_GRACE]);
    assert_eq!(wait_for_escape(), [ESCAPE_GRACE, SECOND_GRACE]);
    assert_eq!(wait_for_escape(), [ESCAPE_GRACE, SECOND_GRACE]);
    assert_eq!(names(&out), "Esc Esc Esc");
    parser.push(b"[8;0$y", &mut out);
    assert_eq!(out.pop(), Some(Event::Reply(Reply::Mode { private: false, mode: 8, state: 0 })));
    assert_eq!(names(&out), "Esc Esc Esc");
    parser.push(b"\x1b", &mut out);
    parser.flush(&mut out);
    assert_eq!(parser.patience(), Some(REPLY_GRACE));
}

/// The wait ends with the first byte that comes, so Esc is never slower than the replies.
#[test]
fn an_escape_before_the_replies_waits_no_longer_than_they_do() {
    let (mut parser, mut out) = (InputParser::default(), Vec::new());
    parser.expect_replies(true);
    parser.push(b"\x1b", &mut out);
    parser.flush(&mut out);
    assert_eq!(out, []);
    parser.push(b"\x1b[1;5R", &mut out);
    assert_eq!(out, [escape(), Event::Reply(Reply::CursorPosition { row: 1, column: 5 })]);
}

/// Esc, then keys that look like the beginning of a reply: they come, after a while.
#[test]
fn typed_keys_that_resemble_a_reply_are_keys() {
    let table: &[(&[&[u8]], &str)] = &[
        (&[b"\x1b", b"P", b"j"], "Esc P j"),
        (&[b"\x1b", b"]", b"]", b"q"], "Esc ] ] q"),
        (&[b"\x1b", b"[", b"5", b"j"], "Esc [ 5 j"),
        (&[b"\x1b", b"]", b"1", b"1"], "Esc ] 1 1"),
        (&[b"\x1b", b"\x1b", b"j"], "Esc Esc j"),
        (&[b"\x1b", b"[A"], "Up"),
        (&[b"\x1b", b"P>", b"x"], "Esc P > x"),
    ];
    for (chunks, wanted) in table {
        assert_eq!(names(&with_silences(chunks, false)), *wanted);
    }
    assert_eq!(names(&with_silences(&[b"\x1b", b"[A"], true)), "Esc [ A");
}

fn stream() -> impl Strategy<Value = Vec<u8>> {
    let replies: Vec<&'static [u8]> = recorded::all().iter().flat_map(|t| recorded::split(t.bytes)).collect();
    let pieces = prop_oneof![
        prop::sample::select(replies).prop_map(<[u8]>::to_vec),
        prop::sample::select(vec![
            "\x1b[A",
            "\x1b",
            "\x1bO",
            "\x1b[",
            "\x1b]",
            "\x1bP",
            "\x1b[200~",
            "\x1b[201~",
            "\x1b\\",
            "\x1b[M",
            "ب",
            "😀",
            "\x1b[1;",
            "\x1b[<0;1;1M",
            "\x1b[[",
            "$y",
            "\x07"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 1..4),
        "[a-zA-Z0-9;?>]{1,3}".prop_map(String::into_bytes),
    ];
    prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// How the stream is cut into reads changes nothing, and nothing panics.
    #[test]
    fn any_split_gives_the_same_events(bytes in stream(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6), expecting: bool) {
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        let chunks: Vec<&[u8]> = cuts.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect();
        prop_assert_eq!(events(&chunks, expecting), events(&[&bytes], expecting));
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        prop_assert_eq!(events(&single, expecting), events(&[&bytes], expecting));
    }

    /// Silences anywhere: no panic, and the parser always comes to rest.
    #[test]
    fn silences_anywhere_do_no_harm(bytes in stream(), long: bool) {
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        with_silences(&single, long);
    }
}
