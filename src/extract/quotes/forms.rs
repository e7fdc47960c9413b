//! Forms that a language makes of a word by rule: persons and participles of Arabic and Hebrew verbs, what Arabic and
//! Hebrew write onto "according to", plurals.

use super::lexicon::{Role, Tongue};
use crate::extract::words::nz;

/// Third person of the past and of the present, as in `قال`, `يقول`.
const ARABIC_VERBS: &str = "قال/قول أكد/ؤكد أضاف/ضيف تابع/تابع واصل/واصل أردف/ردف استطرد/ستطرد استدرك/ستدرك صرح/صرح أعلن/علن أوضح/وضح \
    أشار/شير لفت/لفت شدد/شدد ذكر/ذكر كتب/كتب غرد/غرد اعتبر/عتبر حذر/حذر أفاد/فيد نوه/نوه اتهم/تهم طالب/طالب وصف/صف علق/علق تساءل/تساءل \
    سأل/سأل زعم/زعم اعترف/عترف أقر/قر اختتم/ختتم ختم/ختم أجاب/جيب هدد/هدد استنكر/ستنكر أدان/دين كشف/كشف أعرب/عرب عبر/عبر توعد/توعد تعهد/تعهد \
    جدد/جدد خاطب/خاطب خلص/خلص أبلغ/بلغ أخبر/خبر شرح/شرح اقترح/قترح ناشد/ناشد حث/حث توقع/توقع رجح/رجح انتقد/نتقد هاجم/هاجم استهجن/ستهجن طمأن/طمئن \
    جزم/جزم أصر/صر ألمح/لمح نبه/نبه سخر/سخر عقب/عقب اعتذر/عتذر أشاد/شيد رحب/رحب ندد/ندد كرر/كرر أورد/ورد لاحظ/لاحظ علل/علل برر/برر دافع/دافع أنكر/نكر \
    همس/همس صرخ/صرخ صاح/صيح هتف/هتف تمتم/تمتم ردد/ردد أقسم/قسم مازح/مازح استذكر/ستذكر تذكر/تذكر تأسف/تأسف نصح/نصح لخص/لخص تحدث/تحدث احتج/حتج تهكم/تهكم \
    بين/بين أسر/سر قرر/قرر جادل/جادل حاجج/حاجج فسر/فسر استشهد/ستشهد استخلص/ستخلص استنتج/ستنتج وضح/وضح فند/فند دحض/دحض كذب/كذب نصح/نصح أوصى/وصي اشترط/شترط \
    تحسر/تحسر تباهى/تباهى افتخر/فتخر عاتب/عاتب وبخ/وبخ أيد/ؤيد أثبت/ثبت استبعد/ستبعد استغرب/ستغرب تعجب/تعجب ذكّر/ذكّر أعاد_القول/عيد_القول تفاخر/تفاخر أومأ/ومئ عزز/عزز";

/// Verbs that are of speech only beside what is said.
const ARABIC_FAINT: &str = "انتهى/نتهي توصل/توصل دفع/دفع تلا/تلو قرأ/قرأ رفض/رفض لوح/لوح بادر/بادر أسهب/سهب أفصح/فصح باح/بوح أكمل/كمل \
    حيا/حيي ودع/ودع استقبل/ستقبل توسل/توسل ترجى/ترجى استنجد/ستنجد غنى/غني أنشد/نشد نعى/نعي هدر/هدر انفجر/نفجر بكى/بكي تذمر/تذمر \
    وقع/وقع اعتقد/عتقد ظن/ظن آمن/ؤمن تخيل/تخيل تمنى/تمنى طرح/طرح حلل/حلل قدر/قدر أرسل/رسل بعث/بعث رفع/رفع أطلق/طلق أدلى/دلي ألقى/لقي";

/// Participles: each stands for a man, a woman, several of them.
const ARABIC_PARTICIPLES: &str = "قائل مؤكد مضيف متابع مواصل مردف مستطرد مستدرك مصرح معلن موضح مشير لافت مشدد ذاكر كاتب مغرد معتبر محذر مفيد منوه متهم مطالب واصف \
    معلق متسائل زاعم معترف مقر مختتم خاتم مجيب مهدد مستنكر كاشف معرب معبر متوعد متعهد مجدد مخاطب مخبر شارح مقترح مناشد متوقع مرجح منتقد مهاجم مستهجن مطمئن \
    جازم ملمح منبه ساخر معقب معتذر مشيد مرحب مندد مكرر ملاحظ معلل مبرر مدافع منكر هامس صارخ هاتف متمتم مردد مقسم مازح ممازح مستذكر متذكر متأسف متهكم \
    مبين مستشهد مستغرب متعجب مستبعد مذكر ناصح ملخص متحدث محتج مستخلص مستنتج مفسر مفند مكذب متفاخر متحسر مشترط مكتف مستهل";

/// Nouns of somebody's opinion, and of somebody's words, each with what stands before them.
const ARABIC_NOUNS: &[(&str, &str)] = &[
    (
        "رأي تقدير نظر اعتقاد تصور حسبان منظور ظن نظرة وجهة_نظر",
        "ب في_ حسب_ وفق_ بحسب_ من_ على_حد_ وفقا_ل طبقا_ل استنادا_إلى_",
    ),
    (
        "كلام قول تعبير وصف زعم شهادة رواية إفادة توصيف تحليل ادعاء كلمات تصريحات",
        "حسب_ وفق_ بحسب_ على_حد_ وفقا_ل طبقا_ل استنادا_إلى_ كما_في_",
    ),
    ("تعبير وصف شهادة توصيف", "ب"),
    ("ذمة", "على_"),
];

/// Behind "what": somebody's name for something.
const ARABIC_CALLED: &str = "وصفه وصفته وصفوه وصفها سماه سمته سموه أسماه أسمته أسموه يسميه تسميه يسمونه يسمى يعرف يصفه تصفه يصفونه \
    اعتبره اعتبرته اعتبروه يعتبره تعتبره يعتبرونه عده عدته عدوه يعده أطلق_عليه أطلقت_عليه يطلق_عليه يطلقون_عليه دعاه دعته نعته نعتته سماها سمتها أسماها أسمتها وصفتها يدعى يقال_له";

const HEBREW_OPINIONS: &str =
    "דבר דע טענ הערכ גרס שיט הבנ תפיס הגדר לשונ מיל עדות הסבר תיאור אמונ הרגש סבר ניסיונ ביטוי זיכרונ חוויית כתב";

/// Infinitives of Hebrew verbs of speech: "tried to explain that …".
const HEBREW_INFINITIVES: &str = "לומר להסביר להדגיש להבהיר לציין להוסיף לטעון להודיע למסור לספר לכתוב להזהיר להשיב להגיב לשאול לענות להתריע להכריז להבטיח להודות לסכם להעיר \
    לצעוק ללחוש להצהיר להכחיש לאשר לתאר להציע להמשיך להתלונן להתבדח לצטט להזכיר";

fn arabic(out: &mut Vec<(Tongue, Role, String)>) {
    let verbs = [(ARABIC_VERBS, Role::Verb), (ARABIC_FAINT, Role::Faint)];
    for (list, role) in verbs {
        for (past, present) in nz(list).split_whitespace().filter_map(|pair| pair.split_once('/')) {
            // A weak last letter is lost before endings: انتهى, انتهت.
            let weak = past.strip_suffix(['ي', 'ا']).filter(|rest| rest.chars().count() >= 2);
            let stem = weak.unwrap_or(past);
            out.extend(["ت", "وا", "تا", "ن"].map(|ending| (Tongue::AR, role, format!("{stem}{ending}"))));
            out.push((Tongue::AR, role, past.to_owned()));
            if weak.is_none() {
                out.push((Tongue::AR, role, format!("{past}ا")));
            }
            out.extend(["ي", "ت"].map(|person| (Tongue::AR, role, format!("{person}{present}"))));
            out.extend(["ون", "ان", "وا"].map(|ending| (Tongue::AR, role, format!("ي{present}{ending}"))));
        }
    }
    for stem in nz(ARABIC_PARTICIPLES).split_whitespace() {
        out.extend(["ا", "ه", "ين", "ات"].map(|ending| (Tongue::AR, Role::Participle, format!("{stem}{ending}"))));
    }
    let called = nz(ARABIC_CALLED);
    for before in ["ما", "مما", "بما", "عما", "لما", "فيما"] {
        out.extend(called.split(' ').map(|call| (Tongue::AR, Role::TermIntro, format!("{before}_{call}"))));
    }
    for (nouns, all_before) in ARABIC_NOUNS {
        let (nouns, all_before) = (nz(nouns), nz(all_before));
        let pairs = nouns.split(' ').flat_map(|noun| all_before.split(' ').map(move |before| (before, noun)));
        for (before, noun) in pairs {
            let stem = noun.strip_suffix('ه').map_or_else(|| noun.to_owned(), |rest| format!("{rest}ت"));
            let of = |who| (Tongue::AR, Role::Himself, format!("{before}{stem}{who}"));
            out.extend(["ه", "ها", "هم", "هما", "هن"].map(of));
            out.push((Tongue::AR, Role::According, format!("{before}{noun}")));
        }
    }
}

fn hebrew(out: &mut Vec<(Tongue, Role, String)>) {
    let endings = [("ו ה ם ן יו יה יהם תו תה תם", Role::Himself), ("י ת ות", Role::According)]
        .map(|(endings, role)| (nz(endings), role));
    for noun in nz(HEBREW_OPINIONS).split_whitespace() {
        for before in ["ל", "לפי_", "על_פי_", "כ", "ב", "על-פי_"] {
            for (endings, role) in &endings {
                let role = *role;
                for ending in endings.split(' ') {
                    out.push((Tongue::HE, role, format!("{before}{noun}{ending}")));
                    if role == Role::Himself && before != "ב" {
                        out.push((Tongue::HE, Role::According, format!("{before}{noun}{ending}_של")));
                    }
                }
            }
        }
    }
    out.extend(nz(HEBREW_INFINITIVES).split_whitespace().map(|verb| (Tongue::HE, Role::Faint, verb.to_owned())));
}

/// Every form of a language, in the spelling for look-ups.
pub(super) fn of(tongue: Tongue) -> Vec<(Tongue, Role, String)> {
    let mut out = vec![];
    match tongue {
        Tongue::AR => arabic(&mut out),
        Tongue::HE => hebrew(&mut out),
        _ => {}
    }
    out
}
