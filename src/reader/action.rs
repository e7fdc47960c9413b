//! What can be asked of the reader, and what it asks of its caller.

use super::Tab;
use super::awaited::Awaited;
use super::copying::Copied;
use super::prompt::Edit;

/// Everything that can be asked of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Lines down, or up when negative: of the article, or items of the sidebar.
    Lines(isize),
    /// Pages.
    Pages(isize),
    /// Half pages.
    HalfPages(isize),
    /// To the beginning.
    First,
    /// To the end.
    Last,
    /// Blocks on or back.
    Blocks(isize),
    /// Keys go to the sidebar, or back to the article.
    SwitchFocus,
    /// Shows a tab of the sidebar and goes there.
    ShowTab(Tab),
    /// Jumps to what the chosen line of the sidebar stands for; from the article, shows what is selected there.
    Jump,
    /// Next (1) or previous (-1) place of what was last jumped by.
    NextPlace(isize),
    /// Back through the jump list.
    Back,
    /// Forward through it.
    Forward,
    /// Hides or shows the sidebar.
    ToggleSidebar,
    /// Mentions and links on, or back.
    Stops(isize),
    /// Shows more about the chosen line of the sidebar, or about what is selected in the text; hides it.
    Details,
    /// Begins to mark lines to copy, or ends that.
    MarkLines,
    /// Opens the selected link, else that of the paragraph.
    OpenLink,
    /// The mouse was pressed at this column and row, from 0.
    Click(u16, u16),
    /// The wheel was turned at this column and row: lines down, or up when negative.
    Wheel(u16, u16, isize),
    /// Takes the mouse from the terminal, or gives it back.
    ToggleMouse,
    /// A wider column of text by so many columns, or a narrower one.
    Measure(i16),
    /// Waits for a letter: of a bookmark, of what to copy.
    Wait(Awaited),
    /// The letter that was waited for.
    Letter(char),
    /// While a letter is waited for: lines down the list of those that make sense, or up when negative.
    Choose(isize),
    /// Deletes the bookmark that is chosen in that list.
    Remove,
    /// Opens the line to look for something: in the text, or in the list that gets the keys.
    Search,
    /// Changes that line.
    Edit(Edit),
    /// Done with that line, or with the list of letters.
    Accept,
    /// Looks for the letters as they were typed, or for all that a reader takes for the same.
    ToggleExact,
    /// Shows or hides the keys.
    ToggleHelp,
    /// Closes the help, leaves the sidebar, stops what is being done aside, or ends the selection.
    Close,
    /// The terminal has another size: columns and rows.
    Resize(u16, u16),
    /// Articles on or back.
    Articles(isize),
    /// Another way of sending right-to-left text.
    CycleBidi,
    /// Other colours.
    CycleTheme,
    /// Draws everything again.
    Redraw,
    /// Stops the program until it is continued.
    Suspend,
    /// Ends the program.
    Quit,
}

/// What the caller is to do after an update, besides drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    None,
    /// End.
    Quit,
    /// Stop until continued.
    Suspend,
    /// Send the whole screen.
    Redraw,
    /// Change the strategy of the terminal.
    CycleBidi,
    /// Take the mouse from the terminal, or give it back.
    ToggleMouse,
    /// Change the colours.
    CycleTheme,
    /// Open this address.
    Open(String),
    /// Put this on the clipboard.
    Copy(Copied),
    /// Stop what is being done aside.
    Cancel,
    /// Open the article that many further on, or back.
    Articles(isize),
}

impl Action {
    /// Whether a letter that is waited for is waited for still.
    pub(super) fn keeps_waiting(self) -> bool {
        matches!(
            self,
            Self::Letter(_)
                | Self::Choose(_)
                | Self::Remove
                | Self::Accept
                | Self::Close
                | Self::Click(..)
                | Self::Wheel(..)
                | Self::Resize(..)
                | Self::Redraw
                | Self::Suspend
        )
    }

    /// Whether it leaves the reader where it is, and what was begun alone.
    pub(super) fn moves_nothing(self) -> bool {
        matches!(
            self,
            Self::Resize(..) | Self::Redraw | Self::ToggleHelp | Self::ToggleMouse | Self::CycleBidi | Self::CycleTheme
        )
    }
}
