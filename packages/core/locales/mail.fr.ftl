### Mails and calendar entries. The words on buttons stand in common.

## Opening and closing
greeting = Bonjour { $name },
greeting-unnamed = Bonjour,
closing-reply = Pour toute question, répondez à cet e-mail : le bureau recevra votre réponse.
closing-phone = Téléphone du bureau : { $phone }
closing-automatic = Cet e-mail a été envoyé automatiquement par le service des rendez-vous.

## When
when-full = { $day }, { $time } ({ $minutes } min)

## Verification: not yet booked
verification-subject = Confirmez votre rendez-vous avant { $until } ({ $office })
verification-subject-no-deadline = Confirmez votre rendez-vous ({ $office })
verification-title = Votre rendez-vous n’est pas encore confirmé
verification-must = Pour le confirmer, vous devez appuyer sur le bouton CONFIRMER LE RENDEZ-VOUS avant { $until }. Sinon, la réservation est annulée automatiquement.
verification-must-no-deadline = Pour le confirmer, vous devez appuyer sur le bouton CONFIRMER LE RENDEZ-VOUS. Sinon, la réservation est annulée automatiquement.
verification-asked = Vous avez demandé ce rendez-vous :
verification-not-you = Si vous n’avez pas demandé ce rendez-vous, ne faites rien : la demande s’annulera d’elle-même.

## Invitation: booked
invitation-subject = Rendez-vous confirmé : { $slot }
invitation-title = Votre rendez-vous est confirmé
invitation-facts = Voici les informations sur votre rendez-vous :
calendar-links = Ajoutez le rendez-vous à votre calendrier :
calendar-google = Google Agenda
calendar-outlook = Outlook
calendar-ical = iCal (Apple et autres)
change-any-time = Vous pouvez à tout moment annuler ou modifier le rendez-vous, sans donner de motif.
join-explained = À l’heure du rendez-vous, appuyez sur PARTICIPER : il n’y a rien à installer. Si vous appuyez plus tôt, vous verrez combien de temps il reste.

## Reminder
reminder-subject = Rappel : rendez-vous { $slot }
reminder-title = Nous vous rappelons votre rendez-vous
reminder-enter = À l’heure du rendez-vous, appuyez sur ENTRER DANS LA SALLE : il n’y a rien à installer.
reminder-change = Si vous ne pouvez pas venir, annulez ou modifiez le rendez-vous : l’horaire servira à une autre personne.
reminder-late = Si vous êtes en retard, prévenez le bureau depuis la page de votre rendez-vous :

## Moved
moved-subject = Rendez-vous modifié : { $slot }
moved-title = Votre rendez-vous a été modifié
moved-facts = Voici les nouvelles informations sur votre rendez-vous :
moved-old-links = Les liens des e-mails précédents ne sont plus valables : utilisez ceux de cet e-mail.

## Cancelled
cancelled-subject = Rendez-vous annulé : { $slot }
cancelled-title = Votre rendez-vous a été annulé
cancelled-facts-office = Le bureau a annulé ce rendez-vous :
cancelled-facts-citizen = Vous avez annulé ce rendez-vous :
cancelled-again = Si vous en avez encore besoin, vous pouvez réserver un nouveau rendez-vous.

## Expired
expired-subject = Demande expirée : rendez-vous { $slot }
expired-title = Votre demande a expiré
expired-explained = Le rendez-vous n’a pas été confirmé à temps : la réservation a donc été annulée et l’horaire est de nouveau libre.
expired-facts = Vous aviez demandé ce rendez-vous :

## Waiting list
waiting-proof-subject = Confirmez que vous voulez être averti quand une place se libère ({ $office })
waiting-proof-title = Voulez-vous être averti quand une place se libère ?
waiting-proof-explained = Vous avez demandé à être averti quand un horaire se libère. Pour entrer dans la liste d’attente, ouvrez la page avec le bouton et confirmez avant { $until }.
waiting-proof-not-you = Si vous n’avez rien demandé, ne faites rien : la demande s’annulera d’elle-même.
waiting-known-subject = Vous êtes déjà sur la liste d’attente ({ $office })
waiting-known-title = Vous êtes déjà sur la liste d’attente
waiting-known-explained = Vous avez demandé de nouveau à être averti, mais vous êtes déjà sur la liste d’attente et vous gardez votre place : vous n’avez rien à faire. Si vous voulez d’autres jours ou horaires, ouvrez la page avec le bouton et appuyez sur « { $button } ». Voici ce que vous attendez maintenant :
button-waiting-page = OUVRIR LA LISTE D’ATTENTE
waiting-offer-subject = Une place s’est libérée : { $slot }
button-waiting-answer = RÉPONDRE
waiting-leave = Sur la même page, vous pouvez refuser cet horaire ou quitter la liste d’attente.

## To the office
office-booked-subject = Nouveau rendez-vous : { $slot } ({ $code })
office-booked-title = Nouveau rendez-vous confirmé
office-booked-explained = Voici les informations pour vous préparer :
office-moved-subject = Rendez-vous modifié : { $slot } ({ $code })
office-moved-title = Un rendez-vous a été modifié
office-moved-explained = Voici les nouvelles informations sur le rendez-vous :
office-cancelled-subject = Rendez-vous annulé : { $slot } ({ $code })
office-cancelled-title = Un rendez-vous a été annulé
office-cancelled-explained = L’horaire est de nouveau libre. Le rendez-vous annulé était :
office-late-subject = En retard : { $slot } ({ $code })
office-late-title = L’usager est en retard
office-late-explained = L’usager prévient qu’il arrivera en retard à ce rendez-vous :
digest-subject = Rendez-vous du { $day } - { $office } ({ $count })
digest-title = Rendez-vous du { $day }
digest-explained = { $count ->
    [one] Il y a un rendez-vous aujourd’hui.
   *[other] Il y a { $count } rendez-vous aujourd’hui.
  }
office-room = À l’heure du rendez-vous, entrez dans la salle avec ce bouton. Le lien est réservé au bureau : ne le transférez pas.
office-reply = En répondant à cet e-mail, vous écrivez à l’usager.
label-desk = Guichet{"\u00A0"}

## Calendar entry
calendar-summary = Rendez-vous : { $office }
calendar-change = Pour annuler ou modifier le rendez-vous :
calendar-join = Pour participer à l’appel vidéo :
calendar-join-by-mail = Pour participer à l’appel vidéo, appuyez sur PARTICIPER dans l’e-mail de confirmation.

# The office cannot keep the time and offers others. $slot: a slot-line; $day: a long day; $time: HH:MM
reoffered-subject = Rendez-vous à déplacer : { $slot }
reoffered-title = Votre rendez-vous doit être déplacé
reoffered-facts = Le bureau ne peut plus vous recevoir à l’horaire que vous aviez réservé :
reoffered-until = Nous vous réservons ces horaires jusqu’au { $day } à { $time }. Appuyez sur celui que vous préférez et confirmez-le sur la page qui s’ouvre :
reoffered-none = Pour le moment il n’y a pas d’horaires proches à vous proposer.
reoffered-otherwise = Vous pouvez aussi choisir un autre horaire libre ou annuler la réservation.
