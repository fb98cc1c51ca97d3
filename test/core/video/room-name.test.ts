import { describe, expect, test } from "vitest";
import { roomName } from "../../../packages/core/src/domain/room.ts";
import { deriveWith } from "../../../packages/core/src/domain/token.ts";

const derive = deriveWith("a secret of at least thirty-two bytes");
const booking = { code: "K7P-4QX", version: 1 };

describe("the room's name", () => {
  test("is the same each time, and 160 bits of the secret", () => {
    expect(roomName(derive, booking)).toBe(roomName(derive, booking));
    expect(roomName(derive, booking)).toMatch(/^ricevimenti-[a-z2-7]{32}$/);
    expect(roomName(deriveWith("another secret of thirty-two bytes!"), booking)).not.toBe(
      roomName(derive, booking),
    );
  });

  test("writes the bytes in the base32 of RFC 4648", () => {
    // As another encoder writes them; 160 bits need no padding.
    const bytes = new TextEncoder().encode("foobarfoobarfoobarfo");
    expect(roomName(() => bytes, booking)).toBe("ricevimenti-mzxw6ytbojtg633cmfzgm33pmjqxeztp");
  });

  test("tells neither booking nor version, and changes with each move", () => {
    const names = [1, 2, 3].map((version) => roomName(derive, { ...booking, version }));
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).not.toMatch(/k7p/);
  });
});
