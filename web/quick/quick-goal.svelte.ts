import { Autosave } from "../autosave/autosave.svelte.ts";
import { reviseGoal, setGoal, writePromise, type Goal, type GoalRevision } from "../goals/goal.api.ts";
import { session } from "../session/session.svelte.ts";
import { language } from "../words/words.svelte.ts";

const nothing = { wording: "", ownerName: "", byOn: null };
type Season = { id: string; endsOn: string };

/** The first goal of a season: it comes to be with its first word, and each field saves itself. */
export class QuickGoal {
  readonly wording: Autosave;
  readonly measure: Autosave;
  readonly mine: Autosave;
  #id: Promise<string> | undefined;

  constructor(studentId: string, season: Season, goal: Goal | undefined) {
    if (goal) this.#id = Promise.resolve(goal.id);
    const begin = () => this.#begun(studentId, season);
    const field = (name: "wording" | "measure", value = "") =>
      this.#field(name, value, async (change) =>
        reviseGoal(await begin(), { field: name, ...change } as GoalRevision),
      );
    const promise = goal?.promises.find(({ side }) => side === "student");
    this.wording = field("wording", goal?.wording);
    this.measure = field("measure", goal?.measure);
    this.mine = this.#field("mine", promise?.wording ?? "", async ({ base, value }) =>
      writePromise(await begin(), "student", {
        householdId: null,
        base: { ...nothing, wording: base },
        value: { ...nothing, wording: value },
        language: language(),
      }),
    );
  }

  stop = (): void => {
    for (const field of [this.wording, this.measure, this.mine]) field.stop();
  };

  #field(name: string, value: string, send: (change: { base: string; value: string }) => Promise<unknown>) {
    return new Autosave(`quick-goal:${name}`, value, send, { zone: session.zone, currentOf: wordsOf });
  }

  /** Three fields saved at once still make one goal; one that failed is begun again by the next save. */
  #begun(studentId: string, { id: seasonId, endsOn: dueOn }: Season): Promise<string> {
    const facts = { studentId, seasonId, dueOn, wording: "", measure: "", language: language() };
    this.#id ??= setGoal({ ...facts, category: "academic" }).then(
      ({ id }) => id,
      (thrown: unknown) => {
        this.#id = undefined;
        throw thrown;
      },
    );
    return this.#id;
  }
}

const wordsOf = (current: unknown): string =>
  typeof current === "string" ? current : ((current as { wording?: string } | null)?.wording ?? "");
