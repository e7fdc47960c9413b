//! What the help screen says of each action.

use super::keys::Context;
use super::prompt::Edit;
use super::{Action, Awaited, Tab};
use crate::tongue::Text;

/// What the help screen says of an action, by what is going on. None for what is no key's doing.
#[must_use]
pub fn help_text(action: Action, context: Context) -> Option<Text> {
    let (back, forward) = (|steps: isize| steps < 0, |back, text, other| if back { other } else { text });
    Some(match action {
        Action::Lines(count) => forward(back(count), Text::LineDown, Text::LineUp),
        Action::Pages(count) => forward(back(count), Text::PageDown, Text::PageUp),
        Action::HalfPages(count) => forward(back(count), Text::HalfPageDown, Text::HalfPageUp),
        Action::First => Text::ToTheBeginning,
        Action::Last => Text::ToTheEnd,
        Action::Blocks(count) => forward(back(count), Text::NextParagraph, Text::PreviousParagraph),
        Action::SwitchFocus => Text::ArticleOrSidebar,
        Action::ShowTab(Tab::Entities) => Text::SidebarEntities,
        Action::ShowTab(Tab::Quotes) => Text::SidebarQuotes,
        Action::ShowTab(Tab::Outline) => Text::SidebarOutline,
        Action::Jump => Text::JumpOrList,
        Action::NextPlace(count) => forward(back(count), Text::NextPlace, Text::PreviousPlace),
        Action::Back => Text::BackFromJump,
        Action::Forward => Text::ForwardAgain,
        Action::Stops(count) => forward(back(count), Text::NextStop, Text::PreviousStop),
        Action::OpenLink => Text::OpenLink,
        Action::Search => Text::SearchOrNarrow,
        Action::Wait(Awaited::SetMark) => Text::SetBookmark,
        Action::Wait(Awaited::GoToMark) => Text::GoToBookmark,
        Action::Wait(Awaited::Copy) => Text::CopyByLetter,
        Action::ToggleSidebar => Text::HideSidebar,
        Action::Articles(count) => forward(back(count), Text::NextArticle, Text::PreviousArticle),
        Action::Measure(columns) => forward(columns < 0, Text::WiderText, Text::NarrowerText),
        Action::ToggleMouse => Text::MouseOnOff,
        Action::CycleBidi => Text::OtherOrder,
        Action::CycleTheme => Text::OtherColours,
        Action::Redraw => Text::DrawAgain,
        Action::Suspend => Text::ToTheShell,
        Action::ToggleHelp => Text::ThisHelp,
        Action::Close if context != Context::Reading => Text::BackToBefore,
        Action::Close => Text::CloseWhatIsOpen,
        Action::Quit => Text::QuitProgram,
        Action::Details => Text::MoreAboutLine,
        Action::MarkLines => Text::MarkLines,
        Action::Choose(isize::MIN) => Text::ToTheBeginning,
        Action::Choose(isize::MAX) => Text::ToTheEnd,
        Action::Choose(count) => forward(back(count), Text::LineDown, Text::LineUp),
        Action::Remove => Text::DeleteBookmark,
        Action::Accept if context == Context::Choosing => Text::TakeLine,
        Action::Accept => Text::KeepShown,
        Action::ToggleExact => Text::ExactOrFolded,
        Action::Edit(Edit::Left) => Text::CursorLeft,
        Action::Edit(Edit::Right) => Text::CursorRight,
        Action::Edit(Edit::Start) => Text::BeforeEverything,
        Action::Edit(Edit::End) => Text::BehindEverything,
        Action::Edit(Edit::Backspace) => Text::RemoveLetterBefore,
        Action::Edit(Edit::Delete) => Text::RemoveLetterBehind,
        Action::Edit(Edit::DeleteWord) => Text::RemoveWordBefore,
        Action::Edit(Edit::DeleteToStart) => Text::RemoveAllBefore,
        Action::Edit(Edit::Earlier) => Text::TypedEarlier,
        Action::Edit(Edit::Later) => Text::TypedLater,
        Action::Edit(Edit::Insert(_)) | Action::Click(..) | Action::Wheel(..) | Action::Letter(_) => return None,
        Action::Resize(..) => return None,
    })
}

/// The heading of a table of keys.
#[must_use]
pub fn heading(context: Context) -> Text {
    match context {
        Context::Reading => Text::ThisHelp,
        Context::Typing => Text::KeysTyping,
        Context::Choosing => Text::KeysChoosing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tongue::Tongue;

    #[test]
    fn every_key_has_its_text_and_english_is_what_the_readme_says() {
        for context in Context::ALL {
            assert!(context == Context::Reading || Tongue::default().text(heading(context)) == context.title());
            for binding in context.bindings() {
                let text = help_text(binding.action, context).map(|text| Tongue::default().text(text));
                assert_eq!(text.as_deref(), Some(binding.help), "{binding:?}");
            }
        }
    }
}
