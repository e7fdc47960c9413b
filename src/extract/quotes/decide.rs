//! Quotation or term? Judged by what stands before the opening mark and behind the closing one.

use super::super::words::TokenKind;
use super::before::Before;
use super::events::Event;
use super::lexicon::{Role, Tongue};
use super::line::{Item, Line};
use super::subject::Who;
use super::tail::tail_event;
use super::topic;
use super::western;

/// How far back the lead is read, in items.
const LEAD: usize = 80;

/// What a pair of marks holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Verdict {
    pub(super) direct: bool,
    /// The event that introduces it, an index of the line's events.
    pub(super) event: Option<usize>,
    /// That event stands behind the quotation.
    pub(super) behind: bool,
    /// The rule that decided.
    pub(super) rule: &'static str,
    pub(super) confidence: f64,
}

impl Verdict {
    fn term(rule: &'static str) -> Self {
        Self { direct: false, event: None, behind: false, rule, confidence: 0.7 }
    }

    pub(super) fn direct(rule: &'static str, event: Option<usize>, confidence: f64) -> Self {
        Self { direct: true, event, behind: false, rule, confidence }
    }
}

/// What is known about the quotation's surroundings beside its own line.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    /// The last quotation before it in the block that was speech: its item.
    pub(super) after_speech: Option<usize>,
    /// It takes up a quotation that the reporter interrupted.
    pub(super) resumes: bool,
    /// The paragraph before ended in a verb of speech and a colon.
    pub(super) announced: bool,
    /// It goes on from the paragraph before.
    pub(super) continues: bool,
    /// The block is a headline.
    pub(super) headline: bool,
    /// Somebody speaks or formulates in the sentence right before.
    pub(super) heard: bool,
    /// The text since the last speech was about somebody, in this paragraph.
    pub(super) about: bool,
    /// The sentence before asked what somebody says: `וما אומר על כך X?`.
    pub(super) asked: bool,
}

/// Judges the quotation at item `at`.
pub(super) fn decide(line: &Line<'_>, events: &[Event], at: usize, setting: Setting) -> Verdict {
    let Some(&Item::Quote(pair)) = line.items.get(at) else { return Verdict::term("no marks") };
    let inner = line.pairs[pair].inner();
    let words = line.words(&inner);
    let sentence = sentence_start(line, at);
    let onward = line.pairs[pair].onward;
    let missing = line.pairs[pair].close.is_empty() && !setting.continues && !onward;
    let before = Before::new(line, at, sentence);
    if setting.continues {
        let tail = tail_event(line, events, at, sentence);
        return Verdict { behind: tail.is_some(), ..Verdict::direct("goes on from the paragraph before", tail, 0.9) };
    }
    if line.names[pair] && !(before.colon && words >= 3) {
        return Verdict::term("a name");
    }
    if before.intro || words == 0 {
        return Verdict::term("introduced as a term");
    }
    let lead = lead_event(line, events, at, sentence, &before, setting);
    if setting.resumes && !before.colon && !before.that {
        return Verdict::direct("taken up again", None, 0.9);
    }
    let verdict = by_lead(line, events, lead, &before, words, at);
    if let Some(verdict) = verdict
        && (before.colon || before.that || !missing)
    {
        return verdict;
    }
    if missing {
        return Verdict::term("closing mark missing");
    }
    if let Some(event) = tail_event(line, events, at, sentence)
        && (words >= 3
            || at == sentence
            || words == 2 && events[event].item <= at + 1 + usize::from(line.tongue.is(Tongue::UR))
            || ends_in_comma(line, pair) && (words >= 2 || western::speaks(line)))
        && !(before.head && (words <= 3 || western::speaks(line) && !ends_in_comma(line, pair)))
    {
        return Verdict { behind: true, ..Verdict::direct("cue behind", Some(event), 0.9) };
    }
    let form = by_form(line, at, pair, words, &before, sentence, setting);
    if !form.direct && western::speaks(line) && words > 0 {
        let lead = western::Lead { event: lead, head: before.head, comma: before.comma, sentence };
        return western::judge(line, events, at, words, lead).unwrap_or(form);
    }
    form
}

/// Languages whose rules were measured on whole articles by others.
const MEASURED: &[Tongue] = &[Tongue::AR, Tongue::HE, Tongue::FA, Tongue::UR];

/// Rules that need a verb before the quotation.
fn by_lead(
    line: &Line<'_>,
    events: &[Event],
    lead: Option<usize>,
    before: &Before,
    words: usize,
    at: usize,
) -> Option<Verdict> {
    let index = lead?;
    let event = &events[index];
    let far = at.saturating_sub(event.end);
    if before.colon {
        return Some(Verdict::direct("cue and colon", lead, 0.97));
    }
    if before.comma && event.has(Role::According) && words >= 2 {
        return Some(Verdict::direct("according to", lead, 0.85));
    }
    if event.has(Role::According) && words >= 2 && follows_source(line, event, at) {
        return Some(Verdict::direct("according to", lead, 0.8));
    }
    if before.that && words >= 2 {
        return Some(Verdict::direct("cue and complementiser", lead, 0.93));
    }
    if before.head && words <= 6 || words <= 3 && is_title_case(line, at) {
        return None;
    }
    let reported = (event.end.max(at.saturating_sub(8))..at).any(|item| line.has(item, Role::That));
    match () {
        () if words >= 6 => Some(Verdict::direct("cue before", lead, 0.85)),
        () if event.has(Role::Calls) && words >= 2 && far <= 8 => {
            Some(Verdict::direct("somebody's word for it", lead, 0.7))
        }
        () if before.preposition
            && words >= 2
            && far <= if matches!(event.who, Who::Named(_)) && !reported { 24 } else { 12 }
            && !event.has(Role::According) =>
        {
            Some(Verdict::direct("cue and preposition", lead, 0.75))
        }
        // "به گفته X مسئولان «فقط وعده داده‌اند»": the whole sentence is theirs.
        () if words >= 3
            && (event.has(Role::According) || event.has(Role::Himself))
            && event.who != Who::Nobody
            && event.item <= event.sentence + 1
            && far <= 10
            && MEASURED.contains(&line.tongue) =>
        {
            Some(Verdict::direct("according to", lead, 0.7))
        }
        () if words >= 3 && reported
            || words == 2 && (at.saturating_sub(4)..at).any(|item| line.has(item, Role::That)) && reported =>
        {
            Some(Verdict::direct("part of what is reported", lead, 0.7))
        }
        () if words >= 3 && !event.has(Role::According) && far <= 8 => {
            Some(Verdict::direct("cue and a part", lead, 0.65))
        }
        () if words >= 2 && far <= 2 && !event.has(Role::According) => {
            Some(Verdict::direct("right behind the cue", lead, 0.7))
        }
        () if words >= 3 && far <= 8 && line.tongue.is(Tongue::FR) => Some(Verdict::direct("cue before", lead, 0.7)),
        () => None,
    }
}

/// Whether nothing but its subject stands between "according to" and the quotation.
fn follows_source(line: &Line<'_>, event: &Event, at: usize) -> bool {
    if line.tongue.is(Tongue::UR) {
        return event.end == at;
    }
    let Who::Named(names) = &event.who else { return false };
    let last = names.iter().map(|&name| line.named[name].last).max();
    let person = names.iter().all(|&name| line.named[name].kind == crate::article::EntityKind::Person);
    line.tongue.is(Tongue::FA) && person && at.checked_sub(1).is_some_and(|before| line.token(before) == last)
}

/// Rules that look at the quotation itself.
fn by_form(
    line: &Line<'_>,
    at: usize,
    pair: usize,
    words: usize,
    before: &Before,
    sentence: usize,
    setting: Setting,
) -> Verdict {
    let alone = line.items.len() <= 8
        && line.items.iter().enumerate().all(|(item, _)| {
            item == at || line.token(item).is_some_and(|token| line.tokens[token].kind == TokenKind::Mark)
        });
    let whole =
        at == sentence && (line.ends[at] || at + 1 == line.items.len() || matches!(line.norm(at + 1), "." | "!" | "?"));
    match () {
        () if line.pairs[pair].onward => Verdict::direct("goes on in the next paragraph", None, 0.85),
        () if setting.announced && at == 0 && words >= 2 => {
            Verdict::direct("announced in the paragraph before", None, 0.9)
        }
        () if whole && setting.after_speech.is_some() && words >= 2 => Verdict::direct("goes on", None, 0.85),
        () if alone && words >= 4 && !setting.headline => Verdict::direct("a paragraph of its own", None, 0.8),
        // "the most important are: “…”" is a list: somebody must stand before the colon.
        () if before.colon
            && (words >= 2 || whole_sentence_inside(line, pair))
            && !lists(line, at)
            && (setting.about || setting.after_speech.is_some() || topic::before_colon(line, at) != Who::Nobody) =>
        {
            Verdict::direct("colon", None, 0.85)
        }
        // A sentence of its own behind one in which somebody spoke or whom the text is about.
        () if western::speaks(line)
            && whole
            && (setting.after_speech.is_some() || whole_sentence_inside(line, pair) || setting.heard) =>
        {
            Verdict::direct("goes on", None, 0.7)
        }
        () if whole && setting.about && words >= 2 => Verdict::direct("whom the text is about", None, 0.75),
        () if whole && words >= 2 && setting.asked => Verdict::direct("what somebody was asked", None, 0.75),
        // "“…”: X attacks", "“…”.. X": a headline that begins with what is said.
        () if setting.headline
            && at == 0
            && words >= 3
            && !before.head
            && headline_speaker(line, at) != Who::Nobody =>
        {
            Verdict::direct("beginning of a headline", None, 0.7)
        }
        // "Merchants are furious – “a death sentence”": what somebody says ends a headline.
        () if setting.headline && words >= 4 && before.aside && at + 1 >= line.items.len() => {
            Verdict::direct("end of a headline", None, 0.6)
        }
        () if words >= 12 && !before.head => Verdict::direct("long", None, 0.6),
        () if whole
            && words >= 5
            && line.text[line.pairs[pair].inner()].trim_end().ends_with(['.', '!', '?', '؟', '۔']) =>
        {
            Verdict::direct("a sentence of its own", None, 0.6)
        }
        () => Verdict::term("no cue"),
    }
}

/// Who is named behind the quotation that a headline begins with, and what parts it from them.
pub(super) fn headline_speaker(line: &Line<'_>, at: usize) -> Who {
    let parts = matches!(line.norm(at + 1), ":" | "." | ".." | "…" | "-" | "–" | "—" | "|" | "،" | "," | "؛" | "...");
    if !parts {
        return Who::Nobody;
    }
    let from = (at + 1..line.items.len().min(at + 6)).find(|&item| !super::phrase::is_mark(line, item));
    match from.map(|from| super::subject::scan(line, from..line.items.len().min(from + 6)).who) {
        Some(Who::Named(names)) => Who::Named(names),
        _ => Who::Nobody,
    }
}

/// Whether the marks hold the end of a sentence.
fn whole_sentence_inside(line: &Line<'_>, pair: usize) -> bool {
    line.text[line.pairs[pair].inner()].trim_end().ends_with(['.', '!', '?', '؟', '۔'])
}

/// Whether the colon before the quotation opens a list, or what is written on something.
fn lists(line: &Line<'_>, at: usize) -> bool {
    let Some(last) = at.checked_sub(2) else { return false };
    let word = line.norm(last);
    line.has(last, Role::TermHead) || line.has(last, Role::TermIntro) || LISTS.contains(&word)
}

/// What stands before the colon of a list or an inscription.
const LISTS: &[&str] = &[
    "اهمها",
    "ابرزها",
    "منها",
    "منهم",
    "وهي",
    "وهو",
    "وهم",
    "هي",
    "مثل",
    "بعنوان",
    "عليها",
    "عليه",
    "التاليه",
    "الاتيه",
    "هما",
    "هم",
    "הכיתוב",
    "שלט",
    "שלטים",
    "השלט",
    "כרזה",
    "لافته",
    "لافتات",
    "شعار",
    "پلاكارد",
    "כיתוב",
    "הכותרת",
    "בכותרת",
    "כגון",
    "הם",
    "שמו",
    "שמה",
    "הבאים",
    "הבאות",
    "مانند",
    "زير",
    "عبارتند",
    "جمله",
];

/// Whether the words in the marks are written like a name: a capital each, or a number.
fn is_title_case(line: &Line<'_>, at: usize) -> bool {
    let Some(&Item::Quote(pair)) = line.items.get(at) else { return false };
    let inner = &line.text[line.pairs[pair].inner()];
    let mut words = inner.split_whitespace();
    words.all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()))
        && inner.split_whitespace().next().is_some()
}

fn ends_in_comma(line: &Line<'_>, pair: usize) -> bool {
    line.text[line.pairs[pair].inner()].trim_end().ends_with([',', '،'])
}

/// The first item of the sentence that `at` stands in.
fn sentence_start(line: &Line<'_>, at: usize) -> usize {
    let floor = at.saturating_sub(LEAD);
    (floor..at).rev().find(|&item| line.ends[item]).map_or(floor, |item| item + 1)
}

/// The last event of the sentence before the quotation, unless another quotation took it.
fn lead_event(
    line: &Line<'_>,
    events: &[Event],
    at: usize,
    sentence: usize,
    before: &Before,
    setting: Setting,
) -> Option<usize> {
    let index = events.partition_point(|event| event.item < at).checked_sub(1)?;
    let event = &events[index];
    if event.item < sentence || event.end > at {
        return None;
    }
    let between = setting.after_speech.filter(|&item| item >= event.end);
    let own = match between {
        None => true,
        Some(quote) => {
            // "that the threats “will not frighten” Iraqis “but unite” them": all of it is reported.
            let reported = at - quote <= 12 && (event.end..quote).any(|item| line.has(item, Role::That));
            let linked = before.conj || before.that || (quote + 1..at).all(|item| is_link(line, item));
            let source = event.has(Role::According) || event.has(Role::Himself);
            reported || at - quote <= 6 && (linked || source && event.item <= event.sentence + 1)
        }
    };
    let stops = (event.end..at).any(|item| matches!(line.norm(item), ";" | "؛"));
    let source = western::speaks(line).then(|| western::source_over(line, events, index)).flatten();
    (own && !stops).then_some(source.unwrap_or(index))
}

fn is_link(line: &Line<'_>, item: usize) -> bool {
    line.has(item, Role::Conj) || matches!(line.norm(item), "," | "،" | "و")
}
