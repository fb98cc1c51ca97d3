### The Telegram bot. Texts are plain: the bot escapes them and sets its own markup. Words of common belong to it too.

## Commands, as Telegram's menu shows them
command-start = Inizia da capo
command-prenota = Prenota un appuntamento
command-appuntamenti = I tuoi appuntamenti: vedi, modifica, annulla
command-lingua = Cambia lingua
command-privacy = Come trattiamo i tuoi dati
command-aiuto = Come funziona
command-annulla = Interrompi la richiesta che stai compilando

## The bot's profile: at most 512 and 120 characters
profile-description = Con questo bot prenoti un appuntamento con gli uffici del Comune, in presenza o in videochiamata. Scegli l’ufficio, il giorno e l’ora; poi confermi con un pulsante nella mail che ti mandiamo. Qui puoi anche modificare o annullare i tuoi appuntamenti, e ricevi un promemoria prima di ognuno. Premi AVVIA per cominciare.
profile-short = Prenota un appuntamento con gli uffici del Comune, in presenza o in videochiamata.

## Moving about
button-back = « Indietro
button-restart = Ricomincia
button-earlier = « Precedenti
button-later = Successivi »
button-close-booking = « Torna alla prenotazione
button-close-offices = « Torna agli uffici
button-close-request = « Torna alla richiesta
# $page, $pages: numbers
page = Pagina { $page } di { $pages }

## Finding
choose-office = Scegli l’ufficio con cui vuoi un appuntamento: premi il suo nome qui sotto, oppure scrivi una parola (per esempio IMU).
found-title = Ecco che cosa ho trovato: premi quello che ti serve.
no-offices = In questo momento nessun ufficio riceve su appuntamento.
# $slot: a slot-line
first-free = Primo orario libero: { $slot }
none-free-now = Nessun orario libero per ora
choose-service = Per quale argomento vuoi un appuntamento?
button-other-service = Altro argomento
# $mode: "In Presenza"; $day: "lun 13/12/21"; $time: "10:00"
button-first-free = { $mode }: { $day } - { $time }
choose-day = Scegli il giorno: puoi premere quelli con il numero, che hanno orari liberi. La prima disponibilità è in cima ai pulsanti.
no-days = Non ci sono orari liberi. Premi Avvisami se si libera un posto, oppure torna indietro e scegli un altro ufficio.
# $minutes: number
visit-length = Ogni appuntamento dura { $minutes } minuti.
no-times = In questo giorno non ci sono più orari liberi. Torna indietro e scegli un altro giorno.
choose-nearest = Questi sono gli orari liberi più vicini:
button-other-days = Altri giorni

## The waiting list
waiting-title = Lista d’attesa
# $time: "20 minuti"
waiting-how = Ti scriviamo qui appena si libera un posto. Lo teniamo riservato per te per { $time }: se non rispondi, lo offriamo a un’altra persona.
waiting-wish = Ti avvisiamo per questi posti:
# $button: button-waiting-yes
waiting-fine = Se va bene così, premi { $button }.
waiting-pick = Se preferisci solo alcuni giorni o orari, premili prima qui sotto: avranno il segno ✓.
button-waiting-yes = Va bene, avvisami
button-waiting-earlier = Avvisami se si libera un posto prima

## Moving
moving-title = Stai modificando questo appuntamento:
move-title = Vuoi spostare l’appuntamento a questo orario?
move-from = Da
move-to = A
move-confirmed = Riceverai una mail con il nuovo orario. L’orario di prima tornerà libero per altre persone.
move-pending = Riceverai una nuova mail per confermare: il link della prima non varrà più.
button-move-here = Sì, sposta l’appuntamento

## Form
# $until: "10:10"
held-until = Questo orario è riservato per te fino alle { $until }.
held-no-more = Questo orario era riservato per te fino alle { $until }. Continua: se è ancora libero, lo riprendiamo per te.
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
# $email: an address
address-before = L’ultima volta hai usato questo indirizzo: { $email }
button-use-address = Usa lo stesso indirizzo
# $written, $meant: addresses
doubt-written = Hai scritto { $written }
doubt-meant = Volevi forse scrivere { $meant }?
doubt-advice = Premi un pulsante, oppure scrivi di nuovo l’indirizzo.
button-doubt-meant = Sì, ho sbagliato a scrivere
button-doubt-written = No, l’indirizzo è giusto così

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
# $left: "1 ora e 50 minuti"
time-left = Hai ancora { $left }.
# $until: an hour-of-day
press-confirm = Premi CONFERMA PRENOTAZIONE entro le { $until }.
or-it-lapses = Se non lo fai, la richiesta viene cancellata automaticamente.
no-mail-title = Non trovi la mail?
no-mail-spam = Aspetta qualche minuto e guarda anche nella posta indesiderata (spam).
no-mail-address = Se l’indirizzo è sbagliato, premi Correggi l’indirizzo.
button-resend = Invia di nuovo la mail
button-correct-address = Correggi l’indirizzo
# $email: the citizen's address
mail-went-to = La mail per confermare è andata a questo indirizzo: { $email }
hint-new-address = Scrivi qui sotto l’indirizzo giusto e invialo come messaggio: ti mandiamo subito una nuova mail.
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
# $time: "180 giorni"
privacy-how-long = Per quanto tempo: i dati di un appuntamento vengono cancellati { $time } dopo; una richiesta lasciata a metà dopo un’ora.
privacy-rights = Qui sotto puoi scaricare o cancellare i tuoi dati quando vuoi. Per vederli o correggerli puoi anche rivolgerti al Comune.
button-export = Scarica i miei dati
button-erase = Cancella i miei dati
erase-title = Vuoi davvero cancellare tutti i tuoi dati?
erase-what = Cancelliamo nome, e-mail e motivo di tutti i tuoi appuntamenti, questa chat e la sua lingua. Non si può tornare indietro.
# $count: number
erase-cancels = { $count ->
    [one] { $count } appuntamento non ancora svolto verrà annullato.
   *[other] { $count } appuntamenti non ancora svolti verranno annullati.
  }
button-erase-all = Sì, cancella tutto
button-erase-not = No, non cancellare
farewell-title = I tuoi dati sono stati cancellati.
farewell-again = Non abbiamo più niente di te. I messaggi che vedi qui restano su Telegram finché non cancelli la chat. Se ti serve un altro appuntamento scrivi /start.

## Help
help-title = Come funziona
help-step-office = Con /prenota scegli l’ufficio.
help-step-time = Scegli il giorno e l’orario, In Presenza oppure VIRTUALE.
help-step-form = Scrivi nome e cognome, e-mail e motivo, poi premi Richiedi appuntamento.
help-step-mail = Apri la mail che ti mandiamo e premi CONFERMA PRENOTAZIONE entro il tempo indicato: solo allora l’appuntamento è prenotato.
help-typing = Usa sempre i pulsanti sotto l’ultimo messaggio. Se ti perdi, scrivi /start.

## What is said above a screen
note-stale = Questo pulsante non vale più: ecco a che punto siamo.
note-too-late = È passato molto tempo e quello che stavi facendo è stato cancellato: ricominciamo da qui.
# $left: number of times
note-resent = { $left ->
    [0] Ti abbiamo mandato di nuovo la mail. Guarda anche nella posta indesiderata (spam): non possiamo mandarla altre volte.
    [one] Ti abbiamo mandato di nuovo la mail. Puoi chiederla ancora { $left } volta.
   *[other] Ti abbiamo mandato di nuovo la mail. Puoi chiederla ancora { $left } volte.
  }
note-address-corrected = Fatto: ti abbiamo mandato una nuova mail all’indirizzo corretto. Il link della prima mail non vale più.
note-nothing-found = Non ho trovato niente per quello che hai scritto: prova con un’altra parola, oppure premi uno dei pulsanti qui sotto.
note-moved = Fatto: l’appuntamento è stato modificato.
note-waiting-joined = Fatto: sei nella lista d’attesa. Ti scriviamo qui appena si libera un posto.
note-waiting-changed = Fatto: abbiamo cambiato quello che aspetti e non hai perso il tuo turno.
note-waiting-left = Fatto: non sei più nella lista d’attesa.
note-offer-over = Questo posto non è più riservato per te. Se sei ancora nella lista d’attesa, ti avvisiamo quando se ne libera un altro.
note-offer-declined = Va bene: offriamo il posto a un’altra persona. Resti nella lista d’attesa; per uscirne usa /appuntamenti.
note-told-coming = Fatto: l’ufficio sa che stai arrivando.
note-told-late = Fatto: abbiamo avvisato l’ufficio che sei in ritardo.
note-not-text = Qui posso leggere solo messaggi di testo.
note-edited = Non posso tenere conto dei messaggi modificati: scrivi un nuovo messaggio, oppure cambia i dati nel riepilogo.
note-forwarded = Non posso usare un messaggio inoltrato: scrivi tu la risposta.
note-use-buttons = Per continuare premi uno dei pulsanti qui sotto.
note-unknown-command = Non conosco questo comando. Con /aiuto vedi che cosa posso fare.
note-held-again = Il tempo era scaduto, ma l’orario era ancora libero: lo abbiamo ripreso per te.
note-cancelled = Fatto: l’appuntamento è stato annullato.
note-abandoned = Fatto: la richiesta è stata interrotta e i dati che avevi scritto sono stati cancellati.
note-nothing-to-abandon = Non stai compilando nessuna richiesta. Per annullare un appuntamento già preso usa /appuntamenti.
note-cancel-below = Non stai compilando nessuna richiesta. Se vuoi annullare un appuntamento, premi il pulsante qui sotto.
note-exported = Ecco i tuoi dati, nel file qui sopra.
note-language-set = D’ora in poi ti scrivo in italiano.
fault = C’è stato un problema da parte nostra e non siamo riusciti a fare quello che hai chiesto. Riprova tra qualche minuto.
lost-title = Questa richiesta non si può più continuare.
lost-advice = L’ufficio o l’appuntamento non esiste più. Ricomincia da capo.

## What the chat hears by itself
told-invitation-title = Il tuo appuntamento è confermato
told-invitation-calendar = Con il file allegato puoi aggiungerlo al tuo calendario. Puoi modificarlo o annullarlo in ogni momento, senza dire perché.
told-moved-title = Il tuo appuntamento è stato modificato
told-moved-links = I link ricevuti prima non valgono più. Con il file allegato aggiorni il tuo calendario.
told-room-title = La stanza del tuo appuntamento è aperta
told-room-enter = Premi il pulsante qui sotto per collegarti con l’ufficio: non serve installare nulla.
button-map = Come arrivare
button-coming = Arrivo
told-reminder-title = Ti ricordiamo il tuo appuntamento
told-reminder-change = Se non puoi venire, modificalo o annullalo: l’orario servirà a un’altra persona.
told-cancelled-title = L’ufficio ha annullato il tuo appuntamento
told-expired-title = La tua richiesta è scaduta
told-expired-why = Non è stata confermata in tempo, quindi è stata cancellata e l’orario è di nuovo libero.
told-again = Se ti serve ancora, prenotane uno nuovo con /prenota.
# $button: button-join or button-enter
told-virtual = All’orario dell’appuntamento premi { $button }: non serve installare nulla. Se premi prima, vedrai quanto tempo manca.

## The groups of the offices' staff
command-oggi = Gli appuntamenti di oggi
command-collega = Collega il gruppo a un ufficio
command-scollega = Scollega il gruppo
group-office-booked = Nuovo appuntamento
group-office-moved = Appuntamento modificato
group-office-cancelled = Appuntamento annullato
group-office-late = Il cittadino è in ritardo
# $office
group-linked = Gruppo collegato: { $office }
group-linked-already = Il gruppo è già collegato: { $office }
group-tells = Qui leggerete gli appuntamenti nuovi, modificati e annullati e i ritardi: solo codice e orario.
group-tells-details = Qui leggerete gli appuntamenti nuovi, modificati e annullati e i ritardi, con nomi e motivi dei cittadini: controllate chi fa parte del gruppo.
group-commands = Con /oggi vedete gli appuntamenti di oggi, con /scollega scollegate il gruppo.
group-code-wrong = Questo codice non è valido oppure è scaduto. Chi gestisce il servizio può crearne uno nuovo con: ricevimenti office link UFFICIO
group-unlinked = Il gruppo è stato scollegato: qui non arriveranno altri messaggi.
group-not-linked = Questo gruppo non è collegato a nessun ufficio.
group-day-empty = Oggi non ci sono appuntamenti.
# $count: number
group-day-more = { $count ->
    [one] e un altro appuntamento
   *[other] e altri { $count } appuntamenti
  }

# The office cannot keep the time and offers others.
told-reoffered-title = L’ufficio non può più riceverti in questo orario
told-reoffered-choose = Scegli uno di questi orari, riservati per te, oppure un altro.
told-reoffered-none = Scegli un altro orario, oppure annulla la prenotazione.
button-other-time = Scegli un altro orario
