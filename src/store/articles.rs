//! Places in articles: where somebody stopped reading, bookmarks, the jump list.
//!
//! ```json
//! {
//!   "articles": [
//!     {
//!       "key": "text:9f86d081884c7d65",
//!       "title": "…",
//!       "place": [3, 120],
//!       "marks": { "a": [7, 0] },
//!       "jumps": [[0, 0], [3, 120]]
//!     }
//!   ]
//! }
//! ```
//!
//! A place is a block and a byte in its text, both from 0. What was read last stands first.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::article::Article;
use crate::reader::{Place, Remembered};

use super::{Store, StoreError, file};

/// Articles remembered; those read longest ago are forgotten.
const MOST_ARTICLES: usize = 500;

/// By what an article is found again: its id, else its text.
#[must_use]
pub fn key_of(article: &Article) -> String {
    if let Some(id) = article.id.as_deref().filter(|id| !id.trim().is_empty()) {
        // Ids are often numbers, which every publisher has.
        let publisher = article.publisher.as_ref().map(|publisher| publisher.name.as_str());
        let mut hash = Fnv::default();
        for part in [publisher, article.url.as_deref(), article.headline.as_deref()] {
            hash.write(part.unwrap_or_default().as_bytes());
            hash.write(&[0xFF]);
        }
        return format!("id:{id}:{:08x}", hash.0 as u32);
    }
    /// Of a long article the beginning and the length tell enough.
    const ENOUGH: usize = 1 << 20;
    let mut hash = Fnv::default();
    let mut read = 0;
    for block in &article.blocks {
        if read < ENOUGH {
            hash.write(block.text.as_bytes());
        }
        hash.write(&[0xFF]);
        hash.write(&(block.text.len() as u64).to_le_bytes());
        read += block.text.len();
    }
    format!("text:{:016x}", hash.0)
}

/// FNV-1a, 64 bits: the same on every machine and in every version.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

impl Store {
    /// What is remembered of the article with this key.
    ///
    /// # Errors
    /// When the file is there but cannot be read or is not what this room writes.
    pub fn recall(&self, key: &str) -> Result<Option<Remembered>, StoreError> {
        let Some(path) = self.articles_path() else { return Ok(None) };
        let root = file::read(&path)?;
        let all = root.get("articles").and_then(Value::as_array);
        Ok(all.and_then(|all| all.iter().find(|one| has_key(one, key))).map(parse))
    }

    /// Remembers an article by its key. `title` is for people who look into the file. Bookmarks that another run has set
    /// since `known` was recalled are kept.
    ///
    /// # Errors
    /// When the file cannot be read or written. A file that is not ours is left alone.
    pub fn remember(
        &self,
        key: &str,
        title: &str,
        remembered: &Remembered,
        known: &Remembered,
    ) -> Result<(), StoreError> {
        let path = self.articles_path().ok_or(StoreError::NoPlace)?;
        file::update(&path, |root| {
            let all = root.entry("articles").or_insert_with(|| Value::Array(Vec::new()));
            let Some(all) = all.as_array_mut() else {
                return Err(StoreError::NotOurs(path.clone(), "\"articles\" is no array".to_owned()));
            };
            let former = all.iter().position(|one| has_key(one, key)).map(|at| all.remove(at));
            let mut one = match former.as_ref() {
                Some(Value::Object(members)) => members.clone(),
                _ => Map::new(),
            };
            let mut now = remembered.clone();
            if let Some(former) = &former {
                now.marks = merged(&parse(former).marks, &known.marks, &remembered.marks);
            }
            write(&mut one, key, title, &now);
            all.insert(0, Value::Object(one));
            all.truncate(MOST_ARTICLES);
            Ok(())
        })
    }

    fn articles_path(&self) -> Option<std::path::PathBuf> {
        Some(self.path.as_ref()?.with_file_name("articles.json"))
    }
}

/// The bookmarks of the file with the changes that this run has made since it read them.
fn merged(
    file: &BTreeMap<char, Place>,
    known: &BTreeMap<char, Place>,
    now: &BTreeMap<char, Place>,
) -> BTreeMap<char, Place> {
    let mut merged = file.clone();
    for letter in known.keys().chain(now.keys()) {
        match now.get(letter) {
            place if place == known.get(letter) => {}
            Some(place) => _ = merged.insert(*letter, *place),
            // Deleted in this run; one that another run has set elsewhere since stays.
            None if merged.get(letter) == known.get(letter) => _ = merged.remove(letter),
            None => {}
        }
    }
    merged
}

fn has_key(one: &Value, key: &str) -> bool {
    one.get("key").and_then(Value::as_str) == Some(key)
}

fn write(one: &mut Map<String, Value>, key: &str, title: &str, remembered: &Remembered) {
    let place = |place: &Place| json!([place.block, place.byte]);
    let marks: Map<String, Value> =
        remembered.marks.iter().map(|(letter, at)| (letter.to_string(), place(at))).collect();
    one.insert("key".to_owned(), key.into());
    one.insert("title".to_owned(), title.into());
    one.insert("place".to_owned(), place(&remembered.place));
    one.insert("marks".to_owned(), marks.into());
    one.insert("jumps".to_owned(), remembered.jumps.iter().map(place).collect());
}

/// Members that are missing or odd count as not remembered.
fn parse(one: &Value) -> Remembered {
    let marks = one.get("marks").and_then(Value::as_object).into_iter().flatten();
    let mark = |(letter, at): (&String, &Value)| Some((letter.chars().next()?, parse_place(at)?));
    let jumps = one.get("jumps").and_then(Value::as_array).into_iter().flatten();
    Remembered {
        place: one.get("place").and_then(parse_place).unwrap_or_default(),
        marks: marks.filter_map(mark).collect(),
        jumps: jumps.filter_map(parse_place).collect(),
    }
}

fn parse_place(value: &Value) -> Option<Place> {
    let number = |at: usize| usize::try_from(value.get(at)?.as_u64()?).ok();
    Some(Place { block: number(0)?, byte: number(1)? })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::article::Block;

    struct Directory(std::path::PathBuf);

    impl Directory {
        fn new(name: &str) -> Self {
            Self(std::env::temp_dir().join(format!("newsreader-articles-{name}-{}", std::process::id())))
        }

        fn store(&self) -> Store {
            Store::at(self.0.join("state.json"))
        }
    }

    impl Drop for Directory {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn at(block: usize, byte: usize) -> Place {
        Place { block, byte }
    }

    fn remembered(place: Place, marks: &[(char, Place)]) -> Remembered {
        Remembered { place, marks: marks.iter().copied().collect(), jumps: vec![at(0, 0), place] }
    }

    #[test]
    fn what_was_remembered_is_recalled() {
        let directory = Directory::new("recalled");
        let store = directory.store();
        assert_eq!(store.recall("id:x").unwrap(), None);
        let first = remembered(at(3, 17), &[('a', at(1, 0)), ('ب', at(2, 4))]);
        store.remember("id:x", "title", &first, &Remembered::default()).unwrap();
        store.remember("id:y", "other", &Remembered::default(), &Remembered::default()).unwrap();
        assert_eq!(store.recall("id:x").unwrap(), Some(first));
        assert_eq!(store.recall("id:y").unwrap(), Some(Remembered::default()));
    }

    /// Two windows on one article, each with a bookmark of its own.
    #[test]
    fn bookmarks_of_another_run_are_kept() {
        let directory = Directory::new("kept");
        let store = directory.store();
        let known = remembered(at(0, 0), &[('a', at(1, 0)), ('z', at(9, 0))]);
        store.remember("k", "", &known, &Remembered::default()).unwrap();
        let z = ('z', at(9, 0));
        store.remember("k", "", &remembered(at(1, 0), &[('a', at(1, 0)), ('b', at(2, 0)), z]), &known).unwrap();
        store.remember("k", "", &remembered(at(5, 0), &[('a', at(4, 0)), z]), &known).unwrap();
        let now = store.recall("k").unwrap().unwrap();
        assert_eq!(now.marks, [('a', at(4, 0)), ('b', at(2, 0)), ('z', at(9, 0))].into());
        assert_eq!(now.place, at(5, 0));
    }

    /// A bookmark that was deleted here came back from the file; one that another run has moved meanwhile is not deleted.
    #[test]
    fn a_deleted_bookmark_is_gone_unless_another_run_has_moved_it() {
        let directory = Directory::new("deleted");
        let store = directory.store();
        let known = remembered(at(0, 0), &[('a', at(1, 0)), ('b', at(2, 0))]);
        store.remember("k", "", &known, &Remembered::default()).unwrap();
        store.remember("k", "", &remembered(at(0, 0), &[('a', at(1, 0)), ('b', at(7, 0))]), &known).unwrap();
        store.remember("k", "", &remembered(at(0, 0), &[]), &known).unwrap();
        assert_eq!(store.recall("k").unwrap().unwrap().marks, [('b', at(7, 0))].into());
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let directory = Directory::new("oldest");
        let store = directory.store();
        std::fs::create_dir_all(&directory.0).unwrap();
        let many: Vec<Value> =
            (0..MOST_ARTICLES + 10).map(|n| json!({"key": n.to_string(), "place": [n, 0]})).collect();
        std::fs::write(directory.0.join("articles.json"), json!({ "articles": many }).to_string()).unwrap();
        store.remember("new", "", &Remembered::default(), &Remembered::default()).unwrap();
        assert!(store.recall("0").unwrap().is_some());
        assert!(store.recall("505").unwrap().is_none());
    }

    #[test]
    fn many_at_once_lose_nothing() {
        let directory = Directory::new("once");
        std::thread::scope(|scope| {
            for run in 0..8 {
                let store = directory.store();
                scope.spawn(move || {
                    for n in 0..5 {
                        let key = format!("{run}.{n}");
                        store.remember(&key, "", &remembered(at(run, n), &[]), &Remembered::default()).unwrap();
                        store.set_terminal_setting(&key, "bidi", "auto").unwrap();
                    }
                });
            }
        });
        for run in 0..8 {
            for n in 0..5 {
                let key = format!("{run}.{n}");
                assert_eq!(directory.store().recall(&key).unwrap().unwrap().place, at(run, n));
                assert!(directory.store().terminal_setting(&key, "bidi").unwrap().is_some());
            }
        }
    }

    #[test]
    fn an_article_is_known_by_its_id_else_by_its_text() {
        let article = |id: Option<&str>, texts: &[&str]| Article {
            id: id.map(str::to_owned),
            blocks: texts.iter().map(|&text| Block { text: text.into(), ..Block::default() }).collect(),
            ..Article::default()
        };
        let seven = article(Some("7"), &["a"]);
        assert!(key_of(&seven).starts_with("id:7:"));
        let elsewhere = Article { headline: Some("b".to_owned()), ..seven.clone() };
        assert_ne!(key_of(&seven), key_of(&elsewhere));
        let key = key_of(&article(None, &["a", "b"]));
        assert_eq!(key, key_of(&article(Some(" "), &["a", "b"])));
        assert_ne!(key, key_of(&article(None, &["ab"])));
        assert_ne!(key, key_of(&article(None, &["ab", ""])));
        assert_eq!(key_of(&article(None, &["سلام"])), "text:06d189f67f080a23");
    }
}
