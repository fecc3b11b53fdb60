/* eslint-disable svelte/prefer-svelte-reactivity -- the maps are indexes; what is drawn from stands in $state */
import { Autosave } from "../autosave/autosave.svelte.ts";
import { language } from "../words/words.svelte.ts";
import { keptRows, keepRows } from "./kept-rows.ts";
import type { FieldNow, FieldSaved, FieldSaving } from "./record.api.ts";
import { listNames, rowColumns, RowField, textOf, valueOf, type ListName } from "./row-field.svelte.ts";

const pauseInCompany = 600;
const pauseAlone = 4000;

/** What the fields need of their room. */
interface Surroundings {
  readonly record: () => { id: string; zone: string } | undefined;
  readonly roomPart: () => string;
  readonly save: (saving: FieldSaving) => Promise<FieldSaved>;
  /** Somebody else has the room open, and is to see what is typed. */
  readonly inCompany: () => boolean;
}

/** The fields of a record and the rows of its lists: each is made once and saves itself. */
export class RoomFields {
  rows = $state.raw<Record<ListName, RowField[]>>(eachList(() => []));
  readonly #room: Surroundings;
  readonly #fields = new Map<string, Autosave>();
  /** What somebody else wrote first keeps its language: a family's question in Spanish. */
  readonly #tags = new Map<string, string>();
  readonly #known = new Map<string, FieldNow>();

  constructor(room: Surroundings) {
    this.#room = room;
  }

  /** What the server has, as far as it is known here. */
  get known(): FieldNow[] {
    return [...this.#known.values()];
  }

  /** The field that saves itself; made once. */
  field(name: string, part = "core"): Autosave {
    const key = `${part}/${name}`;
    const known = this.#fields.get(key);
    if (known) return known;
    const record = this.#room.record();
    const made = new Autosave(
      `record:${record?.id}:${key}`,
      textOf(this.#known.get(key)?.value ?? null),
      (change) => this.#save(part, name, change),
      {
        zone: record?.zone ?? "UTC",
        currentOf: (now) => textOf((now as FieldNow).value),
        longest: () => (this.#room.inCompany() ? pauseInCompany : pauseAlone),
      },
    );
    this.#fields.set(key, made);
    return made;
  }

  /** Puts what somebody else wrote into a field; it keeps its language. */
  put(name: string, part: string, text: string, tag: string): void {
    this.#tags.set(name, tag);
    this.field(name, part).value = text;
  }

  /** Begins a row of a list; its id is the writer's, so it can begin without network. */
  addRow(list: ListName, columns: Record<string, string> = {}, tag?: string): RowField {
    const row = this.#row(list, crypto.randomUUID());
    if (tag) this.#tags.set(`${list}.${row.id}`, tag);
    for (const [column, text] of Object.entries(columns)) row.set(column, text);
    this.#putRows(list, [...this.rows[list], row]);
    return row;
  }

  removeRow(list: ListName, row: RowField): void {
    row.empty();
    this.#putRows(
      list,
      this.rows[list].filter((one) => one !== row),
    );
  }

  /** Takes what the server has in one field. */
  take(one: FieldNow): void {
    // Our own newer words were answered while this was on its way.
    if ((this.#known.get(keyOf(one))?.revision ?? -1) >= one.revision) return;
    this.#known.set(keyOf(one), one);
    this.#fields.get(keyOf(one))?.refresh(textOf(one.value));
    const [list, id] = one.field.split(".") as [ListName, string | undefined];
    if (id === undefined || !(list in this.rows)) return;
    const known = this.rows[list].find((row) => row.id === id);
    if (!known && one.value !== null)
      this.rows = { ...this.rows, [list]: [...this.rows[list], this.#row(list, id)] };
    if (known && one.value === null && !known.saving.isPending)
      this.rows = { ...this.rows, [list]: this.rows[list].filter((row) => row !== known) };
  }

  /** Puts the lists together: what the server has, and what was begun here. */
  async gatherRows(): Promise<void> {
    const rows = await Promise.all(listNames.map((list) => this.#rowsOf(list)));
    this.rows = eachList((_, at) => rows[at]!);
  }

  /** Sends what is typed; true when all of it has reached the server. */
  async flush(): Promise<boolean> {
    const fields = [...this.#fields.values()];
    await Promise.all(fields.map((field) => field.flush()));
    return fields.every((field) => !field.isPending);
  }

  stop(): void {
    for (const field of this.#fields.values()) field.stop();
  }

  async #save(part: string, field: string, { base, value }: { base: string; value: string }): Promise<void> {
    const tag = this.#tags.get(field) ?? language();
    const now = valueOf(value);
    const { revision } = await this.#room.save({
      part,
      field,
      base: valueOf(base),
      value: now,
      language: tag,
    });
    this.#known.set(`${part}/${field}`, { part, field, value: now, language: tag, revision });
  }

  async #rowsOf(list: ListName): Promise<RowField[]> {
    const prefix = `${list}.`;
    const saved = this.known
      .filter(({ field, value }) => field.startsWith(prefix) && value !== null)
      .map(({ field }) => field.slice(prefix.length));
    const begun = await keptRows(this.#room.record()!.id, list, this.#partOf(list)).catch(() => []);
    // A row just begun has no words yet, and somebody is about to write in it.
    const empty = this.rows[list].map(({ id }) => id).filter((id) => !this.#isKnown(id));
    return [...new Set([...saved, ...begun, ...empty])].map((id) => this.#row(list, id));
  }

  #row = (list: ListName, id: string): RowField =>
    new RowField(id, this.field(`${list}.${id}`, this.#partOf(list)), rowColumns[list]);

  #partOf = (list: ListName): string => (list === "questions" ? this.#room.roomPart() : "core");

  #isKnown = (id: string): boolean => [...this.#known.keys()].some((key) => key.endsWith(id));

  #putRows(list: ListName, rows: RowField[]): void {
    this.rows = { ...this.rows, [list]: rows };
    const unknown = rows.filter(({ id }) => !this.#isKnown(id)).map(({ id }) => id);
    void keepRows(this.#room.record()!.id, list, unknown);
  }
}

const eachList = (of: (list: ListName, at: number) => RowField[]): Record<ListName, RowField[]> =>
  Object.fromEntries(listNames.map((list, at) => [list, of(list, at)])) as Record<ListName, RowField[]>;

const keyOf = ({ part, field }: FieldNow): string => `${part}/${field}`;
