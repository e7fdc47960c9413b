//! The subject in Urdu: before نے, before کا with کہنا.

use super::events::{Event, nearest_before};
use super::lexicon::Role;
use super::line::Line;
use super::subject::{REACH, Who, scan};

/// `یہ کہنا ہے 74 سالہ X کا`: the subject stands behind.
fn cleft(line: &Line<'_>, event: &Event) -> Option<usize> {
    let opens = event.item.checked_sub(1).is_some_and(|at| line.norm(at) == "يہ");
    let name = (event.end..event.end + 8).filter(|_| opens).find_map(|item| line.named_at[line.token(item)?])?;
    let last = (event.end..event.end + 14).find(|&item| line.token(item) == Some(line.named[name].last))?;
    matches!(line.norm(last + 1), "كا" | "كي").then_some(name)
}

/// In Urdu the subject stands before نے, or before کا with کہنا.
pub(super) fn ergative(line: &Line<'_>, event: &Event) -> Option<Who> {
    let floor = event.sentence.max(event.item.saturating_sub(REACH));
    let floor = (floor..event.item).rev().find(|&item| line.has(item, Role::Break)).map_or(floor, |item| item + 1);
    if line.norm(event.item) == "كہنا"
        && let Some(name) = cleft(line, event)
    {
        return Some(Who::Named(vec![name]));
    }
    let mark = (floor..event.item).rev().find(|&item| line.has(item, Role::Ergative)).or_else(|| {
        let says = line.norm(event.item) == "كہنا";
        says.then(|| (floor..event.item).rev().find(|&item| matches!(line.norm(item), "كا" | "كي"))).flatten()
    })?;
    if (floor..mark).rev().take(2).any(|item| line.has(item, Role::Pronoun)) {
        let bytes = line.bytes(mark.saturating_sub(1)..mark)?;
        return Some(Who::Before(bytes));
    }
    let ends_at = |item: usize| {
        let token = line.token(item)?;
        let at = line.named.partition_point(|name| name.last < token);
        line.named.get(at).filter(|name| name.last == token).map(|_| at)
    };
    if let Some(name) = mark.checked_sub(1).and_then(ends_at) {
        return Some(Who::Named(vec![name]));
    }
    if let Some(article) = (floor.max(mark.saturating_sub(5))..mark).rev().find(|&item| line.norm(item) == "ايك")
        && !(article..mark).any(|item| line.named_at_item(item))
    {
        return line.bytes(article..mark).map(Who::Unnamed);
    }
    match scan(line, floor..mark).who {
        Who::Nobody => Some(nearest_before(line, floor..mark)).filter(|who| *who != Who::Nobody),
        who => Some(who),
    }
}
