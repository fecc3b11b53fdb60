import type { Actor } from "#server/access/actor.ts";
import { answerPromise } from "#server/goals/promises/answer-promise.ts";
import { reportPromise } from "#server/goals/promises/report-promise.ts";
import { writePromise } from "#server/goals/promises/write-promise.ts";
import { readStudentGoals } from "#server/goals/read-student-goals.ts";
import { reviseGoal } from "#server/goals/revise-goal.ts";
import { setGoal } from "#server/goals/set-goal.ts";
import type { CastKey } from "./cast.ts";
import type { GoalTold, PromiseTold } from "./story.ts";
import type { Telling } from "./telling.ts";

interface GoalsOf {
  readonly student: CastKey;
  readonly adviser: CastKey;
  readonly seasonId: string;
  readonly goals: readonly GoalTold[];
}

/** The student sets her goals and says what she and home will do; the adviser says what the school will. */
export async function setGoals(telling: Telling, at: Date, story: GoalsOf): Promise<void> {
  const { tx, calendar } = telling;
  const { student, adviser, seasonId, goals } = story;
  const [she, school] = [telling.actor(student, at), telling.actor(adviser, at)];
  for (const { wording, category, measure, due, promises } of goals) {
    const goalId = await setGoal(tx, she, {
      ...{ studentId: she.personId, seasonId, wording, category, measure, language: "en" },
      dueOn: calendar.day(due),
    });
    for (const promise of promises) {
      const { side, says, who, home, language } = promise;
      await writePromise(tx, side === "school" ? school : she, goalId, side, {
        householdId: home ? telling.homeOf(home) : null,
        base: null,
        value: { wording: says, ownerName: who ?? "", byOn: null },
        language: language ?? "en",
      });
    }
  }
}

/** Each side answers and, later, tells how it went with what it promised in the season before; the student looks back. */
export async function lookBack(
  telling: Telling,
  { answered, reported }: { answered: Date; reported: Date },
  story: GoalsOf,
): Promise<void> {
  const { tx } = telling;
  const she = telling.actor(story.student, reported);
  const { goals } = await readStudentGoals(tx, she, she.personId, story.seasonId);
  for (const told of story.goals) {
    const goal = goals.find(({ wording }) => wording === told.wording);
    if (!goal) throw new Error(`The goal “${told.wording}” was not set.`);
    for (const promise of told.promises) {
      const id = goal.promises.find(({ wording }) => wording === promise.says)?.id ?? "";
      await keepWord(telling, id, promise, {
        home: promise.home ? telling.actor(promise.home, answered) : null,
        teller: telling.actor(tellerOf(promise, story), reported),
      });
    }
    await judge(telling, she, goal.id, told);
  }
}

const tellerOf = ({ side, home }: PromiseTold, { student, adviser }: GoalsOf): CastKey =>
  side === "student" ? student : side === "school" ? adviser : (home ?? student);

async function keepWord(
  { tx }: Telling,
  promiseId: string,
  { kept, because }: PromiseTold,
  { home, teller }: { home: Actor | null; teller: Actor },
) {
  if (home) await answerPromise(tx, home, promiseId, { answer: "accepted" });
  if (kept) await reportPromise(tx, teller, promiseId, { kept, because: because ?? "" });
}

async function judge({ tx }: Telling, she: Actor, goalId: string, { outcome, outcomeNote }: GoalTold) {
  if (!outcome) return;
  await reviseGoal(tx, she, goalId, { field: "outcome", base: null, value: outcome });
  await reviseGoal(tx, she, goalId, { field: "outcomeNote", base: "", value: outcomeNote ?? "" });
}
