/** The languages a citizen may read: Italian is the source; German, French and Slovene are protected by law in Italian regions. */
export const LOCALES = ["it", "en", "de", "fr", "sl"] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * The town hall all offices belong to. This is also the shape of `municipality:` in a timetable file.
 */
export interface Municipality {
  readonly name: string;
  /** IANA zone of every office that does not name its own. */
  readonly timezone: string;
  /** Language of messages to a citizen whose own is not known. */
  readonly locale: Locale;
  /** Local holiday of the patron saint, `MM-DD`. */
  readonly patron_saint?: string;
  /** Sender of every mail, unless MAIL_FROM says otherwise. */
  readonly email?: string;
  /** Of the web pages' header, buttons and links, as `#06c`: the town's own in place of Bootstrap Italia's blue. */
  readonly colour?: string;
  readonly privacy?: PrivacyNotice;
  readonly policy?: PolicySettings;
}

/** What the citizen consents to. The version is kept with each consent. */
export interface PrivacyNotice {
  readonly version: string;
  /** Where the town's own full notice stands, if not on our `/privacy` page. */
  readonly url?: string;
}

/** The knobs of the rules, as a town may write them in its file; {@link resolvePolicy} gives the rest their defaults. */
export interface PolicySettings {
  /** Minutes between now and the first slot a citizen may ask for. */
  readonly lead_minutes?: number;
  /** Days ahead that can be booked. */
  readonly horizon_days?: number;
  /** Minutes a picked slot waits for the form. */
  readonly hold_minutes?: number;
  /** Minutes to confirm the e-mail address (handbook: two hours). */
  readonly confirm_minutes?: number;
  /** Live bookings one e-mail address may have with one office. */
  readonly max_live_per_office?: number;
  /** Live bookings one e-mail address may have in all. */
  readonly max_live?: number;
  /** Unconfirmed bookings one e-mail address, or one chat or browser, may have. */
  readonly max_unconfirmed?: number;
  /** Times the verification mail is sent again, and a mistyped address corrected. */
  readonly max_resends?: number;
  /** Unconfirmed bookings of an office from which on its web form asks browsers for a proof of work; 0: always. */
  readonly challenge_unconfirmed?: number;
  /** Slots one chat or browser may hold while filling in the form. */
  readonly max_held?: number;
  /** Minutes a time is held for whoever the waiting list offers it to. */
  readonly waiting_minutes?: number;
  /** Minutes for which other times are held for a citizen whose time the office cannot keep. */
  readonly reoffer_minutes?: number;
  /** Times offered to one person on a waiting list in a day. */
  readonly waiting_offers?: number;
  /** Days after an appointment for which the citizen's data are kept; statistics stay. */
  readonly retention_days?: number;
  /** Minutes before the start at which a reminder goes out. */
  readonly reminder_minutes?: readonly number[];
  /** Minutes before the start from which the citizen may enter the room. */
  readonly room_early_minutes?: number;
  /** Minutes before the start from which the official may enter the room. */
  readonly room_staff_early_minutes?: number;
  /** Minutes after the end until which the room stays open. */
  readonly room_late_minutes?: number;
}
