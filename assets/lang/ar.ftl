# نصوص الواجهة بالعربية. أسماء الأفعال تأتي بصيغة المصدر.

## شاشة المساعدة: ما تفعله المفاتيح.

help-title = مفاتيح { $program }
line-down = سطر إلى الأسفل
line-up = سطر إلى الأعلى
page-down = صفحة إلى الأسفل
page-up = صفحة إلى الأعلى
half-page-down = نصف صفحة إلى الأسفل
half-page-up = نصف صفحة إلى الأعلى
to-the-beginning = إلى البداية
to-the-end = إلى النهاية
next-paragraph = الفقرة التالية
previous-paragraph = الفقرة السابقة
article-or-sidebar = المقال أو الشريط الجانبي
sidebar-entities = الشريط: الكيانات
sidebar-quotes = الشريط: الاقتباسات
sidebar-outline = الشريط: العناوين
jump-or-list = انتقال؛ من النص: للقائمة
next-place = موضعه التالي
previous-place = موضعه السابق
back-from-jump = رجوع من الانتقال
forward-again = تقدم من جديد
next-stop = الذكر أو الرابط التالي
previous-stop = الذكر أو الرابط السابق
open-link = فتح الرابط
search-or-narrow = بحث؛ تصفية القائمة
set-bookmark = وضع إشارة مرجعية
go-to-bookmark = إلى إشارة مرجعية
more-about-line = المزيد عن سطر
mark-lines = تحديد أسطر لنسخها
copy-by-letter = نسخ: حرف يحدد ماذا
hide-sidebar = إخفاء الشريط أو إظهاره
next-article = المقال التالي
previous-article = المقال السابق
wider-text = توسيع عمود النص
narrower-text = تضييق عمود النص
mouse-on-off = تشغيل الفأرة أو إيقافها
other-order = ترتيب آخر للنص العربي
other-colours = ألوان أخرى
draw-again = إعادة رسم الشاشة
to-the-shell = إلى الصدفة؛ fg للعودة
this-help = هذه المساعدة
close-what-is-open = إغلاق ما هو مفتوح
quit-program = خروج

## المفاتيح أثناء الكتابة في سطر الإدخال.

keep-shown = الإبقاء على المعروض
back-to-before = العودة إلى ما كان
cursor-left = المؤشر إلى اليسار
cursor-right = المؤشر إلى اليمين
before-everything = إلى أول السطر
behind-everything = إلى آخر السطر
remove-letter-before = حذف الحرف السابق
remove-letter-behind = حذف الحرف التالي
remove-word-before = حذف الكلمة السابقة
remove-all-before = حذف كل ما سبق
typed-earlier = ما كُتب من قبل
typed-later = ما كُتب بعده
exact-or-folded = مطابقة تامة أو مرنة
take-line = اختيار السطر
delete-bookmark = حذف الإشارة المرجعية
keys-typing = أثناء كتابة سطر
keys-choosing = في قائمة الحروف

## سطر الحالة: ما يفعله كل مفتاح الآن، وأين نحن.

hint = { $key } { $what }
hint-quit = خروج
hint-stop = إيقاف
hint-close = إغلاق
hint-scroll = تمرير
hint-jump = انتقال
hint-tabs = تبويبات
hint-article = المقال
hint-sidebar = الشريط الجانبي
hint-help = مساعدة
hint-next = التالي
hint-previous = السابق
hint-back = رجوع
hint-keep = إبقاء
hint-go-back = تراجع
hint-end = إنهاء
hint-search = بحث
hint-details = المزيد عنه
hint-list = عودة إلى القائمة
hint-mark = توسيع التحديد أو تضييقه
hint-copy = نسخ
hint-takes = اختيار
hint-replaces = استبدال
hint-deletes = حذف
place-all = الكل
place-top = البداية
place-end = النهاية
per-cent = { $digits ->
        [latn] { $number }%
       *[native] { $number }٪
    }
file-of = الملف { $at }/{ $count }
quotation = اقتباس
heading = عنوان
progress = { $what }: { $per_cent }
left-at = عند { $per_cent } حيث توقفت، { $key } للعودة إلى البداية

## سطر الإدخال.

search-prompt = بحث
filter-prompt = تصفية القائمة
found-so-far = { $count } حتى الآن، { $per_cent }
not-found = لا نتائج
place-of = { $at } من { $count }
place-of-more = { $at } من أكثر من { $count }
with-exact = { $news }، مطابقة تامة
not-found-text = لم يُعثر على: { $typed }
nothing-found-before = لا نتائج لبحث سابق
still-looking = البحث مستمر

## الشريط الجانبي.

entities = كيانات
quotes = اقتباسات
outline = عناوين
none-has-this = لا شيء مطابق
looking-for-them = جارٍ البحث عنها…
no-entities = لا كيانات معروفة
no-quotations = لا اقتباسات
no-headings = لا عناوين
people = أشخاص
organisations = منظمات
places = أماكن
events = أحداث
works = أعمال
products = منتجات
laws = قوانين
groups = جماعات
dates = تواريخ
numbers = أرقام
money = مبالغ مالية
other = أخرى
other-names = أسماء أخرى
first-mention = أول ذكر
mentions = مواضع الذكر
says = الأقوال
spoken-by = القائل
introduced-by = عبارة التقديم
passed-on-by = نقلًا عن
its-words = النص
no-more-about = لا مزيد عن هذا

## الإشارات المرجعية والنسخ.

menu-set-mark = إشارة مرجعية هنا: اختر لها حرفًا
menu-go-to-mark = الانتقال إلى إشارة مرجعية
menu-copy = نسخ
bookmark-set = وُضعت الإشارة المرجعية { $letter }: { $keys } للعودة إلى هنا
no-bookmark = لا توجد إشارة مرجعية { $letter }؛ { $keys } لوضعها
no-bookmarks = لا إشارات مرجعية بعد: { $key } ثم حرف لوضع واحدة
bookmark-deleted = حُذفت الإشارة المرجعية { $letter }
bad-mark = اسم الإشارة المرجعية حرف أو رقم
copy-selection = التحديد
copy-quote = الاقتباس
copy-paragraph = الفقرة
copy-lines = الأسطر المحددة
copy-entity = الكيان
copy-link = الرابط
copy-address = عنوان الويب
copy-article = المقال
nothing-selected = لم يُحدَّد شيء
no-quotation-here = لا اقتباس من هنا فصاعدًا
no-text-here = لا نص هنا
no-lines-marked = لم تُحدد أسطر
no-entity-selected = لم يُحدَّد كيان
no-link-here = لا رابط في هذه الفقرة
no-address = لا يذكر الملف عنوان المقال على الويب
letter-copies-nothing = هذا الحرف لا ينسخ شيئًا: { $key } يعرض الحروف المتاحة
copied-by = { $what }، { PLURAL($letters) ->
        [zero] بلا أحرف
        [one] حرف واحد
        [two] حرفان
        [few] { $letters } أحرف
        [many] { $letters } حرفًا
       *[other] { $letters } حرف
    }: تم النسخ بواسطة { $program }
copied-to-terminal = { $what }، { PLURAL($letters) ->
        [zero] بلا أحرف
        [one] حرف واحد
        [two] حرفان
        [few] { $letters } أحرف
        [many] { $letters } حرفًا
       *[other] { $letters } حرف
    }: تم الإرسال إلى حافظة الطرفية
copied-too-long = { $what }: أكبر من { $most } كيلوبايت، وهو أقصى ما تقبله الطرفيات

## التنقل.

measure = عرض النص { PLURAL($columns) ->
        [zero] { $columns } عمود
        [one] عمود واحد
        [two] عمودان
        [few] { $columns } أعمدة
        [many] { $columns } عمودًا
       *[other] { $columns } عمود
    } على الأكثر
nothing-listed = القائمة فارغة
known-without-place = معلومة عن المقال لا موضع لها في نصه
nothing-jumped-to = لم يُنتقل إلى شيء بعد: { $tab } ثم { $enter } على سطر من الشريط الجانبي
nothing-to-show = لم يُحدَّد شيء: { $key } للذكر أو الرابط التالي
no-other-place = لا موضع آخر
only-place = الموضع الوحيد
from-beginning-again = من البداية مجددًا
from-end-again = من النهاية مجددًا
no-jump-back = لا انتقال سابق للرجوع عنه
no-jump-forward = لا انتقال تالٍ للتقدم إليه
no-further-stop = لا ذكر ولا رابط بعد هذا
match-in-no-list = نتيجة البحث ليست في أي قائمة
last-article = هذا آخر مقال
first-article = هذا أول مقال

## ما يجري في الخلفية.

laying-out = تنسيق فقرة طويلة
long-paragraph-failed = لا يظهر من الفقرة الطويلة إلا أولها: { $error }
long-paragraph-stopped = أُوقف: لا يظهر من الفقرة الطويلة إلا أولها؛ { $key } للمتابعة
looking-for-names = البحث عن الأسماء
names-failed = تعذر البحث عن الأسماء في هذا المقال
names-not-looked-for = لا يجري البحث عن الأسماء: { $error }
opening = فتح { $file } ({ $megabytes } ميغابايت)

## الروابط والفأرة والطرفية.

opened = فُتح: { $address }
not-opened = { $why }: { $address }
only-web-addresses = لا تُفتح إلا عناوين http وhttps وmailto
bad-address = في العنوان مسافات أو محارف تحكم
address-with-name = في العنوان اسم قبل المضيف وقد يكون خادعًا
mouse-on = الفأرة تحدد وتختار وتمرر؛ { $key } لإعادتها إلى الطرفية
mouse-off = عادت الفأرة إلى الطرفية
theme-auto = الألوان: كما في الطرفية
theme-dark = الألوان: فاتح على داكن
theme-light = الألوان: داكن على فاتح
theme-contrast = الألوان: تباين قوي
theme-sixteen = الألوان: ألوان الطرفية الستة عشر
theme-none = لا تُرسل ألوان إلى هذه الطرفية
order-remembered = النص من اليمين إلى اليسار: { $name }، حُفظ للطرفية { $terminal }
order-not-remembered = النص من اليمين إلى اليسار: { $name }، لم يُحفظ: { $error }
doctor-title = هل يُقرأ هذا صحيحًا هنا؟
doctor-end = اضغط أي مفتاح: يُطبع عندها التقرير كاملًا.
doctor-arabic = عربية تُقرأ من اليمين: الحروف متصلة، والقوسان يحيطان بالكلمة الثانية، وعلامة % على يسار 61، و18 على يمين 19، والنقطة في أقصى اليسار
doctor-hebrew = عبرية تُقرأ من اليمين: "Financial Times" فيها تُقرأ من اليسار، والنقطة في أقصى اليسار
doctor-marks = التشكيل: كل حركة فوق حرفها، واللام ألف في أقصى اليسار ظاهرة

## المشكلات.

and-why = { $what }؛ { $why }
problems = { PLURAL($count) ->
        [zero] { $count } مشكلة
        [one] مشكلة واحدة
        [two] مشكلتان
        [few] { $count } مشكلات
        [many] { $count } مشكلة
       *[other] { $count } مشكلة
    }، أولها: { $first }
nowhere-to-remember = لا يحدد XDG_STATE_HOME ولا HOME مكان الحفظ
not-ours = { $file }: { $what }؛ انقل الملف إلى مكان آخر للبدء من جديد
place-not-remembered = لم يُحفظ الموضع: { $error }
no-terminal = لا طرفية للقراءة عليها: { $error }؛ الخيار ‎--print‎ يكتب المقال بدلًا من ذلك

## التواريخ.

date = { $day } { $month ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    } { $year }
