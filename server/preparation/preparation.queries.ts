import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { currentSeasonIdOfStudent } from "#server/seasons/current-season.ts";
import { preparesRecordOf } from "./preparation.access.ts";
import type { PreparationField, PreparationRevision, Prepared } from "./preparation.contract.ts";

const student = sql.ref("student.personId");

/** The student, the season she prepares for now, and her next conference in it that has not ended. */
export const readPlaceOf = (db: Db, actor: Actor, studentId: string) =>
  db
    .selectFrom("student")
    .innerJoin("person", (join) =>
      join.onRef("person.districtId", "=", "student.districtId").onRef("person.id", "=", "student.personId"),
    )
    .leftJoin("season", (join) =>
      join
        .onRef("season.districtId", "=", "student.districtId")
        .on("season.id", "=", currentSeasonIdOfStudent(actor)),
    )
    .select(["student.personId", "person.givenName", "person.familyName"])
    .select(["season.id as seasonId", "season.name as seasonName"])
    .select(
      sql<string | null>`(select c.id from conference c where c.district_id = student.district_id
        and c.student_id = student.person_id and c.season_id = season.id and c.state in ('planned', 'live', 'paused')
        order by c.starts_at limit 1)`.as("conferenceId"),
    )
    .where("student.districtId", "=", actor.districtId)
    .where("student.personId", "=", studentId)
    .where(preparesRecordOf(actor, student))
    .executeTakeFirstOrThrow(() => new NotFound("student"));

interface Of {
  readonly studentId: string;
  readonly seasonId: string;
}

/** What is written for a student's record of a season. */
export async function listPrepared(db: Db, actor: Actor, of: Of): Promise<Prepared[]> {
  const rows = await db
    .selectFrom("preparation")
    .select(["field", "words", "language", "updatedAt"])
    .where("preparation.districtId", "=", actor.districtId)
    .where("preparation.studentId", "=", of.studentId)
    .where("preparation.seasonId", "=", of.seasonId)
    .where(preparesRecordOf(actor, sql.ref("preparation.studentId")))
    .orderBy("preparation.field")
    .execute();
  return rows.map(({ updatedAt, field, ...row }) => ({
    ...row,
    field: field as PreparationField,
    updatedAt: updatedAt.toISOString(),
  }));
}

/** Writes one field where the base still stands, in one statement; false when somebody was faster. */
export async function putPrepared(
  tx: Tx,
  actor: Actor,
  { studentId, seasonId }: Of,
  { field, base, value, language }: PreparationRevision,
): Promise<boolean> {
  const { rows } = await sql`
    insert into preparation (district_id, student_id, season_id, field, words, language, written_by, updated_at)
    select ${actor.districtId}, ${studentId}, ${seasonId}, ${field}, ${value}, ${language}, ${actor.personId}, ${actor.now}
    where ${base} = '' or exists (select 1 from preparation known where known.district_id = ${actor.districtId}
      and known.student_id = ${studentId} and known.season_id = ${seasonId} and known.field = ${field})
    on conflict (district_id, student_id, season_id, field) do update
      set words = excluded.words, language = excluded.language, written_by = excluded.written_by, updated_at = excluded.updated_at
      where preparation.words in (${base}, excluded.words)
    returning field`.execute(tx);
  return rows.length > 0;
}

/** What stands in a field now. */
export async function findPrepared(
  tx: Tx,
  actor: Actor,
  { studentId, seasonId }: Of,
  field: PreparationField,
): Promise<string> {
  const row = await tx
    .selectFrom("preparation")
    .select("words")
    .where("districtId", "=", actor.districtId)
    .where("studentId", "=", studentId)
    .where("seasonId", "=", seasonId)
    .where("field", "=", field)
    .executeTakeFirst();
  return row?.words ?? "";
}
