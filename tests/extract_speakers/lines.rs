//! Many short constructions, one a line, in the text files beside: `text => speaker | speaker`. Names stand in braces
//! (`{O …}` an organisation, `{L …}` a place), `¶` begins a paragraph, several at once are joined by `+`.

use newsreader::article::EntityKind;

use super::said::said;

/// The text without braces, and its names.
fn read(marked: &str) -> (String, Vec<(String, EntityKind)>) {
    let mut text = String::new();
    let mut names: Vec<(String, EntityKind)> = vec![];
    for (index, part) in marked.split(['{', '}']).enumerate() {
        let (kind, name) = match (index % 2 == 1, part.split_at_checked(2)) {
            (false, _) => {
                text.push_str(part);
                continue;
            }
            (true, Some(("O ", name))) => (EntityKind::Org, name),
            (true, Some(("L ", name))) => (EntityKind::Place, name),
            _ => (EntityKind::Person, part),
        };
        text.push_str(name);
        if !names.iter().any(|(other, _)| other == name) {
            names.push((name.to_owned(), kind));
        }
    }
    (text.replace('¶', "\n"), names)
}

fn all(language: &str, lines: &str) {
    let lines: Vec<&str> = lines.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut wrong: Vec<String> = vec![];
    for line in &lines {
        let (marked, expected) = line.split_once("=>").unwrap();
        let (text, names) = read(marked.trim());
        let names: Vec<(&str, EntityKind)> = names.iter().map(|(name, kind)| (name.as_str(), *kind)).collect();
        let found = said(language, &text, &names);
        let who: Vec<&str> = found.iter().map(|said| said.split(": ").next().unwrap_or_default()).collect();
        let expected: Vec<&str> = expected.split('|').map(str::trim).collect();
        if who != expected {
            wrong.push(format!("{}\n    {found:?}", line.trim()));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), lines.len(), wrong.join("\n"));
}

#[test]
fn arabic() {
    all("ar", concat!(include_str!("ar.txt"), "\n", include_str!("ar2.txt")));
}

#[test]
fn hebrew() {
    all("he", concat!(include_str!("he.txt"), "\n", include_str!("he2.txt")));
}

#[test]
fn persian() {
    all("fa", concat!(include_str!("fa.txt"), "\n", include_str!("fa2.txt")));
}

#[test]
fn urdu() {
    all("ur", concat!(include_str!("ur.txt"), "\n", include_str!("ur2.txt")));
}
