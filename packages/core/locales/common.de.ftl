### The words all parts share. German as the public offices of South Tyrol write it.

## Buttons
button-book = Vormerken
button-request = Termin anfragen
button-confirm = TERMIN BESTÄTIGEN
button-cancel = TERMIN ABSAGEN
button-move = ÄNDERN
button-join = TEILNEHMEN
button-enter = RAUM BETRETEN
button-book-again = Neuen Termin vormerken
button-late = Ich verspäte mich
button-waiting-join = Bei freiem Termin benachrichtigen
button-waiting-prove = WARTELISTE BESTÄTIGEN
button-waiting-take = Ja, ich nehme ihn
button-waiting-swap = Ja, meinen Termin verlegen
button-waiting-decline = Nein, danke
button-waiting-leave = Warteliste verlassen
button-waiting-change = Tage, Uhrzeiten oder Art ändern
outside-hours = Jetzt geschlossen

## The notice to hang up
poster-title = Sprechstunden nach Vereinbarung
poster-web = Im Internet
poster-bot = Mit Telegram
poster-phone = Telefon { $phone }
poster-step-scan = Halten Sie die Kamera des Telefons auf einen Code.
poster-step-choose = Wählen Sie Tag und Uhrzeit, und geben Sie Namen und E-Mail-Adresse an.
poster-step-confirm = Öffnen Sie die E-Mail von uns und drücken Sie innerhalb von { $time } auf { $button }.

## Modes
mode-in-person = Vor Ort
mode-virtual = VIRTUELL
mode-in-person-explained = Vor Ort: Sie kommen persönlich ins Amt
mode-virtual-explained = VIRTUELL: Sie verbinden sich mit Computer, Tablet oder Telefon per Videoanruf mit dem virtuellen Amt; dazu senden wir Ihnen die Links

## Booking: the handbook's form
offices-title = Sprechstunden der Ämter
choose-slot = Wählen Sie eine der freien Uhrzeiten für Ihren Termin
ask-name = Ihr Vor- und Nachname
ask-email = Ihre E-Mail-Adresse
ask-reason = Grund für den Termin
consent = Ich bin einverstanden, dass die Daten dieses Formulars ausschließlich für die Abwicklung des Termins verarbeitet werden (Zustimmung erforderlich).
attention-title = ACHTUNG!
attention-mail = Wenn Sie auf Termin anfragen drücken, senden wir an die angegebene Adresse eine E-Mail mit einem Link, mit dem Sie Ihren Termin bestätigen.
attention-must = Um die Vormerkung abzuschließen, Ihre Identität zu überprüfen und den Termin zu bestätigen, müssen Sie unbedingt auf den Link in dieser E-Mail drücken.
attention-deadline = Für die Bestätigung haben Sie { $duration } Zeit; danach wird die Vormerkung automatisch gelöscht.

## Labels in front of a booking's facts
label-office = Amt
label-when = Wann
label-where = Wo
label-day = Tag
label-hour = Uhrzeit
label-mode = Art
label-service = Anliegen
label-bring = Mitzubringen
label-bring-virtual = Bereitzuhalten
label-reason = Grund
label-code = Termincode
label-name = Vor- und Nachname
label-email = E-Mail
label-phone = Telefon
label-state = Stand
where-virtual = per Videoanruf, mit Computer, Tablet oder Telefon

## States of a booking
state-held = noch nicht vollständig
state-pending = noch zu bestätigen
state-confirmed = bestätigt
state-attended = abgeschlossen
state-no-show = nicht wahrgenommen
state-expired = verfallen
state-cancelled = abgesagt

## What the citizen has let the office know
announced-coming = kommt
announced-late = verspätet sich

## What somebody on the waiting list waits for
wish-any-day = beliebig
wish-any-hour = beliebig
wish-each-day = jeder Tag
wish-each-hour = jede Uhrzeit
wish-until = { $days }, bis { $day }
wish-after = ab { $time } Uhr
wish-before = vor { $time } Uhr
wish-morning = Vormittag
wish-afternoon = Nachmittag

## The waiting list: said where a time is offered
waiting-offer-title = Ein Termin ist frei geworden
waiting-offer-explained = Dieser Termin ist bis { $until } für Sie reserviert. Wenn Sie nicht antworten, bieten wir ihn einer anderen Person an.
waiting-swap = Sie haben schon einen Termin bei diesem Amt ({ $slot }): Wenn Sie annehmen, verlegen wir ihn auf diese Uhrzeit.

## Times and lengths
slot-line = { $day } - { $time } ({ $minutes } Min.)
slot-line-mode = { $slot } - { $mode }
hour-of-day = { $time } Uhr am { $day }
count-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
  }

## What the rules say no to, each with the next step
refusal-office-unknown = Dieses Amt gibt es nicht oder es vergibt keine Termine: Wählen Sie ein Amt aus der Liste.
refusal-service-unknown = Dieses Anliegen wird von diesem Amt nicht behandelt: Wählen Sie eines aus der Liste.
refusal-booking-unknown = Mit diesem Code gibt es keine Vormerkung: Prüfen Sie, ob Sie ihn richtig geschrieben haben.
refusal-slot-taken = Diese Uhrzeit wurde soeben von einer anderen Person vorgemerkt: Wählen Sie eine andere.
refusal-slot-taken-nearest = Diese Uhrzeit wurde soeben von einer anderen Person vorgemerkt: Wählen Sie eine andere, zum Beispiel { $nearest }.
refusal-slot-not-offered = Zu dieser Uhrzeit vergibt das Amt keine Termine: Wählen Sie eine der freien Uhrzeiten.
refusal-slot-not-offered-nearest = Zu dieser Uhrzeit vergibt das Amt keine Termine: Wählen Sie eine der freien Uhrzeiten, zum Beispiel { $nearest }.
refusal-slot-past = Diese Uhrzeit ist schon vorbei: Wählen Sie eine spätere.
refusal-too-soon = Diese Uhrzeit liegt zu nahe: Wählen Sie eine ab { $earliest }.
refusal-beyond-horizon = Dieser Tag ist zu weit entfernt: Derzeit können Sie bis { $latest } vormerken.
refusal-not-released = Diese Uhrzeit kann noch nicht vorgemerkt werden: Möglich ist es ab { $day }, { $time } Uhr.
refusal-mode-not-offered = Zu dieser Uhrzeit gibt es die gewählte Art des Termins nicht: Wählen Sie eine andere Art oder eine andere Uhrzeit.
refusal-limit-office = { $limit ->
    [one] Sie haben schon einen Termin bei diesem Amt: Sie können ihn ändern oder ihn absagen, um einen anderen vorzumerken.
   *[other] Sie haben schon { $limit } Termine bei diesem Amt: Sie können sie ändern oder einen davon absagen, um einen anderen vorzumerken.
  }
refusal-limit-total = { $limit ->
    [one] Sie haben schon einen Termin: Sagen Sie ihn ab oder warten Sie, bis er vorbei ist, um einen anderen vorzumerken.
   *[other] Sie haben schon { $limit } Termine: Sagen Sie einen davon ab oder warten Sie, bis einer vorbei ist, um einen anderen vorzumerken.
  }
refusal-limit-unconfirmed = { $limit ->
    [one] Sie haben schon eine unbestätigte Anfrage: Öffnen Sie die E-Mail dazu und drücken Sie auf TERMIN BESTÄTIGEN, dann versuchen Sie es noch einmal.
   *[other] Sie haben schon { $limit } unbestätigte Anfragen: Öffnen Sie die E-Mails dazu und drücken Sie auf TERMIN BESTÄTIGEN, dann versuchen Sie es noch einmal.
  }
refusal-resend-limit = Wir haben die E-Mail zur Bestätigung schon so oft wie möglich gesendet: Schauen Sie auch im Spam-Ordner nach und rufen Sie, falls Sie sie nicht finden, das Amt an.
refusal-hold-expired = Die Zeit für die Anfrage ist abgelaufen und die Uhrzeit ist nicht mehr für Sie reserviert: Wählen Sie noch einmal eine Uhrzeit.
refusal-confirmation-expired = Die Zeit für die Bestätigung ist abgelaufen und die Vormerkung wurde gelöscht: Merken Sie einen neuen Termin vor.
refusal-state-held = Die Anfrage ist noch nicht vollständig: Füllen Sie alles aus und drücken Sie auf Termin anfragen.
refusal-state-pending = Der Termin ist noch nicht bestätigt: Drücken Sie in der E-Mail auf TERMIN BESTÄTIGEN.
refusal-state-confirmed = Der Termin ist schon bestätigt: Sie müssen nichts weiter tun.
refusal-state-attended = Dieser Termin hat schon stattgefunden: Merken Sie bei Bedarf einen neuen vor.
refusal-state-no-show = Dieser Termin ist schon vorbei: Merken Sie bei Bedarf einen neuen vor.
refusal-state-expired = Diese Vormerkung ist verfallen, weil sie nicht rechtzeitig bestätigt wurde: Merken Sie einen neuen Termin vor.
refusal-state-cancelled = Dieser Termin wurde abgesagt: Merken Sie bei Bedarf einen neuen vor.
refusal-nothing-to-move = Der Termin ist schon genau zu dieser Uhrzeit: Um ihn zu ändern, wählen Sie eine andere.
refusal-already-started = Der Termin hat schon begonnen und kann nicht mehr geändert werden: Wenden Sie sich direkt an das Amt.
refusal-link-invalid = Dieser Link ist ungültig oder unvollständig: Gehen Sie zur E-Mail zurück und drücken Sie noch einmal auf den Knopf.
refusal-link-outdated = Dieser Link gilt nicht mehr, weil der Termin geändert wurde: Verwenden Sie die Links der neuesten E-Mail.
refusal-room-closed = Der virtuelle Raum ist nur von { $opens } bis { $closes } offen: Betreten Sie ihn in dieser Zeit.
refusal-not-virtual = Dieser Termin findet vor Ort statt: Kommen Sie persönlich ins Amt, ein Videoanruf ist nicht nötig.

## What can be wrong in the form
form-name-missing = Schreiben Sie Ihren Vor- und Nachnamen.
form-name-too-long = Der Name ist zu lang: Schreiben Sie nur Vor- und Nachnamen.
form-name-malformed = Der Name ist nicht richtig geschrieben: Schreiben Sie Vor- und Nachnamen, zum Beispiel Mario Rossi.
form-name-not-plain-text = Der Name enthält unerlaubte Zeichen: Verwenden Sie nur Buchstaben, Leerzeichen, Apostrophe und Bindestriche.
form-email-missing = Schreiben Sie Ihre E-Mail-Adresse: Wir brauchen sie, um Ihnen die E-Mail zur Bestätigung zu senden.
form-email-too-long = Die E-Mail-Adresse ist zu lang: Prüfen Sie, ob Sie sie richtig geschrieben haben.
form-email-malformed = Die E-Mail-Adresse ist nicht richtig: Prüfen Sie sie, zum Beispiel mario.rossi@example.it.
form-email-not-plain-text = Die E-Mail-Adresse enthält unerlaubte Zeichen: Schreiben Sie sie noch einmal, ohne Leerzeichen.
form-reason-missing = Schreiben Sie den Grund für den Termin: So kann sich das Amt vorbereiten.
form-reason-too-long = Der Grund ist zu lang: Fassen Sie ihn in wenigen Zeilen zusammen.
form-reason-malformed = Der Grund ist nicht richtig geschrieben: Schreiben Sie ihn noch einmal in wenigen Worten.
form-reason-not-plain-text = Der Grund enthält unerlaubte Zeichen: Schreiben Sie ihn noch einmal, nur mit Buchstaben, Ziffern und Satzzeichen.
form-consent-missing = Um einen Termin vorzumerken, müssen Sie der Verarbeitung der Daten zustimmen: Kreuzen Sie das Kästchen an.
