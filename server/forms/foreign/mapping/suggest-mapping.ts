import type { FieldKind, ForeignField } from "../foreign-form.ts";
import { namesOf } from "./field-words.ts";

/** Something that may go into a form, and the phrases forms call it by. */
export interface Slot {
  id: string;
  kind: FieldKind;
  words: string[];
  /** How many rows of it there are; left out: as many as the form asks for. */
  rows?: number;
}

/** A field and what seems to belong there. */
export interface Suggestion {
  field: string;
  slot: string;
  /** Counted from 1; null where the field names no row. */
  row: number | null;
  /** From 0 to 1: how much of the field's words the slot's words explain. */
  score: number;
}

const LEAST = 0.7;
/** Two slots closer than this are as good as each other, and then neither is suggested. */
const CLOSE = 0.05;

/** What each kind of field can show. */
export const takes: Record<FieldKind, readonly FieldKind[]> = {
  text: ["text", "date", "choice", "signature"],
  date: ["date"],
  tick: ["tick"],
  choice: ["choice", "text"],
  signature: ["signature"],
};

/** Suggests what belongs into each field, as far as names and tooltips tell; nothing when unsure, and nothing twice. */
export function suggestMapping(fields: ForeignField[], slots: Slot[]): Suggestion[] {
  const found = fields.flatMap((field) => bestFor(field, slots) ?? []);
  const taken = new Set<string>();
  const kept = found
    .toSorted((one, other) => other.score - one.score)
    .filter(({ slot, row }) => {
      const place = `${slot} ${row ?? 1}`;
      return !taken.has(place) && taken.add(place);
    });
  return found.filter((each) => kept.includes(each));
}

function bestFor(field: ForeignField, slots: Slot[]): Suggestion | undefined {
  const names = namesOf(field);
  const [best, next] = slots
    .filter((slot) => takes[field.kind].includes(slot.kind))
    .flatMap((slot) => names.map(({ words, row }) => ({ slot, row, score: scoreOf(slot, words) })))
    .filter(({ slot, row }) => (row ?? 1) <= (slot.rows ?? Infinity))
    .toSorted((one, other) => other.score - one.score)
    .filter(({ slot }, index, all) => all.findIndex((each) => each.slot === slot) === index);
  if (!best || best.score < LEAST || (next && best.score - next.score < CLOSE)) return undefined;
  return { field: field.name, slot: best.slot.id, row: best.row, score: Math.round(best.score * 100) / 100 };
}

/** The best of a slot's phrases: all of its words must occur; every word more in the name makes it less likely. */
function scoreOf({ words: phrases }: Slot, said: string[]): number {
  const scores = phrases.map((phrase) => {
    const wanted = namesOf({ name: phrase, tooltip: null })[0]?.words ?? [];
    if (wanted.length === 0 || !wanted.every((word) => said.includes(word))) return 0;
    return (2 * wanted.length) / (wanted.length + said.length);
  });
  return Math.max(0, ...scores);
}
