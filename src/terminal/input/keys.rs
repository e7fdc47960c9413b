//! Which key a byte or a control sequence stands for.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::{Event, char_key};

/// The key of one byte below 0x80 that opens no sequence.
pub(super) fn single(byte: u8) -> KeyEvent {
    let control = |c: u8| KeyEvent::new(KeyCode::Char(c as char), KeyModifiers::CONTROL);
    match byte {
        b'\r' | b'\n' => KeyCode::Enter.into(),
        b'\t' => KeyCode::Tab.into(),
        0x08 | 0x7f => KeyCode::Backspace.into(),
        0x00 => control(b' '),
        0x01..=0x1a => control(byte + b'a' - 1),
        0x1b => KeyCode::Esc.into(),
        0x1c..=0x1f => control(byte - 0x1c + b'4'),
        _ => char_key(byte as char),
    }
}

pub(super) fn alt(mut key: KeyEvent) -> Event {
    key.modifiers |= KeyModifiers::ALT;
    Event::Key(key)
}

/// Whether the parameters so far are one number without a private marker.
pub(super) fn one_number(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_digit)
}

/// `ESC O`, perhaps a digit (konsole's modifier), and this byte.
pub(super) fn ss3(byte: u8, modifier: Option<u8>) -> Option<KeyEvent> {
    let code = match byte {
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(byte - b'P' + 1),
        // rxvt: Ctrl and a cursor key.
        b'a'..=b'd' => return Some(KeyEvent::new(cursor(byte.to_ascii_uppercase())?, KeyModifiers::CONTROL)),
        // The number pad in application mode.
        b'j'..=b'y' => KeyCode::Char((byte - b'j' + b'*') as char),
        b'X' => KeyCode::Char('='),
        b'I' => KeyCode::Tab,
        b' ' => KeyCode::Char(' '),
        _ => cursor(byte)?,
    };
    Some(KeyEvent::new(code, modifier.map_or(KeyModifiers::NONE, |digit| modifiers(u16::from(digit - b'0')))))
}

fn cursor(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'E' => KeyCode::KeypadBegin,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        _ => return None,
    })
}

/// xterm's encoding: 1 and the sum of 1 Shift, 2 Alt, 4 Ctrl, 8 Super, 16 Hyper, 32 Meta (kitty's order).
fn modifiers(parameter: u16) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ]
    .into_iter()
    .enumerate()
    .filter(|(i, _)| bits & (1 << i) != 0)
    .fold(KeyModifiers::NONE, |all, (_, one)| all | one)
}

/// The event of a control sequence (bytes after `CSI`, final byte included) that is no reply.
pub(super) fn csi(bytes: &[u8]) -> Option<Event> {
    let (&last, body) = bytes.split_last()?;
    let body = std::str::from_utf8(body).ok()?;
    if let Some(body) = body.strip_prefix('<') {
        return mouse(body, last);
    }
    match (body, last) {
        ("", b'I') => return Some(Event::FocusGained),
        ("", b'O') => return Some(Event::FocusLost),
        _ => {}
    }
    let groups: Vec<Vec<u32>> =
        body.split(';').map(|group| group.split(':').map(|n| n.parse().unwrap_or(0)).collect()).collect();
    let number = |group: usize, sub: usize| groups.get(group).and_then(|g| g.get(sub)).copied().unwrap_or(0);
    let held = modifiers(u16::try_from(number(1, 0)).unwrap_or(0));
    let (code, held) = match last {
        b'Z' => (KeyCode::BackTab, held | KeyModifiers::SHIFT),
        b'P'..=b'S' => (KeyCode::F(last - b'P' + 1), held),
        b'a'..=b'd' => (cursor(last.to_ascii_uppercase())?, KeyModifiers::SHIFT),
        b'~' if number(0, 0) == 27 => return kind_of(unicode(number(2, 0), held)?, 1),
        b'~' => (numbered(number(0, 0))?, held),
        // rxvt: Shift, Ctrl, both.
        b'$' => (numbered(number(0, 0))?, KeyModifiers::SHIFT),
        b'^' => (numbered(number(0, 0))?, KeyModifiers::CONTROL),
        b'@' => (numbered(number(0, 0))?, KeyModifiers::CONTROL | KeyModifiers::SHIFT),
        b'u' => {
            let shifted = number(0, 1);
            let typed = if shifted != 0 && held.contains(KeyModifiers::SHIFT) { shifted } else { number(0, 0) };
            return kind_of(unicode(typed, held)?, number(1, 1));
        }
        _ => (cursor(last)?, held),
    };
    kind_of(KeyEvent::new(code, held), number(1, 1))
}

/// 1 press, 2 repeat, 3 release (kitty); a release is no key here.
fn kind_of(mut key: KeyEvent, kind: u32) -> Option<Event> {
    match kind {
        3 => return None,
        2 => key.kind = KeyEventKind::Repeat,
        _ => {}
    }
    Some(Event::Key(key))
}

fn numbered(number: u32) -> Option<KeyCode> {
    let f = |n: u32| u8::try_from(n).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => f(number - 10),
        17..=21 => f(number - 11),
        23..=26 => f(number - 12),
        28 | 29 => f(number - 13),
        31..=34 => f(number - 14),
        _ => None,
    }
}

/// A key by its code point: kitty's `CSI u` and xterm's modifyOtherKeys.
fn unicode(code: u32, held: KeyModifiers) -> Option<KeyEvent> {
    let pad = [
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Insert,
        KeyCode::Delete,
        KeyCode::KeypadBegin,
    ];
    let code = match code {
        8 | 127 => KeyCode::Backspace,
        9 if held.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        10 | 13 | 57414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        57363 => KeyCode::Menu,
        57376..=57398 => KeyCode::F(u8::try_from(code - 57376 + 13).ok()?),
        57399..=57408 => KeyCode::Char(char::from_digit(code - 57399, 10)?),
        57409..=57413 => KeyCode::Char(char::from(b"./*-+"[usize::try_from(code - 57409).ok()?])),
        57415 => KeyCode::Char('='),
        57417..=57427 => pad[usize::try_from(code - 57417).ok()?],
        // Modifier keys by themselves, media keys and the rest of kitty's private use.
        57344..=63743 => return None,
        _ => {
            let c = char::from_u32(code).filter(|c| !c.is_control())?;
            let capital = held.contains(KeyModifiers::SHIFT) && !held.contains(KeyModifiers::CONTROL);
            let upper = c.to_uppercase().next().filter(|_| capital).unwrap_or(c);
            return Some(KeyEvent::new(KeyCode::Char(upper), held | char_key(upper).modifiers));
        }
    };
    Some(KeyEvent::new(code, held))
}

/// SGR mouse: `CSI < button ; column ; row` and `M` (press) or `m` (release), counted from 1.
fn mouse(body: &str, last: u8) -> Option<Event> {
    let mut numbers = body.split(';').map(str::parse::<u16>);
    let (button, column, row) = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
    event_of(button, last == b'm', column.checked_sub(1)?, row.checked_sub(1)?)
}

/// The old encoding: each number plus 32 in one byte.
pub(super) fn old_mouse(button: u8, column: u8, row: u8) -> Option<Event> {
    let less = |byte: u8, by: u8| byte.checked_sub(by).map(u16::from);
    let button = less(button, 32)?;
    let released = button & 0b100_0011 == 3;
    event_of(if released { button & !3 } else { button }, released, less(column, 33)?, less(row, 33)?)
}

fn event_of(bits: u16, released: bool, column: u16, row: u16) -> Option<Event> {
    let button = match bits & 3 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let kind = match (bits & 0b1100_0000, bits & 0b10_0000 != 0) {
        (64, _) => match bits & 3 {
            0 => MouseEventKind::ScrollUp,
            1 => MouseEventKind::ScrollDown,
            2 => MouseEventKind::ScrollLeft,
            _ => MouseEventKind::ScrollRight,
        },
        (0, true) if bits & 3 == 3 => MouseEventKind::Moved,
        (0, true) => MouseEventKind::Drag(button),
        (0, false) if released => MouseEventKind::Up(button),
        (0, false) => MouseEventKind::Down(button),
        _ => return None,
    };
    let held = [(4, KeyModifiers::SHIFT), (8, KeyModifiers::ALT), (16, KeyModifiers::CONTROL)];
    let modifiers = held.into_iter().filter(|(bit, _)| bits & bit != 0).fold(KeyModifiers::NONE, |all, (_, m)| all | m);
    Some(Event::Mouse(MouseEvent { kind, column, row, modifiers }))
}
