//! How far the words of an unnamed speaker reach: `גורם בכיר באגף ההנדסה`, `یک منبع آگاه در بانک مرکزی`, but not
//! `גורם בכיר בשיחה עם`, `یک مقام آگاه در نامه‌ای`.

use super::lexicon::{Role, Tongue};
use super::line::Line;
use crate::article::EntityKind;

/// Heads of offices: with "in" before them they belong to the phrase.
const OFFICES: &str =
    "وزارت وزارتخانه بانك شركت سازمان دولت مجلس شورا شوراي نيروي اداره كميسيون دفتر دادگاه استانداري شهرداري باشگاه";

/// Whether an item that looks like a preposition still belongs to the phrase that begins at `head`.
pub(super) fn goes_on(line: &Line<'_>, head: usize, item: usize) -> bool {
    let norm = line.norm(item);
    if line.tongue.is(Tongue::FA) {
        let next = line.norm(item + 1);
        let office = OFFICES.split(' ').any(|office| office == next) || is_office(line, item + 1);
        return norm == "در" && office;
    }
    if line.tongue.is(Tongue::AR) && line.tongue != Tongue::ARABIC_SCRIPT {
        // "مسؤول بالديوان"
        return item == head + 1
            && norm.strip_prefix("بال").is_some_and(|rest| rest.chars().count() > 2)
            && line.roles(item).is_unknown();
    }
    if !line.tongue.is(Tongue::HE) || item > head + 3 {
        return false;
    }
    let Some(rest) = norm.strip_prefix(['ב', 'מ']).filter(|rest| rest.chars().count() > 2) else { return false };
    let named = line.named_at_item(item);
    (named || line.roles(item).is_unknown()) && !is_occasion(rest)
}

fn is_office(line: &Line<'_>, item: usize) -> bool {
    line.token(item).and_then(|token| line.named_at[token]).is_some_and(|name| line.named[name].kind == EntityKind::Org)
}

/// Hebrew words for where and when something is said.
fn is_occasion(norm: &str) -> bool {
    const OCCASIONS: &[&str] = &[
        "שיחה",
        "ראיון",
        "תגובה",
        "הודעה",
        "נאום",
        "מכתב",
        "ציוץ",
        "פוסט",
        "הצהרה",
        "דיון",
        "תדרוך",
        "סוף",
        "תחילת",
        "ישיבה",
        "ישיבת",
        "מהלך",
        "יום",
        "ערב",
        "בוקר",
        "שבוע",
        "שנה",
        "חודש",
        "תוקף",
        "קול",
        "פני",
        "מיוחד",
    ];
    OCCASIONS.contains(&norm) || norm.strip_prefix('ה').is_some_and(|rest| OCCASIONS.contains(&rest))
}

/// Whether the phrase ends before an item for a reason of its own language: the relative ש.
pub(super) fn ends(line: &Line<'_>, head: usize, item: usize) -> bool {
    let norm = line.norm(item);
    match () {
        () if line.tongue.is(Tongue::HE) => {
            item > head && norm.starts_with('ש') && norm.chars().count() > 3 && line.roles(item).is_unknown()
        }
        () if line.tongue.is(Tongue::FA) => {
            line.has(item, Role::That)
                || matches!(norm, "با" | "به" | "در" | "را")
                || norm == "اين" && line.norm(item + 2) == "را"
        }
        // "أبلغ مصدر مقرب من الوفد وكالة …": behind an article the phrase is closed.
        () if line.tongue.is(Tongue::AR) => {
            line.named_at_item(item) && line.norm(item - 1).starts_with("ال") && !line.norm(item).starts_with("ال")
        }
        () => false,
    }
}
