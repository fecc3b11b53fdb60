import { UNKNOWN } from "./faces.ts";

// Drawn as another letter that looks the same and that more faces have.
const alike: Record<string, string> = { "\u202f": "\u00a0", "\u2011": "-", "\u2010": "-", "\t": " " };

/** Composes letters and their marks, and makes every string drawable: no half surrogates, one kind of line end. */
export const composed = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, UNKNOWN)
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, "\n")
    .normalize("NFC");

/** Letters that steer but are not seen: direction marks, joiners outside Arabic, soft hyphens, controls. */
export const isUnseen = (letter: string): boolean =>
  letter !== "\t" &&
  /^[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]$/u.test(
    letter,
  );

/** The letter to look for in a face. */
export const lookedFor = (letter: string): string => alike[letter] ?? letter;

/** Whether any letter runs from right to left. */
export const hasRightToLeft = (text: string): boolean =>
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(
    text,
  );

const IDEOGRAPHS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{Extended_Pictographic}]/u;

/** Whether a line may end between these two letters (a space ends a word by itself). */
export function mayBreakBetween(before: string, after: string): boolean {
  if (after === "\u200d" || before === "\u200d" || /^[\p{M}\ufe0f]/u.test(after)) return false;
  if (before === "\u200b") return true;
  if (/[-\u2010\u2013\u2014/]/.test(before)) return /[\p{L}\p{N}]/u.test(after);
  return IDEOGRAPHS.test(before) && IDEOGRAPHS.test(after) && !/\p{P}/u.test(after);
}
