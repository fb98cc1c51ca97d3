### The words all parts share. Slovene as the municipalities of the Slovene minority write it. Buttons are commands to
### the machine (singular, as in every Slovene program); people are spoken to with "vi".

## Buttons
button-book = Rezerviraj
button-request = Zaprosi za termin
button-confirm = POTRDI TERMIN
button-cancel = PREKLIČI TERMIN
button-move = SPREMENI
button-join = PRIDRUŽI SE
button-enter = VSTOPI V SOBO
button-book-again = Rezerviraj nov termin
button-late = Zamujam
button-waiting-join = Obvesti me, če se sprosti termin
button-waiting-prove = POTRDI ČAKALNI SEZNAM
button-waiting-take = Da, vzamem ga
button-waiting-swap = Da, prestavi moj termin
button-waiting-decline = Ne, hvala
button-waiting-leave = Zapusti čakalni seznam
button-waiting-change = Spremeni dneve, ure ali način
outside-hours = Zdaj zaprto

## The notice to hang up
poster-title = Sprejem po dogovoru
poster-web = Na spletu
poster-bot = S Telegramom
poster-phone = Telefon { $phone }
poster-step-scan = Kodo poslikajte s kamero telefona.
poster-step-choose = Izberite dan in uro ter vpišite ime in e-naslov.
poster-step-confirm = Odprite e-sporočilo, ki ga prejmete, in pritisnite { $button } (rok: { $time }).

## Modes
mode-in-person = Osebno
mode-virtual = VIRTUALNO
mode-in-person-explained = Osebno: v urad pridete sami
mode-virtual-explained = VIRTUALNO: z računalnikom, tablico ali telefonom se po videoklicu povežete z virtualnim uradom; povezave vam pošljemo

## Booking: the handbook's form
offices-title = Sprejem strank v uradih
choose-slot = Izberite enega od prostih terminov
ask-name = Vaše ime in priimek
ask-email = Vaš e-poštni naslov
ask-reason = Razlog za termin
consent = Soglašam, da se podatki iz tega obrazca obdelujejo izključno za vodenje termina (soglasje je obvezno).
attention-title = POZOR!
attention-mail = Ko pritisnete gumb Zaprosi za termin, vam na navedeni naslov pošljemo potrditveno e-sporočilo s povezavo za potrditev termina.
attention-must = Da dokončate rezervacijo, preverite svojo istovetnost in potrdite termin, morate nujno odpreti povezavo v tem e-sporočilu.
attention-deadline = Čas za potrditev: { $duration }. Brez potrditve se rezervacija samodejno prekliče.

## Labels in front of a booking's facts
label-office = Urad
label-when = Kdaj
label-where = Kje
label-day = Dan
label-hour = Ura
label-mode = Način
label-service = Zadeva
label-bring = Prinesite s seboj
label-bring-virtual = Imejte pri roki
label-reason = Razlog
label-code = Koda rezervacije
label-name = Ime in priimek
label-email = E-pošta
label-phone = Telefon
label-state = Stanje
where-virtual = po videoklicu, z računalnikom, tablico ali telefonom

## States of a booking
state-held = v izpolnjevanju
state-pending = čaka na potrditev
state-confirmed = potrjena
state-attended = zaključena
state-no-show = stranka ni prišla
state-expired = potekla
state-cancelled = preklicana

## What the citizen has let the office know
announced-coming = prihaja
announced-late = zamuja

## What somebody on the waiting list waits for
wish-any-day = kateri koli
wish-any-hour = katera koli
wish-each-day = kateri koli dan
wish-each-hour = katera koli ura
wish-until = { $days } (zadnji dan: { $day })
wish-after = od { $time } naprej
wish-before = pred { $time }
wish-morning = Dopoldne
wish-afternoon = Popoldne

## The waiting list: said where a time is offered
waiting-offer-title = Sprostil se je termin
waiting-offer-explained = Ta termin je rezerviran za vas do { $until }. Če ne odgovorite, ga ponudimo drugi osebi.
waiting-swap = Pri tem uradu že imate termin ({ $slot }): če sprejmete, ga prestavimo na to uro.

## Times and lengths
slot-line = { $day } - { $time } ({ $minutes } min)
slot-line-mode = { $slot } - { $mode }
hour-of-day = { $time } ({ $day })
count-minutes = { $count ->
    [one] { $count } minuta
    [two] { $count } minuti
    [few] { $count } minute
   *[other] { $count } minut
  }

## What the rules say no to, each with the next step
refusal-office-unknown = Ta urad ne obstaja ali ne sprejema strank po dogovoru: izberite urad s seznama.
refusal-service-unknown = Ta urad ne obravnava te zadeve: izberite eno s seznama.
refusal-booking-unknown = S to kodo ni nobene rezervacije: preverite, ali ste jo pravilno napisali.
refusal-slot-taken = Ta termin je pravkar rezervirala druga oseba: izberite drugega.
refusal-slot-taken-nearest = Ta termin je pravkar rezervirala druga oseba: izberite drugega, na primer { $nearest }.
refusal-slot-not-offered = Ob tej uri urad ne sprejema strank: izberite enega od prostih terminov.
refusal-slot-not-offered-nearest = Ob tej uri urad ne sprejema strank: izberite enega od prostih terminov, na primer { $nearest }.
refusal-slot-past = Ta termin je že mimo: izberite poznejšega.
refusal-too-soon = Ta termin je preblizu: izberite ga od { $earliest } naprej.
refusal-beyond-horizon = Ta dan je predaleč: zadnji dan, ki ga zdaj lahko rezervirate, je { $latest }.
refusal-not-released = Tega termina še ni mogoče rezervirati: začetek rezervacij je { $day }, ob { $time }.
refusal-mode-not-offered = Ob tej uri urad ne sprejema strank na izbrani način: izberite drug način ali drug termin.
refusal-limit-office = { $limit ->
    [one] Pri tem uradu že imate { $limit } termin: lahko ga spremenite ali prekličete in rezervirate drugega.
    [two] Pri tem uradu že imate { $limit } termina: lahko ju spremenite ali prekličete enega in rezervirate drugega.
    [few] Pri tem uradu že imate { $limit } termine: lahko jih spremenite ali prekličete enega in rezervirate drugega.
   *[other] Pri tem uradu že imate { $limit } terminov: lahko jih spremenite ali prekličete enega in rezervirate drugega.
  }
refusal-limit-total = { $limit ->
    [one] Že imate { $limit } termin: prekličite ga ali počakajte, da mine, in nato rezervirajte drugega.
    [two] Že imate { $limit } termina: prekličite enega ali počakajte, da eden mine, in nato rezervirajte drugega.
    [few] Že imate { $limit } termine: prekličite enega ali počakajte, da eden mine, in nato rezervirajte drugega.
   *[other] Že imate { $limit } terminov: prekličite enega ali počakajte, da eden mine, in nato rezervirajte drugega.
  }
refusal-limit-unconfirmed = { $limit ->
    [one] Že imate { $limit } nepotrjeno zahtevo: odprite potrditveno e-sporočilo, pritisnite gumb POTRDI TERMIN in poskusite znova.
    [two] Že imate { $limit } nepotrjeni zahtevi: odprite potrditveni e-sporočili, pritisnite gumb POTRDI TERMIN in poskusite znova.
    [few] Že imate { $limit } nepotrjene zahteve: odprite potrditvena e-sporočila, pritisnite gumb POTRDI TERMIN in poskusite znova.
   *[other] Že imate { $limit } nepotrjenih zahtev: odprite potrditvena e-sporočila, pritisnite gumb POTRDI TERMIN in poskusite znova.
  }
refusal-resend-limit = Potrditveno e-sporočilo smo že poslali največkrat, kolikor je mogoče: poglejte tudi med neželeno pošto (spam) in, če ga ne najdete, pokličite urad.
refusal-hold-expired = Čas za zahtevo je potekel in termin ni več rezerviran za vas: znova izberite termin.
refusal-confirmation-expired = Čas za potrditev je potekel in rezervacija je preklicana: rezervirajte nov termin.
refusal-state-held = Zahteva še ni popolna: izpolnite vse podatke in pritisnite gumb Zaprosi za termin.
refusal-state-pending = Termin še ni potrjen: v potrditvenem e-sporočilu pritisnite gumb POTRDI TERMIN.
refusal-state-confirmed = Termin je že potrjen: ničesar več vam ni treba storiti.
refusal-state-attended = Ta termin je že bil: če ga še potrebujete, rezervirajte novega.
refusal-state-no-show = Ta termin je že mimo: če ga še potrebujete, rezervirajte novega.
refusal-state-expired = Ta rezervacija je potekla, ker ni bila pravočasno potrjena: rezervirajte nov termin.
refusal-state-cancelled = Ta termin je preklican: če ga še potrebujete, rezervirajte novega.
refusal-nothing-to-move = Vaš termin je že natanko ob tej uri: če ga želite spremeniti, izberite drugega.
refusal-already-started = Termin se je že začel in ga ni več mogoče spremeniti: obrnite se neposredno na urad.
refusal-link-invalid = Ta povezava ni veljavna ali ni popolna: vrnite se k e-sporočilu in znova pritisnite gumb.
refusal-link-outdated = Ta povezava ne velja več, ker je bil termin spremenjen: uporabite povezave iz najnovejšega e-sporočila.
refusal-room-closed = Virtualna soba je odprta samo od { $opens } do { $closes }: vstopite v tem času.
refusal-not-virtual = Ta termin je osebni: ni se vam treba povezati, pridite osebno v urad.

## What can be wrong in the form
form-name-missing = Napišite svoje ime in priimek.
form-name-too-long = Ime je predolgo: napišite samo ime in priimek.
form-name-malformed = Ime ni pravilno napisano: napišite ime in priimek, na primer Mario Rossi.
form-name-not-plain-text = V imenu so nedovoljeni znaki: uporabite samo črke, presledke, apostrofe in vezaje.
form-email-missing = Napišite svoj e-poštni naslov: nanj vam pošljemo potrditveno e-sporočilo.
form-email-too-long = E-poštni naslov je predolg: preverite, ali ste ga pravilno napisali.
form-email-malformed = E-poštni naslov ni pravilen: preverite ga, na primer mario.rossi@example.it.
form-email-not-plain-text = V e-poštnem naslovu so nedovoljeni znaki: napišite ga znova, brez presledkov.
form-reason-missing = Napišite razlog za termin: uradu pomaga, da se pripravi.
form-reason-too-long = Razlog je predolg: povzemite ga v nekaj vrsticah.
form-reason-malformed = Razlog ni pravilno napisan: napišite ga znova z nekaj besedami.
form-reason-not-plain-text = V razlogu so nedovoljeni znaki: napišite ga znova samo s črkami, številkami in ločili.
form-consent-missing = Za rezervacijo je soglasje k obdelavi podatkov obvezno: označite polje.
