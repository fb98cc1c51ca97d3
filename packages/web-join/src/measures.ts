import { type Core, DAY } from "@ricevimenti/core";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What whoever watches over the system can read. No label ever holds anything about a person. */
export interface Measures {
  readonly contentType: string;
  /** @param seconds from the request's arrival to its answer */
  answered(request: { method: string; route: string; status: number; seconds: number }): void;
  /** Everything measured, in Prometheus' text format. Asks the database. */
  text(): Promise<string>;
}

/** Seconds: what people call immediate, and what they do not. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
/** Bookings that began longer ago are no longer counted: their number grows for years. */
const LOOK_BACK = DAY;

/** Measures of one process's pages, and of the town as the database has it. */
export function measuresOf({ records, clock }: Core, version: string): Measures {
  const register = new Registry();
  const requests = new Histogram({
    name: "ricevimenti_http_request_seconds",
    help: "Time to answer, by pattern of the address.",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS,
    registers: [register],
  });
  new Gauge({
    name: "ricevimenti_info",
    help: "The version that runs.",
    labelNames: ["version"],
    registers: [register],
  }).set({ version }, 1);
  new Gauge({
    name: "ricevimenti_bookings",
    help: "Bookings of the last day and to come, by state as the clock has it; held and pending wait for the citizen.",
    labelNames: ["office", "state"],
    registers: [register],
    async collect() {
      const now = clock.now();
      this.reset();
      for (const { count, ...labels } of await records.measures.bookings(now - LOOK_BACK, now)) {
        this.set(labels, count);
      }
    },
  });
  const outbox = (name: string, help: string) =>
    new Gauge({ name: `ricevimenti_outbox_${name}`, help, labelNames: ["channel"], registers: [register] });
  const waiting = outbox("waiting", "Messages to be delivered, reminders of days to come among them.");
  const due = outbox("due", "Messages that should have been delivered by now.");
  const oldest = outbox("oldest_seconds", "How long the oldest of those has waited.");
  const failed = new Gauge({
    name: "ricevimenti_outbox_failed",
    help: "Messages that were given up: `ricevimenti outbox list` says why.",
    registers: [register],
  });

  const measureOutbox = async (): Promise<void> => {
    const now = clock.now();
    for (const gauge of [waiting, due, oldest]) gauge.reset();
    for (const channel of ["mail", "telegram"]) {
      for (const gauge of [waiting, due, oldest]) gauge.set({ channel }, 0);
    }
    for (const row of await records.measures.outbox(now)) {
      const { channel } = row;
      waiting.set({ channel }, row.waiting);
      due.set({ channel }, row.due);
      oldest.set({ channel }, row.oldest === null ? 0 : (now - row.oldest) / 1_000);
    }
    failed.set(await records.measures.failedMessages());
  };

  // Finding the series by its labels costs more than counting.
  const known = new Map<string, { observe(seconds: number): void }>();
  let isWatched = false;
  return {
    contentType: register.contentType,
    answered({ seconds, method, route, status }) {
      const key = `${method} ${route} ${status}`;
      let series = known.get(key);
      if (!series) {
        series = requests.labels({ method, route, status: String(status) });
        known.set(key, series);
      }
      series.observe(seconds);
    },
    async text() {
      // Watching the process costs a little all the time: only where somebody looks.
      if (!isWatched) collectDefaultMetrics({ register });
      isWatched = true;
      await measureOutbox();
      return register.metrics();
    },
  };
}
