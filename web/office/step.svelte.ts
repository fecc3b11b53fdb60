import { problemOf, type Problem } from "../api/problem.ts";
import { sentenceFor } from "../api/sentence-for.ts";

/** One thing being sent to the server: whether it is on its way, and what was said against it. */
export class Step {
  busy = $state(false);
  problem = $state.raw<Problem | undefined>();
  readonly #fields: Readonly<Record<string, string>>;

  /** `fields` names, by the code of a refusal, the field it belongs to where the server names none. */
  constructor(fields: Readonly<Record<string, string>> = {}) {
    this.#fields = fields;
  }

  /** Sends; true when it went well. */
  async run(act: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = undefined;
    try {
      await act();
      return true;
    } catch (thrown) {
      this.problem = problemOf(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** What is wrong with one field. */
  errorOf(field: string): string | undefined {
    return this.problem && this.#fieldOf(this.problem) === field ? sentenceFor(this.problem) : undefined;
  }

  /** What was said against it as a whole, when none of these fields says it. */
  besides(...fields: string[]): string | undefined {
    if (!this.problem || fields.includes(this.#fieldOf(this.problem))) return undefined;
    return sentenceFor(this.problem);
  }

  #fieldOf({ field, code }: Problem): string {
    return this.#fields[code] ?? field?.split(/[./]/).at(-1) ?? "";
  }
}
