//! Persons that the lists and titles give away where the tagger is silent, or where there is none.

use super::document::{Document, Language, Text};
use super::features::Word;
use super::gazetteer::Kind;
use super::names::{Name, Taken};
use crate::article::EntityKind;

/// Words inside names that no list of names has.
const PARTICLES: &[&str] = &[
    "بن", "ابن", "ال", "ابو", "ابي", "عبد", "de", "van", "von", "der", "la", "le", "al", "el", "bin", "ben", "בן",
    "דה", "فون", "دي", "دا", "فان",
];

/// How well a word is known as part of a name: 0 not at all, up to 9.
fn weight(word: &Word) -> u8 {
    if word.is(Kind::Common) { 0 } else { word.name % 10 }
}

fn is_plain_name(text: &Text, at: usize) -> bool {
    let Some(word) = text.words.get(at) else { return false };
    let others = 1 << Kind::Title as u32
        | 1 << Kind::Nisba as u32
        | 1 << Kind::OrgHead as u32
        | 1 << Kind::Speech as u32
        | 1 << Kind::Month as u32
        | 1 << Kind::Weekday as u32
        | 1 << Kind::EventHead as u32
        | 1 << Kind::PlaceHead as u32;
    !text.is_mark(at) && weight(word) > 0 && word.kinds & others == 0
}

/// Whether a Hebrew word right behind a title is a given name and an everyday word: `פרופ' דן הרשקוביץ`.
fn is_common_name(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let others = !(1 << Kind::Common as u32
        | 1 << Kind::Given as u32
        | 1 << Kind::Family as u32
        | 1 << Kind::Part as u32
        | 1 << Kind::Cluster as u32);
    text.language == Language::Hebrew && word.name % 10 >= 3 && word.kinds & others == 0 && is_exact(text, at)
}

/// Whether a word is a name token as it stands, with nothing cut off.
fn is_exact(text: &Text, at: usize) -> bool {
    (*super::gazetteer::BUILT_IN).is_some_and(|gazetteer| {
        gazetteer.word(text.norm(at)).any(|entry| matches!(entry.kind, Kind::Given | Kind::Family | Kind::Part))
    })
}

/// Finds persons: after a title, by full name, by a run of name tokens.
pub(crate) fn find(document: &Document, taken: &mut Taken) {
    for (index, text) in document.texts.iter().enumerate() {
        let mut at = 0;
        while at < text.tokens.len() {
            let end = if taken.is_covered(index, at..at + 1) {
                None
            } else {
                full_name(text, at)
                    .or_else(|| after_title(text, at))
                    .or_else(|| introduced(text, at))
                    .or_else(|| run(text, at))
                    .or_else(|| between_marks(text, at))
            };
            let Some((end, cut, rule)) = end else {
                at += 1;
                continue;
            };
            let mut name = Name::new(index, at..end, EntityKind::Person, rule);
            name.cut = cut;
            taken.add(name);
            at = end;
        }
    }
}

/// Takes in the given name before a person and the family name after it where the tagger saw only
/// half of the name.
pub(crate) fn complete(document: &Document, taken: &mut Taken) {
    let names: Vec<(usize, usize)> = taken
        .names
        .iter()
        .enumerate()
        .filter(|(_, n)| n.kind == EntityKind::Person)
        .map(|(i, n)| (i, n.text))
        .collect();
    for (index, in_text) in names {
        let text = &document.texts[in_text];
        let sentence = text.sentence_of(taken.names[index].start);
        let fits = |at: usize, least: u8| {
            let word = &text.words[at];
            let case = word.shape < 16 || word.is_capital();
            case && is_plain_name(text, at) && is_exact(text, at) && weight(word) >= least && word.spans[0] == 0
        };
        let (start, end) = (taken.names[index].start, taken.names[index].end);
        // "رمضان أبو" | "جناح": a name does not end with a particle.
        let open = text.words[end - 1].shape < 16 && PARTICLES.contains(&text.norm(end - 1)) && end - start > 1;
        if open && end < sentence.end && text.words[end].is_letters() && !taken.is_covered(in_text, end..end + 1) {
            taken.widen(index, start, end + 1);
            continue;
        }
        if start > sentence.start
            && end - start < 3
            && taken.names[index].cut == 0
            && !taken.is_covered(in_text, start - 1..start)
            && fits(start - 1, 4)
            && text.words[start - 1].name / 10 != 2
        {
            taken.widen(index, start - 1, end);
        } else if end < sentence.end
            && end - start == 1
            && !taken.is_covered(in_text, end..end + 1)
            && fits(end, 5)
            && text.words[end].name / 10 != 1
        {
            taken.widen(index, start, end + 1);
        }
    }
}

type Found = (usize, usize, &'static str);

fn cut(text: &Text, at: usize) -> usize {
    let word = &text.words[at];
    let Some(gazetteer) = *super::gazetteer::BUILT_IN else { return 0 };
    let named =
        |norm: &str| gazetteer.word(norm).any(|entry| matches!(entry.kind, Kind::Given | Kind::Family | Kind::Part));
    word.readings.iter().find(|reading| named(&reading.norm)).map_or(0, |reading| reading.cut)
}

/// A known full name of two words or more, none of them an everyday word alone.
fn full_name(text: &Text, at: usize) -> Option<Found> {
    let span = text.words.get(at)?.spans[1];
    if span != 2 {
        return None;
    }
    let end = (at + 1..text.words.len()).find(|&at| text.words[at].spans[1] != 3).unwrap_or(text.words.len());
    let known = (at..end).filter(|&at| is_plain_name(text, at)).count();
    (known * 2 > end - at && known >= 2).then(|| (end, cut(text, at), "full name of the list"))
}

/// Name tokens that follow a title, with adjectives, a portfolio or a comma between.
fn after_title(text: &Text, at: usize) -> Option<Found> {
    let word = text.words.get(at)?;
    if !word.is_letters() || !titled(text, at) {
        return None;
    }
    let mut end = at;
    let capitals = matches!(text.language, Language::Russian | Language::French | Language::English);
    while end < at + 4 && end < text.words.len() {
        let word = &text.words[end];
        let fits = if capitals {
            word.is_capital() && !word.is(Kind::Nisba) && word.spans[0] != 1
        } else {
            is_plain_name(text, end) && (end == at || is_exact(text, end))
                || end == at && is_common_name(text, at)
                || PARTICLES.contains(&word.norm.as_str()) && end > at
                || end == at + 1 && is_unknown(text, end)
        };
        if !fits || text.is_mark(end) {
            break;
        }
        end += 1;
    }
    while end > at && PARTICLES.contains(&text.norm(end - 1)) {
        end -= 1;
    }
    let strong = (at..end).map(|at| weight(&text.words[at])).max().unwrap_or(0);
    let enough = if capitals {
        end > at
    } else {
        end > at + 1 && strong >= 2 || end == at + 1 && strong >= 4 && text.language != Language::Arabic
    };
    enough.then_some((end, 0, "after a title"))
}

/// Words that end the phrase of a title and a name.
const CLOSING: &[&str] = &[
    "في",
    "ان",
    "انه",
    "انها",
    "خلال",
    "من",
    "الي",
    "علي",
    "عن",
    "مع",
    "بعد",
    "قبل",
    "اليوم",
    "امس",
    "الذي",
    "التي",
    "عند",
    "لدي",
    "حول",
    "بان",
    "بانه",
    "بانها",
    "قائلا",
    "قائله",
    "ل",
    "ب",
];

/// `وزير الصحة رمضان أبو جناح في تصريح`: all the words between a title and the end of its phrase, when
/// one of them at least is part of names.
fn introduced(text: &Text, at: usize) -> Option<Found> {
    if text.language != Language::Arabic || text.norm(at).starts_with("ال") || !titled(text, at) {
        return None;
    }
    let others = 1 << Kind::Title as u32
        | 1 << Kind::Nisba as u32
        | 1 << Kind::OrgHead as u32
        | 1 << Kind::Speech as u32
        | 1 << Kind::PlaceHead as u32
        | 1 << Kind::EventHead as u32
        | 1 << Kind::Weekday as u32
        | 1 << Kind::Portfolio as u32;
    let closed = |at: usize| text.is_mark(at) || CLOSING.contains(&text.norm(at)) || text.words[at].is(Kind::Speech);
    let mut end = at;
    while end < at + 4 && end < text.words.len() && !closed(end) {
        let word = &text.words[end];
        let known = word.name != 0 || PARTICLES.contains(&word.norm.as_str());
        let other = word.kinds & others != 0 || (word.spans[0] != 0 || word.spans[2] != 0) && !known;
        if !word.is_letters() || other || word.norm.starts_with("لل") {
            return None;
        }
        end += 1;
    }
    let named = (at..end).any(|at| text.words[at].name % 10 >= 2 || PARTICLES.contains(&text.norm(at)));
    (end >= at + 2 && named && closed(end) && !PARTICLES.contains(&text.norm(end - 1))).then_some((
        end,
        0,
        "between a title and the end of its phrase",
    ))
}

/// `נעה פרידמן, תושבת חיפה`, `סיפרה נעה פרידמן.`: two words between marks, verbs of saying or titles, one
/// of them part of names and the other in no list.
fn between_marks(text: &Text, at: usize) -> Option<Found> {
    let (first, second) = (text.words.get(at)?, text.words.get(at + 1)?);
    if text.language != Language::Hebrew || !first.is_letters() || !second.is_letters() {
        return None;
    }
    let sentence = text.sentence_of(at);
    let edge = |at: usize| {
        text.is_mark(at) && text.norm(at) != "-"
            || text.words.get(at).is_some_and(|word| word.is(Kind::Speech) || word.is(Kind::Title))
    };
    let opens = at == sentence.start || edge(at - 1);
    let closes = at + 2 >= sentence.end || edge(at + 2) || is_from(text, at + 2);
    let known = |at: usize| is_plain_name(text, at) && is_exact(text, at) && weight(&text.words[at]) >= 3;
    let unknown = |word: &Word| word.kinds == 0 && word.norm.chars().count() > 1 && !word.norm.starts_with('ה');
    let from = at;
    // Between two marks one of them may be an everyday word too: ", עידו גל,".
    let marks = at > sentence.start && text.is_mark(at - 1) && text.is_mark(at + 2);
    let plain = |at: usize| is_plain_name(text, at) || marks && is_plain_name(text, 2 * from + 1 - at);
    let listed = |at: usize| plain(at) && text.words[at].name != 0 && is_exact(text, at);
    let fits = known(at) && unknown(second) || unknown(first) && known(at + 1) || listed(at) && listed(at + 1);
    (opens && closes && fits && second.spans[0] == 0).then_some((at + 2, 0, "a name between marks"))
}

/// A family name of two with a hyphen, one of which is known.
fn is_double(text: &Text, at: usize) -> bool {
    let Some(gazetteer) = *super::gazetteer::BUILT_IN else { return false };
    let name =
        |part: &str| gazetteer.word(part).any(|entry| matches!(entry.kind, Kind::Given | Kind::Family | Kind::Part));
    text.norm(at).contains('-') && text.norm(at).split('-').any(name)
}

/// `דן הרשקוביץ מאוניברסיטת …`: where somebody is from begins with a preposition.
fn is_from(text: &Text, at: usize) -> bool {
    let place =
        1 << Kind::OrgHead as u32 | 1 << Kind::Org as u32 | 1 << Kind::Territory as u32 | 1 << Kind::Capital as u32;
    let fits = |word: &Word| word.norm.starts_with(['מ', 'ב']) && word.kinds & place != 0;
    text.language == Language::Hebrew && text.words.get(at).is_some_and(fits)
}

/// A word that no list has, before a mark: the family name of somebody introduced by title and given
/// name, in languages without a tagger.
fn is_unknown(text: &Text, at: usize) -> bool {
    let Some(word) = text.words.get(at) else { return false };
    let quiet = matches!(text.language, Language::Hebrew | Language::Persian | Language::Urdu);
    let closed = text.is_mark(at + 1)
        || text.words.get(at + 1).is_some_and(|next| next.is(Kind::Speech))
        || is_from(text, at + 1);
    quiet && word.is_letters() && word.norm.chars().count() > 2 && (word.kinds == 0 && closed || is_double(text, at))
}

/// Whether a title stands before a token, with what belongs to it.
fn titled(text: &Text, at: usize) -> bool {
    let sentence = text.sentence_of(at);
    let mut before = at;
    for _ in 0..6 {
        if before == sentence.start {
            return false;
        }
        before -= 1;
        let word = &text.words[before];
        if word.is(Kind::Title) {
            return true;
        }
        // "مديرتها في الشرق الأوسط": in Arabic a place only with its preposition.
        let arabic = text.language == Language::Arabic;
        let inside = |at: usize| at > sentence.start && (text.words[at].spans[0] == 3 || text.norm(at - 1) == "في");
        let place = word.spans[0] != 0 && (!arabic || inside(before))
            || arabic && text.norm(before) == "في" && text.words[before + 1].spans[0] != 0;
        let body = arabic
            && before > sentence.start
            && word.is(Kind::OrgHead)
            && word.norm.starts_with("ال")
            && text.words[before - 1].is(Kind::Title);
        let between = place
            || body
            || word.is(Kind::Nisba)
            || word.is(Kind::Portfolio)
            || matches!(
                text.norm(before),
                "،" | "," | "'" | "خارجه" | "امور" | "החוץ" | "הביטחון" | "הממשלה" | "האוצר"
            );
        if !between {
            return false;
        }
    }
    false
}

/// A given name with family names after it.
fn run(text: &Text, at: usize) -> Option<Found> {
    let sentence = text.sentence_of(at);
    let word = text.words.get(at)?;
    if !is_plain_name(text, at) {
        return None;
    }
    let mut end = at + 1;
    while end < sentence.end
        && end < at + 4
        && (is_plain_name(text, end) && is_exact(text, end)
            || PARTICLES.contains(&text.norm(end))
            || is_unknown(text, end) && weight(word) >= 4 && is_exact(text, at))
    {
        end += 1;
    }
    while end > at && PARTICLES.contains(&text.norm(end - 1)) {
        end -= 1;
    }
    if end < at + 2 {
        return None;
    }
    let weights: Vec<u8> = (at..end).map(|at| weight(&text.words[at])).collect();
    let given = word.name / 10 != 2;
    let place = (at..end).all(|at| text.words[at].spans[0] != 0);
    let sum: u8 = weights.iter().sum();
    let enough = match text.language {
        Language::Arabic => given && weights[0] >= 5 && sum >= 10,
        Language::Persian | Language::Urdu | Language::Hebrew => {
            given && is_exact(text, at) && (weights[0] >= 3 && sum >= 7 || weights[0] >= 4 && is_unknown(text, end - 1))
        }
        _ => given && (at..end).all(|at| text.words[at].is_capital()) && weights[0] >= 4,
    };
    (enough && !place).then(|| (end, cut(text, at), "given and family name"))
}
