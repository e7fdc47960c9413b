//! How the screen is divided. Pure geometry: the reader needs it to know how far a page is, the view
//! to draw.

use ratatui::layout::Rect;

/// Terminals narrower than this show the sidebar over the article instead of beside it.
pub const SIDE_BY_SIDE: u16 = 70;

/// Columns of text at most, unless another measure is asked for.
pub const MEASURE: u16 = 80;

/// The parts of the screen. A part for which there is no room is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Areas {
    /// Where the article's rows stand.
    pub text: Rect,
    /// The position strip, one column.
    pub strip: Rect,
    /// The sidebar; over the article when that is `overlaid`.
    pub sidebar: Rect,
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
        let status = Rect::new(0, height, columns, status_rows);
        let beside = columns >= SIDE_BY_SIDE;
        let side = if layout.sidebar && beside { (columns * 3 / 10).clamp(33, 44) } else { 0 };
        let strip = u16::from(columns >= 20);
        let margin = u16::from(columns >= 20);
        let pane = columns - side - strip;
        let room = pane.saturating_sub(2 * margin).max(1).min(columns);
        let width = room.min(layout.measure.max(1));
        let offset = margin + (room - width) / 2;
        let (sidebar_at, strip_at, text_at) = if layout.mirrored {
            // Sidebar, strip, text; the text is centred from the right.
            (0, side, columns - offset - width)
        } else {
            (columns - side, pane, offset)
        };
        let overlaid = layout.sidebar && !beside;
        Self {
            text: Rect::new(text_at.min(columns.saturating_sub(width)), 0, width.min(columns), height),
            strip: Rect::new(strip_at, 0, strip, height),
            sidebar: if overlaid { Rect::new(0, 0, columns, height) } else { Rect::new(sidebar_at, 0, side, height) },
            status,
            overlaid,
        }
    }
}

/// How the help screen is divided: its lines stand in one column, or in two where one is too high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HelpAreas {
    /// Everything above the status line.
    pub area: Rect,
    /// Columns of lines: 1 or 2.
    pub columns: u16,
    /// Lines in the first column.
    pub lines: usize,
    /// Lines of a column that can be seen at once.
    pub visible: usize,
}

impl HelpAreas {
    /// Columns of the terminal that one line needs to be understood.
    const LINE: u16 = 38;

    /// Divides a terminal of `size` for `count` lines under a title.
    #[must_use]
    pub fn of(size: (u16, u16), count: usize) -> Self {
        let height = size.1 - u16::from(size.1 > 2);
        let visible = usize::from(height).saturating_sub(2).max(1);
        let two = visible < count && size.0 >= Self::LINE * 2;
        let lines = if two { count.div_ceil(2) } else { count };
        Self { area: Rect::new(0, 0, size.0, height), columns: 1 + u16::from(two), lines, visible }
    }

    /// How far it can be scrolled.
    #[must_use]
    pub fn most_scrolled(&self) -> usize {
        self.lines.saturating_sub(self.visible)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_never_overlap_nor_leave_the_screen_at_any_size() {
        for columns in 1..=220 {
            for rows in [1, 2, 3, 24, 60] {
                for (sidebar, mirrored) in [(false, false), (false, true), (true, false), (true, true)] {
                    let areas = Areas::of(Layout { size: (columns, rows), sidebar, mirrored, measure: MEASURE });
                    let screen = Rect::new(0, 0, columns, rows);
                    for part in [areas.text, areas.strip, areas.sidebar, areas.status] {
                        assert_eq!(part.intersection(screen), part, "{columns}x{rows} {part:?}");
                    }
                    assert!(areas.text.width >= 1 && areas.text.height >= 1);
                    assert!(!areas.text.intersects(areas.strip), "{columns}x{rows} {areas:?}");
                    if !areas.overlaid {
                        assert!(!areas.sidebar.intersects(areas.text), "{columns}x{rows} {areas:?}");
                        assert!(!areas.sidebar.intersects(areas.strip));
                    }
                }
            }
        }
    }

    #[test]
    fn a_right_to_left_article_mirrors_the_screen() {
        let of = |mirrored| Areas::of(Layout { size: (120, 40), sidebar: true, mirrored, measure: MEASURE });
        let (ltr, rtl) = (of(false), of(true));
        assert!(ltr.text.right() < ltr.sidebar.x);
        assert!(rtl.sidebar.right() <= rtl.strip.x && rtl.strip.x < rtl.text.x);
        assert_eq!(ltr.text.x, 120 - rtl.text.right());
    }
}
