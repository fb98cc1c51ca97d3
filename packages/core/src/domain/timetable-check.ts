import { LOCALES, type Municipality, type PolicySettings, type PrivacyNotice } from "./municipality.ts";
import {
  type Closure,
  type ExtraOpening,
  MODES,
  type Office,
  type Opening,
  type OpeningRule,
  type Release,
  type Service,
  WEEKDAYS,
} from "./office.ts";
import { type Overlap, overlappingOpenings, overlappingRules } from "./opening-overlaps.ts";
import type { TimetableFile } from "./timetable-file.ts";
import {
  colour,
  date,
  dayOfYear,
  email,
  endTime,
  minuteOf,
  slug,
  text,
  time,
  webAddress,
  zone,
} from "./timetable-values.ts";
import {
  boolean,
  type Draft,
  distinct,
  integer,
  list,
  oneOf,
  optional,
  type Place,
  type Reader,
  record,
  required,
  rootPlace,
  type TreeProblem,
} from "./tree-reader.ts";

/** More problems than this are not told: the file is not a timetable. */
const PROBLEMS_MAX = 1000;
const DAY = 24 * 60;

export type TimetableCheck =
  | { readonly ok: true; readonly file: TimetableFile }
  | { readonly ok: false; readonly problems: readonly TreeProblem[] };

/**
 * The one gate into the timetable: a tree of maps, lists and scalars becomes a {@link TimetableFile} with its keys in
 * a fixed order, or every problem of it is told. Pure; what an import, `office add` and an export share. The file
 * shares with the tree whatever is so in it already, which in a large file is most.
 */
export function checkTimetable(tree: unknown): TimetableCheck {
  const problems: TreeProblem[] = [];
  const file = timetableFile(tree ?? {}, rootPlace(problems, PROBLEMS_MAX));
  // Without a problem the draft is whole: every reader answers with a value or tells one.
  return problems.length === 0 ? { ok: true, file: file as TimetableFile } : { ok: false, problems };
}

const modes = list(oneOf(MODES, "bad_mode"), { min: 1, max: MODES.length }, distinct);
const minutes = integer(5, 480, 5);

const policy: Reader<PolicySettings> = record<PolicySettings>({
  lead_minutes: optional(integer(0, 60 * DAY)),
  horizon_days: optional(integer(1, 730)),
  hold_minutes: optional(integer(1, DAY)),
  confirm_minutes: optional(integer(1, 7 * DAY)),
  max_live_per_office: optional(integer(1, 1000)),
  max_live: optional(integer(1, 1000)),
  max_unconfirmed: optional(integer(1, 1000)),
  max_held: optional(integer(1, 100)),
  challenge_unconfirmed: optional(integer(0, 100_000)),
  max_resends: optional(integer(0, 100)),
  waiting_minutes: optional(integer(5, 1440)),
  reoffer_minutes: optional(integer(5, 14 * DAY)),
  waiting_offers: optional(integer(1, 100)),
  retention_days: optional(integer(1, 3650)),
  reminder_minutes: optional(list(integer(1, 60 * DAY), { max: 10 }, distinct)),
  room_early_minutes: optional(integer(0, DAY)),
  room_staff_early_minutes: optional(integer(0, DAY)),
  room_late_minutes: optional(integer(0, DAY)),
});

const privacy: Reader<PrivacyNotice> = record<PrivacyNotice>({
  version: required(text(40)),
  url: optional(webAddress),
});

const municipality: Reader<Municipality> = record<Municipality>({
  name: required(text(200)),
  timezone: required(zone),
  locale: required(oneOf(LOCALES, "bad_locale")),
  patron_saint: optional(dayOfYear),
  email: optional(email),
  colour: optional(colour),
  privacy: optional(privacy),
  policy: optional(policy),
});

const service: Reader<Service> = record<Service>({
  id: required(slug),
  name: required(text(200)),
  minutes: optional(minutes),
  modes: optional(modes),
  bring: optional(list(text(200), { max: 30 })),
});

const opening = {
  from: required(time),
  to: required(endTime),
  slot: required(minutes),
  modes: required(modes),
  desks: optional(integer(1, 50)),
};

const release: Reader<Release> = record<Release>({
  days: required(integer(1, 730)),
  at: required(time),
});

const rule: Reader<OpeningRule> = record<OpeningRule>(
  {
    days: required(list(oneOf(WEEKDAYS, "bad_day"), { min: 1, max: WEEKDAYS.length }, distinct)),
    ...opening,
    valid_from: optional(date),
    valid_until: optional(date),
    release: optional(release),
  },
  (value, place) => {
    checkHours(value, place);
    if (value.valid_from && value.valid_until && value.valid_until < value.valid_from) {
      place.at("valid_until").problem("ends_before_start", value.valid_until, { expected: value.valid_from });
    }
  },
);

const extra: Reader<ExtraOpening> = record<ExtraOpening>({ date: required(date), ...opening }, checkHours);

const closure: Reader<Closure> = record<Closure>(
  {
    from: required(date),
    to: optional(date),
    start: optional(time),
    end: optional(endTime),
    reason: optional(text(200)),
  },
  (value, place) => {
    if (value.from && value.to && value.to < value.from) {
      place.at("to").problem("ends_before_start", value.to, { expected: value.from });
    }
    if (value.start && value.end) checkOrder(value.start, value.end, place, "end");
  },
);

const office: Reader<Office> = record<Office>({
  id: required(slug),
  name: required(text(200)),
  unit: optional(text(200)),
  email: optional(email),
  place: optional(text(300)),
  phone: optional(text(40)),
  timezone: optional(zone),
  services: optional(list(service, { max: 200 }, distinctIds)),
  hours: optional(
    list(rule, { max: 500 }, (values, place) => tellOverlaps(values, overlappingRules(values), place)),
  ),
  openings: optional(
    list(extra, { max: 1000 }, (values, place) => tellOverlaps(values, overlappingOpenings(values), place)),
  ),
  closures: optional(list(closure, { max: 1000 })),
  holidays: optional(boolean),
  policy: optional(policy),
  digest: optional(time),
});

const timetableFile: Reader<Omit<TimetableFile, "fields">> = record<Omit<TimetableFile, "fields">>({
  municipality: optional(municipality),
  offices: required(list(office, { max: 2000 }, distinctIds)),
});

function checkHours(value: Draft<Opening>, place: Place): void {
  if (!value.from || !value.to || !checkOrder(value.from, value.to, place, "to") || value.slot === undefined)
    return;
  const length = minuteOf(value.to) - minuteOf(value.from);
  if (value.slot > length)
    place.at("slot").problem("slot_longer_than_opening", value.slot, { expected: String(length) });
}

function checkOrder(start: string, end: string, place: Place, key: string): boolean {
  if (minuteOf(end) > minuteOf(start)) return true;
  place.at(key).problem("ends_before_start", end, { expected: start });
  return false;
}

function distinctIds(values: readonly ({ readonly id?: string } | undefined)[], place: Place): void {
  const seen = new Set<string>();
  values.forEach((value, index) => {
    if (value?.id === undefined) return;
    if (seen.has(value.id)) place.at(index).at("id").problem("duplicate", value.id);
    seen.add(value.id);
  });
}

type OpeningDraft = Draft<OpeningRule> | Draft<ExtraOpening> | undefined;

function tellOverlaps(all: readonly OpeningDraft[], overlaps: readonly Overlap[], place: Place): void {
  for (const { first, second } of overlaps) {
    place.at(second).problem("overlap", spelled(all[second]), { expected: spelled(all[first]) });
  }
}

/** `mon wed 10:00-12:00`. */
function spelled(hours: OpeningDraft): string {
  if (!hours) return "";
  const days = "days" in hours ? (hours.days ?? []).join(" ") : "date" in hours ? hours.date : "";
  return `${days} ${hours.from}-${hours.to}`;
}
