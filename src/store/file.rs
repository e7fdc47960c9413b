//! A JSON file that is changed by several runs at once and never seen half written.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use rustix::fs::{FlockOperation, flock};
use serde_json::{Map, Value};

use super::StoreError;

/// Reads the file, lets `change` change it, and puts the result in its place. Nobody else changes it meanwhile: a lock beside
/// it is held (the file itself is another one after each change).
pub(super) fn update<T>(
    path: &Path,
    change: impl FnOnce(&mut Map<String, Value>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let failed = |error| StoreError::Io(path.into(), error);
    let _lock = lock(path).map_err(failed)?;
    let mut root = read(path)?;
    let result = change(&mut root)?;
    let mut text = serde_json::to_vec_pretty(&root).map_err(|error| failed(error.into()))?;
    text.push(b'\n');
    replace(path, &text).map_err(failed)?;
    Ok(result)
}

/// Held until it is dropped, and given up by the system when the process dies.
fn lock(path: &Path) -> io::Result<fs::File> {
    use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
    if let Some(directory) = path.parent() {
        // As the specification asks: nobody else's business.
        fs::DirBuilder::new().recursive(true).mode(0o700).create(directory)?;
    }
    let beside = path.with_extension("lock");
    let file = fs::File::options().write(true).create(true).truncate(false).mode(0o600).open(beside)?;
    flock(&file, FlockOperation::LockExclusive)?;
    Ok(file)
}

/// The whole file; nothing if there is none.
pub(super) fn read(path: &Path) -> Result<Map<String, Value>, StoreError> {
    let text = match fs::read(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Map::new()),
        Err(error) => return Err(StoreError::Io(path.into(), error)),
    };
    serde_json::from_slice(&text).map_err(|error| StoreError::NotOurs(path.into(), error.to_string()))
}

/// Writes beside the file, then takes its place.
fn replace(path: &Path, text: &[u8]) -> io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    // One name for all: the lock is held, and what somebody left who was killed is overwritten.
    let beside = path.with_extension("new");
    let written = fs::File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&beside)
        .and_then(|mut file| file.write_all(text).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    written
}
