//! Words, sentences and the spellings under which a word is looked up.
//!
//! Arabic is written in several ways for the same word, and small words are written onto the next
//! one. So every look-up, in training and in reading, goes through [`nz`] and tries the
//! [`candidates`] of a word in order: as it stands, then without `و`, `ب`, `لل`, …

use std::ops::Range;

/// The spelling under which a word is compared and looked up: vowel marks, tatweel, Hebrew points,
/// joiners and bidi controls dropped, `أإآٱ` as `ا`, `ى ی` as `ي`, `ک` as `ك`, `ة` as `ه`, `ё` as
/// `е`, typographic apostrophes as `'`, everything in lower case.
#[must_use]
pub fn nz(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'a'..='z' | '\u{0627}'..='\u{063a}' if c != 'ة' => out.push(c),
            '\u{0640}' | '\u{064b}'..='\u{0655}' | '\u{0670}' | '\u{0591}'..='\u{05bd}' | '\u{05bf}' => {}
            '\u{05c1}' | '\u{05c2}' | '\u{05c4}' | '\u{05c5}' | '\u{05c7}' | '\u{00ad}' => {}
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{061c}' | '\u{feff}' => {}
            'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
            'ى' | 'ی' => out.push('ي'),
            'ک' => out.push('ك'),
            'ة' | 'ۃ' => out.push('ه'),
            'ё' | 'Ё' => out.push('е'),
            '’' | '‘' | 'ʼ' | '׳' => out.push('\''),
            '״' | '“' | '”' => out.push('"'),
            '‐' | '‑' | '־' => out.push('-'),
            _ => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// At least one letter.
    Word,
    /// Digits, no letter.
    Number,
    /// One punctuation mark or symbol.
    Mark,
}

/// A word, number or mark of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text.
    pub bytes: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
    /// Its spelling for look-ups, [`nz`]; of a mark the mark itself.
    pub norm: String,
}

fn is_mark_inside(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05bd}' | '\u{05bf}' | '\u{05c1}' | '\u{05c2}' | '\u{05c7}'
        | '\u{0610}'..='\u{061a}' | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06dc}'
        | '\u{200c}' | '\u{200d}' | '\u{00ad}')
}

fn is_body(c: char) -> bool {
    c.is_alphanumeric() || is_mark_inside(c) || c == '_'
}

fn is_hebrew(c: char) -> bool {
    ('\u{05d0}'..='\u{05ea}').contains(&c)
}

/// Whether `c` between `before` and `after` holds them together in one word.
fn joins(before: char, c: char, after: char) -> bool {
    match c {
        '-' | '‐' | '‑' => before.is_alphanumeric() && after.is_alphanumeric(),
        '\'' | '’' | 'ʼ' => before.is_alphabetic() && after.is_alphabetic(),
        '"' | '״' | '“' | '”' | '׳' => is_hebrew(before) && is_hebrew(after),
        '־' => is_hebrew(before) && is_hebrew(after),
        '.' | ',' | ':' | '٫' | '٬' => before.is_numeric() && after.is_numeric(),
        '&' => before.is_uppercase() && after.is_uppercase(),
        _ => false,
    }
}

/// The words that French writes with an apostrophe onto the next one.
const ELIDED: &[&str] =
    &["l", "d", "j", "n", "s", "m", "c", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"];

/// Cuts text into words, numbers and single marks; blanks and bidi controls fall out. Linear in the
/// length of the text.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() || first.is_control() || nz_drops(first) {
            continue;
        }
        if !is_body(first) {
            let end = start + first.len_utf8();
            out.push(Token { bytes: start..end, kind: TokenKind::Mark, norm: first.to_string() });
            continue;
        }
        let (mut end, mut last) = (start + first.len_utf8(), first);
        while let Some(&(at, c)) = chars.peek() {
            let after = at + c.len_utf8();
            let next = text[after..].chars().next().unwrap_or(' ');
            if !(is_body(c) || joins(last, c, next) || is_initial(&text[start..at], c)) {
                break;
            }
            (end, last) = (after, c);
            chars.next();
        }
        push_word(text, start..end, &mut out);
    }
    out
}

fn nz_drops(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{061c}' | '\u{feff}' | '\u{00ad}')
}

/// Whether a full stop after `word` belongs to it: `U.`, `U.N.`, `J.`
fn is_initial(word: &str, c: char) -> bool {
    c == '.'
        && word.len() <= 12
        && word.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
                || part.is_empty() && !word.is_empty() && !word.ends_with("..")
        })
        && !word.ends_with('.')
}

fn push_word(text: &str, bytes: Range<usize>, out: &mut Vec<Token>) {
    let word = &text[bytes.clone()];
    let apostrophe = if word.is_ascii() && !word.contains('\'') { None } else { word.find(['\'', '’', 'ʼ']) };
    if let Some(at) = apostrophe {
        let width = word[at..].chars().next().map_or(1, char::len_utf8);
        let (before, after) = (nz(&word[..at]), &word[at + width..]);
        if ELIDED.contains(&before.as_str()) {
            out.push(token(text, bytes.start..bytes.start + at + width));
            return push_word(text, bytes.start + at + width..bytes.end, out);
        }
        if matches!(after, "s" | "S") {
            out.push(token(text, bytes.start..bytes.start + at));
            out.push(token(text, bytes.start + at..bytes.end));
            return;
        }
    }
    out.push(token(text, bytes));
}

fn token(text: &str, bytes: Range<usize>) -> Token {
    let word = &text[bytes.clone()];
    let kind = if word.chars().any(char::is_alphabetic) {
        TokenKind::Word
    } else if word.chars().any(char::is_numeric) {
        TokenKind::Number
    } else {
        TokenKind::Mark
    };
    Token { norm: nz(word), bytes, kind }
}

/// The sentences of a text as ranges of its tokens; together they hold every token once.
///
/// A sentence ends after `. ! ? ؟ ۔ …` (and the closing marks that follow), or at a line feed.
#[must_use]
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut ended = false;
    for (index, token) in tokens.iter().enumerate() {
        let gap = index.checked_sub(1).map_or("", |before| &text[tokens[before].bytes.end..token.bytes.start]);
        let closing =
            matches!(token.norm.as_str(), "\"" | "»" | "”" | "“" | ")" | "]" | "’" | "'" | "." | "!" | "?" | "؟" | "…");
        if gap.contains('\n') || ended && !(closing && gap.is_empty()) {
            if index > start {
                out.push(start..index);
            }
            (start, ended) = (index, false);
        }
        ended = ended || ends_sentence(text, tokens, index);
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
    out
}

/// Short forms whose full stop ends nothing.
const SHORT: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sen", "gov", "rep", "m", "mm", "mme", "mlle", "vs",
    "no", "г", "гг", "ул", "им", "тыс", "млн", "млрд", "руб", "т", "др", "пр", "inc", "ltd", "co", "corp", "jan",
    "feb", "aug", "sept", "oct", "nov", "dec", "د", "أ", "م",
];

fn ends_sentence(text: &str, tokens: &[Token], index: usize) -> bool {
    let token = &tokens[index];
    match token.norm.as_str() {
        "!" | "?" | "؟" | "۔" | "…" => true,
        "." => {
            let short = index.checked_sub(1).is_some_and(|before| {
                let before = &tokens[before];
                before.bytes.end == token.bytes.start
                    && (SHORT.contains(&before.norm.as_str())
                        || before.norm.chars().count() == 1 && before.kind == TokenKind::Word)
            });
            let follows = text[token.bytes.end..].chars().next();
            !short && follows.is_none_or(|c| !c.is_alphanumeric())
        }
        _ => false,
    }
}

/// What was cut off the front of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Clitic {
    /// Nothing.
    #[default]
    None,
    /// A conjunction: `و`, `ف`.
    And,
    /// A preposition: `ب`, `ك`, `ل`.
    Preposition,
    /// Both.
    AndPreposition,
    /// `لل`: the article is put back, and the whole word stays in a span.
    Lam,
    /// Both a conjunction and `لل`.
    AndLam,
}

/// One way to read a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The spelling to look up, normalised.
    pub norm: String,
    /// What was cut off.
    pub clitic: Clitic,
    /// How many letters of the word as written stand outside a span of it (0 to 2). The `لل` of
    /// `للقمة` stays inside: only a conjunction before it is cut.
    pub cut: usize,
}

/// The ways to read a normalised word, most literal first: as it is; without `و` or `ف` (longer than
/// three letters); each of these without `ب`, `ك`, `ل` (longer than three); with `ال` for `لل`
/// (longer than four). A word that does not begin with an Arabic letter has one.
#[must_use]
pub fn candidates(norm: &str) -> Vec<Candidate> {
    let mut out = vec![Candidate { norm: norm.to_owned(), clitic: Clitic::None, cut: 0 }];
    if !norm.starts_with(['و', 'ف', 'ب', 'ك', 'ل']) {
        return out;
    }
    let length = norm.chars().count();
    let mut roots = vec![(norm, Clitic::None, 0, length)];
    if length > 3
        && let Some(rest) = norm.strip_prefix(['و', 'ف'])
    {
        out.push(Candidate { norm: rest.to_owned(), clitic: Clitic::And, cut: 1 });
        roots.push((rest, Clitic::And, 1, length - 1));
    }
    for (root, clitic, cut, length) in roots {
        let and = clitic == Clitic::And;
        if length > 4
            && let Some(rest) = root.strip_prefix("لل")
        {
            let clitic = if and { Clitic::AndLam } else { Clitic::Lam };
            out.push(Candidate { norm: format!("ال{rest}"), clitic, cut });
        }
        if length > 3
            && let Some(rest) = root.strip_prefix(['ب', 'ك', 'ل'])
        {
            let clitic = if and { Clitic::AndPreposition } else { Clitic::Preposition };
            out.push(Candidate { norm: rest.to_owned(), clitic, cut: cut + 1 });
        }
    }
    out
}

/// Where a span of the word at `bytes` begins when `cut` letters at its front stay outside; marks
/// and tatweel after a letter go with it.
#[must_use]
pub fn cut_front(text: &str, bytes: &Range<usize>, cut: usize) -> usize {
    let word = &text[bytes.clone()];
    let mut left = cut;
    for (at, c) in word.char_indices() {
        if is_mark_inside(c) {
            continue;
        }
        if left == 0 {
            return bytes.start + at;
        }
        left -= 1;
    }
    bytes.start
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| &text[token.bytes.clone()]).collect()
    }

    #[test]
    fn spellings_of_one_word_are_one() {
        assert_eq!(nz("إيرانُ"), nz("ايران"));
        assert_eq!(nz("القاهرة"), nz("القاهره"));
        assert_eq!(nz("بـوتـيـن"), "بوتين");
        assert_eq!(nz("Орёл"), "орел");
        assert_eq!(nz("كی"), nz("کي"));
    }

    #[test]
    fn text_falls_into_words() {
        assert_eq!(words("و\"بريكس\"، الـ75."), ["و", "\"", "بريكس", "\"", "،", "الـ75", "."]);
        assert_eq!(words("L'ambassadeur d’Iran, aujourd'hui"), ["L'", "ambassadeur", "d’", "Iran", ",", "aujourd'hui"]);
        assert_eq!(words("Syria's U.N. envoy J. O'Brien"), ["Syria", "'s", "U.N.", "envoy", "J.", "O'Brien"]);
        assert_eq!(words("צה\"ל וד\"ר \"כן\""), ["צה\"ל", "וד\"ר", "\"", "כן", "\""]);
        assert_eq!(words("19.5 в Нью-Йорке"), ["19.5", "в", "Нью-Йорке"]);
    }

    #[test]
    fn sentences_end_where_they_do() {
        let text = "قال الوزير: \"نعم.\" ثم ذهب. Mr. Smith left. Then?\nNew line";
        let tokens = tokens(text);
        let ends: Vec<&str> = sentences(text, &tokens)
            .iter()
            .map(|s| &text[tokens[s.start].bytes.start..tokens[s.end - 1].bytes.end])
            .collect();
        assert_eq!(ends, ["قال الوزير: \"نعم.\"", "ثم ذهب.", "Mr. Smith left.", "Then?", "New line"]);
    }

    #[test]
    fn clitics_are_tried_in_order() {
        let norms = |word: &str| candidates(word).into_iter().map(|c| (c.norm, c.clitic, c.cut)).collect::<Vec<_>>();
        assert_eq!(norms("الصين"), [("الصين".to_owned(), Clitic::None, 0)]);
        assert_eq!(norms("وبروسيا")[2], ("روسيا".to_owned(), Clitic::AndPreposition, 2));
        assert_eq!(norms("للقمه")[1], ("القمه".to_owned(), Clitic::Lam, 0));
        assert_eq!(norms("وللصين")[2], ("الصين".to_owned(), Clitic::AndLam, 1));
        assert_eq!(norms("London").len(), 1);
    }

    #[test]
    fn cut_keeps_marks_with_their_letter() {
        let text = "وَالصين";
        assert_eq!(&text[cut_front(text, &(0..text.len()), 1)..], "الصين");
    }

    proptest! {
        #[test]
        fn every_token_is_a_slice_in_order(text in "\\PC*") {
            let tokens = tokens(&text);
            let mut end = 0;
            for token in &tokens {
                prop_assert!(token.bytes.start >= end && !text[token.bytes.clone()].is_empty());
                prop_assert!(text[end..token.bytes.start].chars().all(|c| c.is_whitespace() || c.is_control() || nz_drops(c)));
                end = token.bytes.end;
                for candidate in candidates(&token.norm) {
                    prop_assert!(cut_front(&text, &token.bytes, candidate.cut) < end || text[token.bytes.clone()].chars().all(is_mark_inside));
                }
            }
            let sentences = sentences(&text, &tokens);
            let joined: Vec<usize> = sentences.into_iter().flatten().collect();
            prop_assert_eq!(joined, (0..tokens.len()).collect::<Vec<_>>());
        }
    }
}
