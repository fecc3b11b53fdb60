import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { readsNumbersOf } from "#server/access/audiences.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { readableBy as workSampleReadableBy } from "#server/work-samples/work-sample.access.ts";
import { readableBy, revisableBy, writesGoalsOf } from "./goal.access.ts";
import type { Goal, GoalAbout, GoalRevision, NewGoal } from "./goal.contract.ts";

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

/** A goal without its promises; what it grows out of only as a reference. */
export type GoalRow = Omit<Goal, "promises" | "mayRevise" | "about"> & {
  studentId: string;
  about: string | null;
};
type GoalListed = Omit<Goal, "promises"> & { studentId: string };

const aboutRef = sql<
  string | null
>`case when goal.about_work_sample_id is not null then 'piece:' || goal.about_work_sample_id
  when goal.about_result_id is not null then 'result:' || goal.about_result_id end`;

/** Named for those who may open it: a draft nobody was shown stays the student's. */
const aboutFor = (actor: Actor) => sql<GoalAbout>`coalesce(
  (select jsonb_build_object('kind', 'piece', 'id', work_sample.id, 'title', work_sample.title, 'language', work_sample.language)
    from work_sample where work_sample.district_id = goal.district_id and work_sample.id = goal.about_work_sample_id
      and ${workSampleReadableBy(actor)}),
  (select jsonb_build_object('kind', 'result', 'id', a.id, 'area', a.area, 'test', a.test) from assessment_result a
    where a.district_id = goal.district_id and a.id = goal.about_result_id and ${readsNumbersOf(actor, sql.ref("a.studentId"))}))`;

/** All goals of a student this person may read, in the order they were set. */
export const listGoals = (db: Db, actor: Actor, studentId: string) =>
  db
    .selectFrom("goal")
    .select(goalColumns)
    .select(revisableBy(actor).as("mayRevise"))
    .select(aboutFor(actor).as("about"))
    .where("goal.districtId", "=", actor.districtId)
    .where("goal.studentId", "=", studentId)
    .where(readableBy(actor))
    .orderBy("goal.seasonId")
    .orderBy("goal.position")
    .orderBy("goal.id")
    .$castTo<GoalListed>()
    .execute();

/** Holds the goal for this transaction; somebody else's goal counts as missing. */
export const lockGoal = (tx: Tx, actor: Actor, goalId: string): Promise<GoalRow> =>
  tx
    .selectFrom("goal")
    .select(goalColumns)
    .select(aboutRef.as("about"))
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

/** Whose goal has an id already, in this district; callers tell nobody. */
export const findPlaceOfGoal = (tx: Tx, { districtId }: Actor, goalId: string) =>
  tx
    .selectFrom("goal")
    .select(["studentId", "seasonId"])
    .where("districtId", "=", districtId)
    .where("id", "=", goalId)
    .executeTakeFirst();

/** Rewrites one field; looking back moves the goal's state with its outcome. */
export async function rewriteGoal(
  tx: Tx,
  actor: Actor,
  goalId: string,
  { field, value }: GoalRevision,
): Promise<void> {
  if (field === "about") return await rewriteAbout(tx, actor, goalId, value);
  const state =
    field === "outcome" ? { state: value === null ? ("agreed" as const) : ("looked-back" as const) } : {};
  await tx
    .updateTable("goal")
    .set({ [field]: value, ...state })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", goalId)
    .execute();
}

async function rewriteAbout(tx: Tx, actor: Actor, goalId: string, value: string | null): Promise<void> {
  const [kind, id = null] = value?.split(":") ?? [];
  await tx
    .updateTable("goal")
    .set({
      aboutWorkSampleId: kind === "piece" ? id : null,
      aboutResultId: kind === "result" ? id : null,
    })
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

/** Whether a piece or a result is the student's own, so that a goal of hers can grow out of it or be shown by it. */
export async function isOwn(
  tx: Tx,
  actor: Actor,
  table: "workSample" | "assessmentResult",
  { studentId, id }: { studentId: string; id: string },
): Promise<boolean> {
  const own = await tx
    .selectFrom(table)
    .select("id")
    .where("districtId", "=", actor.districtId)
    .where("id", "=", id)
    .where("studentId", "=", studentId)
    .executeTakeFirst();
  return own !== undefined;
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
