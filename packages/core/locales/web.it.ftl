### The web pages. Italian is the source; the handbook's own words stand in common.it.ftl.

## Frame of every page
portal-name = Portale al servizio dei cittadini
service-name = Appuntamenti e ricevimenti virtuali
skip-to-content = Vai al contenuto
footer-links = Informazioni su questo servizio
privacy-link = Informativa privacy
accessibility-link = Accessibilità
feedback = Hai trovato un problema in queste pagine? Scrivi a

## Ways on
to-offices = Vai all’elenco degli uffici
to-booking = Vai alla prenotazione

## List of offices
home-lead = Scegli l’ufficio che vuoi incontrare, in presenza o in videochiamata.
no-offices = Al momento nessun ufficio riceve su appuntamento.
hours = Orari:
# $first, $last: weekdays
days-from-to = da { $first } a { $last }
# $day: "lunedì 13 dicembre 2021"
hours-from = da { $day }
# $slot: a slot-line
next-free = Primo orario libero: { $slot }
none-free = Nessun orario libero al momento.
# $day: "lunedì 13 dicembre 2021"
next-release = Nuovi orari prenotabili da { $day }
# $time: "09:00"
next-release-at = Nuovi orari prenotabili da { $day }, ore { $time }

## A booking
# $day: "lunedì 13 dicembre 2021"; $from, $to: "10:00"
when-line = { $day }, dalle { $from } alle { $to }
booking-title = La tua prenotazione
# $until: "ore 12:30 di lunedì 13 dicembre"
booking-pending = La prenotazione non è ancora confermata. Apri la mail di verifica e premi CONFERMA PRENOTAZIONE entro le { $until }, altrimenti viene cancellata.
booking-how-in-person = Presentati all’ufficio qualche minuto prima dell’orario, con questo codice di prenotazione.
booking-how-virtual = All’orario dell’appuntamento apri questa pagina e premi PARTECIPA: non serve installare niente.
booking-cancelled = Questa prenotazione è stata annullata. Se ti serve, prenota un nuovo appuntamento.
booking-expired = Questa prenotazione è scaduta, perché non è stata confermata in tempo. Se ti serve, prenota un nuovo appuntamento.
calendar-title = Aggiungi al tuo calendario
calendar-file = Scarica il file per il calendario (iCal)
calendar-note = Google Calendar e Outlook sono servizi esterni: aprendoli, data, ora e ufficio dell’appuntamento passano a loro.

## What has just been done
outcome-confirmed = Prenotazione confermata. Ti abbiamo mandato una mail con tutte le informazioni.
outcome-already-confirmed = La prenotazione era già confermata: non devi fare altro.
outcome-moved = Appuntamento modificato. Ti abbiamo mandato una mail con i nuovi dati: da ora valgono solo i suoi link.
outcome-late = Fatto: abbiamo avvisato l’ufficio che sei in ritardo.
outcome-already-moved = L’appuntamento era già stato modificato: non devi fare altro. Ti abbiamo mandato una mail con i nuovi dati: valgono solo i suoi link.
outcome-cancelled = Prenotazione annullata. L’orario è di nuovo libero per altri.
outcome-already-cancelled = La prenotazione era già annullata: non devi fare altro.

## Confirming
confirm-title = Conferma la tua prenotazione
confirm-lead = Controlla i dati dell’appuntamento e premi il pulsante qui sotto.
# $until: "ore 12:30 di lunedì 13 dicembre"
confirm-deadline = Premi il pulsante entro le { $until }: dopo, la prenotazione viene cancellata e l’orario torna libero.
confirmed-title = Prenotazione confermata
confirmed-already = La prenotazione è già confermata: non devi fare altro.

## Cancelling
cancel-title = Vuoi davvero annullare la prenotazione?
cancel-lead = Non devi dare nessuna motivazione. Una volta annullata, la prenotazione non si può recuperare: dovrai prenotare di nuovo.
cancel-keep = No, torna alla prenotazione

## Moving
move-title = Modifica l’appuntamento
# $slot: a slot-line-mode
move-now = Il tuo appuntamento attuale: { $slot }.
move-lead = Scegli un altro orario o un’altra modalità. Il tuo orario attuale resta valido finché non ne confermi un altro.
moved-title = Appuntamento modificato
move-submit = Modifica l’appuntamento
move-keep = Non modificare
move-none = In questo momento non ci sono altri orari liberi. Il tuo appuntamento resta com’è.
move-nothing-chosen = Non hai scelto nessun orario: scegline uno e premi di nuovo il pulsante.

## Joining
join-title = Appuntamento Virtuale
# $name: the citizen's
join-dear = Gentile { $name }
join-wait = non è ancora possibile collegarsi per la riunione virtuale.
# Followed by "1 giorno, 22 ore, 33 minuti e 30 secondi"
join-wait-lead = Mancano ancora
# $when: a when-line; $opens: "09:50"
join-when = L’appuntamento è { $when }. La stanza apre alle { $opens }.
join-keep-open = Puoi lasciare aperta questa pagina: quando sarà il momento comparirà il pulsante per entrare.
# $office: its name; $when: a when-line
join-open = la stanza è aperta per il tuo appuntamento con { $office }, { $when }.
join-how = Si apre la pagina della videochiamata: se te lo chiede, consenti l’uso di microfono e videocamera, scrivi il tuo nome e cognome e collegati. Poi attendi che l’operatore entri. Per terminare premi il pulsante rosso.

## An appointment that is over
over-title = Appuntamento concluso
over-text = L’orario di questo appuntamento è passato. Se ti serve, prenotane uno nuovo.
over-which = L’appuntamento era questo

## Titles of the pages that say no
refused = Non è possibile
refused-link = Link non valido
refused-moved = Questo link non vale più
refused-slot = Orario non disponibile
refused-started = Appuntamento già iniziato
refused-not-virtual = Appuntamento in presenza
refused-room = Stanza virtuale chiusa
refused-state-held = Richiesta non completa
refused-state-pending = Prenotazione non ancora confermata
refused-state-confirmed = Prenotazione confermata
refused-state-attended = Appuntamento concluso
refused-state-no-show = Appuntamento concluso
refused-state-expired = Prenotazione scaduta
refused-state-cancelled = Prenotazione annullata

## Pages about the request itself
not-found-title = Pagina non trovata
not-found-text = Questa pagina non esiste. Se hai copiato il link da una mail, controlla di averlo copiato tutto.
wrong-method-title = Richiesta non possibile
wrong-method-text = Questa pagina non si può usare in questo modo. Aprila di nuovo dal link della mail e premi il pulsante.
too-large-title = Richiesta troppo grande
too-large-text = Sono stati inviati troppi dati. Torna indietro e riprova scrivendo di meno.
challenge-wait = Un momento: ci sono molte richieste, l’invio parte da solo fra poco.
challenge-failed = Questo browser non riesce a inviare il modulo: prova con un altro, oppure telefona all’ufficio.
challenge-undone = In questo momento ci sono molte richieste: premi di nuovo «Avanti».
challenge-no-script = In questo momento ci sono molte richieste e il modulo ha bisogno di JavaScript, che nel tuo browser è spento. Puoi anche:
challenge-phone = telefonare all’ufficio ({ $phone })
challenge-mail = scrivere all’ufficio ({ $email })
challenge-bot = prenotare con Telegram
challenge-later = riprovare più tardi, quando le richieste saranno di meno
too-many-title = Troppe richieste
too-many-text = Da questa connessione a internet sono arrivate troppe richieste: riprova tra { $wait }.
too-many-mails-title = Troppe e-mail
too-many-mails-text = A questo indirizzo e-mail abbiamo già scritto molte volte: riprova tra { $wait }.
trapped-title = Richiesta non accettata
trapped-text = Il modulo sembra compilato da un programma: torna indietro e compilalo di nuovo, oppure telefona all’ufficio.
foreign-title = Richiesta non accettata
foreign-text = Il pulsante è stato premuto in un altro sito. Apri la pagina dal link della mail e premi lì il pulsante.
fault-title = Qualcosa non ha funzionato
fault-text = Per un nostro problema la pagina non si può mostrare. Riprova fra qualche minuto; se il problema continua, contatta l’ufficio.

## Privacy notice
privacy-title = Informativa sulla privacy
privacy-who-title = Chi tratta i tuoi dati
# $town: name of the municipality
privacy-who = { $town } è titolare del trattamento dei dati che inserisci per prenotare un appuntamento.
privacy-what-title = Quali dati conserviamo
privacy-what-form = Quelli che scrivi tu: nome e cognome, indirizzo e-mail, motivo dell’appuntamento.
privacy-what-booking = Quelli della prenotazione: ufficio, argomento, giorno e ora, modalità, lingua, codice, e quando è stata fatta, confermata, modificata o annullata.
privacy-what-consent = Il tuo consenso: quando l’hai dato e a quale versione di questa informativa.
privacy-what-telegram = Se prenoti da Telegram: il numero della tua chat e ciò che scrivi al bot mentre compili la richiesta.
privacy-what-not = Queste pagine usano solo cookie tecnici, mentre prenoti: uno riconosce il tuo browser per un giorno, l’altro conserva per mezz’ora, solo sul tuo dispositivo, quello che scrivi nel modulo. Non ti seguono e non caricano niente da altri siti.
privacy-why-title = Perché
privacy-why = Solo per gestire il tuo appuntamento: confermarlo, ricordartelo, permettere all’ufficio di prepararsi e di incontrarti. La base è il tuo consenso, senza il quale non è possibile prenotare. I dati non servono a nient’altro e nessuna decisione è presa in modo automatico su di te.
privacy-readers-title = Chi li vede
# $video: host of the video server
privacy-readers = Gli impiegati dell’ufficio che hai scelto e chi cura il sistema per il Comune. Se entri in un appuntamento virtuale, il nome che scrivi passa al server delle videochiamate { $video }. Se usi Telegram, i messaggi del bot passano dai suoi server; le e-mail, dal tuo fornitore di posta.
privacy-how-long-title = Per quanto tempo
# $deadline: "2 ore"; $kept: "180 giorni"
privacy-how-long = Una richiesta non confermata entro { $deadline } scade e l’orario torna libero. I tuoi dati vengono cancellati { $kept } dopo l’appuntamento, oppure prima, se lo chiedi tu.
privacy-rights-title = I tuoi diritti
privacy-rights = Puoi chiedere in ogni momento di vedere i tuoi dati, di averne una copia, di correggerli, di cancellarli o di limitarne l’uso, e puoi ritirare il consenso; quanto fatto prima resta lecito. Se pensi che i tuoi dati siano usati male puoi rivolgerti al Garante per la protezione dei dati personali (www.garanteprivacy.it).
privacy-contact-title = A chi rivolgersi
privacy-contact-mail = Scrivi a
privacy-contact-offices = Scrivi all’ufficio con cui hai l’appuntamento: gli indirizzi sono nell’elenco
# $town: name of the municipality
privacy-full = Informativa completa: { $town }
# $version: of the notice
privacy-version = Versione dell’informativa: { $version }

## Accessibility
accessibility-title = Accessibilità
accessibility-lead = Queste pagine sono fatte perché tutti possano usarle, secondo le linee guida WCAG 2.2, livello AA.
accessibility-keyboard = Si usano anche solo con la tastiera e con i lettori di schermo.
accessibility-small = Si leggono su uno schermo piccolo e con il testo ingrandito.
accessibility-script = Funzionano anche con JavaScript disattivato.
accessibility-countdown = Il conto alla rovescia prima della videochiamata non limita il tempo che hai: aspetta soltanto l’apertura della stanza.
accessibility-room = La stanza della videochiamata è un altro programma (Jitsi Meet), che non dipende da queste pagine. Se non riesci a usarla, con il pulsante MODIFICA puoi scegliere un appuntamento in presenza.
accessibility-tell-title = Qualcosa non funziona?
accessibility-tell-mail = Dicci in quale pagina ti sei fermato e con quale dispositivo. Scrivi a
accessibility-tell-offices = Dicci in quale pagina ti sei fermato e con quale dispositivo. Scrivi a uno degli uffici dell’elenco
accessibility-appeal = Se non ricevi risposta entro 30 giorni, o la risposta non ti soddisfa, puoi rivolgerti al Difensore civico per il digitale, presso l’Agenzia per l’Italia Digitale (AgID).

## The journey: every step
home-crumb = Home
breadcrumb = Percorso della pagina
language = Lingua
main-navigation = Navigazione principale
page-index = Indice della pagina
button-back = Indietro
button-next = Avanti
select-option = Seleziona un’opzione
required-note = I campi contraddistinti dal simbolo asterisco (*) sono obbligatori.
# $count: number of problems
errors-title = { $count ->
    [one] C’è un problema
   *[other] Ci sono { $count } problemi
  }
# Title of the window. $title: the page's
error-title = Errore: { $title }
# Read out before a field's problem
error-prefix = Errore:
book-title = Prenotazione appuntamento
steps = Passi della prenotazione
step-place = Luogo
step-time = Data e orario
step-details = Dettagli appuntamento
step-applicant = Richiedente
step-summary = Riepilogo
# Read out before the name of the step. $step, $steps: numbers
step-of = Passo { $step } di { $steps }, quello attuale
step-done = completato

## Searching for an office
search-label = Cerca un ufficio o un argomento
search-button = Cerca
search-all = Mostra tutti gli uffici
search-none = Nessun ufficio corrisponde alla ricerca: prova con un’altra parola, oppure mostra tutti gli uffici.
none-available = Nessuna disponibilità
home-bot = Puoi prenotare anche da Telegram

## Place
place-title = Ufficio
place-lead = Scegli l’ufficio a cui vuoi richiedere l’appuntamento
place-legend = Seleziona un ufficio
place-missing = Seleziona l’ufficio a cui vuoi richiedere l’appuntamento.
place-unit = Servizio
place-address = Indirizzo:
place-opening = Apertura:
# $topic: what the citizen comes for
place-for-topic = Questi sono gli uffici competenti per: { $topic }.
place-topic-unknown = L’argomento indicato dal link non è più disponibile: scegli l’ufficio, poi l’argomento.
topic-title = Argomento
topic-lead = Scegli l’argomento dell’appuntamento: da questo dipendono gli orari liberi.
topic-missing = Seleziona l’argomento dell’appuntamento.
topic-other = Altro argomento
# $mode: a mode
topic-only-mode = solo { $mode }

## Time
time-title = Appuntamenti disponibili
# $topic: what the citizen comes for
time-for-topic = Argomento: { $topic }
time-months = Mesi con giorni liberi
# $month: "dicembre 2026"
time-days = Giorni liberi, { $month }: premi un giorno per vedere i suoi orari
# A day of the calendar, read out. $day: "lunedì 14 dicembre"; $count: number
time-day = { $count ->
    [one] { $day }, { $count } orario libero
   *[other] { $day }, { $count } orari liberi
  }
# $day: "lunedì 13 dicembre 2021"
time-of-day = Orari di { $day }
# $minutes: number
time-length = Ogni appuntamento dura { $minutes } minuti.
time-minutes = ({ $minutes } min.)
time-nearest = Gli orari liberi più vicini
time-missing = Seleziona un orario per l’appuntamento.
# $slot: a slot-line with its mode
time-lost = L’orario { $slot } non è più disponibile. Scegline un altro: quello che hai già scritto non va perso.
# $office: its name
time-none = In questo momento non ci sono orari liberi per { $office }. Riprova nei prossimi giorni, oppure contatta l’ufficio.
time-other-office = Scegli un altro ufficio

## The time that is held
held-title = Il tuo appuntamento
# $until: "10:32"; followed by "(9 minuti)"
held-until = Orario riservato per te fino alle { $until }
# Read out, followed by "5 minuti"
held-lead = L’orario è riservato per te ancora per
held-last = meno di 1 minuto
held-over = Il tempo è scaduto. Continua lo stesso: se l’orario è ancora libero, lo riserviamo di nuovo per te.
button-longer = Mi serve più tempo
lapsed-title = Il tempo è scaduto
# $slot: a slot-line with its mode
lapsed-text = L’orario { $slot } non è più riservato per te.
lapsed-kept = Se è ancora libero puoi riprenderlo. Quello che hai già scritto non va perso.
lapsed-again = Continua con lo stesso orario
lapsed-other = Scegli un altro orario
unknown-request-title = Non troviamo la tua richiesta
unknown-request-text = La richiesta si può continuare solo dal dispositivo e dal browser in cui l’hai iniziata. Se il tuo browser blocca i cookie, consenti quelli di questo sito e ricomincia.

## Details, applicant, summary
details-lead = Scrivi perché chiedi l’appuntamento
details-reason-hint = Poche righe, al massimo 1000 caratteri: in questo modo l’ufficio può prepararsi alla tua visita.
applicant-email-hint = A questo indirizzo ti mandiamo la mail per confermare: controlla di averlo scritto bene.
summary-edit = Modifica
summary-day = Data
summary-hour = Ora
summary-privacy = Leggi l’informativa sulla privacy

## The request has been sent
sent-title = L’appuntamento non è ancora prenotato
sent-open-mail = Adesso apri la tua posta
sent-to = Apri la mail che ti abbiamo mandato a
sent-press = Premi il pulsante CONFERMA PRENOTAZIONE che trovi nella mail.
# $until: an hour-of-day
sent-until = Fallo entro le { $until }.
sent-or-lapses = Se non lo fai in tempo, la richiesta viene cancellata e l’orario torna libero per altri.
no-mail-title = Non trovi la mail?
no-mail-wait = Aspetta qualche minuto: a volte la posta arriva in ritardo.
no-mail-spam = Guarda anche nella posta indesiderata (spam).
no-mail-again-title = La mail non è arrivata
# $times: number
no-mail-again = { $times ->
    [one] Possiamo mandartela un’altra volta.
   *[other] Possiamo mandartela di nuovo, al massimo { $times } volte.
  }
button-send-again = Invia di nuovo la mail
no-mail-wrong-title = L’indirizzo è sbagliato
no-mail-wrong = Correggilo qui: ti mandiamo la mail al nuovo indirizzo, e il tempo per confermare resta lo stesso.
button-correct = Correggi l’indirizzo e invia
sent-again = Ti abbiamo mandato di nuovo la mail.
sent-corrected = Indirizzo corretto: ti abbiamo mandato la mail. Quella di prima non vale più.
sent-back = Torna alla richiesta
sent-wrong-time = Hai sbagliato orario o non ti serve più?
sent-manage = Modifica o annulla la richiesta

## One's own data
outcome-resent = Ti abbiamo mandato di nuovo la mail di verifica.
outcome-erased = I tuoi dati sono stati cancellati da questa prenotazione.
own-data-title = I tuoi dati
own-data-text = Puoi far cancellare il tuo nome, l’indirizzo e-mail e il motivo da questa prenotazione.
button-erase = Cancella i miei dati
erase-title = Vuoi davvero cancellare i tuoi dati?
erase-lead = Cancelliamo da questa prenotazione il tuo nome e cognome, l’indirizzo e-mail e il motivo.
erase-cancels = L’appuntamento viene annullato: senza i tuoi dati l’ufficio non può riceverti.
erase-final = I dati cancellati non si possono recuperare.
erase-keep = No, torna alla prenotazione
erased-title = Dati cancellati

## Services
services-title = Servizi
services-lead = Gli argomenti per cui puoi prenotare un appuntamento con gli uffici.
services-others = Altri uffici che ricevono su appuntamento
button-book-appointment = Prenota appuntamento
service-active = Servizio attivo
# $service: its name; $office: its office's
service-description = { $service }: puoi parlarne con l’ufficio { $office } su appuntamento.
service-addressed = A chi è rivolto
service-addressed-text = A tutte le persone che hanno bisogno di incontrare l’ufficio { $office } per questo argomento.
service-how = Come fare
# $deadline: "2 ore"
service-how-text = Premi Prenota appuntamento, scegli data e orario, scrivi il motivo della richiesta, il tuo nome e il tuo indirizzo e-mail. Riceverai una mail: per confermare l’appuntamento premi entro { $deadline } il pulsante che contiene.
service-needed = Cosa serve
service-needed-text = Per l’appuntamento ti servono:
service-needed-nothing = Non serve portare nulla di particolare.
service-achieved = Cosa si ottiene
# $modes: "In Presenza o VIRTUALE"
service-achieved-text = Un appuntamento con l’ufficio { $office }, in una di queste modalità: { $modes }.
service-calendar = Tempi e scadenze
service-access = Accedi al servizio
service-conditions = Condizioni di servizio
service-contacts = Contatti

## Waiting list
waiting-title = Lista d’attesa
# $office; $time: "20 minuti"
waiting-lead = Ti scriviamo una mail appena si libera un posto con { $office }. Lo teniamo riservato per te per { $time }: se non rispondi, lo offriamo a un’altra persona.
waiting-any = In Presenza o VIRTUALE
waiting-any-hour = Qualsiasi orario
waiting-days = Quali giorni vanno bene?
waiting-days-hint = Togli il segno dai giorni che non vanno bene.
waiting-days-missing = Scegli almeno un giorno.
waiting-email-hint = A questo indirizzo ti mandiamo una mail per confermare, e poi gli avvisi.
waiting-earlier = Nessun orario va bene? Avvisami se si libera un posto prima
waiting-sent-title = Apri la tua posta
waiting-sent = Ti abbiamo mandato una mail: apri il link e premi CONFERMA LISTA D’ATTESA. Solo dopo entri nella lista d’attesa. Se non trovi la mail, guarda anche nella posta indesiderata (spam).
# $subject: the office, "Tributo IMU (Informazioni IMU)"; $wish: "lunedì o martedì, prima delle 14:00, VIRTUALE"
waiting-sent-wish = Hai chiesto un avviso quando si libera un posto con { $subject }: { $wish }.
# $office
waiting-prove-lead = Vuoi ricevere una mail quando si libera un posto con { $office }?
# $office
waiting-listed = Sei nella lista d’attesa di { $office }: ti scriviamo una mail appena si libera un posto.
waiting-offer-gone = Questo posto non è più riservato per te. Ti avvisiamo quando se ne libera un altro.
# $office
waiting-change-lead = Scegli quali orari vuoi aspettare con { $office }. Non perdi il tuo turno nella lista d’attesa.
waiting-change-save = Salva
waiting-change-keep = No, torna alla lista d’attesa
waiting-changed = Fatto: abbiamo cambiato quello che aspetti e non hai perso il tuo turno.
waiting-change-offered = Vuoi aspettare altri giorni o orari? Cambia quello che aspetti.
waiting-left-title = Non sei più nella lista d’attesa
waiting-left = Non riceverai altri avvisi. Puoi prenotare un appuntamento quando vuoi.

# The office cannot keep the time and offers others. $day: a long day; $time: HH:MM
reoffered-title = Scegli un altro orario
reoffered-choose = L’ufficio non può più riceverti nell’orario prenotato. Abbiamo riservato per te questi orari fino a { $day }, ore { $time }: premi quello che preferisci.
