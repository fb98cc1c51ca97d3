/** What staff say in their office's group. */
export const GROUP_COMMANDS = ["oggi", "collega", "scollega"] as const;

/** In the order of Telegram's menu; CONTRACT.md, "Bot commands". */
export const COMMANDS = [
  "start",
  "prenota",
  "appuntamenti",
  "lingua",
  "privacy",
  "aiuto",
  "annulla",
] as const;
