//! Strings of a fixed form: ids, language tags, dates. One of another form is kept, with a warning.

use super::super::fault::{Fault, Remedy};
use super::super::json::{Notes, Object, quotable};

/// What an id is, for messages.
pub(super) const ID: &str = "an id: a letter or digit, then at most 127 letters, digits or any of . _ : -";

/// The id of a key as it is written.
pub(super) fn id<'d>(object: &Object<'d, '_>, key: &str, notes: &mut Notes) -> Option<&'d str> {
    formed(object, key, ID, is_id, notes)
}

/// A BCP 47 language tag.
pub(super) fn language(object: &Object<'_, '_>, key: &str, notes: &mut Notes) -> Option<String> {
    formed(object, key, "a BCP 47 language tag, such as \"ar\" or \"fa-IR\"", is_language, notes).map(str::to_owned)
}

/// An ISO 8601 date.
pub(super) fn date(object: &Object<'_, '_>, key: &str, notes: &mut Notes) -> Option<String> {
    formed(object, key, "an ISO 8601 date, such as \"2024-11-19T10:30:00Z\"", is_date, notes).map(str::to_owned)
}

fn formed<'d>(
    object: &Object<'d, '_>,
    key: &str,
    expected: &'static str,
    is_formed: fn(&str) -> bool,
    notes: &mut Notes,
) -> Option<&'d str> {
    let text = object.str(key, notes)?;
    if !is_formed(text) {
        notes.warn(&object.path.key(key), Fault::BadForm { value: quotable(text), expected }, Remedy::Kept);
    }
    Some(text)
}

/// `^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$`
pub(crate) fn is_id(text: &str) -> bool {
    text.len() <= 128
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._:-".contains(&byte))
}

/// `^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`
fn is_language(text: &str) -> bool {
    let mut subtags = text.split('-');
    let first = subtags.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && subtags.all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Year, year-month, date, or date and time with an offset from UTC.
fn is_date(text: &str) -> bool {
    /// `9` stands for any digit, everything else for itself.
    fn matches(text: &str, form: &str) -> bool {
        text.len() == form.len()
            && text.bytes().zip(form.bytes()).all(|(byte, form)| match form {
                b'9' => byte.is_ascii_digit(),
                _ => byte == form,
            })
    }
    let Some((day, time)) = text.split_once('T') else {
        return ["9999", "9999-99", "9999-99-99"].iter().any(|form| matches(text, form));
    };
    let (clock, zone) = match time.find(['Z', '+', '-']) {
        Some(at) => time.split_at(at),
        None => return false,
    };
    let (clock, fraction) = clock.split_once('.').map_or((clock, None), |(clock, fraction)| (clock, Some(fraction)));
    matches(day, "9999-99-99")
        && (matches(clock, "99:99:99") || fraction.is_none() && matches(clock, "99:99"))
        && fraction.is_none_or(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
        && ["Z", "+99:99", "-99:99"].iter().any(|form| matches(zone, form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_the_schema() {
        for (text, good) in
            [("b01", true), ("a.b_c:d-e", true), ("", false), ("-a", false), ("a b", false), ("é", false)]
        {
            assert_eq!(is_id(text), good, "{text}");
        }
        assert!(is_id(&"a".repeat(128)) && !is_id(&"a".repeat(129)));
        for (text, good) in [
            ("ar", true),
            ("fa-IR", true),
            ("zh-Hant-TW", true),
            ("und", true),
            ("a", false),
            ("ar_EG", false),
            ("ar-", false),
            ("", false),
        ] {
            assert_eq!(is_language(text), good, "{text}");
        }
        for (text, good) in [
            ("2024", true),
            ("2024-11", true),
            ("2024-11-19", true),
            ("2024-11-19T10:30Z", true),
            ("2024-11-19T10:30:00.123+03:00", true),
            ("2024-11-19T10:30:00", false),
            ("2024-11-19T10:30.5Z", false),
            ("19/11/2024", false),
            ("٢٠٢٤", false),
            ("", false),
        ] {
            assert_eq!(is_date(text), good, "{text}");
        }
    }
}
