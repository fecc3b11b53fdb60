import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { readableBy, revisableBy, writesGoalsOf } from "./goal.access.ts";
import type { Goal, GoalRevision, NewGoal } from "./goal.contract.ts";

const goalColumns = [
  "goal.id",
  "goal.studentId",
  "goal.seasonId",
  "goal.wording",
  "goal.category",
  "goal.measure",
  "goal.dueOn",
  "goal.language",
  "goal.state",
  "goal.outcome",
  "goal.outcomeNote",
  "goal.workSampleId",
] as const;

/** A goal without its promises. */
export type GoalRow = Omit<Goal, "promises" | "mayRevise"> & { studentId: string };

/** All goals of a student this person may read, in the order they were set. */
export const listGoals = (db: Db, actor: Actor, studentId: string) =>
  db
    .selectFrom("goal")
    .select(goalColumns)
    .select(revisableBy(actor).as("mayRevise"))
    .where("goal.districtId", "=", actor.districtId)
    .where("goal.studentId", "=", studentId)
    .where(readableBy(actor))
    .orderBy("goal.seasonId")
    .orderBy("goal.position")
    .orderBy("goal.id")
    .$castTo<GoalRow & { mayRevise: boolean }>()
    .execute();

/** Holds the goal for this transaction; somebody else's goal counts as missing. */
export const lockGoal = (tx: Tx, actor: Actor, goalId: string): Promise<GoalRow> =>
  tx
    .selectFrom("goal")
    .select(goalColumns)
    .where("goal.districtId", "=", actor.districtId)
    .where("goal.id", "=", goalId)
    .where(revisableBy(actor))
    .forUpdate()
    .$castTo<GoalRow>()
    .executeTakeFirstOrThrow(() => new NotFound("goal"));

/** Holds the student while her goals are counted, so that two devices cannot both add the third. */
export const lockStudentForGoals = (tx: Tx, actor: Actor, studentId: string) =>
  tx
    .selectFrom("student")
    .select(["student.personId", "student.schoolId"])
    .where("student.districtId", "=", actor.districtId)
    .where("student.personId", "=", studentId)
    .where(writesGoalsOf(actor, sql.ref("student.personId")))
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("student"));

/** The goals of one season, counted; the highest position given so far with them. */
export const countGoals = (tx: Tx, actor: Actor, studentId: string, seasonId: string) =>
  tx
    .selectFrom("goal")
    .select((eb) => [
      eb.fn.countAll<number>().as("count"),
      eb.fn.coalesce(eb.fn.max("goal.position"), sql<number>`0`).as("last"),
    ])
    .where("goal.districtId", "=", actor.districtId)
    .where("goal.studentId", "=", studentId)
    .where("goal.seasonId", "=", seasonId)
    .executeTakeFirstOrThrow();

/** Keeps a new draft. */
export const insertGoal = (
  tx: Tx,
  actor: Actor,
  goal: NewGoal & { id: string; position: number },
): Promise<unknown> =>
  tx
    .insertInto("goal")
    .values({ ...goal, districtId: actor.districtId, state: "draft", createdAt: actor.now })
    .execute();

/** Rewrites one field; looking back moves the goal's state with its outcome. */
export async function rewriteGoal(tx: Tx, actor: Actor, goalId: string, { field, value }: GoalRevision) {
  const state =
    field === "outcome" ? { state: value === null ? ("agreed" as const) : ("looked-back" as const) } : {};
  await tx
    .updateTable("goal")
    .set({ [field]: value, ...state })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", goalId)
    .execute();
}

/** Whether the goal's wording was kept since an instant by this person: one sitting is one earlier wording. */
export async function wasWordingKeptSince(
  tx: Tx,
  actor: Actor,
  goalId: string,
  since: Date,
): Promise<boolean> {
  const kept = await tx
    .selectFrom("goalWording")
    .select("untilAt")
    .where("districtId", "=", actor.districtId)
    .where("goalId", "=", goalId)
    .where("rewordedBy", "=", actor.personId)
    .where("untilAt", ">", since)
    .executeTakeFirst();
  return kept !== undefined;
}

/** Remembers what a goal said until now. */
export const insertWording = (tx: Tx, actor: Actor, goalId: string, wording: string): Promise<unknown> =>
  tx
    .insertInto("goalWording")
    .values({
      districtId: actor.districtId,
      goalId,
      untilAt: actor.now,
      wording,
      rewordedBy: actor.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Whether the piece is the student's own, so that it can stand as her evidence. */
export async function isOwnPiece(
  tx: Tx,
  actor: Actor,
  studentId: string,
  workSampleId: string,
): Promise<boolean> {
  const piece = await tx
    .selectFrom("workSample")
    .select("id")
    .where("districtId", "=", actor.districtId)
    .where("id", "=", workSampleId)
    .where("studentId", "=", studentId)
    .executeTakeFirst();
  return piece !== undefined;
}

/** Removes a goal with everything written about it. */
export async function removeGoal(tx: Tx, actor: Actor, goalId: string): Promise<void> {
  for (const table of ["promise", "goalWording"] as const)
    await tx
      .deleteFrom(table)
      .where(`${table}.districtId`, "=", actor.districtId)
      .where(`${table}.goalId`, "=", goalId)
      .execute();
  await tx.deleteFrom("goal").where("districtId", "=", actor.districtId).where("id", "=", goalId).execute();
}
