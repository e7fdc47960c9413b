//! What takes longer than a key may is done beside the loop: laying out paragraphs of megabytes, opening big files.

use std::io;
use std::sync::Arc;

use super::work::{Cancelled, Progress, Status, Work};
use crate::layout::{Job, TextLayout};
use crate::reader::keys::Keymap;
use crate::reader::{Action, State};
use crate::terminal::{Event, Session, Waker, die_by};
use crate::tongue::{Text, Tongue};
use crate::view;

/// The layout of a long text, while it is made.
#[derive(Debug)]
pub(super) struct LongTexts {
    waker: Waker,
    work: Option<(Arc<Job>, Work<TextLayout>)>,
    /// Stopped by hand; it is not begun again by itself.
    stopped: Option<Arc<Job>>,
}

impl LongTexts {
    pub(super) fn new(waker: Waker) -> Self {
        Self { waker, work: None, stopped: None }
    }

    /// Another article is open: nothing that was begun for the former one is for it.
    pub(super) fn forget(&mut self) {
        (self.work, self.stopped) = (None, None);
    }

    /// Takes what is done, begins what the state wants, and tells it how far that is. Never waits.
    pub(super) fn keep_up(&mut self, state: &mut State) {
        if let Some((job, work)) = &mut self.work {
            match work.poll() {
                Status::Done(layout) => {
                    state.finish_layout(job, layout);
                    self.work = None;
                }
                Status::Cancelled => self.work = None,
                Status::Running { .. } => {}
            }
        }
        match state.long_text() {
            None => self.work = None,
            Some(job) if self.work.as_ref().is_some_and(|(running, _)| running.is_same(&job)) => {}
            Some(job) if self.stopped.as_ref().is_some_and(|stopped| stopped.is_same(&job)) => self.work = None,
            Some(job) => self.begin(Arc::new(job), state),
        }
        let tongue = state.tongue();
        state.set_progress(self.work.as_ref().map(|(_, work)| work.describe(tongue)));
    }

    fn begin(&mut self, job: Arc<Job>, state: &mut State) {
        let same = Arc::clone(&job);
        let started = Work::start(state.tongue().text(Text::LayingOut), self.waker.clone(), move |progress| {
            same.run(&mut |done, all| progress.report(done, all).is_ok()).ok_or(Cancelled)
        });
        match started {
            Ok(work) => (self.work, self.stopped) = (Some((job, work)), None),
            Err(error) => {
                (self.work, self.stopped) = (None, Some(job));
                state.tell(state.tongue().long_paragraph_failed(&error.to_string()));
            }
        }
    }

    /// Stops; what is there stays.
    pub(super) fn stop(&mut self, state: &mut State) {
        self.stopped = self.work.take().map(|(job, _)| job);
        let on = state.key_for(Action::Redraw);
        state.say(state.tongue().long_paragraph_stopped(&on));
    }

    /// What was stopped may be begun again.
    pub(super) fn go_on(&mut self) {
        self.stopped = None;
    }
}

/// Runs `job` beside a screen that says `what` is being done, until it is done (its result) or somebody quits (none).
/// A signal ends the process.
pub(super) fn with_screen<R: Send + 'static>(
    session: &mut Session,
    (what, tongue): (&str, Tongue),
    keymap: &Keymap,
    job: impl FnOnce(&Progress) -> R + Send + 'static,
) -> io::Result<Option<R>> {
    let mut work = Work::start(what, session.waker(), move |progress| Ok(job(progress)))?;
    loop {
        match work.poll() {
            Status::Done(result) => return Ok(Some(result)),
            Status::Cancelled => return Ok(None),
            Status::Running { .. } => {
                session.draw(&view::waiting(session.size(), &work.describe(tongue), keymap, tongue))?;
            }
        }
        match session.next_event()? {
            Event::Key(key) => match keymap.reading_action(&key, tongue) {
                Some(Action::Quit | Action::Close) => return Ok(None),
                Some(Action::Suspend) => session.suspend()?,
                Some(Action::Redraw) => session.redraw_all(),
                _ => {}
            },
            Event::Terminate(signal) => {
                session.give_back()?;
                die_by(signal);
            }
            Event::Closed => return Ok(None),
            _ => {}
        }
    }
}
