//! One entity, many names: which names of an article are of the same somebody.

use std::collections::HashMap;

use super::Reason;
use super::document::Document;
use super::gazetteer::stem;
use super::names::{Name, number};
use crate::article::{BlockKind, BlockRole, Entity, EntityKind, Mention, MentionKind, Span};

/// A name with the words by which it is compared.
struct Item<'n> {
    name: &'n Name,
    /// Normalised words, Russian ones without ending, titles and heads left out.
    words: Vec<String>,
    /// As printed.
    printed: String,
    bytes: std::ops::Range<usize>,
}

/// Entities with the reasons of their mentions, most salient first.
#[must_use]
pub(crate) fn link(
    document: &Document,
    lead: Option<usize>,
    roles: &[Option<BlockRole>],
    names: &[Name],
) -> (Vec<Entity>, Vec<Vec<Reason>>) {
    let items: Vec<Item> =
        names.iter().map(|name| item(document, name)).filter(|item| !item.printed.is_empty()).collect();
    let mut groups = Groups { of: vec![usize::MAX; items.len()], members: Vec::new() };
    certain(&items, &mut groups);
    persons(&items, &mut groups);
    acronyms(document, &items, &mut groups);
    extended(&items, &mut groups);
    let mut built: Vec<(f64, Entity, Vec<Reason>)> = groups
        .members
        .iter()
        .filter(|members| !members.is_empty())
        .map(|members| entity(document, lead, roles, &items, members))
        .collect();
    built.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.mentions[0].span.cmp(&b.1.mentions[0].span)));
    let most = built.first().map_or(1.0, |first| first.0);
    let mut out = (Vec::new(), Vec::new());
    for (index, (weight, mut entity, reasons)) in built.into_iter().enumerate() {
        entity.id = format!("e{}", index + 1);
        entity.salience = Some((weight / most * 100.0).round() / 100.0);
        out.0.push(entity);
        out.1.push(reasons);
    }
    out
}

fn item<'n>(document: &Document, name: &'n Name) -> Item<'n> {
    let text = &document.texts[name.text];
    let bytes = name.bytes(text);
    let words =
        name.norms(text).into_iter().filter(|word| word != "'s").map(|word| stem(&word).unwrap_or(word)).collect();
    Item { name, words, printed: text.text.get(bytes.clone()).unwrap_or("").to_owned(), bytes }
}

/// Which names belong together, by index.
struct Groups {
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Groups {
    fn open(&mut self, item: usize) {
        self.of[item] = self.members.len();
        self.members.push(vec![item]);
    }

    fn join(&mut self, item: usize, group: usize) {
        self.of[item] = group;
        self.members[group].push(item);
    }

    fn merge(&mut self, from: usize, into: usize) {
        if from == into {
            return;
        }
        let moved = std::mem::take(&mut self.members[from]);
        moved.iter().for_each(|&item| self.of[item] = into);
        self.members[into].extend(moved);
    }

    /// Fills `members` again from `of`, each group in reading order: once for any number of items that
    /// went over to another group.
    fn refill(&mut self) {
        self.members.iter_mut().for_each(Vec::clear);
        for (item, &group) in self.of.iter().enumerate() {
            self.members[group].push(item);
        }
    }
}

/// Equal words, equal numbers of the lists, equal values of dates.
fn certain(items: &[Item], groups: &mut Groups) {
    let mut seen: HashMap<(EntityKind, u32), usize> = HashMap::new();
    for (index, item) in items.iter().enumerate() {
        let words = number(&item.words);
        let value = item.name.value.as_ref().map(|value| number(std::slice::from_ref(&value.0)) | 1 << 31);
        let keys = [item.name.known.map(|known| known.wrapping_mul(0x9e37_79b1)), value, Some(words & !(1 << 31))];
        let found = keys.iter().flatten().find_map(|key| seen.get(&(item.name.kind, *key)).copied());
        match found {
            Some(group) => groups.join(index, group),
            None => groups.open(index),
        }
        for key in keys.into_iter().flatten() {
            seen.entry((item.name.kind, key)).or_insert(groups.of[index]);
        }
    }
}

/// Whether two words may be one name in two spellings: equal, or long and one letter apart.
fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 6 || long.len() - short.len() > 1 || short[0] != long[0] {
        return false;
    }
    let front = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let back = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    front + back + usize::from(short.len() == long.len()) >= short.len()
}

/// Whether the words of a shorter name can stand for a longer one: they follow each other in it and
/// hold its last word, or its first alone; an initial stands for a word.
fn stands_for(short: &[String], long: &[String]) -> bool {
    let same = |a: &str, b: &str| {
        alike(a, b) || a.trim_end_matches('.').chars().count() == 1 && b.starts_with(a.trim_end_matches('.'))
    };
    if let [only] = short {
        return long.last().is_some_and(|last| alike(only, last))
            || long.len() > 1 && long.first().is_some_and(|first| alike(only, first));
    }
    let (Some(last), Some(long_last)) = (short.last(), long.last()) else { return false };
    alike(last, long_last) && {
        let mut rest = long.iter();
        short.iter().all(|word| rest.any(|other| same(word, other)))
    }
}

/// Persons: a surname, or a first name, belongs to the person named in full with it, the one named
/// last before where there are several. Two full names with different first names stay apart.
fn persons(items: &[Item], groups: &mut Groups) {
    let persons: Vec<usize> = (0..items.len()).filter(|&index| items[index].name.kind == EntityKind::Person).collect();
    // The distinct full names, longest first, so that short ones join long ones.
    let mut full: Vec<usize> = Vec::new();
    for &index in &persons {
        if items[index].words.len() > 1
            && full.len() < 400
            && !full.iter().any(|&other| groups.of[other] == groups.of[index])
        {
            full.push(index);
        }
    }
    full.sort_by_key(|&index| (std::cmp::Reverse(items[index].words.len()), index));
    for at in 0..full.len() {
        if let Some(&into) = full[..at].iter().find(|&&long| stands_for(&items[full[at]].words, &items[long].words)) {
            groups.merge(groups.of[full[at]], groups.of[into]);
        }
    }
    let mut last_named: HashMap<usize, usize> = HashMap::new();
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for &index in &full {
        for word in [items[index].words.first(), items[index].words.last()].into_iter().flatten() {
            by_word.entry(word).or_default().push(index);
        }
    }
    for &index in &persons {
        let group = groups.of[index];
        let [only] = &items[index].words[..] else {
            last_named.insert(group, index);
            continue;
        };
        let near = by_word
            .get(only.as_str())
            .cloned()
            .unwrap_or_else(|| full.iter().copied().filter(|&long| stand_alike(only, &items[long].words)).collect());
        let surname = |long: &&usize| items[**long].words.last().is_some_and(|last| alike(only, last));
        let choice = near
            .iter()
            .filter(surname)
            .max_by_key(|&&long| last_named.get(&groups.of[long]).map_or(-1, |&at| at as i64));
        let choice = choice
            .or_else(|| near.iter().max_by_key(|&&long| last_named.get(&groups.of[long]).map_or(-1, |&at| at as i64)));
        if let Some(&long) = choice {
            let into = groups.of[long];
            groups.of[index] = into;
            last_named.insert(into, index);
        }
    }
    groups.refill();
}

fn stand_alike(only: &str, long: &[String]) -> bool {
    long.last().is_some_and(|last| alike(only, last))
}

/// `World Health Organization (WHO)`: what stands in brackets right after a name is its short form.
fn acronyms(document: &Document, items: &[Item], groups: &mut Groups) {
    for pair in 0..items.len().saturating_sub(1) {
        let (long, short) = (&items[pair], &items[pair + 1]);
        let same =
            long.name.text == short.name.text && long.name.kind == short.name.kind && long.name.kind == EntityKind::Org;
        if !same || short.name.start != long.name.end + 1 || short.words.len() > 1 {
            continue;
        }
        if document.texts[long.name.text].norm(long.name.end) == "(" {
            groups.merge(groups.of[pair + 1].max(groups.of[pair]), groups.of[pair + 1].min(groups.of[pair]));
        }
    }
    // Letters of an acronym that are the initials of a long name.
    for short in 0..items.len() {
        let letters = items[short].printed.replace('.', "");
        let upper = letters.chars().count() >= 2 && letters.chars().all(char::is_uppercase);
        if items[short].name.kind != EntityKind::Org || !upper {
            continue;
        }
        let fit = (0..items.len().min(2000)).find(|&long| {
            let initials: String = items[long]
                .printed
                .split([' ', '-'])
                .filter_map(|word| word.chars().next())
                .filter(|c| c.is_uppercase())
                .collect();
            items[long].name.kind == EntityKind::Org && initials == letters && items[long].words.len() > 1
        });
        if let Some(long) = fit {
            groups.merge(groups.of[short].max(groups.of[long]), groups.of[short].min(groups.of[long]));
        }
    }
}

/// Organisations and events of which one name goes on where the other ends: "قمة بريكس" and "قمة
/// بريكس في قازان", "الخارجية" and "الخارجية الصينية".
fn extended(items: &[Item], groups: &mut Groups) {
    let long: Vec<usize> = (0..items.len())
        .filter(|&index| {
            // One word is enough for an organisation: "حماس" and "حركة حماس".
            let long = items[index].words.len() > 1 || items[index].words.iter().all(|word| word.chars().count() > 3);
            match items[index].name.kind {
                EntityKind::Org => long,
                EntityKind::Event => items[index].words.len() > 1,
                _ => false,
            }
        })
        .take(400)
        .collect();
    for &short in &long {
        let fits: Vec<usize> = long
            .iter()
            .copied()
            .filter(|&other| {
                let (a, b) = (&items[short], &items[other]);
                a.name.kind == b.name.kind
                    && groups.of[short] != groups.of[other]
                    && a.words.len() < b.words.len()
                    && (b.words.starts_with(&a.words) || b.words.ends_with(&a.words))
            })
            .map(|other| groups.of[other])
            .collect();
        let numbers = |group: usize| groups.members[group].iter().find_map(|&item| items[item].name.known);
        let mut distinct = fits.clone();
        distinct.sort_unstable();
        distinct.dedup();
        if let [group] = distinct[..]
            && (numbers(group).is_none() || numbers(groups.of[short]).is_none())
        {
            groups.merge(groups.of[short].max(group), groups.of[short].min(group));
        }
    }
}

fn entity(
    document: &Document,
    lead: Option<usize>,
    roles: &[Option<BlockRole>],
    items: &[Item],
    members: &[usize],
) -> (f64, Entity, Vec<Reason>) {
    let kind = items[members[0]].name.kind;
    let mut weight = 0.0;
    let mut mentions = Vec::new();
    let mut reasons = Vec::new();
    let mut spellings: Vec<(&str, usize, usize)> = Vec::new();
    let mut members = members.to_vec();
    members.sort_unstable();
    for &member in &members {
        let item = &items[member];
        let text = &document.texts[item.name.text];
        let role = roles.get(text.block).copied().flatten();
        weight += match text.kind {
            BlockKind::RelatedLink | BlockKind::SourceLine | BlockKind::Byline | BlockKind::Dateline => 0.25,
            BlockKind::Headline => 4.0,
            _ if matches!(role, Some(BlockRole::RelatedStory | BlockRole::Advert)) => 0.25,
            _ if lead == Some(text.block) => 2.5,
            _ => 1.0,
        };
        let span = Span { block: text.block, start: item.bytes.start, end: item.bytes.end };
        let confidence = item.name.reason.probability.map(|sure| (sure * 1000.0).round() / 1000.0);
        mentions.push(Mention { span, kind: Some(MentionKind::Name), confidence, extra: serde_json::Map::default() });
        reasons.push(item.name.reason.clone());
        match spellings.iter_mut().find(|spelling| spelling.0 == item.printed) {
            Some(spelling) => spelling.2 += 1,
            None => spellings.push((&item.printed, item.words.len(), 1)),
        }
    }
    if kind == EntityKind::Date {
        weight *= 0.25;
    }
    let name = main_name(kind, &spellings);
    let aliases =
        spellings.iter().map(|spelling| spelling.0).filter(|other| *other != name).map(str::to_owned).collect();
    let value = members.iter().find_map(|&member| items[member].name.value.clone());
    let entity = Entity {
        name: name.to_owned(),
        kind,
        aliases,
        inferred: value.as_ref().map(|value| value.1),
        value: value.map(|value| value.0),
        mentions,
        ..Entity::default()
    };
    (weight, entity, reasons)
}

/// The name to show: the longest, of equals the commonest; of dates and places the commonest.
fn main_name<'s>(kind: EntityKind, spellings: &[(&'s str, usize, usize)]) -> &'s str {
    let best = match kind {
        EntityKind::Place | EntityKind::Date => spellings.iter().rev().max_by_key(|spelling| spelling.2),
        _ => spellings.iter().rev().max_by_key(|spelling| (spelling.1, spelling.2)),
    };
    best.map_or("", |spelling| spelling.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seconds to find out whose `count` mentions of one surname are, the best of three.
    fn surnames(count: usize) -> f64 {
        let name = Name::new(0, 0..1, EntityKind::Person, "test");
        let item = |words: &[&str]| Item {
            name: &name,
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            printed: words.join(" "),
            bytes: 0..0,
        };
        let mut items = vec![item(&["angela", "merkel"])];
        items.extend((0..count).map(|_| item(&["merkel"])));
        let once = || {
            let mut groups = Groups { of: vec![usize::MAX; items.len()], members: Vec::new() };
            let clock = std::time::Instant::now();
            certain(&items, &mut groups);
            persons(&items, &mut groups);
            let seconds = clock.elapsed().as_secs_f64();
            assert_eq!(groups.members, [(0..=count).collect::<Vec<_>>(), Vec::new()]);
            seconds
        };
        (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn four_times_the_mentions_of_one_surname_take_about_four_times_as_long() {
        let (small, large) = (surnames(40_000), surnames(160_000));
        assert!(large < small * 9.0 + 0.2, "{small} s, then {large} s");
    }

    #[test]
    fn members_stand_in_reading_order_after_surnames_went_over() {
        let name = Name::new(0, 0..1, EntityKind::Person, "test");
        let words: [&[&str]; 6] =
            [&["merkel"], &["bill", "clinton"], &["angela", "merkel"], &["merkel"], &["clinton"], &["angela"]];
        let items: Vec<Item> = words
            .iter()
            .map(|words| Item {
                name: &name,
                words: words.iter().map(|word| (*word).to_owned()).collect(),
                printed: words.join(" "),
                bytes: 0..0,
            })
            .collect();
        let mut groups = Groups { of: vec![usize::MAX; items.len()], members: Vec::new() };
        certain(&items, &mut groups);
        persons(&items, &mut groups);
        let filled: Vec<_> = groups.members.into_iter().filter(|members| !members.is_empty()).collect();
        assert_eq!(filled, [vec![1, 4], vec![0, 2, 3, 5]]);
    }
}
