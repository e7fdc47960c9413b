//! Events that have one name.

use super::{Found, Text, with_year};

/// Events that are names as they stand, normalised; the words of one entry in order.
const FIXED: &[&str] = &[
    "الحرب العالميه الاولي",
    "الحرب العالميه الثانيه",
    "الحرب البارده",
    "كاس العالم للانديه",
    "كاس العالم",
    "كاس امم افريقيا",
    "كاس الامم الافريقيه",
    "كاس الامم الاوروبيه",
    "كاس امم اسيا",
    "كاس اسيا",
    "دوري ابطال اوروبا",
    "دوري ابطال افريقيا",
    "دوري ابطال اسيا",
    "الدوري الاوروبي",
    "كاس ملك اسبانيا",
    "الالعاب الاولمبيه",
    "دوره الالعاب الاولمبيه",
    "يوم النكبه",
    "عيد الفطر",
    "عيد الاضحي",
    "الربيع العربي",
    "طوفان الاقصي",
    "مؤتمر الاطراف",
    "قمه المناخ",
    "السيوف الحديديه",
    "world war i",
    "world war ii",
    "first world war",
    "second world war",
    "cold war",
    "world cup",
    "champions league",
    "olympic games",
    "winter olympics",
    "summer olympics",
    "super bowl",
    "arab spring",
    "brexit",
    "world economic forum",
    "euro 2024",
    "gulf war",
    "vietnam war",
    "premier league",
    "первая мировая война",
    "вторая мировая война",
    "первой мировой войны",
    "второй мировой войны",
    "вторую мировую войну",
    "второй мировой войне",
    "великая отечественная война",
    "великой отечественной войны",
    "великой отечественной войне",
    "холодной войны",
    "холодная война",
    "чемпионат мира",
    "чемпионата мира",
    "чемпионате мира",
    "чемпионата европы",
    "лиги чемпионов",
    "лига чемпионов",
    "лиге чемпионов",
    "олимпийских игр",
    "олимпийские игры",
    "олимпийских играх",
    "день победы",
    "дня победы",
    "première guerre mondiale",
    "seconde guerre mondiale",
    "deuxième guerre mondiale",
    "grande guerre",
    "guerre froide",
    "coupe du monde",
    "ligue des champions",
    "jeux olympiques",
    "tour de france",
    "festival de cannes",
    "מלחמת העולם הראשונה",
    "מלחמת העולם השנייה",
    "מלחמת העולם השניה",
    "מלחמת ששת הימים",
    "מלחמת יום הכיפורים",
    "המלחמה הקרה",
    "גביע העולם",
    "ליגת האלופות",
    "המשחקים האולימפיים",
    "מלחמת המפרץ",
    "מלחמת העצמאות",
    "جنگ جهاني اول",
    "جنگ جهاني دوم",
    "جنگ سرد",
    "جام جهاني",
    "ليگ قهرمانان اروپا",
    "بازي هاي المپيك",
    "بازيهاي المپيك",
    "پہلي جنگ عظيم",
    "دوسري جنگ عظيم",
    "سرد جنگ",
    "ورلڈ كپ",
    "ٹي ٹوئنٹي ورلڈ كپ",
    "چيمپئنز ٹرافي",
    "پي ايس ايل",
    "ايشيا كپ",
];

static BY_FIRST: std::sync::LazyLock<std::collections::HashMap<String, Vec<Vec<String>>>> =
    std::sync::LazyLock::new(|| {
        let mut map: std::collections::HashMap<String, Vec<Vec<String>>> = std::collections::HashMap::new();
        for phrase in FIXED {
            let mut words = phrase.split(' ').map(crate::extract::words::nz);
            if let Some(first) = words.next() {
                map.entry(first).or_default().push(words.collect());
            }
        }
        map
    });

/// One of them, at its first word.
pub(super) fn fixed(text: &Text, at: usize) -> Option<Found> {
    for reading in &text.words[at].readings {
        let Some(list) = BY_FIRST.get(&reading.norm) else { continue };
        let fit =
            list.iter().filter(|rest| rest.iter().enumerate().all(|(index, word)| text.norm(at + 1 + index) == word));
        if let Some(rest) = fit.max_by_key(|rest| rest.len()) {
            return Some((at, with_year(text, at + 1 + rest.len()), reading.cut));
        }
    }
    None
}
