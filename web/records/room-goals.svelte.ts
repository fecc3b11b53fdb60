import type { StudentGoals } from "../goals/goal.api.ts";
import type { KeptAct } from "./acts.ts";
import { withGoalAct } from "./shown-acts.ts";

type Flushable = { flush: () => Promise<void> };

/** What the goals need of their room. */
interface Surroundings {
  /** Asks the server, or this device while that is away; undefined before the record is there. */
  readonly ask: () => Promise<StudentGoals> | undefined;
  /** What was done here and is not told yet. */
  readonly waiting: () => readonly KeptAct[];
}

/** The student's goals as the room shows them: what the server has, and what was done here since. */
export class RoomGoals {
  /** Undefined until they were asked for. */
  told = $state.raw<StudentGoals | undefined>();
  /** When they were asked for, by `performance.now()`: a field saved since then is newer. */
  askedAt = 0;
  /** A goal's words changed here, and the copy does not have them yet. */
  isDue = false;
  #cards: Flushable[] = [];
  readonly #room: Surroundings;

  constructor(room: Surroundings) {
    this.#room = room;
  }

  async load(): Promise<void> {
    const askedAt = performance.now();
    const goals = await this.#room.ask();
    if (!goals) return;
    this.askedAt = askedAt;
    this.told = this.#room.waiting().reduce(withGoalAct, goals);
    this.isDue = false;
  }

  /** Something was done here that shows at once. */
  take(act: KeptAct): void {
    if (this.told) this.told = withGoalAct(this.told, act);
  }

  /** A goal on the page, whose fields are waited for too. */
  keep = (card: Flushable): void => void this.#cards.push(card);
  let = (card: Flushable): void => void (this.#cards = this.#cards.filter((one) => one !== card));

  flush = async (): Promise<void> => void (await Promise.all(this.#cards.map((card) => card.flush())));
}
