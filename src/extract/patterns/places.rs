//! Places by the word that says what they are.

use super::super::document::{Document, Language, Text};
use super::super::gazetteer::Kind;
use super::super::names::{Name, Taken};
use super::reading;
use crate::article::EntityKind;

/// `بلدة عفرين`, `استان هرمزگان`, `קיבוץ בארי`: the word after one that says what it is, unless it is an
/// everyday word or a definite one.
pub(super) fn settlement(text: &Text, at: usize) -> Option<(usize, usize)> {
    let heads: &[&str] = match text.language {
        Language::Arabic => &["مدينه", "بلده", "قريه", "محافظه", "ولايه"],
        Language::Persian => &["شهر", "استان", "شهرستان", "روستای", "روستاي"],
        Language::Hebrew => &["העיר", "קיבוץ", "מושב", "היישוב"],
        Language::Urdu => &["ضلع", "صوبہ"],
        Language::Russian | Language::French | Language::English => return None,
    };
    reading(text, at, |norm| heads.contains(&norm))?;
    let word = text.words.get(at + 1)?;
    let other = 1 << Kind::Common as u32
        | 1 << Kind::Nisba as u32
        | 1 << Kind::Title as u32
        | 1 << Kind::OrgHead as u32
        | 1 << Kind::PlaceHead as u32
        | 1 << Kind::Speech as u32;
    let long = word.norm.chars().count() > 3;
    let definite = text.language == Language::Arabic
        && (word.norm.starts_with("ال")
            || word.norm.starts_with("لل")
            || word.readings.len() > 1
            || word.cluster > 0 && word.spans[0] == 0);
    let fits =
        word.is_letters() && long && word.kinds & other == 0 && !definite && (word.name == 0 || word.spans[0] != 0);
    let end = if word.spans[0] == 2 {
        (at + 2..text.words.len()).find(|&end| text.words[end].spans[0] != 3).unwrap_or(text.words.len())
    } else {
        at + 2
    };
    fits.then_some((at + 1, end))
}

/// `مطار بيروت الدولي`, `معبر رفح`.
pub(super) fn facility(text: &Text, at: usize) -> Option<usize> {
    // "الكرة في ملعب واشنطن" is no stadium: only what is always named by its place.
    reading(text, at, |norm| matches!(norm, "مطار" | "معبر" | "ميناء" | "استاد" | "ستاد" | "مخيم" | "سجن" | "جسر"))?;
    let place = |at: usize| text.words.get(at).map_or(0, |word| word.spans[0]);
    let end = match place(at + 1) {
        1 => at + 2,
        2 => (at + 2..text.words.len()).find(|&end| place(end) != 3).unwrap_or(text.words.len()),
        _ => return None,
    };
    Some(if matches!(text.norm(end), "الدولي" | "الدوليه" | "البري" | "البحري") {
        end + 1
    } else {
        end
    })
}

/// Words for buildings and parts of the land that are named by the word after them.
const NAMED: &[&str] = &[
    "مستشفي",
    "مسجد",
    "جامع",
    "شارع",
    "ساحه",
    "متحف",
    "جبل",
    "جبال",
    "نهر",
    "مضيق",
    "بحيره",
    "جزيره",
    "وادي",
    "كنيسه",
    "ضاحيه",
];

/// Words behind such a name that belong to it.
const BEHIND: &[&str] =
    &["الكبير", "الكبري", "الدولي", "الوطني", "المركزي", "الجامعي", "التخصصي", "العام", "الازرق", "الابيض"];

/// `مستشفى الشفاء`, `مضيق هرمز`, `جبال زاغروس`: places that neither the lists nor the tagger know.
pub(crate) fn find(document: &Document, taken: &mut Taken) {
    for (index, text) in document.texts.iter().enumerate() {
        if text.language != Language::Arabic {
            continue;
        }
        for at in 0..text.tokens.len() {
            if let Some((end, cut)) = named(text, at) {
                let mut name = Name::new(index, at..end, EntityKind::Place, "building or land and its name");
                name.cut = cut;
                taken.add(name);
            }
        }
    }
}

fn named(text: &Text, at: usize) -> Option<(usize, usize)> {
    let cut = reading(text, at, |norm| NAMED.contains(&norm))?;
    let word = text.words.get(at + 1)?;
    let other = 1 << Kind::Nisba as u32
        | 1 << Kind::Title as u32
        | 1 << Kind::OrgHead as u32
        | 1 << Kind::PlaceHead as u32
        | 1 << Kind::Speech as u32
        | 1 << Kind::Weekday as u32;
    let letters = word.norm.chars().count();
    let definite = word.norm.starts_with("ال") && letters > 4;
    let unknown = word.kinds & !(1 << Kind::Cluster as u32) == 0 && word.cluster == 0 && letters > 3;
    let adjective = BEHIND.contains(&word.norm.as_str()) || word.norm.starts_with("الم") && word.cluster > 0;
    let fits = word.is_letters()
        && (word.kinds & other == 0 || word.spans[0] != 0)
        && !adjective
        && (definite || word.spans[0] != 0 || unknown || word.name % 10 >= 4 && !word.is(Kind::Common));
    let end = at + 2 + usize::from(BEHIND.contains(&text.norm(at + 2)));
    fits.then_some((end, cut))
}
