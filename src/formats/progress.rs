//! How far the opening of a file is.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Whom to tell how far the opening of a file is; nobody by default.
#[derive(Clone, Default)]
pub struct Progress(Option<Arc<Listener>>);

/// Called with how much is done of how much.
type Told = dyn Fn(usize, usize) + Send + Sync;

struct Listener {
    told: Box<Told>,
    /// 1 more than the greatest permille that was told: records that are no articles are parsed one after the other, and
    /// each would begin anew.
    most: AtomicUsize,
}

/// The parts of opening a file, in per cent of the time that they take: reading it, ...
pub(super) const READING: Range<usize> = 0..10;
/// ... finding the records in it, ...
pub(super) const SPLITTING: Range<usize> = 10..30;
/// ... and parsing one.
pub(super) const PARSING: Range<usize> = 30..100;

impl Progress {
    /// Tells `told` how much is done of how much, in steps of no fixed size that never go back.
    pub fn new(told: impl Fn(usize, usize) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(Listener { told: Box::new(told), most: AtomicUsize::new(0) })))
    }

    /// Tells that `done` of `all` bytes of a part are done.
    pub(super) fn tell(&self, part: &Range<usize>, done: usize, all: usize) {
        if let Some(listener) = &self.0 {
            // In permille, so that a big file does not overflow on a small machine.
            let permille = done.min(all) as u128 * 10 * part.len() as u128 / all.max(1) as u128;
            let permille = part.start * 10 + usize::try_from(permille).unwrap_or(0);
            if listener.most.fetch_max(permille + 1, Ordering::Relaxed) <= permille {
                (listener.told)(permille, 1000);
            }
        }
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Progress({})", if self.0.is_some() { "told" } else { "nobody" })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Mutex;

    use super::super::Collection;
    use super::*;

    #[test]
    fn records_that_are_refused_do_not_make_it_go_back() {
        let block = r#"{"id":"b","type":"paragraph","text":"نص"}"#;
        let blocks = |last: &str| format!("[{}{last}]", format!("{block},").repeat(2_000));
        let native = |blocks: &str| format!(r#"{{"format":"newsreader-article/1","blocks":{blocks}}}"#);
        let refused = native(&blocks(r#"{"id":"x"}"#));
        let file = format!("[{refused},{refused},{}]", native(&blocks(block)));
        let path = std::env::temp_dir().join(format!("newsreader-progress-{}", std::process::id()));
        std::fs::write(&path, file).unwrap();
        let heard: Arc<Mutex<Vec<usize>>> = Arc::default();
        let hearing = Arc::clone(&heard);
        let progress = Progress::new(move |done, _| hearing.lock().unwrap().push(done));
        let collection = Collection::open_path_telling(&path, progress);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(collection.unwrap().first().unwrap().0, 2);
        let heard = heard.lock().unwrap();
        assert!(heard.is_sorted_by(|a, b| a < b) && *heard.last().unwrap() > PARSING.start * 10, "{heard:?}");
    }
}
