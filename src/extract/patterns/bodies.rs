//! Arabic bodies whose name begins with a definite head: `المركز الوطني للأرصاد الجوية`.

use super::super::document::{Document, Language, Text};
use super::super::names::{Name, Taken};
use super::{is_nisba, reading};
use crate::article::EntityKind;

/// Heads of bodies, with their article.
const HEADS: &[&str] = &[
    "المديريه",
    "الهيئه",
    "المؤسسه",
    "الاداره",
    "الوكاله",
    "اللجنه",
    "المنظمه",
    "المجلس",
    "الجمعيه",
    "الشركه",
    "الجهاز",
    "المركز",
    "المعهد",
    "الديوان",
    "النقابه",
    "الرابطه",
    "المفوضيه",
    "الصندوق",
    "البنك",
    "المصرف",
    "المكتب",
    "الاتحاد",
    "المحكمه",
    "الحزب",
    "الشبكه",
    "الامانه",
    "السلطه",
    "المفوضيه",
    "الكليه",
    "المرصد",
    "البرنامج",
    "الحركه",
    "الجبهه",
    "التحالف",
    "التيار",
    "الغرفه",
];

/// Adjectives that make the name of one body of a head.
const MAKING: &[&str] = &[
    "العام",
    "العامه",
    "الوطني",
    "الوطنيه",
    "الاعلي",
    "العليا",
    "الدولي",
    "الدوليه",
    "المركزي",
    "المركزيه",
    "الاقليمي",
    "الاقليميه",
    "العالمي",
    "العالميه",
    "العربي",
    "العربيه",
    "الاسلامي",
    "الاسلاميه",
    "الملكي",
    "الملكيه",
    "الاتحادي",
    "الاتحاديه",
    "الافريقي",
    "الافريقيه",
    "الاوروبي",
    "الاوروبيه",
    "السامي",
    "الساميه",
    "الشعبي",
    "الشعبيه",
    "القومي",
    "القوميه",
    "المصري",
    "المصريه",
    "السعودي",
    "السعوديه",
];

/// Finds them, before the lists: `الحماية المدنية` is a body of its own, and the purpose of one.
pub(crate) fn find(document: &Document, taken: &mut Taken) {
    for (index, text) in document.texts.iter().enumerate().filter(|(_, text)| text.language == Language::Arabic) {
        for at in 0..text.tokens.len() {
            if let Some((end, cut)) = definite_body(text, at) {
                let mut name = Name::new(index, at..end, EntityKind::Org, "definite body");
                name.cut = cut;
                taken.add(name);
            }
        }
    }
}

/// A head, an adjective that makes it one body's name, then `لل…` and definite words, or another
/// adjective. A head with one adjective alone is too common to be a name.
fn definite_body(text: &Text, at: usize) -> Option<(usize, usize)> {
    let cut = reading(text, at, |norm| HEADS.contains(&norm))?;
    let definite =
        |at: usize| text.norm(at).starts_with("ال") && text.norm(at).chars().count() > 4 && !text.is_mark(at);
    let mut end = at + 1;
    while end < at + 3 && (MAKING.contains(&text.norm(end)) || is_nisba(text, end)) {
        end += 1;
    }
    if end == at + 1 {
        return None;
    }
    let purpose = text.norm(end).starts_with("لل") && text.norm(end).chars().count() > 4;
    if !purpose {
        // "المجلس الوطني الفلسطيني", "الهيئة العامة السورية": a country at the end.
        let country = end > at + 2 && is_nisba(text, end - 1) && !MAKING.contains(&text.norm(end - 1));
        return country.then_some((end, cut));
    }
    end += 1;
    let title = |at: usize| text.words.get(at).is_some_and(|word| matches!(word.trigger, 1 | 4 | 8));
    let joined = |at: usize| text.norm(at).starts_with("وال") && text.norm(at).chars().count() > 5;
    let mut words = 0;
    while words < 2 && (definite(end) && !title(end) || joined(end)) {
        (end, words) = (end + 1, words + 1);
    }
    Some((end, cut))
}
