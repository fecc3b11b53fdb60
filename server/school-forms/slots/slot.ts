import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FieldKind, ForeignField } from "#server/forms/foreign/foreign-form.ts";
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

/** The slot of this name, if there is one. */
export const findSlot = (id: string): FormSlotDefinition | undefined =>
  listSlots().find((slot) => slot.id === id);

const takes: Record<FieldKind, readonly FieldKind[]> = {
  text: ["text", "date", "choice", "signature"],
  date: ["date"],
  tick: ["tick"],
  choice: ["choice", "text"],
  signature: ["signature"],
};

/** Whether a field can show a slot. */
export const fits = (field: Pick<ForeignField, "kind">, slot: Pick<FormSlotDefinition, "kind">): boolean =>
  takes[field.kind].includes(slot.kind);
