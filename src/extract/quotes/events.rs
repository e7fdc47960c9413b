//! The verbs of speech of a block, each with its subject.

use std::ops::Range;

use super::extent::phrase;
use super::lexicon::{Role, Roles, Tongue, roles_of};
use super::line::Line;
use super::placed;
use super::subject::{Who, scan, scan_behind};
use super::verb::{is_comma, verb};
use super::western;
use crate::article::EntityKind;

/// A verb (or noun, or preposition) of speech outside quotations.
#[derive(Debug, Clone)]
pub(super) struct Event {
    /// Its first item.
    pub(super) item: usize,
    /// One past its last item.
    pub(super) end: usize,
    pub(super) roles: Roles,
    pub(super) who: Who,
    /// Who passes it on.
    pub(super) via: Who,
    /// How the subject was found.
    pub(super) rule: &'static str,
    /// First item of its sentence.
    pub(super) sentence: usize,
}

impl Event {
    pub(super) fn has(&self, role: Role) -> bool {
        self.roles.has(role)
    }

    /// Whether the verb agrees with its subject in gender.
    pub(super) fn agrees(&self) -> bool {
        matches!(self.who, Who::Named(_) | Who::Unnamed(_) | Who::Spokes(..)) && self.rule == "subject after"
            || matches!(self.rule, "subject before" | "before the relative")
    }

    /// Whether it leans on the verb before it in its sentence.
    pub(super) fn leans(&self) -> bool {
        self.has(Role::Participle) || self.has(Role::Saying)
    }
}

/// Every event of a line, in reading order.
pub(super) fn events(line: &Line<'_>) -> Vec<Event> {
    let mut out: Vec<Event> = vec![];
    let (mut item, mut sentence) = (line.dateline, line.dateline);
    while item < line.items.len() {
        let roles = if placed::is_verb(line, item) { Roles::verb() } else { line.roles(item) };
        let roles = by_place(line, item).unwrap_or(roles);
        let bare = western::is_bare_participle(line, item, &out);
        if roles.is_cue() && !in_name(line, item) && !bare && !weak(line, item, roles) {
            let event = event(line, item, roles, sentence, &out);
            item = event.end;
            out.push(event);
            // An end inside the cue would be lost otherwise.
            if (out[out.len() - 1].item..item).any(|at| line.ends[at]) {
                sentence = item;
            }
            continue;
        }
        if line.ends[item] {
            sentence = item + 1;
        }
        item += 1;
    }
    out
}

/// A verb of an open class beside what is said, or inside the marks when the line is the words of one quotation.
fn by_place(line: &Line<'_>, item: usize) -> Option<Roles> {
    if !western::speaks(line) {
        return None;
    }
    western::inverted(line, item)
        .or_else(|| western::placed(line, item))
        .or_else(|| western::incised(line, item).filter(|_| line.inside))
}

/// Whether an item lies in a mention.
fn in_name(line: &Line<'_>, item: usize) -> bool {
    let Some(token) = line.token(item) else { return false };
    let start = line.tokens[token].bytes.start;
    let at = line.named.partition_point(|name| name.bytes.end <= start);
    line.named.get(at).is_some_and(|name| name.bytes.start <= start)
}

/// Words that are a verb of speech only in company.
fn weak(line: &Line<'_>, item: usize, roles: Roles) -> bool {
    if roles.has(Role::Verb) && roles.has(Role::Preposition) {
        let subject = line.has(item + 1, Role::Title) || line.has(item + 1, Role::Spokes);
        return !subject && !(item + 1..item + 4).any(|at| line.has(at, Role::That));
    }
    if roles.has(Role::Document) && !roles.has(Role::Verb) {
        return !super::institution::tells(line, item);
    }
    if roles.has(Role::Faint) && !roles.has(Role::Verb) {
        return !beside_speech(line, item);
    }
    if western::speaks(line) && western::is_weak(line, item, roles) {
        return true;
    }
    // "اشترط عدم الكشف عن هويته"
    if line.tongue.is(Tongue::AR) && line.norm(item + 1) == "عدم" {
        return true;
    }
    match line.norm(item) {
        // «so X» is a German cue behind a quotation only, «pour X» a French one before it.
        "so" => !item.checked_sub(1).is_some_and(|at| matches!(line.norm(at), ",")),
        "pour" => item > 0 && !line.ends[item - 1] || !(item + 1..item + 14).any(|at| line.is_quote(at)),
        "for" => true,
        _ => false,
    }
}

/// Whether what is said stands right beside a word: its marks, or a colon not far behind.
fn beside_speech(line: &Line<'_>, item: usize) -> bool {
    let end = line.sentence_ends[item].min(item + if line.tongue.is(Tongue::AR) { 20 } else { 12 });
    let behind = (item + 1..end).find(|&at| line.is_quote(at) || line.norm(at) == ":" || line.roles(at).is_cue());
    behind.is_some_and(|at| !line.roles(at).is_cue()) || (item.saturating_sub(3)..item).any(|at| line.is_quote(at))
}

fn event(line: &Line<'_>, item: usize, roles: Roles, sentence: usize, before: &[Event]) -> Event {
    let end = item + usize::from(roles.length.max(1));
    let mut event = Event { item, end, roles, who: Who::Nobody, via: Who::Nobody, rule: "subject after", sentence };
    let same = || before.iter().rev().take(16).take_while(|other| other.sentence == sentence);
    if roles.has(Role::Document) && super::institution::tells(line, item) {
        (event.who, event.rule) = (super::institution::document(line, item, sentence, before), "document");
        if event.who == Who::Nobody && roles.has(Role::Verb) {
            verb(line, &mut event, before);
        }
    } else if roles.has(Role::Relay) {
        relay(line, &mut event);
    } else if roles.has(Role::Saying)
        && same().next().is_some_and(|other| other.has(Role::Relay) && other.who != Who::Nobody)
    {
        let relay = &before[before.len() - 1];
        (event.who, event.via, event.rule) = (relay.who.clone(), relay.via.clone(), relay.rule);
    } else if roles.has(Role::Himself) {
        event.rule = "the one before";
        if let Some(main) = same().find(|main| main.who != Who::Nobody) {
            (event.who, event.rule) = (main.who.clone(), "subject of the sentence");
        }
    } else if roles.has(Role::According) {
        according(line, &mut event);
    } else if event.leans() {
        let subject = same()
            .filter(|other| !other.leans())
            .last()
            .filter(|other| other.has(Role::Verb) || other.has(Role::Relay));
        match subject {
            Some(main) => {
                (event.who, event.via, event.rule) = (main.who.clone(), main.via.clone(), "subject of the sentence")
            }
            None => (event.who, event.rule) = (scan(line, sentence..item).who, "first of the sentence"),
        }
    } else {
        verb(line, &mut event, before);
    }
    event
}

/// `نقلت رويترز عن X قوله`: the one behind عن speaks, the subject passes on.
fn relay(line: &Line<'_>, event: &mut Event) {
    let attributes = line.norm(event.item).trim_start_matches('و').starts_with("نسب");
    let stands = |at: &usize| line.norm(*at) == "عن" || attributes && line.norm(*at) == "الي";
    let near = event.end..(event.end + 14).min(line.items.len());
    let Some(from) = near.clone().find(stands) else {
        verb(line, event, &[]);
        // "ونقلت عنه رويترز قوله"
        let of = near.clone().find(|&at| matches!(line.norm(at), "عنه" | "عنها" | "عنهم" | "اليه" | "اليها"));
        if let Some(bytes) = of.and_then(|at| line.bytes(at..at + 1)) {
            event.via = std::mem::replace(&mut event.who, Who::Before(bytes));
        }
        return;
    };
    event.via = scan(line, event.end..from).who;
    event.who = scan(line, from + 1..line.items.len()).who;
    event.rule = "behind عن";
}

fn according(line: &Line<'_>, event: &mut Event) {
    event.rule = "according to";
    if line.tongue.is(Tongue::AR) && line.norm(event.end - 1).ends_with("ما") && line.has(event.end, Role::Verb) {
        // "على ما يقول X": the verb has the subject.
        event.end += usize::from(line.roles(event.end).length.max(1));
        event.who = scan_behind(line, event.end..line.items.len()).who;
        return;
    }
    if line.tongue.is(Tongue::UR) || line.tongue.is(Tongue::TR) {
        event.who = nearest_before(line, event.sentence..event.item);
        if event.who == Who::Nobody && line.tongue == Tongue::UR {
            event.who = super::urdu::of(line, event.sentence, event.item);
        }
        if event.who != Who::Nobody {
            return;
        }
        // "ان کے بقول"
        let before = event.item.checked_sub(1).filter(|&at| at >= event.sentence && line.has(at, Role::Pronoun));
        if let Some(bytes) = before.and_then(|at| line.bytes(at..at + 1)) {
            event.who = Who::Before(bytes);
            return;
        }
    }
    if western::speaks(line) {
        event.who = western::source(line, event.end).unwrap_or(Who::Nobody);
        return;
    }
    event.who = glued_source(line, event).unwrap_or_else(|| scan(line, event.end..line.items.len()).who);
    if let Who::Statement(bytes) = &event.who {
        // "بحسب تقرير للبنك الدولي": whose report it is.
        let at =
            (event.end..line.items.len()).find(|&at| line.bytes(at..at + 1).is_some_and(|one| one.end >= bytes.end));
        let behind = at.map_or(0..0, |at| at + 1..(at + 6).min(line.sentence_ends[event.item]));
        let end = behind.clone().find(|&at| is_comma(line, at) || line.is_quote(at)).unwrap_or(behind.end);
        let name = (behind.start..end).find_map(|at| line.named_at[line.token(at)?]);
        if let Some(name) = name.filter(|&name| line.named[name].kind != EntityKind::Place) {
            event.who = Who::Named(vec![name]);
        }
    }
}

/// `وفقا لمصدر طبي`, `وفقا لوزارة الصحة`: the speaker begins in the word that the preposition is written onto.
fn glued_source(line: &Line<'_>, event: &mut Event) -> Option<Who> {
    let token = line.token(event.end - 1).filter(|_| line.tongue.is(Tongue::AR) && event.roles.length > 1)?;
    let norm = line.tokens[token].norm.as_str();
    let bare = norm.strip_prefix('ل').filter(|rest| rest.chars().count() > 2)?;
    event.end -= 1;
    if let Some(name) = line.named_at[token] {
        return Some(Who::Named(vec![name]));
    }
    let roles = roles_of(bare, line.tongue);
    let titled = [Role::Source, Role::Title, Role::Spokes].into_iter().any(|role| roles.has(role));
    let behind = scan(line, event.end + 1..line.items.len());
    match behind.who {
        Who::Named(names) if behind.at <= event.end + 6 => Some(Who::Named(names)),
        _ if titled => {
            let mut bytes = phrase(line, event.end, event.end, line.sentence_ends[event.item])?;
            bytes.start += 'ل'.len_utf8();
            Some(Who::Unnamed(bytes))
        }
        _ => None,
    }
}

/// The last mention before an item, for words that stand behind their noun.
pub(super) fn nearest_before(line: &Line<'_>, items: Range<usize>) -> Who {
    items
        .rev()
        .take(8)
        .find_map(|item| line.named_at[line.token(item)?])
        .map_or(Who::Nobody, |name| Who::Named(vec![name]))
}
