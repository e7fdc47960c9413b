//! Another thread has news for the one that owns the session.

use std::io::{self, Write};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Makes [`Session::next_event`](super::Session::next_event) return [`Event::Woken`](super::Event::Woken), from any thread.
///
/// Calls that come before the session has looked count as one. What the news are is for the caller to keep;
/// put them where they are found first, then wake.
#[derive(Clone, Debug, Default)]
pub struct Waker {
    woken: Arc<AtomicBool>,
    /// What the session's poll listens to; a terminal in memory has none.
    pipe: Option<Arc<UnixStream>>,
}

impl Waker {
    /// One that writes into `pipe`, whose other end the session polls.
    pub(super) fn new(pipe: &UnixStream) -> io::Result<Self> {
        Ok(Self { woken: Arc::default(), pipe: Some(Arc::new(pipe.try_clone()?)) })
    }

    /// Wakes the session. Costs nothing while an earlier call has not been noticed.
    pub fn wake(&self) {
        if self.woken.swap(true, Ordering::SeqCst) {
            return;
        }
        if let Some(pipe) = &self.pipe {
            // Fails when the pipe is full, which wakes as well, or when the session has ended.
            let _ = (&**pipe).write(&[0]);
        }
    }

    /// Whether somebody called since the last time this was asked.
    pub(crate) fn take(&self) -> bool {
        self.woken.swap(false, Ordering::SeqCst)
    }
}
