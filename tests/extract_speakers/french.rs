//! French.

use newsreader::article::EntityKind::{Org, Person, Place};

use super::said::{Case, speakers};

const ANNE: (&str, newsreader::article::EntityKind) = ("Anne Roy|Roy", Person);
const LUC: (&str, newsreader::article::EntityKind) = ("Luc Morin|Morin", Person);

#[test]
fn the_subject_of_a_verb() {
    let cases: &[Case<'_>] = &[
        ("« C’est une première », se félicite Anne Roy.", &[ANNE], &["Anne Roy"]),
        ("« C’est une première », s’est réjouie, lundi, la ministre Anne Roy.", &[ANNE], &["Anne Roy"]),
        ("« On verra bien demain », a glissé, un brin moqueur, Luc Morin.", &[LUC], &["Luc Morin"]),
        ("« On verra bien demain », abonde Luc Morin, secrétaire général du syndicat.", &[LUC], &["Luc Morin"]),
        ("« On verra bien demain », veut croire Luc Morin.", &[LUC], &["Luc Morin"]),
        ("« On verra bien demain », fait savoir Luc Morin.", &[LUC], &["Luc Morin"]),
        ("« On verra bien demain », fait-on savoir à l’Insee.", &[("Insee", Org)], &["Insee"]),
        ("« Rien n’est joué, prévient Anne Roy, et tout peut arriver. »", &[ANNE], &["Anne Roy"]),
        ("« Rien n’est joué », a-t-on appris auprès de la Fifa.", &[("Fifa", Org)], &["Fifa"]),
        (
            "Interrogée sur ce point, la maire, Anne Roy, a botté en touche : « Ce n’est pas le sujet. »",
            &[ANNE],
            &["Anne Roy"],
        ),
        ("Anne Roy ne décolère pas : « On nous a menti pendant dix ans. »", &[ANNE], &["Anne Roy"]),
        ("Anne Roy n’en démord pas. « On nous a menti pendant dix ans. »", &[ANNE], &["Anne Roy"]),
        (
            "Pour Anne Roy, économiste à la Banque de France, « la hausse sera brève ».",
            &[ANNE, ("Banque de France", Org)],
            &["Anne Roy"],
        ),
        ("Aux yeux de Luc Morin, « rien ne presse dans ce dossier ».", &[LUC], &["Luc Morin"]),
        ("À en croire Luc Morin, « rien ne presse dans ce dossier ».", &[LUC], &["Luc Morin"]),
        ("« Rien ne presse », si l’on en croit Luc Morin.", &[LUC], &["Luc Morin"]),
        (
            "Luc Morin, qui préside le club depuis 2019, a dénoncé « une décision injuste et tardive ».",
            &[LUC],
            &["Luc Morin"],
        ),
        ("Luc Morin, le président du club, s’est dit « prêt à discuter avec tout le monde ».", &[LUC], &["Luc Morin"]),
        (
            "Luc Morin a qualifié cette mesure d’« absurde et dangereuse ». Il a ajouté : « Nous irons en justice. »",
            &[LUC],
            &["Luc Morin", "Luc Morin"],
        ),
        ("L’avocat de la victime, Me Luc Morin, a salué « un verdict courageux et clair ».", &[LUC], &["Luc Morin"]),
        (
            "Dans un communiqué, Airbus assure que « la sécurité n’a jamais été en cause ».",
            &[("Airbus", Org)],
            &["Airbus"],
        ),
        ("« La sécurité n’a jamais été en cause », assure Airbus dans un communiqué.", &[("Airbus", Org)], &["Airbus"]),
        ("« La sécurité n’a jamais été en cause », assure un porte-parole d’Airbus.", &[("Airbus", Org)], &["Airbus"]),
        ("Comme le rappelle Anne Roy, « la loi date de 1905 et n’a pas vieilli ».", &[ANNE], &["Anne Roy"]),
        ("« Il faut agir vite », ont plaidé Anne Roy et Luc Morin.", &[ANNE, LUC], &["Anne Roy + Luc Morin"]),
        ("« Il faut agir vite », a plaidé Anne Roy devant Luc Morin.", &[ANNE, LUC], &["Anne Roy"]),
        (
            "Le préfet, que l’opposante Anne Roy, élue à Lyon, juge « hors sol et mal conseillé », s’est tu.",
            &[ANNE, ("Lyon", Place)],
            &["Anne Roy"],
        ),
        (
            "« Il faut agir vite, a insisté le ministre de la santé, Luc Morin, sur RTL. Le temps presse. »",
            &[LUC, ("RTL", Org)],
            &["Luc Morin"],
        ),
        ("« Il faut agir vite », écrit Anne Roy sur X. « Le temps presse. »", &[ANNE], &["Anne Roy", "Anne Roy"]),
        ("Et Luc Morin de conclure : « Le temps presse. »", &[LUC], &["Luc Morin"]),
        ("De son côté, Luc Morin regrette « un manque criant de moyens ».", &[LUC], &["Luc Morin"]),
        ("Même constat chez Luc Morin, éleveur : « On n’y arrive plus. »", &[LUC], &["Luc Morin"]),
    ];
    speakers("fr", cases);
}

#[test]
fn nobody_is_named_beside_the_verb() {
    let cases: &[Case<'_>] = &[
        ("« C’est fini pour nous », souffle une habitante du quartier.", &[], &["une habitante du quartier"]),
        ("« C’est fini pour nous », lâche un policier sous couvert d’anonymat.", &[], &["un policier"]),
        ("« C’est fini pour nous », confie l’un d’eux.", &[], &["l’un d’eux"]),
        (
            "Une source proche du dossier évoque « un accord imminent entre les parties ».",
            &[],
            &["Une source proche du dossier"],
        ),
        ("Anne Roy a été élue dimanche. « Je serai la maire de tous », a-t-elle promis.", &[ANNE], &["Anne Roy"]),
        ("Anne Roy a battu Luc Morin. « C’est une belle soirée », a réagi ce dernier.", &[ANNE, LUC], &["Luc Morin"]),
        (
            "La ministre Anne Roy a reçu le boxeur Luc Morin. « J’étais ému », raconte celui-ci.",
            &[ANNE, LUC],
            &["Luc Morin"],
        ),
        (
            "La juge Anne Roy a interrogé le boxeur Luc Morin. « J’ai eu peur », a répondu le boxeur.",
            &[ANNE, LUC],
            &["Luc Morin"],
        ),
        (
            "La juge Anne Roy a interrogé le boxeur Luc Morin. « Asseyez-vous », a ordonné la magistrate.",
            &[ANNE, LUC],
            &["Anne Roy"],
        ),
        (
            "# La maire démissionne : « je suis fatiguée de tout cela »\nAnne Roy, maire de Lens, quitte son poste.",
            &[ANNE, ("Lens", Place)],
            &["Anne Roy"],
        ),
        (
            "Le patron d’une boulangerie de Lens a raconté « une nuit de terreur absolue ».\nÀ 6 heures, Luc Morin ouvre sa boutique.",
            &[LUC, ("Lens", Place)],
            &["Luc Morin"],
        ),
        (
            "Luc Morin tient la ferme avec sa fille, Anne Morin. « Je me lève à cinq heures », dit-elle.",
            &[("Luc Morin", Person), ("Anne Morin", Person)],
            &["Anne Morin"],
        ),
        (
            "La préfecture du Gard a tranché. « Aucun risque n’est à signaler », y assure-t-on.",
            &[("préfecture du Gard", Org)],
            &["préfecture du Gard"],
        ),
        (
            "« Nous ne lâcherons rien », prévient-on au ministère de l’Intérieur.",
            &[("ministère de l’Intérieur", Org)],
            &["ministère de l’Intérieur"],
        ),
        (
            "Selon un rapport de l’Insee publié lundi, la hausse serait « durable et profonde ».",
            &[("Insee", Org)],
            &["Insee"],
        ),
        (
            "— Vous partez ? demande Anne Roy.\n— Demain matin, répond Luc Morin.\n— Et pour longtemps ?",
            &[ANNE, LUC],
            &["Anne Roy", "Luc Morin", "Anne Roy"],
        ),
    ];
    speakers("fr", cases);
}

#[test]
fn longer_passages() {
    let cases: &[Case<'_>] = &[
        ("Jugé depuis lundi, Luc Morin a nié en bloc. « Je n’étais pas là », a-t-il répété.", &[LUC], &["Luc Morin"]),
        (
            "La procureure, Anne Roy, a requis dix ans contre Luc Morin. « C’est un homme dangereux », a-t-elle lancé.",
            &[ANNE, LUC],
            &["Anne Roy"],
        ),
        (
            "La défense de Luc Morin, assurée par Me Anne Roy, a plaidé « l’acquittement pur et simple ».",
            &[LUC, ANNE],
            &["La défense de Luc Morin"],
        ),
        (
            "Le syndicat FO a dénoncé « un passage en force ». Son délégué, Luc Morin, promet « un automne brûlant ».",
            &[("FO", Org), LUC],
            &["FO", "Luc Morin"],
        ),
        (
            "« Je n’ai pas dormi », sourit Anne Roy, les traits tirés. « Mais quelle nuit ! »",
            &[ANNE],
            &["Anne Roy", "Anne Roy"],
        ),
        ("Anne Roy, elle, n’y croit plus. « C’est plié. »", &[ANNE], &["Anne Roy"]),
        ("« Est-ce raisonnable ? », s’interroge Anne Roy.", &[ANNE], &["Anne Roy"]),
        ("Ce que veut Luc Morin, dit-il, c’est « un vrai débat public ».", &[LUC], &["Luc Morin"]),
        ("Luc Morin a tweeté que cette loi était « une honte pour le pays ».", &[LUC], &["Luc Morin"]),
        (
            "Invitée de RTL mardi matin, Anne Roy a jugé « inacceptable » l’attitude de Luc Morin.",
            &[ANNE, LUC, ("RTL", Org)],
            &["Anne Roy"],
        ),
        (
            "Dans une lettre adressée à Luc Morin, la ministre Anne Roy réclame « des explications immédiates ».",
            &[LUC, ANNE],
            &["Anne Roy"],
        ),
        ("Luc Morin, que ses amis décrivent comme « un bourreau de travail », n’a pas répondu.", &[LUC], &["ses amis"]),
        ("« C’était un géant », a dit Anne Roy de Luc Morin.", &[ANNE, LUC], &["Anne Roy"]),
        ("« C’était un géant », a déclaré à l’AFP Anne Roy, sa biographe.", &[ANNE, ("AFP", Org)], &["Anne Roy"]),
        (
            "« C’était un géant », a déclaré Anne Roy à propos de Luc Morin. « Il manquera. »",
            &[ANNE, LUC],
            &["Anne Roy", "Anne Roy"],
        ),
        (
            "Le directeur du musée, Luc Morin, parle d’« un miracle ». « On n’y croyait plus », ajoute-t-il.",
            &[LUC],
            &["Luc Morin", "Luc Morin"],
        ),
        ("Pas question de céder, martèle Luc Morin : « Nous irons jusqu’au bout. »", &[LUC], &["Luc Morin"]),
        ("Réponse de Luc Morin : « Nous irons jusqu’au bout. »", &[LUC], &["Luc Morin"]),
        ("Le message de Luc Morin est clair : « Nous irons jusqu’au bout. »", &[LUC], &["Luc Morin"]),
        (
            "Chez les riverains, la colère gronde. « On nous prend pour des imbéciles », fulmine l’un d’entre eux.",
            &[],
            &["l’un d’entre eux"],
        ),
        (
            "L’entraîneur des Bleus, Luc Morin, a reconnu que son équipe avait « manqué de tout ».",
            &[LUC],
            &["Luc Morin"],
        ),
        (
            "Selon Luc Morin, interrogé par l’AFP, « la crue n’a rien d’exceptionnel ».",
            &[LUC, ("AFP", Org)],
            &["Luc Morin"],
        ),
        ("« La crue n’a rien d’exceptionnel », selon l’hydrologue Luc Morin.", &[LUC], &["Luc Morin"]),
        ("La crue, estime Luc Morin, « n’a rien d’exceptionnel ».", &[LUC], &["Luc Morin"]),
        ("« Si nous perdons, a averti Luc Morin, trésorier du parti, nous perdons tout. »", &[LUC], &["Luc Morin"]),
        ("« Si nous perdons », a averti Luc Morin, trésorier du parti, « nous perdons tout ».", &[LUC], &["Luc Morin"]),
        (
            "Anne Roy se dit « sous le choc ». Luc Morin aussi : « Je ne m’y attendais pas. »",
            &[ANNE, LUC],
            &["Anne Roy", "Luc Morin"],
        ),
        (
            "Le Premier ministre, en déplacement à Lyon, a assuré que l’État serait « au rendez-vous ».",
            &[("Lyon", Place)],
            &["Le Premier ministre"],
        ),
    ];
    speakers("fr", cases);
}
