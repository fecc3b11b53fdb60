import type { PartValue } from "#server/forms/form-values.contract.ts";

type Sections = Record<string, Record<string, PartValue>>;

/** Told even where little is: when, who, whose name, and what was set right. */
const always = new Set(["student", "participants", "acknowledgement", "corrections"]);

/** Leaves out what nobody came to: a meeting that was stopped, or never was, is no list of empty lines. */
export const withoutUnspoken = (sections: Sections): Sections =>
  Object.fromEntries(
    Object.entries(sections)
      .map(([name, parts]): [string, Sections[string]] => [name, always.has(name) ? parts : spoken(parts)])
      .filter(([, parts]) => Object.keys(parts).length > 0),
  );

function spoken(parts: Sections[string]): Sections[string] {
  const kept = Object.entries(parts).map(([key, value]) => [key, spokenOf(value)] as const);
  return Object.fromEntries(kept.filter(([, value]) => value !== null)) as Sections[string];
}

/** The rows and lines that say something; null when none does. */
function spokenOf(value: PartValue): PartValue {
  if (Array.isArray(value)) {
    const rows = (value as unknown[]).filter((row) => !isSilentRow(row));
    return rows.length > 0 ? (rows as PartValue) : null;
  }
  if (value === null || typeof value !== "object" || isWords(value)) return value;
  const lines = Object.entries(value).filter(([, line]) => !isSilent(line));
  return lines.length > 0 ? (Object.fromEntries(lines) as PartValue) : null;
}

const isWords = (value: object): boolean => "text" in value || "word" in value || "day" in value;

/** A dash, or nothing yet. */
const isSilent = (value: unknown): boolean =>
  value === null || (typeof value === "object" && "text" in value && value.text === "–");

/** A test's name with no result and no sentence says nothing. */
const isSilentRow = (row: unknown): boolean =>
  typeof row === "object" && row !== null && "test" in row && "note" in row
    ? Object.entries(row).every(([key, cell]) => key === "test" || isSilent(cell))
    : false;
