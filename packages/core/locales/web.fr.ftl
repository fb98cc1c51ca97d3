### The web pages.

## Frame of every page
portal-name = Portail au service des citoyens
service-name = Rendez-vous en présence et virtuels
skip-to-content = Aller au contenu
footer-links = À propos de ce service
privacy-link = Notice de confidentialité
accessibility-link = Accessibilité
feedback = Vous avez trouvé un problème sur ces pages ? Écrivez à

## Ways on
to-offices = Aller à la liste des bureaux
to-booking = Aller au rendez-vous

## List of offices
home-lead = Choisissez le bureau que vous voulez rencontrer, en présence ou en appel vidéo.
no-offices = En ce moment, aucun bureau ne reçoit sur rendez-vous.
hours = Horaires :
days-from-to = du { $first } au { $last }
hours-from = à partir du { $day }
next-free = Premier horaire libre : { $slot }
none-free = Aucun horaire libre pour l’instant.
next-release = Nouveaux horaires réservables à partir du { $day }
next-release-at = Nouveaux horaires réservables à partir du { $day } à { $time }

## A booking
when-line = { $day }, de { $from } à { $to }
booking-title = Votre rendez-vous
booking-pending = Le rendez-vous n’est pas encore confirmé. Ouvrez l’e-mail de vérification et appuyez sur CONFIRMER LE RENDEZ-VOUS avant { $until }, sinon il est annulé.
booking-how-in-person = Présentez-vous au bureau quelques minutes à l’avance, avec ce code de réservation.
booking-how-virtual = À l’heure du rendez-vous, ouvrez cette page et appuyez sur PARTICIPER : il n’y a rien à installer.
booking-cancelled = Ce rendez-vous a été annulé. Au besoin, réservez un nouveau rendez-vous.
booking-expired = Cette réservation a expiré, car elle n’a pas été confirmée à temps. Au besoin, réservez un nouveau rendez-vous.
calendar-title = Ajouter à votre calendrier
calendar-file = Télécharger le fichier pour le calendrier (iCal)
calendar-note = Google Agenda et Outlook sont des services externes : si vous les ouvrez, ils reçoivent la date, l’heure et le bureau du rendez-vous.

## What has just been done
outcome-confirmed = Rendez-vous confirmé. Nous vous avons envoyé un e-mail avec toutes les informations.
outcome-already-confirmed = Le rendez-vous était déjà confirmé : vous n’avez rien d’autre à faire.
outcome-moved = Rendez-vous modifié. Nous vous avons envoyé un e-mail avec les nouvelles informations : désormais, seuls ses liens sont valables.
outcome-late = C’est fait : nous avons prévenu le bureau que vous êtes en retard.
outcome-already-moved = Le rendez-vous avait déjà été modifié : vous n’avez rien d’autre à faire. Nous vous avons envoyé un e-mail avec les nouvelles informations : seuls ses liens sont valables.
outcome-cancelled = Rendez-vous annulé. L’horaire est de nouveau libre pour d’autres.
outcome-already-cancelled = Le rendez-vous était déjà annulé : vous n’avez rien d’autre à faire.

## Confirming
confirm-title = Confirmez votre rendez-vous
confirm-lead = Vérifiez les informations du rendez-vous et appuyez sur le bouton ci-dessous.
confirm-deadline = Appuyez sur le bouton avant { $until } : ensuite, la réservation est annulée et l’horaire redevient libre.
confirmed-title = Rendez-vous confirmé
confirmed-already = Le rendez-vous est déjà confirmé : vous n’avez rien d’autre à faire.

## Cancelling
cancel-title = Voulez-vous vraiment annuler le rendez-vous ?
cancel-lead = Vous n’avez aucun motif à donner. Un rendez-vous annulé ne peut pas être rétabli : vous devrez réserver de nouveau.
cancel-keep = Non, revenir au rendez-vous

## Moving
move-title = Modifier le rendez-vous
move-now = Votre rendez-vous actuel : { $slot }.
move-lead = Choisissez un autre horaire ou une autre modalité. Votre horaire actuel reste valable tant que vous n’en avez pas confirmé un autre.
moved-title = Rendez-vous modifié
move-submit = Modifier le rendez-vous
move-keep = Ne pas modifier
move-none = En ce moment, il n’y a pas d’autres horaires libres. Votre rendez-vous reste tel quel.
move-nothing-chosen = Vous n’avez choisi aucun horaire : choisissez-en un et appuyez de nouveau sur le bouton.

## Joining
join-title = Rendez-vous virtuel
join-dear = Bonjour { $name }
join-wait = il n’est pas encore possible de rejoindre la réunion virtuelle.
join-wait-lead = Il reste encore
join-when = Votre rendez-vous : { $when }. La salle ouvre à { $opens }.
join-keep-open = Vous pouvez laisser cette page ouverte : le moment venu, le bouton pour entrer apparaîtra.
join-open = la salle est ouverte pour votre rendez-vous avec { $office }, { $when }.
join-how = La page de l’appel vidéo s’ouvre : si elle le demande, autorisez l’utilisation du microphone et de la caméra, écrivez vos nom et prénom et connectez-vous. Attendez ensuite que votre interlocuteur entre. Pour terminer, appuyez sur le bouton rouge.

## An appointment that is over
over-title = Rendez-vous terminé
over-text = L’horaire de ce rendez-vous est passé. Au besoin, réservez-en un nouveau.
over-which = C’était ce rendez-vous

## Titles of the pages that say no
refused = Ce n’est pas possible
refused-link = Lien non valable
refused-moved = Ce lien n’est plus valable
refused-slot = Horaire non disponible
refused-started = Rendez-vous déjà commencé
refused-not-virtual = Rendez-vous en présence
refused-room = Salle virtuelle fermée
refused-state-held = Demande incomplète
refused-state-pending = Rendez-vous pas encore confirmé
refused-state-confirmed = Rendez-vous confirmé
refused-state-attended = Rendez-vous terminé
refused-state-no-show = Rendez-vous terminé
refused-state-expired = Réservation expirée
refused-state-cancelled = Rendez-vous annulé

## Pages about the request itself
not-found-title = Page introuvable
not-found-text = Cette page n’existe pas. Si vous avez copié le lien d’un e-mail, vérifiez que vous l’avez copié en entier.
wrong-method-title = Demande impossible
wrong-method-text = Cette page ne peut pas être utilisée de cette façon. Ouvrez-la de nouveau par le lien de l’e-mail et appuyez sur le bouton.
too-large-title = Demande trop grande
too-large-text = Trop de données ont été envoyées. Revenez en arrière et réessayez en écrivant moins.
challenge-wait = Un instant : il y a beaucoup de demandes, la vôtre partira d’elle-même sous peu.
challenge-failed = Ce navigateur ne peut pas envoyer le formulaire : essayez avec un autre, ou téléphonez au bureau.
challenge-undone = Il y a beaucoup de demandes en ce moment : appuyez de nouveau sur « Suivant ».
challenge-no-script = Il y a beaucoup de demandes en ce moment et le formulaire a besoin de JavaScript, qui est désactivé dans votre navigateur. Vous pouvez aussi :
challenge-phone = téléphoner au bureau ({ $phone })
challenge-mail = écrire au bureau ({ $email })
challenge-bot = réserver avec Telegram
challenge-later = réessayer plus tard, quand il y aura moins de demandes
too-many-title = Trop de demandes
too-many-text = Trop de demandes sont arrivées de cette connexion internet : réessayez dans { $wait }.
too-many-mails-title = Trop d’e-mails
too-many-mails-text = Nous avons déjà écrit de nombreuses fois à cette adresse e-mail : réessayez dans { $wait }.
trapped-title = Demande non acceptée
trapped-text = Le formulaire semble rempli par un programme : revenez en arrière et remplissez-le de nouveau, ou téléphonez au bureau.
foreign-title = Demande non acceptée
foreign-text = Le bouton a été pressé sur un autre site. Ouvrez la page par le lien de l’e-mail et appuyez là sur le bouton.
fault-title = Quelque chose n’a pas fonctionné
fault-text = À cause d’un problème de notre côté, la page ne peut pas s’afficher. Réessayez dans quelques minutes ; si le problème continue, contactez le bureau.

## Privacy notice
privacy-title = Notice de confidentialité
privacy-who-title = Qui traite vos données
privacy-who = { $town } est responsable du traitement des données que vous saisissez pour réserver un rendez-vous.
privacy-what-title = Quelles données nous conservons
privacy-what-form = Celles que vous écrivez : nom et prénom, adresse e-mail, motif du rendez-vous.
privacy-what-booking = Celles du rendez-vous : bureau, sujet, jour et heure, modalité, langue, code, et quand il a été réservé, confirmé, modifié ou annulé.
privacy-what-consent = Votre consentement : quand vous l’avez donné et à quelle version de cette notice.
privacy-what-telegram = Si vous réservez par Telegram : le numéro de votre chat et ce que vous écrivez au bot pendant que vous remplissez la demande.
privacy-what-not = Ces pages utilisent seulement des cookies techniques, pendant que vous réservez : l’un reconnaît votre navigateur pendant un jour, l’autre conserve pendant une demi-heure, uniquement sur votre appareil, ce que vous écrivez dans le formulaire. Ils ne vous suivent pas et les pages ne chargent rien d’autres sites.
privacy-why-title = Pourquoi
privacy-why = Seulement pour gérer votre rendez-vous : le confirmer, vous le rappeler, permettre au bureau de se préparer et de vous recevoir. La base est votre consentement, sans lequel il n’est pas possible de réserver. Les données ne servent à rien d’autre et aucune décision automatisée n’est prise à votre sujet.
privacy-readers-title = Qui les voit
privacy-readers = Le personnel du bureau choisi et les personnes qui gèrent le système pour la Commune. Si vous entrez dans un rendez-vous virtuel, le nom que vous écrivez est transmis au serveur des appels vidéo { $video }. Si vous utilisez Telegram, les messages du bot passent par ses serveurs ; les e-mails, par votre fournisseur de messagerie.
privacy-how-long-title = Pendant combien de temps
privacy-how-long = Une demande qui n’est pas confirmée dans un délai de { $deadline } expire et l’horaire redevient libre. Vos données sont effacées { $kept } après le rendez-vous, ou plus tôt si vous le demandez.
privacy-rights-title = Vos droits
privacy-rights = Vous pouvez à tout moment demander de voir vos données, d’en avoir une copie, de les corriger, de les effacer ou d’en limiter l’usage, et vous pouvez retirer votre consentement ; ce qui a été fait avant reste licite. Si vous pensez que vos données sont mal utilisées, vous pouvez vous adresser à l’autorité italienne de protection des données (Garante per la protezione dei dati personali, www.garanteprivacy.it).
privacy-contact-title = À qui s’adresser
privacy-contact-mail = Écrivez à
privacy-contact-offices = Écrivez au bureau avec lequel vous avez le rendez-vous : les adresses sont dans la liste
privacy-full = Notice complète : { $town }
privacy-version = Version de la notice : { $version }

## Accessibility
accessibility-title = Accessibilité
accessibility-lead = Ces pages sont faites pour que tout le monde puisse les utiliser, selon les règles WCAG 2.2, niveau AA.
accessibility-keyboard = Elles s’utilisent aussi avec le clavier seul et avec les lecteurs d’écran.
accessibility-small = Elles se lisent sur un petit écran et avec le texte agrandi.
accessibility-script = Elles fonctionnent aussi sans JavaScript.
accessibility-countdown = Le compte à rebours avant l’appel vidéo ne limite pas votre temps : il attend seulement l’ouverture de la salle.
accessibility-room = La salle de l’appel vidéo est un autre programme (Jitsi Meet), qui ne dépend pas de ces pages. Si vous n’arrivez pas à l’utiliser, vous pouvez choisir un rendez-vous en présence avec le bouton MODIFIER.
accessibility-tell-title = Quelque chose ne fonctionne pas ?
accessibility-tell-mail = Dites-nous sur quelle page et avec quel appareil vous êtes resté bloqué. Écrivez à
accessibility-tell-offices = Dites-nous sur quelle page et avec quel appareil vous êtes resté bloqué. Écrivez à un des bureaux de la liste
accessibility-appeal = Si vous ne recevez pas de réponse dans les 30 jours, ou si la réponse ne vous satisfait pas, vous pouvez vous adresser au médiateur pour le numérique (Difensore civico per il digitale) auprès de l’Agence pour l’Italie numérique (AgID).

## The journey: every step
home-crumb = Accueil
breadcrumb = Chemin de la page
language = Langue
main-navigation = Navigation principale
page-index = Sommaire de la page
button-back = Retour
button-next = Suivant
select-option = Sélectionnez une option
required-note = Les champs marqués d’un astérisque (*) sont obligatoires.
errors-title = { $count ->
    [one] Il y a un problème
   *[other] Il y a { $count } problèmes
  }
error-title = Erreur : { $title }
error-prefix = Erreur :
book-title = Réservation d’un rendez-vous
steps = Étapes de la réservation
step-place = Lieu
step-time = Date et horaire
step-details = Détails du rendez-vous
step-applicant = Demandeur
step-summary = Récapitulatif
step-of = Étape { $step } sur { $steps }, étape actuelle
step-done = terminée

## Searching for an office
search-label = Chercher un bureau ou un sujet
search-button = Chercher
search-all = Afficher tous les bureaux
search-none = Aucun bureau ne correspond à la recherche : essayez un autre mot, ou affichez tous les bureaux.
none-available = Aucune disponibilité
home-bot = Vous pouvez aussi réserver par Telegram

## Place
place-title = Bureau
place-lead = Choisissez le bureau auquel vous voulez demander un rendez-vous
place-legend = Sélectionnez un bureau
place-missing = Sélectionnez le bureau auquel vous voulez demander un rendez-vous.
place-unit = Service
place-address = Adresse :
place-opening = Ouverture :
place-for-topic = Voici les bureaux compétents pour : { $topic }.
place-topic-unknown = Le sujet indiqué par le lien n’est plus disponible : choisissez le bureau, puis le sujet.
topic-title = Sujet
topic-lead = Choisissez le sujet du rendez-vous : les horaires libres en dépendent.
topic-missing = Sélectionnez le sujet du rendez-vous.
topic-other = Autre sujet
topic-only-mode = seulement { $mode }

## Time
time-title = Rendez-vous disponibles
time-for-topic = Sujet : { $topic }
time-months = Mois avec des jours libres
time-days = Jours libres, { $month } : appuyez sur un jour pour voir ses horaires
time-day = { $count ->
    [one] { $day }, { $count } horaire libre
   *[other] { $day }, { $count } horaires libres
  }
time-of-day = Horaires du { $day }
time-length = Chaque rendez-vous dure { $minutes } minutes.
time-minutes = ({ $minutes } min)
time-nearest = Les horaires libres les plus proches
time-missing = Sélectionnez un horaire pour le rendez-vous.
time-lost = L’horaire { $slot } n’est plus disponible. Choisissez-en un autre : ce que vous avez déjà écrit n’est pas perdu.
time-none = En ce moment, il n’y a pas d’horaires libres pour { $office }. Réessayez dans les prochains jours, ou contactez le bureau.
time-other-office = Choisir un autre bureau

## The time that is held
held-title = Votre rendez-vous
held-until = Horaire réservé pour vous jusqu’à { $until }
held-lead = L’horaire est réservé pour vous encore pendant
held-last = moins de 1 minute
held-over = Le temps est écoulé. Continuez quand même : si l’horaire est encore libre, nous le réservons de nouveau pour vous.
button-longer = Il me faut plus de temps
lapsed-title = Le temps est écoulé
lapsed-text = L’horaire { $slot } n’est plus réservé pour vous.
lapsed-kept = S’il est encore libre, vous pouvez le reprendre. Ce que vous avez déjà écrit n’est pas perdu.
lapsed-again = Continuer avec le même horaire
lapsed-other = Choisir un autre horaire
unknown-request-title = Nous ne trouvons pas votre demande
unknown-request-text = La demande ne peut continuer que sur l’appareil et dans le navigateur où vous l’avez commencée. Si votre navigateur bloque les cookies, autorisez ceux de ce site et recommencez.

## Details, applicant, summary
details-lead = Écrivez pourquoi vous demandez le rendez-vous
details-reason-hint = Quelques lignes, 1000 caractères au maximum : le bureau peut ainsi se préparer à votre visite.
applicant-email-hint = Nous envoyons à cette adresse l’e-mail pour confirmer : vérifiez que vous l’avez bien écrite.
summary-edit = Modifier
summary-day = Date
summary-hour = Heure
summary-privacy = Lire la notice de confidentialité

## The request has been sent
sent-title = Le rendez-vous n’est pas encore réservé
sent-open-mail = Ouvrez maintenant votre messagerie
sent-to = Ouvrez l’e-mail que nous avons envoyé à
sent-press = Appuyez sur le bouton CONFIRMER LE RENDEZ-VOUS que vous y trouvez.
sent-until = Faites-le avant { $until }.
sent-or-lapses = Si vous ne le faites pas à temps, la demande est annulée et l’horaire redevient libre pour d’autres.
no-mail-title = Vous ne trouvez pas l’e-mail ?
no-mail-wait = Attendez quelques minutes : un e-mail arrive parfois en retard.
no-mail-spam = Regardez aussi dans les indésirables (spam).
no-mail-again-title = L’e-mail n’est pas arrivé
no-mail-again = { $times ->
    [one] Nous pouvons vous le renvoyer une fois.
   *[other] Nous pouvons vous le renvoyer, au maximum { $times } fois.
  }
button-send-again = Renvoyer l’e-mail
no-mail-wrong-title = L’adresse est fausse
no-mail-wrong = Corrigez-la ici : nous envoyons l’e-mail à la nouvelle adresse, et le temps pour confirmer reste le même.
button-correct = Corriger l’adresse et envoyer
sent-again = Nous vous avons renvoyé l’e-mail.
sent-corrected = Adresse corrigée : nous vous avons envoyé l’e-mail. Le précédent n’est plus valable.
sent-back = Revenir à la demande
sent-wrong-time = Mauvais horaire, ou plus besoin du rendez-vous ?
sent-manage = Modifier ou annuler la demande

## One's own data
outcome-resent = Nous vous avons renvoyé l’e-mail de vérification.
outcome-erased = Vos données ont été effacées de ce rendez-vous.
own-data-title = Vos données
own-data-text = Vous pouvez faire effacer de ce rendez-vous votre nom, votre adresse e-mail et le motif.
button-erase = Effacer mes données
erase-title = Voulez-vous vraiment effacer vos données ?
erase-lead = Nous effaçons de ce rendez-vous vos nom et prénom, votre adresse e-mail et le motif.
erase-cancels = Le rendez-vous est annulé : sans vos données, le bureau ne peut pas vous recevoir.
erase-final = Les données effacées ne peuvent pas être récupérées.
erase-keep = Non, revenir au rendez-vous
erased-title = Données effacées

## Services
services-title = Services
services-lead = Les sujets pour lesquels vous pouvez réserver un rendez-vous avec les bureaux.
services-others = Autres bureaux qui reçoivent sur rendez-vous
button-book-appointment = Réserver un rendez-vous
service-active = Service actif
service-description = { $service } : vous pouvez en parler avec le bureau { $office } sur rendez-vous.
service-addressed = À qui s’adresse ce service
service-addressed-text = À toutes les personnes qui ont besoin de rencontrer le bureau { $office } à ce sujet.
service-how = Comment faire
service-how-text = Appuyez sur Réserver un rendez-vous, choisissez la date et l’horaire, écrivez le motif de la demande, votre nom et votre adresse e-mail. Vous recevrez un e-mail : pour confirmer le rendez-vous, appuyez dans un délai de { $deadline } sur le bouton qu’il contient.
service-needed = Ce qu’il vous faut
service-needed-text = Pour le rendez-vous, il vous faut :
service-needed-nothing = Il n’y a rien de particulier à apporter.
service-achieved = Ce que vous obtenez
service-achieved-text = Un rendez-vous avec le bureau { $office }, selon une de ces modalités : { $modes }.
service-calendar = Délais et échéances
service-access = Accéder au service
service-conditions = Conditions du service
service-contacts = Contacts

## Waiting list
waiting-title = Liste d’attente
# $office; $time: "20 minuti"
waiting-lead = Nous vous écrivons un e-mail dès qu’une place se libère auprès de { $office }. Nous vous la réservons pendant { $time } : si vous ne répondez pas, nous la proposons à une autre personne.
waiting-any = En présence ou VIRTUEL
waiting-any-hour = N’importe quel horaire
waiting-days = Quels jours vous conviennent ?
waiting-days-hint = Décochez les jours qui ne vous conviennent pas.
waiting-days-missing = Choisissez au moins un jour.
waiting-email-hint = À cette adresse, nous vous envoyons un e-mail pour confirmer, puis les propositions.
waiting-earlier = Aucun horaire ne vous convient ? M’avertir si une place se libère plus tôt
waiting-sent-title = Ouvrez votre messagerie
waiting-sent = Nous vous avons envoyé un e-mail : ouvrez le lien et confirmez. C’est seulement alors que vous êtes sur la liste d’attente. Regardez aussi dans les courriers indésirables (spam).
waiting-sent-wish = Vous avez demandé à être averti quand une place se libère auprès de { $subject }{"\u00A0"}: { $wish }.
# $office
waiting-prove-lead = Voulez-vous recevoir un e-mail quand une place se libère auprès de { $office } ?
# $office
waiting-listed = Vous êtes sur la liste d’attente de { $office } : nous vous écrivons dès qu’une place se libère.
waiting-offer-gone = Cette place n’est plus réservée pour vous. Nous vous écrirons quand une autre se libérera.
waiting-change-lead = Choisissez les horaires que vous attendez auprès de { $office }. Vous ne perdez pas votre tour sur la liste d’attente.
waiting-change-save = Enregistrer
waiting-change-keep = Non, revenir à la liste d’attente
waiting-changed = C’est fait{"\u00A0"}: nous avons modifié ce que vous attendez et vous n’avez pas perdu votre tour.
waiting-change-offered = Préférez-vous attendre d’autres jours ou horaires ? Modifiez ce que vous attendez.
waiting-left-title = Vous n’êtes plus sur la liste d’attente
waiting-left = Vous ne recevrez plus de propositions. Vous pouvez réserver un rendez-vous quand vous voulez.

# The office cannot keep the time and offers others. $day: a long day; $time: HH:MM
reoffered-title = Choisissez un autre horaire
reoffered-choose = Le bureau ne peut plus vous recevoir à l’horaire réservé. Nous vous réservons ces horaires jusqu’au { $day } à { $time } : appuyez sur celui que vous préférez.
