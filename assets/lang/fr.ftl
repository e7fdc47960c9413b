# Les textes de l’interface en français. Les actions sont des noms ou des infinitifs.
# Une espace insécable ordinaire précède les signes doubles : la fine manque à bien des polices de terminal.

## L’aide : ce que font les touches.

help-title = Touches de { $program }
line-down = une ligne plus bas
line-up = une ligne plus haut
page-down = une page plus bas
page-up = une page plus haut
half-page-down = une demi-page plus bas
half-page-up = une demi-page plus haut
to-the-beginning = au début
to-the-end = à la fin
next-paragraph = paragraphe suivant
previous-paragraph = paragraphe précédent
article-or-sidebar = article ou panneau
sidebar-entities = panneau : entités
sidebar-quotes = panneau : citations
sidebar-outline = panneau : plan
jump-or-list = aller ; du texte : liste
next-place = occurrence suivante
previous-place = occurrence précédente
back-from-jump = retour avant le saut
forward-again = de nouveau en avant
next-stop = mention ou lien suivant
previous-stop = mention/lien précédent
open-link = ouvrir le lien
search-or-narrow = chercher ; filtrer
set-bookmark = poser un signet
go-to-bookmark = aller à un signet
more-about-line = plus sur une ligne
mark-lines = marquer des lignes
copy-by-letter = copier : quoi, par lettre
hide-sidebar = masquer/voir le panneau
next-article = article suivant
previous-article = article précédent
wider-text = texte plus large
narrower-text = texte plus étroit
mouse-on-off = activer ou non la souris
other-order = autre ordre (dr. à g.)
other-colours = autres couleurs
draw-again = redessiner l’écran
to-the-shell = au shell ; fg : retour
this-help = cette aide
close-what-is-open = fermer ce qui est ouvert
quit-program = quitter

## Les touches pendant la saisie.

keep-shown = garder ce qui s’affiche
back-to-before = revenir à l’état initial
cursor-left = curseur à gauche
cursor-right = curseur à droite
before-everything = au début de la ligne
behind-everything = à la fin de la ligne
remove-letter-before = effacer la lettre avant
remove-letter-behind = effacer la lettre après
remove-word-before = effacer le mot avant
remove-all-before = effacer tout avant
typed-earlier = saisie précédente
typed-later = saisie suivante
exact-or-folded = exact ou approché
take-line = prendre la ligne
delete-bookmark = supprimer le signet
keys-typing = pendant la saisie
keys-choosing = dans une liste de lettres

## La ligne d’état : ce que font les touches à présent, et où l’on est.

hint = { $key } { $what }
hint-quit = quitter
hint-stop = arrêter
hint-close = fermer
hint-scroll = défiler
hint-jump = aller
hint-tabs = onglets
hint-article = texte
hint-sidebar = panneau
hint-help = aide
hint-next = suivant
hint-previous = précédent
hint-back = retour
hint-keep = garder
hint-go-back = annuler
hint-end = finir
hint-search = chercher
hint-details = plus de détails
hint-list = retour à la liste
hint-mark = marquer plus ou moins
hint-copy = copier
hint-takes = choisir
hint-replaces = remplacer
hint-deletes = supprimer
place-all = tout
place-top = début
place-end = fin
per-cent = { $number } %
file-of = fichier { $at }/{ $count }
quotation = citation
heading = intertitre
progress = { $what } : { $per_cent }
left-at = à { $per_cent }, là où vous étiez ; { $key } pour le début

## La ligne de saisie.

search-prompt = chercher
filter-prompt = filtrer la liste
found-so-far = { $count } jusqu’ici, { $per_cent }
not-found = introuvable
place-of = { $at } sur { $count }
place-of-more = { $at } sur plus de { $count }
with-exact = { $news }, exact
not-found-text = introuvable : { $typed }
nothing-found-before = aucune recherche précédente n’a abouti
still-looking = recherche en cours

## Le panneau latéral.

entities = Entités
quotes = Citations
outline = Plan
none-has-this = aucune correspondance
looking-for-them = recherche en cours…
no-entities = aucune entité connue
no-quotations = aucune citation
no-headings = aucun intertitre
people = Personnes
organisations = Organisations
places = Lieux
events = Événements
works = Œuvres
products = Produits
laws = Lois
groups = Groupes
dates = Dates
numbers = Nombres
money = Montants
other = Autres
other-names = Autres noms
first-mention = Première mention
mentions = Toutes les mentions
says = Déclarations
spoken-by = Qui parle
introduced-by = Introduit par
passed-on-by = Rapporté par
its-words = Paroles
no-more-about = il n’y a rien de plus là-dessus

## Signets et copie.

menu-set-mark = signet ici : choisir une lettre
menu-go-to-mark = aller à un signet
menu-copy = copier
bookmark-set = signet { $letter } : { $keys } pour revenir ici
no-bookmark = pas de signet { $letter } ; { $keys } pour le poser
no-bookmarks = pas encore de signet : { $key } et une lettre pour en poser un
bookmark-deleted = le signet { $letter } est supprimé
bad-mark = un signet porte une lettre ou un chiffre
copy-selection = sélection
copy-quote = citation
copy-paragraph = paragraphe
copy-lines = lignes marquées
copy-entity = entité
copy-link = lien
copy-address = adresse
copy-article = article
nothing-selected = rien n’est sélectionné
no-quotation-here = plus de citation à partir d’ici
no-text-here = pas de texte ici
no-lines-marked = aucune ligne n’est marquée
no-entity-selected = aucune entité n’est sélectionnée
no-link-here = pas de lien dans ce paragraphe
no-address = le fichier ne donne pas l’adresse de l’article
letter-copies-nothing = cette lettre ne copie rien : { $key } montre celles qui conviennent
copied-by = { $what }, { PLURAL($letters) ->
        [one] { $letters } caractère
       *[other] { $letters } caractères
    } : copie faite par { $program }
copied-to-terminal = { $what }, { PLURAL($letters) ->
        [one] { $letters } caractère
       *[other] { $letters } caractères
    } : envoi au presse-papiers du terminal
copied-too-long = { $what } : plus des { $most } Ko que les terminaux acceptent

## Déplacements.

measure = texte sur { PLURAL($columns) ->
        [one] { $columns } colonne
       *[other] { $columns } colonnes
    } au plus
nothing-listed = la liste est vide
known-without-place = connu de l’article, mais sans place dans son texte
nothing-jumped-to = aucun saut encore : { $tab }, puis { $enter } sur une ligne du panneau
nothing-to-show = rien n’est sélectionné : { $key } va à la mention ou au lien suivant
no-other-place = pas d’autre occurrence
only-place = la seule occurrence
from-beginning-again = de nouveau depuis le début
from-end-again = de nouveau depuis la fin
no-jump-back = aucun saut à défaire
no-jump-forward = aucun saut à refaire
no-further-stop = plus de mention ni de lien
match-in-no-list = un résultat de recherche n’est dans aucune liste
last-article = c’est le dernier article
first-article = c’est le premier article

## En arrière-plan.

laying-out = mise en page d’un long paragraphe
long-paragraph-failed = seul le début d’un long paragraphe est affiché : { $error }
long-paragraph-stopped = arrêté : seul le début d’un long paragraphe est affiché ; { $key } pour continuer
looking-for-names = recherche des noms
names-failed = la recherche des noms a échoué dans cet article
names-not-looked-for = pas de recherche des noms : { $error }
opening = ouverture de { $file } ({ $megabytes } Mo)

## Liens, souris, terminal.

opened = ouvert : { $address }
not-opened = { $why } : { $address }
only-web-addresses = seules les adresses http, https et mailto s’ouvrent
bad-address = l’adresse contient des blancs ou des caractères de commande
address-with-name = l’adresse porte un nom devant l’hôte, ce qui peut tromper
mouse-on = la souris sélectionne, choisit et défile ; { $key } la rend au terminal
mouse-off = la souris est rendue au terminal
theme-auto = couleurs : comme le terminal
theme-dark = couleurs : clair sur sombre
theme-light = couleurs : sombre sur clair
theme-contrast = couleurs : fort contraste
theme-sixteen = couleurs : les seize du terminal
theme-none = ce terminal ne reçoit pas de couleurs
order-remembered = texte de droite à gauche : { $name }, retenu pour { $terminal }
order-not-remembered = texte de droite à gauche : { $name }, non retenu : { $error }
doctor-title = Ceci se lit-il bien ici ?
doctor-end = Appuyez sur une touche : le rapport complet s’affichera.
doctor-arabic = Arabe, lu depuis la droite : les lettres sont liées, les parenthèses entourent le deuxième mot, % est à gauche de 61, 18 à droite de 19, le point au bout à gauche
doctor-hebrew = Hébreu, lu depuis la droite : « Financial Times » s’y lit depuis la gauche, le point est au bout à gauche
doctor-marks = Signes-voyelles : chacun est au-dessus de sa lettre, et le lam-alif au bout à gauche est présent

## Problèmes.

and-why = { $what } ; { $why }
problems = { PLURAL($count) ->
        [one] { $count } problème
       *[other] { $count } problèmes
    }, le premier : { $first }
nowhere-to-remember = ni XDG_STATE_HOME ni HOME ne disent où mémoriser
not-ours = { $file } : { $what } ; déplacez le fichier pour repartir à neuf
place-not-remembered = la position n’a pas été mémorisée : { $error }
no-terminal = pas de terminal où lire : { $error } ; --print écrit l’article à la place

## Dates.

date = { $day } { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    } { $year }
