//! newsreader: a terminal reader for structured news articles that reads right.
//!
//! The rooms stand in the order in which the data passes through them, and import only what
//! stands above them. `docs/architecture.md` has the plan of the house.
//!
//! Two of them are of use to any program in a terminal: [`layout`] (text to rows of cells, bidi and
//! Arabic shaping included) and [`terminal`] (cells to whatever the terminal needs to show them).

pub mod article;
pub mod formats;
pub mod extract;
pub mod tongue;
pub mod layout;
pub mod search;
pub mod reader;
pub mod view;
pub mod terminal;
pub mod palette;
pub mod print;
pub mod export;
pub mod store;
pub mod cli;
pub mod config;
pub mod manual;
pub mod choice;
pub mod shelf;
pub mod desk;
pub mod commands;
pub mod app;

/// The examples of `docs/layout.md`, which are run as tests.
#[cfg(doctest)]
#[doc = include_str!("../docs/layout.md")]
pub struct LayoutForOtherPrograms;
