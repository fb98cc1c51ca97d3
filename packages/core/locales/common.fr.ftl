### The words all parts share. French as the municipalities of the Aosta Valley write it.

## Buttons
button-book = Réserver
button-request = Demander le rendez-vous
button-confirm = CONFIRMER LE RENDEZ-VOUS
button-cancel = ANNULER LE RENDEZ-VOUS
button-move = MODIFIER
button-join = PARTICIPER
button-enter = ENTRER DANS LA SALLE
button-book-again = Réserver un nouveau rendez-vous
button-late = Je suis en retard
button-waiting-join = M’avertir si une place se libère
button-waiting-prove = CONFIRMER LA LISTE D’ATTENTE
button-waiting-take = Oui, je le prends
button-waiting-swap = Oui, déplacer mon rendez-vous
button-waiting-decline = Non, merci
button-waiting-leave = Quitter la liste d’attente
button-waiting-change = Modifier jours, horaires ou modalité
outside-hours = Fermé actuellement

## The notice to hang up
poster-title = Réception sur rendez-vous
poster-web = Sur le site
poster-bot = Avec Telegram
poster-phone = Téléphone { $phone }
poster-step-scan = Visez un code avec l’appareil photo du téléphone.
poster-step-choose = Choisissez le jour et l’heure, et écrivez votre nom et votre e-mail.
poster-step-confirm = Ouvrez l’e-mail que vous recevez et appuyez sur { $button } dans un délai de { $time }.

## Modes
mode-in-person = En présence
mode-virtual = VIRTUEL
mode-in-person-explained = En présence : vous vous rendrez personnellement au bureau
mode-virtual-explained = VIRTUEL : vous vous connecterez par ordinateur, tablette ou téléphone au bureau virtuel, en appel vidéo, grâce aux liens que nous vous enverrons

## Booking: the handbook's form
offices-title = Rendez-vous avec les bureaux
choose-slot = Choisissez un horaire libre pour votre rendez-vous
ask-name = Vos nom et prénom
ask-email = Votre adresse e-mail
ask-reason = Motif du rendez-vous
consent = J’accepte que les données de ce formulaire soient traitées uniquement pour la gestion du rendez-vous (consentement obligatoire).
attention-title = ATTENTION !
attention-mail = Lorsque vous appuyez sur Demander le rendez-vous, nous envoyons à l’adresse indiquée un e-mail de vérification, avec un lien pour confirmer votre rendez-vous.
attention-must = Pour terminer la réservation, vérifier votre identité et confirmer le rendez-vous, il est indispensable de cliquer sur le lien de cet e-mail.
attention-deadline = Si vous ne confirmez pas dans un délai de { $duration }, la réservation est annulée automatiquement.

## Labels in front of a booking's facts. The colon that follows wants a no-break space before it.
label-office = Bureau{"\u00A0"}
label-when = Quand{"\u00A0"}
label-where = Où{"\u00A0"}
label-day = Jour{"\u00A0"}
label-hour = Horaire{"\u00A0"}
label-mode = Modalité{"\u00A0"}
label-service = Sujet{"\u00A0"}
label-bring = À apporter{"\u00A0"}
label-bring-virtual = À garder sous la main{"\u00A0"}
label-reason = Motif{"\u00A0"}
label-code = Code de réservation{"\u00A0"}
label-name = Nom et prénom{"\u00A0"}
label-email = E-mail{"\u00A0"}
label-phone = Téléphone{"\u00A0"}
label-state = État{"\u00A0"}
where-virtual = en appel vidéo, par ordinateur, tablette ou téléphone

## States of a booking
state-held = en cours de saisie
state-pending = à confirmer
state-confirmed = confirmée
state-attended = terminée
state-no-show = personne ne s’est présenté
state-expired = expirée
state-cancelled = annulée

## What the citizen has let the office know
announced-coming = arrive
announced-late = en retard

## What somebody on the waiting list waits for
wish-any-day = peu importe
wish-any-hour = peu importe
wish-each-day = n’importe quel jour
wish-each-hour = n’importe quel horaire
wish-until = { $days }, jusqu’au { $day }
wish-after = à partir de { $time }
wish-before = avant { $time }
wish-morning = Matin
wish-afternoon = Après-midi

## The waiting list: said where a time is offered
waiting-offer-title = Une place s’est libérée
waiting-offer-explained = Cet horaire est réservé pour vous jusqu’à { $until }. Si vous ne répondez pas, nous le proposons à une autre personne.
waiting-swap = Vous avez déjà un rendez-vous avec ce bureau ({ $slot }) : si vous acceptez, nous le déplaçons à cet horaire.

## Times and lengths
slot-line = { $day } - { $time } ({ $minutes } min)
slot-line-mode = { $slot } - { $mode }
hour-of-day = { $time } le { $day }
count-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }

## What the rules say no to, each with the next step
refusal-office-unknown = Ce bureau n’existe pas ou ne reçoit pas sur rendez-vous : choisissez un bureau dans la liste.
refusal-service-unknown = Ce bureau ne s’occupe pas de ce sujet : choisissez-en un dans la liste.
refusal-booking-unknown = Il n’y a aucune réservation avec ce code : vérifiez que vous l’avez bien écrit.
refusal-slot-taken = Cet horaire vient d’être réservé par une autre personne : choisissez-en un autre.
refusal-slot-taken-nearest = Cet horaire vient d’être réservé par une autre personne : choisissez-en un autre, par exemple { $nearest }.
refusal-slot-not-offered = Le bureau ne reçoit pas à cet horaire : choisissez un des horaires libres.
refusal-slot-not-offered-nearest = Le bureau ne reçoit pas à cet horaire : choisissez un des horaires libres, par exemple { $nearest }.
refusal-slot-past = Cet horaire est déjà passé : choisissez-en un plus tard.
refusal-too-soon = Cet horaire est trop proche : choisissez-en un à partir de { $earliest }.
refusal-beyond-horizon = Ce jour est trop lointain : pour le moment vous pouvez réserver jusqu’au { $latest }.
refusal-not-released = Cet horaire ne peut pas encore être réservé : il pourra l’être à partir du { $day } à { $time }.
refusal-mode-not-offered = À cet horaire le bureau ne reçoit pas de la façon choisie : changez de modalité ou d’horaire.
refusal-limit-office = { $limit ->
    [one] Vous avez déjà un rendez-vous avec ce bureau : vous pouvez le modifier, ou l’annuler pour en réserver un autre.
   *[other] Vous avez déjà { $limit } rendez-vous avec ce bureau : vous pouvez les modifier, ou en annuler un pour en réserver un autre.
  }
refusal-limit-total = { $limit ->
    [one] Vous avez déjà un rendez-vous : annulez-le, ou attendez qu’il soit passé, pour en réserver un autre.
   *[other] Vous avez déjà { $limit } rendez-vous : annulez-en un, ou attendez qu’un d’eux soit passé, pour en réserver un autre.
  }
refusal-limit-unconfirmed = { $limit ->
    [one] Vous avez déjà une demande à confirmer : ouvrez l’e-mail de vérification et appuyez sur CONFIRMER LE RENDEZ-VOUS, puis réessayez.
   *[other] Vous avez déjà { $limit } demandes à confirmer : ouvrez les e-mails de vérification et appuyez sur CONFIRMER LE RENDEZ-VOUS, puis réessayez.
  }
refusal-resend-limit = Nous avons déjà envoyé l’e-mail de vérification le nombre maximal de fois : regardez aussi dans les indésirables (spam) et, si vous ne le trouvez pas, appelez le bureau.
refusal-hold-expired = Le temps pour terminer la demande est écoulé et l’horaire n’est plus réservé pour vous : choisissez de nouveau un horaire.
refusal-confirmation-expired = Le temps pour confirmer est écoulé et la réservation a été annulée : réservez un nouveau rendez-vous.
refusal-state-held = La demande n’est pas encore complète : remplissez tous les champs et appuyez sur Demander le rendez-vous.
refusal-state-pending = Le rendez-vous n’est pas encore confirmé : appuyez sur CONFIRMER LE RENDEZ-VOUS dans l’e-mail de vérification.
refusal-state-confirmed = Le rendez-vous est déjà confirmé : vous n’avez rien d’autre à faire.
refusal-state-attended = Ce rendez-vous a déjà eu lieu : au besoin, réservez-en un nouveau.
refusal-state-no-show = Ce rendez-vous est déjà passé : au besoin, réservez-en un nouveau.
refusal-state-expired = Cette réservation a expiré, car elle n’a pas été confirmée à temps : réservez un nouveau rendez-vous.
refusal-state-cancelled = Ce rendez-vous a été annulé : au besoin, réservez-en un nouveau.
refusal-nothing-to-move = Le rendez-vous est déjà fixé exactement à cet horaire : pour le modifier, choisissez-en un autre.
refusal-already-started = Le rendez-vous a déjà commencé et ne peut plus être modifié : contactez directement le bureau.
refusal-link-invalid = Ce lien n’est pas valable ou est incomplet : revenez à l’e-mail et appuyez de nouveau sur le bouton.
refusal-link-outdated = Ce lien n’est plus valable, car le rendez-vous a été modifié : utilisez les liens de l’e-mail le plus récent.
refusal-room-closed = La salle virtuelle est ouverte seulement de { $opens } à { $closes } : entrez pendant cet horaire.
refusal-not-virtual = Ce rendez-vous est en présence : inutile de vous connecter, présentez-vous personnellement au bureau.

## What can be wrong in the form
form-name-missing = Écrivez vos nom et prénom.
form-name-too-long = Le nom est trop long : écrivez seulement vos nom et prénom.
form-name-malformed = Le nom n’est pas écrit correctement : écrivez prénom et nom, par exemple Mario Rossi.
form-name-not-plain-text = Le nom contient des caractères non admis : utilisez seulement des lettres, espaces, apostrophes et traits d’union.
form-email-missing = Écrivez votre adresse e-mail : elle sert à vous envoyer l’e-mail de vérification.
form-email-too-long = L’adresse e-mail est trop longue : vérifiez que vous l’avez bien écrite.
form-email-malformed = L’adresse e-mail n’est pas correcte : vérifiez-la, par exemple mario.rossi@example.it.
form-email-not-plain-text = L’adresse e-mail contient des caractères non admis : écrivez-la de nouveau, sans espaces.
form-reason-missing = Écrivez le motif du rendez-vous : il aide le bureau à se préparer.
form-reason-too-long = Le motif est trop long : résumez-le en quelques lignes.
form-reason-malformed = Le motif n’est pas écrit correctement : écrivez-le de nouveau en quelques mots.
form-reason-not-plain-text = Le motif contient des caractères non admis : écrivez-le de nouveau avec seulement des lettres, chiffres et signes de ponctuation.
form-consent-missing = Pour réserver, il est obligatoire d’accepter le traitement des données : cochez la case.
