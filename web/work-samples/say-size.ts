import { language } from "../words/words.svelte.ts";

const kilobyte = 1024;

/** The size of a file as people say it: "31 MB". */
export function saySize(bytes: number): string {
  const [unit, size] =
    bytes < kilobyte ** 2 ? (["kilobyte", kilobyte] as const) : (["megabyte", kilobyte ** 2] as const);
  const digits = { maximumFractionDigits: bytes / size < 10 ? 1 : 0 };
  return new Intl.NumberFormat(language(), { style: "unit", unit, unitDisplay: "short", ...digits }).format(
    bytes / size,
  );
}
