### The Telegram bot.

## Commands, as Telegram's menu shows them
command-start = Start again
command-prenota = Book an appointment
command-appuntamenti = Your appointments: see, change, cancel
command-lingua = Change the language
command-privacy = What we do with your data
command-aiuto = How it works
command-annulla = Stop the request you are filling in

## Moving about
button-back = « Back
button-restart = Start again
button-earlier = « Earlier
button-later = Later »
button-close = « Return to the booking
# $page, $pages: numbers
page = Page { $page } of { $pages }

## Finding
choose-office = Choose the office you want an appointment with: press its name below.
no-offices = At the moment no office takes appointments.
# $slot: a slot-line
first-free = First free time: { $slot }
none-free-now = No free time for now
choose-service = What do you want an appointment for?
button-other-service = Something else
choose-day = Choose the day: only days with free times are shown.
no-days = There are no free times. Go back and choose another office, or try again in the next few days.
# $minutes: number
visit-length = Each appointment lasts { $minutes } minutes.
no-times = There are no free times left on this day. Go back and choose another day.
choose-nearest = These are the nearest free times:
button-other-days = Other days

## Form
# $until: "10:10"
held-until = This time is kept for you until { $until }.
held-no-more = This time was kept for you until { $until }. Go on: if it is still free, we take it for you again.
# $number, $of: numbers
form-progress = Question { $number } of { $of }
hint-name = Write it below and send it as a message.
hint-email = Write it below and send it as a message. We will send the e-mail to confirm to this address.
hint-reason = Write it below and send it as a message: it helps the office to prepare.
# $value: what the citizen wrote
written-before = You wrote: { $value }
button-keep-answer = Leave it so
# $name: "Mario Rossi"
button-use-name = I am { $name }

## Summary and consent
summary-title = Summary of your request
button-edit-name = Change name
button-edit-email = Change e-mail
button-edit-reason = Change reason
button-edit-time = Change time
consent-title = Your data
button-consent = I agree to the processing of my data
button-notice = Read the privacy notice

## Requested
not-booked-title = ATTENTION! The appointment is NOT booked yet.
# $email: the citizen's address
open-the-mail = Open the e-mail we have just sent to { $email }.
# $until: an hour-of-day
press-confirm = Press CONFIRM BOOKING by { $until }.
or-it-lapses = If you do not, the request is cancelled automatically.
no-mail-title = You cannot find the e-mail?
no-mail-spam = Wait a few minutes and look in the spam folder too.
no-mail-address = If the address is wrong, cancel the request with /appuntamenti and book again with /prenota.
button-my-bookings = My appointments
booking-is-held = The request is not complete yet.
booking-is-pending = The request is waiting to be confirmed.
booking-is-confirmed = The appointment is booked.
booking-is-attended = This appointment has already taken place.
booking-is-no-show = This appointment has already passed.
booking-is-expired = The request has expired because it was not confirmed in time.
booking-is-cancelled = This appointment has been cancelled.

## My bookings
bookings-title = Your appointments
no-bookings = You have no appointments. To book one use /prenota.
# $until: an hour-of-day
confirm-by-mail = To be confirmed: press CONFIRM BOOKING in the e-mail by { $until }.
cancel-title = Do you really want to cancel this appointment?
cancel-question = The time will be free for other people again. You do not have to say why.
button-keep = No, keep the appointment

## Language
language-title = Choose the language

## Privacy
privacy-title = Your data
# $town: "Comune di Ozieri"
privacy-who = The data controller is: { $town }.
privacy-what = What we keep: the number of this chat, the language, the request you are filling in and your appointments (name and surname, e-mail, reason, time). Other messages you write here are not kept.
privacy-why = What it is for: only to manage your appointments. We do not use it for anything else and do not give it to others.
privacy-rights = You can ask the town hall to see, correct or erase your data.

## Help
help-title = How it works
help-step-office = With /prenota choose the office.
help-step-time = Choose the day and the time, In person or VIRTUAL.
help-step-form = Write your name and surname, e-mail and reason, then press Request appointment.
help-step-mail = Open the e-mail we send you and press CONFIRM BOOKING within the time shown: only then is the appointment booked.
help-typing = Always use the buttons under the last message. If you get lost, write /start.

## What is said above a screen
note-stale = This button is no longer valid: here is where we are.
note-not-text = I can only read text messages here.
note-edited = I cannot take edited messages into account: write a new message, or change your data in the summary.
note-forwarded = I cannot use a forwarded message: write the answer yourself.
note-use-buttons = To go on, press one of the buttons below.
note-unknown-command = I do not know this command. With /aiuto you can see what I can do.
note-held-again = The time had run out, but it was still free: we have taken it for you again.
note-cancelled = Done: the appointment has been cancelled.
note-abandoned = Done: the request has been stopped and what you had written has been erased.
note-nothing-to-abandon = You are not filling in any request. To cancel an appointment you already have use /appuntamenti.
note-language-set = From now on I write to you in English.
fault = Something went wrong on our side and we could not do what you asked. Please try again in a few minutes.
lost-title = This request cannot be continued.
lost-advice = The office or the appointment no longer exists. Start again from the beginning.

## What the chat hears by itself
told-invitation-title = Your appointment is confirmed
told-invitation-calendar = With the attached file you can add it to your calendar. You can change or cancel it at any time, without saying why.
told-moved-title = Your appointment has been changed
told-moved-links = The links you received before no longer work: use these. With the attached file you update your calendar.
told-reminder-title = A reminder of your appointment
told-reminder-change = If you cannot come, change or cancel it: somebody else will need the time.
told-cancelled-title = Your appointment has been cancelled
told-expired-title = Your request has expired
told-expired-why = It was not confirmed in time, so it has been cancelled and the time is free again.
told-again = If you still need one, book a new one with /prenota.
told-virtual = At the time of the appointment press the button below: there is nothing to install. If you press it earlier, you will see how long is left.
