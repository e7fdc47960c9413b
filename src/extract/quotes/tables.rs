//! The words by which speech is recognised, language by language.
//!
//! Blanks part the entries, `_` joins the words of one entry. Spelling does not matter: both sides
//! go through [`nz`](super::super::words::nz). `~` before an ending stands for all forms with it
//! ([`inflect`](super::inflect)).

mod arabic;
mod english;
mod french;
mod hebrew;
mod persian;
mod russian;
mod urdu;

use super::lexicon::{Role, Tongue};

type Row = (Tongue, Role, &'static str);

/// Every table.
pub(super) const TABLES: &[&[Row]] =
    &[arabic::ROWS, hebrew::ROWS, persian::ROWS, urdu::ROWS, english::ROWS, russian::ROWS, french::ROWS, OTHERS];

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
