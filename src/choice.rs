//! Which mode the person chose for right-to-left text: by the flag, else by the key `B` in this terminal some time
//! ago, else in the configuration, else none (auto).

use clap::ValueEnum;

use crate::cli::Bidi;
use crate::store::{Store, StoreError};

/// The setting's name in the store.
const SETTING: &str = "bidi";

/// Where a choice came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// `--bidi`.
    Flag,
    /// The key `B`, remembered.
    Memory,
    /// The configuration file.
    Config,
    /// Nobody chose.
    Nobody,
}

/// All that was chosen, wherever.
#[derive(Debug, Clone, Default)]
pub struct BidiChoice {
    /// By the flag.
    pub flag: Option<Bidi>,
    /// In the configuration.
    pub config: Option<Bidi>,
    /// What remembers the key's choices.
    pub store: Store,
}

impl BidiChoice {
    /// The choice for the terminal that is called `terminal`, and who made it.
    ///
    /// # Errors
    /// When nothing can be recalled; the choice is then that of the configuration.
    pub fn of(&self, terminal: &str) -> (Bidi, Origin, Result<(), StoreError>) {
        if let Some(bidi) = self.flag {
            return (bidi, Origin::Flag, Ok(()));
        }
        let (remembered, outcome) = match self.store.terminal_setting(terminal, SETTING) {
            // A name that is not known comes from another version: as if nothing were remembered.
            Ok(name) => (name.and_then(|name| Bidi::from_str(&name, false).ok()), Ok(())),
            Err(error) => (None, Err(error)),
        };
        match (remembered, self.config) {
            (Some(bidi), _) => (bidi, Origin::Memory, outcome),
            (None, Some(bidi)) => (bidi, Origin::Config, outcome),
            (None, None) => (Bidi::Auto, Origin::Nobody, outcome),
        }
    }

    /// Remembers a choice for the terminal that is called `terminal`.
    ///
    /// # Errors
    /// Those of the store.
    pub fn remember(&self, terminal: &str, bidi: Bidi) -> Result<(), StoreError> {
        self.store.set_terminal_setting(terminal, SETTING, bidi.name())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_flag_wins_then_the_memory_then_the_configuration() {
        let path = std::env::temp_dir().join(format!("newsreader-choice-{}.json", std::process::id()));
        let nobody = BidiChoice { store: Store::at(&path), ..BidiChoice::default() };
        let config = BidiChoice { config: Some(Bidi::Words), ..nobody.clone() };
        let flag = BidiChoice { flag: Some(Bidi::Auto), ..config.clone() };
        let of = |choice: &BidiChoice| {
            let (bidi, origin, outcome) = choice.of("vte");
            outcome.unwrap();
            (bidi, origin)
        };
        assert_eq!(of(&nobody), (Bidi::Auto, Origin::Nobody));
        assert_eq!(of(&config), (Bidi::Words, Origin::Config));
        config.remember("vte", Bidi::Logical).unwrap();
        config.remember("kitty", Bidi::Visual).unwrap();
        assert_eq!(of(&nobody), (Bidi::Logical, Origin::Memory));
        assert_eq!(of(&config), (Bidi::Logical, Origin::Memory));
        assert_eq!(of(&flag), (Bidi::Auto, Origin::Flag));
        // Auto by the key is a choice too: it wins over the configuration.
        config.remember("vte", Bidi::Auto).unwrap();
        assert_eq!(of(&config), (Bidi::Auto, Origin::Memory));
        std::fs::write(&path, "{").unwrap();
        let (bidi, origin, outcome) = config.of("vte");
        assert_eq!((bidi, origin), (Bidi::Words, Origin::Config));
        assert!(outcome.is_err());
        std::fs::remove_file(&path).unwrap();
    }
}
