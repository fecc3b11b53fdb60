import type { Autosave } from "../autosave/autosave.svelte.ts";
import type { FieldValue } from "./record.api.ts";

/** The lists of the record, and what stands in a row of each. */
export const rowColumns = {
  questions: ["question", "saidBy", "agreed", "owner"],
  needs: ["need", "what", "noneBecause"],
  teachers: ["teacher", "name", "question"],
  talk: ["question"],
  activities: ["goal", "what"],
  resources: ["title", "about", "address"],
} as const;
export type ListName = keyof typeof rowColumns;
export const listNames = Object.keys(rowColumns) as ListName[];

/** One row of a list: its columns travel together as one field that saves itself. */
export class RowField {
  readonly id: string;
  readonly saving: Autosave;
  readonly #columns: readonly string[];

  constructor(id: string, saving: Autosave, columns: readonly string[]) {
    this.id = id;
    this.saving = saving;
    this.#columns = columns;
  }

  get(column: string): string {
    return columnsOf(this.saving.value)[column] ?? "";
  }

  set(column: string, text: string): void {
    this.saving.value = rowText({ ...columnsOf(this.saving.value), [column]: text }, this.#columns);
  }

  /** The row is taken out. */
  empty(): void {
    this.saving.value = "";
  }

  /** The row in one line, for choosing between two of them. */
  say = (text: string): string =>
    this.#columns
      .map((column) => columnsOf(text)[column])
      .filter(Boolean)
      .join(" · ");
}

const rowMark = "\u0001";

const columnsOf = (text: string): Record<string, string> =>
  text.startsWith(rowMark) ? (JSON.parse(text.slice(1)) as Record<string, string>) : {};

const rowText = (columns: Record<string, string>, order: readonly string[]): string => {
  const filled = order.filter((column) => columns[column]);
  if (filled.length === 0) return "";
  return rowMark + JSON.stringify(Object.fromEntries(filled.map((column) => [column, columns[column]])));
};

/** A field's value as a text that Autosave can hold and compare. */
export function textOf(value: FieldValue): string {
  if (value === null || typeof value === "string") return value ?? "";
  const order = Object.values(rowColumns).find((columns) =>
    Object.keys(value).every((key) => (columns as readonly string[]).includes(key)),
  );
  return rowText(value, order ?? Object.keys(value).sort());
}

/** The same text as the server's value. */
export function valueOf(text: string): FieldValue {
  if (text === "") return null;
  return text.startsWith(rowMark) ? columnsOf(text) : text;
}
