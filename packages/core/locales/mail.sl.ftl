### Mails and calendar entries. The words on buttons stand in common.

## Opening and closing
greeting = Pozdravljeni, { $name }!
greeting-unnamed = Pozdravljeni!
closing-reply = Če imate vprašanja, odgovorite na to e-sporočilo: odgovor bo prejel urad.
closing-phone = Telefon urada: { $phone }
closing-automatic = To e-sporočilo je samodejno poslala storitev za termine.

## When
when-full = { $day }, ob { $time } ({ $minutes } min)

## Verification: not yet booked
verification-subject = Potrdite svoj termin do { $until } - { $office }
verification-subject-no-deadline = Potrdite svoj termin ({ $office })
verification-title = Vaš termin še ni potrjen
verification-must = Da ga potrdite, morate pritisniti gumb POTRDI TERMIN do { $until }. Sicer se rezervacija samodejno prekliče.
verification-must-no-deadline = Da ga potrdite, morate pritisniti gumb POTRDI TERMIN. Sicer se rezervacija samodejno prekliče.
verification-asked = Zaprosili ste za ta termin:
verification-not-you = Če za ta termin niste zaprosili vi, ne storite ničesar: zahteva se bo preklicala sama.

## Invitation: booked
invitation-subject = Termin potrjen: { $slot }
invitation-title = Vaš termin je potrjen
invitation-facts = Podatki o vašem terminu:
calendar-links = Dodajte termin v svoj koledar:
calendar-google = Google Koledar
calendar-outlook = Outlook
calendar-ical = iCal (Apple in drugi)
change-any-time = Termin lahko kadar koli prekličete ali spremenite, ne da bi navedli razlog.
join-explained = Ob uri termina pritisnite gumb PRIDRUŽI SE: ničesar vam ni treba namestiti. Če ga pritisnete prej, boste videli, koliko časa je še do začetka.

## Reminder
reminder-subject = Opomnik: termin { $slot }
reminder-title = Opominjamo vas na vaš termin
reminder-enter = Ob uri termina pritisnite gumb VSTOPI V SOBO: ničesar vam ni treba namestiti.
reminder-change = Če ne morete priti, prekličite ali spremenite termin: prav bo prišel drugi osebi.
reminder-late = Če zamujate, obvestite urad na strani svojega termina:

## Moved
moved-subject = Termin spremenjen: { $slot }
moved-title = Vaš termin je spremenjen
moved-facts = Novi podatki o vašem terminu:
moved-old-links = Povezave iz prejšnjih e-sporočil ne veljajo več: uporabite povezave iz tega.

## Cancelled
cancelled-subject = Termin preklican: { $slot }
cancelled-title = Vaš termin je preklican
cancelled-facts-office = Urad je preklical ta termin:
cancelled-facts-citizen = Preklicali ste ta termin:
cancelled-again = Če ga še potrebujete, lahko rezervirate nov termin.

## Expired
expired-subject = Zahteva je potekla: termin { $slot }
expired-title = Vaša zahteva je potekla
expired-explained = Termin ni bil pravočasno potrjen, zato je rezervacija preklicana in termin je spet prost.
expired-facts = Zaprosili ste za ta termin:

## Waiting list
waiting-proof-subject = Potrdite, da želite obvestilo o prostem terminu ({ $office })
waiting-proof-title = Ali želite obvestilo, ko se sprosti termin?
waiting-proof-explained = Zaprosili ste za obvestilo, ko se sprosti termin. Za vpis na čakalni seznam odprite stran z gumbom in potrdite do { $until }.
waiting-proof-not-you = Če za to niste zaprosili vi, ne storite ničesar: zahteva se bo preklicala sama.
waiting-known-subject = Ste že na čakalnem seznamu ({ $office })
waiting-known-title = Ste že na čakalnem seznamu
waiting-known-explained = Znova ste zaprosili za obvestilo, vendar ste že na čakalnem seznamu in obdržite svoje mesto: ni vam treba storiti ničesar. Če želite druge dni ali ure, odprite stran z gumbom in pritisnite »{ $button }«. Zdaj čakate na:
button-waiting-page = ODPRI ČAKALNI SEZNAM
waiting-offer-subject = Sprostil se je termin: { $slot }
button-waiting-answer = ODGOVORI
waiting-leave = Na isti strani lahko ta termin zavrnete ali zapustite čakalni seznam.

## To the office
office-booked-subject = Nov termin: { $slot } ({ $code })
office-booked-title = Nov potrjen termin
office-booked-explained = Podatki, da se lahko pripravite:
office-moved-subject = Termin spremenjen: { $slot } ({ $code })
office-moved-title = Termin je spremenjen
office-moved-explained = Novi podatki o terminu:
office-cancelled-subject = Termin preklican: { $slot } ({ $code })
office-cancelled-title = Termin je preklican
office-cancelled-explained = Ura je spet prosta. Preklican je bil ta termin:
office-late-subject = Zamuda: { $slot } ({ $code })
office-late-title = Stranka zamuja
office-late-explained = Stranka sporoča, da bo zamudila na ta termin:
digest-subject = Termini { $day } - { $office } ({ $count })
digest-title = Termini: { $day }
digest-explained = { $count ->
    [one] Danes je { $count } termin.
    [two] Danes sta { $count } termina.
    [few] Danes so { $count } termini.
   *[other] Danes je { $count } terminov.
  }
office-room = Ob uri termina s tem gumbom vstopite v sobo. Povezava je samo za urad: ne posredujte je naprej.
office-reply = Če odgovorite na to e-sporočilo, pišete stranki.
label-desk = Okence

## Calendar entry
calendar-summary = Termin: { $office }
calendar-change = Za preklic ali spremembo termina:
calendar-join = Za sodelovanje v videoklicu:
calendar-join-by-mail = Za sodelovanje v videoklicu pritisnite gumb PRIDRUŽI SE v e-sporočilu s potrditvijo.

# The office cannot keep the time and offers others. $slot: a slot-line; $day: a long day; $time: HH:MM
reoffered-subject = Termin je treba prestaviti: { $slot }
reoffered-title = Vaš termin je treba prestaviti
reoffered-facts = Urad vas ob rezerviranem času ne more več sprejeti:
reoffered-until = Te termine smo za vas zadržali do { $time } ({ $day }). Pritisnite tistega, ki vam ustreza, in ga potrdite na strani, ki se odpre:
reoffered-none = Trenutno ni bližnjih terminov, ki bi vam jih lahko ponudili.
reoffered-otherwise = Izberete lahko tudi kateri koli drug prost termin ali rezervacijo prekličete.
