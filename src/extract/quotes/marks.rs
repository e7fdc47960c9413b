//! Quotation marks of one paragraph, paired with a stack.
//!
//! ```text
//! قال: "نعمل في مجموعة "بريكس" معا"        out (…  in (بريكس)  …)
//! ```
//!
//! Most marks do not say whether they open or close: `"` never does, `“` opens in English and
//! closes in German, `’…‘` is how Urdu papers write it. So the neighbours are asked first, the form
//! of the mark second, and whether one is open third. Linear: every mark is pushed and popped once.

use std::ops::Range;

use super::lexicon::Tongue;

/// Two marks and what stands between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The opening mark; empty when an earlier paragraph has it.
    pub(crate) open: Range<usize>,
    /// The closing mark; empty when it is missing or a later paragraph has it.
    pub(crate) close: Range<usize>,
    /// The pair around this one, an earlier index of the same list.
    pub(crate) parent: Option<usize>,
    /// It goes on with what the paragraph before left open.
    pub(crate) continues: bool,
    /// The next paragraph goes on with it.
    pub(crate) onward: bool,
}

impl Pair {
    /// What stands between the marks, blanks included.
    pub(crate) fn inner(&self) -> Range<usize> {
        self.open.end..self.close.start
    }

    /// Marks and all.
    pub(crate) fn outer(&self) -> Range<usize> {
        self.open.start..self.close.end
    }
}

/// The pairs of a paragraph and what found no partner.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Paired {
    /// By their opening marks.
    pub(crate) pairs: Vec<Pair>,
    /// The outermost mark that was opened and not closed.
    pub(crate) unclosed: Option<Range<usize>>,
    /// The first closing mark with nothing open.
    pub(crate) orphan: Option<Range<usize>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Guillemet,
    Single,
    Angle,
}

/// Index of an opening mark in the counts: which form it has.
const FORMS: usize = 11;

fn family(c: char) -> Option<Family> {
    match c {
        '"' | '“' | '”' | '„' | '‟' | '״' | '＂' => Some(Family::Double),
        '«' | '»' => Some(Family::Guillemet),
        '\'' | '‘' | '’' | '‚' | '‛' => Some(Family::Single),
        '‹' | '›' => Some(Family::Angle),
        _ => None,
    }
}

/// Whether `c` is a quotation mark of any form.
pub(crate) fn is_mark(c: char) -> bool {
    family(c).is_some()
}

fn form(c: char) -> usize {
    match c {
        '“' => 1,
        '”' => 2,
        '„' | '‟' => 3,
        '«' => 4,
        '»' => 5,
        '\'' => 6,
        '‘' | '‛' => 7,
        '’' => 8,
        '‚' => 9,
        '‹' | '›' => 10,
        _ => 0,
    }
}

/// The opening forms that a closing mark ends, its own partner first.
fn partners(c: char) -> &'static [usize] {
    match c {
        '“' => &[3, 2, 0, 1],
        '”' => &[1, 3, 2, 0],
        '»' => &[4],
        '«' => &[5],
        '\'' => &[6, 7, 8, 9],
        '‘' => &[8, 9, 6, 7],
        '’' => &[7, 9, 8, 6],
        '‹' | '›' => &[10],
        _ => &[0, 1, 3, 2],
    }
}

struct Open {
    form: usize,
    pair: usize,
    /// It may as well be no mark at all: forget it when nothing closes it.
    soft: bool,
}

/// What stands around a mark.
struct Around {
    before: char,
    after: char,
    /// A small word written onto the mark: `و"`, `بـ"`, `ה"`.
    clitic: bool,
}

impl Around {
    fn new(text: &str, at: usize, c: char, tongue: Tongue) -> Self {
        let head = &text[..at];
        let before = head.chars().rev().find(|&c| !is_invisible(c)).unwrap_or('\n');
        let after = text[at + c.len_utf8()..].chars().find(|&c| !is_invisible(c)).unwrap_or('\n');
        Self { before, after, clitic: is_body(before) && clitic(head, tongue) }
    }

    fn can_open(&self) -> bool {
        !self.after.is_whitespace()
            && !is_closing(self.after)
            && (!is_body(self.before) || self.clitic)
            && (!is_closing(self.before) || is_body(self.after))
    }

    fn can_close(&self) -> bool {
        !is_body(self.after) && !self.before.is_whitespace() && self.before != '('
    }

    /// Blanks on both sides, or letters on both.
    fn says_nothing(&self) -> bool {
        self.before.is_whitespace() && self.after.is_whitespace() || is_body(self.before) && is_body(self.after)
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{061c}' | '\u{feff}')
}

fn is_body(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{0640}' | '\u{064b}'..='\u{0655}' | '\u{0670}' | '\u{0591}'..='\u{05c7}' | '\u{200c}' | '\u{200d}' | '%' | '$' | '#' | '@')
}

fn is_closing(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | '!' | '?' | ')' | ']' | '}' | '…' | '،' | '؛' | '؟' | '۔' | '٪') || c == ':'
}

fn is_hebrew(c: char) -> bool {
    ('\u{05d0}'..='\u{05ea}').contains(&c)
}

/// Whether the letters before a mark are nothing but a clitic.
fn clitic(head: &str, tongue: Tongue) -> bool {
    let letters: Vec<char> = head.chars().rev().take_while(|&c| is_body(c)).take(5).collect();
    if tongue.is(Tongue::HE) {
        return letters.len() <= 3 && letters.iter().all(|&c| matches!(c, 'ו' | 'ה' | 'ב' | 'ל' | 'מ' | 'ש' | 'כ'));
    }
    let tatweel = letters.first() == Some(&'\u{0640}');
    let bare = &letters[usize::from(tatweel)..];
    tongue.is(Tongue::AR)
        && match bare {
            [c] => matches!(c, 'و' | 'ف' | 'ب' | 'ل' | 'ك'),
            [c, d] => matches!(c, 'ب' | 'ل' | 'ك') && matches!(d, 'و' | 'ف') || tatweel && (*c, *d) == ('ل', 'ا'),
            [c, 'ا', d] => tatweel && *c == 'ل' && matches!(d, 'و' | 'ب'),
            _ => false,
        }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    Open,
    /// Open, if anything closes it.
    Perhaps,
    Close,
    Nothing,
}

/// Pairs the quotation marks of a text.
pub(crate) fn pair(text: &str, tongue: Tongue) -> Paired {
    let mut stack = Stack::default();
    for (at, c) in text.char_indices() {
        let Some(family) = family(c) else { continue };
        let around = Around::new(text, at, c, tongue);
        let mark = at..at + c.len_utf8();
        match sense(c, family, &around, &text[mark.end..], &stack, tongue) {
            Sense::Open => stack.open(c, mark, false),
            Sense::Perhaps => stack.open(c, mark, true),
            Sense::Close => stack.close(c, mark),
            Sense::Nothing => {}
        }
    }
    stack.finish(text)
}

fn sense(c: char, family: Family, around: &Around, rest: &str, stack: &Stack, tongue: Tongue) -> Sense {
    match family {
        Family::Double => double(c, around, rest, stack, tongue),
        Family::Guillemet => guillemet(c, around, stack),
        Family::Single if is_possessive(c, around, rest) => Sense::Nothing,
        Family::Single => single(c, around, stack, tongue),
        Family::Angle if (c == '‹') != stack.any(c) => Sense::Open,
        Family::Angle if stack.any(c) => Sense::Close,
        Family::Angle => Sense::Nothing,
    }
}

fn double(c: char, around: &Around, rest: &str, stack: &Stack, tongue: Tongue) -> Sense {
    if is_hebrew(around.before) && is_hebrew(around.after) {
        return hebrew(around, rest, stack, c);
    }
    let (opens, closes) = (around.can_open(), around.can_close());
    let open = stack.any(c);
    match c {
        '„' | '‟' => Sense::Open,
        _ if opens && !closes => Sense::Open,
        _ if closes && !opens => Sense::Close,
        '“' if !opens || !open => Sense::Open,
        '”' if !opens || open => Sense::Close,
        '"' | '״' | '＂' if !opens && !around.says_nothing() => Sense::Nothing,
        '"' | '״' | '＂' if is_body(around.before) && !opens && !tongue.is(Tongue::ARABIC_SCRIPT) => Sense::Nothing,
        _ if open => Sense::Close,
        _ => Sense::Open,
    }
}

/// Between two Hebrew letters a mark belongs to an abbreviation (`צה"ל`), unless the letters before
/// it are a prefix and a word stands behind it (`ה"מגזין"`).
fn hebrew(around: &Around, rest: &str, stack: &Stack, c: char) -> Sense {
    let letters = rest.chars().take_while(|&c| is_hebrew(c)).take(4).count();
    let ends_at_once = rest.chars().nth(letters).is_some_and(|c| matches!(c, '"' | '״' | '”' | '“'));
    match c {
        '”' if !around.clitic => Sense::Nothing,
        _ if around.clitic && (letters >= 3 || letters == 2 && ends_at_once) && !stack.any(c) => Sense::Perhaps,
        _ if around.clitic && letters >= 4 => Sense::Perhaps,
        _ => Sense::Nothing,
    }
}

fn guillemet(c: char, around: &Around, stack: &Stack) -> Sense {
    let inwards = around.can_open() && !around.can_close() && is_body(around.after);
    match c {
        '»' if stack.any('»') => Sense::Close,
        '»' if inwards => Sense::Open,
        '«' if stack.any('«') && !around.before.is_whitespace() && !is_body(around.after) => Sense::Close,
        '«' => Sense::Open,
        _ => Sense::Close,
    }
}

/// `the workers' day,' she said`: behind an s, with another mark to close soon, it is an apostrophe.
fn is_possessive(c: char, around: &Around, rest: &str) -> bool {
    if !matches!(around.before, 's' | 'S') || around.after != ' ' {
        return false;
    }
    let mut before = ' ';
    for next in rest.chars().take(120) {
        match next {
            '\n' | '‘' => return false,
            // Opens a quotation, or closes this one.
            _ if next == c && before == ' ' => return false,
            _ if next == c && (is_closing(before) || is_body(before)) => return is_closing(before),
            _ => before = next,
        }
    }
    false
}

fn single(c: char, around: &Around, stack: &Stack, tongue: Tongue) -> Sense {
    let open = stack.any(c);
    let opens = !is_body(around.before) && !is_closing(around.before) && is_body(around.after)
        || c == '‚' && is_body(around.after);
    let closes = open && around.can_close();
    match c {
        _ if closes && !opens => Sense::Close,
        '’' if !tongue.is(Tongue::ARABIC_SCRIPT) => Sense::Nothing,
        _ if opens => Sense::Perhaps,
        _ => Sense::Nothing,
    }
}

#[derive(Default)]
struct Stack {
    pairs: Vec<(Pair, bool)>,
    open: Vec<Open>,
    counts: [usize; FORMS],
    orphan: Option<Range<usize>>,
}

impl Stack {
    /// Whether something is open that `c` can close.
    fn any(&self, c: char) -> bool {
        partners(c).iter().any(|&form| self.counts[form] > 0)
    }

    fn open(&mut self, c: char, mark: Range<usize>, soft: bool) {
        let end = mark.end;
        let pair = Pair { open: mark, close: end..end, parent: None, continues: false, onward: false };
        self.counts[form(c)] += 1;
        self.open.push(Open { form: form(c), pair: self.pairs.len(), soft });
        self.pairs.push((pair, false));
    }

    /// Closes the nearest open mark of its kind and throws away what was left open inside.
    fn close(&mut self, c: char, mark: Range<usize>) {
        let forms = partners(c);
        if !self.any(c) {
            if self.open.is_empty() && family(c) != Some(Family::Single) {
                self.orphan.get_or_insert(mark);
            }
            return;
        }
        let wanted: &[usize] = if self.counts[forms[0]] > 0 { &forms[..1] } else { forms };
        while let Some(top) = self.open.pop() {
            self.counts[top.form] -= 1;
            if wanted.contains(&top.form) {
                self.pairs[top.pair].0.close = mark;
                self.pairs[top.pair].1 = true;
                return;
            }
        }
    }

    fn finish(self, text: &str) -> Paired {
        let unclosed = self
            .open
            .iter()
            .find(|open| !open.soft)
            .map(|open| self.pairs[open.pair].0.open.clone())
            .filter(|open| !text[open.end..].trim().is_empty());
        let pairs = self.pairs.into_iter().filter_map(|(pair, closed)| closed.then_some(pair)).collect();
        Paired { pairs: nest(pairs), unclosed, orphan: self.orphan }
    }
}

/// Gives every pair the one around it; empty pairs and doubled marks (`""text""`) fall out.
pub(crate) fn nest(pairs: Vec<Pair>) -> Vec<Pair> {
    let mut out: Vec<Pair> = Vec::with_capacity(pairs.len());
    let mut around: Vec<usize> = vec![];
    for mut pair in pairs {
        while around.last().is_some_and(|&index| out[index].outer().end <= pair.open.start) {
            around.pop();
        }
        pair.parent = around.last().copied();
        let doubled = pair.parent.is_some_and(|index| out[index].inner() == pair.outer());
        if pair.inner().is_empty() || doubled {
            continue;
        }
        around.push(out.len());
        out.push(pair);
    }
    out
}

#[cfg(test)]
mod tests;
