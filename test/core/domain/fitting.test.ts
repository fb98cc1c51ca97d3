import type { Office } from "@ricevimenti/core";
import { expect, test } from "vitest";
import { whyUnfit } from "../../../packages/core/src/domain/fitting.ts";
import { compilePlan } from "../../../packages/core/src/domain/opening-plan.ts";
import { IMU, MUNICIPALITY } from "../../support/town.ts";

const visit = {
  service: "imu",
  mode: "virtual",
  desk: 1,
  start: Date.parse("2026-12-14T10:00:00+01:00"),
  end: Date.parse("2026-12-14T10:15:00+01:00"),
} as const;
const judged = (office: Office | undefined, booking: Parameters<typeof whyUnfit>[2] = visit) =>
  whyUnfit(office, office ? compilePlan(office, MUNICIPALITY) : null, booking);
const withService = (change: object): Office => ({
  ...IMU,
  services: [{ id: "imu", name: "IMU", ...change }],
});

test("a visit fits while its service is given in its mode and within its time", () => {
  expect(judged(IMU)).toBeNull();
  expect(judged(withService({ modes: ["virtual"], minutes: 15 }))).toBeNull();
  expect(judged(withService({ minutes: 10, bring: ["una foto"] }))).toBeNull();
});

test("a visit without a service does not mind what becomes of services", () => {
  const { services: _, ...bare } = IMU;
  expect(judged(bare, { ...visit, service: null })).toBeNull();
  expect(judged(withService({ minutes: 60, modes: ["in_person"] }), { ...visit, service: null })).toBeNull();
});

test("what speaks against a visit is told, the gravest first", () => {
  const shut = { closures: [{ from: "2026-12-14" }] };
  const longInPerson = withService({ minutes: 30, modes: ["in_person"] });
  const { services: _, ...bare } = IMU;
  expect(judged(undefined)).toBe("office_removed");
  expect(judged({ ...bare, ...shut })).toBe("service_removed");
  expect(judged({ ...IMU, services: [{ id: "altro", name: "Altro" }] })).toBe("service_removed");
  expect(judged({ ...longInPerson, ...shut })).toBe("mode_not_offered");
  expect(judged({ ...withService({ minutes: 30 }), ...shut })).toBe("service_longer");
  expect(judged({ ...IMU, ...shut })).toBe("outside_hours");
});
