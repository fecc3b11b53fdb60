import { Invalid } from "#server/http/problems.ts";
import type {
  OwnField,
  TemplateDefinition,
} from "#server/record-templates/definition/definition.contract.ts";
import { ownKey, ownName } from "#server/record-templates/definition/resolve-form.ts";
import type { FieldValue } from "./record.contract.ts";

/** What can be written in a field. An `entries` field holds any number of rows, each saved for itself. */
export type FieldKind = "text" | "line" | "day" | "choice" | "entries";

/** `core`: the common part. `room`: what was said in the room, which stays with a household that met apart. `annex`: a household's own part. */
export type FieldPlace = "core" | "room" | "annex";

/** One thing a record asks for. */
export interface RecordField {
  readonly kind: FieldKind;
  /** Who it is for; the adviser may type a student's words for her, never the other way round. */
  readonly by: "student" | "adviser";
  readonly place: FieldPlace;
  readonly maxLength: number;
  readonly choices?: readonly string[];
  readonly columns?: readonly string[];
}

const text = { kind: "text", by: "adviser", place: "core", maxLength: 4000 } as const;
const hers = { ...text, by: "student" } as const;
const said = { ...text, place: "room" } as const;

/** Everything the conference record asks for, in the order people meet it. Goals and attendance are not fields: they have rows of their own. */
export const recordFields = {
  proud: hers,
  growth: hers,
  strengths: hers,
  growthAreas: hers,
  support: hers,
  afterSchool: hers,
  adviserStrengths: text,
  resultsSaid: hers,
  languageArtsNote: text,
  languageArtsNotTested: { ...text, kind: "line", maxLength: 300 },
  mathNote: text,
  mathNotTested: { ...text, kind: "line", maxLength: 300 },
  celebrations: said,
  celebrationsBy: { ...said, kind: "line", maxLength: 120 },
  concerns: said,
  concernsBy: { ...said, kind: "line", maxLength: 120 },
  questions: {
    ...said,
    kind: "entries",
    maxLength: 1000,
    columns: ["question", "saidBy", "agreed", "owner"],
  },
  needs: { ...text, kind: "entries", maxLength: 1000, columns: ["need", "what", "noneBecause"] },
  teachers: { ...text, kind: "entries", maxLength: 1000, columns: ["teacher", "name", "question"] },
  talk: { ...text, kind: "entries", maxLength: 300, columns: ["question"] },
  activities: { ...text, kind: "entries", maxLength: 300, columns: ["what", "goal"] },
  resources: { ...text, kind: "entries", maxLength: 300, columns: ["title", "about", "address"] },
  nextCheckIn: { ...text, kind: "day", maxLength: 10 },
  remains: text,
  continuesOn: { ...text, kind: "day", maxLength: 10 },
  continuation: { ...text, kind: "choice", maxLength: 40, choices: ["to-be-arranged"] },
  nextStep: text,
  comments: { ...text, place: "annex" },
} as const satisfies Record<string, RecordField>;

export type FieldName = keyof typeof recordFields;

const rowId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The field a key belongs to: "proud", or one row of a list, "questions.0198…". */
export function fieldOf(key: string): RecordField {
  const [name = "", row, ...rest] = key.split(".");
  const field = Object.hasOwn(recordFields, name) ? recordFields[name as FieldName] : undefined;
  const fits = field?.kind === "entries" ? row !== undefined && rowId.test(row) : row === undefined;
  if (!field || !fits || rest.length > 0) throw new Invalid("field", "The record has no such field.");
  return field;
}

/** A field the record's school added to its form; throws 400 where its form has none of that name, or fills it by itself. */
export const ownFieldOf = (name: string, definition: TemplateDefinition | undefined): RecordField =>
  ownFieldFor(ownFieldsIn(definition).find(({ key }) => key === ownKey(name)));

/** What can be written in a field a school added, and where; throws 400 for none, and for one that is filled by itself. */
export function ownFieldFor(own: Pick<OwnField, "kind" | "by" | "choices"> | null | undefined): RecordField {
  if (!own || own.kind === "data") throw new Invalid("field", "The record has no such field.");
  const { kind, by, choices } = own;
  const shape = {
    by: by === "student" ? "student" : "adviser",
    // What the family said stays with a household that met apart.
    place: by === "family" ? "room" : "core",
  } as const;
  if (kind === "tick") return { ...shape, kind: "choice", maxLength: 3, choices: [ticked] };
  if (kind === "choice")
    return { ...shape, kind, maxLength: 30, choices: choices.map((choice) => choice.key) };
  return { ...shape, kind, maxLength: { text: 4000, line: 300, day: 10 }[kind] };
}

/** The value of a field that is ticked. */
export const ticked = "yes";

const ownFieldsIn = (definition: TemplateDefinition | undefined): OwnField[] =>
  (definition?.sections ?? [])
    .filter(({ isLeftOut }) => !isLeftOut)
    .flatMap(({ fields }) => fields.flatMap((field) => (field.is === "own" ? [field] : [])));

/** The keys a student may read and write before the record is finished. */
export const studentFieldsIn = (definition: TemplateDefinition | undefined): string[] => [
  ...Object.entries(recordFields)
    .filter(([, field]) => field.by === "student")
    .map(([name]) => name),
  ...ownFieldsIn(definition)
    .filter(({ by }) => by === "student")
    .map(({ key }) => ownName(key)),
];

/** Refuses a value its field cannot hold; null empties a field. */
export function checkValue(field: RecordField, value: FieldValue): void {
  if (value === null) return;
  if (field.kind === "entries") return checkEntry(field, value);
  if (typeof value !== "string") throw new Invalid("value", "This field holds words.");
  if (value.length > field.maxLength)
    throw new Invalid("value", `At most ${field.maxLength} characters fit here.`, "too-long");
  if (field.kind === "line" && /[\r\n]/.test(value)) throw new Invalid("value", "This is one line.");
  if (field.kind === "day" && !isDay(value)) throw new Invalid("value", "This is not a day.");
  if (field.choices && !field.choices.includes(value))
    throw new Invalid("value", "This is not a choice here.");
}

function checkEntry(field: RecordField, value: FieldValue): void {
  if (typeof value !== "object" || value === null) throw new Invalid("value", "This field holds rows.");
  for (const [column, words] of Object.entries(value)) {
    if (!field.columns?.includes(column)) throw new Invalid("value", `There is no column “${column}”.`);
    if (words.length > field.maxLength)
      throw new Invalid("value", `At most ${field.maxLength} characters fit here.`, "too-long");
  }
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
