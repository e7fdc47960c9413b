//! Speakers without a name that the article knows all the same: a relative (`والدها`), "the source", "the minister".

use std::ops::Range;

use super::gender::{self, Gender};
use super::kin::{self, Kin};
use super::lexicon::{Role, Tongue};
use super::line::Line;
use super::voice::{Voice, Voices};
use super::western;
use crate::article::{EntityKind, Speaker};
use crate::extract::nominal::{same, stem};
use crate::extract::words::nz;

/// How many entities are looked through, the most salient first: a bound on the work, more than an article has.
const MOST: usize = 300;

impl Voices<'_> {
    /// Whom the words of an unnamed subject stand for.
    pub(super) fn described(&self, line: &Line<'_>, bytes: &Range<usize>) -> Option<Voice> {
        if western::speaks(line) {
            return self.known(line, bytes);
        }
        let from = line.tokens.partition_point(|token| token.bytes.end <= bytes.start);
        let until = line.tokens.partition_point(|token| token.bytes.start < bytes.end);
        let head = &line.text[line.tokens.get(from)?.bytes.clone()];
        if let Some(kin) = kin::of(head, line.tongue).filter(|kin| !kin.bare || until == from + 1) {
            return self.relative(line, bytes.start, kin);
        }
        // "ان کی بیٹی": in Urdu the relative stands last.
        let last = &line.text[line.tokens.get(until.checked_sub(1)?)?.bytes.clone()];
        if let Some(kin) = kin::of(last, line.tongue).filter(|_| line.tongue.is(Tongue::UR) && until <= from + 3) {
            let found = self.relative(line, bytes.start, kin);
            if found.is_some() {
                return found;
            }
        }
        let marked = marked(line, from..until);
        let tokens = if marked && line.tongue.is(Tongue::AR) { from..until - 1 } else { from..until };
        self.by_name(line, from..until)
            .or_else(|| self.same_source(line, tokens.clone(), marked))
            .or_else(|| self.introduced_by(line, tokens.clone()))
            .or_else(|| self.last_by_title(line, tokens.clone(), marked))
            .or_else(|| self.institution(line, tokens))
    }

    /// A mention that was not found: its last word, of no known part, is one of the words of somebody's name.
    fn by_name(&self, line: &Line<'_>, tokens: Range<usize>) -> Option<Voice> {
        let measured = [Tongue::AR, Tongue::HE, Tongue::FA, Tongue::UR].into_iter().any(|tongue| line.tongue == tongue);
        let last = tokens.end.checked_sub(1).filter(|_| measured && tokens.len() <= 4)?;
        let norm = line.tokens[last].norm.as_str();
        let first = &line.text[line.tokens[tokens.start].bytes.clone()];
        let other = line.roles[tokens.start].has(Role::Of) || kin::of(first, line.tongue).is_some();
        if !line.roles[last].is_unknown() || norm.chars().count() < 3 || other {
            return None;
        }
        let mut bearers = self.name_words.get(norm)?.iter();
        let only = bearers.next().filter(|_| bearers.next().is_none())?;
        Some(one(*only, "name", None))
    }

    /// `رئيس اللجنة`, `رئیس پژوهشگاه`: whom the article introduced by that title and its words.
    fn introduced_by(&self, line: &Line<'_>, tokens: Range<usize>) -> Option<Voice> {
        let skip = usize::from(DEMONSTRATIVES.contains(&line.tokens[tokens.start].norm.as_str()));
        // In Urdu the title stands last: "فاضل جج".
        let head = if line.tongue == Tongue::UR { last_title(line, &tokens) } else { tokens.start + skip };
        if head >= tokens.end || tokens.len() > 5 || !line.roles[head].has(Role::Title) || !is_known(line, &tokens) {
            return None;
        }
        let stems = |at: usize| stem(&line.tokens[at].norm, line.tongue);
        let others = if line.tongue == Tongue::UR { 0..0 } else { head + 1..tokens.end };
        let words: Vec<String> = others.map(stems).collect();
        let entity =
            self.titles.find(EntityKind::Person, &stems(head), &words, (line.block, line.tokens[head].bytes.start));
        // In a headline the title comes before the name.
        let only = || self.titles.only(&stems(head)).filter(|_| self.last.is_empty() && is_definite(line, &tokens));
        let shown = gender_of(line, head);
        let fits = |entity: &usize| {
            let known = self.genders.get(entity).copied();
            shown.is_none() || known.is_none() || known == shown
        };
        entity.or_else(only).filter(fits).map(|entity| one(entity, "title", None))
    }

    /// `המוזיאון`: the only organisation whose name begins with that word.
    fn institution(&self, line: &Line<'_>, tokens: Range<usize>) -> Option<Voice> {
        // "נמסר מהמשרד"
        let norm = line.tokens[tokens.start].norm.as_str();
        let norm = norm.strip_prefix(['מ', 'ב', 'ל', 'ו', 'ש']).filter(|rest| rest.starts_with('ה')).unwrap_or(norm);
        let glued = line.tongue == Tongue::HE && norm.starts_with('ה') && norm.chars().count() > 3;
        let definite = glued || is_definite(line, &tokens);
        if tokens.len() != 1 || !definite || line.roles[tokens.start].has(Role::Title) {
            return None;
        }
        let wanted = stem(norm, line.tongue);
        let begins = |entity: &usize| {
            let name = &self.entities[*entity].name;
            let first = name.split_whitespace().next().filter(|_| self.entities[*entity].kind == EntityKind::Org);
            first.is_some_and(|first| stem(&nz(first), line.tongue) == wanted)
        };
        let mut all = (0..self.entities.len().min(MOST)).filter(begins);
        let entity = all.next().filter(|_| wanted.chars().count() > 2)?;
        all.next().is_none().then(|| one(entity, "title", None))
    }

    /// The person whom the article introduced as that relative, or who shares the surname of the one that the
    /// text is about.
    pub(super) fn relative(&self, line: &Line<'_>, at: usize, kin: Kin) -> Option<Voice> {
        let last = self.last.last().and_then(|voice| self.person(voice));
        let introduced = self.kin.iter().filter(|(entity, other)| other.same(kin) && Some(*entity) != last);
        let mut introduced = introduced.map(|(entity, _)| *entity);
        let persons = |from: usize, to: usize| {
            let before = line.named.partition_point(|name| name.bytes.end <= to);
            let inside = line.named[..before].iter().rev().take(8).filter(move |name| name.bytes.start >= from);
            inside.filter(|name| name.kind == EntityKind::Person).take(4).map(|name| name.entity)
        };
        // Of the same sentence, whoever spoke last, of the paragraph.
        let sentence = line.sentence_start(at);
        let topics = self.topics.iter().filter_map(|(voice, _)| self.person(voice));
        let anchors: Vec<usize> = persons(sentence, at).chain(last).chain(topics).chain(persons(0, sentence)).collect();
        let fits = |entity: usize| {
            let known = self.genders.get(&entity).copied();
            self.is_person(entity) && kin.gender.is_none_or(|gender| known.is_none_or(|known| known == gender))
        };
        let of_family = |&anchor: &usize| {
            let name = &self.entities[anchor].name;
            (0..self.entities.len().min(MOST))
                .find(|&other| other != anchor && fits(other) && kin::shares_surname(name, &self.entities[other].name))
        };
        let entity = introduced.next().or_else(|| anchors.iter().find_map(of_family))?;
        Some(one(entity, "relative", kin.gender))
    }

    fn person(&self, voice: &Voice) -> Option<usize> {
        match voice.speakers.as_slice() {
            [only] => only.entity.filter(|&entity| self.is_person(entity)),
            _ => None,
        }
    }

    /// "The source" is the one that spoke before.
    fn same_source(&self, line: &Line<'_>, tokens: Range<usize>, marked: bool) -> Option<Voice> {
        if !marked && !is_definite(line, &tokens) {
            return None;
        }
        let head = line.tokens[tokens].iter().find(|token| !DEMONSTRATIVES.contains(&token.norm.as_str()))?;
        let wanted = stem(&head.norm, line.tongue);
        let known = |speaker: &Speaker| {
            let name = speaker.name.as_deref().filter(|_| speaker.entity.is_none())?;
            let words = crate::extract::words::tokens(name);
            words.iter().take(3).any(|word| same(&stem(&word.norm, line.tongue), &wanted)).then(|| name.to_owned())
        };
        let name = self.last.iter().rev().flat_map(|voice| &voice.speakers).find_map(known)?;
        let speakers = vec![Speaker { entity: None, name: Some(name), span: None }];
        Some(Voice { speakers, rule: "the same source", gender: None })
    }

    /// A bare title ("the minister", `المسؤول الجماعي`) stands for the person that the text is about or that spoke
    /// last, of its gender where it shows one.
    fn last_by_title(&self, line: &Line<'_>, tokens: Range<usize>, marked: bool) -> Option<Voice> {
        let skip = usize::from(DEMONSTRATIVES.contains(&line.tokens[tokens.start].norm.as_str()));
        let head = if line.tongue == Tongue::UR { last_title(line, &tokens) } else { tokens.start + skip };
        let roles = line.roles[head.min(tokens.end - 1)];
        // "The author of the book “…”" is somebody whom the text has named.
        let of_work = tokens.len() == 2 && line.roles[tokens.start + 1].has(Role::TermHead);
        // "this trade unionist" has been named, whatever he is called.
        let this = line.tongue.is(Tongue::FA) && head > tokens.start && tokens.len() <= 4;
        let one = ONE.contains(&line.tokens[head.min(tokens.end - 1)].norm.as_str());
        let titled = (roles.has(Role::Title) || roles.has(Role::Spokes) && marked) && !roles.has(Role::Source) || one;
        let adjectives = (head + 1..tokens.end).all(|at| {
            let norm = line.tokens[at].norm.as_str();
            line.tongue.is(Tongue::AR) && norm.starts_with("ال") || line.tongue.is(Tongue::HE) && norm.starts_with('ה')
        });
        let genitive = tokens.clone().any(|at| matches!(line.tokens[at].norm.as_str(), "كے" | "كي" | "كا"));
        let known =
            is_definite(line, &tokens) && !(genitive && line.tongue == Tongue::UR) && adjectives && tokens.len() <= 4
                || marked
                || of_work;
        if !(this || known && (titled || marked)) {
            return None;
        }
        let shown = gender_of(line, head.min(tokens.end - 1)).filter(|_| !this);
        let person = |voice: &Voice| self.person(voice).is_some();
        let rule = "title of the one before";
        let voice = self.before_of(rule, shown, false).filter(person);
        voice.or_else(|| self.before_of(rule, shown, true).filter(person))
    }
}

/// The title that an Urdu phrase ends with: `وزیر اعلیٰ`.
fn last_title(line: &Line<'_>, tokens: &Range<usize>) -> usize {
    let ends =
        |at: &usize| line.roles[*at].has(Role::Title) && at + usize::from(line.roles[*at].length.max(1)) == tokens.end;
    tokens.clone().find(ends).unwrap_or(tokens.end - 1)
}

/// Nouns for one person whom the text has named: `يقول الرجل`.
const ONE: &[&str] = &[
    "المسؤول",
    "المسوول",
    "المسؤوله",
    "الرجل",
    "السيده",
    "الشاب",
    "الشابه",
    "المراه",
    "الفتي",
    "الفتاه",
    "العجوز",
    "المسن",
    "المسنه",
    "الدبلوماسي",
    "الدبلوماسيه",
    "الضابط",
    "الناشط",
    "الناشطه",
    "المزارع",
    "السائق",
    "النائب",
    "النائبه",
    "المواطن",
    "المواطنه",
    "الخمسيني",
    "الستيني",
    "السبعيني",
    "الاربعيني",
    "الثلاثيني",
    "العشريني",
    "الخمسينيه",
    "الستينيه",
    "السبعينيه",
    "الاربعينيه",
    "الثلاثينيه",
    "האיש",
    "האישה",
    "הצעיר",
    "הצעירה",
    "הקשיש",
    "הקשישה",
    "הגבר",
    "השוטר",
    "השוטרת",
    "הקצין",
    "הקצינה",
    "הנהג",
    "הנהגת",
    "הבכיר",
    "הבכירה",
];

/// Whether a word for "the same" belongs to the words: behind them in Arabic, before them elsewhere.
fn marked(line: &Line<'_>, tokens: Range<usize>) -> bool {
    let same = |at: usize| line.roles.get(at).is_some_and(|roles| roles.has(Role::Same));
    if line.tongue.is(Tongue::AR) {
        return tokens.len() > 1 && same(tokens.end - 1);
    }
    same(tokens.start) || line.tongue.is(Tongue::HE) && tokens.start.checked_sub(1).is_some_and(same)
}

/// Whether a title is of somebody known: definite, or with the words of whose title it is.
fn is_known(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let next = line.tokens.get(tokens.start + 1).filter(|_| tokens.len() > 1).map_or("", |token| token.norm.as_str());
    let first = line.tokens[tokens.start].norm.as_str();
    is_definite(line, tokens)
        || match () {
            () if line.tongue.is(Tongue::AR) => next.starts_with("ال"),
            () if line.tongue.is(Tongue::HE) => next.starts_with('ה'),
            () if line.tongue.is(Tongue::FA) => !matches!(first, "يك") && !first.ends_with("اي"),
            () => false,
        }
}

/// One who speaks, without a place of its own.
fn one(entity: usize, rule: &'static str, gender: Option<Gender>) -> Voice {
    Voice { speakers: vec![Speaker { entity: Some(entity), name: None, span: None }], rule, gender }
}

const DEMONSTRATIVES: &[&str] = &["the", "le", "la", "l'", "اين", "همين", "همان", "هذا", "هذه", "اس", "اسي"];

/// Whether the words are of somebody whom everybody knows by now.
fn is_definite(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let norm = line.tokens[tokens.start].norm.as_str();
    match () {
        () if line.tongue.is(Tongue::AR) => norm.starts_with("ال") || matches!(norm, "هذا" | "هذه"),
        () if line.tongue.is(Tongue::HE) => norm.starts_with('ה') && norm.chars().count() > 2,
        () if line.tongue.is(Tongue::RU) => tokens.len() == 1,
        () if line.tongue.is(Tongue::UR) => norm != "ايك",
        () if line.tongue.is(Tongue::FA) && tokens.len() == 1 => line.roles[tokens.start].has(Role::Title),
        () => DEMONSTRATIVES.contains(&norm) && tokens.len() == 2,
    }
}

/// The gender that a title shows.
fn gender_of(line: &Line<'_>, token: usize) -> Option<Gender> {
    if line.tongue.is(Tongue::AR) {
        let feminine = line.text[line.tokens[token].bytes.clone()].ends_with('ة');
        return Some(if feminine { Gender::Feminine } else { Gender::Masculine });
    }
    gender::of_noun(&line.tokens[token].norm)
}
