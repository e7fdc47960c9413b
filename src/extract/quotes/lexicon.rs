//! Which part a word can play in reporting speech.
//!
//! Built from the tables, language by language, when it is first asked for: one or two milliseconds.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::super::words::{Token, TokenKind, nz};
use super::inflect;
use super::light;
use super::tables::TABLES;
use super::tongue::TONGUES;
pub(crate) use super::tongue::Tongue;

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident),+ $(,)?) => {
        /// A part in reporting speech.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Role { $($(#[$doc])* $role),+ }
    };
}

roles! {
    /// A finite verb of speech: قال, said.
    Verb,
    /// One that leans on the subject of the sentence: قائلا, adding.
    Participle,
    /// A noun of speech: قوله, بالقول.
    Saying,
    /// Passes on what another says: نقل … عن.
    Relay,
    /// The speaker stands behind it: بحسب, according to.
    According,
    /// The speaker is the one before: على حد تعبيره, לדבריו.
    Himself,
    /// A verb whose next name may be the one spoken to or about: اتهم, told.
    Object,
    /// With these words.
    Thus,
    /// Introduces what is said: أن, that.
    That,
    /// A name behind it is no subject.
    Preposition,
    /// One that may stand inside the phrase of a subject: an official *in* the ministry.
    Inside,
    /// By the mouth of.
    Tongue,
    /// The mark of the subject in Urdu.
    Ergative,
    /// Head of a phrase that names a person.
    Title,
    /// A spokesperson: speaks for the organisation.
    Spokes,
    /// Somebody who is not named.
    Source,
    /// A person by relation to the one named next.
    Of,
    /// A statement speaks for the organisation that made it.
    Statement,
    /// Two or more at once.
    Plural,
    /// A pronoun.
    Pronoun,
    /// When, and small words: no part of the subject.
    Time,
    /// Where words are said: in a statement, in an interview.
    Occasion,
    /// A name in marks stands behind it: film, campaign.
    TermHead,
    /// A term in marks stands behind it: so-called.
    TermIntro,
    /// Who, which.
    Relative,
    /// And, or.
    Conj,
    /// A verb of speech that goes on: added, continued. Without a subject it is whoever spoke last.
    Onward,
    /// But, while: another clause begins, with a subject of its own.
    Break,
    /// Gives somebody's word for something: called, described. A few words in marks are theirs.
    Calls,
    /// Tells what a document says: جاء في البيان, נכתב בהודעה.
    Document,
    /// A verb of speech only where a colon or what is said stands beside it: smiled, settled for.
    Faint,
    /// Asks: what is answered behind it is somebody else's.
    Asks,
    /// Answers.
    Answers,
    /// Says that somebody is the one before: the same, عينه, אותו, همان.
    Same,
}

/// The parts that a word, or the words from it on, can play.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Roles {
    bits: u64,
    /// How many tokens it takes, at least one.
    pub(crate) length: u8,
    /// Whether a conjunction was written onto the front of it.
    pub(crate) and: bool,
}

impl Roles {
    /// Whether it can play this part.
    pub(crate) fn has(self, role: Role) -> bool {
        self.bits & (1 << role as u64) != 0
    }

    /// What a finite verb of speech plays that no table has.
    pub(crate) fn verb() -> Self {
        Self { bits: 1 << Role::Verb as u64, length: 1, and: false }
    }

    /// What a finite verb of speech of several words plays that no table has.
    pub(super) fn placed(length: usize) -> Self {
        Self { length: u8::try_from(length).unwrap_or(1).max(1), ..Self::verb() }
    }

    /// Whether the tables do not know the word.
    pub(crate) fn is_unknown(self) -> bool {
        self.bits == 0
    }

    /// Whether it introduces speech in any way.
    pub(crate) fn is_cue(self) -> bool {
        let cues =
            [Role::Verb, Role::Participle, Role::Saying, Role::Relay, Role::According, Role::Himself, Role::Thus];
        cues.into_iter().chain([Role::Document, Role::Faint]).any(|role| self.has(role))
    }
}

/// The bits of every part that introduces speech.
const CUES: u64 = 1 << Role::Verb as u64
    | 1 << Role::Participle as u64
    | 1 << Role::Relay as u64
    | 1 << Role::Object as u64
    | 1 << Role::According as u64;

struct Entry {
    tongue: Tongue,
    role: Role,
    rest: Vec<String>,
}

impl Entry {
    /// How many tokens from `index` on it takes, the first of which is known to fit.
    fn length(&self, tokens: &[Token], index: usize) -> Option<usize> {
        let mut at = index + 1;
        for word in &self.rest {
            at += match () {
                () if self.tongue.is(Tongue::FA) => light::length(tokens, at, word)?,
                () => tokens.get(at).filter(|token| starts(token, word)).map(|_| 1)?,
            };
        }
        Some(at - index)
    }
}

/// The tables of a language by their first words.
#[derive(Default)]
struct Lexicon {
    /// Words that stand alone: the bits of their parts.
    words: HashMap<String, u64>,
    phrases: HashMap<String, Vec<Entry>>,
}

impl Lexicon {
    /// Learns an entry, whose words are in the spelling for look-ups.
    fn learn(&mut self, tongue: Tongue, role: Role, entry: String) {
        let mut parts = entry.split('_').map(str::to_owned);
        if !entry.contains('_') {
            *self.words.entry(entry).or_default() |= 1 << role as u64;
        } else {
            let first = parts.next().unwrap_or_default();
            let rest = parts.collect();
            self.phrases.entry(first).or_default().push(Entry { tongue, role, rest });
        }
    }
}

/// The tables of one language, made when it is first asked for: `bit` is its place in [`Tongue`].
fn lexicon(bit: usize) -> &'static Lexicon {
    static LEXICA: [OnceLock<Lexicon>; TONGUES] = [const { OnceLock::new() }; TONGUES];
    LEXICA[bit].get_or_init(|| {
        let wanted = Tongue(1 << bit);
        let mut map = Lexicon { words: HashMap::with_capacity(8000), phrases: HashMap::with_capacity(2000) };
        for (tongue, role, words) in TABLES.iter().copied().flatten().filter(|(tongue, ..)| tongue.is(wanted)) {
            words.split_whitespace().flat_map(inflect::forms).for_each(|entry| map.learn(*tongue, *role, nz(&entry)));
        }
        for (tongue, role, entry) in super::forms::of(wanted) {
            map.learn(tongue, role, entry);
        }
        map
    })
}

/// The parts that every token of a text can play.
pub(crate) fn roles(tokens: &[Token], tongue: Tongue) -> Vec<Roles> {
    (0..tokens.len()).map(|index| roles_at(tokens, index, tongue)).collect()
}

/// The parts that a single word can play.
pub(super) fn roles_of(norm: &str, tongue: Tongue) -> Roles {
    let mut found = Roles { length: 1, ..Roles::default() };
    look_up(norm, &[], 0, tongue, &mut found);
    found
}

fn roles_at(tokens: &[Token], index: usize, tongue: Tongue) -> Roles {
    let token = &tokens[index];
    let mut best = Roles { length: 1, ..Roles::default() };
    if token.kind != TokenKind::Word || token.norm.len() > 64 {
        return best;
    }
    look_up(&token.norm, tokens, index, tongue, &mut best);
    if tongue.is(Tongue::FA) {
        persian_verb(tokens, index, tongue, &mut best);
    }
    if best.bits == 0 && tongue.is(Tongue::AR) {
        with_object(tokens, index, tongue, &mut best);
    }
    for prefix in prefixes(tongue) {
        if best.bits != 0 {
            break;
        }
        if let Some(rest) = token.norm.strip_prefix(prefix).filter(|rest| rest.chars().count() >= 2) {
            look_up(rest, tokens, index, tongue, &mut best);
            if prefix.ends_with("ال") || prefix.ends_with('ה') {
                // With the article it is a noun: التابع, המוסר.
                best.bits &= !CUES;
            }
            best.and = best.bits != 0 && (prefix.starts_with('و') || *prefix == "ف" || prefix.starts_with('ו'));
        }
    }
    // Both "was stated" and "and answered".
    best.and |= tongue == Tongue::AR && matches!(token.norm.as_str(), "ورد" | "وردت");
    if best.bits == 0 {
        inflected(&token.norm, tongue, &mut best);
    }
    best
}

/// `خبرنگاری` (a reporter), `מאמנו` (his coach): a title under an ending.
fn inflected(norm: &str, tongue: Tongue, best: &mut Roles) {
    let (ending, role) = match () {
        () if tongue == Tongue::FA => ('ي', Role::Source),
        () if tongue == Tongue::HE => ('ו', Role::Title),
        () => return,
    };
    // "فروشنده‌ای", "کارگران", "خبرنگارها"; "מנופאי".
    let plural =
        ["اي", "ان", "ها", "هاي"].into_iter().filter(|_| tongue == Tongue::FA).find_map(|end| norm.strip_suffix(end));
    let agent = ["אי", "אית"].into_iter().any(|end| tongue == Tongue::HE && norm.ends_with(end));
    if agent && norm.chars().count() >= 5 && !norm.starts_with(['ב', 'ל', 'כ', 'ש', 'ה', 'ו']) {
        best.bits = 1 << Role::Source as u64;
        return;
    }
    if let Some(word) = norm.strip_suffix(ending).or(plural).filter(|word| word.chars().count() >= 4) {
        let found = roles_of(word, tongue);
        let found = if found.is_unknown() { roles_of(plural.unwrap_or(word), tongue) } else { found };
        let titled = [Role::Title, Role::Source, Role::Spokes].into_iter().any(|role| found.has(role));
        if titled && !found.is_cue() {
            best.bits = 1 << role as u64;
        }
    }
}

/// `می گوید` in two words, and the auxiliary behind a participle.
fn persian_verb(tokens: &[Token], index: usize, tongue: Tongue, best: &mut Roles) {
    if let Some(next) = tokens.get(index + 1).filter(|_| tokens[index].norm == "مي" && best.bits == 0) {
        let mut found = Roles { length: 1, ..Roles::default() };
        look_up(&format!("مي{}", next.norm), tokens, index + 1, tongue, &mut found);
        if found.has(Role::Verb) {
            *best = Roles { length: found.length + 1, ..found };
        }
    }
    if best.has(Role::Verb) && light::is_auxiliary(tokens, index + usize::from(best.length)) {
        best.length += 1;
    }
}

/// `اتهمهما`, `ووصفته`: a verb with its object written onto it.
fn with_object(tokens: &[Token], index: usize, tongue: Tongue, best: &mut Roles) {
    let norm = tokens[index].norm.as_str();
    let bare = norm.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() >= 4).unwrap_or(norm);
    for word in [norm, bare] {
        for suffix in ["هما", "ها", "هم", "ه"] {
            let mut found = Roles { length: 1, ..Roles::default() };
            if let Some(verb) = word.strip_suffix(suffix).filter(|verb| verb.chars().count() >= 3) {
                look_up(verb, tokens, index, tongue, &mut found);
            }
            if found.has(Role::Object) && found.length == 1 {
                *best = Roles { and: word.len() < norm.len(), ..found };
                return;
            }
        }
    }
}

/// What may be written onto the front of a word of the tables.
fn prefixes(tongue: Tongue) -> &'static [&'static str] {
    match () {
        () if tongue.is(Tongue::AR) => &["و", "ف", "ال", "وال", "فال"],
        () if tongue.is(Tongue::HE) => &["ו", "ה", "וה", "ש", "כש", "וש"],
        () => &[],
    }
}

fn look_up(word: &str, tokens: &[Token], index: usize, tongue: Tongue, best: &mut Roles) {
    let lexica = || (0..TONGUES).filter(|bit| tongue.0 >> bit & 1 == 1).map(lexicon);
    if best.length <= 1 {
        best.bits |= lexica().filter_map(|lexicon| lexicon.words.get(word)).fold(0, |bits, more| bits | more);
    }
    for entry in lexica().filter_map(|lexicon| lexicon.phrases.get(word)).flatten() {
        let Some(length) = entry.length(tokens, index).filter(|&length| length >= usize::from(best.length)) else {
            continue;
        };
        if length > usize::from(best.length) {
            *best = Roles { length: u8::try_from(length).unwrap_or(1), ..Roles::default() };
        }
        best.bits |= 1 << entry.role as u64;
    }
}

/// Whether a token is the word; a lone preposition of the tables may be written onto its noun
/// (`وفقا لوزارة`).
fn starts(token: &Token, word: &str) -> bool {
    token.norm == word || word == "ل" && token.norm.starts_with('ل')
}

#[cfg(test)]
mod tests {
    use super::super::super::words::tokens;
    use super::*;

    fn first(text: &str, tongue: Tongue) -> Roles {
        roles(&tokens(text), tongue)[0]
    }

    #[test]
    fn words_are_found_under_their_clitics_and_spellings() {
        assert!(first("وأضافت", Tongue::AR).has(Role::Verb));
        assert!(first("فأعلنت", Tongue::AR).and);
        assert!(first("והוסיף", Tongue::HE).has(Role::Verb));
        assert!(first("المتحدث", Tongue::AR).has(Role::Spokes));
        assert_eq!(first("تأکید کرد", Tongue::FA).length, 2);
        assert!(first("می‌گوید", Tongue::FA).has(Role::Verb));
        assert!(first("according to", Tongue::EN).has(Role::According));
        assert!(!first("according", Tongue::EN).is_cue());
    }

    #[test]
    fn the_script_decides_where_the_tag_is_wrong() {
        assert_eq!(Tongue::of("ar", "Sputnik"), Tongue::LATIN);
        assert_eq!(Tongue::of("ar-EG", "الصين"), Tongue::AR);
        assert_eq!(Tongue::of("", "دولت گفت که کار پیش می‌رود"), Tongue::FA);
        assert_eq!(Tongue::of("", "انھوں نے کہا ہے"), Tongue::UR);
        assert_eq!(Tongue::of("en", "он сказал"), Tongue::RU);
    }
}
