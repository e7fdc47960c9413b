//! A terminal in memory: what is written to it can be read, what is typed into it is told beforehand.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::rc::Rc;
use std::time::Duration;

use crate::terminal::tty::{Tty, Wake};
use crate::terminal::waker::Waker;

/// What happens next, as seen by the program.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Type(Vec<u8>),
    /// A silence at least this long; a wait that is shorter runs out, a longer one goes on.
    Silence(Duration),
    Wake(Wake),
    Resize(u16, u16),
    HangUp,
}

#[derive(Debug)]
struct Inner {
    steps: VecDeque<Step>,
    answer: Option<Vec<u8>>,
    written: Vec<u8>,
    writes: usize,
    undo: Vec<u8>,
    raw: bool,
    size: (u16, u16),
    stops: usize,
    broken: bool,
    waker: Waker,
    full: bool,
}

/// Clones share one terminal, so that a test can look at what a session does to it.
#[derive(Clone, Debug)]
pub(crate) struct MemoryTty(Rc<RefCell<Inner>>);

impl Default for MemoryTty {
    fn default() -> Self {
        Self(Rc::new(RefCell::new(Inner {
            steps: VecDeque::new(),
            answer: None,
            written: Vec::new(),
            writes: 0,
            undo: Vec::new(),
            raw: false,
            size: (20, 4),
            stops: 0,
            broken: false,
            waker: Waker::default(),
            full: false,
        })))
    }
}

impl MemoryTty {
    /// These bytes come as soon as the queries were written.
    pub(crate) fn answer_with(&mut self, bytes: &[u8]) {
        self.0.borrow_mut().answer = Some(bytes.to_vec());
    }

    pub(crate) fn type_later(&mut self, bytes: &[u8]) {
        self.then(Step::Type(bytes.to_vec()));
    }

    pub(crate) fn then(&mut self, step: Step) {
        self.0.borrow_mut().steps.push_back(step);
    }

    pub(crate) fn written(&self) -> String {
        String::from_utf8_lossy(&self.0.borrow().written).into_owned()
    }

    /// What was written since the last call.
    pub(crate) fn take_written(&mut self) -> String {
        String::from_utf8_lossy(&std::mem::take(&mut self.0.borrow_mut().written)).into_owned()
    }

    pub(crate) fn writes(&self) -> usize {
        self.0.borrow().writes
    }

    pub(crate) fn is_raw(&self) -> bool {
        self.0.borrow().raw
    }

    pub(crate) fn stops(&self) -> usize {
        self.0.borrow().stops
    }

    /// From now on it takes no bytes, until a [`Step::Wake`] says that it is ready.
    pub(crate) fn fill(&mut self) {
        self.0.borrow_mut().full = true;
    }

    pub(crate) fn break_output(&mut self) {
        self.0.borrow_mut().broken = true;
    }
}

impl Tty for MemoryTty {
    fn size(&self) -> (u16, u16) {
        self.0.borrow().size
    }

    fn raw(&mut self) -> io::Result<()> {
        self.0.borrow_mut().raw = true;
        Ok(())
    }

    fn set_undo(&mut self, undo: &[u8]) {
        self.0.borrow_mut().undo = undo.to_vec();
    }

    fn restore(&mut self) -> io::Result<()> {
        let mut inner = self.0.borrow_mut();
        if std::mem::take(&mut inner.raw) {
            let undo = std::mem::take(&mut inner.undo);
            inner.written.extend(undo);
        }
        Ok(())
    }

    fn is_ready(&mut self) -> io::Result<bool> {
        Ok(!self.0.borrow().full)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut inner = self.0.borrow_mut();
        if inner.broken {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        inner.written.extend_from_slice(bytes);
        inner.writes += 1;
        if bytes.windows(3).any(|w| w == b"\x1b[c")
            && let Some(answer) = inner.answer.take()
        {
            inner.steps.push_front(Step::Type(answer));
        }
        Ok(())
    }

    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Wake> {
        let mut inner = self.0.borrow_mut();
        loop {
            if inner.waker.take() {
                return Ok(Wake::Woken);
            }
            match inner.steps.front().cloned() {
                // Nothing will ever come: a wait without end would be a test that hangs.
                None => return Ok(timeout.map_or_else(|| panic!("waits for ever"), |_| Wake::TimedOut)),
                Some(Step::Silence(length)) => match timeout {
                    Some(timeout) if timeout <= length => {
                        inner.steps[0] = Step::Silence(length - timeout);
                        if timeout == length || timeout.is_zero() {
                            inner.steps.pop_front();
                        }
                        return Ok(Wake::TimedOut);
                    }
                    _ => inner.steps.pop_front(),
                },
                Some(Step::Type(_) | Step::HangUp) => return Ok(Wake::Input),
                Some(Step::Wake(wake)) => {
                    inner.steps.pop_front();
                    inner.full &= wake != Wake::Ready;
                    return Ok(wake);
                }
                Some(Step::Resize(columns, rows)) => {
                    inner.steps.pop_front();
                    inner.size = (columns, rows);
                    return Ok(Wake::Resized);
                }
            };
        }
    }

    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut inner = self.0.borrow_mut();
        match inner.steps.front_mut() {
            Some(Step::Type(bytes)) => {
                let n = bytes.len().min(buffer.len());
                buffer[..n].copy_from_slice(&bytes[..n]);
                bytes.drain(..n);
                if bytes.is_empty() {
                    inner.steps.pop_front();
                }
                Ok(n)
            }
            _ => Ok(0),
        }
    }

    fn stop(&mut self, _group: bool) -> io::Result<bool> {
        self.0.borrow_mut().stops += 1;
        Ok(true)
    }

    fn discard_input(&mut self) {
        self.0.borrow_mut().steps.retain(|step| !matches!(step, Step::Type(_)));
    }

    fn waker(&self) -> Waker {
        self.0.borrow().waker.clone()
    }
}
