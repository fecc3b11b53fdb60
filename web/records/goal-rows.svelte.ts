import { Autosave } from "../autosave/autosave.svelte.ts";
import {
  reviseGoal,
  writePromise,
  type Goal,
  type GoalRevision,
  type PromiseSide,
  type PromiseTexts,
} from "../goals/goal.api.ts";
import { language } from "../words/words.svelte.ts";

type Household = { id: string; name: string };
/** `ready` resolves once the goal itself has been told; `saved` hears of each text that was. */
interface Told {
  readonly saved: () => void;
  readonly ready: () => Promise<void>;
}
/** A goal is sent sooner than a field: other devices look at it again only once they heard of it. */
const pause = 300;
const empty: PromiseTexts = { wording: "", ownerName: "", byOn: null };

/** A goal as the room writes it: every field saves itself through the goals' own doors. */
export class GoalInRoom {
  readonly id: string;
  readonly wording: Autosave;
  readonly measure: Autosave;
  readonly dueOn: Autosave;
  readonly sides: SideInRoom[];

  constructor(goal: Goal, households: readonly Household[], zone: string, { saved, ready }: Told) {
    this.id = goal.id;
    const field = (name: "wording" | "measure" | "dueOn", value: string) =>
      new Autosave(
        `goal:${goal.id}:${name}`,
        value,
        async ({ base, value: next }) => {
          const orNull = (text: string) => (name === "dueOn" && text === "" ? null : text);
          const revision = { field: name, base: orNull(base), value: orNull(next) };
          await ready();
          await reviseGoal(goal.id, revision as GoalRevision);
          saved();
        },
        { zone, pause },
      );
    this.wording = field("wording", goal.wording);
    this.measure = field("measure", goal.measure);
    this.dueOn = field("dueOn", goal.dueOn ?? "");
    this.sides = placesFor(households).map((place) => new SideInRoom(goal, place, zone, { saved, ready }));
  }

  /** The goal as another device left it. */
  take(goal: Goal, askedAt: number): void {
    this.wording.refresh(goal.wording, askedAt);
    this.measure.refresh(goal.measure, askedAt);
    this.dueOn.refresh(goal.dueOn ?? "", askedAt);
    for (const side of this.sides) side.take(goal, askedAt);
  }

  stop = (): void => {
    for (const field of [this.wording, this.measure, this.dueOn]) field.stop();
    for (const side of this.sides) side.stop();
  };

  flush = async (): Promise<void> => {
    const fields = [this.wording, this.measure, this.dueOn, ...this.sides.flatMap((side) => side.fields)];
    await Promise.all(fields.map((field) => field.flush()));
  };
}

interface Place {
  side: PromiseSide;
  household: Household | null;
}

const placesFor = (households: readonly Household[]): Place[] => [
  { side: "student", household: null },
  ...households.map((household): Place => ({ side: "family", household })),
  { side: "school", household: null },
];

/** What one side will do, by whom and by when; three texts that merge. */
export class SideInRoom {
  readonly side: PromiseSide;
  readonly household: Household | null;
  readonly wording: Autosave;
  readonly owner: Autosave;
  readonly byOn: Autosave;

  constructor(goal: Goal, { side, household }: Place, zone: string, { saved, ready }: Told) {
    this.side = side;
    this.household = household;
    const householdId = household?.id ?? null;
    const promise = this.#promiseOf(goal);
    const field = (name: keyof PromiseTexts, value: string) =>
      new Autosave(
        `goal:${goal.id}:${side}:${householdId ?? ""}:${name}`,
        value,
        async ({ base, value: next }) => {
          const change = (text: string) => ({
            ...empty,
            [name]: text === "" && name === "byOn" ? null : text,
          });
          const writing = { householdId, base: change(base), value: change(next), language: language() };
          await ready();
          await writePromise(goal.id, side, writing);
          saved();
        },
        { zone, pause, currentOf: (now) => (now as PromiseTexts)[name] ?? "" },
      );
    this.wording = field("wording", promise?.wording ?? "");
    this.owner = field("ownerName", promise?.ownerName ?? "");
    this.byOn = field("byOn", promise?.byOn ?? "");
  }

  #promiseOf(goal: Goal) {
    const householdId = this.household?.id ?? null;
    return goal.promises.find((one) => one.side === this.side && one.householdId === householdId);
  }

  take(goal: Goal, askedAt: number): void {
    const promise = this.#promiseOf(goal);
    this.wording.refresh(promise?.wording ?? "", askedAt);
    this.owner.refresh(promise?.ownerName ?? "", askedAt);
    this.byOn.refresh(promise?.byOn ?? "", askedAt);
  }

  get fields(): Autosave[] {
    return [this.wording, this.owner, this.byOn];
  }

  stop = (): void => {
    for (const field of this.fields) field.stop();
  };
}
