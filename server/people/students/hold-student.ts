import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { keepsContactsOf } from "#server/people/person.access.ts";

/** Holds a student one keeps, with her name; whatever is changed around her happens one after another. */
export const holdStudent = (tx: Tx, actor: Actor, studentId: string) =>
  tx
    .selectFrom("student")
    .innerJoin("person", (join) =>
      join.onRef("person.districtId", "=", "student.districtId").onRef("person.id", "=", "student.personId"),
    )
    .selectAll("student")
    .select(["person.givenName", "person.familyName"])
    .where("student.districtId", "=", actor.districtId)
    .where("student.personId", "=", studentId)
    .where(keepsContactsOf(actor, sql.ref("student.personId")))
    .forUpdate("student")
    .executeTakeFirstOrThrow(() => new NotFound("student"));
