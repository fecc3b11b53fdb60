import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { currentSeasonIdOfStudent } from "#server/seasons/current-season.ts";
import { ownedBy, readableBy, timesReadableBy } from "./rehearsal.access.ts";
import type { RehearsedPart } from "./rehearsal.contract.ts";

const mostListed = 20;

/** A student's rehearsals for the season her school prepares for, newest first. */
export const listRehearsals = (db: Db, actor: Actor, studentId: string) =>
  db
    .selectFrom("rehearsal")
    .innerJoin("student", (join) =>
      join
        .onRef("student.districtId", "=", "rehearsal.districtId")
        .onRef("student.personId", "=", "rehearsal.studentId"),
    )
    .select(["rehearsal.id", "rehearsal.rehearsedAt"])
    .select(sql<boolean>`rehearsal.shared_at is not null`.as("isShared"))
    .select(
      sql<RehearsedPart[] | null>`case when ${timesReadableBy(actor)} then rehearsal.parts end`.as("parts"),
    )
    .where("rehearsal.districtId", "=", actor.districtId)
    .where("rehearsal.studentId", "=", studentId)
    .where("rehearsal.seasonId", "=", currentSeasonIdOfStudent(actor))
    .where(readableBy(actor))
    .orderBy("rehearsal.rehearsedAt", "desc")
    .orderBy("rehearsal.id", "desc")
    .limit(mostListed)
    .execute();

/** Keeps a rehearsal of the student's own for the season that is open; undefined when none is. */
export async function insertRehearsal(
  tx: Tx,
  actor: Actor,
  parts: readonly RehearsedPart[],
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`insert into rehearsal
      (district_id, id, student_id, season_id, rehearsed_at, parts)
    select student.district_id, ${uuidv7()}, student.person_id, ${currentSeasonIdOfStudent(actor)}, ${actor.now},
      ${JSON.stringify(parts)}::jsonb
    from student
    where student.district_id = ${actor.districtId} and student.person_id = ${actor.personId}
      and ${currentSeasonIdOfStudent(actor)} is not null
    returning id`.execute(tx);
  return rows[0]?.id;
}

/** Holds a rehearsal of her own; another's counts as missing. */
export const lockRehearsal = (tx: Tx, actor: Actor, rehearsalId: string) =>
  tx
    .selectFrom("rehearsal")
    .select(["rehearsal.id", "rehearsal.sharedAt"])
    .where("rehearsal.districtId", "=", actor.districtId)
    .where("rehearsal.id", "=", rehearsalId)
    .where(ownedBy(actor))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("rehearsal"));

/** Shares a rehearsal that is held, or keeps it to herself again. */
export const putShared = (
  tx: Tx,
  actor: Actor,
  rehearsalId: string,
  sharedAt: Date | null,
): Promise<unknown> =>
  tx
    .updateTable("rehearsal")
    .set({ sharedAt })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", rehearsalId)
    .execute();
