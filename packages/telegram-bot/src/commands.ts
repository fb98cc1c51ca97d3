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
