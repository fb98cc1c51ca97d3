### The web pages.

## Frame of every page
portal-name = At the service of our citizens
service-name = Appointments in person and online
skip-to-content = Skip to content
footer-links = About this service
privacy-link = Privacy notice
accessibility-link = Accessibility
feedback = Have you found a problem on these pages? Write to

## Ways on
to-offices = Go to the list of offices
to-booking = Go to the booking

## List of offices
home-lead = Choose the office you would like to meet, in person or by video call.
no-offices = At the moment no office takes appointments.
hours = Hours:
days-from-to = { $first } to { $last }
hours-from = from { $day }
next-free = First free time: { $slot }
none-free = No free time at the moment.
next-release = More times can be booked from { $day }
next-release-at = More times can be booked from { $day }, { $time }

## A booking
when-line = { $day }, from { $from } to { $to }
booking-title = Your booking
booking-pending = The booking is not confirmed yet. Open the verification e-mail and press CONFIRM BOOKING by { $until }, or it will be cancelled.
booking-how-in-person = Come to the office a few minutes early, with this booking code.
booking-how-virtual = At the time of the appointment open this page and press JOIN: there is nothing to install.
booking-cancelled = This booking has been cancelled. If you need to, book a new appointment.
booking-expired = This booking has expired, because it was not confirmed in time. If you need to, book a new appointment.
calendar-title = Add to your calendar
calendar-file = Download the calendar file (iCal)
calendar-note = Google Calendar and Outlook are external services: when you open them, they receive the day, time and office of the appointment.

## What has just been done
outcome-confirmed = Booking confirmed. We have sent you an e-mail with all the details.
outcome-already-confirmed = The booking was already confirmed: there is nothing else to do.
outcome-moved = Appointment changed. We have sent you an e-mail with the new details: from now on only its links are valid.
outcome-late = Done: we have told the office that you are late.
outcome-already-moved = The appointment had already been moved: there is nothing else to do. We have sent you an e-mail with the new details: only its links are valid.
outcome-cancelled = Booking cancelled. The time is free for others again.
outcome-already-cancelled = The booking was already cancelled: there is nothing else to do.

## Confirming
confirm-title = Confirm your booking
confirm-lead = Check the details of the appointment and press the button below.
confirm-deadline = Press the button by { $until }: after that, the booking is cancelled and the time becomes free again.
confirmed-title = Booking confirmed
confirmed-already = The booking is already confirmed: there is nothing else to do.

## Cancelling
cancel-title = Do you really want to cancel the booking?
cancel-lead = You need not give any reason. Once cancelled, the booking cannot be restored: you will have to book again.
cancel-keep = No, go back to the booking

## Moving
move-title = Change the appointment
move-now = Your current appointment: { $slot }.
move-lead = Choose another time, or another way to meet. Your current time stays valid until you confirm another one.
moved-title = Appointment changed
move-submit = Change the appointment
move-keep = Do not change
move-none = At the moment there are no other free times. Your appointment stays as it is.
move-nothing-chosen = You have not chosen a time: choose one and press the button again.

## Joining
join-title = Virtual Appointment
join-dear = Dear { $name },
join-wait = it is not possible to join the virtual meeting yet.
join-wait-lead = Time left:
join-when = The appointment is on { $when }. The room opens at { $opens }.
join-keep-open = You can leave this page open: when it is time, the button to enter will appear.
join-open = the room is open for your appointment with { $office }, { $when }.
join-how = The video call page opens: if it asks, allow it to use your microphone and camera, write your name and surname and connect. Then wait for the official to come in. To finish, press the red button.

## An appointment that is over
over-title = Appointment over
over-text = The time of this appointment has passed. If you need to, book a new one.
over-which = The appointment was this one

## Titles of the pages that say no
refused = This is not possible
refused-link = Link not valid
refused-moved = This link is no longer valid
refused-slot = Time not available
refused-started = Appointment already begun
refused-not-virtual = Appointment in person
refused-room = Virtual room closed
refused-state-held = Request not complete
refused-state-pending = Booking not confirmed yet
refused-state-confirmed = Booking confirmed
refused-state-attended = Appointment over
refused-state-no-show = Appointment over
refused-state-expired = Booking expired
refused-state-cancelled = Booking cancelled

## Pages about the request itself
not-found-title = Page not found
not-found-text = This page does not exist. If you copied the link from an e-mail, check that you copied all of it.
wrong-method-title = Request not possible
wrong-method-text = This page cannot be used in this way. Open it again from the link in the e-mail and press the button.
too-large-title = Request too large
too-large-text = Too much data was sent. Go back and try again with less text.
challenge-wait = One moment: there are many requests, this one will be sent by itself shortly.
challenge-failed = This browser cannot send the form: try another one, or call the office.
challenge-undone = There are many requests at the moment: press “Next” again.
challenge-no-script = There are many requests at the moment, and the form needs JavaScript, which is off in your browser. You can also:
challenge-phone = call the office ({ $phone })
challenge-mail = write to the office ({ $email })
challenge-bot = book with Telegram
challenge-later = try again later, when there are fewer requests
too-many-title = Too many requests
too-many-text = Too many requests have come from this internet connection: try again in { $wait }.
too-many-mails-title = Too many e-mails
too-many-mails-text = We have already written to this e-mail address many times: try again in { $wait }.
trapped-title = Request not accepted
trapped-text = The form seems to have been filled in by a program: go back and fill it in again, or call the office.
foreign-title = Request not accepted
foreign-text = The button was pressed on another site. Open the page from the link in the e-mail and press the button there.
fault-title = Something went wrong
fault-text = Because of a problem on our side this page cannot be shown. Try again in a few minutes; if the problem continues, contact the office.

## Privacy notice
privacy-title = Privacy notice
privacy-who-title = Who processes your data
privacy-who = { $town } is the controller of the data you enter to book an appointment.
privacy-what-title = What data we keep
privacy-what-form = What you write: name and surname, e-mail address, reason for the appointment.
privacy-what-booking = What belongs to the booking: office, subject, day and time, how you meet, language, code, and when it was made, confirmed, changed or cancelled.
privacy-what-consent = Your consent: when you gave it and to which version of this notice.
privacy-what-telegram = If you book by Telegram: the number of your chat and what you write to the bot while you fill in the request.
privacy-what-not = These pages use only technical cookies, while you book: one recognises your browser for a day, the other keeps what you write in the form for half an hour, on your device only. They do not track you, and the pages load nothing from other sites.
privacy-why-title = Why
privacy-why = Only to manage your appointment: to confirm it, to remind you of it, to let the office prepare and meet you. The basis is your consent, without which booking is not possible. The data serve no other purpose, and no automated decision is taken about you.
privacy-readers-title = Who sees them
privacy-readers = The staff of the office you have chosen and those who look after the system for the municipality. If you enter a virtual appointment, the name you type is passed to the video call server { $video }. If you use Telegram, the bot’s messages pass through its servers; e-mails pass through your mail provider.
privacy-how-long-title = For how long
privacy-how-long = A request that is not confirmed within { $deadline } expires and the time becomes free again. Your data are erased { $kept } after the appointment, or earlier if you ask for it.
privacy-rights-title = Your rights
privacy-rights = At any time you can ask to see your data, to have a copy, to correct them, to erase them or to restrict their use, and you can withdraw your consent; what was done before remains lawful. If you think your data are misused you can turn to the Italian data protection authority (www.garanteprivacy.it).
privacy-contact-title = Whom to contact
privacy-contact-mail = Write to
privacy-contact-offices = Write to the office you have the appointment with: the addresses are in the list
privacy-full = Full notice: { $town }
privacy-version = Version of this notice: { $version }

## Accessibility
accessibility-title = Accessibility
accessibility-lead = These pages are made so that everybody can use them, following the WCAG 2.2 guidelines, level AA.
accessibility-keyboard = They can be used with the keyboard alone and with screen readers.
accessibility-small = They can be read on a small screen and with enlarged text.
accessibility-script = They also work with JavaScript switched off.
accessibility-countdown = The countdown before the video call does not limit your time: it only waits for the room to open.
accessibility-room = The video call room is another program (Jitsi Meet), which does not depend on these pages. If you cannot use it, you can change the appointment to one in person with the CHANGE button.
accessibility-tell-title = Something not working?
accessibility-tell-mail = Tell us on which page you got stuck and with which device. Write to
accessibility-tell-offices = Tell us on which page you got stuck and with which device. Write to one of the offices in the list
accessibility-appeal = If you receive no answer within 30 days, or the answer does not satisfy you, you can turn to the Ombudsman for Digital Rights (Difensore civico per il digitale) at the Agency for Digital Italy (AgID).

## The journey: every step
home-crumb = Home
breadcrumb = You are here
language = Language
main-navigation = Main navigation
page-index = On this page
button-back = Back
button-next = Next
select-option = Select an option
required-note = Fields marked with an asterisk (*) are required.
errors-title = { $count ->
    [one] There is a problem
   *[other] There are { $count } problems
  }
error-title = Error: { $title }
error-prefix = Error:
book-title = Book an appointment
steps = Steps of the booking
step-place = Place
step-time = Date and time
step-details = Appointment details
step-applicant = Applicant
step-summary = Summary
step-of = Step { $step } of { $steps }, the current one
step-done = completed

## Searching for an office
search-label = Search for an office or a topic
search-button = Search
search-all = Show all offices
search-none = No office matches your search: try another word, or show all offices.
none-available = Nothing available
home-bot = You can also book on Telegram

## Place
place-title = Office
place-lead = Choose the office you would like an appointment with
place-legend = Select an office
place-missing = Select the office you would like an appointment with.
place-unit = Department
place-address = Address:
place-opening = Opening hours:
place-for-topic = These are the offices that deal with: { $topic }.
place-topic-unknown = The topic in the link is no longer available: choose the office, then the topic.
topic-title = Topic
topic-lead = Choose the topic of the appointment: the free times depend on it.
topic-missing = Select the topic of the appointment.
topic-other = Another topic
topic-only-mode = only { $mode }

## Time
time-title = Available appointments
time-for-topic = Topic: { $topic }
time-months = Months with free days
time-days = Free days, { $month }: press a day to see its times
time-day = { $count ->
    [one] { $day }, { $count } free time
   *[other] { $day }, { $count } free times
  }
time-of-day = Times on { $day }
time-length = Each appointment lasts { $minutes } minutes.
time-minutes = ({ $minutes } min.)
time-nearest = The nearest free times
time-missing = Select a time for the appointment.
time-lost = The time { $slot } is no longer available. Choose another one: what you have written is not lost.
time-none = At the moment there are no free times for { $office }. Try again in the next few days, or contact the office.
time-other-office = Choose another office

## The time that is held
held-title = Your appointment
held-until = Time reserved for you until { $until }
held-lead = The time is still reserved for you for
held-last = less than 1 minute
held-over = The time is up. Carry on all the same: if the time is still free, we reserve it for you again.
button-longer = I need more time
lapsed-title = The time is up
lapsed-text = The time { $slot } is no longer reserved for you.
lapsed-kept = If it is still free you can take it again. What you have written is not lost.
lapsed-again = Carry on with the same time
lapsed-other = Choose another time
unknown-request-title = We cannot find your request
unknown-request-text = The request can only be continued on the device and in the browser where you began it. If your browser blocks cookies, allow those of this site and begin again.

## Details, applicant, summary
details-lead = Write why you ask for the appointment
details-reason-hint = A few lines, at most 1000 characters: this way the office can prepare for your visit.
applicant-email-hint = We send the e-mail for the confirmation to this address: check that it is right.
summary-edit = Change
summary-day = Date
summary-hour = Time
summary-privacy = Read the privacy notice

## The request has been sent
sent-title = The appointment is not booked yet
sent-open-mail = Now open your mailbox
sent-to = Open the e-mail that we have sent to
sent-press = Press the button CONFIRM BOOKING that you find in it.
sent-until = Do it by { $until }.
sent-or-lapses = If you do not do it in time, the request is cancelled and the time becomes free for others.
no-mail-title = Can’t find the e-mail?
no-mail-wait = Wait a few minutes: sometimes mail arrives late.
no-mail-spam = Look in your junk mail (spam), too.
no-mail-again-title = The e-mail has not arrived
no-mail-again = { $times ->
    [one] We can send it once more.
   *[other] We can send it again, at most { $times } times.
  }
button-send-again = Send the e-mail again
no-mail-wrong-title = The address is wrong
no-mail-wrong = Correct it here: we send the e-mail to the new address, and the time to confirm stays the same.
button-correct = Correct the address and send
sent-again = We have sent you the e-mail again.
sent-corrected = Address corrected: we have sent you the e-mail. The earlier one is no longer valid.
sent-back = Back to the request
sent-wrong-time = Wrong time, or no longer needed?
sent-manage = Change or cancel the request

## One's own data
outcome-resent = We have sent you the verification e-mail again.
outcome-erased = Your data have been erased from this booking.
own-data-title = Your data
own-data-text = You can have your name, e-mail address and reason erased from this booking.
button-erase = Erase my data
erase-title = Do you really want to erase your data?
erase-lead = We erase your name, your e-mail address and your reason from this booking.
erase-cancels = The appointment will be cancelled: without your data the office cannot receive you.
erase-final = Data that have been erased cannot be restored.
erase-keep = No, go back to the booking
erased-title = Data erased

## Services
services-title = Services
services-lead = The topics for which you can book an appointment with the offices.
services-others = Other offices that take appointments
button-book-appointment = Book an appointment
service-active = Service available
service-description = { $service }: you can talk about it with the office { $office } by appointment.
service-addressed = Who it is for
service-addressed-text = Everybody who needs to meet the office { $office } about this topic.
service-how = How to do it
service-how-text = Press Book an appointment, choose date and time, write the reason for your request, your name and your e-mail address. You will receive an e-mail: to confirm the appointment press the button in it within { $deadline }.
service-needed = What you need
service-needed-text = For the appointment you need:
service-needed-nothing = You need not bring anything in particular.
service-achieved = What you get
service-achieved-text = An appointment with the office { $office }, in one of these ways: { $modes }.
service-calendar = Times and deadlines
service-access = Use the service
service-conditions = Terms of service
service-contacts = Contacts

## Waiting list
waiting-title = Waiting list
# $office; $time: "20 minuti"
waiting-lead = We will send you an e-mail as soon as a time with { $office } becomes free. We keep it for you for { $time }: if you do not answer, we offer it to somebody else.
waiting-any = In person or VIRTUAL
waiting-any-hour = Any time
waiting-days = Which days suit you?
waiting-days-hint = Untick the days that do not suit you.
waiting-days-missing = Choose at least one day.
waiting-email-hint = We will send an e-mail to this address to confirm, and then tell you of free times.
waiting-earlier = No time suits you? Tell me if an earlier one becomes free
waiting-sent-title = Open your e-mail
waiting-sent = We have sent you an e-mail: open the link and press CONFIRM WAITING LIST. Only then are you on the waiting list. If you can’t find it, look in the spam folder too.
# $subject: the office, "Tributo IMU (Informazioni IMU)"; $wish: "lunedì o martedì, prima delle 14:00, VIRTUALE"
waiting-sent-wish = You asked to be told when a time with { $subject } becomes free: { $wish }.
# $office
waiting-prove-lead = Do you want an e-mail when a time with { $office } becomes free?
# $office
waiting-listed = You are on the waiting list of { $office }: we will send you an e-mail as soon as a time becomes free.
waiting-offer-gone = This time is no longer kept for you. We will tell you when another becomes free.
# $office
waiting-change-lead = Choose which times with { $office } you want to wait for. You keep your turn on the waiting list.
waiting-change-save = Save
waiting-change-keep = No, go back to the waiting list
waiting-changed = Done: we have changed what you are waiting for, and you have kept your turn.
waiting-change-offered = Would you rather wait for other days or times? Change what you are waiting for.
waiting-left-title = You are no longer on the waiting list
waiting-left = You will hear nothing more of it. You can book an appointment whenever you like.

# The office cannot keep the time and offers others. $day: a long day; $time: HH:MM
reoffered-title = Choose another time
reoffered-choose = The office can no longer meet you at the time you had booked. We have set these times aside for you until { $day }, { $time }: press the one you prefer.
