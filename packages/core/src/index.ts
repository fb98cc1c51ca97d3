/** The public face of the core: what front ends may import, and nothing else. */
import { lazily, seldom } from "./lazily.ts";

export type { Worker } from "./adapters/scheduler.ts";
export {
  formatOf,
  leftOut,
  TIMETABLE_FORMATS,
  type TimetableFormat,
} from "./adapters/timetable-file/formats.ts";
export type { CalendarTerms } from "./adapters/timetable-file/ics.ts";
export type { ParsedTimetable } from "./adapters/timetable-file/parse-timetable.ts";
export { type JsonSchema, timetableSchema } from "./adapters/timetable-file/schema.ts";
export {
  type Config,
  ConfigError,
  type ConfigProblem,
  databaseName,
  type Environment,
  type TrustedProxies,
} from "./config.ts";
export type * from "./core.ts";
export type { Backup, Copied, CopyOptions, CopyRefusal, Restored, SecretPlace } from "./database-copies.ts";
export type { Moved, MoveOptions } from "./database-move.ts";
export * from "./domain/booking.ts";
export { parseCode } from "./domain/code.ts";
export { type Colour, parseColour } from "./domain/colour.ts";
export { formatDay, parseDay, weekdayOf } from "./domain/day.ts";
export * from "./domain/event.ts";
export type { WhyUnfit } from "./domain/fitting.ts";
export {
  checkEmail,
  checkForm,
  checkName,
  checkReason,
  EMAIL_MAX,
  emailKey,
  type FieldCheck,
  NAME_MAX,
  REASON_MAX,
} from "./domain/form.ts";
export {
  type Channel,
  MESSAGE_KINDS,
  type MessageKind,
  type OutboxEntry,
  type OutgoingMessage,
  type WaitingKind,
} from "./domain/message.ts";
export {
  LOCALES,
  type Locale,
  type Municipality,
  type PolicySettings,
  type PrivacyNotice,
} from "./domain/municipality.ts";
export * from "./domain/office.ts";
export type { GroupCode, OfficeGroup } from "./domain/office-group.ts";
export { type OpeningDay, openingWeek } from "./domain/opening-week.ts";
export * from "./domain/policy.ts";
export type * from "./domain/refusal.ts";
export * from "./domain/slot.ts";
export { parseSpanEnd, parseSpanStart } from "./domain/span.ts";
export type { StaffAct, TrailEntry } from "./domain/staff-act.ts";
export type * from "./domain/timetable-file.ts";
export { type BookingLinks, LINK_PURPOSES, type LinkPurpose } from "./domain/token.ts";
export { type Contact, entryOf, type WaitingEntry } from "./domain/waiting.ts";
export type { WhyNot } from "./domain/why-not.ts";
export {
  DAY_PARTS,
  type DayPart,
  isChoosable,
  pickedFor,
  type Wish,
  type WishChoice,
  wishOf,
} from "./domain/wish.ts";
export { isZone, parseInstant, zone } from "./domain/zone.ts";
export type { Initialised, InitialiseOptions } from "./initialise.ts";
export { loadForServing } from "./lazily.ts";
export { loadConfig } from "./load-config.ts";
export type { OpenOptions } from "./open-core.ts";
export {
  type Appointment,
  type Chat,
  type ChatMessage,
  type Clock,
  type Courier,
  DatabaseError,
  type DatabaseProblem,
  DeliveryError,
  type DigestNotice,
  type Log,
  type Notice,
  type Random,
  type Records,
  type Transport,
  type WaitingNotice,
  type WritableRecords,
} from "./ports.ts";
export {
  AREAS,
  type Area,
  localeFrom,
  type Say,
  texts,
} from "./texts/catalogue.ts";
export { problemText } from "./texts/file-problem-text.ts";
export { formProblemText, refusalText } from "./texts/refusal-text.ts";
export {
  countdown,
  duration,
  languageTag,
  longDay,
  modeName,
  shortDay,
  slotLine,
  timeOf,
  untilHour,
  weekdayName,
} from "./texts/when.ts";
export { wishFacts, wishLine } from "./texts/wish-facts.ts";
export type { PersonalData } from "./use-cases/personal-data.ts";
export type { OfficeStatistics, Statistics } from "./use-cases/statistics.ts";
export { type OfficeJson, officeJson } from "./views/office-json.ts";
export { type SlotJson, slotJson } from "./views/slot-json.ts";
export type * from "./waiting-list.ts";

// What takes a file of its own to do is loaded when it is done: most commands do one of these things, none does all.
export const { initialise } = seldom(() => import("./initialise.ts"));
export const { openCore, readTown } = lazily(() => import("./open-core.ts"));
export const { startWorker } = lazily(() => import("./adapters/scheduler.ts"));
export const { parseTimetable } = seldom(() => import("./adapters/timetable-file/parse-timetable.ts"));
export const { writeTimetable } = seldom(() => import("./adapters/timetable-file/write-timetable.ts"));
export const { backupDatabase, restoreDatabase } = seldom(() => import("./database-copies.ts"));
export const { moveDatabase } = seldom(() => import("./database-move.ts"));
