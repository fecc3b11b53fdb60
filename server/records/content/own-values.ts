import type { PartValue, Words } from "#server/forms/form-values.contract.ts";
import { choiceWord } from "#server/record-templates/arranging/arrange-words.ts";
import { ownLine, ownPartOf, paperOf } from "#server/record-templates/arranging/own-places.ts";
import type { DataSource } from "#server/record-templates/definition/definition.contract.ts";
import type { FormField, RecordForm } from "#server/record-templates/definition/record-form.contract.ts";
import { ownKey } from "#server/record-templates/definition/resolve-form.ts";
import { usualField } from "#server/record-templates/definition/usual-form.ts";
import { fieldOf } from "../record-fields.ts";
import { said, word } from "./phrases.ts";
import type { Annex, Core, Written } from "./record-content.contract.ts";

type Sections = Record<string, Record<string, PartValue>>;

interface Told {
  readonly core: Core;
  readonly annexes: readonly Annex[];
  readonly isDraft: boolean;
}

/** Puts what stands in the fields a school added among the other lines of their sections, and says of a draft what its form requires and nobody has written. */
export function withOwnValues(sections: Sections, form: RecordForm, told: Told): Sections {
  const all: Sections = { ...sections };
  for (const section of form.sections) {
    const [paper, part] = [paperOf(section.key), ownPartOf(section)];
    const known = (all[paper]?.[part] ?? {}) as Record<string, PartValue>;
    const lines = section.fields.flatMap((field) => lineOf(field, known, told));
    if (lines.length === 0) continue;
    all[paper] = { ...all[paper], [part]: { ...known, ...Object.fromEntries(lines) } as PartValue };
  }
  return all;
}

function lineOf(field: FormField, known: Record<string, PartValue>, told: Told): [string, PartValue][] {
  if (field.own) {
    const value = valueOf(field, told);
    return value === undefined ? [] : [[ownLine(ownKey(field.name)!), value]];
  }
  const line = usualField(field.name)?.line?.[1];
  if (line === undefined || known[line] !== undefined || !told.isDraft) return [];
  return isWanted(field, told.core) && isHeard(field, told) ? [[line, null]] : [];
}

/** What the room said is in the copy of those who may hear it. */
const isHeard = ({ name }: FormField, { core, annexes }: Told): boolean =>
  fieldOf(name).place !== "room" || [core, ...annexes].some(({ room }) => room !== null);

/** What stands in a field; null where a draft still needs it, undefined where there is nothing to say. */
function valueOf(field: FormField, { core, annexes, isDraft }: Told): Words | null | undefined {
  const own = field.own!;
  if (own.source) return valueFromData(own.source, core);
  const written = [core.fields, ...annexes.map(({ fields }) => fields)].flatMap((fields) => {
    const one = fields[field.name];
    return one ? [one] : [];
  });
  if (written.length === 0) return isDraft && isWanted(field, core) ? null : undefined;
  return written.map((one) => asWords(field, one));
}

const isWanted = ({ required }: FormField, { conference }: Core): boolean =>
  required.some((outcome) => outcome === (conference.outcome ?? "held"));

function asWords({ name, own }: FormField, written: Written) {
  if (own!.kind === "tick") return word("added.ticked");
  if (own!.kind === "choice") return word(choiceWord(ownKey(name)!, written.text));
  if (own!.kind === "day") return { day: written.text };
  return said(written);
}

/** What stands in a field that is filled from what the school knows; undefined where it knows nothing. */
export const valueFromData = (source: DataSource, core: Core): Words | undefined =>
  source === "percentiles" ? percentiles(core) : credits(core);

function percentiles({ results }: Core): Words | undefined {
  const known = results.flatMap(({ percentile, area }) => (percentile ? [{ percentile, area }] : []));
  if (known.length === 0) return undefined;
  return known.flatMap(({ percentile, area }, at) => [
    ...(at > 0 ? ["·"] : []),
    word(area === "math" ? "added.mathPercentile" : "added.languageArtsPercentile", { percentile }),
  ]);
}

function credits({ credits: [audit] }: Core): Words | undefined {
  if (!audit) return undefined;
  return word("added.credits", { earned: audit.earned, required: audit.required });
}
