//! Long work beside the reader: one thread for one job, with progress, that can be cancelled.
//!
//! The job runs until it is done or notices that nobody wants it any more; every piece of news wakes the session
//! ([`Event::Woken`](crate::terminal::Event::Woken)), and the loop then asks [`Work::poll`].
//!
//! ```no_run
//! # use newsreader::app::work::{Status, Work};
//! # fn main() -> std::io::Result<()> {
//! # let session = newsreader::terminal::Session::enter(Default::default())?;
//! # let words = vec!["a"; 1000];
//! let mut work = Work::start("counting", session.waker(), move |progress| {
//!     let mut sum = 0;
//!     for (done, word) in words.iter().enumerate() {
//!         progress.report(done, words.len())?; // ends the job when it was cancelled
//!         sum += word.len();
//!     }
//!     Ok(sum)
//! })?;
//! match work.poll() {
//!     Status::Running { per_cent } => {} // say so in the status line
//!     Status::Done(sum) => {}
//!     Status::Cancelled => {}
//! }
//! # Ok(())
//! # }
//! ```

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::{Builder, JoinHandle};

use crate::terminal::Waker;
use crate::tongue::Tongue;

/// Somebody called [`Work::cancel`]: the job ends early and has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

#[derive(Debug, Default)]
struct Shared {
    cancelled: AtomicBool,
    /// 1 more than the per cent that are done; 0: nothing was reported.
    done: AtomicU8,
}

/// What a job is given: how to tell how far it is, and whether anybody still wants it.
#[derive(Clone, Debug)]
pub struct Progress {
    shared: Arc<Shared>,
    waker: Waker,
}

impl Progress {
    /// Tells that `done` of `all` steps are done. The session is woken once for each per cent, so this may be called
    /// often.
    ///
    /// # Errors
    /// When the job was cancelled; it should end.
    pub fn report(&self, done: usize, all: usize) -> Result<(), Cancelled> {
        self.check()?;
        let per_cent = done.min(all) as u128 * 100 / all.max(1) as u128;
        let told = u8::try_from(per_cent + 1).unwrap_or(u8::MAX);
        if self.shared.done.swap(told, Ordering::Relaxed) != told {
            self.waker.wake();
        }
        Ok(())
    }

    /// For a job that cannot tell how far it is.
    ///
    /// # Errors
    /// When the job was cancelled; it should end.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.shared.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }
}

/// How a job fares.
#[derive(Debug, PartialEq, Eq)]
pub enum Status<T> {
    /// Not done yet; with how much is, if the job tells.
    Running {
        /// 0 to 100.
        per_cent: Option<u8>,
    },
    /// The result. It is given out once.
    Done(T),
    /// It ended without one, or the result was given out before.
    Cancelled,
}

/// A job in a thread of its own. Dropping it cancels the job and does not wait for its end.
#[derive(Debug)]
pub struct Work<T> {
    what: String,
    shared: Arc<Shared>,
    result: Receiver<Result<T, Cancelled>>,
    thread: Option<JoinHandle<()>>,
}

impl<T: Send + 'static> Work<T> {
    /// Starts `job`; `what` says for the status line what is being done ("opening x.json"). `waker` is called on
    /// progress and at the end.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        what: impl Into<String>,
        waker: Waker,
        job: impl FnOnce(&Progress) -> Result<T, Cancelled> + Send + 'static,
    ) -> io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let progress = Progress { shared: Arc::clone(&shared), waker: waker.clone() };
        let end = AtTheEnd(waker);
        let (sender, result) = channel();
        let thread = Builder::new().name("work".into()).spawn(move || {
            // Dropped last, and also when the job panics: who is woken finds the result, or that none will come.
            let _end = end;
            let sender = sender;
            // Fails when nobody waits for it any more.
            let _ = sender.send(job(&progress));
        })?;
        Ok(Self { what: what.into(), shared, result, thread: Some(thread) })
    }

    /// How the job fares. Never waits: whoever is woken at the end finds the result. A panic in the job goes on in the caller.
    pub fn poll(&mut self) -> Status<T> {
        match self.result.try_recv() {
            Ok(Ok(result)) => Status::Done(result),
            Ok(Err(Cancelled)) => Status::Cancelled,
            Err(TryRecvError::Empty) => {
                Status::Running { per_cent: self.shared.done.load(Ordering::Relaxed).checked_sub(1) }
            }
            Err(TryRecvError::Disconnected) => match self.thread.take().map(JoinHandle::join) {
                Some(Err(panic)) => std::panic::resume_unwind(panic),
                _ => Status::Cancelled,
            },
        }
    }
}

impl<T> Work<T> {
    /// Asks the job to end. It does at its next look at its [`Progress`]; [`poll`](Work::poll) tells when.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// For the status line, in the language in which it was begun: what is being done, and how much of it is.
    #[must_use]
    pub fn describe(&self, tongue: Tongue) -> String {
        match self.shared.done.load(Ordering::Relaxed).checked_sub(1) {
            Some(per_cent) => tongue.progress(&self.what, &tongue.per_cent_of(per_cent.into(), 100)),
            None => self.what.clone(),
        }
    }
}

impl<T> Drop for Work<T> {
    fn drop(&mut self) {
        self.cancel();
    }
}

struct AtTheEnd(Waker);

impl Drop for AtTheEnd {
    fn drop(&mut self) {
        self.0.wake();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::mpsc::channel;

    use super::*;

    /// Until something else than "running" comes.
    fn finished<T: Send + 'static>(work: &mut Work<T>) -> Status<T> {
        loop {
            match work.poll() {
                Status::Running { .. } => std::thread::yield_now(),
                other => return other,
            }
        }
    }

    /// Progress is there before the wake that tells of it.
    fn wait_for(waker: &Waker) {
        while !waker.take() {
            std::thread::yield_now();
        }
    }

    #[test]
    fn a_job_tells_how_far_it_is_and_gives_its_result_once() {
        let (go, wait) = channel::<()>();
        let waker = Waker::default();
        let mut work = Work::start("counting", waker.clone(), move |progress| {
            progress.report(1, 3)?;
            wait.recv().unwrap();
            progress.report(3, 3)?;
            Ok(7)
        })
        .unwrap();
        while work.poll() != (Status::Running { per_cent: Some(33) }) {
            std::thread::yield_now();
        }
        assert_eq!(work.describe(Tongue::default()), "counting: 33%");
        wait_for(&waker);
        go.send(()).unwrap();
        assert_eq!(finished(&mut work), Status::Done(7));
        wait_for(&waker);
        assert_eq!(work.poll(), Status::Cancelled);
    }

    /// A wake comes behind the result, never before it: nobody would look again.
    #[test]
    fn who_is_woken_last_finds_the_result() {
        for _ in 0..200 {
            let waker = Waker::default();
            let mut work = Work::start("", waker.clone(), |_| Ok(())).unwrap();
            while !waker.take() {
                std::hint::spin_loop();
            }
            assert_eq!(work.poll(), Status::Done(()));
        }
    }

    #[test]
    fn the_session_is_woken_once_for_each_per_cent() {
        let waker = Waker::default();
        let progress = Progress { shared: Arc::default(), waker: waker.clone() };
        let woken = (0..=1000).filter(|&done| {
            progress.report(done, 1000).unwrap();
            waker.take()
        });
        assert_eq!(woken.count(), 101);
    }

    #[test]
    fn a_cancelled_job_ends_and_so_does_one_that_is_dropped() {
        let (ended, end) = channel();
        let endless = move |progress: &Progress| -> Result<(), Cancelled> {
            loop {
                progress.check().inspect_err(|_| ended.send(()).unwrap())?;
                std::thread::yield_now();
            }
        };
        let mut work = Work::start("", Waker::default(), endless.clone()).unwrap();
        work.cancel();
        assert_eq!(finished(&mut work), Status::Cancelled);
        end.recv().unwrap();
        drop(Work::start("", Waker::default(), endless).unwrap());
        end.recv().unwrap();
    }

    #[test]
    fn a_panic_in_a_job_is_one_of_the_caller() {
        let mut work = Work::<()>::start("", Waker::default(), |_| panic!("as asked")).unwrap();
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| finished(&mut work)));
        assert_eq!(*caught.unwrap_err().downcast::<&str>().unwrap(), "as asked");
    }
}
