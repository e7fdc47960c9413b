//! Nothing is missing in any language, nothing is left over or left in English, and each counts as its grammar does.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;

use super::bundle::tests::words;
use super::*;
use crate::layout::{Direction, Marks, Options, TextLayout};

/// A message as its file has it: its words, the variables between them taken out, and the names of these.
#[derive(Debug, Default, PartialEq)]
struct Message {
    words: Vec<String>,
    variables: BTreeSet<String>,
}

impl Message {
    fn of(pattern: &Pattern<&str>) -> Self {
        let mut message = Self::default();
        message.read(pattern);
        message
    }

    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push((*value).trim().to_owned()),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => self.read_inline(inline),
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let plural =
                        matches!(selector, InlineExpression::FunctionReference { id, .. } if id.name == "PLURAL");
                    let categories = variants.iter().all(|variant| match &variant.key {
                        VariantKey::Identifier { name } => !matches!(*name, "latn" | "native"),
                        VariantKey::NumberLiteral { .. } => false,
                    });
                    assert_eq!(plural, categories, "only PLURAL knows the categories: {variants:?}");
                    self.read_inline(selector);
                    variants.iter().for_each(|variant| self.read(&variant.value));
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => _ = self.variables.insert(id.name.to_owned()),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
                positional.iter().for_each(|inline| self.read_inline(inline));
            }
            other => panic!("{other:?} is not used here"),
        }
    }

    fn has_letters(&self) -> bool {
        self.words.iter().any(|words| words.chars().any(char::is_alphabetic))
    }
}

fn messages(language: Language) -> BTreeMap<String, Message> {
    let resource = parse(words(language)).unwrap_or_else(|(_, errors)| panic!("{language:?}: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                assert!(message.attributes.is_empty());
                let pattern = message.value.as_ref().unwrap();
                let former = found.insert(message.id.name.to_owned(), Message::of(pattern));
                assert_eq!(former, None, "{language:?}: {} stands there twice", message.id.name);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{language:?}: {other:?}"),
        }
    }
    found
}

#[test]
fn every_language_has_every_text_and_nothing_else() {
    let texts = Text::ALL.iter().map(|text| text.id()).chain(MESSAGES.iter().map(|(id, _)| *id));
    let wanted: BTreeSet<String> = texts.map(str::to_owned).collect();
    assert_eq!(wanted.len(), Text::ALL.len() + MESSAGES.len(), "a name is used twice");
    for language in Language::ALL {
        let found: BTreeSet<String> = messages(language).into_keys().collect();
        let missing: Vec<_> = wanted.difference(&found).collect();
        let unknown: Vec<_> = found.difference(&wanted).collect();
        assert!(
            missing.is_empty() && unknown.is_empty(),
            "{language:?} lacks {missing:?}, nobody asks for {unknown:?}"
        );
    }
}

#[test]
fn every_message_speaks_of_what_it_is_given() {
    for language in Language::ALL {
        let mut found = messages(language);
        for (id, arguments) in MESSAGES {
            let mut wanted: BTreeSet<String> = arguments.iter().map(|name| (*name).to_owned()).collect();
            let message = found.remove(*id).unwrap();
            // Not every language writes two kinds of digits.
            if !message.variables.contains("digits") {
                wanted.remove("digits");
            }
            assert_eq!(message.variables, wanted, "{language:?}: {id}");
        }
        for (id, message) in found {
            assert!(message.variables.is_empty(), "{language:?}: {id} is given nothing");
        }
    }
}

/// Words that are the same in English and in French.
const SAME: [&str; 4] = ["copy-article", "dates", "organisations", "with-exact"];

#[test]
fn nothing_is_left_in_english() {
    let english = messages(Language::English);
    for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
        for (id, message) in messages(language) {
            let same = english[&id].words == message.words && message.has_letters();
            assert!(!same || (language == Language::French && SAME.contains(&id.as_str())), "{language:?}: {id}");
        }
    }
}

/// Names of programs, variables, options and schemes, which are the same everywhere.
const NAMES: [&str; 10] = ["fg", "http", "https", "mailto", "print", "XDG", "STATE", "HOME", "Financial", "Times"];

#[test]
fn other_scripts_have_no_latin_words_but_names() {
    for language in [Language::Arabic, Language::Hebrew, Language::Persian, Language::Urdu, Language::Russian] {
        for (id, message) in messages(language) {
            let words = message.words.join(" ");
            let latin = words.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
            let strange: Vec<&str> = latin.filter(|word| !NAMES.contains(word)).collect();
            assert!(strange.is_empty(), "{language:?}: {id}: {strange:?}");
        }
    }
}

fn columns(text: &str) -> u16 {
    let options = Options { width: u16::MAX, marks: Marks::Drop };
    TextLayout::new(text, Direction::Ltr, options).row(0).map_or(0, |row| row.width)
}

/// At 80 columns a line of the help screen has so many for what a key does.
const HELP_COLUMNS: u16 = 25;

#[test]
fn every_help_text_has_room_on_the_usual_screen() {
    use crate::reader::help_texts::help_text;
    use crate::reader::keys::Context;
    for language in Language::ALL {
        let tongue = Tongue::from(language);
        for context in Context::ALL {
            for binding in context.bindings() {
                let text = tongue.text(help_text(binding.action, context).unwrap());
                assert!(columns(&text) <= HELP_COLUMNS, "{language:?}: {text} has {}", columns(&text));
            }
        }
    }
}

/// Columns of a sidebar beside the article at 80, less the air around its titles.
const TAB_COLUMNS: u16 = 32;

#[test]
fn the_titles_of_the_tabs_stand_side_by_side() {
    use crate::reader::Tab;
    for language in Language::ALL {
        let tongue = Tongue::from(language);
        let all = Tab::ALL.map(|tab| columns(&tongue.key_hint("1", tab.title())));
        assert!(all.iter().sum::<u16>() + 2 * 2 <= TAB_COLUMNS, "{language:?}: {all:?}");
    }
}

/// What counts as what in words: the tables of CLDR for these languages.
#[test]
fn letters_are_counted_as_the_grammar_does() {
    let copied = |tag: &str, letters| {
        let message = Tongue::of_tag(tag).unwrap().copied_by("x", letters, "p");
        let from = message.find([',', '،']).unwrap();
        let counted = message[from..].trim_start_matches([',', '،', ' ']);
        counted[..counted.find(':').unwrap()].trim_end_matches([' ', '\u{a0}']).to_owned()
    };
    let cases: [(&str, &[(usize, &str)]); 7] = [
        (
            "ar-EG",
            &[
                (0, "بلا أحرف"),
                (1, "حرف واحد"),
                (2, "حرفان"),
                (3, "٣ أحرف"),
                (10, "١٠ أحرف"),
                (11, "١١ حرفًا"),
                (99, "٩٩ حرفًا"),
                (100, "١٠٠ حرف"),
                (102, "١٠٢ حرف"),
                (103, "١٠٣ أحرف"),
                (111, "١١١ حرفًا"),
                (1000, "١٬٠٠٠ حرف"),
            ],
        ),
        ("en", &[(0, "0 letters"), (1, "one letter"), (2, "2 letters"), (21, "21 letters"), (1234, "1,234 letters")]),
        (
            "he",
            &[
                (0, "0 אותיות"),
                (1, "אות אחת"),
                (2, "שתי אותיות"),
                (3, "3 אותיות"),
                (10, "10 אותיות"),
                (20, "20 אותיות"),
                (1234, "1,234 אותיות"),
            ],
        ),
        ("fa", &[(0, "۰ حرف"), (1, "۱ حرف"), (2, "۲ حرف"), (1234, "۱٬۲۳۴ حرف")]),
        ("ur", &[(0, "0 حروف"), (1, "1 حرف"), (2, "2 حروف"), (1234, "1,234 حروف")]),
        (
            "ru",
            &[
                (0, "0 символов"),
                (1, "1 символ"),
                (2, "2 символа"),
                (4, "4 символа"),
                (5, "5 символов"),
                (11, "11 символов"),
                (12, "12 символов"),
                (20, "20 символов"),
                (21, "21 символ"),
                (22, "22 символа"),
                (111, "111 символов"),
                (1234, "1\u{a0}234 символа"),
            ],
        ),
        (
            "fr",
            &[
                (0, "0 caractère"),
                (1, "1 caractère"),
                (2, "2 caractères"),
                (21, "21 caractères"),
                (1234, "1\u{202f}234 caractères"),
            ],
        ),
    ];
    for (tag, cases) in cases {
        for (letters, words) in cases {
            assert_eq!(copied(tag, *letters), *words, "{tag}: {letters}");
        }
    }
}

#[test]
fn every_plural_category_of_a_language_is_there() {
    for (language, categories) in [
        (Language::Arabic, &["zero", "one", "two", "few", "many", "other"][..]),
        (Language::English, &["one", "other"]),
        (Language::Hebrew, &["one", "two", "other"]),
        (Language::Persian, &["one", "other"]),
        (Language::Urdu, &["one", "other"]),
        (Language::Russian, &["one", "few", "many", "other"]),
        (Language::French, &["one", "other"]),
    ] {
        let file = words(language);
        for id in ["copied-by", "copied-to-terminal", "measure", "problems"] {
            let message = file.split(&format!("\n{id} = ")).nth(1).unwrap();
            let message = &message[..message.find("\n    }").unwrap()];
            let count = message.lines().filter(|line| line.trim_start().starts_with(['[', '*'])).count();
            assert_eq!(count, categories.len(), "{language:?}: {id}");
            assert!(categories.iter().all(|category| message.contains(&format!("[{category}]"))), "{language:?}: {id}");
        }
    }
}

#[test]
fn per_cent_and_dates_as_the_locale_writes_them() {
    let cases = [
        ("ar-EG", "٤٣٪", "٢٣ نوفمبر ٢٠٢٦"),
        ("ar-SA", "٤٣٪", "٢٣ نوفمبر ٢٠٢٦"),
        ("ar-MA", "43%", "23 نوفمبر 2026"),
        ("en-GB", "43%", "November 23, 2026"),
        ("he-IL", "43%", "23 בנובמבר 2026"),
        ("fa-IR", "۴۳٪", "۲ آذر ۱۴۰۵"),
        ("ur-PK", "43%", "23 نومبر، 2026"),
        ("ru", "43\u{a0}%", "23 ноября 2026 г."),
        ("fr", "43\u{a0}%", "23 novembre 2026"),
    ];
    for (tag, per_cent, date) in cases {
        let tongue = Tongue::of_tag(tag).unwrap();
        assert_eq!(tongue.per_cent_of(437, 1000), per_cent, "{tag}");
        for iso in ["2026-11-23", "2026-11-23T06:02:27Z", "2026-11-23 06:02"] {
            assert_eq!(tongue.date(iso).as_deref(), Some(date), "{tag}: {iso}");
        }
    }
    assert_eq!(Tongue::of_tag("fr").unwrap().date("2026-01-01").as_deref(), Some("1er janvier 2026"));
    let english = Tongue::default();
    assert_eq!([english.per_cent_of(0, 0), english.per_cent_of(9, 3)], ["0%", "100%"]);
    for none in ["", "yesterday", "2026-13-01", "2026-02-30", "26-01-01", "+2026-01-01", "2026-1-1", "2026-11-2x"] {
        assert_eq!(english.date(none), None, "{none}");
    }
}

/// Nowruz, and the 30th of Esfand that only leap years have.
#[test]
fn the_persian_calendar_has_its_leap_years() {
    let persian = Tongue::from(Language::Persian);
    for (iso, date) in [
        ("2024-03-19", "۲۹ اسفند ۱۴۰۲"),
        ("2024-03-20", "۱ فروردین ۱۴۰۳"),
        ("2025-03-20", "۳۰ اسفند ۱۴۰۳"),
        ("2025-03-21", "۱ فروردین ۱۴۰۴"),
    ] {
        assert_eq!(persian.date(iso).as_deref(), Some(date), "{iso}");
    }
}

#[test]
fn the_language_is_that_of_the_locale_for_messages() {
    let of = |set: &[(&str, &str)]| {
        let variable = |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        Tongue::of_locale(variable).language()
    };
    for (set, language) in [
        (&[][..], Language::English),
        (&[("LANG", "ar_EG.UTF-8")], Language::Arabic),
        (&[("LANG", "ru_RU.UTF-8"), ("LC_MESSAGES", "fr_FR.UTF-8")], Language::French),
        (&[("LANG", "ru_RU"), ("LC_MESSAGES", "fr_FR"), ("LC_ALL", "he_IL.utf8")], Language::Hebrew),
        (&[("LANG", "ur_PK"), ("LC_ALL", "")], Language::Urdu),
        (&[("LANG", "fa_IR"), ("LC_ALL", "C.UTF-8")], Language::English),
        (&[("LANG", "POSIX")], Language::English),
        (&[("LANG", "de_DE@euro")], Language::English),
        (&[("LANG", "fr_BE@euro")], Language::French),
        (&[("LANG", "iw_IL")], Language::Hebrew),
        (&[("LANG", "prs_AF")], Language::Persian),
        (&[("LC_CTYPE", "ar_EG.UTF-8")], Language::English),
    ] {
        assert_eq!(of(set), language, "{set:?}");
    }
    for tag in ["", "xx", "arabic", "-", "e"] {
        assert_eq!(Tongue::of_tag(tag), None, "{tag}");
    }
}

/// The name of a key stays in order in a language that is read from the right, and so does a foreign name.
#[test]
fn what_comes_from_elsewhere_is_isolated() {
    let arabic = Tongue::from(Language::Arabic);
    assert_eq!(arabic.key_hint("Ctrl-O", Text::HintBack), "\u{2066}Ctrl-O\u{2069} رجوع");
    assert_eq!(arabic.opened("https://x/?a"), "فُتح: \u{2068}https://x/?a\u{2069}");
    let english = Tongue::default();
    assert_eq!(english.key_hint("Ctrl-O", Text::HintBack), "Ctrl-O back");
    assert_eq!(english.not_found_text("abc"), "not found: abc");
    assert_eq!(english.not_found_text("a سلام"), "not found: \u{2068}a سلام\u{2069}");
}
