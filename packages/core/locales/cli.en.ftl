### The command line.

## Problems of a timetable file: where, what, and what is possible
problem-line = line { $line }: { $text }
problem-line-column = line { $line }, column { $column }: { $text }
problem-field = { $field }: { $sentence }
# $value: the line as written
problem-syntax = { $expected ->
    [json] the file is not correct JSON at this point: “{ $value }”.
    [csv] the file is not correct CSV: it needs a first line with the names of the columns, then one line for each rule.
    [ics] the file is not correct iCalendar here: “{ $value }”.
    [tab] indent with spaces instead of tabs: “{ $value }”.
    [indent] the indentation of the line is not right, or a bracket is missing: “{ $value }”.
    [quote] a closing quotation mark is missing: “{ $value }”.
    [alias] the reference has no matching name further up: “{ $value }”.
    [nesting] the content is nested too deeply for a timetable.
    [size] the file is too large for a timetable.
    [documents] the file holds more than one document: keep only one.
   *[yaml] the file is not correct YAML at this point: “{ $value }”.
  }
problem-missing = “{ $value }” is missing.
problem-unknown-key = “{ $value }” is not known here; possible are: { $expected }.
problem-wrong-type = { $expected ->
    [text] “{ $value }” must be a text: put it in quotation marks.
    [integer] “{ $value }” must be a whole number, without quotation marks.
    [boolean] “{ $value }” must be true or false.
    [list] “{ $value }” must be a list, for example [a, b].
   *[map] “{ $value }” must be a group of “name: value” entries.
  }
problem-bad-slug = “{ $value }” cannot be an identifier: only lower-case letters without accents, digits and hyphens, at most 40 characters.
problem-bad-time = “{ $value }” is not a time: write hours and minutes with two digits, for example 09:00.
problem-bad-date = { $expected ->
    [MM-DD] “{ $value }” is not a day of the year: write month and day, for example "06-13".
   *[other] “{ $value }” is not a date of the calendar: write year, month and day, for example 2026-12-24.
  }
problem-bad-zone = “{ $value }” is not a known time zone: write for example Europe/Rome.
problem-bad-colour = { $expected ->
    [contrast] the colour “{ $value }” is too light: white text on it could not be read; choose a darker one.
   *[form] “{ $value }” is not a colour: write it for example like this: "#0066cc".
  }
problem-bad-day = “{ $value }” is not a day; possible are: { $expected }.
problem-bad-mode = “{ $value }” is not a mode; possible are: { $expected }.
problem-bad-locale = “{ $value }” is not an available language; possible are: { $expected }.
problem-bad-email = “{ $value }” is not an e-mail address.
problem-bad-text = { $expected ->
    [https] “{ $value }” is not a web address: it must begin with https://.
   *[other] “{ $value }” is not suitable: it takes one line of text, from 1 to { $expected } characters, without spaces at its beginning or end and without invisible characters.
  }
problem-not-multiple-of-five = “{ $value }” is not suitable: times and lengths go in steps of five minutes.
problem-out-of-range = “{ $value }” is out of bounds: from { $min } to { $max }.
problem-ends-before-start = the end “{ $value }” must come after the start “{ $expected }”.
problem-slot-longer-than-opening = a length of { $value } minutes does not fit the opening, which lasts { $expected } minutes.
problem-duplicate = “{ $value }” is there already: it may appear only once.
problem-differs = “{ $value }” is not the same as “{ $expected }”, given further up for the same office.
problem-bad-opening-hours = “{ $value }” cannot be read: write hours in OpenStreetMap’s notation, for example “Mo,We 10:00-12:00; Tu 16:00-17:30; PH off”.
problem-beyond-rules = “{ $value }” says more than weekly rules can (seasons, dates, weeks, the sun, comments, hours past midnight, hours of their own on holidays): write the rules one by one, with valid_from, valid_until, openings and closures.
problem-ends-before-first-day = the last day “{ $value }” comes before the first “{ $expected }”.
problem-overlap = “{ $value }” overlaps “{ $expected }” of the same office: join the two openings, or use desks for more counters.

## Help
help-title-usage = Usage:
help-title-arguments = Arguments:
help-title-options = Options:
help-title-commands = Commands:
help-title-examples = Examples:
help-completion = write the completion of the commands for the shell (bash, zsh or fish), or list what the shell completes (offices, services, bookings)
help-man = write the manual page
man-name = NAME
man-synopsis = SYNOPSIS
man-commands = COMMANDS
man-command = command
man-options = options
man-global = OPTIONS OF EVERY COMMAND
man-status = EXIT STATUS
man-status-0 = done
man-status-1 = unexpected failure
man-status-2 = wrong usage
man-status-3 = not found
man-status-4 = refused by the rules
man-status-5 = invalid input
man-status-6 = a service it needs does not answer
help-word-options = [options]
help-word-command = [command]
help-program = Appointments with the offices of a town hall, in person or by video call.
help-help = show this help
help-version = show the version
help-init = create or update the database and write the town down
help-start = run the web pages, the bot and the sending of messages
help-office = the offices
help-office-list = list the offices
help-office-show = show an office with its hours
help-office-add = add an office
help-office-edit = change an office
help-office-remove = remove an office
help-office-link = print a code that links an office’s Telegram group
help-office-unlink = unlink an office’s Telegram group
help-service = what citizens may come for
help-service-list = list the services of some offices, or of all
help-service-add = add a service to an office
help-service-edit = change a service
help-service-remove = remove a service
help-closure = the closures of the offices
help-closure-list = list the closed days and hours from today on
help-closure-add = close some offices, or all, for whole days or for some hours
help-closure-remove = open again: remove the closures that begin on that day
help-timetable = the hours of the offices
help-timetable-import = make the hours those of a file (“-” for standard input)
help-timetable-export = write the hours as “timetable import” reads them back
help-slots = the free times of an office
help-agenda = the appointments of today, of a day, a week or a span
help-booking = the bookings
help-booking-list = list the bookings from now on, or of a span
help-booking-show = show a booking
help-booking-create = book on behalf of a citizen, who has accepted the privacy notice
help-booking-confirm = confirm a booking in the citizen’s place
help-booking-move = move a booking: the citizen is told
help-booking-cancel = cancel a booking: the citizen is told
help-booking-attended = note that the citizen came
help-booking-no-show = note that the citizen did not come
help-poster = the A4 notice (PDF) of one office, or of all, with the QR codes of web page and bot
help-room = the link to the room of an appointment by video call
help-feed = the secret address of the office’s calendar, to add to Outlook, Google or Thunderbird
help-privacy = citizens’ personal data
help-privacy-export = everything that is kept about an e-mail address
help-privacy-erase = erase the data of whoever has an e-mail address; appointments to come are cancelled
help-privacy-purge = erase the personal data of old appointments; statistics stay
help-audit = what the staff did, and who
help-stats = requests, attendance, lead times and occupancy of the offices
help-outbox = the messages to deliver
help-outbox-list = list the messages that wait and those not delivered, with the reason
help-outbox-retry = try again to deliver the messages not delivered
help-doctor = examine configuration, database and connected services
help-backup = copies the database into a file, also while the service runs
help-restore = puts a copy in the place of the database, after checking it
help-migrate-to = copies the whole town into another database: from SQLite to PostgreSQL, or back

## Options
option-json = answer with a single JSON document
option-municipality-name = name of the town hall, for example "Comune di Ozieri"
option-municipality-locale = language of messages where the citizen’s own is not known
option-municipality-email = e-mail address that messages are sent from
option-new-secret = accepts a new secret if the former one is lost: links already sent no longer open
option-timezone = time zone, for example Europe/Rome
option-patron-saint = feast of the patron saint, month and day: 06-13
option-only = only these parts, separated by commas: web,bot,worker
option-town-file = the answers in a timetable file: its municipality, and its offices if it names any
option-office-id = identifier: lower-case letters, digits and hyphens
option-office-name = name of the office
option-office-email = e-mail address of the office
option-names = names and reasons are told in the group, too
option-unit = department of the office
option-place = where it is
option-phone = telephone
option-format = notation of the file, otherwise recognised from its content
option-dry-run = say what would change, without changing anything
option-prune = remove the offices that the file does not name
option-from = from this day or time: 2026-12-14 or 2026-12-14T10:00
option-to = through this day, or until this time
option-mode = how the appointment is held
option-service = subject
option-date = the day: 2026-12-14
option-week = the week, Monday to Sunday
option-minimal = without personal data
option-csv = a table as CSV
option-ics = a calendar as iCalendar
option-pdf = write the sheet for the printer into this file
option-watch = stay and update by itself, until q is pressed
option-now = now: the first desk free (at the counter)
option-office = office
option-state = state of the booking
option-message-state = state of the message
option-start = start: 2026-12-14T10:00 (the office’s time)
option-citizen-name = name and surname of the citizen
option-citizen-email = e-mail address of the citizen
option-reason = reason for the appointment
option-locale = language of the citizen
option-confirmed = the person is present or on the phone: confirm at once
option-out = the file to write (otherwise poster-OFFICE.pdf, or posters.pdf)
option-bot = the bot’s name (otherwise Telegram is asked; without a bot only the page is there)
option-citizen = the citizen’s link instead of the office’s
option-full = checks everything there is, also bookings of long ago and the file itself
option-force-file = replaces the file if there is one
option-force-database = replaces the database there is
option-yes = do not ask for confirmation
option-actor = who is at work, if not the computer’s user
option-quiet = say nothing when all goes well
option-verbose = tell what is being done
option-older-than = over for more than these days (the town’s own rule otherwise)
option-digest = when the day’s appointments are sent by mail: 07:30
option-new-feed = a new address: the one before stops working
option-holidays = on public holidays the office is closed or open
option-hours = weekly opening, may be repeated: "mon,wed 10:00-12:00"; replaces those before
option-slot = minutes of an appointment (15)
option-modes = modes, separated by commas: in_person,virtual
option-desks = number of desks
option-service-name = name of the service
option-minutes = a length of its own, in minutes
option-bring = what to bring, may be repeated
option-from-day = from this day: 2026-12-14
option-to-day = through this day
option-all-offices = all offices
option-closure-from = first closed day: 2026-12-24
option-closure-to = last closed day
option-closure-start = hour from which it is closed on each of the days: 09:00
option-closure-end = hour at which it opens again
option-closure-reason = reason, which citizens read

## Wrong usage
usage-unknown-option = There is no option “{ $option }”.
usage-unknown-command = There is no command “{ $command }”.
verbose-database = Database: { $where }
verbose-status = Ended with status { $status }.
usage-suggestion = Did you mean: { $suggestion }?
usage-missing-argument = The argument “{ $argument }” is missing.
usage-option-without-value = The option “{ $option }” needs a value.
usage-missing-option = The option “{ $option }” is required.
usage-conflict = The options “{ $option }” and “{ $other }” do not go together.
usage-too-many-arguments = There are too many arguments: { $words }.
usage-bad-value = { $option }: { $sentence }
usage-not-a-choice = “{ $value }” will not do; possible are: { $choices }.
usage-missing-command = The command is missing.
usage-bad-time = { $option }: “{ $value }” is not a possible time; write for example 2026-12-14T10:00.
usage-bad-time-or-day = { $option }: “{ $value }” is not a possible day or time; write for example 2026-12-14, 2026-12-14T10:00, today or tomorrow.
usage-bad-day = { $option }: “{ $value }” is not a day of the calendar; write for example 2026-12-14, today or tomorrow.
usage-two-spans = --from and --to do not go together with --date and --week.
usage-watch = --watch needs a terminal.
usage-bad-actor = --actor: write a name of at most 60 letters, digits, spaces or . _ ' @ -.
usage-bad-days = --older-than: “{ $value }” is not a number of days.
usage-backwards = --from { $from } is after --to { $to }.
usage-two-ids = The identifier is given twice: “{ $argument }” and --id “{ $option }”.
usage-all-or-some = --all does not go together with names of offices.
# $options: "--from, --to"
usage-missing-options = { $count ->
    [one] Missing: { $options }.
   *[other] Missing: { $options }.
  }
usage-bad-hours = --hours: “{ $value }” is not an opening; write for example "mon,wed 10:00-12:00".
usage-bad-bot = --bot: “{ $value }” is not a bot’s name; write for example TestTownBot.
usage-bad-parts = --only: “{ $value }” will not do; possible are, separated by commas: { $choices }.

## Faults
fault-not-initialised = The database is not ready yet: run “ricevimenti init”.
fault-newer-version = The database is of a newer version than this program: update the program.
fault-database-unreachable = The database { $where } does not answer: check DATABASE_URL.
fault-database-damaged = "{ $where }" is damaged, or no database: stop ricevimenti and put a backup back with "ricevimenti restore FILE --force".
fault-database-folder = "{ $where }" is a folder: DATABASE_URL needs the name of a file.
fault-database-busy = The database is busy with other work: try again shortly.
fault-disk-full = The disk of { $where } is full: free some space and try again.
fault-read-only = "{ $where }" cannot be read or written: check that whoever runs ricevimenti has the permissions, also in the folder, and that the disk is not read-only.
fault-interrupted = Interrupted: nothing has changed.
fault-unexpected = Unexpected error: { $message }
config-missing = { $variable } is missing: it takes { $wanted }.
config-too-short = { $variable } is too short: it takes { $wanted }.
config-malformed = { $variable } is not right: it takes { $wanted }.
config-not-alone = { $variable } does not go together with other variables: it takes { $wanted }.
config-secret-lost = The file { $file }, the secret of the links, is missing: put it back from the backup. If it is lost, "ricevimenti init --new-secret" makes another: links already sent will no longer open.
config-secret-broken = The file { $file }, the secret of the links, is empty or too short: put it back from the backup. If it is lost, "ricevimenti init --new-secret" makes another: links already sent will no longer open.
config-secret-changed = The secret of the links ({ $file }) is no longer that of this database: put the former one back. If it is lost, "ricevimenti init --new-secret" accepts the new one: links already sent will no longer open.
wanted-database-url = sqlite:FILE or postgres://user:password@host:port/database
wanted-pool-size = a whole number from 1 to 1000
wanted-statement-timeout = a whole number from 100 to 3600000, in milliseconds
wanted-web-address = an address that begins with https:// or http://
wanted-port = a number from 0 to 65535
wanted-app-secret = a secret of at least 32 bytes (with SQLite “ricevimenti init” makes it)
wanted-mail-url = file:FOLDER, smtp://host:port or smtps://user:password@host:port
wanted-mail-from = an e-mail address
wanted-telegram-bot-token = the bot’s token that BotFather gave
wanted-jitsi-app-id = the application’s id (with JaaS: the tenant)
wanted-jitsi-app-secret = the secret of JITSI_APP_ID (own server), alone, or else the key of JaaS
wanted-jitsi-key-id = the id of the key that JaaS knows
wanted-jitsi-private-key-file = the file with the private half of the key
wanted-log-level = debug, info, warn, error or silent
wanted-trust-proxy = off, the number of proxies (1 to 10) or their addresses: 10.0.0.5, 10.0.0.0/8
wanted-metrics = local, off, all or addresses: 10.0.0.5, 10.0.0.0/8

## Answers of the commands
head-free = Free
head-office-id = Id
head-office-name = Office
head-unit = Department
head-now = Now
head-next = First free time
head-id = No.
head-due = When
head-kind = Message
head-channel = Channel
head-state = State
head-attempts = Attempts
head-error = Error
open-now = Open
office-next-release = more times from { $day }, { $time }
office-next = First free time: { $slot }.
offices-none = There are no offices yet: add them with “ricevimenti timetable import FILE”.
slots-none = There are no free times.
closures-none = No closures.
closure-unknown = No closure begins on { $from }: see “ricevimenti closure list”.
services-none = No services.
service-exists = There is a service “{ $service }” already: change it with “ricevimenti service edit”.
service-unknown = The office has no service “{ $service }”.
service-edit-nothing = Say what to change, for example --name "Property tax".
office-edit-nothing = Say what to change, for example --phone "079 1234567".
head-closed = Closed
head-minutes = Minutes
head-bring = To bring
week-title = { $office }: the week as it will be
week-shut = closed
week-closed = closure
week-holiday = public holiday
week-slot = { $minutes } min.
week-desks = { $desks } desks
agenda-none = No appointments.
# $name: the town
agenda-title = { $name }: appointments
agenda-made = Printed { $day }, { $time }
agenda-watching = Updates by itself. Press q to leave.
head-time = Time
head-code = Code
head-name = Name
file-written = Written: { $path }
file-unwritable = The file “{ $path }” cannot be written ({ $reason }).
booking-attended = Noted: the citizen came.
booking-attended-already = It was noted already that the citizen came.
booking-no-show = Noted: the citizen did not come.
booking-no-show-already = It was noted already that the citizen did not come.
booking-now-none = There is no free time left today at this office.
feed-secret = Whoever has this address sees the appointments: do not publish it. If it got into wrong hands: ricevimenti feed OFFICE --new
act-town-set-up = town set up
act-secret-renewed = secret of the links replaced
act-backup-made = copy of the database made
act-backup-restored = copy of the database put back
act-moved-to = town copied to another database
act-moved-from = town copied from another database
act-offices-reordered = order of the offices changed
act-booking-reoffered = other times offered
act-feed-renewed = calendar given a new address
act-group-code-given = code to link the Telegram group
act-group-unlinked = Telegram group unlinked
act-outbox-retried = messages tried again
act-municipality-changed = town’s data changed
act-personal-data-exported = personal data exported
act-personal-data-erased = personal data erased
act-personal-data-purged = old personal data erased
act-office-saved = office saved
act-office-removed = office removed
act-booking-held = time held
act-booking-released = time let go
act-booking-requested = appointment asked for
act-booking-corrected = address corrected
act-booking-confirmed = booking confirmed
act-booking-moved = booking moved
act-booking-coming = arrival announced
act-booking-late = delay announced
act-booking-cancelled = booking cancelled
act-booking-expired = booking expired
act-booking-attended = citizen came
act-booking-no-show = citizen did not come
head-who = Who
head-act = What
head-subject = About
audit-none = Nothing was done.
privacy-erased = { $count ->
    [0] There was nothing to erase.
    [one] Erased: one record.
   *[other] Erased: { $count } records.
  }
privacy-purged = { $count ->
    [0] No appointment with personal data has been over for more than { $days } days.
    [one] Erased the personal data of one appointment over for more than { $days } days.
   *[other] Erased the personal data of { $count } appointments over for more than { $days } days.
  }
head-requests = Requests
head-confirmations = Confirmed
head-expiries = Expired
head-cancellations = Cancelled
head-appointments = Appointments
head-no-shows = No-shows
head-occupancy = Occupancy
stats-none = No data.
lead-title = How long ahead people book
lead-below = { $days ->
    [one] less than a day
   *[other] less than { $days } days
  }
lead-longer = longer
lead-average = On average: { $hours } hours.
bookings-none = No bookings.
outbox-none = No messages.
kind-verification = verification
kind-invitation = confirmation
kind-reminder = reminder
kind-reoffered = other times offered
kind-moved = move
kind-cancelled = cancellation
kind-expired = expiry
kind-office-booked = to the office: booking
kind-office-moved = to the office: move
kind-office-cancelled = to the office: cancellation
kind-office-late = to the office: late
kind-waiting-proof = waiting list: verification
kind-waiting-offer = waiting list: free time
kind-digest = to the office: the day ahead
channel-mail = mail
channel-telegram = Telegram
message-waiting = waiting
message-sent = delivered
message-dropped = outdated
message-failed = given up
# $code: the server's answer, "550 5.1.1", or the system's word, "ESOCKET"
reason-mail-silent = The mail server does not answer ({ $code })
reason-mail-refused = The mail server did not take the message ({ $code })
reason-mail-login = The mail server does not accept user and password ({ $code })
reason-mail-folder = The mail folder cannot be written to ({ $code })
reason-telegram-blocked = The person has blocked the bot
reason-telegram-silent = Telegram does not answer ({ $code })
reason-telegram-refused = Telegram did not take the message ({ $code })
reason-address = The address is not one mailbox
reason-other = Not delivered: the reason is in the program's log
outbox-retried = { $count ->
    [0] No message to try again.
    [one] One message is tried again.
   *[other] { $count } messages are tried again.
  }
booking-created-confirmed = Booking confirmed: the confirmation is sent by e-mail.
# $deadline: "12:30 on Monday 13 December"
booking-created-pending = A verification e-mail has been sent: the booking must be confirmed by { $deadline }.
booking-confirmed = Booking confirmed: the citizen is told.
booking-confirmed-already = The booking was confirmed already.
booking-cancelled = Booking cancelled: the citizen is told.
booking-cancelled-already = The booking was cancelled already.
booking-moved = Booking moved: the citizen is told.
level-ok = fine
level-warning = warning
level-error = error

## Import of hours
progress-reading = reading the file
progress-writing = writing the timetable
usage-calendar-only = --office, --slot and --modes are for a calendar (iCalendar) only: in other formats the file says them.
import-unchanged = Nothing changes.
import-municipality = The town’s own data changes: { $fields }.
import-added = Office added: { $office }.
import-changed = Office changed: { $office } ({ $fields }).
import-removed = Office removed: { $office }.
import-reordered = The order of the offices changes.
# $when: "Mon, 13/12/21 - 10:00"
import-conflict = Attention: booking { $code } ({ $office }, { $when }) { $why ->
    [office_removed] is with an office that is no longer there.
    [service_removed] is for a service that the office no longer has.
    [mode_not_offered] is in a mode in which its service is no longer given.
    [service_longer] is shorter than what its service now takes.
   *[outside_hours] no longer fits the hours.
  } { $outcome ->
    [cancelled] It is cancelled, and the citizen told.
    [reoffered] The citizen is offered other times, held for them.
   *[kept] It stands: tell the citizen, or move it.
  }
import-dry-run = This was a trial: nothing has changed.
# The fields of a town and of an office, as they stand in a file
field-id = id
field-name = name
field-unit = department
field-email = e-mail
field-place = place
field-phone = phone
field-timezone = time zone
field-services = services
field-hours = hours
field-openings = extra openings
field-closures = closures
field-holidays = public holidays
field-policy = rules
field-digest = daily list by e-mail
field-locale = language
field-patron-saint = patron saint’s day
field-colour = colour
field-privacy = privacy notice
holidays-open = open
holidays-closed = closed
weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun
opening-from = from { $day }
opening-until = until { $day }
opening-release = { $days ->
    [one] bookable from { $time } on the day before
   *[other] bookable from { $time }, { $days } days before
  }
import-invalid = { $count ->
    [one] One problem: nothing has been changed.
   *[other] { $count } problems: nothing has been changed.
  }
# $reason: the system's word, "ENOENT"
file-unreadable = { $reason ->
    [ENOENT] There is no file “{ $path }”.
    [EISDIR] “{ $path }” is a folder, not a file.
   *[other] The file “{ $path }” cannot be read ({ $reason }).
  }

## Setting up and starting
init-name-missing = The name of the town hall is missing: give it with --name "Comune di ...".
init-municipality-added = Town written down: { $name }, { $timezone }.
init-municipality-changed = Town’s data changed: { $name }, { $timezone }.
init-municipality-kept = Town already written down: { $name }, { $timezone }.
init-unchanged = Everything is ready for { $name } already: nothing has changed.
init-database-created = Database created.
init-secret-created = Secret of the links made beside the database: keep a copy of it.
init-doctor = Check:
init-office-changed = Office changed: { $office }.
init-next-import = Load the offices and their hours: ricevimenti timetable import FILE
init-next-environment = Write into the file .env: PUBLIC_URL, MAIL_URL and, for the bot, TELEGRAM_BOT_TOKEN
init-next-start = Check and start: ricevimenti doctor, then ricevimenti start
ask-municipality-name = Name of the town hall:
ask-timezone = Time zone:
ask-locale = Language of messages:
ask-patron-saint = Feast of the patron saint, month and day (for example 06-13; empty for none):
ask-municipality-name-why = Citizens read it on the pages, in mails and on notices.
ask-municipality-email = The town’s e-mail address (empty: later):
ask-municipality-email-why = Mails come from here, unless MAIL_FROM says otherwise: citizens reply to it.
ask-timezone-why = The offices’ hours are on this clock, also when summer time begins or ends.
ask-locale-why = For mails to the offices, and for citizens until they choose another.
ask-patron-saint-why = Offices are closed on that day, as on public holidays, which are known already.
ask-office-id-why = It stands in addresses, QR codes and commands, and stays for good: “tributi-imu”, for example.
ask-hours-first-why = One opening at a time. One day or more, then the hours: “mon-fri 9-12”, “tue,thu 15:00-17:30”.
ask-which-office = Which office:
ask-which-closure = Which closure to remove:
ask-which-service = Which service:
ask-service-id = Id of the service (lower-case letters, digits and hyphens):
ask-choose-one = Choose at least one with the space bar.
key-space = space
key-navigate = moves
key-select = selects
key-submit = confirms
ask-office-id = Identifier of the office (lower-case letters, digits and hyphens):
ask-office-name = Name of the office:
ask-office-unit = Department (empty for none):
ask-office-email = E-mail address (empty for none):
ask-office-place = Where it is (empty if not told):
ask-office-phone = Telephone (empty for none):
ask-hours-change = Change the weekly hours?
ask-hours-first = Days and hours (empty for none):
ask-hours-next = Another opening (empty: that is all):
ask-slot = Minutes of each appointment:
ask-modes = Modes:
ask-desks = How many desks:
ask-service-name = Name of the service:
ask-service-minutes = A length of its own in minutes (empty: that of the hours):
ask-service-modes = Only in these modes (none: those of the hours):
ask-service-bring = What to bring, separated by “;” (empty: nothing):
ask-closure-offices = Which offices are closed:
ask-closure-from = First closed day (for example 2026-12-24, today or tomorrow):
ask-closure-to = Last day (empty: the same):
ask-closure-start = From what time (empty: all day):
ask-closure-end = Until what time:
ask-closure-reason = Reason, which citizens read (empty for none):
ask-go-ahead = Go ahead?
ask-feed-new = The address before stops working for everybody. Make a new one?
ask-privacy-erase = Erase the data of { $email } for ever? Appointments to come are cancelled.
ask-privacy-purge = Erase the personal data of old appointments for ever?
ask-yes-or-no = (y/N)
ask-booking-cancel = Cancel booking { $code } of { $name }, { $when }? The citizen is told.
ask-office-remove = Really remove “{ $office }”?
language-it = Italian
language-en = English
language-de = German
language-fr = French
language-sl = Slovene
office-add-missing = The office needs an identifier and a name: --id tributi-imu --name "Tributo IMU".
start-web = Web pages: { $url }
start-bot = Bot: @{ $username }
start-bot-off = Bot: off, because TELEGRAM_BOT_TOKEN is not set
start-bot-waits = Bot: Telegram does not answer, trying on
start-worker = Messages and deadlines: running
start-ended = Ended.
start-late = Something has not ended within ten seconds: closing all the same.
start-bot-token = TELEGRAM_BOT_TOKEN is not right: Telegram does not know this bot.
start-bot-webhook = With TELEGRAM_WEBHOOK_URL the bot needs the web pages in the same process: use --only bot,web or remove TELEGRAM_WEBHOOK_URL
start-bot-unreachable = Telegram does not answer: check the network and TELEGRAM_API_ROOT.
start-address = { $code ->
    [EADDRINUSE] The address { $host }:{ $port } is in use by another program: change PORT.
   *[other] The address { $host }:{ $port } cannot be used ({ $code }): check HOST and PORT.
  }

## Copies of the database
backup-made = { $bookings ->
    [one] Copy made and checked: { $file } (one booking).
   *[other] Copy made and checked: { $file } ({ $bookings } bookings).
  }
copy-not-recorded = Attention: this could not be written down for “ricevimenti audit”.
restore-made = The copy { $file } is now the database { $database }.
copy-sound = Full check: all is well.
copy-secret-environment = The secret of the links is in APP_SECRET, outside the copy: keep that, too.
copy-secret-file = The secret of the links is in the file { $file }, outside the copy: keep that, too.
copy-secret-missing = The secret of the links is missing: put the file { $file } back, or links already sent will not open.
copy-not-sqlite = This command copies an SQLite file. With PostgreSQL use pg_dump and pg_restore, or ricevimenti migrate-to.
copy-file-unwritable = { $reason ->
    [EISDIR] "{ $file }" is a folder, not a file.
    [ENOENT] The folder for "{ $file }" does not exist.
   *[other] The file "{ $file }" cannot be written ({ $reason }): check the permissions of the folder.
  }
copy-file-exists = The file "{ $file }" exists already: choose another name, or replace it with --force.
copy-file-in-the-way = "{ $file }" is the database itself, or its secret: choose another name.
copy-database-damaged = The database "{ $file }" is damaged and has not been copied: see ricevimenti doctor --full.
copy-backup-unsound = "{ $file }" is damaged, or no copy of the database: nothing has changed.
copy-backup-foreign = "{ $file }" is another program's database, or empty: nothing has changed.
copy-backup-newer = "{ $file }" is from a newer version of this program: update the program. Nothing has changed.
copy-backup-unfinished = Beside "{ $file }" there is a file ending in -wal or -journal: it is a database in use, not a copy. Make one with ricevimenti backup.
copy-database-exists = There is a database in "{ $file }" already: to replace it add --force. What it holds now will be lost.
copy-database-in-use = The database "{ $file }" is in use: stop ricevimenti start first, then try again.
copy-copy-differs = The table { $table }, read again, is not like the original: nothing has been copied.
# $from, $to: a file, or the address of a database without password
migrate-made = Copied and compared { $tables } tables, { $rows } rows: from { $from } to { $to }.
migrate-outdated = Attention: during the copy the service wrote to the old database. Stop ricevimenti start and run this again with --force, or those news are lost.
migrate-next-stop = 1. Stop ricevimenti start. If it was running during the copy, run this again now with --force
migrate-next-url = 2. In the file .env set DATABASE_URL to the address just used
migrate-next-secret-file = 3. In the file .env set APP_SECRET to the content of { $file }: with another secret links already sent will not open
migrate-next-secret-kept = 3. Leave APP_SECRET as it is: with another secret links already sent will not open
migrate-next-start = 4. Check and start: ricevimenti doctor, then ricevimenti start

## Doctor: what it looks at, and what to do about what it finds
check-database = Database
check-secret = Secret of the links
check-disk = Free space on the disk
check-sender = Sender of mails
check-municipality = Municipality
check-offices = Offices
check-claims = Times taken without a booking
check-live-bookings = Bookings without their time
check-event-log = Bookings the log tells differently
check-histories = Bookings with an impossible history in the log
check-lost-bookings = Lost bookings, which only the log knows
check-messages = Bookings with messages that were never prepared
check-reminders = Bookings that lack reminders
check-messages-given-up = Messages given up
check-messages-overdue = Messages overdue
check-mail = Mail
check-telegram = Telegram
check-video = Video rooms
check-links = Address of the links
check-proxy = Proxy before the pages
check-clock = Clock and time zones
ailment-damaged = The database file is damaged: stop ricevimenti and put a backup back with ricevimenti restore FILE --force
ailment-database-never-shrinks = The file does not give room that comes free back to the disk: stop the service, then run ricevimenti backup COPY and ricevimenti restore COPY --force
ailment-database-readable = Other users of this computer can read the citizens' data: run chmod 600 on the file
ailment-secret-changed = Links already sent do not open: put the former secret back, or accept this one with ricevimenti init --new-secret
ailment-disk-nearly-full = Space is running out: free some before bookings come to a stop
ailment-no-municipality = No municipality yet: run ricevimenti init
ailment-no-offices = No offices yet: run ricevimenti timetable import FILE
ailment-stray-claims = Citizens see fewer free times than there are: compare the database with a backup
ailment-unclaimed-bookings = These times could be sold twice: move or cancel these bookings
ailment-unexplained-bookings = The database has been changed by hand: compare it with a backup
ailment-impossible-histories = The log was changed by hand: compare the database with a backup
ailment-lost-bookings = They were removed from the database by hand: put a backup back, or tell the citizens
ailment-messages-missing = These people were not sent a message: tell them, and compare the database with a backup
ailment-reminders-missing = The rules on reminders changed after the booking: these people get the earlier ones
ailment-messages-given-up = See why with ricevimenti outbox list, then try again with ricevimenti outbox retry
ailment-messages-overdue = Nobody delivers them: start ricevimenti start
ailment-mail-silent = The mail server does not answer: check name and port in MAIL_URL, and the network
ailment-mail-refused = The mail server answers, but does not accept us: check user, password and smtp:// or smtps:// in MAIL_URL
ailment-mail-folder = The mail folder cannot be written to: check MAIL_URL and the permissions
ailment-no-sender = Mails come from an address nobody reads: set MAIL_FROM, or the municipality's address with ricevimenti init --email
ailment-telegram-token = Telegram does not know this bot: check TELEGRAM_BOT_TOKEN
ailment-telegram-silent = Telegram does not answer: check the network and TELEGRAM_API_ROOT
ailment-mail-kept = Mails are written to a folder and not sent: set MAIL_URL=smtp://server:port
ailment-video-unsigned = Room names cannot be guessed, but the way in is not signed: set JITSI_APP_ID and JITSI_APP_SECRET, or JaaS's keys
ailment-video-key-missing = The key's file is not there: check JITSI_PRIVATE_KEY_FILE
ailment-links-local = Links open on this machine only: set PUBLIC_URL to the address citizens see
ailment-links-unencrypted = Links are not encrypted: PUBLIC_URL needs an https address
ailment-proxy-unknown = PUBLIC_URL is https, so a proxy stands before the pages: set TRUST_PROXY (1 for a single one), otherwise limits by address do not hold
ailment-zones-wrong = Time zone data is missing or wrong: use the Node that npm ci installs
ailment-clock-wrong = The machine's clock is behind: synchronise it (NTP)

# slots explain
help-slots-explain = says why a time can, or cannot, be booked
explain-offered = { $when }: citizens can book it.
explain-not-offered = { $when }: citizens cannot book it.
explain-opening = Opening: { $from }-{ $to }, every { $slot } minutes, { $modes }, desks: { $desks }.
explain-free = Desks free: { $free } ({ $modes }).
explain-also-booked = Bookings at that time: { $codes }.
explain-past = It is past.
explain-too-soon = It is too soon: bookings are taken from { $earliest } on.
explain-beyond-horizon = It is too far ahead: for now bookings are taken until { $latest }.
explain-not-released = It cannot be booked yet: it opens on { $opens }.
explain-closed = The office is closed.
explain-closed-for = The office is closed: { $reason }.
explain-holiday = It is a public holiday: { $holiday }.
explain-outside-hours = It is outside the office’s hours.
explain-off-grid = No appointment starts then: one starts every { $slot } minutes from the opening on.
explain-other-mode-only = At that time the office does not meet people in this way.
explain-service-does-not-fit = The topic needs more time than is left before closing.
explain-taken = It is taken: { $codes }.
holiday-new-year = New Year’s Day
holiday-epiphany = Epiphany
holiday-easter = Easter
holiday-easter-monday = Easter Monday
holiday-liberation-day = Liberation Day
holiday-labour-day = Labour Day
holiday-republic-day = Republic Day
holiday-assumption = Assumption Day
holiday-saint-francis = Saint Francis’ Day
holiday-all-saints = All Saints’ Day
holiday-immaculate-conception = Immaculate Conception
holiday-christmas = Christmas Day
holiday-saint-stephen = Saint Stephen’s Day
holiday-patron-saint = patron saint’s day
## What the rules say no to, as officials are told: these stand for the citizens' sentences of the same name
refusal-office-unknown = There is no such office: see “ricevimenti office list”.
refusal-service-unknown = The office has no such service: see “ricevimenti service list”.
refusal-slot-past = This time has already passed.
# $earliest: an hour-of-day
refusal-too-soon = It is too soon: possible from { $earliest } on.
# $latest: "Monday 13 December 2021"
refusal-beyond-horizon = This day is too far ahead: bookings are taken up to { $latest }.
refusal-mode-not-offered = At this time the office does not take appointments in this mode: change the mode or the time.
refusal-limit-office = { $limit ->
    [one] This citizen already has an appointment with the office: move it, or cancel it to book another one.
   *[other] This citizen already has { $limit } appointments with the office: move them, or cancel one to book another.
  }
refusal-limit-total = { $limit ->
    [one] This citizen already has an appointment: it has to be cancelled, or over, before another one is booked.
   *[other] This citizen already has { $limit } appointments: one has to be cancelled, or over, before another one is booked.
  }
refusal-limit-unconfirmed = { $limit ->
    [one] This citizen already has a request to confirm: confirm it with “ricevimenti booking confirm”, then try again.
   *[other] This citizen already has { $limit } requests to confirm: confirm them with “ricevimenti booking confirm”, then try again.
  }
refusal-hold-expired = This time is no longer kept: choose one again.
refusal-confirmation-expired = The time to confirm has run out: a new booking is needed.
refusal-state-held = The citizen has not completed the request yet.
refusal-state-pending = The citizen has not confirmed the booking yet: if they are present or on the phone, confirm it with “ricevimenti booking confirm”.
refusal-state-confirmed = The booking is already confirmed.
refusal-state-attended = This appointment has already taken place.
refusal-state-no-show = The citizen did not come to this appointment.
refusal-state-expired = This booking has expired because it was not confirmed in time.
refusal-state-cancelled = This booking has been cancelled.
refusal-already-started = The appointment has already begun and can no longer be changed.
# $opens: "09:50"; $closes: an hour-of-day
refusal-room-closed = The virtual room is open only from { $opens } to { $closes }.
refusal-not-virtual = This appointment is in person: it has no virtual room.
form-name-missing = The citizen’s name and surname are missing (--name).
form-email-missing = The citizen’s e-mail address is missing (--email).
form-reason-missing = The reason for the appointment is missing (--reason).

# timetable history, timetable rollback
help-timetable-history = list the versions of an office’s timetable
help-timetable-rollback = put an office back to what it was in one of its versions
option-on-conflict = what to do with bookings that the change no longer allows: “keep” keeps them, “cancel” cancels them and tells the citizen, “reoffer” offers them three other times, held for them
head-history-version = Version
head-history-when = When
head-history-who = Who
head-history-what = What
history-added = added
history-removed = removed
history-changed = changed: { $fields }
version-unknown = There is no version “{ $version }”: see “timetable history”.
version-removed = In version { $version } the office had been removed: choose another, or use “office remove”.

## The group of an office's staff
# $code: "K7P-4QX-9RT-2WV"; $until: an hour-of-day
office-link-how = Add the bot to the office’s group and write in the group, by { $until }: /collega { $code }
office-link-names = Names and reasons of citizens will be told in the group, too: look who is in it.
office-link-no-names = Only code and time of the appointments will be told in the group.
office-unlinked = The group has been unlinked.
office-not-linked = The office has no group: nothing has changed.
export-leaves-out = Attention: { $format } has no room for { $fields }. Use --format yaml to have everything.
option-export-format = the format to write; “yaml” where none is given
option-calendar-office = which office the calendar is of (iCalendar only)
option-calendar-slot = minutes of an appointment where the calendar does not say: 15 (iCalendar only)
option-calendar-modes = ways to meet, for example “in_person virtual”, where the calendar does not say: in_person (iCalendar only)
