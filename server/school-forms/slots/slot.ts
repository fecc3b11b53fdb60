import { readFileSync } from "node:fs";
import { join } from "node:path";
import { takes } from "#server/forms/foreign/mapping/suggest-mapping.ts";
import type { FieldKind, ForeignField } from "#server/forms/foreign/foreign-form.ts";
import type { Labels } from "#server/record-templates/definition/definition.contract.ts";
import { projectRoot } from "#server/project-root.ts";

/** Something of a record that a form may show. */
export interface FormSlotDefinition {
  readonly id: string;
  readonly kind: FieldKind;
  /** The heading it stands under where it is chosen. */
  readonly group: string;
  /** How many of it a form may ask for. */
  readonly rows: number;
  /** What forms call it, in any language. */
  readonly words: readonly string[];
  /** What a school calls it, where one of its record forms added it. */
  readonly own?: { readonly form: string; readonly label: Labels; readonly choice: Labels | null };
}

/** What a record says in a slot: words, a day, whether something holds, or one of a few things by its key. */
export interface SlotValue {
  readonly text?: string;
  readonly day?: string;
  readonly isTrue?: boolean;
  readonly key?: string;
}

/** Every slot's values, row by row. */
export type SlotValues = Record<string, readonly SlotValue[]>;

interface Listed extends Omit<FormSlotDefinition, "rows"> {
  readonly rows?: number;
  /** Of a choice: each of its keys is a box to tick as well. */
  readonly keys?: Record<string, readonly string[]>;
}

let known: readonly FormSlotDefinition[] | undefined;

/** Every slot, read once from `templates/school-forms/slots.json`; each key of a choice is a tick of its own, `met-how=video`. */
export function listSlots(): readonly FormSlotDefinition[] {
  return (known ??= read().flatMap(({ keys = {}, rows = 1, ...slot }) => [
    { ...slot, rows },
    ...Object.entries(keys).map(
      ([key, words]) =>
        ({ id: `${slot.id}=${key}`, kind: "tick", group: slot.group, rows: 1, words }) as const,
    ),
  ]));
}

const read = (): readonly Listed[] =>
  JSON.parse(readFileSync(join(projectRoot, "templates/school-forms/slots.json"), "utf8")) as Listed[];

/** Whether a field can show a slot. */
export const fits = (field: Pick<ForeignField, "kind">, slot: Pick<FormSlotDefinition, "kind">): boolean =>
  takes[field.kind].includes(slot.kind);
