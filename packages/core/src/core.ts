import type { Config } from "./config.ts";
import type { Booking, Holder, OnConflict } from "./domain/booking.ts";
import type { Actor, Announcement } from "./domain/event.ts";
import type { WhyUnfit } from "./domain/fitting.ts";
import type { Locale, Municipality } from "./domain/municipality.ts";
import type { Mode, Office } from "./domain/office.ts";
import type { GroupCode, OfficeGroup } from "./domain/office-group.ts";
import type { Policy } from "./domain/policy.ts";
import type { Outcome } from "./domain/refusal.ts";
import type { Instant, Slot } from "./domain/slot.ts";
import type { TimetableFile } from "./domain/timetable-file.ts";
import type { BookingLinks, LinkPurpose } from "./domain/token.ts";
import type { WhyNot } from "./domain/why-not.ts";
import type { Clock, Courier, Log, Records, WritableRecords } from "./ports.ts";
import type { PersonalData } from "./use-cases/personal-data.ts";
import type { Statistics } from "./use-cases/statistics.ts";
import type { WaitingList } from "./waiting-list.ts";

/** An office with the town it belongs to. */
export interface OfficeOfTown {
  readonly office: Office;
  readonly municipality: Municipality;
  /** IANA zone. */
  readonly timezone: string;
}

/** Everything a front end may ask of the system: the booking rules behind one door. Made by `openCore`. */
export interface Core {
  readonly clock: Clock;
  readonly log: Log;
  /** The environment as it was read. */
  readonly config: Config;

  /** The town, with its zone, language and notice. Throws when the database has not been initialised. */
  municipality(): Promise<Municipality>;
  /** Offices in the town's order, whether each is open now ("Fuori orario" when not) and its next free slot. */
  listOffices(): Promise<readonly OfficeSummary[]>;
  /** Refuses with `office_unknown`. */
  getOffice(id: string): Promise<Outcome<OfficeOfTown & { readonly policy: Policy }>>;
  /** The office of a booking; one that has been removed since as it last was. */
  officeOf(booking: Booking): Promise<OfficeOfTown>;
  /**
   * Changes whenever anything that is kept changes, in whichever process: an answer may be given again while the stamp
   * is the same, as far as it does not depend on the clock.
   */
  stamp(): Promise<string>;
  /** Free slots, exactly those that `hold` would accept. Refuses with `office_unknown`, `service_unknown`. */
  listSlots(
    query: SlotQuery,
  ): Promise<Outcome<{ readonly slots: readonly Slot[]; readonly timezone: string }>>;

  /**
   * Every rule that keeps a time from citizens, or the slot that they are offered: the same function as `listSlots`
   * and `hold`. Refuses with `office_unknown`, `service_unknown`.
   */
  explainSlot(query: ExplainQuery): Promise<Outcome<{ readonly explanation: SlotExplanation }>>;

  /** Takes a slot for the time of the form. Picking another slot gives the holder's former one back. */
  hold(input: HoldInput): Promise<Outcome<{ readonly booking: Booking }>>;
  /** Gives a held slot back. Nothing to give back is fine. */
  release(input: { readonly code: string; readonly holder: Holder }): Promise<void>;
  /** "Richiedi appuntamento": from held to pending, with the verification mail. */
  request(input: RequestInput): Promise<Outcome<{ readonly booking: Booking }>>;
  /** "CONFERMA PRENOTAZIONE". Pressing twice is harmless: `already` says so. */
  confirm(input: ChangeInput): Promise<Outcome<{ readonly booking: Booking; readonly already: boolean }>>;
  /** "ANNULLA PRENOTAZIONE", without a reason. Pressing twice is harmless. */
  cancel(input: ChangeInput): Promise<Outcome<{ readonly booking: Booking; readonly already: boolean }>>;
  /** "MODIFICA": the old slot is released only when the new one is taken. */
  move(input: MoveInput): Promise<Outcome<{ readonly booking: Booking }>>;
  /** Times held for a citizen whose own the office cannot keep; none when they have lapsed, or there never were any. */
  alternativesTo(booking: Pick<Booking, "code">): Promise<readonly Booking[]>;
  /** Takes one of them. Refuses with `hold_expired`, and like `move`. Pressing twice is harmless. */
  takeAlternative(
    input: TakeAlternativeInput,
  ): Promise<Outcome<{ readonly booking: Booking; readonly already: boolean }>>;
  /** "Arrivo", "Sono in ritardo": told to the office, until the appointment is over. Pressing twice is harmless. */
  announce(input: AnnounceInput): Promise<Outcome<{ readonly booking: Booking; readonly already: boolean }>>;

  /** Whether the citizen came, as the official at the counter sees it. Saying it twice is harmless. */
  attend(input: AttendInput): Promise<Outcome<{ readonly booking: Booking; readonly already: boolean }>>;

  /** The verification mail once more: at most three times (`resend_limit`), by whoever asked for the booking. */
  resend(input: ResendInput): Promise<Outcome<{ readonly booking: Booking; readonly left: number }>>;
  /** Another address for a request still to be confirmed; the first mail's link no longer acts. */
  correctEmail(input: CorrectEmailInput): Promise<Outcome<{ readonly booking: Booking }>>;
  /** Erases the citizen's data from a booking; one still to come is cancelled by it. */
  forget(input: ChangeInput): Promise<Outcome<{ readonly booking: Booking }>>;

  /** Who waits for a time to come free, and what is offered to them. */
  readonly waiting: WaitingList;

  /** The groups of the offices' staff. */
  readonly groups: OfficeGroups;

  getBooking(code: string): Promise<Outcome<{ readonly booking: Booking }>>;
  /** Bookings in a span of starts (a day sheet), by start; `states` defaults to pending, confirmed, attended, no_show. Expired by the clock are left out. */
  agenda(query: AgendaQuery): Promise<readonly AgendaEntry[]>;
  /** The same as an iCalendar file for the office's own calendar (METHOD:PUBLISH), with reasons and ways into the rooms. */
  agendaCalendar(query: AgendaQuery & { readonly minimal?: boolean }): Promise<string>;
  /** Bookings of one chat or browser that are not over: pending and confirmed. */
  bookingsOf(holder: Holder): Promise<readonly Booking[]>;

  /** The booking's links, absolute. */
  linksOf(booking: Booking): BookingLinks;
  /** Whose link this is. Refuses with `link_invalid`, and with `link_outdated` when the booking has moved on. Changes nothing. */
  follow(purpose: LinkPurpose, token: string): Promise<Outcome<{ readonly booking: Booking }>>;
  /** The booking of a link that a move to this very time and mode has made old; null where that is not so. */
  movedAlready(
    token: string,
    choice: { readonly start: Instant; readonly mode: Mode },
  ): Promise<Booking | null>;
  /** The signed way into the room. Refuses with `not_virtual`, `wrong_state`, `room_closed`. */
  room(input: {
    readonly code: string;
    readonly role: "citizen" | "moderator";
  }): Promise<Outcome<{ readonly url: string }>>;
  /** When the room opens and closes for that role. */
  roomTimes(
    booking: Booking,
    role: "citizen" | "moderator",
  ): Promise<{ readonly opens: Instant; readonly closes: Instant }>;
  /** The secret address of an office's calendar feed. Refuses with `office_unknown`. */
  feedLink(office: string): Promise<Outcome<{ readonly url: string }>>;
  /** Another address: those given out before no longer lead anywhere. Refuses with `office_unknown`. */
  renewFeed(office: string, actor: Actor): Promise<Outcome<{ readonly url: string }>>;
  /** Whose feed this is. Refuses with `link_invalid`. Changes nothing. */
  followFeed(token: string): Promise<Outcome<{ readonly office: string }>>;
  /** All that is kept about an e-mail address; that it was asked for is written down. */
  exportPersonalData(email: string, actor: Actor): Promise<PersonalData>;
  /** Erases whoever has that address; bookings to come are cancelled by it. Refuses like {@link Core.forget}. */
  erasePersonalData(
    email: string,
    actor: Actor,
  ): Promise<Outcome<{ readonly bookings: readonly string[]; readonly waiting: number }>>;
  /** Erases the citizens of appointments that ended so many days ago; the town's own number of days where none is given. */
  purgePersonalData(actor: Actor, days?: number): Promise<{ readonly days: number; readonly erased: number }>;
  /** Requests, attendance, lead times and occupancy of a span; they survive the erasure of personal data. */
  statistics(span: { readonly from: Instant; readonly to: Instant }): Promise<Statistics>;

  /** The iCalendar file of a confirmed booking (METHOD:REQUEST) or of a cancelled one (METHOD:CANCEL). */
  invitation(booking: Booking): Promise<{ readonly filename: string; readonly body: string }>;
  /** Google and Outlook "add to calendar" addresses. */
  calendarLinks(booking: Booking): Promise<{ readonly google: string; readonly outlook: string }>;

  /** Makes the database say what the file says, in one transaction; or, with `dryRun`, tells what would change. */
  importTimetable(file: TimetableFile, options: ImportOptions): Promise<ImportReport>;
  /** Every version there ever was of an office, oldest first. Refuses with `office_unknown`. */
  officeHistory(id: string): Promise<Outcome<{ readonly versions: readonly OfficeVersion[] }>>;
  /** What `importTimetable` reads back unchanged. */
  exportTimetable(offices?: readonly string[]): Promise<TimetableFile>;

  /**
   * A secret of its own for a purpose of a front end (a webhook's token, a cookie's signature), the same in every
   * process of the town: 32 bytes derived from the town's secret, base64url.
   */
  derivedSecret(purpose: string): string;
  /** Whether links are derived from the secret they always were: those already sent do not open otherwise. */
  isSecretKept(): Promise<boolean>;

  /** Everything a front end did not find here: reads only. */
  readonly records: Records;
  /** Several calls as one: all of them are written, or (refused or thrown) none. */
  atomically<T>(work: (core: Core, records: WritableRecords) => Promise<T>): Promise<T>;
  /** Messages that were given up are tried again. Returns how many. */
  retryFailed(actor?: Actor): Promise<number>;
  /**
   * One round of the background work: lapsed bookings are marked, due messages delivered, by mail and over the
   * couriers given. Returns what was done. Once `ending` is aborted deliveries under way are finished, and none begun.
   */
  tick(couriers?: readonly Courier[], ending?: AbortSignal): Promise<TickReport>;
  /** Examines what is kept and what lies around it: quickly, or with `full` everything there ever was. */
  doctor(options?: DoctorOptions): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

/** Which Telegram group an office's staff are told in. */
export interface OfficeGroups {
  /** A code for `/collega`, good once and for a quarter of an hour. `details`: names and reasons are told, too. Refuses with `office_unknown`. */
  code(input: {
    readonly office: string;
    readonly details?: boolean;
    readonly actor?: Actor;
  }): Promise<Outcome<GroupCode>>;
  /** Links the group that names the code; null when there is no such code, or not any more. */
  link(input: { readonly code: string; readonly chat: number }): Promise<OfficeGroup | null>;
  /** Ends an office's link, or all of a group's. Returns how many there were. */
  unlink(
    which: { readonly office: string; readonly actor?: Actor } | { readonly chat: number },
  ): Promise<number>;
  /** Telegram has given the group another number. */
  migrate(from: number, to: number): Promise<void>;
}

/** What one round of background work did. */
export interface TickReport {
  readonly expired: number;
  /** Times that came free by the clock and were offered to somebody on a waiting list. */
  readonly offered: number;
  /** Bookings whose citizen's data were erased because their time of keeping is over. */
  readonly erased: number;
  readonly delivered: number;
  readonly dropped: number;
  readonly postponed: number;
  readonly failed: number;
}

export interface OfficeSummary {
  readonly office: Office;
  readonly timezone: string;
  readonly openNow: boolean;
  readonly next: Slot | null;
  /**
   * When more times can next be asked for: where a rule opens them in batches, and where nothing is free up to the
   * horizon. Null: nothing is kept back.
   */
  readonly nextRelease: Instant | null;
}

export interface SlotQuery {
  readonly office: string;
  /** First start; now where absent. */
  readonly from?: Instant;
  /** Starts before; the horizon where absent. */
  readonly to?: Instant;
  readonly mode?: Mode;
  readonly service?: string;
  /** Also what is inside the lead time, and a slot that has begun: officials may book both. */
  readonly asStaff?: boolean;
  /** Code of a booking that looks for another time: its own time counts as free. */
  readonly moving?: string;
}

export interface ExplainQuery {
  readonly office: string;
  readonly start: Instant;
  readonly mode?: Mode;
  readonly service?: string;
}

/** Why a time is, or is not, offered. */
export interface SlotExplanation {
  readonly timezone: string;
  /** The slot as citizens see it; null when a reason stands against it. */
  readonly slot: Slot | null;
  /** Every reason, the first worth telling first. */
  readonly reasons: readonly WhyNot[];
  /** The opening that the time lies in, as it is on that day. */
  readonly opening: OpeningHours | null;
  /** Codes of the bookings that take a desk then. */
  readonly takenBy: readonly string[];
}

export interface OpeningHours {
  readonly start: Instant;
  readonly end: Instant;
  /** Minutes. */
  readonly slot: number;
  readonly modes: readonly Mode[];
  readonly desks: number;
}

export interface HoldInput {
  readonly office: string;
  readonly start: Instant;
  readonly mode: Mode;
  readonly service?: string;
  readonly holder: Holder;
  readonly locale: Locale;
  /** Officials may book inside the lead time and for a slot that has begun. */
  readonly actor?: Actor;
}

export interface RequestInput {
  readonly code: string;
  readonly holder: Holder;
  readonly form: BookingForm;
  readonly actor?: Actor;
  /** The official has the person before them or on the phone: confirmed at once, without a verification mail. */
  readonly verified?: boolean;
}

/** What the citizen fills in. Every problem of it is told at once. */
export interface BookingForm {
  readonly name: string;
  readonly email: string;
  readonly reason: string;
  /** The ticked box of the privacy notice. */
  readonly consent: boolean;
}

export interface ChangeInput {
  readonly code: string;
  /** The version the citizen's link or button is about; a change since then refuses with `link_outdated`. */
  readonly version?: number;
  readonly actor: Actor;
}

export interface AttendInput {
  readonly code: string;
  /** False: nobody came. */
  readonly came: boolean;
  readonly actor: Actor;
}

export interface TakeAlternativeInput {
  /** Code of the held time. */
  readonly alternative: string;
  /** Whose booking it must be: that of a chat, or the one a link is about. */
  readonly holder?: Holder;
  readonly code?: string;
  readonly version?: number;
}

export interface AnnounceInput extends ChangeInput {
  readonly what: Announcement;
}

/** A booking as the day sheet shows it. */
export interface AgendaEntry extends Booking {
  /** What the citizen has last let the office know about this appointment; null: nothing. */
  readonly announced: Announcement | null;
}

export interface ResendInput {
  readonly code: string;
  /** The chat or browser that asked for it; absent when the booking's link shows that it is theirs. */
  readonly holder?: Holder;
}

export interface CorrectEmailInput {
  readonly code: string;
  readonly holder: Holder;
  readonly email: string;
}

export interface MoveInput extends ChangeInput {
  readonly start: Instant;
  readonly mode: Mode;
}

export interface AgendaQuery {
  readonly offices?: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
  /** Only those that are not over then. */
  readonly endsAfter?: Instant;
  readonly states?: readonly Booking["state"][];
}

export interface ImportOptions {
  readonly dryRun?: boolean;
  /** Remove offices the file does not name. */
  readonly prune?: boolean;
  /** What becomes of live bookings that the offices, as they will be, no longer take; they are kept where absent. */
  readonly onConflict?: OnConflict;
  readonly actor: Actor;
}

/** A live booking that the offices, as they will be, no longer take. */
export interface Conflict {
  readonly code: string;
  readonly office: string;
  readonly start: Instant;
  readonly why: WhyUnfit;
  /** What has become of it, or will when this was a dry run. */
  readonly outcome: "kept" | "cancelled" | "reoffered";
}

/** What is no longer as it was in one office. */
export interface OfficeDifference {
  readonly office: string;
  readonly fields: readonly string[];
  /** The same with their values as a timetable file spells them; null where there was, or is, none. */
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

/** One version of an office, as every change has left it. */
export interface OfficeVersion {
  readonly version: number;
  readonly at: Instant;
  readonly actor: string;
  /** Null: this change removed the office. */
  readonly office: Office | null;
  /** Fields that are not as in the version before. */
  readonly fields: readonly string[];
}

export interface ImportReport {
  readonly unchanged: boolean;
  readonly municipality: "added" | "changed" | "unchanged";
  /** Fields of the town that are not as they were. */
  readonly townFields: readonly string[];
  readonly added: readonly string[];
  readonly changed: readonly OfficeDifference[];
  readonly removed: readonly string[];
  /** Offices that were there already follow each other in another order. */
  readonly reordered: boolean;
  readonly conflicts: readonly Conflict[];
}

export interface DoctorOptions {
  /** Every booking there ever was and the database's own file, instead of what is to come and the latest of the rest. */
  readonly full?: boolean;
}

/** What the doctor looks at. */
export type Check =
  | "database"
  | "secret"
  | "disk"
  | "sender"
  | "municipality"
  | "offices"
  | "claims"
  | "live-bookings"
  | "event-log"
  | "histories"
  | "lost-bookings"
  | "messages"
  | "reminders"
  | "messages-given-up"
  | "messages-overdue"
  | "mail"
  | "telegram"
  | "video"
  | "links"
  | "proxy"
  | "clock";

/** What the doctor may find; each has a sentence in the user's language that says what to do about it. */
export type Ailment =
  | "damaged"
  | "no-municipality"
  | "no-offices"
  | "stray-claims"
  | "unclaimed-bookings"
  | "unexplained-bookings"
  | "impossible-histories"
  | "lost-bookings"
  | "messages-missing"
  | "reminders-missing"
  | "messages-given-up"
  | "messages-overdue"
  | "database-readable"
  | "database-never-shrinks"
  | "secret-changed"
  | "disk-nearly-full"
  | "no-sender"
  | "mail-silent"
  | "mail-refused"
  | "mail-folder"
  | "mail-kept"
  | "telegram-token"
  | "telegram-silent"
  | "video-unsigned"
  | "video-key-missing"
  | "links-local"
  | "links-unencrypted"
  | "proxy-unknown"
  | "zones-wrong"
  | "clock-wrong";

/** One finding of the doctor. */
export interface Finding {
  readonly check: Check;
  readonly level: "ok" | "warning" | "error";
  /** A short fact, the same in every language and without personal data: a name, a number, booking codes. */
  readonly detail: string;
  /** What is wrong; absent when nothing is. */
  readonly ailment?: Ailment;
}
