//! How the screen is divided. Pure geometry: the reader needs it to know how far a page is, the view
//! to draw.

use ratatui::layout::Rect;

use super::keys::Context;

/// Terminals narrower than this show the sidebar over the article instead of beside it.
pub const SIDE_BY_SIDE: u16 = 70;

/// Terminals lower than this show a sidebar that stands below the article over it instead.
pub const ONE_BELOW: u16 = 14;

/// Columns of text at most, unless another measure is asked for.
pub const MEASURE: u16 = 80;

/// Where the sidebar stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Placement {
    /// Beside the article, where its lines end: left of a right-to-left article.
    #[default]
    Auto,
    /// Left of the article.
    Left,
    /// Right of the article.
    Right,
    /// Below the article: its rows then have the whole width of the terminal, so that scrolling them is cheap on
    /// every terminal.
    Bottom,
    /// Over the article, whatever the size: for terminals that show only one column of text right.
    Over,
}

impl Placement {
    /// Whether a terminal of `size` is too small for it: then the sidebar covers the article.
    #[must_use]
    pub fn covers(self, size: (u16, u16)) -> bool {
        match self {
            Self::Over => true,
            Self::Bottom => size.1 < ONE_BELOW,
            _ => size.0 < SIDE_BY_SIDE,
        }
    }
}

/// The parts of the screen. A part for which there is no room is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Areas {
    /// Where the article's rows stand.
    pub text: Rect,
    /// The position strip, one column.
    pub strip: Rect,
    /// The sidebar; over the article when that is `overlaid`.
    pub sidebar: Rect,
    /// The part of the sidebar that lists.
    pub list: Rect,
    /// What parts a sidebar below the article from it, one row.
    pub rule: Rect,
    /// The status line, one row.
    pub status: Rect,
    /// Whether the sidebar covers the article.
    pub overlaid: bool,
}

/// What the division depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Whether the sidebar is shown.
    pub sidebar: bool,
    /// Where it stands.
    pub placement: Placement,
    /// Whether the article is right to left: then the screen is mirrored.
    pub mirrored: bool,
    /// Columns of text at most.
    pub measure: u16,
}

impl Areas {
    /// Divides the screen.
    #[must_use]
    pub fn of(layout: Layout) -> Self {
        let (columns, rows) = layout.size;
        let status_rows = u16::from(rows > 2);
        let height = rows - status_rows;
        let overlaid = layout.sidebar && layout.placement.covers(layout.size);
        let shown = layout.sidebar && !overlaid;
        let below = shown && layout.placement == Placement::Bottom;
        let side = if shown && !below { (columns * 3 / 10).clamp(33, 44) } else { 0 };
        let left = match layout.placement {
            Placement::Left => true,
            Placement::Right => false,
            Placement::Auto | Placement::Bottom | Placement::Over => layout.mirrored,
        };
        // The rule and the sidebar below it.
        let panel = if below { (height / 3).clamp(5, 16) } else { 0 };
        let text_height = height - panel;
        let strip = u16::from(columns >= 20);
        let margin = u16::from(columns >= 20);
        let pane = columns - side - strip;
        let room = pane.saturating_sub(2 * margin).max(1).min(columns);
        let width = room.min(layout.measure.max(1));
        let offset = margin + (room - width) / 2;
        let (sidebar_at, strip_at, text_at) = if left {
            // Sidebar, strip, text; the text is centred from the right.
            (0, side, columns - offset - width)
        } else {
            (columns - side, pane, offset)
        };
        let text = Rect::new(text_at.min(columns.saturating_sub(width)), 0, width.min(columns), text_height);
        let sidebar = if overlaid {
            Rect::new(0, 0, columns, height)
        } else if below {
            // Under the text, a column wider on each side for the air around the list.
            let x = text.x.saturating_sub(1);
            Rect::new(x, text_height + 1, (text.right() + 1).min(columns) - x, panel - 1)
        } else {
            Rect::new(sidebar_at, 0, side, height)
        };
        // Titles, and an empty row where there is room for one.
        let head = if below { 1 } else { 2 }.min(sidebar.height);
        Self {
            text,
            strip: Rect::new(strip_at, 0, strip, text_height),
            list: Rect { y: sidebar.y + head, height: sidebar.height - head, ..sidebar },
            sidebar,
            rule: Rect::new(0, text_height, columns, u16::from(below)),
            status: Rect::new(0, height, columns, status_rows),
            overlaid,
        }
    }
}

impl Areas {
    /// The part of the list in which its lines stand: a column of air on each side where there is room.
    #[must_use]
    pub fn list_inner(&self) -> Rect {
        let list = self.list;
        if list.width > 8 { Rect { x: list.x + 1, width: list.width - 2, ..list } } else { list }
    }
}

/// How the help screen is divided: its lines stand in one column, or in two where one is too high.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpAreas {
    /// Everything above the status line.
    pub area: Rect,
    /// Columns of lines: 1 or 2.
    pub columns: u16,
    /// All rows under the title.
    pub rows: Vec<HelpRow>,
    /// Rows that can be seen at once.
    pub visible: usize,
}

/// A row of the help screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelpRow {
    /// Nothing.
    Blank,
    /// The heading of a table of keys.
    Title(Context),
    /// One line of a table, or two beside each other: indices into [`Context::bindings`].
    Keys(Context, usize, Option<usize>),
}

impl HelpAreas {
    /// Columns of the terminal that one line needs to be understood.
    const LINE: u16 = 38;

    /// Divides a terminal of `size`.
    #[must_use]
    pub fn of(size: (u16, u16)) -> Self {
        let height = size.1 - u16::from(size.1 > 2);
        let visible = usize::from(height).saturating_sub(2).max(1);
        let one = help_rows(1);
        let columns = 1 + u16::from(visible < one.len() && size.0 >= Self::LINE * 2);
        let rows = if columns == 1 { one } else { help_rows(2) };
        Self { area: Rect::new(0, 0, size.0, height), columns, rows, visible }
    }

    /// How far it can be scrolled.
    #[must_use]
    pub fn most_scrolled(&self) -> usize {
        self.rows.len().saturating_sub(self.visible)
    }
}

/// Each table by itself, so that the keys of reading are seen first.
fn help_rows(columns: usize) -> Vec<HelpRow> {
    let mut rows = Vec::new();
    for context in Context::ALL {
        if !rows.is_empty() {
            rows.extend([HelpRow::Blank, HelpRow::Title(context)]);
        }
        let count = context.bindings().len();
        let high = count.div_ceil(columns);
        let beside = |line: usize| (columns == 2).then_some(line + high).filter(|&second| second < count);
        rows.extend((0..high).map(|line| HelpRow::Keys(context, line, beside(line))));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACEMENTS: [Placement; 4] = [Placement::Auto, Placement::Left, Placement::Right, Placement::Bottom];

    fn of(size: (u16, u16), sidebar: bool, placement: Placement, mirrored: bool) -> Areas {
        Areas::of(Layout { size, sidebar, placement, mirrored, measure: MEASURE })
    }

    #[test]
    fn parts_never_overlap_nor_leave_the_screen_at_any_size() {
        for columns in 1..=220 {
            for rows in (1..30).chain([60, 200]) {
                let screen = Rect::new(0, 0, columns, rows);
                for (sidebar, mirrored) in [(false, false), (false, true), (true, false), (true, true)] {
                    for placement in PLACEMENTS {
                        let areas = of((columns, rows), sidebar, placement, mirrored);
                        let apart = [areas.text, areas.strip, areas.sidebar, areas.rule, areas.status];
                        for (at, part) in apart.iter().enumerate() {
                            assert_eq!(part.intersection(screen), *part, "{columns}x{rows} {areas:?}");
                            let covers = |other: &Rect| areas.overlaid && [*part, *other].contains(&areas.sidebar);
                            let clash = apart[..at].iter().find(|other| other.intersects(*part) && !covers(other));
                            assert_eq!(clash, None, "{columns}x{rows} {placement:?} {areas:?}");
                        }
                        assert!(areas.text.width >= 1 && areas.text.height >= 1);
                        assert_eq!(areas.list.intersection(areas.sidebar), areas.list);
                        assert_eq!(areas.sidebar.is_empty(), !sidebar || areas.sidebar.height == 0);
                    }
                }
            }
        }
    }

    #[test]
    fn a_right_to_left_article_mirrors_the_screen() {
        let of = |mirrored| of((120, 40), true, Placement::Auto, mirrored);
        let (ltr, rtl) = (of(false), of(true));
        assert!(ltr.text.right() < ltr.sidebar.x);
        assert!(rtl.sidebar.right() <= rtl.strip.x && rtl.strip.x < rtl.text.x);
        assert_eq!(ltr.text.x, 120 - rtl.text.right());
    }

    #[test]
    fn a_side_that_was_asked_for_holds_for_every_article() {
        for mirrored in [false, true] {
            let (left, right) =
                (of((120, 40), true, Placement::Left, mirrored), of((120, 40), true, Placement::Right, mirrored));
            assert!(left.sidebar.x == 0 && left.sidebar.right() <= left.strip.x && left.strip.x < left.text.x);
            assert!(right.text.right() <= right.strip.x && right.strip.right() <= right.sidebar.x);
        }
    }

    /// Only then can the rows of the text be scrolled as whole rows of the terminal.
    #[test]
    fn nothing_but_the_strip_stands_beside_the_text_when_the_sidebar_is_below() {
        for columns in 1..=220 {
            for rows in ONE_BELOW..=70 {
                let areas = of((columns, rows), true, Placement::Bottom, columns % 2 == 0);
                let hidden = of((columns, rows), false, Placement::Bottom, columns % 2 == 0);
                assert!(
                    !areas.overlaid && areas.text.bottom() == areas.rule.y && areas.rule.bottom() == areas.sidebar.y
                );
                assert_eq!((areas.text.x, areas.text.width), (hidden.text.x, hidden.text.width));
                assert!(areas.text.height >= 8 && areas.list.height >= 3, "{columns}x{rows} {areas:?}");
            }
        }
    }
}
