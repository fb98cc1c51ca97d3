### La riga di comando.

## Problemi di un file di orari: dove, che cosa, che cosa è possibile
problem-line = riga { $line }: { $text }
problem-line-column = riga { $line }, colonna { $column }: { $text }
problem-field = { $field }: { $sentence }
# $value: la riga come è scritta
problem-syntax = { $expected ->
    [json] il file non è JSON corretto in questo punto: «{ $value }».
    [csv] il file non è CSV corretto: serve una prima riga con i nomi delle colonne e poi una riga per ogni regola.
    [ics] il file non è iCalendar corretto in questo punto: «{ $value }».
    [tab] per i rientri usa spazi al posto delle tabulazioni: «{ $value }».
    [indent] il rientro della riga non è corretto, oppure manca una parentesi: «{ $value }».
    [quote] manca la chiusura delle virgolette: «{ $value }».
    [alias] il riferimento non ha un nome corrispondente più in alto: «{ $value }».
    [nesting] il contenuto è annidato troppo in profondità per un orario.
    [size] il file è troppo grande per un orario.
    [documents] il file contiene più documenti: tienine uno solo.
   *[yaml] il file non è YAML corretto in questo punto: «{ $value }».
  }
problem-missing = manca «{ $value }».
problem-unknown-key = «{ $value }» non è previsto; sono possibili: { $expected }.
problem-wrong-type = { $expected ->
    [text] «{ $value }» deve essere un testo: scrivilo tra virgolette.
    [integer] «{ $value }» deve essere un numero intero, senza virgolette.
    [boolean] «{ $value }» deve essere true oppure false.
    [list] «{ $value }» deve essere un elenco, per esempio [a, b].
   *[map] «{ $value }» deve essere un gruppo di voci «nome: valore».
  }
problem-bad-slug = «{ $value }» non va bene come identificativo: solo lettere minuscole senza accenti, cifre e trattini, al massimo 40 caratteri.
problem-bad-time = «{ $value }» non è un orario: scrivi ore e minuti con due cifre, per esempio 09:00.
problem-bad-date = { $expected ->
    [MM-DD] «{ $value }» non è un giorno dell’anno: scrivi mese e giorno, per esempio "06-13".
   *[other] «{ $value }» non è una data del calendario: scrivi anno, mese e giorno, per esempio 2026-12-24.
  }
problem-bad-zone = «{ $value }» non è un fuso orario conosciuto: scrivilo per esempio così: Europe/Rome.
problem-bad-colour = { $expected ->
    [contrast] il colore «{ $value }» è troppo chiaro: il testo bianco sopra non si leggerebbe; scegline uno più scuro.
   *[form] «{ $value }» non è un colore: scrivilo per esempio così: "#0066cc".
  }
problem-bad-day = «{ $value }» non è un giorno; sono possibili: { $expected }.
problem-bad-mode = «{ $value }» non è una modalità; sono possibili: { $expected }.
problem-bad-locale = «{ $value }» non è una lingua disponibile; sono possibili: { $expected }.
problem-bad-email = «{ $value }» non è un indirizzo e-mail.
problem-bad-text = { $expected ->
    [https] «{ $value }» non è un indirizzo web: deve cominciare con https://.
   *[other] «{ $value }» non va bene: serve un testo su una riga, da 1 a { $expected } caratteri, senza spazi all’inizio o alla fine e senza caratteri invisibili.
  }
problem-not-multiple-of-five = «{ $value }» non va bene: orari e durate vanno di cinque minuti in cinque minuti.
problem-out-of-range = «{ $value }» è fuori dai limiti: da { $min } a { $max }.
problem-ends-before-start = la fine «{ $value }» deve venire dopo l’inizio «{ $expected }».
problem-slot-longer-than-opening = la durata di { $value } minuti non entra nell’apertura, che dura { $expected } minuti.
problem-duplicate = «{ $value }» c’è già: deve comparire una volta sola.
problem-differs = «{ $value }» è diverso da «{ $expected }», già indicato più in alto per lo stesso ufficio.
problem-bad-opening-hours = «{ $value }» non si può leggere: scrivi gli orari nella notazione di OpenStreetMap, per esempio «Mo,We 10:00-12:00; Tu 16:00-17:30; PH off».
problem-beyond-rules = «{ $value }» dice più di quanto possono dire le regole settimanali (stagioni, date, settimane, alba e tramonto, note, ore dopo la mezzanotte, orari propri dei festivi): scrivi le regole una per una, con valid_from, valid_until, openings e closures.
problem-ends-before-first-day = l’ultimo giorno «{ $value }» viene prima del primo «{ $expected }».
problem-overlap = «{ $value }» si sovrappone a «{ $expected }» dello stesso ufficio: unisci le due aperture, oppure usa desks per più sportelli.

## Aiuto
help-title-usage = Uso:
help-title-arguments = Argomenti:
help-title-options = Opzioni:
help-title-commands = Comandi:
help-title-examples = Esempi:
help-completion = scrive il completamento dei comandi per la shell (bash, zsh o fish), o elenca ciò che la shell completa (offices, services, bookings)
help-man = scrive la pagina di manuale
man-name = NOME
man-synopsis = SINTASSI
man-commands = COMANDI
man-command = comando
man-options = opzioni
man-global = OPZIONI DI OGNI COMANDO
man-status = STATO DI USCITA
man-status-0 = fatto
man-status-1 = guasto imprevisto
man-status-2 = uso sbagliato
man-status-3 = non trovato
man-status-4 = rifiutato dalle regole
man-status-5 = dati non validi
man-status-6 = un servizio necessario non risponde
help-word-options = [opzioni]
help-word-command = [comando]
help-program = Appuntamenti e ricevimenti degli uffici comunali, in presenza o in videochiamata.
help-help = mostra questo aiuto
help-version = mostra la versione
help-init = crea o aggiorna la base dati e registra il comune
help-start = avvia pagine web, bot e invio dei messaggi
help-office = gli uffici
help-office-list = elenca gli uffici
help-office-show = mostra un ufficio con i suoi orari
help-office-add = aggiunge un ufficio
help-office-edit = cambia un ufficio
help-office-remove = toglie un ufficio
help-office-link = stampa un codice per collegare il gruppo Telegram di un ufficio
help-office-unlink = scollega il gruppo Telegram di un ufficio
help-service = gli argomenti per cui si viene
help-service-list = elenca gli argomenti di uno o più uffici, o di tutti
help-service-add = aggiunge un argomento a un ufficio
help-service-edit = cambia un argomento
help-service-remove = toglie un argomento
help-closure = le chiusure degli uffici
help-closure-list = elenca i giorni e le ore di chiusura da oggi in poi
help-closure-add = chiude uno o più uffici, o tutti, per giorni interi o per alcune ore
help-closure-remove = riapre: toglie le chiusure che cominciano quel giorno
help-timetable = gli orari degli uffici
help-timetable-import = rende gli orari uguali a quelli di un file («-» per l’ingresso standard)
help-timetable-export = scrive gli orari come li rilegge «timetable import»
help-slots = gli orari liberi di un ufficio
help-agenda = gli appuntamenti di oggi, di un giorno, di una settimana o di un periodo
help-booking = le prenotazioni
help-booking-list = elenca le prenotazioni da adesso in poi, oppure di un periodo
help-booking-show = mostra una prenotazione
help-booking-create = prenota per conto di un cittadino, che ha accettato l’informativa sulla privacy
help-booking-confirm = conferma una prenotazione al posto del cittadino
help-booking-move = sposta una prenotazione: il cittadino viene avvisato
help-booking-cancel = annulla una prenotazione: il cittadino viene avvisato
help-booking-attended = segna che il cittadino è venuto
help-booking-no-show = segna che il cittadino non è venuto
help-poster = la locandina A4 (PDF) di un ufficio, o di tutti, con i codici QR della pagina e del bot
help-room = il collegamento alla stanza di un appuntamento in videochiamata
help-feed = l’indirizzo segreto del calendario dell’ufficio, da aggiungere a Outlook, Google o Thunderbird
help-privacy = i dati personali dei cittadini
help-privacy-export = tutto ciò che si conserva di un indirizzo e-mail
help-privacy-erase = cancella i dati di chi ha un indirizzo e-mail; gli appuntamenti futuri vengono annullati
help-privacy-purge = cancella i dati personali degli appuntamenti vecchi; le statistiche restano
help-audit = che cosa ha fatto il personale, e chi
help-stats = richieste, presenze, anticipi e occupazione degli uffici
help-outbox = i messaggi da consegnare
help-outbox-list = elenca i messaggi in attesa e quelli non consegnati, con il motivo
help-outbox-retry = riprova a consegnare i messaggi non consegnati
help-doctor = controlla configurazione, base dati e servizi collegati
help-backup = copia la base dati in un file, anche mentre il servizio è in funzione
help-restore = rimette una copia al posto della base dati, dopo averla controllata
help-migrate-to = copia tutto il comune in un’altra base dati: da SQLite a PostgreSQL, o viceversa

## Opzioni
option-json = risponde con un solo documento JSON
option-municipality-name = nome del comune, per esempio "Comune di Ozieri"
option-municipality-locale = lingua dei messaggi quando quella del cittadino non è nota
option-municipality-email = indirizzo e-mail che spedisce i messaggi
option-new-secret = accetta un segreto nuovo, se quello di prima è perso: i collegamenti già inviati non si aprono più
option-timezone = fuso orario, per esempio Europe/Rome
option-patron-saint = festa del patrono, mese e giorno: 06-13
option-only = solo queste parti, separate da virgole: web,bot,worker
option-town-file = le risposte in un file di orari: il suo comune, e i suoi uffici se ne nomina
option-office-id = identificativo: lettere minuscole, cifre e trattini
option-office-name = nome dell’ufficio
option-office-email = indirizzo e-mail dell’ufficio
option-names = nel gruppo si leggono anche nomi e motivi
option-unit = servizio o settore dell’ufficio
option-place = dove si trova
option-phone = telefono
option-format = formato del file, altrimenti riconosciuto dal contenuto
option-dry-run = dice che cosa cambierebbe, senza cambiare nulla
option-prune = toglie gli uffici che il file non nomina
option-from = da questo giorno o da quest’ora: 2026-12-14 oppure 2026-12-14T10:00
option-to = fino a questo giorno compreso, o fino a quest’ora
option-mode = modalità dell’appuntamento
option-service = argomento
option-date = il giorno: 2026-12-14
option-week = la settimana, da lunedì a domenica
option-minimal = senza dati personali
option-csv = tabella in formato CSV
option-ics = calendario in formato iCalendar
option-pdf = scrive il foglio da stampare in questo file
option-watch = resta aperto e si aggiorna da solo, finché premi q
option-now = adesso: il primo posto libero (allo sportello)
option-office = ufficio
option-state = stato della prenotazione
option-message-state = stato del messaggio
option-start = inizio: 2026-12-14T10:00 (ora dell’ufficio)
option-citizen-name = nome e cognome del cittadino
option-citizen-email = indirizzo e-mail del cittadino
option-reason = motivo dell’appuntamento
option-locale = lingua del cittadino
option-confirmed = la persona è presente o al telefono: conferma subito
option-out = il file da scrivere (altrimenti poster-UFFICIO.pdf, o posters.pdf)
option-bot = il nome del bot (altrimenti lo si chiede a Telegram; senza bot resta solo la pagina)
option-citizen = il collegamento del cittadino invece di quello dell’ufficio
option-full = controlla tutto quello che c’è, anche le prenotazioni di una volta e il file stesso
option-force-file = sostituisce il file, se c’è già
option-force-database = sostituisce la base dati che c’è
option-yes = non chiede conferma
option-actor = chi opera, se non è l’utente del computer
option-quiet = non dice nulla se tutto va bene
option-verbose = racconta che cosa fa
option-older-than = finiti da più di questi giorni (altrimenti la regola del comune)
option-digest = ora della mail con gli appuntamenti del giorno: 07:30
option-new-feed = un indirizzo nuovo: quello di prima smette di funzionare
option-holidays = nei giorni festivi l’ufficio è chiuso o aperto
option-hours = apertura settimanale, ripetibile: "lun,mer 10:00-12:00"; sostituisce quelle di prima
option-slot = durata di un appuntamento in minuti (15)
option-modes = modalità, separate da virgole: in_person,virtual
option-desks = numero di sportelli
option-service-name = nome dell’argomento
option-minutes = durata propria, in minuti
option-bring = che cosa portare, ripetibile
option-from-day = da questo giorno: 2026-12-14
option-to-day = fino a questo giorno compreso
option-all-offices = tutti gli uffici
option-closure-from = primo giorno di chiusura: 2026-12-24
option-closure-to = ultimo giorno di chiusura
option-closure-start = ora da cui si chiude in ciascuno dei giorni: 09:00
option-closure-end = ora in cui si riapre
option-closure-reason = motivo, che i cittadini leggono

## Uso sbagliato
usage-unknown-option = L’opzione «{ $option }» non esiste.
usage-unknown-command = Il comando «{ $command }» non esiste.
verbose-database = Base dati: { $where }
verbose-status = Terminato con lo stato { $status }.
usage-suggestion = Forse intendevi: { $suggestion }?
usage-missing-argument = Manca l’argomento «{ $argument }».
usage-option-without-value = Manca il valore dell’opzione «{ $option }».
usage-missing-option = Manca l’opzione obbligatoria «{ $option }».
usage-conflict = Le opzioni «{ $option }» e «{ $other }» non vanno insieme.
usage-too-many-arguments = Ci sono troppi argomenti: { $words }.
usage-bad-value = { $option }: { $sentence }
usage-not-a-choice = «{ $value }» non va bene; sono possibili: { $choices }.
usage-missing-command = Manca il comando.
usage-bad-time = { $option }: «{ $value }» non è un orario possibile; scrivi per esempio 2026-12-14T10:00.
usage-bad-time-or-day = { $option }: «{ $value }» non è un giorno né un orario possibile; scrivi per esempio 2026-12-14, 2026-12-14T10:00, oggi o domani.
usage-bad-day = { $option }: «{ $value }» non è un giorno del calendario; scrivi per esempio 2026-12-14, oggi o domani.
usage-two-spans = --from e --to non vanno insieme a --date e --week.
usage-watch = --watch ha bisogno di un terminale.
usage-bad-actor = --actor: scrivi un nome di al massimo 60 lettere, cifre, spazi o . _ ' @ -.
usage-bad-days = --older-than: «{ $value }» non è un numero di giorni.
usage-backwards = --from { $from } viene dopo --to { $to }.
usage-two-ids = L’identificativo è indicato due volte: «{ $argument }» e --id «{ $option }».
usage-all-or-some = --all non va insieme ai nomi degli uffici.
# $options: "--from, --to"
usage-missing-options = { $count ->
    [one] Manca: { $options }.
   *[other] Mancano: { $options }.
  }
usage-bad-hours = --hours: «{ $value }» non è un’apertura; scrivi per esempio "lun,mer 10:00-12:00".
usage-bad-bot = --bot: «{ $value }» non è il nome di un bot; scrivi per esempio ComuneProvaBot.
usage-bad-parts = --only: «{ $value }» non va bene; sono possibili, separate da virgole: { $choices }.

## Guasti
fault-not-initialised = La base dati non è ancora pronta: esegui «ricevimenti init».
fault-newer-version = La base dati è di una versione più recente di questo programma: aggiorna il programma.
fault-database-unreachable = La base dati { $where } non risponde: controlla DATABASE_URL.
fault-database-damaged = «{ $where }» è rovinato, o non è una base dati: ferma ricevimenti e rimetti una copia di sicurezza con «ricevimenti restore FILE --force».
fault-database-folder = «{ $where }» è una cartella: in DATABASE_URL serve il nome di un file.
fault-database-busy = La base dati è occupata da un altro lavoro: riprova fra poco.
fault-disk-full = Il disco di { $where } è pieno: libera spazio e riprova.
fault-read-only = «{ $where }» non si può leggere o scrivere: controlla che chi esegue ricevimenti ne abbia i permessi, anche nella cartella, e che il disco non sia in sola lettura.
fault-interrupted = Interrotto: non è cambiato nulla.
fault-unexpected = Errore imprevisto: { $message }
config-missing = { $variable } manca: serve { $wanted }.
config-too-short = { $variable } è troppo breve: serve { $wanted }.
config-malformed = { $variable } non va bene: serve { $wanted }.
config-not-alone = { $variable } non va insieme ad altre variabili: serve { $wanted }.
config-secret-lost = Manca il file { $file }, il segreto dei collegamenti: rimettilo dalla copia di sicurezza. Se è perso, «ricevimenti init --new-secret» ne crea un altro: i collegamenti già inviati non si apriranno più.
config-secret-broken = Il file { $file }, il segreto dei collegamenti, è vuoto o troppo breve: rimettilo dalla copia di sicurezza. Se è perso, «ricevimenti init --new-secret» ne crea un altro: i collegamenti già inviati non si apriranno più.
config-secret-changed = Il segreto dei collegamenti ({ $file }) non è più quello di questa base dati: rimetti quello di prima. Se è perso, «ricevimenti init --new-secret» accetta quello nuovo: i collegamenti già inviati non si apriranno più.
wanted-database-url = sqlite:FILE oppure postgres://utente:password@host:porta/base
wanted-pool-size = un numero intero da 1 a 1000
wanted-statement-timeout = un numero intero da 100 a 3600000, in millisecondi
wanted-web-address = un indirizzo che comincia con https:// oppure http://
wanted-port = un numero da 0 a 65535
wanted-app-secret = un segreto di almeno 32 byte (con SQLite lo crea «ricevimenti init»)
wanted-mail-url = file:CARTELLA, smtp://host:porta oppure smtps://utente:password@host:porta
wanted-mail-from = un indirizzo e-mail
wanted-telegram-bot-token = il codice del bot dato da BotFather
wanted-jitsi-app-id = l’identificativo dell’applicazione (con JaaS: il tenant)
wanted-jitsi-app-secret = il segreto di JITSI_APP_ID (server proprio), da solo, oppure la chiave di JaaS
wanted-jitsi-key-id = l’identificativo della chiave nota a JaaS
wanted-jitsi-private-key-file = il file con la parte privata della chiave
wanted-log-level = debug, info, warn, error oppure silent
wanted-trust-proxy = off, il numero dei proxy (da 1 a 10) oppure i loro indirizzi: 10.0.0.5, 10.0.0.0/8
wanted-metrics = local, off, all oppure indirizzi: 10.0.0.5, 10.0.0.0/8

## Risposte dei comandi
head-free = Posti
head-office-id = Id
head-office-name = Ufficio
head-unit = Servizio
head-now = Adesso
head-next = Primo orario libero
head-id = N.
head-due = Quando
head-kind = Messaggio
head-channel = Canale
head-state = Stato
head-attempts = Tentativi
head-error = Errore
open-now = Aperto
office-next-release = nuovi orari da { $day }, ore { $time }
office-next = Primo orario libero: { $slot }.
offices-none = Non ci sono ancora uffici: aggiungili con «ricevimenti timetable import FILE».
slots-none = Non ci sono orari liberi.
closures-none = Nessuna chiusura.
closure-unknown = Nessuna chiusura comincia il giorno { $from }: guarda «ricevimenti closure list».
services-none = Nessun argomento.
service-exists = L’argomento «{ $service }» c’è già: cambialo con «ricevimenti service edit».
service-unknown = L’ufficio non ha l’argomento «{ $service }».
service-edit-nothing = Indica che cosa cambiare, per esempio --name "Informazioni IMU".
office-edit-nothing = Indica che cosa cambiare, per esempio --phone "079 1234567".
head-closed = Chiuso
head-minutes = Minuti
head-bring = Da portare
week-title = { $office }: la settimana come sarà
week-shut = chiuso
week-closed = chiusura
week-holiday = festivo
week-slot = { $minutes } min.
week-desks = { $desks } sportelli
agenda-none = Nessun appuntamento.
# $name: il comune
agenda-title = { $name }: appuntamenti
agenda-made = Stampato { $day }, ore { $time }
agenda-watching = Si aggiorna da solo. Premi q per uscire.
head-time = Ora
head-code = Codice
head-name = Nome
file-written = Scritto: { $path }
file-unwritable = Il file «{ $path }» non si può scrivere ({ $reason }).
booking-attended = Segnato: il cittadino è venuto.
booking-attended-already = Era già segnato che il cittadino è venuto.
booking-no-show = Segnato: il cittadino non è venuto.
booking-no-show-already = Era già segnato che il cittadino non è venuto.
booking-now-none = Oggi non ci sono più posti liberi in questo ufficio.
feed-secret = Chi ha questo indirizzo vede gli appuntamenti: non pubblicarlo. Se è finito in mani sbagliate: ricevimenti feed UFFICIO --new
act-town-set-up = comune registrato
act-secret-renewed = segreto dei collegamenti sostituito
act-backup-made = copia di sicurezza fatta
act-backup-restored = copia di sicurezza rimessa
act-moved-to = comune copiato in un’altra base dati
act-moved-from = comune copiato da un’altra base dati
act-offices-reordered = ordine degli uffici cambiato
act-booking-reoffered = altri orari proposti
act-feed-renewed = calendario con un indirizzo nuovo
act-group-code-given = codice per collegare il gruppo Telegram
act-group-unlinked = gruppo Telegram scollegato
act-outbox-retried = messaggi riprovati
act-municipality-changed = dati del comune cambiati
act-personal-data-exported = dati personali esportati
act-personal-data-erased = dati personali cancellati
act-personal-data-purged = dati personali vecchi cancellati
act-office-saved = ufficio salvato
act-office-removed = ufficio tolto
act-booking-held = orario riservato
act-booking-released = orario lasciato
act-booking-requested = appuntamento richiesto
act-booking-corrected = indirizzo corretto
act-booking-confirmed = prenotazione confermata
act-booking-moved = prenotazione spostata
act-booking-coming = arrivo annunciato
act-booking-late = ritardo annunciato
act-booking-cancelled = prenotazione annullata
act-booking-expired = prenotazione scaduta
act-booking-attended = cittadino venuto
act-booking-no-show = cittadino non venuto
head-who = Chi
head-act = Che cosa
head-subject = Oggetto
audit-none = Nessuna operazione.
privacy-erased = { $count ->
    [0] Non c’era nulla da cancellare.
    [one] Cancellato: una registrazione.
   *[other] Cancellato: { $count } registrazioni.
  }
privacy-purged = { $count ->
    [0] Nessun appuntamento finito da più di { $days } giorni con dati personali.
    [one] Cancellati i dati personali di un appuntamento finito da più di { $days } giorni.
   *[other] Cancellati i dati personali di { $count } appuntamenti finiti da più di { $days } giorni.
  }
head-requests = Richieste
head-confirmations = Confermate
head-expiries = Scadute
head-cancellations = Annullate
head-appointments = Appuntamenti
head-no-shows = Assenti
head-occupancy = Occupazione
stats-none = Nessun dato.
lead-title = Con quanto anticipo si prenota
lead-below = { $days ->
    [one] meno di un giorno
   *[other] meno di { $days } giorni
  }
lead-longer = di più
lead-average = In media: { $hours } ore.
bookings-none = Nessuna prenotazione.
outbox-none = Nessun messaggio.
kind-verification = verifica
kind-invitation = conferma
kind-reminder = promemoria
kind-reoffered = altri orari proposti
kind-moved = spostamento
kind-cancelled = annullamento
kind-expired = scadenza
kind-office-booked = all’ufficio: prenotazione
kind-office-moved = all’ufficio: spostamento
kind-office-cancelled = all’ufficio: annullamento
kind-office-late = all’ufficio: ritardo
kind-waiting-proof = lista d’attesa: verifica
kind-waiting-offer = lista d’attesa: posto libero
kind-digest = all’ufficio: riepilogo del giorno
channel-mail = posta
channel-telegram = Telegram
message-waiting = in attesa
message-sent = consegnato
message-dropped = superato
message-failed = non consegnato
# $code: la risposta del server, "550 5.1.1", o la parola del sistema, "ESOCKET"
reason-mail-silent = Il server di posta non risponde ({ $code })
reason-mail-refused = Il server di posta non ha preso il messaggio ({ $code })
reason-mail-login = Il server di posta non accetta utente e password ({ $code })
reason-mail-folder = La cartella delle mail non si può scrivere ({ $code })
reason-telegram-blocked = La persona ha bloccato il bot
reason-telegram-silent = Telegram non risponde ({ $code })
reason-telegram-refused = Telegram non ha preso il messaggio ({ $code })
reason-address = L’indirizzo non è una casella di posta
reason-other = Consegna non riuscita: il motivo è nel registro del programma
outbox-retried = { $count ->
    [0] Nessun messaggio da riprovare.
    [one] Un messaggio viene riprovato.
   *[other] { $count } messaggi vengono riprovati.
  }
booking-created-confirmed = Prenotazione confermata: la conferma viene inviata per e-mail.
# $deadline: "ore 12:30 di lunedì 13 dicembre"
booking-created-pending = È stata inviata una mail di verifica: la prenotazione va confermata entro le { $deadline }.
booking-confirmed = Prenotazione confermata: il cittadino viene avvisato.
booking-confirmed-already = La prenotazione era già confermata.
booking-cancelled = Prenotazione annullata: il cittadino viene avvisato.
booking-cancelled-already = La prenotazione era già annullata.
booking-moved = Prenotazione spostata: il cittadino viene avvisato.
level-ok = bene
level-warning = attenzione
level-error = errore

## Importazione degli orari
progress-reading = lettura del file
progress-writing = scrittura degli orari
usage-calendar-only = --office, --slot e --modes valgono solo per un calendario (iCalendar): negli altri formati li dice il file.
import-unchanged = Nessun cambiamento.
import-municipality = Cambiano i dati del comune: { $fields }.
import-added = Ufficio aggiunto: { $office }.
import-changed = Ufficio cambiato: { $office } ({ $fields }).
import-removed = Ufficio tolto: { $office }.
import-reordered = Cambia l’ordine degli uffici.
# $when: "lun 13/12/21 - 10:00"
import-conflict = Attenzione: la prenotazione { $code } ({ $office }, { $when }) { $why ->
    [office_removed] è di un ufficio che non c’è più.
    [service_removed] è per un argomento che l’ufficio non tratta più.
    [mode_not_offered] è in una modalità in cui l’argomento non si tratta più.
    [service_longer] è più breve di quanto ora richiede il suo argomento.
   *[outside_hours] non rientra più negli orari.
  } { $outcome ->
    [cancelled] Viene annullata, e il cittadino avvisato.
    [reoffered] Al cittadino vengono proposti altri orari, riservati per lui.
   *[kept] Resta valida: avvisa il cittadino o spostala.
  }
import-dry-run = È solo una prova: non è cambiato nulla.
# I campi di un comune e di un ufficio, come stanno in un file
field-id = identificativo
field-name = nome
field-unit = servizio o settore
field-email = e-mail
field-place = luogo
field-phone = telefono
field-timezone = fuso orario
field-services = argomenti
field-hours = orari
field-openings = aperture straordinarie
field-closures = chiusure
field-holidays = giorni festivi
field-policy = regole
field-digest = elenco quotidiano per e-mail
field-locale = lingua
field-patron-saint = festa del patrono
field-colour = colore
field-privacy = informativa
holidays-open = aperto
holidays-closed = chiuso
weekday-mon = lun
weekday-tue = mar
weekday-wed = mer
weekday-thu = gio
weekday-fri = ven
weekday-sat = sab
weekday-sun = dom
opening-from = dal { $day }
opening-until = fino al { $day }
opening-release = { $days ->
    [one] prenotabile dalle { $time } del giorno prima
   *[other] prenotabile dalle { $time } di { $days } giorni prima
  }
import-invalid = { $count ->
    [one] Un problema: non è stato cambiato nulla.
   *[other] { $count } problemi: non è stato cambiato nulla.
  }
# $reason: la parola del sistema, "ENOENT"
file-unreadable = { $reason ->
    [ENOENT] Il file «{ $path }» non esiste.
    [EISDIR] «{ $path }» è una cartella, non un file.
   *[other] Il file «{ $path }» non si può leggere ({ $reason }).
  }

## Preparazione e avvio
init-name-missing = Manca il nome del comune: indicalo con --name "Comune di ...".
init-municipality-added = Comune registrato: { $name }, { $timezone }.
init-municipality-changed = Dati del comune cambiati: { $name }, { $timezone }.
init-municipality-kept = Comune già registrato: { $name }, { $timezone }.
init-unchanged = Tutto già pronto per { $name }: non è cambiato nulla.
init-database-created = Base dati creata.
init-secret-created = Segreto dei collegamenti creato accanto alla base dati: conservane una copia.
init-doctor = Controllo:
init-office-changed = Ufficio cambiato: { $office }.
init-next-import = Carica gli uffici e i loro orari: ricevimenti timetable import FILE
init-next-environment = Scrivi nel file .env: PUBLIC_URL, MAIL_URL e, per il bot, TELEGRAM_BOT_TOKEN
init-next-start = Controlla e avvia: ricevimenti doctor, poi ricevimenti start
ask-municipality-name = Nome del comune:
ask-timezone = Fuso orario:
ask-locale = Lingua dei messaggi:
ask-patron-saint = Festa del patrono, mese e giorno (per esempio 06-13; vuoto se non c’è):
ask-municipality-name-why = Lo leggono i cittadini sulle pagine, nelle mail e sulle locandine.
ask-municipality-email = Indirizzo e-mail del comune (vuoto: più tardi):
ask-municipality-email-why = Da qui partono le mail, se MAIL_FROM non dice altro: i cittadini vi rispondono.
ask-timezone-why = Gli orari degli uffici sono su questo orologio, anche quando cambia l’ora legale.
ask-locale-why = Per le mail agli uffici, e per i cittadini finché non ne scelgono un’altra.
ask-patron-saint-why = Quel giorno gli uffici sono chiusi, come nelle feste nazionali, che sono già note.
ask-office-id-why = Sta negli indirizzi, nei codici QR e nei comandi, e non cambia più: per esempio «tributi-imu».
ask-hours-first-why = Un’apertura alla volta. Un giorno o più, poi le ore: «lun-ven 9-12», «mar,gio 15:00-17:30».
ask-which-office = Quale ufficio:
ask-which-closure = Quale chiusura si toglie:
ask-which-service = Quale argomento:
ask-service-id = Identificativo dell’argomento (lettere minuscole, cifre e trattini):
ask-choose-one = Scegline almeno uno con la barra spaziatrice.
key-space = spazio
key-navigate = sposta
key-select = sceglie
key-submit = conferma
ask-office-id = Identificativo dell’ufficio (lettere minuscole, cifre e trattini):
ask-office-name = Nome dell’ufficio:
ask-office-unit = Servizio o settore (vuoto se non c’è):
ask-office-email = Indirizzo e-mail (vuoto se non c’è):
ask-office-place = Dove si trova (vuoto se non si dice):
ask-office-phone = Telefono (vuoto se non c’è):
ask-hours-change = Cambiare gli orari settimanali?
ask-hours-first = Giorni e ore di apertura (vuoto: nessuna):
ask-hours-next = Un’altra apertura (vuoto: basta così):
ask-slot = Minuti di ogni appuntamento:
ask-modes = Modalità:
ask-desks = Quanti sportelli:
ask-service-name = Nome dell’argomento:
ask-service-minutes = Durata propria in minuti (vuoto: quella dell’orario):
ask-service-modes = Solo in queste modalità (nessuna: quelle dell’orario):
ask-service-bring = Che cosa portare, separato da «;» (vuoto: niente):
ask-closure-offices = Quali uffici si chiudono:
ask-closure-from = Primo giorno di chiusura (per esempio 2026-12-24, oggi o domani):
ask-closure-to = Ultimo giorno (vuoto: lo stesso):
ask-closure-start = Da che ora (vuoto: tutto il giorno):
ask-closure-end = Fino a che ora:
ask-closure-reason = Motivo, che i cittadini leggono (vuoto: nessuno):
ask-go-ahead = Va bene così?
ask-feed-new = L’indirizzo di prima smette di funzionare per tutti. Farne uno nuovo?
ask-privacy-erase = Cancellare per sempre i dati di { $email }? Gli appuntamenti futuri vengono annullati.
ask-privacy-purge = Cancellare per sempre i dati personali degli appuntamenti vecchi?
ask-yes-or-no = (s/N)
ask-booking-cancel = Annullare la prenotazione { $code } di { $name }, { $when }? Il cittadino viene avvisato.
ask-office-remove = Togliere davvero «{ $office }»?
language-it = italiano
language-en = inglese
language-de = tedesco
language-fr = francese
language-sl = sloveno
office-add-missing = Servono l’identificativo e il nome dell’ufficio: --id tributi-imu --name "Tributo IMU".
start-web = Pagine web: { $url }
start-bot = Bot: @{ $username }
start-bot-off = Bot: spento, perché TELEGRAM_BOT_TOKEN non è indicato
start-bot-waits = Bot: Telegram non risponde, si continua a provare
start-worker = Messaggi e scadenze: attivi
start-ended = Terminato.
start-late = Qualcosa non è terminato entro dieci secondi: chiudo comunque.
start-bot-token = TELEGRAM_BOT_TOKEN non va bene: Telegram non conosce questo bot.
start-bot-webhook = Con TELEGRAM_WEBHOOK_URL il bot ha bisogno delle pagine web nello stesso processo: usa --only bot,web oppure togli TELEGRAM_WEBHOOK_URL
start-bot-unreachable = Telegram non risponde: controlla la rete e TELEGRAM_API_ROOT.
start-address = { $code ->
    [EADDRINUSE] L’indirizzo { $host }:{ $port } è già usato da un altro programma: cambia PORT.
   *[other] L’indirizzo { $host }:{ $port } non si può usare ({ $code }): controlla HOST e PORT.
  }

## Copie della base dati
backup-made = { $bookings ->
    [one] Copia fatta e controllata: { $file } (una prenotazione).
   *[other] Copia fatta e controllata: { $file } ({ $bookings } prenotazioni).
  }
copy-not-recorded = Attenzione: non è stato possibile annotarlo nel registro di «ricevimenti audit».
restore-made = La copia { $file } è ora la base dati { $database }.
copy-sound = Controllo completo: tutto bene.
copy-secret-environment = Il segreto dei collegamenti è in APP_SECRET, fuori dalla copia: conserva anche quello.
copy-secret-file = Il segreto dei collegamenti è nel file { $file }, fuori dalla copia: conserva anche quello.
copy-secret-missing = Manca il segreto dei collegamenti: rimetti il file { $file }, o i collegamenti già inviati non si aprono.
copy-not-sqlite = Questo comando copia un file SQLite. Con PostgreSQL usa pg_dump e pg_restore, oppure ricevimenti migrate-to.
copy-file-unwritable = { $reason ->
    [EISDIR] «{ $file }» è una cartella, non un file.
    [ENOENT] Manca la cartella in cui scrivere «{ $file }».
   *[other] Il file «{ $file }» non si può scrivere ({ $reason }): controlla i permessi della cartella.
  }
copy-file-exists = Il file «{ $file }» c’è già: scegli un altro nome, oppure sostituiscilo con --force.
copy-file-in-the-way = «{ $file }» è la base dati stessa, o il suo segreto: scegli un altro nome.
copy-database-damaged = La base dati «{ $file }» è rovinata, non è stata copiata: guarda con ricevimenti doctor --full.
copy-backup-unsound = «{ $file }» è rovinato, o non è una copia della base dati: non è cambiato nulla.
copy-backup-foreign = «{ $file }» è la base dati di un altro programma, o è vuota: non è cambiato nulla.
copy-backup-newer = «{ $file }» viene da una versione più recente di questo programma: aggiorna il programma. Non è cambiato nulla.
copy-backup-unfinished = Accanto a «{ $file }» c’è un file che finisce in -wal o -journal: è una base dati in uso, non una copia. Fanne una con ricevimenti backup.
copy-database-exists = C’è già una base dati in «{ $file }»: per sostituirla aggiungi --force. Quello che contiene adesso andrà perso.
copy-database-in-use = La base dati «{ $file }» è in uso: ferma prima ricevimenti start, poi ripeti.
copy-copy-differs = La tabella { $table }, riletta, non è uguale all’originale: non è stato copiato nulla.
# $from, $to: un file, o l'indirizzo di una base dati senza password
migrate-made = Copiate e ricontrollate { $tables } tabelle, { $rows } righe: da { $from } a { $to }.
migrate-outdated = Attenzione: durante la copia il servizio ha scritto nella base dati di prima. Ferma ricevimenti start e ripeti con --force, altrimenti queste novità si perdono.
migrate-next-stop = 1. Ferma ricevimenti start. Se era in funzione durante la copia, ripetila adesso con --force
migrate-next-url = 2. Nel file .env scrivi in DATABASE_URL l’indirizzo appena usato
migrate-next-secret-file = 3. Nel file .env scrivi in APP_SECRET il contenuto di { $file }: con un altro segreto i collegamenti già inviati non si aprono
migrate-next-secret-kept = 3. Lascia APP_SECRET com’è: con un altro segreto i collegamenti già inviati non si aprono
migrate-next-start = 4. Controlla e avvia: ricevimenti doctor, poi ricevimenti start

## Doctor: what it looks at, and what to do about what it finds
check-database = Base dati
check-secret = Segreto dei collegamenti
check-disk = Spazio libero sul disco
check-sender = Mittente delle mail
check-municipality = Comune
check-offices = Uffici
check-claims = Orari occupati senza prenotazione
check-live-bookings = Prenotazioni senza il loro orario
check-event-log = Prenotazioni in disaccordo con il registro
check-histories = Prenotazioni con una storia impossibile nel registro
check-lost-bookings = Prenotazioni perse, di cui parla solo il registro
check-messages = Prenotazioni con messaggi mai preparati
check-reminders = Prenotazioni con promemoria mancanti
check-messages-given-up = Messaggi non consegnati
check-messages-overdue = Messaggi in ritardo
check-mail = Posta
check-telegram = Telegram
check-video = Videoconferenza
check-links = Indirizzo dei collegamenti
check-proxy = Proxy davanti alle pagine
check-clock = Orologio e fusi orari
ailment-damaged = Il file della base dati è rovinato: ferma ricevimenti e rimetti una copia di sicurezza con ricevimenti restore FILE --force
ailment-database-never-shrinks = Il file non restituisce al disco lo spazio che si libera: ferma il servizio, poi esegui ricevimenti backup COPIA e ricevimenti restore COPIA --force
ailment-database-readable = Altri utenti del computer possono leggere i dati dei cittadini: esegui chmod 600 sul file
ailment-secret-changed = I collegamenti già inviati non si aprono: rimetti il segreto di prima, oppure accetta questo con ricevimenti init --new-secret
ailment-disk-nearly-full = Lo spazio sta per finire: libera il disco prima che le prenotazioni si fermino
ailment-no-municipality = Nessun comune registrato: esegui ricevimenti init
ailment-no-offices = Nessun ufficio: esegui ricevimenti timetable import FILE
ailment-stray-claims = I cittadini vedono meno orari liberi di quanti ce ne siano: confronta la base dati con una copia di sicurezza
ailment-unclaimed-bookings = Questi orari potrebbero essere dati due volte: sposta o annulla queste prenotazioni
ailment-unexplained-bookings = La base dati è stata cambiata a mano: confrontala con una copia di sicurezza
ailment-impossible-histories = Il registro è stato cambiato a mano: confronta la base dati con una copia di sicurezza
ailment-lost-bookings = Sono state tolte a mano dalla base dati: rimetti una copia di sicurezza, o avvisa i cittadini
ailment-messages-missing = Queste persone non hanno avuto un messaggio: avvisale, e confronta la base dati con una copia di sicurezza
ailment-reminders-missing = Le regole dei promemoria sono cambiate dopo la prenotazione: queste persone riceveranno quelli di prima
ailment-messages-given-up = Guarda perché con ricevimenti outbox list, poi riprova con ricevimenti outbox retry
ailment-messages-overdue = Nessuno li consegna: avvia ricevimenti start
ailment-mail-silent = Il server di posta non risponde: controlla in MAIL_URL nome e porta, e la rete
ailment-mail-refused = Il server di posta risponde, ma non ci accetta: controlla in MAIL_URL utente, password e smtp:// o smtps://
ailment-mail-folder = La cartella delle mail non si può scrivere: controlla MAIL_URL e i permessi
ailment-no-sender = Le mail partono da un indirizzo che nessuno legge: imposta MAIL_FROM, o l’indirizzo del comune con ricevimenti init --email
ailment-telegram-token = Telegram non conosce questo bot: controlla TELEGRAM_BOT_TOKEN
ailment-telegram-silent = Telegram non risponde: controlla la rete e TELEGRAM_API_ROOT
ailment-mail-kept = Le mail sono scritte in una cartella e non inviate: imposta MAIL_URL=smtp://server:porta
ailment-video-unsigned = Il nome delle stanze non si indovina, ma l’ingresso non è firmato: imposta JITSI_APP_ID e JITSI_APP_SECRET, o le chiavi di JaaS
ailment-video-key-missing = Il file della chiave non c’è: controlla JITSI_PRIVATE_KEY_FILE
ailment-links-local = I collegamenti si aprono solo su questo computer: imposta PUBLIC_URL con l’indirizzo che vedono i cittadini
ailment-links-unencrypted = I collegamenti non sono cifrati: in PUBLIC_URL serve un indirizzo https
ailment-proxy-unknown = PUBLIC_URL è https, quindi davanti alle pagine c’è un proxy: indica TRUST_PROXY (1 se è uno solo), altrimenti i limiti per indirizzo non valgono
ailment-zones-wrong = I dati dei fusi orari mancano o sono sbagliati: usa il Node installato da npm ci
ailment-clock-wrong = L’orologio del computer è indietro: sincronizzalo (NTP)

# slots explain
help-slots-explain = dice perché un orario si può, o non si può, prenotare
explain-offered = { $when }: i cittadini lo possono prenotare.
explain-not-offered = { $when }: i cittadini non lo possono prenotare.
explain-opening = Apertura: { $from }-{ $to }, ogni { $slot } minuti, { $modes }, sportelli: { $desks }.
explain-free = Posti liberi: { $free } ({ $modes }).
explain-also-booked = Prenotazioni in quell’orario: { $codes }.
explain-past = È già passato.
explain-too-soon = È troppo vicino: si prenota da { $earliest } in poi.
explain-beyond-horizon = È troppo lontano: per ora si prenota fino a { $latest }.
explain-not-released = Non è ancora prenotabile: lo sarà da { $opens }.
explain-closed = L’ufficio è chiuso.
explain-closed-for = L’ufficio è chiuso: { $reason }.
explain-holiday = È un giorno festivo: { $holiday }.
explain-outside-hours = È fuori dagli orari dell’ufficio.
explain-off-grid = Nessun appuntamento comincia a quest’ora: ne comincia uno ogni { $slot } minuti dall’apertura.
explain-other-mode-only = In quest’orario l’ufficio non riceve in questa modalità.
explain-service-does-not-fit = L’argomento richiede più tempo di quanto ne resta prima della chiusura.
explain-taken = È già occupato: { $codes }.
holiday-new-year = Capodanno
holiday-epiphany = Epifania
holiday-easter = Pasqua
holiday-easter-monday = Lunedì dell’Angelo
holiday-liberation-day = Festa della Liberazione
holiday-labour-day = Festa dei lavoratori
holiday-republic-day = Festa della Repubblica
holiday-assumption = Ferragosto
holiday-saint-francis = San Francesco
holiday-all-saints = Ognissanti
holiday-immaculate-conception = Immacolata Concezione
holiday-christmas = Natale
holiday-saint-stephen = Santo Stefano
holiday-patron-saint = festa patronale
## What the rules say no to, as officials are told: these stand for the citizens' sentences of the same name
refusal-office-unknown = Questo ufficio non esiste: guarda «ricevimenti office list».
refusal-service-unknown = L’ufficio non ha questo argomento: guarda «ricevimenti service list».
refusal-slot-past = Questo orario è già passato.
# $earliest: an hour-of-day
refusal-too-soon = È troppo presto: si può dalle { $earliest } in poi.
# $latest: "lunedì 13 dicembre 2021"
refusal-beyond-horizon = Questo giorno è troppo lontano: si prenota fino a { $latest }.
refusal-mode-not-offered = In questo orario l’ufficio non riceve in questa modalità: cambia modalità oppure orario.
refusal-limit-office = { $limit ->
    [one] Questo cittadino ha già un appuntamento con l’ufficio: spostalo, oppure annullalo per prenotarne un altro.
   *[other] Questo cittadino ha già { $limit } appuntamenti con l’ufficio: spostali, oppure annullane uno per prenotarne un altro.
  }
refusal-limit-total = { $limit ->
    [one] Questo cittadino ha già un appuntamento: per prenotarne un altro va annullato, oppure bisogna attendere che sia passato.
   *[other] Questo cittadino ha già { $limit } appuntamenti: per prenotarne un altro va annullato uno, oppure bisogna attendere che sia passato.
  }
refusal-limit-unconfirmed = { $limit ->
    [one] Questo cittadino ha già una richiesta da confermare: confermala con «ricevimenti booking confirm», poi riprova.
   *[other] Questo cittadino ha già { $limit } richieste da confermare: confermale con «ricevimenti booking confirm», poi riprova.
  }
refusal-hold-expired = L’orario non è più riservato: scegline di nuovo uno.
refusal-confirmation-expired = Il tempo per confermare è scaduto: serve una nuova prenotazione.
refusal-state-held = Il cittadino non ha ancora completato la richiesta.
refusal-state-pending = Il cittadino non ha ancora confermato la prenotazione: se è presente o al telefono, confermala con «ricevimenti booking confirm».
refusal-state-confirmed = La prenotazione è già confermata.
refusal-state-attended = Questo appuntamento si è già svolto.
refusal-state-no-show = A questo appuntamento il cittadino non è venuto.
refusal-state-expired = Questa prenotazione è scaduta perché non è stata confermata in tempo.
refusal-state-cancelled = Questa prenotazione è stata annullata.
refusal-already-started = L’appuntamento è già iniziato e non si può più cambiare.
# $opens: "09:50"; $closes: an hour-of-day
refusal-room-closed = La stanza virtuale è aperta solo dalle ore { $opens } alle { $closes }.
refusal-not-virtual = Questo appuntamento è in presenza: non ha una stanza virtuale.
form-name-missing = Manca il nome e cognome del cittadino (--name).
form-email-missing = Manca l’indirizzo e-mail del cittadino (--email).
form-reason-missing = Manca il motivo dell’appuntamento (--reason).

# timetable history, timetable rollback
help-timetable-history = elenca le versioni degli orari di un ufficio
help-timetable-rollback = rimette un ufficio com’era in una sua versione
option-on-conflict = che cosa fare delle prenotazioni che il cambiamento non permette più: «keep» le mantiene, «cancel» le annulla e avvisa il cittadino, «reoffer» gli propone tre altri orari, riservati per lui
head-history-version = Versione
head-history-when = Quando
head-history-who = Chi
head-history-what = Che cosa
history-added = aggiunto
history-removed = tolto
history-changed = cambiato: { $fields }
version-unknown = La versione «{ $version }» non esiste: guarda «timetable history».
version-removed = Nella versione { $version } l’ufficio era stato tolto: scegline un’altra, oppure usa «office remove».

## The group of an office's staff
# $code: "K7P-4QX-9RT-2WV"; $until: an hour-of-day
office-link-how = Aggiungi il bot al gruppo dell’ufficio e scrivi nel gruppo, entro le { $until }: /collega { $code }
office-link-names = Nel gruppo si leggeranno anche nomi e motivi dei cittadini: controlla chi ne fa parte.
office-link-no-names = Nel gruppo si leggeranno solo codice e orario degli appuntamenti.
office-unlinked = Il gruppo è stato scollegato.
office-not-linked = L’ufficio non ha un gruppo collegato: nessun cambiamento.
export-leaves-out = Attenzione: in { $format } non c’è posto per { $fields }. Per avere tutto usa --format yaml.
option-export-format = il formato in cui scrivere; «yaml» se non è indicato
option-calendar-office = di quale ufficio è il calendario (solo iCalendar)
option-calendar-slot = minuti di ogni appuntamento, se il calendario non lo dice: 15 (solo iCalendar)
option-calendar-modes = modalità, per esempio «in_person virtual», se il calendario non le dice: in_person (solo iCalendar)
