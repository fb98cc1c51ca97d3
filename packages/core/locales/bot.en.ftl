### The Telegram bot.

## Commands, as Telegram's menu shows them
command-start = Start again
command-prenota = Book an appointment
command-appuntamenti = Your appointments: see, change, cancel
command-lingua = Change the language
command-privacy = What we do with your data
command-aiuto = How it works
command-annulla = Stop the request you are filling in

## The bot's profile: at most 512 and 120 characters
profile-description = With this bot you book an appointment with the offices of the town hall, in person or by video call. Choose the office, the day and the time; then confirm with a button in the e-mail we send you. Here you can also change or cancel your appointments, and you get a reminder before each of them. Press START to begin.
profile-short = Book an appointment with the offices of the town hall, in person or by video call.

## Moving about
button-back = « Back
button-restart = Start again
button-earlier = « Earlier
button-later = Later »
button-close-booking = « Return to the booking
button-close-offices = « Return to the offices
button-close-request = « Return to the request
# $page, $pages: numbers
page = Page { $page } of { $pages }

## Finding
choose-office = Choose the office you want an appointment with: press its name below, or write a word (for example IMU).
found-title = This is what I have found: press what you need.
no-offices = At the moment no office takes appointments.
# $slot: a slot-line
first-free = First free time: { $slot }
none-free-now = No free time for now
choose-service = What do you want an appointment for?
button-other-service = Something else
# $mode: "In Presenza"; $day: "lun 13/12/21"; $time: "10:00"
button-first-free = { $mode }: { $day } - { $time }
choose-day = Choose the day: you can press those with a number, which have free times. The first available time is at the top of the buttons.
no-days = There are no free times. Press Tell me if a time becomes free, or go back and choose another office.
# $minutes: number
visit-length = Each appointment lasts { $minutes } minutes.
no-times = There are no free times left on this day. Go back and choose another day.
choose-nearest = These are the nearest free times:
button-other-days = Other days

## The waiting list
waiting-title = Waiting list
# $time: "20 minutes"
waiting-how = We will write to you here as soon as a time becomes free. We keep it for you for { $time }: if you do not answer, we offer it to somebody else.
# $day: "Monday, 13 December 2021"
waiting-wish = We will tell you of these times:
# $button: button-waiting-yes
waiting-fine = If that is fine, press { $button }.
waiting-pick = If you only want some days or times, press them below first: they will be marked ✓.
button-waiting-yes = Fine, tell me
button-waiting-earlier = Tell me if an earlier time becomes free

## Moving
moving-title = You are changing this appointment:
move-title = Do you want to move the appointment to this time?
move-from = From
move-to = To
move-confirmed = You will get an e-mail with the new time. The time before will be free for other people again.
move-pending = You will get a new e-mail to confirm: the link in the first one will no longer work.
button-move-here = Yes, move the appointment

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
# $email: an address
address-before = Last time you used this address: { $email }
button-use-address = Use the same address
# $written, $meant: addresses
doubt-written = You wrote { $written }
doubt-meant = Did you mean { $meant }?
doubt-advice = Press a button, or write the address again.
button-doubt-meant = Yes, I mistyped it
button-doubt-written = No, the address is right as it is

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
# $left: "1 hour and 50 minutes"
time-left = You have { $left } left.
# $until: an hour-of-day
press-confirm = Press CONFIRM BOOKING by { $until }.
or-it-lapses = If you do not, the request is cancelled automatically.
no-mail-title = Can’t find the e-mail?
no-mail-spam = Wait a few minutes and look in the spam folder too.
no-mail-address = If the address is wrong, press Correct the address.
button-resend = Send the e-mail again
button-correct-address = Correct the address
# $email: the citizen's address
mail-went-to = The e-mail to confirm went to this address: { $email }
hint-new-address = Write the right address below and send it as a message: we will send you a new e-mail at once.
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
# $time: "180 days"
privacy-how-long = For how long: the data of an appointment are erased { $time } after it; a request left half done after an hour.
privacy-rights = Below you can download or erase your data whenever you like. To see or correct them you can also turn to the town hall.
button-export = Download my data
button-erase = Erase my data
erase-title = Do you really want to erase all your data?
erase-what = We erase name, e-mail and reason of all your appointments, this chat and its language. This cannot be undone.
# $count: number
erase-cancels = { $count ->
    [one] { $count } appointment still to come will be cancelled.
   *[other] { $count } appointments still to come will be cancelled.
  }
button-erase-all = Yes, erase everything
button-erase-not = No, do not erase
farewell-title = Your data have been erased.
farewell-again = We have nothing about you any more. The messages you see here stay on Telegram until you delete the chat. If you need another appointment write /start.

## Help
help-title = How it works
help-step-office = With /prenota choose the office.
help-step-time = Choose the day and the time, In person or VIRTUAL.
help-step-form = Write your name and surname, e-mail and reason, then press Request appointment.
help-step-mail = Open the e-mail we send you and press CONFIRM BOOKING within the time shown: only then is the appointment booked.
help-typing = Always use the buttons under the last message. If you get lost, write /start.

## What is said above a screen
note-stale = This button is no longer valid: here is where we are.
note-too-late = A lot of time has passed and what you were doing has been erased: let us start again from here.
# $left: number of times
note-resent = { $left ->
    [0] We have sent you the e-mail again. Look in the spam folder too: we cannot send it any more times.
    [one] We have sent you the e-mail again. You can ask for it { $left } more time.
   *[other] We have sent you the e-mail again. You can ask for it { $left } more times.
  }
note-address-corrected = Done: we have sent you a new e-mail to the right address. The link in the first e-mail no longer works.
note-nothing-found = I have found nothing for what you wrote: try another word, or press one of the buttons below.
note-moved = Done: the appointment has been changed.
note-waiting-joined = Done: you are on the waiting list. We will write to you here as soon as a time becomes free.
note-waiting-changed = Done: we have changed what you are waiting for, and you have kept your turn.
note-waiting-left = Done: you are no longer on the waiting list.
note-offer-over = This time is no longer kept for you. If you are still on the waiting list, we will tell you when another becomes free.
note-offer-declined = All right: we offer the time to somebody else. You stay on the waiting list; to leave it use /appuntamenti.
note-told-coming = Done: the office knows that you are coming.
note-told-late = Done: we have told the office that you are late.
note-not-text = I can only read text messages here.
note-edited = I cannot take edited messages into account: write a new message, or change your data in the summary.
note-forwarded = I cannot use a forwarded message: write the answer yourself.
note-use-buttons = To go on, press one of the buttons below.
note-unknown-command = I do not know this command. With /aiuto you can see what I can do.
note-held-again = The time had run out, but it was still free: we have taken it for you again.
note-cancelled = Done: the appointment has been cancelled.
note-abandoned = Done: the request has been stopped and what you had written has been erased.
note-nothing-to-abandon = You are not filling in any request. To cancel an appointment you already have use /appuntamenti.
note-cancel-below = You are not filling in any request. If you want to cancel an appointment, press the button below.
note-exported = Here are your data, in the file above.
note-language-set = From now on I will write to you in English.
fault = Something went wrong on our side and we could not do what you asked. Please try again in a few minutes.
lost-title = This request cannot be continued.
lost-advice = The office or the appointment no longer exists. Start again from the beginning.

## What the chat hears by itself
told-invitation-title = Your appointment is confirmed
told-invitation-calendar = With the attached file you can add it to your calendar. You can change or cancel it at any time, without saying why.
told-moved-title = Your appointment has been changed
told-moved-links = The links you received before no longer work. With the attached file you update your calendar.
told-room-title = The room of your appointment is open
told-room-enter = Press the button below to connect with the office: there is nothing to install.
button-map = How to get there
button-coming = I am coming
told-reminder-title = A reminder of your appointment
told-reminder-change = If you cannot come, change or cancel it: somebody else will need the time.
told-cancelled-title = The office has cancelled your appointment
told-expired-title = Your request has expired
told-expired-why = It was not confirmed in time, so it has been cancelled and the time is free again.
told-again = If you still need one, book a new one with /prenota.
# $button: button-join or button-enter
told-virtual = At the time of the appointment press { $button }: there is nothing to install. If you press it earlier, you will see how long is left.

## The groups of the offices' staff
command-oggi = Today’s appointments
command-collega = Link the group to an office
command-scollega = Unlink the group
group-office-booked = New appointment
group-office-moved = Appointment changed
group-office-cancelled = Appointment cancelled
group-office-late = The citizen is late
# $office
group-linked = Group linked: { $office }
group-linked-already = The group is already linked: { $office }
group-tells = Here you will read of new, changed and cancelled appointments and of delays: only code and time.
group-tells-details = Here you will read of new, changed and cancelled appointments and of delays, with names and reasons of citizens: look who is in the group.
group-commands = With /oggi you see today’s appointments, with /scollega you unlink the group.
group-code-wrong = This code is not valid, or no longer. Whoever runs the service can make a new one with: ricevimenti office link OFFICE
group-unlinked = The group has been unlinked: no more messages will come here.
group-not-linked = This group is not linked to any office.
group-day-empty = There are no appointments today.
# $count: number
group-day-more = { $count ->
    [one] and one more appointment
   *[other] and { $count } more appointments
  }

# The office cannot keep the time and offers others.
told-reoffered-title = The office can no longer meet you at this time
told-reoffered-choose = Choose one of these times, set aside for you, or another.
told-reoffered-none = Choose another time, or cancel the booking.
button-other-time = Choose another time
