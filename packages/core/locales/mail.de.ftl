### Mails and calendar entries. The words on buttons stand in common.

## Opening and closing
greeting = Guten Tag { $name },
greeting-unnamed = Guten Tag,
closing-reply = Bei Fragen antworten Sie einfach auf diese E-Mail: Das Amt erhält Ihre Antwort.
closing-phone = Telefon des Amtes: { $phone }
closing-automatic = Diese E-Mail wurde automatisch vom Terminservice gesendet.

## When
when-full = { $day }, { $time } Uhr ({ $minutes } Min.)

## Verification: not yet booked
verification-subject = Bestätigen Sie Ihren Termin bis { $until } ({ $office })
verification-subject-no-deadline = Bestätigen Sie Ihren Termin ({ $office })
verification-title = Ihr Termin ist noch nicht bestätigt
verification-must = Um ihn zu bestätigen, müssen Sie bis { $until } auf TERMIN BESTÄTIGEN drücken. Sonst wird die Vormerkung automatisch gelöscht.
verification-must-no-deadline = Um ihn zu bestätigen, müssen Sie auf TERMIN BESTÄTIGEN drücken. Sonst wird die Vormerkung automatisch gelöscht.
verification-asked = Sie haben um diesen Termin gebeten:
verification-not-you = Wenn nicht Sie um diesen Termin gebeten haben, tun Sie nichts: Die Anfrage wird von selbst gelöscht.

## Invitation: booked
invitation-subject = Termin bestätigt: { $slot }
invitation-title = Ihr Termin ist bestätigt
invitation-facts = Hier sind die Angaben zu Ihrem Termin:
calendar-links = Tragen Sie den Termin in Ihren Kalender ein:
calendar-google = Google Kalender
calendar-outlook = Outlook
calendar-ical = iCal (Apple und andere)
change-any-time = Sie können den Termin jederzeit absagen oder ändern, ohne einen Grund anzugeben.
join-explained = Drücken Sie zur Uhrzeit des Termins auf TEILNEHMEN: Sie müssen nichts installieren. Wenn Sie früher drücken, sehen Sie, wie lange es noch dauert.

## Reminder
reminder-subject = Erinnerung: Termin { $slot }
reminder-title = Wir erinnern Sie an Ihren Termin
reminder-enter = Drücken Sie zur Uhrzeit des Termins auf RAUM BETRETEN: Sie müssen nichts installieren.
reminder-change = Wenn Sie verhindert sind, sagen Sie den Termin ab oder ändern Sie ihn: Eine andere Person kann die Uhrzeit brauchen.
reminder-late = Wenn Sie sich verspäten, geben Sie dem Amt auf der Seite Ihres Termins Bescheid:

## Moved
moved-subject = Termin geändert: { $slot }
moved-title = Ihr Termin wurde geändert
moved-facts = Hier sind die neuen Angaben zu Ihrem Termin:
moved-old-links = Die Links der früheren E-Mails gelten nicht mehr: Verwenden Sie die Links dieser E-Mail.

## Cancelled
cancelled-subject = Termin abgesagt: { $slot }
cancelled-title = Ihr Termin wurde abgesagt
cancelled-facts-office = Das Amt hat diesen Termin abgesagt:
cancelled-facts-citizen = Sie haben diesen Termin abgesagt:
cancelled-again = Wenn Sie ihn noch brauchen, können Sie einen neuen Termin vormerken.

## Expired
expired-subject = Anfrage verfallen: Termin { $slot }
expired-title = Ihre Anfrage ist verfallen
expired-explained = Der Termin wurde nicht rechtzeitig bestätigt. Deshalb wurde die Vormerkung gelöscht und die Uhrzeit ist wieder frei.
expired-facts = Sie hatten um diesen Termin gebeten:

## Waiting list
waiting-proof-subject = Bestätigen Sie, dass Sie von freien Terminen hören möchten ({ $office })
waiting-proof-title = Möchten Sie eine Nachricht, wenn ein Termin frei wird?
waiting-proof-explained = Sie haben um eine Nachricht gebeten, wenn ein Termin frei wird. Um auf die Warteliste zu kommen, öffnen Sie mit dem Knopf die Seite und bestätigen Sie bis { $until }.
waiting-proof-not-you = Wenn nicht Sie darum gebeten haben, tun Sie nichts: Die Anfrage wird von selbst gelöscht.
waiting-known-subject = Sie stehen schon auf der Warteliste ({ $office })
waiting-known-title = Sie stehen schon auf der Warteliste
waiting-known-explained = Sie haben noch einmal um eine Nachricht gebeten, stehen aber schon auf der Warteliste und behalten Ihren Platz: Sie müssen nichts tun. Wenn Sie andere Tage oder Uhrzeiten möchten, öffnen Sie mit dem Knopf die Seite und drücken Sie auf „{ $button }“. Darauf warten Sie jetzt:
button-waiting-page = WARTELISTE ÖFFNEN
waiting-offer-subject = Ein Termin ist frei geworden: { $slot }
button-waiting-answer = ANTWORTEN
waiting-leave = Auf derselben Seite können Sie diesen Termin ablehnen oder die Warteliste verlassen.

## To the office
office-booked-subject = Neuer Termin: { $slot } ({ $code })
office-booked-title = Neuer bestätigter Termin
office-booked-explained = Hier sind die Angaben zur Vorbereitung:
office-moved-subject = Termin geändert: { $slot } ({ $code })
office-moved-title = Ein Termin wurde geändert
office-moved-explained = Hier sind die neuen Angaben zum Termin:
office-cancelled-subject = Termin abgesagt: { $slot } ({ $code })
office-cancelled-title = Ein Termin wurde abgesagt
office-cancelled-explained = Die Uhrzeit ist wieder frei. Der abgesagte Termin war:
office-late-subject = Verspätung: { $slot } ({ $code })
office-late-title = Die Bürgerin oder der Bürger verspätet sich
office-late-explained = Zu diesem Termin kommt die Bürgerin oder der Bürger nach eigener Mitteilung später:
digest-subject = Termine am { $day } - { $office } ({ $count })
digest-title = Termine am { $day }
digest-explained = { $count ->
    [one] Heute gibt es einen Termin.
   *[other] Heute gibt es { $count } Termine.
  }
office-room = Betreten Sie zur Uhrzeit des Termins mit diesem Knopf den Raum. Der Link ist nur für das Amt bestimmt: Leiten Sie ihn nicht weiter.
office-reply = Wenn Sie auf diese E-Mail antworten, schreiben Sie der Bürgerin oder dem Bürger.
label-desk = Schalter

## Calendar entry
calendar-summary = Termin: { $office }
calendar-change = Um den Termin abzusagen oder zu ändern:
calendar-join = Um am Videoanruf teilzunehmen:
calendar-join-by-mail = Um am Videoanruf teilzunehmen, drücken Sie in der Bestätigungs-E-Mail auf TEILNEHMEN.

# The office cannot keep the time and offers others. $slot: a slot-line; $day: a long day; $time: HH:MM
reoffered-subject = Termin muss verlegt werden: { $slot }
reoffered-title = Ihr Termin muss verlegt werden
reoffered-facts = Das Amt kann Sie zu der vorgemerkten Zeit nicht mehr empfangen:
reoffered-until = Wir haben diese Termine bis { $day }, { $time } Uhr für Sie reserviert. Drücken Sie auf den gewünschten und bestätigen Sie ihn auf der Seite, die sich öffnet:
reoffered-none = Im Moment gibt es keine nahen Termine, die wir Ihnen vorschlagen könnten.
reoffered-otherwise = Sie können auch einen anderen freien Termin wählen oder die Vormerkung absagen.
