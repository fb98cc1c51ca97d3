### The words all parts share.

## Buttons
button-book = Book
button-request = Request appointment
button-confirm = CONFIRM BOOKING
button-cancel = CANCEL BOOKING
button-move = CHANGE
button-join = JOIN
button-enter = ENTER THE ROOM
button-book-again = Book a new appointment
button-late = I am late
# The waiting list
button-waiting-join = Tell me if a time becomes free
button-waiting-prove = CONFIRM WAITING LIST
button-waiting-take = Yes, I’ll take it
button-waiting-swap = Yes, move my appointment
button-waiting-decline = No, thank you
button-waiting-leave = Leave the waiting list
button-waiting-change = Change days, times or type
outside-hours = Closed now

## The notice to hang up
poster-title = Appointments
poster-web = On the web
poster-bot = With Telegram
poster-phone = Phone { $phone }
poster-step-scan = Point your phone’s camera at a code.
poster-step-choose = Choose a day and a time, and write your name and e-mail address.
poster-step-confirm = Open the e-mail you receive and press { $button } within { $time }.

## Modes
mode-in-person = In person
mode-virtual = VIRTUAL
mode-in-person-explained = In person: you will go to the office yourself
mode-virtual-explained = VIRTUAL: you will connect by computer, tablet or phone to a video call with the virtual office, using the links we will send you

## Booking: the handbook's form
offices-title = Office appointments
choose-slot = Choose one of the available times for your appointment
ask-name = Your name and surname
ask-email = Your e-mail address
ask-reason = Reason for the appointment
consent = I agree that the data entered in this form may be processed solely for the purpose of managing this appointment (consent required).
attention-title = ATTENTION!
attention-mail = When you press Request appointment, a verification e-mail will be sent to the address you have given, with a link to confirm your appointment.
attention-must = To complete the booking, verify your identity and confirm the appointment, you must open the link in that e-mail.
# $duration: "2 hours"
attention-deadline = If you do not confirm within { $duration }, the booking is cancelled automatically.

## Labels in front of a booking's facts
label-office = Office
label-when = When
label-where = Where
label-day = Day
label-hour = Time
label-mode = Type
label-service = Subject
label-bring = What to bring
# The same for a video call
label-bring-virtual = What to have at hand
label-reason = Reason
label-code = Booking code
label-name = Name and surname
label-email = E-mail
label-phone = Phone
label-state = Status
# The place of a virtual appointment
where-virtual = by video call, with a computer, tablet or phone

## States of a booking
state-held = being filled in
state-pending = to be confirmed
state-confirmed = confirmed
state-attended = completed
state-no-show = not attended
state-expired = expired
state-cancelled = cancelled

## What the citizen has let the office know
announced-coming = coming
announced-late = late

## What somebody on the waiting list waits for
wish-any-day = any
wish-any-hour = any
# In a sentence: "…: qualsiasi giorno, qualsiasi orario, In Presenza o VIRTUALE."
wish-each-day = any day
wish-each-hour = any time
# $days: "lunedì o mercoledì", wish-any-day or wish-each-day; $day: "lunedì 13 dicembre 2021", the last one
wish-until = { $days }, until { $day }
# $time: "14:00"
wish-after = from { $time } on
wish-before = before { $time }
wish-morning = Mornings
wish-afternoon = Afternoons

## The waiting list: said where a time is offered
waiting-offer-title = A time has become free
# $until: an hour-of-day
waiting-offer-explained = This time is kept for you until { $until }. If you do not answer, we offer it to somebody else.
# $slot: a slot-line with its mode
waiting-swap = You already have an appointment with this office ({ $slot }): if you accept, we move it to this time.

## Times and lengths
# $day: "Mon, 13 Dec 2021"; $time: "10:00"; $minutes: number
slot-line = { $day } - { $time } ({ $minutes } min.)
# $slot: a slot-line; $mode: mode-in-person or mode-virtual
slot-line-mode = { $slot } - { $mode }
# Follows "by". $time: "12:30"; $day: "Monday 13 December"
hour-of-day = { $time } on { $day }
count-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }

## What the rules say no to, each with the next step
refusal-office-unknown = This office does not exist or does not take appointments: choose an office from the list.
refusal-service-unknown = This office does not deal with this subject: choose one from the list.
refusal-booking-unknown = There is no booking with this code: check that you have typed it correctly.
refusal-slot-taken = Somebody else has just booked this time: choose another one.
# $nearest: a slot-line
refusal-slot-taken-nearest = Somebody else has just booked this time: choose another one, for example { $nearest }.
refusal-slot-not-offered = The office does not take appointments at this time: choose one of the available times.
# $nearest: a slot-line
refusal-slot-not-offered-nearest = The office does not take appointments at this time: choose one of the available times, for example { $nearest }.
refusal-slot-past = This time has already passed: choose a later one.
# $earliest: an hour-of-day
refusal-too-soon = This time is too close: choose one from { $earliest } onwards.
# $latest: "Monday 13 December 2021"
refusal-beyond-horizon = This day is too far ahead: for now you can book up to { $latest }.
# $day: a long day; $time: HH:MM
refusal-not-released = This time cannot be booked yet: it opens on { $day } at { $time }.
refusal-mode-not-offered = At this time the office does not take appointments in the way you chose: change either that or the time.
refusal-limit-office = { $limit ->
    [one] You already have an appointment with this office: you can change it, or cancel it to book another one.
   *[other] You already have { $limit } appointments with this office: you can change them, or cancel one to book another.
  }
refusal-limit-total = { $limit ->
    [one] You already have an appointment: cancel it, or wait until it is over, to book another one.
   *[other] You already have { $limit } appointments: cancel one, or wait until one is over, to book another.
  }
refusal-limit-unconfirmed = { $limit ->
    [one] You already have a request to confirm: open the verification e-mail and press CONFIRM BOOKING, then try again.
   *[other] You already have { $limit } requests to confirm: open the verification e-mails and press CONFIRM BOOKING, then try again.
  }
refusal-resend-limit = We have already sent the verification mail as often as we can: look in your spam folder too and, if it is not there, call the office.
refusal-hold-expired = The time to complete the request has run out and this time is no longer kept for you: choose a time again.
refusal-confirmation-expired = The time to confirm has run out and the booking has been cancelled: book a new appointment.
refusal-state-held = The request is not complete yet: fill in all the details and press Request appointment.
refusal-state-pending = The booking is not confirmed yet: press CONFIRM BOOKING in the verification e-mail.
refusal-state-confirmed = The booking is already confirmed: there is nothing else to do.
refusal-state-attended = This appointment has already taken place: if you need to, book a new one.
refusal-state-no-show = This appointment has already passed: if you need to, book a new one.
refusal-state-expired = This booking has expired because it was not confirmed in time: book a new appointment.
refusal-state-cancelled = This booking has been cancelled: if you need to, book a new appointment.
refusal-nothing-to-move = The appointment is already at exactly this time: to change it, choose another one.
refusal-already-started = The appointment has already begun and can no longer be changed: contact the office directly.
refusal-link-invalid = This link is not valid or is incomplete: go back to the e-mail and press the button again.
refusal-link-outdated = This link is out of date because the booking has been changed: use the links in the most recent e-mail.
# $opens: "09:50"; $closes: an hour-of-day
refusal-room-closed = The virtual room is open only from { $opens } to { $closes }: enter during that time.
refusal-not-virtual = This appointment is in person: there is no need to connect, go to the office yourself.

## What can be wrong in the form
form-name-missing = Write your name and surname.
form-name-too-long = The name is too long: write only your name and surname.
form-name-malformed = The name is not written correctly: write your name and surname, for example Mario Rossi.
form-name-not-plain-text = The name contains characters that are not allowed: use only letters, spaces, apostrophes and hyphens.
form-email-missing = Write your e-mail address: we need it to send you the verification e-mail.
form-email-too-long = The e-mail address is too long: check that you have typed it correctly.
form-email-malformed = The e-mail address is not correct: check it, for example mario.rossi@example.it.
form-email-not-plain-text = The e-mail address contains characters that are not allowed: write it again, without spaces.
form-reason-missing = Write the reason for the appointment: it helps the office to prepare.
form-reason-too-long = The reason is too long: sum it up in a few lines.
form-reason-malformed = The reason is not written correctly: write it again in a few words.
form-reason-not-plain-text = The reason contains characters that are not allowed: write it again using only letters, numbers and punctuation.
form-consent-missing = To book you must agree to the processing of your data: tick the box.
