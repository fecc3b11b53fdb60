import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { readableBy } from "./goal.access.ts";
import type {
  GoalCategory,
  GoalOutcome,
  GoalState,
  PromiseKept,
  PromiseSide,
  PromiseState,
} from "./goal.contract.ts";

/** Which student's goals of which conferences. */
export interface GoalsOf {
  readonly studentId: string;
  readonly seasonId: string;
}

/** A promise as a record keeps it; home's names its household, because it belongs in that household's annex. */
export interface RecordedPromise {
  readonly id: string;
  readonly goalId: string;
  readonly side: PromiseSide;
  readonly householdId: string | null;
  readonly wording: string;
  readonly ownerName: string;
  readonly byOn: string | null;
  readonly language: string;
  readonly state: PromiseState;
  readonly kept: PromiseKept | null;
  readonly keptNote: string;
}

/** A goal as a record keeps it. */
export interface RecordedGoal {
  readonly id: string;
  readonly wording: string;
  readonly category: GoalCategory;
  readonly measure: string;
  readonly dueOn: string | null;
  readonly language: string;
  readonly state: GoalState;
  readonly outcome: GoalOutcome | null;
  readonly outcomeNote: string;
  readonly promises: readonly RecordedPromise[];
}

/** The goals of one season with every side's promises, home's of every household: the caller parts the annexes. */
export async function listGoalsForRecord(db: Db, actor: Actor, of: GoalsOf): Promise<RecordedGoal[]> {
  const goals = await db
    .selectFrom("goal")
    .select(["id", "wording", "category", "measure", "dueOn", "language", "state", "outcome", "outcomeNote"])
    .where("goal.districtId", "=", actor.districtId)
    .where("goal.studentId", "=", of.studentId)
    .where("goal.seasonId", "=", of.seasonId)
    .where(readableBy(actor))
    .orderBy("goal.position")
    .$castTo<Omit<RecordedGoal, "promises">>()
    .execute();
  if (goals.length === 0) return [];
  const promises = await unsafeListPromises(
    db,
    actor,
    goals.map(({ id }) => id),
  );
  return goals.map((goal) => ({ ...goal, promises: promises.filter(({ goalId }) => goalId === goal.id) }));
}

const unsafeListPromises = (db: Db, actor: Actor, goalIds: string[]): Promise<RecordedPromise[]> =>
  db
    .selectFrom("promise")
    .select([
      "id",
      "goalId",
      "side",
      "householdId",
      "wording",
      "ownerName",
      "byOn",
      "language",
      "state",
      "kept",
    ])
    .select("keptNote")
    .where("districtId", "=", actor.districtId)
    .where("goalId", "in", goalIds)
    .orderBy(sql`array_position(array['school', 'family', 'student'], promise.side)`)
    .orderBy("householdId")
    .$castTo<RecordedPromise>()
    .execute();

/** Turns worded drafts into agreed goals; returns which. */
export async function markAgreed(tx: Tx, actor: Actor, of: GoalsOf): Promise<string[]> {
  const agreed = await tx
    .updateTable("goal")
    .set({ state: "agreed" })
    .where("districtId", "=", actor.districtId)
    .where("studentId", "=", of.studentId)
    .where("seasonId", "=", of.seasonId)
    .where("state", "=", "draft")
    .where(sql<boolean>`wording ~ '\\S'`)
    .returning("id")
    .execute();
  return agreed.map(({ id }) => id);
}

/** What the student and the school proposed to each other becomes promised. */
export const acceptInRoom = (tx: Tx, actor: Actor, goalIds: string[]): Promise<unknown> =>
  tx
    .updateTable("promise")
    .set({ state: "accepted", answeredBy: actor.personId, answeredAt: actor.now })
    .where("districtId", "=", actor.districtId)
    .where("goalId", "in", goalIds)
    .where("side", "in", ["student", "school"])
    .where("state", "=", "proposed")
    .execute();
