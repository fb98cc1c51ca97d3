import {
  type ExtraOpening,
  modeName,
  type OpeningRule,
  type Say,
  type Service,
  WEEKDAYS,
  type Weekday,
} from "@ricevimenti/core";

/** `lun-ven 10:00-12:00, 15 min., In Presenza, VIRTUALE`. */
export function openingText(opening: OpeningRule | ExtraOpening, say: Say): string {
  const { from, to, slot, modes, desks = 1 } = opening;
  const when = "date" in opening ? opening.date : daysText(opening.days, say);
  const limits = "date" in opening ? [] : limitsOf(opening, say);
  return [
    `${when} ${from}-${to}`,
    say("week-slot", { minutes: slot }),
    ...modes.map((mode) => modeName(mode, say)),
    ...(desks > 1 ? [say("week-desks", { desks })] : []),
    ...limits,
  ].join(", ");
}

function limitsOf({ valid_from: from, valid_until: until, release }: OpeningRule, say: Say): string[] {
  return [
    ...(from === undefined ? [] : [say("opening-from", { day: from })]),
    ...(until === undefined ? [] : [say("opening-until", { day: until })]),
    ...(release === undefined ? [] : [say("opening-release", { days: release.days, time: release.at })]),
  ];
}

/** `carta (Carta d'identità), 30 min., In Presenza, Documento; Foto`. */
export function serviceText({ id, name, minutes, modes = [], bring = [] }: Service, say: Say): string {
  return [
    `${id} (${name})`,
    ...(minutes === undefined ? [] : [say("week-slot", { minutes })]),
    ...modes.map((mode) => modeName(mode, say)),
    ...(bring.length > 0 ? [bring.join("; ")] : []),
  ].join(", ");
}

/** `lun-ven`, `mar gio`. */
function daysText(days: readonly Weekday[], say: Say): string {
  const runs: Weekday[][] = [];
  for (const [index, day] of WEEKDAYS.entries()) {
    if (!days.includes(day)) continue;
    const last = runs.at(-1);
    if (last?.at(-1) === WEEKDAYS[index - 1] && last) last.push(day);
    else runs.push([day]);
  }
  const name = (day: Weekday | undefined) => (day === undefined ? "" : say(`weekday-${day}`));
  return runs
    .flatMap((run) => (run.length > 2 ? [`${name(run[0])}-${name(run.at(-1))}`] : run.map(name)))
    .join(" ");
}
