export { type BotOptions, type CitizensBot, createBot } from "./bot.ts";
export { botName } from "./bot-name.ts";
export { type ChatContext, type ChatKind, renderChatMessage } from "./delivery/chat-message.ts";
export { telegramCourier } from "./delivery/courier.ts";
export { type TransportOptions, telegramTransport } from "./delivery/transport.ts";
export { type RunningBot, type StartOptions, startBot } from "./start.ts";
export type { Webhook } from "./webhook.ts";
