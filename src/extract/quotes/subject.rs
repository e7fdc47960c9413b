//! The subject of a verb of speech: the first name in a run of words that no preposition stands
//! before.
//!
//! ```text
//! المتحدثة باسم الخارجية الروسية إيرينا سوكولوفا      head المتحدثة, organisation, person: the person
//! خلال اجتماع مع نظيره الروسي سيرغي لافروف           blocked by مع: nobody
//! مصدر دبلوماسي                                      head without a name: as printed
//! ```

use std::ops::Range;

use super::extent::{self, phrase};
use super::kin;
use super::lexicon::{Role, Tongue};
use super::line::{Item, Line};
use super::phrase::{glued_preposition, is_noun, is_stop, postposition, preposition_attached, says};
use crate::article::EntityKind;

/// Longest run of words that is searched.
pub(super) const REACH: usize = 26;

/// Who a run of words names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Who {
    /// Nobody.
    Nobody,
    /// Whoever spoke before; the pronoun's bytes.
    Before(Range<usize>),
    /// Indexes into [`Line::named`].
    Named(Vec<usize>),
    /// Somebody whose name is not told, as printed.
    Unnamed(Range<usize>),
    /// The spokesperson (bytes) of an organisation (index into [`Line::named`]).
    Spokes(usize, Range<usize>),
    /// "The statement": the organisation that spoke last.
    Statement(Range<usize>),
    /// "The two ministers": the word's bytes.
    Plural(Range<usize>),
}

/// What was found, and at which item it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scanned {
    pub(super) who: Who,
    pub(super) at: usize,
}

enum Step {
    Next(usize),
    Stop,
    Found(Scanned),
}

struct Scan<'l, 'a> {
    line: &'l Line<'a>,
    from: usize,
    to: usize,
    /// A preposition stands before what comes.
    blocked: bool,
    /// Item of the last preposition.
    preposition: Option<usize>,
    /// A title behind a preposition: the names of its phrase are blocked too.
    blocked_head: bool,
    head: Option<(usize, Role)>,
    organisation: Option<usize>,
    skipped: Option<usize>,
    noun: Option<usize>,
    /// A comma stood behind the head: a name behind it is the head's own.
    apposed: bool,
    /// The search began right behind a verb.
    behind: bool,
}

/// Searches the items for a subject.
pub(super) fn scan(line: &Line<'_>, items: Range<usize>) -> Scanned {
    search(line, items, false)
}

/// Searches the items behind a verb: a noun right there is its subject even when nothing is known of it.
pub(super) fn scan_behind(line: &Line<'_>, items: Range<usize>) -> Scanned {
    search(line, items, true)
}

fn search(line: &Line<'_>, items: Range<usize>, behind: bool) -> Scanned {
    let to = items.end.min(items.start + REACH).min(line.items.len());
    let mut scan = Scan {
        line,
        from: items.start,
        to,
        blocked: false,
        preposition: None,
        blocked_head: false,
        head: None,
        organisation: None,
        skipped: None,
        noun: None,
        apposed: false,
        behind,
    };
    scan.run()
}

impl Scan<'_, '_> {
    fn run(&mut self) -> Scanned {
        let mut item = self.from;
        while item < self.to {
            let step = match self.line.items[item] {
                Item::Quote(pair) if self.line.names[pair] || self.line.is_short(item) => Step::Next(item + 1),
                Item::Quote(_) => Step::Stop,
                Item::Token(token) => match self.line.named_at[token] {
                    Some(name) => self.name(item, token, name),
                    None => self.word(item, token),
                },
            };
            match step {
                Step::Next(next) => {
                    let next = next.max(item + 1);
                    if (item..next.min(self.to)).any(|at| self.line.ends[at]) {
                        item = next;
                        break;
                    }
                    item = next;
                }
                Step::Stop => break,
                Step::Found(found) => return found,
            }
        }
        self.finish(item.min(self.to))
    }

    /// The first item behind a mention.
    fn behind(&self, mut item: usize, name: usize) -> usize {
        let last = self.line.named[name].last;
        while self.line.token(item).is_some_and(|token| token <= last)
            || matches!(self.line.items.get(item), Some(&Item::Quote(pair)) if self.line.names[pair])
        {
            item += 1;
        }
        item
    }

    fn name(&mut self, item: usize, token: usize, index: usize) -> Step {
        let line = self.line;
        let name = &line.named[index];
        let behind = self.behind(item, index);
        let attached = preposition_attached(line, token, name.bytes.start);
        let right_after = attached || self.preposition.is_some_and(|at| at + 1 == item);
        let turned = line.norm(behind) == "'s" || line.tongue.is(Tongue::UR) && postposition(line, behind);
        let same = self.skipped.is_some_and(|other| line.named[other].entity == name.entity);
        if turned {
            self.skipped = Some(index);
            return Step::Next(if line.norm(behind) == "'s" { behind + 1 } else { behind });
        }
        if name.nominal && name.kind == EntityKind::Person && self.names_itself(behind) {
            // "the president, Judge X": the name behind is meant.
            return Step::Next(behind + 1);
        }
        let blocked = self.blocked || attached || same;
        let free = match name.kind {
            EntityKind::Person => (self.head.is_some() && !right_after || !blocked) && !self.is_of(),
            EntityKind::Place => !blocked && self.head.is_none() && self.nothing_before(item),
            _ => !blocked && self.head.is_none() && !self.is_head(behind),
        };
        if free {
            return Step::Found(Scanned {
                who: Who::Named(self.and_others(index, behind)),
                at: self.head.map_or(item, |(at, _)| at),
            });
        }
        if self.head.is_some() && name.kind == EntityKind::Org {
            self.organisation.get_or_insert(index);
        }
        self.skipped = Some(index);
        if !self.blocked_head || name.kind == EntityKind::Person {
            // The name took the preposition with it; a person behind a place may be the subject again.
            self.blocked = name.kind == EntityKind::Person && blocked;
            self.blocked_head = false;
        }
        Step::Next(behind)
    }

    /// Whether behind a comma comes a title and its name.
    fn names_itself(&self, comma: usize) -> bool {
        let line = self.line;
        let name = (comma + 1..comma + 5).find_map(|at| line.token(at).and_then(|token| line.named_at[token]));
        matches!(line.norm(comma), "," | "،")
            && (line.has(comma + 1, Role::Title) || line.named_at_item(comma + 1))
            && name.is_some_and(|name| line.named[name].kind == EntityKind::Person && !line.named[name].nominal)
    }

    /// Whether the phrase names a person by relation to the one that follows.
    fn is_of(&self) -> bool {
        self.head.is_some_and(|(_, role)| role == Role::Of) && !self.apposed
    }

    fn is_head(&self, item: usize) -> bool {
        let roles = self.line.roles(item);
        self.line.tongue.is(Tongue::EN)
            && (roles.has(Role::Title) || roles.has(Role::Spokes) || roles.has(Role::Source))
    }

    /// Whether only conjunctions, times and marks stand before: a place speaks only then.
    fn nothing_before(&self, item: usize) -> bool {
        (self.from..item).all(|at| {
            let roles = self.line.roles(at);
            self.line.token(at).is_none_or(|token| {
                !self.line.text[self.line.tokens[token].bytes.clone()].starts_with(char::is_alphanumeric)
            }) || roles.has(Role::Time)
                || roles.has(Role::Conj)
                || matches!(self.line.norm(at), "اما" | "the")
        })
    }

    /// The mention and those joined to it by "and".
    fn and_others(&self, first: usize, mut item: usize) -> Vec<usize> {
        let line = self.line;
        let mut all = vec![first];
        while all.len() < 5 && item < line.items.len() {
            let comma = matches!(line.norm(item), "," | "،") && line.named[first].kind == EntityKind::Person;
            let conj = line.has(item, Role::Conj) && line.roles(item).length == 1;
            let next =
                if conj || comma && line.has(item + 1, Role::Conj) { item + 1 + usize::from(!conj) } else { item };
            let Some(token) = line.token(next) else { break };
            let Some(name) = line.named_at[token] else { break };
            let named = &line.named[name];
            let attached = line
                .text
                .get(line.tokens[token].bytes.start..named.bytes.start)
                .is_some_and(|prefix| matches!(prefix, "و" | "ו"));
            if named.kind != line.named[first].kind || next == item && !attached {
                break;
            }
            if named.entity != line.named[first].entity {
                all.push(name);
            }
            item = self.behind(next, name);
        }
        all
    }

    fn word(&mut self, item: usize, token: usize) -> Step {
        let line = self.line;
        let roles = line.roles[token];
        let norm = line.tokens[token].norm.as_str();
        let next = item + usize::from(roles.length.max(1));
        let bytes = line.tokens[token].bytes.clone();
        match norm {
            ":" => return Step::Stop,
            "," | "،" | "؛" | ";" | "-" | "–" | "—" | "(" => return self.comma(item),
            _ => {}
        }
        if roles.has(Role::Tongue) {
            (self.blocked, self.head, self.preposition) = (false, None, None);
            return Step::Next(next);
        }
        if roles.has(Role::Pronoun) && self.head.is_none() && !self.blocked && !self.urdu_object(item) {
            return Step::Found(Scanned { who: Who::Before(bytes), at: item });
        }
        let after_preposition = self.preposition.is_some_and(|at| at + 1 == item) || glued_preposition(line, token);
        let relative = kin::of(&line.text[bytes.clone()], line.tongue).is_some_and(|kin| !kin.bare);
        let title = [Role::Spokes, Role::Of, Role::Source, Role::Title].into_iter().find(|&role| roles.has(role));
        // "محاميه" is his lawyer, whose name follows; "محامية" that of whose name follows.
        let his = line.tongue == Tongue::AR && line.text[bytes.clone()].ends_with(['ه', 'ا']);
        let title = title.map(|role| if role == Role::Of && his { Role::Title } else { role });
        let title = title.or(relative.then_some(Role::Title)).or(extent::one_of(line, item).then_some(Role::Source));
        if !after_preposition && !self.blocked {
            if roles.has(Role::Statement) && self.head.is_none() {
                return Step::Found(Scanned { who: Who::Statement(bytes), at: item });
            }
            if roles.has(Role::Plural) && self.head.is_none() {
                return Step::Found(Scanned { who: Who::Plural(bytes), at: item });
            }
        }
        if let Some(role) = title {
            return self.title(item, role, after_preposition, next);
        }
        if roles.has(Role::That)
            || roles.has(Role::Verb)
            || roles.has(Role::Participle)
            || roles.has(Role::Saying)
            || self.head.is_some() && roles.has(Role::Relative)
        {
            return Step::Stop;
        }
        if roles.has(Role::Preposition) && !line.tongue.is(Tongue::UR) {
            (self.blocked, self.preposition) = (true, Some(next - 1));
            self.blocked_head = false;
            return Step::Next(next);
        }
        if glued_preposition(line, token) && self.head.is_none() {
            (self.blocked, self.blocked_head) = (true, false);
        } else if self.behind && item == self.from && is_noun(line.tongue, norm, roles) {
            self.noun = Some(item);
        }
        Step::Next(next)
    }

    /// A title opens a phrase, unless a preposition stands before it.
    fn title(&mut self, item: usize, role: Role, after_preposition: bool, next: usize) -> Step {
        let frees = self.line.tongue.is(Tongue::AR) || self.line.tongue.is(Tongue::HE);
        if after_preposition || self.blocked && !frees {
            (self.blocked, self.blocked_head) = (true, true);
        } else if self.head.is_none() && !self.blocked_head {
            self.head = Some((item, role));
            self.blocked = false;
        } else if let Some((at, Role::Title)) = self.head
            && role == Role::Spokes
        {
            self.head = Some((at, Role::Spokes));
        }
        Step::Next(next)
    }

    /// Behind a comma only the name of the head goes on.
    fn comma(&mut self, item: usize) -> Step {
        let line = self.line;
        let person = |at: usize| {
            line.token(at).and_then(|token| line.named_at[token]).is_some_and(|name| {
                // "the chairman, and X": somebody else.
                let first = line.tokens.partition_point(|token| token.bytes.end <= line.named[name].bytes.start);
                let start = line.tokens.get(first).map_or(0, |token| token.bytes.start);
                let before = line.text.get(start..line.named[name].bytes.start).unwrap_or("");
                line.named[name].kind == EntityKind::Person && !before.starts_with(['و', 'ו'])
            })
        };
        if self.head.is_some() && !(person(item + 1) || self.is_head_word(item + 1)) {
            return Step::Stop;
        }
        (self.blocked, self.blocked_head) = (false, false);
        self.apposed = self.head.is_some();
        Step::Next(item + 1)
    }

    fn is_head_word(&self, item: usize) -> bool {
        let roles = self.line.roles(item);
        roles.has(Role::Title)
            || self.line.tongue.is(Tongue::AR)
                && self.line.norm(item).starts_with("ال")
                && self.line.named_at_item(item + 1)
    }

    /// `ان کی جماعت`: a pronoun that belongs to a noun is no subject.
    fn urdu_object(&self, item: usize) -> bool {
        self.line.tongue.is(Tongue::UR)
            && !self.line.has(item + 1, Role::Ergative)
            && self.line.norm(item + 2) != "كہنا"
            && !says(self.line, item + 2)
    }

    fn finish(&self, end: usize) -> Scanned {
        let line = self.line;
        let nobody = Scanned { who: Who::Nobody, at: self.from };
        // A noun right behind the verb is its subject, a name that was not found perhaps.
        let noun = self.noun.filter(|&at| self.is_subject(at, end));
        let Some((at, role)) = self.head.or(noun.map(|at| (at, Role::Source))) else { return nobody };
        let bytes = phrase(line, self.from, at, end);
        let Some(bytes) = bytes else { return nobody };
        match (role, self.organisation) {
            (Role::Spokes, Some(name)) => Scanned { who: Who::Spokes(name, bytes), at },
            _ if line.text[bytes.clone()].chars().filter(|c| c.is_alphabetic()).count() < 3 => nobody,
            _ => Scanned { who: Who::Unnamed(bytes), at },
        }
    }

    /// Whether a few unknown words and then what is said, or a preposition, follow a verb.
    fn is_subject(&self, at: usize, end: usize) -> bool {
        let line = self.line;
        let stop = (at + 1..(at + 6).min(line.items.len())).find(|&item| {
            let roles = line.roles(item);
            item >= end
                || line.is_quote(item)
                || roles.has(Role::Preposition)
                || roles.has(Role::Time)
                || is_stop(line, item)
        });
        let Some(stop) = stop else { return end == line.items.len() && end <= at + 5 };
        let definite = line.norm(at).starts_with("ال") || line.tongue.is(Tongue::HE);
        let said =
            line.has(stop, Role::That) || line.is_quote(stop) || matches!(line.norm(stop), ":" | "(" | "،" | "," | ".");
        said || stop >= at + 1 + usize::from(!definite) && line.has(stop, Role::Preposition)
    }
}
