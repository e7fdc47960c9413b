//! The keys as the person wants them: the tables, changed as the configuration asks.

use crossterm::event::{KeyEvent, KeyEventKind};

use super::{Action, Binding, Context, Key};
use crate::reader::keyboards;
use crate::tongue::Tongue;

/// What the configuration asks for: these keys for an action, and no others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The table.
    pub context: Context,
    /// Index into [`Context::bindings`].
    pub binding: usize,
    /// Where it is asked for, for the objections.
    pub at: usize,
    /// The keys, and where each is named. None: the action gets no key.
    pub keys: Vec<(Key, usize)>,
}

/// Why something that was asked for was not done, or what it did to others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Where it was asked for.
    pub at: usize,
    /// A sentence.
    pub what: String,
}

/// Which keys do what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    /// For each context, for each binding of its table.
    keys: [Vec<Vec<Key>>; Context::ALL.len()],
}

impl Default for Keymap {
    fn default() -> Self {
        Self { keys: Context::ALL.map(|context| context.bindings().iter().map(|one| one.keys.to_vec()).collect()) }
    }
}

impl Keymap {
    /// The tables with what was asked for. A key that is asked for is taken from whoever has it in the table; asked for
    /// twice, it stays where it was asked for first. Nobody is locked in.
    #[must_use]
    pub fn new(requests: &[Request]) -> (Self, Vec<Objection>) {
        let mut keymap = Self::default();
        let mut objections = Vec::new();
        for context in Context::ALL {
            let here: Vec<&Request> = requests.iter().filter(|request| request.context == context).collect();
            Rebinding { context, keys: &mut keymap.keys[context as usize], objections: &mut objections }.all(&here);
        }
        objections.sort_by_key(|objection| objection.at);
        (keymap, objections)
    }

    /// What a key does, whatever state the reader is in.
    #[must_use]
    pub fn action(&self, context: Context, event: &KeyEvent) -> Option<Action> {
        let mut table = self.table(context);
        table.find(|(_, keys)| keys.iter().any(|key| key.matches(event))).map(|(binding, _)| binding.action)
    }

    /// What a key press does while an article is read: what is bound to it, else to the Latin letter on the same key.
    #[must_use]
    pub fn reading_action(&self, event: &KeyEvent, tongue: Tongue) -> Option<Action> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let action = |event: &KeyEvent| self.action(Context::Reading, event);
        action(event).or_else(|| action(&keyboards::latin_key(event, tongue)?))
    }

    /// The lines of a table, each with its keys.
    pub fn table(&self, context: Context) -> impl Iterator<Item = (&'static Binding, &[Key])> {
        context.bindings().iter().zip(self.keys[context as usize].iter().map(Vec::as_slice))
    }

    /// The first key for an action; none when it has none.
    #[must_use]
    pub fn key(&self, context: Context, action: Action) -> Option<Key> {
        self.table(context).find(|(binding, _)| binding.action == action).and_then(|(_, keys)| keys.first().copied())
    }

    /// The first key for an action, as a sentence names it; where it has none, what the configuration calls it.
    #[must_use]
    pub fn spoken(&self, context: Context, action: Action) -> String {
        let found = self.table(context).find(|(binding, _)| binding.action == action);
        found.map_or(String::new(), |(binding, keys)| keys.first().map_or(binding.name.to_owned(), |key| key.name()))
    }
}

/// The changing of one table.
struct Rebinding<'a> {
    context: Context,
    keys: &'a mut Vec<Vec<Key>>,
    objections: &'a mut Vec<Objection>,
}

impl Rebinding<'_> {
    fn all(mut self, requests: &[&Request]) {
        let mut asked: Vec<(Key, usize)> = Vec::new();
        for request in requests {
            self.keys[request.binding].clear();
        }
        for request in requests {
            for &(key, at) in &request.keys {
                self.give(request.binding, key, at, &asked);
                asked.push((key, request.binding));
            }
        }
        self.keep_way_out(requests);
        self.tell_lost(requests);
    }

    /// Gives a key to a binding, unless it was given away before.
    fn give(&mut self, binding: usize, key: Key, at: usize, asked: &[(Key, usize)]) {
        let name = self.name(binding);
        if self.context != Context::Reading && key.is_typed() {
            let kind = if self.context == Context::Typing { "is typed" } else { "chooses" };
            return self.object(at, format!("\"{}\" by itself {kind} here; \"{name}\" needs another key", key.name()));
        }
        if let Some(&(_, other)) = asked.iter().find(|(known, _)| *known == key) {
            if other != binding {
                let other = self.name(other);
                self.object(
                    at,
                    format!("\"{}\" is the key of \"{other}\" already; \"{name}\" does not get it", key.name()),
                );
            }
            return;
        }
        for keys in self.keys.iter_mut() {
            keys.retain(|known| *known != key);
        }
        self.keys[binding].push(key);
    }

    /// Whoever takes the last way out away does not get it.
    fn keep_way_out(&mut self, requests: &[&Request]) {
        let out = self.context.way_out();
        let Some(binding) = self.context.bindings().iter().position(|one| one.action == out) else { return };
        if !self.keys[binding].is_empty() {
            return;
        }
        let kept = self.context.bindings()[binding].keys;
        let takers = requests.iter().flat_map(|request| &request.keys).filter(|(key, _)| kept.contains(key));
        let by_itself = requests.iter().find(|request| request.binding == binding).map(|request| request.at);
        let at = by_itself.or(takers.map(|(_, at)| *at).max()).unwrap_or(0);
        for keys in self.keys.iter_mut() {
            keys.retain(|key| !kept.contains(key));
        }
        self.keys[binding] = kept.to_vec();
        let names: Vec<String> = kept.iter().map(|key| key.name()).collect();
        let name = self.name(binding);
        self.object(at, format!("\"{name}\" must have a key; it keeps {}", names.join(" and ")));
    }

    /// Actions that nobody wanted to be without a key.
    fn tell_lost(&mut self, requests: &[&Request]) {
        for (binding, one) in self.context.bindings().iter().enumerate() {
            let lost = self.keys[binding].is_empty() && !requests.iter().any(|request| request.binding == binding);
            let taker = requests.iter().flat_map(|request| request.keys.iter().map(|key| (key, request.binding)));
            let taker = taker.filter(|((key, _), _)| one.keys.contains(key)).max_by_key(|((_, at), _)| *at);
            if let (true, Some(((key, at), by))) = (lost, taker) {
                let (key, by) = (key.name(), self.name(by));
                let what = format!(
                    "\"{key}\" is now \"{by}\" and was the last key of \"{name}\"; give that another one, or \"none\"",
                    name = one.name
                );
                self.object(*at, what);
            }
        }
    }

    fn name(&self, binding: usize) -> &'static str {
        self.context.bindings()[binding].name
    }

    fn object(&mut self, at: usize, what: String) {
        self.objections.push(Objection { at, what });
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// `action=key,key action=`, each action at the next ten.
    fn keymap(context: Context, asked: &str) -> (Keymap, Vec<String>) {
        let requests: Vec<Request> = asked
            .split_whitespace()
            .enumerate()
            .map(|(number, one)| {
                let (name, keys) = one.split_once('=').unwrap();
                let binding = context.bindings().iter().position(|binding| binding.name == name).unwrap();
                let at = number * 10;
                let keys = keys.split(',').filter(|key| !key.is_empty()).map(|key| (Key::parse(key).unwrap(), at + 1));
                Request { context, binding, at, keys: keys.collect() }
            })
            .collect();
        let (keymap, objections) = Keymap::new(&requests);
        (keymap, objections.iter().map(|one| format!("{}: {}", one.at, one.what)).collect())
    }

    fn keys_of(keymap: &Keymap, context: Context, name: &str) -> String {
        let (_, keys) = keymap.table(context).find(|(binding, _)| binding.name == name).unwrap();
        keys.iter().map(|key| key.name()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn without_a_wish_the_tables_hold() {
        assert_eq!(Keymap::new(&[]), (Keymap::default(), vec![]));
        for context in Context::ALL {
            for (binding, keys) in Keymap::default().table(context) {
                assert_eq!(binding.keys, keys);
                for key in keys {
                    assert_eq!(Keymap::default().key(context, binding.action), Some(keys[0]), "{}", key.name());
                }
            }
        }
    }

    #[test]
    fn what_is_asked_for_is_done_and_what_cannot_be_is_told() {
        use Context::{Choosing, Reading, Typing};
        // (context, asked, (action, its keys)…, objections)
        type Case = (Context, &'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);
        let cases: &[Case] = &[
            (Reading, "line-down=x,F5", &[("line-down", "x F5"), ("line-up", "k ↑")], &[]),
            (Reading, "line-down=", &[("line-down", "")], &[]),
            // A key is taken from an action that has others left.
            (Reading, "search=j", &[("search", "j"), ("line-down", "↓")], &[]),
            (
                Reading,
                "search=d",
                &[("search", "d"), ("half-page-down", "")],
                &[
                    "1: \"d\" is now \"search\" and was the last key of \"half-page-down\"; give that another one, or \"none\"",
                ],
            ),
            (Reading, "search=d half-page-down=", &[("search", "d"), ("half-page-down", "")], &[]),
            (Reading, "search=d half-page-down=/", &[("search", "d"), ("half-page-down", "/")], &[]),
            (
                Reading,
                "search=x outline=x,F3",
                &[("search", "x"), ("outline", "F3")],
                &["11: \"x\" is the key of \"search\" already; \"outline\" does not get it"],
            ),
            (Reading, "search=x,x", &[("search", "x")], &[]),
            (Reading, "quit=Alt-q", &[("quit", "Alt-q")], &[]),
            (Reading, "quit=", &[("quit", "q Ctrl-C")], &["0: \"quit\" must have a key; it keeps q and Ctrl-C"]),
            (
                Reading,
                "search=q,F2 help=Ctrl-C",
                &[("quit", "q Ctrl-C"), ("search", "F2"), ("help", "")],
                &["11: \"quit\" must have a key; it keeps q and Ctrl-C"],
            ),
            (Reading, "search=q", &[("quit", "Ctrl-C"), ("search", "q")], &[]),
            (Typing, "accept=Ctrl-G", &[("accept", "Ctrl-G")], &[]),
            (
                Typing,
                "accept=x,F9",
                &[("accept", "F9")],
                &["1: \"x\" by itself is typed here; \"accept\" needs another key"],
            ),
            (Typing, "close=", &[("close", "Esc Ctrl-C")], &["0: \"close\" must have a key; it keeps Esc and Ctrl-C"]),
            (Choosing, "next=j", &[("next", "")], &["1: \"j\" by itself chooses here; \"next\" needs another key"]),
        ];
        for (context, asked, expected, objections) in cases {
            let (keymap, found) = keymap(*context, asked);
            assert_eq!(found, *objections, "{asked}");
            for (name, keys) in *expected {
                assert_eq!(keys_of(&keymap, *context, name), *keys, "{asked}: {name}");
            }
        }
    }
}
