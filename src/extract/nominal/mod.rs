//! Mentions by description: "the Chinese minister" is Wang Yi, "the ministry" the one that was named.
//!
//! ```text
//! وزير الخارجية الصيني، وانغ يي     introduces: وزير, خارجية, صين → Wang Yi
//! الوزير الصيني                      the same head, no word that contradicts → Wang Yi
//! الوزيرين                           everybody with that head
//! ```
//!
//! Names come with a title before them or an apposition behind; a description later in the text is
//! tied to the last name whose title has the same head and shares its other words. Nothing is guessed
//! from the world: what the article does not say is not tied.

mod titles;

use std::ops::Range;

use super::quotes::{Role, Roles, Tongue, is_read, roles};
use super::words::{Token, TokenKind, tokens};
use crate::article::{Article, Entity, EntityKind, Mention, MentionKind, Span};

pub(crate) use titles::Titles;

/// Longest title, in words.
const LONGEST: usize = 8;

/// One block, looked up.
struct Text<'a> {
    block: usize,
    text: &'a str,
    tongue: Tongue,
    tokens: Vec<Token>,
    roles: Vec<Roles>,
}

/// A name in a block: its tokens and its entity.
struct Name {
    tokens: Range<usize>,
    bytes: Range<usize>,
    entity: usize,
    kind: EntityKind,
}

fn texts(article: &Article) -> Vec<Text<'_>> {
    let blocks = article.blocks.iter().enumerate().filter(|(_, block)| is_read(block.kind));
    blocks
        .map(|(index, block)| {
            let tongue = Tongue::of(block.language.as_deref().unwrap_or(&article.language), &block.text);
            let tokens = tokens(&block.text);
            Text { block: index, text: &block.text, tongue, roles: roles(&tokens, tongue), tokens }
        })
        .collect()
}

/// The names of every block, in reading order.
fn names(article: &Article, entities: &[Entity], texts: &[Text<'_>]) -> Vec<Vec<Name>> {
    let mut by_block: Vec<Vec<(Range<usize>, usize)>> = article.blocks.iter().map(|_| vec![]).collect();
    for (index, entity) in entities.iter().enumerate() {
        if matches!(entity.kind, EntityKind::Person | EntityKind::Org | EntityKind::Place) {
            for mention in entity.mentions.iter().filter(|mention| mention.kind != Some(MentionKind::Nominal)) {
                if let Some(list) = by_block.get_mut(mention.span.block) {
                    list.push((mention.span.bytes(), index));
                }
            }
        }
    }
    texts
        .iter()
        .map(|text| {
            let mut list = std::mem::take(&mut by_block[text.block]);
            list.sort_by_key(|(bytes, _)| (bytes.start, std::cmp::Reverse(bytes.end)));
            list.into_iter().filter_map(|(bytes, entity)| name(text, bytes, entity, entities)).collect()
        })
        .collect()
}

fn name(text: &Text<'_>, bytes: Range<usize>, entity: usize, entities: &[Entity]) -> Option<Name> {
    text.text.get(bytes.clone()).filter(|name| !name.is_empty())?;
    let first = text.tokens.partition_point(|token| token.bytes.end <= bytes.start);
    let end = text.tokens.partition_point(|token| token.bytes.start < bytes.end).max(first + 1);
    (end <= text.tokens.len()).then(|| Name { tokens: first..end, bytes, entity, kind: entities[entity].kind })
}

/// The stem under which words of titles are compared: no article, no ending that says gender,
/// number or "of that country".
pub(crate) fn stem(norm: &str, tongue: Tongue) -> String {
    let mut word = norm;
    if tongue.is(Tongue::AR) {
        let bare = word.strip_prefix('و').filter(|rest| rest.starts_with("ال")).unwrap_or(word);
        word = bare
            .strip_prefix("لل")
            .or_else(|| bare.strip_prefix("ال"))
            .filter(|rest| rest.chars().count() >= 2)
            .unwrap_or(bare);
        return cut(
            word,
            &["يتين", "يتان", "يين", "يون", "يان", "ين", "ون", "ان", "ات", "يه", "تي", "ته", "ي", "ا", "ه", "ت"],
            3,
        );
    }
    if tongue.is(Tongue::HE) {
        word = word.strip_prefix('ה').filter(|rest| rest.chars().count() >= 2).unwrap_or(word);
        return cut(word, &["יים", "ים", "ית", "ת", "ה", "י"], 2);
    }
    if tongue.is(Tongue::FA) || tongue.is(Tongue::UR) {
        return cut(word, &["ان", "ي"], 3);
    }
    if tongue.is(Tongue::RU) {
        return cut(
            word,
            &["ского", "ский", "ская", "ской", "ом", "ем", "ого", "ей", "а", "у", "я", "и", "ы", "е", "ь"],
            4,
        );
    }
    cut(word, &["'s", "ese", "ian", "ish", "an", "es", "e", "s"], 4)
}

fn cut(word: &str, endings: &[&str], least: usize) -> String {
    let rest = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.chars().count() >= least));
    rest.unwrap_or(word).to_owned()
}

/// Whether two stems are the same word: `chin` and `china`, `مصر` and `مصري`.
pub(crate) fn same(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.chars().count().min(b.chars().count());
    shared >= 3 && shared + 1 >= shorter || shared == shorter && a.chars().count() == b.chars().count()
}

/// Adds the mentions by description to the entities, each in its place in reading order.
///
/// Persons by title (`الوزير الصيني`, `the minister`), organisations by their head word (`الوزارة`,
/// `the company`). A description that the article does not explain is left alone.
pub fn tie(article: &Article, entities: &mut [Entity]) {
    let texts = texts(article);
    let names = names(article, entities, &texts);
    let titles = Titles::of(&texts, &names, entities);
    let mut found: Vec<(usize, Span)> = vec![];
    for (text, names) in texts.iter().zip(&names) {
        let mut covered = names.iter().peekable();
        let mut at = 0;
        while at < text.tokens.len() {
            while covered.next_if(|name| name.tokens.end <= at).is_some() {}
            if covered.peek().is_some_and(|name| name.tokens.start <= at) {
                at += 1;
                continue;
            }
            match describe(text, at, covered.peek().copied(), &titles) {
                Some((entity, tokens)) => {
                    at = tokens.end;
                    let start = super::words::cut_front(
                        text.text,
                        &text.tokens[tokens.start].bytes,
                        clitics(text, tokens.start),
                    );
                    found.push((entity, Span { block: text.block, start, end: text.tokens[tokens.end - 1].bytes.end }));
                }
                None => at += 1,
            }
        }
    }
    add(entities, found);
}

fn add(entities: &mut [Entity], found: Vec<(usize, Span)>) {
    let mut touched = vec![];
    for (entity, span) in found {
        let mention =
            Mention { span, kind: Some(MentionKind::Nominal), confidence: Some(0.8), extra: serde_json::Map::new() };
        entities[entity].mentions.push(mention);
        touched.push(entity);
    }
    touched.dedup();
    for entity in touched {
        entities[entity].mentions.sort_by(|a, b| a.span.cmp(&b.span));
    }
}

/// How many letters of a definite word stand before its article: `و|الوزير`.
fn clitics(text: &Text<'_>, at: usize) -> usize {
    let norm = text.tokens[at].norm.as_str();
    usize::from(
        text.tongue.is(Tongue::AR) && ["وال", "فال", "بال", "كال"].iter().any(|prefix| norm.starts_with(prefix)),
    )
}

/// The entity that the words from `at` on describe, and how many they are.
fn describe(text: &Text<'_>, at: usize, next: Option<&Name>, titles: &Titles) -> Option<(usize, Range<usize>)> {
    let token = &text.tokens[at];
    if token.kind != TokenKind::Word {
        return None;
    }
    let roles = text.roles[at];
    // "The spokesman" alone; with his office behind it he may be another.
    let spokes = roles.has(Role::Spokes)
        && next.is_none_or(|name| name.tokens.start > at + 3)
        && !text.roles.get(at + 1).is_some_and(|next| next.has(Role::Preposition) && !text.tongue.is(Tongue::UR))
        && !text.tokens.get(at + 1).is_some_and(|token| matches!(token.norm.as_str(), "باسم" | "بلسان"));
    let person = (roles.has(Role::Title) || spokes) && !roles.is_cue();
    let organisation = is_organisation_head(text, at);
    if !person && !organisation {
        return None;
    }
    let end = phrase_end(text, at, next);
    let end = if person { with_complement(text, at, end, next) } else { end };
    let head = stem(&bare(text, at), text.tongue);
    let adjectives = adjectives_before(text, at);
    let words: Vec<String> = adjectives.chain(at + 1..end).map(|at| stem(&text.tokens[at].norm, text.tongue)).collect();
    let behind = next.filter(|name| name.tokens.start == end || name.tokens.start == end + 1 && is_comma(text, end));
    if person {
        if let Some(name) = behind.filter(|name| name.kind == EntityKind::Person) {
            // A title alone beside its name is no mention of its own.
            return (end > at + 1).then_some((name.entity, at..end));
        }
        if end == at + 1 && !is_definite(text, at) {
            return None;
        }
        return titles
            .find(EntityKind::Person, &head, &words, (text.block, token.bytes.start))
            .map(|entity| (entity, at..end));
    }
    let lone = behind.is_none_or(|name| name.kind != EntityKind::Org);
    let found = titles.find(EntityKind::Org, &head, &words, (text.block, token.bytes.start));
    found.filter(|_| lone && is_definite(text, at)).map(|entity| (entity, at..end))
}

fn is_comma(text: &Text<'_>, at: usize) -> bool {
    text.tokens.get(at).is_some_and(|token| matches!(token.norm.as_str(), "," | "،"))
}

/// `the Chinese minister`: what stands between article and head.
fn adjectives_before(text: &Text<'_>, at: usize) -> Range<usize> {
    let the = (at.saturating_sub(3)..at).rev().find(|&at| text.tokens[at].norm == "the");
    match the {
        Some(the) if text.tongue.is(Tongue::EN) => the + 1..at,
        _ => at..at,
    }
}

/// The word without a conjunction or preposition before its article.
fn bare(text: &Text<'_>, at: usize) -> String {
    let norm = text.tokens[at].norm.as_str();
    let rest = ["وال", "فال", "بال", "كال"].iter().any(|prefix| norm.starts_with(prefix)) && text.tongue.is(Tongue::AR);
    norm.chars().skip(usize::from(rest)).collect()
}

/// Whether the word is one that everybody knows by now: `الوزير`, `the minister`, `השר`.
fn is_definite(text: &Text<'_>, at: usize) -> bool {
    let norm = bare(text, at);
    let start = adjectives_before(text, at).start;
    let before = start.checked_sub(1).map_or("", |before| text.tokens[before].norm.as_str());
    match () {
        () if text.tongue.is(Tongue::AR) => norm.starts_with("ال") || norm.starts_with("لل"),
        () if text.tongue.is(Tongue::HE) => norm.starts_with('ה'),
        () if text.tongue.is(Tongue::EN) => before == "the",
        () if text.tongue.is(Tongue::FR) => matches!(before, "le" | "la" | "l'"),
        () if text.tongue.is(Tongue::FA) => matches!(before, "اين"),
        _ => true,
    }
}

/// Where a description ends: behind the adjectives that go with its head.
fn phrase_end(text: &Text<'_>, at: usize, next: Option<&Name>) -> usize {
    let limit = next.map_or(text.tokens.len(), |name| name.tokens.start).min(text.tokens.len()).min(at + LONGEST);
    if text.tongue.is(Tongue::HE) {
        // שר האוצר: the noun in the construct state takes the article.
        let next = text
            .tokens
            .get(at + 1)
            .is_some_and(|token| at + 1 < limit && token.norm.starts_with('ה') && token.kind == TokenKind::Word);
        return at + 1 + usize::from(next && !is_definite(text, at));
    }
    if !text.tongue.is(Tongue::AR) {
        return at + 1;
    }
    let definite = |at: usize| text.tokens[at].norm.starts_with("ال") && text.tokens[at].kind == TokenKind::Word;
    let nisba = |at: usize| definite(at) && text.tokens[at].norm.ends_with(['ي', 'ه', 'ن']);
    let fits = |at: usize| {
        definite(at)
            && !text.roles[at].is_cue()
            && !text.roles[at].has(Role::Time)
            && !text.roles[at].has(Role::Relative)
            && !text.roles[at].has(Role::Plural)
    };
    let mut end = at + 1;
    let head_definite = is_definite(text, at);
    while end < limit && fits(end) && (nisba(end) || !head_definite && end == at + 1) {
        end += 1;
    }
    end
}

/// `مدرب الوداد`, `president of Chile`: the name right behind a title belongs to it.
fn with_complement(text: &Text<'_>, at: usize, end: usize, next: Option<&Name>) -> usize {
    let Some(name) = next.filter(|name| name.kind != EntityKind::Person && end == at + 1) else { return end };
    let of = text.tokens.get(end).is_some_and(|token| matches!(token.norm.as_str(), "of" | "de" | "du" | "d'"));
    let right_behind = name.tokens.start == end || of && name.tokens.start == end + 1;
    if right_behind && name.tokens.end <= at + LONGEST { name.tokens.end } else { end }
}

/// Words that stand for an organisation named before.
fn is_organisation_head(text: &Text<'_>, at: usize) -> bool {
    let word = stem(&bare(text, at), text.tongue);
    let heads: &[&str] = match () {
        () if text.tongue.is(Tongue::AR) => &[
            "وزار",
            "وزاره",
            "حرك",
            "حركه",
            "شرك",
            "شركه",
            "وكال",
            "وكاله",
            "منظم",
            "منظمه",
            "جماع",
            "جماعه",
            "حزب",
            "جيش",
            "جمعي",
            "جمع",
            "هيئ",
            "هيئه",
            "لجن",
            "لجنه",
            "بنك",
            "مجلس",
            "نياب",
            "محكم",
            "محكمه",
            "صحيف",
            "صحيفه",
            "اتحاد",
            "تنظيم",
            "مؤسس",
            "مؤسسه",
            "ناد",
            "نادي",
            "حكوم",
            "حكومه",
            "مفوض",
            "مفوضيه",
            "برلم",
            "برلمان",
            "قنا",
            "مجموع",
            "تحالف",
            "حلف",
        ],
        () if text.tongue.is(Tongue::HE) => {
            &["משרד", "חבר", "בנק", "ארגון", "ועד", "וועד", "התאחדו", "מפלג", "צב", "עמות", "תנוע", "אוניברסיט"]
        }
        () if text.tongue.is(Tongue::EN) => &[
            "company",
            "ministry",
            "group",
            "union",
            "bank",
            "agency",
            "party",
            "army",
            "court",
            "club",
            "university",
            "council",
            "committee",
            "commission",
            "organization",
            "organisation",
            "firm",
        ],
        () if text.tongue.is(Tongue::FR) => &[
            "ministèr",
            "entrepris",
            "group",
            "syndicat",
            "parti",
            "agenc",
            "associat",
            "commission",
            "société",
            "banqu",
        ],
        () if text.tongue.is(Tongue::FA) => &["وزارتخانه", "سازم", "سازمان", "شركت", "خبرگزار", "حزب", "جمعيت"],
        () if text.tongue.is(Tongue::RU) => &["министерств", "компани", "ведомств", "парти", "агентств", "банк"],
        () => &[],
    };
    heads.contains(&word.as_str())
}
