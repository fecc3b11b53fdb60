import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { currentSeasonIdOfStudent } from "#server/seasons/current-season.ts";
import { readsStatementsOf, writesStatementsOf } from "./statement.access.ts";
import type { Statement, StatementField, StatementRevision } from "./statement.contract.ts";

/** The season a student prepares for now, with whether this person writes for her. */
export const readSeasonOf = (db: Db, actor: Actor, studentId: string) =>
  db
    .selectFrom("student")
    .leftJoin("season", (join) =>
      join
        .onRef("season.districtId", "=", "student.districtId")
        .on("season.id", "=", currentSeasonIdOfStudent(actor)),
    )
    .select(["season.id", "season.name", "student.grade"])
    .select(sql<boolean>`${writesStatementsOf(actor, sql.ref("student.personId"))}`.as("mayWrite"))
    .where("student.districtId", "=", actor.districtId)
    .where("student.personId", "=", studentId)
    .where(readsStatementsOf(actor, sql.ref("student.personId")))
    .executeTakeFirstOrThrow(() => new NotFound("student"));

interface Of {
  readonly studentId: string;
  readonly seasonId: string;
}

/** What she said for a season, as far as this person may read it. */
export async function listStatements(db: Db, actor: Actor, of: Of): Promise<Statement[]> {
  const rows = await db
    .selectFrom("statement")
    .select(["field", "words", "language", "updatedAt"])
    .where("statement.districtId", "=", actor.districtId)
    .where("statement.studentId", "=", of.studentId)
    .where("statement.seasonId", "=", of.seasonId)
    .where(readsStatementsOf(actor, sql.ref("statement.studentId")))
    .orderBy("statement.field")
    .execute();
  return rows.map(({ updatedAt, field, ...row }) => ({
    ...row,
    field: field as StatementField,
    updatedAt: updatedAt.toISOString(),
  }));
}

/** Writes one field where the base still stands; what stands instead, when somebody was faster. */
export async function putStatement(
  tx: Tx,
  actor: Actor,
  seasonId: string,
  { field, base, value, language }: StatementRevision,
): Promise<{ stands: string } | undefined> {
  const { districtId, personId: studentId, now: updatedAt } = actor;
  const known = await tx
    .selectFrom("statement")
    .select("words")
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .where("seasonId", "=", seasonId)
    .where("field", "=", field)
    .forUpdate()
    .executeTakeFirst();
  const stands = known?.words ?? "";
  if (stands !== base && stands !== value) return { stands };
  await tx
    .insertInto("statement")
    .values({ districtId, studentId, seasonId, field, words: value, language, updatedAt })
    .onConflict((conflict) =>
      conflict
        .columns(["districtId", "studentId", "seasonId", "field"])
        .doUpdateSet({ words: value, language, updatedAt }),
    )
    .execute();
  return undefined;
}
