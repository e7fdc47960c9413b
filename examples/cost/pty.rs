//! A program in a pty whose output is counted.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::Outcome;

/// Longer than any program here thinks about a key.
const QUIET: Duration = Duration::from_millis(150);
const PATIENCE: Duration = Duration::from_secs(60);

pub(super) struct Program {
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    writer: Box<dyn Write + Send>,
    /// Kept, or the pty would hang up.
    _master: Box<dyn MasterPty + Send>,
    seen: Vec<u8>,
    /// Bytes of the first picture.
    pub(super) first: usize,
}

impl Program {
    pub(super) fn start(program: impl AsRef<OsStr>, arguments: &[&OsStr], size: (u16, u16)) -> Outcome<Self> {
        let size = PtySize { rows: size.1, cols: size.0, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        for name in ["TMUX", "STY", "LESS", "LESSOPEN", "LESSCHARSET"] {
            command.env_remove(name);
        }
        command.env("LC_ALL", "C.UTF-8");
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader()?;
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer()?;
        Ok(Self { child, output, writer, _master: pair.master, seen: Vec::new(), first: 0 })
    }

    /// Waits until `mark` has been written since the last call.
    pub(super) fn until(&mut self, mark: &str) -> Outcome<()> {
        self.until_any(&[mark]).map(|_| ())
    }

    /// Waits until one of `marks` has been written since the last call, and says which.
    pub(super) fn until_any(&mut self, marks: &[&str]) -> Outcome<usize> {
        self.seen.clear();
        loop {
            let is_there = |mark: &&str| self.seen.windows(mark.len()).any(|window| window == mark.as_bytes());
            if let Some(found) = marks.iter().position(is_there) {
                self.first = self.seen.len();
                return Ok(found);
            }
            let more = self.output.recv_timeout(PATIENCE)?;
            self.seen.extend(more);
        }
    }

    pub(super) fn type_keys(&mut self, keys: &str) -> Outcome<()> {
        self.writer.write_all(keys.as_bytes())?;
        Ok(self.writer.flush()?)
    }

    /// Bytes for a key, on the average: each is typed when the answer to the former is over.
    pub(super) fn mean(&mut self, keys: &str, times: usize) -> Outcome<usize> {
        self.settle()?;
        let mut sum = 0;
        for key in keys.chars().cycle().take(times) {
            self.type_keys(&key.to_string())?;
            sum += self.settle()?;
        }
        Ok(sum / times)
    }

    /// Bytes until nothing more comes. Silence cannot be waited for but in time.
    fn settle(&mut self) -> Outcome<usize> {
        let mut bytes = 0;
        loop {
            match self.output.recv_timeout(QUIET) {
                Ok(more) => bytes += more.len(),
                Err(RecvTimeoutError::Timeout) => return Ok(bytes),
                Err(gone) => return Err(gone.into()),
            }
        }
    }

    /// Resident memory at most, in KiB; 0 where there is no `/proc`.
    pub(super) fn peak_memory(&self) -> u64 {
        peak_memory_of(self.child.process_id().unwrap_or(0))
    }
}

/// Resident memory that the process `id` had at most, in KiB; 0 where there is no `/proc`.
pub(super) fn peak_memory_of(id: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
