import { sql, type Insertable, type Selectable, type Updateable } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { arrangesFor } from "#server/access/audiences.ts";
import type { Rule } from "#server/access/relations.ts";
import type { Tx } from "#server/database/connect.ts";
import type { Conference, ContactAttempt } from "#server/database/tables.ts";
import { NotFound } from "#server/http/problems.ts";
import { toldNow } from "./told.ts";
import { arrangeableBy, presentableBy, runnableBy } from "./conference.access.ts";

/** A conference held for this transaction. */
export type LockedConference = Selectable<Conference>;

/** Holds a conference this person may run. */
export const lockRunnableConference = (tx: Tx, actor: Actor, conferenceId: string) =>
  lockConference(tx, actor, conferenceId, runnableBy(actor));

/** Holds a conference this person may present in or run. */
export const lockPresentableConference = (tx: Tx, actor: Actor, conferenceId: string) =>
  lockConference(tx, actor, conferenceId, presentableBy(actor));

/** Holds a conference this person may arrange. */
export const lockArrangeableConference = (tx: Tx, actor: Actor, conferenceId: string) =>
  lockConference(tx, actor, conferenceId, arrangeableBy(actor));

const lockConference = (tx: Tx, actor: Actor, conferenceId: string, rule: Rule): Promise<LockedConference> =>
  tx
    .selectFrom("conference")
    .selectAll()
    .where("conference.districtId", "=", actor.districtId)
    .where("conference.id", "=", conferenceId)
    .where(rule)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("conference"));

/** Writes what changed about a conference that is already held. */
export async function putConference(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  change: Updateable<Conference>,
): Promise<void> {
  await tx
    .updateTable("conference")
    .set(change)
    .where("districtId", "=", actor.districtId)
    .where("id", "=", conferenceId)
    .execute();
}

/** Counts a telling, of one person or of all, and keeps a digest of what all are told; the number of this telling. Callers hold the conference. */
export async function countNotice(
  tx: Tx,
  { districtId }: Actor,
  { conferenceId, reaches }: { conferenceId: string; reaches: "all" | "one" },
): Promise<number> {
  const { notices } = await tx
    .updateTable("conference")
    .set({ notices: sql`conference.notices + 1`, ...(reaches === "all" ? { told: toldNow } : {}) })
    .where("conference.districtId", "=", districtId)
    .where("conference.id", "=", conferenceId)
    .returning("notices")
    .executeTakeFirstOrThrow();
  return notices;
}

/** How far a conference's record is; undefined before there is one. Callers hold the conference. */
export async function findRecordState(
  tx: Tx,
  { districtId }: Actor,
  conferenceId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("conferenceRecord")
    .select("state")
    .where("districtId", "=", districtId)
    .where("conferenceId", "=", conferenceId)
    .executeTakeFirst();
  return row?.state;
}

/** Whether this person arranges conferences for a student. */
export async function isArrangedBy(tx: Tx, actor: Actor, studentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("student")
    .select("personId")
    .where("student.districtId", "=", actor.districtId)
    .where("student.personId", "=", studentId)
    .where(arrangesFor(actor, sql.ref("student.personId")))
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose conference it will be: the adviser's own when she sets it, else the student's adviser; a stand-in only when there is none. */
export async function findAdviser(tx: Tx, actor: Actor, studentId: string): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`select aa.person_id from advisory_student ast
    join advisory_adviser aa on aa.district_id = ast.district_id and aa.advisory_id = ast.advisory_id
    where ast.district_id = ${actor.districtId} and ast.student_id = ${studentId}
      and ast.from_on <= ${actor.today}::date and (ast.until_on is null or ast.until_on >= ${actor.today}::date)
      and aa.from_on <= ${actor.today}::date and (aa.until_on is null or aa.until_on >= ${actor.today}::date)
    order by array_position(array['adviser', 'co-adviser', 'substitute'], aa.part),
      aa.person_id = ${actor.personId} desc, aa.from_on, aa.person_id limit 1`.execute(tx);
  return rows[0]?.personId;
}

/** A conference that is about to stand on the calendar. */
export type PlannedConference = Pick<
  LockedConference,
  "id" | "seasonId" | "studentId" | "adviserId" | "householdKey" | "startsAt" | "endsAt" | "mode" | "place"
> &
  Pick<LockedConference, "link" | "continuesId"> & { readonly language?: string | undefined };

/** Puts a planned conference on the calendar; the database refuses a second one for the same hours, person or household. */
export async function insertConference(
  tx: Tx,
  { districtId }: Actor,
  conference: PlannedConference,
): Promise<void> {
  await tx
    .insertInto("conference")
    .values({ ...conference, districtId, state: "planned" })
    .execute();
}

/** Keeps one try to reach the family; sent again it is the same one. False when the id is another conference's. */
export async function insertContactAttempt(
  tx: Tx,
  { districtId, personId }: Actor,
  attempt: Omit<Insertable<ContactAttempt>, "districtId" | "madeBy">,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("contactAttempt")
    .values({ ...attempt, districtId, madeBy: personId })
    .onConflict((conflict) =>
      conflict
        .columns(["districtId", "id"])
        .doUpdateSet({ id: attempt.id })
        .where("contactAttempt.conferenceId", "=", attempt.conferenceId),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
