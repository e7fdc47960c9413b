//! Forms of the verbs in the tables: `warn~ed` is warned, warns; `affirm~er` is affirme, affirment, affirmé, …

/// Endings by the one that the table has.
const CLASSES: &[(&str, &[&str])] = &[
    // English
    ("ed", &["ed", "s"]),
    ("d", &["d", "s"]),
    ("ied", &["ied", "ies"]),
    // French
    ("er", &["e", "ent", "ait", "aient", "é", "era"]),
    ("ger", &["ge", "gent", "geait", "geaient", "gé", "gera"]),
    ("cer", &["ce", "cent", "çait", "çaient", "cé", "cera"]),
    // Russian
    ("л", &["л", "ла", "ли", "ло"]),
    ("лся", &["лся", "лась", "лись", "лось"]),
    ("ет", &["ет", "ют"]),
    ("ит", &["ит", "ят"]),
    ("ется", &["ется", "ются"]),
    ("ится", &["ится", "ятся"]),
];

/// The forms of an entry; one without a `~` is its only form.
pub(super) fn forms(entry: &str) -> impl Iterator<Item = String> {
    let (stem, endings): (&str, &[&str]) = match entry.split_once('~') {
        Some((stem, ending)) => {
            (stem, CLASSES.iter().find(|(class, _)| *class == ending).map_or(&[][..], |(_, endings)| endings))
        }
        None => (entry, &[""]),
    };
    endings.iter().map(move |ending| format!("{stem}{ending}"))
}

#[cfg(test)]
mod tests {
    use super::super::tables::TABLES;
    use super::*;

    #[test]
    fn verbs_have_their_forms() {
        let all = |entry| forms(entry).collect::<Vec<_>>();
        assert_eq!(all("warn~ed"), ["warned", "warns"]);
        assert_eq!(all("рассказа~л"), ["рассказал", "рассказала", "рассказали", "рассказало"]);
        assert_eq!(all("put_it"), ["put_it"]);
    }

    #[test]
    fn every_entry_has_a_form() {
        for (_, _, words) in TABLES.iter().copied().flatten() {
            for entry in words.split_whitespace() {
                assert!(forms(entry).next().is_some(), "{entry}");
            }
        }
    }
}
