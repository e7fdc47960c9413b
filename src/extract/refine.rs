//! What the tagger marks as whole tokens becomes a span of the product's policy: clitics, marks,
//! titles and nisba adjectives stand outside.

use super::Taggers;
use super::clitics::Case;
use super::document::{Document, Language, Text};
use super::features::Word;
use super::gazetteer::{Gazetteer, Kind};
use super::lexicon;
use super::names::{Name, known_cut};
use crate::article::EntityKind;

/// Words before the name of a place that only say what it is.
const PLACE_WORDS: &[&str] = &[
    "مدينه",
    "محافظه",
    "اقليم",
    "ولايه",
    "بلده",
    "قريه",
    "العاصمه",
    "عاصمه",
    "منطقه",
    "حي",
    "بمحافظه",
    "بمدينه",
    "بولايه",
    "ببلده",
    "город",
    "городе",
    "города",
    "г",
    "ville",
    "city",
    "شهر",
    "شهرستان",
];

/// Whether the first word of an organisation only says what it is and stands outside: "newspaper",
/// "channel" always, "company", "club", "team" before a name that is not definite.
pub(crate) fn is_outer_head(text: &Text, start: usize, end: usize) -> bool {
    let Some(word) = text.words.get(start).filter(|_| end > start + 1) else { return false };
    let head = |heads: &[&str]| word.readings.iter().any(|reading| heads.contains(&reading.norm.as_str()));
    let definite = text.norm(start + 1).starts_with("ال");
    text.language == Language::Arabic
        && (head(&["صحيفه", "قناه", "مجله", "جريده", "تنظيم"]) || head(&["شركه", "فريق", "نادي"]) && !definite)
}

/// Buildings and grounds: places, whatever the tagger thinks.
pub(crate) const FACILITIES: &[&str] = &[
    "ستاد",
    "استاد",
    "ملعب",
    "مطار",
    "معبر",
    "ميناء",
    "سجن",
    "مخيم",
    "جسر",
    "قصر",
    "برج",
    "نفق",
    "مستشفي",
    "مسجد",
    "متحف",
    "ساحه",
    "ميدان",
];

/// A tagged name as the product wants it; `None` when nothing is left.
pub(crate) fn refine(document: &Document, gazetteer: &Gazetteer, taggers: Taggers, mut name: Name) -> Option<Name> {
    let text = &document.texts[name.text];
    trim_marks(text, &mut name);
    if name.start >= name.end {
        return None;
    }
    if let Some(kind) = latin_kind(text, &name) {
        name.kind = kind;
    }
    match name.kind {
        EntityKind::Person => trim_person(text, &mut name),
        EntityKind::Place => trim_place(text, gazetteer, &mut name),
        EntityKind::Org if is_outer_head(text, name.start, name.end) => name.start += 1,
        EntityKind::Org if is_mayor(text, &name) => {
            let places = (name.start + 1..name.end).take_while(|&at| text.words[at].spans[0] != 0).count();
            (name.start, name.kind) = (name.start + 1, EntityKind::Place);
            name.end = name.start + places;
        }
        EntityKind::Org if is_bare_state(text, &name) => name.end = name.start + 1,
        EntityKind::Org if text.language == Language::English => trim_lower(text, &mut name),
        EntityKind::Org if FACILITIES.contains(&text.norm(name.start)) => name.kind = EntityKind::Place,
        _ => {}
    }
    trim_marks(text, &mut name);
    if name.start >= name.end
        || stretched(text, &name)
        || is_adverb(text, &name)
        || describes(text, &name)
        || only_adjective(text, &name)
        || weak(text, &name)
    {
        return None;
    }
    name.cut = match taggers(text.language.tag()).and_then(|tagger| tagger.clitics()) {
        Some(clitics) => {
            let kind = usize::from(name.kind == EntityKind::Org) + 2 * usize::from(name.kind == EntityKind::Place);
            let sentence = text.sentence_of(name.start);
            let (words, first) = (&text.words[sentence.clone()], sentence.start);
            let (start, end) = (name.start - first, name.end - first);
            clitics.cut(&Case { words, start, end, kind, counts: &document.counts }, gazetteer)
        }
        None => cut(document, gazetteer, text, &name),
    };
    Some(name)
}

/// `الحكومة` + `تعلن الطوارئ`: a body of the state whose name only a definite adjective lengthens.
fn is_bare_state(text: &Text, name: &Name) -> bool {
    let bare = matches!(
        text.norm(name.start).trim_start_matches('و'),
        "الحكومه" | "البرلمان" | "الجيش" | "الشرطه" | "الرئاسه"
    );
    bare && name.end - name.start > 1 && !text.norm(name.start + 1).starts_with("ال")
}

/// `Ver.di` + `union`: an English name of a body ends with a capital or a figure.
fn trim_lower(text: &Text, name: &mut Name) {
    let lower = |at: usize| text.words[at].shape >= 16 && !text.words[at].is_capital();
    while name.end - name.start > 1 && lower(name.end - 1) && !lower(name.start) && !text.is_mark(name.end - 2) {
        name.end -= 1;
    }
}

/// `مبيناً`, `شيكاً`: a word under tanwin says how, and names nobody.
fn is_adverb(text: &Text, name: &Name) -> bool {
    let word = &text.text[text.tokens[name.start].bytes.clone()];
    name.end - name.start == 1 && text.language == Language::Arabic && (word.ends_with("اً") || word.ends_with("ًا"))
}

/// `ראש עיריית תל אביב`, `ראש ממשלת קנדה`: a title and the place that somebody is at the head of.
fn is_mayor(text: &Text, name: &Name) -> bool {
    let headed = name.start.checked_sub(1).is_some_and(|before| text.norm(before).ends_with("ראש"));
    headed
        && matches!(text.norm(name.start), "עיריית" | "ממשלת")
        && name.end - name.start > 1
        && text.words[name.start + 1].spans[0] != 0
}

/// `مدیریت بحران استان`, `وزیران تجارت ایران`: what ends with a bare word for a part of the land, or is hardly an
/// organisation and ends with a country, describes and names none.
fn describes(text: &Text, name: &Name) -> bool {
    let inside = &text.words[name.start..name.end];
    let doubtful = name.reason.probability < Some(0.6) && !inside[0].is(Kind::OrgHead);
    text.language == Language::Persian
        && name.kind == EntityKind::Org
        && inside.len() > 1
        && (matches!(text.norm(name.end - 1), "استان" | "شهرستان")
            || doubtful && inside[inside.len() - 1].spans[0] == 1)
}

/// `מחירי השכירות בתל אביב`: an organisation that is none of the lists', begins with no head of one, and
/// ends with where something is.
fn stretched(text: &Text, name: &Name) -> bool {
    let inside = &text.words[name.start..name.end];
    let place = |word: &Word| word.spans[0] != 0 && word.norm.starts_with('ב') && word.readings.len() > 1;
    text.language == Language::Hebrew
        && name.kind == EntityKind::Org
        && !inside[0].is(Kind::OrgHead)
        && inside.iter().all(|word| word.spans[2] == 0)
        && inside[1..].iter().any(place)
}

/// Last words of English names of places that people built or that lie there.
const ENGLISH_PLACES: &[&str] = &[
    "hotel",
    "airport",
    "stadium",
    "square",
    "street",
    "avenue",
    "bridge",
    "park",
    "palace",
    "arena",
    "lake",
    "river",
    "island",
    "islands",
    "mosque",
    "cathedral",
    "station",
    "prison",
    "road",
    "mountain",
    "mountains",
    "desert",
    "strait",
];

/// What an English name is by its words and company, whatever the tagger thinks: `Acacia Premier Hotel`
/// is a place; `Tunde Bello, a Nigerian hydrologist`, `said Tunde Bello` name a person.
fn latin_kind(text: &Text, name: &Name) -> Option<EntityKind> {
    if text.language != Language::English || name.end - name.start < 2 || name.kind == EntityKind::Person {
        return None;
    }
    let inside = &text.words[name.start..name.end];
    if ENGLISH_PLACES.contains(&text.norm(name.end - 1)) {
        return Some(EntityKind::Place);
    }
    let plain = inside.iter().all(|word| word.shape == 26 && !word.is(Kind::OrgHead) && word.spans[2] == 0);
    if !plain || name.end - name.start > 3 || text.norm(name.start) == "the" || name.kind == EntityKind::Place {
        return None;
    }
    let title = |at: usize| text.words.get(at).is_some_and(|word| word.is(Kind::Title));
    let apposition = text.norm(name.end) == ","
        && matches!(text.norm(name.end + 1), "a" | "an" | "the" | "his" | "her" | "who")
        && (name.end + 2..name.end + 6).take_while(|&at| !text.is_mark(at)).any(title);
    let role = text.norm(name.end) == "," && text.norm(name.end + 1) == "who";
    let given = inside[0].name % 10 >= 2 && inside[0].name / 10 != 2;
    let speech = |at: Option<usize>| at.and_then(|at| text.words.get(at)).is_some_and(|word| word.is(Kind::Speech));
    let speaks = given && (speech(name.start.checked_sub(1)) || speech(Some(name.end)));
    (apposition || role || speaks).then_some(EntityKind::Person)
}

fn trim_marks(text: &Text, name: &mut Name) {
    while name.start < name.end && text.is_mark(name.start) {
        name.start += 1;
    }
    while name.end > name.start && text.is_mark(name.end - 1) {
        name.end -= 1;
    }
    // A pair of marks that opens inside and closes just outside: the whole pair stays in.
    if let Some(open) = (name.start..name.end).find(|&at| matches!(text.norm(at), "(" | "«"))
        && !(open..name.end).any(|at| matches!(text.norm(at), ")" | "»"))
    {
        name.end = open;
    }
    if let Some(close) = (name.start..name.end).find(|&at| matches!(text.norm(at), ")" | "»"))
        && !(name.start..close).any(|at| matches!(text.norm(at), "(" | "«"))
    {
        name.start = close + 1;
    }
}

/// `M.` + `Castagnède`, `And` + `McFadgen`: how one is addressed, and what opens a sentence.
fn is_address(text: &Text, at: usize) -> bool {
    match text.language {
        Language::French => matches!(text.norm(at), "m" | "mm" | "mme" | "mmes" | "mlle" | "me" | "."),
        Language::English => matches!(text.norm(at), "mr" | "mrs" | "ms" | "and" | "but"),
        _ => false,
    }
}

fn trim_person(text: &Text, name: &mut Name) {
    while name.end - name.start > 1 && text.words[name.start].is(Kind::Title) {
        // "أمين الناصر": what is a title and a given name is a name when only one word is left.
        let word = &text.words[name.start];
        if name.end - name.start == 2 && word.name % 10 >= 3 && !word.norm.starts_with("ال") && word.name / 10 != 2 {
            break;
        }
        name.start += 1;
    }
    // "… الروسي سيرغي لافروف": an adjective is the title's, not the name's.
    while name.end - name.start > 1 && text.words[name.start].is(Kind::Nisba) && text.norm(name.start).starts_with("ال")
    {
        name.start += 1;
    }
    // "أحمد باحميد المانحين": what is asked of whom stands behind the name.
    let plural =
        |at: usize| text.norm(at).starts_with("ال") && text.norm(at).ends_with("ين") && text.words[at].name == 0;
    while name.end - name.start > 2 && text.language == Language::Arabic && plural(name.end - 1) {
        name.end -= 1;
    }
    while name.end - name.start > 1 && is_address(text, name.start) {
        name.start += 1;
    }
    if text.language == Language::English && name.end - name.start > 1 && text.norm(name.end - 1) == "'s" {
        name.end -= 1;
    }
}

fn trim_place(text: &Text, gazetteer: &Gazetteer, name: &mut Name) {
    let norms = |from: usize, to: usize| (from..to).map(|at| text.norm(at)).collect::<Vec<_>>();
    let listed = |from: usize, to: usize| {
        gazetteer.get(Gazetteer::key(norms(from, to))).any(|entry| matches!(entry.kind, Kind::Territory | Kind::City))
    };
    while name.end - name.start > 1 && PLACE_WORDS.contains(&text.norm(name.start)) && !listed(name.start, name.end) {
        name.start += 1;
    }
    let last = name.end - 1;
    // "الجبيل الصناعية", but "القدس الشرقية".
    let compass = matches!(text.norm(last), "الشرقيه" | "الغربيه" | "الشماليه" | "الجنوبيه" | "الكبري" | "الوسطي");
    let adjective = text.norm(last).starts_with("ال") && text.norm(last).ends_with("يه") && !compass;
    if last > name.start
        && (text.words[last].is(Kind::Nisba) || adjective)
        && listed(name.start, last)
        && !listed(name.start, name.end)
    {
        name.end = last;
    }
}

/// A nisba adjective alone is no entity.
fn only_adjective(text: &Text, name: &Name) -> bool {
    let word = &text.words[name.start];
    name.end - name.start == 1 && word.is(Kind::Nisba) && !word.is(Kind::Territory) && word.shape < 16
}

/// A single word that no list knows, of which the tagger itself is not sure.
fn weak(text: &Text, name: &Name) -> bool {
    let sure = name.reason.probability.unwrap_or(1.0);
    let word = &text.words[name.start];
    // What everybody calls an agreement is also a club.
    if name.end - name.start == 1 && matches!(word.norm.as_str(), "الاتفاق" | "والاتفاق") && name.kind == EntityKind::Org
    {
        return true;
    }
    // "طرح موسوم به «نجات هورالعظیم»": what stands between marks is a term before it is a body.
    let marked = name.start > 0 && text.is_quote_mark(name.start - 1) && text.is_quote_mark(name.end);
    if marked && text.language == Language::Persian && name.kind == EntityKind::Org && sure < lexicon::SURE {
        return true;
    }
    let short = name.end - name.start == 1 && word.norm.chars().count() < 3 && word.shape < 16;
    short || sure < 0.35 && name.end - name.start == 1 && word.is(Kind::Common)
}

fn cut(document: &Document, gazetteer: &Gazetteer, text: &Text, name: &Name) -> usize {
    let word = &text.words[name.start];
    if !matches!(text.language, Language::Arabic | Language::Hebrew) || word.readings.len() < 2 {
        return 0;
    }
    if let Some(cut) = known_cut(document, gazetteer, word) {
        return cut;
    }
    // Of unknown words: what stands before the article is no part of the name.
    let norm = &word.norm;
    if norm.starts_with("وال")
        || norm.starts_with("بال")
        || norm.starts_with("فال")
        || norm.starts_with("كال")
        || norm.starts_with("ولل")
    {
        return 1;
    }
    let joined = name.start > 0 && norm.starts_with('و') && norm.chars().count() > 4;
    let listed = joined
        && (text.norm(name.start - 1) == "،"
            || text.words[name.start - 1].name != 0
            || text.words[name.start - 1].spans[0] != 0);
    usize::from(listed)
}
