### The web pages.

## Frame of every page
portal-name = Portal v službi občanov
service-name = Osebni in virtualni termini
skip-to-content = Na vsebino
footer-links = O tej storitvi
privacy-link = Obvestilo o zasebnosti
accessibility-link = Dostopnost
feedback = Ste na teh straneh našli težavo? Pišite na

## Ways on
to-offices = Na seznam uradov
to-booking = Na termin

## List of offices
home-lead = Izberite urad, pri katerem želite termin, osebno ali po videoklicu.
no-offices = Trenutno noben urad ne sprejema strank po dogovoru.
hours = Uradne ure:
days-from-to = { $first }–{ $last }
hours-from = začetek: { $day }
next-free = Prvi prosti termin: { $slot }
none-free = Trenutno ni prostih terminov.
next-release = Rezervacija novih terminov: { $day }
next-release-at = Rezervacija novih terminov: { $day } ob { $time }

## A booking
when-line = { $day }, od { $from } do { $to }
booking-title = Vaš termin
booking-pending = Termin še ni potrjen. Odprite potrditveno e-sporočilo in pritisnite gumb POTRDI TERMIN do { $until }, sicer se prekliče.
booking-how-in-person = Pridite v urad nekaj minut prej s to kodo rezervacije.
booking-how-virtual = Ob uri termina odprite to stran in pritisnite gumb PRIDRUŽI SE: ničesar vam ni treba namestiti.
booking-cancelled = Ta termin je preklican. Če ga še potrebujete, rezervirajte novega.
booking-expired = Ta rezervacija je potekla, ker ni bila pravočasno potrjena. Če termin še potrebujete, rezervirajte novega.
calendar-title = Dodajte v svoj koledar
calendar-file = Prenesi datoteko za koledar (iCal)
calendar-note = Google Koledar in Outlook sta zunanji storitvi: če ju odprete, prejmeta datum, uro in urad termina.

## What has just been done
outcome-confirmed = Termin je potrjen. Poslali smo vam e-sporočilo z vsemi podatki.
outcome-already-confirmed = Termin je bil že potrjen: ničesar več vam ni treba storiti.
outcome-moved = Termin je spremenjen. Poslali smo vam e-sporočilo z novimi podatki: odslej veljajo samo povezave iz njega.
outcome-late = Opravljeno: urad smo obvestili, da zamujate.
outcome-already-moved = Termin je bil že spremenjen: ni vam treba storiti nič drugega. Poslali smo vam e-sporočilo z novimi podatki: veljajo samo povezave iz njega.
outcome-cancelled = Termin je preklican. Ura je spet prosta za druge.
outcome-already-cancelled = Termin je bil že preklican: ničesar več vam ni treba storiti.

## Confirming
confirm-title = Potrdite svoj termin
confirm-lead = Preverite podatke o terminu in pritisnite spodnji gumb.
confirm-deadline = Pritisnite gumb do { $until }: potem se rezervacija prekliče in ura je spet prosta.
confirmed-title = Termin je potrjen
confirmed-already = Termin je že potrjen: ničesar več vam ni treba storiti.

## Cancelling
cancel-title = Ali res želite preklicati termin?
cancel-lead = Razloga vam ni treba navesti. Preklicanega termina ni mogoče obnoviti: rezervirati boste morali znova.
cancel-keep = Ne, nazaj na termin

## Moving
move-title = Sprememba termina
move-now = Vaš sedanji termin: { $slot }.
move-lead = Izberite drugo uro ali drug način. Vaš sedanji termin velja, dokler ne potrdite drugega.
moved-title = Termin je spremenjen
move-submit = Spremeni termin
move-keep = Ne spremeni
move-none = Trenutno ni drugih prostih terminov. Vaš termin ostane, kakršen je.
move-nothing-chosen = Niste izbrali nobenega termina: izberite ga in znova pritisnite gumb.

## Joining
join-title = Virtualni termin
join-dear = Pozdravljeni, { $name },
join-wait = virtualnemu sestanku se še ne morete pridružiti.
join-wait-lead = Preostali čas:
join-when = Vaš termin: { $when }. Soba se odpre ob { $opens }.
join-keep-open = To stran lahko pustite odprto: ko bo čas, se bo pojavil gumb za vstop.
join-open = soba za vaš termin je odprta: { $office }, { $when }.
join-how = Odpre se stran videoklica: če vas vpraša, dovolite uporabo mikrofona in kamere, napišite ime in priimek ter se povežite. Nato počakajte, da vstopi uslužbenec urada. Za konec pritisnite rdeči gumb.

## An appointment that is over
over-title = Termin je mimo
over-text = Čas tega termina je minil. Če ga še potrebujete, rezervirajte novega.
over-which = To je bil ta termin

## Titles of the pages that say no
refused = To ni mogoče
refused-link = Neveljavna povezava
refused-moved = Ta povezava ne velja več
refused-slot = Termin ni na voljo
refused-started = Termin se je že začel
refused-not-virtual = Osebni termin
refused-room = Virtualna soba je zaprta
refused-state-held = Zahteva ni popolna
refused-state-pending = Termin še ni potrjen
refused-state-confirmed = Termin je potrjen
refused-state-attended = Termin je mimo
refused-state-no-show = Termin je mimo
refused-state-expired = Rezervacija je potekla
refused-state-cancelled = Termin je preklican

## Pages about the request itself
not-found-title = Strani ni mogoče najti
not-found-text = Ta stran ne obstaja. Če ste povezavo kopirali iz e-sporočila, preverite, ali ste jo kopirali v celoti.
wrong-method-title = Zahteva ni mogoča
wrong-method-text = Te strani ni mogoče uporabiti na ta način. Znova jo odprite s povezavo v e-sporočilu in pritisnite gumb.
too-large-title = Zahteva je prevelika
too-large-text = Poslanih je bilo preveč podatkov. Vrnite se in poskusite znova s krajšim besedilom.
challenge-wait = Trenutek: zahtev je veliko, vaša bo kmalu poslana sama.
challenge-failed = Ta brskalnik obrazca ne more poslati: poskusite z drugim ali pokličite urad.
challenge-undone = Trenutno je zahtev veliko: znova pritisnite »Naprej«.
challenge-no-script = Trenutno je zahtev veliko, obrazec pa potrebuje JavaScript, ki je v vašem brskalniku izklopljen. Lahko tudi:
challenge-phone = pokličete urad ({ $phone })
challenge-mail = pišete uradu ({ $email })
challenge-bot = rezervirate s Telegramom
challenge-later = poskusite pozneje, ko bo zahtev manj
too-many-title = Preveč zahtev
too-many-text = S te internetne povezave je prišlo preveč zahtev. Počakajte in poskusite znova; preostali čas: { $wait }.
too-many-mails-title = Preveč e-sporočil
too-many-mails-text = Na ta e-poštni naslov smo pisali že velikokrat. Počakajte in poskusite znova; preostali čas: { $wait }.
trapped-title = Zahteva ni sprejeta
trapped-text = Videti je, da je obrazec izpolnil program: vrnite se in ga izpolnite znova ali pokličite urad.
foreign-title = Zahteva ni sprejeta
foreign-text = Gumb je bil pritisnjen na drugem spletnem mestu. Odprite stran s povezavo v e-sporočilu in pritisnite gumb tam.
fault-title = Nekaj ni delovalo
fault-text = Zaradi težave pri nas strani ni mogoče prikazati. Poskusite znova čez nekaj minut; če težava ostane, se obrnite na urad.

## Privacy notice
privacy-title = Obvestilo o zasebnosti
privacy-who-title = Kdo obdeluje vaše podatke
privacy-who = { $town } je upravljavec podatkov, ki jih vnesete za rezervacijo termina.
privacy-what-title = Katere podatke hranimo
privacy-what-form = Kar napišete vi: ime in priimek, e-poštni naslov, razlog za termin.
privacy-what-booking = Kar spada k terminu: urad, zadeva, dan in ura, način, jezik, koda ter kdaj je bil rezerviran, potrjen, spremenjen ali preklican.
privacy-what-consent = Vaše soglasje: kdaj ste ga dali in h kateri različici tega obvestila.
privacy-what-telegram = Če rezervirate prek Telegrama: številka vašega klepeta in kar napišete botu, medtem ko izpolnjujete zahtevo.
privacy-what-not = Te strani uporabljajo samo tehnične piškotke, medtem ko rezervirate: eden en dan prepoznava vaš brskalnik, drugi pol ure samo na vaši napravi hrani, kar napišete v obrazec. Ne sledijo vam in ničesar ne nalagajo z drugih spletnih mest.
privacy-why-title = Zakaj
privacy-why = Samo za vodenje vašega termina: da ga potrdimo, vas nanj opomnimo ter da se urad pripravi in vas sprejme. Podlaga je vaše soglasje, brez katerega rezervacija ni mogoča. Podatki ne služijo ničemur drugemu in o vas se ne sprejema nobena samodejna odločitev.
privacy-readers-title = Kdo jih vidi
privacy-readers = Uslužbenci izbranega urada in tisti, ki za občino skrbijo za sistem. Če vstopite v virtualni termin, se ime, ki ga vpišete, posreduje strežniku za videoklice { $video }. Če uporabljate Telegram, gredo sporočila bota prek njegovih strežnikov; e-pošta gre prek vašega ponudnika.
privacy-how-long-title = Kako dolgo
privacy-how-long = Čas za potrditev zahteve: { $deadline }. Nepotrjena zahteva poteče in ura je spet prosta. Vaši podatki se izbrišejo { $kept } po terminu ali prej, če to zahtevate.
privacy-rights-title = Vaše pravice
privacy-rights = Kadar koli lahko zahtevate vpogled v svoje podatke, njihovo kopijo, popravek, izbris ali omejitev uporabe, lahko pa tudi prekličete soglasje; kar je bilo storjeno prej, ostane zakonito. Če menite, da se vaši podatki zlorabljajo, se lahko obrnete na italijanski organ za varstvo osebnih podatkov (Garante per la protezione dei dati personali, www.garanteprivacy.it).
privacy-contact-title = Na koga se obrniti
privacy-contact-mail = Pišite na
privacy-contact-offices = Pišite uradu, pri katerem imate termin: naslovi so na seznamu
privacy-full = Celotno obvestilo: { $town }
privacy-version = Različica obvestila: { $version }

## Accessibility
accessibility-title = Dostopnost
accessibility-lead = Te strani so narejene tako, da jih lahko uporabljajo vsi, po smernicah WCAG 2.2, raven AA.
accessibility-keyboard = Uporabljate jih lahko tudi samo s tipkovnico in z bralniki zaslona.
accessibility-small = Berljive so na majhnem zaslonu in s povečanim besedilom.
accessibility-script = Delujejo tudi brez JavaScripta.
accessibility-countdown = Odštevanje pred videoklicem ne omejuje vašega časa: čaka samo na odprtje sobe.
accessibility-room = Soba za videoklic je drug program (Jitsi Meet), ki ni odvisen od teh strani. Če je ne morete uporabljati, lahko z gumbom SPREMENI izberete osebni termin.
accessibility-tell-title = Nekaj ne deluje?
accessibility-tell-mail = Povejte nam, na kateri strani in s katero napravo se vam je zataknilo. Pišite na
accessibility-tell-offices = Povejte nam, na kateri strani in s katero napravo se vam je zataknilo. Pišite enemu od uradov s seznama
accessibility-appeal = Če v 30 dneh ne prejmete odgovora ali z njim niste zadovoljni, se lahko obrnete na varuha za digitalne pravice (Difensore civico per il digitale) pri Agenciji za digitalno Italijo (AgID).

## The journey: every step
home-crumb = Domov
breadcrumb = Pot strani
language = Jezik
main-navigation = Glavna navigacija
page-index = Kazalo strani
button-back = Nazaj
button-next = Naprej
select-option = Izberite možnost
required-note = Polja, označena z zvezdico (*), so obvezna.
errors-title = { $count ->
    [one] Našli smo { $count } težavo
    [two] Našli smo { $count } težavi
    [few] Našli smo { $count } težave
   *[other] Našli smo { $count } težav
  }
error-title = Napaka: { $title }
error-prefix = Napaka:
book-title = Rezervacija termina
steps = Koraki rezervacije
step-place = Kraj
step-time = Datum in ura
step-details = Podrobnosti termina
step-applicant = Prosilec
step-summary = Povzetek
step-of = Korak { $step } od { $steps }, trenutni
step-done = zaključen

## Searching for an office
search-label = Poiščite urad ali zadevo
search-button = Išči
search-all = Prikaži vse urade
search-none = Noben urad ne ustreza iskanju: poskusite z drugo besedo ali prikažite vse urade.
none-available = Ni prostih terminov
home-bot = Rezervirate lahko tudi prek Telegrama

## Place
place-title = Urad
place-lead = Izberite urad, pri katerem želite zaprositi za termin
place-legend = Izberite urad
place-missing = Izberite urad, pri katerem želite zaprositi za termin.
place-unit = Služba
place-address = Naslov:
place-opening = Uradne ure:
place-for-topic = Pristojni uradi za: { $topic }.
place-topic-unknown = Zadeva iz povezave ni več na voljo: izberite urad in nato zadevo.
topic-title = Zadeva
topic-lead = Izberite zadevo: od nje so odvisni prosti termini.
topic-missing = Izberite zadevo za termin.
topic-other = Druga zadeva
topic-only-mode = samo { $mode }

## Time
time-title = Prosti termini
time-for-topic = Zadeva: { $topic }
time-months = Meseci s prostimi dnevi
time-days = Prosti dnevi, { $month }: pritisnite dan, da vidite njegove termine
time-day = { $count ->
    [one] { $day }, { $count } prost termin
    [two] { $day }, { $count } prosta termina
    [few] { $day }, { $count } prosti termini
   *[other] { $day }, { $count } prostih terminov
  }
time-of-day = Termini: { $day }
time-length = Vsak termin traja { $minutes } min.
time-minutes = ({ $minutes } min)
time-nearest = Najbližji prosti termini
time-missing = Izberite uro termina.
time-lost = Termin { $slot } ni več na voljo. Izberite drugega: kar ste že napisali, ni izgubljeno.
time-none = Trenutno ni prostih terminov: { $office }. Poskusite znova v prihodnjih dneh ali se obrnite na urad.
time-other-office = Izberi drug urad

## The time that is held
held-title = Vaš termin
held-until = Termin je rezerviran za vas do { $until }
held-lead = Termin je rezerviran za vas. Preostali čas:
held-last = manj kot 1 minuta
held-over = Čas je potekel. Vseeno nadaljujte: če je termin še prost, ga znova rezerviramo za vas.
button-longer = Potrebujem več časa
lapsed-title = Čas je potekel
lapsed-text = Termin { $slot } ni več rezerviran za vas.
lapsed-kept = Če je še prost, ga lahko znova izberete. Kar ste že napisali, ni izgubljeno.
lapsed-again = Nadaljuj z istim terminom
lapsed-other = Izberi drug termin
unknown-request-title = Vaše zahteve ne najdemo
unknown-request-text = Zahtevo lahko nadaljujete samo na napravi in v brskalniku, v katerem ste jo začeli. Če vaš brskalnik blokira piškotke, dovolite piškotke tega mesta in začnite znova.

## Details, applicant, summary
details-lead = Napišite, zakaj želite termin
details-reason-hint = Nekaj vrstic, največ 1000 znakov: tako se urad lahko pripravi na vaš obisk.
applicant-email-hint = Na ta naslov vam pošljemo potrditveno e-sporočilo: preverite, ali je pravilno napisan.
summary-edit = Spremeni
summary-day = Datum
summary-hour = Ura
summary-privacy = Preberite obvestilo o zasebnosti

## The request has been sent
sent-title = Termin še ni rezerviran
sent-open-mail = Zdaj odprite svojo e-pošto
sent-to = Odprite e-sporočilo, ki smo ga poslali na
sent-press = V e-sporočilu pritisnite gumb POTRDI TERMIN.
sent-until = To storite do { $until }.
sent-or-lapses = Če tega ne storite pravočasno, se zahteva prekliče in ura je spet prosta za druge.
no-mail-title = Ne najdete e-sporočila?
no-mail-wait = Počakajte nekaj minut: pošta včasih zamuja.
no-mail-spam = Poglejte tudi med neželeno pošto (spam).
no-mail-again-title = E-sporočilo ni prispelo
no-mail-again = { $times ->
    [one] Pošljemo vam ga lahko še { $times }-krat.
    [two] Pošljemo vam ga lahko še največ { $times }-krat.
    [few] Pošljemo vam ga lahko še največ { $times }-krat.
   *[other] Pošljemo vam ga lahko še največ { $times }-krat.
  }
button-send-again = Znova pošlji e-sporočilo
no-mail-wrong-title = Naslov je napačen
no-mail-wrong = Popravite ga tukaj: e-sporočilo pošljemo na novi naslov, čas za potrditev pa ostane enak.
button-correct = Popravi naslov in pošlji
sent-again = E-sporočilo smo vam znova poslali.
sent-corrected = Naslov je popravljen: poslali smo vam e-sporočilo. Prejšnje ne velja več.
sent-back = Nazaj na zahtevo
sent-wrong-time = Napačna ura ali termina ne potrebujete več?
sent-manage = Spremeni ali prekliči zahtevo

## One's own data
outcome-resent = Potrditveno e-sporočilo smo vam znova poslali.
outcome-erased = Vaši podatki so izbrisani iz tega termina.
own-data-title = Vaši podatki
own-data-text = Iz tega termina lahko izbrišete svoje ime, e-poštni naslov in razlog.
button-erase = Izbriši moje podatke
erase-title = Ali res želite izbrisati svoje podatke?
erase-lead = Iz tega termina izbrišemo vaše ime in priimek, e-poštni naslov in razlog.
erase-cancels = Termin se prekliče: brez vaših podatkov vas urad ne more sprejeti.
erase-final = Izbrisanih podatkov ni mogoče obnoviti.
erase-keep = Ne, nazaj na termin
erased-title = Podatki so izbrisani

## Services
services-title = Storitve
services-lead = Zadeve, za katere lahko rezervirate termin pri uradih.
services-others = Drugi uradi, ki sprejemajo stranke po dogovoru
button-book-appointment = Rezerviraj termin
service-active = Storitev je na voljo
service-description = { $service }: o tem se lahko po dogovoru pogovorite z uradom { $office }.
service-addressed = Komu je namenjena
service-addressed-text = Vsem, ki v tej zadevi potrebujejo termin pri uradu { $office }.
service-how = Kako poteka
service-how-text = Pritisnite Rezerviraj termin, izberite datum in uro, napišite razlog, svoje ime in e-poštni naslov. Dobili boste e-sporočilo: termin potrdite z gumbom v njem. Čas za potrditev: { $deadline }.
service-needed = Kaj potrebujete
service-needed-text = Za termin potrebujete:
service-needed-nothing = Ni vam treba prinesti ničesar posebnega.
service-achieved = Kaj dobite
service-achieved-text = Termin pri uradu { $office }, na enega od teh načinov: { $modes }.
service-calendar = Čas in roki
service-access = Na storitev
service-conditions = Pogoji storitve
service-contacts = Stiki

## Waiting list
waiting-title = Čakalni seznam
# $office; $time: "20 minuti"
waiting-lead = Pisali vam bomo po e-pošti, takoj ko se sprosti termin pri uradu { $office }. Za vas ga zadržimo; čas za odgovor: { $time }. Če ne odgovorite, ga ponudimo drugi osebi.
waiting-any = Osebno ali VIRTUALNO
waiting-any-hour = Katera koli ura
waiting-days = Kateri dnevi vam ustrezajo?
waiting-days-hint = Odstranite kljukico pri dnevih, ki vam ne ustrezajo.
waiting-days-missing = Izberite vsaj en dan.
waiting-email-hint = Na ta naslov vam pošljemo e-sporočilo za potrditev, nato pa ponudbe.
waiting-earlier = Noben termin vam ne ustreza? Obvesti me, če se sprosti zgodnejši termin
waiting-sent-title = Odprite e-pošto
waiting-sent = Poslali smo vam e-sporočilo: odprite povezavo in potrdite. Šele nato ste na čakalnem seznamu. Poglejte tudi med neželeno pošto (spam).
waiting-sent-wish = Zaprosili ste za obvestilo, ko se sprosti termin pri uradu { $subject }: { $wish }.
# $office
waiting-prove-lead = Želite prejeti e-sporočilo, ko se sprosti termin pri uradu { $office }?
# $office
waiting-listed = Ste na čakalnem seznamu urada { $office }: pisali vam bomo, takoj ko se sprosti termin.
waiting-offer-gone = Ta termin ni več zadržan za vas. Pisali vam bomo, ko se sprosti drug.
waiting-change-lead = Izberite, na katere termine pri uradu { $office } želite čakati. Svoje mesto na čakalnem seznamu obdržite.
waiting-change-save = Shrani
waiting-change-keep = Ne, nazaj na čakalni seznam
waiting-changed = Urejeno: spremenili smo, na kaj čakate, in obdržali ste svoje mesto.
waiting-change-offered = Bi raje čakali na druge dneve ali ure? Spremenite, na kaj čakate.
waiting-left-title = Niste več na čakalnem seznamu
waiting-left = Ponudb ne boste več prejemali. Termin lahko rezervirate kadar koli.

# The office cannot keep the time and offers others. $day: a long day; $time: HH:MM
reoffered-title = Izberite drug termin
reoffered-choose = Urad vas ob rezerviranem času ne more več sprejeti. Te termine smo za vas zadržali do { $time } ({ $day }): pritisnite tistega, ki vam ustreza.
