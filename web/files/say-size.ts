import { language } from "../words/words.svelte.ts";

const kilobyte = 1024;
const units = [
  ["gigabyte", kilobyte ** 3],
  ["megabyte", kilobyte ** 2],
  ["kilobyte", kilobyte],
] as const;

/** The size of a file as people say it: "31 MB". */
export function saySize(bytes: number): string {
  const [unit, size] = units.find(([, each]) => bytes >= each) ?? units.at(-1)!;
  const digits = { maximumFractionDigits: bytes / size < 10 ? 1 : 0 };
  const said = new Intl.NumberFormat(language(), { style: "unit", unit, unitDisplay: "short", ...digits });
  // A number and its unit stay on one line.
  return said.format(bytes / size).replaceAll(" ", "\u00a0");
}
