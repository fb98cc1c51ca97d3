import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { addToCalendarLinks } from "../../../packages/core/src/adapters/calendar/calendar-links.ts";
import { folded, unfolded } from "../../../packages/core/src/adapters/calendar/folding.ts";
import { invitation } from "../../../packages/core/src/adapters/calendar/invitation.ts";
import type { Booking } from "../../../packages/core/src/domain/booking.ts";
import { LINKS, NOW, OFFICE, sampleBooking, sampleContext } from "../mail/sample.ts";

const context = sampleContext("invitation");

function read(booking: Booking, around = context) {
  const { body, method, filename } = invitation(booking, around);
  const calendar = new ICAL.Component(ICAL.parse(body));
  const component = calendar.getFirstSubcomponent("vevent");
  if (!component) throw new Error("no event");
  const value = (name: string) => component.getFirstPropertyValue(name);
  return { body, method, filename, calendar, component, value, event: new ICAL.Event(component) };
}

describe("the invitation", () => {
  test("is the appointment, at its instants, whatever zone the machine is in", () => {
    expect(process.env.TZ).not.toBe("Europe/Rome");
    const { calendar, event, value, method, filename } = read(sampleBooking());
    expect([method, calendar.getFirstPropertyValue("method")]).toEqual(["REQUEST", "REQUEST"]);
    expect(event.startDate.toJSDate().toISOString()).toBe("2026-12-14T09:00:00.000Z");
    expect(event.endDate.toJSDate().toISOString()).toBe("2026-12-14T09:15:00.000Z");
    expect(String(value("dtstamp"))).toBe(new Date(NOW).toISOString().replace(".000Z", "Z"));
    expect(value("status")).toBe("CONFIRMED");
    expect(event.summary).toBe("Appuntamento: Tributo IMU");
    expect(filename).toBe("appuntamento-K7P-4QX.ics");
  });

  test("names the office as organiser and the citizen as attendee who has accepted", () => {
    const { component } = read(sampleBooking());
    const [organizer, attendee] = [
      component.getFirstProperty("organizer"),
      component.getFirstProperty("attendee"),
    ];
    expect(String(organizer?.getFirstValue()).toLowerCase()).toBe("mailto:tributi@example.org");
    expect(organizer?.getParameter("cn")).toBe("Tributo IMU");
    expect(attendee?.getFirstValue()).toBe("mailto:mario.rossi@example.it");
    expect(attendee?.getParameter("cn")).toBe("Mario Rossi");
    expect(attendee?.getParameter("partstat")).toBe("ACCEPTED");
    expect(attendee?.getParameter("rsvp")).toBe("FALSE");
  });

  test("leads to the room when virtual and to the place when not", () => {
    const virtual = read(sampleBooking());
    expect([virtual.value("location"), virtual.value("url")]).toEqual([LINKS.join, LINKS.join]);
    expect(virtual.event.description).toContain(LINKS.join);
    const there = read(sampleBooking({ mode: "in_person" }));
    expect([there.value("location"), there.value("url")]).toEqual(["Via Vittorio Veneto 11", LINKS.manage]);
    expect(there.event.description).not.toContain(LINKS.join);
    expect(there.event.description).toContain(LINKS.manage);
  });

  test("keeps its UID through moves and cancellation, and counts up", () => {
    const versions = [
      read(sampleBooking()),
      read(sampleBooking({ version: 2, start: NOW, end: NOW + 900_000 })),
      read(sampleBooking({ version: 3, state: "cancelled" })),
    ];
    expect(versions.map(({ event }) => event.uid)).toEqual(Array(3).fill("K7P-4QX@appuntamenti.example.org"));
    expect(versions.map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
    expect(versions.map(({ method }) => method)).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
    expect(versions[2]?.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(versions[2]?.value("status")).toBe("CANCELLED");
  });

  test("has neither a token in its UID nor the reason anywhere", () => {
    const { body, event } = read(sampleBooking());
    expect(event.uid).not.toMatch(/AbCdEf/);
    expect(body).not.toContain("seconda casa");
  });

  test("is marked private, since offices tell much about who visits them", () => {
    expect(read(sampleBooking()).value("class")).toBe("PRIVATE");
  });

  test.each([
    ["mario@così.it", "tributi@example.org"],
    ['"mario rossi"@example.it', "tributi@example.org"],
  ])("is made even for %s, whom a calendar cannot hold", (email) => {
    const { component } = read(sampleBooking({ email }));
    expect(component.getAllProperties("attendee")).toEqual([]);
  });

  test("is organised by whoever has an address", () => {
    const office = { ...OFFICE, email: "non un indirizzo" };
    const { component } = read(sampleBooking(), { ...context, office });
    expect(String(component.getFirstPropertyValue("organizer")).toLowerCase()).toBe(
      "mailto:protocollo@example.org",
    );
  });

  test.each([
    "http://localhost:8080",
    "http://[::1]:8080",
    "http://web_1:3000",
    "https://example.org/appuntamenti",
  ])("is made under %s", (origin) => {
    const { body, event } = read(sampleBooking(), {
      ...context,
      origin,
      links: { ...LINKS, join: `${origin}/partecipa/x` },
    });
    expect(event.uid).toMatch(/^K7P-4QX@[a-z0-9.-]+$/i);
    expect(unfolded(body)).toContain(`URL:${origin}/partecipa/x`);
  });
});

describe("folding", () => {
  test("leaves no line over 75 octets and no character torn, and loses nothing", () => {
    const lines = ["SUMMARY:è€👩‍👩‍👧‍👦".repeat(20), "A".repeat(75), "B".repeat(76), "short"];
    const text = folded(lines);
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
    expect(unfolded(text)).toEqual(lines);
    expect(text).toContain(`${"A".repeat(75)}\r\n`);
  });
});

describe("the add-to-calendar addresses", () => {
  const around = { office: OFFICE, timezone: "Europe/Rome" };

  test("say what, when and where", () => {
    const links = addToCalendarLinks(sampleBooking({ mode: "in_person" }), around);
    const google = new URL(links.google);
    expect(google.origin + google.pathname).toBe("https://calendar.google.com/calendar/render");
    expect(Object.fromEntries(google.searchParams)).toEqual({
      action: "TEMPLATE",
      text: "Appuntamento: Tributo IMU",
      dates: "20261214T090000Z/20261214T091500Z",
      ctz: "Europe/Rome",
      location: "Via Vittorio Veneto 11",
    });
    const outlook = new URL(links.outlook);
    expect(outlook.origin + outlook.pathname).toBe("https://outlook.live.com/calendar/0/deeplink/compose");
    expect(Object.fromEntries(outlook.searchParams)).toEqual({
      path: "/calendar/action/compose",
      rru: "addevent",
      subject: "Appuntamento: Tributo IMU",
      startdt: "2026-12-14T09:00:00Z",
      enddt: "2026-12-14T09:15:00Z",
      location: "Via Vittorio Veneto 11",
    });
    expect(links.outlook).not.toContain("+");
  });

  test("tell those companies neither who comes, nor why, nor a way in", () => {
    const { google, outlook } = addToCalendarLinks(sampleBooking(), around);
    for (const link of [google, outlook].map(decodeURIComponent)) {
      expect(link).not.toMatch(/mario|rossi|seconda casa|K7P|AbCdEf|example\.org/i);
      expect(link).toContain("PARTECIPA");
    }
  });
});
