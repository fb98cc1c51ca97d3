### The Telegram bot.

## Commands, as Telegram's menu shows them
command-start = Recommencer depuis le début
command-prenota = Réserver un rendez-vous
command-appuntamenti = Vos rendez-vous : voir, modifier, annuler
command-lingua = Changer de langue
command-privacy = Comment nous traitons vos données
command-aiuto = Comment ça marche
command-annulla = Interrompre la demande en cours

## The bot's profile: at most 512 and 120 characters
profile-description = Avec ce bot, vous réservez un rendez-vous avec les bureaux de la Commune, en présence ou en appel vidéo. Choisissez le bureau, le jour et l’heure ; puis confirmez avec un bouton dans l’e-mail que nous vous envoyons. Ici vous pouvez aussi modifier ou annuler vos rendez-vous, et vous recevez un rappel avant chacun d’eux. Appuyez sur DÉMARRER pour commencer.
profile-short = Réservez un rendez-vous avec les bureaux de la Commune, en présence ou en appel vidéo.

## Moving about
button-back = « Retour
button-restart = Recommencer
button-earlier = « Précédents
button-later = Suivants »
button-close-booking = « Retour à la réservation
button-close-offices = « Retour aux bureaux
button-close-request = « Retour à la demande
page = Page { $page } sur { $pages }

## Finding
choose-office = Choisissez le bureau avec lequel vous voulez un rendez-vous : appuyez sur son nom ci-dessous, ou écrivez un mot (par exemple IMU).
found-title = Voici ce que j’ai trouvé : appuyez sur ce qu’il vous faut.
no-offices = En ce moment, aucun bureau ne reçoit sur rendez-vous.
first-free = Premier horaire libre : { $slot }
none-free-now = Aucun horaire libre pour l’instant
choose-service = Pour quel sujet voulez-vous un rendez-vous ?
button-other-service = Autre sujet
button-first-free = { $mode } : { $day } - { $time }
choose-day = Choisissez le jour : vous pouvez appuyer sur les jours avec un chiffre, qui ont des horaires libres. Le premier horaire libre est tout en haut des boutons.
no-days = Il n’y a pas d’horaires libres. Appuyez sur « M’avertir si une place se libère » ou revenez en arrière et choisissez un autre bureau.
visit-length = Chaque rendez-vous dure { $minutes } minutes.
no-times = Il n’y a plus d’horaires libres ce jour-là. Revenez en arrière et choisissez un autre jour.
choose-nearest = Voici les horaires libres les plus proches :
button-other-days = Autres jours

## The waiting list
waiting-title = Liste d’attente
waiting-how = Nous vous écrivons ici dès qu’une place se libère. Nous la gardons pour vous pendant { $time } : si vous ne répondez pas, nous la proposons à une autre personne.
waiting-wish = Nous vous avertissons pour ces places{"\u00A0"}:
waiting-fine = Si cela vous convient, appuyez sur { $button }.
waiting-pick = Si vous préférez seulement certains jours ou horaires, appuyez d’abord dessus ci-dessous : ils porteront le signe ✓.
button-waiting-yes = C’est bon, m’avertir
button-waiting-earlier = M’avertir d’une place plus tôt

## Moving
moving-title = Vous modifiez ce rendez-vous :
move-title = Voulez-vous déplacer le rendez-vous à cet horaire ?
move-from = De{"\u00A0"}
move-to = À{"\u00A0"}
move-confirmed = Vous recevrez un e-mail avec le nouvel horaire. L’ancien horaire redeviendra libre pour d’autres personnes.
move-pending = Vous recevrez un nouvel e-mail pour confirmer : le lien du premier ne sera plus valable.
button-move-here = Oui, déplacer le rendez-vous

## Form
held-until = Cet horaire est réservé pour vous jusqu’à { $until }.
held-no-more = Cet horaire était réservé pour vous jusqu’à { $until }. Continuez : s’il est encore libre, nous le reprenons pour vous.
form-progress = Question { $number } sur { $of }
hint-name = Écrivez-les ci-dessous et envoyez-les comme message.
hint-email = Écrivez-la ci-dessous et envoyez-la comme message. Nous enverrons à cette adresse l’e-mail pour confirmer.
hint-reason = Écrivez-le ci-dessous et envoyez-le comme message : il aide le bureau à se préparer.
written-before = Vous aviez écrit : { $value }
button-keep-answer = Laisser ainsi
button-use-name = Je suis { $name }
address-before = La dernière fois, vous avez utilisé cette adresse : { $email }
button-use-address = Utiliser la même adresse
doubt-written = Vous avez écrit { $written }
doubt-meant = Vouliez-vous écrire { $meant } ?
doubt-advice = Appuyez sur un bouton, ou écrivez de nouveau l’adresse.
button-doubt-meant = Oui, je me suis trompé
button-doubt-written = Non, l’adresse est juste

## Summary and consent
summary-title = Récapitulatif de la demande
button-edit-name = Changer le nom
button-edit-email = Changer l’e-mail
button-edit-reason = Changer le motif
button-edit-time = Changer l’horaire
consent-title = Traitement des données
button-consent = J’accepte le traitement des données
button-notice = Lire la notice de confidentialité

## Requested
not-booked-title = ATTENTION ! Le rendez-vous n’est PAS encore réservé.
open-the-mail = Ouvrez tout de suite l’e-mail que nous avons envoyé à { $email }.
time-left = Il vous reste { $left }.
press-confirm = Appuyez sur CONFIRMER LE RENDEZ-VOUS avant { $until }.
or-it-lapses = Sinon, la demande est annulée automatiquement.
no-mail-title = Vous ne trouvez pas l’e-mail ?
no-mail-spam = Attendez quelques minutes et regardez aussi dans les indésirables (spam).
no-mail-address = Si l’adresse est fausse, appuyez sur Corriger l’adresse.
button-resend = Renvoyer l’e-mail
button-correct-address = Corriger l’adresse
mail-went-to = L’e-mail pour confirmer est parti à cette adresse : { $email }
hint-new-address = Écrivez ci-dessous la bonne adresse et envoyez-la comme message : nous vous envoyons tout de suite un nouvel e-mail.
button-my-bookings = Mes rendez-vous
booking-is-held = La demande n’est pas encore complète.
booking-is-pending = La demande est à confirmer.
booking-is-confirmed = Le rendez-vous est réservé.
booking-is-attended = Ce rendez-vous a déjà eu lieu.
booking-is-no-show = Ce rendez-vous est déjà passé.
booking-is-expired = La demande a expiré, car elle n’a pas été confirmée à temps.
booking-is-cancelled = Ce rendez-vous a été annulé.

## My bookings
bookings-title = Vos rendez-vous
no-bookings = Vous n’avez pas de rendez-vous. Pour en réserver un, utilisez /prenota.
confirm-by-mail = À confirmer : appuyez sur CONFIRMER LE RENDEZ-VOUS dans l’e-mail avant { $until }.
cancel-title = Voulez-vous vraiment annuler ce rendez-vous ?
cancel-question = L’horaire redeviendra libre pour d’autres personnes. Vous n’avez pas à dire pourquoi.
button-keep = Non, garder le rendez-vous

## Language
language-title = Choisissez la langue

## Privacy
privacy-title = Vos données
privacy-who = Responsable du traitement : { $town }.
privacy-what = Ce que nous conservons : le numéro de ce chat, la langue, la demande que vous remplissez et vos rendez-vous (nom et prénom, e-mail, motif, horaire). Les autres messages que vous écrivez ici ne sont pas conservés.
privacy-why = Dans quel but : seulement pour gérer vos rendez-vous. Nous ne les utilisons pour rien d’autre et ne les donnons pas à d’autres.
privacy-how-long = Pendant combien de temps : les données d’un rendez-vous sont effacées { $time } après ; une demande inachevée, après une heure.
privacy-rights = Ci-dessous, vous pouvez télécharger ou effacer vos données quand vous le voulez. Pour les voir ou les corriger, vous pouvez aussi vous adresser à la Commune.
button-export = Télécharger mes données
button-erase = Effacer mes données
erase-title = Voulez-vous vraiment effacer toutes vos données ?
erase-what = Nous effaçons le nom, l’e-mail et le motif de tous vos rendez-vous, ce chat et sa langue. C’est définitif.
erase-cancels = { $count ->
    [one] { $count } rendez-vous à venir sera annulé.
   *[other] { $count } rendez-vous à venir seront annulés.
  }
button-erase-all = Oui, tout effacer
button-erase-not = Non, ne pas effacer
farewell-title = Vos données ont été effacées.
farewell-again = Nous n’avons plus rien de vous. Les messages que vous voyez ici restent sur Telegram tant que vous ne supprimez pas le chat. S’il vous faut un autre rendez-vous, écrivez /start.

## Help
help-title = Comment ça marche
help-step-office = Avec /prenota, choisissez le bureau.
help-step-time = Choisissez le jour et l’horaire, En présence ou VIRTUEL.
help-step-form = Écrivez nom et prénom, e-mail et motif, puis appuyez sur Demander le rendez-vous.
help-step-mail = Ouvrez l’e-mail que nous vous envoyons et appuyez sur CONFIRMER LE RENDEZ-VOUS dans le délai indiqué : c’est seulement alors que le rendez-vous est réservé.
help-typing = Utilisez toujours les boutons sous le dernier message. Si vous êtes perdu, écrivez /start.

## What is said above a screen
note-stale = Ce bouton n’est plus valable : voici où nous en sommes.
note-too-late = Beaucoup de temps a passé et ce que vous faisiez a été effacé : recommençons d’ici.
note-resent = { $left ->
    [0] Nous vous avons renvoyé l’e-mail. Regardez aussi dans les indésirables (spam) : nous ne pouvons plus le renvoyer.
    [one] Nous vous avons renvoyé l’e-mail. Vous pouvez encore le demander { $left } fois.
   *[other] Nous vous avons renvoyé l’e-mail. Vous pouvez encore le demander { $left } fois.
  }
note-address-corrected = C’est fait : nous vous avons envoyé un nouvel e-mail à la bonne adresse. Le lien du premier e-mail n’est plus valable.
note-nothing-found = Je n’ai rien trouvé pour ce que vous avez écrit : essayez un autre mot, ou appuyez sur un des boutons ci-dessous.
note-moved = C’est fait : le rendez-vous a été modifié.
note-waiting-joined = C’est fait : vous êtes sur la liste d’attente. Nous vous écrivons ici dès qu’une place se libère.
note-waiting-changed = C’est fait : nous avons modifié ce que vous attendez et vous n’avez pas perdu votre tour.
note-waiting-left = C’est fait : vous n’êtes plus sur la liste d’attente.
note-offer-over = Cette place n’est plus réservée pour vous. Si vous êtes encore sur la liste d’attente, nous vous avertirons quand une autre se libérera.
note-offer-declined = Très bien : nous proposons la place à une autre personne. Vous restez sur la liste d’attente ; pour la quitter, utilisez /appuntamenti.
note-told-coming = C’est fait : le bureau sait que vous arrivez.
note-told-late = C’est fait : nous avons prévenu le bureau que vous êtes en retard.
note-not-text = Ici je ne peux lire que des messages de texte.
note-edited = Je ne peux pas tenir compte des messages modifiés : écrivez un nouveau message, ou changez les données dans le récapitulatif.
note-forwarded = Je ne peux pas utiliser un message transféré : écrivez vous-même la réponse.
note-use-buttons = Pour continuer, appuyez sur un des boutons ci-dessous.
note-unknown-command = Je ne connais pas cette commande. Avec /aiuto, vous voyez ce que je peux faire.
note-held-again = Le temps était écoulé, mais l’horaire était encore libre : nous l’avons repris pour vous.
note-cancelled = C’est fait : le rendez-vous a été annulé.
note-abandoned = C’est fait : la demande a été interrompue et ce que vous aviez écrit a été effacé.
note-nothing-to-abandon = Vous n’avez aucune demande en cours. Pour annuler un rendez-vous déjà pris, utilisez /appuntamenti.
note-cancel-below = Vous n’avez aucune demande en cours. Pour annuler un rendez-vous, appuyez sur le bouton ci-dessous.
note-exported = Voici vos données, dans le fichier ci-dessus.
note-language-set = Désormais, je vous écris en français.
fault = Il y a eu un problème de notre côté et nous n’avons pas pu faire ce que vous avez demandé. Réessayez dans quelques minutes.
lost-title = Cette demande ne peut pas continuer.
lost-advice = Le bureau ou le rendez-vous n’existe plus. Recommencez depuis le début.

## What the chat hears by itself
told-invitation-title = Votre rendez-vous est confirmé
told-invitation-calendar = Avec le fichier joint, vous pouvez l’ajouter à votre calendrier. Vous pouvez le modifier ou l’annuler à tout moment, sans dire pourquoi.
told-moved-title = Votre rendez-vous a été modifié
told-moved-links = Les liens reçus auparavant ne sont plus valables. Avec le fichier joint, vous mettez à jour votre calendrier.
told-room-title = La salle de votre rendez-vous est ouverte
told-room-enter = Appuyez sur le bouton ci-dessous pour vous connecter avec le bureau : il n’y a rien à installer.
button-map = Comment venir
button-coming = J’arrive
told-reminder-title = Nous vous rappelons votre rendez-vous
told-reminder-change = Si vous ne pouvez pas venir, modifiez-le ou annulez-le : l’horaire servira à une autre personne.
told-cancelled-title = Le bureau a annulé votre rendez-vous
told-expired-title = Votre demande a expiré
told-expired-why = Elle n’a pas été confirmée à temps : elle a donc été annulée et l’horaire est de nouveau libre.
told-again = S’il vous faut encore un rendez-vous, réservez-en un nouveau avec /prenota.
told-virtual = À l’heure du rendez-vous, appuyez sur { $button } : il n’y a rien à installer. Si vous appuyez plus tôt, vous verrez combien de temps il reste.

## The groups of the offices' staff
command-oggi = Les rendez-vous d’aujourd’hui
command-collega = Relier le groupe à un bureau
command-scollega = Détacher le groupe
group-office-booked = Nouveau rendez-vous
group-office-moved = Rendez-vous modifié
group-office-cancelled = Rendez-vous annulé
group-office-late = La personne sera en retard
# $office
group-linked = Groupe relié : { $office }
group-linked-already = Le groupe est déjà relié : { $office }
group-tells = Vous lirez ici les rendez-vous nouveaux, modifiés et annulés ainsi que les retards : seulement le code et l’heure.
group-tells-details = Vous lirez ici les rendez-vous nouveaux, modifiés et annulés ainsi que les retards, avec les noms et les motifs des personnes : vérifiez qui fait partie du groupe.
group-commands = Avec /oggi vous voyez les rendez-vous d’aujourd’hui, avec /scollega vous détachez le groupe.
group-code-wrong = Ce code n’est pas valable ou a expiré. La personne qui gère le service peut en créer un nouveau avec : ricevimenti office link BUREAU
group-unlinked = Le groupe a été détaché : aucun autre message n’arrivera ici.
group-not-linked = Ce groupe n’est relié à aucun bureau.
group-day-empty = Il n’y a pas de rendez-vous aujourd’hui.
# $count: number
group-day-more = { $count ->
    [one] et un autre rendez-vous
   *[other] et { $count } autres rendez-vous
  }

# The office cannot keep the time and offers others.
told-reoffered-title = Le bureau ne peut plus vous recevoir à cet horaire
told-reoffered-choose = Choisissez l’un de ces horaires, réservés pour vous, ou un autre.
told-reoffered-none = Choisissez un autre horaire ou annulez la réservation.
button-other-time = Choisir un autre horaire
