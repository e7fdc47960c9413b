//! Entities and quotations for an article that carries none, found beside the reading.

use std::sync::Arc;

use super::work::{Status, Work};
use crate::article::Article;
use crate::extract::{self, Annotations};
use crate::reader::State;
use crate::terminal::Waker;
use crate::tongue::Text;

/// Bytes of text that are searched for names: two seconds and some 150 MB. Of a longer text the list would help nobody.
pub const MOST_BYTES: usize = 2 << 20;

/// The search for names in one article.
#[derive(Debug)]
pub(super) struct Extracting {
    waker: Waker,
    wanted: bool,
    /// One at a time: what was begun for an article that is not open any more is waited for, and dropped.
    work: Option<(Arc<Article>, Work<Option<Annotations>>)>,
}

impl Extracting {
    /// `wanted` is false where the person said `--no-extract`.
    pub(super) fn new(waker: Waker, wanted: bool) -> Self {
        Self { waker, wanted, work: None }
    }

    /// Takes what was found, and begins when the article in `state` has nothing. Never waits.
    pub(super) fn keep_up(&mut self, state: &mut State) {
        if let Some((article, work)) = &mut self.work {
            // Another article was opened meanwhile: this one is searched when it is open again.
            let same = Arc::ptr_eq(article, state.article());
            match work.poll() {
                Status::Running { .. } => return,
                Status::Cancelled => self.work = None,
                Status::Done(found) => {
                    // Let go of, so that the state need not copy it.
                    self.work = None;
                    match found {
                        Some(found) if same => state.annotate(found.entities, found.quotes),
                        None if same => {
                            state.expect_annotations(false);
                            state.tell(state.tongue().text(Text::NamesFailed));
                        }
                        _ => {}
                    }
                }
            }
        }
        if self.wanted && state.wants_annotations() && self.work.is_none() {
            self.begin(state);
        }
    }

    fn begin(&mut self, state: &mut State) {
        let article = Arc::clone(state.article());
        if article.blocks.iter().map(|block| block.text.len()).sum::<usize>() > MOST_BYTES {
            return state.expect_annotations(false);
        }
        let searched = Arc::clone(&article);
        let work = Work::start(state.tongue().text(Text::LookingForNames), self.waker.clone(), move |_| {
            // The article can be read, whatever goes wrong here.
            Ok(std::panic::catch_unwind(|| extract::annotate(&searched)).ok())
        });
        match work {
            Ok(work) => {
                self.work = Some((article, work));
                state.expect_annotations(true);
            }
            Err(error) => {
                state.expect_annotations(false);
                state.tell(state.tongue().names_not_looked_for(&error.to_string()));
            }
        }
    }
}
