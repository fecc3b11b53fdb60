import { listResults, type AssessmentResult } from "../assessments/result.api.ts";
import { isAway, offline, problemOf } from "../api/problem.ts";
import type { Autosave } from "../autosave/autosave.svelte.ts";
import { listGoals } from "../goals/goal.api.ts";
import { network } from "../navigation/network.svelte.ts";
import type { Act, KeptAct } from "./acts.ts";
import { KeptRoom, type Standing } from "./kept-room.ts";
import { Outbox, type Refusal } from "./outbox.svelte.ts";
import { RoomGoals } from "./room-goals.svelte.ts";
import { withAct } from "./shown-acts.ts";
import { RoomFollower } from "./room-follower.ts";
import { RoomFields } from "./room-fields.svelte.ts";
import type { ListName, RowField } from "./row-field.svelte.ts";
import {
  listMissing,
  openRecord,
  saveField,
  type Changes,
  type FieldSaved,
  type FieldSaving,
  type Intervention,
  type Missing,
  type Outcome,
  type RecordReply,
} from "./record.api.ts";

/** The record of one conference as the room writes it, with network or without: what is typed saves itself, what is done is told, and other devices' words come in. */
export class Room {
  record = $state.raw<RecordReply | undefined>();
  results = $state.raw<AssessmentResult[]>([]);
  missing = $state.raw<Missing | undefined>();
  problem = $state.raw<unknown>();
  plans = $state.raw<Intervention[]>([]);
  /** When plans were asked for, by `performance.now()`: a field saved since then is newer. */
  plansAskedAt = 0;
  /** Names had been typed under it when it was changed. */
  voided = $state(false);
  /** How the adviser thinks it will end: what is missing depends on it. */
  outcome = $state<Outcome>("held");
  revision = $state(0);

  readonly conferenceId: string;
  readonly kept: KeptRoom;
  readonly goals = new RoomGoals({
    ask: () => this.#askGoals(),
    waiting: () => this.#outbox?.waiting ?? [],
  });
  readonly #fields = new RoomFields({
    record: () => this.record,
    roomPart: () => this.roomPart,
    save: (saving) => this.#save(saving),
    inCompany: () => this.#follower.others,
  });
  readonly #follower = new RoomFollower({
    recordId: () => (this.isOpen ? this.record?.id : undefined),
    since: () => this.revision,
    take: (changes, askedAt) => this.#takeAll(changes, askedAt),
  });
  #looking: ReturnType<typeof setTimeout> | undefined;
  /** What is shown was not all told by the server just now. */
  #isOld = false;
  #outbox = $state.raw<Outbox | undefined>();
  #loading: Promise<void> = Promise.resolve();

  constructor(conferenceId: string) {
    this.conferenceId = conferenceId;
    this.kept = new KeptRoom(conferenceId, () => this.#standing);
  }

  /** 'core', or the household that meets apart. */
  roomPart = $derived(
    this.record?.conference.householdKey === "joint" ? "core" : (this.record?.conference.householdKey ?? ""),
  );
  isOpen = $derived(this.record?.state === "draft" || this.record?.state === "read-back");

  /** Looks at everything again; one look after the other, so that the last one stands. */
  load(): Promise<void> {
    this.#loading = this.#loading.then(() => this.#load());
    return this.#loading;
  }

  async #load(): Promise<void> {
    try {
      const askedAt = performance.now();
      await this.#put(await this.#open(), askedAt);
      this.problem = undefined;
      await this.#loadFacts();
      if (!this.#isOld) void this.kept.prepare().catch(() => undefined);
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
      const kept = !this.record && isAway(thrown) ? await this.kept.find() : undefined;
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
    for (const one of record.fields) this.#fields.take(one);
    this.revision = record.revision;
    this.#putPlans(record.supportPlans, askedAt);
    if (record.conference.outcome && record.conference.outcome !== before)
      this.outcome = record.conference.outcome;
    await this.#fields.gatherRows();
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

  /** Does something that is no text: it shows at once (`onshown`), and is told as soon as there is network. */
  async act(act: Act, onshown?: () => void): Promise<void> {
    const outbox = this.#outbox;
    if (!outbox || !this.record) return;
    const kept = await outbox.add(act);
    this.record = withAct(this.record, kept);
    this.goals.take(kept);
    onshown?.();
    this.kept.keepSoon();
    await outbox.flush();
    const refusal = outbox.refused.find((one) => one.act.actId === kept.actId);
    if (!refusal || refusal.theirs !== undefined) return;
    await outbox.dismiss(refusal);
    throw refusal.problem;
  }

  /** Somebody else had said otherwise, and hers stands. */
  async keepTheirs(refusal: Refusal): Promise<void> {
    await this.#outbox?.dismiss(refusal);
    await this.load();
  }

  /** The room as it looks here, for the copy on this device; only of what is still written, and for who may write it. */
  get #standing(): Standing | undefined {
    const { record, revision, plans, goals } = this;
    if (!record?.may.writeAll || !this.isOpen) return undefined;
    const shown = { ...record, revision, supportPlans: plans, fields: this.#fields.known };
    return { record: shown, goals: goals.told };
  }

  /** An act was answered: what it changed, or did not, is looked at, once nothing waits any more. */
  #actTold({ kind }: KeptAct, taken: boolean): void {
    this.stirred();
    if (!taken) return void this.load();
    if (kind === "attend" || kind === "leave" || this.#outbox?.waiting.length) return;
    void (kind === "goal" || kind === "report" ? this.#loadGoals().catch(() => undefined) : this.load());
  }

  /** What stands beside the record; the network may go before it arrives, and the record stays open to write in. */
  async #loadFacts(): Promise<void> {
    const asked = await Promise.allSettled([this.lookAgain(), this.#loadGoals(), this.#loadResults()]);
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
    this.#fields.stop();
  };

  field = (name: string, part = "core"): Autosave => this.#fields.field(name, part);

  /** Puts what somebody else wrote into a field, in the language it was written in. */
  put = (name: string, part: string, text: string, tag: string): void =>
    this.#fields.put(name, part, text, tag);

  get rows(): Record<ListName, RowField[]> {
    return this.#fields.rows;
  }
  addRow = (list: ListName, columns: Record<string, string> = {}, tag?: string): RowField =>
    this.#fields.addRow(list, columns, tag);
  removeRow = (list: ListName, row: RowField): void => this.#fields.removeRow(list, row);

  /** Waits until everything typed here has reached the server. */
  async flush(): Promise<boolean> {
    await this.goals.flush();
    return await this.#fields.flush();
  }

  /** What is still needed, asked again after something changed. */
  async lookAgain(): Promise<void> {
    if (!this.record || !this.isOpen || !this.record.may.writeAll) return;
    this.missing = await listMissing(this.record.id, this.outcome);
  }

  async #loadGoals(): Promise<void> {
    await this.goals.load();
    this.lookSoon();
  }

  #askGoals(): ReturnType<typeof listGoals> | undefined {
    if (!this.record) return undefined;
    const { student, season } = this.record;
    return this.kept.ask("goals", () => listGoals(student.personId, season.id));
  }

  lookSoon(): void {
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => {
      if (this.goals.isDue) void this.#loadGoals().catch(() => undefined);
      else void this.lookAgain().catch(() => undefined);
    }, 800);
  }

  /** A goal's words reached the server; the goals are asked for again, so that the copy here has them. */
  goalSaved(): void {
    this.goals.isDue = true;
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
    this.kept.keepSoon();
  }

  async #save(saving: FieldSaving): Promise<FieldSaved> {
    await this.actsTold();
    const saved = await saveField(this.record!.id, saving);
    this.changed(saved);
    return saved;
  }

  #putPlans(plans: Intervention[], askedAt: number): void {
    this.plansAskedAt = askedAt;
    this.plans = plans;
  }

  async #loadResults(): Promise<void> {
    const ask = () => listResults(this.record!.student.personId);
    this.results = (await this.kept.ask("results", ask)).results;
  }

  async #takeAll(changes: Changes, askedAt: number): Promise<void> {
    if (!this.record || !this.isOpen) return;
    if (changes.state === "sealed" || changes.stirred || this.#isOld) return void (await this.load());
    if (changes.state !== this.record.state) this.record = { ...this.record, state: changes.state };
    if (changes.revision <= this.revision) return;
    this.revision = changes.revision;
    for (const one of changes.fields) this.#fields.take(one);
    if (changes.supportPlans) this.#putPlans(changes.supportPlans, askedAt);
    this.lookSoon();
    this.kept.keepSoon();
  }
}
