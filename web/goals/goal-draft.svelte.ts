import { Autosave } from "../autosave/autosave.svelte.ts";
import { session } from "../session/session.svelte.ts";
import { language } from "../words/words.svelte.ts";
import {
  reportPromise,
  reviseGoal,
  writePromise,
  type Goal,
  type GoalPromise,
  type GoalRevision,
  type PromiseSide,
  type PromiseTexts,
} from "./goal.api.ts";

type Field = GoalRevision["field"];
const empty: PromiseTexts = { wording: "", ownerName: "", byOn: null };
const zone = () => ({ zone: session.zone });

/** A goal being written: every field saves for itself. Call `stop` when it leaves the page. */
export class GoalDraft {
  readonly id: string;
  readonly wording: Autosave;
  readonly measure: Autosave;
  readonly category: Autosave;
  readonly dueOn: Autosave;
  readonly outcome: Autosave;
  readonly outcomeNote: Autosave;
  readonly workSampleId: Autosave;
  /** "piece:ID" or "result:ID"; empty for neither. */
  readonly about: Autosave;
  /** One for each side, and for home one for each household. */
  readonly promises: PromiseDraft[];

  constructor(goal: Goal, households: readonly { id: string; name: string }[]) {
    this.id = goal.id;
    this.wording = this.#field("wording", goal.wording);
    this.measure = this.#field("measure", goal.measure);
    this.category = this.#field("category", goal.category, 0);
    this.dueOn = this.#field("dueOn", goal.dueOn ?? "", 0);
    this.outcome = this.#field("outcome", goal.outcome ?? "", 0);
    this.outcomeNote = this.#field("outcomeNote", goal.outcomeNote);
    this.workSampleId = this.#field("workSampleId", goal.workSampleId ?? "", 0);
    this.about = this.#field("about", goal.about ? `${goal.about.kind}:${goal.about.id}` : "", 0);
    this.promises = placesFor(goal, households).map((place) => new PromiseDraft(goal, place));
  }

  stop = (): void => {
    const { wording, measure, category, dueOn, outcome, outcomeNote, workSampleId, about } = this;
    for (const field of [wording, measure, category, dueOn, outcome, outcomeNote, workSampleId, about])
      field.stop();
    for (const { wording: words } of this.promises) words.stop();
  };

  #field(field: Field, value: string, pause?: number): Autosave {
    const orNull = (text: string) => (text === "" && nullable.includes(field) ? null : text);
    return new Autosave(
      `goal:${this.id}:${field}`,
      value,
      ({ base, value: next }) =>
        reviseGoal(this.id, { field, base: orNull(base), value: orNull(next) } as GoalRevision),
      { ...zone(), ...(pause === undefined ? {} : { pause }) },
    );
  }
}

const nullable: Field[] = ["dueOn", "outcome", "workSampleId", "about"];

type Place = { side: PromiseSide; household: { id: string; name: string } | null; promise?: GoalPromise };

/** Where a promise can be written: I, each home, school. */
function placesFor(goal: Goal, households: readonly { id: string; name: string }[]): Place[] {
  const homes = households.length > 0 ? households : [null];
  const places: Place[] = [
    { side: "student", household: null },
    ...homes.map((household): Place => ({ side: "family", household })),
    { side: "school", household: null },
  ];
  return places.map((place) => {
    const promise = goal.promises.find(
      ({ side, householdId }) => side === place.side && householdId === (place.household?.id ?? null),
    );
    return promise ? { ...place, promise } : place;
  });
}

/** What one side will do, being written. */
export class PromiseDraft {
  readonly side: PromiseSide;
  readonly household: { id: string; name: string } | null;
  readonly promise: GoalPromise | undefined;
  readonly wording: Autosave;

  constructor(goal: Goal, { side, household, promise }: Place) {
    this.side = side;
    this.household = household;
    this.promise = promise;
    const householdId = household?.id ?? null;
    this.wording = new Autosave(
      `goal:${goal.id}:${side}:${householdId ?? ""}`,
      promise?.wording ?? "",
      // Owner and day stay as they are: only what differs from the base is written.
      ({ base, value }) =>
        writePromise(goal.id, side, {
          householdId,
          base: { ...empty, wording: base },
          value: { ...empty, wording: value },
          language: language(),
        }),
      { ...zone(), currentOf: (current) => (current as PromiseTexts).wording },
    );
  }
}

/** How it went with the student's own part: the answer and its reason travel together. */
export class ReportDraft {
  readonly kept: Autosave;
  readonly because: Autosave;

  constructor({ id, kept, keptNote }: Pick<GoalPromise, "id" | "kept" | "keptNote">) {
    const report = () =>
      reportPromise(id, {
        kept: (this.kept.value || null) as GoalPromise["kept"],
        because: this.because.value,
      });
    this.kept = new Autosave(`promise:${id}:kept`, kept ?? "", report, { ...zone(), pause: 0 });
    this.because = new Autosave(`promise:${id}:because`, keptNote, report, zone());
  }

  stop = (): void => {
    this.kept.stop();
    this.because.stop();
  };
}
