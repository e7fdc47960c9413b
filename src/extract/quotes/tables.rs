//! The words by which speech is recognised, language by language.
//!
//! Blanks part the entries, `_` joins the words of one entry. Spelling does not matter: both sides
//! go through [`nz`](super::super::words::nz).

use super::lexicon::{Role, Tongue};

type Row = (Tongue, Role, &'static str);

/// Every table.
pub(super) const TABLES: &[&[Row]] = &[ARABIC, HEBREW, PERSIAN, URDU, ENGLISH, RUSSIAN, FRENCH, OTHERS];

const ARABIC: &[Row] = &[
    (Tongue::AR, Role::Inside, "في لدى من"),
    (
        Tongue::AR,
        Role::Occasion,
        "بيان تصريح تصريحات مؤتمر كلمة وقت حديث خطاب مقابلة اتصال رسالة تقرير تغريدة حوار لقاء ختام مداخلة منشور جلسة",
    ),
    (
        Tongue::AR,
        Role::Verb,
        "قال قالت قالوا قالا قالتا يقول تقول يقولون أكد أكدت أكدوا أكدا يؤكد تؤكد أضاف أضافت أضافوا أضافا يضيف تضيف زاد تابع تابعت يتابع \
        واصل واصلت أردف أردفت استطرد استطردت صرح صرحت صرحوا يصرح أعلن أعلنت أعلنوا أعلنا يعلن تعلن أوضح أوضحت أوضحوا يوضح توضح \
        أشار أشارت أشاروا يشير تشير لفت لفتت يلفت شدد شددت شددا شددوا يشدد تشدد ذكر ذكرت ذكروا تذكر كتب كتبت يكتب غرد غردت \
        اعتبر اعتبرت اعتبروا يعتبر تعتبر رأى رأت يرى ترى حذر حذرت حذروا يحذر تحذر أفاد أفادت يفيد تفيد بين بينت نوه نوهت ينوه اتهم اتهمت اتهموا يتهم \
        دعا دعت دعوا يدعو تدعو طالب طالبت طالبوا يطالب تطالب وصف وصفت وصفوا يصف تصف رد ردت علق علقت تساءل تساءلت سأل سألت زعم زعمت زعموا يزعم \
        ادعى ادعت اعترف اعترفت نفى نفت ينفي أقر أقرت ختم اختتم اختتمت أجاب أجابت هدد هددت استنكر استنكرت أدان أدانت كشف كشفت يكشف \
        أعرب أعربت يعرب عبر عبرت توعد توعدت تعهد تعهدت وعد جدد جددت استدرك خاطب روى روت يروي تروي حكى يحكي خلص خلصت أبلغ أبلغت أخبر أخبرت \
        شرح شرحت يشرح اقترح اقترحت ناشد ناشدت حث حثت توقع توقعت رجح رجحت اشتكى انتقد انتقدت هاجم استهجن طمأن جزم جزمت أصر أصرت \
        ألمح نبه نبهت سخر سخرت قرر عقب عقبت اعتذر أثنى أشاد أشادت رحب رحبت ندد نددت وجه كرر كررت أورد أوردت",
    ),
    (
        Tongue::AR,
        Role::Participle,
        "قائلا قائلة قائلين مؤكدا مؤكدة مؤكدين مضيفا مضيفة مضيفين متابعا متابعة مواصلا مردفا مردفة مصرحا معلنا معلنة موضحا موضحة موضحين مشيرا مشيرة مشيرين \
        لافتا لافتة مشددا مشددة مشددين ذاكرا كاتبا معتبرا معتبرة معتبرين محذرا محذرة محذرين مفيدا مبينا مبينة منوها منوهة متهما متهمة داعيا داعية \
        مطالبا مطالبة مطالبين واصفا واصفة معلقا معلقة متسائلا متسائلة زاعما زاعمة مدعيا مدعية معترفا معترفة نافيا نافية مختتما مختتمة مجيبا مجيبة مهددا مهددة \
        كاشفا كاشفة معربا معربة مجددا مجددة مستطردا متعهدا متوعدا مطمئنا منبها مستنكرا مستدركا منتقدا مقترحا ناقلا متوقعا مرجحا",
    ),
    (Tongue::AR, Role::Saying, "قوله قولها قولهم قولهما بالقول القول قولا"),
    (
        Tongue::AR,
        Role::Object,
        "اتهم اتهمت اتهموا يتهم دعا دعت دعوا طالب طالبت طالبوا وصف وصفت خاطب أبلغ أبلغت حث حثت ناشد ناشدت انتقد انتقدت هاجم هدد هددت سأل سألت أخبر أخبرت أدان أدانت",
    ),
    (Tongue::AR, Role::Relay, "نقل نقلت ينقل تنقل نقلا"),
    (
        Tongue::AR,
        Role::According,
        "بحسب حسب حسبما وفق وفقا_ل وفقا_لما طبقا_ل على_حد_قول على_حد_تعبير على_حد_وصف نقلا_عن بحسب_ما وفق_ما",
    ),
    (
        Tongue::AR,
        Role::Himself,
        "على_حد_تعبيره على_حد_تعبيرها على_حد_قوله على_حد_قولها على_حد_وصفه على_حد_وصفها على_حد_زعمه بحسب_قوله حسب_قوله وفق_قوله بحسب_تعبيره حسب_تعبيره وفق_تعبيره كما_قال كما_قالت",
    ),
    (Tongue::AR, Role::Thus, "بهذه_الكلمات بهذه_العبارة هكذا_قال"),
    (
        Tongue::AR,
        Role::That,
        "أن إن أنه إنه أنها إنها أنهم إنهم أنهما إنهما إننا أننا إنني أنني إني بأن بأنه بأنها بأنهم بأنهما",
    ),
    (
        Tongue::AR,
        Role::Preposition,
        "مع من إلى عن بين خلال لدى في على حول ضد عبر منذ بعد قبل عند نحو أمام إثر عقب بشأن بخصوص تجاه ب ل لـ بـ ك كـ غير سوى \
        فوق تحت حتى ضمن وسط برفقة بحضور بمشاركة لكل لكن ضمن باستثناء بفضل بسبب",
    ),
    (Tongue::AR, Role::Tongue, "على_لسان بلسان"),
    (
        Tongue::AR,
        Role::Title,
        "وزير وزيرة وزيرا رئيس رئيسة مدير مديرة نائب نائبة أمين أمينة سفير سفيرة قائد قائدة زعيم زعيمة ملك ملكة أمير أميرة مستشار مستشارة مبعوث مبعوثة والي \
        مدرب مدربة لاعب كاتب كاتبة مخرج مخرجة ناقد ناقدة خبير خبيرة باحث باحثة أستاذ أستاذة محلل محللة عضو مفوض مفوضة مكلف حاكم محافظ قاض قاضي مدعي \
        شيخ عقيد عميد لواء جنرال فريق دكتور دكتورة د سيد سيدة مهندس محامية صحفي صحفية صحافي صحافية فنان فنانة ممثل ممثلة سيناتور مرشح مرشحة نجم إمام بابا \
        حاخام منسق منسقة مسؤولة نقيب عمدة مرشد ناشط ناشطة طبيب طبيبة سكرتير سكرتيرة مؤلف مؤلفة شاعر شاعرة روائي نظيره نظيرته قيادي أخصائي استشاري رئيسا وزيري مندوب مندوبة مقرر مقررة مؤسس صاحب وكيل",
    ),
    (Tongue::AR, Role::Spokes, "متحدث متحدثة ناطق ناطقة متحدثون"),
    (
        Tongue::AR,
        Role::Source,
        "مصدر مصادر مسؤول مسؤولون مسؤولين مسؤولان شهود شاهد خبراء سكان محللون دبلوماسي دبلوماسية دبلوماسيون أحد إحدى بعض ناشطون نشطاء مراقبون أطباء مواطن مواطنون ضابط جندي \
        رجل امرأة سائق عامل متظاهر متظاهرون محققون باحثون علماء نواب وزراء مراسل مراسلنا مراسلون وسائل_إعلام منظمون مشجع مشجعون قريب أقارب",
    ),
    (Tongue::AR, Role::Of, "محامي والد والدة شقيق شقيقة ابن ابنة زوجة زوج نجل أسرة عائلة محامو مكتب"),
    (Tongue::AR, Role::Statement, "البيان بيان البلاغ بلاغ"),
    (
        Tongue::AR,
        Role::Plural,
        "الوزيران الوزيرين الطرفان الطرفين الجانبان الجانبين الرئيسان الرئيسين الزعيمان الزعيمين المسؤولان المسؤولين الوزراء القادة الزعماء البلدان",
    ),
    (
        Tongue::AR,
        Role::Time,
        "اليوم أمس غدا مساء صباح ظهر فجر ليل الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد لاحقا سابقا حينها أيضا كذلك كما هنا ردا تعليقا أخيرا بدوره بدورها قبل_ذلك بعد_ذلك الليلة فيما هذا هذه ذلك تلك نفسه نفسها كان كانت مما ماذا عما له لها لنا لهم فيه إنني كيف لماذا وهو وهي هو هي",
    ),
    (
        Tongue::AR,
        Role::TermHead,
        "حملة شركة صحيفة جريدة مجلة قناة عملية خطة مشروع مبادرة فيلم منصة موقع منظمة مجموعة حركة جمعية مؤسسة وكالة حزب تنظيم كتاب رواية مسلسل برنامج حقل قمة آلية مؤتمر مهرجان جائزة \
        كتائب لواء فصيل جماعة قوات سفينة طائرة صاروخ طراز تطبيق شبكة إذاعة شعار عنوان اسم تسمية أغنية ألبوم مسرحية معرض ملعب فندق مطعم نادي فريق متحور إعصار بطولة مدرسة جامعة شارع قرية جبهة تحالف ائتلاف هاشتاغ وسم سلاح حساب اللقب لقب",
    ),
    (
        Tongue::AR,
        Role::TermIntro,
        "ما_وصفه ما_وصفته ما_وصفوه مما_وصفه مما_وصفته ما_سماه ما_سمته ما_أسماه ما_أسمته ما_يسمى ما_يعرف بما_وصفه بما_وصفته بما_أسماه بما_سماه ما_سموه ما_أطلق المسمى المسماة المعروف المعروفة الملقب يسمى تسمى سميت يدعى تدعى يطلق_عليه يطلق_عليها تسميه ما_تسميه ما_يسميه",
    ),
    (Tongue::AR, Role::Relative, "الذي التي الذين اللذين اللذان ممن"),
    (Tongue::AR, Role::Conj, "و أو ثم"),
];

const HEBREW: &[Row] = &[
    (Tongue::HE, Role::Inside, "ב של מטעם"),
    (
        Tongue::HE,
        Role::Verb,
        "אמר אמרה אמרו אומר אומרת אומרים הוסיף הוסיפה הוסיפו מוסיף מוסיפה ציין ציינה ציינו מציין מציינת טען טענה טענו טוען טוענת טוענים הדגיש הדגישה הדגישו מדגיש מדגישה \
        הבהיר הבהירה הבהירו מבהיר הסביר הסבירה הסבירו מסביר מסבירה הודיע הודיעה הודיעו מודיע מסר מסרה מסרו נמסר כתב כתבה כתבו כותב כותבת צייץ צייצה סיפר סיפרה סיפרו מספר מספרת \
        הזהיר הזהירה הזהירו מזהיר מזהירה השיב השיבה השיבו הגיב הגיבה הגיבו מגיב קרא קראה קראו הכריז הכריזה הכריזו תקף תקפה תקפו שאל שאלה תהה תהתה מעריך מעריכה העריך העריכה \
        ביקר ביקרה דרש דרשה דרשו האשים האשימה האשימו אישר אישרה הכחיש הכחישה הצהיר הצהירה סיכם סיכמה נזכר נזכרה התחייב התחייבה הבטיח הבטיחה פסק קבע קבעה הודה הודתה מודה איים לחש צעק צעקה התריע התריעה הצהירו",
    ),
    (Tongue::HE, Role::According, "לדברי לטענת לפי על_פי כדברי לשיטת בלשון לגרסת להערכת כלשון"),
    (Tongue::HE, Role::Himself, "לדבריו לדבריה לדבריהם לטענתו לטענתה כדבריו לשיטתו להערכתו כלשונו"),
    (Tongue::HE, Role::That, "כי ש ש-"),
    (
        Tongue::HE,
        Role::Preposition,
        "של עם על אל מן בין אצל מול נגד לפני אחרי בעד דרך ליד מאת עבור לאחר בעקבות את בפני כלפי אודות ידי סביב מטעם לעבר ב ל מ לצד",
    ),
    (
        Tongue::HE,
        Role::Title,
        "שר שרה שרת השר השרה נשיא הנשיא נשיאת ראש שגריר שגרירת השגריר יו\"ר היו\"ר מנכ\"ל מנכ\"לית המנכ\"ל ח\"כ ד\"ר פרופ פרופ' פרופסור הרב אלוף רב-אלוף תא\"ל סא\"ל סגן מזכיר מזכ\"ל מפקד רמטכ\"ל הרמטכ\"ל \
        השופט השופטת שופט שופטת עו\"ד סטודנט סטודנטית מאמן המאמן מנהל מנהלת המנהל המנהלת חוקר חוקרת החוקר יועץ יועצת מלך ניצב רפ\"ק גב' מר יושב-ראש יושבת-ראש עיתונאי עיתונאית הסופר הסופרת מבקר נגיד הנגיד",
    ),
    (Tongue::HE, Role::Spokes, "דובר דוברת דוברי הדובר הדוברת"),
    (
        Tongue::HE,
        Role::Source,
        "גורם גורמים מקור מקורות בכיר בכירה בכירים תושב תושבי תושבת עד עדים פקיד מומחים פרשנים אנליסטים חוקרים עובד אזרח נהג שכן שכנים",
    ),
    (Tongue::HE, Role::Pronoun, "הוא היא הם הן"),
    (Tongue::HE, Role::Statement, "ההודעה הודעה הודעתו"),
    (Tongue::HE, Role::Plural, "השרים הצדדים הנשיאים המנהיגים"),
    (Tongue::HE, Role::Time, "היום אתמול הבוקר הערב אמש מחר בתגובה עוד גם כך אז בהמשך מנגד"),
    (
        Tongue::HE,
        Role::TermHead,
        "חברת עמותת ארגון תוכנית מבצע העיתון עיתון כתב_העת סרט הסרט ספר הספר תנועת קבוצת פרויקט מגזין אתר פסטיבל מפלגת רשת קמפיין בשם מועדון תוכניתה",
    ),
    (
        Tongue::HE,
        Role::TermIntro,
        "כינה כינתה כינו מה_שמכונה שמכונה המכונה המכונים המכונות מה_שכינה מה_שכינתה המכונה המוכר הנקרא שנקרא הידוע הידועה",
    ),
    (Tongue::HE, Role::Relative, "אשר ש שביקש שביקשה שביקשו"),
    (Tongue::HE, Role::Conj, "ו או"),
];

const PERSIAN: &[Row] = &[
    (Tongue::FA, Role::Inside, "در از"),
    (
        Tongue::FA,
        Role::Verb,
        "گفت گفتند گفته گفته_است گفته_بود می‌گوید می‌گویند میگوید افزود افزودند اظهار_کرد اظهار_داشت اظهار_کردند اظهار_داشتند تأکید_کرد تاکید_کرد تأکید_کردند تاکید_کردند تأکید_دارد بیان_کرد بیان_کردند بیان_داشت تصریح_کرد تصریح_کردند \
        خاطرنشان_کرد خاطرنشان_ساخت خاطر_نشان_کرد عنوان_کرد یادآور_شد یادآوری_کرد ادامه_داد اعلام_کرد اعلام_کردند اعلام_کرده_است نوشت نوشته نوشته_است می‌نویسد نوشتند هشدار_داد هشدار_دادند خبر_داد خبر_دادند پاسخ_داد توضیح_داد \
        مطرح_کرد اضافه_کرد ابراز_کرد ابراز_داشت خواست خواستند خواستار_شد معتقد_است مدعی_شد مدعی_شدند ادعا_کرد متذکر_شد تشریح_کرد گزارش_داد گزارش_داده_است خواند خوانده_است پرسید اشاره_کرد محکوم_کرد تکذیب_کرد تأیید_کرد تایید_کرد وعده_داد \
        توصیف_کرد نامید دانست روایت_کرد متهم_کرد سوال_کرد انتقاد_کرد توییت_کرد اذعان_کرد",
    ),
    (
        Tongue::FA,
        Role::According,
        "به_گفته به_گفتهٔ به_نقل_از بنا_بر بنابر به_باور به_اعتقاد از_نظر به_نوشته از_قول به_ادعای طبق براساس بر_اساس",
    ),
    (Tongue::FA, Role::Himself, "به_گفته_وی به_گفته_او به_باور_او به_اعتقاد_وی"),
    (Tongue::FA, Role::That, "که مبنی_بر_اینکه"),
    (
        Tongue::FA,
        Role::Preposition,
        "به_گزارش با از به در بر برای تا درباره بین میان پس_از پیش_از علیه نزد توسط بدون جز همراه دربارهٔ ضمن طی با_اشاره_به در_گفت‌وگو_با در_گفتگو_با در_پاسخ_به خطاب_به با_تأکید_بر",
    ),
    (
        Tongue::FA,
        Role::Title,
        "وزیر رئیس رییس رئیس‌جمهور رئیس‌جمهوری رئیس_جمهور نخست‌وزیر معاون نماینده سفیر رهبر فرمانده دبیر دبیرکل دکتر استاد مدیر مدیرکل مدیرعامل استاندار فرماندار سردار آیت‌الله حجت‌الاسلام سناتور کارشناس کارگردان \
        مربی سرمربی بازیگر نویسنده تحلیلگر پژوهشگر عضو سرپرست ژنرال پادشاه شاهزاده آقای خانم وکیل قاضی دادستان شهردار خبرنگار زلزله‌شناس امام‌جمعه همتای مشاور",
    ),
    (Tongue::FA, Role::Spokes, "سخنگوی سخنگو"),
    (
        Tongue::FA,
        Role::Source,
        "منبع منابع یک_منبع یک_مقام مقام مقامات یک_دیپلمات دیپلمات یکی شاهدان کارشناسان شرکت‌کنندگان معترضان مسئولان برخی یک_مسئول یک_شاهد شماری ساکنان",
    ),
    (Tongue::FA, Role::Pronoun, "وی او آنها آنان ایشان نامبرده"),
    (Tongue::FA, Role::Statement, "بیانیه این_بیانیه"),
    (Tongue::FA, Role::Plural, "دو_وزیر دو_طرف طرفین وزیران"),
    (
        Tongue::FA,
        Role::Time,
        "امروز دیروز شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه نیز هم همچنین روز این_را بامداد عصر صبح شب",
    ),
    (
        Tongue::FA,
        Role::TermHead,
        "روزنامه طرح شرکت فیلم کتاب سریال عملیات حزب گروه سازمان خبرگزاری نشریه سایت مجله برنامه پروژه کانال شبکه جایزه راه‌آهن موشک ناو نشست همایش",
    ),
    (Tongue::FA, Role::TermIntro, "موسوم_به معروف_به مشهور_به ملقب_به به_نام با_عنوان به_اصطلاح آنچه_را آنچه_او"),
    (Tongue::FA, Role::Conj, "و یا"),
];

const URDU: &[Row] = &[
    (
        Tongue::UR,
        Role::Verb,
        "کہا کہتے_ہیں کہتی_ہیں کہتا_ہے کہتے_ہوئے کہنا_تھا کہنا_ہے کہا_ہے کہا_تھا بتایا بتایا_ہے بتاتے_ہیں بتاتی_ہیں مزید_کہا زور_دیا زور_دے_کر_کہا اعلان_کیا واضح_کیا خبردار_کیا دعویٰ_کیا لکھا لکھا_ہے جواب_دیا ٹویٹ_کیا ٹوئٹ_کیا مطالبہ_کیا \
        الزام_لگایا الزام_عائد_کیا اعتراف_کیا تصدیق_کی تردید_کی پوچھا سوال_کیا بیان_کیا انکشاف_کیا یقین_دلایا اپیل_کی اضافہ_کیا خیال_ہے وضاحت_کی قرار_دیا",
    ),
    (Tongue::UR, Role::According, "کے_مطابق کے_بقول بقول"),
    (Tongue::UR, Role::That, "کہ"),
    (Tongue::UR, Role::Preposition, "کو میں سے پر تک کے کی کا ساتھ بارے"),
    (Tongue::UR, Role::Ergative, "نے"),
    (
        Tongue::UR,
        Role::Title,
        "وزیر وزیراعظم وزیر_اعظم وزیر_اعلیٰ صدر گورنر سفیر جنرل جسٹس مولانا ڈاکٹر پروفیسر چیئرمین سربراہ رہنما لیڈر سیکریٹری سیکرٹری ڈائریکٹر کمشنر آرمی_چیف چیف ایم_این_اے سینیٹر وکیل صحافی کپتان کوچ بیرسٹر",
    ),
    (Tongue::UR, Role::Spokes, "ترجمان"),
    (Tongue::UR, Role::Source, "ذرائع اہلکار حکام عینی_شاہدین شاہدین ماہرین رہائشی ایک_شخص ایک_اہلکار ایک_رہائشی"),
    (Tongue::UR, Role::Pronoun, "انہوں انھوں اس ان وہ"),
    (Tongue::UR, Role::Time, "آج کل جمعے جمعہ پیر منگل بدھ جمعرات ہفتے اتوار"),
    (Tongue::UR, Role::TermHead, "فلم کتاب اخبار مہم منصوبے آپریشن تنظیم"),
    (Tongue::UR, Role::TermIntro, "نام_نہاد"),
    (Tongue::UR, Role::Conj, "اور"),
];

const ENGLISH: &[Row] = &[
    (Tongue::EN, Role::Occasion, "statement interview speech email letter tweet post press report"),
    (Tongue::EN, Role::Inside, "in of at from for"),
    (
        Tongue::EN,
        Role::Verb,
        "said says say told tells added adds stated states declared declares announced announces insisted insists argued argues claimed claims wrote writes explained explains noted notes warned warns asked asks replied replies \
        tweeted posted recalled recalls admitted admits confirmed confirms concluded concludes denied denies stressed stresses urged urges vowed vows acknowledged acknowledges continued continues remarked remarks joked jokes quipped \
        shouted whispered reported testified boasted lamented cautioned countered conceded pledged promised responded commented observed suggested described describes called accused dismissed emphasized emphasised reiterated hailed \
        told_reporters put_it begged complained cried demanded read reads quoted estimated estimates predicted predicts believes thinks maintained answered",
    ),
    (
        Tongue::EN,
        Role::Participle,
        "adding saying noting stressing warning insisting arguing claiming explaining declaring calling describing telling writing citing suggesting vowing urging emphasizing concluding",
    ),
    (
        Tongue::EN,
        Role::Object,
        "told tells asked asks urged urges warned called accused promised dismissed described reminded quoted",
    ),
    (Tongue::EN, Role::According, "according_to in_the_words_of quoting"),
    (Tongue::EN, Role::That, "that"),
    (
        Tongue::EN,
        Role::Preposition,
        "with of to from at in on by for about against after before during between under over into near through via without than since among toward towards outside inside amid behind across like",
    ),
    (
        Tongue::EN,
        Role::Title,
        "minister president chancellor ambassador governor mayor senator director chief leader king queen prince general colonel secretary judge professor dr mr mrs ms analyst economist coach captain chairman chairwoman chairperson \
        ceo head representative lawmaker congressman congresswoman activist author actor manager envoy commissioner prosecutor negotiator premier lieutenant sergeant sheriff executive founder researcher scientist deputy sir lady lord counterpart",
    ),
    (Tongue::EN, Role::Spokes, "spokesman spokeswoman spokesperson"),
    (
        Tongue::EN,
        Role::Source,
        "official officials source sources investigators investigator diplomat diplomats witness witnesses resident residents police experts analysts officers authorities survivors protesters lawmakers people person researchers scientists critics \
        supporters doctors engineers aide aides captain neighbor neighbour neighbors neighbours farmer woman man student driver",
    ),
    (Tongue::EN, Role::Pronoun, "he she they i we it"),
    (
        Tongue::EN,
        Role::Of,
        "lawyer lawyers wife husband son daughter father mother brother sister office family attorney",
    ),
    (Tongue::EN, Role::Statement, "statement communique communiqué"),
    (Tongue::EN, Role::Plural, "both_sides the_ministers the_leaders both_ministers the_two_sides the_two_leaders"),
    (
        Tongue::EN,
        Role::Time,
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow later also then further earlier",
    ),
    (
        Tongue::EN,
        Role::TermHead,
        "campaign operation film movie book novel song album programme program project group magazine newspaper website titled entitled named code-named codenamed slogan project",
    ),
    (
        Tongue::EN,
        Role::TermIntro,
        "so-called nicknamed dubbed labelled labeled known_as called_the what_he_called what_she_called what_they_called what_it_called known_by named titled entitled branded termed the_term the_word the_phrase",
    ),
    (Tongue::EN, Role::Relative, "who which whom whose where when"),
    (Tongue::EN, Role::Conj, "and or but while"),
];

const RUSSIAN: &[Row] = &[
    (Tongue::RU, Role::Inside, "в из"),
    (
        Tongue::RU,
        Role::Verb,
        "сказал сказала сказали говорит говорят говорил говорила заявил заявила заявили заявляет отметил отметила отметили отмечает подчеркнул подчеркнула подчеркнули подчеркивает добавил добавила добавили добавляет \
        сообщил сообщила сообщили сообщает сообщают сообщило рассказал рассказала рассказали рассказывает пояснил пояснила пояснили поясняет уточнил уточнила уточнили написал написала написали пишет пишут объяснил объяснила объясняет ответил ответила \
        считает считают цитирует напомнил напомнила призвал призвала призвали предупредил предупредила предупредили спросил спросила продолжил продолжила заметил заметила признал признала признался призналась заверил заверила \
        утверждает утверждают утверждал указал указала объявил объявила объявили обещал пообещал пообещала возмутился вспоминает вспомнил воскликнул резюмировал назвал назвала назвали обвинил обвинила обвинили констатировал полагает комментирует прокомментировал \
        говорится отвечает опроверг опровергла подытожил",
    ),
    (
        Tongue::RU,
        Role::Participle,
        "добавив подчеркнув отметив заявив сказав уточнив пояснив напомнив назвав предупредив",
    ),
    (
        Tongue::RU,
        Role::According,
        "по_словам по_мнению по_данным по_утверждению как_сообщает как_сообщил как_заявил как_пишет цитата согласно со_слов по_версии по_информации",
    ),
    (Tongue::RU, Role::Himself, "по_его_словам по_ее_словам по_их_словам по_его_мнению по_ее_мнению"),
    (Tongue::RU, Role::That, "что"),
    (
        Tongue::RU,
        Role::Preposition,
        "с со в во на из от к ко о об обо по за над под при у для до между через против без около перед после среди ради про насчет вместе благодаря",
    ),
    (
        Tongue::RU,
        Role::Title,
        "министр глава президент премьер премьер-министр губернатор мэр посол генерал директор гендиректор канцлер лидер король сенатор депутат председатель секретарь замминистра заместитель эксперт аналитик экономист профессор доктор тренер \
        режиссер писатель адвокат судья командующий полковник житель жительница спикер уполномоченный руководитель основатель вице-президент вице-премьер актер актриса пенсионерка пенсионер коллега врач",
    ),
    (
        Tongue::RU,
        Role::Spokes,
        "представитель представительница пресс-секретарь пресс-служба спикер официальный_представитель",
    ),
    (
        Tongue::RU,
        Role::Source,
        "источник источники собеседник чиновник чиновники дипломат эксперты очевидцы очевидец жители местные_жители власти следователи врачи",
    ),
    (Tongue::RU, Role::Pronoun, "он она они"),
    (Tongue::RU, Role::Statement, "сообщение заявление сообщении заявлении"),
    (Tongue::RU, Role::Plural, "стороны министры лидеры"),
    (
        Tongue::RU,
        Role::Time,
        "сегодня вчера завтра также накануне ранее позже понедельник вторник среду четверг пятницу субботу воскресенье журналистам",
    ),
    (
        Tongue::RU,
        Role::TermHead,
        "газета газете газеты газету операция операции фильм фильма компания компании компанию проект проекта журнал журнала телеканал телеканалу телеканала агентство агентству группа группировки партия партии клуб клуба закон завод завода концерн концерна фонд фонда премия роман книга книги программа программы",
    ),
    (
        Tongue::RU,
        Role::TermIntro,
        "так_называемый так_называемая так_называемые так_называемого так_называемой так_называемых прозвали под_названием",
    ),
    (Tongue::RU, Role::Relative, "который которая которые"),
    (Tongue::RU, Role::Conj, "и или"),
];

const FRENCH: &[Row] = &[
    (Tongue::FR, Role::Inside, "de du des d' d’ à"),
    (
        Tongue::FR,
        Role::Verb,
        "dit a_dit ont_dit disent disait déclare a_déclaré ont_déclaré déclarait ajoute a_ajouté ont_ajouté ajouté affirme a_affirmé ont_affirmé affirment explique a_expliqué ont_expliqué expliqué expliquent indique a_indiqué ont_indiqué souligne a_souligné souligné précise a_précisé précisé \
        assure a_assuré assuré assurent estime a_estimé estimé estiment annonce a_annoncé annoncé raconte a_raconté raconté lance a_lancé lancé confie a_confié confié écrit a_écrit poursuit a_poursuivi poursuivi insiste a_insisté insisté conclut a_conclu conclu prévient a_prévenu prévenu martèle a_martelé \
        regrette a_regretté regretté dénonce a_dénoncé ont_dénoncé dénoncent rappelle a_rappelé rappelé répond a_répondu répondu demande a_demandé demandé avertit a_averti admet a_admis reconnaît a_reconnu promet a_promis réagit a_réagi emporté résume a_résumé s’inquiète s’interroge juge a_jugé jugé \
        soutient a_soutenu soupire plaide a_plaidé qualifie a_qualifié accuse a_accusé déplore a_déploré détaille a_détaillé observe tweete a_tweeté témoigne a_témoigné s’indigne tranche",
    ),
    (
        Tongue::FR,
        Role::Participle,
        "ajoutant soulignant précisant affirmant expliquant assurant estimant rappelant déclarant indiquant insistant dénonçant",
    ),
    (Tongue::FR, Role::According, "selon d'_après d’_après pour aux_yeux_de aux_yeux_d' de_l’_avis_de à_en_croire"),
    (Tongue::FR, Role::Himself, "selon_lui selon_elle d’_après_lui d’_après_elle selon_eux"),
    (Tongue::FR, Role::That, "que qu' qu’"),
    (
        Tongue::FR,
        Role::Preposition,
        "avec de du des d' d’ à au aux en dans sur par contre chez sans sous vers entre depuis après avant devant lors malgré dès",
    ),
    (
        Tongue::FR,
        Role::Title,
        "ministre président présidente premier_ministre première_ministre chef cheffe directeur directrice maire gouverneur sénateur sénatrice député députée ambassadeur ambassadrice chancelier roi reine général colonel économiste analyste professeur \
        docteur avocat avocate juge procureur procureure secrétaire entraîneur sélectionneur écrivain acteur actrice réalisateur réalisatrice chercheur chercheuse patron patronne m mme leader responsable représentant représentante eurodéputé eurodéputée fondateur",
    ),
    (Tongue::FR, Role::Spokes, "porte-parole"),
    (
        Tongue::FR,
        Role::Source,
        "source sources responsables témoin témoins habitant habitante habitants diplomate diplomates expert experts un_responsable un_habitant policiers riverains enquêteurs",
    ),
    (
        Tongue::FR,
        Role::Pronoun,
        "il elle ils elles on a-t-il a-t-elle ont-ils ont-elles est-il est-elle dit-il dit-elle",
    ),
    (Tongue::FR, Role::Statement, "communiqué"),
    (
        Tongue::FR,
        Role::Time,
        "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain aussi encore",
    ),
    (
        Tongue::FR,
        Role::TermHead,
        "opération film livre roman journal magazine émission projet programme groupe association campagne baptisé baptisée intitulé intitulée nommé nommée",
    ),
    (
        Tongue::FR,
        Role::TermIntro,
        "dit_du dite_du soi-disant surnommé surnommée dite_de_la dit_de_la prétendu prétendue ce_qu'_il_appelle",
    ),
    (Tongue::FR, Role::Relative, "qui dont laquelle lequel"),
    (Tongue::FR, Role::Conj, "et ou mais"),
];

const OTHERS: &[Row] = &[
    (
        Tongue::DE,
        Role::Verb,
        "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont meinte meint teilte_mit schrieb schreibt warnte warnt ergänzte fügte_hinzu kündigte_an berichtete berichtet antwortete forderte forderten kritisierte hieß_es so sagte_er",
    ),
    (Tongue::DE, Role::According, "laut nach_angaben_von zufolge"),
    (Tongue::DE, Role::That, "dass"),
    (
        Tongue::DE,
        Role::Preposition,
        "mit von zu aus bei nach in im am an auf für gegen über vor zwischen um durch ohne unter neben seit gegenüber vom zum zur beim",
    ),
    (
        Tongue::DE,
        Role::Title,
        "minister ministerin präsident präsidentin kanzler kanzlerin außenminister außenministerin chef chefin direktor bürgermeister professor dr herr frau general vorsitzende vorsitzender",
    ),
    (Tongue::DE, Role::Spokes, "sprecher sprecherin"),
    (Tongue::DE, Role::Source, "beamte augenzeugen anwohner experten diplomaten"),
    (Tongue::DE, Role::Pronoun, "er sie"),
    (Tongue::DE, Role::Conj, "und oder"),
    (Tongue::DE, Role::Relative, "der die das"),
    (
        Tongue::ES,
        Role::Verb,
        "dijo dice dijeron afirmó afirma declaró declara añadió añade agregó explicó explica señaló señala aseguró asegura advirtió subrayó indicó indica anunció escribió sostuvo recordó insistió reconoció denunció respondió preguntó comentó manifestó expresó ha_dicho ha_afirmado ha_asegurado",
    ),
    (Tongue::ES, Role::According, "según de_acuerdo_con en_palabras_de"),
    (Tongue::ES, Role::That, "que"),
    (Tongue::ES, Role::Preposition, "con de del a al en por para contra desde hasta sobre entre sin tras ante"),
    (
        Tongue::ES,
        Role::Title,
        "ministro ministra presidente presidenta canciller director directora alcalde alcaldesa gobernador senador senadora diputado diputada general profesor embajador líder secretario",
    ),
    (Tongue::ES, Role::Spokes, "portavoz vocero vocera"),
    (Tongue::ES, Role::Source, "fuente fuentes testigos testigo funcionario expertos vecinos"),
    (Tongue::ES, Role::Pronoun, "él ella ellos"),
    (Tongue::ES, Role::Conj, "y o"),
    (Tongue::ES, Role::Relative, "quien que cual"),
    (
        Tongue::TR,
        Role::Verb,
        "dedi dediler diyor diyen diye_konuştu ifadelerini_kullandı ifadesini_kullandı şeklinde_konuştu değerlendirmesinde_bulundu açıkladı açıklamasında_bulundu belirtti söyledi vurguladı kaydetti ekledi bildirdi duyurdu yazdı diye_yazdı uyardı sordu cevabını_verdi yanıtını_verdi aktardı",
    ),
    (Tongue::TR, Role::According, "göre"),
    (
        Tongue::TR,
        Role::Title,
        "bakan bakanı başkan başkanı cumhurbaşkanı başbakan büyükelçi vali müdür müdürü genel_başkanı prof dr",
    ),
    (Tongue::TR, Role::Spokes, "sözcü sözcüsü"),
    (Tongue::TR, Role::Source, "kaynaklar yetkili yetkililer"),
    (Tongue::TR, Role::Pronoun, "o"),
    (Tongue::TR, Role::Conj, "ve"),
];
