### The Telegram bot.

## Commands, as Telegram's menu shows them
command-start = Von vorne beginnen
command-prenota = Termin vormerken
command-appuntamenti = Ihre Termine: ansehen, ändern, absagen
command-lingua = Sprache ändern
command-privacy = Wie wir Ihre Daten verwenden
command-aiuto = So funktioniert es
command-annulla = Die laufende Anfrage abbrechen

## The bot's profile: at most 512 and 120 characters
profile-description = Mit diesem Bot merken Sie einen Termin bei den Ämtern der Gemeinde vor, vor Ort oder per Videoanruf. Wählen Sie Amt, Tag und Uhrzeit; dann bestätigen Sie mit einem Knopf in der E-Mail, die wir Ihnen senden. Hier können Sie Ihre Termine auch ändern oder absagen, und vor jedem Termin erhalten Sie eine Erinnerung. Drücken Sie auf STARTEN, um zu beginnen.
profile-short = Merken Sie einen Termin bei den Ämtern der Gemeinde vor, vor Ort oder per Videoanruf.

## Moving about
button-back = « Zurück
button-restart = Neu beginnen
button-earlier = « Vorherige
button-later = Nächste »
button-close-booking = « Zurück zur Vormerkung
button-close-offices = « Zurück zu den Ämtern
button-close-request = « Zurück zur Anfrage
page = Seite { $page } von { $pages }

## Finding
choose-office = Wählen Sie das Amt, bei dem Sie einen Termin möchten: Drücken Sie unten auf seinen Namen oder schreiben Sie ein Wort (zum Beispiel IMU).
found-title = Das habe ich gefunden: Drücken Sie auf das, was Sie brauchen.
no-offices = Derzeit vergibt kein Amt Termine.
first-free = Erste freie Uhrzeit: { $slot }
none-free-now = Derzeit keine freie Uhrzeit
choose-service = Für welches Anliegen möchten Sie einen Termin?
button-other-service = Anderes Anliegen
button-first-free = { $mode }: { $day } - { $time }
choose-day = Wählen Sie den Tag: Sie können auf die Tage mit Zahl drücken, an denen es freie Uhrzeiten gibt. Die erste freie Uhrzeit steht ganz oben bei den Knöpfen.
no-days = Es gibt keine freien Uhrzeiten. Drücken Sie auf „Bei freiem Termin benachrichtigen“ oder gehen Sie zurück und wählen Sie ein anderes Amt.
visit-length = Jeder Termin dauert { $minutes } Minuten.
no-times = An diesem Tag gibt es keine freien Uhrzeiten mehr. Gehen Sie zurück und wählen Sie einen anderen Tag.
choose-nearest = Das sind die nächsten freien Uhrzeiten:
button-other-days = Andere Tage

## The waiting list
waiting-title = Warteliste
waiting-how = Wir schreiben Ihnen hier, sobald ein Termin frei wird. Wir reservieren ihn { $time } lang für Sie: Wenn Sie nicht antworten, bieten wir ihn einer anderen Person an.
waiting-wish = Wir schreiben Ihnen bei diesen Terminen:
waiting-fine = Wenn das so passt, drücken Sie { $button }.
waiting-pick = Wenn Ihnen nur bestimmte Tage oder Uhrzeiten passen, drücken Sie diese zuerst hier unten: Sie bekommen dann das Zeichen ✓.
button-waiting-yes = Passt, benachrichtigen
button-waiting-earlier = Bei früherem Termin benachrichtigen

## Moving
moving-title = Sie ändern diesen Termin:
move-title = Möchten Sie den Termin auf diese Uhrzeit verlegen?
move-from = Von
move-to = Auf
move-confirmed = Sie erhalten eine E-Mail mit der neuen Uhrzeit. Die bisherige Uhrzeit wird wieder für andere frei.
move-pending = Sie erhalten eine neue E-Mail zur Bestätigung: Der Link der ersten gilt dann nicht mehr.
button-move-here = Ja, Termin verlegen

## Form
held-until = Diese Uhrzeit ist bis { $until } Uhr für Sie reserviert.
held-no-more = Diese Uhrzeit war bis { $until } Uhr für Sie reserviert. Machen Sie weiter: Wenn sie noch frei ist, reservieren wir sie noch einmal für Sie.
form-progress = Frage { $number } von { $of }
hint-name = Schreiben Sie ihn unten und senden Sie ihn als Nachricht.
hint-email = Schreiben Sie sie unten und senden Sie sie als Nachricht. An diese Adresse senden wir die E-Mail zur Bestätigung.
hint-reason = Schreiben Sie ihn unten und senden Sie ihn als Nachricht: So kann sich das Amt vorbereiten.
written-before = Sie hatten geschrieben: { $value }
button-keep-answer = So lassen
button-use-name = Ich bin { $name }
address-before = Letztes Mal haben Sie diese Adresse verwendet: { $email }
button-use-address = Dieselbe Adresse verwenden
doubt-written = Sie haben { $written } geschrieben
doubt-meant = Meinten Sie vielleicht { $meant }?
doubt-advice = Drücken Sie auf einen Knopf oder schreiben Sie die Adresse noch einmal.
button-doubt-meant = Ja, ich habe mich verschrieben
button-doubt-written = Nein, die Adresse stimmt

## Summary and consent
summary-title = Zusammenfassung der Anfrage
button-edit-name = Name ändern
button-edit-email = E-Mail ändern
button-edit-reason = Grund ändern
button-edit-time = Uhrzeit ändern
consent-title = Verarbeitung der Daten
button-consent = Ich stimme der Datenverarbeitung zu
button-notice = Datenschutzinformation lesen

## Requested
not-booked-title = ACHTUNG! Der Termin ist noch NICHT vorgemerkt.
open-the-mail = Öffnen Sie jetzt die E-Mail, die wir an { $email } gesendet haben.
time-left = Sie haben noch { $left } Zeit.
press-confirm = Drücken Sie bis { $until } auf TERMIN BESTÄTIGEN.
or-it-lapses = Sonst wird die Anfrage automatisch gelöscht.
no-mail-title = Sie finden die E-Mail nicht?
no-mail-spam = Warten Sie einige Minuten und schauen Sie auch im Spam-Ordner nach.
no-mail-address = Wenn die Adresse falsch ist, drücken Sie auf Adresse berichtigen.
button-resend = E-Mail noch einmal senden
button-correct-address = Adresse berichtigen
mail-went-to = Die E-Mail zur Bestätigung ging an diese Adresse: { $email }
hint-new-address = Schreiben Sie unten die richtige Adresse und senden Sie sie als Nachricht: Wir senden Ihnen sofort eine neue E-Mail.
button-my-bookings = Meine Termine
booking-is-held = Die Anfrage ist noch nicht vollständig.
booking-is-pending = Die Anfrage ist noch zu bestätigen.
booking-is-confirmed = Der Termin ist vorgemerkt.
booking-is-attended = Dieser Termin hat schon stattgefunden.
booking-is-no-show = Dieser Termin ist schon vorbei.
booking-is-expired = Die Anfrage ist verfallen, weil sie nicht rechtzeitig bestätigt wurde.
booking-is-cancelled = Dieser Termin wurde abgesagt.

## My bookings
bookings-title = Ihre Termine
no-bookings = Sie haben keine Termine. Um einen vorzumerken, verwenden Sie /prenota.
confirm-by-mail = Zu bestätigen: Drücken Sie in der E-Mail bis { $until } auf TERMIN BESTÄTIGEN.
cancel-title = Möchten Sie diesen Termin wirklich absagen?
cancel-question = Die Uhrzeit wird wieder für andere frei. Sie müssen keinen Grund angeben.
button-keep = Nein, Termin behalten

## Language
language-title = Wählen Sie die Sprache

## Privacy
privacy-title = Ihre Daten
privacy-who = Verantwortlich für die Datenverarbeitung: { $town }.
privacy-what = Was wir speichern: die Nummer dieses Chats, die Sprache, die Anfrage, die Sie gerade ausfüllen, und Ihre Termine (Vor- und Nachname, E-Mail, Grund, Uhrzeit). Andere Nachrichten, die Sie hier schreiben, speichern wir nicht.
privacy-why = Wozu: nur um Ihre Termine abzuwickeln. Wir verwenden die Daten für nichts anderes und geben sie nicht weiter.
privacy-how-long = Wie lange: Die Daten eines Termins werden { $time } danach gelöscht; eine unfertige Anfrage nach einer Stunde.
privacy-rights = Unten können Sie Ihre Daten jederzeit herunterladen oder löschen. Um sie einzusehen oder zu berichtigen, können Sie sich auch an die Gemeinde wenden.
button-export = Meine Daten herunterladen
button-erase = Meine Daten löschen
erase-title = Möchten Sie wirklich alle Ihre Daten löschen?
erase-what = Wir löschen Name, E-Mail und Grund aller Ihrer Termine, diesen Chat und seine Sprache. Das kann nicht rückgängig gemacht werden.
erase-cancels = { $count ->
    [one] { $count } bevorstehender Termin wird abgesagt.
   *[other] { $count } bevorstehende Termine werden abgesagt.
  }
button-erase-all = Ja, alles löschen
button-erase-not = Nein, nicht löschen
farewell-title = Ihre Daten wurden gelöscht.
farewell-again = Wir haben nichts mehr von Ihnen. Die Nachrichten, die Sie hier sehen, bleiben auf Telegram, bis Sie den Chat löschen. Wenn Sie wieder einen Termin brauchen, schreiben Sie /start.

## Help
help-title = So funktioniert es
help-step-office = Wählen Sie mit /prenota das Amt.
help-step-time = Wählen Sie Tag und Uhrzeit, Vor Ort oder VIRTUELL.
help-step-form = Schreiben Sie Vor- und Nachnamen, E-Mail und Grund, dann drücken Sie auf Termin anfragen.
help-step-mail = Öffnen Sie die E-Mail, die wir Ihnen senden, und drücken Sie rechtzeitig auf TERMIN BESTÄTIGEN: Erst dann ist der Termin vorgemerkt.
help-typing = Verwenden Sie immer die Knöpfe unter der letzten Nachricht. Wenn Sie nicht weiterwissen, schreiben Sie /start.

## What is said above a screen
note-stale = Dieser Knopf gilt nicht mehr: Hier sehen Sie den aktuellen Stand.
note-too-late = Es ist viel Zeit vergangen und Ihre Angaben wurden gelöscht: Beginnen wir hier noch einmal.
note-resent = { $left ->
    [0] Wir haben Ihnen die E-Mail noch einmal gesendet. Schauen Sie auch im Spam-Ordner nach: Öfter können wir sie nicht senden.
    [one] Wir haben Ihnen die E-Mail noch einmal gesendet. Sie können sie noch { $left } Mal anfordern.
   *[other] Wir haben Ihnen die E-Mail noch einmal gesendet. Sie können sie noch { $left } Mal anfordern.
  }
note-address-corrected = Erledigt: Wir haben Ihnen eine neue E-Mail an die richtige Adresse gesendet. Der Link der ersten E-Mail gilt nicht mehr.
note-nothing-found = Dazu habe ich nichts gefunden: Versuchen Sie es mit einem anderen Wort oder drücken Sie unten auf einen Knopf.
note-moved = Erledigt: Der Termin wurde geändert.
note-waiting-joined = Erledigt: Sie sind auf der Warteliste. Wir schreiben Ihnen hier, sobald ein Termin frei wird.
note-waiting-changed = Erledigt: Wir haben geändert, worauf Sie warten, und Sie behalten Ihren Platz.
note-waiting-left = Erledigt: Sie sind nicht mehr auf der Warteliste.
note-offer-over = Dieser Termin ist nicht mehr für Sie reserviert. Wenn Sie noch auf der Warteliste sind, sagen wir Ihnen, wenn ein anderer frei wird.
note-offer-declined = In Ordnung: Wir bieten den Termin einer anderen Person an. Sie bleiben auf der Warteliste; um sie zu verlassen, verwenden Sie /appuntamenti.
note-told-coming = Erledigt: Das Amt weiß, dass Sie kommen.
note-told-late = Erledigt: Wir haben dem Amt mitgeteilt, dass Sie sich verspäten.
note-not-text = Hier kann ich nur Textnachrichten lesen.
note-edited = Geänderte Nachrichten kann ich nicht berücksichtigen: Schreiben Sie eine neue Nachricht oder ändern Sie die Daten in der Zusammenfassung.
note-forwarded = Eine weitergeleitete Nachricht kann ich nicht verwenden: Schreiben Sie die Antwort bitte selbst.
note-use-buttons = Um weiterzumachen, drücken Sie unten auf einen Knopf.
note-unknown-command = Diesen Befehl kenne ich nicht. Mit /aiuto sehen Sie, was ich kann.
note-held-again = Die Zeit war abgelaufen, aber die Uhrzeit war noch frei: Wir haben sie wieder für Sie reserviert.
note-cancelled = Erledigt: Der Termin wurde abgesagt.
note-abandoned = Erledigt: Die Anfrage wurde abgebrochen und Ihre Angaben wurden gelöscht.
note-nothing-to-abandon = Sie füllen gerade keine Anfrage aus. Um einen bestehenden Termin abzusagen, verwenden Sie /appuntamenti.
note-cancel-below = Sie füllen gerade keine Anfrage aus. Um einen Termin abzusagen, drücken Sie unten auf den Knopf.
note-exported = Hier sind Ihre Daten, in der Datei oben.
note-language-set = Ab jetzt schreibe ich Ihnen auf Deutsch.
fault = Bei uns ist ein Fehler aufgetreten und Ihr Anliegen konnte nicht bearbeitet werden. Versuchen Sie es in einigen Minuten noch einmal.
lost-title = Diese Anfrage kann nicht fortgesetzt werden.
lost-advice = Das Amt oder den Termin gibt es nicht mehr. Beginnen Sie noch einmal von vorne.

## What the chat hears by itself
told-invitation-title = Ihr Termin ist bestätigt
told-invitation-calendar = Mit der beigefügten Datei können Sie ihn in Ihren Kalender eintragen. Sie können ihn jederzeit ändern oder absagen, ohne einen Grund anzugeben.
told-moved-title = Ihr Termin wurde geändert
told-moved-links = Die früheren Links gelten nicht mehr. Mit der beigefügten Datei aktualisieren Sie Ihren Kalender.
told-room-title = Der Raum für Ihren Termin ist offen
told-room-enter = Drücken Sie unten auf den Knopf, um sich mit dem Amt zu verbinden: Sie müssen nichts installieren.
button-map = Anfahrt
button-coming = Ich komme
told-reminder-title = Wir erinnern Sie an Ihren Termin
told-reminder-change = Wenn Sie verhindert sind, ändern Sie den Termin oder sagen Sie ihn ab: Eine andere Person kann die Uhrzeit brauchen.
told-cancelled-title = Das Amt hat Ihren Termin abgesagt
told-expired-title = Ihre Anfrage ist verfallen
told-expired-why = Sie wurde nicht rechtzeitig bestätigt. Deshalb wurde sie gelöscht und die Uhrzeit ist wieder frei.
told-again = Wenn Sie noch einen Termin brauchen, merken Sie mit /prenota einen neuen vor.
told-virtual = Drücken Sie zur Uhrzeit des Termins auf { $button }: Sie müssen nichts installieren. Wenn Sie früher drücken, sehen Sie, wie lange es noch dauert.

## The groups of the offices' staff
command-oggi = Die Termine von heute
command-collega = Gruppe mit einem Amt verbinden
command-scollega = Verbindung der Gruppe aufheben
group-office-booked = Neuer Termin
group-office-moved = Termin geändert
group-office-cancelled = Termin abgesagt
group-office-late = Die Person verspätet sich
# $office
group-linked = Gruppe verbunden: { $office }
group-linked-already = Die Gruppe ist bereits verbunden: { $office }
group-tells = Hier lesen Sie von neuen, geänderten und abgesagten Terminen und von Verspätungen: nur Code und Uhrzeit.
group-tells-details = Hier lesen Sie von neuen, geänderten und abgesagten Terminen und von Verspätungen, mit Namen und Gründen der Personen: Prüfen Sie, wer zur Gruppe gehört.
group-commands = Mit /oggi sehen Sie die Termine von heute, mit /scollega heben Sie die Verbindung auf.
group-code-wrong = Dieser Code ist ungültig oder abgelaufen. Wer den Dienst betreut, kann einen neuen erstellen mit: ricevimenti office link AMT
group-unlinked = Die Verbindung ist aufgehoben: Hier kommen keine weiteren Nachrichten an.
group-not-linked = Diese Gruppe ist mit keinem Amt verbunden.
group-day-empty = Heute gibt es keine Termine.
# $count: number
group-day-more = { $count ->
    [one] und ein weiterer Termin
   *[other] und { $count } weitere Termine
  }

# The office cannot keep the time and offers others.
told-reoffered-title = Das Amt kann Sie zu dieser Zeit nicht mehr empfangen
told-reoffered-choose = Wählen Sie einen dieser für Sie reservierten Termine oder einen anderen.
told-reoffered-none = Wählen Sie einen anderen Termin oder sagen Sie die Vormerkung ab.
button-other-time = Anderen Termin wählen
