//! Commands typed on a keyboard that is switched to another script: the Latin letter on the same key.
//!
//! Who reads Arabic has an Arabic layout active, and its `ت` stands where `j` does. Terminals send the letter, not the key,
//! so tables of the usual layouts lead back. They are asked only where nothing is bound to the letter itself, and never
//! while a line is being typed. Two layouts may have one letter on two keys: that of the interface's language comes first.

use crossterm::event::{KeyCode, KeyEvent};

use crate::tongue::{Language, Tongue};

/// A layout: the letters of its keys, and what a US keyboard has there.
struct Keyboard {
    language: Language,
    rows: &'static [(&'static str, &'static str)],
}

/// As X11 and Windows have them: Arabic (101), Hebrew (SI 1452), Persian (ISIRI 9147), Urdu (phonetic, CRULP), Russian
/// (ЙЦУКЕН). Lam with alef is one character on X11; elsewhere it is two, which cannot be told from two keys.
const KEYBOARDS: [Keyboard; 5] = [
    Keyboard {
        language: Language::Arabic,
        rows: &[
            ("ضصثقفغعهخحجد", "qwertyuiop[]"),
            ("شسيبلاتنمكط", "asdfghjkl;'"),
            ("ئءؤرﻻىةوزظذ", "zxcvbnm,./`"),
            ("\u{64e}\u{64b}\u{64f}\u{64c}ﻹإ‘÷×؛", "QWERTYUIOP"),
            ("\u{650}\u{64d}ﻷأـ،", "ASGHJK"),
            ("\u{652}ﻵآ’؟\u{651}", "XBNM?~"),
        ],
    },
    Keyboard {
        language: Language::Hebrew,
        // Shift gives Latin capitals; q and w give signs.
        rows: &[("/'קראטוןםפ", "qwertyuiop"), ("שדגכעיחלךף,", "asdfghjkl;'"), ("זסבהנמצתץ.;", "zxcvbnm,./`")],
    },
    Keyboard {
        language: Language::Persian,
        rows: &[
            ("ضصثقفغعهخحجچ", "qwertyuiop[]"),
            ("شسیبلاتنمکگ", "asdfghjkl;'"),
            ("ظطزرذدپو", "zxcvbnm,"),
            ("\u{652}\u{64c}\u{64d}\u{64b}\u{64f}\u{650}\u{64e}\u{651}", "QWERTYUI"),
            ("ؤئيإأآة»«", "ASDFGHJKL"),
            ("ك\u{653}ژ\u{670}\u{200c}\u{654}ء؟", "ZXCVBNM?"),
        ],
    },
    Keyboard {
        language: Language::Urdu,
        rows: &[
            ("قوعرتےءیہپ", "qwertyuiop"),
            ("اسدفگحجکل", "asdfghjkl"),
            ("زشچطبنم،۔", "zxcvbnm,."),
            ("\u{652}\u{651}\u{670}ڑٹ\u{64e}ئ\u{650}ۃ\u{64f}", "QWERTYUIOP"),
            ("آصڈغھضخ", "ASDGHJK"),
            ("ذژثظں؟", "ZXCVN?"),
        ],
    },
    Keyboard {
        language: Language::Russian,
        rows: &[
            ("йцукенгшщзхъ", "qwertyuiop[]"),
            ("фывапролджэ", "asdfghjkl;'"),
            ("ячсмитьбю.ё", "zxcvbnm,./`"),
            ("ЙЦУКЕНГШЩЗХЪ", "QWERTYUIOP{}"),
            ("ФЫВАПРОЛДЖЭ", "ASDFGHJKL:\""),
            ("ЯЧСМИТЬБЮ,Ё", "ZXCVBNM<>?~"),
        ],
    },
];

/// The character of a US keyboard on the key that gives `letter`; none where no layout has it. ASCII signs count for the
/// layout of the interface's language only: others have them in their own places.
#[must_use]
pub fn latin(letter: char, tongue: Tongue) -> Option<char> {
    if let Some(digit) = ascii_digit(letter) {
        return Some(digit);
    }
    let of_tongue = |keyboard: &&Keyboard| keyboard.language == tongue.language();
    let first = KEYBOARDS.iter().find(of_tongue).and_then(|keyboard| keyboard.latin(letter));
    first.or_else(|| KEYBOARDS.iter().filter(|_| !letter.is_ascii()).find_map(|keyboard| keyboard.latin(letter)))
}

/// The key press of a US keyboard on the same key.
#[must_use]
pub fn latin_key(event: &KeyEvent, tongue: Tongue) -> Option<KeyEvent> {
    let KeyCode::Char(letter) = event.code else { return None };
    latin(letter, tongue).map(|latin| KeyEvent { code: KeyCode::Char(latin), ..*event })
}

impl Keyboard {
    fn latin(&self, letter: char) -> Option<char> {
        let found = |(here, there): &(&str, &str)| {
            here.chars().zip(there.chars()).find(|(here, _)| *here == letter).map(|(_, there)| there)
        };
        self.rows.iter().find_map(found)
    }
}

/// Arabic-Indic and extended Arabic-Indic digits are digits.
fn ascii_digit(letter: char) -> Option<char> {
    let value = match letter {
        '٠'..='٩' => letter as u32 - '٠' as u32,
        '۰'..='۹' => letter as u32 - '۰' as u32,
        _ => return None,
    };
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::HashSet;

    use crossterm::event::KeyModifiers;

    use super::*;
    use crate::formats;
    use crate::reader::{Action, Awaited, Settings, State};

    #[test]
    fn rows_are_as_long_here_as_there_and_no_key_is_there_twice() {
        for keyboard in &KEYBOARDS {
            let (mut letters, mut keys) = (HashSet::new(), HashSet::new());
            for (here, there) in keyboard.rows {
                assert_eq!(here.chars().count(), there.chars().count(), "{here} {there}");
                for (letter, key) in here.chars().zip(there.chars()) {
                    assert!(letters.insert(letter) && keys.insert(key), "{:?}: {letter} {key}", keyboard.language);
                }
            }
            for key in 'a'..='z' {
                assert!(keys.contains(&key), "{:?} has nothing on {key}", keyboard.language);
            }
        }
    }

    fn pressed(letter: char, language: Language) -> Option<Action> {
        let settings = Settings { tongue: language.into(), ..Settings::of_size((80, 24)) };
        let state = State::new(formats::open_bundled().unwrap().article, settings);
        state.action_of(&KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE))
    }

    #[test]
    fn a_letter_does_what_its_key_does() {
        for (language, letter, action) in [
            (Language::English, 'ت', Action::Lines(1)),
            (Language::Arabic, 'ت', Action::Lines(1)),
            (Language::Arabic, 'ن', Action::Lines(-1)),
            (Language::Arabic, 'ض', Action::Quit),
            (Language::Arabic, '؟', Action::ToggleHelp),
            (Language::Arabic, 'ظ', Action::Search),
            (Language::Arabic, 'د', Action::Forward),
            (Language::Arabic, 'ﻻ', Action::Pages(-1)),
            (Language::Arabic, '٢', Action::ShowTab(crate::reader::Tab::Quotes)),
            (Language::Hebrew, 'ח', Action::Lines(1)),
            (Language::Hebrew, '.', Action::Search),
            // A sign that is bound does what it says.
            (Language::Hebrew, '/', Action::Search),
            (Language::Persian, 'د', Action::NextPlace(1)),
            (Language::Persian, 'ذ', Action::Pages(-1)),
            (Language::Persian, '۱', Action::ShowTab(crate::reader::Tab::Entities)),
            (Language::Urdu, 'ج', Action::Lines(1)),
            (Language::Urdu, 'ک', Action::Lines(-1)),
            (Language::Russian, 'о', Action::Lines(1)),
            (Language::Russian, 'Т', Action::NextPlace(-1)),
            (Language::Russian, 'П', Action::Last),
            (Language::Russian, 'Ъ', Action::Blocks(1)),
            (Language::Russian, '.', Action::Search),
            (Language::Russian, ',', Action::ToggleHelp),
        ] {
            assert_eq!(pressed(letter, language), Some(action), "{language:?} {letter}");
        }
        assert_eq!(pressed('.', Language::English), None);
        assert_eq!(pressed('漢', Language::Arabic), None);
    }

    #[test]
    fn what_is_typed_stays_what_it_is_and_letters_that_are_waited_for_are_found() {
        let settings = Settings { tongue: Language::Arabic.into(), ..Settings::of_size((80, 24)) };
        let mut state = State::new(formats::open_bundled().unwrap().article, settings);
        state.update(Action::Search);
        let key = KeyEvent::new(KeyCode::Char('ت'), KeyModifiers::NONE);
        assert_eq!(state.action_of(&key), Some(Action::Edit(crate::reader::prompt::Edit::Insert('ت'))));
        state.update(Action::Close);
        // A bookmark may have any letter; what to copy has its own.
        state.update(Action::Wait(Awaited::SetMark));
        state.update(Action::Letter('ت'));
        assert!(state.remembered().marks.contains_key(&'ت'));
        state.update(Action::Wait(Awaited::Copy));
        let crate::reader::Effect::Copy(copied) = state.update(Action::Letter('ح')) else { panic!("nothing copied") };
        assert_eq!(copied.what, crate::tongue::Text::CopyParagraph);
    }
}
