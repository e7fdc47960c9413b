//! Ids: unique over blocks, entities and quotes, and given to those that have none.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;
use serde_json_borrow::Value;

use super::super::fault::{Fault, Remedy};
use super::super::json::{Notes, Object, quotable};
use super::forms;
use super::parts::List;
use crate::article::Block;

/// The ids of one file.
pub(super) struct Ids<'t> {
    /// What has ids.
    lists: Vec<List<'t>>,
    /// Every id that the file states anywhere, so that a new one is none of them. Few files need new ones.
    stated: Option<HashSet<Box<str>>>,
    /// Numbers of blocks by the ids that they state; the ids themselves stand in the blocks.
    blocks: HashTable<u32>,
    /// The first block that states the empty id, which it does not keep.
    nameless: Option<usize>,
    hasher: RandomState,
    /// Ids that entities and quotes have claimed.
    others: HashSet<Box<str>>,
    given: u64,
}

impl<'t> Ids<'t> {
    /// The ids of these lists, none claimed yet.
    pub(super) fn new(lists: Vec<List<'t>>) -> Self {
        Self {
            lists,
            stated: None,
            blocks: HashTable::new(),
            nameless: None,
            hasher: RandomState::new(),
            others: HashSet::new(),
            given: 0,
        }
    }

    /// The number of the first block that states an id.
    pub(super) fn block(&self, id: &str, blocks: &[Block]) -> Option<usize> {
        if id.is_empty() {
            return self.nameless;
        }
        let found = self.blocks.find(self.hasher.hash_one(id), |&number| blocks[number as usize].id == id);
        found.map(|&number| number as usize)
    }

    /// The id of the block behind `blocks`: the one that it states, else a new one.
    pub(super) fn claim_block(&mut self, item: &Object<'_, '_>, blocks: &[Block], notes: &mut Notes) -> String {
        let stated = forms::id(item, "id", notes);
        if stated == Some("") {
            self.nameless.get_or_insert(blocks.len());
        }
        let Some(id) = stated.filter(|id| !id.is_empty()) else { return self.missing(item, "block", notes) };
        if self.block(id, blocks).is_some() {
            return self.repeated(item, id, "block", notes);
        }
        // Of more than 4,294,967,295 blocks the rest would not be found by their ids.
        if let Ok(number) = u32::try_from(blocks.len()) {
            let (hasher, hash) = (&self.hasher, self.hasher.hash_one(id));
            let id_of = |number: u32| blocks.get(number as usize).map_or(id, |block| &block.id);
            self.blocks.insert_unique(hash, number, |&number| hasher.hash_one(id_of(number)));
        }
        id.to_owned()
    }

    /// The id of an entity or quote: the one that it states, else a new one that begins with `prefix`.
    pub(super) fn claim(&mut self, item: &Object<'_, '_>, prefix: &str, blocks: &[Block], notes: &mut Notes) -> String {
        let Some(id) = forms::id(item, "id", notes).filter(|id| !id.is_empty()) else {
            return self.missing(item, prefix, notes);
        };
        if self.block(id, blocks).is_some() || self.others.contains(id) {
            return self.repeated(item, id, prefix, notes);
        }
        self.others.insert(id.into());
        id.to_owned()
    }

    fn missing(&mut self, item: &Object<'_, '_>, prefix: &str, notes: &mut Notes) -> String {
        let id = self.new_id(prefix);
        if item.get("id").is_none() {
            notes.warn(item.path, Fault::Missing { key: "id" }, Remedy::ReadAs(id.clone()));
        }
        id
    }

    fn repeated(&mut self, item: &Object<'_, '_>, id: &str, prefix: &str, notes: &mut Notes) -> String {
        let new = self.new_id(if id.len() <= 100 { id } else { prefix });
        notes.warn(&item.path.key("id"), Fault::RepeatedId { id: quotable(id) }, Remedy::ReadAs(new.clone()));
        new
    }

    /// An id that the file does not state. Numbers never go back, so that many new ids take no
    /// longer than there are ids.
    fn new_id(&mut self, base: &str) -> String {
        let stated = self.stated.get_or_insert_with(|| stated(&self.lists));
        loop {
            self.given += 1;
            let id = format!("{base}-{}", self.given);
            if !stated.contains(id.as_str()) {
                return id;
            }
        }
    }
}

/// The last id that an element states.
pub(super) fn id_of<'v>(item: &'v Value<'_>) -> Option<&'v str> {
    item.as_object()?.iter().filter(|(key, _)| *key == "id").last()?.1.as_str()
}

/// All ids in these lists.
fn stated(lists: &[List<'_>]) -> HashSet<Box<str>> {
    let mut found = HashSet::new();
    for list in lists {
        // What cannot be read is told of where it is read.
        _ = list.each(|_, item| {
            found.extend(id_of(&item).map(Box::from));
            Ok(())
        });
    }
    found
}
