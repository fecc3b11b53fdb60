import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Rule } from "#server/access/relations.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { promiseAnswerableBy, promiseReadableBy, promiseReportableBy, readableBy } from "../goal.access.ts";
import type { GoalPromise, GoalState, PromiseSide, PromiseTexts } from "../goal.contract.ts";

const promiseColumns = [
  "promise.id",
  "promise.goalId",
  "promise.side",
  "promise.householdId",
  "promise.wording",
  "promise.ownerName",
  "promise.byOn",
  "promise.language",
  "promise.state",
  "promise.kept",
  "promise.keptNote",
] as const;

// The school says first how it went with its own promise: whoever has the most power accounts first.
const schoolFirst = sql`array_position(array['school', 'family', 'student'], promise.side)`;

/** A promise with the goal it belongs to. */
export type PromiseOfGoal = GoalPromise & { goalId: string };

const promises = (db: Db) =>
  db
    .selectFrom("promise")
    .innerJoin("goal", (join) =>
      join.onRef("goal.districtId", "=", "promise.districtId").onRef("goal.id", "=", "promise.goalId"),
    );

/** The promises towards these goals that this person may read, the school's first. */
export const listPromises = (db: Db, actor: Actor, goalIds: string[]): Promise<PromiseOfGoal[]> =>
  promises(db)
    .leftJoin("household", (join) =>
      join
        .onRef("household.districtId", "=", "promise.districtId")
        .onRef("household.id", "=", "promise.householdId"),
    )
    .select([...promiseColumns, "household.name as householdName"])
    .select([promiseAnswerableBy(actor).as("mayAnswer"), promiseReportableBy(actor).as("mayReport")])
    .where("promise.districtId", "=", actor.districtId)
    .where("promise.goalId", "in", goalIds)
    .where(readableBy(actor))
    .where(promiseReadableBy(actor))
    .orderBy(schoolFirst)
    .orderBy("household.name")
    .$castTo<PromiseOfGoal>()
    .execute();

/** A promise held for this transaction. */
export type LockedPromise = GoalPromise & { goalId: string; studentId: string; goalState: GoalState };

/** Holds a promise that the rule opens to this person; another's counts as missing. */
export const lockPromise = (tx: Tx, actor: Actor, promiseId: string, rule: Rule): Promise<LockedPromise> =>
  promises(tx)
    .select([...promiseColumns, "goal.studentId", "goal.state as goalState"])
    .where("promise.districtId", "=", actor.districtId)
    .where("promise.id", "=", promiseId)
    .where(rule)
    .forUpdate("promise")
    .$castTo<LockedPromise>()
    .executeTakeFirstOrThrow(() => new NotFound("promise"));

/** One side's promise towards a goal that is already held. */
export const findPromise = (
  tx: Tx,
  actor: Actor,
  goalId: string,
  side: PromiseSide,
  householdId: string | null,
): Promise<GoalPromise | undefined> =>
  tx
    .selectFrom("promise")
    .select(promiseColumns)
    .where("promise.districtId", "=", actor.districtId)
    .where("promise.goalId", "=", goalId)
    .where("promise.side", "=", side)
    .where("promise.householdId", householdId === null ? "is" : "=", householdId)
    .$castTo<GoalPromise>()
    .executeTakeFirst();

/** What a promise becomes when it is written. */
export type WrittenPromise = PromiseTexts & {
  id: string;
  goalId: string;
  side: PromiseSide;
  householdId: string | null;
  language: string;
  state: "proposed" | "accepted";
};

/** Writes a promise down; whatever was answered to an earlier wording is void. */
export async function putPromise(tx: Tx, actor: Actor, promise: WrittenPromise): Promise<void> {
  const isOwnWord = promise.state === "accepted";
  const answered = {
    answeredBy: isOwnWord ? actor.personId : null,
    answeredAt: isOwnWord ? actor.now : null,
  };
  const { wording, ownerName, byOn, language, state } = promise;
  await tx
    .insertInto("promise")
    .values({ ...promise, ...answered, districtId: actor.districtId })
    .onConflict((conflict) =>
      conflict
        .constraint("one_promise_a_side")
        .doUpdateSet({ wording, ownerName, byOn, language, state, ...answered }),
    )
    .execute();
}

/** Changes the answer or the report of a promise that is already held. */
export const changePromise = (
  tx: Tx,
  actor: Actor,
  promiseId: string,
  change: Partial<{
    state: "accepted" | "declined";
    answeredBy: string;
    answeredAt: Date;
    kept: string | null;
    keptNote: string;
  }>,
): Promise<unknown> =>
  tx
    .updateTable("promise")
    .set(change)
    .where("districtId", "=", actor.districtId)
    .where("id", "=", promiseId)
    .execute();

/** Takes a promise off a goal. */
export const removePromise = (tx: Tx, actor: Actor, promiseId: string): Promise<unknown> =>
  tx.deleteFrom("promise").where("districtId", "=", actor.districtId).where("id", "=", promiseId).execute();
