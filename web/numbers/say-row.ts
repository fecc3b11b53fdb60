import { sayBand } from "../assessments/result-words.ts";
import { session } from "../session/session.svelte.ts";
import { named, sayDay, sayInstant } from "../words/dates.ts";
import { said, t } from "../words/words.svelte.ts";
import type { NumberKind, RowSeen } from "./numbers.api.ts";

type Value = RowSeen["values"][number];

/** What a row is about: "MAP Growth, math, 2026–27, fall". */
export function sayWhat(kind: NumberKind, row: RowSeen): string {
  if (row.name === null) return "";
  const name =
    row.area === null ? row.name : t("numbers.inArea", { name: row.name, area: said(`results.${row.area}`) });
  if (row.schoolYear === null) return name;
  if (row.term === null) return t("numbers.whatShort", { name, year: row.schoolYear });
  const term = said(`${kind === "results" ? "results" : "credits"}.${row.term}`);
  return t("numbers.what", { name, year: row.schoolYear, term });
}

export const sayField = (field: string): string => said(`numbers.field-${field}`);

function sayValue(field: string, value: Value["new"]): string {
  if (value === null || value === "") return "–";
  if (typeof value === "boolean") return t(value ? "numbers.yes" : "numbers.no");
  if (typeof value === "number") return String(value).replace("-", "−");
  if (field === "asOf") return sayInstant(value, { zone: session.zone });
  if (field === "takenOn") return sayDay(value, { year: true });
  if (field === "subject") return said(`credits.${value}`);
  if (field === "state") return said(`credits.state-${value}`);
  return field === "band" ? sayBand(value) : named(value);
}

/** A result's grade is the student's level, a course's is its mark: two words in other languages. */
const wordFor = ({ field, new: now }: Value): string =>
  sayField(field === "grade" && typeof now === "number" ? "gradeLevel" : field);

/** One value: as it will stand, with what stood before where something did. */
export function sayChange(change: Value, outcome: RowSeen["outcome"]): string {
  const { field: name, old, new: now } = change;
  const [field, value] = [wordFor(change), sayValue(name, now)];
  return outcome === "change"
    ? t("numbers.changed", { field, old: sayValue(name, old), value })
    : t("numbers.value", { field, value });
}

/** Why a row is refused. */
export const sayReason = ({ reason, column, cell }: RowSeen): string =>
  said(`numbers.because-${reason ?? ""}`, { column: sayField(column ?? ""), cell: named(cell ?? "") });
