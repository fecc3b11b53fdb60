import { sql } from "kysely";
import { hasRole, type Actor } from "#server/access/actor.ts";
import { anyOf } from "#server/access/relations.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { administersSchool, keepsSchool } from "./school.access.ts";
import type { SchoolFile, SchoolFiles } from "./school-file.contract.ts";

const self = sql.ref("school.id");

/** The schools somebody keeps or administers, with their years, the newest year first. */
export async function listSchoolFiles(db: Db, actor: Actor): Promise<SchoolFiles> {
  const { rows } =
    await sql<SchoolFile>`select school.id, school.name, school.code, school.time_zone, school.lowest_grade,
      school.highest_grade, school.phone, ${keepsSchool(actor, self)} as may_keep_people,
      ${administersSchool(actor, self)} as may_edit,
      coalesce((select json_agg(json_build_object('id', y.id, 'name', y.name, 'startsOn', y.starts_on, 'endsOn', y.ends_on)
        order by y.starts_on desc) from school_year y where y.district_id = school.district_id and y.school_id = school.id), '[]') as years
    from school
    where school.district_id = ${actor.districtId} and ${anyOf(keepsSchool(actor, self), administersSchool(actor, self))}
    order by school.name, school.id`.execute(db);
  return { schools: rows, mayAdd: hasRole(actor, "district-administrator") };
}

/** Holds a school one administers. */
export const lockSchool = (tx: Tx, actor: Actor, schoolId: string) =>
  tx
    .selectFrom("school")
    .selectAll()
    .where("school.districtId", "=", actor.districtId)
    .where("school.id", "=", schoolId)
    .where(administersSchool(actor, self))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("school"));

/** Holds a school year of a school one administers. */
export const lockSchoolYear = (tx: Tx, actor: Actor, schoolYearId: string) =>
  tx
    .selectFrom("schoolYear")
    .selectAll()
    .where("schoolYear.districtId", "=", actor.districtId)
    .where("schoolYear.id", "=", schoolYearId)
    .where(administersSchool(actor, sql.ref("schoolYear.schoolId")))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("school year"));
