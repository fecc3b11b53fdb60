import { uuidv7 } from "uuidv7";
import { hasRole, type Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound, Stale } from "#server/http/problems.ts";
import type { NewSchool, NewSchoolYear, SchoolChange, SchoolYearChange } from "./school-file.contract.ts";
import { lockSchool, lockSchoolYear } from "./school-file.queries.ts";

/** Opens another school of the district. */
export async function openSchool(
  tx: Tx,
  actor: Actor,
  { name, code, timeZone, lowestGrade = 6, highestGrade = 12 }: NewSchool,
): Promise<string> {
  if (!hasRole(actor, "district-administrator")) throw new NotFound("district");
  refuseZone(timeZone);
  refuseGrades({ lowestGrade, highestGrade }, "highestGrade");
  const id = uuidv7();
  const { districtId } = actor;
  await tx
    .insertInto("school")
    .values({ districtId, id, name: name.trim(), code, timeZone, lowestGrade, highestGrade })
    .execute();
  return id;
}

/** Changes one fact of a school. */
export async function changeSchool(
  tx: Tx,
  actor: Actor,
  schoolId: string,
  { field, base, value }: SchoolChange,
): Promise<void> {
  const school = await lockSchool(tx, actor, schoolId);
  if (school[field] !== base) throw new Stale(school[field], field);
  if (field === "timeZone") refuseZone(value);
  refuseGrades({ ...school, [field]: value }, "value");
  await tx
    .updateTable("school")
    .set({ [field]: value })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", schoolId)
    .execute();
}

/** Writes down a school year. */
export async function openSchoolYear(
  tx: Tx,
  actor: Actor,
  schoolId: string,
  { name, startsOn, endsOn }: NewSchoolYear,
): Promise<string> {
  await lockSchool(tx, actor, schoolId);
  refuseDays({ startsOn, endsOn });
  const id = uuidv7();
  await tx
    .insertInto("schoolYear")
    .values({ districtId: actor.districtId, id, schoolId, name: name.trim(), startsOn, endsOn })
    .execute();
  return id;
}

/** Changes a school year's name or days. */
export async function changeSchoolYear(
  tx: Tx,
  actor: Actor,
  schoolYearId: string,
  { field, base, value }: SchoolYearChange,
): Promise<void> {
  const year = await lockSchoolYear(tx, actor, schoolYearId);
  if (year[field] !== base) throw new Stale(year[field], field);
  refuseDays({ ...year, [field]: value });
  await tx
    .updateTable("schoolYear")
    .set({ [field]: value })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", schoolYearId)
    .execute();
}

function refuseZone(zone: string): void {
  if (!Intl.supportedValuesOf("timeZone").includes(zone))
    throw new Invalid("timeZone", "That is not a time zone we know.", "no-such-zone");
}

function refuseGrades(
  { lowestGrade, highestGrade }: { lowestGrade: number; highestGrade: number },
  field: string,
): void {
  if (lowestGrade > highestGrade)
    throw new Invalid(field, "The lowest grade is above the highest.", "grades-crossed");
}

function refuseDays({ startsOn, endsOn }: { startsOn: string; endsOn: string }): void {
  if (startsOn >= endsOn) throw new Invalid("endsOn", "The last day comes after the first.", "year-crossed");
}
