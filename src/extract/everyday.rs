//! Names of the lists that are also plain words.

/// First words of bodies that many countries have: an adjective after them belongs to the name.
pub(super) const BODIES: &[&str] =
    &["مجلس", "المحكمه", "الجمعيه", "النيابه", "السلطه", "الحمايه", "الدفاع", "المجلس", "الهلال", "الحزب"];

/// Names of organisations that are also plain words.
pub(super) const EVERYDAY: &[&str] = &[
    "الجزيره",
    "الاهلي",
    "الشعب",
    "النصر",
    "الهلال",
    "الاتحاد",
    "القاعده",
    "اكس",
    "وفا",
    "تاس",
    "واس",
    "الكاف",
    "العربيه",
    "congress",
    "senate",
    "parliament",
    "labour",
    "meta",
    "apple",
    "renaissance",
    "fo",
    "ps",
    "rn",
    "سپاه",
    "نيب",
    "ارنا",
];

/// Cities whose names are adjectives or plain words with an article.
pub(super) const DESCRIBING: &[&str] = &[
    "الجديده",
    "البيضاء",
    "الخضراء",
    "الحمراء",
    "الزرقاء",
    "الوسطي",
    "الكبري",
    "العاليه",
    "الشماليه",
    "الزيتون",
    "المدينه",
    "الجزيره",
    "المحمديه",
    "السلام",
    "الكرامه",
    "الحديثه",
    "الاحمدي",
    "الصالحيه",
    "الهدي",
];
