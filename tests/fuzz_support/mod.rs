//! What a fuzzer checks. Each target takes any bytes at all and panics when something that must always hold does not.
//! `fuzz/fuzz_targets` calls them with what the fuzzer thinks of, `fuzz_corpus.rs` with the seeds and every case that was
//! ever found.
#![allow(clippy::unwrap_used, dead_code, reason = "each target uses a part of it")]

pub(crate) mod extract;
pub(crate) mod formats;
pub(crate) mod html;
pub(crate) mod layout;
#[path = "../layout_support/pieces.rs"]
mod pieces;
pub(crate) mod present;
pub(crate) mod replies;
pub(crate) mod settings;
pub(crate) mod state;

#[path = "../formats_support/checks.rs"]
mod checks;
#[path = "../present_support/emulator.rs"]
mod emulator;
#[path = "../layout_support/properties.rs"]
mod properties;
#[path = "../formats_support/templates.rs"]
mod templates;

/// Bytes as a row of choices. At the end every choice is the first.
pub(crate) struct Input<'a>(pub(crate) &'a [u8]);

impl<'a> Input<'a> {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn byte(&mut self) -> u8 {
        match self.0.split_first() {
            Some((first, rest)) => {
                self.0 = rest;
                *first
            }
            None => 0,
        }
    }

    pub(crate) fn number(&mut self) -> u16 {
        u16::from_be_bytes([self.byte(), self.byte()])
    }

    /// A number less than `end`, which is not 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::from(if end <= 256 { self.byte().into() } else { self.number() }) % end
    }

    pub(crate) fn flag(&mut self) -> bool {
        self.byte() & 1 == 1
    }

    pub(crate) fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    pub(crate) fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.0)
    }

    /// A text of pieces that make trouble, up to the byte 255 or the end. The byte 254 stands before a code point of three
    /// bytes; other bytes that name no piece are ASCII.
    pub(crate) fn text(&mut self) -> String {
        let all = [
            pieces::WORDS,
            pieces::SPACES,
            pieces::SIGNS,
            pieces::LAMS,
            pieces::MARKS,
            pieces::INVISIBLE,
            pieces::BIDI,
            pieces::TERMINATORS,
            pieces::CLUSTERS,
            pieces::CONTROLS,
        ];
        let mut text = String::new();
        while !self.is_empty() {
            let mut at = match self.byte() {
                255 => break,
                254 => {
                    let point = u32::from_be_bytes([0, self.byte(), self.byte(), self.byte()]);
                    text.extend(char::from_u32(point));
                    continue;
                }
                byte => usize::from(byte),
            };
            let piece = all.iter().find_map(|pieces| {
                let found = pieces.get(at);
                at = at.wrapping_sub(pieces.len());
                found
            });
            match piece {
                Some(piece) => text.push_str(piece),
                None => text.push(char::from(b' ' + u8::try_from(at % 95).unwrap())),
            }
        }
        text
    }
}
