import type { InvitationContext } from "./adapters/calendar/invitation-context.ts";
import { storeWithin } from "./adapters/sql/store.ts";
import type { Surroundings } from "./adapters/surroundings.ts";
import { databaseName } from "./config.ts";
import type { Core } from "./core.ts";
import { type Booking, stateAt } from "./domain/booking.ts";
import { bookingLinks, waitingLink } from "./domain/links.ts";
import { refuse } from "./domain/refusal.ts";
import { lazily, seldom } from "./lazily.ts";
import type { Deps } from "./use-cases/deps.ts";
import { bookedOffice, loadOffice, loadTown } from "./use-cases/town.ts";

const { examineSurroundings, isSecretKept } = seldom(() => import("./adapters/surroundings.ts"));
const { agenda, bookingsOf } = lazily(() => import("./use-cases/agenda.ts"));
const { alternativesTo } = lazily(() => import("./use-cases/alternatives.ts"));
const { announce } = lazily(() => import("./use-cases/announce.ts"));
const { declineOffer, takeOffer } = lazily(() => import("./use-cases/answer-offer.ts"));
const { attend } = seldom(() => import("./use-cases/attend.ts"));
const { cancel } = lazily(() => import("./use-cases/cancel.ts"));
const { confirm } = lazily(() => import("./use-cases/confirm.ts"));
const { considerWish, wishChoices } = lazily(() => import("./use-cases/consider-wish.ts"));
const { correctEmail } = lazily(() => import("./use-cases/correct-email.ts"));
const { deliverDue } = lazily(() => import("./use-cases/deliver-due.ts"));
const { examineRecords } = seldom(() => import("./use-cases/doctor.ts"));
const { enterRoom, roomTimes } = lazily(() => import("./use-cases/enter-room.ts"));
const { expireLapsed } = lazily(() => import("./use-cases/expire.ts"));
const { explainSlot } = seldom(() => import("./use-cases/explain-slot.ts"));
const { feedLink, followFeed, renewFeed } = lazily(() => import("./use-cases/feed.ts"));
const { follow, movedAlready } = lazily(() => import("./use-cases/follow.ts"));
const { forget } = lazily(() => import("./use-cases/forget.ts"));
const { hold, release } = lazily(() => import("./use-cases/hold.ts"));
const { exportTimetable, importTimetable } = seldom(() => import("./use-cases/import-timetable.ts"));
const { keepRetention } = lazily(() => import("./use-cases/keep-retention.ts"));
const { listOffices } = lazily(() => import("./use-cases/list-offices.ts"));
const { listSlots } = lazily(() => import("./use-cases/list-slots.ts"));
const { move } = lazily(() => import("./use-cases/move.ts"));
const { officeAppointments } = lazily(() => import("./use-cases/office-appointments.ts"));
const { linkGroup, offerGroupCode, unlinkGroup } = lazily(() => import("./use-cases/office-groups.ts"));
const { officeHistory } = seldom(() => import("./use-cases/office-history.ts"));
const { passOnAll } = lazily(() => import("./use-cases/pass-on.ts"));
const { erasePersonalData, exportPersonalData, purgePersonalData } = seldom(
  () => import("./use-cases/personal-data.ts"),
);
const { prepareDigests } = lazily(() => import("./use-cases/prepare-digests.ts"));
const { request } = lazily(() => import("./use-cases/request.ts"));
const { resend } = lazily(() => import("./use-cases/resend.ts"));
const { statistics } = seldom(() => import("./use-cases/statistics.ts"));
const { takeAlternative } = lazily(() => import("./use-cases/take-alternative.ts"));
const { changeWish, followWaiting, forgetWaiting, joinWaiting, leaveWaiting, proveWaiting, standingOfOffer } =
  lazily(() => import("./use-cases/waiting-list.ts"));

/** What calendars are told about a booking. */
async function calendarContext(
  deps: Deps,
  { config }: Surroundings,
  booking: Booking,
): Promise<InvitationContext> {
  const { mailSender } = await import("./adapters/mail/sender.ts");
  const { office, municipality, timezone } = await bookedOffice(deps.plans, deps.store.read, booking.office);
  return {
    office,
    municipality,
    timezone,
    links: bookingLinks(deps.derive, deps.publicUrl, booking),
    now: deps.clock.now(),
    origin: deps.publicUrl,
    from: { name: municipality.name, address: mailSender(municipality, deps.publicUrl, config.mailFrom) },
  };
}

/** Binds every use case to what it works with. */
export function createCore(deps: Deps, surroundings: Surroundings): Core {
  const { store, clock } = deps;
  return {
    clock,
    log: deps.log,
    config: surroundings.config,
    records: store.read,

    municipality: async () => (await loadTown(store.read)).definition,
    listOffices: () => listOffices(deps),
    getOffice: async (id) => {
      const town = await loadOffice(deps.plans, store.read, id);
      return town ? { ok: true, ...town } : refuse({ code: "office_unknown", office: id });
    },
    officeOf: async (booking) => {
      const { office, timezone, municipality } = await bookedOffice(deps.plans, store.read, booking.office);
      return { office, timezone, municipality };
    },
    listSlots: (query) => listSlots(deps, query),
    explainSlot: (query) => explainSlot(deps, query),
    stamp: () => store.stamp(),

    hold: (input) => hold(deps, input),
    release: (input) => release(deps, input),
    request: (input) => request(deps, input),
    confirm: (input) => confirm(deps, input),
    cancel: (input) => cancel(deps, input),
    move: (input) => move(deps, input),
    attend: (input) => attend(deps, input),
    alternativesTo: (booking) => alternativesTo(store.read, booking, clock.now()),
    takeAlternative: (input) => takeAlternative(deps, input),
    announce: (input) => announce(deps, input),
    resend: (input) => resend(deps, input),
    correctEmail: (input) => correctEmail(deps, input),
    forget: (input) => forget(deps, input),

    waiting: {
      choices: (wanted) => wishChoices(deps, wanted),
      consider: (input) => considerWish(deps, input),
      join: (input) => joinWaiting(deps, input),
      prove: (code) => proveWaiting(deps, code),
      change: (input) => changeWish(deps, input),
      leave: (input) => leaveWaiting(deps, input),
      of: async (who) => {
        const now = clock.now();
        return (await store.read.waiting.of(who)).filter(({ until }) => until > now);
      },
      forget: (who) => forgetWaiting(deps, who),
      follow: (token) => followWaiting(deps, token),
      offered: (code) => standingOfOffer(deps, code),
      linkOf: ({ code }) => waitingLink(deps.derive, deps.publicUrl, code),
      take: (input) => takeOffer(deps, input),
      decline: (input) => declineOffer(deps, input),
    },

    groups: {
      code: (input) => offerGroupCode(deps, input),
      link: (input) => linkGroup(deps, input),
      unlink: (which) => unlinkGroup(deps, which),
      migrate: (from, to) => store.write((records) => records.groups.migrate(from, to)),
    },

    getBooking: async (code) => {
      const booking = await store.read.bookings.get(code);
      return booking
        ? { ok: true, booking: { ...booking, state: stateAt(booking, clock.now()) } }
        : refuse({ code: "booking_unknown", booking: code });
    },
    agenda: (query) => agenda(deps, query),
    agendaCalendar: async ({ minimal, ...query }) => {
      const { officeCalendar } = await import("./adapters/calendar/office-calendar.ts");
      const appointments = await officeAppointments(deps, query);
      const { name: town, locale } = (await loadTown(store.read)).definition;
      const [first, ...others] = new Set(appointments.map(({ office }) => office));
      const name = first !== undefined && others.length === 0 ? first : town;
      return officeCalendar(appointments, {
        name,
        locale,
        origin: deps.publicUrl,
        ...(minimal && { minimal }),
      });
    },
    bookingsOf: (holder) => bookingsOf(deps, holder),

    linksOf: (booking) => bookingLinks(deps.derive, deps.publicUrl, booking),
    follow: (purpose, token) => follow(deps, purpose, token),
    movedAlready: (token, choice) => movedAlready(deps, token, choice),
    room: (input) => enterRoom(deps, input),
    roomTimes: (booking, role) => roomTimes(deps, booking, role),
    feedLink: (office) => feedLink(deps, office),
    renewFeed: (office, actor) => renewFeed(deps, office, actor),
    exportPersonalData: (email, actor) => exportPersonalData(deps, email, actor),
    erasePersonalData: (email, actor) => erasePersonalData(deps, email, actor),
    purgePersonalData: (actor, days) => purgePersonalData(deps, actor, days),
    statistics: (span) => statistics(deps, span),
    followFeed: (token) => followFeed(deps, token),
    invitation: async (booking) => {
      const { invitation } = await import("./adapters/calendar/invitation.ts");
      return invitation(booking, await calendarContext(deps, surroundings, booking));
    },
    calendarLinks: async (booking) => {
      const { addToCalendarLinks } = await import("./adapters/calendar/calendar-links.ts");
      return addToCalendarLinks(booking, await calendarContext(deps, surroundings, booking));
    },

    derivedSecret: (purpose) => Buffer.from(deps.derive(`front-end/${purpose}`, "")).toString("base64url"),
    isSecretKept: () => isSecretKept(deps.store.read, deps.derive),

    importTimetable: (file, options) => importTimetable(deps, file, options),
    officeHistory: (id) => officeHistory(deps, id),
    exportTimetable: (offices) => exportTimetable(deps, offices),

    atomically: (work) =>
      store.write((records) => {
        const within = storeWithin(records);
        return work(createCore({ ...deps, store: within }, surroundings), records);
      }),
    retryFailed: (actor = "system") =>
      store.write(async (records) => {
        const now = clock.now();
        const retried = await records.outbox.retry(now);
        await records.trail.note({ at: now, actor, act: "outbox_retried", subject: String(retried) });
        return retried;
      }),
    tick: async (couriers = [], ending) => {
      const expired = await expireLapsed(deps);
      const offered = await passOnAll(deps);
      const erased = await keepRetention(deps);
      await prepareDigests(deps);
      const round = await deliverDue(deps, [surroundings.mail, ...couriers], ending);
      return { expired, offered, erased, ...round };
    },
    doctor: async (options) => [
      ...(await examineRecords(deps, options, databaseName(surroundings.config.database, surroundings.cwd))),
      ...(await examineSurroundings(deps, surroundings)),
    ],
    close: async () => {
      await surroundings.mail.close();
      await store.close();
    },
  };
}
