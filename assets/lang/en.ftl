# The texts of the interface in English. PLURAL tells the category of a number (CLDR). Keys come from the program and stand between isolates.
# A help text has at most 25 columns; short is better everywhere: the status line is one row.

## The help screen: what keys do.

help-title = { $program }: keys
line-down = one line down
line-up = one line up
page-down = a page down
page-up = a page up
half-page-down = half a page down
half-page-up = half a page up
to-the-beginning = to the beginning
to-the-end = to the end
next-paragraph = next paragraph
previous-paragraph = previous paragraph
article-or-sidebar = article or sidebar
sidebar-entities = sidebar: entities
sidebar-quotes = sidebar: quotes
sidebar-outline = sidebar: outline
jump-or-list = jump; in the text: list
next-place = its next place
previous-place = its previous place
back-from-jump = back from the jump
forward-again = forward again
next-stop = next mention or link
previous-stop = previous mention or link
open-link = open the link
search-or-narrow = search; narrow the list
set-bookmark = set a bookmark
go-to-bookmark = go to a bookmark
more-about-line = more about a line
mark-lines = mark lines to copy
copy-by-letter = copy: what, by a letter
hide-sidebar = hide or show the sidebar
next-article = next article
previous-article = previous article
wider-text = wider text
narrower-text = narrower text
mouse-on-off = mouse on or off
other-order = other right-to-left order
other-colours = other colours
draw-again = draw the screen again
to-the-shell = to the shell; fg returns
this-help = this help
close-what-is-open = close what is open
quit-program = quit

## Keys while a line is being typed.

keep-shown = keep what is shown
back-to-before = back to before
cursor-left = cursor to the left
cursor-right = cursor to the right
before-everything = before everything
behind-everything = behind everything
remove-letter-before = remove the letter before
remove-letter-behind = remove the letter behind
remove-word-before = remove the word before
remove-all-before = remove all before
typed-earlier = typed earlier
typed-later = typed later
exact-or-folded = exact, or as it reads
take-line = take the line
delete-bookmark = delete the bookmark
keys-typing = while a line is typed
keys-choosing = in a list of letters

## The status line: what a key does now, and where we are.

hint = { $key } { $what }
hint-quit = quit
hint-stop = stops
hint-close = closes
hint-scroll = scroll
hint-jump = jumps
hint-tabs = tabs
hint-article = article
hint-sidebar = sidebar
hint-help = help
hint-next = next
hint-previous = previous
hint-back = back
hint-keep = keeps
hint-go-back = goes back
hint-end = ends
hint-search = search
hint-details = more about it
hint-list = back to the list
hint-mark = mark more or less
hint-copy = copies
hint-takes = takes it
hint-replaces = replaces
hint-deletes = deletes
# Where the whole article, its beginning or its end is on screen.
place-all = all
place-top = top
place-end = end
# $digits is latn where the locale writes the digits of this file, else native.
per-cent = { $number }%
# The third file of five.
file-of = file { $at }/{ $count }
quotation = quotation
heading = heading
progress = { $what }: { $per_cent }
left-at = at { $per_cent } as you left it, { $key } for the beginning

## The line that is being typed.

search-prompt = search
filter-prompt = narrow the list
found-so-far = { $count } so far, { $per_cent }
not-found = not found
place-of = { $at } of { $count }
# Of more places than are counted.
place-of-more = { $at } of { $count }+
# Letters must be exactly as they were typed.
with-exact = { $news }, exact
not-found-text = not found: { $typed }
nothing-found-before = nothing was found before
still-looking = still looking

## The sidebar.

entities = Entities
quotes = Quotes
outline = Outline
none-has-this = none has this in it
looking-for-them = looking for them …
no-entities = no entities are known
no-quotations = no quotations
no-headings = no headings
people = People
organisations = Organisations
places = Places
events = Events
works = Works
products = Products
laws = Laws
groups = Groups
dates = Dates
numbers = Numbers
money = Money
other = Other
other-names = Other names
first-mention = First mention
mentions = Mentions
says = Says
spoken-by = Speaker
introduced-by = Introduced by
passed-on-by = Passed on by
its-words = Words
no-more-about = there is no more about this

## Bookmarks and copying.

menu-set-mark = bookmark this place: a letter for it
menu-go-to-mark = go to a bookmark
menu-copy = copy
bookmark-set = bookmark { $letter }: { $keys } comes back here
no-bookmark = no bookmark { $letter }; { $keys } sets it
no-bookmarks = no bookmarks yet: { $key } and a letter sets one
bookmark-deleted = bookmark { $letter } is deleted
bad-mark = a bookmark is called by a letter or a digit
copy-selection = selection
copy-quote = quotation
copy-paragraph = paragraph
copy-lines = marked lines
copy-entity = entity
copy-link = link
copy-address = address
copy-article = article
nothing-selected = nothing is selected
no-quotation-here = no quotation from here on
no-text-here = no text here
no-lines-marked = no lines are marked
no-entity-selected = no entity is selected
no-link-here = no link in this paragraph
no-address = the file does not tell the article's address
letter-copies-nothing = that letter copies nothing: { $key } shows those that do
copied-by = { $what }, { PLURAL($letters) ->
        [one] one letter
       *[other] { $letters } letters
    }: copied by { $program }
copied-to-terminal = { $what }, { PLURAL($letters) ->
        [one] one letter
       *[other] { $letters } letters
    }: sent to the terminal's clipboard
copied-too-long = { $what }: more than the { $most } KB that terminals take

## Moving.

measure = at most { PLURAL($columns) ->
        [one] one column
       *[other] { $columns } columns
    } of text
nothing-listed = nothing is listed here
known-without-place = this is known of the article, but has no place in its text
nothing-jumped-to = nothing was jumped to yet: { $tab }, then { $enter } on a line of the sidebar
nothing-to-show = nothing is selected: { $key } goes to the next mention or link
no-other-place = no other place
only-place = the only place
from-beginning-again = from the beginning again
from-end-again = from the end again
no-jump-back = no jump to go back from
no-jump-forward = no jump to go forward to
no-further-stop = no further mention or link
match-in-no-list = a place that was searched for is in no list
last-article = this is the last article
first-article = this is the first article

## What is done aside.

laying-out = laying out a long paragraph
long-paragraph-failed = of a long paragraph only the beginning is shown: { $error }
long-paragraph-stopped = stopped: of a long paragraph only the beginning is shown; { $key } goes on
looking-for-names = looking for names
names-failed = names could not be looked for in this article
names-not-looked-for = names are not looked for: { $error }
opening = opening { $file } ({ $megabytes } MB)

## Links, the mouse, the terminal.

opened = opened: { $address }
not-opened = { $why }: { $address }
only-web-addresses = only http, https and mailto addresses are opened
bad-address = the address has blanks or control characters in it
address-with-name = the address has a name before its host, which may deceive
mouse-on = the mouse selects, chooses and scrolls; { $key } gives it back to the terminal
mouse-off = the mouse is the terminal's own again
theme-auto = colours: as the terminal is
theme-dark = colours: light on dark
theme-light = colours: dark on light
theme-contrast = colours: strong contrast
theme-sixteen = colours: the terminal's own sixteen
theme-none = this terminal gets no colours
order-remembered = right-to-left text: { $name }, remembered for { $terminal }
order-not-remembered = right-to-left text: { $name }, not remembered: { $error }
doctor-title = Does this read right here?
doctor-end = Press any key: the whole report is printed then.
doctor-arabic = Arabic, read from the right: the letters are joined, the brackets hold the second word, % stands left of 61, 18 right of 19, the full stop at the left end
doctor-hebrew = Hebrew, read from the right: "Financial Times" in it is read from the left, the full stop stands at the left end
doctor-marks = Vowel marks: each stands above its letter, and the lam-alef at the left end is there

## Problems.

and-why = { $what }; { $why }
problems = { PLURAL($count) ->
        [one] one problem
       *[other] { $count } problems
    }, the first: { $first }
nowhere-to-remember = neither XDG_STATE_HOME nor HOME says where to remember
not-ours = { $file }: { $what }; move the file away to begin afresh
place-not-remembered = the place was not remembered: { $error }
no-terminal = no terminal to read on: { $error }; --print writes the article instead

## Dates: the months of the calendar that this language writes.

date = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $day }, { $year }
