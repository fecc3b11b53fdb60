import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { readableBy, schoolPromiseRunBy } from "../goal.access.ts";
import type { CheckIn, NewCheckIn } from "./thread.contract.ts";

/** Keeps a check-in on a goal that is held. */
export async function insertCheckIn(
  tx: Tx,
  { districtId, personId, now }: Actor,
  goalId: string,
  { on, line, language }: NewCheckIn,
): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto("goalCheckIn")
    .values({ districtId, id, goalId, onDay: on, line, language, writtenBy: personId, writtenAt: now })
    .execute();
  return id;
}

/** The check-ins on these goals this person may read, oldest first. */
export const listCheckIns = (
  db: Db,
  actor: Actor,
  goalIds: string[],
): Promise<(CheckIn & { goalId: string })[]> =>
  db
    .selectFrom("goalCheckIn")
    .innerJoin("goal", (join) =>
      join
        .onRef("goal.districtId", "=", "goalCheckIn.districtId")
        .onRef("goal.id", "=", "goalCheckIn.goalId"),
    )
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "goalCheckIn.districtId")
        .onRef("person.id", "=", "goalCheckIn.writtenBy"),
    )
    .select(["goalCheckIn.id", "goalCheckIn.goalId", "goalCheckIn.onDay as on", "goalCheckIn.line"])
    .select(["goalCheckIn.language", sql<string>`person.given_name || ' ' || person.family_name`.as("by")])
    .where("goalCheckIn.districtId", "=", actor.districtId)
    .where("goalCheckIn.goalId", "in", goalIds)
    .where(readableBy(actor))
    .orderBy("goalCheckIn.onDay")
    .orderBy("goalCheckIn.id")
    .execute();

/** Which goals go on with which, and which were carried already. */
export const listCarried = (
  db: Db,
  { districtId }: Actor,
  studentId: string,
): Promise<{ id: string; carriedFromId: string }[]> =>
  db
    .selectFrom("goal")
    .select(["id", "carriedFromId"])
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .where("carriedFromId", "is not", null)
    .$narrowType<{ carriedFromId: string }>()
    .execute();

/** Says whether a goal goes on in another. */
export const markCarried = (
  tx: Tx,
  { districtId }: Actor,
  { goalId, carriedIntoId }: { goalId: string; carriedIntoId: string },
): Promise<unknown> =>
  tx
    .updateTable("goal")
    .set({ carriedFromId: goalId })
    .where("districtId", "=", districtId)
    .where("id", "=", carriedIntoId)
    .execute();

/** Moves a goal that is held to another state. */
export const putState = (
  tx: Tx,
  { districtId }: Actor,
  goalId: string,
  state: "agreed" | "looked-back" | "carried" | "closed",
): Promise<unknown> =>
  tx
    .updateTable("goal")
    .set({ state })
    .where("districtId", "=", districtId)
    .where("id", "=", goalId)
    .execute();

/** The earlier goal a draft goes on with, when it does. */
export const findCarriedFrom = (tx: Tx, { districtId }: Actor, goalId: string) =>
  tx
    .selectFrom("goal as later")
    .innerJoin("goal as earlier", (join) =>
      join
        .onRef("earlier.districtId", "=", "later.districtId")
        .onRef("earlier.id", "=", "later.carriedFromId"),
    )
    .select(["earlier.id", "earlier.outcome"])
    .where("later.districtId", "=", districtId)
    .where("later.id", "=", goalId)
    .executeTakeFirst();

/** Goals looked back on in earlier seasons are closed once the next conference's goals are agreed. */
export const closeEarlier = (
  tx: Tx,
  { districtId }: Actor,
  { studentId, seasonId }: { studentId: string; seasonId: string },
): Promise<unknown> =>
  sql`update goal set state = 'closed' from season earlier, season current
    where goal.district_id = ${districtId} and goal.student_id = ${studentId} and goal.state = 'looked-back'
      and earlier.district_id = goal.district_id and earlier.id = goal.season_id
      and current.district_id = goal.district_id and current.id = ${seasonId}
      and earlier.starts_on < current.starts_on`.execute(tx);

/** A student's name. */
export const readStudentName = (db: Db, { districtId }: Actor, studentId: string) =>
  db
    .selectFrom("person")
    .select(["id", "givenName", sql<string>`given_name || ' ' || family_name`.as("name")])
    .where("districtId", "=", districtId)
    .where("id", "=", studentId)
    .executeTakeFirstOrThrow(() => new NotFound("student"));

/** Staff close to a student, who may be asked to keep a promise of the school's. */
export async function listColleagues(
  db: Db,
  { districtId, today }: Actor,
  studentId: string,
): Promise<{ id: string; name: string; part: string; email: string | null; language: string }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    part: string;
    email: string | null;
    language: string;
  }>`select distinct on (person.id) person.id, person.given_name || ' ' || person.family_name as name, known.part, person.email, person.language
    from (select aa.person_id, aa.part, 1 as rank, aa.from_on, aa.until_on from advisory_student ast join advisory_adviser aa
          on aa.district_id = ast.district_id and aa.advisory_id = ast.advisory_id
          where ast.district_id = ${districtId} and ast.student_id = ${studentId}
            and ast.from_on <= ${today}::date and (ast.until_on is null or ast.until_on >= ${today}::date)
        union all select cl.person_id, cl.part, 2, cl.from_on, cl.until_on from caseload cl
          where cl.district_id = ${districtId} and cl.student_id = ${studentId}
        union all select ct.person_id, class.title, 3, ct.from_on, ct.until_on from class_student cs
          join class_teacher ct on ct.district_id = cs.district_id and ct.class_id = cs.class_id
          join class on class.district_id = cs.district_id and class.id = cs.class_id
          where cs.district_id = ${districtId} and cs.student_id = ${studentId}
            and cs.from_on <= ${today}::date and (cs.until_on is null or cs.until_on >= ${today}::date)) known
    join person on person.district_id = ${districtId} and person.id = known.person_id
    where known.from_on <= ${today}::date and (known.until_on is null or known.until_on >= ${today}::date)
    order by person.id, known.rank`.execute(db);
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Holds a promise of the school's that this person runs, with whose it is. */
export const lockSchoolPromise = (tx: Tx, actor: Actor, promiseId: string) =>
  tx
    .selectFrom("promise")
    .innerJoin("goal", (join) =>
      join.onRef("goal.districtId", "=", "promise.districtId").onRef("goal.id", "=", "promise.goalId"),
    )
    .select(["promise.id", "promise.ownerId", "promise.wording", "goal.studentId"])
    .where("promise.districtId", "=", actor.districtId)
    .where("promise.id", "=", promiseId)
    .where(schoolPromiseRunBy(actor))
    .forUpdate("promise")
    .executeTakeFirstOrThrow(() => new NotFound("promise"));

/** Writes who keeps a promise that is held. */
export const putOwner = (
  tx: Tx,
  { districtId }: Actor,
  promiseId: string,
  { ownerId, ownerName }: { ownerId: string | null; ownerName: string },
): Promise<unknown> =>
  tx
    .updateTable("promise")
    .set({ ownerId, ownerName })
    .where("districtId", "=", districtId)
    .where("id", "=", promiseId)
    .execute();
