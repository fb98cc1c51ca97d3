import type { Reported } from "./report.ts";

/**
 * Other booking systems on the workloads of `workloads.ts`, in milliseconds a call, measured on another machine (2 cores,
 * Node 20, PHP 8.2, Ruby 3.1, MariaDB 10.11).
 */
const PEERS: readonly { readonly name: string; readonly times: readonly [number, number, number] }[] = [
  { name: "Munich ZMS, in memory", times: [1.9, 17, 469] },
  { name: "Munich ZMS, SQL", times: [19, 1_468, 4_178] },
  { name: "Easy!Appointments", times: [7.5, 48, 2_097] },
  { name: "rdv-service-public", times: [24, 133, 5_260] },
  { name: "cal.com, core", times: [121, 783, 22_831] },
  { name: "cal.com, pipeline", times: [225, 1_279, 43_735] },
  { name: "Thunderbird Appointment", times: [629, 23_914, 116_304] },
];
/** The floors of `slots` and `holds` on that machine: milliseconds a call, and raw transactions a second. */
const FLOORS_THERE = [0.013, 0.091, 2.8] as const;
const RAW_HOLDS_THERE = 4_400;
/** The most bookings a second of any of them: Easy!Appointments, while it sold some times twice. */
const BOOKINGS_THERE = 285;

/**
 * Ours against others who were measured elsewhere: what ours would take there is its ratio to the floor, times the floor
 * there. Nothing of what was not measured in this run.
 */
export function againstPeers(figures: readonly Reported[]): Reported[] {
  const [first] = slotRatios(figures);
  const found: Reported[] = [];
  const figure = (what: string, unit: string, there: number, ours: number, least: number) => {
    const ratio = unit === "ms" ? there / ours : ours / there;
    found.push({
      bench: "peers",
      what,
      unit,
      floor: there,
      ours,
      ratio,
      spread: [ratio, ratio],
      goal: { least },
    });
  };
  if (first !== undefined) {
    const ours = first * FLOORS_THERE[0];
    figure("W1, the fastest of them (Munich ZMS, in memory)", "ms", 1.9, ours, 80);
    figure("W1, cal.com's core", "ms", 121, ours, 1_000);
  }
  const holds = figures.find(({ bench, what }) => bench === "holds" && what.includes("one after another"));
  if (holds)
    figure(
      "bookings, the best of them (Easy!Appointments)",
      "/s",
      BOOKINGS_THERE,
      holds.ratio * RAW_HOLDS_THERE,
      10,
    );
  return found;
}

/** How many times as long as ours each of them takes, on each workload; empty when slots were not measured. */
export function peersTable(figures: readonly Reported[]): string {
  const ratios = slotRatios(figures);
  if (ratios.length === 0) return "";
  const lines = PEERS.map(({ name, times }) => {
    const each = times.map((time, index) => {
      const ours = (ratios[index] ?? Number.NaN) * (FLOORS_THERE[index] ?? Number.NaN);
      return `${Math.round(time / ours).toLocaleString("en")} x`.padStart(10);
    });
    return `${name.padEnd(26)}${each.join("")}`;
  });
  return [
    `${"as long as ours takes".padEnd(26)}${["W1", "W2", "W3"].map((name) => name.padStart(10)).join("")}`,
    ...lines,
    "",
  ].join("\n");
}

/** Ours to the floor on the three workloads. */
function slotRatios(figures: readonly Reported[]): readonly number[] {
  return figures
    .filter(({ bench, what }) => bench === "slots" && what.startsWith("free slots"))
    .map(({ ratio }) => ratio);
}
