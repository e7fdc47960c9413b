# הטקסטים של הממשק בעברית. פעולות בשם פעולה.

## מסך העזרה: מה עושים המקשים.

help-title = המקשים של { $program }
line-down = שורה למטה
line-up = שורה למעלה
page-down = עמוד למטה
page-up = עמוד למעלה
half-page-down = חצי עמוד למטה
half-page-up = חצי עמוד למעלה
to-the-beginning = להתחלה
to-the-end = לסוף
next-paragraph = הפסקה הבאה
previous-paragraph = הפסקה הקודמת
article-or-sidebar = הכתבה או סרגל הצד
sidebar-entities = סרגל הצד: ישויות
sidebar-quotes = סרגל הצד: ציטוטים
sidebar-outline = סרגל הצד: כותרות
jump-or-list = קפיצה; מהטקסט: לרשימה
next-place = המופע הבא
previous-place = המופע הקודם
back-from-jump = חזרה מהקפיצה
forward-again = שוב קדימה
next-stop = האזכור או הקישור הבא
previous-stop = האזכור או הקישור הקודם
open-link = פתיחת הקישור
search-or-narrow = חיפוש; סינון הרשימה
set-bookmark = הוספת סימנייה
go-to-bookmark = מעבר לסימנייה
more-about-line = עוד על שורה
mark-lines = סימון שורות להעתקה
copy-by-letter = העתקה: מה, לפי אות
hide-sidebar = הסתרת הסרגל או הצגתו
next-article = הכתבה הבאה
previous-article = הכתבה הקודמת
wider-text = טקסט רחב יותר
narrower-text = טקסט צר יותר
mouse-on-off = הפעלת העכבר או כיבויו
other-order = סדר אחר לעברית ולערבית
other-colours = צבעים אחרים
draw-again = ציור מחדש של המסך
to-the-shell = אל המעטפת; fg לחזרה
this-help = העזרה הזאת
close-what-is-open = סגירת מה שפתוח
quit-program = יציאה

## מקשים בזמן הקלדה.

keep-shown = השארת מה שמוצג
back-to-before = חזרה למצב הקודם
cursor-left = הסמן שמאלה
cursor-right = הסמן ימינה
before-everything = לתחילת השורה
behind-everything = לסוף השורה
remove-letter-before = מחיקת האות הקודמת
remove-letter-behind = מחיקת האות הבאה
remove-word-before = מחיקת המילה הקודמת
remove-all-before = מחיקת כל מה שלפני
typed-earlier = מה שהוקלד קודם
typed-later = מה שהוקלד אחר כך
exact-or-folded = התאמה מדויקת או גמישה
take-line = בחירת השורה
delete-bookmark = מחיקת הסימנייה
keys-typing = בזמן הקלדת שורה
keys-choosing = ברשימת אותיות

## שורת המצב: מה עושה כל מקש כעת, והיכן אנחנו.

hint = { $key } { $what }
hint-quit = יציאה
hint-stop = עצירה
hint-close = סגירה
hint-scroll = גלילה
hint-jump = קפיצה
hint-tabs = לשוניות
hint-article = הכתבה
hint-sidebar = סרגל הצד
hint-help = עזרה
hint-next = הבא
hint-previous = הקודם
hint-back = חזרה
hint-keep = אישור
hint-go-back = ביטול
hint-end = סיום
hint-search = חיפוש
hint-details = עוד על זה
hint-list = חזרה לרשימה
hint-mark = סימון של יותר או פחות
hint-copy = העתקה
hint-takes = בחירה
hint-replaces = החלפה
hint-deletes = מחיקה
place-all = הכול
place-top = התחלה
place-end = סוף
per-cent = { $number }%
file-of = קובץ { $at }/{ $count }
quotation = ציטוט
heading = כותרת
progress = { $what }: { $per_cent }
left-at = ב־{ $per_cent }, היכן שהפסקת; { $key } להתחלה

## שורת ההקלדה.

search-prompt = חיפוש
filter-prompt = סינון הרשימה
found-so-far = { $count } עד כה, { $per_cent }
not-found = לא נמצא
place-of = { $at } מתוך { $count }
place-of-more = { $at } מתוך יותר מ־{ $count }
with-exact = { $news }, התאמה מדויקת
not-found-text = לא נמצא: { $typed }
nothing-found-before = לא נמצא דבר קודם לכן
still-looking = החיפוש נמשך

## סרגל הצד.

entities = ישויות
quotes = ציטוטים
outline = כותרות
none-has-this = אין התאמות
looking-for-them = בחיפוש אחריהן…
no-entities = אין ישויות ידועות
no-quotations = אין ציטוטים
no-headings = אין כותרות
people = אנשים
organisations = ארגונים
places = מקומות
events = אירועים
works = יצירות
products = מוצרים
laws = חוקים
groups = קבוצות
dates = תאריכים
numbers = מספרים
money = סכומי כסף
other = אחר
other-names = שמות אחרים
first-mention = אזכור ראשון
mentions = אזכורים
says = דברים שנאמרו
spoken-by = הדובר
introduced-by = מילת הפתיחה
passed-on-by = נמסר על ידי
its-words = הדברים
no-more-about = אין עוד מידע על זה

## סימניות והעתקה.

menu-set-mark = סימנייה כאן: בחרו לה אות
menu-go-to-mark = מעבר לסימנייה
menu-copy = העתקה
bookmark-set = נוספה הסימנייה { $letter }: { $keys } לחזרה לכאן
no-bookmark = אין סימנייה { $letter }; { $keys } להוספתה
no-bookmarks = אין עדיין סימניות: { $key } ואות להוספת אחת
bookmark-deleted = הסימנייה { $letter } נמחקה
bad-mark = שם של סימנייה הוא אות או ספרה
copy-selection = הבחירה
copy-quote = הציטוט
copy-paragraph = הפסקה
copy-lines = השורות המסומנות
copy-entity = הישות
copy-link = הקישור
copy-address = הכתובת
copy-article = הכתבה
nothing-selected = לא נבחר דבר
no-quotation-here = אין ציטוט מכאן והלאה
no-text-here = אין כאן טקסט
no-lines-marked = לא סומנו שורות
no-entity-selected = לא נבחרה ישות
no-link-here = אין קישור בפסקה הזאת
no-address = כתובת הכתבה לא מופיעה בקובץ
letter-copies-nothing = האות הזאת לא מעתיקה דבר: { $key } מציג את האותיות האפשריות
copied-by = { $what }, { PLURAL($letters) ->
        [one] אות אחת
        [two] שתי אותיות
       *[other] { $letters } אותיות
    }: הועתק באמצעות { $program }
copied-to-terminal = { $what }, { PLURAL($letters) ->
        [one] אות אחת
        [two] שתי אותיות
       *[other] { $letters } אותיות
    }: נשלח ללוח של המסוף
copied-too-long = { $what }: יותר מ־{ $most } ק״ב, המרב שמסופים מקבלים

## ניווט.

measure = רוחב הטקסט: { PLURAL($columns) ->
        [one] עמודה אחת
        [two] שתי עמודות
       *[other] { $columns } עמודות
    } לכל היותר
nothing-listed = הרשימה ריקה
known-without-place = זה ידוע על הכתבה, אבל אין לו מקום בטקסט שלה
nothing-jumped-to = עוד לא הייתה קפיצה: { $tab }, ואז { $enter } על שורה בסרגל הצד
nothing-to-show = לא נבחר דבר: { $key } לאזכור או לקישור הבא
no-other-place = אין מופע אחר
only-place = המופע היחיד
from-beginning-again = שוב מההתחלה
from-end-again = שוב מהסוף
no-jump-back = אין קפיצה לחזור ממנה
no-jump-forward = אין קפיצה להתקדם אליה
no-further-stop = אין עוד אזכור או קישור
match-in-no-list = תוצאת חיפוש אינה מופיעה בשום רשימה
last-article = זו הכתבה האחרונה
first-article = זו הכתבה הראשונה

## מה שנעשה ברקע.

laying-out = סידור פסקה ארוכה
long-paragraph-failed = מוצגת רק תחילתה של פסקה ארוכה: { $error }
long-paragraph-stopped = נעצר: מוצגת רק תחילתה של פסקה ארוכה; { $key } להמשך
looking-for-names = חיפוש שמות
names-failed = לא ניתן היה לחפש שמות בכתבה הזאת
names-not-looked-for = לא מתבצע חיפוש שמות: { $error }
opening = פתיחת { $file } ({ $megabytes } מ״ב)

## קישורים, עכבר, מסוף.

opened = נפתח: { $address }
not-opened = { $why }: { $address }
only-web-addresses = נפתחות רק כתובות http,‏ https ו־mailto
bad-address = יש בכתובת רווחים או תווי בקרה
address-with-name = בכתובת יש שם לפני המארח, והוא עלול להטעות
mouse-on = העכבר מסמן, בוחר וגולל; { $key } מחזיר אותו למסוף
mouse-off = העכבר שוב של המסוף
theme-auto = צבעים: לפי המסוף
theme-dark = צבעים: בהיר על כהה
theme-light = צבעים: כהה על בהיר
theme-contrast = צבעים: ניגודיות גבוהה
theme-sixteen = צבעים: 16 הצבעים של המסוף
theme-none = למסוף הזה לא נשלחים צבעים
order-remembered = טקסט מימין לשמאל: { $name }, נשמר עבור { $terminal }
order-not-remembered = טקסט מימין לשמאל: { $name }, לא נשמר: { $error }
doctor-title = האם זה נקרא כאן נכון?
doctor-end = הקישו על מקש כלשהו: הדוח המלא יודפס אז.
doctor-arabic = ערבית, נקראת מימין: האותיות מחוברות, הסוגריים מקיפים את המילה השנייה, % משמאל ל־61, ‏18 מימין ל־19, הנקודה בקצה השמאלי
doctor-hebrew = עברית, נקראת מימין: "Financial Times" שבתוכה נקרא משמאל, הנקודה בקצה השמאלי
doctor-marks = סימני ניקוד: כל אחד מעל האות שלו, והלאם־אלף שבקצה השמאלי מופיעה

## בעיות.

and-why = { $what }; { $why }
problems = { PLURAL($count) ->
        [one] בעיה אחת
        [two] שתי בעיות
       *[other] { $count } בעיות
    }, הראשונה: { $first }
nowhere-to-remember = לא XDG_STATE_HOME ולא HOME קובעים היכן לשמור
not-ours = { $file }: { $what }; העבירו את הקובץ למקום אחר כדי להתחיל מחדש
place-not-remembered = המקום לא נשמר: { $error }
no-terminal = אין מסוף לקרוא בו: { $error }; האפשרות ‎--print‎ כותבת את הכתבה במקום זאת

## תאריכים.

date = { $day } ב{ $month ->
        [1] ינואר
        [2] פברואר
        [3] מרץ
        [4] אפריל
        [5] מאי
        [6] יוני
        [7] יולי
        [8] אוגוסט
        [9] ספטמבר
        [10] אוקטובר
        [11] נובמבר
       *[12] דצמבר
    } { $year }
