import type { MessageKind, OutboxEntry, WaitingKind } from "@ricevimenti/core";
import { waitingFor } from "./pass-on.ts";
import { MINUTE, type ModelBooking, type TownModel } from "./town-model.ts";

export interface ModelMessage {
  readonly key: string;
  readonly code: string;
  readonly version: number;
  readonly kind: MessageKind | WaitingKind;
  readonly channel: "mail" | "telegram";
  readonly due: number;
  readonly until: number | null;
  state: OutboxEntry["state"];
  attempts: number;
  next: number;
}

/** How Telegram is this time; mail always arrives. */
export type TelegramMood = "well" | "down" | "asks for patience" | "blocked";
export const PATIENCE = 7000;

type Told = readonly [MessageKind, "mail" | "telegram", until: number | null, due?: number, detail?: string];

/** To a citizen: by mail, and in the chat where they came from. */
function toCitizen(
  booking: ModelBooking,
  kind: MessageKind,
  until: number | null,
  due?: number,
  detail?: string,
): Told[] {
  const mail: Told = [kind, "mail", until, due, detail];
  return booking.holder.startsWith("telegram:") ? [mail, [kind, "telegram", until, due, detail]] : [mail];
}

function tell(model: TownModel, booking: ModelBooking, told: readonly Told[]): void {
  for (const [kind, channel, until, due = model.now, detail] of told) {
    const key = [booking.code, booking.version, kind, detail, channel].filter((part) => part !== undefined);
    const message = { code: booking.code, version: booking.version, kind, channel, due, until };
    model.outbox.push({ ...message, key: key.join("."), state: "waiting", attempts: 0, next: due });
  }
}

export function tellRequested(model: TownModel, booking: ModelBooking): void {
  tell(model, booking, [["verification", "mail", booking.expires]]);
}

export function tellConfirmed(model: TownModel, booking: ModelBooking): void {
  tell(model, booking, [
    ...toCitizen(booking, "invitation", booking.end),
    ["office_booked", "mail", booking.end],
    ...reminders(model, booking),
  ]);
}

export function tellMoved(model: TownModel, booking: ModelBooking): void {
  tell(model, booking, [
    ...toCitizen(booking, "moved", booking.end),
    ["office_moved", "mail", booking.end],
    ...reminders(model, booking),
  ]);
}

/** A citizen who has just pressed the button is told by mail only, the office only of what it had been told. */
export function tellCancelled(
  model: TownModel,
  booking: ModelBooking,
  wasConfirmed: boolean,
  byOffice: boolean,
) {
  const citizen: Told[] = byOffice ? toCitizen(booking, "cancelled", null) : [["cancelled", "mail", null]];
  tell(model, booking, wasConfirmed ? [...citizen, ["office_cancelled", "mail", null]] : citizen);
}

export function tellExpired(model: TownModel, booking: ModelBooking): void {
  tell(model, booking, toCitizen(booking, "expired", null));
}

function reminders(model: TownModel, booking: ModelBooking): Told[] {
  return model
    .policyOf(booking.office)
    .reminder_minutes.map((minutes) => [minutes, booking.start - minutes * MINUTE] as const)
    .filter(([, due]) => due > model.now)
    .flatMap(([minutes, due]) => toCitizen(booking, "reminder", booking.start, due, `${minutes}`));
}

const SPEAKS_OF: Readonly<Record<MessageKind, string>> = {
  verification: "pending",
  invitation: "confirmed",
  reminder: "confirmed",
  moved: "confirmed",
  reoffered: "confirmed",
  office_booked: "confirmed",
  office_moved: "confirmed",
  cancelled: "cancelled",
  office_late: "confirmed",
  office_cancelled: "cancelled",
  expired: "expired",
};

/** One round of the worker: what is due goes out, is dropped when things have moved on, or waits longer each time. */
export function deliver(model: TownModel, channels: readonly string[], mood: TelegramMood) {
  const round = { delivered: 0, dropped: 0, postponed: 0, failed: 0 };
  for (const message of model.outbox) {
    if (message.state !== "waiting" || message.next > model.now || !channels.includes(message.channel))
      continue;
    message.attempts++;
    const isWanted = (message.until === null || message.until > model.now) && isStillSo(model, message);
    if (!isWanted) {
      message.state = "dropped";
      round.dropped++;
    } else if (message.channel === "mail" || mood === "well") {
      message.state = "sent";
      round.delivered++;
    } else if (mood === "blocked" || message.attempts === 24) {
      message.state = "failed";
      round.failed++;
    } else {
      const pause = Math.min(30_000 * 2 ** (message.attempts - 1), 3_600_000);
      message.next = model.now + (mood === "down" || message.attempts > 3 ? pause : PATIENCE);
      round.postponed++;
    }
  }
  return round;
}

function isStillSo(model: TownModel, { kind, code, version }: ModelMessage): boolean {
  const listed = (entry: string) => waitingFor(model).find((one) => one.code === entry);
  if (kind === "waiting_proof") return listed(code) !== undefined;
  const booking = model.booking(code);
  if (kind === "waiting_offer") {
    const isOpen = booking !== undefined && model.stateOf(booking) === "held";
    return isOpen && listed(booking.holder.replace("waiting:", "")) !== undefined;
  }
  return booking?.version === version && model.stateOf(booking) === SPEAKS_OF[kind];
}

export function retryFailed(model: TownModel): number {
  const failed = model.outbox.filter(({ state }) => state === "failed");
  for (const message of failed) Object.assign(message, { state: "waiting", attempts: 0, next: model.now });
  return failed.length;
}
