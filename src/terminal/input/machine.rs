//! What one byte does in each state.

use crossterm::event::KeyCode;

use super::late::{self, Verdict};
use super::{Event, InputParser, PASTE_END, PASTE_LIMIT, STRING_LIMIT, State, char_key, escape, keys, replies};

impl InputParser {
    pub(super) fn byte(&mut self, byte: u8, out: &mut Vec<Event>) {
        let state = std::mem::replace(&mut self.state, State::Ground);
        match state {
            State::Ground => self.ground(byte, false, out),
            State::Utf8 { alt, bytes, len } => self.utf8(alt, bytes, len, byte, out),
            State::Escape => self.escape(byte, out),
            State::Csi(bytes) => self.csi(bytes, byte, out),
            State::Ss3(modifier) => self.ss3(modifier, byte, out),
            State::LinuxConsole => match byte {
                b'A'..=b'E' => out.push(Event::Key(KeyCode::F(byte - b'A' + 1).into())),
                _ => self.ground(byte, false, out),
            },
            State::OldMouse(mut bytes) => {
                bytes.push(byte);
                match bytes.as_slice() {
                    &[button, column, row] => out.extend(keys::old_mouse(button, column, row)),
                    _ => self.state = State::OldMouse(bytes),
                }
            }
            State::String { kind, bytes, ended, waited } => self.string(kind, bytes, ended, waited, byte, out),
            State::Paste(bytes) => self.paste(bytes, byte, out),
            State::Late { bytes, told } => self.late(bytes, told, byte, out),
        }
    }

    fn ground(&mut self, byte: u8, alt: bool, out: &mut Vec<Event>) {
        let len = match byte {
            0x1b => {
                self.state = State::Escape;
                return;
            }
            0..=0x7f => {
                let key = keys::single(byte);
                out.push(if alt { keys::alt(key) } else { Event::Key(key) });
                return;
            }
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            // A stray continuation byte, or a C1 control of an 8-bit terminal: not UTF-8, no key.
            _ => return,
        };
        self.state = State::Utf8 { alt, bytes: vec![byte], len };
    }

    fn utf8(&mut self, alt: bool, mut bytes: Vec<u8>, len: usize, byte: u8, out: &mut Vec<Event>) {
        if !(0x80..=0xbf).contains(&byte) {
            // The character was cut off; what comes now is whole.
            self.ground(byte, false, out);
            return;
        }
        bytes.push(byte);
        if bytes.len() < len {
            self.state = State::Utf8 { alt, bytes, len };
        } else if let Some(c) = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()) {
            let key = char_key(c);
            out.push(if alt { keys::alt(key) } else { Event::Key(key) });
        }
    }

    fn escape(&mut self, byte: u8, out: &mut Vec<Event>) {
        match byte {
            b'[' => self.state = State::Csi(Vec::new()),
            b'O' => self.state = State::Ss3(None),
            b'P' | b']' | b'_' | b'^' => {
                self.state = State::String { kind: byte, bytes: Vec::new(), ended: false, waited: false };
            }
            // rxvt has ESC ESC [ A for Alt-Up; but screen sends Esc and then Up in one piece too, and no key may get lost.
            0x1b => {
                out.push(escape());
                self.state = State::Escape;
            }
            _ => self.ground(byte, true, out),
        }
    }

    fn csi(&mut self, mut bytes: Vec<u8>, byte: u8, out: &mut Vec<Event>) {
        match byte {
            // rxvt ends a key with `$` for Shift, where ECMA-48 has an intermediate byte; DECRPM has two parameters.
            b'$' if keys::one_number(&bytes) => {
                bytes.push(byte);
                self.dispatch(&bytes, out);
            }
            0x20..=0x3f => {
                if bytes.len() < STRING_LIMIT {
                    bytes.push(byte);
                }
                self.state = State::Csi(bytes);
            }
            0x40..=0x7e => {
                bytes.push(byte);
                self.dispatch(&bytes, out);
            }
            // Broken off by a control or by text: nothing of it is a key, but this byte is whole.
            _ => self.ground(byte, false, out),
        }
    }

    fn dispatch(&mut self, bytes: &[u8], out: &mut Vec<Event>) {
        match bytes {
            b"200~" => self.state = State::Paste(Vec::new()),
            b"[" => self.state = State::LinuxConsole,
            b"M" => self.state = State::OldMouse(Vec::new()),
            _ => match replies::csi(bytes, self.is_late()) {
                Some(reply) => self.reply(reply, out),
                None => out.extend(keys::csi(bytes)),
            },
        }
    }

    fn ss3(&mut self, modifier: Option<u8>, byte: u8, out: &mut Vec<Event>) {
        if modifier.is_none() && byte.is_ascii_digit() {
            self.state = State::Ss3(Some(byte));
        } else if let Some(key) = keys::ss3(byte, modifier) {
            out.push(Event::Key(key));
        } else {
            self.state = State::Ss3(modifier);
            self.flush(out);
            self.ground(byte, false, out);
        }
    }

    fn string(&mut self, kind: u8, mut bytes: Vec<u8>, ended: bool, waited: bool, byte: u8, out: &mut Vec<Event>) {
        match byte {
            b'\\' if ended => self.reply(replies::string(kind, &bytes), out),
            // The ESC did not end the string: the string is lost, the ESC begins something else.
            _ if ended && waited => {
                out.push(escape());
                self.ground(byte, false, out);
            }
            _ if ended => self.escape(byte, out),
            0x1b => self.state = State::String { kind, bytes, ended: true, waited: false },
            0x07 => self.reply(replies::string(kind, &bytes), out),
            // No reply holds a control: a lost terminator must not lock the keyboard.
            0..=0x1f | 0x7f => self.ground(byte, false, out),
            _ => {
                if bytes.len() < STRING_LIMIT {
                    bytes.push(byte);
                }
                self.state = State::String { kind, bytes, ended: false, waited: false };
            }
        }
    }

    fn paste(&mut self, mut bytes: Vec<u8>, byte: u8, out: &mut Vec<Event>) {
        bytes.push(byte);
        if bytes.ends_with(PASTE_END) {
            bytes.truncate(bytes.len() - PASTE_END.len());
            bytes.truncate(PASTE_LIMIT);
            out.push(Event::Paste(String::from_utf8_lossy(&bytes).into_owned()));
            return;
        }
        if bytes.len() > PASTE_LIMIT + 2 * PASTE_END.len() {
            // Keeps the end, which may be the beginning of the terminator.
            bytes.drain(PASTE_LIMIT..PASTE_LIMIT + PASTE_END.len());
        }
        self.state = State::Paste(bytes);
    }

    fn late(&mut self, mut bytes: Vec<u8>, told: bool, byte: u8, out: &mut Vec<Event>) {
        bytes.push(byte);
        match late::judge(&bytes, told) {
            Verdict::Open => self.state = State::Late { bytes, told },
            Verdict::Sequence => {
                self.state = State::Escape;
                self.push(&bytes, out);
            }
            Verdict::Keys => {
                if !told {
                    out.push(escape());
                }
                self.replay(&bytes, out);
            }
        }
    }
}
