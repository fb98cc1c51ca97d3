import { type Booking, stateAt } from "../domain/booking.ts";
import type { Policy } from "../domain/policy.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import { roomName } from "../domain/room.ts";
import { type Instant, MINUTE } from "../domain/slot.ts";
import type { RoomPass } from "../ports.ts";
import type { Deps } from "./deps.ts";
import { bookedOffice } from "./town.ts";

type Role = RoomPass["role"];

/** When the room opens and closes: officials come a little before the citizen, who waits on our page until then. */
export async function roomTimes(
  deps: Deps,
  booking: Booking,
  role: Role,
): Promise<{ readonly opens: Instant; readonly closes: Instant }> {
  return timesOf(booking, role, await policyOf(deps, booking));
}

/**
 * The way into a confirmed booking's room, signed for that role and those times only; never as moderator for a
 * citizen. Refuses with `booking_unknown`, `not_virtual`, `wrong_state`, and `room_closed` outside the times.
 */
export async function enterRoom(
  deps: Deps,
  input: { readonly code: string; readonly role: Role },
): Promise<Outcome<{ readonly url: string }>> {
  const booking = await deps.store.read.bookings.get(input.code);
  if (!booking) return refuse({ code: "booking_unknown", booking: input.code });
  if (booking.mode !== "virtual") return refuse({ code: "not_virtual" });
  const now = deps.clock.now();
  const state = stateAt(booking, now);
  if (state !== "confirmed" && state !== "attended") return refuse({ code: "wrong_state", state });
  const times = await roomTimes(deps, booking, input.role);
  if (now < times.opens || now >= times.closes) return refuse({ code: "room_closed", ...times });
  return { ok: true, url: await roomLink(deps, booking, input.role) };
}

/** The same link ahead of its time: it opens nothing before. For the office's own mail. */
export async function roomLink(deps: Deps, booking: Booking, role: Role): Promise<string> {
  const {
    office,
    municipality: town,
    policy,
  } = await bookedOffice(deps.plans, deps.store.read, booking.office);
  const { opens, closes } = timesOf(booking, role, policy);
  return deps.rooms.sign({
    room: roomName(deps.derive, booking),
    role,
    ...(role === "moderator" && { name: office.name }),
    subject: office.name,
    locale: role === "citizen" ? booking.locale : town.locale,
    from: opens,
    until: closes,
  });
}

function timesOf({ start, end }: Booking, role: Role, policy: Policy): { opens: Instant; closes: Instant } {
  const early = role === "citizen" ? policy.room_early_minutes : policy.room_staff_early_minutes;
  return { opens: start - early * MINUTE, closes: end + policy.room_late_minutes * MINUTE };
}

async function policyOf(deps: Deps, booking: Booking): Promise<Policy> {
  return (await bookedOffice(deps.plans, deps.store.read, booking.office)).policy;
}
