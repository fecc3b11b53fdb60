import { resembles } from "#server/participants/resembles.ts";
import type { Standing } from "./mentor.contract.ts";

/** Somebody who may not come to this student's conferences, in every way she may be written. */
export interface Barred {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

const plain = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
const address = (text: string): string => text.trim().toLowerCase();

/** How a typed name and address stand to those who may not come: the same person, perhaps the same, or nobody we know. */
export function standingOf(
  { name, email }: { name: string; email: string | null },
  barred: readonly Barred[],
): Standing {
  const isBarred = ({ names, addresses }: Barred) =>
    names.some((other) => resembles(other, name)) ||
    (email !== null && addresses.some((other) => address(other) === address(email)));
  if (barred.some(isBarred)) return "barred";
  const words = plain(name);
  const sharesWord = ({ names }: Barred) =>
    names.some((other) => plain(other).some((w) => words.includes(w)));
  return barred.some(sharesWord) ? "look" : "clear";
}
