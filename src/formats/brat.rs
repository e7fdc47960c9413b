//! brat's standoff annotations (`.ann`): one a line, offsets in code points of the text in the `.txt` file beside it.
//!
//! ```text
//! T1   Person 0 7      وانغ يي
//! T2   Place 9 14;20 24   a place in two parts
//! N1   Reference T1 Wikidata:Q55419   Wang Yi
//! ```

use super::draft::address;
use super::standoff::Noted;

/// Whether a text is of this form.
pub(super) fn is(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_line = |line: &str| {
        line.split_once('\t')
            .is_some_and(|(id, rest)| id.starts_with(['T', 'E', 'R', 'A', 'M', 'N', '#', '*']) && !rest.is_empty())
    };
    lines.next().is_some_and(is_line)
}

/// The text-bound annotations, with what normalises them. Events, relations and attributes have no place of their own.
pub(super) fn read(text: &str) -> Vec<Noted<'static>> {
    let mut noted: Vec<Noted<'static>> = vec![];
    let mut ids: Vec<(&str, std::ops::Range<usize>)> = vec![];
    for (number, line) in text.lines().enumerate() {
        let Some((id, rest)) = line.split_once('\t') else { continue };
        if id.starts_with('T') {
            let first = noted.len();
            noted.extend(bound(rest, number + 1));
            ids.push((id, first..noted.len()));
        }
    }
    ids.sort_unstable_by(|a, b| a.0.cmp(b.0));
    for line in text.lines().filter(|line| line.starts_with('N')) {
        let Some(reference) = line.split('\t').nth(1) else { continue };
        let mut words = reference.split_whitespace().skip(1);
        let (Some(id), Some(address)) = (words.next(), words.next().and_then(address)) else { continue };
        if let Ok(at) = ids.binary_search_by(|known| known.0.cmp(id)) {
            noted[ids[at].1.clone()].iter_mut().for_each(|noted| noted.same_as.push(address.clone()));
        }
    }
    noted
}

/// `Person 0 7<tab>وانغ يي`: one note for each part.
fn bound(rest: &str, line: usize) -> Vec<Noted<'static>> {
    let (head, words) = rest.split_once('\t').unwrap_or((rest, ""));
    let Some((label, places)) = head.trim().split_once(' ') else { return vec![] };
    let parts: Vec<(usize, usize)> = places
        .split(';')
        .filter_map(|part| {
            let (start, end) = part.trim().split_once(' ')?;
            Some((start.trim().parse().ok()?, end.trim().parse().ok()?))
        })
        .collect();
    let alone = parts.len() == 1 && !words.is_empty();
    let note = |(start, end): (usize, usize)| Noted {
        start: Some(start),
        end: Some(end),
        exact: alone.then(|| words.to_owned().into()),
        name: (!alone && !words.is_empty()).then(|| words.to_owned().into()),
        label: label.to_owned().into(),
        path: format!("line {line}"),
        ..Noted::default()
    };
    parts.into_iter().map(note).collect()
}
