//! UAX #9 through our own pipeline: BidiTest.txt and BidiCharacterTest.txt, every case, levels and
//! visual order.
//!
//! The files know single characters, a row knows cells. A cell is taken apart into its characters
//! before it is compared; a character that a row drops (a control, a line terminator) has its level
//! in `Row::omitted`, and is left out of the expected order.
#![allow(clippy::unwrap_used)]

mod unicode_support;

use std::collections::BTreeMap;

use newsreader::article::script_direction;
use newsreader::layout::{Direction, Dropped, Marks};
use unicode_bidi::{BidiClass, bidi_class};
use unicode_support::{Placed, cases, data, hex, placed};

/// What a test file says of one case; a level is none for what rule X9 removes.
#[derive(Debug, Default)]
struct Expected {
    levels: Vec<Option<u8>>,
    order: Vec<usize>,
}

impl Expected {
    fn parse(levels: &str, order: &str) -> Self {
        Self {
            levels: levels.split_whitespace().map(|level| level.parse().ok()).collect(),
            order: order.split_whitespace().map(|index| index.parse().unwrap()).collect(),
        }
    }

    fn check(&self, got: &Placed, case: impl Fn() -> String) {
        for (at, level) in self.levels.iter().enumerate() {
            if let Some(level) = level {
                assert_eq!(got.levels[at], *level, "level of {at}: {}\n{got:?}\n{self:?}", case());
            }
        }
        let expected = self.order.iter().filter(|&&at| got.dropped[at].is_none());
        let order = got.order.iter().filter(|&&at| self.levels[at].is_some());
        assert!(order.eq(expected), "order: {}\n{got:?}\n{self:?}", case());
    }
}

/// Nothing is dropped but what has no appearance, and by the rule made for it.
fn check_dropped(text: &str, got: &Placed) {
    for (c, dropped) in text.chars().zip(&got.dropped) {
        let allowed = match dropped {
            None => !newsreader::layout::is_bidi_control(c),
            Some(Dropped::BidiControl) => newsreader::layout::is_bidi_control(c),
            Some(Dropped::LineTerminator) => bidi_class(c) == BidiClass::B,
            Some(Dropped::SoftHyphen) => c == '\u{ad}',
            Some(Dropped::VowelMark) => matches!(c, '\u{64e}' | '\u{200d}'),
            Some(Dropped::Ignorable) => bidi_class(c) == BidiClass::BN,
            Some(Dropped::HangingSpace) => false,
        };
        assert!(allowed, "{c:?} {dropped:?} in {text:?}");
    }
}

/// Rules P2 and P3 as the program applies them, left to right where a text has no strong character.
fn auto(text: &str) -> Direction {
    Direction::from_rtl(script_direction(text).unwrap_or(false))
}

/// A character for each Bidi_Class.
type Samples = [(&'static str, char); 23];

const PLAIN: Samples = [
    ("L", 'a'),
    ("R", 'א'),
    ("AL", 'ب'),
    ("EN", '1'),
    ("ES", '+'),
    ("ET", '%'),
    ("AN", '\u{661}'),
    ("CS", ','),
    ("B", '\u{2029}'),
    ("S", '\t'),
    ("WS", ' '),
    ("ON", '!'),
    ("NSM", '\u{300}'),
    ("BN", '\u{200b}'),
    ("LRE", '\u{202a}'),
    ("RLE", '\u{202b}'),
    ("PDF", '\u{202c}'),
    ("LRO", '\u{202d}'),
    ("RLO", '\u{202e}'),
    ("LRI", '\u{2066}'),
    ("RLI", '\u{2067}'),
    ("FSI", '\u{2068}'),
    ("PDI", '\u{2069}'),
];

/// The same classes by characters that give the pipeline more to do: a wide letter, a mark that is
/// dropped, a joiner that becomes part of clusters, a control character with a picture.
const TROUBLESOME: [(&str, char); 13] = [
    ("L", '中'),
    ("R", '\u{7ca}'),
    ("AL", 'ک'),
    ("EN", '۱'),
    ("ES", '-'),
    ("ET", '$'),
    ("AN", '٫'),
    ("CS", '.'),
    ("B", '\n'),
    ("S", '\u{1f}'),
    ("WS", '\u{3000}'),
    ("NSM", '\u{64e}'),
    ("BN", '\u{200d}'),
];

fn samples(troublesome: bool) -> BTreeMap<&'static str, char> {
    let mut samples = BTreeMap::from(PLAIN);
    if troublesome {
        samples.extend(TROUBLESOME);
    }
    samples
}

/// Runs all cases of BidiTest.txt; says how many.
fn run_bidi_test(samples: &BTreeMap<&str, char>, marks: Marks) -> usize {
    let file = data("BidiTest-15.0.0");
    let (mut levels, mut order) = (String::new(), String::new());
    let mut expected = Expected::default();
    let mut run = 0;
    for (number, line) in cases(&file) {
        if let Some(found) = line.strip_prefix("@Levels:") {
            found.clone_into(&mut levels);
        } else if let Some(found) = line.strip_prefix("@Reorder:") {
            found.clone_into(&mut order);
        } else {
            let (classes, directions) = line.split_once(';').unwrap();
            let text: String = classes.split_whitespace().map(|class| samples[class]).collect();
            let directions = u8::from_str_radix(directions.trim(), 16).unwrap();
            for (bit, direction) in [(1, auto(&text)), (2, Direction::Ltr), (4, Direction::Rtl)] {
                if directions & bit != 0 {
                    let got = placed(&text, direction, marks);
                    expected.check(&got, || format!("line {number}: {line} {direction:?}"));
                    check_dropped(&text, &got);
                    run += 1;
                }
            }
            continue;
        }
        expected = Expected::parse(&levels, &order);
    }
    run
}

#[test]
fn bidi_test_with_plain_characters() {
    assert_eq!(run_bidi_test(&samples(false), Marks::Keep), 770_241);
}

#[test]
fn bidi_test_with_troublesome_characters() {
    assert_eq!(run_bidi_test(&samples(true), Marks::Drop), 770_241);
}

#[test]
fn bidi_character_test() {
    let file = data("BidiCharacterTest-15.0.0");
    let mut run = 0;
    for (number, line) in cases(&file) {
        let fields: Vec<&str> = line.split(';').collect();
        let text: String = fields[0].split_whitespace().map(hex).collect();
        let direction = match fields[1] {
            "0" => Direction::Ltr,
            "1" => Direction::Rtl,
            _ => auto(&text),
        };
        assert_eq!(direction.is_rtl(), fields[2] == "1", "paragraph level, line {number}: {line}");
        let got = placed(&text, direction, Marks::Keep);
        Expected::parse(fields[3], fields[4]).check(&got, || format!("line {number}: {line}"));
        check_dropped(&text, &got);
        run += 1;
    }
    assert_eq!(run, 91_707);
}

/// Characters whose class is not the same in Unicode 16.0, which the crate implements, as in 15.0, of
/// which the files are: five nablas and partials became neutral, an Ahom sign a letter. None is in a file.
const CHANGED_IN_16: [&str; 6] = ["1D6C1 L ON", "1D6FB L ON", "1D735 L ON", "1D76F L ON", "1D7A9 L ON", "1171E NSM L"];

/// Version 15.0 of the files is as good as 16.0, because every character in them has the same class
/// in both. So has every other assigned character but six, which are named.
#[test]
fn bidi_classes_of_unicode_15_are_those_of_the_crate() {
    let file = data("DerivedBidiClass-15.0.0");
    let mut differ = Vec::new();
    let (mut compared, mut unassigned) = (0, 0);
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (range, rest) = line.split_once(';').unwrap();
        let (class, comment) = rest.split_once('#').unwrap();
        let (first, last) = range.trim().split_once("..").unwrap_or((range.trim(), range.trim()));
        let code = |hex| u32::from_str_radix(hex, 16).unwrap();
        for c in (code(first)..=code(last)).filter_map(char::from_u32) {
            compared += 1;
            let (class, ours) = (class.trim(), bidi_class(c));
            if format!("{ours:?}") != class {
                // The crate takes unassigned code points for L; the file has BN for noncharacters and
                // for what is reserved as Default_Ignorable. No text has a right to such characters.
                if comment.trim().starts_with("Cn") && class == "BN" && ours == BidiClass::L {
                    unassigned += 1;
                } else {
                    differ.push(format!("{:04X} {class} {ours:?}", u32::from(c)));
                }
            }
        }
    }
    differ.sort_by_key(|found| !found.ends_with("ON"));
    assert_eq!(differ, CHANGED_IN_16);
    assert_eq!((compared, unassigned), (290_554, 3_835));
    let changed: Vec<char> = CHANGED_IN_16.iter().map(|line| hex(line.split(' ').next().unwrap())).collect();
    for (_, line) in cases(&data("BidiCharacterTest-15.0.0")) {
        let mut used = line.split(';').next().unwrap().split_whitespace().map(hex);
        assert!(!used.any(|c| changed.contains(&c)), "{line}");
    }
    for troublesome in [false, true] {
        for (class, sample) in samples(troublesome) {
            assert_eq!(format!("{:?}", bidi_class(sample)), class);
        }
    }
}
