//! The tables of keys: `action = "key"`, `action = ["key", "key"]`, `action = "none"`.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::DeValue;

use crate::formats::nearest_name;
use crate::reader::keys::{Context, Key, Request};

use super::Fault;

/// Reads the table of reading, and the tables in it.
pub(super) fn read(value: &Spanned<DeValue<'_>>, requests: &mut Vec<Request>, faults: &mut Vec<Fault>) {
    read_table(Context::Reading, value, requests, faults);
}

fn read_table(context: Context, value: &Spanned<DeValue<'_>>, requests: &mut Vec<Request>, faults: &mut Vec<Fault>) {
    let Some(table) = value.get_ref().as_table() else {
        return faults.push((value.span().start, format!("[{}] must be a table of actions", context.table())));
    };
    let mut first = requests.len();
    for (name, value) in table {
        if let Some(inner) = inner(context, name.get_ref()) {
            read_table(inner, value, requests, faults);
            continue;
        }
        match context.bindings().iter().position(|binding| binding.name == name.get_ref()) {
            Some(binding) => {
                let (at, keys) = (name.span().start, read_keys(value, faults));
                // One whose keys are all wrong keeps those that it has.
                if let Some(keys) = keys {
                    requests.push(Request { context, binding, at, keys });
                }
            }
            None => faults.push((name.span().start, unknown(context, name))),
        }
    }
    // The file's order, in which the first one gets a key.
    first = first.min(requests.len());
    requests[first..].sort_by_key(|request| request.at);
}

/// The table that is called like this in another one.
fn inner(outer: Context, name: &str) -> Option<Context> {
    let is_it = |context: &Context| {
        context.table().strip_prefix(outer.table()).and_then(|rest| rest.strip_prefix('.')) == Some(name)
    };
    Context::ALL.into_iter().find(is_it)
}

/// The keys, each with its place; none when there should be some and all are wrong.
fn read_keys(value: &Spanned<DeValue<'_>>, faults: &mut Vec<Fault>) -> Option<Vec<(Key, usize)>> {
    let mut keys = Vec::new();
    let mut wrong = 0;
    let mut one = |value: &Spanned<DeValue<'_>>| {
        let key = match value.get_ref().as_str() {
            Some(text) => Key::parse(text),
            None => Err("this must be a key, as \"j\", or several, as [\"j\", \"Down\"]".to_owned()),
        };
        match key {
            Ok(key) => keys.push((key, value.span().start)),
            Err(what) => {
                wrong += 1;
                faults.push((value.span().start, what));
            }
        }
    };
    match value.get_ref() {
        DeValue::Array(all) => all.iter().for_each(one),
        DeValue::String(text) if text.eq_ignore_ascii_case("none") => {}
        _ => one(value),
    }
    (wrong == 0 || !keys.is_empty()).then_some(keys)
}

fn unknown(context: Context, name: &Spanned<Cow<'_, str>>) -> String {
    let (name, table) = (name.get_ref(), context.table());
    let names: Vec<&'static str> = context.bindings().iter().map(|binding| binding.name).collect();
    if let Some(near) = nearest_name(name, &names) {
        return format!("there is no action {name:?} in [{table}]; is it \"{near}\"?");
    }
    let elsewhere = |other: &Context| *other != context && other.bindings().iter().any(|binding| binding.name == name);
    match Context::ALL.into_iter().find(elsewhere) {
        Some(other) => format!("there is no action {name:?} in [{table}]; there is one in [{}]", other.table()),
        None => format!("there is no action {name:?}; newsreader config --default names them all"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::path::Path;

    use super::super::parse;
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let (config, problems) = parse(text, Path::new("c.toml"));
        let mut changed = Vec::new();
        for context in Context::ALL {
            for (binding, keys) in config.keymap.table(context).filter(|(binding, keys)| binding.keys != *keys) {
                let keys: Vec<String> = keys.iter().map(|key| key.name()).collect();
                changed.push(format!("{}.{} {}", context.table(), binding.name, keys.join(" ")));
            }
        }
        (changed, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn keys_are_rebound() {
        let text = "[keys]\nline-down = ['j', 'Down', 'ت']\nsearch = \"Ctrl-F\"\nwider = 'none'\nnarrower = []\n\
                    [keys.typing]\naccept = ['Enter', 'F2']\n[keys.choosing]\nnext = 'Tab'\n";
        let changed = [
            "keys.line-down j ↓ ت",
            "keys.search Ctrl-F",
            "keys.wider ",
            "keys.narrower ",
            "keys.typing.accept Enter F2",
            "keys.choosing.next Tab",
        ];
        assert_eq!(read(text), (changed.map(str::to_owned).to_vec(), vec![]));
        assert_eq!(read("keys.search = 'F3'\n").0, ["keys.search F3"]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_the_nearest_name() {
        let cases = [
            ("[keys]\nline-dwn = 'x'", "c.toml:2:1: there is no action \"line-dwn\" in [keys]; is it \"line-down\"?"),
            (
                "[keys]\nbackspace = 'x'",
                "c.toml:2:1: there is no action \"backspace\" in [keys]; there is one in [keys.typing]",
            ),
            ("[keys]\nzzz = 'x'", "c.toml:2:1: there is no action \"zzz\"; newsreader config --default names them all"),
            ("[keys]\ntop = ['Hone']", "c.toml:2:8: there is no key \"Hone\"; is it \"Home\"?"),
            ("[keys]\ntop = 7", "c.toml:2:7: this must be a key, as \"j\", or several, as [\"j\", \"Down\"]"),
            ("keys = 'vi'", "c.toml:1:8: [keys] must be a table of actions"),
            ("[keys]\ntyping = 'vi'", "c.toml:2:10: [keys.typing] must be a table of actions"),
            ("[keys]\nquit = 'none'", "c.toml:2:1: \"quit\" must have a key; it keeps q and Ctrl-C"),
        ];
        for (text, message) in cases {
            assert_eq!(read(text), (vec![], vec![message.to_owned()]), "{text}");
        }
    }

    /// The first in the file gets it, whatever comes first in the alphabet or in the table.
    #[test]
    fn two_actions_on_one_key_are_told_with_both_names() {
        let (changed, problems) = read("[keys]\nsearch = 'x'\nback = ['x', 'F4']\n");
        assert_eq!(changed, ["keys.back F4", "keys.search x"]);
        assert_eq!(problems, ["c.toml:3:9: \"x\" is the key of \"search\" already; \"back\" does not get it"]);
    }
}
