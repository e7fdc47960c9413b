//! Persian verbs are mostly a noun and a light verb: `تأکید کرد`, `تأکید می‌کند`, `تأکید کرده است`. The tables hold
//! the past tense, here its other forms are led back to it.

use super::super::words::Token;

/// Past tense and the other forms, as `nz` spells them.
const FORMS: &[(&str, &str)] = &[
    ("كرد", "كرد كردند كردم كردیم كرده كرده‌اند كرده‌است می‌كند می‌كنند می‌كرد می‌كردند می‌كنم كند نمود نمودند نموده می‌نماید"),
    ("داد", "داد دادند دادم داده داده‌اند داده‌است می‌دهد می‌دهند می‌داد می‌دادند"),
    ("داشت", "داشت داشتند داشته دارد دارند می‌دارد می‌دارند می‌داشت"),
    ("شد", "شد شدند شده شده‌اند شده‌است می‌شود می‌شوند می‌شد"),
    ("ساخت", "ساخت ساختند ساخته می‌سازد می‌سازند"),
    ("زد", "زد زدند زده می‌زند می‌زنند"),
    ("گرفت", "گرفت گرفتند گرفته می‌گیرد می‌گیرند"),
];

/// What may follow a participle: `گفته است`, `گفته بود`.
const AUXILIARIES: &[&str] = &["است", "بود", "بودند", "اند"];

/// Whether a verb form (joined to its prefix) is one of the light verb.
fn is_form(norm: &str, verb: &str) -> bool {
    let Some((_, forms)) = FORMS.iter().find(|(past, _)| *past == verb) else { return norm == verb };
    forms.split(' ').any(|form| form.chars().filter(|&c| c != '\u{200c}').map(plain).eq(norm.chars()))
}

/// The spelling of the look-up.
fn plain(c: char) -> char {
    if c == 'ی' { 'ي' } else { c }
}

/// How many tokens from `at` on are the word of the tables; `می کند` is two.
pub(super) fn length(tokens: &[Token], at: usize, word: &str) -> Option<usize> {
    let norm = |at: usize| tokens.get(at).map_or("", |token| token.norm.as_str());
    if is_form(norm(at), word) {
        return Some(1);
    }
    (norm(at) == "مي" && is_form(&format!("مي{}", norm(at + 1)), word)).then_some(2)
}

/// Whether the token goes on with the participle before it.
pub(super) fn is_auxiliary(tokens: &[Token], at: usize) -> bool {
    let participle = |token: &Token| token.norm.ends_with('ه');
    at.checked_sub(1).is_some_and(|before| participle(&tokens[before]))
        && tokens.get(at).is_some_and(|token| AUXILIARIES.contains(&token.norm.as_str()))
}
