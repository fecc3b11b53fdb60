import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { auditsStaff, auditsStudent } from "./audit.access.ts";
import type { Change, Look } from "./audit.contract.ts";

interface Page {
  readonly before: string | null;
  readonly count: number;
}

/** Changes of a student's data, newest first, before the one named. */
export const listChanges = (
  db: Db,
  actor: Actor,
  { studentId, ...page }: Page & { studentId: string },
): Promise<Change[]> =>
  changes(db, actor, page)
    .where("changeAudit.studentId", "=", studentId)
    .where(auditsStudent(actor, sql.ref("changeAudit.studentId")))
    .execute();

/** Changes that belong to no student: of the staff, of those who interpret, of a school; newest first. */
export const listStaffChanges = (db: Db, actor: Actor, page: Page): Promise<Change[]> =>
  changes(db, actor, page).where("changeAudit.studentId", "is", null).where(auditsStaff(actor)).execute();

const changes = (db: Db, actor: Actor, { before, count }: Page) =>
  db
    .selectFrom("changeAudit")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "changeAudit.districtId")
        .onRef("person.id", "=", "changeAudit.changedBy"),
    )
    .select([
      "changeAudit.id",
      sql<string>`concat_ws(' ', person.given_name, person.family_name)`.as("by"),
      sql<string>`${jsonInstant("changeAudit.changedAt")}`.as("at"),
      "changeAudit.kind",
      "changeAudit.subject",
      "changeAudit.field",
      "changeAudit.oldValue as old",
      "changeAudit.newValue as new",
    ])
    .where("changeAudit.districtId", "=", actor.districtId)
    // Ids grow with time, so the newest change has the greatest.
    .$if(before !== null, (query) => query.where("changeAudit.id", "<", before ?? ""))
    .orderBy("changeAudit.id", "desc")
    .limit(count);

/** The last looks at a student's data, newest first. */
export const listLooks = (db: Db, actor: Actor, studentId: string, count: number): Promise<Look[]> =>
  db
    .selectFrom("accessRead")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "accessRead.districtId")
        .onRef("person.id", "=", "accessRead.readerId"),
    )
    .select([
      sql<string>`concat_ws(' ', person.given_name, person.family_name)`.as("reader"),
      "accessRead.kind",
      sql<string>`${jsonInstant("accessRead.quarter")}`.as("at"),
      "accessRead.why",
    ])
    .where("accessRead.districtId", "=", actor.districtId)
    .where("accessRead.studentId", "=", studentId)
    .where(auditsStudent(actor, sql.ref("accessRead.studentId")))
    .orderBy("accessRead.quarter", "desc")
    .orderBy("accessRead.readerId")
    .orderBy("accessRead.kind")
    .limit(count)
    .execute();
