//! Ids: unique over blocks, entities and quotes, and given to those that have none.

use std::collections::{HashMap, HashSet};

use super::super::fault::{Fault, Remedy};
use super::super::json::{Notes, Object, quotable};
use super::forms;

/// From an id as a file states it to the index of the first item that has it.
pub(super) type Index<'d> = HashMap<&'d str, usize>;

/// The ids of one file.
pub(super) struct Ids<'d> {
    /// Every id that the file states anywhere, so that a new one is none of them.
    stated: HashSet<&'d str>,
    claimed: HashSet<&'d str>,
    given: u64,
}

impl<'d> Ids<'d> {
    /// Looks through the ids that the file states.
    pub(super) fn collect(root: &Object<'d, '_>) -> Self {
        let lists = ["blocks", "entities", "quotes"].into_iter().filter_map(|key| root.get(key)?.as_array());
        let ids = lists.flatten().filter_map(|item| {
            let id = item.as_object()?.iter().filter(|(key, _)| *key == "id").last()?.1;
            id.as_str()
        });
        Self { stated: ids.collect(), claimed: HashSet::new(), given: 0 }
    }

    /// The id of one item: the one that it states, else a new one that begins with `prefix`.
    pub(super) fn claim(&mut self, item: &Object<'d, '_>, prefix: &str, notes: &mut Notes) -> String {
        let Some(id) = forms::id(item, "id", notes).filter(|id| !id.is_empty()) else {
            let id = self.new_id(prefix);
            if item.get("id").is_none() {
                notes.warn(item.path, Fault::Missing { key: "id" }, Remedy::ReadAs(id.clone()));
            }
            return id;
        };
        if self.claimed.insert(id) {
            return id.to_owned();
        }
        let new = self.new_id(if id.len() <= 100 { id } else { prefix });
        notes.warn(&item.path.key("id"), Fault::RepeatedId { id: quotable(id) }, Remedy::ReadAs(new.clone()));
        new
    }

    /// An id that the file does not state. Numbers never go back, so that many new ids take no
    /// longer than there are ids.
    fn new_id(&mut self, base: &str) -> String {
        loop {
            self.given += 1;
            let id = format!("{base}-{}", self.given);
            if !self.stated.contains(id.as_str()) {
                return id;
            }
        }
    }
}
