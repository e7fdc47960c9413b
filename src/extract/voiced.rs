//! Persons whom their place beside a verb of speech or a title gives away, where tagger and lists are silent:
//! `گلنار امامی‌راد، هیدرولوژیست …`, `سرهنگ خلف سواری گفت`, `رکن اسمبلی شگفتہ بنگش نے کہا`.
//!
//! Only Arabic, Hebrew, Persian and Urdu, which write no capitals. A word can be part of a name when the lists have it
//! as one, or have not got it at all: everyday words they know.

use std::collections::HashSet;

use super::Reason;
use super::document::{Document, Language, Text};
use super::gazetteer::Kind;
use super::names::Name;
use super::quotes::{Role, Roles, Tongue, roles};
use crate::article::{BlockKind, EntityKind};

/// The rule of what is found here.
const RULE: &str = "beside a title or verb";

/// Longest name that is found so, in words.
const LONGEST: usize = 3;

/// Words behind titles that are no names.
const OTHERS: &[&str] = &[
    "پيشين",
    "سابق",
    "اسبق",
    "فعلي",
    "كنوني",
    "جديد",
    "اگاه",
    "محلي",
    "ارشد",
    "عالي",
    "اول",
    "نخستين",
    "مقامي",
    "مقامی",
    "ميرا",
    "میرا",
    "واپس",
    "انتظامي",
    "عتيقه",
    "نمايش",
    "نمایش",
    "كشاورزي",
];

/// A text with the parts that its words play in speech.
struct Read<'t, 'a> {
    text: &'t Text<'a>,
    roles: Vec<Roles>,
    /// Index of the name that covers each token.
    covered: Vec<Option<usize>>,
}

impl Read<'_, '_> {
    fn has(&self, at: usize, role: Role) -> bool {
        self.roles.get(at).is_some_and(|roles| roles.has(role))
    }

    fn free(&self, at: usize) -> bool {
        self.covered.get(at).is_some_and(Option::is_none)
    }

    /// Whether a word can be part of a name: known as one, or in no list.
    fn can_name(&self, at: usize) -> bool {
        let Some(word) = self.text.words.get(at) else { return false };
        let names =
            1 << Kind::Given as u32 | 1 << Kind::Family as u32 | 1 << Kind::Part as u32 | 1 << Kind::Cluster as u32;
        let named = word.name != 0 && !word.is(Kind::Common) && word.kinds & !names == 0;
        word.is_letters()
            && word.norm.chars().count() > 1
            && self.roles.get(at).is_some_and(|roles| roles.is_unknown())
            && (named || word.kinds == 0)
            && !OTHERS.contains(&word.norm.as_str())
            && !(self.text.language == Language::Persian
                && word.norm.starts_with("مي")
                && word.norm.chars().count() > 4)
    }

    /// Whether the lists know a word as a name.
    fn is_listed(&self, at: usize) -> bool {
        self.text.words.get(at).is_some_and(|word| word.name % 10 >= 2 && !word.is(Kind::Common))
    }

    /// How many words from a token on can be a name.
    fn run(&self, at: usize, end: usize) -> usize {
        let run = (at..end.min(at + LONGEST + 1)).take_while(|&at| self.can_name(at) && self.free(at)).count();
        // "غلام حیدر واپس": the third word is mostly none of the name.
        if run == 3 && self.is_listed(at) && self.is_listed(at + 1) && !self.is_listed(at + 2) { 2 } else { run }
    }

    /// Whether the verb stands at the end: then the words that begin a sentence are mostly its subject.
    fn gives_up_verbs(&self) -> bool {
        matches!(self.text.language, Language::Persian | Language::Urdu)
    }

    /// Whether a word is given as a name often enough.
    fn is_given(&self, at: usize) -> bool {
        self.text.words.get(at).is_some_and(|word| {
            let names = word.is(Kind::Given) || word.is(Kind::Part);
            names && word.name % 10 >= 3 && !word.is(Kind::Common) && !OTHERS.contains(&word.norm.as_str())
        })
    }

    fn is_comma(&self, at: usize) -> bool {
        matches!(self.text.norm(at), "،" | ",")
    }

    /// Whether a title or somebody's relation stands at a token.
    fn is_title(&self, at: usize) -> bool {
        let titled = [Role::Title, Role::Source, Role::Spokes].into_iter().any(|role| self.has(at, role));
        titled || self.text.words.get(at).is_some_and(|word| word.is(Kind::Title))
    }

    /// What may follow the name of a subject: a mark, a verb of speech, "in", "with", "also".
    fn closes(&self, at: usize) -> bool {
        self.text.is_mark(at)
            || [Role::Verb, Role::Ergative, Role::Preposition, Role::That, Role::Relative, Role::Time]
                .into_iter()
                .any(|role| self.has(at, role))
    }
}

/// Adds the persons that were not found, and the other half of those found by half.
pub(crate) fn complete(document: &Document, names: &mut Vec<Name>) {
    let mut found = vec![];
    // Places that became part of a body, as indexes of `names`.
    let mut inside: HashSet<usize> = HashSet::new();
    for (index, text) in document.texts.iter().enumerate() {
        let tongue = match text.language {
            Language::Arabic => Tongue::AR,
            Language::Hebrew => Tongue::HE,
            Language::Persian => Tongue::FA,
            Language::Urdu => Tongue::UR,
            _ => continue,
        };
        if !matches!(text.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Blockquote) {
            continue;
        }
        let mut read = Read { text, roles: roles(&text.tokens, tongue), covered: vec![None; text.tokens.len()] };
        // Names stand in the order of their texts.
        let (from, to) =
            (names.partition_point(|name| name.text < index), names.partition_point(|name| name.text <= index));
        for (at, name) in names.iter().enumerate().take(to).skip(from) {
            read.covered[name.start..name.end].fill(Some(at));
        }
        widen(&read, names);
        let more = bodies(&read, index, names, &mut inside);
        for name in &more {
            read.covered[name.start..name.end].fill(Some(usize::MAX));
        }
        found.extend(more);
        for sentence in &text.sentences {
            if let Some(name) = introduced(&read, sentence.clone()).or_else(|| aged(&read, sentence.clone())) {
                found.push(Name::new(index, name, EntityKind::Person, RULE));
            }
        }
    }
    let mut at = 0..;
    names.retain(|_| at.next().is_some_and(|at| !inside.contains(&at)));
    names.extend(found);
    spread(document, names);
    names.sort_by_key(|name| (name.text, name.start, std::cmp::Reverse(name.end)));
}

/// `شورای رقابت`, `עיריית דימונה`: the head of a body and what it is of.
fn bodies(read: &Read<'_, '_>, index: usize, names: &[Name], inside: &mut HashSet<usize>) -> Vec<Name> {
    let mut found = vec![];
    let mut at = 0;
    while at < read.text.tokens.len() {
        let name = body(read, at, names);
        let end = name.as_ref().map_or(at, |name| name.end);
        if let Some(name) = name {
            // A place at the end of the name is part of it.
            inside.extend((at..end).filter_map(|at| read.covered[at]));
            found.push(name);
        }
        at = end.max(at + 1);
    }
    found.iter_mut().for_each(|name| name.text = index);
    found
}

fn body(read: &Read<'_, '_>, at: usize, names: &[Name]) -> Option<Name> {
    let norm = read.text.norm(at);
    let heads = match read.text.language {
        Language::Persian => PERSIAN_HEADS,
        Language::Hebrew => HEBREW_HEADS,
        _ => return None,
    };
    let (cut, bare) = match norm.strip_prefix(['ב', 'ל', 'מ', 'ה', 'ו', 'ש', 'כ']) {
        Some(rest) if !heads.split(' ').any(|head| head == norm) => (1, rest),
        _ => (0, norm),
    };
    if !heads.split(' ').any(|head| head == bare) || !read.free(at) {
        return None;
    }
    // "ראש עיריית תל אביב": the place is what is named.
    if at.checked_sub(1).is_some_and(|before| read.text.norm(before).trim_start_matches(['ו', 'ל', 'ש']) == "ראש")
    {
        return None;
    }
    let place = |at: usize| {
        read.covered[at].is_some_and(|name| names.get(name).is_some_and(|name| name.kind == EntityKind::Place))
    };
    let fits = |item: usize| {
        let Some(word) = read.text.words.get(item) else { return false };
        let others = [
            Role::Verb,
            Role::Preposition,
            Role::That,
            Role::Conj,
            Role::Pronoun,
            Role::Time,
            Role::Relative,
            Role::Title,
        ];
        word.is_letters()
            && (read.free(item) || place(item))
            && !others.into_iter().any(|role| read.has(item, role))
            && !LINKS.contains(&word.norm.as_str())
            && !(read.text.language == Language::Hebrew
                && word.norm.starts_with(['ב', 'ל', 'מ', 'ש', 'כ'])
                && !(place(item) || read.can_name(item) && word.kinds != 0))
    };
    let most = (at + 1..read.text.tokens.len().min(at + 5)).take_while(|&item| fits(item)).count();
    let last_place = (at + 1..at + 1 + most).rev().find(|&item| place(item));
    let length = match (last_place, most) {
        (_, 0) => return None,
        (Some(last), _) => last - at,
        (None, 3) if read.text.is_mark(at + 4) => 3,
        // The words go on with what is no mark nor preposition: only the next one is sure.
        (None, 3..) => 1,
        (None, most) => most,
    };
    let definite = |item: usize| place(item) || read.text.norm(item).starts_with('ה') || read.can_name(item);
    if read.text.language == Language::Hebrew && !definite(at + length) && !definite(at + 1) {
        return None;
    }
    let mut name = Name::new(0, at..at + 1 + length, EntityKind::Org, "head of a body");
    name.cut = cut;
    Some(name)
}

/// Words that end the name of a body.
const LINKS: &[&str] = &[
    "را",
    "اين",
    "ان",
    "يك",
    "است",
    "شد",
    "كرد",
    "گوشي",
    "הקואליציה",
    "האופוזיציה",
    "הכנסת",
    "מסר",
    "מסרה",
    "אמר",
    "אמרה",
    "כי",
    "לא",
    "את",
];

const PERSIAN_HEADS: &str = "شوراي وزارت سازمان شركت انجمن كميسيون كميته دانشگاه بانك پژوهشگاه پژوهشكده خبرگزاري اتحاديه فدراسيون باشگاه كانون موسسه مؤسسه بنياد اداره مركز دادگاه دادسراي شهرداري استانداري فرمانداري بيمارستان موزه ستاد يگان سنديكاي صندوق فراكسيون معاونت سفارت حزب جبهه دبيرخانه آكادمي اكادمي";
const HEBREW_HEADS: &str = "עיריית מועצת ועדת איגוד רשות מכון מוזיאון פרקליטות אגף הסתדרות מפלגת תנועת עמותת חברת התאחדות אוניברסיטת מכללת משטרת לשכת קרן בנק ארגון מרכז ערוץ פורום הנהלת בית-הדין בית-המשפט משרד";

/// Further mentions by the family name alone: `امامی‌راد معتقد است`.
fn spread(document: &Document, names: &mut Vec<Name>) {
    let by_place = |name: &&Name| name.kind == EntityKind::Person && name.reason.rule == RULE;
    let family = |name: &Name| document.texts[name.text].norm(name.end - 1).to_owned();
    let families: HashSet<String> =
        names.iter().filter(by_place).map(family).filter(|word| word.chars().count() >= 4).collect();
    if families.is_empty() {
        return;
    }
    let covered: HashSet<(usize, usize)> =
        names.iter().flat_map(|name| (name.start..name.end).map(|at| (name.text, at))).collect();
    for (index, text) in document.texts.iter().enumerate() {
        for at in
            (0..text.tokens.len()).filter(|&at| families.contains(text.norm(at)) && !covered.contains(&(index, at)))
        {
            names.push(Name::new(index, at..at + 1, EntityKind::Person, RULE));
        }
    }
}

/// A person of one word gets the given name before it, at the beginning of a sentence or behind a title or comma.
fn widen(read: &Read<'_, '_>, names: &mut [Name]) {
    let halves = (0..read.text.tokens.len()).filter_map(|at| read.covered[at].map(|name| (at, name)));
    for (at, index) in halves.collect::<Vec<_>>() {
        let name = &names[index];
        if name.kind != EntityKind::Person || name.end - name.start != 1 || name.start != at || name.cut != 0 || at == 0
        {
            continue;
        }
        let sentence = read.text.sentence_of(at);
        let before = at - 1;
        let opens = before == sentence.start
            || before > sentence.start && (read.is_title(before - 1) || read.is_comma(before - 1));
        // "إيطو بنعدي، وهي أم لستة": no verb before its subject.
        let first = before == sentence.start
            && read.is_comma(at + 1)
            && !read.text.norm(before).starts_with(['و', 'ف', 'ي', 'ت', 'س', 'ו', 'ב', 'ל', 'מ', 'כ', 'ש']);
        let fits = read.can_name(before) && (read.gives_up_verbs() || read.is_listed(before) || first);
        if before >= sentence.start && opens && fits && read.free(before) {
            names[index].start = before;
            names[index].reason = Reason::rule(RULE);
        }
    }
}

/// A number of up to three digits, of any of the three sets of digits.
fn number(norm: &str) -> Option<u32> {
    let digit = |c: char| match c {
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        _ => c.to_digit(10),
    };
    let known = (1..=3).contains(&norm.chars().count());
    known.then(|| norm.chars().try_fold(0, |sum, c| Some(sum * 10 + digit(c)?))).flatten()
}

/// `تقول أمل (32 عاما)`, `רות כהן (45)`: a name before an age in brackets.
fn aged(read: &Read<'_, '_>, sentence: std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    const YEARS: &[&str] = &["عاما", "عام", "سنه", "سنوات", "ساله", "سال"];
    sentence.clone().take(80).find_map(|open| {
        let age = number(read.text.norm(open + 1)).is_some_and(|age| (3..=110).contains(&age));
        let closed = read.text.norm(open + 2) == ")" && read.text.language == Language::Hebrew;
        if read.text.norm(open) != "(" || !age || !(closed || YEARS.contains(&read.text.norm(open + 2))) {
            return None;
        }
        let run =
            (sentence.start..open).rev().take(LONGEST).take_while(|&at| read.can_name(at) && read.free(at)).count();
        let start = open - run;
        let spoken = run == 1 && start > sentence.start && read.has(start - 1, Role::Verb);
        (run > 1 || spoken).then_some(start..open)
    })
}

/// The name of a sentence's subject that nothing has found.
fn introduced(read: &Read<'_, '_>, sentence: std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let speaks = sentence.clone().take(80).any(|at| read.has(at, Role::Verb) || read.has(at, Role::Participle));
    // "X Y، عضو …": a name, a comma, a title.
    let start = sentence.start;
    let run = read.run(start, sentence.end);
    let behind = start + run;
    let apposed = read.is_comma(behind) && (read.is_title(behind + 1) || read.is_title(behind + 2));
    if (2..=LONGEST).contains(&run)
        && (apposed || speaks && read.gives_up_verbs() && read.closes(behind) && read.is_given(start))
    {
        return Some(start..behind);
    }
    // "سرهنگ X Y گفت": a title, a name, what closes its phrase.
    sentence.clone().take(80).find_map(|title| {
        if !read.is_title(title) || !read.free(title) {
            return None;
        }
        let from = title + usize::from(read.roles[title].length.max(1));
        let from = from + usize::from(read.is_comma(from));
        let run = read.run(from, sentence.end);
        let name = from..from + run;
        let known = read.is_given(from);
        ((2..=LONGEST).contains(&run) && known && read.closes(from + run)).then_some(name)
    })
}
