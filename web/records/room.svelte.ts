/* eslint-disable svelte/prefer-svelte-reactivity -- the maps are indexes; what is drawn from stands in $state */
import { listResults, type AssessmentResult } from "../assessments/result.api.ts";
import { problemOf } from "../api/problem.ts";
import { Autosave } from "../autosave/autosave.svelte.ts";
import { listGoals, type StudentGoals } from "../goals/goal.api.ts";
import { language } from "../words/words.svelte.ts";
import { keptRows, keepRows } from "./kept-rows.ts";
import { RoomFollower } from "./room-follower.ts";
import { rowColumns, RowField, textOf, valueOf, type ListName } from "./row-field.svelte.ts";
import {
  listMissing,
  openRecord,
  saveField,
  type Changes,
  type FieldNow,
  type Intervention,
  type Missing,
  type Outcome,
  type RecordReply,
} from "./record.api.ts";

const pauseInCompany = 600;
const pauseAlone = 4000;
type Flushable = { flush: () => Promise<void> };

/** The record of one conference as the room writes it: each field saves itself, other devices' words arrive every two seconds. */
export class Room {
  record = $state.raw<RecordReply | undefined>();
  goals = $state.raw<StudentGoals | undefined>();
  results = $state.raw<AssessmentResult[]>([]);
  missing = $state.raw<Missing | undefined>();
  problem = $state.raw<unknown>();
  plans = $state.raw<Intervention[]>([]);
  /** When plans and goals were asked for, by `performance.now()`: a field saved since then is newer. */
  plansAskedAt = 0;
  goalsAskedAt = 0;
  rows = $state.raw<Record<ListName, RowField[]>>({ questions: [], needs: [] });
  /** Names had been typed under it when it was changed. */
  voided = $state(false);
  /** How the adviser thinks it will end: what is missing depends on it. */
  outcome = $state<Outcome>("held");
  revision = $state(0);

  readonly conferenceId: string;
  readonly #fields = new Map<string, Autosave>();
  readonly #goals = new Set<Flushable>();
  /** What somebody else wrote first keeps its language: a family's question in Spanish. */
  readonly #tags = new Map<string, string>();
  readonly #known = new Map<string, FieldNow>();
  readonly #follower = new RoomFollower({
    recordId: () => (this.isOpen ? this.record?.id : undefined),
    since: () => this.revision,
    take: (changes, askedAt) => this.#takeAll(changes, askedAt),
  });
  #looking: ReturnType<typeof setTimeout> | undefined;
  #factsAreDue = false;

  constructor(conferenceId: string) {
    this.conferenceId = conferenceId;
  }

  /** 'core', or the household that meets apart. */
  roomPart = $derived(
    this.record?.conference.householdKey === "joint" ? "core" : (this.record?.conference.householdKey ?? ""),
  );
  isOpen = $derived(this.record?.state === "draft" || this.record?.state === "read-back");

  async load(): Promise<void> {
    try {
      const askedAt = performance.now();
      const record = await openRecord(this.conferenceId);
      const before = this.record?.conference.outcome ?? null;
      this.record = record;
      for (const one of record.fields) this.#take(one);
      this.revision = record.revision;
      this.#putPlans(record.supportPlans, askedAt);
      if (record.conference.outcome && record.conference.outcome !== before)
        this.outcome = record.conference.outcome;
      this.rows = { questions: await this.#rowsOf("questions"), needs: await this.#rowsOf("needs") };
      this.problem = undefined;
      await this.#loadFacts();
    } catch (thrown) {
      // A room that is open stays open without network.
      if (this.record && problemOf(thrown).code === "offline") this.#factsAreDue = true;
      else this.problem = thrown;
    }
  }

  /** What stands beside the record; the network may go before it arrives, and the record stays open to write in. */
  async #loadFacts(): Promise<void> {
    const asked = await Promise.allSettled([this.lookAgain(), this.loadGoals(), this.#loadResults()]);
    const failed = asked.flatMap((one) => (one.status === "rejected" ? [problemOf(one.reason)] : []));
    this.#factsAreDue = failed.some(({ code }) => code === "offline");
    const refused = failed.find(({ code }) => code !== "offline");
    if (refused) throw refused;
  }

  /** Asks for other devices' words until `stop`. */
  follow(): void {
    this.#follower.start();
  }

  /** Asks now for what other devices wrote. */
  catchUp = (): Promise<void> => this.#follower.look();

  /** Who came, a goal, how it ended: what is no field, and other devices are to see. */
  stirred(): void {
    this.#follower.stir();
    this.lookSoon();
  }

  stop = (): void => {
    this.#follower.stop();
    clearTimeout(this.#looking);
    for (const field of this.#fields.values()) field.stop();
  };

  /** The field that saves itself; made once. */
  field(name: string, part = "core"): Autosave {
    const key = `${part}/${name}`;
    const known = this.#fields.get(key);
    if (known) return known;
    const made = new Autosave(
      `record:${this.record?.id}:${key}`,
      textOf(this.#known.get(key)?.value ?? null),
      (change) => this.#save(part, name, change),
      {
        zone: this.record?.zone ?? "UTC",
        currentOf: (now) => textOf((now as FieldNow).value),
        longest: () => (this.#follower.others ? pauseInCompany : pauseAlone),
      },
    );
    this.#fields.set(key, made);
    return made;
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

  /** A goal on the page, whose fields are waited for too. */
  keep = (goal: Flushable): void => void this.#goals.add(goal);
  let = (goal: Flushable): void => void this.#goals.delete(goal);

  /** Waits until everything typed here has reached the server. */
  async flush(): Promise<boolean> {
    await Promise.all([...this.#goals].map((goal) => goal.flush()));
    await Promise.all([...this.#fields.values()].map((field) => field.flush()));
    return [...this.#fields.values()].every((field) => !field.isPending);
  }

  /** What is still needed, asked again after something changed. */
  async lookAgain(): Promise<void> {
    if (!this.record || !this.isOpen || !this.record.may.writeAll) return;
    this.missing = await listMissing(this.record.id, this.outcome);
  }

  async loadGoals(): Promise<void> {
    if (!this.record) return;
    const askedAt = performance.now();
    const goals = await listGoals(this.record.student.personId, this.record.season.id);
    this.goalsAskedAt = askedAt;
    this.goals = goals;
    this.lookSoon();
  }

  lookSoon(): void {
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => void this.lookAgain().catch(() => undefined), 800);
  }

  /** A change that is not a field reached the server. */
  changed({ revision, voided }: { revision: number; voided: boolean }): void {
    // A gap means that somebody else wrote between: the next look begins where we last saw everything.
    if (revision === this.revision + 1) this.revision = revision;
    if (voided) this.voided = true;
    if (this.record?.state === "read-back")
      this.record = { ...this.record, state: "draft", acknowledgements: [] };
    this.lookSoon();
  }

  async #save(part: string, field: string, { base, value }: { base: string; value: string }) {
    const saving = {
      part,
      field,
      base: valueOf(base),
      value: valueOf(value),
      language: this.#tags.get(field) ?? language(),
    };
    const saved = await saveField(this.record!.id, saving);
    const { value: now, language: tag } = saving;
    this.#known.set(`${part}/${field}`, { part, field, value: now, language: tag, revision: saved.revision });
    this.changed(saved);
  }

  #putPlans(plans: Intervention[], askedAt: number): void {
    this.plansAskedAt = askedAt;
    this.plans = plans;
  }

  async #loadResults(): Promise<void> {
    this.results = (await listResults(this.record!.student.personId)).results;
  }

  async #rowsOf(list: ListName): Promise<RowField[]> {
    const prefix = `${list}.`;
    const saved = [...this.#known.values()]
      .filter(({ field, value }) => field.startsWith(prefix) && value !== null)
      .map(({ field }) => field.slice(prefix.length));
    const begun = await keptRows(this.record!.id, list, this.#partOf(list));
    // A row just begun has no words yet, and somebody is about to write in it.
    const empty = this.rows[list].map(({ id }) => id).filter((id) => !this.#isKnown(id));
    return [...new Set([...saved, ...begun, ...empty])].map((id) => this.#row(list, id));
  }

  #row = (list: ListName, id: string): RowField =>
    new RowField(id, this.field(`${list}.${id}`, this.#partOf(list)), rowColumns[list]);

  #partOf = (list: ListName): string => (list === "questions" ? this.roomPart : "core");

  #isKnown = (id: string): boolean => [...this.#known.keys()].some((key) => key.endsWith(id));

  #putRows(list: ListName, rows: RowField[]): void {
    this.rows = { ...this.rows, [list]: rows };
    const unknown = rows.filter(({ id }) => !this.#isKnown(id));
    void keepRows(
      this.record!.id,
      list,
      unknown.map(({ id }) => id),
    );
  }

  async #takeAll(changes: Changes, askedAt: number): Promise<void> {
    if (!this.record || !this.isOpen) return;
    if (this.#factsAreDue) await this.#loadFacts().catch(() => undefined);
    if (changes.state === "sealed" || changes.stirred) return void (await this.load());
    if (changes.state !== this.record.state) this.record = { ...this.record, state: changes.state };
    if (changes.revision <= this.revision) return;
    this.revision = changes.revision;
    for (const one of changes.fields) this.#take(one);
    if (changes.supportPlans) this.#putPlans(changes.supportPlans, askedAt);
    this.lookSoon();
  }

  #take(one: FieldNow): void {
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
}

const keyOf = ({ part, field }: FieldNow): string => `${part}/${field}`;
