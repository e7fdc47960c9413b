//! How things look: attributes, and [`Ink`]s that a [`crate::palette::Palette`] turns into colours. Nothing is told by
//! colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::article::{Block, BlockKind, BlockRole, EntityKind, MarkKind};
use crate::tongue::Text;

/// A colour that the view asks for. It stands in cells as one of the named colours, until a palette makes it
/// what can be read on the ground at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Who wrote it, where it comes from, captions.
    Meta,
    /// Persons.
    Person,
    /// Organisations and groups.
    Body,
    /// Places, and where something stands.
    Place,
    /// Events.
    Event,
    /// Dates, numbers, money.
    Figure,
    /// Works, products, laws and the rest.
    Thing,
}

impl Ink {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 7] =
        [Self::Meta, Self::Person, Self::Body, Self::Place, Self::Event, Self::Figure, Self::Thing];

    /// What stands for it in a cell.
    const COLOURS: [Color; Self::ALL.len()] =
        [Color::Cyan, Color::Yellow, Color::Magenta, Color::Green, Color::Red, Color::LightCyan, Color::Blue];

    /// The ink that stands in a cell as this colour.
    #[must_use]
    pub fn of(colour: Color) -> Option<Self> {
        Self::COLOURS.iter().position(|&known| known == colour).map(|at| Self::ALL[at])
    }

    /// What stands for it in a cell.
    #[must_use]
    pub const fn colour(self) -> Color {
        Self::COLOURS[self as usize]
    }
}

/// The style of a block's text.
#[must_use]
pub fn block(block: &Block) -> Style {
    let style = Style::new();
    match block.kind {
        BlockKind::Headline => style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        BlockKind::Heading => style.add_modifier(Modifier::BOLD),
        BlockKind::SourceLine | BlockKind::Byline | BlockKind::Dateline | BlockKind::Caption | BlockKind::Image => {
            style.fg(Ink::Meta.colour())
        }
        BlockKind::RelatedLink => style.fg(Ink::Meta.colour()),
        BlockKind::Furniture | BlockKind::Separator => style.add_modifier(Modifier::DIM),
        BlockKind::Paragraph if block.role == Some(BlockRole::Lead) => style.add_modifier(Modifier::BOLD),
        _ if block.role == Some(BlockRole::Advert) => style.add_modifier(Modifier::DIM),
        _ => style,
    }
}

/// What a mark adds to the text under it.
#[must_use]
pub fn mark(kind: MarkKind) -> Style {
    match kind {
        MarkKind::Link | MarkKind::Underline => Style::new().add_modifier(Modifier::UNDERLINED),
        MarkKind::Strong => STRONG,
        MarkKind::Em => Style::new().add_modifier(Modifier::ITALIC),
        MarkKind::Strike => Style::new().add_modifier(Modifier::CROSSED_OUT),
        MarkKind::Code | MarkKind::Sub | MarkKind::Sup => Style::new(),
    }
}

/// Signs, the strip, hints. Terminals disagree about what bold and dim together look like: of the two
/// the one that is put on top holds.
pub const QUIET: Style = Style::new().add_modifier(Modifier::DIM).remove_modifier(Modifier::BOLD);

/// The title of the open tab, names in the sidebar.
pub const STRONG: Style = Style::new().add_modifier(Modifier::BOLD).remove_modifier(Modifier::DIM);

/// What was jumped to.
pub const CURRENT: Style = STRONG.add_modifier(Modifier::REVERSED);

/// The other places of the same entity.
pub const OTHER: Style = STRONG.add_modifier(Modifier::UNDERLINED);

/// The chosen line of the list that gets the keys.
pub const CHOSEN: Style = Style::new().add_modifier(Modifier::REVERSED);

/// The status line.
pub const STATUS: Style = Style::new().add_modifier(Modifier::REVERSED);

/// Marks on the strip where the selected entity occurs.
pub const PLACE: Style = STRONG.fg(Ink::Person.colour());

/// The heading of a group of entities.
#[must_use]
pub fn group(kind: EntityKind) -> Style {
    Style::new().fg(ink(kind).colour()).add_modifier(Modifier::BOLD)
}

fn ink(kind: EntityKind) -> Ink {
    match kind {
        EntityKind::Person => Ink::Person,
        EntityKind::Org | EntityKind::Group => Ink::Body,
        EntityKind::Place => Ink::Place,
        EntityKind::Event => Ink::Event,
        EntityKind::Date | EntityKind::Number | EntityKind::Money => Ink::Figure,
        EntityKind::Work | EntityKind::Product | EntityKind::Law | EntityKind::Other => Ink::Thing,
    }
}

/// The sign of a type of entities, before its heading, beside its mentions in the text and in the status line. ASCII: one
/// column and a glyph in every font.
#[must_use]
pub fn sign(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "@",
        EntityKind::Org => "&",
        EntityKind::Place => "^",
        EntityKind::Event => "!",
        EntityKind::Work => "*",
        EntityKind::Product => "+",
        EntityKind::Law => "=",
        EntityKind::Group => "%",
        EntityKind::Date => ":",
        EntityKind::Number => "#",
        EntityKind::Money => "$",
        EntityKind::Other => "?",
    }
}

/// What a group of entities is called.
#[must_use]
pub fn group_title(kind: EntityKind) -> Text {
    match kind {
        EntityKind::Person => Text::People,
        EntityKind::Org => Text::Organisations,
        EntityKind::Place => Text::Places,
        EntityKind::Event => Text::Events,
        EntityKind::Work => Text::Works,
        EntityKind::Product => Text::Products,
        EntityKind::Law => Text::Laws,
        EntityKind::Group => Text::Groups,
        EntityKind::Date => Text::Dates,
        EntityKind::Number => Text::Numbers,
        EntityKind::Money => Text::Money,
        EntityKind::Other => Text::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_a_sign_of_its_own_of_one_column() {
        let mut signs: Vec<&str> = EntityKind::ALL.iter().map(|&kind| sign(kind)).collect();
        assert!(signs.iter().all(|sign| sign.len() == 1 && sign.is_ascii()));
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), EntityKind::ALL.len());
    }

    #[test]
    fn inks_are_known_again_in_a_cell() {
        for ink in Ink::ALL {
            assert_eq!(Ink::of(ink.colour()), Some(ink));
        }
        assert_eq!(Ink::of(Color::Reset), None);
    }
}
