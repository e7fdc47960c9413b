//! French. `~er`, `~ger`, `~cer` stand for the forms of a regular verb; a participle speaks behind an auxiliary only.

use super::{Role, Row, Tongue};

const FR: Tongue = Tongue::FR;

/// The words of reporting speech.
pub(super) const ROWS: &[Row] = &[
    (FR, Role::Inside, "de du des d' à au aux chez"),
    (
        FR,
        Role::Occasion,
        "communiqué conférence interview entretien discours lettre tweet message courriel micro tribune radio presse télévision issue cours marge occasion point audience réunion plateau",
    ),
    (
        FR,
        Role::Verb,
        "dit disent disait disaient dira dixit déclar~er ajout~er affirm~er expliqu~er indiqu~er soulign~er précis~er assur~er estim~er annon~cer racont~er lan~cer confi~er écrit écrivent écrivait poursuit poursuivent poursuivait poursuivi \
        insist~er conclut concluent concluait conclu prévient préviennent prévenait prévenu martèle martèlent martelait martelé regrett~er dénon~cer rappelle rappellent rappelait rappelé répond répondent répondait répondu demand~er avertit averti avertissent \
        admet admettent admis reconnaît reconnaissent reconnaissait reconnu promet promettent promis réagit réagissent réagi résum~er s'_inquiète s'_inquiètent s'_interro~ger ju~ger soutient soutiennent soutenait soutenu soupir~er plaid~er qualifi~er accus~er déplor~er détaill~er observ~er tweet~er \
        témoign~er s'_indign~er tranch~er répliqu~er rétorqu~er souffl~er lâch~er gliss~er avan~cer argu~er s'_exclam~er s'_agac~er s'_emport~er se_félicit~er se_réjouit se_souvient se_défend se_désol~er se_rappelle se_demand~er se_montre se_dit \
        invoqu~er évoqu~er pointe pointent pointé fustig~er ironis~er plaisant~er nuan~cer tempère tempèrent tempéré renchérit renchéri enchaîn~er complète complété récus~er réclam~er exig~er redout~er craint craignent espère espèrent espéré suggère suggéré propos~er \
        signal~er relev~er not~er remarqu~er constat~er comment~er analys~er décrit décrivent décrivait décrypt~er diagnostiqu~er répète répètent répété jur~er vitupère tonn~er tempêt~er grinc~er grin~cer maugrée bougonn~er souri sourit ri rit s'_amus~er murmur~er chuchot~er cri~er hurl~er \
        twitt~er post~er publi~er rapport~er relat~er révèle révèlent révélé dévoil~er confess~er avou~er concède concèdent concédé corrig~er rectifi~er objecte objecté protest~er contest~er démenti dément nie nié défend défendu \
        interpell~er interrog~er ordonn~er implor~er suppli~er invit~er exhort~er appelle appelé salu~er remerci~er félicit~er vant~er critiqu~er condamn~er alert~er fait_valoir a_fait_valoir fait-il_valoir fait_savoir a_fait_savoir fait_remarquer met_en_garde mettent_en_garde mettait_en_garde mis_en_garde tire_la_sonnette_d'_alarme lit-on peut-on_lire peut-on_y_lire se_réjouissent se_félicitent s'_insur~ger s'_étonn~er s'_enthousiasm~er s'_alarm~er s'_émerveill~er s'_excus~er se_plaint se_plaignent s'_impatient~er s'_attrist~er s'_étrangl~er abond~er acquiesc~er opin~er parle_d' parlent_d' parle_d parlent_d parle_de parlera parlé tient_à_préciser a_laissé_tomber laisse_tomber",
    ),
    (
        FR,
        Role::Object,
        "qualifi~er accus~er ju~ger décrit décrivent interpell~er interrog~er salu~er remerci~er félicit~er vant~er critiqu~er condamn~er fustig~er invit~er exhort~er appelle appelé publi~er post~er évoqu~er réclam~er récus~er contest~er dénon~cer",
    ),
    (
        FR,
        Role::Faint,
        "s'_étrangle corriger ajouter conclure préciser lancer répondre glisser souffler ironiser reconnaître lâcher poursuivre nuancer",
    ),
    (FR, Role::Onward, "ajout~er poursuit poursuivent poursuivi enchaîn~er"),
    (
        FR,
        Role::Participle,
        "ajoutant soulignant précisant affirmant expliquant assurant estimant rappelant déclarant indiquant insistant dénonçant évoquant pointant promettant jugeant reconnaissant regrettant disant citant annonçant réclamant",
    ),
    (
        FR,
        Role::According,
        "selon d'_après pour aux_yeux_de aux_yeux_d' aux_yeux_du de_l'_avis_de à_en_croire si_l'_on_en_croit si_on_en_croit dixit au_dire_de de_l'_aveu_de",
    ),
    (
        FR,
        Role::Himself,
        "selon_lui selon_elle d'_après_lui d'_après_elle selon_eux à_ses_yeux selon_ses_mots selon_ses_termes à_l'_en_croire de_son_propre_aveu",
    ),
    (FR, Role::That, "que qu'"),
    (
        FR,
        Role::Preposition,
        "avec de du des d' à au aux en dans sur par contre chez sans sous vers entre depuis après avant devant lors malgré dès parmi derrière outre hors jusque jusqu' face auprès près",
    ),
    (
        FR,
        Role::Title,
        "ministre président présidente premier_ministre première_ministre chef cheffe directeur directrice maire mairesse gouverneur sénateur sénatrice député députée ambassadeur ambassadrice chancelier roi reine général colonel économiste analyste professeur professeure \
        docteur avocat avocate juge procureur procureure secrétaire entraîneur entraîneuse sélectionneur écrivain écrivaine acteur actrice réalisateur réalisatrice chercheur chercheuse patron patronne m mm mme me maître mlle leader responsable représentant représentante eurodéputé eurodéputée fondateur fondatrice \
        préfet préfète sous-préfet adjoint adjointe conseiller conseillère élu élue magistrat magistrate commissaire commandant capitaine lieutenant adjudant gendarme policier policière historien historienne sociologue politologue géologue biologiste physicien physicienne \
        épidémiologiste infectiologue virologue médecin infirmier infirmière chirurgien chirurgienne urgentiste ingénieur ingénieure architecte urbaniste étudiant étudiante enseignant enseignante instituteur institutrice proviseur proviseure recteur rectrice doyen \
        agriculteur agricultrice éleveur éleveuse viticulteur viticultrice pêcheur boulanger boulangère restaurateur restauratrice commerçant commerçante gérant gérante propriétaire locataire chauffeur conducteur conductrice cheminot délégué déléguée syndicaliste militant militante \
        chanteur chanteuse musicien musicienne comédien comédienne metteur metteuse auteur auteure autrice romancier romancière poète cinéaste éditeur éditrice libraire journaliste commissaire_européen coureur coureuse joueur joueuse capitaine gardien attaquant défenseur champion championne \
        curé évêque cardinal pape imam rabbin pasteur coordinateur coordinatrice coordonnateur porte-drapeau cadre_dirigeant pdg dg climatologue météorologue prévisionniste glaciologue paléontologue archéologue conservateur conservatrice",
    ),
    (FR, Role::Spokes, "porte-parole"),
    (
        FR,
        Role::Source,
        "source sources responsables témoin témoins habitant habitante habitants diplomate diplomates expert experte experts un_responsable un_habitant policiers riverains riverain riveraine enquêteurs enquêteur syndicats avocats élus cadre \
        citoyen citoyenne citoyens voisin voisine voisins passant passante client cliente clients passager passagère passagers ouvrier ouvrière salarié salariée salariés fonctionnaire fonctionnaires parents parent collègue collègues ami amie amis proches proche \
        pompier pompiers secouriste secouristes soignant soignante soignants chercheurs scientifiques médecins agriculteurs manifestant manifestante manifestants retraité retraitée jeune intéressé intéressée",
    ),
    (
        FR,
        Role::Of,
        "épouse mari père mère frère sœur fils fille veuve grand-mère grand-père oncle tante neveu nièce cousin cousine famille entourage défense avocat avocate",
    ),
    (FR, Role::Pronoun, "il elle ils elles on a-t-il a-t-elle ont-ils ont-elles a-t-on est-il est-elle"),
    (FR, Role::Statement, "communiqué"),
    (
        FR,
        Role::Time,
        "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain aussi encore également ensuite matin soir",
    ),
    (
        FR,
        Role::TermHead,
        "opération film livre roman journal magazine émission projet programme groupe association campagne baptisé baptisée intitulé intitulée nommé nommée essai album chanson pièce série documentaire spectacle mémoires ouvrage exposition enquête",
    ),
    (
        FR,
        Role::TermIntro,
        "dit_du dite_du soi-disant surnommé surnommée dite_de_la dit_de_la prétendu prétendue ce_qu'_il_appelle ce_qu'_elle_appelle ce_qu'_on_appelle classé classée l'_appelle les_appelle surnomment dits dites auteur_de autrice_de auteur_du",
    ),
    (FR, Role::Relative, "qui dont laquelle lequel où lesquels lesquelles"),
    (FR, Role::Conj, "et ou mais"),
];
