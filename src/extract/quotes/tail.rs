//! The verb behind a quotation: `"…", قال X`, `«…»، این را X گفت`.

use super::events::Event;
use super::lexicon::{Role, Tongue};
use super::line::{Item, Line};
use super::western;

/// How far behind the closing mark it is looked for, in items.
const TAIL: usize = 16;

/// The event behind the quotation that belongs to it.
pub(super) fn tail_event(line: &Line<'_>, events: &[Event], at: usize, sentence: usize) -> Option<usize> {
    let Some(&Item::Quote(pair)) = line.items.get(at) else { return None };
    let semicolon = !western::speaks(line) && matches!(line.norm(at + 1), "؛" | ";");
    let marked = matches!(line.norm(at + 1), "," | "،" | "—" | "–" | "-")
        || semicolon
        || thus(line, at + 2).is_some_and(|stop| stop);
    let inner = line.text[line.pairs[pair].inner()].trim_end();
    let finished = inner.ends_with([',', '،', '?', '!', '؟', '…', '.', '۔']);
    let from = at + 1 + usize::from(marked);
    let from = from + usize::from(marked && matches!(line.norm(from), "—" | "–" | "-"));
    // Verbs that end the sentence follow without a comma.
    let last = [Tongue::TR, Tongue::FA, Tongue::UR].into_iter().any(|tongue| line.tongue.is(tongue));
    // "حکومت پر ’ووٹ چوری‘ کا الزام لگایا"
    let accused =
        line.tongue.is(Tongue::UR) && matches!(line.norm(at + 1), "كا" | "كي") && line.has(at + 2, Role::Verb);
    if !(marked || finished || at == sentence || last && line.has(at + 1, Role::Verb) || accused) {
        return None;
    }
    let reach = if western::speaks(line) { 2 * TAIL } else { TAIL };
    let end = (from..line.items.len().min(from + reach))
        .find(|&item| line.is_quote(item))
        .unwrap_or(line.items.len().min(from + reach));
    let end = (from..end).find(|&item| line.ends[item] || line.norm(item) == ":").map_or(end, |item| item + 1);
    let first = events.partition_point(|event| event.item < from);
    let index = Some(first).filter(|&first| events.get(first).is_some_and(|event| event.item < end))?;
    let event = &events[index];
    let fits = !event.roles.and
        && !event.leans()
        && !event.has(Role::Relay)
        && near(line, event, from)
        && (marked && event.item == from && both(line) || !introduces(line, events, index, end));
    let crossing = line.ends[at];
    let own = thus(line, from).is_some();
    (fits && (!crossing || own || crosses(line, event, end, inner))).then_some(index)
}

/// Whether a verb right behind the comma of a quotation is its own, even where another quotation follows with a colon.
fn both(line: &Line<'_>) -> bool {
    line.tongue.is(Tongue::AR) || line.tongue.is(Tongue::HE)
}

/// Whether a word points back at what was said (`כך אמרה`, `هكذا تلخص`); and whether a full stop stands before it.
fn thus(line: &Line<'_>, item: usize) -> Option<bool> {
    let points = matches!(line.norm(item), "כך" | "هكذا" | "بهذا" | "بهذه" | "يہ")
        || line.tongue.is(Tongue::DE) && line.norm(item) == "so"
        || this(line, item);
    points.then(|| item.checked_sub(1).is_some_and(|before| matches!(line.norm(before), "." | "۔")))
}

/// `این را X گفت`, `این جمله‌ای است که X تکرار می‌کند`.
fn this(line: &Line<'_>, item: usize) -> bool {
    const SAID: &[&str] = &["جمله", "حرف", "پاسخ", "سخن", "عبارت", "گفته", "پرسش", "واکنش", "توصيف", "روايت", "چيز"];
    let next = line.norm(item + 1);
    line.norm(item) == "اين" && (next == "را" || SAID.iter().any(|word| next.starts_with(word)))
}

/// Whether nothing but a subject stands between the quotation and its verb.
fn near(line: &Line<'_>, event: &Event, from: usize) -> bool {
    let arabic = line.tongue.is(Tongue::AR);
    if arabic && !event.has(Role::Thus) {
        // "بحسب ما صرح به": the verb comes first; "…، على حد قول X" may come later.
        let late = event.has(Role::According) || event.has(Role::Himself);
        let comma = event.item.checked_sub(1).is_some_and(|at| matches!(line.norm(at), "," | "،"));
        return event.item <= from + 1
            || (from..event.item).all(|item| line.has(item, Role::Time))
            || late && comma && event.item <= from + 8;
    }
    (from..event.item)
        .all(|item| !line.has(item, Role::That) || line.tongue.is(Tongue::UR) || line.roles(item).length > 1)
        || this(line, from)
}

/// Whether the event introduces the next quotation: a colon or complementiser stands between.
fn introduces(line: &Line<'_>, events: &[Event], index: usize, end: usize) -> bool {
    let event = &events[index];
    let next = (event.end..line.items.len().min(event.end + TAIL)).find(|&item| line.is_quote(item) || line.ends[item]);
    let Some(next) = next.filter(|&item| line.is_quote(item)) else {
        return !western::speaks(line) && line.norm(end.saturating_sub(1)) == ":" && end > event.item;
    };
    let other = events.get(index + 1).is_some_and(|other| other.item < next);
    !other && (line.norm(next - 1) == ":" || line.has(next - 1, Role::That))
}

/// `“I did.” Hale said.`: a short sentence that is nothing but subject and verb.
fn crosses(line: &Line<'_>, event: &Event, end: usize, inner: &str) -> bool {
    let over = line.ends.get(end.saturating_sub(1)).copied().unwrap_or(true);
    over && (event.end + 2 >= end || inner.ends_with(['?', '!', '؟'])) && !line.text.is_empty()
}
