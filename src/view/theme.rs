//! How things look. Only attributes and the sixteen colours that the user has chosen for the
//! terminal, so that every background works; nothing is told by colour alone.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::article::{Block, BlockKind, BlockRole, EntityKind, MarkKind};
use crate::tongue::Text;

/// The style of a block's text.
#[must_use]
pub fn block(block: &Block) -> Style {
    let style = Style::new();
    match block.kind {
        BlockKind::Headline => style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        BlockKind::Heading => style.add_modifier(Modifier::BOLD),
        BlockKind::SourceLine | BlockKind::Byline | BlockKind::Dateline | BlockKind::Caption | BlockKind::Image => {
            style.fg(Color::Cyan)
        }
        BlockKind::RelatedLink => style.fg(Color::Cyan),
        BlockKind::Furniture | BlockKind::Separator => style.add_modifier(Modifier::DIM),
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
pub const PLACE: Style = STRONG.fg(Color::Yellow);

/// The heading of a group of entities.
#[must_use]
pub fn group(kind: EntityKind) -> Style {
    let colour = match kind {
        EntityKind::Person => Color::Yellow,
        EntityKind::Org | EntityKind::Group => Color::Magenta,
        EntityKind::Place => Color::Green,
        EntityKind::Event => Color::Red,
        EntityKind::Date | EntityKind::Number | EntityKind::Money => Color::Cyan,
        _ => Color::Blue,
    };
    Style::new().fg(colour).add_modifier(Modifier::BOLD)
}

/// Colours for dark text on a light ground: of the sixteen only these are dark enough in the usual palettes, and bold makes
/// them bright in many terminals.
pub(super) fn suit_light(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        cell.fg = match cell.fg {
            Color::Yellow | Color::Cyan => Color::Blue,
            Color::Green => Color::Reset,
            other => other,
        };
        if cell.fg != Color::Reset {
            cell.modifier.remove(Modifier::BOLD);
        }
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

    /// Yellow headings of people on white could not be read.
    #[test]
    fn on_a_light_ground_colours_are_dark() {
        let all = [Color::Reset, Color::Yellow, Color::Magenta, Color::Green, Color::Red, Color::Cyan, Color::Blue];
        let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, 7, 1));
        for (cell, colour) in buffer.content.iter_mut().zip(all) {
            cell.set_style(Style::new().fg(colour).add_modifier(Modifier::BOLD));
        }
        suit_light(&mut buffer);
        for cell in &buffer.content {
            assert!(matches!(cell.fg, Color::Reset | Color::Blue | Color::Magenta | Color::Red), "{cell:?}");
            assert_eq!(cell.modifier.contains(Modifier::BOLD), cell.fg == Color::Reset, "{cell:?}");
        }
    }
}
