//! Grammatical gender, where a verb, a pronoun or a word beside a name shows it: `she said` is not the
//! man who spoke last.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::events::Event;
use super::lexicon::{Role, Tongue};
use super::line::{Item, Line};
use crate::article::EntityKind;

/// A grammatical gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Feminine,
    Masculine,
}

const FEMININE: &str = "ms mrs miss mme mlle madame queen princess lady dame גב spokeswoman chairwoman \
    congresswoman businesswoman policewoman actress mother sister daughter wife widow woman girl \
    grandmother présidente directrice chercheuse députée avocate sénatrice actrice fondatrice chanteuse \
    étudiante enseignante infirmière habitante mère sœur fille femme שרת השרה שרה דוברת הדוברת נשיאת \
    הנשיאה ראשת מנכ\"לית יו\"רית מנהלת תושבת סטודנטית חברת חוקרת החוקרת עיתונאית שופטת השופטת עורכת מורה \
    רופאת זמרת שחקנית אמו אשתו בתו אחותו";

const MASCULINE: &str = "mr sir m monsieur king prince lord מר spokesman chairman congressman businessman \
    policeman actor father brother son husband man boy grandfather président directeur chercheur député \
    avocat sénateur acteur fondateur chanteur étudiant enseignant infirmier habitant père frère fils \
    homme שר השר דובר הדובר נשיא הנשיא ראש מנכ\"ל מנהל תושב סטודנט חבר חוקר החוקר עיתונאי שופט השופט \
    עורך זמר שחקן אביו בעלה בנו אחיו";

/// Given names that only women have, and only men, among those that news name often.
const WOMEN: &str = "mary maria marie anna anne ann sarah sara emma elizabeth jennifer linda susan karen nancy lisa grace \
    julia julie laura rachel rebecca hannah angela ursula theresa margaret kamala hillary nicola giorgia \
    christine claire sophie camille nathalie isabelle catherine hélène léa chloé marine valérie \
    élisabeth anja nisha priya fatima aisha amina leila layla elena olga irina natalia ekaterina yulia \
    amy emily jessica victoria diana jane joan helen ruth alice lucy rosa carmen ana lucia sofia greta \
    astrid caroline charlotte juliette manon inès sandrine véronique valentine florence élodie aurélie \
    fanny karine mélanie pauline agathe solène solenn yasmina aïssata fatou khadija samira nadia louise jeanne \
    thérèse béatrice françoise monique brigitte martine sylvie patricia corinne delphine virginie céline \
    stéphanie audrey marion lucie margaux clémence mathilde gwenola nolwenn maëlys clotilde yolande colette \
    olivia sophia isabella mia ava abigail madison kate katie claudia molly ruby maureen eileen sheila brenda \
    pamela deborah sharon michelle carol donna cynthia kathleen angela melissa tracy tracey nicole gillian \
    moira fiona mairi ailsa isobel eilidh aoife niamh siobhan sinead ciara orla maeve roisin bridget joyce \
    priya anjali meera lakshmi aroha yuki wendy renee tess luz rosalind beatrix harriet georgia imogen";

const MEN: &str = "john james robert michael william david richard joseph thomas charles daniel matthew mark donald \
    steven paul andrew george kevin brian edward peter samuel stephen henry jack adam ben benjamin \
    alexander joe barack boris emmanuel pierre jean louis nicolas françois julien antoine marc olivier \
    laurent gérald bruno stefan lukas otto hans friedrich olaf vladimir sergei dmitry ivan alexei \
    mikhail ahmed mohammed mohamed muhammad ali omar hassan hussein ibrahim khalid yusuf carlos juan \
    josé luis pedro antonio marco luca giovanni erik lars narendra imran \
    philippe michel alain bernard christophe stéphane éric yves rené yvon roland luc rémi bruno fabrice \
    thierry didier patrick christian pascal gilles hervé jérôme guillaume sébastien mathieu maxime hugo jules \
    arthur léo lucas théo bertrand étienne frédéric benoît cédric ludovic mickaël yanis karim mehdi rachid \
    bakary moussa mamadou ousmane abdoulaye yacine sander régis normand guy alexis jean-pierre jean-luc \
    jean-marc marc-antoine pierre-luc jean-michel jean-claude jean-yves \
    ryan jason justin brandon tyler kyle sean ian neil graham keith trevor nigel colin derek gordon fergus \
    duncan hamish callum rory liam noah oliver harry callum declan eoin padraig dermot frank walter carl \
    roger gerald dennis jerry larry wayne dale glenn bruce craig greg gregory phil philip simon tim timothy tom \
    anthony tony bob bobby bill billy joe jimmy ron ronald ray raymond kenneth kenny anwar rajesh sanjay";

const HEBREW_FEMININE: &str = "אמרה הוסיפה ציינה טענה הדגישה הבהירה הסבירה הודיעה מסרה כתבה סיפרה הזהירה השיבה הגיבה קראה הכריזה \
    תקפה העריכה הצהירה בירכה אישרה הכחישה דרשה הבטיחה התריעה";

/// What stands between a noun and the name of somebody else.
const PREPOSITIONS: &[&str] = &["of", "'s", "de", "du", "des", "d'", "d’", "של"];

const ARTICLES: &[&str] = &["the", "a", "an", "le", "la", "l'", "l’", "un", "une"];

/// What a word shows.
#[derive(Debug, Clone, Copy)]
enum Shows {
    /// An honorific, a noun for a woman or a man.
    Word(Gender),
    /// A given name.
    Given(Gender),
}

static WORDS: LazyLock<HashMap<&str, Shows>> = LazyLock::new(|| {
    let lists = [
        (FEMININE, Shows::Word(Gender::Feminine)),
        (MASCULINE, Shows::Word(Gender::Masculine)),
        (WOMEN, Shows::Given(Gender::Feminine)),
        (MEN, Shows::Given(Gender::Masculine)),
    ];
    lists.into_iter().flat_map(|(list, shows)| list.split(' ').map(move |word| (word, shows))).collect()
});

/// The gender of the pronoun that a verb of speech has: `she said`, `a-t-elle dit`.
pub(super) fn of_pronoun(text: &str) -> Option<Gender> {
    let norm = crate::extract::words::nz(text);
    norm.split(|c: char| !c.is_alphanumeric()).find_map(|word| match word {
        "she" | "elle" | "היא" | "она" | "celle" | "cette" | "та" => Some(Gender::Feminine),
        "he" | "il" | "הוא" | "он" | "celui" | "ce" | "тот" => Some(Gender::Masculine),
        _ => None,
    })
}

/// What an article shows of the gender of a person: by a word beside one of its mentions in a line, or
/// by a given name, which says more than a noun that does not stand right beside the name.
pub(super) fn beside(line: &Line<'_>, name: usize) -> Option<Gender> {
    let named = &line.named[name];
    if line.tongue.is(Tongue::AR) {
        return None;
    }
    if line.tongue.is(Tongue::RU) {
        let name = &line.text[named.bytes.clone()];
        return if named.nominal { None } else { super::western::gender_of_name(name) };
    }
    let first = line.tokens.partition_point(|token| token.bytes.end <= named.bytes.start);
    let word = |at: usize| line.tokens.get(at).map_or("", |token| token.norm.as_str());
    // A word across "of" or "'s" is of somebody else: `the wife of Julian Assange`.
    let over = |at: usize| matches!(word(at), "," | "." | ";" | ":" | "،") || PREPOSITIONS.contains(&word(at));
    let before: Vec<usize> = (first.saturating_sub(3)..first).rev().take_while(|&at| !over(at)).collect();
    let behind: Vec<usize> = match word(named.last + 1) {
        "," | "." | ";" | ":" | "،" => (named.last + 2..named.last + 7).take_while(|&at| !over(at)).collect(),
        _ => vec![],
    };
    let noun = |words: &[usize]| words.iter().find_map(|&at| of_noun(word(at)));
    // The first word of an apposition, its article left out.
    let article = behind.first().is_some_and(|&at| ARTICLES.contains(&word(at)));
    let beside = |words: &[usize], at: usize| words.get(at).and_then(|&at| of_noun(word(at)));
    let given = match WORDS.get(word(first)) {
        // An English Jean or Alexis may be either.
        Some(Shows::Given(gender))
            if named.last > first && !(line.tongue.is(Tongue::EN) && matches!(word(first), "jean" | "alexis")) =>
        {
            Some(*gender)
        }
        _ => None,
    };
    beside(&before, 0)
        .or_else(|| super::western::gender_by_article(line, first, named.last))
        .or_else(|| beside(&behind, usize::from(article)))
        .or(given)
        .or_else(|| noun(&before))
        .or_else(|| noun(&behind))
}

/// The gender of an honorific or a noun.
pub(super) fn of_noun(norm: &str) -> Option<Gender> {
    match WORDS.get(norm) {
        Some(Shows::Word(gender)) => Some(*gender),
        _ => None,
    }
}

/// The persons named before an item of a line, outside marks: those of the nearest sentence before its
/// own that has any, in order.
pub(super) fn persons_before(line: &Line<'_>, item: usize) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    let mut own = true;
    for at in (0..item).rev().take(120) {
        if line.ends[at] {
            if !out.is_empty() {
                break;
            }
            own = false;
        }
        let Item::Token(token) = line.items[at] else { continue };
        if own {
            continue;
        }
        if let Some(name) = line.named_at[token]
            && line.named[name].kind == EntityKind::Person
        {
            out.push(line.named[name].entity);
        }
    }
    out.reverse();
    out.dedup();
    out
}

/// The gender of whom a suffix stands for: `برأيها`, `לדבריו`.
fn of_suffix(norm: &str, tongue: Tongue) -> Option<Gender> {
    match () {
        () if tongue.is(Tongue::AR) && norm.ends_with("ها") || tongue.is(Tongue::HE) && norm.ends_with('ה') => {
            Some(Gender::Feminine)
        }
        () if tongue.is(Tongue::AR) && norm.ends_with('ه') || tongue.is(Tongue::HE) && norm.ends_with('ו') => {
            Some(Gender::Masculine)
        }
        () => None,
    }
}

/// The gender that a verb of speech shows: Arabic, Hebrew and Russian ones do.
pub(super) fn gender(line: &Line<'_>, event: &Event) -> Option<Gender> {
    let norm = line.norm(event.item);
    if event.has(Role::Himself) {
        return of_suffix(line.norm(event.end - 1), line.tongue);
    }
    if !event.has(Role::Verb) {
        return None;
    }
    if line.tongue.is(Tongue::RU) {
        return match () {
            () if norm.ends_with("ла") || norm.ends_with("лась") || matches!(norm, "уверена" | "убеждена") => {
                Some(Gender::Feminine)
            }
            () if norm.ends_with('л') || norm.ends_with("лся") || matches!(norm, "уверен" | "убежден") => {
                Some(Gender::Masculine)
            }
            () => None,
        };
    }
    if line.tongue.is(Tongue::HE) {
        return match () {
            () if norm.ends_with('ו') || norm.ends_with("ים") => None,
            () if norm.ends_with("תה")
                || norm.ends_with('ת')
                || HEBREW_FEMININE.split(' ').any(|word| word == norm) =>
            {
                Some(Gender::Feminine)
            }
            // A past tense of the roots that end in ה ends so for a man.
            () if norm.ends_with('ה') => None,
            () => Some(Gender::Masculine),
        };
    }
    if !line.tongue.is(Tongue::AR) || norm.ends_with("وا") || norm.ends_with("ون") || norm.ends_with("تا") {
        return None;
    }
    let bare = norm.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() >= 3).unwrap_or(norm);
    // Past tenses that begin with ت are not of the second stem's feminine present.
    let past = matches!(bare, "تابع" | "تساءل" | "توعد" | "تعهد" | "توقع" | "تحدث");
    let feminine = bare.ends_with('ت') || bare.starts_with('ت') && !past;
    Some(if feminine { Gender::Feminine } else { Gender::Masculine })
}

#[cfg(test)]
mod tests {
    use super::super::line::Named;
    use super::*;

    /// What is shown of `name` where it stands in `text`.
    fn shown(tongue: Tongue, text: &str, name: &str) -> Option<Gender> {
        let start = text.find(name).unwrap_or_else(|| panic!("{name} in {text}"));
        let bytes = start..start + name.len();
        let named = Named { bytes, entity: 0, kind: EntityKind::Person, nominal: false, last: 0 };
        let tokens = crate::extract::words::tokens(text);
        beside(&Line::new(0, text, tongue, tokens, vec![], vec![named]), 0)
    }

    use Gender::{Feminine, Masculine};

    #[test]
    fn a_noun_across_of_is_of_somebody_else() {
        for (tongue, text, name, gender) in [
            (Tongue::EN, "the wife of Julian Assange came", "Julian Assange", None),
            (Tongue::EN, "the wife of Assange came", "Assange", None),
            (Tongue::EN, "the father of the late Rita Vance came", "Rita Vance", None),
            (Tongue::EN, "my mother's friend Ken Dalgish came", "Ken Dalgish", None),
            (Tongue::EN, "Ken Dalgish, a friend of actress Jo Vance, came", "Ken Dalgish", None),
            (Tongue::EN, "Assange's wife Stella Assange came", "Stella Assange", Some(Feminine)),
            (Tongue::EN, "Rita Vance, wife of Omar Dalgish, came", "Rita Vance", Some(Feminine)),
            (Tongue::EN, "said the woman, Rita Vance", "Rita Vance", None),
            (Tongue::FR, "l’avocate de Denis Vidal est venue", "Denis Vidal", None),
            (Tongue::FR, "la mère d’Éric Vidal est venue", "Éric Vidal", Some(Masculine)),
            (Tongue::FR, "la mère de Dominique Vidal est venue", "Dominique Vidal", None),
            (Tongue::FR, "la femme du député Éric Vidal est venue", "Éric Vidal", Some(Masculine)),
            (Tongue::HE, "אשתו של שחר שקד הגיעה", "שחר שקד", None),
            (Tongue::HE, "השרה שחר שקד הגיעה", "שחר שקד", Some(Feminine)),
        ] {
            assert_eq!(shown(tongue, text, name), gender, "{name} in {text}");
        }
    }

    #[test]
    fn a_given_name_says_more_than_a_noun_further_away() {
        for (text, name, gender) in [
            ("her mother told Michael Dalgish everything", "Michael Dalgish", Some(Masculine)),
            ("her mother told Dalgish everything", "Dalgish", Some(Feminine)),
            ("Angela Vance, who was seen with her husband, left", "Angela Vance", Some(Feminine)),
            ("the chairwoman Michael Dalgish left", "Michael Dalgish", Some(Feminine)),
            ("Michael Dalgish, the spokeswoman, left", "Michael Dalgish", Some(Feminine)),
        ] {
            assert_eq!(shown(Tongue::EN, text, name), gender, "{name} in {text}");
        }
    }
}
