import type { Municipality, Office, OpeningRule, TimetableFile, Weekday } from "@ricevimenti/core";
import { MUNICIPALITY } from "../../../support/town.ts";

/** Where a run begins: on the eve of each changeover, and on the Monday before a public holiday. */
export const BEGINNINGS = [
  "2026-03-28T20:00:00+01:00",
  "2026-10-24T20:00:00+02:00",
  "2026-12-07T08:00:00+01:00",
] as const;

const TOWN: Municipality = {
  ...MUNICIPALITY,
  patron_saint: "12-10",
  policy: { horizon_days: 3, max_live_per_office: 2, reminder_minutes: [180, 60] },
};

const EVERY_DAY: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/** Open when the clocks change. */
const NIGHT: OpeningRule = {
  days: EVERY_DAY,
  from: "00:30",
  to: "04:00",
  slot: 30,
  modes: ["in_person", "virtual"],
};
const MORNING: OpeningRule = {
  days: EVERY_DAY,
  from: "10:00",
  to: "11:30",
  slot: 15,
  modes: ["in_person", "virtual"],
};

/** One desk; one service is longer than the slot, another is given by video only. */
const SINGLE: Office = {
  id: "singolo",
  name: "Un solo sportello",
  services: [
    { id: "lungo", name: "Pratica lunga", minutes: 40 },
    { id: "video", name: "Solo a distanza", modes: ["virtual"] },
  ],
  hours: [NIGHT, MORNING],
};

/** Two desks, in presence only, open on holidays, and not for those who ask half an hour before. */
const DOUBLE: Office = {
  id: "doppio",
  name: "Due sportelli",
  holidays: false,
  hours: [{ days: EVERY_DAY, from: "09:00", to: "10:00", slot: 20, modes: ["in_person"], desks: 2 }],
  policy: { lead_minutes: 30 },
};

/** Timetables that follow one another in a run, in any order. */
export const TIMETABLES: readonly TimetableFile[] = [
  { municipality: TOWN, offices: [SINGLE, DOUBLE] },
  {
    // Other lengths, other hours, a closed day, a service that is no longer there.
    municipality: TOWN,
    offices: [
      {
        ...SINGLE,
        services: [{ id: "lungo", name: "Pratica lunga", minutes: 35 }],
        hours: [NIGHT, { ...MORNING, slot: 20, to: "12:00" }],
        closures: [{ from: "2026-12-09" }, { from: "2026-03-30", start: "10:30", end: "11:00" }],
      },
      DOUBLE,
    ],
  },
  {
    // A desk less at one office, one more at the other.
    municipality: TOWN,
    offices: [
      { ...SINGLE, hours: [NIGHT, { ...MORNING, desks: 2 }] },
      {
        ...DOUBLE,
        hours: [{ days: EVERY_DAY, from: "09:00", to: "10:00", slot: 20, modes: ["in_person", "virtual"] }],
      },
    ],
  },
  {
    // Other rules for everybody.
    municipality: {
      ...TOWN,
      policy: { horizon_days: 2, max_live: 2, max_unconfirmed: 1, hold_minutes: 5, reminder_minutes: [60] },
    },
    offices: [SINGLE, { ...DOUBLE, openings: [{ date: "2026-10-25", ...NIGHT, desks: 2 }] }],
  },
];
/** Everything these timetables name, and one more of each. */
export const OFFICES = ["singolo", "doppio", "anagrafe"] as const;
export const SERVICES = ["lungo", "video", "passaporto"] as const;
