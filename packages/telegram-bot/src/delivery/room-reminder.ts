import type { Booking, Core, OutgoingMessage } from "@ricevimenti/core";

const DETAIL = "room";

/**
 * Has the chat told, with the way in, when the room of this version of the booking opens. Told once however often it
 * is asked for; not at all when the booking is moved or cancelled before.
 */
export async function remindOfRoom(core: Core, booking: Booking): Promise<void> {
  const { opens } = await core.roomTimes(booking, "citizen");
  const { code, version, end } = booking;
  await core.atomically(async (core, { outbox }) =>
    outbox.add(
      {
        key: keyOf(code, version),
        booking: code,
        version,
        kind: "reminder",
        channel: "telegram",
        due: opens,
        until: end,
      },
      core.clock.now(),
    ),
  );
}

/** Whether a message of the outbox is such a reminder. */
export function isRoomReminder({ key, booking, version }: OutgoingMessage): boolean {
  return key === keyOf(booking, version);
}

function keyOf(code: string, version: number): string {
  return `${code}.${version}.reminder.${DETAIL}.telegram`;
}
