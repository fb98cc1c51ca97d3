import { expect, test } from "vitest";
import {
  isOneSlipAway,
  meantAddress,
} from "../../packages/telegram-bot/src/conversation/mistyped-address.ts";

test.each([
  ["mario@gmial.com", "mario@gmail.com"],
  ["mario@gmil.com", "mario@gmail.com"],
  ["mario@gmaill.com", "mario@gmail.com"],
  ["mario@gmail.con", "mario@gmail.com"],
  ["mario@gmail.it", "mario@gmail.com"],
  ["Mario.Rossi@GMAI.COM", "Mario.Rossi@gmail.com"],
  ["mario@libbero.it", "mario@libero.it"],
  ["mario@lbero.it", "mario@libero.it"],
  ["mario@hotmial.it", "mario@hotmail.it"],
  ["mario@hotmail.con", "mario@hotmail.com"],
  ["mario@virgilio.com", "mario@virgilio.it"],
  ["mario@yaho.it", "mario@yahoo.it"],
  ["mario@outlok.com", "mario@outlook.com"],
  ["mario@tiscali.i", "mario@tiscali.it"],
])("%s was probably meant to be %s", (written, meant) => {
  expect(meantAddress(written)).toBe(meant);
});

test.each([
  "mario@gmail.com",
  "mario@Libero.it",
  "mario@hotmail.fr",
  "mario@comune.ozieri.ss.it",
  "mario@example.org",
  "mario@tin.it",
  "mario@time.it",
  "mario@unica.it",
  "mario@mail.com",
  "mario@legalmail.it",
  "mario@studiorossi.it",
])("%s is not doubted", (written) => {
  expect(meantAddress(written)).toBeNull();
});

test.each([
  ["abc", "abd", true],
  ["abc", "ab", true],
  ["abc", "abcd", true],
  ["abc", "acb", true],
  ["abc", "bca", false],
  ["abc", "a", false],
  ["abcd", "badc", false],
])("%s and %s are one slip apart: %s", (one, other, expected) => {
  expect(isOneSlipAway(one, other)).toBe(expected);
  expect(isOneSlipAway(other, one)).toBe(expected);
});
