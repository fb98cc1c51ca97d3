import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import jsqr from "jsqr";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTelegram } from "../support/telegram/server.ts";
import { type CommandLine, townHall } from "./command-line.ts";
import { inProcess } from "./in-process.ts";

const SPORTELLO = `offices:
  - id: sempre
    name: Ufficio sempre aperto
  - id: edilizia
    name: Sportello unico per l'edilizia privata, l'urbanistica e la qualità della città
    unit: "Servizio 3.1. Così è: già, più, lì, però, Čopič"
    place: Via Vittorio Veneto 11
    phone: 079 000000
`;

let line: CommandLine;
beforeEach(async () => {
  line = await townHall({ PUBLIC_URL: "https://appuntamenti.comune.example.it" });
  await line.pipe(SPORTELLO, "timetable", "import", "-");
});
afterEach(() => line[Symbol.asyncDispose]());

/** Runs the command without a process of its own, which would cost a second each. */
const run = async (...args: string[]) => {
  const { status, stdout } = await inProcess({ env: line.env, cwd: line.folder })(...args, "--json");
  return { status, document: JSON.parse(stdout) };
};

/** A sheet as a camera and a reader see it. */
interface Sheet {
  readonly text: string;
  readonly codes: readonly string[];
  readonly size: readonly [number, number];
  readonly isBlackAndWhite: boolean;
  /** The share of the sheet's columns that has ink where the office's name stands. */
  readonly ink: number;
  /** Pictures made of pixels. */
  readonly pictures: number;
}

async function sheetsOf(path: string): Promise<readonly Sheet[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await readFile(path));
  const sheets: Sheet[] = [];
  for (let number = 0; number < document.getPageCount(); number += 1) {
    // Rendering closes a page: each look opens it anew.
    const page = () => document.getPage(number);
    const { data, width, height } = await page().render({ scale: 2, render: "bitmap" });
    const halves = [0, Math.floor(width / 2)].map((left) => crop(data, width, height, left));
    const whole = jsqr.default(new Uint8ClampedArray(data), width, height);
    const each = halves.map((pixels) => jsqr.default(pixels, Math.floor(width / 2), height)?.data);
    sheets.push({
      text: page().getText().replaceAll(/\s+/g, " "),
      codes: [...new Set([...each, whole?.data])].filter((code) => code !== undefined),
      size: [Math.round(width / 2), Math.round(height / 2)],
      isBlackAndWhite: data.every((value, at) => at % 4 === 3 || value === data[at - (at % 4)]),
      ink: inkOf(data, width, 2 * 140, 2 * 220),
      pictures: [...page().objects()].filter(({ type }) => type === "image").length,
    });
  }
  library.destroy();
  return sheets;
}

/** Letters can be there for a search and not for the eye: this looks. */
function inkOf(data: Uint8Array, width: number, top: number, bottom: number): number {
  const inked = Array.from({ length: width }, (_, column) => {
    for (let row = top; row < bottom; row += 1) if ((data[(row * width + column) * 4] ?? 255) < 128) return 1;
    return 0;
  });
  return inked.reduce<number>((sum, one) => sum + one, 0) / width;
}

/** Half of a picture of four bytes a pixel. */
function crop(data: Uint8Array, width: number, height: number, left: number): Uint8ClampedArray {
  const half = Math.floor(width / 2);
  const pixels = new Uint8ClampedArray(half * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = (row * width + left) * 4;
    pixels.set(data.subarray(from, from + half * 4), row * half * 4);
  }
  return pixels;
}

const WEB = "https://appuntamenti.comune.example.it/prenota?ufficio=";

test("an office's notice is one A4 sheet in black and white, whose codes lead to the page and the bot", async () => {
  const { status, document } = await run("poster", "edilizia", "--bot", "@ComuneProvaBot", "--out", "a.pdf");
  expect({ status, document }).toEqual({
    status: 0,
    document: { file: "a.pdf", offices: ["edilizia"], bot: "ComuneProvaBot" },
  });
  const [sheet, ...others] = await sheetsOf(join(line.folder, "a.pdf"));
  expect(others).toEqual([]);
  expect(sheet).toMatchObject({ size: [595, 841], isBlackAndWhite: true, pictures: 0 });
  expect(sheet?.ink).toBeGreaterThan(0.5);
  expect(sheet?.codes).toEqual([`${WEB}edilizia`, "https://t.me/ComuneProvaBot?start=ufficio_edilizia"]);
  for (const words of [
    "Comune di Prova",
    "Sportello unico per l'edilizia privata, l'urbanistica e la qualità della città",
    "Così è: già, più, lì, però, Čopič",
    "Via Vittorio Veneto 11",
    "Telefono 079 000000",
    "appuntamenti.comune.example.it",
    "@ComuneProvaBot",
    "1 Inquadra un codice con la fotocamera del telefono.",
    "2 Scegli il giorno e l’ora, e scrivi il tuo nome e la tua e-mail.",
    "3 Apri la mail che ricevi e premi CONFERMA PRENOTAZIONE entro 2 ore.",
  ]) {
    expect(sheet?.text).toContain(words);
  }
});

test("names as long as they may be leave room for the codes", async () => {
  const long = (length: number) => "Ufficio per la semplificazione ".repeat(12).slice(0, length).trim();
  const office = `offices: [{ id: lungo, name: ${long(200)}, unit: ${long(200)}, place: ${long(300)}, phone: "1" }]`;
  await line.pipe(office, "timetable", "import", "-");
  await run("poster", "lungo", "--bot", "ComuneProvaBot", "--out", "lungo.pdf");
  const [sheet, ...others] = await sheetsOf(join(line.folder, "lungo.pdf"));
  expect(others).toEqual([]);
  expect(sheet?.codes).toEqual([`${WEB}lungo`, "https://t.me/ComuneProvaBot?start=ufficio_lungo"]);
});

test("without an office all of them have a sheet, and without a bot the page is the only way", async () => {
  expect((await line.run("poster")).stdout).toContain("posters.pdf");
  const sheets = await sheetsOf(join(line.folder, "posters.pdf"));
  expect(sheets.map(({ codes }) => codes)).toEqual([[`${WEB}sempre`], [`${WEB}edilizia`]]);
  for (const { text } of sheets) expect(text).not.toContain("Telegram");
  expect((await run("poster", "sempre")).document).toEqual({
    file: "poster-sempre.pdf",
    offices: ["sempre"],
    bot: null,
  });
});

describe("the bot's name", () => {
  test("is asked of Telegram, which must answer and know the bot", async () => {
    const telegram = await startTelegram();
    line.env.TELEGRAM_BOT_TOKEN = telegram.token;
    line.env.TELEGRAM_API_ROOT = telegram.url;
    expect((await run("poster", "sempre")).document).toMatchObject({ bot: "ricevimenti_bot" });
    line.env.TELEGRAM_BOT_TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    expect(await run("poster", "sempre")).toMatchObject({
      status: 5,
      document: { error: "telegram_token" },
    });
    await telegram.close();
    line.env.TELEGRAM_API_ROOT = "http://127.0.0.1:1";
    expect(await run("poster", "sempre")).toMatchObject({
      status: 6,
      document: { error: "telegram_unreachable" },
    });
    expect((await run("poster", "sempre", "--bot", "AltroBot")).document).toMatchObject({
      bot: "AltroBot",
    });
  });
});

test("what cannot be done is said, and leaves no file", async () => {
  expect(await run("poster", "nessuno")).toMatchObject({
    status: 3,
    document: { refusal: "office_unknown" },
  });
  expect(await run("poster", "--bot", "no")).toMatchObject({ status: 2, document: { error: "usage" } });
  await mkdir(join(line.folder, "cartella"));
  for (const path of ["cartella", "assente/a.pdf"]) {
    expect(await run("poster", "sempre", "--out", path)).toMatchObject({
      status: 1,
      document: { error: "file_unwritable", path },
    });
  }
});
