### The Telegram bot. Texts are plain: the bot escapes them and sets its own markup. Words of common belong to it too.

## Commands, as Telegram's menu shows them
command-start = Inizia da capo
command-prenota = Prenota un appuntamento
command-appuntamenti = I tuoi appuntamenti: vedi, modifica, annulla
command-lingua = Cambia lingua
command-privacy = Come trattiamo i tuoi dati
command-aiuto = Come funziona
command-annulla = Interrompi la richiesta che stai compilando

## Moving about
button-back = « Indietro
button-restart = Ricomincia
button-earlier = « Precedenti
button-later = Successivi »
button-close = « Torna alla prenotazione
# $page, $pages: numbers
page = Pagina { $page } di { $pages }

## Finding
choose-office = Scegli l’ufficio con cui vuoi un appuntamento: premi il suo nome qui sotto.
no-offices = In questo momento nessun ufficio riceve su appuntamento.
# $slot: a slot-line
first-free = Primo orario libero: { $slot }
none-free-now = Nessun orario libero per ora
choose-service = Per quale argomento vuoi un appuntamento?
button-other-service = Altro argomento
choose-day = Scegli il giorno: ci sono solo quelli con orari liberi.
no-days = Non ci sono orari liberi. Torna indietro e scegli un altro ufficio, oppure riprova nei prossimi giorni.
# $minutes: number
visit-length = Ogni appuntamento dura { $minutes } minuti.
no-times = In questo giorno non ci sono più orari liberi. Torna indietro e scegli un altro giorno.
choose-nearest = Questi sono gli orari liberi più vicini:
button-other-days = Altri giorni

## Form
# $until: "10:10"
held-until = Questo orario è tenuto per te fino alle { $until }.
held-no-more = Questo orario era tenuto per te fino alle { $until }. Continua: se è ancora libero, lo riprendiamo per te.
# $number, $of: numbers
form-progress = Domanda { $number } di { $of }
hint-name = Scrivilo qui sotto e invialo come messaggio.
hint-email = Scrivilo qui sotto e invialo come messaggio. A questo indirizzo ti manderemo la mail per confermare.
hint-reason = Scrivilo qui sotto e invialo come messaggio: aiuta l’ufficio a prepararsi.
# $value: what the citizen wrote
written-before = Avevi scritto: { $value }
button-keep-answer = Lascia così
# $name: "Mario Rossi"
button-use-name = Sono { $name }

## Summary and consent
summary-title = Riepilogo della richiesta
button-edit-name = Cambia nome
button-edit-email = Cambia e-mail
button-edit-reason = Cambia motivo
button-edit-time = Cambia orario
consent-title = Trattamento dei dati
button-consent = Accetto al trattamento dei dati
button-notice = Leggi l’informativa sulla privacy

## Requested
not-booked-title = ATTENZIONE! L’appuntamento NON è ancora prenotato.
# $email: the citizen's address
open-the-mail = Apri subito la mail che ti abbiamo mandato a { $email }.
# $until: an hour-of-day
press-confirm = Premi CONFERMA PRENOTAZIONE entro le { $until }.
or-it-lapses = Se non lo fai, la richiesta viene cancellata automaticamente.
no-mail-title = Non trovi la mail?
no-mail-spam = Aspetta qualche minuto e guarda anche nella posta indesiderata (spam).
no-mail-address = Se l’indirizzo è sbagliato, annulla la richiesta con /appuntamenti e prenota di nuovo con /prenota.
button-my-bookings = I miei appuntamenti
booking-is-held = La richiesta non è ancora completa.
booking-is-pending = La richiesta è da confermare.
booking-is-confirmed = L’appuntamento è prenotato.
booking-is-attended = Questo appuntamento si è già svolto.
booking-is-no-show = Questo appuntamento è già passato.
booking-is-expired = La richiesta è scaduta perché non è stata confermata in tempo.
booking-is-cancelled = Questo appuntamento è stato annullato.

## My bookings
bookings-title = I tuoi appuntamenti
no-bookings = Non hai appuntamenti. Per prenotarne uno usa /prenota.
# $until: an hour-of-day
confirm-by-mail = Da confermare: premi CONFERMA PRENOTAZIONE nella mail entro le { $until }.
cancel-title = Vuoi davvero annullare questo appuntamento?
cancel-question = L’orario tornerà libero per altre persone. Non devi dire perché.
button-keep = No, tieni l’appuntamento

## Language
language-title = Scegli la lingua

## Privacy
privacy-title = I tuoi dati
# $town: "Comune di Ozieri"
privacy-who = Il titolare del trattamento è: { $town }.
privacy-what = Che cosa conserviamo: il numero di questa chat, la lingua, la richiesta che stai compilando e i tuoi appuntamenti (nome e cognome, e-mail, motivo, orario). Gli altri messaggi che scrivi qui non vengono conservati.
privacy-why = A che cosa servono: solo a gestire il ricevimento su appuntamento. Non li usiamo per altro e non li diamo ad altri.
privacy-rights = Puoi chiedere al Comune di vedere, correggere o cancellare i tuoi dati.

## Help
help-title = Come funziona
help-step-office = Con /prenota scegli l’ufficio.
help-step-time = Scegli il giorno e l’orario, In Presenza oppure VIRTUALE.
help-step-form = Scrivi nome e cognome, e-mail e motivo, poi premi Richiedi appuntamento.
help-step-mail = Apri la mail che ti mandiamo e premi CONFERMA PRENOTAZIONE entro il tempo indicato: solo allora l’appuntamento è prenotato.
help-typing = Usa sempre i pulsanti sotto l’ultimo messaggio. Se ti perdi, scrivi /start.

## What is said above a screen
note-stale = Questo pulsante non vale più: ecco a che punto siamo.
note-not-text = Qui posso leggere solo messaggi di testo.
note-edited = Non posso tenere conto dei messaggi modificati: scrivi un nuovo messaggio, oppure cambia i dati nel riepilogo.
note-forwarded = Non posso usare un messaggio inoltrato: scrivi tu la risposta.
note-use-buttons = Per continuare premi uno dei pulsanti qui sotto.
note-unknown-command = Non conosco questo comando. Con /aiuto vedi che cosa posso fare.
note-held-again = Il tempo era scaduto, ma l’orario era ancora libero: lo abbiamo ripreso per te.
note-cancelled = Fatto: l’appuntamento è stato annullato.
note-abandoned = Fatto: la richiesta è stata interrotta e i dati che avevi scritto sono stati cancellati.
note-nothing-to-abandon = Non stai compilando nessuna richiesta. Per annullare un appuntamento già preso usa /appuntamenti.
note-language-set = D’ora in poi ti scrivo in italiano.
fault = C’è stato un problema da parte nostra e non siamo riusciti a fare quello che hai chiesto. Riprova tra qualche minuto.
lost-title = Questa richiesta non si può più continuare.
lost-advice = L’ufficio o l’appuntamento non esiste più. Ricomincia da capo.

## What the chat hears by itself
told-invitation-title = Il tuo appuntamento è confermato
told-invitation-calendar = Con il file allegato puoi aggiungerlo al tuo calendario. Puoi modificarlo o annullarlo in ogni momento, senza dire perché.
told-moved-title = Il tuo appuntamento è stato modificato
told-moved-links = I link ricevuti prima non valgono più: usa questi. Con il file allegato aggiorni il tuo calendario.
told-reminder-title = Ti ricordiamo il tuo appuntamento
told-reminder-change = Se non puoi venire, modificalo o annullalo: l’orario servirà a un’altra persona.
told-cancelled-title = Il tuo appuntamento è stato annullato
told-expired-title = La tua richiesta è scaduta
told-expired-why = Non è stata confermata in tempo, quindi è stata cancellata e l’orario è di nuovo libero.
told-again = Se ti serve ancora, prenotane uno nuovo con /prenota.
told-virtual = All’orario dell’appuntamento premi il pulsante qui sotto: non serve installare nulla. Se lo premi prima, vedrai quanto tempo manca.
