import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawCode, parseCode } from "../../../packages/core/src/domain/code.ts";
import { roomName } from "../../../packages/core/src/domain/room.ts";
import { deriveWith, LINK_PURPOSES, readToken, tokenFor } from "../../../packages/core/src/domain/token.ts";
import { seededRandom } from "../../support/clock.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const derive = deriveWith(SECRET);
const subject = { code: "K7P-4QX", version: 3 };

describe("a link's token", () => {
  test("is the HMAC of purpose, booking and version, computed here without the library", () => {
    const mac = createHmac("sha256", SECRET)
      .update("ricevimenti/1\nlink/manage\nK7P-4QX/3")
      .digest()
      .subarray(0, 18);
    expect(tokenFor(derive, "manage", subject)).toBe(`K7P4QX-3-${mac.toString("base64url")}`);
  });

  test("is read back as what it was made for", () => {
    for (const purpose of LINK_PURPOSES)
      expect(readToken(derive, purpose, tokenFor(derive, purpose, subject))).toEqual(subject);
  });

  test("for one purpose opens no other", () => {
    for (const made of LINK_PURPOSES) {
      for (const used of LINK_PURPOSES) {
        if (made !== used) expect(readToken(derive, used, tokenFor(derive, made, subject))).toBeNull();
      }
    }
  });

  test("of another town's secret opens nothing", () => {
    expect(readToken(deriveWith(`${SECRET}!`), "manage", tokenFor(derive, "manage", subject))).toBeNull();
  });

  test("with one character changed opens nothing", () => {
    const token = tokenFor(derive, "manage", subject);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(..."ABCXYZ0189-_abc"), (at, letter) => {
        fc.pre(token[at] !== letter);
        expect(readToken(derive, "manage", token.slice(0, at) + letter + token.slice(at + 1))).toBeNull();
      }),
    );
  });

  test("of any other text is nothing, and never a fault", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        expect(readToken(derive, "confirm", text)).toBeNull();
      }),
    );
  });

  test("fits a Telegram deep link also at the highest version", () => {
    expect(tokenFor(derive, "manage", { ...subject, version: 999_999 })).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  });
});

describe("a booking's code", () => {
  test("is read however it is typed", () => {
    for (const typed of ["K7P-4QX", "k7p4qx", " k7p 4qx ", "K7P4-QX"])
      expect(parseCode(typed)).toBe("K7P-4QX");
    for (const typed of ["", "K7P-4Q", "K7P-4QXX", "K7P-4Q0", "KAP-4QX"]) expect(parseCode(typed)).toBeNull();
  });

  test("uses each letter about as often as any other", () => {
    const random = seededRandom(7);
    const counts = new Map<string, number>();
    for (let n = 0; n < 5000; n++) {
      const code = drawCode(random);
      expect(parseCode(code)).toBe(code);
      for (const letter of code.replace("-", "")) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(counts.size).toBe(27);
    // 30,000 letters over 27: 1,111 each; five standard deviations are 163.
    for (const count of counts.values()) expect(Math.abs(count - 1111)).toBeLessThan(164);
  });
});

describe("a video room's name", () => {
  test("is the same for a booking's version, another after a move, and 160 bits of the secret", () => {
    const name = roomName(derive, subject);
    expect(name).toMatch(/^ricevimenti-[a-z2-7]{32}$/);
    expect(roomName(derive, subject)).toBe(name);
    expect(roomName(derive, { ...subject, version: 4 })).not.toBe(name);
    expect(roomName(deriveWith(`${SECRET}!`), subject)).not.toBe(name);
  });
});
