import { problemOf, type Problem } from "../api/problem.ts";
import { tryCourses, type GraduationAudit, type Transcript } from "./transcript.api.ts";
import { choicesFor, type Choice } from "./what-if-choices.ts";

/** Courses tried out in thought: which are left, which are taken, and where that leads. */
export class WhatIfDraft {
  left = $state<string[]>([]);
  taken = $state<string[]>([]);
  audits = $state.raw<readonly GraduationAudit[]>([]);
  problem = $state.raw<Problem | undefined>();
  readonly choices: readonly Choice[];
  readonly isTried = $derived(this.left.length + this.taken.length > 0);
  readonly #studentId: string;
  readonly #asItIs: readonly GraduationAudit[];
  #turn = 0;

  constructor(studentId: string, { audits }: Pick<Transcript, "audits">) {
    this.#studentId = studentId;
    this.#asItIs = audits;
    this.audits = audits;
    this.choices = choicesFor(audits);
  }

  /** Puts a course on a list, or takes it off, and asks where that leads. */
  async toggle(list: "left" | "taken", key: string): Promise<void> {
    this[list] = this[list].includes(key) ? this[list].filter((one) => one !== key) : [...this[list], key];
    await this.#ask();
  }

  /** As it is: nothing left, nothing taken. */
  reset(): void {
    [this.left, this.taken, this.audits, this.problem] = [[], [], this.#asItIs, undefined];
    this.#turn++;
  }

  // The answer that comes last is shown.
  async #ask(): Promise<void> {
    const mine = ++this.#turn;
    const planned = this.choices.filter(({ key }) => this.taken.includes(key)).map((one) => one.planned);
    try {
      const { audits } = await tryCourses(this.#studentId, { left: this.left, planned });
      if (mine === this.#turn) [this.audits, this.problem] = [audits, undefined];
    } catch (thrown) {
      if (mine === this.#turn) this.problem = problemOf(thrown);
    }
  }
}
