//! What is remembered from one run to the next: two JSON files in `$XDG_STATE_HOME/newsreader`, or the same below
//! `~/.local/state` (XDG Base Directory Specification). `articles.json` has the places in articles, `state.json` the rest:
//!
//! ```json
//! {
//!   "terminals": {
//!     "kitty": { "bidi": "visual" }
//!   }
//! }
//! ```
//!
//! Members that this version does not know stay as they are. The file is replaced in one step (rename), so that
//! no reader ever sees half of it. It is read again before each change: another newsreader may have written.

mod articles;
mod file;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::formats::{visible, visible_path};

pub use articles::key_of;

/// The file, and what can be remembered in it.
#[derive(Debug, Clone, Default)]
pub struct Store {
    path: Option<PathBuf>,
}

/// Why something could not be remembered or recalled.
#[derive(Debug)]
pub enum StoreError {
    /// Neither `XDG_STATE_HOME` nor `HOME` says where.
    NoPlace,
    /// The file could not be read or written.
    Io(PathBuf, io::Error),
    /// The file holds something else than is written here.
    NotOurs(PathBuf, String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPlace => write!(f, "neither XDG_STATE_HOME nor HOME says where to remember"),
            Self::Io(path, error) => write!(f, "{}: {error}", visible_path(path)),
            Self::NotOurs(path, what) => {
                write!(f, "{}: {}; move the file away to begin afresh", visible_path(path), visible(what))
            }
        }
    }
}

impl std::error::Error for StoreError {}

/// The directory in the environment variable `name`, or `below_home` in the home directory.
pub(crate) fn base_directory(name: &str, below_home: &str) -> Option<PathBuf> {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute(name).or_else(|| absolute("HOME").map(|home| home.join(below_home)))
}

impl Store {
    /// The file of this user.
    #[must_use]
    pub fn of_user() -> Self {
        Self { path: base_directory("XDG_STATE_HOME", ".local/state").map(|base| base.join("newsreader/state.json")) }
    }

    /// The file at `path`.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: Some(path.into()) }
    }

    /// What was remembered as `setting` of the terminal that is called `terminal`.
    ///
    /// # Errors
    /// When the file is there but cannot be read or is not what this room writes.
    pub fn terminal_setting(&self, terminal: &str, setting: &str) -> Result<Option<String>, StoreError> {
        let Some(path) = &self.path else { return Ok(None) };
        let root = file::read(path)?;
        let value = root.get("terminals").and_then(|all| all.get(terminal)).and_then(|one| one.get(setting));
        Ok(value.and_then(Value::as_str).map(str::to_owned))
    }

    /// Remembers `value` as `setting` of the terminal that is called `terminal`.
    ///
    /// # Errors
    /// When the file cannot be read or written. A file that is not ours is left alone.
    pub fn set_terminal_setting(&self, terminal: &str, setting: &str, value: &str) -> Result<(), StoreError> {
        let path = self.path.as_deref().ok_or(StoreError::NoPlace)?;
        file::update(path, |root| {
            let terminals = member(root, "terminals", path)?;
            member(terminals, terminal, path)?.insert(setting.to_owned(), value.into());
            Ok(())
        })
    }
}

/// The object called `name`, made if it is not there.
fn member<'a>(
    object: &'a mut Map<String, Value>,
    name: &str,
    path: &Path,
) -> Result<&'a mut Map<String, Value>, StoreError> {
    let value = object.entry(name).or_insert_with(|| Value::Object(Map::new()));
    value.as_object_mut().ok_or_else(|| StoreError::NotOurs(path.into(), format!("{name:?} is no object")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::fs;

    /// A directory of its own that is gone afterwards.
    struct Directory(PathBuf);

    impl Directory {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("newsreader-store-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn store(&self) -> Store {
            Store::at(self.0.join("deep/state.json"))
        }

        fn text(&self) -> String {
            fs::read_to_string(self.0.join("deep/state.json")).unwrap()
        }
    }

    impl Drop for Directory {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn what_was_set_is_found_by_another_run() {
        let directory = Directory::new("found");
        assert_eq!(directory.store().terminal_setting("kitty", "bidi").unwrap(), None);
        directory.store().set_terminal_setting("kitty", "bidi", "words").unwrap();
        directory.store().set_terminal_setting("VTE", "bidi", "logical").unwrap();
        directory.store().set_terminal_setting("kitty", "bidi", "visual").unwrap();
        assert_eq!(directory.store().terminal_setting("kitty", "bidi").unwrap().as_deref(), Some("visual"));
        assert_eq!(directory.store().terminal_setting("VTE", "bidi").unwrap().as_deref(), Some("logical"));
        assert_eq!(directory.store().terminal_setting("st", "bidi").unwrap(), None);
        // Nothing but the file itself and its lock is left behind.
        assert_eq!(fs::read_dir(directory.0.join("deep")).unwrap().count(), 2);
    }

    #[test]
    fn members_that_are_not_known_stay() {
        let directory = Directory::new("stay");
        directory.store().set_terminal_setting("st", "bidi", "auto").unwrap();
        fs::write(directory.0.join("deep/state.json"), r#"{"later": [1.50], "terminals": {"st": {"x": 1}}}"#).unwrap();
        directory.store().set_terminal_setting("st", "bidi", "visual").unwrap();
        let text: String = directory.text().split_whitespace().collect();
        assert_eq!(text, r#"{"later":[1.5],"terminals":{"st":{"x":1,"bidi":"visual"}}}"#);
    }

    #[test]
    fn a_file_that_is_not_ours_is_told_and_left_alone() {
        let directory = Directory::new("alone");
        directory.store().set_terminal_setting("st", "bidi", "auto").unwrap();
        for text in ["{\"terminals\": ", "[]", "{\"terminals\": []}", ""] {
            fs::write(directory.0.join("deep/state.json"), text).unwrap();
            let error = directory.store().set_terminal_setting("st", "bidi", "visual").unwrap_err();
            assert!(error.to_string().contains("state.json: "), "{error}");
            assert_eq!(directory.text(), text);
        }
    }

    #[test]
    fn where_nothing_can_be_written_nothing_is_left_behind() {
        let directory = Directory::new("nothing");
        fs::write(directory.0.join("deep"), "a file where the directory should be").unwrap();
        assert!(directory.store().set_terminal_setting("st", "bidi", "visual").is_err());
        assert_eq!(fs::read_dir(&directory.0).unwrap().count(), 1);
        assert!(Store::default().set_terminal_setting("st", "bidi", "visual").is_err());
        assert_eq!(Store::default().terminal_setting("st", "bidi").unwrap(), None);
    }
}
