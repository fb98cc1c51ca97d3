### The words all parts share. Italian is the source; buttons and sentences are those of the citizen's handbook.

## Buttons
button-book = Prenota
button-request = Richiedi appuntamento
button-confirm = CONFERMA PRENOTAZIONE
button-cancel = ANNULLA PRENOTAZIONE
button-move = MODIFICA
button-join = PARTECIPA
button-enter = ENTRA NELLA STANZA
button-book-again = Prenota un nuovo appuntamento
button-late = Sono in ritardo
# The waiting list
button-waiting-join = Avvisami se si libera un posto
button-waiting-prove = CONFERMA LISTA D’ATTESA
button-waiting-take = Sì, lo prendo
button-waiting-swap = Sì, sposta il mio appuntamento
button-waiting-decline = No, grazie
button-waiting-leave = Esci dalla lista d’attesa
button-waiting-change = Cambia giorni, orari o modalità
outside-hours = Fuori orario

## The notice to hang up
poster-title = Ricevimenti su appuntamento
poster-web = Dal sito
poster-bot = Con Telegram
poster-phone = Telefono { $phone }
poster-step-scan = Inquadra un codice con la fotocamera del telefono.
poster-step-choose = Scegli il giorno e l’ora, e scrivi il tuo nome e la tua e-mail.
poster-step-confirm = Apri la mail che ricevi e premi { $button } entro { $time }.

## Modes
mode-in-person = In Presenza
mode-virtual = VIRTUALE
mode-in-person-explained = In Presenza: ti recherai di persona presso l’ufficio
mode-virtual-explained = VIRTUALE: ti collegherai con computer, tablet o telefono in videochiamata all’ufficio virtuale seguendo i link che ti forniremo

## Booking: the handbook's form
offices-title = Ricevimenti uffici
choose-slot = Scegli un orario per l’appuntamento fra quelli disponibili
ask-name = Il tuo nome e cognome
ask-email = Il tuo indirizzo e-mail
ask-reason = Motivo richiesta appuntamento
consent = Accetto al trattamento dei dati inseriti in questo modulo per finalità esclusivamente correlate alla gestione del ricevimento su appuntamento (consenso obbligatorio).
attention-title = ATTENZIONE!
attention-mail = Cliccando su Richiedi appuntamento ti verrà inviata una mail di verifica all’indirizzo da te indicato, nella quale sarà presente un link di conferma del tuo appuntamento.
attention-must = Per completare la prenotazione, verificare la tua identità e confermare l’appuntamento sarà indispensabile cliccare sul link presente nella mail.
# $duration: "2 ore"
attention-deadline = Se non confermi entro { $duration }, la prenotazione viene cancellata automaticamente.

## Labels in front of a booking's facts
label-office = Ufficio
label-when = Quando
label-where = Dove
label-day = Giorno
label-hour = Orario
label-mode = Modalità
label-service = Argomento
label-bring = Cosa portare
# The same for a video call
label-bring-virtual = Cosa tenere a portata di mano
label-reason = Motivo
label-code = Codice prenotazione
label-name = Nome e cognome
label-email = E-mail
label-phone = Telefono
label-state = Stato
# The place of a virtual appointment
where-virtual = in videochiamata, con computer, tablet o telefono

## States of a booking
state-held = in compilazione
state-pending = da confermare
state-confirmed = confermata
state-attended = conclusa
state-no-show = cittadino non presentato
state-expired = scaduta
state-cancelled = annullata

## What the citizen has let the office know
announced-coming = in arrivo
announced-late = in ritardo

## What somebody on the waiting list waits for
wish-any-day = qualsiasi
wish-any-hour = qualsiasi
# In a sentence: "…: qualsiasi giorno, qualsiasi orario, In Presenza o VIRTUALE."
wish-each-day = qualsiasi giorno
wish-each-hour = qualsiasi orario
# $days: "lunedì o mercoledì", wish-any-day or wish-each-day; $day: "lunedì 13 dicembre 2021", the last one
wish-until = { $days }, fino a { $day }
# $time: "14:00"
wish-after = dalle { $time } in poi
wish-before = prima delle { $time }
wish-morning = Mattina
wish-afternoon = Pomeriggio

## The waiting list: said where a time is offered
waiting-offer-title = Si è liberato un posto
# $until: an hour-of-day
waiting-offer-explained = Questo orario è riservato per te fino alle { $until }. Se non rispondi, lo offriamo a un’altra persona.
# $slot: a slot-line with its mode
waiting-swap = Hai già un appuntamento con questo ufficio ({ $slot }): se accetti, lo spostiamo a questo orario.

## Times and lengths
# $day: "lun 13/12/21"; $time: "10:00"; $minutes: number
slot-line = { $day } - { $time } ({ $minutes } min.)
# $slot: a slot-line; $mode: mode-in-person or mode-virtual
slot-line-mode = { $slot } - { $mode }
# Follows "entro le". $time: "12:30"; $day: "lunedì 13 dicembre"
hour-of-day = ore { $time } di { $day }
count-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minuti
  }

## What the rules say no to, each with the next step
refusal-office-unknown = Questo ufficio non esiste o non riceve su appuntamento: scegli un ufficio dall’elenco.
refusal-service-unknown = Questo argomento non è trattato dall’ufficio: scegline uno dall’elenco.
refusal-booking-unknown = Non c’è nessuna prenotazione con questo codice: controlla di averlo scritto bene.
refusal-slot-taken = Questo orario è appena stato prenotato da un’altra persona: scegline un altro.
# $nearest: a slot-line
refusal-slot-taken-nearest = Questo orario è appena stato prenotato da un’altra persona: scegline un altro, per esempio { $nearest }.
refusal-slot-not-offered = In questo orario l’ufficio non riceve: scegline uno fra quelli disponibili.
# $nearest: a slot-line
refusal-slot-not-offered-nearest = In questo orario l’ufficio non riceve: scegline uno fra quelli disponibili, per esempio { $nearest }.
refusal-slot-past = Questo orario è già passato: scegline uno successivo.
# $earliest: an hour-of-day
refusal-too-soon = Questo orario è troppo vicino: scegline uno dalle { $earliest } in poi.
# $latest: "lunedì 13 dicembre 2021"
refusal-beyond-horizon = Questo giorno è troppo lontano: per ora puoi prenotare fino a { $latest }.
# $day: a long day; $time: HH:MM
refusal-not-released = Questo orario non è ancora prenotabile: lo sarà da { $day }, ore { $time }.
refusal-mode-not-offered = In questo orario l’ufficio non riceve nella modalità che hai scelto: cambia modalità oppure orario.
refusal-limit-office = { $limit ->
    [one] Hai già un appuntamento con questo ufficio: puoi modificarlo, oppure annullarlo per prenotarne un altro.
   *[other] Hai già { $limit } appuntamenti con questo ufficio: puoi modificarli, oppure annullarne uno per prenotarne un altro.
  }
refusal-limit-total = { $limit ->
    [one] Hai già un appuntamento: annullalo, oppure attendi che sia passato, per prenotarne un altro.
   *[other] Hai già { $limit } appuntamenti: annullane uno, oppure attendi che sia passato, per prenotarne un altro.
  }
refusal-limit-unconfirmed = { $limit ->
    [one] Hai già una richiesta da confermare: apri la mail di verifica e premi CONFERMA PRENOTAZIONE, poi riprova.
   *[other] Hai già { $limit } richieste da confermare: apri le mail di verifica e premi CONFERMA PRENOTAZIONE, poi riprova.
  }
refusal-resend-limit = Abbiamo già mandato la mail di verifica il numero massimo di volte: guarda anche nella posta indesiderata (spam) e, se non la trovi, chiama l’ufficio.
refusal-hold-expired = Il tempo per completare la richiesta è scaduto e l’orario non è più riservato per te: scegli di nuovo un orario.
refusal-confirmation-expired = Il tempo per confermare è scaduto e la prenotazione è stata cancellata: prenota un nuovo appuntamento.
refusal-state-held = La richiesta non è ancora completa: compila tutti i dati e premi Richiedi appuntamento.
refusal-state-pending = La prenotazione non è ancora confermata: premi CONFERMA PRENOTAZIONE nella mail di verifica.
refusal-state-confirmed = La prenotazione è già confermata: non devi fare altro.
refusal-state-attended = Questo appuntamento si è già svolto: se ti serve, prenotane uno nuovo.
refusal-state-no-show = Questo appuntamento è già passato: se ti serve, prenotane uno nuovo.
refusal-state-expired = Questa prenotazione è scaduta perché non è stata confermata in tempo: prenota un nuovo appuntamento.
refusal-state-cancelled = Questa prenotazione è stata annullata: se ti serve, prenota un nuovo appuntamento.
refusal-nothing-to-move = L’appuntamento è già fissato proprio in questo orario: se vuoi modificarlo, scegline un altro.
refusal-already-started = L’appuntamento è già iniziato e non si può più cambiare: contatta direttamente l’ufficio.
refusal-link-invalid = Questo link non è valido oppure è incompleto: torna alla mail e premi di nuovo il pulsante.
refusal-link-outdated = Questo link non vale più, perché la prenotazione è stata modificata: usa i link della mail più recente.
# $opens: "09:50"; $closes: an hour-of-day
refusal-room-closed = La stanza virtuale è aperta solo dalle ore { $opens } alle { $closes }: entra in quell’orario.
refusal-not-virtual = Questo appuntamento è in presenza: non serve collegarsi, presentati di persona all’ufficio.

## What can be wrong in the form
form-name-missing = Scrivi il tuo nome e cognome.
form-name-too-long = Il nome è troppo lungo: scrivi solo nome e cognome.
form-name-malformed = Il nome non è scritto correttamente: scrivi nome e cognome, per esempio Mario Rossi.
form-name-not-plain-text = Nel nome ci sono caratteri non ammessi: usa solo lettere, spazi, apostrofi e trattini.
form-email-missing = Scrivi il tuo indirizzo e-mail: ci serve per mandarti la mail di verifica.
form-email-too-long = L’indirizzo e-mail è troppo lungo: controlla di averlo scritto bene.
form-email-malformed = L’indirizzo e-mail non è corretto: controllalo, per esempio mario.rossi@example.it.
form-email-not-plain-text = Nell’indirizzo e-mail ci sono caratteri non ammessi: scrivilo di nuovo, senza spazi.
form-reason-missing = Scrivi il motivo dell’appuntamento: aiuta l’ufficio a prepararsi.
form-reason-too-long = Il motivo è troppo lungo: riassumilo in poche righe.
form-reason-malformed = Il motivo non è scritto correttamente: riscrivilo in poche parole.
form-reason-not-plain-text = Nel motivo ci sono caratteri non ammessi: riscrivilo usando solo lettere, numeri e punteggiatura.
form-consent-missing = Per prenotare è obbligatorio accettare il trattamento dei dati: seleziona la casella.
