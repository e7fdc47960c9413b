//! The articles that are to be read: those of every file that was named, one behind the other.
//!
//! A file is read when one of its articles is asked for, and a record of it parsed when it is opened; what is no
//! article is stepped over.

use std::io;
use std::path::{Path, PathBuf};

use crate::formats::{Annotations, Collection, OpenError, Opened, Progress};
use crate::tongue::Tongue;

/// Records that one step passes over at most in search of an article.
const PASSED: usize = 10_000;

/// Bytes of a file that are worth reading it again.
const BIG: usize = 1 << 20;

/// Where articles come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input, until its end.
    StandardInput,
    /// The article that comes with the program.
    Bundled,
}

impl Source {
    /// What a command line names: files, standard input for `-` or when something is piped in, else the article that
    /// comes with the program.
    #[must_use]
    pub fn all(paths: &[PathBuf]) -> Vec<Self> {
        match paths {
            [] if is_piped() => vec![Self::StandardInput],
            [] => vec![Self::Bundled],
            _ => paths.iter().map(|path| Self::of(path)).collect(),
        }
    }

    fn of(path: &Path) -> Self {
        if is_standard_input(path) { Self::StandardInput } else { Self::File(path.to_owned()) }
    }
}

/// Whether a path means standard input.
#[must_use]
pub fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// Whether standard input is a pipe or a file. Neither a terminal nor `/dev/null` nor a closed input
/// is something to read.
fn is_piped() -> bool {
    use rustix::fs::FileType;
    rustix::fs::fstat(io::stdin()).is_ok_and(|stat| {
        matches!(FileType::from_raw_mode(stat.st_mode), FileType::Fifo | FileType::RegularFile | FileType::Socket)
    })
}

/// An article on the shelf: its file and its record, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The number of the source.
    pub file: usize,
    /// The number of the record in it.
    pub record: usize,
}

/// What stands at a source.
#[derive(Debug)]
enum Slot {
    Unread(Source),
    Read(Box<Collection>),
    /// A big file of one article, which was opened. It is read again when the article is opened again.
    Alone(Source),
    /// It was tried and is none.
    Refused,
}

/// What a search found: an article, and what was passed over on the way.
#[derive(Debug)]
pub struct Found {
    /// Where it stands.
    pub place: Place,
    /// The article.
    pub opened: Opened,
    /// Why records and files before it are none.
    pub passed: Vec<OpenError>,
}

/// The articles of several sources.
#[derive(Debug)]
pub struct Shelf {
    slots: Vec<Slot>,
    annotations: Option<Annotations>,
    progress: Progress,
}

impl Shelf {
    /// The articles of these sources; `annotations` belong to the first of them.
    #[must_use]
    pub fn new(sources: Vec<Source>, annotations: Option<Annotations>) -> Self {
        let slots = sources.into_iter().map(Slot::Unread).collect();
        Self { slots, annotations, progress: Progress::default() }
    }

    /// From now on `progress` is told how far the reading of a file is.
    pub fn tell(&mut self, progress: Progress) {
        self.progress = progress;
    }

    /// The first article.
    ///
    /// # Errors
    /// Why the first record is none, when there is no article at all.
    pub fn first(&mut self) -> Result<Found, Option<OpenError>> {
        self.seek(Some(Place { file: 0, record: 0 }), true)
            .map_err(|mut passed| (!passed.is_empty()).then(|| passed.swap_remove(0)))
    }

    /// The next article after `place`, or the one before it.
    ///
    /// # Errors
    /// What was passed over, when there is none in that direction.
    pub fn beside(&mut self, place: Place, forward: bool) -> Result<Found, Vec<OpenError>> {
        let start = self.step(place, forward);
        self.seek(start, forward)
    }

    /// Where an article stands among the others, as `3/118`; nothing when it is alone. Of several files those that
    /// have not been read are not counted: `file 2/5  3/118`. Of a large file that has not been read to its end it is
    /// said about how many there are: `3/~83000`.
    #[must_use]
    pub fn position(&self, place: Place, tongue: Tongue) -> Option<String> {
        let (records, exact) = match self.slots.get(place.file) {
            Some(Slot::Read(collection)) => collection.estimate(),
            _ => (1, true),
        };
        let about = if exact { "" } else { "~" };
        let record = format!("{}/{about}{}", tongue.number(place.record + 1), tongue.number(records));
        match (self.slots.len(), records) {
            (1, 1) => None,
            (1, _) => Some(record),
            (files, 1) => Some(format!("{}/{}", tongue.number(place.file + 1), tongue.number(files))),
            (files, _) => Some(format!("{}  {record}", tongue.file_of(place.file + 1, files))),
        }
    }

    /// Opens what stands at `start` or, if that is no article, the nearest one in the direction.
    fn seek(&mut self, start: Option<Place>, forward: bool) -> Result<Found, Vec<OpenError>> {
        let mut passed = Vec::new();
        let mut next = start;
        while let Some(place) = next {
            let source = self.source(place.file);
            let opened = match self.collection(place.file) {
                Ok(Some(collection)) if collection.has(place.record) => Some(collection.open_late(place.record)),
                Ok(_) => None,
                Err(error) => Some(Err(error)),
            };
            match opened {
                Some(Ok(mut opened)) => {
                    self.let_go(place.file, source);
                    opened.settle();
                    let first = place == Place { file: 0, record: 0 };
                    if let Some(annotations) = self.annotations.as_ref().filter(|_| first) {
                        annotations.add_to(&mut opened);
                    }
                    return Ok(Found { place, opened, passed });
                }
                Some(Err(error)) => passed.push(error),
                None => {}
            }
            if passed.len() >= PASSED {
                break;
            }
            next = self.step(place, forward);
        }
        Err(passed)
    }

    /// The place beside `place`, whether there is an article or not.
    fn step(&mut self, place: Place, forward: bool) -> Option<Place> {
        let Place { file, record } = place;
        if forward {
            let alone = matches!(self.slots.get(file), Some(Slot::Alone(_)));
            if !alone && matches!(self.collection(file), Ok(Some(collection)) if collection.has(record + 1)) {
                return Some(Place { file, record: record + 1 });
            }
            return Some(Place { file: file + 1, record: 0 }).filter(|place| place.file < self.slots.len());
        }
        match record.checked_sub(1) {
            Some(record) => Some(Place { file, record }),
            None => {
                let file = file.checked_sub(1)?;
                Some(Place { file, record: self.records(file).saturating_sub(1) })
            }
        }
    }

    /// Records in a file; 0 when it cannot be read.
    fn records(&mut self, file: usize) -> usize {
        if matches!(self.slots.get(file), Some(Slot::Alone(_))) {
            return 1;
        }
        match self.collection(file) {
            Ok(Some(collection)) => collection.len(),
            _ => 0,
        }
    }

    /// What a file that is not held in memory comes from.
    fn source(&self, file: usize) -> Option<Source> {
        match self.slots.get(file)? {
            Slot::Unread(source) | Slot::Alone(source) => Some(source.clone()),
            Slot::Read(_) | Slot::Refused => None,
        }
    }

    /// Of a big file with one article, which was opened just now, nothing is kept in memory if it can be read again from its
    /// source, or will not be needed again.
    fn let_go(&mut self, file: usize, source: Option<Source>) {
        let only = self.slots.len() == 1;
        let big = matches!(&self.slots[file], Slot::Read(all) if all.bytes() >= BIG && all.len() == 1);
        if let Some(source) = source.filter(|source| big && (only || matches!(source, Source::File(_)))) {
            self.slots[file] = Slot::Alone(source);
        }
    }

    /// The records of a file, which is read now if it has not been. Why it cannot be is told once.
    fn collection(&mut self, file: usize) -> Result<Option<&Collection>, OpenError> {
        let Some(slot) = self.slots.get_mut(file) else { return Ok(None) };
        if let Slot::Unread(source) | Slot::Alone(source) = slot {
            let with_text = self.annotations.is_some() && file == 0;
            match read(source, with_text, &self.progress) {
                Ok(collection) => *slot = Slot::Read(Box::new(collection)),
                Err(error) => {
                    *slot = Slot::Refused;
                    return Err(error);
                }
            }
        }
        match slot {
            Slot::Read(collection) => Ok(Some(collection)),
            _ => Ok(None),
        }
    }
}

/// Reads a source; with `with_text` it may be plain text.
fn read(source: &Source, with_text: bool, progress: &Progress) -> Result<Collection, OpenError> {
    match (source, with_text) {
        (Source::Bundled, _) => Collection::bundled(),
        (Source::File(path), false) => Collection::open_path_telling(path, progress.clone()),
        (Source::File(path), true) => Collection::open_path_or_text(path),
        (Source::StandardInput, false) => Collection::read_from(io::stdin().lock(), "standard input"),
        (Source::StandardInput, true) => Collection::read_from_or_text(io::stdin().lock(), "standard input"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    struct Directory(PathBuf);

    impl Directory {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("newsreader-shelf-{name}-{}", std::process::id()));
            std::fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn file(&self, name: &str, text: &str) -> Source {
            let path = self.0.join(name);
            std::fs::write(&path, text).unwrap();
            Source::File(path)
        }
    }

    impl Drop for Directory {
        fn drop(&mut self) {
            _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn row(title: &str) -> String {
        format!("{{\"title\": \"{title}\", \"text\": \"نص هذا الخبر القصير\"}}\n")
    }

    fn title(found: &Found) -> String {
        found.opened.article.headline.clone().unwrap()
    }

    #[test]
    fn a_walk_through_several_files_and_back_passes_over_what_is_no_article() {
        let directory = Directory::new("walk");
        let sources = vec![
            directory.file("broken.json", "{"),
            directory.file("three.jsonl", &(row("a") + "{\"id\": 7}\n" + &row("b"))),
            Source::File(directory.0.join("missing.json")),
            directory.file("one.json", &row("c")),
        ];
        let mut shelf = Shelf::new(sources, None);
        let mut found = shelf.first().unwrap();
        let mut walk =
            vec![(title(&found), shelf.position(found.place, Tongue::default()).unwrap(), found.passed.len())];
        for forward in [true, true, false, false] {
            found = shelf.beside(found.place, forward).unwrap();
            walk.push((title(&found), shelf.position(found.place, Tongue::default()).unwrap(), found.passed.len()));
        }
        let expected = [
            ("a", "file 2/4  1/3", 1),
            ("b", "file 2/4  3/3", 1),
            ("c", "4/4", 1),
            // The missing file has been told of; the record that is none is met again.
            ("b", "file 2/4  3/3", 0),
            ("a", "file 2/4  1/3", 1),
        ];
        assert_eq!(walk, expected.map(|(title, place, passed)| (title.to_owned(), place.to_owned(), passed)));
        assert!(shelf.beside(found.place, false).is_err(), "nothing before the first");
    }

    #[test]
    fn a_big_file_is_not_kept_in_memory_and_read_again_when_it_is_wanted() {
        let directory = Directory::new("big");
        let block = |text: &str| format!(r#"{{"id": "b", "type": "paragraph", "text": "{text}"}}"#);
        let native = |text: &str| {
            format!(r#"{{"format": "newsreader-article/1", "inLanguage": "ar", "blocks": [{}]}}"#, block(text))
        };
        // With escapes, so that the text is given to its block late.
        let big = r#"نص \"طويل\" "#.repeat(BIG / 10);
        let sources = vec![directory.file("big.json", &native(&big)), directory.file("small.json", &native("ب"))];
        let mut shelf = Shelf::new(sources, None);
        let text = |found: &Found| found.opened.article.blocks[0].text.to_string();
        let first = shelf.first().unwrap();
        assert_eq!(text(&first), big.replace('\\', ""));
        assert!(matches!(shelf.slots[0], Slot::Alone(_)));
        assert_eq!(shelf.position(first.place, Tongue::default()).as_deref(), Some("1/2"));
        let second = shelf.beside(first.place, true).unwrap();
        assert!(matches!(shelf.slots[..], [Slot::Alone(_), Slot::Read(_)]), "a step does not read it again");
        let again = shelf.beside(second.place, false).unwrap();
        assert_eq!((text(&again), again.place), (text(&first), first.place));
    }

    #[test]
    fn one_article_has_no_position_and_none_is_an_error() {
        let directory = Directory::new("one");
        let mut shelf = Shelf::new(vec![directory.file("one.json", &row("a"))], None);
        let found = shelf.first().unwrap();
        assert_eq!(shelf.position(found.place, Tongue::default()), None);
        assert!(shelf.beside(found.place, true).unwrap_err().is_empty());
        let mut shelf = Shelf::new(vec![directory.file("no.json", "{\"id\": 1}")], None);
        assert!(shelf.first().unwrap_err().unwrap().to_string().contains("no.json: "));
        assert!(Shelf::new(vec![], None).first().unwrap_err().is_none());
    }
}
