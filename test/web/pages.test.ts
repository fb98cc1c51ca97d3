import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { book, NOW, OFFICE, open, openTown, pathTo, press, START, type Town } from "./town.ts";

let town: Town;
beforeAll(async () => {
  town = await openTown({
    offices: [
      OFFICE,
      {
        id: "sociale",
        name: "Servizio Sociale Amministrativo",
        unit: "Servizio 2.2. Servizi alla persona",
        email: "sociale@example.org",
        hours: [{ days: ["thu"], from: "08:30", to: "13:00", slot: 30, modes: ["in_person"] }],
      },
      { id: "chiuso", name: "Ufficio senza orari" },
      {
        id: "anagrafe",
        name: "Anagrafe",
        hours: [
          {
            days: ["mon"],
            from: "09:00",
            to: "12:00",
            slot: 15,
            modes: ["in_person"],
            valid_from: "2027-09-06",
          },
        ],
      },
    ],
    web: { botUsername: "ozieri_bot" },
  });
});
afterAll(() => town.close());

describe("Ricevimenti uffici", () => {
  it("lists each office with unit, address and hours, and says which is closed now", async () => {
    const { status, text } = await open(town, "/");
    expect(status).toBe(200);
    expect(text).toContain(">Ricevimenti uffici</h1>");
    const [imu = "", social = "", closed = "", coming = ""] = text.split("<li id=").slice(1);
    expect(imu).toContain("Tributo IMU");
    expect(imu).toContain("Servizio 3.1. Tributi. IMU");
    expect(imu).toContain("tributi@example.org");
    expect(imu).toContain("lunedì e mercoledì 10:00-12:00");
    expect(imu).toContain("Fuori orario");
    expect(imu).toContain("Primo orario libero: lun 14/12/26 - 10:00 (15 min.)");
    expect(social).toContain("giovedì 08:30-13:00");
    expect(social).not.toContain("Fuori orario");
    expect(closed).toContain("Nessuna disponibilità");
    expect(closed).not.toContain("Prenota<");
    expect(closed).not.toContain("Nuovi orari");
    expect(coming).toContain("Nessuna disponibilità");
    // Sixty days ahead can be booked, and the office opens on Monday 6 September.
    const release = "Nuovi orari prenotabili da giovedì 8 luglio 2027";
    expect(coming).toContain(release);
    for (const path of ["/prenota", "/prenota?ufficio=anagrafe"]) {
      expect((await open(town, path)).text).toContain(release);
    }
  });

  it("leads to the booking of each office, and to the bot when there is one", async () => {
    const { text } = await open(town, "/");
    expect(text).toMatch(/href="\/prenota\?ufficio=tributi-imu" data-element="appointment-booking">Prenota</);
    expect(text).toContain('href="https://t.me/ozieri_bot"');
    const without = await openTown();
    expect((await open(without, "/")).text).not.toContain("t.me");
    await without.close();
  });

  it("speaks English to those who want it, and keeps to it in its links when asked by the address", async () => {
    const byBrowser = await open(town, "/", { "accept-language": "en" });
    expect(byBrowser.text).toContain('<html lang="en">');
    expect(byBrowser.text).toContain("Office appointments");
    expect(byBrowser.text).toContain('href="/privacy"');
    expect(byBrowser.headers.get("vary")).toContain("Accept-Language");
    expect((await open(town, "/?lang=en")).text).toContain('href="/privacy?lang=en"');
  });
});

describe("every page", () => {
  it("has a language, one heading, a way past the header, and the footer's three things", async () => {
    const booking = await book(town);
    for (const path of [
      "/",
      "/privacy",
      "/accessibilita",
      "/x",
      "/conferma/x",
      pathTo(town, booking, "manage"),
    ]) {
      const { text } = await open(town, path);
      expect(text).toMatch(/<html lang="it">/);
      expect(text.match(/<h1/g)).toHaveLength(1);
      expect(text).toContain('href="#contenuto">Vai al contenuto</a>');
      expect(text).toContain('<main id="contenuto"');
      expect(text).toMatch(/<title>[^<]+ - Comune di Ozieri<\/title>/);
      const footer = text.slice(text.indexOf("<footer"));
      expect(footer).toContain('href="mailto:comune@example.org"');
      expect(footer).toContain("/privacy");
      expect(footer).toContain("/accessibilita");
    }
  });
});

describe("the privacy notice", () => {
  it("names the controller, the deadline that holds, the contact and its own version", async () => {
    const { status, text } = await open(town, "/privacy");
    expect(status).toBe(200);
    expect(text).toContain("Comune di Ozieri è titolare del trattamento");
    expect(text).toContain("non confermata entro 2 ore");
    expect(text).toContain("comune@example.org");
    expect(text).toContain("Versione dell’informativa: 2026-01");
    expect(text).toContain("video.example.org");
  });

  it("leads to the town's own full notice, and to the offices where the town has no address", async () => {
    const other = await openTown({
      municipality: {
        email: undefined,
        privacy: { version: "3", url: "https://www.example.org/privacy" },
        policy: { confirm_minutes: 30 },
      },
    });
    const { text } = await open(other, "/privacy");
    expect(text).toContain('href="https://www.example.org/privacy"');
    expect(text).toContain("non confermata entro 30 minuti");
    expect(text).not.toContain("mailto:");
    expect(text).toContain('href="/">Ricevimenti uffici</a>');
    await other.close();
  });
});

describe("pages that are not there", () => {
  it("says so, with the way to the offices", async () => {
    for (const path of ["/x", "/prenotazione", "/conferma/a/b", "/wp-login.php"]) {
      const { status, text } = await open(town, path);
      expect(status).toBe(404);
      expect(text).toContain("Pagina non trovata");
      expect(text).toContain('href="/">Vai all’elenco degli uffici</a>');
    }
  });

  it("names the methods that are there", async () => {
    const booking = await book(town, { start: START + 15 * 60_000 });
    for (const [path, method, allow] of [
      ["/", "POST", "GET, HEAD"],
      [pathTo(town, booking, "manage"), "POST", "GET, HEAD"],
      [pathTo(town, booking, "confirm"), "DELETE", "GET, HEAD, POST"],
      [pathTo(town, booking, "calendar"), "PUT", "GET, HEAD"],
    ] as const) {
      const answer =
        method === "POST"
          ? await press(town, path)
          : await open(town, path, { "sec-fetch-site": "same-origin" }, method);
      expect(`${path} ${answer.status}`).toBe(`${path} 405`);
      expect(answer.headers.get("allow")).toBe(allow);
    }
  });

  it("keeps robots away from the bookings", async () => {
    const { text, headers } = await open(town, "/robots.txt");
    expect(headers.get("content-type")).toMatch(/^text\/plain/);
    for (const folder of ["conferma", "prenotazione", "partecipa", "calendario"]) {
      expect(text).toContain(`Disallow: /${folder}/\n`);
    }
  });
});

describe("the probes", () => {
  it("are both content while all is well", async () => {
    for (const path of ["/healthz", "/readyz"]) {
      const { status, text, headers } = await open(town, path);
      expect(`${status} ${text}`).toBe("200 ok");
      expect(headers.get("cache-control")).toBe("no-store");
    }
  });

  it("tell a process that is alive from one that can work", async () => {
    const other = await openTown();
    await other.core.close();
    expect((await open(other, "/healthz")).status).toBe(200);
    expect((await open(other, "/readyz")).status).toBe(503);
    await other.close();
  });
});

describe("a town that publishes us under a folder", () => {
  it("gets links with the folder, whether its proxy takes the folder off or not", async () => {
    const other = await openTown({ web: { publicUrl: "https://www.example.org/appuntamenti" } });
    const booking = await book(other, { confirmed: false });
    const path = pathTo(other, booking, "confirm");
    expect(path).toMatch(/^\/appuntamenti\/conferma\//);
    for (const asked of [path, path.replace("/appuntamenti", "")]) {
      const { status, text, headers } = await open(other, asked);
      expect(status).toBe(200);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(text).toContain(`action="${path}"`);
      expect(text).not.toMatch(/(?:href|src|action)="\/(?!appuntamenti)/);
    }
    const style = /href="(\/appuntamenti\/assets\/[^"]+)"/.exec((await open(other, "/")).text)?.[1] ?? "";
    expect((await open(other, style)).status).toBe(200);
    const pressed = await press(other, path);
    expect(pressed.headers.get("location")).toMatch(/^\/appuntamenti\/prenotazione\//);
    await other.close();
  });
});

describe("the server", () => {
  it("refuses to start where somebody else listens already", async () => {
    const port = Number(new URL(town.url).port);
    await expect(openTown({ web: { port } })).rejects.toThrow(/EADDRINUSE/);
  });

  it("finishes what is under way when it closes, and takes nothing more", async () => {
    const other = await openTown();
    other.now = NOW;
    const answers = Promise.all([open(other, "/"), open(other, "/privacy")]);
    await answers;
    await other.close();
    await expect(open(other, "/healthz")).rejects.toThrow();
  });
});
