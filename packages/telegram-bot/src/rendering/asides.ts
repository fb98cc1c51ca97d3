import { type Chat, isChoosable, resolvePolicy, type WaitingEntry } from "@ricevimenti/core";
import type { Aside, Step } from "../conversation/draft.ts";
import { addressScreen } from "../screens/address.ts";
import { helpScreen, languageScreen } from "../screens/asides.ts";
import { type BookingEntry, bookingsScreen, cancelScreen } from "../screens/bookings.ts";
import { lostScreen } from "../screens/lost.ts";
import { eraseScreen, privacyScreen } from "../screens/privacy.ts";
import type { Below, Telling } from "../screens/screen.ts";
import { serviceOf } from "../screens/subject.ts";
import { waitingScreen } from "../screens/waiting.ts";
import { wishInput } from "../wish-input.ts";
import type { Source, Told } from "./source.ts";

/** More would not fit into one message; the limits of the town keep it far below. */
const MOST_BOOKINGS = 10;

/** What is looked at in between, shown. */
export async function asideScreen(
  source: Source,
  aside: Aside,
  { step, chat }: { readonly step: Step; readonly chat: Chat },
  base: Telling,
): Promise<Told> {
  const below = belowOf(step);
  switch (aside.at) {
    case "bookings": {
      const data = {
        entries: await entries(source, chat.id, base),
        waiting: await waited(source, chat.id, base),
      };
      return { screen: bookingsScreen({ ...data, below }, base), telling: base };
    }
    case "waiting": {
      const known = await source.core.getOffice(aside.office);
      const considered = await source.core.waiting.consider(wishInput(aside));
      if (!known.ok || !considered.ok) return { screen: lostScreen(base), telling: base };
      const { office, timezone } = known;
      const { choice, wish } = considered;
      const town = await source.core.municipality();
      const minutes = resolvePolicy(town.policy, office.policy).waiting_minutes;
      const service = serviceOf(office, aside.service);
      const data = { office, service, choice, picked: aside.picked, wish, minutes, below };
      const telling = { ...base, timezone };
      return { screen: waitingScreen(data, telling), telling };
    }
    case "cancel": {
      const known = await source.booking(aside.code, base);
      if (!known) return { screen: lostScreen(base), telling: base };
      return { screen: cancelScreen(known, known.telling), telling: known.telling };
    }
    case "address": {
      const known = await source.booking(aside.code, base);
      if (!known) return { screen: lostScreen(base), telling: base };
      return {
        screen: addressScreen({ ...known, doubt: aside.doubt, below }, known.telling),
        telling: known.telling,
      };
    }
    case "language":
      return { screen: languageScreen(below, base), telling: base };
    case "privacy": {
      const { name, email = null, policy } = await source.core.municipality();
      const { retention_days: retentionDays } = resolvePolicy(policy);
      const data = { town: name, email, notice: await source.notice(), retentionDays, below };
      return { screen: privacyScreen(data, base), telling: base };
    }
    case "erase": {
      const { length: live } = await source.core.bookingsOf(`telegram:${chat.id}`);
      return { screen: eraseScreen({ live }, base), telling: base };
    }
    case "help":
      return { screen: helpScreen(below, base), telling: base };
    default:
      throw new Error(`no screen for ${JSON.stringify(aside satisfies never)}`);
  }
}

function belowOf({ at }: Step): Below {
  if (at === "requested") return "request";
  return at === "offices" || at === "found" || at === "farewell" ? "offices" : "booking";
}

async function entries(source: Source, chat: number, base: Telling): Promise<readonly BookingEntry[]> {
  const bookings = await source.core.bookingsOf(`telegram:${chat}`);
  return Promise.all(
    bookings.slice(0, MOST_BOOKINGS).map(async (booking) => {
      const { office, telling } = await source.office(booking.office, base);
      return { booking, office, timezone: telling.timezone, links: source.core.linksOf(booking) };
    }),
  );
}

async function waited(source: Source, chat: number, base: Telling) {
  const entries = await source.core.waiting.of({ holder: `telegram:${chat}` });
  return Promise.all(
    entries.slice(0, MOST_BOOKINGS).map(async (entry) => ({
      entry,
      isChangeable: await isChangeable(source, entry),
      ...(await source.office(entry.office, base)),
    })),
  );
}

async function isChangeable({ core }: Source, entry: WaitingEntry): Promise<boolean> {
  const choices = await core.waiting.choices(entry);
  return choices.ok && isChoosable(choices.choice);
}
