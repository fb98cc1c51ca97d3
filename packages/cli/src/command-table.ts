import { BOOKING_STATES, LOCALES, MODES, ON_CONFLICT, TIMETABLE_FORMATS } from "@ricevimenti/core";
import type { Run } from "./context.ts";

/** One command as typed. Its help is the message `help-<name>`. */
export interface CommandSpec {
  /** `timetable import`. */
  readonly name: string;
  /** `<file>`, `[office...]`. */
  readonly args?: readonly string[];
  readonly options?: readonly OptionSpec[];
  /** Lines as somebody would type them, for the help. */
  readonly examples?: readonly string[];
  /** Loads the command's own file: only the command that is run. */
  load(): Promise<Run<never>>;
}

/** One option. Its help is the message `option-<long name>`, unless `text` names another. */
export interface OptionSpec {
  readonly flags: string;
  readonly text?: string;
  readonly choices?: readonly string[];
  readonly mandatory?: boolean;
  /** Not mandatory beside this option, by its name in the answer. */
  readonly unless?: string;
  /** May be given several times. */
  readonly repeated?: boolean;
}

const option = (flags: string, more: Omit<OptionSpec, "flags"> = {}): OptionSpec => ({ flags, ...more });
const must = (flags: string, more: Omit<OptionSpec, "flags"> = {}) =>
  option(flags, { ...more, mandatory: true });
const span = [option("--from <time>"), option("--to <time>")];
const mode = { choices: MODES };
const yes = option("--yes");
const dryRun = option("--dry-run");
const onConflict = option("--on-conflict <what>", { choices: ON_CONFLICT });
const officeFacts = [
  option("--name <text>", { text: "option-office-name" }),
  option("--unit <text>"),
  option("--email <address>", { text: "option-office-email" }),
  option("--place <text>"),
  option("--phone <text>"),
  option("--timezone <zone>"),
  option("--digest <time>"),
  option("--holidays <rule>", { choices: ["closed", "open"] }),
  option("--hours <opening>", { repeated: true }),
  option("--slot <minutes>"),
  option("--modes <modes>"),
  option("--desks <number>"),
];
const serviceFacts = [
  option("--name <text>", { text: "option-service-name" }),
  option("--minutes <number>"),
  option("--modes <modes>"),
  option("--bring <text>", { repeated: true }),
];
const format = option("--format <format>", { choices: TIMETABLE_FORMATS });

/** What every command takes. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  option("--json"),
  option("--actor <name>"),
  option("--quiet"),
  option("--verbose"),
];

/** What there is to be typed, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: "init",
    examples: [
      'ricevimenti init --name "Comune di Ozieri" --patron-saint 06-13',
      "ricevimenti init --file ozieri.yaml",
    ],
    options: [
      option("--file <file>", { text: "option-town-file" }),
      option("--name <text>", { text: "option-municipality-name" }),
      option("--timezone <zone>"),
      option("--locale <language>", { text: "option-municipality-locale", choices: LOCALES }),
      option("--patron-saint <day>"),
      option("--email <address>", { text: "option-municipality-email" }),
      option("--new-secret"),
    ],
    load: async () => (await import("./commands/init.ts")).init,
  },
  {
    name: "start",
    examples: ["ricevimenti start", "ricevimenti start --only web,worker"],
    options: [option("--only <parts>")],
    load: async () => (await import("./commands/start.ts")).start,
  },
  {
    name: "office list",
    examples: ["ricevimenti office list"],
    load: async () => (await import("./commands/office-list.ts")).officeList,
  },
  {
    name: "office show",
    examples: ["ricevimenti office show tributi-imu"],
    args: ["<office>"],
    load: async () => (await import("./commands/office-show.ts")).officeShow,
  },
  {
    name: "office add",
    examples: ['ricevimenti office add anagrafe --name Anagrafe --hours "lun-ven 9:00-12:00"'],
    args: ["[id]"],
    options: [option("--id <id>", { text: "option-office-id" }), ...officeFacts, yes],
    load: async () => (await import("./commands/office-add.ts")).officeAdd,
  },
  {
    name: "office edit",
    examples: [
      'ricevimenti office edit anagrafe --phone "079 781200"',
      'ricevimenti office edit anagrafe --hours "lun-ven 9-12" --hours "mar,gio 15:00-17:30" --dry-run',
    ],
    args: ["[office]"],
    options: [...officeFacts, dryRun, yes, onConflict],
    load: async () => (await import("./commands/office-edit.ts")).officeEdit,
  },
  {
    name: "office remove",
    examples: ["ricevimenti office remove anagrafe --on-conflict cancel"],
    args: ["[office]"],
    options: [dryRun, yes, onConflict],
    load: async () => (await import("./commands/office-remove.ts")).officeRemove,
  },
  {
    name: "office link",
    examples: ["ricevimenti office link anagrafe"],
    args: ["<office>"],
    options: [option("--names")],
    load: async () => (await import("./commands/office-link.ts")).officeLink,
  },
  {
    name: "office unlink",
    examples: ["ricevimenti office unlink anagrafe"],
    args: ["<office>"],
    load: async () => (await import("./commands/office-unlink.ts")).officeUnlink,
  },
  {
    name: "service list",
    examples: ["ricevimenti service list anagrafe"],
    args: ["[office...]"],
    load: async () => (await import("./commands/service-list.ts")).serviceList,
  },
  {
    name: "service add",
    examples: ['ricevimenti service add anagrafe carta --name "Carta d\'identità" --minutes 30'],
    args: ["[office]", "[id]"],
    options: [...serviceFacts, dryRun, yes, onConflict],
    load: async () => (await import("./commands/service-add.ts")).serviceAdd,
  },
  {
    name: "service edit",
    examples: ["ricevimenti service edit anagrafe carta --minutes 45 --on-conflict reoffer"],
    args: ["[office]", "[service]"],
    options: [...serviceFacts, dryRun, yes, onConflict],
    load: async () => (await import("./commands/service-edit.ts")).serviceEdit,
  },
  {
    name: "service remove",
    examples: ["ricevimenti service remove anagrafe carta --dry-run"],
    args: ["[office]", "[service]"],
    options: [dryRun, yes, onConflict],
    load: async () => (await import("./commands/service-remove.ts")).serviceRemove,
  },
  {
    name: "closure list",
    examples: ["ricevimenti closure list --from 2026-12-01 --to 2026-12-31"],
    args: ["[office...]"],
    options: [
      option("--from <day>", { text: "option-from-day" }),
      option("--to <day>", { text: "option-to-day" }),
    ],
    load: async () => (await import("./commands/closure-list.ts")).closureList,
  },
  {
    name: "closure add",
    examples: [
      "ricevimenti closure add --all --from 2026-12-24 --to 2026-12-26 --reason Festività",
      'ricevimenti closure add --all --from domani --reason "Allerta meteo" --on-conflict reoffer',
      "ricevimenti closure add anagrafe --from 2026-12-10 --start 10:00 --end 11:30 --dry-run",
    ],
    args: ["[office...]"],
    options: [
      option("--all", { text: "option-all-offices" }),
      option("--from <day>", { text: "option-closure-from" }),
      option("--to <day>", { text: "option-closure-to" }),
      option("--start <time>", { text: "option-closure-start" }),
      option("--end <time>", { text: "option-closure-end" }),
      option("--reason <text>", { text: "option-closure-reason" }),
      dryRun,
      yes,
      onConflict,
    ],
    load: async () => (await import("./commands/closure-add.ts")).closureAdd,
  },
  {
    name: "closure remove",
    examples: ["ricevimenti closure remove anagrafe --from 2026-12-24"],
    args: ["[office...]"],
    options: [
      option("--all", { text: "option-all-offices" }),
      option("--from <day>", { text: "option-closure-from" }),
      option("--to <day>", { text: "option-closure-to" }),
      option("--start <time>", { text: "option-closure-start" }),
      dryRun,
      yes,
      onConflict,
    ],
    load: async () => (await import("./commands/closure-remove.ts")).closureRemove,
  },
  {
    name: "timetable import",
    examples: [
      "ricevimenti timetable import orari.yaml --dry-run",
      "curl -s https://example.org/orari.csv | ricevimenti timetable import - --prune",
    ],
    args: ["<file>"],
    options: [
      format,
      dryRun,
      option("--prune"),
      onConflict,
      yes,
      option("--office <office>", { text: "option-calendar-office" }),
      option("--slot <minutes>", { text: "option-calendar-slot" }),
      option("--modes <modes>", { text: "option-calendar-modes" }),
    ],
    load: async () => (await import("./commands/timetable-import.ts")).timetableImport,
  },
  {
    name: "timetable export",
    examples: [
      "ricevimenti timetable export > orari.yaml",
      "ricevimenti timetable export anagrafe --format csv",
    ],
    args: ["[office]"],
    options: [option("--format <format>", { text: "option-export-format", choices: TIMETABLE_FORMATS })],
    load: async () => (await import("./commands/timetable-export.ts")).timetableExport,
  },
  {
    name: "timetable history",
    examples: ["ricevimenti timetable history tributi-imu"],
    args: ["<office>"],
    load: async () => (await import("./commands/timetable-history.ts")).timetableHistory,
  },
  {
    name: "timetable rollback",
    examples: ["ricevimenti timetable rollback tributi-imu 3 --dry-run"],
    args: ["<office>", "<version>"],
    options: [dryRun, yes, onConflict],
    load: async () => (await import("./commands/timetable-rollback.ts")).timetableRollback,
  },
  {
    name: "slots",
    examples: ["ricevimenti slots tributi-imu --from 2026-12-14 --to 2026-12-18 --mode virtual"],
    args: ["<office>"],
    options: [...span, option("--mode <mode>", mode), option("--service <service>")],
    load: async () => (await import("./commands/slots.ts")).slots,
  },
  {
    name: "slots explain",
    examples: ["ricevimenti slots explain tributi-imu 2026-12-14T10:00"],
    args: ["<office>", "<time>"],
    options: [option("--mode <mode>", mode), option("--service <service>")],
    load: async () => (await import("./commands/slots-explain.ts")).slotsExplain,
  },
  {
    name: "agenda",
    examples: [
      "ricevimenti agenda --week",
      "ricevimenti agenda --date domani",
      "ricevimenti agenda anagrafe --date 2026-12-14 --pdf foglio.pdf",
      "ricevimenti agenda --watch",
    ],
    args: ["[office...]"],
    options: [
      option("--date <day>"),
      option("--week"),
      ...span,
      option("--minimal"),
      option("--csv"),
      option("--ics"),
      option("--pdf <file>"),
      option("--watch"),
    ],
    load: async () => (await import("./commands/agenda.ts")).agenda,
  },
  {
    name: "booking list",
    examples: [
      "ricevimenti booking list --office tributi-imu --state pending",
      "ricevimenti booking list --from oggi --to domani",
    ],
    options: [option("--office <office>"), option("--state <state>", { choices: BOOKING_STATES }), ...span],
    load: async () => (await import("./commands/booking-list.ts")).bookingList,
  },
  {
    name: "booking show",
    examples: ["ricevimenti booking show K7P-4QX"],
    args: ["<code>"],
    load: async () => (await import("./commands/booking-show.ts")).bookingShow,
  },
  {
    name: "booking create",
    examples: [
      'ricevimenti booking create --office anagrafe --now --confirmed --name "Mario Rossi" --email mario.rossi@example.it --reason "Carta d\'identità"',
    ],
    options: [
      must("--office <office>"),
      must("--start <time>", { unless: "now" }),
      option("--now"),
      must("--mode <mode>", { ...mode, unless: "now" }),
      must("--name <text>", { text: "option-citizen-name" }),
      must("--email <address>", { text: "option-citizen-email" }),
      must("--reason <text>"),
      option("--service <service>"),
      option("--locale <language>", { choices: LOCALES }),
      option("--confirmed"),
    ],
    load: async () => (await import("./commands/booking-create.ts")).bookingCreate,
  },
  {
    name: "booking confirm",
    examples: ["ricevimenti booking confirm K7P-4QX"],
    args: ["<code>"],
    load: async () => (await import("./commands/booking-confirm.ts")).bookingConfirm,
  },
  {
    name: "booking move",
    examples: ["ricevimenti booking move K7P-4QX --start 2026-12-14T10:00"],
    args: ["<code>"],
    options: [must("--start <time>"), option("--mode <mode>", mode)],
    load: async () => (await import("./commands/booking-move.ts")).bookingMove,
  },
  {
    name: "booking cancel",
    examples: ["ricevimenti booking cancel K7P-4QX"],
    args: ["<code>"],
    options: [yes],
    load: async () => (await import("./commands/booking-cancel.ts")).bookingCancel,
  },
  {
    name: "booking attended",
    examples: ["ricevimenti booking attended K7P-4QX"],
    args: ["<code>"],
    load: async () => (await import("./commands/booking-attended.ts")).bookingAttended,
  },
  {
    name: "booking no-show",
    examples: ["ricevimenti booking no-show K7P-4QX"],
    args: ["<code>"],
    load: async () => (await import("./commands/booking-no-show.ts")).bookingNoShow,
  },
  {
    name: "room",
    examples: ["ricevimenti room K7P-4QX"],
    args: ["<code>"],
    options: [option("--citizen")],
    load: async () => (await import("./commands/room.ts")).room,
  },
  {
    name: "feed",
    examples: ["ricevimenti feed anagrafe"],
    args: ["<office>"],
    options: [option("--new", { text: "option-new-feed" }), yes],
    load: async () => (await import("./commands/feed.ts")).feed,
  },
  {
    name: "poster",
    examples: ["ricevimenti poster tributi-imu --out locandina.pdf"],
    args: ["[office]"],
    options: [option("--out <file>"), option("--bot <name>")],
    load: async () => (await import("./commands/poster.ts")).poster,
  },
  {
    name: "privacy export",
    examples: ["ricevimenti privacy export mario.rossi@example.it > dati.json"],
    args: ["<email>"],
    load: async () => (await import("./commands/privacy-export.ts")).privacyExport,
  },
  {
    name: "privacy erase",
    examples: ["ricevimenti privacy erase mario.rossi@example.it"],
    args: ["<email>"],
    options: [yes],
    load: async () => (await import("./commands/privacy-erase.ts")).privacyErase,
  },
  {
    name: "privacy purge",
    examples: ["ricevimenti privacy purge --older-than 90 --yes"],
    options: [option("--older-than <days>"), yes],
    load: async () => (await import("./commands/privacy-purge.ts")).privacyPurge,
  },
  {
    name: "audit",
    examples: ["ricevimenti audit --from 2026-12-01"],
    options: [...span],
    load: async () => (await import("./commands/audit.ts")).audit,
  },
  {
    name: "stats",
    examples: ["ricevimenti stats --from 2026-01-01 --to 2026-03-31 --csv > trimestre.csv"],
    options: [...span, option("--csv")],
    load: async () => (await import("./commands/stats.ts")).stats,
  },
  {
    name: "outbox list",
    examples: ["ricevimenti outbox list --state failed"],
    options: [
      option("--state <state>", {
        text: "option-message-state",
        choices: ["waiting", "sent", "dropped", "failed"],
      }),
    ],
    load: async () => (await import("./commands/outbox-list.ts")).outboxList,
  },
  {
    name: "outbox retry",
    examples: ["ricevimenti outbox retry"],
    load: async () => (await import("./commands/outbox-retry.ts")).outboxRetry,
  },
  {
    name: "doctor",
    examples: ["ricevimenti doctor --full"],
    options: [option("--full")],
    load: async () => (await import("./commands/doctor.ts")).doctor,
  },
  {
    name: "backup",
    examples: ["ricevimenti backup /var/backups/ricevimenti/2026-12-01.sqlite"],
    args: ["<file>"],
    options: [option("--force", { text: "option-force-file" })],
    load: async () => (await import("./commands/backup.ts")).backup,
  },
  {
    name: "restore",
    examples: ["ricevimenti restore /var/backups/ricevimenti/2026-12-01.sqlite --force"],
    args: ["<file>"],
    options: [option("--force", { text: "option-force-database" })],
    load: async () => (await import("./commands/restore.ts")).restore,
  },
  {
    name: "migrate-to",
    examples: ["ricevimenti migrate-to postgres://utente:password@localhost/ricevimenti"],
    args: ["<database_url>"],
    options: [option("--force", { text: "option-force-database" })],
    load: async () => (await import("./commands/migrate-to.ts")).migrateTo,
  },
  {
    name: "completion",
    args: ["<shell>", "[office]"],
    examples: ["source <(ricevimenti completion bash)", "ricevimenti completion offices"],
    load: async () =>
      (await import("./commands/completion.ts")).completion({ commands: COMMANDS, globals: GLOBAL_OPTIONS }),
  },
  {
    name: "man",
    examples: ["ricevimenti man | man -l -"],
    load: async () =>
      (await import("./commands/man.ts")).man({ commands: COMMANDS, globals: GLOBAL_OPTIONS }),
  },
];
