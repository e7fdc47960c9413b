//! The device behind a session: what a session needs of a terminal, and the real one.
//!
//! [`SystemTty`] owns raw mode, the signals and the way back. All waiting is one `poll` on the terminal
//! and on a pipe that the signal handlers write to; nothing ticks.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{self, OptionalActions, QueueSelector};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

use super::restore::{self, Restore};

/// Why [`Tty::wait`] returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// There is something to read, or reading will say that nothing more comes.
    Input,
    /// The time is up.
    TimedOut,
    /// The window has another size.
    Resized,
    /// Somebody asks the program to stop for a while (SIGTSTP).
    Stop,
    /// The program was stopped without being asked, and goes on (SIGCONT).
    Continued,
    /// A signal of this number asks the program to end.
    Terminate(i32),
}

/// A terminal as a session needs it. The real one is [`SystemTty`]; tests use one in memory.
pub trait Tty {
    /// Columns and rows.
    fn size(&self) -> (u16, u16);
    /// Turns raw mode on, and remembers how it was.
    fn raw(&mut self) -> io::Result<()>;
    /// Sets what is written to the terminal on the way out, whatever way that is.
    fn set_undo(&mut self, undo: &[u8]);
    /// Writes what [`set_undo`](Self::set_undo) was told and turns raw mode off again. Does nothing the second time.
    fn restore(&mut self) -> io::Result<()>;
    /// Writes all of `bytes`.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Waits for input or a signal, at most `timeout` (`None`: for ever).
    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Wake>;
    /// Reads what is there; 0 bytes: no more input will come.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize>;
    /// Stops the program until it is continued; with its whole process group if `group`.
    /// Returns false if nobody could continue it, and it was not stopped.
    fn stop(&mut self, group: bool) -> io::Result<bool>;
    /// Drops input that was not read.
    fn discard_input(&mut self);
}

/// The signals that ask to end, in the order in which they are told.
const ENDS: [i32; 4] = [SIGHUP, SIGTERM, SIGINT, SIGQUIT];

/// The controlling terminal of this process.
#[derive(Debug)]
pub struct SystemTty {
    input: File,
    signals: Signals,
    restore: Arc<Restore>,
}

impl SystemTty {
    /// Opens the terminal and starts to listen to signals. Standard input is used if it is a terminal,
    /// else (an article is piped in) the terminal that standard output or standard error goes to, else `/dev/tty`.
    pub fn open() -> io::Result<Self> {
        let input = open_input()?;
        let output = if termios::isatty(io::stdout()) { clone(io::stdout())? } else { clone(&input)? };
        let signals = Signals::listen()?;
        Ok(Self { restore: Arc::new(Restore::new(File::from(output), clone(&input)?)), input, signals })
    }
}

impl SystemTty {
    /// Whether the terminal listens to this process, not to another one of the same shell.
    pub fn is_foreground(&self) -> bool {
        termios::tcgetpgrp(&self.input).is_ok_and(|group| group == rustix::process::getpgrp())
    }
}

fn clone(fd: impl AsFd) -> io::Result<OwnedFd> {
    fd.as_fd().try_clone_to_owned()
}

fn open_input() -> io::Result<File> {
    if termios::isatty(io::stdin()) {
        return clone(io::stdin()).map(File::from);
    }
    // By its own name first: macOS cannot poll /dev/tty.
    let names = [termios::ttyname(io::stdout(), Vec::new()), termios::ttyname(io::stderr(), Vec::new())];
    let named = names.into_iter().flatten().filter_map(|name| open_both(name.to_str().ok()?).ok()).next();
    named.map_or_else(|| open_both("/dev/tty"), Ok)
}

fn open_both(path: &str) -> io::Result<File> {
    File::options().read(true).write(true).open(path)
}

impl Tty for SystemTty {
    fn size(&self) -> (u16, u16) {
        let from = |fd: &dyn Fn() -> rustix::io::Result<termios::Winsize>| {
            fd().ok().filter(|size| size.ws_col > 0 && size.ws_row > 0).map(|size| (size.ws_col, size.ws_row))
        };
        from(&|| termios::tcgetwinsize(self.restore.output()))
            .or_else(|| from(&|| termios::tcgetwinsize(&self.input)))
            .unwrap_or((80, 24))
    }

    fn raw(&mut self) -> io::Result<()> {
        let saved = termios::tcgetattr(&self.input)?;
        self.restore.arm(saved.clone());
        restore::on_panic(&self.restore);
        let mut raw = saved;
        raw.make_raw();
        termios::tcsetattr(&self.input, OptionalActions::Now, &raw)?;
        Ok(())
    }

    fn set_undo(&mut self, undo: &[u8]) {
        self.restore.set_undo(undo);
    }

    fn restore(&mut self) -> io::Result<()> {
        self.restore.now()
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut rest = bytes;
        while !rest.is_empty() {
            match self.restore.output().write(rest) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(n) => rest = &rest[n..],
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                // Whoever shares the terminal may have made it non-blocking.
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    let _ = poll(&mut [PollFd::new(self.restore.output(), PollFlags::OUT)], None);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Wake> {
        loop {
            if let Some(wake) = self.signals.next() {
                return Ok(wake);
            }
            let timeout = timeout.and_then(|t| Timespec::try_from(t).ok());
            let mut fds = [PollFd::new(&self.input, PollFlags::IN), PollFd::new(&self.signals.receiver, PollFlags::IN)];
            match poll(&mut fds, timeout.as_ref()) {
                // A signal: its handler has written to the pipe.
                Err(rustix::io::Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
                Ok(0) => return Ok(Wake::TimedOut),
                Ok(_) => {}
            }
            let (input, signal) = (!fds[0].revents().is_empty(), !fds[1].revents().is_empty());
            if signal {
                self.signals.drain();
            } else if input {
                return Ok(Wake::Input);
            }
        }
    }

    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.input.read(buffer) {
            // The other side of a pty is gone: Linux says EIO where others say end of file.
            Err(error) if error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error()) => Ok(0),
            other => other,
        }
    }

    fn stop(&mut self, group: bool) -> io::Result<bool> {
        if is_orphan() {
            return Ok(false);
        }
        if group {
            // A shell takes a pipeline for stopped only when all of it is; our own handler only notes the signal.
            rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?;
            self.signals.swallow(SIGTSTP)?;
        }
        signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
        self.signals.swallow(SIGCONT)?;
        Ok(true)
    }

    fn discard_input(&mut self) {
        // The terminal may be gone; then there is nothing to drop.
        let _ = termios::tcflush(&self.input, QueueSelector::IFlush);
    }
}

impl Drop for SystemTty {
    fn drop(&mut self) {
        let _ = self.restore.now();
    }
}

/// Nobody in this session could continue us: the parent lives in another one (`xterm -e program`).
///
/// By nix, since rustix takes a session of number 0 for impossible, and that is what the kernel calls one whose leader is
/// outside our PID namespace, in containers.
fn is_orphan() -> bool {
    let parent = nix::unistd::getppid();
    if parent.as_raw() == 0 {
        return true;
    }
    let own = nix::unistd::getsid(None).ok();
    own.is_none() || nix::unistd::getsid(Some(parent)).ok() != own
}

/// Signals as flags, and a pipe that wakes the poll.
#[derive(Debug)]
struct Signals {
    receiver: UnixStream,
    flags: Vec<(i32, Arc<AtomicBool>)>,
    ids: Vec<signal_hook::SigId>,
}

impl Signals {
    fn listen() -> io::Result<Self> {
        defaults(false)?;
        let (receiver, sender) = UnixStream::pair()?;
        receiver.set_nonblocking(true)?;
        sender.set_nonblocking(true)?;
        let mut signals = Self { receiver, flags: Vec::new(), ids: Vec::new() };
        for signal in ENDS.into_iter().chain([SIGTSTP, SIGCONT, SIGWINCH]) {
            let flag = Arc::new(AtomicBool::new(false));
            // The flag first: it must be set when the pipe wakes us.
            signals.ids.push(signal_hook::flag::register(signal, Arc::clone(&flag))?);
            signals.ids.push(signal_hook::low_level::pipe::register(signal, sender.try_clone()?)?);
            signals.flags.push((signal, flag));
        }
        Ok(signals)
    }

    fn next(&self) -> Option<Wake> {
        let raised = self.flags.iter().find(|(_, flag)| flag.swap(false, Ordering::SeqCst))?;
        Some(match raised.0 {
            SIGWINCH => Wake::Resized,
            SIGTSTP => Wake::Stop,
            SIGCONT => Wake::Continued,
            signal => Wake::Terminate(signal),
        })
    }

    /// Takes note of a signal that was just sent to this process. It may be delivered to another thread, a
    /// moment later: unnoticed here, it would be taken for a new one.
    fn swallow(&mut self, signal: i32) -> io::Result<()> {
        const LATEST: Timespec = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };
        let Some((_, flag)) = self.flags.iter().find(|(number, _)| *number == signal) else { return Ok(()) };
        let flag = Arc::clone(flag);
        while !flag.swap(false, Ordering::SeqCst) {
            match poll(&mut [PollFd::new(&self.receiver, PollFlags::IN)], Some(&LATEST)) {
                Ok(0) => return Ok(()),
                Ok(_) | Err(rustix::io::Errno::INTR) => self.drain(),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    fn drain(&mut self) {
        let mut sink = [0; 64];
        while matches!(self.receiver.read(&mut sink), Ok(1..)) {}
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        for id in self.ids.drain(..) {
            signal_hook::low_level::unregister(id);
        }
        // They were registered when this began.
        let _ = defaults(true);
    }
}

/// Whether signals do what they do by default. A handler once installed stays, and would swallow them
/// for the rest of the process, so between sessions it does the default action itself.
fn defaults(on: bool) -> io::Result<()> {
    static DEFAULTS: OnceLock<Arc<AtomicBool>> = OnceLock::new();
    if DEFAULTS.get().is_none() {
        let flag = Arc::new(AtomicBool::new(on));
        for signal in ENDS.into_iter().chain([SIGTSTP]) {
            signal_hook::flag::register_conditional_default(signal, Arc::clone(&flag))?;
        }
        // A session belongs to one thread, so nobody was faster.
        let _ = DEFAULTS.set(flag);
    }
    if let Some(flag) = DEFAULTS.get() {
        flag.store(on, Ordering::SeqCst);
    }
    Ok(())
}
