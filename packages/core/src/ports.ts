/** What the use cases need from the world, named for intent. Adapters implement these; tests replace only the far ends. */
import type { Booking, BookingState, Holder } from "./domain/booking.ts";
import type { Announcement, BookingEvent } from "./domain/event.ts";
import type {
  Channel,
  MessageKind,
  OfficeKind,
  OutboxEntry,
  OutgoingMessage,
  WaitingKind,
} from "./domain/message.ts";
import type { Municipality } from "./domain/municipality.ts";
import type { Occupancy } from "./domain/occupancy.ts";
import type { Mode, Office } from "./domain/office.ts";
import type { OfficeGroup } from "./domain/office-group.ts";
import type { Instant } from "./domain/slot.ts";
import type { StaffAct, TrailEntry } from "./domain/staff-act.ts";
import type { BookingLinks } from "./domain/token.ts";
import type { WaitingEntry } from "./domain/waiting.ts";

/** The one door to the time. */
export interface Clock {
  now(): Instant;
}

/** The one door to randomness: `length` unpredictable bytes. */
export type Random = (length: number) => Uint8Array;

/**
 * All that is kept. `read` sees what is committed; `write` runs `work` in one transaction: everything or nothing.
 * `work` that returns a refusal (`{ ok: false }`) or throws leaves nothing behind. It may run more than once, for
 * others' sake, so it must do nothing but talk to the records it is given.
 */
export interface Store {
  readonly engine: "sqlite" | "postgres";
  readonly read: Records;
  write<T>(work: (records: WritableRecords) => Promise<T>): Promise<T>;
  /**
   * A text that is another one whenever anything has been committed since, by whichever process: what was read under
   * one stamp is still true while the stamp is the same. Costs far less than reading.
   */
  stamp(): Promise<string>;
  /**
   * Gives room that nothing is kept in any more back to the disk, step by step, so that no writer waits long. Throws
   * when it cannot, and nothing is lost by it.
   */
  shrink(): Promise<void>;
  close(): Promise<void>;
}

/** Why the database cannot be used. */
export type DatabaseProblem =
  | "not_initialised"
  | "newer_version"
  | "unreachable"
  /** A file that is no sound database. */
  | "damaged"
  /** A folder where a file is wanted. */
  | "not_a_file"
  | "busy"
  | "full"
  | "read_only";

export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code: DatabaseProblem;
  /** Which database, where more than one is at work: a file, or an address without user and password. */
  readonly where: string | null;

  constructor(code: DatabaseProblem, message: string, cause?: unknown, where: string | null = null) {
    super(message, { cause });
    this.code = code;
    this.where = where;
  }
}

export interface Records {
  readonly municipality: MunicipalityRecord;
  readonly offices: OfficeRecords;
  readonly claims: ClaimRecords;
  readonly bookings: BookingRecords;
  readonly events: EventRecords;
  readonly outbox: OutboxRecords;
  readonly chats: ChatRecords;
  readonly waiting: WaitingRecords;
  readonly trail: TrailRecords;
  readonly statistics: StatisticsRecords;
  readonly groups: GroupRecords;
  readonly audit: AuditRecords;
  readonly retention: RetentionRecords;
  readonly measures: MeasureRecords;
}

export interface WritableRecords extends Records {
  readonly municipality: MunicipalityRecord & MunicipalityWrites;
  readonly offices: OfficeRecords & OfficeWrites;
  readonly claims: ClaimRecords & ClaimWrites;
  readonly bookings: BookingRecords & BookingWrites;
  readonly events: EventRecords & EventWrites;
  readonly outbox: OutboxRecords & OutboxWrites;
  readonly chats: ChatRecords & ChatWrites;
  readonly waiting: WaitingRecords & WaitingWrites;
  readonly trail: TrailRecords & TrailWrites;
  readonly groups: GroupRecords & GroupWrites;
  readonly retention: RetentionRecords & RetentionWrites;
  readonly rates: RateRecords;
  /**
   * Makes transactions that name the same key run one after another until they end. SQLite has one writer anyway;
   * PostgreSQL takes an advisory lock. For rules that count rows (limits), which no unique key can hold.
   */
  serialise(key: string): Promise<void>;
  readonly engine: Store["engine"];
  /** A transaction inside this one: a refusal or fault in it undoes only itself. */
  nested<T>(work: (records: WritableRecords) => Promise<T>): Promise<T>;
}

export interface MunicipalityRecord {
  /** Null on a database that `init` has not yet filled. */
  get(): Promise<{ readonly definition: Municipality; readonly revision: number } | null>;
  /** Of the secret that this town's links are derived from; null when it has never been written down. */
  fingerprint(): Promise<string | null>;
}
export interface MunicipalityWrites {
  set(municipality: Municipality): Promise<void>;
  setFingerprint(fingerprint: string): Promise<void>;
}

/** An office as kept: its definition and which revision of it this is. */
export interface StoredOffice {
  readonly definition: Office;
  /** Where it stands among the others. */
  readonly position: number;
  readonly revision: number;
  /** Counted up to make a new calendar feed address. */
  readonly feed: number;
}
export interface OfficeRevision {
  readonly office: string;
  readonly revision: number;
  readonly at: Instant;
  readonly actor: string;
  /** Null: the office was removed. */
  readonly definition: Office | null;
}
/** What a compiled office was compiled from. */
export interface Revisions {
  readonly office: number;
  readonly town: number;
}

export interface OfficeRecords {
  /** Those that want the day's appointments by mail. */
  withDigest(): Promise<readonly StoredOffice[]>;
  /** Of an office and its town: whether what one has compiled of them still holds. Null when there is no such office. */
  revisions(id: string): Promise<Revisions | null>;
  /** In the order citizens see them. */
  list(): Promise<readonly StoredOffice[]>;
  get(id: string): Promise<StoredOffice | null>;
  history(id: string): Promise<readonly OfficeRevision[]>;
}
export interface OfficeWrites {
  /** Stores the definition as the office's next revision. */
  save(office: Office, position: number, change: { at: Instant; actor: string }): Promise<void>;
  /** Another edition of the office's feed, one that never was before; null when there is no such office. */
  renewFeed(id: string, now: Instant): Promise<number | null>;
  /** Moves an office among the others; no revision, for nothing about the office itself is new. */
  place(id: string, position: number): Promise<void>;
  remove(id: string, change: { at: Instant; actor: string }): Promise<void>;
}

export interface ClaimRecords {
  /** Taken cells of one office in `[fromCell, toCell)` at `now`: lapsed claims and those of `except` are not among them. */
  taken(office: string, fromCell: number, toCell: number, now: Instant, except?: string): Promise<Occupancy>;
  /** The same of several offices, in one question. */
  takenOf(
    offices: readonly string[],
    fromCell: number,
    toCell: number,
    now: Instant,
  ): Promise<(office: string) => Occupancy>;
}
export interface ClaimWrites {
  /**
   * Takes every cell of a desk from `start` to `end` for a booking, or none and says `false`. Lapsed claims of others
   * give way, and the booking's own are no obstacle.
   */
  claim(claim: DeskClaim, now: Instant): Promise<boolean>;
  /** What a booking has taken lapses at `expires`, or never. False when a cell of it has been lost. */
  extend(claim: DeskClaim): Promise<boolean>;
  /** Gives back what a booking has taken, except the cells of `keep`, which it has taken since. */
  release(claim: DeskPlace, keep?: DeskPlace): Promise<void>;
}
/** The cells of a desk from `start` to `end`, and whose they are. */
export interface DeskPlace {
  readonly booking: string;
  readonly office: string;
  readonly desk: number;
  readonly start: Instant;
  readonly end: Instant;
}
export interface DeskClaim extends DeskPlace {
  /** When it lapses by itself; null: never. */
  readonly expires: Instant | null;
}

export interface BookingFilter {
  readonly offices?: readonly string[];
  /** Start at or after. */
  readonly from?: Instant;
  /** Start before. */
  readonly to?: Instant;
  readonly endsAfter?: Instant;
  readonly states?: readonly BookingState[];
  readonly holder?: Holder;
  readonly email?: string;
  readonly limit?: number;
}
export interface BookingRecords {
  /** Within `write` nobody else changes the booking from here to the end of the transaction. */
  get(code: string): Promise<Booking | null>;
  /** Ordered by start, then desk. */
  find(filter: BookingFilter): Promise<readonly Booking[]>;
  /** Live bookings (DESIGN.md) of one e-mail address, by its comparison key, and of one holder. */
  liveOf(
    who: { readonly emailKey: string | null; readonly holder: Holder | null },
    now: Instant,
  ): Promise<readonly Booking[]>;
  /** Held and pending bookings of a holder at `now`, oldest first. */
  unfinishedOf(holder: Holder, now: Instant): Promise<readonly Booking[]>;
  /** Slots the holder holds at `now`, oldest first. */
  heldBy(holder: Holder, now: Instant): Promise<readonly Booking[]>;
  /** `held` and `pending` bookings whose deadline has passed but whose row does not yet say so. */
  lapsed(now: Instant, limit: number): Promise<readonly Booking[]>;
}
export interface BookingWrites {
  /** False when the code is taken: draw another. */
  add(booking: Booking): Promise<boolean>;
  /** Takes back what has been added in this transaction. */
  remove(code: string): Promise<void>;
  /**
   * Writes the whole booking if the stored one still has the state and version `was` has and, when that is a state
   * with a deadline, the deadline has not passed at `now`: the clock's rule stands inside the statement (invariant 2).
   */
  replace(booking: Booking, was: Pick<Booking, "state" | "version">, now: Instant): Promise<boolean>;
  /** Takes the person out of the row: name, address, reason, consent and chat. */
  erase(code: string, now: Instant): Promise<void>;
  /** Writes `expired` over a booking whose deadline has passed at `now`. */
  expire(code: string, now: Instant): Promise<boolean>;
}

export interface EventRecords {
  of(booking: string): Promise<readonly BookingEvent[]>;
  /** What citizens have last let the office know about these versions of their bookings, by code. */
  announced(
    bookings: readonly Pick<Booking, "code" | "version">[],
  ): Promise<ReadonlyMap<string, Announcement>>;
}
export interface EventWrites {
  append(event: Omit<BookingEvent, "seq">): Promise<void>;
}

/** How a leased message ended, or when it is tried again. */
export type Settlement =
  | { readonly state: "sent" | "dropped"; readonly at: Instant; readonly error?: string }
  | { readonly state: "failed"; readonly at: Instant; readonly error: string }
  | { readonly state: "waiting"; readonly next: Instant; readonly error: string };

export interface OutboxRecords {
  find(filter: {
    readonly booking?: string;
    readonly states?: readonly OutboxEntry["state"][];
    readonly limit?: number;
  }): Promise<readonly OutboxEntry[]>;
  /** When the next waiting message of these channels is due; null when none waits. */
  nextDue(channels: readonly Channel[]): Promise<Instant | null>;
}
export interface OutboxWrites {
  /** A message whose key is there already is not added again. */
  add(message: OutgoingMessage, now: Instant): Promise<void>;
  /** Leases up to `limit` due messages of these channels until `until`; each lease has a number of its own. */
  lease(
    now: Instant,
    until: Instant,
    limit: number,
    channels: readonly Channel[],
  ): Promise<readonly OutboxEntry[]>;
  /** Ends or postpones a leased message; false when the lease has passed to another worker. */
  settle(entry: Pick<OutboxEntry, "id" | "lease">, result: Settlement): Promise<boolean>;
  /** Failed messages are tried again at once. Returns how many. */
  retry(now: Instant): Promise<number>;
}

/** What officials did, in bookings, offices and elsewhere. */
export interface TrailRecords {
  /** The newest `limit` of a span, in the order of time. */
  find(span: {
    readonly from: Instant;
    readonly to: Instant;
    readonly limit: number;
  }): Promise<readonly TrailEntry[]>;
}
export interface TrailWrites {
  note(entry: Omit<TrailEntry, "act"> & { readonly act: StaffAct }): Promise<void>;
}

/** Counted by office and mode, of what stays when the person is erased. */
export interface StatisticsRecords {
  /** What happened in a span. What was only held and let go is no part of it. */
  happened(from: Instant, to: Instant): Promise<readonly HappenedRow[]>;
  /** Appointments that start in a span and were or are kept free for somebody. */
  appointments(from: Instant, to: Instant): Promise<readonly AppointmentsRow[]>;
  /** How long before the start the appointments of a span were asked for: by whole days up to a week, fortnight, month. */
  leadTimes(from: Instant, to: Instant): Promise<readonly LeadRow[]>;
}
export interface HappenedRow {
  readonly office: string;
  readonly mode: Mode;
  readonly kind: "requested" | "confirmed" | "moved" | "cancelled" | "expired";
  readonly count: number;
}
export interface AppointmentsRow {
  readonly office: string;
  readonly mode: Mode;
  readonly state: BookingState;
  readonly count: number;
  /** Milliseconds they take together. */
  readonly length: number;
}
export interface LeadRow {
  /** Fewer days than this lay between; null: more than all the others. */
  readonly below: number | null;
  readonly count: number;
  /** Milliseconds between, all together. */
  readonly length: number;
}

/** Who waits for a time. Entries whose time is over are as good as gone, whether or not the sweep has been there. */
export interface WaitingRecords {
  /** Whether anybody is to be offered a time of that office. */
  isAwaited(office: string, now: Instant): Promise<boolean>;
  /** Offices that are waited for. */
  offices(now: Instant): Promise<readonly string[]>;
  /** Those who have shown who they are, in the order in which they came. */
  inOrder(office: string, now: Instant): Promise<readonly WaitingEntry[]>;
  get(code: string): Promise<WaitingEntry | null>;
  /** @param person see {@link personOf} */
  find(office: string, person: string): Promise<WaitingEntry | null>;
  /** Of one chat or browser, or of one address. */
  of(who: { readonly holder?: Holder; readonly email?: string }): Promise<readonly WaitingEntry[]>;
}
export interface WaitingWrites {
  /** Adds the entry at the end, or changes it where it stands. */
  save(entry: WaitingEntry): Promise<void>;
  /** Whether the entry is there and nobody is just removing it; until the transaction ends nobody will. */
  pin(code: string): Promise<boolean>;
  remove(code: string): Promise<void>;
  /** Entries whose time is over; at most `limit`. Returns how many. */
  dropBefore(now: Instant, limit: number): Promise<number>;
}

/** Which groups the offices' staff are told in. */
export interface GroupRecords {
  of(office: string): Promise<OfficeGroup | null>;
  /** The offices one group is linked to. */
  officesOf(chat: number): Promise<readonly OfficeGroup[]>;
}
export interface GroupWrites {
  /** Keeps a code's hash until it lapses; lapsed ones go. */
  offer(
    code: {
      readonly hash: string;
      readonly office: string;
      readonly details: boolean;
      readonly expires: Instant;
    },
    now: Instant,
  ): Promise<void>;
  /** Uses a code up; null when there is none, or not any more. */
  take(hash: string, now: Instant): Promise<Pick<OfficeGroup, "office" | "details"> | null>;
  /** An office has one group: the one it was linked to before is so no longer. */
  link(group: OfficeGroup): Promise<void>;
  /** Returns how many links there were. */
  unlink(which: { readonly office: string } | { readonly chat: number }): Promise<number>;
  /** Telegram has given the group another number. */
  migrate(from: number, to: number): Promise<void>;
}

export interface RetentionRecords {
  /** When a task was last begun, by whichever process; null: never. */
  ranAt(task: string): Promise<Instant | null>;
}

/** What the town's rule on keeping data asks to take away. Each returns how many rows it touched, at most `limit`. */
export interface RetentionWrites {
  /**
   * The right to run a task, for one process every `interval` milliseconds: true for whoever comes first.
   */
  takeTurn(task: string, now: Instant, interval: number): Promise<boolean>;
  /** Takes the person out of bookings that ended before then. */
  eraseEndedBefore(end: Instant, now: Instant, limit: number): Promise<number>;
  /** Messages that were settled before then. */
  dropMessagesBefore(settled: Instant, limit: number): Promise<number>;
  /** Chat updates taken in, and answered, before then. */
  dropUpdatesBefore(received: Instant, limit: number): Promise<number>;
  /** Counts of uses whose span of time began before then. */
  dropRatesBefore(began: Instant, limit: number): Promise<number>;
  /** What was being typed in chats that have been silent since before then. */
  dropDraftsBefore(updated: Instant, limit: number): Promise<number>;
}

/** How often something has been used, counted for all processes together. */
export interface RateRecords {
  /**
   * Counts one use, and tells how many there have been in the running span and when it began. A span lasts `span`
   * milliseconds from its first use. The name must not say who it is about: derive it from a secret.
   */
  use(name: string, now: Instant, span: number): Promise<{ readonly uses: number; readonly began: Instant }>;
}

/** Numbers for whoever watches over the system: nothing about a person. */
export interface MeasureRecords {
  /** Bookings that start from `since` on, by office and state as the clock has it. */
  bookings(
    since: Instant,
    now: Instant,
  ): Promise<readonly { readonly office: string; readonly state: BookingState; readonly count: number }[]>;
  /** Held and pending bookings of an office whose deadline has not passed. */
  unconfirmed(office: string, now: Instant): Promise<number>;
  /** Messages still to be delivered, those of them that should have been by now, and since when the oldest. */
  outbox(now: Instant): Promise<
    readonly {
      readonly channel: Channel;
      readonly waiting: number;
      readonly due: number;
      readonly oldest: Instant | null;
    }[]
  >;
  /** Messages that were given up. */
  failedMessages(): Promise<number>;
}

/** A booking with all that has happened to it and all that was to be said about it. */
export interface History {
  readonly booking: Booking;
  /** By `seq`. */
  readonly events: readonly BookingEvent[];
  readonly messages: readonly OutboxEntry[];
}

/** The doctor's questions about what is kept; where no other answer is named, they are answered with booking codes. */
export interface AuditRecords {
  /** What the engine finds broken in its own file, in its words; nothing where it keeps watch by itself. */
  damage(): Promise<readonly string[]>;
  /** The start of the `count`-th newest booking that has begun; 0 when there are fewer. */
  startOfRecent(now: Instant, count: number): Promise<Instant>;
  /** Up to `limit` bookings after a place in the order of start and code, in that order. */
  histories(
    after: { readonly start: Instant; readonly code: string },
    limit: number,
  ): Promise<readonly History[]>;
  /** Bookings that the log knows and that are no longer there; of its newest `events` only where a number is given. */
  lostBookings(events?: number): Promise<readonly string[]>;
  /** Claims whose booking is gone, over, or elsewhere; of times from `since` on where given. */
  strayClaims(since?: Instant): Promise<readonly string[]>;
  /** Live bookings that do not hold every cell of their time. */
  unclaimedBookings(now: Instant): Promise<readonly string[]>;
  failedMessages(): Promise<readonly string[]>;
  /** Messages that have waited since before then. */
  overdueMessages(before: Instant): Promise<readonly string[]>;
  /**
   * The version of the tables, the room they take, in bytes, and whether room that comes free is given back one day
   * without anybody's doing something about it.
   */
  extent(): Promise<{ readonly version: number; readonly bytes: number; readonly shrinks: boolean }>;
}

/** Where a Telegram chat stands; the draft's shape belongs to the bot. */
export interface Chat {
  readonly id: number;
  readonly locale: string | null;
  /** JSON of the bot's own draft. */
  readonly draft: string | null;
  /** Counted up by every change, so that two updates at once cannot both win. */
  readonly version: number;
  /** The bot's newest message with buttons, to edit instead of sending another. */
  readonly screen: number | null;
  readonly updated: Instant;
}
export interface ChatRecords {
  get(id: number): Promise<Chat | null>;
  /** Chats with an update that was taken in but whose answer is not known to have been sent. */
  owed(before: Instant): Promise<readonly number[]>;
}
export interface ChatWrites {
  /** Takes in an update once: false when it is known and answered, `owed` when known but its answer may be missing. */
  receive(update: number, chat: number, now: Instant): Promise<"new" | "owed" | "answered">;
  /** The answer to this update has reached the chat. */
  answered(update: number): Promise<void>;
  /** Whatever was owed to this chat before then has been made good. */
  settle(chat: number, before: Instant): Promise<void>;
  save(chat: Chat): Promise<void>;
  forget(id: number): Promise<void>;
}

/** A message with all that is needed to say it, as things are at its delivery. */
export interface Notice {
  readonly message: OutboxEntry & { readonly kind: MessageKind };
  readonly booking: Booking;
  readonly office: Office;
  readonly municipality: Municipality;
  readonly timezone: string;
  readonly links: BookingLinks;
  readonly publicUrl: string;
  readonly now: Instant;
  /** Whether calendars may know of the booking: it has been confirmed at some time. */
  readonly wasConfirmed: boolean;
  /** Who has cancelled it; null: nobody. */
  readonly cancelledBy: "citizen" | "office" | null;
  /** Times held for the citizen instead of the booking's, which the office cannot keep. */
  readonly alternatives: readonly Booking[];
  /** The moderator's way into a virtual booking's room; null for booking in presence. */
  readonly roomUrl: string | null;
  /** Where the office's staff are told; of messages to an office over Telegram. */
  readonly group?: OfficeGroup | null;
}

/** The same for somebody on a waiting list. */
export interface WaitingNotice
  extends Pick<Notice, "office" | "municipality" | "timezone" | "publicUrl" | "now"> {
  readonly message: OutboxEntry & { readonly kind: WaitingKind };
  readonly entry: WaitingEntry;
  /** What is being offered. */
  readonly offer: Booking | null;
  /** Their own appointment that could be moved there. */
  readonly own: Booking | null;
  /** Where they answer, or leave the list. */
  readonly link: string;
}

/** An appointment with what its office needs to hold it. */
export interface Appointment {
  readonly booking: Booking & { readonly announced: Announcement | null };
  /** Names of the office and of the service; the town's where the office has been removed. */
  readonly office: string;
  readonly service: string | null;
  readonly place: string | null;
  /** IANA zone. */
  readonly timezone: string;
  /** The moderator's way into the room of a virtual one. */
  readonly roomUrl: string | null;
}

/** An office's day, by mail in the morning. */
export interface DigestNotice
  extends Pick<Notice, "office" | "municipality" | "timezone" | "publicUrl" | "now"> {
  readonly message: OutboxEntry & { readonly kind: OfficeKind };
  /** An instant of the day. */
  readonly day: Instant;
  readonly appointments: readonly Appointment[];
}

/** Says notices over one channel. */
export interface Courier {
  readonly channel: Channel;
  /** Throws {@link DeliveryError} when it could not. */
  deliver(notice: Notice): Promise<void>;
  /** The same. Where absent, such messages are dropped. */
  deliverWaiting?(notice: WaitingNotice): Promise<void>;
  /** The same. Where absent, such messages are dropped. */
  deliverDigest?(notice: DigestNotice): Promise<void>;
}

/** A far end that can take a rendered message. */
export interface Transport {
  readonly channel: Channel;
  /** Throws {@link DeliveryError} when it could not. */
  deliver(message: Deliverable): Promise<void>;
}
/** One message rendered for one recipient. */
export type Deliverable = MailMessage | ChatMessage;
export interface MailMessage {
  readonly channel: "mail";
  /** Stable for the outbox key: a second delivery can be told apart from a second message (RFC 5322 section 3.6.4). */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: {
    readonly method: "REQUEST" | "CANCEL";
    readonly body: string;
    readonly filename: string;
  };
}
export interface ChatMessage {
  readonly channel: "telegram";
  readonly chat: number;
  /** Telegram's HTML subset. */
  readonly html: string;
  readonly buttons: readonly { readonly text: string; readonly url?: string; readonly data?: string }[];
  readonly document?: { readonly filename: string; readonly body: string };
}

/** Why a delivery failed, and whether another try can help. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  readonly permanent: boolean;
  /** Milliseconds the far end asked us to wait. */
  readonly retryAfter: number | null;
  /** The far end's or the system's own word for it: `550 5.1.1`, `ESOCKET`. */
  readonly code: string | null;

  constructor(
    message: string,
    options: { permanent?: boolean; retryAfter?: number | null; code?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.permanent = options.permanent ?? false;
    this.retryAfter = options.retryAfter ?? null;
    this.code = options.code ?? null;
  }
}

/** Signs the way into a video room. */
export interface RoomSigner {
  /** Address of the room with a token that holds from `from` to `until`. */
  sign(pass: RoomPass): Promise<string>;
}
export interface RoomPass {
  readonly room: string;
  readonly role: "citizen" | "moderator";
  /** What others see. A citizen types theirs in the room: addresses hold no personal data (DESIGN.md, invariant 7). */
  readonly name?: string;
  readonly subject: string;
  readonly locale: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** Structured log: never personal data, never a token. */
export interface Log {
  debug(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
  info(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
  warn(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
  error(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
}
