import type { Office } from "@ricevimenti/core";
import type { Subject } from "./conversation/draft.ts";
import { isOneSlipAway } from "./conversation/mistyped-address.ts";

/** Words that say nothing about what somebody comes for. */
const EMPTY_WORDS = new Set(
  (
    "a ad al alla alle ai agli all allo anche appuntamento avere buongiorno buonasera che chi ciao come con da dal dalla " +
    "dei del dell della delle degli devo di e ed fare gli grazie ha ho i il in informazione informazioni la le lo mi mia " +
    "mio miei mie nel nella o per perche prenotare prenotazione richiesta salve si sono su sul sulla un una uno ufficio " +
    "vorrei about an and appointment at book for good have hello hi i'd like my need of office on please the to want with " +
    "abend amt bitte brauche danke einen fur guten hallo ich mein mit mochte morgen tag termin uber und zu avec bonjour " +
    "bureau dans demande des du je les mon pour rendez salut voudrais vous besoin dan dober dobro jutro " +
    "hvala lep potrebujem pozdravljeni prosim rad rada termina urad vecer za zdravo zelim"
  ).split(" "),
);

const FOUND_MAX = 8;
/** Shorter words have too many honest neighbours, and too many endings. */
const LONG_WORD = 5;

/** How well one typed word fits one written word. */
const EXACT = 6;
const BEGINS = 4;
const SAME_STEM = 4;
const ONE_SLIP = 2;

interface Match extends Subject {
  readonly score: number;
}

/**
 * Offices and topics that fit words as people type them: any order, beginnings of words, without accents, other
 * endings, one slip of the finger a word. Of an office either itself or those of its topics that fit better. Best first,
 * at most eight.
 */
export function findSubjects(offices: readonly Office[], text: string): readonly Subject[] {
  const typed = wordsOf(text).filter((word) => !EMPTY_WORDS.has(word));
  const matches = offices.flatMap((office) => matchesOf(office, typed));
  const best = Math.max(0, ...matches.map(({ score }) => score));
  return matches
    .filter(({ score }) => score > 0 && score * 2 > best)
    .sort((one, other) => other.score - one.score)
    .slice(0, FOUND_MAX)
    .map(({ office, service }) => ({ office, service }));
}

/** Whether the words say nothing about what somebody comes for: a greeting, or that they want an appointment. */
export function isSmallTalk(text: string): boolean {
  return wordsOf(text).every((word) => EMPTY_WORDS.has(word));
}

function matchesOf({ id, name, unit, services = [] }: Office, typed: readonly string[]): readonly Match[] {
  const office: Match = { office: id, service: null, score: fit(typed, wordsOf(`${name} ${unit ?? ""}`)) };
  const topics = services
    .map((service): Match => ({ office: id, service: service.id, score: fit(typed, wordsOf(service.name)) }))
    .filter(({ score }) => score > office.score);
  return topics.length > 0 ? topics : [office];
}

function fit(typed: readonly string[], written: readonly string[]): number {
  return typed.reduce((sum, word) => sum + Math.max(0, ...written.map((one) => fitOfWord(word, one))), 0);
}

function fitOfWord(typed: string, written: string): number {
  if (typed === written) return EXACT;
  if (typed.length >= 3 && written.startsWith(typed)) return BEGINS;
  if (Math.min(typed.length, written.length) < LONG_WORD) return 0;
  if (typed.slice(0, -1) === written.slice(0, -1)) return SAME_STEM;
  return isOneSlipAway(typed, written) ? ONE_SLIP : 0;
}

/** Lower-case words without accents; "d'identità" is two. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
}
