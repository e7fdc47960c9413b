//! Whom a sentence is about: its subject, where it says nothing itself. `Zangana looked less hopeful. “We have
//! signed many papers,” he said.`

use std::ops::Range;

use super::gender::Gender;
use super::lexicon::{Role, Tongue};
use super::line::Line;
use super::phrase::is_mark;
use super::subject::{Who, scan};
use super::voice::Voice;
use crate::article::{EntityKind, Speaker};

/// How many words of no known part may stand before a subject: its verb, mostly.
const LEAD: usize = 8;

/// The person or organisation that the sentence in `items` is about.
pub(super) fn of(line: &Line<'_>, items: Range<usize>) -> Option<Voice> {
    let found = scan(line, items.clone());
    let Who::Named(names) = found.who else { return None };
    let unknown = |&at: &usize| line.roles(at).is_unknown() && !is_mark(line, at);
    if (items.start..found.at).filter(unknown).count() > LEAD {
        return None;
    }
    let [name] = names.as_slice() else { return None };
    let named = &line.named[*name];
    let gender = match named.kind {
        EntityKind::Person => None,
        EntityKind::Org => Some(of_organisation(line, *name)?),
        _ => return None,
    };
    let speaker = Speaker { entity: Some(named.entity), name: None, span: None };
    Some(Voice { speakers: vec![speaker], rule: "the one before", gender })
}

/// The gender of an organisation where its head shows it: `وزارة`, `חברה`.
fn of_organisation(line: &Line<'_>, name: usize) -> Option<Gender> {
    let first = line.tokens.partition_point(|token| token.bytes.end <= line.named[name].bytes.start);
    let head = line.tokens.get(first)?.norm.as_str();
    let feminine = line.tongue.is(Tongue::AR) && head.ends_with('ه')
        || line.tongue.is(Tongue::HE) && head.ends_with(['ה', 'ת']) && !line.roles[first].has(Role::Title);
    feminine.then_some(Gender::Feminine)
}
