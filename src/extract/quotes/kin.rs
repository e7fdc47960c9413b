//! Relatives without a name: `والدها`, `אחותה הגדולה`, `پدر`. Somebody was introduced as the father, or shares the
//! surname of whom the text is about.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::gender::Gender;
use super::lexicon::Tongue;
use super::line::Line;
use crate::extract::words::{TokenKind, nz};

/// What somebody is to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kin {
    class: u8,
    pub(super) gender: Option<Gender>,
    /// It does not say whose.
    pub(super) bare: bool,
}

use Gender::{Feminine, Masculine};

/// Words of one relation, with and without what is written onto them.
const TABLE: &[(Tongue, Option<Gender>, &str)] = &[
    (Tongue::AR, Some(Masculine), "والد والده والدها والدهم الوالد أب أبوه أبوها الأب أبي"),
    (Tongue::AR, Some(Feminine), "والدة والدته والدتها والدتهم الوالدة أمه أمها الأم"),
    (Tongue::AR, Some(Masculine), "شقيق شقيقه شقيقها الشقيق أخوه أخوها أخيه أخيها الأخ"),
    (Tongue::AR, Some(Feminine), "شقيقة شقيقته شقيقتها الشقيقة أخته أختها الأخت"),
    (Tongue::AR, Some(Masculine), "ابن ابنه ابنها الابن نجل نجله نجلها ولده ولدها"),
    (Tongue::AR, Some(Feminine), "ابنة ابنته ابنتها الابنة كريمته كريمتها"),
    (Tongue::AR, Some(Masculine), "زوج زوجها الزوج"),
    (Tongue::AR, Some(Feminine), "زوجة زوجته الزوجة أرملة أرملته الأرملة"),
    (Tongue::HE, Some(Masculine), "אביו אביה אביהם האב אבא אבי"),
    (Tongue::HE, Some(Feminine), "אמו אמה אימו אימה אמם האם אמא אימא"),
    (Tongue::HE, Some(Masculine), "אחיו אחיה אחיהם האח אחי"),
    (Tongue::HE, Some(Feminine), "אחותו אחותה אחותם האחות"),
    (Tongue::HE, Some(Masculine), "בנו בנה בנם הבן"),
    (Tongue::HE, Some(Feminine), "בתו בתה בתם הבת"),
    (Tongue::HE, Some(Masculine), "בעלה הבעל"),
    (Tongue::HE, Some(Feminine), "אשתו רעייתו האישה אלמנתו"),
    (Tongue::FA, Some(Masculine), "پدر پدرش پدرشان"),
    (Tongue::FA, Some(Feminine), "مادر مادرش مادرشان"),
    (Tongue::FA, Some(Masculine), "برادر برادرش برادرشان"),
    (Tongue::FA, Some(Feminine), "خواهر خواهرش خواهرشان"),
    (Tongue::FA, Some(Masculine), "پسر پسرش پسرشان"),
    (Tongue::FA, Some(Feminine), "دختر دخترش دخترشان"),
    (Tongue::FA, None, "همسر همسرش"),
    (Tongue::AR, Some(Masculine), "عمه عمها العم خاله خالها الخال"),
    (Tongue::AR, Some(Feminine), "عمته عمتها العمة خالته خالتها الخالة"),
    (Tongue::AR, Some(Masculine), "جده جدها الجد"),
    (Tongue::AR, Some(Feminine), "جدته جدتها الجدة"),
    (Tongue::AR, Some(Masculine), "حفيده حفيدها الحفيد"),
    (Tongue::AR, Some(Feminine), "حفيدته حفيدتها الحفيدة"),
    (Tongue::AR, Some(Masculine), "صهره صهرها الصهر"),
    (Tongue::HE, Some(Masculine), "גיסו גיסה"),
    (Tongue::HE, Some(Feminine), "גיסתו גיסתה"),
    (Tongue::HE, Some(Masculine), "דודו דודה"),
    (Tongue::HE, Some(Feminine), "דודתו דודתה"),
    (Tongue::HE, Some(Masculine), "סבו סבה"),
    (Tongue::HE, Some(Feminine), "סבתו סבתה"),
    (Tongue::HE, Some(Masculine), "נכדו נכדה"),
    (Tongue::HE, Some(Feminine), "נכדתו נכדתה"),
    (Tongue::HE, Some(Masculine), "חתנו חתנה"),
    (Tongue::HE, Some(Feminine), "כלתו כלתה"),
    (Tongue::FA, Some(Masculine), "پدربزرگ پدربزرگش"),
    (Tongue::FA, Some(Feminine), "مادربزرگ مادربزرگش"),
    (Tongue::FA, Some(Masculine), "عمو عمویش"),
    (Tongue::FA, Some(Masculine), "دایی دایی‌اش"),
    (Tongue::FA, Some(Feminine), "خاله خاله‌اش"),
    (Tongue::FA, Some(Feminine), "عمه عمه‌اش"),
    (Tongue::FA, None, "نوه نوه‌اش"),
    (Tongue::FA, None, "برادرزاده برادرزاده‌اش"),
    (Tongue::FA, None, "خواهرزاده خواهرزاده‌اش"),
    (Tongue::FA, Some(Masculine), "داماد دامادش"),
    (Tongue::FA, Some(Feminine), "عروس عروسش"),
    (Tongue::UR, Some(Masculine), "چچا"),
    (Tongue::UR, Some(Masculine), "ماموں"),
    (Tongue::UR, Some(Feminine), "خالہ"),
    (Tongue::UR, Some(Masculine), "دادا"),
    (Tongue::UR, Some(Feminine), "دادی"),
    (Tongue::UR, Some(Masculine), "نانا"),
    (Tongue::UR, Some(Feminine), "نانی"),
    (Tongue::UR, Some(Masculine), "پوتا پوتے نواسا نواسے"),
    (Tongue::UR, Some(Feminine), "پوتی نواسی"),
    (Tongue::UR, Some(Masculine), "بھتیجا بھتیجے"),
    (Tongue::UR, Some(Masculine), "بھانجا بھانجے"),
    (Tongue::UR, Some(Masculine), "سسر"),
    (Tongue::UR, Some(Feminine), "بہو"),
    (Tongue::UR, Some(Feminine), "بھابھی"),
    (Tongue::UR, Some(Masculine), "داماد"),
    (Tongue::UR, Some(Masculine), "والد باپ"),
    (Tongue::UR, Some(Feminine), "والدہ ماں"),
    (Tongue::UR, Some(Masculine), "بھائی"),
    (Tongue::UR, Some(Feminine), "بہن"),
    (Tongue::UR, Some(Masculine), "بیٹا بیٹے"),
    (Tongue::UR, Some(Feminine), "بیٹی"),
    (Tongue::UR, Some(Masculine), "شوہر خاوند"),
    (Tongue::UR, Some(Feminine), "بیوی اہلیہ"),
    (Tongue::EN, Some(Masculine), "father dad"),
    (Tongue::EN, Some(Feminine), "mother mum mom"),
    (Tongue::EN, Some(Masculine), "brother"),
    (Tongue::EN, Some(Feminine), "sister"),
    (Tongue::EN, Some(Masculine), "son"),
    (Tongue::EN, Some(Feminine), "daughter"),
    (Tongue::EN, Some(Masculine), "husband"),
    (Tongue::EN, Some(Feminine), "wife widow"),
    (Tongue::EN, Some(Masculine), "grandfather"),
    (Tongue::EN, Some(Feminine), "grandmother"),
    (Tongue::EN, Some(Masculine), "uncle"),
    (Tongue::EN, Some(Feminine), "aunt"),
    (Tongue::EN, Some(Masculine), "nephew"),
    (Tongue::EN, Some(Feminine), "niece"),
    (Tongue::FR, Some(Masculine), "père papa"),
    (Tongue::FR, Some(Feminine), "mère maman"),
    (Tongue::FR, Some(Masculine), "frère"),
    (Tongue::FR, Some(Feminine), "sœur"),
    (Tongue::FR, Some(Masculine), "fils"),
    (Tongue::FR, Some(Feminine), "fille"),
    (Tongue::FR, Some(Masculine), "mari époux"),
    (Tongue::FR, Some(Feminine), "femme épouse veuve"),
    (Tongue::FR, Some(Masculine), "grand-père"),
    (Tongue::FR, Some(Feminine), "grand-mère"),
    (Tongue::FR, Some(Masculine), "oncle grand-oncle"),
    (Tongue::FR, Some(Feminine), "tante grand-tante"),
    (Tongue::FR, Some(Masculine), "neveu"),
    (Tongue::FR, Some(Feminine), "nièce"),
    (Tongue::RU, Some(Masculine), "отец"),
    (Tongue::RU, Some(Feminine), "мать"),
    (Tongue::RU, Some(Masculine), "брат"),
    (Tongue::RU, Some(Feminine), "сестра"),
    (Tongue::RU, Some(Masculine), "сын"),
    (Tongue::RU, Some(Feminine), "дочь"),
    (Tongue::RU, Some(Masculine), "муж супруг"),
    (Tongue::RU, Some(Feminine), "жена супруга вдова"),
    (Tongue::RU, Some(Masculine), "дед дедушка"),
    (Tongue::RU, Some(Feminine), "бабушка"),
    (Tongue::RU, Some(Masculine), "дядя"),
    (Tongue::RU, Some(Feminine), "тетя тётя"),
    (Tongue::RU, Some(Masculine), "племянник"),
    (Tongue::RU, Some(Feminine), "племянница"),
];

static WORDS: LazyLock<HashMap<&str, Vec<(Tongue, Kin)>>> = LazyLock::new(|| {
    let mut map: HashMap<&str, Vec<(Tongue, Kin)>> = HashMap::new();
    for (class, (tongue, gender, words)) in (0..).zip(TABLE) {
        for word in words.split(' ') {
            map.entry(word).or_default().push((*tongue, Kin { class, gender: *gender, bare: is_bare(word, *tongue) }));
        }
    }
    map
});

/// Whether a word needs another to say whose relative: `والد`, unlike `والده` and `الوالد`.
fn is_bare(word: &str, tongue: Tongue) -> bool {
    match () {
        () if tongue.is(Tongue::AR) => !word.starts_with("ال") && !word.ends_with(['ه', 'ا', 'م']),
        () if tongue.is(Tongue::FA) => !word.ends_with(['ش', 'ن']),
        () => false,
    }
}

/// The relation that a word names, as it is printed; a preposition of one letter may be written onto it.
pub(super) fn of(word: &str, tongue: Tongue) -> Option<Kin> {
    let find = |word: &str| WORDS.get(word)?.iter().find(|(other, _)| tongue.is(*other)).map(|(_, kin)| *kin);
    find(word).or_else(|| find(word.strip_prefix(['و', 'ل', 'ف', 'ב', 'ל', 'ו'])?))
}

/// The relation by which a line introduces a person: `والدها الشاعر X`, `X, אחיו של …`.
pub(super) fn introduced(line: &Line<'_>, name: usize) -> Option<Kin> {
    let named = &line.named[name];
    let first = line.tokens.partition_point(|token| token.bytes.end <= named.bytes.start);
    let word = |at: usize| line.tokens.get(at).map_or("", |token| &line.text[token.bytes.clone()]);
    let before = (first.saturating_sub(3)..first)
        .rev()
        .take_while(|&at| {
            (line.tokens[at].kind == TokenKind::Word || at + 1 == first && matches!(word(at), "," | "،"))
                && word(at) != "של"
        })
        .find_map(|at| of(word(at), line.tongue));
    before.filter(|kin| !kin.bare).or_else(|| {
        let comma = matches!(word(named.last + 1), "," | "،");
        (named.last + 2..named.last + 4).filter(|_| comma).find_map(|at| of(word(at), line.tongue))
    })
}

impl Kin {
    /// Whether both are the same relation: two words for "father".
    pub(super) fn same(self, other: Self) -> bool {
        self.class == other.class
    }
}

/// Whether two full names end in the same surname; one of them may be double (`רגב-שלו`).
pub(super) fn shares_surname(a: &str, b: &str) -> bool {
    let parts = |name: &str| -> Vec<String> {
        let words: Vec<&str> = name.split_whitespace().collect();
        let last = words.last().filter(|_| words.len() > 1);
        last.map_or(Vec::new(), |last| nz(last).split('-').map(str::to_owned).collect())
    };
    let (a, b) = (parts(a), parts(b));
    a.iter().any(|part| b.contains(part))
}
