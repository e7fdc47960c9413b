//! What a key may cost on the line: the real reader and view, the presenter's bytes counted.
//!
//! `less` was measured beside it (docs/performance.md): bytes for one scrolled line of the same article.
#![allow(clippy::unwrap_used)]

mod present_support;

use newsreader::reader::{Action, Tab};
use newsreader::terminal::ColourDepth;
use newsreader::terminal::present::{Abilities, Presenter};
use newsreader::view;
use present_support::drive::{Reader, WITH_MARGINS, WITHOUT_MARGINS};
use present_support::emulator::{Emulator, assert_shows};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// Down and up again, through more than one copy of the article.
fn lines() -> Vec<Action> {
    [vec![Action::Lines(1); 80], vec![Action::Lines(-1); 60]].concat()
}

fn table(title: &str, abilities: Abilities, hidden: bool) -> Vec<usize> {
    let mut costs = Vec::new();
    for size in SIZES {
        let mut reader = Reader::open(size, abilities);
        if hidden {
            reader.cost(Action::ToggleSidebar);
        }
        reader.cost(Action::Lines(40));
        costs.push(reader.mean(lines()));
    }
    println!("{title}: {costs:?}");
    costs
}

#[test]
fn an_unchanged_frame_costs_nothing() {
    for size in SIZES {
        let mut reader = Reader::open(size, WITH_MARGINS);
        assert_eq!(reader.draw().len(), 0);
        assert_eq!(reader.cost(Action::Close), 0);
    }
}

#[test]
fn a_scrolled_line_costs_about_that_line() {
    let with = table("with margins", WITH_MARGINS, false);
    let without = table("without", WITHOUT_MARGINS, false);
    let hidden = table("sidebar hidden", WITHOUT_MARGINS, true);
    let plain = table("plain difference", Abilities::default(), false);
    assert!(with[0] <= 300, "{with:?}");
    assert!(without[0] <= 1100, "{without:?}");
    assert!(hidden[0] <= 147 * 3 / 2, "{hidden:?}");
    assert!(plain.iter().zip(&without).all(|(plain, without)| without <= plain));
}

#[test]
fn a_jump_never_costs_more_than_a_fresh_draw() {
    let jumps = [
        Action::Pages(1),
        Action::HalfPages(1),
        Action::Last,
        Action::First,
        Action::ShowTab(Tab::Quotes),
        Action::Lines(3),
        Action::Jump,
        Action::NextPlace(1),
        Action::Back,
        Action::ShowTab(Tab::Outline),
        Action::ToggleHelp,
        Action::ToggleHelp,
        Action::ToggleSidebar,
        Action::Pages(3),
        Action::ToggleSidebar,
    ];
    for size in SIZES {
        for abilities in [WITH_MARGINS, WITHOUT_MARGINS, Abilities::default()] {
            let mut reader = Reader::open(size, abilities);
            for jump in jumps {
                let cost = reader.cost(jump);
                let mut afresh = Vec::new();
                fresh(abilities).present(&view::draw(&mut reader.state), &mut afresh);
                let afresh = afresh.len();
                assert!(cost <= afresh, "{jump:?} at {size:?}: {cost} and {afresh}");
            }
        }
    }
}

fn fresh(abilities: Abilities) -> Presenter {
    let mut presenter = Presenter::new(ColourDepth::Indexed256);
    presenter.set_abilities(abilities);
    presenter
}

/// Forty lines down and up, by line and by page, shown as they should be at every step.
#[test]
fn what_was_scrolled_is_what_would_have_been_drawn() {
    for size in SIZES {
        for abilities in [WITH_MARGINS, WITHOUT_MARGINS, Abilities::default()] {
            let mut reader = Reader::open(size, Abilities::default());
            reader.presenter = fresh(abilities);
            let mut emulator = Emulator::new(size.0.into(), size.1.into());
            let actions = [vec![Action::Lines(1); 40], vec![Action::HalfPages(1); 3], vec![Action::Lines(-1); 40]];
            for action in actions.concat() {
                reader.state.update(action);
                emulator.frame(&reader.draw());
                assert_shows(&emulator, &view::draw(&mut reader.state));
            }
        }
    }
}
