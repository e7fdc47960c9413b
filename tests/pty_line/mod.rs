//! What every test in a pty needs: an environment that names no terminal, and what the program sends.

use std::io::Read;
use std::sync::mpsc::{Receiver, channel};

use portable_pty::CommandBuilder;

/// Takes away what the terminal says in which the tests are run.
pub(crate) fn forget_terminal(command: &mut CommandBuilder) {
    for name in ["TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "MLTERM", "TERM_PROGRAM"] {
        command.env_remove(name);
    }
}

/// Reads until the program is gone or nobody listens.
#[allow(dead_code, reason = "one test reads by itself, as slowly as it wants")]
pub(crate) fn output_of(mut reader: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (sender, output) = channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(n @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..n].to_vec()).is_err() {
                break;
            }
        }
    });
    output
}
