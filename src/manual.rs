//! The manual page: the flags as clap knows them, the keys from their tables, the configuration and the files.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::Arguments;
use crate::reader::keys::{Binding, Context};

/// Writes the page in roff.
///
/// # Errors
/// Those of `out`.
pub fn write(out: &mut impl Write) -> io::Result<()> {
    Man::new(Arguments::command()).render(out)?;
    let mut page = Roff::new();
    page.control("SH", ["KEYS"]);
    page.text([roman("As they are when nobody has chosen others; the name in brackets is that of the configuration.")]);
    for context in Context::ALL {
        page.control("SS", [context.title()]);
        for binding in context.bindings() {
            page.control("TP", []);
            page.text([bold(keys(binding))]);
            page.text([roman(format!("{} [{}]", binding.help, binding.name))]);
        }
    }
    page.control("SH", ["CONFIGURATION"]);
    page.text([roman(
        "A TOML file. Every flag that is not about one article has a key of the same name, and every key of the keyboard \
         can be bound to something else:",
    )]);
    page.control("PP", []);
    page.control("nf", []);
    for line in ["width = 72", "[keys]", "line-down = [\"j\", \"Down\"]", "wider = \"none\""] {
        page.text([roman(line)]);
    }
    page.control("fi", []);
    page.control("PP", []);
    page.text([
        bold("newsreader config --default"),
        roman(" writes a commented file with all of them. What is wrong in the file is told with its line; the rest counts."),
    ]);
    page.control("SH", ["FILES"]);
    for (path, what) in [
        (
            "$XDG_CONFIG_HOME/newsreader/config.toml",
            "The configuration; below ~/.config where the variable is not set.",
        ),
        ("$XDG_STATE_HOME/newsreader/articles.json", "Places, bookmarks and jumps; below ~/.local/state."),
        ("$XDG_STATE_HOME/newsreader/state.json", "What was chosen for each terminal."),
    ] {
        page.control("TP", []);
        page.text([bold(path)]);
        page.text([roman(what)]);
    }
    page.to_writer(out)
}

fn keys(binding: &Binding) -> String {
    binding.keys.iter().map(|key| key.name()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_flag_and_every_key_stands_in_the_manual() {
        let mut page = Vec::new();
        write(&mut page).unwrap();
        let page = String::from_utf8(page).unwrap();
        for binding in Context::ALL.into_iter().flat_map(Context::bindings) {
            let line = format!("{} [{}]", binding.help, binding.name).replace('-', "\\-");
            assert!(page.contains(&line), "{line}\n{page}");
        }
        for flag in Arguments::command().get_arguments().filter_map(|arg| arg.get_long()) {
            assert!(page.contains(&flag.replace('-', "\\-")), "--{flag}");
        }
    }
}
