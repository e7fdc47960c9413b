//! Every text that the interface knows, by name: a name that is misspelt does not compile, and a message cannot be
//! made without what it speaks of. `assets/lang/*.ftl` hold the words; a test compares both.

use super::Tongue;
use super::bundle::{Argument, Key, Said};

/// Texts of which nothing depends on the occasion.
macro_rules! texts {
    ($($name:ident = $id:literal),+ $(,)?) => {
        /// A text of which nothing depends on the occasion; `assets/lang/en.ftl` says what it is for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs)] // The words say it.
        pub enum Text { $($name),+ }

        impl Text {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its name in the files of the languages.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }
        }
    };
}

/// Messages about something. Numbers are counted (`n`) and written as the locale does; a key (`key`) keeps its
/// direction; words (`text`) come from elsewhere and may have any direction; what was `said` is a message itself.
macro_rules! messages {
    ($($name:ident($($argument:ident: $kind:ident),+) = $id:literal),+ $(,)?) => {
        impl Tongue {
            $(
                #[doc = concat!("The message `", $id, "` of `assets/lang/en.ftl`.")]
                #[must_use]
                pub fn $name(self, $($argument: messages!(@type $kind)),+) -> String {
                    self.say($id, &[$((stringify!($argument), messages!(@value $kind $argument))),+])
                }
            )+
        }

        /// The messages about something and the names of what they are given.
        pub const MESSAGES: &[(&str, &[&str])] = &[$(($id, &[$(stringify!($argument)),+])),+];
    };
    (@type n) => { usize };
    (@type key) => { &str };
    (@type text) => { &str };
    (@type said) => { &str };
    (@value n $argument:ident) => { Argument::Number($argument) };
    (@value key $argument:ident) => { Argument::Key(Key($argument)) };
    (@value text $argument:ident) => { Argument::Text($argument) };
    (@value said $argument:ident) => { Argument::Said(Said($argument)) };
}

texts! {
    // The help screen: what keys do.
    LineDown = "line-down",
    LineUp = "line-up",
    PageDown = "page-down",
    PageUp = "page-up",
    HalfPageDown = "half-page-down",
    HalfPageUp = "half-page-up",
    ToTheBeginning = "to-the-beginning",
    ToTheEnd = "to-the-end",
    NextParagraph = "next-paragraph",
    PreviousParagraph = "previous-paragraph",
    ArticleOrSidebar = "article-or-sidebar",
    SidebarEntities = "sidebar-entities",
    SidebarQuotes = "sidebar-quotes",
    SidebarOutline = "sidebar-outline",
    JumpOrList = "jump-or-list",
    NextPlace = "next-place",
    PreviousPlace = "previous-place",
    BackFromJump = "back-from-jump",
    ForwardAgain = "forward-again",
    NextStop = "next-stop",
    PreviousStop = "previous-stop",
    OpenLink = "open-link",
    SearchOrNarrow = "search-or-narrow",
    SetBookmark = "set-bookmark",
    GoToBookmark = "go-to-bookmark",
    MoreAboutLine = "more-about-line",
    MarkLines = "mark-lines",
    CopyByLetter = "copy-by-letter",
    HideSidebar = "hide-sidebar",
    NextArticle = "next-article",
    PreviousArticle = "previous-article",
    WiderText = "wider-text",
    NarrowerText = "narrower-text",
    MouseOnOff = "mouse-on-off",
    OtherOrder = "other-order",
    OtherColours = "other-colours",
    DrawAgain = "draw-again",
    ToTheShell = "to-the-shell",
    ThisHelp = "this-help",
    CloseWhatIsOpen = "close-what-is-open",
    QuitProgram = "quit-program",
    // The same while a line is being typed.
    KeepShown = "keep-shown",
    BackToBefore = "back-to-before",
    CursorLeft = "cursor-left",
    CursorRight = "cursor-right",
    BeforeEverything = "before-everything",
    BehindEverything = "behind-everything",
    RemoveLetterBefore = "remove-letter-before",
    RemoveLetterBehind = "remove-letter-behind",
    RemoveWordBefore = "remove-word-before",
    RemoveAllBefore = "remove-all-before",
    TypedEarlier = "typed-earlier",
    TypedLater = "typed-later",
    ExactOrFolded = "exact-or-folded",
    // The same in a list of letters, and the headings of both tables.
    TakeLine = "take-line",
    DeleteBookmark = "delete-bookmark",
    KeysTyping = "keys-typing",
    KeysChoosing = "keys-choosing",
    // Hints of the status line, each behind its key.
    HintQuit = "hint-quit",
    HintStop = "hint-stop",
    HintClose = "hint-close",
    HintScroll = "hint-scroll",
    HintJump = "hint-jump",
    HintTabs = "hint-tabs",
    HintArticle = "hint-article",
    HintSidebar = "hint-sidebar",
    HintHelp = "hint-help",
    HintNext = "hint-next",
    HintPrevious = "hint-previous",
    HintBack = "hint-back",
    HintKeep = "hint-keep",
    HintGoBack = "hint-go-back",
    HintEnd = "hint-end",
    HintSearch = "hint-search",
    HintDetails = "hint-details",
    HintList = "hint-list",
    HintMark = "hint-mark",
    HintCopy = "hint-copy",
    HintTakes = "hint-takes",
    HintReplaces = "hint-replaces",
    HintDeletes = "hint-deletes",
    // Where we are.
    PlaceAll = "place-all",
    PlaceTop = "place-top",
    PlaceEnd = "place-end",
    Quotation = "quotation",
    Heading = "heading",
    // The line that is being typed.
    SearchPrompt = "search-prompt",
    FilterPrompt = "filter-prompt",
    NotFound = "not-found",
    // The sidebar.
    Entities = "entities",
    Quotes = "quotes",
    Outline = "outline",
    NoneHasThis = "none-has-this",
    LookingForThem = "looking-for-them",
    NoEntities = "no-entities",
    NoQuotations = "no-quotations",
    NoHeadings = "no-headings",
    People = "people",
    Organisations = "organisations",
    Places = "places",
    Events = "events",
    Works = "works",
    Products = "products",
    Laws = "laws",
    Groups = "groups",
    Dates = "dates",
    Numbers = "numbers",
    Money = "money",
    Other = "other",
    // More about a line of the sidebar.
    OtherNames = "other-names",
    FirstMention = "first-mention",
    Mentions = "mentions",
    Says = "says",
    SpokenBy = "spoken-by",
    IntroducedBy = "introduced-by",
    PassedOnBy = "passed-on-by",
    ItsWords = "its-words",
    NoMoreAbout = "no-more-about",
    // Bookmarks and copying.
    MenuSetMark = "menu-set-mark",
    MenuGoToMark = "menu-go-to-mark",
    MenuCopy = "menu-copy",
    CopySelection = "copy-selection",
    CopyQuote = "copy-quote",
    CopyParagraph = "copy-paragraph",
    CopyLines = "copy-lines",
    CopyEntity = "copy-entity",
    CopyLink = "copy-link",
    CopyAddress = "copy-address",
    CopyArticle = "copy-article",
    BadMark = "bad-mark",
    NothingSelected = "nothing-selected",
    NoQuotationHere = "no-quotation-here",
    NoTextHere = "no-text-here",
    NoLinesMarked = "no-lines-marked",
    NoEntitySelected = "no-entity-selected",
    NoLinkHere = "no-link-here",
    NoAddress = "no-address",
    // Moving.
    NothingListed = "nothing-listed",
    KnownWithoutPlace = "known-without-place",
    StillLooking = "still-looking",
    NoOtherPlace = "no-other-place",
    OnlyPlace = "only-place",
    FromBeginningAgain = "from-beginning-again",
    FromEndAgain = "from-end-again",
    NoJumpBack = "no-jump-back",
    NoJumpForward = "no-jump-forward",
    NothingFoundBefore = "nothing-found-before",
    NoFurtherStop = "no-further-stop",
    MatchInNoList = "match-in-no-list",
    LastArticle = "last-article",
    FirstArticle = "first-article",
    // What is done aside.
    LayingOut = "laying-out",
    LookingForNames = "looking-for-names",
    NamesFailed = "names-failed",
    // Links and the mouse.
    OnlyWebAddresses = "only-web-addresses",
    BadAddress = "bad-address",
    AddressWithName = "address-with-name",
    MouseOff = "mouse-off",
    ThemeAuto = "theme-auto",
    ThemeDark = "theme-dark",
    ThemeLight = "theme-light",
    ThemeContrast = "theme-contrast",
    ThemeSixteen = "theme-sixteen",
    ThemeNone = "theme-none",
    // The doctor's screen.
    DoctorTitle = "doctor-title",
    DoctorEnd = "doctor-end",
    DoctorArabic = "doctor-arabic",
    DoctorHebrew = "doctor-hebrew",
    DoctorMarks = "doctor-marks",
    // Problems.
    NowhereToRemember = "nowhere-to-remember",
}

messages! {
    per_cent(number: said, digits: said) = "per-cent",
    help_title(program: key) = "help-title",
    hint(key: key, what: said) = "hint",
    progress(what: said, per_cent: said) = "progress",
    found_so_far(count: n, per_cent: said) = "found-so-far",
    place_of(at: n, count: n) = "place-of",
    place_of_more(at: n, count: n) = "place-of-more",
    with_exact(news: said) = "with-exact",
    file_of(at: n, count: n) = "file-of",
    left_at(per_cent: said, key: key) = "left-at",
    bookmark_set(letter: text, keys: key) = "bookmark-set",
    no_bookmark(letter: text, keys: key) = "no-bookmark",
    no_bookmarks(key: key) = "no-bookmarks",
    bookmark_deleted(letter: text) = "bookmark-deleted",
    measure(columns: n) = "measure",
    nothing_jumped_to(tab: key, enter: key) = "nothing-jumped-to",
    nothing_to_show(key: key) = "nothing-to-show",
    not_found_text(typed: text) = "not-found-text",
    letter_copies_nothing(key: key) = "letter-copies-nothing",
    mouse_on(key: key) = "mouse-on",
    opened(address: text) = "opened",
    not_opened(why: said, address: text) = "not-opened",
    copied_by(what: said, letters: n, program: text) = "copied-by",
    copied_to_terminal(what: said, letters: n) = "copied-to-terminal",
    copied_too_long(what: said, most: n) = "copied-too-long",
    order_remembered(name: text, terminal: text) = "order-remembered",
    order_not_remembered(name: text, error: text) = "order-not-remembered",
    long_paragraph_failed(error: text) = "long-paragraph-failed",
    long_paragraph_stopped(key: key) = "long-paragraph-stopped",
    names_not_looked_for(error: text) = "names-not-looked-for",
    and_why(what: said, why: text) = "and-why",
    problems(count: n, first: text) = "problems",
    opening(file: text, megabytes: n) = "opening",
    place_not_remembered(error: text) = "place-not-remembered",
    no_terminal(error: text) = "no-terminal",
    not_ours(file: text, what: text) = "not-ours",
    date_of(day: said, month: n, year: said) = "date",
}
