/* eslint-disable svelte/prefer-svelte-reactivity -- the maps are indexes; what is drawn from stands in $state */
import { listResults, type AssessmentResult } from "../assessments/result.api.ts";
import { isAway, offline, problemOf } from "../api/problem.ts";
import { Autosave } from "../autosave/autosave.svelte.ts";
import { listGoals, type StudentGoals } from "../goals/goal.api.ts";
import { network } from "../navigation/network.svelte.ts";
import { askKept, keepCopy, prepareDevice } from "../offline/kept-answers.ts";
import { listInvitable } from "../people/people.api.ts";
import { keptPhrases } from "../phrases/kept-phrases.svelte.ts";
import { language } from "../words/words.svelte.ts";
import { keptRows, keepRows } from "./kept-rows.ts";
import type { Act, KeptAct } from "./acts.ts";
import { copyPlace, findRecord, forgetRecord, keepRecord } from "./kept-room.ts";
import { Outbox, type Refusal } from "./outbox.svelte.ts";
import { withAct, withGoalAct } from "./shown-acts.ts";
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
  /** What is shown was not all told by the server just now. */
  #isOld = false;
  #goalsAreDue = false;
  #isPrepared = false;
  #outbox = $state.raw<Outbox | undefined>();
  #keeping: ReturnType<typeof setTimeout> | undefined;

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
      await this.#put(await this.#open(), askedAt);
      this.problem = undefined;
      await this.#loadFacts();
      void this.#keepHere();
    } catch (thrown) {
      // A room that is open stays open without network.
      if (this.record && isAway(thrown)) this.#isOld = true;
      else this.problem = thrown;
    }
  }

  /** The record from the server; while that is away, as this device keeps it. */
  async #open(): Promise<RecordReply> {
    try {
      const record = await openRecord(this.conferenceId);
      network.found();
      this.#isOld = false;
      return record;
    } catch (thrown) {
      const kept = !this.record && isAway(thrown) ? await findRecord(this.conferenceId) : undefined;
      if (!kept) throw thrown;
      network.lost();
      this.#isOld = true;
      return kept;
    }
  }

  async #put(told: RecordReply, askedAt: number): Promise<void> {
    this.#outbox ??= await this.#openOutbox(told);
    const record = this.#outbox.waiting.reduce(withAct, told);
    const before = this.record?.conference.outcome ?? null;
    this.record = record;
    for (const one of record.fields) this.#take(one);
    this.revision = record.revision;
    this.#putPlans(record.supportPlans, askedAt);
    if (record.conference.outcome && record.conference.outcome !== before)
      this.outcome = record.conference.outcome;
    this.rows = { questions: await this.#rowsOf("questions"), needs: await this.#rowsOf("needs") };
  }

  async #openOutbox({ id }: RecordReply): Promise<Outbox> {
    const outbox = new Outbox({ conferenceId: this.conferenceId, recordId: id }, (act, taken) =>
      this.#actTold(act, taken),
    );
    await outbox.restore();
    void outbox.flush();
    return outbox;
  }

  /** What waits to be told, and what the server did not take. */
  get outbox(): Outbox | undefined {
    return this.#outbox;
  }

  /** Does something that is no text: it shows at once, and is told as soon as there is network. */
  async act(act: Act): Promise<void> {
    const outbox = this.#outbox;
    if (!outbox || !this.record) return;
    const kept = await outbox.add(act);
    this.record = withAct(this.record, kept);
    if (this.goals) this.goals = withGoalAct(this.goals, kept);
    this.#keepSoon();
    await outbox.flush();
    const refusal = outbox.refused.find((one) => one.act.actId === kept.actId);
    if (!refusal || refusal.theirs !== undefined) return;
    outbox.dismiss(refusal);
    throw refusal.problem;
  }

  /** Somebody else had said otherwise, and hers stands. */
  async keepTheirs(refusal: Refusal): Promise<void> {
    this.#outbox?.dismiss(refusal);
    await this.load();
  }

  /** The record as it looks here, for the copy on this device. */
  get #asItStands(): RecordReply {
    const { record, revision, plans } = this;
    return { ...record!, revision, supportPlans: plans, fields: [...this.#known.values()] };
  }

  async #keepHere(): Promise<void> {
    if (this.#isOld) return;
    if (!this.isOpen) return await forgetRecord(this.conferenceId).catch(() => undefined);
    if (!this.record?.may.writeAll) return;
    this.#keepSoon();
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    const { personId } = this.record.student;
    await prepareDevice().catch(() => undefined);
    // What is asked for only when somebody opens it is asked ahead: then there may be no network.
    await Promise.allSettled([
      askKept(this.copy("invitable"), () => listInvitable(personId)),
      keptPhrases.look(),
    ]);
  }

  #keepSoon(): void {
    if (!this.record?.may.writeAll || !this.isOpen) return;
    this.#keeping ??= setTimeout(() => {
      this.#keeping = undefined;
      if (this.isOpen) void keepRecord(this.conferenceId, this.#asItStands).catch(() => undefined);
      if (this.isOpen && this.goals) void keepCopy(this.copy("goals"), this.goals).catch(() => undefined);
    }, 300);
  }

  /** Where a copy for this room lies on the device. */
  copy = (name: string): string => copyPlace(this.conferenceId, name);

  /** An act was answered: what it changed, or did not, is looked at, once nothing waits any more. */
  #actTold({ kind }: KeptAct, taken: boolean): void {
    this.stirred();
    if (!taken) return void this.load();
    if (kind === "attend" || kind === "leave" || this.#outbox?.waiting.length) return;
    void (kind === "goal" || kind === "report" ? this.loadGoals().catch(() => undefined) : this.load());
  }

  /** What stands beside the record; the network may go before it arrives, and the record stays open to write in. */
  async #loadFacts(): Promise<void> {
    const asked = await Promise.allSettled([this.lookAgain(), this.loadGoals(), this.#loadResults()]);
    const failed = asked.flatMap((one) => (one.status === "rejected" ? [problemOf(one.reason)] : []));
    if (failed.some((one) => isAway(one))) this.#isOld = true;
    const refused = failed.find((one) => !isAway(one));
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
    this.#outbox?.stop();
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
    const { student, season } = this.record;
    const goals = await askKept(this.copy("goals"), () => listGoals(student.personId, season.id));
    this.goalsAskedAt = askedAt;
    this.goals = (this.#outbox?.waiting ?? []).reduce(withGoalAct, goals);
    this.#goalsAreDue = false;
    this.lookSoon();
  }

  lookSoon(): void {
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => {
      if (this.#goalsAreDue) void this.loadGoals().catch(() => undefined);
      else void this.lookAgain().catch(() => undefined);
    }, 800);
  }

  /** A goal's words reached the server; the goals are asked for again, so that the copy here has them. */
  goalSaved(): void {
    this.#goalsAreDue = true;
    this.stirred();
  }

  /** Waits until what was done before has been told, since words may stand on it; throws while the server is away. */
  async actsTold(): Promise<void> {
    await this.#outbox?.flush();
    if (this.#outbox?.waiting.length) throw offline();
  }

  /** A change that is not a field reached the server. */
  changed({ revision, voided }: { revision: number; voided: boolean }): void {
    // A gap means that somebody else wrote between: the next look begins where we last saw everything.
    if (revision === this.revision + 1) this.revision = revision;
    if (voided) this.voided = true;
    if (this.record?.state === "read-back")
      this.record = { ...this.record, state: "draft", acknowledgements: [] };
    this.lookSoon();
    this.#keepSoon();
  }

  async #save(part: string, field: string, { base, value }: { base: string; value: string }) {
    const saving = {
      part,
      field,
      base: valueOf(base),
      value: valueOf(value),
      language: this.#tags.get(field) ?? language(),
    };
    await this.actsTold();
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
    const ask = () => listResults(this.record!.student.personId);
    this.results = (await askKept(this.copy("results"), ask)).results;
  }

  async #rowsOf(list: ListName): Promise<RowField[]> {
    const prefix = `${list}.`;
    const saved = [...this.#known.values()]
      .filter(({ field, value }) => field.startsWith(prefix) && value !== null)
      .map(({ field }) => field.slice(prefix.length));
    const begun = await keptRows(this.record!.id, list, this.#partOf(list)).catch(() => []);
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
    if (changes.state === "sealed" || changes.stirred || this.#isOld) return void (await this.load());
    if (changes.state !== this.record.state) this.record = { ...this.record, state: changes.state };
    if (changes.revision <= this.revision) return;
    this.revision = changes.revision;
    for (const one of changes.fields) this.#take(one);
    if (changes.supportPlans) this.#putPlans(changes.supportPlans, askedAt);
    this.lookSoon();
    this.#keepSoon();
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
