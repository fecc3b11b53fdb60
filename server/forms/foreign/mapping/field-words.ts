import type { ForeignField } from "../foreign-form.ts";

/** What a field is called, in plain small words, and which row of a table it is in. */
export interface FieldName {
  words: string[];
  row: number | null;
}

/** Says nothing about what a field is for. */
const EMPTY = new Set(
  "s a an the of for to de del la el los las field text textfield txt box check checkbox fill input form page subform topmostsubform untitled undefined row line".split(
    " ",
  ),
);

/** The names a field goes by: the last part of its own, its whole name, and what it says of itself. */
export function namesOf({ name, tooltip }: Pick<ForeignField, "name" | "tooltip">): FieldName[] {
  const plain = name.replace(/\[0\]/g, "").replace(/\[(\d+)\]/g, (_, index) => ` ${Number(index) + 1} `);
  const last = plain.slice(plain.lastIndexOf(".") + 1);
  const row = nameFrom(last).row ?? nameFrom(plain).row;
  const own = [last, ...(last === plain ? [] : [plain])].map((each) => ({ ...nameFrom(each), row }));
  const spoken =
    tooltip === null ? [] : [nameFrom(tooltip)].map((each) => ({ ...each, row: each.row ?? row }));
  return [...own, ...spoken].filter(({ words }) => words.length > 0);
}

function nameFrom(text: string): FieldName {
  const parts = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\p{L})(\p{N})|(\p{N})(\p{L})/gu, "$1$3 $2$4")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "");
  const numbers = parts.filter((part) => /^\d+$/.test(part)).map(Number);
  // Page1 counts pages, not rows; and what counts to more than a table has is a year or a form's number.
  const row = numbers.findLast((number) => number >= 1 && number <= 40 && !isOfPage(parts, number)) ?? null;
  const words = [...new Set(parts.filter((part) => !EMPTY.has(part) && !/^\d+$/.test(part)).map(singular))];
  return { words, row };
}

const isOfPage = (parts: string[], number: number): boolean =>
  ["page", "form", "p"].includes(parts[parts.indexOf(String(number)) - 1] ?? "");

const singular = (word: string): string =>
  /[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
