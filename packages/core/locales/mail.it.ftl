### Mails and calendar entries. The words on buttons stand in common.

## Opening and closing
# $name: "Mario Rossi"
greeting = Gentile { $name },
greeting-unnamed = Buongiorno,
closing-reply = Per qualsiasi domanda rispondi a questa mail: la riceverà l’ufficio.
# $phone: as the office writes it
closing-phone = Telefono dell’ufficio: { $phone }
closing-automatic = Questa mail è stata inviata automaticamente dal servizio appuntamenti.

## When
# $day: "lunedì 13 dicembre 2021"; $time: "10:00"; $minutes: number
when-full = { $day }, ore { $time } ({ $minutes } min.)

## Verification: not yet booked
# $until: an hour-of-day; $office
verification-subject = Conferma entro le { $until } il tuo appuntamento ({ $office })
verification-subject-no-deadline = Conferma il tuo appuntamento ({ $office })
verification-title = Il tuo appuntamento non è ancora confermato
verification-must = Per confermarlo devi premere il pulsante CONFERMA PRENOTAZIONE entro le { $until }. Se non lo premi, la prenotazione viene cancellata automaticamente.
verification-must-no-deadline = Per confermarlo devi premere il pulsante CONFERMA PRENOTAZIONE. Se non lo premi, la prenotazione viene cancellata automaticamente.
verification-asked = Hai chiesto questo appuntamento:
verification-not-you = Se non hai chiesto tu questo appuntamento, non fare nulla: la richiesta si cancellerà da sola.

## Invitation: booked
# $slot: a slot-line with its mode
invitation-subject = Appuntamento confermato: { $slot }
invitation-title = Il tuo appuntamento è confermato
invitation-facts = Ecco i dati del tuo appuntamento:
calendar-links = Aggiungi l’appuntamento al tuo calendario:
calendar-google = Google Calendar
calendar-outlook = Outlook
calendar-ical = iCal (Apple e altri)
change-any-time = In ogni momento puoi annullare o modificare la prenotazione, senza fornire alcuna motivazione.
join-explained = All’orario dell’appuntamento premi PARTECIPA: non serve installare nulla. Se lo premi prima, vedrai quanto tempo manca.

## Reminder
reminder-subject = Promemoria: appuntamento { $slot }
reminder-title = Ti ricordiamo il tuo appuntamento
reminder-enter = All’orario dell’appuntamento premi ENTRA NELLA STANZA: non serve installare nulla.
reminder-change = Se non puoi esserci, annulla o modifica la prenotazione: l’orario servirà a un’altra persona.
reminder-late = Se sei in ritardo, avvisa l’ufficio dalla pagina dell’appuntamento:

## Moved
moved-subject = Appuntamento modificato: { $slot }
moved-title = Il tuo appuntamento è stato modificato
moved-facts = Ecco i nuovi dati del tuo appuntamento:
moved-old-links = I link delle mail precedenti non valgono più: usa quelli di questa mail.

## Cancelled
cancelled-subject = Appuntamento annullato: { $slot }
cancelled-title = Il tuo appuntamento è stato annullato
cancelled-facts-office = L’ufficio ha annullato questo appuntamento:
cancelled-facts-citizen = Hai annullato questo appuntamento:
cancelled-again = Se ti serve ancora, puoi prenotare un nuovo appuntamento.

## Expired
expired-subject = Richiesta scaduta: appuntamento { $slot }
expired-title = La tua richiesta è scaduta
expired-explained = L’appuntamento non è stato confermato in tempo, quindi la prenotazione è stata cancellata e l’orario è di nuovo libero.
expired-facts = Avevi chiesto questo appuntamento:

## Waiting list
# $office
waiting-proof-subject = Conferma che vuoi un avviso quando si libera un posto ({ $office })
waiting-proof-title = Vuoi un avviso quando si libera un posto?
# $until: an hour-of-day
waiting-proof-explained = Hai chiesto di ricevere un avviso quando si libera un orario. Per entrare nella lista d’attesa apri la pagina con il pulsante e conferma entro le { $until }.
waiting-proof-not-you = Se non l’hai chiesto tu, non fare nulla: la richiesta si cancellerà da sola.
# $office
waiting-known-subject = Sei già nella lista d’attesa ({ $office })
waiting-known-title = Sei già nella lista d’attesa
# $button: button-waiting-change
waiting-known-explained = Hai chiesto di nuovo un avviso, ma sei già nella lista d’attesa e conservi il tuo posto: non devi fare nulla. Se vuoi altri giorni o orari, apri la pagina con il pulsante e premi «{ $button }». Questo è quello che aspetti ora:
button-waiting-page = APRI LA LISTA D’ATTESA
waiting-offer-subject = Si è liberato un posto: { $slot }
button-waiting-answer = RISPONDI
waiting-leave = Nella stessa pagina puoi rifiutare questo orario, oppure uscire dalla lista d’attesa.

## To the office
# $code: "K7P-4QX"
office-booked-subject = Nuovo appuntamento: { $slot } ({ $code })
office-booked-title = Nuovo appuntamento confermato
office-booked-explained = Ecco i dati per prepararsi:
office-moved-subject = Appuntamento modificato: { $slot } ({ $code })
office-moved-title = Un appuntamento è stato modificato
office-moved-explained = Ecco i nuovi dati dell’appuntamento:
office-cancelled-subject = Appuntamento annullato: { $slot } ({ $code })
office-cancelled-title = Un appuntamento è stato annullato
office-cancelled-explained = L’orario è di nuovo libero. L’appuntamento annullato era:
office-late-subject = In ritardo: { $slot } ({ $code })
office-late-title = Il cittadino è in ritardo
office-late-explained = Il cittadino avvisa che arriverà in ritardo a questo appuntamento:
digest-subject = Appuntamenti di { $day } - { $office } ({ $count })
digest-title = Appuntamenti di { $day }
digest-explained = { $count ->
    [one] Oggi c’è un appuntamento.
   *[other] Oggi ci sono { $count } appuntamenti.
  }
office-room = All’orario dell’appuntamento entra nella stanza con questo pulsante. Il link è riservato all’ufficio: non inoltrarlo.
office-reply = Rispondendo a questa mail scrivi al cittadino.
label-desk = Sportello

## Calendar entry
# $office
calendar-summary = Appuntamento: { $office }
calendar-change = Per annullare o modificare la prenotazione:
calendar-join = Per partecipare alla videochiamata:
calendar-join-by-mail = Per partecipare alla videochiamata premi PARTECIPA nella mail di conferma.

# The office cannot keep the time and offers others. $slot: a slot-line; $day: a long day; $time: HH:MM
reoffered-subject = Appuntamento da spostare: { $slot }
reoffered-title = Il tuo appuntamento va spostato
reoffered-facts = L’ufficio non può più riceverti nell’orario che avevi prenotato:
reoffered-until = Abbiamo riservato per te questi orari fino a { $day }, ore { $time }. Premi quello che preferisci e confermalo nella pagina che si apre:
reoffered-none = Al momento non ci sono orari vicini da proporti.
reoffered-otherwise = Puoi anche scegliere un altro orario fra quelli liberi, oppure annullare la prenotazione.
