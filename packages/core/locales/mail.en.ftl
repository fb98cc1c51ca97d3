### Mails and calendar entries. The words on buttons stand in common.

## Opening and closing
# $name: "Mario Rossi"
greeting = Dear { $name },
greeting-unnamed = Good day,
closing-reply = If you have any questions, reply to this e-mail: the office will receive it.
# $phone: as the office writes it
closing-phone = The office's phone number: { $phone }
closing-automatic = This e-mail was sent automatically by the appointment service.

## When
# $day: "Monday, 13 December 2021"; $time: "10:00"; $minutes: number
when-full = { $day }, { $time } ({ $minutes } min.)

## Verification: not yet booked
# $until: an hour-of-day; $office
verification-subject = Confirm your appointment by { $until } ({ $office })
verification-subject-no-deadline = Confirm your appointment ({ $office })
verification-title = Your appointment is not confirmed yet
verification-must = To confirm it you must press the CONFIRM BOOKING button by { $until }. If you do not press it, the booking is cancelled automatically.
verification-must-no-deadline = To confirm it you must press the CONFIRM BOOKING button. If you do not press it, the booking is cancelled automatically.
verification-asked = You asked for this appointment:
verification-not-you = If you did not ask for this appointment, do nothing: the request will cancel itself.

## Invitation: booked
# $slot: a slot-line with its mode
invitation-subject = Appointment confirmed: { $slot }
invitation-title = Your appointment is confirmed
invitation-facts = Here are the details of your appointment:
calendar-links = Add the appointment to your calendar:
calendar-google = Google Calendar
calendar-outlook = Outlook
calendar-ical = iCal (Apple and others)
change-any-time = You can cancel or change the booking at any time, without giving a reason.
join-explained = At the time of the appointment press JOIN: there is nothing to install. If you press it earlier, you will see how much time is left.

## Reminder
reminder-subject = Reminder: appointment { $slot }
reminder-title = A reminder of your appointment
reminder-enter = At the time of the appointment press ENTER THE ROOM: there is nothing to install.
reminder-change = If you cannot be there, cancel or change the booking: somebody else will need the time.
reminder-late = If you are late, tell the office on the page of your appointment:

## Moved
moved-subject = Appointment changed: { $slot }
moved-title = Your appointment has been changed
moved-facts = Here are the new details of your appointment:
moved-old-links = The links in earlier e-mails no longer work: use the ones in this e-mail.

## Cancelled
cancelled-subject = Appointment cancelled: { $slot }
cancelled-title = Your appointment has been cancelled
cancelled-facts-office = The office has cancelled this appointment:
cancelled-facts-citizen = You have cancelled this appointment:
cancelled-again = If you still need one, you can book a new appointment.

## Expired
expired-subject = Request expired: appointment { $slot }
expired-title = Your request has expired
expired-explained = The appointment was not confirmed in time, so the booking has been cancelled and the time is free again.
expired-facts = You had asked for this appointment:

## Waiting list
# $office
waiting-proof-subject = Confirm that you want to hear when a time becomes free ({ $office })
waiting-proof-title = Do you want to hear when a time becomes free?
# $until: an hour-of-day
waiting-proof-explained = You asked to be told when a time becomes free. To join the waiting list open the page with the button and confirm by { $until }.
waiting-proof-not-you = If you did not ask for this, do nothing: the request will be cancelled by itself.
# $office
waiting-known-subject = You are already on the waiting list ({ $office })
waiting-known-title = You are already on the waiting list
# $button: button-waiting-change
waiting-known-explained = You asked again to be told, but you are already on the waiting list and keep your place: you need not do anything. If you want other days or times, open the page with the button and press “{ $button }”. This is what you are waiting for now:
button-waiting-page = OPEN THE WAITING LIST
waiting-offer-subject = A time has become free: { $slot }
button-waiting-answer = ANSWER
waiting-leave = On the same page you can decline this time, or leave the waiting list.

## To the office
# $code: "K7P-4QX"
office-booked-subject = New appointment: { $slot } ({ $code })
office-booked-title = New confirmed appointment
office-booked-explained = Here are the details, so that you can prepare:
office-moved-subject = Appointment changed: { $slot } ({ $code })
office-moved-title = An appointment has been changed
office-moved-explained = Here are the new details of the appointment:
office-cancelled-subject = Appointment cancelled: { $slot } ({ $code })
office-cancelled-title = An appointment has been cancelled
office-cancelled-explained = The time is free again. The cancelled appointment was:
office-late-subject = Late: { $slot } ({ $code })
office-late-title = The citizen is late
office-late-explained = The citizen lets you know that they will be late for this appointment:
digest-subject = Appointments of { $day } - { $office } ({ $count })
digest-title = Appointments of { $day }
digest-explained = { $count ->
    [one] There is one appointment today.
   *[other] There are { $count } appointments today.
  }
office-room = At the time of the appointment enter the room with this button. The link is for the office only: do not forward it.
office-reply = Replying to this e-mail writes to the citizen.
label-desk = Desk

## Calendar entry
# $office
calendar-summary = Appointment: { $office }
calendar-change = To cancel or change the booking:
calendar-join = To join the video call:
calendar-join-by-mail = To join the video call press JOIN in the confirmation e-mail.

# The office cannot keep the time and offers others. $slot: a slot-line; $day: a long day; $time: HH:MM
reoffered-subject = Appointment to be moved: { $slot }
reoffered-title = Your appointment has to be moved
reoffered-facts = The office can no longer meet you at the time you had booked:
reoffered-until = We have set these times aside for you until { $day }, { $time }. Press the one you prefer and take it on the page that opens:
reoffered-none = There are no times close to it that we could offer you now.
reoffered-otherwise = You can also choose any other free time, or cancel the booking.
