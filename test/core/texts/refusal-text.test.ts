import { describe, expect, test } from "vitest";
import { BOOKING_STATES } from "../../../packages/core/src/domain/booking.ts";
import { LOCALES } from "../../../packages/core/src/domain/municipality.ts";
import type { FormProblem, Refusal, RefusalCode } from "../../../packages/core/src/domain/refusal.ts";
import { formProblemText, refusalText } from "../../../packages/core/src/texts/refusal-text.ts";

const ROME = "Europe/Rome";
const start = Date.parse("2021-12-13T10:00+01:00");
const end = start + 900_000;
const nearest = [{ office: "x", start, end, modes: ["in_person"], free: 1 }] as const;

/** Every code once; the type makes a new one fail here. */
const one: { [Code in RefusalCode]: Extract<Refusal, { code: Code }> } = {
  office_unknown: { code: "office_unknown", office: "<b>x</b>" },
  service_unknown: { code: "service_unknown", service: "<b>x</b>" },
  booking_unknown: { code: "booking_unknown", booking: "<b>x</b>" },
  slot_taken: { code: "slot_taken", nearest },
  slot_not_offered: { code: "slot_not_offered", nearest },
  slot_past: { code: "slot_past" },
  too_soon: { code: "too_soon", earliest: start },
  beyond_horizon: { code: "beyond_horizon", latest: start },
  not_released: { code: "not_released", opens: start },
  mode_not_offered: { code: "mode_not_offered" },
  limit_office: { code: "limit_office", limit: 1 },
  limit_total: { code: "limit_total", limit: 3 },
  limit_unconfirmed: { code: "limit_unconfirmed", limit: 2 },
  resend_limit: { code: "resend_limit", limit: 3 },
  hold_expired: { code: "hold_expired" },
  confirmation_expired: { code: "confirmation_expired" },
  wrong_state: { code: "wrong_state", state: "cancelled" },
  nothing_to_move: { code: "nothing_to_move" },
  already_started: { code: "already_started" },
  link_invalid: { code: "link_invalid" },
  link_outdated: { code: "link_outdated", state: "confirmed" },
  room_closed: { code: "room_closed", opens: start - 600_000, closes: end },
  not_virtual: { code: "not_virtual" },
  form_invalid: { code: "form_invalid", problems: [{ field: "name", problem: "missing" }] },
};
const refusals: Refusal[] = [
  ...Object.values(one),
  { code: "slot_taken", nearest: [] },
  { code: "slot_not_offered", nearest: [] },
  { code: "limit_office", limit: 2 },
  { code: "limit_total", limit: 1 },
  { code: "limit_unconfirmed", limit: 1 },
  ...BOOKING_STATES.map((state) => ({ code: "wrong_state", state }) as const),
  ...BOOKING_STATES.map((state) => ({ code: "link_outdated", state }) as const),
];

describe.each(LOCALES)("a refusal in %s", (locale) => {
  test.each(refusals)("$code is one sentence with the next step", (refusal) => {
    const text = refusalText(refusal, locale, ROME);
    expect(text).toMatch(/^\p{Lu}.*\.$/u);
    // The end of a sentence inside would be a second one; "(15 min.)" and "13. Dezember" are none.
    expect(text.replace(/(min|\d)\./gi, "$1")).not.toMatch(/[.!?] \p{Lu}/u);
    expect(text.length).toBeLessThan(200);
  });

  test("repeats nothing that was typed", () => {
    for (const refusal of refusals) expect(refusalText(refusal, locale, ROME)).not.toContain("<b>");
  });
});

test("a taken slot names the nearest free time, in the office's zone", () => {
  expect(refusalText(one.slot_taken, "it", ROME)).toContain("lun 13/12/21 - 10:00 (15 min.)");
  expect(refusalText({ code: "slot_taken", nearest: [] }, "it", ROME)).not.toContain("lun");
});

test("a closed room says from when until when", () => {
  expect(refusalText(one.room_closed, "it", ROME)).toContain(
    "dalle ore 09:50 alle ore 10:15 di lunedì 13 dicembre",
  );
});

test("a form with several problems gets a sentence for each", () => {
  const problems: FormProblem[] = [
    { field: "name", problem: "missing" },
    { field: "email", problem: "malformed" },
    { field: "reason", problem: "too_long" },
    { field: "consent", problem: "missing" },
  ];
  const text = refusalText({ code: "form_invalid", problems }, "it", ROME);
  for (const problem of problems) expect(text).toContain(formProblemText(problem, "it"));
});

test("every problem of every field has its sentence, in every language", () => {
  for (const locale of LOCALES) {
    for (const field of ["name", "email", "reason", "consent"] as const) {
      for (const problem of ["missing", "too_long", "malformed", "not_plain_text"] as const) {
        expect(formProblemText({ field, problem }, locale)).toMatch(/^\p{Lu}.*\.$/u);
      }
    }
  }
});
