### The Telegram bot.

## Commands, as Telegram's menu shows them
command-start = Začni znova
command-prenota = Rezerviraj termin
command-appuntamenti = Vaši termini: pregled, sprememba, preklic
command-lingua = Zamenjaj jezik
command-privacy = Kako obdelujemo vaše podatke
command-aiuto = Kako deluje
command-annulla = Prekini zahtevo, ki jo izpolnjujete

## The bot's profile: at most 512 and 120 characters
profile-description = S tem botom rezervirate termin pri občinskih uradih, osebno ali po videoklicu. Izberite urad, dan in uro, nato potrdite z gumbom v e-sporočilu, ki vam ga pošljemo. Tu lahko svoje termine tudi spremenite ali prekličete, pred vsakim pa dobite opomnik. Za začetek pritisnite ZAČNI.
profile-short = Rezervirajte termin pri občinskih uradih, osebno ali po videoklicu.

## Moving about
button-back = « Nazaj
button-restart = Začni znova
button-earlier = « Prejšnji
button-later = Naslednji »
button-close-booking = « Nazaj na rezervacijo
button-close-offices = « Nazaj na urade
button-close-request = « Nazaj na zahtevo
page = Stran { $page } od { $pages }

## Finding
choose-office = Izberite urad, pri katerem želite termin: pritisnite njegovo ime spodaj ali napišite besedo (na primer IMU).
found-title = Našel sem tole: pritisnite, kar potrebujete.
no-offices = Trenutno noben urad ne sprejema strank po dogovoru.
first-free = Prvi prosti termin: { $slot }
none-free-now = Zaenkrat ni prostih terminov
choose-service = Za katero zadevo želite termin?
button-other-service = Druga zadeva
button-first-free = { $mode }: { $day } - { $time }
choose-day = Izberite dan: pritisnete lahko dneve s številko, ki imajo proste termine. Prvi prosti termin je na vrhu gumbov.
no-days = Prostih terminov ni. Pritisnite »Obvesti me, če se sprosti termin« ali se vrnite in izberite drug urad.
visit-length = Vsak termin traja { $minutes } min.
no-times = Na ta dan ni več prostih terminov. Vrnite se in izberite drug dan.
choose-nearest = To so najbližji prosti termini:
button-other-days = Drugi dnevi

## The waiting list
waiting-title = Čakalni seznam
waiting-how = Takoj ko se sprosti termin, vam pišemo sem. Rezerviramo ga za vas; čas za odgovor: { $time }. Če ne odgovorite, ga ponudimo drugi osebi.
waiting-wish = Obvestili vas bomo o teh terminih:
waiting-fine = Če vam to ustreza, pritisnite { $button }.
waiting-pick = Če vam ustrezajo samo nekateri dnevi ali ure, jih najprej pritisnite spodaj: označeni bodo z znakom ✓.
button-waiting-yes = V redu, obvesti me
button-waiting-earlier = Obvesti me, če se sprosti prej

## Moving
moving-title = Spreminjate ta termin:
move-title = Ali želite termin prestaviti na to uro?
move-from = Prej
move-to = Zdaj
move-confirmed = Dobili boste e-sporočilo z novo uro. Prejšnja ura bo spet prosta za druge.
move-pending = Dobili boste novo potrditveno e-sporočilo: povezava iz prvega ne bo več veljala.
button-move-here = Da, prestavi termin

## Form
held-until = Ta termin je rezerviran za vas do { $until }.
held-no-more = Ta termin je bil rezerviran za vas do { $until }. Nadaljujte: če je še prost, ga znova rezerviramo za vas.
form-progress = Vprašanje { $number } od { $of }
hint-name = Napišite ju spodaj in pošljite kot sporočilo.
hint-email = Napišite ga spodaj in pošljite kot sporočilo. Na ta naslov vam pošljemo potrditveno e-sporočilo.
hint-reason = Napišite ga spodaj in pošljite kot sporočilo: uradu pomaga, da se pripravi.
written-before = Napisali ste: { $value }
button-keep-answer = Pusti tako
button-use-name = Jaz sem { $name }
address-before = Zadnjič ste uporabili ta naslov: { $email }
button-use-address = Uporabi isti naslov
doubt-written = Napisali ste { $written }
doubt-meant = Ste morda mislili { $meant }?
doubt-advice = Pritisnite gumb ali znova napišite naslov.
button-doubt-meant = Da, to je tipkarska napaka
button-doubt-written = Ne, naslov je pravilen

## Summary and consent
summary-title = Povzetek zahteve
button-edit-name = Spremeni ime
button-edit-email = Spremeni e-pošto
button-edit-reason = Spremeni razlog
button-edit-time = Spremeni uro
consent-title = Obdelava podatkov
button-consent = Soglašam z obdelavo podatkov
button-notice = Obvestilo o zasebnosti

## Requested
not-booked-title = POZOR! Termin še NI rezerviran.
open-the-mail = Takoj odprite e-sporočilo, ki smo ga poslali na { $email }.
time-left = Preostali čas: { $left }.
press-confirm = Pritisnite gumb POTRDI TERMIN do { $until }.
or-it-lapses = Sicer se zahteva samodejno prekliče.
no-mail-title = Ne najdete e-sporočila?
no-mail-spam = Počakajte nekaj minut in poglejte tudi med neželeno pošto (spam).
no-mail-address = Če je naslov napačen, pritisnite Popravi naslov.
button-resend = Znova pošlji e-sporočilo
button-correct-address = Popravi naslov
mail-went-to = Potrditveno e-sporočilo smo poslali na ta naslov: { $email }
hint-new-address = Spodaj napišite pravi naslov in ga pošljite kot sporočilo: takoj vam pošljemo novo e-sporočilo.
button-my-bookings = Moji termini
booking-is-held = Zahteva še ni popolna.
booking-is-pending = Zahteva čaka na potrditev.
booking-is-confirmed = Termin je rezerviran.
booking-is-attended = Ta termin je že bil.
booking-is-no-show = Ta termin je že mimo.
booking-is-expired = Zahteva je potekla, ker ni bila pravočasno potrjena.
booking-is-cancelled = Ta termin je preklican.

## My bookings
bookings-title = Vaši termini
no-bookings = Nimate terminov. Za rezervacijo uporabite /prenota.
confirm-by-mail = Čaka na potrditev: v e-sporočilu pritisnite gumb POTRDI TERMIN do { $until }.
cancel-title = Ali res želite preklicati ta termin?
cancel-question = Ura bo spet prosta za druge. Razloga vam ni treba navesti.
button-keep = Ne, obdrži termin

## Language
language-title = Izberite jezik

## Privacy
privacy-title = Vaši podatki
privacy-who = Upravljavec podatkov: { $town }.
privacy-what = Kaj hranimo: številko tega klepeta, jezik, zahtevo, ki jo izpolnjujete, in vaše termine (ime in priimek, e-pošto, razlog, uro). Drugih sporočil, ki jih tu napišete, ne hranimo.
privacy-why = Čemu služijo: samo vodenju vaših terminov. Ne uporabljamo jih za nič drugega in jih ne dajemo drugim.
privacy-how-long = Kako dolgo: podatki o terminu se izbrišejo { $time } po njem; nedokončana zahteva po eni uri.
privacy-rights = Spodaj lahko kadar koli prenesete ali izbrišete svoje podatke. Za vpogled ali popravek se lahko obrnete tudi na občino.
button-export = Prenesi moje podatke
button-erase = Izbriši moje podatke
erase-title = Ali res želite izbrisati vse svoje podatke?
erase-what = Izbrišemo ime, e-pošto in razlog vseh vaših terminov, ta klepet in njegov jezik. Tega ni mogoče razveljaviti.
erase-cancels = { $count ->
    [one] { $count } prihodnji termin bo preklican.
    [two] { $count } prihodnja termina bosta preklicana.
    [few] { $count } prihodnji termini bodo preklicani.
   *[other] { $count } prihodnjih terminov bo preklicanih.
  }
button-erase-all = Da, izbriši vse
button-erase-not = Ne, ne izbriši
farewell-title = Vaši podatki so izbrisani.
farewell-again = O vas nimamo ničesar več. Sporočila, ki jih vidite tu, ostanejo v Telegramu, dokler ne izbrišete klepeta. Če boste potrebovali nov termin, napišite /start.

## Help
help-title = Kako deluje
help-step-office = Z /prenota izberite urad.
help-step-time = Izberite dan in uro, Osebno ali VIRTUALNO.
help-step-form = Napišite ime in priimek, e-pošto in razlog, nato pritisnite Zaprosi za termin.
help-step-mail = Odprite e-sporočilo, ki vam ga pošljemo, in v navedenem času pritisnite gumb POTRDI TERMIN: šele takrat je termin rezerviran.
help-typing = Vedno uporabljajte gumbe pod zadnjim sporočilom. Če se izgubite, napišite /start.

## What is said above a screen
note-stale = Ta gumb ne velja več: tukaj smo zdaj.
note-too-late = Minilo je veliko časa in vaši vnosi so izbrisani: začnimo znova od tukaj.
note-resent = { $left ->
    [0] E-sporočilo smo vam znova poslali. Poglejte tudi med neželeno pošto (spam): več ga ne moremo poslati.
    [one] E-sporočilo smo vam znova poslali. Zanj lahko zaprosite še { $left }-krat.
    [two] E-sporočilo smo vam znova poslali. Zanj lahko zaprosite še { $left }-krat.
    [few] E-sporočilo smo vam znova poslali. Zanj lahko zaprosite še { $left }-krat.
   *[other] E-sporočilo smo vam znova poslali. Zanj lahko zaprosite še { $left }-krat.
  }
note-address-corrected = Urejeno: na pravi naslov smo vam poslali novo e-sporočilo. Povezava iz prvega ne velja več.
note-nothing-found = Za to nisem našel ničesar: poskusite z drugo besedo ali pritisnite enega od spodnjih gumbov.
note-moved = Urejeno: termin je spremenjen.
note-waiting-joined = Urejeno: ste na čakalnem seznamu. Takoj ko se sprosti termin, vam pišemo sem.
note-waiting-changed = Urejeno: spremenili smo, na kaj čakate, in obdržali ste svoje mesto.
note-waiting-left = Urejeno: niste več na čakalnem seznamu.
note-offer-over = Ta termin ni več rezerviran za vas. Če ste še na čakalnem seznamu, vas obvestimo, ko se sprosti drug.
note-offer-declined = V redu: termin ponudimo drugi osebi. Ostanete na čakalnem seznamu; zapustite ga z /appuntamenti.
note-told-coming = Urejeno: urad ve, da prihajate.
note-told-late = Urejeno: uradu smo sporočili, da zamujate.
note-not-text = Tukaj lahko berem samo besedilna sporočila.
note-edited = Spremenjenih sporočil ne morem upoštevati: napišite novo sporočilo ali spremenite podatke v povzetku.
note-forwarded = Posredovanega sporočila ne morem uporabiti: odgovor napišite sami.
note-use-buttons = Za nadaljevanje pritisnite enega od spodnjih gumbov.
note-unknown-command = Tega ukaza ne poznam. Z /aiuto vidite, kaj znam.
note-held-again = Čas je potekel, a termin je bil še prost: znova smo ga rezervirali za vas.
note-cancelled = Urejeno: termin je preklican.
note-abandoned = Urejeno: zahteva je prekinjena in kar ste napisali, je izbrisano.
note-nothing-to-abandon = Trenutno ne izpolnjujete nobene zahteve. Za preklic obstoječega termina uporabite /appuntamenti.
note-cancel-below = Trenutno ne izpolnjujete nobene zahteve. Za preklic termina pritisnite spodnji gumb.
note-exported = Vaši podatki so v zgornji datoteki.
note-language-set = Odslej vam pišem v slovenščini.
fault = Pri nas je prišlo do težave in vaše zahteve nismo mogli izvesti. Poskusite znova čez nekaj minut.
lost-title = Te zahteve ni mogoče nadaljevati.
lost-advice = Urad ali termin ne obstaja več. Začnite znova.

## What the chat hears by itself
told-invitation-title = Vaš termin je potrjen
told-invitation-calendar = S priloženo datoteko ga lahko dodate v svoj koledar. Kadar koli ga lahko spremenite ali prekličete, ne da bi navedli razlog.
told-moved-title = Vaš termin je spremenjen
told-moved-links = Prejšnje povezave ne veljajo več. S priloženo datoteko posodobite svoj koledar.
told-room-title = Soba za vaš termin je odprta
told-room-enter = Pritisnite spodnji gumb in se povežite z uradom: ničesar vam ni treba namestiti.
button-map = Kako do nas
button-coming = Prihajam
told-reminder-title = Opominjamo vas na vaš termin
told-reminder-change = Če ne morete priti, ga spremenite ali prekličite: prav bo prišel drugi osebi.
told-cancelled-title = Urad je preklical vaš termin
told-expired-title = Vaša zahteva je potekla
told-expired-why = Ni bila pravočasno potrjena, zato je preklicana in termin je spet prost.
told-again = Če termin še potrebujete, rezervirajte novega z /prenota.
told-virtual = Ob uri termina pritisnite gumb { $button }: ničesar vam ni treba namestiti. Če ga pritisnete prej, boste videli, koliko časa je še do začetka.

## The groups of the offices' staff
command-oggi = Današnji termini
command-collega = Poveži skupino z uradom
command-scollega = Prekini povezavo skupine
group-office-booked = Nov termin
group-office-moved = Termin spremenjen
group-office-cancelled = Termin preklican
group-office-late = Oseba zamuja
# $office
group-linked = Skupina je povezana: { $office }
group-linked-already = Skupina je že povezana: { $office }
group-tells = Tukaj boste brali o novih, spremenjenih in preklicanih terminih ter o zamudah: samo koda in ura.
group-tells-details = Tukaj boste brali o novih, spremenjenih in preklicanih terminih ter o zamudah, z imeni in razlogi oseb: preverite, kdo je v skupini.
group-commands = Z /oggi vidite današnje termine, s /scollega prekinete povezavo skupine.
group-code-wrong = Ta koda ni veljavna ali je potekla. Skrbnik storitve lahko ustvari novo z: ricevimenti office link URAD
group-unlinked = Povezava skupine je prekinjena: tukaj ne bo več sporočil.
group-not-linked = Ta skupina ni povezana z nobenim uradom.
group-day-empty = Danes ni terminov.
# $count: number
group-day-more = { $count ->
    [one] in še { $count } termin
    [two] in še { $count } termina
    [few] in še { $count } termini
   *[other] in še { $count } terminov
  }

# The office cannot keep the time and offers others.
told-reoffered-title = Urad vas ob tem času ne more več sprejeti
told-reoffered-choose = Izberite enega od teh terminov, ki smo jih zadržali za vas, ali drugega.
told-reoffered-none = Izberite drug termin ali prekličite rezervacijo.
button-other-time = Izberi drug termin
