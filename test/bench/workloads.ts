import type { Municipality, Office } from "@ricevimenti/core";

/** The town of all workloads: its clock changes within the span of each. */
export const TOWN: Municipality = { name: "Comune di Prova", timezone: "Europe/Rome", locale: "it" };

/** 1 March 2026, when every workload begins, in days since 1970 and as an instant. */
export const FIRST_DAY = 20_513;
export const BEGIN = Date.parse("2026-03-01T00:00:00+01:00");

/** Days of the workloads; offices of the third. */
export const W1_DAYS = 60;
export const W2_DAYS = 365;
export const W3_OFFICES = 200;

/** Mon-Fri 08:00-13:00 and Tue, Thu 15:00-18:00 in quarters of an hour, holidays or not. */
export function benchOffice(index: number): Office {
  return {
    id: `ufficio-${index}`,
    name: `Ufficio ${index}`,
    email: `ufficio-${index}@example.org`,
    holidays: false,
    hours: [
      {
        days: ["mon", "tue", "wed", "thu", "fri"],
        from: "08:00",
        to: "13:00",
        slot: 15,
        modes: ["in_person"],
      },
      { days: ["tue", "thu"], from: "15:00", to: "18:00", slot: 15, modes: ["in_person"] },
    ],
  };
}

/** Whether the grid's slot of this number is taken: forty in a hundred, spread about. */
export function isTaken(slot: number): boolean {
  return (slot * 7919) % 100 < 40;
}
