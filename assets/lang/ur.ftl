# انٹرفیس کا متن اردو میں۔

## مدد کی اسکرین: کلیدوں کے کام۔

help-title = { $program } کی کلیدیں
line-down = ایک سطر نیچے
line-up = ایک سطر اوپر
page-down = ایک صفحہ نیچے
page-up = ایک صفحہ اوپر
half-page-down = آدھا صفحہ نیچے
half-page-up = آدھا صفحہ اوپر
to-the-beginning = شروع میں
to-the-end = آخر میں
next-paragraph = اگلا پیراگراف
previous-paragraph = پچھلا پیراگراف
article-or-sidebar = مضمون یا پہلو کی پٹی
sidebar-entities = پٹی: نام
sidebar-quotes = پٹی: اقتباسات
sidebar-outline = پٹی: سرخیاں
jump-or-list = جست؛ متن سے: فہرست میں
next-place = اس کا اگلا مقام
previous-place = اس کا پچھلا مقام
back-from-jump = جست سے واپسی
forward-again = دوبارہ آگے
next-stop = اگلا ذکر یا لنک
previous-stop = پچھلا ذکر یا لنک
open-link = لنک کھولیں
search-or-narrow = تلاش؛ فہرست چھانٹیں
set-bookmark = نشانی لگائیں
go-to-bookmark = نشانی پر جائیں
more-about-line = سطر کے بارے میں مزید
mark-lines = نقل کے لیے سطریں چنیں
copy-by-letter = نقل: کیا، ایک حرف سے
hide-sidebar = پٹی چھپائیں یا دکھائیں
next-article = اگلا مضمون
previous-article = پچھلا مضمون
wider-text = متن چوڑا کریں
narrower-text = متن تنگ کریں
mouse-on-off = ماؤس چالو یا بند
other-order = دائیں سے بائیں، اور طرح
other-colours = دوسرے رنگ
draw-again = اسکرین دوبارہ بنائیں
to-the-shell = شیل میں؛ fg سے واپسی
this-help = یہ مدد
close-what-is-open = جو کھلا ہے بند کریں
quit-program = باہر نکلیں

## لکھتے وقت کی کلیدیں۔

keep-shown = جو دکھ رہا ہے رکھیں
back-to-before = پہلی حالت پر واپس
cursor-left = کرسر بائیں
cursor-right = کرسر دائیں
before-everything = سطر کے شروع میں
behind-everything = سطر کے آخر میں
remove-letter-before = پچھلا حرف مٹائیں
remove-letter-behind = اگلا حرف مٹائیں
remove-word-before = پچھلا لفظ مٹائیں
remove-all-before = پہلے کا سب مٹائیں
typed-earlier = پہلے کا لکھا ہوا
typed-later = بعد کا لکھا ہوا
exact-or-folded = ہوبہو یا نرم مطابقت
take-line = سطر لیں
delete-bookmark = نشانی مٹائیں
keys-typing = سطر لکھتے وقت
keys-choosing = حروف کی فہرست میں

## حالت کی سطر۔

hint = { $key } { $what }
hint-quit = باہر نکلیں
hint-stop = روکیں
hint-close = بند کریں
hint-scroll = سرکائیں
hint-jump = جائیں
hint-tabs = ٹیب
hint-article = مضمون
hint-sidebar = پہلو کی پٹی
hint-help = مدد
hint-next = اگلا
hint-previous = پچھلا
hint-back = واپس
hint-keep = رکھیں
hint-go-back = منسوخ
hint-end = ختم
hint-search = تلاش
hint-details = مزید
hint-list = فہرست پر واپس
hint-mark = زیادہ یا کم چنیں
hint-copy = نقل
hint-takes = لیں
hint-replaces = بدلیں
hint-deletes = مٹائیں
place-all = سب
place-top = شروع
place-end = آخر
per-cent = { $number }%
file-of = فائل { $at }/{ $count }
quotation = اقتباس
heading = سرخی
progress = { $what }: { $per_cent }
left-at = { $per_cent } پر، جہاں آپ نے چھوڑا تھا؛ شروع کے لیے { $key }

## لکھنے کی سطر۔

search-prompt = تلاش
filter-prompt = فہرست چھانٹیں
found-so-far = اب تک { $count }، { $per_cent }
not-found = نہیں ملا
place-of = { $count } میں سے { $at }
place-of-more = { $count } سے زائد میں سے { $at }
with-exact = { $news }، ہوبہو
not-found-text = نہیں ملا: { $typed }
nothing-found-before = پہلے کچھ نہیں ملا تھا
still-looking = تلاش جاری ہے

## پہلو کی پٹی۔

entities = نام
quotes = اقتباسات
outline = سرخیاں
none-has-this = کوئی مطابقت نہیں
looking-for-them = تلاش جاری ہے…
no-entities = کوئی نام معلوم نہیں
no-quotations = کوئی اقتباس نہیں
no-headings = کوئی سرخی نہیں
people = افراد
organisations = تنظیمیں
places = مقامات
events = واقعات
works = تخلیقات
products = مصنوعات
laws = قوانین
groups = گروہ
dates = تاریخیں
numbers = اعداد
money = رقوم
other = دیگر
other-names = دوسرے نام
first-mention = پہلا ذکر
mentions = تذکرے
says = اقوال
spoken-by = کہنے والا
introduced-by = تعارفی الفاظ
passed-on-by = بحوالہ
its-words = الفاظ
no-more-about = اس کے بارے میں مزید کچھ نہیں

## نشانیاں اور نقل۔

menu-set-mark = یہاں نشانی: اس کے لیے ایک حرف
menu-go-to-mark = نشانی پر جائیں
menu-copy = نقل
bookmark-set = نشانی { $letter } لگ گئی: { $keys } سے یہاں واپسی
no-bookmark = نشانی { $letter } موجود نہیں؛ { $keys } سے لگائیں
no-bookmarks = ابھی کوئی نشانی نہیں: { $key } اور ایک حرف سے لگائیں
bookmark-deleted = نشانی { $letter } مٹا دی گئی
bad-mark = نشانی کا نام ایک حرف یا ہندسہ ہوتا ہے
copy-selection = منتخب حصہ
copy-quote = اقتباس
copy-paragraph = پیراگراف
copy-lines = چنی ہوئی سطریں
copy-entity = نام
copy-link = لنک
copy-address = پتا
copy-article = مضمون
nothing-selected = کچھ منتخب نہیں
no-quotation-here = یہاں سے آگے کوئی اقتباس نہیں
no-text-here = یہاں کوئی متن نہیں
no-lines-marked = کوئی سطر نہیں چنی گئی
no-entity-selected = کوئی نام منتخب نہیں
no-link-here = اس پیراگراف میں کوئی لنک نہیں
no-address = فائل میں مضمون کا پتا نہیں
letter-copies-nothing = یہ حرف کچھ نقل نہیں کرتا: { $key } ممکنہ حروف دکھاتا ہے
copied-by = { $what }، { PLURAL($letters) ->
        [one] { $letters } حرف
       *[other] { $letters } حروف
    }: { $program } سے نقل ہوا
copied-to-terminal = { $what }، { PLURAL($letters) ->
        [one] { $letters } حرف
       *[other] { $letters } حروف
    }: ٹرمینل کے کلپ بورڈ کو بھیجا گیا
copied-too-long = { $what }: { $most } کلوبائٹ سے زیادہ، جو ٹرمینل قبول کرتے ہیں

## حرکت۔

measure = متن کی چوڑائی زیادہ سے زیادہ { PLURAL($columns) ->
        [one] { $columns } کالم
       *[other] { $columns } کالم
    }
nothing-listed = فہرست خالی ہے
known-without-place = مضمون کے بارے میں معلوم ہے، مگر اس کے متن میں اس کی کوئی جگہ نہیں
nothing-jumped-to = ابھی کوئی جست نہیں ہوئی: { $tab }، پھر پٹی کی کسی سطر پر { $enter }
nothing-to-show = کچھ منتخب نہیں: { $key } سے اگلے ذکر یا لنک پر جائیں
no-other-place = کوئی اور مقام نہیں
only-place = واحد مقام
from-beginning-again = دوبارہ شروع سے
from-end-again = دوبارہ آخر سے
no-jump-back = واپسی کے لیے کوئی جست نہیں
no-jump-forward = آگے جانے کے لیے کوئی جست نہیں
no-further-stop = مزید کوئی ذکر یا لنک نہیں
match-in-no-list = تلاش کا نتیجہ کسی فہرست میں نہیں
last-article = یہ آخری مضمون ہے
first-article = یہ پہلا مضمون ہے

## پس منظر کے کام۔

laying-out = طویل پیراگراف کی ترتیب
long-paragraph-failed = طویل پیراگراف کا صرف شروع دکھایا گیا ہے: { $error }
long-paragraph-stopped = روک دیا گیا: طویل پیراگراف کا صرف شروع دکھایا گیا ہے؛ { $key } سے جاری رکھیں
looking-for-names = ناموں کی تلاش
names-failed = اس مضمون میں نام تلاش نہ کیے جا سکے
names-not-looked-for = نام تلاش نہیں کیے جا رہے: { $error }
opening = { $file } کھل رہی ہے ({ $megabytes } میگابائٹ)

## لنک، ماؤس، ٹرمینل۔

opened = کھولا گیا: { $address }
not-opened = { $why }: { $address }
only-web-addresses = صرف http، https اور mailto پتے کھولے جاتے ہیں
bad-address = پتے میں خالی جگہ یا کنٹرول حروف ہیں
address-with-name = پتے میں میزبان سے پہلے ایک نام ہے جو دھوکا ہو سکتا ہے
mouse-on = ماؤس منتخب کرتا اور سرکاتا ہے؛ { $key } سے ٹرمینل کو واپس
mouse-off = ماؤس دوبارہ ٹرمینل کے پاس ہے
theme-auto = رنگ: جیسا ٹرمینل ہے
theme-dark = رنگ: گہرے پر ہلکا
theme-light = رنگ: ہلکے پر گہرا
theme-contrast = رنگ: تیز تضاد
theme-sixteen = رنگ: ٹرمینل کے اپنے سولہ
theme-none = اس ٹرمینل کو رنگ نہیں بھیجے جاتے
order-remembered = دائیں سے بائیں متن: { $name }، { $terminal } کے لیے محفوظ
order-not-remembered = دائیں سے بائیں متن: { $name }، محفوظ نہ ہوا: { $error }
doctor-title = کیا یہ یہاں درست پڑھا جاتا ہے؟
doctor-end = کوئی کلید دبائیں: پھر پوری رپورٹ چھپے گی۔
doctor-arabic = عربی، دائیں سے پڑھی جاتی ہے: حروف جڑے ہوئے ہیں، قوسین دوسرے لفظ کو گھیرتے ہیں، % 61 کے بائیں ہے، 18 19 کے دائیں، نقطہ بائیں سرے پر
doctor-hebrew = عبرانی، دائیں سے پڑھی جاتی ہے: اس میں "Financial Times" بائیں سے پڑھا جاتا ہے، نقطہ بائیں سرے پر ہے
doctor-marks = اعراب: ہر ایک اپنے حرف کے اوپر ہے، اور بائیں سرے کا لام الف موجود ہے

## مسائل۔

and-why = { $what }؛ { $why }
problems = { PLURAL($count) ->
        [one] { $count } مسئلہ
       *[other] { $count } مسائل
    }، پہلا: { $first }
nowhere-to-remember = نہ XDG_STATE_HOME اور نہ HOME بتاتا ہے کہ کہاں محفوظ کریں
not-ours = { $file }: { $what }؛ نئے سرے سے شروع کرنے کے لیے فائل ہٹا دیں
place-not-remembered = جگہ محفوظ نہ ہوئی: { $error }
no-terminal = پڑھنے کے لیے کوئی ٹرمینل نہیں: { $error }؛ ‎--print‎ اس کی بجائے مضمون لکھ دیتا ہے

## تاریخیں۔

date = { $day } { $month ->
        [1] جنوری
        [2] فروری
        [3] مارچ
        [4] اپریل
        [5] مئی
        [6] جون
        [7] جولائی
        [8] اگست
        [9] ستمبر
        [10] اکتوبر
        [11] نومبر
       *[12] دسمبر
    }، { $year }
