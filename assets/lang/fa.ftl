# متن‌های رابط به فارسی.

## صفحهٔ راهنما: کار کلیدها.

help-title = کلیدهای { $program }
line-down = یک سطر پایین
line-up = یک سطر بالا
page-down = یک صفحه پایین
page-up = یک صفحه بالا
half-page-down = نیم صفحه پایین
half-page-up = نیم صفحه بالا
to-the-beginning = به ابتدا
to-the-end = به انتها
next-paragraph = بند بعدی
previous-paragraph = بند قبلی
article-or-sidebar = مقاله یا نوار کناری
sidebar-entities = نوار کناری: نام‌ها
sidebar-quotes = نوار کناری: نقل‌قول‌ها
sidebar-outline = نوار کناری: سرفصل‌ها
jump-or-list = پرش؛ از متن: به فهرست
next-place = مورد بعدی
previous-place = مورد قبلی
back-from-jump = بازگشت از پرش
forward-again = دوباره به جلو
next-stop = نام یا پیوند بعدی
previous-stop = نام یا پیوند قبلی
open-link = باز کردن پیوند
search-or-narrow = جستجو؛ پالایش فهرست
set-bookmark = گذاشتن نشانک
go-to-bookmark = رفتن به نشانک
more-about-line = بیشتر دربارهٔ یک سطر
mark-lines = نشان کردن سطرها برای کپی
copy-by-letter = کپی: چه، با یک حرف
hide-sidebar = نهفتن یا نمایش نوار
next-article = مقالهٔ بعدی
previous-article = مقالهٔ قبلی
wider-text = متن پهن‌تر
narrower-text = متن باریک‌تر
mouse-on-off = ماوس روشن یا خاموش
other-order = ترتیب دیگر راست‌به‌چپ
other-colours = رنگ‌های دیگر
draw-again = ترسیم دوبارهٔ صفحه
to-the-shell = به پوسته؛ fg بازمی‌گردد
this-help = همین راهنما
close-what-is-open = بستن آنچه باز است
quit-program = خروج

## کلیدها هنگام نوشتن.

keep-shown = نگه داشتن آنچه پیداست
back-to-before = بازگشت به حالت قبل
cursor-left = مکان‌نما به چپ
cursor-right = مکان‌نما به راست
before-everything = به ابتدای سطر
behind-everything = به انتهای سطر
remove-letter-before = حذف حرف قبلی
remove-letter-behind = حذف حرف بعدی
remove-word-before = حذف واژهٔ قبلی
remove-all-before = حذف همهٔ نوشتهٔ قبل
typed-earlier = نوشتهٔ پیشین
typed-later = نوشتهٔ پسین
exact-or-folded = تطبیق دقیق یا آزاد
take-line = گزینش سطر
delete-bookmark = حذف نشانک
keys-typing = هنگام نوشتن یک سطر
keys-choosing = در فهرست حرف‌ها

## سطر وضعیت.

hint = { $key } { $what }
hint-quit = خروج
hint-stop = توقف
hint-close = بستن
hint-scroll = پیمایش
hint-jump = پرش
hint-tabs = زبانه‌ها
hint-article = مقاله
hint-sidebar = نوار کناری
hint-help = راهنما
hint-next = بعدی
hint-previous = قبلی
hint-back = بازگشت
hint-keep = تأیید
hint-go-back = لغو
hint-end = پایان
hint-search = جستجو
hint-details = بیشتر
hint-list = بازگشت به فهرست
hint-mark = بیشتر یا کمتر
hint-copy = کپی
hint-takes = گزینش
hint-replaces = جایگزینی
hint-deletes = حذف
place-all = همه
place-top = ابتدا
place-end = انتها
per-cent = { $digits ->
        [latn] { $number }%
       *[native] { $number }٪
    }
file-of = پروندهٔ { $at }/{ $count }
quotation = نقل‌قول
heading = سرفصل
progress = { $what }: { $per_cent }
left-at = در { $per_cent }، همان‌جا که ماندید؛ { $key } برای ابتدا

## سطر نوشتن.

search-prompt = جستجو
filter-prompt = پالایش فهرست
found-so-far = تاکنون { $count }، { $per_cent }
not-found = یافت نشد
place-of = { $at } از { $count }
place-of-more = { $at } از بیش از { $count }
with-exact = { $news }، دقیق
not-found-text = یافت نشد: { $typed }
nothing-found-before = پیش‌تر چیزی یافت نشده است
still-looking = جستجو ادامه دارد

## نوار کناری.

entities = نام‌ها
quotes = نقل‌قول‌ها
outline = سرفصل‌ها
none-has-this = موردی مطابق نیست
looking-for-them = در حال جستجو…
no-entities = نامی شناخته نشده است
no-quotations = بدون نقل‌قول
no-headings = بدون سرفصل
people = اشخاص
organisations = سازمان‌ها
places = مکان‌ها
events = رویدادها
works = آثار
products = محصولات
laws = قوانین
groups = گروه‌ها
dates = تاریخ‌ها
numbers = اعداد
money = مبالغ
other = دیگر
other-names = نام‌های دیگر
first-mention = نخستین اشاره
mentions = اشاره‌ها
says = گفته‌ها
spoken-by = گوینده
introduced-by = فعل نقل
passed-on-by = به نقل از
its-words = متن
no-more-about = چیز بیشتری دربارهٔ این نیست

## نشانک‌ها و کپی.

menu-set-mark = نشانک در اینجا: حرفی برای آن
menu-go-to-mark = رفتن به نشانک
menu-copy = کپی
bookmark-set = نشانک { $letter } گذاشته شد: { $keys } به اینجا بازمی‌گردد
no-bookmark = نشانک { $letter } وجود ندارد؛ { $keys } آن را می‌گذارد
no-bookmarks = هنوز نشانکی نیست: { $key } و یک حرف نشانک می‌گذارد
bookmark-deleted = نشانک { $letter } حذف شد
bad-mark = نام نشانک یک حرف یا رقم است
copy-selection = بخش برگزیده
copy-quote = نقل‌قول
copy-paragraph = بند
copy-lines = سطرهای نشان‌شده
copy-entity = نام
copy-link = پیوند
copy-address = نشانی
copy-article = مقاله
nothing-selected = چیزی برگزیده نشده است
no-quotation-here = از اینجا به بعد نقل‌قولی نیست
no-text-here = اینجا متنی نیست
no-lines-marked = سطری نشان نشده است
no-entity-selected = نامی برگزیده نشده است
no-link-here = در این بند پیوندی نیست
no-address = نشانی مقاله در پرونده نیامده است
letter-copies-nothing = این حرف چیزی را کپی نمی‌کند: { $key } حرف‌های ممکن را نشان می‌دهد
copied-by = { $what }، { PLURAL($letters) ->
        [one] { $letters } حرف
       *[other] { $letters } حرف
    }: با { $program } کپی شد
copied-to-terminal = { $what }، { PLURAL($letters) ->
        [one] { $letters } حرف
       *[other] { $letters } حرف
    }: به بریده‌دان پایانه فرستاده شد
copied-too-long = { $what }: بیش از { $most } کیلوبایت که پایانه‌ها می‌پذیرند

## جابه‌جایی.

measure = پهنای متن حداکثر { PLURAL($columns) ->
        [one] { $columns } ستون
       *[other] { $columns } ستون
    }
nothing-listed = فهرست خالی است
known-without-place = این را دربارهٔ مقاله می‌دانیم، اما در متن آن جایی ندارد
nothing-jumped-to = هنوز پرشی نبوده است: { $tab } و سپس { $enter } روی سطری از نوار کناری
nothing-to-show = چیزی برگزیده نشده است: { $key } به نام یا پیوند بعدی می‌رود
no-other-place = مورد دیگری نیست
only-place = تنها مورد
from-beginning-again = دوباره از ابتدا
from-end-again = دوباره از انتها
no-jump-back = پرشی برای بازگشت نیست
no-jump-forward = پرشی برای جلو رفتن نیست
no-further-stop = نام یا پیوند دیگری نیست
match-in-no-list = نتیجهٔ جستجو در هیچ فهرستی نیست
last-article = این آخرین مقاله است
first-article = این نخستین مقاله است

## کارهای پس‌زمینه.

laying-out = چیدن بندی بلند
long-paragraph-failed = از بند بلند فقط ابتدای آن پیداست: { $error }
long-paragraph-stopped = متوقف شد: از بند بلند فقط ابتدای آن پیداست؛ { $key } ادامه می‌دهد
looking-for-names = جستجوی نام‌ها
names-failed = جستجوی نام‌ها در این مقاله ممکن نشد
names-not-looked-for = نام‌ها جستجو نمی‌شوند: { $error }
opening = باز کردن { $file } ({ $megabytes } مگابایت)

## پیوند، ماوس، پایانه.

opened = باز شد: { $address }
not-opened = { $why }: { $address }
only-web-addresses = فقط نشانی‌های http و https و mailto باز می‌شوند
bad-address = در نشانی فاصله یا نویسهٔ کنترلی هست
address-with-name = در نشانی پیش از میزبان نامی هست که شاید فریبنده باشد
mouse-on = ماوس برمی‌گزیند و می‌پیماید؛ { $key } آن را به پایانه بازمی‌گرداند
mouse-off = ماوس دوباره از آن پایانه است
theme-auto = رنگ‌ها: مانند پایانه
theme-dark = رنگ‌ها: روشن روی تیره
theme-light = رنگ‌ها: تیره روی روشن
theme-contrast = رنگ‌ها: تضاد زیاد
theme-sixteen = رنگ‌ها: شانزده رنگ خود پایانه
theme-none = برای این پایانه رنگی فرستاده نمی‌شود
order-remembered = متن راست‌به‌چپ: { $name }، برای { $terminal } به یاد سپرده شد
order-not-remembered = متن راست‌به‌چپ: { $name }، به یاد سپرده نشد: { $error }
doctor-title = آیا این در اینجا درست خوانده می‌شود؟
doctor-end = کلیدی را بزنید: آنگاه گزارش کامل چاپ می‌شود.
doctor-arabic = عربی، از راست خوانده می‌شود: حروف به هم پیوسته‌اند، پرانتزها واژهٔ دوم را در بر می‌گیرند، % در چپِ 61 است، 18 در راستِ 19، نقطه در انتهای چپ
doctor-hebrew = عبری، از راست خوانده می‌شود: «Financial Times» در آن از چپ خوانده می‌شود، نقطه در انتهای چپ است
doctor-marks = حرکات: هر یک بالای حرف خود است، و لام‌الفِ انتهای چپ پیداست

## مشکلات.

and-why = { $what }؛ { $why }
problems = { PLURAL($count) ->
        [one] { $count } مشکل
       *[other] { $count } مشکل
    }، نخستین: { $first }
nowhere-to-remember = نه XDG_STATE_HOME و نه HOME جای ذخیره را می‌گویند
not-ours = { $file }: { $what }؛ برای شروع از نو پرونده را جابه‌جا کنید
place-not-remembered = جای خواندن به یاد سپرده نشد: { $error }
no-terminal = پایانه‌ای برای خواندن نیست: { $error }؛ گزینهٔ ‎--print‎ به جای آن مقاله را می‌نویسد

## تاریخ: گاه‌شماری هجری خورشیدی.

date = { $day } { $month ->
        [1] فروردین
        [2] اردیبهشت
        [3] خرداد
        [4] تیر
        [5] مرداد
        [6] شهریور
        [7] مهر
        [8] آبان
        [9] آذر
        [10] دی
        [11] بهمن
       *[12] اسفند
    } { $year }
