import {
  type Core,
  duration,
  type Municipality,
  type Office,
  resolvePolicy,
  type Say,
  texts,
} from "@ricevimenti/core";
import { type Answer, wrongUsage } from "../answer.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { telegramAnswer } from "../parts.ts";
import { type Poster, type PosterCode, posterPdf } from "../poster-pdf.ts";
import { refused, refusedAs } from "../refusal-answer.ts";
import { written } from "../written-file.ts";

interface Options {
  readonly out?: string;
  readonly bot?: string;
}

/** The notice to hang up: one office's, or a page for each. */
export const poster: Run<Options> = (context, [id], { out, bot: named }) =>
  withCore(context, async (core) => {
    if (named !== undefined && !BOT_NAME.test(named)) {
      return wrongUsage(context.say("usage-bad-bot", { value: named }));
    }
    const all = (await core.listOffices()).map(({ office }) => office);
    const offices = id === undefined ? all : all.filter((office) => office.id === id);
    if (id !== undefined && offices.length === 0) {
      return refused({ code: "office_unknown", office: id }, core, context);
    }
    if (offices.length === 0) return refusedAs("office_unknown", context.say("offices-none"));
    const bot = named === undefined ? await askedName(core, context) : named.replace(/^@/, "");
    if (bot !== null && typeof bot !== "string") return bot;

    const town = await core.municipality();
    const locale = town.locale;
    const say = texts("common", locale);
    const bytes = await posterPdf(
      offices.map((office) => posterOf(office, town, say, { bot, publicUrl: core.config.publicUrl })),
      {
        title: `${say("poster-title")} - ${town.name}`,
        language: locale,
        made: new Date(core.clock.now()),
      },
    );
    const path = out ?? (id === undefined ? "posters.pdf" : `poster-${id}.pdf`);
    return written(path, bytes, context, { offices: offices.map((office) => office.id), bot });
  });

/** What Telegram lets a bot be called. */
const BOT_NAME = /^@?[A-Za-z]\w{3,30}[A-Za-z0-9]$/;

/** The name of the bot there is; null without one. */
async function askedName({ config }: Core, context: Context): Promise<string | Answer | null> {
  if (!config.telegram) return null;
  const { botName } = await import("@ricevimenti/telegram-bot");
  const { token, apiRoot } = config.telegram;
  try {
    return await botName({ token, ...(apiRoot && { apiRoot }) });
  } catch (error) {
    const answer = telegramAnswer(error, context);
    if (!answer) throw error;
    return answer;
  }
}

function posterOf(
  office: Office,
  town: Municipality,
  say: Say,
  { bot, publicUrl }: { readonly bot: string | null; readonly publicUrl: string },
): Poster {
  const { confirm_minutes } = resolvePolicy(town.policy, office.policy);
  const web: PosterCode = {
    caption: say("poster-web"),
    address: `${publicUrl}/prenota?ufficio=${office.id}`,
    shown: publicUrl.replace(/^https?:\/\//, ""),
  };
  const chat: PosterCode[] =
    bot === null
      ? []
      : [
          {
            caption: say("poster-bot"),
            address: `https://t.me/${bot}?start=ufficio_${office.id}`,
            shown: `@${bot}`,
          },
        ];
  return {
    town: town.name,
    title: say("poster-title"),
    office: office.name,
    details: [
      office.unit,
      office.place,
      office.phone === undefined ? undefined : say("poster-phone", { phone: office.phone }),
    ].filter((detail) => detail !== undefined && detail !== office.name) as string[],
    codes: [web, ...chat],
    steps: [
      say("poster-step-scan"),
      say("poster-step-choose"),
      say("poster-step-confirm", {
        button: say("button-confirm"),
        time: duration(confirm_minutes, town.locale),
      }),
    ],
  };
}
