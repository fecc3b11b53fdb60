import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { Invalid, NotFound, Stale } from "#server/http/problems.ts";
import { administersSchool } from "#server/schools/school.access.ts";
import { creditsOf, listDiplomas, usualDiploma } from "../graduation-plan.ts";
import type { PlanChange, SchoolPlans } from "./school-plan.contract.ts";

/** The diplomas there are, and which of them a school uses from which class on. */
export async function readSchoolPlans(db: Db, actor: Actor, schoolId: string): Promise<SchoolPlans> {
  const chosen = await db
    .selectFrom("schoolPlan")
    .innerJoin("school", (join) =>
      join
        .onRef("school.districtId", "=", "schoolPlan.districtId")
        .onRef("school.id", "=", "schoolPlan.schoolId"),
    )
    .select(["schoolPlan.fromCohortYear", "schoolPlan.plan"])
    .where("schoolPlan.districtId", "=", actor.districtId)
    .where("schoolPlan.schoolId", "=", schoolId)
    .where(administersSchool(actor, sql.ref("school.id")))
    .orderBy("schoolPlan.fromCohortYear")
    .execute();
  const diplomas = listDiplomas().map((plan) => ({
    ...{ key: plan.key, version: plan.version, credits: creditsOf(plan) },
  }));
  return { diplomas, usual: usualDiploma, chosen };
}

/** Chooses the diploma of a school from a class on, or takes that choice back; audits follow at once. */
export async function choosePlan(
  tx: Tx,
  actor: Actor,
  schoolId: string,
  { fromCohortYear, base, value }: PlanChange,
): Promise<void> {
  const school = await holdSchool(tx, actor, schoolId);
  if (value !== null && !listDiplomas().some(({ key }) => key === value))
    throw new Invalid("value", "There is no such graduation plan.", "no-such-plan");
  const { districtId } = actor;
  const at = { districtId, schoolId, fromCohortYear };
  const standing = await tx
    .selectFrom("schoolPlan")
    .select("plan")
    .where((eb) => eb.and(at))
    .executeTakeFirst();
  const stands = standing?.plan ?? null;
  if (stands !== base) throw new Stale(stands, "value");
  if (value === null)
    await tx
      .deleteFrom("schoolPlan")
      .where((eb) => eb.and(at))
      .execute();
  else
    await tx
      .insertInto("schoolPlan")
      .values({ ...at, plan: value })
      .onConflict((conflict) =>
        conflict.columns(["districtId", "schoolId", "fromCohortYear"]).doUpdateSet({ plan: value }),
      )
      .execute();
  await noteChange(tx, actor, {
    ...{ kind: "graduation-plan", studentId: null, subjectId: schoolId, subject: school.name },
    ...{ field: "graduation-plan", old: of(fromCohortYear, base), new: of(fromCohortYear, value) },
  });
}

const of = (cohortYear: number, plan: string | null) => ({ cohortYear, plan });

const holdSchool = (tx: Tx, actor: Actor, schoolId: string) =>
  tx
    .selectFrom("school")
    .select("school.name")
    .where("school.districtId", "=", actor.districtId)
    .where("school.id", "=", schoolId)
    .where(administersSchool(actor, sql.ref("school.id")))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("school"));
