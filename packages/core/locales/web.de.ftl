### The web pages.

## Frame of every page
portal-name = Bürgerportal
service-name = Termine vor Ort und virtuell
skip-to-content = Zum Inhalt
footer-links = Über diesen Dienst
privacy-link = Datenschutzinformation
accessibility-link = Barrierefreiheit
feedback = Haben Sie auf diesen Seiten ein Problem gefunden? Schreiben Sie an

## Ways on
to-offices = Zur Liste der Ämter
to-booking = Zum Termin

## List of offices
home-lead = Wählen Sie das Amt, bei dem Sie einen Termin möchten, vor Ort oder per Videoanruf.
no-offices = Derzeit vergibt kein Amt Termine.
hours = Öffnungszeiten:
days-from-to = { $first } bis { $last }
hours-from = ab { $day }
next-free = Erste freie Uhrzeit: { $slot }
none-free = Derzeit keine freie Uhrzeit.
next-release = Neue Termine vormerkbar ab { $day }
next-release-at = Neue Termine vormerkbar ab { $day }, { $time } Uhr

## A booking
when-line = { $day }, von { $from } bis { $to } Uhr
booking-title = Ihr Termin
booking-pending = Der Termin ist noch nicht bestätigt. Öffnen Sie die E-Mail und drücken Sie bis { $until } auf TERMIN BESTÄTIGEN, sonst wird die Vormerkung gelöscht.
booking-how-in-person = Kommen Sie mit diesem Termincode einige Minuten vor der Uhrzeit ins Amt.
booking-how-virtual = Öffnen Sie zur Uhrzeit des Termins diese Seite und drücken Sie auf TEILNEHMEN: Sie müssen nichts installieren.
booking-cancelled = Dieser Termin wurde abgesagt. Merken Sie bei Bedarf einen neuen Termin vor.
booking-expired = Diese Vormerkung ist verfallen, weil sie nicht rechtzeitig bestätigt wurde. Merken Sie bei Bedarf einen neuen Termin vor.
calendar-title = In Ihren Kalender eintragen
calendar-file = Kalenderdatei herunterladen (iCal)
calendar-note = Google Kalender und Outlook sind externe Dienste: Wenn Sie sie öffnen, erhalten sie Datum, Uhrzeit und Amt des Termins.

## What has just been done
outcome-confirmed = Termin bestätigt. Wir haben Ihnen eine E-Mail mit allen Angaben gesendet.
outcome-already-confirmed = Der Termin war schon bestätigt: Sie müssen nichts weiter tun.
outcome-moved = Termin geändert. Wir haben Ihnen eine E-Mail mit den neuen Angaben gesendet: Ab jetzt gelten nur noch deren Links.
outcome-late = Erledigt: Wir haben dem Amt mitgeteilt, dass Sie sich verspäten.
outcome-already-moved = Der Termin war bereits geändert: Sie müssen nichts weiter tun. Wir haben Ihnen eine E-Mail mit den neuen Angaben gesendet: Es gelten nur deren Links.
outcome-cancelled = Termin abgesagt. Die Uhrzeit ist wieder für andere frei.
outcome-already-cancelled = Der Termin war schon abgesagt: Sie müssen nichts weiter tun.

## Confirming
confirm-title = Bestätigen Sie Ihren Termin
confirm-lead = Prüfen Sie die Angaben zum Termin und drücken Sie unten auf den Knopf.
confirm-deadline = Drücken Sie bis { $until } auf den Knopf: Danach wird die Vormerkung gelöscht und die Uhrzeit wird wieder frei.
confirmed-title = Termin bestätigt
confirmed-already = Der Termin ist schon bestätigt: Sie müssen nichts weiter tun.

## Cancelling
cancel-title = Möchten Sie den Termin wirklich absagen?
cancel-lead = Sie müssen keinen Grund angeben. Ein abgesagter Termin kann nicht wiederhergestellt werden: Sie müssen dann einen neuen vormerken.
cancel-keep = Nein, zurück zum Termin

## Moving
move-title = Termin ändern
move-now = Ihr aktueller Termin: { $slot }.
move-lead = Wählen Sie eine andere Uhrzeit oder eine andere Art des Termins. Ihr aktueller Termin bleibt gültig, bis Sie einen anderen bestätigen.
moved-title = Termin geändert
move-submit = Termin ändern
move-keep = Nicht ändern
move-none = Derzeit gibt es keine anderen freien Uhrzeiten. Ihr Termin bleibt, wie er ist.
move-nothing-chosen = Sie haben keine Uhrzeit gewählt: Wählen Sie eine und drücken Sie noch einmal auf den Knopf.

## Joining
join-title = Virtueller Termin
join-dear = Guten Tag { $name }
join-wait = dem virtuellen Termin können Sie noch nicht beitreten.
join-wait-lead = Verbleibende Zeit:
join-when = Ihr Termin: { $when }. Der Raum öffnet um { $opens } Uhr.
join-keep-open = Sie können diese Seite offen lassen: Wenn es so weit ist, erscheint der Knopf zum Betreten des Raumes.
join-open = der Raum für Ihren Termin ist offen: { $office }, { $when }.
join-how = Es öffnet sich die Seite des Videoanrufs: Wenn sie danach fragt, erlauben Sie die Verwendung von Mikrofon und Kamera, schreiben Sie Ihren Vor- und Nachnamen und verbinden Sie sich. Warten Sie dann, bis jemand vom Amt dazukommt. Zum Beenden drücken Sie auf den roten Knopf.

## An appointment that is over
over-title = Termin vorbei
over-text = Die Uhrzeit dieses Termins ist vorbei. Merken Sie bei Bedarf einen neuen vor.
over-which = Das war der Termin

## Titles of the pages that say no
refused = Das ist nicht möglich
refused-link = Ungültiger Link
refused-moved = Dieser Link gilt nicht mehr
refused-slot = Uhrzeit nicht verfügbar
refused-started = Termin schon begonnen
refused-not-virtual = Termin vor Ort
refused-room = Virtueller Raum geschlossen
refused-state-held = Anfrage nicht vollständig
refused-state-pending = Termin noch nicht bestätigt
refused-state-confirmed = Termin bestätigt
refused-state-attended = Termin vorbei
refused-state-no-show = Termin vorbei
refused-state-expired = Vormerkung verfallen
refused-state-cancelled = Termin abgesagt

## Pages about the request itself
not-found-title = Seite nicht gefunden
not-found-text = Diese Seite gibt es nicht. Wenn Sie den Link aus einer E-Mail kopiert haben, prüfen Sie, ob er vollständig ist.
wrong-method-title = Anfrage nicht möglich
wrong-method-text = Diese Seite kann nicht auf diese Weise verwendet werden. Öffnen Sie sie noch einmal über den Link in der E-Mail und drücken Sie auf den Knopf.
too-large-title = Anfrage zu groß
too-large-text = Es wurden zu viele Daten gesendet. Gehen Sie zurück und versuchen Sie es noch einmal mit weniger Text.
challenge-wait = Einen Moment: Es gibt gerade viele Anfragen, Ihre wird gleich von selbst gesendet.
challenge-failed = Dieser Browser kann das Formular nicht senden: Nehmen Sie einen anderen, oder rufen Sie das Amt an.
challenge-undone = Es gibt gerade viele Anfragen: Drücken Sie noch einmal auf „Weiter“.
challenge-no-script = Es gibt gerade viele Anfragen, und das Formular braucht JavaScript, das in Ihrem Browser ausgeschaltet ist. Sie können auch:
challenge-phone = das Amt anrufen ({ $phone })
challenge-mail = dem Amt schreiben ({ $email })
challenge-bot = mit Telegram buchen
challenge-later = es später noch einmal versuchen, wenn es weniger Anfragen gibt
too-many-title = Zu viele Anfragen
too-many-text = Von dieser Internetverbindung sind zu viele Anfragen gekommen: Versuchen Sie es in { $wait } noch einmal.
too-many-mails-title = Zu viele E-Mails
too-many-mails-text = An diese E-Mail-Adresse haben wir schon viele Male geschrieben: Versuchen Sie es in { $wait } noch einmal.
trapped-title = Anfrage nicht angenommen
trapped-text = Das Formular wurde anscheinend von einem Programm ausgefüllt: Gehen Sie zurück und füllen Sie es noch einmal aus oder rufen Sie das Amt an.
foreign-title = Anfrage nicht angenommen
foreign-text = Der Knopf wurde auf einer anderen Website gedrückt. Öffnen Sie die Seite über den Link in der E-Mail und drücken Sie dort auf den Knopf.
fault-title = Etwas hat nicht funktioniert
fault-text = Wegen eines Problems bei uns kann die Seite nicht angezeigt werden. Versuchen Sie es in einigen Minuten noch einmal; wenn das Problem bleibt, wenden Sie sich an das Amt.

## Privacy notice
privacy-title = Datenschutzinformation
privacy-who-title = Wer Ihre Daten verarbeitet
privacy-who = Verantwortlich für die Verarbeitung der Daten, die Sie für einen Termin eingeben: { $town }.
privacy-what-title = Welche Daten wir speichern
privacy-what-form = Was Sie schreiben: Vor- und Nachname, E-Mail-Adresse, Grund für den Termin.
privacy-what-booking = Was zum Termin gehört: Amt, Anliegen, Tag und Uhrzeit, Art des Termins, Sprache, Code, und wann er vorgemerkt, bestätigt, geändert oder abgesagt wurde.
privacy-what-consent = Ihre Zustimmung: wann Sie sie gegeben haben und zu welcher Fassung dieser Information.
privacy-what-telegram = Wenn Sie über Telegram vormerken: die Nummer Ihres Chats und was Sie dem Bot beim Ausfüllen der Anfrage schreiben.
privacy-what-not = Diese Seiten verwenden nur technische Cookies, während Sie einen Termin vormerken: Eines erkennt einen Tag lang Ihren Browser, das andere bewahrt eine halbe Stunde lang, nur auf Ihrem Gerät, was Sie in das Formular schreiben. Diese Cookies verfolgen Sie nicht, und die Seiten laden nichts von anderen Websites.
privacy-why-title = Wozu
privacy-why = Nur um Ihren Termin abzuwickeln: um ihn zu bestätigen, Sie daran zu erinnern und damit sich das Amt vorbereiten und Sie empfangen kann. Grundlage ist Ihre Zustimmung, ohne die keine Vormerkung möglich ist. Die Daten dienen keinem anderen Zweck und es wird keine automatisierte Entscheidung über Sie getroffen.
privacy-readers-title = Wer sie sieht
privacy-readers = Die Bediensteten des gewählten Amtes und wer das System für die Gemeinde betreut. Wenn Sie einen virtuellen Termin betreten, wird der Name, den Sie dort eingeben, an den Server der Videoanrufe { $video } übermittelt. Wenn Sie Telegram verwenden, laufen die Nachrichten des Bots über dessen Server; E-Mails laufen über Ihren E-Mail-Anbieter.
privacy-how-long-title = Wie lange
privacy-how-long = Für die Bestätigung haben Sie { $deadline } Zeit; danach verfällt die Anfrage und die Uhrzeit wird wieder frei. Ihre Daten werden { $kept } nach dem Termin gelöscht, auf Ihren Wunsch auch früher.
privacy-rights-title = Ihre Rechte
privacy-rights = Sie können jederzeit verlangen, Ihre Daten einzusehen, eine Kopie zu erhalten, sie zu berichtigen, zu löschen oder ihre Verwendung einzuschränken, und Sie können Ihre Zustimmung widerrufen; was vorher geschehen ist, bleibt rechtmäßig. Wenn Sie meinen, dass Ihre Daten missbraucht werden, können Sie sich an die italienische Datenschutzbehörde (Garante per la protezione dei dati personali, www.garanteprivacy.it) wenden.
privacy-contact-title = An wen Sie sich wenden können
privacy-contact-mail = Schreiben Sie an
privacy-contact-offices = Schreiben Sie an das Amt, bei dem Sie den Termin haben: Die Adressen stehen in der Liste
privacy-full = Vollständige Information: { $town }
privacy-version = Fassung dieser Information: { $version }

## Accessibility
accessibility-title = Barrierefreiheit
accessibility-lead = Diese Seiten sind so gemacht, dass alle sie benutzen können, nach den Richtlinien WCAG 2.2, Stufe AA.
accessibility-keyboard = Sie lassen sich auch nur mit der Tastatur und mit Bildschirmleseprogrammen bedienen.
accessibility-small = Sie sind auf einem kleinen Bildschirm und mit vergrößertem Text lesbar.
accessibility-script = Sie funktionieren auch ohne JavaScript.
accessibility-countdown = Der Countdown vor dem Videoanruf begrenzt Ihre Zeit nicht: Er wartet nur, bis der Raum öffnet.
accessibility-room = Der Raum des Videoanrufs ist ein anderes Programm (Jitsi Meet), das nicht von diesen Seiten abhängt. Wenn Sie es nicht benutzen können, können Sie mit dem Knopf ÄNDERN einen Termin vor Ort daraus machen.
accessibility-tell-title = Funktioniert etwas nicht?
accessibility-tell-mail = Sagen Sie uns, auf welcher Seite und mit welchem Gerät Sie nicht weitergekommen sind. Schreiben Sie an
accessibility-tell-offices = Sagen Sie uns, auf welcher Seite und mit welchem Gerät Sie nicht weitergekommen sind. Schreiben Sie an eines der Ämter in der Liste
accessibility-appeal = Wenn Sie innerhalb von 30 Tagen keine Antwort erhalten oder mit der Antwort nicht zufrieden sind, können Sie sich an die Ombudsstelle für Digitales (Difensore civico per il digitale) bei der Agentur für das digitale Italien (AgID) wenden.

## The journey: every step
home-crumb = Startseite
breadcrumb = Pfad der Seite
language = Sprache
main-navigation = Hauptnavigation
page-index = Inhalt der Seite
button-back = Zurück
button-next = Weiter
select-option = Wählen Sie eine Möglichkeit
required-note = Die mit einem Sternchen (*) gekennzeichneten Felder sind Pflichtfelder.
errors-title = { $count ->
    [one] Es gibt ein Problem
   *[other] Es gibt { $count } Probleme
  }
error-title = Fehler: { $title }
error-prefix = Fehler:
book-title = Termin vormerken
steps = Schritte der Vormerkung
step-place = Ort
step-time = Datum und Uhrzeit
step-details = Angaben zum Termin
step-applicant = Antragsteller
step-summary = Zusammenfassung
step-of = Schritt { $step } von { $steps }, der aktuelle
step-done = abgeschlossen

## Searching for an office
search-label = Amt oder Anliegen suchen
search-button = Suchen
search-all = Alle Ämter anzeigen
search-none = Kein Amt entspricht der Suche: Versuchen Sie es mit einem anderen Wort oder zeigen Sie alle Ämter an.
none-available = Nichts verfügbar
home-bot = Sie können auch über Telegram vormerken

## Place
place-title = Amt
place-lead = Wählen Sie das Amt, bei dem Sie um einen Termin bitten möchten
place-legend = Wählen Sie ein Amt
place-missing = Wählen Sie das Amt, bei dem Sie um einen Termin bitten möchten.
place-unit = Dienststelle
place-address = Adresse:
place-opening = Öffnungszeiten:
place-for-topic = Zuständige Ämter für: { $topic }.
place-topic-unknown = Das Anliegen aus dem Link ist nicht mehr verfügbar: Wählen Sie das Amt und dann das Anliegen.
topic-title = Anliegen
topic-lead = Wählen Sie das Anliegen: Davon hängen die freien Uhrzeiten ab.
topic-missing = Wählen Sie das Anliegen für den Termin.
topic-other = Anderes Anliegen
topic-only-mode = nur { $mode }

## Time
time-title = Freie Termine
time-for-topic = Anliegen: { $topic }
time-months = Monate mit freien Tagen
time-days = Freie Tage, { $month }: Drücken Sie auf einen Tag, um seine Uhrzeiten zu sehen
time-day = { $count ->
    [one] { $day }, { $count } freie Uhrzeit
   *[other] { $day }, { $count } freie Uhrzeiten
  }
time-of-day = Uhrzeiten am { $day }
time-length = Jeder Termin dauert { $minutes } Minuten.
time-minutes = ({ $minutes } Min.)
time-nearest = Die nächsten freien Uhrzeiten
time-missing = Wählen Sie eine Uhrzeit für den Termin.
time-lost = Der Termin { $slot } ist nicht mehr verfügbar. Wählen Sie einen anderen: Was Sie schon geschrieben haben, geht nicht verloren.
time-none = Derzeit gibt es keine freien Uhrzeiten für { $office }. Versuchen Sie es in den nächsten Tagen noch einmal oder wenden Sie sich an das Amt.
time-other-office = Anderes Amt wählen

## The time that is held
held-title = Ihr Termin
held-until = Für Sie reserviert bis { $until } Uhr
held-lead = Die Uhrzeit ist für Sie reserviert, noch
held-last = weniger als 1 Minute
held-over = Die Zeit ist abgelaufen. Machen Sie trotzdem weiter: Wenn die Uhrzeit noch frei ist, reservieren wir sie wieder für Sie.
button-longer = Ich brauche mehr Zeit
lapsed-title = Die Zeit ist abgelaufen
lapsed-text = Der Termin { $slot } ist nicht mehr für Sie reserviert.
lapsed-kept = Wenn er noch frei ist, können Sie ihn wieder nehmen. Was Sie schon geschrieben haben, geht nicht verloren.
lapsed-again = Mit derselben Uhrzeit weitermachen
lapsed-other = Andere Uhrzeit wählen
unknown-request-title = Wir finden Ihre Anfrage nicht
unknown-request-text = Die Anfrage kann nur auf dem Gerät und im Browser fortgesetzt werden, in dem Sie sie begonnen haben. Wenn Ihr Browser Cookies blockiert, erlauben Sie die dieser Website und beginnen Sie noch einmal.

## Details, applicant, summary
details-lead = Schreiben Sie, warum Sie um den Termin bitten
details-reason-hint = Wenige Zeilen, höchstens 1000 Zeichen: So kann sich das Amt auf Ihren Besuch vorbereiten.
applicant-email-hint = An diese Adresse senden wir die E-Mail zur Bestätigung: Prüfen Sie, ob sie stimmt.
summary-edit = Ändern
summary-day = Datum
summary-hour = Uhrzeit
summary-privacy = Datenschutzinformation lesen

## The request has been sent
sent-title = Der Termin ist noch nicht vorgemerkt
sent-open-mail = Öffnen Sie jetzt Ihr E-Mail-Postfach
sent-to = Öffnen Sie unsere E-Mail an
sent-press = Drücken Sie in der E-Mail auf den Knopf TERMIN BESTÄTIGEN.
sent-until = Tun Sie es bis { $until }.
sent-or-lapses = Wenn Sie es nicht rechtzeitig tun, wird die Anfrage gelöscht und die Uhrzeit wird für andere frei.
no-mail-title = Sie finden die E-Mail nicht?
no-mail-wait = Warten Sie einige Minuten: Manchmal kommt eine E-Mail später an.
no-mail-spam = Schauen Sie auch im Spam-Ordner nach.
no-mail-again-title = Die E-Mail ist nicht angekommen
no-mail-again = { $times ->
    [one] Wir können sie Ihnen noch einmal senden.
   *[other] Wir können sie Ihnen noch höchstens { $times } Mal senden.
  }
button-send-again = E-Mail noch einmal senden
no-mail-wrong-title = Die Adresse ist falsch
no-mail-wrong = Berichtigen Sie sie hier: Wir senden die E-Mail an die neue Adresse, und die Zeit für die Bestätigung bleibt gleich.
button-correct = Adresse berichtigen und senden
sent-again = Wir haben Ihnen die E-Mail noch einmal gesendet.
sent-corrected = Adresse berichtigt: Wir haben Ihnen die E-Mail gesendet. Die frühere gilt nicht mehr.
sent-back = Zurück zur Anfrage
sent-wrong-time = Falsche Uhrzeit, oder brauchen Sie den Termin nicht mehr?
sent-manage = Anfrage ändern oder absagen

## One's own data
outcome-resent = Wir haben Ihnen die E-Mail zur Bestätigung noch einmal gesendet.
outcome-erased = Ihre Daten wurden aus diesem Termin gelöscht.
own-data-title = Ihre Daten
own-data-text = Sie können Ihren Namen, Ihre E-Mail-Adresse und den Grund aus diesem Termin löschen lassen.
button-erase = Meine Daten löschen
erase-title = Möchten Sie Ihre Daten wirklich löschen?
erase-lead = Wir löschen aus diesem Termin Ihren Vor- und Nachnamen, Ihre E-Mail-Adresse und den Grund.
erase-cancels = Der Termin wird abgesagt: Ohne Ihre Daten kann das Amt Sie nicht empfangen.
erase-final = Gelöschte Daten können nicht wiederhergestellt werden.
erase-keep = Nein, zurück zum Termin
erased-title = Daten gelöscht

## Services
services-title = Dienste
services-lead = Die Anliegen, für die Sie bei den Ämtern einen Termin vormerken können.
services-others = Andere Ämter, die Termine vergeben
button-book-appointment = Termin vormerken
service-active = Dienst aktiv
service-description = { $service }: Darüber können Sie nach Vormerkung mit dem Amt { $office } sprechen.
service-addressed = An wen er sich richtet
service-addressed-text = An alle, die wegen dieses Anliegens einen Termin beim Amt { $office } brauchen.
service-how = Wie es geht
service-how-text = Drücken Sie auf Termin vormerken, wählen Sie Datum und Uhrzeit, schreiben Sie den Grund, Ihren Namen und Ihre E-Mail-Adresse. Sie erhalten eine E-Mail: Drücken Sie auf den Knopf darin, um den Termin zu bestätigen. Dafür haben Sie { $deadline } Zeit.
service-needed = Was Sie brauchen
service-needed-text = Für den Termin brauchen Sie:
service-needed-nothing = Sie müssen nichts Besonderes mitbringen.
service-achieved = Was Sie erhalten
service-achieved-text = Einen Termin beim Amt { $office }, auf eine dieser Arten: { $modes }.
service-calendar = Zeiten und Fristen
service-access = Zum Dienst
service-conditions = Nutzungsbedingungen
service-contacts = Kontakte

## Waiting list
waiting-title = Warteliste
# $office; $time: "20 minuti"
waiting-lead = Wir senden Ihnen eine E-Mail, sobald bei { $office } ein Termin frei wird. Wir reservieren ihn { $time } lang für Sie: Wenn Sie nicht antworten, bieten wir ihn einer anderen Person an.
waiting-any = Vor Ort oder VIRTUELL
waiting-any-hour = Beliebige Uhrzeit
waiting-days = Welche Tage passen Ihnen?
waiting-days-hint = Entfernen Sie das Häkchen bei den Tagen, die nicht passen.
waiting-days-missing = Wählen Sie mindestens einen Tag.
waiting-email-hint = An diese Adresse senden wir Ihnen eine E-Mail zur Bestätigung und danach die Angebote.
waiting-earlier = Passt keine Uhrzeit? Bei früherem Termin benachrichtigen
waiting-sent-title = Öffnen Sie Ihre E-Mails
waiting-sent = Wir haben Ihnen eine E-Mail gesendet: Öffnen Sie den Link und bestätigen Sie. Erst dann stehen Sie auf der Warteliste. Sehen Sie auch im Spam-Ordner nach.
waiting-sent-wish = Sie haben um eine Nachricht gebeten, sobald bei { $subject } ein Termin frei wird: { $wish }.
# $office
waiting-prove-lead = Möchten Sie eine E-Mail erhalten, wenn bei { $office } ein Termin frei wird?
# $office
waiting-listed = Sie stehen auf der Warteliste von { $office }: Wir senden Ihnen eine E-Mail, sobald ein Termin frei wird.
waiting-offer-gone = Dieser Termin ist nicht mehr für Sie reserviert. Wir schreiben Ihnen, wenn ein anderer frei wird.
waiting-change-lead = Wählen Sie, auf welche Termine bei { $office } Sie warten möchten. Sie behalten Ihren Platz auf der Warteliste.
waiting-change-save = Speichern
waiting-change-keep = Nein, zurück zur Warteliste
waiting-changed = Erledigt: Wir haben geändert, worauf Sie warten, und Sie behalten Ihren Platz.
waiting-change-offered = Möchten Sie lieber auf andere Tage oder Uhrzeiten warten? Ändern Sie, worauf Sie warten.
waiting-left-title = Sie stehen nicht mehr auf der Warteliste
waiting-left = Sie erhalten keine weiteren Angebote. Sie können jederzeit einen Termin vormerken.

# The office cannot keep the time and offers others. $day: a long day; $time: HH:MM
reoffered-title = Wählen Sie einen anderen Termin
reoffered-choose = Das Amt kann Sie zu der vorgemerkten Zeit nicht mehr empfangen. Wir haben diese Termine bis { $day }, { $time } Uhr für Sie reserviert: Drücken Sie auf den gewünschten.
