//! The way back: what undoes a session, on every way out of it, a panic included.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError, Weak};
use std::thread::{self, ThreadId};

use rustix::termios::{self, OptionalActions, Termios};

use super::harmless;

/// What is needed to give the terminal back as it was. Shared between the session and the panic hook.
#[derive(Debug)]
pub(super) struct Restore {
    output: File,
    input: OwnedFd,
    armed: AtomicBool,
    way_back: Mutex<WayBack>,
    owner: ThreadId,
}

#[derive(Debug, Default)]
struct WayBack {
    undo: Vec<u8>,
    saved: Option<Termios>,
    /// Panics of other threads: told when the screen is the shell's again.
    messages: Vec<String>,
}

impl Restore {
    pub(super) fn new(output: File, input: OwnedFd) -> Self {
        let (armed, way_back) = (AtomicBool::new(false), Mutex::default());
        Self { output, input, armed, way_back, owner: thread::current().id() }
    }

    pub(super) fn output(&self) -> &File {
        &self.output
    }

    fn way_back(&self) -> MutexGuard<'_, WayBack> {
        self.way_back.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on there is something to undo.
    ///
    /// Armed already, it keeps what it has: after SIGSTOP and SIGCONT the settings found are our own.
    pub(super) fn arm(&self, saved: Termios) {
        if !self.armed.load(Ordering::SeqCst) {
            self.way_back().saved = Some(saved);
            self.armed.store(true, Ordering::SeqCst);
        }
    }

    pub(super) fn set_undo(&self, undo: &[u8]) {
        self.way_back().undo = undo.to_vec();
    }

    /// Undoes everything, once. All of it is tried, the first error is returned.
    pub(super) fn now(&self) -> io::Result<()> {
        if !self.armed.swap(false, Ordering::SeqCst) {
            return Ok(());
        }
        let way_back = std::mem::take(&mut *self.way_back());
        let mut output = &self.output;
        let written = output.write_all(&way_back.undo).and_then(|()| output.flush());
        let set = match &way_back.saved {
            // After the undo bytes have left, so that a slow terminal does not see them cooked.
            Some(saved) => termios::tcsetattr(&self.input, OptionalActions::Drain, saved).map_err(io::Error::from),
            None => Ok(()),
        };
        for message in &way_back.messages {
            // Standard error may be closed; there is nobody left to tell.
            let _ = writeln!(io::stderr(), "{message}");
        }
        written.and(set)
    }
}

static CURRENT: Mutex<Weak<Restore>> = Mutex::new(Weak::new());
static HOOK: Once = Once::new();

/// Makes a panic restore the terminal before its message is printed. A panic in another thread than
/// the session's leaves the screen alone: its message is kept until the session ends.
pub(super) fn on_panic(restore: &Arc<Restore>) {
    *CURRENT.lock().unwrap_or_else(PoisonError::into_inner) = Arc::downgrade(restore);
    HOOK.call_once(|| {
        let next = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let current = CURRENT.try_lock().ok().and_then(|current| current.upgrade());
            match current.filter(|restore| restore.armed.load(Ordering::SeqCst)) {
                Some(restore) if restore.owner != thread::current().id() => {
                    restore
                        .way_back()
                        .messages
                        .push(info.to_string().lines().map(harmless).collect::<Vec<_>>().join("\n"));
                }
                Some(restore) => {
                    let _ = restore.now();
                    next(info);
                }
                None => next(info),
            }
        }));
    });
}
