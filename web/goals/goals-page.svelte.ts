import { language } from "../words/words.svelte.ts";
import { carryGoal } from "../follow-up/follow-up.api.ts";
import { deleteGoal, listGoals, setGoal, writePromise, type Goal, type StudentGoals } from "./goal.api.ts";

/** The student's goals of this season and the last, and what adding and removing does to them. */
export class GoalsOfStudent {
  reply = $state.raw<StudentGoals | undefined>();
  problem = $state.raw<unknown>();
  /** The goal just removed, as long as it can be put back. */
  removed = $state.raw<Goal | undefined>();
  readonly #studentId: string;

  constructor(studentId: string) {
    this.#studentId = studentId;
  }

  async load(): Promise<void> {
    try {
      this.reply = await listGoals(this.#studentId);
      this.problem = undefined;
    } catch (thrown) {
      this.problem = thrown;
    }
  }

  /** Begins an empty goal; its fields save themselves. Returns its id. */
  async add(): Promise<string | undefined> {
    const season = this.reply?.season;
    if (!season) return undefined;
    return await this.#try(async () => {
      const { id } = await setGoal({
        ...blank(this.#studentId, season.id),
        dueOn: season.endsOn,
        language: language(),
      });
      this.removed = undefined;
      return id;
    });
  }

  /** Takes a goal of last time on into this season; returns the new one's id. */
  async carry(goalId: string): Promise<string | undefined> {
    return await this.#try(async () => (await carryGoal(goalId)).id);
  }

  async remove(goalId: string): Promise<void> {
    await this.#try(async () => {
      // Asked again, because its fields have saved themselves since the page was loaded.
      const now = (await listGoals(this.#studentId)).goals.find(({ id }) => id === goalId);
      await deleteGoal(goalId);
      this.removed = now && now.wording.trim() !== "" ? now : undefined;
    });
  }

  /** Puts the removed goal back with everything that was written in it. */
  async putBack(): Promise<void> {
    const goal = this.removed;
    if (!goal) return;
    await this.#try(async () => {
      const { seasonId, wording, category, measure, dueOn } = goal;
      const again = { seasonId, wording, category, measure, dueOn, language: goal.language };
      const { id } = await setGoal({ ...again, studentId: this.#studentId });
      for (const { side, householdId, wording: words, ownerName, byOn, language: tag } of goal.promises)
        await writePromise(id, side, {
          householdId,
          base: null,
          value: { wording: words, ownerName, byOn },
          language: tag,
        });
      this.removed = undefined;
    });
  }

  async #try<T>(act: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await act();
      await this.load();
      return result;
    } catch (thrown) {
      this.problem = thrown;
      return undefined;
    }
  }
}

const blank = (studentId: string, seasonId: string) =>
  ({ studentId, seasonId, wording: "", category: "academic", measure: "" }) as const;
