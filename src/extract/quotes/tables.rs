//! The words by which speech is recognised, language by language.
//!
//! Blanks part the entries, `_` joins the words of one entry. Spelling does not matter: both sides
//! go through [`nz`](super::super::words::nz).

mod arabic;
mod hebrew;
mod persian;
mod urdu;

use super::lexicon::{Role, Tongue};

type Row = (Tongue, Role, &'static str);

/// Every table.
pub(super) const TABLES: &[&[Row]] =
    &[arabic::ROWS, hebrew::ROWS, persian::ROWS, urdu::ROWS, ENGLISH, RUSSIAN, FRENCH, OTHERS];

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
