//! The whole configuration as a commented file, made from the flags and the tables of keys.

use std::fmt::Write;

use clap::{Arg, CommandFactory};

use crate::cli::Arguments;
use crate::reader::keys::{Binding, Context};

use super::SETTINGS;

/// Columns of a comment.
const WIDTH: usize = 78;

/// A file that changes nothing, with everything that can be changed behind a `#` without a blank.
#[must_use]
pub fn commented() -> String {
    let mut file = String::new();
    comment(
        &mut file,
        "The configuration of newsreader, with the values that hold otherwise. To change something take the # before it \
         away. What a flag says wins over this file.",
    );
    let command = Arguments::command();
    for setting in SETTINGS {
        file.push('\n');
        if let Some(flag) = command.get_arguments().find(|arg| arg.get_long() == Some(setting.name)) {
            describe(&mut file, flag);
        }
        line(&mut file, &format!("#{} = {}", setting.name, setting.default));
    }
    file.push('\n');
    comment(
        &mut file,
        "Which keys do what. Keys are written as the help screen writes them: j, G, Space, PgDn, Ctrl-O, Alt-x, F5; \
         letters of every script. Several stand in brackets; \"none\" is no key.",
    );
    for context in Context::ALL {
        if context != Context::Reading {
            file.push('\n');
            comment(&mut file, &format!("Keys {}.", context.title()));
        }
        line(&mut file, &format!("[{}]", context.table()));
        for binding in context.bindings() {
            line(&mut file, &format!("#{} = {}  # {}", binding.name, keys(binding), binding.help));
        }
    }
    file
}

/// What the flag says of itself, and its values.
fn describe(file: &mut String, flag: &Arg) {
    let help = flag.get_help().map(ToString::to_string).unwrap_or_default();
    comment(file, help.split(" [default").next().unwrap_or(&help));
    let values = flag.get_possible_values();
    if values.iter().any(|value| value.get_help().is_some()) {
        for value in &values {
            let help = value.get_help().map(ToString::to_string).unwrap_or_default();
            comment(file, &format!("  {:<8} {help}", value.get_name()));
        }
    }
}

fn keys(binding: &Binding) -> String {
    let names: Vec<String> = binding.keys.iter().map(|key| toml_string(&key.name())).collect();
    match names.as_slice() {
        [] => "\"none\"".to_owned(),
        [one] => one.clone(),
        _ => format!("[{}]", names.join(", ")),
    }
}

fn toml_string(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{text}'") } else { format!("\"{text}\"") }
}

fn line(file: &mut String, text: &str) {
    file.push_str(text);
    file.push('\n');
}

/// Lines behind `# `; what the first one is indented by, the others are too.
fn comment(file: &mut String, text: &str) {
    let indent = &text[..text.len() - text.trim_start().len()];
    let mut row = String::new();
    for word in text.split_whitespace() {
        if !row.is_empty() && row.chars().count() + word.chars().count() >= WIDTH {
            line(file, &format!("# {indent}{row}"));
            row.clear();
        }
        write!(row, "{}{word}", if row.is_empty() { "" } else { " " }).expect("a string takes everything");
    }
    line(file, &format!("# {indent}{row}"));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::path::Path;

    use super::super::{Config, Setting, parse};
    use super::*;

    #[test]
    fn the_file_changes_nothing_as_it_is_nor_without_its_comment_signs() {
        let file = commented();
        let (config, problems) = parse(&file, Path::new("c"));
        assert_eq!((config, problems), (Config::default(), vec![]));
        let bare: String = file
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(setting) if !setting.starts_with(' ') => format!("{setting}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let (config, problems) = parse(&bare, Path::new("c"));
        assert_eq!(problems, vec![]);
        assert_eq!(config.keymap, Config::default().keymap);
        // Every key is in it, with a value that is understood.
        for setting in SETTINGS {
            assert!(bare.lines().any(|line| line == format!("{} = {}", setting.name, setting.default)));
        }
        for binding in Context::ALL.into_iter().flat_map(Context::bindings) {
            assert!(bare.contains(&format!("\n{} = {}", binding.name, keys(binding))), "{}", binding.name);
        }
    }

    /// Flags that make no sense in a file: what to read, and where the file is.
    const ONLY_FLAGS: [&str; 5] = ["annotations", "print", "config", "help", "version"];

    #[test]
    fn every_flag_has_its_place_in_the_file_and_the_same_default() {
        let command = Arguments::command();
        let flags: Vec<&Arg> = command.get_arguments().filter(|arg| arg.get_long().is_some()).collect();
        for flag in &flags {
            let name = flag.get_long().unwrap();
            let setting = SETTINGS.iter().find(|setting| setting.name == name);
            assert_eq!(setting.is_none(), ONLY_FLAGS.contains(&name), "--{name}");
            let Some(setting) = setting else { continue };
            let help = flag.get_help().unwrap().to_string();
            // "[default: auto]", or "[default: something that depends, else auto]".
            if let Some((_, default)) = help.split_once("[default: ") {
                let default = default.trim_end_matches(']');
                // What depends on the occasion alone is no value.
                let default = default.rsplit_once("else ").map_or(default, |(_, default)| default);
                assert!(default.contains(' ') || default == setting.default.trim_matches('"'), "--{name}");
            }
        }
        for Setting { name, .. } in SETTINGS {
            assert!(flags.iter().any(|flag| flag.get_long() == Some(name)), "there is no --{name}");
        }
    }
}
